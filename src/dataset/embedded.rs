//! The data package that the program carries.

use super::model::Dataset;
use super::pack::{PackError, decode};

/// The package of `data/`, as the build script packed it. Unpacks anew at each call: callers keep it.
///
/// # Errors
/// Only where the program's own bytes were damaged.
pub fn embedded() -> Result<Dataset, PackError> {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/dataset.pack")))
}
