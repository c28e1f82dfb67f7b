//! `snippet`: each form as people paste it.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};

mod tool;

use tool::{done, err, refused, tool};

const TARGET: &str = "fujian-valid-trademarks-2025";
const DAY: [&str; 4] = ["--target", TARGET, "--as-of", "2024-12-31"];

/// A new folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn snippet(more: &[&str]) -> String {
    let arguments: Vec<&str> = ["snippet"].iter().chain(&DAY).chain(more).copied().collect();
    let pasted = done(&arguments);
    assert!(pasted.is_ascii(), "{more:?}");
    for word in [" style=", "<style", "onload", "javascript:"] {
        assert!(!pasted.contains(word), "{more:?} {word}");
    }
    pasted
}

fn count(text: &str, part: &str) -> usize {
    text.matches(part).count()
}

#[test]
fn the_element_holds_its_chart() {
    let pasted = snippet(&[]);
    let start = "<link rel=\"stylesheet\" href=\"indicator-static.css\">\n\
        <script src=\"indicator-widgets.js\" charset=\"utf-8\" async></script>\n\
        <indicator-chart target=\"fujian-valid-trademarks-2025\" lang=\"zh-Hans\" as-of=\"2024-12-31\">\n";
    assert!(pasted.starts_with(start), "{}", &pasted[..400]);
    assert!(pasted.ends_with("</indicator-chart>\n"));
    assert_eq!(count(&pasted, "role=\"img\""), 2, "a drawing, and one for narrow places");
    // 福建省, in the title, the captions and what is heard.
    assert!(count(&pasted, "&#31119;&#24314;&#30465;") > 3);
    assert!(!pasted.contains("integrity"));
}

#[test]
fn the_pasted_text_of_a_target_is_as_it_was() {
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pasted/snippet.html");
    let pasted =
        done(&["snippet", "--target", "quanzhou-green-factories-2025", "--as-of", "2026-06-30", "--lang", "en"]);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&expected, &pasted).unwrap();
        panic!("rewritten: run again without UPDATE");
    }
    let golden = fs::read_to_string(&expected).unwrap_or_default();
    if golden != pasted {
        fs::write(expected.with_extension("actual.html"), &pasted).unwrap();
        panic!("tests/pasted/snippet.html differs from snippet.actual.html: look at both; UPDATE=1 rewrites it");
    }
}

#[test]
fn attributes_say_what_was_asked() {
    let pasted = snippet(&[
        "--view",
        "progress",
        "--lang",
        "zh-HK",
        "--theme",
        "dark",
        "--text-size",
        "large",
        "--controls",
        "basic",
        "--growth",
        "5%",
        "--until",
        "2030",
        "--no-verdict",
        "--no-sheet",
        "--src",
        "../js/indicator-widgets.js",
    ]);
    assert!(pasted.starts_with("<script src=\"../js/indicator-widgets.js\""), "no sheet");
    let element = "<indicator-chart target=\"fujian-valid-trademarks-2025\" view=\"progress\" lang=\"zh-Hant\" theme=\"dark\" \
        text-size=\"large\" controls=\"basic\" as-of=\"2024-12-31\" growth=\"5%\" until=\"2030\" verdict=\"none\">";
    assert!(pasted.contains(element), "{}", &pasted[..500]);
    assert!(!pasted.contains("indicator-verdict"));
    assert!(snippet(&["--src", "../js/w.js"]).contains("href=\"../js/indicator-static.css\""), "beside the script");
    assert!(snippet(&["--heading", "2"]).contains("<h2 class=\"indicator-title\">"));
}

#[test]
fn a_div_has_the_same_as_data() {
    let pasted = snippet(&["--form", "div"]);
    let div = "<div data-indicator-target=\"fujian-valid-trademarks-2025\" data-indicator-lang=\"zh-Hans\" \
        data-indicator-as-of=\"2024-12-31\">";
    assert!(pasted.contains(div) && !pasted.contains("<indicator-chart"), "{}", &pasted[..400]);
    let held = |text: &str, end: &str| {
        let from = text.find("<div class=\"indicator-static").unwrap();
        text[from..].strip_suffix(end).unwrap().to_string()
    };
    assert_eq!(held(&pasted, "</div>\n"), held(&snippet(&[]), "</indicator-chart>\n"), "what it holds is the same");
}

#[test]
fn a_picture_has_files_beside_it() {
    let folder = folder("snippet-img");
    let file = folder.join("chart.svg");
    let pasted = snippet(&["--form", "img", "--out", file.to_str().unwrap()]);
    assert!(
        pasted.contains("<source media=\"(max-width: 479px)\" srcset=\"chart-narrow.svg\" width=\"100%\" height=\"")
    );
    assert!(pasted.contains("<img src=\"chart.svg\" alt=\"&#") && !pasted.contains("<script"), "{pasted}");
    let svg = fs::read_to_string(&file).unwrap();
    assert!(svg.contains("(prefers-color-scheme:dark)") && svg.contains("width=\"640\""));
    assert!(fs::read_to_string(folder.join("chart-narrow.svg")).unwrap().contains("width=\"320\""));
    snippet(&["--form", "img", "--theme", "dark", "--width", "400", "--out", file.to_str().unwrap()]);
    let svg = fs::read_to_string(&file).unwrap();
    assert!(!svg.contains("prefers-color-scheme") && svg.contains("#14181d"), "colours that were asked for stay");
}

#[test]
fn a_frame_has_a_page_of_its_own() {
    let folder = folder("snippet-iframe");
    let file = folder.join("chart.html");
    let pasted = snippet(&["--form", "iframe", "--out", file.to_str().unwrap()]);
    assert!(pasted.starts_with("<iframe src=\"chart.html\" title=\"&#") && pasted.contains(" height=\""), "{pasted}");
    let page = fs::read_to_string(&file).unwrap();
    assert!(page.is_ascii() && page.starts_with("<!DOCTYPE html>\n<html lang=\"zh-Hans\">"));
    assert!(page.contains("<script src=\"indicator-widgets.js\"") && page.contains("<indicator-chart target="));
}

#[test]
fn another_host_is_held_to_a_hash() {
    let folder = folder("snippet-cdn");
    fs::write(folder.join("indicator-widgets.js"), "abc").unwrap();
    fs::write(folder.join("indicator-static.css"), "").unwrap();
    let dist = folder.to_str().unwrap();
    let src = "https://files.example.org/1/indicator-widgets.js";
    let pasted = snippet(&["--form", "cdn", "--src", src, "--dist", dist]);
    // SHA-384 of "abc": FIPS 180-2, appendix D (cb00753f … 58baeca1 34c825a7), in base64.
    let script = "<script src=\"https://files.example.org/1/indicator-widgets.js\" charset=\"utf-8\" async \
        integrity=\"sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn\" crossorigin=\"anonymous\"></script>";
    assert!(pasted.contains(script), "{}", &pasted[..700]);
    assert!(pasted.contains("href=\"https://files.example.org/1/indicator-static.css\" integrity=\"sha384-"));
    assert!(refused(&["snippet", "--target", TARGET, "--form", "cdn"], 2).contains("--src"));
    let missing = refused(&["snippet", "--target", TARGET, "--form", "cdn", "--src", src, "--dist", "/nowhere"], 1);
    assert!(missing.contains("/nowhere/indicator-static.css") && missing.contains("--dist"), "{missing}");
}

#[test]
fn a_misspelt_id_has_the_nearest_in_the_error() {
    let said = refused(&["snippet", "--target", "fujian-valid-trademark-2025"], 1);
    assert!(said.contains(TARGET), "{said}");
    refused(&["snippet"], 2);
    assert!(refused(&["snippet", "--target", TARGET, "--form", "img"], 2).contains("--out chart.svg"));
    assert!(refused(&["snippet", "--target", TARGET, "--form", "iframe", "--out", "x.svg"], 2).contains(".html"));
    assert!(refused(&["snippet", "--target", TARGET, "--width", "100"], 2).contains("280 to 1920"));
    let two = refused(
        &[
            "snippet",
            "--target",
            "fujian-valid-trademarks-2025,jinhua-rd-intensity-2025",
            "--form",
            "img",
            "--out",
            "x.svg",
        ],
        2,
    );
    assert!(two.contains("one chart"), "{two}");
}

#[test]
fn what_is_pasted_can_go_to_a_file() {
    let file = folder("snippet-out").join("pasted.html");
    let output = tool(&["snippet", "--target", TARGET, "--as-of", "2024-12-31", "--out", file.to_str().unwrap()]);
    assert!(output.status.success() && output.stdout.is_empty(), "{}", err(&output));
    assert_eq!(fs::read_to_string(&file).unwrap(), snippet(&[]));
}

#[test]
fn one_line_stands_in_running_text() {
    let pasted = snippet(&["--view", "progress", "--size", "compact"]);
    assert!(pasted.contains(" view=\"progress\"") && pasted.contains(" size=\"compact\""), "{pasted}");
    let held = &pasted[pasted.find("<indicator-chart").unwrap()..];
    // What ends a paragraph, or parts a line.
    for tag in ["<div", "<p>", "<p ", "<table", "<h3"] {
        assert!(!held.contains(tag), "{tag}: {held}");
    }
    assert_eq!(count(held, "\n"), 1, "{held}");
    assert!(held.contains("<svg width=\"15em\" viewBox=\"0 0 240 ") && held.contains("role=\"img\""), "{held}");
    assert!(refused(&["snippet", "--target", TARGET, "--size", "compact"], 2).contains("--view progress"));
}

#[test]
fn a_page_can_name_its_own_values() {
    let pasted = snippet(&["--observations", "#ours"]);
    assert!(pasted.contains(" observations=\"#ours\">"), "{}", &pasted[..500]);
    assert_eq!(pasted.replace(" observations=\"#ours\"", ""), snippet(&[]), "the drawing is made without them");
}

#[test]
fn values_of_its_own_stand_in_the_element() {
    let file = folder("snippet-values").join("ours.csv");
    let target = ["--target", "jinhua-high-value-patents-per-10000-2025", "--as-of", "2025-06-30"];
    let with = |text: &str, more: &[&str]| {
        fs::write(&file, text).unwrap();
        let given = ["snippet", "--values", file.to_str().unwrap()];
        tool(&[&given[..], &target[..], more].concat())
    };
    let output = with("\u{feff}年份\t数值\n2020\t8.1\n2021\t  约9.4\n2022\t十几\n2023\t12.6\n\n", &["--lang", "en"]);
    let pasted = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(output.status.success() && pasted.is_ascii(), "{}", err(&output));
    let note = err(&output);
    assert!(note.contains("not used") && note.contains("row 4"), "{note}");
    let table = "<table data-observations hidden>\n<tr><td>&#24180;&#20221;</td><td>&#25968;&#20540;</td></tr>\n\
        <tr><td>2020</td><td>8.1</td></tr>\n<tr><td>2021</td><td>&#32422;9.4</td></tr>\n\
        <tr><td>2022</td><td>&#21313;&#20960;</td></tr>\n<tr><td>2023</td><td>12.6</td></tr>\n</table>\n</indicator-chart>\n";
    assert!(pasted.ends_with(table), "{}", &pasted[pasted.len() - 600..]);
    // The drawing, the table and the foot have them.
    assert!(pasted.contains("3 values read (2020") && pasted.contains("data-role=\"observed\""));
    let csv = with("年份,数值\n2020,8.1\n2021,约9.4\n2022,十几\n2023,12.6\n", &["--lang", "en"]);
    assert_eq!(String::from_utf8(csv.stdout).unwrap(), pasted, "CSV or a spreadsheet's cells");
    let none = with("年份,数值\n2020,?\n", &[]);
    assert_eq!(none.status.code(), Some(1), "{}", err(&none));
    let two = with("2020,8.1", &["--target", TARGET]);
    assert!(!two.status.success() && err(&two).contains("one target"), "{}", err(&two));
}
