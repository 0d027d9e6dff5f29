//! The sheet of contents: every sheet by subject, each a link, with what it holds.

use crate::i18n::Catalog;
use crate::report::Theme;
use crate::report::document::{Document, Line, Table};
use crate::report::xlsx::cells::Formats;
use crate::report::xlsx::{LINE, TITLE, lines_of, link_to, page};
use rust_xlsxwriter::{Color, Worksheet, XlsxError};

/// Widths of the columns, in characters: the sheet, what it holds, how many rows.
const WIDTHS: [u16; 3] = [34, 96, 10];

/// Tables by subject, in the order of reading; what has none comes last, as it stands.
pub fn grouped(document: &Document) -> Vec<(Option<Theme>, Vec<&Table>)> {
    let themes = Theme::ALL.into_iter().map(Some).chain([None]);
    let of = |theme: Option<Theme>| {
        let tables = document.tables.iter().filter(|table| Theme::of(table.id) == theme);
        (theme, tables.collect::<Vec<_>>())
    };
    themes.map(of).filter(|(_, tables)| !tables.is_empty()).collect()
}

/// The colour of the tabs of a subject.
pub const fn colour(theme: Option<Theme>) -> Color {
    match theme {
        Some(Theme::Diagnosis) => Color::RGB(0x1F_4E_79),
        Some(Theme::Inquiry) => Color::RGB(0x2E_7D_6B),
        Some(Theme::Training) => Color::RGB(0xB4_5F_06),
        Some(Theme::Compared) => Color::RGB(0x6A_4C_93),
        Some(Theme::Action) => Color::RGB(0x8C_2F_39),
        Some(Theme::Reader) => Color::RGB(0x4A_6F_A5),
        Some(Theme::Method) | None => Color::RGB(0x5A_5A_5A),
    }
}

/// The lines of the read-me without the list of tables, which this sheet holds, nor a heading that
/// nothing would stand under.
pub fn read_me(document: &Document) -> Vec<&Line> {
    let is_table = |line: &Line| match line {
        Line::Fact { label, .. } => document.tables.iter().any(|table| table.title == *label),
        Line::Heading(_) | Line::Text(_) => false,
    };
    let kept: Vec<&Line> = document.cover.iter().filter(|line| !is_table(line)).collect();
    let is_heading =
        |place: usize| kept.get(place).is_none_or(|line| matches!(line, Line::Heading(_)));
    let full = (0..kept.len()).filter(|place| !(is_heading(*place) && is_heading(*place + 1)));
    full.filter_map(|place| kept.get(place).copied()).collect()
}

/// # Errors
/// When the library refuses a place.
pub fn sheet(
    sheet: &mut Worksheet,
    document: &Document,
    charts: Option<&str>,
    catalog: &Catalog,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let name = catalog.text("workbook-contents");
    sheet.set_name(&name)?;
    for (column, width) in (0..).zip(WIDTHS) {
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(0, 0, &name, &formats.title)?;
    sheet.set_row_height(0, TITLE)?;
    sheet.write_string_with_format(1, 0, &document.subtitle, &formats.heading)?;
    let mut row = 3;
    for (column, key) in (0..).zip(["sheet", "holds", "rows"]) {
        let title = catalog.text(&format!("workbook-contents-{key}"));
        sheet.write_string_with_format(row, column, title, &formats.header)?;
    }
    row += 1;
    let first =
        [("table-cover", "workbook-cover-about"), ("workbook-charts", "workbook-charts-about")];
    for (title, about) in first.into_iter().take(1 + usize::from(charts.is_some())) {
        let (title, about) = (catalog.text(title), catalog.text(about));
        line(sheet, row, (&title, &about, None), formats)?;
        row += 1;
    }
    for (theme, tables) in grouped(document) {
        row += 1;
        if let Some(theme) = theme {
            let heading = catalog.text(&format!("theme-{}", theme.id()));
            sheet.write_string_with_format(row, 0, heading, &formats.heading)?;
            row += 1;
        }
        for table in tables {
            let rows = u32::try_from(table.rows.len()).ok();
            line(sheet, row, (&table.title, &table.about, rows), formats)?;
            row += 1;
        }
    }
    sheet.set_freeze_panes(4, 0)?.set_repeat_rows(3, 3)?;
    page(sheet, document, 0, None);
    Ok(())
}

fn line(
    sheet: &mut Worksheet,
    row: u32,
    (title, about, rows): (&str, &str, Option<u32>),
    formats: &Formats,
) -> Result<(), XlsxError> {
    link_to(sheet, (row, 0), title, title, formats)?;
    sheet.write_string_with_format(row, 1, about, &formats.wrapped)?;
    if let Some(rows) = rows {
        sheet.write_number_with_format(row, 2, rows, &formats.whole)?;
    }
    sheet.set_row_height(row, lines_of(about, usize::from(WIDTHS[1]) * 23 / 20) * LINE)?;
    Ok(())
}
