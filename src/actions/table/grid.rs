//! A block of cells as spreadsheets copy it: tabs between cells, quotes around those that hold a
//! tab, a quote or a new line.

/// A row with its number in the block, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub number: u32,
    pub cells: Vec<String>,
}

/// The rows that hold something, their cells without blanks around.
pub fn cells(text: &str) -> Vec<Row> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let (mut row, mut cell) = (Vec::new(), String::new());
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            // A quote inside a cell is a letter.
            '"' if cell.is_empty() => quoted = true,
            '\t' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            _ => cell.push(letter),
        }
    }
    row.push(cell);
    rows.push(row);
    let trimmed = |row: Vec<String>| row.iter().map(|cell| bare(cell)).collect();
    let numbered = (1..).zip(rows).map(|(number, row)| Row { number, cells: trimmed(row) });
    numbered.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

/// Without blanks around, nor the mark of text that [`written`] sets.
fn bare(cell: &str) -> String {
    let cell = cell.trim();
    let text = cell.strip_prefix('\'').filter(|rest| rest.starts_with(RUN));
    text.unwrap_or(cell).to_owned()
}

/// What a spreadsheet takes for the beginning of a formula.
const RUN: [char; 3] = ['=', '+', '@'];

/// A cell as it is written: what a spreadsheet would take apart is quoted, and what it would run is
/// text.
pub fn written(cell: &str) -> String {
    let safe = if cell.starts_with(RUN) { format!("'{cell}") } else { cell.to_owned() };
    if safe.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn cells_of_a_spreadsheet() {
        let check = |text: &str, expect: &[(u32, &[&str])]| {
            let rows = cells(text);
            let found: Vec<(u32, Vec<&str>)> = rows
                .iter()
                .map(|row| (row.number, row.cells.iter().map(String::as_str).collect()))
                .collect();
            let expect: Vec<(u32, Vec<&str>)> =
                expect.iter().map(|(number, cells)| (*number, cells.to_vec())).collect();
            assert_eq!(found, expect, "{text:?}");
        };
        check("a\tb\r\nc\td\r\n", &[(1, &["a", "b"]), (2, &["c", "d"])]);
        check("a\n\n b \n", &[(1, &["a"]), (3, &["b"])]);
        check("\"x\ny\"\t\"dit \"\"oui\"\"\"", &[(1, &["x\ny", "dit \"oui\""])]);
        check("12\" de large\tb", &[(1, &["12\" de large", "b"])]);
        check("", &[]);
        check("\t\n", &[]);
        check(&written("=1+1"), &[(1, &["=1+1"])]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(row in prop::collection::vec("[a-zé\"\n\t 0-9]{1,8}", 1..5)) {
            let row: Vec<String> = row.iter().map(|cell| format!("x{cell}y")).collect();
            let line: Vec<String> = row.iter().map(|cell| written(cell)).collect();
            let read = cells(&line.join("\t"));
            prop_assert_eq!(&read[0].cells, &row);
        }
    }
}
