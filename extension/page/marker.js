// @ts-check
/**
 * Marks sentences where they stand in the page, with CSS.highlights: nothing in the page's tree is changed.
 *
 * A mark is named `mark-BADGE-SIDE`, as `mark-1-for` (badges 1 tracking, 2 DNT, 3 ads, 4 sale; sides for, against);
 * the sentence that was just gone to is `mark-here`. The registry is shared with the page, hence the plain names.
 *
 * @typedef {import('../types').Report} PolicyReport
 * @typedef {import('../types').Verdict} Verdict
 * @typedef {import('../types').Evidence} Evidence
 * @typedef {{block: number, start: number, end: number, quote?: string}} Proof
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var marker = (() => {
  const BADGES = /** @type {const} */ (['tracking', 'dnt', 'ads', 'sale']);
  const LINES = ['solid', 'dotted', 'dashed', 'double'];
  const SIDES = /** @type {const} */ (['for', 'against']);
  const HERE = 'mark-here';
  const FLASH = 2200;
  const UNFOLDING = 350;

  /** @type {Range[]} every range that is marked now */
  let live = [];
  /** Did every proof find its text? Not if the page was drawn anew between the reading and the marking. */
  let complete = true;
  /** @type {number | undefined} */
  let flashing;

  /**
   * Marks the proofs of all verdicts, in place of the marks there were; `signal` undoes it all.
   * @param {Page} page @param {PolicyReport} report @param {AbortSignal} signal
   */
  function mark(page, report, signal) {
    clear();
    signal.addEventListener('abort', clear, { once: true });
    const wanted = BADGES.flatMap((badge, index) => SIDES.map((side) => {
      const verdict = report.verdicts?.[badge];
      const found = (verdict?.evidence ?? []).filter((proof) => proof.side === side).map((proof) => rangesOf(page, proof));
      complete &&= found.every((ranges) => ranges.length > 0);
      return { name: `mark-${index + 1}-${side}`, ranges: found.flat(), rule: verdict ? ruleFor(verdict, index, side) : '' };
    })).filter(({ ranges }) => ranges.length > 0);
    for (const { name, ranges } of wanted) paint.lay(name, ranges);
    live = wanted.flatMap(({ ranges }) => ranges);
    paint.style(styles(wanted));
  }

  /** Are all marks still on their text? Puts the style sheet back if the page dropped it. */
  function intact() {
    paint.adopt();
    return complete && live.every((range) => !range.collapsed && range.startContainer.isConnected) && paint.intact();
  }

  /**
   * Where a proof stands: a range for each stretch of text, or none if the page no longer says it there.
   * @param {Page} page @param {Proof} proof @returns {Range[]}
   */
  function rangesOf(page, { block, start, end, quote }) {
    const pieces = reader.stretchesOf(page, block).flatMap((stretch) => {
      const from = Math.max(start, stretch.at) - stretch.at;
      const to = Math.min(end, stretch.at + stretch.length) - stretch.at;
      return from < to ? [{ node: stretch.node, from: stretch.from + from, to: stretch.from + to }] : [];
    });
    const now = pieces.map(({ node, from, to }) => (node.isConnected ? node.data.slice(from, to) : '')).join('');
    const read = page.blocks[block]?.text.slice(start, end) ?? '';
    const moved = bare(now) !== bare(read) || (quote !== undefined && bare(quote) !== bare(read));
    return moved ? [] : pieces.map(rangeOf);
  }

  /** @param {string} text */
  function bare(text) {
    return text.replace(/[ \t\n\r\f]+/g, '').toWellFormed();
  }

  /** @param {{node: Text, from: number, to: number}} piece */
  function rangeOf({ node, from, to }) {
    const range = node.ownerDocument.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    return range;
  }

  /**
   * Scrolls to a proof, opening what it is folded in, and flashes it; false if it is no longer there.
   * @param {Page} page @param {Proof} proof @param {AbortSignal} signal
   */
  function go(page, proof, signal) {
    const ranges = rangesOf(page, proof);
    const first = ranges[0];
    if (!first) return false;
    if (unfold(first)) setTimeout(() => signal.aborted || scrollTo(first), UNFOLDING);
    scrollTo(first);
    paint.lay(HERE, ranges, 9);
    clearTimeout(flashing);
    flashing = setTimeout(endFlash, FLASH);
    signal.addEventListener('abort', endFlash, { once: true });
    return true;
  }

  function endFlash() {
    clearTimeout(flashing);
    paint.wipe(HERE);
  }

  /** Opens what it is folded in, outermost first: `<details>`, then the page's own controls. Was anything shut?
   * @param {Range} range
   */
  function unfold(range) {
    const shut = around(range.startContainer).reverse().filter(open);
    return shut.length > 0;
  }

  /** The elements that a node stands in, innermost first, out of shadow roots too. @param {Node} node */
  function around(node) {
    const elements = /** @type {HTMLElement[]} */ ([]);
    for (let at = outer(node); at; at = outer(at)) if (at.nodeType === Node.ELEMENT_NODE) elements.push(/** @type {HTMLElement} */ (at));
    return elements;
  }

  /** @param {Node} node @returns {Node | null} */
  function outer(node) {
    return node.parentNode ?? /** @type {ShadowRoot} */ (node).host ?? null;
  }

  /** Opens one element, if it is shut. @param {HTMLElement} element */
  function open(element) {
    if (element.localName === 'details' && !element.hasAttribute('open')) return (element.setAttribute('open', ''), true);
    if (element.getAttribute('hidden') === 'until-found') return (element.removeAttribute('hidden'), true);
    const control = sight.controlOf(element);
    if (!control || (!sight.isFolded(element) && element.checkVisibility({ visibilityProperty: true }))) return false;
    control.click();
    return true;
  }

  /** Brings it to the middle of every box that scrolls, the window last. @param {Range} range */
  function scrollTo(range) {
    if (range.startContainer.ownerDocument !== document) return range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    const root = document.scrollingElement;
    for (let box = range.startContainer.parentElement; box && box !== root; box = box.parentElement) {
      if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
      const middle = box.getBoundingClientRect().top + box.clientHeight / 2;
      box.scrollBy({ top: range.getBoundingClientRect().top - middle, behavior: 'instant' });
    }
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = range.getBoundingClientRect().top - innerHeight * 0.4;
    window.scrollBy({ top, behavior: calm ? 'instant' : 'smooth' });
  }

  function clear() {
    paint.clear();
    live = [];
    complete = true;
  }

  /** A proof is tinted and underlined in the badge's own line; what speaks against it only thinly, in a neutral colour.
   * @param {Verdict} verdict @param {number} index @param {'for' | 'against'} side
   */
  function ruleFor(verdict, index, side) {
    if (side === 'against') return `{ text-decoration: underline ${LINES[index]} 1px rgb(${COLOURS.blue}); }`;
    const colour = COLOURS[badges.toneOf(verdict)] ?? COLOURS.silent;
    return `{ background-color: rgb(${colour} / .2); text-decoration: underline ${LINES[index]} 2px rgb(${colour}); }`;
  }

  /** Seen on light and on dark pages. */
  const COLOURS = /** @type {Record<string, string>} */ ({
    red: '226 61 50', amber: '232 140 16', mild: '102 170 80', green: '34 150 84', blue: '96 132 168', silent: '128 128 128',
  });

  /** @param {{name: string, rule: string}[]} marks */
  function styles(marks) {
    const rules = marks.map(({ name, rule }) => `::highlight(${name}) ${rule}`);
    return `@media screen { ${rules.join(' ')} ::highlight(${HERE}) { background-color: #ffd84d; color: #1b1b1b; } }`;
  }

  return { mark, intact, go };
})();
