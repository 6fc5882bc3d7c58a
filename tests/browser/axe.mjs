// axe-core on what is shown in a page, as it is shipped: asked in the extension's own world, where its root can be opened;
// and on a page of the extension's own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Complaints of axe about the overlay, as `rule: element`.
 * @param {import('puppeteer-core').Page} page of Chromium @param {string} id of the extension @returns {Promise<{complaints: string[], passed: string[]}>}
 */
export async function askAxe(page, id) {
  const session = await page.createCDPSession();
  try {
    const context = await worldOf(session, id);
    const run = (/** @type {string} */ expression) =>
      session.send('Runtime.evaluate', { contextId: context, expression, awaitPromise: true, returnByValue: true });
    await run(AXE);
    const { result, exceptionDetails } = await run(`(async () => {
      const host = document.querySelector(':popover-open');
      const root = badges.strip().getRootNode();
      Object.defineProperty(host, 'shadowRoot', { value: root, configurable: true });
      const { violations, passes } = await axe.run(host);
      const complaints = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html));
      return JSON.stringify({ complaints, passed: passes.map(({ id }) => id) });
    })()`);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return JSON.parse(result.value);
  } finally {
    await session.detach();
  }
}

/** Complaints of axe about a whole page. @param {import('puppeteer-core').Page} page of Chromium @returns {Promise<{complaints: string[], passed: string[]}>} */
export async function askAxeOfPage(page) {
  const session = await page.createCDPSession();
  try {
    await session.send('Runtime.evaluate', { expression: AXE });
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', { awaitPromise: true, returnByValue: true, expression: `(async () => {
      const { violations, passes } = await axe.run(document);
      const complaints = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html));
      return JSON.stringify({ complaints, passed: passes.map(({ id }) => id) });
    })()` });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return JSON.parse(result.value);
  } finally {
    await session.detach();
  }
}

/** The world of the extension's page scripts. @param {import('puppeteer-core').CDPSession} session @param {string} id @returns {Promise<number>} */
async function worldOf(session, id) {
  /** @type {number[]} */ const found = [];
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.endsWith(id)) found.push(context.id);
  });
  await session.send('Runtime.enable');
  const [world] = found;
  if (world === undefined) throw new Error('The page scripts have no world in this page.');
  return world;
}
