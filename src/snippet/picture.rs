//! A picture alone, no script: the drawing as a file, and one for telephones beside it.

use super::{Pasted, Refused, Snippet, said};
use crate::paint::static_html::{NARROW, PHONE};
use crate::paint::{Markup, svg_file, svg_text};
use crate::scene::{self, Frame, Scene};

/// The `<img>`, and its drawings.
///
/// # Errors
/// Several charts in one picture; a view that is a table.
pub fn paste(snippet: &Snippet<'_>) -> Result<Pasted, Refused> {
    let [view] = snippet.views else { return Err(Refused::Several) };
    if view.drawings.is_empty() {
        return Err(Refused::NoDrawing);
    }
    let Frame { width, compact, .. } = snippet.form.frame;
    let auto = snippet.form.auto;
    let drawn =
        |width: f64| scene::draw(view, Frame { width, standalone: !compact, styled: auto, ..snippet.form.frame });
    let written = |scene: &Scene| if auto { svg_file(scene) } else { svg_text(scene) };
    let wide = drawn(width);
    let mut files = vec![(snippet.file.to_string(), written(&wide))];
    let mut out = Markup::default();
    let whole = |number: f64| (number as i64).to_string();
    let phone = width >= NARROW;
    if phone {
        let (narrow, scene) = (beside(snippet.file), drawn(PHONE));
        let media = ["(max-width: ", &whole(NARROW - 1.0), "px)"].concat();
        out.open("picture", &[]);
        let height = whole(scene.height);
        out.open("source", &[("media", &media), ("srcset", &narrow), ("width", "100%"), ("height", &height)]);
        files.push((narrow, written(&scene)));
    }
    // As wide as its place and as high as drawn: in narrower places the drawing shrinks, in wider ones it does not grow.
    let (across, height) = (if compact { whole(wide.width) } else { "100%".into() }, whole(wide.height));
    let alt = said(snippet.views).1;
    out.open("img", &[("src", snippet.file), ("alt", &alt), ("width", &across), ("height", &height)]);
    if phone {
        out.close("picture");
    }
    out.line();
    Ok(Pasted { text: out.into_text(), files })
}

/// `chart.svg` has `chart-narrow.svg` beside it.
fn beside(file: &str) -> String {
    [file.strip_suffix(".svg").unwrap_or(file), "-narrow.svg"].concat()
}
