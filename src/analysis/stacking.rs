//! Vintages of one kind that are loaded together: whether they make one series, and where it
//! breaks. What is told of the files; no figure is computed here.

use crate::model::Kind;
use crate::readers::ReadTable;
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Codes given as examples.
const EXAMPLES: usize = 5;

/// Two tables of one kind, the earlier first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub kind: Kind,
    /// Places among the inputs.
    pub before: usize,
    pub after: usize,
    pub link: Link,
}

/// What the two make together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// One series, over these periods.
    Stacked { from: String, to: String },
    /// They count other things (categories of job seekers): never one series.
    OtherMeasure { before: String, after: String },
    /// Their occupations are of two editions: a series stops here.
    OtherEdition,
    /// Basins that only one of them has: their borders, or the scope, are not the same.
    OtherBasins { count: usize, examples: String },
    /// Communes that the two put in two basins.
    MovedCommunes { count: usize, examples: String },
    /// They describe the same at two dates: the later one alone is used.
    Replaced,
}

impl Link {
    /// Key of its sentence in the catalogs (`stacking-…`), and identifier in `--json`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Stacked { .. } => "stacked",
            Self::OtherMeasure { .. } => "other-measure",
            Self::OtherEdition => "other-edition",
            Self::OtherBasins { .. } => "other-basins",
            Self::MovedCommunes { .. } => "moved-communes",
            Self::Replaced => "replaced",
        }
    }
}

/// Each two tables of one kind that follow each other, by vintage and else in the order given.
pub fn pairs(inputs: &[Arc<ReadTable>]) -> Vec<Pair> {
    let mut by_kind: BTreeMap<Kind, Vec<usize>> = BTreeMap::new();
    for (place, input) in inputs.iter().enumerate() {
        by_kind.entry(input.kind).or_default().push(place);
    }
    let mut found = Vec::new();
    for (kind, mut places) in by_kind {
        let vintage = |place: &usize| inputs.get(*place).and_then(|input| input.vintage);
        places.sort_by_key(vintage);
        for (before, after) in places.iter().zip(places.iter().skip(1)) {
            let (Some(a), Some(b)) = (inputs.get(*before), inputs.get(*after)) else { continue };
            // Sheets of one workbook, and copies.
            if a.fingerprint == b.fingerprint {
                continue;
            }
            let links = links(a, b).into_iter();
            let pair = |link| Pair { kind, before: *before, after: *after, link };
            found.extend(links.map(pair));
        }
    }
    found
}

fn links(a: &ReadTable, b: &ReadTable) -> Vec<Link> {
    match (&a.table, &b.table) {
        (Table::Communes(_), Table::Communes(_)) if a.kind == Kind::CommuneBasins => {
            moved(&divisions(a), &divisions(b)).into_iter().collect()
        }
        (Table::Register(_), Table::Register(_)) => {
            let dated = a.vintage.is_some() && b.vintage.is_some() && a.vintage != b.vintage;
            dated.then_some(Link::Replaced).into_iter().collect()
        }
        (Table::Series(_) | Table::JobSeekers(_) | Table::BasinTension(_) | Table::Bmo(_), _) => {
            series(a, b)
        }
        _ => Vec::new(),
    }
}

fn series(a: &ReadTable, b: &ReadTable) -> Vec<Link> {
    let (earlier, later) = (Spoken::of(a), Spoken::of(b));
    if let (Some(before), Some(after)) = (earlier.measures.first(), later.measures.first())
        && earlier.measures.is_disjoint(&later.measures)
    {
        let (before, after) = (before.clone(), after.clone());
        return vec![Link::OtherMeasure { before, after }];
    }
    if a.fap_version.is_some() && b.fap_version.is_some() && a.fap_version != b.fap_version {
        return vec![Link::OtherEdition];
    }
    let apart: Vec<&str> = earlier.basins.symmetric_difference(&later.basins).copied().collect();
    // Extracts of two territories complete each other.
    let breaks = (!apart.is_empty() && !earlier.basins.is_disjoint(&later.basins)).then(|| {
        let examples = examples(apart.iter().copied());
        Link::OtherBasins { count: apart.len(), examples }
    });
    let periods: BTreeSet<&String> = earlier.periods.union(&later.periods).collect();
    let stacked = periods.first().zip(periods.last()).map(|(from, to)| {
        let (from, to) = ((*from).clone(), (*to).clone());
        Link::Stacked { from, to }
    });
    stacked.into_iter().chain(breaks).collect()
}

fn examples<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    codes.take(EXAMPLES).collect::<Vec<_>>().join(", ")
}

/// What a table speaks of.
#[derive(Default)]
struct Spoken<'a> {
    measures: BTreeSet<String>,
    periods: BTreeSet<String>,
    basins: BTreeSet<&'a str>,
}

impl<'a> Spoken<'a> {
    fn of(input: &'a ReadTable) -> Self {
        let mut spoken = Self::default();
        let year = |year: Option<f64>| {
            year.map(|year| format!("{year:.0}"))
                .or_else(|| input.vintage.map(|year| year.to_string()))
        };
        match &input.table {
            Table::Series(table) => {
                for row in table.rows() {
                    if !spoken.measures.contains(row.measure) {
                        spoken.measures.insert(row.measure.to_owned());
                    }
                    if !row.period.is_empty() && !spoken.periods.contains(row.period) {
                        spoken.periods.insert(row.period.to_owned());
                    }
                    spoken.basins.extend(row.territory.strip_prefix("be:"));
                }
            }
            Table::JobSeekers(table) => {
                for row in table.rows() {
                    if !spoken.periods.contains(row.period) {
                        spoken.periods.insert(row.period.to_owned());
                    }
                    spoken.basins.extend(row.territory.strip_prefix("be:"));
                }
            }
            Table::BasinTension(table) => {
                for row in table.rows() {
                    spoken.basins.insert(row.basin);
                    spoken.periods.extend(year(row.year));
                }
            }
            Table::Bmo(table) => {
                spoken.periods.extend(year(None));
                spoken.basins.extend(table.rows().map(|row| row.basin));
            }
            _ => {}
        }
        spoken
    }
}

fn divisions(input: &ReadTable) -> BTreeMap<&str, &str> {
    let Table::Communes(table) = &input.table else { return BTreeMap::new() };
    table.rows().map(|row| (row.commune, row.division)).collect()
}

fn moved(a: &BTreeMap<&str, &str>, b: &BTreeMap<&str, &str>) -> Option<Link> {
    let changed = |commune: &&str| b.get(commune).is_some_and(|to| a.get(commune) != Some(to));
    let communes: Vec<&str> = a.keys().copied().filter(changed).collect();
    (!communes.is_empty()).then(|| Link::MovedCommunes {
        count: communes.len(),
        examples: examples(communes.iter().copied()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use crate::reference::Reference;

    fn check(texts: &[&str], expect: &[(&str, usize, usize)]) -> Vec<Pair> {
        let reference = Reference::embedded().unwrap();
        let table = |(place, text): (usize, &&str)| {
            let name = format!("{place}.csv");
            let mut tables = read(&name, text.as_bytes(), &reference, Control::none()).unwrap();
            Arc::new(tables.remove(0))
        };
        let inputs: Vec<_> = texts.iter().enumerate().map(table).collect();
        let found = pairs(&inputs);
        let told: Vec<_> = found.iter().map(|p| (p.link.id(), p.before, p.after)).collect();
        assert_eq!(told, expect, "{texts:?}");
        found
    }

    #[test]
    fn months_of_job_seekers_stack_within_a_category() {
        let of = |title: &str, year: u32| {
            format!("{title};;\nMois;janvier {year};mars {year}\nAurillac;12;13\n")
        };
        let (old, new) = (of("Catégorie A", 2024), of("Catégorie A", 2025));
        let found = check(&[&new, &old], &[("stacked", 1, 0)]);
        let (from, to) = ("2024-01".to_owned(), "2025-03".to_owned());
        assert_eq!(found[0].link, Link::Stacked { from, to });
        let other = of("Catégories A, B, C", 2026);
        check(&[&new, &old, &other], &[("stacked", 1, 0), ("other-measure", 0, 2)]);
        // The same file twice is no series.
        check(&[&new, &new], &[]);
    }

    #[test]
    fn basins_that_one_file_has_break_a_series() {
        let of = |year: u32, basins: &[&str]| {
            let row = |basin: &&str| format!("{year};J1501;{basin};20;30;4\n");
            let rows: String = basins.iter().map(row).collect();
            format!("annee;ROME;cbassin;oee;defm_abc;ind_tension_d\n{rows}")
        };
        let old = of(2021, &["8450", "8451"]);
        check(&[&old, &of(2022, &["8450", "8451"])], &[("stacked", 0, 1)]);
        let wanted = [("stacked", 0, 1), ("other-basins", 0, 1)];
        let found = check(&[&old, &of(2022, &["8450", "8456"])], &wanted);
        let examples = "8451, 8456".to_owned();
        assert_eq!(found[1].link, Link::OtherBasins { count: 2, examples });
        // Extracts of two territories.
        check(&[&old, &of(2021, &["8456"])], &[("stacked", 0, 1)]);
    }

    #[test]
    fn communes_that_moved_are_a_break_of_every_basin() {
        let of = |basin: &str| {
            format!("codgeo;codbe;libbe\n15014;8450;AURILLAC\n15045;{basin};SAINT-FLOUR\n")
        };
        check(&[&of("8451"), &of("8451").replace("FLOUR", "Flour")], &[]);
        let found = check(&[&of("8451"), &of("8450")], &[("moved-communes", 0, 1)]);
        let examples = "15045".to_owned();
        assert_eq!(found[0].link, Link::MovedCommunes { count: 1, examples });
    }

    #[test]
    fn the_later_register_replaces_the_former() {
        let of = |year: u32| {
            format!(
                "strate;section_naf;tranche_effectif;nb_etablissements;source;date_source\n\
                 C10;C;10-19;12;Insee;31/12/{year}\n"
            )
        };
        check(&[&of(2025), &of(2024)], &[("replaced", 1, 0)]);
        check(&[&of(2025), &of(2025).replace(";12;", ";13;")], &[]);
    }
}
