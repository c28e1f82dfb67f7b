//! Rules for single cells: each by the form of its column.

use super::super::csv::Cell;
use super::super::diagnostic::nearest;
use super::super::faults::Faults;
use super::super::package::{Package, Row, date as day, month, number as decimal, year as calendar_year};
use super::super::schema::{Column, Form};

/// Every cell of every row.
fn each(package: &Package, mut look: impl FnMut(&Row, &'static Column, &Cell)) {
    for row in package.tables.iter().flat_map(|table| &table.rows).filter(|row| row.whole) {
        for (column, cell) in row.columns() {
            look(row, column, cell);
        }
    }
}

/// Every cell that is not empty.
fn each_filled(package: &Package, mut look: impl FnMut(&Row, &'static Column, &str)) {
    each(package, |row, column, cell| {
        if !cell.text.is_empty() {
            look(row, column, &cell.text);
        }
    });
}

/// See the table of rules.
pub fn spaces(package: &Package, faults: &mut Faults) {
    each_filled(package, |row, column, text| {
        if text.trim() != text {
            let hint = Some(format!("write `{}`", text.trim())).filter(|_| !text.trim().is_empty());
            let message = format!("space at the beginning or end of `{}`, expected none", column.name);
            faults.error(row, column.name, message, hint);
        } else if text.contains(['\n', '\r', '\t']) {
            let message = format!("line end or tab in `{}`, expected one line of text", column.name);
            faults.error(row, column.name, message, None);
        }
    });
}

/// See the table of rules.
pub fn required(package: &Package, faults: &mut Faults) {
    each(package, |row, column, cell| {
        if column.required && cell.text.is_empty() {
            let message = format!("`{}` is empty, and every {} needs it", column.name, row.schema.noun);
            faults.error(row, column.name, message, None);
        }
    });
}

/// See the table of rules.
pub fn id_form(package: &Package, faults: &mut Faults) {
    each_filled(package, |row, column, text| match column.form {
        Form::Id if kebab(text) != text => {
            let message = format!("id `{text}`, expected lower-case letters and digits, words joined by `-`");
            let hint = Some(kebab(text)).filter(|id| !id.is_empty()).map(|id| format!("write `{id}`"));
            faults.error(row, column.name, message, hint);
        }
        Form::UnitId if text.contains(char::is_whitespace) => {
            let hint = format!("write `{}`", text.split_whitespace().collect::<String>());
            faults.error(row, column.name, format!("unit `{text}`, expected no spaces in it"), Some(hint));
        }
        _ => {}
    });
}

/// The nearest id of the right form.
fn kebab(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let words = lower.split(|letter: char| !letter.is_ascii_lowercase() && !letter.is_ascii_digit());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-")
}

/// See the table of rules.
pub fn word(package: &Package, faults: &mut Faults) {
    each_filled(package, |row, column, text| {
        let Form::Word(words) = column.form else { return };
        let words = words();
        if !words.contains(&text) {
            let message = format!("`{}` is `{text}`, expected one of: {}", column.name, words.join(", "));
            faults.error(row, column.name, message, nearest(text, words.iter().copied()));
        }
    });
}

/// See the table of rules.
pub fn number(package: &Package, faults: &mut Faults) {
    each_filled(package, |row, column, text| {
        if matches!(column.form, Form::Number) && decimal(text).is_none() {
            // Without separators and a unit behind it.
            let joined = text.replace([',', '，', ' '], "");
            let plain = joined.trim_end_matches(|sign: char| !sign.is_ascii_digit());
            let hint = decimal(plain).map(|_| format!("did you mean `{plain}`?"));
            let message = format!("`{}` is `{text}`, expected a number like 1250 or 2.47", column.name);
            faults.error(row, column.name, message, hint);
        }
    });
}

/// See the table of rules.
pub fn year(package: &Package, faults: &mut Faults) {
    each_filled(package, |row, column, text| {
        if matches!(column.form, Form::Year) && calendar_year(text).is_none() {
            let digits: String = text.chars().filter(char::is_ascii_digit).take(4).collect();
            let hint = calendar_year(&digits).map(|year| format!("did you mean `{year}`?"));
            let message = format!("`{}` is `{text}`, expected a year from 1900 to 2100", column.name);
            faults.error(row, column.name, message, hint);
        }
    });
}

/// See the table of rules.
pub fn date(package: &Package, faults: &mut Faults) {
    each_filled(package, |row, column, text| {
        let (right, expected) = match column.form {
            Form::Date => (day(text).is_some(), "a day like 2024-03-01"),
            Form::Month => (month(text).is_some(), "a month like 2024-03"),
            Form::DatePrefix => (
                day(text).is_some() || month(text).is_some() || calendar_year(text).is_some(),
                "a day like 2024-03-01, a month like 2024-03, or a year",
            ),
            _ => return,
        };
        if !right {
            let message = format!("`{}` is `{text}`, expected {expected}", column.name);
            faults.error(row, column.name, message, iso(text));
        }
    });
}

/// The ISO form of a date with other separators or without leading zeros: `2024/3/1`, `2024年3月1日`.
fn iso(text: &str) -> Option<String> {
    let parts: Vec<u32> =
        text.split(|sign: char| !sign.is_ascii_digit()).filter(|part| !part.is_empty()).flat_map(str::parse).collect();
    let written = match parts.as_slice() {
        [year, month] => format!("{year}-{month:02}"),
        [year, month, day] => format!("{year}-{month:02}-{day:02}"),
        _ => return None,
    };
    let right = written != text && (day(&written).is_some() || month(&written).is_some());
    right.then(|| format!("did you mean `{written}`?"))
}

/// See the table of rules.
pub fn url(package: &Package, faults: &mut Faults) {
    each_filled(package, |row, column, text| {
        let named = |scheme: &str| text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty());
        let right = (named("http://") || named("https://")) && !text.contains(char::is_whitespace);
        if matches!(column.form, Form::Url) && !right {
            let message =
                format!("`{}` is `{text}`, expected an address that begins with http:// or https://", column.name);
            let bare = !text.contains(':') && text.contains('.') && !text.contains(char::is_whitespace);
            faults.error(row, column.name, message, bare.then(|| format!("did you mean `https://{text}`?")));
        }
    });
}

/// See the table of rules.
pub fn region_code(package: &Package, faults: &mut Faults) {
    each_filled(package, |row, column, text| {
        if matches!(column.form, Form::Code) && !(text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit())) {
            let message = format!("`{}` is `{text}`, expected the six digits of GB/T 2260", column.name);
            let digits = text.bytes().all(|byte| byte.is_ascii_digit());
            let hint = (digits && text.len() < 6 && text.len() % 2 == 0).then(|| format!("did you mean `{text:0<6}`?"));
            faults.error(row, column.name, message, hint);
        }
    });
}
