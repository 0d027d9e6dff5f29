//! Delimited text, written the way each producer does.

pub struct Sheet {
    text: String,
    delimiter: char,
    end: &'static str,
    quotes: bool,
}

impl Sheet {
    /// An own layout: UTF-8 with BOM, `;`, quotes where needed.
    pub fn own(header: &str) -> Self {
        Self::new("\u{feff}", header, ';', "\r\n", true)
    }

    pub fn new(
        start: &str,
        header: &str,
        delimiter: char,
        end: &'static str,
        quotes: bool,
    ) -> Self {
        Self { text: format!("{start}{header}{end}"), delimiter, end, quotes }
    }

    pub fn row<T: AsRef<str>>(&mut self, cells: &[T]) {
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.text.push(self.delimiter);
            }
            let cell = cell.as_ref();
            if self.quotes && (cell.contains(self.delimiter) || cell.contains('"')) {
                self.text.push('"');
                self.text.push_str(&cell.replace('"', "\"\""));
                self.text.push('"');
            } else {
                self.text.push_str(cell);
            }
        }
        self.text.push_str(self.end);
    }

    pub fn text(self) -> String {
        self.text
    }

    pub fn bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }
}

/// A number of a spreadsheet; `None` is an empty cell, never 0.
pub fn opt(value: Option<u32>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// A count under five is masked, as the producers do.
pub fn masked(value: u32) -> String {
    if value < 5 { "*".to_owned() } else { value.to_string() }
}
