//! Fills the table of a recognised layout, row by row.

use crate::model::{Fap, FapVersion, IssueKind, Issues, Kind, Place, Reason, RowCount};
use crate::readers::ReadTable;
use crate::readers::header::Columns;
pub use crate::readers::line::Line;
use crate::readers::line::Noted;
use crate::readers::{demand, lheo, lists, own, rncp, series as figures, training};
use crate::reference::Reference;
use crate::tables::{Table, TableError};
use crate::tables::{basin_tension, bmo, catalogue, certification, commune, course_offer};
use crate::tables::{establishment, job_offer, job_seeker, nomenclature, register, series};
use crate::tables::{survey, tension};
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Why a row was refused, and at which canonical column.
#[derive(Debug, PartialEq)]
pub struct Refusal {
    pub column: &'static str,
    pub kind: IssueKind,
}

/// Names the column of a faulty cell.
pub trait At<T> {
    fn at(self, column: &'static str) -> Result<T, Refusal>;
}

impl<T> At<T> for Result<T, IssueKind> {
    fn at(self, column: &'static str) -> Result<T, Refusal> {
        self.map_err(|kind| Refusal { column, kind })
    }
}

/// Which table is being filled.
pub enum Builder {
    Bmo(bmo::Builder),
    Tension(tension::Builder),
    BasinTension(basin_tension::Builder),
    Certifications(certification::Builder),
    CourseOffers(course_offer::Builder),
    Catalogue(catalogue::Builder),
    Establishments(survey::establishment::Builder),
    Occupations(survey::occupation::Builder),
    Register(register::Builder),
    JobOffers(job_offer::Builder),
    JobSeekers(job_seeker::Builder),
    Communes(commune::Builder),
    Series(series::Builder),
    Stock(establishment::Builder),
    Nomenclature(nomenclature::Builder),
    Nothing,
}

/// A table under way, with what is known only once all rows were seen.
pub struct Filling {
    columns: Columns,
    kind: Kind,
    builder: Builder,
    noted: Noted,
    /// First words above the header; empty when there are none.
    pub title: String,
    pub masked: u32,
    /// Keys seen, for the layouts that have one.
    keys: HashSet<Box<str>>,
    years: BTreeMap<u16, u32>,
    faps: BTreeSet<String>,
}

impl Filling {
    pub fn new(kind: Kind, columns: Columns, title: String) -> Self {
        let builder = match kind {
            Kind::Bmo => Builder::Bmo(bmo::Builder::default()),
            Kind::DaresTension => Builder::Tension(tension::Builder::default()),
            Kind::BasinTension => Builder::BasinTension(basin_tension::Builder::default()),
            Kind::CertifInfo | Kind::NationalRegister => {
                Builder::Certifications(certification::Builder::default())
            }
            Kind::CourseOffers => Builder::CourseOffers(course_offer::Builder::default()),
            Kind::TrainingCatalogue | Kind::CarifOffers | Kind::ApprenticeshipCatalogue => {
                Builder::Catalogue(catalogue::Builder::default())
            }
            Kind::SurveyEstablishments => {
                Builder::Establishments(survey::establishment::Builder::default())
            }
            Kind::SurveyOccupations => Builder::Occupations(survey::occupation::Builder::default()),
            Kind::EstablishmentRegister => Builder::Register(register::Builder::default()),
            Kind::JobOffers => Builder::JobOffers(job_offer::Builder::default()),
            Kind::JobSeekers => Builder::JobSeekers(job_seeker::Builder::default()),
            Kind::CommuneBasins
            | Kind::CommuneZones
            | Kind::CommuneCommittees
            | Kind::CommuneGroupings => Builder::Communes(commune::Builder::default()),
            Kind::JobSeekerSeries | Kind::HiringDeclarations | Kind::MarketIndicators => {
                Builder::Series(series::Builder::default())
            }
            Kind::EstablishmentStock => Builder::Stock(establishment::Builder::default()),
            Kind::RegulatoryList
            | Kind::Fap2021Tree
            | Kind::RomeToFap2021
            | Kind::RomeCards
            | Kind::NafLabels
            | Kind::RomeNafHirings
            | Kind::RomeTree
            | Kind::ApprenticeshipPrices
            | Kind::BasinSectors
            | Kind::Fap2009Labels
            | Kind::RomeToFap2009
            | Kind::OnisepTraining
            | Kind::OnisepBridge => Builder::Nomenclature(nomenclature::Builder::default()),
            _ => Builder::Nothing,
        };
        Self {
            columns,
            kind,
            builder,
            noted: Noted::default(),
            title,
            masked: 0,
            keys: HashSet::new(),
            years: BTreeMap::new(),
            faps: BTreeSet::new(),
        }
    }

    /// Whether the rows of this kind go somewhere.
    #[cfg(test)]
    pub const fn holds_rows(&self) -> bool {
        !matches!(self.builder, Builder::Nothing)
    }

    /// Takes one row: kept, refused with its place, or empty.
    pub fn row(
        &mut self,
        row: u32,
        cells: &[String],
        sheet: &str,
        rows: &mut RowCount,
        issues: &mut Issues,
    ) {
        rows.read += 1;
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            rows.empty += 1;
            return;
        }
        match self.push(row, cells) {
            Ok(()) => rows.kept += 1,
            Err(refusal) => self.refuse(row, refusal, sheet, rows, issues),
        }
    }

    /// Counts a row that was read and is refused.
    pub fn refuse(
        &self,
        row: u32,
        refusal: Refusal,
        sheet: &str,
        rows: &mut RowCount,
        issues: &mut Issues,
    ) {
        rows.refused += 1;
        let written = self.columns.written(refusal.column);
        let column = if written.is_empty() { refusal.column } else { written };
        issues.error(Place::cell(sheet, row, column), refusal.kind);
    }

    /// Takes one row, or says why not.
    ///
    /// # Errors
    /// Names the column at fault.
    pub fn take(&mut self, row: u32, cells: &[String]) -> Result<(), Refusal> {
        self.push(row, cells)
    }

    fn push(&mut self, row: u32, cells: &[String]) -> Result<(), Refusal> {
        let mut builder = std::mem::replace(&mut self.builder, Builder::Nothing);
        let columns = std::mem::take(&mut self.columns);
        let noted = std::mem::take(&mut self.noted);
        noted.begin_row();
        let line = Line { columns: &columns, row, cells, noted: &noted };
        let outcome = match &mut builder {
            Builder::Bmo(builder) => demand::bmo(builder, line, self),
            Builder::Tension(builder) => demand::tension(builder, line, self),
            Builder::BasinTension(builder) => demand::basin_tension(builder, line, self),
            Builder::Certifications(builder) => match self.kind {
                Kind::NationalRegister => rncp::fiche(builder, line, self),
                _ => training::certification(builder, line),
            },
            Builder::CourseOffers(builder) => training::course_offer(builder, line),
            Builder::Catalogue(builder) => match self.kind {
                Kind::CarifOffers => lheo::offer(builder, line, self),
                Kind::ApprenticeshipCatalogue => training::apprenticeship(builder, line, self),
                _ => training::catalogue(builder, line, self),
            },
            Builder::Establishments(builder) => own::establishment(builder, line, self),
            Builder::Occupations(builder) => own::occupation(builder, line),
            Builder::Register(builder) => own::register(builder, line),
            Builder::JobOffers(builder) => own::job_offer(builder, line, self),
            Builder::JobSeekers(builder) => own::job_seeker(builder, line, self),
            Builder::Communes(builder) => match self.kind {
                Kind::CommuneZones => lists::zone(builder, line),
                Kind::CommuneCommittees => lists::committee(builder, line),
                Kind::CommuneGroupings => lists::grouping(builder, line),
                _ => own::commune(builder, line),
            },
            Builder::Nomenclature(builder) => match self.kind {
                Kind::RegulatoryList => lists::regulatory(builder, line, self),
                Kind::Fap2021Tree => lists::fap_tree(builder, line),
                Kind::RomeToFap2021 => lists::rome_to_fap(builder, line),
                Kind::RomeCards => lists::rome_card(builder, line),
                Kind::RomeNafHirings => lists::hirings(builder, line),
                Kind::RomeTree => lists::rome_tree(builder, line),
                Kind::BasinSectors => lists::basin_sector(builder, line),
                Kind::ApprenticeshipPrices => lists::price(builder, line),
                Kind::Fap2009Labels => lists::fap_label(builder, line),
                Kind::RomeToFap2009 => lists::rome_to_fap2009(builder, line),
                Kind::OnisepTraining => lists::onisep_training(builder, line),
                Kind::OnisepBridge => lists::onisep_bridge(builder, line),
                _ => lists::activity(builder, line),
            },
            Builder::Series(builder) => match self.kind {
                Kind::JobSeekerSeries => figures::months(builder, line, self),
                Kind::HiringDeclarations => figures::declarations(builder, line, self),
                _ => figures::market(builder, line, self),
            },
            Builder::Stock(builder) => figures::establishment(builder, line, self),
            Builder::Nothing => Ok(()),
        };
        // What was read of a row that is refused in the end is nobody's.
        noted.end_row(&columns, cells, outcome.is_ok());
        self.noted = noted;
        self.builder = builder;
        self.columns = columns;
        outcome
    }

    /// # Errors
    /// When this key was seen before.
    pub fn unique(&mut self, column: &'static str, key: String) -> Result<(), Refusal> {
        if self.keys.contains(key.as_str()) {
            return Err(Refusal { column, kind: IssueKind::DuplicateKey { key } });
        }
        self.keys.insert(key.into_boxed_str());
        Ok(())
    }

    pub fn saw_fap(&mut self, code: &str) {
        if !self.faps.contains(code) {
            self.faps.insert(code.to_owned());
        }
    }

    pub fn saw_year(&mut self, year: Option<f64>) {
        if let Some(year) = year.filter(|year| (1900.0..2200.0).contains(year)) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year")]
            let year = year as u16;
            *self.years.entry(year).or_default() += 1;
        }
    }

    pub fn finish(self, table: &mut ReadTable, sheet: &str, reference: &Reference) {
        table.masked_cells = self.masked;
        for (column, kind) in self.noted.issues() {
            let column = Some(self.columns.written(column).to_owned());
            let place = Place { column, ..Place::sheet(sheet) };
            table.issues.notice(place, kind);
        }
        table.vintage = self.vintage();
        if let (Some(_), Some(column)) = (table.vintage, self.year_column()) {
            table.reasons.push(Reason::YearFrom(column));
        } else if table.kind == Kind::Bmo {
            table.issues.warning(Place::sheet(sheet), IssueKind::YearUnknown);
        }
        if !self.faps.is_empty() {
            self.edition(table, sheet, reference);
        }
        let finished: Result<Table, TableError> = match self.builder {
            Builder::Bmo(builder) => builder.finish().map(Table::Bmo),
            Builder::Tension(builder) => builder.finish().map(Table::Tension),
            Builder::BasinTension(builder) => builder.finish().map(Table::BasinTension),
            Builder::Certifications(builder) => builder.finish().map(Table::Certifications),
            Builder::CourseOffers(builder) => builder.finish().map(Table::CourseOffers),
            Builder::Catalogue(builder) => builder.finish().map(Table::Catalogue),
            Builder::Establishments(builder) => builder.finish().map(Table::SurveyEstablishments),
            Builder::Occupations(builder) => builder.finish().map(Table::SurveyOccupations),
            Builder::Register(builder) => builder.finish().map(Table::Register),
            Builder::JobOffers(builder) => builder.finish().map(Table::JobOffers),
            Builder::JobSeekers(builder) => builder.finish().map(Table::JobSeekers),
            Builder::Communes(builder) => builder.finish().map(Table::Communes),
            Builder::Nomenclature(builder) => builder.finish().map(Table::Nomenclature),
            Builder::Series(builder) => builder.finish().map(Table::Series),
            Builder::Stock(builder) => builder.finish().map(Table::Stock),
            Builder::Nothing => Ok(Table::None),
        };
        match finished {
            Ok(finished) => table.table = finished,
            Err(error) => {
                let kind = IssueKind::Damaged { detail: error.to_string() };
                table.issues.error(Place::sheet(sheet), kind);
            }
        }
        if table.rows.kept == 0 {
            table.issues.error(Place::sheet(sheet), IssueKind::NoUsableRow);
        }
    }

    /// The latest year of a stacked file; for a survey, the year of its column or of `BE24`.
    fn vintage(&self) -> Option<u16> {
        self.years.keys().next_back().copied().or_else(|| {
            let written = self.columns.written("basin");
            let digits: String = written.chars().filter(char::is_ascii_digit).collect();
            (digits.len() == 2).then(|| digits.parse::<u16>().ok().map(|year| 2000 + year))?
        })
    }

    fn year_column(&self) -> Option<String> {
        let columns: &[&str] = if self.years.is_empty() {
            &["basin"]
        } else {
            &["year", "answered_on", "created", "last_day", "period"]
        };
        let written = columns.iter().map(|column| self.columns.written(column));
        written.into_iter().find(|written| !written.is_empty()).map(str::to_owned)
    }

    /// The edition that explains the codes of the whole file: one code alone cannot tell.
    fn edition(&self, table: &mut ReadTable, sheet: &str, reference: &Reference) {
        let count = reference.fap_versions_of(&mut self.faps.iter().map(String::as_str));
        table.fap_version = count.best();
        let valid = match count.best() {
            Some(FapVersion::Fap2009) => count.fap2009,
            Some(FapVersion::Fap2021) => count.fap2021,
            None => {
                let kind = IssueKind::FapVersionUnclear {
                    fap2009: count.fap2009,
                    fap2021: count.fap2021,
                    of: count.of,
                };
                table.issues.warning(Place::sheet(sheet), kind);
                return;
            }
        };
        let Some(version) = count.best() else { return };
        table.reasons.push(Reason::FapVersion { version, valid, of: count.of });
        let exists =
            |code: &str| Fap::new(version, code).is_ok_and(|fap| reference.fap_exists(fap));
        let unknown: Vec<&str> =
            self.faps.iter().map(String::as_str).filter(|code| !exists(code)).collect();
        if !unknown.is_empty() {
            let kind = IssueKind::CodesUnknown {
                system: version.to_string(),
                count: count.of - valid,
                examples: unknown.iter().take(5).copied().collect::<Vec<_>>().join(", "),
            };
            table.issues.warning(Place::sheet(sheet), kind);
        }
    }
}
