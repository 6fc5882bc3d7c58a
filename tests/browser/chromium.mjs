// Drives a real Chromium with the extension in it. The same outside as firefox.mjs.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

import { overlayIn } from './devtools_tree.mjs';
import { ask, inOverlay } from './in_page.mjs';
import { until, untilStill } from './wait.mjs';

const EXTENSION = fileURLToPath(new URL('../../dist/chromium', import.meta.url));
const PROGRAMS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/chromium-browser', '/snap/bin/chromium'];
const FLAGS = [
  '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--window-size=1280,900',
];
// Chromium's own sandbox does not run as root.
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** In an address: the browser leaves this page alone. A page that is driven is not loaded before it is asked for. */
export const UNDRIVEN = 'undriven';

/** Where Chromium is, or undefined. */
export function findChromium() {
  return [process.env.CHROMIUM ?? '', ...PROGRAMS].find((path) => path !== '' && existsSync(path));
}

/** @param {{headless?: boolean, anywhere?: boolean, flags?: string[]}} [options] */
export async function startChromium({ headless = true, anywhere = false, flags = [] } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'smallprint-chromium-'));
  const browser = await puppeteer.launch({
    executablePath: findChromium(), headless, pipe: true, enableExtensions: true, userDataDir: profile,
    targetFilter: (target) => !target.url().includes(UNDRIVEN),
    defaultViewport: headless ? { width: 1280, height: 900 } : null,
    args: [...FLAGS, ...AS_ROOT, ...(anywhere ? [] : [LOOPBACK_ONLY]), ...flags],
  });
  const id = await browser.installExtension(EXTENSION);
  const session = await browser.target().createCDPSession();
  await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloadsIn(profile) });
  // A page of the extension outlives the background, and reads the same storage.
  const desk = await browser.newPage();
  await desk.goto(`chrome-extension://${id}/manifest.json`);
  return new Chromium(browser, id, desk, profile, await welcomeOf(browser));
}

/** @param {string} profile */
const downloadsIn = (profile) => join(profile, 'downloads');

/** What the page says that greets the person who installs the extension; it is closed then.
 * @param {import('puppeteer-core').Browser} browser
 */
async function welcomeOf(browser) {
  const target = await browser.waitForTarget((one) => one.url().endsWith('/welcome/welcome.html'));
  const page = await target.asPage();
  const words = await until('the welcome', () => page.evaluate(() => document.body?.innerText));
  await page.close();
  return words;
}

class Chromium {
  name = 'Chromium';

  /**
   * @param {import('puppeteer-core').Browser} browser @param {string} id
   * @param {import('puppeteer-core').Page} desk @param {string} profile @param {string} welcome
   */
  constructor(browser, id, desk, profile, welcome) {
    this.browser = browser;
    this.id = id;
    this.desk = desk;
    this.profile = profile;
    this.welcome = welcome;
    this.downloads = downloadsIn(profile);
  }

  /** The address of a page of the extension. @param {string} path */
  own(path) {
    return `chrome-extension://${this.id}/${path}`;
  }

  /** Opens a page in a tab of its own. @param {string} url */
  async open(url) {
    const before = await this.#tabs();
    const page = await this.browser.newPage();
    const tab = (await this.#tabs()).find((id) => !before.includes(id));
    if (tab === undefined) throw new Error('The new tab has no id.');
    await page.goto(url);
    return new Tab(this, page, tab);
  }

  #tabs() {
    return this.desk.evaluate(async () => (await chrome.tabs.query({})).map((tab) => tab.id));
  }

  /** Closes the tab that was opened last, by the extension perhaps. */
  closeNewest() {
    return this.desk.evaluate(async () => {
      const ids = (await chrome.tabs.query({})).map(({ id }) => id ?? 0);
      await chrome.tabs.remove(Math.max(...ids));
    });
  }

  /** Opens a page that is not driven, as a person would have it. @param {string} url with [`UNDRIVEN`] in it @returns {Promise<number>} the tab's id */
  openUndriven(url) {
    return this.desk.evaluate(async (address) => (await chrome.tabs.create({ url: address })).id ?? -1, url);
  }

  /** @param {number} tab */
  closeUndriven(tab) {
    return this.desk.evaluate((id) => chrome.tabs.remove(id), tab);
  }

  /** @param {number} tab */
  toolbarTextOf(tab) {
    return this.desk.evaluate((tabId) => chrome.action.getBadgeText({ tabId }), tab);
  }

  /** What the browser complains of when it loads the extension. */
  async warnings() {
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions');
    const all = await page.evaluate(async () => {
      const { developerPrivate } = /** @type {any} */ (chrome);
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      return developerPrivate.getExtensionsInfo();
    });
    await page.close();
    const own = all.find((/** @type {{id: string}} */ { id }) => id === this.id);
    return [...own.manifestErrors, ...own.installWarnings ?? [], ...own.runtimeWarnings]
      .map((/** @type {any} */ trouble) => trouble.message ?? trouble);
  }

  /** What went wrong in the extension's own scripts so far. */
  async troubles() {
    const page = await this.browser.newPage();
    await page.goto('chrome://extensions');
    const all = await page.evaluate(() => /** @type {any} */ (chrome).developerPrivate.getExtensionsInfo());
    await page.close();
    return all.find((/** @type {{id: string}} */ { id }) => id === this.id).runtimeErrors
      .map((/** @type {{message: string}} */ { message }) => message);
  }

  /** Stops the background, as the browser does after half a minute. */
  async stopBackground() {
    const target = this.browser.targets().find((one) => one.type() === 'service_worker' && one.url().includes(this.id));
    if (!target) return;
    await (await target.worker())?.close();
    await until('the background to stop', () => !this.browser.targets().includes(target));
  }

  /** Everything that is kept for the session. @returns {Promise<Record<string, any>>} */
  session() {
    return this.desk.evaluate(() => chrome.storage.session.get(null));
  }

  /** Asks in a page of the extension. @param {(...args: any[]) => any} what @param {any[]} args @returns {Promise<any>} */
  atDesk(what, ...args) {
    return this.desk.evaluate(what, ...args);
  }

  /** Waits until a person closes the browser. */
  async closed() {
    await this.desk.close();
    await new Promise((resolve) => this.browser.once('disconnected', resolve));
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  async close() {
    await this.browser.close();
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

class Tab {
  /** @param {Chromium} browser @param {import('puppeteer-core').Page} page @param {number} id */
  constructor(browser, page, id) {
    this.browser = browser;
    this.page = page;
    this.id = id;
  }

  /** Runs a function, or the text of one, in the page.
   * @param {string | ((...args: any[]) => any)} what @param {any[]} args @returns {Promise<any>}
   */
  run(what, ...args) {
    return typeof what === 'string' ? this.page.evaluate(`(${what})()`) : this.page.evaluate(what, ...args);
  }

  /** One of the questions of in_page.mjs. @param {keyof typeof ask} question @param {any[]} args */
  ask(question, ...args) {
    return this.page.evaluate(/** @type {any} */ (ask[question]), ...args);
  }

  /** Sends the page script a message, as the popup does. @param {object} message @returns {Promise<any>} */
  message(message) {
    return this.browser.desk.evaluate((tab, said) => chrome.tabs.sendMessage(tab, said), this.id, message);
  }

  async report() {
    return (await this.browser.session())[`report:${this.id}`] ?? null;
  }

  toolbarText() {
    return this.browser.toolbarTextOf(this.id);
  }

  /** The labels of the badges in the page, or null if nothing was put into the page. @returns {Promise<string[] | null>} */
  labels() {
    return this.overlay(inOverlay.labels);
  }

  /**
   * Asks in the closed shadow root; null if there is none.
   * @param {(root: ShadowRoot, ...args: any[]) => any} what @param {any[]} args @returns {Promise<any>}
   */
  async overlay(what, ...args) {
    return this.#devtools(async (session) => {
      const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
      const backendNodeId = overlayIn(root);
      if (backendNodeId === null) return null;
      const { object } = await session.send('DOM.resolveNode', { backendNodeId });
      const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
        objectId: object.objectId, returnByValue: true, arguments: args.map((value) => ({ value })),
        functionDeclaration: `function (...args) { return (${what})(this, ...args); }`,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value ?? null;
    });
  }

  /** Clicks the nth badge with the mouse. @param {number} index */
  clickBadge(index) {
    return this.press('.badge', index);
  }

  /** Clicks something of the page itself with the mouse. @param {string} selector @param {number} [index] */
  async clickOn(selector, index = 0) {
    const { x, y } = await untilStill(selector, () => this.ask('middle', selector, index));
    await this.click(x, y);
  }

  /** Gives a file to the page's `<input type=file>`. @param {string} selector @param {string} path */
  async giveFile(selector, path) {
    const input = /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement>} */ (await this.page.$(selector));
    await input.uploadFile(path);
  }

  /** Clicks something of the overlay with the mouse. @param {string} selector @param {number} [index] */
  async press(selector, index = 0) {
    const { x, y } = await untilStill(selector, () => this.overlay(inOverlay.middle, selector, index));
    await this.click(x, y);
  }

  /** @param {number} x @param {number} y */
  async click(x, y) {
    await this.page.bringToFront();
    await this.page.mouse.click(x, y);
  }

  /** With a finger. @param {number} x @param {number} y */
  async tap(x, y) {
    await this.page.bringToFront();
    await this.page.touchscreen.tap(x, y);
  }

  /** @param {number} x @param {number} y */
  async hover(x, y) {
    await this.page.bringToFront();
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y);
  }

  /** @param {{x: number, y: number}} from @param {{x: number, y: number}} to */
  async drag(from, to) {
    await this.page.bringToFront();
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
    await this.page.mouse.move(to.x, to.y);
    await this.page.mouse.up();
  }

  /** Presses a key, as `Tab` or `Escape`. @param {any} key @param {{shift?: boolean}} [with_] */
  async key(key, { shift = false } = {}) {
    await this.page.bringToFront();
    if (shift) await this.page.keyboard.down('Shift');
    await this.page.keyboard.press(key);
    if (shift) await this.page.keyboard.up('Shift');
  }

  /** Puts in what was copied, where the keyboard is. */
  async paste() {
    await this.page.bringToFront();
    await this.page.keyboard.down('Control');
    await this.page.keyboard.press('KeyV', { commands: ['Paste'] });
    await this.page.keyboard.up('Control');
  }

  /** Shows the page as others see it. @param {{scheme?: string, medium?: string, forced?: boolean, calm?: boolean}} way */
  async emulate({ scheme = 'light', medium = '', forced = false, calm = false }) {
    this.media ??= await this.page.createCDPSession();
    await this.media.send('Emulation.setEmulatedMedia', { media: medium, features: [
      { name: 'prefers-color-scheme', value: scheme }, { name: 'forced-colors', value: forced ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: calm ? 'reduce' : 'no-preference' },
    ] });
  }

  /** @param {number} width @param {number} height @param {{touch?: boolean}} [way] */
  async resize(width, height, { touch = false } = {}) {
    await this.page.setViewport({ width, height, hasTouch: touch });
  }

  /** @template T @param {(session: import('puppeteer-core').CDPSession) => Promise<T>} ask @returns {Promise<T>} */
  async #devtools(ask) {
    const session = await this.page.createCDPSession();
    try {
      return await ask(session);
    } finally {
      await session.detach();
    }
  }

  /** Clicks the toolbar button and hands the popup over. */
  async popup() {
    await this.page.bringToFront();
    const address = `chrome-extension://${this.browser.id}/popup/`;
    const known = new Set(this.browser.browser.targets());
    const extension = (await this.browser.browser.extensions()).get(this.browser.id);
    await extension?.triggerAction(this.page);
    const target = await until('the popup', () =>
      this.browser.browser.targets().find((one) => !known.has(one) && one.url().startsWith(address)));
    const popup = await target.asPage();
    await until('the popup to be drawn', () => popup.evaluate(() => {
      const report = document.querySelector('#report');
      return report !== null && report.getAttribute('aria-busy') !== 'true';
    }));
    return {
      text: () => popup.evaluate(() => document.body.innerText),
      ask: (/** @type {keyof typeof ask} */ question, /** @type {any[]} */ ...args) =>
        popup.evaluate(/** @type {any} */ (ask[question]), ...args),
      press: (/** @type {string} */ selector) => popup.click(selector),
      isOpen: async () => !popup.isClosed(),
      close: async () => void (await popup.close().catch(() => undefined)),
    };
  }

  /** @param {string} path */
  async screenshot(path) {
    await this.page.bringToFront();
    await this.page.screenshot({ path: /** @type {`${string}.png`} */ (path) });
  }

  async close() {
    await this.page.close();
  }
}
