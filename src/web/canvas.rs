//! The painter of pictures: copies a scene onto a canvas. Strict pages refuse an SVG as an image's source, so a PNG
//! can't be had by that way.

use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, Path2d};

use crate::paint::FONTS;
use crate::scene::{Node, Scene};

/// Text size of SVG where none is given.
const TEXT: &str = "16";

/// Paints the whole scene, `scale` times its size.
pub fn paint(context: &CanvasRenderingContext2d, scene: &Scene, scale: f64) -> Result<(), JsValue> {
    context.scale(scale, scale)?;
    let pen = Pen { context, width: scene.width, height: scene.height };
    scene.nodes.iter().try_for_each(|node| pen.node(node, &[]))
}

struct Pen<'c> {
    context: &'c CanvasRenderingContext2d,
    width: f64,
    height: f64,
}

/// A node with those it lies in: what it does not say itself is theirs.
struct Style<'n> {
    chain: Vec<&'n Node>,
}

impl<'n> Style<'n> {
    fn own(node: &'n Node, name: &str) -> Option<&'n str> {
        node.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
    }

    fn get(&self, name: &str) -> Option<&'n str> {
        self.chain.iter().rev().find_map(|node| Style::own(node, name))
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.get(name).and_then(|value| number(value.strip_suffix("px").unwrap_or(value)))
    }
}

impl Pen<'_> {
    fn node(&self, node: &Node, above: &[&Node]) -> Result<(), JsValue> {
        let mut chain = above.to_vec();
        chain.push(node);
        let style = Style { chain };
        self.context.save();
        if let Some(opacity) = Style::own(node, "opacity").and_then(number) {
            self.context.set_global_alpha(self.context.global_alpha() * opacity);
        }
        if let Some(transform) = Style::own(node, "transform") {
            self.transform(transform)?;
        }
        match node.name {
            "text" => self.text(node, &style)?,
            "title" | "desc" => {}
            "g" => {}
            _ => self.shape(node, &style)?,
        }
        for child in node.children.iter().filter(|child| child.name != "tspan") {
            self.node(child, &style.chain)?;
        }
        self.context.restore();
        Ok(())
    }

    fn transform(&self, text: &str) -> Result<(), JsValue> {
        for call in text.split(')').filter(|call| !call.trim().is_empty()) {
            let Some((name, values)) = call.split_once('(') else { continue };
            let values: Vec<f64> = values.split([',', ' ']).filter_map(number).collect();
            match (name.trim(), values.as_slice()) {
                ("translate", [x, y]) => self.context.translate(*x, *y)?,
                ("translate", [x]) => self.context.translate(*x, 0.0)?,
                ("scale", [factor]) => self.context.scale(*factor, *factor)?,
                ("rotate", [degrees]) => self.context.rotate(degrees.to_radians())?,
                _ => {}
            }
        }
        Ok(())
    }

    /// A length of this node: a number or a share of the drawing's width or height.
    fn length(&self, node: &Node, name: &str, whole: f64) -> f64 {
        let value = Style::own(node, name).unwrap_or("0");
        match value.strip_suffix('%') {
            Some(share) => number(share).unwrap_or(0.0) * whole / 100.0,
            None => number(value).unwrap_or(0.0),
        }
    }

    fn outline(&self, node: &Node) -> Result<Path2d, JsValue> {
        let x = |name: &str| self.length(node, name, self.width);
        let y = |name: &str| self.length(node, name, self.height);
        let path = match node.name {
            "path" => Path2d::new_with_path_string(Style::own(node, "d").unwrap_or(""))?,
            _ => Path2d::new()?,
        };
        match node.name {
            "circle" => path.arc(x("cx"), y("cy"), x("r"), 0.0, std::f64::consts::TAU)?,
            "rect" => path.rect(x("x"), y("y"), x("width"), y("height")),
            "line" => {
                path.move_to(x("x1"), y("y1"));
                path.line_to(x("x2"), y("y2"));
            }
            "polyline" | "polygon" => {
                let points = Style::own(node, "points").unwrap_or("");
                let path = Path2d::new_with_path_string(&format!(
                    "M{points}{}",
                    if node.name == "polygon" { "Z" } else { "" }
                ))?;
                return Ok(path);
            }
            _ => {}
        }
        Ok(path)
    }

    fn shape(&self, node: &Node, style: &Style<'_>) -> Result<(), JsValue> {
        let path = self.outline(node)?;
        self.ink(style)?;
        if self.fills(style) {
            self.faded(style, "fill-opacity", || self.context.fill_with_path_2d(&path));
        }
        if self.strokes(style) {
            self.faded(style, "stroke-opacity", || self.context.stroke_with_path(&path));
        }
        Ok(())
    }

    fn text(&self, node: &Node, style: &Style<'_>) -> Result<(), JsValue> {
        let weight = style.get("font-weight").unwrap_or("normal");
        let size = style.get("font-size").unwrap_or(TEXT);
        let size = size.strip_suffix("px").unwrap_or(size);
        let family = style.get("font-family").unwrap_or(FONTS);
        self.context.set_font(&format!("{weight} {size}px {family}"));
        self.context.set_text_align(match style.get("text-anchor") {
            Some("middle") => "center",
            Some("end") => "right",
            _ => "left",
        });
        self.context.set_text_baseline(match style.get("dominant-baseline") {
            Some("middle" | "central") => "middle",
            Some("hanging") => "hanging",
            _ => "alphabetic",
        });
        self.ink(style)?;
        let mut lines = vec![node];
        lines.extend(node.children.iter().filter(|child| child.name == "tspan"));
        for line in lines.into_iter().filter(|line| !line.text.is_empty()) {
            let at = |name: &str, whole: f64| {
                let own = if Style::own(line, name).is_some() { line } else { node };
                self.length(own, name, whole)
            };
            let (x, y) = (at("x", self.width), at("y", self.height));
            // A halo lies under the letters, as `paint-order: stroke` has it.
            if self.strokes(style) {
                self.context.stroke_text(&line.text, x, y)?;
            }
            if self.fills(style) {
                self.context.fill_text(&line.text, x, y)?;
            }
        }
        Ok(())
    }

    fn fills(&self, style: &Style<'_>) -> bool {
        style.get("fill") != Some("none")
    }

    fn strokes(&self, style: &Style<'_>) -> bool {
        style.get("stroke").is_some_and(|stroke| stroke != "none")
    }

    fn faded(&self, style: &Style<'_>, name: &str, ink: impl Fn()) {
        let alpha = self.context.global_alpha();
        self.context.set_global_alpha(alpha * style.number(name).unwrap_or(1.0));
        ink();
        self.context.set_global_alpha(alpha);
    }

    fn ink(&self, style: &Style<'_>) -> Result<(), JsValue> {
        self.context.set_fill_style_str(style.get("fill").unwrap_or("#000"));
        self.context.set_stroke_style_str(style.get("stroke").unwrap_or("#000"));
        self.context.set_line_width(style.number("stroke-width").unwrap_or(1.0));
        self.context.set_line_cap(style.get("stroke-linecap").unwrap_or("butt"));
        self.context.set_line_join(style.get("stroke-linejoin").unwrap_or("miter"));
        let dashes = js_sys::Array::new();
        for dash in style.get("stroke-dasharray").unwrap_or("").split([',', ' ']).filter_map(number) {
            dashes.push(&dash.into());
        }
        self.context.set_line_dash(&dashes)
    }
}

/// A decimal number as a scene writes it: sign, digits, perhaps a point and more digits. The standard library's
/// parser brings 14 KB of tables for what never occurs here.
fn number(text: &str) -> Option<f64> {
    let (sign, digits) = text.strip_prefix('-').map_or((1.0, text), |digits| (-1.0, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut value = 0.0;
    let mut unit = 1.0;
    for (place, digit) in whole.chars().chain(fraction.chars()).enumerate() {
        value = value * 10.0 + f64::from(digit.to_digit(10)?);
        if place >= whole.len() {
            unit *= 10.0;
        }
    }
    (!digits.is_empty()).then_some(sign * value / unit)
}
