//! How lists are written.

use clap::ValueEnum;

/// The form of a list on standard output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A header, and a line for each row.
    Csv,
    /// An array of objects.
    Json,
}
