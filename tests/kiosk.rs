//! `kiosk`: a hall's playlist, checked and put into the page, run as people run it.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test stops at what should not be")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

mod tool;

use tool::{done, err, out, refused, tool};

const PLAYLISTS: &str = "tests/fixtures/playlists";
const DEFAULT: &str = "www/kiosk/playlist.toml";

/// A page for a hall, as small as one can be.
const PAGE: &str = "<!DOCTYPE html>\n<html><body>\
    <script type=\"application/json\" id=\"playlist\">{\"version\":1}</script><script>start()</script></body></html>\n";

/// A right playlist.
const RIGHT: &str = "title = \"质量 <强市>\"\n\n[[slide]]\nview = \"timeline\"\nplan = \"all\"\n";

/// A new folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("kiosk-{name}"));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_string()
}

/// The playlist that stands in a page.
fn playlist(page: &str) -> Value {
    let (_, rest) = page.split_once("id=\"playlist\">").unwrap();
    serde_json::from_str(rest.split_once("</script>").unwrap().0).unwrap()
}

/// What a playlist becomes; it has to be right.
fn made(name: &str, text: &str) -> Value {
    let folder = folder(name);
    let (list, page, out) = (write(&folder, "l.toml", text), write(&folder, "p.html", PAGE), folder.join("o.html"));
    done(&["kiosk", "--playlist", &list, "--page", &page, "--out", out.to_str().unwrap()]);
    playlist(&fs::read_to_string(out).unwrap())
}

#[test]
fn every_wrong_playlist_is_told_what_is_wrong_where_and_how_to_mend_it() {
    let mut names: Vec<String> = fs::read_dir(PLAYLISTS)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter_map(|name| name.strip_suffix(".toml").map(String::from))
        .collect();
    names.sort();
    assert!(names.len() > 20, "{names:?}");
    for name in names {
        let file = format!("{PLAYLISTS}/{name}.toml");
        let said = refused(&["kiosk", "--playlist", &file, "--check"], 1);
        let expected = format!("{PLAYLISTS}/{name}.txt");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&expected, &said).unwrap();
        }
        assert_eq!(said, fs::read_to_string(&expected).unwrap_or_default(), "{name}");
        for line in said.lines().filter(|line| !line.starts_with(' ')) {
            let told = line.strip_prefix(&format!("{file}:"));
            let told = told.is_some_and(|rest| rest.contains(": error: ") && rest.contains("expected"));
            assert!(told || line.ends_with("; nothing was written") || name == "form" || name == "twice", "{line}");
        }
    }
}

#[test]
fn a_playlist_becomes_what_the_page_reads() {
    let json = made(
        "seam",
        "title = { zh-Hans = \"展厅\", en = \"Hall\", zh-Hant = \"展廳\" }\nlanguages = [\"en\", \"zh-Hans\"]\n\
         theme = \"contrast\"\nidle = 90\nwarning = 20\ncontrols = [\"table\", \"source\"]\nas-of = 2026-06-30\n\
         update = \"data/new.js\"\nplans = [\"jinhua-2025\", \"fujian-2025\"]\n\n\
         [night]\nfrom = 22:30:00\nto = \"07:00\"\n\n\
         [[slide]]\nseconds = 20\nview = \"trajectory\"\ntarget = \"jinhua-rd-intensity-2025\"\nheading = \"R&D\"\n\n\
         [[slide]]\nview = \"progress\"\ntargets = [\"jinhua-rd-intensity-2025\", \"fujian-valid-trademarks-2025\"]\n",
    );
    let expected = serde_json::json!({
        "version": 1,
        "title": { "en": "Hall", "zh-Hans": "展厅" },
        "logo": null,
        "languages": ["en", "zh-Hans"],
        "theme": "contrast",
        "idle": 90,
        "warning": 20,
        "controls": ["table", "source"],
        "asOf": "2026-06-30",
        "night": { "from": "22:30", "to": "07:00", "dim": 0.8 },
        "update": "data/new.js",
        "plans": ["jinhua-2025", "fujian-2025"],
        "slides": [
            { "seconds": 20, "view": "trajectory", "target": "jinhua-rd-intensity-2025", "heading": { "en": "R&D", "zh-Hans": "R&D" } },
            { "seconds": 14, "view": "progress", "targets": ["jinhua-rd-intensity-2025", "fujian-valid-trademarks-2025"], "heading": null }
        ]
    });
    assert_eq!(json, expected);
    assert_eq!(json.to_string(), expected.to_string(), "in the same order");
}

#[test]
fn what_a_playlist_leaves_out_is_the_usual() {
    let json = made("usual", RIGHT);
    assert_eq!(json["languages"], serde_json::json!(["zh-Hans", "zh-Hant", "en"]));
    assert_eq!(json["controls"], serde_json::json!(["assumption", "compare", "source", "table"]));
    assert_eq!(json["title"]["en"], "质量 <强市>");
    assert_eq!((json["idle"].as_i64(), json["warning"].as_i64()), (Some(60), Some(15)));
    assert_eq!(json["plans"], serde_json::json!([]), "all, also those that newer data bring");
    for nothing in ["logo", "asOf", "night", "update"] {
        assert!(json[nothing].is_null(), "{nothing}");
    }
    // A short rest has a countdown that fits into it.
    assert_eq!(made("short", &format!("idle = 15\n{RIGHT}"))["warning"], 5);
}

#[test]
fn a_logo_comes_into_the_page() {
    let folder = folder("logo");
    fs::create_dir(folder.join("pictures")).unwrap();
    let png = b"\x89PNG\r\n\x1a\n0000IEND\xae\x42\x60\x82";
    write(&folder.join("pictures"), "logo.png", png);
    let list = write(&folder, "l.toml", format!("logo = \"pictures/logo.png\"\n{RIGHT}"));
    let (page, out) = (write(&folder, "p.html", PAGE), folder.join("o.html"));
    done(&["kiosk", "--playlist", &list, "--page", &page, "--out", out.to_str().unwrap()]);
    let json = playlist(&fs::read_to_string(out).unwrap());
    assert_eq!(json["logo"], "data:image/png;base64,iVBORw0KGgowMDAwSUVORK5CYII=");
    for (name, bytes, why) in [
        ("short.png", &png[..12], "is cut short"),
        ("big.png", &vec![0; 513 * 1024][..], "`logo` has 513 KB, expected at most 512 KB"),
        ("logo.bmp", &b"BM0000"[..], "is no picture that browsers show"),
    ] {
        write(&folder, name, bytes);
        let list = write(&folder, "l.toml", format!("logo = \"{name}\"\n{RIGHT}"));
        let said = refused(&["kiosk", "--playlist", &list, "--check"], 1);
        assert!(said.contains("l.toml:1:8: error: ") && said.contains(why), "{said}");
    }
}

#[test]
fn the_page_is_ascii_and_keeps_all_but_the_playlist() {
    let folder = folder("page");
    let (list, page, out) = (write(&folder, "l.toml", RIGHT), write(&folder, "p.html", PAGE), folder.join("o.html"));
    let out = out.to_str().unwrap();
    let said = done(&["kiosk", "--playlist", &list, "--page", &page, "--out", out]);
    assert!(said.starts_with(&format!("{out}: 1 slide, a round of 0 min 14 s, 1 KB, from ")), "{said}");
    let text = fs::read_to_string(out).unwrap();
    assert!(text.is_ascii() && text.contains("\\u8d28\\u91cf \\u003c"), "{text}");
    let (before, rest) = text.split_once("{\"version\"").unwrap();
    assert!(PAGE.starts_with(before) && PAGE.ends_with(rest.split_once("</script>").unwrap().1));
    // Another playlist into what was made.
    let next = write(&folder, "n.toml", RIGHT.replace("all", "fujian-2025"));
    done(&["kiosk", "--playlist", &next, "--page", out, "--out", out]);
    assert_eq!(playlist(&fs::read_to_string(out).unwrap())["slides"][0]["plan"], "fujian-2025");
    let mut left: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    left.sort();
    assert_eq!(left, ["l.toml", "n.toml", "o.html", "p.html"], "nothing is left behind");
}

#[test]
fn nothing_is_lost() {
    let folder = folder("lost");
    let (list, page) = (write(&folder, "l.toml", RIGHT), write(&folder, "p.html", PAGE));
    let mine = write(&folder, "mine.html", "<!DOCTYPE html><p>not yours</p>");
    let run = |list: &str, page: &str, out: &str, code: i32| {
        refused(&["kiosk", "--playlist", list, "--page", page, "--out", out], code)
    };
    assert!(run(&list, &page, &list, 2).contains(".html"), "a playlist is not written over");
    assert!(run(&list, &page, &mine, 1).contains("it would be lost"));
    assert_eq!(fs::read_to_string(&mine).unwrap(), "<!DOCTYPE html><p>not yours</p>");
    let wrong = write(&folder, "wrong.toml", "title = \"\"\n");
    let before = fs::read(&page).unwrap();
    assert!(run(&wrong, &page, &page, 1).contains("2 faults; nothing was written"));
    assert_eq!(fs::read(&page).unwrap(), before);
    assert!(run(&list, &page, folder.join("no/o.html").to_str().unwrap(), 1).contains("make the folder"));
}

#[test]
fn what_is_no_page_for_a_hall_is_refused_with_the_reason() {
    let folder = folder("refused");
    let list = write(&folder, "l.toml", RIGHT);
    let out = folder.join("o.html");
    for (name, text, why) in [
        ("other", "<!DOCTYPE html><html></html>".to_string(), "there is no <script"),
        ("half", PAGE.replace("</html>", ""), "it is cut short"),
        ("later", PAGE.replace(":1}", ":2}"), "version 2"),
    ] {
        let page = write(&folder, &format!("{name}.html"), text);
        let said = refused(&["kiosk", "--playlist", &list, "--page", &page, "--out", out.to_str().unwrap()], 1);
        assert!(said.contains("no page for a hall: ") && said.contains(why) && said.contains("hint: "), "{said}");
        assert!(!out.exists());
    }
    let none = folder.join("none.html");
    refused(&["kiosk", "--playlist", &list, "--page", none.to_str().unwrap(), "--out", out.to_str().unwrap()], 1);
}

#[test]
fn usage_and_files_that_are_not_there() {
    refused(&["kiosk"], 2);
    refused(&["kiosk", "--playlist", DEFAULT], 2);
    refused(&["kiosk", "--playlist", DEFAULT, "--check", "--out", "x.html"], 2);
    refused(&["kiosk", "--example", "--check"], 2);
    assert!(refused(&["kiosk", "--playlist", "none.toml", "--check"], 1).contains("kiosk --example > hall.toml"));
    let folder = folder("bytes");
    // As an old editor on Windows saves it.
    let gbk = write(&folder, "gbk.toml", b"# \xd6\xca\xc1\xbf\ntitle = 5\n");
    let said = refused(&["kiosk", "--playlist", &gbk, "--check"], 1);
    assert!(said.contains("gbk.toml:1:3: error: ") && said.contains("UTF-8"), "{said}");
    let marked = write(&folder, "bom.toml", format!("\u{feff}{}", RIGHT.replace('\n', "\r\n")));
    done(&["kiosk", "--playlist", &marked, "--check"]);
}

#[test]
fn the_help_teaches_and_the_example_is_a_playlist() {
    let help = done(&["kiosk", "--help"]);
    assert!(help.contains("Examples:\n  indicator-widgets kiosk") && help.contains("as-of"), "{help}");
    let folder = folder("example");
    let list = write(&folder, "hall.toml", done(&["kiosk", "--example"]));
    assert!(done(&["kiosk", "--playlist", &list, "--check"]).contains("right: 5 slides"));
    // What is commented out is right, too, but for the picture.
    let text = fs::read_to_string(&list).unwrap();
    let all: Vec<&str> = text
        .lines()
        .map(|line| match line.strip_prefix("# ") {
            Some(rest) if rest.contains(" = ") && !rest.starts_with("logo") => rest,
            _ => line,
        })
        .collect();
    assert_ne!(all.join("\n"), text.trim_end());
    done(&["kiosk", "--playlist", &write(&folder, "all.toml", all.join("\n")), "--check"]);
}

#[test]
fn a_data_package_of_ones_own_has_its_own_ids() {
    let folder = folder("data");
    let list = write(&folder, "l.toml", RIGHT.replace("all", "test-2025"));
    let said = err(&tool(&["kiosk", "--playlist", &list, "--check", "--data", "tests/fixtures/data/valid"]));
    assert!(said.contains("expected the id of a plan"), "{said}");
    let plan = out(&tool(&["targets", "--data", "tests/fixtures/data/valid"]));
    let plan = plan.lines().nth(1).unwrap().split(',').nth(1).unwrap();
    let list = write(&folder, "l.toml", RIGHT.replace("all", plan));
    done(&["kiosk", "--playlist", &list, "--check", "--data", "tests/fixtures/data/valid"]);
}

// The story that kiosk.html tells before a hall has its own.

/// What the default playlist's slides are, by what each is of.
fn story() -> Vec<Value> {
    made("default", &fs::read_to_string(DEFAULT).unwrap())["slides"].as_array().unwrap().clone()
}

#[test]
fn the_default_playlist_is_right_and_of_a_walk_s_length() {
    let said = done(&["kiosk", "--playlist", DEFAULT, "--check"]);
    assert!(said.contains("right: 28 slides"), "{said}");
    let slides = story();
    for plan in ["quanzhou-2025", "jinhua-2025", "fujian-2025", "quanzhou-2017", "linxia-2023"] {
        let shown = |slide: &&Value| slide["view"] == "scorecard" && slide["plan"] == plan;
        assert_eq!(slides.iter().filter(shown).count(), 1, "{plan}");
    }
    let seconds: i64 = slides.iter().map(|slide| slide["seconds"].as_i64().unwrap()).sum();
    assert!((300..600).contains(&seconds), "a round takes {seconds} s");
}

#[test]
fn every_heading_is_in_three_languages_without_figures() {
    for slide in story() {
        for language in ["zh-Hans", "zh-Hant", "en"] {
            let heading = slide["heading"][language].as_str().unwrap_or_default();
            assert!(!heading.is_empty() && !heading.contains(|letter: char| letter.is_ascii_digit()), "{slide}");
        }
    }
}

/// What a heading claims is so in the data: `assess` on the day that the headings were written for.
#[test]
fn headings_claim_what_the_data_say() {
    let assessed = |target: &str| -> Value {
        let json = done(&["assess", "--target", target, "--as-of", "2026-11-22", "--format", "json"]);
        serde_json::from_str::<Value>(&json).unwrap()[0].clone()
    };
    let english: Vec<(String, Value)> =
        story().into_iter().map(|slide| (slide["heading"]["en"].as_str().unwrap().to_string(), slide)).collect();
    let targets = |slide: &Value| -> Vec<String> {
        let one = slide["target"].as_str().map(String::from);
        let several = slide["targets"].as_array().into_iter().flatten().filter_map(Value::as_str).map(String::from);
        one.into_iter().chain(several).collect()
    };
    let (mut reached, mut early, mut bare) = (0, 0, 0);
    for (heading, slide) in &english {
        for target in targets(slide) {
            let found = assessed(&target);
            if heading.contains("reached") {
                assert_eq!(found["verdict"], "met", "{heading}");
                reached += 1;
            }
            if heading.contains("target’s level before the deadline") {
                let (value, target) = (found["value"].as_f64().unwrap(), found["target"].as_f64().unwrap());
                assert!(value >= target, "{heading}");
                assert!(found["value_year"].as_i64().unwrap() < found["deadline"].as_i64().unwrap(), "{heading}");
                early += 1;
            }
            if heading.starts_with("Where nothing is published") {
                assert_eq!(found["reason"], "no_value", "{heading}");
                bare += 1;
            }
        }
    }
    assert_eq!((reached, early, bare), (3, 2, 1));
    let rows = done(&["targets", "--lang", "en"]);
    let places = |indicator: &str| {
        let mut places: Vec<&str> = rows
            .lines()
            .filter(|line| line.split(',').nth(3) == Some(indicator))
            .filter_map(|line| line.split(',').nth(4))
            .collect();
        places.sort_unstable();
        places.dedup();
        places.len()
    };
    assert_eq!(places("high-value-patents-per-10000"), 3);
    assert_eq!(places("agricultural-safety-pass-rate"), 4);
}
