//! The parts around the drawing: title, finding, switch, table, sources, foot. Words come from the view and the messages.
//!
//! Names of parts are what pages restyle by (`::part(title)`); classes are for the element's own sheet.
//! Ids are those of the shadow tree: `title-0` belongs to the element's first chart.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::{self, Maker};
use super::options::{Controls, Panel, Request};
use crate::language::Messages;
use crate::scene::Theme;
use crate::view::{Source, Table, View};

/// Fills `frame` with a section for each view. Their figures stay empty: the page measures them first.
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

fn section(maker: &Maker, view: &View, index: usize, request: &Request) -> Result<Element, JsValue> {
    let messages = request.language.messages();
    let section = maker.html("div", &[("class", "chart"), ("part", "chart")], "")?;
    let id = |name: &str| format!("{name}-{index}");
    maker.add(&section, "p", &[("class", "title"), ("part", "title"), ("id", &id("title"))], &view.title)?;
    maker.add(&section, "p", &[("class", "finding"), ("part", "finding")], &view.finding)?;
    maker.add(&section, "p", &[("hidden", ""), ("id", &id("description"))], &view.description)?;
    let operated = request.controls > Controls::None;
    for panel in [Panel::Trajectory, Panel::Table] {
        let shown = panel == request.panel;
        if shown || operated {
            let panel = self::panel(maker, view, index, panel, operated, shown)?;
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
    if operated {
        let controls = maker.add(&section, "div", &[("class", "controls"), ("part", "controls")], "")?;
        switch(maker, &controls, messages, index, request.panel)?;
        if !view.sources.is_empty() {
            let panel = id("sources");
            let attributes = [
                ("type", "button"),
                ("class", "button"),
                ("part", "button"),
                ("aria-expanded", "false"),
                ("aria-controls", &panel),
            ];
            maker.add(&controls, "button", &attributes, messages.show_source)?;
            let sources = sources(maker, messages, &view.sources, &panel)?;
            section.append_child(&sources)?;
        }
    }
    let foot = maker.add(&section, "p", &[("class", "foot"), ("part", "foot")], "")?;
    for (at, text) in view.foot.iter().enumerate() {
        let text = if at == 0 { text.clone() } else { format!("{}{text}", messages.foot_gap) };
        maker.add(&foot, "span", &[], &text)?;
    }
    Ok(section)
}

fn panel_names(panel: Panel) -> (&'static str, &'static str) {
    match panel {
        Panel::Trajectory => ("trajectory", "figure"),
        Panel::Table => ("table", "scroll"),
    }
}

fn panel(
    maker: &Maker,
    view: &View,
    index: usize,
    panel: Panel,
    operated: bool,
    shown: bool,
) -> Result<Element, JsValue> {
    let (name, class) = panel_names(panel);
    let element = maker.html("div", &[("class", class), ("part", class), ("id", &format!("{name}-{index}"))], "")?;
    if operated {
        element.set_attribute("role", "tabpanel")?;
        element.set_attribute("aria-labelledby", &format!("tab-{name}-{index}"))?;
    }
    if panel == Panel::Table {
        // It can scroll sideways, so the keyboard must be able to reach it.
        element.set_attribute("tabindex", "0")?;
        if !operated {
            element.set_attribute("role", "group")?;
            element.set_attribute("aria-labelledby", &format!("title-{index}"))?;
        }
        let table = table(maker, &view.table)?;
        element.append_child(&table)?;
    }
    if !shown {
        element.set_attribute("hidden", "")?;
    }
    Ok(element)
}

fn switch(maker: &Maker, controls: &Element, messages: &Messages, index: usize, first: Panel) -> Result<(), JsValue> {
    let list = [("class", "switch"), ("part", "switch"), ("role", "tablist"), ("aria-label", messages.show_group)];
    let list = maker.add(controls, "div", &list, "")?;
    for (panel, word) in [(Panel::Trajectory, messages.show_chart), (Panel::Table, messages.show_table)] {
        let (name, _) = panel_names(panel);
        let chosen = panel == first;
        let attributes = [
            ("type", "button"),
            ("class", "tab"),
            ("part", "tab"),
            ("role", "tab"),
            ("id", &*format!("tab-{name}-{index}")),
            ("data-view", name),
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
                maker.add(&row, "th", &[("scope", "row"), ("class", "cell")], text)?;
            } else {
                maker.add(&row, "td", &[("class", "cell")], text)?;
            }
        }
    }
    Ok(element)
}

fn sources(maker: &Maker, messages: &Messages, sources: &[Source], id: &str) -> Result<Element, JsValue> {
    let attributes = [
        ("class", "sources"),
        ("part", "sources"),
        ("id", id),
        ("role", "group"),
        ("aria-label", messages.source_heading),
        ("hidden", ""),
    ];
    let panel = maker.html("div", &attributes, "")?;
    for source in sources {
        let entry = maker.add(&panel, "div", &[("class", "source"), ("part", "source")], "")?;
        maker.add(&entry, "p", &[("class", "source-heading")], &source.heading)?;
        if !source.quote.is_empty() {
            maker.add(
                &entry,
                "blockquote",
                &[("class", "quote"), ("part", "quote"), ("lang", source.quote_lang)],
                &source.quote,
            )?;
        }
        for line in &source.lines {
            maker.add(&entry, "p", &[("class", "line")], line)?;
        }
        // The package's own checks allow only web addresses; a page's data may say anything.
        if source.url.starts_with("https://") || source.url.starts_with("http://") {
            let line = maker.add(&entry, "p", &[("class", "line")], "")?;
            let attributes =
                [("class", "link"), ("part", "link"), ("href", &source.url), ("target", "_blank"), ("rel", "noopener")];
            maker.add(&line, "a", &attributes, messages.source_link)?;
        }
    }
    Ok(panel)
}
