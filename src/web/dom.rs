//! Makes elements. No HTML text is ever parsed, and no `style` attribute is ever set: strict policies forbid both.

use wasm_bindgen::JsValue;
use web_sys::{Document, Element, Node};

use crate::language::{Language, parts};

/// Attributes in the order they are set.
pub type Attributes<'a> = &'a [(&'a str, &'a str)];

/// Makes elements of one document.
pub struct Maker {
    document: Document,
    /// Whether Chinese words in a text are of another language than the text.
    foreign: bool,
}

impl Maker {
    /// A maker for the document that `node` is in, of texts in `language`.
    ///
    /// # Errors
    /// `panic`, where `node` is itself a document.
    pub fn beside(node: &Node, language: Language) -> Result<Maker, JsValue> {
        let document = node.owner_document().ok_or_else(|| super::fault::fault("panic", "owner document"))?;
        Ok(Maker { document, foreign: language == Language::En })
    }

    /// An HTML element with text.
    pub fn html(&self, name: &str, attributes: Attributes<'_>, text: &str) -> Result<Element, JsValue> {
        let element = self.document.create_element(name)?;
        for (name, value) in attributes {
            element.set_attribute(name, value)?;
        }
        // A list's option holds nothing but text.
        let whole = name == "option" || attributes.iter().any(|(name, _)| *name == "lang");
        self.write(&element, text, whole)?;
        Ok(element)
    }

    /// Fills an empty element with text; words of another language say so (WCAG 3.1.2), so that a screen reader speaks
    /// them in their own voice. `whole` leaves the text in one piece.
    fn write(&self, element: &Element, text: &str, whole: bool) -> Result<(), JsValue> {
        let parts = if self.foreign { parts(text) } else { Vec::new() };
        match &parts[..] {
            [(true, _)] if !element.has_attribute("lang") => element.set_attribute("lang", "zh")?,
            [_, _, ..] if !whole => {
                for (chinese, part) in &parts {
                    let span = self.document.create_element("span")?;
                    if *chinese {
                        span.set_attribute("lang", "zh")?;
                    }
                    span.set_text_content(Some(part));
                    element.append_child(&span)?;
                }
                return Ok(());
            }
            _ => {}
        }
        if !text.is_empty() {
            element.set_text_content(Some(text));
        }
        Ok(())
    }

    /// Sets the text of the first element in `parent` that `selector` takes; where it says so already nothing happens.
    pub fn say(&self, parent: &Element, selector: &str, text: &str) -> Result<(), JsValue> {
        match parent.query_selector(selector)? {
            Some(element) if element.text_content().as_deref() != Some(text) => {
                empty(&element)?;
                self.write(&element, text, false)
            }
            _ => Ok(()),
        }
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

/// Takes all children out of `parent`.
pub fn empty(parent: &Element) -> Result<(), JsValue> {
    while let Some(child) = parent.first_child() {
        parent.remove_child(&child)?;
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
