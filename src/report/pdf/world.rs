//! All that Typst may ask for: the template, the paper, the logo, our fonts. Nothing else exists.

use crate::report::paper::{Block, Paper};
use crate::report::pdf::PdfError;
use crate::report::pdf::data::Pages;
use crate::report::pdf::letters::FONTS;
use resvg::usvg;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::visualize::{ExchangeFormat, RasterImage};
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

const TEMPLATE: &str = include_str!("../../../assets/papers/paper.typ");

/// Papers whose parts are kept in memory for the next: occupation sheets are made one by one.
const KEPT: usize = 1;

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));
static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The files that the template names.
struct Sheets {
    main: Source,
    paper: (FileId, Bytes),
    logo: Option<(FileId, Bytes)>,
}

fn refused(error: impl std::fmt::Display) -> PdfError {
    PdfError::Pages(error.to_string())
}

fn file(name: &str) -> Result<FileId, PdfError> {
    let path = VirtualPath::new(name).map_err(refused)?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl Sheets {
    fn new(paper: &Paper, pages: &Pages) -> Result<Self, PdfError> {
        let data = serde_json::to_string(pages).map_err(refused)?;
        let logo = match &paper.look.logo {
            Some((png, _)) => Some((file("logo.png")?, Bytes::new(png.clone()))),
            None => None,
        };
        Ok(Self {
            main: Source::new(file("paper.typ")?, TEMPLATE.to_owned()),
            paper: (file("paper.json")?, Bytes::from_string(data)),
            logo,
        })
    }
}

impl World for Sheets {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() { Ok(self.main.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let files = [Some(&self.paper), self.logo.as_ref()];
        let found = files.into_iter().flatten().find(|(file, _)| *file == id);
        found.map(|(_, bytes)| bytes.clone()).ok_or(FileError::AccessDenied)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// There is no clock.
    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// What Typst says, in one line.
fn told(diagnostics: &[SourceDiagnostic]) -> String {
    let one = |diagnostic: &SourceDiagnostic| {
        let hints = diagnostic.hints.iter().map(|hint| hint.v.to_string());
        std::iter::once(diagnostic.message.to_string()).chain(hints).collect::<Vec<_>>().join("; ")
    };
    diagnostics.iter().map(one).collect::<Vec<_>>().join(" | ")
}

/// What the user gave and cannot be read, if that is why the pages were refused.
fn culprit(paper: &Paper) -> Option<PdfError> {
    if let Some((png, _)) = &paper.look.logo
        && let Err(error) = RasterImage::plain(Bytes::new(png.clone()), ExchangeFormat::Png)
    {
        return Some(PdfError::Logo(error.to_string()));
    }
    paper.blocks.iter().find_map(|block| {
        let Block::Picture(picture) = block else { return None };
        let error = usvg::Tree::from_str(&picture.svg, &usvg::Options::default()).err()?;
        let caption = picture.caption.clone();
        Some(PdfError::Picture { caption, detail: error.to_string() })
    })
}

fn options(paper: &Paper) -> Result<PdfOptions, PdfError> {
    let standards = PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1])
        .map_err(|error| refused(error.message()))?;
    let day = paper.as_of;
    Ok(PdfOptions {
        ident: Smart::Custom(format!("bassin {} {} {day}", paper.kind.id(), paper.name)),
        creator: Smart::Custom(Some(concat!("Bassin ", env!("CARGO_PKG_VERSION")).to_owned())),
        timestamp: Datetime::from_ymd_hms(day.year(), day.month(), day.day(), 0, 0, 0)
            .map(Timestamp::new_utc),
        page_ranges: None,
        standards,
        tagged: true,
        pretty: false,
    })
}

/// The file.
///
/// # Errors
/// When the logo or a picture cannot be read; the template itself has no other reason to fail.
pub fn bytes(paper: &Paper, pages: &Pages) -> Result<Vec<u8>, PdfError> {
    let sheets = Sheets::new(paper, pages)?;
    let options = options(paper)?;
    let refused = |diagnostics: &[SourceDiagnostic]| {
        culprit(paper).unwrap_or_else(|| PdfError::Pages(told(diagnostics)))
    };
    let set = typst::compile::<PagedDocument>(&sheets);
    if !set.warnings.is_empty() {
        log::warn!("{}: {}", paper.name, told(&set.warnings));
    }
    let made = set
        .output
        .and_then(|document| typst_pdf::pdf(&document, &options))
        .map_err(|diagnostics| refused(&diagnostics));
    typst::comemo::evict(KEPT);
    made
}

/// How many pages there are.
///
/// # Errors
/// Those of [`bytes`].
pub fn count(paper: &Paper, pages: &Pages) -> Result<usize, PdfError> {
    let sheets = Sheets::new(paper, pages)?;
    let set = typst::compile::<PagedDocument>(&sheets).output;
    let made = set.map_err(|found| culprit(paper).unwrap_or_else(|| PdfError::Pages(told(&found))));
    typst::comemo::evict(KEPT);
    made.map(|document| document.pages().len())
}
