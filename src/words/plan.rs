//! Candidate programmes and the choice among them, in sentences: the same in the window, the
//! documents and on the command line.

use crate::analysis::planning::{Plan, Shift};
use crate::flows::balance::Balance;
use crate::flows::gap::Gap;
use crate::format::{decimal, integer, percent};
use crate::i18n::Catalog;
use crate::model::planning::{ANY_FUNDER, ANY_WAY, Supposition};
use crate::recommend::apprenticeship::Support;
use crate::recommend::choice::Taken;
use crate::recommend::duplication::{Experience, Precedent};
use crate::recommend::proposal::{Assumption, Key, Known, Need, Origin, Proposal, Terms};
use crate::recommend::verdict::Verdict;
use crate::words::supply::{basis, gap, gap_words, span};

fn euros(value: f64, catalog: &Catalog) -> String {
    let sum = integer(value, catalog.language());
    catalog.with("plan-euros", &[("sum", (&sum).into())])
}

/// A sum of money.
pub fn money(value: f64, catalog: &Catalog) -> String {
    euros(value, catalog)
}

/// € of what was chosen of a candidate; of a choice made without money, what it would cost where
/// that is known.
pub fn sum(plan: &Plan, taken: &Taken, catalog: &Catalog) -> String {
    let Some(cost) = plan.cost_of(taken) else { return catalog.text("plan-sum-unknown") };
    let assumed = plan.proposal(&taken.id).is_some_and(|one| one.terms.assumption.is_some());
    let sum = marked(cost, assumed, catalog);
    if plan.selection.unpaid.is_none() {
        return sum;
    }
    catalog.with("plan-sum-unpaid", &[("sum", (&sum).into())])
}

/// A sum of money, marked where it is an hypothesis of the user.
pub fn marked(sum: f64, assumed: bool, catalog: &Catalog) -> String {
    let sum = euros(sum, catalog);
    if assumed { catalog.with("plan-sum-assumed", &[("sum", (&sum).into())]) } else { sum }
}

/// People, with one decimal.
pub fn people(value: f64, catalog: &Catalog) -> String {
    decimal(value, 1, catalog.language())
}

/// A candidate in a few words: its occupation, what it is, for whom.
pub fn name(key: &Key, occupation: &str, catalog: &Catalog) -> String {
    let format = catalog.text(&format!("proposal-format-{}", key.format.id()));
    let audience = catalog.text(&format!("audience-{}", key.audience.id()));
    let of = [
        ("occupation", occupation.into()),
        ("format", (&format).into()),
        ("audience", (&audience).into()),
    ];
    catalog.with("plan-name", &of)
}

/// A number with its bounds where they differ.
pub fn interval(low: f64, high: f64, digits: usize, catalog: &Catalog) -> String {
    let language = catalog.language();
    let (low, high) = (decimal(low, digits, language), decimal(high, digits, language));
    if low == high {
        return low;
    }
    catalog.with("plan-interval", &[("low", (&low).into()), ("high", (&high).into())])
}

/// € for a place, with the interval and where they come from; where nothing tells, what to enter.
pub fn place_cost(terms: &Terms, catalog: &Catalog) -> String {
    let Some(cost) = terms.place_cost else {
        let hours = terms.hours.is_some();
        return catalog.text(if hours { "plan-cost-unknown" } else { "plan-cost-unknown-hours" });
    };
    let value = euros(cost.value, catalog);
    let bounds = interval(cost.low, cost.high, 0, catalog);
    let from = match &terms.assumption {
        Some(assumption) => self::assumption(assumption, catalog),
        None => origin(cost.from, catalog),
    };
    let key = if cost.low < cost.high { "plan-known-between" } else { "plan-known" };
    catalog.with(
        key,
        &[("value", (&value).into()), ("bounds", (&bounds).into()), ("from", (&from).into())],
    )
}

/// An hypothesis of the user on costs, with its source.
pub fn assumption(assumption: &Assumption, catalog: &Catalog) -> String {
    let (key, sum, source) = match assumption {
        Assumption::Hour { cents, source } => {
            ("plan-assumed-hour", hourly(*cents, catalog), source)
        }
        Assumption::Place { euros: sum, source } => {
            ("plan-assumed-place", euros(f64::from(*sum), catalog), source)
        }
    };
    let unsaid = catalog.text("plan-assumed-unsaid");
    let source = if source.trim().is_empty() { unsaid.as_str() } else { source.as_str() };
    catalog.with(key, &[("sum", (&sum).into()), ("source", source.into())])
}

/// € of an hour, with its cents where it has some.
pub fn hourly(cents: u32, catalog: &Catalog) -> String {
    let digits = if cents.is_multiple_of(100) { 0 } else { 2 };
    let sum = decimal(f64::from(cents) / 100.0, digits, catalog.language());
    catalog.with("plan-euros", &[("sum", (&sum).into())])
}

/// What a year of apprenticeship is supported with, and that it holds for that contract alone.
pub fn support(support: &Support, catalog: &Catalog) -> String {
    let value = euros(support.value, catalog);
    let bounds = interval(support.low, support.high, 0, catalog);
    let year = support.year.map_or_else(String::new, |year| year.to_string());
    let key = if support.low < support.high { "plan-support-between" } else { "plan-support" };
    let of = [
        ("value", (&value).into()),
        ("bounds", (&bounds).into()),
        ("count", support.n_branches.into()),
        ("year", (&year).into()),
    ];
    catalog.with(key, &of)
}

/// Hours for one person, the same.
pub fn hours(hours: Option<Known>, catalog: &Catalog) -> String {
    let Some(hours) = hours else { return catalog.text("plan-hours-unknown") };
    let value = integer(hours.value, catalog.language());
    let value = catalog.with("plan-hours", &[("hours", (&value).into())]);
    let bounds = interval(hours.low, hours.high, 0, catalog);
    let from = origin(hours.from, catalog);
    let key = if hours.low < hours.high { "plan-known-between" } else { "plan-known" };
    catalog.with(
        key,
        &[("value", (&value).into()), ("bounds", (&bounds).into()), ("from", (&from).into())],
    )
}

/// Of a hundred who begin, those who work and stay.
pub fn stays(brings: Known, catalog: &Catalog) -> String {
    let language = catalog.language();
    let value = percent(brings.value, 0, language);
    let bounds = crate::format::percent_range(brings.low, brings.high, 0, language);
    let from = origin(brings.from, catalog);
    let key = if brings.low < brings.high { "plan-known-between" } else { "plan-known" };
    catalog.with(
        key,
        &[("value", (&value).into()), ("bounds", (&bounds).into()), ("from", (&from).into())],
    )
}

pub fn origin(from: Origin, catalog: &Catalog) -> String {
    let key = format!("proposal-from-{}", from.id());
    match from {
        Origin::Offers(count)
        | Origin::Hourly(count)
        | Origin::Catalogue(count)
        | Origin::Support(count)
        | Origin::Library(count) => catalog.with(&key, &[("count", count.into())]),
        _ => catalog.text(&key),
    }
}

/// A comparable programme of the library: what it was, who came of it, and how close it is.
pub fn precedent(found: &Precedent, experience: &Experience, catalog: &Catalog) -> String {
    let language = catalog.language();
    let number = |value: f64| integer(value, language);
    let unknown = || catalog.text("plan-precedent-unknown");
    let (entered, completed) = (number(experience.entered), number(experience.completed));
    let employed = experience.employed_6m.map_or_else(unknown, number);
    let present = experience.present_12m.map_or_else(unknown, number);
    let year = experience.year.map_or_else(unknown, |year| year.to_string());
    let worked =
        catalog.text(if found.worked { "plan-precedent-worked" } else { "plan-precedent-not" });
    let score = percent(found.score, 0, language);
    let most = percent(found.at_most, 0, language);
    let score = if score == most {
        score
    } else {
        let of = [("low", (&score).into()), ("high", (&most).into())];
        catalog.with("plan-interval", &of)
    };
    let why = found.reasons.iter().map(|(criterion, close)| {
        let name = catalog.text(&format!("criterion-{}", criterion.id()));
        let close = close.map_or_else(unknown, |close| percent(close, 0, language));
        format!("{name} {close}")
    });
    let why = why.collect::<Vec<_>>().join(&catalog.text("list-separator"));
    let kinship = catalog.text(&format!("kinship-{}", found.kinship.id()));
    let of = [
        ("title", (&experience.title).into()),
        ("year", (&year).into()),
        ("entered", (&entered).into()),
        ("completed", (&completed).into()),
        ("employed", (&employed).into()),
        ("present", (&present).into()),
        ("worked", (&worked).into()),
        ("score", (&score).into()),
        ("kinship", (&kinship).into()),
        ("why", (&why).into()),
    ];
    catalog.with("plan-precedent", &of)
}

/// What came of a programme of the library, whatever it is set against.
pub fn experience(experience: &Experience, worked: bool, catalog: &Catalog) -> String {
    let number = |value: f64| integer(value, catalog.language());
    let unknown = || catalog.text("plan-precedent-unknown");
    let (entered, completed) = (number(experience.entered), number(experience.completed));
    let employed = experience.employed_6m.map_or_else(unknown, number);
    let present = experience.present_12m.map_or_else(unknown, number);
    let year = experience.year.map_or_else(unknown, |year| year.to_string());
    let worked = catalog.text(if worked { "plan-precedent-worked" } else { "plan-precedent-not" });
    let of = [
        ("year", (&year).into()),
        ("entered", (&entered).into()),
        ("completed", (&completed).into()),
        ("employed", (&employed).into()),
        ("present", (&present).into()),
        ("worked", (&worked).into()),
    ];
    catalog.with("library-outcome", &of)
}

/// What a programme of the library cost, what made it work and who tells it.
pub fn precedent_cost(experience: &Experience, catalog: &Catalog) -> String {
    let unknown = || catalog.text("plan-precedent-unknown");
    let cost = experience.place_cost.map_or_else(unknown, |cost| money(cost, catalog));
    let or_unknown = |text: &str| if text.is_empty() { unknown() } else { text.to_owned() };
    let (context, by) = (or_unknown(&experience.context), or_unknown(&experience.told_by));
    let of = [("cost", (&cost).into()), ("context", (&context).into()), ("by", (&by).into())];
    catalog.with("plan-precedent-cost", &of)
}

/// Places a year that the occupation could use.
pub fn need(need: &Need, catalog: &Catalog) -> String {
    let bounds = interval(need.low, need.high, 0, catalog);
    let basis = catalog.text(&format!("plan-need-{}", need.basis.id()));
    let Some(value) = need.value else {
        let key = if need.is_wide() { "plan-need-unsure" } else { "plan-need-wide" };
        return catalog.with(key, &[("bounds", (&bounds).into()), ("from", (&basis).into())]);
    };
    let value = integer(value, catalog.language());
    let of = [("value", (&value).into()), ("bounds", (&bounds).into()), ("from", (&basis).into())];
    catalog.with("plan-known-between", &of)
}

/// Why a candidate is not chosen by itself, and what would settle it.
pub fn unconfirmed(proposal: &Proposal, catalog: &Catalog) -> String {
    catalog.text(&format!("plan-unconfirmed-{}", proposal.need.floor.id()))
}

/// What the places asked for stand on, set against the need that `supply` shows of the occupation:
/// horizon, source and rule of both, and whether they are one.
pub fn stands(need: &Need, balance: Option<&Balance>, year: u16, catalog: &Catalog) -> String {
    let year = year.to_string();
    let Some(balance) = balance else {
        return catalog.with("plan-stands-alone", &[("year", (&year).into())]);
    };
    let gap = gap_words(balance, catalog);
    let basis = basis(balance, catalog);
    let rule = balance.gap().and_then(Gap::rule);
    let rule = rule.map_or_else(
        || catalog.text("supply-unknown"),
        |rule| catalog.text(&format!("allocation-{}", rule.id())),
    );
    let of = [
        ("year", (&year).into()),
        ("gap", (&gap).into()),
        ("basis", (&basis).into()),
        ("rule", (&rule).into()),
    ];
    catalog.with(&format!("plan-stands-{}", need.basis.id()), &of)
}

/// A way of running a training by its identifier; any of them.
pub fn way(id: &str, catalog: &Catalog) -> String {
    if id == ANY_WAY { catalog.text("way-any") } else { catalog.text(&format!("way-{id}")) }
}

/// A group: places of a session, and how many sessions.
pub fn group(proposal: &Proposal, catalog: &Catalog) -> String {
    let terms = &proposal.terms;
    let places = interval(f64::from(terms.least_group), f64::from(terms.most_group), 0, catalog);
    let of = [("places", (&places).into()), ("sessions", terms.most_sessions.into())];
    catalog.with("plan-group", &of)
}

/// A funder; anything may be paid with the budget that names none.
pub fn funder(funder: &str, catalog: &Catalog) -> String {
    if funder == ANY_FUNDER { catalog.text("plan-any-funder") } else { funder.to_owned() }
}

/// A sum of a funder.
pub fn paid(who: &str, sum: f64, catalog: &Catalog) -> String {
    let (who, sum) = (funder(who, catalog), money(sum, catalog));
    catalog.with("plan-budget-of", &[("funder", (&who).into()), ("sum", (&sum).into())])
}

/// What a scenario changes of an occupation, one line: verdict, need and gap over three years.
pub fn shift(shift: &Shift, label: &str, catalog: &Catalog) -> String {
    let verdict = |one: Option<Verdict>| {
        one.map_or_else(
            || catalog.text("supply-unknown"),
            |one| catalog.text(&format!("verdict-{}", one.id())),
        )
    };
    let parts = [
        ("verdict", verdict(shift.verdict.0), verdict(shift.verdict.1)),
        (
            "need",
            span(shift.need.0, catalog, catalog.language()),
            span(shift.need.1, catalog, catalog.language()),
        ),
        ("gap", gap(shift.gap.0, catalog), gap(shift.gap.1, catalog)),
    ];
    let told = parts.into_iter().filter(|(_, before, after)| before != after);
    let told = told.map(|(part, before, after)| {
        let of = [("before", (&before).into()), ("after", (&after).into())];
        catalog.with(&format!("scenario-shift-{part}"), &of)
    });
    let told: Vec<String> = told.collect();
    let list = if told.is_empty() {
        catalog.text("scenario-shift-little")
    } else {
        told.join(&catalog.text("list-separator"))
    };
    catalog.with("scenario-shift", &[("name", label.into()), ("list", (&list).into())])
}

/// What a scenario supposes, one line.
pub fn supposition(one: &Supposition, named: &dyn Fn(&str) -> String, catalog: &Catalog) -> String {
    let key = format!("supposition-{}", one.id());
    match one {
        Supposition::Departures { percent } | Supposition::Budget { percent } => {
            catalog.with(&key, &[("percent", u32::from(*percent).into())])
        }
        Supposition::Posts { occupation, posts } => {
            let sign = if *posts < 0 { "closed" } else { "opened" };
            let name = named(occupation);
            let of = [("count", posts.unsigned_abs().into()), ("name", (&name).into())];
            catalog.with(&format!("{key}-{sign}"), &of)
        }
        Supposition::Places { occupation, places } => {
            let name = named(occupation);
            catalog.with(&key, &[("count", (*places).into()), ("name", (&name).into())])
        }
        Supposition::Lifted { occupation, cause } => {
            let cause = catalog.text(&format!("cause-{cause}"));
            match occupation {
                Some(code) => {
                    let name = named(code);
                    let of = [("cause", (&cause).into()), ("name", (&name).into())];
                    catalog.with("supposition-lifted-one", &of)
                }
                None => catalog.with("supposition-lifted", &[("cause", (&cause).into())]),
            }
        }
    }
}
