// What a person sees and does in the page: badges, callout, marks, choices; by mouse, touch and keyboard.
import assert from 'node:assert/strict';
import { after, afterEach, beforeEach, describe, it } from 'node:test';

import { atDesk, inOverlay } from './in_page.mjs';
import { LANTERN, lanternWith } from './lantern.mjs';
import { bare, BADGES, marksFor } from './policy_cases.mjs';
import { until, untilStill } from './wait.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

const TOUCHES = 6;
const WAITS = 50;
const PAUSE = 40; // milliseconds

/** Opens a page and waits for its badges. @param {Stage} stage @param {string} body @param {Record<string, string>} [headers] */
export async function openWithBadges(stage, body, headers = {}) {
  const tab = await stage.browser.open(stage.site.put({ body, headers }));
  await until('the badges', () => tab.overlay(inOverlay.box, '.strip'));
  return tab;
}

/** @param {any} tab @param {string} selector */
export const textOf = (tab, selector) => tab.overlay(inOverlay.text, selector);

/** @param {any} tab @param {string} selector */
export const boxOf = (tab, selector) => tab.overlay(inOverlay.box, selector);

/** @param {any} tab @param {string} selector @param {string} text */
export const untilText = (tab, selector, text) =>
  until(`"${text}" in ${selector}`, async () => (await textOf(tab, selector))?.includes(text));

/** @param {any} tab @param {string} selector */
export const untilGone = (tab, selector) => until(`${selector} to go`, async () => (await boxOf(tab, selector)) === null);

/** Where the keyboard is in the overlay: the key of the button, or the class. @param {any} tab */
export const focusOf = (tab) => tab.overlay(inOverlay.focus);

/** @param {any} tab @param {string} key */
const untilFocus = (tab, key) => until(`the keyboard to be at ${key}`, async () => (await focusOf(tab))?.includes(key));

/** The middle of a sentence's first line, in the window. @param {string} start */
const sentenceAt = (start) => {
  const found = /** @type {HTMLElement} */ ([...document.querySelectorAll('p')].find((p) => p.textContent?.includes(start)));
  const node = /** @type {Text} */ (found.firstChild);
  const range = document.createRange();
  range.setStart(node, node.data.indexOf(start) + 2);
  range.setEnd(node, node.data.indexOf(start) + 8);
  const box = range.getBoundingClientRect();
  return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
};

/** @param {Stage} stage */
export function overlayCases(stage) {
  describe('what is seen in the page', () => {
    /** @type {any} */ let tab;
    beforeEach(() => stage.browser.atDesk(atDesk.forgetSettings));
    afterEach(async () => {
      await tab?.close();
      tab = undefined;
    });
    after(() => stage.browser.atDesk(atDesk.forgetSettings));

    const open = async (body = LANTERN) => {
      tab = await openWithBadges(stage, body);
      return tab;
    };
    badgesAndCallout(stage, open);
    choices(stage, open);
    keyboard(open);
    screens(open);
  });
}

/**
 * Touches a sentence until its callout is there: a slow machine may hold a finger down so long that nothing is pressed,
 * and may still be drawing a window of another size, in which the sentence stands elsewhere.
 * @param {any} tab @param {string} start how the sentence begins
 */
async function touch(tab, start) {
  for (let times = 0; times < TOUCHES; times += 1) {
    const { x, y } = await untilStill('the sentence', () => tab.run(sentenceAt, start));
    await tab.tap(x, y);
    for (let waits = 0; waits < WAITS; waits += 1) {
      if (await boxOf(tab, '.callout')) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** @typedef {(body?: string) => Promise<any>} Open */

/** @param {Stage} stage @param {Open} open */
function badgesAndCallout(stage, open) {
  it('says each verdict by words, shape and colour', async () => {
    const tab = await open();
    const seen = await tab.overlay((/** @type {ShadowRoot} */ root) => [...root.querySelectorAll('.badge')].map((badge) => {
      const shape = /** @type {Element} */ (badge.querySelector('.shape'));
      const style = getComputedStyle(shape);
      return { name: badge.textContent, shape: shape.getAttribute('d'), fill: style.fill, glyph: badge.querySelector('.glyph')?.getAttribute('d') };
    }));
    const { verdicts } = await tab.report();
    BADGES.forEach((badge, index) => assert.ok(seen[index].name.includes(verdicts[badge].label), seen[index].name));
    assert.match(seen[0].name, /^Tracking · strong admission/);
    assert.match(seen[3].name, /^Data sale · a claim/);
    assert.equal(seen[2].fill, 'none');
    assert.ok(seen[3].fill !== seen[0].fill && seen[0].shape !== seen[3].shape && seen[2].shape !== seen[3].shape);
    assert.equal(new Set(seen.map((/** @type {any} */ { glyph }) => glyph)).size, 4);
  });

  it('walks through the proofs of a verdict, both sides', async () => {
    const tab = await open();
    const { tracking } = (await tab.report()).verdicts;
    await tab.clickBadge(0);
    await untilText(tab, '.callout .count', '1 of 3');
    assert.equal(await textOf(tab, '.callout .says'), tracking.says);
    const denial = tracking.evidence.find((/** @type {any} */ proof) => proof.side === 'against');
    assert.match(await textOf(tab, '.elsewhere'), /^Elsewhere it says:/);
    assert.ok(bare(await textOf(tab, '.elsewhere .quote')).includes(bare(denial.quote)));
    await tab.press('[data-key=after]');
    await untilText(tab, '.callout .count', '2 of 3');
    assert.equal((await tab.ask('marks'))['mark-here'], bare(tracking.evidence[1].quote));
    await tab.press('[data-key=before]');
    await untilText(tab, '.callout .count', '1 of 3');
    await tab.press('[data-key=before]');
    await untilText(tab, '.callout .count', '3 of 3');
    assert.equal(await textOf(tab, '.callout .small'), 'This sentence says otherwise.');
    assert.ok(bare(await textOf(tab, '.elsewhere .quote')).includes(bare(tracking.evidence[0].quote)));
    await tab.press('.elsewhere .quote');
    await untilText(tab, '.callout .count', '1 of 3');
  });

  it('says why a sentence counts', async () => {
    const tab = await open();
    await tab.clickBadge(1);
    await tab.press('.callout [data-key=why]');
    await until('a reason', async () => /^\w.+\.$/.test(await textOf(tab, '.why') ?? ''));
    assert.ok(await boxOf(tab, '.why'));
  });

  it('is honest about silence and about promises', async () => {
    const tab = await open();
    await tab.clickBadge(2);
    await untilText(tab, '.callout .says', 'We found no statement about ads by other companies in the text we read. That doesn\'t mean it doesn\'t happen.');
    await tab.clickBadge(3);
    await untilText(tab, '.callout .small', 'This is the company\'s statement; we haven\'t checked it.');
  });

  it('shows the callout where the pointer rests on a marked sentence, and lets it go', async () => {
    const tab = await open();
    const { x, y } = await tab.run(sentenceAt, 'Our website does not respond');
    await tab.hover(x, y);
    await untilText(tab, '.callout .label', (await tab.report()).verdicts.dnt.label);
    assert.equal(await focusOf(tab), null, 'the keyboard stays in the page');
    await tab.key('Escape');
    await untilGone(tab, '.callout');
    await tab.hover(x + 9, y);
    await until('the callout again', () => boxOf(tab, '.callout'));
    const away = await tab.run(sentenceAt, 'You may ask us to delete');
    await tab.hover(away.x, away.y);
    await untilGone(tab, '.callout');
  });

  it('pins the callout to a marked sentence that is pressed, until something else is', async () => {
    const tab = await open();
    const { x, y } = await tab.run(sentenceAt, 'Our website does not respond');
    await tab.click(x, y);
    await untilText(tab, '.callout .label', (await tab.report()).verdicts.dnt.label);
    assert.equal(await focusOf(tab), 'card callout');
    const away = await tab.run(sentenceAt, 'You may ask us to delete');
    await tab.click(away.x, away.y);
    await untilGone(tab, '.callout');
  });

  it('opens the callout at a marked sentence that is touched', async () => {
    const tab = await open();
    await tab.resize(360, 640, { touch: true });
    await tab.run(() => document.querySelectorAll('h2')[1]?.scrollIntoView({ behavior: 'instant' }));
    await touch(tab, 'Our website does not respond');
    await untilText(tab, '.callout .label', (await tab.report()).verdicts.dnt.label);
  });

  it('leads to a sentence inside a frame, and hears what is pressed there', async () => {
    const text = LANTERN.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
    const tab = await open(`<!DOCTYPE html><html lang="en"><title>Privacy Policy</title><h1>Privacy Policy</h1>
      <iframe srcdoc="${text}" style="width:700px;height:500px;margin:40px;border:3px solid"></iframe></html>`);
    const at = async () => {
      const inner = await tab.run(`() => {
        const frame = document.querySelector('iframe');
        const range = frame.contentDocument.createRange();
        range.selectNodeContents([...frame.contentDocument.querySelectorAll('p')].find((p) => p.textContent.includes('respond to Do Not Track')));
        const [box, own] = [range.getBoundingClientRect(), frame.getBoundingClientRect()];
        return { x: own.left + frame.clientLeft + box.left + 20, y: own.top + frame.clientTop + box.top + 8, bottom: own.top + frame.clientTop + box.bottom };
      }`);
      return inner;
    };
    await tab.clickBadge(1);
    await until('the callout under its sentence', async () => {
      const box = await boxOf(tab, '.callout');
      const sentence = await at();
      return box && sentence.y > 0 && Math.abs(box.top - sentence.bottom - 8) < 3;
    });
    await tab.key('Escape');
    await untilGone(tab, '.callout');
    const { x, y } = await at();
    await tab.click(x, y);
    await until('the callout', () => boxOf(tab, '.callout'));
  });

  it('leaves the layout of the page as it is', async () => {
    const layout = () => [...document.querySelectorAll('body, body *')].map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [left, top, width, height].join(' ');
    });
    await stage.browser.atDesk(atDesk.choose, { sitesOff: ['127.0.0.1'] });
    const plain = await stage.browser.open(stage.site.put({ body: LANTERN }));
    const before = await plain.run(layout);
    await plain.close();
    await stage.browser.atDesk(atDesk.forgetSettings);
    const tab = await open();
    await tab.clickBadge(0);
    await until('the callout', () => boxOf(tab, '.callout'));
    await tab.run(() => scrollTo({ top: 0, behavior: 'instant' }));
    assert.deepEqual(await tab.run(layout), before);
  });
}

/** @param {Stage} stage @param {Open} open */
function choices(stage, open) {
  it('is folded to one mark and unfolded, and remembers', async () => {
    const tab = await open();
    await tab.press('[data-key=fold]');
    const mark = await until('the mark', () => boxOf(tab, '.mark'));
    assert.ok(mark.right - mark.left <= 48 && mark.bottom - mark.top <= 48);
    assert.equal(await focusOf(tab), 'fold');
    await tab.close();
    const other = await open();
    assert.ok(await boxOf(other, '.mark'));
    await other.press('.mark');
    await until('the badges', () => boxOf(other, '.badge'));
  });

  it('moves to another corner by the menu and by hand, and remembers', async () => {
    const tab = await open();
    await tab.press('[data-key=more]');
    await tab.press('[data-key=top-left]');
    await until('it in the top left', async () => { const box = await boxOf(tab, '.strip'); return box.left < 30 && box.top < 30; });
    assert.equal(await focusOf(tab), 'top-left');
    const { x, y } = await tab.overlay(inOverlay.middle, '.title', 0);
    await tab.drag({ x, y }, { x: x + 700, y: y + 20 });
    await until('it in the top right', async () => { const box = await boxOf(tab, '.strip'); return box.left > 600 && box.top < 30; });
    await tab.close();
    const box = await boxOf(await open(), '.strip');
    assert.ok(box.left > 600 && box.top < 30);
  });

  it('keeps off the buttons of a bar that the page shows', async () => {
    const bar = '<div style="position:fixed;left:0;right:0;bottom:0;height:90px;background:#ddd"><button>Accept</button></div>';
    const tab = await open(lanternWith(bar));
    const box = await boxOf(tab, '.strip');
    assert.ok(box.bottom <= (await tab.run(() => innerHeight)) - 90);
  });

  it('is closed on this page, the keyboard going back', async () => {
    const tab = await open();
    await tab.run(() => document.getElementById('first')?.focus());
    await tab.press('[data-key=close]');
    await untilGone(tab, '.strip');
    assert.equal(await tab.run(() => document.activeElement?.id), 'first');
  });

  it('is switched off on a site, and on again', async () => {
    const tab = await open();
    await tab.press('[data-key=more]');
    await tab.press('[data-key=site]');
    await until('the choice to be kept', async () => (await stage.browser.atDesk(atDesk.settings)).sitesOff?.includes('127.0.0.1'));
    await until('nothing in the page', async () => (await tab.labels()) === null);
    assert.deepEqual([await tab.ask('marks'), await tab.report(), await tab.toolbarText()], [{}, null, '']);
    await stage.browser.atDesk(atDesk.choose, { sitesOff: [] });
    await until('the badges', () => tab.labels());
    await until('the marks', async () => Object.keys(await tab.ask('marks')).length > 0);
  });

  it('is hidden everywhere, and brought back', async () => {
    const tab = await open();
    await tab.press('[data-key=more]');
    await tab.press('[data-key=everywhere]');
    await until('nothing in the page', async () => (await tab.labels()) === null && Object.keys(await tab.ask('marks')).length === 0);
    assert.ok(await tab.report(), 'the toolbar still has the report');
    await stage.browser.atDesk(atDesk.choose, { badges: 'shown' });
    await until('the badges', () => tab.labels());
  });

  it('shows only the badges that are wanted, with their marks', async () => {
    await stage.browser.atDesk(atDesk.choose, { show: { tracking: false, dnt: true, ads: true, sale: true } });
    const tab = await open();
    const { tracking, ...rest } = (await tab.report()).verdicts;
    assert.deepEqual(await tab.labels(), ['dnt', 'ads', 'sale'].map((badge) => rest[badge].label));
    assert.deepEqual(await tab.ask('marks'), marksFor({ verdicts: rest }));
    assert.ok(tracking.evidence.length > 0);
  });

  it('reads nothing until it is asked, if so chosen', async () => {
    await stage.browser.atDesk(atDesk.choose, { read: 'click' });
    const tab = await stage.browser.open(stage.site.put({ body: LANTERN }));
    const ask = (/** @type {object} */ message) => stage.browser.atDesk((/** @type {number} */ id, /** @type {object} */ message) =>
      chrome.tabs.sendMessage(id, message), tab.id, message);
    const first = await until('the page to hear', () => ask({ verb: 'hello' }).then(() => 'heard'));
    assert.deepEqual([first, await tab.labels(), await tab.report()], ['heard', null, null]);
    assert.deepEqual(await ask({ verb: 'readNow' }), { done: true });
    assert.ok((await tab.report()).verdicts);
    await until('the badges', () => tab.labels());
    await stage.browser.atDesk(atDesk.choose, { sitesOff: ['127.0.0.1'] });
    await until('nothing in the page', async () => (await tab.labels()) === null);
    assert.deepEqual(await ask({ verb: 'readNow' }), { off: '127.0.0.1' });
    await tab.close();
  });
}

/** @param {Open} open */
function keyboard(open) {
  it('is reached, walked and left by the keyboard alone', async () => {
    const tab = await open();
    await tab.run(() => document.getElementById('first')?.focus());
    await tab.key('Tab');
    await untilFocus(tab, 'more');
    for (const key of ['fold', 'close', 'tracking', 'dnt', 'ads', 'sale']) {
      await tab.key('Tab');
      assert.equal(await focusOf(tab), key);
    }
    await tab.key('ArrowUp');
    assert.equal(await focusOf(tab), 'ads');
    for (const key of ['dnt', 'tracking']) {
      await tab.key('Tab', { shift: true });
      assert.equal(await focusOf(tab), key);
    }
    const outline = await tab.overlay((/** @type {ShadowRoot} */ root) =>
      getComputedStyle(/** @type {Element} */ (root.activeElement)).outlineStyle);
    assert.equal(outline, 'solid', 'one sees where the keyboard is');
    await tab.key('Enter');
    await untilText(tab, '.callout .count', '1 of 3');
    assert.equal(await focusOf(tab), 'card callout');
    await tab.key('ArrowRight');
    await untilText(tab, '.callout .count', '2 of 3');
    await tab.key('Escape');
    await untilGone(tab, '.callout');
    assert.equal(await focusOf(tab), 'tracking');
    await tab.key('Escape');
    await untilGone(tab, '.strip');
    assert.equal(await tab.run(() => document.activeElement?.id), 'first');
  });

  it('closes its menu, then itself, with Escape; but not with an Escape that is the page\'s', async () => {
    const tab = await open();
    await tab.run(() => document.getElementById('first')?.focus());
    await tab.key('Escape');
    await tab.press('[data-key=more]');
    await until('the menu', () => boxOf(tab, '.menu'));
    await tab.key('Escape');
    await untilGone(tab, '.menu');
    assert.equal(await focusOf(tab), 'more');
    assert.ok(await boxOf(tab, '.strip'));
    await tab.key('Escape');
    await untilGone(tab, '.strip');
  });

  it('tells a screen reader what was found, and where one is', async () => {
    const tab = await open();
    const { verdicts } = await tab.report();
    await untilText(tab, '[role=status]', `Tracking: ${verdicts.tracking.label}`);
    await tab.clickBadge(1);
    await untilText(tab, '[role=status]', `1 of 1: ${verdicts.dnt.evidence[0].quote}`);
    const named = await tab.overlay((/** @type {ShadowRoot} */ root) => [...root.querySelectorAll('button, [role=dialog], section')]
      .filter((one) => !(one.getAttribute('aria-label') ?? one.textContent)?.trim()).map((one) => one.outerHTML));
    assert.deepEqual(named, []);
  });
}

/** @param {Open} open */
function screens(open) {
  for (const [width, height] of /** @type {const} */ ([[360, 640], [320, 568], [640, 450]])) {
    it(`fits a window of ${width} × ${height}`, async () => {
      const tab = await open(LANTERN.replace('<head>', '<head><meta name="viewport" content="width=device-width">'));
      await tab.resize(width, height, { touch: width < 400 });
      await until('the narrow window', async () => (await tab.run(() => innerWidth)) <= width);
      const fits = async (/** @type {string} */ selector) => {
        const box = await boxOf(tab, selector);
        return box && box.left >= 0 && box.top >= 0 && box.right <= width && box.bottom <= height;
      };
      await until('the badges to fit', () => fits('.strip'));
      const small = await tab.overlay((/** @type {ShadowRoot} */ root) => [...root.querySelectorAll('.badge, .tool')].filter((one) => {
        const box = one.getBoundingClientRect();
        const label = one.querySelector('.label');
        return box.width < 24 || box.height < 24 || (label && (label.clientWidth === 0 || label.scrollWidth > label.clientWidth + 1));
      }).map((one) => one.outerHTML));
      assert.deepEqual(small, []);
      await tab.clickBadge(0);
      await until('the callout to fit', () => fits('.callout'));
      await tab.press('[data-key=after]');
      await untilText(tab, '.callout .count', '2 of 3');
      const box = await until('the callout to fit', async () => (await fits('.callout')) && boxOf(tab, '.callout'));
      const sentence = await until('the sentence to be seen', async () => {
        const at = await tab.run(sentenceAt, 'Our partners use web beacons');
        return at.y > 0 && at.y < height && at;
      });
      assert.ok(sentence.y < box.top || sentence.y > box.bottom, 'the callout does not cover its sentence');
    });
  }

  it('is not printed, and nor are the marks', async () => {
    const tab = await open();
    const seen = () => {
      const host = [...document.documentElement.children].find((one) => one.hasAttribute('popover'));
      const p = [...document.querySelectorAll('p')].find((one) => one.textContent?.includes('respond to Do Not Track'));
      return [host && getComputedStyle(host).display, p && getComputedStyle(p, '::highlight(mark-2-for)').backgroundColor];
    };
    const onScreen = await tab.run(seen);
    await tab.emulate({ medium: 'print' });
    const printed = await tab.run(seen);
    await tab.emulate({});
    assert.deepEqual([onScreen[0], printed[0]], ['block', 'none']);
    assert.notEqual(onScreen[1], printed[1]);
  });

  it('keeps its shapes in forced colours, and stands still for those who want calm', async () => {
    const tab = await open();
    await tab.emulate({ forced: true, calm: true });
    // The two arrive one after the other.
    const look = await until('the forced colours, and calm', async () => {
      const seen = await tab.overlay((/** @type {ShadowRoot} */ root) => {
        const style = getComputedStyle(/** @type {Element} */ (root.querySelector('.red .shape')));
        const strip = getComputedStyle(/** @type {Element} */ (root.querySelector('.strip')));
        return { stroke: style.stroke, fill: style.fill, moves: strip.animationName };
      });
      return seen.stroke !== 'none' && seen.moves === 'none' && seen;
    });
    await tab.emulate({});
    assert.notEqual(look.stroke, look.fill);
  });
}
