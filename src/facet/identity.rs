//! Who speaks and when: title, company, dates (codebook D6).

mod archive;
mod company;
mod date;
mod name;
mod stated;
mod title;

use crate::document::{Block, Document};
use crate::search::cut;
use date::Date;

/// Title, company and dates of a policy.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Identity {
    /// The policy's title.
    pub title: Option<String>,
    /// The company that speaks in it.
    pub company: Option<String>,
    /// The date it says it was last updated, `YYYY-MM-DD`; a month stands for its first day.
    pub last_updated: Option<String>,
    /// The date it says it takes effect, `YYYY-MM-DD`.
    pub effective: Option<String>,
    /// The date of the archived copy that was read, from its note or address, `YYYY-MM-DD`.
    pub archived_on: Option<String>,
}

/// Reads title, company and dates from the document.
#[must_use]
pub fn identify(document: &Document) -> Identity {
    let stated = stated::read(&document.blocks);
    Identity {
        title: title::title(document),
        company: company::company(document),
        last_updated: stated.updated.map(Date::written),
        effective: stated.effective.map(Date::written),
        archived_on: archive::archived_on(document).map(Date::written),
    }
}

/// The words in which a date stands in the text: its line, as far as it is short.
pub(crate) fn quote(date: &str, blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|block| {
        let found = date::find(&block.text).into_iter().find(|found| found.date.written() == date)?;
        let start = block.text[..found.span.start].rfind(['\n', '.']).map_or(0, |at| at + 1);
        let near = found.span.start - start < 120;
        let start = if near { start } else { found.span.start };
        Some(block.text[start..found.span.end].trim().to_owned())
    })
}

/// The host of an address, without `www.`; of an archived page the host that was archived.
fn host(url: &str) -> Option<&str> {
    let original =
        cut(url, "web.archive.org/web/").and_then(|(_, rest)| rest.split_once('/')).map(|(_, rest)| rest);
    let (_, after) = cut(original.unwrap_or(url), "//")?;
    let host = after.split(&['/', '?', '#', ':'][..]).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_of_an_archived_page_is_the_hosts_own() {
        assert_eq!(host("https://www.letters.example/privacy"), Some("letters.example"));
        assert_eq!(
            host("https://web.archive.org/web/20140630023027/http://www.letters.example/privacy"),
            Some("letters.example")
        );
        assert_eq!(host("notes.txt"), None);
    }
}
