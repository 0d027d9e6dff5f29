//! What colleges of actors say, computed off the window's thread.

use crate::analysis::employers::perception::perception;
use crate::i18n::Catalog;
use crate::model::{Language, Territory};
use crate::readers::ReadTable;
use crate::reference::params::Parameters;
use crate::report::build::perception::{PerceptionContext, perceptions};
use crate::report::build::rules;
use crate::report::document::Table;
use std::sync::Arc;

/// What the table of perceptions is computed from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub loaded: u64,
    pub territory: Option<Territory>,
    pub language: Language,
}

/// What colleges of actors say, as it may be shown; `None` without two of them.
pub fn perceived(
    inputs: &[Arc<ReadTable>],
    parameters: &Parameters,
    catalog: &Catalog,
    territory: Option<Territory>,
) -> Option<Arc<Table>> {
    let perception = perception(inputs)?;
    let context = PerceptionContext {
        perception: &perception,
        catalog,
        territory: territory.unwrap_or(Territory::France),
        rules: rules(parameters),
    };
    Some(Arc::new(perceptions(&context)))
}
