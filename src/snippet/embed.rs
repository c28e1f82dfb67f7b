//! Script, sheet and element (or `<div>`), the chart inside.

use super::{Shape, Snippet, sheet};
use crate::page_table::Sheet;
use crate::paint::Markup;
use crate::paint::static_html::static_html;

/// What is to be pasted of these forms.
pub fn paste(snippet: &Snippet<'_>) -> String {
    let mut out = Markup::default();
    let [sheet_hash, script_hash] = &snippet.hashes;
    if snippet.form.sheet {
        let address = sheet(snippet.src, snippet.sheet);
        let mut attributes = vec![("rel", "stylesheet"), ("href", &*address)];
        guard(&mut attributes, snippet, sheet_hash);
        out.open("link", &attributes);
        out.line();
    }
    let mut attributes = vec![("src", snippet.src), ("charset", "utf-8"), ("async", "")];
    guard(&mut attributes, snippet, script_hash);
    out.add("script", &attributes, "");
    out.line();
    let div = snippet.shape == Shape::Div;
    let named: Vec<(String, &str)> = snippet
        .attributes
        .iter()
        .map(|(name, value)| (if div { ["data-indicator-", name].concat() } else { name.to_string() }, value.as_str()))
        .collect();
    let attributes: Vec<(&str, &str)> = named.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let name = if div { "div" } else { "indicator-chart" };
    out.open(name, &attributes);
    // A line in running text has no room for line ends.
    if !snippet.form.frame.compact {
        out.line();
    }
    out.paste(&static_html(snippet.views, &snippet.form));
    if let Some(values) = snippet.values {
        own(values, &mut out);
    }
    out.close(name);
    out.line();
    out.into_text()
}

/// What a browser checks of a file from another host.
fn guard<'a>(attributes: &mut Vec<(&'a str, &'a str)>, snippet: &Snippet<'_>, hash: &'a str) {
    if snippet.shape == Shape::Cdn && !hash.is_empty() {
        attributes.extend([("integrity", hash), ("crossorigin", "anonymous")]);
    }
}

/// The page's own values as the table that the element reads, cell by cell as they were given. It does not show: the
/// chart's table has the same values, and the place is as high as the element.
fn own(values: &Sheet, out: &mut Markup) {
    out.open("table", &[("data-observations", ""), ("hidden", "")]);
    out.line();
    // The first line is the caption.
    for row in values.text.split('\n').skip(1) {
        out.open("tr", &[]);
        for cell in row.split('\t') {
            out.add("td", &[], cell);
        }
        out.close("tr");
        out.line();
    }
    out.close("table");
    out.line();
}
