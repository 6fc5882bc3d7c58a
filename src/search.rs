//! Finds a short text in another. The standard library's search is made for long ones, and would weigh 1.4 KB gzipped in
//! the browser.

/// The first place where the part stands.
pub(crate) fn find(text: &str, part: &str) -> Option<usize> {
    find_from(text.as_bytes(), part.as_bytes(), 0)
}

/// Every place where the part stands, those that overlap too.
pub(crate) fn find_all<'a>(text: &'a str, part: &'a str) -> impl Iterator<Item = usize> + 'a {
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = find_from(text.as_bytes(), part.as_bytes(), from)?;
        from = at + 1;
        Some(at)
    })
}

/// Written out: built for size, an iterator would call a closure at each byte.
fn find_from(text: &[u8], part: &[u8], from: usize) -> Option<usize> {
    let Some((first, rest)) = part.split_first() else { return (from <= text.len()).then_some(from) };
    let mut at = from;
    while at < text.len() {
        if text[at] == *first && text[at + 1..].starts_with(rest) {
            return Some(at);
        }
        at += 1;
    }
    None
}

/// Whether the part stands in the text.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// What stands before the part's first place, and what after it.
pub(crate) fn cut<'a>(text: &'a str, part: &str) -> Option<(&'a str, &'a str)> {
    let at = find(text, part)?;
    Some((&text[..at], &text[at + part.len()..]))
}

/// What stands between the pieces of punctuation or blanks for which `parts` is true, as far as anything does.
pub(crate) fn pieces(text: &str, parts: impl Fn(u8) -> bool) -> impl Iterator<Item = &str> {
    let mut next = 0;
    std::iter::from_fn(move || {
        let bytes = text.as_bytes();
        let mut start = next;
        while start < bytes.len() && parts(bytes[start]) {
            start += 1;
        }
        next = start;
        while next < bytes.len() && !parts(bytes[next]) {
            next += 1;
        }
        text.get(start..next).filter(|piece| !piece.is_empty())
    })
}

/// What stands between the marks, each one byte.
pub(crate) fn split(text: &str, mark: u8) -> impl Iterator<Item = &str> + Clone {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let bytes = text.as_bytes();
        let mut end = 0;
        while end < bytes.len() && bytes[end] != mark {
            end += 1;
        }
        rest = text.get(end + 1..);
        text.get(..end)
    })
}

/// What stands between the marks.
pub(crate) fn parts<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (part, after) = cut(text, mark).map_or((text, None), |(part, after)| (part, Some(after)));
        rest = after;
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn finds_what_the_standard_library_finds(text in "[abß ]{0,20}", part in "[abß ]{1,3}") {
            prop_assert_eq!(find(&text, &part), text.find(&part));
            prop_assert_eq!(find_all(&text, &part).last(), text.rfind(&part));
            prop_assert_eq!(holds(&text, &part), text.contains(&part));
            prop_assert_eq!(cut(&text, &part), text.split_once(part.as_str()));
            prop_assert!(parts(&text, &part).eq(text.split(&part)));
            prop_assert!(split(&text, b'a').eq(text.split('a')));
            let is_mark = |c: char| matches!(c, 'a' | ' ');
            let between = text.split(is_mark).filter(|piece| !piece.is_empty());
            prop_assert!(pieces(&text, |byte| is_mark(char::from(byte))).eq(between));
        }
    }
}
