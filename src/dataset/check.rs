//! The rules that a data package must keep: one function for each, which collects every breach of it.

mod cells;
mod indicators;
mod observations;
mod plans;
mod quotes;
mod rows;
mod targets;
mod values;

use super::faults::Faults;
use super::package::Package;

/// One rule.
pub struct Rule {
    /// Its name, as diagnostics carry it.
    pub name: &'static str,
    /// What it asks of a package.
    pub asks: &'static str,
    /// Looks for breaches; `None` where reading the files itself finds them.
    pub check: Option<fn(&Package, &mut Faults)>,
}

const fn reading(name: &'static str, asks: &'static str) -> Rule {
    Rule { name, asks, check: None }
}

const fn rule(name: &'static str, asks: &'static str, check: fn(&Package, &mut Faults)) -> Rule {
    Rule { name, asks, check: Some(check) }
}

/// Every rule.
pub const RULES: &[Rule] = &[
    reading("missing-file", "every file of the package is there"),
    reading("version", "the descriptor gives the package's version"),
    reading("created", "the descriptor's `created`, where there is one, begins with a day"),
    reading("utf8", "files are UTF-8"),
    reading("bom", "files have no byte order mark"),
    reading("quotes", "quotes are around whole cells, and closed"),
    reading("cells", "every row has as many cells as the header"),
    reading("column-unknown", "no column is unknown"),
    reading("column-missing", "no column is missing"),
    reading("column-twice", "no column is there twice"),
    rule("spaces", "no cell begins or ends with a space, and no cell holds a line end", cells::spaces),
    rule("required", "cells that every row needs are filled", cells::required),
    rule(
        "id-form",
        "ids are lower-case words of letters and digits joined by `-`; a unit's id has no spaces",
        cells::id_form,
    ),
    rule("word", "cells with fixed words hold one of them", cells::word),
    rule("number", "numbers are plain decimals", cells::number),
    rule("year", "years have four digits, 1900 to 2100", cells::year),
    rule("date", "dates are ISO, and real days", cells::date),
    rule("url", "addresses begin with http:// or https://", cells::url),
    rule("region-code", "a region's code has six digits", cells::region_code),
    rule("id-unique", "no id is there twice in a table", rows::id_unique),
    rule("reference", "references lead to rows", rows::reference),
    rule("languages", "a text is there in all three languages or in none", rows::languages),
    rule("pattern", "a unit's pattern has one place for the number", indicators::pattern),
    rule("factor", "a unit's factor is above zero", indicators::factor),
    rule("region-parent", "a region lies in one of a wider tier", plans::region_parent),
    rule("sentence", "an indicator's meaning ends with a full stop", indicators::sentence),
    rule("bounds", "an indicator's minimum is below its maximum", indicators::bounds),
    rule(
        "derived-from",
        "a growth rate or change is taken of a level, and has a unit for it",
        indicators::derived_from,
    ),
    rule("period", "a plan's period ends no earlier than it starts", plans::period),
    rule("phases", "a plan's phases have months in order, and names for each", plans::phases),
    rule(
        "milestones",
        "a plan's milestones have years in order, and for each a section, words, and a quote that names the year",
        plans::milestones,
    ),
    rule("target-id", "a target's id is region-indicator-deadline", targets::id),
    rule(
        "restates",
        "a restating row says a target of the same plan, indicator, region and deadline again",
        targets::restates,
    ),
    rule("direction", "a target's direction is its indicator's", targets::direction),
    rule("range", "value_max is there for ranges, above value", targets::range),
    rule("range-direction", "comparator and direction are both a range or neither", targets::range_direction),
    rule(
        "start",
        "start is there for all kinds but level, no later than the deadline, and the period's own if not stated",
        targets::start,
    ),
    rule("base-year", "base_year is there for change_since only, and before the deadline", targets::base_year),
    rule("deadline", "a deadline that the plan does not state lies in its period", targets::deadline),
    rule("responsible", "offices are written lead=A、B;with=C、D", targets::responsible),
    rule("quote-number", "a quote holds its number (a warning)", quotes::number),
    rule("unit-dimension", "a value's unit measures what its indicator's unit measures", values::dimension),
    rule("value-bounds", "a value is within its indicator's bounds", values::bounds),
    rule("observation-key", "one observation for an indicator, region and year", observations::key),
    rule("published", "no observation is of a year after its publication", observations::published),
    rule("as-at", "as_at is there for part_year only, and in the observation's year", observations::as_at),
    rule("sorted", "observations are sorted by indicator, region and year (a warning)", observations::sorted),
];
