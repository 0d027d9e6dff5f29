//! The own survey in several files: each respondent counts once.
//!
//! The same export saved twice, or the export of May beside that of June, holds the same respondents
//! again. An identifier is looked for in every table of its kind: the later answer counts, else the
//! first file given; where files have no identifiers, rows that say the same are one respondent.
//! Identifiers are compared here and go nowhere: what is told is how many.

mod beside;
#[cfg(test)]
mod tests;

pub use crate::analysis::respondents::beside::differing;
use crate::model::{Kind, fold};
use crate::readers::ReadTable;
use crate::tables::Table;
use crate::tables::survey::{answer, establishment, occupation, opinion, wish};
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Debug, Write as _};
use std::hash::Hasher as _;
use std::sync::Arc;

/// Two tables with respondents in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twins {
    pub kind: Kind,
    /// Places among the inputs: the one whose answers count, and the one whose do not.
    pub kept: usize,
    pub left: usize,
    /// Respondents that say the same in both.
    pub same: u32,
    /// Those that answered again later.
    pub newer: u32,
    /// Those that differ, without a later answer of the two.
    pub differing: u32,
    /// Rows of these, as numbered in each file, paired where they are about the same.
    pub rows: Vec<(Option<u32>, Option<u32>)>,
    /// Nothing of the other counts.
    pub whole: bool,
}

/// Rows that count for nothing, by table and place in it, and why.
#[derive(Clone, Debug, Default)]
pub(super) struct Once {
    pub rows: BTreeMap<usize, BTreeSet<usize>>,
    pub twins: Vec<Twins>,
}

/// Kinds whose rows are of respondents, establishments first: what the others follow.
const KINDS: [Kind; 4] =
    [Kind::SurveyOccupations, Kind::SurveyWishes, Kind::SurveyAnswers, Kind::ActorOpinions];

/// Whether a table is read with its respondents counted once.
pub(super) fn is_of_respondents(kind: Kind) -> bool {
    kind == Kind::SurveyEstablishments || KINDS.contains(&kind)
}

/// Looks for respondents that several tables have.
pub(super) fn once(inputs: &[Arc<ReadTable>]) -> Once {
    let of_kind = |kind: Kind| -> Vec<Sheet<'_>> {
        let tables = inputs.iter().enumerate().filter(|(_, input)| input.kind == kind);
        tables.filter_map(|(place, input)| Sheet::new(place, input)).collect()
    };
    // One table alone repeats nobody: its rows need not be looked at.
    let has_several = |kind: Kind| inputs.iter().filter(|input| input.kind == kind).count() > 1;
    let mut settled = Settled::default();
    if !has_several(Kind::SurveyEstablishments) && !KINDS.iter().any(|kind| has_several(*kind)) {
        return Once::default();
    }
    let establishments = of_kind(Kind::SurveyEstablishments);
    settled.establishments(&establishments);
    for kind in KINDS {
        let sheets = of_kind(kind);
        // Actors are no establishments, whatever their numbers.
        let beside = if kind == Kind::ActorOpinions { &[] } else { establishments.as_slice() };
        settled.followers(&sheets, beside, inputs);
    }
    settled.finish(inputs)
}

/// A respondent: its identifier, which colleges of actors may share.
type Who<'a> = (&'a str, u64);

/// A row, and what tells it from others.
struct Entry<'a> {
    id: Who<'a>,
    /// What it is about, beside its respondent.
    about: u64,
    /// All it says, its respondent and row apart.
    says: u64,
    /// Where a respondent without an identifier is, and what it does; `None` where nothing tells.
    like: Option<u64>,
    row: u32,
    day: &'a str,
}

/// A table of respondents.
struct Sheet<'a> {
    place: usize,
    kind: Kind,
    file: &'a str,
    fingerprint: &'a str,
    entries: Vec<Entry<'a>>,
    /// Places of the rows of each respondent.
    by_id: BTreeMap<Who<'a>, Vec<usize>>,
    /// Identifiers are the places of rows, which two files share by chance.
    is_numbered: bool,
}

fn hashed(of: &dyn Debug) -> u64 {
    struct Hashed(DefaultHasher);
    impl std::fmt::Write for Hashed {
        fn write_str(&mut self, text: &str) -> std::fmt::Result {
            self.0.write(text.as_bytes());
            Ok(())
        }
    }
    let mut hash = Hashed(DefaultHasher::new());
    // Never fails: a hash takes everything.
    let _ = write!(hash, "{of:?}");
    hash.0.finish()
}

impl<'a> Sheet<'a> {
    fn new(place: usize, input: &'a ReadTable) -> Option<Self> {
        let entries: Vec<Entry<'a>> = match &input.table {
            Table::SurveyEstablishments(table) => {
                table.rows().map(|row| of_establishment(&row)).collect()
            }
            Table::SurveyOccupations(table) => {
                table.rows().map(|row| of_occupation(&row)).collect()
            }
            Table::SurveyWishes(table) => table.rows().map(of_wish).collect(),
            Table::SurveyAnswers(table) => table.rows().map(of_answer).collect(),
            Table::Opinions(table) => table.rows().map(of_opinion).collect(),
            _ => return None,
        };
        let mut by_id: BTreeMap<Who<'_>, Vec<usize>> = BTreeMap::new();
        for (place, entry) in entries.iter().enumerate() {
            by_id.entry(entry.id).or_default().push(place);
        }
        let is_number = |entry: &Entry<'_>| {
            let last = entry.id.0.rsplit(' ').next();
            last.and_then(|number| number.parse().ok()) == Some(entry.row)
        };
        let is_numbered = !entries.is_empty() && entries.iter().all(is_number);
        let (file, fingerprint) = (input.file.as_str(), input.fingerprint.as_str());
        Some(Self { place, kind: input.kind, file, fingerprint, entries, by_id, is_numbered })
    }

    fn of(&self, id: Who<'a>) -> impl Iterator<Item = &Entry<'a>> {
        let places = self.by_id.get(&id).map(Vec::as_slice).unwrap_or_default().iter();
        places.filter_map(|place| self.entries.get(*place))
    }

    /// All that a respondent says, in no order.
    fn says(&self, id: Who<'a>) -> Vec<u64> {
        let mut all: Vec<u64> = self.of(id).map(|entry| entry.says).collect();
        all.sort_unstable();
        all
    }

    fn abouts(&self, id: Who<'a>) -> BTreeSet<u64> {
        self.of(id).map(|entry| entry.about).collect()
    }

    /// The day of the latest answer; empty where none is told.
    fn day(&self, id: Who<'a>) -> &'a str {
        self.of(id).map(|entry| entry.day).max().unwrap_or_default()
    }

    /// Whether the two tell the same of one respondent at least: else they complete each other.
    fn overlaps(&self, other: &Self) -> bool {
        self.by_id.keys().any(|id| !self.abouts(*id).is_disjoint(&other.abouts(*id)))
    }

    /// Words of the file's name, its ending apart.
    fn words(&self) -> BTreeSet<String> {
        let name = self.file.rsplit_once('.').map_or(self.file, |(name, _)| name);
        let folded = fold(name);
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        words.map(str::to_owned).collect()
    }
}

fn of_establishment<'a>(row: &establishment::Row<'a>) -> Entry<'a> {
    let bare = establishment::Row { row: 0, id: "", ..*row };
    Entry {
        id: (row.id, 0),
        about: 0,
        says: hashed(&bare),
        like: Some(hashed(&(row.commune, row.naf))),
        row: row.row,
        day: row.answered_on,
    }
}

fn of_occupation<'a>(row: &occupation::Row<'a>) -> Entry<'a> {
    let bare = occupation::Row { row: 0, establishment: "", label: "", ..*row };
    let about = hashed(&(fold(row.label), row.rome, row.fap, row.qualification));
    Entry {
        id: (row.establishment, 0),
        about,
        says: hashed(&(about, bare)),
        like: None,
        row: row.row,
        day: "",
    }
}

fn of_wish(row: wish::Row<'_>) -> Entry<'_> {
    let bare = wish::Row { row: 0, establishment: "", ..row };
    Entry {
        id: (row.establishment, 0),
        about: hashed(&(fold(row.label), fold(row.skill))),
        says: hashed(&bare),
        like: None,
        row: row.row,
        day: "",
    }
}

fn of_answer(row: answer::Row<'_>) -> Entry<'_> {
    let bare = answer::Row { row: 0, establishment: "", ..row };
    Entry {
        id: (row.establishment, 0),
        about: hashed(&fold(row.question)),
        says: hashed(&bare),
        like: None,
        row: row.row,
        day: "",
    }
}

fn of_opinion(row: opinion::Row<'_>) -> Entry<'_> {
    let bare = opinion::Row { row: 0, respondent: "", ..row };
    Entry {
        id: (row.respondent, hashed(&fold(row.college))),
        about: hashed(&(fold(row.college), fold(row.question))),
        says: hashed(&bare),
        like: None,
        row: row.row,
        day: "",
    }
}

/// Why the answers of a respondent in one table count for nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Same,
    Newer,
    Differing,
}

/// What was decided so far.
#[derive(Default)]
struct Settled<'a> {
    /// Places of rows that are left, by table.
    rows: BTreeMap<usize, BTreeSet<usize>>,
    /// By table that counts and table that does not.
    twins: BTreeMap<(usize, usize), Twins>,
    /// Of an establishment and a table that it does not count in: the one that it does, and why.
    lost: BTreeMap<(usize, Who<'a>), (usize, Fate)>,
}

impl<'a> Settled<'a> {
    /// The rows of a respondent in `left` count for nothing, for those in `kept`.
    fn leave(&mut self, (kept, left): (&Sheet<'a>, &Sheet<'a>), ids: [Who<'a>; 2], fate: Fate) {
        let [own, other] = ids;
        let places = left.by_id.get(&other).into_iter().flatten().copied();
        self.rows.entry(left.place).or_default().extend(places);
        let twins = self.twins.entry((kept.place, left.place)).or_insert_with(|| Twins {
            kind: left.kind,
            kept: kept.place,
            left: left.place,
            same: 0,
            newer: 0,
            differing: 0,
            rows: Vec::new(),
            whole: false,
        });
        match fate {
            Fate::Same => twins.same += 1,
            Fate::Newer => twins.newer += 1,
            Fate::Differing => {
                twins.differing += 1;
                twins.rows.extend(paired(kept, own, left, other));
            }
        }
    }

    fn establishments(&mut self, sheets: &[Sheet<'a>]) {
        let mut by_id: BTreeMap<Who<'a>, Vec<&Sheet<'a>>> = BTreeMap::new();
        for sheet in sheets {
            for id in sheet.by_id.keys() {
                by_id.entry(*id).or_default().push(sheet);
            }
        }
        for (id, found) in by_id {
            // The latest day, and of one day the first file.
            let latest = found.iter().map(|sheet| sheet.day(id)).max().unwrap_or_default();
            let Some(kept) = found.iter().find(|sheet| sheet.day(id) == latest) else { continue };
            for left in found.iter().filter(|sheet| sheet.place != kept.place) {
                let fate = if left.says(id) == kept.says(id) {
                    Fate::Same
                } else if left.day(id) < latest {
                    Fate::Newer
                } else {
                    Fate::Differing
                };
                self.leave((kept, left), [id, id], fate);
                self.lost.insert((left.place, id), (kept.place, fate));
            }
        }
        for (rank, one) in sheets.iter().enumerate() {
            for other in sheets.iter().skip(rank + 1) {
                self.numbered(one, other);
            }
        }
    }

    /// Two tables whose rows have no identifier: where half of the smaller says what the other
    /// says, they are exports of one form.
    fn numbered(&mut self, one: &Sheet<'a>, other: &Sheet<'a>) {
        let counting = |sheet: &Sheet<'a>, settled: &Self| -> Vec<Who<'a>> {
            let gone = settled.rows.get(&sheet.place);
            let ids = sheet.by_id.iter().filter(|(_, places)| {
                !places.iter().any(|place| gone.is_some_and(|gone| gone.contains(place)))
            });
            ids.map(|(id, _)| *id).collect()
        };
        if !one.is_numbered || !other.is_numbered || one.fingerprint == other.fingerprint {
            return;
        }
        let (ids, others) = (counting(one, self), counting(other, self));
        let last = |sheet: &Sheet<'a>| sheet.entries.iter().map(|entry| entry.day).max();
        // The later export counts: by its days, else the longer one, else the first.
        let order = (last(other), others.len()).cmp(&(last(one), ids.len()));
        let turned = order == std::cmp::Ordering::Greater;
        let (kept, left) = if turned { (other, one) } else { (one, other) };
        let (ids, others) = if turned { (others, ids) } else { (ids, others) };
        let mut by_says: BTreeMap<Vec<u64>, Vec<Who<'a>>> = BTreeMap::new();
        for id in ids.iter().rev() {
            by_says.entry(kept.says(*id)).or_default().push(*id);
        }
        let mut same: Vec<[Who<'a>; 2]> = Vec::new();
        for id in &others {
            if let Some(own) = by_says.get_mut(&left.says(*id)).and_then(Vec::pop) {
                same.push([own, *id]);
            }
        }
        if same.is_empty() || same.len() * 2 < others.len().min(ids.len()) {
            return;
        }
        // Of what differs: one activity in one commune is one establishment that answered anew.
        let paired: BTreeSet<Who<'_>> = same.iter().flatten().copied().collect();
        let mut alike: BTreeMap<u64, Vec<Who<'a>>> = BTreeMap::new();
        for id in ids.iter().rev().filter(|id| !paired.contains(*id)) {
            if let Some(like) = kept.of(*id).find_map(|entry| entry.like) {
                alike.entry(like).or_default().push(*id);
            }
        }
        let mut newer: Vec<[Who<'a>; 2]> = Vec::new();
        for id in others.iter().filter(|id| !paired.contains(*id)) {
            let like = left.of(*id).find_map(|entry| entry.like);
            let own = like.and_then(|like| alike.get_mut(&like)).and_then(Vec::pop);
            newer.extend(own.map(|own| [own, *id]));
        }
        let all = same.iter().map(|ids| (ids, Fate::Same));
        for (ids, fate) in all.chain(newer.iter().map(|ids| (ids, Fate::Newer))) {
            self.leave((kept, left), *ids, fate);
            let [_, id] = *ids;
            self.lost.insert((left.place, id), (kept.place, fate));
        }
    }

    /// Tables that hold more of the respondents: those of the collection that an establishment
    /// counts in.
    fn followers(
        &mut self,
        sheets: &[Sheet<'a>],
        establishments: &[Sheet<'a>],
        inputs: &[Arc<ReadTable>],
    ) {
        let partners = partners(sheets, establishments);
        let opinions = sheets.first().is_some_and(|sheet| sheet.kind == Kind::ActorOpinions);
        let is_one_wave = |a: &Sheet<'_>, b: &Sheet<'_>| {
            let year = |sheet: &Sheet<'_>| inputs.get(sheet.place).and_then(|i| i.vintage);
            year(a).is_none() || year(b).is_none() || year(a) == year(b)
        };
        let mut overlapping: BTreeSet<(usize, usize)> = BTreeSet::new();
        for (rank, one) in sheets.iter().enumerate() {
            for other in sheets.iter().skip(rank + 1) {
                let meets = if opinions {
                    is_one_wave(one, other) && are_one_collection(one, other)
                } else {
                    one.overlaps(other)
                };
                if opinions {
                    self.numbered(one, other);
                }
                if meets {
                    overlapping.extend([(one.place, other.place), (other.place, one.place)]);
                }
            }
        }
        let mut by_id: BTreeMap<Who<'a>, Vec<&Sheet<'a>>> = BTreeMap::new();
        for sheet in sheets {
            for id in sheet.by_id.keys() {
                by_id.entry(*id).or_default().push(sheet);
            }
        }
        for (id, found) in by_id {
            // The table beside the establishment that counts comes first.
            let lost: Vec<(usize, usize, Fate)> = establishments
                .iter()
                .filter_map(|sheet| {
                    let (kept, fate) = self.lost.get(&(sheet.place, id))?;
                    Some((sheet.place, *kept, *fate))
                })
                .collect();
            let beside = |place: usize| partners.get(&place).copied();
            let first = lost.first().and_then(|(_, kept, _)| beside(*kept));
            let mut order = found;
            order.sort_by_key(|sheet| Some(sheet.place) != first);
            let mut counting: Vec<&Sheet<'a>> = Vec::new();
            for sheet in order {
                let replaced = lost.iter().find(|(left, ..)| beside(*left) == Some(sheet.place));
                if let Some(kept) =
                    counting.iter().find(|kept| overlapping.contains(&(kept.place, sheet.place)))
                {
                    let fate = if kept.says(id) == sheet.says(id) {
                        Fate::Same
                    } else if replaced.is_some_and(|(.., fate)| *fate == Fate::Newer) {
                        Fate::Newer
                    } else {
                        Fate::Differing
                    };
                    self.leave((*kept, sheet), [id, id], fate);
                } else if let Some((_, kept, fate)) = replaced
                    && (*fate == Fate::Newer || is_number(id, sheet))
                    && let Some(kept) = beside(*kept).filter(|place| *place != sheet.place)
                    && let Some(kept) = sheets.iter().find(|sheet| sheet.place == kept)
                {
                    // The later answer tells nothing of what only the former one told.
                    self.leave((kept, sheet), [id, id], *fate);
                } else {
                    counting.push(sheet);
                }
            }
        }
    }

    fn finish(self, inputs: &[Arc<ReadTable>]) -> Once {
        let whole = |place: usize| {
            let rows = inputs.get(place).map_or(0, |input| height(&input.table));
            rows > 0 && self.rows.get(&place).is_some_and(|left| left.len() == rows)
        };
        let twins = self.twins.values();
        let twins = twins.map(|twins| Twins { whole: whole(twins.left), ..twins.clone() });
        Once { twins: twins.collect(), rows: self.rows.clone() }
    }
}

/// Whether an identifier is the place of a row of the table.
fn is_number<'a>(id: Who<'a>, sheet: &Sheet<'a>) -> bool {
    sheet.is_numbered && sheet.by_id.contains_key(&id)
}

fn height(table: &Table) -> usize {
    match table {
        Table::SurveyEstablishments(table) => table.len(),
        Table::SurveyOccupations(table) => table.len(),
        Table::SurveyWishes(table) => table.len(),
        Table::SurveyAnswers(table) => table.len(),
        Table::Opinions(table) => table.len(),
        _ => 0,
    }
}

/// Whether half of the respondents of the smaller table say the same in the other under the same
/// identifier: else two colleges number their respondents alike.
fn are_one_collection<'a>(one: &Sheet<'a>, other: &Sheet<'a>) -> bool {
    let both = one.by_id.keys().filter(|id| other.by_id.contains_key(*id));
    let same = both.filter(|id| one.says(**id) == other.says(**id)).count();
    same > 0 && same * 2 >= one.by_id.len().min(other.by_id.len())
}

/// Rows of a respondent in two tables, paired where they are about the same.
fn paired<'a>(
    kept: &Sheet<'a>,
    own: Who<'a>,
    left: &Sheet<'a>,
    other: Who<'a>,
) -> Vec<(Option<u32>, Option<u32>)> {
    let mut rows = Vec::new();
    let mut others: Vec<&Entry<'_>> = left.of(other).collect();
    for entry in kept.of(own) {
        let twin = others.iter().position(|other| other.says == entry.says);
        let twin = twin.or_else(|| others.iter().position(|other| other.about == entry.about));
        let twin = twin.map(|place| others.remove(place));
        if twin.is_none_or(|twin| twin.says != entry.says) {
            rows.push((Some(entry.row), twin.map(|twin| twin.row)));
        }
    }
    rows.extend(others.iter().map(|entry| (None, Some(entry.row))));
    rows
}

/// The table of each table of establishments: of the same file, else of the name that has most of
/// its words in common, those that all names have apart.
fn partners(sheets: &[Sheet<'_>], establishments: &[Sheet<'_>]) -> BTreeMap<usize, usize> {
    let own = |all: &[Sheet<'_>]| -> Vec<BTreeSet<String>> {
        let words: Vec<BTreeSet<String>> = all.iter().map(Sheet::words).collect();
        let common = words.iter().skip(1).fold(words.first().cloned(), |common, words| {
            common.map(|common| common.intersection(words).cloned().collect())
        });
        let common = common.filter(|_| all.len() > 1).unwrap_or_default();
        words.into_iter().map(|words| words.difference(&common).cloned().collect()).collect()
    };
    let (names, others) = (own(sheets), own(establishments));
    let mut found = BTreeMap::new();
    for (of, words) in establishments.iter().zip(&others) {
        let beside = sheets
            .iter()
            .find(|sheet| !of.fingerprint.is_empty() && sheet.fingerprint == of.fingerprint);
        let by_name = || {
            let shared = |name: &BTreeSet<String>| name.intersection(words).count();
            let best = names.iter().map(shared).max().filter(|best| *best > 0)?;
            let mut same = sheets.iter().zip(&names).filter(|(_, name)| shared(name) == best);
            let (sheet, _) = same.next()?;
            same.next().is_none().then_some(sheet)
        };
        if let Some(sheet) = beside.or_else(by_name) {
            found.insert(of.place, sheet.place);
        }
    }
    found
}
