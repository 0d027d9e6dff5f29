//! The contract of `bassin trace --json` (docs/json.md).

use crate::cli::trace::Told;
use crate::model::RowCount;
use crate::report::citation::Mark;
use crate::report::document::{Cell, Part};
use crate::report::provenance::{File, Provenance};
use serde::Serialize;

#[derive(Serialize)]
pub struct View<'a> {
    id: String,
    figures: Vec<FigureView<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    id: &'a str,
    title: &'a str,
}

#[derive(Serialize)]
struct FigureView<'a> {
    id: String,
    table: Named<'a>,
    /// Key and words; empty where the figure is withheld.
    row: Named<'a>,
    column: Named<'a>,
    /// `null` for a plain count.
    indicator: Option<&'static str>,
    name: &'a str,
    shown: &'a str,
    /// Which part of the figure the cell holds: `point`, `low`, `high`, `whole`.
    part: Option<&'static str>,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<&'static str>,
    territory: Option<String>,
    n: Option<u32>,
    masked_cells: Option<u32>,
    grade: Option<String>,
    /// `public`, `shown` or `hidden` of respondents, `not-left` where it has not left the project.
    secrecy: &'static str,
    hidden: Option<&'static str>,
    definition: &'a str,
    formula: Option<&'a str>,
    computed: Option<&'a str>,
    source: Option<&'a str>,
    files: Vec<FileView<'a>>,
    questions: &'a [String],
    weights: Vec<Line<'a>>,
    parameters: Vec<ParameterView<'a>>,
    rounding: &'a str,
    secrecy_rule: &'a [String],
}

#[derive(Serialize)]
struct FileView<'a> {
    file: &'a str,
    sheet: Option<&'a str>,
    fingerprint: &'a str,
    fingerprint_short: &'a str,
    kind: &'static str,
    vintage: Option<u16>,
    period: Option<&'a str>,
    /// `rows`, `whole` or `around`.
    extent: &'static str,
    rows: &'a [u32],
    read: u32,
    kept: u32,
    refused: u32,
    empty: u32,
}

#[derive(Serialize)]
struct Line<'a> {
    label: &'a str,
    text: &'a str,
}

#[derive(Serialize)]
struct ParameterView<'a> {
    id: &'a str,
    value: f64,
    /// Of the method, where the user changed it.
    default: Option<f64>,
    since: String,
    source: &'a str,
}

pub fn view(mark: Mark, told: &[Told]) -> View<'_> {
    let id = match mark {
        Mark::Row(row) => row.to_string(),
        Mark::Figure(figure) => figure.to_string(),
    };
    View { id, figures: told.iter().map(figure).collect() }
}

fn figure(told: &Told) -> FigureView<'_> {
    let Told { traced, withheld } = told;
    let provenance: &Provenance = &traced.provenance;
    let (published, part) = match &traced.cell {
        Some(Cell::Figure { figure, part }) => (Some(figure), Some(*part)),
        _ => (None, None),
    };
    let count = match &traced.cell {
        Some(cell @ Cell::Whole(_)) => cell.number(),
        Some(Cell::Said { order, .. }) => *order,
        Some(Cell::Amount { value, .. }) => *value,
        _ => None,
    };
    let bounds = published.and_then(crate::secrecy::Published::bounds);
    let hidden = published.and_then(crate::secrecy::Published::hidden);
    let secrecy = match (withheld, provenance.of_respondents, hidden) {
        (true, ..) => "not-left",
        (false, _, Some(_)) => "hidden",
        (false, true, None) => "shown",
        (false, false, None) => "public",
    };
    FigureView {
        id: traced.id.to_string(),
        table: Named { id: traced.table.0, title: &traced.table.1 },
        row: Named { id: &traced.row.0, title: &traced.row.1 },
        column: Named { id: traced.column.0, title: &traced.column.1 },
        indicator: published.map(crate::secrecy::Published::indicator),
        name: &provenance.title,
        shown: &provenance.value,
        part: part.map(|part| match part {
            Part::Point => "point",
            Part::Low => "low",
            Part::High => "high",
            Part::Whole => "whole",
        }),
        value: published.and_then(crate::secrecy::Published::point).or(count),
        low: bounds.map(|(low, _)| low),
        high: bounds.map(|(_, high)| high),
        unit: published.map(|figure| figure.unit().id()),
        territory: published.map(|figure| figure.territory().to_string()),
        n: published.and_then(crate::secrecy::Published::n),
        masked_cells: published.map(crate::secrecy::Published::masked_cells),
        grade: published.and_then(crate::secrecy::Published::grade).map(|grade| grade.to_string()),
        secrecy,
        hidden: hidden.map(crate::secrecy::Hidden::id),
        definition: &provenance.definition,
        formula: provenance.formula.as_deref(),
        computed: provenance.computed.as_deref(),
        source: provenance.source.as_deref(),
        files: provenance.files.iter().map(file).collect(),
        questions: &provenance.questions,
        weights: provenance.weights.iter().map(|(label, text)| Line { label, text }).collect(),
        parameters: provenance
            .parameters
            .iter()
            .map(|used| ParameterView {
                id: &used.id,
                value: used.value,
                default: used.default,
                since: used.since.to_string(),
                source: &used.source,
            })
            .collect(),
        rounding: &provenance.rounding,
        secrecy_rule: &provenance.secrecy,
    }
}

fn file(file: &File) -> FileView<'_> {
    let RowCount { read, kept, refused, empty } = file.count;
    FileView {
        file: &file.file,
        sheet: file.sheet.as_deref(),
        fingerprint: &file.fingerprint,
        fingerprint_short: file.mark(),
        kind: file.kind.id(),
        vintage: file.vintage,
        period: file.period.as_deref(),
        extent: file.extent.id(),
        rows: &file.rows,
        read,
        kept,
        refused,
        empty,
    }
}
