//! Rules for units and indicators.

use super::super::faults::Faults;
use super::super::package::{Package, Row};
use super::super::schema::{INDICATORS, UNITS};

/// See the table of rules.
pub fn pattern(package: &Package, faults: &mut Faults) {
    for row in package.rows(UNITS) {
        for column in ["pattern_zh_hans", "pattern_zh_hant", "pattern_en"] {
            let Some(text) = row.filled(column) else { continue };
            let places = text.matches("{}").count();
            if places != 1 {
                let message = format!("`{}` has {places} places for the number, expected `{{}}` once", text);
                let hint = (places == 0).then(|| "write it like `{}元` or `CNY {}`".to_string());
                faults.error(row, column, message, hint);
            }
        }
    }
}

/// See the table of rules.
pub fn factor(package: &Package, faults: &mut Faults) {
    for row in package.rows(UNITS) {
        if row.number("factor").is_some_and(|factor| factor <= 0.0) {
            let message = format!("`factor` is {}, expected a number above 0", row.text("factor"));
            faults.error(row, "factor", message, Some("a dimension's base unit has the factor 1".to_string()));
        }
    }
}

/// See the table of rules.
pub fn sentence(package: &Package, faults: &mut Faults) {
    for row in package.rows(INDICATORS) {
        for (column, stop) in [("meaning_zh_hans", '。'), ("meaning_zh_hant", '。'), ("meaning_en", '.')] {
            if row.filled(column).is_some_and(|text| !text.ends_with(stop)) {
                let message = format!("`{column}` does not end with `{stop}`, expected a whole sentence");
                faults.error(row, column, message, None);
            }
        }
    }
}

/// See the table of rules.
pub fn bounds(package: &Package, faults: &mut Faults) {
    for row in package.rows(INDICATORS) {
        if let (Some(minimum), Some(maximum)) = (row.number("minimum"), row.number("maximum"))
            && minimum >= maximum
        {
            let message = format!("`maximum` is {maximum}, expected more than the minimum, {minimum}");
            faults.error(row, "maximum", message, None);
        }
    }
}

/// Dimensions of units that a growth rate or a change may have, besides that of its level.
const SHARES: [&str; 2] = ["percent", "percentage-points"];

/// See the table of rules.
pub fn derived_from(package: &Package, faults: &mut Faults) {
    let dimension = |row: &Row| Some(package.find(UNITS, row.text("unit"))?.text("dimension").to_string());
    for row in package.rows(INDICATORS) {
        let Some(level) = row.filled("derived_from").and_then(|id| package.find(INDICATORS, id)) else { continue };
        if level.id() == row.id() {
            let message = format!("`{}` is derived from itself, expected the level it is taken of", row.id());
            faults.error(row, "derived_from", message, None);
        } else if let Some(source) = level.filled("derived_from") {
            let message = format!("`{}` is itself derived, expected a level", level.id());
            let hint = (source != level.id()).then(|| format!("did you mean `{source}`?"));
            faults.error(row, "derived_from", message, hint);
        } else if let (Some(own), Some(other)) = (dimension(row), dimension(level))
            && own != other
            && !SHARES.contains(&own.as_str())
        {
            let unit = row.text("unit");
            let message =
                format!("unit `{unit}` measures {own}, expected percent, percentage-points, or {other} as its level");
            faults.error(row, "unit", message, None);
        }
    }
}
