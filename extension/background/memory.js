// @ts-check
/**
 * Remembers the policies that were read, and tells what is new in one that was read before.
 *
 * A page may say more as it loads: what comes within one visit is one text. So a text that was pushed aside at this visit
 * comes back if the page turns out to say the same after all.
 *
 * What is new is told for a day from when it was found, at every visit: nobody misses it by a reload.
 *
 * @typedef {{block: number, start: number, end: number, text: string}} Sentence
 * @typedef {object} Since what is new
 * @property {string} says in one sentence
 * @property {{block: number, start: number, end: number}[]} added the sentences that are new, where they stand
 * @property {number} removed how many are gone
 * @property {string} policy the address it is remembered by
 *
 * @typedef {import('../types').Report} Report
 * @typedef {import('../history/store.js').Version} Version
 */
import '../page/settings.js';
import { inWords } from '../history/date.js';
import { addressOf, cleanLabels, isSameText, MOST_VERSIONS, moved, pack, put, recall, trim, unpack } from '../history/store.js';

const NAMES = { tracking: 'tracking', dnt: 'Do Not Track', ads: 'third-party ads', sale: 'data sale' };
const TOLD_FOR = 24 * 60 * 60 * 1000; // milliseconds

/** One thing at a time: two tabs may show the same policy. @type {Promise<unknown>} */
let busy = Promise.resolve();

/** Remembers a policy, unless the person chose otherwise. A history that fails takes no report away.
 * @param {string} visit @param {Report} report @param {() => Sentence[]} sentencesOf @returns {Promise<Since | null>}
 */
export async function remember(visit, report, sentencesOf) {
  if (!report.verdicts || !report.url) return null;
  const { history, historyMegabytes } = await settings.load();
  if (!history) return null;
  const noted = busy.then(() => note(visit, report, sentencesOf(), historyMegabytes));
  busy = noted.catch((error) => console.warn(`Smallprint: the policy could not be remembered (${error}).`));
  return noted.catch(() => null);
}

/** @param {string} visit @param {Report} report @param {Sentence[]} sentences @param {number} megabytes @returns {Promise<Since | null>} */
async function note(visit, report, sentences, megabytes) {
  const address = addressOf(report.url ?? '');
  const { host, pathname } = new URL(address);
  const read = new Date().toISOString();
  const fresh = {
    read, first: read, visit, by: chrome.runtime.getManifest().version, verdicts: cleanLabels(report.verdicts),
    text: await pack(sentences.map(({ text }) => text)),
  };
  const versions = await joined(fresh, (await recall(address))?.versions ?? []);
  await put([{ address, site: host || pathname, title: report.title ?? 'Privacy policy', versions }]);
  await trim(megabytes);
  const [now, before] = versions;
  return now && before && isNews(now) ? compare(sentences, now, before, address) : null;
}

/** @param {Version} version */
function isNews({ first }) {
  return Date.now() - Date.parse(first) < TOLD_FOR;
}

/** The versions with one that was just read. @param {Version} fresh @param {Version[]} known @returns {Promise<Version[]>} */
async function joined(fresh, known) {
  const earlier = known[0]?.visit === fresh.visit ? known.slice(1) : known;
  const [last, ...older] = earlier;
  if (last && await isSameText(last.text, fresh.text)) return [{ ...fresh, first: last.first, visit: last.visit }, ...older];
  return [fresh, ...earlier].slice(0, MOST_VERSIONS);
}

/** @param {Sentence[]} sentences @param {Version} now @param {Version} before @param {string} policy @returns {Promise<Since | null>} */
async function compare(sentences, now, before, policy) {
  const old = await unpack(before.text).catch(() => undefined);
  if (!old) return null;
  const left = new Map();
  for (const text of old) left.set(text, (left.get(text) ?? 0) + 1);
  const added = sentences.filter(({ text }) => {
    const plain = text.replace(/\s+/g, ' ').trim().toWellFormed();
    const count = left.get(plain) ?? 0;
    left.set(plain, count - 1);
    return count <= 0;
  }).map(({ block, start, end }) => ({ block, start, end }));
  const removed = old.length - (sentences.length - added.length);
  return { says: says(now, before, added.length, removed), added, removed, policy };
}

/** What changed, in one sentence. @param {Version} now @param {Version} before @param {number} added @param {number} removed */
function says(now, before, added, removed) {
  const changes = moved(now, before).map(({ topic, was, is }) => `${NAMES[topic]} was “${was}”, is now “${is}”`);
  const count = `${added} ${added === 1 ? 'sentence' : 'sentences'} new, ${removed} gone`;
  return `Since ${inWords(before.read)}: ${[...changes, count].join('; ')}.`;
}
