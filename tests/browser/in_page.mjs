// Questions that are asked inside a page, its overlay or the popup. Each is an arrow function that stands alone: it is sent there as text.

export const ask = {
  /** The marked texts, by the name of the mark, white space aside. */
  marks: () => {
    const frames = [...document.querySelectorAll('iframe')].flatMap(({ contentWindow, contentDocument }) => (contentDocument ? contentWindow : []));
    const all = /** @type {(typeof window)[]} */ ([window, ...frames]).flatMap((view) => [...view.CSS.highlights]);
    return Object.fromEntries(all.filter(([name]) => name.startsWith('mark-')).map(([name, marks]) => {
      const ranges = /** @type {Range[]} */ ([...marks]);
      return [name, ranges.map(String).join('').replace(/\s+/g, '')];
    }));
  },

  /** Is the start of this text, white space aside, within the window? @param {string} text */
  sees: (text) => {
    const wanted = text.replace(/\s+/g, '').slice(0, 40);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let all = '';
    while (walker.nextNode()) {
      const { data } = /** @type {Text} */ (walker.currentNode);
      nodes.push({ node: walker.currentNode, at: all.length });
      all += data.replace(/\s+/g, '');
    }
    const at = all.indexOf(wanted);
    const found = nodes.filter((one) => one.at <= at).at(-1);
    if (at < 0 || !found) return false;
    const range = document.createRange();
    range.selectNodeContents(found.node);
    const box = range.getBoundingClientRect();
    return box.bottom > 0 && box.top < innerHeight;
  },

  /** Clicks the quote that starts with this text. @param {string} text */
  clickQuote: (text) => {
    const bare = (/** @type {string} */ words) => words.replace(/\s+/g, '');
    const quotes = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('button.quote')]);
    const quote = quotes.find((one) => bare(one.textContent ?? '').includes(bare(text).slice(0, 60)));
    quote?.click();
    return quote !== undefined;
  },

  /** The middle of the nth thing that is shown under a selector, brought into the window. @param {string} selector @param {number} index */
  middle: (selector, index) => {
    const shown = [...document.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0)[index];
    shown?.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = shown?.getBoundingClientRect();
    return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
  },

  /** The words under a selector, as they are seen. @param {string} selector */
  words: (selector) => /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)])
    .filter((one) => one.getClientRects().length > 0).map((one) => one.innerText),

  /** The popup's cards: label and quotes of each. */
  cards: () => {
    return [...document.querySelectorAll('article.card')].map((card) => ({
      label: card.querySelector('.label')?.textContent ?? '',
      says: card.querySelector('.says')?.textContent ?? '',
      quotes: [...card.querySelectorAll('.quotes q')].map((quote) => (quote.textContent ?? '').replace(/\s+/g, '')),
    }));
  },
};

export const inOverlay = {
  /** The labels of the badges. @param {ShadowRoot} root */
  labels: (root) => [...root.querySelectorAll('.badge .label')].map((label) => label.textContent ?? ''),

  /** The middle of the nth thing that is shown under a selector, in the window. @param {ShadowRoot} root @param {string} selector @param {number} index */
  middle: (root, selector, index) => {
    const shown = [...root.querySelectorAll(selector)].filter((one) => one.getClientRects().length > 0);
    const box = shown[index]?.getBoundingClientRect();
    return box ? { x: box.left + box.width / 2, y: box.top + box.height / 2 } : null;
  },

  /** The box of the first thing under a selector, in the window. @param {ShadowRoot} root @param {string} selector */
  box: (root, selector) => {
    const box = root.querySelector(selector)?.getBoundingClientRect();
    return box && box.width > 0 ? { left: box.left, top: box.top, right: box.right, bottom: box.bottom } : null;
  },

  /** The words under a selector. @param {ShadowRoot} root @param {string} selector */
  text: (root, selector) => root.querySelector(selector)?.textContent ?? null,

  /** What the keyboard is at. @param {ShadowRoot} root */
  focus: (root) => {
    const { activeElement } = root;
    return /** @type {HTMLElement | null} */ (activeElement)?.dataset?.key ?? activeElement?.className ?? null;
  },
};

/** Asked in a page of the extension. */
export const atDesk = {
  /** Changes the person's settings. @param {object} part */
  choose: async (part) => {
    const { settings: stored = {} } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...stored, ...part } });
  },

  /** The person's settings as they are stored. @returns {Promise<any>} */
  settings: async () => (await chrome.storage.local.get('settings')).settings ?? {},

  forgetSettings: () => chrome.storage.local.remove('settings'),
};
