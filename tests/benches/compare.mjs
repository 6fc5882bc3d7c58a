// @ts-check
// This tree beside another: what reading takes in both, and the ratio. The two take turns, so that a noisy machine
// disturbs both alike; only the ratios of one run tell anything. (Benchmark libraries time one task after the other.)
//
// Usage: node compare.mjs THIS_TREE OTHER_TREE NAME_OF_OTHER
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { load, pageOf } from './core.mjs';

const ROUNDS = 20;
const LONG = 1_000_000;
const [here = '', there = '', name = 'the other'] = process.argv.slice(2);
const SEED = join(here, 'tests/seeds/imvu-2020.txt');
const COLD = new URL('cold.mjs', import.meta.url).pathname;

/** @typedef {[here: number, there: number]} Pair */

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** What one side does and the other, in turns; who begins changes, since the first of two has the colder caches.
 * @param {(tree: string) => number} once @returns {Pair}
 */
function inTurns(once) {
  /** @type {Record<string, number[]>} */
  const times = { [here]: [], [there]: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const tree of round % 2 ? [here, there] : [there, here]) times[tree]?.push(once(tree));
  }
  return [median(times[here] ?? []), median(times[there] ?? [])];
}

/** The first reading of a policy of 33 KB, in a new process. */
function cold() {
  return inTurns((tree) => Number(execFileSync(process.execPath, [COLD, tree, SEED], { encoding: 'utf8' })));
}

/** The command line, from its start to its end. */
function commandLine() {
  return inTurns((tree) => {
    const start = performance.now();
    execFileSync(join(tree, 'target/release/smallprint'), ['analyze', '--json', '--assume-policy', SEED]);
    return performance.now() - start;
  });
}

/** Reading when all is compiled. @param {string} text @returns {Promise<Pair>} */
async function warm(text) {
  const page = pageOf(text);
  const cores = { [here]: await load(here), [there]: await load(there) };
  /** @param {string} tree */
  const once = (tree) => {
    const start = performance.now();
    cores[tree]?.read(page);
    return performance.now() - start;
  };
  inTurns(once); // the engine still compiles better
  return inTurns(once);
}

/** Instructions a byte of the text, counted by valgrind; the one figure that is the same on every machine. @returns {Pair | null} */
function instructions() {
  const bytes = readFileSync(SEED).length;
  const counts = [here, there].map((tree) => {
    const command = [join(tree, 'target/release/smallprint'), 'analyze', '--json', '--assume-policy', SEED];
    const { stderr } = spawnSync('valgrind', ['--tool=callgrind', '--callgrind-out-file=/dev/null', ...command], { encoding: 'utf8' });
    return Number(/Collected : (\d+)/.exec(stderr ?? '')?.[1]) / bytes;
  });
  return counts.some(Number.isNaN) ? null : [counts[0] ?? NaN, counts[1] ?? NaN];
}

/** @param {string} what @param {string} unit @param {Pair | null} pair */
function print(what, unit, pair) {
  const [mine, theirs] = pair ?? [NaN, NaN];
  const cells = pair ? [mine.toFixed(1), theirs.toFixed(1), (mine / theirs).toFixed(2)] : ['-', '-', 'valgrind is not here'];
  console.log(`${`${what} (${unit})`.padEnd(44)} ${cells.map((cell) => cell.padStart(10)).join(' ')}`);
}

const seed = readFileSync(SEED, 'utf8');
console.log(`${''.padEnd(44)} ${['this tree', name, 'ratio'].map((cell) => cell.padStart(10)).join(' ')}`);
print('wasm, 33 KB, first reading', 'ms', cold());
print('wasm, 33 KB, once compiled', 'ms', await warm(seed));
print('wasm, 1 MB, once compiled', 'ms', await warm(seed.repeat(Math.ceil(LONG / seed.length))));
print('command line, 33 KB', 'ms', commandLine());
print('command line, 33 KB, instructions', 'a byte', instructions());
