//! Makes elements. No HTML text is ever parsed, and no `style` attribute is ever set: strict policies forbid both.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Node};

/// Attributes in the order they are set.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Makes elements of one document.
pub struct Maker {
    document: Document,
}

impl Maker {
    /// A maker for the document that `node` is in.
    ///
    /// # Errors
    /// `panic`, where `node` is itself a document.
    pub fn beside(node: &Node) -> Result<Maker, JsValue> {
        let document = node.owner_document().ok_or_else(|| super::fault::fault("panic", "owner document"))?;
        Ok(Maker { document })
    }

    /// An HTML element with text.
    pub fn html(&self, name: &str, attributes: Attributes<'_>, text: &str) -> Result<Element, JsValue> {
        let element = self.document.create_element(name)?;
        dress(&element, attributes, text)?;
        Ok(element)
    }

    /// An SVG element.
    pub fn svg(&self, name: &str) -> Result<Element, JsValue> {
        self.document.create_element_ns(Some("http://www.w3.org/2000/svg"), name)
    }

    /// An HTML element at the end of `parent`.
    pub fn add(
        &self,
        parent: &Element,
        name: &str,
        attributes: Attributes<'_>,
        text: &str,
    ) -> Result<Element, JsValue> {
        let element = self.html(name, attributes, text)?;
        parent.append_child(&element)?;
        Ok(element)
    }
}

fn dress(element: &Element, attributes: Attributes<'_>, text: &str) -> Result<(), JsValue> {
    for (name, value) in attributes {
        element.set_attribute(name, value)?;
    }
    if !text.is_empty() {
        element.set_text_content(Some(text));
    }
    Ok(())
}

/// Takes all children out of `parent`.
pub fn empty(parent: &Element) -> Result<(), JsValue> {
    while let Some(child) = parent.first_child() {
        parent.remove_child(&child)?;
    }
    Ok(())
}

/// Sets the text of the first element in `parent` that `selector` takes; where it says so already nothing happens.
pub fn say(parent: &Element, selector: &str, text: &str) -> Result<(), JsValue> {
    match parent.query_selector(selector)? {
        Some(element) if element.text_content().as_deref() != Some(text) => element.set_text_content(Some(text)),
        _ => {}
    }
    Ok(())
}

/// Sets a property of the first element in `parent` that `selector` takes.
pub fn set(parent: &Element, selector: &str, name: &str, value: &JsValue) -> Result<(), JsValue> {
    if let Some(element) = parent.query_selector(selector)? {
        js_sys::Reflect::set(&element, &name.into(), value)?;
    }
    Ok(())
}
