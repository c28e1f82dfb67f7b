//! What is drawn, and under which names.

use std::path::PathBuf;

use clap::ValueEnum;

use super::{Arguments, Colours};
use crate::cli::Failure;
use crate::language::Language;
use crate::view::Kind;

/// A file's format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// A chart, sharp at any size.
    Svg,
    /// A chart in pixels.
    Png,
    /// A table as a page.
    Html,
    /// A table for spreadsheets.
    Csv,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Format::Svg => "svg",
            Format::Png => "png",
            Format::Html => "html",
            Format::Csv => "csv",
        }
    }

    fn is_table(self) -> bool {
        matches!(self, Format::Html | Format::Csv)
    }
}

/// One drawing of each target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Job {
    /// Its language.
    pub language: Language,
    /// Its colours; a table has none.
    pub theme: Colours,
}

impl Job {
    /// The file's name: `ID.view.lang.theme.svg`, for a table `ID.table.lang.html`.
    pub fn name(&self, id: &str, view: Kind, format: Format) -> String {
        let (lang, extension) = (self.language.tag(), format.extension());
        if format.is_table() {
            return format!("{id}.table.{lang}.{extension}");
        }
        let theme = match self.theme {
            Colours::Light => "light",
            Colours::Dark => "dark",
            Colours::Contrast => "contrast",
        };
        format!("{id}.{}.{lang}.{theme}.{extension}", view.name())
    }
}

/// The drawings of each target, and where they go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jobs {
    /// Format of all.
    pub format: Format,
    /// Language and colours of each.
    pub each: Vec<Job>,
    /// The folder to fill; `None` where there is one drawing, which goes to `--out` itself.
    pub folder: Option<PathBuf>,
}

/// Works out what the arguments ask for, for this many targets.
///
/// # Errors
/// A format that the view does not have, or that nothing tells; several drawings for one file.
pub fn plan(arguments: &Arguments, targets: usize) -> Result<Jobs, Failure> {
    let table = arguments.view == Kind::Table;
    let themes = if table { &arguments.theme[..1] } else { &arguments.theme[..] };
    let each: Vec<Job> = arguments
        .lang
        .iter()
        .flat_map(|language| themes.iter().map(|theme| Job { language: *language, theme: *theme }))
        .collect();
    let extension = arguments.out.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
    let named = Format::from_str(extension, true).ok();
    let usual = if table { Format::Html } else { Format::Svg };
    let stdout = arguments.out.as_os_str() == "-";
    let is_file = !arguments.all && !arguments.out.is_dir() && !ends_with_slash(arguments);
    let format = match (arguments.format, named) {
        (Some(format), _) => format,
        (None, Some(format)) if is_file => format,
        (None, None) if is_file && !stdout => {
            return Err(Failure::usage(format!("{}: its ending tells no format", arguments.out.display()))
                .hint("name it .svg, .png, .html or .csv, or add --format"));
        }
        _ => usual,
    };
    if format.is_table() != table {
        let hint = if table { "write it as .html or .csv" } else { "write it as .svg or .png, or add --view table" };
        let what = if table { "a table" } else { "a chart" };
        return Err(Failure::usage(format!("{what} cannot be written as {}", format.extension())).hint(hint));
    }
    let count = targets * each.len();
    if is_file && count > 1 {
        return Err(Failure::usage(format!("{count} drawings do not fit into one file"))
            .hint("let --out name a folder, with a slash at its end"));
    }
    Ok(Jobs { format, each, folder: (!is_file).then(|| arguments.out.clone()) })
}

fn ends_with_slash(arguments: &Arguments) -> bool {
    arguments.out.to_str().is_some_and(|out| out.ends_with(std::path::is_separator))
}
