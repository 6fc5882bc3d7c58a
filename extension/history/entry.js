// @ts-check
/** One policy in the list of the history. */
import { inWords } from "./date.js";
import { TOPICS } from "./store.js";

/** @typedef {import('./store.js').Policy} Policy @typedef {import('./store.js').Label} Label */

const NAMES = { tracking: "Tracking", dnt: "Do Not Track", ads: "Third-party ads", sale: "Data sale" };

/** @param {Policy} policy @param {() => Promise<void>} remove */
export function entryOf(policy, remove) {
  const { title, address, site, versions } = policy;
  const [now, before] = versions;
  const entry = make("li", "card entry");
  const place = make("p", "soft");
  const link = /** @type {HTMLAnchorElement} */ (make("a", "", site));
  link.href = address;
  link.rel = "noreferrer";
  place.append(link, ` · read ${inWords(now?.read ?? "")}`);
  const head = make("div", "");
  head.append(make("h2", "", title), place);
  const acts = make("p", "bar");
  if (before) acts.append(linkToChanges(policy));
  const button = make("button", "button", "Delete", remove);
  button.setAttribute("aria-label", `Delete: ${title}, ${site}`);
  acts.append(button);
  entry.append(head, labels(now?.verdicts ?? {}), acts);
  return entry;
}

/** @param {Policy} policy */
function linkToChanges({ address, title }) {
  const link = /** @type {HTMLAnchorElement} */ (make("a", "button", "What changed"));
  link.href = `#${encodeURIComponent(address)}`;
  link.dataset.policy = address;
  link.setAttribute("aria-label", `What changed: ${title}`);
  return link;
}

/** @param {import('./store.js').Labels} verdicts */
function labels(verdicts) {
  const list = make("ul", "labels");
  list.append(...TOPICS.flatMap((topic) => {
    const verdict = verdicts[topic];
    return verdict ? [labelOf(topic, verdict)] : [];
  }));
  return list;
}

/** A badge's seal, name and label. @param {keyof typeof NAMES} topic @param {Label} verdict */
export function labelOf(topic, verdict) {
  const tone = theme.toneOf(verdict);
  const item = make("li", tone);
  const words = make("span", "");
  words.append(make("span", "name", NAMES[topic]), make("span", "label", verdict.label));
  item.append(glyphs.seal(tone, topic), words);
  return item;
}

/** @param {string} name @param {string} className @param {string} [text] @param {() => Promise<void>} [act] what a press does */
export function make(name, className, text = "", act) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (made instanceof HTMLButtonElement) made.type = "button";
  made.textContent = text;
  if (act) made.addEventListener("click", () => void act().catch(console.error));
  return made;
}
