//! What colleges of actors say, computed off the window's thread.

use crate::i18n::Catalog;
use crate::inquiry::perceived;
use crate::model::{Language, Territory};
use crate::readers::ReadTable;
use crate::reference::params::Parameters;
use crate::report::build::perception::perceptions;
use crate::report::document::Table;
use crate::report::survey::perceived::Perceived;
use crate::secrecy::Rules;
use crate::secrecy::journal::Log;
use std::sync::Arc;

/// What the table of perceptions is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub loaded: u64,
    pub territory: Option<Territory>,
    pub language: Language,
    /// Rules of secrecy, as the project makes them stricter.
    pub rules: Rules,
    /// How many exports have left the project.
    pub exports: usize,
}

/// The perceptions, ready to be drawn.
#[derive(Debug)]
pub struct Told {
    pub perceived: Perceived,
    pub table: Arc<Table>,
}

/// What colleges of actors say, as it may be shown; `None` without two of them.
pub fn told(
    inputs: &[Arc<ReadTable>],
    parameters: &Parameters,
    catalog: &Catalog,
    territory: Option<Territory>,
    log: &Log,
) -> Option<Arc<Told>> {
    let territory = territory.unwrap_or(Territory::France);
    let perceived = perceived(inputs, parameters, territory, log)?;
    let table = Arc::new(perceptions(&perceived, catalog));
    Some(Arc::new(Told { perceived, table }))
}
