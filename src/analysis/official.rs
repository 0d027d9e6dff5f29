//! The official readings for a territory: Dares ladder, and France Travail classes by ROME.

use crate::analysis::results::Note;
use crate::analysis::rings::Geography;
use crate::indicators::anchor::{Anchor, Causes, Ladder, RomeReading, Rung, class};
use crate::model::{Fap, FapVersion, Rome, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::tension::Tension;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Least part of an occupation that a code of the other edition must carry: our choice.
const LEAST_CONVERSION: f64 = 0.5;
/// The same, when the two editions also gave it the same letter and numbers (S1X20, S1Z20): the
/// unqualified digits of its cards then dilute the share, not the meaning.
const LEAST_SAME_CODE: f64 = 0.3;

/// The code of the other edition that stands for an occupation; `None` when several share it.
pub(super) fn converted(
    occupation: Fap,
    to: FapVersion,
    reference: &Reference,
) -> Option<(Fap, f64)> {
    let (best, share) = reference.bridge(occupation, to).into_iter().next()?;
    let body =
        |fap: &Fap| fap.code().get(..2).zip(fap.code().get(3..)).map(|(a, b)| format!("{a}{b}"));
    let least = if body(&best) == body(&occupation) { LEAST_SAME_CODE } else { LEAST_CONVERSION };
    (share >= least).then_some((best, share))
}

/// Tables of tensions by preference: of the wanted edition, year, edition.
type Editions<'a> = BTreeMap<(bool, u16, FapVersion), Vec<(usize, &'a Tension)>>;

/// The loaded official files, ready to be asked occupation by occupation.
pub struct Anchors {
    ladder: Option<Ladder>,
    version: FapVersion,
    department: Option<Territory>,
    region: Option<Territory>,
    readings: BTreeMap<Rome, (RomeReading, Option<f64>)>,
    basin: Territory,
}

impl Anchors {
    /// Of several tension files: same edition first, then the latest year. The sheets of a
    /// workbook, and files of the same edition and year, make one ladder.
    pub fn new(inputs: &[Arc<ReadTable>], version: FapVersion, geography: &Geography) -> Self {
        let mut editions: Editions<'_> = BTreeMap::new();
        let mut readings = BTreeMap::new();
        for (source, input) in inputs.iter().enumerate() {
            match &input.table {
                Table::Tension(table) => {
                    let Some(edition) = input.fap_version else { continue };
                    let Some(latest) = input.vintage else { continue };
                    let key = (edition == version, latest, edition);
                    editions.entry(key).or_default().push((source, table));
                }
                Table::BasinTension(table) => {
                    let territory = geography.territory();
                    let code = territory.code();
                    let is_basin = matches!(geography.territory(), Territory::Basin(_));
                    for row in table.rows().filter(|row| is_basin && row.basin == code) {
                        let (Ok(rome), Some(level)) = (Rome::new(row.rome), class(row.class))
                        else {
                            continue;
                        };
                        let causes = Causes {
                            hiring_intensity: class(row.hiring_intensity),
                            training_link: class(row.training_link),
                            labour_shortage: class(row.labour_shortage),
                            precariousness: class(row.precariousness),
                            working_conditions: class(row.working_conditions),
                            geographic_mismatch: class(row.geographic_mismatch),
                            unattractive_pay: None,
                        };
                        let year = row.year.unwrap_or_default().clamp(0.0, 9999.0);
                        #[expect(
                            clippy::cast_possible_truncation,
                            clippy::cast_sign_loss,
                            reason = "a year"
                        )]
                        let year = year as u16;
                        let reading =
                            RomeReading { source, year, rome, class: level, causes, row: row.row };
                        readings.entry(rome).or_insert((reading, row.job_seekers));
                    }
                }
                _ => {}
            }
        }
        let best = editions.last_key_value();
        let ladder = best.and_then(|((.., edition), tables)| Ladder::new(*edition, tables));
        // Ladders start at the département with most projects; a région has none.
        let department = match geography.territory() {
            Territory::Region(_) | Territory::France => None,
            _ => geography.departments.first().map(|(place, _)| *place),
        };
        let region = match geography.territory() {
            Territory::France => None,
            _ => geography.regions.first().map(|(place, _)| *place),
        };
        Self { ladder, version, department, region, readings, basin: geography.territory() }
    }

    pub const fn ladder(&self) -> Option<&Ladder> {
        self.ladder.as_ref()
    }

    /// Latest year of the classes by ROME and basin that the territory has.
    pub fn basin_year(&self) -> Option<u16> {
        self.readings.values().map(|(reading, _)| reading.year).max()
    }

    pub const fn loaded(&self) -> bool {
        self.ladder.is_some()
    }

    pub fn notes(&self) -> Vec<Note> {
        match &self.ladder {
            None => vec![Note::NoAnchorLoaded],
            Some(ladder) if ladder.version != self.version => {
                vec![Note::AnchorConverted { from: ladder.version, to: self.version }]
            }
            Some(_) => Vec::new(),
        }
    }

    /// Classes of the ROME cards of this occupation on the basin, by code.
    pub fn rome_readings(&self, occupation: Fap, reference: &Reference) -> Vec<RomeReading> {
        reference
            .romes_from_fap(occupation)
            .into_iter()
            .filter_map(|(rome, _)| self.readings.get(&rome).map(|(reading, _)| *reading))
            .collect()
    }

    /// The finest published rung: the basin's own ROME class first, when one card is the
    /// occupation and the occupation alone; then the ladder.
    pub fn anchor(&self, occupation: Fap, reference: &Reference) -> Option<Anchor> {
        if let [only] = self.rome_readings(occupation, reference).as_slice() {
            let targets = reference.fap_from_rome(occupation.version, only.rome, None);
            if targets.len() == 1 && reference.romes_from_fap(occupation).len() == 1 {
                return Some(Anchor {
                    source: only.source,
                    year: only.year,
                    occupation,
                    rung: Rung::Basin,
                    territory: self.basin,
                    tension: None,
                    class: only.class,
                    causes: only.causes,
                    causes_rung: Some(Rung::Basin),
                    causes_territory: Some(self.basin),
                    row: only.row,
                    converted: None,
                });
            }
        }
        let ladder = self.ladder.as_ref()?;
        if ladder.version == occupation.version {
            return ladder.anchor(self.department, self.region, occupation);
        }
        let (code, share) = converted(occupation, ladder.version, reference)?;
        let anchor = ladder.anchor(self.department, self.region, code)?;
        Some(Anchor { converted: Some(share), ..anchor })
    }
}
