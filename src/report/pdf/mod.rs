//! A paper as PDF: tagged, with bookmarks, archivable, its letters inside it.
//!
//! Typst sets the pages from a template of ours and from the paper as data: nothing that a user
//! wrote is ever read as markup. No disk, no clock, no network and none of the system's letters:
//! the same paper gives the same bytes.

#[cfg(feature = "pdf")]
mod columns;
#[cfg(feature = "pdf")]
mod data;
#[cfg(feature = "pdf")]
mod letters;
#[cfg(feature = "pdf")]
mod world;

use crate::i18n::Catalog;
use crate::report::paper::Paper;

/// Whether this build writes PDF.
pub const IS_BUILT_IN: bool = cfg!(feature = "pdf");

/// Why a paper could not be set in pages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PdfError {
    #[error("the logo is no readable PNG: {0}")]
    Logo(String),
    #[error("the picture « {caption} » is no readable SVG: {detail}")]
    Picture { caption: String, detail: String },
    #[error("the pages could not be set: {0}")]
    Pages(String),
    #[error("this build of Bassin writes no PDF: it was made without the feature pdf")]
    Without,
}

impl PdfError {
    /// What happened and what to do, for eyes.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Logo(detail) => catalog.with("pdf-error-logo", &[("detail", detail.into())]),
            Self::Picture { caption, detail } => {
                let args = [("caption", caption.into()), ("detail", detail.into())];
                catalog.with("pdf-error-picture", &args)
            }
            Self::Pages(detail) => catalog.with("pdf-error-pages", &[("detail", detail.into())]),
            Self::Without => catalog.text("pdf-error-without"),
        }
    }
}

/// The paper as a file: PDF/A-2a and PDF/UA-1.
///
/// # Errors
/// When the logo or a picture cannot be read, or this build has no PDF.
#[cfg(feature = "pdf")]
pub fn pdf(paper: &Paper, catalog: &Catalog) -> Result<Vec<u8>, PdfError> {
    world::bytes(paper, &data::Pages::of(paper, catalog))
}

/// The paper as a file; not in this build.
///
/// # Errors
/// Always.
#[cfg(not(feature = "pdf"))]
pub fn pdf(_: &Paper, _: &Catalog) -> Result<Vec<u8>, PdfError> {
    Err(PdfError::Without)
}

/// How many pages the paper takes; `None` in a build without PDF.
///
/// # Errors
/// When the logo or a picture cannot be read.
#[cfg(feature = "pdf")]
pub fn count(paper: &Paper, catalog: &Catalog) -> Result<Option<usize>, PdfError> {
    world::count(paper, &data::Pages::of(paper, catalog)).map(Some)
}

/// How many pages the paper takes: there are none in this build.
///
/// # Errors
/// Never.
#[cfg(not(feature = "pdf"))]
pub fn count(_: &Paper, _: &Catalog) -> Result<Option<usize>, PdfError> {
    Ok(None)
}

/// A sentence on the letters that the fonts of the file do not have, which it shows as `□`.
#[cfg(feature = "pdf")]
pub fn notice(paper: &Paper, catalog: &Catalog) -> Option<String> {
    let lost = data::Pages::of(paper, catalog).lost;
    let count = u32::try_from(lost.len()).unwrap_or(u32::MAX);
    let letters = lost.iter().map(char::to_string).collect::<Vec<_>>().join(" ");
    let args = [("count", count.into()), ("list", (&letters).into())];
    (count > 0).then(|| catalog.with("pdf-letters", &args))
}

/// A sentence on the letters that a file would not show; there is no file in this build.
#[cfg(not(feature = "pdf"))]
pub fn notice(_: &Paper, _: &Catalog) -> Option<String> {
    None
}
