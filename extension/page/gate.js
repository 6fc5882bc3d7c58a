// @ts-check
/**
 * The gate: may this page be a policy on personal data? Runs on every page, so it touches no layout and looks at no
 * more than the address, the title, the headings and a small sample of the text. It only lets through; whether it is
 * a policy is the core's judgement. (codebook D1, D5)
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var gate = (() => {
  const READABLE = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown']);
  const UNREADABLE = /** @type {const} */ ([[/pdf/, 'A PDF'], [/xml|rss|atom/, 'A feed or bare XML'], [/json/, 'JSON']]);
  const SAMPLE_NODES = 900;
  const SAMPLE_NODE = 500;
  const SAMPLE_TEXT = 8000;
  const SAMPLE_PARAGRAPHS = 40;
  const SHORT = 24;
  /** Elements that may show another tree in their place, beside those with a hyphen in their name. */
  const HOSTS = new Set(['IFRAME', 'FRAME', 'DIV', 'SECTION', 'MAIN', 'ARTICLE']);
  const HEADINGS = 30;
  const ENOUGH_HITS = 6;
  const ENOUGH_KINDS = 3;

  /** In addresses, titles and headings: Latin scripts without accents. */
  const NAMED = new RegExp(
    'privac[yi]|cookie|gdpr|rgpd|dsgvo|lgpd|ccpa|(?:data|information)[-_ +]?(?:protection|policy|practices)|' +
      'personal(?:ly)?[-_ +]?(?:data|information|identifiable)|how we (?:use|handle|collect)|' +
      'datenschutz|confidentialit|vie[-_ ]?privee|donnees[-_ ]?personnelles|privacidad|privacidade|proteccion[-_ ]?de[-_ ]?datos|' +
      'dados[-_ ]?pessoais|riservatezza|dati[-_ ]?personali|privacybeleid|gegevensbescherming|persoonsgegevens|' +
      'integritet|personuppgift|personvern|privatliv|databeskyttelse|persondata|tietosuoja|henkilotie|persónuvernd|' +
      'prywatnosc|danych[-_ ]?osobowych|osobnich[-_ ]?udaju|soukromi|osobnych[-_ ]?udajov|sukromi|adatvedel|adatkezel|' +
      'confidentialitat|datelor[-_ ]?cu[-_ ]?caracter|privatnost|zasebnost|varstvo[-_ ]?podatkov|osobnih[-_ ]?podat|' +
      'privatumo|privatuma|privaatsus|isikuandme|gizlilik|kisisel[-_ ]?veri|quyen[-_ ]?rieng[-_ ]?tu|bao[-_ ]?mat|' +
      'kebijakan[-_ ]?privasi|dasar[-_ ]?privasi',
    'i',
  );
  /** The same in other scripts. */
  const NAMED_BEYOND_LATIN = new RegExp(
    'конфиденциальн|персональн[а-яё]+ данн|конфіденційн|персональн[а-яіїє]+ дан|поверителност|лични(?:те)? данни|приватност|' +
      'απορρήτου|απόρρητο|προσωπικ[α-ωά-ώ]+ δεδομέν|プライバシー|個人情報|隐私|隱私|个人信息|個人資料|개인정보|' +
      'الخصوصية|פרטיות|ความเป็นส่วนตัว|गोपनीयता|حریم خصوصی',
    'i',
  );
  const LEGAL_ADDRESS = /(?:^|[/_.=&?#-])(?:legal|polic(?:y|ies)|terms|tos|impressum|imprint)(?=$|[/_.=&?#-])/i;

  /** Kinds of words that a policy is full of, in lower case. */
  const MATTER = [
    ['personal information', 'personal data', 'personally identif', 'information about you', 'your information', 'your data'],
    ['cookie', 'web beacon', 'log file'],
    ['third part', 'third-part'],
    ['we collect', 'we use', 'we may', 'we share', 'we do not', 'we disclose', 'we gather', 'we receive', 'we process'],
    ['opt out', 'opt-out', 'consent'],
    ['privacy'],
  ];
  /** The same of other languages: the matter's own name is enough. */
  const MATTER_ELSEWHERE = [
    'datenschutz', 'personenbezogen', 'confidentialité', 'données personnelles', 'données à caractère', 'privacidad',
    'datos personales', 'privacidade', 'dados pessoais', 'dati personali', 'persoonsgegevens', 'personuppgift',
    'personopplysning', 'personoplysning', 'henkilötie', 'danych osobowych', 'osobních údaj', 'személyes adat',
    'caracter personal', 'kişisel veri', 'персональн', 'προσωπικ', '個人情報', '个人信息', '隐私', '개인정보', 'الخصوصية',
  ];

  /** May the page be a policy? @param {Document} document */
  function mayBePolicy(document) {
    return canBeRead(document) && (addressSays(document) || headSays(document) || textSays(document));
  }

  /** Is it a kind of document whose text a page script can read? @param {Document} document */
  function canBeRead(document) {
    return READABLE.has(document.contentType) && document.body !== null;
  }

  /** Why such a document is not read, in one sentence. @param {Document} document */
  function whyUnread({ contentType }) {
    const [, name] = UNREADABLE.find(([kind]) => kind.test(contentType)) ?? [];
    return `${name ?? 'This kind of page'} can't be read, only pages and plain texts can.`;
  }

  /** @param {Document} document */
  function addressSays(document) {
    const { pathname, search, hash } = document.location;
    const address = decoded(pathname + search + hash);
    return named(address) || LEGAL_ADDRESS.test(address);
  }

  /** @param {string} address */
  function decoded(address) {
    try {
      return decodeURIComponent(address);
    } catch {
      return address; // a stray per cent sign: the address says what it says as it stands
    }
  }

  /** @param {Document} document */
  function headSays(document) {
    const texts = [document.title, document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? ''];
    for (const name of ['h1', 'h2']) {
      const headings = document.getElementsByTagName(name);
      for (let index = 0; index < Math.min(headings.length, HEADINGS); index += 1) texts.push(headings[index]?.textContent ?? '');
    }
    return named(texts.map((text) => text.slice(0, 200)).join('\n'));
  }

  /** Is a policy named in it, in one of the common languages? @param {string} text an address, a title, a link's text */
  function named(text) {
    return NAMED.test(text.normalize('NFD').replace(/\p{M}/gu, '')) || NAMED_BEYOND_LATIN.test(text);
  }

  /** Do enough of a policy's usual words come up in a sample of the text? @param {Document} document */
  function textSays(document) {
    const sample = sampleOf(document);
    const hits = MATTER.map((words) => words.reduce((sum, word) => sum + count(sample, word), 0));
    const kinds = hits.filter((number) => number > 0).length;
    if (kinds >= ENOUGH_KINDS && hits.reduce((sum, number) => sum + number) >= ENOUGH_HITS) return true;
    if (document.documentElement.lang.startsWith('en')) return false;
    return MATTER_ELSEWHERE.reduce((sum, word) => sum + count(sample, word), 0) >= ENOUGH_KINDS;
  }

  /** How often a word comes up, as far as it matters. @param {string} text @param {string} word */
  function count(text, word) {
    let times = 0;
    for (let at = text.indexOf(word); at >= 0 && times < ENOUGH_HITS; at = text.indexOf(word, at + word.length)) times += 1;
    return times;
  }

  /** A piece of the text: paragraphs from all over the page, then, where they are few, texts in order.
   * @param {Document} document
   */
  function sampleOf(document) {
    const paragraphs = paragraphsIn(document);
    return (paragraphs.length > SAMPLE_TEXT / 2 ? paragraphs : paragraphs + textsIn(document.body)).toLowerCase();
  }

  /** @param {Document} document */
  function paragraphsIn(document) {
    const all = document.getElementsByTagName('p');
    const step = Math.max(1, Math.floor(all.length / SAMPLE_PARAGRAPHS));
    let sample = '';
    for (let at = 0; at < all.length && sample.length < SAMPLE_TEXT; at += step) {
      const text = all[at]?.textContent ?? '';
      if (text.length > SHORT) sample += `${text.slice(0, SAMPLE_NODE)}\n`;
    }
    return sample;
  }

  /** The longer texts, a menu's short ones say little; those of open shadow roots and readable frames too.
   * @param {Node} root @returns {string}
   */
  function textsIn(root) {
    const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    let sample = '';
    for (let seen = 0; seen < SAMPLE_NODES && sample.length < SAMPLE_TEXT; seen += 1) {
      const node = walker?.nextNode();
      if (!node) break;
      if (node.nodeType === Node.TEXT_NODE) sample += longText(/** @type {Text} */ (node));
      else if (node.nodeName.includes('-') || HOSTS.has(node.nodeName)) sample += within(/** @type {HTMLIFrameElement} */ (node));
    }
    return sample;
  }

  /** @param {Text} text */
  function longText({ data, parentNode }) {
    if (data.length <= SHORT || parentNode?.nodeName === 'SCRIPT' || parentNode?.nodeName === 'STYLE') return '';
    return `${data.slice(0, SAMPLE_NODE)}\n`;
  }

  /** What another tree shows in an element's place. @param {HTMLIFrameElement} element */
  function within(element) {
    const root = element.shadowRoot ?? element.contentDocument?.body;
    return root ? textsIn(root) : '';
  }

  return { mayBePolicy, canBeRead, whyUnread, named };
})();
