//! The view of many targets at a glance: a tile each, in groups, counted by verdict.
//!
//! Its table is a plan's report, with a row for each target; what is counted and what has changed stands beside it
//! ([`changes`]). Where a reader has chosen the verdict [`Chosen::UNJUDGED`], nothing of it tells a verdict.

mod card;
mod changes;
mod order;
mod rows;
mod tile;

pub use tile::{Latest, Spark, Tile};

use super::scope::{self, targets};
use super::selection::{self, tally};
use super::sources::{of_target, of_value};
use super::verdict::Verdict;
use super::{Chosen, Drawing, Kind, Marks, Source, View};
use crate::dataset::{Date, Plan};
use crate::language::{Language, fill};
use crate::report::Report;
use order::Section;

/// The marks of a scorecard.
#[derive(Debug, Clone, PartialEq)]
pub struct Scorecard {
    /// How many of each verdict; empty where verdicts are hidden.
    pub counts: Vec<Count>,
    /// The tiles, in groups.
    pub groups: Vec<Group>,
    /// What stands in place of tiles where there is none; else empty.
    pub notice: &'static str,
}

/// How many targets have a verdict.
#[derive(Debug, Clone, PartialEq)]
pub struct Count {
    /// The verdict.
    pub verdict: Verdict,
    /// How many, as a figure.
    pub number: String,
    /// Verdict and number in words.
    pub said: String,
}

/// Tiles that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// The plan that begins with it, where there are several; else empty.
    pub plan: String,
    /// What its targets have in common; may be empty.
    pub name: String,
    /// How many of each verdict; empty where verdicts are hidden.
    pub counts: Vec<Count>,
    /// A tile for each target.
    pub tiles: Vec<Tile>,
}

/// What all of the view is made from.
pub(super) struct Words<'r, 'd> {
    /// Every target that there is to choose from.
    all: &'r [Report<'d>],
    /// Those chosen, in order.
    kept: Vec<&'r Report<'d>>,
    /// Whether verdicts are told.
    judged: bool,
    /// The deadline that all those chosen share.
    deadline: Option<i32>,
    language: Language,
}

/// These reports as a scorecard.
pub fn scorecard(reports: &[Report<'_>], chosen: &Chosen, language: Language) -> View {
    let messages = language.messages();
    let judged = chosen.judged != Chosen::UNJUDGED;
    let names: &[&'static str] =
        if judged { &["topic", "section", "office", "judged"] } else { &["topic", "section", "office"] };
    let mut choices = selection::choices(reports, chosen, names, language);
    let said: Vec<String> = choices
        .iter()
        .filter_map(|choice| choice.options.iter().find(|(value, _)| !value.is_empty() && *value == choice.chosen))
        .map(|(_, word)| word.clone())
        .collect();
    let kept = selection::kept(reports, chosen, names, language);
    let sections = order::sections(&kept, chosen, judged, language);
    choices.extend(order::choice(reports, chosen, judged, language));
    let kept: Vec<&Report<'_>> = sections.iter().flat_map(|section| section.reports.iter().copied()).collect();
    let deadline = kept.first().map(|report| report.target.deadline);
    let deadline = deadline.filter(|year| kept.iter().all(|report| report.target.deadline == *year));
    let words = Words { all: reports, kept, judged, deadline, language };
    let total = words.total(&said.join(messages.list_gap));
    let mut view = View::of_several(language, words.title());
    view.finding = words.finding(&total);
    view.description = words.description(&view.title, &view.finding, &sections);
    view.table = rows::table(&words, &view.title);
    view.foot = words.foot();
    view.working = changes::working(&words);
    view.sources = words.sources();
    view.cards = card::cards(&words, &sections);
    view.choices = choices;
    view.drawings = vec![Drawing {
        name: Kind::Scorecard.name(),
        word: messages.show_chart,
        marks: Marks::Scorecard(words.marks(&sections)),
    }];
    view
}

/// What a target is called: region and indicator, the region once (福建省 福建省政府质量奖 says it itself).
fn name_of(report: &Report<'_>, language: Language) -> String {
    let region = report.region.name.in_language(language);
    let indicator = report.indicator.name.in_language(language);
    match indicator.starts_with(region) {
        true => indicator.to_string(),
        false => fill(language.messages().title, &[("region", region), ("indicator", indicator)]),
    }
}

impl<'d> Words<'_, 'd> {
    /// The plans of all targets, in the order of their first.
    fn plans(&self) -> Vec<&'d Plan> {
        let mut plans: Vec<&Plan> = Vec::new();
        for report in self.all {
            if !plans.iter().any(|plan| plan.id == report.plan.id) {
                plans.push(report.plan);
            }
        }
        plans
    }

    /// What a target is called here: its indicator, with the region where there are several, in its plan or in all.
    fn name(&self, report: &Report<'_>, in_plan: bool) -> String {
        let beside = |other: &&Report<'_>| !in_plan || other.plan.id == report.plan.id;
        match self.all.iter().filter(beside).any(|other| other.region.id != report.region.id) {
            true => name_of(report, self.language),
            false => report.indicator.name.in_language(self.language).to_string(),
        }
    }

    fn title(&self) -> String {
        let messages = self.language.messages();
        match self.plans().as_slice() {
            [plan] => fill(messages.tiles_title, &[("plan", plan.short.in_language(self.language))]),
            _ => messages.tiles_title_several.to_string(),
        }
    }

    /// How many targets are shown, of how many, and by which choice.
    fn total(&self, chosen: &str) -> String {
        let messages = self.language.messages();
        let shown = targets(self.kept.len(), self.language);
        let shown = match chosen.is_empty() {
            true => shown,
            false => fill(
                messages.tiles_shown,
                &[("count", &self.kept.len().to_string()), ("all", &self.all.len().to_string()), ("what", chosen)],
            ),
        };
        let due = self.deadline.map(|year| fill(messages.tiles_due, &[("year", &year.to_string())]));
        [shown, due.unwrap_or_default()].concat()
    }

    fn counts(&self, reports: &[&Report<'_>]) -> Vec<Count> {
        let mut counts = Vec::new();
        if self.judged {
            for (verdict, number) in tally(reports, self.language) {
                let number = number.to_string();
                let said = [("verdict", verdict.word), ("count", &*number)];
                let said = fill(self.language.messages().tiles_verdict, &said);
                counts.push(Count { verdict, number, said });
            }
        }
        counts
    }

    /// The counts of these reports in one line; empty where verdicts are hidden.
    fn counted(&self, reports: &[&Report<'_>]) -> String {
        let counts: Vec<String> = self.counts(reports).into_iter().map(|count| count.said).collect();
        counts.join(self.language.messages().list_gap)
    }

    fn finding(&self, total: &str) -> String {
        let messages = self.language.messages();
        if self.kept.is_empty() {
            return messages.tiles_nothing.to_string();
        }
        let counts = self.counted(&self.kept);
        let template = if counts.is_empty() { messages.tiles_finding_bare } else { messages.tiles_finding };
        let valued = self.kept.iter().filter(|report| !report.series.points.is_empty()).count();
        let values = if valued == 0 { messages.tiles_no_values } else { messages.tiles_values };
        let sentences = [
            fill(template, &[("targets", total), ("counts", &counts)]),
            fill(values, &[("count", &valued.to_string())]),
        ];
        sentences.join(messages.sentence_gap)
    }

    fn description(&self, title: &str, finding: &str, sections: &[Section<'_, '_>]) -> String {
        let messages = self.language.messages();
        let mut sentences = vec![fill(messages.describe, &[("title", title)]), finding.to_string()];
        let name = |section: &Section<'_, '_>| {
            let count = section.reports.len().to_string();
            fill(messages.tiles_line, &[("name", &section.name), ("what", &count)])
        };
        let names: Vec<String> = sections.iter().filter(|section| !section.name.is_empty()).map(name).collect();
        if !names.is_empty() {
            sentences.push(fill(messages.tiles_groups, &[("groups", &names.join(messages.list_gap))]));
        }
        sentences.join(messages.sentence_gap)
    }

    fn marks(&self, sections: &[Section<'_, 'd>]) -> Scorecard {
        let mut card = 0;
        let mut groups = Vec::new();
        for section in sections {
            let mut tiles = Vec::new();
            for report in &section.reports {
                tiles.push(tile::tile(self, report, card));
                card += 1;
            }
            groups.push(Group {
                plan: section.plan.clone(),
                name: section.name.clone(),
                counts: self.counts(&section.reports),
                tiles,
            });
        }
        let notice = if groups.is_empty() { self.language.messages().tiles_nothing } else { "" };
        Scorecard { counts: self.counts(&self.kept), groups, notice }
    }

    /// The wording of every target, and that of its latest value.
    fn sources(&self) -> Vec<Source> {
        let mut sources = Vec::new();
        for report in &self.kept {
            let latest = report.series.latest();
            let value =
                latest.and_then(|point| Some(of_value(report, point, report.observation(point)?, self.language)));
            for source in [Some(of_target(report, report.target, self.language)), value].into_iter().flatten() {
                let name = self.name(report, false);
                let what = fill(self.language.messages().tiles_line, &[("name", &name), ("what", &source.heading)]);
                sources.push(Source { heading: what, ..source });
            }
        }
        sources
    }

    /// Plans, publishers of the values shown, as-of date.
    fn foot(&self) -> Vec<String> {
        let messages = self.language.messages();
        let mut foot = Vec::new();
        for plan in self.plans() {
            foot.push(fill(messages.source_plan, &[("title", plan.title.in_language(self.language))]));
        }
        let points: Vec<_> = self.kept.iter().filter_map(|report| Some((*report, report.series.latest()?))).collect();
        foot.push(scope::data(&points, self.language));
        if let Some(report) = self.all.first() {
            foot.push(fill(messages.foot_as_of, &[("date", &date(report.as_of))]));
        }
        foot
    }
}

/// A day as ISO 8601 writes it.
fn date(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year, day.month, day.day)
}
