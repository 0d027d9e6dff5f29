//! One workbook that came back → its answers, and what is wrong with them, cell by cell.

use crate::model::{Date, fold};
use crate::readers::kit::book::{self, Cell};
use crate::readers::kit::codes::{self, Lists};
use crate::readers::kit::fault::{Fault, Mended, Mending, Reject, Told};
use crate::readers::kit::place::{self, Asked, Marked, reference};
use crate::readers::kit::value::{self, Answer};
use crate::reference::Reference;
use crate::reference::questionnaire::{Check, Field, Kind, Questionnaire, Sheet, SheetId};
use std::collections::{BTreeMap, BTreeSet};

/// Rows read of a table: no establishment has more occupations.
const MAX_ROWS: usize = 2_000;
/// Characters kept of a cell that is told.
const MAX_SHOWN: usize = 40;

/// Answers by id of field: of the form, or of a row.
pub type Record = BTreeMap<String, Answer>;

/// A kit that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filled {
    pub file: String,
    pub wave: String,
    pub version: u32,
    pub form: Record,
    pub occupations: Vec<Record>,
    pub wishes: Vec<Record>,
    /// The commune as typed, for the table of contacts.
    pub commune: String,
    /// Cell of the survey number, to tell of it later.
    pub number_cell: Option<(String, String)>,
    pub rejects: Vec<Reject>,
    pub mended: Vec<Mended>,
}

impl Filled {
    pub fn text(&self, id: &str) -> Option<&str> {
        match self.form.get(id) {
            Some(Answer::Text(text)) => Some(text),
            _ => None,
        }
    }

    pub fn date(&self) -> Option<Date> {
        match self.form.get("date_reponse") {
            Some(Answer::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// Whether the answers are the same, whatever the file.
    pub fn same_answers(&self, other: &Self) -> bool {
        self.form == other.form
            && self.occupations == other.occupations
            && self.wishes == other.wishes
            && self.commune == other.commune
    }

    /// Answers that differ from those of another version, all sheets together.
    pub fn n_changed(&self, other: &Self) -> usize {
        let changed = |a: &Record, b: &Record| {
            let ids = a.keys().chain(b.keys().filter(|id| !a.contains_key(*id)));
            ids.filter(|id| a.get(*id) != b.get(*id)).count()
        };
        let rows = |a: &[Record], b: &[Record]| -> usize {
            let empty = Record::new();
            let most = a.len().max(b.len());
            let row = |rows: &[Record], index: usize| rows.get(index).cloned();
            (0..most)
                .map(|index| {
                    let (left, right) = (row(a, index), row(b, index));
                    changed(left.as_ref().unwrap_or(&empty), right.as_ref().unwrap_or(&empty))
                })
                .sum()
        };
        changed(&self.form, &other.form)
            + rows(&self.occupations, &other.occupations)
            + rows(&self.wishes, &other.wishes)
    }
}

/// A reading in progress.
struct Reading<'a> {
    filled: Filled,
    lists: Lists,
    reference: &'a Reference,
}

/// # Errors
/// The fault of the file as a whole.
pub fn read(
    file: &str,
    bytes: &[u8],
    questionnaire: &Questionnaire,
    reference: &Reference,
) -> Result<Filled, Fault> {
    let sheets = book::read(bytes)?;
    let marked = place::marked(&sheets);
    let first = marked.first().ok_or(Fault::NotAKit)?;
    let found = |id: SheetId| marked.iter().filter(move |sheet| sheet.id() == Some(id));
    let form = found(SheetId::Establishment).next().ok_or(Fault::NoForm)?;
    let filled = Filled {
        file: file.to_owned(),
        wave: first.marker.wave.clone(),
        version: first.marker.version,
        ..Filled::default()
    };
    let mut reading = Reading { filled, lists: place::lists(&marked), reference };
    if let Some(spec) = questionnaire.sheet(SheetId::Establishment) {
        reading.form(form, spec);
    }
    for id in [SheetId::Occupations, SheetId::Wishes] {
        if let (Some(sheet), Some(spec)) = (found(id).next(), questionnaire.sheet(id)) {
            let rows = reading.table(sheet, spec);
            match id {
                SheetId::Occupations => reading.filled.occupations = rows,
                _ => reading.filled.wishes = rows,
            }
        }
    }
    if let Some(sheet) = found(SheetId::Occupations).next() {
        reading.denied(sheet);
        reading.above_establishment(sheet);
    }
    let language = first.marker.language.parse().unwrap_or_default();
    for spec in questionnaire.sheets.iter().filter(|spec| found(spec.id).next().is_none()) {
        let name = spec.title.of(language);
        reading.filled.rejects.push(told(file, name, None, "", None, Fault::SheetGone));
    }
    for id in SheetId::ALL {
        for second in found(id).skip(1).filter(|sheet| has_answers(sheet, id)) {
            let what = Fault::SecondSheet;
            reading.filled.rejects.push(told(file, &second.cells.name, None, "", None, what));
        }
    }
    let filled = reading.filled;
    let is_empty = |records: &[Record]| records.iter().all(BTreeMap::is_empty);
    let said = filled.rejects.iter().any(|reject| !reject.found.is_empty());
    if filled.form.is_empty() && is_empty(&filled.occupations) && is_empty(&filled.wishes) && !said
    {
        return Err(Fault::Empty);
    }
    Ok(filled)
}

fn has_answers(sheet: &Marked<'_>, id: SheetId) -> bool {
    match id {
        SheetId::Establishment => sheet.form().iter().any(|asked| sheet.cell(asked).is_some()),
        SheetId::Occupations | SheetId::Wishes => !sheet.rows().is_empty(),
    }
}

fn told<T>(
    file: &str,
    sheet: &str,
    place: Option<(u32, u32)>,
    question: &str,
    cell: Option<&Cell>,
    what: T,
) -> Told<T> {
    let shown = cell.map(Cell::shown).unwrap_or_default();
    Told {
        file: file.to_owned(),
        sheet: sheet.to_owned(),
        cell: place.map_or_else(String::new, |(row, column)| reference(row, column)),
        question: question.to_owned(),
        found: shown.chars().take(MAX_SHOWN).collect(),
        what,
    }
}

impl Reading<'_> {
    fn form(&mut self, sheet: &Marked<'_>, spec: &Sheet) {
        let asked = sheet.form();
        self.filled.form = self.record(sheet, spec, &asked);
        for (place, kept) in [("code_commune", true), ("id_etablissement", false)] {
            let Some(asked) = asked.iter().find(|(id, ..)| id == place) else { continue };
            if kept {
                self.filled.commune = sheet.cell(asked).map(Cell::shown).unwrap_or_default();
            } else {
                let cell = reference(asked.1, asked.2);
                self.filled.number_cell = Some((sheet.cells.name.clone(), cell));
            }
        }
    }

    fn table(&mut self, sheet: &Marked<'_>, spec: &Sheet) -> Vec<Record> {
        let mut records = Vec::new();
        for asked in sheet.rows().into_iter().take(MAX_ROWS) {
            let record = self.record(sheet, spec, &asked);
            records.push(record);
        }
        records
    }

    /// The answers of a form or of a row, each cell on its own, then against one another.
    fn record(&mut self, sheet: &Marked<'_>, spec: &Sheet, asked: &[Asked]) -> Record {
        let mut record = Record::new();
        for field in spec.fields() {
            let id = field.id();
            let Some(place) = asked.iter().find(|(known, ..)| *known == id) else {
                if field.question.required {
                    self.reject(sheet, None, &id, None, Fault::Gone);
                }
                continue;
            };
            let at = Some((place.1, place.2));
            match self.answer(sheet, place, &field) {
                Ok(Some((answer, mending))) => {
                    if let Some(mending) = mending {
                        let (file, name) = (&self.filled.file, &sheet.cells.name);
                        let told = told(file, name, at, &id, sheet.cell(place), mending);
                        self.filled.mended.push(told);
                    }
                    record.insert(id, answer);
                }
                Ok(None) if field.question.required => {
                    self.reject(sheet, at, &id, sheet.cell(place), Fault::Required);
                }
                Ok(None) => {}
                Err(fault) => self.reject(sheet, at, &id, sheet.cell(place), fault),
            }
        }
        for check in &spec.checks {
            self.compare(sheet, check, asked, &mut record);
        }
        record
    }

    /// A need that is denied, though a course is wished for that occupation, is left unknown.
    fn denied(&mut self, sheet: &Marked<'_>) {
        const NEED: &str = "besoin_formation";
        let label = |record: &Record| match record.get("libelle_metier") {
            Some(Answer::Text(text)) => Some(fold(text)),
            _ => None,
        };
        let wished: BTreeSet<String> = self.filled.wishes.iter().filter_map(label).collect();
        let mut records = std::mem::take(&mut self.filled.occupations);
        for (record, asked) in records.iter_mut().zip(sheet.rows()) {
            let denied = record.get(NEED) == Some(&Answer::YesNo(false));
            if !denied || !label(record).is_some_and(|label| wished.contains(&label)) {
                continue;
            }
            if let Some(place) = asked.iter().find(|(id, ..)| id == NEED) {
                let at = Some((place.1, place.2));
                self.reject(sheet, at, NEED, sheet.cell(place), Fault::WishedYetDenied);
            }
            record.remove(NEED);
        }
        self.filled.occupations = records;
    }

    /// An occupation with more employees than the whole establishment is left unknown: which of
    /// the two is wrong cannot be told, and the establishment has other answers to hold it.
    fn above_establishment(&mut self, sheet: &Marked<'_>) {
        const TOTAL: &str = "effectif_total";
        const PART: &str = "effectif_metier";
        let Some(Answer::Count(most)) = self.filled.form.get(TOTAL).cloned() else { return };
        let mut records = std::mem::take(&mut self.filled.occupations);
        for (record, asked) in records.iter_mut().zip(sheet.rows()) {
            let Some(Answer::Count(count)) = record.get(PART).cloned() else { continue };
            if count <= most {
                continue;
            }
            if let Some(place) = asked.iter().find(|(id, ..)| id == PART) {
                let (sum, most) = (u64::from(count), u64::from(most));
                let fault = Fault::MoreThan { total: TOTAL.to_owned(), sum, most };
                self.reject(sheet, Some((place.1, place.2)), PART, sheet.cell(place), fault);
            }
            record.remove(PART);
        }
        self.filled.occupations = records;
    }

    fn answer(
        &self,
        sheet: &Marked<'_>,
        place: &Asked,
        field: &Field<'_>,
    ) -> Result<Option<(Answer, Option<Mending>)>, Fault> {
        let Some(cell) = sheet.cell(place) else { return Ok(None) };
        let read = value::read(cell, &field.question.kind, &self.lists)?;
        if let (Kind::Code(code), Some((Answer::Text(text), _))) = (&field.question.kind, &read) {
            codes::exists(text, *code, self.reference)?;
        }
        Ok(read)
    }

    /// Parts that add up to more than a known total are all left unknown: which of them is wrong
    /// cannot be told.
    fn compare(&mut self, sheet: &Marked<'_>, check: &Check, asked: &[Asked], record: &mut Record) {
        let count = |record: &Record, id: &str| match record.get(id) {
            Some(Answer::Count(count)) => Some(u64::from(*count)),
            _ => None,
        };
        let Some(most) = count(record, &check.total) else { return };
        let sum: u64 = check.parts.iter().filter_map(|part| count(record, part)).sum();
        if sum <= most {
            return;
        }
        for part in &check.parts {
            let place = asked.iter().find(|(id, ..)| id == part);
            // A part that is zero adds nothing, so it cannot be the wrong one.
            if let (Some(place), Some(1..)) = (place, count(record, part)) {
                let fault = Fault::MoreThan { total: check.total.clone(), sum, most };
                let at = Some((place.1, place.2));
                self.reject(sheet, at, part, sheet.cell(place), fault);
                record.remove(part);
            }
        }
    }

    fn reject(
        &mut self,
        sheet: &Marked<'_>,
        place: Option<(u32, u32)>,
        id: &str,
        cell: Option<&Cell>,
        fault: Fault,
    ) {
        let told = told(&self.filled.file, &sheet.cells.name, place, id, cell, fault);
        self.filled.rejects.push(told);
    }
}
