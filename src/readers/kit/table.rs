//! The tables of the survey and their CSV, which the program's own readers read back.

/// A table of text: headers of the questionnaire (`assets/survey`) and rows of as many cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    pub header: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The cell of a row under a header; empty when there is none.
    pub fn get(&self, row: usize, header: &str) -> &str {
        let place = self.header.iter().position(|name| name == header);
        let cells = self.rows.get(row);
        place.and_then(|place| cells?.get(place)).map_or("", String::as_str)
    }

    /// Puts a cell of a row, which is made as long as that needs; nothing without such a header.
    pub fn set(&mut self, row: usize, header: &str, cell: String) {
        let place = self.header.iter().position(|name| name == header);
        let Some((place, cells)) = place.zip(self.rows.get_mut(row)) else { return };
        if cells.len() <= place {
            cells.resize(place + 1, String::new());
        }
        if let Some(before) = cells.get_mut(place) {
            *before = cell;
        }
    }
}

/// CSV for French spreadsheets: `;`, UTF-8 with its mark, lines ended as Windows ends them. A text
/// that could begin a formula has an apostrophe before it.
pub fn to_csv(table: &Table) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for row in std::iter::once(&table.header).chain(&table.rows) {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                text.push(';');
            }
            text.push_str(&quoted(&harmless(cell)));
        }
        text.push_str("\r\n");
    }
    text.into_bytes()
}

fn harmless(cell: &str) -> String {
    match cell.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n') => format!("'{cell}"),
        _ => cell.to_owned(),
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([';', '"', '\r', '\n']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula_or_breaks_its_line() {
        let check = |cell: &str, expect: &str| {
            let table = Table { header: vec!["a".to_owned()], rows: vec![vec![cell.to_owned()]] };
            let text = String::from_utf8(to_csv(&table)).unwrap();
            assert_eq!(text, format!("\u{feff}a\r\n{expect}\r\n"));
        };
        check("soudeur", "soudeur");
        check("=HYPERLINK(1)", "'=HYPERLINK(1)");
        check("+33 4", "'+33 4");
        check("-", "'-");
        check("@x", "'@x");
        check("a;b", "\"a;b\"");
        check("dit \"x\"", "\"dit \"\"x\"\"\"");
        check("=1;\"2\"", "\"'=1;\"\"2\"\"\"");
    }
}
