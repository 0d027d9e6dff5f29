//! What official files say of an occupation beside its anchor: set next to it, never mixed with it.
//!
//! A class of the basin stands before the ladder of the Dares; a card of ROME may be of several
//! occupations; a code of the other edition of FAP may carry a part of one. Each is shown with
//! what it is, and with the lever that its causes would call for.

use crate::analysis::official::Anchors;
use crate::indicators::anchor::{Anchor, Causes, RomeReading, Rung};
use crate::model::Fap;
use crate::recommend::diagnosis::{Lever, Signs, SurveyThresholds, diagnose};
use crate::reference::Reference;
use crate::reference::decision::Decision;

/// Least part of an occupation that a code of the other edition must carry to be shown: our choice.
const LEAST_PART: f64 = 0.1;

/// Where a reading is from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ReadOf {
    /// The ladder of the Dares. `converted`: the code carries that part of the occupation, and
    /// where it is no anchor for others as well.
    Ladder(Anchor),
    /// A card of ROME on the basin, of France Travail.
    Rome(RomeReading),
}

/// Another official reading than the anchor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OtherReading {
    pub of: ReadOf,
    /// What the decision table says on its class and causes; `None` where it has no cause.
    pub lever: Option<Lever>,
    /// Occupations that its code is of, this one among them: more than one is ambiguous.
    pub occupations: usize,
}

impl OtherReading {
    /// Class 1–5 as published.
    pub const fn class(&self) -> u8 {
        match &self.of {
            ReadOf::Ladder(anchor) => anchor.class,
            ReadOf::Rome(reading) => reading.class,
        }
    }

    pub const fn causes(&self) -> Causes {
        match &self.of {
            ReadOf::Ladder(anchor) => anchor.causes,
            ReadOf::Rome(reading) => reading.causes,
        }
    }

    /// Code of the card or of the occupation, without its edition.
    pub fn code(&self) -> String {
        match &self.of {
            ReadOf::Ladder(anchor) => anchor.occupation.code().to_owned(),
            ReadOf::Rome(reading) => reading.rome.to_string(),
        }
    }

    pub const fn year(&self) -> Option<u16> {
        match &self.of {
            ReadOf::Ladder(anchor) => Some(anchor.year),
            ReadOf::Rome(reading) => reading.year,
        }
    }

    /// Index of the source, and row in it.
    pub const fn place(&self) -> (usize, u32) {
        match &self.of {
            ReadOf::Ladder(anchor) => (anchor.source, anchor.row),
            ReadOf::Rome(reading) => (reading.source, reading.row),
        }
    }

    /// It and a class say a tension (4 or 5), or neither does.
    pub const fn agrees(&self, class: u8) -> bool {
        (self.class() >= 4) == (class >= 4)
    }
}

/// What official files say of one occupation, whatever the settings.
pub(super) struct Known {
    pub anchor: Option<Anchor>,
    /// Classes of its cards of ROME on the basin.
    pub cards: Vec<RomeReading>,
    /// All but the anchor, each with the occupations that its code is of.
    others: Vec<(ReadOf, usize)>,
}

impl Known {
    /// Those of the Dares by the part of the occupation that they carry, then the cards by code.
    pub fn new(anchors: &Anchors, occupation: Fap, reference: &Reference) -> Self {
        let anchor = anchors.anchor(occupation, reference);
        let cards = anchors.rome_readings(occupation, reference);
        // Behind a class of the basin, the ladder's own; of an occupation that has neither, those of
        // the codes that share it.
        let of_ladder = match anchor {
            Some(one) if one.rung == Rung::Basin => {
                anchors.of_ladder(occupation, reference).into_iter().collect()
            }
            // A code that carries more of it, and was set aside for the one of its own number.
            Some(one) => {
                let kept = one.converted.unwrap_or(1.0);
                let parts = anchors.of_parts(occupation, LEAST_PART, reference).into_iter();
                parts.filter(|other| other.converted.is_some_and(|share| share > kept)).collect()
            }
            None => anchors.of_parts(occupation, LEAST_PART, reference),
        };
        let ladder = of_ladder.into_iter().map(|one| {
            let occupations = match one.converted {
                Some(_) => reference.bridge(one.occupation, occupation.version).len(),
                None => 1,
            };
            (ReadOf::Ladder(one), occupations)
        });
        let kept = anchor.filter(|one| one.rung == Rung::Basin).map(|one| (one.source, one.row));
        let beside = cards.iter().filter(|one| kept != Some((one.source, one.row))).map(|one| {
            let of = reference.fap_from_rome(occupation.version, one.rome, None);
            (ReadOf::Rome(*one), of.len())
        });
        let others = ladder.chain(beside).collect();
        Self { anchor, cards, others }
    }

    /// Its other readings, each with the lever that it would call for.
    ///
    /// `signs` are those of the occupation: its class and causes give way to each reading's, less
    /// the causes that a scenario lifts.
    pub fn others(
        &self,
        signs: &Signs<'_>,
        (thresholds, table): (SurveyThresholds, &Decision),
        lifted: impl Fn(Causes) -> Causes,
    ) -> Vec<OtherReading> {
        let read = |(of, occupations): &(ReadOf, usize)| {
            let one = OtherReading { of: *of, lever: None, occupations: *occupations };
            let (class, causes) = (one.class(), lifted(one.causes()));
            let signs = Signs { official_class: Some(class), causes, ..*signs };
            let lever = (!causes.is_empty()).then(|| diagnose(&signs, thresholds, table).lever);
            OtherReading { lever, ..one }
        };
        self.others.iter().map(read).collect()
    }
}
