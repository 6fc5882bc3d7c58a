//! Signals of DATA SALE (codebook A4).

use super::{Reading, by_polarity};
use crate::clause::{Actor, Exception, Modality};
use crate::engine::{Ask, Vocabulary, Word, phrase_at, stands_in, tables};
use crate::standing::Standing;
use crate::words::{self, CLOSE, COLON, COMMA, OPEN, Shape};

/// How far from the verb a deal takes the data with the business.
const DEAL_REACH: usize = 30;
/// A tail of no known class that begins this near the denial leaves it open.
const TAIL_REACH: usize = 8;
/// How many blocks of a page may name whose page it is.
const OPENING_BLOCKS: usize = 5;

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
        && !(reading.clause.actor == Actor::Partner && is_sale_verb(reading))
        && is_verb(reading)
        && !follows_goods(reading)
        && !is_part_of_a_deal(reading)
}

fn is_sale_verb(reading: &Reading) -> bool {
    reading.sentence.words[reading.found.head].is(tables::SALE_VERB)
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
    let denied = plain == "S-" || none_of_it(reading);
    let of_a_deal = !denied && is_part_of_a_deal(reading);
    let no_evidence = is_another(reading) || reading.standing == Standing::Defines || is_a_duty(reading);
    if no_evidence || of_a_deal || !is_sale_of_data(reading) {
        None
    } else if is_only_named(reading) {
        Some("S?")
    } else if denied {
        Some(denial(reading))
    } else {
        Some(admission(reading, plain))
    }
}

/// A third party, a linked site or the reader; but a firm known by its name that heads this very page is "we".
fn is_another(reading: &Reading) -> bool {
    let Reading { sentence, clause, found, .. } = reading;
    let brand = sentence.words[clause.start..found.head].iter().find(|word| word.is(tables::BRAND));
    let opening = reading.blocks.iter().take(OPENING_BLOCKS);
    let ours = brand.is_some_and(|brand| {
        opening.into_iter().any(|block| words::tokenize(&block.text).iter().any(|token| token.word == *brand))
    });
    match clause.actor {
        Actor::We => false,
        Actor::Partner => !ours,
        Actor::You => found.start == found.head,
        Actor::Outsider => true,
    }
}

/// "None of the data … will be sold": the negator stands before the data, which begins what was found.
fn none_of_it(reading: &Reading) -> bool {
    let found = &reading.found;
    let before = &reading.sentence.words[found.start.saturating_sub(5)..found.start];
    found.start != found.head && before.iter().any(|word| word.is(tables::NOT_DETERMINER))
}

/// "agrees not to sell": what others are bound to; "ask us not to sell" is the reader's right.
fn is_a_duty(reading: &Reading) -> bool {
    let head = reading.found.head;
    let us = Word::find(b"us");
    is_asked(reading) && !reading.sentence.words[head.saturating_sub(4)..head].contains(&us)
}

/// "we do not believe that": what comes after it is held, not told.
fn is_opinion(before: &[Word]) -> bool {
    let held = before.iter().rposition(|word| word.is(tables::BELIEVING));
    held.is_some_and(|held| before.len() - held <= 6 && before[held.saturating_sub(1)].is(tables::NOT))
}

/// "asked not to sell", "bound not to sell": said of somebody who is told to.
fn is_asked(reading: &Reading) -> bool {
    let head = reading.found.head;
    let words = &reading.sentence.words[head.saturating_sub(5)..head];
    let not_to = words.ends_with(&[Word::find(b"not"), Word::find(b"to")]);
    not_to && words.iter().any(|word| word.is(tables::ASKED_OF_US))
}

/// The object test: the verb is a verb, and what it governs is data.
fn is_sale_of_data(reading: &Reading) -> bool {
    is_verb(reading) && !governs_other_thing(reading) && !follows_goods(reading) && !is_meant(reading)
}

/// "\"sold\" means": the word is explained, not used.
fn is_meant(reading: &Reading) -> bool {
    let head = reading.found.head;
    let after = head..reading.sentence.words.len().min(head + 6);
    reading.sentence.tokens[head].shape.has(Shape::QUOTED) && finds(reading, after, tables::MEANT)
}

/// "rent", "lease" and "trade" are nouns too: a verb follows a subject, an auxiliary or another verb.
fn is_verb(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    if words[head].is(tables::SOLD_FORM) && reading.found.start == head {
        return words[reading.clause.start..head].iter().any(|word| word.is_any(&[tables::HAVE, tables::WE]));
    }
    if !words[head].is(tables::NOUN_OR_VERB) {
        return true;
    }
    if head == 0 {
        return false;
    }
    let listed = words[head - 1] == COMMA || words[head - 1].is(tables::AND);
    let verbs = words[head.saturating_sub(4)..head].iter().any(|word| word.is(tables::HAND_OVER));
    words[head - 1].is(tables::VERB_LEAD) && (!listed || verbs)
}

/// "sell lamps and use your data": goods, or a thing no rule knows and then another clause.
fn governs_other_thing(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let (head, end) = (reading.found.head, reading.found.end);
    if !is_sale_verb(reading) {
        return false;
    }
    let object = &words[(head + 1).min(end)..end];
    let joined = |pair: &[Word]| pair[0] == Word::default() && (pair[1] == COMMA || pair[1].is(tables::AND));
    let see = |pair: &[Word]| pair == [OPEN, Word::find(b"see")];
    object.contains(&COLON)
        || object.windows(2).any(see)
        || stands_in(object, tables::GOODS_OBJECT)
        || object.windows(2).any(joined)
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
        || is_supposed(reading)
        || is_asked(reading)
        || reading.clause.modality == Modality::Hypothetical
        || !asserts(reading)
        || is_fragment(reading)
        || is_gerund(reading)
}

/// A right named after our own statement ("we don't sell it without the opportunity to opt out") recites nothing.
fn asserts(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let recital = |vocabulary| finds(reading, 0..head, vocabulary);
    let ours = words[reading.clause.start.min(head)..head].iter().any(|word| word.is(tables::WE));
    let told = ours && !recital(tables::RIGHT_WORD) && !recital(tables::LAW_RECITAL);
    reading.asserts() || reading.standing == Standing::Recites && told
}

/// "were we ever to sell", "no knowledge that we sell", "with which we sell", "that your data not be sold".
fn is_supposed(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let (start, head) = (reading.clause.start.min(reading.found.head), reading.found.head);
    let opening = &words[start.saturating_sub(3)..start];
    let known = opening.contains(&Word::find(b"knowledge")) || is_opinion(&words[..start]);
    let to_whom = opening.len() > 1
        && opening[opening.len() - 1].is(tables::RELATIVE)
        && opening[opening.len() - 2].is(tables::PREPOSITION)
        && !words[reading.found.end..].iter().any(|word| word.is(tables::STATES));
    let bare = head > 0
        && words[head - 1] == Word::find(b"be")
        && !words[start..head].iter().any(|word| {
            word.is_any(&[tables::WILL, tables::MAY, tables::VERB_LEAD]) && *word != Word::find(b"not")
        });
    known || to_whom || bare || stands_in(&words[start.saturating_sub(2)..head], tables::SUPPOSING)
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
    let before = &words[head.saturating_sub(4)..head];
    let of = words[head..reading.found.end.max(head)].contains(&Word::find(b"of"));
    let bought = of && before.iter().any(|word| word.is(tables::BUYING));
    words[head].is(tables::SELLING)
        && !reading.clause.softened
        && !bought
        && !before.iter().any(|word| word.is_any(&[tables::BE, tables::ENGAGES]))
}

fn denial(reading: &Reading) -> &'static str {
    let scope = reading.scope;
    let some_people = is_for_minors(reading) || is_for_nevada(reading) || scope.europe;
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

fn is_for_nevada(reading: &Reading) -> bool {
    let named = reading.says(tables::NEVADA);
    let california = reading.says(tables::CALIFORNIA) || !named && reading.scope.california;
    reading.scope.nevada && !california
}

/// The tail's class; "only" after a denial opens no gap ("we do not sell it, and only use it as described").
fn exception(reading: &Reading) -> Option<Exception> {
    let only = Word::find(b"only");
    let words = &reading.sentence.words;
    let Some(tail) = reading.clause.tail else { return reading.clause.exception };
    let later = finds(reading, reading.found.head..tail, tables::FUTURE_CHANGE);
    if words[tail] == only || later {
        return None;
    }
    let near = tail <= reading.found.end + TAIL_REACH;
    reading.clause.exception.or(near.then_some(Exception::Open))
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
    let mut clause = reading.clause.start..end(reading);
    reading.scope.minors_heading
        || clause.any(|at| {
            phrase_at(words, at, tables::MINORS).is_some()
                && !words[at.saturating_sub(4)..at].iter().any(|word| word.is(tables::SOME_PEOPLE_WORD))
        })
}

/// The object is one kind of data only.
fn is_for_some_data(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let after = reading.found.end..words.len().min(reading.found.end + 5);
    let collected = words[after.clone()].iter().any(|word| *word == Word::find(b"collected"));
    finds(reading, reading.found.start..reading.found.end, tables::SOME_DATA)
        || collected && finds(reading, after, tables::SOME_DATA)
}

/// Where the clause ends: also before ", nor do we".
fn end(reading: &Reading) -> usize {
    let words = &reading.sentence.words;
    let from = reading.found.end;
    let nor = (from..reading.clause.end.max(from))
        .find(|&at| words[at] == COMMA && words[at + 1..].starts_with(&[Word::find(b"nor")]));
    nor.unwrap_or(reading.clause.end.max(from))
}

/// "If you opt out, we will no longer sell": a promise that hangs on a choice presupposes the sale.
fn hangs_on_choice(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let fronted = reading.sentence.lead..reading.clause.start;
    let condition = fronted.clone().any(|at| words[at].is(tables::UPON));
    condition && finds(reading, fronted, tables::CHOICE)
}

fn admission(reading: &Reading, plain: &'static str) -> &'static str {
    let consent = reading.clause.exception == Some(Exception::Consent);
    if is_about_nobody(reading) || is_for_minors(reading) {
        "S?"
    } else if plain == "S~" || is_hedged(reading) {
        "S~"
    } else if consent {
        "S-x"
    } else {
        "S+"
    }
}

fn is_about_nobody(reading: &Reading) -> bool {
    let aggregate = reading.span().iter().any(|word| word.is(tables::AGGREGATE_WORD));
    aggregate && !reading.says(tables::NOT_AGGREGATED)
        || finds(reading, reading.found.end..reading.sentence.words.len(), tables::NON_IDENTIFYING)
}

/// The verb in quotation marks, or a law's definition beside it.
fn is_hedged(reading: &Reading) -> bool {
    let head = reading.sentence.tokens[reading.found.head];
    let quoted = head.shape.has(Shape::QUOTED) && head.word.is(tables::SELL_FORM);
    quoted || reading.says(tables::LEGAL_HEDGE)
}

fn finds(reading: &Reading, range: std::ops::Range<usize>, vocabulary: Vocabulary) -> bool {
    stands_in(&reading.sentence.words[range], vocabulary)
}
