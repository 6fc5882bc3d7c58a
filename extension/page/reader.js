// @ts-check
/**
 * Reads a page: its text as blocks in reading order, and for itself the text nodes behind each block.
 *
 * One pass over the tree. What is a block, and what is hidden, is the computed style's word. No judgement of the
 * matter is made here.
 *
 * @typedef {import('../types').Document} Page
 * @typedef {import('../types').Block} Block
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var reader = (() => {
  const MOST_TEXT = 2_000_000;
  const MOST_DEPTH = 1500;
  const BULLET = /^\s*(?:[-*•·–o▪◦]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S/;
  const WRAPPED_WIDTH = 100;

  /** @type {WeakMap<Page, {stretches: Stretch[][], truncated: boolean}>} */
  const kept = new WeakMap();

  /** The page as the core takes it. @param {Document} document @returns {Page} */
  function readPage(document) {
    const reading = new Reading();
    furniture.begin(document);
    if (document.body) reading.visit(document.body, places.start);
    reading.flush();
    const page = {
      url: document.location.href.toWellFormed(),
      title: document.title.toWellFormed(),
      lang: document.documentElement.lang.toWellFormed(),
      blocks: reading.blocks,
    };
    kept.set(page, { stretches: reading.stretches, truncated: reading.full });
    return page;
  }

  /** Where the text of a block stands in the page. @param {Page} page @param {number} block */
  function stretchesOf(page, block) {
    return kept.get(page)?.stretches[block] ?? [];
  }

  /** Was the page longer than is read (about two million characters)? @param {Page} page */
  function isTruncated(page) {
    return kept.get(page)?.truncated ?? false;
  }

  class Reading {
    /** @type {Block[]} */
    blocks = [];
    /** @type {Stretch[][]} */
    stretches = [];
    full = false;
    #length = 0;
    #heading = 1;
    #text = new BlockText();
    #place = places.start;

    /** @param {Node} node @param {Place} place */
    visit(node, place) {
      if (this.full || place.depth > MOST_DEPTH) return;
      if (node.nodeType === Node.TEXT_NODE) this.#add(/** @type {Text} */ (node), place);
      else if (node.nodeType === Node.ELEMENT_NODE) this.#enter(/** @type {HTMLElement} */ (node), place);
    }

    /** Ends the block that is open, if it holds anything. */
    flush() {
      const text = this.#text;
      if (!text.empty) this.#keep(text);
      if (text.text !== '') this.#text = new BlockText();
    }

    /** @param {HTMLElement} element @param {Place} place */
    #enter(element, place) {
      if (element.localName === 'br' || element.localName === 'hr') return this.#break(place);
      if (furniture.skipped(element)) return;
      const style = getComputedStyle(element);
      const display = style.display;
      if (furniture.hiddenForGood(element, display)) return;
      const inner = places.placeIn(element, style, display, place, this.#heading);
      const apart = places.isApart(element, display, inner, place);
      if (apart) this.#break(place);
      if (element.localName === 'table' && !inner.whole && tables.isData(/** @type {HTMLTableElement} */ (element))) {
        this.#table(/** @type {HTMLTableElement} */ (element), inner);
      } else {
        for (let child = firstIn(element); child; child = child.nextSibling) this.visit(child, inner);
      }
      if (apart) this.#break(place);
      if (inner.kind === 'heading' && places.isHeading(element)) this.#heading = inner.level;
    }

    /** A boundary: a new block, or within a heading or a cell only a space. @param {Place} place */
    #break(place) {
      if (place.whole) this.#text.part(' ');
      else this.flush();
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
        if (index > 0 && (!wrapped || item || line.trim() === '')) this.flush();
        const to = Math.min(from + line.length + 1, node.data.length);
        this.#addPart(node, item ? { ...place, kind: 'item', level: 1 } : place, from, to);
        from = to;
      });
    }

    /** @param {Text} node @param {Place} place @param {number} from @param {number} to */
    #addPart(node, place, from, to) {
      if (this.#text.empty) this.#place = place;
      this.#text.add(node, from, to);
    }

    /** @param {HTMLTableElement} table @param {Place} place */
    #table(table, place) {
      if (table.caption) this.visit(table.caption, place);
      for (const row of tables.rowsOf(table)) {
        this.flush();
        const inRow = /** @type {Place} */ ({ ...place, kind: 'row', level: 0, whole: true });
        row.cells.forEach((cell, index) => {
          if (index > 0) this.#text.part('\t');
          if (cell) this.visit(cell, inRow);
        });
        const before = this.blocks.length;
        this.flush();
        const block = this.blocks[before];
        if (block?.kind === 'row' && row.headers.length > 0) block.headers = row.headers;
      }
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
      this.blocks.push({ ...this.#kindOf(content, text.stretches), text: content, headers: [] });
      this.stretches.push(text.stretches);
    }

    /** @param {string} content @param {Stretch[]} stretches @returns {Pick<Block, 'kind' | 'level'>} */
    #kindOf(content, stretches) {
      const { kind, level, furniture: isFurniture } = this.#place;
      if (isFurniture && kind !== 'heading') return { kind: 'furniture', level: 0 };
      const headingLike = kind === 'paragraph' && content.length <= 120 && !/[.,;:!]["”’)]*$/.test(content);
      if (headingLike && stretches.every(isBold)) return { kind: 'heading', level: Math.min(6, this.#heading + 1) };
      return { kind, level };
    }
  }

  /** The first of the nodes to read inside an element; the others are its siblings. @param {Element} element */
  function firstIn(element) {
    return element.firstChild;
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

  return { readPage, stretchesOf, isTruncated };
})();
