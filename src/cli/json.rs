//! The machine-readable forms, a contract of their own: `docs/json.md`.

mod absent;
mod offers;
mod readings;
mod series;
mod together;

use crate::analysis::disagreement::Disagreement;
use crate::analysis::missing::{Missing, missing};
use crate::analysis::results::{Note, Occupation, Results, SourceView};
use crate::analysis::stacking::Pair;
use crate::cli::{Failure, compared};
use crate::i18n::Catalog;
use crate::indicators::hiring::Tally;
use crate::indicators::pressure::Component;
use crate::matching::supply::Ring;
use crate::model::adjust::Cut;
use crate::model::{Count, Reason, RowCount, Share};
use crate::readers::ReadTable;
use crate::recommend::programme::Programme;
use crate::report::build::{Context, diagnosis, programmes};
use crate::report::citation::RowMark;
use serde::Serialize;
use std::sync::Arc;

/// Whole numbers are printed without a decimal point.
#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Real(f64),
}

fn number(value: f64) -> Number {
    #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
    if value.fract() == 0.0 && value.abs() < 9e15 {
        Number::Whole(value as i64)
    } else {
        Number::Real(value)
    }
}

#[derive(Serialize)]
struct Rows {
    read: u32,
    kept: u32,
    refused: u32,
    empty: u32,
}

fn rows(rows: RowCount) -> Rows {
    Rows { read: rows.read, kept: rows.kept, refused: rows.refused, empty: rows.empty }
}

#[derive(Serialize)]
struct IssueView {
    severity: &'static str,
    kind: &'static str,
    message: String,
    sheet: Option<String>,
    row: Option<u32>,
    column: Option<String>,
}

/// Why a table was recognised as what it is, and what was left aside.
#[derive(Serialize)]
struct ReasonView {
    kind: &'static str,
    message: String,
}

/// One table of `check --json`.
#[derive(Serialize)]
pub struct Checked {
    file: String,
    kind: &'static str,
    vintage: Option<u16>,
    sheet: Option<String>,
    reasons: Vec<ReasonView>,
    rows: Rows,
    masked_cells: u32,
    issues: Vec<IssueView>,
    /// Issues beyond the thousand that are listed.
    issues_beyond: u32,
    disagreements: Vec<together::DisagreementView>,
    stacking: Vec<together::StackingView>,
}

/// The table at a place among those that were read.
pub fn checked(
    tables: &[Arc<ReadTable>],
    place: usize,
    pairs: &[Disagreement],
    stacking: &[Pair],
    catalog: &Catalog,
) -> Option<Checked> {
    use crate::model::Severity::{Error, Notice, Warning};
    let table = tables.get(place)?;
    let issue = |issue: &crate::model::Issue| IssueView {
        severity: match issue.severity {
            Notice => "notice",
            Warning => "warning",
            Error => "error",
        },
        kind: issue.kind.id(),
        message: catalog.issue(issue),
        sheet: issue.place.sheet.clone(),
        row: issue.place.row,
        column: issue.place.column.clone(),
    };
    let reason =
        |reason: &Reason| ReasonView { kind: reason.id(), message: catalog.reason(reason) };
    Some(Checked {
        file: table.file.clone(),
        kind: table.kind.id(),
        vintage: table.vintage,
        sheet: table.sheet.clone(),
        reasons: table.reasons.iter().map(reason).collect(),
        rows: rows(table.rows),
        masked_cells: table.masked_cells,
        issues: table.issues.as_slice().iter().map(issue).collect(),
        issues_beyond: table.issues.beyond(),
        disagreements: together::disagreements(tables, place, pairs),
        stacking: together::stacking(tables, place, stacking, catalog),
    })
}

/// One row of `indicators --json`.
#[derive(Serialize)]
pub struct IndicatorView {
    pub id: &'static str,
    pub unit: &'static str,
    pub name: String,
    pub definition: String,
    pub formula: &'static str,
    pub nulls: String,
    pub source: &'static str,
}

#[derive(Serialize)]
pub struct CountView {
    /// Null where every cell is masked: nothing of it is published.
    value: Option<Number>,
    low: Number,
    high: Number,
    masked_cells: u32,
}

pub fn count(count: &Count) -> CountView {
    CountView {
        value: (!count.only_masked()).then(|| number(count.value)),
        low: number(count.low),
        high: number(count.high),
        masked_cells: count.masked_cells,
    }
}

#[derive(Serialize)]
pub struct ShareView {
    value: Option<f64>,
    low: f64,
    high: f64,
    confidence: String,
}

pub fn share(share: &Share) -> ShareView {
    ShareView {
        value: share.value,
        low: share.low,
        high: share.high,
        confidence: share.confidence.to_string(),
    }
}

#[derive(Serialize)]
pub struct Place {
    pub code: String,
    pub label: String,
}

#[derive(Serialize)]
pub struct Source {
    kind: &'static str,
    vintage: Option<u16>,
    file: String,
    sheet: Option<String>,
    fingerprint: String,
    used: bool,
    usage: &'static str,
    rows: Rows,
}

pub fn source(view: &SourceView) -> Source {
    Source {
        kind: view.kind.id(),
        vintage: view.vintage,
        file: view.file.clone(),
        sheet: view.sheet.clone(),
        fingerprint: view.fingerprint.clone(),
        used: view.usage.is_used(),
        usage: view.usage.id(),
        rows: rows(view.rows),
    }
}

#[derive(Serialize)]
pub struct Tallied {
    projects: CountView,
    difficult: CountView,
    seasonal: CountView,
    difficult_share: ShareView,
}

pub fn tallied(tally: &Tally) -> Tallied {
    Tallied {
        projects: count(&tally.projects),
        difficult: count(&tally.difficult),
        seasonal: count(&tally.seasonal),
        difficult_share: share(&tally.difficult_share),
    }
}

#[derive(Serialize)]
struct ComponentView {
    value: f64,
    z: f64,
    weight: f64,
}

fn component(component: Option<Component>) -> Option<ComponentView> {
    component.map(|Component { value, z, weight }| ComponentView { value, z, weight })
}

#[derive(Serialize)]
struct Components {
    difficulty: Option<ComponentView>,
    offers_per_seeker: Option<ComponentView>,
    exit_rate: Option<ComponentView>,
}

#[derive(Serialize)]
struct RankView {
    value: u32,
    low: u32,
    high: u32,
    of: u32,
}

#[derive(Serialize)]
struct PressureView {
    class: Option<u8>,
    score: Option<f64>,
    flagged: bool,
    probability: Option<f64>,
    components: Components,
    status: &'static str,
    presumed: bool,
    grade: String,
    confidence: String,
    posterior_mean: Option<f64>,
    posterior_low: Option<f64>,
    posterior_high: Option<f64>,
    effective_n: Option<f64>,
    rank: Option<RankView>,
}

#[derive(Serialize)]
struct AnchorView {
    source: usize,
    year: u16,
    occupation: String,
    class: u8,
    tension: Option<f64>,
    rung: &'static str,
    territory: String,
    converted: Option<f64>,
    causes_rung: Option<&'static str>,
    causes_territory: Option<String>,
    /// National constants that only the national row has.
    causes_of_nation: Vec<&'static str>,
    causes: serde_json::Map<String, serde_json::Value>,
}

#[derive(Serialize)]
struct Training {
    certifications: usize,
    offers_basin: usize,
    offers_near: usize,
    offers_to_confirm: usize,
    offers_department: usize,
    offers_region: usize,
    offers_remote: usize,
}

#[derive(Serialize)]
struct OccupationView {
    code: String,
    /// Short name of its row in the tables: `trace` answers for its figures.
    mark: String,
    label: String,
    projects: Option<CountView>,
    difficult: Option<CountView>,
    seasonal: Option<CountView>,
    difficult_share: Option<ShareView>,
    flows: Option<offers::FlowsView>,
    pressure: PressureView,
    change: series::ChangeView,
    anchor: Option<AnchorView>,
    other_readings: Vec<readings::ReadingView>,
    diagnosis: &'static str,
    lever: &'static str,
    acts_on: Vec<String>,
    training_is_lever: bool,
    training: Training,
    read_at: Option<compared::ReadAtView>,
}

fn occupation(view: &Occupation, context: &Context<'_>) -> OccupationView {
    let tally = &view.benchmarks.territory;
    let pressure = &view.pressure;
    let known = pressure.posterior;
    // Without a survey of projects there is no number of them, not even nought.
    let told = tally.projects.cells > 0;
    OccupationView {
        code: view.code.to_string(),
        mark: RowMark::of(diagnosis::ID, view.code.code()).to_string(),
        label: view.label.clone(),
        projects: told.then(|| count(&tally.projects)),
        difficult: told.then(|| count(&tally.difficult)),
        seasonal: told.then(|| count(&tally.seasonal)),
        difficult_share: told.then(|| ShareView {
            confidence: pressure.grade.to_string(),
            ..share(&tally.difficult_share)
        }),
        flows: offers::flows(view),
        pressure: PressureView {
            class: pressure.class,
            score: pressure.score,
            flagged: pressure.flagged(),
            probability: pressure.probability(),
            components: Components {
                difficulty: component(pressure.components.difficulty),
                offers_per_seeker: component(pressure.components.offers_per_seeker),
                exit_rate: component(pressure.components.exit_rate),
            },
            status: pressure.status.id(),
            presumed: pressure.presumed(),
            grade: pressure.grade.to_string(),
            confidence: pressure.confidence.to_string(),
            posterior_mean: known.map(|one| one.mean),
            posterior_low: known.map(|one| one.low),
            posterior_high: known.map(|one| one.high),
            effective_n: known.map(|one| one.effective_n),
            rank: known.map(|_| RankView {
                value: view.rank.rank,
                low: view.rank.low,
                high: view.rank.high,
                of: view.rank.of,
            }),
        },
        change: series::change(&view.change),
        anchor: view.anchor.as_ref().map(|anchor| AnchorView {
            source: anchor.source,
            year: anchor.year,
            occupation: anchor.occupation.to_string(),
            class: anchor.class,
            tension: anchor.tension,
            rung: anchor.rung.id(),
            territory: anchor.territory.to_string(),
            converted: anchor.converted,
            causes_rung: anchor.causes_rung.map(crate::indicators::anchor::Rung::id),
            causes_territory: anchor.causes_territory.map(|place| place.to_string()),
            causes_of_nation: crate::indicators::anchor::Cause::ALL
                .into_iter()
                .filter(|cause| anchor.is_of_nation(*cause))
                .map(crate::indicators::anchor::Cause::id)
                .collect(),
            causes: crate::indicators::anchor::Cause::ALL
                .iter()
                .map(|cause| (cause.id().to_owned(), anchor.causes.get(*cause).into()))
                .collect(),
        }),
        other_readings: view.other_readings.iter().map(readings::reading).collect(),
        diagnosis: view.finding.diagnosis.id(),
        lever: view.finding.lever.id(),
        acts_on: context.acts_on(view).into_iter().map(str::to_owned).collect(),
        training_is_lever: view.finding.training_is_lever,
        read_at: compared::read_at(view, &context.results.groups),
        training: Training {
            certifications: view.supply.certifications.len(),
            offers_basin: view.supply.count(Ring::Basin),
            offers_near: view.supply.count(Ring::Near),
            offers_to_confirm: view.supply.proposed.len(),
            offers_department: view.supply.count(Ring::Department),
            offers_region: view.supply.count(Ring::Region),
            offers_remote: view.supply.count(Ring::Remote),
        },
    }
}

#[derive(Serialize)]
struct PlacesView {
    value: Option<f64>,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct TrainingView {
    format: &'static str,
    audiences: Vec<&'static str>,
    employer_commitment: bool,
    places: Option<PlacesView>,
    hours: Option<(f64, f64, f64)>,
    certifications: Vec<String>,
    providers: Vec<String>,
    financing: Vec<String>,
}

#[derive(Serialize)]
struct ProgrammeView {
    rank: u32,
    mark: String,
    occupation: String,
    basis: &'static str,
    grade: String,
    diagnosis: &'static str,
    lever: &'static str,
    training: Option<TrainingView>,
    lead: String,
    follow_up: Vec<&'static str>,
}

fn programme(programme: &Programme, results: &Results) -> ProgrammeView {
    let supply = results
        .occupations
        .iter()
        .find(|occupation| occupation.code == programme.occupation)
        .map(|occupation| &occupation.supply);
    ProgrammeView {
        rank: programme.rank,
        mark: RowMark::of(programmes::ID, programme.occupation.code()).to_string(),
        occupation: programme.occupation.to_string(),
        basis: programme.basis.id(),
        grade: programme.grade.to_string(),
        diagnosis: programme.diagnosis.id(),
        lever: programme.lever.id(),
        training: programme.training.as_ref().map(|plan| TrainingView {
            format: plan.format.id(),
            audiences: plan.audiences.iter().map(|audience| audience.id()).collect(),
            employer_commitment: plan.employer_commitment,
            places: plan.places.map(|places| PlacesView {
                value: places.value,
                low: places.low,
                high: places.high,
            }),
            hours: plan.hours,
            certifications: plan
                .certifications
                .iter()
                .filter_map(|index| supply?.certifications.get(*index))
                .map(|certification| certification.label.clone())
                .collect(),
            providers: plan
                .providers
                .iter()
                .filter_map(|index| supply?.offers.get(*index))
                .map(|offer| format!("{} — {}", offer.provider, offer.title))
                .collect(),
            financing: plan.financing.iter().map(|item| item.device.clone()).collect(),
        }),
        lead: programme.lead.clone(),
        follow_up: programme.follow_up.clone(),
    }
}

/// What the user changed of the method, and the cut it leads to.
#[derive(Serialize)]
struct MethodView {
    cut: Option<f64>,
    /// `france`, `region` or `fixed`.
    cut_mode: &'static str,
    changed: Vec<ChangedView>,
}

#[derive(Serialize)]
struct ChangedView {
    parameter: &'static str,
    value: f64,
    default: f64,
}

fn method(results: &Results) -> MethodView {
    let mut view = MethodView { cut: results.cut, cut_mode: "france", changed: Vec::new() };
    for note in &results.notes {
        match note {
            Note::ParameterChanged { id, value, default } => view.changed.push(ChangedView {
                parameter: id,
                value: f64::from(*value) / 1_000.0,
                default: f64::from(*default) / 1_000.0,
            }),
            Note::CutChanged { cut: Cut::Fixed(_) } => view.cut_mode = "fixed",
            Note::CutChanged { .. } => view.cut_mode = "region",
            _ => {}
        }
    }
    view
}

#[derive(Serialize)]
struct ResultsView {
    territory: Place,
    coverage: Option<compared::CoverageView>,
    /// Place among the sources of the survey of projects.
    bmo: Option<usize>,
    year: u16,
    method: MethodView,
    sources: Vec<Source>,
    disagreements: Vec<together::PairView>,
    stacking: Vec<together::LinkView>,
    totals: Option<Tallied>,
    occupations: Vec<OccupationView>,
    programmes: Vec<ProgrammeView>,
    series: series::SeriesView,
    groups: Vec<compared::GroupView>,
    sectors: compared::SectorsView,
    absent: Vec<absent::AbsentView>,
    offers: offers::OffersView,
    missing: Vec<&'static str>,
    comparisons: Vec<compared::ComparedView>,
}

/// The whole of `analyse --json`; the pairs are places among the sources.
pub fn results(context: &Context<'_>, pairs: &[Disagreement]) -> Result<String, Failure> {
    results_of(context, pairs, None)
}

/// The same with the cells of one section of NAF alone.
pub fn results_of(
    context: &Context<'_>,
    pairs: &[Disagreement],
    section: Option<char>,
) -> Result<String, Failure> {
    let results = context.results;
    let told = results.programmes.iter().map(|entry| context.told(entry));
    let programmes = told.map(|entry| programme(&entry, results)).collect();
    text(&ResultsView {
        territory: Place {
            code: results.territory.territory.to_string(),
            label: results.territory.label.clone(),
        },
        coverage: results.territory.coverage.as_ref().map(compared::coverage),
        bmo: results.bmo,
        year: results.year,
        method: method(results),
        sources: results.sources.iter().map(source).collect(),
        disagreements: pairs.iter().map(together::pair).collect(),
        stacking: results.together.iter().map(together::link).collect(),
        totals: results.bmo.map(|_| tallied(&results.totals.territory)),
        occupations: results.occupations.iter().map(|one| occupation(one, context)).collect(),
        programmes,
        series: series::view(&results.series),
        groups: results.groups.iter().map(compared::group).collect(),
        sectors: compared::sectors(context, section),
        absent: results.absent.iter().map(absent::absent).collect(),
        offers: offers::view(results),
        missing: missing(results).into_iter().map(Missing::id).collect(),
        comparisons: compared::comparisons(&results.comparisons),
    })
}

pub fn text<T: Serialize>(value: &T) -> Result<String, Failure> {
    serde_json::to_string_pretty(value)
        .map(|text| text + "\n")
        .map_err(|error| Failure::could_not(error.to_string()))
}
