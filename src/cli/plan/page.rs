//! What a terminal shows of a plan.

use crate::analysis::planning::{Answer, shifts, without_effect};
use crate::cli::plan::Told;
use crate::i18n::Catalog;
use crate::recommend::choice::Taken;
use crate::recommend::funding::rule;
use crate::recommend::proposal::Proposal;
use crate::words::choice as choices;
use crate::words::costs;
use crate::words::plan as words;
use std::fmt::Write as _;

/// Comparable programmes named with a candidate; all are in the machine-readable form.
const PRECEDENTS: usize = 2;

pub fn page(told: &Told<'_>, catalog: &Catalog) -> String {
    let Told { results, plan, planning, .. } = told;
    let mut out = String::new();
    let territory = results.territory.territory;
    let _ = writeln!(out, "{} ({territory}), {}", results.territory.label, results.year);
    scenario(told, catalog, &mut out);
    if plan.proposals.is_empty() {
        let none = if results.bmo.is_some() { "plan-none" } else { "plan-none-unsurveyed" };
        let _ = writeln!(out, "\n{}", catalog.text(none));
        not_training(told, catalog, &mut out);
        return out;
    }
    let sums = planning.budgets.iter().map(|(who, sum)| {
        let sum = words::money(f64::from(*sum), catalog);
        let who = words::funder(who, catalog);
        catalog.with("plan-budget-of", &[("funder", (&who).into()), ("sum", (&sum).into())])
    });
    let sums: Vec<String> = sums.collect();
    for (_, supposed) in costs::hypotheses(&plan.selection.hypotheses, catalog) {
        let _ = writeln!(out, "{supposed}");
    }
    let waiting = choices::waiting(&plan.selection, catalog);
    // Why nothing could be chosen is told instead of a page.
    match plan.chosen() {
        None => {
            let _ = writeln!(out, "\n{}", catalog.text("plan-no-budget"));
            if let Some(waiting) = &waiting {
                let _ = writeln!(out, "{waiting}");
                let _ = writeln!(out, "{}", catalog.text("plan-waiting-options"));
            }
            without_cost(told, catalog, &mut out);
            let _ = writeln!(out, "\n{}", catalog.text("plan-candidates"));
            for proposal in &plan.proposals {
                candidate(told, proposal, None, catalog, &mut out);
            }
        }
        Some(answer) => {
            let budgets = sums.join(&catalog.text("list-separator"));
            if !budgets.is_empty() {
                let of = [("list", (&budgets).into())];
                let _ = writeln!(out, "{}", catalog.with("plan-budgets", &of));
            }
            for unknown in choices::unknown_funders(&plan.selection, catalog) {
                let _ = writeln!(out, "{unknown}");
            }
            if let Some(unpaid) = choices::unpaid(&plan.selection, catalog) {
                let _ = writeln!(out, "{unpaid}");
            }
            if let Some(waiting) = &waiting {
                let _ = writeln!(out, "{waiting}");
                let _ = writeln!(out, "{}", catalog.text("plan-waiting-options"));
            }
            without_cost(told, catalog, &mut out);
            chosen(told, answer, catalog, &mut out);
        }
    }
    not_training(told, catalog, &mut out);
    let _ = writeln!(out, "\n{}", catalog.text("plan-reading"));
    out
}

/// Candidates whose cost nothing tells, what the files tell of costs, and what to enter.
fn without_cost(told: &Told<'_>, catalog: &Catalog, out: &mut String) {
    let named = |id: &str| told.name_of(id, catalog);
    let Some(words) = choices::without_cost(&told.plan.selection, &named, catalog) else { return };
    let _ = writeln!(out, "{words}");
    let _ = writeln!(out, "{}", costs::told(&told.plan.costs, catalog));
    let _ = writeln!(out, "{}", catalog.text("plan-cost-options"));
}

/// What a scenario supposes and changes.
fn scenario(told: &Told<'_>, catalog: &Catalog, out: &mut String) {
    let Some((scenario, base, difference)) = &told.from else { return };
    let _ =
        writeln!(out, "\n{}", catalog.with("plan-scenario", &[("name", (&scenario.name).into())]));
    let label = |code: &str| {
        code.parse().map_or_else(|_| code.to_owned(), |code| told.occupation(code).to_owned())
    };
    let idle = without_effect(scenario, told.results);
    for one in &scenario.suppositions {
        let mut line = words::supposition(one, &label, catalog);
        if idle.contains(&one) {
            line = format!("{line} ({})", catalog.text("scenario-without-effect"));
        }
        let _ = writeln!(out, "  {line}");
    }
    let value = |objective: Option<f64>| {
        objective
            .map_or_else(|| catalog.text("plan-nothing"), |value| words::people(value, catalog))
    };
    let (before, after) = (value(difference.objective.0), value(difference.objective.1));
    let of = [("before", (&before).into()), ("after", (&after).into())];
    let _ = writeln!(out, "{}", catalog.with("plan-scenario-objective", &of));
    for moved in &difference.moved {
        let name = told.name_of(&moved.id, catalog);
        let of = [
            ("name", (&name).into()),
            ("before", moved.before.into()),
            ("after", moved.after.into()),
        ];
        let _ = writeln!(out, "  {}", catalog.with("plan-scenario-moved", &of));
    }
    for (key, ids) in
        [("plan-scenario-gone", &difference.gone), ("plan-scenario-come", &difference.come)]
    {
        for id in ids {
            let name = told.name_of(id, catalog);
            let _ = writeln!(out, "  {}", catalog.with(key, &[("name", (&name).into())]));
        }
    }
    for shift in shifts((base.results, base.verdicts), (told.results, told.verdicts)) {
        let text = words::shift(&shift, told.occupation(shift.occupation), catalog);
        let _ = writeln!(out, "  {text}");
    }
}

fn chosen(told: &Told<'_>, answer: &Answer, catalog: &Catalog, out: &mut String) {
    let Told { plan, planning, .. } = told;
    let choice = &answer.choice;
    let objective = catalog.text(&format!("choice-objective-{}", planning.objective));
    let reached = words::people(choice.objective, catalog);
    let of = [("objective", (&objective).into()), ("value", (&reached).into())];
    let _ = writeln!(out, "{}", catalog.with("plan-objective", &of));
    let _ = writeln!(out, "{}", choices::proof(choice, &plan.selection, catalog));
    let _ = writeln!(out, "\n{}", catalog.text("plan-chosen"));
    if choice.taken.is_empty() {
        let _ = writeln!(out, "  {}", catalog.text("plan-chosen-none"));
    }
    for taken in &choice.taken {
        if let Some(proposal) = plan.proposal(&taken.id) {
            candidate(told, proposal, Some((taken, answer)), catalog, out);
        }
    }
    let selection = &plan.selection;
    if answer.left.len() + selection.kept_out().len() + selection.unconfirmed.len() > 0 {
        let _ = writeln!(out, "\n{}", catalog.text("plan-left"));
    }
    let named = |id: &str| told.name_of(id, catalog);
    for left in &answer.left {
        let mut reason = choices::reason(&left.reason, &named, catalog);
        if let Some(loss) = left.loss.filter(|loss| loss.at_most.is_none_or(|most| most > 0.0)) {
            reason = format!("{reason} ({})", choices::loss(&loss, catalog));
        }
        let _ = writeln!(out, "  {}\n      {reason}", named(&left.id));
    }
    // The same reason is told once, under the candidates that it keeps out.
    let kept_out = selection.kept_out().iter().filter_map(|id| plan.proposal(id));
    let unpriced = kept_out.map(|one| (one.id(), words::place_cost(&one.terms, catalog)));
    let unsure = selection.unconfirmed.iter().filter_map(|id| plan.proposal(id));
    let unsure = unsure.map(|one| (one.id(), words::unconfirmed(one, catalog)));
    let mut reasons: Vec<(String, Vec<String>)> = Vec::new();
    for (id, reason) in unpriced.chain(unsure) {
        match reasons.iter_mut().find(|(known, _)| *known == reason) {
            Some((_, ids)) => ids.push(id),
            None => reasons.push((reason, vec![id])),
        }
    }
    for (reason, ids) in reasons {
        for id in ids {
            let _ = writeln!(out, "  {}", named(&id));
        }
        let _ = writeln!(out, "      {reason}");
    }
    for id in &plan.selection.set_aside {
        let _ = writeln!(out, "  {}\n      {}", named(id), catalog.text("plan-set-aside"));
    }
    if answer.more.is_empty() {
        return;
    }
    let _ = writeln!(out);
    for more in &answer.more {
        let _ = writeln!(out, "{}", choices::more(more, catalog));
    }
}

/// A candidate with what it stands on; when chosen, with what it was chosen for.
fn candidate(
    told: &Told<'_>,
    proposal: &Proposal,
    taken: Option<(&Taken, &Answer)>,
    catalog: &Catalog,
    out: &mut String,
) {
    let language = catalog.language();
    let _ = writeln!(out, "  {}", told.named(&proposal.key, catalog));
    if let Some((taken, answer)) = taken {
        let (cost, brings) = (words::sum(told.plan, taken, catalog), taken.brings);
        let bounds = words::interval(brings.low, brings.high, 1, catalog);
        let people = words::people(brings.value, catalog);
        let of = [
            ("sessions", taken.sessions.into()),
            ("places", taken.places.into()),
            ("cost", (&cost).into()),
            ("people", (&people).into()),
            ("bounds", (&bounds).into()),
        ];
        let _ = writeln!(out, "      {}", catalog.with("plan-taken", &of));
        if let Some(idle) = choices::idle(taken, catalog) {
            let _ = writeln!(out, "      {idle}");
        }
        if let Some(kept) = choices::survival(&answer.survival, &taken.id, catalog) {
            let _ = writeln!(out, "      {kept}");
        }
        let paid = taken.paid.iter().map(|(who, sum)| {
            let (who, sum) = (words::funder(who, catalog), words::money(*sum, catalog));
            catalog.with("plan-budget-of", &[("funder", (&who).into()), ("sum", (&sum).into())])
        });
        let paid: Vec<String> = paid.collect();
        if !paid.is_empty() {
            let list = paid.join(&catalog.text("list-separator"));
            let _ =
                writeln!(out, "      {}", catalog.with("plan-paid", &[("list", (&list).into())]));
        }
    }
    let line = |key: &str, text: &str, out: &mut String| {
        let _ = writeln!(out, "      {}", catalog.with(key, &[("text", text.into())]));
    };
    line("plan-line-need", &words::need(&proposal.need, catalog), out);
    let balance = told.results.balances.get(&proposal.key.occupation);
    let stands = words::stands(&proposal.need, balance, told.results.year, catalog);
    let _ = writeln!(out, "      {stands}");
    line("plan-line-group", &words::group(proposal, catalog), out);
    line("plan-line-hours", &words::hours(proposal.terms.hours, catalog), out);
    line("plan-line-cost", &words::place_cost(&proposal.terms, catalog), out);
    if let Some(support) = &proposal.support {
        line("plan-line-support", &words::support(support, catalog), out);
    }
    line("plan-line-stays", &words::stays(proposal.terms.brings, catalog), out);
    if let Some(provider) = &proposal.terms.provider {
        line("plan-line-provider", provider, out);
    }
    for found in proposal.precedents.iter().take(PRECEDENTS) {
        if let Some(experience) = told.results.library.get(found.at) {
            line("plan-line-precedent", &words::precedent(found, experience, catalog), out);
        }
    }
    let found = told.parameters.devices().iter().filter(|one| proposal.devices.contains(&one.id));
    let names: Vec<String> = found
        .map(|device| {
            let ruling = rule(device, &proposal.request);
            let key = if ruling.stale { "financing-stale" } else { "financing-checked" };
            let date = crate::format::date(device.verified_on, language);
            let of = [
                ("name", (&device.name).into()),
                ("ask", (&device.confirm_with).into()),
                ("date", (&date).into()),
            ];
            catalog.with(key, &of)
        })
        .collect();
    if !names.is_empty() {
        line("plan-line-devices", &names.join(&catalog.text("list-separator")), out);
    }
    if proposal.commitment_required {
        let _ = writeln!(out, "      {}", catalog.text("plan-commitment"));
    }
    let risks: Vec<String> =
        proposal.risks.iter().map(|risk| catalog.text(&format!("risk-{}", risk.id()))).collect();
    if !risks.is_empty() {
        line("plan-line-risks", &risks.join(&catalog.text("list-separator")), out);
    }
}

/// Flagged occupations without a line of training, and the lever that is.
fn not_training(told: &Told<'_>, catalog: &Catalog, out: &mut String) {
    let Told { results, plan, verdicts, .. } = told;
    let without = results.programmes.iter().filter(|programme| {
        plan.proposals.iter().all(|proposal| proposal.key.occupation != programme.occupation)
    });
    let lines: Vec<String> = without
        .map(|programme| {
            let label = told.occupation(programme.occupation);
            let verdict = verdicts.get(&programme.occupation);
            let verdict = verdict.map_or_else(String::new, |conclusion| {
                catalog.text(&format!("verdict-{}", conclusion.verdict.id()))
            });
            let lever = catalog.text(&format!("lever-{}", programme.lever.id()));
            format!("  {label}\n      {verdict} · {lever}")
        })
        .collect();
    if !lines.is_empty() {
        let _ = writeln!(out, "\n{}", catalog.text("plan-not-training"));
        let _ = writeln!(out, "{}", lines.join("\n"));
    }
}
