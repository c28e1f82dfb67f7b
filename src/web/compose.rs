//! From a request to views and scenes: the pipeline as the browser walks it.

use wasm_bindgen::JsValue;

use super::options::{self, Request};
use super::{fault, series};
use crate::dataset::{self, Dataset};
use crate::language::fill;
use crate::report::{self, Noun, Report, ReportError};
use crate::rows::Filter;
use crate::scene::{self, Frame, Scene};
use crate::view::{self, Kind, View};

/// Unpacks the data package inside the program.
///
/// # Errors
/// `truncated`.
pub fn embedded() -> Result<Dataset, JsValue> {
    // The script has words for it.
    dataset::embedded().map_err(|_| fault::fault("truncated", ""))
}

/// The reports that a request asks for, in its order.
///
/// # Errors
/// `unknown-id`; `bad-table` where the page's table has faults and no value, or would have to serve several series.
pub fn reports<'d>(dataset: &'d Dataset, request: &Request) -> Result<Vec<Report<'d>>, JsValue> {
    let mut unknown = Vec::new();
    let found: Vec<Report<'d>> = found(dataset, request)
        .into_iter()
        .filter_map(|one| match one {
            Ok(report) => Some(report),
            Err(error) => {
                unknown.push(error);
                None
            }
        })
        .collect();
    // A page's owner mends all in one go.
    if !unknown.is_empty() {
        return Err(fault::unknown(request.language, &unknown));
    }
    let Some(first) = found.first() else { return Err(fault::no_target(request.language)) };
    if let Some(sheet) = &request.table {
        let (mut used, mut other) = (false, [false; 2]);
        for report in &found {
            used |= !report.page.values.is_empty() || report.page.faults.is_empty();
            let (row, one) = (report.target, first.target);
            other = [other[0] || row.region != one.region, other[1] || row.indicator != one.indicator];
        }
        // Values that are named serve whoever has the name.
        let mut given = found.iter().map(|report| &report.page).filter(|page| !page.values.is_empty());
        if given.any(|page| other[0] && !page.by_region || other[1] && !page.by_indicator) {
            return Err(fault::fault("bad-table", request.language.messages().error_table_of_several));
        }
        if !used {
            let from = view::own::source(sheet, request.language);
            return Err(fault::bad_table(request.language, from, &view::faults(first, request.language)));
        }
    }
    Ok(found)
}

/// The targets named, else those of the indicator, else those of the plans; a view of deadlines or of everything takes
/// every plan where none is named.
fn found<'d>(dataset: &'d Dataset, request: &Request) -> Vec<Result<Report<'d>, ReportError>> {
    // Several in one view are asked the same; of a chart each, each what its reader chose.
    let asked = |index| request.asked(if request.kind == Kind::Trajectory { index } else { 0 });
    if !request.targets.is_empty() {
        let of = |(index, id): (usize, &String)| report::of_target(dataset, id, asked(index));
        return request.targets.iter().enumerate().map(of).collect();
    }
    if !request.indicator.is_empty() {
        let every =
            if request.regions.is_empty() { report::regions_of(dataset, &request.indicator) } else { Vec::new() };
        // Without a region of its own the indicator is unknown, or nobody sets a target of it.
        let nowhere = (request.regions.is_empty() && every.is_empty()).then_some("");
        let nowhere = nowhere.filter(|_| dataset.indicator(&request.indicator).is_none());
        let regions = request.regions.iter().map(String::as_str).chain(every).chain(nowhere);
        let of = |(index, region)| report::of_indicator(dataset, &request.indicator, region, asked(index));
        return regions.enumerate().map(of).collect();
    }
    let whole = request.plans.is_empty() && matches!(request.kind, Kind::Timeline | Kind::Table);
    let every = if whole || request.plans.iter().any(|id| id == "all") { &dataset.plans[..] } else { &[] };
    let named = request.plans.iter().filter(|id| *id != "all").map(String::as_str);
    let plans = named.filter(|_| every.is_empty()).chain(every.iter().map(|plan| plan.id.as_str()));
    let each = plans.map(|plan| report::of_plan(dataset, plan, asked(0)));
    each.flat_map(|plan| plan.map_or_else(|error| vec![Err(error)], |own| own.into_iter().map(Ok).collect())).collect()
}

/// What `given` asks to be taken of the rows.
///
/// # Errors
/// `unknown-id`, where it names what the package does not have.
pub fn filter(dataset: &Dataset, given: &JsValue) -> Result<Filter, JsValue> {
    let filter = options::filter(given);
    let ids = [(Noun::Plan, &filter.plan), (Noun::Region, &filter.region), (Noun::Indicator, &filter.indicator)];
    report::known(dataset, ids.map(|(noun, id)| (noun, id.as_deref())))
        .map_err(|errors| fault::unknown(options::language(given), &errors))?;
    Ok(filter)
}

/// The report on the request's target from `values` alone.
///
/// # Errors
/// `unknown-id`; `bad-table`, where the values can't be used.
pub fn report_on<'d>(dataset: &'d Dataset, values: &JsValue, request: &Request) -> Result<Report<'d>, JsValue> {
    let language = request.language;
    let unknown = |error: ReportError| fault::unknown(language, &[error]);
    let id = request.targets.first().ok_or_else(|| fault::no_target(language))?;
    let target = report::of_target(dataset, id, request.as_of).map_err(unknown)?.target;
    let given = series::read(values, dataset, language)?;
    let values =
        given.observations(dataset, target, request.as_of).map_err(|fault| series::say(values, &fault, language))?;
    report::of_values(dataset, id, values, request.asked(0)).map_err(unknown)
}

/// The views of these reports.
///
/// # Errors
/// Those of [`reports`].
pub fn views(dataset: &Dataset, request: &Request) -> Result<Vec<View>, JsValue> {
    let reports = reports(dataset, request)?;
    let language = request.language;
    let mut views = if request.kind == Kind::Trajectory {
        // Each chart is held against what its own reader chose.
        let each = reports.iter().enumerate();
        each.map(|(at, report)| view::trajectory_with(report, &request.trial(at).chosen, language)).collect()
    } else {
        view::of(request.kind, &reports, &request.trial(0).chosen, language)
    };
    if let Some(sheet) = &request.table {
        view::own::tell(&mut views, &reports, sheet);
    }
    if !request.updated.is_empty() {
        let said = fill(language.messages().foot_updated, &[("date", &request.updated)]);
        views.iter_mut().for_each(|view| view.foot.push(said.clone()));
    }
    Ok(views)
}

/// The scene of the view's drawing number `drawing`; `standalone` for a file, with title and foot inside.
pub fn scene(view: &View, request: &Request, drawing: usize, standalone: bool) -> Scene {
    scene::draw(view, Frame { drawing, standalone, styled: !standalone, ..request.frame })
}
