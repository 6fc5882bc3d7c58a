// @ts-check
/** The options: shows the settings (page/settings.js) and keeps each choice at once. */

/** @typedef {HTMLInputElement | HTMLSelectElement} Field */

const form = /** @type {HTMLFormElement} */ (document.getElementById("choices"));
const sites = /** @type {HTMLElement} */ (document.getElementById("sites"));

/** The fields of a name, in order. @param {string} name @returns {HTMLInputElement[]} */
function fields(name) {
  return [...form.querySelectorAll(`[name="${name}"]`)].map((field) => /** @type {HTMLInputElement} */ (field));
}

/** @param {Settings} now */
function show(now) {
  for (const name of /** @type {const} */ (["read", "corner", "colours"])) {
    for (const field of fields(name)) field.checked = field.value === now[name];
  }
  for (const name of /** @type {const} */ (["folded", "history"])) for (const field of fields(name)) field.checked = now[name];
  for (const field of fields("badges")) field.checked = now.badges === "shown";
  for (const field of fields("show")) field.checked = now.show[/** @type {Topic} */ (field.value)];
  for (const field of fields("historyMegabytes")) field.value = String(Math.round(now.historyMegabytes));
  showSites(now.sitesOff);
}

/** @param {string[]} hosts */
function showSites(hosts) {
  const focused = sites.contains(document.activeElement);
  sites.replaceChildren(...hosts.map(siteOff));
  /** @type {HTMLElement} */ (document.getElementById("none")).hidden = hosts.length > 0;
  if (focused) (sites.querySelector("button") ?? form.querySelector("a"))?.focus();
}

/** @param {string} host */
function siteOff(host) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = "Switch on again";
  button.setAttribute("aria-label", `Switch on again: ${host}`);
  button.addEventListener("click", () => keep(bringBack(host)));
  item.append(host, button);
  return item;
}

/** @param {string} host */
async function bringBack(host) {
  const { sitesOff } = await settings.load();
  await settings.save({ sitesOff: sitesOff.filter((off) => off !== host) });
}

/** What a field says, as a part of the settings. @param {Field} field @returns {Partial<Settings>} */
function choiceOf(field) {
  const checked = field instanceof HTMLInputElement && field.checked;
  switch (field.name) {
    case "badges": return { badges: checked ? "shown" : "hidden" };
    case "show": return { show: /** @type {Settings["show"]} */ (Object.fromEntries(fields("show").map(({ value, checked }) => [value, checked]))) };
    case "folded": case "history": return { [field.name]: checked };
    case "historyMegabytes": return { historyMegabytes: Number(field.value) };
    default: return { [field.name]: field.value };
  }
}

/** Says whether a change was kept. @param {Promise<void>} change */
function keep(change) {
  const said = /** @type {HTMLElement} */ (document.getElementById("said"));
  said.textContent = "";
  change.then(() => { said.textContent = "Saved."; }, (error) => { said.textContent = `The choice could not be kept (${error}).`; });
}

/** The seals in each set of colours. */
function drawSamples() {
  for (const sample of /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".sample")])) {
    const tones = theme.TONES[/** @type {Settings["colours"]} */ (sample.dataset.colours)];
    sample.append(...Object.entries(tones).map(([tone, [light, dark]]) => {
      const seal = glyphs.seal(tone, "");
      seal.style.setProperty("--tone", `light-dark(${light}, ${dark})`);
      return seal;
    }));
  }
}

drawSamples();
form.addEventListener("change", ({ target }) => keep(settings.save(choiceOf(/** @type {Field} */ (target)))));
form.addEventListener("submit", (event) => event.preventDefault());
settings.onChanged(show);
show(settings.DEFAULTS);
settings.load().then(show, (error) => keep(Promise.reject(error)));
