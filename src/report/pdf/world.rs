//! All that Typst may ask for: the template, the paper, the logo, our fonts. Nothing else exists.

use crate::report::paper::{Block, Paper};
use crate::report::pdf::PdfError;
use crate::report::pdf::data::Pages;
use crate::report::pdf::letters::FONTS;
use resvg::usvg;
use std::sync::LazyLock;
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::layout::{Abs, Frame, FrameItem};
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
    fn new(paper: &Paper, pages: &Pages, tight: bool) -> Result<Self, PdfError> {
        let data = serde_json::to_string(&Data { tight, pages }).map_err(refused)?;
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

/// The paper, and whether it is set a little closer.
#[derive(serde::Serialize)]
struct Data<'p> {
    tight: bool,
    #[serde(flatten)]
    pages: &'p Pages,
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
    let options = options(paper)?;
    let made = set(paper, pages).and_then(|document| {
        typst_pdf::pdf(&document, &options).map_err(|diagnostics| why(paper, &diagnostics))
    });
    typst::comemo::evict(KEPT);
    made
}

fn why(paper: &Paper, diagnostics: &[SourceDiagnostic]) -> PdfError {
    culprit(paper).unwrap_or_else(|| PdfError::Pages(told(diagnostics)))
}

/// What of a last page is too little to be a page: a heading and some lines below the margin, in
/// points.
const SPARSE: f64 = 68.0 + 130.0;
/// Where the footer begins, in points.
const FLOOR: f64 = 842.0 - 71.0;

/// The pages. Where the last of them holds a few lines alone, all are set a little closer, if that
/// spares it.
fn set(paper: &Paper, pages: &Pages) -> Result<PagedDocument, PdfError> {
    let first = compiled(paper, pages, false)?;
    let last = first.pages().last().filter(|_| first.pages().len() > 1);
    if last.is_none_or(|page| lowest(&page.frame, Abs::zero()).to_pt() >= SPARSE) {
        return Ok(first);
    }
    let closer = compiled(paper, pages, true)?;
    Ok(if closer.pages().len() < first.pages().len() { closer } else { first })
}

fn compiled(paper: &Paper, pages: &Pages, tight: bool) -> Result<PagedDocument, PdfError> {
    let set = typst::compile::<PagedDocument>(&Sheets::new(paper, pages, tight)?);
    if !set.warnings.is_empty() {
        log::warn!("{}: {}", paper.name, told(&set.warnings));
    }
    set.output.map_err(|diagnostics| why(paper, &diagnostics))
}

/// How far down anything is seen on a page, its footer apart.
fn lowest(frame: &Frame, from: Abs) -> Abs {
    let seen = frame.items().map(|(at, item)| match item {
        FrameItem::Group(group) => lowest(&group.frame, from + at.y),
        FrameItem::Text(_) | FrameItem::Shape(..) | FrameItem::Image(..) => from + at.y,
        _ => Abs::zero(),
    });
    seen.filter(|at| at.to_pt() < FLOOR).fold(Abs::zero(), Abs::max)
}

/// How many pages there are.
///
/// # Errors
/// Those of [`bytes`].
pub fn count(paper: &Paper, pages: &Pages) -> Result<usize, PdfError> {
    let made = set(paper, pages);
    typst::comemo::evict(KEPT);
    made.map(|document| document.pages().len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Catalog;
    use crate::model::{Date, Language};
    use crate::report::paper::{Grid, GridColumn, GridRow, Inline, Kind, Look};

    fn paper(blocks: Vec<Block>) -> (Paper, Pages) {
        let paper = Paper {
            kind: Kind::Note,
            name: "note".to_owned(),
            title: "Note".to_owned(),
            subtitle: String::new(),
            language: Language::French,
            as_of: Date::new(2026, 3, 12).unwrap(),
            look: Look::default(),
            blocks,
        };
        let pages = Pages::of(&paper, &Catalog::new(Language::French).unwrap());
        (paper, pages)
    }

    fn words(text: &str) -> Vec<Inline> {
        vec![Inline::Words(text.to_owned())]
    }

    /// What is written on a page, in its order.
    fn written(frame: &Frame, out: &mut String) {
        for (_, item) in frame.items() {
            match item {
                FrameItem::Group(group) => written(&group.frame, out),
                FrameItem::Text(text) => out.push_str(&text.text),
                _ => {}
            }
        }
    }

    /// What is copied from a page is what stood in the table: where a line may be cut is no letter.
    #[test]
    fn a_fingerprint_is_written_as_it_is() {
        let long = "0123456789abcdef".repeat(4);
        let name = "BMO_2025_territoire_fictif_Aurillac_bassin.xlsx";
        let column = |weight| GridColumn { title: name.to_owned(), weight, number: false };
        let grid = Grid {
            caption: name.to_owned(),
            columns: vec![column(1.0), column(1.0)],
            rows: vec![GridRow {
                mark: None,
                cells: vec![words(name), words(&long)],
                strong: false,
                tall: false,
            }],
            note: words(&long),
        };
        let text = Block::Text(words(&format!("Voir {long}, de {name}.")));
        let heading = Block::Heading { level: 1, text: name.to_owned() };
        let (paper, pages) = paper(vec![heading, text, Block::Table(grid)]);
        let mut found = String::new();
        for page in compiled(&paper, &pages, false).unwrap().pages() {
            written(&page.frame, &mut found);
        }
        assert!(!found.contains('\u{200b}'), "{found}");
        assert_eq!(found.matches(&long).count(), 3, "{found}");
        assert!(found.matches(name).count() >= 3, "{found}");
    }

    #[test]
    fn a_last_page_of_a_few_lines_is_spared() {
        let text = "Un paragraphe de deux lignes, comme il y en a dans une note, qui dit peu mais \
                    le dit en entier et passe à la ligne pour finir.";
        let spared = (8..24).filter(|count| {
            let (paper, pages) = paper(vec![Block::Text(words(text)); *count]);
            let as_it_comes = compiled(&paper, &pages, false).unwrap().pages().len();
            let closer = set(&paper, &pages).unwrap().pages().len();
            assert!(closer <= as_it_comes, "{count}");
            closer < as_it_comes
        });
        assert!(spared.count() > 0);
    }
}
