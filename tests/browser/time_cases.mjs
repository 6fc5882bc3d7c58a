// Pages that change: text that comes late, addresses that change without a new page, pages that are drawn anew.
import assert from 'node:assert/strict';
import { it } from 'node:test';

import { marksAreQuotes } from './other_cases.mjs';
import { bare } from './policy_cases.mjs';
import { FULL, inParagraphs, pageOf, SALE, SILENT } from './sample.mjs';
import { until } from './wait.mjs';
import { UNDRIVEN } from './chromium.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

const SHOP = '<h1>Lanterns</h1><p>Three lanterns of brass, each with a wick of its own. Order before noon.</p>';

/** @param {string} body @param {string} script */
const scripted = (body, script) => `<!DOCTYPE html><html lang="en"><title>Plumwick</title><body><main>${body}</main><script>${script}</script></body></html>`;

/** Draws markup into the page, and goes to its address without loading it. */
const ROUTER = `function go(path, markup) { history.pushState(null, '', path); document.querySelector('main').innerHTML = markup; }`;

/** @param {any} report */
const sale = (report) => report?.verdicts?.sale.value;

/** @param {any} tab @param {string} value */
const says = (tab, value) => until(`the verdict "${value}"`, async () => sale(await tab.report()) === value && marksAreQuotes(tab));

/** @param {any} tab */
const showsNothing = (tab) => until('nothing to be shown', async () => {
  const seen = [await tab.labels(), await tab.ask('marks'), await tab.report(), await tab.toolbarText()];
  assert.deepEqual(seen, [null, {}, null, '']);
  return true;
});

/** @param {Stage} stage */
export function timeCases(stage) {
  it('reads a policy whose text comes late', async () => {
    const script = `setTimeout(() => { document.querySelector('main').innerHTML = ${JSON.stringify(`<h1>Privacy Policy</h1>${inParagraphs(FULL)}`)}; }, 1500);`;
    const tab = await stage.browser.open(stage.site.put({ body: scripted('<p>One moment.</p>', script) }, 'pages/17'));
    await says(tab, 'sells');
    await tab.close();
  });

  it('follows a page that changes its address by itself: shop, policy, shop', async () => {
    const tab = await stage.browser.open(stage.site.put({ body: scripted(SHOP, ROUTER) }, 'shop'));
    await showsNothing(tab);
    await tab.run((/** @type {string} */ markup) => /** @type {any} */ (window).go('privacy', markup), `<h1>Privacy Policy</h1>${inParagraphs(FULL)}`);
    await says(tab, 'sells');
    await tab.run((/** @type {string} */ markup) => /** @type {any} */ (window).go('shop', markup), SHOP);
    await showsNothing(tab);
    await tab.close();
  });

  it('follows a page that changes its address by itself: policy, another policy', async () => {
    const tab = await stage.browser.open(stage.site.put({ body: scripted(`<h1>Privacy Policy</h1>${inParagraphs(FULL)}`, ROUTER) }));
    await says(tab, 'sells');
    await tab.run((/** @type {string} */ markup) => /** @type {any} */ (window).go('privacy-of-children', markup), `<h1>Privacy Policy</h1>${inParagraphs(SILENT)}`);
    await says(tab, 'silent');
    await tab.close();
  });

  it('reads two policies one after the other in one tab', async () => {
    const tab = await stage.browser.open(stage.site.put({ body: pageOf(inParagraphs(FULL)) }));
    await says(tab, 'sells');
    const next = stage.site.put({ body: pageOf(inParagraphs(SILENT)) });
    await tab.run((/** @type {string} */ address) => { setTimeout(() => location.assign(address)); }, next);
    await says(tab, 'silent');
    await tab.close();
  });

  it('says a page\'s report again when the person goes back to it', async () => {
    const tab = await stage.browser.open(stage.site.put({ body: pageOf(inParagraphs(FULL)) }));
    await says(tab, 'sells');
    const next = stage.site.put({ body: scripted(SHOP, '') }, 'shop');
    await tab.run((/** @type {string} */ address) => { setTimeout(() => location.assign(address)); }, next);
    await showsNothing(tab);
    await tab.run(() => { setTimeout(() => history.back()); });
    await says(tab, 'sells');
    assert.ok((await tab.labels())?.length > 0);
    await tab.close();
  });

  it('marks the sentences again when the page is drawn anew, and only those that are left', async () => {
    const tab = await stage.browser.open(stage.site.put({ body: pageOf(inParagraphs(FULL)) }));
    await says(tab, 'sells');
    await tab.run(() => { const main = document.querySelector('main'); if (main) main.replaceChildren(...[...main.childNodes].map((node) => node.cloneNode(true))); });
    await until('the same marks on the new text', async () => {
      const marks = await tab.ask('marks');
      return Object.values(marks).join().includes(bare(SALE)) && marksAreQuotes(tab);
    });
    await tab.run((/** @type {string} */ sentence) => { for (const p of document.querySelectorAll('p')) if (p.textContent === sentence) p.remove(); }, SALE);
    await says(tab, 'silent');
    assert.ok(!Object.values(await tab.ask('marks')).join().includes(bare(SALE)));
    await tab.close();
  });

  it('keeps to a page that never stops changing', async () => {
    const script = `setInterval(() => { document.title = 'Privacy Policy ' + Date.now(); document.querySelector('i').textContent = Date.now(); }, 20);`;
    const tab = await stage.browser.open(stage.site.put({ body: scripted(`<h1>Privacy Policy</h1><i></i>${inParagraphs(FULL)}`, script) }));
    await says(tab, 'sells');
    await until('the badges', () => tab.labels());
    await tab.close();
  });

  it('reads what comes late in a frame and in a shadow root', async () => {
    const script = `const frame = document.querySelector('iframe');
      frame.addEventListener('load', () => setTimeout(() => { frame.contentDocument.body.innerHTML = ${JSON.stringify(inParagraphs(FULL))}; }, 1000));
      frame.srcdoc = '<p>One moment.</p>';`;
    const tab = await stage.browser.open(stage.site.put({ body: scripted('<h1>Privacy Policy</h1><iframe width="700" height="400"></iframe>', script) }));
    await says(tab, 'sells');
    await tab.close();
  });
}

const LATER = 3000;
const BEFORE_THAT = 2000;

/** Chromium alone loads a page before the person asks for it, and not while the page is driven: it goes by itself.
 * @param {Stage} stage
 */
export function prerenderCases(stage) {
  it('shows nothing of a page that is loaded before it is asked for, then all of it', async () => {
    const tell = `document.querySelector('h1').textContent = 'Privacy Policy, loaded ' + (performance.getEntriesByType('navigation')[0].activationStart > 0 ? 'before' : 'late');`;
    const script = `document.prerendering ? document.addEventListener('prerenderingchange', () => { ${tell} }) : (() => { ${tell} })();`;
    const policy = stage.site.put({ body: scripted(`<h1>Privacy Policy</h1>${inParagraphs(FULL)}`, script) }, `${UNDRIVEN}/privacy`);
    const rules = JSON.stringify({ prerender: [{ urls: [policy], eagerness: 'immediate' }] });
    const go = `setTimeout(() => location.assign(${JSON.stringify(policy)}), ${LATER});`;
    const shop = stage.site.put({ body: scripted(`${SHOP}<script type="speculationrules">${rules}</script>`, go) }, `${UNDRIVEN}/shop`);
    const id = await stage.browser.openUndriven(shop);
    const end = Date.now() + BEFORE_THAT;
    do {
      assert.equal((await stage.browser.session())[`report:${id}`], undefined);
      assert.equal(await stage.browser.toolbarTextOf(id), '');
    } while (Date.now() < end);
    const report = await until('the report of the page that was loaded before', async () => (await stage.browser.session())[`report:${id}`]);
    assert.equal(report.title, 'Privacy Policy, loaded before');
    assert.equal(sale(report), 'sells');
    await stage.browser.closeUndriven(id);
  });
}

const TROUBLES = [
  { title: 'a feed', type: 'application/xml', body: '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Lanterns</title></feed>', says: /can't be read/ },
  { title: 'a policy in a frame that is shut', type: 'text/html',
    body: pageOf(`<iframe sandbox width="700" height="500" srcdoc="${inParagraphs(FULL)}"></iframe>`), says: /inside a frame that can't be read/ },
];

/** A PDF of one empty page: what is needed for a viewer to open. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>`;

/** What the popup says of a page that no page script can read. @param {Stage} stage @param {string} address */
async function wordsOf(stage, address) {
  const tab = await stage.browser.open(address);
  const popup = await tab.popup();
  const words = await popup.text();
  await popup.close();
  await tab.close();
  return words;
}

/** Firefox alone has a reader view. @param {Stage} stage */
export function readerViewCases(stage) {
  it('says plainly that it can\'t read a policy in the reader view', async () => {
    const policy = stage.site.putPage('imvu-2008');
    assert.match(await wordsOf(stage, `about:reader?url=${encodeURIComponent(policy)}`), /can't be read/);
  });
}

/** @param {Stage} stage */
export function troubleCases(stage) {
  it('says plainly that it can\'t read a PDF', async () => {
    const policy = stage.site.put({ body: PDF, headers: { 'content-type': 'application/pdf' } }, 'privacy-policy.pdf');
    assert.match(await wordsOf(stage, policy), /PDF.* can't be read|can't be read: a PDF/);
  });

  for (const { title, type, body, says: sentence } of TROUBLES) {
    it(`says plainly that it can't read ${title}`, async () => {
      const tab = await stage.browser.open(stage.site.put({ body, headers: { 'content-type': `${type}; charset=utf-8` } }));
      const trouble = await until('a word on why', async () => (await stage.browser.session())[`trouble:${tab.id}`]);
      assert.match(trouble, sentence);
      await tab.close();
    });
  }
}
