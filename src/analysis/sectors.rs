//! Pressure by sector of activity (section of NAF) and by occupation × sector.
//!
//! Two readings side by side, never mixed: the posts of the loaded offers, by the activity that
//! the offer states; and an estimate, which spreads the projects of each occupation over sectors
//! as its hires were spread in the whole country. The second says nothing of local structure
//! (`data.md` trap 44), and is labelled so wherever it is shown.

use crate::analysis::results::Occupation;
use crate::model::{Fap, Kind, Naf, Rome};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is said of sectors on the territory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sectors {
    /// File of hires by ROME × NAF that the estimate stands on.
    pub estimate: Option<usize>,
    /// Published projects of occupations that the file links to no activity.
    pub unlinked_projects: f64,
    /// Offers of the territory that state no activity.
    pub offers_without: u32,
    /// By section, then by occupation; `None`: all occupations of the section together.
    pub cells: BTreeMap<(char, Option<Fap>), Cell>,
}

/// One sector, or one occupation in it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Cell {
    /// Offers that state this activity, and their posts; 0 where none does.
    pub offers: u32,
    pub posts: f64,
    pub estimate: Option<Estimate>,
}

/// Projects that a sector would have if occupations were spread over sectors as in France.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// Published projects, then bounds over masked cells.
    pub projects: f64,
    pub low: f64,
    pub high: f64,
    /// Projects expected to be difficult: shrunk shares of the occupations, and their bounds.
    difficult: [f64; 3],
}

impl Estimate {
    fn add(&mut self, other: &Self) {
        self.projects += other.projects;
        self.low += other.low;
        self.high += other.high;
        for (sum, more) in self.difficult.iter_mut().zip(other.difficult) {
            *sum += more;
        }
    }

    /// Difficult share of the occupations of the sector, 0–1, with the 80 % bounds of each taken
    /// together: wider than the interval of the sum. `None` without published projects.
    pub fn difficult_share(&self) -> Option<(f64, f64, f64)> {
        let [value, low, high] = self.difficult.map(|difficult| difficult / self.projects);
        (self.projects > 0.0).then_some((value, low, high))
    }
}

/// Hires by ROME v3 card and section of NAF.
type Hires = BTreeMap<Rome, BTreeMap<char, f64>>;

/// Posts of offers by (section, occupation), as `own::local_offers` counted them.
pub type Offered = BTreeMap<(char, Option<Fap>), (u32, f64)>;

pub fn sectors(
    inputs: &[Arc<ReadTable>],
    occupations: &[Occupation],
    (offered, offers_without): (&Offered, u32),
    reference: &Reference,
) -> Sectors {
    let mut sectors = Sectors { offers_without, ..Sectors::default() };
    for ((section, occupation), (offers, posts)) in offered {
        let mut add = |key: (char, Option<Fap>)| {
            let cell = sectors.cells.entry(key).or_default();
            cell.offers += offers;
            cell.posts += posts;
        };
        add((*section, None));
        if occupation.is_some() {
            add((*section, *occupation));
        }
    }
    let Some((source, hires)) = hires(inputs, reference) else { return sectors };
    sectors.estimate = Some(source);
    for occupation in occupations {
        let projects = &occupation.benchmarks.territory.projects;
        let shares = spread(occupation.code, &hires, reference);
        if shares.is_empty() {
            sectors.unlinked_projects += projects.value;
        }
        let posterior = &occupation.pressure.posterior;
        for (section, share) in shares {
            let part = Estimate {
                projects: share * projects.value,
                low: share * projects.low,
                high: share * projects.high,
                difficult: [posterior.mean, posterior.low, posterior.high]
                    .map(|difficult| share * projects.value * difficult),
            };
            for key in [(section, None), (section, Some(occupation.code))] {
                let cell = sectors.cells.entry(key).or_default();
                cell.estimate.get_or_insert_default().add(&part);
            }
        }
    }
    sectors
}

/// Hires by ROME v3 card and section, of the first file that has them.
fn hires(inputs: &[Arc<ReadTable>], reference: &Reference) -> Option<(usize, Hires)> {
    inputs.iter().enumerate().find_map(|(source, input)| {
        let (Kind::RomeNafHirings, Table::Nomenclature(list)) = (input.kind, &input.table) else {
            return None;
        };
        let mut hires = Hires::new();
        for row in list.rows() {
            let rome = Rome::new(row.code).ok().and_then(|rome| reference.rome_v3(rome));
            let section = Naf::new(row.target).ok().and_then(|naf| naf.section());
            let (Some(rome), Some(section)) = (rome, section) else { continue };
            let Ok(number) = row.qualifier.parse::<f64>() else { continue };
            *hires.entry(rome).or_default().entry(section).or_default() += number;
        }
        Some((source, hires))
    })
}

/// Share of each section in the hires of an occupation, 0–1, adding up to 1; empty without any.
/// A card counts for the part of it that falls in the occupation.
fn spread(occupation: Fap, hires: &Hires, reference: &Reference) -> BTreeMap<char, f64> {
    let mut sections: BTreeMap<char, f64> = BTreeMap::new();
    for (rome, part) in reference.romes_from_fap(occupation) {
        for (section, number) in hires.get(&rome).into_iter().flatten() {
            *sections.entry(*section).or_default() += part * number;
        }
    }
    let total: f64 = sections.values().sum();
    if total <= 0.0 {
        return BTreeMap::new();
    }
    sections.into_iter().map(|(section, number)| (section, number / total)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use proptest::prelude::*;

    fn table(text: &str) -> Arc<ReadTable> {
        let reference = Reference::embedded().unwrap();
        let found = read("x.csv", text.as_bytes(), &reference, Control::none()).unwrap().remove(0);
        assert_eq!(found.kind, Kind::RomeNafHirings, "{:?}", found.reasons);
        Arc::new(found)
    }

    fn shares(rows: &str, occupation: &str) -> Vec<(char, f64)> {
        let reference = Reference::embedded().unwrap();
        let text = format!("rome_id,rome_label,naf_id,naf_label,hirings\n{rows}");
        let (source, hires) = hires(&[table(&text)], &reference).unwrap();
        assert_eq!(source, 0);
        spread(occupation.parse().unwrap(), &hires, &reference).into_iter().collect()
    }

    /// J1501 leads to the *aides-soignants* alone: 30 of its 40 hires in health.
    #[test]
    fn hires_are_put_together_by_section() {
        let rows = "J1501,Soins,8610Z,Hôpital,20\nJ1501,Soins,8810A,Aide,10\nJ1501,Soins,7820Z,Intérim,10\n";
        assert_eq!(shares(rows, "fap2021:V0X60"), [('N', 10.0 / 40.0), ('Q', 30.0 / 40.0)]);
        assert_eq!(shares(rows, "fap2021:S1X20"), []);
    }

    /// A card counts for the part of it that falls in the occupation, by another road.
    #[test]
    fn cards_shared_with_other_occupations_count_in_part() {
        let reference = Reference::embedded().unwrap();
        let occupation: Fap = "fap2021:S1X20".parse().unwrap();
        let cards = reference.romes_from_fap(occupation);
        assert!(cards.len() > 1);
        let activity = ["5610A", "8610Z"];
        let rows: String = cards
            .iter()
            .zip(activity.iter().cycle())
            .map(|((rome, _), naf)| format!("{rome},x,{naf},y,100\n"))
            .collect::<Vec<_>>()
            .concat();
        let of = |letter: usize| -> f64 {
            cards.iter().skip(letter).step_by(2).map(|(_, share)| share).sum()
        };
        let found = shares(&rows, "fap2021:S1X20");
        let expected = of(0) / (of(0) + of(1));
        assert_eq!(found[0].0, 'I');
        assert!((found[0].1 - expected).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn shares_add_up_to_one(hirings in prop::collection::vec(1_u32..5_000, 1..6)) {
            let codes = ["8610Z", "7820Z", "4711B", "5610A", "8411Z", "0121Z"];
            let rows: String = codes
                .iter()
                .zip(&hirings)
                .map(|(naf, number)| format!("J1501,Soins,{naf},x,{number}\n"))
                .collect::<Vec<_>>()
                .concat();
            let total: f64 = shares(&rows, "fap2021:V0X60").iter().map(|(_, share)| share).sum();
            prop_assert!((total - 1.0).abs() < 1e-12);
        }
    }
}
