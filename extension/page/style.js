// @ts-check
/** The style of all that is shown in a page. Letters come in three sizes: 11, 13 and 15 pixels. */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var style = (() => {
  const BASE = `
    @media print { :host { display: none !important } }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    .card {
      position: absolute; box-sizing: border-box; border: 1px solid var(--edge); border-radius: 12px; overflow: auto;
      max-height: calc(100% - 24px); font: 400 13px/1.35 system-ui, sans-serif; text-align: left; color: var(--ink);
      background: var(--paper); pointer-events: auto; overscroll-behavior: contain;
      box-shadow: 0 1px 2px light-dark(rgb(0 0 0 / .1), rgb(0 0 0 / .5)), 0 6px 20px light-dark(rgb(0 0 0 / .14), rgb(0 0 0 / .5));
    }
    p { margin: 0; }
    .small, .name { color: var(--soft); font-size: 11px; }
    button { font: inherit; color: inherit; background: none; border: 0; margin: 0; padding: 0; text-align: left; cursor: pointer; border-radius: 8px; }
    button:hover, [aria-expanded=true], [aria-pressed=true] { background: var(--press); }
    button:focus-visible, .card:focus-visible { outline: 2px solid var(--focus); outline-offset: -2px; }
    .head { display: flex; align-items: center; }
    .tool { flex: none; display: grid; place-items: center; width: 28px; height: 28px; color: var(--soft); }
    .plain { width: 14px; height: 14px; fill: currentColor; }
    .seal { flex: none; width: 28px; height: 28px; }
    .words { display: grid; min-width: 0; flex: 1; }
    .label { font-weight: 600; overflow-wrap: anywhere; }
    .shape { fill: var(--tone); }
    .glyph { fill: var(--on); }
    .plain .glyph { fill: currentColor; }
    .red { --tone: var(--red) } .amber { --tone: var(--amber) } .mild { --tone: var(--mild) }
    .green { --tone: var(--green) } .blue { --tone: var(--blue) }
    .silent .shape { fill: none; stroke: var(--silent); stroke-width: 1.6; stroke-dasharray: 3 2.6; }
    .silent .glyph { fill: var(--silent); }
    .silent .label { color: var(--soft); font-weight: 400; }
    [hidden] { display: none !important; }
    @media (pointer: coarse) { .tool, .step { width: 40px; height: 40px; } .quiet, .choice { min-height: 40px; } }
    @media (forced-colors: active) {
      .shape, .silent .shape { fill: Canvas; stroke: CanvasText; stroke-width: 1.6; }
      .glyph, .silent .glyph, .plain .glyph { fill: CanvasText; }
      [aria-expanded=true], [aria-pressed=true] { outline: 1px solid Highlight; outline-offset: -1px; }
    }`;

  const STRIP = `
    .strip { width: 288px; max-width: calc(100% - 24px); padding: 4px 6px 6px; }
    .bottom-right { right: 16px; bottom: calc(16px + var(--lift, 0px)); } .bottom-left { left: 16px; bottom: calc(16px + var(--lift, 0px)); }
    .top-right { right: 16px; top: calc(16px + var(--lift, 0px)); } .top-left { left: 16px; top: calc(16px + var(--lift, 0px)); }
    .strip .head { padding-left: 6px; cursor: grab; touch-action: none; user-select: none; }
    .moving, .moving .head { cursor: grabbing; }
    .title { flex: 1; color: var(--soft); font-size: 11px; }
    .badges { display: grid; }
    .badge { display: flex; align-items: center; gap: 10px; box-sizing: border-box; width: 100%; padding: 5px 6px; }
    .news { display: flex; gap: 10px; width: 100%; box-sizing: border-box; margin-top: 4px; padding: 7px 6px 5px; font-size: 11px; border-radius: 0 0 8px 8px; border-top: 1px solid var(--edge); }
    .news::before { content: ''; flex: none; width: 20px; height: 12px; margin: 1px 4px; border-radius: 3px; background: rgb(${theme.NEW_MARK} / .35); }
    .menu { display: grid; gap: 2px; padding: 4px 6px 8px; border-bottom: 1px solid var(--edge); margin-bottom: 4px; }
    .corners { display: grid; grid-template-columns: 1fr 1fr; gap: 4px; padding: 4px 0; }
    .choice { display: flex; align-items: center; gap: 8px; padding: 5px 8px; border: 1px solid var(--edge); }
    .choice::before { content: ''; flex: none; width: 14px; height: 10px; border: 1px solid currentColor; border-radius: 2px;
      background: linear-gradient(currentColor 0 0) no-repeat var(--at) / 6px 4px; }
    .quiet, .menu .small { padding: 6px 8px; overflow-wrap: anywhere; }
    .folded { width: auto; padding: 0; border-radius: 24px; }
    .mark { display: grid; grid-template-columns: 1fr 1fr; gap: 2px; padding: 9px; border-radius: 24px; }
    .mark .seal { width: 12px; height: 12px; }
    .mark .glyph { display: none; }
    @media (max-width: 480px) {
      .strip:not(.folded) { left: 8px; right: 8px; width: auto; max-width: none; margin-block: -8px; }
      .badges { grid-template-columns: 1fr 1fr; }
      .badge { gap: 8px; padding: 4px; align-items: start; } .badge .seal { width: 24px; height: 24px; margin-top: 2px; }
      .strip .strength { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
    }
    @media (prefers-reduced-motion: no-preference) {
      .strip { animation: come .18s ease-out; }
      @keyframes come { from { opacity: 0; translate: 0 6px; } }
    }`;

  const CALLOUT = `
    .callout { width: 340px; max-width: calc(100% - 24px); padding: 8px 12px 10px; display: grid; gap: 8px; }
    .callout .head { gap: 10px; align-items: start; margin: 0 -6px 0 0; }
    .says { font-size: 15px; line-height: 1.4; }
    .walk { display: flex; align-items: center; gap: 2px; margin-left: -6px; }
    .step { display: grid; place-items: center; width: 28px; height: 28px; color: var(--soft); }
    .count { min-width: 48px; text-align: center; font-variant-numeric: tabular-nums; color: var(--soft); }
    .walk .quiet { color: var(--soft); text-decoration: underline; text-underline-offset: 3px; }
    .walk .quiet:not(:first-child) { margin-left: auto; }
    .why, .elsewhere { padding-top: 8px; border-top: 1px solid var(--edge); display: grid; gap: 4px; }
    .quote { padding: 6px 8px; border-left: 3px solid var(--blue); border-radius: 0 8px 8px 0; overflow-wrap: anywhere; }
    .quote::before { content: '\\201c'; } .quote::after { content: '\\201d'; }
    @media (max-width: 480px) {
      .callout { left: 8px; right: 8px; bottom: 8px; top: auto; width: auto; max-width: none; max-height: 55%; }
      .callout.over { top: 8px; bottom: auto; }
      .strip:has(~ .callout) { visibility: hidden; }
    }
    @media (prefers-reduced-motion: no-preference) { .callout { animation: come .14s ease-out; } }`;

  /** @param {Settings['colours']} colours */
  function of(colours) {
    return `.card { ${theme.properties(colours)} } ${BASE} ${STRIP} ${CALLOUT}`;
  }

  return { of };
})();
