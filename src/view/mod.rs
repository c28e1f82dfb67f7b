//! What is shown, in words and formatted numbers: the last stage that knows meaning or language.

pub mod axis;
mod beside;
mod card;
mod cards;
mod choice;
mod comparison;
mod faults;
mod finding;
mod hindsight;
mod kind;
mod listing;
pub mod number;
mod operation;
mod outlook;
pub mod own;
mod progress;
mod scope;
mod scorecard;
mod selection;
mod sources;
mod table;
mod timeline;
mod trajectory;
mod verdict;
mod wording;
mod working;

pub use card::Card;
pub use choice::{Choice, Chosen};
pub use comparison::{Compared, Comparison, Sign, Spot, comparison};
pub use faults::faults;
pub use kind::Kind;
pub use listing::listing;
pub use operation::{Operation, Slider, methods};
pub use progress::{Line as ProgressLine, Progress, Reading as ProgressReading, progress};
pub use scorecard::{Count, Group, Latest, Scorecard, Spark, Tile, scorecard};
pub use table::{Cell, Table};
pub use timeline::{Due, Lane, Line, List, Phase, Timeline, timeline};
pub use trajectory::{trajectory, trajectory_with};
pub use verdict::Verdict;
pub use wording::{due, section};
pub use working::Working;

use crate::language::Language;
use crate::report::Report;
use axis::Axis;

/// What is shown of one target or of many, in one language, with no positions yet.
#[derive(Debug, Clone, PartialEq)]
pub struct View {
    /// Language of every text in it.
    pub language: Language,
    /// What it is about: of one target its region and indicator.
    pub title: String,
    /// The verdict on one target; `None` where there are several.
    pub verdict: Option<Verdict>,
    /// The finding, in a sentence or two that a reader can quote.
    pub finding: String,
    /// What the chart shows, for those who do not see it; includes the finding.
    pub description: String,
    /// What the indicator means, in one sentence; empty where there are several.
    pub meaning: String,
    /// The drawings, the one that is shown first at the start; none where a table is all there is.
    pub drawings: Vec<Drawing>,
    /// What is said of a mark, in the order of reading; a mark of a drawing names its card by its place in here.
    pub cards: Vec<Card>,
    /// What a reader can choose: which targets, in which order, held against what.
    pub choices: Vec<Choice>,
    /// The same as a table.
    pub table: Table,
    /// What could not be used of the page's own table, a sentence each.
    pub faults: Vec<String>,
    /// The foot: plan and section, publisher of the data, as-of date.
    pub foot: Vec<String>,
    /// How it is worked out.
    pub working: Vec<Working>,
    /// What a reader can change; `None` where there is nothing to project.
    pub operation: Option<Operation>,
    /// What opens on "source": the exact wording of the target first, then each value's, newest first.
    pub sources: Vec<Source>,
}

/// One entry of the source panel.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// What it is the source of.
    pub heading: String,
    /// Exact wording.
    pub quote: String,
    /// BCP 47 tag of the quote.
    pub quote_lang: &'static str,
    /// Plan or page, issuer or publisher, date, section, confidence: a line each.
    pub lines: Vec<String>,
    /// Public address; empty where none is known.
    pub url: String,
}

/// What is no wider than this is not parted in the foot, a Chinese character being two wide: a date.
const SHORT: usize = 16;

impl View {
    /// The foot in pieces, and whether each is to stay on one line. The point between two begins the later one.
    pub fn foot_parts(&self) -> Vec<(String, bool)> {
        let point = self.foot_point();
        let mut parts = Vec::new();
        for (at, text) in self.foot.iter().enumerate() {
            parts.push((
                [if at > 0 { &*point } else { "" }, text.as_str()].concat(),
                text.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum::<usize>() <= SHORT,
            ));
        }
        parts
    }

    /// What begins a piece of the foot that follows another.
    pub fn foot_point(&self) -> String {
        [self.language.messages().foot_gap.trim(), "\u{a0}"].concat()
    }

    /// The foot in one line of text.
    pub fn foot_line(&self) -> String {
        self.foot.join(&[" ", &*self.foot_point()].concat())
    }

    /// A view of several targets with nothing but its title yet.
    fn of_several(language: Language, title: String) -> View {
        View {
            language,
            title,
            verdict: None,
            finding: String::new(),
            description: String::new(),
            meaning: String::new(),
            drawings: Vec::new(),
            cards: Vec::new(),
            choices: Vec::new(),
            table: Table::default(),
            faults: Vec::new(),
            foot: Vec::new(),
            working: Vec::new(),
            operation: None,
            sources: Vec::new(),
        }
    }

    /// The marks of the first drawing, if it is a trajectory.
    pub fn chart(&self) -> Option<&Chart> {
        match &self.drawings.first()?.marks {
            Marks::Trajectory(chart) => Some(chart),
            _ => None,
        }
    }

    /// Lets its trajectories cover `years` (first and last) too, so that those of several views can stand on the same; gives
    /// back those that they covered by themselves, `None` where it has no trajectory. A first after the last asks for none.
    pub fn cover(&mut self, years: (i32, i32)) -> Option<(i32, i32)> {
        let mut own: Option<(i32, i32)> = None;
        let mut widen = |chart: &mut Chart| {
            let (first, last) = chart.years;
            own = Some(own.map_or(chart.years, |all| (all.0.min(first), all.1.max(last))));
            chart.years = (first.min(years.0), last.max(years.1));
        };
        for drawing in &mut self.drawings {
            match &mut drawing.marks {
                Marks::Trajectory(chart) => widen(chart),
                Marks::Multiples(charts) => charts.iter_mut().for_each(|(_, chart, _)| widen(chart)),
                _ => {}
            }
        }
        own
    }
}

/// One drawing of a view.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Its name for styles and scripts: a kind's name, or `multiples`.
    pub name: &'static str,
    /// What the switch calls it.
    pub word: &'static str,
    /// What is drawn.
    pub marks: Marks,
}

/// What is drawn, by the kind of drawing.
#[derive(Debug, Clone, PartialEq)]
pub enum Marks {
    /// A path and the values on it.
    Trajectory(Box<Chart>),
    /// Bars with target marks.
    Progress(Progress),
    /// Regions held against each other.
    Comparison(Comparison),
    /// Small trajectories on one scale, each with its title and the card of its first mark.
    Multiples(Vec<(String, Chart, usize)>),
    /// Tiles.
    Scorecard(Scorecard),
    /// Deadlines on a line of years.
    Timeline(Timeline),
}

/// The views of `kind` on these reports: of a trajectory one for each, of the others one for all.
pub fn of(kind: Kind, reports: &[Report<'_>], chosen: &Chosen, language: Language) -> Vec<View> {
    let one: fn(&[Report<'_>], &Chosen, Language) -> View = match kind {
        Kind::Trajectory => return reports.iter().map(|report| trajectory_with(report, chosen, language)).collect(),
        // Of a target its own table says most.
        Kind::Table if reports.len() == 1 => {
            return reports.iter().map(|report| trajectory_with(report, chosen, language)).collect();
        }
        Kind::Table => listing,
        Kind::Progress => progress,
        Kind::Comparison => comparison,
        Kind::Scorecard => scorecard,
        Kind::Timeline => timeline,
    };
    let mut view = one(reports, chosen, language);
    if chosen.judged == Chosen::UNJUDGED {
        unjudge(&mut view, language);
    }
    vec![view]
}

/// Takes the verdicts out of what can be read and chosen; a drawing leaves them out by its frame.
fn unjudge(view: &mut View, language: Language) {
    view.choices.retain(|choice| choice.name != "judged");
    for choice in &mut view.choices {
        choice.options.retain(|(value, _)| choice.name != "sort" || value != "verdict");
    }
    view.table.leave_out(language.messages().choice_judged);
}

/// The marks of a chart, on years and values.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// First and last year shown; the last is later.
    pub years: (i32, i32),
    /// Years that are deadlines: their labels stand out.
    pub deadlines: Vec<i32>,
    /// The value axis.
    pub axis: Axis,
    /// How its values follow each other.
    pub course: Course,
    /// Published values, in years.
    pub observed: Vec<Observed>,
    /// Where the values are heading, where that can be told.
    pub projection: Option<Projected>,
    /// What it is held against, where a reader chose something.
    pub beside: Option<Beside>,
    /// The required path.
    pub path: Path,
    /// The targets on it, in years.
    pub targets: Vec<Target>,
    /// The plan's period, where no value gives the chart a past: first year, last year, label.
    pub period: Option<(i32, i32, String)>,
    /// What stands in a chart without a value.
    pub notice: Option<String>,
}

/// How a published value is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A dot: the figure itself.
    Exact,
    /// An open dot with a tick upward: "over".
    Over,
    /// An open dot: about, preliminary or part of a year.
    Soft,
}

/// One published value.
#[derive(Debug, Clone, PartialEq)]
pub struct Observed {
    /// Year.
    pub year: i32,
    /// Value on the axis.
    pub value: f64,
    /// How it is marked.
    pub mark: Mark,
    /// Labels, the longest first.
    pub labels: Vec<String>,
    /// Why it is not joined to the value before.
    pub break_note: Option<String>,
}

/// Where the values are heading: a dashed line inside its two bands.
#[derive(Debug, Clone, PartialEq)]
pub struct Projected {
    /// Years and centres from the last value on.
    pub line: Vec<(i32, f64)>,
    /// Year, lower and upper end of the 80 % interval, from the last value on; empty where no interval can be told.
    pub band80: Vec<(i32, f64, f64)>,
    /// The same of the 95 % interval.
    pub band95: Vec<(i32, f64, f64)>,
    /// Labels of the line's end, the longest first.
    pub labels: Vec<String>,
    /// Labels of the bands, the longest first.
    pub band_labels: Vec<String>,
}

/// What a chart is held against: the values of another region, or another method's projection.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// Another region's values, in years.
    pub observed: Vec<Observed>,
    /// Another method's years and centres from the last value on.
    pub line: Vec<(i32, f64)>,
    /// Labels of its end, the longest first.
    pub labels: Vec<String>,
}

/// The required path.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// Years and values; no more than one where nothing but the target is known.
    pub points: Vec<(i32, f64)>,
    /// Its label.
    pub label: String,
}

/// How values follow each other in a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    /// They are joined by straight lines.
    Line,
    /// A stock that only grows: it stands until the next year's end adds to it.
    Steps,
    /// Each year counts for itself: its value is a bar, and what is required a line across the bars.
    Bars,
}

/// One target mark.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// Deadline.
    pub year: i32,
    /// Value due; of a range its lower end.
    pub value: f64,
    /// Upper end of a range.
    pub upper: Option<f64>,
    /// Labels, the longest first.
    pub labels: Vec<String>,
}
