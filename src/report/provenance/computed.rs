//! The formula with its numbers.

use crate::analysis::planning::REDRAWS;
use crate::analysis::results::Occupation;
use crate::format;
use crate::report::build::{Context, body};
use crate::report::provenance::actions;
use crate::report::provenance::subject::Subject;
use crate::words::plan as words;

/// The numbers of the formula, where they are told.
pub fn of(subject: &Subject<'_>) -> Option<String> {
    if let (Some(occupation), Some(id)) = (subject.occupation(), subject.indicator()) {
        // Of the territory alone, and of the year.
        let here = !subject.is_elsewhere();
        return of_occupation(&subject.context, occupation, id).filter(|_| here);
    }
    of_plan(subject)
}

/// For the figures of an occupation that are computed.
fn of_occupation(context: &Context<'_>, occupation: &Occupation, id: &str) -> Option<String> {
    let language = context.catalog.language();
    let known = occupation.pressure.posterior.as_ref();
    let number = |value: f64| format::decimal(value, 3, language);
    match id {
        "difficult-share-posterior" => known.map(|posterior| {
            format!(
                "p₃ = {}, p₂ = {}, p₁ = {}, α = {}, β = {}",
                number(posterior.p3),
                number(posterior.p2),
                number(posterior.p1),
                number(posterior.alpha),
                number(posterior.beta),
            )
        }),
        "flag-probability" => known.zip(context.results.cut).map(|(posterior, cut)| {
            format!(
                "α = {}, β = {}, c = {}, P = {}, P ∈ [{}, {}]",
                number(posterior.alpha),
                number(posterior.beta),
                number(cut),
                number(posterior.probability),
                number(posterior.probability_low),
                number(posterior.probability_high),
            )
        }),
        "pressure-rank" => {
            let of = format::integer(f64::from(occupation.rank.of), language);
            let (draws, seed) = context.parameters.rank_draws();
            let draws = format::integer(f64::from(draws), language);
            Some(context.catalog.with(
                "provenance-rank",
                &[
                    ("of", (&of).into()),
                    ("draws", (&draws).into()),
                    ("seed", (&seed.to_string()).into()),
                ],
            ))
        }
        "pressure-class" | "pressure-score" => {
            let score = occupation.pressure.score?;
            let components = occupation.pressure.components;
            let named = [
                ("D", components.difficulty),
                ("R", components.offers_per_seeker),
                ("E", components.exit_rate),
            ];
            let parts = named.into_iter().filter_map(|(name, part)| {
                let part = part?;
                let (value, z, weight) = (number(part.value), number(part.z), number(part.weight));
                Some(format!("{name} = {value}, z = {z}, w = {weight}"))
            });
            let parts = parts.collect::<Vec<_>>().join("\n");
            Some(format!("{parts}\nscore = {}", number(score)))
        }
        "places-order" => {
            let mut found = context.results.programmes.iter();
            let programme = found.find(|programme| programme.occupation == occupation.code)?;
            let programme = context.told(programme);
            let places = programme.training.as_ref()?.places?;
            Some(format!(
                "{} × {} × {}",
                format::integer(occupation.benchmarks.territory.projects.value, language),
                number(known?.mean),
                number(places.trained_share),
            ))
        }
        _ => None,
    }
}

/// Of a number of the plan: what it was taken from.
fn of_plan(subject: &Subject<'_>) -> Option<String> {
    let catalog = subject.context.catalog;
    let (table, column) = (subject.asked.table, subject.asked.column);
    if actions::is_of_plan(table) {
        return actions::computed(subject);
    }
    let ends = ["-value", "-low", "-high"];
    // An end of a number is taken from what the number is.
    let column = ends.iter().find_map(|end| column.strip_suffix(end)).unwrap_or(column);
    let of_balance = table == "balances"
        || matches!(column, "year-need" | "need-told" | "gap-told" | "gap-alone")
        || (table == body::ID
            && matches!(column, "need-3y" | "gap-3y" | "own-entrants" | "own-coverage"));
    if of_balance {
        let balance = subject.balance()?;
        let basis = catalog.text(&format!("need-basis-{}", balance.basis.id()));
        let missing = balance.missing.iter();
        let missing = missing.map(|one| catalog.text(&format!("balance-missing-{}", one.id())));
        let mut all = vec![basis];
        if let Some(proposal) = subject.proposal() {
            all.insert(0, words::need(&proposal.need, catalog));
        }
        return Some(all.into_iter().chain(missing).collect::<Vec<_>>().join("\n"));
    }
    let proposal = subject.proposal()?;
    match column {
        "place-cost" | "cost" | "cost-told" => Some(words::place_cost(&proposal.terms, catalog)),
        "stays" | "people" | "stays-told" => Some(words::stays(proposal.terms.brings, catalog)),
        "survival" => {
            let survival = &subject.plan?.chosen()?.survival;
            let draws = format::integer(f64::from(survival.draws), catalog.language());
            let (_, seed) = REDRAWS;
            let seed = seed.to_string();
            let of = [("draws", (&draws).into()), ("seed", (&seed).into())];
            Some(catalog.with("provenance-redraws", &of))
        }
        "risks" => {
            let risks = proposal.risks.iter();
            let named = risks.map(|risk| catalog.text(&format!("risk-{}", risk.id())));
            Some(named.collect::<Vec<_>>().join("\n")).filter(|text| !text.is_empty())
        }
        _ => None,
    }
}
