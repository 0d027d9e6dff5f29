//! Training found for the occupations, by ring of distance.

use crate::analysis::results::Occupation;
use crate::format::{date, integer};
use crate::matching::supply::{Certification, Link, Offer};
use crate::model::{Date, Unit};
use crate::report::build::Context;
use crate::report::build::diagnosis::ranked;
use crate::report::document::{Cell, Part, Row, Shown, Table};

use Shown::{Everywhere, File};

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 34, Everywhere),
    ("supply-type", 13, Everywhere),
    ("ring", 16, Everywhere),
    ("title", 46, Everywhere),
    ("provider", 30, Everywhere),
    ("place", 18, Everywhere),
    ("level", 9, Everywhere),
    ("hours", 9, Everywhere),
    ("places", 9, Everywhere),
    ("price", 10, Everywhere),
    ("continuing", 12, Everywhere),
    ("route", 14, Everywhere),
    ("modality", 16, Everywhere),
    ("dates", 22, Everywhere),
    ("distance", 16, Everywhere),
    ("funders", 24, Everywhere),
    ("link-kind", 26, Everywhere),
    ("register", 12, File),
    ("rome", 9, File),
    ("link-share", 11, File),
    ("derived", 11, File),
    ("file", 30, File),
    ("row", 8, File),
];

/// What the keys of the rows begin with that lead to no occupation.
const UNLINKED: &str = "unlinked";

/// One row per link between an occupation and an offer or a certification; then the offers of own
/// catalogues that nothing links.
pub fn table(context: &Context<'_>) -> Table {
    let mut rows = Vec::new();
    for occupation in ranked(context) {
        let supply = &occupation.supply;
        for (offers, kind) in [(&supply.offers, "offer"), (&supply.proposed, "offer-proposed")] {
            rows.extend(offers.iter().map(|offer| of_offer(context, occupation, offer, kind)));
        }
        let certifications = occupation.supply.certifications.iter();
        rows.extend(certifications.map(|found| of_certification(context, occupation, found)));
    }
    let unlinked = &context.results.unlinked;
    rows.extend(unlinked.iter().map(|offer| of_unlinked(context, offer)));
    Table {
        id: "formation",
        title: context.catalog.text("table-training"),
        about: context.catalog.text("table-training-about"),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    }
}

fn of_offer(context: &Context<'_>, occupation: &Occupation, offer: &Offer, kind: &str) -> Row {
    let mut cells = head(occupation, context.words("supply", kind));
    cells.extend(told(context, offer, offer.link.kind.id()));
    cells.extend(link(context, &offer.link, Some(offer.derived)));
    cells.extend([Cell::text(context.file(offer.source)), Cell::Whole(offer.row)]);
    let key = key(context, (occupation, kind), &offer.link, (offer.source, offer.row));
    Row::new(key, Some(occupation.code), cells).on(offer.source, offer.row)
}

/// An offer that nothing links to an occupation has its row too: it can be linked by hand.
fn of_unlinked(context: &Context<'_>, offer: &Offer) -> Row {
    let mut cells = vec![Cell::Blank, Cell::Blank, context.words("supply", "offer-unlinked")];
    cells.extend(told(context, offer, "none"));
    cells.extend([Cell::Blank, Cell::Blank, Cell::Blank]);
    cells.extend([Cell::text(context.file(offer.source)), Cell::Whole(offer.row)]);
    let key = format!("{UNLINKED}/{}", context.row_key(offer.source, offer.row));
    Row::new(key, None, cells).on(offer.source, offer.row)
}

/// What an offer says of itself, and what its link stands on.
fn told(context: &Context<'_>, offer: &Offer, stands: &str) -> [Cell; 16] {
    let department = offer.department.and_then(|place| context.reference.label(place));
    let place = match (department, &offer.commune) {
        (Some(department), Some(commune)) => Some(format!("{department} ({commune})")),
        (Some(place), None) => Some(place.to_owned()),
        (None, commune) => commune.clone(),
    };
    let number =
        |indicator, unit, value| Cell::figure(context.exact(indicator, unit, value), Part::Point);
    [
        if offer.ended {
            context.words("supply", "ended")
        } else {
            context.words("ring", offer.ring.id())
        },
        Cell::text(&offer.title),
        Cell::text(&offer.provider),
        place.map_or(Cell::Blank, Cell::text),
        offer.level.map_or(Cell::Blank, |level| Cell::Whole(level.into())),
        number("offer-hours", Unit::Hours, offer.hours),
        number("offer-places", Unit::Places, offer.places),
        number("offer-price", Unit::Euros, offer.price),
        context.yes_no(offer.continuing),
        if offer.route.is_empty() { Cell::Blank } else { Cell::text(&offer.route) },
        offer.modality.map_or(Cell::Blank, |one| context.words("modality", one.id())),
        dates(context, offer),
        distance(context, offer),
        if offer.funders.is_empty() {
            Cell::Blank
        } else {
            Cell::text(offer.funders.replace('|', &context.catalog.text("list-separator")))
        },
        context.words("link-kind", stands),
        offer.register.map_or(Cell::Blank, |register| Cell::text(register.to_string())),
    ]
}

/// First and last day of the next cycle, as far as they are said.
fn dates(context: &Context<'_>, offer: &Offer) -> Cell {
    let language = context.catalog.language();
    let told = |text: &str| match text.parse::<Date>() {
        Ok(day) => date(day, language),
        Err(_) => text.to_owned(),
    };
    match (offer.starts.as_str(), offer.ends.as_str()) {
        ("", "") => Cell::Blank,
        (starts, "") => Cell::text(told(starts)),
        ("", ends) => {
            let day = told(ends);
            Cell::text(context.catalog.with("supply-until", &[("date", (&day).into())]))
        }
        (starts, ends) => Cell::text(format!("{} – {}", told(starts), told(ends))),
    }
}

/// Minutes by a file of travel times, else kilometres as the crow flies.
fn distance(context: &Context<'_>, offer: &Offer) -> Cell {
    let language = context.catalog.language();
    let told = |value: f64, unit: &str| Cell::Said {
        text: format!("{} {unit}", integer(value, language)),
        order: Some(value),
    };
    match (offer.minutes, offer.kilometres) {
        (Some(minutes), _) => told(minutes, "min"),
        (None, Some(kilometres)) => told(kilometres, "km"),
        (None, None) => Cell::Blank,
    }
}

fn of_certification(context: &Context<'_>, occupation: &Occupation, found: &Certification) -> Row {
    const KIND: &str = "certification";
    let mut cells = head(occupation, context.words("supply", KIND));
    let title = if found.type_label.is_empty() {
        found.label.clone()
    } else {
        format!("{} ({})", found.label, found.type_label)
    };
    cells.extend([
        if found.ended { context.words("supply", "ended") } else { Cell::Blank },
        Cell::text(title),
        Cell::text(&found.certifier),
        Cell::Blank,
        found.level.map_or(Cell::Blank, |level| Cell::Whole(level.into())),
        Cell::Blank,
        Cell::Blank,
        Cell::Blank,
        context.yes_no(found.continuing),
        Cell::Blank,
        Cell::Blank,
        // Until when it may be entered, passed or not.
        found.until.map_or(Cell::Blank, |until| {
            let day = date(until, context.catalog.language());
            Cell::text(context.catalog.with("supply-until", &[("date", (&day).into())]))
        }),
        Cell::Blank,
        Cell::Blank,
        context.words("link-kind", found.link.kind.id()),
        found.register.map_or(Cell::Blank, |register| Cell::text(register.to_string())),
    ]);
    cells.extend(link(context, &found.link, None));
    cells.extend([Cell::text(context.file(found.source)), Cell::Whole(found.row)]);
    let key = key(context, (occupation, KIND), &found.link, (found.source, found.row));
    Row::new(key, Some(occupation.code), cells).on(found.source, found.row)
}

/// A row of a file may lead to an occupation by several cards.
fn key(
    context: &Context<'_>,
    (occupation, kind): (&Occupation, &str),
    link: &Link,
    (source, row): (usize, u32),
) -> String {
    let rome = link.rome.map(|rome| rome.to_string()).unwrap_or_default();
    format!("{}/{kind}/{}/{rome}", occupation.code.code(), context.row_key(source, row))
}

fn head(occupation: &Occupation, kind: Cell) -> Vec<Cell> {
    vec![Cell::text(occupation.code.code()), Cell::text(&occupation.label), kind]
}

fn link(context: &Context<'_>, link: &Link, derived: Option<bool>) -> [Cell; 3] {
    let share = context.exact("link-share", Unit::ShareOfCard, Some(link.share));
    let rome = link.rome.map_or(Cell::Blank, |rome| Cell::text(rome.to_string()));
    [rome, Cell::figure(share, Part::Point), context.yes_no(derived)]
}
