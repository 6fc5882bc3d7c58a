// @ts-check
/**
 * The four badges: a quiet card in the lower right corner, in a closed shadow root in the top layer.
 *
 * Every label is the report's own. What a verdict's strength is, is said by the label's words, by the seal's shape
 * and by its colour (codebook A; honest wording: codebook F).
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var badges = (() => {
  const NAMES = /** @type {const} */ ([
    ['tracking', 'Tracking'], ['dnt', 'Do Not Track'], ['ads', 'Third-party ads'], ['sale', 'Data sale'],
  ]);
  const TONES = ['green', 'mild', 'amber', 'amber', 'red'];
  const MOST_RETURNS = 8;
  const HOST = {
    all: 'initial', display: 'block', position: 'fixed', inset: 'auto 16px 16px auto', visibility: 'visible',
    opacity: '1', transform: 'none', filter: 'none', 'pointer-events': 'auto', direction: 'ltr', margin: '0',
    padding: '0', border: '0', background: 'transparent', width: 'max-content', height: 'max-content',
    'max-width': 'calc(100vw - 32px)', overflow: 'visible', 'z-index': '2147483647', 'color-scheme': 'light dark',
  };

  /** @type {{host: HTMLElement, returns: number} | undefined} */
  let shown;

  /** How a verdict is coloured and shaped. @param {Verdict} verdict */
  function toneOf(verdict) {
    if (verdict.value === 'silent' || verdict.severity === null) return 'silent';
    return verdict.value === 'unclear' ? 'blue' : TONES[verdict.severity] ?? 'blue';
  }

  /**
   * Shows the badges of a report, in place of those there were, until `signal` or the reader's hand closes them.
   * @param {PolicyReport} report @param {(proofs: Evidence[]) => void} go @param {() => void} closed
   * @param {AbortSignal} signal
   */
  function show(report, go, closed, signal) {
    close();
    const host = document.createElement('div');
    for (const [name, value] of Object.entries(HOST)) host.style.setProperty(name, value, 'important');
    host.popover = 'manual';
    const root = host.attachShadow({ mode: 'closed' });
    root.adoptedStyleSheets = [styleSheet()];
    const dismiss = () => {
      close();
      closed();
    };
    root.append(card(report, go, dismiss));
    shown = { host, returns: 0 };
    keep();
    signal.addEventListener('abort', close, { once: true });
    onEscape(dismiss, signal);
  }

  /** Keeps the badges in the top layer: if the page threw them out, opened a dialog over them or zoomed. */
  function keep() {
    if (!shown) return;
    const { host } = shown;
    const home = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
    if (host.parentNode !== home && shown.returns < MOST_RETURNS) {
      shown.returns += 1;
      home.append(host);
    }
    if (host.isConnected && !host.matches(':popover-open')) host.showPopover();
    const own = Number(host.style.zoom) || 1;
    const zoom = own / (host.currentCSSZoom ?? 1);
    if (Math.abs(zoom - own) > 0.001) host.style.setProperty('zoom', String(zoom), 'important');
  }

  function close() {
    shown?.host.remove();
    shown = undefined;
  }

  /** @param {() => void} dismiss @param {AbortSignal} signal */
  function onEscape(dismiss, signal) {
    const { host } = /** @type {{host: HTMLElement}} */ (shown);
    window.addEventListener('keydown', (event) => {
      const busy = event.target !== host && document.querySelector('dialog:modal, :fullscreen') !== null;
      if (event.isTrusted && event.key === 'Escape' && !busy && shown?.host === host) dismiss();
    }, { signal, capture: true });
  }

  /** @param {PolicyReport} report @param {(proofs: Evidence[]) => void} go @param {() => void} dismiss */
  function card(report, go, dismiss) {
    const region = element('section', 'card');
    region.setAttribute('role', 'region');
    region.setAttribute('aria-label', 'Smallprint: what this policy says');
    const head = element('div', 'head');
    const x = element('button', 'close');
    x.setAttribute('aria-label', 'Close Smallprint');
    x.append(glyphs.plain('close'));
    onPress(x, dismiss);
    head.append(element('span', 'title', titleOf(report)), x);
    region.append(head, ...NAMES.flatMap(([id, name]) => {
      const verdict = report.verdicts?.[id];
      return verdict ? [badge(id, name, verdict, go)] : [];
    }));
    return region;
  }

  /** @param {PolicyReport} report */
  function titleOf(report) {
    if (report.policy.kind === 'cookie_policy') return 'This cookie policy says';
    if (report.policy.kind === 'section') return 'This supplement says';
    return report.policy.is_policy && report.policy.score < 7 ? 'This may be a policy. It says' : 'This policy says';
  }

  /** @param {string} id @param {string} name @param {Verdict} verdict @param {(proofs: Evidence[]) => void} go */
  function badge(id, name, verdict, go) {
    const tone = toneOf(verdict);
    const proofs = verdict.evidence;
    const row = element(proofs.length > 0 ? 'button' : 'div', `badge ${tone}`);
    const words = element('span', 'words');
    words.append(element('span', 'name', name), element('span', 'label', verdict.label));
    row.append(glyphs.seal(tone, id), words);
    row.title = verdict.says;
    if (proofs.length === 0) return row;
    row.setAttribute('aria-label', `${name}: ${verdict.label}. Go to the sentence.`);
    onPress(row, () => go(proofs));
    return row;
  }

  /** Only a person's own press counts, not one that the page's script makes. @param {Element} button @param {() => void} act */
  function onPress(button, act) {
    button.addEventListener('click', (event) => {
      if (event.isTrusted) act();
    });
  }

  /** @param {string} name @param {string} className */
  function element(name, className, text = '') {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    if (made instanceof HTMLButtonElement) made.type = 'button';
    return made;
  }

  function styleSheet() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    return sheet;
  }

  const STYLE = `
    @media print { :host { display: none !important } }
    .card {
      --paper: #fff; --ink: #1c2127; --soft: #5a646f; --edge: #d5dae0; --press: #f0f3f6; --focus: #0b57d0;
      --red: #c5221f; --amber: #a85b00; --mild: #4d7a33; --green: #11703c; --blue: #4a6785; --grey: #626b75; --on: #fff;
      box-sizing: border-box; width: 288px; max-width: 100%; padding: 4px 6px 6px; border: 1px solid var(--edge);
      border-radius: 12px; font: 400 13px/1.3 system-ui, sans-serif; background: var(--paper); color: var(--ink); text-align: left;
      box-shadow: 0 1px 2px rgb(0 0 0 / .1), 0 6px 20px rgb(0 0 0 / .14);
    }
    @media (prefers-color-scheme: dark) {
      .card {
        --paper: #1d2126; --ink: #eef1f4; --soft: #a9b3bd; --edge: #3d454e; --press: #2a3037; --focus: #a8c7fa;
        --red: #ff8a80; --amber: #ffb74d; --mild: #b5d99c; --green: #79d29b; --blue: #9fbdd9; --grey: #99a4ae; --on: #14171a;
        box-shadow: 0 1px 2px rgb(0 0 0 / .5), 0 6px 20px rgb(0 0 0 / .5);
      }
    }
    .head { display: flex; align-items: center; justify-content: space-between; padding-left: 6px; }
    .title { color: var(--soft); font-size: 12px; }
    button { font: inherit; color: inherit; background: none; border: 0; margin: 0; text-align: left; cursor: pointer; }
    button:hover { background: var(--press); }
    button:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
    .close { display: grid; place-items: center; width: 28px; height: 28px; padding: 0; border-radius: 8px; color: var(--soft); }
    .plain { width: 12px; height: 12px; fill: currentColor; }
    .badge { display: flex; align-items: center; gap: 10px; box-sizing: border-box; width: 100%; padding: 5px 6px; border-radius: 8px; }
    .seal { flex: none; width: 28px; height: 28px; overflow: visible; }
    .words { display: grid; min-width: 0; }
    .name { color: var(--soft); font-size: 11px; }
    .label { font-weight: 600; overflow-wrap: anywhere; }
    .shape { fill: var(--tone); }
    .glyph { fill: var(--on); }
    .plain .glyph { fill: currentColor; }
    .red { --tone: var(--red) } .amber { --tone: var(--amber) } .mild { --tone: var(--mild) }
    .green { --tone: var(--green) } .blue { --tone: var(--blue) }
    .silent .shape { fill: none; stroke: var(--grey); stroke-width: 1.6; stroke-dasharray: 3 2.6; }
    .silent .glyph { fill: var(--grey); }
    .silent .label { color: var(--soft); font-weight: 400; }
    @media (max-width: 480px) {
      .card { display: flex; align-items: center; width: auto; padding: 4px; }
      .head { order: 9; padding: 0; } .title, .words { display: none; } .badge { width: auto; }
    }
    @media (prefers-reduced-motion: no-preference) {
      .card { animation: come .18s ease-out; }
      @keyframes come { from { opacity: 0; translate: 0 6px; } }
    }
    @media (forced-colors: active) {
      .shape, .silent .shape { fill: Canvas; stroke: CanvasText; stroke-width: 1.6; }
      .glyph, .silent .glyph { fill: CanvasText; }
    }
  `;

  return { show, hide: close, keep, toneOf };
})();
