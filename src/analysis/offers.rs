//! Job offers of all loaded lists, each once, and what each list says of time.
//!
//! An offer is told by its identifier and its origin; beyond that, two origins that post the same
//! work of the same employer are one offer, and what was put together is kept with its reason.
//! A list of the new offers of a period is a flow, a picture of the open offers a stock: they are
//! never added up, and only a flow is set against registrations (`method.md` §1.2).

use crate::analysis::own::{inside, occupation};
use crate::analysis::results::Note;
use crate::analysis::titles::Titles;
use crate::model::{Date, Fap, FapVersion, Naf, Rome, Territory, fold};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::job_offer::{JobOffers, Row};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use strsim::sorensen_dice;

/// What a list of offers is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nature {
    /// The offers created in a period, whatever became of them.
    Flow,
    /// The offers open on a day.
    Stock,
    Unknown,
}

impl Nature {
    pub const ALL: [Self; 3] = [Self::Flow, Self::Stock, Self::Unknown];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Flow => "flow",
            Self::Stock => "stock",
            Self::Unknown => "unknown",
        }
    }
}

/// One loaded list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List {
    pub source: usize,
    pub nature: Nature,
    /// The list says so itself; else its statuses and closing days do.
    pub said: bool,
    /// Offers of the territory that count, duplicates left out.
    pub offers: u32,
}

/// Why two rows are one offer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sameness {
    /// The same identifier of the same origin.
    Identifier,
    /// Same employer, card and commune; days between the two, likeness of the titles, 0–1.
    Likeness { by_siret: bool, days: u32, title: f64 },
}

/// A row that counts, and one that does not since it is the same offer: source and row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    pub kept: (usize, u32),
    pub left: (usize, u32),
    pub sameness: Sameness,
}

/// What makes two offers of two origins one; dated parameters, choices of ours.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Most days between the two creations.
    pub days: u32,
    /// Least likeness of the titles, 0–1.
    pub title: f64,
}

/// An offer that counts.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    pub source: usize,
    pub nature: Nature,
    pub created: Option<Date>,
    pub department: Option<Territory>,
    /// Lies in the territory.
    pub here: bool,
    pub occupation: Option<Fap>,
    /// Without a code: its title tells the occupation.
    pub by_title: bool,
    /// Section of NAF.
    pub section: Option<char>,
    pub posts: f64,
}

/// The offers of all lists.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lists {
    pub offers: Vec<Offer>,
    pub lists: Vec<List>,
    /// Of the territory, by place of the row that counts.
    pub merged: Vec<Merge>,
}

impl Lists {
    pub fn new(
        inputs: &[Arc<ReadTable>],
        territory: Territory,
        version: FapVersion,
        reference: &Reference,
        rule: Rule,
    ) -> Self {
        let mut found = Self::default();
        let rows: Vec<(usize, Row<'_>)> = tables(inputs)
            .flat_map(|(source, table)| table.rows().map(move |row| (source, row)))
            .collect();
        let merged = same_offers(&rows, reference, rule);
        let left: BTreeMap<(usize, u32), usize> =
            merged.iter().enumerate().map(|(place, one)| (one.left, place)).collect();
        let mut natures: BTreeMap<usize, (Nature, bool)> = BTreeMap::new();
        for (source, table) in tables(inputs) {
            let (nature, said) = nature(table);
            natures.insert(source, (nature, said));
            found.lists.push(List { source, nature, said, offers: 0 });
        }
        // Only registrations look at offers of elsewhere.
        let seekers = inputs.iter().any(|input| matches!(input.table, Table::JobSeekers(_)));
        let mut titles = Titles::default();
        let mut here_left: BTreeSet<usize> = BTreeSet::new();
        for (source, row) in &rows {
            let here = inside(row.commune, "", row.department, territory, reference);
            if let Some(place) = left.get(&(*source, row.row)) {
                if here {
                    here_left.insert(*place);
                }
                continue;
            }
            let coded = |rome: &str| {
                occupation(version, row.fap, row.fap_year, rome, row.qualification, reference)
            };
            let mut occupation = coded(row.rome);
            // A code that leads nowhere is not replaced by a guess.
            let uncoded = row.rome.is_empty() && row.fap.is_empty() && (here || seekers);
            let mut by_title = false;
            if occupation.is_none() && uncoded {
                occupation = titles.rome(row.title).and_then(|rome| coded(rome.as_str()));
                by_title = occupation.is_some();
            }
            let given = Territory::department(row.department).ok();
            found.offers.push(Offer {
                source: *source,
                nature: natures.get(source).map_or(Nature::Unknown, |(nature, _)| *nature),
                created: day(row),
                department: given.or_else(|| reference.department_from_commune(row.commune)),
                here,
                occupation,
                by_title,
                section: Naf::new(row.naf).ok().and_then(|naf| naf.section()),
                posts: row.posts.unwrap_or(1.0),
            });
        }
        for list in &mut found.lists {
            let own = found.offers.iter().filter(|one| one.here && one.source == list.source);
            list.offers = count(own.count());
        }
        let merged = merged.into_iter().enumerate();
        found.merged =
            merged.filter(|(place, _)| here_left.contains(place)).map(|(_, one)| one).collect();
        found
    }

    /// The nature whose offers are counted on the territory: never two together. A flow before a
    /// stock, a stock before a list that does not tell. `None` without an offer there.
    pub fn counted(&self) -> Option<Nature> {
        self.lists.iter().filter(|list| list.offers > 0).map(|list| list.nature).min()
    }

    /// What the reader must know of how lists were put together.
    pub fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        let alike = |one: &&Merge| matches!(one.sameness, Sameness::Likeness { .. });
        let likes = count(self.merged.iter().filter(alike).count());
        let repeated = count(self.merged.len()) - likes;
        if repeated > 0 {
            notes.push(Note::RepeatedOffers { count: repeated });
        }
        if likes > 0 {
            notes.push(Note::LikeOffers { count: likes });
        }
        let counted = self.counted();
        for list in self.lists.iter().filter(|list| list.offers > 0) {
            if list.nature != Nature::Flow {
                let (source, nature) = (list.source, list.nature);
                notes.push(Note::OffersNotAFlow { source, nature });
            }
            if Some(list.nature) != counted {
                notes.push(Note::OffersApart { source: list.source, count: list.offers });
            }
        }
        notes
    }
}

fn tables(inputs: &[Arc<ReadTable>]) -> impl Iterator<Item = (usize, &JobOffers)> {
    inputs.iter().enumerate().filter_map(|(source, input)| match &input.table {
        Table::JobOffers(table) => Some((source, table)),
        _ => None,
    })
}

fn count(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(u32::MAX)
}

fn day(row: &Row<'_>) -> Option<Date> {
    row.created.get(..10).and_then(|day| day.parse().ok())
}

/// What a list is of, and whether it says so itself. A list that keeps offers once they are
/// closed follows those of a period; one with nothing but open offers is a picture of a day.
fn nature(table: &JobOffers) -> (Nature, bool) {
    let mut said: BTreeSet<&str> = BTreeSet::new();
    let (mut closed, mut open, mut all) = (false, 0, 0);
    for row in table.rows() {
        all += 1;
        said.insert(row.nature);
        closed |=
            !row.closed.is_empty() || matches!(row.status, "pourvue" | "annulée" | "abandonnée");
        open += u32::from(row.status == "ouverte");
    }
    match said.iter().copied().collect::<Vec<_>>().as_slice() {
        ["flux"] => return (Nature::Flow, true),
        ["stock"] => return (Nature::Stock, true),
        [] | [""] => {}
        // Rows of both, or rows that do not say.
        _ => return (Nature::Unknown, true),
    }
    match (closed, open == all && all > 0) {
        (true, _) => (Nature::Flow, false),
        (false, true) => (Nature::Stock, false),
        (false, false) => (Nature::Unknown, false),
    }
}

/// Letters and digits of a title, without « H/F ».
fn bare(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !matches!(*word, "" | "h" | "f" | "hf" | "fh"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Where an offer comes from: its stated origin, else its file.
fn origin(source: usize, row: &Row<'_>) -> String {
    if row.source.is_empty() { format!("\u{0}{source}") } else { row.source.to_lowercase() }
}

/// A kept offer that others may be the same as.
struct Kept {
    place: usize,
    origin: String,
    created: Date,
    title: String,
    /// Origins that it already stands for: two offers of one origin are two.
    stands_for: BTreeSet<String>,
}

/// An employer known by its mark, a card and a commune.
type Key<'a> = (bool, &'a str, Rome, &'a str);

/// Which rows are the same offer as an earlier one, in their order.
fn same_offers(rows: &[(usize, Row<'_>)], reference: &Reference, rule: Rule) -> Vec<Merge> {
    let mut merged = Vec::new();
    let mut known: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let mut kept: Vec<Kept> = Vec::new();
    let mut by_employer: BTreeMap<Key<'_>, Vec<usize>> = BTreeMap::new();
    let at = |place: usize| rows.get(place).map(|(source, row)| (*source, row.row));
    for (place, (source, row)) in rows.iter().enumerate() {
        let own = (*source, row.row);
        // Without an origin the identifier is a row number of its own file.
        if !row.source.is_empty() {
            let first = *known.entry((row.id, row.source.to_lowercase())).or_insert(place);
            if let Some(first) = at(first).filter(|first| first.0 != *source) {
                merged.push(Merge { kept: first, left: own, sameness: Sameness::Identifier });
                continue;
            }
        }
        let rome = Rome::new(row.rome).ok().and_then(|rome| reference.rome_v3(rome));
        let (Some(rome), Some(created)) = (rome, day(row)) else { continue };
        let marks = [(true, row.siret), (false, row.employer)];
        let keys: Vec<Key<'_>> = marks
            .into_iter()
            .filter(|(_, mark)| !mark.is_empty() && !row.commune.is_empty())
            .map(|(by_siret, mark)| (by_siret, mark, rome, row.commune))
            .collect();
        if keys.is_empty() {
            continue;
        }
        let (origin, title) = (origin(*source, row), bare(row.title));
        let mut best: Option<(u32, f64, usize, bool)> = None;
        for key in &keys {
            for other in by_employer.get(key).into_iter().flatten() {
                let Some(one) = kept.get(*other) else { continue };
                if one.origin == origin || one.stands_for.contains(&origin) {
                    continue;
                }
                let days = one.created.ordinal().abs_diff(created.ordinal());
                let days = u32::try_from(days).unwrap_or(u32::MAX);
                let likeness = sorensen_dice(&one.title, &title);
                let found = (days, likeness, *other, key.0);
                // The nearest in time, then the most alike, then the first.
                let nearer = best
                    .is_none_or(|best| (best.0, -best.1, best.2) > (found.0, -found.1, found.2));
                if days <= rule.days && likeness >= rule.title && nearer {
                    best = Some(found);
                }
            }
        }
        if let Some((days, title, other, by_siret)) = best
            && let Some(one) = kept.get_mut(other)
            && let Some(first) = at(one.place)
        {
            one.stands_for.insert(origin);
            let sameness = Sameness::Likeness { by_siret, days, title };
            merged.push(Merge { kept: first, left: own, sameness });
            continue;
        }
        for key in keys {
            by_employer.entry(key).or_default().push(kept.len());
        }
        let stands_for = BTreeSet::new();
        kept.push(Kept { place, origin, created, title, stands_for });
    }
    merged
}

#[cfg(test)]
mod tests;
