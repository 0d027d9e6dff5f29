//! The official anchor: finest published rung of a tension table (`method.md` §1.4, §1.9).

use crate::model::{Fap, FapLevel, FapVersion, Rome, Territory};
use crate::tables::tension::Tension;
use std::collections::BTreeMap;

/// Which rung of the ladder supplied the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// France Travail class of the one ROME of this occupation, on the basin.
    Basin,
    DepartmentOccupation,
    DepartmentGroup,
    RegionOccupation,
    RegionGroup,
    FranceOccupation,
    /// Only for a group of occupations, which has no finer rung.
    FranceGroup,
}

impl Anchor {
    /// Of the territory itself, or of the basin or département that it is or lies in, not of a wider
    /// one.
    pub fn is_of(&self, place: Territory) -> bool {
        let is_near =
            matches!(self.rung, Rung::Basin | Rung::DepartmentOccupation | Rung::DepartmentGroup);
        is_near || self.territory == place
    }

    /// One of the two highest classes.
    pub const fn is_tense(&self) -> bool {
        self.class >= 4
    }
}

impl Rung {
    /// Finest first.
    pub const ALL: [Self; 7] = [
        Self::Basin,
        Self::DepartmentOccupation,
        Self::DepartmentGroup,
        Self::RegionOccupation,
        Self::RegionGroup,
        Self::FranceOccupation,
        Self::FranceGroup,
    ];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Basin => "basin",
            Self::DepartmentOccupation => "department-occupation",
            Self::DepartmentGroup => "department-group",
            Self::RegionOccupation => "region-occupation",
            Self::RegionGroup => "region-group",
            Self::FranceOccupation => "france-occupation",
            Self::FranceGroup => "france-group",
        }
    }
}

/// The seven causes, in the order of `method.md` §1.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    HiringIntensity,
    TrainingLink,
    LabourShortage,
    Precariousness,
    WorkingConditions,
    GeographicMismatch,
    UnattractivePay,
}

impl Cause {
    pub const ALL: [Self; 7] = [
        Self::HiringIntensity,
        Self::TrainingLink,
        Self::LabourShortage,
        Self::Precariousness,
        Self::WorkingConditions,
        Self::GeographicMismatch,
        Self::UnattractivePay,
    ];

    /// Letter of the cause in the published tables of Dares (`method.md` §0.3).
    pub const fn letter(self) -> char {
        match self {
            Self::HiringIntensity => 'I',
            Self::TrainingLink => 'F',
            Self::LabourShortage => 'M',
            Self::Precariousness => 'N',
            Self::WorkingConditions => 'C',
            Self::GeographicMismatch => 'G',
            Self::UnattractivePay => 'S',
        }
    }

    /// One class per occupation for the whole country (`method.md` §1.6): it says nothing of a
    /// territory. Groups of occupations differ by what they are made of alone.
    pub const fn is_national_constant(self) -> bool {
        matches!(self, Self::TrainingLink | Self::WorkingConditions | Self::GeographicMismatch)
    }

    pub fn of_letter(letter: char) -> Option<Self> {
        Self::ALL.into_iter().find(|cause| cause.letter() == letter)
    }

    pub const fn id(self) -> &'static str {
        match self {
            Self::HiringIntensity => "hiring-intensity",
            Self::TrainingLink => "training-link",
            Self::LabourShortage => "labour-shortage",
            Self::Precariousness => "precariousness",
            Self::WorkingConditions => "working-conditions",
            Self::GeographicMismatch => "geographic-mismatch",
            Self::UnattractivePay => "unattractive-pay",
        }
    }
}

/// Classes 1–5 of the causes; 5 aggravates the tension. `None`: not published.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Causes {
    pub hiring_intensity: Option<u8>,
    pub training_link: Option<u8>,
    pub labour_shortage: Option<u8>,
    pub precariousness: Option<u8>,
    pub working_conditions: Option<u8>,
    pub geographic_mismatch: Option<u8>,
    pub unattractive_pay: Option<u8>,
}

impl Causes {
    pub const fn get(&self, cause: Cause) -> Option<u8> {
        match cause {
            Cause::HiringIntensity => self.hiring_intensity,
            Cause::TrainingLink => self.training_link,
            Cause::LabourShortage => self.labour_shortage,
            Cause::Precariousness => self.precariousness,
            Cause::WorkingConditions => self.working_conditions,
            Cause::GeographicMismatch => self.geographic_mismatch,
            Cause::UnattractivePay => self.unattractive_pay,
        }
    }

    /// As if a cause no longer weighed: its class is the lowest, where it is known.
    #[must_use]
    pub fn lifted(mut self, cause: Cause) -> Self {
        let class = match cause {
            Cause::HiringIntensity => &mut self.hiring_intensity,
            Cause::TrainingLink => &mut self.training_link,
            Cause::LabourShortage => &mut self.labour_shortage,
            Cause::Precariousness => &mut self.precariousness,
            Cause::WorkingConditions => &mut self.working_conditions,
            Cause::GeographicMismatch => &mut self.geographic_mismatch,
            Cause::UnattractivePay => &mut self.unattractive_pay,
        };
        *class = class.map(|_| 1);
        self
    }

    /// Those of class 4 or 5, with their class, in the published order.
    pub fn aggravating(&self) -> impl Iterator<Item = (Cause, u8)> {
        let causes = *self;
        let class =
            move |cause: Cause| Some((cause, causes.get(cause).filter(|class| *class >= 4)?));
        Cause::ALL.into_iter().filter_map(class)
    }

    pub fn is_empty(&self) -> bool {
        Cause::ALL.iter().all(|cause| self.get(*cause).is_none())
    }
}

/// The official value of an occupation, and where it was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchor {
    /// Index of the source in the analysis.
    pub source: usize,
    pub year: u16,
    /// The code as published; another edition than the occupation's when `converted`.
    pub occupation: Fap,
    pub rung: Rung,
    pub territory: Territory,
    /// Composite value; `None` where the source publishes classes only.
    pub tension: Option<f64>,
    /// Class 1–5 as published at that rung.
    pub class: u8,
    pub causes: Causes,
    /// Rung and territory that supplied the causes; a higher one than `rung` when that has none.
    pub causes_rung: Option<Rung>,
    pub causes_territory: Option<Territory>,
    /// Those of the national constants that only the national row has.
    pub of_nation: Causes,
    /// Row in the source.
    pub row: u32,
    /// Share of the occupation carried by the converted code, 0–1; `None` when not converted.
    pub converted: Option<f64>,
}

impl Anchor {
    /// A cause was read at the national row, because the rung of the others does not have it.
    pub fn is_of_nation(&self, cause: Cause) -> bool {
        self.of_nation.get(cause).is_some()
    }
}

/// France Travail reading by ROME on the basin: context, never mixed with the anchor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RomeReading {
    pub source: usize,
    /// `None`: neither the rows nor the name of the file say it.
    pub year: Option<u16>,
    pub rome: Rome,
    pub class: u8,
    pub causes: Causes,
    pub row: u32,
}

/// One published or imputed cell of a tension table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CellOf {
    /// Index of the source in the analysis, and row in it.
    pub source: usize,
    pub row: u32,
    /// Mean employment, rounded to the hundred by the producer.
    pub employment: Option<f64>,
    /// Composite value, imputed by the producer where `class` is missing.
    pub tension: Option<f64>,
    /// Class 1–5; `None` where the cell is not published.
    pub class: Option<u8>,
    pub causes: Causes,
}

/// The cells of one edition and year, from one file or the sheets of one, ready for the ladder.
#[derive(Clone, Debug)]
pub struct Ladder {
    pub year: u16,
    pub version: FapVersion,
    cells: BTreeMap<(Territory, Fap), CellOf>,
}

/// A class 1–5 stored as a number.
pub fn class(value: Option<f64>) -> Option<u8> {
    let value = value?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1–5 just checked")]
    let class = ((1.0..=5.0).contains(&value) && value.fract() == 0.0).then_some(value as u8);
    class
}

/// Class 1–5 of a composite value by four ascending cut points (`method.md` §1.3).
///
/// A check on a published file, never a class of our own: the producer's class is read, not made.
pub fn class_by_cuts(tension: f64, cuts: [f64; 4]) -> u8 {
    let above = cuts.iter().filter(|cut| **cut < tension).count();
    1 + u8::try_from(above).unwrap_or(4)
}

impl Ladder {
    /// Takes the latest year of the tables, each with its source; of two cells, the first.
    pub fn new(version: FapVersion, tables: &[(usize, &Tension)]) -> Option<Self> {
        let years = tables.iter().flat_map(|(_, table)| table.rows().filter_map(|row| row.year));
        let latest = years.max_by(f64::total_cmp)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year")]
        let latest = latest.clamp(0.0, 9999.0) as u16;
        Self::of(version, latest, tables)
    }

    /// As [`Ladder::new`], of a year; `None` when no table has a row of it.
    pub fn of(version: FapVersion, year: u16, tables: &[(usize, &Tension)]) -> Option<Self> {
        let mut cells = BTreeMap::new();
        let rows = tables.iter().flat_map(|(source, table)| table.rows().map(|row| (*source, row)));
        let wanted = Some(f64::from(year));
        for (source, row) in rows.filter(|(_, row)| row.year == wanted) {
            let (Ok(territory), Ok(occupation)) =
                (row.territory.parse::<Territory>(), Fap::new(version, row.occupation))
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
                unattractive_pay: class(row.unattractive_pay),
            };
            let cell = CellOf {
                source,
                row: row.row,
                employment: row.employment,
                tension: row.tension,
                class: class(row.class),
                causes,
            };
            cells.entry((territory, occupation)).or_insert(cell);
        }
        (!cells.is_empty()).then_some(Self { year, version, cells })
    }

    /// The rungs of a territory for an occupation or a group, finest first.
    fn rungs(
        department: Option<Territory>,
        region: Option<Territory>,
        occupation: Fap,
    ) -> Vec<(Rung, Territory, Fap)> {
        let group = occupation.ancestor(FapLevel::Group);
        if group == Some(occupation) {
            let places = [
                (department, Rung::DepartmentGroup),
                (region, Rung::RegionGroup),
                (Some(Territory::France), Rung::FranceGroup),
            ];
            let rung = |(territory, rung): (Option<Territory>, Rung)| {
                territory.map(|territory| (rung, territory, occupation))
            };
            return places.into_iter().filter_map(rung).collect();
        }
        let mut rungs = Vec::with_capacity(5);
        for (territory, fine, coarse) in [
            (department, Rung::DepartmentOccupation, Rung::DepartmentGroup),
            (region, Rung::RegionOccupation, Rung::RegionGroup),
        ] {
            if let Some(territory) = territory {
                rungs.push((fine, territory, occupation));
                rungs.extend(group.map(|group| (coarse, territory, group)));
            }
        }
        rungs.push((Rung::FranceOccupation, Territory::France, occupation));
        rungs
    }

    /// First up the occupations inside the same territory, then up the territory.
    ///
    /// `occupation` must be of this ladder's edition; a group climbs through groups.
    pub fn anchor(
        &self,
        department: Option<Territory>,
        region: Option<Territory>,
        occupation: Fap,
    ) -> Option<Anchor> {
        let rungs = Self::rungs(department, region, occupation);
        let published = |(rung, territory, code): &(Rung, Territory, Fap)| {
            let cell = self.cells.get(&(*territory, *code))?;
            cell.class.map(|class| (*rung, *territory, *cell, class))
        };
        let position = rungs.iter().position(|rung| published(rung).is_some())?;
        let (rung, territory, cell, class) = published(rungs.get(position)?)?;
        let with_causes = rungs
            .iter()
            .skip(position)
            .filter_map(published)
            .find(|(_, _, cell, _)| !cell.causes.is_empty());
        let mut causes = with_causes.map(|(_, _, cell, _)| cell.causes).unwrap_or_default();
        // F, C and G are national constants of an occupation: the national row may always serve.
        let mut of_nation = Causes::default();
        if let Some(national) = self.cells.get(&(Territory::France, occupation)) {
            let national = national.causes;
            let filled = |own: Option<u8>, country: Option<u8>| country.filter(|_| own.is_none());
            of_nation = Causes {
                training_link: filled(causes.training_link, national.training_link),
                working_conditions: filled(causes.working_conditions, national.working_conditions),
                geographic_mismatch: filled(
                    causes.geographic_mismatch,
                    national.geographic_mismatch,
                ),
                ..Causes::default()
            };
            causes.training_link = causes.training_link.or(of_nation.training_link);
            causes.working_conditions = causes.working_conditions.or(of_nation.working_conditions);
            causes.geographic_mismatch =
                causes.geographic_mismatch.or(of_nation.geographic_mismatch);
        }
        Some(Anchor {
            source: cell.source,
            year: self.year,
            occupation,
            rung,
            territory,
            tension: cell.tension,
            class,
            causes,
            causes_rung: with_causes.map(|(rung, ..)| rung),
            causes_territory: with_causes.map(|(_, territory, ..)| territory),
            of_nation,
            row: cell.row,
            converted: None,
        })
    }

    /// The rung and territory that a cause of an anchor of this ladder was read at: those of the
    /// anchor's causes, or France for the national constants that they lack.
    pub fn cause_place(&self, anchor: &Anchor, cause: Cause) -> Option<(Rung, Territory)> {
        anchor.causes.get(cause)?;
        let own = anchor.causes_rung.zip(anchor.causes_territory).filter(|(rung, territory)| {
            let code = match rung {
                Rung::DepartmentGroup | Rung::RegionGroup | Rung::FranceGroup => {
                    anchor.occupation.ancestor(FapLevel::Group)
                }
                _ => Some(anchor.occupation),
            };
            let cell = code.and_then(|code| self.cells.get(&(*territory, code)));
            cell.is_some_and(|cell| cell.causes.get(cause).is_some())
        });
        let group = anchor.occupation.level() == FapLevel::Group;
        let national = if group { Rung::FranceGroup } else { Rung::FranceOccupation };
        own.or(Some((national, Territory::France)))
    }

    /// Every cell of the year, by territory and code.
    pub fn cells(&self) -> impl Iterator<Item = (Territory, Fap, &CellOf)> {
        self.cells.iter().map(|((territory, code), cell)| (*territory, *code, cell))
    }

    /// The cell of the file itself, published or not; `None` when the file has none.
    pub fn cell(&self, territory: Territory, occupation: Fap) -> Option<&CellOf> {
        self.cells.get(&(territory, occupation))
    }

    /// The value that the producer imputes at a cell, by the same ladder; `None` without a cell.
    pub fn published_value(&self, territory: Territory, occupation: Fap) -> Option<(f64, bool)> {
        let cell = self.cell(territory, occupation)?;
        cell.tension.map(|tension| (tension, cell.class.is_some()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::tension::{Builder, Row};

    fn ladder(cells: &[(&str, &str, Option<f64>)]) -> Ladder {
        let mut builder = Builder::default();
        for (index, (territory, occupation, class)) in cells.iter().enumerate() {
            builder.push(Row {
                row: 2 + u32::try_from(index).unwrap(),
                year: Some(2019.0),
                occupation,
                label: "",
                territory,
                employment: None,
                tension: Some(0.5),
                class: *class,
                hiring_intensity: class.map(|_| 3.0),
                training_link: class.map(|_| 4.0),
                labour_shortage: None,
                precariousness: None,
                working_conditions: None,
                geographic_mismatch: None,
                unattractive_pay: None,
            });
        }
        Ladder::new(FapVersion::Fap2009, &[(0, &builder.finish().unwrap())]).unwrap()
    }

    fn check(cells: &[(&str, &str, Option<f64>)], expected: Option<(Rung, u8)>) {
        let found = ladder(cells)
            .anchor("dep:15".parse().ok(), "reg:84".parse().ok(), "fap2009:A0Z40".parse().unwrap())
            .map(|anchor| (anchor.rung, anchor.class));
        assert_eq!(found, expected);
    }

    #[test]
    fn the_occupation_hierarchy_comes_before_the_territory() {
        let all = [
            ("dep:15", "A0Z40", Some(1.0)),
            ("dep:15", "A0Z", Some(2.0)),
            ("reg:84", "A0Z40", Some(3.0)),
            ("reg:84", "A0Z", Some(4.0)),
            ("fr", "A0Z40", Some(5.0)),
        ];
        let hidden = |n: usize| {
            let mut cells = all;
            for cell in cells.iter_mut().take(n) {
                cell.2 = None;
            }
            cells
        };
        check(&hidden(0), Some((Rung::DepartmentOccupation, 1)));
        check(&hidden(1), Some((Rung::DepartmentGroup, 2)));
        check(&hidden(2), Some((Rung::RegionOccupation, 3)));
        check(&hidden(3), Some((Rung::RegionGroup, 4)));
        check(&hidden(4), Some((Rung::FranceOccupation, 5)));
        check(&[("dep:15", "B0Z20", Some(1.0))], None);
    }

    #[test]
    fn a_group_climbs_through_groups() {
        let cells = [
            ("dep:15", "A0Z", None),
            ("reg:84", "A0Z40", Some(3.0)),
            ("reg:84", "A0Z", Some(4.0)),
            ("fr", "A0Z", Some(5.0)),
        ];
        let group: Fap = "fap2009:A0Z".parse().unwrap();
        let found = |cells: &[_]| {
            ladder(cells)
                .anchor("dep:15".parse().ok(), "reg:84".parse().ok(), group)
                .map(|anchor| (anchor.rung, anchor.class))
        };
        assert_eq!(found(&cells), Some((Rung::RegionGroup, 4)));
        assert_eq!(found(&cells[3..]), Some((Rung::FranceGroup, 5)));
    }

    /// F is a national constant: where the département's row lacks it, the national row serves, and
    /// the anchor says which cause that was.
    #[test]
    fn a_cause_of_the_national_row_says_so() {
        let mut builder = Builder::default();
        let mut push = |row: u32, territory: &str, hiring: f64, training: Option<f64>| {
            builder.push(Row {
                row,
                year: Some(2019.0),
                occupation: "A0Z40",
                label: "",
                territory,
                employment: None,
                tension: Some(0.5),
                class: Some(5.0),
                hiring_intensity: Some(hiring),
                training_link: training,
                labour_shortage: None,
                precariousness: None,
                working_conditions: Some(2.0),
                geographic_mismatch: None,
                unattractive_pay: None,
            });
        };
        push(2, "dep:15", 3.0, None);
        push(3, "fr", 4.0, Some(5.0));
        let ladder = Ladder::new(FapVersion::Fap2009, &[(0, &builder.finish().unwrap())]).unwrap();
        let code = "fap2009:A0Z40".parse().unwrap();
        let found = ladder.anchor("dep:15".parse().ok(), "reg:84".parse().ok(), code).unwrap();
        assert_eq!(found.causes.hiring_intensity, Some(3), "varies by zone: never the nation's");
        assert_eq!(found.causes.training_link, Some(5));
        let of_nation = Cause::ALL.into_iter().filter(|cause| found.is_of_nation(*cause));
        assert_eq!(of_nation.collect::<Vec<_>>(), [Cause::TrainingLink]);
        let own = ladder.anchor(None, None, code).unwrap();
        assert!(own.of_nation.is_empty(), "its own row has them");
    }

    /// `method.md` §1.3, values of the extract on both sides of each cut.
    #[test]
    fn classes_by_the_cut_points_of_2019() {
        const CUTS: [f64; 4] = [-0.5644, -0.2597, 0.1305, 0.50968];
        let class = |tension: f64| class_by_cuts(tension, CUTS);
        assert_eq!([-0.564_885, -0.564_098].map(class), [1, 2]);
        assert_eq!([-0.260_035, -0.259_316].map(class), [2, 3]);
        assert_eq!([0.129_989, 0.131_076].map(class), [3, 4]);
        assert_eq!([0.509_663, 0.509_706].map(class), [4, 5]);
    }

    #[test]
    fn a_class_is_an_integer_from_one_to_five() {
        assert_eq!(
            [0.0, 1.0, 2.5, 5.0, 6.0].map(|v| class(Some(v))),
            [None, Some(1), None, Some(5), None]
        );
    }
}
