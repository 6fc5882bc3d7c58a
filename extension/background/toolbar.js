// @ts-check
/** The toolbar: how many practices a policy admits, in the colour of the strongest, and all labels in words. */

/** @typedef {import('../types').Report} Report @typedef {import('../types').Verdict} Verdict */

const ADMISSIONS = new Set([
  'tracking cross_site', 'tracking on_site', 'dnt ignored', 'dnt partial', 'ads targeted', 'ads ads', 'sale sells',
  'sale legal_sale', 'sale exceptions',
]);
const NAMES = { tracking: 'Tracking', dnt: 'Do Not Track', ads: 'Third-party ads', sale: 'Data sale' };
const COLOURS = ['#11703c', '#4d7a33', '#a85b00', '#a85b00', '#c5221f'];

/** Shows a report on the toolbar of its tab; a tab that is gone is no matter. @param {number} tabId @param {Report | null} report */
export async function showOnToolbar(tabId, report) {
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
