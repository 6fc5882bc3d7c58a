// What axe-core says of the overlay, light and dark, in each of its states; and the contrast of every word in it.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { askAxe } from './axe.mjs';
import { startChromium } from './chromium.mjs';
import { atDesk, inOverlay } from './in_page.mjs';
import { LANTERN } from './lantern.mjs';
import { openSite } from './site.mjs';
import { until } from './wait.mjs';

/** @type {Record<string, string[]>} what is pressed to get there */
const STATES = {
  badges: [], menu: ['[data-key=more]'], 'callout with a reason': ['.badge', '.callout [data-key=why]'], folded: ['[data-key=fold]'],
};
const ENOUGH_RULES = 10;

/** Words whose colour is too near their ground. @param {ShadowRoot} root */
const faint = (root) => {
  const light = (/** @type {string} */ colour) => (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number)
    .map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0.05);
  const ground = (/** @type {Element} */ one) => {
    for (let at = /** @type {Element | null} */ (one); at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!/transparent|, 0\)$/.test(backgroundColor)) return backgroundColor;
    }
    return 'none';
  };
  const words = [...root.querySelectorAll('.card *')].filter((one) => one.getClientRects().length > 0 &&
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()));
  const pairs = words.map((one) => ({ text: one.textContent, ink: getComputedStyle(one).color, paper: ground(one) }));
  return {
    seen: pairs.length, dark: pairs.some(({ paper }) => light(paper) < 0.2),
    faint: pairs.filter(({ ink, paper }) => {
      const [dim = 0, bright = 0] = [light(ink), light(paper)].sort((a, b) => a - b);
      return paper === 'none' || bright / dim < 4.5;
    }),
  };
};

describe('axe on the overlay', () => {
  /** @type {any} */ let browser;
  /** @type {any} */ let site;
  before(async () => {
    site = await openSite();
    browser = await startChromium();
  });
  after(async () => {
    await browser?.close();
    site?.close();
  });

  for (const scheme of ['light', 'dark']) {
    for (const [state, presses] of Object.entries(STATES)) {
      it(`finds nothing: ${state}, ${scheme}`, async () => {
        await browser.atDesk(atDesk.forgetSettings);
        const tab = await browser.open(site.put({ body: LANTERN }));
        await tab.emulate({ scheme, calm: true });
        await until('the badges', () => tab.overlay(inOverlay.box, '.strip'));
        for (const press of presses) await tab.press(press);
        if (state === 'folded') await until('the mark', () => tab.overlay(inOverlay.box, '.mark'));
        if (presses.length > 1) await until('the reason', () => tab.overlay(inOverlay.text, '.why'));
        const { complaints, passed } = await askAxe(tab.page, browser.id);
        const words = await tab.overlay(faint);
        await tab.close();
        assert.deepEqual(complaints, []);
        assert.ok(passed.length >= ENOUGH_RULES, `axe has looked: ${passed}`);
        assert.deepEqual(words.faint, []);
        if (state !== 'folded') assert.ok(words.seen > 8 && words.dark === (scheme === 'dark'));
      });
    }
  }
});
