//! One integration binary: each one links all of polars.

#![expect(clippy::disallowed_methods, reason = "tests read files of their own")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod abuse;
mod acting;
mod actions;
mod adaptations;
mod archives;
mod atlas;
mod beside;
mod bodies;
mod borders;
mod cancel;
mod cells;
mod charts;
mod compare;
mod counted;
mod damaged;
mod dares;
mod diagnosis;
mod documents;
mod docx;
mod dominant;
mod dress;
mod edition;
mod exported;
mod exports;
mod gathered;
mod groups;
mod hostile;
mod kit;
mod labels;
mod layouts;
mod leaks;
mod linked;
mod lists;
mod mapping;
mod maps;
mod marks;
mod method;
mod mutated;
mod needs_sectors;
mod own_labels;
mod papers;
#[cfg(feature = "pdf")]
mod pdf;
mod perceptions;
mod pieces;
mod plan;
mod plan_papers;
mod planned;
mod portrait;
mod published;
mod readings;
mod register;
mod remembered;
mod report;
mod resampling;
mod sample;
mod secret;
mod seminar;
mod sheets;
mod sources;
mod spoilt;
mod supply;
mod usages;
mod variants;
mod vintages;
mod waves;
mod ways;
mod window;
mod words;

use std::path::PathBuf;

/// The folder of real published files, when it is there.
fn published_folder() -> Option<PathBuf> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/published");
    let folder = std::env::var_os("BASSIN_PUBLISHED").map_or(beside, PathBuf::from);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: the folder of published files is not there");
    None
}
