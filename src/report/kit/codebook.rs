//! The codebook: every question, how it is checked, where its answer goes and what it serves.

use crate::model::Language;
use crate::reference::questionnaire::{Check, Kind, Question, Questionnaire, Sheet, Tables, fill};
use crate::report::kit::checks::{shown, thousands};
use crate::report::kit::{KitError, KitSettings, book, style};

/// Names of the tables as the survey's layouts call them.
const TABLES: [&str; 4] =
    ["enquete_etablissements", "enquete_metiers", "enquete_formations", "contacts"];
/// Characters of the columns.
const WIDTHS: [u16; 10] = [14, 24, 27, 50, 14, 44, 11, 46, 44, 40];

/// Header and one row for each question, in the order of the questionnaire.
pub fn codebook(questionnaire: &Questionnaire, language: Language) -> Vec<Vec<String>> {
    let words = &questionnaire.words;
    let header = words.codebook_columns.iter().map(|text| text.of(language).to_owned());
    let mut rows = vec![header.collect()];
    for sheet in &questionnaire.sheets {
        for section in &sheet.sections {
            for question in &section.questions {
                let required = if question.required { &words.yes } else { &words.no };
                rows.push(vec![
                    sheet.title.of(language).to_owned(),
                    section.title.of(language).to_owned(),
                    question.id.clone(),
                    question.text.of(language).to_owned(),
                    kind(question, questionnaire, language),
                    options(question, language),
                    required.of(language).to_owned(),
                    checks(question, sheet, questionnaire, language),
                    places(question, sheet, &questionnaire.tables),
                    section.used.of(language).to_owned(),
                ]);
            }
        }
    }
    rows
}

fn kind(question: &Question, questionnaire: &Questionnaire, language: Language) -> String {
    let words = &questionnaire.words;
    let kind = match question.kind {
        Kind::Text { .. } => &words.kind_text,
        Kind::Code(_) => &words.kind_code,
        Kind::Count { .. } => &words.kind_count,
        Kind::Date { .. } => &words.kind_date,
        Kind::YesNo => &words.kind_yes_no,
        Kind::Choice(_) => &words.kind_choice,
        Kind::Several(_) => &words.kind_several,
    };
    kind.of(language).to_owned()
}

/// `employé qualifié = 6 | cadre = 9`; the value is left out when it is the text.
fn options(question: &Question, language: Language) -> String {
    let (Kind::Choice(options) | Kind::Several(options)) = &question.kind else {
        return String::new();
    };
    let told = options.iter().map(|option| match option.text.of(language) {
        text if text == option.value => text.to_owned(),
        text => format!("{text} = {}", option.value),
    });
    told.collect::<Vec<_>>().join(" | ")
}

fn checks(
    question: &Question,
    sheet: &Sheet,
    questionnaire: &Questionnaire,
    language: Language,
) -> String {
    let words = &questionnaire.words;
    let bounds =
        |min: &str, max: &str| fill(words.check_bounds.of(language), &[("min", min), ("max", max)]);
    let mut told = Vec::new();
    match &question.kind {
        Kind::Text { max } => {
            told.push(fill(words.check_length.of(language), &[("max", &max.to_string())]));
        }
        Kind::Count { min, max } => {
            told.push(bounds(&thousands(*min, language), &thousands(*max, language)));
        }
        Kind::Date { .. } => {
            if let Some((from, to)) = question.kind.days() {
                told.push(bounds(&shown(from, language), &shown(to, language)));
            }
        }
        _ => {}
    }
    let concerns =
        |check: &&Check| check.parts.contains(&question.id) || check.total == question.id;
    for check in sheet.checks.iter().filter(concerns) {
        let parts = check.parts.join(" + ");
        let values = [("parts", parts.as_str()), ("total", &check.total)];
        told.push(fill(words.check_at_most.of(language), &values));
    }
    told.join(" ; ")
}

fn places(question: &Question, sheet: &Sheet, tables: &Tables) -> String {
    use crate::reference::questionnaire::SheetId::{Establishment, Occupations, Wishes};
    let headers = [&tables.establishments, &tables.occupations, &tables.wishes, &tables.contacts];
    // A label of an occupation in wishes is not that of the table of occupations.
    let reached: &[usize] = match (sheet.id, question.private) {
        (Establishment, true) => &[3],
        (Establishment, false) if question.id == "id_etablissement" => &[0, 1, 2, 3],
        (Establishment, false) => &[0],
        (Occupations, _) => &[1],
        (Wishes, _) if question.id == "libelle_metier" => &[2],
        (Wishes, _) => &[1, 2],
    };
    let named =
        TABLES.iter().zip(headers).enumerate().filter(|(index, (_, header))| {
            reached.contains(index) && header.contains(&question.id)
        });
    named.map(|(_, (name, _))| *name).collect::<Vec<_>>().join(", ")
}

/// The codebook as a workbook of one sheet.
///
/// # Errors
/// When the library refuses a size or a text.
pub fn codebook_xlsx(
    questionnaire: &Questionnaire,
    settings: &KitSettings,
) -> Result<Vec<u8>, KitError> {
    let language = settings.language;
    let formats = style::Formats::new(language);
    let mut workbook = book(settings)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name(questionnaire.words.codebook.of(language))?;
    let rows = codebook(questionnaire, language);
    let last = u32::try_from(rows.len()).unwrap_or(1).saturating_sub(1);
    for (row, cells) in (0_u32..).zip(&rows) {
        let format = if row == 0 { &formats.head } else { &formats.question };
        let mut n_lines = 1;
        for ((column, text), width) in (0_u16..).zip(cells).zip(WIDTHS) {
            sheet.write_string_with_format(row, column, text, format)?;
            n_lines = n_lines.max(style::lines(text, width));
        }
        sheet.set_row_height(row, f64::from(n_lines) * style::LINE_HEIGHT + 4.0)?;
    }
    for (column, width) in (0_u16..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.autofilter(0, 0, last, 9)?;
    sheet.set_freeze_panes(1, 3)?;
    sheet.set_repeat_rows(0, 0)?;
    // 9: A4.
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, 0);
    Ok(workbook.save_to_buffer()?)
}
