//! The painter of SVG nodes: copies a scene into the page.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::{self, Maker};
use crate::scene::{Node, Scene};

/// Puts the scene's drawing into `figure`, in place of what was there.
///
/// `index` is the chart's number in its element: the drawing is named by the title and described by the
/// description of that chart (see `chart::build`).
pub fn replace(figure: &Element, scene: &Scene, index: usize) -> Result<(), JsValue> {
    let maker = Maker::beside(figure)?;
    let svg = maker.svg("svg")?;
    let (width, height) = ((scene.width as i64).to_string(), (scene.height as i64).to_string());
    for (name, value) in [
        ("width", width.as_str()),
        ("height", height.as_str()),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("role", "img"),
        ("part", "svg"),
        ("focusable", "false"),
        ("aria-labelledby", &format!("title-{index}")),
        ("aria-describedby", &format!("description-{index}")),
    ] {
        svg.set_attribute(name, value)?;
    }
    for node in &scene.nodes {
        append(&maker, &svg, node)?;
    }
    dom::empty(figure)?;
    figure.append_child(&svg)?;
    Ok(())
}

fn append(maker: &Maker, parent: &Element, node: &Node) -> Result<(), JsValue> {
    let element = maker.svg(node.name)?;
    for (name, value) in &node.attributes {
        element.set_attribute(name, value)?;
    }
    if !node.text.is_empty() {
        element.set_text_content(Some(&node.text));
    }
    for child in &node.children {
        append(maker, &element, child)?;
    }
    parent.append_child(&element)?;
    Ok(())
}
