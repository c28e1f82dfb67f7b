//! The browser: the only module that uses wasm-bindgen, serde-wasm-bindgen, js-sys and web-sys.
//!
//! [`Core`] is all that JavaScript holds. Nothing here is global: two `Core`s know nothing of each other.

mod chart;
mod compose;
mod dom;
mod fault;
mod nodes;
mod options;

use wasm_bindgen::prelude::*;
use web_sys::Element;

use compose::Composer;
use options::Request;

/// The data package, and everything that can be drawn or told from it.
#[wasm_bindgen]
pub struct Core {
    composer: Composer,
}

#[wasm_bindgen]
impl Core {
    /// Unpacks the data package that is inside the program.
    ///
    /// # Errors
    /// `truncated`, where the program came incomplete.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Result<Core, JsValue> {
        Ok(Core { composer: Composer::embedded()? })
    }

    /// Fills `frame` with the parts of every chart that `options` ask for; figures are still empty (see `draw`).
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`; `frame` is then as it was.
    pub fn paint(&self, frame: &Element, options: &JsValue) -> Result<(), JsValue> {
        let request = Request::read(options)?;
        let mut views = Vec::new();
        for target in self.composer.targets(&request)? {
            views.push(self.composer.view(&target, &request));
        }
        chart::build(frame, &views, &request)
    }

    /// Draws the chart number `index` into its figure, in place of what was there.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    pub fn draw(&self, figure: &Element, index: usize, options: &JsValue) -> Result<(), JsValue> {
        let request = Request::read(options)?;
        let targets = self.composer.targets(&request)?;
        if let Some(target) = targets.get(index) {
            let view = self.composer.view(target, &request);
            nodes::replace(figure, &compose::scene(&view, &request, false), index)?;
        }
        Ok(())
    }

    /// What the charts show, in words; a line each.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    pub fn describe(&self, options: &JsValue) -> Result<String, JsValue> {
        self.each(options, |view, _| view.description.clone())
    }

    /// The first chart as an SVG document that stands alone.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    #[wasm_bindgen(js_name = renderSVG)]
    pub fn render_svg(&self, options: &JsValue) -> Result<String, JsValue> {
        let request = Request::read(options)?;
        let targets = self.composer.targets(&request)?;
        let first = targets.first().ok_or_else(|| fault::no_target(request.language))?;
        let view = self.composer.view(first, &request);
        Ok(crate::paint::svg_text(&compose::scene(&view, &request, true)))
    }

    fn each(
        &self,
        options: &JsValue,
        say: impl Fn(&crate::view::View, &Request) -> String,
    ) -> Result<String, JsValue> {
        let request = Request::read(options)?;
        let targets = self.composer.targets(&request)?;
        let said: Vec<String> = targets.into_iter().map(|target| say(&self.composer.view(&target, &request), &request)).collect();
        Ok(said.join("\n"))
    }
}
