//! What goes back through the door: plain data, the product's public answer (`schema` 1).

use std::borrow::Cow;

use serde::{Deserialize, Serialize, Serializer};

/// The version of the report's shape.
pub const SCHEMA: u32 = 1;

/// Everything that was found in one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
pub struct Report {
    /// The version of this shape: [`SCHEMA`].
    pub schema: u32,
    /// Address of the page that was read.
    pub url: Option<String>,
    /// Whether the document is a policy, of which kind, in which language, and by which signs.
    pub policy: Policy,
    /// The policy's title.
    pub title: Option<String>,
    /// Who speaks in it.
    pub company: Option<String>,
    /// The date it says it was last updated, `YYYY-MM-DD`.
    pub last_updated: Option<String>,
    /// The date it says it takes effect, `YYYY-MM-DD`.
    pub effective: Option<String>,
    /// The day on which the copy that was read was archived, `YYYY-MM-DD`; of a page that is no archived copy, none.
    #[serde(default)]
    pub archived_on: Option<String>,
    /// How many words were read.
    #[serde(serialize_with = "in_32_bits")]
    pub words: usize,
    /// The four verdicts; `None` if the document is no policy or not in English (never `silent` then).
    pub verdicts: Option<Verdicts>,
    /// What it says about the Global Privacy Control: its own fact, apart from Do Not Track.
    pub gpc: Gpc,
    /// Whether it says that data may move if the business is sold or merged.
    pub business_transfer: bool,
    /// The sentence that says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub business_transfer_proof: Option<Evidence>,
}

impl Report {
    /// Whether the page is in English and another language, and only its English was read (codebook D5).
    #[must_use]
    pub fn is_partly_english(&self) -> bool {
        self.policy.signs.iter().any(|sign| sign == PARTLY_ENGLISH)
    }
}

/// The sign of a page in English and another language.
pub(crate) const PARTLY_ENGLISH: &str = "partly_english";

/// Is the document a privacy policy?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
pub struct Policy {
    /// Whether it is one (a cookie policy is not).
    pub is_policy: bool,
    /// Which kind of page it is.
    pub kind: PageKind,
    /// The points its signs add up to (7 and more: a policy; 4 to 6: possibly; below: not).
    pub score: i32,
    /// ISO 639-1 code of the text's own language, as far as it is told apart; `und` if unknown.
    pub language: String,
    /// The signs that were seen, each by its name.
    pub signs: Vec<String>,
}

/// The kinds of page the reader tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
#[serde(rename_all = "snake_case")]
pub enum PageKind {
    /// A privacy policy.
    Policy,
    /// Terms and privacy on one page; only the privacy part is read.
    Combined,
    /// A supplement (California, children, a state): the main policy was not read.
    Section,
    /// A cookie policy: tracking, DNT and ads only.
    CookiePolicy,
    /// Anything else.
    NotPolicy,
}

/// The four badges' verdicts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
pub struct Verdicts {
    /// Does the policy say your activity is followed?
    pub tracking: Verdict,
    /// What does it say it does with a browser's Do Not Track signal?
    pub dnt: Verdict,
    /// Does it say other companies advertise to you?
    pub ads: Verdict,
    /// Does it say personal data is sold? `None` for a cookie policy: not this document's matter.
    pub sale: Option<Verdict>,
}

/// One badge's answer and its proof.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
pub struct Verdict {
    /// The codebook's value, as `cross_site`.
    pub value: Cow<'static, str>,
    /// The short label on the badge.
    pub label: String,
    /// The first line: what the policy says, in one sentence.
    pub says: String,
    /// 0 (mildest) to 4 (strongest), for sorting and colour; `None` for `silent`.
    pub severity: Option<u8>,
    /// The codebook's flags (0.9.3), as `actor_split`.
    pub flags: Vec<String>,
    /// The sentences that prove it, best first; empty for `silent`.
    pub evidence: Vec<Evidence>,
    /// What else was found about the badge; never changes the verdict.
    pub facets: Vec<Facet>,
}

/// One sentence of the page that proves a verdict, or speaks against it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
pub struct Evidence {
    /// The page's own words, character for character.
    pub quote: String,
    /// Whether it supports the verdict or speaks against it.
    pub side: Side,
    /// The codebook's signal, as `T+X`.
    pub signal: Cow<'static, str>,
    /// Name of the rule that found it.
    pub rule: Cow<'static, str>,
    /// Index of the block it stands in.
    #[serde(serialize_with = "in_32_bits")]
    pub block: usize,
    /// Where it starts in the block's text (bytes in the core and the CLI, UTF-16 units in the browser).
    #[serde(serialize_with = "in_32_bits")]
    pub start: usize,
    /// Where it ends in the block's text, exclusive.
    #[serde(serialize_with = "in_32_bits")]
    pub end: usize,
    /// The list's lead-in, where the quote is an item that leans on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub lead_in: Option<String>,
    /// Whether it stands in a part of the page that a click has yet to open.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(as = "Option<bool>", optional))]
    pub collapsed: bool,
}

/// Writes a number that 32 bits hold: for longer ones `serde-wasm-bindgen` brings a kilobyte of formatting along.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde's own shape")]
fn in_32_bits<S: Serializer>(number: &usize, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_u32(u32::try_from(*number).unwrap_or(u32::MAX))
}

/// Does a sentence support a verdict, or speak against it?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// It supports the verdict.
    For,
    /// It says the opposite.
    Against,
}

/// Something else worth showing under a badge, with the words that show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
pub struct Facet {
    /// The codebook's facet id, as `ad_partners`.
    pub id: Cow<'static, str>,
    /// The values found, as `Google AdSense`.
    pub values: Vec<String>,
    /// The words it was read from.
    pub quote: String,
}

/// What a policy says about the Global Privacy Control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.d.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Gpc {
    /// Says nothing of it.
    #[default]
    Silent,
    /// Names it without saying what it does.
    Mentioned,
    /// Says it does not act on it.
    NotHonored,
    /// Says it acts on it.
    Honored,
}
