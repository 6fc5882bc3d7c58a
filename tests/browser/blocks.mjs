// What the reader makes of a page, as text: tests/pages/<site>/blocks.txt, which the Rust tests read again.
//
//   node tests/browser/blocks.mjs --write      reads every page in Chromium and writes its blocks.txt
//
// The format, lossless and made for the eye; one line each, its parts set apart by a tab:
//   title <TAB> TEXT                    the page's title
//   lang <TAB> TEXT                     the page's own claim of its language
//   KIND[ LEVEL][ collapsed] <TAB> TEXT one block: `paragraph`, `heading 2`, `item 1 collapsed`, `row`, `furniture`
//   row <TAB> TEXT <TAB> HEADER…        a table row with its column headers
// A level of 0 is left out. Within a part a backslash, a tab, a line feed and a carriage return are written
// \\ \t \n \r (so the cells of a row are parted by \t). The blocks are numbered from 0, beginning below `lang`.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = new URL('../../', import.meta.url);
const PAGES = new URL('tests/pages/', ROOT);

/** @typedef {import('../../extension/types').Document} Document */

/** Every page of tests/pages. */
export const pageNames = readdirSync(PAGES).sort();

/** The reader's own sources, as one function that reads the page it is sent to. */
function readerText() {
  const manifest = JSON.parse(readFileSync(new URL('manifest.json', ROOT), 'utf8'));
  const js = manifest.content_scripts.flatMap((/** @type {{js: string[]}} */ scripts) => scripts.js);
  const needed = js.slice(js.indexOf('page/gate.js') + 1, js.indexOf('page/reader.js') + 1);
  const sources = needed.map((/** @type {string} */ path) => readFileSync(new URL(`extension/${path}`, ROOT), 'utf8'));
  return `() => { ${sources.join('\n')}\n return reader.readPage(document); }`;
}

/** Reads the page in a tab, as the extension does. @param {{run: (what: any) => Promise<any>}} tab @returns {Promise<Document>} */
export function readDocument(tab) {
  return tab.run(readerText());
}

/** @type {Record<string, string>} */
const ESCAPES = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** @param {(string | null | undefined)[]} parts */
function line(...parts) {
  return parts.map((part) => (part ?? '').replace(/[\\\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign)).join('\t');
}

/** @param {Document} document */
export function toText({ title, lang, blocks }) {
  const lines = blocks.map(({ kind, level, text, headers, collapsed }) =>
    line(`${kind}${level > 0 ? ` ${level}` : ''}${collapsed ? ' collapsed' : ''}`, text, ...headers ?? []));
  return [line('title', title), line('lang', lang), ...lines, ''].join('\n');
}

/** @param {string} name */
function fileOf(name) {
  return new URL(`${name}/blocks.txt`, PAGES);
}

/** @param {string} name */
export function keptText(name) {
  return readFileSync(fileOf(name), 'utf8');
}

async function writeAll() {
  const { startChromium } = await import('./chromium.mjs');
  const { openSite } = await import('./site.mjs');
  const site = await openSite();
  const browser = await startChromium();
  try {
    for (const name of pageNames) {
      const tab = await browser.open(site.putPage(name));
      writeFileSync(fileOf(name), toText(await readDocument(tab)));
      await tab.close();
    }
  } finally {
    await browser.close();
    site.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv[2] === '--write') await writeAll();
  else console.error('Usage: node tests/browser/blocks.mjs --write');
}
