//! What the columns of a sheet hold: seen once, for all the fields that each may fill.

use crate::readers::coerce::{is_missing, number};
use crate::readers::fields::{self, Content};
use crate::readers::mapping::heading::{common_part, own_part};
use crate::readers::mapping::value::{Recodes, read_as, tick};
use crate::readers::mapping::{Header, KINDS, Manner, key, reading_of};
use crate::readers::sheet::Row;
use std::collections::BTreeMap;

/// Different values of a column that are looked at.
const VALUES: usize = 60;
/// Cells of a sheet that are looked at, and its rows at least.
const CELLS: usize = 400_000;
const ROWS: usize = 20;
/// Bytes beyond which a cell is words, whatever they begin with.
const LONGEST: usize = 100;

/// A normalised name and its pairs of letters, in order.
#[derive(Clone, Debug, Default)]
pub struct Word {
    pub text: String,
    pairs: Vec<(u8, u8)>,
}

impl Word {
    pub fn new(text: String) -> Self {
        let bytes = text.as_bytes();
        let mut pairs: Vec<_> = bytes.iter().copied().zip(bytes.iter().copied().skip(1)).collect();
        pairs.sort_unstable();
        Self { text, pairs }
    }

    /// The most that [`Word::alike`] can be, which its length tells.
    pub fn at_most(&self, other: &Self) -> f64 {
        share_of(2 * self.pairs.len().min(other.pairs.len()), self.pairs.len() + other.pairs.len())
    }

    /// Dice's coefficient: twice the pairs in common over all pairs.
    pub fn alike(&self, other: &Self) -> f64 {
        let (mut a, mut b) = (self.pairs.iter().peekable(), other.pairs.iter().peekable());
        let mut common = 0;
        while let (Some(left), Some(right)) = (a.peek(), b.peek()) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => _ = a.next(),
                std::cmp::Ordering::Greater => _ = b.next(),
                std::cmp::Ordering::Equal => {
                    common += 2;
                    _ = (a.next(), b.next());
                }
            }
        }
        share_of(common, self.pairs.len() + other.pairs.len())
    }
}

#[expect(clippy::cast_precision_loss, reason = "cells and letters looked at: a few hundred")]
fn share_of(part: usize, all: usize) -> f64 {
    if all == 0 { 0.0 } else { part as f64 / all as f64 }
}

/// A different value and in how many cells it stands.
pub type Seen = (String, usize);

/// One column, as far as it was looked at.
#[derive(Debug)]
pub struct Column {
    pub header: String,
    /// Its header without years; what is its own of it.
    pub name: Word,
    pub own: Word,
    /// Its first different values; a mark of a missing value is none.
    pub values: Vec<Seen>,
    /// No value comes twice.
    pub all_differ: bool,
    /// By content, the share of its cells that are of it; `None` when they cannot be read alike.
    shares: Vec<(Content, Option<f64>)>,
}

impl Column {
    /// Nothing but fourteen digits, written together or in groups.
    pub fn is_of_sirets(&self) -> bool {
        let is_siret = |value: &str| {
            let mut count = 0;
            let letters = value.chars().filter(|letter| !letter.is_whitespace());
            letters.inspect(|_| count += 1).all(|letter| letter.is_ascii_digit()) && count == 14
        };
        !self.values.is_empty() && self.values.iter().all(|(value, _)| is_siret(value))
    }

    /// Its header says money: its numbers are no codes.
    pub fn is_amount(&self) -> bool {
        let says = ["prix", "cout", "montant", "tarif", "frais", "euro"];
        self.header.contains('€') || says.iter().any(|word| self.name.text.contains(word))
    }

    fn new(header: &str, rows: &[Row], place: usize, contents: &[Content]) -> Self {
        let mut places: BTreeMap<&str, Option<usize>> = BTreeMap::new();
        let mut values: Vec<Seen> = Vec::new();
        let mut all_differ = true;
        for cell in rows.iter().filter_map(|(_, cells)| cells.get(place)) {
            let cell = cell.trim();
            if let Some(known) = places.get(cell) {
                let seen = known.and_then(|place| values.get_mut(place));
                all_differ &= known.is_none() && is_missing(cell);
                if let Some((_, count)) = seen {
                    *count += 1;
                }
                continue;
            }
            let kept = (values.len() < VALUES && !is_missing(cell)).then_some(values.len());
            places.insert(cell, kept);
            if kept.is_some() {
                values.push((cell.to_owned(), 1));
            }
        }
        let share = |content: &Content| (*content, share(*content, &values));
        let shares = contents.iter().map(share).collect();
        let (name, own) = (Word::new(key(header)), Word::new(key(own_part(header))));
        Self { header: header.to_owned(), name, own, values, all_differ, shares }
    }

    pub const fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The share of its cells that are of a content; 1 when there is none; `None` when they are
    /// written in two manners that exclude each other.
    pub fn share(&self, content: Content) -> Option<f64> {
        let found = self.shares.iter().find(|(known, _)| *known == content);
        found.map_or_else(|| share(content, &self.values), |(_, share)| *share)
    }

    fn is_ticked(&self) -> bool {
        let own = own_part(&self.header);
        self.values.iter().all(|(value, _)| tick(value, own).is_ok())
    }
}

fn share(content: Content, values: &[Seen]) -> Option<f64> {
    if content == Content::Rate && is_mixed(values) {
        return None;
    }
    if values.is_empty() || content.is_free() {
        return Some(1.0);
    }
    let manner = reading_of(content, values);
    let held = |(value, _): &&Seen| value.len() <= LONGEST && fits(content, manner, value);
    let count = |(_, count): &Seen| *count;
    Some(share_of(values.iter().filter(held).map(count).sum(), values.iter().map(count).sum()))
}

/// Whether a cell is of a content when it is read in a manner.
fn fits(content: Content, manner: Manner, cell: &str) -> bool {
    match manner {
        Manner::Percent
        | Manner::DecimalComma
        | Manner::DecimalPoint
        | Manner::DayFirst
        | Manner::MonthFirst => {
            let read = read_as(manner, cell, &Recodes::default());
            read.is_ok_and(|value| content.fits(&value.into_cell()))
        }
        _ => content.fits(cell),
    }
}

/// Bare shares and bare percent in one column: 0,85 is 85 % or less than one, nobody can tell.
fn is_mixed(values: &[Seen]) -> bool {
    let bare = || values.iter().filter_map(|(value, _)| number(value).ok().flatten());
    bare().any(|value| value > 1.0) && bare().any(|value| value > 0.0 && value < 1.0)
}

/// The columns under a header and what they hold.
#[derive(Debug, Default)]
pub struct Held {
    pub header: Header,
    /// Those that have a name, in order.
    pub columns: Vec<Column>,
    /// Columns under the same words, each ticked or empty: one question with several answers.
    pub groups: Vec<(String, Vec<String>)>,
}

impl Held {
    pub fn of(names: &[String], rows: &[Row]) -> Self {
        let looked_at = (CELLS / names.len().max(1)).max(ROWS);
        let rows = rows.get(..looked_at.min(rows.len())).unwrap_or_default();
        let mut contents: Vec<Content> = Vec::new();
        for spec in KINDS.into_iter().flat_map(fields::of) {
            if !contents.contains(&spec.content) {
                contents.push(spec.content);
            }
        }
        let with_name = names.iter().enumerate().filter(|(_, name)| !name.is_empty());
        let columns: Vec<Column> =
            with_name.map(|(place, name)| Column::new(name, rows, place, &contents)).collect();
        let mut groups: Vec<(String, Vec<String>)> = Vec::new();
        for column in columns.iter().filter(|column| column.is_ticked()) {
            let Some(common) = common_part(&column.header) else { continue };
            match groups.last_mut() {
                Some((last, columns)) if last == common => columns.push(column.header.clone()),
                _ => groups.push((common.to_owned(), vec![column.header.clone()])),
            }
        }
        groups.retain(|(_, columns)| columns.len() > 1);
        Self { header: Header::new(names.to_vec()), columns, groups }
    }

    pub fn column(&self, header: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.header == header)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held(names: &str, lines: &[&str]) -> Held {
        let list = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
        let rows: Vec<Row> = (2..).zip(lines.iter().map(|line| list(line))).collect();
        Held::of(&list(names), &rows)
    }

    #[test]
    fn values_are_counted_once_each() {
        let held = held("A||B", &["x|1|2", "x||NC", "y||NC", "| |3"]);
        let [a, b] = held.columns.as_slice() else { panic!() };
        assert_eq!(a.values, [("x".to_owned(), 2), ("y".to_owned(), 1)]);
        assert!(!a.all_differ && b.all_differ, "two unknowns are not the same value");
        let many: Vec<String> = (0..200).map(|row| format!("{}", row % 100)).collect();
        let lines: Vec<&str> = many.iter().map(String::as_str).collect();
        let column = &self::held("A", &lines).columns[0];
        assert_eq!((column.values.len(), column.all_differ), (VALUES, false));
        assert!(column.values.iter().all(|(_, count)| *count == 2));
        let lines: Vec<&str> = many.iter().take(100).map(String::as_str).collect();
        assert!(self::held("A", &lines).columns[0].all_differ);
    }

    #[test]
    fn shares_of_contents() {
        let check = |content: Content, cells: &[&str], expect: Option<f64>| {
            assert_eq!(held("A", cells).columns[0].share(content), expect, "{cells:?}");
        };
        check(Content::Number, &["1", "2", "2", "env. 3"], Some(0.75));
        check(Content::Rate, &["0,85", "0,5"], Some(1.0));
        check(Content::Rate, &["85", "62,5", "0"], Some(1.0));
        check(Content::Rate, &["85 %", "0,5 %"], Some(1.0));
        check(Content::Rate, &["85", "0,85"], None);
        check(Content::Date, &["12/31/2026", "1/2/2026"], Some(1.0));
        check(Content::Date, &["31.12.2026", "1.2.2026"], Some(1.0));
        check(Content::Date, &["", "NC"], Some(1.0));
    }

    #[test]
    fn likeness_is_that_of_pairs() {
        let check = |a: &str, b: &str, expect: f64| {
            let (a, b) = (Word::new(a.to_owned()), Word::new(b.to_owned()));
            assert!((a.alike(&b) - expect).abs() < 1e-12 && a.at_most(&b) >= expect);
            assert!((strsim::sorensen_dice(&a.text, &b.text) - expect).abs() < 1e-12);
        };
        check("night", "nacht", 0.25);
        check("effectif", "effectifs", 14.0 / 15.0);
        check("aaaa", "aa", 0.5);
        check("ab", "cd", 0.0);
    }
}
