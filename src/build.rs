//! Compiles the data package into the program: reads and checks `data/`, and writes `dataset.pack`.
//!
//! A wrong package fails the build with every fault's file, line and column.

use std::path::Path;
use std::process::ExitCode;

/// The library's own reader and validator.
#[allow(dead_code, unused_imports, reason = "the library and the tool use the rest")]
mod dataset {
    pub mod cells;
    pub mod check;
    mod convert;
    pub mod csv;
    mod descriptor;
    pub mod diagnostic;
    pub mod faults;
    mod load;
    mod lookup;
    mod model;
    pub mod pack;
    pub mod package;
    mod read;
    pub mod schema;
    pub mod words;

    pub use diagnostic::Severity;
    pub use read::read;
}

fn main() -> ExitCode {
    // `indicator-widgets build --data DIR` names another package.
    println!("cargo::rerun-if-env-changed=INDICATOR_WIDGETS_DATA");
    let folder = std::env::var("INDICATOR_WIDGETS_DATA").unwrap_or_else(|_| "data".into());
    println!("cargo::rerun-if-changed={folder}");
    let reading = dataset::read(&|file| std::fs::read(Path::new(&folder).join(file)).ok());
    for found in &reading.diagnostics {
        let level = if found.severity == dataset::Severity::Error { "error" } else { "warning" };
        // One directive for each line: cargo ends a directive at its line's end.
        for line in format!("{folder}/{found}").lines() {
            println!("cargo::{level}={line}");
        }
    }
    let Some(mut dataset) = reading.dataset else {
        println!("cargo::error={folder}/ is not a right data package; see the errors above");
        return ExitCode::FAILURE;
    };
    // Nobody is told the title of what the program has by itself, and every page would carry it.
    dataset.title.clear();
    let written = dataset::pack::encode(&dataset).map_err(|fault| fault.to_string()).and_then(|bytes| {
        let out = std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: run by cargo only")?;
        std::fs::write(Path::new(&out).join("dataset.pack"), bytes).map_err(|fault| fault.to_string())
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            println!("cargo::error={folder}/ could not be packed: {fault}");
            ExitCode::FAILURE
        }
    }
}
