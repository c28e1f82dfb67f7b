//! Small trajectories on one scale, as many beside each other as there is room for.

use super::chart;
use super::labels::Anchor;
use super::pencil::{Pencil, Place};
use super::text::wrap;
use super::{Frame, Palette, within};
use crate::view::Chart;

/// Least width of a chart, in em of the page's text.
const LEAST: f64 = 17.5;
/// Most charts beside each other.
const MOST: f64 = 4.0;
/// Size of the titles, and of a chart's text, in em.
const TITLE: f64 = 0.9;
const TEXT: f64 = 0.875;

/// Draws them; returns where they end.
pub(super) fn draw(
    pencil: &mut Pencil,
    charts: &[(String, Chart, usize)],
    place: Place,
    frame: Frame,
    palette: &Palette,
) -> f64 {
    let Place { left, width, top, text } = place;
    let gap = text * 1.5;
    let most = MOST.min(charts.len().max(1) as f64);
    let columns = within(((width + gap) / (LEAST * text + gap)).floor(), 1.0, most);
    let wide = (width - gap * (columns - 1.0)) / columns;
    let size = TITLE * text;
    let high = (within(wide * 0.5, 130.0, 240.0) + (text - 16.0).max(0.0) * 5.0).round();
    let mut bottom = top;
    for row in charts.chunks(columns as usize) {
        let titles: Vec<Vec<String>> = row.iter().map(|(title, ..)| wrap(title, size, true, wide)).collect();
        // Charts beside each other begin at one height.
        let lines = titles.iter().map(Vec::len).max().unwrap_or(0) as f64;
        let start = bottom + lines * size * 1.4;
        for (at, ((_, chart, card), title)) in row.iter().zip(titles).enumerate() {
            let x = left + at as f64 * (wide + gap);
            pencil.open("multiple", None);
            for (line, title) in title.iter().enumerate() {
                let y = bottom + size * (1.4 * line as f64 + 1.0);
                pencil.text(title, (x, y), Anchor::Start, size, true, palette.text);
            }
            let place = Place { left: x, width: wide, top: start, text: text * TEXT };
            // What stands alone has nobody to show cards.
            let nodes = match frame.standalone {
                true => chart::chart(chart, place, high, palette),
                false => chart::marked(chart, *card, place, high, palette),
            };
            for node in nodes {
                pencil.push(node);
            }
            pencil.close();
        }
        bottom = start + high + text * 0.6;
    }
    bottom
}
