// The main job: opens a browser with the extension on a sample policy, or on the address or file that is given.
// With no display it prints the four verdicts with their quotes and writes a screenshot.
// Usage: node tests/browser/run.mjs [URL or FILE]
import { mkdirSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { findChromium, startChromium } from './chromium.mjs';
import { startFirefox } from './firefox.mjs';
import { openSite } from './site.mjs';

const SAMPLE = 'imvu-2020';
const PICTURE = fileURLToPath(new URL('../../target/run/smallprint.png', import.meta.url));
const PATIENCE = 10_000; // milliseconds after the page has loaded
const TYPES = { '.html': 'text/html', '.htm': 'text/html', '.txt': 'text/plain', '.md': 'text/plain' };
const BADGES = { tracking: 'Tracking', dnt: 'Do Not Track', ads: 'Third-party ads', sale: 'Data sale' };

/** A complaint that is for the person at the keyboard: one sentence, no stack. */
class Complaint extends Error {}

/** @param {Awaited<ReturnType<typeof openSite>>} site @param {string | undefined} target */
function addressOf(site, target) {
  if (target === undefined) return site.putPage(SAMPLE);
  if (/^https?:\/\//.test(target)) return target;
  const type = TYPES[/** @type {keyof typeof TYPES} */ (extname(target).toLowerCase())];
  if (!type) throw new Complaint(`"${target}" is neither an http(s) address nor an .html, .txt or .md file.`);
  try {
    const headers = { 'content-type': `${type}; charset=utf-8` };
    return site.put({ body: readFileSync(target), headers }, `policy/${encodeURIComponent(basename(target))}`);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new Complaint(`The file "${target}" can't be read (${code}); give the path of a file that is there.`, { cause: error });
  }
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** @param {string} url */
async function openBrowser(url) {
  const options = { headless: !hasDisplay(), anywhere: true };
  const browser = await (findChromium() ? startChromium(options) : startFirefox(options));
  try {
    return { browser, tab: await browser.open(url) };
  } catch (error) {
    await browser.close();
    const reason = /** @type {Error} */ (error).message.split('\n')[0]?.replace(/ at http.*/, '');
    throw new Complaint(`${url} could not be opened (${reason}); look at the address and the network.`, { cause: error });
  }
}

/** What the extension says of the page: a report, a sentence why there is none, or nothing. @param {any} browser @param {any} tab */
async function answerFor(browser, tab) {
  const end = Date.now() + PATIENCE;
  do {
    const kept = await browser.session();
    const answer = { report: kept[`report:${tab.id}`], trouble: kept[`trouble:${tab.id}`] };
    if (answer.trouble || (answer.report && (!answer.report.verdicts || await tab.labels()))) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  } while (Date.now() < end);
  return {};
}

/** @param {{report?: any, trouble?: string}} answer */
function inWords({ report, trouble }) {
  if (trouble && !report) return trouble;
  if (!report) return 'Smallprint shows nothing here: it does not take this page for a privacy policy.';
  if (!report.verdicts) return `Smallprint shows no badges here: the page seems to be in another language (${report.policy.language}).`;
  const lines = Object.entries(BADGES).flatMap(([badge, name]) => {
    const verdict = report.verdicts[badge];
    if (!verdict) return [];
    const quotes = verdict.evidence.map((/** @type {any} */ { side, quote }) =>
      `    ${side === 'against' ? 'elsewhere it says: ' : ''}"${quote.replace(/\s+/g, ' ')}"`);
    return [`${name}: ${verdict.label}`, `  ${verdict.says}`, ...quotes, ''];
  });
  return [report.title ?? report.url, '', ...lines, trouble ?? ''].join('\n').trimEnd();
}

/** Shows the page where the first proof stands, badges beside it. @param {any} tab @param {any} report */
async function takePicture(tab, report) {
  mkdirSync(new URL('.', `file://${PICTURE}`), { recursive: true });
  const first = Object.keys(BADGES).filter((badge) => report?.verdicts?.[badge])
    .findIndex((badge) => report.verdicts[badge].evidence.length > 0);
  if (first >= 0) {
    await tab.clickBadge(first);
    await new Promise((resolve) => setTimeout(resolve, 3000)); // until the sentence has stopped flashing
  }
  await tab.screenshot(PICTURE);
}

/** @param {string | undefined} target */
async function run(target) {
  const site = await openSite();
  try {
    const { browser, tab } = await openBrowser(addressOf(site, target));
    if (hasDisplay()) {
      console.log(`${browser.name} is open with Smallprint in it; close it to end.`);
      return await browser.closed();
    }
    const answer = await answerFor(browser, tab);
    console.log(inWords(answer));
    await takePicture(tab, answer.report);
    await browser.close();
    console.log(`\nPicture: ${PICTURE}`);
  } finally {
    site.close();
  }
}

try {
  await run(process.argv[2]);
} catch (error) {
  if (!(error instanceof Complaint)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
