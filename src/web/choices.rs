//! What a reader chooses of a view, out of lists: a theme, an office, an order, what to compare with.
//!
//! `data-set` names what a list sets, `data-act` what a button does: `www/trial.js` listens for them.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::{self, Maker};
use crate::language::Messages;
use crate::view::Choice;

/// Adds a labelled list for each choice of the chart number `index`; [`fill`] sets them.
pub fn build(maker: &Maker, parent: &Element, choices: &[Choice], index: usize) -> Result<(), JsValue> {
    // Where there is nothing to choose from, nothing is offered.
    for choice in choices.iter().filter(|choice| choice.options.len() > 1) {
        let id = [choice.name, "-", &index.to_string()].concat();
        let field = maker.add(parent, "div", &[("class", "field")], "")?;
        maker.add(&field, "label", &[("class", "label"), ("for", &id)], choice.label)?;
        let attributes = [("class", "input"), ("part", "input"), ("id", &*id), ("data-set", choice.name)];
        let select = maker.add(&field, "select", &attributes, "")?;
        options(maker, &select, choice)?;
    }
    Ok(())
}

fn options(maker: &Maker, select: &Element, choice: &Choice) -> Result<(), JsValue> {
    for (value, word) in &choice.options {
        maker.add(select, "option", &[("value", value)], word)?;
    }
    Ok(())
}

/// Sets the lists in `section`, where it has any; what they offer may have changed with another choice.
pub fn fill(maker: &Maker, section: &Element, choices: &[Choice]) -> Result<(), JsValue> {
    for choice in choices {
        let selector = ["select[data-set=", choice.name, "]"].concat();
        let Some(select) = section.query_selector(&selector)? else { continue };
        let words: String = choice.options.iter().map(|(_, word)| &**word).collect();
        if select.text_content().as_deref() != Some(&words) {
            dom::empty(&select)?;
            options(maker, &select, choice)?;
        }
        dom::set(section, &selector, "value", &choice.chosen.as_str().into())?;
    }
    Ok(())
}

/// Adds the buttons that take changes back, and the line that says what came of a change.
pub fn acts(maker: &Maker, parent: &Element, index: usize, messages: &Messages) -> Result<(), JsValue> {
    let acts = maker.add(parent, "div", &[("class", "field acts")], "")?;
    for (act, word) in [("undo", messages.control_undo), ("reset", messages.control_reset)] {
        let attributes = [
            ("type", "button"),
            ("class", "button"),
            ("part", "button"),
            ("id", &*[act, "-", &index.to_string()].concat()),
            ("data-act", act),
            // Not `disabled`: a button that is spent keeps the focus.
            ("aria-disabled", "true"),
        ];
        maker.add(&acts, "button", &attributes, word)?;
    }
    maker.add(parent, "p", &[("class", "said"), ("aria-live", "polite")], "")?;
    Ok(())
}
