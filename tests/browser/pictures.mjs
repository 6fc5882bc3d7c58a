// Takes the pictures of tests/pictures in a headless Chromium, light and dark: all of them, or those named.
// Usage: node tests/browser/pictures.mjs [NAME…]
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { startChromium } from './chromium.mjs';
import { atDesk, inOverlay } from './in_page.mjs';
import { openSite } from './site.mjs';
import { until } from './wait.mjs';

const FOLDER = fileURLToPath(new URL('../pictures/', import.meta.url));
const SAMPLE = 'imvu-2020';
const DESK = /** @type {const} */ ([900, 560]);
const PHONE = /** @type {const} */ ([360, 640]);

/**
 * @typedef {object} Picture
 * @property {string} name the file's name, without scheme and ending
 * @property {readonly [number, number]} size of the window
 * @property {object} [choices] the person's settings
 * @property {(tab: any, browser: any) => Promise<void>} show what is done before it is taken, on the sample policy
 */

/** Opens a badge's callout and waits until the page stands still. @param {any} tab @param {number} badge */
async function openCallout(tab, badge) {
  await tab.press('.badge', badge);
  await until('the callout', () => tab.overlay(inOverlay.box, '.callout'));
  await tab.run(() => new Promise((resolve) => {
    addEventListener('scrollend', resolve, { once: true });
    setTimeout(resolve, 1500);
  }));
  await new Promise((resolve) => setTimeout(resolve, 2400)); // until the sentence has stopped flashing
}

/** @type {Picture[]} */
const PICTURES = [
  { name: 'badges', size: DESK, show: async () => undefined },
  { name: 'callout', size: DESK, show: (tab) => openCallout(tab, 0) },
  { name: 'contradiction', size: DESK, show: async (tab) => { await openCallout(tab, 3); await tab.press('.callout [data-key=why]'); } },
  { name: 'menu', size: DESK, show: (tab) => tab.press('[data-key=more]') },
  { name: 'folded', size: DESK, choices: { folded: true }, show: async () => undefined },
  { name: 'phone', size: PHONE, show: async () => undefined },
  { name: 'phone-callout', size: PHONE, show: (tab) => openCallout(tab, 0) },
  { name: 'phone-folded', size: PHONE, choices: { folded: true }, show: async () => undefined },
  { name: 'colour-blind', size: DESK, choices: { colours: 'colour-blind' }, show: (tab) => openCallout(tab, 1) },
];

const named = process.argv.slice(2);
const site = await openSite();
const browser = await startChromium();
mkdirSync(FOLDER, { recursive: true });
try {
  for (const { name, size, choices = {}, show } of PICTURES.filter((one) => named.length === 0 || named.includes(one.name))) {
    for (const scheme of ['light', 'dark']) {
      await browser.atDesk(atDesk.forgetSettings);
      await browser.atDesk(atDesk.choose, choices);
      const tab = await browser.open('about:blank');
      await tab.emulate({ scheme });
      await tab.resize(...size, { touch: size === PHONE });
      await tab.page.goto(site.putPage(SAMPLE));
      await until('the badges', () => tab.overlay(inOverlay.box, '.strip'));
      await show(tab, browser);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tab.screenshot(`${FOLDER}${name}-${scheme}.png`);
      await tab.close();
    }
  }
} finally {
  await browser.close();
  site.close();
}
