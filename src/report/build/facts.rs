//! The figures of the territory as a whole, one a row: what texts say of it is said from here.

use crate::analysis::series::MoveKind;
use crate::indicators::anchor::Anchor;
use crate::indicators::pressure::{Pressure, Status};
use crate::recommend::diagnosis::Diagnosis;
use crate::report::build::{Comparison, Context, three};
use crate::report::document::{Cell, Part, Row, Shown, Table};
use crate::secrecy::{Hidden, Published};
use std::collections::BTreeMap;

use Shown::{Everywhere, File, Screen};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "chiffres";
/// The column of the figures.
pub const VALUE: &str = "fact";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("fact-label", 60, Everywhere),
    ("fact-shown", 26, Screen),
    (VALUE, 14, File),
    ("fact-low", 12, File),
    ("fact-high", 12, File),
];

/// One row per figure, each with its bounds where it has some.
pub fn table(context: &Context<'_>) -> Table {
    let mut rows = Vec::new();
    sums(context, &mut rows);
    flags(context, &mut rows);
    moves(context, &mut rows);
    inquiry(context, &mut rows);
    Table {
        id: ID,
        title: context.catalog.text("table-facts"),
        about: context.catalog.text("table-facts-about"),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    }
}

fn figure(context: &Context<'_>, key: &str, figure: Published) -> Row {
    let label = context.catalog.text(&format!("fact-{key}"));
    let mut cells = vec![Cell::text(label), Cell::figure(figure, Part::Whole)];
    cells.extend(three(figure));
    Row::new(key, None, cells)
}

fn count(context: &Context<'_>, key: &str, count: usize) -> Row {
    let label = context.said(&format!("fact-{key}"));
    let count = Cell::Whole(u32::try_from(count).unwrap_or(u32::MAX));
    Row::new(key, None, vec![Cell::text(label), count.clone(), count, Cell::Blank, Cell::Blank])
}

fn sums(context: &Context<'_>, rows: &mut Vec<Row>) {
    let results = context.results;
    let totals = &results.totals.territory;
    let masked = totals.projects.masked_cells as usize;
    if results.bmo.is_none() {
        // Not even a nought of what no survey tells.
        rows.push(count(context, "occupations", results.occupations.len()));
        official(context, rows);
        return;
    }
    rows.extend([
        figure(context, "projects", context.count("projects", &totals.projects)),
        figure(context, "difficult", context.count("difficult-projects", &totals.difficult)),
        figure(context, "seasonal", context.count("seasonal-projects", &totals.seasonal)),
        figure(context, "share", context.share(context.here(), totals)),
    ]);
    for comparison in Comparison::ALL {
        let share = context.share(context.compared(comparison), comparison.of(&results.totals));
        rows.push(figure(context, &format!("share-{}", comparison.id()), share));
    }
    rows.extend([
        count(context, "masked", masked),
        count(context, "masked-difficult", totals.difficult.masked_cells as usize),
        count(context, "masked-large", totals.large_masked as usize),
        count(context, "occupations", results.occupations.len()),
    ]);
    if let Some(coverage) = &results.territory.coverage {
        let (inside, of) = coverage.inside_of();
        rows.extend([
            count(context, "communes", coverage.communes as usize),
            count(context, "communes-inside", inside as usize),
            count(context, "communes-of", of as usize),
            count(context, "communes-unplaced", coverage.unplaced as usize),
        ]);
    }
}

/// Occupations that their official class calls tense; of these, those published for the territory or
/// its own département; and those that are listed.
fn official(context: &Context<'_>, rows: &mut Vec<Row>) {
    let all = context.results.occupations.iter().filter_map(|one| one.anchor);
    let tense: Vec<Anchor> = all.filter(Anchor::is_tense).collect();
    let place = context.results.territory.territory;
    let own = |anchor: &&Anchor| anchor.is_of(place);
    rows.extend([
        count(context, "tense", tense.len()),
        count(context, "tense-own", tense.iter().filter(own).count()),
        count(context, "listed", context.results.programmes.len()),
    ]);
}

fn flags(context: &Context<'_>, rows: &mut Vec<Row>) {
    let results = context.results;
    let of = |keep: &dyn Fn(&Pressure) -> bool| {
        results.occupations.iter().filter(|one| keep(&one.pressure)).count()
    };
    if results.bmo.is_some() {
        rows.extend([
            count(context, "flagged", of(&Pressure::flagged)),
            count(context, "evidence", of(&Pressure::evidence)),
            count(context, "presumed", of(&Pressure::presumed)),
            count(context, "to-check", of(&|one| one.status == Status::ToCheck)),
        ]);
    }
    let listed = &results.programmes;
    let with =
        |keep: &dyn Fn(Diagnosis) -> bool| listed.iter().filter(|one| keep(one.diagnosis)).count();
    rows.push(count(context, "training", with(&|one| one.lever().includes_training())));
    let another =
        |one: Diagnosis| !one.lever().includes_training() && one != Diagnosis::Undetermined;
    rows.push(count(context, "another-lever", with(&another)));
    for diagnosis in Diagnosis::ALL.into_iter().filter(|one| *one != Diagnosis::NoFlag) {
        let key = format!("diagnosis-{}", diagnosis.id());
        rows.push(count(context, &key, with(&|one| one == diagnosis)));
    }
}

/// What changed of the list of flags, where two years are loaded.
fn moves(context: &Context<'_>, rows: &mut Vec<Row>) {
    let Some(moves) = &context.results.series.moves else { return };
    for kind in MoveKind::ALL {
        let found = moves.moves.iter().filter(|one| one.kind == kind).count();
        rows.push(count(context, &format!("moves-{}", kind.id()), found));
    }
}

/// Who was asked and who answered: counts of establishments, and of what is kept back.
fn inquiry(context: &Context<'_>, rows: &mut Vec<Row>) {
    let Some(inquiry) = context.inquiry else { return };
    let total = &inquiry.survey.board.total;
    rows.push(count(context, "survey-asked", total.asked as usize));
    rows.push(count(context, "survey-answered", total.answered as usize));
    if inquiry.published.is_some() {
        rows.push(count(context, HIDDEN, 0));
    }
}

/// Figures that the tables hide: known once they are made.
const HIDDEN: &str = "survey-hidden";

/// How many figures the tables hide, by the list of those that are.
pub fn count_hidden(tables: &mut [Table], hidden: &BTreeMap<Hidden, u32>) {
    let all = hidden.values().sum();
    let facts = tables.iter_mut().filter(|table| table.id == ID);
    for row in facts.flat_map(|table| &mut table.rows).filter(|row| row.key == HIDDEN) {
        for cell in row.cells.iter_mut().filter(|cell| matches!(cell, Cell::Whole(_))) {
            *cell = Cell::Whole(all);
        }
    }
}
