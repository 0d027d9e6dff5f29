//! What the files say of a territory, kept between two settings of the method.

use crate::analysis::{AnalysisError, Stage};
use crate::matching::corrections::Links;
use crate::matching::label::dictionary::Dictionary;
use crate::model::{Perimeter, Territory};
use crate::project::Weighting;
use crate::reference::params::Parameters;
use std::sync::{Arc, Mutex, PoisonError};

/// What a stage depends on, besides the parameters that it is read through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StageKey {
    pub loaded: u64,
    pub territory: Territory,
    pub year: Option<u16>,
    pub perimeters: Vec<Perimeter>,
    pub links: Links,
    /// How the own survey is weighed, and what its labels mean.
    pub weighting: Weighting,
    pub labels: Dictionary,
}

/// The last stages: with the method as it comes, and as the user changed it.
#[derive(Default)]
pub struct Stages(Mutex<Vec<(StageKey, Arc<Stage>)>>);

const MOST: usize = 2;

impl Stages {
    /// The stage at hand, or one made anew.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn stage(
        &self,
        key: &StageKey,
        parameters: &Parameters,
        make: impl FnOnce() -> Result<Stage, AnalysisError>,
    ) -> Result<Arc<Stage>, AnalysisError> {
        let at_hand = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = at_hand()
            .iter()
            .find(|(known, stage)| known == key && stage.serves(parameters))
            .map(|(_, stage)| Arc::clone(stage));
        if let Some(stage) = known {
            return Ok(stage);
        }
        let stage = Arc::new(make()?);
        let mut stages = at_hand();
        if stages.len() >= MOST {
            stages.remove(0);
        }
        stages.push((key.clone(), Arc::clone(&stage)));
        Ok(stage)
    }

    pub fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}
