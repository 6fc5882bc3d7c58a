// Packs dist/chromium and dist/firefox: same sources, same bytes.
// Usage: node package.mjs ROOT
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';

const [root] = process.argv.slice(2);
const MTIME = new Date(1980, 0, 1); // the first day that a zip can tell
const ENDINGS = { chromium: 'zip', firefox: 'xpi' };

/** Every file under a folder, by its path with slashes, in order. */
function contents(folder) {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name)).sort();
  return Object.fromEntries(paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)]));
}

for (const [browser, ending] of Object.entries(ENDINGS)) {
  const folder = join(root, 'dist', browser);
  const { version } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  const packed = join(root, 'dist', `smallprint-${version}-${browser}.${ending}`);
  writeFileSync(packed, zipSync(contents(folder), { level: 9, mtime: MTIME, os: 3 }));
  console.log(relative(root, packed));
}
