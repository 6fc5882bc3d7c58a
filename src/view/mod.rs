//! The extension's own pages, drawn from a report. What is said in plain words is plain Rust; the rest is the browser's.
#![cfg_attr(
    not(target_arch = "wasm32"),
    expect(
        dead_code,
        reason = "tests on the machine prove the words; the pages that show them are drawn in the browser only"
    )
)]

mod caveat;
mod changes;
mod date;
mod facet_words;
mod flag_words;
mod page_words;
mod tone;

#[cfg(target_arch = "wasm32")]
mod card;
#[cfg(target_arch = "wasm32")]
mod dom;
#[cfg(target_arch = "wasm32")]
mod heading;
#[cfg(target_arch = "wasm32")]
mod popup;
#[cfg(target_arch = "wasm32")]
mod quotes;
#[cfg(target_arch = "wasm32")]
mod read_back;
#[cfg(target_arch = "wasm32")]
mod side_by_side;

/// The four badges, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Badge {
    Tracking,
    Dnt,
    Ads,
    Sale,
}

impl Badge {
    /// The badge's name on screen.
    const fn name(self) -> &'static str {
        match self {
            Self::Tracking => "Tracking",
            Self::Dnt => "Do Not Track",
            Self::Ads => "Third-party ads",
            Self::Sale => "Data sale",
        }
    }

    /// The badge's name in ids and addresses of this page.
    const fn id(self) -> &'static str {
        match self {
            Self::Tracking => "tracking",
            Self::Dnt => "dnt",
            Self::Ads => "ads",
            Self::Sale => "sale",
        }
    }

    /// What the badge is about, as it stands in "no statement about …".
    const fn topic(self) -> &'static str {
        match self {
            Self::Tracking => "tracking",
            Self::Dnt => "Do Not Track",
            Self::Ads => "ads by other companies",
            Self::Sale => "selling personal data",
        }
    }
}

/// Looks a name up in a table of words. Tables, because a `match` on many texts becomes much code.
fn told(table: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    table.iter().find(|(known, _)| *known == name).map(|(_, words)| *words)
}
