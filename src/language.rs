//! Which language a text is written in, by its own words: scripts first, then stop-words (codebook D5).

use crate::document::{BlockKind, Document};
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

/// Fewer letters of another script are a name.
const SCRIPT_LETTERS: usize = 20;

/// So many words of English settle it: whatever follows, they will be read.
const PLENTY: usize = 1500;

/// The share of another language's stop-words, in percent, from which on a block is written in it.
const OTHER_SHARE: usize = 12;
/// So many words in another language, and one in so many, make a page one in two languages.
const OTHER_STRETCH: usize = 100;
const OTHER_PART: usize = 20;
/// Bytes of a block that tell its language, once there is plenty of English.
const SAMPLE: usize = 200;

/// The languages of a document's body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spoken {
    /// ISO 639-1 code of the language it is read in: English, where enough of it is; [`UNKNOWN`] if it cannot be told.
    pub main: &'static str,
    /// The language of the rest, and which blocks are English, on a page in English and another language.
    pub mixed: Option<(&'static str, Vec<bool>)>,
}

/// Tells the languages of the document's body.
#[must_use]
pub fn spoken(document: &Document) -> Spoken {
    let (mut prose, mut whole, mut others) = (Tally::default(), Tally::default(), Tally::default());
    let mut english = 0;
    let mut tongues = Vec::with_capacity(document.blocks.len());
    let stop_words = stopwords::lexicon();
    for block in &document.blocks {
        if block.kind == BlockKind::Furniture {
            tongues.push(None);
            continue;
        }
        let plenty = english >= PLENTY;
        let mut tally = Tally::of(if plenty { start_of(&block.text) } else { &block.text }, &stop_words);
        if plenty && tally.is_other() {
            tally = Tally::of(&block.text, &stop_words);
        }
        english += if tally.is_english() { tally.words } else { 0 };
        whole.add(&tally);
        if tally.words >= PROSE_WORDS || tally.letters.is_foreign() {
            prose.add(&tally);
        }
        if tally.is_other() {
            others.add(&tally);
        }
        tongues.push(tally.is_english().then_some(true).or(tally.is_other().then_some(false)));
    }
    let is_english = english >= PLENTY || english >= ENGLISH_STRETCH && english * 4 >= whole.words;
    let told = if prose.words == 0 { whole.language() } else { prose.language() };
    let main = if is_english { "en" } else { told };
    let is_mixed =
        main == "en" && others.length() >= OTHER_STRETCH && others.length() * OTHER_PART >= english;
    Spoken { main, mixed: is_mixed.then(|| (others.language(), spread(&tongues))) }
}

/// A block too short to tell goes with the one below, as a heading does; the last ones with the last that tells.
fn spread(tongues: &[Option<bool>]) -> Vec<bool> {
    let mut next = tongues.iter().rev().find_map(|tongue| *tongue).unwrap_or(true);
    let mut english = vec![true; tongues.len()];
    for (english, tongue) in english.iter_mut().zip(tongues).rev() {
        next = tongue.unwrap_or(next);
        *english = next;
    }
    english
}

fn start_of(text: &str) -> &str {
    let end = (0..=SAMPLE.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// Stop-words and letters counted in a run of text.
#[derive(Debug, Default, Clone)]
struct Tally {
    words: usize,
    stops: [usize; LANGUAGES.len()],
    letters: script::Letters,
}

impl Tally {
    fn of(text: &str, stop_words: &Lexicon) -> Self {
        let mut tally = Self { letters: script::Letters::of(text), ..Self::default() };
        let folded = fold(text);
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

    /// Clearly in another language than English?
    fn is_other(&self) -> bool {
        if self.letters.is_foreign() {
            return self.letters.count() >= SCRIPT_LETTERS;
        }
        let best = self.best().map_or(0, |best| self.stops[best]);
        self.words >= PROSE_WORDS && best * 100 >= self.words * OTHER_SHARE && best > 2 * self.stops[0]
    }

    /// How much text it is, in words; six letters of a script without blanks are taken for one.
    fn length(&self) -> usize {
        self.words.max(self.letters.count() / 6)
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
    use crate::document::Block;

    fn spoken_in(text: &str) -> Spoken {
        let blocks = text.lines().map(Block::paragraph).collect();
        spoken(&Document { blocks, ..Document::default() })
    }

    fn language(text: &str) -> &'static str {
        spoken_in(text).main
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
    fn the_english_blocks_of_a_mixed_page_are_told() {
        let english =
            "We keep the letters that you send to us, and we use them only to answer your questions.\n";
        let german = "Wir speichern die Briefe, die Sie uns schicken, und wir nutzen sie nicht f\u{fc}r andere Zwecke.\n";
        let page =
            format!("{}Cookies\n{}Cookies\n{}", german.repeat(20), english.repeat(30), english.repeat(100));
        let (rest, blocks) = spoken_in(&page).mixed.expect("two languages");
        let expected: Vec<bool> = (0..152).map(|place| place >= 20).collect();
        assert_eq!((rest, blocks), ("de", expected));
        let late = format!("{}{}", english.repeat(130), german.repeat(20));
        assert_eq!(spoken_in(&late).mixed.map(|(_, blocks)| blocks[130..].contains(&true)), Some(false));
        let quoted = format!("{}{}", english.repeat(40), german.repeat(3));
        assert_eq!(spoken_in(&quoted).mixed, None);
    }

    #[test]
    fn no_words_no_language() {
        assert_eq!(language(""), UNKNOWN);
        assert_eq!(language("4711 / 0815"), UNKNOWN);
    }
}
