//! The contract of `bassin catalogue --json` (docs/json.md).

use crate::analysis::body::{Move, Position};
use crate::cli::catalogue::Told;
use crate::cli::json;
use crate::cli::supply::view::{SpanView, UnfedView, UnlinkedView, VerdictView, unfed, verdict};
use serde::Serialize;

#[derive(Serialize)]
pub struct View {
    territories: Vec<SheetView>,
}

#[derive(Serialize)]
struct SheetView {
    territory: json::Place,
    year: u16,
    as_of: String,
    sources: Vec<json::Source>,
    near_minutes: Option<f64>,
    near_kilometres: Option<f64>,
    occupations: Vec<PositionView>,
    unfed: Vec<UnfedView>,
    unlinked: Vec<UnlinkedView>,
    to_confirm: Vec<UnlinkedView>,
}

#[derive(Serialize)]
struct PositionView {
    code: String,
    label: String,
    stance: &'static str,
    to_do: Option<&'static str>,
    own: u32,
    others: u32,
    own_beyond: u32,
    /// With a link that is only proposed.
    own_proposed: u32,
    entrants: Option<SpanView>,
    need: Option<SpanView>,
    coverage: Option<f64>,
    gap: Option<SpanView>,
    gap_alone: Option<SpanView>,
    sign_alone: &'static str,
    verdict: VerdictView,
}

pub fn view(told: &[Told]) -> View {
    View { territories: told.iter().map(sheet).collect() }
}

fn sheet(told: &Told) -> SheetView {
    let results = &told.results;
    SheetView {
        territory: json::Place {
            code: results.territory.territory.to_string(),
            label: results.territory.label.clone(),
        },
        year: results.year,
        as_of: results.as_of.to_string(),
        sources: results.sources.iter().map(json::source).collect(),
        near_minutes: told.near.0,
        near_kilometres: told.near.1,
        occupations: told.sheet.positions.iter().map(|one| position(told, one)).collect(),
        unfed: told.sheet.unfed.iter().map(unfed).collect(),
        unlinked: told.sheet.unlinked.iter().map(UnlinkedView::from).collect(),
        to_confirm: told.sheet.to_confirm.iter().map(UnlinkedView::from).collect(),
    }
}

fn position(told: &Told, position: &Position) -> PositionView {
    PositionView {
        code: position.occupation.to_string(),
        label: told.label(position).to_owned(),
        stance: position.stance.id(),
        to_do: position.to_do.map(Move::id),
        own: position.own,
        others: position.others,
        own_beyond: position.own_beyond,
        own_proposed: position.own_proposed,
        entrants: position.entrants.map(SpanView::from),
        need: position.need.map(SpanView::from),
        coverage: position.coverage,
        gap: position.gap.map(SpanView::from),
        gap_alone: position.gap_alone.map(SpanView::from),
        sign_alone: position.sign_alone.id(),
        verdict: verdict(&position.conclusion),
    }
}
