//! Occupations without a row of the BMO survey.

use crate::analysis::absent::Absent;
use crate::cli::json::{Components, component};
use crate::indicators::anchor::Rung;
use serde::Serialize;

#[derive(Serialize)]
pub struct AbsentView {
    code: String,
    label: String,
    class: Option<u8>,
    score: Option<f64>,
    /// Grade of class and score; null without a class.
    confidence: Option<String>,
    components: Components,
    offers_per_seeker: Option<f64>,
    exit_rate: Option<f64>,
    posts: Option<f64>,
    official_class: Option<u8>,
    official_rung: Option<&'static str>,
    official_territory: Option<String>,
    official_year: Option<u16>,
    cards: Vec<CardView>,
}

#[derive(Serialize)]
struct CardView {
    rome: String,
    class: u8,
    year: Option<u16>,
}

pub fn absent(one: &Absent) -> AbsentView {
    let components = one.placed.map(|placed| placed.components).unwrap_or_default();
    let anchor = one.anchor.as_ref();
    let cards = one.cards.iter().map(|card| CardView {
        rome: card.rome.to_string(),
        class: card.class,
        year: card.year,
    });
    AbsentView {
        code: one.code.to_string(),
        label: one.label.clone(),
        class: one.placed.map(|placed| placed.class),
        score: one.placed.map(|placed| placed.score),
        confidence: one.placed.map(|_| Absent::CONFIDENCE.to_string()),
        components: Components {
            difficulty: component(components.difficulty),
            offers_per_seeker: component(components.offers_per_seeker),
            exit_rate: component(components.exit_rate),
        },
        offers_per_seeker: one.raw.offers_per_seeker,
        exit_rate: one.raw.exit_rate,
        posts: one.local_offers.as_ref().and_then(|offers| match offers.posts.value {
            crate::model::Value::Exact(posts) => Some(posts),
            _ => None,
        }),
        official_class: anchor.map(|anchor| anchor.class),
        official_rung: anchor.map(|anchor| Rung::id(anchor.rung)),
        official_territory: anchor.map(|anchor| anchor.territory.to_string()),
        official_year: anchor.map(|anchor| anchor.year),
        cards: cards.collect(),
    }
}
