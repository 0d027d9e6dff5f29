//! The employer survey as tables: who answered, what the weights are worth, what was said.

use crate::analysis::employers::Survey;
use crate::analysis::employers::asked::Coverage;
use crate::format;
use crate::i18n::Catalog;
use crate::model::{Fap, Figure, Origin, Scope, SizeClass, Territory, Unit, Value};
pub use crate::report::build::weights::{Weight, weights};
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::report::survey::drawn::drawn;
use crate::report::survey::questions::OTHERS;
use crate::report::survey::{
    PublishedMean, PublishedMeasure, PublishedNeed, PublishedQuestion, PublishedSurvey,
};
use crate::secrecy::{Published, Rules, key, publish};
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
    ("coverage-headcount", 16, Everywhere),
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
        self.public("survey-coverage", Unit::ShareOfEstablishments, value, n)
    }

    /// A share of the employees of the register; blank where it does not tell them.
    fn of_headcount(&self, value: Option<f64>, n: u32) -> Cell {
        let cell = |_| self.public("survey-coverage-headcount", Unit::ShareOfEmployees, value, n);
        value.map_or(Cell::Blank, cell)
    }

    fn public(&self, indicator: &'static str, unit: Unit, value: Option<f64>, n: u32) -> Cell {
        let figure = Figure {
            indicator,
            territory: self.territory,
            value: value.map_or(Value::Unknown, Value::Exact),
            unit,
            n,
            masked_cells: 0,
            grade: None,
            origin: Origin::Public,
        };
        Cell::figure(publish(&figure, self.rules), Part::Point)
    }

    pub(super) fn number(&self, value: f64) -> String {
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
fn counts(
    context: &SurveyContext<'_>,
    sector: Option<char>,
    size: Option<SizeClass>,
    of: &Coverage,
) -> Row {
    let all = || context.catalog.text("coverage-all");
    let key = match (sector, size.map(size_key)) {
        (None, None) => "all".to_owned(),
        (Some(section), None) => format!("section/{section}"),
        (None, Some(size)) => format!("size/{size}"),
        (Some(section), Some(size)) => format!("section/{section}/{size}"),
    };
    let cells = vec![
        Cell::text(sector.map_or_else(all, |section| context.section(section))),
        Cell::text(size.map_or_else(all, |size| context.size(size))),
        of.establishments.map_or(Cell::Blank, |n| Cell::Whole(rounded(n))),
        Cell::Whole(of.asked),
        Cell::Whole(of.answered),
        Cell::Whole(of.refused),
        Cell::Whole(of.not_reached),
        context.counted(of.response_rate(), of.asked),
        context.counted(of.share_of_establishments(), of.answered),
        context.of_headcount(of.share_of_headcount(), of.answered),
    ];
    Row::new(key, None, cells)
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

/// All together, by sector, by size, then sector × size: for the screen of who asks.
pub fn coverage(context: &SurveyContext<'_>) -> Table {
    let board_of = &context.survey.board;
    let mut rows = margins(context).rows;
    let cells = board_of.cells.iter();
    rows.extend(
        cells.map(|((section, size), of)| counts(context, Some(*section), Some(*size), of)),
    );
    board(context, rows)
}

/// All together, by sector, then by size: for documents. A sector of one size is often one
/// establishment, and whether it answered is nobody's business.
pub fn margins(context: &SurveyContext<'_>) -> Table {
    let coverage = &context.survey.board;
    let mut rows = vec![counts(context, None, None, &coverage.total)];
    let sections = coverage.margin(|(section, _)| section);
    rows.extend(sections.iter().map(|(section, of)| counts(context, Some(*section), None, of)));
    let sizes = coverage.margin(|(_, size)| size);
    rows.extend(sizes.iter().map(|(size, of)| counts(context, None, Some(*size), of)));
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
        // The answer in words, and its part of the key of the row.
        let shared = |cells: Vec<Cell>, answer: Option<(String, String)>| {
            let (answer, part) = answer.unzip();
            let mut all = vec![
                Cell::text(&label),
                Cell::text(context.catalog.text(&format!("question-{}", question.kind.id()))),
                answer.map_or(Cell::Blank, Cell::text),
            ];
            all.extend(cells);
            all.push(question.answered.map_or(Cell::Blank, Cell::Whole));
            all.push(Cell::Whole(question.base));
            let of = key::part(&question.label);
            let key = part.map_or_else(|| of.clone(), |part| format!("{of}/{part}"));
            Row::new(key, None, all)
        };
        if let Some(PublishedMean { weighted, unweighted, refusal }) = &question.mean {
            let whole = match (weighted.value(), refusal) {
                (Value::Unknown, Some(refusal)) if weighted.hidden().is_none() => {
                    Cell::text(words::refusal(refusal, context.catalog))
                }
                _ => Cell::figure(*weighted, Part::Whole),
            };
            let cells = vec![
                whole,
                Cell::figure(*weighted, Part::Point),
                Cell::figure(*weighted, Part::Low),
                Cell::figure(*weighted, Part::High),
                Cell::figure(*unweighted, Part::Point),
            ];
            let name = (context.catalog.text("question-mean"), "mean".to_owned());
            rows.push(shared(cells, Some(name)));
            continue;
        }
        if question.options.is_empty() {
            let note = match question.hidden {
                Some(hidden) => Cell::figure(hidden, Part::Whole),
                None => Cell::text(context.catalog.text("question-not-counted")),
            };
            // On the screen the bar stands in the place of the share, in files its three numbers.
            let cells = vec![note.clone(), note, Cell::Blank, Cell::Blank, Cell::Blank];
            rows.push(shared(cells, None));
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
            let answer = match &option.label {
                Some(label) => (label.clone(), key::part(label)),
                None => (context.catalog.text("question-others"), OTHERS.to_owned()),
            };
            rows.push(shared(cells, Some(answer)));
        }
    }
    let mut columns = context.columns(QUESTIONS);
    // Elsewhere this column is a share of projects, and that of files a share alone.
    for column in columns.iter_mut().filter(|column| ["share", "share-point"].contains(&column.id))
    {
        column.title = context.catalog.text("column-share-or-mean");
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

/// Columns of the figures of the register of needs, each with its unweighted twin and what both rest
/// on, in their order.
const NEEDS: [(&str, &str, &str); 16] = [
    ("need-headcount", "need-headcount-unweighted", "need-headcount-base"),
    ("need-projects", "need-projects-unweighted", "need-projects-base"),
    ("need-difficult-share", "need-difficult-share-unweighted", "need-difficult-share-base"),
    ("need-retirements-12", "need-retirements-12-unweighted", "need-retirements-12-base"),
    ("need-retirements-36", "need-retirements-36-unweighted", "need-retirements-36-base"),
    ("need-departures-36", "need-departures-36-unweighted", "need-departures-36-base"),
    ("need-fill-rate", "need-fill-rate-unweighted", "need-fill-rate-base"),
    (
        "need-applicants-per-post",
        "need-applicants-per-post-unweighted",
        "need-applicants-per-post-base",
    ),
    (
        "need-qualified-per-post",
        "need-qualified-per-post-unweighted",
        "need-qualified-per-post-base",
    ),
    ("need-suitable-share", "need-suitable-share-unweighted", "need-suitable-share-base"),
    ("need-retention", "need-retention-unweighted", "need-retention-base"),
    ("need-delay", "need-delay-unweighted", "need-delay-base"),
    ("need-creations", "need-creations-unweighted", "need-creations-base"),
    ("need-aged-50-54", "need-aged-50-54-unweighted", "need-aged-50-54-base"),
    ("need-aged-55-59", "need-aged-55-59-unweighted", "need-aged-55-59-base"),
    ("need-aged-60-plus", "need-aged-60-plus-unweighted", "need-aged-60-plus-base"),
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

/// What a row of the register speaks of, in no language.
pub fn scope_key(scope: &Scope) -> String {
    let section = |section: Option<char>| section.unwrap_or('?');
    match scope {
        Scope::All => "all".to_owned(),
        Scope::Sector(of) => section(*of).to_string(),
        Scope::Group(group) => format!("group/{}", key::part(&group.name)),
        Scope::Occupation(fap) => fap.code().to_owned(),
        Scope::Within(of, fap) => format!("{}/{}", section(*of), fap.code()),
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

/// Shares drawn towards those of all occupations, by measure.
type Drawn<'a> = &'a [Option<Published>];

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
    for (id, twin, base) in NEEDS {
        let name = context.catalog.text(&format!("indicator-{id}-name"));
        let plain = context.catalog.with("needs-unweighted", &[("name", (&name).into())]);
        let behind = context.catalog.with("needs-behind", &[("name", (&name).into())]);
        columns.push(Column { id, title: name, width: 17, shown: Everywhere });
        columns.push(Column { id: base, title: behind, width: 8, shown: Everywhere });
        columns.push(Column { id: twin, title: plain, width: 14, shown: Everywhere });
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
        cells.push(behind(measure, context));
        cells.push(Cell::figure(measure.unweighted, Part::Whole));
    }
    Row::new(scope_key(&need.scope), need.scope.occupation(), cells)
}

/// Answers that a figure rests on, among the respondents concerned; blank where they may not be
/// counted aloud.
fn behind(measure: &PublishedMeasure, context: &SurveyContext<'_>) -> Cell {
    let behind = measure.behind.and_then(|behind| behind.n.zip(behind.base));
    let Some((n, base)) = behind else { return Cell::Blank };
    let (shown, whole) = (context.number(f64::from(n)), context.number(f64::from(base)));
    let args = [("n", (&shown).into()), ("base", (&whole).into())];
    Cell::Said { text: context.catalog.with("needs-n-of-base", &args), order: Some(f64::from(n)) }
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
    ("need-drawn", 16, Everywhere),
    ("need-drawn-low", 12, Everywhere),
    ("need-drawn-high", 12, Everywhere),
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
    let drawn = drawn(&published.needs);
    let all = published.needs.iter().zip(&drawn);
    let all = all.filter(|(need, _)| need.scope.section().is_none());
    let rows = all.flat_map(|(need, drawn)| figures(context, (need, drawn), label));
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
    let rows = rows.flat_map(|need| figures(context, (need, &[]), &|_| String::new())).collect();
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
    (need, drawn): (&PublishedNeed, Drawn<'_>),
    label: &dyn Fn(Fap) -> String,
) -> Vec<Row> {
    let told = |measure: &PublishedMeasure| {
        measure.weighted.hidden().is_some() || measure.behind.is_some()
    };
    let measures = need.measures.iter().enumerate().filter(|(_, measure)| told(measure));
    let drawn = |place: usize| drawn.get(place).copied().flatten();
    measures
        .map(|(place, measure)| by_figure(context, need, (measure, drawn(place)), label))
        .collect()
}

/// What a figure is: of all occupations together, headcounts are of no occupation.
fn figure_name(scope: &Scope, indicator: &str, catalog: &Catalog) -> String {
    match (scope, indicator) {
        (Scope::All | Scope::Sector(_), "need-headcount") => catalog.text("need-headcount-all"),
        _ => catalog.text(&format!("indicator-{indicator}-name")),
    }
}

fn by_figure(
    context: &SurveyContext<'_>,
    need: &PublishedNeed,
    (measure, drawn): (&PublishedMeasure, Option<Published>),
    label: &dyn Fn(Fap) -> String,
) -> Row {
    let catalog = context.catalog;
    let PublishedMeasure { wanted, weighted, unweighted, behind } = measure;
    let bound = |part| match weighted.bounds() {
        Some(_) => Cell::figure(*weighted, part),
        None => Cell::Blank,
    };
    let refusal = behind.and_then(|behind| behind.refusal);
    let of_drawn = |part| drawn.map_or(Cell::Blank, |drawn| Cell::figure(drawn, part));
    let cells = vec![
        scope_code(&need.scope),
        Cell::text(scope_name(&need.scope, catalog, label)),
        Cell::text(figure_name(&need.scope, wanted.indicator, catalog)),
        Cell::text(catalog.text(&format!("unit-{}", wanted.unit.id()))),
        Cell::figure(*weighted, Part::Point),
        bound(Part::Low),
        bound(Part::High),
        match behind {
            Some(_) => Cell::figure(*unweighted, Part::Point),
            None => Cell::Blank,
        },
        of_drawn(Part::Point),
        of_drawn(Part::Low),
        of_drawn(Part::High),
        behind.and_then(|behind| behind.n).map_or(Cell::Blank, Cell::Whole),
        behind.and_then(|behind| behind.base).map_or(Cell::Blank, Cell::Whole),
        need.establishments.map_or(Cell::Blank, Cell::Whole),
        refusal.map_or(Cell::Blank, |refusal| Cell::text(words::refusal(&refusal, catalog))),
    ];
    let key = format!("{}/{}", scope_key(&need.scope), wanted.indicator);
    Row::new(key, need.scope.occupation(), cells)
}
