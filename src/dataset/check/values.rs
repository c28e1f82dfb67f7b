//! Rules for the values of targets and observations alike.

use super::super::convert::scale;
use super::super::faults::Faults;
use super::super::package::{Package, Row};
use super::super::schema::{INDICATORS, OBSERVATIONS, TARGETS, UNITS};

/// Every row with a value, its indicator, its unit and its indicator's unit.
fn each(package: &Package, mut look: impl FnMut(&Row, &Row, &Row, &Row)) {
    for row in package.rows(TARGETS).chain(package.rows(OBSERVATIONS)) {
        let Some(indicator) = package.find(INDICATORS, row.text("indicator")) else { continue };
        let units = (package.find(UNITS, row.text("unit")), package.find(UNITS, indicator.text("unit")));
        if let (Some(own), Some(its)) = units {
            look(row, indicator, own, its);
        }
    }
}

/// See the table of rules.
pub fn dimension(package: &Package, faults: &mut Faults) {
    each(package, |row, indicator, own, its| {
        if own.text("dimension") != its.text("dimension") {
            let message = format!(
                "unit `{}` measures {}, expected {} as `{}`, the unit of its indicator `{}`",
                own.id(),
                own.text("dimension"),
                its.text("dimension"),
                its.id(),
                indicator.id()
            );
            faults.error(row, "unit", message, None);
        }
    });
}

/// See the table of rules.
pub fn bounds(package: &Package, faults: &mut Faults) {
    each(package, |row, indicator, own, its| {
        let factors = (own.number("factor"), its.number("factor"));
        let (Some(from), Some(to)) = factors else { return };
        if own.text("dimension") != its.text("dimension") || from <= 0.0 || to <= 0.0 {
            return;
        }
        let range = (indicator.number("minimum"), indicator.number("maximum"));
        // Bounds in the wrong order are the indicator's fault, not the values'.
        if matches!(range, (Some(minimum), Some(maximum)) if minimum >= maximum) {
            return;
        }
        for column in ["value", "value_max"] {
            let Some(value) = row.number(column).map(|value| scale(value, from, to)) else { continue };
            let (limit, bound) = match range {
                (Some(minimum), _) if value < minimum => ("at least", minimum),
                (_, Some(maximum)) if value > maximum => ("at most", maximum),
                _ => continue,
            };
            let (unit, name) = (its.id(), indicator.id());
            let message = format!("`{column}` is {value} {unit}, expected {limit} {bound} {unit}, a bound of `{name}`");
            faults.error(row, column, message, None);
        }
    });
}
