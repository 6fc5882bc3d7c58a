// @ts-check
/** The core as it is shipped, outside a browser. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @typedef {{kind: string, level: number, text: string, headers: string[], collapsed: boolean}} Block */
/** @typedef {{url: string, title: string, lang: string, blocks: Block[]}} Page */

/** Loads the core of a built tree. @param {string} tree */
export async function load(tree) {
  const folder = join(tree, 'dist/chromium/wasm');
  // eslint-disable-next-line no-unsanitized/method -- the tree is named by the one who calls
  const core = await import(pathToFileURL(join(folder, 'smallprint.js')).href);
  core.initSync({ module: readFileSync(join(folder, 'smallprint_bg.wasm')) });
  return /** @type {{read: (page: Page) => unknown}} */ (core);
}

/** A plain text as a page: a paragraph for each of its own. @param {string} text @returns {Page} */
export function pageOf(text) {
  const blocks = text.split(/\n\s*\n/).map((part) => ({ kind: 'paragraph', level: 0, text: part, headers: [], collapsed: false }));
  return { url: 'https://lumora.example/privacy', title: 'Privacy Policy', lang: 'en', blocks };
}
