//! Keeps the layers apart: one crate has no other guard.
//!
//! Reads `src/**/*.rs` and `www/**/*.js` and fails, with file and line, where the code reaches into a layer that it
//! must not know, or does what only another layer may do. The rules stand in [`LAYERS`] and [`rules`].
#![allow(clippy::unwrap_used, reason = "a test stops at what should not be")]

#[path = "layering/rules.rs"]
mod rules;
#[path = "layering/source.rs"]
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use rules::{Fault, check_rust, check_script};

/// All files below `folder` whose names end in `ending`, sorted; none where there is no such folder.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found: Vec<PathBuf> = Vec::new();
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Applies `check` to every such file; the faults as lines to print.
fn faults(folder: &str, ending: &str, check: fn(&str, &str) -> Vec<Fault>) -> Vec<String> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut lines = Vec::new();
    for path in files(&top.join(folder), ending) {
        let name = path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&path).unwrap();
        lines.extend(check(&name, &text).iter().map(|fault| format!("{name}:{}: {}", fault.line, fault.what)));
    }
    lines
}

#[test]
fn sources_keep_to_their_layers() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    assert!(files(&top.join("src"), ".rs").len() > 10, "the sources are not where this test looks for them");
    let faults = faults("src", ".rs", check_rust);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn scripts_hold_no_sentences() {
    let faults = faults("www", ".js", check_script);
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Lines of the faults found in `text` as the file `name`.
fn found(name: &str, text: &str) -> Vec<usize> {
    check_rust(name, text).iter().map(|fault| fault.line).collect()
}

#[test]
fn an_import_of_a_later_layer_is_found() {
    assert_eq!(found("src/dataset/read.rs", "use crate::dataset::Date;\nuse crate::language::Language;\n"), [2]);
    assert_eq!(found("src/report.rs", "fn f() {\n    crate::view::trajectory();\n}\n"), [2]);
    assert_eq!(found("src/view/table.rs", "use crate::{language::Language, scene::{Node, Scene}};\n"), [1]);
    assert_eq!(found("src/scene/chart.rs", "use crate::series::Series;"), [1]);
    assert_eq!(found("src/paint/svg_text.rs", "use crate::scene::Scene;\nuse crate::report::Report;"), [2]);
    assert_eq!(found("src/web/chart.rs", "use crate::cli::serve;"), [1]);
    assert_eq!(found("src/cli/serve.rs", "use crate::web;"), [1]);
    assert_eq!(
        found("src/main.rs", "fn main() {\n indicator_widgets::view::x();\n indicator_widgets::cli::main() }"),
        [2]
    );
}

#[test]
fn the_way_round_by_super_is_found() {
    assert_eq!(found("src/scene/chart.rs", "use super::super::report::Report;"), [1]);
    assert_eq!(found("src/series.rs", "use super::view::View;"), [1]);
    assert_eq!(found("src/scene/chart.rs", "use super::labels::Board;"), Vec::<usize>::new());
    assert_eq!(
        found("src/scene/mod.rs", "mod inner {\n use super::super::paint::svg_text;\n}\nuse super::paint;"),
        [2, 4]
    );
}

#[test]
fn a_layer_without_a_rule_is_found() {
    assert_eq!(found("src/utils.rs", "fn f() {}"), [1]);
    assert_eq!(found("src/view/mod.rs", "use crate::Report;"), [1], "a re-export would be a way round");
    assert_eq!(found("src/view/mod.rs", "use crate as all;\nuse std as s;\nuse crate::*;"), [1, 2, 3]);
}

#[test]
fn what_only_the_tool_may_do_is_found() {
    assert_eq!(found("src/dataset/read.rs", "use std::{collections::BTreeMap, fs};"), [1]);
    assert_eq!(found("src/web/mod.rs", "fn f() { let _ = std::net::TcpListener::bind(\"\"); }"), [1]);
    assert_eq!(found("src/report.rs", "use std::time::SystemTime;"), [1]);
    assert_eq!(found("src/series.rs", "fn f() {\n println!(\"x\");\n}"), [2]);
    assert_eq!(found("src/view/mod.rs", "thread_local! { static A: u8 = 1; }\nstatic mut B: u8 = 0;"), [1, 2]);
    assert_eq!(
        found("src/cli/mod.rs", "use std::fs;\nuse std::process::ExitCode;\nfn f() { println!(); }"),
        Vec::<usize>::new()
    );
    assert_eq!(found("src/build.rs", "use std::fs;\nuse std::env;"), Vec::<usize>::new());
}

#[test]
fn what_only_the_browser_part_may_use_is_found() {
    let text =
        "use web_sys::Element;\n#[wasm_bindgen]\nfn f() { js_sys::Date::now(); serde_wasm_bindgen::to_value(&1); }";
    assert_eq!(found("src/scene/mod.rs", text), [1, 2, 3, 3]);
    assert_eq!(found("src/cli/pack.rs", text), [1, 2, 3, 3]);
    assert_eq!(found("src/web/mod.rs", text), Vec::<usize>::new());
    assert_eq!(found("src/cli/pack.rs", "use wasm_bindgen_cli_support::Bindgen;"), Vec::<usize>::new());
}

#[test]
fn mathematics_that_differ_between_machines_are_found() {
    assert_eq!(
        found("src/trajectory/mod.rs", "fn f(x: f64) -> f64 {\n x.ln() +\n x\n .powf(2.0) + f64::exp(x) }"),
        [2, 4, 4]
    );
    assert_eq!(
        found("src/trajectory/mod.rs", "fn f(x: f64) -> f64 { libm::pow(x, libm::exp(x)) }"),
        Vec::<usize>::new()
    );
    assert_eq!(
        found("src/trajectory/mod.rs", "use libm::{exp, log10};\nfn f(x: f64) -> f64 { exp(x).sqrt() }"),
        Vec::<usize>::new()
    );
}

#[test]
fn comments_strings_and_tests_are_no_code() {
    let text = r####"// use crate::view::View;
/* std::fs /* nested */ x.ln() */
/// [`crate::scene::draw`]
const A: &str = "std::fs::read \" crate::view";
const B: &str = r#"x.powf(1.0) " std::env"#;
const C: char = '"'; const D: char = '\''; fn f<'a>(x: &'a str) {}
#[cfg(test)]
mod tests {
    use std::fs;
    fn f() { crate::view::x(); }
}
"####;
    assert_eq!(found("src/report.rs", text), Vec::<usize>::new());
    assert_eq!(found("src/report.rs", &format!("{text}use std::fs;")), [12], "what follows is code again");
}

#[test]
fn sentences_in_scripts_are_found() {
    let lines = |name, text| check_script(name, text).iter().map(|fault| fault.line).collect::<Vec<_>>();
    assert_eq!(lines("www/element.js", "var a = 1;\nvar b = '目标';\n// 注\n"), [2, 3]);
    assert_eq!(lines("www/gallery-words.js", "var b = '目标';"), Vec::<usize>::new());
}
