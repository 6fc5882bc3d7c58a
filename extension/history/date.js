// @ts-check
/** Dates as a person writes them. */
const WAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** As `12 May 2026`. @param {string} iso */
export function inWords(iso) {
  return WAY.format(new Date(iso));
}
