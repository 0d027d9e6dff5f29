//! Whether the flags of past years announced what came: the reliability of the tool here.

use crate::analysis::validation::{Validation, Verdict};
use crate::format;
use crate::i18n::Catalog;
use crate::indicators::agreement::{Confusion, Measure};
use crate::model::{Territory, Unit, Value};
use crate::report::build::{Context, three};
use crate::report::document::{Cell, Part, Row, Shown, Table};
use crate::secrecy::Published;

use Shown::{Everywhere, File, Screen};

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("years", 14, Everywhere),
    ("predictor", 30, Everywhere),
    ("compared", 10, Everywhere),
    ("came", 10, Everywhere),
    ("said", 10, Everywhere),
    ("said-and-came", 10, Everywhere),
    ("precision-shown", 18, Screen),
    ("precision", 10, File),
    ("precision-low", 10, File),
    ("precision-high", 10, File),
    ("recall-shown", 18, Screen),
    ("recall", 10, File),
    ("recall-low", 10, File),
    ("recall-high", 10, File),
    ("kappa-shown", 20, Screen),
    ("kappa", 10, File),
    ("kappa-low", 10, File),
    ("kappa-high", 10, File),
    ("reading", 90, Everywhere),
];

/// Two rows per pair of years: the flag, and « as last year ».
pub fn table(context: &Context<'_>) -> Table {
    let catalog = context.catalog;
    let mut rows = Vec::new();
    for validation in &context.results.validations {
        let said = sentence(validation, context.here(), catalog);
        match &validation.scores {
            None => rows.push(row(context, validation, ("flag", None), &said)),
            Some(scores) => {
                rows.push(row(context, validation, ("flag", Some(&scores.flag)), &said));
                let other = ("persistence", Some(&scores.persistence));
                rows.push(row(context, validation, other, ""));
            }
        }
    }
    Table {
        id: "fiabilite",
        title: catalog.text("table-reliability"),
        about: catalog.text("table-reliability-about"),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    }
}

fn row(
    context: &Context<'_>,
    validation: &Validation,
    (predictor, table): (&'static str, Option<&Confusion>),
    said: &str,
) -> Row {
    let count =
        |of: &dyn Fn(&Confusion) -> u32| table.map_or(Cell::Blank, |table| Cell::Whole(of(table)));
    let mut cells = vec![
        Cell::text(format!("{} → {}", validation.before, validation.after)),
        context.words("predictor", predictor),
        Cell::Whole(validation.n),
        count(&|table| table.said_and_came + table.came_only),
        count(&|table| table.said_and_came + table.said_only),
        count(&|table| table.said_and_came),
    ];
    let measures = [
        ("flag-precision", Unit::ShareOfOccupations, table.and_then(Confusion::precision)),
        ("flag-recall", Unit::ShareOfOccupations, table.and_then(Confusion::recall)),
        ("flag-kappa", Unit::Kappa, table.and_then(Confusion::kappa)),
    ];
    for (indicator, unit, measure) in measures {
        let figure = context.measure(indicator, unit, measure);
        cells.push(Cell::figure(figure, Part::Whole));
        cells.extend(three(figure));
    }
    cells.push(Cell::text(said));
    let key = format!("{}-{}/{predictor}", validation.before, validation.after);
    Row::new(key, None, cells)
}

impl Context<'_> {
    fn measure(&self, indicator: &'static str, unit: Unit, measure: Option<Measure>) -> Published {
        let place: Territory = self.results.territory.territory;
        let (value, n) = match measure {
            None => (Value::Unknown, 0),
            Some(Measure { value, low, high, n }) => (Value::Interval { value, low, high }, n),
        };
        self.public(indicator, place, value, unit, (n, 0), None)
    }
}

/// What one pair of years says of the tool, in words.
pub fn sentence(validation: &Validation, territory: Territory, catalog: &Catalog) -> String {
    let language = catalog.language();
    let number = |n: u32| format::integer(f64::from(n), language);
    let Validation { before, after, across, n, least, scores, .. } = validation;
    let years = [("before", before.to_string()), ("after", after.to_string())];
    let with = |key: &str, more: &[(&str, String)]| {
        let all: Vec<(&str, &String)> =
            years.iter().chain(more).map(|(name, text)| (*name, text)).collect();
        let all: Vec<_> = all.into_iter().map(|(name, text)| (name, text.into())).collect();
        catalog.with(key, &all)
    };
    let mut parts = Vec::new();
    match scores {
        None => {
            let counts = [("n", number(*n)), ("least", number(*least))];
            parts.push(with("reliability-too-few", &counts));
        }
        Some(scores) => {
            let key = match scores.verdict {
                Verdict::FlagBetter => "reliability-flag-better",
                Verdict::PersistenceBetter => "reliability-persistence-better",
                Verdict::NotTold => "reliability-not-told",
                Verdict::Same => "reliability-same",
            };
            let kappa = |table: &Confusion| shown(table.kappa(), catalog);
            parts.push(with(
                key,
                &[
                    ("n", number(*n)),
                    ("flag", kappa(&scores.flag)),
                    ("persistence", kappa(&scores.persistence)),
                    ("gain", shown(scores.gain, catalog)),
                ],
            ));
        }
    }
    if *across {
        let without = number(validation.without_code);
        let of = number(validation.occupations);
        parts.push(with("reliability-across", &[("without", without), ("of", of)]));
    }
    let (gone, undecided) = (number(validation.without_row), number(validation.undecided));
    parts.push(with("reliability-left", &[("gone", gone), ("undecided", undecided)]));
    if scores.is_some() && matches!(territory, Territory::France | Territory::Region(_)) {
        parts.push(catalog.text("reliability-wide"));
    }
    parts.join(" ")
}

/// « 0,42 (0,31 à 0,53) », or a dash.
fn shown(measure: Option<Measure>, catalog: &Catalog) -> String {
    measure.map_or_else(
        || "—".to_owned(),
        |Measure { value, low, high, .. }| {
            let [value, low, high] =
                [value, low, high].map(|number| format::decimal(number, 2, catalog.language()));
            catalog.with(
                "reliability-measure",
                &[("value", (&value).into()), ("low", (&low).into()), ("high", (&high).into())],
            )
        },
    )
}
