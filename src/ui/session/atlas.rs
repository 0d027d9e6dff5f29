//! Every basin at once: made when it is first looked at, read again whenever the method changes.

use crate::analysis::{atlas, settings};
use crate::indicators::atlas::Atlas;
use crate::jobs::{Derived, Job};
use crate::model::Language;
use crate::model::adjust::Adjustments;
use crate::report::atlas::Sheet;
use crate::report::build::rules;
use crate::ui::session::Session;
use std::sync::Arc;

/// What the numbers are made of; what a masked cell may hold is in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct AtlasKey {
    loaded: u64,
    year: Option<u16>,
    star_max: Option<u32>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct SheetKey {
    atlas: u64,
    method: Adjustments,
    language: Language,
}

#[derive(Default)]
pub struct Atlases {
    wanted: bool,
    atlas: Derived<AtlasKey, Option<Arc<Atlas>>>,
    atlas_revision: u64,
    sheet: Derived<SheetKey, Arc<Sheet>>,
    sheet_revision: u64,
}

impl Atlases {
    pub const fn is_running(&self) -> bool {
        self.atlas.is_running() || self.sheet.is_running()
    }
}

impl Session {
    /// The table of all basins is looked at.
    pub const fn want_atlas(&mut self) {
        self.atlases.wanted = true;
    }

    pub const fn wants_atlas(&self) -> bool {
        self.atlases.wanted
    }

    /// The table of all basins and its revision; `None` while it is made, or without a survey.
    pub fn atlas_sheet(&self) -> Option<(&Arc<Sheet>, u64)> {
        self.atlases.sheet.value().map(|sheet| (sheet, self.atlases.sheet_revision))
    }

    pub(super) fn derive_atlas(&mut self) {
        if !self.atlases.wanted {
            return;
        }
        let key = AtlasKey {
            loaded: self.loaded_revision,
            year: self.project.decisions().year,
            star_max: self.method().get("star_max"),
        };
        let (inputs, parameters) = (self.inputs(), Arc::clone(&self.adjusted));
        let waker = self.waker();
        let came = self.atlases.atlas.update(&key, || {
            Job::spawn("atlas", waker, move |_| atlas(&inputs, &parameters, key.year).map(Arc::new))
        });
        self.atlases.atlas_revision += u64::from(came);
        let Some(Some(atlas)) = self.atlases.atlas.value() else { return };
        let key = SheetKey {
            atlas: self.atlases.atlas_revision,
            method: self.method().clone(),
            language: self.catalog.language(),
        };
        let (atlas, parameters) = (Arc::clone(atlas), Arc::clone(&self.adjusted));
        let (catalog, reference) = (Arc::clone(&self.catalog), Arc::clone(&self.reference));
        let waker = self.waker();
        let came = self.atlases.sheet.update(&key, || {
            Job::spawn("atlas readings", waker, move |_| {
                let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
                let readings = atlas.readings(parameters.cut(), settings(&parameters), cores);
                let words = (catalog.as_ref(), reference.as_ref());
                Arc::new(Sheet::new(atlas, Arc::new(readings), words, rules(&parameters)))
            })
        });
        self.atlases.sheet_revision += u64::from(came);
    }
}
