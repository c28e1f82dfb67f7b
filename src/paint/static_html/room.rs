//! How high the element is: what it keeps of a page before it is there.

use super::{Controls, Form};
use crate::scene;
use crate::view::{Kind, View};

/// Widths alike in what has room beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Below [`super::NARROW`]: telephones, side columns.
    Narrow,
    /// All else.
    Wide,
}

impl Class {
    /// The class of a width in CSS pixels.
    pub fn of(width: f64) -> Class {
        if width < super::NARROW { Class::Narrow } else { Class::Wide }
    }

    /// The narrowest of the class, where the most lines are needed: 280, the least that an element takes, or 480.
    pub fn least(self) -> f64 {
        match self {
            Class::Narrow => 280.0,
            Class::Wide => super::NARROW,
        }
    }
}

/// Buttons and fields are so high and wide at least, in CSS pixels; with large text so.
const TOUCH: [f64; 2] = [44.0, 60.0];

/// The height in CSS pixels that the element's controls take in a place of this width class, at the text size of `form`:
/// a pure function of these, of what the view lets a reader operate and of its language. It is measured out as
/// `www/element.css` sets it, at the class's narrowest and by upper estimates of text, so it is never too low.
pub fn room(view: &View, form: &Form, class: Class) -> f64 {
    Room::of(form, class.least()).controls(view, form) + form.frame.text * 0.5
}

/// The height of the whole element in CSS pixels in a place `width` wide, upper estimate: title, finding, drawing,
/// [`room`], foot. For what must be told a height from outside, as a frame.
pub fn height(view: &View, form: &Form, width: f64) -> f64 {
    let text = form.frame.text;
    if form.frame.compact {
        return form.scene(view, width).map_or(0.0, |scene| scene.height);
    }
    let set = Room::of(form, width);
    let title = set.lines(&view.title, 1.125, true) * 1.125;
    let verdict = if form.frame.verdict && view.verdict.is_some() { 1.5 } else { 0.0 };
    // The live chart keeps room for what it says of a reader's assumption: longer by up to two lines.
    let finding = set.lines(&view.finding, 1.0, false) + if form.controls == Controls::Full { 2.0 } else { 0.0 };
    let foot = set.lines(&view.foot_line(), 0.875, false) * 0.875;
    let said = 1.5 * (title + verdict + finding + foot) + 0.25 + 0.75 + 0.5 + 1.5;
    let drawn = match form.kind {
        Kind::Table => super::table_height(&view.table) * text,
        _ => form.scene(view, width).map_or(0.0, |scene| scene.height),
    };
    (said * text + drawn + room(view, form, Class::of(width))).ceil()
}

/// Sets out lines and boxes in a width.
struct Room {
    width: f64,
    text: f64,
    touch: f64,
}

impl Room {
    fn of(form: &Form, width: f64) -> Room {
        let [normal, large] = TOUCH;
        let touch = if form.large { large } else { normal };
        Room { width: form.inner(width), text: form.frame.text, touch }
    }

    /// How many lines a text takes, of `em` times the text's size.
    fn lines(&self, text: &str, em: f64, bold: bool) -> f64 {
        scene::wrap(text, em * self.text, bold, self.width).len() as f64
    }

    fn wide(&self, text: &str) -> f64 {
        scene::width(text, self.text, false)
    }

    fn controls(&self, view: &View, form: &Form) -> f64 {
        let messages = view.language.messages();
        if form.controls == Controls::None {
            return 0.0;
        }
        let drawings = view.drawings.iter().map(|drawing| drawing.word);
        let tabs: Vec<&str> = drawings.chain([messages.show_table]).collect();
        let tabs = if tabs.len() > 1 { tabs } else { Vec::new() };
        let worked = view.working.len() > usize::from(view.verdict.is_some());
        let openers = [
            (worked, messages.working_heading),
            (!view.sources.is_empty(), messages.show_source),
            (true, messages.take_heading),
        ];
        let openers: Vec<&str> = openers.into_iter().filter(|(there, _)| *there).map(|(_, word)| word).collect();
        let (tabs, openers) = (self.buttons(&tabs), self.buttons(&openers));
        let all: f64 = tabs.iter().chain(&openers).sum();
        let rows = if all <= self.width { 1 } else { self.rows(&tabs).len() + self.rows(&openers).len() };
        // A button has 0.25 em of its own text above and below.
        let row = self.touch + 0.5 * 0.9375 * self.text;
        let controls = 0.5 * self.text + rows as f64 * row;
        controls + if form.controls == Controls::Full { self.operation(view) } else { 0.0 }
    }

    /// The widths of buttons with these words.
    fn buttons(&self, words: &[&str]) -> Vec<f64> {
        let em = 0.9375;
        words.iter().map(|word| (em * (self.wide(word) + 2.05 * self.text) + 2.0).max(self.touch)).collect()
    }

    /// The boxes of these widths in rows; each row by its boxes' places in the list.
    fn rows(&self, widths: &[f64]) -> Vec<Vec<usize>> {
        let mut rows: Vec<Vec<usize>> = Vec::new();
        let mut taken = 0.0;
        for (at, width) in widths.iter().enumerate() {
            match rows.last_mut() {
                Some(row) if taken + width <= self.width => row.push(at),
                _ => {
                    rows.push(vec![at]);
                    taken = 0.0;
                }
            }
            taken += width;
        }
        rows
    }

    /// A label, and below it the field that is called by it.
    fn plain(&self) -> f64 {
        1.5 * self.text + self.touch
    }

    /// Width and height of a list with these words.
    fn list<'w>(&self, words: impl Iterator<Item = &'w str>, label: &str) -> (f64, f64) {
        // Padding, border, and the sign that there is a list.
        let longest = words.map(|word| self.wide(word)).fold(0.0, f64::max) + self.text + 24.0;
        (longest.max(self.wide(label)).min(self.width), self.plain())
    }

    /// What a reader can change: its fields in rows, each row as high as its highest.
    fn operation(&self, view: &View) -> f64 {
        let messages = view.language.messages();
        if view.choices.is_empty() && view.operation.is_none() {
            return 0.0;
        }
        let mut fields: Vec<(f64, f64)> = Vec::new();
        for choice in view.choices.iter().filter(|choice| choice.options.len() > 1) {
            fields.push(self.list(choice.options.iter().map(|(_, word)| word.as_str()), choice.label));
        }
        if let Some(operation) = &view.operation {
            fields.push(self.list(operation.methods.iter().map(|(_, word)| *word), messages.control_method));
            // The slider's field grows from 17 em on.
            let wide = (17.0 * self.text).min(self.width);
            let label = [messages.control_assumption, "  ", &operation.slider.text].concat();
            let lines = scene::wrap(&label, 0.875 * self.text, true, wide).len() as f64;
            let entry = 5.9 * self.text + self.wide(&operation.slider.unit);
            let rows = if 8.75 * self.text + entry <= wide { 1.0 } else { 2.0 };
            fields.push((wide, 1.5 * self.text * lines + rows * self.touch));
            let (first, last, _) = operation.until;
            if first < last {
                fields.push(self.list(std::iter::once("2000"), messages.control_until));
            }
        }
        let acts: f64 = self.buttons(&[messages.control_undo, messages.control_reset]).iter().sum();
        fields.push((acts, self.touch));
        let widths: Vec<f64> = fields.iter().map(|(width, _)| width + 0.75 * self.text).collect();
        let mut height = 1.0 + 0.5 * self.text;
        for row in self.rows(&widths) {
            let each = row.iter().filter_map(|at| fields.get(*at)).map(|(_, height)| *height);
            height += each.fold(0.0, f64::max) + 0.5 * self.text;
        }
        height
    }
}
