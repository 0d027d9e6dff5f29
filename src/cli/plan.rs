//! `bassin plan`: the best use of a budget among candidate programmes, with its reasons.

mod page;
pub(super) mod view;

use crate::analysis::Results;
use crate::analysis::balanced::Balanced;
use crate::analysis::planning::{Difference, Plan, candidates, difference, plan};
use crate::cli::funding::own;
use crate::cli::supply::within;
use crate::cli::trained::{Trained, trained};
use crate::cli::{Failure, day, json};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::planning::{
    ANY_FUNDER, ANY_WAY, Planning, Scenario, StatedCost, StatedNeed, Supposed, Way,
};
use crate::model::{Audience, Date, Fap};
use crate::recommend::choice::{Objective, Target};
use crate::recommend::proposal::Key;
use crate::recommend::verdict::Conclusion;
use crate::reference::params::Parameters;
use crate::words::costs::cents;
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
    #[command(flatten)]
    money: Money,
    /// stay (trained people who stay), cautious (the same at the low end) or places.
    #[arg(long)]
    objective: Option<String>,
    /// Places for a public, or for a sector of activity (section of NAF), at least: job-seekers=8,
    /// naf:Q=12. May be repeated.
    #[arg(long)]
    floor: Vec<String>,
    /// A scenario of the project, set beside what is without it.
    #[arg(long)]
    scenario: Option<String>,
    /// The last day on which a session may begin.
    #[arg(long)]
    latest_start: Option<String>,
    /// How far is near: 30km as the crow flies, or 45min of the travel times loaded.
    #[arg(long)]
    within: Option<String>,
    /// Devices of your own, in the form of assets/params/financing.ron.
    #[arg(long)]
    devices: Option<PathBuf>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// What programmes may cost, in the place of what a project says of it: the same wherever a choice is
/// made, so that a name printed under it is found again under it.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Money {
    /// Euros: 150000 for anything, or of one funder: "France Travail=80000". In the place of the
    /// budgets of the project; may be repeated.
    #[arg(long)]
    pub budget: Vec<String>,
    /// Occupations among which programmes are chosen, at most.
    #[arg(long)]
    pub max_occupations: Option<u32>,
    /// Places opened in all, at most; without a budget too.
    #[arg(long)]
    pub max_places: Option<u32>,
    /// An hourly cost supposed where no file tells one: 12.50, or of one way: remote=8. May be
    /// repeated; needs --cost-source.
    #[arg(long)]
    pub hour_cost: Vec<String>,
    /// The same for a place, where its hours are not known: 3000, or on-site=3500.
    #[arg(long)]
    pub place_cost: Vec<String>,
    /// Where the supposed costs come from: told wherever they are shown.
    #[arg(long)]
    pub cost_source: Option<String>,
    /// Need supposed where nothing establishes it, in % of the most that the files allow; needs
    /// --need-source.
    #[arg(long)]
    pub need_percent: Option<u8>,
    /// Where the supposed need comes from.
    #[arg(long)]
    pub need_source: Option<String>,
}

/// What is told.
pub struct Told<'a> {
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
    let near = asked.within.as_deref().map(|text| within(text, catalog)).transpose()?;
    let devices = asked.devices.as_deref().map(|path| own(path, catalog)).transpose()?;
    let (trained, _) = trained(place, (near, devices), |_| Ok(None), (kept, catalog, today))?;
    let planning = limits(asked, trained.sources.planning.clone(), catalog)?;
    let of_project = !trained.sources.projects.is_empty();
    let named = asked.scenario.as_deref();
    let scenario = named.map(|name| scenario(&planning, (name, of_project), catalog));
    let scenario = scenario.transpose()?;
    let parameters = &trained.parameters;
    let made = |results: &Balanced, verdicts: &BTreeMap<Fap, Conclusion>, planning: &Planning| {
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
    let text = if json { json::text(&view::view(told))? } else { String::new() };
    match &told.plan.answer {
        // What could be told is told, and that there is no choice is no success.
        Some(Err(error)) => {
            let named = |id: &str| told.name_of(id, catalog);
            let why = crate::words::choice::error(error, &named, catalog);
            Err(Failure { done: text, ..Failure::could_not(why) })
        }
        _ if json => Ok(text),
        _ => Ok(page::page(told, catalog)),
    }
}

fn scenario<'a>(
    planning: &'a Planning,
    (name, of_project): (&str, bool),
    catalog: &Catalog,
) -> Result<&'a Scenario, Failure> {
    planning.scenario(name).ok_or_else(|| {
        if planning.scenarios.is_empty() {
            let key = if of_project { "error-scenario-none" } else { "error-scenario-no-project" };
            return Failure::usage(catalog.with(key, &[("found", name.into())]));
        }
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
    asked.money.give(&mut planning, catalog)?;
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
        let read = text
            .rsplit_once('=')
            .and_then(|(target, places)| Some((Target::from_id(target.trim())?, whole(places)?)));
        let (target, places) = read.ok_or_else(|| wrong("error-floor", text, &known()))?;
        planning.floors.insert(target.id(), places);
    }
    if let Some(text) = &asked.latest_start {
        planning.latest_start = Some(day(text, catalog)?);
    }
    Ok(planning)
}

impl Money {
    /// # Errors
    /// When it is not written as money, or no occupation at all is asked for.
    pub fn check(&self, catalog: &Catalog) -> Result<(), Failure> {
        self.give(&mut Planning::default(), catalog)
    }

    /// The budgets and the most occupations of the command line, in the place of those of the
    /// project.
    ///
    /// # Errors
    /// Those of [`Self::check`].
    pub fn give(&self, planning: &mut Planning, catalog: &Catalog) -> Result<(), Failure> {
        if !self.budget.is_empty() {
            planning.budgets.clear();
        }
        for text in &self.budget {
            let (funder, sum) = text.rsplit_once('=').unwrap_or((ANY_FUNDER, text));
            let wrong = || {
                let of = [("found", text.into()), ("known", "".into())];
                Failure::usage(catalog.with("error-budget", &of))
            };
            let sum = whole(sum).ok_or_else(wrong)?;
            let funder = funder.trim();
            if funder.is_empty() {
                return Err(wrong());
            }
            if planning.budgets.insert(funder.to_owned(), sum).is_some() {
                let of = [("funder", text.into())];
                return Err(Failure::usage(catalog.with("error-budget-twice", &of)));
            }
        }
        if self.max_occupations == Some(0) {
            return Err(Failure::usage(catalog.text("error-max-occupations")));
        }
        planning.most_occupations = self.max_occupations.or(planning.most_occupations);
        if self.max_places == Some(0) {
            return Err(Failure::usage(catalog.text("error-max-places")));
        }
        planning.most_places = self.max_places.or(planning.most_places);
        let need_source = self.need_source.as_deref().map(str::trim);
        match (self.need_percent, need_source.filter(|text| !text.is_empty())) {
            (None, None) => {}
            (Some(percent @ 1..=100), Some(source)) => {
                planning.need = Some(StatedNeed { percent, source: source.to_owned() });
            }
            _ => return Err(Failure::usage(catalog.text("error-need-percent"))),
        }
        self.suppose(planning, catalog)
    }

    /// The costs supposed on the command line, each in the place of that of the project for the
    /// same way.
    fn suppose(&self, planning: &mut Planning, catalog: &Catalog) -> Result<(), Failure> {
        if self.hour_cost.is_empty() && self.place_cost.is_empty() {
            return match self.cost_source {
                Some(_) => Err(Failure::usage(catalog.text("error-cost-source-alone"))),
                None => Ok(()),
            };
        }
        let source = self.cost_source.as_deref().map(str::trim).filter(|text| !text.is_empty());
        let no_source = || Failure::usage(catalog.text("error-cost-source"));
        let source = source.ok_or_else(no_source)?;
        let known = Way::ALL.map(Way::id).join(", ");
        let mut given: BTreeMap<String, StatedCost> = BTreeMap::new();
        let by_hour = self.hour_cost.iter().map(|text| (text, true));
        for (text, hour) in by_hour.chain(self.place_cost.iter().map(|text| (text, false))) {
            let (way, sum) = text.rsplit_once('=').unwrap_or((ANY_WAY, text));
            let way = way.trim();
            let wrong = || {
                let of = [("found", text.into()), ("known", (&known).into())];
                let key = if hour { "error-hour-cost" } else { "error-place-cost" };
                Failure::usage(catalog.with(key, &of))
            };
            if way != ANY_WAY && Way::from_id(way).is_none() {
                return Err(wrong());
            }
            let cost = given.entry(way.to_owned()).or_default();
            source.clone_into(&mut cost.source);
            if hour {
                cost.hour_cents = Some(cents(sum).ok_or_else(wrong)?);
            } else {
                let euros = whole(sum).filter(|euros| *euros > 0);
                cost.place_euros = Some(euros.ok_or_else(wrong)?);
            }
        }
        planning.costs.extend(given);
        Ok(())
    }
}

/// A whole number as people write it: `150000`, `150 000`, `150 000 €`.
fn whole(text: &str) -> Option<u32> {
    let text = text.trim().trim_end_matches('€');
    let space = |c: &char| !matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let digits: String = text.chars().filter(space).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests;
