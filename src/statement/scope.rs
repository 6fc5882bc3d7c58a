//! For whom a statement holds (codebook 0.7).

use crate::document::Block;
use crate::engine::{Vocabulary, Word, stands_in, tables};
use crate::sentence::Sentence;
use crate::words;

/// The people a statement is limited to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a group of people, and any of them may be meant")]
pub struct Scope {
    /// Children, students, teenagers.
    pub minors: bool,
    /// Stands right under a heading that names them; the text's own title limits nothing.
    pub minors_heading: bool,
    /// Employees and job applicants: not the policy's reader.
    pub applicants: bool,
    /// People in the EEA, the UK or Switzerland.
    pub europe: bool,
    /// People in Nevada.
    pub nevada: bool,
    /// People in California; counts for the verdict.
    pub california: bool,
}

/// Reads the scope from the sentence and from the heading it stands under.
pub(super) fn of(sentence: &Sentence, blocks: &[Block]) -> Scope {
    let heading = heading_words(sentence, blocks);
    let says = |vocabulary: Vocabulary| sentence.says(vocabulary);
    let headed = |vocabulary: Vocabulary| stands_in(&heading, vocabulary);
    Scope {
        minors: says(tables::MINORS),
        minors_heading: sentence.heading.is_some_and(|heading| heading > 0 && heading + 1 == sentence.block)
            && headed(tables::MINORS),
        applicants: headed(tables::APPLICANTS) && !headed(tables::EMPLOYMENT_DATA),
        europe: says(tables::EUROPE),
        nevada: says(tables::NEVADA) || headed(tables::NEVADA),
        california: says(tables::CALIFORNIA) || headed(tables::CALIFORNIA),
    }
}

fn heading_words(sentence: &Sentence, blocks: &[Block]) -> Vec<Word> {
    let text = sentence.heading.map_or("", |index| blocks[index].text.as_str());
    words::tokenize(text).iter().map(|token| token.word).collect()
}

#[cfg(test)]
mod tests {
    use crate::{Document, Options, read};

    fn sale(text: &str) -> String {
        let report = read(&Document::from_text(text), Options { assume_policy: true });
        report.verdicts.expect("it was said to be a policy").sale.expect("no cookie policy").value.into()
    }

    #[test]
    fn a_heading_limits_what_stands_under_it_and_a_title_nothing() {
        assert_eq!(sale("# Student data\n\nWe do not sell your data."), "denied");
        assert_eq!(sale("# Privacy\n\n## Students\n\nWe do not sell your data."), "unclear");
    }
}
