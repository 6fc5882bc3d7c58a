//! The codebook's facets (B) in plain words. The policy is the subject of every sentence (F1).

use super::told;
use crate::report::Facet;

/// Facets that are worth a sentence, without its full stop.
const STATEMENTS: [(&str, &str); 20] = [
    ("third_party_collection", "Says other companies collect data here"),
    ("aggregate_only", "Says this is kept in aggregate form only"),
    ("anonymous_claim", "Says this doesn't identify you personally: its own claim"),
    ("data_enrichment", "Says it combines this with data from others"),
    ("buys_data", "Says it gets data about you from other companies"),
    ("eu_consent", "Says it asks for consent in the EEA or the UK"),
    ("third_parties_dnt", "Says partners handle the signal in their own way"),
    ("pii_to_advertisers", "Says it does not give personal information to advertisers"),
    ("off_site_ads", "Says you may see its ads on other sites"),
    ("own_marketing", "Says it sends promotions of its own"),
    ("partner_offers", "Says it sends offers on behalf of others"),
    ("minors_ads", "Speaks of ads and minors"),
    ("money_only", "Rules out sale for money only"),
    ("shares_for_ads", "Says it shares data with ad partners; doesn't call that a sale"),
    ("shares_for_marketing", "Says it shares data for others' marketing; doesn't call that a sale"),
    ("sells_aggregate", "Says aggregated or de-identified data may be sold or licensed"),
    ("vendors", "Says data goes to its service providers"),
    ("partners_resell", "Says recipients may sell the data on"),
    ("minors_sale", "Speaks of the sale of minors' data"),
    ("future_change", "Says it would give notice or a choice before this changes"),
];

/// Facets that are a list of names, with what the list is.
const NAMINGS: [(&str, &str); 21] = [
    ("tech", "Techniques named"),
    ("analytics", "Analytics named"),
    ("purposes", "Purposes named"),
    ("opt_out", "Ways to opt out"),
    ("ad_opt_out", "Ways to opt out"),
    ("opt_out_sale", "Ways to opt out of sale"),
    ("retention", "Kept for"),
    ("dnt_reason", "Reason given"),
    ("other_mechanism", "Also named"),
    ("reason", "Reason given"),
    ("dnt_era", "Its time"),
    ("ad_partners", "Ad partners named"),
    ("programs", "Industry programs named"),
    ("ad_data", "Ads draw on"),
    ("what_sold", "Data named"),
    ("to_whom", "Recipients named"),
    ("jurisdiction", "Said for"),
    ("jurisdictions", "Said for"),
    ("scope", "Applies to"),
    ("lookback", "Period"),
    ("elsewhere", "Not read"),
];

/// Values that are codes: states, and reasons for a missing answer.
const VALUES: [(&str, &str); 14] = [
    ("CA", "California"),
    ("NV", "Nevada"),
    ("VA", "Virginia"),
    ("CO", "Colorado"),
    ("CT", "Connecticut"),
    ("UT", "Utah"),
    ("no_standard", "there is no common standard"),
    ("technical", "technical limits"),
    ("no_tracking", "it says it doesn't track"),
    ("noncommittal", "it leaves the answer open"),
    ("definition_only", "it only explains the signal"),
    ("elsewhere", "the answer is in another document"),
    ("will_review", "it says it will review this"),
    ("third_parties_only", "it only speaks of other companies"),
];

/// A facet as one sentence; `None` if it is shown elsewhere in the popup.
pub(super) fn in_words(facet: &Facet) -> Option<String> {
    let id = facet.id.as_ref();
    if matches!(id, "gpc" | "business_transfer" | "exception") {
        return None;
    }
    let values =
        facet.values.iter().map(|value| told(&VALUES, value).unwrap_or(value)).collect::<Vec<_>>().join(", ");
    if let Some(sentence) = told(&STATEMENTS, id) {
        return Some(with_values(sentence, &values));
    }
    let name = told(&NAMINGS, id).map_or_else(|| capitalised(spaced(id)), str::to_owned);
    Some(if values.is_empty() { name } else { [&name, ": ", &values].concat() })
}

fn with_values(sentence: &str, values: &str) -> String {
    if values.is_empty() || values == "true" {
        return [sentence, "."].concat();
    }
    [sentence, ": ", values].concat()
}

fn spaced(name: &str) -> String {
    name.chars().map(|c| if c == '_' { ' ' } else { c }).collect()
}

/// The ids are ASCII; the full tables of Unicode would weigh more than this whole room.
fn capitalised(mut text: String) -> String {
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(id: &'static str, values: &[&str]) -> Option<String> {
        let values = values.iter().map(|&value| value.to_owned()).collect();
        in_words(&Facet { id: id.into(), values, quote: "q".into() })
    }

    #[test]
    fn a_statement_ends_with_a_stop_or_with_what_was_found() {
        assert_eq!(
            words("eu_consent", &[]).as_deref(),
            Some("Says it asks for consent in the EEA or the UK.")
        );
        assert_eq!(
            words("off_site_ads", &["true"]).as_deref(),
            Some("Says you may see its ads on other sites.")
        );
    }

    #[test]
    fn a_list_of_names_says_what_the_names_are() {
        let found = words("ad_partners", &["Google AdSense", "Criteo"]);
        assert_eq!(found.as_deref(), Some("Ad partners named: Google AdSense, Criteo"));
        assert_eq!(words("jurisdiction", &["CA", "NV"]).as_deref(), Some("Said for: California, Nevada"));
        assert_eq!(
            words("dnt_reason", &["no_standard"]).as_deref(),
            Some("Reason given: there is no common standard")
        );
    }

    #[test]
    fn an_unknown_facet_is_shown_by_its_name() {
        assert_eq!(words("new_thing", &["a_b"]).as_deref(), Some("New thing: a_b"));
    }

    #[test]
    fn what_has_its_own_line_is_not_said_twice() {
        assert_eq!(words("gpc", &["honored"]), None);
        assert_eq!(words("business_transfer", &[]), None);
    }
}
