//! The page's own values as `www/own.js` hands them over: `{ form, text | rows, name }`, or why there are none.

use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

use super::fault;
use super::options::{get, text, written};
use crate::language::{Language, fill};
use crate::page_table::Sheet;

/// Most rows of JSON or of a script.
const MOST: u32 = 50_000;

/// Most fields.
const WIDEST: usize = 100;

/// Reads `given`; nothing where the page gives no values.
///
/// # Errors
/// `bad-value`, `bad-table`, `unsupported`: why they could not be had.
pub fn read(given: &JsValue, language: Language) -> Result<Option<Sheet>, JsValue> {
    let messages = language.messages();
    let name = text(given, "name");
    let why = text(given, "why");
    let (code, said) = match why.as_str() {
        "" => {
            // Untrimmed: its first line, the caption, may be empty.
            let text = get(given, "text").as_string();
            let sheet = match self::text(given, "form").as_str() {
                "csv" => text.as_deref().map(Sheet::csv),
                "rows" => Some(Sheet::rows(rows(&get(given, "rows"), language)?)),
                _ => text.map(Sheet::table),
            };
            return Ok(sheet.map(|sheet| Sheet { name, ..sheet }));
        }
        "missing" => return Err(fault::no_table(language, &name)),
        "origin" => ("bad-value", messages.own_origin),
        "file" => ("unsupported", messages.own_file),
        "large" => ("bad-table", messages.own_large),
        "json" => ("bad-table", messages.own_json),
        _ => ("bad-table", messages.own_unread),
    };
    let detail = self::text(given, "detail");
    Err(fault::fault(code, &fill(said, &[("value", &name), ("why", &detail)])))
}

/// The text of a sheet of these rows: the fields that any of them has, then each row's cells.
fn rows(given: &JsValue, language: Language) -> Result<String, JsValue> {
    let wrong = |at: &str, found: &JsValue| {
        let found = if found.is_object() { "{…}".into() } else { written(found) };
        fault::bad_series(language, at, &found, "[{ year: 2023, value: 2.54 }, …]")
    };
    let inner = get(given, "observations");
    let list = if Array::is_array(given) { given } else { &inner };
    if !Array::is_array(list) {
        return Err(wrong("observations", given));
    }
    let list: &Array = list.unchecked_ref();
    if list.length() > MOST {
        return Err(wrong("observations.length", &list.length().into()));
    }
    let (mut fields, mut cells) = (Vec::<String>::new(), String::new());
    for (at, row) in list.iter().enumerate() {
        let at = |field: &str| ["observations[", &at.to_string(), "]", field].concat();
        if !row.is_object() {
            return Err(wrong(&at(""), &row));
        }
        let mut line: Vec<String> = Vec::new();
        for key in Object::keys(row.unchecked_ref::<Object>()).iter().filter_map(|key| key.as_string()) {
            let value = get(&row, &key);
            if value.is_object() {
                return Err(wrong(&at(&[".", &key].concat()), &value));
            }
            if fields.len() > WIDEST {
                return Err(wrong(&at(&[".", &key].concat()), &value));
            }
            let place = fields.iter().position(|field| *field == key).unwrap_or_else(|| {
                fields.push(key);
                fields.len() - 1
            });
            while line.len() <= place {
                line.push(String::new());
            }
            if let Some(cell) = line.get_mut(place) {
                let flag = || value.as_bool().map(|flag| if flag { "yes" } else { "no" });
                *cell = flag().map_or_else(|| written(&value), String::from).replace(['\t', '\n', '\r'], " ");
            }
        }
        cells.push('\n');
        cells.push_str(&line.join("\t"));
    }
    Ok(["\n", &fields.join("\t"), &cells].concat())
}
