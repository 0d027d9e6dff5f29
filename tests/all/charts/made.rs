//! A document of a territory that is made up: long names, masked and hidden figures, breaks.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use bassin::i18n::Catalog;
use bassin::model::{Fap, Figure, Grade, Origin, Territory, Unit, Value};
use bassin::report::document::{Cell, Column, Document, Part, Row, Shown, Table};
use bassin::secrecy::{Published, Rules, publish};

pub const RULES: Rules = Rules { least_respondents: 5, dominance: 0.8, ..Rules::PUBLISHED };

pub const LONG: [&str; 6] = [
    "Techniciens et agents de maîtrise des matériaux souples, du bois et des industries graphiques",
    "Agents de services hospitaliers, aides à domicile et aides ménagères, y compris saisonniers",
    "Conducteurs de véhicules légers/transports scolaires/ambulances & « autres »",
    "Viticulteurs",
    "Professionnels-de-l’animation-socioculturelle-et-sportive-à-temps-partiel",
    "Cadres administratifs, comptables et financiers (hors juristes) <5 ans d’expérience",
];

pub fn share(value: Value, grade: Grade) -> Published {
    figure("difficult-share-posterior", Unit::ShareOfProjects, value, Some(grade), Origin::Public)
}

pub fn hidden() -> Published {
    let origin = Origin::Respondents { n: 2, largest_share: 0.4 };
    let value = Value::Exact(0.987_654);
    figure("need-difficult-share", Unit::ShareOfProjects, value, None, origin)
}

pub fn projects(value: Value) -> Published {
    figure("projects", Unit::Projects, value, None, Origin::Public)
}

fn figure(
    indicator: &'static str,
    unit: Unit,
    value: Value,
    grade: Option<Grade>,
    origin: Origin,
) -> Published {
    let territory = Territory::France;
    let figure =
        Figure { indicator, territory, value, unit, n: 12, masked_cells: 0, grade, origin };
    publish(&figure, RULES)
}

pub fn column(id: &'static str) -> Column {
    Column { id, title: format!("Titre de {id}"), width: 10, shown: Shown::Everywhere }
}

pub fn table(id: &'static str, columns: &[&'static str], rows: Vec<Row>) -> Table {
    let columns = columns.iter().map(|id| column(id)).collect();
    Table { id, title: id.to_owned(), about: String::new(), columns, rows, chart: None }
}

pub fn row(key: &str, occupation: Option<&str>, cells: Vec<Cell>) -> Row {
    let occupation = occupation.map(|code| code.parse::<Fap>().unwrap());
    Row { key: key.to_owned(), occupation, origin: None, cells }
}

pub fn whole(figure: Published) -> Cell {
    Cell::figure(figure, Part::Whole)
}

/// Interval around a value.
pub const fn around(value: f64, low: f64, high: f64) -> Value {
    Value::Interval { value, low, high }
}

/// Codes of the occupations, in the order of the rows.
pub const CODES: [&str; 8] = [
    "fap2021:V0X60",
    "fap2021:J3X43",
    "fap2021:S1X40",
    "fap2021:G0B41",
    "fap2021:T0X60",
    "fap2021:A0X41",
    "fap2021:R4X91",
    "fap2021:L4X81",
];

pub fn document(catalog: &Catalog) -> Document {
    Document {
        title: "Diagnostic".into(),
        subtitle: "PAYS DE L’AUTRE CÔTÉ DES MONTS & VALLÉES (be:9601), 2025".into(),
        as_of: "2026-11-24".parse().unwrap(),
        cover: Vec::new(),
        tables: vec![
            diagnostic(catalog),
            references(),
            series(),
            causes(),
            sectors(),
            balances(catalog),
        ],
    }
}

/// Figures of each kind: shown, presumed, known by bounds, masked, hidden, unknown.
pub fn figures() -> [(Published, Published); 8] {
    let known = |value, low, high, grade| share(around(value, low, high), grade);
    [
        (known(0.76, 0.66, 0.85, Grade::A), projects(Value::Exact(83.0))),
        (known(0.71, 0.44, 0.93, Grade::C), projects(around(12.0, 13.0, 16.0))),
        (known(0.62, 0.55, 0.69, Grade::B), projects(Value::Exact(1_240.0))),
        (share(Value::RangeOnly { low: 0.2, high: 0.9 }, Grade::B), projects(Value::Exact(4.0))),
        (
            share(Value::Masked { low: 0.1, high: 0.4 }, Grade::C),
            projects(Value::Masked { low: 1.0, high: 4.0 }),
        ),
        (hidden(), projects(Value::Exact(77.0))),
        (share(Value::Unknown, Grade::C), projects(Value::Unknown)),
        (known(0.31, 0.27, 0.36, Grade::A), projects(Value::Exact(310.0))),
    ]
}

fn diagnostic(catalog: &Catalog) -> Table {
    let statuses = ["flagged", "flagged", "flagged", "to-check"];
    let rows = figures().into_iter().enumerate().map(|(place, (share, projects))| {
        let status = statuses.get(place).copied().unwrap_or("not-flagged");
        let cells = vec![
            Cell::text(LONG[place % LONG.len()]),
            Cell::text(catalog.text(&format!("status-{status}"))),
            whole(projects),
            whole(share),
            Cell::figure(share, Part::Point),
            Cell::figure(self::share(Value::Exact(0.58), Grade::A), Part::Point),
            Cell::figure(self::share(around(0.57, 0.56, 0.59), Grade::A), Part::Point),
            Cell::figure(self::share(Value::Exact(0.6), Grade::A), Part::Point),
        ];
        row(&CODES[place][8..], Some(CODES[place]), cells)
    });
    table(
        "diagnostic",
        &[
            "label",
            "status",
            "projects-shown",
            "posterior-shown",
            "share",
            "share-department",
            "share-region",
            "share-france",
        ],
        rows.collect(),
    )
}

fn references() -> Table {
    let rows = vec![
        row(
            "cut",
            None,
            vec![
                Cell::text("Tous métiers, France"),
                Cell::figure(share(Value::Exact(0.57), Grade::A), Part::Point),
            ],
        ),
        row(
            "median",
            None,
            vec![
                Cell::text("Médiane par métier"),
                Cell::figure(projects(Value::Exact(77.0)), Part::Point),
            ],
        ),
    ];
    table("reperes", &["reference", "level-value"], rows)
}

/// Years of two editions; the third is masked.
fn series() -> Table {
    let years = [
        (2020, "2009", around(0.35, 0.3, 0.41)),
        (2021, "2009", around(0.4, 0.36, 0.47)),
        (2022, "2009", Value::Masked { low: 0.2, high: 0.7 }),
        (2023, "2009", around(0.52, 0.45, 0.6)),
        (2024, "2021", around(0.66, 0.6, 0.71)),
        (2025, "2021", around(0.7, 0.63, 0.78)),
    ];
    let mut rows = Vec::new();
    for (place, code) in CODES.iter().take(3).enumerate() {
        for (year, edition, value) in years {
            rows.push(row(
                &format!("occupation-{code}-{year}"),
                Some(code),
                vec![
                    Cell::text("métier"),
                    Cell::text(*code),
                    Cell::text(LONG[place]),
                    Cell::text(year.to_string()),
                    Cell::text(format!("FAP {edition}")),
                    whole(projects(Value::Exact(50.0))),
                    whole(share(value, Grade::A)),
                ],
            ));
        }
    }
    let columns =
        ["level", "code", "label", "year", "fap-edition", "projects-shown", "posterior-shown"];
    table("series", &columns, rows)
}

fn causes() -> Table {
    let class = |class: Option<f64>| {
        let value = class.map_or(Value::Unknown, Value::Exact);
        let figure = figure("official-cause-class", Unit::Class, value, None, Origin::Public);
        Cell::figure(figure, Part::Point)
    };
    let cells = vec![
        Cell::text(LONG[0]),
        Cell::text("conditions d’emploi"),
        Cell::text("département"),
        class(Some(3.0)),
        class(Some(1.0)),
        class(Some(4.0)),
        class(Some(5.0)),
        class(Some(5.0)),
        class(None),
        class(Some(2.0)),
    ];
    let columns = [
        "label",
        "diagnosis",
        "causes-rung",
        "cause-hiring-intensity",
        "cause-training-link",
        "cause-labour-shortage",
        "cause-precariousness",
        "cause-working-conditions",
        "cause-geographic-mismatch",
        "cause-unattractive-pay",
    ];
    table("causes", &columns, vec![row("V0X60", Some(CODES[0]), cells)])
}

fn sectors() -> Table {
    let rows = figures().into_iter().enumerate().map(|(place, (share, projects))| {
        let cells = vec![Cell::text(LONG[place % LONG.len()]), whole(share), whole(projects)];
        row(&format!("{place}"), None, cells)
    });
    table("sectors", &["sector", "sector-share-shown", "sector-projects-shown"], rows.collect())
}

fn balances(catalog: &Catalog) -> Table {
    let said = |text: &str, order: Option<f64>| Cell::Said { text: text.into(), order };
    let ends = |ends: [Option<f64>; 3]| {
        ends.map(|end| end.map_or(Cell::Blank, |end| said(&format!("{end}"), Some(end))))
    };
    let mut cells = vec![
        Cell::text(LONG[1]),
        Cell::text(catalog.text("gap-undetermined")),
        Cell::text("enquête"),
    ];
    for (words, values) in [
        ("42 (30–55)", [Some(42.0), Some(30.0), Some(55.0)]),
        ("au moins 12", [None, Some(12.0), None]),
        ("non connu", [None, None, None]),
        ("−21 à 33", [None, Some(-21.0), Some(33.0)]),
    ] {
        cells.push(said(words, values[1]));
        cells.extend(ends(values));
    }
    let columns = [
        "label",
        "gap-sign",
        "need-basis",
        "need-3y",
        "need-3y-value",
        "need-3y-low",
        "need-3y-high",
        "entrants-3y",
        "entrants-3y-value",
        "entrants-3y-low",
        "entrants-3y-high",
        "pool",
        "pool-value",
        "pool-low",
        "pool-high",
        "gap-3y-span",
        "gap-3y-value",
        "gap-3y-low",
        "gap-3y-high",
    ];
    table("balances", &columns, vec![row("V0X60", Some(CODES[0]), cells)])
}
