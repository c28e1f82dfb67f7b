//! The data package: the one in `data/` is right, and every rule finds what breaks it, at its place, with its hint.
//!
//! `tests/fixtures/data/valid` is a small right package. Every other folder there is named for a rule, and holds the
//! files that differ from it (`F.missing` takes F away) and, in `expected.txt`, all that the validator says.
//! `UPDATE=1 cargo test --test data` rewrites these; it fails then, so that somebody reads the difference.
#![allow(clippy::expect_used, reason = "a test stops at what should not be")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use indicator_widgets::dataset::check::RULES;
use indicator_widgets::dataset::schema::{self, TABLES};
use indicator_widgets::dataset::{Dataset, Reading, embedded, pack, read};
use indicator_widgets::language::Language;
use indicator_widgets::rows;

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
    assert!(dataset.title.contains("quality-improvement plans") && dataset.date.len() == 10);
    // Its title is left out: see the build script.
    assert_eq!(embedded().expect("unpacks"), Dataset { title: String::new(), ..dataset.clone() });
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

/// One row: names and texts.
type Cells = Vec<(String, String)>;

/// The rows of a data file as header and cell texts, maintainers' columns left out.
fn cells(file: &str) -> Vec<Cells> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let text = fs::read_to_string(data.join(file)).expect("a data file");
    let (rows, _) = indicator_widgets::dataset::csv::parse(&text);
    let (header, rows) = rows.split_first().expect("a header");
    // Rows give phases and milestones as objects; the reader's own tests hold those to the file.
    let objects = |name: &str| name.starts_with("phases") || name.starts_with("milestones");
    let kept = |name: &str| !["note", "seed"].contains(&name) && !objects(name);
    rows.iter()
        .map(|row| {
            let named = header.iter().zip(row).map(|(head, cell)| (head.text.clone(), cell.text.clone()));
            named.filter(|(name, _)| kept(name)).collect()
        })
        .collect()
}

/// A row's fields and values, as the package writes them.
fn fields(record: impl serde::Serialize) -> Cells {
    let serde_json::Value::Object(fields) = serde_json::to_value(record).expect("plain") else { return Vec::new() };
    let text = |value: serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text,
        serde_json::Value::Bool(flag) => if flag { "yes" } else { "no" }.into(),
        serde_json::Value::Object(offices) => {
            let named = |role: &str| {
                let names = offices[role].as_array().expect("names").iter().filter_map(|name| name.as_str());
                Some(names.collect::<Vec<_>>().join("、"))
                    .filter(|names| !names.is_empty())
                    .map(|names| format!("{role}={names}"))
            };
            ["lead", "with"].into_iter().filter_map(named).collect::<Vec<_>>().join(";")
        }
        serde_json::Value::Number(number) => number.as_f64().expect("f64").to_string(),
        other => other.to_string(),
    };
    fields.into_iter().map(|(name, value)| (name, text(value))).collect()
}

#[test]
fn rows_give_back_what_the_files_say() {
    let dataset = embedded().expect("unpacks");
    let records: [(&str, Vec<Cells>); 5] = [
        (schema::REGIONS, dataset.regions.iter().map(|row| fields(rows::of(row))).collect()),
        (schema::INDICATORS, dataset.indicators.iter().map(|row| fields(rows::of(row))).collect()),
        (schema::PLANS, dataset.plans.iter().map(|row| fields(rows::of(row))).collect()),
        (
            schema::TARGETS,
            dataset.targets.iter().map(|row| fields(rows::target(&dataset, row, Language::ZhHans))).collect(),
        ),
        (schema::OBSERVATIONS, dataset.observations.iter().map(|row| fields(rows::of(row))).collect()),
    ];
    for (file, records) in records {
        let rows = cells(file);
        assert_eq!(records.len(), rows.len(), "{file}");
        for (record, row) in records.into_iter().zip(rows) {
            for cell in row {
                assert!(record.contains(&cell), "{file}: {cell:?} is not in {record:?}");
            }
        }
    }
}

#[test]
fn the_descriptor_declares_the_columns_of_every_file() {
    let text = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/datapackage.json")).expect("a descriptor");
    let descriptor: serde_json::Value = serde_json::from_slice(&text).expect("JSON");
    let resources = descriptor["resources"].as_array().expect("resources");
    for table in TABLES {
        let resource = resources.iter().find(|resource| resource["path"] == table.file).expect(table.file);
        let declared: Vec<_> = resource["schema"]["fields"]
            .as_array()
            .expect("fields")
            .iter()
            .filter_map(|field| field["name"].as_str())
            .collect();
        assert_eq!(declared, table.columns.iter().map(|column| column.name).collect::<Vec<_>>(), "{}", table.file);
    }
}
