//! The own survey in the document: who answered, what was said, what the weights are worth, and
//! what is kept back. The figures are those of the screen of the survey.

use crate::analysis::results::Occupation;
use crate::format;
use crate::model::Scope;
use crate::recommend::diagnosis::Diagnosis;
use crate::recommend::local::LocalCause;
use crate::recommend::programme::Programme;
use crate::report::build::Context;
use crate::report::build::stated;
use crate::report::build::survey::{
    SurveyContext, Weight, margins, needs_by_figure, questions, sectors_by_figure, weights,
};
use crate::report::document::{Cell, Column, Line, Row, Shown, Table};
use crate::report::survey::{Inquiry, PublishedCause, PublishedSurvey, PublishedView};

use crate::secrecy::Hidden;
use Shown::Everywhere;
use std::borrow::Cow;
use std::collections::BTreeMap;

impl<'a> Context<'a> {
    pub fn of_survey(&self, inquiry: &'a Inquiry) -> SurveyContext<'a> {
        SurveyContext {
            survey: &inquiry.survey,
            catalog: self.catalog,
            territory: inquiry.territory,
            rules: self.rules(),
        }
    }

    fn published(&self) -> Option<&'a PublishedSurvey> {
        self.inquiry.and_then(|inquiry| inquiry.published.as_ref())
    }

    /// What the survey says of an occupation, as decided.
    pub fn view(&self, occupation: &Occupation) -> Option<&'a PublishedView> {
        self.published()?.occupations.get(&occupation.code)
    }

    /// Whether the share of establishments naming a cause is shown.
    pub fn is_told(&self, occupation: &Occupation, cause: LocalCause) -> bool {
        self.published().is_some_and(|published| published.tells(occupation.code, cause))
    }

    /// Causes that many employers name and whose share is shown, the most named first.
    pub fn named_causes(&self, occupation: &Occupation) -> Vec<LocalCause> {
        let named = occupation.finding.named.iter().copied();
        named.filter(|cause| self.is_told(occupation, *cause)).collect()
    }

    /// Those that someone names and whose share is shown, the largest first.
    pub fn told_causes(&self, occupation: &Occupation) -> Vec<&'a PublishedCause> {
        let share = |cited: &PublishedCause| cited.weighted.point().unwrap_or_default();
        let all = self.stated(occupation).iter();
        let mut told: Vec<_> = all.filter(|cited| share(cited) > 0.0).collect();
        told.sort_by(|a, b| share(b).total_cmp(&share(a)).then_with(|| a.cause.cmp(&b.cause)));
        told
    }

    /// Causes that employers name for an occupation, as decided.
    pub fn stated(&self, occupation: &Occupation) -> &'a [PublishedCause] {
        let scope = Scope::Occupation(occupation.code);
        let found = self.published().and_then(|published| published.causes_of(&scope));
        found.map(|stated| stated.causes.as_slice()).unwrap_or_default()
    }

    /// A programme as it may be told. A training that only the skill gap named by employers allows
    /// tells that their share is high: it goes with the share.
    pub fn told<'p>(&self, programme: &'p Programme) -> Cow<'p, Programme> {
        let by_survey = programme.diagnosis == Diagnosis::JobQuality;
        let mut found = self.results.occupations.iter();
        let occupation = found.find(|occupation| occupation.code == programme.occupation);
        let is_told = |occupation| self.is_told(occupation, LocalCause::Skills);
        if !by_survey || programme.training.is_none() || occupation.is_some_and(is_told) {
            return Cow::Borrowed(programme);
        }
        Cow::Owned(programme.clone().without_training())
    }
}

/// The tables of the survey; none without one.
pub fn tables(context: &Context<'_>) -> Vec<Table> {
    let Some(inquiry) = context.inquiry else { return Vec::new() };
    let survey = context.of_survey(inquiry);
    let mut tables = vec![margins(&survey)];
    if let Some(published) = &inquiry.published {
        let label = |fap| context.reference.fap_label(fap).unwrap_or_default().to_owned();
        tables.push(needs_by_figure(&survey, published, &label));
        tables.extend(sectors_by_figure(&survey, published));
        tables.push(stated::by_occupation(&survey, published, &label));
        tables.extend(stated::by_sector(&survey, published));
        tables.push(questions(&survey, &published.questions));
    }
    let title = |id: &'static str, width| Column {
        id,
        title: context.catalog.text(&format!("column-{id}")),
        width,
        shown: Everywhere,
    };
    let line = |one: Weight| {
        let (id, label) = (one.id.clone(), one.label.clone());
        Row::new(id, None, vec![Cell::text(label), one.cell()])
    };
    tables.push(Table {
        id: "poids",
        title: context.catalog.text("table-weights"),
        about: context.catalog.text("weights-about"),
        columns: vec![title("weights-what", 58), title("weights-value", 90)],
        rows: weights(&survey).into_iter().chain(dominated(inquiry, context)).map(line).collect(),
        chart: None,
    });
    tables
}

/// That a figure shown hangs on one or two respondents, unnamed; nothing where none does.
fn dominated(inquiry: &Inquiry, context: &Context<'_>) -> Option<Weight> {
    let catalog = context.catalog;
    let said = || Weight::new("dominated", catalog.text("survey-hangs-on-few"), None, catalog);
    inquiry.hangs_on_few().then(said)
}

/// What the read-me says of the survey.
pub fn lines(context: &Context<'_>, hidden: &BTreeMap<Hidden, u32>) -> Vec<Line> {
    let Some(inquiry) = context.inquiry else { return Vec::new() };
    let catalog = context.catalog;
    let mut lines = vec![Line::Heading(catalog.text("cover-survey"))];
    let fact = |label: String, text: String| Line::Fact { label, text };
    let total = &inquiry.survey.board.total;
    let answered = catalog.with(
        "cover-survey-answered",
        &[
            ("answered", (&number(total.answered, context)).into()),
            ("asked", (&number(total.asked, context)).into()),
        ],
    );
    lines.push(fact(catalog.text("cover-survey-who"), answered));
    if !inquiry.wave.is_empty() {
        lines.push(fact(catalog.text("cover-survey-wave"), inquiry.wave.clone()));
    }
    if inquiry.published.is_none() {
        lines.push(Line::Text(catalog.text("secrecy-undecided")));
        return lines;
    }
    let told = secrecy(hidden, context);
    lines.push(Line::Text(told.0));
    lines.extend(told.1.into_iter().map(|(label, text)| fact(label, text)));
    lines.push(fact(catalog.text("weights-bias"), catalog.text("weights-bias-text")));
    lines
}

fn number(n: u32, context: &Context<'_>) -> String {
    format::integer(f64::from(n), context.catalog.language())
}

/// How many figures of a document are kept back, in a sentence, then by reason.
pub fn secrecy(
    hidden: &BTreeMap<Hidden, u32>,
    context: &Context<'_>,
) -> (String, Vec<(String, String)>) {
    let catalog = context.catalog;
    let all: u32 = hidden.values().sum();
    let sentence = catalog.with(
        "secrecy-hidden",
        &[("count", all.into()), ("shown", (&number(all, context)).into())],
    );
    let reasons = hidden.iter().map(|(reason, &count)| {
        (catalog.text(&format!("hidden-{}", reason.id())), number(count, context))
    });
    (sentence, reasons.collect())
}
