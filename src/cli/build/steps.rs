//! What every step does: say so, run a program, read and write files, and tell what went wrong.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Tells of progress, on stderr.
pub fn say(text: &str) {
    eprintln!("build: {text}");
}

/// Runs a program to its end.
///
/// # Errors
/// The program's name, how it ended, and `mend`.
pub fn run(command: &mut Command, mend: &str) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|error| format!("{name}: {error}. {mend}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} failed ({status}). {mend}")) }
}

/// Makes a folder and those above it.
pub fn folder(path: &Path) -> Result<(), String> {
    fs::create_dir_all(path).map_err(|error| format!("{}: can't make this folder: {error}", path.display()))
}

/// A file's bytes.
pub fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{}: can't read: {error}", path.display()))
}

/// Writes a file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: can't write: {error}", path.display()))
}

/// Copies a file.
pub fn copy(from: &Path, to: &Path) -> Result<(), String> {
    write(to, &read(from)?)
}
