//! What the plan holds as blocks of cells, contributions, actions, indicators with their measures,
//! places, and what is the territory's own: pasted from a spreadsheet, copied to one. Columns come in any order, under French or English titles; what is copied and pasted back
//! changes what it was, by its identifier.

mod cells;
mod columns;
mod grid;
mod register;
mod rows;
mod told;
mod write;

pub use columns::Sheet;
pub use write::tsv;

use crate::actions::table::columns::Column;
use crate::model::action::edit::By;
use crate::model::action::{ActionPlan, Id};

/// What a paste did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    pub added: u32,
    /// Rows that bore the identifier of something known.
    pub changed: u32,
    /// Titles that are of no column, in order: their cells are left aside.
    pub unknown: Vec<String>,
    /// Names that were nowhere and are now: questions, actors, funders of nothing else.
    pub created: Vec<String>,
    /// Rows left out, each with the first cell that could not be read.
    pub refused: Vec<Refused>,
}

/// A cell that could not be read: its row is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Row of the block, from 1, titles included.
    pub row: u32,
    /// Title of the column, as pasted.
    pub column: String,
    pub text: String,
    pub why: Fault,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    NotANumber,
    /// Of money, in a budget.
    NotASum,
    NotADate,
    NotACode,
    NotYesNo,
    /// No word of its list.
    NotAWord,
    /// No lever, target, time of work or action of that name.
    NoSuchName,
    /// The cell that a row cannot do without is empty.
    Empty,
}

impl Fault {
    pub const ALL: [Self; 8] = [
        Self::NotANumber,
        Self::NotASum,
        Self::NotADate,
        Self::NotACode,
        Self::NotYesNo,
        Self::NotAWord,
        Self::NoSuchName,
        Self::Empty,
    ];

    /// In the catalogs (`plan-paste-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotANumber => "not-a-number",
            Self::NotASum => "not-a-sum",
            Self::NotADate => "not-a-date",
            Self::NotACode => "not-a-code",
            Self::NotYesNo => "not-yes-no",
            Self::NotAWord => "not-a-word",
            Self::NoSuchName => "no-such-name",
            Self::Empty => "empty",
        }
    }
}

/// A block of which nothing can be taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PasteError {
    #[error("nothing to paste")]
    Nothing,
    /// The first row holds no title of the column that rows cannot do without.
    #[error("no title of a column in the first row")]
    NoTitles,
}

impl PasteError {
    /// In the catalogs (`plan-paste-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::NoTitles => "no-titles",
        }
    }
}

/// Puts a block of cells in a plan. `question`: that of contributions that name none. One column
/// of texts without a title is a list of contributions.
///
/// # Errors
/// Where the block has no row or no title; the plan is left as it is.
pub fn paste(
    plan: &mut ActionPlan,
    sheet: Sheet,
    text: &str,
    question: Option<&Id>,
    by: &By,
) -> Result<Pasted, PasteError> {
    paste_with(plan, sheet, text, (question, &[]), by)
}

/// The same, where `occupations` are known by their labels: typed code, then label.
///
/// # Errors
/// As [`paste`].
pub fn paste_with(
    plan: &mut ActionPlan,
    sheet: Sheet,
    text: &str,
    (question, occupations): (Option<&Id>, &[(String, String)]),
    by: &By,
) -> Result<Pasted, PasteError> {
    let grid = grid::cells(text);
    let Some((first, rest)) = grid.split_first() else { return Err(PasteError::Nothing) };
    let columns: Vec<Option<Column>> =
        first.cells.iter().map(|title| sheet.column(title)).collect();
    let mut pasted = Pasted::default();
    let is_titled = columns.contains(&Some(sheet.needed()));
    let (titles, columns, rows) = if is_titled {
        let unknown = first.cells.iter().zip(&columns);
        let unknown = unknown.filter(|(title, column)| column.is_none() && !title.is_empty());
        pasted.unknown = unknown.map(|(title, _)| title.clone()).collect();
        (first.cells.clone(), columns, rest)
    } else if sheet == Sheet::Contributions && grid.iter().all(|row| row.cells.len() == 1) {
        (vec![String::new()], vec![Some(Column::Text)], grid.as_slice())
    } else {
        return Err(PasteError::NoTitles);
    };
    for row in rows {
        let named = columns.iter().zip(&titles).zip(&row.cells);
        let cells: Vec<rows::Cell<'_>> = named
            .filter_map(|((column, title), text)| {
                Some(rows::Cell { column: (*column)?, title, text })
            })
            .collect();
        if cells.iter().all(|cell| cell.text.is_empty()) {
            continue;
        }
        let done = match sheet {
            Sheet::Contributions => rows::contribution(plan, &cells, (question, occupations)),
            Sheet::Actions => rows::action(plan, &cells, occupations, by),
            Sheet::Indicators => rows::indicator(plan, &cells),
            Sheet::Measures => told::measure(plan, &cells, by),
            Sheet::Places => told::places(plan, &cells, by),
            Sheet::Actors => register::actor(plan, &cells),
            Sheet::Levers => register::lever(plan, &cells),
            Sheet::Targets => register::target(plan, &cells),
            Sheet::Waves => register::wave(plan, &cells),
        };
        match done {
            Ok(done) => {
                pasted.added += u32::from(done.is_new);
                pasted.changed += u32::from(!done.is_new);
                pasted.created.extend(done.created);
            }
            Err((column, text, why)) => {
                pasted.refused.push(Refused { row: row.number, column, text, why });
            }
        }
    }
    Ok(pasted)
}

#[cfg(test)]
mod tests;
