//! What the reader of an analysis must know, one sentence a row.

use crate::analysis::results::Note;
use crate::report::build::Context;
use crate::report::document::{Cell, Row, Shown, Table};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "a_savoir";
/// The column of the sentences.
pub const SAID: &str = "note";

/// `None` where there is nothing to know.
pub fn table(context: &Context<'_>) -> Option<Table> {
    // What a company loaded beside is said on the screen of who loaded it, nowhere else.
    let notes = context.results.notes.iter();
    let told = notes.filter(|note| !matches!(note, Note::CompanyApart { .. }));
    let rows: Vec<Row> = told
        .map(|note| {
            // Its numbers are figures too: the sentence is cited as one.
            let said = Cell::Said { text: context.note(note), order: None };
            Row::new(key(note, context), None, vec![said])
        })
        .collect();
    (!rows.is_empty()).then(|| Table {
        id: ID,
        title: context.catalog.text("table-notes"),
        about: context.catalog.text("table-notes-about"),
        columns: context.columns(&[(SAID, 120, Shown::Everywhere)]),
        rows,
        chart: None,
    })
}

/// What the note is of, whatever it says: its kind, and the file or the parameter.
fn key(note: &Note, context: &Context<'_>) -> String {
    let written = format!("{note:?}");
    let kind: String = written.chars().take_while(char::is_ascii_alphanumeric).collect();
    let place = match note {
        Note::CodesUnknown { source, .. }
        | Note::YearGiven { source, .. }
        | Note::OffersNotAFlow { source, .. }
        | Note::OffersApart { source, .. }
        | Note::OutsideTerritory { source, .. }
        | Note::WithoutOccupation { source, .. }
        | Note::OccupationByTitle { source, .. }
        | Note::DecimalLayout { source } => Some(*source),
        Note::DuplicateYear { left, .. }
        | Note::SameContent { left, .. }
        | Note::FormerWave { left, .. }
        | Note::OtherHirings { left, .. } => Some(*left),
        Note::OtherBorders(one) => return format!("{kind}/{}/{}", one.before, one.after),
        // Two tables may have several links, and several tables one with the same.
        Note::Together(pair) if pair.is_of_respondents() => {
            let file = |place: usize| {
                let source = context.results.sources.get(place);
                source.map_or("", |source| source.file.as_str())
            };
            let (before, after) = (file(pair.before), file(pair.after));
            return format!("{kind}/{}/{}/{before}/{after}", pair.link.id(), pair.kind.id());
        }
        Note::Together(pair) => Some(pair.after),
        Note::Series(series) => series.places.last().copied(),
        _ => None,
    };
    let of = match note {
        Note::ParameterChanged { id, .. } => Some((*id).to_owned()),
        Note::Vintages { kind, .. } => Some(kind.id().to_owned()),
        _ => place.and_then(|place| Some(context.results.sources.get(place)?.file.clone())),
    };
    of.map_or_else(|| kind.clone(), |of| format!("{kind}/{of}"))
}
