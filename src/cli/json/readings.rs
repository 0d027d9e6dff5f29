//! Other official readings of an occupation than its anchor, as `analyse --json` gives them.

use crate::analysis::readings::{OtherReading, ReadOf};
use crate::indicators::anchor::Cause;
use crate::recommend::diagnosis::Lever;
use serde::Serialize;

#[derive(Serialize)]
pub struct ReadingView {
    /// `ladder` (Dares) or `rome` (France Travail).
    of: &'static str,
    source: usize,
    row: u32,
    year: Option<u16>,
    code: String,
    class: u8,
    /// Of the ladder alone.
    rung: Option<&'static str>,
    converted: Option<f64>,
    /// Occupations that its code is of.
    occupations: usize,
    /// What its causes would call for; null without causes.
    lever: Option<&'static str>,
    causes: serde_json::Map<String, serde_json::Value>,
}

pub fn reading(one: &OtherReading) -> ReadingView {
    let (source, row) = one.place();
    let (of, rung, converted) = match &one.of {
        ReadOf::Ladder(anchor) => ("ladder", Some(anchor.rung.id()), anchor.converted),
        ReadOf::Rome(_) => ("rome", None, None),
    };
    let causes = one.causes();
    ReadingView {
        of,
        source,
        row,
        year: one.year(),
        code: match &one.of {
            ReadOf::Ladder(anchor) => anchor.occupation.to_string(),
            ReadOf::Rome(reading) => reading.rome.to_string(),
        },
        class: one.class(),
        rung,
        converted,
        occupations: one.occupations,
        lever: one.lever.map(Lever::id),
        causes: Cause::ALL
            .iter()
            .map(|cause| (cause.id().to_owned(), causes.get(*cause).into()))
            .collect(),
    }
}
