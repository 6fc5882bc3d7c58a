//! The date of an archived copy, from the archive's note or address.

use super::date::{Date, find};
use crate::document::Document;
use crate::search::cut;

/// When the copy was archived, if the document is one.
pub(super) fn archived_on(document: &Document) -> Option<Date> {
    let note = document.blocks.iter().take(5).find_map(|block| from_note(&block.text));
    note.or_else(|| document.url.as_deref().and_then(from_address))
}

/// "… privacy policy that was archived on 2008-06-20."
fn from_note(text: &str) -> Option<Date> {
    let (_, after) = cut(text, "archived on ")?;
    find(after).into_iter().find(|found| found.span.start < 4).map(|found| found.date)
}

/// `https://web.archive.org/web/20080620081527id_/http://…`
fn from_address(url: &str) -> Option<Date> {
    let (_, after) = cut(url, "web.archive.org/web/")?;
    let number = |from: usize, to: usize| after.get(from..to)?.parse().ok();
    Date::new(number(0, 4)?, number(4, 6)?, number(6, 8)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Block;

    fn archived(url: Option<&str>, note: &str) -> Option<String> {
        let document = Document {
            url: url.map(ToOwned::to_owned),
            blocks: vec![Block::paragraph(note)],
            ..Document::default()
        };
        archived_on(&document).map(Date::written)
    }

    #[test]
    fn reads_the_note_and_the_address() {
        assert_eq!(
            archived(None, "A copy that was archived on 2008-06-20. Please check it.").as_deref(),
            Some("2008-06-20")
        );
        let address = "https://web.archive.org/web/20140630023027/http://letters.example/privacy";
        assert_eq!(archived(Some(address), "We keep letters.").as_deref(), Some("2014-06-30"));
    }

    #[test]
    fn a_page_of_its_own_is_not_archived() {
        assert_eq!(archived(Some("https://letters.example/web/20140630/privacy"), "We keep letters."), None);
    }
}
