//! A training body's own catalogue against a territory: which occupations it covers, which nobody
//! covers, where there are more people than posts, and what to open, extend or adapt.
//!
//! With the caution of a verdict: an occupation whose gap changes sign is undetermined, whatever
//! the catalogue holds; and nothing is to be opened where training is not the lever.

use crate::analysis::Results;
use crate::analysis::balance::balances;
use crate::analysis::balanced::{Balanced, LetOut};
use crate::analysis::results::Occupation;
use crate::analysis::verdicts::to_stop;
use crate::flows::balance::Balance;
use crate::flows::gap::Sign;
use crate::flows::spread::Span;
use crate::matching::supply::Offer;
use crate::model::Fap;
use crate::model::planning::Supposed;
use crate::recommend::stop::Unfed;
use crate::recommend::verdict::{Conclusion, Verdict};
use crate::reference::params::Parameters;
use std::collections::{BTreeMap, BTreeSet};

/// Where an occupation stands for a training body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stance {
    /// People are lacking, and no offer of the catalogue within reach leads there.
    Uncovered,
    /// People are lacking all the same, though the catalogue leads there within reach.
    Covered,
    /// The gap changes sign, or is not known.
    Undetermined,
    /// Another lever than training comes first, or nothing is flagged; or people suffice without
    /// any offer within reach.
    OtherLever,
    /// All offers together bring more people than there are posts.
    Saturated,
}

impl Stance {
    pub const ALL: [Self; 5] =
        [Self::Uncovered, Self::Covered, Self::Undetermined, Self::OtherLever, Self::Saturated];

    /// In `--json` and in the catalogs (`stance-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Uncovered => "uncovered",
            Self::Covered => "covered",
            Self::Undetermined => "undetermined",
            Self::OtherLever => "other-lever",
            Self::Saturated => "saturated",
        }
    }
}

/// What the body could do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// Nothing of it exists within reach.
    Open,
    /// More places in its own offers.
    Extend,
    /// Others already teach it within reach: to be agreed with them before anything is opened.
    Join,
    /// A short module, a block, another public; of an offer of its own where it has one.
    Adapt,
    /// As a programme that worked.
    Duplicate,
    /// With a body farther off, for a group of several basins.
    Pool,
    /// At a distance or on the job.
    Distance,
}

impl Move {
    pub const ALL: [Self; 7] = [
        Self::Open,
        Self::Extend,
        Self::Join,
        Self::Adapt,
        Self::Duplicate,
        Self::Pool,
        Self::Distance,
    ];

    /// In `--json` and in the catalogs (`move-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Extend => "extend",
            Self::Join => "join",
            Self::Adapt => "adapt",
            Self::Duplicate => "duplicate",
            Self::Pool => "pool",
            Self::Distance => "distance",
        }
    }

    /// What a verdict on all offers asks of a body that has its own within reach, or not.
    const fn of(verdict: Verdict, own: bool) -> Option<Self> {
        match verdict {
            Verdict::Open => Some(Self::Open),
            Verdict::Extend if own => Some(Self::Extend),
            Verdict::Extend => Some(Self::Join),
            Verdict::Adapt => Some(Self::Adapt),
            Verdict::Duplicate => Some(Self::Duplicate),
            Verdict::Pool => Some(Self::Pool),
            Verdict::Distance => Some(Self::Distance),
            Verdict::NotTraining | Verdict::NotTaken | Verdict::AskEmployers => None,
        }
    }
}

/// An occupation of the territory, for the body.
#[derive(Clone, Debug, PartialEq)]
pub struct Position {
    pub occupation: Fap,
    pub stance: Stance,
    pub to_do: Option<Move>,
    /// Offers that can still be followed within reach: of the catalogue, of others.
    pub own: u32,
    pub others: u32,
    /// Of the catalogue, farther off or at a distance.
    pub own_beyond: u32,
    /// Of the catalogue, with a link that is only proposed: it counts for nothing until confirmed.
    pub own_proposed: u32,
    /// People a year of the catalogue alone.
    pub entrants: Option<Span>,
    /// Posts that need trained people, over three years.
    pub need: Option<Span>,
    /// Part of that need that the catalogue alone covers, 0–1.
    pub coverage: Option<f64>,
    /// The indicative gap over three years, with all offers, and as if the catalogue were alone.
    pub gap: Option<Span>,
    pub gap_alone: Option<Span>,
    pub sign_alone: Sign,
    pub conclusion: Conclusion,
}

/// A catalogue on a territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    /// By stance, then the largest gap first.
    pub positions: Vec<Position>,
    /// Offers of the catalogue that feed no need within reach.
    pub unfed: Vec<(Offer, Unfed)>,
    /// Offers of the catalogue that nothing links to an occupation, and those of which a link is
    /// only proposed: nothing can be said of their need.
    pub unlinked: Vec<Offer>,
    pub to_confirm: Vec<Offer>,
    /// Occupations that each of the latter may lead to, by source and row.
    pub may_lead: BTreeMap<(usize, u32), Vec<Fap>>,
}

impl Sheet {
    pub fn of(&self, stance: Stance) -> impl Iterator<Item = &Position> {
        self.positions.iter().filter(move |one| one.stance == stance)
    }
}

/// The sheet of the offers of some sources, among the balances of all offers.
pub fn sheet(
    results: &Balanced,
    verdicts: &BTreeMap<Fap, Conclusion>,
    own: &BTreeSet<usize>,
    out: &LetOut,
    parameters: &Parameters,
) -> Sheet {
    let mut alone = Results::clone(results);
    for occupation in &mut alone.occupations {
        occupation.supply.offers.retain(|offer| own.contains(&offer.source));
        occupation.supply.proposed.retain(|offer| own.contains(&offer.source));
    }
    let by_itself = balances(&alone, &out.announced, &Supposed::default(), parameters);
    let one = |occupation: &Occupation| {
        let conclusion = *verdicts.get(&occupation.code)?;
        let with_all = results.balances.get(&occupation.code);
        Some(position(occupation, conclusion, own, with_all, by_itself.get(&occupation.code)))
    };
    let mut positions: Vec<Position> = results.occupations.iter().filter_map(one).collect();
    let most = |one: &Position| one.gap.and_then(|gap| gap.high).unwrap_or(f64::INFINITY);
    positions.sort_by(|a, b| {
        // Of a stance, what the catalogue leads to comes first: it is what the body asks about.
        let led = |one: &Position| (one.own > 0, one.own_proposed > 0);
        a.stance
            .cmp(&b.stance)
            .then(led(b).cmp(&led(a)))
            .then(most(b).total_cmp(&most(a)))
            .then(a.occupation.cmp(&b.occupation))
    });
    let unfed = to_stop(results).into_iter().filter(|(offer, _)| own.contains(&offer.source));
    let is_own = |offer: &&Offer| own.contains(&offer.source);
    let unlinked = results.unlinked.iter().filter(is_own).cloned().collect();
    let to_confirm = to_confirm(results, own);
    let may_lead = to_confirm.iter().map(|offer| {
        let at = (offer.source, offer.row);
        let leads = |one: &&Occupation| {
            one.supply.proposed.iter().any(|offer| (offer.source, offer.row) == at)
        };
        (at, results.occupations.iter().filter(leads).map(|one| one.code).collect::<Vec<Fap>>())
    });
    let may_lead = may_lead.collect();
    Sheet { positions, unfed: unfed.collect(), unlinked, to_confirm, may_lead }
}

/// Offers of the catalogue of which links are proposed and none is confirmed, each once.
fn to_confirm(results: &Results, own: &BTreeSet<usize>) -> Vec<Offer> {
    let supplies = || results.occupations.iter().map(|one| &one.supply);
    let at = |offer: &Offer| (offer.source, offer.row);
    let sure: BTreeSet<(usize, u32)> =
        supplies().flat_map(|supply| &supply.offers).map(at).collect();
    let proposed = supplies().flat_map(|supply| &supply.proposed);
    let proposed =
        proposed.filter(|offer| own.contains(&offer.source) && !sure.contains(&at(offer)));
    let each: BTreeMap<(usize, u32), &Offer> = proposed.map(|offer| (at(offer), offer)).collect();
    each.into_values().cloned().collect()
}

fn position(
    occupation: &Occupation,
    conclusion: Conclusion,
    own: &BTreeSet<usize>,
    with_all: Option<&Balance>,
    alone: Option<&Balance>,
) -> Position {
    let open = || occupation.supply.offers.iter().filter(|offer| !offer.ended);
    let count = |keep: &dyn Fn(&Offer) -> bool| {
        u32::try_from(open().filter(|offer| keep(offer)).count()).unwrap_or(u32::MAX)
    };
    let is_own = |offer: &Offer| own.contains(&offer.source);
    let own_here = count(&|offer| is_own(offer) && offer.ring.is_local());
    let others = count(&|offer| !is_own(offer) && offer.ring.is_local());
    let stance = stance(&conclusion, own_here, others);
    let lacking = matches!(stance, Stance::Covered | Stance::Uncovered);
    let need = with_all.and_then(|balance| balance.needs?.get(1).copied());
    let gap = |balance: Option<&Balance>| balance?.gap()?.span;
    Position {
        occupation: occupation.code,
        stance,
        to_do: Move::of(conclusion.verdict, own_here > 0).filter(|_| lacking),
        own: own_here,
        others,
        own_beyond: count(&|offer| is_own(offer) && !offer.ring.is_local()),
        own_proposed: {
            let proposed = occupation.supply.proposed.iter();
            let own = proposed.filter(|offer| !offer.ended && is_own(offer));
            u32::try_from(own.count()).unwrap_or(u32::MAX)
        },
        entrants: alone.map(Balance::entrants),
        need,
        coverage: alone.and_then(Balance::gap).and_then(|gap| gap.coverage),
        gap: gap(with_all),
        gap_alone: gap(alone),
        sign_alone: alone.map_or(Sign::Undetermined, Balance::sign),
        conclusion,
    }
}

/// By the sign of a verdict, where a lack before an unknown pool is one only where labour is short;
/// what training is no lever for is neither covered nor to be covered.
const fn stance(conclusion: &Conclusion, own: u32, others: u32) -> Stance {
    let offered = own + others > 0;
    match (conclusion.verdict, conclusion.facts.sign) {
        (_, Sign::Surplus) if offered => Stance::Saturated,
        (_, Sign::Surplus) | (Verdict::NotTraining, _) => Stance::OtherLever,
        (_, Sign::Undetermined) => Stance::Undetermined,
        (_, Sign::Lack) if own > 0 => Stance::Covered,
        (_, Sign::Lack) => Stance::Uncovered,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recommend::diagnosis::{Diagnosis, Lever};
    use crate::recommend::verdict::{Facts, First};

    #[test]
    fn what_training_is_no_lever_for_is_not_to_be_covered() {
        let of = |verdict, sign, own, others| {
            let facts = Facts {
                diagnosis: Diagnosis::TrainedLabour,
                lever: Lever::Training,
                short_adaptation: false,
                sign,
                gap: None,
                first: First::Anyone,
                local: own + others,
                beyond: 0,
                remote: 0,
                taken: None,
                certified: true,
                proven: false,
                offers_known: true,
            };
            stance(&Conclusion { verdict, why: "full", facts }, own, others)
        };
        assert_eq!(of(Verdict::NotTraining, Sign::Lack, 0, 0), Stance::OtherLever);
        assert_eq!(of(Verdict::NotTraining, Sign::Lack, 2, 0), Stance::OtherLever);
        assert_eq!(of(Verdict::NotTraining, Sign::Undetermined, 0, 1), Stance::OtherLever);
        assert_eq!(of(Verdict::Open, Sign::Lack, 0, 1), Stance::Uncovered);
        assert_eq!(of(Verdict::Extend, Sign::Lack, 1, 0), Stance::Covered);
        assert_eq!(of(Verdict::NotTaken, Sign::Surplus, 0, 1), Stance::Saturated);
        // No offer saturates nothing.
        assert_eq!(of(Verdict::NotTaken, Sign::Surplus, 0, 0), Stance::OtherLever);
        assert_eq!(of(Verdict::AskEmployers, Sign::Undetermined, 1, 0), Stance::Undetermined);
    }

    /// A verdict that asks for no training asks nothing of a body; every other one does.
    #[test]
    fn moves_follow_verdicts() {
        for verdict in Verdict::ALL {
            for own in [false, true] {
                assert_eq!(Move::of(verdict, own).is_some(), verdict.is_training(), "{verdict:?}");
            }
        }
        assert_eq!(Move::of(Verdict::Extend, true), Some(Move::Extend));
        assert_eq!(Move::of(Verdict::Extend, false), Some(Move::Join));
    }
}
