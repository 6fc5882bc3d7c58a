// @ts-check
/**
 * Where the reader's walk is, and as what it reads the text there: the markup and the computed style say it.
 *
 * @typedef {{kind: Block['kind'], level: number, furniture: boolean, whole: boolean, unseen: boolean, pane: boolean,
 *   lists: number}} Place `whole`: inner boundaries part no blocks; `pane`: hidden, but a click shows it
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var places = (() => {
  const INLINE = /^(?:inline|contents|ruby)/;
  const HEADING = /^h[1-6]$/;

  /** @type {Place} */
  const start = {
    kind: 'paragraph', level: 0, furniture: false, whole: false, unseen: false, pane: false, lists: 0,
  };

  /** The place inside an element, `heading` being the level of the last heading; null if nobody can see what is there.
   * @param {HTMLElement} element @param {CSSStyleDeclaration} style @param {string} display @param {Place} place
   * @param {number} heading @returns {Place | null}
   */
  function placeIn(element, style, display, place, heading) {
    const seen = sight.sightOf(element, style, display);
    if (seen === 'never') return null;
    const inner = { ...place, pane: place.pane || seen === 'collapsed', unseen: sight.showsNoText(style) };
    if (!inner.furniture && !INLINE.test(display)) inner.furniture = furniture.isFurniture(element, style);
    if (inner.unseen && sight.hasControl(element)) inner.pane = true;
    inner.unseen &&= !inner.pane;
    return place.whole ? inner : { ...inner, ...kindIn(element, inner, heading) };
  }

  /** @param {HTMLElement} element @param {Place} place @param {number} heading @returns {Partial<Place>} */
  function kindIn(element, place, heading) {
    const name = element.localName;
    if (HEADING.test(name)) return headingAt(Number(name[1]), place.furniture && name !== 'h1');
    if (element.getAttribute('role') === 'heading') {
      return headingAt(Number(element.getAttribute('aria-level')) || 2, place.furniture);
    }
    if (name === 'summary' || opensPane(element)) return headingAt(heading + 1, place.furniture);
    if (name === 'button' || element.getAttribute('role') === 'button') return { furniture: true, whole: true };
    if (name === 'ul' || name === 'ol' || name === 'dl' || name === 'menu') return { lists: place.lists + 1 };
    if (name === 'li' || name === 'dd') return { kind: 'item', level: Math.min(Math.max(place.lists, 1), 255) };
    if (name === 'dt' || name === 'td' || name === 'th') return { kind: 'paragraph', level: 0 };
    return {};
  }

  /** @param {Element} element */
  function opensPane(element) {
    return element.hasAttribute('aria-expanded') && element.hasAttribute('aria-controls') &&
      (element.localName === 'button' || element.getAttribute('role') === 'button');
  }

  /** @param {number} level @param {boolean} isFurniture @returns {Partial<Place>} */
  function headingAt(level, isFurniture) {
    if (isFurniture) return { kind: 'paragraph', level: 0, whole: true };
    return { kind: 'heading', level: Math.min(Math.max(level, 1), 6), whole: true };
  }

  /** Does the element stand apart from the text around it?
   * @param {Element} element @param {string} display @param {Place} inner @param {Place} place
   */
  function isApart(element, display, inner, place) {
    if (inner.furniture !== place.furniture || inner.kind !== place.kind || inner.whole !== place.whole) return true;
    if (display === 'none' || display === '') return !/^(?:a|b|em|i|span|strong|u|font|small)$/.test(element.localName);
    return !INLINE.test(display) || element.localName === 'li';
  }

  /** @param {Element} element */
  function isHeading(element) {
    return HEADING.test(element.localName);
  }

  return { start, placeIn, isApart, isHeading };
})();
