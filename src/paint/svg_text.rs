//! The painter of SVG text.

use crate::scene::{Node, Scene};

/// Fonts of a drawing that stands alone, Chinese first.
pub const FONTS: &str = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/// The scene as one standalone SVG document: the same bytes for the same scene, natively and in wasm.
pub fn svg_text(scene: &Scene) -> String {
    let mut out = String::with_capacity(8192);
    // A scene's size is whole pixels.
    let (width, height) = ((scene.width as i64).to_string(), (scene.height as i64).to_string());
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    out.push_str(&width);
    out.push_str("\" height=\"");
    out.push_str(&height);
    out.push_str("\" viewBox=\"0 0 ");
    out.push_str(&width);
    out.push(' ');
    out.push_str(&height);
    out.push_str("\" role=\"img\" lang=\"");
    out.push_str(scene.lang);
    out.push_str("\" aria-label=\"");
    escape(&scene.description, &mut out);
    out.push_str("\" font-family=\"");
    out.push_str(FONTS);
    out.push_str("\">\n");
    for child in &scene.nodes {
        node(child, escape, &mut out);
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

/// Writes a node and what is in it; `escape` says how text is written.
pub(super) fn node(node_: &Node, escape: fn(&str, &mut String), out: &mut String) {
    out.push('<');
    out.push_str(node_.name);
    for (name, value) in &node_.attributes {
        out.push(' ');
        out.push_str(name);
        out.push_str("=\"");
        escape(value, out);
        out.push('"');
    }
    if node_.text.is_empty() && node_.children.is_empty() {
        out.push_str("/>");
        return;
    }
    out.push('>');
    escape(&node_.text, out);
    for child in &node_.children {
        node(child, escape, out);
    }
    out.push_str("</");
    out.push_str(node_.name);
    out.push('>');
}

/// Escapes for text and double-quoted attributes alike; characters that XML 1.0 forbids are left out.
fn escape(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_data_stays_text() {
        let mut child = Node::new("text", vec![("x", "\"><script>".into())]);
        child.text = "<b>&\u{0}".into();
        let scene = Scene { width: 1.0, height: 2.0, description: "a \"b\"".into(), lang: "en", nodes: vec![child] };
        let svg = svg_text(&scene);
        assert!(svg.contains("x=\"&quot;&gt;&lt;script&gt;\""), "{svg}");
        assert!(svg.contains(">&lt;b&gt;&amp;</text>"), "{svg}");
        assert!(svg.contains("aria-label=\"a &quot;b&quot;\""), "{svg}");
    }
}
