//! What a changed method changes in the list: occupation by occupation, before and after.

use crate::analysis::results::{Occupation, Results};
use crate::indicators::pressure::{Pressure, Status};
use crate::model::{Fap, Grade};

/// Where an occupation stands on the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    pub status: Status,
    pub grade: Grade,
    /// Class of pressure, 1–5.
    pub class: Option<u8>,
    /// Of the class.
    pub confidence: Grade,
}

/// An occupation that does not stand where it stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    pub code: Fap,
    pub label: String,
    pub before: Standing,
    pub after: Standing,
}

impl Shift {
    /// It enters or leaves the list, or only the evidence changes.
    pub fn moves(&self) -> bool {
        self.before.status != self.after.status
    }
}

fn standing(occupation: &Occupation) -> Standing {
    let Pressure { status, grade, class, confidence, .. } = occupation.pressure;
    Standing { status, grade, class, confidence }
}

/// The occupations that stand elsewhere after a change, those that enter or leave the list first,
/// then by code. Both results are of the same files, territory and year.
pub fn shifts(before: &Results, after: &Results) -> Vec<Shift> {
    let mut shifts: Vec<Shift> = after
        .occupations
        .iter()
        .filter_map(|now| {
            let place = before.occupations.binary_search_by_key(&now.code, |one| one.code);
            let then = before.occupations.get(place.ok()?)?;
            let (before, after) = (standing(then), standing(now));
            let label = now.label.clone();
            (before != after).then_some(Shift { code: now.code, label, before, after })
        })
        .collect();
    shifts.sort_by_key(|shift| !shift.moves());
    shifts
}
