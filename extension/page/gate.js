// @ts-check
/**
 * The gate: may this page be a policy on personal data? Runs on every page, so it touches no layout and looks at no
 * more than the address, the title, the headings and a small sample of the text. It only lets through; whether it is
 * a policy is the core's judgement. (codebook D1, D5)
 */
// eslint-disable-next-line no-unused-vars -- the page scripts share one scope; each gives it one name
var gate = (() => {
  const READABLE = new Set(['text/html', 'application/xhtml+xml', 'text/plain', 'text/markdown']);
  const SAMPLE_NODES = 900;
  const SAMPLE_TEXT = 24_000;
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

  /** Six kinds of words that a policy is full of. */
  const MATTER = new RegExp(
    '(personal(?:ly)?[ -](?:identifiable )?(?:information|data)|information (?:about|from|that) you|your (?:information|data))|' +
      '(cookies|web beacons?|log files)|(third[ -]part(?:y|ies))|' +
      '(\\bwe (?:\\w+ ){0,2}(?:collect|use|share|disclose|sell|receive|gather|process)\\b)|(opt[ -]out|consent)|(privacy)',
    'gi',
  );

  /** May the page be a policy? @param {Document} document */
  function mayBePolicy(document) {
    return canBeRead(document) && (addressSays(document) || headSays(document) || textSays(document));
  }

  /** Is it a kind of document whose text a page script can read? @param {Document} document */
  function canBeRead(document) {
    return READABLE.has(document.contentType) && document.body !== null;
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
    if (named(document.title)) return true;
    if (named(document.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? '')) return true;
    return ['h1', 'h2'].some((name) => {
      const headings = document.getElementsByTagName(name);
      for (let index = 0; index < Math.min(headings.length, 8); index += 1) {
        if (named(headings[index]?.textContent ?? '')) return true;
      }
      return false;
    });
  }

  /** @param {string} text */
  function named(text) {
    if (text === '') return false;
    const start = text.slice(0, 400);
    return NAMED.test(start.normalize('NFD').replace(/\p{M}/gu, '')) || NAMED_BEYOND_LATIN.test(start);
  }

  /** Do enough of the policy's usual words come up in a sample of the text? @param {Document} document */
  function textSays(document) {
    const sample = sampleOf(document);
    const kinds = new Set();
    let hits = 0;
    for (const match of sample.matchAll(MATTER)) {
      kinds.add(match.findIndex((group, index) => index > 0 && group !== undefined));
      hits += 1;
      if (hits >= ENOUGH_HITS && kinds.size >= ENOUGH_KINDS) return true;
    }
    return false;
  }

  /** The longer texts of the page, up to a bound: a menu's short ones say little. @param {Document} document */
  function sampleOf(document) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let sample = '';
    for (let seen = 0; seen < SAMPLE_NODES && sample.length < SAMPLE_TEXT; seen += 1) {
      const node = walker.nextNode();
      if (!node) break;
      const text = node.nodeValue ?? '';
      const parent = node.parentNode?.nodeName;
      if (text.length > 24 && parent !== 'SCRIPT' && parent !== 'STYLE') sample += `${text.slice(0, 4000)}\n`;
    }
    return sample;
  }

  return { mayBePolicy, canBeRead };
})();
