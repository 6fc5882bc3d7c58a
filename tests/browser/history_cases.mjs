// The history: what is remembered of a policy, what is said when it has changed, and the page that shows it.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, beforeEach, describe, it } from 'node:test';

import { atDesk, inOverlay } from './in_page.mjs';
import { LANTERN } from './lantern.mjs';
import { bare } from './policy_cases.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

const SOLD = 'We may sell your personal information to list brokers.';
const ADDED = 'We answer within a week.';
const CHANGED = LANTERN.replace('We do not sell your personal information.', SOLD).replace('questions about this policy.', `questions about this policy. ${ADDED}`);
const NEWS = /^Since \d{1,2} \w+ \d{4}: data sale was “Says it doesn't sell data”, is now “Says it sells data”; 2 sentences new, 1 gone\.$/;

/** The history as it is stored. @returns {Promise<any>} */
const stored = async () => Object.fromEntries(Object.entries(await chrome.storage.local.get(null)).filter(([key]) => key.startsWith('policy:')));
const wipe = () => chrome.storage.local.clear();
/** @param {Record<string, any>} items */
const putIn = (items) => chrome.storage.local.set(items);

/** A policy as it is stored. @param {string} name @param {object} [more] */
const record = (name, more = {}) => ({
  address: `https://${name}.example/privacy`, site: `${name}.example`, title: `Privacy at ${name}`,
  versions: [{ read: '2026-05-12T10:00:00.000Z', visit: 'v', verdicts: { sale: { value: 'denied', label: 'Says it doesn\'t sell data', severity: 0 } }, text: 'x' }], ...more,
});

/** @param {Stage} stage */
export function historyCases(stage) {
  describe('own pages: the history', () => {
    /** @type {any} */ let tab;
    beforeEach(() => stage.browser.atDesk(wipe));
    afterEach(async () => {
      await tab?.close();
      tab = undefined;
    });
    after(() => stage.browser.atDesk(wipe));

    const all = async () => Object.values(await stage.browser.atDesk(stored));
    const openPage = async (hash = '') => {
      tab = await stage.browser.open(stage.browser.own(`history/history.html${hash}`));
      await until('the history', async () => (await tab.ask('words', '#count, #what')).join('') !== '');
      return tab;
    };
    const said = (/** @type {RegExp} */ words) => until(`${words}`, async () => words.test((await tab.ask('words', '#said')).join()));

    whatIsRemembered(stage, all);
    historyPage(stage, all, openPage, said);
  });
}

/** Reads a policy, then the same one changed; the second tab is left open. @param {Stage} stage @param {() => Promise<any[]>} all */
async function readTwice(stage, all) {
  const page = { body: LANTERN };
  const address = stage.site.put(page);
  const first = await stage.browser.open(address);
  await until('the badges', () => first.labels());
  await first.close();
  await until('it to be remembered', async () => (await all()).length === 1);
  page.body = CHANGED;
  const tab = await stage.browser.open(address);
  await until('the badges', () => tab.labels());
  return { address, tab, page };
}

/** Changes the versions of the only policy as they are stored. @param {Stage} stage @param {() => Promise<any[]>} all @param {(versions: any[]) => void} change */
async function amend(stage, all, change) {
  const [policy] = await all();
  change(policy.versions);
  await stage.browser.atDesk(putIn, { [`policy:${policy.address}`]: policy });
}

/** @param {Stage} stage @param {() => Promise<any[]>} all */
function whatIsRemembered(stage, all) {
  it('remembers a policy once, however often it is read', async () => {
    const address = stage.site.put({ body: LANTERN });
    for (let times = 0; times < 2; times += 1) {
      const tab = await stage.browser.open(address);
      await until('the badges', () => tab.labels());
      assert.equal((await stage.browser.session())[`since:${tab.id}`], undefined);
      await tab.close();
    }
    const [policy, ...others] = await all();
    assert.deepEqual([others, policy.versions.length, policy.title, policy.address], [[], 1, 'Privacy Policy', address]);
    assert.equal(policy.versions[0].verdicts.sale.label, 'Says it doesn\'t sell data');
    assert.ok(policy.versions[0].text.length < 1200, 'its text is packed');
  });

  it('says in the page and in the popup what has changed, and marks what is new', async () => {
    const { tab, address } = await readTwice(stage, all);
    const news = await until('the news', () => tab.overlay(inOverlay.text, '.news'));
    assert.match(news, NEWS);
    assert.equal((await tab.ask('marks'))['mark-new'], bare(SOLD + ADDED));
    const popup = await tab.popup();
    const [line] = await popup.ask('words', 'a.since');
    await popup.close();
    await tab.close();
    assert.match(line, NEWS);
    const [policy] = await all();
    assert.deepEqual([policy.address, policy.versions.length], [address, 2]);
  });

  it('says it at every visit for a day, then no more', async () => {
    const { tab, address } = await readTwice(stage, all);
    await tab.close();
    const again = await stage.browser.open(address);
    assert.match(await until('the news', () => again.overlay(inOverlay.text, '.news')), NEWS);
    await again.close();
    await amend(stage, all, ([now]) => (now.first = new Date(Date.now() - 25 * 60 * 60 * 1000).toISOString()));
    const later = await stage.browser.open(address);
    await until('the badges', () => later.labels());
    assert.equal((await stage.browser.session())[`since:${later.id}`], undefined);
    await later.close();
    assert.equal((await all())[0].versions.length, 2);
  });

  it('takes no verdict of another version of Smallprint for a change of the policy', async () => {
    const { tab, address } = await readTwice(stage, all);
    await tab.close();
    const [{ by }] = (await all())[0].versions;
    await amend(stage, all, (versions) => versions.forEach((version) => (version.by = '0.0.1')));
    const again = await stage.browser.open(address);
    assert.match(await until('the news', () => again.overlay(inOverlay.text, '.news')), /^Since [^:]+: 2 sentences new, 1 gone\.$/);
    await again.close();
    assert.deepEqual((await all())[0].versions.map((/** @type {any} */ version) => version.by), [by, '0.0.1'], 'a text that is read again is judged anew');
    const page = await stage.browser.open(stage.browser.own(`history/history.html#${encodeURIComponent(address)}`));
    const moved = await until('the changes', async () => ((await page.ask('words', '#changes ins')).length > 0 ? page.ask('words', '#moved li') : undefined));
    await page.close();
    assert.deepEqual(moved, ['The verdicts aren\'t compared: different versions of Smallprint read the two texts.']);
  });

  it('takes what comes late in one visit for one text', async () => {
    const { tab, page } = await readTwice(stage, all);
    await tab.close();
    page.body = CHANGED.replace(ADDED, '').replace('</body>', `<script>setTimeout(() => document.querySelector('main').insertAdjacentHTML('beforeend', '<p>${ADDED}</p>'), 900);</script></body>`);
    const again = await stage.browser.open((await all())[0].address);
    await until('the whole text', async () => (await again.report())?.words > 0 && (await again.run(() => document.body.innerText)).includes(ADDED));
    await until('the news of the whole text', async () => NEWS.test((await stage.browser.session())[`since:${again.id}`]?.says));
    await again.close();
    assert.equal((await all())[0].versions.length, 2);
  });

  it('remembers nothing where the person chose so, nor a page that is no policy', async () => {
    await stage.browser.atDesk(atDesk.choose, { history: false });
    const tab = await stage.browser.open(stage.site.put({ body: LANTERN }));
    await until('the badges', () => tab.labels());
    await tab.close();
    await stage.browser.atDesk(atDesk.forgetSettings);
    const other = await stage.browser.open(stage.site.putPage('german'));
    await until('a report', () => other.report());
    await other.close();
    assert.deepEqual(await all(), []);
  });

  it('keeps within its room: the policies read longest ago go, and that is said', async () => {
    const big = 'A'.repeat(600_000);
    const old = ['one', 'two'].map((name, index) => record(name, { versions: [{ ...record(name).versions[0], text: big, read: `2026-0${index + 1}-01T00:00:00.000Z` }] }));
    await stage.browser.atDesk(putIn, Object.fromEntries(old.map((one) => [`policy:${one.address}`, one])));
    await stage.browser.atDesk(atDesk.choose, { historyMegabytes: 1 });
    const tab = await stage.browser.open(stage.site.put({ body: LANTERN }));
    await until('the badges', () => tab.labels());
    await tab.close();
    assert.deepEqual((await all()).map(({ site }) => site.replace(/:\d+$/, '')).sort(), ['127.0.0.1', 'two.example']);
    const page = await stage.browser.open(stage.browser.own('history/history.html'));
    await until('a word on it', async () => /To make room, 1 policy read longest ago had to go/.test((await page.ask('words', '#notes')).join()));
    await page.close();
  });
}

/** @param {Stage} stage @param {() => Promise<any[]>} all @param {(hash?: string) => Promise<any>} openPage @param {(words: RegExp) => Promise<unknown>} said */
function historyPage(stage, all, openPage, said) {
  const fill = (/** @type {any[]} */ ...policies) =>
    stage.browser.atDesk(putIn, Object.fromEntries(policies.map((one) => [`policy:${one.address}`, one])));
  const titles = (/** @type {any} */ tab) => tab.ask('words', '.entry h2');

  it('lists the policies, finds one by its words, deletes one', async () => {
    await fill(record('acorn'), record('birch'), record('cedar'));
    const tab = await openPage();
    assert.deepEqual((await titles(tab)).sort(), ['Privacy at acorn', 'Privacy at birch', 'Privacy at cedar']);
    await tab.clickOn('#search');
    for (const key of 'birch') await tab.key(key);
    await until('what was looked for', async () => (await titles(tab)).join() === 'Privacy at birch');
    for (let times = 0; times < 5; times += 1) await tab.key('Tab');
    await fill(record('dogwood'));
    await until('the new one to be counted', async () => /1 policy of 4/.test((await tab.ask('words', '#count')).join()));
    assert.equal(await tab.run(() => document.activeElement?.getAttribute('aria-label')), 'Delete: Privacy at birch, birch.example', 'the keyboard stays');
    await tab.clickOn('.entry button');
    await said(/Deleted: Privacy at birch, birch\.example\./);
    assert.deepEqual((await all()).map(({ site }) => site).sort(), ['acorn.example', 'cedar.example', 'dogwood.example']);
  });

  it('deletes all, once the person is sure', async () => {
    await fill(record('acorn'), record('birch'));
    const tab = await openPage();
    await tab.clickOn('#delete-all');
    await until('the question', () => tab.run(() => document.querySelector('dialog')?.open));
    assert.equal(await tab.run(() => document.activeElement?.textContent), 'Keep it');
    await tab.key('Escape');
    assert.equal((await all()).length, 2);
    assert.equal(await tab.run(() => document.activeElement?.id), 'delete-all');
    await tab.clickOn('#delete-all');
    await tab.clickOn('dialog [value=yes]');
    await said(/The history is empty\./);
    assert.deepEqual(await all(), []);
  });

  it('skips a damaged record, says so, and loses nothing else', async () => {
    await fill(record('acorn'));
    await stage.browser.atDesk(putIn, { 'policy:https://b.example/': { versions: 7 }, 'policy:https://c.example/': 'nonsense' });
    const tab = await openPage();
    assert.deepEqual(await titles(tab), ['Privacy at acorn']);
    assert.match((await tab.ask('words', '#notes')).join(), /2 records are damaged and left out here; all others are whole\./);
    await tab.clickOn('#notes button');
    await until('them to go', async () => (await all()).length === 1);
    assert.deepEqual(await titles(tab), ['Privacy at acorn']);
  });

  it('shows what changed, word by word', async () => {
    const { tab, address } = await readTwice(stage, all);
    await tab.close();
    const page = await openPage(`#${encodeURIComponent(address)}`);
    await until('the changes', async () => (await page.ask('words', '#changes ins')).length > 0);
    assert.deepEqual([await page.ask('words', '#changes del'), await page.ask('words', '#changes ins')].map((all) => all.map((/** @type {string} */ one) => one.trim())),
      [['do not', 'information.'], ['may', 'information to list brokers.', ADDED]]);
    assert.deepEqual(await page.ask('words', '#moved li'), ['Data sale: was “Says it doesn\'t sell data”, is now “Says it sells data”.']);
    assert.match((await page.ask('words', '.skipped')).join(), /11 sentences the same/);
    await page.clickOn('#compare a');
    await until('the list', async () => (await titles(page)).length === 1);
    assert.equal(await page.run(() => document.activeElement?.textContent), 'What changed');
  });

  it('is exported and imported as it was', async () => {
    const { tab } = await readTwice(stage, all);
    await tab.close();
    const page = await openPage();
    await page.clickOn('#export');
    await said(/Saved as smallprint-history-/);
    const folder = stage.browser.downloads;
    const name = await until('the file', async () => (await readdir(folder)).find((one) => /^smallprint-history.*\.json$/.test(one)));
    const file = await until('all of it', () => JSON.parse(readFileSync(join(folder, name), 'utf8')));
    assert.ok(file.policies[0].versions[0].sentences.includes(SOLD));
    const before = await all();
    await stage.browser.atDesk(wipe);
    await fill(record('acorn'));
    await page.giveFile('#file', join(folder, name));
    await said(/Imported 1 policy\./);
    const [policy] = (await all()).filter(({ site }) => site !== 'acorn.example');
    const plain = (/** @type {any} */ one) => ({ ...one, versions: one.versions.map((/** @type {any} */ version) => ({ ...version, visit: '' })) });
    assert.deepEqual(plain(policy), plain(before[0]));
    assert.equal((await all()).length, 2);
  });

  it('says in one sentence what is wrong with a file, and takes nothing of it', async () => {
    await fill(record('acorn'));
    const page = await openPage();
    const policy = { address: 'https://a.example/', site: 'a.example', title: 'A', versions: [{ read: '2026-01-01', verdicts: {}, sentences: ['One.'] }] };
    const history = (/** @type {any[]} */ ...policies) => JSON.stringify({ smallprint: 'history', schema: 1, policies });
    const files = /** @type {[string, RegExp][]} */ ([
      ['not json', /The file is not JSON, so nothing was imported\./],
      ['{"a": 1}', /The file is no history of Smallprint, so nothing was imported\./],
      [JSON.stringify({ smallprint: 'history', schema: 9, policies: [] }), /written by another version of Smallprint/],
      [history(policy, { ...policy, address: 'data:text/plain,no' }), /Policy number 2 in the file has no address/],
      [history(policy, { ...policy, versions: [{ read: '2026-01-01', verdicts: {}, sentences: 'One.' }] }), /Policy number 2 in the file has a text that is no list of sentences/],
      [history({ ...policy, versions: [{ read: 'soon', verdicts: {}, sentences: [] }] }), /Policy number 1 in the file lacks its site, its title or a date/],
    ]);
    const path = join(stage.browser.downloads, 'wrong.json');
    for (const [text, words] of files) {
      writeFileSync(path, text);
      await page.giveFile('#file', path);
      await said(words);
      assert.deepEqual((await all()).map(({ site }) => site), ['acorn.example']);
    }
  });
}
