//! Kits that came back → the tables of one survey, and everything that was not taken, with its
//! place.
//!
//! Names, SIRET and contact details go to the table of contacts only. A cell that cannot be read
//! is left unknown and told; the rest of its row is kept.

mod book;
mod codes;
mod fault;
mod filled;
mod known;
pub mod list;
mod place;
mod rows;
mod table;
mod value;
mod versions;

pub use fault::{Fault, Mended, Mending, Reject, Told};
pub use known::Known;
pub use table::{Table, to_csv};
pub use versions::{Alike, Key, Replaced};

use crate::reference::Reference;
use crate::reference::questionnaire::Questionnaire;
use filled::Filled;
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;
use versions::Kept;

/// What is told of a file that made a reader panic.
pub const PANICKED: &str = "a reader panicked";

/// One survey out of a folder of kits.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Collected {
    /// The round collected: that of most files.
    pub wave: String,
    /// As `enquete_etablissements` of the questionnaire (`assets/survey`).
    pub establishments: Table,
    /// As `enquete_metiers` of the questionnaire (`assets/survey`).
    pub occupations: Table,
    /// Courses wished for, one row each.
    pub wishes: Table,
    /// Names, SIRET, addresses: never to be exported.
    pub contacts: Table,
    /// Contacts of the invited who sent nothing, the largest first: never to be exported.
    pub reminders: Table,
    /// Answers and files not taken; those of versions that were replaced are left out.
    pub rejects: Vec<Reject>,
    pub mended: Vec<Mended>,
    pub duplicates: Vec<Duplicate>,
    pub replaced: Vec<Replaced>,
    /// Answers that may be of one establishment, counted as two.
    pub alike: Vec<Alike>,
    /// Establishments that have the identifier of a former collection.
    pub n_known: usize,
    /// Establishments that answered; those invited who sent nothing are rows after theirs.
    pub n_answers: usize,
    pub n_missing: usize,
    /// Those of them whose commune no list tells: they are in no territory.
    pub n_missing_nowhere: usize,
    /// Establishments that answered the round in an earlier collection in the same place: they are
    /// not asked again, and their answers are not in these tables.
    pub n_earlier: usize,
    /// Files kept whose commune is not known: the establishment is in no territory.
    pub uncounted: Vec<String>,
    /// Every file and what became of it, in the order of names.
    pub sources: Vec<Source>,
}

/// A file with the answers of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duplicate {
    pub file: String,
    pub of: String,
    /// Byte for byte; otherwise saved again with the same answers.
    pub same_bytes: bool,
}

/// A file, for the record of sources.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub file: String,
    pub sha256: String,
    /// Of the questionnaire; nothing when it is not a kit.
    pub version: Option<u32>,
    pub outcome: Outcome,
}

/// What became of a file; the outcomes add up to the files given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Kept {
        id: String,
    },
    Duplicate {
        of: String,
    },
    Replaced {
        by: String,
    },
    /// No answer: a list of the invited, put beside the questionnaires.
    List {
        n_rows: usize,
    },
    Refused(Fault),
}

/// Reads a folder of kits back into one survey. The order of the files does not matter.
///
/// `known`: the contacts of the former collection in the same place, if there was one, and lists of
/// the invited. A list among the files adds to it.
///
/// Shapes: one row of `establishments` and of `contacts` for each file kept, then one for each of the
/// invited who sent nothing; as many rows of `occupations` and `wishes` as there are rows with an
/// answer; last the contacts of other rounds.
pub fn collect(
    files: &[(&str, &[u8])],
    known: &Known,
    questionnaire: &Questionnaire,
    reference: &Reference,
) -> Collected {
    let mut collected = Collected::default();
    let mut given: Vec<(&str, String, &[u8])> =
        files.iter().map(|(name, bytes)| (*name, digest(bytes), *bytes)).collect();
    given.sort();
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut versions: Vec<Option<u32>> = Vec::new();
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    let mut read: Vec<(usize, Filled)> = Vec::new();
    let mut known = known.clone();
    for (index, (name, sha256, bytes)) in given.iter().enumerate() {
        versions.push(None);
        if let Some(of) = seen.get(sha256.as_str()) {
            collected.duplicates.push(duplicate(name, of, true));
            outcomes.push(Outcome::Duplicate { of: (*of).to_owned() });
            continue;
        }
        seen.insert(sha256, name);
        // A parser that panics on hostile bytes costs its file, nothing else.
        let outcome =
            std::panic::catch_unwind(|| filled::read(name, bytes, questionnaire, reference));
        match outcome.unwrap_or_else(|_| Err(Fault::Unreadable { detail: PANICKED.to_owned() })) {
            Ok(filled) => {
                if let Some(version) = versions.last_mut() {
                    *version = Some(filled.version);
                }
                // Replaced below, once it is known what becomes of it.
                outcomes.push(Outcome::Refused(Fault::Empty));
                read.push((index, filled));
            }
            Err(fault) => {
                if let Some(list) = list_of(&fault, bytes) {
                    known = known.with(&list);
                    outcomes.push(Outcome::List { n_rows: list.rows.len() });
                } else {
                    collected.rejects.push(refused(name, fault.clone()));
                    outcomes.push(Outcome::Refused(fault));
                }
            }
        }
    }
    let known = &known;
    collected.wave = most_frequent(read.iter().map(|(_, filled)| filled.wave.as_str()));
    let (mut ours, others): (Vec<_>, Vec<_>) =
        read.into_iter().partition(|(_, filled)| filled.wave == collected.wave);
    for (index, filled) in others {
        let fault = Fault::OtherWave { wave: filled.wave };
        collected.rejects.push(refused(&filled.file, fault.clone()));
        set(&mut outcomes, index, Outcome::Refused(fault));
    }
    ours.sort_by(|(_, a), (_, b)| (a.date(), &a.file).cmp(&(b.date(), &b.file)));
    let kept = versions::settle(ours, known, &mut collected, &mut outcomes);
    rows::fill(&kept, known, questionnaire, &mut collected);
    collected.n_answers = collected.establishments.rows.len();
    let nowhere = kept
        .iter()
        .enumerate()
        .filter(|(row, _)| collected.establishments.get(*row, list::COMMUNE).is_empty());
    collected.uncounted = nowhere.map(|(_, kept)| kept.filled.file.clone()).collect();
    collected.uncounted.sort();
    rows::missing(known, &mut collected);
    let gone = known.left(&collected.contacts);
    collected.contacts.rows.extend(gone);
    for Kept { filled, .. } in kept {
        collected.rejects.extend(filled.rejects);
        collected.mended.extend(filled.mended);
    }
    for (((file, sha256, _), outcome), version) in given.iter().zip(outcomes).zip(versions) {
        let (file, sha256) = ((*file).to_owned(), sha256.clone());
        collected.sources.push(Source { file, sha256, version, outcome });
    }
    // Files first, in the order of names; cells keep the order of the workbook.
    collected.rejects.sort_by(|a, b| a.file.cmp(&b.file));
    collected.mended.sort_by(|a, b| a.file.cmp(&b.file));
    collected.duplicates.sort_by(|a, b| (&a.file, &a.of).cmp(&(&b.file, &b.of)));
    collected
}

/// A list of the invited in a file that is no questionnaire.
fn list_of(fault: &Fault, bytes: &[u8]) -> Option<Table> {
    if !matches!(fault, Fault::NotAKit | Fault::Unreadable { .. }) {
        return None;
    }
    std::panic::catch_unwind(|| list::read(bytes)).ok().flatten().filter(list::names)
}

fn digest(bytes: &[u8]) -> String {
    let halves = Sha256::digest(bytes).into_iter().flat_map(|byte| [byte >> 4, byte & 0xf]);
    halves.filter_map(|half| char::from_digit(half.into(), 16)).collect()
}

fn duplicate(file: &str, of: &str, same_bytes: bool) -> Duplicate {
    Duplicate { file: file.to_owned(), of: of.to_owned(), same_bytes }
}

fn refused(file: &str, what: Fault) -> Reject {
    let none = String::new;
    let file = file.to_owned();
    Told { file, sheet: none(), cell: none(), question: none(), found: none(), what }
}

fn set(outcomes: &mut [Outcome], index: usize, outcome: Outcome) {
    if let Some(place) = outcomes.get_mut(index) {
        *place = outcome;
    }
}

/// Of two rounds as frequent, the last in the order of text.
fn most_frequent<'a>(waves: impl Iterator<Item = &'a str>) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for wave in waves {
        *counts.entry(wave).or_default() += 1;
    }
    let most = counts.into_iter().max_by_key(|(wave, count)| (*count, *wave));
    most.map_or_else(String::new, |(wave, _)| wave.to_owned())
}
