//! The rows of training files, with the cards that each leads to.

use crate::matching::find::{Held, Index, Rules, UNLINKED, Way};
use crate::matching::label::index::Index as Titles;
use crate::matching::namesake::{Namesake, Namesakes};
use crate::matching::proposal::{Fields, Proposal, of_title};
use crate::matching::reach::{Placed, Reach};
use crate::matching::supply::{Certification, Link, LinkKind, Linking, Modality, Numbers, Offer};
use crate::model::{Date, Rncp, Rome, Territory};
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::catalogue::Catalogue;
use crate::tables::certification::Certifications;
use crate::tables::course_offer::CourseOffers;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers stored as `f64` that are levels 3–8.
fn level(value: Option<f64>) -> Option<u8> {
    let value = value.filter(|value| (1.0..=8.0).contains(value))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1–8 checked")]
    let level = value as u8;
    Some(level)
}

fn year(value: Option<f64>) -> Option<u16> {
    let value = value.filter(|value| (1900.0..=2100.0).contains(value))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within bounds")]
    let year = value as u16;
    Some(year)
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

/// Cards of certifications with the row that says so.
pub type Cards = Vec<(Rome, (usize, u32))>;

/// The cards of certifications, by what offers name them with.
pub struct Known {
    pub by_diploma: BTreeMap<String, Cards>,
    pub by_register: BTreeMap<Rncp, Cards>,
    pub fields: Fields,
    pub namesakes: Namesakes,
    pub least: (f64, f64),
    /// Titles already looked for.
    pub read: BTreeMap<String, Vec<Proposal>>,
}

impl Known {
    /// The cards of an offer: its own, else those of its certification, else proposals of its
    /// field of training and of its title.
    fn ways(&mut self, at: (usize, u32), own: &[Rome], said: &Named<'_>) -> Vec<Way> {
        let code = |rome: &Rome| Way { rome: *rome, kind: LinkKind::Code, found_in: Some(at) };
        if !own.is_empty() {
            return own.iter().map(code).collect();
        }
        let cards = self.by_diploma.get(said.diploma).filter(|_| !said.diploma.is_empty());
        let cards = cards.or_else(|| self.by_register.get(&said.register?));
        if let Some(cards) = cards.filter(|cards| !cards.is_empty()) {
            let way = |(rome, at): &(Rome, (usize, u32))| {
                let found_in = Some(*at);
                Way { rome: *rome, kind: LinkKind::Card, found_in }
            };
            return cards.iter().map(way).collect();
        }
        let (least_score, least_share) = self.least;
        let named = self.namesakes.of(said.title).into_iter();
        let mut ways: Vec<Way> = named
            .map(|Namesake { rome, score, at }| Way {
                rome,
                kind: LinkKind::Named { score },
                found_in: Some(at),
            })
            .collect();
        for formacode in said.formacodes.split(' ').filter(|code| !code.is_empty()) {
            for (rome, share) in self.fields.cards(formacode, least_share) {
                if ways.iter().any(|way| way.rome == rome) {
                    continue;
                }
                ways.push(Way { rome, kind: LinkKind::Field { share }, found_in: Some(at) });
            }
        }
        let read = self.read.entry(said.title.to_owned()).or_insert_with(|| {
            Titles::shared()
                .map(|index| of_title(index, said.title, least_score))
                .unwrap_or_default()
        });
        for Proposal { rome, score, reason } in read.iter().copied() {
            let kind = LinkKind::Text { score, reason };
            match ways.iter_mut().find(|way| way.rome == rome) {
                // Field and title agree: the nearer of the two speaks. The title of a
                // certification says more than that of a job.
                Some(Way { kind: LinkKind::Named { .. }, .. }) => {}
                Some(way) if kind.score() > way.kind.score() => way.kind = kind,
                Some(_) => {}
                None => ways.push(Way { rome, kind, found_in: None }),
            }
        }
        ways
    }
}

/// What an offer says of what it leads to.
struct Named<'a> {
    diploma: &'a str,
    register: Option<Rncp>,
    formacodes: &'a str,
    title: &'a str,
}

/// How the certifications of each source are linked to occupations: by their own cards, else as
/// their field or their label proposes. Reads every label: of use for a census, not for an analysis.
pub fn certifications_linked(
    tables: &[(usize, &Table)],
    reference: &Reference,
    rules: &Rules<'_>,
) -> Vec<Linking> {
    let tables = tables.iter().filter_map(|(source, table)| match table {
        Table::Certifications(table) => Some((*source, table)),
        _ => None,
    });
    let tables: Vec<(usize, &Certifications)> = tables.collect();
    let mut fields = Fields::default();
    for row in tables.iter().flat_map(|(_, table)| table.rows()) {
        fields.learn(row.formacode, &romes(row.romes, reference));
    }
    let least = (rules.least_score, rules.least_share);
    let (by_diploma, by_register) = (BTreeMap::new(), BTreeMap::new());
    let namesakes = Namesakes::default();
    let read = BTreeMap::new();
    let mut known = Known { by_diploma, by_register, fields, namesakes, least, read };
    let linking = |(source, table): (usize, &Certifications)| {
        let mut linking = Linking { source, ..Linking::default() };
        for row in table.rows() {
            let named =
                Named { diploma: "", register: None, formacodes: row.formacode, title: row.label };
            let own = romes(row.romes, reference);
            linking.add(safest(&known.ways((source, row.row), &own, &named)));
        }
        linking
    };
    tables.into_iter().map(linking).collect()
}

/// The kind of the safest of some ways.
pub fn safest(ways: &[Way]) -> Option<LinkKind> {
    let links = ways.iter().map(|way| Link { kind: way.kind, ..UNLINKED });
    links.reduce(|a, b| if b.is_better_than(&a) { b } else { a }).map(|link| link.kind)
}

impl Index {
    /// Cards of the certifications that share a key.
    pub(super) fn cards_by<K: Ord>(
        &self,
        key: impl Fn(&Certification) -> Option<K>,
    ) -> BTreeMap<K, Cards> {
        let mut map: BTreeMap<K, Cards> = BTreeMap::new();
        for held in &self.certifications {
            let Some(key) = key(&held.what) else { continue };
            let list = map.entry(key).or_default();
            let at = (held.what.source, held.what.row);
            list.extend(held.ways.iter().map(|way| (way.rome, at)));
            list.sort_unstable();
            list.dedup_by_key(|(rome, _)| *rome);
        }
        map
    }

    pub(super) fn add_certifications(
        &mut self,
        source: usize,
        table: &Certifications,
        reference: &Reference,
        as_of: Date,
        fields: &mut Fields,
    ) {
        // A diploma repeats when it has several register numbers: it is one certification.
        let mut seen = BTreeSet::new();
        let (today, year) = (as_of.to_string(), as_of.year());
        let mut known: BTreeMap<Rncp, Vec<usize>> = BTreeMap::new();
        for (place, held) in self.certifications.iter().enumerate() {
            if let Some(register) = held.what.register {
                known.entry(register).or_default().push(place);
            }
        }
        for row in table.rows() {
            let register = Rncp::new(row.register).ok();
            let until = row.registered_until;
            let over = row.active == Some(false) || (!until.is_empty() && until < today.as_str());
            let until: Option<Date> = until.parse().ok();
            // The national register says of a certification already known whether it still holds.
            if let Some(places) = register.and_then(|register| known.get(&register))
                && row.diploma.is_empty()
            {
                self.read.insert(source);
                for place in places {
                    if let Some(held) = self.certifications.get_mut(*place) {
                        held.what.ended |= over;
                        held.what.until = held.what.until.or(until);
                        if held.what.blocks.is_empty() {
                            held.what.blocks = blocks(row.blocks);
                        }
                    }
                }
                continue;
            }
            let romes = romes(row.romes, reference);
            if romes.is_empty() {
                continue;
            }
            let key = if row.diploma.is_empty() { row.register } else { row.diploma };
            if !seen.insert(key.to_owned()) {
                continue;
            }
            self.read.insert(source);
            fields.learn(row.formacode, &romes);
            let at = Some((source, row.row));
            let what = Certification {
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
                until,
                formacode: row.formacode.to_owned(),
                nsf: row.nsf.to_owned(),
                blocks: blocks(row.blocks),
                link: UNLINKED,
            };
            let way = |rome| Way { rome, kind: LinkKind::Code, found_in: at };
            self.certifications.push(Held { ways: romes.into_iter().map(way).collect(), what });
        }
    }

    pub(super) fn add_course_offers(
        &mut self,
        source: usize,
        table: &CourseOffers,
        (reach, reference): (&Reach, &Reference),
        known: &mut Known,
    ) {
        for row in table.rows() {
            let register = Rncp::new(row.register).ok();
            let title = if row.title.is_empty() { row.certification_label } else { row.title };
            let said = Named {
                diploma: row.diploma,
                register,
                formacodes: row.formacodes,
                title: row.certification_label,
            };
            let ways = known.ways((source, row.row), &[], &said);
            let department = Territory::department(row.department).ok();
            let region = Territory::region(row.region)
                .ok()
                .or_else(|| department.and_then(|d| reference.region_from_department(d)));
            // A région without département is the provider's seat: the offer has no place.
            let placed = if department.is_none() {
                reach.place(None, None, None, reference)
            } else {
                reach.place(None, department, region, reference)
            };
            let modality = match (department, row.sessions, row.remote_sessions) {
                (None, ..) => Some(Modality::Remote),
                (_, Some(all), Some(remote)) if all > 0.0 && remote >= all => {
                    Some(Modality::Remote)
                }
                (_, Some(_), Some(remote)) if remote > 0.0 => Some(Modality::Mixed),
                (_, Some(_), Some(_)) => Some(Modality::OnSite),
                _ => None,
            };
            let what = Offer {
                title: title.to_owned(),
                provider: row.provider.to_owned(),
                department,
                diploma: (!row.diploma.is_empty()).then(|| row.diploma.to_owned()),
                register,
                level: level(row.level),
                hours: row.hours_mean.or(row.hours_min).or(row.hours_max),
                price: row.price_mean.or(row.price_min).or(row.price_max),
                continuing: Some(true),
                modality,
                formacodes: row.formacodes.to_owned(),
                nsf: row.nsf.to_owned(),
                derived: true,
                ..offer((source, row.row), placed)
            };
            self.offers.push(Held { ways, what });
        }
    }

    pub(super) fn add_catalogue(
        &mut self,
        source: usize,
        table: &Catalogue,
        (reach, reference): (&Reach, &Reference),
        as_of: Date,
        known: &mut Known,
    ) {
        let today = as_of.to_string();
        for row in table.rows() {
            let register = Rncp::new(row.register).ok();
            let own = romes(row.romes, reference);
            let said = Named {
                diploma: row.diploma,
                register,
                formacodes: row.formacodes,
                title: row.title,
            };
            let ways = known.ways((source, row.row), &own, &said);
            let commune = (!row.commune.is_empty()).then_some(row.commune);
            let department = commune.and_then(|commune| reference.department_from_commune(commune));
            let region = department.and_then(|d| reference.region_from_department(d));
            let continuing = match row.route {
                "continue" | "mixte" => Some(true),
                "scolaire" | "apprentissage" => Some(false),
                _ => None,
            };
            let what = Offer {
                title: row.title.to_owned(),
                provider: row.provider.to_owned(),
                commune: commune.map(str::to_owned),
                department,
                diploma: (!row.diploma.is_empty()).then(|| row.diploma.to_owned()),
                register,
                level: level(row.level),
                hours: row.hours,
                places: row.capacity,
                price: row.cost_total.or_else(|| by_hour(&row)),
                hour_price: row.cost_per_hour,
                price_by_hour: row.cost_total.is_none() && by_hour(&row).is_some(),
                funders: row.funders.to_owned(),
                continuing,
                route: row.route.to_owned(),
                modality: commune.is_none().then_some(Modality::Remote),
                starts: row.starts.to_owned(),
                ends: row.ends.to_owned(),
                formacodes: row.formacodes.to_owned(),
                nsf: row.nsf.to_owned(),
                numbers: Numbers {
                    enrolled: row.enrolled,
                    entries: row.entries,
                    dropouts: row.dropouts,
                    year: year(row.figures_year),
                    continuation_rate: row.continuation_rate,
                    employment_rate: row.employment_rate,
                    rate_denominator: row.rate_denominator,
                    retention: row.retention,
                },
                // A month without its day ends with the month.
                ended: !row.ends.is_empty()
                    && today.get(..row.ends.len()).is_some_and(|now| row.ends < now),
                derived: own.is_empty(),
                ..offer((source, row.row), reach.place(commune, department, region, reference))
            };
            self.offers.push(Held { ways, what });
        }
    }
}

fn blocks(text: &str) -> Vec<String> {
    let parts = text.split('|').map(str::trim).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// € for one person: the hours at the hourly price.
fn by_hour(row: &crate::tables::catalogue::Row<'_>) -> Option<f64> {
    row.hours.zip(row.cost_per_hour).map(|(hours, rate)| hours * rate)
}

/// An offer of which only the place is known.
fn offer((source, row): (usize, u32), placed: Placed) -> Offer {
    let Placed { ring, minutes, kilometres } = placed;
    Offer {
        source,
        row,
        title: String::new(),
        provider: String::new(),
        ring,
        commune: None,
        department: None,
        diploma: None,
        register: None,
        level: None,
        hours: None,
        places: None,
        price: None,
        hour_price: None,
        price_by_hour: false,
        funders: String::new(),
        continuing: None,
        route: String::new(),
        modality: None,
        minutes,
        kilometres,
        starts: String::new(),
        ends: String::new(),
        formacodes: String::new(),
        nsf: String::new(),
        numbers: Numbers::default(),
        link: UNLINKED,
        ended: false,
        derived: false,
    }
}
