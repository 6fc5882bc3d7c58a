//! Dates and numbers as a person writes them.

use crate::report::Report;
use crate::search::split;

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// `2007-10-22` as `22 Oct 2007`; `2007-10` as `Oct 2007`; anything else as it stands.
pub(super) fn in_words(date: &str) -> String {
    let mut parts = split(date, b'-');
    let (year, month, day) = (parts.next().unwrap_or(date), parts.next(), parts.next());
    let Some(month) = month.and_then(month_name) else { return date.to_owned() };
    match day {
        Some(day) => [day.trim_start_matches('0'), " ", month, " ", year].concat(),
        None => [month, " ", year].concat(),
    }
}

fn month_name(number: &str) -> Option<&'static str> {
    let number: usize = number.parse().ok()?;
    MONTHS.get(number.checked_sub(1)?).copied()
}

/// When the policy says it was written and takes effect.
pub(super) fn line(report: &Report) -> String {
    match (report.last_updated.as_deref(), report.effective.as_deref()) {
        (Some(updated), Some(effective)) if updated != effective => {
            ["Policy dated ", &in_words(updated), ", in effect from ", &in_words(effective)].concat()
        }
        (Some(date), _) | (None, Some(date)) => ["Policy dated ", &in_words(date)].concat(),
        (None, None) => "No date stated".to_owned(),
    }
}

/// `5210` as `5,210`.
pub(super) fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_written_in_words() {
        assert_eq!(in_words("2007-10-22"), "22 Oct 2007");
        assert_eq!(in_words("2018-05-02"), "2 May 2018");
        assert_eq!(in_words("2013-10"), "Oct 2013");
        for odd in ["2007", "", "soon", "2007-13-01", "2007-00-01"] {
            assert_eq!(in_words(odd), odd);
        }
    }

    #[test]
    fn the_line_names_both_dates_only_if_they_differ() {
        let mut report = crate::read(&crate::Document::default(), crate::Options::default());
        (report.last_updated, report.effective) = (None, None);
        assert_eq!(line(&report), "No date stated");
        report.effective = Some("2007-10-22".into());
        assert_eq!(line(&report), "Policy dated 22 Oct 2007");
        report.last_updated = Some("2007-10-22".into());
        assert_eq!(line(&report), "Policy dated 22 Oct 2007");
        report.effective = Some("2007-11-01".into());
        assert_eq!(line(&report), "Policy dated 22 Oct 2007, in effect from 1 Nov 2007");
    }

    #[test]
    fn thousands_are_grouped() {
        for (number, words) in [(0, "0"), (999, "999"), (5210, "5,210"), (1_234_567, "1,234,567")] {
            assert_eq!(grouped(number), words);
        }
    }
}
