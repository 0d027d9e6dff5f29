//! Lines of words below a table: rows that hold no data, unless rows of data follow them.

use crate::model::{Issues, Reason, RowCount};
use crate::readers::cells::Cells;
use crate::readers::fill::{Filling, Refusal};

/// What a row is, before its cells are read.
pub enum Shape<'a> {
    Data,
    Blank,
    /// One cell alone, the first, of several words: a note, or a row of which no more is known.
    Words(&'a str),
}

pub fn shape(cells: Cells<'_>) -> Shape<'_> {
    let mut filled = cells.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    match (filled.next(), filled.next()) {
        (None, _) => Shape::Blank,
        (Some((0, cell)), None) if cell.trim().contains(char::is_whitespace) => {
            Shape::Words(cell.trim())
        }
        _ => Shape::Data,
    }
}

/// Lines of words, each with why it is no row of data.
#[derive(Default)]
pub struct Notes {
    /// As many as issues are kept: of the others the number is enough.
    held: Vec<(u32, Refusal)>,
    count: u32,
    first: String,
}

impl Notes {
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn hold(&mut self, row: u32, words: &str, refusal: Refusal) {
        if self.is_empty() {
            words.clone_into(&mut self.first);
        }
        self.count += 1;
        if self.held.len() < Issues::MAX_KEPT {
            self.held.push((row, refusal));
        }
    }

    /// A row of data follows: they were rows, and are refused as such.
    pub fn refuse(
        &mut self,
        filling: &Filling,
        sheet: &str,
        rows: &mut RowCount,
        issues: &mut Issues,
    ) {
        let Self { held, count, .. } = std::mem::take(self);
        let beyond = count - u32::try_from(held.len()).unwrap_or(count);
        for (row, refusal) in held {
            filling.refuse(row, refusal, sheet, rows, issues);
        }
        rows.refused += beyond;
        issues.pass_over(beyond);
    }

    /// Nothing follows: they hold no data, which is told.
    pub fn tell(self, rows: &mut RowCount, reasons: &mut Vec<Reason>) {
        if !self.is_empty() {
            rows.empty += self.count;
            reasons.push(Reason::Notes { count: self.count, text: self.first });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::IssueKind;
    use crate::readers::{Control, read};
    use crate::reference::Reference;

    /// Read, kept, refused and empty rows; how many of the empty ones are notes.
    fn check(text: &str, expect: [u32; 4], notes: u32) {
        let reference = Reference::embedded().unwrap();
        let tables = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        let rows = tables[0].rows;
        assert!(rows.adds_up(), "{text}: {rows:?}");
        assert_eq!([rows.read, rows.kept, rows.refused, rows.empty], expect, "{text}");
        let told = tables[0].reasons.iter().find_map(|reason| match reason {
            Reason::Notes { count, .. } => Some(*count),
            _ => None,
        });
        assert_eq!(told.unwrap_or_default(), notes, "{text}");
        let told = tables[0].issues.as_slice().len() + tables[0].issues.beyond() as usize;
        assert!(told >= rows.refused as usize, "{text}");
    }

    const SECTORS: &str = "code_bassin;demandeurs_emploi;secteur_libelle\n8450;12;Santé\n";

    #[test]
    fn every_row_below_the_header_is_counted() {
        check(SECTORS, [1, 1, 0, 0], 0);
        check(&format!("{SECTORS}Source : France Travail;;\n"), [2, 1, 0, 1], 1);
        // One word is no note: it is told at its place.
        check(&format!("{SECTORS}Aurillac;;\n"), [2, 1, 1, 0], 0);
        // A blank line among notes, before or after them.
        let notes = "Source : France Travail;;\n;;\nLecture : 12 personnes;;\n;;\n";
        check(&format!("{SECTORS};;\n{notes}"), [6, 1, 0, 5], 2);
        // A title within the table is a row that is refused.
        check(&format!("{SECTORS}Bassin voisin :;;\n;;\n8451;3;Santé\n"), [4, 2, 1, 1], 0);
    }

    #[test]
    fn a_row_that_one_column_suffices_for_is_data() {
        let header = "libellé formation principal;code RNCP;niveau de certification\n";
        check(&format!("{header}CAP cuisine;38430;3\nBac pro cuisine;;\n"), [2, 2, 0, 0], 0);
        // A place of which nothing is said is not: titles below a table look alike.
        let months = "Demandeurs;\nMois;mars 2020\nAurillac 15000;12\n";
        check(&format!("{months}Cantal 15;\n"), [2, 1, 0, 1], 1);
        check(&format!("{months}Cantal;\n"), [2, 1, 1, 0], 0);
        check(&format!("{months}Cantal 15;\nLot 46;7\n"), [3, 2, 1, 0], 0);
    }

    #[test]
    fn however_many_they_are_notes_mean_the_same() {
        let notes = |count: u32| "Source : France Travail;;\n".repeat(count as usize);
        for count in [19, 20, 21, 999, 1_000, 1_001, 2_500] {
            check(&format!("{SECTORS}{}", notes(count)), [1 + count, 1, 0, count], count);
            let followed = format!("{SECTORS}{}8451;3;Santé\n", notes(count));
            check(&followed, [2 + count, 2, count, 0], 0);
        }
    }

    #[test]
    fn a_note_that_a_row_follows_is_refused_at_its_place() {
        let reference = Reference::embedded().unwrap();
        let text = format!("{SECTORS}Autres bassins\n8451;3;Santé\n");
        let tables = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        let [issue] = tables[0].issues.as_slice() else { panic!("{:?}", tables[0].issues) };
        assert_eq!(issue.place.row, Some(3));
        assert!(matches!(issue.kind, IssueKind::NotACode { .. } | IssueKind::Required));
    }
}
