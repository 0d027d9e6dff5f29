//! What hidden figures that earlier exports give away are called; never what they are.

use crate::analysis::employers::answers::Asked;
use crate::i18n::Catalog;
use crate::model::{Fap, FapVersion, Scope};
use crate::reference::Reference;
use crate::report::build::Context;
use crate::report::build::survey::scope_name;
use crate::secrecy::journal::Key;

/// Those of an analysis, each once.
pub fn of(context: &Context<'_>) -> Vec<String> {
    let published = context.inquiry.and_then(|inquiry| inquiry.published.as_ref());
    let of_survey = published.map(|published| published.given_away.as_slice());
    let of_colleges = context.perceived.map(|perceived| perceived.given_away.as_slice());
    let keys = of_survey.into_iter().chain(of_colleges).flatten();
    names(keys, context.reference, context.catalog)
}

/// What figures of the log are called, each once.
pub fn names<'a>(
    keys: impl Iterator<Item = &'a Key>,
    reference: &Reference,
    catalog: &Catalog,
) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for key in keys {
        let figure = figure(&key.indicator, catalog);
        let scope = scope(&key.breakdown, reference, catalog);
        let of = [("figure", (&figure).into()), ("scope", (&scope).into())];
        let name = catalog.with("exposed-figure", &of);
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

fn figure(indicator: &str, catalog: &Catalog) -> String {
    if let Some(weighted) = indicator.strip_suffix("/unweighted") {
        let figure = figure(weighted, catalog);
        return catalog.with("exposed-unweighted", &[("figure", (&figure).into())]);
    }
    if let Some((whole, parts)) = indicator.split_once("-without-") {
        let parts: Vec<String> = parts.split('-').map(|part| number(part, catalog)).collect();
        let (whole, part) = (number(whole, catalog), parts.join(&catalog.text("list-separator")));
        let of = [("whole", (&whole).into()), ("part", (&part).into())];
        return catalog.with("exposed-without", &of);
    }
    number(indicator, catalog)
}

/// A number of the questionnaire by its name; a question or a cause as it is written.
fn number(id: &str, catalog: &Catalog) -> String {
    let field = match id {
        "aged_50_54" => "need-aged-50-54",
        "other_departures_36m" => "need-departures-36",
        "creations" => "need-creations",
        _ if Asked::ALL.iter().any(|asked| asked.id() == id) => {
            return catalog.text(&format!("field-{}", id.replace('_', "-")));
        }
        _ => {
            let written = id.strip_prefix("cause/").or_else(|| id.strip_prefix("perception/"));
            return written.unwrap_or(id).to_owned();
        }
    };
    catalog.text(&format!("indicator-{field}-name"))
}

fn scope(breakdown: &str, reference: &Reference, catalog: &Catalog) -> String {
    let label = |fap: Fap| reference.fap_label(fap).unwrap_or(fap.code()).to_owned();
    if let Some(whole) = breakdown.strip_suffix("/others") {
        let scope = scope(whole, reference, catalog);
        return catalog.with("exposed-others", &[("scope", (&scope).into())]);
    }
    let fap = |text: &str| {
        let (system, code) = text.split_once(':')?;
        let mut versions = [FapVersion::Fap2009, FapVersion::Fap2021].into_iter();
        versions.find_map(|version| {
            Fap::new(version, code).ok().filter(|fap| fap.to_string().starts_with(system))
        })
    };
    let section = |text: &str| Scope::Sector(text.chars().next().filter(|letter| *letter != '?'));
    let named = |of: &Scope| scope_name(of, catalog, &label);
    match breakdown.split_once('/') {
        Some(("sector", rest)) => match rest.split_once('/') {
            Some((sector, code)) => {
                let occupation = fap(code).map_or_else(|| code.to_owned(), label);
                [occupation, named(&section(sector))].join(" — ")
            }
            None => named(&section(rest)),
        },
        Some((_, name)) => name.to_owned(),
        None if breakdown == "all" => catalog.text("survey-all-occupations"),
        None => fap(breakdown).map_or_else(|| breakdown.to_owned(), label),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn figures_are_called_by_their_words() {
        let catalog = Catalog::new(Language::French).unwrap();
        let reference = Reference::embedded().unwrap();
        let check = |indicator: &str, breakdown: &str, expect: &str| {
            let key = Key {
                indicator: indicator.to_owned(),
                territory: "be:8450".to_owned(),
                breakdown: breakdown.to_owned(),
                vintage: "2026".to_owned(),
            };
            let found = names([&key, &key].into_iter(), &reference, &catalog);
            assert_eq!(found, [expect], "{indicator} {breakdown}");
        };
        check("retirements_12m", "all", "Départs en retraite à 12 mois, Tous métiers");
        check(
            "projects/unweighted",
            "sector/?",
            "Projets de recrutement, non pondéré, Activité inconnue",
        );
        check(
            "projects-without-difficult",
            "group/Soin/others",
            "Projets de recrutement sans Projets difficiles, Soin, le reste",
        );
        check("cause/salaire", "fap2021:S2X61", "salaire, Serveurs de cafés restaurants");
        for asked in Asked::ALL {
            assert!(!number(asked.id(), &catalog).contains('_'), "{asked:?}");
        }
    }
}
