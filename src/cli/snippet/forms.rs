//! The five forms.

use std::path::{Path, PathBuf};

use super::{Arguments, Shape, hash, said};
use crate::cli::{Failure, output};
use crate::paint::static_html::{self, NARROW, static_html};
use crate::paint::{Markup, svg_file};
use crate::scene::{self, Frame};
use crate::view::View;

/// What a drawing for telephones is drawn for, in CSS pixels.
const PHONE: f64 = 320.0;

/// Script, sheet and element (or `<div>`), the chart inside.
///
/// # Errors
/// Of the cdn form: no address of another host, or no file to hash.
pub fn embed(arguments: &Arguments, views: &[View]) -> Result<String, Failure> {
    let cdn = arguments.form == Shape::Cdn;
    if cdn && !["https://", "http://", "//"].iter().any(|start| arguments.src.starts_with(start)) {
        return Err(Failure::usage("--form cdn takes the script from another host")
            .hint("add --src with its address there: https://…/indicator-widgets.js"));
    }
    let hashed = |address: &str| if cdn { hash::pin(&arguments.dist, address).map(Some) } else { Ok(None) };
    let mut out = Markup::default();
    if let Some(sheet) = arguments.sheet() {
        let hash = hashed(&sheet)?;
        let mut attributes = vec![("rel", "stylesheet"), ("href", &*sheet)];
        guard(&mut attributes, hash.as_deref());
        out.open("link", &attributes);
        out.line();
    }
    let hash = hashed(&arguments.src)?;
    let mut attributes = vec![("src", &*arguments.src), ("charset", "utf-8"), ("async", "")];
    guard(&mut attributes, hash.as_deref());
    out.add("script", &attributes, "");
    out.line();
    let given = arguments.attributes();
    let div = arguments.form == Shape::Div;
    let named: Vec<(String, &str)> = given
        .iter()
        .map(|(name, value)| (if div { ["data-indicator-", name].concat() } else { name.to_string() }, value.as_str()))
        .collect();
    let attributes: Vec<(&str, &str)> = named.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let name = if div { "div" } else { "indicator-chart" };
    out.open(name, &attributes);
    out.line();
    out.paste(&static_html(views, &arguments.form(arguments.sheet().is_some())));
    out.close(name);
    out.line();
    Ok(out.into_text())
}

/// What a browser checks of a file from another host.
fn guard<'a>(attributes: &mut Vec<(&'a str, &'a str)>, hash: Option<&'a str>) {
    if let Some(hash) = hash {
        attributes.extend([("integrity", hash), ("crossorigin", "anonymous")]);
    }
}

/// Writes the drawing, and one for telephones beside it; gives back the `<img>`.
///
/// # Errors
/// No file to write to, or one that cannot be written; several charts in one picture.
pub fn picture(arguments: &Arguments, views: &[View]) -> Result<String, Failure> {
    let file = file(arguments, "svg")?;
    let [view] = views else {
        return Err(Failure::usage("a picture shows one chart").hint("name one --target, or another --view"));
    };
    if view.drawings.is_empty() {
        return Err(Failure::usage("this view is a table: there is no drawing of it").hint("take --form iframe"));
    }
    let form = arguments.form(false);
    let drawn = |width: f64| scene::draw(view, Frame { width, standalone: true, styled: form.auto, ..form.frame });
    let written = |scene: &scene::Scene| match form.auto {
        true => svg_file(scene),
        false => crate::paint::svg_text(scene),
    };
    let wide = drawn(arguments.width);
    output::write(&file, written(&wide).as_bytes())?;
    let mut out = Markup::default();
    let whole = |scene: &scene::Scene| (scene.height as i64).to_string();
    let phone = arguments.width >= NARROW;
    if phone {
        let (narrow, scene) = (beside(&file), drawn(PHONE));
        output::write(&narrow, written(&scene).as_bytes())?;
        let media = format!("(max-width: {}px)", NARROW as i64 - 1);
        out.open("picture", &[]);
        let name = name(&narrow);
        out.open("source", &[("media", &media), ("srcset", &name), ("width", "100%"), ("height", &whole(&scene))]);
    }
    // As wide as its place and as high as drawn: in narrower places the drawing shrinks, in wider ones it does not grow.
    let (name, height, alt) = (name(&file), whole(&wide), said(views).1);
    out.open("img", &[("src", &*name), ("alt", &*alt), ("width", "100%"), ("height", &*height)]);
    if phone {
        out.close("picture");
    }
    out.line();
    Ok(out.into_text())
}

/// Writes a page with the chart alone; gives back the `<iframe>`.
///
/// # Errors
/// No file to write to, or one that cannot be written.
pub fn frame(arguments: &Arguments, views: &[View]) -> Result<String, Failure> {
    let file = file(arguments, "html")?;
    let (title, _) = said(views);
    let mut page = Markup::default();
    page.paste("<!DOCTYPE html>\n");
    page.open("html", &[("lang", arguments.lang.tag())]);
    page.paste("\n<head>\n<meta charset=\"utf-8\">\n");
    page.paste("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.paste("<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.add("title", &[], &title);
    page.paste("\n</head>\n<body>\n<main>\n");
    page.paste(&embed(arguments, views)?);
    page.paste("</main>\n</body>\n</html>\n");
    output::write(&file, page.into_text().as_bytes())?;
    let form = arguments.form(arguments.sheet().is_some());
    // A page has 8 pixels around what it holds.
    let inner = arguments.width - 2.0 * MARGIN;
    let high = |width| views.iter().map(|view| static_html::height(view, &form, width)).sum::<f64>() + 2.0 * MARGIN;
    let height = (high(inner).max(high(inner.min(NARROW))) as i64).to_string();
    let mut out = Markup::default();
    let attributes = [
        ("src", &*name(&file)),
        ("title", &*title),
        ("width", "100%"),
        ("height", &*height),
        ("frameborder", "0"),
        ("loading", "lazy"),
    ];
    out.add("iframe", &attributes, "");
    out.line();
    Ok(out.into_text())
}

/// What a browser leaves around a page.
const MARGIN: f64 = 8.0;

/// The file that a form cannot do without.
fn file(arguments: &Arguments, ending: &str) -> Result<PathBuf, Failure> {
    let file = arguments.out.clone().ok_or_else(|| {
        Failure::usage("this form needs a file beside the page").hint(format!("add --out chart.{ending}"))
    })?;
    if file.extension().is_none_or(|kind| kind != ending) {
        let shown = file.display();
        return Err(Failure::usage(format!("{shown}: expected a name that ends in .{ending}")));
    }
    Ok(file)
}

/// `chart.svg` has `chart-narrow.svg` beside it.
fn beside(file: &Path) -> PathBuf {
    let stem = file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    file.with_file_name(format!("{stem}-narrow.svg"))
}

/// A file's own name, as a page beside it asks for it.
fn name(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
