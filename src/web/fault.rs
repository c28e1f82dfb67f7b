//! Faults as JavaScript gets them: an `Error` with a `code`.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::language::{Language, fill};
use crate::report::ReportError;

/// An `Error` with `code` and a message for the reader.
pub fn fault(code: &str, message: &str) -> JsValue {
    let error: JsValue = js_sys::Error::new(message).into();
    // Setting a property of a fresh, extensible object cannot fail.
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error
}

/// Nothing was asked for.
pub fn no_target(language: Language) -> JsValue {
    fault("unknown-id", language.messages().error_no_target)
}

/// There is no such target; with the one that was probably meant.
pub fn report(language: Language, error: &ReportError) -> JsValue {
    let messages = language.messages();
    let id = match error {
        ReportError::UnknownId { id, .. } => id.clone(),
        ReportError::NoTarget { indicator, region, .. } => format!("{region} {indicator}"),
    };
    let message = match error.nearest() {
        Some(near) => fill(messages.error_unknown_id_near, &[("id", &id), ("near", near)]),
        None => fill(messages.error_unknown_id, &[("id", &id)]),
    };
    fault(error.code(), &message)
}

/// An option does not take this value.
pub fn bad_value(language: Language, name: &str, value: &str, expected: &str) -> JsValue {
    let values = [("name", name), ("value", value), ("expected", expected)];
    fault("bad-value", &fill(language.messages().error_bad_value, &values))
}

/// Something in a series can't be used; `name` says where it stands.
pub fn bad_series(language: Language, name: &str, value: &str, expected: &str) -> JsValue {
    let values = [("name", name), ("value", value), ("expected", expected)];
    fault("bad-table", &fill(language.messages().error_bad_value, &values))
}

/// A series has a year twice.
pub fn year_twice(language: Language, name: &str, year: &str) -> JsValue {
    fault("bad-table", &fill(language.messages().error_year_twice, &[("name", name), ("year", year)]))
}

/// The page has no such table.
pub fn no_table(language: Language, name: &str) -> JsValue {
    fault("bad-table", &fill(language.messages().error_no_table, &[("value", name)]))
}

/// Nothing that `from` gives could be used; `what` says why.
pub fn bad_table(language: Language, from: &str, what: &[String]) -> JsValue {
    let what = what.join(language.messages().sentence_gap);
    fault("bad-table", &fill(language.messages().error_bad_table, &[("from", from), ("what", &what)]))
}
