//! Where the reader's walk is, and as what it reads the text there: the markup and the style say it.

use scraper::ElementRef;

use super::furniture;
use super::sight::{self, Sight};
use super::source::Page;
use super::style::{Display, Style};
use crate::document::BlockKind;

/// As what the text is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is so or not, by itself")]
pub(super) struct Place {
    pub(super) kind: BlockKind,
    pub(super) level: u8,
    pub(super) furniture: bool,
    /// Inner boundaries part no blocks.
    pub(super) whole: bool,
    pub(super) unseen: bool,
    /// Hidden, but a click shows it.
    pub(super) pane: bool,
    pub(super) depth: usize,
    pub(super) lists: u8,
}

impl Place {
    /// Where every walk begins.
    pub(super) const START: Self = Self {
        kind: BlockKind::Paragraph,
        level: 0,
        furniture: false,
        whole: false,
        unseen: false,
        pane: false,
        depth: 0,
        lists: 0,
    };

    /// The place inside an element, `heading` being the level of the last heading; `None` if nobody can see what is there.
    pub(super) fn inside(self, page: &Page, element: ElementRef, style: Style, heading: u8) -> Option<Self> {
        let seen = Sight::of(page, element, style);
        if seen == Sight::Never {
            return None;
        }
        let mut inner = Self { depth: self.depth + 1, pane: self.pane || seen == Sight::Collapsed, ..self };
        if !inner.furniture && style.display != Display::Inline {
            inner.furniture = furniture::is_furniture(page, element, style);
        }
        let unseen = style.shows_no_text();
        inner.pane |= unseen && sight::has_control(page, element);
        inner.unseen = unseen && !inner.pane;
        Some(if self.whole { inner } else { inner.as_what(element, heading) })
    }

    fn as_what(self, element: ElementRef, heading: u8) -> Self {
        let name = element.value().name();
        let role = element.attr("role").unwrap_or_default();
        match name {
            _ if is_heading(element) => self.heading(level_of(name), self.furniture && name != "h1"),
            _ if role == "heading" => {
                let level =
                    element.attr("aria-level").and_then(|level| level.trim().parse().ok()).unwrap_or(2);
                self.heading(level, self.furniture)
            }
            "summary" => self.heading(heading + 1, self.furniture),
            _ if opens_pane(element) => self.heading(heading + 1, self.furniture),
            "button" => Self { furniture: true, whole: true, ..self },
            _ if role == "button" => Self { furniture: true, whole: true, ..self },
            "ul" | "ol" | "dl" | "menu" => Self { lists: self.lists.saturating_add(1), ..self },
            "li" | "dd" => Self { kind: BlockKind::Item, level: self.lists.max(1), ..self },
            "dt" | "td" | "th" => Self { kind: BlockKind::Paragraph, level: 0, ..self },
            _ => self,
        }
    }

    fn heading(self, level: u8, is_furniture: bool) -> Self {
        if is_furniture {
            return Self { kind: BlockKind::Paragraph, level: 0, whole: true, ..self };
        }
        Self { kind: BlockKind::Heading, level: level.clamp(1, 6), whole: true, ..self }
    }

    /// Does an element, `inner` being the place inside, stand apart from the text around it?
    pub(super) fn parts_from(self, inner: Self, element: ElementRef, style: Style) -> bool {
        if inner.furniture != self.furniture || inner.kind != self.kind || inner.whole != self.whole {
            return true;
        }
        let name = element.value().name();
        match style.display {
            Display::None => {
                !matches!(name, "a" | "b" | "em" | "i" | "span" | "strong" | "u" | "font" | "small")
            }
            Display::Inline => name == "li",
            Display::Block => true,
        }
    }
}

/// `h1` to `h6`?
pub(super) fn is_heading(element: ElementRef) -> bool {
    matches!(element.value().name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn level_of(name: &str) -> u8 {
    name.as_bytes()[1] - b'0'
}

fn opens_pane(element: ElementRef) -> bool {
    let is_button = element.value().name() == "button" || element.attr("role") == Some("button");
    is_button && element.attr("aria-expanded").is_some() && element.attr("aria-controls").is_some()
}
