//! The native tool: the only module that knows files, the network and processes.
//!
//! One file for each subcommand. It exits 0, 1 (the input is wrong: says where and how to mend it) or 2 (usage).
//! Results go to standard output, all else to standard error.

#[cfg(feature = "pack")]
pub mod build;
pub mod validate;

mod clock;
mod csv;
mod failure;
mod output;
mod pack;
mod package;
mod progress;
mod render;
mod serve;
mod targets;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;

/// Progress toward published targets, drawn inside any web page, with no server.
///
/// The program carries a data package of plans, their targets and the values published since. This tool lists,
/// checks and draws them, and shows the pages on this machine.
#[derive(Debug, Parser)]
#[command(name = "indicator-widgets", version, max_term_width = 100, after_help = EXAMPLES)]
struct Tool {
    #[command(subcommand)]
    command: Command,
}

const EXAMPLES: &str = "\
First steps:
  indicator-widgets targets --lang en                     which targets there are, and their ids
  indicator-widgets render --target jinhua-rd-intensity-2025 --out chart.svg
  indicator-widgets serve dist                            look at the pages in a browser

`indicator-widgets help COMMAND` explains a command with examples.
Exit code: 0 done, 1 the input is wrong, 2 wrong usage.";

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Arguments),
    Targets(targets::Arguments),
    Render(render::Arguments),
    Build(pack::Arguments),
}

/// Runs the tool on this process's arguments.
pub fn main() -> ExitCode {
    let done = match Tool::parse().command {
        Command::Serve(arguments) => serve::run(&arguments),
        Command::Targets(arguments) => targets::run(&arguments),
        Command::Render(arguments) => render::run(&arguments),
        Command::Build(arguments) => pack::run(&arguments),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            failure.exit_code()
        }
    }
}
