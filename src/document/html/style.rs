//! The computed style of an element, as far as the source tells it: the standard's own style of each element
//! (<https://html.spec.whatwg.org/multipage/rendering.html>), the page's rules, the `style` attribute.

use scraper::ElementRef;

use super::sheet::Declarations;
use super::source::Page;

/// How an element is displayed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Display {
    /// Not at all.
    None,
    /// Within a line.
    Inline,
    /// Apart.
    #[default]
    Block,
}

/// What the reader asks of the computed style.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is so or not, by itself")]
pub(super) struct Style {
    pub(super) display: Display,
    /// Its children stand apart, whatever they are: a flex box, a grid.
    lays_out: bool,
    /// Stays on the screen when the page is scrolled.
    pub(super) pinned: bool,
    /// Cut down to nothing, or far off the screen.
    pub(super) aside: bool,
    /// Its text is invisible where it stands, whatever for: one reason each.
    hidden: bool,
    tiny: bool,
    indented: bool,
    pub(super) bold: bool,
    /// The line breaks of the source are shown.
    pub(super) lines: bool,
}

impl Style {
    pub(super) fn of(page: &Page, element: ElementRef, outer: Self) -> Self {
        let mut said = page.sheet.declarations(element);
        if let Some(own) = element.attr("style") {
            said.add(own);
        }
        let name = element.value().name();
        let mut style = Self { lays_out: false, ..outer };
        style.bold = said.bold(outer.bold).unwrap_or(outer.bold || is_bold(name));
        style.lines = said.lines().unwrap_or(outer.lines || keeps_lines(name));
        style.hidden = said.hidden().unwrap_or(outer.hidden);
        style.tiny = said.tiny().unwrap_or(outer.tiny);
        style.indented = said.get("text-indent").map_or(outer.indented, is_far);
        style.aside = said.is_aside();
        style.pinned = matches!(said.get("position"), Some("fixed" | "sticky"));
        style.display = match said.get("display") {
            Some("none") => Display::None,
            Some(value) if is_inline(value) => Display::Inline,
            Some(_) => Display::Block,
            None => own_display(element),
        };
        style.lays_out =
            said.get("display").is_some_and(|value| value.ends_with("flex") || value.ends_with("grid"));
        if style.display == Display::Inline && (outer.lays_out || said.is_out_of_line()) {
            style.display = Display::Block;
        }
        style
    }
}

impl Style {
    /// Is text of this style invisible where it stands?
    pub(super) fn shows_no_text(&self) -> bool {
        self.hidden || self.tiny || self.indented
    }
}

impl Declarations {
    /// Of no size? A relative size goes by the one outside.
    fn tiny(&self) -> Option<bool> {
        let (size, unit) = length(self.get("font-size")?)?;
        match unit {
            _ if size == 0.0 => Some(true),
            "em" | "%" => None,
            _ => Some(false),
        }
    }

    fn is_aside(&self) -> bool {
        if !matches!(self.get("position"), Some("absolute" | "fixed")) {
            return false;
        }
        let cut = |name: &str| self.get(name).is_some_and(is_no_clip);
        cut("clip")
            || cut("clip-path")
            || ["left", "top"].iter().any(|side| self.get(side).is_some_and(is_far))
    }

    /// Bold or not, if said; `inherit` and what is not understood is as outside.
    fn bold(&self, outer: bool) -> Option<bool> {
        self.get("font-weight").map(|value| match value {
            "bold" | "bolder" => true,
            "normal" | "lighter" | "initial" => false,
            number => number.parse::<u16>().map_or(outer, |weight| weight >= 600),
        })
    }

    fn lines(&self) -> Option<bool> {
        let value = self.get("white-space").filter(|value| *value != "inherit")?;
        Some(value.starts_with("pre") || value == "break-spaces")
    }

    fn hidden(&self) -> Option<bool> {
        let value = self.get("visibility").filter(|value| *value != "inherit")?;
        Some(matches!(value, "hidden" | "collapse"))
    }

    fn is_out_of_line(&self) -> bool {
        matches!(self.get("float"), Some("left" | "right"))
            || matches!(self.get("position"), Some("absolute" | "fixed"))
    }
}

/// `rect(1px, 1px, 1px, 1px)`, `inset(50%)`: nothing is left to see.
fn is_no_clip(value: &str) -> bool {
    if let Some(sides) = value.strip_prefix("rect(") {
        let mut sides =
            sides.trim_end_matches(')').split([',', ' ']).filter(|side| !side.is_empty()).map(length);
        let first = sides.next().flatten();
        return first.is_some() && sides.all(|side| side.map(|side| side.0) == first.map(|first| first.0));
    }
    value.strip_prefix("inset(").and_then(length).is_some_and(|(share, unit)| unit == "%" && share >= 50.0)
}

/// More than 900 pixels off.
fn is_far(value: &str) -> bool {
    length(value).is_some_and(|(number, unit)| match unit {
        "em" | "rem" => number * 16.0 < -900.0,
        "px" => number < -900.0,
        _ => false,
    })
}

/// A number and its unit.
fn length(value: &str) -> Option<(f32, &str)> {
    let end =
        value.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-' | '+')).unwrap_or(value.len());
    let number = value[..end].parse().ok()?;
    let unit = value[end..].trim_end_matches(')').split([' ', ',']).next().unwrap_or_default();
    Some((number, unit))
}

fn is_inline(value: &str) -> bool {
    value.starts_with("inline") || value.starts_with("contents") || value.starts_with("ruby")
}

/// The standard's display of an element.
fn own_display(element: ElementRef) -> Display {
    let shut = match element.value().name() {
        "dialog" => element.attr("open").is_none(),
        _ => {
            element.attr("hidden").is_some_and(|value| value != "until-found")
                || element.attr("popover").is_some()
        }
    };
    match element.value().name() {
        _ if shut => Display::None,
        "area" | "base" | "basefont" | "datalist" | "head" | "link" | "meta" | "noembed" | "noframes"
        | "param" | "rp" | "script" | "style" | "template" | "title" => Display::None,
        name if is_block(name) => Display::Block,
        _ => Display::Inline,
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "html"
            | "body"
            | "address"
            | "article"
            | "aside"
            | "blockquote"
            | "center"
            | "details"
            | "dialog"
            | "dd"
            | "dir"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "frameset"
            | "frame"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "listing"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "optgroup"
            | "option"
            | "p"
            | "plaintext"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "ul"
            | "xmp"
            | "table"
            | "caption"
            | "colgroup"
            | "col"
            | "thead"
            | "tbody"
            | "tfoot"
            | "tr"
            | "td"
            | "th"
    )
}

fn is_bold(name: &str) -> bool {
    matches!(name, "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn keeps_lines(name: &str) -> bool {
    matches!(name, "pre" | "textarea" | "listing" | "plaintext" | "xmp")
}
