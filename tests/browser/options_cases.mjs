// The options and the welcome: each choice is kept at once, and the page that greets says what is done and what never.
import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';

import { atDesk } from './in_page.mjs';
import { LANTERN } from './lantern.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

/** What is pressed, and what is chosen by it. @type {[selector: string, part: object][]} */
const CHOICES = [
  ['[name=read][value=click]', { read: 'click' }], ['[name=badges]', { badges: 'hidden' }], ['[value=ads]', { show: { tracking: true, dnt: true, ads: false, sale: true } }],
  ['[value=top-left]', { corner: 'top-left' }], ['[name=folded]', { folded: true }], ['[value=colour-blind]', { colours: 'colour-blind' }],
  ['[name=history]', { history: false }],
];

/** @param {Stage} stage */
export function optionsCases(stage) {
  describe('own pages: the options', () => {
    /** @type {any} */ let tab;
    beforeEach(() => stage.browser.atDesk(atDesk.forgetSettings));
    afterEach(async () => {
      await tab?.close();
      tab = undefined;
    });
    after(() => stage.browser.atDesk(atDesk.forgetSettings));

    const openPage = async () => {
      tab = await stage.browser.open(stage.browser.own('options/options.html'));
      await until('the choices', () => tab.run(() => document.querySelector('[name=read]:checked') !== null));
      return tab;
    };
    const stored = () => stage.browser.atDesk(atDesk.settings);

    it('keep each choice at once, and show it again', async () => {
      const tab = await openPage();
      /** @type {Record<string, any>} */ const chosen = {};
      for (const [selector, part] of CHOICES) {
        await tab.clickOn(selector);
        Object.assign(chosen, part);
        await until(`${JSON.stringify(part)} to be kept`, async () => {
          assert.deepEqual({ ...await stored(), ...chosen }, await stored());
          return true;
        });
      }
      await until('a word on it', async () => (await tab.ask('words', '#said')).join() === 'Saved.');
      const state = () => [...document.querySelectorAll('input')].map((input) => `${input.name} ${input.value} ${input.checked}`);
      const before = await tab.run(state);
      await tab.close();
      const again = await openPage();
      await until('the same choices', async () => JSON.stringify(await again.run(state)) === JSON.stringify(before));
    });

    it('set how much room the history may take, by the keyboard', async () => {
      const tab = await openPage();
      await tab.run(() => /** @type {HTMLElement} */ (document.querySelector('select')).focus());
      await tab.key('9');
      await until('the choice', async () => (await stored()).historyMegabytes === 9);
    });

    it('list the sites that are switched off, and bring one back', async () => {
      await stage.browser.atDesk(atDesk.choose, { sitesOff: ['127.0.0.1', 'shop.example'] });
      const page = await stage.browser.open(stage.site.put({ body: LANTERN }));
      const options = await openPage();
      await until('the sites', async () => (await options.ask('words', '#sites li')).length === 2);
      assert.match((await options.ask('words', '#sites li'))[0], /^127\.0\.0\.1/);
      await options.clickOn('#sites button');
      await until('one site', async () => (await options.ask('words', '#sites li')).length === 1);
      assert.deepEqual((await stored()).sitesOff, ['shop.example']);
      await until('the badges, there', () => page.labels());
      await page.close();
    });

    it('are where the browser looks for them', async () => {
      assert.equal(await stage.browser.atDesk(() => chrome.runtime.getManifest().options_ui?.page?.replace(/^.*\/(?=options\/)/, '')), 'options/options.html');
    });
  });

  describe('own pages: the welcome', () => {
    it('greets the person who installs the extension', () => {
      assert.match(stage.browser.welcome, /^Smallprint reads privacy policies with you/);
      assert.match(stage.browser.welcome, /What it does[^]*What it never does[^]*It sends nothing\./);
    });
  });
}
