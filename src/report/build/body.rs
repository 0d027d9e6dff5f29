//! A training body's catalogue on a territory, as tables: where it stands in each occupation, and
//! its offers that feed no need, those that are linked to none.

use crate::analysis::body::{Position, Sheet, Stance};
use crate::flows::spread::Span;
use crate::format::percent;
use crate::matching::supply::Offer;
use crate::recommend::stop::Unfed;
use crate::report::build::Context;
use crate::report::build::planned::{ends, spanned};
use crate::report::document::{Cell, Form, Row, Shown, Table};
use crate::words::supply;

use Shown::{Everywhere, File};

/// Identifiers of the tables, for those who cite them.
pub const ID: &str = "catalogue";
pub const UNFED: &str = "catalogue_sans_besoin";
pub const UNLINKED: &str = "catalogue_a_relier";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 34, Everywhere),
    ("stance", 16, Everywhere),
    ("to-do", 36, Everywhere),
    ("own-offers", 10, Everywhere),
    ("other-offers", 10, Everywhere),
    ("own-beyond", 10, Everywhere),
    ("need-3y", 16, Everywhere),
    ("need-3y-low", 10, File),
    ("need-3y-high", 10, File),
    ("own-entrants", 16, Everywhere),
    ("own-entrants-low", 10, File),
    ("own-entrants-high", 10, File),
    ("own-coverage", 12, Everywhere),
    ("gap-told", 16, Everywhere),
    ("gap-3y-value", 10, File),
    ("gap-3y-low", 10, File),
    ("gap-3y-high", 10, File),
    ("gap-alone", 16, Everywhere),
    ("gap-alone-value", 10, File),
    ("gap-alone-low", 10, File),
    ("gap-alone-high", 10, File),
    ("verdict", 26, Everywhere),
];

/// The stances, then the offers without need; a table without a row is left out.
pub fn tables(context: &Context<'_>, sheet: &Sheet) -> Vec<Table> {
    let table = |id: &'static str, columns, rows: Vec<Row>| Table {
        id,
        title: context.catalog.text(&format!("table-{}", id.replace('_', "-"))),
        about: context.catalog.text(&format!("table-{}-about", id.replace('_', "-"))),
        columns: context.columns(columns),
        rows,
        chart: None,
    };
    let positions = sheet.positions.iter().filter(|one| matters(one));
    let stances = table(ID, COLUMNS, positions.map(|one| row(context, one)).collect());
    let unfed: &[(&'static str, u16, Shown)] =
        &[("title", 46, Everywhere), ("ring", 18, Everywhere), ("why", 60, Everywhere)];
    let rows = sheet.unfed.iter().map(|one| without_need(context, one)).collect();
    let unfed = table(UNFED, unfed, rows);
    let unlinked: &[(&'static str, u16, Shown)] =
        &[("title", 46, Everywhere), ("ring", 18, Everywhere), ("link-kind", 30, Everywhere)];
    let none = sheet.unlinked.iter().map(|offer| (offer, "none"));
    let proposed = sheet.to_confirm.iter().map(|offer| (offer, offer.link.kind.id()));
    let rows = none.chain(proposed).map(|one| to_link(context, sheet, one)).collect();
    let unlinked = table(UNLINKED, unlinked, rows);
    [stances, unfed, unlinked].into_iter().filter(|table| !table.rows.is_empty()).collect()
}

/// What nobody flags and the catalogue does not teach is no matter of this sheet.
pub fn matters(position: &Position) -> bool {
    position.own > 0 || position.conclusion.why != "no-flag"
}

fn row(context: &Context<'_>, one: &Position) -> Row {
    let (catalog, language) = (context.catalog, context.catalog.language());
    let order = |span: Option<Span>| span.and_then(|span| span.value.or(span.low).or(span.high));
    let said = |text: String, span: Option<Span>| Cell::Said { text, order: order(span) };
    let span = |span: Option<Span>| {
        let [_, low, high] = ends(span, language);
        [spanned(span, catalog), low, high]
    };
    let gap = |span: Option<Span>| {
        let [value, low, high] = ends(span, language);
        [said(supply::gap(span, catalog), span), value, low, high]
    };
    let mut cells = vec![
        Cell::text(one.occupation.code()),
        Cell::text(context.occupation_label(one.occupation)),
        context.words("stance", one.stance.id()),
        to_do(context, one),
        Cell::Whole(one.own),
        Cell::Whole(one.others),
        Cell::Whole(one.own_beyond),
    ];
    cells.extend(span(one.need));
    cells.extend(span(one.entrants));
    cells.push(Cell::end(|share| percent(share, 0, language), one.coverage, Form::Share));
    cells.extend(gap(one.gap));
    cells.extend(gap(one.gap_alone));
    cells.push(context.words("verdict", one.conclusion.verdict.id()));
    Row::new(one.occupation.code(), Some(one.occupation), cells)
}

/// What the body can do; where people are lacking and no move is told, what the verdict says.
fn to_do(context: &Context<'_>, one: &Position) -> Cell {
    match one.to_do {
        Some(to_do) => context.words("move", to_do.id()),
        None if matches!(one.stance, Stance::Uncovered | Stance::Covered) => {
            context.words("verdict", one.conclusion.verdict.id())
        }
        None => Cell::Blank,
    }
}

fn to_link(context: &Context<'_>, sheet: &Sheet, (offer, kind): (&Offer, &str)) -> Row {
    // What it may lead to stands with how it was found.
    let leads = sheet.may_lead.get(&(offer.source, offer.row)).into_iter().flatten();
    let leads: Vec<&str> = leads.map(|code| context.occupation_label(*code)).collect();
    let kind = context.catalog.text(&format!("link-kind-{kind}"));
    let list = leads.join(&context.catalog.text("list-separator"));
    let of = [("kind", (&kind).into()), ("list", (&list).into())];
    let told =
        if leads.is_empty() { kind.clone() } else { context.catalog.with("body-may-lead", &of) };
    let cells =
        vec![Cell::text(&offer.title), context.words("ring", offer.ring.id()), Cell::text(told)];
    let key = context.row_key(offer.source, offer.row);
    Row::new(key, None, cells).on(offer.source, offer.row)
}

fn without_need(context: &Context<'_>, (offer, why): &(Offer, Unfed)) -> Row {
    let cells = vec![
        Cell::text(&offer.title),
        context.words("ring", offer.ring.id()),
        Cell::text(supply::unfed(why, context.catalog)),
    ];
    let key = context.row_key(offer.source, offer.row);
    Row::new(key, None, cells).on(offer.source, offer.row)
}
