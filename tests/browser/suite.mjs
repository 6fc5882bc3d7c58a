// All cases, for one browser. The two files *.test.mjs call it with their own driver.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';

import { keptText, pageNames, readDocument, toText } from './blocks.mjs';
import { linkCases } from './link_cases.mjs';
import { historyCases } from './history_cases.mjs';
import { hardCases, silentCases } from './other_cases.mjs';
import { hostileCases } from './hostile_cases.mjs';
import { optionsCases } from './options_cases.mjs';
import { overlayCases } from './overlay_cases.mjs';
import { policyCases } from './policy_cases.mjs';
import { popupCases } from './popup_cases.mjs';
import { openingCases, readingCases } from './reading_cases.mjs';
import { timeCases, troubleCases } from './time_cases.mjs';
import { openSite, STRICT, STYLED } from './site.mjs';

/** @typedef {Awaited<ReturnType<typeof import('./chromium.mjs').startChromium>>} Chromium */
/** @typedef {Awaited<ReturnType<typeof import('./firefox.mjs').startFirefox>>} Firefox */

/** What the cases play on: filled when the tests begin. */
export class Stage {
  /** @type {any} */ browser;
  /** @type {any} */ site;
}

/** `more`: the cases that only this browser has.
 * @param {string} name @param {() => Promise<Chromium | Firefox>} start @param {((stage: Stage) => void)[]} [more]
 */
export function suite(name, start, more = []) {
  const stage = new Stage();

  describe(name, () => {
    before(async () => {
      stage.site = await openSite();
      stage.browser = await start();
    });
    after(async () => {
      await stage.browser?.close();
      stage.site?.close();
    });

    it('loads the extension with no warning', async () => {
      assert.deepEqual(await stage.browser.warnings(), []);
    });
    for (const page of pageNames) {
      it(`reads ${page} as its blocks.txt says`, async () => {
        const tab = await stage.browser.open(stage.site.putPage(page));
        assert.equal(toText(await readDocument(tab)), keptText(page));
        await tab.close();
      });
    }
    policyCases('', stage, {});
    policyCases(' under a strict CSP', stage, { headers: STRICT });
    policyCases(' after the background was stopped', stage, { stopped: true });
    silentCases('', stage, {});
    silentCases(' under a strict CSP', stage, STRICT);
    hardCases(stage);
    overlayCases(stage);
    popupCases(stage);
    historyCases(stage);
    optionsCases(stage);
    hostileCases(stage);
    linkCases(stage);
    readingCases('', stage, {});
    readingCases(' under a strict CSP', stage, STYLED);
    openingCases(stage);
    timeCases(stage);
    troubleCases(stage);
    for (const cases of more) cases(stage);
    it('left no error behind', async () => {
      assert.deepEqual(await stage.browser.troubles(), []);
    });
  });
}
