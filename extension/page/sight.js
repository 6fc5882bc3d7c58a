// @ts-check
/**
 * What of a page a person can see: at once, after a click, or never. Judged by markup and style, without layout but for
 * what is positioned.
 *
 * Never seen: what is not displayed, silenced for assistive technology (`aria-hidden`, unless it holds the matter itself),
 * cut down to nothing or moved off the screen, unless a control of the page would show it; a hidden pane in another
 * language than the page's. Seen after a click: the rest of a closed `<details>`, what a control with
 * `aria-expanded="false"` names, a hidden pane with a control.
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var sight = (() => {
  const PANE = /collaps|accordion|tab-?(?:pane|panel|content)|panel|expand|toggle|faq|read-?more|drawer-content/i;
  const CONTROL = 'button,[role=button],[role=tab],[aria-expanded],[aria-controls],summary';
  const TARGETS = ['href', 'data-target', 'data-bs-target', 'data-toggle-target'];
  const NAMING = ['[aria-controls]', ...TARGETS.map((name) => `[${name}^="#"]`)].join();
  const HEAD = 'h1,h2,h3,h4,h5,h6,dt,[role=heading],[class*=head],[class*=title]';
  const NO_CLIP = /^rect\((\d+)px,? \1px,? \1px,? \1px\)|^inset\((?:[5-9]\d|100)%/;
  const FAR = -900;

  /** @type {WeakMap<Node, Map<string, HTMLElement>>} what controlsIn found since the reading began */
  let controls = new WeakMap();

  /** Before a page is read. */
  function begin() {
    controls = new WeakMap();
  }

  /**
   * Can a person see what is in an element: at once (`shown`), after a click (`collapsed`), or `never`?
   * @param {Element} element @param {CSSStyleDeclaration} style @param {string} display
   */
  function sightOf(element, style, display) {
    const hidden = display === 'none' || element.hasAttribute('hidden') || isAside(style);
    if (!hidden && isFolded(element)) return 'collapsed';
    const silenced = element.getAttribute('aria-hidden') === 'true' && !element.querySelector('main, article, h1, h2, p + p');
    if (!hidden && !silenced) return 'shown';
    return hasControl(element) && !isOtherLanguage(element) ? 'collapsed' : 'never';
  }

  /** In a closed `<details>`, or named by a control that says it is shut? @param {Element} element */
  function isFolded(element) {
    const parent = element.parentElement;
    if (parent?.localName === 'details' && element.localName !== 'summary') return !parent.hasAttribute('open');
    return element.id !== '' && controlsIn(element).get(element.id)?.getAttribute('aria-expanded') === 'false';
  }

  /** Cut down to nothing, or far off the screen? @param {CSSStyleDeclaration} style */
  function isAside(style) {
    const { position } = style;
    if (position !== 'absolute' && position !== 'fixed') return false;
    if (NO_CLIP.test(style.clip) || NO_CLIP.test(style.clipPath)) return true;
    return parseFloat(style.left) < FAR || parseFloat(style.top) < FAR;
  }

  /** A pane that is hidden because it says the same in another language than the page's? @param {Element} element */
  function isOtherLanguage(element) {
    const own = element.getAttribute('lang');
    const page = element.ownerDocument.documentElement.lang;
    return Boolean(own && page) && own?.slice(0, 2).toLowerCase() !== page.slice(0, 2).toLowerCase();
  }

  /** Is text of this style invisible where it stands? @param {CSSStyleDeclaration} style */
  function showsNoText(style) {
    return style.visibility !== 'visible' || style.fontSize === '0px' || parseFloat(style.textIndent) < FAR;
  }

  /** Would a click on a control of the page show it? @param {Element} element */
  function hasControl(element) {
    if (element.getAttribute('hidden') === 'until-found' || element.getAttribute('role') === 'tabpanel') return true;
    if (element.closest('details') || (element.id && controlsIn(element).has(element.id))) return true;
    return Boolean(neighbour(element)) || PANE.test(`${element.id} ${element.getAttribute('class') ?? ''}`);
  }

  /** The control that opens an element, if the page names one or has one right before it.
   * @param {Element} element @returns {HTMLElement | null}
   */
  function controlOf(element) {
    begin();
    return (element.id ? controlsIn(element).get(element.id) : undefined) ?? neighbour(element);
  }

  /** The control right before an element, itself or in a heading. @param {Element} element @returns {HTMLElement | null} */
  function neighbour(element) {
    const before = /** @type {HTMLElement | null} */ (element.previousElementSibling);
    if (before?.matches(CONTROL)) return before;
    return before?.matches(HEAD) ? before.querySelector(CONTROL) : null;
  }

  /** The controls of the document or shadow root that an element stands in, by the ids they name.
   * @param {Element} element @returns {Map<string, HTMLElement>}
   */
  function controlsIn(element) {
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    const known = controls.get(root);
    if (known) return known;
    const found = /** @type {Map<string, HTMLElement>} */ (new Map());
    for (const control of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(NAMING))) {
      for (const id of namedBy(control)) if (!found.has(id) || control.hasAttribute('aria-controls')) found.set(id, control);
    }
    controls.set(root, found);
    return found;
  }

  /** @param {Element} control */
  function namedBy(control) {
    const targets = TARGETS.map((name) => control.getAttribute(name) ?? '').filter((target) => target.startsWith('#'));
    const ids = control.getAttribute('aria-controls')?.split(/\s+/) ?? [];
    return [...ids, ...targets.map((target) => target.slice(1))];
  }

  return { begin, sightOf, showsNoText, isFolded, hasControl, controlOf };
})();
