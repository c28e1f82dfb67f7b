//! What the builder page asks, and no other: HTML to paste, and what is read of values that were pasted.
//!
//! The build takes these exports out of the scripts that pages include (`src/cli/build/wasm.rs` names them).

use wasm_bindgen::prelude::*;

use super::options::{Request, get, text};
use super::{Core, compose, fault, plain};
use crate::language::Language;
use crate::page_table::Sheet;
use crate::paint::static_html::Form;
use crate::report;
use crate::rows::{Row, Value};
use crate::snippet::{self, Shape, Snippet};
use crate::view;

#[wasm_bindgen]
impl Core {
    /// What is to be pasted: `{ text, files: [{ name, text }] }`. `options` are those of a chart, and `form`, `attributes`
    /// (those of the element, by name), `pasted`, `src`, `sheet` (`none` for no sheet), `hashes` (of sheet and script),
    /// `file`, `heading`.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`, `bad-table`; `refused`, its message being the name of why.
    #[wasm_bindgen(js_name = builderPaste)]
    pub fn builder_paste(&self, options: &JsValue) -> Result<JsValue, JsValue> {
        let request = asked(options)?;
        let views = compose::views(&self.dataset, &request)?;
        let attributes = get(options, "attributes");
        let attributes = snippet::attributes(|name| match name {
            "lang" => request.language.tag().into(),
            name => text(&attributes, name),
        });
        let form = text(options, "form");
        let shape = Shape::ALL.into_iter().find(|(name, _)| *name == form).map_or(Shape::Element, |(_, shape)| shape);
        let (src, sheet, file) = (text(options, "src"), text(options, "sheet"), text(options, "file"));
        let hashes = get(options, "hashes");
        let heading = get(options, "heading").as_f64().unwrap_or(3.0) as u8;
        let pasted = snippet::paste(&Snippet {
            shape,
            views: &views,
            form: Form {
                kind: request.kind,
                controls: request.controls,
                frame: request.frame,
                large: request.large,
                auto: attributes.iter().all(|(name, _)| *name != "theme"),
                sheet: sheet != "none",
                heading,
            },
            attributes,
            values: request.table.as_ref(),
            src: &src,
            sheet: &sheet,
            hashes: ["0", "1"].map(|at| text(&hashes, at)),
            file: &file,
        });
        let pasted = pasted.map_err(|why| fault::fault("refused", why.name()))?;
        let file =
            |(name, text): &(String, String)| row(&[("name", name.as_str().into()), ("text", text.as_str().into())]);
        let files = pasted.files.iter().map(file).collect();
        plain(&row(&[("text", pasted.text.as_str().into()), ("files", Value::List(files))]))
    }

    /// What is read of the values `pasted` for the one target: `{ values: [[year, cell, value]], faults: [sentence], rows:
    /// [[cell]], read }`, the last how many of which years, in words.
    ///
    /// # Errors
    /// `unknown-id`, `bad-value`.
    #[wasm_bindgen(js_name = builderCheck)]
    pub fn builder_check(&self, options: &JsValue) -> Result<JsValue, JsValue> {
        let request = asked(options)?;
        let language = request.language;
        let (Some(target), Some(sheet)) = (request.targets.first(), &request.table) else {
            return Err(fault::no_target(language));
        };
        let report = report::of_target(&self.dataset, target, request.asked(0))
            .map_err(|error| fault::unknown(language, &[error]))?;
        let list = |texts: &mut dyn Iterator<Item = &str>| Value::List(texts.map(Value::from).collect());
        let values = view::own::values(&report, language);
        let values = values.iter().map(|value| list(&mut value.iter().map(String::as_str))).collect();
        let faults = view::faults(&report, language);
        let read = view::own::read(std::slice::from_ref(&report), sheet, language).unwrap_or_default();
        let rows = sheet.text.split('\n').skip(1).map(|row| list(&mut row.split('\t'))).collect();
        plain(&row(&[
            ("values", Value::List(values)),
            ("faults", list(&mut faults.iter().map(String::as_str))),
            ("rows", Value::List(rows)),
            ("read", read.as_str().into()),
        ]))
    }

    /// The methods of projection that can be named: `[[name, word]]`, the words in the language of the tag `lang`.
    ///
    /// # Errors
    /// None that a caller can cause.
    #[wasm_bindgen(js_name = builderMethods)]
    pub fn builder_methods(&self, lang: &str) -> Result<JsValue, JsValue> {
        let language = Language::negotiate(lang).unwrap_or(Language::ZhHans);
        let pair = |(name, word): (&str, &str)| Value::List(vec![name.into(), word.into()]);
        plain(&Value::List(view::methods(language).into_iter().map(pair).collect()))
    }
}

/// What is asked, with what was pasted in place of a table.
fn asked(options: &JsValue) -> Result<Request, JsValue> {
    let pasted = get(options, "pasted").as_string().filter(|text| !text.trim().is_empty());
    let table = pasted.map(|text| Sheet::pasted(&text));
    let request = Request::read(options)?;
    Ok(Request { table, ..request })
}

fn row(fields: &[(&'static str, Value)]) -> Value {
    let field = |(name, value): &(&'static str, Value)| (std::borrow::Cow::Borrowed(*name), value.clone());
    Value::Row(Row(fields.iter().map(field).collect()))
}
