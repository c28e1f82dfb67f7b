//! The browser: the only module that uses wasm-bindgen, serde-wasm-bindgen, js-sys and web-sys.
//!
//! [`Core`] is all that JavaScript holds. Nothing here is global: two `Core`s know nothing of each other.

mod builder;
mod canvas;
mod card;
mod chart;
mod choices;
mod compose;
mod dom;
mod fault;
mod nodes;
mod operation;
mod options;
mod own;
mod series;
mod table;
mod take;

use serde::Serialize;
use wasm_bindgen::prelude::*;
use web_sys::{CanvasRenderingContext2d, Element};

use crate::assessment::Rule;
use crate::backtest::{self, Untestable};
use crate::dataset::{Dataset, pack};
use crate::language::{Language, fill};
use crate::projection::{self, Bounds, Goal, Method, Sample};
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

    /// Takes the packed dataset in place of the one in force, for all that is asked from now on; the program's own where none
    /// is given. What it holds: see [`rows::holds`].
    ///
    /// # Errors
    /// `bad-dataset`, in the language that the tag `lang` names; the one in force stays.
    pub fn load(&mut self, packed: Option<Vec<u8>>, lang: &str) -> Result<JsValue, JsValue> {
        let language = Language::negotiate(lang).unwrap_or(Language::ZhHans);
        self.dataset = match packed {
            Some(bytes) => pack::decode(&bytes).map_err(|why| fault::bad_dataset(language, why))?,
            None => compose::embedded()?,
        };
        plain(&rows::holds(&self.dataset).into())
    }

    /// Fills `frame` with a section for every chart that `options` ask for; what they say and draw is still to come
    /// (see `refresh`). With `back` among them the first has a button to go back.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`, `bad-table`; `frame` is then as it was.
    pub fn paint(&self, frame: &Element, options: &JsValue) -> Result<(), JsValue> {
        let request = Request::read(options)?;
        chart::build(frame, &compose::views(&self.dataset, &request)?, &request)?;
        if !options::text(options, "back").is_empty()
            && let Some(top) = frame.query_selector(".top")?
        {
            card::back(&dom::Maker::beside(frame, request.language)?, &top, request.language.messages())?;
        }
        Ok(())
    }

    /// The card of a mark of the chart number `index`, an element of the document that `beside` is in; `full` to be read
    /// and operated, else at a glance. Nothing where there is no such mark.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`, `bad-table`.
    pub fn card(
        &self,
        beside: &Element,
        index: usize,
        mark: usize,
        full: bool,
        options: &JsValue,
    ) -> Result<Option<Element>, JsValue> {
        let request = Request::read(options)?;
        let views = compose::views(&self.dataset, &request)?;
        let Some(card) = views.get(index).and_then(|view| view.cards.get(mark)) else { return Ok(None) };
        let (maker, link) = (dom::Maker::beside(beside, request.language)?, options::text(options, "link"));
        card::card(&maker, card, full, &link, request.language.messages()).map(Some)
    }

    /// Says and draws the chart number `index` in its section, in place of what was there; controls stay, and so does
    /// the focus. A figure or panel that does not show stays empty. The years that its axis covers by itself stand in the
    /// section's `data-years`; with `axis` in `options` (first and last year) it covers these too.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`, `bad-table`; the section is then as it was.
    pub fn refresh(&self, section: &Element, index: usize, options: &JsValue) -> Result<(), JsValue> {
        let request = Request::read(options)?;
        let mut views = compose::views(&self.dataset, &request)?;
        let Some(view) = views.get_mut(index) else { return Ok(()) };
        if let Some((first, last)) = view.cover(request.axis) {
            section.set_attribute("data-years", &[&*first.to_string(), " ", &last.to_string()].concat())?;
        }
        chart::fill(section, view, index, &request)?;
        // On paper a chart stands beside the table that its reader looks at.
        let printed = request.printing && section.query_selector(".figure:not([hidden])")?.is_none();
        for (at, drawing) in view.drawings.iter().enumerate() {
            let figure = section.query_selector(&["[id=", drawing.name, "-", &index.to_string(), "]"].concat())?;
            match figure {
                Some(figure) if figure.has_attribute("hidden") && !(printed && at == 0) => dom::empty(&figure)?,
                Some(figure) => nodes::replace(&figure, &compose::scene(view, &request, at, false), index, view)?,
                None => {}
            }
        }
        Ok(())
    }

    /// Draws a chart (`chart` in `options`, else the first), with title and foot, on a canvas, `scale` times its size; `size` is called with width and
    /// height first, and returns the context to draw on.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    #[wasm_bindgen(js_name = toCanvas)]
    pub fn to_canvas(&self, size: &js_sys::Function, options: &JsValue, scale: f64) -> Result<(), JsValue> {
        let (view, request) = self.asked_for(options)?;
        let scene = compose::scene(&view, &request, request.frame.drawing, true);
        let (width, height) = ((scene.width * scale).ceil(), (scene.height * scale).ceil());
        let context = size.call2(&JsValue::NULL, &width.into(), &height.into())?;
        canvas::paint(&context.unchecked_into::<CanvasRenderingContext2d>(), &scene, scale)
    }

    /// Makes sure that what a script calls `call` takes an option `name`.
    ///
    /// # Errors
    /// `bad-value`, in the language that the tag `lang` names, with the option that was probably meant.
    pub fn known(&self, call: &str, name: &str, lang: &str) -> Result<(), JsValue> {
        options::known(call, name, Language::negotiate(lang).unwrap_or(Language::ZhHans))
    }

    /// The width of a line of bold text at 100 pixels by which labels are laid out.
    pub fn ruler(&self, text: &str) -> f64 {
        crate::scene::width(text, 100.0, true)
    }

    /// What stands for a chart whose values are long in coming.
    pub fn waiting(&self, options: &JsValue) -> String {
        options::language(options).messages().own_waiting.into()
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

    /// The tables as CSV (RFC 4180), or that of `chart` in `options`.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    #[wasm_bindgen(js_name = toCSV)]
    pub fn to_csv(&self, options: &JsValue) -> Result<String, JsValue> {
        let request = Request::read(options)?;
        let views = compose::views(&self.dataset, &request)?;
        let asked = views.iter().enumerate().filter(|(at, _)| request.chart.is_none_or(|chart| chart == *at));
        let tables: Vec<String> = asked.map(|(_, view)| table::csv(&view.table)).collect();
        Ok(tables.join("\r\n"))
    }

    /// A chart (`chart` in `options`, else the first) as an SVG document that stands alone.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    #[wasm_bindgen(js_name = renderSVG)]
    pub fn render_svg(&self, options: &JsValue) -> Result<String, JsValue> {
        let (view, request) = self.asked_for(options)?;
        Ok(crate::paint::svg_text(&compose::scene(&view, &request, request.frame.drawing, true)))
    }

    /// What a file is made of: where mistakes can be told of stands in it as text.
    fn asked_for(&self, options: &JsValue) -> Result<(View, Request), JsValue> {
        let request = Request::read(options)?;
        let view = compose::views(&self.dataset, &request)?.into_iter().nth(request.chart.unwrap_or(0));
        let mut view = view.ok_or_else(|| fault::no_target(request.language))?;
        view.cover(request.axis);
        if !request.contact.is_empty() {
            let (text, _) = chart::contact(&request.contact);
            view.foot.push(fill(request.language.messages().foot_contact, &[("contact", text)]));
        }
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
    /// `unknown-id`.
    pub fn targets(&self, filter: &JsValue) -> Result<JsValue, JsValue> {
        plain(&compose::filter(&self.dataset, filter)?.targets(&self.dataset, options::language(filter)).into())
    }

    /// The observations that `filter` (`region`, `indicator`: ids or the objects) takes.
    ///
    /// # Errors
    /// `unknown-id`.
    pub fn observations(&self, filter: &JsValue) -> Result<JsValue, JsValue> {
        plain(&compose::filter(&self.dataset, filter)?.observations(&self.dataset).into())
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

/// Where things are heading, as plain objects.
#[wasm_bindgen]
impl Core {
    /// The projection of `of`: a series, or a target with what is known of it.
    ///
    /// # Errors
    /// `bad-table` of a series, `unknown-id` of a target, `bad-value` of an option.
    pub fn project(&self, of: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let asked = self.asked(of, options)?;
        let end = series::end(options, asked.until, asked.language)?;
        let projected = projection::of(&asked.samples, asked.method, asked.bounds);
        series::unprojectable(projected.as_ref().err(), options, asked.language)?;
        plain(&rows::projection(&projected, end, asked.goal).into())
    }

    /// What the method would have said of the last value of `of`, `years` before it or from every earlier value.
    ///
    /// # Errors
    /// As [`Core::project`].
    pub fn backtest(&self, of: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let asked = self.asked(of, options)?;
        let years = series::years(options, "years", asked.language)?;
        let one = |years: i32| backtest::of(&asked.samples, asked.method, asked.bounds, years.unsigned_abs());
        let every = || backtest::of_every_origin(&asked.samples, asked.method, asked.bounds);
        let trials = match years {
            Some(years) => one(years).map(|trial| vec![trial]),
            // One year back the most was known: why there is no such trial is why there is none.
            None => Some(every()).filter(|trials| !trials.is_empty()).map_or_else(|| one(1).map(|one| vec![one]), Ok),
        };
        if let Err(Untestable::Unprojectable(reason)) = &trials {
            series::unprojectable(Some(reason), options, asked.language)?;
        }
        plain(&rows::backtest(&trials).into())
    }

    /// The verdict on `target` from what is known of it, or from `values` alone, by the `rule` in `options`: `own`, a
    /// published one, or `all`.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`; `bad-table` of the values.
    pub fn assess(&self, target: &JsValue, values: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
        let request = Request::of(target, options)?;
        let language = request.language;
        let report = if values.is_undefined() || values.is_null() {
            compose::reports(&self.dataset, &request)?.into_iter().next()
        } else {
            Some(compose::report_on(&self.dataset, values, &request)?)
        };
        let report = report.ok_or_else(|| fault::no_target(language))?;
        let name = options::text(options, "rule");
        let row = match Rule::parse(&name) {
            Some(rule) => rows::assessment(&report, rule),
            None if name.is_empty() => rows::assessment(&report, Rule::Own),
            None if name == "all" => rows::assessments(&report),
            None => {
                let names: Vec<&str> = Rule::ALL.iter().map(|rule| rule.name()).chain(["all"]).collect();
                return Err(fault::bad_value(language, "rule", &name, &names.join(", ")));
            }
        };
        series::unprojectable(report.projection.as_ref().err(), options, language)?;
        plain(&row.into())
    }

    fn asked(&self, of: &JsValue, options: &JsValue) -> Result<Asked, JsValue> {
        let request = Request::of(of, options)?;
        let (language, options::Trial { method, until, .. }) = (request.language, request.usual.clone());
        if request.targets.is_empty() {
            let given = series::read(of, &self.dataset, language)?;
            let bounds = given.bounds(series::bounds(options, language)?, &self.dataset);
            let goal = series::goal(options, language)?;
            return Ok(Asked { samples: given.samples, bounds, goal, language, method, until });
        }
        let reports = compose::reports(&self.dataset, &request)?;
        let report = reports.first().ok_or_else(|| fault::no_target(language))?;
        Ok(Asked {
            samples: report.samples(),
            bounds: report.bounds(),
            goal: Some(report.goal()),
            language,
            method,
            until,
        })
    }
}

/// What a script asks of a series.
struct Asked {
    samples: Vec<Sample>,
    bounds: Bounds,
    goal: Option<Goal>,
    language: Language,
    method: Method,
    until: Option<i32>,
}

/// A value as a plain object or array.
fn plain(rows: &Value) -> Result<JsValue, JsValue> {
    let serializer =
        serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true).serialize_maps_as_objects(true);
    rows.serialize(&serializer).map_err(|error| fault::fault("panic", &error.to_string()))
}
