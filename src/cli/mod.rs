//! The native tool: the only module that knows files, the network and processes.

#[cfg(feature = "pack")]
pub mod build;
pub mod validate;

use std::process::ExitCode;

/// Runs the tool on this process's arguments.
pub fn main() -> ExitCode {
    #[cfg(feature = "pack")]
    {
        let options = build::Options { root: ".".into(), data: None, out: "dist".into() };
        if let Err(error) = build::build(&options) {
            eprintln!("{error}");
        }
    }
    ExitCode::from(2)
}
