//! What else is said about the sale of data (codebook B, DATA SALE): each with the sentence that says it.

use super::{facet, first, places, written};
use crate::clause::{Actor, Exception};
use crate::engine::{Vocabulary, tables};
use crate::letters::lowered;
use crate::report::Facet;
use crate::statement::Statement;
use crate::verdict::Record;

const DENIALS: &[&str] = &["S-", "S-b", "S-x"];
const ADMISSIONS: &[&str] = &["S+", "S~"];
const ANY: &[&str] = &["S+", "S~", "S-", "S-b", "S-x", "S?"];

/// A facet that is there as soon as one statement's sentence holds one of the words.
struct Told {
    id: &'static str,
    /// Signals of the statements that may tell it.
    signals: &'static [&'static str],
    words: Vocabulary,
    /// Whether the words found are its values.
    named: bool,
}

const TOLD: [Told; 7] = [
    Told { id: "to_whom", signals: ADMISSIONS, words: tables::BUYER, named: true },
    Told { id: "what_sold", signals: ADMISSIONS, words: tables::SOLD_KIND, named: true },
    Told { id: "opt_out_sale", signals: ANY, words: tables::SALE_OPT_OUT, named: false },
    Told { id: "lookback", signals: ANY, words: tables::LOOKBACK, named: true },
    Told { id: "money_only", signals: &["S-x"], words: tables::MONEY_ONLY, named: false },
    Told { id: "sells_aggregate", signals: &["S?"], words: tables::AGGREGATE_WORD, named: false },
    Told { id: "future_change", signals: DENIALS, words: tables::FUTURE_CHANGE, named: false },
];

/// The facets of the record, in the codebook's order.
pub(crate) fn facets(record: Record) -> Vec<Facet> {
    let mut facets = Vec::new();
    facets.extend(first(record, "business_transfer", &["S0t"], |_| true));
    facets.extend(exception(record));
    facets.extend(TOLD.iter().filter_map(|told| tell(record, told)));
    facets.extend(jurisdiction(record));
    facets.extend(first(record, "shares_for_ads", &["A+T", "A+"], gives_away));
    facets.extend(first(record, "shares_for_marketing", &["S0m"], |_| true));
    facets.extend(first(record, "vendors", DENIALS, |statement| {
        statement.clause.exception == Some(Exception::Vendor)
    }));
    facets.extend(first(record, "partners_resell", &["S0r"], |_| true));
    facets.extend(first(record, "minors_sale", ANY, |statement| statement.scope.minors));
    facets
}

/// The company itself passes data on, to ad companies or for ads.
fn gives_away(statement: &Statement) -> bool {
    let given = ["gives-data-for-ads", "gives-data-to-ad-companies", "processes-data-for-targeted-ads"];
    statement.clause.actor == Actor::We && given.contains(&statement.rule.name)
}

/// The exception that a denial makes, by its class.
fn exception(record: Record) -> Option<Facet> {
    let statement = record.with(DENIALS).find(|statement| statement.clause.exception.is_some())?;
    let class = statement.clause.exception.map(|class| class.code().to_owned());
    Some(facet(record, "exception", class.into_iter().collect(), &record.sentences[statement.sentence]))
}

fn tell(record: Record, told: &Told) -> Option<Facet> {
    let statement =
        record.with(told.signals).find(|statement| !named(record, statement, told.words).is_empty())?;
    let values = if told.named { named(record, statement, told.words) } else { Vec::new() };
    Some(facet(record, told.id, values, &record.sentences[statement.sentence]))
}

/// The vocabulary's entries in the sentence's own words, as the page writes them.
fn named(record: Record, statement: &Statement, vocabulary: Vocabulary) -> Vec<String> {
    let sentence = &record.sentences[statement.sentence];
    let mut names = Vec::new();
    for place in places(sentence, vocabulary) {
        let name = lowered(written(record, sentence, place));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The states whose people a statement names.
fn jurisdiction(record: Record) -> Option<Facet> {
    let scoped = |statement: &Statement| statement.scope.california || statement.scope.nevada;
    let statement = record.with(ANY).find(|statement| scoped(statement))?;
    let states = [("CA", statement.scope.california), ("NV", statement.scope.nevada)];
    let values = states.iter().filter(|(_, named)| *named).map(|(state, _)| (*state).to_owned()).collect();
    Some(facet(record, "jurisdiction", values, &record.sentences[statement.sentence]))
}

#[cfg(test)]
mod tests {
    use super::super::told_of;

    fn facets(text: &str) -> Vec<String> {
        told_of(text, |verdicts| verdicts.sale.expect("no cookie policy"))
    }

    #[test]
    fn sharing_is_told_apart_from_selling() {
        let ads = "We share your data with advertising partners.";
        let marketing = "We may give your name to third parties for their own marketing.";
        let resale = "Those partners may sell this information.";
        let said = [
            format!("shares_for_ads: {ads}"),
            format!("shares_for_marketing: {marketing}"),
            format!("partners_resell: {resale}"),
        ];
        assert_eq!(facets(&format!("{ads} {marketing} {resale}")), said);
    }

    #[test]
    fn a_bank_that_shares_for_marketing_sells_nothing() {
        let table = "| Reasons | Does the bank share? |\n| --- | --- |\n| For nonaffiliates to market to you | Yes |\n";
        assert!(facets(table)[0].starts_with("shares_for_marketing"));
    }
}
