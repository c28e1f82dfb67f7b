//! The native tool, run as people run it.

use std::process::{Command, Output};

/// What a run gives.
pub fn tool(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_indicator-widgets"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .output()
        .unwrap()
}

/// What it printed.
pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// What it said.
pub fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// What a run that must succeed prints.
pub fn done(arguments: &[&str]) -> String {
    let output = tool(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", err(&output));
    out(&output)
}

/// What a run says that must end with `code`, and print nothing.
pub fn refused(arguments: &[&str], code: i32) -> String {
    let output = tool(arguments);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", err(&output));
    assert_eq!(out(&output), "", "{arguments:?}");
    err(&output)
}
