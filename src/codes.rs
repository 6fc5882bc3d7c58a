//! The codes that the report's kinds bear outside: in the browser's storage and in the pages' scripts.

use crate::report::{Gpc, PageKind, Side};

/// Kinds of page.
pub const KINDS: &[(&str, PageKind)] = &[
    ("not_policy", PageKind::NotPolicy),
    ("policy", PageKind::Policy),
    ("combined", PageKind::Combined),
    ("section", PageKind::Section),
    ("cookie_policy", PageKind::CookiePolicy),
];
/// Sides of a sentence.
pub const SIDES: &[(&str, Side)] = &[("for", Side::For), ("against", Side::Against)];
/// What is said of the Global Privacy Control.
pub const GPC: &[(&str, Gpc)] = &[
    ("silent", Gpc::Silent),
    ("mentioned", Gpc::Mentioned),
    ("not_honored", Gpc::NotHonored),
    ("honored", Gpc::Honored),
];

/// The kind of a code; `unknown` for a code that is not known.
pub fn kind_of<T: Copy>(codes: &[(&str, T)], code: &str, unknown: T) -> T {
    codes.iter().find(|known| known.0 == code).map_or(unknown, |known| known.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all_are_written_so<T: serde::Serialize>(codes: &[(&'static str, T)]) {
        for (code, kind) in codes {
            assert_eq!(serde_json::to_value(kind).unwrap(), *code);
        }
    }

    #[test]
    fn the_codes_are_those_of_the_published_shape() {
        all_are_written_so(KINDS);
        all_are_written_so(SIDES);
        all_are_written_so(GPC);
    }

    #[test]
    fn a_code_that_is_not_known_claims_nothing() {
        assert_eq!(kind_of(GPC, "unheard_of", Gpc::Silent), Gpc::Silent);
        assert_eq!(kind_of(KINDS, "section", PageKind::NotPolicy), PageKind::Section);
    }
}
