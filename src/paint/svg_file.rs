//! A drawing as a file for `<img>`: it turns dark with its reader's system by itself, since no page's style reaches it.

use super::svg_text;
use crate::scene::{Palette, Scene};

/// The scene as an SVG document that changes its colours as its reader's system says. `scene` is drawn with the page's
/// own colours ([`crate::scene::Frame::styled`]) in the light theme: the file is its own page.
pub fn svg_file(scene: &Scene) -> String {
    let text = svg_text(scene);
    let Some((head, rest)) = text.split_once(">\n") else { return text };
    let mut style = String::from("<style>");
    for (query, theme) in [("(prefers-color-scheme:dark)", 1), ("(prefers-contrast:more)", 2)] {
        style.push_str(&["@media screen and ", query, "{svg{"].concat());
        for (name, colours) in Palette::COLOURS {
            if let Some(colour) = colours.get(theme) {
                style.push_str(&["--indicator-", name, ":", colour, ";"].concat());
            }
        }
        style.push_str("}}");
    }
    [head, ">\n", &style, "</style>\n", rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_names_every_colour_of_the_other_themes() {
        let scene = Scene { width: 1.0, height: 2.0, description: String::new(), lang: "en", nodes: Vec::new() };
        let file = svg_file(&scene);
        for (name, colours) in Palette::COLOURS {
            for colour in &colours[1..] {
                assert!(file.contains(&format!("--indicator-{name}:{colour};")), "{name} {colour}");
            }
        }
        assert!(file.starts_with("<svg ") && file.ends_with("</style>\n</svg>\n"), "{file}");
    }
}
