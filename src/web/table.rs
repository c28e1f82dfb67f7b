//! A table as CSV.

use crate::view::Table;

/// The table as CSV by RFC 4180: head, then rows.
pub fn csv(table: &Table) -> String {
    let mut text = String::new();
    let rows = table.rows.iter().map(|row| row.iter().map(|cell| &cell.text).collect());
    for row in std::iter::once(table.head.iter().collect()).chain(rows) {
        let row: Vec<&String> = row;
        let cells: Vec<String> = row.into_iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    // A spreadsheet would run a cell that begins like a formula; no cell of ours does so on purpose.
    let armed = cell.starts_with(['=', '@'])
        || (cell.starts_with(['+', '-'])
            && !cell.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
    let cell = if armed { format!("'{cell}") } else { cell.to_string() };
    if cell.contains([',', '"', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}
