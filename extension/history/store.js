// @ts-check
/**
 * The history: of each policy that was read, what it said, in storage.local. Shared by the background, which writes it,
 * and the history page, which shows it.
 *   policy:<address>   a `Policy`
 *   dropped            {count, on}: how many policies had to go because the room was full, and when the last one went
 *
 * @typedef {'tracking' | 'dnt' | 'ads' | 'sale'} Topic
 * @typedef {{value: string, label: string, severity: number | null}} Label as in a `Verdict` (types.d.ts)
 * @typedef {Partial<Record<Topic, Label>>} Labels what each badge said
 * @typedef {object} Version a text that the policy had
 * @property {string} read when it was read last, ISO 8601
 * @property {string} first when it was read first, ISO 8601
 * @property {string} visit the mark of the visit at which it was read first
 * @property {string} by the version of Smallprint that judged it; empty where none is noted
 * @property {Labels} verdicts
 * @property {string} text its sentences (`pack`)
 * @typedef {object} Policy
 * @property {string} address
 * @property {string} site its host
 * @property {string} title
 * @property {Version[]} versions newest first, MOST_VERSIONS at most
 */
export const TOPICS = /** @type {const} */ (['tracking', 'dnt', 'ads', 'sale']);
export const MOST_VERSIONS = 3;
const PREFIX = 'policy:';
const DROPPED = 'dropped';
const MEGABYTE = 1_000_000;
const TRACKING = /^(?:utm_\w+|fbclid|gclid|msclkid)$/;

/** The address that a policy is known by: without the place within it, and without marks of where one came from.
 * @param {string} url
 */
export function addressOf(url) {
  const address = new URL(url);
  if (!/^#[/!]/.test(address.hash)) address.hash = '';
  for (const name of [...address.searchParams.keys()].filter((name) => TRACKING.test(name))) address.searchParams.delete(name);
  return address.href;
}

/** Sentences as they are stored: a line each, gzipped, as base64. @param {string[]} sentences */
export async function pack(sentences) {
  const lines = sentences.map((sentence) => sentence.replace(/\s+/g, ' ').trim().toWellFormed());
  const bytes = await through(new CompressionStream('gzip'), new TextEncoder().encode(lines.join('\n')));
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

/** Sentences out of a stored text; rejects if it is damaged. @param {string} text @returns {Promise<string[]>} */
export async function unpack(text) {
  const bytes = await through(new DecompressionStream('gzip'), Uint8Array.from(atob(text), (one) => one.charCodeAt(0)));
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes).split('\n');
}

/** Do two stored texts say the same? Browsers may pack it in different ways. @param {string} one @param {string} other */
export async function isSameText(one, other) {
  if (one === other) return true;
  const [first, second] = await Promise.all([one, other].map((text) => unpack(text).catch(() => undefined)));
  return first !== undefined && second !== undefined && first.join('\n') === second.join('\n');
}

/** @param {CompressionStream | DecompressionStream} way @param {Uint8Array<ArrayBuffer>} bytes */
async function through(way, bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(way);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** @param {unknown} value @returns {value is Record<string, any>} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param {unknown} value */
const isDate = (value) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** A web address, or a file's. @param {unknown} value */
export const isAddress = (value) => typeof value === 'string' && URL.canParse(value) && /^(?:https?|file):$/.test(new URL(value).protocol);

/** The labels out of anything; what is no label is left out. @param {any} value @returns {Labels} */
export function cleanLabels(value) {
  const found = TOPICS.filter((topic) => typeof value?.[topic]?.value === 'string' && typeof value[topic].label === 'string');
  return Object.fromEntries(found.map((topic) => {
    const { value: said, label, severity } = value[topic];
    return [topic, { value: said, label, severity: typeof severity === 'number' ? severity : null }];
  }));
}

/** A policy out of what is stored; undefined if it is damaged. @param {any} value @returns {Policy | undefined} */
export function clean(value) {
  if (!isRecord(value) || !isAddress(value.address) || !Array.isArray(value.versions) || value.versions.length === 0) return undefined;
  const { address, site, title, versions } = value;
  if (typeof site !== 'string' || typeof title !== 'string' || !versions.every(isVersion)) return undefined;
  return { address, site, title, versions: versions.map(cleanVersion) };
}

/** Files and records of earlier builds hold neither `first` nor `by`. @param {any} version @returns {Version} */
function cleanVersion({ read, first, visit, by, verdicts, text }) {
  return { read, first: isDate(first) ? first : read, visit, by: typeof by === 'string' ? by : '', verdicts: cleanLabels(verdicts), text };
}

/** The topics whose verdict changed with the text: only one and the same version of Smallprint judges two texts by one
 * measure. @param {Version} now @param {Version} before
 */
export function moved(now, before) {
  if (!isJudgedAlike(now, before)) return [];
  return TOPICS.flatMap((topic) => {
    const [was, is] = [before.verdicts[topic], now.verdicts[topic]];
    return was && is && was.value !== is.value ? [{ topic, was: was.label, is: is.label }] : [];
  });
}

/** @param {Version} now @param {Version} before */
export function isJudgedAlike(now, before) {
  return now.by !== '' && now.by === before.by;
}

/** @param {unknown} value */
function isVersion(value) {
  return isRecord(value) && isDate(value.read) && typeof value.visit === 'string' && isRecord(value.verdicts) && typeof value.text === 'string';
}

/** A policy as it is remembered; undefined if it is not, or if its record is damaged. @param {string} address */
export async function recall(address) {
  const key = PREFIX + address;
  return clean((await chrome.storage.local.get(key))[key]);
}

/** All policies, the one read last first, and the keys of records that are damaged. */
export async function recallAll() {
  const stored = Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith(PREFIX));
  const read = stored.map(([key, value]) => ({ key, policy: clean(value) }));
  const policies = read.flatMap(({ policy }) => policy ?? []).sort((one, other) => lastRead(other) - lastRead(one));
  return { policies, damaged: read.filter(({ policy }) => !policy).map(({ key }) => key) };
}

/** @param {Policy} policy */
function lastRead({ versions }) {
  return Date.parse(versions[0]?.read ?? '');
}

/** @param {Policy[]} policies */
export function put(policies) {
  return chrome.storage.local.set(Object.fromEntries(policies.map((policy) => [PREFIX + policy.address, policy])));
}

/** @param {string} address */
export function forget(address) {
  return chrome.storage.local.remove(PREFIX + address);
}

/** @param {string[]} keys of damaged records */
export function dropDamaged(keys) {
  return chrome.storage.local.remove(keys);
}

/** Forgets every policy. */
export async function forgetAll() {
  const keys = Object.keys(await chrome.storage.local.get(null)).filter((key) => key.startsWith(PREFIX));
  return chrome.storage.local.remove([...keys, DROPPED]);
}

/** How much room a stored value takes, about. @param {unknown} value */
const sizeOf = (value) => JSON.stringify(value).length;

/** Makes room: the policies read longest ago go, until the rest takes no more than it may. Reckoned
 * here, because Firefox does not tell how much is stored. @param {number} megabytes */
export async function trim(megabytes) {
  const { policies } = await recallAll();
  let room = megabytes * MEGABYTE;
  const gone = policies.filter((policy) => (room -= sizeOf(policy)) < 0);
  if (gone.length === 0) return;
  await chrome.storage.local.remove(gone.map(({ address }) => PREFIX + address));
  const before = (await dropped())?.count ?? 0;
  await chrome.storage.local.set({ [DROPPED]: { count: before + gone.length, on: new Date().toISOString() } });
}

/** How many policies had to go for lack of room, and when the last one went. @returns {Promise<{count: number, on: string} | undefined>} */
export async function dropped() {
  const { [DROPPED]: stored } = await chrome.storage.local.get(DROPPED);
  return isRecord(stored) && typeof stored.count === 'number' && isDate(stored.on) ? { count: stored.count, on: stored.on } : undefined;
}
