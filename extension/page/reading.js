// @ts-check
/**
 * A page's text as blocks in reading order, and the text nodes behind each block.
 *
 * One pass over the tree, in slices of some milliseconds, so that the page never waits for it. What is a block, and
 * what is hidden, is the computed style's word. No judgement of the matter is made here. The rules:
 *  1. Text is read where it is shown: an open shadow root stands for its host's children, a slot for what is put into
 *     it, a frame for the page in it if that may be read.
 *  2. An element that is no inline box begins and ends a block (place.js), so do `<br>` and `<hr>`; but a lone `<br>`
 *     after a long line with no sentence's end, before a small letter, only broke the line.
 *  3. Where the source's line breaks are shown, each line is a block, or each run of lines if a width broke them.
 *  4. Markup tells headings, items and rows; a short all-bold paragraph is a heading, one with a list mark an item.
 *  5. Menus, banners, footers and the like are furniture (furniture.js); what nobody can see is left out; what a click
 *     would show is read and marked `collapsed`.
 *
 * @typedef {{next: () => Node | (() => void) | null, place: Place, leave?: () => void}} Level what is left to read of one element
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var Reading = (() => {
  const MOST_TEXT = 2_000_000;
  const BULLET = /^\s*(?:[-*•·–o▪◦]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S/;
  const LIST_MARK = /^[-*•·▪◦●■–]\s+\S/;
  const WRAPPED_WIDTH = 100;
  const LONG_LINE = 40;
  const SENTENCE_END = /[.,;:!?]["”’)]*\s*$/;

  return class Reading {
    /** @type {Block[]} */
    blocks = [];
    /** @type {Stretch[][]} */
    stretches = [];
    /** @type {(Document | ShadowRoot)[]} */
    roots = [];
    full = false;
    shut = false;
    #length = 0;
    #heading = 1;
    #text = new BlockText();
    #place = places.start;
    /** @type {Level[]} */
    #levels = [];
    /** Line breaks since the last text, and where the line before them began. */
    #breaks = 0;
    #line = 0;

    /** @param {Document} document */
    constructor(document) {
      this.roots.push(document);
      furniture.begin(document);
      if (document.body) this.#push(all([document.body]), places.start);
    }

    /** Reads on until the time (of `performance.now()`) is over; true when all is read. @param {number} end */
    goOn(end) {
      for (let steps = 1; this.#levels.length > 0 && !this.full; steps += 1) {
        if (steps % 50 === 0 && performance.now() > end) return false;
        this.#step(/** @type {Level} */ (this.#levels.at(-1)));
      }
      this.#flush();
      return true;
    }

    /** @param {Level} level */
    #step(level) {
      const node = level.next();
      if (typeof node === 'function') node();
      else if (node?.nodeType === Node.TEXT_NODE) this.#add(/** @type {Text} */ (node), level.place);
      else if (node?.nodeType === Node.ELEMENT_NODE) this.#enter(/** @type {HTMLElement} */ (node), level.place);
      else if (!node) {
        this.#levels.pop();
        level.leave?.();
      }
    }

    /** @param {Level['next']} next @param {Place} place @param {() => void} [leave] */
    #push(next, place, leave) {
      this.#levels.push({ next, place, leave });
    }

    /** Ends the block that is open, if it holds anything. */
    #flush() {
      const text = this.#text;
      if (!text.empty) this.#keep(text);
      if (text.text !== '') this.#text = new BlockText();
      this.#breaks = 0;
      this.#line = 0;
    }

    /** @param {HTMLElement} element @param {Place} place */
    #enter(element, place) {
      if (element.localName === 'br' && !place.whole) return void (this.#breaks += 1);
      if (element.localName === 'br' || element.localName === 'hr') return this.#break(place);
      if (furniture.skipped(element)) return;
      const style = getComputedStyle(element);
      const display = style.display;
      const inner = places.placeIn(element, style, display, place, this.#heading);
      if (!inner) return;
      const apart = places.isApart(element, display, inner, place);
      if (apart) this.#break(place);
      this.#push(this.#within(element, inner), inner, () => {
        if (apart) this.#break(place);
        if (inner.kind === 'heading' && places.isHeading(element)) this.#heading = inner.level;
      });
    }

    /** What is read inside an element. @param {HTMLElement} element @param {Place} place @returns {Level['next']} */
    #within(element, place) {
      const { shadowRoot, localName } = element;
      if (shadowRoot) {
        this.roots.push(shadowRoot);
        return from(shadowRoot.firstChild);
      }
      if (localName === 'slot') {
        const assigned = /** @type {HTMLSlotElement} */ (element).assignedNodes();
        if (assigned.length > 0) return all(assigned);
      }
      if (localName === 'iframe' || localName === 'frame') return all(this.#framed(/** @type {HTMLIFrameElement} */ (element)));
      if (localName === 'table' && !place.whole && tables.isData(/** @type {HTMLTableElement} */ (element))) {
        return all(this.#table(/** @type {HTMLTableElement} */ (element), place));
      }
      return from(element.firstChild);
    }

    /** @param {HTMLIFrameElement} frame @returns {Node[]} */
    #framed(frame) {
      const { width, height } = frame.getBoundingClientRect();
      if (width < 50 || height < 50) return [];
      const inner = frame.contentDocument;
      if (!inner) this.shut ||= width >= 250 && height >= 150;
      if (!inner?.body) return [];
      this.roots.push(inner);
      return [inner.body];
    }

    /** A boundary: a new block, or within a heading or a cell only a space. @param {Place} place */
    #break(place) {
      if (place.whole) this.#text.part(' ');
      else this.#flush();
    }

    /** @param {Text} node @param {Place} place */
    #add(node, place) {
      if (place.unseen) return;
      if (!place.whole && node.data.includes('\n') && keepsLines(node)) this.#addLines(node, place);
      else this.#addPart(node, place, 0, node.data.length);
    }

    /** Text whose line breaks are kept: each line its own block, or each run of lines, where a width broke them.
     * @param {Text} node @param {Place} place
     */
    #addLines(node, place) {
      const lines = node.data.split('\n');
      const wrapped = lines.length > 4 && lines.every((line) => line.length <= WRAPPED_WIDTH);
      let from = 0;
      lines.forEach((line, index) => {
        const item = BULLET.test(line);
        if (index > 0 && (!wrapped || item || line.trim() === '')) this.#flush();
        const to = Math.min(from + line.length + 1, node.data.length);
        this.#addPart(node, item ? { ...place, kind: 'item', level: 1 } : place, from, to);
        from = to;
      });
    }

    /** @param {Text} node @param {Place} place @param {number} from @param {number} to */
    #addPart(node, place, from, to) {
      if (this.#breaks > 0) this.#afterBreaks(node.data.slice(from, to));
      if (this.#text.empty) this.#place = place;
      this.#text.add(node, from, to);
    }

    /** What `<br>` before this text means. @param {string} next */
    #afterBreaks(next) {
      if (next.trim() === '') return;
      const { text } = this.#text;
      const line = text.slice(this.#line);
      const goesOn = this.#breaks === 1 && line.length >= LONG_LINE && !SENTENCE_END.test(line) && /^\s*\p{Ll}/u.test(next) &&
        !BULLET.test(next);
      if (!goesOn) return this.#flush();
      this.#text.part(' ');
      this.#line = text.length;
      this.#breaks = 0;
    }

    /** The rows of a table of data; before each cell but the first of a row, a tab.
     * @param {HTMLTableElement} table @param {Place} place @returns {(Node | (() => void))[]}
     */
    #table(table, place) {
      const inRow = /** @type {Place} */ ({ ...place, kind: 'row', level: 0, whole: true });
      const rows = tables.rowsOf(table).map(({ headers, cells }) => () => {
        this.#flush();
        const before = this.blocks.length;
        const parts = cells.flatMap((cell, index) => [...(index > 0 ? [() => this.#text.part('\t')] : []), ...(cell ? [cell] : [])]);
        this.#push(all(parts), inRow, () => {
          this.#flush();
          const block = this.blocks[before];
          if (block?.kind === 'row' && headers.length > 0) block.headers = headers;
        });
      });
      return table.caption ? [table.caption, ...rows] : rows;
    }

    /** @param {InstanceType<typeof BlockText>} text */
    #keep(text) {
      const room = MOST_TEXT - this.#length;
      if (text.text.length > room) {
        this.full = true;
        text.cut(room);
      }
      const content = text.finish();
      if (content === '') return;
      this.#length += content.length;
      const collapsed = this.#place.pane;
      this.blocks.push({ ...this.#kindOf(content, text.stretches), text: content, headers: [], collapsed });
      this.stretches.push(text.stretches);
    }

    /** @param {string} content @param {Stretch[]} stretches @returns {Pick<Block, 'kind' | 'level'>} */
    #kindOf(content, stretches) {
      const { kind, level, furniture: isFurniture, lists } = this.#place;
      if (isFurniture && kind !== 'heading') return { kind: 'furniture', level: 0 };
      if (kind !== 'paragraph') return { kind, level };
      if (LIST_MARK.test(content)) return { kind: 'item', level: Math.max(lists, 1) };
      const headingLike = content.length <= 120 && !/[.,;:!]["”’)]*$/.test(content);
      if (headingLike && stretches.every(isBold)) return { kind: 'heading', level: Math.min(6, this.#heading + 1) };
      return { kind, level };
    }
  };

  /** A node and its next siblings, one after the other. @param {Node | null} node @returns {Level['next']} */
  function from(node) {
    let next = node;
    return () => {
      const now = next;
      next = now?.nextSibling ?? null;
      return now;
    };
  }

  /** @param {(Node | (() => void))[]} nodes @returns {Level['next']} */
  function all(nodes) {
    let at = 0;
    return () => nodes[at++] ?? null;
  }

  /** Are the line breaks of the source shown? @param {Text} text */
  function keepsLines(text) {
    if (text.data.trim() === '' || !text.parentElement) return false;
    const { whiteSpace } = getComputedStyle(text.parentElement);
    return whiteSpace.startsWith('pre') || whiteSpace === 'break-spaces';
  }

  /** @param {Stretch} stretch */
  function isBold({ node, from, length }) {
    if (node.data.slice(from, from + length).trim() === '' || !node.parentElement) return true;
    return Number(getComputedStyle(node.parentElement).fontWeight) >= 600;
  }
})();
