// @ts-check
/**
 * The background: holds the core (wasm) and answers the pages' questions. What it knows of each tab is kept by
 * background/reports.js, what the person has read before by background/memory.js.
 *
 * Messages, each answered with an object or `{error}` (one sentence); `visit` is the asking page's own mark:
 *   {verb: "read", visit, document, truncated}   reads a page (types.d.ts, `Document`): {report, since}, `since` what is
 *                                                new since the person read it before, or null
 *   {verb: "trouble", visit, trouble}            the page script cannot read this page; the sentence is kept ({report: null})
 *   {verb: "why", rule}                          what a rule means, in plain words: {means}
 *   {verb: "left", visit}                        the page is gone: what is kept of it is dropped ({report: null})
 */
import { remember } from './background/memory.js';
import { drop, forget, keep } from './background/reports.js';
import { MEANS } from './means.js';
import start, { read, sentences } from './wasm/smallprint.js';

/** @typedef {import('./types').Report} Report */

const CUT = 'The page is very long: only its first two million characters were read.';

/** @type {Promise<unknown> | undefined} */
let core;

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  respond(message, sender).then(answer, (error) => answer({ error: sentence(error) }));
  return true;
});

chrome.tabs.onRemoved.addListener((tab) => {
  drop(tab).catch((error) => console.debug(`Smallprint was stopped while a tab closed (${error}).`));
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') chrome.tabs.create({ url: chrome.runtime.getURL('welcome/welcome.html') });
});

/** @param {any} message @param {chrome.runtime.MessageSender} sender @returns {Promise<object>} */
async function respond(message, sender) {
  if (message?.verb === 'why') return { means: MEANS[message.rule] ?? 'No reason is written down for this.' };
  const tab = sender.tab;
  if (tab?.id === undefined) throw 'Only a page in a tab can ask for a report.';
  if (sender.documentLifecycle === 'prerender') throw 'The page is not shown yet: ask again when it is.';
  if (message?.verb === 'read') return readFor(tab.id, message, tab.incognito);
  if (message?.verb === 'trouble') await keep(tab.id, message.visit, { trouble: message.trouble });
  else if (message?.verb === 'left') await forget(tab.id, message.visit);
  else throw `The background knows no verb "${message?.verb}".`;
  return { report: null };
}

/** @param {number} tab @param {{visit: string, document: import('./types').Document, truncated: boolean}} message
 * @param {boolean} isPrivate is it a private window, which leaves no trace?
 */
async function readFor(tab, { visit, document, truncated }, isPrivate) {
  try {
    await ready();
    const report = /** @type {Report} */ (read(document));
    const since = isPrivate ? null : await remember(visit, report, () => sentencesOf(document));
    await keep(tab, visit, { report, trouble: truncated ? CUT : null, since });
    return { report, since };
  } catch (error) {
    await keep(tab, visit, { trouble: sentence(error) });
    throw error;
  }
}

/** The sentences that the core reads, each with its place. @param {import('./types').Document} document */
function sentencesOf(document) {
  const numbers = sentences(document);
  return Array.from({ length: numbers.length / 3 }, (_, index) => {
    const [block = 0, start = 0, end = 0] = numbers.subarray(index * 3, index * 3 + 3);
    return { block, start, end, text: document.blocks[block]?.text.slice(start, end) ?? '' };
  });
}

/** The core, started once; a start that failed is tried again with the next page. */
function ready() {
  core ??= start().catch((/** @type {unknown} */ error) => {
    core = undefined;
    throw `The reading core did not start (${error}); install Smallprint again.`;
  });
  return core;
}

/** @param {unknown} error */
function sentence(error) {
  return error instanceof Error ? `The page could not be read: ${error.message}.` : String(error);
}
