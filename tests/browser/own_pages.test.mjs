// The extension's own pages as others see and use them: axe-core in light and dark, narrow windows, forced colours,
// calm, the keyboard alone.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { askAxeOfPage } from './axe.mjs';
import { startChromium } from './chromium.mjs';
import { ask, atDesk } from './in_page.mjs';
import { LANTERN } from './lantern.mjs';
import { openSite } from './site.mjs';
import { until } from './wait.mjs';

const ENOUGH_RULES = 15;

describe('own pages', () => {
  /** @type {any} */ let browser;
  /** @type {any} */ let site;
  /** @type {any} */ let policy;
  /** @type {string} */ let address;

  before(async () => {
    site = await openSite();
    browser = await startChromium();
    const page = { body: LANTERN };
    address = site.put(page);
    const first = await browser.open(address);
    await until('the badges', () => first.labels());
    await first.close();
    page.body = LANTERN.replace('We do not sell', 'We may sell');
    policy = await browser.open(address);
    await until('the badges', () => policy.labels());
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });
  beforeEach(() => browser.atDesk(atDesk.forgetSettings));

  /** Where each page is, and by what one sees that it is drawn. @type {() => Record<string, [path: string, drawn: string]>} */
  const pages = () => ({
    'the report in the popup': [`popup/popup.html?tab=${policy.id}`, 'article'],
    'the popup with nothing to show': ['popup/popup.html?tab=-1', '.plain'],
    history: ['history/history.html', '.entry'],
    changes: [`history/history.html#${encodeURIComponent(address)}`, '#changes ins'],
    options: ['options/options.html', '[name=read]:checked'],
    welcome: ['welcome/welcome.html', '.seal'],
  });

  /** @param {string} name @param {object} [way] @param {[number, number]} [size] */
  async function open(name, way = {}, size = [900, 700]) {
    const [path, drawn] = /** @type {[string, string]} */ (pages()[name]);
    const tab = await browser.open('about:blank');
    await tab.emulate(way);
    await tab.resize(...size, { touch: size[0] < 400 }); // by touch the popup is as wide as the screen
    await tab.page.goto(browser.own(path));
    await tab.page.waitForSelector(drawn);
    return tab;
  }

  const NAMES = ['the report in the popup', 'the popup with nothing to show', 'history', 'changes', 'options', 'welcome'];

  for (const name of NAMES) {
    for (const scheme of ['light', 'dark']) {
      it(`give axe nothing to say: ${name}, ${scheme}`, async () => {
        const tab = await open(name, { scheme, calm: true });
        const { complaints, passed } = await askAxeOfPage(tab.page);
        const dark = await tab.run(() => getComputedStyle(document.body).backgroundColor);
        await tab.close();
        assert.deepEqual(complaints, []);
        assert.ok(passed.length >= ENOUGH_RULES, `axe has looked: ${passed}`);
        assert.equal(dark, scheme === 'dark' ? 'rgb(20, 23, 27)' : 'rgb(244, 245, 247)');
      });
    }

    it(`fit a window of 320 pixels, which 200 % of 640 are too: ${name}`, async () => {
      const tab = await open(name, {}, [320, 568]);
      const wide = await tab.run(() => [...document.querySelectorAll('body *')].filter((one) => {
        const box = one.getBoundingClientRect();
        return box.width > 1 && box.right > innerWidth + 1;
      }).map((one) => one.outerHTML.slice(0, 120)));
      const scrolls = await tab.run(() => document.documentElement.scrollWidth > innerWidth);
      await tab.close();
      assert.deepEqual({ wide, scrolls }, { wide: [], scrolls: false });
    });

    it(`keep their shapes in forced colours: ${name}`, async () => {
      const tab = await open(name, { forced: true });
      const flat = await tab.run(() => [...document.querySelectorAll('.seal .shape')].filter((shape) => {
        const { fill, stroke } = getComputedStyle(shape);
        return stroke === 'none' || stroke === fill;
      }).length);
      const bare = await tab.run(() => [...document.querySelectorAll('.card, .button')].filter((one) => getComputedStyle(one).borderTopStyle === 'none').length);
      await tab.close();
      assert.deepEqual([flat, bare], [0, 0]);
    });

    it(`stand still for those who want calm: ${name}`, async () => {
      const tab = await open(name, { calm: true });
      const moving = await tab.run(() => [...document.querySelectorAll('*')].filter((one) => {
        const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(one);
        return animationName !== 'none' || transitionDuration !== '0s' || scrollBehavior === 'smooth';
      }).map((one) => one.tagName));
      await tab.close();
      assert.deepEqual(moving, []);
    });

    it(`are walked by the keyboard alone, and one sees where it is: ${name}`, async () => {
      const tab = await open(name);
      const wanted = await tab.run(() => [...document.querySelectorAll('a[href], button, input, select, summary')]
        .filter((one) => one.checkVisibility() && !/** @type {HTMLInputElement} */ (one).disabled && !(one instanceof HTMLInputElement && one.type === 'radio' && !one.checked)).length);
      await tab.run(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
      await tab.run(() => { /** @type {any} */ (globalThis).met = new Set(); });
      for (let step = 0; step < wanted + 4; step += 1) {
        await tab.key('Tab');
        const at = await tab.run(() => {
          const one = document.activeElement;
          if (!one || one === document.body) return null;
          /** @type {any} */ (globalThis).met.add(one);
          return { outline: getComputedStyle(one).outlineStyle, html: one.outerHTML.slice(0, 100) };
        });
        if (at) assert.notEqual(at.outline, 'none', at.html);
      }
      const seen = await tab.run(() => /** @type {any} */ (globalThis).met.size);
      await tab.close();
      assert.ok(seen >= wanted, `${seen} of ${wanted}`);
    });
  }

  it('speak of what was done in a line that screen readers hear', async () => {
    for (const name of NAMES.filter((one) => one !== 'welcome')) {
      const tab = await open(name);
      assert.equal(await tab.run(() => document.getElementById('said')?.getAttribute('role')), 'status', name);
      await tab.close();
    }
  });

  it('remember nothing of a private window, which is read all the same', async () => {
    const other = await startChromium();
    try {
      await allow(other, { incognitoAccess: true });
      const desk = await other.browser.newPage();
      await until('the extension again', () => desk.goto(other.own('manifest.json')));
      const remembered = () => desk.evaluate(async () => Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith('policy:')));
      await readIn(await other.browser.createBrowserContext());
      const hidden = await remembered();
      await readIn(other.browser.defaultBrowserContext());
      await until('an ordinary window to be remembered', async () => (await remembered()).length > hidden.length);
      assert.deepEqual(hidden, []);
    } finally {
      await other.close();
    }
  });

  it('say that a site is not allowed, where a person took that away', async () => {
    const other = await startChromium();
    try {
      await allow(other, { hostAccess: 'ON_CLICK' });
      await until('it to be taken away', async () => !(await other.atDesk(() => chrome.permissions.contains({ origins: ['http://*/*'] }))));
      const tab = await other.open(site.put({ body: LANTERN }));
      const popup = await other.browser.newPage();
      await popup.goto(other.own(`popup/popup.html?tab=${tab.id}`));
      await until('the sentence', async () => /Smallprint isn't allowed on this site/.test(await popup.evaluate(() => document.body.innerText)));
    } finally {
      await other.close();
    }
  });

  /** Changes what the person lets the extension do; private windows start it anew. @param {any} other @param {object} part */
  async function allow({ browser, id }, part) {
    const page = await browser.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(async (/** @type {string} */ extensionId, /** @type {object} */ change) => {
      const { developerPrivate } = /** @type {any} */ (chrome);
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }); // else it is switched off when it starts anew
      await developerPrivate.updateExtensionConfiguration({ extensionId, ...change });
    }, id, part);
  }

  /** @param {import('puppeteer-core').BrowserContext} windows private ones, or the ordinary */
  async function readIn(windows) {
    const page = await windows.newPage();
    await page.goto(site.put({ body: LANTERN }));
    await until('the marks', async () => Object.keys(await page.evaluate(ask.marks)).length > 0);
  }

  it('give the keyboard back: after a deletion, after a question, after a look at the changes', async () => {
    const tab = await open('history');
    await tab.clickOn('#delete-all');
    await tab.key('Escape');
    assert.equal(await tab.run(() => document.activeElement?.id), 'delete-all');
    await tab.clickOn('.entry a.button');
    await until('the changes', () => tab.run(() => document.activeElement?.id === 'what'));
    await tab.clickOn('#compare a');
    await until('the link again', () => tab.run(() => document.activeElement?.textContent === 'What changed'));
    await tab.close();
  });
});
