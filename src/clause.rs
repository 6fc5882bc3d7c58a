//! The clause round a verb: who acts, whether, not, except what (codebook 0.5, 0.6, 0.8).

use crate::engine::{Found, Vocabulary, Word, phrase_at, tables, word};
use crate::sentence::Sentence;
use crate::words::{CELL, CLOSE, COLON, COMMA, OPEN, SEMICOLON, STOP};

/// The most words of a list over which one "no" reaches.
const LONGEST_LIST: usize = 14;

/// An exception that opens the sentence stands among so many words.
const FRONT: usize = 3;

/// The most words over which a "without" reaches.
const LONGEST_WITHOUT: usize = 4;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Actor {
    /// The company, its site, its service.
    We,
    /// A third party acting on or through this service.
    Partner,
    /// Linked sites, other users, browsers, "many websites", the law.
    Outsider,
    /// The reader.
    You,
}

/// How firmly it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modality {
    /// Is done.
    Does,
    /// May, might, can, could be done: a right reserved.
    May,
    /// Will be done.
    Will,
    /// Has been done.
    Past,
    /// Would be done if something happened: a mention only.
    Hypothetical,
    /// Stands in "how we …", "whether we …": presupposed, not asserted.
    Embedded,
}

/// What kind of gap a tail leaves in a denial.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exception {
    /// A merger or a sale of the business.
    Transfer,
    /// What the law asks.
    Law,
    /// Service providers.
    Vendor,
    /// Companies of the same group.
    Affiliate,
    /// Data about nobody in particular.
    Aggregate,
    /// One purpose only is denied.
    Purpose,
    /// With the person's consent.
    Consent,
    /// As described elsewhere.
    Open,
}

impl Exception {
    /// Whether the tail leaves the denial whole (0.8.2).
    #[must_use]
    pub fn is_benign(self) -> bool {
        self < Self::Purpose
    }

    /// The codebook's name, as `E-open`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Transfer => "E-transfer",
            Self::Law => "E-law",
            Self::Vendor => "E-vendor",
            Self::Affiliate => "E-affil",
            Self::Aggregate => "E-aggregate",
            Self::Purpose => "E-purpose",
            Self::Consent => "E-consent",
            Self::Open => "E-open",
        }
    }
}

/// What the clause says about the practice found in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a fact of the codebook's tuple, apart from the others"
)]
pub struct Clause {
    /// Who acts.
    pub actor: Actor,
    /// How firmly.
    pub modality: Modality,
    /// Whether it is denied.
    pub negated: bool,
    /// Whether only a duty is denied: "not required to".
    pub not_obliged: bool,
    /// Whether the denial is softened: "not in the business of", "at this time".
    pub softened: bool,
    /// Whether it speaks of what is done knowingly.
    pub knowingly: bool,
    /// What the tail excepts.
    pub exception: Option<Exception>,
    /// The token at which the excepting tail begins, if it follows the practice.
    pub tail: Option<usize>,
    /// First token of the clause.
    pub start: usize,
    /// One past its last token.
    pub end: usize,
}

/// Reads the clause round what was found.
#[must_use]
pub fn clause(sentence: &Sentence, found: &Found) -> Clause {
    let words = &sentence.words;
    let frame = Frame::of(sentence, found.head);
    let subject = frame.subject(words, found.head);
    let verb_group = subject.map_or(frame.start, |subject| subject.end)..found.head;
    let reach = frame.start.min(found.head)..found.end;
    let end = clause_end(words, found.end);
    let tail = tail(words, found);
    Clause {
        actor: actor(words, found, &frame, subject),
        modality: modality(words, &frame, verb_group.clone()),
        negated: negated(words, &frame, subject, found),
        not_obliged: finds(words, reach.clone(), tables::NOT_OBLIGED),
        softened: finds(words, frame.start..end, tables::SOFT),
        knowingly: finds(words, frame.start..found.head, tables::KNOWINGLY),
        exception: exception(words, frame.start, found, tail),
        tail,
        start: frame.start,
        end,
    }
}

/// Where the clause begins, and by which word it was opened.
#[derive(Debug, Clone, Copy)]
struct Frame {
    start: usize,
    opener: Word,
    /// Place of the opener.
    opened_at: usize,
}

/// A subject: where it stands and what it is.
#[derive(Debug, Clone, Copy)]
struct Subject {
    start: usize,
    end: usize,
    actor: Actor,
}

impl Frame {
    /// Goes left from the head to the nearest word that begins a clause.
    fn of(sentence: &Sentence, head: usize) -> Self {
        let words = &sentence.words;
        let mut next = head;
        while let Some(at) = next.checked_sub(1) {
            let word = words[at];
            let stops = match word {
                SEMICOLON => at >= sentence.lead && !parts_a_list(sentence, at, head),
                STOP | CELL => at >= sentence.lead,
                COLON => !leads_in(sentence, at) || words[at + 1].is(tables::NOMINATIVE),
                _ => {
                    word.is_any(&[tables::TURN, tables::HYPOTHETICAL, tables::EMBEDDING, tables::RELATIVE])
                        && !is_demonstrative(words, at)
                        && !is_inserted(words, at)
                        && !is_aside(words, at, head)
                        && !opens_examples(words, at)
                        && !runs_on(words, at, head)
                }
            };
            if stops || begins_after_comma(words, at, head) || resumes(words, at) {
                let start = at + usize::from(!word.is(tables::NOT));
                return Self { start, opener: word, opened_at: at };
            }
            next = if word == CLOSE { opening(words, at) } else { at };
        }
        Self { start: 0, opener: Word::default(), opened_at: 0 }
    }

    /// The nearest subject left of the head that is no object of a preposition.
    fn subject(&self, words: &[Word], head: usize) -> Option<Subject> {
        let mut at = self.start;
        let mut nearest = self.name_and_others(words);
        if nearest.is_some() && !words[self.start..head].contains(&COMMA) {
            return nearest;
        }
        while at < head {
            if let Some(subject) = subject_at(words, at) {
                let governed = self.is_governed(words, at);
                let joined = nearest.is_some() && is_joined(&words[self.start..at]);
                let inside = in_brackets(words, at, head);
                let object = subject.actor == Actor::You && is_object(words, at);
                let listed = || words[self.start..at].iter().any(|word| word.is(tables::INCLUDE));
                let aside = (nearest.is_some() || listed()) && is_aside_of_you(words, subject, head);
                let free = !governed && !joined && !inside && !object && !aside && !is_compound(words, at);
                let parallel = is_parallel(words, head);
                let first = !parallel || nearest.is_none() && !words[self.start..at].contains(&word::TO);
                if free && first && subject.end <= head {
                    nearest = Some(subject);
                }
                at = subject.end;
            } else {
                at += 1;
            }
        }
        nearest
    }
}

impl Frame {
    /// Whether a preposition governs what stands here: "with any third party", "to our users", "without third parties".
    fn is_governed(&self, words: &[Word], at: usize) -> bool {
        let mut before = words[self.start..at].iter().rev();
        before
            .find(|word| !word.is_any(&[tables::ARTICLE, tables::POSSESSIVE]))
            .is_some_and(|word| word.is_any(&[tables::PREPOSITION, tables::WITHOUT]))
    }

    /// "Lumora and its partners …": an unknown name that opens the clause leads those who follow it.
    fn name_and_others(&self, words: &[Word]) -> Option<Subject> {
        let start = self.start + usize::from(words.get(self.start)?.is(tables::NOT));
        let first = *words.get(start)?;
        let joined = words.get(start + 1).is_some_and(|word| word.is(tables::AND));
        let subject = Subject { start, end: start + 1, actor: Actor::We };
        (first == Word::default() && joined).then_some(subject)
    }
}

/// "We and our users": who is joined on does not lead.
fn is_joined(before: &[Word]) -> bool {
    let owner = usize::from(before.last().is_some_and(|word| word.is(tables::POSSESSIVE)));
    before.iter().rev().nth(owner).is_some_and(|word| word.is(tables::AND))
}

/// "manage user sessions", "no user tracking": a person's bare singular only describes the noun after it.
fn is_compound(words: &[Word], at: usize) -> bool {
    let bare = at > 0 && !words[at - 1].is(tables::DETERMINER);
    let tracking = words.get(at + 1).is_some_and(|next| next.is(tables::TRACKING_TOOL));
    words[at].is(tables::ONE_PERSON) && (bare || tracking)
}

/// "Recognize you", "show our visitors": who stands right after such a verb is its object.
fn is_object(words: &[Word], at: usize) -> bool {
    let before = words[..at].iter().rev().find(|word| **word != word::OUR);
    before.is_some_and(|verb| verb.is(tables::TAKES_PERSON))
}

/// "We use it to learn how you shop, to count …", "the pages that you view, time spent": what the "how" or the "that"
/// began ended at the comma.
fn runs_on(words: &[Word], opener: usize, head: usize) -> bool {
    let resumes =
        is_parallel(words, head) && (words[head - 1] == COMMA || words[..opener].contains(&word::TO));
    let you = || words[opener + 1..].iter().take(2).any(|word| word.is(tables::YOU));
    let yours = words[opener].is(tables::RELATIVE) && you();
    resumes && (yours || words[opener].is(tables::EMBEDDING))
}

/// "We use them to help you shop, to (better) count …": the second "to" hangs on the first subject, and so does what
/// is only listed: "we log the page you came from, access times".
fn is_parallel(words: &[Word], head: usize) -> bool {
    if head > 0 && words[head - 1] == COMMA && phrase_at(words, head, tables::USE_LIST).is_some() {
        return true;
    }
    let near = head.saturating_sub(3)..head;
    let last = near.rev().find(|&at| words[at] == word::TO || words[at] == COMMA);
    last.is_some_and(|at| {
        at > 0 && words[at] == word::TO && (words[at - 1] == COMMA || words[at - 1].is(tables::AND))
    })
}

/// "We bring the pages you ask for, count …": what you do there only describes the pages; but "the things you make,
/// sell or buy" are all yours.
fn is_aside_of_you(words: &[Word], subject: Subject, head: usize) -> bool {
    let verb = words[subject.end.min(head)..head].iter().take(3).position(|word| *word == COMMA);
    let shared = words.get(head + 1).is_none_or(|word| *word == COMMA || word.is(tables::AND));
    subject.actor == Actor::You && verb.is_some_and(|words_of_it| words_of_it > 0) && !shared
}

fn is_demonstrative(words: &[Word], at: usize) -> bool {
    let that = words[at] == word::THAT;
    that && at > 0 && words[at - 1].is(tables::PREPOSITION)
}

/// "We do not, however, sell …", "does not yet respond", "will nonetheless": a turn within a clause begins none.
fn is_inserted(words: &[Word], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).map(|place| words[place]) else { return false };
    let apart = before == COMMA && words.get(at + 1) == Some(&COMMA) && !is_subject(words, at + 2);
    let adverb = words[at].is(tables::TURN_ADVERB) && before.is_any(&[tables::AUXILIARY, tables::NOMINATIVE]);
    words[at].is(tables::TURN) && (before.is(tables::NOT) || apart || adverb)
}

/// A subject with its verb: "we do", "Lumora does".
fn is_subject(words: &[Word], at: usize) -> bool {
    let verb = |at: usize| words.get(at).is_some_and(|word| word.is(tables::AUXILIARY));
    subject_at(words, at)
        .map_or(verb(at + 1), |subject| words[at].is(tables::NOMINATIVE) || verb(subject.end))
}

/// ", whether public or private, will": an aside between commas, after which the verb of the first clause comes.
fn is_aside(words: &[Word], at: usize, head: usize) -> bool {
    let opened = at > 0 && words[at - 1] == COMMA;
    let closes = |comma: usize| words[comma] == COMMA && words[comma + 1].is(tables::CLAUSE_VERB);
    opened && (at + 1..head).any(closes)
}

/// "Purposes that include …": what follows belongs to the clause before.
fn opens_examples(words: &[Word], at: usize) -> bool {
    words[at].is(tables::RELATIVE) && words.get(at + 1).is_some_and(|word| word.is(tables::INCLUDE))
}

/// Where the bracket that closes here was opened.
fn opening(words: &[Word], close: usize) -> usize {
    words[..close].iter().rposition(|word| *word == OPEN).unwrap_or(close)
}

/// Whether the word stands in brackets that close before the head.
fn in_brackets(words: &[Word], at: usize, head: usize) -> bool {
    let bracket = |word: &&Word| **word == OPEN || **word == CLOSE;
    words[at..head].iter().find(bracket) == Some(&CLOSE) && words[..at].iter().rfind(bracket) == Some(&OPEN)
}

/// A colon after "we do not" or "the following" opens a list that its words govern.
fn leads_in(sentence: &Sentence, at: usize) -> bool {
    at < sentence.lead || (at > 0 && sentence.words[at - 1].is(tables::LEAD_WORD))
}

/// "We do not use it for: ads; profiles; …", "for (a) ads; (b) profiles": what the semicolon begins is one of a list.
fn parts_a_list(sentence: &Sentence, at: usize, head: usize) -> bool {
    let words = &sentence.words;
    let announced =
        words[..at].iter().rposition(|word| *word == COLON).is_some_and(|colon| leads_in(sentence, colon));
    let lettered = words[at + 1..].starts_with(&[OPEN]) && words[..at].contains(&OPEN);
    (announced || lettered) && is_verbless(&words[at..head])
}

/// ", we …": a comma (or "and") before a subject and its verb begins a clause.
fn begins_after_comma(words: &[Word], at: usize, head: usize) -> bool {
    if words[at] != COMMA && !words[at].is(tables::AND) && words[at] != CLOSE && words[at] != OPEN {
        return false;
    }
    let after = at + 1;
    let next = words.get(after).copied().unwrap_or_default();
    if words[at] == word::NOR && next.is(tables::AUXILIARY) && after < head {
        return true;
    }
    let skip = usize::from(next.is(tables::AND) || next == word::SO);
    let comma = words[at] == COMMA;
    if words[at] == word::AND && after < head && next.is(tables::NOMINATIVE) {
        return true;
    }
    let verb_soon = || words[after..=head.max(after)].iter().take(7).any(|word| word.is(tables::CLAUSE_VERB));
    if comma && next.is(tables::NOT_DETERMINER) && verb_soon() {
        return true;
    }
    if comma && after < head.max(1) + 1 && closes_purpose(words, at) {
        return true;
    }
    let resumed = comma && after + skip <= head && closes_condition(words, at);
    let own_verb = || {
        next == Word::default()
            || subject_at(words, after).is_some()
            || has_verb(&words[after..=head])
            || words[head + 1..].iter().take(2).any(|word| word.is(tables::AUXILIARY))
    };
    if resumed && own_verb() {
        return true;
    }
    if comma
        && (begins_with_name(words, after + skip, head)
            || is_data_subject(&words[(after + skip).min(head)..head.max(after)]))
    {
        return true;
    }
    subject_at(words, after + skip).is_some_and(|subject| {
        comma && subject.end == head
            || subject.end < head
                && words[subject.end..=head].iter().take(4).any(|word| word.is(tables::CLAUSE_VERB))
    })
}

/// "If you …, our site …": the first comma after the condition that opens a sentence ends it.
fn closes_condition(words: &[Word], at: usize) -> bool {
    let from = words[..at].iter().rposition(|word| [COLON, SEMICOLON].contains(word));
    let opening = &words[from.map_or(0, |mark| mark + 1)..at];
    opening.iter().take(2).any(|word| word.is(tables::CONDITION)) && !opening.contains(&COMMA)
}

/// "We use it so that you need not log in again, count …": the comma ends what is done for you.
fn closes_purpose(words: &[Word], at: usize) -> bool {
    let so = words[..at].iter().rposition(|word| *word == word::SO);
    so.is_some_and(|so| {
        let aim = &words[so + 1..at];
        aim.iter().take(2).any(|word| word.is(tables::YOU)) && !aim.contains(&COMMA)
    })
}

/// "…, your visits are not counted": the last comma before a verb of its own.
fn has_verb(words: &[Word]) -> bool {
    !words.contains(&COMMA) && words.iter().any(|word| word.is(tables::AUXILIARY))
}

/// "If we see the signal we will …": the same without its comma.
fn resumes(words: &[Word], at: usize) -> bool {
    let next = |on: usize| words.get(at + on).copied().unwrap_or_default();
    let opener = words[at].is_any(&[tables::CONDITION, tables::EMBEDDING, tables::RELATIVE, tables::AND]);
    at > 2 && next(1) == word::WE && next(2).is(tables::AUXILIARY) && !opener && closes_condition(words, at)
}

/// ", we …", ", Lumora will …": a pronoun that can only be a subject, or an unknown name before its verb.
fn begins_with_name(words: &[Word], at: usize, head: usize) -> bool {
    let Some(&first) = words.get(at).filter(|_| at < head) else { return false };
    let name = Word::default();
    let last = at + usize::from(first == name && at + 1 < head && words[at + 1] == name);
    let verb = last + 1 == head || words[last + 1].is(tables::AUXILIARY);
    first.is(tables::NOMINATIVE) || (first == name && verb)
}

/// ", your personal information will": data is the subject of a passive.
fn is_data_subject(words: &[Word]) -> bool {
    let data = words.iter().take(4).position(|word| word.is(tables::DATA));
    data.is_some_and(|data| {
        words[..data].iter().all(|word| word.is_any(&[tables::PERSONAL, tables::ARTICLE]))
            && words.get(data + 1).is_some_and(|verb| verb.is(tables::CLAUSE_VERB))
    })
}

fn subject_at(words: &[Word], at: usize) -> Option<Subject> {
    const KINDS: [(Vocabulary, Actor); 5] = [
        (tables::OUTSIDER, Actor::Outsider),
        (tables::WE, Actor::We),
        (tables::THEY, Actor::Partner),
        (tables::THIRD_PARTY, Actor::Partner),
        (tables::YOU, Actor::You),
    ];
    KINDS
        .iter()
        .filter_map(|&(kind, actor)| phrase_at(words, at, kind).map(|end| Subject { start: at, end, actor }))
        .max_by_key(|subject| subject.end)
}

fn actor(words: &[Word], found: &Found, frame: &Frame, subject: Option<Subject>) -> Actor {
    if let Some(agent) = agent(words, found) {
        return agent;
    }
    if let Some(subject) = subject {
        return subject.actor;
    }
    antecedent(words, frame).or_else(|| resumed(words, frame)).unwrap_or(Actor::We)
}

/// "That partner sets a cookie so that it can …": "it" is the last who acted before.
fn resumed(words: &[Word], frame: &Frame) -> Option<Actor> {
    let it = word::IT;
    let before = frame.start.min(words.len());
    if words.get(before) != Some(&it) {
        return None;
    }
    (0..before).rev().find_map(|at| subject_at(words, at)).map(|subject| subject.actor)
}

/// "is collected by our partners": the agent of a passive.
fn agent(words: &[Word], found: &Found) -> Option<Actor> {
    if is_active(words, found.head) {
        return None;
    }
    let tail = found.head + 1..words.len().min(found.end + 4);
    tail.into_iter()
        .find(|&at| {
            let participle = at > found.head + 1 && words[at - 1].is(tables::SENT);
            let means = words.get(at + 1).is_some_and(|next| next.is(tables::EMBEDDING));
            words[at].is(tables::BY) && !participle && !means
        })
        .and_then(|by| (by + 1..=by + 2).find_map(|at| subject_at(words, at)))
        .map(|subject| subject.actor)
}

/// "We (do not) respond to signals sent by …": after "we", "do" or "may" without "be" the verb has its subject before it.
fn is_active(words: &[Word], head: usize) -> bool {
    let group = &words[head.saturating_sub(3)..head];
    let led = group.iter().any(|word| word.is_any(&[tables::AUXILIARY, tables::NOMINATIVE]));
    led && !group.iter().any(|word| word.is(tables::BEING))
}

/// "companies that …": a relative clause takes the noun before it.
fn antecedent(words: &[Word], frame: &Frame) -> Option<Actor> {
    if !frame.opener.is(tables::RELATIVE) {
        return None;
    }
    let from = frame.opened_at.saturating_sub(5);
    (from..frame.opened_at).filter_map(|at| subject_at(words, at)).next_back().map(|subject| subject.actor)
}

fn modality(words: &[Word], frame: &Frame, verb_group: std::ops::Range<usize>) -> Modality {
    if frame.opener.is(tables::HYPOTHETICAL) {
        return Modality::Hypothetical;
    }
    if frame.opener.is(tables::EMBEDDING) && !concludes(words, frame.opened_at) {
        return Modality::Embedded;
    }
    let whole = frame.start..verb_group.end;
    if finds(words, whole.clone(), tables::INVERTED) {
        return Modality::Hypothetical;
    }
    if finds(words, whole.clone(), tables::MAY) {
        Modality::May
    } else if finds(words, verb_group.clone(), tables::WILL) {
        Modality::Will
    } else if finds(words, verb_group, tables::HAVE) {
        Modality::Past
    } else {
        Modality::Does
    }
}

/// "…, which is why we": what follows is told.
fn concludes(words: &[Word], opened_at: usize) -> bool {
    let is = opened_at.checked_sub(1).is_some_and(|at| words[at] == word::IS);
    is && words[opened_at] == word::WHY
}

/// An odd number of negators between the clause's start and the practice, less those that deny nothing.
fn negated(words: &[Word], frame: &Frame, subject: Option<Subject>, found: &Found) -> bool {
    let from = reasserted(words, frame.start, found.head);
    let from = beyond(words, from, found.head).unwrap_or(from);
    let aside = opened_before(words, found);
    let governs = |at| {
        negates(words, at, subject, found)
            && !in_brackets(words, at, found.head)
            && aside.is_none_or(|open| at < open)
    };
    let before = !begins_anew(words, found.head) && (from..found.head).any(governs)
        || from == frame.start && frame.opener == word::NOR;
    let inside = (found.head + 1..found.end).any(|at| {
        words[at].is_any(&[tables::NOT_DETERMINER, tables::NEITHER]) && !is_false_friend(words, at)
    });
    let close = found.end.min(words.len())..words.len().min(found.end + 3);
    let after =
        close.into_iter().any(|at| words[at].is(tables::NOT_DETERMINER) && !is_false_friend(words, at))
            && !words[found.end..]
                .iter()
                .take(2)
                .any(|word| [COMMA, SEMICOLON].contains(word) || word.is(tables::AND));
    let flipped = finds(words, frame.start.saturating_sub(6)..found.head, tables::FLIPS);
    let beyond = denies_all_such(words, frame) || goes_on_denying(words, frame, found.head);
    let excepted = self::beyond(words, found.head, found.end).is_some();
    (before || inside || after || beyond) && !flipped && !excepted
}

/// "Your clicks (but not your name) are used …": where the bracket was opened in which what was found begins, if it
/// goes on beyond it.
fn opened_before(words: &[Word], found: &Found) -> Option<usize> {
    let bracket = |word: &&Word| **word == OPEN || **word == CLOSE;
    let leaves = words[found.head..found.end].iter().find(bracket) == Some(&CLOSE);
    leaves.then(|| words[..found.head].iter().rposition(|word| *word == OPEN)).flatten()
}

/// "Not to repeat an ad and to choose the next": the second "to" leaves the denial behind.
fn begins_anew(words: &[Word], head: usize) -> bool {
    head >= 2 && words[head - 1] == word::TO && words[head - 2] == word::AND
}

/// "No cookies beyond the one that …": what is excepted is not denied.
fn beyond(words: &[Word], from: usize, head: usize) -> Option<usize> {
    let excepts = |at: &usize| words[*at].is(tables::BEYOND) && !words[*at..head].contains(&COMMA);
    (from..head).rev().find(excepts)
}

/// "It is not shared and is used to …", "not to …, only to …": from where on a denial no longer holds.
fn reasserted(words: &[Word], start: usize, head: usize) -> usize {
    let and = word::AND;
    let anew = |at: &usize| {
        let next = words.get(at + 1).copied().unwrap_or_default();
        words[*at] == and && *at + 1 < head && next.is(tables::BEING)
            || words[*at] == COMMA && next.is(tables::RATHER)
    };
    (start..head).rev().find(anew).map_or(start, |at| at + 1)
}

/// "We use no cookies that …", "do not belong to any group that …": the denial reaches into the relative clause.
fn denies_all_such(words: &[Word], frame: &Frame) -> bool {
    let (opener, relative) = (frame.opened_at, frame.opener.is(tables::RELATIVE));
    let (from, embeds) = (opener.saturating_sub(6), frame.opener.is(tables::EMBEDDING));
    if (relative || embeds) && uses_none(words, from, opener) {
        return true;
    }
    if !relative || beyond(words, from, opener).is_some() {
        return embeds && denied_just_before(words, opener);
    }
    let any = (from..opener).rev().find(|&at| words[at].is(tables::ANY));
    any.is_some_and(|any| {
        words[any].is(tables::NOT_DETERMINER)
            || (any.saturating_sub(6)..any)
                .any(|at| phrase_at(words, at, tables::NOT).is_some() && !is_false_friend(words, at))
    })
}

/// "We do not track what you do elsewhere": what is not looked at is not seen.
fn denied_just_before(words: &[Word], opener: usize) -> bool {
    let denies = |at: usize| words[at].is(tables::NOT) && !is_false_friend(words, at);
    !words[opener.saturating_sub(3)..opener].contains(&COMMA)
        && (opener.saturating_sub(3)..opener).any(denies)
}

/// "We do not use tools that follow you": the tools are not used, and so they do not.
fn uses_none(words: &[Word], from: usize, opener: usize) -> bool {
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let used = |at: usize| {
        phrase_at(words, at, tables::NOT).is_some_and(|end| word(end).is(tables::EMPLOYS))
            && !is_false_friend(words, at)
    };
    let data = from < opener && word(opener - 1).is(tables::DATA);
    !data && !word(opener + 1).is(tables::NOMINATIVE) && (from..opener).any(used)
}

/// "We do not sell data of people that we know to be young, or share it": the "or" goes back behind the relative clause.
fn goes_on_denying(words: &[Word], frame: &Frame, head: usize) -> bool {
    let before = &words[head.saturating_sub(3)..head];
    let or = before.last() == Some(&word::OR) && !before.contains(&word::AND);
    let denied = |at: usize| phrase_at(words, at, tables::NOT).is_some() && !is_false_friend(words, at);
    or && frame.opener.is(tables::RELATIVE) && (0..frame.opened_at).any(denied)
}

fn negates(words: &[Word], at: usize, subject: Option<Subject>, found: &Found) -> bool {
    if words[at].is(tables::WITHOUT) {
        let between = &words[at..found.head];
        let listed = between.ends_with(&[word::OR])
            && !between.iter().any(|word| word.is_any(&[tables::AUXILIARY, tables::NOMINATIVE]));
        return (found.head - at <= LONGEST_WITHOUT || listed) && !is_false_friend(words, at);
    }
    if phrase_at(words, at, tables::NOT).is_none() || is_false_friend(words, at) {
        return false;
    }
    if words[at].is(tables::NOT_DETERMINER) {
        let near_subject = subject.is_some_and(|subject| subject.start == at + 1);
        let none_of = words.get(at + 1) == Some(&word::OF);
        return near_subject || none_of || found.head - at <= 6 || is_list(&words[at + 1..found.head]);
    }
    true
}

/// "No names, mails, posts or browsing": nothing between but what is listed.
fn is_list(words: &[Word]) -> bool {
    words.len() <= LONGEST_LIST && words.contains(&COMMA) && is_verbless(words)
}

fn is_verbless(words: &[Word]) -> bool {
    !words.iter().any(|word| word.is_any(&[tables::CLAUSE_VERB, tables::AUXILIARY]))
}

/// "not only", "whether or not", "no later than", "without limitation".
fn is_false_friend(words: &[Word], at: usize) -> bool {
    (at.saturating_sub(2)..=at)
        .any(|from| phrase_at(words, from, tables::NOT_ONLY).is_some_and(|end| end > at))
}

/// Where an exception begins after the practice.
fn tail(words: &[Word], found: &Found) -> Option<usize> {
    (found.head + 1..words.len()).find(|&at| phrase_at(words, at, tables::EXCEPT).is_some())
}

/// The class of the tail, or of what stands before the clause ("Except as described, we do not …"); what opens the
/// sentence and is of no known class leaves it open.
fn exception(words: &[Word], start: usize, found: &Found, tail: Option<usize>) -> Option<Exception> {
    if let Some(at) = tail {
        let denies_more = |&next: &usize| words[next] == COMMA && words.get(next + 1) == Some(&word::NOR);
        let end = (at..words.len()).find(denies_more).unwrap_or(words.len());
        return classify(words, at..end);
    }
    let fronted = (0..start.max(found.head)).find(|&at| phrase_at(words, at, tables::EXCEPT).is_some())?;
    let inside = fronted >= start;
    if !inside && fronted > FRONT {
        return None;
    }
    let class = classify(words, fronted..if inside { words.len() } else { found.head });
    class.or((fronted == 0).then_some(Exception::Open))
}

/// Mixed tails: the material one wins, so the largest does (0.8.3).
fn classify(words: &[Word], tail: std::ops::Range<usize>) -> Option<Exception> {
    const CLASSES: [(Vocabulary, Exception); 8] = [
        (tables::TRANSFER_WORD, Exception::Transfer),
        (tables::LAW_WORD, Exception::Law),
        (tables::VENDOR_WORD, Exception::Vendor),
        (tables::AFFILIATE_WORD, Exception::Affiliate),
        (tables::AGGREGATE_WORD, Exception::Aggregate),
        (tables::PURPOSE_WORD, Exception::Purpose),
        (tables::CONSENT_WORD, Exception::Consent),
        (tables::DESCRIBED_WORD, Exception::Open),
    ];
    CLASSES
        .iter()
        .filter(|(words_of, _)| finds(words, tail.clone(), *words_of))
        .map(|&(_, class)| class)
        .filter(|class| *class != Exception::Consent || !finds(words, tail.clone(), tables::BOUND_TO_KEEP))
        .max()
}

fn clause_end(words: &[Word], from: usize) -> usize {
    (from..words.len())
        .find(|&at| {
            words[at] == SEMICOLON
                || words[at].is(tables::TURN)
                || begins_after_comma(words, at, words.len() - 1)
        })
        .unwrap_or(words.len())
}

fn finds(words: &[Word], range: std::ops::Range<usize>, vocabulary: Vocabulary) -> bool {
    range.into_iter().any(|at| phrase_at(words, at, vocabulary).is_some())
}
