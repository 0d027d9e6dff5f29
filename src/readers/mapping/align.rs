//! Where the columns of a mapping stand in another header. Waves of one form change their years,
//! lose columns and gain some; a column is never taken for another's.

use crate::readers::mapping::{Mapping, is_year, key};
use std::collections::{BTreeMap, BTreeSet};

/// The names of the columns of a header, and what waves have in common in each.
#[derive(Clone, Debug, Default)]
pub struct Header {
    pub names: Vec<String>,
    keys: Vec<String>,
}

impl Header {
    pub fn new(names: Vec<String>) -> Self {
        let keys = names.iter().map(|name| key(name)).collect();
        Self { names, keys }
    }

    pub fn name(&self, place: usize) -> &str {
        self.names.get(place).map_or("", String::as_str)
    }

    fn key(&self, place: usize) -> &str {
        self.keys.get(place).map_or("", String::as_str)
    }

    /// Places of the columns that have a name.
    fn named(&self) -> impl Iterator<Item = usize> {
        let names = self.names.iter().enumerate();
        names.filter(|(_, name)| !name.is_empty()).map(|(place, _)| place)
    }
}

/// The columns of a mapping in a header, no column for two.
pub struct Aligned<'a> {
    places: BTreeMap<&'a str, usize>,
    /// Columns of the form, and what its waves have in common in each.
    known: BTreeSet<&'a str>,
    keys: BTreeSet<String>,
    /// Columns that only the form of the mapping has, and those that only this header has.
    pub apart: usize,
}

impl Aligned<'_> {
    pub fn place(&self, header: &str) -> Option<usize> {
        self.places.get(header).copied()
    }

    /// Columns that the form did not have: none of its own, whatever their years.
    pub fn new_places(&self, header: &Header) -> Vec<usize> {
        let places: BTreeSet<usize> = self.places.values().copied().collect();
        let is_known = |place: &usize| {
            let key = header.key(*place);
            // Words in another alphabet leave no key.
            let told = if key.is_empty() {
                self.known.contains(header.name(*place))
            } else {
                self.keys.contains(key)
            };
            told || places.contains(place)
        };
        header.named().filter(|place| !is_known(place)).collect()
    }
}

pub fn align<'a>(mapping: &'a Mapping, header: &Header) -> Aligned<'a> {
    let seen = mapping.seen.iter().map(String::as_str);
    // A project saved before the whole header was kept knows the columns it uses.
    let known: BTreeSet<&str> =
        seen.chain(mapping.headers()).filter(|name| !name.is_empty()).collect();
    let mut alike: BTreeMap<String, (Vec<&str>, Vec<usize>)> = BTreeMap::new();
    for name in &known {
        alike.entry(key(name)).or_default().0.push(name);
    }
    for place in header.named() {
        if let Some((_, places)) = alike.get_mut(header.key(place)) {
            places.push(place);
        }
    }
    let mut places = BTreeMap::new();
    for (key, (names, found)) in &alike {
        places.extend(paired(key, names, found, header));
    }
    let apart = known.len() + header.named().count() - 2 * places.len();
    let keys = alike.into_keys().collect();
    Aligned { places, known, keys, apart }
}

/// Names and places that differ by their years at most, one for one.
fn paired<'a>(
    key: &str,
    names: &[&'a str],
    found: &[usize],
    header: &Header,
) -> Vec<(&'a str, usize)> {
    let exact = |name: &&'a str| {
        let place = found.iter().copied().find(|place| header.name(*place) == *name)?;
        Some((*name, place))
    };
    if let Some(all) = names.iter().map(exact).collect() {
        return all;
    }
    let before = by_years(names.iter().map(|name| (years(name), *name)));
    let now = by_years(found.iter().map(|place| (years(header.name(*place)), *place)));
    // Words in another alphabet leave no key.
    if let (Some(before), Some(now), false) = (before, now, key.is_empty())
        && before.len() == now.len()
        && (before.len() == 1 || before.iter().zip(&now).all(|((a, _), (b, _))| a.len() == b.len()))
    {
        // « 2024, 2025 » of one wave are « 2025, 2026 » of the next, in this order.
        return before.into_iter().zip(now).map(|((_, name), (_, place))| (name, place)).collect();
    }
    // Which year is which cannot be told; a name without one is itself.
    names.iter().filter(|name| years(name).is_empty()).filter_map(exact).collect()
}

/// In the order of their years; `None` when two have the same.
fn by_years<T>(things: impl Iterator<Item = (Vec<u16>, T)>) -> Option<Vec<(Vec<u16>, T)>> {
    let mut things: Vec<_> = things.collect();
    things.sort_by(|(a, _), (b, _)| a.cmp(b));
    let same = things.windows(2).any(|pair| match pair {
        [(a, _), (b, _)] => a == b,
        _ => false,
    });
    (!same).then_some(things)
}

fn years(header: &str) -> Vec<u16> {
    let words = header.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| is_year(word)).filter_map(|word| word.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    /// « known → here », by name; what is not told stands nowhere.
    fn check(known: &str, here: &str, expect: &[(&str, &str)]) {
        let list = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
        let mapping = Mapping {
            confirmed_on: String::new(),
            kind: Kind::JobOffers,
            two_rows: false,
            fields: Vec::new(),
            questions: Vec::new(),
            seen: list(known),
            none: Vec::new(),
        };
        let header = Header::new(list(here));
        let aligned = align(&mapping, &header);
        let found: Vec<(&str, &str)> = mapping
            .seen
            .iter()
            .filter_map(|name| Some((name.as_str(), header.name(aligned.place(name)?))))
            .collect();
        assert_eq!(found, expect, "{known} in {here}");
    }

    #[test]
    fn years_move_together_or_not_at_all() {
        check(
            "Nom|Effectif 2025",
            "effectif 2026|NOM",
            &[("Nom", "NOM"), ("Effectif 2025", "effectif 2026")],
        );
        check("E 2024|E 2025", "E 2026|E 2025", &[("E 2024", "E 2025"), ("E 2025", "E 2026")]);
        // A year of reference stays.
        check("E 2019|E 2025", "E 2019|E 2026", &[("E 2019", "E 2019"), ("E 2025", "E 2026")]);
        check("E|E 2025", "E 2026|E", &[("E", "E"), ("E 2025", "E 2026")]);
        // The very same names, and one more.
        check(
            "E 2024|E 2025",
            "E 2023|E 2024|E 2025",
            &[("E 2024", "E 2024"), ("E 2025", "E 2025")],
        );
        check("E 2024|E 2025", "E 2025|E 2026|E 2027", &[]);
        check("E 2024|E 2025", "E 2025", &[]);
        check("E 2025", "E 2026|E 2027", &[]);
        check("É 2024-2025", "E 2025-2026", &[("É 2024-2025", "E 2025-2026")]);
    }

    #[test]
    fn names_alike_are_not_each_other() {
        check("Précisez|PRÉCISEZ", "Précisez|precisez", &[("Précisez", "Précisez")]);
        check("数|量", "量|名", &[("量", "量")]);
        check("数", "名", &[]);
    }
}
