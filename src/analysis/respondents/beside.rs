//! Answers of the same respondents that differ in two files, side by side, for the analyst to choose.

use crate::analysis::disagreement::{Differing, Disagreement, KEPT};
use crate::analysis::inputs::prepare;
use crate::analysis::respondents::{Twins, is_of_respondents};
use crate::model::Kind;
use crate::readers::ReadTable;
use crate::tables::{Cell, Table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a cell says, in the words of the layout.
trait Said {
    fn said(&self) -> String;
}

impl Said for &str {
    fn said(&self) -> String {
        (*self).to_owned()
    }
}

impl Said for Option<f64> {
    fn said(&self) -> String {
        self.map(|number| number.to_string()).unwrap_or_default()
    }
}

impl Said for Option<bool> {
    fn said(&self) -> String {
        self.map(|yes| if yes { "oui" } else { "non" }.to_owned()).unwrap_or_default()
    }
}

/// Fields of a row by their keys in the catalogs (`field-…`).
type Fields = Vec<(&'static str, String)>;

macro_rules! fields {
    ($row:ident: $($key:literal $name:ident),+ $(,)?) => {
        ($row.row, vec![$(($key, $row.$name.said())),+])
    };
}

/// The rows of a table by their number. Of one with several rows to a number, all: they are
/// answers of one row of a form.
fn rows(table: &Table) -> BTreeMap<u32, Fields> {
    let mut found: BTreeMap<u32, Fields> = BTreeMap::new();
    let mut add = |(row, fields): (u32, Fields)| found.entry(row).or_default().extend(fields);
    match table {
        Table::SurveyEstablishments(table) => table.rows().for_each(|row| {
            add(fields!(row: "commune" commune, "basin" basin, "naf" naf, "stratum" stratum,
                "answered-on" answered_on, "status" status, "headcount" headcount,
                "size-class" size_class, "weight" weight, "hires" hires,
                "departures" departures, "permanent" permanent, "fixed-term" fixed_term,
                "temporary" temporary, "seasonal" seasonal, "hosts" hosts, "tutors" tutors,
                "on-the-job" on_the_job, "obstacles" obstacles, "consent" consent));
        }),
        Table::SurveyOccupations(table) => table.rows().for_each(|row| {
            add(fields!(row: "label" label, "rome" rome, "fap" fap, "fap-year" fap_year,
                "qualification" qualification, "headcount" headcount,
                "aged-under-30" aged_under_30, "aged-30-49" aged_30_49,
                "aged-50-54" aged_50_54, "aged-55-59" aged_55_59,
                "aged-60-plus" aged_60_plus, "retirements-12m" retirements_12m,
                "retirements-36m" retirements_36m,
                "other-departures-12m" other_departures_12m,
                "other-departures-36m" other_departures_36m, "offers" offers,
                "applicants" applicants, "qualified" qualified, "suitable" suitable,
                "filled" filled, "abandoned" abandoned, "days-to-fill" days_to_fill,
                "present-after-12m" present_after_12m, "left-before-12m" left_before_12m,
                "projects" projects, "creations" creations, "replacements" replacements,
                "seasonal" seasonal, "permanent" permanent, "full-time" full_time,
                "difficult" difficult, "causes" causes, "training-need" training_need,
                "training-public" training_public, "skill" skill,
                "training-hours" training_hours, "modality" modality, "promise" promise));
        }),
        Table::SurveyWishes(table) => table.rows().for_each(|row| {
            add(fields!(row: "label" label, "skill" skill, "training-public" audiences,
                "people" people, "training-hours" hours, "modality" modality,
                "period" period));
        }),
        Table::SurveyAnswers(table) => table.rows().for_each(|row| {
            add(fields!(row: "question" question, "answer" text));
        }),
        Table::Opinions(table) => table.rows().for_each(|row| {
            add(fields!(row: "college" college, "question" question, "answer" answer));
        }),
        _ => {}
    }
    found
}

/// Every pair of tables of the survey whose common respondents differ, none of them having answered
/// again later.
pub fn differing(inputs: &[Arc<ReadTable>]) -> Vec<Disagreement> {
    let mut of_survey: BTreeMap<Kind, usize> = BTreeMap::new();
    for input in inputs.iter().filter(|input| is_of_respondents(input.kind)) {
        *of_survey.entry(input.kind).or_default() += 1;
    }
    if of_survey.values().all(|tables| *tables < 2) {
        return Vec::new();
    }
    // Other kinds are compared elsewhere: their places are left empty.
    let alone = inputs.iter().map(|input| {
        if is_of_respondents(input.kind) {
            Arc::clone(input)
        } else {
            Arc::new(ReadTable::blank(""))
        }
    });
    let alone: Vec<Arc<ReadTable>> = alone.collect();
    let twins = prepare(&alone).twins;
    twins.iter().filter_map(|twins| side_by_side(inputs, twins)).collect()
}

fn side_by_side(inputs: &[Arc<ReadTable>], twins: &Twins) -> Option<Disagreement> {
    let (kept, left) = (inputs.get(twins.kept)?, inputs.get(twins.left)?);
    if twins.differing == 0 {
        return None;
    }
    let (own, other) = (rows(&kept.table), rows(&left.table));
    let (mut cells, mut beyond): (Vec<Differing>, u32) = (Vec::new(), 0);
    let (mut only_first, mut only_second) = (0, 0);
    for pair in &twins.rows {
        let (Some(row), Some(twin)) = *pair else {
            only_first += u32::from(pair.0.is_some());
            only_second += u32::from(pair.1.is_some());
            continue;
        };
        let (Some(fields), Some(others)) = (own.get(&row), other.get(&twin)) else { continue };
        for ((column, said), (_, otherwise)) in fields.iter().zip(others) {
            if said == otherwise {
                continue;
            }
            if cells.len() == KEPT {
                beyond += 1;
                continue;
            }
            cells.push(Differing {
                occupation: String::new(),
                place: String::new(),
                column,
                first: Cell::Missing,
                second: Cell::Missing,
                rows: (row, twin),
                answers: Some([said.clone(), otherwise.clone()]),
            });
        }
    }
    Some(Disagreement {
        kind: twins.kind,
        year: kept.vintage.max(left.vintage).unwrap_or_default(),
        first: twins.kept,
        second: twins.left,
        behind: None,
        cells,
        beyond,
        common: twins.same + twins.newer + twins.differing,
        only_first,
        only_second,
    })
}
