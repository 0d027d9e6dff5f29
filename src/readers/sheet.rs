//! One grid of cells → one table: its header found, its rows handed to [`Filling`].

use crate::model::{IssueKind, Kind, Place, Reason};
use crate::readers::cells::{Buffer, Cells, trimmed};
use crate::readers::fill::Filling;
use crate::readers::header::{self, Columns};
use crate::readers::layout::{Holds, LAYOUTS, Layout, lacking};
use crate::readers::mapping::{Answers, Bound, Fault, Found, Mapping, ReadRow, nearest, nearly};
use crate::readers::notes::{self, Notes, Shape};
use crate::readers::{Cancelled, Control, Knowing, ReadTable};
use crate::reference::Reference;

/// A grid of text cells, walked row by row; the visitor returns false to stop.
pub trait Sheet {
    /// Whether its cells are set apart by a character that one of them may hold.
    fn is_delimited(&self) -> bool {
        false
    }

    fn for_each_row(&mut self, visit: &mut dyn FnMut(u32, Cells<'_>) -> bool)
    -> Result<(), String>;
}

/// Rows looked at to find a header.
pub const HEADER_ROWS: usize = 20;
/// Rows below a header that a layout may ask proof of.
const PROOF_ROWS: usize = 10;

/// How far the header of a delimited text goes. A separator within a number or a text makes a row
/// longer, and each of its cells the neighbour of its own.
#[derive(Clone, Copy, Debug)]
pub struct Bounds {
    /// Cells of the header, the empty ones at its end included: notes may stand below those.
    pub cells: usize,
    /// Up to the last that has a name.
    named: usize,
}

impl Bounds {
    fn of(header: &[String]) -> Self {
        let last = header.iter().rposition(|cell| !cell.trim().is_empty());
        Self { cells: header.len(), named: last.map_or(0, |last| last + 1) }
    }

    /// Cells of a row that has more than its header and something in them.
    fn passed(self, cells: Cells<'_>) -> Option<usize> {
        if cells.len() <= self.cells {
            return None;
        }
        let beyond = cells.iter().enumerate().skip(self.named);
        let last = beyond.filter(|(_, cell)| !trimmed(cell).is_empty()).last();
        last.map(|(place, _)| place + 1)
    }
}

/// A row of the sheet and its number.
pub type Row = (u32, Vec<String>);

/// The layout whose required columns are all there, with the most columns matched. A layout whose
/// header says too little is recognised only with the rows `below` at hand.
pub fn recognise(cells: &[String], below: Option<&[Row]>) -> Option<(&'static Layout, Columns)> {
    let names = header::names(cells);
    LAYOUTS
        .iter()
        .map(|layout| (layout, header::columns(cells, &names, layout.fields, layout.wide)))
        .filter(|(layout, columns)| {
            layout.required.iter().all(|name| columns.has(name))
                && (!layout.wide || !columns.periods.is_empty())
                && layout.proof.is_none_or(|(column, holds)| {
                    below.is_some_and(|below| proven(below, columns, column, holds))
                })
        })
        .max_by_key(|(_, columns)| columns.names().len())
}

/// Most of the cells of a column hold what they should.
fn proven(below: &[Row], columns: &Columns, column: &str, holds: Holds) -> bool {
    let cells: Vec<&str> = below
        .iter()
        .filter_map(|(_, cells)| cells.get(columns.position(column)?))
        .map(|cell| cell.trim())
        .filter(|cell| !cell.is_empty())
        .take(PROOF_ROWS)
        .collect();
    let held = cells.iter().filter(|cell| holds(cell)).count();
    held * 2 > cells.len()
}

/// Variables of a BMO dictionary, which is documentation.
pub fn is_dictionary(cells: &[String]) -> bool {
    let names = header::names(cells);
    let filled: Vec<&str> = names.iter().map(String::as_str).filter(|n| !n.is_empty()).collect();
    // As published: these two words and nothing else.
    filled == ["variables", "description"]
}

/// A table being read, row by row.
pub struct Reading<'a> {
    name: &'a str,
    mappings: &'a [Mapping],
    pub table: ReadTable,
    pub filling: Option<Filling>,
    pub is_delimited: bool,
    /// Of the header that was found, in a delimited text.
    pub bounds: Option<Bounds>,
    /// Rows seen before the header was found.
    head: Vec<Row>,
    /// Notes that are rows after all if a row follows them.
    pub notes: Notes,
    /// The row that is a header but for one column, of which kind, and that column.
    near: Option<(u32, Kind, &'static str)>,
    /// The row that is nearly the header of a form that is known, and what it lacks of it.
    nearly: Option<(u32, IssueKind)>,
    /// The sheet is documentation.
    dictionary: bool,
    /// Nothing but blanks was seen.
    blank: bool,
    mapped: Option<Mapped>,
}

/// A table being read by a mapping.
struct Mapped {
    bound: Bound,
    answers: Answers,
}

impl<'a> Reading<'a> {
    pub fn new(name: &'a str, blank: &ReadTable, mappings: &'a [Mapping]) -> Self {
        let mut table = blank.clone();
        table.sheet = (!name.is_empty()).then(|| name.to_owned());
        Self {
            name,
            mappings,
            table,
            filling: None,
            is_delimited: false,
            bounds: None,
            head: Vec::new(),
            notes: Notes::default(),
            near: None,
            nearly: None,
            dictionary: false,
            blank: true,
            mapped: None,
        }
    }

    /// Rows after the header of a known layout: those of another reader, from a piece of the text.
    pub fn piece(blank: &ReadTable, filling: Filling, bounds: Option<Bounds>) -> Self {
        Self { filling: Some(filling), bounds, ..Self::new("", blank, &[]) }
    }

    /// The header of a known layout was found: its rows need nothing else to be read.
    pub const fn is_of_a_layout(&self) -> bool {
        self.filling.is_some() && self.mapped.is_none()
    }

    /// False once nothing more is to be read.
    pub fn take(&mut self, row: u32, cells: Cells<'_>) -> bool {
        if self.filling.is_some() {
            self.data(row, cells);
            return true;
        }
        self.blank &= cells.is_blank();
        let cells = cells.to_vec();
        if is_dictionary(&cells) {
            self.dictionary = true;
            return false;
        }
        if let Some((layout, columns)) = recognise(&cells, None) {
            self.begin(layout, columns, (row, &cells));
            return true;
        }
        self.head.push((row, cells));
        self.head.len() < HEADER_ROWS + PROOF_ROWS || self.search()
    }

    /// Looks for a header that needs the rows below it. False when there is none.
    fn search(&mut self) -> bool {
        let head = std::mem::take(&mut self.head);
        // Looked through before: what was found of it stands.
        if head.is_empty() {
            return false;
        }
        if self.search_mapped(&head) {
            return true;
        }
        for (position, (row, cells)) in head.iter().enumerate().take(HEADER_ROWS) {
            let below = head.get(position + 1..).unwrap_or_default();
            if let Some((layout, columns)) = recognise(cells, Some(below)) {
                self.head = head.get(..position).unwrap_or_default().to_vec();
                self.begin(layout, columns, (*row, cells));
                for (row, cells) in below {
                    self.data(*row, Buffer::of(cells).cells());
                }
                return true;
            }
        }
        self.near = head.iter().take(HEADER_ROWS).find_map(|(row, cells)| {
            let (kind, column) = lacking(cells)?;
            Some((*row, kind, column))
        });
        false
    }

    /// Looks for the header that a mapping knows.
    fn search_mapped(&mut self, head: &[Row]) -> bool {
        let Some(Found { mapping, heading, mut bound }) = nearest(self.mappings, head) else {
            self.nearly = nearly(self.mappings, head).map(|near| {
                let row = head.get(near.heading.last).map_or(0, |(row, _)| *row);
                let file = near.mapping.confirmed_on.clone();
                (row, IssueKind::NearlyMapped { file, columns: near.lacks.join(", ") })
            });
            return false;
        };
        let member = self.table.reasons.iter().find_map(|reason| match reason {
            Reason::Member(name) => Some(name.as_str()),
            _ => None,
        });
        let parts = [self.table.file.as_str(), member.unwrap_or_default(), self.name];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        bound.origin = parts.join(" ");
        let row = head.get(heading.last).map_or(0, |(row, _)| *row);
        self.table.kind = mapping.kind;
        note_header(&mut self.table, row, &bound.columns);
        for kind in &bound.lacking {
            self.table.issues.warning(Place::sheet(self.name), kind.clone());
        }
        let confirmed_on = mapping.confirmed_on.clone();
        self.table.reasons.push(Reason::Mapped { confirmed_on });
        self.bounds = self.is_delimited.then(|| Bounds::of(&heading.names(head)));
        self.filling = Some(Filling::new(mapping.kind, bound.columns.clone(), String::new()));
        self.mapped = Some(Mapped { bound, answers: Answers::default() });
        for (row, cells) in heading.below(head) {
            self.data(*row, Buffer::of(cells).cells());
        }
        true
    }

    /// A row of a table read by a mapping.
    fn mapped_row(&mut self, row: u32, cells: &[String]) {
        let (Some(mapped), Some(filling)) = (self.mapped.as_mut(), self.filling.as_mut()) else {
            return;
        };
        let table = &mut self.table;
        let rows = &mut table.rows;
        rows.read += 1;
        if cells.iter().all(|cell| cell.trim().is_empty()) || mapped.bound.repeats_header(cells) {
            rows.empty += 1;
            return;
        }
        let ReadRow { cells: read, made, refused, fault } = mapped.bound.cells(row, cells);
        let place = |fault: &Fault| {
            let column = if fault.header.is_empty() { fault.field } else { &fault.header };
            Place::cell(self.name, row, column)
        };
        if let Some(fault) = &fault {
            rows.refused += 1;
            table.issues.error(place(fault), fault.kind.clone());
        }
        for fault in &refused {
            table.issues.warning(place(fault), fault.kind.clone());
        }
        if fault.is_some() {
            return;
        }
        let lines: Vec<Vec<String>> = if mapped.bound.is_wide() {
            let opinions = mapped.bound.opinions(row, cells, self.name, &mut mapped.answers);
            let line = |opinion: [String; 2]| read.iter().cloned().chain(opinion).collect();
            opinions.into_iter().map(line).collect()
        } else {
            vec![read]
        };
        let mut made = made.as_slice();
        for (at, line) in lines.iter().enumerate() {
            let taken = filling.take(row, Buffer::of(line).cells(), made);
            // What is at fault in one line of a row is in all of them.
            if at == 0 || taken.is_err() {
                filling.tell_refused(row, self.name, &mut table.issues);
            }
            if let Err(refusal) = taken {
                filling.refuse(row, refusal, self.name, rows, &mut table.issues);
                return;
            }
            made = &[];
        }
        rows.kept += 1;
        if mapped.bound.is_wide() {
            return;
        }
        mapped.bound.answers(row, cells, self.name, &mut mapped.answers);
    }

    fn begin(&mut self, layout: &Layout, columns: Columns, (row, header): (u32, &[String])) {
        self.table.kind = layout.kind;
        self.bounds = self.is_delimited.then(|| Bounds::of(header));
        note_header(&mut self.table, row, &columns);
        let title = std::mem::take(&mut self.head)
            .into_iter()
            .flat_map(|(_, cells)| cells)
            .find(|cell| !cell.trim().is_empty())
            .unwrap_or_default();
        self.filling = Some(Filling::new(layout.kind, columns, title));
    }

    /// Refuses a row that has more cells than its header: which are whose is not known.
    fn refuse_beyond(&mut self, row: u32, cells: usize, header: usize) {
        let Self { name, table, filling: Some(filling), notes, .. } = self else { return };
        notes.refuse(filling, name, &mut table.rows, &mut table.issues);
        table.rows.read += 1;
        table.rows.refused += 1;
        let count = |cells: usize| u32::try_from(cells).unwrap_or(u32::MAX);
        let kind = IssueKind::CellsBeyond { cells: count(cells), columns: count(header) };
        table.issues.error(Place::row(name, row), kind);
    }

    fn data(&mut self, row: u32, cells: Cells<'_>) {
        if let Some(bounds) = self.bounds
            && let Some(last) = bounds.passed(cells)
        {
            return self.refuse_beyond(row, last, bounds.named);
        }
        if self.mapped.is_some() {
            self.mapped_row(row, &cells.to_vec());
            return;
        }
        let Self { name, table, filling: Some(filling), notes, .. } = self else { return };
        let (rows, issues) = (&mut table.rows, &mut table.issues);
        match notes::shape(cells) {
            // A blank line among notes says nothing of them.
            Shape::Blank => return filling.row(row, cells, name, rows, issues),
            // What suffices for a row of this table is one.
            Shape::Words(words) => {
                rows.read += 1;
                match filling.take(row, cells, &[]) {
                    Ok(()) => {
                        rows.kept += 1;
                        filling.tell_refused(row, name, issues);
                    }
                    Err(refusal) => return notes.hold(row, words, refusal),
                }
            }
            Shape::Data => {
                if !notes.is_empty() {
                    notes.refuse(filling, name, rows, issues);
                }
                return filling.row(row, cells, name, rows, issues);
            }
        }
        notes.refuse(filling, name, rows, issues);
    }

    pub fn finish(mut self, reference: &Reference) -> Vec<ReadTable> {
        if self.filling.is_none() && !self.dictionary {
            self.search();
        }
        self.notes.tell(&mut self.table.rows, &mut self.table.reasons);
        let place = Place::sheet(self.name);
        let answers = match self.mapped {
            Some(Mapped { bound, answers }) if bound.has_questions() => {
                Some(answers.finish(&bound, &self.table, self.name))
            }
            Some(Mapped { answers, .. }) => {
                answers.note(&mut self.table.issues, self.name);
                None
            }
            None => None,
        };
        match self.filling {
            Some(filling) => {
                let tables = filling.finish(self.table, self.name, reference);
                return tables.into_iter().chain(answers).collect();
            }
            None if self.dictionary => {
                self.table.kind = Kind::BmoDictionary;
                self.table.issues.notice(place, IssueKind::DocumentationOnly);
            }
            None if self.blank && !self.name.is_empty() => {
                self.table.issues.error(place, IssueKind::EmptySheet);
            }
            None => {
                // A form that is mapped, but for a column: how it goes on is told with it.
                if let Some((row, kind)) = self.nearly {
                    self.table.issues.error(Place::row(self.name, row), kind);
                    return vec![self.table];
                }
                // Nearly a known table: what it lacks says more than that it is none.
                if let Some((row, kind, column)) = self.near {
                    let kind = IssueKind::LacksColumn {
                        kind: kind.id().to_owned(),
                        column: column.to_owned(),
                    };
                    self.table.issues.error(Place::row(self.name, row), kind);
                }
                self.table.issues.error(place, IssueKind::Unrecognised);
            }
        }
        std::iter::once(self.table).chain(answers).collect()
    }
}

pub fn read_sheet(
    sheet: &mut dyn Sheet,
    name: &str,
    blank: &ReadTable,
    knowing: Knowing<'_>,
    control: Control<'_>,
) -> Result<Vec<ReadTable>, Cancelled> {
    let mut reading = Reading::new(name, blank, knowing.mappings);
    reading.is_delimited = sheet.is_delimited();
    let (mut seen, mut last) = (0_u32, 0_u32);
    let mut cancelled = false;
    let walked = sheet.for_each_row(&mut |row, cells| {
        if seen.is_multiple_of(256) {
            (control.progress)(seen);
            cancelled = (control.cancelled)();
            if cancelled {
                return false;
            }
        }
        seen += 1;
        last = row;
        reading.take(row, cells)
    });
    if cancelled {
        return Err(Cancelled);
    }
    let is_damaged = walked.is_err();
    if let Err(detail) = walked {
        reading.blank = false;
        // The first row that was not read.
        let place = Place::row(name, last.saturating_add(1));
        reading.table.issues.error(place, IssueKind::Damaged { detail });
    }
    let mut tables = reading.finish(knowing.reference);
    if is_damaged {
        // A part taken for the whole would give totals that are too low.
        tables.iter_mut().for_each(ReadTable::refuse_all);
    }
    Ok(tables)
}

fn note_header(table: &mut ReadTable, row: u32, columns: &Columns) {
    table.reasons.push(Reason::Columns(columns.names()));
    // Names that a file of its own kind keeps apart from its rows stand on none.
    if row > 0 {
        table.reasons.push(Reason::HeaderRow(row));
    }
    if !columns.ignored.is_empty() {
        table.reasons.push(Reason::IgnoredColumns(columns.ignored.clone()));
    }
    for column in &columns.duplicates {
        let kind = IssueKind::DuplicateColumn { column: column.clone() };
        table.issues.warning(Place::default(), kind);
    }
}
