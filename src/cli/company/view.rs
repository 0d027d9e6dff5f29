//! The contract of `bassin company --json` (docs/json.md).

use crate::analysis::company::{Beside, Pooling, Post};
use crate::cli::company::Told;
use crate::cli::json;
use crate::cli::supply::view::{VerdictView, verdict};
use crate::model::Fap;
use serde::Serialize;

#[derive(Serialize)]
pub struct View {
    territory: json::Place,
    year: u16,
    as_of: String,
    /// People a year under which no group opens.
    group_minimum: f64,
    posts: Vec<PostView>,
}

#[derive(Serialize)]
struct PostView {
    row: u32,
    label: String,
    occupation: Option<String>,
    by_title: bool,
    /// Other occupations that its ROME card leads to.
    could_be: Vec<String>,
    headcount: Option<f64>,
    departures_by: &'static str,
    departures: Vec<LeavingView>,
    known_12m: Option<f64>,
    known_36m: Option<f64>,
    hires_12m: Option<f64>,
    yearly: Option<f64>,
    /// `null` where the basin hires nobody in it, or the occupation is not known.
    basin: Option<BasinView>,
}

#[derive(Serialize)]
struct LeavingView {
    horizon: &'static str,
    value: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct BasinView {
    label: String,
    hard: bool,
    class: Option<u8>,
    official_class: Option<u8>,
    status: &'static str,
    diagnosis: &'static str,
    lever: &'static str,
    verdict: Option<VerdictView>,
    to_pool: bool,
    pooling: &'static str,
    offers: Vec<OfferView>,
}

#[derive(Serialize)]
struct OfferView {
    source: usize,
    row: u32,
    title: String,
    provider: String,
    ring: &'static str,
}

pub fn view(told: &Told<'_>) -> View {
    let results = told.results;
    View {
        territory: json::Place {
            code: results.territory.territory.to_string(),
            label: results.territory.label.clone(),
        },
        year: results.year,
        as_of: results.as_of.to_string(),
        group_minimum: told.group,
        posts: told.posts.iter().map(|(one, beside)| post(one, beside.as_ref())).collect(),
    }
}

fn post(post: &Post, beside: Option<&Beside<'_>>) -> PostView {
    let leaving = post.leaving.iter().map(|one| LeavingView {
        horizon: one.horizon.id(),
        value: one.value,
        low: one.low,
        high: one.high,
    });
    PostView {
        row: post.row,
        label: post.label.clone(),
        occupation: post.occupation.map(|code| code.to_string()),
        by_title: post.by_title,
        could_be: post.could_be.iter().map(Fap::to_string).collect(),
        headcount: post.headcount,
        departures_by: post.counted.id(),
        departures: leaving.collect(),
        known_12m: post.known_12m,
        known_36m: post.known_36m,
        hires_12m: post.hires_12m,
        yearly: post.yearly,
        basin: beside.map(basin),
    }
}

fn basin(beside: &Beside<'_>) -> BasinView {
    let occupation = beside.occupation;
    let offers = beside.offers.iter().map(|offer| OfferView {
        source: offer.source,
        row: offer.row,
        title: offer.title.clone(),
        provider: offer.provider.clone(),
        ring: offer.ring.id(),
    });
    BasinView {
        label: occupation.label.clone(),
        hard: beside.hard,
        class: occupation.pressure.class,
        official_class: occupation.anchor.map(|anchor| anchor.class),
        status: occupation.pressure.status.id(),
        diagnosis: occupation.finding.diagnosis.id(),
        lever: occupation.finding.lever.id(),
        verdict: beside.conclusion.as_ref().map(verdict),
        to_pool: beside.pooling == Pooling::Lack,
        pooling: beside.pooling.id(),
        offers: offers.collect(),
    }
}
