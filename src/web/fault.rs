//! Faults as JavaScript gets them: an `Error` with a `code`.

use js_sys::Reflect;
use wasm_bindgen::JsValue;

use crate::dataset::pack::PackError;
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

/// There is nothing with these ids; each with the one that was probably meant.
pub fn unknown(language: Language, errors: &[ReportError]) -> JsValue {
    let messages = language.messages();
    let say = |error: &ReportError| match (error, error.nearest()) {
        (ReportError::NoTarget { indicator, region, .. }, Some(near)) => {
            fill(messages.error_no_target_there, &[("region", region), ("indicator", indicator), ("near", near)])
        }
        (ReportError::UnknownId { id, .. }, Some(near)) => {
            fill(messages.error_unknown_id_near, &[("id", id), ("near", near)])
        }
        (ReportError::UnknownId { id, .. } | ReportError::NoTarget { indicator: id, .. }, None) => {
            fill(messages.error_unknown_id, &[("id", id)])
        }
    };
    let said: Vec<String> = errors.iter().map(say).collect();
    fault("unknown-id", &said.join(messages.sentence_gap))
}

/// A call has no option called `name`; with the one that was probably meant, else with all.
pub fn unknown_option(language: Language, name: &str, near: Option<&str>, all: &[&str]) -> JsValue {
    let messages = language.messages();
    let message = match near {
        Some(near) => fill(messages.error_unknown_option_near, &[("name", name), ("near", near)]),
        None => fill(messages.error_unknown_option, &[("name", name), ("expected", &all.join(", "))]),
    };
    fault("bad-value", &message)
}

/// An option does not take this value.
pub fn bad_value(language: Language, name: &str, value: &str, expected: &str) -> JsValue {
    fault("bad-value", &not_taken(language, name, value, expected))
}

/// That an option does not take this value, in words.
pub fn not_taken(language: Language, name: &str, value: &str, expected: &str) -> String {
    fill(language.messages().error_bad_value, &[("name", name), ("value", value), ("expected", expected)])
}

/// Something in a series can't be used; `name` says where it stands.
pub fn bad_series(language: Language, name: &str, value: &str, expected: &str) -> JsValue {
    fault("bad-table", &not_taken(language, name, value, expected))
}

/// A series has a year twice.
pub fn year_twice(language: Language, name: &str, year: &str) -> JsValue {
    fault("bad-table", &fill(language.messages().error_year_twice, &[("name", name), ("year", year)]))
}

/// The page has no such table.
pub fn no_table(language: Language, name: &str) -> JsValue {
    fault("bad-table", &fill(language.messages().error_no_table, &[("value", name)]))
}

/// What was to be loaded is no dataset that can be read.
pub fn bad_dataset(language: Language, why: PackError) -> JsValue {
    let messages = language.messages();
    let said = match why {
        PackError::Magic => messages.error_dataset_kind,
        PackError::Older | PackError::Newer => messages.error_dataset_version,
        _ => messages.error_dataset_damaged,
    };
    fault("bad-dataset", said)
}

/// Nothing that `from` gives could be used; `what` says why.
pub fn bad_table(language: Language, from: &str, what: &[String]) -> JsValue {
    let what = what.join(language.messages().sentence_gap);
    fault("bad-table", &fill(language.messages().error_bad_table, &[("from", from), ("what", &what)]))
}
