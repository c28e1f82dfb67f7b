//! Painters: they copy a scene out and decide nothing; `static_html` sets a view's words around its drawings as the element
//! does, for pages that show it before the script has come.

mod ascii;
pub mod static_html;
mod svg_file;
mod svg_text;

pub use ascii::Markup;
pub use svg_file::svg_file;
pub use svg_text::{FONTS, svg_text};
