//! Writing RFC 4180 CSV: a comma between cells, LF after rows, quotes only where they are needed.

/// Appends one row.
pub fn row<'c>(out: &mut String, cells: impl IntoIterator<Item = &'c str>) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        self::cell(out, cell);
    }
    out.push('\n');
}

/// Appends one cell.
pub fn cell(out: &mut String, text: &str) {
    if text.contains([',', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut out = String::new();
        super::row(&mut out, ["plain", "", "a,b", "say \"so\"", "two\nlines"]);
        assert_eq!(out, "plain,,\"a,b\",\"say \"\"so\"\"\",\"two\nlines\"\n");
    }
}
