//! The diagnosis note: what is tense in a territory, how surely, why, and what to do first.

use crate::report::paper::Block;
use crate::report::paper::matter::Matter;
use crate::report::paper::parts::{around, essentials, limits, ranked, sources, survey, why};

pub fn section(matter: &Matter<'_>, id: &str) -> Option<Vec<Block>> {
    Some(match id {
        "introduction" | "conclusions" => Vec::new(),
        "essentials" => essentials::blocks(matter),
        "context" => essentials::context(matter),
        "loaded" => sources::loaded(matter),
        "list" => ranked::list(matter, matter.most),
        "chart" => ranked::chart(matter),
        "map" => ranked::map(matter),
        "causes" => why::causes(matter),
        "levers" => why::levers(matter),
        "training" => why::training(matter),
        "comparison" => around::comparison(matter),
        "evolution" => around::evolution(matter),
        "survey" => survey::blocks(matter),
        "limits" => limits::of_note(matter),
        "method" => limits::method(matter),
        "sources" => sources::fingerprints(matter),
        _ => return None,
    })
}
