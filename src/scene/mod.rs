//! Positioned marks and text with roles: what painters copy out.

use crate::view::View;

/// Colours to draw with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    Light,
    /// Light on near black.
    Dark,
    /// Black and white with strong hues.
    Contrast,
}

/// What a scene is drawn for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Width in CSS pixels, 280 to 1920 (clamped).
    pub width: f64,
    /// Height in CSS pixels; `None` = the height that goes with the width.
    pub height: Option<f64>,
    /// Size of 1 rem of chart text in CSS pixels; 16 by default, 32 at 200 %.
    pub text: f64,
    /// Colours.
    pub theme: Theme,
    /// Whether title, finding and foot are drawn inside (a file that stands alone) or left to the page.
    pub standalone: bool,
}

/// A drawing: marks in painting order.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Accessible name.
    pub title: String,
    /// Accessible description.
    pub description: String,
    /// BCP 47 tag.
    pub lang: &'static str,
    /// Nodes, painted first to last.
    pub nodes: Vec<Node>,
}

/// A node of a scene: an element with attributes in a fixed order, as SVG knows them.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// SVG element name (`g`, `path`, `circle`, `text`, `rect`, `line`).
    pub name: &'static str,
    /// Attributes, in the order they are written.
    pub attributes: Vec<(&'static str, String)>,
    /// Text content (of `text`, `title`, `desc`).
    pub text: String,
    /// Children.
    pub children: Vec<Node>,
}

/// Lays out a view.
pub fn draw(_view: &View, _frame: Frame) -> Scene {
    unimplemented!()
}
