//! Hashes for files that a page takes from another host.

use std::path::Path;

use crate::cli::{Failure, integrity};

/// The `integrity` of the file that `address` names, as it is in the folder `dist`.
///
/// # Errors
/// Where the folder has no such file.
pub fn pin(dist: &Path, address: &str) -> Result<String, Failure> {
    let name = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or_default();
    let file = dist.join(name);
    let bytes = std::fs::read(&file).map_err(|error| {
        Failure::input(format!("{}: {error}", file.display()))
            .hint("name with --dist the folder of the files that the other host gives out: `make dist` fills dist/")
    })?;
    Ok(integrity::of(&bytes))
}
