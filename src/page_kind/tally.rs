//! One pass over the words of a run of blocks: what they speak of, and how often.

use super::words::{
    COLLECT, CONTRACT, COOKIE, DATA, DATED, FIRST, LEGAL, OPT, PAPER, PARTY, PERSONAL, POINTER, PRIVACY,
    PROCESSOR, SAYS, SECURITY, SELF, SHALL, SHARE, TECHNOLOGY, TERM, THIRD, TRACKING, YOU,
};
use crate::document::Block;
use crate::lexicon::{Lexicon, fold, words};
use crate::search::pieces;

/// What was counted in a run of text. Rates are per 1,000 words.
#[derive(Debug, Default, Clone)]
pub(super) struct Tally {
    pub(super) words: usize,
    /// Words of the operator: we, our, us, I.
    pub(super) first_person: usize,
    /// Words to the reader: you, your.
    pub(super) second_person: usize,
    /// Words of privacy policies: personal, collect, disclose, third parties, cookies, opt out, consent, retain.
    pub(super) policy_terms: usize,
    /// Words of contracts: liability, warranty, licence, terminate.
    pub(super) legal_terms: usize,
    pub(super) shall: usize,
    pub(super) cookies: usize,
    /// Words of data processing contracts: processor, controller.
    pub(super) processors: usize,
    /// Words of reports of weak spots: vulnerability, researcher.
    pub(super) security: usize,
    /// Sentences in which the operator collects information.
    pub(super) collection: usize,
    /// Sentences that collect information, whoever does it.
    pub(super) any_collection: usize,
    /// Sentences in which the operator uses or shares information.
    pub(super) use_and_share: usize,
    /// "This privacy policy describes", "explained in our privacy notice".
    pub(super) self_reference: usize,
    /// "This policy".
    pub(super) this_policy: usize,
    /// "These terms", "this agreement".
    pub(super) this_contract: usize,
    /// "Privacy policy last updated": a title and its date in running text.
    pub(super) dated_title: bool,
    /// "This cookie policy".
    pub(super) this_cookie_policy: usize,
}

impl Tally {
    /// Counts the words of the blocks.
    pub(super) fn of<'a>(blocks: impl IntoIterator<Item = &'a Block>, lexicon: &Lexicon) -> Self {
        let mut tally = Self::default();
        let mut classes = Vec::new();
        for block in blocks {
            let folded = fold(&block.text);
            for sentence in sentences(&folded) {
                classes.clear();
                classes.extend(words(sentence).map(|word| lexicon.class_of(word)));
                tally.count(&classes);
            }
        }
        tally
    }

    /// How often something was counted in 1,000 words.
    pub(super) fn rate(&self, count: usize) -> usize {
        count * 1000 / self.words.max(1)
    }

    fn count(&mut self, sentence: &[u32]) {
        self.words += sentence.len();
        let mut seen = 0;
        let (mut collects, mut shares) = (false, false);
        for (place, &class) in sentence.iter().enumerate() {
            if class == 0 {
                continue;
            }
            self.count_word(class);
            seen |= class;
            collects |= class & COLLECT != 0 && seen & FIRST != 0;
            shares |= class & SHARE != 0 && seen & FIRST != 0;
            self.count_names(sentence, place);
        }
        let data = seen & DATA != 0;
        self.collection += usize::from(data && collects);
        self.any_collection += usize::from(data && seen & COLLECT != 0 && seen & (YOU | PERSONAL) != 0);
        self.use_and_share += usize::from(data && shares);
    }

    fn count_word(&mut self, class: u32) {
        let is = |wanted: u32| usize::from(class & wanted != 0);
        self.first_person += is(FIRST);
        self.second_person += is(YOU);
        self.policy_terms += is(TERM);
        self.legal_terms += is(LEGAL);
        self.shall += is(SHALL);
        self.cookies += is(COOKIE);
        self.processors += is(PROCESSOR);
        self.security += is(SECURITY);
    }

    /// Names of several words that end at `place`.
    fn count_names(&mut self, sentence: &[u32], place: usize) {
        let at =
            |back: usize| place.checked_sub(back).and_then(|place| sentence.get(place)).copied().unwrap_or(0);
        let class = at(0);
        if class & PARTY != 0 && at(1) & THIRD != 0 || at(1) & OPT != 0 {
            self.policy_terms += 1;
        }
        self.cookies += usize::from(class & TECHNOLOGY != 0 && at(1) & TRACKING != 0);
        if class & CONTRACT != 0 && (at(1) | at(2) | at(3)) & SELF != 0 {
            self.this_contract += 1;
        }
        if class & PAPER != 0 {
            self.count_paper(sentence, place, [at(1), at(2), at(3)]);
        }
    }

    /// "This policy", "our privacy and cookie notice", with what it says of itself in the next words.
    fn count_paper(&mut self, sentence: &[u32], place: usize, before: [u32; 3]) {
        let about = before[0] | before[1];
        let next = sentence.get(place + 1).copied().unwrap_or(0);
        self.dated_title |= before[0] & PRIVACY != 0 && next & DATED != 0;
        let pointed = (about | before[2]) & POINTER != 0;
        if !pointed {
            return;
        }
        let says = sentence.iter().skip(place + 1).take(3).any(|class| class & SAYS != 0);
        if before[0] & COOKIE != 0 && about & PRIVACY == 0 {
            self.this_cookie_policy += 1;
        } else if about & PRIVACY != 0 {
            self.self_reference += usize::from(says);
            self.this_policy += 1;
        } else if before[0] & POINTER != 0 {
            self.this_policy += 1;
        }
    }
}

/// The sentences of a text in lower case, cut at a full stop before white space: rough, for counting only.
fn sentences(folded: &str) -> impl Iterator<Item = &str> {
    pieces(folded, |byte| matches!(byte, b'.' | b'!' | b'?' | b'\n'))
}
