//! What must hold for any drawing: every number is one, nothing is cut, no two texts meet, no tick stands twice.
#![allow(dead_code, reason = "each test takes what it needs")]

use indicator_widgets::scene::{self, Node, Scene};

/// How many nodes of the scene have a role.
pub fn count(scene: &Scene, role: &str) -> usize {
    scene.nodes.iter().map(|node| node.count_role(role)).sum()
}

/// A node's attribute.
pub fn attribute<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    node.attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| value.as_str())
}

/// A text and the box of its letters, in pixels.
#[derive(Debug, Clone)]
pub struct Said {
    /// What it says.
    pub text: String,
    /// Left, top, right and bottom.
    pub place: [f64; 4],
    /// Which axis it labels, if any: years are no values, though both may say 2000.
    pub axis: Option<*const Node>,
}

/// Every text of the scene, first to last.
pub fn texts(scene: &Scene) -> Vec<Said> {
    let mut all = Vec::new();
    scene.nodes.iter().for_each(|node| collect(node, None, &mut all));
    all
}

fn collect(node: &Node, axis: Option<*const Node>, all: &mut Vec<Said>) {
    let axis = if attribute(node, "data-role") == Some("axis") { Some(std::ptr::from_ref(node)) } else { axis };
    if node.name == "text" {
        let number = |name| attribute(node, name).and_then(|value| value.parse::<f64>().ok()).unwrap_or(f64::NAN);
        let (x, y, size) = (number("x"), number("y"), number("font-size"));
        let wide = scene::width(&node.text, size, attribute(node, "font-weight").is_some());
        let left = match attribute(node, "text-anchor") {
            Some("end") => x - wide,
            Some("middle") => x - wide / 2.0,
            _ => x,
        };
        // Letters reach from about 0.75 em above the line to 0.2 em below it.
        let place = [left, y - size * 0.75, left + wide, y + size * 0.2];
        all.push(Said { text: node.text.clone(), place, axis });
    }
    node.children.iter().for_each(|child| collect(child, axis, all));
}

fn numbers(node: &Node, wrong: &mut Vec<String>) {
    for (name, value) in &node.attributes {
        if value.contains("NaN") || value.contains("inf") {
            wrong.push(format!("{name}={value}"));
        }
    }
    node.children.iter().for_each(|child| numbers(child, wrong));
}

/// What is wrong with the scene.
pub fn faults(scene: &Scene) -> Vec<String> {
    let mut wrong = Vec::new();
    scene.nodes.iter().for_each(|node| numbers(node, &mut wrong));
    let all = texts(scene);
    for (at, one) in all.iter().enumerate() {
        let [left, top, right, bottom] = one.place;
        let inside = left >= -0.6 && top >= -0.6 && right <= scene.width + 0.6 && bottom <= scene.height + 0.6;
        if !inside {
            wrong.push(format!("cut: {one:?} in {} x {}", scene.width, scene.height));
        }
        for other in &all[..at] {
            let [from, over, to, under] = other.place;
            let (wide, tall) = (right.min(to) - left.max(from), bottom.min(under) - top.max(over));
            if wide > 1.0 && tall > 1.0 {
                wrong.push(format!("overlap: {} | {}", other.text, one.text));
            }
            if one.axis.is_some()
                && one.axis == other.axis
                && one.text == other.text
                && (left - from).abs() < 40.0
                && tall > -60.0
            {
                wrong.push(format!("a tick twice: {}", one.text));
            }
        }
    }
    wrong
}

/// The first few of these faults, or that there is none.
pub fn sound(scene: &Scene) -> Result<(), String> {
    let wrong = faults(scene);
    if wrong.is_empty() { Ok(()) } else { Err(wrong[..wrong.len().min(8)].join("\n")) }
}
