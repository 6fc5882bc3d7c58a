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
  const SAMPLE_PARAGRAPHS = 16;
  const SAMPLE_PARAGRAPH = 250;
  const SAMPLE_TEXT = 4000;
  const SHORT = 24;
  /** Elements that may show another tree in their place, beside those with a hyphen in their name. */
  const HOSTS = new Set(['IFRAME', 'FRAME', 'DIV', 'SECTION', 'MAIN', 'ARTICLE']);
  const CODE = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE']);
  const HEADINGS = 20;
  const MOST_HITS = 6;
  const ENOUGH_HITS = 5;
  const ENOUGH_KINDS = 3;
  /** So many characters of the sample may stand between two of a policy's words. */
  const THIN = 800;
  const HITS_AT_LEGAL = 4;

  /**
   * What names a policy in addresses, titles and headings: small letters without spaces and hyphens, and without
   * accents in the European scripts. Plain searches, as everywhere here: the first use of a regular expression takes
   * longer than all of them.
   */
  const NAMES = [
    'privacy', 'privaci', 'cookie', 'gdpr', 'rgpd', 'dsgvo', 'lgpd', 'ccpa', 'dataprotection', 'datapolicy', 'datapractices',
    'informationprotection', 'informationpolicy', 'informationpractices', 'personaldata', 'personalinformation',
    'personallyidentifiable', 'howweuse', 'howwehandle', 'howwecollect', 'datenschutz', 'confidentialit', 'vieprivee',
    'donneespersonnelles', 'protecciondedatos', 'dadospessoais', 'riservatezza', 'datipersonali', 'gegevensbescherming',
    'persoonsgegevens', 'integritet', 'personuppgift', 'personvern', 'privatliv', 'databeskyttelse', 'persondata', 'tietosuoja',
    'henkilotie', 'personuvernd', 'prywatnosc', 'danychosobowych', 'osobnichudaju', 'soukromi', 'osobnychudajov', 'sukromi',
    'adatvedel', 'adatkezel', 'datelorcucaracter', 'privatnost', 'zasebnost', 'varstvopodatkov', 'osobnihpodat', 'privatumo',
    'privatuma', 'privaatsus', 'isikuandme', 'gizlilik', 'kisiselveri', 'quyenriengtu', 'baomat', 'kebijakanprivasi',
    'dasarprivasi', 'конфиденциальн', 'персональныхданн', 'персональныеданн', 'конфіденційн', 'персональнихдан', 'поверителност',
    'личниданни', 'личнитеданни', 'приватност', 'απορρητο', 'προσωπικωνδεδομεν', 'προσωπικαδεδομεν',
    'プライバシー', '個人情報', '隐私', '隱私', '个人信息', '個人資料', '개인정보', 'الخصوصية', 'פרטיות', 'ความเป็นส่วนตัว', 'गोपनीयता', 'حریمخصوصی',
  ];
  /** Words of addresses at which contracts stand, which a policy may be a part of. */
  const LEGAL = ['legal', 'policy', 'policies', 'terms', 'tos', 'impressum', 'imprint', 'agb', 'cgu'];

  /** Kinds of words that a policy is full of, in lower case; without the first kind there is none. */
  const MATTER = [
    ['personal information', 'personal data', 'personally identif', 'information about you', 'your information', 'your data'],
    ['cookie', 'web beacon', 'log file'],
    ['third part', 'third-part'],
    ['we collect', 'we use', 'we may', 'we share', 'we do not', 'we disclose', 'we gather', 'we receive', 'we process'],
    ['opt out', 'opt-out', 'consent'],
    ['privacy'],
  ];
  /** The same of other languages: the matter's own name is enough. */
  const MATTER_ELSEWHERE = [[
    'datenschutz', 'personenbezogen', 'confidentialité', 'données personnelles', 'données à caractère', 'privacidad',
    'datos personales', 'privacidade', 'dados pessoais', 'dati personali', 'persoonsgegevens', 'personuppgift',
    'personopplysning', 'personoplysning', 'henkilötie', 'danych osobowych', 'osobních údaj', 'személyes adat',
    'caracter personal', 'kişisel veri', 'персональн', 'προσωπικ', '個人情報', '个人信息', '隐私', '개인정보', 'الخصوصية',
  ]];
  const NAMELY = [[...MATTER[0] ?? [], 'privacy']];
  const ENGLISH = [[' the ', ' and ']];

  /** May the page be a policy? What costs least is asked first: the address and the title, which need no element, then
   * a few paragraphs; the headings, and texts that stand in no paragraph, only of a page that these leave open.
   * @param {Document} document
   */
  function mayBePolicy(document) {
    if (!READABLE.has(document.contentType)) return false;
    const address = addressOf(document);
    if (named(`${address}\n${document.title}`)) return true;
    const paragraphs = paragraphsIn(document);
    if (saysEnough(paragraphs, address)) return true;
    if (paragraphs.length >= SAMPLE_TEXT / 2 && saysNothing(paragraphs)) return false;
    if (document.body === null) return false;
    if (headSays(document)) return true;
    const rest = restOf(document, paragraphs.length);
    return rest !== '' && saysEnough(paragraphs + rest, address);
  }

  /** Is it a document whose text a page script can read? @param {Document} document */
  function canBeRead(document) {
    return READABLE.has(document.contentType) && document.body !== null;
  }

  /** Why such a document is not read, in one sentence. @param {Document} document */
  function whyUnread({ contentType }) {
    const [, name] = UNREADABLE.find(([kind]) => kind.test(contentType)) ?? [];
    return `${name ?? 'This kind of page'} can't be read, only pages and plain texts can.`;
  }

  /** What stands behind the site's name. @param {Document} document */
  function addressOf({ URL: address }) {
    const site = address.indexOf('//') + 2;
    return decoded(address.slice(address.indexOf('/', site))).toLowerCase();
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
    const texts = [];
    for (const meta of document.getElementsByTagName('meta')) {
      if (meta.getAttribute('property') === 'og:title') texts.push(meta.content);
    }
    for (const name of ['h1', 'h2']) {
      const headings = document.getElementsByTagName(name);
      for (let index = 0; index < Math.min(headings.length, HEADINGS); index += 1) texts.push(headings[index]?.textContent ?? '');
    }
    return named(texts.map((text) => text.slice(0, 120)).join('\n'));
  }

  /** Is a policy named in it, in one of the common languages? @param {string} text an address, a title, a link's text */
  function named(text) {
    let searched = text.toLowerCase();
    for (const gap of ' -_+') searched = searched.replaceAll(gap, '');
    const apart = searched.normalize('NFD'); // of the same length: it holds no accents
    if (apart.length > searched.length) searched += `\n${apart.replace(/[\u0300-\u036f]/g, '')}`;
    for (const name of NAMES) if (searched.includes(name)) return true;
    return false;
  }

  /** Do enough of a policy's usual words come up in the texts? Where contracts stand, fewer are enough: a policy may be
   * a part of them.
   * @param {string} texts in small letters @param {string} address in small letters
   */
  function saysEnough(texts, address) {
    const [matter, kinds, all] = weigh(texts, MATTER);
    if (matter && kinds >= ENOUGH_KINDS && all >= ENOUGH_HITS && all * THIN >= texts.length) return true;
    if (matter && all >= HITS_AT_LEGAL && isLegal(address)) return true;
    if (isEnglish(texts)) return false;
    const [, , elsewhere] = weigh(texts, MATTER_ELSEWHERE);
    return elsewhere >= ENOUGH_KINDS || elsewhere > 0 && isLegal(address);
  }

  /** How often words of the first kind come up, how many kinds do, and how often all of them, as far as it matters. One
   * function, since a function's first call costs more than its searches.
   * @param {string} texts @param {string[][]} kinds @returns {[number, number, number]}
   */
  function weigh(texts, kinds) {
    let first = 0, met = 0, all = 0;
    for (const words of kinds) {
      let hits = 0;
      for (const word of words) {
        let at = texts.indexOf(word);
        for (let times = 0; at >= 0 && times < MOST_HITS; times += 1) {
          hits += 1;
          at = texts.indexOf(word, at + word.length);
        }
      }
      if (words === kinds[0]) first = hits;
      if (hits > 0) met += 1;
      all += hits;
    }
    return [first, met, all];
  }

  /** Is it English, without a word of what a policy is about? @param {string} texts */
  function saysNothing(texts) {
    return isEnglish(texts) && weigh(texts, NAMELY)[0] === 0;
  }

  /** @param {string} texts */
  function isEnglish(texts) {
    return weigh(texts, ENGLISH)[0] >= MOST_HITS;
  }

  /** Is it an address at which contracts stand? @param {string} address in small letters */
  function isLegal(address) {
    let apart = address;
    for (const mark of '_.=&?#-') apart = apart.replaceAll(mark, '/');
    return LEGAL.some((word) => `${apart}/`.includes(`/${word}/`));
  }

  /** The beginnings of paragraphs from all over the page, in small letters. @param {Document} document */
  function paragraphsIn(document) {
    const all = document.getElementsByTagName('p');
    const step = Math.max(1, Math.floor(all.length / SAMPLE_PARAGRAPHS));
    let sample = '';
    for (let at = 0; at < all.length && sample.length < SAMPLE_TEXT; at += step) {
      const text = all[at]?.textContent ?? '';
      if (text.length > SHORT) sample += `${text.slice(0, SAMPLE_PARAGRAPH)}\n`;
    }
    return sample.toLowerCase();
  }

  /** Where paragraphs are few, texts in order; where these are few too, those of open shadow roots and readable frames;
   * in small letters.
   * @param {Document} document @param {number} known how much is known of the paragraphs
   */
  function restOf({ body }, known) {
    let rest = known < SAMPLE_TEXT / 2 ? textsIn(body) : '';
    if (known + rest.length < SAMPLE_TEXT / 2) rest += textsWithin(body);
    return rest.toLowerCase();
  }

  /** The longer texts, a menu's short ones say little. @param {Node} root @returns {string} */
  function textsIn(root) {
    const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    let sample = '';
    for (let seen = 0; seen < SAMPLE_NODES && sample.length < SAMPLE_TEXT; seen += 1) {
      const text = /** @type {Text | null | undefined} */ (walker?.nextNode());
      if (!text) break;
      if (text.length > SHORT && !CODE.has(text.parentNode?.nodeName ?? '')) sample += `${text.data.slice(0, SAMPLE_PARAGRAPH)}\n`;
    }
    return sample;
  }

  /** What other trees show in the place of elements. @param {Node} root @returns {string} */
  function textsWithin(root) {
    const walker = root.ownerDocument?.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    let sample = '';
    for (let seen = 0; seen < SAMPLE_NODES && sample.length < SAMPLE_TEXT; seen += 1) {
      const element = /** @type {HTMLIFrameElement | null | undefined} */ (walker?.nextNode());
      if (!element) break;
      if (!element.nodeName.includes('-') && !HOSTS.has(element.nodeName)) continue;
      const tree = element.shadowRoot ?? element.contentDocument?.body;
      if (tree) sample += textsIn(tree) + textsWithin(tree);
    }
    return sample;
  }

  return { mayBePolicy, canBeRead, whyUnread, named };
})();
