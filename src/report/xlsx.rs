//! The workbook: typed cells, frozen panes, filters, native charts. No formula is ever written.

use crate::i18n::Catalog;
use crate::model::{Language, Unit};
use crate::report::citation::RowMark;
use crate::report::document::{Cell, Chart, Column, Document, Line, Part, Shown, Table};
use rust_xlsxwriter::{
    Chart as NativeChart, ChartAxisCrossing, ChartType, Color, DocProperties, ExcelDateTime,
    Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

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

/// Characters of a line of the explanation above a table, at least.
const ABOUT: u16 = 110;

/// Lines of the longest sentence of a column, where the widest column allows it; of a column that
/// is not printed, as wide as a workbook has them.
const SENTENCE: usize = 5;
const WIDEST: u16 = 110;
const ASIDE: (usize, u16) = (3, 250);
/// Characters across a page that is read without a glass.
const READABLE: u32 = 320;

/// Rows above the header of a table: title, explanation, blank.
const HEAD: u32 = 3;

struct Formats {
    title: Format,
    note: Format,
    heading: Format,
    label: Format,
    text: Format,
    wrapped: Format,
    header: Format,
    whole: Format,
    percent: Format,
    decimal: Format,
    date: Format,
    hidden: Format,
    /// Short names: there for who looks for them.
    mark: Format,
}

impl Formats {
    fn new(language: Language) -> Self {
        let base = Format::new().set_font_name("Calibri").set_font_size(10);
        let cell = base.clone().set_align(FormatAlign::Top);
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
            header: base
                .clone()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(INK)
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_border(FormatBorder::Thin)
                .set_border_color(PALE),
            whole: cell.clone().set_num_format("#,##0"),
            percent: cell.clone().set_num_format("0%"),
            decimal: cell.clone().set_num_format("0.00"),
            date: cell.clone().set_num_format(match language {
                Language::French => "dd/mm/yyyy",
                Language::English => "yyyy-mm-dd",
            }),
            hidden: cell.clone().set_font_color(GREY).set_italic(),
            mark: cell.set_font_color(FAINT).set_font_size(8),
        }
    }
}

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
    for table in &document.tables {
        sheet(workbook.add_worksheet(), table, document, catalog, &formats)?;
    }
    workbook.save_to_buffer()
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
    sheet.write_string_with_format(1, 0, &document.subtitle, &formats.heading)?;
    let mut row = 3;
    for line in &document.cover {
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
    if let Some((table, chart)) =
        document.tables.iter().find_map(|table| table.chart.as_ref().map(|chart| (table, chart)))
        && let Some(native) = bars(table, chart)
    {
        sheet.insert_chart(3, 3, &native)?;
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
    let columns: Vec<(usize, &Column)> = filed(table).collect();
    about(sheet, &table.about, &columns, formats)?;
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
    for ((place, (_, column)), width) in (0_u16..).zip(&columns).zip(&widths) {
        sheet.set_column_width(place, *width)?;
        sheet.write_string_with_format(HEAD, place, &column.title, &formats.header)?;
        last = place + 1;
    }
    sheet.set_column_width(last, MARK)?;
    sheet.write_string_with_format(HEAD, last, catalog.text("column-mark"), &formats.header)?;
    sheet.set_row_height(HEAD, HEADER)?;
    let mut bottom = HEAD;
    // Title, explanation, blank and header.
    let mut height = 4.0 * LINE + HEADER;
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
const SMALL: f64 = 0.55;
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

/// The columns of files, with their place in the rows.
fn filed(table: &Table) -> impl Iterator<Item = (usize, &Column)> {
    table.columns.iter().enumerate().filter(|(_, column)| column.shown != Shown::Screen)
}

fn write(
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

/// A native bar chart on the first rows of a table.
fn bars(table: &Table, chart: &Chart) -> Option<NativeChart> {
    let place = |id: &str| {
        let found = filed(table).position(|(_, column)| column.id == id)?;
        u16::try_from(found).ok()
    };
    let (category, value) = (place(chart.category)?, place(chart.value)?);
    let name = table.title.as_str();
    let (first, last) = (HEAD + 1, HEAD + chart.rows);
    let mut native = NativeChart::new(ChartType::Bar);
    native
        .add_series()
        .set_categories((name, first, category, last, category))
        .set_values((name, first, value, last, value))
        .set_format(
            rust_xlsxwriter::ChartFormat::new()
                .set_solid_fill(rust_xlsxwriter::ChartSolidFill::new().set_color(INK)),
        )
        .set_gap(40)
        .set_data_label(rust_xlsxwriter::ChartDataLabel::new().show_value());
    native.title().set_name(&chart.title);
    native.legend().set_hidden();
    native.x_axis().set_name(&chart.axis).set_min(0).set_major_gridlines(false);
    // The first row on top, the scale still below, every label written.
    native.y_axis().set_reverse().set_crossing(ChartAxisCrossing::Max).set_label_interval(1);
    native.set_alt_text(&chart.description);
    native.set_width(760).set_height(120 + 32 * chart.rows);
    Some(native)
}
