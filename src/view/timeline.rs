//! The timeline view: what plans promise by when, what is due next, and what was due and is not published.

use super::wording::due_of_kind;
use super::{
    Card, Cell, Chosen, Drawing, Kind, Marks, Source, Table, Verdict, View, scope, section, selection, sources, verdict,
};
use crate::dataset::{Date, Milestone, Plan, Script};
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

/// The deadlines of these reports, in time.
fn deadlines(reports: &[&Report<'_>]) -> Vec<i32> {
    let mut years = Vec::new();
    for report in reports {
        if let Err(at) = years.binary_search(&report.target.deadline) {
            years.insert(at, report.target.deadline);
        }
    }
    years
}

/// A day in years.
fn in_years(day: Date) -> f64 {
    f64::from(day.year) + (f64::from(day.month) - 1.0 + (f64::from(day.day) - 1.0) / 31.0) / 12.0
}

/// A month `YYYY-MM` in years: its beginning, or its end.
fn month(text: &str, end: bool) -> f64 {
    let part = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<i32>().ok()).unwrap_or(1);
    f64::from(part(0..4)) + f64::from(part(5..7) - i32::from(!end)) / 12.0
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
        let values = [("plan", plan.short.in_language(language)), ("marks", &*marks.join(messages.list_gap))];
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
        match deadlines(&ahead).first() {
            None => said.push(messages.due_next_none.to_string()),
            Some(year) => {
                let next = those(&ahead, |report| report.target.deadline == *year);
                let named = self.names(&scope::plans(&next));
                let values = [("year", &*year.to_string()), ("count", &next.len().to_string()), ("plans", &named)];
                let template = if self.several { messages.due_next_of } else { messages.due_next };
                said.push(fill(template, &values));
            }
        }
        let over = kept.len() - ahead.len();
        if over > 0 {
            let open = count(kept, open).to_string();
            said.push(fill(messages.due_over, &[("count", &over.to_string()), ("open", &open)]));
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

    fn lane(&mut self, plan: &Plan, kept: &[&Report<'_>], row: usize) -> Lane {
        let messages = self.language.messages();
        let own = those(kept, |report| report.plan.id == plan.id);
        let mut phases = Vec::new();
        for phase in &plan.phases {
            let name = phase.name.in_language(self.language);
            let dates = fill(messages.due_range, &[("value", &phase.start), ("upper", &phase.end)]);
            let source = self.source(plan, name.to_string(), "", vec![dates.clone()]);
            let card = self.card(&[&dates, name, self.of(plan)], row, source, "");
            let span = (month(&phase.start, false), month(&phase.end, true));
            phases.push(Phase { span, dates, name: name.to_string(), card });
        }
        let mut marks = Vec::new();
        let mut ahead = plan.milestones.iter().peekable();
        for year in deadlines(&own) {
            while let Some(milestone) = ahead.next_if(|milestone| milestone.year < year) {
                marks.push(self.milestone(plan, milestone, row));
            }
            marks.push(self.deadline(plan, &those(&own, |report| report.target.deadline == year), year, row));
        }
        for milestone in ahead {
            marks.push(self.milestone(plan, milestone, row));
        }
        let (from, to) = (plan.period_start, plan.period_end);
        Lane {
            name: self.of(plan).to_string(),
            period: (from, to),
            horizon: match from == to {
                true => to.to_string(),
                false => fill(messages.label_period, &[("from", &from.to_string()), ("to", &to.to_string())]),
            },
            phases,
            marks,
        }
    }

    fn deadline(&mut self, plan: &Plan, due: &[&Report<'_>], year: i32, row: usize) -> Due {
        let messages = self.language.messages();
        let values = [("year", &*year.to_string()), ("count", &*due.len().to_string())];
        let label = fill(messages.due_mark, &values);
        let missing = match count(due, open) {
            0 => String::new(),
            open => fill(messages.due_open, &[("open", &open.to_string())]),
        };
        let mut lines: Vec<String> = Some(missing.clone()).filter(|text| !text.is_empty()).into_iter().collect();
        for report in due.iter().take(FEW) {
            let indicator = report.indicator.name.in_language(self.language);
            let value = due_of_kind(report.dataset, report.target, self.language);
            lines.push([indicator, " ", &value].concat());
        }
        lines.extend(self.rest(due.len(), FEW));
        let source = self.source(plan, label.clone(), "", lines);
        let only = if let [report] = due { &*report.target.id } else { "" };
        let card = self.card(&[&label, &missing, self.of(plan)], row, source, only);
        Due {
            year,
            labels: vec![label, fill(messages.due_count, &values), due.len().to_string()],
            tally: selection::tally(due, self.language),
            words: None,
            card,
        }
    }

    fn milestone(&mut self, plan: &Plan, milestone: &Milestone, row: usize) -> Due {
        let messages = self.language.messages();
        let label = fill(messages.ahead_mark, &[("year", &milestone.year.to_string())]);
        let words = milestone.words.in_language(self.language);
        let place = fill(messages.source_section, &[("section", &section(&milestone.section, self.language))]);
        let source = self.source(plan, label.clone(), &milestone.quote, vec![place]);
        let card = self.card(&[&label, words, self.of(plan)], row, source, "");
        Due { year: milestone.year, labels: vec![label], tally: Vec::new(), words: Some(words.to_string()), card }
    }

    /// That there are more than are listed.
    fn rest(&self, all: usize, listed: usize) -> Option<String> {
        let rest = all.saturating_sub(listed).to_string();
        (all > listed).then(|| fill(self.language.messages().list_rest, &[("count", &rest)]))
    }

    /// A line for a target.
    fn target(&mut self, report: &Report<'_>) -> Line {
        let name = match self.several {
            true => scope::target(report, self.language),
            false => report.indicator.name.in_language(self.language).to_string(),
        };
        let value = due_of_kind(report.dataset, report.target, self.language);
        let mut source = sources::of_target(report, report.target, self.language);
        source.heading = [&*name, " ", &value].concat();
        // Each line is a row of its own: up and down go from one to the next.
        let row = self.cards.last().map_or(0, |card| card.row) + 1;
        let said = source.heading.clone();
        let card = self.card(&[&said], row, source, &report.target.id);
        let verdict = Some(verdict::verdict(report, self.language));
        Line { text: name, value, verdict, card: Some(card), ..Line::default() }
    }

    /// How many of these are not published, of how many.
    fn share(&self, reports: &[&Report<'_>]) -> String {
        let messages = self.language.messages();
        let (open, all) = (count(reports, open).to_string(), reports.len().to_string());
        match count(reports, |report| report.deadline_passed) {
            0 => fill(messages.due_count, &[("count", &all)]),
            _ => fill(messages.due_share, &[("open", &open), ("count", &all)]),
        }
    }

    /// Of several plans: what is due next, and how much of each was due and is not published.
    fn of_several(&mut self, kept: &[&Report<'_>], plans: &[&Plan]) -> Vec<List> {
        let messages = self.language.messages();
        let mut lists = Vec::new();
        let ahead = those(kept, |report| !report.deadline_passed);
        if let Some(year) = deadlines(&ahead).first() {
            let next = those(&ahead, |report| report.target.deadline == *year);
            let title = [messages.list_next, messages.foot_gap, &*year.to_string()].concat();
            let mut lines: Vec<Line> = next.iter().take(FEW + 1).map(|report| self.target(report)).collect();
            let rest = self.rest(next.len(), FEW + 1);
            lines.extend(rest.map(|text| Line { text, ..Line::default() }));
            lists.push(List { title, lines });
        }
        let mut lines = Vec::new();
        for plan in plans {
            let over = those(kept, |report| report.plan.id == plan.id && report.deadline_passed);
            if !over.is_empty() {
                lines.push(Line {
                    text: plan.short.in_language(self.language).to_string(),
                    value: self.share(&over),
                    share: Some(1.0 - count(&over, open) as f64 / over.len() as f64),
                    ..Line::default()
                });
            }
        }
        if !lines.is_empty() {
            lists.push(List { title: messages.list_over.to_string(), lines });
        }
        lists
    }

    /// Of one plan: the targets of each deadline by theme, the next deadline first, those that are over last.
    fn of_one(&mut self, kept: &[&Report<'_>]) -> Vec<List> {
        let mut lists = Vec::new();
        let passed = |year: &i32| kept.iter().any(|report| report.target.deadline == *year && report.deadline_passed);
        let (over, mut years): (Vec<i32>, Vec<i32>) = deadlines(kept).into_iter().partition(passed);
        years.extend(over.iter().rev());
        for year in years {
            let due = those(kept, |report| report.target.deadline == year);
            let mut lines = Vec::new();
            let mut listed = 0;
            for theme in due.first().map_or(&[][..], |report| &report.dataset.themes) {
                let own = those(&due, |report| report.indicator.theme == theme.id);
                if own.is_empty() || listed == MANY {
                    continue;
                }
                if due.len() > FEW + 3 {
                    let text = theme.name.in_language(self.language).to_string();
                    lines.push(Line { heads: true, text, value: self.share(&own), ..Line::default() });
                }
                for report in own.iter().take(MANY - listed) {
                    lines.push(self.target(report));
                    listed += 1;
                }
            }
            lines.extend(self.rest(due.len(), listed).map(|text| Line { text, ..Line::default() }));
            let values = [("year", &*year.to_string()), ("count", &*due.len().to_string())];
            lists.push(List { title: fill(self.language.messages().due_mark, &values), lines });
        }
        lists
    }

    /// Every target, and what plans say beside: phases and milestones.
    fn table(&self, title: &str, kept: &[&Report<'_>], plans: &[&Plan]) -> Table {
        let messages = self.language.messages();
        let none = || Cell::from(messages.cell_none.to_string());
        let mut rows: Vec<Vec<Cell>> = Vec::new();
        for report in kept {
            let latest = report.series.latest().and_then(|point| report.observation(point));
            let latest = latest.map(|row| {
                let value = super::wording::observed(report.dataset, row, self.language);
                let text = fill(messages.source_value, &[("year", &row.year.to_string()), ("value", &value)]);
                Cell { text, order: Some(row.value) }
            });
            rows.push(vec![
                report.indicator.name.in_language(self.language).to_string().into(),
                deadline(report, self.language),
                report.region.name.in_language(self.language).to_string().into(),
                report.plan.short.in_language(self.language).to_string().into(),
                due(report, self.language),
                latest.unwrap_or_else(none),
                judged(report, self.language),
            ]);
        }
        for plan in plans {
            let region = kept.iter().find(|report| report.plan.id == plan.id);
            let region = region.and_then(|report| report.dataset.region(&plan.region));
            let region = region.map_or("", |row| row.name.in_language(self.language)).to_string();
            let mut row = |text: &str, when: String, end: i32| {
                let when = Cell { text: when, order: Some(f64::from(end)) };
                let plan = plan.short.in_language(self.language).to_string();
                rows.push(vec![
                    text.to_string().into(),
                    when,
                    region.clone().into(),
                    plan.into(),
                    none(),
                    none(),
                    none(),
                ]);
            };
            for phase in &plan.phases {
                let dates = fill(messages.due_range, &[("value", &phase.start), ("upper", &phase.end)]);
                row(phase.name.in_language(self.language), dates, month(&phase.end, false) as i32);
            }
            for milestone in &plan.milestones {
                row(milestone.words.in_language(self.language), milestone.year.to_string(), milestone.year);
            }
        }
        let head = [
            messages.head_indicator,
            messages.head_deadline,
            messages.head_region,
            messages.head_plan,
            messages.head_target,
            messages.head_latest,
            messages.choice_judged,
        ];
        Table { caption: title.to_string(), head: head.map(String::from).into(), rows }
    }
}

/// A target's deadline, marked where the plan does not state it.
pub(super) fn deadline(report: &Report<'_>, language: Language) -> Cell {
    let target = report.target;
    let year = target.deadline.to_string();
    let text = match target.deadline_stated {
        true => year,
        false => fill(language.messages().due_implied, &[("year", &year)]),
    };
    Cell { text, order: Some(f64::from(target.deadline)) }
}

/// What a target promises; in the order of its size in the base unit.
pub(super) fn due(report: &Report<'_>, language: Language) -> Cell {
    let target = report.target;
    let factor = report.dataset.unit(&target.unit).map_or(1.0, |unit| unit.factor);
    Cell { text: due_of_kind(report.dataset, target, language), order: Some(target.value * factor) }
}

/// The verdict's word; in the order of the verdicts.
pub(super) fn judged(report: &Report<'_>, language: Language) -> Cell {
    let order = Some(f64::from(report.assessment.verdict as i32));
    Cell { text: verdict::verdict(report, language).word.to_string(), order }
}
