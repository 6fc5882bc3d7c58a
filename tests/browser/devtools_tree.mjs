// Finds the badges in the tree that Chromium's devtools protocol gives: they live in a closed shadow root.

/** @typedef {import('devtools-protocol').Protocol.DOM.Node} Node */

/** @param {Node} node @returns {Node[]} every node below, shadow roots included, in order */
function below(node) {
  return [...node.shadowRoots ?? [], ...node.children ?? []].flatMap((child) => [child, ...below(child)]);
}

/** @param {Node} node @param {string} name */
function attribute(node, name) {
  const pairs = node.attributes ?? [];
  const index = pairs.findIndex((value, at) => at % 2 === 0 && value === name);
  return index < 0 ? undefined : pairs[index + 1];
}

/** @param {Node} node @param {string} name */
function hasClass(node, name) {
  return (attribute(node, 'class') ?? '').split(/\s+/).includes(name);
}

/** @param {Node} node */
function textOf(node) {
  return below(node).filter((child) => child.nodeName === '#text').map((child) => child.nodeValue).join('');
}

/**
 * The badges: under the host, a child of the root element that holds a closed shadow root. Null if there is none.
 * @param {Node} document
 */
export function badgesIn(document) {
  const root = document.children?.find((node) => node.localName === 'html');
  const host = root?.children?.find((node) => node.shadowRoots?.some(({ shadowRootType }) => shadowRootType === 'closed'));
  if (!host) return null;
  return below(host).filter((node) => hasClass(node, 'badge')).map((node) => ({
    id: node.backendNodeId,
    label: below(node).filter((child) => hasClass(child, 'label')).map(textOf).join(''),
  }));
}
