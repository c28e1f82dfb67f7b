//! Which targets stand in one comparison, and in which order.

use super::amount;
use crate::dataset::{Kind, Region, Target, Unit};
use crate::language::{Language, fill};
use crate::report::Report;
use crate::series::Point;
use crate::trajectory::Reached;

/// The orders by name: largest gap first, largest value first, by name, as in the data.
pub(super) const SORTS: [&str; 4] = ["", "value", "name", "plan"];

/// A region's target and latest value, in the set's unit.
pub(super) struct Row<'r, 'd> {
    pub(super) report: &'r Report<'d>,
    /// The value due; of a range its lower end.
    pub(super) due: f64,
    /// Upper end of a range.
    pub(super) upper: Option<f64>,
    /// The latest value; none of an average growth, which nobody publishes of a period that is not over.
    pub(super) latest: Option<&'r Point>,
    /// Whether amounts are of regions that differ in size.
    pub(super) sizes: bool,
    unit: &'d Unit,
}

/// A region that others lie in, with its latest value.
#[derive(Clone, Copy)]
pub(super) struct Reference<'r, 'd> {
    /// A report that knows it.
    pub(super) report: &'r Report<'d>,
    pub(super) region: &'d Region,
    pub(super) point: &'r Point,
}

/// What is compared.
pub(super) struct Set<'r, 'd> {
    /// The first of the reports.
    pub(super) first: &'r Report<'d>,
    pub(super) unit: &'d Unit,
    pub(super) rows: Vec<Row<'r, 'd>>,
    pub(super) references: Vec<Reference<'r, 'd>>,
    /// Targets of the same indicator that are counted another way.
    pub(super) left: Vec<&'r Report<'d>>,
    /// How many targets are of other indicators.
    pub(super) others: usize,
    /// Whether amounts are of regions that differ in size.
    pub(super) sizes: bool,
}

/// What must agree for two targets to stand on one axis: how they count, from which year, and in which unit.
fn family<'r>(report: &'r Report<'_>) -> (Kind, Option<i32>, &'r str) {
    match report.target.kind {
        Kind::Level | Kind::Cumulative => (Kind::Level, None, &report.trajectory.unit),
        Kind::GrowthRate => (Kind::GrowthRate, None, &report.indicator.unit),
        Kind::ChangeSince => (Kind::ChangeSince, report.target.base_year, &report.trajectory.unit),
        kind => (kind, None, &report.trajectory.unit),
    }
}

impl<'r, 'd> Set<'r, 'd> {
    /// The reports of the first one's indicator that are counted in the way that most of them are; `None` without any.
    pub(super) fn of(reports: &'r [Report<'d>], sort: &str) -> Option<Set<'r, 'd>> {
        let indicator = reports.first()?.indicator;
        let mut own: Vec<&Report<'d>> = Vec::new();
        for report in reports.iter().filter(|report| report.indicator.id == indicator.id) {
            if own.iter().all(|other| other.target.id != report.target.id) {
                own.push(report);
            }
        }
        let like = |one: &Report<'_>| own.iter().filter(|other| family(other) == family(one)).count();
        let mut first: &Report<'d> = own.first()?;
        for report in &own {
            if like(report) > like(first) {
                first = report;
            }
        }
        let unit = match first.target.kind {
            Kind::GrowthRate => first.dataset.unit(&indicator.unit)?,
            _ => first.unit,
        };
        // Growth and shares can be compared whatever a region's size.
        let alike = own.iter().filter(|report| family(report) == family(first)).count();
        let sizes = alike > 1 && !crate::report::regardless_of_size(unit);
        let mut set = Set {
            first,
            unit,
            rows: Vec::new(),
            references: Vec::new(),
            left: Vec::new(),
            others: reports.iter().filter(|report| report.indicator.id != indicator.id).count(),
            sizes,
        };
        for report in own {
            match Row::of(report, unit, sizes).filter(|_| family(report) == family(first)) {
                Some(row) => set.insert(row, sort),
                None => set.left.push(report),
            }
        }
        set.refer();
        Some(set)
    }

    /// Puts a row where it belongs in the order; equals stay as in the data.
    fn insert(&mut self, row: Row<'r, 'd>, sort: &str) {
        let before = |other: &Row<'_, '_>| match sort {
            "plan" => false,
            // The romanised name is in the order of the alphabet in each language.
            "name" => row.report.region.name.en < other.report.region.name.en,
            "value" => row.value() > other.value(),
            _ => row.shortfall(self.sizes) > other.shortfall(self.sizes),
        };
        let at = self.rows.iter().position(before).unwrap_or(self.rows.len());
        self.rows.insert(at, row);
    }

    /// The regions that those compared lie in, the country last.
    fn refer(&mut self) {
        for row in &self.rows {
            let report = row.report;
            for series in &report.comparators {
                let there = |region: &Region| region.id == series.region;
                let known = self.rows.iter().any(|row| there(row.report.region))
                    || self.references.iter().any(|one| there(one.region));
                let (Some(region), Some(point), false) =
                    (report.dataset.region(&series.region), series.latest(), known)
                else {
                    continue;
                };
                let country = self.references.iter().position(|one| one.region.parent.is_none());
                let at = country.filter(|_| region.parent.is_some()).unwrap_or(self.references.len());
                self.references.insert(at, Reference { report, region, point });
            }
        }
    }

    pub(super) fn reports(&self) -> Vec<&'r Report<'d>> {
        self.rows.iter().map(|row| row.report).collect()
    }

    /// The year of all values, if it is the same.
    pub(super) fn common_year(&self) -> Option<i32> {
        let own = self.rows.iter().filter_map(|row| row.latest);
        let all = own.chain(self.references.iter().map(|one| one.point));
        common(all.map(|point| point.year))
    }

    /// The deadline of all targets, those on the way too, if it is the same.
    pub(super) fn common_deadline(&self) -> Option<i32> {
        let earlier = self.rows.iter().flat_map(|row| row.earlier().into_iter().map(|(target, _)| target.deadline));
        common(self.rows.iter().map(|row| row.report.target.deadline).chain(earlier))
    }
}

/// What all of them are.
fn common(mut all: impl Iterator<Item = i32>) -> Option<i32> {
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

impl<'r, 'd> Row<'r, 'd> {
    /// `None` where the target can't be said in `unit`.
    fn of(report: &'r Report<'d>, unit: &'d Unit, sizes: bool) -> Option<Row<'r, 'd>> {
        let target = report.target;
        if target.kind == Kind::GrowthRate {
            let due = |value: f64| report.dataset.convert(value, &target.unit, &unit.id);
            let upper = target.value_max.and_then(due);
            return Some(Row { report, due: due(target.value)?, upper, latest: None, sizes, unit });
        }
        let step = report.trajectory.step(&target.id)?;
        let latest = report.series.latest();
        Some(Row { report, due: step.value, upper: step.upper, latest, sizes, unit })
    }

    /// Targets of the same path that are due earlier and lie on the way to this one, with the values due.
    pub(super) fn earlier(&self) -> Vec<(&'d Target, f64)> {
        if self.report.target.kind == Kind::GrowthRate || self.upper.is_some() {
            return Vec::new();
        }
        let steps = self.report.trajectory.steps.iter();
        let steps = steps.filter(|step| step.year < self.report.target.deadline && step.value != self.due);
        // Beyond a value that is farther than they are no mark would stand between the two.
        let between = |due: f64| match self.latest {
            None => true,
            Some(latest) => (latest.value < due) == (due < self.due) && latest.value != due,
        };
        let steps = steps.filter(|step| step.upper.is_none() && between(step.value));
        steps.filter_map(|step| Some((self.report.dataset.target(&step.target)?, step.value))).collect()
    }

    fn value(&self) -> f64 {
        self.latest.map_or(f64::NEG_INFINITY, |point| point.value)
    }

    /// How far the latest value is from the target, `relative` to it or not; below zero where it is there already, least
    /// of all where nothing is published.
    pub(super) fn shortfall(&self, relative: bool) -> f64 {
        let asks = &self.report.requirement;
        let size = asks.gap.map_or(0.0, f64::abs);
        let size = if relative && self.due != 0.0 { size / self.due.abs() } else { size };
        match asks.latest_reached.filter(|_| self.latest.is_some()) {
            Some(Reached::No) => size,
            Some(Reached::Unknown) => 0.0,
            Some(Reached::Yes) => -size,
            None => f64::NEG_INFINITY,
        }
    }

    /// Whether the latest value reaches the target.
    pub(super) fn reached(&self) -> Option<Reached> {
        self.report.requirement.latest_reached.filter(|_| self.latest.is_some())
    }

    /// The size of the gap.
    pub(super) fn gap(&self, language: Language) -> String {
        amount(self.report.requirement.gap.unwrap_or_default(), self.due, self.unit, self.sizes, language)
    }

    /// How far it is, in words; `None` without a value.
    pub(super) fn said(&self, language: Language) -> Option<String> {
        let messages = language.messages();
        Some(match self.reached()? {
            Reached::Yes => messages.gap_reached.to_string(),
            Reached::Unknown => messages.gap_unclear.to_string(),
            Reached::No => fill(messages.gap_short, &[("gap", &self.gap(language))]),
        })
    }
}
