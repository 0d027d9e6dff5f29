//! Cells of the workbook: their formats, and each kind of cell as a typed one.

use crate::i18n::Catalog;
use crate::model::{Language, Unit};
use crate::report::document::{Cell, Column, Form, Part};
use crate::report::xlsx::{FAINT, GREY, INK, PALE, wraps};
use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, FormatUnderline, Worksheet, XlsxError,
};

/// How cells look.
pub struct Formats {
    pub title: Format,
    pub note: Format,
    pub heading: Format,
    pub label: Format,
    pub text: Format,
    pub wrapped: Format,
    pub header: Format,
    /// Above numbers: on their side.
    pub header_number: Format,
    pub whole: Format,
    pub percent: Format,
    pub decimal: Format,
    pub people: Format,
    pub euros: Format,
    /// A number with the digits it has.
    pub number: Format,
    pub date: Format,
    pub hidden: Format,
    pub link: Format,
    /// Short names: there for who looks for them.
    pub mark: Format,
}

impl Formats {
    pub fn new(language: Language) -> Self {
        let base = Format::new().set_font_name("Calibri").set_font_size(10);
        let cell = base.clone().set_align(FormatAlign::Top);
        let header = base
            .clone()
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(INK)
            .set_text_wrap()
            .set_align(FormatAlign::VerticalCenter)
            .set_border(FormatBorder::Thin)
            .set_border_color(PALE);
        Self {
            title: base.clone().set_bold().set_font_size(16).set_font_color(INK),
            note: base
                .clone()
                .set_font_color(GREY)
                .set_italic()
                .set_text_wrap()
                .set_align(FormatAlign::Top),
            heading: base.clone().set_bold().set_font_size(12).set_font_color(INK),
            label: cell.clone().set_bold().set_text_wrap(),
            // Clear of the numbers of the column before.
            text: cell.clone().set_align(FormatAlign::Left).set_indent(1),
            wrapped: cell.clone().set_text_wrap().set_align(FormatAlign::Left).set_indent(1),
            header: header.clone().set_align(FormatAlign::Left).set_indent(1),
            header_number: header.set_align(FormatAlign::Right),
            whole: cell.clone().set_num_format("#,##0"),
            percent: cell.clone().set_num_format("0%"),
            decimal: cell.clone().set_num_format("0.00"),
            people: cell.clone().set_num_format("#,##0.0"),
            euros: cell.clone().set_num_format(match language {
                Language::French => "#,##0\\ \"€\"",
                Language::English => "\"€\"#,##0",
            }),
            number: cell.clone(),
            date: cell.clone().set_num_format(match language {
                Language::French => "dd/mm/yyyy",
                Language::English => "yyyy-mm-dd",
            }),
            link: cell
                .clone()
                .set_font_color(INK)
                .set_underline(FormatUnderline::Single)
                .set_align(FormatAlign::Left),
            hidden: cell.clone().set_font_color(GREY).set_italic(),
            mark: cell.set_font_color(FAINT).set_font_size(8),
        }
    }
    const fn of(&self, form: Form) -> &Format {
        match form {
            Form::Count => &self.whole,
            Form::People => &self.people,
            Form::Euros => &self.euros,
            Form::Share => &self.percent,
            Form::Number | Form::Year => &self.number,
        }
    }
}

/// A cell of a table: numbers as numbers, what is hidden as its reason.
///
/// # Errors
/// When the library refuses the place.
pub fn write(
    sheet: &mut Worksheet,
    (row, place): (u32, u16),
    cell: &Cell,
    column: &Column,
    catalog: &Catalog,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Blank => {}
        Cell::Text(text) | Cell::Said { text, .. } => {
            let format = if wraps(column) { &formats.wrapped } else { &formats.text };
            // 32,767 characters are the format's own limit.
            let text: String = text.chars().take(32_000).collect();
            sheet.write_string_with_format(row, place, text, format)?;
        }
        Cell::Whole(number) => {
            sheet.write_number_with_format(row, place, *number, &formats.whole)?;
        }
        Cell::Amount { value, form, .. } => {
            if let Some(value) = value.filter(|value| value.is_finite()) {
                sheet.write_number_with_format(row, place, value, formats.of(*form))?;
            } else {
                let text = cell.shown(catalog);
                sheet.write_string_with_format(row, place, text, &formats.hidden)?;
            }
        }
        Cell::Causes(_) => {
            sheet.write_string_with_format(row, place, cell.shown(catalog), &formats.wrapped)?;
        }
        Cell::Date(date) => {
            let year = u16::try_from(date.year()).unwrap_or(1900);
            let day = ExcelDateTime::from_ymd(year, date.month(), date.day())?;
            sheet.write_datetime_with_format(row, place, &day, &formats.date)?;
        }
        Cell::Figure { figure, part } => {
            let number = cell.number().filter(|number| number.is_finite());
            match number {
                Some(number) if *part != Part::Whole => {
                    let format = match figure.unit() {
                        unit if unit.is_share() => &formats.percent,
                        Unit::DifferenceOfShares => &formats.percent,
                        Unit::StandardScore
                        | Unit::CandidatesPerPost
                        | Unit::PerEstablishment
                        | Unit::PostsPerSeeker
                        | Unit::Ratio
                        | Unit::Kappa => &formats.decimal,
                        _ => &formats.whole,
                    };
                    sheet.write_number_with_format(row, place, number, format)?;
                }
                _ if figure.hidden().is_some() || *part == Part::Whole => {
                    let text = cell.shown(catalog);
                    sheet.write_string_with_format(row, place, text, &formats.hidden)?;
                }
                _ => {}
            }
        }
    }
    Ok(())
}
