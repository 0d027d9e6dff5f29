//! Who was asked and who answered.

use crate::analysis::employers::frame::{CellKey, Frame};
use crate::analysis::own::inside;
use crate::model::{Naf, SizeClass, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::survey::establishment::Row;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What became of a questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    Answered,
    Refused,
    NotReached,
    /// Closed, or not of the survey's scope: counts neither as asked nor as missing.
    OutOfScope,
}

/// One establishment of the survey. Its identifier never leaves the program.
#[derive(Clone, Debug, PartialEq)]
pub struct Establishment {
    /// Index of the source and row in it.
    pub origin: (usize, u32),
    pub id: String,
    pub section: Option<char>,
    pub size: Option<SizeClass>,
    pub headcount: Option<f64>,
    /// Given by the file, in place of computed ones.
    pub weight: Option<f64>,
    pub status: Status,
    pub hires: Option<f64>,
    pub departures: Option<f64>,
    pub hosts: Option<bool>,
    pub tutors: Option<bool>,
    pub on_the_job: Option<bool>,
    pub obstacles: Vec<String>,
}

impl Establishment {
    pub fn key(&self) -> Option<CellKey> {
        self.section.zip(self.size)
    }
}

/// The establishments of the territory in the survey, in the order of the files; `None` without
/// a survey. One that several tables have, as a list of the invited and the answers do, is one: see
/// [`joined`].
pub fn asked(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    reference: &Reference,
) -> Option<Vec<Establishment>> {
    let mut found: Option<Vec<Listed>> = None;
    for (source, input) in inputs.iter().enumerate() {
        let Table::SurveyEstablishments(table) = &input.table else { continue };
        let list = found.get_or_insert_with(Vec::new);
        list.extend(table.rows().map(|row| listed(source, &row, territory, reference)));
    }
    let joined = joined(found?);
    Some(joined.into_iter().filter(|one| one.is_here).map(|one| one.establishment).collect())
}

/// A row of a table of establishments.
#[derive(Clone)]
struct Listed {
    establishment: Establishment,
    /// The size class that the row writes, whatever the headcount.
    drawn: Option<SizeClass>,
    is_here: bool,
}

fn listed(source: usize, row: &Row<'_>, territory: Territory, reference: &Reference) -> Listed {
    let drawn = SizeClass::parse(row.size_class);
    let obstacles = row.obstacles.split('|').map(str::trim).filter(|part| !part.is_empty());
    let establishment = Establishment {
        origin: (source, row.row),
        id: row.id.to_owned(),
        section: Naf::new(row.naf).ok().and_then(|naf| naf.section()),
        // The class of the frame is the one it was drawn in, whatever it employs today.
        size: drawn.or_else(|| row.headcount.map(SizeClass::of)),
        headcount: row.headcount,
        weight: row.weight,
        status: match row.status {
            "répondant" => Status::Answered,
            "refus" => Status::Refused,
            "hors champ" => Status::OutOfScope,
            _ => Status::NotReached,
        },
        hires: row.hires,
        departures: row.departures,
        hosts: row.hosts,
        tutors: row.tutors,
        on_the_job: row.on_the_job,
        obstacles: obstacles.map(str::to_owned).collect(),
    };
    let is_here = inside(row.commune, row.basin, "", territory, reference);
    Listed { establishment, drawn, is_here }
}

/// Rows of one identifier in several tables made one, at the place of the first: who answered
/// answered, whatever a list of the invited says; its sector, and the class it was drawn in, are
/// those of the list. Two answers are left as two: nothing tells which holds.
fn joined(rows: Vec<Listed>) -> Vec<Listed> {
    let mut joined: Vec<Listed> = Vec::with_capacity(rows.len());
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows {
        let place = places.get(&row.establishment.id).copied();
        let Some(known) = place.and_then(|place| joined.get_mut(place)) else {
            places.insert(row.establishment.id.clone(), joined.len());
            joined.push(row);
            continue;
        };
        let status = |one: &Listed| one.establishment.status;
        match (status(known), status(&row)) {
            (Status::Answered, Status::Answered) => joined.push(row),
            (_, Status::Answered) => *known = with_list(row, known),
            (Status::Answered, _) => *known = with_list(known.clone(), &row),
            // Of two lists, the one that tells what became of it.
            (Status::NotReached, _) => {
                let list = std::mem::replace(known, row);
                *known = with_list(known.clone(), &list);
            }
            _ => {}
        }
    }
    joined
}

/// A row with what a list tells of its establishment.
fn with_list(row: Listed, list: &Listed) -> Listed {
    let drawn = list.drawn.or(row.drawn);
    let Listed { mut establishment, is_here, .. } = row;
    establishment.section = list.establishment.section.or(establishment.section);
    establishment.size = drawn.or(establishment.size).or(list.establishment.size);
    establishment.weight = establishment.weight.or(list.establishment.weight);
    Listed { establishment, drawn, is_here }
}

/// Those who answered and whose commune no list knows, of a basin that is not told: they are in no
/// territory but everywhere.
pub fn nowhere(inputs: &[Arc<ReadTable>], territory: Territory, reference: &Reference) -> u32 {
    if territory == Territory::France {
        return 0;
    }
    let rows = inputs.iter().filter_map(|input| match &input.table {
        Table::SurveyEstablishments(table) => Some(table.rows()),
        _ => None,
    });
    let lost = rows.flatten().filter(|row| {
        let known = Territory::basin(row.basin).is_ok()
            || reference.basin_from_commune(row.commune).is_some()
            || inside(row.commune, row.basin, "", territory, reference);
        row.status == "répondant" && !known
    });
    u32::try_from(lost.count()).unwrap_or(u32::MAX)
}

/// The basin that all establishments of a survey are in; `None` where they are of several, or one
/// cannot be placed.
pub fn only_basin(inputs: &[Arc<ReadTable>], reference: &Reference) -> Option<Territory> {
    let mut only = None;
    for input in inputs {
        let Table::SurveyEstablishments(table) = &input.table else { continue };
        for row in table.rows() {
            let given = Territory::basin(row.basin).ok();
            let basin = given.or_else(|| reference.basin_from_commune(row.commune));
            // Who sent nothing says nothing of where it is.
            if basin.is_none() && row.status != "répondant" {
                continue;
            }
            let basin = basin?;
            if *only.get_or_insert(basin) != basin {
                return None;
            }
        }
    }
    only
}

/// Counts of one cell of the coverage board.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Coverage {
    /// In the register; `None` without one.
    pub establishments: Option<f64>,
    /// Employees in the register; `None` where it does not tell.
    pub headcount: Option<f64>,
    /// Employees that those who answered have after the register: as many as establishments of
    /// their sector and size have on average. What they answered of themselves is not in it.
    pub headcount_covered: f64,
    pub asked: u32,
    pub answered: u32,
    pub refused: u32,
    pub not_reached: u32,
}

/// Establishments from which a share of their employees is told, and the unit it is told to:
/// without them, it could give the employees of one.
const LEAST_ESTABLISHMENTS: f64 = 3.0;
const POINT: f64 = 0.01;

impl Coverage {
    /// Answers among those asked, 0–1; `None` when nobody was.
    pub fn response_rate(&self) -> Option<f64> {
        (self.asked > 0).then(|| f64::from(self.answered) / f64::from(self.asked))
    }

    /// Answers among the establishments of the register, 0–1.
    pub fn share_of_establishments(&self) -> Option<f64> {
        let of = self.establishments.filter(|of| *of > 0.0)?;
        Some((f64::from(self.answered) / of).min(1.0))
    }

    /// Employees that the answers cover among those of the register, 0–1, to the point: both after
    /// the register, so that no answer is in it. `None` under three establishments.
    pub fn share_of_headcount(&self) -> Option<f64> {
        self.establishments.filter(|n| *n >= LEAST_ESTABLISHMENTS)?;
        let of = self.headcount.filter(|of| *of > 0.0)?;
        let share = (self.headcount_covered / of).min(1.0);
        Some((share / POINT).round() * POINT)
    }

    /// A cell that the register does not know adds no establishment to it.
    fn known(&self, zero: Option<f64>) -> Self {
        let headcount = if self.establishments.is_some() { self.headcount } else { zero };
        Self { establishments: self.establishments.or(zero), headcount, ..*self }
    }

    fn add(&mut self, other: &Self) {
        let both = |a: Option<f64>, b: Option<f64>| a.zip(b).map(|(a, b)| a + b);
        self.establishments = both(self.establishments, other.establishments);
        self.headcount = both(self.headcount, other.headcount);
        self.asked += other.asked;
        self.answered += other.answered;
        self.refused += other.refused;
        self.not_reached += other.not_reached;
        self.headcount_covered += other.headcount_covered;
    }
}

/// The coverage board: sector × size, and all together.
#[derive(Clone, Debug, PartialEq)]
pub struct Board {
    pub cells: BTreeMap<CellKey, Coverage>,
    pub total: Coverage,
    /// Asked, whose sector or size cannot be told: in the total only.
    pub unplaced: u32,
    /// Said to be closed or out of scope: nowhere.
    pub out_of_scope: u32,
}

impl Board {
    pub fn new(list: &[Establishment], frame: Option<&Frame>) -> Self {
        let mut cells: BTreeMap<CellKey, Coverage> = BTreeMap::new();
        for (key, cell) in frame.iter().flat_map(|frame| &frame.cells) {
            let coverage = cells.entry(*key).or_default();
            coverage.establishments = Some(cell.establishments);
            coverage.headcount = cell.headcount;
        }
        let mut nowhere = Coverage::default();
        let (mut unplaced, mut out_of_scope) = (0, 0);
        for one in list {
            if one.status == Status::OutOfScope {
                out_of_scope += 1;
                continue;
            }
            let coverage = if let Some(key) = one.key() {
                cells.entry(key).or_default()
            } else {
                unplaced += 1;
                &mut nowhere
            };
            coverage.asked += 1;
            match one.status {
                Status::Answered => coverage.answered += 1,
                Status::Refused => coverage.refused += 1,
                Status::NotReached | Status::OutOfScope => coverage.not_reached += 1,
            }
        }
        for coverage in cells.values_mut() {
            let mean = coverage.headcount.zip(coverage.establishments.filter(|n| *n > 0.0));
            let mean = mean.map_or(0.0, |(headcount, n)| headcount / n);
            let answered = f64::from(coverage.answered).min(coverage.establishments.unwrap_or(0.0));
            coverage.headcount_covered = answered * mean;
        }
        let zero = frame.map(|_| 0.0);
        let mut total = Coverage { establishments: zero, headcount: zero, ..Coverage::default() };
        nowhere.establishments = zero;
        nowhere.headcount = zero;
        total.add(&nowhere);
        for coverage in cells.values() {
            total.add(&coverage.known(zero));
        }
        Self { cells, total, unplaced, out_of_scope }
    }
}

impl Board {
    /// The cells by a part of their key; like the total, without those nowhere placed.
    pub fn margin<K: Ord>(&self, of: impl Fn(CellKey) -> K) -> BTreeMap<K, Coverage> {
        let zero = self.total.establishments.map(|_| 0.0);
        let mut margin: BTreeMap<K, Coverage> = BTreeMap::new();
        for (key, coverage) in &self.cells {
            let none = Coverage { establishments: zero, headcount: zero, ..Coverage::default() };
            margin.entry(of(*key)).or_insert(none).add(&coverage.known(zero));
        }
        margin
    }
}

/// Who is still to be asked again, the largest first: identifiers for the surveyor's own screen.
pub fn reminders(list: &[Establishment]) -> Vec<&Establishment> {
    let mut missing: Vec<&Establishment> =
        list.iter().filter(|one| one.status == Status::NotReached).collect();
    missing.sort_by(|a, b| {
        let size = |one: &Establishment| one.headcount.or(one.size.map(SizeClass::least));
        size(b).unwrap_or(-1.0).total_cmp(&size(a).unwrap_or(-1.0)).then(a.id.cmp(&b.id))
    });
    missing
}

#[cfg(test)]
pub mod tests {
    use super::*;
    use crate::analysis::employers::frame::FrameCell;

    pub fn one(id: &str, key: Option<CellKey>, headcount: f64, status: Status) -> Establishment {
        Establishment {
            origin: (0, 0),
            id: id.to_owned(),
            section: key.map(|(section, _)| section),
            size: key.map(|(_, size)| size),
            headcount: Some(headcount),
            weight: None,
            status,
            hires: None,
            departures: None,
            hosts: None,
            tutors: None,
            on_the_job: None,
            obstacles: Vec::new(),
        }
    }

    /// By sector, large respondents cover more employees than establishments; whatever they say
    /// that they employ, the share is the same.
    #[test]
    fn the_headcount_covered_is_that_of_the_register() {
        let (small, large) = (('C', SizeClass::From1), ('C', SizeClass::From50));
        let cell = |establishments, headcount| FrameCell { establishments, headcount };
        let frame = Frame {
            source: 0,
            cells: BTreeMap::from([
                (small, cell(10.0, Some(50.0))),
                (large, cell(4.0, Some(360.0))),
                (('F', SizeClass::From50), cell(2.0, Some(120.0))),
            ]),
            unplaced: 0.0,
        };
        let check = |told: f64| {
            let list = [
                one("a", Some(small), told, Status::Answered),
                one("b", Some(large), told, Status::Answered),
                one("c", Some(('F', SizeClass::From50)), told, Status::Answered),
            ];
            let board = Board::new(&list, Some(&frame));
            let sectors = board.margin(|(section, _)| section);
            let sector = sectors[&'C'];
            assert_eq!(sector.share_of_establishments(), Some(2.0 / 14.0));
            // Five employees of a small one, ninety of a large one.
            assert!((sector.headcount_covered - (50.0 / 10.0 + 360.0 / 4.0)).abs() < 1e-9);
            assert!((sector.share_of_headcount().unwrap() - 0.23).abs() < 1e-9, "95 of 410");
            assert_eq!(sectors[&'F'].share_of_headcount(), None, "of two establishments");
            assert_eq!(Board::new(&list, None).total.share_of_headcount(), None);
        };
        check(55.0);
        check(999.0);
    }

    /// A list of the invited and the answers of some of them, joined by identifier.
    #[test]
    fn who_was_invited_is_asked_once() {
        let reference = Reference::embedded().unwrap();
        let read = |name: &str, rows: &str| {
            let header = "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;\
                          effectif_total;tranche_effectif\n";
            let text = format!("{header}{rows}");
            let control = crate::readers::Control::none();
            let found = crate::readers::read(name, text.as_bytes(), &reference, control).unwrap();
            Arc::new(found.into_iter().next().unwrap())
        };
        let answers = read(
            "reponses.csv",
            "A;15014;1071C;2026-03-01;répondant;12;\nB;15014;4711D;2026-03-02;répondant;4;\n",
        );
        let invited = read(
            "invites.csv",
            "A;15014;1071C;;non joint;;1-9\nB;15014;5610A;;non joint;;1-9\n\
             C;15014;1071C;;non joint;;50-99\nD;15014;1071C;;refus;;10-19\n\
             E;15014;1071C;;hors champ;;10-19\nZ;75056;1071C;;non joint;;10-19\n",
        );
        let here = "be:8450".parse().unwrap();
        for inputs in [[&answers, &invited], [&invited, &answers]] {
            let inputs = inputs.map(Arc::clone);
            let list = asked(&inputs, here, &reference).unwrap();
            let mut ids: Vec<&str> = list.iter().map(|one| one.id.as_str()).collect();
            ids.sort_unstable();
            assert_eq!(ids, ["A", "B", "C", "D", "E"]);
            let of = |id: &str| list.iter().find(|one| one.id == id).unwrap();
            // It answered 12 employees, and was drawn among the small ones.
            assert_eq!((of("A").status, of("A").size), (Status::Answered, Some(SizeClass::From1)));
            assert_eq!((of("A").headcount, of("B").section), (Some(12.0), Some('I')));
            let board = Board::new(&list, None);
            assert_eq!((board.total.asked, board.total.answered, board.out_of_scope), (4, 2, 1));
            assert_eq!(board.total.response_rate(), Some(2.0 / 4.0));
            assert_eq!(reminders(&list).iter().map(|one| &*one.id).collect::<Vec<_>>(), ["C"]);
        }
        // Two answers are not one.
        let twice = asked(&[Arc::clone(&answers), Arc::clone(&answers)], here, &reference);
        assert_eq!(twice.unwrap().len(), 4);
    }

    #[test]
    fn the_board_adds_up_and_a_rate_without_a_base_is_unknown() {
        let (small, large) = (Some(('C', SizeClass::From1)), Some(('C', SizeClass::From50)));
        let list = [
            one("a", small, 4.0, Status::Answered),
            one("b", small, 6.0, Status::Refused),
            one("c", large, 60.0, Status::NotReached),
            one("d", None, 5.0, Status::Answered),
            one("e", small, 5.0, Status::OutOfScope),
        ];
        let cell = |establishments, headcount| FrameCell { establishments, headcount };
        let frame = Frame {
            source: 0,
            cells: BTreeMap::from([
                (('C', SizeClass::From1), cell(10.0, Some(40.0))),
                (('F', SizeClass::From1), cell(8.0, None)),
            ]),
            unplaced: 0.0,
        };
        let board = Board::new(&list, Some(&frame));
        assert_eq!((board.total.asked, board.total.answered, board.out_of_scope), (4, 2, 1));
        assert_eq!(board.total.establishments, Some(10.0 + 8.0));
        assert_eq!(board.total.headcount, None, "one cell does not tell");
        assert_eq!(board.total.response_rate(), Some(2.0 / 4.0));
        let small = board.cells[&('C', SizeClass::From1)];
        assert_eq!(small.share_of_establishments(), Some(1.0 / 10.0));
        assert_eq!(small.share_of_headcount(), Some(1.0 / 10.0));
        assert_eq!(board.cells[&('F', SizeClass::From1)].response_rate(), None);
        let sectors = board.margin(|(section, _)| section);
        assert_eq!(sectors[&'C'].establishments, Some(10.0), "the register knows no large one");
        assert_eq!((sectors[&'C'].asked, sectors[&'C'].answered), (3, 1));
        let placed: u32 = sectors.values().map(|of| of.asked).sum();
        assert_eq!(placed + board.unplaced, board.total.asked);
        assert_eq!(Board::new(&list, None).margin(|_| ())[&()].establishments, None);
        assert_eq!(Board::new(&list, None).total.share_of_establishments(), None);
        let missing: Vec<&str> = reminders(&list).iter().map(|one| one.id.as_str()).collect();
        assert_eq!(missing, ["c"]);
    }
}
