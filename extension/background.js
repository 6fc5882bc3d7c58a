// @ts-check
/**
 * The background: holds the core (wasm), answers the pages' questions, keeps each tab's report, shows it on the toolbar.
 *
 * Messages, each answered with `{report}` or `{error}` (one sentence); `visit` is the asking page's own mark:
 *   {verb: "read", visit, document, truncated}   reads a page (types.d.ts, `Document`); its report is the answer
 *   {verb: "trouble", visit, trouble}            the page script cannot read this page; the sentence is kept ({report: null})
 *   {verb: "why", rule}                          what a rule means, in plain words: {means}
 *   {verb: "left", visit}                        the page is gone: what is kept of it is dropped ({report: null})
 * Kept in storage.session, so that it outlives the worker's sleep:
 *   report:<tabId>    the report (types.d.ts, `Report`); no entry for a page that is no policy
 *   trouble:<tabId>   one sentence: why the page could not be read, or not whole; often absent. May stand beside a report
 *   visit:<tabId>     the mark of the page that the two belong to
 */
import { MEANS } from './means.js';
import start, { read } from './wasm/smallprint.js';

/** @typedef {import('./types').Report} Report @typedef {import('./types').Verdict} Verdict */

const ADMISSIONS = new Set([
  'tracking cross_site', 'tracking on_site', 'dnt ignored', 'dnt partial', 'ads targeted', 'ads ads', 'sale sells',
  'sale legal_sale', 'sale exceptions',
]);
const NAMES = { tracking: 'Tracking', dnt: 'Do Not Track', ads: 'Third-party ads', sale: 'Data sale' };
const COLOURS = ['#11703c', '#4d7a33', '#a85b00', '#a85b00', '#c5221f'];
const CUT = 'The page is very long: only its first two million characters were read.';

/** @type {Promise<unknown> | undefined} */
let core;

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  respond(message, sender).then(answer, (error) => answer({ error: sentence(error) }));
  return true;
});

chrome.tabs.onRemoved.addListener((tab) => {
  chrome.storage.session.remove(keysOf(tab));
});

/** @param {any} message @param {chrome.runtime.MessageSender} sender @returns {Promise<{report: Report | null} | {means: string}>} */
async function respond(message, sender) {
  if (message?.verb === 'why') return { means: MEANS[message.rule] ?? 'No reason is written down for this.' };
  const tab = sender.tab?.id;
  if (tab === undefined) throw 'Only a page in a tab can ask for a report.';
  if (sender.documentLifecycle === 'prerender') throw 'The page is not shown yet: ask again when it is.';
  if (message?.verb === 'read') return { report: await readFor(tab, message) };
  if (message?.verb === 'trouble') return { report: await keep(tab, message.visit, null, message.trouble) };
  if (message?.verb === 'left') return { report: await forget(tab, message.visit) };
  throw `The background knows no verb "${message?.verb}".`;
}

/** @param {number} tab @param {{visit: string, document: import('./types').Document, truncated: boolean}} message */
async function readFor(tab, { visit, document, truncated }) {
  try {
    await ready();
    const report = /** @type {Report} */ (read(document));
    return await keep(tab, visit, report, truncated ? CUT : null);
  } catch (error) {
    await keep(tab, visit, null, sentence(error));
    throw error;
  }
}

/** The core, started once; a start that failed is tried again with the next page. */
function ready() {
  core ??= start().catch((/** @type {unknown} */ error) => {
    core = undefined;
    throw `The reading core did not start (${error}); install Smallprint again.`;
  });
  return core;
}

/** @param {number} tab @param {string} visit @param {Report | null} report @param {string | null} trouble */
async function keep(tab, visit, report, trouble) {
  const isPolicy = report !== null && report.policy.kind !== 'not_policy';
  const kept = {
    ...(isPolicy && { [`report:${tab}`]: report }),
    ...(trouble && { [`trouble:${tab}`]: trouble }),
  };
  await chrome.storage.session.remove(keysOf(tab).filter((key) => !(key in kept)));
  if (Object.keys(kept).length > 0) await chrome.storage.session.set({ ...kept, [`visit:${tab}`]: visit });
  await showOnToolbar(tab, isPolicy ? report : null);
  return report;
}

/** Drops what is kept of a page that is gone, unless the tab's next page has already spoken.
 * @param {number} tab @param {string} visit
 */
async function forget(tab, visit) {
  const key = `visit:${tab}`;
  const { [key]: latest } = await chrome.storage.session.get(key);
  if (latest !== visit) return null;
  await chrome.storage.session.remove(keysOf(tab));
  await showOnToolbar(tab, null);
  return null;
}

/** @param {number} tab */
function keysOf(tab) {
  return [`report:${tab}`, `trouble:${tab}`, `visit:${tab}`];
}

/** The number of admissions, the colour of the strongest, and all labels in words; a tab that is gone is no matter.
 * @param {number} tabId @param {Report | null} report
 */
async function showOnToolbar(tabId, report) {
  const verdicts = verdictsOf(report);
  const admissions = verdicts.filter(([id, verdict]) => ADMISSIONS.has(`${id} ${verdict.value}`) && (verdict.severity ?? 0) >= 2);
  const worst = Math.max(0, ...admissions.map(([, verdict]) => verdict.severity ?? 0));
  const words = verdicts.map(([id, verdict]) => `${NAMES[id]}: ${verdict.label}`);
  try {
    await chrome.action.setBadgeText({ tabId, text: verdicts.length > 0 ? String(admissions.length) : '' });
    await chrome.action.setBadgeBackgroundColor({ tabId, color: COLOURS[worst] ?? '#c5221f' });
    await chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' });
    await chrome.action.setTitle({ tabId, title: ['Smallprint', ...words].join('\n') });
  } catch (error) {
    if (await isOpen(tabId)) throw error;
  }
}

/** @param {number} tab */
async function isOpen(tab) {
  return chrome.tabs.get(tab).then(() => true, () => false);
}

/** @param {Report | null} report @returns {[keyof typeof NAMES, Verdict][]} */
function verdictsOf(report) {
  const all = report?.verdicts;
  if (!all) return [];
  const ids = /** @type {(keyof typeof NAMES)[]} */ (Object.keys(NAMES));
  return ids.flatMap((id) => (all[id] ? [[id, all[id]]] : []));
}

/** @param {unknown} error */
function sentence(error) {
  return error instanceof Error ? `The page could not be read: ${error.message}.` : String(error);
}
