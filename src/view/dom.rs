//! A thin builder of elements. Text goes in as text: there is no way to hand it markup.

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::Element;

// Declared here, not taken from web-sys, because names we write ourselves never fail: no error paths, a third of the bytes.
#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create(tag: &str) -> Element;
    // page/glyphs.js draws it, as it does on the badges in the page.
    #[wasm_bindgen(js_namespace = glyphs, js_name = seal)]
    fn drawn_seal(tone: &str, glyph: &str) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = getElementById)]
    pub(super) fn by_id(id: &str) -> Option<Element>;

    type Builder;
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set_attribute(this: &Builder, name: &str, value: &str);
    #[wasm_bindgen(method)]
    fn append(this: &Builder, child: &Element);
    #[wasm_bindgen(method, js_name = replaceWith)]
    fn replace_with(this: &Builder, other: &Element);
}

/// An element that is being built.
pub(super) struct Node(pub Element);

/// A new element with a class; an empty class is left out.
pub(super) fn node(tag: &str, class: &str) -> Node {
    let node = Node(create(tag));
    if class.is_empty() { node } else { node.with("class", class) }
}

/// A new element that holds a text.
pub(super) fn text(tag: &str, class: &str, text: &str) -> Node {
    let node = node(tag, class);
    node.0.set_text_content(Some(text));
    node
}

/// A new list; it says so, because some screen readers forget it of lists without marks.
pub(super) fn list(class: &str) -> Node {
    node("ul", class).with("role", "list")
}

/// A tone's seal with a badge's glyph in it: an ornament, the words beside it say it all.
pub(super) fn seal(tone: &str, glyph: &str) -> Node {
    Node(drawn_seal(tone, glyph))
}

impl Node {
    /// Sets an attribute.
    pub(super) fn with(self, name: &str, value: &str) -> Self {
        self.builder().set_attribute(name, value);
        self
    }

    /// Adds a child at the end.
    #[expect(clippy::needless_pass_by_value, reason = "a child is its parent's from here on")]
    pub(super) fn and(self, child: Self) -> Self {
        self.builder().append(&child.0);
        self
    }

    /// Adds children at the end, as many as there are.
    pub(super) fn and_all(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::and)
    }

    /// Puts it where another element stood.
    pub(super) fn replace(&self, other: &Element) {
        other.unchecked_ref::<Builder>().replace_with(&self.0);
    }

    fn builder(&self) -> &Builder {
        self.0.unchecked_ref()
    }
}
