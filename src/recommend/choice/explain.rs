//! Why this choice: what each candidate that is left would cost, what more money would buy, how
//! often the choice survives when its inputs are redrawn. Identifiers and numbers, no sentence.
//!
//! Each answer is another choice, made within a small effort; where that does not prove it, two
//! bounds are given instead of one number.

use crate::model::Fap;
use crate::recommend::choice::problem::{Goal, Question, UNIT, gain};
use crate::recommend::choice::search::search;
use crate::recommend::choice::solve::{
    COARSE, Plan, Ready, best_of, broken, first, plan_of, ready, split, useful,
};
use crate::recommend::choice::table::{Prices, Table, priced};
use crate::recommend::choice::{
    Candidate, Choice, ChoiceError, Effort, Estimate, Exclusion, Terms,
};
use crate::recommend::proposal::whole;
use crate::survey::random::Random;
use std::collections::BTreeMap;

/// A quantity between two bounds, equal where it is proven; in people (or places).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Between {
    pub at_least: f64,
    /// `None`: not known within the effort.
    pub at_most: Option<f64>,
}

/// Why a candidate that was considered is left.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// Set aside before the search.
    Excluded(Exclusion),
    /// With it nothing meets the rules (floors, occupations, providers).
    Impossible,
    /// As good as what is chosen: taking it instead would lose nothing.
    AsGood,
    /// With one occupation more it would be chosen.
    OneOccupationMore,
    /// Chosen candidates meet the need of its occupation already.
    NeedMet { places: u32 },
    /// Chosen candidates fill its provider.
    ProviderFull { places: u32 },
    /// Chosen candidates fill all the places that may be opened.
    AllPlacesTaken { places: u32 },
    /// The chosen candidate that brings least for a euro brings more; people for 1 000 € both.
    Outbid { by: String, own: f64, other: f64 },
    /// It brings more for a euro than `than`, but its group does not fit in what the others leave.
    DoesNotFit { than: String, own: f64, other: f64 },
    /// Without money: it brings less a place than the chosen candidate that brings least.
    BringsLess { by: String, own: f64, other: f64 },
    /// Without money: it brings more a place than `than`, but does not fit in the limits.
    BringsMore { than: String, own: f64, other: f64 },
}

impl Reason {
    /// Key of its sentence: `choice-left-` and this.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Excluded(_) => "excluded",
            Self::Impossible => "impossible",
            Self::AsGood => "as-good",
            Self::OneOccupationMore => "one-occupation-more",
            Self::NeedMet { .. } => "need-met",
            Self::ProviderFull { .. } => "provider-full",
            Self::AllPlacesTaken { .. } => "all-places-taken",
            Self::Outbid { .. } => "outbid",
            Self::DoesNotFit { .. } => "does-not-fit",
            Self::BringsLess { .. } => "brings-less",
            Self::BringsMore { .. } => "brings-more",
        }
    }

    /// The same where a place stands for a euro, of a choice made without money.
    #[must_use]
    pub fn by_place(self) -> Self {
        let each = |rate: f64| rate / THOUSAND;
        match self {
            Self::Outbid { by, own, other } => {
                Self::BringsLess { by, own: each(own), other: each(other) }
            }
            Self::DoesNotFit { than, own, other } => {
                Self::BringsMore { than, own: each(own), other: each(other) }
            }
            other => other,
        }
    }
}

/// A candidate that is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Left {
    pub id: String,
    pub reason: Reason,
    /// What forcing one session of it in would take from the objective; `None` where it cannot be.
    pub loss: Option<Between>,
}

/// How often each candidate is chosen when its gain and its costs are redrawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Survival {
    /// Redraws done.
    pub draws: u32,
    /// Those among them whose choice is proven to be the best.
    pub proven: u32,
    /// Share of the redraws, 0–1, by identifier of every candidate considered.
    pub chosen: BTreeMap<String, f64>,
}

/// What a small effort finds, in units of gain.
pub(super) struct Answer {
    /// `None`: nothing found.
    pub plan: Option<(Plan, i64)>,
    pub bound: i64,
    pub done: bool,
}

pub(super) fn answer(
    kept: &[&Candidate],
    terms: &Terms,
    (prices, forced): (&Prices, Option<&str>),
    start: Option<&Plan>,
    effort: Effort,
) -> Result<Answer, ChoiceError> {
    let question = Question::new(kept, terms, Goal::Gain, forced)?;
    let table = Table::new(&question, prices, effort.cells);
    let known = start.and_then(|plan| best_of(&question, kept, plan, terms));
    let begun = first(&question, &table, effort);
    let start = [known, begun].into_iter().flatten().max_by_key(|best| best.gain);
    let found = search(&question, &table, effort.nodes, start, false);
    Ok(Answer {
        plan: found.best.map(|best| (plan_of(&question, &best.taken), best.gain)),
        bound: found.bound,
        done: found.done,
    })
}

/// Sessions and places of a choice, in the order of the candidates considered.
pub(super) fn plan(kept: &[&Candidate], choice: &Choice) -> Plan {
    let counts = |one: &&Candidate| {
        choice.taken(&one.id).map_or((0, 0), |taken| (taken.sessions, taken.places))
    };
    kept.iter().map(counts).collect()
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
pub(super) fn people(units: i64) -> f64 {
    units as f64 / UNIT
}

/// Units of gain of a number of people, as a choice tells them.
pub(super) fn units(people: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "far below 2^53")]
    let whole = (people * UNIT).round() as i64;
    whole
}

/// Every candidate that is not chosen, by identifier, with why.
///
/// # Errors
/// Those of [`super::choose`].
pub fn left(
    candidates: &[Candidate],
    terms: &Terms,
    choice: &Choice,
    effort: Effort,
) -> Result<Vec<Left>, ChoiceError> {
    let Ready { kept, excluded } = ready(candidates, terms)?;
    let question = Question::new(&kept, terms, Goal::Gain, None)?;
    let prices = priced(&question, COARSE);
    let chosen = plan(&kept, choice);
    let wider = match terms.most_occupations {
        None => None,
        Some(most) => {
            let terms = Terms { most_occupations: Some(most.saturating_add(1)), ..terms.clone() };
            let found = answer(&kept, &terms, (&prices, None), Some(&chosen), effort)?;
            found.plan.filter(|(_, gain)| *gain > units(choice.objective))
        }
    };
    let mut all: Vec<Left> = excluded
        .into_iter()
        .map(|(id, reason)| Left { id, reason: Reason::Excluded(reason), loss: None })
        .collect();
    for (place, candidate) in kept.iter().enumerate() {
        if choice.taken(&candidate.id).is_some() {
            continue;
        }
        let forced = (&prices, Some(candidate.id.as_str()));
        let found = answer(&kept, terms, forced, None, effort)?;
        // Followed to its end, or told by the first bound: no plan holds it.
        let impossible = found.plan.is_none() && (found.done || found.bound < 0);
        let loss = (!impossible).then(|| Between {
            at_least: people((units(choice.objective) - found.bound).max(0)),
            at_most: found
                .plan
                .as_ref()
                .map(|(_, gain)| people((units(choice.bound) - gain).max(0))),
        });
        let would_enter = wider
            .as_ref()
            .is_some_and(|(plan, _)| plan.get(place).is_some_and(|(sessions, _)| *sessions > 0));
        let reason = match &loss {
            None => Reason::Impossible,
            // It may be opened beside the others at no loss, and would bring nothing.
            Some(Between { at_most: Some(most), .. }) if *most <= 0.0 => {
                match compared(candidate, &kept, terms, choice, &chosen) {
                    met @ Reason::NeedMet { .. } => met,
                    _ => Reason::AsGood,
                }
            }
            Some(_) if would_enter => Reason::OneOccupationMore,
            Some(_) => compared(candidate, &kept, terms, choice, &chosen),
        };
        all.push(Left { id: candidate.id.clone(), reason, loss });
    }
    all.sort_by(|a, b| a.id.cmp(&b.id));
    Ok(all)
}

/// € for which what a candidate brings is told.
const THOUSAND: f64 = 1_000.0;

/// People for 1 000 €, at its fullest session.
fn rate(candidate: &Candidate, terms: &Terms) -> f64 {
    let brings = terms.objective.of(candidate.brings) * f64::from(candidate.most_group);
    brings / candidate.cost(1, candidate.most_group).max(1.0) * THOUSAND
}

/// What stands in the way of a candidate that is simply not good enough.
fn compared(
    candidate: &Candidate,
    kept: &[&Candidate],
    terms: &Terms,
    choice: &Choice,
    chosen: &Plan,
) -> Reason {
    let counts = useful(kept, chosen, terms);
    let met: u32 = kept
        .iter()
        .zip(&counts)
        .filter(|(one, _)| one.occupation == candidate.occupation)
        .map(|(_, useful)| *useful)
        .sum();
    let need = |occupation: &Fap| terms.needs.get(occupation).copied();
    if let Some(places) = need(&candidate.occupation).filter(|need| met >= *need) {
        return Reason::NeedMet { places };
    }
    if let Some((name, most)) = candidate
        .provider
        .as_ref()
        .and_then(|name| Some((name, terms.capacities.get(name).copied()?)))
    {
        let used: u32 = kept
            .iter()
            .zip(chosen)
            .filter(|(one, _)| one.provider.as_ref() == Some(name))
            .map(|(_, (_, places))| *places)
            .sum();
        if used + candidate.least() > most {
            return Reason::ProviderFull { places: most };
        }
    }
    let opened: u32 = chosen.iter().map(|(_, places)| *places).sum();
    if let Some(places) = terms.most_places.filter(|most| opened + candidate.least() > *most) {
        return Reason::AllPlacesTaken { places };
    }
    let own = rate(candidate, terms);
    let worst = kept
        .iter()
        .filter(|one| choice.taken(&one.id).is_some())
        .map(|one| (rate(one, terms), one.id.clone()))
        .min_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    match worst {
        None => Reason::Impossible,
        Some((other, by)) if other >= own => Reason::Outbid { by, own, other },
        Some((other, than)) => Reason::DoesNotFit { than, own, other },
    }
}

/// How often each candidate is chosen when what it brings, what it costs and the need of its
/// occupation are redrawn `draws` times within their intervals: triangular for gains and needs,
/// even for the costs. The same seed gives the same draws.
///
/// # Errors
/// Those of [`super::choose`].
pub fn survival(
    candidates: &[Candidate],
    terms: &Terms,
    choice: &Choice,
    (draws, seed): (u32, u64),
    effort: Effort,
) -> Result<Survival, ChoiceError> {
    let base = ready(candidates, terms)?.kept;
    let question = Question::new(&base, terms, Goal::Gain, None)?;
    let prices = priced(&question, COARSE);
    let mut counts: BTreeMap<String, u32> = base.iter().map(|one| (one.id.clone(), 0)).collect();
    let (mut done, mut proven) = (0, 0);
    for draw in 0..draws {
        let mut random = Random::new(seed, u64::from(draw));
        let redrawn: Vec<Candidate> = base.iter().map(|one| redraw(one, &mut random)).collect();
        let terms = &needing(terms, &mut random);
        let serves = |one: &&Candidate| {
            gain(one, terms.objective) > 0 && terms.needs.get(&one.occupation) != Some(&0)
        };
        let kept: Vec<&Candidate> = redrawn.iter().filter(serves).collect();
        let chosen = plan(&kept, choice);
        let chosen = payable(&kept, &chosen, terms).then_some(chosen);
        let found = answer(&kept, terms, (&prices, None), chosen.as_ref(), effort)?;
        let Some((plan, gain)) = found.plan else { continue };
        done += 1;
        proven += u32::from(found.bound <= gain);
        for (one, (sessions, _)) in kept.iter().zip(&plan) {
            if let Some(count) = counts.get_mut(&one.id).filter(|_| *sessions > 0) {
                *count += 1;
            }
        }
    }
    let share = |count: u32| f64::from(count) / f64::from(done.max(1));
    let chosen = counts.into_iter().map(|(id, count)| (id, share(count))).collect();
    Ok(Survival { draws: done, proven, chosen })
}

/// Whether a plan holds at the redrawn costs.
fn payable(kept: &[&Candidate], plan: &Plan, terms: &Terms) -> bool {
    broken(kept, plan, terms).is_none() && split(kept, plan, terms).is_some()
}

fn redraw(candidate: &Candidate, random: &mut Random) -> Candidate {
    let Estimate { value, low, high } = candidate.brings;
    let brings = triangular(low, value, high, random.uniform());
    let factor = 1.0 + candidate.cost_spread * (2.0 * random.uniform() - 1.0);
    Candidate {
        session_cost: candidate.session_cost * factor,
        place_cost: candidate.place_cost * factor,
        brings: Estimate { value: brings, low: low.min(brings), high: high.max(brings) },
        ..candidate.clone()
    }
}

/// The question with needs redrawn, in whole places.
fn needing(terms: &Terms, random: &mut Random) -> Terms {
    let mut redrawn = terms.clone();
    for (occupation, &(low, high)) in &terms.need_bounds {
        if let Some(need) = redrawn.needs.get_mut(occupation) {
            let (low, high) = (low.min(*need), high.max(*need));
            let drawn =
                triangular(low.into(), f64::from(*need), high.into(), random.uniform()).round();
            *need = whole(drawn);
        }
    }
    redrawn
}

/// The triangular law by inversion.
fn triangular(low: f64, mode: f64, high: f64, at: f64) -> f64 {
    let width = high - low;
    if width <= 0.0 {
        return mode;
    }
    let cut = (mode - low) / width;
    if at < cut {
        low + (at * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - at) * width * (high - mode)).sqrt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recommend::choice::choose;
    use crate::recommend::choice::tests::{item, occupation, terms};

    fn explained(candidates: &[Candidate], terms: &Terms) -> (Choice, BTreeMap<String, Left>) {
        let choice = choose(candidates, terms, Effort::CHOICE).unwrap();
        let left = left(candidates, terms, &choice, Effort::QUESTION).unwrap();
        (choice, left.into_iter().map(|one| (one.id.clone(), one)).collect())
    }

    fn near(found: f64, expect: f64) -> bool {
        (found - expect).abs() < 1e-6
    }

    /// Weights and profits of the second knapsack of `method.md` §7.5: 107 with items 1 and 4.
    #[test]
    fn what_forcing_a_candidate_costs() {
        let weights = [31.0, 10.0, 20.0, 19.0, 4.0, 3.0, 6.0];
        let profits = [70.0, 20.0, 39.0, 37.0, 7.0, 5.0, 10.0];
        let candidates: Vec<Candidate> =
            (0..7).map(|at| item(&(at + 1).to_string(), weights[at], profits[at])).collect();
        let terms = terms(&[("a", 50.0)]);
        let (_, left) = explained(&candidates, &terms);
        // 1, 2, then 9 left: 6 + 3 bring 15, 4 + 3 bring 12: 70 + 20 + 10 + 5.
        let loss = left["2"].loss.unwrap();
        assert!(near(loss.at_least, 107.0 - 105.0), "{loss:?}");
        assert_eq!(loss.at_most, Some(loss.at_least));
        assert_eq!(left.len(), 5);
        // 20 / 10 is better than 37 / 19, yet ten do not fit beside 31 and 19.
        assert!(matches!(&left["2"].reason, Reason::DoesNotFit { than, .. } if than == "4"));
        assert!(matches!(&left["5"].reason, Reason::Outbid { by, .. } if by == "4"));
    }

    #[test]
    fn reasons_of_each_kind() {
        let of = |id: &str, cost, brings, place| Candidate {
            occupation: occupation(place),
            ..item(id, cost, brings)
        };
        let mut terms = terms(&[("a", 30.0)]);
        terms.most_occupations = Some(1);
        terms.needs.insert(occupation(0), 2);
        terms.capacities.insert("full".to_owned(), 1);
        let candidates = [
            of("a", 10.0, 1.0, 0),
            Candidate { provider: Some("full".to_owned()), ..of("b", 10.0, 0.9, 0) },
            of("c", 10.0, 0.8, 0),
            of("d", 10.0, 0.7, 1),
            of("e", 99.0, 5.0, 1),
        ];
        let (choice, left) = explained(&candidates, &terms);
        let taken: Vec<&str> = choice.taken.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(taken, ["a", "b"]);
        assert_eq!(left["c"].reason, Reason::NeedMet { places: 2 });
        assert_eq!(left["d"].reason, Reason::OneOccupationMore);
        assert!(matches!(left["e"].reason, Reason::Excluded(Exclusion::OverBudget { .. })));
        let loss = |id: &str| left[id].loss.unwrap();
        // c beside a and b is paid and brings nothing. d alone, the only occupation: 0.7 for 1.9.
        assert!(near(loss("c").at_least, 0.0) && loss("c").at_most == Some(0.0));
        assert!(
            near(loss("d").at_least, 1.9 - 0.7) && loss("d").at_most == Some(loss("d").at_least)
        );
        assert_eq!(left["e"].loss, None);
    }

    #[test]
    fn survival_tells_the_sure_from_the_doubtful() {
        let of = |id: &str, value, spread: f64| Candidate {
            brings: Estimate { value, low: value * (1.0 - spread), high: value * (1.0 + spread) },
            ..item(id, 10.0, value)
        };
        // The first is above the others whatever is drawn; the two others change places.
        let candidates = [of("sure", 1.0, 0.05), of("x", 0.5, 0.4), of("y", 0.5, 0.4)];
        let terms = terms(&[("a", 20.0)]);
        let choice = choose(&candidates, &terms, Effort::CHOICE).unwrap();
        let run =
            |seed| survival(&candidates, &terms, &choice, (200, seed), Effort::QUESTION).unwrap();
        let found = run(7);
        assert_eq!((found.draws, found.proven), (200, 200));
        assert!(near(found.chosen["sure"], 1.0));
        assert!(near(found.chosen["x"] + found.chosen["y"], 1.0));
        // Five standard deviations of Binomial(200, 1/2).
        assert!((found.chosen["x"] - 0.5).abs() < 5.0 * (0.25_f64 / 200.0).sqrt());
        assert_eq!(found, run(7));
        assert_ne!(found, run(8));
    }

    /// One place is needed for certain of « sure »; of « doubtful », none or two: it is kept when
    /// a place of it is drawn, and never changes the other.
    #[test]
    fn a_doubtful_need_makes_a_doubtful_choice() {
        let of =
            |id: &str, place| Candidate { occupation: occupation(place), ..item(id, 10.0, 0.5) };
        let candidates = [of("sure", 0), of("doubtful", 1)];
        let mut terms = terms(&[("a", 20.0)]);
        terms.needs = [(occupation(0), 1), (occupation(1), 1)].into();
        terms.need_bounds = [(occupation(0), (1, 1)), (occupation(1), (0, 2))].into();
        let choice = choose(&candidates, &terms, Effort::CHOICE).unwrap();
        assert_eq!(choice.taken.len(), 2);
        let run = |terms: &Terms| {
            survival(&candidates, terms, &choice, (400, 7), Effort::QUESTION).unwrap()
        };
        let found = run(&terms);
        assert!(near(found.chosen["sure"], 1.0));
        // Triangular on 0, 1, 2: under a half, hence no place, an eighth of the time.
        let kept = found.chosen["doubtful"];
        assert!((kept - 7.0 / 8.0).abs() < 5.0 * (7.0_f64 / 64.0 / 400.0).sqrt(), "{kept}");
        terms.need_bounds.clear();
        assert!(near(run(&terms).chosen["doubtful"], 1.0));
    }

    /// Mean of the triangular law: a third of the sum of its three numbers.
    #[test]
    fn triangular_draws() {
        let n = 3_000;
        let mean = (0..n)
            .map(|at| triangular(1.0, 2.0, 6.0, (f64::from(at) + 0.5) / f64::from(n)))
            .sum::<f64>()
            / f64::from(n);
        assert!((mean - 9.0 / 3.0).abs() < 1e-3, "{mean}");
        assert!(near(triangular(2.0, 2.0, 2.0, 0.3), 2.0));
        assert!(near(triangular(1.0, 2.0, 6.0, 0.2), 2.0));
    }
}
