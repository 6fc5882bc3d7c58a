// @ts-check
// Prints the milliseconds that the first reading takes in a process of its own, the core's compilation in them.
// Usage: node cold.mjs TREE TEXT
import { readFileSync } from 'node:fs';

import { load, pageOf } from './core.mjs';

const [tree = '', text = ''] = process.argv.slice(2);
const page = pageOf(readFileSync(text, 'utf8'));
const start = performance.now();
const core = await load(tree);
core.read(page);
console.log(performance.now() - start);
