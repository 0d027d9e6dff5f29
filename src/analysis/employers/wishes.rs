//! Courses that employers wish for, as questions: which occupations they are for, for whom, in what
//! form. Free words are left out: the skill aimed at and the period never leave the program.

use crate::analysis::employers::answers::Understood;
use crate::analysis::own::occupation;
use crate::model::{Fap, FapVersion, fold};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::survey::interval::LEAST_ANSWERS;
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The words of a question, by respondent; `None` for one that wishes for nothing: a sheet left
/// empty cannot tell who wishes for nothing from who did not answer.
pub type Words = Vec<Option<BTreeSet<String>>>;

/// How labels of occupations are understood.
#[derive(Clone, Copy)]
pub struct Coding<'a> {
    pub version: FapVersion,
    pub reference: &'a Reference,
    pub understood: Understood<'a>,
}

/// Keys of the catalogs (`field-…`), each with its answers; `places` are those of respondents.
pub fn wishes(
    inputs: &[Arc<ReadTable>],
    places: &BTreeMap<&str, usize>,
    respondents: usize,
    coding: Coding<'_>,
) -> [(&'static str, Words); 3] {
    let none = || vec![None; respondents];
    let (mut courses, mut audiences, mut forms) = (none(), none(), none());
    let known = known(inputs, coding);
    for input in inputs {
        let Table::SurveyWishes(table) = &input.table else { continue };
        for row in table.rows() {
            let Some(place) = places.get(row.establishment).copied() else { continue };
            let fap = known.get(&(row.establishment, fold(row.label))).copied();
            let fap = fap.or_else(|| coded(row.label, coding));
            // A course for an occupation without a code is wished for all the same.
            if let Some(said) = courses.get_mut(place) {
                let said = said.get_or_insert_with(BTreeSet::new);
                said.extend(fap.map(|fap| name(fap, coding.reference)));
            }
            add(audiences.get_mut(place), row.audiences.split('|'));
            add(forms.get_mut(place), std::iter::once(row.modality));
        }
    }
    // What one or two wrote would be known for theirs: a file may hold any words there.
    for said in [&mut courses, &mut audiences, &mut forms] {
        frequent(said);
    }
    [
        ("field-wish-occupation", courses),
        ("field-wish-audience", audiences),
        ("field-wish-modality", forms),
    ]
}

/// The occupations that each establishment has, by their label.
fn known<'a>(inputs: &'a [Arc<ReadTable>], coding: Coding<'_>) -> BTreeMap<(&'a str, String), Fap> {
    let mut known = BTreeMap::new();
    for input in inputs {
        let Table::SurveyOccupations(table) = &input.table else { continue };
        for row in table.rows() {
            let (version, reference) = (coding.version, coding.reference);
            let found =
                occupation(version, row.fap, row.fap_year, row.rome, row.qualification, reference);
            if let Some(fap) = found {
                known.entry((row.establishment, fold(row.label))).or_insert(fap);
            }
        }
    }
    known
}

/// Adds words to those of a respondent.
fn add<'a>(to: Option<&mut Option<BTreeSet<String>>>, words: impl Iterator<Item = &'a str>) {
    let Some(to) = to else { return };
    for word in words.map(str::trim).filter(|word| !word.is_empty()) {
        to.get_or_insert_with(BTreeSet::new).insert(word.to_owned());
    }
}

fn coded(label: &str, coding: Coding<'_>) -> Option<Fap> {
    let rome = (coding.understood)(label)?.to_string();
    occupation(coding.version, "", None, &rome, "", coding.reference)
}

fn name(fap: Fap, reference: &Reference) -> String {
    reference.fap_label(fap).unwrap_or(fap.code()).to_owned()
}

/// Leaves the words that enough respondents gave for a figure: the others could not be shown, and
/// would all have to be protected.
fn frequent(words: &mut Words) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in words.iter().flatten().flatten() {
        *counts.entry(word.clone()).or_default() += 1;
    }
    for said in words.iter_mut().flatten() {
        said.retain(|word| counts.get(word).is_some_and(|n| *n >= LEAST_ANSWERS));
    }
}
