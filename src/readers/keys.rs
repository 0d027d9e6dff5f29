//! Keys of rows, for the layouts that have one: of the rows with the same key the first is kept.
//!
//! A key is 128 bits of two keyed hashes: two keys that differ meet with a chance below 1e-26 in a
//! million, and a key costs 16 bytes. A set of a million of them is beyond what a processor holds
//! at hand, so pieces of a text that are read side by side gather theirs, to be sorted together
//! afterwards. When a key comes twice, which is rare, the pieces are read again knowing which.

use crate::jobs::side_by_side;
use std::collections::hash_map::RandomState;
use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher as _, BuildHasherDefault, Hasher};
use std::sync::Arc;

/// Keys sorted at a time are those whose first byte is the same.
const BUCKETS: usize = 256;

/// A key is a hash already.
#[derive(Clone, Default)]
struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    /// Never called: keys are written as one number.
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |sum, byte| sum.rotate_left(8) ^ u64::from(*byte));
    }

    fn write_u128(&mut self, key: u128) {
        #[expect(clippy::cast_possible_truncation, reason = "half of a hash is a hash")]
        let low = key as u64;
        self.0 = low;
    }
}

type Set = HashSet<u128, BuildHasherDefault<AsIs>>;
/// By key, the part of the text in which it comes first: 0 before the pieces, then 1, 2…
type First = BTreeMap<u128, usize>;

/// Keys of the rows seen so far.
#[derive(Clone, Default)]
pub struct Keys {
    hashers: [RandomState; 2],
    known: Known,
}

#[derive(Clone)]
enum Known {
    /// Of a text read from end to end.
    InOrder(Set),
    /// Of a piece read beside others, by first byte.
    Gathered(Vec<Vec<u128>>),
    /// Of a piece read again: which keys come twice, and which of them came in this part.
    Repeated { first: Arc<First>, came: Set, part: usize },
}

impl Default for Known {
    fn default() -> Self {
        Self::InOrder(Set::default())
    }
}

const fn bucket(key: u128) -> usize {
    (key >> 120) as usize
}

impl Keys {
    /// Keys hashed alike, of pieces that follow.
    pub fn beside(&self) -> Self {
        let known = Known::Gathered(vec![Vec::new(); BUCKETS]);
        Self { hashers: self.hashers.clone(), known }
    }

    /// The same for a piece by its rank, from zero.
    pub fn of_piece(&self, rank: usize) -> Self {
        let mut keys = self.clone();
        if let Known::Repeated { part, .. } = &mut keys.known {
            *part = rank + 1;
        }
        keys
    }

    /// Whether the key of these parts comes first here, as far as is known yet.
    pub fn insert(&mut self, parts: &[&str]) -> bool {
        let key = self.of(parts);
        match &mut self.known {
            Known::InOrder(seen) => seen.insert(key),
            Known::Gathered(buckets) => {
                if let Some(keys) = buckets.get_mut(bucket(key)) {
                    keys.push(key);
                }
                true
            }
            Known::Repeated { first, came, part } => match first.get(&key) {
                None => true,
                Some(first) => first == part && came.insert(key),
            },
        }
    }

    /// What the pieces need to be read again, when two of the keys gathered before and in them
    /// are the same.
    pub fn again(&self, pieces: &[&Self]) -> Option<Self> {
        let parts: Vec<&Self> = std::iter::once(self).chain(pieces.iter().copied()).collect();
        let buckets: Vec<usize> = (0..BUCKETS).collect();
        let repeated = side_by_side(&buckets, |bucket| repeated(&parts, *bucket));
        let first: First = repeated.into_iter().flatten().collect();
        if first.is_empty() {
            return None;
        }
        let known = Known::Repeated { first: Arc::new(first), came: Set::default(), part: 0 };
        Some(Self { hashers: self.hashers.clone(), known })
    }

    /// Keys to compare with those of other parts.
    fn in_bucket(&self, wanted: usize) -> impl Iterator<Item = u128> {
        let (set, gathered) = match &self.known {
            Known::InOrder(seen) => (Some(seen), None),
            Known::Gathered(buckets) => (None, buckets.get(wanted)),
            Known::Repeated { .. } => (None, None),
        };
        let set = set.into_iter().flatten().filter(move |key| bucket(**key) == wanted);
        set.chain(gathered.into_iter().flatten()).copied()
    }

    fn of(&self, parts: &[&str]) -> u128 {
        let [high, low] = self.hashers.each_ref().map(|state| {
            let mut hasher = state.build_hasher();
            for part in parts {
                hasher.write(part.as_bytes());
                // Between parts: no text holds this byte.
                hasher.write_u8(0xff);
            }
            u128::from(hasher.finish())
        });
        high << 64 | low
    }
}

/// Keys that come twice, each with the part in which it comes first.
fn repeated(parts: &[&Keys], bucket: usize) -> Vec<(u128, usize)> {
    let mut keys: Vec<u128> = parts.iter().flat_map(|keys| keys.in_bucket(bucket)).collect();
    keys.sort_unstable();
    let twice = |keys: &[u128]| keys.first() == keys.get(1);
    if !keys.windows(2).any(twice) {
        return Vec::new();
    }
    let ranked = parts.iter().enumerate();
    let mut ranked: Vec<(u128, usize)> = ranked
        .flat_map(|(rank, keys)| keys.in_bucket(bucket).map(move |key| (key, rank)))
        .collect();
    ranked.sort_unstable();
    let same = |a: &(u128, usize), b: &(u128, usize)| a.0 == b.0;
    let groups = ranked.chunk_by(same).filter(|group| group.len() > 1);
    groups.filter_map(|group| group.first().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Which keys come first, read in order.
    fn in_order(parts: &[Vec<u8>]) -> Vec<bool> {
        let mut keys = Keys::default();
        parts.iter().flatten().map(|key| keys.insert(&[&key.to_string()])).collect()
    }

    /// The same of pieces read side by side, after the rows before them.
    fn in_pieces(parts: &[Vec<u8>]) -> Vec<bool> {
        let (before, pieces) = parts.split_first().unwrap();
        let mut keys = Keys::default();
        let mut first: Vec<bool> =
            before.iter().map(|key| keys.insert(&[&key.to_string()])).collect();
        let mut shared = keys.beside();
        loop {
            let mut read: Vec<Keys> = (0..pieces.len()).map(|rank| shared.of_piece(rank)).collect();
            let mut found = Vec::new();
            for (keys, piece) in read.iter_mut().zip(pieces) {
                found.extend(piece.iter().map(|key| keys.insert(&[&key.to_string()])));
            }
            let Some(again) = keys.again(&read.iter().collect::<Vec<_>>()) else {
                first.extend(found);
                return first;
            };
            shared = again;
        }
    }

    #[test]
    fn parts_of_a_key_are_apart() {
        let mut keys = Keys::default();
        assert!(keys.insert(&["ab", "c"]) && keys.insert(&["a", "bc"]));
        assert!(!keys.insert(&["ab", "c"]));
    }

    proptest! {
        #[test]
        fn pieces_keep_the_rows_that_one_reading_keeps(
            parts in prop::collection::vec(prop::collection::vec(0_u8..30, 0..12), 1..5),
        ) {
            prop_assert_eq!(in_pieces(&parts), in_order(&parts));
        }
    }
}
