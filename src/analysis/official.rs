//! The official readings for a territory: Dares ladder, and France Travail classes by ROME.

use crate::analysis::results::Note;
use crate::analysis::rings::Geography;
use crate::indicators::anchor::{Anchor, Causes, Ladder, RomeReading, Rung, class};
use crate::model::{Fap, FapVersion, Kind, Rome, Territory};
use crate::readers::{ReadTable, normalise};
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::tension::Tension;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Least part of an occupation that a code of the other edition must carry: our choice.
const LEAST_CONVERSION: f64 = 0.5;
/// The same, when the two editions also gave it the same letter and numbers (S1X20, S1Z20): the
/// unqualified digits of its cards then dilute the share, not the meaning.
const LEAST_SAME_CODE: f64 = 0.3;

/// The same, when they gave it the same number and the same name (« Cuisiniers », S1X40 and S1Z40).
const LEAST_SAME_NAME: f64 = 0.1;

/// The code of the other edition that stands for an occupation: the one of its own number where the
/// cards say enough of it, else the one that carries most of it; `None` when several share it.
pub(super) fn converted(
    occupation: Fap,
    to: FapVersion,
    reference: &Reference,
) -> Option<(Fap, f64)> {
    let bridge = reference.bridge(occupation, to);
    let body =
        |fap: &Fap| fap.code().get(..2).zip(fap.code().get(3..)).map(|(a, b)| format!("{a}{b}"));
    let name = |fap: Fap| reference.fap_label(fap).map(normalise);
    let own = bridge.iter().copied().find(|(code, share)| {
        let named = name(*code).is_some_and(|found| Some(found) == name(occupation));
        let least = if named { LEAST_SAME_NAME } else { LEAST_SAME_CODE };
        body(code) == body(&occupation) && *share >= least
    });
    let first = bridge.first().copied().filter(|(_, share)| *share >= LEAST_CONVERSION);
    own.or(first)
}

/// A vintage among others, the best last: the latest that is not after the analysed year, else the
/// earliest after it. What was published of later years is no reading of an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Vintage {
    known_then: bool,
    /// The year, counted down where it is after the analysed one.
    rank: i32,
}

impl Vintage {
    fn new(year: u16, analysed: Option<u16>) -> Self {
        let known_then = analysed.is_none_or(|analysed| year <= analysed);
        let rank = i32::from(year);
        Self { known_then, rank: if known_then { rank } else { -rank } }
    }
}

/// Tables of tensions by preference: of the wanted edition, vintage, edition; with the year.
type Editions<'a> = BTreeMap<(bool, Vintage, FapVersion), (u16, Vec<(usize, &'a Tension)>)>;

/// The classes of a basin by vintage, and where each comes from.
type Readings = BTreeMap<Rome, (RomeReading, Option<f64>)>;

/// The loaded official files, ready to be asked occupation by occupation.
pub struct Anchors {
    ladder: Option<Ladder>,
    version: FapVersion,
    department: Option<Territory>,
    region: Option<Territory>,
    readings: Readings,
    basin: Territory,
    /// Vintages that are not looked at, by kind of file, with the year that is.
    left: Vec<Note>,
}

/// A year as a table writes it; `None` for what is no year.
fn year(value: Option<f64>) -> Option<u16> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year")]
    value.filter(|year| (1900.0..2200.0).contains(year)).map(|year| year as u16)
}

/// The classes that files give a basin, of each vintage, those of no known year first; of two files
/// of one year, the first.
fn readings_of(inputs: &[Arc<ReadTable>], basin: Territory) -> BTreeMap<Option<u16>, Readings> {
    let mut found: BTreeMap<Option<u16>, Readings> = BTreeMap::new();
    if !matches!(basin, Territory::Basin(_)) {
        return found;
    }
    let code = basin.code();
    for (source, input) in inputs.iter().enumerate() {
        let Table::BasinTension(table) = &input.table else { continue };
        for row in table.rows().filter(|row| row.basin == code) {
            let (Ok(rome), Some(level)) = (Rome::new(row.rome), class(row.class)) else { continue };
            let causes = Causes {
                hiring_intensity: class(row.hiring_intensity),
                training_link: class(row.training_link),
                labour_shortage: class(row.labour_shortage),
                precariousness: class(row.precariousness),
                working_conditions: class(row.working_conditions),
                geographic_mismatch: class(row.geographic_mismatch),
                unattractive_pay: None,
            };
            let year = year(row.year).or(input.vintage);
            let reading = RomeReading { source, year, rome, class: level, causes, row: row.row };
            let of_year = found.entry(year).or_default();
            of_year.entry(rome).or_insert((reading, row.job_seekers));
        }
    }
    found
}

/// The classes of one occupation that are published for the territories of a division themselves.
pub(super) struct Everywhere {
    pub source: usize,
    pub year: u16,
    pub classes: BTreeMap<Territory, u8>,
    pub france: Option<u8>,
}

/// Where an official class of an occupation is published, the finest first, as the levels of a map
/// and `fr` are called; empty where no file publishes one.
pub(super) fn levels(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    (occupation, analysed): (Fap, Option<u16>),
) -> Vec<&'static str> {
    let of = |division: &'static str| (occupation, division, analysed);
    let mut found: Vec<&'static str> = ["be", "dep", "reg"]
        .into_iter()
        .filter(|division| everywhere(inputs, reference, of(division)).is_some())
        .collect();
    let france = on_ladder(inputs, reference, of("fr")).is_some_and(|found| found.france.is_some());
    found.extend(france.then_some("fr"));
    found
}

/// Of basins, those of the card that is the occupation and it alone; of départements and régions,
/// those of the ladder. `None`: no file of that kind, or none that publishes the occupation.
pub(super) fn everywhere(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    (occupation, division, analysed): (Fap, &str, Option<u16>),
) -> Option<Everywhere> {
    if division == "be" {
        return on_basins(inputs, reference, occupation, analysed);
    }
    let found = on_ladder(inputs, reference, (occupation, division, analysed))?;
    (!found.classes.is_empty()).then_some(found)
}

/// The classes of the ladder's own cells, that of France apart.
fn on_ladder(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    (occupation, division, analysed): (Fap, &str, Option<u16>),
) -> Option<Everywhere> {
    let ladder = ladders(inputs, occupation.version, analysed);
    let ((.., edition), (of, tables)) = ladder.last_key_value()?;
    let ladder = Ladder::of(*edition, *of, tables)?;
    let code = if ladder.version == occupation.version {
        occupation
    } else {
        converted(occupation, ladder.version, reference)?.0
    };
    let own = ladder.cells().filter(|(place, found, _)| {
        *found == code && (place.prefix() == division || *place == Territory::France)
    });
    let mut found =
        Everywhere { source: 0, year: ladder.year, classes: BTreeMap::new(), france: None };
    for (place, _, cell) in own {
        found.source = cell.source;
        match place {
            Territory::France => found.france = cell.class,
            place => {
                found.classes.extend(cell.class.map(|class| (place, class)));
            }
        }
    }
    Some(found)
}

fn on_basins(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    occupation: Fap,
    analysed: Option<u16>,
) -> Option<Everywhere> {
    let [(only, _)]: [(Rome, f64); 1] = reference.romes_from_fap(occupation).try_into().ok()?;
    if reference.fap_from_rome(occupation.version, only, None).len() != 1 {
        return None;
    }
    let mut by_year: BTreeMap<u16, Everywhere> = BTreeMap::new();
    for (source, input) in inputs.iter().enumerate() {
        let Table::BasinTension(table) = &input.table else { continue };
        for row in table.rows().filter(|row| Rome::new(row.rome) == Ok(only)) {
            let Some(of) = year(row.year).or(input.vintage) else { continue };
            let (Ok(basin), Some(level)) = (Territory::basin(row.basin), class(row.class)) else {
                continue;
            };
            let found = by_year.entry(of).or_insert_with(|| Everywhere {
                source,
                year: of,
                classes: BTreeMap::new(),
                france: None,
            });
            found.classes.entry(basin).or_insert(level);
        }
    }
    by_year.into_values().max_by_key(|found| Vintage::new(found.year, analysed))
}

/// What is said of the vintages of a kind of file: the one that is read, and the others.
fn vintages(
    kind: Kind,
    kept: Option<u16>,
    all: impl Iterator<Item = u16>,
    analysed: Option<u16>,
) -> Option<Note> {
    let kept = kept?;
    let mut left: Vec<u16> = all.filter(|year| *year != kept).collect();
    left.sort_unstable();
    left.dedup();
    let later = analysed.filter(|analysed| kept > *analysed);
    (!left.is_empty() || later.is_some()).then_some(Note::Vintages { kind, kept, left, later })
}

/// The tables of tensions by preference.
fn ladders(inputs: &[Arc<ReadTable>], version: FapVersion, analysed: Option<u16>) -> Editions<'_> {
    let mut editions: Editions<'_> = BTreeMap::new();
    for (source, input) in inputs.iter().enumerate() {
        let Table::Tension(table) = &input.table else { continue };
        let Some(edition) = input.fap_version else { continue };
        let years: BTreeSet<u16> = table.rows().filter_map(|row| year(row.year)).collect();
        for of in years {
            let key = (edition == version, Vintage::new(of, analysed), edition);
            let (_, tables) = editions.entry(key).or_insert((of, Vec::new()));
            tables.push((source, table));
        }
    }
    editions
}

impl Anchors {
    /// Of several tension files: same edition first, then the latest year that is not after the
    /// analysed one. The sheets of a workbook, and files of the same edition and year, make one
    /// ladder. Without a year to analyse, the latest.
    pub fn new(
        inputs: &[Arc<ReadTable>],
        version: FapVersion,
        analysed: Option<u16>,
        geography: &Geography,
    ) -> Self {
        let editions = ladders(inputs, version, analysed);
        let best = editions.last_key_value();
        let ladder =
            best.and_then(|((.., edition), (of, tables))| Ladder::of(*edition, *of, tables));
        let all = editions.values().map(|(of, _)| *of);
        let of_tensions = ladder.as_ref().map(|ladder| ladder.year);
        let mut left: Vec<Note> =
            vintages(Kind::DaresTension, of_tensions, all, analysed).into_iter().collect();
        let mut by_year = readings_of(inputs, geography.territory());
        let years: Vec<u16> = by_year.keys().copied().flatten().collect();
        let kept = years.iter().copied().max_by_key(|of| Vintage::new(*of, analysed));
        left.extend(vintages(Kind::BasinTension, kept, years.into_iter(), analysed));
        let readings = by_year.remove(&kept).unwrap_or_default();
        // Ladders start at the département with most projects; a région has none.
        let department = match geography.territory() {
            Territory::Region(_) | Territory::France => None,
            _ => geography.departments.first().map(|(place, _)| *place),
        };
        let region = match geography.territory() {
            Territory::France => None,
            _ => geography.regions.first().map(|(place, _)| *place),
        };
        Self { ladder, version, department, region, readings, basin: geography.territory(), left }
    }

    pub const fn ladder(&self) -> Option<&Ladder> {
        self.ladder.as_ref()
    }

    /// Latest year of the classes by ROME and basin that the territory has.
    pub fn basin_year(&self) -> Option<u16> {
        self.readings.values().filter_map(|(reading, _)| reading.year).max()
    }

    pub const fn loaded(&self) -> bool {
        self.ladder.is_some()
    }

    /// Sources that the readings of the territory rest on.
    pub fn sources(&self) -> BTreeSet<usize> {
        let cells = self.ladder.iter().flat_map(Ladder::cells).map(|(.., cell)| cell.source);
        cells.chain(self.readings.values().map(|(reading, _)| reading.source)).collect()
    }

    pub fn notes(&self) -> Vec<Note> {
        let edition = match &self.ladder {
            None => Some(Note::NoAnchorLoaded),
            Some(ladder) if ladder.version != self.version => {
                Some(Note::AnchorConverted { from: ladder.version, to: self.version })
            }
            Some(_) => None,
        };
        edition.into_iter().chain(self.left.iter().cloned()).collect()
    }

    /// Occupations that a card of ROME on the basin is of, where it is of one alone.
    pub fn of_cards(&self, reference: &Reference) -> Vec<Fap> {
        let one = |rome: &Rome| match reference.fap_from_rome(self.version, *rome, None).as_slice()
        {
            [(only, _)] => Some(*only),
            _ => None,
        };
        self.readings.keys().filter_map(one).collect()
    }

    /// Classes of the ROME cards of this occupation on the basin, by code.
    pub fn rome_readings(&self, occupation: Fap, reference: &Reference) -> Vec<RomeReading> {
        reference
            .romes_from_fap(occupation)
            .into_iter()
            .filter_map(|(rome, _)| self.readings.get(&rome).map(|(reading, _)| *reading))
            .collect()
    }

    /// Readings of the codes of the other edition that carry at least `least` of an occupation (0–1),
    /// the greatest part first: for one that no code stands for.
    pub fn of_parts(&self, occupation: Fap, least: f64, reference: &Reference) -> Vec<Anchor> {
        let Some(ladder) = self.ladder.as_ref().filter(|one| one.version != occupation.version)
        else {
            return Vec::new();
        };
        let codes = reference.bridge(occupation, ladder.version).into_iter();
        codes
            .filter(|(_, share)| *share >= least)
            .filter_map(|(code, share)| {
                let read = ladder.anchor(self.department, self.region, code)?;
                Some(Anchor { converted: Some(share), ..read })
            })
            .collect()
    }

    /// The finest published rung: the basin's own ROME class first, when it is dated and one card is
    /// the occupation and the occupation alone; then the ladder.
    pub fn anchor(&self, occupation: Fap, reference: &Reference) -> Option<Anchor> {
        if let [only] = self.rome_readings(occupation, reference).as_slice()
            && let Some(year) = only.year
        {
            let targets = reference.fap_from_rome(occupation.version, only.rome, None);
            if targets.len() == 1 && reference.romes_from_fap(occupation).len() == 1 {
                return Some(Anchor {
                    source: only.source,
                    year,
                    occupation,
                    rung: Rung::Basin,
                    territory: self.basin,
                    tension: None,
                    class: only.class,
                    causes: only.causes,
                    causes_rung: Some(Rung::Basin),
                    causes_territory: Some(self.basin),
                    of_nation: Causes::default(),
                    row: only.row,
                    converted: None,
                });
            }
        }
        self.of_ladder(occupation, reference)
    }

    /// What the ladder alone says: under the code of its own edition, or the one that stands for it.
    pub fn of_ladder(&self, occupation: Fap, reference: &Reference) -> Option<Anchor> {
        let ladder = self.ladder.as_ref()?;
        if ladder.version == occupation.version {
            return ladder.anchor(self.department, self.region, occupation);
        }
        let (code, share) = converted(occupation, ladder.version, reference)?;
        let anchor = ladder.anchor(self.department, self.region, code)?;
        Some(Anchor { converted: Some(share), ..anchor })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(code: &str, expect: Option<&str>) {
        let reference = Reference::embedded().unwrap();
        let found = converted(code.parse().unwrap(), FapVersion::Fap2009, &reference);
        assert_eq!(found.map(|(fap, _)| fap.code().to_owned()).as_deref(), expect, "{code}");
    }

    /// A code of the same number is not left for another because the cards of ROME carry more of
    /// that one: accountants are no executives, cooks no kitchen hands.
    #[test]
    fn an_occupation_is_read_under_its_own_number_first() {
        for (code, expect) in [
            ("L1X60", "L1Z60"),
            ("R1X61", "R1Z61"),
            ("S1X40", "S1Z40"),
            ("S1X20", "S1Z20"),
            ("V0X60", "V0Z60"),
            ("G0B41", "G0B41"),
        ] {
            check(&format!("fap2021:{code}"), Some(expect));
        }
    }
}
