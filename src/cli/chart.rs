//! `bassin chart`: a chart of a territory as a picture, for a slide or a page.

use crate::analysis::planning::{candidates, plan};
use crate::analysis::{Request, Results, Stage};
use crate::cli::picture::{self, Form};
use crate::cli::trained::{Trained, trained};
use crate::cli::{Failure, Sources, day, read_all, reference, sources, territory};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::papers::Dress;
use crate::model::{Date, Fap};
use crate::outputs;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build;
use crate::report::build::planned::Planned;
use crate::report::build::store::store;
use crate::report::chart::{CENTIMETRES, Drawn, Kind, Nothing, ready};
use crate::report::document::Document;
use crate::report::paper::cite::Citing;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// What the command line asked for.
#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Files, folders, or a project.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Typed code: be:8450, dep:15, reg:84, ze:8403…
    #[arg(long)]
    territory: String,
    /// intervals, quadrant, trend, causes, columns or balance.
    #[arg(long)]
    kind: String,
    /// Codes of occupations: V0X60 or fap2021:V0X60; several for a trend. Causes and balance are of
    /// one; without it, a trend is of families and columns are of sectors.
    #[arg(long, value_delimiter = ',')]
    occupation: Vec<String>,
    /// Date of the analysis, the only one in the picture; today by default.
    #[arg(long)]
    date: Option<String>,
    /// Picture to write: .svg or .png.
    #[arg(long)]
    out: PathBuf,
}

pub fn run(asked: &Asked, kept: &Kept, catalog: &Catalog, today: Date) -> Result<String, Failure> {
    let kind = Kind::from_id(&asked.kind).ok_or_else(|| {
        let known = Kind::ALL.map(Kind::id).join(&catalog.text("list-separator"));
        let args = [("found", (&asked.kind).into()), ("known", (&known).into())];
        Failure::usage(catalog.with("error-chart-kind", &args))
    })?;
    let today = asked.date.as_deref().map_or(Ok(today), |text| day(text, catalog))?;
    let form = Form::of(&asked.out, catalog)?;
    // Before the balance, which is remembered as having left once it is made.
    picture::may_write(&asked.out, &asked.files, catalog)?;
    let given = (kept, catalog, today);
    let (document, occupations, dress) = match kind {
        Kind::Balance => balanced(asked, given)?,
        _ => analysed(asked, given)?,
    };
    let citing = Citing { document: &document, catalog };
    // As the documents of the project are dressed; a chart has no logo.
    let dress = Dress { logo: None, ..dress };
    let look = outputs::look(&dress, |_| Ok::<_, Failure>(Vec::new()))?;
    let drawn =
        ready(kind, citing, &look, &occupations).map_err(|nothing| failure(nothing, catalog))?;
    let path = form.write(&drawn.svg, CENTIMETRES, (&asked.out, &asked.files), catalog)?;
    Ok(told(&drawn, &path, catalog))
}

type Made = Result<(Document, Vec<Fap>, Dress), Failure>;

/// The document of the files, without the local survey: nothing of it leaves in these charts.
fn analysed(asked: &Asked, (kept, catalog, today): (&Kept, &Catalog, Date)) -> Made {
    let territory = territory(&asked.territory, catalog)?;
    let method = Parameters::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
    let reference = reference()?;
    let sources = sources(&asked.files, catalog)?;
    let parameters = sources.parameters(&method, catalog)?;
    let inputs = read_all(&sources, &reference, kept, catalog)?;
    let reference = reference.with_perimeters(&sources.perimeters);
    let request = Request { territory, year: None, as_of: today };
    let stage = Stage::corrected(&inputs, &reference, &parameters, &request, &sources.links)
        .map_err(|error| Failure::could_not(build::error_sentence(&error, catalog)))?;
    let results = stage.results(&parameters);
    let occupations = named(&asked.occupation, &results, catalog)?;
    let context = context(&results, &reference, &parameters, catalog);
    Ok((build::document(&context), occupations, dress(&sources)))
}

/// The same with balances. Those that stand on the survey leave with their chart, and are
/// remembered as such.
fn balanced(asked: &Asked, given: (&Kept, &Catalog, Date)) -> Made {
    let (_, catalog, _) = given;
    let place = (asked.files.as_slice(), asked.territory.as_str());
    let first = |results: &Results| {
        let named = named(&asked.occupation, results, catalog)?;
        let first = named.first().copied();
        first.map(Some).ok_or_else(|| failure(Nothing::NoOccupation, catalog))
    };
    let (trained, _) = trained(place, (None, None), first, given)?;
    let Trained { results, verdicts, parameters, sources, .. } = &trained;
    let occupations = named(&asked.occupation, results, catalog)?;
    let reference = reference()?.with_perimeters(&sources.perimeters);
    let proposals = candidates(results, verdicts, parameters, &sources.planning);
    let plan = plan(proposals, &sources.planning, parameters, results);
    let context = context(results, &reference, parameters, catalog);
    let planned = Planned { context, verdicts, unfed: &[], plan: &plan };
    Ok((store(&planned), occupations, dress(sources)))
}

/// How the last of the projects dresses its documents.
fn dress(sources: &Sources) -> Dress {
    let given = sources.projects.last();
    given.map(|given| given.decisions.papers.dress.clone()).unwrap_or_default()
}

const fn context<'a>(
    results: &'a Results,
    reference: &'a Reference,
    parameters: &'a Parameters,
    catalog: &'a Catalog,
) -> build::Context<'a> {
    build::Context {
        results,
        catalog,
        reference,
        parameters,
        comparison: build::Comparison::Department,
        inquiry: None,
        perceived: None,
        actions: None,
    }
}

/// Occupations as they were typed, bare or with their edition.
fn named(typed: &[String], results: &Results, catalog: &Catalog) -> Result<Vec<Fap>, Failure> {
    let of = |text: &String| {
        let mut known = results.occupations.iter().map(|one| one.code);
        let found = known.find(|code| code.code() == text || code.to_string() == *text);
        found.ok_or_else(|| absent(text, catalog))
    };
    typed.iter().map(of).collect()
}

fn absent(code: &str, catalog: &Catalog) -> Failure {
    Failure::could_not(catalog.with("error-chart-absent", &[("code", code.into())]))
}

fn failure(nothing: Nothing, catalog: &Catalog) -> Failure {
    match nothing {
        Nothing::NoOccupation => Failure::usage(catalog.text("error-chart-occupation")),
        Nothing::Absent(code) => absent(code.code(), catalog),
        Nothing::NoFigure => Failure::could_not(catalog.text("error-chart-nothing")),
    }
}

/// The path, the chart in sentences, and the short name of every figure in it.
fn told(drawn: &Drawn, path: &Path, catalog: &Catalog) -> String {
    let mut out = String::new();
    let path = path.display().to_string();
    let _ = writeln!(out, "{}", catalog.with("chart-written", &[("path", (&path).into())]));
    let _ = writeln!(out, "{}\n", drawn.alt);
    for datum in &drawn.data {
        let _ = writeln!(out, "{} {}", datum.id, datum.said());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::picture::testing::{self, Told};

    /// What came of a command on the sample, and the picture that it wrote.
    fn check(words: &str) -> (Told, Option<Vec<u8>>) {
        let folder = testing::folder();
        let words = format!("@ --territory be:9601 {words}");
        testing::came(folder.path(), &words, |asked: &Asked| &asked.out, run)
    }

    #[test]
    fn a_chart_is_written_and_told() {
        let (said, written) = check("--kind quadrant --out @/quadrant.svg");
        let said = said.unwrap();
        assert!(said.contains("quadrant.svg") && said.contains("VALMONT (FICTIF)"), "{said}");
        assert!(written.unwrap().starts_with(b"<svg"));
        let (said, written) = check("--kind balance --occupation V0X60 --out @/b.PNG");
        assert!(said.unwrap().contains("Aides-soignants"));
        assert!(written.unwrap().starts_with(b"\x89PNG"));
        let (said, _) = check("--kind trend --occupation V0X60,fap2021:T2A60 --out @/t.svg");
        assert!(said.unwrap().contains("2024"));
    }

    #[test]
    fn what_cannot_be_drawn_says_why() {
        let status = |words: &str| check(words).0.unwrap_err().0;
        assert_eq!(status("--kind pie --out @/a.svg"), 2);
        assert_eq!(status("--kind quadrant --out @/a.pdf"), 2);
        assert_eq!(status("--kind causes --out @/a.svg"), 2);
        assert_eq!(status("--kind balance --out @/a.svg"), 2);
        assert_eq!(status("--kind causes --occupation X9X99 --out @/a.svg"), 1);
    }
}
