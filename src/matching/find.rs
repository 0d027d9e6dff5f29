//! Finds the training linked to an occupation: occupation — ROME — certification — offer.

mod files;

use crate::matching::corrections::{Decision, LinkKey, Links, Said};
pub use crate::matching::find::files::certifications_linked;
use crate::matching::find::files::{Known, safest};
use crate::matching::namesake::Namesakes;
use crate::matching::proposal::Fields;
use crate::matching::reach::Reach;
use crate::matching::supply::{Certification, Link, LinkKind, Linking, Offer, Ring, Supply};
use crate::model::{Date, Fap, Rncp, Rome};
use crate::reference::Reference;
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Least part of a ROME card that must fall in the occupation for a link: our choice.
/// A card spreads over ten qualification digits; under two of them the link is noise.
pub const LEAST_SHARE: f64 = 0.2;

/// How the files are linked.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// Decides which certifications and sessions are over.
    pub as_of: Date,
    /// Score of a title, and share of the certifications of a field, from which a card is
    /// proposed, 0–1.
    pub least_score: f64,
    pub least_share: f64,
    /// What the user decided.
    pub links: &'a Links,
}

/// A card that a row leads to, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Way {
    rome: Rome,
    kind: LinkKind,
    found_in: Option<(usize, u32)>,
}

/// Something with the cards that it leads to.
#[derive(Debug)]
struct Held<T> {
    ways: Vec<Way>,
    what: T,
}

/// The loaded training files, indexed by ROME card once for all occupations.
#[derive(Debug, Default)]
pub struct Index {
    certifications: Vec<Held<Certification>>,
    offers: Vec<Held<Offer>>,
    certifications_by_rome: BTreeMap<Rome, Vec<usize>>,
    offers_by_rome: BTreeMap<Rome, Vec<usize>>,
    /// Those that the user decided on.
    decided_offers: Vec<(usize, LinkKey)>,
    decided_certifications: Vec<(usize, LinkKey)>,
    links: Links,
    linking: Vec<Linking>,
    /// Sources of which a row is held, or completes one that is.
    read: BTreeSet<usize>,
    certifications_known: bool,
    offers_known: bool,
}

/// Words shared with the occupation's label, then ROME cards of the certification.
type Nearness = (std::cmp::Reverse<usize>, usize);

/// First six letters of the long words, without accents: `aides-soignants` → `aides`, `soigna`.
fn stems(label: &str) -> BTreeSet<String> {
    label
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() >= 5)
        .map(|word| word.chars().take(6).collect())
        .collect()
}

/// Placeholder of a link until the occupation is known.
const UNLINKED: Link = Link { rome: None, share: 0.0, kind: LinkKind::Code, found_in: None };

impl Index {
    pub fn new(
        tables: &[(usize, &Table)],
        reach: &Reach,
        reference: &Reference,
        rules: Rules<'_>,
    ) -> Self {
        let mut index = Self { links: rules.links.clone(), ..Self::default() };
        let mut fields = Fields::default();
        // Certif Info first: the national registers complete it.
        let certifications = || {
            tables.iter().filter_map(|(source, table)| match table {
                Table::Certifications(table) => {
                    let register = table.rows().next().is_some_and(|row| row.diploma.is_empty());
                    Some((register, *source, table))
                }
                _ => None,
            })
        };
        for wanted in [false, true] {
            for (_, source, table) in certifications().filter(|(found, ..)| *found == wanted) {
                index.certifications_known = true;
                index.add_certifications(source, table, reference, rules.as_of, &mut fields);
            }
        }
        let mut known = Known {
            by_diploma: index.cards_by(|certification| Some(certification.diploma.clone())),
            by_register: index.cards_by(|certification| certification.register),
            fields,
            namesakes: index.namesakes(tables),
            least: (rules.least_score, rules.least_share),
            read: BTreeMap::new(),
        };
        for (source, table) in tables {
            match table {
                Table::CourseOffers(table) => {
                    index.offers_known = true;
                    index.add_course_offers(*source, table, (reach, reference), &mut known);
                }
                Table::Catalogue(table) => {
                    index.offers_known = true;
                    let place = (reach, reference);
                    index.add_catalogue(*source, table, place, rules.as_of, &mut known);
                }
                _ => {}
            }
        }
        index.read.extend(index.offers.iter().map(|held| held.what.source));
        index.certifications_by_rome = by_rome(&index.certifications);
        index.offers_by_rome = by_rome(&index.offers);
        index.find_decided();
        index.count_linking();
        index
    }

    /// The titles of certifications, where there are offers to set against them.
    fn namesakes(&self, tables: &[(usize, &Table)]) -> Namesakes {
        let mut namesakes = Namesakes::default();
        let offers = |table: &Table| matches!(table, Table::CourseOffers(_) | Table::Catalogue(_));
        if tables.iter().any(|(_, table)| offers(table)) {
            for Held { ways, what } in &self.certifications {
                let romes = ways.iter().map(|way| way.rome).collect();
                namesakes.learn(&what.label, romes, (what.source, what.row));
            }
        }
        namesakes
    }

    fn find_decided(&mut self) {
        if self.links.is_empty() {
            return;
        }
        let known = |key: &LinkKey| self.links.decisions.contains_key(key);
        let offers = self.offers.iter().enumerate();
        self.decided_offers = offers
            .map(|(place, held)| (place, LinkKey::of_offer(&held.what)))
            .filter(|(_, key)| known(key))
            .collect();
        let certifications = self.certifications.iter().enumerate();
        self.decided_certifications = certifications
            .map(|(place, held)| (place, LinkKey::of_certification(&held.what)))
            .filter(|(_, key)| known(key))
            .collect();
    }

    /// Each row of offers by its safest link.
    fn count_linking(&mut self) {
        let decided: BTreeMap<usize, &LinkKey> =
            self.decided_offers.iter().map(|(place, key)| (*place, key)).collect();
        let mut counts: BTreeMap<usize, Linking> = BTreeMap::new();
        for (place, held) in self.offers.iter().enumerate() {
            let decision = decided.get(&place).and_then(|key| self.links.decisions.get(*key));
            let set = decision.is_some_and(Decision::links);
            let best = if set { Some(LinkKind::Decided) } else { safest(&held.ways) };
            let source = held.what.source;
            counts.entry(source).or_insert(Linking { source, ..Linking::default() }).add(best);
        }
        self.linking = counts.into_values().collect();
    }

    /// Offers of the territory that can still be followed and that a confirmed link leads somewhere,
    /// but to none of these occupations; in the order of files.
    pub fn idle<'a>(&self, supplies: impl Iterator<Item = &'a Supply>) -> Vec<Offer> {
        let mut fed: BTreeSet<(usize, u32)> = BTreeSet::new();
        for supply in supplies {
            let offers = supply.offers.iter().filter(|offer| offer.ring.is_local());
            fed.extend(offers.map(|offer| (offer.source, offer.row)));
        }
        let sure = |held: &&Held<Offer>| held.ways.iter().any(|way| !way.kind.is_proposal());
        let open =
            self.offers.iter().filter(|held| held.what.ring == Ring::Basin && !held.what.ended);
        let idle = open.filter(sure).map(|held| &held.what);
        let idle = idle.filter(|offer| !fed.contains(&(offer.source, offer.row)));
        let mut idle: Vec<Offer> = idle.filter(|offer| !self.decided(offer)).cloned().collect();
        idle.sort_by_key(|offer| (offer.source, offer.row));
        idle
    }

    /// Offers of own catalogues that nothing links to any occupation: no card, no proposal, no
    /// decision; in the order of files.
    pub fn unlinked(&self) -> Vec<Offer> {
        let alone = |held: &&Held<Offer>| {
            let Held { ways, what } = held;
            let decision = self.links.decisions.get(&LinkKey::of_offer(what));
            // A row of a catalogue says its route; one of a national list does not.
            ways.is_empty() && !what.route.is_empty() && !decision.is_some_and(Decision::links)
        };
        let mut found: Vec<Offer> =
            self.offers.iter().filter(alone).map(|held| held.what.clone()).collect();
        found.sort_by_key(|offer| (offer.source, offer.row));
        found
    }

    /// The user said something of the offer: what feeds nothing is then his choice, not a finding.
    fn decided(&self, offer: &Offer) -> bool {
        !self.links.is_empty() && self.links.decisions.contains_key(&LinkKey::of_offer(offer))
    }

    /// How the offers of each source are linked, by source.
    pub fn linking(&self) -> &[Linking] {
        &self.linking
    }

    /// Sources that links rest on.
    pub fn sources(&self) -> impl Iterator<Item = usize> {
        self.read.iter().copied()
    }

    /// What is linked to an occupation, nearest and closest first, order independent of files.
    pub fn supply(&self, occupation: Fap, reference: &Reference) -> Supply {
        let cards: Vec<(Rome, f64)> = reference
            .romes_from_fap(occupation)
            .into_iter()
            .filter(|(_, share)| *share >= LEAST_SHARE)
            .collect();
        let found = best(&self.certifications, &self.certifications_by_rome, &cards);
        let found = self.corrected(found, &self.decided_certifications, occupation, &cards);
        // A registered certification that speaks of the occupation, of few cards, comes first:
        // an order of reading, not a link, which the ROME card alone makes.
        let words = stems(reference.fap_label(occupation).unwrap_or_default());
        let mut certifications: Vec<(Nearness, Certification)> = found
            .into_iter()
            .filter_map(|(position, link)| {
                let Held { ways, what } = self.certifications.get(position)?;
                let near = words.intersection(&stems(&what.label)).count();
                let key = (std::cmp::Reverse(near), ways.len());
                Some((key, Certification { link, ..what.clone() }))
            })
            .collect();
        certifications.sort_by(|(near_a, a), (near_b, b)| {
            let key = |c: &Certification| {
                let registered = matches!(c.register, Some(Rncp::Rncp(_)));
                (c.ended, c.continuing != Some(true), !registered)
            };
            key(a)
                .cmp(&key(b))
                .then(near_a.0.cmp(&near_b.0))
                .then(b.link.share.total_cmp(&a.link.share))
                .then(near_a.1.cmp(&near_b.1))
                .then_with(|| a.label.cmp(&b.label))
                .then_with(|| a.diploma.cmp(&b.diploma))
        });
        let certifications = certifications.into_iter().map(|(_, found)| found).collect();
        let found = best(&self.offers, &self.offers_by_rome, &cards);
        let found = self.corrected(found, &self.decided_offers, occupation, &cards);
        let offers = found.into_iter().filter_map(|(position, link)| {
            let held = self.offers.get(position)?;
            Some(Offer { link, ..held.what.clone() })
        });
        let (mut proposed, mut offers): (Vec<Offer>, Vec<Offer>) =
            offers.partition(|offer| offer.link.kind.is_proposal());
        let order = |a: &Offer, b: &Offer| {
            (a.ended, a.ring, a.continuing != Some(true))
                .cmp(&(b.ended, b.ring, b.continuing != Some(true)))
                .then(b.link.share.total_cmp(&a.link.share))
                .then_with(|| (&a.provider, &a.title).cmp(&(&b.provider, &b.title)))
                .then_with(|| (a.source, a.row).cmp(&(b.source, b.row)))
        };
        offers.sort_by(order);
        let score = |offer: &Offer| offer.link.kind.score().unwrap_or_default();
        proposed.sort_by(|a, b| score(b).total_cmp(&score(a)).then_with(|| order(a, b)));
        Supply {
            certifications,
            offers,
            proposed,
            offers_known: self.offers_known,
            certifications_known: self.certifications_known,
        }
    }

    /// The links found, as the user's decisions leave them: a pure function of both.
    fn corrected(
        &self,
        mut found: BTreeMap<usize, Link>,
        decided: &[(usize, LinkKey)],
        occupation: Fap,
        cards: &[(Rome, f64)],
    ) -> BTreeMap<usize, Link> {
        for (place, key) in decided {
            match self.links.said(key, occupation) {
                Said::Nothing => {}
                Said::Refused => {
                    found.remove(place);
                }
                Said::Linked => {
                    // The card that was found, else the one that holds most of the occupation.
                    let known = found.get(place).and_then(|link| Some((link.rome?, link.share)));
                    let most = cards.iter().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
                    let (rome, share) = known
                        .or(most.copied())
                        .map_or((None, 1.0), |(rome, share)| (Some(rome), share));
                    let link = Link { rome, share, kind: LinkKind::Decided, found_in: None };
                    found.insert(*place, link);
                }
            }
        }
        found
    }
}

fn by_rome<T>(all: &[Held<T>]) -> BTreeMap<Rome, Vec<usize>> {
    let mut map: BTreeMap<Rome, Vec<usize>> = BTreeMap::new();
    for (position, held) in all.iter().enumerate() {
        for way in &held.ways {
            map.entry(way.rome).or_default().push(position);
        }
    }
    map
}

/// The best link of everything that leads to some cards, by place.
fn best<T>(
    all: &[Held<T>],
    by_rome: &BTreeMap<Rome, Vec<usize>>,
    cards: &[(Rome, f64)],
) -> BTreeMap<usize, Link> {
    let mut best: BTreeMap<usize, Link> = BTreeMap::new();
    for (rome, share) in cards {
        for position in by_rome.get(rome).into_iter().flatten() {
            let ways = all.get(*position).map(|held| held.ways.as_slice()).unwrap_or_default();
            for way in ways.iter().filter(|way| way.rome == *rome) {
                let Way { rome, kind, found_in } = *way;
                let link = Link { rome: Some(rome), share: *share, kind, found_in };
                let kept = best.entry(*position).or_insert(link);
                if link.is_better_than(kept) {
                    *kept = link;
                }
            }
        }
    }
    best
}

#[cfg(test)]
mod tests;
