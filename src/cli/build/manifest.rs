//! `custom-elements.json`: the element for editors and catalogues, in the form of custom-elements-manifest 2.1.

use std::path::Path;

use serde_json::{Value, json};

use super::element::{self, Attribute, Method, Named};
use super::types::union;
use crate::rows::fields::Is;

const MODULE: &str = "indicator-widgets.mjs";
const CLASS: &str = "IndicatorChartElement";
/// The element's name.
const NAME: &str = "indicator-chart";

/// The manifest of what `root` holds.
///
/// # Errors
/// See [`element`].
pub fn of(root: &Path) -> Result<String, String> {
    let attributes = element::attributes(root)?;
    let mut members: Vec<Value> = attributes.iter().map(property).collect();
    members.extend(element::METHODS.iter().map(|Method { name, takes, gives, about }| {
        let parameters: Vec<Value> =
            takes.iter().map(|(name, is)| json!({ "name": name, "type": { "text": is }, "optional": true })).collect();
        json!({ "kind": "method", "name": name, "parameters": parameters, "return": { "type": { "text": gives } }, "description": about })
    }));
    let events = element::EVENTS.map(|(name, detail, about)| {
        json!({ "name": name, "type": { "text": format!("CustomEvent<{detail}>") }, "description": about })
    });
    let declaration = json!({
        "kind": "class",
        "customElement": true,
        "name": CLASS,
        "tagName": NAME,
        "description": env!("CARGO_PKG_DESCRIPTION"),
        "superclass": { "name": "HTMLElement" },
        "attributes": attributes.iter().map(attribute).collect::<Vec<Value>>(),
        "members": members,
        "events": events,
        "slots": [{ "name": "", "description": "Shown until the chart is drawn, and where it can't be; a table, CSV or JSON with values of your own is read" }],
        "cssParts": element::parts(root)?.iter().map(named).collect::<Vec<Value>>(),
        "cssProperties": element::properties(root)?.iter().map(named).collect::<Vec<Value>>(),
    });
    let manifest = json!({
        "schemaVersion": "2.1.0",
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": MODULE,
            "declarations": [declaration],
            "exports": [{
                "kind": "custom-element-definition",
                "name": NAME,
                "declaration": { "name": CLASS, "module": MODULE },
            }],
        }],
    });
    serde_json::to_string_pretty(&manifest)
        .map(|text| text + "\n")
        .map_err(|error| format!("custom-elements.json: {error}"))
}

fn attribute(one: &Attribute) -> Value {
    let words = if let Is::Word(words) = &one.is { union(words) } else { "string".into() };
    let mut value = json!({ "name": one.name, "type": { "text": words }, "description": one.about });
    if !one.default.is_empty() {
        value["default"] = json!(one.default);
    }
    value["fieldName"] = json!(one.property());
    value
}

fn property(one: &Attribute) -> Value {
    let is = if one.name == "observations" { "string | PageValues" } else { "string" };
    json!({
        "kind": "field",
        "name": one.property(),
        "type": { "text": is },
        "description": one.about,
        "attribute": one.name,
        "reflects": true,
    })
}

fn named(one: &Named) -> Value {
    let mut value = json!({ "name": one.name, "description": one.about });
    if !one.default.is_empty() {
        value["default"] = json!(one.default);
    }
    value
}
