//! Values of JavaScript, read field by field: a derived reader would bring the whole machinery of its error messages
//! (19 KB gzipped).

use js_sys::Array;
use wasm_bindgen::{JsCast, prelude::*};

#[wasm_bindgen]
extern "C" {
    type Fields;
    #[wasm_bindgen(method, structural, indexing_getter)]
    fn get(this: &Fields, name: &str) -> JsValue;
}

/// A field of a value, `undefined` if it has none.
pub fn field(value: &JsValue, name: &str) -> JsValue {
    if value.is_object() { value.unchecked_ref::<Fields>().get(name) } else { JsValue::UNDEFINED }
}

/// A field that holds a text.
pub fn text(value: &JsValue, name: &str) -> Option<String> {
    field(value, name).as_string()
}

/// A field that holds a text, empty if it has none.
pub fn word(value: &JsValue, name: &str) -> String {
    text(value, name).unwrap_or_default()
}

/// A field that holds an object.
pub fn object(value: &JsValue, name: &str) -> Option<JsValue> {
    Some(field(value, name)).filter(JsValue::is_object)
}

/// A field that holds a list, empty if it has none.
pub fn list(value: &JsValue, name: &str) -> Vec<JsValue> {
    let found = field(value, name);
    if !Array::is_array(&found) {
        return Vec::new();
    }
    let found: &Array = found.unchecked_ref();
    (0..found.length()).map(|place| found.get(place)).collect()
}

/// A field that holds a list of texts, empty if it has none.
pub fn words(value: &JsValue, name: &str) -> Vec<String> {
    list(value, name).iter().filter_map(JsValue::as_string).collect()
}

/// A field that holds a whole number.
#[expect(
    clippy::cast_possible_truncation,
    reason = "what was stored was a 32-bit integer; a float saturates"
)]
pub fn count<T: TryFrom<i32>>(value: &JsValue, name: &str) -> Option<T> {
    T::try_from(field(value, name).as_f64()? as i32).ok()
}
