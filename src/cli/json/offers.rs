//! Lists of offers and what was put together, in the machine-readable form.

use crate::analysis::offers::{List, Merge, Sameness};
use crate::analysis::results::{Occupation, Results};
use crate::cli::json::{CountView, count};
use crate::model::Value;
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

/// Offers and job seekers of one occupation on the territory.
#[derive(Serialize)]
pub struct FlowsView {
    /// Posts of the lists that are counted, and their nature.
    posts: Option<f64>,
    nature: Option<&'static str>,
    /// Category A at the end of `period`.
    job_seekers: Option<CountView>,
    period: Option<String>,
    offers_per_seeker: Option<f64>,
    exit_rate: Option<f64>,
}

/// `None` where no file of either speaks of the occupation.
pub fn flows(one: &Occupation) -> Option<FlowsView> {
    let raw = one.pressure.raw;
    let (offers, seekers) = (one.local_offers.as_ref(), one.seekers.as_ref());
    let rates = raw.offers_per_seeker.is_some() || raw.exit_rate.is_some();
    (offers.is_some() || seekers.is_some() || rates).then(|| FlowsView {
        posts: offers.and_then(|offers| match offers.posts.value {
            Value::Exact(posts) => Some(posts),
            _ => None,
        }),
        nature: offers.map(|offers| offers.nature.id()),
        job_seekers: seekers.map(|seekers| count(&seekers.stock)),
        period: seekers.map(|seekers| seekers.period.clone()),
        offers_per_seeker: raw.offers_per_seeker,
        exit_rate: raw.exit_rate,
    })
}
