//! The employer survey as tables: who answered, what the weights are worth, what was said.

use crate::analysis::employers::Survey;
use crate::analysis::employers::asked::Coverage;
use crate::analysis::employers::weigh::{Basis, MarginKind, WeighError, Weighing};
use crate::format;
use crate::i18n::Catalog;
use crate::model::{Fap, Figure, Origin, Scope, SizeClass, Territory, Unit, Value};
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::report::survey::{PublishedMeasure, PublishedNeed, PublishedQuestion, PublishedSurvey};
use crate::secrecy::{Rules, publish};
use crate::words::survey as words;

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
    ("sector", 46, Everywhere),
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
    /// Columns whose titles are in the catalog (`column-…`).
    pub fn columns(&self, columns: &[(&'static str, u16, Shown)]) -> Vec<Column> {
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

    fn size(&self, size: SizeClass) -> String {
        self.catalog.text(&format!("size-{}", size_key(size)))
    }

    /// The name of a section of NAF.
    pub fn section(&self, section: char) -> String {
        self.catalog.text(&format!("section-{}", section.to_ascii_lowercase()))
    }
}

/// Counts of establishments of one row: no answer is in them.
fn counts(context: &SurveyContext<'_>, sector: String, size: String, of: &Coverage) -> Row {
    Row {
        occupation: None,
        origin: None,
        cells: vec![
            Cell::text(sector),
            Cell::text(size),
            of.establishments.map_or(Cell::Blank, |n| Cell::Whole(rounded(n))),
            Cell::Whole(of.asked),
            Cell::Whole(of.answered),
            Cell::Whole(of.refused),
            Cell::Whole(of.not_reached),
            context.counted(of.response_rate(), of.asked),
            context.counted(of.share_of_establishments(), of.answered),
        ],
    }
}

fn board(context: &SurveyContext<'_>, rows: Vec<Row>) -> Table {
    Table {
        id: "couverture",
        title: context.catalog.text("table-coverage"),
        about: context.catalog.text("table-coverage-about"),
        columns: context.columns(COVERAGE),
        rows,
        chart: None,
    }
}

/// Sector × size, and all together: for the screen of who asks.
pub fn coverage(context: &SurveyContext<'_>) -> Table {
    let all = context.catalog.text("coverage-all");
    let mut rows = vec![counts(context, all.clone(), all, &context.survey.board.total)];
    rows.extend(context.survey.board.cells.iter().map(|((section, size), of)| {
        counts(context, context.section(*section), context.size(*size), of)
    }));
    board(context, rows)
}

/// All together, by sector, then by size: for documents. A sector of one size is often one
/// establishment, and whether it answered is nobody's business.
pub fn margins(context: &SurveyContext<'_>) -> Table {
    let all = || context.catalog.text("coverage-all");
    let coverage = &context.survey.board;
    let mut rows = vec![counts(context, all(), all(), &coverage.total)];
    let sections = coverage.margin(|(section, _)| section);
    rows.extend(
        sections.iter().map(|(section, of)| counts(context, context.section(*section), all(), of)),
    );
    let sizes = coverage.margin(|(_, size)| size);
    rows.extend(sizes.iter().map(|(size, of)| counts(context, all(), context.size(*size), of)));
    board(context, rows)
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
    ("need-low", 12, File),
    ("need-high", 12, File),
    ("unweighted", 14, Everywhere),
    ("answers", 12, Everywhere),
    ("respondents", 14, Everywhere),
];

/// Every question with its answers: shares of establishments, never of anything else.
pub fn questions(context: &SurveyContext<'_>, published: &[PublishedQuestion]) -> Table {
    let mut rows = Vec::new();
    for question in published {
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
            all.push(question.answered.map_or(Cell::Blank, Cell::Whole));
            all.push(Cell::Whole(question.base));
            Row { occupation: None, origin: None, cells: all }
        };
        if question.options.is_empty() {
            let note = match question.hidden {
                Some(hidden) => Cell::figure(hidden, Part::Whole),
                None => Cell::text(context.catalog.text("question-not-counted")),
            };
            // On the screen the bar stands in the place of the share, in files its three numbers.
            let cells = vec![note.clone(), note, Cell::Blank, Cell::Blank, Cell::Blank];
            rows.push(shared(cells, Cell::Blank));
            continue;
        }
        for option in &question.options {
            let cells = vec![
                Cell::figure(option.weighted, Part::Whole),
                Cell::figure(option.weighted, Part::Point),
                Cell::figure(option.weighted, Part::Low),
                Cell::figure(option.weighted, Part::High),
                Cell::figure(option.unweighted, Part::Point),
            ];
            rows.push(shared(cells, Cell::text(&option.label)));
        }
    }
    let mut columns = context.columns(QUESTIONS);
    // Elsewhere this column is a share of projects.
    if let Some(column) = columns.iter_mut().find(|column| column.id == "share") {
        column.title = context.catalog.text("column-share-point");
    }
    Table {
        id: "questions",
        title: context.catalog.text("table-questions"),
        about: context.catalog.text("table-questions-about"),
        columns,
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

/// Code of an occupation, codes of a group.
pub fn scope_code(scope: &Scope) -> Cell {
    match scope {
        Scope::All | Scope::Sector(None) => Cell::Blank,
        Scope::Sector(Some(section)) => Cell::text(section.to_string()),
        Scope::Group(group) => {
            let codes: Vec<&str> = group.members.iter().map(Fap::code).collect();
            Cell::text(codes.join(" + "))
        }
        Scope::Occupation(fap) | Scope::Within(_, fap) => Cell::text(fap.code()),
    }
}

/// What a row of the register is called.
pub fn scope_name(scope: &Scope, catalog: &Catalog, label: &dyn Fn(Fap) -> String) -> String {
    match scope {
        Scope::All => catalog.text("coverage-all"),
        Scope::Sector(None) => catalog.text("needs-sector-unknown"),
        Scope::Sector(Some(section)) => {
            catalog.text(&format!("section-{}", section.to_ascii_lowercase()))
        }
        Scope::Group(group) => catalog.with("needs-group", &[("name", (&group.name).into())]),
        Scope::Occupation(fap) | Scope::Within(_, fap) => label(*fap),
    }
}

/// The register of needs as decided: each figure weighted with its interval and the number of its
/// answers, its unweighted twin beside it.
pub fn needs(
    context: &SurveyContext<'_>,
    published: &PublishedSurvey,
    label: &dyn Fn(Fap) -> String,
) -> Table {
    let rows = of_occupations(published).map(|need| row(need, context, label));
    Table {
        id: "besoins",
        title: context.catalog.text("table-needs"),
        about: context.catalog.text("table-needs-about"),
        columns: needs_columns(context),
        rows: rows.collect(),
        chart: None,
    }
}

/// The same figures by sector of activity, all sectors first; `None` without two of them.
pub fn sectors(context: &SurveyContext<'_>, published: &PublishedSurvey) -> Option<Table> {
    let rows: Vec<Row> =
        of_sectors(published)?.map(|need| row(need, context, &|_| String::new())).collect();
    Some(Table {
        id: "besoins_secteurs",
        title: context.catalog.text("table-needs-sectors"),
        about: context.catalog.text("table-needs-sectors-about"),
        columns: needs_columns(context),
        rows,
        chart: None,
    })
}

fn of_occupations(published: &PublishedSurvey) -> impl Iterator<Item = &PublishedNeed> {
    published.needs.iter().filter(|need| need.scope.section().is_none())
}

fn of_sectors(published: &PublishedSurvey) -> Option<impl Iterator<Item = &PublishedNeed>> {
    let kept = |need: &&PublishedNeed| need.scope.is_sector() || need.scope == Scope::All;
    let known = published.needs.iter().any(|need| need.scope.is_sector());
    known.then(|| published.needs.iter().filter(kept))
}

fn needs_columns(context: &SurveyContext<'_>) -> Vec<Column> {
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
    columns
}

fn row(need: &PublishedNeed, context: &SurveyContext<'_>, label: &dyn Fn(Fap) -> String) -> Row {
    let mut cells = vec![
        scope_code(&need.scope),
        Cell::text(scope_name(&need.scope, context.catalog, label)),
        need.establishments.map_or(Cell::Blank, Cell::Whole),
    ];
    for measure in &need.measures {
        cells.push(Cell::figure(measure.weighted, Part::Whole));
        cells.push(Cell::figure(measure.unweighted, Part::Whole));
    }
    Row { occupation: need.scope.occupation(), origin: None, cells }
}

const NEEDS_BY_FIGURE: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 38, Everywhere),
    ("need-figure", 36, Everywhere),
    ("need-unit", 26, Everywhere),
    ("need-value", 14, Everywhere),
    ("need-low", 12, Everywhere),
    ("need-high", 12, Everywhere),
    ("unweighted", 14, Everywhere),
    ("need-answers", 13, Everywhere),
    ("respondents", 13, Everywhere),
    ("establishments", 15, Everywhere),
    ("need-remark", 50, Everywhere),
];

/// The register for files: one row per occupation and figure, one number per cell. A figure that
/// nobody was able to answer has no row.
pub fn needs_by_figure(
    context: &SurveyContext<'_>,
    published: &PublishedSurvey,
    label: &dyn Fn(Fap) -> String,
) -> Table {
    let rows = of_occupations(published).flat_map(|need| figures(context, need, label));
    Table {
        id: "besoins",
        title: context.catalog.text("table-needs"),
        about: context.catalog.text("table-needs-about"),
        columns: context.columns(NEEDS_BY_FIGURE),
        rows: rows.collect(),
        chart: None,
    }
}

/// [`sectors`] for files, as [`needs_by_figure`].
pub fn sectors_by_figure(
    context: &SurveyContext<'_>,
    published: &PublishedSurvey,
) -> Option<Table> {
    let rows = of_sectors(published)?;
    let rows = rows.flat_map(|need| figures(context, need, &|_| String::new())).collect();
    Some(Table {
        id: "besoins_secteurs",
        title: context.catalog.text("table-needs-sectors"),
        about: context.catalog.text("table-needs-sectors-about"),
        columns: context.columns(NEEDS_BY_FIGURE),
        rows,
        chart: None,
    })
}

/// One row for each figure that someone was able to answer.
fn figures(
    context: &SurveyContext<'_>,
    need: &PublishedNeed,
    label: &dyn Fn(Fap) -> String,
) -> Vec<Row> {
    let told = |measure: &&PublishedMeasure| {
        measure.weighted.hidden().is_some() || measure.behind.is_some()
    };
    let measures = need.measures.iter().filter(told);
    measures.map(|measure| by_figure(context, need, measure, label)).collect()
}

fn by_figure(
    context: &SurveyContext<'_>,
    need: &PublishedNeed,
    measure: &PublishedMeasure,
    label: &dyn Fn(Fap) -> String,
) -> Row {
    let catalog = context.catalog;
    let PublishedMeasure { wanted, weighted, unweighted, behind } = measure;
    let bound = |part| match weighted.bounds() {
        Some(_) => Cell::figure(*weighted, part),
        None => Cell::Blank,
    };
    let refusal = behind.and_then(|behind| behind.refusal);
    let cells = vec![
        scope_code(&need.scope),
        Cell::text(scope_name(&need.scope, catalog, label)),
        Cell::text(catalog.text(&format!("indicator-{}-name", wanted.indicator))),
        Cell::text(catalog.text(&format!("unit-{}", wanted.unit.id()))),
        Cell::figure(*weighted, Part::Point),
        bound(Part::Low),
        bound(Part::High),
        match behind {
            Some(_) => Cell::figure(*unweighted, Part::Point),
            None => Cell::Blank,
        },
        behind.map_or(Cell::Blank, |behind| Cell::Whole(behind.n)),
        behind.map_or(Cell::Blank, |behind| Cell::Whole(behind.base)),
        need.establishments.map_or(Cell::Blank, Cell::Whole),
        refusal.map_or(Cell::Blank, |refusal| Cell::text(words::refusal(&refusal, catalog))),
    ];
    Row { occupation: need.scope.occupation(), origin: None, cells }
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
        let reason = words::dropped(dropped, catalog);
        lines.push((
            catalog.with("weights-dropped", &[("margin", (&margin(catalog, dropped.kind)).into())]),
            reason,
        ));
    }
    let (large, employees) = weighing.large_missing;
    if large > 0 {
        let shown = context.number(f64::from(large));
        let least = context.rules.thresholds().least_units();
        lines.push((
            text("weights-large-missing"),
            // Employees of one or two are those of one or two.
            if large < least {
                shown
            } else {
                let employees = context.number(employees);
                catalog.with(
                    "weights-large-missing-text",
                    &[("count", large.into()), ("employees", (&employees).into())],
                )
            },
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
