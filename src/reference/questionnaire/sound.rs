//! Whether a questionnaire would make a workbook that works: refused on loading, not on sending.

use crate::model::Language;
use crate::reference::questionnaire::SheetId::{Establishment, Occupations, Wishes};
use crate::reference::questionnaire::{
    Kind, Question, Questionnaire, Sheet, SheetId, Tables, Text,
};
use std::collections::BTreeSet;

/// Characters of a drop-down list, an input message or an error text in a workbook.
const MAX_MESSAGE: usize = 255;
/// Columns that the collection fills itself.
const FILLED: [&str; 11] = [
    "code_bassin",
    "strate",
    "statut_reponse",
    "mode_reponse",
    "tranche_effectif",
    "poids_initial",
    "code_fap",
    "version_fap",
    "vague",
    "fichier",
    "commune_ecrite",
];

/// What is wrong with a questionnaire; `id` is that of the question or the column.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unsound {
    #[error("sheet {sheet} must be there once")]
    Sheet { sheet: &'static str },
    #[error("id {id} is used twice or is not an id")]
    Id { id: String },
    #[error("{id}: a text is empty or too long for a workbook")]
    Length { id: String },
    #[error("{id}: bounds or options cannot be used")]
    Bounds { id: String },
    #[error("check on {id}: parts and total must be counts of the sheet")]
    Check { id: String },
    #[error("column {id} is no question, or a public table names a private question")]
    Column { id: String },
}

pub fn check(questionnaire: &Questionnaire) -> Result<(), Unsound> {
    for id in SheetId::ALL {
        let n_found = questionnaire.sheets.iter().filter(|sheet| sheet.id == id).count();
        let form = id == SheetId::Establishment;
        let shaped = questionnaire.sheet(id).is_some_and(|sheet| (sheet.rows == 0) == form);
        if n_found != 1 || !shaped {
            return Err(Unsound::Sheet { sheet: id.key() });
        }
    }
    for sheet in &questionnaire.sheets {
        self::sheet(sheet)?;
    }
    columns(questionnaire)
}

fn sheet(sheet: &Sheet) -> Result<(), Unsound> {
    let mut seen = BTreeSet::new();
    for field in sheet.fields() {
        let id = field.id();
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_/".contains(c);
        if id.is_empty() || !id.chars().all(plain) || !seen.insert(id.clone()) {
            return Err(Unsound::Id { id });
        }
        if !within(field.short(), 1, 60) {
            return Err(Unsound::Length { id });
        }
    }
    for asked in sheet.questions() {
        question(asked)?;
    }
    for check in &sheet.checks {
        let is_count = |id: &String| {
            sheet.question(id).is_some_and(|found| matches!(found.kind, Kind::Count { .. }))
        };
        let sound = !check.parts.is_empty()
            && check.parts.iter().all(is_count)
            && is_count(&check.total)
            && !check.parts.contains(&check.total);
        if !sound {
            return Err(Unsound::Check { id: check.total.clone() });
        }
    }
    Ok(())
}

fn question(question: &Question) -> Result<(), Unsound> {
    let fits = Language::ALL.into_iter().all(|language| {
        let length = question.text.of(language).chars().count();
        length > 0 && length + question.help.of(language).chars().count() < MAX_MESSAGE
    });
    if !fits {
        return Err(Unsound::Length { id: question.id.clone() });
    }
    let sound = match &question.kind {
        Kind::Text { max } => (1..=32_000).contains(max),
        Kind::Count { min, max } => min < max && i32::try_from(*max).is_ok(),
        Kind::Date { .. } => question.kind.days().is_some_and(|(from, to)| from < to),
        Kind::Choice(options) => Language::ALL.into_iter().all(|language| {
            let texts = options.iter().map(|option| option.text.of(language));
            let length: usize = texts.clone().map(|text| text.chars().count() + 1).sum();
            // A comma would part the list of a workbook.
            !options.is_empty() && length <= MAX_MESSAGE && texts.clone().all(|t| !t.contains(','))
        }),
        // A bar parts the values in the survey's table.
        Kind::Several(options) => {
            !options.is_empty() && options.iter().all(|option| !option.value.contains('|'))
        }
        Kind::Code(_) | Kind::YesNo => true,
    };
    if sound { Ok(()) } else { Err(Unsound::Bounds { id: question.id.clone() }) }
}

fn within(text: &Text, least: usize, most: usize) -> bool {
    let fits = |language| (least..=most).contains(&text.of(language).chars().count());
    Language::ALL.into_iter().all(fits)
}

/// Every column is a question of its sheet or filled; a private question is in contacts alone; no
/// question is without a column.
fn columns(questionnaire: &Questionnaire) -> Result<(), Unsound> {
    let Tables { establishments, occupations, wishes, contacts } = &questionnaire.tables;
    let bad = |id: &String| Unsound::Column { id: id.clone() };
    let find = |id: &str, sheets: &[SheetId]| {
        let mut found = sheets.iter().filter_map(|sheet| questionnaire.sheet(*sheet));
        found.find_map(|sheet| sheet.question(id))
    };
    let public: [(&Vec<String>, &[SheetId]); 3] = [
        (establishments, &[Establishment]),
        // What an occupation is to learn comes from the sheet of wishes.
        (occupations, &[Establishment, Occupations, Wishes]),
        (wishes, &[Establishment, Wishes]),
    ];
    for (header, sheets) in public {
        for id in header {
            let asked = find(id, sheets).is_some_and(|question| !question.private);
            if !asked && !FILLED.contains(&id.as_str()) {
                return Err(bad(id));
            }
        }
    }
    for id in contacts {
        let asked = find(id, &[Establishment]).is_some();
        if !asked && !FILLED.contains(&id.as_str()) && id != "commentaire_prive" {
            return Err(bad(id));
        }
    }
    for sheet in &questionnaire.sheets {
        for question in sheet.questions() {
            let header = match (question.private, sheet.id) {
                (true, _) => contacts,
                (false, Establishment) => establishments,
                (false, Occupations) => occupations,
                (false, Wishes) => wishes,
            };
            if !header.contains(&question.id) {
                return Err(bad(&question.id));
            }
        }
    }
    Ok(())
}
