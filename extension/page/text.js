// @ts-check
/**
 * One block's text and where each stretch of it stands in the page.
 *
 * The text is the page's own, with HTML white space collapsed: every run of space, tab, line feed, carriage return
 * and form feed is one space, none at either end (a no-break space is a character like any other). A stretch is a
 * slice of one text node that stands in the block unchanged, character for character; only a collapsed run's one
 * space may be a line feed or a tab in the page. Spaces and tabs that the reader adds between two pieces (cells of
 * a row, parts of one cell) belong to no stretch. All offsets are UTF-16 units.
 *
 * @typedef {{at: number, node: Text, from: number, length: number}} Stretch
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var BlockText = class BlockText {
  text = '';
  /** @type {Stretch[]} */
  stretches = [];

  /** Adds a text node, or a part of it, its white space collapsed. @param {Text} node */
  add(node, from = 0, to = node.data.length) {
    const data = node.data;
    const runs = /[ \t\n\r\f]{2,}|[\t\n\r\f]/g;
    runs.lastIndex = from;
    for (let run = runs.exec(data); run && run.index < to; run = runs.exec(data)) {
      this.#put(node, data, from, run.index);
      this.#space(node, run.index);
      from = runs.lastIndex;
    }
    this.#put(node, data, from, to);
  }

  /** Parts what comes from what was, by a space or a tab that the page does not hold. @param {string} mark */
  part(mark) {
    if (mark === ' ' && this.#endsInSpace()) return;
    this.#trimEnd();
    this.text += mark;
  }

  /** Nothing but white space so far? */
  get empty() {
    return this.text.trim() === '';
  }

  /**
   * Ends the block: its text, valid UTF-16, a lone surrogate replaced by U+FFFD (both are one unit, so offsets hold).
   */
  finish() {
    this.#trimEnd();
    return this.text.toWellFormed();
  }

  /** Cuts the text to at most `length` units. @param {number} length */
  cut(length) {
    this.text = this.text.slice(0, length);
  }

  /** @param {Text} node @param {string} data @param {number} from @param {number} to */
  #put(node, data, from, to) {
    if (data[from] === ' ' && this.#endsInSpace()) from += 1;
    if (from >= to) return;
    this.stretches.push({ at: this.text.length, node, from, length: to - from });
    this.text += data.slice(from, to);
  }

  /** @param {Text} node @param {number} from */
  #space(node, from) {
    if (this.#endsInSpace()) return;
    this.stretches.push({ at: this.text.length, node, from, length: 1 });
    this.text += ' ';
  }

  #endsInSpace() {
    const last = this.text.at(-1);
    return last === undefined || last === ' ' || last === '\t';
  }

  #trimEnd() {
    if (this.text.endsWith(' ')) this.text = this.text.slice(0, -1);
  }
};
