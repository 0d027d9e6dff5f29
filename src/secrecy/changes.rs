//! Who stands behind a figure, as hashes, and how two versions of a figure differ in it.
//!
//! The log must tell that a figure was first made of five answers and then of six without holding
//! who answered what. A unit and its answer are hashed apart under the salt of the project, so that
//! a corrected answer counts as one changed unit and not as two. The hashes hide the list from who
//! reads a log alone; who holds the salt and a list of SIRETs could try them one by one, and a
//! project file, which holds the salt, is to be kept as the answers themselves.

use crate::secrecy::siphash::{Salt, hash};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// One unit in a version of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contributor {
    pub unit: u64,
    /// The unit together with its unweighted answer.
    pub answer: u64,
}

/// The units of a version, ordered by hash, each once.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Contributors(Vec<Contributor>);

/// Units that differ between an earlier and a later version.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Hashes of the units that the later version alone has.
    pub added: Vec<u64>,
    pub removed: u32,
    /// In both, with another answer.
    pub altered: u32,
}

impl Changes {
    /// Units that the difference of the two versions is made of.
    pub fn units(&self) -> u32 {
        let added = u32::try_from(self.added.len()).unwrap_or(u32::MAX);
        added.saturating_add(self.removed).saturating_add(self.altered)
    }

    /// The later version is the earlier one and more.
    pub const fn only_adds(&self) -> bool {
        self.removed == 0 && self.altered == 0 && !self.added.is_empty()
    }
}

/// Hash of a unit's identifier, a SIRET for instance.
pub fn unit_hash(salt: Salt, unit: &str) -> u64 {
    hash(salt, unit.as_bytes())
}

impl Contributors {
    /// Of units and their unweighted answers; answers of one unit are added up.
    pub fn new<'a>(salt: Salt, answers: impl IntoIterator<Item = (&'a str, f64)>) -> Self {
        let mut by_unit: BTreeMap<&str, f64> = BTreeMap::new();
        for (unit, answer) in answers {
            *by_unit.entry(unit).or_default() += answer;
        }
        let contributors = by_unit.into_iter().map(|(unit, answer)| {
            let mut bytes = unit.as_bytes().to_vec();
            bytes.push(0);
            bytes.extend(answer.to_bits().to_le_bytes());
            Contributor { unit: unit_hash(salt, unit), answer: hash(salt, &bytes) }
        });
        Self::from_hashes(contributors.collect())
    }

    /// From a saved form.
    pub fn from_hashes(mut contributors: Vec<Contributor>) -> Self {
        contributors.sort_unstable();
        contributors.dedup_by_key(|contributor| contributor.unit);
        Self(contributors)
    }

    pub fn as_slice(&self) -> &[Contributor] {
        &self.0
    }

    /// One hash for the units, their answers and the value made of them: two figures with the same
    /// fingerprint are one and the same figure, weights included.
    pub fn fingerprint(&self, salt: Salt, value: f64) -> u64 {
        let mut bytes = value.to_bits().to_le_bytes().to_vec();
        for contributor in &self.0 {
            bytes.extend(contributor.unit.to_le_bytes());
            bytes.extend(contributor.answer.to_le_bytes());
        }
        hash(salt, &bytes)
    }

    /// What changes from `self` to `later`.
    pub fn changes_to(&self, later: &Self) -> Changes {
        let mut changes = Changes::default();
        let (mut before, mut after) = (self.0.iter().peekable(), later.0.iter().peekable());
        loop {
            let order = match (before.peek(), after.peek()) {
                (None, None) => return changes,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(old), Some(new)) => old.unit.cmp(&new.unit),
            };
            match order {
                Ordering::Less => {
                    before.next();
                    changes.removed = changes.removed.saturating_add(1);
                }
                Ordering::Greater => changes.added.extend(after.next().map(|new| new.unit)),
                Ordering::Equal => {
                    if before.next() != after.next() {
                        changes.altered = changes.altered.saturating_add(1);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SALT: Salt = Salt([7; 16]);

    fn of(answers: &[(&str, f64)]) -> Contributors {
        Contributors::new(SALT, answers.iter().copied())
    }

    #[test]
    fn units_are_counted_not_answers() {
        let check = |before: &[(&str, f64)], after: &[(&str, f64)], expect: (usize, u32, u32)| {
            let changes = of(before).changes_to(&of(after));
            let found = (changes.added.len(), changes.removed, changes.altered);
            assert_eq!(found, expect, "{before:?} {after:?}");
        };
        check(&[("a", 1.0), ("b", 2.0)], &[("b", 2.0), ("a", 1.0)], (0, 0, 0));
        check(&[("a", 1.0)], &[("a", 1.0), ("b", 2.0)], (1, 0, 0));
        check(&[("a", 1.0), ("b", 2.0)], &[("a", 1.0)], (0, 1, 0));
        check(&[("a", 1.0), ("b", 2.0)], &[("a", 3.0), ("b", 2.0)], (0, 0, 1));
        check(&[("a", 1.0), ("b", 2.0)], &[("a", 1.0), ("c", 2.0)], (1, 1, 0));
        check(&[("a", 1.0), ("a", 2.0)], &[("a", 3.0)], (0, 0, 0));
        check(&[], &[("a", 1.0)], (1, 0, 0));
    }

    #[test]
    fn a_fingerprint_is_of_units_answers_and_value() {
        let base = of(&[("a", 1.0), ("b", 2.0)]);
        let same = of(&[("b", 2.0), ("a", 1.0)]);
        assert_eq!(base.fingerprint(SALT, 3.0), same.fingerprint(SALT, 3.0));
        assert_ne!(base.fingerprint(SALT, 3.0), base.fingerprint(SALT, 3.5));
        assert_ne!(base.fingerprint(SALT, 3.0), of(&[("a", 1.0)]).fingerprint(SALT, 3.0));
        assert_ne!(base.fingerprint(SALT, 3.0), base.fingerprint(Salt([8; 16]), 3.0));
    }
}
