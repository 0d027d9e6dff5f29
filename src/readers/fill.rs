//! Fills the table of a recognised layout, row by row.

use crate::model::{Fap, FapVersion, IssueKind, Issues, Kind, Place, Reason, RowCount};
use crate::readers::ReadTable;
use crate::readers::cells::Cells;
use crate::readers::header::Columns;
use crate::readers::keys::Keys;
pub use crate::readers::line::Line;
use crate::readers::mapping::KINDS;
use crate::readers::noted::{Coercion, Noted};
use crate::readers::years::by_year;
use crate::readers::{
    company, demand, employed, fields, layout, lheo, lists, own, proven, rncp, series as figures,
    training, unknown,
};
use crate::reference::Reference;
use crate::tables::{Table, TableError};
use crate::tables::{basin_tension, bmo, catalogue, certification, commune, course_offer};
use crate::tables::{employment, establishment, experience, headcount, job_offer, job_seeker};
use crate::tables::{nomenclature, register, series, survey, tension, travel_time};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Why a row was refused, and at which column: a canonical one, or one as written.
#[derive(Debug, PartialEq)]
pub struct Refusal {
    pub column: Cow<'static, str>,
    pub kind: IssueKind,
}

/// Names the column of a faulty cell.
pub trait At<T> {
    fn at(self, column: &'static str) -> Result<T, Refusal>;
}

impl<T> At<T> for Result<T, IssueKind> {
    fn at(self, column: &'static str) -> Result<T, Refusal> {
        self.map_err(|kind| Refusal { column: column.into(), kind })
    }
}

/// Which table is being filled.
#[expect(clippy::large_enum_variant, reason = "one for each file")]
pub enum Builder {
    Bmo(bmo::Builder),
    Tension(tension::Builder),
    BasinTension(basin_tension::Builder),
    Certifications(certification::Builder),
    CourseOffers(course_offer::Builder),
    Catalogue(catalogue::Builder),
    Establishments(survey::establishment::Builder),
    Occupations(survey::occupation::Builder),
    Opinions(survey::opinion::Builder),
    Wishes(survey::wish::Builder),
    Register(register::Builder),
    JobOffers(job_offer::Builder),
    JobSeekers(job_seeker::Builder),
    Employment(employment::Builder),
    TravelTimes(travel_time::Builder),
    Experiences(experience::Builder),
    Headcounts(headcount::Builder),
    Communes(commune::Builder),
    Series(series::Builder),
    Stock(establishment::Builder),
    Nomenclature(nomenclature::Builder),
    Nothing,
}

impl Builder {
    fn finish(self) -> Result<Table, TableError> {
        match self {
            Self::Bmo(builder) => builder.finish().map(Table::Bmo),
            Self::Tension(builder) => builder.finish().map(Table::Tension),
            Self::BasinTension(builder) => builder.finish().map(Table::BasinTension),
            Self::Certifications(builder) => builder.finish().map(Table::Certifications),
            Self::CourseOffers(builder) => builder.finish().map(Table::CourseOffers),
            Self::Catalogue(builder) => builder.finish().map(Table::Catalogue),
            Self::Establishments(builder) => builder.finish().map(Table::SurveyEstablishments),
            Self::Occupations(builder) => builder.finish().map(Table::SurveyOccupations),
            Self::Opinions(builder) => builder.finish().map(Table::Opinions),
            Self::Wishes(builder) => builder.finish().map(Table::SurveyWishes),
            Self::Register(builder) => builder.finish().map(Table::Register),
            Self::JobOffers(builder) => builder.finish().map(Table::JobOffers),
            Self::JobSeekers(builder) => builder.finish().map(Table::JobSeekers),
            Self::Employment(builder) => builder.finish().map(Table::Employment),
            Self::TravelTimes(builder) => builder.finish().map(Table::TravelTimes),
            Self::Experiences(builder) => builder.finish().map(Table::Experiences),
            Self::Headcounts(builder) => builder.finish().map(Table::Headcounts),
            Self::Communes(builder) => builder.finish().map(Table::Communes),
            Self::Nomenclature(builder) => builder.finish().map(Table::Nomenclature),
            Self::Series(builder) => builder.finish().map(Table::Series),
            Self::Stock(builder) => builder.finish().map(Table::Stock),
            Self::Nothing => Ok(Table::None),
        }
    }
}

/// Columns whose header may end with the year of the file: `BE24`, `codze2020`,
/// `code_bassin_2026`.
const SUFFIXED: &[&str] = &["basin", "division", "division_named", "division_label"];

/// A table under way, with what is known only once all rows were seen.
pub struct Filling {
    columns: Columns,
    kind: Kind,
    builder: Builder,
    noted: Noted,
    /// Columns without which a row is none.
    needed: &'static [&'static str],
    seen: Seen,
    /// Tables of the pieces after the rows of the builder.
    pieces: Vec<Filling>,
}

/// What the fillings of several pieces of one text share.
pub struct Seed {
    columns: Columns,
    kind: Kind,
    title: String,
    keys: Keys,
}

impl Seed {
    /// Columns of the text up to the last that is read.
    pub fn width(&self) -> usize {
        self.columns.width()
    }

    /// For the piece of this rank, from zero.
    pub fn filling(&self, rank: usize) -> Filling {
        let mut filling = Filling::new(self.kind, self.columns.clone(), self.title.clone());
        filling.seen.keys = self.keys.of_piece(rank);
        filling
    }
}

/// What the rows seen so far have in common.
pub struct Seen {
    /// First words above the header; empty when there are none.
    pub title: String,
    pub masked: u32,
    keys: Keys,
    years: BTreeMap<u16, u32>,
    /// Of each kept row, for the kinds whose rows do not keep theirs.
    by_row: Vec<u16>,
    faps: BTreeSet<String>,
    last_fap: String,
}

impl Seen {
    /// # Errors
    /// When the key of these parts was seen before.
    pub fn unique(&mut self, column: &'static str, parts: &[&str]) -> Result<(), Refusal> {
        if self.keys.insert(parts) {
            return Ok(());
        }
        let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        Err(Refusal {
            column: column.into(),
            kind: IssueKind::DuplicateKey { key: parts.join(" ") },
        })
    }

    pub fn saw_fap(&mut self, code: &str) {
        // Files are often sorted by occupation.
        if self.last_fap != code {
            code.clone_into(&mut self.last_fap);
            if !self.faps.contains(code) {
                self.faps.insert(code.to_owned());
            }
        }
    }

    /// The year of a row that will be kept.
    pub fn keeps_year(&mut self, year: Option<f64>) {
        self.saw_year(year);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year")]
        let year = year.map_or(0, |year| year.clamp(0.0, 9_999.0) as u16);
        self.by_row.push(year);
    }

    pub fn saw_year(&mut self, year: Option<f64>) {
        if let Some(year) = year.filter(|year| (1900.0..2200.0).contains(year)) {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year")]
            let year = year as u16;
            *self.years.entry(year).or_default() += 1;
        }
    }
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
            Kind::ActorOpinions => Builder::Opinions(survey::opinion::Builder::default()),
            Kind::SurveyWishes => Builder::Wishes(survey::wish::Builder::default()),
            Kind::EstablishmentRegister => Builder::Register(register::Builder::default()),
            Kind::JobOffers => Builder::JobOffers(job_offer::Builder::default()),
            Kind::JobSeekers => Builder::JobSeekers(job_seeker::Builder::default()),
            Kind::EmploymentByAge => Builder::Employment(employment::Builder::default()),
            Kind::TravelTimes => Builder::TravelTimes(travel_time::Builder::default()),
            Kind::ProvenProgrammes => Builder::Experiences(experience::Builder::default()),
            Kind::CompanyHeadcount => Builder::Headcounts(headcount::Builder::default()),
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
        let needed = layout::needed(kind, &columns);
        Self {
            columns,
            kind,
            builder,
            noted: Noted::default(),
            needed,
            seen: Seen {
                title,
                masked: 0,
                keys: Keys::default(),
                years: BTreeMap::new(),
                by_row: Vec::new(),
                faps: BTreeSet::new(),
                last_fap: String::new(),
            },
            pieces: Vec::new(),
        }
    }

    /// What is needed to fill the same table from another piece of the text.
    pub fn seed(&self) -> Seed {
        Seed {
            columns: self.columns.clone(),
            kind: self.kind,
            title: self.seen.title.clone(),
            keys: self.seen.keys.beside(),
        }
    }

    /// Takes the rows of the pieces that follow, read by a seed; unless two hold the same key: the
    /// seed is then ready for the pieces to be read again, the later row being refused.
    pub fn join(&mut self, pieces: Vec<Self>, seed: &mut Seed) -> bool {
        let keys: Vec<&Keys> = pieces.iter().map(|piece| &piece.seen.keys).collect();
        if let Some(again) = self.seen.keys.again(&keys) {
            seed.keys = again;
            return false;
        }
        for piece in pieces {
            self.seen.masked += piece.seen.masked;
            for (year, count) in &piece.seen.years {
                *self.seen.years.entry(*year).or_default() += count;
            }
            self.seen.faps.extend(piece.seen.faps.iter().cloned());
            self.seen.by_row.extend_from_slice(&piece.seen.by_row);
            self.noted.add(&piece.noted);
            self.pieces.push(piece);
        }
        true
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
        cells: Cells<'_>,
        sheet: &str,
        rows: &mut RowCount,
        issues: &mut Issues,
    ) {
        rows.read += 1;
        if cells.is_blank() {
            rows.empty += 1;
            return;
        }
        match self.push(row, cells) {
            Ok(()) => rows.kept += 1,
            Err(refusal) => {
                let others = self.others(cells, &refusal);
                self.refuse(row, refusal, sheet, rows, issues);
                for other in others {
                    issues.warning(self.place(row, &other.column, sheet), other.kind);
                }
            }
        }
        self.tell_refused(row, sheet, issues);
    }

    /// The cells of a refused row that cannot be read either, beside those that were looked at: a
    /// table of the user's own is mended in one go. Published files have marks of their own.
    fn others(&self, cells: Cells<'_>, refusal: &Refusal) -> Vec<Refusal> {
        if !KINDS.contains(&self.kind) {
            return Vec::new();
        }
        let looked = |name: &str| refusal.column == name || self.noted.has_refused(name);
        let specs = fields::of(self.kind).into_iter().filter(|spec| !looked(spec.name));
        let fault = |spec: fields::Spec| {
            let kind = spec.content.fault(self.columns.get(cells, spec.name))?;
            Some(Refusal { column: spec.name.into(), kind })
        };
        specs.filter_map(fault).collect()
    }

    /// Tells at their places the cells of the present row that cannot be read.
    pub fn tell_refused(&self, row: u32, sheet: &str, issues: &mut Issues) {
        for refusal in self.noted.take_refused() {
            issues.warning(self.place(row, &refusal.column, sheet), refusal.kind);
        }
    }

    /// The cells of the present row that cannot be read.
    pub fn refused_cells(&self) -> Vec<Refusal> {
        self.noted.take_refused()
    }

    /// A cell by its column as written, or as it is known where nothing is written.
    fn place(&self, row: u32, column: &str, sheet: &str) -> Place {
        let written = self.columns.written(column);
        Place::cell(sheet, row, if written.is_empty() { column } else { written })
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
        issues.error(self.place(row, &refusal.column, sheet), refusal.kind);
    }

    /// Takes one row whose cells a mapping read, with what it made of them; or says why not. A row
    /// whose cells are all blank is refused for what it needs: more was written in its source.
    ///
    /// # Errors
    /// Names the column at fault.
    pub fn take(
        &mut self,
        row: u32,
        cells: Cells<'_>,
        made: &[(&'static str, Coercion)],
    ) -> Result<(), Refusal> {
        let outcome = self.push(row, cells);
        if outcome.is_ok() {
            self.noted.keep(made);
        }
        outcome
    }

    fn push(&mut self, row: u32, cells: Cells<'_>) -> Result<(), Refusal> {
        let Self { columns, kind, builder, noted, needed, seen, .. } = self;
        noted.begin_row();
        let line = Line { columns, row, cells, noted, needed };
        let outcome = match builder {
            Builder::Bmo(builder) => demand::bmo(builder, line, seen),
            Builder::Tension(builder) => demand::tension(builder, line, seen),
            Builder::BasinTension(builder) => demand::basin_tension(builder, line, seen),
            Builder::Certifications(builder) => match kind {
                Kind::NationalRegister => rncp::fiche(builder, line, seen),
                _ => training::certification(builder, line),
            },
            Builder::CourseOffers(builder) => training::course_offer(builder, line, seen),
            Builder::Catalogue(builder) => match kind {
                Kind::CarifOffers => lheo::offer(builder, line, seen),
                Kind::ApprenticeshipCatalogue => training::apprenticeship(builder, line, seen),
                _ => training::catalogue(builder, line, seen),
            },
            Builder::Establishments(builder) => own::establishment(builder, line, seen),
            Builder::Occupations(builder) => own::occupation(builder, line),
            Builder::Opinions(builder) => own::opinion(builder, line),
            Builder::Wishes(builder) => own::wish(builder, line),
            Builder::Register(builder) => own::register(builder, line, seen),
            Builder::JobOffers(builder) => own::job_offer(builder, line, seen),
            Builder::JobSeekers(builder) => own::job_seeker(builder, line, seen),
            Builder::Employment(builder) => employed::employment(builder, line, seen),
            Builder::TravelTimes(builder) => own::travel_time(builder, line, seen),
            Builder::Experiences(builder) => proven::experience(builder, line, seen),
            Builder::Headcounts(builder) => company::headcount(builder, line),
            Builder::Communes(builder) => match kind {
                Kind::CommuneZones => lists::zone(builder, line),
                Kind::CommuneCommittees => lists::committee(builder, line),
                Kind::CommuneGroupings => lists::grouping(builder, line),
                _ => own::commune(builder, line),
            },
            Builder::Nomenclature(builder) => match kind {
                Kind::RegulatoryList => lists::regulatory(builder, line, seen),
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
            Builder::Series(builder) => match kind {
                Kind::JobSeekerSeries => figures::months(builder, line, seen),
                Kind::HiringDeclarations => figures::declarations(builder, line, seen),
                _ => figures::market(builder, line, seen),
            },
            Builder::Stock(builder) => figures::establishment(builder, line, seen),
            Builder::Nothing => Ok(()),
        };
        // What was read of a row that is refused in the end is nobody's.
        noted.end_row(columns, cells, outcome.is_ok());
        outcome
    }

    /// The table, or one for each year of a survey that holds several.
    pub fn finish(
        mut self,
        mut table: ReadTable,
        sheet: &str,
        reference: &Reference,
    ) -> Vec<ReadTable> {
        let years = std::mem::take(&mut self.seen.by_row);
        self.finish_one(&mut table, sheet, reference);
        by_year(table, &years, sheet, reference)
    }

    fn finish_one(self, table: &mut ReadTable, sheet: &str, reference: &Reference) {
        table.masked_cells = self.seen.masked;
        for (column, kind) in self.noted.issues() {
            let column = Some(self.columns.written(column).to_owned());
            let place = Place { column, ..Place::sheet(sheet) };
            table.issues.notice(place, kind);
        }
        table.vintage = self.vintage();
        if let Some(kind) = self.contradiction() {
            table.issues.warning(Place::sheet(sheet), kind);
        }
        if let (Some(_), Some(column)) = (table.vintage, self.year_column()) {
            table.reasons.push(Reason::YearFrom(column));
        } else if table.kind == Kind::Bmo {
            table.issues.warning(Place::sheet(sheet), IssueKind::YearUnknown);
        }
        if !self.seen.faps.is_empty() {
            edition(&self.seen.faps, table, sheet, reference);
        }
        let written = self.columns;
        let finished = self.builder.finish().and_then(|mut first| {
            for piece in self.pieces {
                first.append(&piece.builder.finish()?)?;
            }
            Ok(first)
        });
        match finished {
            Ok(finished) => {
                table.table = finished;
                let written = |column: &str| written.written(column).to_owned();
                unknown::tell(table, &written, sheet, reference);
            }
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
        let told = self.seen.years.keys().next_back().copied();
        told.or_else(|| self.year_of_header().map(|(_, year)| year))
    }

    /// A column whose name ends with a year, and that year.
    fn year_of_header(&self) -> Option<(&str, u16)> {
        let mut written = SUFFIXED.iter().map(|column| self.columns.written(column));
        let written = written.find(|written| !written.is_empty())?;
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let year = digits.parse::<u16>().ok()?;
        let year = match digits.len() {
            2 => Some(2000 + year),
            4 => Some(year).filter(|year| (2000..2100).contains(year)),
            _ => None,
        };
        Some((written, year?))
    }

    /// Of a survey none of whose rows is of the year of its header: `BE24` over 2027.
    fn contradiction(&self) -> Option<IssueKind> {
        let year = *self.seen.years.keys().next_back()?;
        let (column, of_header) = self.year_of_header()?;
        (self.kind == Kind::Bmo && !self.seen.years.contains_key(&of_header))
            .then(|| IssueKind::YearContradicted { column: column.to_owned(), year })
    }

    fn year_column(&self) -> Option<String> {
        let columns: &[&str] = if self.seen.years.is_empty() {
            SUFFIXED
        } else {
            &["year", "answered_on", "created", "last_day", "period", "source_date", "extracted"]
        };
        let written = columns.iter().map(|column| self.columns.written(column));
        written.into_iter().find(|written| !written.is_empty()).map(str::to_owned)
    }
}

/// The edition that explains the codes of the whole file: one code alone cannot tell.
pub fn edition(faps: &BTreeSet<String>, table: &mut ReadTable, sheet: &str, reference: &Reference) {
    let count = reference.fap_versions_of(&mut faps.iter().map(String::as_str));
    table.fap_version = count.best();
    // Codes that both editions have: the year decides.
    let of_year = table.vintage.and_then(|year| Some((table.kind.edition_of(year)?, year)));
    if let (None, Some((version, year))) = (count.best(), of_year.filter(|_| count.fap2021 > 0)) {
        table.fap_version = Some(version);
        table.reasons.push(Reason::EditionOfYear { version, year });
    }
    let valid = match table.fap_version {
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
    let Some(version) = table.fap_version else { return };
    table.reasons.push(Reason::FapVersion { version, valid, of: count.of });
    let exists = |code: &str| Fap::new(version, code).is_ok_and(|fap| reference.fap_exists(fap));
    let unknown: Vec<&str> = faps.iter().map(String::as_str).filter(|code| !exists(code)).collect();
    if !unknown.is_empty() {
        let kind = IssueKind::CodesUnknown {
            system: version.to_string(),
            count: count.of - valid,
            examples: unknown.iter().take(5).copied().collect::<Vec<_>>().join(", "),
        };
        table.issues.warning(Place::sheet(sheet), kind);
    }
}
