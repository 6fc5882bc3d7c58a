// @ts-check
/** Tells when the page changed: soon after the first change, ever more rarely while nothing comes of it. */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var watch = (() => {
  const SOON = 200;
  const RARELY = 5000;
  const CHANGES = { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ['open'] };

  /**
   * Calls `look` after changes of the page, at most `times` times; `look` says whether anything came of it. What is
   * returned watches one more shadow root, or the document of a frame.
   * @param {() => boolean | Promise<boolean>} look @param {number} times @param {AbortSignal} signal
   */
  function watch(look, times, signal) {
    let left = times;
    let delay = SOON;
    /** @type {number | undefined} */
    let timer;
    const observer = new MutationObserver(() => {
      timer ??= setTimeout(run, delay);
    });
    const run = async () => {
      timer = undefined;
      left -= 1;
      if (left <= 0) observer.disconnect();
      delay = (await look()) ? SOON : Math.min(delay * 1.5, RARELY);
    };
    const observe = (/** @type {Node} */ root) => {
      if (left > 0 && !signal.aborted) observer.observe(root, CHANGES);
    };
    observe(document);
    signal.addEventListener('abort', () => {
      observer.disconnect();
      clearTimeout(timer);
    }, { once: true });
    return observe;
  }

  return watch;
})();
