// @ts-check
/**
 * What is known of each open tab, in storage.session, so that it outlives the worker's sleep:
 *   report:<tabId>    the report (types.d.ts, `Report`); no entry for a page that is no policy
 *   trouble:<tabId>   one sentence: why the page could not be read, or not whole; often absent. May stand beside a report
 *   since:<tabId>     what is new since the policy was read before (memory.js, `Since`); often absent
 *   visit:<tabId>     the mark of the page that these belong to
 */
import { showOnToolbar } from './toolbar.js';

/** @typedef {import('../types').Report} Report @typedef {import('./memory.js').Since} Since */

/** @param {number} tab */
const keysOf = (tab) => ['report', 'trouble', 'since', 'visit'].map((what) => `${what}:${tab}`);

/** Keeps what is known of a tab, in place of what was.
 * @param {number} tab @param {string} visit @param {{report?: Report, trouble?: string | null, since?: Since | null}} known
 */
export async function keep(tab, visit, { report, trouble, since }) {
  const policy = report && report.policy.kind !== 'not_policy' ? report : null;
  const kept = {
    ...(policy && { [`report:${tab}`]: policy }),
    ...(trouble && { [`trouble:${tab}`]: trouble }),
    ...(since && { [`since:${tab}`]: since }),
  };
  await chrome.storage.session.remove(keysOf(tab).filter((key) => !(key in kept)));
  if (Object.keys(kept).length > 0) await chrome.storage.session.set({ ...kept, [`visit:${tab}`]: visit });
  await showOnToolbar(tab, policy);
}

/** Drops what is kept of a page that is gone, unless the tab's next page has already spoken.
 * @param {number} tab @param {string} visit
 */
export async function forget(tab, visit) {
  const key = `visit:${tab}`;
  const { [key]: latest } = await chrome.storage.session.get(key);
  if (latest !== visit) return;
  await drop(tab);
  await showOnToolbar(tab, null);
}

/** Drops what is kept of a tab. @param {number} tab */
export function drop(tab) {
  return chrome.storage.session.remove(keysOf(tab));
}
