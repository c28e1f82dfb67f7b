//! The browser: the only module that uses wasm-bindgen, serde-wasm-bindgen, js-sys and web-sys.
//!
//! [`Core`] is all that JavaScript holds. Nothing here is global: two `Core`s know nothing of each other.

mod canvas;
mod chart;
mod compose;
mod dom;
mod fault;
mod nodes;
mod operation;
mod options;
mod table;

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element};

use crate::dataset::Dataset;
use crate::rows::{self, Value};
use crate::view::View;
use options::Request;

/// The data package, and everything that can be drawn or told from it.
#[wasm_bindgen]
pub struct Core {
    dataset: Dataset,
}

/// What is drawn and said.
#[wasm_bindgen]
impl Core {
    /// Unpacks the data package that is inside the program.
    ///
    /// # Errors
    /// `truncated`, where the program came incomplete.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Core, JsValue> {
        Ok(Core { dataset: compose::embedded()? })
    }

    /// Fills `frame` with a section for every chart that `options` ask for; what they say and draw is still to come
    /// (see `refresh`).
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`, `bad-table`; `frame` is then as it was.
    pub fn paint(&self, frame: &Element, options: &JsValue) -> Result<(), JsValue> {
        let request = Request::read(options)?;
        chart::build(frame, &compose::views(&self.dataset, &request)?, &request)
    }

    /// Says and draws the chart number `index` in its section, in place of what was there; controls stay, and so does
    /// the focus. A figure or panel that does not show stays empty.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`, `bad-table`; the section is then as it was.
    pub fn refresh(&self, section: &Element, index: usize, options: &JsValue) -> Result<(), JsValue> {
        let request = Request::read(options)?;
        let views = compose::views(&self.dataset, &request)?;
        let Some(view) = views.get(index) else { return Ok(()) };
        chart::fill(section, view, &request)?;
        match section.query_selector(".figure")? {
            Some(figure) if figure.has_attribute("hidden") => dom::empty(&figure),
            Some(figure) => nodes::replace(&figure, &compose::scene(view, &request, false), index),
            None => Ok(()),
        }
    }

    /// Draws the first chart, with title and foot, on a canvas, `scale` times its size; `size` is called with width and
    /// height first, and returns the context to draw on.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    #[wasm_bindgen(js_name = toCanvas)]
    pub fn to_canvas(&self, size: &js_sys::Function, options: &JsValue, scale: f64) -> Result<(), JsValue> {
        let (view, request) = self.first(options)?;
        let scene = compose::scene(&view, &request, true);
        let (width, height) = ((scene.width * scale).ceil(), (scene.height * scale).ceil());
        let context = size.call2(&JsValue::NULL, &width.into(), &height.into())?;
        canvas::paint(&context.unchecked_into::<CanvasRenderingContext2d>(), &scene, scale)
    }

    /// What the charts show, in words; a line each.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    pub fn describe(&self, options: &JsValue) -> Result<String, JsValue> {
        let request = Request::read(options)?;
        let said: Vec<String> =
            compose::views(&self.dataset, &request)?.into_iter().map(|view| view.description).collect();
        Ok(said.join("\n"))
    }

    /// The tables as CSV (RFC 4180).
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    #[wasm_bindgen(js_name = toCSV)]
    pub fn to_csv(&self, options: &JsValue) -> Result<String, JsValue> {
        let request = Request::read(options)?;
        let tables: Vec<String> =
            compose::views(&self.dataset, &request)?.iter().map(|view| table::csv(&view.table)).collect();
        Ok(tables.join("\r\n"))
    }

    /// The first chart as an SVG document that stands alone.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    #[wasm_bindgen(js_name = renderSVG)]
    pub fn render_svg(&self, options: &JsValue) -> Result<String, JsValue> {
        let (view, request) = self.first(options)?;
        Ok(crate::paint::svg_text(&compose::scene(&view, &request, true)))
    }

    fn first(&self, options: &JsValue) -> Result<(View, Request), JsValue> {
        let request = Request::read(options)?;
        let first = compose::views(&self.dataset, &request)?.into_iter().next();
        let view = first.ok_or_else(|| fault::no_target(request.language))?;
        Ok((view, request))
    }
}

/// What is known, as plain objects.
#[wasm_bindgen]
impl Core {
    /// Every plan.
    ///
    /// # Errors
    /// None that a caller can cause.
    pub fn plans(&self) -> Result<JsValue, JsValue> {
        plain(&rows::list(&self.dataset.plans))
    }

    /// Every region.
    ///
    /// # Errors
    /// None that a caller can cause.
    pub fn regions(&self) -> Result<JsValue, JsValue> {
        plain(&rows::list(&self.dataset.regions))
    }

    /// Every indicator.
    ///
    /// # Errors
    /// None that a caller can cause.
    pub fn indicators(&self) -> Result<JsValue, JsValue> {
        plain(&rows::list(&self.dataset.indicators))
    }

    /// The targets that `filter` (`plan`, `region`, `indicator`: ids or the objects) takes, restatements included; names are
    /// in its `lang`.
    ///
    /// # Errors
    /// None that a caller can cause.
    pub fn targets(&self, filter: &JsValue) -> Result<JsValue, JsValue> {
        plain(&options::filter(filter).targets(&self.dataset, options::language(filter)).into())
    }

    /// The observations that `filter` (`region`, `indicator`: ids or the objects) takes.
    ///
    /// # Errors
    /// None that a caller can cause.
    pub fn observations(&self, filter: &JsValue) -> Result<JsValue, JsValue> {
        plain(&options::filter(filter).observations(&self.dataset).into())
    }

    /// The path that the target in `options` requires.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    pub fn trajectory(&self, options: &JsValue) -> Result<JsValue, JsValue> {
        let request = Request::read(options)?;
        match compose::reports(&self.dataset, &request)?.first() {
            Some(report) => plain(&rows::trajectory(report).into()),
            None => Err(fault::no_target(request.language)),
        }
    }
}

/// A value as a plain object or array.
fn plain(rows: &Value) -> Result<JsValue, JsValue> {
    let serializer =
        serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    rows.serialize(&serializer).map_err(|error| fault::fault("panic", &error.to_string()))
}
