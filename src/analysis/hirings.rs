//! Hirings by ROME × NAF of the whole country: how the hires of an occupation are spread over
//! sectors. One reading, for sectors and for couples of occupations; two vintages are never added
//! up, since a hire would count twice.

use crate::analysis::inputs::year_in;
use crate::analysis::results::Note;
use crate::model::{Fap, Kind, Naf, Rome};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::Table;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Hires of one vintage.
#[derive(Clone, Debug, PartialEq)]
pub struct Hirings {
    pub source: usize,
    /// As the file or its name says.
    pub year: Option<u16>,
    /// Files of other vintages, which do not count.
    pub left: Vec<usize>,
    /// By ROME v3 card and section of NAF.
    by_card: BTreeMap<Rome, BTreeMap<char, f64>>,
}

impl Hirings {
    /// Of several files, that of the year asked for, else the latest; of two of one year, the
    /// first. `None` without such a file.
    pub fn new(
        inputs: &[Arc<ReadTable>],
        reference: &Reference,
        asked: Option<u16>,
    ) -> Option<Self> {
        let found = inputs.iter().enumerate().filter_map(|(source, input)| {
            match (input.kind, &input.table) {
                (Kind::RomeNafHirings, Table::Nomenclature(list)) => {
                    Some((source, input.vintage.or_else(|| year_in(&input.file)), list))
                }
                _ => None,
            }
        });
        let found: Vec<_> = found.collect();
        let wanted = |year: Option<u16>| asked.is_some() && year == asked;
        let (source, year, list) = found
            .iter()
            .max_by_key(|(source, year, _)| (wanted(*year), *year, Reverse(*source)))
            .copied()?;
        let mut by_card: BTreeMap<Rome, BTreeMap<char, f64>> = BTreeMap::new();
        for row in list.rows() {
            let rome = Rome::new(row.code).ok().and_then(|rome| reference.rome_v3(rome));
            let section = Naf::new(row.target).ok().and_then(|naf| naf.section());
            let (Some(rome), Some(section)) = (rome, section) else { continue };
            let Ok(number) = row.qualifier.parse::<f64>() else { continue };
            *by_card.entry(rome).or_default().entry(section).or_default() += number;
        }
        let others = found.iter().map(|(other, ..)| *other);
        Some(Self {
            source,
            year,
            left: others.filter(|other| *other != source).collect(),
            by_card,
        })
    }

    /// Share of each section in the hires of an occupation, 0–1, adding up to 1; empty without
    /// any. A card counts for the part of it that falls in the occupation.
    pub fn spread(&self, occupation: Fap, reference: &Reference) -> BTreeMap<char, f64> {
        let mut sections: BTreeMap<char, f64> = BTreeMap::new();
        for (rome, part) in reference.romes_from_fap(occupation) {
            for (section, number) in self.by_card.get(&rome).into_iter().flatten() {
                *sections.entry(*section).or_default() += part * number;
            }
        }
        let total: f64 = sections.values().sum();
        if total <= 0.0 {
            return BTreeMap::new();
        }
        let shares = sections.into_iter().map(|(section, number)| (section, number / total));
        shares.filter(|(_, share)| *share > 0.0).collect()
    }

    /// What the reader must know of the files that do not count.
    pub fn notes(&self) -> impl Iterator<Item = Note> {
        let kept = self.source;
        self.left.iter().map(move |left| Note::OtherHirings { kept, left: *left })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use proptest::prelude::*;

    fn table(text: &str) -> Arc<ReadTable> {
        let reference = Reference::embedded().unwrap();
        let found = read("x.csv", text.as_bytes(), &reference, Control::none()).unwrap().remove(0);
        assert_eq!(found.kind, Kind::RomeNafHirings, "{:?}", found.reasons);
        Arc::new(found)
    }

    fn shares(rows: &str, occupation: &str) -> Vec<(char, f64)> {
        let reference = Reference::embedded().unwrap();
        let text = format!("rome_id,rome_label,naf_id,naf_label,hirings\n{rows}");
        let hirings = Hirings::new(&[table(&text)], &reference, None).unwrap();
        assert_eq!((hirings.source, hirings.year, hirings.left.len()), (0, None, 0));
        hirings.spread(occupation.parse().unwrap(), &reference).into_iter().collect()
    }

    /// Two vintages are never added up: the latest counts, or that of the year asked for.
    #[test]
    fn one_vintage_counts() {
        let reference = Reference::embedded().unwrap();
        let named = |name: &str, naf: &str| {
            let text = format!("rome_id,rome_label,naf_id,naf_label,hirings\nJ1501,a,{naf},b,10\n");
            let read = read(name, text.as_bytes(), &reference, Control::none()).unwrap().remove(0);
            Arc::new(read)
        };
        let inputs = [
            named("rome_naf_2021.csv", "8610Z"),
            named("rome_naf_2023.csv", "7820Z"),
            named("rome_naf.csv", "4711B"),
        ];
        let ask = |year: Option<u16>| {
            let found = Hirings::new(&inputs, &reference, year).unwrap();
            let sections: Vec<char> =
                found.spread("fap2021:V0X60".parse().unwrap(), &reference).into_keys().collect();
            (found.year, sections, found.left)
        };
        assert_eq!(ask(None), (Some(2023), vec!['N'], vec![0, 2]));
        assert_eq!(ask(Some(2021)), (Some(2021), vec!['Q'], vec![1, 2]));
        assert_eq!(ask(Some(2019)), (Some(2023), vec!['N'], vec![0, 2]));
    }

    /// J1501 leads to the *aides-soignants* alone: 30 of its 40 hires in health.
    #[test]
    fn hires_are_put_together_by_section() {
        let rows = "J1501,Soins,8610Z,Hôpital,20\nJ1501,Soins,8810A,Aide,10\nJ1501,Soins,7820Z,Intérim,10\n";
        assert_eq!(shares(rows, "fap2021:V0X60"), [('N', 10.0 / 40.0), ('Q', 30.0 / 40.0)]);
        assert_eq!(shares(rows, "fap2021:S1X20"), []);
    }

    /// A card counts for the part of it that falls in the occupation, by another road.
    #[test]
    fn cards_shared_with_other_occupations_count_in_part() {
        let reference = Reference::embedded().unwrap();
        let occupation: Fap = "fap2021:S1X20".parse().unwrap();
        let cards = reference.romes_from_fap(occupation);
        assert!(cards.len() > 1);
        let activity = ["5610A", "8610Z"];
        let rows: String = cards
            .iter()
            .zip(activity.iter().cycle())
            .map(|((rome, _), naf)| format!("{rome},x,{naf},y,100\n"))
            .collect::<Vec<_>>()
            .concat();
        let of = |letter: usize| -> f64 {
            cards.iter().skip(letter).step_by(2).map(|(_, share)| share).sum()
        };
        let found = shares(&rows, "fap2021:S1X20");
        let expected = of(0) / (of(0) + of(1));
        assert_eq!(found[0].0, 'I');
        assert!((found[0].1 - expected).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn shares_add_up_to_one(hirings in prop::collection::vec(1_u32..5_000, 1..6)) {
            let codes = ["8610Z", "7820Z", "4711B", "5610A", "8411Z", "0121Z"];
            let rows: String = codes
                .iter()
                .zip(&hirings)
                .map(|(naf, number)| format!("J1501,Soins,{naf},x,{number}\n"))
                .collect::<Vec<_>>()
                .concat();
            let total: f64 = shares(&rows, "fap2021:V0X60").iter().map(|(_, share)| share).sum();
            prop_assert!((total - 1.0).abs() < 1e-12);
        }
    }
}
