//! The sheet of charts: native ones, each on a small table of cells of the sheet it is drawn from.

use crate::i18n::Catalog;
use crate::report::document::{Chart, ChartKind, Document, Table};
use crate::report::xlsx::cells::{Formats, write};
use crate::report::xlsx::{INK, LINE, TITLE, lines_of, link_to, page};
use rust_xlsxwriter::{
    Chart as Native, ChartAxisCrossing, ChartDataLabel, ChartFormat, ChartLegendPosition,
    ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartPatternFill,
    ChartPatternFillType, ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

/// Widths of the column of names and of those of numbers, in characters.
const NAMES: u16 = 44;
const NUMBERS: u16 = 13;
/// Columns of numbers before the charts, for every sheet alike.
const SERIES: u16 = 5;
/// Points of a row of the sheet.
const ROW: u32 = 17;

/// Ink, and what tells one series from another where there is no colour.
const SHADES: [Color; 5] = [
    INK,
    Color::RGB(0x9B_B7_D4),
    Color::RGB(0xB4_5F_06),
    Color::RGB(0x5A_5A_5A),
    Color::RGB(0x2E_7D_6B),
];
const DASHES: [ChartLineDashType; 5] = [
    ChartLineDashType::Solid,
    ChartLineDashType::Dash,
    ChartLineDashType::RoundDot,
    ChartLineDashType::LongDash,
    ChartLineDashType::DashDot,
];
const MARKS: [ChartMarkerType; 5] = [
    ChartMarkerType::Circle,
    ChartMarkerType::Square,
    ChartMarkerType::Triangle,
    ChartMarkerType::Diamond,
    ChartMarkerType::X,
];

/// Tables that have a chart, in the order of the document.
pub fn charted(document: &Document) -> impl Iterator<Item = (&Table, &Chart)> {
    document.tables.iter().filter_map(|table| Some((table, table.chart.as_ref()?)))
}

/// Every chart with its numbers, one under the other.
///
/// # Errors
/// When the library refuses a place.
pub fn sheet(
    sheet: &mut Worksheet,
    document: &Document,
    catalog: &Catalog,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let name = catalog.text("workbook-charts");
    sheet.set_name(&name)?;
    sheet.set_column_width(0, NAMES)?;
    for column in 1..=SERIES {
        sheet.set_column_width(column, NUMBERS)?;
    }
    sheet.write_string_with_format(0, 0, &name, &formats.title)?;
    sheet.set_row_height(0, TITLE)?;
    let about = catalog.text("workbook-charts-about");
    sheet.merge_range(1, 0, 1, SERIES, &about, &formats.note)?;
    sheet.set_row_height(1, lines_of(&about, 110) * LINE)?;
    let mut top = 3;
    for (table, chart) in charted(document) {
        sheet.write_string_with_format(top, 0, &chart.title, &formats.heading)?;
        link_to(sheet, (top + 1, 0), &table.title, &table.title, formats)?;
        let used = block(sheet, (table, chart), top + 2, catalog, formats)?;
        let mut native = native(chart, &name, top + 2);
        let height = height(chart);
        native.set_width(760).set_height(height);
        sheet.insert_chart(top + 2, SERIES + 1, &native)?;
        top += 2 + used.max(height.div_ceil(ROW + 3)) + 3;
    }
    page(sheet, document, 0, None);
    Ok(())
}

fn many(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(1_000).min(1_000)
}

fn height(chart: &Chart) -> u32 {
    match chart.kind {
        ChartKind::Bars => 110 + 22 * many(chart.categories.len() * chart.series.len().max(1)),
        ChartKind::Lines => 400,
    }
}

/// The numbers of a chart; how many rows they take.
fn block(
    sheet: &mut Worksheet,
    (table, chart): (&Table, &Chart),
    top: u32,
    catalog: &Catalog,
    formats: &Formats,
) -> Result<u32, XlsxError> {
    sheet.write_string_with_format(top, 0, &chart.axis, &formats.header)?;
    for (column, series) in (1..).zip(&chart.series) {
        sheet.write_string_with_format(top, column, &series.name, &formats.header)?;
        for (row, place) in (top + 1..).zip(&series.cells) {
            let found = place.and_then(|(row, id)| {
                let place = table.column(id)?;
                Some((table.rows.get(row)?.cells.get(place)?, table.columns.get(place)?))
            });
            if let Some((cell, kind)) = found {
                write(sheet, (row, column), cell, kind, catalog, formats)?;
            }
        }
    }
    for (row, category) in (top + 1..).zip(&chart.categories) {
        sheet.write_string_with_format(row, 0, category, &formats.text)?;
    }
    sheet.set_row_height(top, 3.0 * LINE)?;
    Ok(many(chart.categories.len()) + 1)
}

/// A chart on the block below `top`: read in black and white too.
fn native(chart: &Chart, name: &str, top: u32) -> Native {
    let (first, last) = (top + 1, top + many(chart.categories.len()));
    let is_alone = chart.series.len() == 1;
    let mut native = Native::new(match chart.kind {
        ChartKind::Bars => ChartType::Bar,
        ChartKind::Lines => ChartType::Line,
    });
    let looks = SHADES.iter().zip(&DASHES).zip(&MARKS).cycle();
    for ((column, _), ((shade, dash), mark)) in (1_u16..).zip(&chart.series).zip(looks) {
        let series = native
            .add_series()
            .set_name((name, top, column))
            .set_categories((name, first, 0, last, 0))
            .set_values((name, first, column, last, column));
        match chart.kind {
            ChartKind::Bars if column == 2 => {
                // Hatched: told from the first on a black and white page.
                let mut fill = ChartPatternFill::new();
                fill.set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards);
                fill.set_foreground_color(INK).set_background_color(Color::White);
                let mut format = ChartFormat::new();
                format.set_pattern_fill(&fill);
                series.set_format(&mut format);
            }
            ChartKind::Bars => {
                let mut fill = ChartSolidFill::new();
                fill.set_color(*shade);
                series.set_format(ChartFormat::new().set_solid_fill(&fill));
            }
            ChartKind::Lines => {
                let mut line = ChartLine::new();
                line.set_color(*shade).set_width(2.0).set_dash_type(*dash);
                series.set_format(ChartFormat::new().set_line(&line));
                let mut fill = ChartSolidFill::new();
                fill.set_color(*shade);
                let mut marker = ChartMarker::new();
                marker.set_type(*mark).set_size(7);
                marker.set_format(ChartFormat::new().set_solid_fill(&fill));
                series.set_marker(&marker);
            }
        }
        if chart.kind == ChartKind::Bars {
            series.set_gap(40).set_data_label(ChartDataLabel::new().show_value());
        }
    }
    native.title().set_name(&chart.title);
    if is_alone {
        native.legend().set_hidden();
    } else {
        native.legend().set_position(ChartLegendPosition::Bottom);
    }
    match chart.kind {
        ChartKind::Bars => {
            native.x_axis().set_name(&chart.axis).set_min(0).set_major_gridlines(false);
            // The first row on top, the scale still below, every label written.
            let axis = native.y_axis();
            axis.set_reverse().set_crossing(ChartAxisCrossing::Max).set_label_interval(1);
        }
        ChartKind::Lines => {
            native.y_axis().set_name(&chart.axis).set_min(0).set_num_format("0%");
        }
    }
    native.set_alt_text(&chart.description);
    native
}
