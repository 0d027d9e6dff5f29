//! Codes of the two editions of FAP that stand for each other, one to one.
//!
//! No published table says so: both passages start from ROME × qualification, and two codes are
//! one to one when the keys of each lead to the other. Always a conversion.

use crate::model::{Fap, FapLevel, FapVersion};
use crate::reference::occupation::Occupations;
use std::collections::BTreeMap;

/// Two codes, and how much of each the other holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Passage {
    pub from: Fap,
    pub to: Fap,
    /// Part of the keys of `from` that lead to `to`, 0–1.
    pub forward: f64,
    /// Part of the keys of `to` that come from `from`, 0–1.
    pub backward: f64,
}

impl Passage {
    /// The weaker side: 1 when nothing is shared with a third code.
    pub const fn soundness(&self) -> f64 {
        self.forward.min(self.backward)
    }
}

impl Occupations {
    /// Pairs of codes of `level` that hold at least `least` of each other, by code of `from`.
    ///
    /// With `least` above one half, no code is in two pairs.
    pub fn passages(&self, level: FapLevel, from: FapVersion, least: f64) -> Vec<Passage> {
        let mut shared: BTreeMap<(Fap, Fap), u32> = BTreeMap::new();
        for (version, rome, fap, digits) in self.links() {
            if version != from {
                continue;
            }
            let to = match from {
                FapVersion::Fap2009 => FapVersion::Fap2021,
                FapVersion::Fap2021 => FapVersion::Fap2009,
            };
            for (other, others) in self.targets(to, rome) {
                let common = (digits & others).count_ones();
                if let (Some(a), Some(b), 1..) =
                    (fap.ancestor(level), other.ancestor(level), common)
                {
                    *shared.entry((a, b)).or_default() += common;
                }
            }
        }
        let mut of: BTreeMap<Fap, u32> = BTreeMap::new();
        for ((a, b), common) in &shared {
            *of.entry(*a).or_default() += common;
            *of.entry(*b).or_default() += common;
        }
        let part = |common: u32, code: Fap| {
            of.get(&code).map_or(0.0, |all| f64::from(common) / f64::from(*all))
        };
        shared
            .iter()
            .map(|((a, b), common)| Passage {
                from: *a,
                to: *b,
                forward: part(*common, *a),
                backward: part(*common, *b),
            })
            .filter(|passage| passage.soundness() >= least)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn passages(level: FapLevel, from: FapVersion, least: f64) -> Vec<Passage> {
        Occupations::embedded().unwrap().passages(level, from, least)
    }

    /// Counted on the two published passages by a script of its own.
    #[test]
    fn how_many_codes_are_one_to_one() {
        let count = |level, least| passages(level, FapVersion::Fap2009, least).len();
        assert_eq!([1.0, 0.8].map(|least| count(FapLevel::Occupation, least)), [52, 75]);
        assert_eq!([1.0, 0.8].map(|least| count(FapLevel::Group, least)), [17, 26]);
    }

    #[test]
    fn both_directions_give_the_same_pairs_and_no_code_is_in_two() {
        for level in [FapLevel::Occupation, FapLevel::Group] {
            let there = passages(level, FapVersion::Fap2009, 0.8);
            let back = passages(level, FapVersion::Fap2021, 0.8);
            let pairs: BTreeSet<_> = there.iter().map(|p| (p.from, p.to)).collect();
            let turned: BTreeSet<_> = back.iter().map(|p| (p.to, p.from)).collect();
            assert_eq!(pairs, turned);
            let (from, to): (BTreeSet<_>, BTreeSet<_>) = pairs.iter().copied().unzip();
            assert_eq!((from.len(), to.len()), (there.len(), there.len()));
        }
    }

    /// The second road: the shares of the bridge used for anchors.
    #[test]
    fn the_forward_share_is_that_of_the_bridge() {
        let list = Occupations::embedded().unwrap();
        for passage in list.passages(FapLevel::Occupation, FapVersion::Fap2009, 0.8) {
            let bridge = list.bridge(passage.from, FapVersion::Fap2021);
            let (best, share) = bridge[0];
            assert_eq!(best, passage.to);
            assert!((share - passage.forward).abs() < 1e-12, "{}", passage.from);
        }
    }
}
