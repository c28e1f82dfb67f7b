//! What each layer may know and do.

use crate::source::{Token, tokens};

/// Every layer and the layers that it may import. Facts know no language, drawing knows no statistics, painters only
/// copy; nothing imports `web` or `cli`, and these never each other.
pub const LAYERS: &[(&str, &[&str])] = &[
    ("dataset", &[]),
    ("page_table", &["dataset"]),
    ("series", &["dataset"]),
    ("trajectory", &["dataset", "series"]),
    ("projection", &["dataset"]),
    ("assessment", &["dataset", "series", "trajectory", "projection"]),
    ("backtest", &["dataset", "projection"]),
    ("report", &["dataset", "page_table", "series", "trajectory", "projection", "assessment"]),
    (
        "rows",
        &["dataset", "series", "trajectory", "projection", "assessment", "backtest", "report", "language", "view"],
    ),
    ("language", &["dataset"]),
    (
        "view",
        &[
            "dataset",
            "page_table",
            "series",
            "trajectory",
            "projection",
            "assessment",
            "backtest",
            "report",
            "language",
        ],
    ),
    ("scene", &["view"]),
    ("paint", &["scene", "view"]),
    ("snippet", &["page_table", "paint", "scene", "view"]),
    ("web", CORE),
    ("cli", CORE),
    // The tool's entry, the crate's root (which only declares the layers) and the build script.
    ("main", &["cli"]),
    ("lib", &[]),
    ("build", &[]),
];

/// Every layer without a door to the outside.
const CORE: &[&str] = &[
    "dataset",
    "page_table",
    "series",
    "trajectory",
    "projection",
    "assessment",
    "backtest",
    "report",
    "rows",
    "language",
    "view",
    "scene",
    "paint",
    "snippet",
];

/// Modules of `std` for files, network, processes, threads and the clock: for `cli`, `main` and `build` alone.
const OUTSIDE: &[&str] = &["fs", "net", "process", "env", "time", "io", "thread"];

/// Macros that write to the console: for the same.
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// State that outlives a call: for `web` and `cli` alone.
const GLOBALS: &[&str] = &["thread_local", "LazyLock", "OnceLock", "LazyCell", "OnceCell"];

/// The browser: for `web` alone.
const BROWSER: &[&str] = &["wasm_bindgen", "wasm_bindgen_futures", "web_sys", "js_sys", "serde_wasm_bindgen"];

/// Methods of `f64` whose last bits differ between machines (std leaves them to the platform); `libm` has them all.
const MATHEMATICS: &[&str] = &[
    "ln", "ln_1p", "log", "log2", "log10", "exp", "exp2", "exp_m1", "powf", "powi", "cbrt", "hypot", "sin", "cos",
    "tan", "asin", "acos", "atan", "atan2", "sin_cos", "sinh", "cosh", "tanh", "asinh", "acosh", "atanh",
];

/// The only scripts that hold words: those of the gallery, the builder page and the hall's page themselves.
const WORDS: [&str; 4] =
    ["www/gallery-words.js", "www/builder-words.js", "www/kiosk/words.js", "www/kiosk/status-words.js"];

/// Something that breaks a rule.
#[derive(Debug)]
pub struct Fault {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong, and what would be right.
    pub what: String,
}

/// Checks the Rust source `text` of the file `name` (`src/view/table.rs`).
pub fn check_rust(name: &str, text: &str) -> Vec<Fault> {
    let module = module(name);
    let layer = module.first().cloned().unwrap_or_default();
    let Some((_, allowed)) = LAYERS.iter().find(|(one, _)| *one == layer) else {
        let what = format!("layer `{layer}` has no rule: say in tests/layering/rules.rs what it may import");
        return vec![Fault { line: 1, what }];
    };
    if module.last().is_some_and(|last| last == "tests") || layer == "build" {
        return Vec::new();
    }
    let all = tokens(text);
    let mut faults = Vec::new();
    for path in paths(&all, &module) {
        if let Some(what) = wrong_import(&path, &layer, allowed).or_else(|| wrong_use(&path, &layer)) {
            faults.push(Fault { line: path.line, what });
        }
    }
    faults.extend(wrong_words(&all, &layer));
    faults.sort_by_key(|fault| fault.line);
    faults.dedup_by(|one, other| (one.line, &one.what) == (other.line, &other.what));
    faults
}

/// Checks that the script `text` of the file `name` holds no sentence: words come from `language`, in Rust.
pub fn check_script(name: &str, text: &str) -> Vec<Fault> {
    if WORDS.contains(&name) {
        return Vec::new();
    }
    let chinese = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}');
    let lines = text.lines().enumerate().filter(|(_, line)| line.contains(chinese));
    lines.map(|(i, _)| Fault { line: i + 1, what: "a word in a script: move it to src/language/".into() }).collect()
}

/// `src/view/table.rs` is the module `view::table`.
fn module(name: &str) -> Vec<String> {
    let name = name.trim_start_matches("src/").trim_end_matches(".rs");
    name.split('/').filter(|part| *part != "mod").map(String::from).collect()
}

/// A path in the code, from the crate's root or another crate: `crate::view::View`, `std::fs::read`.
struct Path {
    parts: Vec<String>,
    line: usize,
}

/// All paths, `use` groups spelt out and `super` and `self` resolved against `module`.
fn paths(all: &[Token], module: &[String]) -> Vec<Path> {
    let mut found = Vec::new();
    // Inline modules that are open, each with the depth of braces outside it.
    let (mut inline, mut depth): (Vec<(String, usize)>, usize) = (Vec::new(), 0);
    let mut at = 0;
    while at < all.len() {
        let token = &all[at];
        match token.text.as_str() {
            "mod" if all.get(at + 2).is_some_and(|next| next.is("{")) => {
                inline.push((all[at + 1].text.clone(), depth));
                at += 1;
            }
            "{" => depth += 1,
            "}" => {
                depth = depth.saturating_sub(1);
                inline.retain(|(_, outside)| *outside < depth);
            }
            _ if token.is_word() && !(at > 0 && all[at - 1].is("::")) => {
                let mut here = module.to_vec();
                here.extend(inline.iter().map(|(name, _)| name.clone()));
                let mut spelt = Vec::new();
                at = spell_out(all, at, &[], &mut spelt);
                found.extend(spelt.into_iter().map(|path| resolve(path, &here)));
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

/// Reads the path at `at`, behind the parts `before`; gives back where it ends.
fn spell_out(all: &[Token], mut at: usize, before: &[String], found: &mut Vec<Path>) -> usize {
    let mut parts = before.to_vec();
    let line = all[at].line;
    loop {
        match all.get(at) {
            Some(token) if token.is_word() || token.is("*") => parts.push(token.text.clone()),
            Some(token) if token.is("{") => {
                at += 1;
                while at < all.len() && !all[at].is("}") {
                    at = if all[at].is_word() || all[at].is("*") || all[at].is("{") {
                        spell_out(all, at, &parts, found)
                    } else {
                        at + 1
                    };
                }
                return at + 1;
            }
            _ => break,
        }
        at += 1;
        if !all.get(at).is_some_and(|token| token.is("::")) {
            break;
        }
        at += 1;
    }
    // `use crate as other` would hide all that follows: the alias stands in the path as its name.
    if all.get(at).is_some_and(|token| token.is("as")) && parts.len() == 1 {
        parts.push("*".into());
    }
    found.push(Path { parts, line });
    at
}

/// Turns `super::x` and `self::x` into `crate::…::x`.
fn resolve(path: Path, here: &[String]) -> Path {
    let first = path.parts.first().map(String::as_str);
    if !matches!(first, Some("super" | "self")) {
        return path;
    }
    let supers = path.parts.iter().take_while(|part| matches!(part.as_str(), "super" | "self")).count();
    let ups = path.parts[..supers].iter().filter(|part| *part == "super").count();
    let mut parts = vec!["crate".to_string()];
    parts.extend(here[..here.len().saturating_sub(ups)].iter().cloned());
    parts.extend(path.parts[supers..].iter().cloned());
    Path { parts, line: path.line }
}

fn wrong_import(path: &Path, layer: &str, allowed: &[&str]) -> Option<String> {
    let root = if layer == "main" { "indicator_widgets" } else { "crate" };
    let [first, to, ..] = path.parts.as_slice() else { return None };
    if first != root || to == layer || layer == "lib" || allowed.contains(&to.as_str()) {
        return None;
    }
    let all = allowed.join(", ");
    Some(if LAYERS.iter().any(|(one, _)| one == to) {
        format!(
            "`{layer}` must not know `{to}`; it may import {}",
            if all.is_empty() { "no other layer" } else { &all }
        )
    } else {
        format!("`{root}::{to}` is no layer: import from the layer that defines it")
    })
}

fn wrong_use(path: &Path, layer: &str) -> Option<String> {
    let first = path.parts.first()?.as_str();
    let second = path.parts.get(1).map(String::as_str).unwrap_or_default();
    let last = path.parts.last()?.as_str();
    let outer = matches!(layer, "web" | "cli");
    if first == "std" && second == "*" {
        return Some("`std` under another name hides what is used of it: name it `std`".into());
    }
    if first == "std" && OUTSIDE.contains(&second) && !matches!(layer, "cli" | "main") {
        return Some(format!("`std::{second}` is for `cli` alone: pass in what it gives"));
    }
    if BROWSER.contains(&first) && layer != "web" {
        return Some(format!("`{first}` is for `web` alone"));
    }
    if path.parts.iter().any(|part| GLOBALS.contains(&part.as_str())) && !outer {
        return Some(format!("`{last}` is a global: the core holds no state"));
    }
    if matches!(first, "f64" | "f32") && MATHEMATICS.contains(&last) && !outer {
        return Some(format!("`{first}::{last}` differs between machines: use `libm`"));
    }
    None
}

/// What shows in single words: macros that print, methods of numbers, mutable statics.
fn wrong_words(all: &[Token], layer: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let outer = matches!(layer, "web" | "cli" | "main");
    for (i, token) in all.iter().enumerate() {
        let word = token.text.as_str();
        let next = |sign: &str| all.get(i + 1).is_some_and(|token| token.is(sign));
        let after = |sign: &str| i > 0 && all[i - 1].is(sign);
        let what = if PRINTING.contains(&word) && next("!") && !matches!(layer, "cli" | "main") {
            format!("`{word}!` writes to the console: that is for `cli` alone")
        } else if MATHEMATICS.contains(&word) && after(".") && next("(") && !outer {
            format!("`.{word}()` differs between machines: use `libm`")
        } else if word == "static" && next("mut") {
            "`static mut` is a global: the core holds no state".to_string()
        } else {
            continue;
        };
        faults.push(Fault { line: token.line, what });
    }
    faults
}
