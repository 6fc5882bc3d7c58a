// @ts-check
/** The welcome page: puts a seal before each question, as on the badges. */
for (const item of /** @type {HTMLElement[]} */ ([...document.querySelectorAll("[data-seal]")])) {
  const [tone = "", glyph = ""] = (item.dataset.seal ?? "").split(" ");
  item.classList.add(tone);
  item.prepend(glyphs.seal(tone, glyph));
}
