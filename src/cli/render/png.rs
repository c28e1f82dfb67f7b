//! The painter of PNG: the SVG text, in pixels.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Family, Query, Weight};
use resvg::usvg::{FontResolver, Options, Tree};

use super::font::Fonts;
use crate::cli::Failure;
use crate::language::Language;

/// The picture of `svg` at `scale` pixels for each CSS pixel. All text is set in one family, whatever the SVG lists, so
/// that the same font gives the same picture everywhere.
///
/// # Errors
/// Where there is no memory for so many pixels.
pub fn paint(svg: &str, scale: f64, fonts: &Fonts, language: Language) -> Result<Vec<u8>, Failure> {
    let family = fonts.family(language).to_string();
    let options = Options {
        font_family: family.clone(),
        languages: vec![language.tag().to_string()],
        fontdb: std::sync::Arc::clone(&fonts.database),
        font_resolver: FontResolver {
            select_font: Box::new(move |font, database| {
                let families = &[Family::Name(&family)];
                database.query(&Query { families, weight: Weight(font.weight()), ..Query::default() })
            }),
            select_fallback: FontResolver::default_fallback_selector(),
        },
        ..Options::default()
    };
    let tree = Tree::from_str(svg, &options).map_err(|error| Failure::input(format!("the drawing: {error}")))?;
    let pixels = |length: f32| (f64::from(length) * scale).ceil().clamp(1.0, 65_535.0) as u32;
    let (width, height) = (pixels(tree.size().width()), pixels(tree.size().height()));
    let mut pixmap = Pixmap::new(width, height)
        .ok_or_else(|| Failure::input(format!("no memory for {width} x {height} pixels")).hint("a smaller --scale"))?;
    resvg::render(&tree, Transform::from_scale(scale as f32, scale as f32), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| Failure::input(format!("the drawing: {error}")))
}
