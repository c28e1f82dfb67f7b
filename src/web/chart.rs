//! The parts around the drawing: title, verdict, finding, switch, table, working, sources, foot. Words come from the view and the messages.
//!
//! Names of parts are what pages restyle by (`::part(title)`); classes are for the element's own sheet.
//! Ids are those of the shadow tree: `title-0` belongs to the element's first chart.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::{self, Maker};
use super::options::{Controls, Request};
use super::{card, nodes, operation};
use crate::language::Messages;
use crate::scene::{self, Theme};
use crate::view::{Kind, Source, Table, View};

/// Puts a section into `frame` for each view. What a reader can change is still empty (see [`fill`]), and so are the
/// figures: the page measures them first.
pub fn build(frame: &Element, views: &[View], request: &Request) -> Result<(), JsValue> {
    let maker = Maker::beside(frame)?;
    let sections = views
        .iter()
        .enumerate()
        .map(|(index, view)| section(&maker, view, index, request))
        .collect::<Result<Vec<Element>, JsValue>>()?;
    dom::empty(frame)?;
    let theme = match request.frame.theme {
        Theme::Light => "light",
        Theme::Dark => "dark",
        Theme::Contrast => "contrast",
    };
    frame.set_attribute("class", &format!("frame {theme}{}", if request.large { " large" } else { "" }))?;
    frame.set_attribute("lang", request.language.tag())?;
    for section in sections {
        frame.append_child(&section)?;
    }
    Ok(())
}

/// A section without what a reader's changes change: `fill` puts that in.
fn section(maker: &Maker, view: &View, index: usize, request: &Request) -> Result<Element, JsValue> {
    let messages = request.language.messages();
    let section = maker.html("div", &[("class", "chart"), ("part", "chart")], "")?;
    let id = |name: &str| format!("{name}-{index}");
    let top = maker.add(&section, "div", &[("class", "top")], "")?;
    maker.add(&top, "p", &[("class", "title"), ("part", "title"), ("id", &id("title"))], &view.title)?;
    if request.frame.verdict && view.verdict.is_some() {
        maker.add(&top, "p", &[("part", "verdict")], "")?;
    }
    let findings = maker.add(&section, "div", &[("class", "findings")], "")?;
    maker.add(&findings, "p", &[("class", "finding"), ("part", "finding")], "")?;
    // The longest finding of those tried keeps its room, so that nothing moves under the reader's finger.
    maker.add(&findings, "p", &[("class", "ghost"), ("aria-hidden", "true")], "")?;
    maker.add(&section, "p", &[("class", "description"), ("hidden", ""), ("id", &id("description"))], "")?;
    let operated = request.controls > Controls::None;
    let panels = panels(view, messages);
    let switched = operated && panels.len() > 1;
    // The table is the last.
    let first = if request.kind == Kind::Table { panels.len() - 1 } else { 0 };
    for (at, (name, _)) in panels.iter().enumerate() {
        if at == first || switched {
            let panel = panel(maker, index, name, switched, at == first)?;
            section.append_child(&panel)?;
        }
    }
    if !view.faults.is_empty() {
        let faults = maker.add(&section, "div", &[("class", "faults"), ("part", "faults")], "")?;
        maker.add(&faults, "p", &[("class", "line")], messages.fault_heading)?;
        let list = maker.add(&faults, "ul", &[("class", "fault-list")], "")?;
        for fault in &view.faults {
            maker.add(&list, "li", &[], fault)?;
        }
    }
    if let Some(operation) = view.operation.as_ref().filter(|_| request.controls == Controls::Full) {
        operation::build(maker, &section, operation, index, messages)?;
    }
    if operated {
        let controls = maker.add(&section, "div", &[("class", "controls"), ("part", "controls")], "")?;
        if switched {
            switch(maker, &controls, messages, index, &panels, first)?;
        }
        let panels = maker.add(&controls, "div", &[("class", "switch")], "")?;
        // The judging alone says nothing that the finding does not.
        if view.working.len() > 1 {
            opener(maker, &panels, messages.working_heading, &id("working"))?;
            let attributes = [("class", "working"), ("part", "working")];
            let panel = maker.html("div", &attributes, "")?;
            section.append_child(opened(&panel, &id("working"), messages.working_heading)?)?;
        }
        if !view.sources.is_empty() {
            opener(maker, &panels, messages.show_source, &id("sources"))?;
            let sources = sources(maker, messages, &view.sources)?;
            section.append_child(opened(&sources, &id("sources"), messages.source_heading)?)?;
        }
    }
    maker.add(&section, "p", &[("class", "foot"), ("part", "foot")], "")?;
    Ok(section)
}

/// Puts into a section all that follows a reader's changes, but for its drawing.
pub fn fill(section: &Element, view: &View, request: &Request) -> Result<(), JsValue> {
    let maker = Maker::beside(section)?;
    if let (Some(badge), Some(verdict)) = (section.query_selector("[part=verdict]")?, &view.verdict) {
        badge.set_attribute("class", &["verdict ", verdict.name].concat())?;
        badge.set_attribute("data-verdict", verdict.name)?;
        dom::empty(&badge)?;
        nodes::symbol(&maker, &badge, verdict.name)?;
        maker.add(&badge, "span", &[], verdict.word)?;
    }
    for (selector, text) in [(".finding", &view.finding), (".description", &view.description)] {
        dom::say(section, selector, text)?;
    }
    if let Some(scroll) = section.query_selector(".scroll")? {
        let table = table(&maker, &view.table)?;
        dom::empty(&scroll)?;
        scroll.append_child(&table)?;
    }
    if let Some(panel) = section.query_selector(".working")? {
        dom::empty(&panel)?;
        // It is long: what nobody reads is not there.
        if !panel.has_attribute("hidden") {
            working(&maker, &panel, view, request)?;
        }
    }
    if let Some(operation) = &view.operation {
        operation::fill(section, operation)?;
    }
    if let Some(foot) = section.query_selector(".foot")? {
        dom::empty(&foot)?;
        for (at, text) in view.foot.iter().enumerate() {
            let gap = if at == 0 { "" } else { request.language.messages().foot_gap };
            maker.add(&foot, "span", &[], &[gap, text].concat())?;
        }
    }
    Ok(())
}

/// A button that opens the panel called `id`.
fn opener(maker: &Maker, parent: &Element, word: &str, id: &str) -> Result<(), JsValue> {
    let attributes = [
        ("type", "button"),
        ("class", "button"),
        ("part", "button"),
        ("aria-expanded", "false"),
        ("aria-controls", id),
    ];
    maker.add(parent, "button", &attributes, word)?;
    Ok(())
}

/// The panel that such a button opens, closed.
fn opened<'e>(panel: &'e Element, id: &str, name: &str) -> Result<&'e Element, JsValue> {
    for (attribute, value) in [("id", id), ("role", "group"), ("aria-label", name), ("hidden", "")] {
        panel.set_attribute(attribute, value)?;
    }
    Ok(panel)
}

/// How it is worked out; without the judging where no verdict is to be shown.
fn working(maker: &Maker, panel: &Element, view: &View, request: &Request) -> Result<(), JsValue> {
    let judged = request.language.messages().working_verdict;
    for part in view.working.iter().filter(|part| request.frame.verdict || part.heading != judged) {
        let entry = maker.add(panel, "div", &[("class", "source")], "")?;
        maker.add(&entry, "p", &[("class", "source-heading")], &part.heading)?;
        if let Some(figure) = &part.figure {
            let scene = scene::figure(figure, "", request.language.tag(), request.frame);
            // The lines say what it shows.
            let svg = nodes::svg(maker, &scene, &[("aria-hidden", "true")])?;
            entry.append_child(&svg)?;
        }
        for line in &part.lines {
            // Formulas alone have equals signs; one to a line.
            if line.contains('=') {
                for formula in line.split(';') {
                    maker.add(&entry, "p", &[("class", "formula")], formula.trim())?;
                }
            } else {
                maker.add(&entry, "p", &[("class", "line")], line)?;
            }
        }
    }
    Ok(())
}

const TABLE: &str = "table";

/// Name and word of each panel: the drawings, then the table.
fn panels(view: &View, messages: &Messages) -> Vec<(&'static str, &'static str)> {
    let drawings = view.drawings.iter().map(|drawing| (drawing.name, drawing.word));
    drawings.chain([(TABLE, messages.show_table)]).collect()
}

fn panel(maker: &Maker, index: usize, name: &str, operated: bool, shown: bool) -> Result<Element, JsValue> {
    let class = if name == TABLE { "scroll" } else { "figure" };
    let element = maker.html("div", &[("class", class), ("part", class), ("id", &format!("{name}-{index}"))], "")?;
    if operated {
        element.set_attribute("role", "tabpanel")?;
        element.set_attribute("aria-labelledby", &format!("tab-{name}-{index}"))?;
    }
    if name == TABLE {
        // It can scroll sideways, so the keyboard must be able to reach it.
        element.set_attribute("tabindex", "0")?;
        if !operated {
            element.set_attribute("role", "group")?;
            element.set_attribute("aria-labelledby", &format!("title-{index}"))?;
        }
    }
    if !shown {
        element.set_attribute("hidden", "")?;
    }
    Ok(element)
}

fn switch(
    maker: &Maker,
    controls: &Element,
    messages: &Messages,
    index: usize,
    panels: &[(&'static str, &'static str)],
    first: usize,
) -> Result<(), JsValue> {
    let list = [("class", "switch"), ("part", "switch"), ("role", "tablist"), ("aria-label", messages.show_group)];
    let list = maker.add(controls, "div", &list, "")?;
    for (at, (name, word)) in panels.iter().enumerate() {
        let chosen = at == first;
        let attributes = [
            ("type", "button"),
            ("class", "tab"),
            ("part", "tab"),
            ("role", "tab"),
            ("id", &*format!("tab-{name}-{index}")),
            ("data-view", *name),
            ("aria-controls", &*format!("{name}-{index}")),
            ("aria-selected", if chosen { "true" } else { "false" }),
            ("tabindex", if chosen { "0" } else { "-1" }),
        ];
        maker.add(&list, "button", &attributes, word)?;
    }
    Ok(())
}

fn table(maker: &Maker, table: &Table) -> Result<Element, JsValue> {
    let element = maker.html("table", &[("class", "table"), ("part", "table")], "")?;
    maker.add(&element, "caption", &[("class", "caption")], &table.caption)?;
    let head = maker.add(&element, "thead", &[], "")?;
    let row = maker.add(&head, "tr", &[], "")?;
    for text in &table.head {
        maker.add(&row, "th", &[("scope", "col"), ("class", "head")], text)?;
    }
    let body = maker.add(&element, "tbody", &[], "")?;
    for cells in &table.rows {
        let row = maker.add(&body, "tr", &[], "")?;
        for (at, text) in cells.iter().enumerate() {
            if at == 0 {
                maker.add(&row, "th", &[("scope", "row"), ("class", "cell")], &text.text)?;
            } else {
                maker.add(&row, "td", &[("class", "cell")], &text.text)?;
            }
        }
    }
    Ok(element)
}

fn sources(maker: &Maker, messages: &Messages, sources: &[Source]) -> Result<Element, JsValue> {
    let panel = maker.html("div", &[("class", "sources"), ("part", "sources")], "")?;
    for source in sources {
        card::entry(maker, &panel, source, messages)?;
    }
    Ok(panel)
}
