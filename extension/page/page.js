// @ts-check
/**
 * The path of one page: gate, reader, the background's report, marks and badges. One abort undoes everything.
 *
 * Answers messages of the popup, with `{done: true}`, or `{error}` with a sentence, or `{off: HOST}` if it is switched
 * off on this site:
 *   {verb: "go", block, start, end, quote?}   scrolls to that sentence and flashes it, if it still stands there (with
 *                                             `quote`, if the page still says just that)
 *   {verb: "readNow"}                         reads the page, which a person may have chosen to do by hand only; when
 *                                             it is answered, the background has the report
 *   {verb: "policyLink"}                      the link to the site's policy, instead: {link: {text, url} | null}
 */
// eslint-disable-next-line no-unused-vars -- a second injection finds the first by this name and stops it
var smallprint = (() => {
  /** @type {any} */ (globalThis).smallprint?.stop();
  const MOST_LOOKS = 400;
  const LOOKS_AT_THE_GATE = 8;
  const MOST_QUESTIONS = 20;
  const SETTLING = 200;
  const MOVED = 'The page no longer shows this sentence where it was read.';
  const FRAMED = 'The policy is inside a frame that can\'t be read; open the frame in a tab of its own.';
  const FEW = 3000;
  const life = new AbortController();
  let choices = settings.DEFAULTS;
  /** What is done on this site; undefined while Smallprint is switched off here. @type {AbortController | undefined} */
  let work;

  /** What is known of the address the page is at. */
  class Visit {
    address = withoutHash();
    /** @type {Promise<boolean> | undefined} while the page is being read */
    reading;
    id = `${performance.timeOrigin}-${Math.random()}`;
    end = new AbortController();
    signal = AbortSignal.any([...(work ? [work.signal] : []), this.end.signal]);
    questions = 0;
    length = -1;
    told = false;
    /** @type {Page | undefined} the page as it was read last */
    page;
    /** @type {Page | undefined} the page as the background was asked about it last: the same text */
    asked;
    /** @type {PolicyReport | undefined} */
    report;
    /** @type {((root: Node) => void) | undefined} watches one more document or shadow root */
    observe;
    /** @type {Showing | undefined} */
    showing;
    /** @type {Promise<string | undefined> | undefined} what went wrong with the question asked last, if anything did */
    answer;
  }

  /** @type {Visit} none before the first page is begun */
  let visit;

  /** Begins at the address the page is at now. */
  function arrive() {
    visit = new Visit();
    if (choices.read === 'click') return;
    if (gate.mayBePolicy(document)) return void enter();
    if (!gate.canBeRead(document)) giveUp(gate.whyUnread(document));
    watchPage(LOOKS_AT_THE_GATE);
  }

  /** The page may be a policy: reads it, and again when it changes. */
  function enter() {
    visit.told = true;
    watchPage(MOST_LOOKS);
    return read();
  }

  /** @param {number} times */
  function watchPage(times) {
    visit.observe = watch(look, times, visit.signal);
  }

  /** @param {string} trouble */
  function giveUp(trouble) {
    visit.told = true;
    tell({ verb: 'trouble', trouble });
  }

  function leave() {
    visit.end.abort();
    if (visit.told) tell({ verb: 'left' });
  }

  /** After a change of the page: was there anything to do? */
  function look() {
    if (!chrome.runtime?.id) stop();
    if (!work) return false;
    guide.keep();
    if (!gate.canBeRead(document)) return false;
    if (!visit.told) return gate.mayBePolicy(document) && enter();
    // What changed under a reading may have been read half: once more when it is done.
    const { reading, signal } = visit;
    if (reading) return reading.then(() => !signal.aborted && read());
    if (lengthOf(visit.page) === visit.length && marker.intact()) return false;
    return read();
  }

  /** How much text there is now in what was read. @param {Page | undefined} page */
  function lengthOf(page) {
    const texts = page ? reader.rootsOf(page).map((root) => ('body' in root ? root.body : root)?.textContent ?? '') : [];
    return texts.reduce((sum, text) => sum + text.length, 0);
  }

  /** Reads the page; asks for a report if its text is new, else only marks it again. Was there anything new? */
  async function read() {
    if (visit.reading) return true;
    visit.reading = readOnce(visit);
    return visit.reading;
  }

  /** @param {Visit} reading */
  async function readOnce(reading) {
    const page = await reader.readPage(document).finally(() => { reading.reading = undefined; });
    if (reading.signal.aborted) return false;
    reading.length = lengthOf(page);
    for (const root of reader.rootsOf(page)) reading.observe?.(root);
    return take(page);
  }

  /** @param {Page} page */
  function take(page) {
    if (visit.asked && isSame(visit.asked, page)) {
      visit.page = page;
      if (visit.report) guide.again(page);
      return false;
    }
    if (visit.questions >= MOST_QUESTIONS) return false;
    visit.page = page;
    visit.answer = ask(page);
    return true;
  }

  /** At the person's word: reads whatever the gate and the choices say. @returns {Promise<object>} the popup's answer */
  async function readNow() {
    if (!work) return { off: location.hostname };
    if (!gate.canBeRead(document)) return { error: gate.whyUnread(document) };
    await (visit.reading ?? (visit.told ? read() : enter()));
    const error = await visit.answer;
    return error ? { error } : { done: true };
  }

  /** @param {Page} one @param {Page} other */
  function isSame(one, other) {
    return one.blocks.length === other.blocks.length &&
      one.blocks.every((block, index) => block.text === other.blocks[index]?.text);
  }

  /** The answer is for the text that was asked about last, however often that was read again meanwhile.
   * @param {Page} page @returns {Promise<string | undefined>} what went wrong
   */
  async function ask(page) {
    const asking = visit;
    asking.questions += 1;
    asking.told = true;
    asking.asked = page;
    asking.report = undefined;
    const answer = await tell({ verb: 'read', document: page, truncated: reader.isTruncated(page) });
    if (asking.signal.aborted || asking.asked !== page) return undefined;
    if (answer?.error) console.warn(`Smallprint: ${answer.error}`);
    if (answer?.report) show(answer.report, answer.since ?? null);
    if (answer?.report?.policy.kind === 'not_policy' && asking.length < FEW && reader.hasShutFrame(page)) giveUp(FRAMED);
    return answer?.error;
  }

  /** @param {PolicyReport} report @param {Since | null} since what is new since the person read it before */
  function show(report, since) {
    if (!visit.page) return;
    visit.report = report;
    visit.showing = { page: visit.page, report, since, closed: visit.showing?.closed ?? false, tell, signal: visit.signal };
    guide.show(visit.showing, choices);
  }

  /** @param {Proof} proof */
  function go(proof) {
    return visit?.page !== undefined && marker.go(visit.page, proof, visit.signal);
  }

  /** @param {Record<string, unknown>} message @returns {Promise<{report?: PolicyReport, since?: Since | null, error?: string} | undefined>} */
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
    if (message?.verb === 'go') answer(go(message) ? { done: true } : { error: MOVED });
    if (message?.verb === 'policyLink') answer({ link: policyLink.find(document) });
    if (message?.verb !== 'readNow') return false;
    readNow().then(answer, (error) => answer({ error: `The page could not be read (${error}); load it again.` }));
    return true;
  }

  function withoutHash() {
    return location.href.replace(/#(?!\/|!).*$/, '');
  }

  /** The address changed without a new page: its text follows a moment later. */
  function moved() {
    if (withoutHash() === visit.address) return;
    leave();
    visit = new Visit();
    if (choices.read === 'click') return;
    watchPage(LOOKS_AT_THE_GATE);
    const soon = setTimeout(look, SETTLING);
    visit.signal.addEventListener('abort', () => clearTimeout(soon), { once: true });
  }

  /** The page comes back as it was left: its report is said again. @param {PageTransitionEvent} event */
  function returned(event) {
    if (event.persisted && visit.told && visit.page) ask(visit.page);
  }

  /** The page, or a frame in it, came to its end. @param {Event} event */
  function loaded({ target }) {
    if (choices.read === 'always' && (target === document || /** @type {Element} */ (target).localName === 'iframe')) look();
  }

  function stop() {
    chrome.runtime?.onMessage?.removeListener(onMessage);
    life.abort();
    work?.abort();
    work = undefined;
  }

  async function start() {
    if (life.signal.aborted) return;
    chrome.runtime.onMessage.addListener(onMessage);
    settings.onChanged(choose, life.signal);
    try {
      choices = await settings.load();
    } catch (error) {
      console.warn(`Smallprint: the settings could not be read (${error}); the usual ones hold.`);
    }
    if (!life.signal.aborted) choose(choices);
  }

  /** Does as the person chooses, from the first choice to each later one. @param {Settings} now */
  function choose(now) {
    choices = now;
    const off = settings.isOff(now, location.hostname);
    if (off && work) {
      leave();
      work.abort();
      work = undefined;
    } else if (!off && !work) {
      begin();
    } else if (visit?.showing) {
      guide.show(visit.showing, now);
    }
  }

  function begin() {
    work = new AbortController();
    const { signal } = work;
    window.navigation?.addEventListener('currententrychange', moved, { signal });
    window.addEventListener('popstate', moved, { signal });
    window.addEventListener('pageshow', returned, { signal });
    window.addEventListener('pagehide', () => { if (visit.told) tell({ verb: 'left' }); }, { signal });
    window.addEventListener('load', loaded, { signal, capture: true });
    arrive();
  }

  if ('prerendering' in document && document.prerendering) document.addEventListener('prerenderingchange', start, { once: true });
  else start();
  return { stop };
})();
