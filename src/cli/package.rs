//! The data that a subcommand works on.

use std::path::Path;

use super::Failure;
use crate::dataset::{self, Dataset, Severity};

/// The package in the folder `data`, checked; without one the package that the program carries.
///
/// # Errors
/// Where the folder's package has an error: the first few, with file, line and column.
pub fn open(data: Option<&Path>) -> Result<Dataset, Failure> {
    let Some(folder) = data else {
        return dataset::embedded()
            .map_err(|error| Failure::input(format!("the program's own data are damaged: {error}")));
    };
    if !folder.join("datapackage.json").is_file() {
        return Err(Failure::input(format!("{}: no `datapackage.json` in it", folder.display()))
            .hint("name the folder of a data package, or leave --data out for the one inside the program"));
    }
    let reading = dataset::read(&|name| std::fs::read(folder.join(name)).ok());
    let faults: Vec<String> = reading
        .diagnostics
        .iter()
        .filter(|fault| fault.severity == Severity::Error)
        .map(|fault| folder.join(fault.to_string()).display().to_string())
        .collect();
    reading.dataset.ok_or_else(|| {
        Failure::input(format!(
            "the package has {} faults; the first:\n{}",
            faults.len(),
            faults.first().map_or("", |s| s)
        ))
        .hint(format!("`indicator-widgets validate {}` lists all", folder.display()))
    })
}
