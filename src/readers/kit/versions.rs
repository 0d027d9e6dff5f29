//! Several files of one establishment: the later answer replaces the former, with a trace.

use crate::model::Date;
use crate::readers::kit::fault::{Fault, Told};
use crate::readers::kit::filled::Filled;
use crate::readers::kit::known::{Identity, Known};
use crate::readers::kit::{Collected, Outcome, duplicate, set};
use std::collections::BTreeSet;

/// An answer that is kept.
pub struct Kept {
    /// Identifier of the survey's tables.
    pub id: String,
    pub filled: Filled,
}

/// A former answer and the one that took its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    /// Identifier of the establishment in the survey's tables.
    pub id: String,
    pub kept: String,
    pub kept_on: Option<Date>,
    pub left: String,
    pub left_on: Option<Date>,
    /// How the two were known to be of one establishment.
    pub by: Key,
    /// Answers that differ.
    pub n_changed: usize,
}

impl Replaced {
    /// Nothing but the names of the files says which is the later.
    pub fn is_by_name(&self) -> bool {
        self.kept_on == self.left_on
    }
}

/// Two answers kept as of two establishments that have one name, commune and activity, and not two
/// SIRET: nothing but their order tells which had which identifier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Alike {
    pub file: String,
    pub other: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    Siret,
    /// The survey number.
    Number,
}

/// The versions of one establishment, former first.
struct Group {
    versions: Vec<(usize, Filled)>,
}

impl Group {
    /// The last that was given: a later version may leave it out.
    fn known(&self, id: &str) -> Option<&str> {
        self.versions.iter().rev().find_map(|(_, filled)| filled.text(id))
    }

    /// What names it: a SIRET that an earlier version has told, the rest of the last one.
    fn identity(&self) -> Identity {
        let last = self.versions.last().map(|(_, filled)| Identity::of(filled));
        last.unwrap_or_default().with_siret(self.known(SIRET))
    }

    fn same(&self, filled: &Filled) -> Option<&Filled> {
        let mut all = self.versions.iter().map(|(_, version)| version);
        all.find(|version| version.same_answers(filled))
    }
}

const SIRET: &str = "siret";
const NUMBER: &str = "id_etablissement";

/// Groups the files by establishment, in the order of answer dates then of file names, and gives
/// each an identifier: the survey number, else the one it had before, else the next number where
/// former ones were numbers, else one made of what names it.
pub fn settle(
    read: Vec<(usize, Filled)>,
    known: &Known,
    collected: &mut Collected,
    outcomes: &mut [Outcome],
) -> Vec<Kept> {
    let mut groups: Vec<Group> = Vec::new();
    for (index, mut filled) in read {
        if let Some(same) = groups.iter().find_map(|group| group.same(&filled)) {
            collected.duplicates.push(duplicate(&filled.file, &same.file, false));
            set(outcomes, index, Outcome::Duplicate { of: same.file.clone() });
            continue;
        }
        if let Some(group) = groups.iter_mut().find(|group| is_same(group, &filled)) {
            group.versions.push((index, filled));
            continue;
        }
        let taken = filled
            .text(NUMBER)
            .is_some_and(|number| groups.iter().any(|group| group.known(NUMBER) == Some(number)));
        if taken {
            refuse_number(&mut filled);
        }
        groups.push(Group { versions: vec![(index, filled)] });
    }
    let mut taken: BTreeSet<String> =
        groups.iter().filter_map(|group| group.known(NUMBER).map(str::to_owned)).collect();
    let identities: Vec<Identity> = groups.iter().map(Group::identity).collect();
    let mut ids: Vec<Option<String>> =
        groups.iter().map(|group| group.known(NUMBER).map(str::to_owned)).collect();
    // All that were met before first: a new one must not take theirs.
    for (id, identity) in ids.iter_mut().zip(&identities).filter(|(id, _)| id.is_none()) {
        let before = known.of(identity).into_iter().find(|before| !taken.contains(*before));
        *id = before.map(str::to_owned);
        taken.extend(id.clone());
    }
    let met = ids.iter().flatten().filter(|id| known.ids().any(|before| before == *id));
    collected.n_known = met.count();
    collected.alike = alike(&groups, &identities);
    taken.extend(known.ids().map(str::to_owned));
    let mut last = known.last_number();
    let mut kept = Vec::new();
    for ((group, identity), id) in groups.into_iter().zip(identities).zip(ids) {
        let new = || fresh(&group, &identity, &mut last, &taken);
        let Some(id) = id.or_else(new) else { continue };
        taken.insert(id.clone());
        kept.extend(close(id, group, collected, outcomes));
    }
    kept
}

/// An identifier that nobody has.
fn fresh(
    group: &Group,
    identity: &Identity,
    last: &mut Option<u32>,
    taken: &BTreeSet<String>,
) -> Option<String> {
    let is_free = |id: &String| !taken.contains(id);
    let Some(last) = last else {
        let (_, first) = group.versions.first()?;
        let made = identity.made(first);
        let again = (2_u32..).map(|number| format!("{made}-{number}"));
        return std::iter::once(made.clone()).chain(again).find(is_free);
    };
    loop {
        *last = last.checked_add(1)?;
        let id = format!("E{last:03}");
        if is_free(&id) {
            return Some(id);
        }
    }
}

fn alike(groups: &[Group], identities: &[Identity]) -> Vec<Alike> {
    let file = |group: &Group| group.versions.last().map(|(_, filled)| filled.file.clone());
    let each = || groups.iter().zip(identities).enumerate();
    let pairs = each().flat_map(|(place, (group, identity))| {
        let later = each().filter(move |(other, (_, of))| *other > place && of.is_alike(identity));
        later.filter_map(move |(_, (other, _))| {
            Some(Alike { file: file(other)?, other: file(group)? })
        })
    });
    let mut pairs: Vec<Alike> = pairs.collect();
    pairs.sort();
    pairs
}

/// Whether a file is of the establishment of a group. The same survey number under two different
/// SIRET is not.
fn is_same(group: &Group, filled: &Filled) -> bool {
    let (ours, theirs) = (group.known(SIRET), filled.text(SIRET));
    if let (Some(ours), Some(theirs)) = (ours, theirs) {
        return ours == theirs;
    }
    let number = filled.text(NUMBER);
    number.is_some() && group.known(NUMBER) == number
}

fn refuse_number(filled: &mut Filled) {
    let (sheet, cell) = filled.number_cell.clone().unwrap_or_default();
    let found = filled.text(NUMBER).unwrap_or_default().to_owned();
    let (file, question) = (filled.file.clone(), NUMBER.to_owned());
    filled.rejects.push(Told { file, sheet, cell, question, found, what: Fault::NumberTaken });
    filled.form.remove(NUMBER);
}

/// The last version is kept; the others leave a trace.
fn close(
    id: String,
    mut group: Group,
    collected: &mut Collected,
    outcomes: &mut [Outcome],
) -> Option<Kept> {
    let (index, filled) = group.versions.pop()?;
    for (left_index, left) in group.versions {
        let by = if left.text(SIRET).is_some() && left.text(SIRET) == filled.text(SIRET) {
            Key::Siret
        } else {
            Key::Number
        };
        set(outcomes, left_index, Outcome::Replaced { by: filled.file.clone() });
        collected.replaced.push(Replaced {
            id: id.clone(),
            kept: filled.file.clone(),
            kept_on: filled.date(),
            left_on: left.date(),
            n_changed: filled.n_changed(&left),
            left: left.file,
            by,
        });
    }
    set(outcomes, index, Outcome::Kept { id: id.clone() });
    Some(Kept { id, filled })
}
