//! Where results go.

use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::Failure;

/// Writes to standard output. A reader that has seen enough (`| head`) is no fault.
///
/// # Errors
/// Where standard output cannot be written.
pub fn print(bytes: &[u8]) -> Result<(), Failure> {
    pass_on(bytes).map(|_| ())
}

/// Writes a part of a result to standard output; false where nobody reads any more (`| head`), so that no more is needed.
///
/// # Errors
/// Where standard output cannot be written.
pub fn pass_on(bytes: &[u8]) -> Result<bool, Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Failure::input(format!("standard output: {error}"))),
    }
}

/// Writes a file; its folder must be there.
///
/// # Errors
/// Where it cannot be written, with its path.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    std::fs::write(path, bytes).map_err(|error| unwritten(path, &error))
}

/// What keeps `path` from being written, and how to mend it.
fn unwritten(path: &Path, error: &io::Error) -> Failure {
    let failure = Failure::input(format!("{}: {error}", path.display()));
    match path.parent() {
        Some(folder) if error.kind() == ErrorKind::NotFound => {
            failure.hint(format!("make the folder `{}` first", folder.display()))
        }
        _ => failure,
    }
}

/// Makes a folder and those above it.
///
/// # Errors
/// Where it cannot be made, with its path.
pub fn folder(path: &Path) -> Result<(), Failure> {
    std::fs::create_dir_all(path).map_err(|error| Failure::input(format!("{}: {error}", path.display())))
}

/// Writes a file whole or not at all: beside its place first, then into it, so that a full disk or a pulled stick leaves
/// what was there.
///
/// # Errors
/// Where it cannot be written, with its path.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{}.new", std::process::id()));
    let done = std::fs::write(&beside, bytes).and_then(|()| std::fs::rename(&beside, path));
    if done.is_err() {
        // It may never have been there.
        let _ = std::fs::remove_file(&beside);
    }
    done.map_err(|error| unwritten(path, &error))
}
