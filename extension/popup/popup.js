// @ts-check
import start, { showPopup } from "../wasm/smallprint.js";

/** @param {unknown} error */
function show(error) {
  const place = /** @type {HTMLElement} */ (document.getElementById("report"));
  const line = document.createElement("p");
  line.className = "plain";
  line.textContent = error instanceof Error ? `Smallprint could not start: ${error.message}.` : String(error);
  place.replaceChildren(line);
  place.removeAttribute("aria-busy");
}

start().then(showPopup).catch(show);
