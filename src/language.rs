//! Which language a text is written in, by its own words: scripts first, then stop-words (codebook D5).

use crate::document::{Block, BlockKind, Document};
use crate::lexicon::{Lexicon, fold, words};

mod script;
mod stopwords;

use stopwords::LANGUAGES;

/// The code for a text whose language is not told apart.
pub const UNKNOWN: &str = "und";

/// Blocks shorter than this many words are menus and labels: they say little of the text's language.
const PROSE_WORDS: usize = 8;
/// A text is English from this share of English stop-words on, in percent (codebook D5).
const ENGLISH_SHARE: usize = 12;
/// Below this share of a language's stop-words, in percent, the language stays unknown.
const LEAST_SHARE: usize = 6;
/// A stretch of English this long, in words, is read although the rest of the page speaks another language.
const ENGLISH_STRETCH: usize = 300;

/// So many words of English settle it: whatever follows, they will be read.
const PLENTY: usize = 1500;

/// ISO 639-1 code of the language that the document's body is written in; [`UNKNOWN`] if it cannot be told.
#[must_use]
pub fn detect(document: &Document) -> &'static str {
    let mut prose = Tally::default();
    let mut whole = Tally::default();
    let mut english = 0;
    let stop_words = stopwords::lexicon();
    for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Furniture) {
        let tally = Tally::of(block, &stop_words);
        english += if tally.is_english() { tally.words } else { 0 };
        if english >= PLENTY {
            return "en";
        }
        whole.add(&tally);
        if tally.words >= PROSE_WORDS || tally.letters.is_foreign() {
            prose.add(&tally);
        }
    }
    if english >= ENGLISH_STRETCH && english * 4 >= whole.words {
        return "en";
    }
    if prose.words == 0 { whole.language() } else { prose.language() }
}

/// Stop-words and letters counted in a run of text.
#[derive(Debug, Default, Clone)]
struct Tally {
    words: usize,
    stops: [usize; LANGUAGES.len()],
    letters: script::Letters,
}

impl Tally {
    fn of(block: &Block, stop_words: &Lexicon) -> Self {
        let mut tally = Self { letters: script::Letters::of(&block.text), ..Self::default() };
        let folded = fold(&block.text);
        for word in words(&folded) {
            tally.words += 1;
            let mut bits = stop_words.class_of(word);
            while bits != 0 {
                tally.stops[bits.trailing_zeros() as usize] += 1;
                bits &= bits - 1;
            }
        }
        tally
    }

    fn add(&mut self, other: &Self) {
        self.words += other.words;
        for (sum, more) in self.stops.iter_mut().zip(other.stops) {
            *sum += more;
        }
        self.letters.add(&other.letters);
    }

    fn is_english(&self) -> bool {
        self.words >= PROSE_WORDS
            && self.best() == Some(0)
            && self.stops[0] * 100 >= self.words * ENGLISH_SHARE
    }

    /// The language with the most stop-words, the first of the table on a tie.
    fn best(&self) -> Option<usize> {
        (0..LANGUAGES.len()).max_by_key(|&index| (self.stops[index], usize::MAX - index))
    }

    fn language(&self) -> &'static str {
        if let Some(code) = self.letters.language() {
            return code;
        }
        match self.best() {
            Some(best) if self.words > 0 && self.stops[best] * 100 >= self.words * LEAST_SHARE => {
                LANGUAGES[best].0
            }
            _ => UNKNOWN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn language(text: &str) -> &'static str {
        let blocks = text.lines().map(Block::paragraph).collect();
        detect(&Document { blocks, ..Document::default() })
    }

    #[test]
    fn names_the_common_languages_by_their_own_words() {
        let samples = [
            ("en", "We keep the letters that you send to us, and we use them to answer your questions."),
            (
                "de",
                "Wir speichern die Briefe, die Sie uns schicken, und wir nutzen sie nicht für andere Zwecke.",
            ),
            (
                "fr",
                "Nous gardons les lettres que vous nous envoyez, et nous les utilisons pour vous répondre dans le mois.",
            ),
            (
                "es",
                "Guardamos las cartas que usted nos envía y las usamos para responder a sus preguntas con el cuidado debido.",
            ),
            (
                "it",
                "Conserviamo le lettere che ci inviate e le usiamo per rispondere alle domande degli utenti con la massima cura.",
            ),
            (
                "pt",
                "Guardamos as cartas que você nos envia e não as usamos para outros fins, com o cuidado devido aos seus dados.",
            ),
            (
                "nl",
                "Wij bewaren de brieven die u ons stuurt en gebruiken ze niet voor andere doelen, ook als het van ons wordt gevraagd.",
            ),
            (
                "pl",
                "Przechowujemy listy, które są do nas wysyłane, i nie używamy ich w innych celach, lub na innych stronach.",
            ),
            (
                "sv",
                "Vi sparar de brev som du skickar till oss och använder dem inte för andra ändamål, om det inte är nödvändigt.",
            ),
            (
                "da",
                "Vi gemmer de breve, som du sender til os, og vi bruger dem ikke af andre grunde, hvis det ikke er nødvendigt.",
            ),
            (
                "nb",
                "Vi lagrer brevene som du sender til oss, og vi bruker dem ikke av andre grunner, hvis det ikke er nødvendig for deg.",
            ),
            (
                "fi",
                "Säilytämme kirjeet, jotka lähetät meille, ja käytämme niitä vain silloin, kun se on tarpeen tai jos laki niin vaatii.",
            ),
            (
                "cs",
                "Uchováváme dopisy, které nám posíláte, a používáme je jen tehdy, pokud je to nutné nebo jako odpověď na vaše otázky.",
            ),
            (
                "tr",
                "Bize gönderdiğiniz mektupları saklıyoruz ve bunları sadece sorularınıza yanıt vermek için veya yasa gereği kullanıyoruz, bu bir kural.",
            ),
        ];
        for (code, text) in samples {
            assert_eq!(language(text), code, "{text}");
        }
    }

    #[test]
    fn names_other_languages_by_their_letters() {
        let samples = [
            ("ru", "Мы храним письма, которые вы нам присылаете, и не передаём их другим людям."),
            ("uk", "Ми зберігаємо листи, які ви нам надсилаєте, і не передаємо їх іншим людям."),
            ("ja", "私たちはお客様の手紙を大切に保管します。"),
            ("zh", "我们保存您寄来的信件，不会转交给其他人。"),
            ("ko", "저희는 보내 주신 편지를 보관합니다."),
            ("ar", "نحن نحتفظ بالرسائل التي ترسلها إلينا."),
            ("he", "אנו שומרים את המכתבים שאתם שולחים אלינו."),
            ("el", "Φυλάμε τα γράμματα που μας στέλνετε."),
        ];
        for (code, text) in samples {
            assert_eq!(language(text), code, "{text}");
        }
    }

    #[test]
    fn an_english_text_under_a_foreign_menu_is_english() {
        let menu = "Accueil\nNos produits\nQui sommes nous\nLes services de la maison\nPanier\n";
        let text = "We keep the letters that you send to us, and we use them only to answer your questions.";
        assert_eq!(language(&format!("{menu}{text}")), "en");
    }

    #[test]
    fn a_foreign_text_with_english_names_in_it_is_foreign() {
        let text = "Wir nutzen das Tool The Letter Box of the Post, und wir speichern die Briefe nicht.";
        assert_eq!(language(text), "de");
    }

    #[test]
    fn a_page_in_two_languages_is_english_where_much_of_it_is() {
        let english =
            "We keep the letters that you send to us, and we use them only to answer your questions.\n";
        let german = "Wir speichern die Briefe, die Sie uns schicken, und wir nutzen sie nicht f\u{fc}r andere Zwecke.\n";
        assert_eq!(language(&format!("{}{}", german.repeat(40), english.repeat(20))), "en");
        assert_eq!(language(&format!("{}{}", german.repeat(40), english.repeat(5))), "de");
    }

    #[test]
    fn no_words_no_language() {
        assert_eq!(language(""), UNKNOWN);
        assert_eq!(language("4711 / 0815"), UNKNOWN);
    }
}
