//! Numbers of the plan of action: entered in the project, counted on it, or kept from the day of a
//! decision. None of them is estimated.

use crate::actions::decisions::decisions;
use crate::actions::follow::comes_from;
use crate::actions::places::steps;
use crate::format;
use crate::i18n::Catalog;
use crate::model::Date;
use crate::model::action::decided::{Decided, FrozenFigure};
use crate::report::build::actions::{VALUE, id};
use crate::report::provenance::recipes::{Count, Part, count};
use crate::report::provenance::subject::Subject;
use crate::words::actions as words;

/// Of a column of a table of the plan; `None` where the column holds no such number.
pub fn of_column(table: &str, column: &str) -> Option<Count> {
    let entered = || count("plan-entered", "", &[], &[]);
    let counted = || count("plan-counted", "n", &[], &[]);
    let days = || count("plan-days", "d₂ − d₁", &[], &[]);
    let sides = || count("plan-sides", "n / N", &[], &[]);
    Some(match (table, column) {
        (id::FACTS, VALUE)
        | (id::FRAME, "frame-actions" | "frame-open")
        | (id::ACTORS, "actor-leads" | "actor-parts")
        | (id::INDICATORS, "follow-measures")
        | (id::PROGRAMMES, "programme-actions" | "programme-partial")
        | (
            id::QUESTIONS,
            "said-contributions" | "said-groups" | "said-occurrences" | "said-tables"
            | "said-stickers" | "said-unsaid",
        )
        | (id::GROUPS, "said-contributions" | "said-occurrences" | "said-stickers")
        | (id::YEARS, "closed-actions" | "closed-done" | "closed-stopped" | "closed-carried") => {
            counted()
        }
        (id::FINDINGS, "finding") => count("plan-finding", "", &[], &[]),
        (id::FRAME, "frame-euros") | (id::SHEETS, "action-budget" | "action-secured") => {
            count("plan-counted", "Σ €", &[], &[])
        }
        (id::SHEETS, "action-funders" | "planned-opened" | "planned-told")
        | (id::CLOSED, "action-funders" | "closed-measures")
        | (id::MONEY, "euros")
        | (id::ACTORS, "actor-capacity")
        | (
            id::INDICATORS,
            "follow-baseline" | "follow-target" | "follow-latest" | "follow-every",
        )
        | (id::MEASURES, "measure-value" | "measure-bounds")
        | (id::PROPOSALS, "said-table" | "said-occurrences")
        | (id::JOURNAL, "entry-words") => entered(),
        (id::MILESTONES, "milestone-state") | (id::DUE, "due-days") => days(),
        (id::FOLLOWED | id::PROGRAMMES | id::CLOSED, column) if column.starts_with("told-") => {
            sides()
        }
        (id::FOLLOWED, column)
            if column.starts_with("planned-")
                || matches!(
                    column,
                    "realised-opened" | "realised-entered" | "realised-completed"
                )
                || matches!(column, "realised-employed-6" | "realised-there-12") =>
        {
            entered()
        }
        (id::DECIDED, "figure-then" | "then-low" | "then-high" | "then-n")
        | (id::JOURNAL, "entry-figures") => count("plan-then", "", &[Part::Frozen], &[]),
        (id::DECIDED, column) if is_now(column) => count("plan-now", "n", &[Part::Frozen], &[]),
        (id::DECIDED, "figure-difference") => {
            count("plan-difference", "x₂ − x₁", &[Part::Frozen], &[])
        }
        (id::NEAR, "near-score") => count("plan-score", "", &[], &[]),
        _ => return None,
    })
}

/// Whether a column of decisions holds what their figures are now.
pub fn is_now(column: &str) -> bool {
    matches!(column, "figure-now" | "now-value" | "now-low" | "now-high")
}

/// Whether a table is of the plan of action.
pub fn is_of_plan(table: &str) -> bool {
    id::ALL.contains(&table)
}

/// The figure that a row of decisions keeps, and the decision.
pub fn frozen(subject: &Subject<'_>) -> Option<(FrozenFigure, Decided)> {
    if subject.asked.table != id::DECIDED {
        return None;
    }
    let (decision, at) = subject.asked.key.rsplit_once('/')?;
    let all = decisions(subject.context.actions?);
    let on = all.into_iter().find(|one| one.key() == decision)?.on;
    let at: usize = at.parse().ok()?;
    Some((on.figures.get(at.checked_sub(1)?)?.clone(), on))
}

/// The figures that a number of the plan shows, of those that were kept.
pub fn kept(subject: &Subject<'_>) -> Vec<FrozenFigure> {
    if let Some((figure, _)) = frozen(subject) {
        return vec![figure];
    }
    let entry = || {
        let at: usize = subject.asked.key.parse().ok()?;
        subject.context.actions?.journal.get(at.checked_sub(1)?)
    };
    match (subject.asked.table, subject.asked.column) {
        (id::JOURNAL, "entry-figures") => {
            entry().map(|entry| entry.figures.clone()).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

/// Who entered a number, when, and after what source.
pub fn computed(subject: &Subject<'_>) -> Option<String> {
    let (plan, catalog) = (subject.context.actions?, subject.context.catalog);
    let key = subject.asked.key.as_str();
    // What is now is told as every figure of the document is.
    if is_now(subject.asked.column) {
        return None;
    }
    if let Some((figure, on)) = frozen(subject) {
        return Some(decided(&figure, &on, catalog));
    }
    let dated = |date: Date, source: &str| dated(date, source, catalog);
    match (subject.asked.table, subject.asked.column) {
        (id::MEASURES, _) => {
            let (indicator, at) = key.rsplit_once('/')?;
            let at: usize = at.parse().ok()?;
            let measure = plan.indicator(indicator)?.measures.get(at.checked_sub(1)?)?;
            Some(dated(measure.date, &measure.source))
        }
        (id::INDICATORS, "follow-latest") => {
            let measure = plan.indicator(key)?.latest()?;
            Some(dated(measure.date, &measure.source))
        }
        (id::INDICATORS, "follow-baseline") => {
            let one = plan.indicator(key)?;
            one.baseline_on.map(|date| dated(date, &one.source))
        }
        (id::FOLLOWED, _) => {
            let action = plan.action(key)?;
            let told = action.latest().map(|one| dated(one.date, &one.source));
            let all = steps(action).into_iter().filter_map(|step| words::step(&step, catalog));
            Some(all.chain(told).collect::<Vec<_>>().join("\n"))
        }
        (id::JOURNAL, _) => {
            let at: usize = key.parse().ok()?;
            let entry = plan.journal.get(at.checked_sub(1)?)?;
            Some(words::entry(entry, catalog))
        }
        _ => None,
    }
}

/// « mesure du 12/06/2026, source : Mission locale ».
fn dated(date: Date, source: &str, catalog: &Catalog) -> String {
    let date = format::date(date, catalog.language());
    if source.trim().is_empty() {
        return catalog.with("provenance-plan-dated", &[("date", (&date).into())]);
    }
    let of = [("date", (&date).into()), ("source", source.trim().into())];
    catalog.with("provenance-plan-sourced", &of)
}

/// The day, who, and the files of a decision, each with the beginning of its fingerprint.
fn decided(figure: &FrozenFigure, on: &Decided, catalog: &Catalog) -> String {
    let date = format::date(on.date, catalog.language());
    let of = [("date", (&date).into()), ("mark", (&figure.mark).into()), ("who", (&on.who).into())];
    let key = if on.who.trim().is_empty() {
        "provenance-plan-decided"
    } else {
        "provenance-plan-decided-by"
    };
    let files = on.fingerprints.iter().filter(|one| comes_from(figure, &one.file));
    let files =
        files.map(|one| format!("{} ({})", one.file, one.sha256.get(..12).unwrap_or(&one.sha256)));
    std::iter::once(catalog.with(key, &of)).chain(files).collect::<Vec<_>>().join("\n")
}
