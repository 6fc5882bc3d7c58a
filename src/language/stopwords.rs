//! The commonest words of the languages in Latin letters.

use crate::lexicon::Lexicon;

/// A language's code and its commonest words. English comes first: it wins a tie.
pub(super) const LANGUAGES: [(&str, &str); 20] = [
    ("en", "the of and to in that we you your is for or with our this may are not be by as it on from any"),
    ("de", "der die und das wir sie ist nicht für mit den von zu des auf werden ihre oder dem bei eine"),
    ("fr", "le la les de des et vous nous que pour dans est une sur vos par ou du votre nos en"),
    ("es", "el la los las de que y en para por con una su sus del se no nuestros como o es"),
    ("it", "il di che e per la le con un del della dei alle sono non gli da nel o i si"),
    ("pt", "o a os as de que e para com não uma do da dos das em seus ou por você se"),
    ("nl", "de het een en van wij we u uw is voor op dat niet die met of te zijn aan in"),
    ("pl", "w i na do się nie z że jest są oraz lub przez które dla o od to jak za"),
    ("sv", "och att som vi du är för på av det en inte till med om eller din oss kan den har"),
    ("da", "og at som vi du er for på af det en ikke til med om eller din os kan den hvis"),
    ("nb", "og at som vi du er for på av det en ikke til med om eller din oss kan den hvis deg"),
    ("fi", "ja on se tai että ei jos kun voi niitä jotka sen ovat myös tämän mukaan olla sekä joita vain"),
    ("cs", "a se v na je že o s z do které nebo pro jsou jako k pokud by při nám"),
    ("sk", "a sa v na je že o s z do ktoré alebo pre sú ako k ak by pri nám môže"),
    ("hu", "a az és hogy nem egy is meg vagy ha ezt csak de ön által azt mely amely vonatkozó kell"),
    ("ro", "și de la în cu pe nu care este sau pentru din o un să prin sunt vă dumneavoastră mai"),
    ("tr", "ve bir bu için ile veya da de olarak olan gibi daha sizin tarafından kadar ya en her bize"),
    (
        "id",
        "yang dan di untuk dengan kami anda atau dari ini pada dalam adalah tidak akan kepada dapat oleh itu ke",
    ),
    ("vi", "và của bạn chúng tôi là các có cho được không với trong để này khi thông tin từ hoặc"),
    ("ca", "el la els les de que i en per amb una del no es o són als dels aquest més"),
];

/// The table turned round: from a word to the languages that use it, one bit a language.
pub(super) fn lexicon() -> Lexicon {
    Lexicon::new(LANGUAGES.iter().enumerate().map(|(place, (_, words))| (1 << place, *words)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shared_word_belongs_to_each_of_its_languages() {
        let stop_words = lexicon();
        let codes = |word| {
            let bits = stop_words.class_of(word);
            let named = LANGUAGES.iter().enumerate().filter(move |(place, _)| bits >> place & 1 == 1);
            named.map(|(_, language)| language.0).collect::<Vec<_>>()
        };
        assert_eq!(codes("ikke"), ["da", "nb"]);
        assert_eq!(codes("the"), ["en"]);
        assert!(codes("letter").is_empty());
    }

    #[test]
    fn every_list_is_in_lower_case_and_holds_no_word_twice() {
        for (code, list) in LANGUAGES {
            let mut words: Vec<_> = list.split(' ').collect();
            words.sort_unstable();
            assert_eq!(list.to_lowercase(), list, "{code}");
            assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{code}");
        }
    }
}
