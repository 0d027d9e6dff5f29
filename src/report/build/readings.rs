//! The official readings of an occupation side by side: the one that is kept, and all others that
//! the files have, each with its class, its causes and what they would call for.

use crate::analysis::readings::{OtherReading, ReadOf};
use crate::analysis::results::Occupation;
use crate::indicators::anchor::{Anchor, Cause, Causes, Rung};
use crate::model::Unit;
use crate::recommend::diagnosis::Lever;
use crate::report::build::Context;
use crate::report::build::diagnosis::ranked;
use crate::report::document::{Cell, Part, Row, Shown, Table};
use crate::report::paper::Inline;
use crate::report::paper::cite::{self, listed, say, together};
use crate::secrecy::Published;

use Shown::Everywhere;

/// Identifier of the table, for those who cite it.
pub const ID: &str = "lectures";
/// The column of the classes.
pub const CLASS: &str = "reading-class";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 40, Everywhere),
    ("reading-of", 56, Everywhere),
    ("reading-kept", 10, Everywhere),
    (CLASS, 10, Everywhere),
    ("cause-hiring-intensity", 12, Everywhere),
    ("cause-training-link", 12, Everywhere),
    ("cause-labour-shortage", 12, Everywhere),
    ("cause-precariousness", 12, Everywhere),
    ("cause-working-conditions", 12, Everywhere),
    ("cause-geographic-mismatch", 12, Everywhere),
    ("cause-unattractive-pay", 12, Everywhere),
    ("reading-lever", 44, Everywhere),
];

/// One row per reading of the occupations that have more than their anchor; `None` without any.
pub fn table(context: &Context<'_>) -> Option<Table> {
    let beside = ranked(context).into_iter().filter(|one| !one.other_readings.is_empty());
    let rows: Vec<Row> = beside.flat_map(|one| rows(context, one)).collect();
    (!rows.is_empty()).then(|| Table {
        id: ID,
        title: context.catalog.text("table-readings"),
        about: context.catalog.text("table-readings-about"),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    })
}

fn rows(context: &Context<'_>, occupation: &Occupation) -> Vec<Row> {
    let kept = occupation.anchor.as_ref().map(|anchor| {
        let told = (context.anchor_words(anchor), true);
        let lever = Some(occupation.finding.lever);
        let read = (anchor.class, anchor.causes, lever);
        row(context, occupation, kept_key(occupation), told, read).on(anchor.source, anchor.row)
    });
    let others = occupation.other_readings.iter().map(|one| {
        let told = (context.reading_words(one), false);
        let read = (one.class(), one.causes(), one.lever);
        let (source, at) = one.place();
        row(context, occupation, key(occupation, one), told, read).on(source, at)
    });
    kept.into_iter().chain(others).collect()
}

fn row(
    context: &Context<'_>,
    occupation: &Occupation,
    key: String,
    (words, kept): (String, bool),
    (class, causes, lever): (u8, Causes, Option<Lever>),
) -> Row {
    let class = context.official_class(class);
    let mut cells = vec![
        Cell::text(occupation.code.code()),
        Cell::text(&occupation.label),
        Cell::text(words),
        context.yes_no(Some(kept)),
        Cell::figure(class, Part::Point),
    ];
    cells.extend(
        Cause::ALL.map(|cause| Cell::figure(context.cause(causes.get(cause)), Part::Point)),
    );
    cells.push(lever.map_or(Cell::Blank, |lever| context.words("lever", lever.id())));
    Row::new(key, Some(occupation.code), cells)
}

fn kept_key(occupation: &Occupation) -> String {
    format!("{}/retenue", occupation.code.code())
}

/// Key of the row of another reading.
pub fn key(occupation: &Occupation, other: &OtherReading) -> String {
    let of = match other.of {
        ReadOf::Ladder(_) => "dares",
        ReadOf::Rome(_) => "rome",
    };
    format!("{}/{of}-{}", occupation.code.code(), other.code())
}

/// Readings named in a sentence; the others are in the table and on the sheet.
const MOST_NAMED: usize = 2;

impl Context<'_> {
    fn official_class(&self, class: u8) -> Published {
        self.exact("official-tension-class", Unit::Class, Some(f64::from(class)))
    }

    /// The class of another reading, as published.
    pub fn reading_class(&self, other: &OtherReading) -> Published {
        self.official_class(other.class())
    }

    /// What the anchor is, with its place and year.
    fn anchor_words(&self, anchor: &Anchor) -> String {
        let rung = self.rung_place(anchor.rung, anchor.territory);
        let year = anchor.year.to_string();
        let of = [("rung", (&rung).into()), ("year", (&year).into())];
        if anchor.rung == Rung::Basin {
            return self.catalog.with("reading-of-basin", &of);
        }
        if anchor.converted.is_none() {
            return self.catalog.with("reading-of-dares", &of);
        }
        let code = self.code_words(anchor);
        let [rung, year] = of;
        self.catalog.with("reading-of-dares-converted", &[rung, year, ("code", (&code).into())])
    }

    /// « S1Z40 Cuisiniers » with its edition, as files of the other edition write it.
    pub(super) fn code_words(&self, anchor: &Anchor) -> String {
        let label = self.reference.fap_label(anchor.occupation).unwrap_or_default();
        let edition = anchor.occupation.version.year().to_string();
        let code = anchor.occupation.code();
        let of = [("code", code.into()), ("label", label.into()), ("edition", (&edition).into())];
        self.catalog.with("reading-code", &of).trim().to_owned()
    }

    /// What another reading is, with what makes it unsure.
    pub fn reading_words(&self, other: &OtherReading) -> String {
        let words = match &other.of {
            ReadOf::Ladder(anchor) => self.anchor_words(anchor),
            ReadOf::Rome(reading) => {
                let label = self.reference.rome_label(reading.rome).unwrap_or_default();
                let name = format!("{} {label}", reading.rome);
                let year = reading.year.map_or_else(|| "—".to_owned(), |year| year.to_string());
                let of = [("card", name.trim().into()), ("year", (&year).into())];
                self.catalog.with("reading-of-rome", &of)
            }
        };
        let count = u32::try_from(other.occupations).unwrap_or(u32::MAX);
        if count < 2 {
            return words;
        }
        let of = [("words", (&words).into()), ("count", count.into())];
        self.catalog.with("reading-shared", &of)
    }

    /// Other official readings that stand on the other side of a tension than the anchor, and those
    /// of an occupation without anchor; empty where there is nothing to be told.
    pub fn cited_readings(&self, occupation: &Occupation) -> Vec<Inline> {
        let anchor = occupation.anchor.as_ref();
        let told = |one: &&OtherReading| match (anchor, &one.of) {
            (Some(anchor), ReadOf::Ladder(_)) => !one.agrees(anchor.class),
            (Some(_), ReadOf::Rome(_)) => false,
            (None, _) => true,
        };
        let named = occupation.other_readings.iter().filter(told).take(MOST_NAMED);
        let named: Vec<Vec<Inline>> =
            named.map(|one| self.cited_reading_of(occupation, one)).collect();
        if named.is_empty() {
            return Vec::new();
        }
        let key =
            if anchor.is_some() { "portrait-readings-apart" } else { "portrait-readings-unsure" };
        say(self.catalog, key, &[("list", listed(named, " ; ").into())])
    }

    /// « classe 5 (…) ».
    fn cited_reading_of(&self, occupation: &Occupation, one: &OtherReading) -> Vec<Inline> {
        let cell = Cell::figure(self.reading_class(one), Part::Point);
        let key = key(occupation, one);
        let shown = cite::figure(&cell, (ID, &key, CLASS), self.catalog);
        let shown = shown.unwrap_or_else(|| Inline::Words("—".to_owned()));
        let words = self.reading_words(one);
        let of = [("class", vec![shown].into()), ("words", words.into())];
        say(self.catalog, "portrait-reading", &of)
    }

    /// Where the causes of another official reading call for another lever than the one named.
    pub fn cited_other_levers(&self, occupation: &Occupation) -> Vec<Inline> {
        let own = occupation.finding.lever;
        if own == Lever::None {
            return Vec::new();
        }
        let another = |one: &&OtherReading| {
            one.lever.is_some_and(|lever| {
                lever != own && !matches!(lever, Lever::None | Lever::AskEmployers)
            })
        };
        let others = occupation.other_readings.iter().filter(another).take(MOST_NAMED);
        let sentence = |one: &OtherReading| {
            let lever = one.lever.unwrap_or(Lever::None);
            let lever = self.catalog.text(&format!("lever-{}", lever.id()));
            let words = self.reading_words(one);
            say(
                self.catalog,
                "reason-other-lever",
                &[("words", words.into()), ("lever", lever.into())],
            )
        };
        together(others.map(sentence).collect())
    }
}
