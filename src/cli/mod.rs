//! The native tool: the only module that knows files, the network and processes.
//!
//! One file for each subcommand. It exits 0, 1 (the input is wrong: says where and how to mend it) or 2 (usage).
//! Results go to standard output, all else to standard error.

#[cfg(feature = "pack")]
pub mod build;
pub mod validate;

mod assess;
mod clock;
mod csv;
mod failure;
mod format;
mod integrity;
mod kiosk;
mod method;
mod output;
mod pack;
mod package;
mod progress;
mod project;
mod publish;
mod render;
mod serve;
mod sheet;
mod snippet;
mod standing;
mod table;
mod targets;
mod which;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

use failure::Failure;

/// Progress toward published targets, drawn inside any web page, with no server.
///
/// The program carries a data package of plans, their targets and the values published since. This tool lists,
/// judges, checks and draws them, projects series of your own, and shows the pages on this machine.
#[derive(Debug, Parser)]
#[command(name = "indicator-widgets", version, max_term_width = 100, after_help = EXAMPLES)]
struct Tool {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
First steps:
  indicator-widgets targets --lang en                     which targets there are, and their ids
  indicator-widgets assess --all                          will they be reached?
  indicator-widgets render --target jinhua-rd-intensity-2025 --out chart.svg
  indicator-widgets snippet --target jinhua-rd-intensity-2025      HTML to paste into a page
  indicator-widgets project --input values.csv --horizon 5
  indicator-widgets serve dist                            look at the pages in a browser
  indicator-widgets kiosk --example > hall.toml           a playlist for an exhibition hall

`indicator-widgets help COMMAND` explains a command with examples.
Exit code: 0 done, 1 the input is wrong, 2 wrong usage.";

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Arguments),
    Targets(targets::Arguments),
    Assess(assess::Arguments),
    Render(render::Arguments),
    Snippet(snippet::Arguments),
    Project(project::Arguments),
    Kiosk(kiosk::Arguments),
    Validate(ValidateArguments),
    Pack(pack::Arguments),
    Build(publish::Arguments),
}

/// Check a data package and say everything that is wrong with it.
///
/// Each fault is one line, `file:line:column: error: what is wrong, what was expected`, with the nearest right value
/// below it. Errors keep a package from being built; warnings are for somebody to look at.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  indicator-widgets validate                checks data/
  indicator-widgets validate mydata && indicator-widgets targets --data mydata")]
struct ValidateArguments {
    /// Folder that holds `datapackage.json`.
    #[arg(value_name = "DIR", default_value = "data")]
    folder: PathBuf,
}

/// Runs the tool on this process's arguments.
pub fn main() -> ExitCode {
    let done = match Tool::parse().command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Targets(arguments) => targets::run(&arguments),
        Command::Assess(arguments) => assess::run(&arguments),
        Command::Render(arguments) => render::run(&arguments),
        Command::Snippet(arguments) => snippet::run(&arguments),
        Command::Project(arguments) => project::run(&arguments),
        Command::Kiosk(arguments) => kiosk::run(&arguments),
        Command::Pack(arguments) => pack::run(&arguments),
        Command::Build(arguments) => publish::run(&arguments),
        Command::Validate(ValidateArguments { folder }) => check(&folder),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // Where nothing can be said, the exit code still tells.
            let _ = writeln!(std::io::stderr(), "{failure}");
            failure.exit_code()
        }
    }
}

/// Writes what the validator says; an error in the package is a failure.
fn check(folder: &Path) -> Result<(), Failure> {
    let mut found = Vec::new();
    let sound = validate::run(folder, &mut found).map_err(|error| Failure::input(error.to_string()))?;
    output::print(&found)?;
    if sound { Ok(()) } else { Err(Failure::input(format!("{}: not a package that can be used", folder.display()))) }
}
