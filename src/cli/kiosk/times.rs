//! Days and hours of a playlist: the day to stand on, and the night.

use serde_json::{Value as Json, json};
use toml::de::DeValue;

use super::faults::Faults;
use super::table::{Table, Value, refuse};
use crate::cli::clock;
use crate::dataset::YEARS;

/// How dark the night is, where it is not said: 0 as by day, 1 black.
const DIM: f64 = 0.8;

/// The day to stand on, as `YYYY-MM-DD`: a date of TOML's own, or the same in quotes.
pub fn day(key: &str, value: &Value<'_>, faults: &mut Faults<'_>) -> Option<String> {
    let text = plain(value, faults);
    let day = text.as_deref().and_then(|text| clock::day(text).ok()).filter(|day| YEARS.contains(&day.year));
    if day.is_none() {
        refuse(key, value, "a day such as 2025-06-30", None, faults);
    }
    text.filter(|_| day.is_some())
}

/// The hours of the night and how dark it is then.
pub fn night(value: &Value<'_>, faults: &mut Faults<'_>) -> Option<Json> {
    let table = Table::within("night", value, &["from", "to", "dim"], faults)?;
    let from = table.required("from", "the hour when the night begins, such as \"22:00\"", faults);
    let to = table.required("to", "the hour when the night ends, such as \"07:00\"", faults);
    let (from, to) = (hour("from", from, faults), hour("to", to, faults));
    let dim = match table.get("dim") {
        Some(value) => share("dim", value, faults)?,
        None => DIM,
    };
    let (from, to) = (from?, to?);
    if from == to {
        let what = format!("the night is from {from} to {to}, expected two different hours");
        faults.add(table.at, what, Some("leave `night` out if there is to be none".into()));
        return None;
    }
    Some(json!({ "from": from, "to": to, "dim": dim }))
}

/// `HH:MM`, from midnight to 23:59.
fn hour(key: &str, value: Option<&Value<'_>>, faults: &mut Faults<'_>) -> Option<String> {
    let value = value?;
    let text = plain(value, faults).unwrap_or_default();
    // TOML's own times may have seconds, which the night has not.
    let hour = text.strip_suffix(":00").filter(|rest| rest.len() == 5).unwrap_or(&text);
    if is_hour(hour) {
        return Some(hour.to_string());
    }
    refuse(key, value, "an hour such as \"07:00\", from \"00:00\" to \"23:59\"", None, faults);
    None
}

fn is_hour(text: &str) -> bool {
    let number = |part: &str, most: u8| {
        part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()) && part.parse::<u8>().is_ok_and(|n| n <= most)
    };
    text.split_once(':').is_some_and(|(hours, minutes)| number(hours, 23) && number(minutes, 59))
}

/// A number from 0 to 1.
fn share(key: &str, value: &Value<'_>, faults: &mut Faults<'_>) -> Option<f64> {
    let number = match value.get_ref() {
        DeValue::Float(_) | DeValue::Integer(_) => faults.written(value.span()).replace('_', "").parse::<f64>().ok(),
        _ => None,
    };
    let number = number.filter(|number| (0.0..=1.0).contains(number));
    if number.is_none() {
        refuse(key, value, "a number from 0 (as by day) to 1 (black)", None, faults);
    }
    number
}

/// A text, or a date or time as it is written.
fn plain(value: &Value<'_>, faults: &Faults<'_>) -> Option<String> {
    match value.get_ref() {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Datetime(_) => Some(faults.written(value.span()).to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_have_two_digits_and_a_colon() {
        for right in ["00:00", "07:30", "23:59"] {
            assert!(is_hour(right), "{right}");
        }
        for wrong in ["24:00", "7:00", "07:60", "0700", "07:00:30", "07.00", "", "ab:cd", "+7:00"] {
            assert!(!is_hour(wrong), "{wrong}");
        }
    }
}
