//! What a script asks of a series: its values, how far, and toward what.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::fault;
use super::options::{Choices, get, text, written};
use crate::dataset::Dataset;
use crate::language::Language;
use crate::projection::{Goal, Unprojectable};
use crate::rows::given::{Asked, FIELDS, Fault, Given};
use crate::rows::{End, FARTHEST, Row, Value};

/// Years ahead where nobody says how many; it was tried up to so many.
const HORIZON: i32 = 5;

/// Most values of a series: of more, `theil-sen` from every origin would take longer than a page should stand still.
const LONGEST: u32 = 300;

/// Whether `value` is a series, and not a target or nothing at all.
pub fn is_series(value: &JsValue) -> bool {
    Array::is_array(value)
}

/// Reads `series`: an array of rows, or of years and values (`[2023, 2.54]`).
///
/// # Errors
/// `bad-table`, with the place of the first fault.
pub fn read(series: &JsValue, dataset: &Dataset, language: Language) -> Result<Given, JsValue> {
    if !is_series(series) {
        return Err(fault::bad_series(language, "series", &written(series), "[[2023, 2.54], …]"));
    }
    let length = series.unchecked_ref::<Array>().length();
    if length > LONGEST {
        return Err(fault::bad_series(language, "series.length", &length.to_string(), "≤ 300"));
    }
    let rows: Vec<Row> = Array::from(series).iter().map(|row| self::row(&row)).collect();
    Given::read(&rows, dataset).map_err(|fault| say(series, &fault, language))
}

fn row(given: &JsValue) -> Row {
    let pair = Array::is_array(given);
    let mut row = Row::default();
    for field in FIELDS {
        let value = get(given, if pair { place(field) } else { field });
        if !value.is_undefined() {
            row.0.push((field.into(), self::value(&value)));
        }
    }
    row
}

/// Where a field stands in a row that is an array; nowhere but for two.
fn place(field: &str) -> &'static str {
    match field {
        "year" => "0",
        "value" => "1",
        _ => "",
    }
}

/// What is none of these is an empty list, which nothing takes.
fn value(given: &JsValue) -> Value {
    if given.is_null() {
        return Value::None;
    }
    let number = given.as_f64().map(Value::Number);
    let flag = || given.as_bool().map(Value::Flag);
    number.or_else(flag).or_else(|| given.as_string().map(Value::Text)).unwrap_or(Value::List(Vec::new()))
}

/// The fault in words, with what stands at its place.
pub fn say(series: &JsValue, wrong: &Fault, language: Language) -> JsValue {
    let row = Array::from(series).get(u32::try_from(wrong.row).unwrap_or_default());
    let field = if Array::is_array(&row) { place(wrong.field) } else { wrong.field };
    let at = |field: &str| ["series[", &wrong.row.to_string(), "].", field].concat();
    let found = match get(&row, field) {
        value if value.is_undefined() && wrong.field == "year" => get(&row, "t"),
        value => value,
    };
    match &wrong.expected {
        Some(expected) => fault::bad_series(language, &at(wrong.field), &written(&found), expected),
        None => fault::year_twice(language, &at(wrong.field), &written(&found)),
    }
}

/// Bounds that `options` ask for: `lower`, `upper` (numbers; `lower: null` for none), `neverFalls`.
///
/// # Errors
/// `bad-value`.
pub fn bounds(options: &JsValue, language: Language) -> Result<Asked, JsValue> {
    let lower = number(options, "lower", language)?;
    let upper = number(options, "upper", language)?;
    if let (Some(lower), Some(upper)) = (lower, upper)
        && lower > upper
    {
        return Err(fault::bad_value(language, "lower", &text(options, "lower"), "≤ upper"));
    }
    let asked = lower.is_some() || get(options, "lower").is_null();
    Ok(Asked { lower: asked.then_some(lower), upper, never_falls: get(options, "neverFalls").as_bool() == Some(true) })
}

/// What `options` ask the values to be: `target`, in its `direction`.
///
/// # Errors
/// `bad-value`.
pub fn goal(options: &JsValue, language: Language) -> Result<Option<Goal>, JsValue> {
    let choices = Choices { options, language };
    let falling = choices.of("direction", "direction", &[("higher", false), ("lower", true)]);
    let falling = falling.map_err(|said| fault::fault("bad-value", &said))?;
    let target = number(options, "target", language)?;
    Ok(target.map(|target| if falling { Goal::AtMost(target) } else { Goal::AtLeast(target) }))
}

/// Up to when: `until` (a year), else `horizon` (years after the last value).
///
/// # Errors
/// `bad-value`.
pub fn end(options: &JsValue, until: Option<i32>, language: Language) -> Result<End, JsValue> {
    let horizon = years(options, "horizon", language)?.unwrap_or(HORIZON);
    Ok(until.map_or(End::Years(horizon), End::Until))
}

/// A number of years from 1 to [`FARTHEST`].
///
/// # Errors
/// `bad-value`.
pub fn years(options: &JsValue, key: &str, language: Language) -> Result<Option<i32>, JsValue> {
    let years = number(options, key, language)?;
    let whole = years.filter(|years| *years == libm::trunc(*years) && (1.0..=f64::from(FARTHEST)).contains(years));
    if years.is_some() && whole.is_none() {
        return Err(fault::bad_value(language, key, &text(options, key), "1–1000"));
    }
    Ok(whole.map(|years| years as i32))
}

fn number(options: &JsValue, key: &str, language: Language) -> Result<Option<f64>, JsValue> {
    let given = get(options, key);
    if given.is_undefined() || given.is_null() {
        return Ok(None);
    }
    let number = given.as_f64().filter(|number| number.is_finite());
    number.map(Some).ok_or_else(|| fault::bad_value(language, key, &written(&given), "2.54"))
}

/// Faults that are the options': a series without a projection is none.
pub fn unprojectable(reason: Option<&Unprojectable>, options: &JsValue, language: Language) -> Result<(), JsValue> {
    match reason {
        Some(Unprojectable::Bounds) => Err(fault::bad_value(language, "upper", &text(options, "upper"), "≥ lower")),
        Some(Unprojectable::Assumption) => {
            Err(fault::bad_value(language, "growth", &text(options, "growth"), "> -100%"))
        }
        _ => Ok(()),
    }
}
