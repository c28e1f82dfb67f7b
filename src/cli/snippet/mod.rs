//! `snippet`: HTML to paste into a page, with the chart inside as it shows before and without the script.

mod own;
mod write;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::render::{between, kind, year};
use super::targets::language;
use super::which::Which;
use super::{Failure, clock, method, package};
use crate::dataset::Date;
use crate::language::Language;
use crate::paint::static_html::{Controls, Form};
use crate::report::Asked;
use crate::scene::{Frame, Theme};
use crate::snippet::{self, Shape, Snippet};
use crate::view::{self, Chosen, Kind};

/// Browsers' own text size, in CSS pixels.
const TEXT: f64 = 16.0;
/// Text is this much larger with --text-size large, as in the element.
const LARGE: f64 = 1.25;
/// Width of a chart in running text, in em.
const COMPACT: f64 = 15.0;

/// Print HTML to paste into a page: a chart that shows at once, and without any script.
///
/// The element holds the drawing, its table, its finding and its sources, in the language and colours asked for. When the
/// script arrives the living chart takes their place, and nothing on the page moves. All is plain ASCII, so it reads the
/// same in a GBK page. Paste it between paragraphs, not into one: browsers end a <p> before a table.
///
/// Put `indicator-widgets.js` and `indicator-static.css` (both in dist/) beside the page, or say with --src and --sheet
/// where they are. The sheet is for the time before the script and for readers without: it shows a second drawing
/// in narrow places and dark colours where readers have them. --no-sheet leaves it out; then the one light drawing
/// shrinks with its place.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  indicator-widgets snippet --target jinhua-rd-intensity-2025
  indicator-widgets snippet --target jinhua-rd-intensity-2025 --lang en --width 960 --as-of 2026-06-30
  indicator-widgets snippet --plan quanzhou-2025 --view scorecard --controls basic
  indicator-widgets snippet --indicator rd-intensity --view comparison --theme dark
  indicator-widgets snippet --target fujian-valid-trademarks-2025 --view progress --size compact
                                    one line, for running text and table cells
  indicator-widgets snippet --target jinhua-high-value-patents-per-10000-2025 --values ours.csv
                                    the values of ours.csv, as a table inside the element
  indicator-widgets snippet --target jinhua-rd-intensity-2025 --form div        for editors that strip unknown elements
  indicator-widgets snippet --target jinhua-rd-intensity-2025 --form img --out rd.svg
                                    writes the drawing rd.svg (and rd-narrow.svg); prints <img>: no script at all
  indicator-widgets snippet --target jinhua-rd-intensity-2025 --form iframe --out rd.html
                                    writes a page of its own; prints <iframe>
  indicator-widgets snippet --target jinhua-rd-intensity-2025 --form cdn --src https://files.example.org/indicator-widgets.js
                                    from another host: with its hash, taken from the file in --dist

The same can be put together in a browser: builder.html beside the script, `indicator-widgets serve dist` shows it.
Which width? That of the place on most screens: then drawing and living chart are the same to the byte.")]
pub struct Arguments {
    /// The target to show; several are separated by commas (`indicator-widgets targets` lists them).
    #[arg(long, value_name = "ID", value_delimiter = ',', required_unless_present_any = ["indicator", "plan"])]
    target: Vec<String>,
    /// Show the targets of this indicator.
    #[arg(long, value_name = "ID", conflicts_with_all = ["target", "plan"])]
    indicator: Option<String>,
    /// With --indicator: of these regions alone; several are separated by commas.
    #[arg(long, value_name = "ID", value_delimiter = ',', requires = "indicator")]
    region: Vec<String>,
    /// Show the targets of this plan, or of `all`.
    #[arg(long, value_name = "ID", conflicts_with = "target")]
    plan: Option<String>,
    /// The form to paste: element; div, where an editor strips elements that it does not know; img, a picture without
    /// any script; iframe, a page of its own in a frame; cdn, as element, from another host, with the files' hashes.
    #[arg(long, default_value = "element", value_parser = shape)]
    form: Shape,
    /// What to show.
    #[arg(long, default_value = "trajectory", value_parser = kind)]
    view: Kind,
    /// Language: zh-Hans, zh-Hant, en.
    #[arg(long, value_name = "TAG", default_value = "zh-Hans", value_parser = language)]
    lang: Language,
    /// Colours; auto follows the reader's system.
    #[arg(long, value_enum, default_value = "auto")]
    theme: Colours,
    /// Size of text and controls.
    #[arg(long, value_enum, default_value = "normal")]
    text_size: TextSize,
    /// How much there is to operate.
    #[arg(long, value_enum, default_value = "full")]
    controls: Operated,
    /// With --view progress: one line, for running text and table cells.
    #[arg(long, value_enum, default_value = "normal")]
    size: Size,
    /// Width in CSS pixels of the place where it will stand, 280 to 1920.
    #[arg(long, value_name = "PX", default_value = "640", value_parser = width)]
    width: f64,
    /// The day to stand on for ever (YYYY-MM-DD); without it the living chart stands on its reader's day.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    as_of: Option<Date>,
    /// How to project the values.
    #[arg(long, value_name = "NAME", value_parser = method::names())]
    method: Option<String>,
    /// Your own assumption of every year to come: a change in the indicator's unit (0.12) or growth (5%).
    #[arg(long, value_name = "CHANGE", allow_hyphen_values = true, value_parser = growth)]
    growth: Option<String>,
    /// Last year shown; the last deadline if left out.
    #[arg(long, value_name = "YEAR", value_parser = year)]
    until: Option<i32>,
    /// Leave the verdict out.
    #[arg(long)]
    no_verdict: bool,
    /// Where the living chart finds values of the page's own: `#id` of a table or a script in the page, or the address of
    /// a file on its site. The drawing is made without them.
    #[arg(long, value_name = "#ID|URL")]
    observations: Option<String>,
    /// Values of the one target's own: CSV, or what was copied from a spreadsheet. They go into the element as a table, and
    /// the drawing is made from them; a row that is not understood is told of, and left out of the drawing.
    #[arg(long, value_name = "FILE", conflicts_with = "observations")]
    values: Option<PathBuf>,
    /// Level of the title's heading, 1 to 6: one below that of the section it stands in.
    #[arg(long, value_name = "N", default_value = "3", value_parser = clap::value_parser!(u8).range(1..=6))]
    heading: u8,
    /// Address of the script, as the page is to ask for it.
    #[arg(long, value_name = "URL", default_value = "indicator-widgets.js")]
    src: String,
    /// Address of the sheet for what shows without the script; by default `indicator-static.css` beside the script.
    #[arg(long, value_name = "URL")]
    sheet: Option<String>,
    /// Link no sheet.
    #[arg(long, conflicts_with = "sheet")]
    no_sheet: bool,
    /// The file to write: of --form img the drawing (.svg), of iframe the page (.html), else what is to be pasted;
    /// standard output if left out.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// --form cdn: folder of the files that the other host gives out, for their hashes.
    #[arg(long, value_name = "DIR", default_value = "dist")]
    dist: PathBuf,
    /// Folder of a data package, instead of the one inside the program.
    #[arg(long, value_name = "DIR")]
    data: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Colours {
    /// As the reader's system.
    Auto,
    /// Dark on white.
    Light,
    /// Light on near black.
    Dark,
    /// Black on white with strong hues.
    Contrast,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TextSize {
    /// That of the page.
    Normal,
    /// A quarter larger.
    Large,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Size {
    /// As wide as its place.
    Normal,
    /// One line of text.
    Compact,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Operated {
    /// Chart, finding and foot.
    None,
    /// And table, sources, download.
    Basic,
    /// Everything.
    Full,
}

/// Runs `snippet`.
///
/// # Errors
/// Unknown ids, files that cannot be read or written, arguments that contradict each other.
pub fn run(arguments: &Arguments) -> Result<(), Failure> {
    let dataset = package::open(arguments.data.as_deref())?;
    if arguments.size == Size::Compact && arguments.view != Kind::Progress {
        return Err(Failure::usage("one view has a form for running text").hint("add --view progress"));
    }
    let growth = arguments.growth.as_deref().map(method::growth).transpose().map_err(Failure::usage)?;
    let values = arguments.values.as_deref().map(own::read).transpose()?;
    let asked = Asked {
        as_of: arguments.as_of.unwrap_or_else(clock::today),
        table: values.as_ref(),
        method: method::of(arguments.method.as_deref(), growth)?,
        until: arguments.until,
    };
    let which = Which {
        targets: &arguments.target,
        indicator: arguments.indicator.as_deref(),
        regions: &arguments.region,
        plan: arguments.plan.as_deref(),
    };
    let reports = which.reports(&dataset, asked)?;
    let mut chosen = Chosen::default();
    if arguments.no_verdict {
        chosen.judged = Chosen::UNJUDGED.into();
    }
    let mut views = view::of(arguments.view, &reports, &chosen, arguments.lang);
    if let Some(sheet) = &values {
        own::check(arguments.values.as_deref(), &reports)?;
        view::own::tell(&mut views, &reports, sheet);
    }
    let file = write::name(arguments.out.as_deref());
    let snippet = Snippet {
        shape: arguments.form,
        views: &views,
        form: arguments.form(),
        attributes: snippet::attributes(|name| arguments.attribute(name)),
        values: values.as_ref(),
        src: &arguments.src,
        sheet: arguments.sheet.as_deref().unwrap_or_default(),
        hashes: write::hashes(arguments)?,
        file: &file,
    };
    write::write(arguments, snippet::paste(&snippet).map_err(|why| write::refused(arguments, why))?)
}

impl Arguments {
    /// What the static form is made for.
    fn form(&self) -> Form {
        let (large, compact) = (self.text_size == TextSize::Large, self.size == Size::Compact);
        let text = if large { TEXT * LARGE } else { TEXT };
        Form {
            kind: self.view,
            controls: match self.controls {
                Operated::None => Controls::None,
                Operated::Basic => Controls::Basic,
                Operated::Full => Controls::Full,
            },
            frame: Frame {
                width: if compact { TEXT * COMPACT } else { self.width },
                text,
                theme: match self.theme {
                    Colours::Auto | Colours::Light => Theme::Light,
                    Colours::Dark => Theme::Dark,
                    Colours::Contrast => Theme::Contrast,
                },
                styled: true,
                verdict: !self.no_verdict,
                compact,
                ..Frame::default()
            },
            large,
            auto: self.theme == Colours::Auto,
            sheet: !self.no_sheet,
            heading: self.heading,
        }
    }

    /// What is asked of the element's attribute `name`; empty where nothing is.
    fn attribute(&self, name: &str) -> String {
        let given = |value: &Option<String>| value.clone().unwrap_or_default();
        let named = |value: Option<clap::builder::PossibleValue>| {
            value.map(|value| value.get_name().to_string()).unwrap_or_default()
        };
        match name {
            "target" => self.target.join(" "),
            "indicator" => given(&self.indicator),
            "region" => self.region.join(" "),
            "plan" => given(&self.plan),
            "view" => self.view.name().into(),
            "lang" => self.lang.tag().into(),
            "theme" => named(self.theme.to_possible_value()),
            "text-size" => named(self.text_size.to_possible_value()),
            "controls" => named(self.controls.to_possible_value()),
            "size" => named(self.size.to_possible_value()),
            "as-of" => {
                self.as_of.map(|day| format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)).unwrap_or_default()
            }
            // `assumption` is what a growth makes it.
            "method" => given(&self.method.clone().filter(|_| self.growth.is_none())),
            "growth" => given(&self.growth),
            "until" => self.until.map(|year| year.to_string()).unwrap_or_default(),
            "verdict" if self.no_verdict => "none".into(),
            "observations" => given(&self.observations),
            _ => String::new(),
        }
    }
}

fn shape(text: &str) -> Result<Shape, String> {
    let found = Shape::ALL.into_iter().find(|(name, _)| *name == text);
    found.map(|(_, shape)| shape).ok_or_else(|| {
        let names = Shape::ALL.map(|(name, _)| name).join(", ");
        format!("`{text}` is not a form: {names}")
    })
}

fn width(text: &str) -> Result<f64, String> {
    between(text, 280.0, 1920.0)
}

fn growth(text: &str) -> Result<String, String> {
    method::growth(text).map(|_| text.to_string())
}
