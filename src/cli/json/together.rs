//! What files make together, as data: figures that differ, series, breaks, files set aside.

use crate::analysis::disagreement::{Differing, Disagreement};
use crate::analysis::stacking::{Link, Pair};
use crate::i18n::Catalog;
use crate::readers::ReadTable;
use crate::tables::Cell;
use crate::words;
use serde::Serialize;
use std::sync::Arc;

/// Another file with other figures for the same cells.
#[derive(Serialize)]
pub struct DisagreementView {
    with: String,
    year: u16,
    differing_cells: u32,
    common_rows: u32,
    /// Rows that this file has and the other has not, and the reverse.
    only_own_rows: u32,
    only_other_rows: u32,
    used: bool,
    /// Some of them, as many as are kept.
    cells: Vec<DifferingView>,
}

/// A figure as each of two files has it; null where it is masked or missing, see the two marks.
#[derive(Serialize)]
struct DifferingView {
    occupation: String,
    place: String,
    field: &'static str,
    own: CellView,
    other: CellView,
}

#[derive(Serialize)]
struct CellView {
    value: Option<f64>,
    masked: bool,
    row: u32,
}

fn cell((cell, row): (Cell, u32)) -> CellView {
    CellView { value: cell.value(), masked: cell == Cell::Masked, row }
}

/// The cells of a pair, those of one side first.
fn cells(pair: &Disagreement, turned: bool) -> Vec<DifferingView> {
    let view = |one: &Differing| {
        let sides = [(one.first, one.rows.0), (one.second, one.rows.1)].map(cell);
        let [own, other] = sides;
        let (own, other) = if turned { (other, own) } else { (own, other) };
        DifferingView {
            occupation: one.occupation.clone(),
            place: one.place.clone(),
            field: one.column,
            own,
            other,
        }
    };
    pair.cells.iter().map(view).collect()
}

/// The same, by indices in `sources`.
#[derive(Serialize)]
pub struct PairView {
    kind: &'static str,
    year: u16,
    used: usize,
    before: usize,
    left: usize,
    differing_cells: u32,
    common_rows: u32,
}

/// What a table makes with another.
#[derive(Serialize)]
pub struct StackingView {
    with: String,
    link: &'static str,
    /// Whether the table is the one that counts for nothing.
    set_aside: bool,
    message: String,
    #[serde(flatten)]
    details: Details,
}

/// The same, by indices in `sources`.
#[derive(Serialize)]
pub struct LinkView {
    kind: &'static str,
    link: &'static str,
    before: usize,
    after: usize,
    set_aside: Option<usize>,
    #[serde(flatten)]
    details: Details,
}

/// What a link holds beside its name; null where it holds none.
#[derive(Default, Serialize)]
struct Details {
    from: Option<String>,
    to: Option<String>,
    count: Option<usize>,
    examples: Option<String>,
}

fn details(link: &Link) -> Details {
    let of = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    match link {
        Link::Stacked { from, to } => Details { from: of(from), to: of(to), ..Details::default() },
        Link::OtherMeasure { before, after } => {
            Details { from: of(before), to: of(after), ..Details::default() }
        }
        Link::OtherBasins { count, examples }
        | Link::OtherDepartments { count, examples }
        | Link::MovedCommunes { count, examples }
        | Link::Shared { count, examples } => {
            Details { count: Some(*count), examples: of(examples), ..Details::default() }
        }
        Link::OtherSpan { before, after } => Details {
            from: of(&before.to_string()),
            to: of(&after.to_string()),
            ..Details::default()
        },
        Link::SameAnswers { count, .. }
        | Link::NewerAnswers { count, .. }
        | Link::OtherAnswers { count, .. }
        | Link::Completed { count } => Details { count: Some(*count), ..Details::default() },
        Link::FormerWave { year } => Details { to: of(&year.to_string()), ..Details::default() },
        Link::OtherEdition | Link::Replaced | Link::SameYear | Link::Copy => Details::default(),
    }
}

/// Those of the table at a place.
pub fn disagreements(
    tables: &[Arc<ReadTable>],
    place: usize,
    pairs: &[Disagreement],
) -> Vec<DisagreementView> {
    let view = |pair: &Disagreement| {
        let other = if pair.first == place { pair.second } else { pair.first };
        Some(DisagreementView {
            with: tables.get(other)?.file.clone(),
            year: pair.year,
            differing_cells: pair.n_differing(),
            common_rows: pair.common,
            only_own_rows: if pair.first == place { pair.only_first } else { pair.only_second },
            only_other_rows: if pair.first == place { pair.only_second } else { pair.only_first },
            used: pair.used() == place,
            cells: cells(pair, pair.first != place),
        })
    };
    let own = pairs.iter().filter(|pair| pair.first == place || pair.second == place);
    own.filter_map(view).collect()
}

/// What the table at a place makes with others.
pub fn stacking(
    tables: &[Arc<ReadTable>],
    place: usize,
    pairs: &[Pair],
    catalog: &Catalog,
) -> Vec<StackingView> {
    let name = |place: usize| tables.get(place).map(|t| t.file.clone()).unwrap_or_default();
    let own = pairs.iter().filter(|pair| pair.before == place || pair.after == place);
    own.map(|pair| StackingView {
        with: name(if pair.before == place { pair.after } else { pair.before }),
        link: pair.link.id(),
        set_aside: pair.set_aside() == Some(place),
        message: words::together::stacking(pair, &name, catalog),
        details: details(&pair.link),
    })
    .collect()
}

pub fn pair(pair: &Disagreement) -> PairView {
    PairView {
        kind: pair.kind.id(),
        year: pair.year,
        used: pair.used(),
        before: pair.first,
        left: pair.second,
        differing_cells: pair.n_differing(),
        common_rows: pair.common,
    }
}

pub fn link(pair: &Pair) -> LinkView {
    LinkView {
        kind: pair.kind.id(),
        link: pair.link.id(),
        before: pair.before,
        after: pair.after,
        set_aside: pair.set_aside(),
        details: details(&pair.link),
    }
}
