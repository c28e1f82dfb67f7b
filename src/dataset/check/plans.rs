//! Rules for regions and plans.

use super::super::faults::Faults;
use super::super::model::RegionLevel;
use super::super::package::{Package, Row, month, year};
use super::super::read::parts;
use super::super::schema::{PLANS, REGIONS};
use super::super::words::Words;

/// See the table of rules. A wider tier at each step also means that no chain of parents comes round again.
pub fn region_parent(package: &Package, faults: &mut Faults) {
    for row in package.rows(REGIONS) {
        let Some(parent) = row.filled("parent").and_then(|id| package.find(REGIONS, id)) else { continue };
        let (own, its) = (row.word::<RegionLevel>("level"), parent.word::<RegionLevel>("level"));
        if let (Some(own), Some(its)) = (own, its)
            && its as u8 >= own as u8
        {
            let message = format!(
                "`{}` is a {}, expected the parent of a {} to be of a wider tier",
                parent.id(),
                its.as_str(),
                own.as_str()
            );
            faults.error(row, "parent", message, None);
        }
    }
}

/// See the table of rules.
pub fn period(package: &Package, faults: &mut Faults) {
    for row in package.rows(PLANS) {
        if let (Some(start), Some(end)) = (row.year("period_start"), row.year("period_end"))
            && end < start
        {
            let message = format!("`period_end` is {end}, expected {start}, the period's start, or later");
            faults.error(row, "period_end", message, None);
        }
    }
}

/// See the table of rules.
pub fn phases(package: &Package, faults: &mut Faults) {
    for row in package.rows(PLANS) {
        let spans = parts(row, "phases");
        let mut before = None;
        for span in &spans {
            let months = span.split_once('/').and_then(|(start, end)| Some((month(start)?, month(end)?)));
            let Some((start, end)) = months else {
                let message =
                    format!("phase `{span}`, expected months like `2016-01/2016-03`, phases separated by `; `");
                faults.error(row, "phases", message, None);
                continue;
            };
            if end < start || before.is_some_and(|before| start < before) {
                let message = format!("phase `{span}` is out of order, expected first months and last months in time");
                faults.error(row, "phases", message, None);
            }
            before = Some(start);
        }
        for column in ["phases_zh_hans", "phases_zh_hant", "phases_en"] {
            one_each(row, column, "phase", spans.len(), faults);
        }
    }
}

/// See the table of rules.
pub fn milestones(package: &Package, faults: &mut Faults) {
    for row in package.rows(PLANS) {
        let years = parts(row, "milestones");
        for text in years.iter().filter(|text| year(text).is_none()) {
            let message = format!("milestone `{text}`, expected a year like `2035`, years separated by `; `");
            faults.error(row, "milestones", message, None);
        }
        if years.windows(2).any(|pair| pair.first() > pair.last()) {
            faults.error(row, "milestones", "milestones are out of order, expected years in time".to_string(), None);
        }
        let columns = ["_section", "_quote", "_zh_hans", "_zh_hant", "_en"].map(|end| format!("milestones{end}"));
        for column in &columns {
            one_each(row, column, "milestone", years.len(), faults);
        }
        for (year, quote) in years.iter().zip(parts(row, "milestones_quote")) {
            if !quote.contains(year) {
                let message = format!("quote `{quote}` does not name {year}, expected the wording that does");
                faults.error(row, "milestones_quote", message, None);
            }
        }
    }
}

/// Whether a column has a part for each phase or milestone, none of them empty.
fn one_each(row: &Row, column: &str, noun: &str, count: usize, faults: &mut Faults) {
    let names = parts(row, column);
    if row.cell(column).is_some() && names.len() != count {
        let message =
            format!("number of names in `{column}` is {}, expected {count}, one for each {noun}", names.len());
        faults.error(row, column, message, Some("separate names by `; `".to_string()));
    } else if names.iter().any(|name| name.trim().is_empty() || name.trim() != *name) {
        let message = format!("name of a {noun} in `{column}` is empty or has spaces around it, expected a name");
        faults.error(row, column, message, None);
    }
}
