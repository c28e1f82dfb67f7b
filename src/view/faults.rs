//! What could not be used of the page's own table, in words: which row, what stands there, what is wrong, how to mend it.

use crate::language::{Language, fill};
use crate::page_table::{Fault, Wrong};
use crate::report::Report;

/// So many faults are told one by one; of a table that is wholly wrong more would bury the chart.
const TOLD: usize = 8;

/// A sentence for each fault, in the order of the table; after the eighth the number of the others.
pub fn faults(report: &Report<'_>, language: Language) -> Vec<String> {
    let all = &report.page.faults;
    let mut said = Vec::new();
    for fault in all {
        if said.len() == TOLD {
            said.push(fill(language.messages().fault_more, &[("count", &(all.len() - TOLD).to_string())]));
            break;
        }
        said.push(sentence(report, fault, language));
    }
    said
}

fn sentence(report: &Report<'_>, fault: &Fault, language: Language) -> String {
    let messages = language.messages();
    let what = match fault.what {
        Wrong::NoYears => messages.fault_no_years,
        Wrong::NoValues => messages.fault_no_values,
        Wrong::Several => messages.fault_several,
        Wrong::NotAYear => messages.fault_not_a_year,
        Wrong::YearAhead => messages.fault_year_ahead,
        Wrong::SecondValue => messages.fault_second_value,
        Wrong::NotANumber => messages.fault_not_a_number,
        Wrong::Unit => messages.fault_unit,
        Wrong::Bounds => messages.fault_bounds,
    };
    let indicator = report.dataset.indicator(&report.trajectory.indicator);
    let unit = indicator.and_then(|indicator| report.dataset.unit(&indicator.unit));
    let what = fill(what, &[("unit", unit.map_or("", |unit| unit.name.in_language(language)))]);
    match fault.row {
        0 => what,
        row => fill(messages.fault_row, &[("row", &row.to_string()), ("cell", &fault.cell), ("what", &what)]),
    }
}
