//! The words that tell what a page is about, each with what it counts as.

use crate::lexicon::Lexicon;

pub(super) const FIRST: u32 = 1;
pub(super) const COLLECT: u32 = 1 << 1;
pub(super) const SHARE: u32 = 1 << 2;
pub(super) const DATA: u32 = 1 << 3;
pub(super) const TERM: u32 = 1 << 4;
pub(super) const LEGAL: u32 = 1 << 5;
pub(super) const SHALL: u32 = 1 << 6;
pub(super) const PRIVACY: u32 = 1 << 7;
pub(super) const PAPER: u32 = 1 << 8;
pub(super) const POINTER: u32 = 1 << 9;
pub(super) const SAYS: u32 = 1 << 10;
pub(super) const COOKIE: u32 = 1 << 11;
pub(super) const PROCESSOR: u32 = 1 << 12;
pub(super) const CONTRACT: u32 = 1 << 13;
pub(super) const YOU: u32 = 1 << 14;
pub(super) const THIRD: u32 = 1 << 15;
pub(super) const PARTY: u32 = 1 << 16;
pub(super) const OPT: u32 = 1 << 17;
pub(super) const SECURITY: u32 = 1 << 18;
pub(super) const PERSONAL: u32 = 1 << 19;
pub(super) const SELF: u32 = 1 << 20;
pub(super) const DATED: u32 = 1 << 21;
pub(super) const TRACKING: u32 = 1 << 22;
pub(super) const TECHNOLOGY: u32 = 1 << 23;

const LISTS: [(u32, &str); 24] = [
    (FIRST, "we us our ours i my"),
    (
        COLLECT,
        "collect* gather* receive* record* store* storing process processes processed processing obtain* \
            keep keeps kept log logs logged",
    ),
    (SHARE, "use* using share* sharing disclos* transfer* provide* sell* rent* pass"),
    (DATA, "data information info details pii"),
    (TERM, "personal personally pii collect* disclos* privacy cookie* consent* retain* retention gdpr ccpa"),
    (
        LEGAL,
        "liab* warrant* indemn* arbitrat* licens* licenc* terminat* jurisdiction* infring* copyright* \
             trademark* waive* damages merchantab* breach* negligen* refund* obligation*",
    ),
    (SHALL, "shall"),
    (PRIVACY, "privacy"),
    (PAPER, "policy policies notice statement declaration supplement"),
    (POINTER, "this our these present following"),
    (DATED, "last effective updated revised"),
    (SELF, "this these present"),
    (
        SAYS,
        "describe* explain* cover* appl* govern* detail* disclos* tell* set sets outlin* inform* relates \
            concerns contains sets provides is was has will may",
    ),
    (COOKIE, "cookie* beacon* pixel* sdks"),
    (PROCESSOR, "processor* subprocessor* controller* exporter importer dpa"),
    (CONTRACT, "terms agreement addendum eula dpa contract"),
    (YOU, "you your yours"),
    (THIRD, "third"),
    (PARTY, "party parties"),
    (OPT, "opt"),
    (SECURITY, "vulnerab* researcher* exploit* iso soc firewall* penetration tls aes audit* infrastructure"),
    (PERSONAL, "personal personally identifiable"),
    (TRACKING, "tracking"),
    (TECHNOLOGY, "technology technologies"),
];

/// The lists turned round.
pub(super) fn lexicon() -> Lexicon {
    Lexicon::new(LISTS)
}
