//! Answers kept → rows of the survey's tables. What names an establishment goes to contacts alone.

use crate::model::fold;
use crate::readers::kit::Collected;
use crate::readers::kit::filled::{Filled, Record};
use crate::readers::kit::table::Table;
use crate::readers::kit::value::Answer;
use crate::readers::kit::versions::Kept;
use crate::reference::questionnaire::{Kind, Question, Questionnaire, Sheet, SheetId};

/// An establishment that sent a kit back answered, in writing on a screen.
const STATUS: &str = "répondant";
const MODE: &str = "web";

pub fn fill(kept: &[Kept], questionnaire: &Questionnaire, collected: &mut Collected) {
    let tables = &questionnaire.tables;
    let table = |header: &[String]| Table { header: header.to_vec(), rows: Vec::new() };
    collected.establishments = table(&tables.establishments);
    collected.occupations = table(&tables.occupations);
    collected.wishes = table(&tables.wishes);
    collected.contacts = table(&tables.contacts);
    let spec = |id| questionnaire.sheet(id);
    let (Some(form), Some(occupations), Some(wishes)) =
        (spec(SheetId::Establishment), spec(SheetId::Occupations), spec(SheetId::Wishes))
    else {
        return;
    };
    for Kept { id, filled } in kept {
        let Collected { establishments, contacts, .. } = collected;
        push(establishments, |column| establishment(column, id, filled, form));
        push(contacts, |column| contact(column, id, filled, form));
        for record in &filled.occupations {
            push(&mut collected.occupations, |column| match column {
                "id_etablissement" => id.clone(),
                _ if occupations.question(column).is_some() => written(occupations, record, column),
                _ => learned(wishes, &filled.wishes, record, column),
            });
        }
        for record in &filled.wishes {
            push(&mut collected.wishes, |column| match column {
                "id_etablissement" => id.clone(),
                _ => written(wishes, record, column),
            });
        }
    }
}

fn push(table: &mut Table, cell: impl Fn(&str) -> String) {
    let row = table.header.iter().map(|column| cell(column)).collect();
    table.rows.push(row);
}

fn establishment(column: &str, id: &str, filled: &Filled, form: &Sheet) -> String {
    match column {
        "id_etablissement" => id.to_owned(),
        "statut_reponse" => STATUS.to_owned(),
        "mode_reponse" => MODE.to_owned(),
        // Without consent the comment stays with the contacts.
        "commentaire" if !consents(filled) => String::new(),
        _ => written(form, &filled.form, column),
    }
}

fn contact(column: &str, id: &str, filled: &Filled, form: &Sheet) -> String {
    match column {
        "id_etablissement" => id.to_owned(),
        "vague" => filled.wave.clone(),
        "fichier" => filled.file.clone(),
        "commune_ecrite" => filled.commune.clone(),
        "commentaire_prive" if consents(filled) => String::new(),
        "commentaire_prive" => written(form, &filled.form, "commentaire"),
        _ => written(form, &filled.form, column),
    }
}

fn consents(filled: &Filled) -> bool {
    filled.form.get("accord_citation") == Some(&Answer::YesNo(true))
}

/// The answer under a column; empty when it is unknown or no question.
fn written(sheet: &Sheet, record: &Record, column: &str) -> String {
    sheet.question(column).map_or_else(String::new, |question| answer(question, record))
}

fn answer(question: &Question, record: &Record) -> String {
    let Kind::Several(_) = question.kind else {
        return record.get(&question.id).map_or_else(String::new, Answer::written);
    };
    let fields = question.fields();
    let chosen = fields.iter().filter_map(|field| {
        let yes = record.get(&field.id()) == Some(&Answer::YesNo(true));
        field.option.filter(|_| yes).map(|option| option.value.as_str())
    });
    chosen.collect::<Vec<_>>().join("|")
}

/// What the employer wishes to be learned for an occupation, from the sheet of wishes: audiences
/// and skills of all its courses; hours, mode and period only when they agree.
fn learned(sheet: &Sheet, wishes: &[Record], occupation: &Record, column: &str) -> String {
    let label = |record: &Record| record.get("libelle_metier").map(|text| fold(&text.written()));
    let Some(question) = sheet.question(column) else { return String::new() };
    let own = label(occupation);
    let of_occupation = wishes.iter().filter(|wish| own.is_some() && label(wish) == own);
    let answers: Vec<String> = of_occupation.map(|wish| answer(question, wish)).collect();
    let parted = |separator: &str| {
        let mut all: Vec<&str> = Vec::new();
        for value in answers.iter().flat_map(|answer| answer.split(separator)) {
            if !value.is_empty() && !all.contains(&value) {
                all.push(value);
            }
        }
        all.join(separator)
    };
    match question.kind {
        Kind::Several(_) => parted("|"),
        _ if column == "competence_visee" => parted(" ; "),
        _ => match answers.split_first() {
            Some((first, rest)) if rest.iter().all(|answer| answer == first) => first.clone(),
            _ => String::new(),
        },
    }
}
