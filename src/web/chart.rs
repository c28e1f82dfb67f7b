//! The parts around the drawing: title, verdict, finding, switch, table, working, sources, foot. Words come from the view and the messages.
//!
//! Names of parts are what pages restyle by (`::part(title)`); classes are for the element's own sheet.
//! Ids are those of the shadow tree: `title-0` belongs to the element's first chart.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::{self, Maker};
use super::options::{Controls, Request, written};
use super::{card, choices, nodes, operation, take};
use crate::language::{Messages, fill as filled};
use crate::scene::{self, Theme};
use crate::view::{Choice, Kind, Operation, View};

/// Puts a section into `frame` for each view. What a reader can change is still empty (see [`fill`]), and so are the
/// figures: the page measures them first.
pub fn build(frame: &Element, views: &[View], request: &Request) -> Result<(), JsValue> {
    let maker = Maker::beside(frame, request.language)?;
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
    let large = if request.large { " large" } else { "" };
    let compact = if request.frame.compact { " compact" } else { "" };
    frame.set_attribute("class", &["frame ", theme, large, compact].concat())?;
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
    if let Some(operation) = &view.operation {
        // An assumption in figures is another one in another unit.
        section.set_attribute("data-unit", &operation.slider.unit_id)?;
    }
    let id = |name: &str| format!("{name}-{index}");
    if request.frame.compact {
        // In running text there is the figure alone, with its name.
        for (class, text) in [("title", &*view.title), ("description", "")] {
            maker.add(&section, "span", &[("class", class), ("hidden", ""), ("id", &id(class))], text)?;
        }
        for (name, _) in panels(view, messages).iter().take(view.drawings.len().min(1)) {
            let figure = panel(maker, index, name, false, true)?;
            section.append_child(&figure)?;
        }
        return Ok(section);
    }
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
    let full = request.controls == Controls::Full;
    let operation = view.operation.as_ref().filter(|_| full);
    let choices = if full { &view.choices[..] } else { &[] };
    // What chooses among many targets stands before them; what moves one target's projection, below it.
    if operation.is_none() {
        changes(maker, &section, choices, None, index, messages)?;
    }
    let panels = panels(view, messages);
    let switched = operated && panels.len() > 1;
    // The table is the last.
    let first = if request.kind == Kind::Table { panels.len() - 1 } else { 0 };
    // The judging of one target alone says nothing that its finding does not.
    let several = view.verdict.is_none();
    let worked = operated && view.working.len() > usize::from(!several);
    // A report on paper is counts, changes and offices, then the table.
    let reported = worked && several && request.printing;
    for (at, (name, _)) in panels.iter().enumerate() {
        if reported && *name == TABLE {
            section.set_attribute("class", "chart report")?;
            maker.add(&section, "div", &[("class", "working"), ("part", "working")], "")?;
        }
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
    if operation.is_some() {
        changes(maker, &section, choices, operation, index, messages)?;
    }
    if operated {
        let controls = maker.add(&section, "div", &[("class", "controls"), ("part", "controls")], "")?;
        if switched {
            switch(maker, &controls, messages, index, &panels, first)?;
        }
        let panels = maker.add(&controls, "div", &[("class", "switch")], "")?;
        if worked && !reported {
            opener(maker, &panels, messages.working_heading, &id("working"))?;
            let attributes = [("class", "working"), ("part", "working")];
            let panel = maker.html("div", &attributes, "")?;
            section.append_child(opened(&panel, &id("working"), messages.working_heading)?)?;
        }
        if !view.sources.is_empty() {
            opener(maker, &panels, messages.show_source, &id("sources"))?;
            let panel = maker.html("div", &[("class", "sources"), ("part", "sources")], "")?;
            section.append_child(opened(&panel, &id("sources"), messages.source_heading)?)?;
        }
        opener(maker, &panels, messages.take_heading, &id("take"))?;
        let panel = take::panel(maker, view, index, request)?;
        section.append_child(opened(&panel, &id("take"), messages.take_heading)?)?;
    }
    maker.add(&section, "p", &[("class", "foot"), ("part", "foot")], "")?;
    Ok(section)
}

/// What a reader can change of the chart number `index`, with the buttons that take changes back.
fn changes(
    maker: &Maker,
    section: &Element,
    choices: &[Choice],
    operation: Option<&Operation>,
    index: usize,
    messages: &Messages,
) -> Result<(), JsValue> {
    if choices.is_empty() && operation.is_none() {
        return Ok(());
    }
    let parent = maker.add(section, "div", &[("class", "operation"), ("part", "operation")], "")?;
    choices::build(maker, &parent, choices, index)?;
    if let Some(operation) = operation {
        operation::build(maker, &parent, operation, index, messages)?;
    }
    choices::acts(maker, &parent, index, messages)
}

/// Puts into a section all that follows a reader's changes, but for its drawing.
pub fn fill(section: &Element, view: &View, index: usize, request: &Request) -> Result<(), JsValue> {
    let maker = Maker::beside(section, request.language)?;
    if let (Some(badge), Some(verdict)) = (section.query_selector("[part=verdict]")?, &view.verdict) {
        badge.set_attribute("class", &["verdict ", verdict.name].concat())?;
        badge.set_attribute("data-verdict", verdict.name)?;
        dom::empty(&badge)?;
        nodes::symbol(&maker, &badge, verdict.name)?;
        maker.add(&badge, "span", &[], &verdict.label)?;
    }
    for (selector, text) in [(".finding", &view.finding), (".description", &view.description)] {
        maker.say(section, selector, text)?;
    }
    if let Some(scroll) = section.query_selector(".scroll")? {
        let table = table(&maker, view, &index.to_string(), request)?;
        dom::empty(&scroll)?;
        scroll.append_child(&table)?;
    }
    // They are long: what nobody reads is not there.
    for (selector, content) in [(".working", working as Content), (".sources", sources)] {
        let Some(panel) = section.query_selector(selector)? else { continue };
        dom::empty(&panel)?;
        if !panel.has_attribute("hidden") {
            content(&maker, &panel, view, request)?;
        }
    }
    choices::fill(&maker, section, &view.choices)?;
    if let Some(operation) = &view.operation {
        operation::fill(&maker, section, operation)?;
    }
    if let Some(foot) = section.query_selector(".foot")? {
        dom::empty(&foot)?;
        let told_of = !request.contact.is_empty();
        for (at, (text, short)) in view.foot_parts().into_iter().enumerate() {
            let whole: dom::Attributes<'_> = if short { &[("class", "whole")] } else { &[] };
            if at > 0 {
                maker.add(&foot, "span", &[], " ")?;
            }
            maker.add(&foot, "span", whole, &text)?;
        }
        if told_of {
            maker.add(&foot, "span", &[], &[" ", &*view.foot_point()].concat())?;
            told(&maker, &foot, request)?;
        }
    }
    Ok(())
}

/// Puts what it holds into a panel.
type Content = fn(&Maker, &Element, &View, &Request) -> Result<(), JsValue>;

/// What is shown of where mistakes can be told of, and its address: empty where it is none to follow (a telephone
/// number, a name).
pub fn contact(given: &str) -> (&str, String) {
    let text = given.strip_prefix("mailto:").or_else(|| given.strip_prefix("tel:")).unwrap_or(given);
    let known = ["https://", "http://", "mailto:", "tel:"].iter().any(|scheme| given.starts_with(scheme));
    let mail = given.contains('@') && !given.contains([':', '/', ' ']);
    let url = match (known, mail) {
        (true, _) => given.to_string(),
        (_, true) => ["mailto:", given].concat(),
        _ => String::new(),
    };
    (text, url)
}

/// Adds where mistakes can be told of to the foot.
fn told(maker: &Maker, foot: &Element, request: &Request) -> Result<(), JsValue> {
    let messages = request.language.messages();
    let (text, url) = contact(&request.contact);
    if url.is_empty() {
        let said = filled(messages.foot_contact, &[("contact", text)]);
        maker.add(foot, "span", &[], &said)?;
    } else {
        // The template with a hole where the link goes.
        let (before, after) = messages.foot_contact.split_once("{contact}").unwrap_or_default();
        let line = maker.add(foot, "span", &[], before)?;
        maker.add(&line, "a", &[("class", "link"), ("part", "link"), ("href", &url)], text)?;
        maker.add(&line, "span", &[], after)?;
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

/// The table of the chart number `index`; its heads sort it (see `www/sort.js`).
fn table(maker: &Maker, view: &View, index: &str, request: &Request) -> Result<Element, JsValue> {
    let table = &view.table;
    // Of many columns each keeps its width, and the panel scrolls: squeezed together nobody could read them.
    let class = if table.head.len() > 7 { "table many" } else { "table" };
    let element = maker.html("table", &[("class", class), ("part", "table")], "")?;
    // What the title says already is heard, and not seen twice.
    let class = if table.caption == view.title { "said" } else { "caption" };
    maker.add(&element, "caption", &[("class", class)], &table.caption)?;
    let head = maker.add(&element, "thead", &[], "")?;
    let row = maker.add(&head, "tr", &[], "")?;
    // Nobody sorts paper; and a browser leaves buttons out where it says the heads again on the next page.
    let sorted = request.controls > Controls::None && table.rows.len() > 1 && !request.printing;
    for (at, text) in table.head.iter().enumerate() {
        let head = maker.add(&row, "th", &[("scope", "col"), ("class", "head")], if sorted { "" } else { text })?;
        if sorted {
            let id = ["head-", index, "-", &at.to_string()].concat();
            maker.add(
                &head,
                "button",
                &[("type", "button"), ("class", "sort"), ("part", "sort"), ("id", &id)],
                text,
            )?;
        }
    }
    let body = maker.add(&element, "tbody", &[], "")?;
    for cells in &table.rows {
        let row = maker.add(&body, "tr", &[], "")?;
        for (at, text) in cells.iter().enumerate() {
            let (name, class) = match at {
                0 => ("th", "cell name"),
                _ if text.text.starts_with("http") => ("td", "cell address"),
                _ => ("td", "cell"),
            };
            let attributes = [("class", class), ("scope", "row")];
            let attributes = if at == 0 { &attributes[..] } else { &attributes[..1] };
            let cell = maker.add(&row, name, attributes, &text.text)?;
            if let Some(order) = text.order {
                cell.set_attribute("data-order", &written(&order.into()))?;
            }
        }
    }
    Ok(element)
}

fn sources(maker: &Maker, panel: &Element, view: &View, request: &Request) -> Result<(), JsValue> {
    for source in &view.sources {
        card::entry(maker, panel, source, request.language.messages())?;
    }
    Ok(())
}
