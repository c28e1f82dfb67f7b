//! The progress view: how far each target has come, and where it ought to be by now.
//!
//! A bar begins at zero, always: counts, sums, shares, flows and changes have a zero that means "nothing". Of an index or
//! a score nothing is measured from zero; there a dot stands on a track whose two ends are labelled. A rate of growth is
//! held against the average growth so far.

use super::axis::{Span, axis};
use super::number::{computed, digits, to_grain};
use super::wording::{difference, due, due_of_kind, observed, publisher};
use super::{
    Card, Cell, Chosen, Drawing, Kind, Mark, Marks, Source, Table, Target, Verdict, View, faults, sources, verdict,
    working,
};
use crate::dataset::{Comparator, Direction, Kind as TargetKind, Qualifier, Unit};
use crate::language::{Language, Messages, fill};
use crate::report::Report;
use crate::trajectory::{Origin, Reached};

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
    /// Value and target for a line of running text, the longest first.
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
    let title = one.map_or_else(|| title(reports, language), Facts::name);
    let mut view = View::of_several(language, title);
    let mut lines = Vec::new();
    for (row, facts) in facts.iter().enumerate() {
        let name = if one.is_some() { String::new() } else { facts.name() };
        let line = facts.line(&name, view.cards.len());
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
            messages.progress_head_latest,
            messages.head_target,
            messages.progress_head_share,
            messages.progress_head_ought,
            messages.progress_head_verdict,
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

/// Two words with a space between, or the one that there is.
fn joined(before: &str, after: &str) -> String {
    if before.is_empty() { after.to_string() } else { [before, " ", after].concat() }
}

/// What all the targets have in common: their indicator, else their plan, else nothing but being targets.
fn title(reports: &[Report<'_>], language: Language) -> String {
    let messages = language.messages();
    let Some(first) = reports.first() else { return messages.head_target.to_string() };
    let all = |same: fn(&Report<'_>, &Report<'_>) -> bool| reports.iter().all(|other| same(first, other));
    let name = if all(|a, b| a.indicator.id == b.indicator.id) {
        first.indicator.name.in_language(language).to_string()
    } else if all(|a, b| a.plan.id == b.plan.id) {
        first.plan.short.in_language(language).to_string()
    } else {
        fill(messages.progress_several, &[("count", &reports.len().to_string())])
    };
    fill(messages.progress_title, &[("name", &name)])
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
    let (mut plans, mut publishers): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    let mut none = true;
    for report in reports {
        let plan = report.plan.short.in_language(language);
        if !plans.contains(&plan) {
            plans.push(plan);
        }
        for point in report.series.points.iter().rev() {
            none = false;
            let publisher = publisher(report, point, language);
            if !publisher.is_empty() && !publishers.contains(&publisher) {
                publishers.push(publisher);
            }
        }
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
        match (none, publishers.is_empty()) {
            (true, _) => messages.foot_no_data.to_string(),
            (false, true) => messages.foot_press.to_string(),
            (false, false) => fill(messages.foot_data, &[("publishers", &publishers.join(messages.list_gap))]),
        },
        fill(messages.foot_as_of, &[("date", &date)]),
    ]
}

/// The value that is held against the target.
struct Now {
    value: f64,
    /// Its year; of an average growth its last.
    year: i32,
    /// The first year of an average growth.
    since: Option<i32>,
    mark: Mark,
    /// With its unit and qualifier.
    text: String,
    /// How many values of the series are later.
    later: usize,
}

/// How much of what is asked is done.
struct Share {
    /// 1 = all of it.
    part: f64,
    /// Year and value that the way began at; `None` where it began at nothing.
    from: Option<(i32, String)>,
}

/// What is known of one target, in numbers and their words.
struct Facts<'r, 'd> {
    report: &'r Report<'d>,
    language: Language,
    unit: &'r Unit,
    due: f64,
    upper: Option<f64>,
    now: Option<Now>,
    /// Whether the value is enough; `None` without one.
    reached: Option<Reached>,
    /// The last year that is over and what the path asks of it, where that is not the target itself.
    ought: Option<(i32, f64, String)>,
    share: Option<Share>,
}

impl<'r, 'd> Facts<'r, 'd> {
    fn of(report: &'r Report<'d>, language: Language) -> Self {
        let target = report.target;
        let growth = target.kind == TargetKind::GrowthRate;
        let step = report.trajectory.step(&target.id).filter(|_| !growth);
        let unit = report.dataset.unit(&target.unit).filter(|_| growth).unwrap_or(report.unit);
        let requirement = &report.requirement;
        let mut facts = Facts {
            report,
            language,
            unit,
            due: step.map_or(target.value, |step| step.value),
            upper: step.map_or(target.value_max, |step| step.upper),
            now: None,
            reached: requirement.deadline_reached.or(requirement.latest_reached),
            ought: None,
            share: None,
        };
        facts.now = if growth { facts.growth() } else { facts.value() };
        if !growth {
            facts.ought = facts.path();
            facts.share = facts.done();
        }
        facts
    }

    /// The deadline year's own value, else the latest one.
    fn value(&self) -> Option<Now> {
        let series = &self.report.series;
        let point = series.at(self.report.target.deadline).or_else(|| series.latest())?;
        let row = self.report.observation(point)?;
        // A change worked out from levels has no wording of its own.
        let own = row.indicator == self.report.target.indicator;
        let text = if own {
            observed(self.report.dataset, row, self.language)
        } else {
            computed(point.value, self.unit, self.language, 3)
        };
        let later = series.points.iter().filter(|other| other.year > point.year).count();
        Some(Now { value: point.value, year: point.year, since: None, mark: mark(point.qualifier), text, later })
    }

    /// The average growth from the path's base to the latest value, in the target's unit.
    fn growth(&self) -> Option<Now> {
        let pace = self.report.requirement.so_far?;
        let value = self.report.dataset.convert(pace.growth? * 100.0, "%", &self.unit.id)?;
        let mark = mark(self.report.series.latest()?.qualifier);
        let text = computed(value, self.unit, self.language, 2);
        Some(Now { value, year: pace.to, since: Some(pace.from), mark, text, later: 0 })
    }

    fn path(&self) -> Option<(i32, f64, String)> {
        let report = self.report;
        let year = report.as_of.year - 1;
        let value = report.trajectory.value_at(year).filter(|_| !report.deadline_passed)?;
        let countable = report.unit.dimension == "count";
        // A fifth of a prize a year says nothing that the prize itself does not.
        let slow = |pace: f64| countable && (pace * report.unit.factor).abs() < 1.0;
        let step = report.trajectory.steps.iter().any(|step| step.year == year);
        if (value - self.due).abs() <= 1e-9 * self.due.abs()
            || !step && report.requirement.from_base.is_some_and(|pace| slow(pace.change))
        {
            return None;
        }
        // There is no half firm.
        let said = if countable { to_grain(value, 1.0 / report.unit.factor) } else { value };
        Some((year, value, computed(said, self.unit, self.language, 4)))
    }

    /// Of the way from the path's base; of what is counted from nothing, of all that is due.
    fn done(&self) -> Option<Share> {
        let now = self.now.as_ref().filter(|now| matches!(now.mark, Mark::Exact) && now.later == 0)?;
        let base = self.report.trajectory.base.filter(|base| base.origin != Origin::Zero && base.value != 0.0);
        if let (Some(base), Some(part)) = (base, self.report.requirement.share) {
            let value = computed(base.value, self.unit, self.language, 4);
            return Some(Share { part, from: Some((base.year, value)) });
        }
        let kind = self.report.target.kind;
        let counted = !matches!(kind, TargetKind::Level | TargetKind::GrowthRate) && self.due > 0.0;
        (counted && !self.falls()).then(|| Share { part: now.value / self.due, from: None })
    }

    /// Whether less is asked for.
    fn falls(&self) -> bool {
        self.report.target.comparator == Comparator::AtMost || self.report.target.direction == Direction::Lower
    }

    /// A share in whole per cent; only all of it is 100.
    fn percent(&self, share: &Share) -> String {
        let whole = (share.part * 100.0).round();
        digits(if share.part < 1.0 { whole.min(99.0) } else { whole }, 0, self.language)
    }

    fn name(&self) -> String {
        let region = self.report.region.name.in_language(self.language);
        let indicator = self.report.indicator.name.in_language(self.language);
        // 福建省 福建省政府质量奖 says the province once.
        if indicator.starts_with(region) {
            return indicator.to_string();
        }
        fill(self.language.messages().title, &[("region", region), ("indicator", indicator)])
    }

    fn line(&self, name: &str, card: usize) -> Line {
        let (report, messages) = (self.report, self.language.messages());
        let base = report.trajectory.base.map(|base| base.value);
        // A score and an index are not measured from zero.
        let dot = report.target.kind == TargetKind::Level && matches!(&*self.unit.dimension, "index" | "points");
        let now = self.now.as_ref();
        let mut drawn = vec![self.due];
        drawn.extend([self.upper, now.map(|now| now.value), self.ought.as_ref().map(|ought| ought.1)].iter().flatten());
        drawn.extend(base.filter(|_| dot));
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        for value in drawn {
            (low, high) = (low.min(value), high.max(value));
        }
        let own = self.unit.id == report.indicator.unit && report.target.kind != TargetKind::ChangeSince;
        let ceiling = report.indicator.maximum.filter(|_| own);
        let mut ends = None;
        if dot {
            let floor = report.indicator.minimum.filter(|_| own);
            let axis = axis(Span { low, high, from_zero: false, floor, ceiling }, self.unit, self.language);
            (low, high) = (axis.minimum, axis.maximum);
            let end = |tick: Option<&super::axis::Tick>| tick.map(|tick| tick.label.clone()).unwrap_or_default();
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
                labels: vec![
                    said(messages.label_target, &long),
                    said(messages.label_target_short, &long),
                    said(messages.label_target_short, &short),
                    short.clone(),
                ],
            },
            ought: self.ought.as_ref().map(|(year, at, text)| {
                let values = [("year", &*year.to_string()), ("value", text)];
                (*at, vec![fill(messages.progress_ought, &values), fill(messages.progress_ought_short, &values)])
            }),
            notice: messages.label_none.to_string(),
            brief: vec![
                [text, " / ", &said(messages.label_target_short, &short)].concat(),
                [text, " / ", &short].concat(),
                text.to_string(),
            ],
            card,
        }
    }

    fn labels(&self, now: &Now) -> Vec<String> {
        let messages = self.language.messages();
        let from = now.since.map(|year| year.to_string()).unwrap_or_default();
        let year = now.year.to_string();
        let percent = self.share.as_ref().filter(|share| share.from.is_none()).map(|share| self.percent(share));
        let values = [
            ("year", &*year),
            ("from", &from),
            ("to", &year),
            ("value", &now.text),
            ("percent", percent.as_deref().unwrap_or_default()),
        ];
        let plain = if now.since.is_some() { messages.progress_average } else { messages.label_observed };
        let mut labels = vec![fill(plain, &values)];
        if percent.is_some() {
            labels.insert(0, fill(messages.progress_label, &values));
        }
        labels
    }

    /// The cards of value, target and where it ought to be, behind those there are.
    fn cards(&self, line: &Line, row: usize, own: &[Source], cards: &mut Vec<Card>) {
        let mut card = |labels: &[String], source: Source| {
            let said = joined(&line.name, labels.first().map_or("", |label| label));
            let target = self.report.target.id.clone();
            cards.push(Card { said, row, source, target });
        };
        let blank = |heading: &str, lines: Vec<String>| Source {
            heading: heading.to_string(),
            quote: String::new(),
            quote_lang: self.language.tag(),
            lines,
            url: String::new(),
        };
        if let (Some(now), Some(value)) = (&self.now, &line.value) {
            let at = 1 + self.report.restatements.len() + now.later;
            let mut source = own.get(at).cloned().unwrap_or_else(|| blank(&now.text, Vec::new()));
            source.lines.splice(0..0, self.said_share());
            card(&value.labels, source);
        }
        let heading = line.target.labels.first().map_or("", |label| label);
        let wording = own.first().cloned().unwrap_or_else(|| blank("", Vec::new()));
        card(&line.target.labels, Source { heading: heading.to_string(), ..wording });
        if let Some((_, labels)) = &line.ought {
            let heading = labels.first().map_or("", |label| label);
            card(labels, blank(heading, self.said_ought().into_iter().chain(self.said_base()).collect()));
        }
    }

    fn said_share(&self) -> Option<String> {
        let messages = self.language.messages();
        let share = self.share.as_ref().filter(|share| share.part > 0.0)?;
        let percent = self.percent(share);
        Some(match &share.from {
            None => fill(messages.progress_share, &[("percent", &percent)]),
            Some((year, value)) => {
                let values = [("percent", &*percent), ("year", &*year.to_string()), ("value", value)];
                fill(messages.progress_share_from, &values)
            }
        })
    }

    fn said_ought(&self) -> Option<String> {
        let (year, _, text) = self.ought.as_ref()?;
        let values = [("year", &*year.to_string()), ("value", text)];
        Some(fill(self.language.messages().progress_ought_said, &values))
    }

    /// Where the path begins.
    fn said_base(&self) -> Option<String> {
        let base = self.report.trajectory.base?;
        let value = computed(base.value, self.unit, self.language, 4);
        let values = [("year", &*base.year.to_string()), ("value", &value)];
        Some(fill(self.language.messages().progress_base, &values))
    }

    /// The finding on one target.
    fn sentences(&self) -> Vec<String> {
        let (report, messages) = (self.report, self.language.messages());
        let passed = report.deadline_passed;
        let deadline = report.target.deadline.to_string();
        let due = due_of_kind(report.dataset, report.target, self.language);
        let now = self.now.as_ref();
        let (year, text) = now.map_or((String::new(), ""), |now| (now.year.to_string(), &now.text));
        let away =
            now.map_or(0.0, |now| report.requirement.gap.filter(|_| now.later == 0).unwrap_or(now.value - self.due));
        let gap = difference(away, self.unit, self.language, 8);
        let values = [("deadline", &*deadline), ("due", &due), ("year", &year), ("value", text), ("gap", &gap)];
        let mut said = Vec::new();
        let mut say = |template: &str| said.push(fill(template, &values));
        let due_said = if passed { messages.finding_target_past } else { messages.finding_target };
        match now {
            None => {
                say(due_said);
                say(messages.finding_none);
            }
            Some(now) if now.since.is_some() => {
                say(due_said);
                said.extend(now.since.map(|since| {
                    let since = since.to_string();
                    fill(messages.progress_average_said, &[("from", &since), ("to", &year), ("value", text)])
                }));
            }
            Some(_) => say(match (report.requirement.deadline_reached, self.reached) {
                (Some(Reached::Yes), _) => messages.finding_met,
                (Some(Reached::No), _) => messages.finding_missed,
                (Some(Reached::Unknown), _) => messages.finding_unclear,
                (None, Some(Reached::Yes)) => messages.finding_latest_met,
                (None, Some(Reached::No)) if away > 0.0 => messages.finding_latest_above,
                (None, Some(Reached::No)) => messages.finding_latest_below,
                (None, Some(Reached::Unknown)) => messages.finding_latest_unclear,
                (None, None) => messages.finding_latest,
            }),
        }
        if now.is_some() && passed && report.requirement.deadline_reached.is_none() {
            said.push(fill(messages.finding_deadline_unpublished, &values));
        }
        if self.reached != Some(Reached::Yes) {
            said.extend(self.said_share());
            said.extend(self.said_ought());
        }
        if !report.target.deadline_stated {
            said.push(fill(messages.finding_deadline_implied, &values));
        }
        said
    }

    /// The row of the table.
    fn row(&self) -> Vec<Cell> {
        let (report, messages) = (self.report, self.language.messages());
        let none = || messages.cell_none.to_string();
        let of_year =
            |year: i32, value: &str| fill(messages.source_value, &[("year", &*year.to_string()), ("value", value)]);
        let latest = self.now.as_ref().map(|now| match now.since {
            Some(_) => self.labels(now).concat(),
            None => of_year(now.year, &now.text),
        });
        let share = self.share.as_ref().map(|share| {
            let percent = self.percent(share);
            let from = share.from.as_ref().map(|(year, _)| year.to_string());
            let template = if from.is_some() { messages.progress_part_from } else { messages.progress_part };
            fill(template, &[("percent", &*percent), ("year", from.as_deref().unwrap_or_default())])
        });
        let due = due_of_kind(report.dataset, report.target, self.language);
        let ought = self.ought.as_ref().map(|(year, _, text)| of_year(*year, text));
        vec![
            Cell::from(self.name()),
            Cell::from(latest.unwrap_or_else(none)),
            Cell { text: of_year(report.target.deadline, &due), order: Some(f64::from(report.target.deadline)) },
            Cell { text: share.unwrap_or_else(none), order: self.share.as_ref().map(|share| share.part) },
            Cell::from(ought.unwrap_or_else(none)),
            Cell::from(verdict::verdict(report, self.language).word.to_string()),
        ]
    }
}

fn mark(qualifier: Qualifier) -> Mark {
    match qualifier {
        Qualifier::Exact => Mark::Exact,
        Qualifier::AtLeast => Mark::Over,
        Qualifier::About | Qualifier::Preliminary | Qualifier::PartYear => Mark::Soft,
    }
}
