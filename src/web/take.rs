//! What a reader takes away: pictures, the table, a link, a print.
//!
//! `data-take` names what a button gives: `www/take.js` listens for them, and says in the panel's last line what came
//! of it, in the words that stand there.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::Maker;
use super::options::Request;
use crate::language::{Messages, fill};
use crate::view::{Kind, View};

/// The panel of the chart number `index`.
pub fn panel(maker: &Maker, view: &View, index: usize, request: &Request) -> Result<Element, JsValue> {
    let messages = request.language.messages();
    let panel = maker.html("div", &[("class", "take"), ("part", "take"), ("data-name", &name(request, index))], "")?;
    let row = maker.add(&panel, "div", &[("class", "switch")], "")?;
    let (drawn, tabled) = (!view.drawings.is_empty(), !view.table.rows.is_empty());
    for (take, word, offered) in [
        ("png", messages.take_png, drawn),
        ("svg", messages.take_svg, drawn),
        ("csv", messages.take_csv, tabled),
        ("copy", messages.take_copy, tabled),
        ("link", messages.take_link, request.share),
        ("print", messages.take_print, true),
    ] {
        if offered {
            let attributes = [("type", "button"), ("class", "button"), ("part", "button"), ("data-take", take)];
            maker.add(&row, "button", &attributes, word)?;
        }
    }
    let status = [
        ("class", "line status"),
        ("role", "status"),
        ("data-saved", messages.take_saved),
        ("data-copied", messages.take_copied),
        ("data-refused", messages.take_refused),
    ];
    maker.add(&panel, "p", &status, "")?;
    let columns = columns(view, messages);
    if !columns.is_empty() {
        maker.add(&panel, "p", &[("class", "source-heading")], messages.column_heading)?;
        let list = maker.add(&panel, "ul", &[("class", "fault-list")], "")?;
        for column in &columns {
            maker.add(&list, "li", &[("class", "line")], column)?;
        }
    }
    Ok(panel)
}

/// What each column holds; a head that says it itself is left out.
fn columns(view: &View, messages: &Messages) -> Vec<String> {
    let explained = [
        (messages.head_year, messages.column_year),
        (messages.head_actual, messages.column_actual),
        (messages.head_projection, messages.column_projection),
        (messages.head_path, messages.column_path),
        (messages.head_target, messages.column_target),
        (messages.head_source, messages.column_source),
        (messages.head_deadline, messages.column_deadline),
        (messages.head_latest, messages.column_latest),
        (messages.head_share, messages.column_share),
        (messages.progress_head_ought, messages.column_ought),
        (messages.head_gap, messages.column_gap),
        (messages.choice_judged, messages.column_judged),
        (messages.head_probability, messages.column_probability),
        (messages.head_qualifier, messages.column_qualifier),
    ];
    let text = |head: &str| explained.iter().find(|(known, _)| *known == head).map(|(_, text)| *text);
    let said = |head: &String| Some(fill(messages.column, &[("head", head), ("text", text(head)?)]));
    view.table.head.iter().filter_map(said).collect()
}

/// What files are called, without their ending: the target, or what else was asked for, the view and the language.
fn name(request: &Request, index: usize) -> String {
    let several = request.kind != Kind::Trajectory;
    let place = if several { 0 } else { index };
    let (region, number) = (request.regions.get(place), (place + 1).to_string());
    let parts: Vec<&str> = match (request.targets.get(place), &*request.indicator) {
        (Some(target), _) => vec![target],
        (None, "") if request.plans.is_empty() => vec!["all"],
        (None, "") => request.plans.iter().map(String::as_str).collect(),
        (None, indicator) if several => vec![indicator],
        (None, indicator) => vec![indicator, region.unwrap_or(&number)],
    };
    [&parts.join("-"), request.kind.name(), request.language.tag()].join(".")
}
