//! The workbook: a read-me, contents with links, charts, then a sheet per table, typed, grouped by
//! subject. No formula is ever written.

mod cells;
mod charts;
mod contents;
mod language;

use crate::i18n::Catalog;
use crate::report::citation::RowMark;
use crate::report::document::{Cell, Column, Document, Line, Shown, Table};
use crate::report::xlsx::cells::{Formats, write};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Url, Workbook, Worksheet, XlsxError};

/// Ink of headings and bars.
const INK: Color = Color::RGB(0x1F_4E_79);
const PALE: Color = Color::RGB(0xEA_F1_F8);
const GREY: Color = Color::RGB(0x5A_5A_5A);
const FAINT: Color = Color::RGB(0x8C_8C_8C);

/// Width of the column of short names, in characters.
const MARK: u16 = 9;

/// Height of a line of text, in points.
const LINE: f64 = 13.5;
/// That of a row of one line.
const ROW: f64 = 12.75;
/// That of a title, whose letters are larger.
const TITLE: f64 = 24.0;

/// Characters of a line of the explanation above a table, at least.
const ABOUT: u16 = 110;

/// Lines of the longest sentence of a column, where the widest column allows it; of a column that
/// is not printed, as wide as a workbook has them.
const SENTENCE: usize = 5;
const WIDEST: u16 = 110;
const ASIDE: (usize, u16) = (3, 250);
/// Characters across a page whose letters, of ten points, are printed at seven at least.
const READABLE: u32 = 184;

/// Rows above the header of a table: title, explanation, blank.
const HEAD: u32 = 3;

/// The workbook of a document: same document, same bytes.
///
/// # Errors
/// When the library refuses a sheet name or a size; the document's own tables stay below both.
pub fn workbook(document: &Document, catalog: &Catalog) -> Result<Vec<u8>, XlsxError> {
    let formats = Formats::new(catalog.language());
    let mut workbook = Workbook::new();
    let date = document.as_of;
    let created = ExcelDateTime::from_ymd(
        u16::try_from(date.year()).unwrap_or(1900),
        date.month(),
        date.day(),
    )?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(format!("{}, {}", document.title, document.subtitle))
            .set_author("Bassin")
            .set_creation_datetime(&created),
    );
    cover(workbook.add_worksheet(), document, catalog, &formats)?;
    let with_charts = charts::charted(document).next().is_some();
    let charts = with_charts.then(|| catalog.text("workbook-charts"));
    contents::sheet(workbook.add_worksheet(), document, charts.as_deref(), catalog, &formats)?;
    if with_charts {
        charts::sheet(workbook.add_worksheet(), document, catalog, &formats)?;
    }
    for (theme, tables) in contents::grouped(document) {
        for table in tables {
            let added = workbook.add_worksheet();
            added.set_tab_color(contents::colour(theme));
            sheet(added, table, document, catalog, &formats)?;
        }
    }
    let bytes = workbook.save_to_buffer()?;
    Ok(if with_charts { language::charts(bytes, catalog.language()) } else { bytes })
}

fn cover(
    sheet: &mut Worksheet,
    document: &Document,
    catalog: &Catalog,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(catalog.text("table-cover"))?;
    sheet.set_column_width(0, 48)?.set_column_width(1, 70)?;
    sheet.write_string_with_format(0, 0, &document.title, &formats.title)?;
    sheet.set_row_height(0, TITLE)?;
    sheet.write_string_with_format(1, 0, &document.subtitle, &formats.heading)?;
    let mut row = 3;
    for line in contents::read_me(document) {
        match line {
            Line::Heading(text) => {
                row += 1;
                sheet.write_string_with_format(row, 0, text, &formats.heading)?;
            }
            Line::Text(text) => {
                sheet.merge_range(row, 0, row, 1, text, &formats.wrapped)?;
                sheet.set_row_height(row, lines_of(text, 138) * LINE)?;
            }
            Line::Fact { label, text } => {
                sheet.write_string_with_format(row, 0, label, &formats.label)?;
                sheet.write_string_with_format(row, 1, text, &formats.wrapped)?;
                let height = lines_of(text, 80).max(lines_of(label, 54)) * LINE;
                sheet.set_row_height(row, height)?;
            }
        }
        row += 1;
    }
    page(sheet, document, 0, None);
    Ok(())
}

/// Columns of sentences wrap; columns of words do not.
const fn wraps(column: &Column) -> bool {
    column.width >= 40
}

/// How many columns are printed: all that one page across holds in letters that are read, the first
/// of them, since what a row is about and what is concluded of it stand there. The others are read on
/// the screen.
fn printed(table: &Table, columns: &[(usize, &Column)]) -> usize {
    let wide = |(index, column): &(usize, &Column)| {
        u32::from(width_of(table, *index, column, (SENTENCE, WIDEST)))
    };
    let all: u32 = columns.iter().map(wide).sum();
    if all + u32::from(MARK) <= READABLE {
        return columns.len();
    }
    let mut width = 0;
    let fits = |column: &&(usize, &Column)| {
        width += wide(column);
        width <= READABLE
    };
    let mut printed = columns.iter().take_while(fits).count().max(1);
    // Never a figure without the bounds behind it.
    let is_bound = |place: usize| {
        columns.get(place).is_some_and(|(_, column)| {
            column.id.split('-').any(|word| matches!(word, "low" | "high" | "least" | "most"))
        })
    };
    while printed > 1 && is_bound(printed) {
        printed -= 1;
    }
    printed
}

/// Width of a column, in characters: that of sentences grows with the longest of them, so that a
/// row stays a few lines high.
fn width_of(table: &Table, index: usize, column: &Column, most: (usize, u16)) -> u16 {
    let least = column.width.max(8);
    if !wraps(column) {
        return least;
    }
    let long = table.rows.iter().filter_map(|row| match row.cells.get(index) {
        Some(Cell::Text(text)) => Some(text.chars().count()),
        Some(Cell::Said { text, .. }) if most == ASIDE => Some(text.chars().count()),
        _ => None,
    });
    let (lines, widest) = most;
    let wished = long.max().unwrap_or(0).div_ceil(lines);
    u16::try_from(wished).unwrap_or(widest).clamp(least, widest.max(least))
}

/// Lines that a text takes in a column of that many characters.
fn lines_of(text: &str, width: usize) -> f64 {
    let lines = text.chars().count().div_ceil(width).clamp(1, 20);
    u32::try_from(lines).map_or(1.0, f64::from)
}

fn sheet(
    sheet: &mut Worksheet,
    table: &Table,
    document: &Document,
    catalog: &Catalog,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(table.title.as_str())?;
    sheet.set_default_row_height(ROW);
    sheet.write_string_with_format(0, 0, &table.title, &formats.title)?;
    sheet.set_row_height(0, TITLE)?;
    let columns: Vec<(usize, &Column)> = filed(table).collect();
    about(sheet, &table.about, &columns, formats)?;
    let contents = catalog.text("workbook-contents");
    link_to(sheet, (HEAD - 1, 0), &contents, &catalog.text("workbook-back"), formats)?;
    let mut last = 0;
    let printed = printed(table, &columns);
    let widths: Vec<u16> = columns
        .iter()
        .enumerate()
        .map(|(at, (index, column))| {
            let most = if at < printed { (SENTENCE, WIDEST) } else { ASIDE };
            width_of(table, *index, column, most)
        })
        .collect();
    for ((place, (index, column)), width) in (0_u16..).zip(&columns).zip(&widths) {
        sheet.set_column_width(place, *width)?;
        let is_number = table
            .rows
            .iter()
            .any(|row| row.cells.get(*index).is_some_and(|cell| cell.number().is_some()));
        let format = if is_number { &formats.header_number } else { &formats.header };
        sheet.write_string_with_format(HEAD, place, &column.title, format)?;
        last = place + 1;
    }
    sheet.set_column_width(last, MARK)?;
    sheet.write_string_with_format(HEAD, last, catalog.text("column-mark"), &formats.header)?;
    sheet.set_row_height(HEAD, HEADER)?;
    let mut bottom = HEAD;
    // Title, explanation, blank and header.
    let mut height = TITLE + 3.0 * LINE + HEADER;
    for (row, record) in (HEAD + 1..).zip(&table.rows) {
        let mut lines = 1.0_f64;
        for ((place, (index, column)), width) in (0_u16..).zip(&columns).zip(&widths) {
            let Some(cell) = record.cells.get(*index) else { continue };
            write(sheet, (row, place), cell, column, catalog, formats)?;
            if let (Cell::Text(text) | Cell::Said { text, .. }, true) = (cell, wraps(column)) {
                lines = lines.max(lines_of(text, usize::from(*width) * 23 / 20));
            }
        }
        let mark = RowMark::of(table.id, &record.key).to_string();
        sheet.write_string_with_format(row, last, mark, &formats.mark)?;
        if lines > 1.0 {
            sheet.set_row_height(row, lines * LINE)?;
        }
        height += if lines > 1.0 { lines * LINE } else { ROW };
        bottom = row;
    }
    if bottom > HEAD {
        sheet.autofilter(HEAD, 0, bottom, last)?;
    }
    // Code and label stay in sight.
    let label = columns.iter().position(|(_, column)| column.id == "label");
    let frozen = label.and_then(|place| u16::try_from(place + 1).ok()).unwrap_or(1);
    sheet.set_freeze_panes(HEAD + 1, frozen)?;
    sheet.set_repeat_rows(HEAD, HEAD)?;
    // Without the columns read on the screen, and then without the short names behind them.
    let all = u16::try_from(columns.len()).unwrap_or(last);
    let edge = u16::try_from(printed).unwrap_or(last).min(last);
    sheet.set_print_area(0, 0, bottom, if edge < all { edge.saturating_sub(1) } else { last })?;
    let across = widths.iter().take(printed).chain((edge == all).then_some(&MARK));
    let note = (edge < all).then(|| {
        let (on, of_all) = (edge.to_string(), all.to_string());
        let of = [("on", (&on).into()), ("all", (&of_all).into())];
        catalog.with("workbook-printed", &of)
    });
    page(sheet, document, down(across, height), note.as_deref());
    Ok(())
}

/// Letters are printed at this part of their size at most: a page holds more, and is read.
const SMALL: f64 = 0.75;
/// The part taken of the size that would fill the page across: the next page down costs more.
const CLOSER: f64 = 0.91;
/// Pixels across a page within its margins, points down it, and points of a header repeated.
const ACROSS: f64 = 1_045.0;
const DOWN: f64 = 516.0;
const HEADER: f64 = 58.0;

/// Pages beneath one another that rows of that height take, below columns of these widths.
fn down<'a>(widths: impl Iterator<Item = &'a u16>, height: f64) -> u16 {
    let pixels: f64 = widths.map(|width| 7.0 * f64::from(*width) + 5.0).sum();
    let size = (ACROSS / pixels * CLOSER).min(SMALL);
    // Letters give way by a few hundredths rather than begin a page for some rows.
    let page = (DOWN / size - HEADER) * 1.03;
    (1..=1_000_u16).find(|count| f64::from(*count) * page >= height).unwrap_or(0)
}

/// What the table holds, on as many lines as it takes above the columns that are first seen.
fn about(
    sheet: &mut Worksheet,
    text: &str,
    columns: &[(usize, &Column)],
    formats: &Formats,
) -> Result<(), XlsxError> {
    let (mut width, mut last) = (0_u16, 0_u16);
    for (place, (_, column)) in (0_u16..).zip(columns) {
        if width >= ABOUT {
            break;
        }
        (width, last) = (width + column.width.max(8), place);
    }
    if last == 0 {
        sheet.write_string_with_format(1, 0, text, &formats.note)?;
        return Ok(());
    }
    sheet.merge_range(1, 0, 1, last, text, &formats.note)?;
    sheet.set_row_height(1, lines_of(text, usize::from(width)) * LINE)?;
    Ok(())
}

/// One page across, and so many beneath one another at most; what is said of it below.
fn page(sheet: &mut Worksheet, document: &Document, down: u16, note: Option<&str>) {
    // 9: A4. Inches that any printer leaves.
    sheet.set_paper_size(9).set_landscape().set_print_fit_to_pages(1, down);
    sheet.set_margins(0.4, 0.4, 0.45, 0.6, 0.3, 0.3);
    // An ampersand begins a code in a footer, which holds 255 signs.
    let plain = |text: &str| text.chars().take(90).collect::<String>().replace('&', "&&");
    let note = note.map(|note| format!(" ({})", plain(note))).unwrap_or_default();
    sheet.set_footer(format!("&L{}&C&A{note}&R&P/&N", plain(&document.subtitle)));
}

/// A link to the top of a sheet of the workbook.
fn link_to(
    sheet: &mut Worksheet,
    (row, place): (u32, u16),
    title: &str,
    text: &str,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let target = format!("internal:'{}'!A1", title.replace('\'', "''"));
    let url = Url::new(target).set_text(text);
    sheet.write_url_with_format(row, place, url, &formats.link)?;
    Ok(())
}

/// The columns of files, with their place in the rows.
fn filed(table: &Table) -> impl Iterator<Item = (usize, &Column)> {
    table.columns.iter().enumerate().filter(|(_, column)| column.shown != Shown::Screen)
}
