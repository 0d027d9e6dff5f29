//! The occupations against the territories that the user chose, and what those are.

use crate::analysis::compare::{Against, Compared};
use crate::analysis::extent::Coverage;
use crate::analysis::results::Occupation;
use crate::analysis::similar::Similar;
use crate::format;
use crate::indicators::quotient::Quotient;
use crate::model::{Benchmark, Unit, Value};
use crate::report::build::{Context, three};
use crate::report::document::{Cell, Part, Row, Shown, Table};
use crate::secrecy::Published;

use Shown::{Everywhere, File, Screen};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "comparison";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 36, Everywhere),
    ("benchmark-name", 24, Everywhere),
    ("benchmark-code", 12, File),
    ("quotient-shown", 18, Screen),
    ("quotient", 10, File),
    ("quotient-low", 10, File),
    ("quotient-high", 10, File),
    ("specificity", 26, Everywhere),
    ("projects-shown", 18, Screen),
    ("projects", 12, File),
    ("projects-low", 10, File),
    ("projects-high", 10, File),
    ("benchmark-projects-shown", 18, Screen),
    ("benchmark-projects", 12, File),
    ("benchmark-projects-low", 10, File),
    ("benchmark-projects-high", 10, File),
    ("posterior-shown", 17, Screen),
    ("posterior", 10, File),
    ("posterior-low", 10, File),
    ("posterior-high", 10, File),
    ("benchmark-share-shown", 17, Screen),
    ("benchmark-share", 10, File),
    ("benchmark-share-low", 10, File),
    ("benchmark-share-high", 10, File),
    ("benchmark-posterior-shown", 17, Screen),
    ("benchmark-posterior", 10, File),
    ("benchmark-posterior-low", 10, File),
    ("benchmark-posterior-high", 10, File),
    ("benchmark-grade", 10, File),
];

/// One row per benchmark and occupation: the most specific first, then those that the few
/// projects do not allow to rank.
pub fn table(context: &Context<'_>) -> Option<Table> {
    let found = &context.results.comparisons.found;
    if found.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    for compared in found {
        let mut occupations: Vec<(&Occupation, &Against)> = context
            .results
            .occupations
            .iter()
            .filter_map(|own| compared.occupations.get(&own.code).map(|there| (own, there)))
            .collect();
        let ranked = |against: &Against| {
            let quotient = against.quotient.filter(|quotient| quotient.ranked);
            quotient.and_then(|quotient| quotient.value).unwrap_or(f64::NEG_INFINITY)
        };
        occupations
            .sort_by(|a, b| ranked(b.1).total_cmp(&ranked(a.1)).then(a.0.code.cmp(&b.0.code)));
        rows.extend(occupations.into_iter().map(|(own, there)| row(context, compared, own, there)));
    }
    Some(Table {
        id: ID,
        title: context.catalog.text("table-comparison"),
        about: context.catalog.text("table-comparison-about"),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    })
}

fn row(context: &Context<'_>, compared: &Compared, own: &Occupation, there: &Against) -> Row {
    let here = &own.benchmarks.territory;
    let projects = context.count("projects", &here.projects);
    let around = context.count_of("projects", compared.territory, &there.tally.projects);
    let posterior = context.posterior(&own.pressure, &here.projects);
    let share = context.share(compared.territory, &there.tally);
    let smoothed = context.posterior_of(compared, there);
    let quotient = context.quotient(there.quotient.as_ref(), own);
    let mut cells = vec![
        Cell::text(own.code.code()),
        Cell::text(&own.label),
        Cell::text(context.benchmark_name(compared)),
        Cell::text(compared.benchmark.to_string()),
    ];
    let shown_and_parts = |cells: &mut Vec<Cell>, figure: Published| {
        cells.push(Cell::figure(figure, Part::Whole));
        cells.extend(three(figure));
    };
    shown_and_parts(&mut cells, quotient);
    cells.push(Cell::text(context.specificity_words(there.quotient.as_ref())));
    for figure in [projects, around, posterior, share, smoothed] {
        shown_and_parts(&mut cells, figure);
    }
    cells.push(Cell::text(there.grade.to_string()));
    let key = format!("{}/{}", compared.benchmark, own.code.code());
    Row::new(key, Some(own.code), cells)
}

/// What the interval of the quotient allows to say.
pub fn specificity(quotient: Option<&Quotient>) -> &'static str {
    match quotient {
        None => "unknown",
        Some(quotient) if quotient.few => "few",
        Some(quotient) if !quotient.ranked => "masked",
        Some(quotient) if quotient.low > 1.0 => "more",
        Some(quotient) if quotient.high < 1.0 => "less",
        Some(_) => "alike",
    }
}

/// The chosen benchmarks: what each is, how it is read, and why its parts are like the territory.
pub fn benchmarks(context: &Context<'_>) -> Option<Table> {
    let found = &context.results.comparisons.found;
    if found.is_empty() {
        return None;
    }
    let mut rows = Vec::new();
    for compared in found {
        let total = &compared.total;
        let mut cells = vec![
            Cell::text(context.benchmark_name(compared)),
            Cell::text(compared.benchmark.to_string()),
        ];
        for figure in [
            context.count_of("projects", compared.territory, &total.projects),
            context.share(compared.territory, total),
        ] {
            cells.push(Cell::figure(figure, Part::Whole));
            cells.extend(three(figure));
        }
        cells.push(Cell::text(context.benchmark_reading(compared)));
        rows.push(Row::new(compared.benchmark.to_string(), None, cells));
        let similar = compared.similar.iter();
        rows.extend(similar.map(|similar| neighbour(context, compared, similar)));
    }
    Some(Table {
        id: "benchmarks",
        title: context.catalog.text("table-benchmarks"),
        about: context.catalog.text("table-benchmarks-about"),
        columns: context.columns(&[
            ("benchmark-name", 30, Everywhere),
            ("benchmark-code", 12, Everywhere),
            ("projects-shown", 20, Screen),
            ("projects", 12, File),
            ("projects-low", 10, File),
            ("projects-high", 10, File),
            ("share-shown", 18, Screen),
            ("share", 10, File),
            ("share-low", 10, File),
            ("share-high", 10, File),
            ("benchmark-reading", 90, Everywhere),
        ]),
        rows,
        chart: None,
    })
}

fn neighbour(context: &Context<'_>, compared: &Compared, similar: &Similar) -> Row {
    let mut cells = vec![
        Cell::text(context.catalog.with("similar-name", &[("name", (&similar.label).into())])),
        Cell::text(similar.territory.to_string()),
    ];
    cells.extend(std::iter::repeat_n(Cell::Blank, 8));
    cells.push(Cell::text(context.similar_why(similar)));
    Row::new(format!("{}/{}", compared.benchmark, similar.territory), None, cells)
}

impl Context<'_> {
    /// What the interval allows to say, or why nothing.
    fn specificity_words(&self, quotient: Option<&Quotient>) -> String {
        let key = format!("specificity-{}", specificity(quotient));
        let least = format::integer(self.parameters.quotient_minimum(), self.catalog.language());
        self.catalog.with(&key, &[("least", (&least).into())])
    }

    /// How a benchmark is named.
    pub fn benchmark_name(&self, compared: &Compared) -> String {
        match compared.benchmark {
            Benchmark::Similar => self.catalog.text("benchmark-similar"),
            Benchmark::Place(_) => compared.label.clone(),
        }
    }

    /// How a benchmark is read, and what its quotients stand on.
    pub fn benchmark_reading(&self, compared: &Compared) -> String {
        let coverage = compared.coverage.as_ref().map(|coverage| self.coverage(coverage));
        let nested = match compared {
            Compared { same: true, .. } => Some(self.catalog.text("benchmark-same")),
            Compared { nested: true, .. } => Some(self.catalog.text("benchmark-nested")),
            _ => None,
        };
        coverage.into_iter().chain(nested).collect::<Vec<_>>().join(" ")
    }

    /// « 93 communes sur 93 du bassin AURILLAC (be:8450) ; … » : how communes are read at basins.
    pub fn coverage(&self, coverage: &Coverage) -> String {
        let language = self.catalog.language();
        let whole = |count: u32| format::integer(f64::from(count), language);
        let parts: Vec<String> = coverage
            .basins
            .iter()
            .map(|part| {
                self.catalog.with(
                    "coverage-basin",
                    &[
                        ("inside", (&whole(part.inside)).into()),
                        ("of", (&whole(part.of)).into()),
                        ("name", (&part.label).into()),
                        ("code", (&part.basin.to_string()).into()),
                    ],
                )
            })
            .collect();
        let list = parts.join(&self.catalog.text("list-separator"));
        let (inside, of) = coverage.inside_of();
        let key = if coverage.is_exact() { "coverage-exact" } else { "coverage-partial" };
        let mut text = self.catalog.with(
            key,
            &[
                ("communes", (&whole(coverage.communes)).into()),
                ("inside", (&whole(inside)).into()),
                ("of", (&whole(of)).into()),
                ("list", (&list).into()),
            ],
        );
        if coverage.unplaced > 0 {
            let count = whole(coverage.unplaced);
            text.push(' ');
            text += &self.catalog.with(
                "coverage-unplaced",
                &[("count", coverage.unplaced.into()), ("shown", (&count).into())],
            );
        }
        text
    }

    /// Why a territory is among the likes.
    pub fn similar_why(&self, similar: &Similar) -> String {
        let language = self.catalog.language();
        let projects = format::integer(similar.projects, language);
        let ratio = format::decimal(similar.volume_ratio, 2, language);
        let structure = format::percent(similar.structure, 0, language);
        let distance = format::decimal(similar.distance, 2, language);
        self.catalog.with(
            "similar-why",
            &[
                ("projects", (&projects).into()),
                ("ratio", (&ratio).into()),
                ("structure", (&structure).into()),
                ("distance", (&distance).into()),
            ],
        )
    }

    fn posterior_of(&self, compared: &Compared, there: &Against) -> Published {
        let value = there.posterior.shown();
        let base = (there.tally.projects.cells, there.tally.projects.masked_cells);
        let (indicator, unit) = ("difficult-share-posterior", Unit::ShareOfProjects);
        self.public(indicator, compared.territory, value, unit, base, Some(there.grade))
    }

    fn quotient(&self, quotient: Option<&Quotient>, own: &Occupation) -> Published {
        let value = match quotient {
            None => Value::Unknown,
            Some(Quotient { value: Some(value), low, high, .. }) => {
                Value::Interval { value: *value, low: *low, high: *high }
            }
            Some(Quotient { low, high, .. }) => Value::RangeOnly { low: *low, high: *high },
        };
        let projects = &own.benchmarks.territory.projects;
        let base = (projects.cells, projects.masked_cells);
        self.public("location-quotient", self.here(), value, Unit::Ratio, base, None)
    }
}
