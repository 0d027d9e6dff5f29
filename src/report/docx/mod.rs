//! A paper as a Word document: styles with names, captions, tables that read aloud.
//!
//! Written part by part: no library for this format repeats the header of a table, describes a
//! picture or says the language of a text. Same paper, same bytes: no clock, no random name; the
//! only date is that of the paper. Nothing a user wrote is ever markup or a field.

mod body;
mod colour;
mod contents;
mod frame;
mod measure;
mod media;
mod page;
mod pages;
mod paragraph;
mod relations;
mod table;
#[cfg(test)]
mod tests;
mod xml;

pub use media::logo_points;

use crate::i18n::Catalog;
use crate::model::Language;
use crate::reference::questionnaire::fill;
use crate::report::drawing::PictureError;
use crate::report::paper::{Block, Grid, Kind, Paper};
use measure::Styles;
use relations::Relation;
use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use xml::{Xml, escaped};
use zip::write::{SimpleFileOptions, ZipWriter};

const STYLES: &str = include_str!("../../../assets/docx/styles.xml");
const SETTINGS: &str = include_str!("../../../assets/docx/settings.xml");
const NUMBERING: &str = include_str!("../../../assets/docx/numbering.xml");
const THEME: &str = include_str!("../../../assets/docx/theme.xml");
const FONTS: &str = include_str!("../../../assets/docx/fontTable.xml");

/// The styles that are ours; those of Word are named by Word.
const OWN: [&str; 22] = [
    "masthead",
    "lead",
    "note",
    "picture",
    "advice",
    "advice-title",
    "limit",
    "limit-title",
    "fact-figure",
    "fact-label",
    "fact-note",
    "fact-table",
    "table",
    "table-text",
    "table-number",
    "table-head",
    "table-head-number",
    "table-mark",
    "table-end",
    "label",
    "figure-mark",
    "row-mark",
];

/// The document could not be written.
#[derive(Debug, thiserror::Error)]
pub enum DocxError {
    #[error("picture {place} (« {caption} »): {source}")]
    Picture {
        /// From 1, in the order of the text.
        place: usize,
        caption: String,
        source: PictureError,
    },
    #[error("the logo is not a PNG of at most 4,000 points a side: save it as one")]
    Logo,
    #[error("table « {caption} », row {row}: {cells} cells for {columns} columns")]
    Row {
        caption: String,
        /// From 1.
        row: usize,
        cells: usize,
        columns: usize,
    },
    #[error("table « {caption} » has no column")]
    NoColumn { caption: String },
    #[error("archive: {0}")]
    Archive(#[from] zip::result::ZipError),
    #[error("archive: {0}")]
    Writing(#[from] std::io::Error),
}

/// The bytes of a `.docx` file.
///
/// # Errors
/// When a picture cannot be drawn, the logo is no PNG, or a row of a table has not one cell per
/// column.
pub fn docx(paper: &Paper, catalog: &Catalog) -> Result<Vec<u8>, DocxError> {
    let logo = media::logo(&paper.look)?;
    let pictures = drawn(paper)?;
    let headed = body::headed(paper);
    let top = headed.then_some(Relation::Header);
    let image = logo.as_ref().map(|_| Relation::Logo);
    let placed = (1..=pictures.len()).map(Relation::Picture);
    let named: Vec<Relation> =
        Relation::FIXED.into_iter().chain(top).chain(image).chain(placed).collect();

    let mut package = Package::new();
    package.part("[Content_Types].xml", &relations::content_types(&named))?;
    package.part("_rels/.rels", &relations::package())?;
    package.part("docProps/core.xml", &core(paper))?;
    let written = |pages: &BTreeMap<String, u32>| {
        body::body(paper, (logo.as_ref(), pictures.as_slice()), pages, catalog)
    };
    let styles = styles(paper, catalog);
    let mut text = written(&BTreeMap::new());
    if body::is_listed(paper) {
        // Of the text with numbers in its list: they take no line more.
        text = written(&pages::pages(&text, &Styles::read(&styles), page::text_of(paper.kind)));
    }
    package.part("word/document.xml", &text)?;
    package.part("word/_rels/document.xml.rels", &relations::relations(&named))?;
    let around = frame::footer(paper, catalog);
    for relation in &named {
        let name = format!("word/{}", relation.target());
        match relation {
            Relation::Styles => package.part(&name, styles.as_bytes())?,
            Relation::Settings => package.part(&name, settings(paper).as_bytes())?,
            Relation::Numbering => package.part(&name, coloured(NUMBERING, paper).as_bytes())?,
            Relation::Theme => package.part(&name, coloured(THEME, paper).as_bytes())?,
            Relation::Fonts => package.part(&name, FONTS.as_bytes())?,
            Relation::Footer | Relation::FirstFooter => package.part(&name, &around)?,
            Relation::Header => {
                package.part(&name, &frame::header(paper, logo.as_ref()))?;
                if let Some(image) = image {
                    let name = "word/_rels/header1.xml.rels";
                    package.part(name, &relations::relations(&[image]))?;
                }
            }
            Relation::Logo => {
                if let Some(logo) = &logo {
                    package.picture(&name, &logo.png)?;
                }
            }
            Relation::Picture(place) => {
                if let Some((image, _)) = place.checked_sub(1).and_then(|at| pictures.get(at)) {
                    package.picture(&name, &image.png)?;
                }
            }
        }
    }
    package.finish()
}

/// The pictures of a document, ready to be placed; its tables are looked at on the way.
fn drawn(paper: &Paper) -> Result<Vec<body::Ready>, DocxError> {
    let mut pictures = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Picture(picture) => {
                pictures.push(media::drawn(picture, pictures.len() + 1)?);
            }
            Block::Table(grid) => sound(grid)?,
            _ => {}
        }
    }
    Ok(pictures)
}

/// The headings of a document, each with its page from 1: about, with the letters that the styles
/// name; whoever sets the text knows.
///
/// # Errors
/// As [`docx`].
pub fn headings(paper: &Paper, catalog: &Catalog) -> Result<Vec<(String, u32)>, DocxError> {
    let (logo, pictures) = (media::logo(&paper.look)?, drawn(paper)?);
    let text = body::body(paper, (logo.as_ref(), pictures.as_slice()), &BTreeMap::new(), catalog);
    let styles = Styles::read(&styles(paper, catalog));
    let pages = pages::pages(&text, &styles, page::text_of(paper.kind));
    let entries = contents::entries(&paper.blocks);
    let page = |entry: &contents::Entry<'_>| {
        let page = pages.get(&entry.bookmark()).copied().unwrap_or_default();
        (entry.text.to_owned(), page)
    };
    Ok(entries.iter().map(page).collect())
}

/// A row that has not one cell per column would be read under another title.
fn sound(grid: &Grid) -> Result<(), DocxError> {
    let (caption, columns) = (|| grid.caption.clone(), grid.columns.len());
    if columns == 0 {
        return Err(DocxError::NoColumn { caption: caption() });
    }
    match grid.rows.iter().position(|row| row.cells.len() != columns) {
        None => Ok(()),
        Some(at) => Err(DocxError::Row {
            caption: caption(),
            row: at + 1,
            cells: grid.rows.get(at).map_or(0, |row| row.cells.len()),
            columns,
        }),
    }
}

/// The language of the text, for spelling and for who reads it aloud.
const fn locale(language: Language) -> &'static str {
    match language {
        Language::French => "fr-FR",
        Language::English => "en-GB",
    }
}

/// Colours in the places that bear their names.
fn coloured(template: &str, paper: &Paper) -> String {
    let accent = paper.look.ink();
    let colours = [
        ("accent", accent),
        ("pale", colour::pale(accent)),
        ("ink", colour::INK),
        ("quiet", colour::QUIET),
        ("faint", colour::FAINT),
        ("rule", colour::RULE),
        ("grey", colour::GREY),
    ]
    .map(|(name, colour)| (name, colour::hex(colour)));
    fill(template, &colours.each_ref().map(|(name, colour)| (*name, colour.as_str())))
}

fn styles(paper: &Paper, catalog: &Catalog) -> String {
    let names = OWN.map(|name| (name, escaped(&catalog.text(&format!("docx-style-{name}")))));
    let width = page::WIDTH.to_string();
    let mut values: Vec<(&str, &str)> =
        names.iter().map(|(name, words)| (*name, words.as_str())).collect();
    values.extend([("locale", locale(paper.language)), ("width", &width)]);
    values.extend(sizes(paper.kind));
    fill(&coloured(STYLES, paper), &values)
}

/// Sizes of letters, in half points, and spaces, in twentieths of a point: what is read page after
/// page has room; what is handed over on a sheet stays on it.
const fn sizes(kind: Kind) -> [(&'static str, &'static str); 17] {
    if !kind.is_sheet() {
        return [
            ("text", "21"),
            ("after", "130"),
            ("line", "276"),
            ("title", "52"),
            ("masthead-after", "320"),
            ("heading", "34"),
            ("heading-before", "400"),
            ("heading-after", "120"),
            ("lead-size", "26"),
            ("lead-after", "200"),
            ("box-before", "240"),
            ("box-after", "260"),
            ("caption-before", "220"),
            ("cell", "18"),
            ("cell-space", "40"),
            ("list-after", "60"),
            ("list-line", "269"),
        ];
    }
    [
        ("text", "19"),
        ("after", "80"),
        ("line", "250"),
        ("title", "44"),
        ("masthead-after", "180"),
        ("heading", "26"),
        ("heading-before", "200"),
        ("heading-after", "60"),
        ("lead-size", "23"),
        ("lead-after", "120"),
        ("box-before", "140"),
        ("box-after", "140"),
        ("caption-before", "110"),
        ("cell", "17"),
        // A programme has more rows than any other sheet, and one page.
        ("cell-space", if matches!(kind, Kind::Programmes) { "14" } else { "26" }),
        ("list-after", "20"),
        ("list-line", "250"),
    ]
}

fn settings(paper: &Paper) -> String {
    let (point, separator) = match paper.language {
        Language::French => (",", ";"),
        Language::English => (".", ","),
    };
    let locale = locale(paper.language);
    fill(SETTINGS, &[("locale", locale), ("point", point), ("separator", separator)])
}

/// Title, author, language and date: nothing of the machine nor of who sat at it.
fn core(paper: &Paper) -> Vec<u8> {
    const SPACES: [(&str, &str); 4] = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let organisation = paper.look.organisation.trim();
    let creator = if organisation.is_empty() { "Bassin" } else { organisation };
    let midnight = format!("{}T00:00:00Z", paper.as_of);
    let mut xml = Xml::part();
    xml.wrap("cp:coreProperties", &SPACES, |xml| {
        let untitled = paper.title.trim().is_empty();
        let title = if untitled { &paper.name } else { &paper.title };
        xml.wrap("dc:title", &[], |xml| xml.words(title));
        xml.wrap("dc:creator", &[], |xml| xml.words(creator));
        xml.wrap("dc:language", &[], |xml| xml.words(locale(paper.language)));
        for name in ["dcterms:created", "dcterms:modified"] {
            xml.wrap(name, &[("xsi:type", "dcterms:W3CDTF")], |xml| xml.words(&midnight));
        }
    });
    xml.into_bytes()
}

/// The archive: parts in the order they are given, without dates.
struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// The same on every system.
    fn options(method: zip::CompressionMethod) -> SimpleFileOptions {
        SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(zip::DateTime::DEFAULT)
            .system(zip::System::Unix)
            .unix_permissions(0o644)
    }

    fn part(&mut self, name: &str, bytes: &[u8]) -> Result<(), DocxError> {
        self.write(name, bytes, zip::CompressionMethod::Deflated)
    }

    /// A picture is compressed already.
    fn picture(&mut self, name: &str, bytes: &[u8]) -> Result<(), DocxError> {
        self.write(name, bytes, zip::CompressionMethod::Stored)
    }

    fn write(
        &mut self,
        name: &str,
        bytes: &[u8],
        method: zip::CompressionMethod,
    ) -> Result<(), DocxError> {
        self.0.start_file(name, Self::options(method))?;
        self.0.write_all(bytes)?;
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, DocxError> {
        Ok(self.0.finish()?.into_inner())
    }
}
