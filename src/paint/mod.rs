//! Painters: they copy a scene out and decide nothing.

mod ascii;
pub mod static_html;
mod svg_file;
mod svg_text;

pub use ascii::Markup;
pub use svg_file::svg_file;
pub use svg_text::{FONTS, svg_text};
