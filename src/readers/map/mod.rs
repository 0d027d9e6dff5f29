//! GeoJSON: shapes of communes, basins, *zones d'emploi*, départements or régions.
//!
//! A shape with a fault is refused with its rank and the reason; the others are read. Bounded in
//! shapes and points, so that a hostile file costs its size and no more.

mod codes;
mod feature;
mod geometry;
#[cfg(test)]
mod tests;

use crate::model::{IssueKind, Kind, Place, Reason};
use crate::readers::header::normalise;
use crate::readers::map::codes::{Codes, Unclear};
use crate::readers::map::feature::{Collection, Feature, Features, MAX_FEATURES};
use crate::readers::map::geometry::{Budget, MAX_POINTS};
use crate::readers::watch::{Flag, Watched};
use crate::readers::{Cancelled, Knowing, ReadTable};
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::shape::{Builder, Row, encode};
use serde::de::DeserializeSeed as _;
use std::io::BufReader;

/// Names of properties that hold a name, best first.
const NAMES: [&str; 8] =
    ["nom", "libelle", "libgeo", "name", "label", "lib", "nomcom", "nomofficiel"];

/// The shapes of a collection of features; the caller knows that it is one.
///
/// # Errors
/// Only when cancelled.
pub fn read_map(
    text: &str,
    blank: &ReadTable,
    knowing: Knowing<'_>,
    cancelled: Flag<'_>,
) -> Result<ReadTable, Cancelled> {
    let mut table = blank.clone();
    table.kind = Kind::Map;
    table.reasons.push(Reason::Structure("FeatureCollection".to_owned()));
    let budget = Budget::new(MAX_POINTS);
    let mut features = Features::default();
    let source = BufReader::new(Watched::new(text.as_bytes(), cancelled));
    let mut parser = serde_json::Deserializer::from_reader(source);
    let parsed = Collection { found: &mut features, budget: &budget }.deserialize(&mut parser);
    if cancelled() {
        return Err(Cancelled);
    }
    if let Err(error) = parsed {
        let kind = if budget.is_exhausted() {
            IssueKind::TooManyPoints { limit: MAX_POINTS }
        } else {
            damaged(&error)
        };
        table.issues.error(Place::default(), kind);
        return Ok(table);
    }
    fill(&mut table, &features, knowing.reference);
    Ok(table)
}

/// Where a JSON text stops being one.
pub fn damaged(error: &serde_json::Error) -> IssueKind {
    IssueKind::Damaged { detail: format!("JSON {}:{}", error.line(), error.column()) }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn fill(table: &mut ReadTable, features: &Features, reference: &Reference) {
    let all = count(features.list.len()).saturating_add(features.beyond);
    table.rows.read = all;
    if all == 0 {
        table.issues.error(Place::default(), IssueKind::NoUsableRow);
        return;
    }
    if features.beyond > 0 {
        let kind = IssueKind::TooManyMembers { limit: count(MAX_FEATURES) };
        table.issues.error(Place::default(), kind);
    }
    let codes = match codes::find(features, reference) {
        Ok(codes) => codes,
        Err(unclear) => {
            table.rows.refused = all;
            let kind = match unclear {
                Unclear::None => IssueKind::ShapesWithoutCode,
                Unclear::Two(column, first, second) => IssueKind::ShapeCodesUnclear {
                    column,
                    first: first.id().to_owned(),
                    second: second.id().to_owned(),
                },
            };
            table.issues.error(Place::default(), kind);
            return;
        }
    };
    let column = features.names.get(codes.property).cloned().unwrap_or_default();
    table.reasons.push(Reason::Columns(vec![column.clone()]));
    let names = names(features);
    let mut builder = Builder::default();
    let (mut closed, mut without_area, mut padded) = (0, 0, 0);
    for (place, feature) in features.list.iter().enumerate() {
        let row = count(place + 1);
        let (text, code) = match code(feature, codes, reference) {
            Ok(found) => found,
            Err(text) => {
                let kind = IssueKind::NotACode { system: codes.level.system().to_owned(), text };
                table.issues.error(Place::cell("", row, &column), kind);
                continue;
            }
        };
        if let Some(why) = feature.flat.fault_as(&feature.kind) {
            let kind = IssueKind::ShapeRefused { why: why.to_owned() };
            table.issues.error(Place::row("", row), kind);
            continue;
        }
        let label = names.iter().find_map(|name| text_of(feature, *name)).unwrap_or_default();
        for (polygon, ring) in &feature.flat.rings {
            let points = encode(ring);
            builder.push(Row { row, code: &code, label, polygon: *polygon, points: &points });
        }
        closed += feature.flat.closed;
        without_area += feature.flat.without_area;
        padded += u32::from(codes.padded && text.len() == 4);
        table.rows.kept += 1;
    }
    table.rows.refused = all - table.rows.kept;
    for (count, kind) in [
        (closed, IssueKind::RingsClosed { count: closed }),
        (without_area, IssueKind::RingsWithoutArea { count: without_area }),
        (padded, IssueKind::LeadingZeros { count: padded }),
    ] {
        if count > 0 {
            table.issues.notice(Place::default(), kind);
        }
    }
    match builder.finish() {
        Ok(shapes) => table.table = Table::Shapes(shapes),
        Err(error) => {
            let kind = IssueKind::Damaged { detail: error.to_string() };
            table.issues.error(Place::default(), kind);
        }
    }
}

/// Text and typed code of a feature, else the text that is no code.
fn code<'a>(
    feature: &'a Feature,
    codes: Codes,
    reference: &Reference,
) -> Result<(&'a str, String), String> {
    let text = text_of(feature, codes.property).unwrap_or_default();
    let code = codes.code(text, reference).ok_or_else(|| text.to_owned())?;
    Ok((text, code))
}

fn text_of(feature: &Feature, property: usize) -> Option<&str> {
    let mut own = feature.properties.iter().filter(|(place, _)| *place == property);
    own.next().map(|(_, text)| text.as_str())
}

/// Properties that hold a name, best first.
fn names(features: &Features) -> Vec<usize> {
    let named = |wanted: &str| {
        features.names.iter().position(|name| normalise(name).replace(['_', ' '], "") == wanted)
    };
    NAMES.into_iter().filter_map(named).collect()
}
