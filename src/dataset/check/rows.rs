//! Rules between the rows and columns of any table.

use std::collections::BTreeMap;

use super::super::diagnostic::nearest;
use super::super::faults::Faults;
use super::super::package::{Package, Row};
use super::super::schema::{Form, OBSERVATIONS, PLANS};

/// See the table of rules.
pub fn id_unique(package: &Package, faults: &mut Faults) {
    for table in &package.tables {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for row in table.rows.iter().filter(|row| !row.id().is_empty()) {
            match first.get(row.id()) {
                None => {
                    first.insert(row.id(), row.line);
                }
                Some(line) => {
                    let message = format!("id `{}` a second time, expected it once; line {line} has it", row.id());
                    faults.error(row, "id", message, None);
                }
            }
        }
    }
}

/// See the table of rules.
pub fn reference(package: &Package, faults: &mut Faults) {
    for row in package.tables.iter().flat_map(|table| &table.rows).filter(|row| row.whole) {
        for (column, cell) in row.columns().filter(|(_, cell)| !cell.text.is_empty()) {
            let Form::Ref(file) = column.form else { continue };
            // A file that is missing, or whose rows have no ids, was reported as that.
            let Some(table) = package.table(file).filter(|table| table.rows.is_empty() || table.has_ids()) else {
                continue;
            };
            if table.find(&cell.text).is_none() {
                let message = format!("no {} `{}`, expected an id of {file}", table.schema.noun, cell.text);
                let hint = nearest(&cell.text, table.rows.iter().map(Row::id));
                faults.error(row, column.name, message, hint);
            }
        }
    }
}

/// Texts that a row may lack, by the stem of their columns. All others are required in each language.
const OPTIONAL: &[(&str, &str)] =
    &[(PLANS, "issuer"), (PLANS, "phases"), (PLANS, "milestones"), (OBSERVATIONS, "break")];

/// See the table of rules.
pub fn languages(package: &Package, faults: &mut Faults) {
    for (file, stem) in OPTIONAL {
        for row in package.rows(file) {
            let columns = ["zh_hans", "zh_hant", "en"].map(|language| format!("{stem}_{language}"));
            let filled = columns.iter().filter(|column| row.filled(column).is_some()).count();
            if filled == 0 {
                continue;
            }
            for column in columns.iter().filter(|column| row.cell(column).is_some() && row.filled(column).is_none()) {
                let message = format!("`{column}` is empty, expected the text in all three languages or in none");
                faults.error(row, column, message, None);
            }
        }
    }
}
