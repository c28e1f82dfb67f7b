//! A table as CSV.

use crate::view::Table;

/// The table as CSV by RFC 4180: head, then rows.
pub fn csv(table: &Table) -> String {
    let mut text = String::new();
    for row in std::iter::once(&table.head).chain(&table.rows) {
        let cells: Vec<String> = row.iter().map(|cell| quoted(cell)).collect();
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
