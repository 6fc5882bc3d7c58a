// @ts-check
/**
 * Colours ranges with CSS.highlights, in whichever document of the page they stand, a frame's too. The tree is not
 * changed: the registry of each document and a style sheet adopted by it, and by each shadow root, do it all.
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var paint = (() => {
  /** @type {Map<string, Set<typeof window>>} the windows in whose registry a name is (it cannot be walked through in Firefox) */
  const laid = new Map();
  /** @type {Map<Document, CSSStyleSheet>} */
  const sheets = new Map();
  /** @type {Set<Document | ShadowRoot>} */
  const roots = new Set();
  let rules = '';

  /** Gives the ranges a name in the registry, in place of those that have it. @param {string} name @param {Range[]} ranges */
  function lay(name, ranges, priority = 0) {
    wipe(name);
    const windows = new Set(ranges.flatMap((range) => windowOf(range) ?? []));
    for (const view of windows) {
      const own = ranges.filter((range) => windowOf(range) === view);
      view.CSS.highlights.set(name, Object.assign(new view.Highlight(...own), { priority }));
    }
    laid.set(name, windows);
    for (const range of ranges) roots.add(/** @type {Document | ShadowRoot} */ (range.startContainer.getRootNode()));
    adopt();
  }

  /** @param {Range} range */
  function windowOf(range) {
    return /** @type {typeof window | null | undefined} */ (range.startContainer.ownerDocument?.defaultView);
  }

  /** @param {string} name */
  function wipe(name) {
    for (const view of laid.get(name) ?? []) view.CSS.highlights.delete(name);
    laid.delete(name);
  }

  /** Says how the names look. @param {string} css */
  function style(css) {
    rules = css;
    for (const sheet of sheets.values()) sheet.replaceSync(css);
    adopt();
  }

  /** Puts the style sheet back where the page dropped it. */
  function adopt() {
    if (rules === '') return;
    for (const root of roots) {
      const sheet = sheetFor(root.ownerDocument ?? /** @type {Document} */ (root));
      if (sheet && !root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    }
  }

  /** @param {Document} document */
  function sheetFor(document) {
    const view = document.defaultView;
    if (!view || sheets.has(document)) return sheets.get(document);
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(rules);
    sheets.set(document, sheet);
    return sheet;
  }

  /** Are all names still in the registries? */
  function intact() {
    return [...laid].every(([name, windows]) => [...windows].every((view) => view.CSS.highlights.has(name)));
  }

  function clear() {
    for (const name of [...laid.keys()]) wipe(name);
    for (const root of roots) {
      const own = sheets.get(root.ownerDocument ?? /** @type {Document} */ (root));
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((sheet) => sheet !== own);
    }
    roots.clear();
    sheets.clear();
    rules = '';
  }

  return { lay, wipe, style, adopt, intact, clear };
})();
