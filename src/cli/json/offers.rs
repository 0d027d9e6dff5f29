//! Lists of offers and what was put together, in the machine-readable form.

use crate::analysis::offers::{List, Merge, Sameness};
use crate::analysis::results::Results;
use serde::Serialize;

#[derive(Serialize)]
pub struct OffersView {
    lists: Vec<ListView>,
    merged: Vec<MergeView>,
}

#[derive(Serialize)]
struct ListView {
    source: usize,
    /// `flow`, `stock` or `unknown`.
    nature: &'static str,
    said: bool,
    offers: u32,
    /// Whether its offers are those counted by occupation and by sector.
    counted: bool,
}

#[derive(Serialize)]
struct RowView {
    source: usize,
    row: u32,
}

#[derive(Serialize)]
struct MergeView {
    kept: RowView,
    left: RowView,
    /// `identifier`, `siret` or `name`.
    by: &'static str,
    days: Option<u32>,
    title_likeness: Option<f64>,
}

pub fn view(results: &Results) -> OffersView {
    let counted = |list: &&List| list.offers > 0;
    let nature = results.offer_lists.iter().filter(counted).map(|list| list.nature).min();
    let lists = results.offer_lists.iter().map(|list| ListView {
        source: list.source,
        nature: list.nature.id(),
        said: list.said,
        offers: list.offers,
        counted: list.offers > 0 && Some(list.nature) == nature,
    });
    OffersView { lists: lists.collect(), merged: results.merged_offers.iter().map(merge).collect() }
}

fn merge(merge: &Merge) -> MergeView {
    let row = |(source, row)| RowView { source, row };
    let (by, days, title_likeness) = match merge.sameness {
        Sameness::Identifier => ("identifier", None, None),
        Sameness::Likeness { by_siret: true, days, title } => ("siret", Some(days), Some(title)),
        Sameness::Likeness { by_siret: false, days, title } => ("name", Some(days), Some(title)),
    };
    MergeView { kept: row(merge.kept), left: row(merge.left), by, days, title_likeness }
}
