//! Documents and figures as files: the one place outside `report` that calls the exporters.

use crate::i18n::Catalog;
use crate::outputs::Format;
use crate::report::build::{Context, exposed};
use crate::report::csv::Marks;
use crate::report::document::Document;
use crate::report::docx::DocxError;
use crate::report::paper::Paper;
use crate::report::pdf::PdfError;
use crate::report::{self, docx, json, masked, parquet, pdf, xlsx};

/// A name and the bytes under it.
pub type File = (String, Vec<u8>);

/// A file that could not be made.
#[derive(Debug, thiserror::Error)]
pub enum ByteError {
    #[error("{name}.docx: {error}")]
    Docx { name: String, error: DocxError },
    #[error("{name}.pdf: {error}")]
    Pdf { name: String, error: PdfError },
    /// Tables in a form for machines or spreadsheets.
    #[error("{name}: {detail}")]
    Figures { name: String, detail: String },
}

impl ByteError {
    /// What happened and what to do, for eyes.
    pub fn say(&self, catalog: &Catalog) -> String {
        match self {
            Self::Pdf { error, .. } => error.say(catalog),
            Self::Docx { .. } | Self::Figures { .. } => self.to_string(),
        }
    }
}

/// Every document in every format of documents.
///
/// # Errors
/// When a picture or the logo cannot be drawn, or this build has no PDF.
pub fn of_papers(
    papers: &[Paper],
    formats: &[Format],
    catalog: &Catalog,
) -> Result<Vec<File>, ByteError> {
    let mut made = Vec::new();
    for paper in papers {
        for format in formats.iter().filter(|format| format.is_of_papers()) {
            made.push(of_paper(paper, *format, catalog)?);
        }
    }
    Ok(made)
}

fn of_paper(paper: &Paper, format: Format, catalog: &Catalog) -> Result<File, ByteError> {
    let name = || paper.name.clone();
    let bytes = if format == Format::Pdf {
        let bytes = pdf::pdf(paper, catalog);
        bytes.map_err(|error| ByteError::Pdf { name: name(), error })?
    } else {
        let bytes = docx::docx(paper, catalog);
        bytes.map_err(|error| ByteError::Docx { name: name(), error })?
    };
    Ok((format!("{}.{}", paper.name, format.id()), bytes))
}

/// The store of figures in every format of figures, and what is hidden in it.
///
/// # Errors
/// When a table cannot be written in one of them.
pub fn of_figures(
    document: &Document,
    context: &Context<'_>,
    (formats, marks): (&[Format], Marks),
) -> Result<Vec<File>, ByteError> {
    let catalog = context.catalog;
    let code = context.results.territory.territory.to_string();
    let code: String =
        code.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let folder = format!("tables_{code}");
    let mut made: Vec<File> = Vec::new();
    for format in formats {
        match format {
            Format::Docx | Format::Pdf => {}
            Format::Xlsx => {
                let name = format!("{folder}.xlsx");
                made.push(file(name, xlsx::workbook(document, catalog))?);
            }
            Format::Json => {
                let text = json::document(document, catalog).map(String::into_bytes);
                made.push(file(format!("{folder}.json"), text)?);
            }
            Format::Csv => {
                for table in &document.tables {
                    let name = format!("{folder}/{}", report::csv::file_name(table));
                    made.push(file(name, report::csv::table(table, catalog, marks))?);
                }
                let (name, bytes) = report::csv::read_me(document, catalog);
                made.push((format!("{folder}/{name}"), bytes));
            }
            Format::Parquet => {
                for table in &document.tables {
                    let name = format!("{folder}/{}.parquet", table.id);
                    made.push(file(name, parquet::table(table, catalog))?);
                }
            }
        }
    }
    if context.inquiry.is_some() || context.perceived.is_some() {
        let hidden = masked::table(document, &exposed::of(context), catalog);
        let name = report::csv::file_name(&hidden).replace(".csv", &format!("_{code}.csv"));
        made.push(file(name, report::csv::table(&hidden, catalog, marks))?);
    }
    Ok(made)
}

fn file<E: std::fmt::Display>(name: String, made: Result<Vec<u8>, E>) -> Result<File, ByteError> {
    match made {
        Ok(bytes) => Ok((name, bytes)),
        Err(error) => Err(ByteError::Figures { name, detail: error.to_string() }),
    }
}
