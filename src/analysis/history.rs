//! The territory over the loaded years of one edition of FAP.

use crate::analysis::results::YearPoint;
use crate::analysis::rings::{Folded, Survey};
use crate::indicators::hiring::Sums;
use crate::model::{Fap, FapVersion};
use std::collections::BTreeMap;
use std::sync::Arc;

/// One loaded survey as the territory sees it; `None` without a row there.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnYear {
    pub survey: Survey,
    pub folded: Option<Arc<Folded>>,
}

/// The other years of the same edition of FAP, and where the series breaks.
pub struct History {
    pub totals: Vec<YearPoint>,
    by_occupation: BTreeMap<Fap, Vec<YearPoint>>,
    pub breaks: Vec<(u16, u16)>,
}

impl History {
    pub fn new(years: &[OwnYear], current: FapVersion, effective_share: f64) -> Self {
        let mut history =
            Self { totals: Vec::new(), by_occupation: BTreeMap::new(), breaks: Vec::new() };
        let mut previous: Option<&Survey> = None;
        for OwnYear { survey: wave, folded } in years {
            if let Some(before) = previous.filter(|before| before.version != wave.version) {
                history.breaks.push((before.year, wave.year));
            }
            previous = Some(wave);
            let point = |sums: &Sums| YearPoint {
                source: wave.source,
                year: wave.year,
                fap_version: wave.version,
                tally: sums.tally(wave.mask, effective_share),
            };
            let Some(folded) = folded else { continue };
            let [all, ..] = &folded.all;
            if all.cells > 0 {
                history.totals.push(point(all));
            }
            if wave.version == current {
                for (code, cells) in &folded.occupations {
                    let [own, ..] = &cells.rings;
                    history.by_occupation.entry(*code).or_default().push(point(own));
                }
            }
        }
        history
    }

    pub fn of(&self, code: Fap) -> Vec<YearPoint> {
        self.by_occupation.get(&code).cloned().unwrap_or_default()
    }
}
