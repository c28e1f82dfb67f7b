//! From a request to views and scenes: the pipeline as the browser walks it.

use wasm_bindgen::JsValue;

use super::fault;
use super::options::Request;
use crate::dataset::{self, Dataset};
use crate::language::Language;
use crate::report::{self, Report, ReportError};
use crate::scene::{self, Frame, Scene};
use crate::view::{self, View};

/// Unpacks the data package inside the program.
///
/// # Errors
/// `truncated`.
pub fn embedded() -> Result<Dataset, JsValue> {
    dataset::embedded().map_err(|_| fault::fault("truncated", Language::ZhHans.messages().error_truncated))
}

/// The reports that a request asks for, in its order.
///
/// # Errors
/// `unknown-id`.
pub fn reports<'d>(dataset: &'d Dataset, request: &Request) -> Result<Vec<Report<'d>>, JsValue> {
    let found: Result<Vec<Report<'d>>, ReportError> = if request.targets.is_empty() {
        let of = |region: &String| report::of_indicator(dataset, &request.indicator, region, request.as_of);
        request.regions.iter().map(of).collect()
    } else {
        request.targets.iter().map(|id| report::of_target(dataset, id, request.as_of)).collect()
    };
    let found = found.map_err(|error| fault::report(request.language, &error))?;
    if found.is_empty() { Err(fault::no_target(request.language)) } else { Ok(found) }
}

/// The views of these reports.
///
/// # Errors
/// `unknown-id`.
pub fn views(dataset: &Dataset, request: &Request) -> Result<Vec<View>, JsValue> {
    let reports = reports(dataset, request)?;
    Ok(reports.iter().map(|report| view::trajectory(report, request.language)).collect())
}

/// The scene of a view; `standalone` for a file, with title and foot inside.
pub fn scene(view: &View, request: &Request, standalone: bool) -> Scene {
    scene::draw(view, Frame { standalone, ..request.frame })
}
