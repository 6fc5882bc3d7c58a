// @ts-check
/**
 * Which link of the page leads to its site's privacy policy? Looked for only when the popup asks; nothing is fetched.
 *
 * @typedef {{text: string, url: string}} PolicyLink `text` as the page shows it, white space collapsed; `url` absolute
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var policyLink = (() => {
  const POLICY =
    /polic|polit|notice|statement|erklarung|hinweis|bestimmung|richtlinie|informativa|beleid|verklaring|declara|charte|avis|zasad|tietosuoja|informace|tajekoztato|方針|ポリシー|政策|방침|политик|положение|πολιτικη|سياسة|מדיניות/i;
  const OTHER =
    /cookie|choice|setting|preference|opt[- ]?out|do not s|request|portal|cent(?:er|re)|einstellung|parametr|preferenc|auswahl|terms|agb|nutzungsbedingung|blog|news|article/i;
  /** Names of policies for some people only. */
  const SUPPLEMENT = /consumer health|california|washington|applicant|candidate|recruit|job|child|kids|section/i;
  const LONGEST_NAME = 60;
  const ENOUGH = 4;

  /** The likeliest link, or null if no link is named like one. @param {Document} document @returns {PolicyLink | null} */
  function find(document) {
    const rated = linksIn(document).map((link) => ({ link, points: pointsOf(link) }));
    const best = rated.reduce((best, one) => (one.points > (best?.points ?? ENOUGH - 1) ? one : best), rated[-1]);
    return best ? { text: textOf(best.link) || best.link.href, url: best.link.href } : null;
  }

  /** All links to other pages, those in open shadow roots too.
   * @param {Document | ShadowRoot} root @returns {HTMLAnchorElement[]}
   */
  function linksIn(root) {
    const links = /** @type {HTMLAnchorElement[]} */ ([...root.querySelectorAll('a[href]')]);
    const inner = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? linksIn(shadowRoot) : []));
    return [...links, ...inner].filter((link) => /^https?:$/.test(link.protocol) && !isHere(link));
  }

  /** @param {HTMLAnchorElement} link */
  function isHere({ href }) {
    return href.replace(/#.*/, '') === location.href.replace(/#.*/, '');
  }

  /** What speaks for it: its text above all, then its address, and a place in the footer. @param {HTMLAnchorElement} link */
  function pointsOf(link) {
    const text = textOf(link) || (link.getAttribute('aria-label') ?? '');
    const says = text.length <= LONGEST_NAME && gate.named(text);
    const leads = gate.named(link.pathname + link.search);
    if (!says && !leads) return 0;
    const speaksOfOther = OTHER.test(text) || (!says && OTHER.test(link.pathname));
    return (says ? 4 : 0) + (leads ? 2 : 0) + (says && (POLICY.test(text) || POLICY.test(plain(text))) ? 2 : 0) +
      (link.closest('footer, [role=contentinfo]') ? 1 : 0) + (link.host === location.host ? 3 : 0) - (speaksOfOther ? 4 : 0) -
      (text.length > LONGEST_NAME || SUPPLEMENT.test(text) ? 1 : 0);
  }

  /** @param {HTMLAnchorElement} link */
  function textOf(link) {
    return (link.textContent ?? '').replace(/\s+/g, ' ').trim();
  }

  /** @param {string} text */
  function plain(text) {
    return text.normalize('NFD').replace(/\p{M}/gu, '');
  }

  return { find };
})();
