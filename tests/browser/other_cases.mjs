// What must be seen on a page that is no policy (nothing), and on pages that are hard to read (never a wrong mark).
import assert from 'node:assert/strict';
import { it } from 'node:test';

import { keptText } from './blocks.mjs';
import { BADGES, bare, marksFor } from './policy_cases.mjs';
import { readExpected, readPage } from './site.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

/** @param {string} title @param {Stage} stage @param {Record<string, string>} headers */
export function silentCases(title, stage, headers) {
  for (const name of ['article', 'terms', 'shop', 'login', 'german']) {
    it(`shows nothing on a page that is no English policy: ${name}${title}`, async () => {
      const tab = await stage.browser.open(stage.site.putPage(name, headers));
      // The background answers in order: once a policy that came later has its badges, this page has had its chance.
      const later = await stage.browser.open(stage.site.putPage('imvu-2008', headers));
      await until('the badges of a policy', () => later.labels());
      await later.close();
      const seen = {
        labels: await tab.labels(), marks: await tab.ask('marks'), toolbar: await tab.toolbarText(),
        verdicts: (await tab.report())?.verdicts ?? null,
      };
      if (name !== 'german') assert.equal(await tab.report(), null);
      await tab.close();
      assert.deepEqual(seen, { labels: null, marks: {}, toolbar: '', verdicts: null });
    });
  }
}

const POLICY = readPage('imvu-2020').toString();
const [BEFORE, ARTICLE, AFTER] = /** @type {[string, string, string]} */ (POLICY.split(/<article>|<\/article>/));
const DENIAL = readExpected('imvu-2020').verdicts.sale.proof;

/** The policy with something between its menu and its footer. @param {string} article @param {string} [script] */
const policyWith = (article, script = '') =>
  `${BEFORE}<article>${article}</article>${AFTER.replace('</body>', `<script>${script}</script></body>`)}`;

/** Pages that are hard to read; `shows`: whether the four verdicts of the policy must come out all the same. */
const HARD = [
  { title: 'an empty body', body: '<!DOCTYPE html><title>Privacy Policy</title><body></body>', shows: false },
  { title: 'no markup at all', body: '', shows: false },
  { title: 'five megabytes', body: policyWith(ARTICLE + '<p>The lighthouse keeper counted every ship that night.</p>\n'.repeat(95_000)), shows: true },
  { title: 'one sentence of 200 KB', body: policyWith(`${ARTICLE}<p>We collect ${'your name and then your address and '.repeat(5_700)} more.</p>`), shows: true },
  { title: 'lone surrogates', body: policyWith(ARTICLE, `for (const p of document.querySelectorAll('article p')) p.prepend('\\ud83d '), p.append(' \\udc00');`), shows: true },
  { title: 'NULs', body: policyWith(ARTICLE, `for (const p of document.querySelectorAll('article p')) p.prepend('\\0 '), p.append(' \\0');`), shows: true },
  { title: 'a page that is drawn anew while it is read', shows: true,
    body: policyWith(ARTICLE, `let left = 30; const main = document.querySelector('main');
      const drawing = setInterval(() => { main.innerHTML = main.innerHTML; if (--left === 0) clearInterval(drawing); }, 20);`) },
];

/** @param {any} tab */
export async function marksAreQuotes(tab) {
  const report = await tab.report();
  if (!report?.verdicts) return false;
  assert.deepEqual(wellFormed(await tab.ask('marks')), wellFormed(marksFor(report)));
  return report;
}

/** A lone surrogate and the sign that stands for it in a quote are the same here. @param {Record<string, string>} marks */
function wellFormed(marks) {
  return Object.fromEntries(Object.entries(marks).map(([name, text]) => [name, text.replace(/[\ud800-\udfff\ufffd\0]/g, '')]));
}

/** @param {Stage} stage */
export function hardCases(stage) {
  const labels = BADGES.map((badge) => readExpected('imvu-2020').verdicts[badge].label);

  for (const { title, body, shows } of HARD) {
    it(`reads a hard page: ${title}`, async () => {
      const tab = await stage.browser.open(stage.site.put({ body }));
      if (shows) {
        await until('marks that are the quotes', () => marksAreQuotes(tab));
        await until('the badges', async () => assert.deepEqual(await tab.labels(), labels) ?? true);
      } else {
        const later = await stage.browser.open(stage.site.putPage('imvu-2008'));
        await until('the badges of a policy', () => later.labels());
        await later.close();
        assert.deepEqual([await tab.labels(), await tab.ask('marks'), await tab.report()], [null, {}, null]);
      }
      await tab.close();
    });
  }

  it('does not mark a sentence that has gone', async () => {
    const script = `addEventListener('load', () => requestAnimationFrame(() => {
      for (const p of document.querySelectorAll('article p')) if (p.textContent.includes('does not sell, rent, or trade')) p.firstChild.remove();
    }));`;
    const tab = await stage.browser.open(stage.site.put({ body: policyWith(ARTICLE, script) }));
    await until('the marks without it', async () => {
      const report = await marksAreQuotes(tab);
      return report && !Object.values(marksFor(report)).join().includes(bare(DENIAL));
    });
    assert.ok(!Object.values(await tab.ask('marks')).join().includes(bare(DENIAL)));
    await tab.close();
  });

  for (const type of ['text/plain', 'text/markdown']) {
    it(`reads a policy that is served as ${type}`, async () => {
      const lines = keptText('imvu-2020').split('\n').slice(2, -1).filter((line) => !line.startsWith('furniture'));
      const body = lines.map((line) => line.split('\t')[1]).join('\n\n');
      const tab = await stage.browser.open(stage.site.put({ body, headers: { 'content-type': `${type}; charset=utf-8` } }));
      await until('marks that are the quotes', () => marksAreQuotes(tab));
      assert.deepEqual(await until('the badges', () => tab.labels()), labels);
      await tab.close();
    });
  }
}
