//! Positioned marks and text with roles: what painters copy out.
//!
//! A scene is drawn with plotters through a backend of our own ([`recorder`]), which tags every mark with its role
//! and measures text by East Asian width ([`text`]).

mod badge;
mod chart;
mod comparison;
mod heading;
mod labels;
mod multiples;
mod palette;
mod pencil;
mod progress;
mod recorder;
mod scorecard;
mod text;
mod timeline;

pub use badge::symbol;
pub use palette::Palette;
pub use text::{width, wrap};

use crate::view::{Chart, Marks, View};
use pencil::{Pencil, Place};

/// Colours to draw with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on white.
    Light,
    /// Light on near black.
    Dark,
    /// Black on white with strong hues, at least 7:1.
    Contrast,
}

/// What a scene is drawn for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Frame {
    /// Width in CSS pixels; clamped to 240..=3840, of one line of text to 80..=480.
    pub width: f64,
    /// Height of the chart in CSS pixels, heading and foot not counted; `None` = [`chart_height`].
    pub height: Option<f64>,
    /// Size of the page's text in CSS pixels: 16 by default, 32 at 200 %; clamped to 8..=64.
    pub text: f64,
    /// Colours.
    pub theme: Theme,
    /// Whether title, finding and foot are drawn inside (a file that stands alone) or left to the page.
    pub standalone: bool,
    /// Whether colours are the page's own where it sets them (`--indicator-…`).
    pub styled: bool,
    /// Whether the verdict stands beside a drawing's own title.
    pub verdict: bool,
    /// Whether it stands in running text or a table cell: one line, for views that have such a form.
    pub compact: bool,
    /// Which of the view's drawings, from 0; one that it does not have is empty.
    pub drawing: usize,
}

impl Default for Frame {
    fn default() -> Self {
        Frame {
            width: 640.0,
            height: None,
            text: 16.0,
            theme: Theme::Light,
            standalone: false,
            styled: false,
            verdict: true,
            compact: false,
            drawing: 0,
        }
    }
}

/// A drawing: marks in painting order.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Accessible name: what the chart shows, in full.
    pub description: String,
    /// BCP 47 tag.
    pub lang: &'static str,
    /// Nodes, painted first to last.
    pub nodes: Vec<Node>,
}

/// A node of a scene: an element of SVG 1.1 with attributes in a fixed order.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Element name (`g`, `path`, `circle`, `text`, `rect`, `line`, `title`).
    pub name: &'static str,
    /// Attributes, in the order they are written.
    pub attributes: Vec<(&'static str, String)>,
    /// Text content (of `text` and `title`).
    pub text: String,
    /// Children.
    pub children: Vec<Node>,
}

impl Node {
    /// A node without text or children.
    pub fn new(name: &'static str, attributes: Vec<(&'static str, String)>) -> Node {
        Node { name, attributes, text: String::new(), children: Vec::new() }
    }

    /// How many nodes at or below this one have `role` as their `data-role`.
    pub fn count_role(&self, role: &str) -> usize {
        let own = self.attributes.iter().any(|(name, value)| *name == "data-role" && value == role);
        usize::from(own) + self.children.iter().map(|child| child.count_role(role)).sum::<usize>()
    }
}

/// The height that goes with a width and a text size, in CSS pixels, rounded: 0.42 of the width, at least 200 and at
/// most 380, and 5 pixels for each by which the text exceeds 16 (axis and labels take them up). A trajectory without a
/// value is no higher than one of 560 pixels' width.
///
/// `width` is taken within 240..=3840 and `text` within 8..=64; what is not finite counts as the lower end.
pub fn chart_height(width: f64, text: f64) -> f64 {
    let (width, text) = (within(width, 240.0, 3840.0), within(text, 8.0, 64.0));
    (within(width * 0.42, 200.0, 380.0) + (text - 16.0).max(0.0) * 5.0).round()
}

/// `value` between `low` and `high`; what is not finite is `low`. Not `f64::clamp`, whose panic alone, which formats
/// numbers, would be a twentieth of the program.
fn within(value: f64, low: f64, high: f64) -> f64 {
    if value.is_finite() { value.max(low).min(high) } else { low }
}

/// A small figure without title and foot, `width` by 0.4 of it; `description` says what it shows.
pub fn figure(chart: &Chart, description: &str, lang: &'static str, frame: Frame) -> Scene {
    let width = within(frame.width, 240.0, 480.0).round();
    let text = within(frame.text, 8.0, 64.0) * 0.875;
    let height = (width * 0.4 + (text - 14.0).max(0.0) * 5.0).round();
    let place = Place { left: 1.0, width: width - 2.0, top: 0.0, text };
    let nodes = chart::chart(chart, place, height, &Palette::within(frame));
    Scene { width, height, description: description.into(), lang, nodes }
}

/// A chart without a value is as high as one of this width, in CSS pixels.
const EMPTY: f64 = 560.0;

/// A trajectory of the height asked for, else of the one that goes with its width; returns where it ends.
fn trajectory(pencil: &mut Pencil, chart: &Chart, place: Place, frame: Frame, palette: &Palette) -> f64 {
    let whole = within(frame.width, 240.0, 3840.0).round();
    // A target alone needs no more height than half a page's width gives it.
    let bare = chart.observed.is_empty() && chart.beside.is_none();
    let most = if bare { whole.min(EMPTY) } else { whole };
    let height = frame.height.map_or_else(|| chart_height(most, place.text), |h| within(h, 120.0, 2160.0).round());
    // What stands alone has nobody to show cards.
    let nodes = match frame.standalone {
        true => chart::chart(chart, place, height, palette),
        false => chart::marked(chart, 0, place, height, palette),
    };
    for node in nodes {
        pencil.push(node);
    }
    place.top + height
}

/// Lays out one drawing of a view, the first unless `frame` says another.
pub fn draw(view: &View, frame: Frame) -> Scene {
    let (least, most) = if frame.compact { (80.0, 480.0) } else { (240.0, 3840.0) };
    let width = within(frame.width, least, most).round();
    let text = within(frame.text, 8.0, 64.0);
    let palette = Palette::within(frame);
    let mut nodes = Vec::new();
    let mut top = 0.0;
    if frame.standalone {
        nodes.push(Node::new(
            "rect",
            vec![
                ("data-role", "background".into()),
                ("width", "100%".into()),
                ("height", "100%".into()),
                ("fill", palette.background.into()),
            ],
        ));
        let (heading, bottom) = heading::heading(view, frame.verdict, width, text, &palette);
        nodes.extend(heading);
        top = bottom;
    }
    // In a page a letter may hang a little to the left of where its line begins, as J does in some faces.
    let side = if frame.standalone { heading::SIDE * text } else { text * 0.125 };
    let place = Place { left: side, width: width - 2.0 * side, top, text };
    let mut bottom = top;
    if let Some(drawing) = view.drawings.get(frame.drawing) {
        let mut pencil = Pencil::new(width);
        let pen = &mut pencil;
        bottom = match &drawing.marks {
            Marks::Trajectory(chart) => trajectory(pen, chart, place, frame, &palette),
            Marks::Progress(marks) => progress::draw(pen, marks, place, frame, &palette),
            Marks::Comparison(marks) => comparison::draw(pen, marks, place, frame, &palette),
            Marks::Multiples(charts) => multiples::draw(pen, charts, place, frame, &palette),
            Marks::Scorecard(marks) => scorecard::draw(pen, marks, place, frame, &palette),
            Marks::Timeline(marks) => timeline::draw(pen, marks, place, frame, &palette),
        };
        nodes.extend(pencil.into_nodes());
    }
    if frame.standalone {
        let (foot, end) = heading::foot(view, width, bottom, text, &palette);
        nodes.extend(foot);
        bottom = end;
    }
    Scene { width, height: bottom.ceil(), description: view.description.clone(), lang: view.language.tag(), nodes }
}
