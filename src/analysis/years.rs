//! What all loaded years say of a territory together.

use crate::analysis::borders::Break;
use crate::analysis::history::OwnYear;
use crate::analysis::series::{self, Bridge, Change, Series, Year};
use crate::analysis::validation::{self, Rules, Validation};
use crate::indicators::posterior::Settings;
use crate::model::Fap;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use std::collections::BTreeMap;

/// The series up to a year, the change of each occupation, and what past flags were worth.
pub(super) struct Together {
    pub series: Series,
    pub changes: BTreeMap<Fap, Change>,
    pub validations: Vec<Validation>,
}

/// Loaded surveys, oldest first; those without a row on the territory say nothing.
pub(super) fn together(
    (years, borders): (&[OwnYear], &[Break]),
    current: u16,
    settings: Settings,
    parameters: &Parameters,
    reference: &Reference,
) -> Together {
    let seen = |year: &OwnYear| {
        let folded = year.folded.as_ref()?;
        Some(Year::new(year.survey, folded, parameters.cut()))
    };
    let years: Vec<Year> = years.iter().filter_map(seen).collect();
    let passage_minimum = parameters.passage_minimum();
    let bridge = Bridge { passage_minimum, margin: parameters.trend_margin() };
    let (mut series, changes) = series::series(&years, current, settings, bridge, reference);
    series.borders = borders.iter().filter(|one| one.after <= current).cloned().collect();
    let (least, draws) = parameters.validation();
    let rules = Rules { least, passage_minimum, draws, seed: parameters.rank_draws().1 };
    let validations = validation::validations(&years, settings, rules, reference);
    Together { series, changes, validations }
}
