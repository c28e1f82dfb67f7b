//! `kiosk`: the page for an exhibition hall, with a playlist of the hall's own.

mod beside;
mod faults;
mod ids;
mod logo;
mod page;
mod playlist;
mod slide;
mod table;
mod texts;
mod times;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;

use super::{Failure, output, package};
use crate::dataset::Dataset;
pub use playlist::Playlist;

/// What `--example` prints.
const EXAMPLE: &str = include_str!("example.toml");

/// Make the page for an exhibition hall: one HTML file that shows a playlist and is explored by touch.
///
/// A playlist is a text file (TOML, UTF-8): title, logo, languages, colours, hours of the night, and the slides in their
/// order, each with a view, what it is of, its seconds and a heading. The page holds everything: copy it to a stick and
/// open it in a browser, no server, no network. Nothing is written unless the whole playlist is right; every fault is
/// told, with its line and column and how to mend it.
#[derive(Debug, Args)]
#[command(
    after_help = "\
Examples:
  indicator-widgets kiosk --example > hall.toml               a playlist to begin with, every key explained
  indicator-widgets kiosk --playlist hall.toml --check        is it right?
  indicator-widgets kiosk --playlist hall.toml --out hall.html
  indicator-widgets kiosk --playlist hall.toml --out hall.html --page kiosk.html
                                    into this page, instead of the one beside the tool or in dist/
`indicator-widgets kiosk --help` explains the keys.",
    after_long_help = LONG
)]
pub struct Arguments {
    /// The playlist to read.
    #[arg(long, value_name = "FILE", required_unless_present = "example")]
    playlist: Option<PathBuf>,
    /// The page to write; what is there is replaced, if it is such a page.
    #[arg(long, value_name = "FILE", required_unless_present_any = ["example", "check"])]
    out: Option<PathBuf>,
    /// The built page to put it into; the kiosk.html beside this tool, else dist/kiosk.html, if left out.
    #[arg(long, value_name = "FILE")]
    page: Option<PathBuf>,
    /// Only check the playlist; write nothing.
    #[arg(long, conflicts_with_all = ["out", "page"])]
    check: bool,
    /// Print a playlist to begin with.
    #[arg(long, conflicts_with_all = ["playlist", "out", "page", "check", "data"])]
    example: bool,
    /// Folder of a data package whose ids the playlist may name, instead of the one inside the program.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

const LONG: &str = "\
Examples:
  indicator-widgets kiosk --example > hall.toml
  indicator-widgets kiosk --playlist hall.toml --check
  indicator-widgets kiosk --playlist hall.toml --out hall.html
  indicator-widgets kiosk --playlist hall.toml --out hall.html --page kiosk.html

Keys of a playlist, above the slides (only `title` must be there):
  title      the name over every screen: \"…\", or by language
             { zh-Hans = \"…\", zh-Hant = \"…\", en = \"…\" }; at most 30 em
  logo       a picture beside the playlist: PNG, JPEG or SVG, at most 512 KB
  languages  [\"zh-Hans\", \"zh-Hant\", \"en\"] or fewer; the first is the one it
             rests in
  theme      light (default), dark, contrast
  idle       seconds without a touch until it goes back to its slides: 15 to
             1800, default 60
  warning    of these the last are counted down: 5 to 60, default 15
  controls   what visitors may use: [\"assumption\", \"compare\", \"source\",
             \"table\"] or fewer
  as-of      the day to stand on, 2025-06-30; the machine's day if left out
  night      { from = \"22:00\", to = \"07:00\", dim = 0.8 }: 0 as by day, 1 black
  update     a .js file beside the page that brings newer data
             (`indicator-widgets pack` writes one)
  plans      [ids] that visitors may choose from, in order; all if left out

Keys of each [[slide]]:
  view       with what it can be of:
               trajectory   target
               progress     target, targets (up to 6), indicator
               comparison   indicator
               scorecard    plan, targets (up to 12)
               timeline     plan (or \"all\"), targets (up to 12)
  target, targets, plan, indicator
             one of them: an id, of `targets` a list
             (`indicator-widgets targets` lists them all)
  seconds    5 to 300, default 14
  heading    one idea, at most 60 em, as `title`; the chart's own title if left
             out

Every fault is told as `FILE:line:column: error: …` with a hint; then the code
is 1 and nothing is written. --check says how many slides there are and how
long a round takes.";

/// Runs `kiosk`.
///
/// # Errors
/// A playlist with faults, a page that is none, files that cannot be read or written.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let Some(file) = &arguments.playlist else { return output::print(EXAMPLE.as_bytes()) };
    let dataset = package::open(arguments.data.as_deref())?;
    let playlist = read(file, &dataset)?.map_err(|faults| {
        for fault in &faults {
            // Where nothing can be said, the exit code still tells.
            let _ = writeln!(std::io::stderr(), "{fault}");
        }
        let count = if faults.len() == 1 { "1 fault".into() } else { format!("{} faults", faults.len()) };
        Failure::input(format!("{}: {count}; nothing was written", file.display()))
    })?;
    let Some(out) = &arguments.out else {
        return output::print(format!("{}: right: {}\n", file.display(), told(&playlist)).as_bytes());
    };
    let (page, text) = page::open(arguments.page.as_deref())?;
    replaceable(out)?;
    let filled = page::fill(&text, &playlist.ascii()).map_err(Failure::input)?;
    output::replace(out, filled.as_bytes())?;
    let beside =
        playlist.update.as_ref().map(|name| format!("; newer data go beside it as {name}")).unwrap_or_default();
    let size = filled.len().div_ceil(1000);
    let told = told(&playlist);
    output::print(format!("{}: {told}, {size} KB, from {}{beside}\n", out.display(), page.display()).as_bytes())
}

/// The playlist in the file, for a page of its own.
///
/// # Errors
/// Where it cannot be read; inside, everything that is wrong with it.
pub fn read(file: &Path, dataset: &Dataset) -> Result<Result<Playlist, Vec<Failure>>, Failure> {
    let bytes = std::fs::read(file).map_err(|error| {
        Failure::input(format!("{}: {error}", file.display()))
            .hint("`indicator-widgets kiosk --example > hall.toml` writes one to begin with")
    })?;
    let folder = file.parent().unwrap_or(Path::new(""));
    Ok(playlist::read(&file.display().to_string(), &bytes, folder, dataset))
}

/// How much it is.
fn told(playlist: &Playlist) -> String {
    let slides = if playlist.slides == 1 { "1 slide".into() } else { format!("{} slides", playlist.slides) };
    format!("{slides}, a round of {} min {} s", playlist.seconds / 60, playlist.seconds % 60)
}

/// Whether what is at `out` may be lost: nothing, or such a page.
fn replaceable(out: &Path) -> Result<(), Failure> {
    let shown = out.display();
    if !out.extension().is_some_and(|kind| kind == "html" || kind == "htm") {
        return Err(Failure::usage(format!("{shown}: expected a name that ends in .html"))
            .hint("browsers open a page by that ending: --out hall.html"));
    }
    match std::fs::read(out) {
        Ok(there) if !page::is_page(&String::from_utf8_lossy(&there)) => {
            Err(Failure::input(format!("{shown} is there already, and is no page for a hall: it would be lost"))
                .hint("take another name, or move that file away"))
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_fits_a_terminal_and_names_every_key() {
        assert_eq!(LONG.lines().find(|line| line.chars().count() > 80), None);
        for key in table::TOP.iter().filter(|key| !["version", "slide"].contains(key)) {
            assert!(LONG.contains(&format!("\n  {key:<11}")), "{key}");
            assert!(EXAMPLE.contains(&format!("\n{key} = ")) || EXAMPLE.contains(&format!("\n# {key} = ")), "{key}");
        }
    }

    #[test]
    fn the_example_is_right() {
        let dataset = package::open(None).unwrap_or_default();
        let read = playlist::read("example.toml", EXAMPLE.as_bytes(), Path::new(""), &dataset);
        assert!(read.as_ref().is_ok_and(|playlist| playlist.slides > 4), "{read:?}");
    }
}
