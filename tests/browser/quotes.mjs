// Is every sentence that is marked, white space aside, the very text of its range? On saved pages, in both browsers.
//
//   node tests/browser/quotes.mjs --pages FOLDER [--browser chromium | firefox]
//
// FOLDER holds `pages.json`, a list of {"file", "url"}, and the files it names; each is served without its scripts under
// its own path. Printed, as `name value` lines, for each browser: on how many pages sentences were marked, how many
// sentences, and on how many pages the marks were not the quotes (each such page is named). Ends with 1 if there are any.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startChromium } from './chromium.mjs';
import { startFirefox } from './firefox.mjs';
import { marksAreQuotes } from './other_cases.mjs';
import { BADGES } from './policy_cases.mjs';
import { openSite } from './site.mjs';

const BROWSERS = { chromium: startChromium, firefox: startFirefox };
const HEADERS = { 'content-security-policy': "script-src 'none'" };
const PATIENCE = 3000; // milliseconds until a page without a report is taken for one that gets none
const PAUSE = 50;

/** @param {string} address */
function pathOf(address) {
  return URL.canParse(address) ? (new URL(address).pathname + new URL(address).search).replace(/^\/+/, '') || 'page.html' : 'page.html';
}

/** Waits for the report and for its marks. @param {any} tab @returns {Promise<{quotes: number, trouble?: string}>} */
async function check(tab) {
  const end = Date.now() + PATIENCE;
  let trouble;
  do {
    try {
      const report = await marksAreQuotes(tab);
      if (report) return { quotes: BADGES.reduce((sum, badge) => sum + (report.verdicts[badge]?.evidence.length ?? 0), 0) };
    } catch (error) {
      trouble = error instanceof assert.AssertionError ? `${error.message}` : String(error);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  } while (Date.now() < end);
  return { quotes: 0, trouble };
}

/** @param {keyof typeof BROWSERS} name @param {string} folder */
async function checkAll(name, folder) {
  const pages = /** @type {{file: string, url: string}[]} */ (JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')));
  const site = await openSite();
  const browser = await BROWSERS[name]();
  const counts = { pages: 0, quotes: 0, wrong: 0 };
  try {
    for (const { file, url } of pages) {
      const tab = await browser.open(site.put({ body: readFileSync(join(folder, file)), headers: HEADERS }, pathOf(url)));
      const { quotes, trouble } = await check(tab);
      await tab.close();
      counts.pages += Number(quotes > 0);
      counts.quotes += quotes;
      counts.wrong += Number(trouble !== undefined);
      if (trouble) console.log(`${file} in ${browser.name}: ${trouble}`);
    }
  } finally {
    await browser.close();
    site.close();
  }
  for (const [what, count] of Object.entries(counts)) console.log(`quotes.${name}.${what} ${count}`);
  return counts.wrong;
}

const { values: { pages: folder, browser } } = parseArgs({ options: { pages: { type: 'string' }, browser: { type: 'string' } } });
const names = /** @type {(keyof typeof BROWSERS)[]} */ (browser ? [browser] : ['chromium', 'firefox']);
if (!folder || !names.every((name) => name in BROWSERS)) {
  console.error('Usage: node tests/browser/quotes.mjs --pages FOLDER [--browser chromium | firefox]');
  process.exitCode = 2;
} else {
  for (const name of names) if (await checkAll(name, folder) > 0) process.exitCode = 1;
}
