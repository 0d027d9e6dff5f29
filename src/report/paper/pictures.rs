//! The charts of documents: the one place that calls the drawing of them.

use crate::analysis::results::Occupation;
use crate::report::chart::{Kind, ready};
use crate::report::paper::Picture;
use crate::report::paper::matter::Matter;

/// The first flagged occupations with their intervals against the cut.
pub fn ranked(matter: &Matter<'_>) -> Option<Picture> {
    let drawn = ready(Kind::Intervals, matter.citing(), matter.look, &[]).ok()?;
    Some(drawn.picture(1.0))
}

/// Pressure against volume, relative to the territory.
pub fn quadrant(matter: &Matter<'_>) -> Option<Picture> {
    let drawn = ready(Kind::Quadrant, matter.citing(), matter.look, &[]).ok()?;
    Some(drawn.picture(1.0))
}

/// An occupation's share with its interval beside those of other territories.
pub fn of_occupation(matter: &Matter<'_>, one: &Occupation) -> Option<Picture> {
    let drawn = ready(Kind::Columns, matter.citing(), matter.look, &[one.code]).ok()?;
    Some(drawn.picture(0.7))
}

/// The loaded years of an occupation, else of what it is part of; none with one year.
pub fn years_of(matter: &Matter<'_>, one: &Occupation) -> Option<Picture> {
    let drawn = ready(Kind::Trend, matter.citing(), matter.look, &[one.code]).ok()?;
    Some(drawn.picture(0.6))
}
