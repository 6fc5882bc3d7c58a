//! Facts beside DNT HANDLING (codebook B): the Global Privacy Control, reasons, third parties, the era.

use super::{facet, identity};
use crate::clause::{Actor, Modality};
use crate::engine::{Vocabulary, tables};
use crate::report::Facet;
use crate::sentence::Sentence;
use crate::statement::Statement;
use crate::verdict::Record;

/// Everything beside the verdict that the text gives a quote for.
pub(crate) fn facets(record: Record) -> Vec<Facet> {
    let facets = [gpc, answer_reason, unclear_reason, other_mechanism, third_parties, era];
    facets.into_iter().filter_map(|facet| facet(record)).collect()
}

fn told(record: Record, id: &'static str, value: &str, statement: &Statement) -> Facet {
    facet(record, id, vec![value.to_owned()], &record.sentences[statement.sentence])
}

fn says(record: Record, statement: &Statement, vocabulary: Vocabulary) -> bool {
    record.sentences[statement.sentence].says(vocabulary)
}

fn gpc(record: Record) -> Option<Facet> {
    let statement = ["G+", "G-", "G?"].into_iter().find_map(|signal| record.with(&[signal]).next())?;
    let value = match statement.signal {
        "G+" if says(record, statement, tables::WHERE_REQUIRED) => "honored where required",
        "G+" => "honored",
        "G-" => "not honored",
        _ => "mentioned",
    };
    Some(told(record, "gpc", value, statement))
}

/// Why it does not respond.
fn answer_reason(record: Record) -> Option<Facet> {
    let refusal = record.with(&["N-", "N0"]).next()?;
    let told_by = |name: &str| record.statements.iter().find(|statement| statement.rule.name == name);
    let refused = |of: Vocabulary| record.with(&["N-"]).find(|statement| says(record, statement, of));
    let reasons = [
        ("no tracking", record.with(&["N0"]).next()),
        ("no standard", told_by("tells-no-standard").or_else(|| refused(tables::NO_STANDARD))),
        ("law", refused(tables::LAW_REASON)),
        ("industry", refused(tables::INDUSTRY)),
        ("technical", told_by("watches-for-dnt").filter(|_| refusal.signal == "N-")),
    ];
    let (value, statement) = reasons.into_iter().find_map(|(value, found)| Some((value, found?)))?;
    Some(told(record, "dnt_reason", value, statement))
}

/// Why a mention decides nothing.
fn unclear_reason(record: Record) -> Option<Facet> {
    if record.has(&["N-", "N0", "N+", "N+p"]) {
        return None;
    }
    let statement = record.with(&["N?"]).min_by_key(|statement| Unclear::of_mention(statement))?;
    Some(told(record, "dnt_reason", Unclear::of_mention(statement).code(), statement))
}

/// What else it answers with: signals of the same kind, or an industry's opt-out named in the same paragraph.
fn other_mechanism(record: Record) -> Option<Facet> {
    let answers = &["N-", "N+", "N+p"];
    let similar = record.with(answers).find(|statement| says(record, statement, tables::OTHER_MECHANISM));
    let told = similar.map(|statement| told(record, "other_mechanism", "similar mechanisms", statement));
    told.or_else(|| industry_opt_out(record))
}

fn industry_opt_out(record: Record) -> Option<Facet> {
    let block = record.sentences[record.with(&["N-", "N0", "N?"]).next()?.sentence].block;
    let offers = |sentence: &&Sentence| {
        sentence.block == block && sentence.says(tables::PROGRAM_NAME) && sentence.says(tables::WAY_OUT)
    };
    let sentence = record.sentences.iter().find(offers)?;
    Some(facet(record, "other_mechanism", vec!["industry opt-outs".to_owned()], sentence))
}

/// What others do with the signal here.
fn third_parties(record: Record) -> Option<Facet> {
    let statement = record.with(&["N?"]).find(|statement| is_theirs(statement))?;
    let value = if refuses(statement) { "may not respond" } else { "may respond" };
    Some(told(record, "third_parties_dnt", value, statement))
}

fn is_theirs(statement: &Statement) -> bool {
    let answer = ["responds-to-dnt", "answers-the-signal", "does-as-before", "ignores-dnt"];
    let others = statement.clause.actor == Actor::Partner && answer.contains(&statement.rule.name);
    others || statement.rule.name == "partners-may-not"
}

fn refuses(statement: &Statement) -> bool {
    statement.clause.negated || statement.rule.affirmed != "N+"
}

/// Whether it says that others do not, or may not, act on the signal.
pub(crate) fn others_refuse(record: Record) -> bool {
    record.with(&["N?"]).any(|statement| is_theirs(statement) && refuses(statement))
}

/// When it was written, seen from Do Not Track (rule A2.7): only where the policy is silent.
fn era(record: Record) -> Option<Facet> {
    let era = Era::of(record)?;
    let quote = identity::quote(record.dated?, record.blocks)?;
    Some(Facet { id: "dnt_era".into(), values: vec![era.tells().to_owned()], quote })
}

/// The times of Do Not Track.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Era {
    /// Before 2011.
    BeforeBrowsers,
    /// 2011 to 2013.
    BeforeCalifornia,
    /// From 2014 on, where the policy says that it follows people across sites.
    SinceCalifornia,
}

impl Era {
    /// The era of a policy that does not speak of Do Not Track, if it has a date.
    pub(crate) fn of(record: Record) -> Option<Self> {
        let silent = !record.statements.iter().any(|statement| statement.signal.starts_with('N'));
        let year: u32 = record.dated.filter(|_| silent)?.get(..4)?.parse().ok()?;
        match year {
            ..2011 => Some(Self::BeforeBrowsers),
            2011..2014 => Some(Self::BeforeCalifornia),
            _ => record.has(&["T+X"]).then_some(Self::SinceCalifornia),
        }
    }

    /// What the era tells, in plain words.
    pub(crate) fn tells(self) -> &'static str {
        match self {
            Self::BeforeBrowsers => "written before browsers offered it",
            Self::BeforeCalifornia => "written before California asked sites to state this",
            Self::SinceCalifornia => "California has asked sites to state this since 2014",
        }
    }
}

/// Why a mention decides nothing (rule A2.6), the most telling reason first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unclear {
    /// "May not respond to some or all".
    Noncommittal,
    /// Only of what third parties do.
    ThirdPartiesOnly,
    /// No consensus on what it means.
    NoStandard,
    /// "Will continue to monitor".
    WillReview,
    /// A pointer.
    Elsewhere,
    /// What the signal is.
    DefinitionOnly,
}

impl Unclear {
    /// The reason, from the mentions.
    pub(crate) fn of(record: Record) -> Self {
        record.with(&["N?"]).map(Self::of_mention).min().unwrap_or(Self::DefinitionOnly)
    }

    fn of_mention(statement: &Statement) -> Self {
        match statement.rule.name {
            _ if is_theirs(statement) => Self::ThirdPartiesOnly,
            "tells-no-standard" => Self::NoStandard,
            "will-look-again-at-dnt" => Self::WillReview,
            "points-elsewhere-for-dnt" => Self::Elsewhere,
            "collects-despite-dnt" | "describes-dnt" => Self::Noncommittal,
            "mentions-dnt" | "recites-dnt-law" => Self::DefinitionOnly,
            _ => Self::of_answer(statement),
        }
    }

    /// An answer that commits to nothing.
    fn of_answer(statement: &Statement) -> Self {
        match statement.clause.modality {
            Modality::Hypothetical => Self::WillReview,
            Modality::May | Modality::Will if statement.clause.actor == Actor::We => Self::Noncommittal,
            _ if statement.clause.not_obliged => Self::Noncommittal,
            _ => Self::DefinitionOnly,
        }
    }

    /// The codebook's name for it.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Noncommittal => "noncommittal",
            Self::ThirdPartiesOnly => "third_parties_only",
            Self::NoStandard => "no_standard",
            Self::WillReview => "will_review",
            Self::Elsewhere => "elsewhere",
            Self::DefinitionOnly => "definition_only",
        }
    }

    /// The reason, in plain words.
    pub(crate) fn tells(self) -> &'static str {
        match self {
            Self::Noncommittal => "it leaves open whether it responds",
            Self::ThirdPartiesOnly => "it speaks only of what third parties do",
            Self::NoStandard => "it says that nobody has settled what the signal means",
            Self::WillReview => "it says it will look at this again",
            Self::Elsewhere => "it points to another page",
            Self::DefinitionOnly => "it only says what the signal is",
        }
    }
}
