// Pages that would hide, cover, move, kill, read or press what is shown in them, on purpose or not.
import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';

import { lanternWith } from './lantern.mjs';
import { boxOf, focusOf, openWithBadges, untilGone, untilText } from './overlay_cases.mjs';
import { marksFor } from './policy_cases.mjs';
import { until } from './wait.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

const RESETS = `<style>
  html > div, html > div *, div { all: unset !important; display: none !important; visibility: hidden !important; opacity: 0 !important;
    position: static !important; transform: scale(0) !important; filter: opacity(0) !important; clip-path: inset(100%) !important;
    content-visibility: hidden !important; pointer-events: none !important; width: 0 !important; height: 0 !important;
    inset: auto auto 200% 200% !important; zoom: 0.01 !important; font-size: 0 !important; color: transparent !important; }
  :popover-open { display: none !important; } ::backdrop { display: none !important; }
  * { animation: none !important; letter-spacing: 2em !important; text-transform: uppercase !important; }
</style>`;

/** What is done to a page that must all the same show its badges, whole and in their corner, and let them be pressed. */
const HOSTILE = [
  { title: 'important resets', more: RESETS },
  { title: 'a cover over everything', more: '<div style="position:fixed;inset:0;z-index:2147483647;background:#eee"></div>' },
  { title: 'a cover in a stack of its own', more: '<style>html{isolation:isolate;transform:translateZ(0);perspective:9px;overflow:hidden}</style>' },
  { title: 'right to left', more: '<script>document.documentElement.dir = "rtl"</script><style>*{direction:rtl!important}</style>' },
  { title: 'vertical writing', more: '<style>html{writing-mode:vertical-rl}</style>' },
  { title: 'zoom', more: '<style>html{zoom:1.6}</style>' },
  { title: 'huge letters', more: '<style>html{font-size:60px!important}*{font-size:1rem;line-height:3!important}</style>' },
  { title: 'a strict policy for content', headers: { 'content-security-policy': "default-src 'none'; style-src 'none'; script-src 'none'" } },
  { title: 'a sandbox', headers: { 'content-security-policy': 'sandbox' } },
  { title: 'a sandbox with scripts', headers: { 'content-security-policy': 'sandbox allow-scripts' } },
  { title: 'trusted types', headers: { 'content-security-policy': "require-trusted-types-for 'script'; trusted-types 'none'" } },
  { title: 'keys and presses that are stopped', more: `<script>
    for (const type of ['keydown', 'keypress', 'keyup']) addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true);
    for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click']) document.addEventListener(type, (event) => event.stopPropagation(), true);
  </script>` },
  { title: 'broken prototypes', more: `<script>
    Element.prototype.attachShadow = () => { throw new Error('no'); }; Node.prototype.appendChild = () => null; Element.prototype.append = () => null;
    CSSStyleSheet.prototype.replaceSync = () => null; Array.prototype.map = () => []; EventTarget.prototype.addEventListener = () => null;
    Promise.prototype.then = () => null; window.CSS.highlights.set = () => null;
  </script>` },
];

/** @param {Stage} stage */
export function hostileCases(stage) {
  describe('hostile and odd pages', () => {
    /** @type {any} */ let tab;
    afterEach(async () => {
      await tab?.close();
      tab = undefined;
    });

    /** @param {string} [more] @param {Record<string, string>} [headers] */
    const open = async (more = '', headers = {}) => {
      tab = await openWithBadges(stage, lanternWith(more), headers);
      return tab;
    };

    for (const { title, more = '', headers = {} } of HOSTILE) {
      it(`shows the badges under ${title}`, async () => {
        await open(more, headers);
        await inItsCorner(tab);
        await tab.clickBadge(1);
        await untilText(tab, '.callout .says', 'Do Not Track');
        await until('the keyboard to be in the callout', async () => (await focusOf(tab)) === 'card callout');
        await tab.key('Escape');
        await untilGone(tab, '.callout');
        await tab.key('Enter');
        await until('the callout again', () => boxOf(tab, '.callout'));
      });
    }
    dialogs(open);
    changes(open);
    trust(open);
  });
}

/** Is it of its own size, in the lower right corner, over everything? @param {any} tab */
async function inItsCorner(tab) {
  await until('the badges in their corner', async () => {
    const box = await boxOf(tab, '.strip');
    const [width, height] = await tab.run(() => [innerWidth, innerHeight]);
    const seen = await tab.run((/** @type {number} */ x, /** @type {number} */ y) => document.elementFromPoint(x, y)?.hasAttribute('popover'),
      (box.left + box.right) / 2, (box.top + box.bottom) / 2);
    assert.ok(seen, 'over everything');
    assert.ok(Math.abs(box.right - box.left - 288) < 2, `it is ${box.right - box.left} wide`);
    assert.ok(width - box.right >= 14 && width - box.right < 36 && height - box.bottom >= 14 && height - box.bottom < 36, JSON.stringify(box));
    return true;
  });
}

/** @typedef {(more?: string, headers?: Record<string, string>) => Promise<any>} Open @param {Open} open */
function dialogs(open) {
  it('is there and can be pressed over a modal dialog, and after it', async () => {
    const tab = await open('<dialog id="ask"><p>Cookies?</p></dialog>');
    await tab.run(() => /** @type {HTMLDialogElement} */ (document.getElementById('ask')).showModal());
    await until('it in the dialog', () => tab.run(() => document.querySelector('dialog > [popover]') !== null));
    await inItsCorner(tab);
    await tab.clickBadge(1);
    await until('the callout', () => boxOf(tab, '.callout'));
    await tab.run(() => /** @type {HTMLDialogElement} */ (document.getElementById('ask')).close());
    await until('it out of the dialog', () => tab.run(() => document.querySelector(':root > [popover]') !== null));
    await inItsCorner(tab);
  });

  it('does not go with a dialog that is removed, however often', async () => {
    const tab = await open();
    for (let times = 0; times < 3; times += 1) {
      await tab.run(() => {
        const dialog = document.body.appendChild(document.createElement('dialog'));
        dialog.showModal();
      });
      await until('it in the dialog', () => tab.run(() => document.querySelector('dialog > [popover]') !== null));
      await tab.run(() => document.querySelector('dialog')?.remove());
      await until('it out of the dialog', () => tab.run(() => document.querySelector(':root > [popover]') !== null));
    }
    await inItsCorner(tab);
  });
}

/** @param {Open} open */
function changes(open) {
  it('marks again what the page draws anew, and keeps the callout at its sentence', async () => {
    const tab = await open();
    await tab.clickBadge(1);
    await until('the callout', () => boxOf(tab, '.callout'));
    const wanted = marksFor(await tab.report());
    await tab.run(() => { const main = document.querySelector('main'); main?.replaceChildren(...[...main.childNodes].map((node) => node.cloneNode(true))); });
    await until('the marks', async () => {
      const marks = await tab.ask('marks');
      delete marks['mark-here'];
      assert.deepEqual(marks, wanted);
      return true;
    });
    assert.ok(await boxOf(tab, '.callout'));
    await tab.run(() => [...document.querySelectorAll('p')].find((p) => p.textContent?.includes('respond to Do Not Track'))?.remove());
    await untilGone(tab, '.callout');
  });

  it('puts its style back where the page assigns its own', async () => {
    const tab = await open();
    await tab.run(() => {
      document.adoptedStyleSheets = [];
      document.body.append('Something changes.');
    });
    await until('the style', () => tab.run(() => document.adoptedStyleSheets.length === 1));
  });

  it('comes back once when it is thrown out, and then leaves the page in peace', async () => {
    const tab = await open(`<script>
      let thrown = 0;
      const out = () => { const host = document.querySelector(':root > [popover]'); if (host) { host.remove(); thrown += 1; document.title = 'thrown ' + thrown; } };
      addEventListener('throw', () => { out(); new MutationObserver(out).observe(document.documentElement, { childList: true }); });
    </script>`);
    await tab.run(() => dispatchEvent(new Event('throw')));
    await until('it to be thrown out twice', () => tab.run(() => document.title === 'thrown 2'));
    for (let times = 0; times < 5; times += 1) {
      await tab.run((/** @type {number} */ count) => document.body.append(`Change ${count}.`), times);
      await new Promise((resolve) => setTimeout(resolve, 400)); // longer than the page is left unwatched after a change
    }
    assert.equal(await tab.run(() => document.title), 'thrown 2');
    assert.equal(await tab.labels(), null);
  });
}

/** @param {Open} open */
function trust(open) {
  it('takes no press, key or move that a script makes', async () => {
    const tab = await open();
    const box = await boxOf(tab, '.badge');
    await tab.run((/** @type {number} */ clientX, /** @type {number} */ clientY) => {
      const host = document.querySelector(':root > [popover]');
      const sentence = [...document.querySelectorAll('p')].find((p) => p.textContent?.includes('respond to Do Not Track'));
      const at = sentence?.getBoundingClientRect();
      const on = { bubbles: true, composed: true, cancelable: true, pointerType: 'mouse' };
      for (const type of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'pointermove', 'mousemove']) {
        host?.dispatchEvent(new PointerEvent(type, { ...on, clientX, clientY }));
        sentence?.dispatchEvent(new PointerEvent(type, { ...on, clientX: (at?.left ?? 0) + 20, clientY: (at?.top ?? 0) + 8 }));
      }
      for (const type of ['keydown', 'keypress', 'keyup']) for (const key of ['Escape', 'Enter', ' ', 'ArrowDown']) {
        for (const target of [host, window]) target?.dispatchEvent(new KeyboardEvent(type, { ...on, key }));
      }
      /** @type {HTMLElement | null} */ (host)?.click();
    }, (box.left + box.right) / 2, (box.top + box.bottom) / 2);
    // A person's own press afterwards is the first thing that is heard.
    await tab.press('[data-key=more]');
    await until('the menu', () => boxOf(tab, '.menu'));
    assert.deepEqual([await boxOf(tab, '.callout'), Object.keys(await tab.ask('marks')).includes('mark-here')], [null, false]);
    assert.equal((await tab.labels()).length, 4);
  });

  it('tells the page nothing of the report', async () => {
    const tab = await open(`<script>
      var heard = [];
      for (const type of ['click', 'pointerdown', 'keydown', 'focusin', 'message', 'input', 'toggle', 'beforetoggle']) {
        addEventListener(type, (event) => heard.push([type, event.target?.localName, event.composedPath().map((one) => one.localName ?? '').join(' ')].join()), true);
      }
    </script>`);
    await tab.clickBadge(0);
    await until('the callout', () => boxOf(tab, '.callout'));
    const { verdicts } = await tab.report();
    const seen = await tab.run(() => {
      const host = /** @type {HTMLElement} */ (document.querySelector(':root > [popover]'));
      const { smallprint, badges, settings, heard } = /** @type {any} */ (window);
      const text = [document.documentElement.outerHTML, document.documentElement.innerText, host.innerHTML, host.title, getSelection()].join('\n');
      return { shadow: host.shadowRoot, text, heard, globals: [typeof smallprint, typeof badges, typeof settings], inner: document.activeElement === host };
    });
    assert.equal(seen.shadow, null);
    assert.deepEqual(seen.globals, ['undefined', 'undefined', 'undefined']);
    assert.deepEqual(Object.values(verdicts).map(({ label, says }) => [label, says]).flat().filter((words) => seen.text.includes(words)), []);
    assert.ok(!/button|section|svg|callout/.test(seen.heard.join()), seen.heard.join('\n'));
  });
}
