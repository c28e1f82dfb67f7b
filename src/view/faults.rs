//! What could not be used of the page's own table, in words: which row, what stands there, what is wrong, how to mend it.

use crate::language::{Language, fill};
use crate::page_table::{Fault, Wrong};
use crate::report::Report;

/// So many faults are told one by one; of a table that is wholly wrong more would bury the chart.
const TOLD: usize = 8;

/// A sentence for each fault, in the order of the table; after the eighth the number of the others.
pub fn faults(report: &Report<'_>, language: Language) -> Vec<String> {
    let all = &report.page.faults;
    let mut said: Vec<String> = all.iter().take(TOLD).map(|fault| sentence(report, fault, language)).collect();
    if all.len() > TOLD {
        said.push(fill(language.messages().fault_more, &[("count", &(all.len() - TOLD).to_string())]));
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
        Wrong::YearRange => messages.fault_year_range,
        Wrong::YearAhead => messages.fault_year_ahead,
        Wrong::SecondValue => messages.fault_second_value,
        Wrong::NotANumber => messages.fault_not_a_number,
        Wrong::Ceiling => messages.fault_ceiling,
        Wrong::Unit => messages.fault_unit,
        Wrong::UnitNeeded => messages.fault_unit_needed,
        Wrong::Bounds => messages.fault_bounds,
    };
    let unit = report.dataset.unit(&report.page.unit).map_or("", |unit| unit.name.in_language(language));
    let what = fill(what, &[("unit", unit)]);
    let (row, cell) = (fault.row.to_string(), fault.cell.as_str());
    let template = match fault.row {
        0 if cell.is_empty() => return what,
        0 => messages.fault_caption,
        _ => messages.fault_row,
    };
    fill(template, &[("row", &row), ("cell", cell), ("what", &what)])
}
