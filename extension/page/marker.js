// @ts-check
/**
 * Marks sentences where they stand in the page, with CSS.highlights: nothing in the page's tree is changed.
 *
 * A mark is named `mark-BADGE-SIDE`, as `mark-1-for` (badges 1 tracking, 2 DNT, 3 ads, 4 sale; sides for, against);
 * what is new since the person read it is `mark-new`, the sentence that was just gone to `mark-here`. The registry is
 * shared with the page, hence the plain names.
 *
 * @typedef {import('../types').Report} PolicyReport
 * @typedef {import('../types').Verdict} Verdict
 * @typedef {import('../types').Evidence} Evidence
 * @typedef {{block: number, start: number, end: number, quote?: string}} Proof
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var marker = (() => {
  const LINES = ['solid', 'dotted', 'dashed', 'double'];
  const SIDES = /** @type {const} */ (['for', 'against']);
  const HERE = 'mark-here';
  const NEW = 'mark-new';
  const FLASH = 2200;

  /** @type {Range[]} every range that is marked now */
  let live = [];
  /** @type {{topic: Topic, index: number, ranges: Range[]}[]} the proofs that are marked, where they stand */
  let proofs = [];
  /** @type {string[]} the names that are in the registry (which cannot be walked through in Firefox) */
  let marked = [];
  /** Did every proof find its text? Not if the page was drawn anew between the reading and the marking. */
  let complete = true;
  /** @type {CSSStyleSheet | undefined} */
  let sheet;
  /** @type {number | undefined} */
  let flashing;

  /**
   * Marks the proofs of the verdicts that are shown, in place of the marks there were; `signal` undoes it all.
   * @param {Page} page @param {PolicyReport} report @param {Proof[]} added what is new @param {Settings} choices
   * @param {AbortSignal} signal
   */
  function mark(page, report, added, choices, signal) {
    clear();
    signal.addEventListener('abort', clear, { once: true });
    if (choices.badges === 'hidden') return;
    const wanted = settings.TOPICS.filter((topic) => choices.show[topic]).flatMap((topic) => marksOf(page, report, topic, choices));
    const news = added.flatMap((proof) => rangesOf(page, proof));
    if (news.length > 0) wanted.push({ name: NEW, ranges: news, rule: `{ background-color: rgb(${theme.NEW_MARK} / .13); }`, priority: -1 });
    for (const { name, ranges, priority } of wanted) CSS.highlights.set(name, Object.assign(new Highlight(...ranges), { priority }));
    marked = wanted.map(({ name }) => name);
    live = wanted.flatMap(({ ranges }) => ranges);
    sheet = new CSSStyleSheet();
    sheet.replaceSync(styles(wanted));
    adopt();
  }

  /** A badge's marks, one for each side that has any. @param {Page} page @param {PolicyReport} report @param {Topic} topic @param {Settings} choices */
  function marksOf(page, report, topic, { colours }) {
    const verdict = report.verdicts?.[topic];
    if (!verdict) return [];
    const number = settings.TOPICS.indexOf(topic);
    const found = verdict.evidence.map((proof, index) => ({ topic, index, side: proof.side, ranges: rangesOf(page, proof) }));
    complete &&= found.every(({ ranges }) => ranges.length > 0);
    proofs.push(...found);
    return SIDES.map((side) => {
      const ranges = found.filter((proof) => proof.side === side).flatMap((proof) => proof.ranges);
      const tone = side === 'for' ? theme.toneOf(verdict) : 'blue';
      return { name: `mark-${number + 1}-${side}`, ranges, rule: ruleFor(theme.mark(colours, tone), number, side), priority: 0 };
    }).filter(({ ranges }) => ranges.length > 0);
  }

  /** Which proof is seen at a point of the window, if any. @param {number} x @param {number} y */
  function at(x, y) {
    const on = document.elementFromPoint(x, y);
    return on ? proofs.find(({ ranges }) => ranges.some((range) => isUnder(range, on) && holds(range, x, y))) : undefined;
  }

  /** Is it within this element, the element's shadow root included? @param {Range} range @param {Element} element */
  function isUnder(range, element) {
    for (let node = /** @type {Node | null} */ (range.startContainer); node; node = node.parentNode ?? /** @type {ShadowRoot} */ (node).host ?? null) {
      if (node === element) return true;
    }
    return false;
  }

  /** @param {Range} range @param {number} x @param {number} y */
  function holds(range, x, y) {
    return [...range.getClientRects()].some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  }

  /** Are all marks still on their text? Puts the style sheet back if the page dropped it. */
  function intact() {
    if (sheet) adopt();
    return complete && live.every((range) => !range.collapsed && range.startContainer.isConnected) &&
      marked.every((name) => CSS.highlights.has(name));
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
    const range = new Range();
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
    unfold(first);
    scrollTo(first);
    CSS.highlights.set(HERE, Object.assign(new Highlight(...ranges), { priority: 9 }));
    clearTimeout(flashing);
    flashing = setTimeout(endFlash, FLASH);
    signal.addEventListener('abort', endFlash, { once: true });
    return true;
  }

  function endFlash() {
    clearTimeout(flashing);
    CSS.highlights.delete(HERE);
  }

  /** Opens every `<details>` around it, then presses the page's own control of a pane that is still shut.
   * @param {Range} range
   */
  function unfold(range) {
    const around = [];
    for (let element = range.startContainer.parentElement; element; element = element.parentElement) around.push(element);
    for (const element of around) if (element instanceof HTMLDetailsElement) element.open = true;
    for (const element of around.reverse()) {
      if (range.getClientRects().length > 0) return;
      const control = element.id ? furniture.controlOf(element) : null;
      if (control?.getAttribute('aria-expanded') === 'false' || control?.getAttribute('aria-selected') === 'false') {
        control.click();
      }
    }
  }

  /** Brings it to the middle of every box that scrolls, the window last. @param {Range} range */
  function scrollTo(range) {
    const root = document.scrollingElement;
    for (let box = range.startContainer.parentElement; box && box !== root; box = box.parentElement) {
      if (box.scrollHeight <= box.clientHeight || !/auto|scroll/.test(getComputedStyle(box).overflowY)) continue;
      const middle = box.getBoundingClientRect().top + box.clientHeight / 2;
      box.scrollBy({ top: range.getBoundingClientRect().top - middle, behavior: 'instant' });
    }
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const top = range.getBoundingClientRect().top - innerHeight * (innerWidth > 480 ? 0.25 : 0.1);
    window.scrollBy({ top, behavior: calm ? 'instant' : 'smooth' });
  }

  /** Puts the style of the marks back, if the page dropped it. */
  function adopt() {
    if (sheet && !document.adoptedStyleSheets.includes(sheet)) {
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    }
  }

  function clear() {
    for (const name of marked) CSS.highlights.delete(name);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((other) => other !== sheet);
    sheet = undefined;
    marked = [];
    live = [];
    proofs = [];
    complete = true;
  }

  /** A proof is tinted and underlined in the badge's own line; what speaks against it has a thin wave and no tint.
   * @param {string} colour @param {number} number @param {'for' | 'against'} side
   */
  function ruleFor(colour, number, side) {
    if (side === 'against') return `{ text-decoration: underline wavy 1px rgb(${colour}); }`;
    return `{ background-color: rgb(${colour} / .2); text-decoration: underline ${LINES[number]} 2px rgb(${colour}); }`;
  }

  /** @param {{name: string, rule: string}[]} marks */
  function styles(marks) {
    const rules = marks.map(({ name, rule }) => `::highlight(${name}) ${rule}`);
    return `@media screen { ${rules.join(' ')} ::highlight(${HERE}) { background-color: #ffd84d; color: #1b1b1b; } }`;
  }

  return { mark, intact, adopt, go, at, rangesOf };
})();
