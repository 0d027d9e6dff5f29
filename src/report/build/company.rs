//! A company's occupations beside its basin, as a table for the company alone: no other document
//! holds it, and no answer of any other employer is in it.

use crate::analysis::company::{Beside, Leaving, Pooling, Post};
use crate::format::{integer, range};
use crate::i18n::Catalog;
use crate::model::Fap;
use crate::report::build::Context;
use crate::report::document::{Cell, Form, Row, Shown, Table};

use Shown::{Everywhere, File};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "entreprise";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("company-post", 34, Everywhere),
    ("company-occupation", 34, Everywhere),
    ("company-headcount", 12, Everywhere),
    ("leaving-1y", 16, Everywhere),
    ("leaving-1y-low", 10, File),
    ("leaving-1y-high", 10, File),
    ("leaving-3y", 16, Everywhere),
    ("leaving-3y-low", 10, File),
    ("leaving-3y-high", 10, File),
    ("leaving-5y", 16, Everywhere),
    ("leaving-5y-low", 10, File),
    ("leaving-5y-high", 10, File),
    ("known-12m", 12, Everywhere),
    ("known-36m", 12, Everywhere),
    ("planned-hires", 12, Everywhere),
    ("yearly", 12, Everywhere),
    ("hard", 20, Everywhere),
    ("class", 10, Everywhere),
    ("official", 10, Everywhere),
    ("diagnosis", 34, Everywhere),
    ("lever", 44, Everywhere),
    ("verdict", 26, Everywhere),
    ("local-offers", 12, Everywhere),
    ("to-pool", 34, Everywhere),
];

/// The row of a post.
pub fn key(post: &Post) -> String {
    format!("post/{}", post.row)
}

/// One row per occupation of the company, in the order of its file.
pub fn table(context: &Context<'_>, posts: &[(Post, Option<Beside<'_>>)]) -> Table {
    Table {
        id: ID,
        title: context.catalog.text("table-company"),
        about: context.catalog.text("table-company-about"),
        columns: context.columns(COLUMNS),
        rows: posts.iter().map(|(post, beside)| row(context, post, beside.as_ref())).collect(),
        chart: None,
    }
    .told_apart()
}

/// Names of the posts of which pooling says this.
pub fn pooled(table: &Table, pooling: Pooling, catalog: &Catalog) -> Vec<String> {
    let (pooled, post) = (table.column("to-pool"), table.column("company-post"));
    let yes = catalog.text(&format!("pooling-{}", pooling.id()));
    let cell = |row: &Row, place: Option<usize>| {
        let cell = place.and_then(|place| row.cells.get(place));
        cell.map(|cell| cell.shown(catalog)).unwrap_or_default()
    };
    let rows = table.rows.iter().filter(|row| cell(row, pooled) == yes);
    rows.map(|row| cell(row, post)).collect()
}

fn row(context: &Context<'_>, post: &Post, beside: Option<&Beside<'_>>) -> Row {
    let language = context.catalog.language();
    let number = |value: Option<f64>| Cell::end(|n| integer(n, language), value, Form::Count);
    let leaving = |place: usize| {
        let Some(Leaving { value, low, high, .. }) = post.leaving.get(place).copied() else {
            return [Cell::Blank, Cell::Blank, Cell::Blank];
        };
        let (low, high) = (low.floor(), high.ceil());
        let bounds = range(low, high, 0, language);
        let value_shown = integer(value, language);
        // Known departures leave no room: the figure alone.
        let text =
            if bounds == value_shown { value_shown } else { format!("{value_shown} ({bounds})") };
        [Cell::amount(text, value, Form::Count), number(Some(low)), number(Some(high))]
    };
    let mut cells =
        vec![Cell::text(&post.label), recognised(context, post), number(post.headcount)];
    cells.extend((0..3).flat_map(leaving));
    cells.extend([
        number(post.known_12m),
        number(post.known_36m),
        number(post.hires_12m),
        number(post.yearly),
    ]);
    match beside {
        None => cells.extend(std::iter::repeat_n(Cell::Blank, 8)),
        Some(Beside { occupation, conclusion, hard, pooling, offers }) => {
            let class =
                |class: Option<u8>| class.map_or(Cell::Blank, |class| Cell::Whole(class.into()));
            cells.extend([
                context.words("company", if *hard { "hard" } else { "not-hard" }),
                class(occupation.pressure.class),
                class(occupation.anchor.map(|anchor| anchor.class)),
                context.words("diagnosis", occupation.finding.diagnosis.id()),
                context.words("lever", occupation.finding.lever.id()),
                conclusion
                    .map_or(Cell::Blank, |found| context.words("verdict", found.verdict.id())),
                // None known, where no file tells of offers, is not none.
                if occupation.supply.offers_known {
                    Cell::Whole(u32::try_from(offers.len()).unwrap_or(u32::MAX))
                } else {
                    Cell::Blank
                },
                context.words("pooling", pooling.id()),
            ]);
        }
    }
    Row::new(key(post), post.occupation, cells)
}

/// The occupation of a post, and the others that its card leads to.
fn recognised(context: &Context<'_>, post: &Post) -> Cell {
    let named = |code: &Fap| context.reference.fap_label(*code).unwrap_or_default().to_owned();
    let others: Vec<String> = post.could_be.iter().map(named).collect();
    let others = others.join(&context.catalog.text("list-separator"));
    let of = |label: &str| {
        let args = [("label", label.into()), ("list", (&others).into())];
        context.catalog.with("company-recognised", &args)
    };
    match post.occupation {
        Some(code) if post.could_be.is_empty() => Cell::text(context.occupation_label(code)),
        Some(code) => Cell::text(of(context.occupation_label(code))),
        None if post.could_be.is_empty() => Cell::Blank,
        None => Cell::text(context.catalog.with("company-several", &[("list", (&others).into())])),
    }
}
