// @ts-check
/**
 * The four badges: a quiet card in a corner of the window, which can be moved, folded, closed and switched off.
 *
 * Every label is the report's own. What a verdict's strength is, is said by words, by the seal's shape and by its
 * colour (codebook A; honest wording: codebook F).
 *
 * @typedef {object} Acts
 * @property {(topic: Topic) => void} open shows a badge's first proof
 * @property {() => void} news leads to the next sentence that is new
 * @property {() => void} closed the person has closed the badges on this page
 * @property {(part: Partial<Settings>) => void} choose
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var badges = (() => {
  const NAMES = /** @type {Record<Topic, string>} */ ({
    tracking: 'Tracking', dnt: 'Do Not Track', ads: 'Third-party ads', sale: 'Data sale',
  });
  const CORNERS = /** @type {const} */ ([
    ['top-left', 'Top left', '0 0'], ['top-right', 'Top right', '100% 0'],
    ['bottom-left', 'Bottom left', '0 100%'], ['bottom-right', 'Bottom right', '100% 100%'],
  ]);

  /** @type {HTMLElement | undefined} */
  let strip;
  let menuIsOpen = false;
  let heard = '';

  /**
   * Shows the badges of a report, in place of those there were.
   * @param {ShadowRoot} root @param {PolicyReport} report @param {string | null} since what changed since it was read
   * @param {Settings} choices @param {Acts} acts
   */
  function show(root, report, since, choices, acts) {
    const topics = topicsOf(report, choices);
    if (topics.length === 0) return hide();
    if (!strip) {
      strip = overlay.element('section', 'card strip');
      strip.setAttribute('aria-label', 'Smallprint: what this policy says');
      root.prepend(strip);
    }
    strip.className = `card strip ${choices.corner}${choices.folded ? ' folded' : ''}`;
    const parts = choices.folded ? [mark(report, topics, acts)] : whole(report, topics, since, choices, acts);
    overlay.redraw(strip, ...parts);
    corner.clear(strip, choices.corner);
    announce(report, topics, since);
  }

  function hide() {
    strip?.remove();
    strip = undefined;
    heard = '';
    menuIsOpen = false;
  }

  /** @param {PolicyReport} report @param {Settings} choices */
  function topicsOf(report, choices) {
    return settings.TOPICS.filter((topic) => choices.show[topic] && report.verdicts?.[topic]);
  }

  /** @param {PolicyReport} report @param {Topic[]} topics @param {string | null} since @param {Settings} choices @param {Acts} acts */
  function whole(report, topics, since, choices, acts) {
    const menu = menuOf(choices, acts);
    const list = overlay.element('div', 'badges');
    list.append(...topics.map((topic) => badge(topic, verdictOf(report, topic), acts)));
    /** @type {HTMLElement[]} */
    const parts = [head(report, menu, choices, acts), menu, list];
    if (since) parts.push(overlay.button('news', 'news', acts.news, since));
    return parts;
  }

  /** @param {PolicyReport} report @param {Topic} topic */
  function verdictOf(report, topic) {
    return /** @type {Verdict} */ (report.verdicts?.[topic]);
  }

  /** @param {PolicyReport} report @param {HTMLElement} menu @param {Settings} choices @param {Acts} acts */
  function head(report, menu, choices, acts) {
    const made = overlay.element('div', 'head');
    const more = overlay.tool('more', 'Move or hide the badges', 'more', () => toggle(more, menu));
    more.setAttribute('aria-expanded', String(menuIsOpen));
    made.append(
      overlay.element('span', 'title', titleOf(report)), more,
      overlay.tool('fold', 'Fold the badges', 'fold', () => acts.choose({ folded: true })),
      overlay.tool('close', 'Close the badges', 'close', acts.closed),
    );
    if (strip) corner.drag(strip, made, choices.corner, (to) => acts.choose({ corner: to }));
    return made;
  }

  /** @param {HTMLElement} more @param {HTMLElement} menu */
  function toggle(more, menu) {
    menuIsOpen = !menuIsOpen;
    menu.hidden = !menuIsOpen;
    more.setAttribute('aria-expanded', String(menuIsOpen));
  }

  /** Closes the menu if it is open; says whether it was. */
  function closeMenu() {
    const more = /** @type {HTMLElement | null | undefined} */ (strip?.querySelector('[data-key=more]'));
    if (!menuIsOpen || !more) return false;
    toggle(more, /** @type {HTMLElement} */ (strip?.querySelector('.menu')));
    more.focus();
    return true;
  }

  /** @param {Settings} choices @param {Acts} acts */
  function menuOf(choices, acts) {
    const menu = overlay.element('div', 'menu');
    const corners = overlay.element('div', 'corners');
    corners.setAttribute('role', 'group');
    corners.setAttribute('aria-label', 'Corner');
    corners.append(...CORNERS.map(([to, name, at]) => {
      const choice = overlay.button('choice', to, () => acts.choose({ corner: to }), name);
      choice.style.setProperty('--at', at);
      choice.setAttribute('aria-pressed', String(to === choices.corner));
      return choice;
    }));
    const host = location.hostname.toLowerCase();
    const here = overlay.button('quiet', 'site', () => acts.choose({ sitesOff: [...choices.sitesOff, host] }), `Switch off on ${host}`);
    here.hidden = host === '';
    menu.append(corners, here,
      overlay.button('quiet', 'everywhere', () => acts.choose({ badges: 'hidden' }), 'Hide in all pages'),
      overlay.element('p', 'small', 'The options bring them back. The toolbar button shows the report either way.'));
    menu.hidden = !menuIsOpen;
    return menu;
  }

  /** @param {PolicyReport} report */
  function titleOf(report) {
    if (report.policy.kind === 'cookie_policy') return 'This cookie policy says';
    if (report.policy.kind === 'section') return 'This supplement says';
    return report.policy.is_policy && report.policy.score < 7 ? 'This may be a policy. It says' : 'This policy says';
  }

  /** @param {Topic} topic @param {Verdict} verdict @param {Acts} acts */
  function badge(topic, verdict, acts) {
    const tone = theme.toneOf(verdict);
    const made = overlay.button(`badge ${tone}`, topic, () => acts.open(topic), glyphs.seal(tone, topic), words(topic, verdict));
    made.title = verdict.says;
    return made;
  }

  /** Name and label, and the strength between them. @param {Topic} topic @param {Verdict} verdict */
  function words(topic, verdict) {
    const made = overlay.element('span', 'words');
    const name = overlay.element('span', 'name', NAMES[topic]);
    const strength = theme.WORDS[theme.toneOf(verdict)];
    if (strength) name.append(overlay.element('span', 'strength', ` · ${strength}`));
    made.append(name, overlay.element('span', 'label', verdict.label));
    return made;
  }

  /** @param {Topic} topic @param {Verdict} verdict */
  function inWords(topic, verdict) {
    const strength = theme.WORDS[theme.toneOf(verdict)];
    return `${NAMES[topic]}: ${verdict.label}${strength && ` (${strength})`}`;
  }

  /** All folded into one: four small seals. @param {PolicyReport} report @param {Topic[]} topics @param {Acts} acts */
  function mark(report, topics, acts) {
    const seals = topics.map((topic) => {
      const tone = theme.toneOf(verdictOf(report, topic));
      const seal = glyphs.seal(tone, topic);
      seal.classList.add(tone);
      return seal;
    });
    const made = overlay.button('mark', 'fold', () => acts.choose({ folded: false }), ...seals);
    made.title = topics.map((topic) => inWords(topic, verdictOf(report, topic))).join('\n');
    made.setAttribute('aria-label', `Smallprint. ${made.title.replaceAll('\n', '. ')}. Show the badges.`);
    return made;
  }

  /** Said once for each new answer. @param {PolicyReport} report @param {Topic[]} topics @param {string | null} since */
  function announce(report, topics, since) {
    const said = [titleOf(report), ...topics.map((topic) => inWords(topic, verdictOf(report, topic))), since ?? ''].join('. ');
    if (said !== heard) overlay.say(`Smallprint. ${said}`);
    heard = said;
  }

  return { show, hide, closeMenu, words, NAMES, strip: () => strip };
})();
