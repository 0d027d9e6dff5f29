//! Causes of difficulty stated by employers, in `survey estimate`.

use crate::i18n::Catalog;
use crate::model::{OccupationGroup, Scope};
use crate::report::document::shape;
use crate::report::survey::{PublishedCause, PublishedCauses, PublishedSurvey};
use crate::secrecy::Hidden;
use crate::words::survey as words;
use serde::Serialize;

/// What one scope states.
#[derive(Serialize)]
pub struct StatedView {
    occupation: Option<String>,
    group: Option<Vec<String>>,
    sector: Option<char>,
    label: String,
    /// Establishments that declare difficulties: the base.
    declaring: Option<u32>,
    /// Those of them that name a cause.
    n: Option<u32>,
    causes: Vec<CauseView>,
}

#[derive(Serialize)]
struct CauseView {
    /// As the layout writes it.
    cause: String,
    /// Of the establishments that name a cause, 0–1.
    share: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    unweighted: Option<f64>,
    hidden: Option<&'static str>,
    refusal: Option<&'static str>,
    message: Option<String>,
}

/// Occupations and groups by code, sectors by letter: the keys of a row in JSON.
pub fn keys(scope: &Scope) -> (Option<String>, Option<Vec<String>>, Option<char>) {
    let codes = |group: &OccupationGroup| group.members.iter().map(ToString::to_string).collect();
    let sector = scope.section().map(|section| section.unwrap_or('?'));
    (scope.occupation().map(|fap| fap.to_string()), scope.group().map(codes), sector)
}

/// The causes as decided; `name` is what a scope is called.
pub fn views(
    shown: &PublishedSurvey,
    catalog: &Catalog,
    name: &dyn Fn(&Scope) -> String,
) -> Vec<StatedView> {
    let one = |stated: &PublishedCauses| {
        let (occupation, group, sector) = keys(&stated.scope);
        StatedView {
            occupation,
            group,
            sector,
            label: name(&stated.scope),
            declaring: stated.declaring,
            n: stated.answered,
            causes: stated.causes.iter().map(|cited| cause(cited, catalog)).collect(),
        }
    };
    shown.causes.iter().map(one).collect()
}

fn cause(cited: &PublishedCause, catalog: &Catalog) -> CauseView {
    let PublishedCause { cause, weighted, unweighted, refusal } = cited;
    let bounds = weighted.bounds();
    let message = match (weighted.hidden(), refusal) {
        (Some(hidden), _) => Some(catalog.text(&format!("hidden-{}", hidden.id()))),
        (None, Some(refusal)) => Some(words::refusal_of_share(refusal, catalog)),
        (None, None) => None,
    };
    CauseView {
        cause: cause.clone(),
        share: weighted.point(),
        low: bounds.map(|(low, _)| low),
        high: bounds.map(|(_, high)| high),
        unweighted: unweighted.point(),
        hidden: weighted.hidden().map(Hidden::id),
        refusal: refusal.as_ref().map(words::refusal_id),
        message,
    }
}

/// Lines of text: what is told of each scope, and how many causes are hidden.
pub fn lines(views: &[StatedView], shown: &PublishedSurvey, catalog: &Catalog) -> Vec<String> {
    let mut lines = Vec::new();
    for (view, stated) in views.iter().zip(&shown.causes) {
        let count = |n: Option<u32>| {
            let number = |n| crate::format::integer(f64::from(n), catalog.language());
            n.map_or_else(|| catalog.text("survey-stated-few"), number)
        };
        let head = catalog.with(
            "survey-stated-head",
            &[
                ("label", (&view.label).into()),
                ("n", (&count(view.n)).into()),
                ("declaring", (&count(view.declaring)).into()),
            ],
        );
        lines.push(head);
        let of = |cited: &PublishedCause| told(cited, catalog);
        let said: Vec<String> = stated.causes.iter().filter_map(of).collect();
        lines.extend(said.into_iter().map(|line| format!("  {line}")));
        let hidden = stated.causes.iter().filter(|cited| cited.weighted.hidden().is_some()).count();
        if hidden > 0 {
            let count = u32::try_from(hidden).unwrap_or(u32::MAX);
            let text = catalog.with("sheet-causes-hidden", &[("count", count.into())]);
            lines.push(format!("  {text}"));
        }
    }
    lines
}

fn told(cited: &PublishedCause, catalog: &Catalog) -> Option<String> {
    let unit = cited.weighted.unit();
    let number = |value: f64| shape(value, unit, catalog.language());
    if cited.weighted.hidden().is_some() {
        return None;
    }
    let name = words::stated_cause(&cited.cause, catalog);
    let point = cited.weighted.point().zip(cited.weighted.bounds());
    let Some((share, (low, high))) = point else {
        // As in JSON: a cause without a value says why.
        let why = cited.refusal.as_ref().map(|refusal| words::refusal_of_share(refusal, catalog));
        let why = why.unwrap_or_else(|| catalog.text("stated-none"));
        return Some(format!("{name}{}{why}", catalog.text("colon")));
    };
    let range = crate::format::percent_range(low, high, 0, catalog.language());
    let mut parts =
        vec![catalog.with(
            "survey-value",
            &[("value", (&number(share)).into()), ("range", (&range).into())],
        )];
    if let Some(raw) = cited.unweighted.point() {
        parts.push(catalog.with("survey-unweighted", &[("value", (&number(raw)).into())]));
    }
    if let Some(refusal) = &cited.refusal {
        parts.push(words::refusal_of_share(refusal, catalog));
    }
    let said = parts.join(&catalog.text("list-separator"));
    Some(format!("{name}{}{said}", catalog.text("colon")))
}
