//! `validate [DIR]`: checks a data package and says everything that is wrong with it.

use std::io::{self, Write};
use std::path::Path;

use crate::dataset::{Dataset, Severity, read};

/// Checks the package in `dir`, writes every fault to `out`, and a closing line. Gives whether there is no error.
///
/// # Errors
/// Where `out` cannot be written to. What cannot be read is a fault of the package.
pub fn run(dir: &Path, out: &mut dyn Write) -> io::Result<bool> {
    if !dir.is_dir() {
        writeln!(out, "{}: error: no such folder, expected a data package", dir.display())?;
        writeln!(out, "  hint: name the folder that holds datapackage.json: `indicator-widgets validate data`")?;
        return Ok(false);
    }
    let reading = read(&|file| std::fs::read(dir.join(file)).ok());
    for found in &reading.diagnostics {
        let mut found = found.clone();
        found.file = dir.join(&found.file).display().to_string();
        writeln!(out, "{found}")?;
    }
    let errors = reading.diagnostics.iter().filter(|found| found.severity == Severity::Error).count();
    let warnings = reading.diagnostics.len() - errors;
    let content = reading.dataset.as_ref().map(|dataset| format!("; {}", content(dataset))).unwrap_or_default();
    writeln!(out, "{}: {}, {}{content}", dir.display(), counted(errors, "error"), counted(warnings, "warning"))?;
    Ok(reading.dataset.is_some())
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

fn content(dataset: &Dataset) -> String {
    let restating = dataset.targets.iter().filter(|target| target.restates.is_some()).count();
    let restating =
        if restating == 1 { "1 row that restates one".into() } else { format!("{restating} rows that restate one") };
    format!(
        "{}, {} and {restating}, {}, {}",
        counted(dataset.plans.len(), "plan"),
        counted(dataset.set_targets().count(), "target"),
        counted(dataset.indicators.len(), "indicator"),
        counted(dataset.observations.len(), "observation")
    )
}
