// @ts-check
/**
 * The popup: asks the browser what the background left for the tab, has it drawn (wasm), and listens to what is drawn.
 * `?tab=ID` in the address names the tab; else it is the active one.
 */
import start, { drawReport, drawSentence } from "../wasm/smallprint.js";

const WORDS = {
  notAPolicy: "This page doesn't look like a privacy policy.",
  notAllowed: "Smallprint isn't allowed on this site; allow it in the browser's settings for extensions, then reload the page.",
  unreadable: "This kind of page can't be read: a PDF, a page of the browser itself, or one opened before Smallprint was installed.",
  noAnswer: "The page doesn't answer any more; reload it and open Smallprint again.",
  noTab: "The browser names no active tab; open the popup again.",
};

/** @returns {Promise<number>} */
async function tabShown() {
  const named = Number.parseInt(new URLSearchParams(location.search).get("tab") ?? "", 10);
  if (!Number.isNaN(named)) return named;
  const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (active?.id === undefined) throw WORDS.noTab;
  return active.id;
}

/** @param {number} tab */
async function draw(tab) {
  const keys = [`report:${tab}`, `trouble:${tab}`];
  const stored = await chrome.storage.session.get(keys);
  const report = /** @type {import("../types").Report | undefined} */ (stored[`report:${tab}`]);
  const trouble = sentence(stored[`trouble:${tab}`]);
  if (report) drawReport(report, trouble, languageName(report.policy?.language));
  else drawSentence(trouble ?? (await reason(tab)));
}

/** An error as the background writes it: a sentence, or an object that holds one.
 * @param {any} value @returns {string | undefined}
 */
function sentence(value) {
  const found = typeof value === "string" ? value : value?.error;
  return typeof found === "string" ? found : undefined;
}

/** The English name of an ISO 639 code. @param {unknown} code */
function languageName(code) {
  if (typeof code !== "string" || code === "und" || !/^[a-z]{2,3}$/.test(code)) return undefined;
  return new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(code);
}

/** Why nothing is stored. Which site a tab shows is only told to those who may enter it. @param {number} tab */
async function reason(tab) {
  const answers = await chrome.tabs.sendMessage(tab, { verb: "hello" }).then(() => true, () => false);
  if (answers) return WORDS.notAPolicy;
  const mayEnter = await chrome.permissions.contains({ origins: ["http://*/*", "https://*/*"] }).catch(() => true);
  return mayEnter ? WORDS.unreadable : WORDS.notAllowed;
}

/** Leads to a sentence and closes the popup; if the page has gone, says so and stays.
 * @param {number} tab @param {string} place block, start and end
 */
async function follow(tab, place) {
  const [block, start, end] = place.split(" ").map(Number);
  const trouble = await chrome.tabs.sendMessage(tab, { verb: "go", block, start, end }).then(sentence, () => WORDS.noAnswer);
  if (trouble === undefined) window.close();
  else say(trouble);
}

/** Puts a sentence into the line that screen readers speak at once. @param {string} words */
function say(words) {
  const line = document.getElementById("said");
  if (line) line.textContent = words;
}

/** Shows the hidden sentences; the keyboard goes on at the first of them. @param {Element} button */
function reveal(button) {
  const hidden = [...(button.previousElementSibling?.children ?? [])].filter((item) => item.hasAttribute("hidden"));
  for (const item of hidden) item.removeAttribute("hidden");
  button.remove();
  /** @type {HTMLElement | null | undefined} */ (hidden[0]?.firstElementChild)?.focus();
}

/** @param {unknown} error */
function show(error) {
  const place = /** @type {HTMLElement} */ (document.getElementById("report"));
  const line = document.createElement("p");
  line.className = "plain";
  line.textContent = error instanceof Error ? `Smallprint could not start: ${error.message}.` : String(error);
  place.replaceChildren(line);
  place.removeAttribute("aria-busy");
}

async function run() {
  await start();
  const tab = await tabShown();
  chrome.storage.session.onChanged.addListener(() => draw(tab).catch(console.error));
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    if (button?.dataset.place) follow(tab, button.dataset.place).catch(console.error);
    else if (button?.className === "all") reveal(button);
  });
  await draw(tab);
}

run().catch(show);
