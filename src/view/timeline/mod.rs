//! The timeline view: what plans promise by when, what is due next, and what was due and is not published.

mod lane;
mod list;
mod table;

pub(super) use table::{deadline, due, judged};

use self::lane::deadlines;
use super::{Card, Chosen, Drawing, Kind, Marks, Source, Verdict, View, scope, selection};
use crate::dataset::{Date, Plan, Script};
use crate::language::{Language, fill};
use crate::report::Report;

/// The choices that a reader has.
const CHOICES: [&str; 2] = ["topic", "judged"];
/// Targets listed under a deadline, where it is not one plan's alone, and named in its card.
const FEW: usize = 5;
/// Targets listed under the deadline of one plan.
const MANY: usize = 60;
/// A day farther than this from all else is not on the line of years.
const NEAR: i32 = 15;

/// The marks of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// First and last year on the line.
    pub years: (i32, i32),
    /// The reader's day in years (2026.5 is the middle of 2026), with its label; `None` where it is far from all else.
    pub today: Option<(f64, String)>,
    /// How many targets have each verdict.
    pub tally: Vec<(Verdict, usize)>,
    /// A lane for each plan.
    pub lanes: Vec<Lane>,
    /// What stands under the lanes.
    pub lists: Vec<List>,
    /// What stands in place of all, where nothing is chosen.
    pub notice: String,
}

/// A plan on the line of years.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Its name; empty where it is the only plan, which the title names.
    pub name: String,
    /// First and last year of its horizon.
    pub period: (i32, i32),
    /// The same in words.
    pub horizon: String,
    /// Its phases, in time.
    pub phases: Vec<Phase>,
    /// Its deadlines and milestones, in time.
    pub marks: Vec<Due>,
}

/// A phase of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// Its beginning and end in years.
    pub span: (f64, f64),
    /// The same in words.
    pub dates: String,
    /// Its name.
    pub name: String,
    /// Place of its card.
    pub card: usize,
}

/// A deadline, or a milestone in words.
#[derive(Debug, Clone, PartialEq)]
pub struct Due {
    /// By the end of this year.
    pub year: i32,
    /// Labels, the longest first.
    pub labels: Vec<String>,
    /// How many of its targets have each verdict.
    pub tally: Vec<(Verdict, usize)>,
    /// What is looked ahead to; `None` of a deadline.
    pub words: Option<String>,
    /// Place of its card.
    pub card: usize,
}

/// A list of targets or plans.
#[derive(Debug, Clone, PartialEq)]
pub struct List {
    /// Its heading.
    pub title: String,
    /// Its lines.
    pub lines: Vec<Line>,
}

/// A line of a list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Line {
    /// Whether it heads the lines that follow.
    pub heads: bool,
    /// What it is about.
    pub text: String,
    /// What stands at its end: what is due, or how many.
    pub value: String,
    /// The verdict on its target.
    pub verdict: Option<Verdict>,
    /// A share that is drawn as a bar, 0 to 1.
    pub share: Option<f64>,
    /// Place of its card.
    pub card: Option<usize>,
}

/// Whether the deadline is over and its year's value is not published.
fn open(report: &Report<'_>) -> bool {
    report.deadline_passed && report.series.at(report.target.deadline).is_none()
}

fn count(reports: &[&Report<'_>], is: fn(&Report<'_>) -> bool) -> usize {
    reports.iter().filter(|report| is(report)).count()
}

/// The reports that `is` holds for.
fn those<'r, 'd>(reports: &[&'r Report<'d>], is: impl Fn(&Report<'d>) -> bool) -> Vec<&'r Report<'d>> {
    reports.iter().copied().filter(|report| is(report)).collect()
}

/// A day in years.
fn in_years(day: Date) -> f64 {
    f64::from(day.year) + (f64::from(day.month) - 1.0 + (f64::from(day.day) - 1.0) / 31.0) / 12.0
}

/// These reports as a timeline.
pub fn timeline(reports: &[Report<'_>], chosen: &Chosen, language: Language) -> View {
    let messages = language.messages();
    let (mut view, kept, mut said) = scope::begin(reports, chosen, &CHOICES, messages.timeline_title, language);
    let mut work = Work { language, several: false, cards: Vec::new() };
    let plans = scope::plans(&kept);
    work.several = plans.len() > 1;
    said.extend(work.finding(&kept, &plans));
    view.finding = said.join(messages.sentence_gap);
    let lanes: Vec<Lane> = plans.iter().enumerate().map(|(row, plan)| work.lane(plan, &kept, row)).collect();
    let mut sentences = vec![fill(messages.describe, &[("title", &view.title)]), view.finding.clone()];
    for (row, plan) in plans.iter().enumerate() {
        let own = [messages.list_gap, plan.short.in_language(language)].concat();
        let marks = work.cards.iter().filter(|card| card.row == row);
        let marks: Vec<&str> = marks.map(|card| card.said.strip_suffix(&*own).unwrap_or(&card.said)).collect();
        let values = [("plan", plan.short.in_language(language)), ("marks", &*marks.join(messages.lane_gap))];
        sentences.push(fill(messages.lane, &values));
    }
    view.description = sentences.join(messages.sentence_gap);
    let lists = if work.several { work.of_several(&kept, &plans) } else { work.of_one(&kept) };
    view.table = work.table(&view.title, &kept, &plans);
    let mut years = (i32::MAX, i32::MIN);
    let mut take = |year: i32| years = (years.0.min(year), years.1.max(year));
    for lane in &lanes {
        take(lane.period.0);
        take(lane.period.1);
        lane.marks.iter().for_each(|mark| take(mark.year));
        lane.phases.iter().for_each(|phase| take(phase.span.0 as i32));
    }
    let day = kept
        .first()
        .map(|report| report.as_of)
        .filter(|day| (years.0.saturating_sub(NEAR)..=years.1.saturating_add(NEAR)).contains(&day.year));
    if let Some(day) = day {
        years = (years.0.min(day.year), years.1.max(day.year));
    }
    let marks = Timeline {
        years,
        today: day.map(|day| (in_years(day), fill(messages.foot_as_of, &[("date", &scope::iso(day))]))),
        tally: selection::tally(&kept, language),
        lanes,
        lists,
        notice: if kept.is_empty() { view.finding.clone() } else { String::new() },
    };
    view.cards = work.cards;
    view.drawings =
        vec![Drawing { name: Kind::Timeline.name(), word: messages.show_timeline, marks: Marks::Timeline(marks) }];
    view
}

/// What a timeline is made with, and the cards so far.
struct Work {
    language: Language,
    /// Whether there is more than one plan.
    several: bool,
    cards: Vec<Card>,
}

impl Work {
    fn finding(&self, kept: &[&Report<'_>], plans: &[&Plan]) -> Vec<String> {
        let messages = self.language.messages();
        let mut said = Vec::new();
        if kept.is_empty() {
            return said;
        }
        let ahead = those(kept, |report| !report.deadline_passed);
        if let Some(year) = deadlines(&ahead).first() {
            let next = those(&ahead, |report| report.target.deadline == *year);
            let named = self.names(&scope::plans(&next));
            let targets = scope::targets(next.len(), self.language);
            let values = [("year", &*year.to_string()), ("targets", &targets), ("plans", &named)];
            let template = if self.several { messages.due_next_of } else { messages.due_next };
            said.push(fill(template, &values));
        }
        let over = kept.len() - ahead.len();
        if over > 0 {
            let (open, targets) = (count(kept, open), scope::targets(over, self.language));
            let template = if open == over { messages.due_over_none } else { messages.due_over };
            let values = [("open", &*open.to_string()), ("targets", &targets)];
            said.push(fill(template, &values));
        }
        let mut told: Vec<i32> = Vec::new();
        for milestone in plans.iter().flat_map(|plan| &plan.milestones) {
            let year = milestone.year;
            if !told.contains(&year) {
                told.push(year);
                let has = |plan: &&&Plan| plan.milestones.iter().any(|other| other.year == year);
                let those: Vec<&Plan> = plans.iter().filter(has).copied().collect();
                let values = [("plans", &*self.names(&those)), ("year", &*year.to_string())];
                said.push(fill(messages.due_words, &values));
            }
        }
        said
    }

    fn names(&self, plans: &[&Plan]) -> String {
        let names: Vec<&str> = plans.iter().map(|plan| plan.short.in_language(self.language)).collect();
        scope::some(&names, self.language)
    }

    /// Whose it is, where that has to be said.
    fn of<'p>(&self, plan: &'p Plan) -> &'p str {
        if self.several { plan.short.in_language(self.language) } else { "" }
    }

    /// Keeps a card; gives back its place.
    fn card(&mut self, said: &[&str], row: usize, source: Source, target: &str) -> usize {
        let said: Vec<&str> = said.iter().copied().filter(|part| !part.is_empty()).collect();
        let said = said.join(self.language.messages().list_gap);
        self.cards.push(Card { said, row, source, target: target.to_string() });
        self.cards.len() - 1
    }

    /// The source of what a plan says, its wording where there is one.
    fn source(&self, plan: &Plan, heading: String, quote: &str, mut lines: Vec<String>) -> Source {
        let messages = self.language.messages();
        let issuer = plan.issuer.in_language(self.language);
        lines.push(fill(messages.source_plan, &[("title", plan.title.in_language(self.language))]));
        let more = [(messages.source_issuer, "issuer", issuer), (messages.source_date, "date", &*plan.date)];
        for (template, name, value) in more.into_iter().filter(|(_, _, value)| !value.is_empty()) {
            lines.push(fill(template, &[(name, value)]));
        }
        Source {
            heading,
            quote: quote.to_string(),
            quote_lang: match plan.script {
                Script::Hans => "zh-Hans",
                Script::Hant => "zh-Hant",
            },
            lines,
            url: plan.url.clone(),
        }
    }
}
