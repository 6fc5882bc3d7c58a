// @ts-check
/**
 * The person's choices: their one home is storage.local, under `settings`.
 *
 * Loaded by the page scripts, by the extension's own pages (`<script src>`) and by the background (an import for its
 * side effect), so it gives itself to `globalThis`. What is stored may be of any shape (an older version, an import):
 * each choice that is not one of the possible ones is the default.
 *
 * @typedef {object} Settings
 * @property {'always' | 'click'} read when a page is read: by itself, or once the person opens the popup on it
 * @property {'shown' | 'hidden'} badges whether anything is put into the page by itself
 * @property {Record<Topic, boolean>} show which badges, and their marks, are shown in the page
 * @property {Corner} corner where the badges stand
 * @property {boolean} folded whether the badges are folded to one mark
 * @property {'standard' | 'colour-blind'} colours
 * @property {boolean} history whether the policies that were read are remembered
 * @property {number} historyMegabytes the most that the history takes of the disk, 1 to 9
 * @property {string[]} sitesOff hosts, as in `location.hostname`, on which no page is looked at
 *
 * @typedef {'tracking' | 'dnt' | 'ads' | 'sale'} Topic
 * @typedef {'bottom-right' | 'bottom-left' | 'top-right' | 'top-left'} Corner
 */
var settings = (() => {
  const KEY = 'settings';
  const TOPICS = /** @type {const} */ (['tracking', 'dnt', 'ads', 'sale']);
  const MOST_SITES = 1000;
  const LONGEST_HOST = 253;

  /** @type {Settings} */
  const DEFAULTS = {
    read: 'always', badges: 'shown', show: { tracking: true, dnt: true, ads: true, sale: true },
    corner: 'bottom-right', folded: false, colours: 'standard', history: true, historyMegabytes: 5, sitesOff: [],
  };
  const CHOICES = /** @type {const} */ ({
    read: ['always', 'click'], badges: ['shown', 'hidden'], colours: ['standard', 'colour-blind'],
    corner: ['bottom-right', 'bottom-left', 'top-right', 'top-left'],
  });

  /** Settings out of anything; what is missing or wrong is the default. @param {any} value @returns {Settings} */
  function clean(value) {
    const stored = isRecord(value) ? value : {};
    const show = isRecord(stored.show) ? stored.show : {};
    return {
      read: choice('read', stored), badges: choice('badges', stored),
      show: /** @type {Settings['show']} */ (Object.fromEntries(TOPICS.map((topic) => [topic, truth(show[topic], true)]))),
      corner: choice('corner', stored), folded: truth(stored.folded, DEFAULTS.folded), colours: choice('colours', stored),
      history: truth(stored.history, DEFAULTS.history), historyMegabytes: megabytes(stored.historyMegabytes),
      sitesOff: hosts(stored.sitesOff),
    };
  }

  /** @template {keyof typeof CHOICES} Name @param {Name} name @param {Record<string, unknown>} stored @returns {Settings[Name]} */
  function choice(name, stored) {
    const possible = /** @type {readonly unknown[]} */ (CHOICES[name]);
    return /** @type {Settings[Name]} */ (possible.includes(stored[name]) ? stored[name] : DEFAULTS[name]);
  }

  /** @param {unknown} value @returns {value is Record<string, any>} */
  function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  }

  /** @param {unknown} value @param {boolean} otherwise */
  function truth(value, otherwise) {
    return typeof value === 'boolean' ? value : otherwise;
  }

  /** @param {unknown} value */
  function megabytes(value) {
    return typeof value === 'number' && value >= 1 && value <= 9 ? value : DEFAULTS.historyMegabytes;
  }

  /** @param {unknown} value @returns {string[]} */
  function hosts(value) {
    if (!Array.isArray(value)) return [];
    const named = value.filter((host) => typeof host === 'string' && host !== '' && host.length <= LONGEST_HOST);
    return [...new Set(named.map((host) => host.toLowerCase()))].slice(-MOST_SITES);
  }

  /** The settings as they are stored now; a storage that cannot be read rejects. @returns {Promise<Settings>} */
  async function load() {
    return clean((await chrome.storage.local.get(KEY))[KEY]);
  }

  let saving = Promise.resolve();

  /** Changes some of the settings, one change after the other. @param {Partial<Settings>} part @returns {Promise<void>} */
  function save(part) {
    const saved = saving.then(async () => chrome.storage.local.set({ [KEY]: clean({ ...(await load()), ...part }) }));
    saving = saved.catch(() => undefined); // whoever asked for it hears of the failure; the next change goes on
    return saved;
  }

  /** Calls `hear` with the new settings after each change, wherever it was made. @param {(now: Settings) => void} hear @param {AbortSignal} [signal] */
  function onChanged(hear, signal) {
    /** @param {Record<string, chrome.storage.StorageChange>} changes @param {string} area */
    const listen = (changes, area) => {
      if (area === 'local' && changes[KEY]) hear(clean(changes[KEY].newValue));
    };
    chrome.storage.onChanged.addListener(listen);
    signal?.addEventListener('abort', () => chrome.storage?.onChanged.removeListener(listen), { once: true });
  }

  /** Is Smallprint switched off on this host? @param {Settings} now @param {string} host */
  function isOff(now, host) {
    return now.sitesOff.includes(host.toLowerCase());
  }

  return { DEFAULTS, TOPICS, clean, load, save, onChanged, isOff };
})();
globalThis.settings = settings;
