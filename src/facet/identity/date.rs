//! Dates as people write them, found in running text.

use std::ops::Range;

use crate::search::{pieces, split};

/// A day, or the first day of a month where no day is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Date {
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    /// The date of the numbers, if there is such a day and a policy can bear it.
    pub(super) fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let longest = match month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        let exists = (1..=12).contains(&month) && (1..=longest).contains(&day);
        (exists && (1990..2100).contains(&year)).then_some(Self { year, month, day })
    }

    /// The date as `YYYY-MM-DD`.
    pub(super) fn written(self) -> String {
        let Self { year, month, day } = self;
        [&two_digits(year / 100), &two_digits(year % 100), "-", &two_digits(month), "-", &two_digits(day)]
            .concat()
    }
}

fn two_digits(number: u32) -> String {
    let number = number.to_string();
    if number.len() < 2 { ["0", &number].concat() } else { number }
}

/// A date and the bytes it stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) date: Date,
    pub(super) span: Range<usize>,
}

/// Every date in the text, in order; a month with its year stands for its first day.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut parts = Vec::new();
    for near in near_digits(text) {
        read_parts(text, near, &mut parts);
    }
    let mut place = 0;
    while let Some(rest) = parts.get(place..).filter(|rest| !rest.is_empty()) {
        if let Some((date, used)) = date_at(text, rest) {
            let span = rest[0].span.start..rest[used - 1].span.end;
            found.push(Found { date, span });
            place += used;
        } else {
            place += 1;
        }
    }
    found
}

/// A number, a month's name or a word of a date. Other words are no parts: what they stand between is no date.
struct Part {
    what: What,
    span: Range<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Number(u32, usize),
    Month(u32),
    Filler,
}

/// So many bytes round a digit may belong to its date: "September" and what stands between.
const NEAR: usize = 24;

/// The stretches of the text round its digits, no word of them cut: elsewhere there is no date.
fn near_digits(text: &str) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for (at, _) in text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_digit()) {
        match stretches.last_mut() {
            Some(last) if at + NEAR <= last.end => {}
            Some(last) if at <= last.end + NEAR => last.end = seam_after(text, at + NEAR),
            _ => stretches.push(seam_before(text, at.saturating_sub(NEAR))..seam_after(text, at + NEAR)),
        }
    }
    stretches
}

/// The last place up to this one that stands within no word.
fn seam_before(text: &str, mut place: usize) -> usize {
    while place > 0 && (!text.is_char_boundary(place) || text.as_bytes()[place - 1].is_ascii_alphanumeric()) {
        place -= 1;
    }
    place
}

/// The first place from this one on that stands within no word.
fn seam_after(text: &str, mut place: usize) -> usize {
    while place < text.len()
        && (!text.is_char_boundary(place) || text.as_bytes()[place].is_ascii_alphanumeric())
    {
        place += 1;
    }
    place.min(text.len())
}

/// Adds the parts of dates that stand in this stretch of the text.
fn read_parts(text: &str, stretch: Range<usize>, parts: &mut Vec<Part>) {
    for word in pieces(&text[stretch], |byte| !byte.is_ascii_alphanumeric()) {
        let start = word.as_ptr().addr() - text.as_ptr().addr();
        let seam = seam(word);
        let end = if seam < word.len() && is_filler(&word[seam..]) { seam } else { word.len() };
        for (from, to) in [(0, seam), (seam, end)] {
            if let Some(what) = what(&word[from..to]) {
                parts.push(Part { what, span: start + from..start + to });
            }
        }
    }
}

/// Where digits run into letters ("2020Last", "17th") or letters into digits.
fn seam(word: &str) -> usize {
    let mut bytes = word.bytes();
    let is_number = bytes.next().is_some_and(|first| first.is_ascii_digit());
    bytes.position(|byte| byte.is_ascii_digit() != is_number).map_or(word.len(), |at| at + 1)
}

fn what(word: &str) -> Option<What> {
    match word.as_bytes() {
        [b'0'..=b'9', ..] if word.len() <= 4 => {
            word.parse().ok().map(|number| What::Number(number, word.len()))
        }
        [_, _] => is_filler(word).then_some(What::Filler),
        [_, _, _, ..] => month(word).map(What::Month),
        _ => None,
    }
}

/// Each as long as the longest.
const MONTHS: &str = "\
    january  february march    april    may      june     july     august   september\
    october  november december ";
const MONTH_WIDTH: usize = 9;

/// "June", "JUN", "Sept": a month's name or its first letters.
fn month(word: &str) -> Option<u32> {
    let first_letters = word.len() == 3 || word.eq_ignore_ascii_case("sept");
    let ends = |name: &[u8]| first_letters || name.get(word.len()).is_none_or(|next| *next == b' ');
    let named = |name: &[u8]| {
        // By the first letter alone most words are no month's name.
        name[0] == word.as_bytes()[0] | 32
            && name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word.as_bytes()))
            && ends(name)
    };
    let place = MONTHS.as_bytes().chunks(MONTH_WIDTH).position(named)?;
    u32::try_from(place + 1).ok()
}

/// The date that begins with the first of the parts, and how many parts it takes.
fn date_at(text: &str, parts: &[Part]) -> Option<(Date, usize)> {
    use What::{Month, Number};
    let at = |place: usize| parts.get(place).map(|part| part.what);
    let close = |count: usize| {
        parts.windows(2).take(count - 1).all(|pair| is_gap(&text[pair[0].span.end..pair[1].span.start]))
    };
    let skip = usize::from(at(2) == Some(What::Filler));
    let skip_second = usize::from(at(1) == Some(What::Filler));
    if let (Some(Month(month)), Some(Number(day, ..=2)), Some(Number(year, 4))) = (at(0), at(1), at(2 + skip))
    {
        return date(close(3 + skip), year, month, day, 3 + skip);
    }
    if let (Some(Number(day, ..=2)), Some(Month(month)), Some(Number(year, 4))) =
        (at(0), at(1 + skip_second), at(2 + skip_second))
    {
        return date(close(3 + skip_second), year, month, day, 3 + skip_second);
    }
    if let (Some(Month(month)), Some(Number(year, 4))) = (at(0), at(1)) {
        return date(close(2), year, month, 1, 2);
    }
    numeric(text, parts)
}

fn date(close: bool, year: u32, month: u32, day: u32, used: usize) -> Option<(Date, usize)> {
    Date::new(year, month, day).filter(|_| close).map(|date| (date, used))
}

const FILLERS: &str = "st nd rd th of";

/// `th` or `of` within a date: "6 th, 2020", "1st of May 2018".
fn is_filler(word: &str) -> bool {
    word.len() == 2 && split(FILLERS, b' ').any(|filler| filler.eq_ignore_ascii_case(word))
}

/// What may stand between the parts of a date written with a month's name.
fn is_gap(gap: &str) -> bool {
    gap.len() <= 6
        && gap
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, ',' | '.' | '-' | '/' | '*' | '\u{a0}' | '\u{2013}'))
        || gap.chars().all(|c| c.is_ascii_alphabetic()) && is_filler(gap)
        || is_filler(gap.trim_matches(&[' ', ','][..]))
}

/// `2014-03-17`, `03/17/2014`, `17.03.2014`, `04 - 2021`.
fn numeric(text: &str, parts: &[Part]) -> Option<(Date, usize)> {
    let number = |place: usize| match parts.get(place)?.what {
        What::Number(number, length) => Some((number, length)),
        _ => None,
    };
    let gap = |place: usize| Some(text[parts.get(place)?.span.end..parts.get(place + 1)?.span.start].trim());
    let sign = gap(0).filter(|sign| matches!(*sign, "-" | "/" | "." | "\u{2013}"))?;
    let (first, second) = (number(0)?, number(1)?);
    if let Some(third) = number(2).filter(|_| gap(1) == Some(sign)) {
        return ordered(sign, first, second, third).map(|date| (date, 3));
    }
    let is_month = first.1 <= 2 && second.1 == 4 && sign != ".";
    is_month.then(|| Date::new(second.0, first.0, 1)).flatten().map(|date| (date, 2))
}

/// The order of three numbers: a year first; else a part above 12 decides, else the point says day first, the stroke month first.
fn ordered(sign: &str, first: (u32, usize), second: (u32, usize), third: (u32, usize)) -> Option<Date> {
    if first.1 == 4 {
        return Date::new(first.0, second.0, third.0);
    }
    let year = if third.1 == 2 { 2000 + third.0 } else { third.0 };
    let day_first = first.0 > 12 || sign == "." && second.0 <= 12;
    let (month, day) = if day_first { (second.0, first.0) } else { (first.0, second.0) };
    Date::new(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(text: &str) -> Vec<String> {
        find(text).iter().map(|found| found.date.written()).collect()
    }

    #[test]
    fn reads_each_way_of_writing_a_date() {
        let same = [
            "March 17, 2014",
            "March 17 2014",
            "17 March 2014",
            "Mar. 17, 2014",
            "17th of March 2014",
            "March 17th, 2014",
            "March 17 th , 2014",
            "17th March, 2014",
            "MARCH 17, 2014",
            "2014-03-17",
            "2014/03/17",
            "03/17/2014",
            "3/17/14",
            "17/03/2014",
            "17.03.2014",
            "17-Mar-2014",
            "March\u{a0}17,\u{a0}2014",
            "Policy17 March 2014",
        ];
        for text in same {
            assert_eq!(dates(text), ["2014-03-17"], "{text}");
        }
    }

    #[test]
    fn a_month_stands_for_its_first_day() {
        assert_eq!(dates("October 2007"), ["2007-10-01"]);
        assert_eq!(dates("Sept, 2007"), ["2007-09-01"]);
        assert_eq!(dates("04 - 2021"), ["2021-04-01"]);
        assert_eq!(dates("04/2021"), ["2021-04-01"]);
    }

    #[test]
    fn the_american_order_is_taken_where_both_would_do() {
        assert_eq!(dates("04/05/2021"), ["2021-04-05"]);
        assert_eq!(dates("04.05.2021"), ["2021-05-04"]);
    }

    #[test]
    fn finds_several_dates_with_their_places() {
        let text = "From July 1, 2004 to Dec 23, 2013";
        let found = find(text);
        assert_eq!(found.len(), 2);
        assert_eq!(&text[found[1].span.clone()], "Dec 23, 2013");
    }

    #[test]
    fn finds_dates_far_apart_and_long_words_between() {
        let far = ["Since 3 May 2016 – ", &"é letters ".repeat(20), &"7".repeat(99), " September 9th, 2017"]
            .concat();
        assert_eq!(dates(&far), ["2016-05-03", "2017-09-09"]);
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in [
            "Section 1.2.3",
            "2014",
            "95/46/EC",
            "call 555-0100-2000",
            "May we",
            "Feb 30, 2020",
            "in 17 March",
            "©2019",
        ] {
            assert_eq!(dates(text), Vec::<String>::new(), "{text}");
        }
    }
}
