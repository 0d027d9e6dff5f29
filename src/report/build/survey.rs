//! The employer survey as tables: who answered, what the weights are worth, what was said.

use crate::analysis::employers::asked::Coverage;
use crate::analysis::employers::questions::OptionView;
use crate::analysis::employers::weigh::{Basis, MarginKind, WeighError, Weighing};
use crate::analysis::employers::{Survey, Told};
use crate::format;
use crate::i18n::Catalog;
use crate::model::{Fap, Figure, Origin, SizeClass, Territory, Unit, Value};
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::report::survey::{PublishedMeasure, PublishedNeeds};
use crate::secrecy::primary::{Verdict, of_share};
use crate::secrecy::{Rules, publish, publish_alone};
use crate::survey::calibrate::CalibrationError;
use crate::survey::interval::Refusal;

use Shown::{Everywhere, File, Screen};

/// What the builders of these tables read.
#[derive(Clone, Copy)]
pub struct SurveyContext<'a> {
    pub survey: &'a Survey,
    pub catalog: &'a Catalog,
    pub territory: Territory,
    pub rules: Rules,
}

const COVERAGE: &[(&str, u16, Shown)] = &[
    ("sector", 30, Everywhere),
    ("size-class", 14, Everywhere),
    ("establishments", 14, Everywhere),
    ("asked", 12, Everywhere),
    ("answered", 12, Everywhere),
    ("refused-to", 12, Everywhere),
    ("not-reached", 14, Everywhere),
    ("response-rate", 14, Everywhere),
    ("coverage", 16, Everywhere),
];

impl SurveyContext<'_> {
    fn columns(&self, columns: &[(&'static str, u16, Shown)]) -> Vec<Column> {
        let column = |(id, width, shown): &(&'static str, u16, Shown)| Column {
            id,
            title: self.catalog.text(&format!("column-{id}")),
            width: *width,
            shown: *shown,
        };
        columns.iter().map(column).collect()
    }

    /// A share of establishments that nobody's answer is behind: how many answered.
    fn counted(&self, value: Option<f64>, n: u32) -> Cell {
        let figure = Figure {
            indicator: "survey-coverage",
            territory: self.territory,
            value: value.map_or(Value::Unknown, Value::Exact),
            unit: Unit::ShareOfEstablishments,
            n,
            masked_cells: 0,
            grade: None,
            origin: Origin::Public,
        };
        Cell::figure(publish(&figure, self.rules), Part::Point)
    }

    fn number(&self, value: f64) -> String {
        format::integer(value, self.catalog.language())
    }

    /// The name of a section of NAF.
    pub fn section(&self, section: char) -> String {
        self.catalog.text(&format!("section-{}", section.to_ascii_lowercase()))
    }
}

/// Sector × size, and all together. Counts of establishments alone: no answer is in it.
pub fn coverage(context: &SurveyContext<'_>) -> Table {
    let board = &context.survey.board;
    let row = |sector: String, size: Option<SizeClass>, of: &Coverage| {
        let whole = |n: u32| Cell::Whole(n);
        let size = size.map_or_else(
            || context.catalog.text("coverage-all"),
            |size| context.catalog.text(&format!("size-{}", size_key(size))),
        );
        Row {
            occupation: None,
            origin: None,
            cells: vec![
                Cell::text(sector),
                Cell::text(size),
                of.establishments.map_or(Cell::Blank, |n| Cell::Whole(rounded(n))),
                whole(of.asked),
                whole(of.answered),
                whole(of.refused),
                whole(of.not_reached),
                context.counted(of.response_rate(), of.asked),
                context.counted(of.share_of_establishments(), of.answered),
            ],
        }
    };
    let mut rows = vec![row(context.catalog.text("coverage-all"), None, &board.total)];
    rows.extend(
        board
            .cells
            .iter()
            .map(|((section, size), of)| row(context.section(*section), Some(*size), of)),
    );
    Table {
        id: "couverture",
        title: context.catalog.text("table-coverage"),
        about: context.catalog.text("table-coverage-about"),
        columns: context.columns(COVERAGE),
        rows,
        chart: None,
    }
}

/// A count that a register may give with decimals.
fn rounded(n: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
    let whole = n.round().clamp(0.0, f64::from(u32::MAX)) as u32;
    whole
}

/// Keys of the catalogs hold letters, digits and dashes only.
pub fn size_key(size: SizeClass) -> &'static str {
    match size {
        SizeClass::None => "0",
        SizeClass::From1 => "1-9",
        SizeClass::From10 => "10-19",
        SizeClass::From20 => "20-49",
        SizeClass::From50 => "50-99",
        SizeClass::From100 => "100-249",
        SizeClass::From250 => "250-499",
        SizeClass::From500 => "500",
    }
}

const QUESTIONS: &[(&str, u16, Shown)] = &[
    ("question", 44, Everywhere),
    ("question-kind", 18, Everywhere),
    ("answer", 40, Everywhere),
    ("share", 20, Screen),
    ("share-point", 12, File),
    ("share-low", 12, File),
    ("share-high", 12, File),
    ("unweighted", 14, Everywhere),
    ("answers", 12, Everywhere),
    ("respondents", 14, Everywhere),
];

/// Every question with its answers: shares of establishments, never of anything else.
pub fn questions(context: &SurveyContext<'_>, told: &Told) -> Table {
    let mut rows = Vec::new();
    for question in &told.questions {
        let n = u32::try_from(question.answered.len()).unwrap_or(u32::MAX);
        let label = match question.label.strip_prefix("field-") {
            Some(_) => context.catalog.text(&question.label),
            None => question.label.clone(),
        };
        let shared = |cells: Vec<Cell>, answer: Cell| {
            let mut all = vec![
                Cell::text(&label),
                Cell::text(context.catalog.text(&format!("question-{}", question.kind.id()))),
                answer,
            ];
            all.extend(cells);
            all.extend([Cell::Whole(n), Cell::Whole(question.base)]);
            Row { occupation: None, origin: None, cells: all }
        };
        // One answer that tells who gave it would be found from the others: all are hidden.
        let sides = |option: &OptionView| {
            let given = u32::try_from(option.who.len()).unwrap_or(u32::MAX);
            of_share(given, n, context.rules.thresholds())
        };
        let hidden = question.options.iter().map(sides).find(|side| *side != Verdict::Publishable);
        let figure = |value: Value| Figure {
            indicator: "survey-answer",
            territory: context.territory,
            value,
            unit: Unit::ShareOfEstablishments,
            n,
            masked_cells: 0,
            grade: None,
            origin: Origin::Respondents { n, largest_share: 0.0 },
        };
        if question.options.is_empty() || hidden.is_some() {
            let cell = match hidden {
                // Its labels too tell that someone gave them.
                Some(verdict) => {
                    Cell::figure(publish_alone(&figure(Value::Unknown), verdict), Part::Whole)
                }
                None => Cell::text(context.catalog.text("question-not-counted")),
            };
            let blank = vec![cell, Cell::Blank, Cell::Blank, Cell::Blank, Cell::Blank];
            rows.push(shared(blank, Cell::Blank));
            continue;
        }
        for option in &question.options {
            let weighted = publish_alone(&figure(option.value), Verdict::Publishable);
            let plain =
                publish_alone(&figure(Value::Exact(option.unweighted)), Verdict::Publishable);
            let cells = vec![
                Cell::figure(weighted, Part::Whole),
                Cell::figure(weighted, Part::Point),
                Cell::figure(weighted, Part::Low),
                Cell::figure(weighted, Part::High),
                Cell::figure(plain, Part::Point),
            ];
            rows.push(shared(cells, Cell::text(&option.label)));
        }
    }
    Table {
        id: "questions",
        title: context.catalog.text("table-questions"),
        about: context.catalog.text("table-questions-about"),
        columns: context.columns(QUESTIONS),
        rows,
        chart: None,
    }
}

/// Columns of the figures of the register of needs, each with its unweighted twin, in their order.
const NEEDS: [(&str, &str); 10] = [
    ("need-headcount", "need-headcount-unweighted"),
    ("need-projects", "need-projects-unweighted"),
    ("need-difficult-share", "need-difficult-share-unweighted"),
    ("need-retirements-12", "need-retirements-12-unweighted"),
    ("need-retirements-36", "need-retirements-36-unweighted"),
    ("need-departures-36", "need-departures-36-unweighted"),
    ("need-fill-rate", "need-fill-rate-unweighted"),
    ("need-qualified-per-post", "need-qualified-per-post-unweighted"),
    ("need-suitable-share", "need-suitable-share-unweighted"),
    ("need-retention", "need-retention-unweighted"),
];

/// The register of needs as decided: each figure weighted with its interval and the number of its
/// answers, its unweighted twin beside it.
pub fn needs(
    context: &SurveyContext<'_>,
    published: &PublishedNeeds,
    label: &dyn Fn(Fap) -> String,
) -> Table {
    let mut columns = context.columns(&[
        ("code", 8, Everywhere),
        ("label", 34, Everywhere),
        ("establishments", 14, Everywhere),
    ]);
    for (id, twin) in NEEDS {
        let name = context.catalog.text(&format!("indicator-{id}-name"));
        let plain = context.catalog.with("needs-unweighted", &[("name", (&name).into())]);
        columns.push(Column { id, title: name, width: 22, shown: Everywhere });
        columns.push(Column { id: twin, title: plain, width: 20, shown: Everywhere });
    }
    let rows = published.needs.iter().map(|need| {
        let mut cells = vec![
            need.occupation.map_or(Cell::Blank, |fap| Cell::text(fap.code())),
            need.occupation.map_or_else(
                || Cell::text(context.catalog.text("coverage-all")),
                |fap| Cell::text(label(fap)),
            ),
            need.establishments.map_or(Cell::Blank, Cell::Whole),
        ];
        for measure in &need.measures {
            cells.push(weighted(context.catalog, measure));
            cells.push(Cell::figure(measure.unweighted, Part::Whole));
        }
        Row { occupation: need.occupation, origin: None, cells }
    });
    Table {
        id: "besoins",
        title: context.catalog.text("table-needs"),
        about: context.catalog.text("table-needs-about"),
        columns,
        rows: rows.collect(),
        chart: None,
    }
}

/// The weighted figure with its interval; in words where the answers bear neither.
fn weighted(catalog: &Catalog, measure: &PublishedMeasure) -> Cell {
    let figure = measure.weighted;
    let refusal = measure.behind.and_then(|behind| behind.refusal);
    match refusal.filter(|_| figure.bounds().is_none() && figure.hidden().is_none()) {
        Some(Refusal::TooFew { .. }) => Cell::text(catalog.text("needs-too-few")),
        Some(Refusal::NoInterval | Refusal::TooWide { .. }) => {
            Cell::text(catalog.text("needs-too-uncertain"))
        }
        None => Cell::figure(figure, Part::Whole),
    }
}

/// What the weights stand on, in label and text.
pub fn weights(context: &SurveyContext<'_>) -> Vec<(String, String)> {
    let catalog = context.catalog;
    let text = |key: &str| catalog.text(key);
    match &context.survey.weighing {
        Err(WeighError::NoAnswer) => vec![(text("weights-basis"), text("weights-no-answer"))],
        Err(error) => vec![(text("weights-basis"), error.to_string())],
        Ok(told) => of_weighing(context, &told.weighing),
    }
}

fn margin(catalog: &Catalog, kind: MarginKind) -> String {
    catalog.text(match kind {
        MarginKind::Size => "margin-size",
        MarginKind::Sector => "margin-sector",
        MarginKind::Headcount => "margin-headcount",
    })
}

fn of_weighing(context: &SurveyContext<'_>, weighing: &Weighing) -> Vec<(String, String)> {
    let (catalog, language) = (context.catalog, context.catalog.language());
    let text = |key: &str| catalog.text(key);
    let decimal = |value: f64| format::decimal(value, 2, language);
    let count = |n: usize| context.number(u32::try_from(n).map_or(f64::NAN, f64::from));
    let basis = match &weighing.basis {
        Basis::Unweighted => text("weights-unweighted"),
        Basis::Given => text("weights-given"),
        Basis::Groups => text("weights-groups"),
        Basis::Calibrated(kinds) => {
            let names: Vec<String> = kinds.iter().map(|kind| margin(catalog, *kind)).collect();
            catalog.with("weights-calibrated", &[("margins", (&names.join(", ")).into())])
        }
    };
    let mut lines = vec![
        (text("weights-basis"), basis),
        (text("weights-respondents"), count(weighing.respondents.len())),
        (text("weights-represented"), context.number(weighing.represented())),
    ];
    if let Some(spread) = &weighing.spread {
        lines.push((
            text("weights-range"),
            format!("{} – {}", decimal(spread.least), decimal(spread.most)),
        ));
        lines.push((text("weights-variation"), decimal(spread.variation)));
        lines.push((text("weights-design-effect"), decimal(spread.design_effect)));
        lines.push((text("weights-effective"), context.number(spread.n_effective)));
    }
    if let Some(ratios) = &weighing.ratios {
        lines.push((
            text("weights-ratios"),
            format!("{} – {}", decimal(ratios.least), decimal(ratios.most)),
        ));
    }
    for dropped in &weighing.dropped {
        let reason = refusal(context, &dropped.error);
        lines.push((
            catalog.with("weights-dropped", &[("margin", (&margin(catalog, dropped.kind)).into())]),
            reason,
        ));
    }
    let (large, employees) = weighing.large_missing;
    if large > 0 {
        lines.push((
            text("weights-large-missing"),
            catalog.with(
                "weights-large-missing-text",
                &[("count", large.into()), ("employees", (&context.number(employees)).into())],
            ),
        ));
    }
    if weighing.large_unlisted > 0.0 {
        lines.push((text("weights-large-unlisted"), context.number(weighing.large_unlisted)));
    }
    if !weighing.merges.is_empty() {
        lines.push((text("weights-merges"), count(weighing.merges.len())));
    }
    let alone: usize = weighing.thin.iter().map(|thin| thin.strata.len()).sum();
    if alone > 0 {
        lines.push((text("weights-thin"), count(alone)));
    }
    if !weighing.beyond_register.is_empty() {
        lines.push((text("weights-beyond-register"), count(weighing.beyond_register.len())));
    }
    lines.push((text("weights-bias"), text("weights-bias-text")));
    lines
}

/// Why a margin could not be met, with the margin at fault.
pub fn refusal(context: &SurveyContext<'_>, error: &CalibrationError) -> String {
    let catalog = context.catalog;
    let named = |key: &str, margins: &[String]| {
        catalog.with(key, &[("margins", (&margins.join(", ")).into())])
    };
    match error {
        CalibrationError::EmptyMargin { names, .. } => named("calibration-empty", names),
        CalibrationError::Inconsistent { margin, suspects, .. } => {
            let at_fault =
                if suspects.is_empty() { vec![margin.clone()] } else { suspects.clone() };
            named("calibration-inconsistent", &at_fault)
        }
        CalibrationError::NotConverged { name, .. } => {
            named("calibration-not-converged", std::slice::from_ref(name))
        }
        CalibrationError::RatioOutOfBounds { pulls, .. } => {
            let first: Vec<String> = pulls.iter().take(3).map(|pull| pull.name.clone()).collect();
            named("calibration-out-of-bounds", &first)
        }
        CalibrationError::NegativeWeights { .. } => catalog.text("calibration-negative"),
        CalibrationError::Weights { .. }
        | CalibrationError::InitialWeight { .. }
        | CalibrationError::Bounds { .. } => catalog.text("calibration-bounds"),
    }
}
