//! The painter of SVG nodes: copies a scene into the page.

use std::cell::Cell;

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::{self, Attributes, Maker};
use crate::scene::{self, Node, Scene};
use crate::view::{Card, View};

/// Puts the scene's drawing into `figure`, in place of what was there.
///
/// `index` is the chart's number in its element: the drawing is named by the title and described by the
/// description of that chart (see `chart::build`). A mark that has a card is named by it and can be focused, the first
/// by Tab; `www/reading.js` moves on from there. All else is hidden from who hears the marks.
pub fn replace(figure: &Element, scene: &Scene, index: usize, view: &View) -> Result<(), JsValue> {
    let (cards, language) = (&view.cards[..], view.language);
    let maker = Maker::beside(figure, language)?;
    let cards = if scene.nodes.iter().any(|node| holds(node, cards)) { cards } else { &[] };
    let named = [
        ("role", if cards.is_empty() { "img" } else { "group" }),
        ("part", "svg"),
        ("aria-labelledby", &*format!("title-{index}")),
        ("aria-describedby", &*format!("description-{index}")),
    ];
    let svg = Painter { maker: &maker, cards, reached: Cell::new(false) }.svg(scene, &named)?;
    dom::empty(figure)?;
    figure.append_child(&svg)?;
    Ok(())
}

/// The scene's drawing as an element.
pub fn svg(maker: &Maker, scene: &Scene, attributes: Attributes<'_>) -> Result<Element, JsValue> {
    Painter::plain(maker).svg(scene, attributes)
}

/// Adds a verdict's symbol to `parent`, in the colour of its text.
pub fn symbol(maker: &Maker, parent: &Element, verdict: &str) -> Result<(), JsValue> {
    let svg = maker.svg("svg")?;
    for (name, value) in
        [("width", "1em"), ("height", "1em"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true"), ("focusable", "false")]
    {
        svg.set_attribute(name, value)?;
    }
    Painter::plain(maker).append(&svg, &scene::symbol(verdict, "currentColor"), true)?;
    parent.append_child(&svg)?;
    Ok(())
}

/// The card that a node names.
fn card<'c>(node: &Node, cards: &'c [Card]) -> Option<&'c Card> {
    let (_, mark) = node.attributes.iter().find(|(name, _)| *name == "data-mark")?;
    cards.get(usize::from(mark.parse::<u16>().ok()?))
}

/// Whether a mark that has a card is at or below `node`.
fn holds(node: &Node, cards: &[Card]) -> bool {
    card(node, cards).is_some() || node.children.iter().any(|child| holds(child, cards))
}

struct Painter<'p> {
    maker: &'p Maker,
    /// The cards of the marks; none where a drawing is one picture.
    cards: &'p [Card],
    /// Whether a mark can be reached by Tab already.
    reached: Cell<bool>,
}

impl<'p> Painter<'p> {
    fn plain(maker: &'p Maker) -> Painter<'p> {
        Painter { maker, cards: &[], reached: Cell::new(true) }
    }

    fn svg(&self, scene: &Scene, attributes: Attributes<'_>) -> Result<Element, JsValue> {
        let svg = self.maker.svg("svg")?;
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
            self.append(&svg, node, self.cards.is_empty())?;
        }
        Ok(svg)
    }

    /// Adds `node` to `parent`; `settled` where what is above it says already how it is heard.
    fn append(&self, parent: &Element, node: &Node, settled: bool) -> Result<(), JsValue> {
        // A browser shows a title as a tooltip, beside the card.
        if !self.cards.is_empty() && node.name == "title" {
            return Ok(());
        }
        let element = self.maker.svg(node.name)?;
        for (name, value) in &node.attributes {
            element.set_attribute(name, value)?;
        }
        let card = card(node, self.cards).filter(|_| !settled);
        if let Some(card) = card {
            let row = card.row.to_string();
            let tabindex = if self.reached.replace(true) { "-1" } else { "0" };
            for (name, value) in
                [("role", "img"), ("aria-label", &*card.said), ("data-row", &*row), ("tabindex", tabindex)]
            {
                element.set_attribute(name, value)?;
            }
        }
        let hidden = !settled && card.is_none() && !holds(node, self.cards);
        if hidden {
            element.set_attribute("aria-hidden", "true")?;
        }
        if !node.text.is_empty() {
            element.set_text_content(Some(&node.text));
        }
        for child in &node.children {
            self.append(&element, child, settled || hidden || card.is_some())?;
        }
        parent.append_child(&element)?;
        Ok(())
    }
}
