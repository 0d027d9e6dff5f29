//! Causes of difficulty as employers state them: one row per scope and cause.

use crate::analysis::employers::causes::OFFERED;
use crate::analysis::employers::weigh::Basis;
use crate::model::{Fap, Scope};
use crate::report::build::survey::{SurveyContext, scope_code, scope_key, scope_name};
use crate::report::document::{Cell, Part, Row, Shown, Table};
use crate::report::survey::{PublishedCause, PublishedCauses, PublishedSurvey};
use crate::words::survey as words;

use Shown::{Everywhere, File, Screen};

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("code", 8, Everywhere),
    ("label", 36, Everywhere),
    ("stated-cause", 24, Everywhere),
    ("stated-share", 20, Screen),
    ("share-point", 12, File),
    ("need-low", 12, File),
    ("need-high", 12, File),
    ("unweighted", 14, Everywhere),
    ("stated-answers", 14, Everywhere),
    ("stated-base", 16, Everywhere),
    ("need-remark", 50, Everywhere),
];

/// All occupations together, the groups and each occupation.
pub fn by_occupation(
    context: &SurveyContext<'_>,
    published: &PublishedSurvey,
    label: &dyn Fn(Fap) -> String,
) -> Table {
    table(context, published, ("causes_citees", "table-stated"), label, &|scope| !scope.is_sector())
}

/// All together and each sector; `None` without two of them.
pub fn by_sector(context: &SurveyContext<'_>, published: &PublishedSurvey) -> Option<Table> {
    let known = published.causes.iter().any(|stated| stated.scope.is_sector());
    let kept = |scope: &Scope| scope.is_sector() || *scope == Scope::All;
    let names = ("causes_citees_secteurs", "table-stated-sectors");
    known.then(|| table(context, published, names, &|_| String::new(), &kept))
}

fn table(
    context: &SurveyContext<'_>,
    published: &PublishedSurvey,
    (id, title): (&'static str, &str),
    label: &dyn Fn(Fap) -> String,
    kept: &dyn Fn(&Scope) -> bool,
) -> Table {
    let catalog = context.catalog;
    let all = published.causes.iter().filter(|stated| kept(&stated.scope));
    let rows = all.flat_map(|stated| rows(context, stated, label)).collect();
    let weighing = context.survey.weighing.as_ref();
    let is_weighted = weighing.is_ok_and(|told| told.weighing.basis != Basis::Unweighted);
    let about = catalog.text("table-stated-about");
    let weights = if is_weighted { "stated-weighted" } else { "stated-unweighted" };
    Table {
        id,
        title: catalog.text(title),
        about: format!("{about} {}", catalog.text(weights)),
        columns: context.columns(COLUMNS),
        rows,
        chart: None,
    }
}

fn rows(
    context: &SurveyContext<'_>,
    stated: &PublishedCauses,
    label: &dyn Fn(Fap) -> String,
) -> Vec<Row> {
    let catalog = context.catalog;
    let row = |cause: &str, figures: Vec<Cell>, remark: String| {
        let mut cells = vec![
            scope_code(&stated.scope),
            Cell::text(scope_name(&stated.scope, catalog, label)),
            Cell::text(words::stated_cause(cause, catalog)),
        ];
        cells.extend(figures);
        cells.push(stated.answered.map_or(Cell::Blank, Cell::Whole));
        cells.push(stated.declaring.map_or(Cell::Blank, Cell::Whole));
        cells.push(Cell::text(remark));
        let key = format!("{}/{cause}", scope_key(&stated.scope));
        Row::new(key, stated.scope.occupation(), cells)
    };
    // What somebody wrote beside the list is told only where its share is.
    let told = |cause: &&PublishedCause| {
        OFFERED.contains(&cause.cause.as_str()) || cause.weighted.point().is_some()
    };
    let told = stated.causes.iter().filter(told);
    told.map(|cause| {
        let PublishedCause { weighted, unweighted, refusal, .. } = cause;
        let figures = vec![
            Cell::figure(*weighted, Part::Whole),
            Cell::figure(*weighted, Part::Point),
            Cell::figure(*weighted, Part::Low),
            Cell::figure(*weighted, Part::High),
            Cell::figure(*unweighted, Part::Point),
        ];
        let remark = match (weighted.hidden(), refusal) {
            (Some(hidden), _) => catalog.text(&format!("hidden-{}", hidden.id())),
            (None, Some(refusal)) => words::refusal_of_share(refusal, catalog),
            (None, None) if stated.answered.is_none() => catalog.text("stated-none"),
            (None, None) => String::new(),
        };
        row(&cause.cause, figures, remark)
    })
    .collect()
}
