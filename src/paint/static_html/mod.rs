//! The static first paint: what stands inside the element until it is drawn, and for good where no script runs.
//!
//! It has the parts that the element has, in their order: title, verdict, finding, drawing, the room of what is operated,
//! foot. In that room stand the table and the sources. No inline style, no `<style>`: strict policies forbid both.
//! `indicator-static.css`, where it is linked, sets it as the element's own sheet does, shows the drawing for narrow
//! places there, and turns it dark; without it the light drawing shrinks with its place.
//!
//! # Its drawing is the element's
//! With the same width, day, theme, language and text size the drawing is that of the element, to the byte: the marks within
//! the `<svg>` and its `width`, `height` and `viewBox` serialise alike. What the element adds for who operates it
//! (`role`, `aria-…`, `tabindex`, `data-row`, `part`) is not of the drawing; and in a page whose typeface runs wider than common
//! sans-serif faces the element sets its labels smaller (`www/fit.js`), which nobody can know beforehand.
//!
//! # It keeps the element's height
//! The drawing keeps its box in any place, and the room is as high as [`room`] says, so nothing moves when the
//! element takes over.

mod room;

pub use room::{Class, height, room};

use super::ascii::{Markup, escape};
use super::svg_text;
use crate::scene::{self, Frame, Node, Palette, Scene, Theme};
use crate::view::{Kind, Marks, Source, Table, View};

/// How much there is to operate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd)]
pub enum Controls {
    /// Chart, finding, foot.
    None,
    /// And table and source.
    Basic,
    /// Everything.
    Full,
}

/// What the static form is made for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Form {
    /// The kind of view: a table stands in place of a drawing.
    pub kind: Kind,
    /// How much there will be to operate.
    pub controls: Controls,
    /// The place: its width, its text size ([`Frame::text`], already enlarged where `large`), its theme.
    pub frame: Frame,
    /// Whether text is large (`text-size="large"`).
    pub large: bool,
    /// Whether colours follow the reader's system (`theme="auto"`); else they are those of the frame.
    pub auto: bool,
    /// Whether `indicator-static.css` is linked: then there is a second drawing, for narrow places.
    pub sheet: bool,
    /// Level of the heading, 1 to 6.
    pub heading: u8,
}

/// The sheet's name in `dist/`.
pub const SHEET: &str = "indicator-static.css";

/// Below this width, in CSS pixels, a place is narrow, and the sheet shows the drawing for narrow places.
pub const NARROW: f64 = 480.0;

/// What the drawing for narrow places is drawn for, in CSS pixels: the narrowest telephones and pages at 400 %.
pub const PHONE: f64 = 320.0;

impl Form {
    /// The width that the element leaves its drawing: a theme that is not the page's own has room around it, of 1 em.
    pub fn inner(&self, width: f64) -> f64 {
        if self.auto || self.frame.compact { width } else { width - 2.0 * self.frame.text }
    }

    /// The drawing that the element shows first in a place `width` wide.
    pub fn scene(&self, view: &View, width: f64) -> Option<Scene> {
        let shown = self.kind != Kind::Table && !view.drawings.is_empty();
        shown.then(|| {
            let frame = Frame { width: self.inner(width), drawing: 0, standalone: false, styled: true, ..self.frame };
            let mut scene = scene::draw(view, frame);
            let cards = view.cards.len();
            // The element's cards say what titles say.
            if scene.nodes.iter().any(|node| holds(node, cards)) {
                scene.nodes.iter_mut().for_each(untitle);
            }
            scene
        })
    }
}

/// Whether a mark that has a card is at or below `node`.
fn holds(node: &Node, cards: usize) -> bool {
    let mark = node.attributes.iter().find(|(name, _)| *name == "data-mark");
    let carded = mark.and_then(|(_, mark)| mark.parse::<usize>().ok()).is_some_and(|mark| mark < cards);
    carded || node.children.iter().any(|child| holds(child, cards))
}

fn untitle(node: &mut Node) {
    node.children.retain(|child| child.name != "title");
    node.children.iter_mut().for_each(untitle);
}

/// The static form of `views`, one after the other, in ASCII.
pub fn static_html(views: &[View], form: &Form) -> String {
    let mut out = Markup::default();
    for (index, view) in views.iter().enumerate() {
        if form.frame.compact {
            line(view, form, &mut out);
            continue;
        }
        chart(view, form, index > 0, &mut out);
        out.line();
    }
    out.into_text()
}

/// One line for running text: the drawing alone, in elements that may stand in a paragraph. Its width is the element's, in em
/// of the text around it.
fn line(view: &View, form: &Form, out: &mut Markup) {
    let Some(scene) = form.scene(view, form.frame.width) else { return };
    let class = ["indicator-static indicator-inline", if form.auto { " indicator-auto" } else { "" }].concat();
    out.open("span", &[("class", &class), ("lang", view.language.tag())]);
    let (width, height) = ((scene.width as i64).to_string(), (scene.height as i64).to_string());
    let attributes = [
        ("width", "15em"),
        ("viewBox", &["0 0 ", &width, " ", &height].concat()),
        ("focusable", "false"),
        ("role", "img"),
        ("aria-label", &scene.description),
    ];
    out.open("svg", &attributes);
    out.add("rect", &[("width", &width), ("height", &height), ("fill", &ground(form))], "");
    for node in &scene.nodes {
        svg_text::node(node, escape, out.end());
    }
    out.close("svg");
    out.close("span");
}

fn chart(view: &View, form: &Form, later: bool, out: &mut Markup) {
    let theme = match form.frame.theme {
        _ if form.auto => "indicator-auto",
        Theme::Light => "indicator-light",
        Theme::Dark => "indicator-dark",
        Theme::Contrast => "indicator-contrast",
    };
    let class = ["indicator-static ", theme, if form.large { " indicator-large" } else { "" }].concat();
    // The element knows by this attribute whose height it takes over.
    out.open("div", &[("class", &class), ("data-indicator-static", ""), ("lang", view.language.tag())]);
    out.line();
    let heading = ["h", &form.heading.to_string()].concat();
    out.open("div", &[("class", "indicator-top")]);
    out.add(&heading, &[("class", "indicator-title")], &view.title);
    if let Some(verdict) = view.verdict.as_ref().filter(|_| form.frame.verdict) {
        out.line();
        out.open("p", &[("class", &["indicator-verdict indicator-", verdict.name].concat())]);
        let symbol = [("width", "1em"), ("height", "1em"), ("viewBox", "0 0 16 16"), ("aria-hidden", "true")];
        out.open("svg", &symbol);
        svg_text::node(&scene::symbol(verdict.name, "currentColor"), escape, out.end());
        out.close("svg");
        out.add("span", &[], verdict.word);
        out.close("p");
    }
    out.close("div");
    out.line();
    out.add("p", &[("class", "indicator-finding")], &view.finding);
    out.line();
    figure(view, form, out);
    if form.kind == Kind::Table {
        // Of one target it is as wide as its place; of many each column keeps its width, as in the element.
        let many = view.table.head.len() > 7;
        scroll(
            view,
            if many { "indicator-table indicator-whole indicator-many" } else { "indicator-table indicator-whole" },
            out,
        );
        out.line();
    }
    below(view, form, later, out);
    out.open("p", &[("class", "indicator-foot")]);
    for (at, (text, short)) in view.foot_parts().into_iter().enumerate() {
        let piece: &[(&str, &str)] = if short { &[("class", "indicator-piece")] } else { &[] };
        out.say(if at > 0 { " " } else { "" });
        out.add("span", piece, &text);
    }
    out.close("p");
    out.line();
    out.close("div");
}

/// The drawing, and with a sheet the one for narrow places.
fn figure(view: &View, form: &Form, out: &mut Markup) {
    let wide = form.frame.width;
    let Some(scene) = form.scene(view, wide) else { return };
    let narrow = Some(PHONE).filter(|_| form.sheet && wide >= NARROW).and_then(|width| form.scene(view, width));
    out.open("div", &[("class", "indicator-figure"), ("role", "figure"), ("aria-label", &view.title)]);
    out.line();
    let whole = if narrow.is_some() { "indicator-wide" } else { "indicator-only" };
    let trajectory = matches!(view.drawings.first().map(|drawing| &drawing.marks), Some(Marks::Trajectory(_)));
    // A trajectory keeps its proportion where places differ in width, as the element's does (`scene::chart_height`);
    // of other drawings the box keeps its height.
    let class = if trajectory { [whole, " indicator-trajectory"].concat() } else { whole.to_string() };
    out.open("div", &[("class", &class)]);
    drawing(&scene, form, trajectory && wide >= NARROW, out);
    out.close("div");
    out.line();
    if let Some(scene) = narrow {
        out.open("div", &[("class", "indicator-narrow"), ("hidden", "")]);
        drawing(&scene, form, false, out);
        out.close("div");
        out.line();
    }
    out.close("div");
    out.line();
}

/// A drawing on its own ground, so that it can be read in a page of any colour; it shrinks in narrower places, and grows in
/// wider ones only where it `grows`.
fn drawing(scene: &Scene, form: &Form, grows: bool, out: &mut Markup) {
    let (width, height) = ((scene.width as i64).to_string(), (scene.height as i64).to_string());
    let view_box = ["0 0 ", &width, " ", &height].concat();
    let mut outer = vec![("width", "100%"), ("viewBox", &*view_box), ("preserveAspectRatio", "xMinYMin meet")];
    if !grows {
        outer.insert(1, ("height", &*height));
    }
    outer.push(("focusable", "false"));
    out.open("svg", &outer);
    out.add("rect", &[("width", &width), ("height", &height), ("fill", &ground(form))], "");
    let inner = [
        ("width", &*width),
        ("height", &*height),
        ("viewBox", &*view_box),
        ("focusable", "false"),
        ("role", "img"),
        ("aria-label", &*scene.description),
    ];
    out.open("svg", &inner);
    for node in &scene.nodes {
        svg_text::node(node, escape, out.end());
    }
    out.close("svg");
    out.close("svg");
}

/// What a drawing stands on.
fn ground(form: &Form) -> String {
    match form.frame.theme {
        Theme::Contrast => Palette::of(Theme::Contrast).background.to_string(),
        theme => ["var(--indicator-background,", Palette::of(theme).background, ")"].concat(),
    }
}

/// What stands where the element has its controls: the table and the sources, in a box of that height. A table's `height`
/// is the least it has, in every browser and without any style.
fn below(view: &View, form: &Form, later: bool, out: &mut Markup) {
    let class = Class::of(form.frame.width);
    // Without a sheet margins and lines are the page's: a line more than those.
    let spare = if form.sheet { 0.0 } else { 1.5 } + if later { 2.0 } else { 0.0 };
    let least = |class| (room(view, form, class) + spare * form.frame.text).ceil();
    let height = (least(class) as i64).to_string();
    let attributes = [
        ("class", "indicator-room"),
        ("role", "presentation"),
        ("width", "100%"),
        ("height", &*height),
        ("border", "0"),
        ("cellpadding", "0"),
        ("cellspacing", "0"),
    ];
    out.open("table", &attributes);
    out.open("tr", &[]);
    out.open("td", &[("valign", "top")]);
    out.line();
    // With the sheet on what is longer than the room scrolls in it.
    let boxed = form.sheet && least(class) >= BOX * form.frame.text;
    if boxed {
        out.open(
            "div",
            &[("class", "indicator-box"), ("role", "group"), ("aria-label", &view.title), ("tabindex", "0")],
        );
    }
    if form.kind != Kind::Table {
        // A long table would leave the element that follows it an empty page.
        let high = table_height(&view.table) * form.frame.text;
        let long = !boxed && high > least(class) + SPARE * form.frame.text;
        if long {
            out.open("details", &[]);
            out.add("summary", &[], view.language.messages().show_table);
        }
        if boxed {
            table(&view.table, "indicator-table", out);
        } else {
            scroll(view, "indicator-table", out);
        }
        if long {
            out.close("details");
        }
        out.line();
    }
    sources(&view.sources, out);
    if boxed {
        out.close("div");
    }
    out.close("td");
    if form.sheet && class == Class::Wide {
        let height = (least(Class::Narrow) as i64).to_string();
        out.open("td", &[("class", "indicator-spacer"), ("width", "0"), ("hidden", "")]);
        out.add("svg", &[("width", "0"), ("height", &height), ("aria-hidden", "true"), ("focusable", "false")], "");
        out.close("td");
    }
    out.close("tr");
    out.close("table");
    out.line();
}

/// A box that something can be read in is so high at least, in em.
const BOX: f64 = 5.0;

/// By how much a table may be higher than the room that is kept anyway, in em.
const SPARE: f64 = 8.0;

/// The height of a table with a line to a row, in em: caption, head and rows with their padding.
fn table_height(table: &Table) -> f64 {
    3.0 + 2.5 * table.rows.len() as f64
}

/// The table, which can scroll sideways where the sheet is on: so the keyboard must be able to reach it.
fn scroll(view: &View, class: &str, out: &mut Markup) {
    let attributes =
        [("class", "indicator-scroll"), ("role", "group"), ("aria-label", &*view.title), ("tabindex", "0")];
    out.open("div", &attributes);
    table(&view.table, class, out);
    out.close("div");
}

fn table(table: &Table, class: &str, out: &mut Markup) {
    out.open("table", &[("class", class)]);
    out.add("caption", &[], &table.caption);
    out.line();
    out.open("thead", &[]);
    out.open("tr", &[]);
    for head in &table.head {
        out.add("th", &[("scope", "col")], head);
    }
    out.close("tr");
    out.close("thead");
    out.line();
    out.open("tbody", &[]);
    out.line();
    for cells in &table.rows {
        out.open("tr", &[]);
        for (at, cell) in cells.iter().enumerate() {
            match at {
                0 => out.add("th", &[("scope", "row")], &cell.text),
                _ => out.add("td", &[], &cell.text),
            }
        }
        out.close("tr");
        out.line();
    }
    out.close("tbody");
    out.close("table");
    out.line();
}

/// The target's exact wording, and where it and the values stand, each place once.
fn sources(sources: &[Source], out: &mut Markup) {
    let mut said: Vec<(&str, &str)> = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let Some(place) = source.lines.first() else { continue };
        if said.len() >= PLACES || said.contains(&(place, &source.url)) {
            continue;
        }
        said.push((place, &source.url));
        out.open("p", &[("class", "indicator-source")]);
        if at == 0 && !source.quote.is_empty() {
            out.add("q", &[("lang", source.quote_lang)], &source.quote);
            out.say(" ");
        }
        if source.url.is_empty() {
            out.say(place);
        } else {
            out.add("a", &[("href", &source.url)], place);
        }
        out.close("p");
        out.line();
    }
}

/// How many places are named.
const PLACES: usize = 4;

#[cfg(test)]
mod tests;
