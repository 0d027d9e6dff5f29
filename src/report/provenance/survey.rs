//! What a number of respondents stands on: what they were asked, how they are weighted, and the
//! rules under which it leaves.

use crate::analysis::employers::weigh::{Basis, Choices};
use crate::format;
use crate::indicators::Indicator;
use crate::reference::questionnaire::{Question, Questionnaire, Sheet, SheetId};
use crate::report::build::survey::weights as told;
use crate::report::provenance::subject::Subject;
use crate::survey::calibrate::Method;
use std::sync::LazyLock;

/// `None` if the built-in questionnaire is faulty, which a test refuses.
static ASKED: LazyLock<Option<Questionnaire>> = LazyLock::new(|| Questionnaire::shipped().ok());

fn question(id: &str) -> Option<&'static Question> {
    let sheets = ASKED.as_ref()?.sheets.iter();
    sheets.flat_map(Sheet::questions).find(|question| question.id == id)
}

/// A question of the sheet of wishes, where another sheet may have one of the same name.
fn wished(id: &str) -> Option<&'static Question> {
    ASKED.as_ref()?.sheet(SheetId::Wishes)?.question(id)
}

/// Columns of the layout that a figure reads, as its formula names them.
fn columns(indicator: &Indicator) -> Vec<&'static str> {
    let more: &[&str] = match indicator.id {
        "survey-causes" => &["causes_difficulte"],
        "survey-training-need" => &["besoin_formation"],
        _ => &[],
    };
    let word = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
    let named = indicator.formula.split(word).filter(|word| question(word).is_some());
    named.chain(more.iter().copied()).collect()
}

/// The questions as they were put, each with the column that holds its answers; a question of the
/// user's own as they wrote it.
pub fn questions(subject: &Subject<'_>, indicator: &Indicator) -> Vec<String> {
    let catalog = subject.context.catalog;
    let quoted = |text: &str, column: &str| {
        let of = [("question", text.into()), ("column", column.into())];
        catalog.with("provenance-asked", &of)
    };
    let own = |text: &str| catalog.with("provenance-asked-own", &[("question", text.into())]);
    let key = subject.asked.key.as_str();
    let begins = |label: &str| {
        key.strip_prefix(label).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    match indicator.id {
        "survey-answer" | "survey-mean" => {
            let inquiry = subject.context.inquiry;
            let published = inquiry.and_then(|inquiry| inquiry.published.as_ref());
            let mut all = published.into_iter().flat_map(|published| &published.questions);
            let Some(found) = all.find(|question| begins(&question.label)) else {
                return Vec::new();
            };
            let (column, asked) = match found.label.as_str() {
                "field-obstacles" => ("freins_formation", question("freins_formation")),
                "field-hosts" => ("accueil_pmsmp", question("accueil_pmsmp")),
                "field-tutors" => ("tuteur_disponible", question("tuteur_disponible")),
                "field-on-the-job" => ("afest_possible", question("afest_possible")),
                "field-wish-occupation" => ("libelle_metier", wished("libelle_metier")),
                "field-wish-audience" => ("public_formation", wished("public_formation")),
                "field-wish-modality" => ("modalite", wished("modalite")),
                label => return vec![own(label)],
            };
            let text = asked.map(|question| question.text.of(catalog.language()));
            text.map(|text| quoted(text, column)).into_iter().collect()
        }
        "survey-perception" | "perception-gap" => {
            let perceived = subject.context.perceived;
            let mut all = perceived.into_iter().flat_map(|told| &told.perception.questions);
            let found = all.find(|asked| begins(&asked.question));
            found.map(|asked| own(&asked.question)).into_iter().collect()
        }
        _ => {
            let found = columns(indicator).into_iter().filter_map(|column| {
                let text = question(column)?.text.of(catalog.language());
                Some(quoted(text, column))
            });
            found.collect()
        }
    }
}

/// Whether the figure counts each respondent for one.
fn is_plain(subject: &Subject<'_>, indicator: &str) -> bool {
    let column = subject.asked.column;
    column == "unweighted"
        || column.ends_with("-unweighted")
        || matches!(indicator, "survey-projects" | "survey-difficult" | "survey-training-need")
        || matches!(indicator, "survey-perception" | "perception-gap")
        || matches!(indicator, "survey-coverage" | "survey-coverage-headcount")
}

/// How respondents are weighted: method, bounds, seed and replicates, then what came of it.
pub fn weights(subject: &Subject<'_>, indicator: &str) -> Vec<(String, String)> {
    let catalog = subject.context.catalog;
    let Some(inquiry) = subject.context.inquiry else { return Vec::new() };
    let basis = catalog.text("weights-basis");
    if is_plain(subject, indicator) {
        return vec![(basis, catalog.text("provenance-plain"))];
    }
    let mut lines = Vec::new();
    let weighing = inquiry.survey.weighing.as_ref().ok().map(|told| &told.weighing);
    if weighing.is_some_and(|found| matches!(found.basis, Basis::Calibrated(_))) {
        lines.push((catalog.text("weighting-method"), chosen(subject, &inquiry.choices)));
    }
    let told = told(&subject.context.of_survey(inquiry));
    // The warning on the whole survey stands in its own table.
    let told = told.into_iter().filter(|line| line.id != "bias");
    lines.extend(told.map(|line| (line.label, line.text)));
    lines
}

fn chosen(subject: &Subject<'_>, choices: &Choices) -> String {
    let catalog = subject.context.catalog;
    let language = catalog.language();
    let method = catalog.text(match choices.method {
        Method::RakingRatio => "weighting-raking",
        Method::Linear => "weighting-linear",
        Method::Logit { .. } => "weighting-logit",
    });
    let (low, high) = choices.bounds;
    let [low, high] = [low, high].map(|bound| format::decimal(bound, 2, language));
    let take_all = format::integer(choices.take_all, language);
    let (seed, replicates) = (choices.seed.to_string(), choices.replicates.to_string());
    catalog.with(
        "provenance-weighting",
        &[
            ("method", (&method).into()),
            ("low", (&low).into()),
            ("high", (&high).into()),
            ("employees", (&take_all).into()),
            ("seed", (&seed).into()),
            ("replicates", (&replicates).into()),
        ],
    )
}

/// The rule of secrecy under which a number leaves, and why it does not where it is hidden.
pub fn secrecy(subject: &Subject<'_>, of_respondents: bool) -> Vec<String> {
    let catalog = subject.context.catalog;
    let hidden = subject.figure().and_then(crate::secrecy::Published::hidden);
    let mut said = Vec::new();
    if let Some(hidden) = hidden {
        said.push(catalog.text(&format!("hidden-{}", hidden.id())));
    }
    if !of_respondents && hidden.is_none() {
        said.push(catalog.text("provenance-secrecy-public"));
        return said;
    }
    let thresholds = subject.context.rules().thresholds();
    let dominance = format::percent(thresholds.dominance(), 0, catalog.language());
    said.push(catalog.with(
        "provenance-secrecy-rule",
        &[
            ("least", (&thresholds.least_units().to_string()).into()),
            ("dominance", (&dominance).into()),
            ("persons", (&thresholds.least_persons().to_string()).into()),
            ("base", (&thresholds.least_base().to_string()).into()),
        ],
    ));
    said
}
