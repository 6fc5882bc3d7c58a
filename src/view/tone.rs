//! How strongly a verdict is shown: one word, one shape, one colour, never colour alone (codebook A).

use crate::report::Verdict;

/// The look of a verdict. Its class names the colour and the shape in popup.css and popup.html.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tone {
    /// The class and the id of the shape.
    pub class: &'static str,
    /// The word that carries the severity.
    pub word: &'static str,
}

const STRONG: Tone = Tone { class: "strong", word: "Strong" };
const LEGAL: Tone = Tone { class: "legal", word: "Medium" };
const MEDIUM: Tone = Tone { class: "medium", word: "Medium" };
const QUALIFIED: Tone = Tone { class: "qualified", word: "Qualified" };
const SLIGHT: Tone = Tone { class: "slight", word: "Slight" };
const CLAIM: Tone = Tone { class: "claim", word: "Its claim" };
const UNCLEAR: Tone = Tone { class: "unclear", word: "Unclear" };
/// Nothing was said: an outline, never filled.
pub(super) const SILENT: Tone = Tone { class: "silent", word: "Silent" };

/// The tone of a verdict. A value that is not known is shown as unclear: a doubt is never a colour.
pub(super) fn of(verdict: &Verdict) -> Tone {
    match verdict.value.as_ref() {
        "cross_site" | "ignored" | "targeted" | "sells" => STRONG,
        "legal_sale" => LEGAL,
        "on_site" | "ads" => MEDIUM,
        "exceptions" | "partial" => QUALIFIED,
        "minimal" | "moot" => SLIGHT,
        "denied" | "honored" => CLAIM,
        "silent" => SILENT,
        _ => UNCLEAR,
    }
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
