//! Signals of DATA SALE (codebook A4).

use super::{Reading, by_polarity, stands_in};
use crate::clause::{Actor, Exception, Modality};
use crate::engine::{Ask, Vocabulary, Word, phrase_at, tables};
use crate::standing::Standing;
use crate::words::{CLOSE, COMMA, OPEN, Shape};

/// How far from the verb a deal takes the data with the business.
const DEAL_REACH: usize = 30;

pub(super) fn signal(reading: &Reading) -> Option<&'static str> {
    let plain = by_polarity(reading)?;
    if reading.standing == Standing::Asks {
        return None;
    }
    match plain {
        _ if reading.rule.asks.contains(&Ask::Column) => Some(column(reading, plain)),
        "S0t" => Some(plain),
        "S?" => is_mention(reading).then_some(plain),
        "S~" if reading.rule.asks.contains(&Ask::Anywhere) => Some(plain),
        "S~" if reading.rule.asks.contains(&Ask::Plain) => statutory(reading),
        _ => sale(reading, plain),
    }
}

/// A column of a table: hedged where its header, or the row, quotes the word or leans on a law.
fn column(reading: &Reading, plain: &'static str) -> &'static str {
    let headers = &reading.sentence.tokens[..reading.sentence.lead];
    let quoted =
        headers.iter().any(|token| token.word.is(tables::SOLD_COLUMN) && token.shape.has(Shape::QUOTED));
    let hedged = quoted || reading.says(tables::LEGAL_HEDGE) || reading.says(tables::SHARED_COLUMN);
    if hedged && plain == "S+" { "S~" } else { plain }
}

/// A mention of data that is sold, not of goods, by anyone but linked sites.
fn is_mention(reading: &Reading) -> bool {
    reading.standing != Standing::Defines
        && reading.clause.actor != Actor::Outsider
        && !follows_goods(reading)
        && !is_part_of_a_deal(reading)
}

/// A law's wide word for what is passed on. Denied or recited it decides nothing, save where our own doings follow.
fn statutory(reading: &Reading) -> Option<&'static str> {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let denied = (head.saturating_sub(4)..head).any(|at| phrase_at(words, at, tables::NOT).is_some());
    let turned = finds(reading, head..words.len(), tables::TURN) || reading.says(tables::BELIEVING);
    let ours = reading.sentence.own().iter().any(|word| word.is(tables::OWN_SHARING))
        || reading.says(tables::OWN_SHARING);
    match reading.standing {
        _ if denied && !turned => None,
        Standing::Asserts => Some("S~"),
        Standing::Defines | Standing::Recites | Standing::Instructs if ours => Some("S~"),
        _ => Some("S?"),
    }
}

fn sale(reading: &Reading, plain: &'static str) -> Option<&'static str> {
    let denied = plain == "S-";
    let actor_is_other = matches!(reading.clause.actor, Actor::Partner | Actor::Outsider | Actor::You);
    if actor_is_other || reading.standing == Standing::Defines || !is_sale_of_data(reading) {
        None
    } else if !denied && is_part_of_a_deal(reading) {
        None
    } else if is_only_named(reading) {
        Some("S?")
    } else if denied {
        Some(denial(reading))
    } else if plain == "S~" {
        Some(plain)
    } else {
        Some(admission(reading))
    }
}

/// The object test: the verb is a verb, and what it governs is data.
fn is_sale_of_data(reading: &Reading) -> bool {
    is_verb(reading) && !governs_other_thing(reading) && !follows_goods(reading)
}

/// "rent", "lease" and "trade" are nouns too: a verb follows a subject, an auxiliary or another verb.
fn is_verb(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    if !words[head].is(tables::NOUN_OR_VERB) || head == 0 {
        return true;
    }
    let listed = words[head - 1] == COMMA || words[head - 1].is(tables::AND);
    let verbs = words[head.saturating_sub(4)..head].iter().any(|word| word.is(tables::HAND_OVER));
    words[head - 1].is(tables::VERB_LEAD) && (!listed || verbs)
}

/// "sell lamps and use your data": goods, or a thing no rule knows and then another clause.
fn governs_other_thing(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let (head, end) = (reading.found.head, reading.found.end);
    let object = &words[(head + 1).min(end)..end];
    let joined = |pair: &[Word]| pair[0] == Word::default() && (pair[1] == COMMA || pair[1].is(tables::AND));
    stands_in(object, tables::GOODS_OBJECT) || object.windows(2).any(joined)
}

/// "products sold", "the games that are sold", "the company is sold".
fn follows_goods(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let link = |word: &&Word| word.is(tables::THAT_OR_BE) || **word == OPEN || **word == CLOSE;
    let noun = words[..head].iter().rev().find(|word| !link(word));
    let passive = head > 0 && words[head - 1].is(tables::BE);
    words[head].is(tables::SOLD_FORM)
        && noun.is_some_and(|noun| noun.is(tables::GOODS_SOLD) || passive && noun.is(tables::SOLD_BUSINESS))
}

/// Data that goes with a business that is sold is no data sale (A4.3, A4.7).
fn is_part_of_a_deal(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let near = head.saturating_sub(DEAL_REACH)..words.len().min(head + DEAL_REACH);
    near.into_iter().any(|at| phrase_at(words, at, tables::DEAL_EVENT).is_some())
}

/// What is presupposed, recited, supposed or a bare name asserts nothing.
fn is_only_named(reading: &Reading) -> bool {
    let embedded = reading.clause.modality == Modality::Embedded && !explains_practice(reading);
    embedded
        || reading.clause.modality == Modality::Hypothetical
        || !reading.asserts()
        || is_fragment(reading)
        || is_gerund(reading)
}

/// "how we collect, use and sell": told, where the clause lists what is done.
fn explains_practice(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let (start, head) = (reading.clause.start, reading.found.head);
    let how = start > 0 && words[start - 1] == Word::find(b"how");
    how && words[start..head]
        .iter()
        .any(|word| *word == Word::find(b"collects") || *word == Word::find(b"collect"))
}

/// "The categories of data that we sold", with no verb of its own: an item of a list of rights, a column's name.
fn is_fragment(reading: &Reading) -> bool {
    let words = reading.sentence.own();
    let head = reading.found.head.saturating_sub(reading.sentence.lead);
    let opens = (0..words.len().min(3)).find(|&at| phrase_at(words, at, tables::RECITAL_HEAD).is_some());
    let Some(opens) = opens.filter(|&at| at < head) else { return false };
    let told = words[opens..].iter().any(|word| word.is(tables::STATES));
    !told
}

/// "purposes for selling": a gerund tells nothing, save after "are", "in the business of", "engage in".
fn is_gerund(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let told = words[head.saturating_sub(4)..head].iter();
    words[head].is(tables::SELLING)
        && !reading.clause.softened
        && !told.into_iter().any(|word| word.is(tables::BE) || word.is(tables::ENGAGES))
}

fn denial(reading: &Reading) -> &'static str {
    let scope = reading.scope;
    let some_people = is_for_minors(reading) || scope.nevada && !scope.california || scope.europe;
    let some_buyers =
        finds(reading, reading.found.end..reading.clause.end.max(reading.found.end), tables::RESELLS);
    if some_people || some_buyers || is_for_some_data(reading) || hangs_on_choice(reading) {
        return "S?";
    }
    match exception(reading) {
        Some(exception) if exception.is_benign() => "S-b",
        Some(_) => "S-x",
        None if has_gap(reading) => "S-x",
        None => "S-",
    }
}

/// The tail's class; "only" after a denial opens no gap ("we do not sell it, and only use it as described").
fn exception(reading: &Reading) -> Option<Exception> {
    let only = Word::find(b"only");
    let words = &reading.sentence.words;
    let bare = reading.clause.tail.is_some_and(|tail| words[tail] == only);
    reading.clause.exception.filter(|_| !bare)
}

/// What a denial leaves open without an exception word: another sense, money alone, one purpose, one kind of buyer.
fn has_gap(reading: &Reading) -> bool {
    let money = reading.says(tables::MONEY_ONLY) && !reading.says(tables::VALUABLE);
    let after = reading.found.end..reading.clause.end.max(reading.found.end);
    reading.says(tables::SENSE_HEDGE) || money || is_for_purpose(reading, after)
}

fn is_for_purpose(reading: &Reading, after: std::ops::Range<usize>) -> bool {
    let words = &reading.sentence.words;
    let including = |at: usize| {
        words[at.saturating_sub(4)..at]
            .iter()
            .any(|word| word.is(tables::SOME_PEOPLE_WORD) || word.is(tables::NOT))
    };
    let cross_context = finds(reading, after.clone(), tables::CROSS_CONTEXT);
    !cross_context
        && after
            .into_iter()
            .any(|at| phrase_at(words, at, tables::OTHERS_PURPOSE).is_some() && !including(at))
}

/// "of children under 16", but not "including children".
fn is_for_minors(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let clause = reading.clause.start..reading.clause.end.max(reading.found.end);
    reading.scope.minors_heading
        || clause.into_iter().any(|at| {
            phrase_at(words, at, tables::MINORS).is_some()
                && !words[at.saturating_sub(4)..at].iter().any(|word| word.is(tables::SOME_PEOPLE_WORD))
        })
}

/// The object is one kind of data only.
fn is_for_some_data(reading: &Reading) -> bool {
    finds(reading, reading.found.start..reading.found.end, tables::SOME_DATA)
}

/// "If you opt out, we will no longer sell": a promise that hangs on a choice presupposes the sale.
fn hangs_on_choice(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let fronted = reading.sentence.lead..reading.clause.start;
    let condition = fronted.clone().any(|at| words[at].is(tables::UPON));
    condition && finds(reading, fronted, tables::CHOICE)
}

fn admission(reading: &Reading) -> &'static str {
    let consent = reading.clause.exception == Some(Exception::Consent);
    if reading.span().iter().any(|word| word.is(tables::AGGREGATE_WORD))
        && !reading.says(tables::NOT_AGGREGATED)
    {
        "S?"
    } else if is_hedged(reading) {
        "S~"
    } else if consent {
        "S-x"
    } else {
        "S+"
    }
}

/// The verb in quotation marks, or a law's definition beside it.
fn is_hedged(reading: &Reading) -> bool {
    let quoted = reading.sentence.tokens[reading.found.head].shape.has(Shape::QUOTED);
    quoted || reading.says(tables::LEGAL_HEDGE)
}

fn finds(reading: &Reading, range: std::ops::Range<usize>, vocabulary: Vocabulary) -> bool {
    stands_in(&reading.sentence.words[range], vocabulary)
}
