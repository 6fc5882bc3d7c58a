// @ts-check
/**
 * Hears the keyboard before the page does: it runs at the start of every document, and does nothing until it is asked.
 * A page that swallows keys would otherwise lock the person out of the badges, or into them.
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var keys = (() => {
  /** @type {((event: KeyboardEvent) => void) | undefined} */
  let hearer;
  for (const type of /** @type {const} */ (['keydown', 'keypress', 'keyup'])) {
    window.addEventListener(type, (event) => { if (event.isTrusted) hearer?.(event); }, true);
  }

  /** Hands every key that a person presses to `hear`, until `signal`. @param {(event: KeyboardEvent) => void} hear @param {AbortSignal} signal */
  function listen(hear, signal) {
    hearer = hear;
    signal.addEventListener('abort', () => { if (hearer === hear) hearer = undefined; }, { once: true });
  }

  return { listen };
})();
