//! Documents and figures as files: the one place of the command line that calls the exporters.

use crate::cli::Failure;
use crate::cli::report::Format;
use crate::i18n::Catalog;
use crate::report::build::Context;
use crate::report::document::Document;
use crate::report::paper::Paper;
use crate::report::{csv, docx, json, masked, parquet, pdf, xlsx};

/// A name and the bytes under it.
type File = (String, Vec<u8>);

fn could_not(error: &dyn std::fmt::Display) -> Failure {
    Failure::could_not(error.to_string())
}

/// Every document in every format of documents.
pub fn of_papers(
    papers: &[Paper],
    formats: &[Format],
    catalog: &Catalog,
) -> Result<Vec<File>, Failure> {
    let mut made = Vec::new();
    for paper in papers {
        for format in formats.iter().filter(|format| format.is_of_papers()) {
            made.push(of_paper(paper, *format, catalog)?);
        }
    }
    Ok(made)
}

fn of_paper(paper: &Paper, format: Format, catalog: &Catalog) -> Result<File, Failure> {
    if format == Format::Pdf {
        let bytes = pdf::pdf(paper, catalog);
        let bytes = bytes.map_err(|error| Failure::could_not(error.say(catalog)))?;
        return Ok((format!("{}.pdf", paper.name), bytes));
    }
    let bytes = docx::docx(paper, catalog).map_err(|error| could_not(&error))?;
    Ok((format!("{}.docx", paper.name), bytes))
}

/// The store of figures in every format of figures, and what is hidden in it.
pub fn of_figures(
    document: &Document,
    context: &Context<'_>,
    formats: &[Format],
) -> Result<Vec<File>, Failure> {
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
                let bytes = xlsx::workbook(document, catalog).map_err(|error| could_not(&error))?;
                made.push((format!("{folder}.xlsx"), bytes));
            }
            Format::Json => {
                let text = json::document(document, catalog).map_err(|error| could_not(&error))?;
                made.push((format!("{folder}.json"), text.into_bytes()));
            }
            Format::Csv => {
                for table in &document.tables {
                    let bytes = csv::table(table, catalog).map_err(|error| could_not(&error))?;
                    made.push((format!("{folder}/{}.csv", table.id), bytes));
                }
                let (name, bytes) = csv::read_me(document, catalog);
                made.push((format!("{folder}/{name}"), bytes));
            }
            Format::Parquet => {
                for table in &document.tables {
                    let bytes =
                        parquet::table(table, catalog).map_err(|error| could_not(&error))?;
                    made.push((format!("{folder}/{}.parquet", table.id), bytes));
                }
            }
        }
    }
    if context.inquiry.is_some() || context.perceived.is_some() {
        let hidden = masked::table(document, catalog);
        let bytes = csv::table(&hidden, catalog).map_err(|error| could_not(&error))?;
        made.push((format!("masques_{code}.csv"), bytes));
    }
    Ok(made)
}
