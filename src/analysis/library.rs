//! The library of programmes that worked, seen from a territory.

use crate::analysis::own;
use crate::matching::reach::Reach;
use crate::matching::supply::Ring;
use crate::model::{Fap, FapVersion, Rome};
use crate::readers::ReadTable;
use crate::recommend::duplication::{Experience, Kinship};
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::experience::Row;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Signs of a ROME card that name its professional domain.
const DOMAIN: usize = 3;

/// Every experience of the files, with where it lies and the occupations that it bears on.
pub fn library(
    inputs: &[Arc<ReadTable>],
    occupations: &[Fap],
    reach: &Reach,
    (version, reference): (FapVersion, &Reference),
) -> Vec<Experience> {
    let mut tables = Vec::new();
    for (source, input) in inputs.iter().enumerate() {
        if let Table::Experiences(table) = &input.table {
            tables.push((source, table));
        }
    }
    if tables.is_empty() {
        return Vec::new();
    }
    // The domains that the cards of each occupation belong to.
    let cards: Vec<(Fap, Vec<Rome>)> = occupations
        .iter()
        .map(|fap| (*fap, reference.romes_from_fap(*fap).into_iter().map(|(rome, _)| rome)))
        .map(|(fap, romes)| (fap, romes.collect()))
        .collect();
    let made = |(source, table): (usize, &crate::tables::experience::Experiences)| {
        let rows = table.rows().map(|row| {
            let rome = Rome::new(row.rome).ok();
            let card = rome.and_then(|rome| reference.rome_v3(rome)).or(rome);
            let fap = own::occupation(version, row.fap, row.fap_year, "", "", reference);
            let of = |(occupation, romes): &(Fap, Vec<Rome>)| {
                Some((*occupation, kinship(*occupation, romes, fap, card)?))
            };
            experience(source, &row, rome, cards.iter().filter_map(of).collect(), reach, reference)
        });
        rows.collect::<Vec<Experience>>()
    };
    tables.into_iter().flat_map(made).collect()
}

fn kinship(
    occupation: Fap,
    romes: &[Rome],
    fap: Option<Fap>,
    card: Option<Rome>,
) -> Option<Kinship> {
    if fap == Some(occupation) || card.is_some_and(|card| romes.contains(&card)) {
        return Some(Kinship::Same);
    }
    let domain = |rome: &Rome| rome.as_str().get(..DOMAIN).map(str::to_owned);
    let wanted = card.as_ref().and_then(domain)?;
    romes.iter().any(|rome| domain(rome).as_ref() == Some(&wanted)).then_some(Kinship::Domain)
}

fn experience(
    source: usize,
    row: &Row<'_>,
    rome: Option<Rome>,
    occupations: BTreeMap<Fap, Kinship>,
    reach: &Reach,
    reference: &Reference,
) -> Experience {
    let commune = (!row.commune.is_empty()).then_some(row.commune);
    let department = commune.and_then(|commune| reference.department_from_commune(commune));
    let region = department.and_then(|place| reference.region_from_department(place));
    let placed = reach.place(commune, department, region, reference).ring;
    let entered = row.entered.unwrap_or_default();
    let each = row.cost_total.filter(|_| entered > 0.0).map(|total| total / entered);
    Experience {
        source,
        row: row.row,
        id: row.id.to_owned(),
        title: row.title.to_owned(),
        context: row.context.to_owned(),
        rome,
        occupations,
        level: whole(row.level),
        audience: row.audience.parse().ok(),
        hours: row.hours,
        modality: row.modality.to_owned(),
        group_size: row.group_size,
        commune: commune.map(str::to_owned),
        ring: (placed != Ring::Remote).then_some(placed),
        year: whole(row.year),
        place_cost: row.cost_per_place.or(each),
        entered,
        completed: row.completed.unwrap_or_default(),
        employed_6m: row.employed_6m,
        present_12m: row.present_12m,
        told_by: row.source.to_owned(),
        told_on: row.source_date.to_owned(),
    }
}

/// A whole number of a cell; `None` of what is none.
fn whole<T: TryFrom<i64>>(value: Option<f64>) -> Option<T> {
    let value = value.filter(|value| value.fract() == 0.0 && value.abs() < 1e9)?;
    #[expect(clippy::cast_possible_truncation, reason = "whole and small")]
    let value = value as i64;
    T::try_from(value).ok()
}
