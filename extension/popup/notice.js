// @ts-check
/**
 * What the popup shows where there is no report: one sentence, or the way to the site's policy.
 *
 * @typedef {object} Notice
 * @property {string} says one sentence; empty if the link says it all
 * @property {{text: string, url: string}} [link] to the site's policy
 * @property {string} [off] the host on which Smallprint is switched off
 */

/** @param {Notice} what */
export function notice({ says, link, off }) {
  const place = /** @type {HTMLElement} */ (document.getElementById("report"));
  const plain = make("div", "plain");
  plain.append(make("h1", "", link ? "This site's policy" : "Smallprint"));
  if (says) plain.append(make("p", "", says));
  if (link) plain.append(linkTo(link));
  if (off) plain.append(switchFor(off));
  place.replaceChildren(plain);
  place.removeAttribute("aria-busy");
}

/** @param {{text: string, url: string}} link */
function linkTo({ text, url }) {
  const line = make("p", "");
  const link = /** @type {HTMLAnchorElement} */ (make("a", "link", `${text} ↗`));
  link.href = url;
  link.target = "_blank";
  line.append(link, make("span", "soft", " · open"));
  return line;
}

/** @param {string} host */
function switchFor(host) {
  const button = /** @type {HTMLButtonElement} */ (make("button", "button", "Switch on again"));
  button.type = "button";
  button.dataset.host = host;
  return button;
}

/** @param {string} name @param {string} className @param {string} [text] */
function make(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
