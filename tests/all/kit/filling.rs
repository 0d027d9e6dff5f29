//! A filled copy of a kit. The library that writes workbooks cannot edit one: the cells of the kit
//! are read, answers are put at the places that its hidden ids tell, and all is written again.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use bassin::model::Language;
use bassin::readers::kit::{Collected, Known, collect};
use bassin::reference::Reference;
use bassin::reference::questionnaire::marker::{ANSWER, BEGINS, SKIP};
use bassin::reference::questionnaire::{Questionnaire, SheetId};
use bassin::report::kit::{Commune, KitSettings, questionnaire_xlsx};
use calamine::{Data, Reader as _, Xlsx};
use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use std::collections::BTreeMap;
use std::io::Cursor;

pub const FORM: SheetId = SheetId::Establishment;
pub const JOBS: SheetId = SheetId::Occupations;
pub const WISHES: SheetId = SheetId::Wishes;

#[derive(Clone, Debug)]
pub enum Value {
    Text(String),
    Number(f64),
    Bool(bool),
    /// ISO day, as a date of the workbook.
    Day(&'static str),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

pub fn questionnaire() -> Questionnaire {
    Questionnaire::shipped().unwrap()
}

pub fn settings(language: Language) -> KitSettings {
    let commune =
        |(code, label): (&str, &str)| Commune { code: code.to_owned(), label: label.to_owned() };
    KitSettings {
        title: "Emplois et compétences".to_owned(),
        collector: "Communauté d’agglomération".to_owned(),
        contact: "enquete@exemple.fr".to_owned(),
        deadline: "2026-06-30".parse().unwrap(),
        language,
        wave: "printemps 2026".to_owned(),
        as_of: "2026-03-02".parse().unwrap(),
        communes: [("15014", "Aurillac"), ("15012", "Arpajon-sur-Cère")].map(commune).to_vec(),
    }
}

pub fn kit() -> Vec<u8> {
    questionnaire_xlsx(&questionnaire(), &settings(Language::French)).unwrap()
}

/// Cells by row and column.
pub type Cells = BTreeMap<(u32, u16), Value>;

/// A kit to fill.
#[derive(Clone)]
pub struct Copy {
    pub sheets: Vec<(String, Cells)>,
}

impl Copy {
    pub fn new() -> Self {
        Self::of(&kit())
    }

    pub fn of(bytes: &[u8]) -> Self {
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let mut sheets = Vec::new();
        for name in book.sheet_names() {
            let range = book.worksheet_range(&name).unwrap();
            let (top, left) = range.start().unwrap();
            let cells = range.used_cells().map(|(row, column, value)| {
                let value = match value {
                    Data::String(text) => Value::Text(text.clone()),
                    Data::Float(number) => Value::Number(*number),
                    other => panic!("a kit holds only text and numbers, not {other:?}"),
                };
                let row = top + u32::try_from(row).unwrap();
                let column = u16::try_from(left as usize + column).unwrap();
                ((row, column), value)
            });
            sheets.push((name, cells.collect()));
        }
        Self { sheets }
    }

    fn find(&self, key: &str) -> (usize, u32, u16) {
        for (index, (_, cells)) in self.sheets.iter().enumerate() {
            for ((row, column), value) in cells {
                if matches!(value, Value::Text(text) if text.starts_with(&format!("{BEGINS}{key}|")))
                {
                    return (index, *row, *column);
                }
            }
        }
        panic!("no sheet {key}")
    }

    pub fn sheet_name(&self, sheet: SheetId) -> String {
        self.sheets[self.find(sheet.key()).0].0.clone()
    }

    /// Place of a field: of the form, or of the nth row to fill.
    pub fn place(&self, sheet: SheetId, row: u32, id: &str) -> (usize, u32, u16) {
        let (index, top, left) = self.find(sheet.key());
        let cells = &self.sheets[index].1;
        let at = |wanted: &str| {
            let mut found =
                cells.iter().filter(|(_, v)| matches!(v, Value::Text(text) if text == wanted));
            *found.find(|((r, c), _)| *r == top || *c == left).unwrap_or_else(|| panic!("{id}")).0
        };
        if sheet == FORM {
            return (index, at(id).0, at(ANSWER).1);
        }
        let skips = cells.iter().filter(|(_, v)| matches!(v, Value::Text(text) if text == SKIP));
        let first = skips.map(|((row, _), _)| row + 1).max().unwrap();
        (index, first + row, at(id).1)
    }

    /// Puts an answer; gives the reference of its cell.
    pub fn set(&mut self, sheet: SheetId, row: u32, id: &str, value: impl Into<Value>) -> String {
        let (index, row, column) = self.place(sheet, row, id);
        self.sheets[index].1.insert((row, column), value.into());
        row_col_to_cell(row, column)
    }

    /// Moves what is at or below a row, or at or right of a column.
    pub fn insert(&mut self, sheet: SheetId, row: u32, n_rows: u32, column: u16, n_columns: u16) {
        let index = self.find(sheet.key()).0;
        let cells = std::mem::take(&mut self.sheets[index].1);
        let moved = |((r, c), value)| {
            let r = if r >= row { r + n_rows } else { r };
            ((r, if c >= column { c + n_columns } else { c }), value)
        };
        self.sheets[index].1 = cells.into_iter().map(moved).collect();
    }

    pub fn write(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        let date = Format::new().set_num_format("dd/mm/yyyy");
        for (name, cells) in &self.sheets {
            let sheet = workbook.add_worksheet();
            sheet.set_name(name).unwrap();
            for ((row, column), value) in cells {
                let (row, column) = (*row, *column);
                match value {
                    Value::Text(text) => sheet.write_string(row, column, text).unwrap(),
                    Value::Number(number) => sheet.write_number(row, column, *number).unwrap(),
                    Value::Bool(value) => sheet.write_boolean(row, column, *value).unwrap(),
                    Value::Day(iso) => {
                        let day = ExcelDateTime::parse_from_str(iso).unwrap();
                        sheet.write_datetime_with_format(row, column, &day, &date).unwrap()
                    }
                };
            }
        }
        workbook.save_to_buffer().unwrap()
    }
}

/// What a small bakery answers: every needed answer, one occupation, no fault.
pub fn bakery() -> Copy {
    let mut copy = Copy::new();
    for (id, value) in [
        ("raison_sociale", "Boulangerie Dupont SARL"),
        ("siret", "732 829 320 00074"),
        ("code_naf", "10.71C"),
        ("code_commune", "Aurillac (15014)"),
        ("date_reponse", "15/03/2026"),
    ] {
        copy.set(FORM, 0, id, value);
    }
    copy.set(FORM, 0, "effectif_total", 12.0);
    copy.set(JOBS, 0, "libelle_metier", "Boulanger");
    copy.set(JOBS, 0, "effectif_metier", 5.0);
    copy.set(JOBS, 0, "projets_12m", 2.0);
    copy
}

pub fn collected(files: &[(&str, Vec<u8>)]) -> Collected {
    after(files, &Known::default())
}

/// With the contacts of a former collection.
pub fn after(files: &[(&str, Vec<u8>)], known: &Known) -> Collected {
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, bytes)| (*n, bytes.as_slice())).collect();
    collect(&files, known, &questionnaire(), &Reference::embedded().unwrap())
}

/// The collection of one file.
pub fn one(copy: &Copy) -> Collected {
    collected(&[("a.xlsx", copy.write())])
}
