//! HTML to paste into a page, with the chart inside as it shows before and without the script: five forms of one thing.
//!
//! The tool writes what comes of it to files and standard output, the builder page puts it on the clipboard: the same
//! bytes for the same question.

mod attributes;
mod embed;
mod frame;
mod picture;

pub use attributes::attributes;

use crate::page_table::Sheet;
use crate::paint::static_html::{Form, SHEET};
use crate::view::View;

/// How a chart gets into a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Script, sheet and `<indicator-chart>`.
    Element,
    /// The same as a `<div>`, where an editor strips elements that it does not know.
    Div,
    /// A picture alone.
    Img,
    /// A page of its own in a frame.
    Iframe,
    /// As element, from another host, with the files' hashes.
    Cdn,
}

impl Shape {
    /// Every form, by the name that people call it.
    pub const ALL: [(&'static str, Shape); 5] = [
        ("element", Shape::Element),
        ("div", Shape::Div),
        ("img", Shape::Img),
        ("iframe", Shape::Iframe),
        ("cdn", Shape::Cdn),
    ];

    /// How the name of the file ends that it needs beside the page; nothing where it needs none.
    pub fn ending(self) -> Option<&'static str> {
        match self {
            Shape::Img => Some("svg"),
            Shape::Iframe => Some("html"),
            Shape::Element | Shape::Div | Shape::Cdn => None,
        }
    }
}

/// What is to be pasted.
#[derive(Debug, Clone)]
pub struct Snippet<'a> {
    /// Its form.
    pub shape: Shape,
    /// What the chart shows.
    pub views: &'a [View],
    /// What it is drawn for; its `sheet` says whether one is linked.
    pub form: Form,
    /// The element's attributes, as [`attributes`] gives them.
    pub attributes: Vec<(&'static str, String)>,
    /// Values of the page's own that stand in the element.
    pub values: Option<&'a Sheet>,
    /// Address of the script, as the page is to ask for it.
    pub src: &'a str,
    /// Address of the sheet; empty for the one beside the script.
    pub sheet: &'a str,
    /// What a browser is to check of sheet and script ([`Shape::Cdn`] alone); an empty one is left out.
    pub hashes: [String; 2],
    /// Name of the file beside the page, where the form needs one: `chart.svg`, `chart.html`.
    pub file: &'a str,
}

/// What came of it, all of it ASCII but the drawings, which are UTF-8.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// What goes into the page.
    pub text: String,
    /// What goes beside the page, by name.
    pub files: Vec<(String, String)>,
}

/// Why there is nothing to paste.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// [`Shape::Cdn`] from the page's own host.
    OwnHost,
    /// The form needs a file beside the page, and has no name for it that ends as it must.
    NoFile,
    /// Several charts in one picture.
    Several,
    /// A view without a drawing as a picture.
    NoDrawing,
}

impl Refused {
    /// Its name for scripts.
    pub fn name(self) -> &'static str {
        match self {
            Refused::OwnHost => "own-host",
            Refused::NoFile => "no-file",
            Refused::Several => "several",
            Refused::NoDrawing => "no-drawing",
        }
    }
}

/// The HTML that `snippet` asks for, and the files that go with it.
///
/// # Errors
/// What the form cannot be.
pub fn paste(snippet: &Snippet<'_>) -> Result<Pasted, Refused> {
    let far = ["https://", "http://", "//"].iter().any(|start| snippet.src.starts_with(start));
    if snippet.shape == Shape::Cdn && !far {
        return Err(Refused::OwnHost);
    }
    if let Some(ending) = snippet.shape.ending()
        && !named(snippet.file, ending)
    {
        return Err(Refused::NoFile);
    }
    match snippet.shape {
        Shape::Img => picture::paste(snippet),
        Shape::Iframe => Ok(frame::paste(snippet)),
        Shape::Element | Shape::Div | Shape::Cdn => Ok(Pasted { text: embed::paste(snippet), files: Vec::new() }),
    }
}

/// Whether `file` is a name that ends in a point and `ending`.
fn named(file: &str, ending: &str) -> bool {
    file.strip_suffix(ending).and_then(|name| name.strip_suffix('.')).is_some_and(|name| !name.is_empty())
}

/// The sheet beside the script `src`, or the one at `sheet` where that names one.
pub fn sheet(src: &str, sheet: &str) -> String {
    if !sheet.is_empty() {
        return sheet.into();
    }
    let folder = src.rfind('/').and_then(|at| src.get(..=at)).unwrap_or_default();
    [folder, SHEET].concat()
}

/// The name of the file that `address` names, without its folder, query and fragment.
pub fn file_of(address: &str) -> &str {
    address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or_default()
}

/// The title of what is shown, and what it shows.
fn said(views: &[View]) -> (String, String) {
    let title = views.first().map(|view| view.title.clone()).unwrap_or_default();
    let shown: Vec<&str> = views.iter().map(|view| view.description.as_str()).collect();
    (title, shown.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_has_a_name_before_its_ending() {
        assert!(named("chart.svg", "svg") && named("a.b.svg", "svg"));
        assert!(!named("chart.html", "svg") && !named(".svg", "svg") && !named("chartsvg", "svg") && !named("", "svg"));
    }

    #[test]
    fn the_sheet_stands_beside_the_script() {
        assert_eq!(sheet("indicator-widgets.js", ""), "indicator-static.css");
        assert_eq!(sheet("../js/w.js?v=2", ""), "../js/indicator-static.css");
        assert_eq!(sheet("../js/w.js", "/css/s.css"), "/css/s.css");
        assert_eq!(file_of("https://files.example.org/1/w.js?v=2#x"), "w.js");
    }
}
