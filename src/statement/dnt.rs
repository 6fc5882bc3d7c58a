//! Signals of DNT HANDLING (codebook A2), and of its neighbour, the Global Privacy Control.

use super::{Reading, Statement, by_polarity};
use crate::clause::{Actor, Modality};
use crate::engine::{Ask, Vocabulary, Word, phrase_at, stands_in, tables, word};
use crate::standing::Standing;
use crate::words::{COMMA, STOP, Shape};

pub(super) fn signal(reading: &Reading) -> Option<&'static str> {
    Some(match polarity(reading)? {
        "N+" => promise(reading),
        "N-" => refusal(reading),
        other => other,
    })
}

pub(super) fn gpc_signal(reading: &Reading) -> Option<&'static str> {
    let plain = by_polarity(reading)?;
    let answered = is_said(reading)
        && (!is_others(reading) || is_done_to_you(reading))
        && !is_hedged(reading)
        && !is_about_standards(reading);
    Some(if answered { plain } else { "G?" })
}

/// What only the whole text decides: an answer with its reason is one answer, and a promise to "respond" that is
/// taken back beside it is none (boundary case 31).
pub(super) fn settle(statements: &mut Vec<Statement>) {
    let moot: Vec<usize> = statements.iter().filter(|s| s.signal == "N0").map(|s| s.sentence).collect();
    statements.retain(|s| !(matches!(s.signal, "N-" | "N+") && moot.contains(&s.sentence)));
    let despite = statements.iter().any(|s| s.rule.name == "collects-despite-dnt");
    let evaded: Vec<usize> = statements.iter().filter(|s| is_evasion(s)).map(|s| s.sentence).collect();
    let promises = statements.iter_mut().filter(|s| s.signal == "N+");
    promises.filter(|s| despite || evaded.contains(&s.sentence)).for_each(|s| s.signal = "N?");
}

/// "We respect it, but our site may not respond": what the company itself may not do is no promise.
fn is_evasion(statement: &Statement) -> bool {
    let clause = statement.clause;
    statement.signal == "N?"
        && clause.negated
        && clause.actor == Actor::We
        && clause.modality == Modality::May
}

/// A promise is believed only where the company plainly makes it of itself: a false one is the worst error.
fn promise(reading: &Reading) -> &'static str {
    if is_others(reading) || !is_said(reading) || !is_ours(reading) || !is_direct(reading) {
        "N?"
    } else if reading.says(tables::NOT_ALL) || is_limited(reading) {
        "N+p"
    } else if is_hedged(reading) || is_intention(reading) {
        "N?"
    } else {
        "N+"
    }
}

fn refusal(reading: &Reading) -> &'static str {
    if is_others(reading) || !is_said(reading) || is_about_standards(reading) {
        "N?"
    } else if blames_no_tracking(reading) {
        "N0"
    } else if reading.says(tables::NOT_ALL) {
        "N+p"
    } else if is_hedged(reading) || is_duty_only(reading) {
        "N?"
    } else {
        "N-"
    }
}

/// The rule's signal by its clause, but: "we do not stop" denies here, though it asserts in other company, and a list
/// under "if you don't want …" denies nothing of what it offers.
fn polarity(reading: &Reading) -> Option<&'static str> {
    let Reading { sentence, found, rule, .. } = reading;
    let not = |words: &[Word]| words.iter().any(|word| word.is(tables::NOT));
    if is_offer(reading) {
        let denied = found.head > sentence.lead && not(&sentence.words[sentence.lead..found.head]);
        return Some(if denied { rule.denied } else { rule.affirmed });
    }
    let outright = not(&sentence.words[found.head.saturating_sub(1)..found.head]);
    if is_joined(reading) {
        return Some(rule.affirmed);
    }
    let denied = (outright && !rule.asks.contains(&Ask::Plain)).then_some(rule.denied);
    denied.filter(|signal| *signal != "0").or_else(|| by_polarity(reading))
}

/// "We use no third parties, honor Do Not Track", "it does not follow you, honors …": what denies a noun does not reach
/// the verb that follows the list, nor "does not" a verb with an ending of its own, or the last of those that each had
/// their own ("we do not …, do not …, and honor …").
fn is_joined(reading: &Reading) -> bool {
    let head = reading.found.head;
    let joined = head > 0
        && (reading.sentence.words[head - 1] == COMMA || reading.sentence.words[head - 1].is(tables::AND));
    let before = before(reading);
    let denies =
        |at: usize| phrase_at(before, at, tables::NOT).is_some() && !before[at].is(tables::NOT_DETERMINER);
    let finite =
        [&b"respects"[..], b"honors"].iter().any(|verb| reading.sentence.words[head] == Word::find(verb));
    let sooner = &reading.sentence.words[reading.sentence.lead.min(head)..head];
    let each = sooner.iter().filter(|word| word.is(tables::NOT)).count() > 1;
    let last = sooner.ends_with(&[COMMA, word::AND]);
    joined && reading.clause.negated && (finite || !(0..before.len()).any(denies) || each && last)
}

/// "If your browser sends Do Not Track, your visits are not counted": said of this site, as no other is named.
fn is_consequence(reading: &Reading) -> bool {
    let Reading { sentence, clause, found, .. } = reading;
    let words = &sentence.words;
    let condition =
        words[sentence.lead..clause.start.max(sentence.lead)].iter().any(|word| word.is(tables::CONDITION));
    let named = clause.start <= found.head
        && stands_in(&words[found.start..clause.start.max(found.start)], tables::DNT_NAME);
    condition && named && clause.actor != Actor::Outsider && !reading.says(tables::DNT_ELSEWHERE)
}

/// "Analytics is switched off for …": a passive of what only a site does.
fn is_done_here(reading: &Reading) -> bool {
    let [subject @ .., last] = before(reading) else { return false };
    let tools = [tables::DNT_PRACTICE, tables::TRACKING_TOOL];
    last.is(tables::BEING) && tools.iter().any(|&tool| stands_in(subject, tool))
}

/// The words of the clause before the practice.
fn before<'a>(reading: &Reading<'a>) -> &'a [Word] {
    &reading.sentence.words[reading.clause.start.min(reading.found.head)..reading.found.head]
}

/// Others than the company; a reader who refuses to respond is only an object misread.
fn is_others(reading: &Reading) -> bool {
    let browser = before(reading).iter().any(|word| word.is(tables::BROWSER_NAME));
    let readers = reading.clause.actor == Actor::You && reading.clause.negated;
    let passive = reading.sentence.words[reading.found.start].is_any(&[tables::DNT_NAME, tables::GPC]);
    reading.clause.actor == Actor::Partner
        || reading.is_theirs() && !readers && !passive
        || (browser && !reading.anywhere())
}

/// "You are opted out".
fn is_done_to_you(reading: &Reading) -> bool {
    let opted = reading.sentence.words[reading.found.head] == word::OPTED;
    opted && reading.clause.actor == Actor::You
}

/// Asserted: or "we" is the subject of a clause beside a right or an instruction.
fn is_said(reading: &Reading) -> bool {
    let mention = matches!(reading.clause.modality, Modality::Hypothetical | Modality::Embedded);
    if is_offer(reading) {
        return true;
    }
    let named = reading.sentence.words[reading.found.start].is(tables::DNT_NAME) || is_consequence(reading);
    let besides = !matches!(reading.standing, Standing::Asks | Standing::Heads)
        && (names_us(reading) || named)
        && !follows_that(reading);
    !mention && !reading.says(tables::SUPPOSED) && (reading.asserts() || reading.anywhere() || besides)
}

/// Whether the clause names the company, or a signal that "is honored".
fn is_ours(reading: &Reading) -> bool {
    let Reading { sentence, found, .. } = reading;
    if is_offer(reading)
        || sentence.answers
        || sentence.words[found.start].is(tables::DNT_NAME)
        || is_consequence(reading)
        || is_done_here(reading)
    {
        return true;
    }
    names_us(reading)
        && (stands_in(before(reading), tables::WE) || !follows_that(reading))
        && !is_governed(reading)
}

/// "We", "our …", or an unknown name stands before the verb.
fn names_us(reading: &Reading) -> bool {
    let Reading { sentence, clause, found, .. } = reading;
    let unknown = |at: usize| {
        sentence.words[at] == Word::default()
            && (at == sentence.lead || sentence.tokens[at].shape.has(Shape::CAPITAL))
    };
    let start = clause.start.min(found.head);
    stands_in(before(reading), tables::WE)
        || stands_in(before(reading), tables::ANALYTICS_VENDOR)
        || (start..found.head).any(|at| sentence.words[at].is(tables::OUR) || unknown(at))
}

/// The verb's object is the signal: not "process data … regardless of Do Not Track", not "a standard for honoring".
fn is_direct(reading: &Reading) -> bool {
    let Reading { sentence, found, .. } = reading;
    let between = &sentence.words[(found.head + 1).min(found.end)..found.end];
    let apart = between.iter().any(|word| word.is(tables::DNT_APART)) || between.len() > 9;
    let answers = matches!(reading.rule.name, "responds-to-dnt" | "answers-unnamed-signals");
    let astray = answers && apart;
    !astray && !is_about_standards(reading)
}

/// "technology that recognizes …", "standards which honor …".
fn follows_that(reading: &Reading) -> bool {
    let start = reading.clause.start;
    let words = &reading.sentence.words;
    let relative = start > 0 && start <= reading.found.head && words[start - 1].is(tables::RELATIVE);
    relative && !(start > 1 && words[start - 2].is(tables::SAYS_THAT))
}

/// "for responding to …": the verb hangs on a noun, not on a subject.
fn is_governed(reading: &Reading) -> bool {
    let Reading { sentence, found, .. } = reading;
    let committed = found.head > 1 && sentence.words[found.head - 2].is(tables::COMMITTED);
    found.head > 0
        && !committed
        && sentence.words[found.head - 1].is(tables::GOVERNS)
        && sentence.words[found.head].is(tables::RESPONDING)
}

/// "You can opt out by enabling …": the reader acts, the company promises.
fn is_offer(reading: &Reading) -> bool {
    matches!(reading.rule.affirmed, "N+" | "G+") && reading.rule.asks.contains(&Ask::AnyActor)
}

/// "May", "cannot guarantee", "not always": promises nothing either way.
fn is_hedged(reading: &Reading) -> bool {
    let Reading { sentence, clause, found, .. } = reading;
    let start = clause.start.min(found.head);
    let wider = &sentence.words[start.saturating_sub(6)..found.head];
    let own = after_aside(before(reading));
    let always = clause.negated && stands_in(&sentence.words[start..found.end], tables::ALWAYS);
    always || !is_offer(reading) && (stands_in(own, tables::MAYBE) || stands_in(wider, tables::FLIPS))
}

/// "Although your device may …, our practices will …": what the last comma ended holds no longer, if a verb comes after.
fn after_aside(before: &[Word]) -> &[Word] {
    let told = before.strip_suffix(&[COMMA]).unwrap_or(before);
    let last = told.rsplit(|word| *word == COMMA).next().unwrap_or(told);
    if last.iter().any(|word| word.is(tables::AUXILIARY)) { last } else { before }
}

/// "We intend to honor …", "We will honor it once there is a standard".
fn is_intention(reading: &Reading) -> bool {
    stands_in(before(reading), tables::INTENDS)
        || reading.clause.modality == Modality::Will && reading.says(tables::SOME_DAY)
}

/// "We are not required to respond", and no more.
fn is_duty_only(reading: &Reading) -> bool {
    reading.clause.not_obliged && !reading.says(tables::NOR_DO)
}

/// "There is no standard for responding to …", "no universally accepted Do Not Track …".
fn is_about_standards(reading: &Reading) -> bool {
    let (words, head) = (&reading.sentence.words, reading.found.head);
    let end = words.len().min(head + 1 + usize::from(reading.clause.negated));
    let before = &words[reading.clause.start.min(head)..end];
    let widely = head > 0 && words[head - 1].is(tables::DNT_WIDELY);
    !reading.rule.asks.contains(&Ask::Plain)
        && (stands_in(before, tables::STANDARD) || widely)
        && !stands_in(before, tables::WE)
}

/// Limited to some people, places, tools: "… honors it; our shop does not."
fn is_limited(reading: &Reading) -> bool {
    let Reading { sentence, clause, found, .. } = reading;
    let offered = is_offer(reading) && stands_in(&sentence.words[found.head..found.end], tables::THIRD_PARTY);
    let start = clause.start.min(found.head);
    let taken_back = matches!(&sentence.words[found.end..], [.., not, STOP] if not.is(tables::NOT));
    let but_not = |pair: &[Word]| pair[0].is(tables::TURN) && pair[1].is(tables::NOT);
    offered
        || taken_back
        || clause.tail.is_some_and(|tail| tail <= clause.end + 1)
        || sentence.words[found.end..].windows(2).any(but_not)
        || reading.says(tables::SOME_PARTS)
        || reading.scope.europe
        || stands_in(&sentence.words[start..clause.end], tables::SOME_SIGNALS)
}

/// "Because we do not track …, we do not respond", "we do not track … and therefore do not respond" (rule A2.4).
fn blames_no_tracking(reading: &Reading) -> bool {
    let words = &reading.sentence.words;
    let head = reading.found.head;
    let because = (0..words.len()).any(|at| {
        phrase_at(words, at, tables::BECAUSE).is_some_and(|end| denial_within(words, end, 10).is_some())
    });
    let therefore = denial_within(words, 0, head)
        .is_some_and(|denial| (denial..head).any(|at| phrase_at(words, at, tables::THEREFORE).is_some()));
    because || therefore
}

/// Where within so many words the company denies that it tracks; a comma or someone else's name ends the search.
fn denial_within(words: &[Word], from: usize, most: usize) -> Option<usize> {
    let end = words.len().min(from + most);
    let stop = |at: usize| most <= 10 && (words[at] == COMMA || words[at].is(tables::YOU));
    let last = (from..end).find(|&at| stop(at)).unwrap_or(end);
    (from..last).find(|&at| denies_tracking(words, at))
}

/// "not … track": a negator of our own, then a word of tracking, and no talk of standards.
fn denies_tracking(words: &[Word], at: usize) -> bool {
    let after = &words[(at + 1).min(words.len())..words.len().min(at + 12)];
    let within = |most: usize, of: Vocabulary| after.iter().take(most).any(|word| word.is(of));
    let tracks = within(3, tables::DNT_PRACTICE)
        || within(3, tables::DNT_CARRIER) && after.iter().skip(1).any(|word| word.is(tables::DNT_OBJECT));
    let theirs = words[at.saturating_sub(4)..at].iter().any(|word| word.is(tables::DNT_OTHERS));
    let infinitive = after.first().is_some_and(|word| *word == word::TO);
    let without = within(3, tables::WITHOUT);
    words[at].is(tables::NOT) && tracks && !without && !theirs && !infinitive && !within(6, tables::STANDARD)
}
