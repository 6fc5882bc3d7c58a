// @ts-check
/** Where the badges stand: in a corner, clear of what the page itself keeps there; dragged to another by hand. */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var corner = (() => {
  const CONTROLS = 'button, a[href], input, select, [role=button]';
  const GAP = 8;
  const FAR = 6; // pixels: less is a press, not a drag

  /** Lifts the strip off a bar of the page (a cookie banner, a toolbar) whose buttons it would cover.
   * @param {HTMLElement} strip @param {Corner} at
   */
  function clear(strip, at) {
    strip.style.removeProperty('--lift');
    const box = strip.getBoundingClientRect();
    const bars = barsUnder(box).map((bar) => bar.getBoundingClientRect());
    const lifts = bars.map((bar) => (at.startsWith('bottom') ? innerHeight - bar.top : bar.bottom) - 16 + GAP);
    const lift = Math.max(0, ...lifts);
    if (lift > 0 && lift + box.height + 32 < innerHeight) strip.style.setProperty('--lift', `${lift}px`);
  }

  /** What stands still in the window under a box, with something to press in it. @param {DOMRect} box */
  function barsUnder(box) {
    const bars = new Set();
    for (const x of [box.left + 4, (box.left + box.right) / 2, box.right - 4]) {
      for (const y of [box.top + 4, (box.top + box.bottom) / 2, box.bottom - 4]) {
        for (const element of document.elementsFromPoint(x, y)) if (isBar(element)) bars.add(element);
      }
    }
    return [...bars];
  }

  /** @param {Element} element */
  function isBar(element) {
    if (!/fixed|sticky/.test(getComputedStyle(element).position) || !element.querySelector(CONTROLS)) return false;
    return element.getBoundingClientRect().height < innerHeight * 0.5;
  }

  /**
   * Lets the strip be dragged by its head into the corner where it is let go.
   * @param {HTMLElement} strip @param {HTMLElement} head @param {Corner} at @param {(to: Corner) => void} moved
   */
  function drag(strip, head, at, moved) {
    head.addEventListener('pointerdown', (down) => {
      if (!down.isTrusted || down.button !== 0 || /** @type {Element} */ (down.target).closest('button')) return;
      const end = new AbortController();
      const { signal } = end;
      head.setPointerCapture(down.pointerId);
      head.addEventListener('pointermove', (move) => {
        if (!move.isTrusted || Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) < FAR) return;
        strip.classList.add('moving');
        strip.style.translate = `${move.clientX - down.clientX}px ${move.clientY - down.clientY}px`;
      }, { signal });
      head.addEventListener('lostpointercapture', () => {
        end.abort();
        const { left, right, top, bottom } = strip.getBoundingClientRect();
        const to = /** @type {Corner} */ (`${top + bottom < innerHeight ? 'top' : 'bottom'}-${left + right < innerWidth ? 'left' : 'right'}`);
        strip.classList.remove('moving');
        strip.style.removeProperty('translate');
        if (to !== at) moved(to);
      }, { signal });
    });
  }

  return { clear, drag };
})();
