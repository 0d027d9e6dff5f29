//! The questionnaire as a workbook that an employer fills without help.
//!
//! Answers are collected by hidden ids, so labels may change and sheets may be renamed. Sheets are
//! protected without a password: against accidents, not against people.

mod checks;
mod codebook;
mod control;
mod cover;
mod form;
mod grid;
mod style;

pub use codebook::{codebook, codebook_xlsx};
pub use cover::cover_note;

use crate::model::{Date, Language};
use crate::reference::questionnaire::marker::Marker;
use crate::reference::questionnaire::{Questionnaire, SheetId, fill};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, ProtectionOptions, Workbook, Worksheet};
use style::Formats;

/// What changes from one survey to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitSettings {
    /// « Emplois et compétences du bassin d’Aurillac ».
    pub title: String,
    /// Who asks, and who promises secrecy.
    pub collector: String,
    /// Where the answer is sent: an address, a name.
    pub contact: String,
    pub deadline: Date,
    pub language: Language,
    /// Distinguishes one round from the next: « 2026 », « printemps 2026 ».
    pub wave: String,
    /// Day of edition.
    pub as_of: Date,
    /// Choices of the drop-down list of communes; without them the employer types.
    pub communes: Vec<Commune>,
}

/// An Insee code and a name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Commune {
    pub code: String,
    pub label: String,
}

/// The workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum KitError {
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    #[error("sheet {0} is not in the questionnaire")]
    NoSheet(&'static str),
}

/// What the writers of sheets share.
struct Kit<'a> {
    questionnaire: &'a Questionnaire,
    settings: &'a KitSettings,
    formats: Formats,
}

/// The workbook: cover, establishment, occupations, training, and a very hidden sheet of lists.
/// Same questionnaire and settings, same bytes.
///
/// # Errors
/// When the library refuses a size or a text; a sound questionnaire stays below its limits.
pub fn questionnaire_xlsx(
    questionnaire: &Questionnaire,
    settings: &KitSettings,
) -> Result<Vec<u8>, KitError> {
    let kit = Kit { questionnaire, settings, formats: Formats::new(settings.language) };
    let mut workbook = book(settings)?;
    cover::write(workbook.add_worksheet(), &kit)?;
    form::write(workbook.add_worksheet(), &kit)?;
    grid::write(workbook.add_worksheet(), &kit, SheetId::Occupations)?;
    grid::write(workbook.add_worksheet(), &kit, SheetId::Wishes)?;
    control::write(workbook.add_worksheet(), &kit)?;
    Ok(workbook.save_to_buffer()?)
}

/// An empty workbook that says what it is, from whom and of which day.
fn book(settings: &KitSettings) -> Result<Workbook, KitError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&settings.title)
            .set_author(&settings.collector)
            .set_creation_datetime(&day(settings.as_of)?),
    );
    Ok(workbook)
}

impl Kit<'_> {
    fn marker(&self, sheet: &str) -> String {
        let marker = Marker {
            sheet: sheet.to_owned(),
            version: self.questionnaire.version,
            language: self.settings.language.tag().to_owned(),
            wave: self.settings.wave.clone(),
        };
        marker.write()
    }

    /// Fills the names of the survey and of the sheets into a text.
    fn told(&self, text: &str) -> String {
        told(text, self.questionnaire, self.settings)
    }

    /// Paper, footer and protection of a sheet.
    fn page(&self, sheet: &mut Worksheet) {
        let words = &self.questionnaire.words;
        let footer = footer(&self.told(words.footer.of(self.settings.language)));
        // 9: A4.
        sheet
            .set_paper_size(9)
            .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
            .set_footer(format!("&L&8{footer}&C&8&A&R&8&P/&N"))
            .set_print_center_horizontally(true)
            .set_screen_gridlines(false)
            .protect_with_options(&ProtectionOptions {
                insert_rows: true,
                format_rows: true,
                format_columns: true,
                ..ProtectionOptions::default()
            });
    }
}

/// Longest text of a footer: Excel takes 255 characters with its codes.
const MOST_FOOTER: usize = 200;

/// A text as a footer writes it, cut where it is too long: an ampersand begins a code, and counts
/// for two.
fn footer(text: &str) -> String {
    let mut written = String::new();
    let mut count = 0;
    for one in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        count += if one == '&' { 2 } else { 1 };
        if count >= MOST_FOOTER {
            written.push('…');
            break;
        }
        written.push(one);
        if one == '&' {
            written.push(one);
        }
    }
    written
}

/// Fills the names of the survey and of the sheets into a text.
fn told(text: &str, questionnaire: &Questionnaire, settings: &KitSettings) -> String {
    let language = settings.language;
    let version = questionnaire.version.to_string();
    let deadline = style::long_date(settings.deadline, language);
    let name = |id| questionnaire.sheet(id).map_or("", |sheet| sheet.title.of(language));
    fill(
        text,
        &[
            ("title", &settings.title),
            ("collector", &settings.collector),
            ("contact", &settings.contact),
            ("deadline", &deadline),
            ("wave", &settings.wave),
            ("version", &version),
            ("sheet_establishment", name(SheetId::Establishment)),
            ("sheet_occupations", name(SheetId::Occupations)),
            ("sheet_wishes", name(SheetId::Wishes)),
        ],
    )
}

fn day(date: Date) -> Result<ExcelDateTime, rust_xlsxwriter::XlsxError> {
    let year = u16::try_from(date.year()).unwrap_or(1900);
    ExcelDateTime::from_ymd(year, date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_footer_keeps_within_what_excel_takes() {
        let check = |text: &str, expect: &str| assert_eq!(footer(text), expect);
        check("Emploi & formation, 2026", "Emploi && formation, 2026");
        check("deux\nlignes", "deux lignes");
        for text in ["é".repeat(400), "&".repeat(400)] {
            let written = footer(&text).chars().count();
            assert!((190..=MOST_FOOTER).contains(&written), "{written}");
        }
    }
}
