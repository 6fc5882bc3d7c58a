//! The parsed source of a page, and what is asked of it more than once.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use html5ever::buffer_queue::BufferQueue;
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use scraper::{ElementRef, Html, HtmlTreeSink, Node};

use super::sheet::Sheet;

/// A page: its tree, its style sheet, its measures.
pub(super) struct Page {
    html: Html,
    /// The rules of its `<style>` elements.
    pub(super) sheet: Sheet,
    lengths: HashMap<NodeId, usize>,
    /// The ids that controls name, and whether the control says that what it opens is shut.
    controlled: HashMap<String, bool>,
}

impl Page {
    pub(super) fn of(source: &str) -> Self {
        let html = parse(source);
        let (mut lengths, mut controlled, mut sheet) = (HashMap::new(), HashMap::new(), Sheet::default());
        for edge in html.root_element().traverse() {
            match edge {
                Edge::Open(node) => {
                    if let Some(element) = ElementRef::wrap(node) {
                        add_controls(element, &mut controlled);
                    }
                }
                Edge::Close(node) => {
                    let length = measure(node, &lengths);
                    lengths.insert(node.id(), length);
                    if let Some(style) = ElementRef::wrap(node).filter(|element| is_sheet(*element)) {
                        sheet.add(&style.text().collect::<String>());
                    }
                }
            }
        }
        Self { html, sheet, lengths, controlled }
    }

    /// The whole tree.
    pub(super) fn root(&self) -> ElementRef<'_> {
        self.html.root_element()
    }

    pub(super) fn body(&self) -> Option<ElementRef<'_>> {
        self.root().child_elements().find(|element| matches!(element.value().name(), "body" | "frameset"))
    }

    /// The title, its white space collapsed as `document.title` does.
    pub(super) fn title(&self) -> Option<String> {
        let title = self.root().descendent_elements().find(|element| element.value().name() == "title")?;
        let text: String = title.text().collect();
        Some(text.split_ascii_whitespace().collect::<Vec<_>>().join(" "))
    }

    pub(super) fn lang(&self) -> Option<String> {
        self.root().attr("lang").map(str::to_owned)
    }

    /// How many UTF-16 units of text an element holds, hidden ones counted.
    pub(super) fn length(&self, element: ElementRef) -> usize {
        self.lengths.get(&element.id()).copied().unwrap_or_default()
    }

    /// If a control of the page names an element of this id: whether it says that the element is shut.
    pub(super) fn control(&self, id: &str) -> Option<bool> {
        self.controlled.get(id).copied()
    }
}

/// Adds what a control names; one that names it by `aria-controls` counts before one that jumps to it.
fn add_controls(element: ElementRef, controlled: &mut HashMap<String, bool>) {
    let shut = element.attr("aria-expanded") == Some("false");
    let whole = element.attr("aria-controls");
    let targets = ["href", "data-target", "data-bs-target", "data-toggle-target"];
    let marked = targets.into_iter().filter_map(|name| element.attr(name)?.strip_prefix('#'));
    for id in whole.unwrap_or_default().split_ascii_whitespace().chain(marked) {
        if whole.is_some() || !controlled.contains_key(id) {
            controlled.insert(id.to_owned(), shut);
        }
    }
}

/// A style sheet of the page itself, not of a shadow root or a template?
fn is_sheet(element: ElementRef) -> bool {
    element.value().name() == "style" && !element.ancestors().any(|round| round.value().is_fragment())
}

fn measure(node: NodeRef<Node>, lengths: &HashMap<NodeId, usize>) -> usize {
    match node.value() {
        Node::Text(text) => text.encode_utf16().count(),
        Node::Element(_) => node.children().filter_map(|child| lengths.get(&child.id())).sum(),
        _ => 0, // a comment; the content of a template, which is no part of the page
    }
}

fn parse(source: &str) -> Html {
    let builder = TreeBuilder::new(HtmlTreeSink::new(Html::new_document()), TreeBuilderOpts::default());
    let tokenizer = Tokenizer::new(Shallow { builder, depth: 0.into() }, TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(source));
    while !input.is_empty() {
        let _ = tokenizer.feed(&input); // stops at a script's end, then goes on
    }
    tokenizer.end();
    tokenizer.sink.builder.sink.finish()
}

/// Elements nest no deeper: Chromium keeps 512, too.
const DEEPEST: usize = 512;
/// A table nests its rows' group, the row and the cell in itself.
const TABLE_LEVELS: usize = 4;

/// The tree builder, which is sent no tags beyond a depth: its work grows with the depth for every tag.
struct Shallow {
    builder: TreeBuilder<NodeId, HtmlTreeSink>,
    depth: std::cell::Cell<usize>,
}

impl Shallow {
    /// Is a tag beyond the depth? Counts those that stay open until they are closed.
    fn is_beyond(&self, tag: &Tag) -> bool {
        if tag.self_closing || closes_itself(&tag.name) {
            return false;
        }
        let depth = self.depth.get();
        let levels = if &*tag.name == "table" { TABLE_LEVELS } else { 1 };
        match tag.kind {
            TagKind::StartTag => self.depth.set(depth + levels),
            TagKind::EndTag => self.depth.set(depth.saturating_sub(levels)),
        }
        self.depth.get().max(depth) > DEEPEST
    }
}

impl TokenSink for Shallow {
    type Handle = NodeId;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<NodeId> {
        match &token {
            Token::TagToken(tag) if self.is_beyond(tag) => TokenSinkResult::Continue,
            _ => self.builder.process_token(token, line),
        }
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Elements that have no end, or that end where the next one begins.
fn closes_itself(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "source"
            | "track"
            | "wbr"
            | "p"
            | "li"
            | "dt"
            | "dd"
            | "option"
            | "optgroup"
            | "tr"
            | "td"
            | "th"
            | "thead"
            | "tbody"
            | "tfoot"
            | "colgroup"
            | "caption"
            | "a"
            | "button"
            | "nobr"
            | "html"
            | "head"
            | "body"
    )
}
