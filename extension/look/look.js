// @ts-check
/** The look of the extension's own pages: the colours of theme.js, as the person has chosen them. */
(() => {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);

  /** @param {Settings} now */
  const wear = ({ colours }) => sheet.replaceSync(`:root { ${theme.properties(colours)} }`);

  wear(settings.DEFAULTS);
  settings.load().then(wear, (error) => console.warn(`Smallprint: the settings could not be read (${error}); the usual ones hold.`));
  settings.onChanged(wear);
})();
