//! What was read of the page's own values, in words.

use super::View;
use crate::language::{Language, fill};
use crate::page_table::Sheet;
use crate::report::Report;

/// Says in the foot of each view what it has of `sheet`: where there is a view for each report of that, else of all.
pub fn tell(views: &mut [View], reports: &[Report<'_>], sheet: &Sheet) {
    let each = reports.len() == views.len();
    for (at, view) in views.iter_mut().enumerate() {
        let told = if each { reports.get(at..=at) } else { Some(reports) };
        let language = view.language;
        view.foot.extend(told.and_then(|reports| read(reports, sheet, language)));
    }
}

/// Where a page's values come from, in words.
pub fn source(sheet: &Sheet, language: Language) -> &str {
    if sheet.name.is_empty() { language.messages().source_page } else { &sheet.name }
}

/// How many values of which years were read, and from where; nothing where there are none.
pub fn read(reports: &[Report<'_>], sheet: &Sheet, language: Language) -> Option<String> {
    let (mut count, mut years) = (0, Vec::new());
    for row in reports.iter().flat_map(|report| &report.page.values) {
        count += 1;
        if let Err(at) = years.binary_search(&row.year) {
            years.insert(at, row.year);
        }
    }
    let mut said = String::new();
    for (at, year) in years.iter().enumerate() {
        let next_to = |other: Option<&i32>| other.is_some_and(|other| other.abs_diff(*year) == 1);
        let (before, after) = (at.checked_sub(1).and_then(|at| years.get(at)), years.get(at + 1));
        match (next_to(before), next_to(after)) {
            (true, true) => continue,
            (true, false) => said.push('–'),
            (false, _) if at > 0 => said.push_str(language.messages().list_gap),
            _ => {}
        }
        said.push_str(&year.to_string());
    }
    let values = [("from", source(sheet, language)), ("count", &count.to_string()), ("years", &said)];
    (count > 0).then(|| fill(language.messages().own_read, &values))
}

/// What was read, value by value: year, what stands in the cell, and how it was understood.
pub fn values(report: &Report<'_>, language: Language) -> Vec<[String; 3]> {
    let said = |row| super::wording::observed(report.dataset, row, language);
    report.page.values.iter().map(|row| [row.year.to_string(), row.wording.clone(), said(row)]).collect()
}
