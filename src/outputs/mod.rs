//! What leaves as documents and files of figures, made alike for the window and the command line.
//!
//! Bytes are made here and written elsewhere: nothing of this knows a disk. What is about to leave
//! is to be remembered by who writes it.

mod bytes;
mod ground;
mod place;
mod subject;

pub use bytes::{ByteError, File, of_figures, of_papers};
pub use ground::{Ground, MOST_LOGO, look};
pub use place::{Drawing, drawing, with_map};
pub use subject::{
    Refusal, Subject, Written, cited_by_body, cited_by_kit, cited_by_return, company,
    first_occupations, written,
};

use crate::report::pdf;

/// Rows of a ranked list on a page.
pub const LISTED: usize = 15;

/// What a document, or its figures, is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Format {
    Docx,
    Pdf,
    Xlsx,
    Csv,
    Json,
    Parquet,
}

impl Format {
    pub const ALL: [Self; 6] =
        [Self::Docx, Self::Pdf, Self::Xlsx, Self::Csv, Self::Json, Self::Parquet];

    /// On the command line, and as the ending of files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Json => "json",
            Self::Parquet => "parquet",
        }
    }

    /// Of a document to be read, rather than of its figures.
    pub const fn is_of_papers(self) -> bool {
        matches!(self, Self::Docx | Self::Pdf)
    }

    /// Whether this build writes it.
    pub const fn is_built_in(self) -> bool {
        match self {
            Self::Pdf => pdf::IS_BUILT_IN,
            _ => true,
        }
    }
}
