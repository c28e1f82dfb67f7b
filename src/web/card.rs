//! Cards: what is shown of a mark, and the way to the chart of the target that it stands for.

use wasm_bindgen::JsValue;
use web_sys::Element;

use super::dom::Maker;
use crate::language::Messages;
use crate::view::{Card, Source};

/// Lines below the heading while a reader only passes by.
const GLANCE: usize = 2;

/// The card of a mark as an element: a glance at it, which is not heard (the mark itself is), or all of it, to be read.
///
/// `link` is the page's address of a target's own chart, with `{target}` for its id; where there is none, a button
/// (`data-open`) asks for it.
pub fn card(maker: &Maker, card: &Card, full: bool, link: &str, messages: &Messages) -> Result<Element, JsValue> {
    let heard = if full {
        [("role", "dialog"), ("aria-label", &*card.said), ("tabindex", "-1")]
    } else {
        [("aria-hidden", "true"), ("data-glance", ""), ("role", "presentation")]
    };
    let element = maker.html("div", &[("class", "card"), ("part", "card")], "")?;
    for (name, value) in heard {
        element.set_attribute(name, value)?;
    }
    if !full {
        maker.add(&element, "p", &[("class", "source-heading")], &card.source.heading)?;
        return lines(maker, &element, card.source.lines.iter().take(GLANCE)).map(|()| element);
    }
    entry(maker, &element, &card.source, messages)?;
    let acts = maker.add(&element, "div", &[("class", "card-acts")], "")?;
    if !card.target.is_empty() {
        let address = address(link, &card.target);
        match address {
            Some(address) => {
                let attributes = [("class", "link"), ("part", "link"), ("href", &*address)];
                maker.add(&acts, "a", &attributes, messages.card_open)?;
            }
            None => button(maker, &acts, ("data-open", &card.target), messages.card_open)?,
        }
    }
    button(maker, &acts, ("data-close", ""), messages.card_close)?;
    Ok(element)
}

/// Adds the way back to what a target was opened from.
pub fn back(maker: &Maker, top: &Element, messages: &Messages) -> Result<(), JsValue> {
    let line = maker.add(top, "div", &[("class", "back")], "")?;
    button(maker, &line, ("data-back", ""), messages.card_back)
}

/// Adds a source to `parent`: heading, wording, who published it, the link where there is one.
pub fn entry(maker: &Maker, parent: &Element, source: &Source, messages: &Messages) -> Result<(), JsValue> {
    let entry = maker.add(parent, "div", &[("class", "source"), ("part", "source")], "")?;
    maker.add(&entry, "p", &[("class", "source-heading")], &source.heading)?;
    if !source.quote.is_empty() {
        let attributes = [("class", "quote"), ("part", "quote"), ("lang", source.quote_lang)];
        maker.add(&entry, "blockquote", &attributes, &source.quote)?;
    }
    lines(maker, &entry, source.lines.iter())?;
    // The package's own checks allow only web addresses; a page's data may say anything.
    if source.url.starts_with("https://") || source.url.starts_with("http://") {
        let line = maker.add(&entry, "p", &[("class", "line")], "")?;
        let attributes =
            [("class", "link"), ("part", "link"), ("href", &source.url), ("target", "_blank"), ("rel", "noopener")];
        maker.add(&line, "a", &attributes, messages.source_link)?;
    }
    Ok(())
}

fn lines<'t>(maker: &Maker, parent: &Element, lines: impl Iterator<Item = &'t String>) -> Result<(), JsValue> {
    for line in lines {
        maker.add(parent, "p", &[("class", "line")], line)?;
    }
    Ok(())
}

fn button(maker: &Maker, parent: &Element, act: (&str, &str), word: &str) -> Result<(), JsValue> {
    let attributes = [("type", "button"), ("class", "button"), ("part", "button"), act];
    maker.add(parent, "button", &attributes, word)?;
    Ok(())
}

/// The address of a target by the page's template: of the web, or relative to the page; nothing that a browser might
/// take for another scheme, which would be run.
fn address(template: &str, target: &str) -> Option<String> {
    let (before, after) = template.split_once("{target}")?;
    let address = [before, target, after].concat();
    let scheme = address.split(['/', '?', '#']).next().and_then(|start| start.split_once(':'));
    let web = scheme.is_none_or(|(name, _)| name.eq_ignore_ascii_case("https") || name.eq_ignore_ascii_case("http"));
    web.then_some(address)
}
