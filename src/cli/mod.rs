//! The native tool: the only module that knows files, the network and processes.

pub mod validate;

use std::process::ExitCode;

/// Runs the tool on this process's arguments.
pub fn main() -> ExitCode {
    ExitCode::from(2)
}
