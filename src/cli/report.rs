//! `bassin report`: the documents of an analysis, in every format, fit for a scheduled task.
//!
//! Standard output lists the files written, one a line; what is to be known is on standard error.

mod wanted;

use crate::analysis::disagreement::disagreements;
use crate::cli::analyse;
use crate::cli::gathered::{Gathered, gather};
use crate::cli::memory::{Leaving, Memory};
use crate::cli::plan::Money;
use crate::cli::report::wanted::wanted;
use crate::cli::{Failure, complain, day, file_failure, named};
use crate::files::{self, FileError};
use crate::format::integer;
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::Date;
use crate::outputs::{self, ByteError, Drawing, Format, LISTED, Written};
use crate::report::build::store::store;
use crate::report::csv::Marks;
use crate::report::document::Document;
use crate::report::masked;
use crate::report::paper::Paper;
use crate::report::paper::matter::Matter;
use crate::report::paper::own::Broken;
use crate::report::pdf;
use crate::words::together;
use clap::ValueEnum;
use clap::builder::PossibleValue;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::PathBuf;

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// A project, or files and folders. With a project, its territory, its method and what it
    /// decided of the documents hold, and what leaves is added to its memory.
    #[arg(required = true)]
    inputs: Vec<PathBuf>,
    /// Typed code: be:8450, dep:15, reg:84… That of the project by default.
    #[arg(long)]
    territory: Option<String>,
    /// Survey year; that of the project, else the latest loaded, by default.
    #[arg(long)]
    year: Option<u16>,
    /// note, occupation, sector, programmes, body, company, respondent, bulletin, method, plan,
    /// evaluation, workshop.
    #[arg(long, value_delimiter = ',', required = true)]
    document: Vec<String>,
    /// docx and pdf for the documents; xlsx, csv, json and parquet for their figures.
    #[arg(long, value_delimiter = ',', default_value = "docx")]
    format: Vec<Format>,
    /// CSV with `;` and the decimal mark of the language, or international: comma and point.
    #[arg(long, default_value = "language")]
    csv: Marks,
    /// Occupations of the sheets: V0X60,J3X43.
    #[arg(long, value_delimiter = ',')]
    occupation: Vec<String>,
    /// Sheets of the first occupations of the list, so many of them.
    #[arg(long, conflicts_with = "occupation", default_value_t = 10)]
    top: usize,
    /// Sections of NAF (A to U); every one that something is said of by default.
    #[arg(long, value_delimiter = ',')]
    sector: Vec<String>,
    /// Identifiers of respondents, each given its own sheet and nobody else's.
    #[arg(long, value_delimiter = ',')]
    respondent: Vec<String>,
    /// Number of the first respondent's sheet: file names say no more of them.
    #[arg(long, default_value_t = 1)]
    number: u32,
    #[command(flatten)]
    money: Money,
    /// Catalogue of the training body, for `body`.
    #[arg(long)]
    catalogue: Option<PathBuf>,
    /// Headcount of the company, for `company`; it enters no other document.
    #[arg(long)]
    headcount: Option<PathBuf>,
    /// The bulletin tells what was done of the plan of action since that day; by default since
    /// the one the project says, else in the year before the date of the analysis.
    #[arg(long)]
    since: Option<String>,
    /// Date of the analysis, the only one in the files; today by default.
    #[arg(long)]
    date: Option<String>,
    /// Folder where the files are written, never over a source.
    #[arg(long)]
    out: PathBuf,
}

impl ValueEnum for Format {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}

impl ValueEnum for Marks {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.id()))
    }
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let wanted = wanted(asked, catalog)?;
    // What is asked wrongly is told before anything is read.
    asked.money.check(catalog)?;
    let date = match &asked.date {
        None => today,
        Some(text) => day(text, catalog)?,
    };
    let since = asked.since.as_deref().map(|text| day(text, catalog)).transpose()?;
    let question = analyse::Asked {
        territory: asked.territory.as_deref(),
        year: asked.year,
        ..analyse::Asked::of(&asked.inputs, kept)
    };
    let gathered = gather(&question, &asked.money, (catalog, date))?;
    for pair in &disagreements(&gathered.inputs) {
        complain(&together::disagreement(pair, &named(&gathered.inputs), catalog));
    }
    let context = gathered.context(catalog);
    let planned = gathered.ground.planned(context);
    let drawn = outputs::drawing(&gathered.inputs, &context);
    let mut document = store(&planned);
    outputs::with_map(&mut document, drawn.as_ref(), &context);
    let look = gathered.look(catalog)?;
    let matter = Matter {
        planned,
        document: &document,
        papers: &gathered.papers,
        look: &look,
        map: drawn.as_ref().map(Drawing::drawn),
        most: LISTED,
        since,
    };
    tell_hidden(&document, catalog);
    let could_not = |error: ByteError| Failure::could_not(error.say(catalog));
    let mut made =
        outputs::of_figures(&document, &context, (&asked.format, asked.csv)).map_err(could_not)?;
    let mut refused: Vec<String> = Vec::new();
    let is_asked =
        |of_papers: bool| asked.format.iter().any(|format| format.is_of_papers() == of_papers);
    let mut is_empty = !is_asked(false);
    if is_asked(true) {
        let (papers, not_made) = wanted.papers(&gathered, &matter, (kept, catalog))?;
        tell_broken(&papers, catalog);
        let papers: Vec<Paper> = papers.into_iter().map(|one| one.paper).collect();
        tell_lost(&papers, &asked.format, catalog);
        let documents = outputs::of_papers(&papers, &asked.format, catalog).map_err(could_not)?;
        // Tables alone are not what was asked for.
        is_empty = documents.is_empty();
        made.splice(0..0, documents);
        // What stops several documents is said once.
        for why in not_made {
            if !refused.contains(&why) {
                refused.push(why);
            }
        }
    }
    // Nothing leaves, so nothing is remembered as having left.
    if is_empty {
        let told =
            if refused.is_empty() { catalog.text("report-nothing") } else { refused.join("\n") };
        return Err(Failure::could_not(told));
    }
    let own = [&asked.catalogue, &asked.headcount].into_iter().flatten();
    let protected =
        gathered.protected(&asked.inputs.iter().chain(own).cloned().collect::<Vec<_>>());
    let not_written = |error: FileError| file_failure(&error, catalog);
    let names = made.iter().map(|(name, _)| name.as_str());
    files::may_write(&asked.out, names, &protected).map_err(not_written)?;
    // What is outside must be remembered before it is.
    release(&gathered, &document, catalog)?;
    let written = files::write_results(&asked.out, &made, &protected).map_err(not_written)?;
    let mut done = String::new();
    for path in &written {
        let _ = writeln!(done, "{}", path.display());
    }
    if refused.is_empty() {
        return Ok(done);
    }
    Err(Failure { status: 1, text: refused.join("\n"), done })
}

/// Names of figures in the user's texts that are none of the document they stand in.
fn tell_broken(papers: &[Written], catalog: &Catalog) {
    let all: BTreeSet<&Broken> = papers.iter().flat_map(|paper| &paper.broken).collect();
    for one in all {
        let kind = catalog.text(&format!("paper-kind-{}", one.kind.id()));
        let part = catalog.text(&format!("paper-heading-{}", one.part));
        let of = [
            ("written", (&one.written).into()),
            ("kind", (&kind).into()),
            ("part", (&part).into()),
        ];
        complain(&catalog.with("report-broken", &of));
    }
}

/// How many figures are hidden, by reason.
fn tell_hidden(document: &Document, catalog: &Catalog) {
    for (why, count) in masked::reasons(document) {
        let shown = integer(f64::from(count), catalog.language());
        let why = catalog.text(&format!("hidden-{}", why.id()));
        complain(&format!("{why}{}{shown}", catalog.text("colon")));
    }
}

/// Letters that a PDF cannot show, once each sentence.
fn tell_lost(papers: &[Paper], formats: &[Format], catalog: &Catalog) {
    if formats.contains(&Format::Pdf) {
        let told = papers.iter().filter_map(|paper| pdf::notice(paper, catalog));
        for notice in told.collect::<BTreeSet<String>>() {
            complain(&notice);
        }
    }
}

fn release(gathered: &Gathered, document: &Document, catalog: &Catalog) -> Result<(), Failure> {
    let mut leaving = gathered.leaving();
    if leaving.is_empty() {
        return Ok(());
    }
    Leaving::counted(&mut leaving, masked::reasons(document).values().sum());
    let memory = Memory::of(&gathered.sources, catalog)?.decided_with(gathered.log.clone());
    memory.release(&leaving, catalog)
}

#[cfg(test)]
mod tests;
