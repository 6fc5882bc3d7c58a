//! HTML into blocks: what the page scripts' reader makes of a live page, made of its source.
//!
//! Same nouns, same rules as `extension/page/`: `reader`, `furniture`, `place`, `table`, `text`. What the browser
//! knows beside the source, the computed style, `style` and `sheet` make up from the page's own `<style>` elements,
//! `style` attributes and the standard's style of each element. What is drawn by scripts, or hidden by a style sheet
//! in another file, is not known here.

mod furniture;
mod place;
mod reader;
mod sheet;
mod sight;
mod source;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod text;

use super::Document;

impl Document {
    /// Reads the source of a page of HTML. Any text is a page: what is no markup is its text. Nesting deeper than a
    /// browser keeps is made flat, and no more than two million UTF-16 units of text are read, as in the browser.
    #[must_use]
    pub fn from_html(html: &str) -> Self {
        let page = source::Page::of(html);
        let blocks = reader::blocks(&page);
        Self { title: page.title(), lang: page.lang(), blocks, ..Self::default() }
    }
}
