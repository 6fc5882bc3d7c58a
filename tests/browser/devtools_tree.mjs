// Finds the badges in the tree that Chromium's devtools protocol gives: they live in a closed shadow root.

/** @typedef {import('devtools-protocol').Protocol.DOM.Node} Node */

/** @param {Node} node @returns {Node[]} every node below, shadow roots included, in order */
function below(node) {
  return [...node.shadowRoots ?? [], ...node.children ?? []].flatMap((child) => [child, ...below(child)]);
}

/** @param {Node} node @param {string} name */
export function attribute(node, name) {
  const pairs = node.attributes ?? [];
  const index = pairs.findIndex((value, at) => at % 2 === 0 && value === name);
  return index < 0 ? undefined : pairs[index + 1];
}

/** The extension's host: a child of the root element that holds a closed shadow root. @param {Node} document */
export function overlayOf(document) {
  const root = document.children?.find((node) => node.localName === 'html');
  const host = root?.children?.find((node) => node.shadowRoots?.some(({ shadowRootType }) => shadowRootType === 'closed'));
  if (!host) return null;
  return { host, buttons: below(host).filter((node) => attribute(node, 'data-badge') !== undefined) };
}

/** @param {Node} node */
export function textOf(node) {
  const texts = below(node).filter((child) => child.nodeName === '#text').map((child) => child.nodeValue.trim());
  return texts.filter((text) => text !== '').join(' ');
}
