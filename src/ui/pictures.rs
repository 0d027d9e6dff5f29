//! Pictures of the window written as files: SVG, or PNG where the name of the file says so.

use crate::files;
use crate::i18n::Catalog;
use crate::jobs::Job;
use crate::model::Fap;
use crate::model::papers::Dress;
use crate::outputs;
use crate::report::chart::{CENTIMETRES, Kind, ready};
use crate::report::document::{Document, Table};
use crate::report::drawing::png;
use crate::report::paper::cite::Citing;
use crate::ui::export::Written;
use crate::words;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A chart that was asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    pub kind: Kind,
    pub document: Arc<Document>,
    /// A table that the document of the window has not: balances.
    pub more: Option<Table>,
    /// The occupation that the chart is of.
    pub code: Option<Fap>,
    /// The occupations that the screen keeps: others are left out.
    pub kept: Option<BTreeSet<Fap>>,
    /// How documents are dressed.
    pub dress: Dress,
    pub path: PathBuf,
}

/// Draws a chart and writes it.
///
/// # Errors
/// When the system refuses a thread.
pub fn chart(
    asked: Asked,
    catalog: Arc<Catalog>,
    sources: Vec<PathBuf>,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Written>> {
    Job::spawn("chart picture", wake, move |_| drawn(&asked, &catalog, &sources))
}

fn drawn(asked: &Asked, catalog: &Catalog, sources: &[PathBuf]) -> Written {
    let mut document = (*asked.document).clone();
    if let Some(kept) = &asked.kept {
        for table in document.tables.iter_mut().filter(|table| table.id == "diagnostic") {
            table.rows.retain(|row| row.occupation.is_none_or(|code| kept.contains(&code)));
        }
    }
    document.tables.extend(asked.more.clone());
    let citing = Citing { document: &document, catalog };
    // A chart has no logo: that a file of it cannot be read is no reason to draw nothing.
    let dress = Dress { logo: None, ..asked.dress.clone() };
    let look = outputs::look(&dress, |_| Ok::<_, String>(Vec::new()))?;
    let drawn = ready(asked.kind, citing, &look, asked.code.as_slice())
        .map_err(|_| catalog.text("error-chart-nothing"))?;
    written(drawn.svg, CENTIMETRES, &asked.path, sources, catalog)
}

/// Writes an SVG text of ours, as points where the file is a `.png`: so many centimetres wide.
pub fn written(
    svg: String,
    centimetres: f32,
    path: &Path,
    sources: &[PathBuf],
    catalog: &Catalog,
) -> Written {
    let is_png = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("png"));
    let bytes = if is_png {
        png(&svg, centimetres).map_err(|error| error.to_string())?
    } else {
        svg.into_bytes()
    };
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    files::write_results(folder, &[(name, bytes)], sources)
        .map_err(|error| words::file(&error, catalog))
}
