//! `build`: the files that are published, from the sources.

use std::path::PathBuf;

use clap::Args;

use super::Failure;

/// Build the files to publish from a checkout of the sources.
///
/// Compiles the data package into the program, the program to WebAssembly, and packs it into scripts and pages.
/// Run it in the checkout.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  indicator-widgets build                              dist/ from data/
  indicator-widgets build --data mydata --out site     another package, to another folder")]
pub struct Arguments {
    /// Folder of the data package; the checkout's data/ if left out.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Folder to fill.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    out: PathBuf,
}

/// Runs `build` in the current folder.
///
/// # Errors
/// The step that failed, why, and how to mend it.
#[cfg(feature = "pack")]
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { data, out } = arguments;
    let options = super::build::Options { root: ".".into(), data: data.clone(), out: out.clone() };
    super::build::build(&options).map_err(Failure::input)
}

/// Says how to get a tool that can build: most need none, and it takes long to compile.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pack"))]
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let Arguments { data, out } = arguments;
    let data = data.as_ref().map(|data| format!(" --data {}", data.display())).unwrap_or_default();
    Err(Failure::input("this tool was compiled without `build`").hint(format!(
        "in a checkout: `make dist`, or `cargo run --release --features pack -- build{data} --out {}`",
        out.display()
    )))
}
