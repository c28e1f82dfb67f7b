//! What a reader operates of a projection: its method, an assumption of their own and the last year shown.
//!
//! `data-set` names what a control sets, `data-act` what a button does: `www/trial.js` listens for them.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::{self, Maker};
use crate::language::Messages;
use crate::view::Operation;

/// Adds the controls of the chart number `index` to `parent`; [`fill`] sets them.
pub fn build(
    maker: &Maker,
    parent: &Element,
    operation: &Operation,
    index: usize,
    messages: &Messages,
) -> Result<(), JsValue> {
    let id = |name: &str| format!("{name}-{index}");
    let field = |class: &str, word: &str, of: &str| -> Result<Element, JsValue> {
        let field = maker.add(parent, "div", &[("class", class)], "")?;
        maker.add(&field, "label", &[("class", "label"), ("for", of)], word)?;
        Ok(field)
    };

    let method = field("field", messages.control_method, &id("method"))?;
    let attributes = [("class", "input"), ("part", "input"), ("id", &*id("method")), ("data-set", "method")];
    let select = maker.add(&method, "select", &attributes, "")?;
    for (name, word) in &operation.methods {
        maker.add(&select, "option", &[("value", *name)], word)?;
    }

    let slider = &operation.slider;
    let assumed = field("field wide", messages.control_assumption, &id("slide"))?;
    maker.add(&assumed, "span", &[("class", "assumed")], "")?;
    let line = maker.add(&assumed, "div", &[("class", "row")], "")?;
    let attributes =
        [("type", "range"), ("class", "slider"), ("part", "slider"), ("id", &*id("slide")), ("data-set", "growth")];
    let range = maker.add(&line, "input", &attributes, "")?;
    for (name, value) in [("min", slider.minimum), ("max", slider.maximum), ("step", slider.step)] {
        js_sys::Reflect::set(&range, &name.into(), &value.into())?;
    }
    let attributes = [
        ("type", "text"),
        ("class", "input number"),
        ("part", "input"),
        ("id", &*id("typed")),
        ("data-set", "growth"),
        ("aria-label", &*[messages.control_assumption, " (", &slider.unit, ")"].concat()),
        ("autocomplete", "off"),
    ];
    // A number does not part from its unit.
    let entry = maker.add(&line, "div", &[("class", "entry")], "")?;
    maker.add(&entry, "input", &attributes, "")?;
    maker.add(&entry, "span", &[("class", "unit"), ("aria-hidden", "true")], &slider.unit)?;

    let (first, last, _) = operation.until;
    if first < last {
        let until = field("field", messages.control_until, &id("until"))?;
        let attributes = [("class", "input"), ("part", "input"), ("id", &*id("until")), ("data-set", "until")];
        let select = maker.add(&until, "select", &attributes, "")?;
        for year in first..=last {
            maker.add(&select, "option", &[], &year.to_string())?;
        }
    }
    Ok(())
}

/// Sets the controls in `section`, where it has any.
pub fn fill(maker: &Maker, section: &Element, operation: &Operation) -> Result<(), JsValue> {
    let slider = &operation.slider;
    let (_, _, until) = operation.until;
    dom::set(section, "select[data-set=method]", "value", &operation.method.into())?;
    dom::set(section, "select[data-set=until]", "value", &until.to_string().into())?;
    dom::set(section, ".slider", "value", &slider.value.into())?;
    dom::set(section, ".number", "value", &slider.value.into())?;
    if let Some(range) = section.query_selector(".slider")? {
        range.set_attribute("aria-valuetext", &slider.text)?;
    }
    maker.say(section, ".assumed", &slider.text)
}
