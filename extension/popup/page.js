// @ts-check
/**
 * What the popup asks the page of its tab (page/page.js answers), and what follows where there is no report.
 *
 * @typedef {{done?: true, off?: string, error?: string}} Answer the page's answer to `readNow`; empty if none came
 * @typedef {import("./notice.js").Notice} Notice
 */
const WORDS = {
  notAPolicy: "This page doesn't look like a privacy policy.",
  notAllowed: "Smallprint isn't allowed on this site; allow it in the browser's settings for extensions, then reload the page.",
  unreadable: "This kind of page can't be read: a PDF, a reader view, a page of the browser itself, or one opened before Smallprint was installed.",
};
const TRIES = 20;
const PAUSE = 100; // milliseconds between two tries

/** Sends the page a message; undefined if nobody answers there. @param {number} tab @param {object} message @returns {Promise<any>} */
export async function tell(tab, message) {
  try {
    return await chrome.tabs.sendMessage(tab, message);
  } catch {
    return undefined; // no page script runs there, which the popup says in words of its own
  }
}

/** Asks the page to be read, whatever it looks like: the person wants to know. @param {number} tab @returns {Promise<Answer>} */
export async function askPage(tab) {
  return (await tell(tab, { verb: "readNow" })) ?? {};
}

/** Takes a site off the list of those that are switched off; the page hears of it a moment later.
 * @param {number} tab @param {string} host @returns {Promise<Answer>}
 */
export async function switchOn(tab, host) {
  const { sitesOff } = await settings.load();
  await settings.save({ sitesOff: sitesOff.filter((off) => off !== host.toLowerCase()) });
  let answer = await askPage(tab);
  for (let tries = 0; answer.off && tries < TRIES; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    answer = await askPage(tab);
  }
  return answer;
}

/** Where else to look, or one sentence why there is nothing. @param {number} tab @param {Answer} [answer] @returns {Promise<Notice>} */
export async function whyNothing(tab, answer = {}) {
  if (answer.off) return { says: `Smallprint is switched off on ${answer.off}.`, off: answer.off };
  if (answer.error) return { says: answer.error };
  if (!answer.done) return { says: (await mayEnter()) ? WORDS.unreadable : WORDS.notAllowed };
  const found = await tell(tab, { verb: "policyLink" });
  return found?.link ? { says: "", link: found.link } : { says: WORDS.notAPolicy };
}

/** Which site a tab shows is only told to those who may enter it. */
function mayEnter() {
  return chrome.permissions.contains({ origins: ["http://*/*", "https://*/*"] }).catch(() => true);
}
