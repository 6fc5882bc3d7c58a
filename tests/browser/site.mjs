// A website on loopback: the pages of tests/pages, and pages made up on the spot, with whatever headers are wanted.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const PAGES = new URL('../pages/', import.meta.url);
export const STRICT = { 'content-security-policy': "default-src 'none'" };
/** As strict, but for the page's own styles. */
export const STYLED = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'" };

/** @typedef {{body: string | Buffer, headers?: Record<string, string>}} Page */

/** Starts the website; `close` ends it. */
export async function openSite() {
  /** @type {Map<string, Page>} */
  const pages = new Map();
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '');
    if (!page) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here.');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...page.headers }).end(page.body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  let count = 0;

  /** Puts a page up and returns its address, a new one each time. @param {Page} page @param {string} [name] */
  function put(page, name = 'privacy-policy') {
    const path = `/${++count}/${name}`;
    pages.set(path, page);
    return `http://127.0.0.1:${address.port}${path}`;
  }

  return {
    put,
    /** Puts up a page of tests/pages. @param {string} name @param {Record<string, string>} [headers] */
    putPage: (name, headers = {}) => put({ body: readPage(name), headers }, `${name}/page.html`),
    close: () => void server.close(),
  };
}

/** @param {string} name */
export function readPage(name) {
  return readFileSync(new URL(`${name}/page.html`, PAGES));
}

/** What the page of a policy must give. @param {string} name */
export function readExpected(name) {
  return JSON.parse(readFileSync(new URL(`${name}/expected.json`, PAGES), 'utf8'));
}
