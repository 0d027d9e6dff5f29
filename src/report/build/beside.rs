//! Readings beside that of the BMO survey: occupations without a row of it, and what the own survey
//! says by itself. Neither is mixed with the ranked list.
//!
//! What is said of the own survey is made of figures as they are shown: where the share of an
//! occupation is kept back, no probability, sign nor class of it exists.

use crate::analysis::absent::Absent;
use crate::analysis::results::Occupation;
use crate::indicators::anchor::RomeReading;
use crate::indicators::posterior::{Estimate, OwnShare, of_survey};
use crate::indicators::pressure::{Placed, Raw};
use crate::model::{Fap, Grade, Scope, Unit, Value};
use crate::report::build::Context;
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::report::survey::PublishedMeasure;
use crate::secrecy::Published;

use Shown::Everywhere;

/// Identifiers of the tables, for those who cite them.
pub const ABSENT: &str = "sans_bmo";
pub const SURVEYED: &str = "lecture_enquete";

const OF_ABSENT: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 40, Everywhere),
    ("class", 14, Everywhere),
    ("class-grade", 12, Everywhere),
    ("offers-per-seeker", 14, Everywhere),
    ("exit-rate", 12, Everywhere),
    ("local-posts", 12, Everywhere),
    ("official", 14, Everywhere),
    ("rung", 22, Everywhere),
    ("rome-readings", 30, Everywhere),
];

const OF_SURVEY: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 40, Everywhere),
    ("own-share", 26, Everywhere),
    ("own-posterior", 26, Everywhere),
    ("own-probability", 12, Everywhere),
    ("own-status", 14, Everywhere),
    ("own-grade", 10, Everywhere),
    ("own-class", 12, Everywhere),
    ("own-class-grade", 12, Everywhere),
    ("bmo-status", 16, Everywhere),
    ("bmo-class", 12, Everywhere),
];

/// What the own survey says of an occupation by itself.
pub struct Surveyed<'a> {
    pub code: Fap,
    /// As shown.
    pub share: Published,
    pub reading: OwnShare,
    /// By its share, R and E; `None` without a scale.
    pub placed: Option<Placed>,
    /// Its row of BMO, where it has one.
    pub known: Option<&'a Occupation>,
}

impl Surveyed<'_> {
    /// Of the class: one less where a component is missing.
    pub fn confidence(&self) -> Grade {
        let whole = self.placed.is_some_and(|placed| placed.is_whole());
        if whole { self.reading.grade } else { self.reading.grade.lowered() }
    }
}

impl<'a> Context<'a> {
    /// The occupations of which the survey shows a share of difficult projects, by code.
    pub fn surveyed(&self) -> Vec<Surveyed<'a>> {
        let published = self.inquiry.and_then(|inquiry| inquiry.published.as_ref());
        let needs = published.map(|published| published.needs.as_slice()).unwrap_or_default();
        let mut found: Vec<Surveyed<'a>> = needs
            .iter()
            .filter_map(|need| {
                let Scope::Occupation(code) = need.scope else { return None };
                let mut measures = need.measures.iter();
                let share = measures.find(|one| one.wanted.indicator == "need-difficult-share")?;
                self.own_reading(code, share)
            })
            .collect();
        found.sort_by_key(|one| one.code);
        found
    }

    fn own_reading(&self, code: Fap, share: &PublishedMeasure) -> Option<Surveyed<'a>> {
        let share = share.weighted;
        // Hidden, or without a value that the answers bear: nothing is made of it.
        let Value::Interval { value, low, high } = share.value() else { return None };
        if share.hidden().is_some() {
            return None;
        }
        let results = self.results;
        let known = results.occupations.iter().find(|one| one.code == code);
        let absent = results.absent.iter().find(|one| one.code == code);
        let prior = known.and_then(|one| one.pressure.posterior).map(|known| known.p1);
        let prior = prior.or_else(|| results.priors.get(&code).copied());
        let settings = crate::analysis::settings(self.parameters);
        let reading = of_survey(Estimate { value, low, high }, prior, results.cut, settings);
        let others = match (known, absent) {
            (Some(one), _) => Raw { difficulty: None, ..one.pressure.raw },
            (None, Some(one)) => one.raw,
            (None, None) => Raw::default(),
        };
        let raw = Raw { difficulty: Some(reading.mean), ..others };
        let placed = results.scale.as_ref().and_then(|scale| scale.place(raw));
        Some(Surveyed { code, share, reading, placed, known })
    }

    fn own(
        &self,
        indicator: &'static str,
        unit: Unit,
        value: Value,
        of: &Surveyed<'_>,
    ) -> Published {
        let n = of.share.n().unwrap_or_default();
        self.public(indicator, self.here(), value, unit, (n, 0), Some(of.reading.grade))
    }
}

/// Occupations without a row of BMO that other files speak of; `None` where there is none.
pub fn absent(context: &Context<'_>) -> Option<Table> {
    let all = &context.results.absent;
    (!all.is_empty()).then(|| Table {
        id: ABSENT,
        title: context.catalog.text("table-absent"),
        about: context.catalog.text("table-absent-about"),
        columns: titled(context, OF_ABSENT),
        rows: all.iter().map(|one| of_absent(context, one)).collect(),
        chart: None,
    })
}

/// What the own survey says by itself; `None` where it shows no share.
pub fn surveyed(context: &Context<'_>) -> Option<Table> {
    let all = context.surveyed();
    (!all.is_empty()).then(|| Table {
        id: SURVEYED,
        title: context.catalog.text("table-surveyed"),
        about: context.catalog.text("table-surveyed-about"),
        columns: titled(context, OF_SURVEY),
        rows: all.iter().map(|one| of_surveyed(context, one)).collect(),
        chart: None,
    })
}

/// Indicators are columns here: they have their own names.
fn titled(context: &Context<'_>, columns: &[(&'static str, u16, Shown)]) -> Vec<Column> {
    let catalog = context.catalog;
    let title = |id: &str| match id {
        "offers-per-seeker" | "exit-rate" | "local-posts" => {
            catalog.text(&format!("indicator-{id}-name"))
        }
        _ => catalog.text(&format!("column-{id}")),
    };
    let column = |(id, width, shown): &(&'static str, u16, Shown)| Column {
        id,
        title: title(id),
        width: *width,
        shown: *shown,
    };
    columns.iter().map(column).collect()
}

fn of_absent(context: &Context<'_>, one: &Absent) -> Row {
    let class = one.placed.map(|placed| f64::from(placed.class));
    let official = one.anchor.map(|anchor| f64::from(anchor.class));
    let exact =
        |indicator, unit, value| Cell::figure(context.exact(indicator, unit, value), Part::Point);
    let cards = |card: &RomeReading| format!("{} {}", card.rome, card.class);
    let cells = vec![
        Cell::text(one.code.code()),
        Cell::text(&one.label),
        exact("pressure-class", Unit::Class, class),
        class.map_or(Cell::Blank, |_| Cell::text(Absent::CONFIDENCE.to_string())),
        exact("offers-per-seeker", Unit::PostsPerSeeker, one.raw.offers_per_seeker),
        exact("exit-rate", Unit::ShareOfSeekers, one.raw.exit_rate),
        one.local_offers.as_ref().map_or(Cell::Blank, |offers| {
            Cell::figure(context.publish(&offers.posts), Part::Point)
        }),
        exact("official-tension-class", Unit::Class, official),
        one.anchor.as_ref().map_or(Cell::Blank, |anchor| {
            Cell::text(context.rung_place(anchor.rung, anchor.territory))
        }),
        Cell::text(one.cards.iter().map(cards).collect::<Vec<_>>().join(", ")),
    ];
    Row::new(one.code.code(), None, cells)
}

fn of_surveyed(context: &Context<'_>, one: &Surveyed<'_>) -> Row {
    let OwnShare { mean, low, high, probability, status, grade, .. } = one.reading;
    let share = Value::Interval { value: mean, low, high };
    let share = context.own("survey-posterior", Unit::ShareOfProjects, share, one);
    let probability = probability.map_or(Value::Unknown, Value::Exact);
    let probability = context.own("survey-flag-probability", Unit::Probability, probability, one);
    let class = one.placed.map(|placed| f64::from(placed.class));
    let class = class.map_or(Value::Unknown, Value::Exact);
    let class = context.own("survey-class", Unit::Class, class, one);
    let beside = one.known.map(|known| &known.pressure);
    let of_bmo = beside.and_then(|pressure| pressure.class).map(f64::from);
    let cells = vec![
        Cell::text(one.code.code()),
        Cell::text(context.occupation_label(one.code)),
        Cell::figure(one.share, Part::Whole),
        Cell::figure(share, Part::Whole),
        Cell::figure(probability, Part::Point),
        context.words("status", status.id()),
        Cell::text(grade.to_string()),
        Cell::figure(class, Part::Point),
        one.placed.map_or(Cell::Blank, |_| Cell::text(one.confidence().to_string())),
        match beside.filter(|_| context.results.bmo.is_some()) {
            Some(pressure) => context.words("status", pressure.status_word()),
            None => Cell::text(context.catalog.text("bmo-no-row")),
        },
        Cell::figure(context.exact("pressure-class", Unit::Class, of_bmo), Part::Point),
    ];
    Row::new(one.code.code(), one.known.map(|known| known.code), cells)
}
