//! A page with the chart alone, in a frame.

use super::{Pasted, Snippet, embed, said};
use crate::paint::Markup;
use crate::paint::static_html::{self, NARROW};

/// What a browser leaves around a page, in CSS pixels.
const MARGIN: f64 = 8.0;

/// The `<iframe>`, and its page.
pub fn paste(snippet: &Snippet<'_>) -> Pasted {
    let (title, _) = said(snippet.views);
    let lang = snippet.views.first().map_or("zh-Hans", |view| view.language.tag());
    let mut page = Markup::default();
    page.paste("<!DOCTYPE html>\n");
    page.open("html", &[("lang", lang)]);
    page.paste("\n<head>\n<meta charset=\"utf-8\">\n");
    page.paste("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    page.paste("<meta name=\"color-scheme\" content=\"light dark\">\n");
    page.add("title", &[], &title);
    page.paste("\n</head>\n<body>\n<main>\n");
    page.paste(&embed::paste(snippet));
    page.paste("</main>\n</body>\n</html>\n");
    let form = &snippet.form;
    let inner = form.frame.width - 2.0 * MARGIN;
    let high = |width| {
        let all = snippet.views.iter().map(|view| static_html::height(view, form, width));
        all.sum::<f64>() + 2.0 * MARGIN
    };
    let height = (high(inner).max(high(inner.min(NARROW))) as i64).to_string();
    let mut out = Markup::default();
    let attributes = [
        ("src", snippet.file),
        ("title", &*title),
        ("width", "100%"),
        ("height", &*height),
        ("frameborder", "0"),
        ("loading", "lazy"),
    ];
    out.add("iframe", &attributes, "");
    out.line();
    Pasted { text: out.into_text(), files: vec![(snippet.file.to_string(), page.into_text())] }
}
