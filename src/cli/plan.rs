//! `bassin plan`: the best use of a budget among candidate programmes, with its reasons.

mod page;
mod view;

use crate::analysis::Results;
use crate::analysis::planning::{Difference, Plan, candidates, difference, plan};
use crate::cli::trained::{Trained, trained};
use crate::cli::{Failure, json};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::planning::{ANY_FUNDER, Planning, Scenario, Supposed};
use crate::model::{Audience, Date, Fap};
use crate::recommend::choice::Objective;
use crate::recommend::proposal::Key;
use crate::recommend::verdict::Conclusion;
use crate::reference::params::Parameters;
use crate::words::plan as words;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Files, folders, or a project: its programmes, changes and limits hold.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Typed code: be:8450, dep:15, reg:84, ze:8403…
    #[arg(long)]
    territory: String,
    /// Euros: 150000 for anything, or of one funder: "France Travail=80000". May be repeated.
    #[arg(long)]
    budget: Vec<String>,
    /// Occupations among which the choice is made, at most.
    #[arg(long)]
    max_occupations: Option<u32>,
    /// stay (trained people who stay), cautious (the same at the low end) or places.
    #[arg(long)]
    objective: Option<String>,
    /// Places for a public, at least: job-seekers=8. May be repeated.
    #[arg(long)]
    floor: Vec<String>,
    /// A scenario of the project, set beside what is without it.
    #[arg(long)]
    scenario: Option<String>,
    /// The last day on which a session may begin.
    #[arg(long)]
    latest_start: Option<String>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// What is told.
struct Told<'a> {
    results: &'a Results,
    verdicts: &'a BTreeMap<Fap, Conclusion>,
    parameters: &'a Parameters,
    planning: &'a Planning,
    plan: &'a Plan,
    /// The scenario that this is told under, what is without it, and what it changes.
    from: Option<(&'a Scenario, &'a Told<'a>, Difference)>,
}

impl Told<'_> {
    /// Label of an occupation by its code.
    fn occupation(&self, code: Fap) -> &str {
        let found = self.results.occupations.iter().find(|one| one.code == code);
        found.map_or("", |one| one.label.as_str())
    }

    fn named(&self, key: &Key, catalog: &Catalog) -> String {
        words::name(key, self.occupation(key.occupation), catalog)
    }

    /// A candidate by its identifier.
    fn name_of(&self, id: &str, catalog: &Catalog) -> String {
        if let Some(one) = self.plan.proposal(id) {
            return self.named(&one.key, catalog);
        }
        match &self.from {
            Some((_, base, _)) => base.name_of(id, catalog),
            None => id.to_owned(),
        }
    }
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let place = (asked.files.as_slice(), asked.territory.as_str());
    // What is asked wrongly is told before anything is read.
    limits(asked, Planning::default(), catalog)?;
    let (trained, _) = trained(place, None, |_| Ok(None), (kept, catalog, today))?;
    let planning = limits(asked, trained.sources.planning.clone(), catalog)?;
    let scenario = asked.scenario.as_ref().map(|name| scenario(&planning, name, catalog));
    let scenario = scenario.transpose()?;
    let parameters = &trained.parameters;
    let made = |results: &Results, verdicts: &BTreeMap<Fap, Conclusion>, planning: &Planning| {
        let proposals = candidates(results, verdicts, parameters, planning);
        plan(proposals, planning, parameters, results)
    };
    let Trained { results, verdicts, .. } = &trained;
    let plan = made(results, verdicts, &planning);
    let base = Told { results, verdicts, parameters, planning: &planning, plan: &plan, from: None };
    let Some(scenario) = scenario else { return written(&base, asked.json, catalog) };
    let supposed = Supposed::from(scenario);
    let (results, verdicts) = trained.under(&supposed);
    let changed = planning.under(&supposed);
    let other = made(&results, &verdicts, &changed);
    let told = Told {
        results: &results,
        verdicts: &verdicts,
        parameters,
        planning: &changed,
        plan: &other,
        from: Some((scenario, &base, difference(&plan, &other))),
    };
    written(&told, asked.json, catalog)
}

fn written(told: &Told<'_>, json: bool, catalog: &Catalog) -> Result<String, Failure> {
    if let (false, Some(Err(error))) = (json, &told.plan.answer) {
        let named = |id: &str| told.name_of(id, catalog);
        return Err(Failure::could_not(crate::words::choice::error(error, &named, catalog)));
    }
    if json { json::text(&view::view(told)) } else { Ok(page::page(told, catalog)) }
}

fn scenario<'a>(
    planning: &'a Planning,
    name: &str,
    catalog: &Catalog,
) -> Result<&'a Scenario, Failure> {
    planning.scenario(name).ok_or_else(|| {
        let known: Vec<&str> = planning.scenarios.iter().map(|one| one.name.as_str()).collect();
        let known = known.join(", ");
        let of = [("found", name.into()), ("known", (&known).into())];
        Failure::usage(catalog.with("error-scenario", &of))
    })
}

/// The limits of the project, with those of the command line in their place.
fn limits(asked: &Asked, mut planning: Planning, catalog: &Catalog) -> Result<Planning, Failure> {
    let wrong = |key: &str, found: &str, known: &str| {
        Failure::usage(catalog.with(key, &[("found", found.into()), ("known", known.into())]))
    };
    if !asked.budget.is_empty() {
        planning.budgets.clear();
    }
    for text in &asked.budget {
        let (funder, sum) = text.rsplit_once('=').unwrap_or((ANY_FUNDER, text));
        let sum = whole(sum).ok_or_else(|| wrong("error-budget", text, ""))?;
        planning.budgets.insert(funder.trim().to_owned(), sum);
    }
    if asked.max_occupations.is_some() {
        planning.most_occupations = asked.max_occupations;
    }
    if let Some(id) = &asked.objective {
        let known = Objective::ALL.map(Objective::id);
        if !known.contains(&id.as_str()) {
            return Err(wrong("error-objective", id, &known.join(", ")));
        }
        planning.objective.clone_from(id);
    }
    if !asked.floor.is_empty() {
        planning.floors.clear();
    }
    for text in &asked.floor {
        let known = || Audience::ALL.map(Audience::id).join(", ");
        let (audience, places) =
            text.split_once('=').ok_or_else(|| wrong("error-floor", text, &known()))?;
        let audience: Audience =
            audience.parse().map_err(|_| wrong("error-floor", text, &known()))?;
        let places = whole(places).ok_or_else(|| wrong("error-floor", text, &known()))?;
        planning.floors.insert(audience.id().to_owned(), places);
    }
    if let Some(text) = &asked.latest_start {
        planning.latest_start =
            Some(text.parse().map_err(|_| {
                Failure::usage(catalog.with("error-date", &[("found", text.into())]))
            })?);
    }
    Ok(planning)
}

/// A whole number as people write it: `150000`, `150 000`, `150 000 €`.
fn whole(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches('€');
    let space = |c: &char| !matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let digits: String = text.chars().filter(space).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    fn asked(words: &[&str]) -> Result<Planning, Failure> {
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            asked: Asked,
        }
        let words = ["plan", "x.csv", "--territory", "be:9601"].iter().chain(words);
        let line = <Line as clap::Parser>::try_parse_from(words).unwrap();
        limits(&line.asked, Planning::default(), &Catalog::new(Language::French).unwrap())
    }

    #[test]
    fn budgets_of_any_and_of_named_funders() {
        let planning =
            asked(&["--budget", "150 000 €", "--budget", "France Travail=80000"]).ok().unwrap();
        let expect = [("*", 150_000), ("France Travail", 80_000)];
        assert_eq!(planning.budgets, expect.map(|(who, sum)| (who.to_owned(), sum)).into());
        for wrong in ["beaucoup", "-5", "France Travail=", "1.5"] {
            assert!(asked(&[&format!("--budget={wrong}")]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn floors_objectives_and_dates_are_checked() {
        assert_eq!(asked(&["--floor", "job-seekers=8"]).ok().unwrap().floors["job-seekers"], 8);
        for wrong in [
            ["--floor", "retraités=8"],
            ["--floor", "job-seekers"],
            ["--objective", "gloire"],
            ["--latest-start", "demain"],
        ] {
            assert!(asked(&wrong).is_err(), "{wrong:?}");
        }
    }
}
