//! The progress view: how far each target has come, and where it ought to be by now.
//!
//! A bar begins at zero, always: counts, sums, shares, flows and changes have a zero that means "nothing". Of an index or
//! a score nothing is measured from zero; there a dot stands on a track whose two ends are labelled. A rate of growth is
//! held against the average growth so far.

mod facts;
mod words;

use super::axis::{Span, Tick, axis};
use super::scope;
use super::wording::{due, due_of_kind};
use super::{
    Chosen, Drawing, Kind, Mark, Marks, Source, Table, Target, Verdict, View, faults, sources, verdict, working,
};
use crate::dataset::Kind as TargetKind;
use crate::language::{Language, Messages, fill};
use crate::report::Report;
use crate::trajectory::Reached;
use facts::Facts;
use words::joined;

/// The marks of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Progress {
    /// A line for each target, in the order given.
    pub lines: Vec<Line>,
}

/// One target's bar, or dot on a track.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Region and indicator; empty where the view is of one target.
    pub name: String,
    /// Its verdict.
    pub verdict: Verdict,
    /// Value at the left end of the track.
    pub low: f64,
    /// Value at its right end, above `low`.
    pub high: f64,
    /// The numbers of both ends, where the track is one for a dot; a bar's begins at zero.
    pub ends: Option<[String; 2]>,
    /// The value that is held against the target.
    pub value: Option<Reading>,
    /// What is due.
    pub target: Target,
    /// Where it ought to be by now, with its labels, the longest first.
    pub ought: Option<(f64, Vec<String>)>,
    /// What stands in a line without a value.
    pub notice: String,
    /// Value and target for a line of running text, the longest first; without a value never the dash alone.
    pub brief: Vec<String>,
    /// The card of its first mark: value, target, where it ought to be, as far as it has them.
    pub card: usize,
}

/// The value of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// Where the bar begins; of a dot where the way to it began.
    pub from: f64,
    /// Where it ends.
    pub at: f64,
    /// How exactly it is known.
    pub mark: Mark,
    /// Labels, the longest first; each names the year.
    pub labels: Vec<String>,
}

/// These reports as a progress, a line each, in the order given; there is nothing in it to choose.
pub fn progress(reports: &[Report<'_>], _chosen: &Chosen, language: Language) -> View {
    let messages = language.messages();
    let facts: Vec<Facts<'_, '_>> = reports.iter().map(|report| Facts::of(report, language)).collect();
    let one = match facts.as_slice() {
        [one] => Some(one),
        _ => None,
    };
    let common = Common::of(reports);
    let mut view = View::of_several(language, one.map_or_else(|| common.title(reports, language), Facts::name));
    let mut lines = Vec::new();
    // On one track regions can be held against each other.
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for facts in facts.iter().filter(|_| common == Common::Indicator) {
        let (least, most) = facts.span();
        (low, high) = (low.min(least), high.max(most));
    }
    for (row, facts) in facts.iter().enumerate() {
        // What the title says need not be said of each.
        let name = match (one, common) {
            (Some(_), _) => String::new(),
            (None, Common::Indicator) => facts.report.region.name.in_language(language).to_string(),
            (None, Common::Plan) => facts.report.indicator.name.in_language(language).to_string(),
            (None, Common::Nothing) => facts.name(),
        };
        let span = if low <= high { (low, high) } else { facts.span() };
        let line = facts.line(&name, span, view.cards.len());
        let own = sources::sources(facts.report, language);
        facts.cards(&line, row, &own, &mut view.cards);
        view.sources.extend(own.into_iter().map(|source| Source { heading: joined(&name, &source.heading), ..source }));
        lines.push(line);
    }
    if let Some(facts) = one {
        view.finding = facts.sentences().join(messages.sentence_gap);
        view.verdict = Some(verdict::verdict(facts.report, language));
        view.meaning = facts.report.indicator.meaning.in_language(language).to_string();
        view.faults = faults(facts.report, language);
        view.working = working::working(facts.report, language);
    } else {
        view.finding = counts(&facts, messages);
    }
    let describe = fill(messages.describe, &[("title", &view.title)]);
    view.description = [&*describe, &*view.finding, messages.progress_describe].join(messages.sentence_gap);
    view.table = Table {
        caption: if one.is_some() {
            fill(messages.progress_title, &[("name", &view.title)])
        } else {
            view.title.clone()
        },
        head: [
            messages.progress_head_name,
            messages.head_latest,
            messages.head_target,
            messages.head_share,
            messages.progress_head_ought,
            messages.choice_judged,
        ]
        .map(String::from)
        .to_vec(),
        rows: facts.iter().map(Facts::row).collect(),
    };
    view.foot = foot(reports, language);
    if !lines.is_empty() {
        let marks = Marks::Progress(Progress { lines });
        view.drawings = vec![Drawing { name: Kind::Progress.name(), word: messages.show_chart, marks }];
    }
    view
}

/// What all targets have in common.
#[derive(Clone, Copy, PartialEq)]
enum Common {
    Indicator,
    Plan,
    Nothing,
}

impl Common {
    fn of(reports: &[Report<'_>]) -> Common {
        let same = |key: for<'r, 'd> fn(&'r Report<'d>) -> &'r str| {
            reports.windows(2).all(|pair| matches!(pair, [a, b] if key(a) == key(b)))
        };
        match () {
            () if reports.is_empty() => Common::Nothing,
            () if same(|report| &report.indicator.id) => Common::Indicator,
            () if same(|report| &report.plan.id) => Common::Plan,
            () => Common::Nothing,
        }
    }

    fn title(self, reports: &[Report<'_>], language: Language) -> String {
        let messages = language.messages();
        let name = match (self, reports.first()) {
            (Common::Indicator, Some(first)) => &first.indicator.name,
            (Common::Plan, Some(first)) => &first.plan.short,
            _ => return messages.progress_mixed.to_string(),
        };
        fill(messages.progress_title, &[("name", name.in_language(language))])
    }
}

/// How many are there, how many not, of how many nothing is known.
fn counts(all: &[Facts<'_, '_>], messages: &Messages) -> String {
    let mut groups = [
        (messages.progress_reached, 0),
        (messages.progress_short, 0),
        (messages.progress_unclear, 0),
        (messages.progress_none, 0_usize),
    ];
    for facts in all {
        let group = match (&facts.now, facts.reached) {
            (None, _) => 3,
            (_, Some(Reached::Yes)) => 0,
            (_, Some(Reached::No)) => 1,
            _ => 2,
        };
        if let Some((_, count)) = groups.get_mut(group) {
            *count += 1;
        }
    }
    let mut parts = Vec::new();
    for (template, count) in groups {
        if count > 0 {
            parts.push(fill(template, &[("count", &count.to_string())]));
        }
    }
    let template = if parts.is_empty() { messages.progress_empty } else { messages.progress_count };
    let parts = parts.join(messages.progress_part_gap);
    fill(template, &[("count", &all.len().to_string()), ("parts", &parts)])
}

/// Plans, publishers of the values that are shown, and the day.
fn foot(reports: &[Report<'_>], language: Language) -> Vec<String> {
    let messages = language.messages();
    let Some(first) = reports.first() else { return Vec::new() };
    let (mut plans, mut points): (Vec<&str>, Vec<_>) = (Vec::new(), Vec::new());
    for report in reports {
        let plan = report.plan.short.in_language(language);
        if !plans.contains(&plan) {
            plans.push(plan);
        }
        points.extend(report.series.points.iter().rev().map(|point| (report, point)));
    }
    let day = first.as_of;
    let two = |number: u8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let date = [&*day.year.to_string(), &*two(day.month), &*two(day.day)].join("-");
    vec![
        match reports.len() {
            1 => fill(
                messages.foot_target,
                &[
                    ("plan", first.plan.short.in_language(language)),
                    ("section", &super::section(&first.target.section, language)),
                ],
            ),
            _ => fill(messages.progress_plans, &[("plans", &plans.join(messages.list_gap))]),
        },
        scope::data(&points, language),
        fill(messages.foot_as_of, &[("date", &date)]),
    ]
}

impl Facts<'_, '_> {
    /// Whether it is measured on a scale without a zero that means "nothing": an index, a score.
    fn dot(&self) -> bool {
        self.report.target.kind == TargetKind::Level && matches!(&*self.unit.dimension, "index" | "points")
    }

    /// Smallest and largest of what is drawn.
    fn span(&self) -> (f64, f64) {
        let base = self.report.trajectory.base.map(|base| base.value).filter(|_| self.dot());
        let now = self.now.as_ref().map(|now| now.value);
        let ought = self.ought.as_ref().map(|ought| ought.1);
        let (mut low, mut high) = (self.due, self.due);
        for value in [self.upper, now, ought, base].into_iter().flatten() {
            (low, high) = (low.min(value), high.max(value));
        }
        (low, high)
    }

    /// The target's line; a dot's track holds `span`; its cards begin with the number `card`.
    fn line(&self, name: &str, span: (f64, f64), card: usize) -> Line {
        let (report, messages) = (self.report, self.language.messages());
        let base = report.trajectory.base.map(|base| base.value);
        let now = self.now.as_ref();
        let dot = self.dot();
        let (mut low, mut high) = if dot { span } else { self.span() };
        let own = self.unit.id == report.indicator.unit && report.target.kind != TargetKind::ChangeSince;
        let ceiling = report.indicator.maximum.filter(|_| own);
        let mut ends = None;
        if dot {
            let floor = report.indicator.minimum.filter(|_| own);
            let axis = axis(Span { low, high, from_zero: false, floor, ceiling }, self.unit, self.language);
            (low, high) = (axis.minimum, axis.maximum);
            let end = |tick: Option<&Tick>| tick.map(|tick| tick.label.clone()).unwrap_or_default();
            ends = Some([end(axis.ticks.first()), end(axis.ticks.last())]);
        } else {
            (low, high) = (low.min(0.0), high.max(0.0));
            // Room beyond the marks, so that a bar can be seen to pass one; not above what a share can be.
            let room = (high - low) * 0.08;
            let beyond = high + room;
            high = if high > 0.0 { beyond.min(ceiling.map_or(beyond, |ceiling| ceiling.max(high))) } else { high };
            low = if low < 0.0 { low - room } else { low };
            high = if high > low { high } else { low + 1.0 };
        }
        let year = report.target.deadline.to_string();
        let short = due(report.dataset, report.target, self.language);
        let long = due_of_kind(report.dataset, report.target, self.language);
        let said = |template: &str, due: &str| fill(template, &[("year", &*year), ("due", due)]);
        let text = now.map_or(messages.cell_none, |now| &now.text);
        let target = said(messages.label_target_short, &short);
        let mut brief = vec![[text, " / ", &target].concat(), [text, " / ", &short].concat()];
        if now.is_some() {
            // The value alone, and last without what stands behind it in brackets.
            let bare = text.split(['（', '(']).next().unwrap_or_default().trim_end();
            brief.extend([text.to_string(), bare.to_string()]);
        }
        Line {
            name: name.to_string(),
            verdict: verdict::verdict(report, self.language),
            low,
            high,
            value: now.map(|now| Reading {
                from: if ends.is_some() { base.unwrap_or(now.value) } else { 0.0 },
                at: now.value,
                mark: now.mark,
                labels: self.labels(now),
            }),
            ends,
            target: Target {
                year: report.target.deadline,
                value: self.due,
                upper: self.upper,
                labels: vec![said(messages.label_target, &long), said(messages.label_target, &short), target, short],
            },
            ought: self.ought.as_ref().map(|(year, at, text)| {
                let values = [("year", &*year.to_string()), ("value", text)];
                (*at, vec![fill(messages.progress_ought, &values), fill(messages.progress_ought_short, &values)])
            }),
            notice: messages.label_none.to_string(),
            brief,
            card,
        }
    }
}
