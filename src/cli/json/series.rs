//! The years side by side, for `analyse --json`.

use crate::analysis::borders::{Break, between};
use crate::analysis::series::{Change, Reading, Series, Subject, Track};
use crate::model::Fap;
use serde::Serialize;

#[derive(Serialize)]
struct ReadingView {
    source: usize,
    year: u16,
    nomenclature: String,
    posterior_mean: f64,
    posterior_low: f64,
    posterior_high: f64,
    grade: String,
    status: &'static str,
}

fn reading(reading: &Reading) -> ReadingView {
    ReadingView {
        source: reading.source,
        year: reading.year,
        nomenclature: reading.fap_version.to_string(),
        posterior_mean: reading.posterior.mean,
        posterior_low: reading.posterior.low,
        posterior_high: reading.posterior.high,
        grade: reading.grade.to_string(),
        status: reading.status.id(),
    }
}

/// Of one occupation, inside its edition.
#[derive(Serialize)]
pub struct ChangeView {
    trend: &'static str,
    before: Option<ReadingView>,
}

pub fn change(change: &Change) -> ChangeView {
    ChangeView { trend: change.trend.id(), before: change.before.as_ref().map(reading) }
}

#[derive(Serialize)]
struct PassageView {
    code: String,
    forward: f64,
    backward: f64,
}

#[derive(Serialize)]
struct TrackView {
    level: &'static str,
    code: String,
    label: String,
    readings: Vec<ReadingView>,
    trend: &'static str,
    /// Of nomenclature or of borders.
    breaks: Vec<(u16, u16)>,
    passage: Option<PassageView>,
}

#[derive(Serialize)]
struct MoveView {
    kind: &'static str,
    before: Option<String>,
    after: Option<String>,
    forward: Option<f64>,
    backward: Option<f64>,
}

#[derive(Serialize)]
struct MovesView {
    before: u16,
    after: u16,
    across_break: bool,
    list: Vec<MoveView>,
}

/// Neighbouring years of a territory that is not the same in both.
#[derive(Serialize)]
struct BordersView {
    before: u16,
    after: u16,
    cause: &'static str,
    count: usize,
    examples: String,
}

/// Neighbouring readings that do not compare as such.
fn breaks(track: &Track, borders: &[Break]) -> Vec<(u16, u16)> {
    let pairs = track.readings.iter().zip(track.readings.iter().skip(1));
    let years = pairs.map(|(a, b)| (a.year, b.year));
    let is_break = |(before, after): &(u16, u16)| {
        track.breaks.contains(&(*before, *after))
            || between(borders, *before, *after).next().is_some()
    };
    years.filter(is_break).collect()
}

#[derive(Serialize)]
pub struct SeriesView {
    borders: Vec<BordersView>,
    tracks: Vec<TrackView>,
    moves: Option<MovesView>,
}

pub fn view(series: &Series) -> SeriesView {
    let code = |code: Option<Fap>| code.map(|code| code.to_string());
    let borders = |one: &Break| BordersView {
        before: one.before,
        after: one.after,
        cause: one.cause.id(),
        count: one.count,
        examples: one.examples.clone(),
    };
    SeriesView {
        borders: series.borders.iter().map(borders).collect(),
        tracks: series
            .tracks
            .iter()
            .map(|track| {
                let (level, code) = match &track.subject {
                    Subject::Family(letter) => ("family", letter.clone()),
                    Subject::Group(code) => ("group", code.to_string()),
                };
                TrackView {
                    level,
                    code,
                    label: track.label.clone(),
                    readings: track.readings.iter().map(reading).collect(),
                    trend: track.trend.id(),
                    breaks: breaks(track, &series.borders),
                    passage: track.passage.map(|passage| PassageView {
                        code: passage.to.to_string(),
                        forward: passage.forward,
                        backward: passage.backward,
                    }),
                }
            })
            .collect(),
        moves: series.moves.as_ref().map(|moves| MovesView {
            before: moves.before,
            after: moves.after,
            across_break: moves.across,
            list: moves
                .moves
                .iter()
                .map(|one| MoveView {
                    kind: one.kind.id(),
                    before: code(one.before),
                    after: code(one.after),
                    forward: one.passage.map(|passage| passage.forward),
                    backward: one.passage.map(|passage| passage.backward),
                })
                .collect(),
        }),
    }
}
