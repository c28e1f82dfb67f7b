//! Values of the page's own that are to stand in the element.

use std::io::Write;
use std::path::Path;

use crate::cli::Failure;
use crate::page_table::Sheet;
use crate::report::Report;
use crate::view;

/// The values in `file`.
///
/// # Errors
/// Where it cannot be read, or is no UTF-8.
pub fn read(file: &Path) -> Result<Sheet, Failure> {
    let name = file.display();
    let bytes = std::fs::read(file).map_err(|error| Failure::input(format!("{name}: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Failure::input(format!("{name}: no UTF-8 text")).hint("save it as `CSV UTF-8`, as Excel calls it")
    })?;
    Ok(Sheet::pasted(&text))
}

/// Tells of the rows that are not understood.
///
/// # Errors
/// Where none is, with what is wrong; where the values would be of several targets.
pub fn check(file: Option<&Path>, reports: &[Report<'_>]) -> Result<(), Failure> {
    let name = file.map(|file| file.display().to_string()).unwrap_or_default();
    let [report] = reports else {
        return Err(Failure::usage("values of your own go with one target").hint("name one --target"));
    };
    // As the tool speaks.
    let faults = view::faults(report, crate::language::Language::En);
    if report.page.values.is_empty() {
        let what = if faults.is_empty() { "no values".to_string() } else { faults.join(" ") };
        return Err(Failure::input(format!("{name}: {what}")));
    }
    for fault in faults {
        let _ = writeln!(std::io::stderr(), "note: {name}: not used: {fault}");
    }
    Ok(())
}
