// Finds the overlay in the tree that Chromium's devtools protocol gives: it lives in a closed shadow root.

/** @typedef {import('devtools-protocol').Protocol.DOM.Node} Node */

/** @param {Node} node @returns {Node[]} every node below, shadow roots included, in order */
function below(node) {
  return [...node.shadowRoots ?? [], ...node.children ?? []].flatMap((child) => [child, ...below(child)]);
}

/** The overlay's closed shadow root, wherever its host stands. Null if there is none. @param {Node} document */
export function overlayIn(document) {
  return below(document).find(({ shadowRootType }) => shadowRootType === 'closed')?.backendNodeId ?? null;
}
