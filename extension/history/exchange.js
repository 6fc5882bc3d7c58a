// @ts-check
/**
 * The history as a file: JSON that a person can read, its texts as lists of sentences. A file that is wrong anywhere is
 * refused as a whole, with one sentence that says where.
 */
import { clean, cleanLabels, isAddress, isSameText, MOST_VERSIONS, pack, put, recall, unpack } from './store.js';

/** @typedef {import('./store.js').Policy} Policy @typedef {import('./store.js').Version} Version */

const SCHEMA = 1;
const IMPORTED = 'imported';

/** The file's text. A text that is damaged is left out. @param {Policy[]} policies */
export async function toFile(policies) {
  const written = await Promise.all(policies.map(async ({ address, site, title, versions }) =>
    ({ address, site, title, versions: (await Promise.all(versions.map(toText))).flat() })));
  return `${JSON.stringify({ smallprint: 'history', schema: SCHEMA, exported: new Date().toISOString(), policies: written }, null, 1)}\n`;
}

/** @param {Version} version */
async function toText({ read, first, by, verdicts, text }) {
  const sentences = await unpack(text).catch(() => undefined);
  return sentences ? [{ read, first, by, verdicts, sentences }] : [];
}

/** Takes a file's policies into the history, beside what is there. Rejects with one sentence if the file is wrong.
 * @param {string} text @returns {Promise<number>} how many policies
 */
export async function takeIn(text) {
  const found = await Promise.all(listIn(text).map(policyFrom));
  await put(await Promise.all(found.map(withKnown)));
  return found.length;
}

/** @param {string} text @returns {any[]} */
function listIn(text) {
  const file = parsed(text);
  if (file?.smallprint !== 'history' || !Array.isArray(file.policies)) throw 'The file is no history of Smallprint, so nothing was imported.';
  if (file.schema !== SCHEMA) throw 'The file was written by another version of Smallprint, so nothing was imported.';
  return file.policies;
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw 'The file is not JSON, so nothing was imported.';
  }
}

/** @param {any} found @param {number} index @returns {Promise<Policy>} */
async function policyFrom(found, index) {
  const wrong = (/** @type {string} */ what) => `Policy number ${index + 1} in the file ${what}, so nothing was imported.`;
  if (!isAddress(found?.address)) throw wrong('has no address');
  if (!Array.isArray(found.versions) || found.versions.length === 0) throw wrong('has no text');
  const versions = found.versions.map(async (/** @type {any} */ version) => {
    const { sentences } = version ?? {};
    if (!Array.isArray(sentences) || !sentences.every((one) => typeof one === 'string')) throw wrong('has a text that is no list of sentences');
    return { ...version, visit: IMPORTED, verdicts: cleanLabels(version.verdicts), text: await pack(sentences) };
  });
  const policy = clean({ ...found, versions: await Promise.all(versions) });
  if (!policy) throw wrong('lacks its site, its title or a date');
  return policy;
}

/** With the versions that are remembered already, newest first, each text once. @param {Policy} found @returns {Promise<Policy>} */
async function withKnown(found) {
  const known = await recall(found.address);
  const all = [...known?.versions ?? [], ...found.versions].sort((one, other) => Date.parse(other.read) - Date.parse(one.read));
  /** @type {Version[]} */ const versions = [];
  for (const version of all) {
    const last = versions.at(-1);
    if (!last || !(await isSameText(last.text, version.text))) versions.push(version);
  }
  return { ...(known ?? found), versions: versions.slice(0, MOST_VERSIONS) };
}
