//! Finds the training linked to an occupation: occupation — ROME — certification — offer.

use crate::matching::supply::{Certification, Link, Offer, Ring, Supply};
use crate::model::{Date, Fap, Rncp, Rome, Territory};
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::catalogue::Catalogue;
use crate::tables::certification::Certifications;
use crate::tables::course_offer::CourseOffers;
use std::collections::{BTreeMap, BTreeSet};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Least part of a ROME card that must fall in the occupation for a link: our choice.
/// A card spreads over ten qualification digits; under two of them the link is noise.
pub const LEAST_SHARE: f64 = 0.2;

/// Where the analysed territory lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    pub territory: Territory,
    pub departments: Vec<Territory>,
    pub regions: Vec<Territory>,
}

impl Reach {
    /// The ring of a place; a place that is not given is remote, never local.
    fn ring(
        &self,
        commune: Option<&str>,
        department: Option<Territory>,
        region: Option<Territory>,
        reference: &Reference,
    ) -> Ring {
        let basin = commune.and_then(|commune| reference.basin_from_commune(commune));
        if basin == Some(self.territory) {
            return Ring::Basin;
        }
        if department.is_none() && region.is_none() && commune.is_none() {
            return Ring::Remote;
        }
        if department.is_some_and(|place| self.departments.contains(&place)) {
            return Ring::Department;
        }
        if region.is_some_and(|place| self.regions.contains(&place)) {
            return Ring::Region;
        }
        Ring::Elsewhere
    }
}

/// The loaded training files, indexed by ROME card once for all occupations.
#[derive(Debug, Default)]
pub struct Index {
    certifications: Vec<(Vec<Rome>, Certification)>,
    offers: Vec<(Vec<Rome>, Offer)>,
    certifications_by_rome: BTreeMap<Rome, Vec<usize>>,
    offers_by_rome: BTreeMap<Rome, Vec<usize>>,
    certifications_known: bool,
    offers_known: bool,
}

/// Numbers stored as `f64` that are levels 3–8.
fn level(value: Option<f64>) -> Option<u8> {
    let value = value.filter(|value| (1.0..=8.0).contains(value))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1–8 checked")]
    let level = value as u8;
    Some(level)
}

fn romes(text: &str, reference: &Reference) -> Vec<Rome> {
    let mut list: Vec<Rome> = text
        .split([' ', '|'])
        .filter_map(|code| Rome::new(code).ok())
        .filter(|rome| !rome.is_domain())
        .filter_map(|rome| reference.rome_v3(rome))
        .collect();
    list.sort_unstable();
    list.dedup();
    list
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
fn unlinked(romes: &[Rome]) -> Option<Link> {
    romes.first().map(|rome| Link { rome: *rome, share: 0.0 })
}

impl Index {
    /// `as_of` decides which certifications and sessions are over.
    pub fn new(
        tables: &[(usize, &Table)],
        reach: &Reach,
        reference: &Reference,
        as_of: Date,
    ) -> Self {
        let mut index = Self::default();
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
                index.add_certifications(source, table, reference, as_of);
            }
        }
        let by_diploma = index.romes_by(|certification| Some(certification.diploma.clone()));
        let by_register = index.romes_by(|certification| certification.register);
        for (source, table) in tables {
            match table {
                Table::CourseOffers(table) => {
                    index.offers_known = true;
                    index.add_course_offers(*source, table, reach, reference, |row| {
                        by_diploma.get(row.0).or_else(|| by_register.get(&row.1?)).cloned()
                    });
                }
                Table::Catalogue(table) => {
                    index.offers_known = true;
                    index.add_catalogue(*source, table, reach, (reference, as_of), |row| {
                        by_diploma.get(row.0).or_else(|| by_register.get(&row.1?)).cloned()
                    });
                }
                _ => {}
            }
        }
        for (position, (romes, _)) in index.certifications.iter().enumerate() {
            for rome in romes {
                index.certifications_by_rome.entry(*rome).or_default().push(position);
            }
        }
        for (position, (romes, _)) in index.offers.iter().enumerate() {
            for rome in romes {
                index.offers_by_rome.entry(*rome).or_default().push(position);
            }
        }
        index
    }

    fn romes_by<K: Ord>(
        &self,
        key: impl Fn(&Certification) -> Option<K>,
    ) -> BTreeMap<K, Vec<Rome>> {
        let mut map: BTreeMap<K, Vec<Rome>> = BTreeMap::new();
        for (romes, certification) in &self.certifications {
            let Some(key) = key(certification) else { continue };
            let list = map.entry(key).or_default();
            list.extend(romes);
            list.sort_unstable();
            list.dedup();
        }
        map
    }

    fn add_certifications(
        &mut self,
        source: usize,
        table: &Certifications,
        reference: &Reference,
        as_of: Date,
    ) {
        // A diploma repeats when it has several register numbers: it is one certification.
        let mut seen = BTreeSet::new();
        let (today, year) = (as_of.to_string(), as_of.year());
        let mut known: BTreeMap<Rncp, Vec<usize>> = BTreeMap::new();
        for (place, (_, certification)) in self.certifications.iter().enumerate() {
            if let Some(register) = certification.register {
                known.entry(register).or_default().push(place);
            }
        }
        for row in table.rows() {
            let register = Rncp::new(row.register).ok();
            let until = row.registered_until;
            let over = row.active == Some(false) || (!until.is_empty() && until < today.as_str());
            // The national register says of a certification already known whether it still holds.
            if let Some(places) = register.and_then(|register| known.get(&register))
                && row.diploma.is_empty()
            {
                for place in places {
                    if let Some((_, known)) = self.certifications.get_mut(*place) {
                        known.ended |= over;
                    }
                }
                continue;
            }
            let romes = romes(row.romes, reference);
            let Some(link) = unlinked(&romes) else { continue };
            let key = if row.diploma.is_empty() { row.register } else { row.diploma };
            if !seen.insert(key.to_owned()) {
                continue;
            }
            let certification = Certification {
                source,
                row: row.row,
                diploma: row.diploma.to_owned(),
                label: row.label.to_owned(),
                type_label: row.type_label.to_owned(),
                level: level(row.level),
                register,
                certifier: row.certifier.to_owned(),
                continuing: row.continuing,
                ended: over || row.last_session.is_some_and(|last| last < f64::from(year)),
                link,
            };
            self.certifications.push((romes, certification));
        }
    }

    fn add_course_offers(
        &mut self,
        source: usize,
        table: &CourseOffers,
        reach: &Reach,
        reference: &Reference,
        romes_of: impl Fn((&str, Option<Rncp>)) -> Option<Vec<Rome>>,
    ) {
        for row in table.rows() {
            let register = Rncp::new(row.register).ok();
            let romes = romes_of((row.diploma, register)).unwrap_or_default();
            let Some(link) = unlinked(&romes) else { continue };
            let department = Territory::department(row.department).ok();
            let region = Territory::region(row.region)
                .ok()
                .or_else(|| department.and_then(|d| reference.region_from_department(d)));
            // A région without département is the provider's seat: the offer has no place.
            let ring = if department.is_none() {
                Ring::Remote
            } else {
                reach.ring(None, department, region, reference)
            };
            let title = if row.title.is_empty() { row.certification_label } else { row.title };
            self.offers.push((
                romes,
                Offer {
                    source,
                    row: row.row,
                    title: title.to_owned(),
                    provider: row.provider.to_owned(),
                    ring,
                    commune: None,
                    department,
                    diploma: (!row.diploma.is_empty()).then(|| row.diploma.to_owned()),
                    register,
                    level: level(row.level),
                    hours: row.hours_mean.or(row.hours_min).or(row.hours_max),
                    places: None,
                    price: row.price_mean.or(row.price_min).or(row.price_max),
                    continuing: Some(true),
                    link,
                    ended: false,
                    derived: true,
                },
            ));
        }
    }

    fn add_catalogue(
        &mut self,
        source: usize,
        table: &Catalogue,
        reach: &Reach,
        (reference, as_of): (&Reference, Date),
        romes_of: impl Fn((&str, Option<Rncp>)) -> Option<Vec<Rome>>,
    ) {
        let today = as_of.to_string();
        for row in table.rows() {
            let register = Rncp::new(row.register).ok();
            let own = romes(row.romes, reference);
            let derived = own.is_empty();
            let romes =
                if derived { romes_of((row.diploma, register)).unwrap_or_default() } else { own };
            let Some(link) = unlinked(&romes) else { continue };
            let commune = (!row.commune.is_empty()).then_some(row.commune);
            let department = commune.and_then(|commune| reference.department_from_commune(commune));
            let region = department.and_then(|d| reference.region_from_department(d));
            let continuing = match row.route {
                "continue" | "mixte" => Some(true),
                "scolaire" | "apprentissage" => Some(false),
                _ => None,
            };
            self.offers.push((
                romes,
                Offer {
                    source,
                    row: row.row,
                    title: row.title.to_owned(),
                    provider: row.provider.to_owned(),
                    ring: reach.ring(commune, department, region, reference),
                    commune: commune.map(str::to_owned),
                    department,
                    diploma: (!row.diploma.is_empty()).then(|| row.diploma.to_owned()),
                    register,
                    level: level(row.level),
                    hours: row.hours,
                    places: row.capacity,
                    price: row.cost_total,
                    continuing,
                    link,
                    // A month without its day ends with the month.
                    ended: !row.ends.is_empty()
                        && today.get(..row.ends.len()).is_some_and(|now| row.ends < now),
                    derived,
                },
            ));
        }
    }

    /// What is linked to an occupation, nearest and closest first, order independent of files.
    pub fn supply(&self, occupation: Fap, reference: &Reference) -> Supply {
        let links: Vec<Link> = reference
            .romes_from_fap(occupation)
            .into_iter()
            .filter(|(_, share)| *share >= LEAST_SHARE)
            .map(|(rome, share)| Link { rome, share })
            .collect();
        let best = |by_rome: &BTreeMap<Rome, Vec<usize>>| {
            let mut best: BTreeMap<usize, Link> = BTreeMap::new();
            for link in &links {
                for position in by_rome.get(&link.rome).into_iter().flatten() {
                    let kept = best.entry(*position).or_insert(*link);
                    if link.share > kept.share {
                        *kept = *link;
                    }
                }
            }
            best
        };
        // A registered certification that speaks of the occupation, of few cards, comes first:
        // an order of reading, not a link, which the ROME card alone makes.
        let words = stems(reference.fap_label(occupation).unwrap_or_default());
        let mut certifications: Vec<(Nearness, Certification)> = best(&self.certifications_by_rome)
            .into_iter()
            .filter_map(|(position, link)| {
                let (romes, certification) = self.certifications.get(position)?;
                let near = words.intersection(&stems(&certification.label)).count();
                let key = (std::cmp::Reverse(near), romes.len());
                Some((key, Certification { link, ..certification.clone() }))
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
        let mut offers: Vec<Offer> = best(&self.offers_by_rome)
            .into_iter()
            .filter_map(|(position, link)| {
                let (_, offer) = self.offers.get(position)?;
                Some(Offer { link, ..offer.clone() })
            })
            .collect();
        offers.sort_by(|a, b| {
            (a.ended, a.ring, a.continuing != Some(true))
                .cmp(&(b.ended, b.ring, b.continuing != Some(true)))
                .then(b.link.share.total_cmp(&a.link.share))
                .then_with(|| (&a.provider, &a.title).cmp(&(&b.provider, &b.title)))
                .then_with(|| (a.source, a.row).cmp(&(b.source, b.row)))
        });
        Supply {
            certifications,
            offers,
            offers_known: self.offers_known,
            certifications_known: self.certifications_known,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stems_of_a_label() {
        let found: Vec<String> = stems("Aides-soignants et élèves").into_iter().collect();
        assert_eq!(found, ["aides", "eleves", "soigna"]);
    }

    #[test]
    fn a_place_that_is_not_given_is_remote() {
        let reference = Reference::embedded().unwrap();
        let reach = Reach {
            territory: "be:8450".parse().unwrap(),
            departments: vec!["dep:15".parse().unwrap()],
            regions: vec!["reg:84".parse().unwrap()],
        };
        let ring = |commune: Option<&str>, department: Option<&str>, region: Option<&str>| {
            let parse = |text: Option<&str>| text.and_then(|text| text.parse().ok());
            reach.ring(commune, parse(department), parse(region), &reference)
        };
        assert_eq!(ring(Some("15014"), Some("dep:15"), Some("reg:84")), Ring::Basin);
        assert_eq!(ring(Some("15187"), Some("dep:15"), Some("reg:84")), Ring::Department);
        assert_eq!(ring(None, Some("dep:63"), Some("reg:84")), Ring::Region);
        assert_eq!(ring(None, Some("dep:46"), Some("reg:76")), Ring::Elsewhere);
        assert_eq!(ring(None, None, None), Ring::Remote);
    }
}
