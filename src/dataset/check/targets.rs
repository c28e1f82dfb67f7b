//! Rules for targets.

use super::super::faults::Faults;
use super::super::model::{Comparator, Direction, Kind};
use super::super::package::{Package, Row};
use super::super::read::offices;
use super::super::schema::{INDICATORS, PLANS, REGIONS, TARGETS};
use super::super::words::Words;

/// `region-indicator-deadline` of a row.
fn plain_id(row: &Row) -> String {
    [row.text("region"), row.text("indicator"), row.text("deadline")].join("-")
}

/// See the table of rules.
pub fn id(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS) {
        let (expected, form) = if row.filled("restates").is_some() {
            (format!("{}-restated", row.text("restates")), "the restated target's id and `-restated`")
        } else {
            (plain_id(row), "region-indicator-deadline")
        };
        // A target that a plan says a third time: `-restated-2` and on.
        let further = row.id().strip_prefix(&expected).and_then(|rest| rest.strip_prefix('-')?.parse::<u32>().ok());
        let again = row.filled("restates").is_some() && further.is_some_and(|number| number >= 2);
        // An id made of a misspelt one would be a wrong hint.
        let known = package.find(INDICATORS, row.text("indicator")).is_some()
            && package.find(REGIONS, row.text("region")).is_some()
            && row.filled("restates").is_none_or(|id| package.find(TARGETS, id).is_some());
        if known && !row.id().is_empty() && row.id() != expected && !again {
            let message = format!("id `{}`, expected {form}", row.id());
            faults.error(row, "id", message, Some(format!("did you mean `{expected}`?")));
        }
    }
}

/// See the table of rules.
pub fn restates(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS) {
        let Some(target) = row.filled("restates").and_then(|id| package.find(TARGETS, id)) else { continue };
        if let Some(first) = target.filled("restates") {
            let message = format!("`{}` restates a target itself, expected the target", target.id());
            faults.error(row, "restates", message, Some(format!("did you mean `{first}`?")));
            continue;
        }
        for column in ["plan", "indicator", "region", "deadline"] {
            if row.text(column) != target.text(column) {
                let message = format!(
                    "`{column}` is `{}`, expected `{}` as in the restated target",
                    row.text(column),
                    target.text(column)
                );
                faults.error(row, column, message, None);
            }
        }
    }
}

/// See the table of rules.
pub fn direction(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS) {
        let Some(indicator) = package.find(INDICATORS, row.text("indicator")) else { continue };
        let (own, its) = (row.word::<Direction>("direction"), indicator.word::<Direction>("direction"));
        if let (Some(own), Some(its)) = (own, its)
            && own != its
        {
            let (own, its) = (own.as_str(), its.as_str());
            let message = format!("`direction` is `{own}`, expected `{its}` as its indicator `{}`", indicator.id());
            faults.error(row, "direction", message, None);
        }
    }
}

/// See the table of rules.
pub fn range(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS) {
        let Some(comparator) = row.word::<Comparator>("comparator") else { continue };
        match (comparator == Comparator::Range, row.filled("value_max")) {
            (true, None) => {
                let message = "`value_max` is empty, expected the range's upper end".to_string();
                faults.error(row, "value_max", message, None);
            }
            (false, Some(text)) => {
                let message =
                    format!("`value_max` is {text}, expected none: the comparator is `{}`", comparator.as_str());
                faults.error(
                    row,
                    "value_max",
                    message,
                    Some("write the comparator `range`, or leave it empty".to_string()),
                );
            }
            _ => {
                if let (Some(value), Some(upper)) = (row.number("value"), row.number("value_max"))
                    && upper <= value
                {
                    let message = format!("`value_max` is {upper}, expected more than the value, {value}");
                    faults.error(row, "value_max", message, None);
                }
            }
        }
    }
}

/// See the table of rules.
pub fn range_direction(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS) {
        let (comparator, direction) = (row.word::<Comparator>("comparator"), row.word::<Direction>("direction"));
        if let (Some(comparator), Some(direction)) = (comparator, direction)
            && (comparator == Comparator::Range) != (direction == Direction::Range)
        {
            let (comparator, direction) = (comparator.as_str(), direction.as_str());
            let message = format!(
                "comparator `{comparator}` with direction `{direction}`, expected `range` in both or in neither"
            );
            faults.error(row, "comparator", message, None);
        }
    }
}

/// See the table of rules.
pub fn start(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS) {
        let Some(kind) = row.word::<Kind>("kind") else { continue };
        let period_start = package.find(PLANS, row.text("plan")).and_then(|plan| plan.year("period_start"));
        if kind == Kind::Level {
            for column in ["start", "start_stated"].into_iter().filter(|column| row.filled(column).is_some()) {
                let message = format!("`{column}` is `{}`, expected none: a level has no start", row.text(column));
                faults.error(row, column, message, None);
            }
            continue;
        }
        for column in ["start", "start_stated"].into_iter().filter(|column| row.filled(column).is_none()) {
            let message = format!("`{column}` is empty, expected it for the kind `{}`", kind.as_str());
            let horizon = period_start.filter(|_| column == "start");
            let hint = horizon.map(|year| format!("a start that the plan does not state is its period's: {year}"));
            faults.error(row, column, message, hint);
        }
        let Some(start) = row.year("start") else { continue };
        if row.year("deadline").is_some_and(|deadline| start > deadline) {
            let message = format!("`start` is {start}, expected the deadline, {}, or earlier", row.text("deadline"));
            faults.error(row, "start", message, None);
        } else if let Some(period_start) =
            period_start.filter(|year| row.text("start_stated") == "no" && *year != start)
        {
            let message = format!("`start` is {start} and not stated, expected the period's start, {period_start}");
            faults.error(
                row,
                "start",
                message,
                Some("write start_stated `yes` if the plan names this year".to_string()),
            );
        }
    }
}

/// See the table of rules.
pub fn base_year(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS) {
        let Some(kind) = row.word::<Kind>("kind") else { continue };
        match (kind == Kind::ChangeSince, row.filled("base_year")) {
            (true, None) => {
                let message = "`base_year` is empty, expected the year that the change is measured against".to_string();
                faults.error(row, "base_year", message, None);
            }
            (false, Some(text)) => {
                let message = format!("`base_year` is `{text}`, expected none: the kind is `{}`", kind.as_str());
                faults.error(row, "base_year", message, None);
            }
            _ => {
                if let (Some(base), Some(deadline)) = (row.year("base_year"), row.year("deadline"))
                    && base >= deadline
                {
                    let message = format!("`base_year` is {base}, expected a year before the deadline, {deadline}");
                    faults.error(row, "base_year", message, None);
                }
            }
        }
    }
}

/// See the table of rules.
pub fn deadline(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS).filter(|row| row.text("deadline_stated") == "no") {
        let Some(plan) = package.find(PLANS, row.text("plan")) else { continue };
        let period = (plan.year("period_start"), plan.year("period_end"));
        if let (Some(deadline), (Some(first), Some(last))) = (row.year("deadline"), period)
            && !(first..=last).contains(&deadline)
        {
            let message = format!(
                "`deadline` is {deadline} and not stated, expected a year of the plan's period, {first} to {last}"
            );
            faults.error(
                row,
                "deadline",
                message,
                Some("write deadline_stated `yes` if the plan names this year".to_string()),
            );
        }
    }
}

/// See the table of rules.
pub fn responsible(package: &Package, faults: &mut Faults) {
    for row in package.rows(TARGETS) {
        if offices(row.text("responsible")).is_none() {
            let message = format!(
                "`responsible` is `{}`, expected `lead=A、B;with=C、D` or one part of it",
                row.text("responsible")
            );
            faults.error(
                row,
                "responsible",
                message,
                Some("names are separated by `、`, the two parts by `;`".to_string()),
            );
        }
    }
}
