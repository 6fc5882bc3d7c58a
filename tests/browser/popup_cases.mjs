// The popup: the whole report, how to take it along, and one plain word where there is none.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';

import { atDesk } from './in_page.mjs';
import { LANTERN } from './lantern.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

const SHOP = '<!DOCTYPE html><title>Lamps</title><body><main><p>Two lamps for the harbor.</p></main>';

/** @param {Stage} stage */
export function popupCases(stage) {
  describe('own pages: the popup', () => {
    /** @type {any} */ let tab;
    /** @type {any} */ let popup;
    beforeEach(() => stage.browser.atDesk(atDesk.forgetSettings));
    afterEach(async () => {
      await popup?.close();
      await tab?.close();
    });
    after(() => stage.browser.atDesk(atDesk.forgetSettings));

    /** @param {string} body @param {string} [name] */
    const openOn = async (body, name = 'shop') => {
      tab = await stage.browser.open(stage.site.put({ body }, name));
      await until('the page script', () => tab.message({ verb: 'policyLink' }));
      popup = await tab.popup();
    };
    const openOnPolicy = async () => {
      tab = await stage.browser.open(stage.site.put({ body: LANTERN }));
      await until('the badges', () => tab.labels());
      popup = await tab.popup();
    };
    const says = (/** @type {RegExp} */ words) => until(`${words}`, async () => words.test(await popup.text()));
    const link = async () => (await popup.ask('words', 'a.link'))[0];

    it('says whose policy it is, of when, and what was read and what was not', async () => {
      await openOnPolicy();
      const text = await popup.text();
      const { words } = await tab.report();
      assert.match(text, /^Privacy Policy\n+Lantern Harbor · No date stated/);
      assert.match(text, new RegExp(`Based on ${words} words of this page, read on your device\\.`));
      assert.match(text, /Not read: other pages/);
    });

    it('says each strength in the words of the badges', async () => {
      await openOnPolicy();
      assert.deepEqual(await popup.ask('words', 'article .word'), ['Strong admission', 'Strong admission', 'Not mentioned', 'A claim']);
    });

    it('is copied as Markdown, sentence by sentence', async () => {
      await openOnPolicy();
      await popup.press('#copy');
      await says(/Copied\./);
      await popup.close();
      await tab.run(() => document.body.prepend(document.createElement('textarea')));
      await tab.clickOn('textarea');
      await tab.paste();
      const copied = await until('the paste', () => tab.run(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea')).value));
      const { url, verdicts } = await tab.report();
      assert.match(copied, /^# Privacy Policy\n/);
      assert.ok(copied.includes(`<${url}>`) && copied.includes('## Data sale\n') && copied.includes('**Says it doesn\'t sell data**'), copied);
      const quotes = Object.values(verdicts).flatMap(({ evidence }) => evidence);
      for (const { quote } of quotes) assert.ok(copied.includes(`> “${quote}”`), quote);
    });

    it('is saved as JSON: the report itself', async () => {
      await openOnPolicy();
      await popup.press('#save');
      await says(/Saved as smallprint-127\.0\.0\.1\.json\./);
      const folder = stage.browser.downloads;
      const name = await until('the file', async () => (await readdir(folder)).find((one) => /^smallprint-127.*\.json$/.test(one)));
      const saved = await until('all of the file', () => JSON.parse(readFileSync(join(folder, name), 'utf8')));
      assert.deepEqual(saved, await tab.report());
    });

    it('leads to the site\'s policy from any other page', async () => {
      await openOn(`${SHOP}<footer><a href="/help/privacy">Privacy Policy</a></footer>`);
      await until('the link', link);
      assert.match(await popup.text(), /^This site's policy\n+Privacy Policy ↗ · open\n/);
      const before = await stage.browser.atDesk(() => chrome.tabs.query({}).then((all) => all.length));
      await popup.press('a.link');
      await until('a new tab', async () => (await stage.browser.atDesk(() => chrome.tabs.query({}).then((all) => all.length))) > before);
      await stage.browser.closeNewest();
    });

    it('says plainly that a page is no policy, that it is in another language, that it can\'t be read', async () => {
      await openOn(SHOP);
      await says(/^Smallprint\n+This page doesn't look like a privacy policy\./);
      await popup.close();
      await tab.close();
      tab = await stage.browser.open(stage.site.putPage('german'));
      await until('a report', () => tab.report());
      popup = await tab.popup();
      await says(/This policy appears to be in German; only English is read\./);
      await popup.close();
      await tab.close();
      tab = await stage.browser.open('about:blank');
      popup = await tab.popup();
      await says(/This kind of page can't be read/);
    });

    it('says that it is switched off on a site, and switches it on again', async () => {
      await stage.browser.atDesk(atDesk.choose, { sitesOff: ['127.0.0.1'] });
      await openOn(LANTERN, 'privacy-policy');
      await says(/Smallprint is switched off on 127\.0\.0\.1\./);
      await popup.press('[data-host]');
      await until('the report', async () => (await popup.ask('cards')).length === 4);
      assert.deepEqual((await stage.browser.atDesk(atDesk.settings)).sitesOff, []);
    });

    it('reads the page when it is opened, if so chosen', async () => {
      await stage.browser.atDesk(atDesk.choose, { read: 'click' });
      await openOn(LANTERN, 'privacy-policy');
      await until('the report', async () => (await popup.ask('cards')).length === 4);
      await until('the badges', () => tab.labels());
    });

    it('stays and says so where a sentence has gone from the page', async () => {
      await openOnPolicy();
      await tab.run(() => document.querySelector('main')?.remove());
      await popup.ask('clickQuote', 'Our website does not respond');
      await says(/The page no longer shows this sentence|doesn't look like a privacy policy/);
    });
  });
}
