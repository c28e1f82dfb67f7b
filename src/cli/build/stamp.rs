//! A step whose inputs are the bytes of last time need not run again: a stamp beside its outputs tells.

use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

use super::steps;

/// Runs `step`, which makes `outputs` of `inputs`, unless both are what they were when it last ended well; tells whether
/// it ran. `inputs` are all that the outputs depend on: files' bytes, the step's own source, its tools' versions.
///
/// # Errors
/// Those of `step`; the stamp can't be written.
pub fn unless_same(
    stamp: &Path,
    inputs: &[&[u8]],
    outputs: &[PathBuf],
    step: impl FnOnce() -> Result<(), String>,
) -> Result<bool, String> {
    let due = digest(inputs);
    let found = std::fs::read_to_string(stamp).ok();
    if found.is_some_and(|found| written(outputs).is_some_and(|made| found == line(due, made))) {
        return Ok(false);
    }
    // Broken off half way, it leaves no stamp.
    let _ = std::fs::remove_file(stamp);
    step()?;
    let made = written(outputs).ok_or_else(|| format!("{}: its step wrote less than it should", stamp.display()))?;
    steps::write(stamp, line(due, made).as_bytes())?;
    Ok(true)
}

fn line(inputs: u64, outputs: u64) -> String {
    format!("{inputs:016x} {outputs:016x}\n")
}

/// The digest of the outputs as they lie there; `None` = one is missing.
fn written(outputs: &[PathBuf]) -> Option<u64> {
    let bytes: Vec<_> = outputs.iter().map(|path| std::fs::read(path).ok()).collect::<Option<_>>()?;
    Some(digest(&bytes.iter().map(Vec::as_slice).collect::<Vec<_>>()))
}

/// Tells lists of bytes apart: by chance one change in 2^64 goes unseen.
fn digest(parts: &[&[u8]]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for part in parts {
        hasher.write_usize(part.len());
        hasher.write(part);
    }
    hasher.finish()
}
