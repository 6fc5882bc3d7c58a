// What must be seen on a page that is a policy, whatever the browser.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';

import { readExpected } from './site.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

export const POLICIES = ['imvu-2008', 'imvu-2020', 'interpals-2010', 'imo-2018', 'imdb-2014'];
export const BADGES = ['tracking', 'dnt', 'ads', 'sale'];

/** White space aside. @param {string} text */
export const bare = (text) => text.replace(/\s+/g, '');

/** The quotes of a verdict. @param {any} verdict @param {string} [side] @returns {string[]} */
const quotesOf = (verdict, side) => (verdict?.evidence ?? [])
  .filter((/** @type {any} */ proof) => !side || proof.side === side)
  .map((/** @type {any} */ proof) => bare(proof.quote));

/** The marks that a report calls for, by name. @param {any} report @returns {Record<string, string>} */
export function marksFor(report) {
  const wanted = BADGES.flatMap((badge, index) => ['for', 'against'].map((side) =>
    [`mark-${index + 1}-${side}`, quotesOf(report.verdicts?.[badge], side).join('')]));
  return Object.fromEntries(wanted.filter(([, text]) => text !== ''));
}

/** Waits out a smooth scroll that is still under way: it would undo ours. @param {any} tab */
async function standStill(tab) {
  /** @type {number | undefined} */ let last;
  await until('the page to stand still', async () => {
    const before = last;
    last = /** @type {number} */ (await tab.run(() => window.scrollY));
    return before === last;
  });
}

/** Scrolls to an end of the page from which the text is not seen. @param {any} tab @param {string} text */
async function lookAway(tab, text) {
  await standStill(tab);
  await until('an end of the page from which the sentence is not seen', async () => {
    for (const end of [0, 1e9]) {
      await tab.run((/** @type {number} */ top) => window.scrollTo({ top, behavior: 'instant' }), end);
      if (!(await tab.ask('sees', text))) return true;
    }
    return false;
  });
}

/**
 * @param {string} title what is special about it
 * @param {Stage} stage
 * @param {{headers?: Record<string, string>, stopped?: boolean}} way
 */
export function policyCases(title, stage, { headers = {}, stopped = false }) {
  for (const name of POLICIES) {
    describe(`${name}${title}`, () => {
      const { verdicts, toolbar } = readExpected(name);
      const labels = BADGES.map((badge) => verdicts[badge].label);
      const proved = BADGES.filter((badge) => verdicts[badge].proof);
      /** @type {any} */ let tab;
      /** @type {any} */ let report;

      const stop = async () => void (stopped && (await stage.browser.stopBackground()));
      /** The proof that a badge leads to. @param {string} badge */
      const firstQuote = (badge) => report.verdicts[badge].evidence[0]?.quote ?? assert.fail(`There is no proof for ${badge}.`);

      before(async () => {
        await stop();
        tab = await stage.browser.open(stage.site.putPage(name, headers));
        report = await until('a report', () => tab.report());
        await until('the badges', () => tab.labels());
      });
      beforeEach(stop);
      after(() => tab?.close());

      it('gives the four verdicts', () => {
        assert.deepEqual(BADGES.map((badge) => report.verdicts[badge].value), BADGES.map((badge) => verdicts[badge].value));
      });

      it('shows their labels in the page', async () => {
        assert.deepEqual(await tab.labels(), labels);
      });

      it('shows the number on the toolbar', async () => {
        assert.equal(await tab.toolbarText(), toolbar);
      });

      it('marks each quote, and nothing else', async () => {
        assert.deepEqual(await tab.ask('marks'), marksFor(report));
      });

      it('proves each verdict by the sentence that decides it', async () => {
        const marks = await tab.ask('marks');
        const proves = (/** @type {string} */ badge) =>
          marks[`mark-${BADGES.indexOf(badge) + 1}-for`]?.includes(bare(verdicts[badge].proof));
        assert.deepEqual(proved.filter(proves), proved);
        assert.deepEqual(BADGES.filter((badge) => quotesOf(report.verdicts[badge]).length > 0), proved);
      });

      it('shows verdicts and quotes in the popup', async () => {
        const popup = await tab.popup();
        const cards = await popup.ask('cards');
        await popup.close();
        assert.deepEqual(cards.map((/** @type {any} */ card) => card.label), labels);
        assert.deepEqual(cards.map((/** @type {any} */ card) => card.quotes.sort()),
          BADGES.map((badge) => quotesOf(report.verdicts[badge]).sort()));
      });

      it('goes to the sentence when a badge is clicked', async () => {
        for (const badge of proved) {
          const quote = firstQuote(badge);
          await lookAway(tab, quote);
          await tab.clickBadge(BADGES.indexOf(badge));
          await until(`the proof of ${badge} to be seen`, () => tab.ask('sees', quote));
        }
      });

      it('goes to the sentence when a quote in the popup is clicked', async () => {
        const quote = firstQuote(/** @type {string} */ (proved[0]));
        await lookAway(tab, quote);
        const popup = await tab.popup();
        assert.ok(await popup.ask('clickQuote', quote), 'the popup shows the quote');
        await until('the quote to be seen', () => tab.ask('sees', quote));
        await popup.close();
      });
    });
  }
}
