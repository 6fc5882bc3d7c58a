// @ts-check
/**
 * The popup: asks the browser what the background left for the tab, has it drawn (wasm), and listens to what is drawn.
 * `?tab=ID` in the address names the tab; else it is the active one.
 */
import start, { drawReport } from "../wasm/smallprint.js";
import { notice } from "./notice.js";
import { copyReport, saveReport } from "./take.js";
import { askPage, switchOn, tell, whyNothing } from "./page.js";

/** @typedef {import("../types").Report} Report */
/** @typedef {import("./page.js").Answer} Answer */

const NO_ANSWER = "The page doesn't answer any more; reload it and open Smallprint again.";
const NO_TAB = "The browser names no active tab; open the popup again.";

/** What the page said when it was asked to be read; asked once, where there is no report yet. @type {Promise<Answer> | undefined} */
let asked;
/** @type {Report | undefined} what is drawn now */
let drawn;

/** @returns {Promise<number>} */
async function tabShown() {
  const named = Number.parseInt(new URLSearchParams(location.search).get("tab") ?? "", 10);
  if (!Number.isNaN(named)) return named;
  const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (active?.id === undefined) throw NO_TAB;
  return active.id;
}

/** What the background keeps of a tab. @param {number} tab */
async function keptOf(tab) {
  const kept = await chrome.storage.session.get([`report:${tab}`, `trouble:${tab}`, `since:${tab}`]);
  return {
    report: /** @type {Report | undefined} */ (kept[`report:${tab}`]),
    trouble: /** @type {string | undefined} */ (kept[`trouble:${tab}`]),
    since: /** @type {{says: string, policy: string} | undefined} */ (kept[`since:${tab}`]),
  };
}

/** @param {number} tab */
async function draw(tab) {
  let kept = await keptOf(tab);
  if (!kept.report) {
    asked ??= askPage(tab);
    await asked;
    kept = await keptOf(tab);
  }
  drawn = kept.report?.verdicts ? kept.report : undefined;
  if (kept.report) drawReport(kept.report, kept.trouble, languageName(kept.report.policy?.language), kept.since?.says);
  else notice(kept.trouble ? { says: kept.trouble } : await whyNothing(tab, await asked));
  leadToChanges(kept.since?.policy);
  for (const id of ["copy", "save"]) element(id).hidden = !drawn;
}

/** What is new leads to the history, where it stands word by word. @param {string | undefined} policy */
function leadToChanges(policy) {
  const news = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.since"));
  if (news && policy) news.hash = encodeURIComponent(policy);
}

/** @param {string} id */
function element(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** The English name of an ISO 639 code. @param {unknown} code */
function languageName(code) {
  if (typeof code !== "string" || code === "und" || !/^[a-z]{2,3}$/.test(code)) return undefined;
  return new Intl.DisplayNames(["en"], { type: "language", fallback: "none" }).of(code);
}

/** Leads to a sentence and closes the popup; if the page has gone, says so and stays.
 * @param {number} tab @param {string} place block, start and end
 */
async function follow(tab, place) {
  const [block, start, end] = place.split(" ").map(Number);
  const answer = await tell(tab, { verb: "go", block, start, end });
  if (answer?.done) window.close();
  else say(answer?.error ?? NO_ANSWER);
}

/** Puts a sentence into the line that screen readers speak at once. @param {string} words */
function say(words) {
  element("said").textContent = words;
}

/** Shows the hidden sentences; the keyboard goes on at the first of them. @param {Element} button */
function reveal(button) {
  const hidden = [...(button.previousElementSibling?.children ?? [])].filter((item) => item.hasAttribute("hidden"));
  for (const item of hidden) item.removeAttribute("hidden");
  button.remove();
  /** @type {HTMLElement | null | undefined} */ (hidden[0]?.firstElementChild)?.focus();
}

/** Links lead to tabs of their own. @param {string} url */
async function leave(url) {
  await chrome.tabs.create({ url });
  window.close();
}

/** Switches Smallprint on again for the tab's site. @param {number} tab @param {string} host */
async function bringBack(tab, host) {
  asked = switchOn(tab, host);
  await draw(tab);
}

/** What a press on a button does, by its id or its class. @param {HTMLElement} button @param {number} tab @returns {Promise<void> | void} */
function press(button, tab) {
  const { place, host } = button.dataset;
  if (place) return follow(tab, place);
  if (host) return bringBack(tab, host);
  if (button.className === "all") return reveal(button);
  if (button.id === "copy" && drawn) return copyReport(drawn).then(say);
  if (button.id === "save" && drawn) return say(saveReport(drawn));
  return undefined;
}

/** @param {MouseEvent} event @param {number} tab */
function onClick(event, tab) {
  const on = event.target instanceof Element ? event.target : null;
  const link = /** @type {HTMLAnchorElement | null | undefined} */ (on?.closest("a[target]"));
  const button = on?.closest("button");
  if (link) event.preventDefault();
  const done = link ? leave(link.href) : button ? press(button, tab) : undefined;
  done?.catch((error) => say(String(error)));
}

async function run() {
  await start();
  const tab = await tabShown();
  chrome.storage.session.onChanged.addListener(() => draw(tab).catch(fail));
  document.addEventListener("click", (event) => onClick(event, tab));
  await draw(tab);
}

/** @param {unknown} error */
function fail(error) {
  notice({ says: error instanceof Error ? `Smallprint could not start: ${error.message}.` : String(error) });
}

run().catch(fail);
