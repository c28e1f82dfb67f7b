//! `render`: charts and tables as files.

mod font;
mod job;
mod png;
mod table;
mod values;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::standing::Standing;
use super::targets::language;
use super::which::Which;
use super::{Failure, output, package, progress};
use crate::dataset::{Dataset, YEARS};
use crate::language::Language;
use crate::paint;
use crate::report::{Asked, Report};
use crate::scene::{self, Frame, Theme};
use crate::view::{self, Chosen, Kind};
use font::Fonts;
use job::{Format, Job};

/// Draw targets to files: SVG or PNG for a chart, HTML or CSV for its table.
///
/// The same chart as in the page, standing alone: with title, finding, source and date. What was published after the
/// day of --as-of is not known to it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  indicator-widgets render --target jinhua-rd-intensity-2025 --out chart.svg
  indicator-widgets render --target jinhua-rd-intensity-2025 --lang en --theme dark --scale 2 --out chart.png
  indicator-widgets render --target jinhua-rd-intensity-2025 --view table --out table.html
  indicator-widgets render --target jinhua-rd-intensity-2025 --as-of 2024-06-01 --out - > then.svg
  indicator-widgets render --target jinhua-rd-intensity-2025 --observations ours.csv --growth 0.12 --out what-if.svg
  indicator-widgets render --plan quanzhou-2025 --view scorecard --width 1280 --out scorecard.svg
  indicator-widgets render --indicator rd-intensity --view comparison --out comparison.svg
  indicator-widgets render --all --lang zh-Hans,en --theme light,dark --out charts/
                                    a file each, named ID.view.lang.theme.svg")]
pub struct Arguments {
    /// The target to draw; several are separated by commas (`indicator-widgets targets` lists them).
    #[arg(long, value_name = "ID", value_delimiter = ',', required_unless_present_any = ["all", "indicator", "plan"])]
    target: Vec<String>,
    /// Draw every target.
    #[arg(long, conflicts_with_all = ["target", "indicator", "plan"])]
    all: bool,
    /// Draw the targets of this indicator.
    #[arg(long, value_name = "ID", conflicts_with_all = ["target", "plan"])]
    indicator: Option<String>,
    /// With --indicator: of these regions alone; several are separated by commas.
    #[arg(long, value_name = "ID", value_delimiter = ',', requires = "indicator")]
    region: Vec<String>,
    /// Draw the targets of this plan, or of `all`.
    #[arg(long, value_name = "ID", conflicts_with = "target")]
    plan: Option<String>,
    /// What to draw: trajectory and table give a file for each target, the others one for all.
    #[arg(long, default_value = "trajectory", value_parser = kind)]
    view: Kind,
    /// One line, for running text and table cells (--view progress).
    #[arg(long)]
    compact: bool,
    /// Language: zh-Hans, zh-Hant, en; several are separated by commas.
    #[arg(long, value_name = "TAG", value_delimiter = ',', default_value = "zh-Hans", value_parser = language)]
    lang: Vec<Language>,
    /// Colours; several are separated by commas.
    #[arg(long, value_enum, value_delimiter = ',', default_value = "light")]
    theme: Vec<Colours>,
    /// Width in CSS pixels, 240 to 3840; with --compact 80 to 480.
    #[arg(long, value_name = "PX", default_value = "640", value_parser = width)]
    width: f64,
    /// Height of the chart itself in CSS pixels, 80 to 3840; without it the one that goes with the width.
    #[arg(long, value_name = "PX", value_parser = height)]
    height: Option<f64>,
    #[command(flatten)]
    standing: Standing,
    /// Last year shown; the last deadline if left out.
    #[arg(long, value_name = "YEAR", value_parser = year)]
    until: Option<i32>,
    /// Values of your own, CSV: `year,value` and, if need be, `qualifier,break`; of one target.
    #[arg(long, value_name = "FILE", conflicts_with = "all")]
    observations: Option<PathBuf>,
    /// The file to write, its ending telling the format; a folder for several drawings; - for standard output.
    #[arg(long, value_name = "FILE|DIR")]
    out: PathBuf,
    /// The format, where the name of --out does not tell it.
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// PNG: pixels for each CSS pixel, 0.25 to 8.
    #[arg(long, default_value = "1", value_parser = scale)]
    scale: f64,
    /// PNG: a font file (.ttf, .otf, .ttc) with Chinese, instead of one of the system's.
    #[arg(long, value_name = "FILE")]
    font: Option<PathBuf>,
    /// Folder of a data package, instead of the one inside the program.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colours {
    /// Dark on white.
    Light,
    /// Light on near black.
    Dark,
    /// Black on white with strong hues.
    Contrast,
}

impl From<Colours> for Theme {
    fn from(colours: Colours) -> Theme {
        match colours {
            Colours::Light => Theme::Light,
            Colours::Dark => Theme::Dark,
            Colours::Contrast => Theme::Contrast,
        }
    }
}

/// Runs `render`.
///
/// # Errors
/// Unknown ids, files that cannot be written, a format that the view does not have, no Chinese font for a PNG.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    if !arguments.compact && arguments.width < 240.0 {
        let what = format!("a chart {} wide: --width takes 240 to 3840", arguments.width);
        return Err(Failure::usage(what).hint("one line of text may be narrower: add --compact"));
    }
    let dataset = package::open(arguments.data.as_deref())?;
    let sheet = arguments.observations.as_deref().map(values::sheet).transpose()?;
    let asked = Asked {
        as_of: arguments.standing.day(),
        table: sheet.as_ref(),
        method: arguments.standing.method()?,
        until: arguments.until,
    };
    // All ids before the first file: a misspelt one leaves no half-filled folder.
    let reports = reports(arguments, &dataset, asked)?;
    own_values(arguments, &reports)?;
    let pictures = pictures(arguments, &reports);
    let jobs = job::plan(arguments, pictures.len())?;
    let fonts = if jobs.format == Format::Png { Some(Fonts::load(arguments.font.as_deref())?) } else { None };
    if let Some(folder) = &jobs.folder {
        output::folder(folder)?;
    }
    let mut bar = progress::Bar::new(pictures.len() * jobs.each.len());
    for (id, reports) in &pictures {
        for job in &jobs.each {
            let bytes = draw(reports, job, jobs.format, arguments, fonts.as_ref())?;
            let name = job.name(id, arguments.view, jobs.format);
            match &jobs.folder {
                Some(folder) => output::write(&folder.join(&name), &bytes)?,
                None if arguments.out == Path::new("-") => output::print(&bytes)?,
                None => output::write(&arguments.out, &bytes)?,
            }
            bar.step(&name);
        }
    }
    Ok(())
}

/// Says what of the reader's own values was not used; none at all that were is a failure.
fn own_values(arguments: &Arguments, reports: &[Report<'_>]) -> Result<(), Failure> {
    let Some(file) = &arguments.observations else { return Ok(()) };
    let [report] = reports else {
        return Err(Failure::usage("--observations gives the values of one target").hint("name one --target"));
    };
    let told = view::faults(report, Language::En);
    if report.page.values.is_empty() {
        let what = told.first().map_or("it has no value", String::as_str);
        return Err(Failure::input(format!("{}: {what}", file.display())).hint("a line each: year,value"));
    }
    for line in told {
        // Where nothing can be said, the picture still shows what was used.
        let _ = writeln!(std::io::stderr(), "note: {}: not used: {line}", file.display());
    }
    Ok(())
}

/// The targets to draw; `--all` leaves the rows out that restate another.
fn reports<'d>(arguments: &Arguments, dataset: &'d Dataset, asked: Asked<'_>) -> Result<Vec<Report<'d>>, Failure> {
    let which = Which {
        targets: &arguments.target,
        indicator: arguments.indicator.as_deref(),
        regions: &arguments.region,
        plan: arguments.plan.as_deref().or(arguments.all.then_some("all")),
    };
    which.reports(dataset, asked)
}

/// What each file is of, and how it is called: a target each, or all in one.
fn pictures<'r, 'd>(arguments: &Arguments, reports: &'r [Report<'d>]) -> Vec<(String, &'r [Report<'d>])> {
    let whole = arguments.plan.clone().or_else(|| arguments.indicator.clone());
    let one = match arguments.view {
        Kind::Trajectory => false,
        // Of targets that are named each has its own table.
        Kind::Table => whole.is_some(),
        _ => true,
    };
    if !one {
        return reports.iter().map(|report| (report.target.id.clone(), std::slice::from_ref(report))).collect();
    }
    let first = reports.first().map(|report| report.target.id.clone()).unwrap_or_default();
    vec![(whole.unwrap_or(if arguments.all { "all".into() } else { first }), reports)]
}

fn draw(
    reports: &[Report<'_>],
    job: &Job,
    format: Format,
    arguments: &Arguments,
    fonts: Option<&Fonts>,
) -> Result<Vec<u8>, Failure> {
    let views = view::of(arguments.view, reports, &Chosen::default(), job.language);
    let Some(view) = views.into_iter().next() else { return Ok(Vec::new()) };
    let svg = || {
        let frame = Frame {
            width: arguments.width,
            height: arguments.height,
            theme: job.theme.into(),
            compact: arguments.compact,
            standalone: !arguments.compact,
            ..Frame::default()
        };
        paint::svg_text(&scene::draw(&view, frame))
    };
    match (format, fonts) {
        (Format::Html, _) => Ok(table::html(&view).into_bytes()),
        // The byte order mark tells Excel that the file is UTF-8.
        (Format::Csv, _) => Ok(format!("\u{feff}{}", table::csv(&view)).into_bytes()),
        (Format::Png, Some(fonts)) => png::paint(&svg(), arguments.scale, fonts, job.language),
        (Format::Svg | Format::Png, _) => Ok(svg().into_bytes()),
    }
}

/// The view of a `--view`.
///
/// # Errors
/// Where it is none.
pub fn kind(text: &str) -> Result<Kind, String> {
    let found = Kind::ALL.into_iter().find(|kind| kind.name() == text);
    found.ok_or_else(|| format!("`{text}` is not a view: {}", Kind::ALL.map(Kind::name).join(", ")))
}

fn width(text: &str) -> Result<f64, String> {
    between(text, 80.0, 3840.0)
}

fn height(text: &str) -> Result<f64, String> {
    between(text, 80.0, 3840.0)
}

fn scale(text: &str) -> Result<f64, String> {
    between(text, 0.25, 8.0)
}

/// The year of a `--until`.
///
/// # Errors
/// Where it is none, or out of range.
pub fn year(text: &str) -> Result<i32, String> {
    let year = text.parse().ok().filter(|year| YEARS.contains(year));
    year.ok_or_else(|| format!("`{text}` is not a year from {} to {}", YEARS.start(), YEARS.end()))
}

/// A number within bounds.
///
/// # Errors
/// Where it is not.
pub fn between(text: &str, least: f64, most: f64) -> Result<f64, String> {
    let number = text.parse::<f64>().ok().filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| format!("`{text}` is not a number from {least} to {most}"))
}
