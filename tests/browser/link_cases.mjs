// Which link of a page the popup is told to be the site's privacy policy. Nothing is fetched.
import assert from 'node:assert/strict';
import { it } from 'node:test';

import { until } from './wait.mjs';

/** @typedef {import('./suite.mjs').Stage} Stage */

/** @type {{title: string, body: string, link: {text: string, path: string} | null}[]} */
const PAGES = [
  { title: 'in a shop\'s footer', link: { text: 'Privacy Policy', path: '/help/privacy' },
    body: '<main><p>Two lamps.</p></main><footer><a href="/help/terms">Terms</a> <a href="/help/privacy"> Privacy\n Policy </a> <a href="/help/cookies">Cookie Policy</a></footer>' },
  { title: 'before settings and choices', link: { text: 'Privacy', path: '/legal/data' },
    body: '<a href="/privacy-settings">Privacy settings</a><a href="/choices">Your Privacy Choices</a><a href="/legal/data">Privacy</a>' },
  { title: 'of the site itself, not of another', link: { text: 'Privacy notice', path: '/pn' },
    body: '<p>We pay by Tallybird (<a href="https://tallybird.example/privacy-policy">Privacy Policy</a>).</p><a href="/pn">Privacy notice</a>' },
  { title: 'in German', link: { text: 'Datenschutzerklärung', path: '/recht/ds' },
    body: '<a href="/recht/impressum">Impressum</a><a href="/recht/ds">Datenschutzerklärung</a>' },
  { title: 'in French', link: { text: 'Politique de confidentialité', path: '/vie' },
    body: '<a href="/cgu">Conditions</a><a href="/vie">Politique de confidentialité</a>' },
  { title: 'in Japanese', link: { text: 'プライバシーポリシー', path: '/pp' }, body: '<a href="/a">会社概要</a><a href="/pp">プライバシーポリシー</a>' },
  { title: 'by its address alone', link: { text: 'Wie wir arbeiten', path: '/datenschutz.html' },
    body: '<a href="/team">Team</a><a href="/datenschutz.html">Wie wir arbeiten</a>' },
  { title: 'in an open shadow root', link: { text: 'Privacy Statement', path: '/ps' },
    body: '<site-foot></site-foot><script>document.querySelector("site-foot").attachShadow({ mode: "open" }).innerHTML = "<a href=/ps>Privacy Statement</a>";</script>' },
  { title: 'that is not there', link: null,
    body: '<a href="/lamps">Lamps</a><a href="/blog/why-privacy-matters">A long read on why privacy matters to all of us in the lamp trade today</a><a href="javascript:void 0">Privacy</a>' },
];

/** @param {Stage} stage */
export function linkCases(stage) {
  for (const { title, body, link } of PAGES) {
    it(`names the link to the policy: ${title}`, async () => {
      const address = stage.site.put({ body: `<!DOCTYPE html><title>Lamps</title><body>${body}</body>` }, 'shop');
      const tab = await stage.browser.open(address);
      const answer = await until('an answer of the page', () => tab.message({ verb: 'policyLink' }));
      await tab.close();
      assert.deepEqual(answer, { link: link && { text: link.text, url: new URL(link.path, address).href } });
    });
  }
}
