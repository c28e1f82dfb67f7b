//! `validate`: what a keeper of the data reads.
#![allow(clippy::expect_used, reason = "a test stops at what should not be")]

use std::path::Path;

use indicator_widgets::cli::validate;

fn run(dir: &str) -> (bool, String) {
    let mut out = Vec::new();
    let right = validate::run(Path::new(dir), &mut out).expect("a Vec takes all");
    (right, String::from_utf8(out).expect("UTF-8"))
}

#[test]
fn a_right_package_is_counted() {
    let (right, out) = run("tests/fixtures/data/valid");
    assert!(right);
    let counts = "0 errors, 0 warnings; 1 plan, 5 targets and 1 row that restates one, 5 indicators, 4 observations";
    assert_eq!(out, format!("tests/fixtures/data/valid: {counts}\n"));
}

#[test]
fn every_fault_is_printed_with_its_path() {
    // This folder has one file only: all other files are missing.
    let (right, out) = run("tests/fixtures/data/factor");
    assert!(!right);
    let place = "tests/fixtures/data/factor/units.csv:4:8: error: `factor` is 0, expected a number above 0";
    assert!(out.lines().any(|line| line == place), "{out}");
    assert_eq!(out.lines().filter(|line| line.contains("the file is missing")).count(), 7, "{out}");
    assert!(out.ends_with("tests/fixtures/data/factor: 9 errors, 0 warnings\n"), "{out}");
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let (right, out) = run("tests/fixtures/nowhere");
    assert!(!right);
    assert!(out.starts_with("tests/fixtures/nowhere: error: no such folder"), "{out}");
}
