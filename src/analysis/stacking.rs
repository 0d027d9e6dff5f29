//! Files that are loaded together: which make one series and where it breaks, which are set aside
//! for another. What is told of the files; no figure is computed here.

use crate::analysis::employers::frame::{STRATUM, repeated};
use crate::analysis::inputs::{Prepared, prepare};
use crate::analysis::respondents::Twins;
use crate::model::Kind;
use crate::readers::{ReadTable, days};
use crate::tables::{DataFrame, Table};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

/// Codes given as examples.
const EXAMPLES: usize = 5;

/// Two tables of one kind, the earlier or the one used first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub kind: Kind,
    /// Places among the inputs.
    pub before: usize,
    pub after: usize,
    pub link: Link,
}

impl Pair {
    /// The place of the one of the two that counts for nothing.
    pub const fn set_aside(&self) -> Option<usize> {
        match &self.link {
            Link::Replaced | Link::FormerWave { .. } | Link::NewerAnswers { whole: true, .. } => {
                Some(self.before)
            }
            Link::SameYear
            | Link::Copy
            | Link::SameAnswers { whole: true, .. }
            | Link::OtherAnswers { whole: true, .. } => Some(self.after),
            _ => None,
        }
    }

    /// Whether it tells of respondents that both have.
    pub const fn is_of_respondents(&self) -> bool {
        matches!(
            self.link,
            Link::SameAnswers { .. } | Link::NewerAnswers { .. } | Link::OtherAnswers { .. }
        )
    }

    /// The place of the extract that is read together with the table of this place.
    pub fn completes(&self, place: usize) -> Option<usize> {
        let completed = matches!(self.link, Link::Completed { .. }) && self.before == place;
        completed.then_some(self.after)
    }
}

/// What the two make together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// One series, over these periods.
    Stacked { from: String, to: String },
    /// They count other things (categories of job seekers): never one series.
    OtherMeasure { before: String, after: String },
    /// They count over months and over quarters or years: never one series. In months.
    OtherSpan { before: u8, after: u8 },
    /// Their occupations are of two editions: a series stops here.
    OtherEdition,
    /// Basins that only one of them has: their borders, or the scope, are not the same.
    OtherBasins { count: usize, examples: String },
    /// Départements that only one of them has: one counts more, or counts apart what the other
    /// counts together.
    OtherDepartments { count: usize, examples: String },
    /// Communes that the two put in two basins.
    MovedCommunes { count: usize, examples: String },
    /// They describe the same at two dates: the later one alone is used.
    Replaced,
    /// Two surveys of one year: the first alone is used.
    SameYear,
    /// The same content twice: the second counts for nothing.
    Copy,
    /// Two extracts of one survey, read together: rows that the second adds.
    Completed { count: usize },
    /// The earlier is of a former wave of the survey, never added to the later.
    FormerWave { year: u16 },
    /// Strata, or establishments, that both have: counted once, as in the first.
    Shared { count: usize, examples: String },
    /// Respondents that say the same in both: they count once. `whole`: nothing else is in the
    /// second, which counts for nothing.
    SameAnswers { count: usize, whole: bool },
    /// Respondents that answered again in the second: this answer counts. `whole`: nothing of the
    /// first counts.
    NewerAnswers { count: usize, whole: bool },
    /// Respondents that differ, without a later answer: those of the first count. `whole`: nothing
    /// of the second does.
    OtherAnswers { count: usize, whole: bool },
}

impl Link {
    /// Key of its sentence in the catalogs (`stacking-…`), and identifier in `--json`.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Stacked { .. } => "stacked",
            Self::OtherMeasure { .. } => "other-measure",
            Self::OtherSpan { .. } => "other-span",
            Self::OtherEdition => "other-edition",
            Self::OtherBasins { .. } => "other-basins",
            Self::OtherDepartments { .. } => "other-departments",
            Self::MovedCommunes { .. } => "moved-communes",
            Self::Replaced => "replaced",
            Self::SameYear => "same-year",
            Self::Copy => "copy",
            Self::Completed { .. } => "completed",
            Self::FormerWave { .. } => "former-wave",
            Self::Shared { .. } => "shared",
            Self::SameAnswers { .. } => "same-answers",
            Self::NewerAnswers { .. } => "newer-answers",
            Self::OtherAnswers { .. } => "other-answers",
        }
    }
}

/// What each two tables of one kind make that follow each other, by vintage and else in the order
/// given; and each table that is set aside, with the one that counts instead.
pub fn pairs(inputs: &[Arc<ReadTable>]) -> Vec<Pair> {
    pairs_of(inputs, &prepare(inputs))
}

/// As [`pairs`], of files that were prepared.
pub(super) fn pairs_of(inputs: &[Arc<ReadTable>], prepared: &Prepared) -> Vec<Pair> {
    let Prepared { inputs: prepared, copies, former, completed, twins, .. } = prepared;
    let kind = |place: usize| inputs.get(place).map_or(Kind::Unknown, |input| input.kind);
    let mut found: Vec<Pair> = copies
        .iter()
        .filter(|(kept, _)| kind(*kept) != Kind::Unknown)
        .map(|(kept, left)| Pair {
            kind: kind(*kept),
            before: *kept,
            after: *left,
            link: Link::Copy,
        })
        .collect();
    found.extend(completed.iter().map(|(first, other, rows)| Pair {
        kind: kind(*first),
        before: *first,
        after: *other,
        link: Link::Completed { count: *rows as usize },
    }));
    found.extend(former.iter().filter_map(|(left, wave)| {
        let year = (*wave)?;
        let of_wave = |input: &&Arc<ReadTable>| input.kind == kind(*left);
        let (after, _) = prepared.iter().enumerate().find(|(_, input)| of_wave(input))?;
        let link = Link::FormerWave { year };
        Some(Pair { kind: kind(*left), before: *left, after, link })
    }));
    found.extend(twins.iter().flat_map(of_respondents));
    let mut by_kind: BTreeMap<Kind, Vec<usize>> = BTreeMap::new();
    let known = |(_, input): &(usize, &Arc<ReadTable>)| input.kind != Kind::Unknown;
    for (place, input) in prepared.iter().enumerate().filter(known) {
        by_kind.entry(input.kind).or_default().push(place);
    }
    for (kind, mut places) in by_kind {
        let vintage = |place: &usize| prepared.get(*place).and_then(|input| input.vintage);
        // An undated register completes the others.
        let undated =
            |place: &usize| kind == Kind::EstablishmentRegister && vintage(place).is_none();
        places.sort_by_key(|place| (undated(place), vintage(place)));
        if kind == Kind::Bmo {
            found.extend(one_a_year(&mut places, vintage));
        }
        for (rank, before) in places.iter().enumerate() {
            for (distance, after) in places.iter().skip(rank + 1).enumerate() {
                let (Some(a), Some(b)) = (prepared.get(*before), prepared.get(*after)) else {
                    continue;
                };
                // What establishments have in common may lie in any two files.
                let any = matches!(a.table, Table::Register(_) | Table::Stock(_));
                if distance > 0 && !any {
                    break;
                }
                // Sheets of one workbook; years of one survey in a file are read apart.
                let years = kind == Kind::Bmo && a.vintage != b.vintage;
                if a.fingerprint == b.fingerprint && !years {
                    continue;
                }
                let pair = |link| Pair { kind, before: *before, after: *after, link };
                let near = |link: &Link| distance == 0 || matches!(link, Link::Shared { .. });
                found.extend(links(a, b).into_iter().filter(near).map(pair));
            }
        }
    }
    let aside: BTreeSet<usize> = found.iter().filter_map(Pair::set_aside).collect();
    let counts = |pair: &Pair| !aside.contains(&pair.before) && !aside.contains(&pair.after);
    found.retain(|pair| !matches!(pair.link, Link::Shared { .. }) || counts(pair));
    found
}

/// What two tables of the survey make that have respondents in common.
fn of_respondents(twins: &Twins) -> Vec<Pair> {
    let Twins { kind, kept, left, same, newer, differing, whole, .. } = *twins;
    let count = |respondents: u32| respondents as usize;
    let link = |before, after, link| Pair { kind, before, after, link };
    let same = link(kept, left, Link::SameAnswers { count: count(same), whole });
    let newer = link(left, kept, Link::NewerAnswers { count: count(newer), whole });
    let other = link(kept, left, Link::OtherAnswers { count: count(differing), whole });
    let is_told = |pair: &Pair| match pair.link {
        Link::SameAnswers { count, .. }
        | Link::NewerAnswers { count, .. }
        | Link::OtherAnswers { count, .. } => count > 0,
        _ => false,
    };
    [same, newer, other].into_iter().filter(is_told).collect()
}

/// Files of one kind that follow each other without a break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    pub kind: Kind,
    /// Places among the inputs, the earliest first.
    pub places: Vec<usize>,
    pub from: String,
    pub to: String,
}

/// The pairs that stack, put end to end.
pub fn series_of(pairs: &[Pair]) -> Vec<Series> {
    let mut found: Vec<Series> = Vec::new();
    for Pair { kind, before, after, link } in pairs {
        let Link::Stacked { from, to } = link else { continue };
        if let Some(last) = found.last_mut().filter(|last| last.places.last() == Some(before)) {
            last.places.push(*after);
            last.from = last.from.clone().min(from.clone());
            last.to = last.to.clone().max(to.clone());
        } else {
            let (kind, places) = (*kind, vec![*before, *after]);
            found.push(Series { kind, places, from: from.clone(), to: to.clone() });
        }
    }
    found
}

/// Of several surveys of one year, the first stays among the places.
fn one_a_year(places: &mut Vec<usize>, vintage: impl Fn(&usize) -> Option<u16>) -> Vec<Pair> {
    let (mut found, mut first): (Vec<Pair>, Option<usize>) = (Vec::new(), None);
    places.retain(|place| match first {
        Some(before) if vintage(place).is_some() && vintage(&before) == vintage(place) => {
            let (kind, link) = (Kind::Bmo, Link::SameYear);
            found.push(Pair { kind, before, after: *place, link });
            false
        }
        _ => {
            first = Some(*place);
            true
        }
    });
    found
}

fn links(a: &ReadTable, b: &ReadTable) -> Vec<Link> {
    let dated = a.vintage.is_some() && b.vintage.is_some() && a.vintage != b.vintage;
    match (&a.table, &b.table) {
        (Table::Communes(_), Table::Communes(_)) if a.kind == Kind::CommuneBasins => {
            moved(&divisions(a), &divisions(b)).into_iter().collect()
        }
        (Table::Register(_), Table::Register(_)) | (Table::Tension(_), Table::Tension(_))
            if dated && a.fap_version == b.fap_version =>
        {
            vec![Link::Replaced]
        }
        (Table::Tension(_), Table::Tension(_)) if a.fap_version != b.fap_version => {
            vec![Link::OtherEdition]
        }
        (Table::Register(one), Table::Register(other)) => {
            shared(&repeated(one.frame(), other.frame(), &STRATUM)).into_iter().collect()
        }
        (Table::Stock(one), Table::Stock(other)) => {
            // A SIRET names who is behind it: none is given as an example.
            let count = repeated(one.frame(), other.frame(), &["siret"]).len();
            let examples = String::new();
            (count > 0).then_some(Link::Shared { count, examples }).into_iter().collect()
        }
        (Table::Series(_) | Table::JobSeekers(_) | Table::BasinTension(_) | Table::Bmo(_), _) => {
            follow(a, b)
        }
        _ => Vec::new(),
    }
}

fn shared(found: &[String]) -> Option<Link> {
    let examples = examples(found.iter().map(String::as_str));
    (!found.is_empty()).then_some(Link::Shared { count: found.len(), examples })
}

fn follow(a: &ReadTable, b: &ReadTable) -> Vec<Link> {
    let (earlier, later) = (measures(a), measures(b));
    if let (Some(before), Some(after)) = (earlier.first(), later.first())
        && earlier.is_disjoint(&later)
    {
        let (before, after) = ((*before).to_owned(), (*after).to_owned());
        return vec![Link::OtherMeasure { before, after }];
    }
    let (earlier, later) = (Spoken::of(a), Spoken::of(b));
    // Extracts of two territories complete each other.
    let apart = |old: &HashSet<&str>, new: &HashSet<&str>| {
        let apart: BTreeSet<String> =
            old.symmetric_difference(new).map(|code| (*code).to_owned()).collect();
        let told = !apart.is_empty() && !old.is_disjoint(new);
        told.then(|| (apart.len(), examples(apart.iter().map(String::as_str))))
    };
    let basins = apart(&earlier.basins, &later.basins);
    let basins = basins.map(|(count, examples)| Link::OtherBasins { count, examples });
    let departments = apart(&earlier.departments, &later.departments);
    let departments =
        departments.map(|(count, examples)| Link::OtherDepartments { count, examples });
    let breaks = basins.into_iter().chain(departments);
    if a.fap_version.is_some() && b.fap_version.is_some() && a.fap_version != b.fap_version {
        return std::iter::once(Link::OtherEdition).chain(breaks).collect();
    }
    if let (Some(before), Some(after)) = (earlier.span(), later.span())
        && before != after
    {
        return vec![Link::OtherSpan { before, after }];
    }
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

/// The different texts of a column, most of which stand in several rows one after the other.
fn texts<'a>(frame: &'a DataFrame, column: &str) -> HashSet<&'a str> {
    let (mut found, mut last) = (HashSet::new(), None);
    if let Ok(column) = frame.column(column).and_then(|column| column.str()) {
        for text in column.iter().flatten() {
            if last != Some(text) {
                found.insert(text);
                last = Some(text);
            }
        }
    }
    found
}

/// What the figures of a table count, where it says.
fn measures(input: &ReadTable) -> BTreeSet<&str> {
    match &input.table {
        Table::Series(table) => texts(table.frame(), "measure").into_iter().collect(),
        _ => BTreeSet::new(),
    }
}

/// What a table speaks of.
#[derive(Default)]
struct Spoken<'a> {
    periods: BTreeSet<String>,
    basins: HashSet<&'a str>,
    departments: HashSet<&'a str>,
}

impl<'a> Spoken<'a> {
    fn of(input: &'a ReadTable) -> Self {
        let mut spoken = Self::default();
        let vintage = input.vintage.map(|year| year.to_string());
        match &input.table {
            Table::Series(table) => spoken.of_periods(table.frame()),
            Table::JobSeekers(table) => spoken.of_periods(table.frame()),
            Table::BasinTension(table) => {
                spoken.basins = texts(table.frame(), "basin");
                let (mut last, mut undated) = (None, false);
                for year in table.rows().map(|row| row.year) {
                    undated |= year.is_none();
                    if last != year {
                        spoken.periods.extend(year.map(|year| format!("{year:.0}")));
                        last = year;
                    }
                }
                spoken.periods.extend(vintage.filter(|_| undated));
            }
            Table::Bmo(table) => {
                spoken.periods.extend(vintage);
                spoken.basins = texts(table.frame(), "basin");
                spoken.departments = texts(table.frame(), "department");
            }
            _ => {}
        }
        spoken
    }

    /// Months that each of its periods lasts; `None` where they differ, or are no periods.
    fn span(&self) -> Option<u8> {
        let months = |period: &String| match period.len() {
            4 => 12,
            7 if period.contains('T') => 3,
            _ => 1,
        };
        let mut spans = self.periods.iter().filter(|period| days(period).is_some()).map(months);
        let first = spans.next()?;
        spans.all(|span| span == first).then_some(first)
    }

    fn of_periods(&mut self, frame: &'a DataFrame) {
        let periods = texts(frame, "period").into_iter().filter(|period| !period.is_empty());
        self.periods = periods.map(str::to_owned).collect();
        let territories = texts(frame, "territory").into_iter();
        self.basins = territories.filter_map(|place| place.strip_prefix("be:")).collect();
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
        // The same file twice is no series, nor is it in another form.
        check(&[&new, &new], &[("copy", 0, 1)]);
        check(&[&new, &new.replace(';', "\t")], &[("copy", 0, 1)]);
    }

    #[test]
    fn months_and_quarters_are_never_one_series() {
        let header = "annee;trimestre;dernier_jour_du_trimestre;code_departement;departement;\
                      grand_secteur_d_activite;duree_de_contrat;nature_de_contrat;dpae_brut\n";
        let quarter = format!("{header}2024;1;2024-03-31;15;Cantal;Services;CDI;CDI;120\n");
        let next = quarter.replace("2024;1;2024-03-31", "2024;2;2024-06-30");
        let month = "annee;dernier_jour_du_mois;code_departement;departement;\
                     grand_secteur_d_activite;duree_de_contrat;nature_de_contrat;dpae_brut\n\
                     2024;2024-04-30;15;Cantal;Services;CDI;CDI;40\n";
        check(&[&quarter, &next], &[("stacked", 0, 1)]);
        let found = check(&[&quarter, month], &[("other-span", 0, 1)]);
        assert_eq!(found[0].link, Link::OtherSpan { before: 3, after: 1 });
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
        // Of one date, or of none: what both have is counted once.
        let other = of(2025).replace(";12;", ";13;") + "G10;G;1-9;7;Insee;31/12/2025\n";
        let expect = |found: Vec<Pair>| {
            let examples = "C10 C 10-19".to_owned();
            assert_eq!(found[0].link, Link::Shared { count: 1, examples });
        };
        expect(check(&[&of(2025), &other], &[("shared", 0, 1)]));
        let bare = |text: &str| text.replace("31/12/2025", "");
        expect(check(&[&bare(&of(2025)), &bare(&other)], &[("shared", 0, 1)]));
        check(&[&bare(&of(2025)), &bare(&of(2025)).replace("C10;C", "D10;D")], &[]);
    }

    #[test]
    fn one_undated_register_completes_a_dated_one() {
        let header = "strate;section_naf;tranche_effectif;nb_etablissements;date_source\n";
        let bare = format!("{header}C10;C;10-19;40;\nG10;G;10-19;5;\n");
        let dated = format!("{header}C10;C;10-19;13;31/12/2025\n");
        // The dated one is used first, wherever it stands.
        check(&[&bare, &dated], &[("shared", 1, 0)]);
        check(&[&dated, &bare], &[("shared", 0, 1)]);
    }

    #[test]
    fn of_two_surveys_of_a_year_the_first_is_used() {
        let of = |year: u16, projects: u16| {
            format!(
                "annee;code métier;BE{};Dept;REG;met;xmet;smet\n{year};V0X60;8450;15;84;\
                 {projects};8;*\n",
                year % 100
            )
        };
        let wanted = [("same-year", 1, 2), ("same-year", 1, 3), ("stacked", 0, 1)];
        let found = check(&[&of(2025, 1), &of(2026, 2), &of(2026, 3), &of(2026, 4)], &wanted);
        let aside: Vec<_> = found.iter().map(Pair::set_aside).collect();
        assert_eq!(aside, [Some(2), Some(3), None]);
    }

    #[test]
    fn years_without_a_break_are_one_series() {
        let of = |year: u16, basin: &str| {
            format!("annee;ROME;cbassin;oee;defm_abc;ind_tension_d\n{year};J1501;{basin};2;3;4\n")
        };
        let inputs = [of(2021, "8450"), of(2023, "8450"), of(2022, "8450")];
        let inputs: Vec<&str> = inputs.iter().map(String::as_str).collect();
        let pairs = check(&inputs, &[("stacked", 0, 2), ("stacked", 2, 1)]);
        let found = series_of(&pairs);
        assert_eq!((found.len(), found[0].places.as_slice()), (1, [0, 2, 1].as_slice()));
        assert_eq!((found[0].from.as_str(), found[0].to.as_str()), ("2021", "2023"));
    }

    #[test]
    fn a_former_wave_of_the_survey_is_set_aside() {
        let of = |year: u16| {
            format!(
                "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;\
                 effectif_total\nE1;15014;1051C;10/11/{year};répondant;12\n"
            )
        };
        let found = check(&[&of(2026), &of(2025)], &[("former-wave", 1, 0)]);
        assert_eq!(
            (&found[0].link, found[0].set_aside()),
            (&Link::FormerWave { year: 2026 }, Some(1))
        );
    }
}
