//! The painter of SVG nodes: copies a scene into the page.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::{self, Attributes, Maker};
use crate::scene::{self, Node, Scene};

/// Puts the scene's drawing into `figure`, in place of what was there.
///
/// `index` is the chart's number in its element: the drawing is named by the title and described by the
/// description of that chart (see `chart::build`).
pub fn replace(figure: &Element, scene: &Scene, index: usize) -> Result<(), JsValue> {
    let named = [
        ("role", "img"),
        ("part", "svg"),
        ("aria-labelledby", &*format!("title-{index}")),
        ("aria-describedby", &*format!("description-{index}")),
    ];
    let svg = svg(&Maker::beside(figure)?, scene, &named)?;
    dom::empty(figure)?;
    figure.append_child(&svg)?;
    Ok(())
}

/// The scene's drawing as an element.
pub fn svg(maker: &Maker, scene: &Scene, attributes: Attributes<'_>) -> Result<Element, JsValue> {
    let svg = maker.svg("svg")?;
    let (width, height) = ((scene.width as i64).to_string(), (scene.height as i64).to_string());
    let size = [
        ("width", width.as_str()),
        ("height", height.as_str()),
        ("viewBox", &format!("0 0 {width} {height}")),
        ("focusable", "false"),
    ];
    for (name, value) in size.iter().chain(attributes) {
        svg.set_attribute(name, value)?;
    }
    for node in &scene.nodes {
        append(maker, &svg, node)?;
    }
    Ok(svg)
}

/// Adds a verdict's symbol to `parent`, in the colour of its text.
pub fn symbol(maker: &Maker, parent: &Element, verdict: &str) -> Result<(), JsValue> {
    let svg = maker.svg("svg")?;
    for (name, value) in
        [("width", "1em"), ("height", "1em"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true"), ("focusable", "false")]
    {
        svg.set_attribute(name, value)?;
    }
    append(maker, &svg, &scene::symbol(verdict, "currentColor"))?;
    parent.append_child(&svg)?;
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
