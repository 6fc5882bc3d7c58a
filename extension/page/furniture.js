// @ts-check
/** What an element is to a reader of the page's matter: skipped, furniture, or matter. Judged by markup and style. */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var furniture = (() => {
  const SKIPPED = new Set(
    ('script style template noscript head svg canvas video audio object embed select option datalist ' +
      'textarea input progress meter map math del s strike').split(' '),
  );
  const READER_ONLY = /(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|assistive-text)(?:$|[\s_-])/i;
  const CONSENT = /onetrust|cookiebot|didomi|usercentrics|quantcast|qc-cmp|trustarc|truste(?:$|[^d])|sp_message|cmp-?(?:box|wrapper|banner|modal|dialog|consent)|cky-|cookieyes|osano-|iubenda-cs|cmplz|klaro|tarteaucitron|axeptio|borlabs|cookie-?(?:banner|consent|notice|bar|law)|consent-?(?:banner|manager|popup)/i;
  const WIDGET = /intercom|drift-|zendesk|zopim|crisp-client|tawk|hubspot-messages|olark|livechat|wm-ipp|captcha/i;
  const SITE = /^(?:site|page|global|main|top|bottom|primary|secondary)?[-_]?(?:footer|header|nav|navigation|navbar|menu|sidebar|side-?nav|breadcrumbs?|topbar|masthead)(?:[-_]?(?:wrapper|container|menu|nav|main))?$/i;
  const ROLES = new Set('navigation banner contentinfo search menu menubar toolbar tablist'.split(' '));
  const BANNER_LENGTH = 4000;

  /** @param {Element} element */
  function names(element) {
    return `${element.id} ${element.getAttribute('class') ?? ''}`;
  }

  /** Never part of the page's text? @param {Element} element */
  function skipped(element) {
    return SKIPPED.has(element.localName) || READER_ONLY.test(element.getAttribute('class') ?? '');
  }

  /** Menus, site header and footer, banners, widgets? @param {Element} element @param {CSSStyleDeclaration} style */
  function isFurniture(element, style) {
    const role = element.getAttribute('role') ?? '';
    const name = element.localName;
    if (name === 'nav' || ROLES.has(role) || name === 'search') return true;
    if (name === 'header' || name === 'footer') return !element.closest('main, article, section');
    if (name === 'dialog' || role === 'dialog' || role === 'alertdialog') return small(element);
    if (name === 'ul' || name === 'ol') return isContents(element);
    if (named(element)) return true;
    const { position } = style;
    return (position === 'fixed' || position === 'sticky') && small(element) && !holdsMatter(element);
  }

  /** @param {Element} element */
  function named(element) {
    if (element.localName === 'body' || element.localName === 'html' || element.localName === 'main') return false;
    const tokens = names(element);
    if (tokens === ' ') return false;
    if (CONSENT.test(tokens) || WIDGET.test(tokens)) return !holdsMatter(element) && lesserPart(element);
    return tokens.split(/\s+/).some((token) => SITE.test(token)) && !holdsMatter(element) && lesserPart(element);
  }

  /** @param {Element} element */
  function holdsMatter(element) {
    return element.querySelector('main, article, [role=main]') !== null;
  }

  let whole = 0;

  /** Before a page is read: how much text there is in all. @param {Document} document */
  function begin(document) {
    sight.begin();
    whole = document.body ? length(document.body) : 0;
  }

  /** @param {Element} element */
  function lesserPart(element) {
    return length(element) * 2 < whole;
  }

  /** @param {Element} element */
  function small(element) {
    return length(element) < BANNER_LENGTH;
  }

  /** @param {Element} element */
  function length(element) {
    return element.textContent?.length ?? 0;
  }

  /** A table of contents: three items and more, each of them one link into this very page. @param {Element} list */
  function isContents(list) {
    const items = [...list.children];
    return items.length >= 3 && items.every((item) => {
      const first = item.firstElementChild;
      const link = first?.matches('a[href^="#"]') ? first : first?.querySelector(':scope > a[href^="#"]:only-child');
      const loose = [...item.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
      return Boolean(link) && !loose;
    });
  }

  return { begin, skipped, isFurniture };
})();
