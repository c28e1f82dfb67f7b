//! `indicator-widgets project`, run as people run it.

#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test stops at what should not be")]

mod faults;
mod forecasts;
mod reference;
mod streaming;
mod targets;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// Six rising years of `a`.
const RISING: &str = "id,t,value\na,2018,10.2\na,2019,11.1\na,2020,11.9\na,2021,13.4\na,2022,14.0\na,2023,15.1\n";

/// What a run printed, said and ended with.
struct Run {
    out: String,
    err: String,
    code: i32,
}

impl From<Output> for Run {
    fn from(output: Output) -> Run {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
    }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_indicator-widgets"));
    command.arg("project").args(arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Runs `project --input -` on a text.
fn run(input: impl AsRef<[u8]>, arguments: &[&str]) -> Run {
    let mut child = command(&["--input", "-"]).args(arguments).spawn().unwrap();
    let (mut stdin, input) = (child.stdin.take().unwrap(), input.as_ref().to_vec());
    // Beside reading what comes out: neither waits for the other. A run that refuses something reads no more.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output.into()
}

/// What a run prints that must succeed.
fn rows(input: impl AsRef<[u8]>, arguments: &[&str]) -> String {
    let run = run(input, arguments);
    assert_eq!(run.code, 0, "{arguments:?}: {}", run.err);
    run.out
}

/// A file of this test's own.
fn file(name: &str, text: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("project");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

/// The cells of each row but the header's; no cell of these tests holds a comma.
fn cells(out: &str) -> Vec<Vec<&str>> {
    out.lines().skip(1).map(|line| line.split(',').collect()).collect()
}

fn number(cell: &str) -> f64 {
    cell.parse().unwrap()
}
