// @ts-check
/** What changed in a policy: verdicts in words, and the two texts side by side, drawn by the core (wasm). */
import start, { drawChanges } from "../wasm/smallprint.js";
import { inWords } from "./date.js";
import { make } from "./entry.js";
import { isJudgedAlike, moved, unpack } from "./store.js";

/** @typedef {import('./store.js').Policy} Policy @typedef {import('./store.js').Version} Version */

const NAMES = { tracking: "Tracking", dnt: "Do Not Track", ads: "Third-party ads", sale: "Data sale" };
const OTHER_RULES = "The verdicts aren't compared: different versions of Smallprint read the two texts.";

/** @param {string} id */
const element = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const pair = /** @type {HTMLSelectElement} */ (element("pair"));

/** @param {Policy} policy */
export async function showChanges({ title, site, versions }) {
  element("what").textContent = `What changed: ${title}`;
  element("since").textContent = site;
  pair.replaceChildren(...versions.slice(1).map((before, index) => {
    const now = /** @type {Version} */ (versions[index]);
    return new Option(`${inWords(before.read)} with ${inWords(now.read)}`, String(index));
  }));
  element("which").hidden = versions.length < 3;
  pair.onchange = () => void showPair(versions).catch(console.error);
  element("what").focus();
  await showPair(versions);
}

/** @param {Version[]} versions */
async function showPair(versions) {
  const [now, before] = versions.slice(Number(pair.value) || 0);
  if (!now || !before) throw "This policy has had one text only.";
  element("before").textContent = inWords(before.read);
  element("after").textContent = inWords(now.read);
  element("moved").replaceChildren(...moves(now, before));
  const [old, fresh] = await Promise.all([before, now].map(({ text }) => unpack(text)));
  await start();
  drawChanges(old?.join("\n") ?? "", fresh?.join("\n") ?? "");
}

/** @param {Version} now @param {Version} before */
function moves(now, before) {
  if (!isJudgedAlike(now, before)) return [make("li", "soft", OTHER_RULES)];
  return moved(now, before).map(({ topic, was, is }) => make("li", "", `${NAMES[topic]}: was “${was}”, is now “${is}”.`));
}
