//! A thin builder of elements. Text goes in as text: there is no way to hand it markup.

use wasm_bindgen::{JsCast, prelude::*};
use web_sys::{Document, Element};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element that is being built.
pub(super) struct Node(pub Element);

/// A new element with a class; an empty class is left out.
pub(super) fn node(tag: &str, class: &str) -> Result<Node, JsValue> {
    let element = document()?.create_element(tag)?;
    if !class.is_empty() {
        element.set_class_name(class);
    }
    Ok(Node(element))
}

/// A new element that holds a text.
pub(super) fn text(tag: &str, class: &str, text: &str) -> Result<Node, JsValue> {
    let node = node(tag, class)?;
    node.0.set_text_content(Some(text));
    Ok(node)
}

/// One of the drawings of the page, by its id: an ornament, its meaning stands beside it in words.
pub(super) fn drawing(id: &str, class: &str) -> Result<Node, JsValue> {
    let document = document()?;
    let drawing = Node(document.create_element_ns(Some(SVG), "svg")?);
    let source = Node(document.create_element_ns(Some(SVG), "use")?);
    let source = source.with("href", &["#", id].concat())?;
    drawing.with("class", class)?.with("aria-hidden", "true")?.and(source)
}

/// Calls `act` at each click on the element; what goes wrong there is written to the console.
pub(super) fn on_click(
    node: &Node,
    mut act: impl FnMut() -> Result<(), JsValue> + 'static,
) -> Result<(), JsValue> {
    let listener = Closure::<dyn FnMut()>::new(move || report_error(act())).into_js_value();
    node.0.add_event_listener_with_callback("click", listener.unchecked_ref())
}

/// Writes an error to the console: for work that nobody waits for.
pub(super) fn report_error(done: Result<(), JsValue>) {
    if let Err(error) = done {
        web_sys::console::error_1(&error);
    }
}

/// The document of the page that is drawn.
pub(super) fn document() -> Result<Document, JsValue> {
    web_sys::window()
        .and_then(|window| window.document())
        .ok_or_else(|| JsValue::from_str("There is no page to draw on."))
}

impl Node {
    /// Sets an attribute.
    pub(super) fn with(self, name: &str, value: &str) -> Result<Self, JsValue> {
        self.0.set_attribute(name, value)?;
        Ok(self)
    }

    /// Adds a child at the end.
    pub(super) fn and(self, child: Self) -> Result<Self, JsValue> {
        self.0.append_child(&child.0)?;
        Ok(self)
    }

    /// Adds a child at the end, if there is one.
    pub(super) fn and_maybe(self, child: Option<Self>) -> Result<Self, JsValue> {
        match child {
            Some(child) => self.and(child),
            None => Ok(self),
        }
    }
}
