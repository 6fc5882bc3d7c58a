// What of a page is read, and as what: every layout that people write policies in, and every place to hide a sentence.
import assert from 'node:assert/strict';
import { it } from 'node:test';

import { marksAreQuotes } from './other_cases.mjs';
import { bare } from './policy_cases.mjs';
import { FULL, inParagraphs, pageOf, SALE, SILENT } from './sample.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

const MORE = inParagraphs(SILENT);
const OUT_OF_SIGHT = 'position:absolute;left:-9999px';
const CLIPPED = 'position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0,0,0,0)';

/** Where the sentence stands, and what must come of it: `proof` or `collapsed` (proof that a click has yet to show), or `unseen`. */
const PLACES = /** @type {const} */ ([
  ['a page of bare text', 'proof', pageOf(`${FULL.join('<br><br>')}`)],
  ['lines parted by br', 'proof', pageOf(`<div>${FULL.join('<br>')}</div>`)],
  ['a line that br broke', 'proof', pageOf(`${MORE}<div>Our promise to those who like our lanterns is no promise at all.<br>We sell your personal information<br>to list brokers.</div>`)],
  ['divs and spans', 'proof', pageOf(FULL.map((text) => `<div><span>${text}</span></div>`).join(''))],
  ['preformatted text', 'proof', pageOf(`<pre>${FULL.join('\n\n')}</pre>`)],
  ['a list with its lead-in', 'proof', pageOf(`${MORE}<p>What we do with your information:</p><ul><li>${SALE}</li><li>We store it.</li></ul>`)],
  ['paragraphs with list marks', 'proof', pageOf(`${MORE}<p>What we do:</p><p>• ${SALE}</p><p>• We store it.</p>`)],
  ['a table of data', 'proof', pageOf(`${MORE}<table><thead><tr><th>Subject</th><th>What we do</th></tr></thead><tr><td>Sale</td><td>${SALE}</td></tr><tr><td>Storing</td><td>We store it.</td></tr></table>`)],
  ['a table that lays out the page', 'proof', pageOf(`<table><tr><td><table><tr><td>${inParagraphs(FULL)}</td></tr></table></td></tr></table>`)],
  ['a list of definitions', 'proof', pageOf(`${MORE}<dl><dt>Sale</dt><dd>${SALE}</dd><dt>Storing</dt><dd>We store it.</dd></dl>`)],
  ['questions and answers', 'proof', pageOf(`${MORE}<h3>Do you sell my data?</h3><p>${SALE}</p>`)],
  ['an open shadow root', 'proof', pageOf(`<policy-text><template shadowrootmode="open">${inParagraphs(FULL)}</template></policy-text>`)],
  ['a slot', 'proof', pageOf(`<policy-text><template shadowrootmode="open"><section><slot></slot></section></template>${inParagraphs(FULL)}</policy-text>`)],
  ['a srcdoc frame', 'proof', pageOf(`<iframe width="800" height="500" srcdoc="${inParagraphs(FULL)}"></iframe>`)],
  ['XHTML', 'proof', `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1>${inParagraphs(FULL)}</body></html>`],
  ['a closed details', 'collapsed', pageOf(`${MORE}<details><summary>Sale of data</summary><p>${SALE}</p></details>`)],
  ['a pane that a button names', 'collapsed', pageOf(`${MORE}<h3><button aria-expanded="false" aria-controls="sale">Sale of data</button></h3><div id="sale" style="display:none"><p>${SALE}</p></div>`)],
  ['a pane that is found by a search', 'collapsed', pageOf(`${MORE}<h3>Sale of data</h3><div hidden="until-found"><p>${SALE}</p></div>`)],
  ['the pane of another tab', 'collapsed', pageOf(`${MORE}<div role="tablist"><a role="tab" href="#sale" aria-selected="false">Sale</a></div><div role="tabpanel" id="sale" hidden><p>${SALE}</p></div>`)],
  ['a template', 'unseen', pageOf(`${MORE}<template><p>${SALE}</p></template>`)],
  ['noscript', 'unseen', pageOf(`${MORE}<noscript><p>${SALE}</p></noscript>`)],
  ['a hidden pane with no control', 'unseen', pageOf(`${MORE}<div hidden><p>${SALE}</p></div>`)],
  ['an undisplayed pane with no control', 'unseen', pageOf(`${MORE}<div style="display:none"><p>${SALE}</p></div>`)],
  ['the pane of another language', 'unseen', pageOf(`${MORE}<button aria-controls="de">Deutsch</button><div id="de" lang="de" style="display:none"><p>${SALE}</p></div>`)],
  ['a decoy off the screen', 'unseen', pageOf(`${MORE}<div style="${OUT_OF_SIGHT}"><p>${SALE}</p></div>`)],
  ['a decoy in no size', 'unseen', pageOf(`${MORE}<p style="font-size:0">${SALE}</p>`)],
  ['a decoy that is invisible', 'unseen', pageOf(`${MORE}<p style="visibility:hidden">${SALE}</p>`)],
  ['a copy for screen readers', 'unseen', pageOf(`${MORE}<span class="sr-only">${SALE}</span>`)],
  ['a clipped copy', 'unseen', pageOf(`${MORE}<p style="${CLIPPED}">${SALE}</p>`)],
  ['a cookie banner', 'unseen', pageOf(MORE, `<div id="onetrust-banner-sdk"><p>${SALE}</p><button>Accept</button></div>`)],
  ['a dialog', 'unseen', pageOf(MORE, `<div role="dialog" style="position:fixed;bottom:0"><p>${SALE}</p></div>`)],
  ['a chat widget', 'unseen', pageOf(MORE, `<div class="intercom-lightweight-app"><p>${SALE}</p></div>`)],
  ['a footer', 'unseen', pageOf(MORE, `<footer><p>${SALE}</p></footer>`)],
  ['a menu', 'unseen', pageOf(`<nav><p>${SALE}</p></nav>${MORE}`)],
  ['an archive\'s toolbar', 'unseen', pageOf(MORE, `<div id="wm-ipp-base"><div id="wm-ipp"><p>${SALE}</p></div></div>`)],
]);

/** @param {any} report */
const saleProofs = (report) => report.verdicts.sale.evidence.filter((/** @type {any} */ { quote }) =>
  bare(quote).includes(bare(SALE)) || bare(SALE).includes(bare(quote)));

/** @param {string} title @param {Stage} stage @param {Record<string, string>} headers */
export function readingCases(title, stage, headers) {
  for (const [place, seen, body] of PLACES) {
    it(`reads ${place}${title}: ${seen}`, async () => {
      const type = body.startsWith('<?xml') ? { 'content-type': 'application/xhtml+xml' } : {};
      const tab = await stage.browser.open(stage.site.put({ body, headers: { ...headers, ...type } }));
      const report = await until('marks that are the quotes', () => marksAreQuotes(tab));
      await tab.close();
      const proofs = saleProofs(report);
      assert.deepEqual(proofs.map((/** @type {any} */ { collapsed }) => (collapsed ? 'collapsed' : 'proof')), seen === 'unseen' ? [] : [seen]);
    });
  }
}

const OPENED = [
  ['a closed details', `<details><summary>Sale of data</summary><p>${SALE}</p></details>`],
  ['a pane that a button opens', `<h3><button aria-expanded="false" aria-controls="sale">Sale of data</button></h3><div id="sale" style="display:none"><p>${SALE}</p></div>
    <script>document.querySelector('[aria-controls=sale]').onclick = ({ target }) => { target.setAttribute('aria-expanded', 'true'); document.querySelector('#sale').style.display = 'block'; };</script>`],
  ['another tab', `<div role="tablist"><button role="tab" aria-controls="sale" aria-selected="false">Sale</button></div><div role="tabpanel" id="sale" hidden><p>${SALE}</p></div>
    <script>document.querySelector('[aria-controls=sale]').onclick = ({ target }) => { target.setAttribute('aria-selected', 'true'); document.querySelector('#sale').hidden = false; };</script>`],
  ['a frame', `<iframe width="800" height="150" srcdoc="<p>Read on.</p><div style='height:900px'></div><p id='sale'>${SALE}</p>"></iframe>`],
];

/** @param {Stage} stage */
export function openingCases(stage) {
  for (const [place, body] of OPENED) {
    it(`goes to a sentence in ${place} and opens it`, async () => {
      const tab = await stage.browser.open(stage.site.put({ body: pageOf(`${MORE}${body}`) }));
      const report = await until('marks that are the quotes', () => marksAreQuotes(tab));
      const [{ block, start, end, quote }] = saleProofs(report);
      assert.deepEqual(await tab.message({ verb: 'go', block, start, end, quote }), { done: true });
      await until('the sentence to be shown', () => tab.run((/** @type {string} */ wanted) => {
        const documents = [document, ...[...document.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument ?? [])];
        const shown = documents.flatMap((one) => [...one.querySelectorAll('p')]).find((p) => p.textContent === wanted);
        const box = shown?.getBoundingClientRect();
        return box !== undefined && box.height > 0 && box.top >= 0 && box.top < (shown?.ownerDocument.defaultView?.innerHeight ?? 0);
      }, SALE));
      await tab.close();
    });
  }
}
