//! The loaded years side by side, breaks marked and never crossed in silence.
//!
//! An occupation has a series inside one edition of FAP. Across editions, only *familles de
//! métiers*, which do not change, and groups whose codes correspond one to one.

use crate::analysis::borders::{Break, between};
use crate::analysis::rings::{self, Cells, Folded, Survey};
use crate::indicators::hiring::Tally;
use crate::indicators::posterior::{self, Rings, Settings};
use crate::indicators::pressure::{Posterior, Status};
use crate::indicators::trend::{Trend, trend};
use crate::model::adjust::Cut;
use crate::model::{Fap, FapLevel, FapVersion, Grade, Share};
use crate::reference::Reference;
use crate::reference::passage::Passage;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One year of a share on the territory, read as that year's own analysis reads it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    pub source: usize,
    pub year: u16,
    pub fap_version: FapVersion,
    pub tally: Tally,
    pub posterior: Posterior,
    pub status: Status,
    pub grade: Grade,
}

/// What a series is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// Letter of the *famille de métiers*.
    Family(String),
    Group(Fap),
}

/// The series of a family or a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    pub subject: Subject,
    pub label: String,
    /// Oldest first.
    pub readings: Vec<Reading>,
    /// From the last but one reading to the last.
    pub trend: Trend,
    /// The group's code in the other edition, where the series crosses the break.
    pub passage: Option<Passage>,
    /// Two neighbouring years of different editions.
    pub breaks: Vec<(u16, u16)>,
}

/// An occupation that enters or leaves the list of flags by evidence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Move {
    /// Code of the earlier year, and of the later; the same inside an edition.
    pub before: Option<Fap>,
    pub after: Option<Fap>,
    pub passage: Option<Passage>,
    pub kind: MoveKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MoveKind {
    Entry,
    Kept,
    Exit,
    /// Flagged one year; the other, too small or masked to tell.
    Unsure,
    /// Flagged, without a code of the other year to compare with: neither entry nor exit.
    NotComparable,
}

impl MoveKind {
    pub const ALL: [Self; 5] =
        [Self::Entry, Self::Kept, Self::Exit, Self::Unsure, Self::NotComparable];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Entry => "entry",
            Self::Kept => "kept",
            Self::Exit => "exit",
            Self::Unsure => "unsure",
            Self::NotComparable => "not-comparable",
        }
    }
}

/// The list of flags against that of the year before it among those loaded.
#[derive(Clone, Debug, PartialEq)]
pub struct Moves {
    pub before: u16,
    pub after: u16,
    /// The two years are of different editions of FAP.
    pub across: bool,
    pub moves: Vec<Move>,
}

/// Everything that years say together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Families by letter, then groups by code.
    pub tracks: Vec<Track>,
    pub moves: Option<Moves>,
    /// Readings of each occupation with two or more, oldest first: of one edition, and of years
    /// that its code is in.
    pub occupations: BTreeMap<Fap, Vec<Reading>>,
    /// Where the territory is not the same from one loaded year to the next: what crosses it is
    /// marked, whatever the nomenclature.
    pub borders: Vec<Break>,
}

impl Series {
    /// Where the territory changed between two years.
    pub fn borders(&self, before: u16, after: u16) -> impl Iterator<Item = &Break> {
        between(&self.borders, before, after)
    }
}

/// What an occupation became since the last loaded year of its edition that has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    pub trend: Trend,
    pub before: Option<Reading>,
}

impl Default for Change {
    fn default() -> Self {
        Self { trend: Trend::Alone, before: None }
    }
}

/// One survey as the territory sees it; what other years are compared with.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Year {
    pub wave: Survey,
    folded: Arc<Folded>,
    pub cut: f64,
}

impl Year {
    pub(super) fn new(wave: Survey, folded: &Arc<Folded>, cut: Cut) -> Self {
        Self { wave, folded: Arc::clone(folded), cut: folded.cut(cut) }
    }

    /// Occupations with a row on the territory.
    pub(super) fn present(&self) -> impl Iterator<Item = (Fap, &Rings)> {
        self.folded.occupations.iter().map(|(code, cells)| (*code, &cells.rings))
    }

    /// `None` without a row on the territory.
    pub(super) fn read(&self, rings: &Rings, settings: Settings) -> Option<Reading> {
        let [own, ..] = rings;
        let Survey { source, year, version, mask } = self.wave;
        (own.cells > 0).then(|| {
            let posterior = posterior::posterior(rings, mask, self.cut, settings);
            Reading {
                source,
                year,
                fap_version: version,
                tally: own.tally(mask, settings.effective_share),
                posterior,
                status: posterior::status(own, &posterior, settings),
                grade: posterior::grade(own, &posterior, mask, settings),
            }
        })
    }

    pub(super) fn occupation(&self, code: Fap, settings: Settings) -> Option<Reading> {
        self.read(&self.folded.occupations.get(&code)?.rings, settings)
    }

    /// Status and grade of what [`Year::read`] reads, and no more: many times cheaper.
    pub(super) fn sign(&self, rings: &Rings, settings: Settings) -> Option<(Status, Grade)> {
        let [own, ..] = rings;
        let mask = self.wave.mask;
        (own.cells > 0).then(|| {
            let found = posterior::bearing(rings, mask, self.cut, settings);
            let grade = own.grade(mask, settings.effective_share);
            (found.status, if found.depends_on_masked { grade.lowered() } else { grade })
        })
    }

    /// Share of difficult projects with its bounds; `None` without a row on the territory.
    pub(super) fn share(&self, rings: &Rings, settings: Settings) -> Option<Share> {
        let [own, ..] = rings;
        (own.cells > 0).then(|| own.tally(self.wave.mask, settings.effective_share).difficult_share)
    }

    pub(super) fn rings(&self, code: Fap) -> Option<&Rings> {
        self.folded.occupations.get(&code).map(|cells| &cells.rings)
    }

    /// Surely not flagged: no project, or own data that say no.
    fn clear_of(&self, code: Fap, settings: Settings) -> bool {
        let sign = self.rings(code).and_then(|rings| self.sign(rings, settings));
        sign.is_none_or(|(status, grade)| match status {
            Status::NoProject => true,
            Status::NotFlagged => grade != Grade::C,
            Status::Flagged | Status::ToCheck | Status::Unread => false,
        })
    }

    /// Sums by what a code or its cells belong to, of all occupations of the file, also those without
    /// a row on the territory; by code, so that sums of decimals are always the same.
    fn sums<'a, K: Ord>(&'a self, of: impl Fn(Fap, &'a Cells) -> Option<K>) -> BTreeMap<K, Rings> {
        let Folded { occupations, elsewhere, .. } = self.folded.as_ref();
        let mut all: Vec<(&Fap, &Cells)> = occupations.iter().chain(elsewhere).collect();
        all.sort_unstable_by_key(|(code, _)| **code);
        let mut totals: BTreeMap<K, Rings> = BTreeMap::new();
        for (code, cells) in all {
            let Some(key) = of(*code, cells) else { continue };
            for (sum, ring) in totals.entry(key).or_default().iter_mut().zip(&cells.rings) {
                *sum = sum.plus(ring);
            }
        }
        totals
    }
}

/// Settings of the comparison; defaults and sources in `assets/params/method.ron`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Bridge {
    /// Least part that two codes must hold of each other.
    pub passage_minimum: f64,
    /// Largest change of a share still called stable.
    pub margin: f64,
}

/// Series of the years up to `current`, which is among them, and the change of each occupation.
pub(super) fn series(
    years: &[Year],
    current: u16,
    settings: Settings,
    bridge: Bridge,
    reference: &Reference,
) -> (Series, BTreeMap<Fap, Change>) {
    let years: Vec<&Year> = years.iter().filter(|year| year.wave.year <= current).collect();
    let Some((last, past)) = years.split_last() else { return Default::default() };
    let groups: Vec<Passage> =
        reference.passages(FapLevel::Group, last.wave.version, bridge.passage_minimum);
    let mut tracks = families(&years, last, settings, bridge);
    let present: BTreeSet<Fap> =
        last.present().filter_map(|(code, _)| code.ancestor(FapLevel::Group)).collect();
    let by_group: Vec<BTreeMap<Fap, Rings>> =
        years.iter().map(|year| year.sums(|fap, _| fap.ancestor(FapLevel::Group))).collect();
    for group in present {
        let passage = groups.iter().find(|passage| passage.from == group).copied();
        let readings = |(year, sums): (&&Year, &BTreeMap<Fap, Rings>)| {
            let code = if year.wave.version == group.version { group } else { passage?.to };
            year.read(sums.get(&code)?, settings)
        };
        let readings: Vec<Reading> = years.iter().zip(&by_group).filter_map(readings).collect();
        let crosses = readings.iter().any(|reading| reading.fap_version != group.version);
        let label = reference.fap_label(group).unwrap_or_default().to_owned();
        tracks.push(Track {
            passage: passage.filter(|_| crosses),
            ..track(Subject::Group(group), label, readings, bridge.margin)
        });
    }
    let before = years.iter().rev().nth(1);
    let moves = before.map(|before| moves(before, last, settings, bridge, reference));
    // Only years of another edition came before.
    let mut earlier = years.iter().rev().skip(1).map(|year| year.wave.version).peekable();
    let cut = earlier.peek().is_some() && earlier.all(|version| version != last.wave.version);
    let mut occupations = BTreeMap::new();
    let mut changes = BTreeMap::new();
    for (code, rings) in last.present() {
        let Some(after) = last.read(rings, settings) else { continue };
        let past = past.iter().filter(|year| year.wave.version == last.wave.version);
        let mut readings: Vec<Reading> =
            past.filter_map(|year| year.occupation(code, settings)).collect();
        let before = readings.last().copied();
        let trend = match &before {
            None if cut => Trend::Broken,
            _ => change(before.as_ref(), &after, bridge.margin),
        };
        changes.insert(code, Change { trend, before });
        if before.is_some() {
            readings.push(after);
            occupations.insert(code, readings);
        }
    }
    (Series { tracks, moves, occupations, borders: Vec::new() }, changes)
}

fn change(before: Option<&Reading>, after: &Reading, margin: f64) -> Trend {
    before.map_or(Trend::Alone, |before| {
        trend((&before.posterior, before.grade), (&after.posterior, after.grade), margin)
    })
}

fn track(subject: Subject, label: String, readings: Vec<Reading>, margin: f64) -> Track {
    let pairs = readings.iter().zip(readings.iter().skip(1));
    let breaks = pairs
        .filter(|(a, b)| a.fap_version != b.fap_version)
        .map(|(a, b)| (a.year, b.year))
        .collect();
    let before = readings.iter().rev().nth(1);
    let trend = readings.last().map_or(Trend::Alone, |after| change(before, after, margin));
    Track { subject, label, readings, trend, passage: None, breaks }
}

fn families<'a>(years: &[&'a Year], last: &Year, settings: Settings, bridge: Bridge) -> Vec<Track> {
    let families = last.folded.occupations.values().filter_map(|cells| cells.family.as_ref());
    let letters: BTreeMap<&str, &str> =
        families.map(|(letter, label)| (letter.as_str(), label.as_str())).collect();
    let of_family = |cells: &'a Cells| Some(cells.family.as_ref()?.0.as_str());
    let by_family: Vec<BTreeMap<&str, Rings>> =
        years.iter().map(|year| year.sums(|_, cells| of_family(cells))).collect();
    let one = |(letter, label): (&str, &str)| {
        let reading =
            |(year, sums): (&&Year, &BTreeMap<&str, Rings>)| year.read(sums.get(letter)?, settings);
        let readings = years.iter().zip(&by_family).filter_map(reading).collect();
        let subject = Subject::Family(letter.to_owned());
        track(subject, rings::tidy(label), readings, bridge.margin)
    };
    letters.into_iter().map(one).collect()
}

/// Entries and exits of the flags by evidence between two years.
fn moves(
    before: &Year,
    after: &Year,
    settings: Settings,
    bridge: Bridge,
    reference: &Reference,
) -> Moves {
    let across = before.wave.version != after.wave.version;
    let flagged = |year: &Year| -> BTreeSet<Fap> {
        year.present()
            .filter(|(_, rings)| {
                let sign = year.sign(rings, settings);
                sign.is_some_and(|(status, grade)| status.is_flagged() && grade != Grade::C)
            })
            .map(|(code, _)| code)
            .collect()
    };
    let (old, new) = (flagged(before), flagged(after));
    let passages = if across {
        reference.passages(FapLevel::Occupation, before.wave.version, bridge.passage_minimum)
    } else {
        Vec::new()
    };
    let mut moves = Vec::new();
    for code in &old {
        let passage = passages.iter().find(|passage| passage.from == *code).copied();
        let now = if across { passage.map(|passage| passage.to) } else { Some(*code) };
        let kind = match now {
            None => MoveKind::NotComparable,
            Some(now) if new.contains(&now) => MoveKind::Kept,
            Some(now) if after.clear_of(now, settings) => MoveKind::Exit,
            Some(_) => MoveKind::Unsure,
        };
        moves.push(Move { before: Some(*code), after: now, passage, kind });
    }
    for code in &new {
        let passage = passages.iter().find(|passage| passage.to == *code).copied();
        let then = if across { passage.map(|passage| passage.from) } else { Some(*code) };
        match then {
            None => moves.push(Move {
                before: None,
                after: Some(*code),
                passage,
                kind: MoveKind::NotComparable,
            }),
            Some(then) if old.contains(&then) => {}
            Some(then) => {
                let entry = before.clear_of(then, settings);
                moves.push(Move {
                    before: Some(then),
                    after: Some(*code),
                    passage,
                    kind: if entry { MoveKind::Entry } else { MoveKind::Unsure },
                });
            }
        }
    }
    moves.sort_by_key(|one| (one.kind, one.after, one.before));
    Moves { before: before.wave.year, after: after.wave.year, across, moves }
}

#[cfg(test)]
mod tests;
