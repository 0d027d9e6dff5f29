//! What exists: occupations, cards, activities and territories, with their sources.
//!
//! Built in from `assets/reference`, rebuilt by `examples/build_reference.rs`. A newer official
//! file loaded by the user replaces the built-in list for the analysis at hand.

pub mod actions;
pub mod adjust;
pub mod comparable;
pub mod decision;
pub mod financing;
pub mod lists;
mod near;
pub mod occupation;
pub mod params;
pub mod passage;
pub mod perimeter;
pub mod questionnaire;
pub mod territory;

use crate::model::{Fap, FapLevel, FapVersion, Kind, Naf, Perimeter, Rome, Territory};
use crate::reference::lists::{ListInfo, ReferenceError, fields, parse_lists};
use crate::reference::occupation::Occupations;
use crate::reference::passage::Passage;
use crate::reference::territory::Territories;
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

/// The lists, shared: a clone costs a few reference counts.
#[derive(Clone, Debug)]
pub struct Reference {
    occupations: Arc<Occupations>,
    territories: Arc<Territories>,
    activities: Arc<BTreeMap<Naf, String>>,
    lists: Arc<Vec<ListInfo>>,
}

/// How many of the codes of a file exist in each edition of FAP.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VersionCount {
    pub fap2009: u32,
    pub fap2021: u32,
    pub of: u32,
}

impl VersionCount {
    /// The edition that explains more codes; `None` when both explain as many.
    pub const fn best(&self) -> Option<FapVersion> {
        if self.fap2021 > self.fap2009 {
            Some(FapVersion::Fap2021)
        } else if self.fap2009 > self.fap2021 {
            Some(FapVersion::Fap2009)
        } else {
            None
        }
    }
}

impl Reference {
    /// The built-in lists, parsed once for the whole program.
    ///
    /// # Errors
    /// When a built-in list is faulty; a test holds that none is.
    pub fn embedded() -> Result<Self, ReferenceError> {
        static PARSED: OnceLock<Result<Reference, ReferenceError>> = OnceLock::new();
        PARSED.get_or_init(Self::parse).clone()
    }

    fn parse() -> Result<Self, ReferenceError> {
        let activities = fields::<2>("naf.csv", include_str!("../../assets/reference/naf.csv"))?
            .filter_map(|[code, label]| Naf::new(code).ok().map(|naf| (naf, label.to_owned())))
            .collect();
        Ok(Self {
            occupations: Arc::new(Occupations::embedded()?),
            territories: Arc::new(Territories::embedded()?),
            activities: Arc::new(activities),
            lists: Arc::new(parse_lists()?),
        })
    }

    /// Whether of two loaded lists of a kind the later stands for the earlier: one that stands for
    /// a whole list. Groupings, names of activities and passages only add to what is there.
    pub const fn stands_for(kind: Kind, later: u32, earlier: u32) -> bool {
        let adds = matches!(
            kind,
            Kind::CommuneGroupings | Kind::NafLabels | Kind::RomeToFap2009 | Kind::RomeToFap2021
        );
        !adds && lists::replaces(later as usize, earlier as usize)
    }

    /// The same lists, with those that loaded files replace.
    #[must_use]
    pub fn with_tables(&self, loaded: &[(Kind, &Table, &str, Option<u16>)]) -> Self {
        let mut changed = self.clone();
        for (kind, table, file, vintage) in loaded {
            let list = match (kind, table) {
                (Kind::CommuneBasins, Table::Communes(communes)) => {
                    changed.territories = Arc::new(changed.territories.with_basins(communes));
                    "basins"
                }
                (Kind::CommuneZones, Table::Communes(communes)) => {
                    changed.territories = Arc::new(changed.territories.with_zones(communes));
                    "zones"
                }
                (Kind::CommuneCommittees, Table::Communes(communes)) => {
                    changed.territories = Arc::new(changed.territories.with_departments(communes));
                    "departments"
                }
                (Kind::CommuneGroupings, Table::Communes(communes)) => {
                    changed.territories = Arc::new(changed.territories.with_groupings(communes));
                    "groupings"
                }
                (Kind::Fap2021Tree, Table::Nomenclature(list)) => {
                    changed.occupations =
                        Arc::new(changed.occupations.with_labels(FapVersion::Fap2021, list));
                    "fap2021"
                }
                (Kind::RomeToFap2021, Table::Nomenclature(list)) => {
                    changed.occupations =
                        Arc::new(changed.occupations.with_passage(FapVersion::Fap2021, list));
                    "rome-fap2021"
                }
                (Kind::Fap2009Labels, Table::Nomenclature(list)) => {
                    let occupations = changed.occupations.with_labels(FapVersion::Fap2009, list);
                    changed.occupations = Arc::new(occupations);
                    "fap2009"
                }
                (Kind::RomeToFap2009, Table::Nomenclature(list)) => {
                    let occupations = changed.occupations.with_passage(FapVersion::Fap2009, list);
                    changed.occupations = Arc::new(occupations);
                    "rome-fap2009"
                }
                (Kind::RomeCards, Table::Nomenclature(list)) => {
                    changed.occupations = Arc::new(changed.occupations.with_cards(list));
                    "rome"
                }
                (Kind::NafLabels, Table::Nomenclature(list)) => {
                    let mut activities = changed.activities.as_ref().clone();
                    let named = list.rows().filter_map(|row| {
                        Naf::new(row.code).ok().map(|naf| (naf, row.label.to_owned()))
                    });
                    activities.extend(named);
                    changed.activities = Arc::new(activities);
                    "naf"
                }
                _ => continue,
            };
            let mut lists = changed.lists.as_ref().clone();
            for found in lists.iter_mut().filter(|found| found.id == list) {
                found.replaced_by = Some(((*file).to_owned(), *vintage));
            }
            changed.lists = Arc::new(lists);
        }
        changed
    }

    pub fn lists(&self) -> &[ListInfo] {
        &self.lists
    }

    pub fn fap_label(&self, fap: Fap) -> Option<&str> {
        self.occupations.label(fap)
    }

    pub fn fap_exists(&self, fap: Fap) -> bool {
        self.occupations.label(fap).is_some()
    }

    /// Every code of a level, in order.
    pub fn faps(&self, version: FapVersion, level: FapLevel) -> Vec<Fap> {
        self.occupations.codes(version, level)
    }

    /// Counts the codes that exist in each edition: one code alone cannot tell.
    pub fn fap_versions_of(&self, codes: &mut dyn Iterator<Item = &str>) -> VersionCount {
        let mut count = VersionCount::default();
        for code in codes {
            count.of += 1;
            let exists = |version| Fap::new(version, code).is_ok_and(|fap| self.fap_exists(fap));
            count.fap2009 += u32::from(exists(FapVersion::Fap2009));
            count.fap2021 += u32::from(exists(FapVersion::Fap2021));
        }
        count
    }

    pub fn rome_label(&self, rome: Rome) -> Option<&str> {
        self.occupations.rome_label(rome)
    }

    /// The card of ROME v3 that a card of any release belongs to.
    pub fn rome_v3(&self, rome: Rome) -> Option<Rome> {
        self.occupations.rome_v3(rome)
    }

    /// Occupations of a card that no qualification tells apart: those with most of it first, and
    /// where two have as much, the plain occupation before aides and unskilled workers.
    pub fn likeliest_from_rome(&self, version: FapVersion, rome: Rome) -> Vec<(Fap, f64)> {
        let mut found = self.fap_from_rome(version, rome, None);
        let is_helper = |fap: Fap| {
            let label = self.fap_label(fap).unwrap_or_default();
            label.starts_with("Aides ") || label.contains("peu qualifiés")
        };
        found.sort_by(|(one, a), (other, b)| {
            let helper = is_helper(*one).cmp(&is_helper(*other));
            b.total_cmp(a).then(helper).then(one.cmp(other))
        });
        found
    }

    /// Occupations of a ROME v3 card with their share of the ten qualification digits, by code.
    ///
    /// With a known digit, the one occupation it leads to.
    pub fn fap_from_rome(
        &self,
        version: FapVersion,
        rome: Rome,
        qualification: Option<char>,
    ) -> Vec<(Fap, f64)> {
        self.occupations.fap_from_rome(version, rome, qualification)
    }

    /// ROME v3 cards of an occupation, with the share of each card that falls in it, by code.
    pub fn romes_from_fap(&self, fap: Fap) -> Vec<(Rome, f64)> {
        self.occupations.romes_from_fap(fap)
    }

    /// Codes of the other edition through ROME × qualification, with the share of the occupation
    /// that each carries, best first.
    pub fn bridge(&self, fap: Fap, to: FapVersion) -> Vec<(Fap, f64)> {
        self.occupations.bridge(fap, to)
    }

    /// Codes of the two editions that hold at least `least` of each other, by code of `from`.
    pub fn passages(&self, level: FapLevel, from: FapVersion, least: f64) -> Vec<Passage> {
        self.occupations.passages(level, from, least)
    }

    pub fn label(&self, territory: Territory) -> Option<&str> {
        self.territories.label(territory)
    }

    pub fn exists(&self, territory: Territory) -> bool {
        territory == Territory::France || self.label(territory).is_some()
    }

    pub fn region_from_department(&self, department: Territory) -> Option<Territory> {
        self.territories.region_from_department(department)
    }

    pub fn basin_from_commune(&self, commune: &str) -> Option<Territory> {
        self.territories.basin_from_commune(commune)
    }

    pub fn zone_from_commune(&self, commune: &str) -> Option<Territory> {
        self.territories.zone_from_commune(commune)
    }

    /// From the code itself: two characters, three overseas.
    pub fn department_from_commune(&self, commune: &str) -> Option<Territory> {
        territory::department_from_commune(commune)
    }

    /// The lists with the perimeters that the user drew.
    #[must_use]
    pub fn with_perimeters(&self, perimeters: &[Perimeter]) -> Self {
        if perimeters.is_empty() {
            return self.clone();
        }
        let territories = Arc::new(self.territories.with_perimeters(perimeters));
        Self { territories, ..self.clone() }
    }

    /// Communes of a territory, in order; empty where no list at hand tells.
    pub fn communes_of(&self, territory: Territory) -> Vec<&str> {
        self.territories.communes_of(territory)
    }

    /// Every commune of the list at hand, former ones included, by code.
    pub fn communes(&self) -> impl Iterator<Item = &str> {
        self.territories.communes()
    }

    /// Every commune of the list of basins with its basin, by commune.
    pub fn placed(&self) -> impl Iterator<Item = (&str, Territory)> {
        self.territories.members("be")
    }

    /// The territory of a division made of communes that a commune is in.
    pub fn home(&self, prefix: &str, commune: &str) -> Option<Territory> {
        self.territories.home(prefix, commune)
    }

    /// Communes with their territory of a division made of communes, by commune.
    pub fn members(&self, prefix: &str) -> impl Iterator<Item = (&str, Territory)> {
        self.territories.members(prefix)
    }

    /// The territories of a division made of communes that each basin holds communes of.
    pub fn homes(&self, prefix: &str) -> BTreeMap<Territory, BTreeSet<Territory>> {
        let mut homes: BTreeMap<Territory, BTreeSet<Territory>> = BTreeMap::new();
        for (commune, home) in self.members(prefix) {
            if let Some(basin) = self.basin_from_commune(commune) {
                homes.entry(basin).or_default().insert(home);
            }
        }
        homes
    }

    /// Whether a commune lies in a territory that is a list of communes.
    pub fn holds(&self, territory: Territory, commune: &str) -> bool {
        self.territories.holds(territory, commune)
    }

    /// Territories made of communes that lie, at least in part, in some of these basins.
    pub fn over(&self, basins: &BTreeSet<Territory>) -> BTreeSet<Territory> {
        self.territories.over(basins)
    }

    /// Whether a commune still exists: the list of basins keeps former ones.
    pub fn is_current(&self, commune: &str) -> bool {
        self.territories.is_current(commune)
    }

    /// Every known territory of a kind, by its prefix: `be`, `dep`, `reg`, `ze`, `clpe`, `epci`,
    /// `per`.
    pub fn territories(&self, prefix: &str) -> Vec<Territory> {
        self.territories.of_kind(prefix)
    }

    pub fn naf_label(&self, naf: Naf) -> Option<&str> {
        self.activities.get(&naf).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use FapLevel::{Domain, Fine, Group, Occupation};
    use FapVersion::{Fap2009, Fap2021};

    fn reference() -> Reference {
        Reference::embedded().unwrap()
    }

    fn fap(text: &str) -> Fap {
        text.parse().unwrap()
    }

    #[test]
    fn levels_of_the_two_editions() {
        let count = |version, level| reference().faps(version, level).len();
        assert_eq!([Domain, Group, Occupation].map(|l| count(Fap2009, l)), [22, 87, 225]);
        assert_eq!([Domain, Group, Occupation].map(|l| count(Fap2021, l)), [22, 86, 228]);
        // 341 fine positions: 179 with a letter, 162 that keep the code of their occupation.
        assert_eq!(count(Fap2021, Fine), 341 - 162);
    }

    #[test]
    fn seven_codes_mean_two_things() {
        let shared = reference()
            .faps(FapVersion::Fap2009, FapLevel::Occupation)
            .into_iter()
            .filter(|old| {
                reference().fap_exists(Fap::new(FapVersion::Fap2021, old.code()).unwrap())
            })
            .count();
        assert_eq!(shared, 7);
    }

    /// Worked conversions.
    #[test]
    fn worked_conversions() {
        let check = |version, rome: &str, digits: &str, expected: &str| {
            for digit in digits.chars() {
                let found =
                    reference().fap_from_rome(version, Rome::new(rome).unwrap(), Some(digit));
                let found: Vec<_> = found.iter().map(|(fap, share)| (fap.code(), *share)).collect();
                assert_eq!(found, [(expected, 1.0)], "{rome}{digit}");
            }
        };
        check(Fap2021, "J1501", "0123456789", "V0X60");
        check(Fap2009, "J1501", "0123456789", "V0Z60");
        check(Fap2009, "I1604", "0346", "G0B41");
        check(Fap2009, "I1604", "125", "D3Z20");
        check(Fap2009, "I1604", "789", "G1Z70");
        check(Fap2021, "I1604", "0123456", "G0B41");
        check(Fap2021, "I1604", "789", "G1X71");
        check(Fap2021, "G1602", "036", "S1X40");
        check(Fap2021, "G1602", "125", "S1X20");
        check(Fap2021, "G1602", "49", "S3X90");
        check(Fap2009, "F1703", "0346789", "B2Z40");
        check(Fap2021, "M1805", "9", "M2X90");
    }

    /// Shares of a card over occupations are a partition of its ten digits.
    #[test]
    fn shares_of_a_card_sum_to_one() {
        let reference = reference();
        let mut cards = 0;
        for rome in reference.occupations.v3_cards() {
            for version in [FapVersion::Fap2009, FapVersion::Fap2021] {
                let total: f64 =
                    reference.fap_from_rome(version, rome, None).iter().map(|(_, s)| s).sum();
                assert!((total - 1.0).abs() < 1e-12, "{rome} {version} {total}");
            }
            cards += 1;
        }
        assert_eq!(cards, 532);
    }

    #[test]
    fn bridges_between_editions() {
        let best =
            |from: &str, to| reference().bridge(fap(from), to).first().map(|(f, _)| f.to_string());
        let check = |from: &str, to, expected: &str| {
            assert_eq!(best(from, to).as_deref(), Some(expected));
        };
        check("fap2021:V0X60", FapVersion::Fap2009, "fap2009:V0Z60");
        check("fap2021:S1X20", FapVersion::Fap2009, "fap2009:S1Z20");
        check("fap2021:J3X43", FapVersion::Fap2009, "fap2009:J3Z43");
        check("fap2009:V0Z60", FapVersion::Fap2021, "fap2021:V0X60");
    }

    #[test]
    fn the_pilot_sits_on_the_trap_of_two_divisions() {
        let reference = reference();
        let label = |text: &str| reference.label(text.parse().unwrap()).unwrap().to_owned();
        assert_eq!(label("be:8450"), "AURILLAC");
        assert_eq!(label("ze:8403"), "Aurillac");
        assert_eq!(label("be:8403"), "AMBERIEU");
        assert_eq!(label("dep:15"), "Cantal");
        assert_eq!(label("reg:84"), "Auvergne-Rhône-Alpes");
        assert_eq!(reference.communes_of("be:8450".parse().unwrap()).len(), 96);
        assert_eq!(reference.basin_from_commune("15014"), "be:8450".parse().ok());
        assert_eq!(reference.zone_from_commune("15014"), "ze:8403".parse().ok());
        let zone = reference.communes_of("ze:8403".parse().unwrap());
        assert_eq!(zone.len(), 102);
        let basin = "be:8450".parse().unwrap();
        assert_eq!(zone.iter().filter(|commune| reference.holds(basin, commune)).count(), 93);
        let region = reference.region_from_department("dep:15".parse().unwrap());
        assert_eq!(region, "reg:84".parse().ok());
    }

    #[test]
    fn basins_and_zones_share_codes() {
        let reference = reference();
        let codes = |prefix| -> std::collections::BTreeSet<String> {
            reference.territories(prefix).iter().map(|t| t.code().to_owned()).collect()
        };
        // 217 as published; overseas basins, once padded to four digits, add 16 in this list.
        assert_eq!(codes("be").intersection(&codes("ze")).count(), 217 + 16);
        assert_eq!(codes("be").len(), 404);
        assert_eq!(codes("ze").len(), 306);
    }

    #[test]
    fn old_and_new_cards_lead_to_the_same_v3_card() {
        let v3 = |code: &str| reference().rome_v3(Rome::new(code).unwrap()).map(|r| r.to_string());
        assert_eq!(v3("A1102").as_deref(), Some("A1101"));
        assert_eq!(v3("J1501").as_deref(), Some("J1501"));
        assert_eq!(v3("Z9999"), None);
    }

    #[test]
    fn activities() {
        let reference = reference();
        assert_eq!(reference.activities.len(), 732);
        assert!(reference.naf_label(Naf::new("01.12Z").unwrap()).is_some());
    }
}
