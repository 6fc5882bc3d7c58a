// Lays dist/chromium and dist/firefox out of manifest.json, extension/ and the wasm; touches only what changed.
// Usage: node assemble.mjs ROOT BINDGEN_OUT
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

import { parse } from 'acorn';

const [root, bindgen] = process.argv.slice(2);

/** Each browser warns of the other's way to name the background; the source manifest names both. */
const foreignKey = { chromium: 'scripts', firefox: 'service_worker' };
const foreignSettings = { chromium: 'browser_specific_settings', firefox: 'minimum_chrome_version' };

function manifestFor(browser, source) {
  const manifest = JSON.parse(source);
  delete manifest.background?.[foreignKey[browser]];
  delete manifest[foreignSettings[browser]];
  return Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
}

const isShipped = (path) => !path.endsWith('.d.ts') && !/(^|\/)(tests?\/|[^/]*\.test\.)/.test(path);

/** Every file under a folder, by its path relative to it. */
function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)));
}

/** A page script as it is shipped: every page pays for its bytes, so it goes without its comments. */
function withoutComments(source) {
  const comments = [];
  parse(source, { ecmaVersion: 'latest', sourceType: 'script', onComment: comments });
  const parts = [...comments, { start: source.length, end: source.length }].map(({ start }, index) =>
    source.slice(comments[index - 1]?.end ?? 0, start));
  return Buffer.from(parts.join('').replace(/^[ \t]*\n|[ \t]+$/gm, ''));
}

/** What each rule means, for the pages of the extension: the shipped core leaves these words out. */
function means() {
  const rules = filesIn(join(root, 'src', 'rules')).filter((path) => path.endsWith('.rules'))
    .flatMap((path) => readFileSync(join(root, 'src', 'rules', path), 'utf8').split(/^rule /m).slice(1));
  const entries = rules.map((rule) => [/^\S+/.exec(rule)?.[0], /^ +means +(.+)$/m.exec(rule)?.[1]]);
  const unclear = entries.filter(([, meaning]) => !meaning);
  if (unclear.length > 0) throw new Error(`These rules do not say what they mean: ${unclear.map(([name]) => name).join(', ')}.`);
  return Buffer.from(`export const MEANS = ${JSON.stringify(Object.fromEntries(entries), null, 1)};\n`);
}

function contents(browser) {
  const files = new Map();
  for (const path of filesIn(join(root, 'extension')).filter(isShipped)) {
    const bytes = readFileSync(join(root, 'extension', path));
    files.set(path, /^page[\\/].*\.js$/.test(path) ? withoutComments(bytes.toString()) : bytes);
  }
  for (const name of ['smallprint.js', 'smallprint_bg.wasm']) {
    files.set(join('wasm', name), readFileSync(join(bindgen, name)));
  }
  files.set('means.js', means());
  const manifest = join(root, 'manifest.json');
  if (existsSync(manifest)) files.set('manifest.json', manifestFor(browser, readFileSync(manifest, 'utf8')));
  return files;
}

function write(folder, files) {
  for (const stranger of filesIn(folder).filter((path) => !files.has(path))) rmSync(join(folder, stranger));
  for (const [path, bytes] of files) {
    const target = join(folder, path);
    if (existsSync(target) && readFileSync(target).equals(bytes)) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
}

for (const browser of ['chromium', 'firefox']) write(join(root, 'dist', browser), contents(browser));
