//! Pressure by sector of activity (section of NAF) and by occupation × sector.
//!
//! Two readings side by side, never mixed: the posts of the loaded offers, by the activity that
//! the offer states; and an estimate, which spreads the projects of each occupation over sectors
//! as its hires were spread in the whole country. The second says nothing of local structure,
//! and is labelled so wherever it is shown.

use crate::analysis::hirings::Hirings;
use crate::analysis::results::Occupation;
use crate::model::Fap;
use crate::reference::Reference;
use std::collections::BTreeMap;

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

impl Sectors {
    /// The section where at least this share of an occupation is hired: by the estimate where there
    /// is one, else by the posts of the offers; of two with as much, the first. `None` where it is
    /// spread, or nothing tells.
    pub fn main(&self, occupation: Fap, least: f64) -> Option<char> {
        let cells = || {
            let all = self.cells.iter();
            all.filter(|((_, code), _)| *code == Some(occupation))
                .map(|((section, _), cell)| (*section, cell))
        };
        let by = |size: &dyn Fn(&Cell) -> f64| {
            let total: f64 = cells().map(|(_, cell)| size(cell)).sum();
            let mut largest: Option<(char, f64)> = None;
            for (section, cell) in cells() {
                let own = size(cell);
                if largest.is_none_or(|(_, most)| own > most) {
                    largest = Some((section, own));
                }
            }
            let (section, own) = largest.filter(|_| total > 0.0)?;
            Some((own / total >= least).then_some(section))
        };
        by(&|cell| cell.estimate.map_or(0.0, |estimate| estimate.projects))
            .or_else(|| by(&|cell| cell.posts))
            .flatten()
    }
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

/// Posts of offers by (section, occupation), as `own::local_offers` counted them.
pub type Offered = BTreeMap<(char, Option<Fap>), (u32, f64)>;

pub fn sectors(
    hirings: Option<&Hirings>,
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
    let Some(hirings) = hirings else { return sectors };
    sectors.estimate = Some(hirings.source);
    for occupation in occupations {
        let projects = &occupation.benchmarks.territory.projects;
        let shares = hirings.spread(occupation.code, reference);
        if shares.is_empty() {
            sectors.unlinked_projects += projects.value;
        }
        let Some(posterior) = occupation.pressure.posterior else { continue };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_sector_of_an_occupation() {
        let code: Fap = "fap2021:V0X60".parse().unwrap();
        let check = |cells: &[(char, f64, Option<f64>)], least: f64, expect: Option<char>| {
            let cell = |posts, projects: Option<f64>| Cell {
                posts,
                estimate: projects.map(|projects| Estimate { projects, ..Estimate::default() }),
                ..Cell::default()
            };
            let cells = cells.iter().flat_map(|(section, posts, projects)| {
                // All occupations of the section together count for none of them.
                [
                    ((*section, Some(code)), cell(*posts, *projects)),
                    ((*section, None), cell(900.0, None)),
                ]
            });
            let sectors = Sectors { cells: cells.collect(), ..Sectors::default() };
            assert_eq!(sectors.main(code, least), expect);
        };
        check(&[('Q', 0.0, Some(8.0)), ('N', 50.0, Some(2.0))], 0.5, Some('Q'));
        check(&[('Q', 6.0, None), ('N', 4.0, None)], 0.5, Some('Q'));
        check(&[('Q', 6.0, None), ('N', 4.0, None)], 0.7, None);
        check(&[('A', 0.0, Some(5.0)), ('B', 0.0, Some(5.0))], 0.5, Some('A'));
        check(&[], 0.5, None);
        check(&[('Q', 0.0, Some(0.0))], 0.5, None);
    }
}
