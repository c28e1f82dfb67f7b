//! The one composition of data, trajectory, projection and assessment: page, file and JavaScript API
//! all start from it, so they cannot drift apart. It holds facts, no words.

mod error;

pub use error::{Noun, ReportError, nearest};

use error::unknown;

use crate::assessment::{self, Assessment, Case, Rule};
use crate::dataset::{Dataset, Date, Indicator, Kind, Observation, Plan, Region, Target, Unit};
use crate::page_table::{self, Sheet};
use crate::projection::{self, Bounds, Goal, Method, Projection, Sample, Unprojectable};
use crate::series::{Known, Point, Row, Series};
use crate::trajectory::{self, Pace, Requirement, Trajectory};

/// What a report is asked for, beside its target.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked<'a> {
    /// The day the reader stands on.
    pub as_of: Date,
    /// The page's own table of values.
    pub table: Option<&'a Sheet>,
    /// How the values are projected.
    pub method: Method,
    /// Last year shown, where the reader asks for one.
    pub until: Option<i32>,
}

/// A day; no table, the usual method, up to the last deadline.
impl From<Date> for Asked<'_> {
    fn from(as_of: Date) -> Self {
        Asked { as_of, table: None, method: Method::Auto, until: None }
    }
}

/// Years after the last value that a projection may be shown for; it was tried up to five.
pub const HORIZON: i32 = 10;

/// All that is known of one target on one day.
#[derive(Debug, Clone)]
pub struct Report<'d> {
    /// The data it speaks of.
    pub dataset: &'d Dataset,
    /// The target asked for; of a restating row the target that it restates.
    pub target: &'d Target,
    /// The rows that restate it, in the plan's order.
    pub restatements: Vec<&'d Target>,
    /// Its plan.
    pub plan: &'d Plan,
    /// Its region.
    pub region: &'d Region,
    /// Its indicator.
    pub indicator: &'d Indicator,
    /// The unit of `series` and `trajectory`.
    pub unit: &'d Unit,
    /// The day the reader stands on.
    pub as_of: Date,
    /// What the page's own table says; empty without one.
    pub page: page_table::Reading,
    /// The observations on the trajectory's scale known that day, the page's own among them.
    pub series: Series,
    /// The same indicator in the regions that this one lies in, nearest first, where values are known and can be held
    /// against each other whatever a region's size (shares, indexes, amounts per head; never counts or sums).
    pub comparators: Vec<Series>,
    /// The required path.
    pub trajectory: Trajectory,
    /// What the asked target's step requires.
    pub requirement: Requirement,
    /// Whether the asked target's deadline year is over on that day.
    pub deadline_passed: bool,
    /// How the values are to be projected.
    pub method: Method,
    /// Last year that is asked to be shown.
    pub until: Option<i32>,
    /// Where they are heading, or why that cannot be told.
    pub projection: Result<Projection, Unprojectable>,
    /// The verdict by our own rule.
    pub assessment: Assessment,
}

impl Report<'_> {
    /// The values as a projection takes them.
    pub fn samples(&self) -> Vec<Sample> {
        samples(&self.series)
    }

    /// What the values cannot leave.
    pub fn bounds(&self) -> Bounds {
        bounds(self.target, self.indicator, &self.series)
    }

    /// The verdicts of every rule, ours first.
    pub fn by_every_rule(&self) -> [Assessment; 6] {
        assessment::by_every_rule(&self.case())
    }

    /// The verdict by `rule`.
    pub fn assess(&self, rule: Rule) -> Assessment {
        assessment::assess(rule, &self.case())
    }

    /// What the target asks of its deadline's value, as a projection takes it.
    pub fn goal(&self) -> Goal {
        self.case().projected()
    }

    fn case(&self) -> Case<'_> {
        case(self.target, &self.trajectory, &self.series, self.as_of, &self.projection)
    }

    /// The mean change a year over the values that the projection uses: where the path begins at the last value, this
    /// is the pace to hold the required one against.
    pub fn pace_of_values(&self) -> Option<Pace> {
        let projection = self.projection.as_ref().ok()?;
        let value = |year| self.series.at(year).map(|point| point.value);
        let (from, to) = (projection.first, projection.last);
        let change = (value(to)? - value(from)?) / f64::from(to - from);
        Some(Pace { from, to, change, growth: None })
    }

    /// The last year that a projection is shown for: the one asked for, else the last deadline.
    pub fn shown_until(&self) -> i32 {
        let last_due = self.trajectory.steps.iter().map(|step| step.year).max().unwrap_or(self.target.deadline);
        let last = self.projection.as_ref().map_or(last_due, |projection| projection.last);
        self.until.map_or(last_due, |until| until.max(self.target.deadline).min(last.saturating_add(HORIZON)))
    }

    /// The same indicator in every other region where values are known and can be held against each other
    /// ([`Report::comparators`] says when), in the dataset's order.
    pub fn elsewhere(&self) -> Vec<Series> {
        if !comparable(self.target, self.unit) {
            return Vec::new();
        }
        let others = self.dataset.regions.iter().filter(|region| region.id != self.region.id);
        let series = others.map(|region| Series::of(self.dataset, &self.target.indicator, &region.id, self.as_of));
        series.filter(|series| series.latest().is_some()).collect()
    }

    /// The row that a point of [`Report::series`] comes from.
    pub fn observation(&self, point: &Point) -> Option<&Observation> {
        match point.row {
            Row::Package(index) => self.dataset.observations.get(index),
            Row::Page(index) => self.page.values.get(index),
        }
    }
}

/// The report on the target with the id `target`, or on the one that the row with this id restates; `asked` is a day, or
/// more.
///
/// # Errors
/// `unknown-id` where the dataset has no such target, with the id spelt most alike; also where a row that the target
/// names is missing, which the validator rules out.
pub fn of_target<'d, 'a>(
    dataset: &'d Dataset,
    target: &str,
    asked: impl Into<Asked<'a>>,
) -> Result<Report<'d>, ReportError> {
    report(dataset, self::target(dataset, target)?, asked.into(), None)
}

/// The report on `target` where `values` are all that is known of it, in place of the package's values and of a table.
/// They are of the region and the indicator of the target (or of the level whose growth or change it promises), at most
/// one a year, and known whatever the day.
///
/// # Errors
/// As [`of_target`].
pub fn of_values<'d, 'a>(
    dataset: &'d Dataset,
    target: &str,
    values: Vec<Observation>,
    asked: impl Into<Asked<'a>>,
) -> Result<Report<'d>, ReportError> {
    report(dataset, self::target(dataset, target)?, asked.into(), Some(values))
}

/// The target that the row with the id `id` sets or says again.
fn target<'d>(dataset: &'d Dataset, id: &str) -> Result<&'d Target, ReportError> {
    let unknown = || unknown(Noun::Target, id, dataset.targets.iter().map(|row| row.id.as_str()));
    Ok(trajectory::resolve(dataset, dataset.target(id).ok_or_else(unknown)?))
}

#[inline(never)]
fn report<'d>(
    dataset: &'d Dataset,
    target: &'d Target,
    asked: Asked<'_>,
    values: Option<Vec<Observation>>,
) -> Result<Report<'d>, ReportError> {
    let Asked { as_of, table, method, until } = asked;
    let plan = plan(dataset, &target.plan)?;
    let region = region(dataset, &target.region)?;
    let indicator = indicator(dataset, &target.indicator)?;
    // Before the first day nothing of the package's is known.
    let known_until = if values.is_some() { Date::default() } else { as_of };
    let page = match values {
        Some(values) => page_table::Reading { values, ..page_table::Reading::default() },
        None => table.map(|sheet| page_table::read(sheet, dataset, target, as_of)).unwrap_or_default(),
    };
    let series = trajectory::scale(dataset, target, Known { as_of: known_until, page: &page.values });
    let trajectory = trajectory::of(dataset, target, &series);
    let requirement = trajectory::requirement(&trajectory, target, &series);
    let unit = dataset
        .unit(&trajectory.unit)
        .ok_or_else(|| unknown(Noun::Unit, &trajectory.unit, dataset.units.iter().map(|row| row.id.as_str())))?;
    let projection = projection::of(&samples(&series), method, bounds(target, indicator, &series));
    let assessment = assessment::assess(Rule::Own, &case(target, &trajectory, &series, as_of, &projection));
    Ok(Report {
        dataset,
        target,
        restatements: dataset
            .targets
            .iter()
            .filter(|row| row.restates.as_deref() == Some(target.id.as_str()))
            .collect(),
        plan,
        region,
        indicator,
        unit,
        as_of,
        page,
        comparators: comparators(dataset, target, region, unit, as_of),
        series,
        trajectory,
        requirement,
        deadline_passed: as_of.year > target.deadline,
        method,
        until,
        projection,
        assessment,
    })
}

fn samples(series: &Series) -> Vec<Sample> {
    let sample = |point: &Point| Sample {
        year: point.year,
        value: point.value,
        qualifier: point.qualifier,
        breaks: point.breaks,
    };
    series.points.iter().map(sample).collect()
}

/// The indicator's bounds, where the series is in its unit and not of changes; a stock does not fall.
fn bounds(target: &Target, indicator: &Indicator, series: &Series) -> Bounds {
    let own = series.indicator == indicator.id && series.unit == indicator.unit && target.kind != Kind::ChangeSince;
    Bounds {
        lower: indicator.minimum.filter(|_| own),
        upper: indicator.maximum.filter(|_| own),
        never_falls: matches!(target.kind, Kind::Cumulative | Kind::New),
    }
}

fn case<'c>(
    target: &Target,
    trajectory: &Trajectory,
    series: &'c Series,
    as_of: Date,
    projection: &Result<Projection, Unprojectable>,
) -> Case<'c> {
    let case = Case::of(target, trajectory, series, as_of);
    match projection {
        Ok(projection) => case.with(projection),
        Err(_) => case,
    }
}

/// The report on the target of `indicator` in `region` that the day in `asked` asks for: of the targets whose deadline
/// year is not over the one due last, else the one that was due last; of several plans with that deadline the latest.
///
/// # Errors
/// `unknown-id` where the dataset has no such indicator or region, or no target of the one for the other.
pub fn of_indicator<'d, 'a>(
    dataset: &'d Dataset,
    indicator: &str,
    region: &str,
    asked: impl Into<Asked<'a>>,
) -> Result<Report<'d>, ReportError> {
    self::indicator(dataset, indicator)?;
    self::region(dataset, region)?;
    let period = |row: &Target| dataset.plan(&row.plan).map_or(0, |plan| plan.period_start);
    // The latest deadline is the answer in both cases: if any is still open, the latest is.
    let found = dataset
        .targets
        .iter()
        .filter(|row| row.restates.is_none() && row.indicator == indicator && row.region == region)
        .max_by_key(|row| (row.deadline, period(row)));
    match found {
        Some(row) => of_target(dataset, &row.id, asked),
        None => Err(ReportError::NoTarget {
            indicator: indicator.into(),
            region: region.into(),
            nearest: dataset
                .targets
                .iter()
                .find(|row| row.indicator == indicator && row.restates.is_none())
                .map(|row| row.region.clone()),
        }),
    }
}

/// The reports on every target of the plan with the id `plan`, in the plan's own order; rows that restate another have
/// none.
///
/// # Errors
/// `unknown-id` where the dataset has no such plan; else as [`of_target`].
pub fn of_plan<'d>(dataset: &'d Dataset, plan: &str, asked: Asked<'_>) -> Result<Vec<Report<'d>>, ReportError> {
    self::plan(dataset, plan)?;
    let own = dataset.targets.iter().filter(|row| row.restates.is_none() && row.plan == plan);
    own.map(|row| report(dataset, row, asked, None)).collect()
}

/// The regions that have a target of the indicator with the id `indicator`, in the dataset's order.
pub fn regions_of<'d>(dataset: &'d Dataset, indicator: &str) -> Vec<&'d str> {
    let has = |region: &&Region| {
        dataset
            .targets
            .iter()
            .any(|row| row.indicator == indicator && row.region == region.id && row.restates.is_none())
    };
    dataset.regions.iter().filter(has).map(|region| region.id.as_str()).collect()
}

/// Makes sure that there is a plan, a region and an indicator with these ids, where one is given.
///
/// # Errors
/// `unknown-id`, with the id spelt most alike, for each that is not there.
pub fn known(dataset: &Dataset, ids: [(Noun, Option<&str>); 3]) -> Result<(), Vec<ReportError>> {
    let found = |(noun, id): (Noun, Option<&str>)| match (noun, id?) {
        (Noun::Plan, id) => plan(dataset, id).err(),
        (Noun::Region, id) => region(dataset, id).err(),
        (_, id) => indicator(dataset, id).err(),
    };
    let errors: Vec<ReportError> = ids.into_iter().filter_map(found).collect();
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn plan<'d>(dataset: &'d Dataset, id: &str) -> Result<&'d Plan, ReportError> {
    dataset.plan(id).ok_or_else(|| unknown(Noun::Plan, id, dataset.plans.iter().map(|row| row.id.as_str())))
}

fn region<'d>(dataset: &'d Dataset, id: &str) -> Result<&'d Region, ReportError> {
    dataset.region(id).ok_or_else(|| unknown(Noun::Region, id, dataset.regions.iter().map(|row| row.id.as_str())))
}

fn indicator<'d>(dataset: &'d Dataset, id: &str) -> Result<&'d Indicator, ReportError> {
    dataset
        .indicator(id)
        .ok_or_else(|| unknown(Noun::Indicator, id, dataset.indicators.iter().map(|row| row.id.as_str())))
}

/// The series of the regions that `region` lies in, on the scale that the target's path is drawn on.
fn comparators(dataset: &Dataset, target: &Target, region: &Region, unit: &Unit, as_of: Date) -> Vec<Series> {
    if !comparable(target, unit) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut parent = region.parent.as_deref();
    // As many steps as there are regions: a package whose regions run in a circle still ends.
    for _ in 0..dataset.regions.len() {
        let Some(row) = parent.and_then(|id| dataset.region(id)) else { break };
        let series = Series::of(dataset, &target.indicator, &row.id, Known::from(as_of));
        if series.latest().is_some() {
            found.push(series);
        }
        parent = row.parent.as_deref();
    }
    found
}

/// Whether other regions' values can be held against the target's: it is of the level itself, and in a unit that allows it.
fn comparable(target: &Target, unit: &Unit) -> bool {
    matches!(target.kind, Kind::Level | Kind::Cumulative) && regardless_of_size(unit)
}

/// Whether a large region and a small one can be held against each other in this unit: an index, a share, a score, or
/// an amount per something (`件/万人`).
pub fn regardless_of_size(unit: &Unit) -> bool {
    matches!(unit.id.as_str(), "index" | "分") || unit.dimension == "percent" || unit.id.contains('/')
}
