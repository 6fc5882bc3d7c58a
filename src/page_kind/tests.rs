//! Pages of invented prose, each judged whole.

use super::*;
use crate::document::{Block, BlockKind};

const COLLECTION: &str = "We collect the personal information that you give us when you send a letter. \
    We also receive information about the stamps you choose from our partners. \
    We store the data that you enter in your address book until you delete it.";
const SHARING: &str = "We use your personal information to deliver your letters. \
    We share the data with third parties who carry letters for us. \
    We may disclose information where the law asks for it, and we never do so without your consent otherwise.";
const FILLER: &str = "Your personal data is kept as long as your letters are, and you can ask us to delete it at any time. \
    If you do not consent to the use of cookies, you may opt out, and our site will still carry your letters. \
    We retain no personal data of people who only look at our stamps, and we ask third parties to do the same. \
    Where we work with other post offices, we tell you which personal information they need and why we disclose it.";

fn lines(lines: &[&str]) -> Document {
    let blocks = lines.iter().map(|line| Block::paragraph(*line)).collect();
    Document { blocks, ..Document::default() }
}

fn heading(level: u8, text: &str) -> Block {
    Block { kind: BlockKind::Heading, level, text: text.to_owned(), ..Block::default() }
}

fn policy() -> Document {
    lines(&[
        "Privacy Policy",
        "This Privacy Policy describes how we treat letters.",
        COLLECTION,
        SHARING,
        FILLER,
    ])
}

/// The policy with one more line at its end.
fn policy_and(line: &str) -> Document {
    let mut document = policy();
    document.blocks.push(Block::paragraph(line));
    document
}

fn has(document: &Document, sign: &str) -> bool {
    judge(document).policy.signs.iter().any(|seen| seen == sign)
}

#[track_caller]
fn is(document: &Document, kind: PageKind) {
    let policy = judge(document).policy;
    assert_eq!(policy.kind, kind, "{} {:?}", policy.score, policy.signs);
}

/// The places of the blocks that are read.
fn read(judged: &Judgement) -> Vec<usize> {
    (0..judged.read.len()).filter(|place| judged.read[*place]).collect()
}

#[test]
fn a_policy_is_known_by_its_signs() {
    let judged = judge(&policy());
    assert_eq!(judged.policy.kind, PageKind::Policy);
    assert!(judged.policy.is_policy);
    assert_eq!(judged.policy.language, "en");
    assert_eq!(
        judged.policy.signs,
        ["title", "self_reference", "collection", "use_and_share", "density", "length"]
    );
    assert_eq!(judged.policy.score, 15);
    assert_eq!(read(&judged), [0, 1, 2, 3, 4]);
}

#[test]
fn a_policy_needs_no_title() {
    is(
        &lines(&[
            "This notice is short.",
            "This privacy notice explains how we treat letters.",
            COLLECTION,
            SHARING,
            FILLER,
        ]),
        PageKind::Policy,
    );
}

#[test]
fn the_address_is_a_sign() {
    let mut document = policy();
    document.url = Some("https://letters.example/legal/privacy-policy".to_owned());
    assert!(has(&document, "url"));
    document.url = Some("https://privacy.example/letters".to_owned());
    assert!(!has(&document, "url"), "a host alone says nothing of the page");
}

#[test]
fn headings_date_and_contact_are_signs() {
    assert!(has(&policy_and("Information we collect"), "section_heads"));
    assert!(has(&policy_and("Last updated: May 3, 2016"), "date"));
    assert!(has(&policy_and("Write to privacy@letters.example"), "contact"));
    for sign in ["section_heads", "date", "contact"] {
        assert!(!has(&policy(), sign), "{sign}");
    }
}

#[test]
fn a_title_in_the_markup_is_enough_for_the_sign() {
    let mut document = lines(&["Letters", COLLECTION, SHARING, FILLER]);
    assert!(!has(&document, "title"));
    document.title = Some("Letter Box | Privacy Policy".to_owned());
    assert!(has(&document, "title"));
}

#[test]
fn collection_may_be_told_in_the_third_person() {
    let told = "Letter Box collects your personal information. The office records information about you. \
        Data you send is stored there. Your information is processed by hand. We are glad of it.";
    assert!(has(&lines(&["Privacy Policy", told]), "told_collection"));
}

#[test]
fn furniture_is_no_evidence() {
    let mut document = policy();
    for block in &mut document.blocks {
        block.kind = BlockKind::Furniture;
    }
    is(&document, PageKind::NotPolicy);
}

#[test]
fn terms_are_not_a_policy() {
    let terms = "These terms are an agreement between you and us. By using the box you accept these terms. \
        If you do not accept these terms, do not use the box. We may change these terms. You may not sell the box. \
        Our liability under these terms is limited; we give no warranty. This agreement ends when you terminate it. \
        The courts of Postville have jurisdiction over this agreement and these terms. These terms are the whole agreement.";
    let document =
        lines(&["Terms of Service", terms, "Privacy", "Your privacy matters: see our privacy policy."]);
    is(&document, PageKind::NotPolicy);
    for sign in ["other_title", "legal_terms", "contract"] {
        assert!(has(&document, sign), "{sign}");
    }
}

#[test]
fn a_contract_on_processing_is_not_a_policy() {
    let contract = "This agreement is between the controller and the processor. The processor shall process personal data \
        for the controller under this agreement. The controller shall instruct the processor. This agreement binds each subprocessor.";
    let document = lines(&["Data Processing Agreement", contract, contract]);
    is(&document, PageKind::NotPolicy);
    assert!(has(&document, "processing_contract"));
}

#[test]
fn a_cookie_policy_is_told_apart() {
    let cookies = "We use cookies on our site. Some cookies are needed to carry letters. Other cookies count the stamps. \
        You can refuse cookies in your browser. Third parties set cookies too, and we collect information with these cookies.";
    is(&lines(&["Cookie Policy", cookies, cookies]), PageKind::CookiePolicy);
    assert!(!judge(&lines(&["Cookie Policy", cookies, cookies])).policy.is_policy);
}

#[test]
fn a_policy_with_a_long_cookie_section_stays_a_policy() {
    is(
        &policy_and(
            "We use cookies. Some cookies are needed. Other cookies count stamps. You can refuse cookies.",
        ),
        PageKind::Policy,
    );
}

#[test]
fn a_supplement_is_a_section() {
    let mut document = policy();
    document.blocks[0].text = "California Privacy Notice".to_owned();
    is(&document, PageKind::Section);
    assert!(judge(&document).policy.is_policy);
}

#[test]
fn an_article_about_privacy_is_not_a_policy() {
    let article = "Data brokers collect personal information and sell it to third parties. Cookies follow people, and companies \
        retain personal data without consent. A privacy policy tells little of it.";
    let document = lines(&["Why privacy policies are a guide to nothing", "7 min read", article, article]);
    is(&document, PageKind::NotPolicy);
    for sign in ["article", "about_policies", "impersonal", "no_practice"] {
        assert!(has(&document, sign), "{sign}");
    }
}

#[test]
fn a_template_with_blanks_to_fill_is_not_a_policy() {
    let mut document = policy_and("[Company Name] keeps letters. [Insert address] [Date]");
    assert!(has(&document, "about_policies"));
    document.blocks.pop();
    assert!(!has(&document, "about_policies"));
}

#[test]
fn a_law_is_not_a_policy() {
    let law = "The controller shall obtain consent. Personal data shall be processed lawfully. The data subject shall have the right \
        to withdraw consent. Member States shall provide for it.";
    let document = lines(&["Regulation on Letters", law, law, law]);
    is(&document, PageKind::NotPolicy);
    assert!(has(&document, "law_text"));
}

#[test]
fn a_report_of_weak_spots_is_not_a_policy() {
    let text = "We thank every researcher who reports a vulnerability. We collect reports of each vulnerability that a researcher can exploit.";
    assert!(has(&lines(&["Disclosure", text, text]), "security_notice"));
}

#[test]
fn walls_forms_and_indexes_are_not_policies() {
    for (line, sign) in [
        ("Log in to continue", "wall"),
        ("Save preferences", "settings"),
        ("Was this article helpful", "help"),
    ] {
        let document = lines(&["Privacy", line]);
        assert!(has(&document, sign), "{sign}");
        assert!(has(&document, "index"), "{sign}");
        is(&document, PageKind::NotPolicy);
    }
}

#[test]
fn a_short_page_that_calls_itself_a_policy_is_one() {
    let short = "We keep your personal information to ourselves: we do not sell, share or disclose it to third parties. \
        If you want your personal data deleted, write to us, and we will do it within a week, whatever you have sent us so far. \
        Your privacy is our trade.";
    let titled = lines(&["Privacy Policy", short]);
    assert!(has(&titled, "too_short"));
    is(&titled, PageKind::Policy);
    is(&lines(&["Letters", short]), PageKind::NotPolicy);
}

#[test]
fn only_the_privacy_part_of_a_combined_page_is_read() {
    let terms = "By using the box you accept these terms. These terms are an agreement. You may not sell the box to others.";
    let mut document = lines(&[terms, terms]);
    document.blocks.insert(0, heading(1, "Terms and Privacy"));
    document.blocks.push(heading(2, "Privacy Policy"));
    document.blocks.extend([COLLECTION, SHARING, FILLER, FILLER].map(Block::paragraph));
    document.blocks.push(heading(2, "Law and courts"));
    document.blocks.push(Block::paragraph(terms));
    let judged = judge(&document);
    assert_eq!(judged.policy.kind, PageKind::Combined);
    assert_eq!(read(&judged), [3, 4, 5, 6, 7]);
}

#[test]
fn a_privacy_paragraph_does_not_make_terms_a_policy() {
    let terms = "By using the box you accept these terms. These terms are an agreement under which we owe you no damages.";
    let document = lines(&[
        "Terms of Use",
        terms,
        terms,
        terms,
        "Privacy Policy",
        COLLECTION,
        "Liability",
        terms,
        terms,
    ]);
    is(&document, PageKind::NotPolicy);
    assert_eq!(read(&judge(&document)).len(), 9);
}

#[test]
fn a_line_on_privacy_does_not_make_the_terms_below_it_a_policy() {
    let terms = "By using the box you accept these terms, and you accept that we owe you no damages, give no warranty, \
        grant no license and bear no liability for any breach. We may use the information and the data that we collect.";
    let mut document = lines(&["Terms of Use", terms, "Privacy Policy"]);
    document.blocks.extend([terms; 8].map(Block::paragraph));
    is(&document, PageKind::NotPolicy);
}

#[test]
fn of_a_page_in_two_languages_the_english_policy_is_read() {
    let german = "Wir verarbeiten personenbezogene Daten nur mit Ihrer Einwilligung, und die Daten werden gespeichert, solange \
        es f\u{fc}r den Versand der Briefe n\u{f6}tig ist, und Sie k\u{f6}nnen die L\u{f6}schung der Daten verlangen.";
    let mut document = policy();
    document.blocks.extend([COLLECTION, SHARING, FILLER, COLLECTION, SHARING, FILLER].map(Block::paragraph));
    let count = document.blocks.len();
    document.blocks.splice(0..0, [german; 6].map(Block::paragraph));
    let judged = judge(&document);
    assert_eq!((judged.policy.kind, judged.policy.language.as_str()), (PageKind::Policy, "en"));
    assert!(judged.policy.signs.iter().any(|sign| sign == "partly_english"), "{:?}", judged.policy.signs);
    assert_eq!(read(&judged), (6..6 + count).collect::<Vec<_>>());
}

#[test]
fn the_menus_of_a_wiki_do_not_thin_its_policy() {
    let mut document = lines(&["Privacy policy", COLLECTION, SHARING]);
    let menu = [
        "Recent changes",
        "Random page",
        "Help",
        "Related pages",
        "Log in",
        "Main page",
        "Old boxes",
        "Page tools",
    ];
    for entry in menu.iter().cycle().take(80) {
        document.blocks.push(Block { kind: BlockKind::Item, level: 1, ..Block::paragraph(*entry) });
    }
    is(&document, PageKind::Policy);
    assert!(!has(&document, "thin"));
}

#[test]
fn a_notice_of_tracking_technology_is_a_cookie_policy() {
    let notice = "On our sites we use tracking technology, such as cookies, to know you again. You may refuse the cookies \
        of our partners. A tracking technology that we need to keep the box open cannot be refused.";
    is(&lines(&["Our tracking technology", notice, notice, notice, notice]), PageKind::CookiePolicy);
}

#[test]
fn a_policy_in_another_language_is_a_policy() {
    let german = "Wir verarbeiten personenbezogene Daten nur mit Ihrer Einwilligung. Die Daten werden gespeichert, solange es f\u{fc}r den \
        Versand der Briefe n\u{f6}tig ist, und Sie k\u{f6}nnen die L\u{f6}schung der Daten verlangen. Der Datenschutz ist uns wichtig.";
    let judged = judge(&lines(&["Datenschutzerkl\u{e4}rung", german, german, german]));
    assert_eq!(judged.policy.language, "de");
    assert_eq!(judged.policy.kind, PageKind::Policy);
}

#[test]
fn terms_in_another_language_are_not_a_policy() {
    let french = "En utilisant la bo\u{ee}te, vous acceptez le contrat. La garantie et la responsabilit\u{e9} de la poste sont limit\u{e9}es. \
        Les litiges sont port\u{e9}s devant la juridiction de la ville, et le contrat est r\u{e9}sili\u{e9} par une lettre.";
    let judged = judge(&lines(&["Conditions g\u{e9}n\u{e9}rales", french, french]));
    assert_eq!(judged.policy.language, "fr");
    assert_eq!(judged.policy.kind, PageKind::NotPolicy);
}

#[test]
fn an_empty_document_is_no_policy() {
    is(&Document::default(), PageKind::NotPolicy);
}
