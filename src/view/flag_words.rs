//! The codebook's flags (0.9.3) in plain words.

use super::told;

/// The flags that have words of their own.
const FLAGS: [(&str, &str); 5] = [
    ("contradiction", "The policy says both. The admission decides; the promise is shown below it."),
    ("actor_split", "Says the company itself doesn't, but its partners may."),
    ("scope_split", "The answer differs for some people, products or kinds of data."),
    ("may_only", "Only says it “may”: it keeps the right to, and doesn't say whether it does."),
    ("denial_softened", "The denial is a soft one, such as “currently”, “knowingly” or “do not intend to”."),
];

/// The tails of a denial (0.8), by class.
const EXCEPTIONS: [(&str, &str); 8] = [
    ("transfer", "Makes an exception for a sale or merger of the business."),
    ("law", "Makes an exception for what the law requires."),
    ("vendor", "Makes an exception for its service providers."),
    ("affil", "Makes an exception for companies of the same group."),
    ("consent", "Makes an exception for what you consent to."),
    ("open", "Makes an exception for whatever else the policy describes."),
    ("purpose", "Rules out one purpose only."),
    ("aggregate", "Makes an exception for aggregated data."),
];

/// What a flag means to the person who reads the card; `None` for a flag that has no words of its own.
pub(super) fn in_words(flag: &str) -> Option<&'static str> {
    match flag.strip_prefix("exception:") {
        Some(class) => told(&EXCEPTIONS, class.strip_prefix("E-").unwrap_or(class)),
        None => told(&FLAGS, flag),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_flag_of_the_codebook_has_words() {
        let flags = ["contradiction", "actor_split", "scope_split", "may_only", "denial_softened"];
        let classes = ["transfer", "law", "vendor", "affil", "consent", "open", "purpose", "aggregate"];
        let exceptions =
            classes.iter().flat_map(|c| [["exception:E-", c].concat(), ["exception:", c].concat()]);
        for flag in flags.into_iter().map(str::to_owned).chain(exceptions) {
            let words = in_words(&flag).unwrap_or_default();
            assert!(words.ends_with('.') && words.len() > 20, "{flag}: {words:?}");
        }
    }

    #[test]
    fn a_flag_without_words_says_nothing() {
        assert_eq!(in_words("exception:E-other"), None);
        assert_eq!(in_words("unheard_of"), None);
    }
}
