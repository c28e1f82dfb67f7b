//! A view's table as a page of its own, or as CSV.

use crate::cli::csv;
use crate::view::View;

/// A page with the finding, the table and the foot.
pub fn html(view: &View) -> String {
    let mut out = String::from("<!DOCTYPE html>\n");
    let title = escaped(&view.title);
    out.push_str(&format!("<html lang=\"{}\">\n<meta charset=\"utf-8\">\n", view.language.tag()));
    out.push_str("<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.push_str(&format!("<title>{title}</title>\n<h1>{title}</h1>\n<p>{}</p>\n", escaped(&view.finding)));
    out.push_str(&format!("<table>\n<caption>{}</caption>\n<thead>\n<tr>", escaped(&view.table.caption)));
    for head in &view.table.head {
        out.push_str(&format!("<th scope=\"col\">{}</th>", escaped(head)));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &view.table.rows {
        out.push_str("<tr>");
        for (index, cell) in row.iter().enumerate() {
            let cell = escaped(&cell.text);
            out.push_str(&if index == 0 {
                format!("<th scope=\"row\">{cell}</th>")
            } else {
                format!("<td>{cell}</td>")
            });
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
    for line in &view.foot {
        out.push_str(&format!("<p>{}</p>\n", escaped(line)));
    }
    out.push_str("</html>\n");
    out
}

/// Head and rows.
pub fn csv(view: &View) -> String {
    let mut out = String::new();
    csv::row(&mut out, view.table.head.iter().map(String::as_str));
    for row in &view.table.rows {
        csv::row(&mut out, row.iter().map(|cell| cell.text.as_str()));
    }
    out
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
