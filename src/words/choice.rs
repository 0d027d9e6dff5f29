//! The best use of a budget, in sentences.

use crate::format::{date, decimal, integer, percent};
use crate::i18n::Catalog;
use crate::recommend::choice::explain::{Between, Reason, Survival};
use crate::recommend::choice::more::{More, Next};
use crate::recommend::choice::{Choice, ChoiceError, Exclusion, Proof, Taken, Target};
use crate::recommend::proposal::Selection;

/// Candidates named in a sentence, at most; every one is in the list of candidates.
const NAMED: usize = 4;

/// Whether nothing better exists; of a choice of nothing, why there is nothing: a proof of it
/// would praise what is empty.
pub fn proof(choice: &Choice, asked: &Selection, catalog: &Catalog) -> String {
    let left = asked.candidates.len().saturating_sub(choice.excluded.len());
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let all = count(asked.n_proposals());
    let shown = integer(f64::from(all), catalog.language());
    let counted = [("count", all.into()), ("shown", (&shown).into())];
    let waiting = !asked.unconfirmed.is_empty();
    let unpriced = asked.candidates.is_empty() && !waiting;
    match (choice.proof, choice.taken.is_empty()) {
        (Proof::Optimal, false) => catalog.text("choice-proof-optimal"),
        (Proof::Gap(share), false) => {
            let share = percent(share, 1, catalog.language());
            let bound = people(choice.bound, catalog);
            let of = [("share", (&share).into()), ("bound", (&bound).into())];
            catalog.with("choice-proof-gap", &of)
        }
        (_, true) if unpriced => catalog.text("choice-empty-no-candidate"),
        // Those that wait are told of, all together, right after.
        (_, true) if asked.candidates.is_empty() => catalog.text("choice-empty-waiting"),
        (_, true) if left == 0 => catalog.with("choice-empty-excluded", &counted),
        (Proof::Optimal, true) => catalog.text("choice-empty-proven"),
        (Proof::Gap(_), true) => {
            let bound = people(choice.bound, catalog);
            catalog.with("choice-empty-not-found", &[("bound", (&bound).into())])
        }
    }
}

/// How many candidates wait for what employers say of their need, and what would settle it; `None`
/// where none does.
pub fn waiting(asked: &Selection, catalog: &Catalog) -> Option<String> {
    let count = u32::try_from(asked.unconfirmed.len()).unwrap_or(u32::MAX);
    let all = u32::try_from(asked.n_proposals()).unwrap_or(u32::MAX);
    let [shown, all] = [count, all].map(|n| integer(f64::from(n), catalog.language()));
    let of = [("count", count.into()), ("shown", (&shown).into()), ("all", (&all).into())];
    (count > 0).then(|| catalog.with("choice-waiting", &of))
}

/// Places of a chosen candidate that meet no sure need: opened for a floor, or to fill a group.
pub fn idle(taken: &Taken, catalog: &Catalog) -> Option<String> {
    let count = taken.places.saturating_sub(taken.useful);
    let shown = integer(f64::from(count), catalog.language());
    let of = [("count", count.into()), ("shown", (&shown).into())];
    (count > 0).then(|| catalog.with("choice-idle", &of))
}

/// Budgets of funders that no device known here is paid by.
pub fn unknown_funders(asked: &Selection, catalog: &Catalog) -> Vec<String> {
    let known: Vec<&str> = asked.payers.iter().map(String::as_str).collect();
    let known = known.join(&catalog.text("list-separator"));
    let one = |name: &String| {
        let of = [("name", name.into()), ("known", (&known).into())];
        catalog.with("choice-unknown-funder", &of)
    };
    asked.unknown_funders.iter().map(one).collect()
}

/// That a choice is made without money, and why; `None` where money decides.
pub fn unpaid(asked: &Selection, catalog: &Catalog) -> Option<String> {
    asked.unpaid.map(|why| catalog.text(&format!("choice-unpaid-{}", why.id())))
}

/// Candidates whose cost nothing tells, and what to enter; `None` where there is none. `name_of`
/// gives the name of a candidate.
pub fn without_cost(
    asked: &Selection,
    name_of: &dyn Fn(&str) -> String,
    catalog: &Catalog,
) -> Option<String> {
    let count = u32::try_from(asked.unpriced.len()).unwrap_or(u32::MAX);
    let names = asked.unpriced.iter().take(NAMED).map(|id| name_of(id)).collect::<Vec<_>>();
    let mut list = names.join(&catalog.text("list-separator"));
    let more = asked.unpriced.len().saturating_sub(NAMED);
    if more > 0 {
        let more = integer(f64::from(u32::try_from(more).unwrap_or(u32::MAX)), catalog.language());
        let of = [("list", (&list).into()), ("more", (&more).into())];
        list = catalog.with("choice-and-more", &of);
    }
    let shown = integer(f64::from(count), catalog.language());
    let of = [("count", count.into()), ("shown", (&shown).into()), ("list", (&list).into())];
    (count > 0).then(|| catalog.with("choice-without-cost", &of))
}

/// Why a candidate is left. `name_of` gives the name of a candidate.
pub fn reason(reason: &Reason, name_of: &dyn Fn(&str) -> String, catalog: &Catalog) -> String {
    let key = format!("choice-left-{}", reason.id());
    let whole = |places: u32| integer(f64::from(places), catalog.language());
    match reason {
        Reason::Excluded(exclusion) => excluded(exclusion, catalog),
        Reason::Impossible | Reason::AsGood | Reason::OneOccupationMore => catalog.text(&key),
        Reason::NeedMet { places }
        | Reason::ProviderFull { places }
        | Reason::AllPlacesTaken { places } => {
            catalog.with(&key, &[("places", (&whole(*places)).into())])
        }
        Reason::Outbid { by: id, own, other }
        | Reason::DoesNotFit { than: id, own, other }
        | Reason::BringsLess { by: id, own, other }
        | Reason::BringsMore { than: id, own, other } => {
            let (own, other, name) = (people(*own, catalog), people(*other, catalog), name_of(id));
            let of = [("own", (&own).into()), ("other", (&other).into()), ("name", (&name).into())];
            catalog.with(&key, &of)
        }
    }
}

/// Why a candidate was set aside before the search.
pub fn excluded(exclusion: &Exclusion, catalog: &Catalog) -> String {
    let key = format!("choice-excluded-{}", exclusion.id());
    let language = catalog.language();
    match exclusion {
        Exclusion::NoFunder | Exclusion::NothingGained => catalog.text(&key),
        Exclusion::OverBudget { least_cost, available } => {
            let (cost, available) = (integer(*least_cost, language), integer(*available, language));
            let of = [("cost", (&cost).into()), ("available", (&available).into())];
            catalog.with(&key, &of)
        }
        Exclusion::AboveCaps { place_cost, most } => {
            let (cost, most) = (integer(*place_cost, language), integer(*most, language));
            catalog.with(&key, &[("cost", (&cost).into()), ("most", (&most).into())])
        }
        Exclusion::TooLate { could_start, latest } => {
            let (start, latest) = (date(*could_start, language), date(*latest, language));
            catalog.with(&key, &[("start", (&start).into()), ("latest", (&latest).into())])
        }
        Exclusion::ProviderTooSmall { places, least_group }
        | Exclusion::TooFewPlaces { places, least_group } => {
            let whole = |value: u32| integer(f64::from(value), language);
            let (places, group) = (whole(*places), whole(*least_group));
            catalog.with(&key, &[("places", (&places).into()), ("group", (&group).into())])
        }
    }
}

/// What forcing a candidate in would lose.
pub fn loss(loss: &Between, catalog: &Catalog) -> String {
    let told = between(loss, catalog);
    catalog.with("choice-loss", &[("loss", (&told).into())])
}

/// What more money of a funder would buy, and from which sum on anything is bought.
pub fn more(more: &More, catalog: &Catalog) -> String {
    let language = catalog.language();
    let step = integer(more.step, language);
    let gain = between(&more.gain, catalog);
    let funder = crate::words::plan::funder(&more.funder, catalog);
    let of = [("step", (&step).into()), ("funder", (&funder).into()), ("gain", (&gain).into())];
    let told = catalog.with("choice-more", &of);
    let nothing = more.gain.at_most.is_some_and(|most| most <= 0.0);
    match more.next {
        Next::Never => catalog.with("choice-more-never", &of),
        Next::At { euros, not_below, gain } => {
            let exactness = if more.next.is_exact() {
                catalog.text("choice-next-exact")
            } else {
                let below = integer(not_below, language);
                catalog.with("choice-next-between", &[("below", (&below).into())])
            };
            let (euros, gain) = (integer(euros, language), people(gain, catalog));
            let key = if nothing { "choice-more-next" } else { "choice-more-from" };
            let of = [
                ("more", (&told).into()),
                ("step", (&step).into()),
                ("funder", (&funder).into()),
                ("euros", (&euros).into()),
                ("gain", (&gain).into()),
                ("exactness", (&exactness).into()),
            ];
            catalog.with(key, &of)
        }
        Next::NotFound { not_below } => {
            let below = integer(not_below, language);
            if nothing {
                let of = [
                    ("step", (&step).into()),
                    ("funder", (&funder).into()),
                    ("below", (&below).into()),
                ];
                return catalog.with("choice-more-nothing-found", &of);
            }
            let of = [("more", (&told).into()), ("below", (&below).into())];
            catalog.with("choice-more-not-found", &of)
        }
    }
}

/// How often a candidate is chosen when inputs are redrawn; `None` where it was not considered.
pub fn survival(survival: &Survival, id: &str, catalog: &Catalog) -> Option<String> {
    let language = catalog.language();
    let share = percent(*survival.chosen.get(id)?, 0, language);
    let count = integer(f64::from(survival.draws), language);
    let proven = integer(f64::from(survival.proven), language);
    let of = [("share", (&share).into()), ("count", (&count).into()), ("proven", (&proven).into())];
    Some(catalog.with("choice-survival", &of))
}

/// Whom a floor is for.
pub fn target(target: &Target, catalog: &Catalog) -> String {
    match target {
        Target::Audience(audience) => catalog.text(&format!("audience-{}", audience.id())),
        Target::Sector(section) => {
            catalog.text(&format!("section-{}", section.to_ascii_lowercase()))
        }
    }
}

/// Why there is no choice. `name_of` gives the name of a candidate.
pub fn error(error: &ChoiceError, name_of: &dyn Fn(&str) -> String, catalog: &Catalog) -> String {
    let whole = |value: u32| integer(f64::from(value), catalog.language());
    match error {
        ChoiceError::Flawed { id, flaw } => {
            let key = format!("choice-flaw-{}", flaw.id());
            catalog.with(&key, &[("name", (&name_of(id)).into())])
        }
        ChoiceError::Twice { id } => catalog.with("choice-error-twice", &[("name", id.into())]),
        ChoiceError::Budget { funder } => {
            catalog.with("choice-error-budget", &[("name", funder.into())])
        }
        ChoiceError::Floor { floor, most, target } => {
            let of_whom = self::target(target, catalog);
            let (floor, shown) = (whole(*floor), whole(*most));
            let of = [
                ("floor", (&floor).into()),
                ("most", (&shown).into()),
                ("target", (&of_whom).into()),
            ];
            let unlinked = *most == 0 && matches!(target, Target::Sector(_));
            let key = if unlinked { "choice-error-floor-sector" } else { "choice-error-floor" };
            catalog.with(key, &of)
        }
        ChoiceError::Floors => catalog.text("choice-error-floors"),
        ChoiceError::NotFound { .. } => catalog.text("choice-error-not-found"),
        ChoiceError::TooManyFunders { most } => {
            let count = whole(u32::try_from(*most).unwrap_or(u32::MAX));
            catalog.with("choice-error-funders", &[("count", (&count).into())])
        }
        ChoiceError::Solver(detail) => {
            catalog.with("choice-error-solver", &[("detail", detail.into())])
        }
    }
}

/// « 1,3 », « entre 0,5 et 1,3 », « au moins 0,5 ».
fn between(value: &Between, catalog: &Catalog) -> String {
    let low = people(value.at_least, catalog);
    match value.at_most {
        None => catalog.with("choice-at-least", &[("low", (&low).into())]),
        Some(most) => {
            let high = people(most, catalog);
            if low == high {
                return low;
            }
            catalog.with("choice-between", &[("low", (&low).into()), ("high", (&high).into())])
        }
    }
}

fn people(value: f64, catalog: &Catalog) -> String {
    decimal(value, 2, catalog.language())
}
