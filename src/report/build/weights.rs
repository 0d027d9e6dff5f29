//! What the weights of the survey are worth, line by line.

use crate::analysis::employers::weigh::{Basis, MarginKind, WeighError, Weighing};
use crate::format;
use crate::i18n::Catalog;
use crate::report::build::survey::SurveyContext;
use crate::report::document::{Cell, Form};
use crate::words::survey as words;

/// A line on the weights.
#[derive(Clone, Debug, PartialEq)]
pub struct Weight {
    /// In no language, once among the lines.
    pub id: String,
    pub label: String,
    pub text: String,
    /// The number that the text tells, the first of two.
    pub number: Option<f64>,
    /// The text is that number and nothing else.
    is_alone: bool,
}

impl Weight {
    pub(super) fn new(id: &str, text: String, number: Option<f64>, catalog: &Catalog) -> Self {
        let label = catalog.text(&format!("weights-{id}"));
        Self { id: id.to_owned(), label, text, number, is_alone: false }
    }

    fn alone(self) -> Self {
        Self { is_alone: true, ..self }
    }

    /// The text as a cell.
    pub fn cell(self) -> Cell {
        match self.number {
            // Of a sentence or of two ends, the text is what there is to read.
            Some(number) if self.is_alone => Cell::amount(self.text, number, Form::Number),
            Some(_) => Cell::Said { text: self.text, order: self.number },
            None => Cell::text(self.text),
        }
    }
}

/// What the weights stand on.
pub fn weights(context: &SurveyContext<'_>) -> Vec<Weight> {
    let catalog = context.catalog;
    let basis = |text: String| vec![Weight::new("basis", text, None, catalog)];
    match &context.survey.weighing {
        Err(WeighError::NoAnswer) => basis(catalog.text("weights-no-answer")),
        Err(error) => basis(words::weigh_error(error, catalog)),
        Ok(told) => of_weighing(context, &told.weighing),
    }
}

fn margin(catalog: &Catalog, kind: MarginKind) -> String {
    catalog.text(&format!("margin-{}", words::kind(kind)))
}

fn of_weighing(context: &SurveyContext<'_>, weighing: &Weighing) -> Vec<Weight> {
    let (catalog, language) = (context.catalog, context.catalog.language());
    let text = |key: &str| catalog.text(key);
    let decimal = |value: f64| format::decimal(value, 2, language);
    let basis = match &weighing.basis {
        Basis::Unweighted => text("weights-unweighted"),
        Basis::Given => text("weights-given"),
        Basis::Groups => text("weights-groups"),
        Basis::Calibrated(kinds) => {
            let names: Vec<String> = kinds.iter().map(|kind| margin(catalog, *kind)).collect();
            catalog.with("weights-calibrated", &[("margins", (&names.join(", ")).into())])
        }
    };
    let line = |id: &str, text: String| Weight::new(id, text, None, catalog);
    let number = |id: &str, number: f64, text: String| Weight::new(id, text, Some(number), catalog);
    let whole = |id: &str, n: f64| number(id, n, context.number(n)).alone();
    let count = |id: &str, n: usize| whole(id, u32::try_from(n).map_or(f64::NAN, f64::from));
    let hundredth = |id: &str, value: f64| number(id, value, decimal(value)).alone();
    let between = |id: &str, least: f64, most: f64| {
        number(id, least, format!("{} – {}", decimal(least), decimal(most)))
    };
    let mut lines = vec![
        line("basis", basis),
        count("respondents", weighing.respondents.len()),
        whole("represented", weighing.represented()),
    ];
    if let Some(spread) = &weighing.spread {
        lines.push(between("range", spread.least, spread.most));
        lines.push(hundredth("variation", spread.variation));
        lines.push(hundredth("design-effect", spread.design_effect));
        lines.push(whole("effective", spread.n_effective));
    }
    if let Some(ratios) = &weighing.ratios {
        lines.push(between("ratios", ratios.least, ratios.most));
    }
    for dropped in &weighing.dropped {
        let reason = words::dropped(dropped, catalog);
        let margin = margin(catalog, dropped.kind);
        lines.push(Weight {
            id: format!("dropped/{}", words::kind(dropped.kind)),
            label: catalog.with("weights-dropped", &[("margin", (&margin).into())]),
            text: reason,
            number: None,
            is_alone: false,
        });
    }
    if weighing.large_missing > 0 {
        let large = weighing.large_missing;
        // How many employees they have is not told: one answer more, and the difference of two
        // exports would be those of one employer.
        let text = catalog.with("weights-large-missing-text", &[("count", large.into())]);
        lines.push(number("large-missing", f64::from(large), text));
    }
    if weighing.large_unlisted > 0.0 {
        lines.push(whole("large-unlisted", weighing.large_unlisted));
    }
    if !weighing.merges.is_empty() {
        lines.push(count("merges", weighing.merges.len()));
    }
    let alone: usize = weighing.thin.iter().map(|thin| thin.strata.len()).sum();
    if alone > 0 {
        lines.push(count("thin", alone));
    }
    if !weighing.beyond_register.is_empty() {
        lines.push(count("beyond-register", weighing.beyond_register.len()));
    }
    lines.push(line("bias", text("weights-bias-text")));
    lines
}
