// Drives a real Firefox with the extension in it. The same outside as chromium.mjs.
//
// What only the browser's own window can tell (toolbar, popup, background, closed shadow roots) is asked there:
// geckodriver is started with --allow-system-access.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Builder, Key, Origin } from 'selenium-webdriver';
import firefox from 'selenium-webdriver/firefox.js';
import { Command, Name } from 'selenium-webdriver/lib/command.js';

import { inOverlayOfTab, inWindow, windowAsk } from './firefox_window.mjs';
import { ask, inOverlay } from './in_page.mjs';
import { until, untilStill } from './wait.mjs';

const EXTENSION = fileURLToPath(new URL('../../dist/firefox', import.meta.url));
const PROGRAMS = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];
/** @type {Record<string, string>} */
const KEYS = {
  Tab: Key.TAB, Escape: Key.ESCAPE, Enter: Key.ENTER, Space: Key.SPACE,
  ArrowLeft: Key.ARROW_LEFT, ArrowRight: Key.ARROW_RIGHT, ArrowUp: Key.ARROW_UP, ArrowDown: Key.ARROW_DOWN,
};
/** Firefox's note on a page that said that it is left, and was put aside before that was answered: nothing waits for it. */
const LATE_ANSWER = 'Promise resolved while context is inactive';
const UUID = '5d1bb3a6-0c1f-4e0b-9a3c-5aa11b1e7a11';
// Everything but loopback goes to a proxy that is not there.
const LOOPBACK_ONLY = {
  'network.proxy.type': 1, 'network.proxy.http': '127.0.0.1', 'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1', 'network.proxy.ssl_port': 9, 'network.proxy.no_proxies_on': '127.0.0.1',
};

/** Where Firefox is, or undefined. */
export function findFirefox() {
  return [process.env.FIREFOX ?? '', ...PROGRAMS].find((path) => path !== '' && existsSync(path));
}

function findDriver() {
  const found = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'geckodriver')).find(existsSync);
  if (!found) throw new Error('geckodriver is not on the PATH; start the tests with ./build.sh test.');
  return found;
}

/** @param {{headless?: boolean, anywhere?: boolean}} [options] */
export async function startFirefox({ headless = true, anywhere = false } = {}) {
  const id = JSON.parse(readFileSync(join(EXTENSION, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id;
  const options = new firefox.Options().windowSize({ width: 1280, height: 900 });
  options.setBinary(/** @type {string} */ (findFirefox()));
  if (headless) options.addArguments('-headless');
  options.setPreference('extensions.webextensions.uuids', JSON.stringify({ [id]: UUID }));
  const downloads = mkdtempSync(join(tmpdir(), 'smallprint-firefox-'));
  options.setPreference('browser.download.folderList', 2);
  options.setPreference('browser.download.dir', downloads);
  if (!anywhere) for (const [name, value] of Object.entries(LOOPBACK_ONLY)) options.setPreference(name, value);
  const service = new firefox.ServiceBuilder(findDriver()).addArguments('--allow-system-access');
  const driver = /** @type {firefox.Driver} */ (await new Builder().forBrowser('firefox')
    .setFirefoxOptions(options).setFirefoxService(service).build());
  await driver.installAddon(EXTENSION, true);
  const browser = new Firefox(driver, id, downloads);
  await browser.openDesk();
  browser.welcome = await until('the welcome', () => browser.window('closeWelcome'));
  return browser;
}

class Firefox {
  name = 'Firefox';

  /** @param {firefox.Driver} driver @param {string} id @param {string} downloads */
  constructor(driver, id, downloads) {
    this.driver = driver;
    this.id = id;
    this.downloads = downloads;
    /** What the page said that greets the person who installs the extension. */
    this.welcome = '';
  }

  /** The address of a page of the extension. @param {string} path */
  own(path) {
    return `moz-extension://${UUID}/${path}`;
  }

  /** @param {keyof typeof windowAsk} question @param {any[]} args @returns {Promise<any>} */
  window(question, ...args) {
    return inWindow(this.driver, windowAsk[question], ...args);
  }

  async openDesk() {
    await this.window('openDesk', this.id, `moz-extension://${UUID}/popup/popup.html?tab=-1`);
    await until('a page of the extension', () => this.window('isDeskReady', this.id));
  }

  /** Opens a page in a tab of its own. @param {string} url */
  async open(url) {
    await this.driver.switchTo().newWindow('tab');
    const handle = await this.driver.getWindowHandle();
    await this.driver.switchTo().window(handle);
    await this.driver.get(url);
    return new Tab(this, handle, await this.window('tabId'));
  }

  /** Closes the tab that was opened last, by the extension perhaps. */
  closeNewest() {
    return this.window('closeNewest');
  }

  /** What the browser complains of when it loads the extension. @returns {Promise<string[]>} */
  warnings() {
    return this.window('warnings', this.id);
  }

  /** What went wrong in the extension's own scripts so far. @returns {Promise<string[]>} */
  async troubles() {
    return (await this.window('troubles', UUID)).filter((/** @type {string} */ trouble) => !trouble.startsWith(LATE_ANSWER));
  }

  /** Stops the background, as the browser does after half a minute. */
  async stopBackground() {
    await this.window('stopBackground', this.id);
    await until('the background to stop', () => this.window('isBackgroundStopped', this.id));
  }

  /** Everything that is kept for the session. @returns {Promise<Record<string, any>>} */
  session() {
    return this.window('ask', this.id, 'desk', 'async () => chrome.storage.session.get(null)', [], true);
  }

  /** Asks in a page of the extension. @param {(...args: any[]) => any} what @param {any[]} args @returns {Promise<any>} */
  atDesk(what, ...args) {
    return this.window('ask', this.id, 'desk', String(what), args, true);
  }

  /** Waits until a person closes the browser. */
  async closed() {
    while ((await this.driver.getAllWindowHandles().catch(() => [])).length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async close() {
    await this.driver.quit();
    rmSync(this.downloads, { recursive: true, force: true });
  }
}

class Tab {
  /** @param {Firefox} browser @param {string} handle @param {number} id */
  constructor(browser, handle, id) {
    this.browser = browser;
    this.handle = handle;
    this.id = id;
  }

  #show() {
    return this.browser.driver.switchTo().window(this.handle);
  }

  /** Runs a function, or the text of one, in the page.
   * @param {string | ((...args: any[]) => any)} what @param {any[]} args @returns {Promise<any>}
   */
  async run(what, ...args) {
    await this.#show();
    return this.browser.window('ask', this.browser.id, 'tab', String(what), args, true);
  }

  /** One of the questions of in_page.mjs. @param {keyof typeof ask} question @param {any[]} args */
  ask(question, ...args) {
    return this.run(/** @type {any} */ (ask[question]), ...args);
  }

  /** Sends the page script a message, as the popup does. @param {object} message @returns {Promise<any>} */
  message(message) {
    const send = '(tab, said) => chrome.tabs.sendMessage(tab, said)';
    return this.browser.window('ask', this.browser.id, 'desk', send, [this.id, message], true);
  }

  async report() {
    return (await this.browser.session())[`report:${this.id}`] ?? null;
  }

  toolbarText() {
    return this.browser.window('toolbarText', this.browser.id, this.id);
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
    await this.#show();
    return this.browser.window('ask', this.browser.id, 'tab', inOverlayOfTab(what), args, false);
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
    await this.#show();
    await this.browser.driver.findElement({ css: selector }).sendKeys(path);
  }

  /** Clicks something of the overlay with the mouse. @param {string} selector @param {number} [index] */
  async press(selector, index = 0) {
    const { x, y } = await untilStill(selector, () => this.overlay(inOverlay.middle, selector, index));
    await this.click(x, y);
  }

  /** @param {number} x @param {number} y */
  async #moveTo(x, y) {
    await this.#show();
    return this.browser.driver.actions().move({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 0 });
  }

  /** @param {number} x @param {number} y */
  async click(x, y) {
    await (await this.#moveTo(x, y)).click().perform();
  }

  /** With a finger. @param {number} x @param {number} y */
  async tap(x, y) {
    await this.#show();
    const move = { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport', duration: 0 };
    const actions = [move, { type: 'pointerDown', button: 0 }, { type: 'pause', duration: 20 }, { type: 'pointerUp', button: 0 }];
    const finger = { type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions };
    await this.browser.driver.execute(new Command(Name.ACTIONS).setParameter('actions', [finger]));
  }

  /** @param {number} x @param {number} y */
  async hover(x, y) {
    await (await this.#moveTo(x - 3, y)).perform();
    await (await this.#moveTo(x, y)).perform();
  }

  /** @param {{x: number, y: number}} from @param {{x: number, y: number}} to */
  async drag(from, to) {
    const place = (/** @type {number} */ x, /** @type {number} */ y) =>
      ({ x: Math.round(x), y: Math.round(y), origin: Origin.VIEWPORT, duration: 50 });
    await (await this.#moveTo(from.x, from.y)).press().move(place((from.x + to.x) / 2, (from.y + to.y) / 2))
      .move(place(to.x, to.y)).release().perform();
  }

  /** Presses a key, as `Tab` or `Escape`. @param {string} key @param {{shift?: boolean}} [with_] */
  async key(key, { shift = false } = {}) {
    await this.#show();
    const code = KEYS[key] ?? key;
    const actions = this.browser.driver.actions();
    await (shift ? actions.keyDown(Key.SHIFT).sendKeys(code).keyUp(Key.SHIFT) : actions.sendKeys(code)).perform();
  }

  /** Puts in what was copied, where the keyboard is. */
  async paste() {
    await this.#show();
    await this.browser.driver.actions().keyDown(Key.CONTROL).sendKeys('v').keyUp(Key.CONTROL).perform();
  }

  /** Shows the page as others see it. @param {{scheme?: string, medium?: string, forced?: boolean, calm?: boolean}} way */
  async emulate({ scheme = 'light', medium = '', forced = false, calm = false }) {
    await this.#show();
    await this.browser.window('emulate', { scheme, medium, forced, calm });
  }

  /** @param {number} width @param {number} height */
  async resize(width, height) {
    await this.#show();
    await this.browser.window('resize', width, height);
    await until('the page to have its new width', async () => await this.run(() => window.innerWidth) <= width);
  }

  /** Clicks the toolbar button and hands the popup over. */
  async popup() {
    const { browser } = this;
    await this.#show();
    await browser.window('clickToolbar', browser.id);
    await until('the popup', () => browser.window('isThere', browser.id, 'popup'));
    const run = (/** @type {(...args: any[]) => any} */ what, /** @type {any[]} */ ...args) =>
      browser.window('ask', browser.id, 'popup', String(what), args, true);
    await until('the popup to be drawn', () => run(() => {
      const report = document.querySelector('#report');
      return report !== null && report.getAttribute('aria-busy') !== 'true';
    }));
    return {
      text: () => run(() => document.body.innerText),
      ask: (/** @type {keyof typeof ask} */ question, /** @type {any[]} */ ...args) =>
        run(/** @type {any} */ (ask[question]), ...args),
      press: (/** @type {string} */ selector) => browser.window('pressInPopup', browser.id, selector),
      isOpen: () => browser.window('isThere', browser.id, 'popup'),
      close: () => browser.window('closePopup', browser.id),
    };
  }

  /** @param {string} path */
  async screenshot(path) {
    await this.#show();
    writeFileSync(path, await this.browser.driver.takeScreenshot(), 'base64');
  }

  async close() {
    await this.#show();
    await this.browser.driver.close();
    const [first] = await this.browser.driver.getAllWindowHandles();
    await this.browser.driver.switchTo().window(/** @type {string} */ (first));
  }
}
