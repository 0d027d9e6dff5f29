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

    /// Of a group of occupations, not of one.
    pub const fn is_group(self) -> bool {
        matches!(self, Self::DepartmentGroup | Self::RegionGroup | Self::FranceGroup)
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
    /// Those of the national constants that were read at the national row: the rung of the others
    /// has none, or those of a group.
    pub of_nation: Causes,
    /// Row in the source.
    pub row: u32,
    /// Share of the occupation carried by the converted code, 0–1; `None` when not converted.
    pub converted: Option<f64>,
}

impl Anchor {
    /// A cause was read at the national row of the occupation, not at the rung of the others.
    pub fn is_of_nation(&self, cause: Cause) -> bool {
        self.of_nation.get(cause).is_some()
    }

    /// The rung and territory that a cause was read at: those of the anchor's causes, or France for
    /// the national constants that were read there. `None`: no class of it.
    pub fn cause_place(&self, cause: Cause) -> Option<(Rung, Territory)> {
        self.causes.get(cause)?;
        if !self.is_of_nation(cause) {
            return self.causes_rung.zip(self.causes_territory);
        }
        let group = self.occupation.level() == FapLevel::Group;
        let rung = if group { Rung::FranceGroup } else { Rung::FranceOccupation };
        Some((rung, Territory::France))
    }

    /// A class that is one for the whole country, being of the occupation itself.
    pub fn is_constant(&self, cause: Cause) -> bool {
        let of_group = |(rung, _): (Rung, Territory)| rung.is_group();
        cause.is_national_constant() && self.cause_place(cause).is_some_and(|at| !of_group(at))
    }

    /// A class that would be one for the whole country, were it not read of a group on a territory.
    pub fn is_of_group(&self, cause: Cause) -> bool {
        let of_group = |(rung, _): (Rung, Territory)| rung.is_group();
        cause.is_national_constant() && self.cause_place(cause).is_some_and(of_group)
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
        // F, C and G are constants of an occupation: its national row gives them where the rung has
        // none, or those of a group, which differ by what the group is made of.
        let mut of_nation = Causes::default();
        if let Some(national) = self.cells.get(&(Territory::France, occupation)) {
            let of_group = with_causes.is_some_and(|(rung, ..)| rung.is_group())
                && occupation.level() != FapLevel::Group;
            let read = |own: Option<u8>, country: Option<u8>| {
                country.filter(|_| own.is_none() || of_group)
            };
            let national = national.causes;
            of_nation = Causes {
                training_link: read(causes.training_link, national.training_link),
                working_conditions: read(causes.working_conditions, national.working_conditions),
                geographic_mismatch: read(causes.geographic_mismatch, national.geographic_mismatch),
                ..Causes::default()
            };
            causes.training_link = of_nation.training_link.or(causes.training_link);
            causes.working_conditions = of_nation.working_conditions.or(causes.working_conditions);
            causes.geographic_mismatch =
                of_nation.geographic_mismatch.or(causes.geographic_mismatch);
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
mod tests;
