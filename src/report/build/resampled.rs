//! Sampling errors of the register of needs by two roads: linearised, and over bootstrap
//! replicates. Only of figures that are shown.

use crate::analysis::employers::needs::Form;
use crate::analysis::employers::replicated::Resampled;
use crate::i18n::Catalog;
use crate::model::{Fap, Figure, Origin, Scope, Value};
use crate::report::build::survey::{scope_key, scope_name};
use crate::report::document::{Cell, Column, Part, Row, Shown, Table};
use crate::report::survey::{PublishedMeasure, PublishedNeed};
use crate::secrecy::journal::Fate;
use crate::secrecy::{Published, publish_decided};
use crate::words::survey::is_far_below;

/// A figure with an error to be told: its place among the needs, and what it is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct WithError {
    pub scope: Scope,
    pub form: Form,
}

/// The figures whose error may be told, in the order of [`errors`].
pub fn with_error(needs: &[PublishedNeed]) -> Vec<WithError> {
    told(needs)
        .map(|(scope, measure, _)| WithError { scope: scope.clone(), form: measure.wanted.form })
        .collect()
}

fn told(needs: &[PublishedNeed]) -> impl Iterator<Item = (&Scope, &PublishedMeasure, f64)> {
    // Of an occupation in a sector the table of sectors tells the interval.
    let needs = needs.iter().filter(|need| !matches!(need.scope, Scope::Within(..)));
    needs.flat_map(|need| {
        let measures = need.measures.iter();
        measures.filter_map(|measure| {
            let error = measure.behind.and_then(|behind| behind.standard_error)?;
            Some((&need.scope, measure, error))
        })
    })
}

/// Each figure with its two standard errors.
pub fn errors(
    needs: &[PublishedNeed],
    resampled: &Resampled,
    catalog: &Catalog,
    label: &dyn Fn(Fap) -> String,
) -> Table {
    let columns = [
        ("label", 36),
        ("error-indicator", 36),
        ("error-figure", 26),
        ("error-linear", 22),
        ("error-resampled", 26),
        ("error-remark", 60),
    ];
    let columns = columns.map(|(id, width)| Column {
        id,
        title: catalog.text(&format!("column-{id}")),
        width,
        shown: Shown::Everywhere,
    });
    let rows = told(needs).zip(&resampled.errors).map(|((scope, measure, linear), again)| {
        let again = again.zip(measure.behind).map(|(again, behind)| behind.rounded_up(again));
        let error = |value: Option<f64>| {
            let error = value.map(|value| of_shown(&measure.weighted, value));
            error.map_or(Cell::Blank, |figure| Cell::figure(figure, Part::Point))
        };
        let name = scope_name(scope, catalog, label);
        let indicator = catalog.text(&format!("indicator-{}-name", measure.wanted.indicator));
        let below = again.is_some_and(|again| is_far_below(again, measure.weighted.bounds()));
        let remark = if below { catalog.text("survey-error-below") } else { String::new() };
        let cells = vec![
            Cell::text(name),
            Cell::text(indicator),
            Cell::figure(measure.weighted, Part::Whole),
            error(Some(linear)),
            error(again),
            Cell::text(remark),
        ];
        let key = format!("{}/{}", scope_key(scope), measure.wanted.indicator);
        Row::new(key, scope.occupation(), cells)
    });
    Table {
        id: "erreurs",
        title: catalog.text("table-errors"),
        about: catalog.with(
            "table-errors-about",
            &[
                ("used", (&number(resampled.used, catalog)).into()),
                ("failed", (&number(resampled.failed, catalog)).into()),
            ],
        ),
        rows: rows.collect(),
        columns: columns.to_vec(),
        chart: None,
    }
}

fn number(n: usize, catalog: &Catalog) -> String {
    let n = u32::try_from(n).map_or(f64::NAN, f64::from);
    crate::format::integer(n, catalog.language())
}

/// The error of a figure that is shown is shown with it.
fn of_shown(figure: &Published, value: f64) -> Published {
    let n = figure.n().unwrap_or_default();
    let error = Figure {
        indicator: figure.indicator(),
        territory: figure.territory(),
        value: Value::Exact(value),
        unit: figure.unit(),
        n,
        masked_cells: 0,
        grade: None,
        origin: Origin::Respondents { n, largest_share: 0.0 },
    };
    let fate = if figure.hidden().is_some() { Fate::Unwanted } else { Fate::Shown };
    publish_decided(&error, &fate)
}
