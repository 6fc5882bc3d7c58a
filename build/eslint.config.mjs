// What the JavaScript is held to. The page scripts are plain scripts that share one scope; the rest are modules.
import { readFileSync, readdirSync } from 'node:fs';

import noUnsanitized from 'eslint-plugin-no-unsanitized';
import globals from 'globals';

/** The extension asks nobody anything: no way out to a network, not even one that a person might think harmless. */
const WAYS_OUT = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource',
  'RTCPeerConnection', 'Worker', 'SharedWorker', 'Image', 'Audio', 'importScripts'];
const MESSAGE = 'Smallprint talks to no network.';

const honest = {
  'no-unused-vars': 'error', 'no-undef': 'error', 'no-var': 'off', 'prefer-const': 'error', eqeqeq: 'error',
  'no-eval': 'error', 'no-implied-eval': 'error', 'no-new-func': 'error', 'no-script-url': 'error',
  'no-unreachable': 'error', 'no-fallthrough': 'error', 'no-empty': 'error',
  'no-unsanitized/method': 'error', 'no-unsanitized/property': 'error',
};

const offline = {
  'no-restricted-globals': ['error', ...WAYS_OUT.map((name) => ({ name, message: MESSAGE }))],
  'no-restricted-properties': ['error', ...WAYS_OUT.flatMap((property) => ['window', 'globalThis', 'self']
    .map((object) => ({ object, property, message: MESSAGE }))), { property: 'sendBeacon', message: MESSAGE }],
  'no-restricted-syntax': ['error',
    { selector: 'ImportExpression', message: MESSAGE },
    { selector: 'ImportDeclaration[source.value=/^[a-z]+:|^[/][/]/]', message: MESSAGE },
    { selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|srcdoc)$/]',
      message: 'No markup from strings: use textContent.' }],
};

/** What each page script gives to the ones after it: its one name. */
const PAGE = new URL('../extension/page/', import.meta.url);
const SHARED = readdirSync(PAGE).filter((name) => name.endsWith('.js'))
  .flatMap((name) => /^var (\w+)/m.exec(readFileSync(new URL(name, PAGE), 'utf8'))?.[1] ?? []);

export default [
  { ignores: ['**/node_modules/**', 'target/**', 'dist/**'] },
  { plugins: { 'no-unsanitized': noUnsanitized }, rules: honest, linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['extension/**/*.js'],
    // These scripts are shared by the pages and the extension's own pages; the settings by the background too.
    languageOptions: { globals: { ...globals.browser, chrome: 'readonly', settings: 'readonly', theme: 'readonly', glyphs: 'readonly' } },
    rules: offline,
  },
  {
    files: ['extension/page/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: { ...globals.browser, chrome: 'readonly', ...Object.fromEntries(SHARED.map((name) => [name, 'writable'])) },
    },
  },
  { files: ['build/**/*.mjs'], languageOptions: { globals: globals.node } },
  {
    files: ['tests/browser/**/*.mjs', 'tests/benches/**/*.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, chrome: 'readonly', content: 'readonly' } },
  },
];
