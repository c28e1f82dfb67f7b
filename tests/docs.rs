//! The webmasters' pages treat every message that says what is wrong, in both languages: a new one fails here until they do.
#![allow(clippy::expect_used, reason = "a test stops at what should not be")]

use std::fs;

use indicator_widgets::language::{Language, SCRIPT};

fn read(name: &str) -> String {
    fs::read_to_string([env!("CARGO_MANIFEST_DIR"), "/", name].concat()).expect(name)
}

/// Of what the script says by itself, the names of buttons and what is said beside them.
const NO_MESSAGES: [&str; 3] = ["detail", "copy", "selected"];

/// Every message that tells of something wrong: errors and faults by their names, others by their doc comment.
fn due() -> Vec<String> {
    let source = read("src/language/messages.rs");
    let mut due: Vec<String> = Vec::new();
    for (name, _) in Language::ZhHans.messages().all() {
        let line = ["    ", name, ",\n"].concat();
        let before = source.split_once(&line).expect(name).0;
        let doc = before.trim_end().lines().last().unwrap_or_default().trim();
        if name.starts_with("error_") || name.starts_with("fault_") || doc.starts_with("/// Error") {
            due.push(name.into());
        }
    }
    let script = SCRIPT.iter().map(|(name, _)| *name).filter(|name| !NO_MESSAGES.contains(name));
    due.extend(script.map(String::from));
    // Said beside a button that the browser refused.
    due.push("take_refused".into());
    due
}

/// Every code that an error can have: those that the sources give one.
fn codes() -> Vec<String> {
    let mut codes = Vec::new();
    for folder in ["src/web", "www"] {
        for entry in fs::read_dir([env!("CARGO_MANIFEST_DIR"), "/", folder].concat()).expect(folder) {
            let path = entry.expect("an entry").path();
            if !path.extension().is_some_and(|kind| kind == "rs" || kind == "js") {
                continue;
            }
            let text = fs::read_to_string(&path).expect("its text").replace('\'', "\"");
            for start in ["fault(\"", "tell(NAME, \""] {
                for piece in text.split(start).skip(1) {
                    codes.push(piece.split('"').next().expect("its end").to_string());
                }
            }
        }
    }
    codes.sort();
    codes.dedup();
    // What has another code than its name.
    codes.retain(|code| code != "not-ready" && code != "refused");
    codes
}

#[test]
fn troubleshooting_treats_every_message_and_code() {
    let (due, codes) = (due(), codes());
    assert!(due.len() > 30 && codes.contains(&"too-old".to_string()), "{due:?} {codes:?}");
    for language in ["zh", "en"] {
        let name = ["www/docs/", language, "/troubleshooting.md"].concat();
        let page = read(&name);
        let missing: Vec<&String> =
            due.iter().filter(|message| !page.contains(&["{{say ", message, "}}"].concat())).collect();
        assert!(missing.is_empty(), "{name} does not treat {missing:?}: write {{{{say NAME}}}} and what to do");
        for code in &codes {
            assert!(page.contains(&["{#", code, "}"].concat()), "{name} has no section ## {code}: … {{#{code}}}");
        }
    }
}

#[test]
fn the_page_on_scripts_names_every_attribute() {
    let source = read("www/attributes.js");
    let list = source.split_once("ATTRIBUTES = [").and_then(|(_, rest)| rest.split_once(']')).expect("a list").0;
    let names: Vec<&str> = list.split('\'').skip(1).step_by(2).collect();
    assert!(names.len() > 20, "{names:?}");
    for language in ["zh", "en"] {
        let page = read(&["www/docs/", language, "/scripts.md"].concat());
        for name in &names {
            assert!(page.contains(&format!("`{name}`")), "{language}/scripts.md does not name the attribute {name}");
        }
    }
}
