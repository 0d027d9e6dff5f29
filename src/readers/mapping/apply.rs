//! A mapping bound to a header: rows of the sheet → rows of the table, and answers beside them.

use crate::model::{IssueKind, Issues, Kind, Place, Reason};
use crate::readers::ReadTable;
use crate::readers::cells::Buffer;
use crate::readers::fields::{self, Content};
use crate::readers::fill::Filling;
use crate::readers::header::Columns;
use crate::readers::mapping::align::{Aligned, Header, align};
use crate::readers::mapping::heading::{own_part, unnumbered};
use crate::readers::mapping::value::{Recodes, Value, read_as, tick};
use crate::readers::mapping::{From, Manner, Mapping, Question, Recode, is_beside, key};
use crate::readers::noted::{Coercion, ends_with_a_blank};
use crate::readers::sheet::Row;
use crate::tables::Table;
use crate::tables::survey::answer;
use std::collections::{BTreeMap, BTreeSet};

/// Where a value comes from, by place.
enum Source {
    Place(usize),
    /// Places and the answer each stands for.
    Ticked(Vec<(usize, String)>),
    Constant(String),
    RowNumber,
}

struct Wanted {
    /// Canonical field, or the label of a question.
    name: String,
    source: Source,
    manner: Manner,
    recodes: Recodes,
}

impl Wanted {
    /// Its first column here.
    fn first(&self) -> Option<usize> {
        match &self.source {
            Source::Place(place) => Some(*place),
            Source::Ticked(places) => places.first().map(|(place, _)| *place),
            Source::Constant(_) | Source::RowNumber => None,
        }
    }
}

/// A mapping and the places of its columns in one header.
pub struct Bound {
    pub kind: Kind,
    fields: Vec<Wanted>,
    questions: Vec<Wanted>,
    /// Each question of a row is a row of the table.
    wide: bool,
    pub columns: Columns,
    names: Vec<String>,
    /// What a row that repeats the header writes: keys, without and with the number of a name.
    written: Vec<[String; 2]>,
    /// What is asked for and is not to be had here.
    pub lacking: Vec<IssueKind>,
    /// How far this header is from the one of the mapping.
    pub apart: usize,
    /// The file, and its sheet: a row number alone is that of any file.
    pub origin: String,
}

/// Where a row cannot be read, and why.
#[derive(Debug, PartialEq)]
pub struct Fault {
    pub field: &'static str,
    /// As this file writes it; empty when the value is of no column.
    pub header: String,
    pub kind: IssueKind,
}

/// What a mapping makes of cells, by field.
pub type Made = Vec<(&'static str, Coercion)>;

/// The cells of a row, in the order of the columns.
#[derive(Debug, Default)]
pub struct ReadRow {
    pub cells: Vec<String>,
    pub made: Made,
    /// Cells that cannot be read, of fields that a row can do without: empty in `cells`.
    pub refused: Vec<Fault>,
    /// The first cell that cannot be read and that a row needs.
    pub fault: Option<Fault>,
}

/// A cell that cannot be read, where it has a column.
type AtPlace = (Option<usize>, IssueKind);

/// The columns of a mapping found in a header, each for one thing.
struct Finding<'a> {
    aligned: Aligned<'a>,
    used: BTreeSet<usize>,
    lacking: Vec<IssueKind>,
}

impl Finding<'_> {
    /// A column that nothing else reads.
    fn place(&mut self, header: &str) -> Option<usize> {
        let column = header.to_owned();
        let Some(place) = self.aligned.place(header) else {
            self.lacking.push(IssueKind::MissingColumn { column });
            return None;
        };
        if !self.used.insert(place) {
            self.lacking.push(IssueKind::SharedColumn { column });
            return None;
        }
        Some(place)
    }

    fn wanted(
        &mut self,
        name: &str,
        from: &From,
        manner: Manner,
        recodes: &[Recode],
    ) -> Option<Wanted> {
        let source = match from {
            From::Column(header) => Source::Place(self.place(header)?),
            From::Ticked(headers) => {
                let answer = |header: &String| (own_part(header).to_owned(), self.place(header));
                let found = headers.iter().map(answer);
                let places: Vec<_> = found.filter_map(|(own, at)| Some((at?, own))).collect();
                if places.is_empty() {
                    return None;
                }
                Source::Ticked(places)
            }
            From::Constant(text) => Source::Constant(text.clone()),
            From::RowNumber => Source::RowNumber,
        };
        Some(Wanted { name: name.to_owned(), source, manner, recodes: Recodes::new(recodes) })
    }

    /// A question; one that this file does not ask is told by its own name.
    fn question(&mut self, question: &Question) -> Option<Wanted> {
        let Question { label, from, manner, recodes } = question;
        let told = self.lacking.len();
        let found = self.wanted(label, from, *manner, recodes);
        let absent = |kind: &IssueKind| matches!(kind, IssueKind::MissingColumn { .. });
        if found.is_none() && self.lacking.iter().skip(told).all(absent) {
            self.lacking.truncate(told);
            self.lacking.push(IssueKind::MissingQuestion { question: label.clone() });
        }
        found
    }

    /// Columns that the form did not have, told: questions of a survey, in words until it is said
    /// how they are read. No opinion is made of one.
    fn new_columns(
        &mut self,
        mapping: &Mapping,
        header: &Header,
        questions: &mut Vec<Wanted>,
    ) -> BTreeSet<usize> {
        let keeps = Mapping::keeps_questions(mapping.kind) && mapping.kind != Kind::ActorOpinions;
        let new = self.aligned.new_places(header);
        for (rank, place) in new.iter().enumerate() {
            let column = header.name(*place).to_owned();
            if !keeps || rank >= MOST_NEW {
                self.lacking.push(IssueKind::NewColumn { column });
                continue;
            }
            self.used.insert(*place);
            questions.push(Wanted {
                name: column.clone(),
                source: Source::Place(*place),
                manner: Manner::Plain,
                recodes: Recodes::default(),
            });
            self.lacking.push(IssueKind::NewQuestion { column });
        }
        new.into_iter().collect()
    }
}

/// New columns of a wave that are kept as questions, at most: with more it is another form.
const MOST_NEW: usize = 100;

impl Bound {
    /// Finds the columns of a mapping in a header. `None` when it is not of this form: what a
    /// table needs is not there, or little else than what any form asks.
    pub fn new(mapping: &Mapping, header: &Header) -> Option<Self> {
        let asked: BTreeSet<&str> = mapping.headers().collect();
        let aligned = align(mapping, header);
        let apart = aligned.apart;
        let there = asked.iter().filter(|name| aligned.place(name).is_some()).count();
        // A mapping that needs no column would read anything.
        if asked.is_empty() || there * 2 < asked.len() {
            return None;
        }
        let mut finding = Finding { aligned, used: BTreeSet::new(), lacking: Vec::new() };
        let known = fields::of(mapping.kind);
        let mut columns = Columns::default();
        let mut wanted = Vec::new();
        for field in &mapping.fields {
            let spec = known.iter().find(|spec| spec.name == field.name)?;
            let found = finding.wanted(&field.name, &field.from, field.manner, &field.recodes);
            let Some(found) = found else {
                if mapping.needs(spec.name) {
                    return None;
                }
                continue;
            };
            // As this file writes it, which may be of another year.
            let written = found.first().and_then(|place| header.names.get(place));
            columns.insert(spec.name, wanted.len(), written.map_or("", String::as_str));
            wanted.push(found);
        }
        let mut questions: Vec<Wanted> =
            mapping.questions.iter().filter_map(|question| finding.question(question)).collect();
        let wide = mapping.is_wide();
        if wide {
            if questions.is_empty() {
                return None;
            }
            columns.insert("question", wanted.len(), "");
            columns.insert("answer", wanted.len() + 1, "");
        }
        let new = if mapping.seen.is_empty() {
            // Which columns it knew is not told.
            BTreeSet::new()
        } else {
            finding.new_columns(mapping, header, &mut questions)
        };
        let named = header.names.iter().enumerate().filter(|(_, name)| !name.is_empty());
        columns.ignored = named
            .filter(|(place, _)| !finding.used.contains(place) && !new.contains(place))
            .map(|(_, name)| name.clone())
            .collect();
        Some(Self {
            kind: mapping.kind,
            fields: wanted,
            questions,
            wide,
            columns,
            written: header
                .names
                .iter()
                .map(|name| own_part(name))
                .map(|own| [key(unnumbered(own)), key(own)])
                .collect(),
            names: header.names.clone(),
            lacking: finding.lacking,
            apart,
            origin: String::new(),
        })
    }

    /// Whether its questions make a table beside the one of the fields.
    pub fn has_questions(&self) -> bool {
        !self.questions.is_empty() && self.kind != Kind::ActorOpinions
    }

    /// The questions that are read here.
    fn asked(&self) -> Vec<String> {
        self.questions.iter().map(|wanted| wanted.name.clone()).collect()
    }

    /// Whether its questions are the rows of the table.
    pub const fn is_wide(&self) -> bool {
        self.wide
    }

    fn name(&self, place: Option<usize>) -> &str {
        place.and_then(|place| self.names.get(place)).map_or("", String::as_str)
    }

    /// Whether a row repeats the header, as exports put together by hand do: half of it at least,
    /// since a form may write in a column of ticks the answer that it stands for.
    pub fn repeats_header(&self, cells: &[String]) -> bool {
        let cells = cells.iter().zip(&self.written);
        let filled = cells.filter(|(cell, _)| !cell.trim().is_empty());
        if !filled.clone().all(|(cell, written)| written.contains(&key(cell))) {
            return false;
        }
        let named = self.names.iter().filter(|name| !name.is_empty()).count();
        let filled = filled.count();
        filled > 1 && filled * 2 >= named
    }

    /// The cells of a row, in the order of `columns`, and what was made of them; every cell that
    /// cannot be read.
    pub fn cells(&self, row: u32, cells: &[String]) -> ReadRow {
        let mut read = ReadRow::default();
        for wanted in &self.fields {
            let field = self.columns.canonical(&wanted.name);
            match self.value(wanted, row, cells) {
                Ok(value) => {
                    read.made.extend(value.coercions.iter().map(|coercion| (field, *coercion)));
                    read.cells.push(value.into_cell());
                }
                Err((place, kind)) => {
                    let fault = Fault { field, header: self.name(place).to_owned(), kind };
                    if read.fault.is_none() && fields::is_vital(self.kind, field) {
                        read.fault = Some(fault);
                    } else {
                        read.made.push((field, Coercion::Refused));
                        read.refused.push(fault);
                    }
                    read.cells.push(String::new());
                }
            }
        }
        read
    }

    /// The cells of a row as they stand, where they cannot all be read.
    fn as_written(&self, row: u32, cells: &[String]) -> Vec<String> {
        let cell = |wanted: &Wanted| match &wanted.source {
            Source::Place(place) => cells.get(*place).cloned().unwrap_or_default(),
            _ => self.value(wanted, row, cells).map(Value::into_cell).unwrap_or_default(),
        };
        self.fields.iter().map(cell).collect()
    }

    /// Who answered: the field that names the establishment, else the row.
    fn identifier(&self, row: u32, cells: &[String]) -> String {
        let named = self.fields.iter().find(|w| matches!(w.name.as_str(), "id" | "establishment"));
        let found = named.and_then(|wanted| self.value(wanted, row, cells).ok());
        let found = found.map(Value::into_cell).filter(|id| !id.is_empty());
        found.unwrap_or_else(|| self.numbered(row))
    }

    /// What stands for an identifier that is not written: the same for a file that grows, another
    /// for another file.
    fn numbered(&self, row: u32) -> String {
        format!("{} {row}", self.origin).trim_start().to_owned()
    }

    /// A value of a row; where it cannot be read, at which place.
    fn value(&self, wanted: &Wanted, row: u32, cells: &[String]) -> Result<Value, AtPlace> {
        match &wanted.source {
            Source::RowNumber => Ok(Value::text(&self.numbered(row))),
            _ => value(wanted, cells),
        }
    }

    /// Takes the answers of a row to the further questions.
    pub fn answers(&self, row: u32, cells: &[String], sheet: &str, into: &mut Answers) {
        if !self.has_questions() {
            return;
        }
        let establishment = self.identifier(row, cells);
        for (wanted, value) in self.answered(row, cells, sheet, into) {
            let kind = match (&wanted.source, wanted.manner) {
                (Source::Ticked(_), _) | (_, Manner::Several(_)) => "several",
                (_, Manner::Scale | Manner::Likert { .. }) => "scale",
                (_, Manner::Choice) => "choice",
                (_, Manner::Rank(_)) => "rank",
                (
                    _,
                    Manner::Number | Manner::DecimalComma | Manner::DecimalPoint | Manner::Percent,
                ) => "number",
                _ => "text",
            };
            let parts = value.parts.iter().filter(|part| !part.is_empty());
            for (place, part) in (1_u32..).zip(parts) {
                let number = if kind == "rank" { Some(f64::from(place)) } else { value.number };
                into.builder.push(answer::Row {
                    row,
                    establishment: &establishment,
                    question: &wanted.name,
                    kind,
                    text: part,
                    number,
                });
            }
        }
    }
}

impl Bound {
    /// What a row answers to each question that can be read; the others are noted.
    fn answered(
        &self,
        row: u32,
        cells: &[String],
        sheet: &str,
        into: &mut Answers,
    ) -> Vec<(&Wanted, Value)> {
        let mut answered = Vec::with_capacity(self.questions.len());
        for wanted in &self.questions {
            match self.value(wanted, row, cells) {
                Ok(value) => {
                    for coercion in &value.coercions {
                        let column = self.name(wanted.first()).to_owned();
                        *into.made.entry((column, *coercion)).or_default() += 1;
                    }
                    answered.push((wanted, value));
                }
                Err((place, kind)) => {
                    into.unread.error(Place::cell(sheet, row, self.name(place)), kind);
                }
            }
        }
        answered
    }

    /// Question and answer of each opinion of a row: degrees in their own words, a question
    /// without an answer once.
    pub fn opinions(
        &self,
        row: u32,
        cells: &[String],
        sheet: &str,
        into: &mut Answers,
    ) -> Vec<[String; 2]> {
        let mut opinions = Vec::new();
        for (wanted, value) in self.answered(row, cells, sheet, into) {
            let mut parts = value.parts;
            let is_scale = matches!(wanted.manner, Manner::Scale | Manner::Likert { .. });
            if let (true, Source::Place(place)) = (is_scale, &wanted.source) {
                let written = cells.get(*place).map_or("", String::as_str).trim();
                // « Sans opinion » is an answer, if no degree.
                if !parts.is_empty() || is_beside(written) {
                    parts = vec![written.to_owned()];
                }
            }
            if parts.is_empty() {
                parts.push(String::new());
            }
            opinions.extend(parts.into_iter().map(|part| [wanted.name.clone(), part]));
        }
        opinions
    }
}

/// The answers to further questions, under way.
#[derive(Default)]
pub struct Answers {
    builder: answer::Builder,
    /// Answers that could not be read.
    unread: Issues,
    made: BTreeMap<(String, Coercion), u32>,
}

impl Answers {
    /// Notes what could not be read and what was made of the rest.
    pub fn note(self, issues: &mut Issues, sheet: &str) {
        issues.append(self.unread);
        for ((column, coercion), count) in self.made {
            let place = Place { column: Some(column), ..Place::sheet(sheet) };
            // A doubt, where the others are what was made of a cell without one.
            if coercion == Coercion::TwoReadings {
                issues.warning(place, coercion.issue(count));
            } else {
                issues.notice(place, coercion.issue(count));
            }
        }
    }

    /// As a table beside the one of the fields, which tells the questions it holds.
    pub fn finish(self, bound: &Bound, beside: &ReadTable, sheet: &str) -> ReadTable {
        let mut table = ReadTable { kind: Kind::SurveyAnswers, ..beside.clone() };
        table.reasons.retain(|reason| !matches!(reason, Reason::IgnoredColumns(_)));
        for reason in &mut table.reasons {
            if matches!(reason, Reason::Columns(_)) {
                *reason = Reason::Questions(bound.asked());
            }
        }
        table.issues = Issues::default();
        let Self { builder, unread, made } = self;
        Self { unread, made, builder: answer::Builder::default() }.note(&mut table.issues, sheet);
        match builder.finish() {
            Ok(answers) => table.table = Table::SurveyAnswers(answers),
            Err(error) => {
                let kind = IssueKind::Damaged { detail: error.to_string() };
                table.issues.error(Place::sheet(sheet), kind);
            }
        }
        table
    }
}

/// A value that the cells give; where it cannot be read, at which place.
fn value(wanted: &Wanted, cells: &[String]) -> Result<Value, AtPlace> {
    let cell = |place: usize| cells.get(place).map_or("", String::as_str);
    match &wanted.source {
        Source::Constant(text) => Ok(Value::text(text)),
        Source::RowNumber => Ok(Value::default()),
        Source::Ticked(places) => {
            let mut value = Value::default();
            for (place, answer) in places {
                match tick(cell(*place), answer).map_err(|kind| (Some(*place), kind))? {
                    Some(true) => {
                        value.parts.push(wanted.recodes.of(answer, &mut value.coercions));
                    }
                    Some(false) => {}
                    None => value.coercions.push(Coercion::Missing),
                }
            }
            Ok(value)
        }
        Source::Place(place) => {
            let text = cell(*place);
            let read = read_as(wanted.manner, text, &wanted.recodes);
            let mut value = read.map_err(|kind| (Some(*place), kind))?;
            if ends_with_a_blank(text) {
                value.coercions.push(Coercion::Trimmed);
            }
            Ok(value)
        }
    }
}

/// An answer as it will be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answered {
    /// One, or several; none for no answer.
    pub parts: Vec<String>,
    /// It cannot be read: as it stands.
    pub refused: bool,
}

/// A row as it will be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    pub row: u32,
    /// By field that has its column here, in the order of the mapping, as read; as they stand
    /// where they cannot be.
    pub cells: Vec<String>,
    /// The same of each question of the mapping, in its order: what is read, each answer apart.
    pub answers: Vec<Answered>,
    /// Every cell that cannot be read, by its field or the label of its question, and why.
    pub refused: Vec<(String, IssueKind)>,
    /// The row is kept, without the cells that cannot be read.
    pub kept: bool,
}

/// The rows below a header as a mapping reads them; `None` when it is not of this form.
pub fn preview(mapping: &Mapping, names: &[String], rows: &[Row]) -> Option<Vec<Preview>> {
    let bound = Bound::new(mapping, &Header::new(names.to_vec()))?;
    let mut filling = Filling::new(bound.kind, bound.columns.clone(), String::new());
    let known = fields::of(mapping.kind);
    let content = |wanted: &Wanted| {
        let spec = known.iter().find(|spec| spec.name == wanted.name);
        spec.map_or(Content::Text, |spec| spec.content)
    };
    let contents: Vec<Content> = bound.fields.iter().map(content).collect();
    let filled = |cells: &[String]| cells.iter().any(|cell| !cell.trim().is_empty());
    let rows = rows.iter().filter(|(_, cells)| filled(cells) && !bound.repeats_header(cells));
    let read = |(row, cells): &Row| {
        let ReadRow { cells: read, made, refused, fault } = bound.cells(*row, cells);
        let mut kept = fault.is_none();
        let told = |fault: Fault| (fault.field.to_owned(), fault.kind);
        let mut found: Vec<_> = fault.into_iter().chain(refused).map(told).collect();
        let mut shown = bound.as_written(*row, cells);
        if kept {
            let mut whole = read.clone();
            if bound.is_wide() {
                // Any question stands for all: the row is refused for its fields alone.
                let first = bound.questions.first().map_or("", |wanted| wanted.name.as_str());
                whole.extend([first.to_owned(), String::new()]);
            }
            let taken = filling.take(*row, Buffer::of(&whole).cells(), &made);
            kept = taken.is_ok();
            let more = taken.err().into_iter().chain(filling.refused_cells());
            found.extend(more.map(|refusal| (refusal.column.into_owned(), refusal.kind)));
            let unread: BTreeSet<&str> = found.iter().map(|(field, _)| field.as_str()).collect();
            let fields = bound.fields.iter().zip(shown.iter_mut());
            for ((wanted, cell), (value, content)) in fields.zip(read.iter().zip(&contents)) {
                // What cannot be read stays as it stands.
                if !unread.contains(wanted.name.as_str()) {
                    *cell = content.canonical(value);
                }
            }
        }
        let mut answers = Vec::with_capacity(mapping.questions.len());
        for question in &mapping.questions {
            let wanted = bound.questions.iter().find(|wanted| wanted.name == question.label);
            answers.push(match wanted.map(|wanted| bound.value(wanted, *row, cells)) {
                None => Answered::default(),
                Some(Ok(value)) => Answered { parts: value.parts, refused: false },
                Some(Err((place, kind))) => {
                    found.push((question.label.clone(), kind));
                    let written = place.and_then(|place| cells.get(place)).cloned();
                    Answered { parts: written.into_iter().collect(), refused: true }
                }
            });
        }
        Preview { row: *row, cells: shown, answers, refused: found, kept }
    };
    Some(rows.map(read).collect())
}
