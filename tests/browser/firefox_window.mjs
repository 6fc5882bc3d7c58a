// What is asked in Firefox's own window. Each is an arrow function that stands alone: it is sent there as text.

/* global Ci, gBrowser, Services, window -- the globals of the browser's window */

/**
 * Asks in the browser's own window.
 * @param {import('selenium-webdriver').WebDriver} driver @param {(...args: any[]) => any} what @param {any[]} args
 * @returns {Promise<any>}
 */
export async function inWindow(driver, what, ...args) {
  const firefox = /** @type {import('selenium-webdriver/firefox.js').Driver} */ (driver);
  await firefox.setContext('chrome');
  try {
    const answer = await driver.executeAsyncScript(
      `const args = [...arguments], done = args.pop(); ${HELP}
      (async () => (${what})(...args))().then((value) => done({ value }), (error) => done({ error: String(error) }));`,
      ...args,
    );
    if (answer.error) throw new Error(answer.error);
    return answer.value;
  } finally {
    await firefox.setContext('content');
  }
}

/** What the functions that are asked in the window lean on. */
const HELP = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { browserActionFor, tabTracker } = ExtensionParent.apiManager.global;
  const extensionOf = (id) => WebExtensionPolicy.getByID(id).extension;
  const popupOf = (id) => [...extensionOf(id).views].find((view) => view.viewType === 'popup')?.xulBrowser;
  const deskOf = (id) => gBrowser.browsers.find(({ currentURI }) => currentURI.spec.endsWith('?tab=-1'));
  const PLACES = { tab: () => gBrowser.selectedBrowser, popup: popupOf, desk: deskOf };

  /* Runs a script beside a page's own; asPage: with the page's rights, else with the browser's. */
  function within(browser, source, args, asPage) {
    const name = 'smallprint-test:' + Math.random();
    const call = '(' + source + ')(...' + JSON.stringify(args) + ')';
    const run = asPage
      ? 'const box = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });' +
        'Cu.exportFunction(answer, box, { defineAs: "answer" });' +
        'Cu.evalInSandbox(' + JSON.stringify('Promise.resolve().then(() => ' + call + ')' +
          '.then((value) => answer(JSON.stringify({ value })), (error) => answer(JSON.stringify({ error: String(error) })));') + ', box);'
      : 'answer(JSON.stringify({ value: ' + call + ' }));';
    const script = '{ const answer = (text) => sendAsyncMessage(' + JSON.stringify(name) + ', text);' +
      'try { ' + run + ' } catch (error) { answer(JSON.stringify({ error: String(error) })); } }';
    return new Promise((resolve, reject) => {
      const { messageManager } = browser;
      messageManager.addMessageListener(name, function hear({ data }) {
        messageManager.removeMessageListener(name, hear);
        const { value, error } = JSON.parse(data);
        if (error) reject(error); else resolve(value ?? null);
      });
      messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(script), false);
    });
  }`;

/* The names that HELP gives to the functions below. */
/** @type {any} */ let extensionOf, PLACES, browserActionFor, tabTracker, within, deskOf;

export const windowAsk = {
  /** The tab's id as extensions know it. */
  tabId: () => tabTracker.getId(gBrowser.selectedTab),

  /** @param {string} id */
  warnings: (id) => [...extensionOf(id).warnings ?? [], ...extensionOf(id).errors ?? []],

  /**
   * The errors that the extension's own scripts left in the console. That a page went while a message of it was under
   * way is no error: Firefox writes it down all the same.
   * @param {string} uuid @returns {string[]}
   */
  troubles: (uuid) => Services.console.getMessageArray().filter((/** @type {any} */ one) =>
    one instanceof Ci.nsIScriptError && one.sourceName.includes(uuid) &&
    !(one.flags & Ci.nsIScriptError.warningFlag) && !/^Promise (?:resolved|rejected) after context unloaded/.test(one.errorMessage))
    .map((/** @type {any} */ one) => `${one.errorMessage} (${one.sourceName}:${one.lineNumber})`),

  /** What the welcome page says, once it is there; it is closed then. @returns {Promise<string | null>} */
  closeWelcome: async () => {
    const tab = gBrowser.tabs.find((/** @type {any} */ { linkedBrowser }) => linkedBrowser.currentURI.spec.endsWith('/welcome/welcome.html'));
    const words = tab && await within(tab.linkedBrowser, '() => content.document.readyState === "complete" && content.document.body.innerText', [], false);
    if (words) gBrowser.removeTab(tab);
    return words || null;
  },

  closeNewest: () => {
    const [newest] = gBrowser.tabs.toSorted((/** @type {any} */ one, /** @type {any} */ other) => tabTracker.getId(other) - tabTracker.getId(one));
    gBrowser.removeTab(newest);
  },

  /** @param {string} id @param {number} tab */
  toolbarText: (id, tab) => browserActionFor(extensionOf(id)).action.getProperty(tabTracker.getTab(tab), 'badgeText'),

  /** @param {string} id */
  stopBackground: (id) => extensionOf(id).terminateBackground({ ignoreDevToolsAttached: true }),

  /** @param {string} id */
  isBackgroundStopped: (id) => extensionOf(id).backgroundState === 'stopped',

  /** Opens a page of the extension in the back: it outlives the background, and reads the same storage.
   * @param {string} id @param {string} url */
  openDesk: (id, url) => {
    const { principal } = extensionOf(id);
    gBrowser.addTab(url, { triggeringPrincipal: principal, inBackground: true });
  },

  /** @param {string} id */
  isDeskReady: async (id) => (await within(deskOf(id), '() => typeof chrome.storage.session.get', [], true)) === 'function',

  /** @param {string} id */
  clickToolbar: (id) => void browserActionFor(extensionOf(id)).triggerAction(window),

  /** Is the place (tab, popup, desk) there? @param {string} id @param {string} place */
  isThere: (id, place) => Boolean(PLACES[place](id)),

  /** As a person does: what asks for a person's press gets it. @param {string} id @param {string} selector */
  pressInPopup: (id, selector) => within(PLACES.popup(id), `(selector) => {
    content.document.notifyUserGestureActivation();
    content.document.querySelector(selector).click();
  }`, [selector], false),

  /** @param {string} id */
  closePopup: (id) => void PLACES.popup(id)?.closest('panel')?.hidePopup(),

  /** Shows the tab as others see it. @param {{scheme: string, medium: string, forced: boolean, calm: boolean}} way */
  emulate: ({ scheme, medium, forced, calm }) => {
    const { browsingContext } = gBrowser.selectedBrowser;
    browsingContext.prefersColorSchemeOverride = scheme;
    browsingContext.mediumOverride = medium;
    browsingContext.forcedColorsOverride = forced ? 'active' : 'none';
    Services.prefs.setIntPref('ui.prefersReducedMotion', calm ? 1 : 0);
  },

  /** The window itself cannot be made as narrow as a phone; what shows the tab can. @param {number} width @param {number} height */
  resize: (width, height) => {
    const { style } = gBrowser.selectedBrowser;
    style.maxWidth = `${width}px`;
    style.maxHeight = `${height}px`;
  },

  /** Asks in a place (tab, popup, desk). @param {string} id @param {string} place @param {string} source @param {any[]} args
   * @param {boolean} asPage */
  ask: (id, place, source, args, asPage) => within(PLACES[place](id), source, args, asPage),
};

/** As text, to be asked with the browser's rights in a tab: asks `what` in the overlay's closed shadow root.
 * @param {(root: ShadowRoot, ...args: any[]) => any} what
 */
export const inOverlayOfTab = (what) => `(...args) => {
  const roots = [...content.document.querySelectorAll(':root > *, dialog > *')].map((element) => element.openOrClosedShadowRoot);
  const root = roots.find((one) => one?.mode === 'closed');
  const getComputedStyle = (element) => content.getComputedStyle(element);
  return root ? (${what})(root, ...args) : null;
}`;
