//! Rules for observations.

use std::collections::BTreeMap;

use super::super::faults::Faults;
use super::super::model::Qualifier;
use super::super::package::{Package, Row, date, month};
use super::super::schema::OBSERVATIONS;

/// Indicator, region and year: what one observation is of.
fn key_of(row: &Row) -> (&str, &str, &str) {
    (row.text("indicator"), row.text("region"), row.text("year"))
}

/// See the table of rules.
pub fn key(package: &Package, faults: &mut Faults) {
    let mut first = BTreeMap::new();
    for row in package.rows(OBSERVATIONS) {
        let line = *first.entry(key_of(row)).or_insert(row.line);
        if line != row.line {
            let (indicator, region, year) = key_of(row);
            let message =
                format!("{indicator} of {region} in {year} a second time, expected it once; line {line} has it");
            faults.error(row, "indicator", message, None);
        }
    }
}

/// See the table of rules.
pub fn published(package: &Package, faults: &mut Faults) {
    for row in package.rows(OBSERVATIONS) {
        if let (Some(year), Some(day)) = (row.year("year"), date(row.text("published")))
            && day.year < year
        {
            let message = format!(
                "`published` is {}, expected a day in or after {year}, the year it is of",
                row.text("published")
            );
            faults.error(row, "published", message, None);
        }
    }
}

/// See the table of rules.
pub fn as_at(package: &Package, faults: &mut Faults) {
    for row in package.rows(OBSERVATIONS) {
        let Some(qualifier) = row.word::<Qualifier>("qualifier") else { continue };
        match (qualifier == Qualifier::PartYear, row.filled("as_at")) {
            (true, None) => {
                let message = "`as_at` is empty, expected the month of this part-year count".to_string();
                faults.error(row, "as_at", message, None);
            }
            (false, Some(text)) => {
                let message =
                    format!("`as_at` is `{text}`, expected none: the qualifier is `{}`", row.text("qualifier"));
                faults.error(
                    row,
                    "as_at",
                    message,
                    Some("write the qualifier `part_year`, or leave it empty".to_string()),
                );
            }
            _ => {
                if let (Some((in_year, _)), Some(year)) = (month(row.text("as_at")), row.year("year"))
                    && in_year != year
                {
                    let message = format!("`as_at` is `{}`, expected a month of {year}", row.text("as_at"));
                    faults.error(row, "as_at", message, None);
                }
            }
        }
    }
}

/// See the table of rules.
pub fn sorted(package: &Package, faults: &mut Faults) {
    let rows: Vec<&Row> = package.rows(OBSERVATIONS).collect();
    for pair in rows.windows(2) {
        if let [before, row] = pair
            && key_of(row) < key_of(before)
        {
            let message =
                format!("out of order after line {}, expected rows by indicator, region and year", before.line);
            faults.warning(row, "indicator", message, None);
        }
    }
}
