//! What an element is to a reader of the page's matter: skipped, furniture, or matter. Judged by markup and style.

use std::sync::LazyLock;

use regex::Regex;
use scraper::ElementRef;

use super::source::Page;
use super::style::Style;
use super::text::is_blank;

/// A banner, a dialog is shorter than this, in UTF-16 units.
const BANNER_LENGTH: usize = 4000;

/// The names and openings that tell; letter for letter those of `extension/page/furniture.js` and `reader.js`.
struct Patterns {
    reader_only: Regex,
    consent: Regex,
    widget: Regex,
    site: Regex,
    pane: Regex,
    item: Regex,
    list_mark: Regex,
}

static PATTERNS: LazyLock<Patterns> = LazyLock::new(|| {
    let of = |pattern: &str| Regex::new(pattern).expect("a pattern of ours");
    Patterns {
        reader_only: of(
            r"(?i)(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|assistive-text)(?:$|[\s_-])",
        ),
        consent: of(
            r"(?i)onetrust|cookiebot|didomi|usercentrics|quantcast|qc-cmp|trustarc|truste(?:$|[^d])|sp_message|cmp-?(?:box|wrapper|banner|modal|dialog|consent)|cky-|cookieyes|osano-|iubenda-cs|cmplz|klaro|tarteaucitron|axeptio|borlabs|cookie-?(?:banner|consent|notice|bar|law)|consent-?(?:banner|manager|popup)",
        ),
        widget: of(
            r"(?i)intercom|drift-|zendesk|zopim|crisp-client|tawk|hubspot-messages|olark|livechat|wm-ipp|captcha",
        ),
        site: of(
            r"(?i)^(?:site|page|global|main|top|bottom|primary|secondary)?[-_]?(?:footer|header|nav|navigation|navbar|menu|sidebar|side-?nav|breadcrumbs?|topbar|masthead)(?:[-_]?(?:wrapper|container|menu|nav|main))?$",
        ),
        pane: of(
            r"(?i)collaps|accordion|tab-?(?:pane|panel|content)|panel|expand|toggle|faq|read-?more|drawer-content",
        ),
        list_mark: of(r"^[-*•·▪◦●■–]\s+\S"),
        item: of(r"^\s*(?:[-*•·–o▪◦]|\(?(?:[0-9]{1,2}|[a-z]|[ivx]{1,4})[.)])\s+\S"),
    }
});

/// Never part of the page's text?
pub(super) fn is_skipped(element: ElementRef) -> bool {
    let name = element.value().name();
    let by_name = matches!(
        name,
        "script"
            | "style"
            | "template"
            | "noscript"
            | "head"
            | "svg"
            | "canvas"
            | "video"
            | "audio"
            | "object"
            | "embed"
            | "select"
            | "option"
            | "datalist"
            | "textarea"
            | "input"
            | "progress"
            | "meter"
            | "map"
            | "math"
            | "del"
            | "s"
            | "strike"
    );
    by_name || PATTERNS.reader_only.is_match(element.attr("class").unwrap_or_default())
}

/// Does a line begin with a list mark?
pub(super) fn is_item(line: &str) -> bool {
    PATTERNS.item.is_match(line)
}

/// Named as a pane that opens?
pub(super) fn is_pane(element: ElementRef) -> bool {
    PATTERNS.pane.is_match(&names(element))
}

/// Does a paragraph begin with a bullet?
pub(super) fn has_list_mark(text: &str) -> bool {
    PATTERNS.list_mark.is_match(text)
}

/// Menus, site header and footer, banners, widgets?
pub(super) fn is_furniture(page: &Page, element: ElementRef, style: Style) -> bool {
    let name = element.value().name();
    let role = element.attr("role").unwrap_or_default();
    match name {
        "nav" | "search" => true,
        _ if is_site_role(role) => true,
        "header" | "footer" => !is_within(element, &["main", "article", "section"]),
        _ if name == "dialog" || matches!(role, "dialog" | "alertdialog") => is_small(page, element),
        "ul" | "ol" => is_contents(element),
        _ => is_named(page, element) || (style.pinned && is_small(page, element) && !holds_matter(element)),
    }
}

fn is_site_role(role: &str) -> bool {
    matches!(
        role,
        "navigation" | "banner" | "contentinfo" | "search" | "menu" | "menubar" | "toolbar" | "tablist"
    )
}

fn is_named(page: &Page, element: ElementRef) -> bool {
    if matches!(element.value().name(), "body" | "html" | "main") {
        return false;
    }
    let names = names(element);
    let telling = PATTERNS.consent.is_match(&names)
        || PATTERNS.widget.is_match(&names)
        || names.split_whitespace().any(|name| PATTERNS.site.is_match(name));
    telling
        && !holds_matter(element)
        && page.length(element) * 2 < page.length(page.body().unwrap_or(element))
}

fn names(element: ElementRef) -> String {
    format!("{} {}", element.attr("id").unwrap_or_default(), element.attr("class").unwrap_or_default())
}

fn holds_matter(element: ElementRef) -> bool {
    let is_matter = |inner: ElementRef| {
        matches!(inner.value().name(), "main" | "article") || inner.attr("role") == Some("main")
    };
    element.descendent_elements().skip(1).any(is_matter)
}

fn is_small(page: &Page, element: ElementRef) -> bool {
    page.length(element) < BANNER_LENGTH
}

/// The element itself, or one round it.
pub(super) fn is_within(element: ElementRef, wanted: &[&str]) -> bool {
    let is_wanted = |element: ElementRef| wanted.contains(&element.value().name());
    is_wanted(element) || element.ancestors().filter_map(ElementRef::wrap).any(is_wanted)
}

/// A table of contents: three items and more, each of them one link into this very page.
fn is_contents(list: ElementRef) -> bool {
    list.child_elements().count() >= 3 && list.child_elements().all(is_jump)
}

fn is_jump(item: ElementRef) -> bool {
    let loose = item.children().any(|child| child.value().as_text().is_some_and(|text| !is_blank(text)));
    let is_link = |element: ElementRef| {
        element.value().name() == "a" && element.attr("href").is_some_and(|href| href.starts_with('#'))
    };
    let Some(first) = item.child_elements().next().filter(|_| !loose) else { return false };
    let mut inner = first.child_elements();
    is_link(first) || (inner.next().is_some_and(is_link) && inner.next().is_none())
}
