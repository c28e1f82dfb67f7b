//! The data package: the one in `data/` is right, and every rule finds what breaks it, at its place, with its hint.
//!
//! `tests/fixtures/data/valid` is a small right package. Every other folder there is named for a rule, and holds the
//! files that differ from it (`F.missing` takes F away) and, in `expected.txt`, all that the validator says.
//! `UPDATE=1 cargo test --test data` rewrites these; it fails then, so that somebody reads the difference.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use indicator_widgets::dataset::check::RULES;
use indicator_widgets::dataset::{Reading, embedded, pack, read};

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/data")
}

/// Reads the package in `dir`; what it lacks is taken from `base`.
fn package(dir: &Path, base: &Path) -> Reading {
    read(&|file| {
        if dir.join(format!("{file}.missing")).exists() {
            return None;
        }
        fs::read(dir.join(file)).or_else(|_| fs::read(base.join(file))).ok()
    })
}

fn printed(reading: &Reading) -> String {
    reading.diagnostics.iter().map(|found| format!("[{}] {found}\n", found.rule)).collect()
}

#[test]
fn the_package_is_right_and_the_program_carries_it() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let reading = package(&data, &data);
    assert_eq!(printed(&reading), "");
    let dataset = reading.dataset.expect("no errors");
    assert_eq!(embedded().expect("unpacks"), dataset);
    assert_eq!(pack::decode(&pack::encode(&dataset).expect("packs")).expect("unpacks"), dataset);
}

#[test]
fn the_small_package_is_right() {
    let reading = package(&fixtures().join("valid"), &fixtures().join("valid"));
    assert_eq!(printed(&reading), "");
    assert!(reading.dataset.is_some());
}

#[test]
fn every_rule_finds_what_breaks_it() {
    let folders: BTreeSet<String> = fs::read_dir(fixtures())
        .expect("fixtures")
        .map(|entry| entry.expect("entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name != "valid")
        .collect();
    let rules: BTreeSet<String> = RULES.iter().map(|rule| rule.name.to_string()).collect();
    assert_eq!(folders, rules, "a folder for every rule, and no other");

    let mut wrong = Vec::new();
    for rule in &rules {
        let dir = fixtures().join(rule);
        let reading = package(&dir, &fixtures().join("valid"));
        let found = printed(&reading);
        assert!(reading.diagnostics.iter().any(|fault| fault.rule == rule), "{rule} finds nothing:\n{found}");
        let expected = fs::read_to_string(dir.join("expected.txt")).unwrap_or_default();
        if found != expected {
            if std::env::var_os("UPDATE").is_some() {
                fs::write(dir.join("expected.txt"), &found).expect("written");
            }
            wrong.push(format!("{rule}: expected\n{expected}found\n{found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
