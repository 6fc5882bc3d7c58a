// Waiting for something to become true in a browser.

const PATIENCE = 60_000; // milliseconds: far beyond what anything here takes, so that only a real failure ends it
const PAUSE = 40;

/**
 * Asks again and again until the answer is truthy, and returns it.
 * @template T
 * @param {string} what what is awaited, for the complaint
 * @param {() => Promise<T> | T} ask
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, ask) {
  const end = Date.now() + PATIENCE;
  let trouble;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
      trouble = undefined;
    } catch (error) {
      trouble = error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  } while (Date.now() < end);
  const because = trouble instanceof Error ? `: ${trouble.message}` : '.';
  throw new Error(`Waited in vain for ${what}${because}`, { cause: trouble });
}

/**
 * Asks where something is until it is there and stands still.
 * @param {string} what @param {() => Promise<{x: number, y: number} | null>} where
 */
export async function untilStill(what, where) {
  /** @type {{x: number, y: number} | null} */ let last = null;
  return until(`${what} to stand still`, async () => {
    const before = last;
    last = await where();
    return last && before && last.x === before.x && last.y === before.y && last;
  });
}
