//! `integrity.json`: a hash of each published file, for pages that take it from another origin.

use std::collections::BTreeMap;
use std::path::Path;

use super::steps;
use crate::cli::integrity;

/// Kinds of files that a page can name with `integrity`.
const HASHED: [&str; 4] = ["js", "mjs", "css", "wasm"];

/// Writes `integrity.json` about the files in `out`: name to `sha384-…`.
pub fn write(out: &Path) -> Result<(), String> {
    let mut hashes = BTreeMap::new();
    let entries = std::fs::read_dir(out).map_err(|error| format!("{}: {error}", out.display()))?;
    for path in entries.filter_map(|entry| entry.ok().map(|entry| entry.path())) {
        let hashed = path.extension().and_then(|kind| kind.to_str()).is_some_and(|kind| HASHED.contains(&kind));
        if let (true, Some(name)) = (hashed, path.file_name()) {
            hashes.insert(name.to_string_lossy().into_owned(), of(&path)?);
        }
    }
    let text = serde_json::to_string_pretty(&hashes).map_err(|error| format!("integrity.json: {error}"))?;
    steps::write(&out.join("integrity.json"), format!("{text}\n").as_bytes())
}

/// The hash of one file: `sha384-…`.
pub fn of(file: &Path) -> Result<String, String> {
    Ok(integrity::of(&steps::read(file)?))
}
