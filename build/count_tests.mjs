// Adds up what cargo and node counted, and ends with the one line that says it all.
// Usage: node count_tests.mjs CARGO_LOG NODE_TAP STATUS   (STATUS is not 0 if any of the runners failed)
import { existsSync, readFileSync } from 'node:fs';

const [cargoLog, nodeTap, status] = process.argv.slice(2);
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const sum = (text, pattern) => [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);

const cargo = read(cargoLog);
const node = read(nodeTap);
const passed = sum(cargo, /^test result: .*?(\d+) passed/gm) + sum(node, /^# pass (\d+)/gm);
const counted =
  sum(cargo, /^test result: .*?(\d+) failed/gm) + sum(node, /^# fail (\d+)/gm) + sum(node, /^# cancelled (\d+)/gm);
// A runner that failed without naming a test (it did not compile, it crashed) is one failure all the same.
const failed = counted === 0 && status !== '0' ? 1 : counted;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
