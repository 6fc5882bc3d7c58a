// @ts-check
/**
 * The callout beside a sentence: what the verdict is, which of its proofs this is, what is said elsewhere, and why the
 * sentence counts.
 *
 * @typedef {object} Stop where a walk through a verdict's proofs stands
 * @property {Topic} topic
 * @property {number} index of the proof; -1 where there is none
 * @property {boolean} pinned opened on purpose: it stays, and the keyboard goes to it
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var callout = (() => {
  const WIDTH = 340;
  const EDGE = 12;
  const GAP = 8;
  const LEAST = 160; // height, when the sentence leaves no more room
  const NARROW = 480;
  const MOST_ELSEWHERE = 3;

  /** @type {HTMLElement | undefined} */
  let card;

  /**
   * @param {ShadowRoot} root @param {Verdict} verdict @param {Stop} stop
   * @param {{step: (by: number) => void, to: (index: number) => void, close: () => void, why: (rule: string) => Promise<string>}} acts
   */
  function show(root, verdict, stop, acts) {
    if (!card) {
      card = overlay.element('section', 'card callout');
      card.setAttribute('role', 'dialog');
      card.tabIndex = -1;
      root.append(card);
    }
    card.setAttribute('aria-label', `${badges.NAMES[stop.topic]}: ${verdict.label}`);
    const proof = verdict.evidence[stop.index];
    const parts = [head(verdict, stop, acts.close), overlay.element('p', 'says', proof ? verdict.says : silence(stop.topic))];
    if (theme.toneOf(verdict) === 'green') parts.push(overlay.element('p', 'small', 'This is the company\'s statement; we haven\'t checked it.'));
    if (proof?.lead_in) parts.push(overlay.element('p', 'small', `It belongs to: “${proof.lead_in.replace(/\s+/g, ' ')}”`));
    if (proof?.side === 'against') parts.push(overlay.element('p', 'small', 'This sentence says otherwise.'));
    if (proof) parts.push(...walk(verdict, stop, proof, acts), ...elsewhere(verdict, proof, acts.to));
    overlay.redraw(card, ...parts);
  }

  function hide() {
    card?.remove();
    card = undefined;
  }

  /** @param {Topic} topic */
  function silence(topic) {
    return `We found no statement about ${SUBJECTS[topic]} in the text we read. That doesn't mean it doesn't happen.`;
  }

  const SUBJECTS = /** @type {Record<Topic, string>} */ ({
    tracking: 'tracking', dnt: 'Do Not Track', ads: 'ads by other companies', sale: 'selling personal data',
  });

  /** @param {Verdict} verdict @param {Stop} stop @param {() => void} close */
  function head(verdict, { topic }, close) {
    const tone = theme.toneOf(verdict);
    const made = overlay.element('div', `head ${tone}`);
    made.append(glyphs.seal(tone, topic), badges.words(topic, verdict), overlay.tool('close', 'Close', 'close', close));
    return made;
  }

  /** @param {Verdict} verdict @param {Stop} stop @param {Evidence} proof @param {Parameters<typeof show>[3]} acts */
  function walk(verdict, { index }, proof, { step, why }) {
    const line = overlay.element('div', 'walk');
    const count = verdict.evidence.length;
    if (count > 1) {
      const before = overlay.button('step', 'before', () => step(-1), glyphs.plain('before'));
      const after = overlay.button('step', 'after', () => step(1), glyphs.plain('after'));
      before.setAttribute('aria-label', 'Previous sentence');
      after.setAttribute('aria-label', 'Next sentence');
      line.append(before, overlay.element('span', 'count', `${index + 1} of ${count}`), after);
    }
    const reason = overlay.element('p', 'why');
    reason.hidden = true;
    const ask = overlay.button('quiet', 'why', async () => {
      reason.hidden = !reason.hidden;
      ask.setAttribute('aria-expanded', String(!reason.hidden));
      if (reason.textContent === '') reason.textContent = await why(proof.rule);
    }, 'Why?');
    ask.setAttribute('aria-expanded', 'false');
    line.append(ask);
    return [line, reason];
  }

  /** The sentences of the other side, each a way to it. @param {Verdict} verdict @param {Evidence} proof @param {(index: number) => void} to */
  function elsewhere(verdict, proof, to) {
    const others = verdict.evidence.map((other, index) => ({ other, index })).filter(({ other }) => other.side !== proof.side);
    if (others.length === 0) return [];
    const made = overlay.element('div', 'elsewhere');
    made.append(overlay.element('p', 'small', 'Elsewhere it says:'), ...others.slice(0, MOST_ELSEWHERE).map(({ other, index }) =>
      overlay.button('quote', `quote-${index}`, () => to(index), other.quote.replace(/\s+/g, ' '))));
    return [made];
  }

  /** Puts it under the sentence, or over it, or where there is room, beside the badges; it leaves the window with its
   * sentence. On a narrow screen it stands at the edge that is free.
   * @param {DOMRect[]} boxes where the sentence stands in the window @param {boolean} settled does the page stand still?
   * @param {DOMRect} [badges] where the badges stand
   */
  function place(boxes, settled, badges) {
    const [first] = boxes;
    if (!card || !first) return;
    const top = Math.min(...boxes.map((box) => box.top));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    if (settled) card.classList.toggle('over', innerWidth <= NARROW && (top + bottom) / 2 > innerHeight / 2);
    if (innerWidth <= NARROW) return card.removeAttribute('style');
    card.style.removeProperty('max-height');
    const { height } = card.getBoundingClientRect();
    const room = { under: innerHeight - bottom - GAP - EDGE, over: top - GAP - EDGE };
    const under = height <= room.under || room.under >= room.over;
    card.style.maxHeight = `${Math.max(LEAST, under ? room.under : room.over)}px`;
    const wanted = under ? bottom + GAP : top - GAP - Math.min(height, room.over);
    const gone = bottom < 0 || top > innerHeight;
    const y = gone ? wanted : between(EDGE, wanted, innerHeight - LEAST - EDGE);
    const x = between(EDGE, first.left, document.documentElement.clientWidth - WIDTH - EDGE);
    const isOver = badges && y < badges.bottom && y + height > badges.top && x < badges.right && x + WIDTH > badges.left;
    card.style.inset = `${y}px auto auto ${(isOver ? besideOf(badges) : undefined) ?? x}px`;
  }

  /** To the left of a box, or to its right; nowhere if there is no room. @param {DOMRect} box */
  function besideOf(box) {
    const most = document.documentElement.clientWidth - WIDTH - EDGE;
    return [box.left - WIDTH - GAP, box.right + GAP].find((left) => left >= EDGE && left <= most);
  }

  /** @param {number} least @param {number} value @param {number} most */
  function between(least, value, most) {
    return Math.max(least, Math.min(value, most));
  }

  return { show, hide, place, card: () => card };
})();
