//! What a page's title says the page is.

use crate::lexicon::{fold, words};

/// What a title, a heading or a short line names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Subject {
    /// A privacy policy.
    Privacy,
    /// Terms and privacy together.
    Combined,
    /// A privacy notice for some people or one state only.
    Section,
    /// A cookie policy.
    Cookies,
    /// Terms, guidelines, licences: rules that are no privacy policy.
    Rules,
    /// Something written about privacy: an article, a guide, a template.
    Writing,
}

/// A title is no longer than this, in words.
const LONGEST: usize = 14;

/// What a line names, if it reads as the title of a page.
pub(super) fn subject(line: &str) -> Option<Subject> {
    if line.len() > LONGEST * 16 || is_menu(line) {
        return None;
    }
    let folded = fold(line);
    let words: Vec<&str> = words(&folded).collect();
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    let line = Line { words: &words, folded: &folded };
    line.subject()
}

/// Whether a line has a word for a document: policy, notice, terms, conditions.
pub(super) fn names_paper(line: &str) -> bool {
    words(&fold(line)).any(|word| DOCUMENTS.contains(&word))
}

/// What the title names that has run into the start of a paragraph: "Privacy Policy Who we are …".
pub(super) fn run_in_subject(paragraph: &str) -> Option<Subject> {
    let start: Vec<&str> = paragraph.split_whitespace().take(RUN_IN_WORDS).collect();
    let folded = fold(&start.join(" "));
    let begins = |name: &&str| folded.starts_with(*name);
    if PLAIN_TITLES.iter().any(|name| begins(name)) {
        return Some(Subject::Privacy);
    }
    let is_paper =
        |word: &&str| PAPERS.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()));
    let end = start.iter().position(is_paper)? + 1;
    let title = start.get(..end)?;
    let capitals = title.iter().all(|word| word.starts_with(|c: char| !c.is_lowercase()) || word.len() < 4);
    subject(&title.join(" ")).filter(|_| capitals)
}

/// A title that has run into a paragraph stands within its first words.
const RUN_IN_WORDS: usize = 8;

const PLAIN_TITLES: &[&str] = &["privacy policy", "privacy notice", "privacy statement", "privacy & cookie"];

/// "Terms of Service | Privacy Policy | Help": names of other pages.
fn is_menu(line: &str) -> bool {
    line.split(['|', '/', '\u{2022}']).filter(|part| names_paper(part)).count() > 1
}

struct Line<'a> {
    words: &'a [&'a str],
    folded: &'a str,
}

impl Line<'_> {
    fn subject(&self) -> Option<Subject> {
        let privacy = self.names_privacy();
        let contract = self.any(CONTRACTS);
        match () {
            () if self.is_sentence() || privacy && self.any(LAWS) => None,
            () if self.any(WRITING) => Some(Subject::Writing),
            () if self.any_phrase(PROCESSING) => Some(Subject::Rules),
            () if privacy && contract && self.joins() => Some(Subject::Combined),
            () if !privacy && (self.any(RULES) || self.any_phrase(RULES_PHRASES)) => Some(Subject::Rules),
            () if !privacy && self.any(COOKIES) => self.names_paper_or_is_short().then_some(Subject::Cookies),
            () if privacy && self.any(SOME_PEOPLE) => Some(Subject::Section),
            () if privacy => Some(Subject::Privacy),
            () => None,
        }
    }

    /// "We have updated our privacy policy.", "What is privacy?": no title.
    fn is_sentence(&self) -> bool {
        let end = self.folded.trim_end();
        end.ends_with(['.', '?', ':', ',']) || self.any(&["we", "we've", "you", "please", "see"])
    }

    fn joins(&self) -> bool {
        self.folded.contains('&') || self.any(&["and", "y", "et", "und", "e"])
    }

    fn names_privacy(&self) -> bool {
        let stems = || self.words.iter().filter_map(|word| stem_of(word).map(|stem| word.len() - stem.len()));
        let compound = stems().any(|rest| rest >= COMPOUND);
        let privacy = self.any(PRIVACY) || stems().next().is_some();
        compound
            || privacy && self.names_paper_or_is_short()
            || self.words.len() <= 8 && self.any_phrase(PRIVACY_PHRASES)
            || self.any_phrase(DATA_PHRASES) && self.any(PAPERS)
    }

    fn names_paper_or_is_short(&self) -> bool {
        self.words.len() <= 3 || self.any(PAPERS)
    }

    fn any(&self, list: &[&str]) -> bool {
        self.words.iter().any(|word| list.contains(word))
    }

    fn any_phrase(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.folded.contains(phrase))
    }
}

fn stem_of(word: &str) -> Option<&'static str> {
    PRIVACY_STEMS.iter().copied().find(|stem| word.starts_with(stem))
}

/// A word that goes on for so many bytes names its paper itself: "Datenschutzerklärung", "privacybeleid".
const COMPOUND: usize = 5;

const PRIVACY: &[&str] =
    &["privacy", "privacidad", "privacidade", "riservatezza", "gizlilik", "integritetspolicy"];

const PRIVACY_STEMS: &[&str] = &[
    "confidentialit",
    "datenschutz",
    "privacy",
    "privatliv",
    "personvern",
    "tietosuoja",
    "integritets",
    "personuppgift",
    "personoplysning",
    "databeskyttelse",
    "prywatno",
    "конфиденциальн",
    "конфіденційн",
    "приватн",
    "プライバシー",
    "個人情報",
    "隐私",
    "隱私",
    "개인정보",
    "الخصوصية",
    "פרטיות",
    "soukrom",
    "súkrom",
    "adatvéd",
    "adatkezel",
    "confidențialit",
    "απορρήτου",
];

const PRIVACY_PHRASES: &[&str] = &[
    "data protection", "data privacy", "use your information", "use your data", "handle your", "protection des données",
    "vie privée", "protección de datos", "proteção de dados", "ochrana osobních", "ochrana osobných", "kişisel veri",
    "gegevensbescherming",
];

/// Headings of sections in other pages too: only with a word for the paper they name a page.
const DATA_PHRASES: &[&str] = &[
    "your information", "your data", "personal information", "personal data", "données personnelles",
    "informations personnelles", "données à caractère", "datos personales", "dati personali", "dados pessoais",
    "danych osobowych", "osobních údajů", "osobných údajov", "персональных данных", "персональних даних",
    "persoonsgegevens",
];

const PAPERS: &[&str] = &[
    "policy",
    "policies",
    "notice",
    "statement",
    "promise",
    "charter",
    "declaration",
    "rights",
    "agreement",
    "commitment",
    "practices",
    "disclosure",
    "disclosures",
    "shield",
    "overview",
    "politique",
    "charte",
    "déclaration",
    "engagement",
    "notice",
    "erklärung",
    "hinweis",
    "hinweise",
    "aviso",
    "política",
    "informativa",
    "verklaring",
    "beleid",
    "polityka",
    "policyn",
    "zasady",
    "politika",
];

const DOCUMENTS: &[&str] =
    &["policy", "policies", "notice", "statement", "terms", "conditions", "agreement", "tos", "eula", "dmca"];

const COOKIES: &[&str] = &["cookie", "cookies", "trackers", "cookiepolicy", "traceurs"];

const CONTRACTS: &[&str] = &["terms", "tos", "conditions", "agreement", "nutzungsbedingungen", "agb"];

const RULES: &[&str] = &[
    "terms",
    "conditions",
    "eula",
    "agreement",
    "dmca",
    "copyright",
    "guidelines",
    "trademark",
    "imprint",
    "impressum",
    "refund",
    "refunds",
    "returns",
    "dpa",
    "addendum",
    "faq",
    "faqs",
    "disclaimer",
    "vulnerability",
    "bounty",
    "nutzungsbedingungen",
    "mentions",
    "agb",
    "servicevoorwaarden",
    "subprocessors",
    "enforcement",
    "licence",
    "license",
    "conduct",
    "rules",
    "advertising",
    "accessibility",
    "security",
];

const RULES_PHRASES: &[&str] = &[
    "acceptable use",
    "termini di servizio",
    "términos de",
    "conditions générales",
    "conditions d'utilisation",
    
    "intellectual property",
    "help center",
    "condizioni",
    "légales",
    "take down",
    "takedown",
];

/// Contracts about data that is processed for somebody else.
const PROCESSING: &[&str] = &[
    "data processing",
    "data protection terms",
    "data protection agreement",
    "data protection addendum",
    "processing of personal data",
    "data processor",
];

const LAWS: &[&str] = &["regulation", "directive", "act", "law", "laws"];

const WRITING: &[&str] = &[
    "generator",
    "template",
    "templates",
    "sample",
    "why",
    "guide",
    "best",
    "review",
    "comparison",
    "vs",
    "tutorial",
    "blog",
    "checklist",
    "explained",
    "news",
];

const SOME_PEOPLE: &[&str] = &[
    "california",
    "californian",
    "ccpa",
    "cpra",
    "colorado",
    "virginia",
    "nevada",
    "utah",
    "connecticut",
    "texas",
    "state",
    "states",
    "children",
    "children's",
    "kids",
    "minors",
    "younger",
    "applicant",
    "applicants",
    "candidate",
    "candidates",
    "recruitment",
    "employee",
    "employees",
    "supplement",
    "supplemental",
    "shield",
    "californie",
    "ca",
    "eea",
    "gdpr",
    "europe",
    "european",
];
