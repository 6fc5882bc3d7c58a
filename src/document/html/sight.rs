//! What of a page a person can see: at once, after a click, or never. Judged by markup and style.

use scraper::ElementRef;

use super::furniture::{is_pane, is_within};
use super::source::Page;
use super::style::{Display, Style};

/// When a person sees what is in an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// At once.
    Shown,
    /// After a click.
    Collapsed,
    /// Never.
    Never,
}

impl Sight {
    /// Never seen: what is not displayed, silenced (`aria-hidden`, unless it holds the matter itself) or moved off the
    /// screen, unless a control would show it; a hidden pane in another language than the page's.
    pub(super) fn of(page: &Page, element: ElementRef, style: Style) -> Self {
        let hidden = style.display == Display::None || element.attr("hidden").is_some() || style.aside;
        if !hidden && is_folded(page, element) {
            return Self::Collapsed;
        }
        let silenced = element.attr("aria-hidden") == Some("true")
            && !element.descendent_elements().skip(1).any(is_text_of_its_own);
        match hidden || silenced {
            false => Self::Shown,
            true if has_control(page, element) && !is_other_language(page, element) => Self::Collapsed,
            true => Self::Never,
        }
    }
}

/// In a closed `<details>`, or named by a control that says it is shut?
fn is_folded(page: &Page, element: ElementRef) -> bool {
    let parent = element.parent().and_then(ElementRef::wrap);
    if let Some(details) = parent.filter(|parent| parent.value().name() == "details")
        && element.value().name() != "summary"
    {
        return details.attr("open").is_none();
    }
    element.attr("id").is_some_and(|id| page.control(id) == Some(true))
}

/// A sign that an element holds text to read, whatever it is hidden from.
fn is_text_of_its_own(element: ElementRef) -> bool {
    match element.value().name() {
        "main" | "article" | "h1" | "h2" => true,
        "p" => before(element).is_some_and(|before| before.value().name() == "p"),
        _ => false,
    }
}

/// Hidden because it says the same in another language than the page's?
fn is_other_language(page: &Page, element: ElementRef) -> bool {
    let two = |lang: &str| lang.chars().take(2).collect::<String>().to_lowercase();
    let (own, whole) = (element.attr("lang").unwrap_or_default(), page.lang().unwrap_or_default());
    !own.is_empty() && !whole.is_empty() && two(own) != two(&whole)
}

/// Would a click on a control of the page show it?
pub(super) fn has_control(page: &Page, element: ElementRef) -> bool {
    if element.attr("hidden") == Some("until-found") || element.attr("role") == Some("tabpanel") {
        return true;
    }
    if is_within(element, &["details"]) || element.attr("id").is_some_and(|id| page.control(id).is_some()) {
        return true;
    }
    let opened = before(element).is_some_and(|before| {
        is_control(before) || (is_head(before) && before.descendent_elements().skip(1).any(is_control))
    });
    opened || is_pane(element)
}

/// The element right before it.
fn before(element: ElementRef<'_>) -> Option<ElementRef<'_>> {
    element.prev_siblings().find_map(ElementRef::wrap)
}

fn is_control(element: ElementRef) -> bool {
    matches!(element.value().name(), "button" | "summary")
        || matches!(element.attr("role"), Some("button" | "tab"))
        || element.attr("aria-expanded").is_some()
        || element.attr("aria-controls").is_some()
}

fn is_head(element: ElementRef) -> bool {
    let class = element.attr("class").unwrap_or_default();
    matches!(element.value().name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt")
        || element.attr("role") == Some("heading")
        || class.contains("head")
        || class.contains("title")
}
