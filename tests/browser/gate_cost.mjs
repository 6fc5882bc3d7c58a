// What the gate costs and lets through, on saved pages, in a real Chromium.
//
//   node tests/browser/gate_cost.mjs --pages FOLDER
//
// FOLDER holds `pages.json`, a list of {"file", "url", "is_policy": true | false | null}, and the files it names. Each
// page is served without its scripts under its own path, from a site of its own, so that its renderer is a new one and
// everything is cold. Printed, as `name value` lines: what the gate takes (processor time in milliseconds), for all pages and for
// those that are no policy; how many it lets through; which policies it turns away; and for how many of the pages that
// it turned away the background was started all the same, which is where the core is (there should be none).
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startChromium } from './chromium.mjs';

const GATE = readFileSync(new URL('../../extension/page/gate.js', import.meta.url), 'utf8');
const HEADERS = {
  'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'",
};
const EVERY_NAME_HERE = '--host-resolver-rules=MAP * 127.0.0.1';
const SETTLED = 500;

/** @typedef {{file: string, url: string, is_policy: boolean | null}} Saved */

/** @param {string} folder @param {Saved[]} pages */
async function serve(folder, pages) {
  const server = createServer((request, response) => {
    const page = pages[Number(/^page(\d+)\./.exec(request.headers.host ?? '')?.[1])];
    if (!page || request.headers['sec-fetch-dest'] !== 'document') return void response.writeHead(404).end();
    response.writeHead(200, HEADERS).end(readFileSync(join(folder, page.file)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return server;
}

/** The page's own path and query. @param {string} address */
function pathOf(address) {
  if (!URL.canParse(address)) return '/page.html';
  const { pathname, search } = new URL(address);
  return pathname + search;
}

/** Runs the gate in a world of its own in the page, as the browser does. @param {import('puppeteer-core').Page} tab */
async function runGate(tab) {
  const session = await tab.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id, worldName: 'gate' });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await scriptTime(session);
  const expression = `(() => { ${GATE}\n return gate.mayBePolicy(document); })()`;
  const { result } = await session.send('Runtime.evaluate', { expression, contextId: executionContextId, returnByValue: true });
  return { open: result.value, ms: await scriptTime(session) - before };
}

/** The processor time that scripts took so far, in milliseconds. @param {import('puppeteer-core').CDPSession} session */
async function scriptTime(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN);
}

/** @param {Awaited<ReturnType<typeof startChromium>>} chromium @param {string} address */
async function measure(chromium, address) {
  const tab = await chromium.browser.newPage();
  try {
    await tab.goto(address, { waitUntil: 'load' });
    return await runGate(tab);
  } finally {
    await tab.close();
  }
}

/** Is the background started for a page? @param {Awaited<ReturnType<typeof startChromium>>} chromium @param {string} address */
async function startsBackground(chromium, address) {
  await chromium.stopBackground();
  const tab = await chromium.browser.newPage();
  await tab.goto(address, { waitUntil: 'load' });
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const started = chromium.browser.targets().some((target) => target.type() === 'service_worker');
  await tab.close();
  return started;
}

/** @param {number[]} numbers @param {number} share */
function quantile(numbers, share) {
  return numbers.toSorted((one, other) => one - other)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))] ?? 0;
}

/** @param {string} name @param {number[]} times */
function printTimes(name, times) {
  console.log(`gate.${name}.n ${times.length}`);
  for (const [mark, share] of /** @type {const} */ ([['median', 0.5], ['p95', 0.95], ['max', 1]])) {
    console.log(`gate.${name}.ms.${mark} ${quantile(times, share).toFixed(3)}`);
  }
}

/** @typedef {Saved & {address: string, open: boolean, ms: number}} Found */

/** @param {Found[]} found @param {number} started */
function print(found, started) {
  const others = found.filter((page) => page.is_policy === false);
  printTimes('all', found.map(({ ms }) => ms));
  printTimes('no_policy', others.map(({ ms }) => ms));
  const shut = found.filter((page) => !page.open);
  printTimes('turned_away', shut.map(({ ms }) => ms));
  console.log(`gate.no_policy.let_through ${others.filter((page) => page.open).length}`);
  console.log(`gate.policy.turned_away ${shut.filter((page) => page.is_policy).length}`);
  for (const page of shut.filter(({ is_policy }) => is_policy)) console.log(`  ${page.file}`);
  console.log(`gate.turned_away.background_started ${started}`);
}

async function run() {
  const { values: { pages: folder } } = parseArgs({ options: { pages: { type: 'string' } } });
  if (!folder) return void console.error('Usage: node tests/browser/gate_cost.mjs --pages FOLDER');
  const pages = /** @type {Saved[]} */ (JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')));
  const server = await serve(folder, pages);
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const chromium = await startChromium({ anywhere: true, flags: [EVERY_NAME_HERE] });
  try {
    const addresses = pages.map(({ url }, index) => `http://page${index}.localhost:${port}${pathOf(url)}`);
    const found = /** @type {Found[]} */ ([]);
    for (const [index, page] of pages.entries()) {
      const address = /** @type {string} */ (addresses[index]);
      await measure(chromium, address).then((gate) => found.push({ ...page, ...gate, address }), (error) => console.error(`${page.file}: ${error.message}`));
    }
    let started = 0;
    for (const { address } of found.filter(({ open }) => !open)) started += Number(await startsBackground(chromium, address));
    print(found, started);
  } finally {
    await chromium.close();
    server.close();
  }
}

await run();
