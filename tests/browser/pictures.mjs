// Takes the pictures of tests/pictures in a headless Chromium, light and dark: all of them, or those named. What is shown
// in a page first, then the extension's own pages.
// Usage: node tests/browser/pictures.mjs [NAME…]
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { startChromium } from './chromium.mjs';
import { atDesk, inOverlay } from './in_page.mjs';
import { LANTERN } from './lantern.mjs';
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

/**
 * @typedef {object} OwnPicture
 * @property {string} name
 * @property {readonly [number, number]} size
 * @property {string} drawn by what one sees that it is drawn
 * @property {(policy: {tab: any, address: string}) => string} path of the page
 */
/** @type {OwnPicture[]} */
const OWN_PICTURES = [
  { name: 'popup', size: [380, 600], drawn: 'article', path: ({ tab }) => `popup/popup.html?tab=${tab.id}` },
  { name: 'change', size: [760, 520], drawn: '#changes ins', path: ({ address }) => `history/history.html#${encodeURIComponent(address)}` },
  { name: 'history', size: [760, 520], drawn: '.entry', path: () => 'history/history.html' },
  { name: 'options', size: [700, 1120], drawn: '[name=read]:checked', path: () => 'options/options.html' },
  { name: 'welcome', size: [760, 1000], drawn: '.seal', path: () => 'welcome/welcome.html' },
];

/** A policy that says something else when it is read again. */
const LATER = LANTERN.replace('We do not sell your personal information.', 'We may sell your personal information to list brokers.')
  .replace('You may ask us', 'We keep your personal data for six years. You may ask us');

/** Reads the policy twice, and leaves it open. @param {any} browser @param {any} site */
async function readTwice(browser, site) {
  const page = { body: LANTERN };
  const address = site.put(page, 'lantern-harbor/privacy');
  for (const body of [LANTERN, LATER]) {
    page.body = body;
    const tab = await browser.open(address);
    await until('the badges', () => tab.overlay(inOverlay.box, '.strip'));
    if (body === LATER) return { tab, address };
    await tab.close();
  }
  throw new Error('The policy was read once only.');
}

const named = process.argv.slice(2);
/** @param {{name: string}} picture */
const isWanted = ({ name }) => named.length === 0 || named.includes(name);
const site = await openSite();
const browser = await startChromium();
mkdirSync(FOLDER, { recursive: true });
try {
  for (const { name, size, choices = {}, show } of PICTURES.filter(isWanted)) {
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
  await browser.atDesk(atDesk.forgetSettings);
  const own = OWN_PICTURES.filter(isWanted);
  const policy = own.length > 0 ? await readTwice(browser, site) : undefined;
  for (const { name, size, drawn, path } of own) {
    for (const scheme of ['light', 'dark']) {
      const tab = await browser.open('about:blank');
      await tab.emulate({ scheme });
      await tab.resize(...size);
      await tab.page.goto(browser.own(path(/** @type {NonNullable<typeof policy>} */ (policy))));
      await tab.page.waitForSelector(drawn);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await tab.screenshot(`${FOLDER}${name}-${scheme}.png`);
      await tab.close();
    }
  }
} finally {
  await browser.close();
  site.close();
}
