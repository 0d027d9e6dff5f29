//! Answers kept → rows of the survey's tables. What names an establishment goes to contacts alone.

use crate::model::{SizeClass, fold};
use crate::readers::kit::Collected;
use crate::readers::kit::filled::{Filled, Record};
use crate::readers::kit::known::{Invited, Known};
use crate::readers::kit::list;
use crate::readers::kit::table::Table;
use crate::readers::kit::value::Answer;
use crate::readers::kit::versions::Kept;
use crate::reference::questionnaire::{Kind, Question, Questionnaire, Sheet, SheetId};

/// Who sent a kit back answered, in writing on a screen.
const STATUS: &str = "répondant";
const MODE: &str = "web";

/// The rows of those who answered, then those of the invited who sent nothing.
pub fn fill(
    kept: &[Kept],
    known: &Known,
    questionnaire: &Questionnaire,
    collected: &mut Collected,
) {
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
        let told = known.told(id).unwrap_or_default();
        push(establishments, |column| establishment(column, id, filled, form, &told));
        push(contacts, |column| contact(column, id, filled, form, &told));
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

/// Rows of the invited who sent nothing: among the establishments, among the contacts, and in the list
/// of those to be asked again, the largest first.
pub fn missing(known: &Known, collected: &mut Collected) {
    let header = collected.contacts.header.clone();
    collected.reminders = Table { header: header.clone(), rows: Vec::new() };
    collected.n_earlier = known.earlier(&collected.wave, &collected.contacts);
    let mut again = Vec::new();
    for id in known.missing(&collected.wave, &collected.contacts) {
        let (Some(told), Some(mut contact)) = (known.told(&id), known.contact(&id, &header)) else {
            continue;
        };
        push(&mut collected.establishments, |column| match column {
            "id_etablissement" => id.clone(),
            list::STATUS => told.status.to_owned(),
            list::NAF => told.naf.clone(),
            list::COMMUNE => told.commune.clone(),
            list::SIZE => told.size.clone(),
            _ => String::new(),
        });
        for (name, cell) in header.iter().zip(&mut contact) {
            match name.as_str() {
                list::WAVE => collected.wave.clone_into(cell),
                list::STATUS => told.status.clone_into(cell),
                _ => {}
            }
        }
        if told.status == list::NOT_REACHED {
            let least = SizeClass::parse(&told.size).map_or(-1.0, SizeClass::least);
            again.push((least, id, contact.clone()));
        }
        collected.contacts.rows.push(contact);
        collected.n_missing += 1;
        collected.n_missing_nowhere += usize::from(told.commune.is_empty());
    }
    again.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    collected.reminders.rows = again.into_iter().map(|(.., contact)| contact).collect();
}

fn push(table: &mut Table, cell: impl Fn(&str) -> String) {
    let row = table.header.iter().map(|column| cell(column)).collect();
    table.rows.push(row);
}

fn establishment(column: &str, id: &str, filled: &Filled, form: &Sheet, told: &Invited) -> String {
    // What the answer leaves open, the list it was invited from may tell.
    let or = |known: &String| {
        let answered = written(form, &filled.form, column);
        if answered.is_empty() { known.clone() } else { answered }
    };
    match column {
        list::NAF => or(&told.naf),
        list::COMMUNE => or(&told.commune),
        // The class it was drawn in, whatever it employs today.
        list::SIZE => told.size.clone(),
        "id_etablissement" => id.to_owned(),
        "statut_reponse" => STATUS.to_owned(),
        "mode_reponse" => MODE.to_owned(),
        // Without consent the comment stays with the contacts.
        "commentaire" if !consents(filled) => String::new(),
        _ => written(form, &filled.form, column),
    }
}

fn contact(column: &str, id: &str, filled: &Filled, form: &Sheet, told: &Invited) -> String {
    match column {
        list::SIZE => told.size.clone(),
        list::STATUS => STATUS.to_owned(),
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
