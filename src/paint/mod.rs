//! Painters: they copy a scene out and decide nothing.

mod svg_text;

pub use svg_text::{FONTS, svg_text};
