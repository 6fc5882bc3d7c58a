// The settings by themselves: the shipped script, with a storage made up for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import vm from 'node:vm';

const SCRIPT = readFileSync(new URL('../../extension/page/settings.js', import.meta.url), 'utf8');

/** The settings as a page has them, on a storage that holds `stored`. @param {any} stored */
function settingsOver(stored) {
  const kept = { settings: stored };
  /** @type {((changes: any, area: string) => void)[]} */ const listeners = [];
  const local = {
    get: async () => structuredClone(kept),
    set: async (/** @type {any} */ items) => {
      Object.assign(kept, structuredClone(items));
      for (const hear of listeners) hear({ settings: { newValue: kept.settings } }, 'local');
    },
  };
  const onChanged = {
    addListener: (/** @type {any} */ hear) => void listeners.push(hear),
    removeListener: (/** @type {any} */ hear) => void listeners.splice(listeners.indexOf(hear), 1),
  };
  const context = vm.createContext({ chrome: { storage: { local, onChanged } } });
  vm.runInContext(SCRIPT, context);
  return { kept, settings: /** @type {any} */ (context).settings };
}

/** Of this side's objects, whatever side it comes from. @param {unknown} value */
const plain = (value) => JSON.parse(JSON.stringify(value));

describe('settings', () => {
  it('are the defaults where nothing is stored, or nonsense', async () => {
    for (const stored of [undefined, null, 7, 'all', [], [{ read: 'click' }], { colour: 'red' }]) {
      const { settings } = settingsOver(stored);
      assert.deepEqual(plain(await settings.load()), plain(settings.DEFAULTS));
    }
  });

  it('keep what is good of what is stored, one by one', async () => {
    const { settings } = settingsOver({
      read: 'click', badges: 'maybe', show: { tracking: 'no', dnt: false, more: true }, corner: 'top-left', folded: 1,
      colours: 'colour-blind', history: false, historyMegabytes: -4, sitesOff: ['A.example', 'a.example', 5, '', 'b.example'],
    });
    assert.deepEqual(plain(await settings.load()), {
      read: 'click', badges: 'shown', show: { tracking: true, dnt: false, ads: true, sale: true }, corner: 'top-left',
      folded: false, colours: 'colour-blind', history: false, historyMegabytes: 5, sitesOff: ['a.example', 'b.example'],
    });
  });

  it('are changed in part, one change after the other, and tell of it', async () => {
    const { settings, kept } = settingsOver({ corner: 'top-left' });
    /** @type {any[]} */ const heard = [];
    const life = new AbortController();
    settings.onChanged((/** @type {any} */ now) => heard.push(plain(now)), life.signal);
    await Promise.all([settings.save({ folded: true }), settings.save({ sitesOff: ['a.example'] })]);
    assert.deepEqual(kept.settings, { ...plain(settings.DEFAULTS), corner: 'top-left', folded: true, sitesOff: ['a.example'] });
    assert.deepEqual(heard.map(({ folded, sitesOff }) => [folded, sitesOff]), [[true, []], [true, ['a.example']]]);
    life.abort();
    await settings.save({ folded: false });
    assert.equal(heard.length, 2);
  });

  it('know a site that is switched off by its host', () => {
    const { settings } = settingsOver({});
    const now = settings.clean({ sitesOff: ['shop.example'] });
    assert.deepEqual(['shop.example', 'SHOP.example', 'example', ''].map((host) => settings.isOff(now, host)), [true, true, false, false]);
  });
});
