//! The survey read above the occupation: groups and domains of FAP, families of BMO.
//!
//! A thin occupation says little by itself; its group may say more. Cells are added up before
//! anything is divided, so that masked ones keep their bounds.

use crate::analysis::results::Occupation;
use crate::analysis::rings::{Cells, Folded, tidy};
use crate::indicators::hiring::{Mask, Sums, Tally};
use crate::indicators::posterior::{self, Rings, Settings};
use crate::indicators::pressure::{Posterior, Status};
use crate::model::{Fap, FapLevel, Grade};
use crate::reference::Reference;
use std::collections::BTreeMap;

/// What the occupations of a survey are put together by, the finest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 87 groups of FAP 2009, 86 of FAP 2021.
    Group,
    /// 22 domains of FAP.
    Domain,
    /// Eight *familles de métiers* of BMO, the only grouping that survives a new FAP.
    Family,
}

impl Level {
    pub const ALL: [Self; 3] = [Self::Group, Self::Domain, Self::Family];

    /// As on the command line and in the catalogs (`level-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Group => "fap87",
            Self::Domain => "domains",
            Self::Family => "families",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.id() == id)
    }
}

/// Occupations together, on the territory and around it.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub level: Level,
    /// `S1X`, `S`; the letters of families are not those of domains.
    pub code: String,
    pub label: String,
    /// Occupations that have rows on the territory.
    pub occupations: Vec<Fap>,
    pub tally: Tally,
    pub department: Tally,
    pub france: Tally,
    /// Shrunk to the same group around, as an occupation to itself (`method.md` §1.11).
    pub posterior: Posterior,
    pub status: Status,
    pub grade: Grade,
}

/// The groups of a folded survey, the finest level first, then by code.
pub(super) fn groups(
    folded: &Folded,
    reference: &Reference,
    mask: Mask,
    cut: f64,
    settings: Settings,
) -> Vec<Group> {
    let all = folded.occupations.iter().chain(&folded.elsewhere);
    Gathered::new(all, reference).read(mask, cut, settings)
}

/// Sums of every group of a survey, occupations without a row on the territory included: around
/// it, they are part of the group.
#[derive(Clone, Debug, Default)]
pub struct Gathered {
    rings: BTreeMap<(Level, String), (Rings, Vec<Fap>, String)>,
}

impl Gathered {
    /// Each occupation once, in any order.
    pub fn new<'a>(
        occupations: impl Iterator<Item = (&'a Fap, &'a Cells)>,
        reference: &Reference,
    ) -> Self {
        let mut gathered = Self::default();
        for (code, cells) in occupations {
            for level in Level::ALL {
                let Some((key, label)) = place(*code, cells, level, reference) else { continue };
                let (rings, members, name) = gathered.rings.entry((level, key)).or_default();
                for (sum, ring) in rings.iter_mut().zip(&cells.rings) {
                    *sum = sum.plus(ring);
                }
                if cells.rings.first().is_some_and(|own| own.cells > 0) {
                    members.push(*code);
                }
                if name.is_empty() {
                    *name = label;
                }
            }
        }
        gathered
    }

    /// The groups with a row on the territory, the finest level first, then by code.
    pub fn read(self, mask: Mask, cut: f64, settings: Settings) -> Vec<Group> {
        let read = |((level, code), (rings, occupations, label)): (
            (Level, String),
            (Rings, Vec<Fap>, String),
        )| {
            let [own, near, region, rest] = &rings;
            let whole = own.plus(near);
            let france = whole.plus(region).plus(rest);
            let tally = |sums: &Sums| sums.tally(mask, settings.effective_share);
            let posterior = posterior::posterior(&rings, mask, cut, settings);
            Group {
                level,
                code,
                label,
                occupations: sorted(occupations),
                tally: tally(own),
                department: tally(&whole),
                france: tally(&france),
                status: posterior::status(own, &posterior, settings),
                grade: posterior::grade(own, &posterior, mask, settings),
                posterior,
            }
        };
        let here =
            self.rings.into_iter().filter(|(_, (_, occupations, _))| !occupations.is_empty());
        here.map(read).collect()
    }
}

fn sorted(mut codes: Vec<Fap>) -> Vec<Fap> {
    codes.sort_unstable();
    codes
}

fn place(
    code: Fap,
    cells: &Cells,
    level: Level,
    reference: &Reference,
) -> Option<(String, String)> {
    let of_fap = |level| {
        let ancestor = code.ancestor(level)?;
        let label = reference.fap_label(ancestor).unwrap_or_default();
        Some((ancestor.code().to_owned(), label.to_owned()))
    };
    match level {
        Level::Group => of_fap(FapLevel::Group),
        Level::Domain => of_fap(FapLevel::Domain),
        Level::Family => cells.family.as_ref().map(|(letter, name)| (letter.clone(), tidy(name))),
    }
}

/// Where a thin occupation can be read: its group, or else its domain, when that one stands on
/// the territory's own data (grade A or B). `None` for an occupation that needs no such help.
pub fn read_at<'a>(occupation: &Occupation, groups: &'a [Group]) -> Option<&'a Group> {
    if occupation.pressure.grade != Grade::C {
        return None;
    }
    [Level::Group, Level::Domain].into_iter().find_map(|level| {
        groups.iter().find(|group| {
            group.level == level
                && group.grade != Grade::C
                && group.occupations.len() > 1
                && group.occupations.contains(&occupation.code)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FapVersion;
    use proptest::prelude::*;

    const SETTINGS: Settings =
        Settings { effective_share: 0.25, prior_strength: 10.0, flag_probability: 0.8 };

    /// (occupation, published projects on the territory and around, masked cells on it).
    fn read(cells: &[(&str, f64, f64, u32)]) -> Vec<Group> {
        let occupations: BTreeMap<Fap, Cells> = cells
            .iter()
            .map(|(code, here, around, masked)| {
                let sums = |projects: f64, masked: u32| Sums {
                    cells: u32::from(projects > 0.0) + masked,
                    projects,
                    difficult: projects / 2.0,
                    masked_projects: masked,
                    masked_difficult: masked,
                    hidden_difficult: 4.0 * f64::from(masked),
                    ..Sums::default()
                };
                let none = Sums::default();
                let rings = [sums(*here, *masked), sums(*around, 0), none, none];
                let family = Some(("V".to_owned(), "Vente".to_owned()));
                let code = Fap::new(FapVersion::Fap2021, code).unwrap();
                (code, Cells { rings, family, ..Cells::default() })
            })
            .collect();
        let reference = Reference::embedded().unwrap();
        Gathered::new(occupations.iter(), &reference).read(Mask::integer(4.0), 0.5, SETTINGS)
    }

    fn group<'a>(groups: &'a [Group], code: &str) -> &'a Group {
        groups.iter().find(|group| group.code == code).unwrap()
    }

    #[test]
    fn groups_are_prefixes_and_families_letters_of_their_own() {
        let found =
            read(&[("S1X20", 40.0, 100.0, 0), ("S1X40", 10.0, 50.0, 0), ("S2X61", 20.0, 0.0, 0)]);
        let codes: Vec<(&str, &str)> =
            found.iter().map(|group| (group.level.id(), group.code.as_str())).collect();
        let expected = [("fap87", "S1X"), ("fap87", "S2X"), ("domains", "S"), ("families", "V")];
        assert_eq!(codes, expected);
        let projects = |code: &str| group(&found, code).tally.projects.value;
        let sums = (projects("S1X"), projects("S"), projects("V"));
        assert_eq!(sums, (40.0 + 10.0, 50.0 + 20.0, 50.0 + 20.0));
        let around = Some(group(&found, "S1X").department.projects.value);
        assert_eq!(around, Some(50.0 + 150.0));
        assert!(found.iter().all(|group| !group.label.is_empty()));
    }

    #[test]
    fn masked_cells_keep_their_bounds_in_the_sum() {
        let found = read(&[("S1X20", 40.0, 0.0, 0), ("S1X40", 0.0, 0.0, 1)]);
        let projects = group(&found, "S1X").tally.projects;
        assert_eq!((projects.value, projects.low, projects.high), (40.0, 40.0 + 1.0, 40.0 + 4.0));
        let share = group(&found, "S1X").tally.difficult_share;
        assert!((share.low - 20.0 / 44.0).abs() < 1e-12);
        assert!((share.high - 24.0 / 44.0).abs() < 1e-12);
    }

    /// An occupation that only others hire in is no member here, but part of the group around.
    #[test]
    fn what_is_not_hired_here_counts_around_only() {
        let found = read(&[("S1X20", 40.0, 100.0, 0), ("S1X40", 0.0, 60.0, 0)]);
        let group = group(&found, "S1X");
        assert_eq!(group.occupations.len(), 1);
        assert_eq!(Some(group.department.projects.value), Some(40.0 + 160.0));
        assert_eq!(read(&[("S1X40", 0.0, 60.0, 0)]), []);
    }

    proptest! {
        /// Every level is a partition: its groups add up to the same totals.
        #[test]
        fn levels_add_up(counts in prop::collection::vec((0_u32..200, 0_u32..3), 4)) {
            let codes = ["S1X20", "S1X40", "S2X61", "V0X60"];
            let cells: Vec<(&str, f64, f64, u32)> = codes
                .into_iter()
                .zip(&counts)
                .map(|(code, (projects, masked))| (code, f64::from(*projects), 10.0, *masked))
                .collect();
            let found = read(&cells);
            let sum = |level: Level| -> (f64, f64, f64) {
                let groups = found.iter().filter(|group| group.level == level);
                groups.fold((0.0, 0.0, 0.0), |(a, b, c), group| {
                    let count = group.tally.projects;
                    (a + count.value, b + count.low, c + count.high)
                })
            };
            prop_assert_eq!(sum(Level::Group), sum(Level::Domain));
            prop_assert_eq!(sum(Level::Domain), sum(Level::Family));
        }
    }
}
