//! Facets of THIRD-PARTY ADS (codebook B): who advertises, by what, and the ways out.

use super::{facet, first, places, written};
use crate::document::BlockKind;
use crate::engine::{Vocabulary, Word, phrase_at, stands_in, tables};
use crate::report::Facet;
use crate::sentence::Sentence;
use crate::statement::Statement;
use crate::verdict::Record;
use crate::words::Shape;

const ANY: &[&str] = &["A+T", "A+", "A+c", "A-", "A-t", "A-d", "A?"];

/// What may feed the choice of ads.
const FEEDS: [(Vocabulary, &str); 6] = [
    (tables::FEED_PLACE, "location"),
    (tables::FEED_ADDRESS, "IP address"),
    (tables::FEED_DEVICE, "device or advertising identifier"),
    (tables::FEED_PERSON, "demographics"),
    (tables::FEED_PURCHASE, "purchases"),
    (tables::OTHER_PLACES, "activity elsewhere"),
];

/// All facets of the badge, each with the first sentence that shows it.
pub(crate) fn facets(record: Record) -> Vec<Facet> {
    let mut facets = named(record, "ad_partners", tables::AD_NAME);
    facets.extend(partner_list(record));
    facets.extend(named(record, "programs", tables::PROGRAM_NAME));
    facets.extend(way_out(record));
    facets.extend(FEEDS.iter().filter_map(|&(words, name)| feed(record, words, name)));
    facets.extend(first(record, "pii_to_advertisers", &["A-d"], |_| true));
    facets.extend(first(record, "off_site_ads", &["A+T", "A+"], |statement| {
        shows_elsewhere(record, statement)
    }));
    facets.extend(first(record, "own_marketing", &["A0m"], |statement| !is_for_others(record, statement)));
    facets.extend(first(record, "partner_offers", &["A0m"], |statement| is_for_others(record, statement)));
    facets.extend(first(record, "minors_ads", ANY, |statement| statement.scope.minors));
    facets
}

fn found<'a>(record: Record<'a>, statement: &Statement) -> &'a [Word] {
    &record.sentences[statement.sentence].words[statement.found.start..statement.found.end]
}

/// "Our ads on other websites": the place comes after the ads.
fn shows_elsewhere(record: Record, statement: &Statement) -> bool {
    let found = found(record, statement);
    let ads = (0..found.len()).find(|&at| phrase_at(found, at, tables::ADS).is_some());
    ads.is_some_and(|ads| stands_in(&found[ads..], tables::OTHER_PLACES))
}

fn is_for_others(record: Record, statement: &Statement) -> bool {
    stands_in(found(record, statement), tables::AD_AGENT)
}

/// Names of the vocabulary, as the text writes them: in capitals, since some of them are words as well.
fn named(record: Record, id: &'static str, vocabulary: Vocabulary) -> Vec<Facet> {
    let mut facets: Vec<Facet> = Vec::new();
    for sentence in record.sentences.iter().filter(|sentence| sentence.kind != BlockKind::Heading) {
        for place in places(sentence, vocabulary) {
            let capital = sentence.tokens[place.start].shape.has(Shape::CAPITAL);
            let name = written(record, sentence, place);
            if capital && !facets.iter().any(|seen| seen.values[0].eq_ignore_ascii_case(name)) {
                facets.push(facet(record, id, vec![name.to_owned()], sentence));
            }
        }
    }
    facets
}

/// A list of the ad partners that stands elsewhere.
fn partner_list(record: Record) -> Option<Facet> {
    let lists =
        |sentence: &&Sentence| sentence.says_itself(tables::LIST_OF) && sentence.says(tables::AD_COMPANY);
    Some(facet(record, "ad_partners", Vec::new(), record.sentences.iter().find(lists)?))
}

/// The first sentence that tells how to opt out of ads, or of their being personalized.
fn way_out(record: Record) -> Option<Facet> {
    let tells = |sentence: &&Sentence| {
        let ads = [tables::ADS, tables::AD_PROGRAM].iter().any(|&of| sentence.says(of));
        ads && sentence.says(tables::AD_WAY_OUT) && sentence.kind != BlockKind::Heading
    };
    Some(facet(record, "ad_opt_out", Vec::new(), record.sentences.iter().find(tells)?))
}

fn feed(record: Record, words: Vocabulary, name: &str) -> Option<Facet> {
    let sentence = |statement: &Statement| &record.sentences[statement.sentence];
    let says = |statement: &&Statement| sentence(statement).says_itself(words);
    let statement = record.with(&["A+T"]).filter(|statement| !statement.implied).find(says)?;
    Some(facet(record, "ad_data", vec![name.to_owned()], sentence(statement)))
}

#[cfg(test)]
mod tests {
    use super::super::told_of;

    fn facets(text: &str) -> Vec<String> {
        told_of(text, |verdicts| verdicts.ads)
    }

    #[test]
    fn names_networks_and_programs_as_the_text_does() {
        let text = "We use Google AdSense. Our ad partners are members of the Digital Advertising Alliance.";
        assert_eq!(facets(text), ["ad_partners: Google AdSense", "programs: Digital Advertising Alliance"]);
    }

    #[test]
    fn tells_what_feeds_the_ads_and_the_way_out() {
        let text = "Our partners show you ads based on your location. You can opt out of personalized ads.";
        let out = "ad_opt_out: You can opt out of personalized ads.";
        assert_eq!(facets(text), [out, "ad_data: location"]);
    }

    #[test]
    fn tells_own_marketing_from_offers_of_others() {
        let own = "We send you newsletters.";
        let others = "Now and then we send offers on behalf of other businesses.";
        let said = [format!("own_marketing: {own}"), format!("partner_offers: {others}")];
        assert_eq!(facets(&format!("{own} {others}")), said);
    }

    #[test]
    fn tells_what_advertisers_do_not_get() {
        let text = "We never give your personal information to advertisers.";
        assert_eq!(facets(text), [format!("pii_to_advertisers: {text}")]);
    }
}
