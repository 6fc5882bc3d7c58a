//! How strongly a verdict is shown: one word, one shape, one colour, never colour alone (codebook A). The same tones as
//! on the badges in the page (extension/page/theme.js).

use crate::report::Verdict;

/// The look of a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tone {
    /// The tone's name: it gives the colour and the seal's shape.
    pub class: &'static str,
    /// The words that carry the strength.
    pub word: &'static str,
}

/// By severity, 0 to 4.
const STRENGTHS: [Tone; 5] = [
    Tone { class: "green", word: "A claim" },
    Tone { class: "mild", word: "Mild admission" },
    Tone { class: "amber", word: "Admission" },
    Tone { class: "amber", word: "Admission" },
    Tone { class: "red", word: "Strong admission" },
];
const UNDECIDED: Tone = Tone { class: "blue", word: "Undecided" };
/// Nothing was said: an outline, never filled.
const SILENT: Tone = Tone { class: "silent", word: "Not mentioned" };
/// The badge is not this document's matter.
pub(super) const NOT_READ: Tone = Tone { class: "silent", word: "Not read" };

/// The tone of a verdict. A severity that is not known is undecided: a doubt is never a colour.
pub(super) fn of(verdict: &Verdict) -> Tone {
    match (&*verdict.value, verdict.severity) {
        ("silent", _) | (_, None) => SILENT,
        ("unclear", _) => UNDECIDED,
        (_, Some(severity)) => STRENGTHS.get(usize::from(severity)).copied().unwrap_or(UNDECIDED),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(value: &'static str, severity: Option<u8>) -> Verdict {
        let (flags, evidence, facets) = (vec![], vec![], vec![]);
        let (label, says) = (String::new(), String::new());
        Verdict { value: value.into(), label, says, severity, flags, evidence, facets }
    }

    #[test]
    fn silence_and_doubt_are_never_the_colour_of_a_claim() {
        assert_eq!(of(&verdict("silent", None)), SILENT);
        assert_eq!(of(&verdict("silent", Some(0))), SILENT);
        assert_eq!(of(&verdict("unclear", Some(0))), UNDECIDED);
        assert_eq!(of(&verdict("cross_site", Some(9))), UNDECIDED);
    }

    #[test]
    fn the_tones_are_those_of_the_badges_in_the_page() {
        let script = include_str!("../../extension/page/theme.js");
        let names = STRENGTHS.map(|tone| ["'", tone.class, "'"].concat()).join(", ");
        assert!(script.contains(&["const STRENGTH = /** @type {const} */ ([", &names, "]);"].concat()));
        for tone in [STRENGTHS[0], STRENGTHS[1], STRENGTHS[2], STRENGTHS[4], UNDECIDED] {
            let word = [tone.class, ": '", &tone.word.to_ascii_lowercase(), "'"].concat();
            assert!(script.contains(&word), "{word}");
        }
    }
}
