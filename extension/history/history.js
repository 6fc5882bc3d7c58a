// @ts-check
/** The history page: the policies that were read, and, at `#ADDRESS`, what changed in one of them. */
import { showChanges } from "./compare.js";
import { inWords } from "./date.js";
import { entryOf, make } from "./entry.js";
import { takeIn, toFile } from "./exchange.js";
import { dropDamaged, dropped, forget, forgetAll, recallAll, trim } from "./store.js";

/** @typedef {import('./store.js').Policy} Policy */

/** @type {Policy[]} */
let policies = [];
/** The policy that was looked at last: the keyboard goes back to it. */
let looked = "";

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const search = /** @type {HTMLInputElement} */ (element("search"));
const file = /** @type {HTMLInputElement} */ (element("file"));
const sure = /** @type {HTMLDialogElement} */ (element("sure"));

/** Puts a sentence into the line that screen readers speak at once. @param {string} words */
function say(words) {
  element("said").textContent = words;
}

async function load() {
  const found = await recallAll();
  policies = found.policies;
  await showNotes(found.damaged);
  showList();
}

/** @param {string[]} damaged keys of the records that are skipped */
async function showNotes(damaged) {
  const { history, historyMegabytes } = await settings.load();
  const gone = await dropped();
  const notes = [];
  if (!history) notes.push(note("The history is switched off: nothing new is remembered."));
  if (gone) notes.push(note(`The history may take ${historyMegabytes} MB. To make room, ${many(gone.count)} read longest ago had to go, the last on ${inWords(gone.on)}.`));
  if (damaged.length > 0) {
    notes.push(note(`${damaged.length === 1 ? "One record is" : `${damaged.length} records are`} damaged and left out here; all others are whole.`,
      make("button", "button", "Remove what is damaged", () => dropDamaged(damaged).then(() => search.focus()))));
  }
  element("notes").replaceChildren(...notes);
}

/** @param {string} words @param {HTMLElement[]} more */
function note(words, ...more) {
  const item = make("li", "note");
  item.append(make("span", "", words), ...more);
  return item;
}

/** @param {number} count */
function many(count) {
  return count === 1 ? "1 policy" : `${count} policies`;
}

function showList() {
  const wanted = search.value.trim().toLowerCase();
  const shown = policies.filter((policy) => wordsOf(policy).includes(wanted));
  redraw(element("policies"), shown.map((policy) => entryOf(policy, () => remove(policy))));
  element("count").textContent = wanted ? `${many(shown.length)} of ${policies.length}` : policies.length > 0 ? many(policies.length) : "No policy has been read yet.";
  for (const id of ["export", "delete-all"]) /** @type {HTMLButtonElement} */ (element(id)).disabled = policies.length === 0;
}

/** Draws the list anew, as it is also when a page that is read elsewhere adds to it: the keyboard stays where it was.
 * @param {HTMLElement} list @param {HTMLElement[]} items
 */
function redraw(list, items) {
  const at = list.contains(document.activeElement) ? document.activeElement?.getAttribute("aria-label") : null;
  list.replaceChildren(...items);
  const same = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[aria-label]")]).find((one) => one.getAttribute("aria-label") === at);
  same?.focus();
}

/** What a policy is found by. @param {Policy} policy */
function wordsOf({ title, address, versions }) {
  const labels = Object.values(versions[0]?.verdicts ?? {}).map(({ label }) => label);
  return [title, address, ...labels].join("\n").toLowerCase();
}

/** The keyboard goes on at the next policy. @param {Policy} policy */
async function remove(policy) {
  const at = [...element("policies").children].findIndex((item) => item.contains(document.activeElement));
  await forget(policy.address);
  await load();
  const next = element("policies").children[Math.max(0, Math.min(at, element("policies").children.length - 1))];
  (/** @type {HTMLElement | null | undefined} */ (next?.querySelector("button")) ?? search).focus();
  say(`Deleted: ${policy.title}, ${policy.site}.`);
}

async function exportAll() {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([await toFile(policies)], { type: "application/json" }));
  link.download = `smallprint-history-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  say(`Saved as ${link.download}.`);
}

async function importFile() {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  const text = await chosen.text();
  file.value = "";
  const count = await takeIn(text);
  const before = (await dropped())?.count ?? 0;
  await trim((await settings.load()).historyMegabytes);
  const lost = ((await dropped())?.count ?? 0) - before;
  await load();
  say(`Imported ${many(count)}.${lost > 0 ? ` There was no room for all: ${many(lost)} read longest ago had to go.` : ""}`);
}

async function deleteAll() {
  if (sure.returnValue !== "yes") return;
  await forgetAll();
  await load();
  say("The history is empty.");
  element("import").focus();
}

/** Shows the list, or one policy's changes, as the address says. */
async function goWhereAsked() {
  const address = decodeURIComponent(location.hash.slice(1));
  const policy = policies.find((one) => one.address === address);
  element("list").hidden = policy !== undefined;
  element("compare").hidden = policy === undefined;
  document.title = policy ? `What changed: ${policy.title}` : "Smallprint: history";
  if (policy) {
    looked = address;
    await showChanges(policy);
  } else if (looked) {
    const links = /** @type {HTMLElement[]} */ ([...element("policies").querySelectorAll("[data-policy]")]);
    links.find((link) => link.dataset.policy === looked)?.focus();
    looked = "";
  }
}

/** Does something, and says it if it fails. @param {() => Promise<void>} what */
const doing = (what) => () => void what().catch((error) => say(String(error)));

search.addEventListener("input", showList);
element("export").addEventListener("click", doing(exportAll));
element("import").addEventListener("click", () => file.click());
file.addEventListener("change", doing(importFile));
element("delete-all").addEventListener("click", () => sure.showModal());
sure.addEventListener("close", doing(deleteAll));
addEventListener("hashchange", doing(goWhereAsked));
chrome.storage.local.onChanged.addListener(doing(load));
doing(async () => {
  await load();
  await goWhereAsked();
})();
