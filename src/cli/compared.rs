//! Benchmarks and groups on the command line: what was asked, and their machine-readable form.

use crate::analysis::compare::{Against, Comparisons};
use crate::analysis::extent::Coverage;
use crate::analysis::levels::{self, Group};
use crate::analysis::results::Occupation;
use crate::analysis::sectors::Cell;
use crate::analysis::similar::Similar;
use crate::cli::json::{CountView, ShareView, count, share};
use crate::cli::{Failure, complain, file_failure, not_a_territory};
use crate::files;
use crate::i18n::Catalog;
use crate::model::{Benchmark, Fap, Perimeter};
use crate::reference::Reference;
use crate::reference::perimeter::parse;
use crate::report::build::Context;
use crate::report::build::comparison::specificity;
use crate::report::survey::PublishedNeed;
use crate::words;
use serde::Serialize;
use std::path::{Path, PathBuf};

/// Bytes of a list of communes, at most: all communes of France fit many times.
const MAX_PERIMETER: u64 = 16 * 1024 * 1024;

/// The perimeters of files, each named after its file. Lines without a commune are told.
pub fn perimeters(
    paths: &[PathBuf],
    reference: &Reference,
    catalog: &Catalog,
) -> Result<Vec<Perimeter>, Failure> {
    paths.iter().map(|path| perimeter(path, reference, catalog)).collect()
}

fn perimeter(path: &Path, reference: &Reference, catalog: &Catalog) -> Result<Perimeter, Failure> {
    let bytes = files::read(path, MAX_PERIMETER).map_err(|error| file_failure(&error, catalog))?;
    let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
    let shown = path.display().to_string();
    let found = parse(&name, &String::from_utf8_lossy(&bytes), reference);
    let Some((perimeter, unread)) = found else {
        let args = [("path", (&shown).into())];
        return Err(Failure::could_not(catalog.with("error-perimeter-empty", &args)));
    };
    if let Some(told) = words::unread_perimeter(&shown, &unread, catalog) {
        complain(&told);
    }
    Ok(perimeter)
}

/// Typed codes, or `similar`.
pub fn benchmarks(codes: &[String], catalog: &Catalog) -> Result<Vec<Benchmark>, Failure> {
    let parse = |code: &String| {
        code.parse()
            .map_err(|_| Failure::usage(not_a_territory("error-benchmark-code", code, catalog)))
    };
    codes.iter().map(parse).collect()
}

#[derive(Serialize)]
pub struct CoverageView {
    communes: u32,
    unplaced: u32,
    exact: bool,
    basins: Vec<BasinView>,
}

#[derive(Serialize)]
struct BasinView {
    code: String,
    label: String,
    inside: u32,
    of: u32,
}

pub fn coverage(coverage: &Coverage) -> CoverageView {
    let basins = coverage.basins.iter().map(|part| BasinView {
        code: part.basin.to_string(),
        label: part.label.clone(),
        inside: part.inside,
        of: part.of,
    });
    CoverageView {
        communes: coverage.communes,
        unplaced: coverage.unplaced,
        exact: coverage.is_exact(),
        basins: basins.collect(),
    }
}

#[derive(Serialize)]
pub struct GroupView {
    level: &'static str,
    code: String,
    label: String,
    occupations: Vec<String>,
    projects: CountView,
    difficult: CountView,
    difficult_share: ShareView,
    probability: f64,
    posterior_mean: f64,
    posterior_low: f64,
    posterior_high: f64,
    status: &'static str,
    grade: String,
}

pub fn group(group: &Group) -> GroupView {
    GroupView {
        level: group.level.id(),
        code: group.code.clone(),
        label: group.label.clone(),
        occupations: group.occupations.iter().map(ToString::to_string).collect(),
        projects: count(&group.tally.projects),
        difficult: count(&group.tally.difficult),
        difficult_share: share(&group.tally.difficult_share),
        probability: group.posterior.probability,
        posterior_mean: group.posterior.mean,
        posterior_low: group.posterior.low,
        posterior_high: group.posterior.high,
        status: group.status.id(),
        grade: group.grade.to_string(),
    }
}

#[derive(Serialize)]
pub struct SectorsView {
    /// Index in `sources` of the file of hires.
    estimate_source: Option<usize>,
    unlinked_projects: f64,
    offers_without_activity: u32,
    /// The section asked for, when the others are left out.
    only: Option<char>,
    cells: Vec<SectorView>,
}

#[derive(Serialize)]
struct SectorView {
    section: char,
    occupation: Option<String>,
    offers: u32,
    /// `None` where no offer states this activity.
    posts: Option<f64>,
    estimate: Option<EstimateView>,
    /// What the own survey shows of it; `None` without one.
    survey: Option<OwnView>,
}

#[derive(Serialize)]
struct OwnView {
    projects: Option<BoundsView>,
    difficult_share: Option<BoundsView>,
}

/// A figure as it is shown; its value is missing where the answers bear bounds alone.
#[derive(Serialize)]
struct BoundsView {
    value: Option<f64>,
    low: f64,
    high: f64,
}

fn own(need: &PublishedNeed) -> OwnView {
    let shown = |indicator: &str| {
        let mut measures = need.measures.iter();
        let figure = measures.find(|one| one.wanted.indicator == indicator)?.weighted;
        let (low, high) = figure.bounds()?;
        Some(BoundsView { value: figure.point(), low, high })
    };
    OwnView { projects: shown("need-projects"), difficult_share: shown("need-difficult-share") }
}

#[derive(Serialize)]
struct EstimateView {
    projects: f64,
    low: f64,
    high: f64,
    difficult_share: Option<f64>,
    difficult_share_low: Option<f64>,
    difficult_share_high: Option<f64>,
}

/// All sections, or one alone: those of offers and of the estimate, and those of the own survey as
/// far as it is shown.
pub fn sectors(context: &Context<'_>, only: Option<char>) -> SectorsView {
    let sectors = &context.results.sectors;
    let surveyed = context.surveyed_sectors();
    let cell = |((section, occupation), cell): ((char, Option<Fap>), Cell)| SectorView {
        section,
        occupation: occupation.map(|code| code.to_string()),
        survey: surveyed.get(&(section, occupation)).map(|need| own(need)),
        offers: cell.offers,
        posts: (cell.offers > 0).then_some(cell.posts),
        estimate: cell.estimate.map(|estimate| {
            let share = estimate.difficult_share();
            EstimateView {
                projects: estimate.projects,
                low: estimate.low,
                high: estimate.high,
                difficult_share: share.map(|(value, ..)| value),
                difficult_share_low: share.map(|(_, low, _)| low),
                difficult_share_high: share.map(|(.., high)| high),
            }
        }),
    };
    SectorsView {
        estimate_source: sectors.estimate,
        unlinked_projects: sectors.unlinked_projects,
        offers_without_activity: sectors.offers_without,
        only,
        cells: context
            .sector_cells()
            .into_iter()
            .filter(|((section, _), _)| only.is_none_or(|only| only == *section))
            .map(cell)
            .collect(),
    }
}

/// Where a thin occupation is read.
#[derive(Serialize)]
pub struct ReadAtView {
    level: &'static str,
    code: String,
}

pub fn read_at(occupation: &Occupation, groups: &[Group]) -> Option<ReadAtView> {
    levels::read_at(occupation, groups)
        .map(|group| ReadAtView { level: group.level.id(), code: group.code.clone() })
}

#[derive(Serialize)]
pub struct ComparedView {
    benchmark: String,
    territory: String,
    label: String,
    coverage: Option<CoverageView>,
    nested: bool,
    similar: Vec<SimilarView>,
    projects: CountView,
    difficult_share: ShareView,
    occupations: Vec<AgainstView>,
}

#[derive(Serialize)]
struct SimilarView {
    code: String,
    label: String,
    distance: f64,
    structure: f64,
    projects: f64,
    volume_ratio: f64,
}

fn similar(similar: &Similar) -> SimilarView {
    SimilarView {
        code: similar.territory.to_string(),
        label: similar.label.clone(),
        distance: similar.distance,
        structure: similar.structure,
        projects: similar.projects,
        volume_ratio: similar.volume_ratio,
    }
}

#[derive(Serialize)]
struct AgainstView {
    code: String,
    projects: CountView,
    difficult: CountView,
    difficult_share: ShareView,
    posterior_mean: f64,
    posterior_low: f64,
    posterior_high: f64,
    grade: String,
    quotient: Option<QuotientView>,
    specificity: &'static str,
}

#[derive(Serialize)]
struct QuotientView {
    value: Option<f64>,
    low: f64,
    high: f64,
    ranked: bool,
}

fn against(code: String, against: &Against) -> AgainstView {
    let Against { tally, posterior, grade, quotient } = against;
    AgainstView {
        code,
        projects: count(&tally.projects),
        difficult: count(&tally.difficult),
        difficult_share: share(&tally.difficult_share),
        posterior_mean: posterior.mean,
        posterior_low: posterior.low,
        posterior_high: posterior.high,
        grade: grade.to_string(),
        quotient: quotient.map(|quotient| QuotientView {
            value: quotient.value,
            low: quotient.low,
            high: quotient.high,
            ranked: quotient.ranked,
        }),
        specificity: specificity(quotient.as_ref()),
    }
}

pub fn comparisons(comparisons: &Comparisons) -> Vec<ComparedView> {
    let view = |compared: &crate::analysis::compare::Compared| ComparedView {
        benchmark: compared.benchmark.to_string(),
        territory: compared.territory.to_string(),
        label: compared.label.clone(),
        coverage: compared.coverage.as_ref().map(coverage),
        nested: compared.nested,
        similar: compared.similar.iter().map(similar).collect(),
        projects: count(&compared.total.projects),
        difficult_share: share(&compared.total.difficult_share),
        occupations: compared
            .occupations
            .iter()
            .map(|(code, there)| against(code.to_string(), there))
            .collect(),
    };
    comparisons.found.iter().map(view).collect()
}
