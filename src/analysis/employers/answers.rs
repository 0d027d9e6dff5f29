//! What respondents said of their occupations, one number for each of them.

use crate::analysis::employers::asked::Establishment;
use crate::analysis::own::{is_of_several, occupation};
use crate::model::{Fap, FapVersion, Rome, Scope};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::survey::interval::LEAST_ANSWERS;
use crate::tables::Table;
use crate::tables::survey::occupation::Row;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

macro_rules! asked {
    ($( $(#[$doc:meta])* $name:ident $(= $of:expr)? ),+ $(,)?) => {
        /// A number asked of each occupation.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        #[expect(non_camel_case_types, reason = "the names of the columns of the table")]
        pub enum Asked {
            $( $(#[$doc])* $name, )+
        }

        impl Asked {
            pub const ALL: &[Self] = &[$( Self::$name ),+];

            /// Stable identifier: the name of the column.
            pub const fn id(self) -> &'static str {
                match self {
                    $( Self::$name => stringify!($name), )+
                }
            }

            fn of(self, row: &Row<'_>) -> Option<f64> {
                match self {
                    $( Self::$name => asked!(@of row, $name $(, $of)?), )+
                }
            }
        }
    };
    (@of $row:ident, $name:ident) => { $row.$name };
    (@of $row:ident, $name:ident, $of:expr) => { $of($row) };
}

/// Posts filled whose delay is told, and the days that filling them took: of an occupation in an
/// establishment one delay is asked, that of the post in the middle.
fn waited(row: &Row<'_>) -> Option<(f64, f64)> {
    let (posts, days) = row.filled.zip(row.days_to_fill)?;
    (posts > 0.0).then_some((posts, days * posts))
}

fn posts(row: &Row<'_>) -> Option<f64> {
    waited(row).map(|(posts, _)| posts)
}

fn days(row: &Row<'_>) -> Option<f64> {
    waited(row).map(|(_, days)| days)
}

asked! {
    headcount,
    aged_50_54,
    aged_55_59,
    aged_60_plus,
    retirements_12m,
    retirements_36m,
    other_departures_12m,
    other_departures_36m,
    offers,
    applicants,
    qualified,
    suitable,
    filled,
    present_after_12m,
    /// Posts filled of which the delay is told.
    posts_waited = posts,
    /// Days that filling them took, added up.
    days_waited = days,
    projects,
    creations,
    seasonal,
    difficult,
}

/// What one establishment said of one occupation: sums over its rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// As many as `Asked::ALL`; `None` where nothing was said.
    numbers: Vec<Option<f64>>,
    /// Causes of difficulty that are named, as the layout writes them.
    pub causes: BTreeSet<String>,
}

impl Said {
    pub fn get(&self, asked: Asked) -> Option<f64> {
        let place = Asked::ALL.iter().position(|one| *one == asked)?;
        self.numbers.get(place).copied().flatten()
    }

    fn add(&mut self, row: &Row<'_>) {
        self.numbers.resize(Asked::ALL.len(), None);
        for (sum, asked) in self.numbers.iter_mut().zip(Asked::ALL) {
            if let Some(more) = asked.of(row) {
                *sum = Some(sum.unwrap_or(0.0) + more);
            }
        }
        let named = row.causes.split('|').map(str::trim).filter(|cause| !cause.is_empty());
        self.causes.extend(named.map(str::to_owned));
    }
}

/// A label that no code leads to one occupation, with how often it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Uncoded {
    pub label: String,
    pub rows: u32,
    /// Those of them whose code is right and leads to several occupations.
    pub several: u32,
    /// Establishments that wrote it.
    pub establishments: u32,
}

/// The answers of the respondents, in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// By respondent and occupation.
    pub said: Vec<BTreeMap<Fap, Said>>,
    /// By respondent, what it said of occupations that no code tells apart: part of what it said of
    /// all together.
    pub other: Vec<Option<Said>>,
    /// Whether the respondent filled the table of occupations at all: else nothing is known of its
    /// occupations, not even that it has none.
    pub told: Vec<bool>,
    /// Section of NAF of each, where it is known.
    pub sections: Vec<Option<char>>,
    /// Labels without a code, most frequent first.
    pub uncoded: Vec<Uncoded>,
    /// The label most written for each occupation.
    pub labels: BTreeMap<Fap, String>,
}

impl Answers {
    /// One number per respondent: what it said of the occupations of the scope, zero when it told
    /// of others only, nothing when it told of none or left the question blank.
    pub fn numbers(&self, scope: &Scope, asked: Asked) -> Vec<Option<f64>> {
        let one = |said: &BTreeMap<Fap, Said>, other: &Option<Said>| {
            let within = of_scope(scope, said, other.as_ref());
            if within.is_empty() && !matches!(scope, Scope::All | Scope::Sector(_)) {
                return Some(0.0);
            }
            let known: Vec<f64> = within.iter().filter_map(|said| said.get(asked)).collect();
            (!known.is_empty()).then(|| known.iter().sum())
        };
        let all = self.said.iter().zip(&self.other).zip(&self.told).zip(&self.sections);
        all.map(|(((said, other), told), section)| {
            if !told {
                None
            } else if scope.section().is_some_and(|of| of != *section) {
                Some(0.0)
            } else {
                one(said, other)
            }
        })
        .collect()
    }

    /// Whom a sector, or an occupation in one, is asked of; `None` for all of them.
    pub fn concerned(&self, scope: &Scope) -> Option<Vec<bool>> {
        let of = scope.section()?;
        Some(self.sections.iter().map(|section| *section == of).collect())
    }

    /// What each respondent said of the occupations of the scope; nothing for one of another sector.
    fn within<'a>(&'a self, scope: &Scope) -> impl Iterator<Item = Vec<&'a Said>> {
        let all = self.said.iter().zip(&self.other).zip(&self.sections);
        all.map(move |((said, other), section)| {
            let here = scope.section().is_none_or(|of| of == *section);
            if here { of_scope(scope, said, other.as_ref()) } else { Vec::new() }
        })
    }

    /// Respondents that declare difficulties for an occupation of the scope: a difficult project,
    /// or a cause of difficulty.
    pub fn declaring(&self, scope: &Scope) -> Vec<bool> {
        let difficult = |said: &&Said| {
            !said.causes.is_empty() || said.get(Asked::difficult).is_some_and(|some| some > 0.0)
        };
        self.within(scope).map(|all| all.iter().any(difficult)).collect()
    }

    /// The causes that each respondent names for the occupations of the scope; `None` for one that
    /// names none: the layout cannot tell who ticked nothing from who did not answer.
    pub fn causes(&self, scope: &Scope) -> Vec<Option<BTreeSet<&str>>> {
        self.within(scope)
            .map(|all| {
                let named = all.into_iter().flat_map(|said| &said.causes).map(String::as_str);
                let named: BTreeSet<&str> = named.collect();
                (!named.is_empty()).then_some(named)
            })
            .collect()
    }

    /// Respondents that have an occupation of the scope; of all together and of a sector, those that
    /// told of any.
    pub fn having(&self, scope: &Scope) -> Vec<bool> {
        if *scope == Scope::All {
            return self.told.clone();
        }
        if let Scope::Sector(of) = scope {
            let all = self.told.iter().zip(&self.sections);
            return all.map(|(told, section)| *told && section == of).collect();
        }
        self.within(scope).map(|said| !said.is_empty()).collect()
    }

    /// Sectors of those that told of their occupations; none where all are of one, or no activity is known.
    pub fn sectors(&self) -> Vec<Scope> {
        let told = self.sections.iter().zip(&self.told).filter(|(_, told)| **told);
        let mut all: Vec<Option<char>> = told.map(|(section, _)| *section).collect();
        all.sort_unstable();
        all.dedup();
        // One alone would be the total again.
        if all.len() < 2 {
            all.clear();
        }
        all.into_iter().map(Scope::Sector).collect()
    }

    /// Occupations by sector that enough respondents have for a figure (three); none where sectors
    /// are none. The others could not be shown, and would all have to be protected.
    pub fn occupations_by_sector(&self) -> Vec<Scope> {
        if self.sectors().is_empty() {
            return Vec::new();
        }
        let all = self.said.iter().zip(&self.sections);
        let pairs = all.flat_map(|(said, section)| said.keys().map(|fap| (*section, *fap)));
        let mut counts: BTreeMap<(Option<char>, Fap), usize> = BTreeMap::new();
        for pair in pairs {
            *counts.entry(pair).or_default() += 1;
        }
        counts.retain(|_, n| *n >= LEAST_ANSWERS);
        counts.into_keys().map(|(section, fap)| Scope::Within(section, fap)).collect()
    }

    pub fn occupations(&self) -> Vec<Fap> {
        let mut all: Vec<Fap> = self.said.iter().flat_map(|said| said.keys().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// What a respondent said of the occupations of a scope: all together and a sector hold those that no
/// code tells apart as well.
fn of_scope<'a>(
    scope: &Scope,
    said: &'a BTreeMap<Fap, Said>,
    other: Option<&'a Said>,
) -> Vec<&'a Said> {
    let other = other.filter(|_| matches!(scope, Scope::All | Scope::Sector(_)));
    let coded = said.iter().filter(|(fap, _)| scope.holds(**fap)).map(|(_, said)| said);
    coded.chain(other).collect()
}

/// How a label without a code is understood.
pub type Understood<'a> = &'a dyn Fn(&str) -> Option<Rome>;

/// Reads the answers of the respondents, whose places among the establishments are given.
pub fn answers(
    inputs: &[Arc<ReadTable>],
    list: &[Establishment],
    respondents: &[usize],
    version: FapVersion,
    reference: &Reference,
    understood: Understood<'_>,
) -> Answers {
    let places: BTreeMap<&str, usize> = respondents
        .iter()
        .enumerate()
        .filter_map(|(place, of)| list.get(*of).map(|one| (one.id.as_str(), place)))
        .collect();
    let mut answers = Answers {
        said: vec![BTreeMap::new(); respondents.len()],
        other: vec![None; respondents.len()],
        told: vec![false; respondents.len()],
        sections: respondents.iter().map(|of| list.get(*of).and_then(|one| one.section)).collect(),
        ..Answers::default()
    };
    let mut uncoded: BTreeMap<String, (u32, u32, Vec<usize>)> = BTreeMap::new();
    let mut written: BTreeMap<(Fap, String), u32> = BTreeMap::new();
    for input in inputs {
        let Table::SurveyOccupations(table) = &input.table else { continue };
        for row in table.rows() {
            let Some(place) = places.get(row.establishment).copied() else { continue };
            if let Some(told) = answers.told.get_mut(place) {
                *told = true;
            }
            let coded = |rome: &str| {
                occupation(version, row.fap, row.fap_year, rome, row.qualification, reference)
            };
            let fap = coded(row.rome)
                .or_else(|| understood(row.label).and_then(|rome| coded(&rome.to_string())));
            let Some(fap) = fap else {
                let label = row.label.trim().to_owned();
                let (rows, several, who) = uncoded.entry(label).or_default();
                *rows += 1;
                *several +=
                    u32::from(is_of_several(version, row.rome, row.qualification, reference));
                who.push(place);
                if let Some(other) = answers.other.get_mut(place) {
                    other.get_or_insert_default().add(&row);
                }
                continue;
            };
            *written.entry((fap, row.label.trim().to_owned())).or_default() += 1;
            if let Some(said) = answers.said.get_mut(place) {
                said.entry(fap).or_default().add(&row);
            }
        }
    }
    for (fap, label) in written.keys() {
        let most = written
            .iter()
            .filter(|((of, _), _)| of == fap)
            .max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.1.cmp(&a.0.1)));
        if most.is_some_and(|((_, best), _)| best == label) {
            answers.labels.insert(*fap, label.clone());
        }
    }
    answers.uncoded = uncoded
        .into_iter()
        .map(|(label, (rows, several, mut who))| {
            who.sort_unstable();
            who.dedup();
            let establishments = u32::try_from(who.len()).unwrap_or(u32::MAX);
            Uncoded { label, rows, several, establishments }
        })
        .collect();
    answers.uncoded.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.label.cmp(&b.label)));
    answers
}
