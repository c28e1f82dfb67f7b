//! The native tool, run as people run it.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use indicator_widgets::dataset::{pack, read};

mod tool;

use tool::{done, err, out, refused, tool};

const TARGET: &str = "jinhua-rd-intensity-2025";

/// A new folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn help_teaches_with_an_example_of_every_command() {
    let help = done(&["--help"]);
    for command in ["serve", "targets", "render", "snippet", "project", "kiosk", "validate", "pack", "build"] {
        assert!(help.contains(command), "{command} is not in --help");
        let of_command = done(&[command, "--help"]);
        assert!(of_command.contains(&format!("Examples:\n  indicator-widgets {command}")), "{of_command}");
    }
}

#[test]
fn a_package_is_packed_and_can_be_read_again() {
    let folder = folder("pack");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_string();
    let said = done(&["pack", "data", "-o", &path("data.iwp")]);
    let bytes = fs::read(folder.join("data.iwp")).unwrap();
    let dataset = pack::decode(&bytes).unwrap();
    assert_eq!(dataset, read(&|file| fs::read(Path::new("data").join(file)).ok()).dataset.unwrap());
    assert_eq!(said.lines().next(), Some("file,bytes,date,plans,targets,observations"));
    let counted = format!(",{},{},5,192,{}", bytes.len(), dataset.date, dataset.observations.len());
    assert!(said.trim_end().ends_with(&counted), "{said}");

    done(&["pack", "data", "-o", &path("data.js")]);
    let script = fs::read_to_string(folder.join("data.js")).unwrap();
    assert!(script.is_ascii() && script.contains("indicatorWidgetsData") && script.len() > bytes.len() * 4 / 3);

    // Twice the same, and nothing where something is wrong.
    done(&["pack", "data", "-o", &path("again.iwp")]);
    assert_eq!(fs::read(folder.join("again.iwp")).unwrap(), bytes);
    let undated = refused(&["pack", "tests/fixtures/data/valid", "-o", &path("none.iwp")], 1);
    assert!(
        undated.contains("datapackage.json:1:1: error: no `created`") && undated.contains("hint: add"),
        "{undated}"
    );
    assert!(refused(&["pack", "tests/fixtures/data/version", "-o", &path("none.iwp")], 1).contains("validate"));
    let homeless = refused(&["pack", "data", "-o", &path("nowhere/none.iwp")], 1);
    assert!(homeless.contains("nowhere/none.iwp: ") && homeless.contains("make the folder"), "{homeless}");
    assert!(!folder.join("none.iwp").exists());
    refused(&["pack", "data"], 2);
}

#[test]
fn wrong_usage_ends_with_2() {
    refused(&[], 2);
    assert!(refused(&["tragets"], 2).contains("targets"));
    refused(&["render", "--target", TARGET], 2);
    refused(&["render", "--out", "x.svg"], 2);
    refused(&["render", "--all", "--target", TARGET, "--out", "x"], 2);
    assert!(refused(&["render", "--target", TARGET, "--lang", "fr", "--out", "x.svg"], 2).contains("zh-Hans"));
    assert!(refused(&["render", "--target", TARGET, "--width", "100", "--out", "x.svg"], 2).contains("240 to 3840"));
    assert!(
        refused(&["render", "--target", TARGET, "--as-of", "2023-02-29", "--out", "x.svg"], 2).contains("2025-12-31")
    );
    assert!(refused(&["render", "--target", TARGET, "--out", "x.pdf"], 2).contains("--format"));
    assert!(refused(&["render", "--target", TARGET, "--out", "x.html"], 2).contains("--view table"));
    assert!(refused(&["render", "--target", TARGET, "--view", "table", "--out", "x.png"], 2).contains(".html"));
    assert!(refused(&["render", "--target", TARGET, "--lang", "en,zh", "--out", "x.svg"], 2).contains("folder"));
}

#[test]
fn targets_are_listed_as_csv() {
    let csv = done(&["targets"]);
    assert!(csv.starts_with("id,plan,section,indicator,region,kind,comparator,value,value_max,unit,start,"));
    assert!(
        csv.lines()
            .next()
            .unwrap()
            .ends_with(",responsible,theme,theme_name,plan_name,indicator_name,region_name,section_name,due")
    );
    // A header, and a line for each target: no quote in the plans breaks a line.
    assert_eq!(csv.lines().count(), 1 + 192);
    assert_eq!(done(&["targets", "--restated"]).lines().count(), 1 + 204);
    let row = csv.lines().find(|line| line.starts_with(&format!("{TARGET},"))).unwrap();
    assert!(row.starts_with(&format!("{TARGET},jinhua-2025,")) && row.contains(",2.8,,%,"), "{row}");
    assert!(row.ends_with(",研发投入强度,金华市,第一部分,≥2.8%"), "{row}");
}

#[test]
fn targets_are_listed_as_json_and_filtered() {
    let json: serde_json::Value =
        serde_json::from_str(&done(&["targets", "--plan", "linxia-2023", "--format", "json", "--lang", "en"])).unwrap();
    let rows = json.as_array().unwrap();
    assert!(!rows.is_empty() && rows.iter().all(|row| row["plan"] == "linxia-2023" && row["region_name"] == "Linxia"));
    assert!(rows.iter().any(|row| row["responsible"]["lead"].as_array().is_some_and(|offices| !offices.is_empty())));
    assert!(rows.iter().all(|row| row["value"].is_number() && row["deadline_stated"].is_boolean()));
    let one = done(&["targets", "--region", "jinhua", "--indicator", "rd-intensity"]);
    assert!(one.lines().skip(1).all(|line| line.starts_with("jinhua-rd-intensity-")) && one.lines().count() > 1);
    let wrong = refused(&["targets", "--plan", "jinhua-2052"], 1);
    assert!(
        wrong.contains("no plan has the id `jinhua-2052`") && wrong.contains("did you mean `jinhua-2025`?"),
        "{wrong}"
    );
}

#[test]
fn a_chart_is_drawn_as_svg() {
    let folder = folder("svg");
    let file = folder.join("chart.svg");
    assert_eq!(done(&["render", "--target", TARGET, "--as-of", "2026-11-01", "--out", file.to_str().unwrap()]), "");
    let svg = fs::read_to_string(&file).unwrap();
    assert!(svg.starts_with("<svg ") && svg.contains("lang=\"zh-Hans\"") && svg.contains("width=\"640\""));
    assert!(svg.contains("data-role=\"target\"") && svg.contains("2026-11-01"));
    // The same to standard output.
    assert_eq!(done(&["render", "--target", TARGET, "--as-of", "2026-11-01", "--out", "-"]), svg);
    let english = done(&[
        "render",
        "--target",
        TARGET,
        "--as-of",
        "2024-06-01",
        "--lang",
        "en",
        "--theme",
        "dark",
        "--width",
        "320",
        "--out",
        "-",
    ]);
    assert!(english.contains("lang=\"en\"") && english.contains("width=\"320\"") && english.contains("2024-06-01"));
}

#[test]
fn a_day_before_a_value_was_published_does_not_know_it() {
    let roles = |day: &str| {
        done(&["render", "--target", TARGET, "--view", "table", "--format", "csv", "--as-of", day, "--out", "-"])
    };
    assert!(roles("2026-11-01").contains("\n2024,2.54%"));
    assert!(!roles("2022-06-01").contains("2.54%"));
}

#[test]
fn all_targets_are_drawn_under_their_names() {
    let folder = folder("all");
    done(&["render", "--all", "--lang", "en,zh-TW", "--as-of", "2026-11-01", "--out", folder.to_str().unwrap()]);
    let names = names(&folder);
    assert_eq!(names.len(), 2 * 192);
    assert!(names.contains(&format!("{TARGET}.trajectory.en.light.svg")));
    assert!(names.contains(&format!("{TARGET}.trajectory.zh-Hant.light.svg")));
}

#[test]
fn a_table_is_a_page_or_csv() {
    let html = done(&["render", "--target", TARGET, "--view", "table", "--lang", "en", "--out", "-"]);
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"), "{html}");
    assert!(html.contains("<caption>") && html.contains("<th scope=\"row\">2025</th>"));
    let folder = folder("table");
    let slash = format!("{}/", folder.display());
    done(&["render", "--target", TARGET, "--view", "table", "--format", "csv", "--out", &slash]);
    assert_eq!(names(&folder), [format!("{TARGET}.table.zh-Hans.csv")]);
}

#[test]
fn what_cannot_be_drawn_ends_with_1_and_a_hint() {
    let wrong = refused(&["render", "--target", "jinhua-rd-intensity-2026", "--out", "x.svg"], 1);
    assert!(wrong.contains("did you mean `jinhua-rd-intensity-20"), "{wrong}");
    let nowhere = refused(&["render", "--target", TARGET, "--out", "no/such/folder/x.svg"], 1);
    assert!(nowhere.contains("no/such/folder"), "{nowhere}");
    let nothing = refused(&["render", "--target", TARGET, "--data", "src", "--out", "x.svg"], 1);
    assert!(nothing.contains("datapackage.json"), "{nothing}");
    let no_font = refused(&["render", "--target", TARGET, "--font", "Cargo.toml", "--out", "x.png"], 1);
    assert!(no_font.contains("Cargo.toml") && no_font.contains("hint"), "{no_font}");
}

/// PNG in the system's Chinese font; where there is none, the message that says so.
#[test]
fn a_chart_is_drawn_as_png_or_the_missing_font_named() {
    let file = folder("png").join("chart.png");
    let output = tool(&["render", "--target", TARGET, "--scale", "2", "--out", file.to_str().unwrap()]);
    if output.status.code() == Some(1) {
        assert!(err(&output).contains("Noto Sans CJK SC") && err(&output).contains("--font"), "{}", err(&output));
        return;
    }
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let png = fs::read(&file).unwrap();
    assert_eq!(png[..8], *b"\x89PNG\r\n\x1a\n");
    assert_eq!(u32::from_be_bytes(png[16..20].try_into().unwrap()), 1280);
}

#[test]
fn the_embedded_package_is_the_one_in_data() {
    assert_eq!(done(&["targets", "--restated"]), done(&["targets", "--restated", "--data", "data"]));
}

#[test]
fn packages_are_validated() {
    assert!(done(&["validate"]).contains("192 targets"));
    let wrong = tool(&["validate", "src"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(out(&wrong).contains("error"), "{}", out(&wrong));
}

/// `serve` on a free port, ended with the test.
struct Site {
    child: Child,
    address: String,
}

impl Site {
    fn new(folder: &Path) -> Site {
        let mut child = Command::new(env!("CARGO_BIN_EXE_indicator-widgets"))
            .args(["serve", folder.to_str().unwrap(), "--port", "0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.trim().strip_prefix("http://").unwrap().trim_end_matches('/').to_string();
        Site { child, address }
    }

    /// Head and body of the answer to a raw request.
    fn ask(&self, method: &str, path: &str, headers: &str) -> (String, Vec<u8>) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n{headers}\r\n", self.address)
            .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        (String::from_utf8(answer[..end].to_vec()).unwrap().to_lowercase(), answer[end + 4..].to_vec())
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_folder_is_served_with_right_types_and_compressed() {
    let folder = folder("site");
    let script = "var a = 1;\n".repeat(500);
    fs::write(folder.join("index.html"), "<!DOCTYPE html><title>x</title>").unwrap();
    fs::write(folder.join("a.js"), &script).unwrap();
    fs::write(folder.join("a.wasm"), b"\0asm").unwrap();
    fs::create_dir(folder.join("sub")).unwrap();
    fs::write(folder.join("sub/index.html"), "sub").unwrap();
    fs::write(folder.join(".hidden"), "secret").unwrap();
    fs::write(folder.parent().unwrap().join("outside.txt"), "secret").unwrap();
    let site = Site::new(&folder);
    assert!(site.address.starts_with("127.0.0.1:"), "{}", site.address);

    let (head, body) = site.ask("GET", "/", "");
    assert!(head.starts_with("http/1.1 200") && head.contains("content-type: text/html; charset=utf-8"), "{head}");
    assert_eq!(body, b"<!DOCTYPE html><title>x</title>");

    let (head, body) = site.ask("GET", "/a.js", "");
    assert!(
        head.contains("content-type: text/javascript; charset=utf-8") && !head.contains("content-encoding"),
        "{head}"
    );
    assert_eq!(body, script.as_bytes());
    let (head, body) = site.ask("GET", "/a.js?v=1", "Accept-Encoding: gzip, br\r\n");
    assert!(head.contains("content-encoding: br") && head.contains("vary: accept-encoding"), "{head}");
    let mut plain = Vec::new();
    brotli::Decompressor::new(&body[..], 4096).read_to_end(&mut plain).unwrap();
    assert_eq!(plain, script.as_bytes());
    let (head, body) = site.ask("GET", "/a.js", "Accept-Encoding: gzip\r\n");
    assert!(head.contains("content-encoding: gzip"), "{head}");
    let mut plain = Vec::new();
    flate2::read::GzDecoder::new(&body[..]).read_to_end(&mut plain).unwrap();
    assert_eq!(plain, script.as_bytes());

    assert!(site.ask("GET", "/a.wasm", "").0.contains("content-type: application/wasm"));
    let (head, body) = site.ask("HEAD", "/a.js", "");
    assert!(head.contains(&format!("content-length: {}", script.len())) && body.is_empty(), "{head}");
    let (head, _) = site.ask("GET", "/sub", "");
    assert!(head.starts_with("http/1.1 301") && head.contains("location: /sub/"), "{head}");
    assert_eq!(site.ask("GET", "/sub/", "").1, b"sub");
    assert!(site.ask("POST", "/", "Content-Length: 0\r\n").0.starts_with("http/1.1 405"));
    for outside in [
        "/missing",
        "/../outside.txt",
        "/%2e%2e/outside.txt",
        "/sub/..%2f../outside.txt",
        "/.hidden",
        "/..\\outside.txt",
    ] {
        let (head, body) = site.ask("GET", outside, "");
        assert!(head.starts_with("http/1.1 404"), "{outside}: {head}");
        assert!(!String::from_utf8_lossy(&body).contains("secret"), "{outside}");
    }
}

#[test]
fn serving_nothing_ends_with_1() {
    assert!(refused(&["serve", "no-such-folder"], 1).contains("no-such-folder"));
}

#[test]
fn a_tool_without_build_says_how_to_get_one() {
    if cfg!(not(feature = "pack")) {
        assert!(refused(&["build"], 1).contains("make dist"));
    }
}
