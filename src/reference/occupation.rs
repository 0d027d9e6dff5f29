//! FAP 2009, FAP 2021, ROME, and the passages between them.

use crate::model::{Fap, FapLevel, FapVersion, Rome};
use crate::reference::lists::{ReferenceError, fields, replaces};
use crate::tables::nomenclature::Nomenclature;
use std::collections::{BTreeMap, BTreeSet};

/// Qualification digits of a card that lead to an occupation, as a set of bits 0–9.
type Digits = u16;

#[derive(Clone, Debug, Default)]
pub struct Occupations {
    labels: BTreeMap<Fap, String>,
    cards: BTreeMap<Rome, (Rome, String)>,
    /// Card → occupations of an edition and their digits; the fine positions of FAP 2021 are merged.
    to_fap: BTreeMap<(FapVersion, Rome), BTreeMap<Fap, Digits>>,
    to_rome: BTreeMap<Fap, BTreeMap<Rome, Digits>>,
}

/// Part of the ten digits.
fn share(digits: Digits) -> f64 {
    f64::from(digits.count_ones()) / 10.0
}

/// `036` → bits 0, 3 and 6; nothing means every digit.
fn digits_of(text: &str) -> Digits {
    match text {
        "" => 0b11_1111_1111,
        text => text.chars().filter_map(|c| c.to_digit(10)).fold(0, |bits, d| bits | (1 << d)),
    }
}

impl Occupations {
    /// # Errors
    /// When a built-in list is faulty.
    pub fn embedded() -> Result<Self, ReferenceError> {
        let mut list = Self::default();
        let version = |year: &str| year.parse().ok().and_then(FapVersion::from_year);
        for [year, code, label] in
            fields::<3>("fap.csv", include_str!("../../assets/reference/fap.csv"))?
        {
            if let Some(fap) = version(year).and_then(|v| Fap::new(v, code).ok()) {
                list.labels.insert(fap, label.to_owned());
            }
        }
        for [code, parent, label] in
            fields::<3>("rome.csv", include_str!("../../assets/reference/rome.csv"))?
        {
            if let (Ok(code), Ok(parent)) = (Rome::new(code), Rome::new(parent)) {
                list.cards.insert(code, (parent, label.to_owned()));
            }
        }
        for [year, rome, digits, fap] in
            fields::<4>("rome_fap.csv", include_str!("../../assets/reference/rome_fap.csv"))?
        {
            let Some(version) = version(year) else { continue };
            let (Ok(rome), Ok(fap)) = (Rome::new(rome), Fap::new(version, fap)) else { continue };
            let Some(fap) = fap.ancestor(FapLevel::Occupation) else { continue };
            list.link(rome, fap, digits_of(digits));
        }
        Ok(list)
    }

    fn link(&mut self, rome: Rome, fap: Fap, digits: Digits) {
        let of_card = self.to_fap.entry((fap.version, rome)).or_default();
        *of_card.entry(fap).or_default() |= digits;
        *self.to_rome.entry(fap).or_default().entry(rome).or_default() |= digits;
    }

    /// A loaded tree of FAP 2021 over the built-in one.
    #[must_use]
    pub fn with_labels(&self, version: FapVersion, tree: &Nomenclature) -> Self {
        let mut changed = self.clone();
        let loaded: BTreeMap<Fap, String> = tree
            .rows()
            .filter_map(|row| {
                let fap = Fap::new(version, row.code).ok()?;
                Some((fap, row.label.to_owned()))
            })
            .collect();
        let built_in = |fap: &Fap| fap.version == version;
        let before = changed.labels.keys().filter(|fap| built_in(fap)).count();
        if replaces(loaded.len(), before) {
            changed.labels.retain(|fap, _| !built_in(fap));
        }
        changed.labels.extend(loaded);
        changed
    }

    /// Loaded cards over the built-in ones.
    #[must_use]
    pub fn with_cards(&self, cards: &Nomenclature) -> Self {
        let mut changed = self.clone();
        let loaded: BTreeMap<Rome, (Rome, String)> = cards
            .rows()
            .filter_map(|row| {
                let parent = Rome::new(row.parent).ok()?;
                Some((Rome::new(row.code).ok()?, (parent, row.label.to_owned())))
            })
            .collect();
        if replaces(loaded.len(), changed.cards.len()) {
            changed.cards.clear();
        }
        changed.cards.extend(loaded);
        changed
    }

    /// A loaded passage to an edition of FAP over the built-in one: the cards it names are its own.
    #[must_use]
    pub fn with_passage(&self, version: FapVersion, passage: &Nomenclature) -> Self {
        let mut changed = self.clone();
        let mut loaded: BTreeMap<(Rome, Fap), Digits> = BTreeMap::new();
        for row in passage.rows() {
            let fap = Fap::new(version, row.target).ok();
            let fap = fap.and_then(|fap| fap.ancestor(FapLevel::Occupation));
            let (Ok(rome), Some(fap)) = (Rome::new(row.code), fap) else { continue };
            *loaded.entry((rome, fap)).or_default() |= digits_of(row.qualifier);
        }
        let named: BTreeSet<Rome> = loaded.keys().map(|(rome, _)| *rome).collect();
        changed.to_fap.retain(|(edition, rome), _| *edition != version || !named.contains(rome));
        for (_, cards) in changed.to_rome.iter_mut().filter(|(fap, _)| fap.version == version) {
            cards.retain(|rome, _| !named.contains(rome));
        }
        for ((rome, fap), digits) in loaded {
            changed.link(rome, fap, digits);
        }
        changed
    }

    pub fn label(&self, fap: Fap) -> Option<&str> {
        self.labels.get(&fap).map(String::as_str)
    }

    pub fn codes(&self, version: FapVersion, level: FapLevel) -> Vec<Fap> {
        let wanted = |fap: &&Fap| fap.version == version && fap.level() == level;
        self.labels.keys().filter(wanted).copied().collect()
    }

    pub fn rome_label(&self, rome: Rome) -> Option<&str> {
        self.cards.get(&rome).map(|(_, label)| label.as_str())
    }

    pub fn rome_v3(&self, rome: Rome) -> Option<Rome> {
        self.cards.get(&rome).map(|(parent, _)| *parent)
    }

    /// The 532 cards of ROME v3, which are their own parents.
    pub fn v3_cards(&self) -> impl Iterator<Item = Rome> {
        self.cards.iter().filter(|(code, (parent, _))| *code == parent).map(|(code, _)| *code)
    }

    /// (edition, card, occupation, digits) of both passages.
    pub(super) fn links(&self) -> impl Iterator<Item = (FapVersion, Rome, Fap, Digits)> {
        self.to_fap.iter().flat_map(|((version, rome), occupations)| {
            occupations.iter().map(|(fap, digits)| (*version, *rome, *fap, *digits))
        })
    }

    pub(super) fn targets(
        &self,
        version: FapVersion,
        rome: Rome,
    ) -> impl Iterator<Item = (Fap, Digits)> {
        let occupations = self.to_fap.get(&(version, rome)).into_iter().flatten();
        occupations.map(|(fap, digits)| (*fap, *digits))
    }

    pub fn fap_from_rome(
        &self,
        version: FapVersion,
        rome: Rome,
        qualification: Option<char>,
    ) -> Vec<(Fap, f64)> {
        let digit = qualification.and_then(|c| c.to_digit(10));
        self.targets(version, rome)
            .filter_map(|(fap, digits)| match digit {
                None => Some((fap, share(digits))),
                Some(digit) => (digits & (1 << digit) != 0).then_some((fap, 1.0)),
            })
            .collect()
    }

    fn sources(&self, fap: Fap) -> impl Iterator<Item = (Rome, Digits)> {
        let cards = self.to_rome.get(&fap).into_iter().flatten();
        cards.map(|(rome, digits)| (*rome, *digits))
    }

    pub fn romes_from_fap(&self, fap: Fap) -> Vec<(Rome, f64)> {
        self.sources(fap).map(|(rome, digits)| (rome, share(digits))).collect()
    }

    pub fn bridge(&self, fap: Fap, to: FapVersion) -> Vec<(Fap, f64)> {
        if fap.version == to {
            return vec![(fap, 1.0)];
        }
        let mut shared: BTreeMap<Fap, u32> = BTreeMap::new();
        let mut all = 0;
        for (rome, own) in self.sources(fap) {
            for (other, digits) in self.targets(to, rome) {
                let common = (own & digits).count_ones();
                if common > 0 {
                    *shared.entry(other).or_default() += common;
                    all += common;
                }
            }
        }
        let mut list: Vec<(Fap, f64)> = shared
            .into_iter()
            .map(|(other, common)| (other, f64::from(common) / f64::from(all)))
            .collect();
        list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        list
    }
}
