//! What could not be used of the page's own table, in words: which row, what stands there, what is wrong, how to mend it.

use crate::dataset::Text;
use crate::language::{Language, fill};
use crate::page_table::{Fault, Form, Wrong};
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
        Wrong::Elsewhere => messages.fault_elsewhere,
        Wrong::NotAQualifier => messages.fault_qualifier,
        Wrong::Quote => messages.fault_quote,
        Wrong::TooMuch => messages.fault_too_much,
    };
    let indicator = report.dataset.indicator(&report.trajectory.indicator);
    let unit = indicator.and_then(|indicator| report.dataset.unit(&indicator.unit));
    let unit = unit.map_or("", |unit| unit.name.in_language(language));
    let name = |text: &Text| text.in_language(language).to_string();
    let (region, indicator) = (name(&report.region.name), indicator.map(|row| name(&row.name)).unwrap_or_default());
    let what = fill(what, &[("unit", unit), ("region", &region), ("indicator", &indicator)]);
    let template = match (fault.row, report.page.form) {
        (0, _) => return what,
        // The first row holds the fields' names.
        (2.., Form::Rows) => messages.fault_field,
        _ => messages.fault_row,
    };
    let index = fault.row.saturating_sub(2).to_string();
    let (row, column) = (fault.row.to_string(), fault.column.to_string());
    let at = [("index", &*index), ("field", &*fault.field), ("row", &*row), ("column", &*column)];
    let said = [("cell", &*fault.cell), ("what", &*what)];
    fill(template, &[&at[..], &said[..]].concat())
}
