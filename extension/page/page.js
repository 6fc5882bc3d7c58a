// @ts-check
/**
 * The path of one page: gate, reader, the background's report, marks and badges. One abort undoes everything.
 *
 * Answers messages of the popup:
 *   {verb: "go", block, start, end, quote?}  scrolls to that sentence and flashes it, if it still stands there (with
 *                                            `quote`, if the page still says just that): {done: true}, or {error}
 *   {verb: "policyLink"}                     the link to the site's privacy policy: {link: {text, url} | null}
 */
// eslint-disable-next-line no-unused-vars -- a second injection finds the first by this name and stops it
var smallprint = (() => {
  /** @type {any} */ (globalThis).smallprint?.stop();
  const MOST_LOOKS = 400;
  const LOOKS_AT_THE_GATE = 8;
  const MOST_QUESTIONS = 20;
  const SETTLING = 200;
  const life = new AbortController();

  /** What is known of the address the page is at. */
  class Visit {
    address = withoutHash();
    id = `${performance.timeOrigin}-${Math.random()}`;
    end = new AbortController();
    signal = AbortSignal.any([life.signal, this.end.signal]);
    questions = 0;
    length = -1;
    closed = false;
    told = false;
    /** @type {Page | undefined} the page as it was read last */
    page;
    /** @type {Page | undefined} the page as the background was asked about it last: the same text */
    asked;
    /** @type {PolicyReport | undefined} */
    report;
  }

  /** @type {Visit} */
  let visit;

  /** Begins at the address the page is at now. */
  function arrive() {
    visit = new Visit();
    if (gate.mayBePolicy(document)) read();
    else if (!gate.canBeRead(document)) giveUp();
    watch(look, visit.told ? MOST_LOOKS : LOOKS_AT_THE_GATE, visit.signal);
  }

  function giveUp() {
    visit.told = true;
    tell({ verb: 'trouble', trouble: 'This kind of page can\'t be read.' });
  }

  function leave() {
    visit.end.abort();
    if (visit.told) tell({ verb: 'left' });
  }

  /** After a change of the page: was there anything to do? */
  function look() {
    if (!chrome.runtime?.id) stop();
    if (life.signal.aborted) return false;
    badges.keep();
    if (!gate.canBeRead(document)) return false;
    if (!visit.told) return enterLate();
    const length = document.body?.textContent?.length ?? 0;
    if (length === visit.length && marker.intact()) return false;
    return read();
  }

  /** The text of a page may come after the page: is it now one to be read? */
  function enterLate() {
    if (!gate.mayBePolicy(document) || !read()) return false;
    watch(look, MOST_LOOKS, visit.signal);
    return true;
  }

  /** Reads the page; asks for a report if its text is new, else only marks it again. */
  function read() {
    const page = reader.readPage(document);
    visit.length = document.body?.textContent?.length ?? 0;
    if (visit.asked && isSame(visit.asked, page)) {
      visit.page = page;
      if (visit.report) marker.mark(page, visit.report, visit.signal);
      return false;
    }
    if (visit.questions >= MOST_QUESTIONS) return false;
    visit.page = page;
    ask(page);
    return true;
  }

  /** @param {Page} one @param {Page} other */
  function isSame(one, other) {
    return one.blocks.length === other.blocks.length &&
      one.blocks.every((block, index) => block.text === other.blocks[index]?.text);
  }

  /** The answer is for the text that was asked about last, however often that was read again meanwhile.
   * @param {Page} page
   */
  async function ask(page) {
    const asking = visit;
    asking.questions += 1;
    asking.told = true;
    asking.asked = page;
    asking.report = undefined;
    const answer = await tell({ verb: 'read', document: page, truncated: reader.isTruncated(page) });
    if (asking.signal.aborted || asking.asked !== page) return;
    if (answer?.error) console.warn(`Smallprint: ${answer.error}`);
    if (answer?.report) show(asking.page ?? page, answer.report);
  }

  /** @param {Page} page @param {PolicyReport} report */
  function show(page, report) {
    visit.report = report;
    marker.mark(page, report, visit.signal);
    if (!report.verdicts) return badges.hide();
    if (!visit.closed) badges.show(report, goToFirst, () => { visit.closed = true; }, visit.signal);
  }

  /** @param {Evidence[]} proofs */
  function goToFirst(proofs) {
    proofs.some(go);
  }

  /** @param {Proof} proof */
  function go(proof) {
    return visit.page !== undefined && marker.go(visit.page, proof, visit.signal);
  }

  /** @param {Record<string, unknown>} message @returns {Promise<{report?: PolicyReport, error?: string} | undefined>} */
  async function tell(message) {
    try {
      return await chrome.runtime.sendMessage({ ...message, visit: visit.id });
    } catch (error) {
      if (!chrome.runtime?.id) stop();
      return { error: `The background gave no answer (${error}); load the page again.` };
    }
  }

  /** @param {any} message @param {chrome.runtime.MessageSender} sender @param {(answer: object) => void} answer */
  function onMessage(message, sender, answer) {
    if (message?.verb === 'policyLink') answer({ link: policyLink.find(document) });
    if (message?.verb !== 'go') return;
    answer(go(message) ? { done: true } : { error: 'The page no longer shows this sentence where it was read.' });
  }

  function withoutHash() {
    return location.href.replace(/#(?!\/|!).*$/, '');
  }

  /** The address changed without a new page: its text follows a moment later. */
  function moved() {
    if (withoutHash() === visit.address) return;
    leave();
    visit = new Visit();
    watch(look, LOOKS_AT_THE_GATE, visit.signal);
    const soon = setTimeout(look, SETTLING);
    visit.signal.addEventListener('abort', () => clearTimeout(soon), { once: true });
  }

  /** The page comes back as it was left: its report is said again. @param {PageTransitionEvent} event */
  function returned(event) {
    if (event.persisted && visit.told && visit.page) ask(visit.page);
  }

  function stop() {
    chrome.runtime?.onMessage?.removeListener(onMessage);
    life.abort();
  }

  function start() {
    const { signal } = life;
    if (signal.aborted) return;
    chrome.runtime.onMessage.addListener(onMessage);
    window.navigation?.addEventListener('currententrychange', moved, { signal });
    window.addEventListener('popstate', moved, { signal });
    window.addEventListener('pageshow', returned, { signal });
    window.addEventListener('pagehide', () => { if (visit.told) tell({ verb: 'left' }); }, { signal });
    window.addEventListener('load', () => look(), { signal, once: true });
    window.addEventListener('resize', badges.keep, { signal });
    arrive();
  }

  if ('prerendering' in document && document.prerendering) document.addEventListener('prerenderingchange', start, { once: true });
  else start();
  return { stop };
})();
