//! `assess`, and `render` with a reader's own values: the native tool, run as people run it.
//!
//! The values in the files that are written here are examples of this test; nobody has published them.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test stops at what should not be")]

use std::fs;
use std::path::{Path, PathBuf};

mod tool;

use tool::{done, err, refused, tool};

const HEAD: &str = "id,as_of,method,verdict,p,value,value_year,target,required_pace,pace,reason";
const TRADEMARKS: &str = "fujian-valid-trademarks-2025";
const INTENSITY: &str = "jinhua-rd-intensity-2025";

/// The row of `id`, cell by cell.
fn row(csv: &str, id: &str) -> Vec<String> {
    let line = csv.lines().find(|line| line.starts_with(&format!("{id},"))).unwrap();
    line.split(',').map(String::from).collect()
}

fn file(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("assess");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join(name);
    fs::write(&file, text).unwrap();
    file
}

#[test]
fn every_target_has_a_verdict_in_the_order_of_the_plans() {
    let csv = done(&["assess", "--all", "--as-of", "2024-06-30"]);
    assert_eq!(csv.lines().next(), Some(HEAD));
    assert_eq!(csv.lines().count(), 1 + 192);
    let ids =
        |text: &str| text.lines().skip(1).map(|line| line.split(',').next().unwrap().to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&csv), ids(&done(&["targets"])));
    assert_eq!(csv, done(&["assess", "--all", "--as-of", "2024-06-30", "--data", "data"]), "the same again");
    let plan = done(&["assess", "--plan", "fujian-2025", "--as-of", "2024-06-30"]);
    assert!(plan.lines().count() > 2 && plan.lines().skip(1).all(|line| csv.contains(line)));
    assert_eq!(row(&plan, TRADEMARKS), row(&csv, TRADEMARKS));
}

#[test]
fn a_verdict_has_its_figures_and_its_reason() {
    let csv = done(&["assess", "--target", TRADEMARKS, "--as-of", "2024-06-30"]);
    let cells = row(&csv, TRADEMARKS);
    // 246.162 of 2023 against 250 of 2025.
    assert_eq!(cells[1..4], ["2024-06-30", "steady", "on_track"]);
    assert_eq!(cells[5..8], ["246.162", "2023", "250"]);
    assert_eq!(cells[8].parse::<f64>().unwrap(), (250.0 - 246.162) / 2.0);
    assert_eq!(cells[10], "likelihood");
    let p: f64 = cells[4].parse().unwrap();
    assert!((0.66..1.0).contains(&p) && cells[4] == p.to_string(), "the fewest digits that read back: {p}");
    // What is not known is an empty cell: two years earlier too few values for a probability were published.
    let before = row(&done(&["assess", "--target", TRADEMARKS, "--as-of", "2020-06-30"]), TRADEMARKS);
    assert_eq!((before[3].as_str(), before[4].as_str()), ("not_reported", ""));
    let none = row(&done(&["assess", "--all", "--as-of", "2019-01-01"]), TRADEMARKS);
    assert_eq!(none[2..7], ["", "not_reported", "", "", ""]);
    assert_eq!(none[10], "no_value");
}

#[test]
fn method_and_assumption_decide_the_probability() {
    let p = |extra: &[&str]| {
        let all = [&["assess", "--target", TRADEMARKS, "--as-of", "2024-06-30"], extra].concat();
        let cells = row(&done(&all), TRADEMARKS);
        (cells[2].clone(), cells[4].parse::<f64>().unwrap())
    };
    let (usual, fall, rise) = (p(&[]), p(&["--growth", "-5%"]), p(&["--growth", "40"]));
    assert_eq!((usual.0.as_str(), fall.0.as_str(), rise.0.as_str()), ("steady", "assumption", "assumption"));
    assert!(fall.1 < usual.1 && usual.1 < rise.1, "{} {} {}", fall.1, usual.1, rise.1);
    assert_eq!(p(&["--method", "linear"]).0, "linear");
}

#[test]
fn other_rules_are_rows_of_their_own() {
    let csv = done(&["assess", "--target", TRADEMARKS, "--as-of", "2024-06-30", "--rule", "all"]);
    let methods: Vec<&str> = csv.lines().skip(1).filter_map(|line| line.split(',').nth(2)).collect();
    assert_eq!(methods, ["steady", "open-sdg", "unsd", "germany", "sdsn", "escap"]);
    let json = ["assess", "--target", TRADEMARKS, "--as-of", "2024-06-30", "--rule", "unsd", "--format", "json"];
    let json: serde_json::Value = serde_json::from_str(&done(&json)).unwrap();
    let row = &json[0];
    assert_eq!((row["rule"].as_str(), row["class"].as_str()), (Some("unsd"), Some("met_or_on_track")));
    assert_eq!((row["score"].as_f64(), row["n"].as_i64(), row["unit"].as_str()), (Some(3.0), Some(4), Some("万件")));
    assert_eq!(row["likelihood"], "likely");
    assert!(row["silence"].is_null() && row["words_only"] == true && row["stands_in"] == false);
    let names: Vec<&str> = row.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(names[..11].join(","), HEAD);
}

#[test]
fn a_restating_row_leads_to_the_target_that_it_restates() {
    let restated = done(&["targets", "--restated"]);
    let id = restated.lines().find_map(|line| line.split(',').next().filter(|id| id.ends_with("-restated"))).unwrap();
    let csv = done(&["assess", "--target", id, "--as-of", "2024-06-30"]);
    assert_eq!(row(&csv, id.trim_end_matches("-restated")).len(), 11);
}

#[test]
fn help_teaches_and_wrong_usage_is_told() {
    assert!(done(&["--help"]).contains("assess"));
    let help = done(&["assess", "--help"]);
    assert!(help.contains("Examples:\n  indicator-widgets assess --all"), "{help}");
    for column in HEAD.split(',') {
        assert!(help.contains(&format!("\n  {column} ")), "{column} is not explained");
    }
    refused(&["assess"], 2);
    refused(&["assess", "--all", "--plan", "fujian-2025"], 2);
    assert!(refused(&["assess", "--all", "--rule", "weather"], 2).contains("open-sdg"));
    assert!(refused(&["assess", "--all", "--method", "steadi"], 2).contains("theil-sen"));
    assert!(refused(&["assess", "--all", "--growth", "-100%"], 2).contains("above -100%"));
    assert!(refused(&["assess", "--all", "--method", "assumption"], 2).contains("--growth 0.12"));
    assert!(refused(&["assess", "--all", "--method", "linear", "--growth", "1"], 2).contains("--method"));
    assert!(refused(&["assess", "--target", "fujian-valid-trademark-2025"], 1).contains(TRADEMARKS));
    assert!(refused(&["assess", "--plan", "fujian-2052"], 1).contains("did you mean `fujian-2025`?"));
}

fn drawn(extra: &[&str]) -> String {
    let usual = ["render", "--target", INTENSITY, "--as-of", "2025-06-30", "--lang", "en", "--out", "-"];
    done(&[&usual[..], extra].concat())
}

#[test]
fn a_chart_takes_values_method_and_last_year() {
    let values = "year,value,qualifier,break\n2018,1.91,,\n2019,2.02,exact,no\n2020,2.13,,\n2021,2.30,,\n2022,2.41,preliminary,\n2023,2.5,about,\n2024,2.61,at_least,\n";
    let own = file("own.csv", values);
    let own = own.to_str().unwrap();
    let chart = drawn(&["--observations", own]);
    assert!(chart.contains("about 2.5%") && chart.contains("over 2.61%"), "the qualifiers are shown");
    let marks = |chart: &str| chart.matches("data-role=\"observed\"").count();
    assert!(marks(&chart) > marks(&drawn(&[])));
    assert!(!drawn(&[]).contains("2030") && drawn(&["--observations", own, "--until", "2030"]).contains("2030"));
    let (usual, assumed) = (drawn(&["--observations", own]), drawn(&["--observations", own, "--growth", "0.3"]));
    assert!(usual.contains("data-role=\"projection\"") && usual != assumed);
    assert_ne!(usual, drawn(&["--observations", own, "--method", "naive"]));
}

#[test]
fn wrong_values_are_told_with_their_place() {
    let given = |name: &str, text: &str| file(name, text).to_str().unwrap().to_string();
    let draw = |path: &str| {
        ["render", "--target", INTENSITY, "--as-of", "2025-06-30", "--out", "-", "--observations", path]
            .map(String::from)
    };
    let told = |path: String| {
        let all = draw(&path);
        refused(&all.iter().map(String::as_str).collect::<Vec<_>>(), 1)
    };
    assert!(told(given("none.csv", "year,value\n2020,good\n")).contains("none.csv: There are no values"));
    assert!(told(given("qualifier.csv", "year,value,qualifier\n2020,2.1,roughly\n")).contains("qualifier.csv:2:10"));
    assert!(told(given("quote.csv", "year,value\n2020,\"2.1\n")).contains("quote.csv:2:6"));
    assert!(
        told(given("many.csv", "id,year,value\na,2020,2.1\nb,2020,9\n")).contains("many.csv:1:1: error: a column `id`")
    );
    assert!(told("no/such.csv".into()).contains("no/such.csv"));
    let all = ["render", "--all", "--out", "x", "--observations", "own.csv"];
    refused(&all, 2);
    let some = draw(&given("some.csv", "year,value\n2020,2.1\n2021,good\n"));
    let output = tool(&some.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(output.status.code(), Some(0));
    assert!(err(&output).contains("some.csv: not used: row 3, column 2, “good”"), "{}", err(&output));
    let year = ["render", "--target", INTENSITY, "--until", "20300", "--out", "-"];
    assert!(refused(&year, 2).contains("1900 to 2100"));
}
