// @ts-check
/**
 * Reads a page for the core, and keeps for the marks where each block stands.
 *
 * @typedef {import('../types').Document} Page
 * @typedef {import('../types').Block} Block
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var reader = (() => {
  const SLICE = 20;

  /** @type {WeakMap<Page, InstanceType<typeof Reading>>} */
  const kept = new WeakMap();

  /** The page as the core takes it. @param {Document} document @returns {Promise<Page>} */
  async function readPage(document) {
    const reading = new Reading(document);
    while (!reading.goOn(performance.now() + SLICE)) await new Promise((resolve) => setTimeout(resolve));
    const page = {
      url: document.location.href.toWellFormed(),
      title: document.title.toWellFormed(),
      lang: document.documentElement.lang.toWellFormed(),
      blocks: reading.blocks,
    };
    kept.set(page, reading);
    return page;
  }

  /** Where the text of a block stands in the page. @param {Page} page @param {number} block */
  function stretchesOf(page, block) {
    return kept.get(page)?.stretches[block] ?? [];
  }

  /** Was the page longer than is read (about two million characters)? @param {Page} page */
  function isTruncated(page) {
    return kept.get(page)?.full ?? false;
  }

  /** The documents and shadow roots whose text was read. @param {Page} page */
  function rootsOf(page) {
    return kept.get(page)?.roots ?? [];
  }

  /** Is there a large frame that may not be read? @param {Page} page */
  function hasShutFrame(page) {
    return kept.get(page)?.shut ?? false;
  }

  return { readPage, stretchesOf, isTruncated, rootsOf, hasShutFrame };
})();
