//! How strongly a verdict is shown: one word, one shape, one colour, never colour alone (codebook A).

use crate::report::Verdict;

/// The look of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tone {
    /// The class that names the colour in popup.css.
    pub class: &'static str,
    /// The shape of the seal in popup.html, the same as on the badge in the page.
    pub shape: &'static str,
    /// The word that carries the severity.
    pub word: &'static str,
}

const STRONG: Tone = Tone { class: "strong", shape: "octagon", word: "Strong" };
const LEGAL: Tone = Tone { class: "legal", shape: "triangle", word: "Medium" };
const MEDIUM: Tone = Tone { class: "medium", shape: "triangle", word: "Medium" };
const QUALIFIED: Tone = Tone { class: "medium", shape: "triangle", word: "Qualified" };
const SLIGHT: Tone = Tone { class: "slight", shape: "disc", word: "Slight" };
const CLAIM: Tone = Tone { class: "claim", shape: "disc", word: "Its claim" };
const UNCLEAR: Tone = Tone { class: "unclear", shape: "square", word: "Unclear" };
/// Nothing was said: an outline, never filled.
const SILENT: Tone = Tone { class: "silent", shape: "ring", word: "Silent" };
/// The badge is not this document's matter.
pub(super) const NOT_READ: Tone = Tone { class: "silent", shape: "ring", word: "Not read" };

/// Every value that is not unclear (codebook A).
const TONES: [(&str, Tone); 14] = [
    ("cross_site", STRONG),
    ("ignored", STRONG),
    ("targeted", STRONG),
    ("sells", STRONG),
    ("legal_sale", LEGAL),
    ("on_site", MEDIUM),
    ("ads", MEDIUM),
    ("exceptions", QUALIFIED),
    ("partial", QUALIFIED),
    ("minimal", SLIGHT),
    ("moot", SLIGHT),
    ("denied", CLAIM),
    ("honored", CLAIM),
    ("silent", SILENT),
];

/// The tone of a verdict. A value that is not known is shown as unclear: a doubt is never a colour.
pub(super) fn of(verdict: &Verdict) -> Tone {
    TONES.iter().find(|(value, _)| *value == verdict.value).map_or(UNCLEAR, |(_, tone)| *tone)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(value: &'static str) -> Verdict {
        let (flags, evidence, facets) = (vec![], vec![], vec![]);
        let (label, says) = (String::new(), String::new());
        Verdict { value: value.into(), label, says, severity: None, flags, evidence, facets }
    }

    #[test]
    fn silence_and_doubt_are_never_the_colour_of_a_claim() {
        assert_eq!(of(&verdict("silent")), SILENT);
        assert_eq!(of(&verdict("unclear")), UNCLEAR);
        assert_eq!(of(&verdict("not_yet_invented")), UNCLEAR);
    }

    #[test]
    fn only_denials_and_promises_are_claims() {
        let all = [
            "cross_site",
            "on_site",
            "minimal",
            "denied",
            "unclear",
            "silent",
            "honored",
            "partial",
            "moot",
            "ignored",
            "targeted",
            "ads",
            "sells",
            "legal_sale",
            "exceptions",
        ];
        let claims: Vec<_> = all.into_iter().filter(|&value| of(&verdict(value)) == CLAIM).collect();
        assert_eq!(claims, ["denied", "honored"]);
    }
}
