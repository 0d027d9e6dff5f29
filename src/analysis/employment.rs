//! People in employment of the territory by occupation and age, from tables of the census or of
//! another public count: what a need is made of where no survey tells it (`method.md` §3.1).

use crate::analysis::own::occupation;
use crate::analysis::results::Employed;
use crate::analysis::rings::Geography;
use crate::model::{Fap, FapVersion, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::employment::Row;
use crate::tables::{Cell, Table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where a count was read: source, row.
type At = (usize, u32);

/// What one territory says of an occupation, over all the rows of its year in one file.
#[derive(Clone, Debug)]
struct Count {
    source: usize,
    year: u16,
    by: By,
    rows: Vec<u32>,
    /// `None`: a row of the occupation does not say.
    people: Option<f64>,
    older: [Option<f64>; 3],
    leavers: Option<f64>,
    sampled: Option<f64>,
}

/// How the rows of a count name their occupation, the surest last: the same people may be counted
/// under several nomenclatures of one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Card,
    OtherEdition,
    Edition,
}

impl By {
    fn of(row: &Row<'_>, version: FapVersion) -> Self {
        if row.fap.is_empty() {
            return Self::Card;
        }
        let is_own =
            row.fap_year.is_some_and(|year| (year - f64::from(version.year())).abs() < 0.5);
        if is_own { Self::Edition } else { Self::OtherEdition }
    }
}

impl Count {
    fn ages(&self) -> bool {
        self.older.iter().any(Option::is_some)
    }
}

/// The latest count of each occupation on the territory. Of several files of a year, an occupation
/// is read in the first that has it. Without ages there, those of the smallest territory around
/// that tells any stand in, as shares.
pub fn employed(
    inputs: &[Arc<ReadTable>],
    geography: &Geography,
    version: FapVersion,
    reference: &Reference,
) -> BTreeMap<Fap, Employed> {
    let here = counts(inputs, geography.territory(), version, reference);
    if here.is_empty() {
        return BTreeMap::new();
    }
    let wider = geography.departments.iter().chain(&geography.regions).map(|(place, _)| *place);
    let wider: Vec<(Territory, BTreeMap<Fap, Count>)> = wider
        .chain([Territory::France])
        .filter(|place| *place != geography.territory())
        .map(|place| (place, counts(inputs, place, version, reference)))
        .collect();
    let one = |(code, count): (Fap, Count)| {
        let people = count.people?;
        let found = (!count.ages()).then(|| {
            wider.iter().find_map(|(place, counts)| {
                let (shares, at) = shares(counts.get(&code)?)?;
                Some((shares.map(|share| Some(share? * people)), (*place, at.0, at.1)))
            })
        });
        let (older, ages_of) =
            found.flatten().map_or((count.older, None), |(older, ages_of)| (older, Some(ages_of)));
        let Count { source, rows, year, leavers, sampled, .. } = count;
        Some((code, Employed { source, rows, year, people, older, ages_of, leavers, sampled }))
    };
    here.into_iter().filter_map(one).collect()
}

/// The shares of a count by age, 0–1, where it tells any, and where they were read.
fn shares(count: &Count) -> Option<([Option<f64>; 3], At)> {
    let people = count.people.filter(|people| *people > 0.0)?;
    let row = *count.rows.first()?;
    count.ages().then(|| (count.older.map(|older| Some(older? / people)), (count.source, row)))
}

fn counts(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    version: FapVersion,
    reference: &Reference,
) -> BTreeMap<Fap, Count> {
    let here = territory.to_string();
    let mut found: BTreeMap<Fap, Count> = BTreeMap::new();
    for (source, input) in inputs.iter().enumerate() {
        let Table::Employment(table) = &input.table else { continue };
        for row in table.rows().filter(|row| row.territory == here) {
            let code = occupation(version, row.fap, row.fap_year, row.rome, "", reference);
            let by = By::of(&row, version);
            if let (Some(code), Some(count)) = (code, count(&row, (source, by))) {
                match found.get_mut(&code) {
                    Some(known) if known.year > count.year => {}
                    Some(known) if known.year == count.year => {
                        if known.source == source && known.by < count.by {
                            *known = count;
                        } else if known.source == source && known.by == count.by {
                            add(known, &count);
                        }
                    }
                    _ => {
                        found.insert(code, count);
                    }
                }
            }
        }
    }
    found
}

fn count(row: &Row<'_>, (source, by): (usize, By)) -> Option<Count> {
    let year = row.year.filter(|year| (1900.0..2200.0).contains(year))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a year")]
    let year = year as u16;
    let people = match row.employed {
        Cell::Value(people) => Some(people),
        // Small, but neither 0 nor any other number: the occupation stays unknown.
        Cell::Masked | Cell::Missing => None,
    };
    let older = [row.from_50, row.from_55, row.from_60].map(|share| Some(share? * people?));
    let (leavers, sampled) = (row.leavers, row.sampled);
    Some(Count { source, year, by, rows: vec![row.row], people, older, leavers, sampled })
}

/// Another card of the same occupation: what one of the two does not say, both do not.
fn add(known: &mut Count, more: &Count) {
    let sum = |a: Option<f64>, b: Option<f64>| a.zip(b).map(|(a, b)| a + b);
    known.rows.extend(&more.rows);
    known.people = sum(known.people, more.people);
    for (a, b) in known.older.iter_mut().zip(more.older) {
        *a = sum(*a, b);
    }
    known.leavers = sum(known.leavers, more.leavers);
    known.sampled = known.sampled.zip(more.sampled).map(|(a, b)| a.min(b));
}
