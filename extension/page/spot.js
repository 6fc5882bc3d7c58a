// @ts-check
/** Where a range stands in the window, out of the shadow roots and frames that it is in. */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var spot = (() => {
  /** Its boxes in the window. @param {Range} range @returns {DOMRect[]} */
  function boxesOf(range) {
    const { x, y } = originOf(range.startContainer.ownerDocument?.defaultView);
    return [...range.getClientRects()].map((box) => new DOMRect(box.x + x, box.y + y, box.width, box.height));
  }

  /** Where a frame's own window begins in the window. @param {Window | null | undefined} view */
  function originOf(view) {
    let [x, y] = [0, 0];
    for (let frame = view?.frameElement; frame && view !== window; view = view?.parent, frame = view?.frameElement) {
      const box = frame.getBoundingClientRect();
      x += box.left + frame.clientLeft;
      y += box.top + frame.clientTop;
    }
    return { x, y };
  }

  /** Where a pointer is in the window, whichever frame it is heard in. @param {MouseEvent} event */
  function pointOf(event) {
    const { x, y } = originOf(event.view);
    return { x: event.clientX + x, y: event.clientY + y };
  }

  /** Is it seen at this point of the window? @param {Range} range @param {number} x @param {number} y @param {Element} on what is uppermost there */
  function isSeenAt(range, x, y, on) {
    return boxesOf(range).some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom) &&
      around(range.startContainer).includes(on);
  }

  /** The elements that a node stands in, innermost first. @param {Node} node */
  function around(node) {
    const elements = /** @type {Element[]} */ ([]);
    for (let at = outer(node); at; at = outer(at)) if (at.nodeType === Node.ELEMENT_NODE) elements.push(/** @type {Element} */ (at));
    return elements;
  }

  /** @param {any} node @returns {Node | null} */
  function outer(node) {
    return node.parentNode ?? node.host ?? node.defaultView?.frameElement ?? null;
  }

  return { boxesOf, pointOf, isSeenAt, around };
})();
