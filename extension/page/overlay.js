// @ts-check
/**
 * What all that is shown in a page stands on: one host over the whole window that lets every press through, in the top
 * layer, with a closed shadow root. And the small parts that it is built of.
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var overlay = (() => {
  const HOST = {
    all: 'initial', display: 'block', position: 'fixed', inset: '0', width: 'auto', height: 'auto', 'max-width': 'none',
    'max-height': 'none', visibility: 'visible', opacity: '1', transform: 'none', filter: 'none', 'clip-path': 'none',
    contain: 'none', 'content-visibility': 'visible', 'pointer-events': 'none', direction: 'ltr', margin: '0', padding: '0',
    border: '0', background: 'transparent', overflow: 'visible', 'z-index': '2147483647', 'color-scheme': 'light dark',
  };

  /**
   * @typedef {object} Layer
   * @property {HTMLElement} host
   * @property {ShadowRoot} root
   * @property {HTMLElement} said the line that is read out
   * @property {boolean} returned was it put back after the page removed it?
   * @property {() => void} refused the page removes it again and again
   * @property {HTMLElement | null} from where the keyboard was before it came here
   */
  /** @type {Layer | undefined} */
  let layer;
  /** What each button does. @type {WeakMap<Element, () => void>} */
  const acts = new WeakMap();
  /** The clicks that reached their button. @type {WeakSet<Event>} */
  const arrived = new WeakSet();
  /** @type {Settings['colours'] | undefined} */
  let colours;

  /**
   * The shadow root to show things in, made at the first call.
   * @param {Settings['colours']} wanted @param {() => void} refused called when the page throws it out a second time
   * @param {AbortSignal} signal
   */
  function open(wanted, refused, signal) {
    if (!layer) {
      const host = document.createElement('div');
      for (const [name, value] of Object.entries(HOST)) host.style.setProperty(name, value, 'important');
      host.popover = 'manual';
      const root = host.attachShadow({ mode: 'closed' });
      const said = element('div', 'said');
      said.setAttribute('role', 'status');
      root.append(said);
      host.addEventListener('focusin', ({ relatedTarget }) => {
        if (layer && relatedTarget instanceof HTMLElement) layer.from = relatedTarget;
      });
      layer = { host, root, said, returned: false, refused, from: null };
      document.documentElement.append(host);
      signal.addEventListener('abort', close, { once: true });
    }
    if (colours !== wanted) {
      colours = wanted;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style.of(wanted));
      layer.root.adoptedStyleSheets = [sheet];
    }
    keep();
    return layer.root;
  }

  /** Keeps it in the top layer and at its size: if the page threw it out, opened a dialog over it, or is zoomed. */
  function keep() {
    if (!layer) return;
    const { host } = layer;
    if (!host.isConnected && !goesOn(layer)) return;
    const home = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;
    if (host.parentNode !== home) home.append(host);
    if (!host.matches(':popover-open')) host.showPopover();
    const own = Number(host.style.zoom) || 1;
    const zoom = own / (host.currentCSSZoom ?? 1);
    if (Math.abs(zoom - own) > 0.001) host.style.setProperty('zoom', String(zoom), 'important');
  }

  /** A page may throw it out by accident, once. With a dialog that it stood in it went by accident too.
   * @param {Layer} gone
   */
  function goesOn(gone) {
    const withDialog = gone.host.parentNode !== null;
    if (!withDialog && gone.returned) {
      gone.refused();
      return false;
    }
    gone.returned ||= !withDialog;
    return true;
  }

  function close() {
    if (layer && hasFocus()) giveBack();
    layer?.host.remove();
    layer = undefined;
    colours = undefined;
  }

  function hasFocus() {
    return Boolean(layer?.root.activeElement);
  }

  /** The keyboard goes back to where it was in the page. */
  function giveBack() {
    if (layer?.from?.isConnected) layer.from.focus({ preventScroll: true });
  }

  /** Read out by a screen reader, when it has read what it is at. @param {string} words */
  function say(words) {
    const line = layer?.said;
    if (line) setTimeout(() => { line.textContent = words; }, 100);
  }

  /** @template {keyof HTMLElementTagNameMap} Name @param {Name} name @param {string} className @param {string} [text] */
  function element(name, className, text = '') {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  /**
   * A button. Only a person's own press counts, not one that a script makes.
   * @param {string} className @param {string} key by which the keyboard finds it again when it is drawn anew
   * @param {() => void} act @param {...(Node | string)} parts
   */
  function button(className, key, act, ...parts) {
    const made = element('button', className);
    made.type = 'button';
    made.dataset.key = key;
    made.append(...parts);
    acts.set(made, act);
    made.addEventListener('click', (event) => {
      if (!event.isTrusted) return;
      arrived.add(event);
      act();
    });
    return made;
  }

  /** A person's click on its way to a button: it counts also if the page stops it. @param {MouseEvent} event */
  function press(event) {
    setTimeout(() => {
      if (!layer || arrived.has(event)) return;
      const { root } = layer;
      const on = event.detail > 0 ? root.elementFromPoint(event.clientX, event.clientY) : root.activeElement;
      const button = on?.closest('button');
      if (button) acts.get(button)?.();
    });
  }

  /** A button that shows a drawing only. @param {string} glyph @param {string} name what it is called @param {string} key @param {() => void} act */
  function tool(glyph, name, key, act) {
    const made = button('tool', key, act, glyphs.plain(glyph));
    made.setAttribute('aria-label', name);
    made.title = name;
    return made;
  }

  /** Draws anew without losing the keyboard's place. @param {HTMLElement} place @param {...Node} parts */
  function redraw(place, ...parts) {
    const focused = layer?.root.activeElement;
    const key = focused && place.contains(focused) ? /** @type {HTMLElement} */ (focused).dataset.key : undefined;
    place.replaceChildren(...parts);
    if (key) /** @type {HTMLElement | null} */ (place.querySelector(`[data-key="${key}"]`) ?? place.querySelector('button'))?.focus();
  }

  /** Is an event from within? @param {Event} event */
  function holds(event) {
    return layer !== undefined && event.target === layer.host;
  }

  return { open, keep, close, say, element, button, press, tool, redraw, holds, hasFocus, giveBack, focused: () => layer?.root.activeElement };
})();
