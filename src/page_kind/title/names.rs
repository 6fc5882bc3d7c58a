//! Words and phrases that titles are made of, in lower case.

pub(super) const PLAIN_TITLES: &str = "privacy policy|privacy notice|privacy statement|privacy & cookie";

pub(super) const PRIVACY: &str = "privacy privacidad privacidade riservatezza gizlilik integritetspolicy";

pub(super) const PRIVACY_STEMS: &str = "\
    confidentialit datenschutz privacy privatliv personvern tietosuoja integritets personuppgift \
    personoplysning databeskyttelse prywatno конфиденциальн конфіденційн приватн プライバシー 個人情報 隐私 隱私 개인정보 \
    الخصوصية פרטיות soukrom súkrom adatvéd adatkezel confidențialit απορρήτου";

pub(super) const PRIVACY_PHRASES: &str = "\
    data protection|data privacy|data policy|data use policy|use your information|use your data|handle your|protection des données|\
    vie privée|protección de datos|proteção de dados|ochrana osobních|ochrana osobných|kişisel veri|\
    gegevensbescherming";

/// Headings of sections in other pages too: only with a word for the paper they name a page.
pub(super) const DATA_PHRASES: &str = "\
    your information|your data|personal information|personal data|données personnelles|\
    informations personnelles|données à caractère|datos personales|dati personali|dados pessoais|\
    danych osobowych|osobních údajů|osobných údajov|персональных данных|персональних даних|\
    persoonsgegevens";

pub(super) const PAPERS: &str = "\
    policy policies notice statement promise charter declaration rights agreement commitment practices \
    disclosure disclosures shield overview politique charte déclaration engagement erklärung hinweis \
    hinweise aviso política informativa verklaring beleid polityka policyn zasady politika";

pub(super) const DOCUMENTS: &str = "\
    policy policies notice statement terms conditions agreement tos eula dmca";

pub(super) const COOKIES: &str = "cookie cookies trackers cookiepolicy traceurs";

pub(super) const CONTRACTS: &str = "terms tos conditions agreement nutzungsbedingungen agb";

pub(super) const RULES: &str = "\
    terms conditions eula agreement dmca copyright guidelines trademark imprint impressum refund \
    refunds returns dpa addendum faq faqs disclaimer vulnerability bounty nutzungsbedingungen mentions \
    agb servicevoorwaarden subprocessors enforcement licence license conduct rules advertising \
    accessibility security";

pub(super) const RULES_PHRASES: &str = "\
    acceptable use|use policy|usage policy|termini di servizio|términos de|conditions générales|conditions d'utilisation|\
    intellectual property|help center|condizioni|légales|take down|takedown";

/// Contracts about data that is processed for somebody else.
pub(super) const PROCESSING: &str = "\
    data processing|data protection terms|data protection agreement|data protection addendum|\
    processing of personal data|data processor";

pub(super) const LAWS: &str = "regulation directive act law laws";

pub(super) const WRITING: &str = "\
    generator template templates sample why guide best review comparison vs tutorial blog checklist \
    explained news";

pub(super) const SOME_PEOPLE: &str = "\
    california californian ccpa cpra colorado virginia nevada utah connecticut texas state states \
    children children's kids minors younger applicant applicants candidate candidates recruitment \
    employee employees supplement supplemental shield californie ca eea gdpr europe european";
