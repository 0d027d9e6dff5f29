//! The register of establishments as the frame of the survey: how many there are, by sector and
//! size.

use crate::analysis::own::inside;
use crate::model::{Naf, SizeClass, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::{DataFrame, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Sector (section of NAF) and size class.
pub type CellKey = (char, SizeClass);

/// Establishments of one sector and size.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct FrameCell {
    pub establishments: f64,
    /// Their employees, where the register tells.
    pub headcount: Option<f64>,
}

/// The establishments of a territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// Index of the source.
    pub source: usize,
    pub cells: BTreeMap<CellKey, FrameCell>,
    /// Rows whose sector or size cannot be told, with their establishments: in no cell.
    pub unplaced: f64,
}

impl Frame {
    pub fn establishments(&self) -> f64 {
        self.cells.values().map(|cell| cell.establishments).sum()
    }

    /// Employees of all cells; `None` when one cell does not tell.
    pub fn headcount(&self) -> Option<f64> {
        self.cells.values().map(|cell| cell.headcount).sum()
    }

    fn add(&mut self, key: Option<CellKey>, establishments: f64, headcount: Option<f64>) {
        let Some(key) = key else {
            self.unplaced += establishments;
            return;
        };
        let first = !self.cells.contains_key(&key);
        let cell = self.cells.entry(key).or_default();
        cell.establishments += establishments;
        cell.headcount = match (first, cell.headcount, headcount) {
            (true, _, more) => more,
            (false, Some(known), Some(more)) => Some(known + more),
            _ => None,
        };
    }
}

/// The own table of margins where there is one, else the register of establishments (Sirene);
/// `None` without either.
pub fn frame(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    reference: &Reference,
) -> Option<Frame> {
    found(inputs, territory, reference).map(|found| found.frame)
}

/// Sources of the frame: every table that gives it an establishment.
pub fn frame_sources(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    reference: &Reference,
) -> BTreeSet<usize> {
    found(inputs, territory, reference).map(|found| found.sources).unwrap_or_default()
}

/// A frame and the tables that it was made of.
struct Found {
    frame: Frame,
    sources: BTreeSet<usize>,
}

fn found(inputs: &[Arc<ReadTable>], territory: Territory, reference: &Reference) -> Option<Found> {
    margins(inputs).or_else(|| stock(inputs, territory, reference))
}

fn empty(source: usize) -> Frame {
    Frame { source, cells: BTreeMap::new(), unplaced: 0.0 }
}

/// The latest of several: a stratum is counted once. One that tells no date gives the strata that
/// the others do not have.
fn margins(inputs: &[Arc<ReadTable>]) -> Option<Found> {
    let registers = inputs.iter().enumerate().filter_map(|(source, input)| match &input.table {
        Table::Register(table) => Some((input.vintage, source, table)),
        _ => None,
    });
    let mut registers: Vec<_> = registers.collect();
    registers.sort_by_key(|(vintage, ..)| std::cmp::Reverse(*vintage));
    let (latest, first, _) = *registers.first()?;
    let (mut frame, mut sources) = (empty(first), BTreeSet::new());
    let mut of: BTreeMap<[&str; 3], usize> = BTreeMap::new();
    for (vintage, source, table) in registers {
        if vintage.is_some() && vintage != latest {
            continue;
        }
        for row in table.rows() {
            let stratum = [row.stratum, row.naf_section, row.size_class];
            if *of.entry(stratum).or_insert(source) != source {
                continue;
            }
            sources.insert(source);
            let section = row.naf_section.chars().next().filter(char::is_ascii_alphabetic);
            let key = section.map(|c| c.to_ascii_uppercase()).zip(SizeClass::parse(row.size_class));
            // The reader refuses a row without: unknown is not nought.
            let Some(establishments) = row.establishments else { continue };
            frame.add(key, establishments, row.headcount);
        }
    }
    Some(Found { frame, sources })
}

/// Columns of a register that tell its strata apart.
pub const STRATUM: [&str; 3] = ["stratum", "naf_section", "size_class"];

/// What two tables both have, by these columns of text, in order: [`frame`] counts it once.
pub fn repeated(one: &DataFrame, other: &DataFrame, columns: &[&str]) -> Vec<String> {
    let keys = |frame: &DataFrame| {
        let texts = columns.iter().map(|name| frame.column(name).and_then(|c| c.str()).cloned());
        let texts = texts.collect::<Result<Vec<_>, _>>().unwrap_or_default();
        let key = |row: usize| {
            let parts = texts.iter().filter_map(|text| text.get(row));
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        };
        (0..frame.height()).map(key).filter(|key| !key.is_empty()).collect::<BTreeSet<_>>()
    };
    keys(one).intersection(&keys(other)).cloned().collect()
}

fn stock(inputs: &[Arc<ReadTable>], territory: Territory, reference: &Reference) -> Option<Found> {
    let mut found: Option<Found> = None;
    // An establishment of several extracts is counted once, as in the first.
    let mut of: BTreeMap<&str, usize> = BTreeMap::new();
    for (source, input) in inputs.iter().enumerate() {
        let Table::Stock(table) = &input.table else { continue };
        let first = || Found { frame: empty(source), sources: BTreeSet::new() };
        let Found { frame, sources } = found.get_or_insert_with(first);
        for row in table.rows() {
            if *of.entry(row.siret).or_insert(source) != source {
                continue;
            }
            let open = row.active != Some(false) && row.employer != Some(false);
            if !open || !inside(row.commune, "", "", territory, reference) {
                continue;
            }
            let size = SizeClass::from_insee(row.size_class);
            // An establishment without employees employs nobody who could be needed.
            if size == Some(SizeClass::None) || (size.is_none() && row.employer.is_none()) {
                continue;
            }
            sources.insert(source);
            let section = Naf::new(row.naf).ok().and_then(|naf| naf.section());
            frame.add(section.zip(size), 1.0, None);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_of_two_years_are_not_added_up() {
        let built_in = Reference::embedded().unwrap();
        let read = |name: &str, text: &str| {
            let control = crate::readers::Control::none();
            let found = crate::readers::read(name, text.as_bytes(), &built_in, control);
            Arc::new(found.unwrap().remove(0))
        };
        let margin = |rows: &str| {
            format!("strate;section_naf;tranche_effectif;nb_etablissements;date_source\n{rows}")
        };
        let old = read("a.csv", &margin("C10;C;10-19;12;31/12/2024\nF10;F;10-19;7;31/12/2024\n"));
        let new = read("b.csv", &margin("C10;C;10-19;13;31/12/2025\n"));
        let bare = read("c.csv", &margin("C10;C;10-19;40;\nG10;G;10-19;5;\n"));
        let check = |inputs: &[&Arc<ReadTable>], source: usize, expect: f64| {
            let inputs: Vec<_> = inputs.iter().map(|input| Arc::clone(input)).collect();
            let Found { frame, sources } = margins(&inputs).unwrap();
            assert_eq!((frame.source, frame.establishments()), (source, expect));
            assert!(sources.contains(&source), "{sources:?}");
        };
        check(&[&old], 0, 12.0 + 7.0);
        check(&[&old, &new], 1, 13.0);
        check(&[&new, &old], 0, 13.0);
        check(&[&bare, &new], 1, 13.0 + 5.0);
        // An establishment of two extracts is one.
        let stock_of = |rows: &str| {
            format!(
                "siret;codeCommuneEtablissement;activitePrincipaleEtablissement;\
                 trancheEffectifsEtablissement;etatAdministratifEtablissement;\
                 caractereEmployeurEtablissement\n{rows}"
            )
        };
        let one = "00000000100011;15014;10.51C;12;A;O\n";
        let two = "00000000200012;15014;10.51C;12;A;O\n";
        let first = read("d.csv", &stock_of(one));
        let second = read("e.csv", &stock_of(&format!("{one}{two}")));
        let territory = "dep:15".parse().unwrap();
        let Found { frame, sources } = stock(&[first, second], territory, &built_in).unwrap();
        assert_eq!(sources, [0, 1].into());
        assert_eq!((frame.source, frame.establishments()), (0, 1.0 + 1.0));
    }

    #[test]
    fn a_cell_whose_employees_are_not_all_known_has_no_headcount() {
        let mut frame = empty(0);
        frame.add(Some(('C', SizeClass::From1)), 3.0, Some(12.0));
        frame.add(Some(('C', SizeClass::From1)), 2.0, Some(9.0));
        frame.add(Some(('F', SizeClass::From1)), 4.0, Some(20.0));
        assert_eq!((frame.establishments(), frame.headcount()), (3.0 + 2.0 + 4.0, Some(41.0)));
        frame.add(Some(('F', SizeClass::From1)), 1.0, None);
        frame.add(None, 7.0, Some(70.0));
        assert_eq!((frame.establishments(), frame.headcount(), frame.unplaced), (10.0, None, 7.0));
    }
}
