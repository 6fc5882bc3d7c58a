// @ts-check
/**
 * Hears keys and presses before the page does: it runs at the start of every document, and does nothing until it is
 * asked. A page that swallows them would otherwise lock the person out of the badges, or into them.
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var early = (() => {
  /** @type {((event: KeyboardEvent | MouseEvent) => void) | undefined} */
  let hearer;
  for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup', 'click'])) {
    window.addEventListener(type, (event) => { if (event.isTrusted) hearer?.(event); }, true);
  }

  /** Hands every key and click of a person to `hear`, until `signal`.
   * @param {(event: KeyboardEvent | MouseEvent) => void} hear @param {AbortSignal} signal
   */
  function listen(hear, signal) {
    hearer = hear;
    signal.addEventListener('abort', () => { if (hearer === hear) hearer = undefined; }, { once: true });
  }

  return { listen };
})();
