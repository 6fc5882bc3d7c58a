// @ts-check
/**
 * Leads through a report in the page: marks, badges and the callout, by pointer, touch and keyboard. Shows one report
 * at a time; the signal it is shown under undoes everything.
 *
 * @typedef {{says: string, added: {block: number, start: number, end: number}[], removed: number}} Since
 * @typedef {object} Showing
 * @property {Page} page the page as it was read last
 * @property {PolicyReport} report
 * @property {Since | null} since what is new since the person read it before
 * @property {boolean} closed has the person closed the badges?
 * @property {(message: Record<string, unknown>) => Promise<any>} tell asks the background
 * @property {AbortSignal} signal
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var guide = (() => {
  const INTENT = 250; // milliseconds that the pointer rests on a sentence
  const SETTLING = 160; // milliseconds without a scroll
  const GRACE = 400; // milliseconds to get from the sentence to the callout
  const NO_MARK = 'a, button, input, select, textarea, label, summary, [role=button], [contenteditable]';

  /** @type {Showing | undefined} */
  let now;
  let choices = settings.DEFAULTS;
  /** @type {Stop | undefined} */
  let stop;
  let news = -1;
  /** @type {number | undefined} */
  let timer;
  /** @type {number | undefined} */
  let settling;
  /** @type {AbortSignal | undefined} */
  let hearing;
  /** The documents of frames that are listened to. @type {WeakSet<Node>} */
  const frames = new WeakSet();

  /** Shows a report, in place of the one there was. @param {Showing} showing @param {Settings} wanted */
  function show(showing, wanted) {
    now = showing;
    choices = wanted;
    mark();
    if (hearing !== now.signal) hear(now.signal);
    const root = open();
    if (!root) return;
    if (now.closed) badges.hide();
    else badges.show(root, now.report, now.since?.says ?? null, choices, { open: fromBadge, news: nextNews, closed: dismiss, choose });
    if (stop) stay(stop);
  }

  /** The same text was read again: marks it anew. @param {Page} page */
  function again(page) {
    if (!now) return;
    now.page = page;
    mark();
    if (stop) stay(stop);
  }

  function mark() {
    if (!now) return;
    marker.mark(now.page, now.report, now.since?.added ?? [], choices, now.signal);
    for (const root of reader.rootsOf(now.page)) if (root.nodeType === Node.DOCUMENT_NODE && root !== document) hearFrame(root, now.signal);
  }

  /** What is done in a frame of the page is heard there only. @param {Node} frame its document @param {AbortSignal} signal */
  function hearFrame(frame, signal) {
    if (frames.has(frame)) return;
    frames.add(frame);
    frame.addEventListener('pointermove', (event) => onMove(/** @type {PointerEvent} */ (event)), { signal, passive: true });
    frame.addEventListener('click', (event) => { if (event.isTrusted) onClick(/** @type {MouseEvent} */ (event)); }, { signal, capture: true });
    frame.addEventListener('scroll', onScroll, { signal, passive: true, capture: true });
    signal.addEventListener('abort', () => frames.delete(frame), { once: true });
  }

  /** The root to show things in, unless there is nothing to show. */
  function open() {
    if (now?.report.verdicts && choices.badges === 'shown') return overlay.open(choices.colours, dismiss, now.signal);
    end();
    return undefined;
  }

  /** @param {AbortSignal} signal */
  function hear(signal) {
    hearing = signal;
    stop = undefined;
    news = -1;
    early.listen((event) => (event instanceof KeyboardEvent ? onKey(event) : onClick(event)), signal);
    window.addEventListener('pointermove', onMove, { signal, passive: true });
    window.addEventListener('scroll', onScroll, { signal, passive: true, capture: true });
    window.addEventListener('resize', keep, { signal });
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      clearTimeout(settling);
      now = undefined;
      end();
    }, { once: true });
  }

  function end() {
    stop = undefined;
    callout.hide();
    badges.hide();
    overlay.close();
  }

  function onScroll() {
    paint.adopt();
    place();
  }

  /** The page changed, or the window: everything in its place? */
  function keep() {
    overlay.keep();
    const strip = badges.strip();
    if (strip) corner.clear(strip, choices.corner);
    place();
  }

  /** At the person's hand, or because the page will not have it. */
  function dismiss() {
    if (now) now.closed = true;
    const last = overlay.hasFocus();
    close();
    badges.hide();
    if (last) overlay.giveBack();
  }

  /** @param {Partial<Settings>} part */
  function choose(part) {
    settings.save(part).catch((error) => overlay.say(`The choice could not be kept (${error}).`));
  }

  /** Scrolls to a proof and flashes it; false if it is no longer there. @param {Proof} proof */
  function go(proof) {
    return now !== undefined && marker.go(now.page, proof, now.signal);
  }

  /** @param {Topic} topic */
  function fromBadge(topic) {
    const index = proofsOf(topic).findIndex((proof) => go(proof));
    visit({ topic, index, pinned: true });
  }

  /** @param {Topic} topic */
  function proofsOf(topic) {
    return now?.report.verdicts?.[topic]?.evidence ?? [];
  }

  /** To the next sentence that is new, round and round. */
  function nextNews() {
    const added = now?.since?.added ?? [];
    for (let tries = 0; tries < added.length; tries += 1) {
      news = (news + 1) % added.length;
      const next = added[news];
      if (next && go(next)) return overlay.say(`New sentence ${news + 1} of ${added.length}.`);
    }
    return undefined;
  }

  /** Shows the callout at a stop; opened on purpose it takes the keyboard. @param {Stop} at */
  function visit(at) {
    const root = open();
    const verdict = now?.report.verdicts?.[at.topic];
    if (!root || !verdict) return;
    clearTimeout(timer);
    stop = at;
    callout.show(root, verdict, at, { step, to, close: closeCallout, why });
    place();
    const card = callout.card();
    if (at.pinned && !card?.contains(overlay.focused() ?? null)) card?.focus({ preventScroll: true });
    const proof = proofsOf(at.topic)[at.index];
    if (at.pinned && proof) overlay.say(`${at.index + 1} of ${proofsOf(at.topic).length}: ${proof.quote}`);
  }

  /** After a change: the callout stays if its sentence is still there. @param {Stop} at */
  function stay(at) {
    if (at.index >= 0 && boxesOf(at).length === 0) return close();
    place();
  }

  /** @param {number} by */
  function step(by) {
    if (!stop) return;
    const count = proofsOf(stop.topic).length;
    to((stop.index + by + count) % count);
  }

  /** @param {number} index */
  function to(index) {
    const proof = stop && proofsOf(stop.topic)[index];
    if (!stop || !proof) return;
    go(proof);
    visit({ ...stop, index, pinned: true });
  }

  /** @param {string} rule @returns {Promise<string>} */
  async function why(rule) {
    const answer = await now?.tell({ verb: 'why', rule });
    return answer?.means ?? answer?.error ?? '';
  }

  /** Closes the callout; the keyboard goes back to its badge. */
  function closeCallout() {
    const topic = stop?.topic;
    const back = overlay.hasFocus();
    close();
    const badge = /** @type {HTMLElement | null | undefined} */ (badges.strip()?.querySelector(`[data-key="${topic}"], .mark`));
    if (!back) return;
    if (badge) badge.focus({ preventScroll: true });
    else overlay.giveBack();
  }

  function close() {
    clearTimeout(timer);
    stop = undefined;
    callout.hide();
  }

  /** Beside its sentence, also while the page is scrolled; once that is over, for good. */
  function place(settled = false) {
    clearTimeout(settling);
    if (!stop) return;
    if (!settled) settling = setTimeout(() => place(true), SETTLING);
    const boxes = boxesOf(stop);
    const strip = badges.strip()?.getBoundingClientRect();
    if (boxes.length > 0) callout.place(boxes, settled, strip);
    else if (strip) callout.place([strip], settled);
  }

  /** Where the sentence stands in the window. @param {Stop} at @returns {DOMRect[]} */
  function boxesOf({ topic, index }) {
    const proof = proofsOf(topic)[index];
    return now && proof ? marker.rangesOf(now.page, proof).flatMap(spot.boxesOf) : [];
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const within = overlay.holds(event);
    if (within) event.stopImmediatePropagation();
    if (event.type !== 'keydown') return;
    if (event.key === 'Escape' && (within || stop)) return escape(within);
    if (!within || event.altKey || event.ctrlKey || event.metaKey) return;
    const by = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    event.preventDefault();
    if (callout.card()?.contains(overlay.focused() ?? null)) step(by);
    else alongBadges(by);
  }

  /** One thing at a time: the menu, the callout, the badges. @param {boolean} within */
  function escape(within) {
    if (badges.closeMenu()) return;
    if (stop) closeCallout();
    else if (within) dismiss();
  }

  /** @param {number} by */
  function alongBadges(by) {
    const all = /** @type {HTMLElement[]} */ ([...badges.strip()?.querySelectorAll('button') ?? []]).filter((one) => one.checkVisibility());
    const at = all.indexOf(/** @type {HTMLElement} */ (overlay.focused()));
    all[(at + by + all.length) % all.length]?.focus();
  }

  /** A mouse that rests on a marked sentence opens the callout, and closes it when it goes. @param {PointerEvent} event */
  function onMove(event) {
    if (!event.isTrusted || event.pointerType !== 'mouse' || event.buttons !== 0 || stop?.pinned) return;
    clearTimeout(timer);
    if (overlay.holds(event)) return;
    const { x, y } = spot.pointOf(event);
    timer = setTimeout(() => {
      const hit = marker.at(x, y);
      if (hit && (hit.topic !== stop?.topic || hit.index !== stop?.index)) visit({ ...hit, pinned: false });
      else if (!hit && stop) timer = setTimeout(close, GRACE - INTENT);
    }, INTENT);
  }

  /** A press on a marked sentence pins the callout; a press elsewhere in the page closes it. @param {MouseEvent} event */
  function onClick(event) {
    if (overlay.holds(event)) return overlay.press(event);
    const on = /** @type {Element | null} */ (event.target);
    const free = !on?.closest?.(NO_MARK) && on?.ownerDocument?.getSelection()?.isCollapsed !== false;
    const { x, y } = spot.pointOf(event);
    const hit = free ? marker.at(x, y) : undefined;
    if (hit) visit({ ...hit, pinned: true });
    else if (stop) close();
  }

  return { show, again, keep, go, end };
})();
