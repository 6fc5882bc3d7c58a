// What the gate costs and lets through, on saved pages, in a real Chromium.
//
//   node tests/browser/gate_cost.mjs --pages FOLDER
//
// FOLDER holds `pages.json`, a list of {"file", "url", "is_policy": true | false | null}, and the files it names. Each
// page is served without its scripts under its own path, from a site of its own, so that its renderer is a new one and
// everything is cold; the least of three such visits counts. Printed, as `name value` lines: what the gate takes (in
// milliseconds, the compilation of its functions in them), for all pages and for those that are no policy; how many it
// lets through; which policies it turns away; and how often the core (the wasm) was loaded for the pages that it turned
// away, which should be never, and for those that it let through.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { startChromium } from './chromium.mjs';

const GATE = readFileSync(new URL('../../extension/page/gate.js', import.meta.url), 'utf8');
const HEADERS = {
  'content-type': 'text/html; charset=utf-8', 'content-security-policy': "script-src 'none'",
  // Of a page that stands apart from all others, the clock has steps of 5 microseconds, else of 100.
  'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp',
};
const EVERY_NAME_HERE = '--host-resolver-rules=MAP * 127.0.0.1';
const SETTLED = 700;
const VISITS = 3;

/** @typedef {{file: string, url: string, is_policy: boolean | null}} Saved */

/** @param {string} folder @param {Saved[]} pages */
async function serve(folder, pages) {
  const server = createServer((request, response) => {
    const page = pages[Number(/^page(\d+)-/.exec(request.headers.host ?? '')?.[1])];
    if (!page || request.headers['sec-fetch-dest'] !== 'document') return void response.writeHead(404).end();
    response.writeHead(200, HEADERS).end(stayingText(readFileSync(join(folder, page.file), 'latin1')), 'latin1');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return server;
}

/** A page that leads elsewhere at once could not be timed. @param {string} page */
function stayingText(page) {
  return page.replaceAll(/<meta[^>]*http-equiv=["']?refresh[^>]*>/gi, '');
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
  const expression = `(() => { const start = performance.now(); ${GATE}
    return { open: gate.mayBePolicy(document), ms: performance.now() - start, fine: crossOriginIsolated }; })()`;
  const { result } = await session.send('Runtime.evaluate', { expression, contextId: executionContextId, returnByValue: true });
  return result.value;
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

/** The least of some visits, each to a site of its own. @param {Awaited<ReturnType<typeof startChromium>>} chromium @param {(visit: number) => string} address */
async function measureColdly(chromium, address) {
  const visits = [];
  for (let visit = 0; visit < VISITS; visit += 1) visits.push(await measure(chromium, address(visit)));
  if (!visits.every(({ fine }) => fine)) throw new Error('The clock is too coarse: the page is not isolated.');
  return { open: visits[0]?.open, ms: Math.min(...visits.map(({ ms }) => ms)) };
}

/** Is the core loaded for a page, by a background that was stopped before? @param {Awaited<ReturnType<typeof startChromium>>} chromium @param {string} address */
async function loadsCore(chromium, address) {
  await chromium.stopBackground();
  const tab = await chromium.browser.newPage();
  await tab.goto(address, { waitUntil: 'load' });
  await new Promise((resolve) => setTimeout(resolve, SETTLED));
  const background = chromium.browser.targets().find((target) => target.type() === 'service_worker');
  const loaded = background !== undefined && await modulesIn(background) > 0;
  await tab.close();
  return loaded;
}

/** How many modules of wasm there are in a worker. @param {import('puppeteer-core').Target} worker */
async function modulesIn(worker) {
  const { client: session } = /** @type {import('puppeteer-core').WebWorker} */ (await worker.worker());
  const { result: { objectId: prototypeObjectId } } = await session.send('Runtime.evaluate', { expression: 'WebAssembly.Module.prototype' });
  const { objects: { objectId } } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototypeObjectId ?? '' });
  const { result } = await session.send('Runtime.callFunctionOn', { objectId, functionDeclaration: 'function () { return this.length; }', returnByValue: true });
  return result.value;
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

/** @typedef {Saved & {address: string, open: boolean, ms: number, loaded: boolean}} Found */

/** @param {Found[]} found */
function print(found) {
  const others = found.filter((page) => page.is_policy === false);
  printTimes('all', found.map(({ ms }) => ms));
  printTimes('no_policy', others.map(({ ms }) => ms));
  const shut = found.filter((page) => !page.open);
  printTimes('turned_away', shut.map(({ ms }) => ms));
  console.log(`gate.no_policy.let_through ${others.filter((page) => page.open).length}`);
  console.log(`gate.policy.turned_away ${shut.filter((page) => page.is_policy).length}`);
  for (const page of shut.filter(({ is_policy }) => is_policy)) console.log(`  ${page.file}`);
  console.log(`gate.turned_away.core_loaded ${shut.filter(({ loaded }) => loaded).length}`);
  console.log(`gate.let_through.core_loaded ${found.filter(({ open, loaded }) => open && loaded).length}`);
}

async function run() {
  const { values: { pages: folder } } = parseArgs({ options: { pages: { type: 'string' } } });
  if (!folder) return void console.error('Usage: node tests/browser/gate_cost.mjs --pages FOLDER');
  const pages = /** @type {Saved[]} */ (JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')));
  const server = await serve(folder, pages);
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const chromium = await startChromium({ anywhere: true, flags: [EVERY_NAME_HERE] });
  try {
    const found = /** @type {Found[]} */ ([]);
    for (const [index, page] of pages.entries()) {
      /** @param {number} visit */
      const address = (visit) => `http://page${index}-${visit}.localhost:${port}${pathOf(page.url)}`;
      try {
        const gate = await measureColdly(chromium, address);
        found.push({ ...page, ...gate, address: address(0), loaded: await loadsCore(chromium, address(VISITS)) });
      } catch (error) {
        console.error(`${page.file}: ${error}`);
      }
    }
    print(found);
  } finally {
    await chromium.close();
    server.close();
  }
}

await run();
