//! "Where does this figure come from?": file, sheet, rows, formula, base and masked cells.

use crate::analysis::results::Occupation;
use crate::analysis::series::Reading;
use crate::format;
use crate::indicators::ALL;
use crate::model::{Grade, Kind};
use crate::report::build::Context;
use crate::report::document::whole;
use crate::secrecy::Published;
use std::fmt::Write as _;

/// The answer, one line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Name of the indicator.
    pub title: String,
    pub value: String,
    /// Label and text, in the order of reading.
    pub lines: Vec<(String, String)>,
    /// Of respondents: copied, it has left.
    pub of_respondents: bool,
}

/// Whether an indicator is made of answers to a survey of one's own, or of colleges.
fn is_of_respondents(id: &str) -> bool {
    ["survey-", "need-", "perception-"].iter().any(|start| id.starts_with(start))
}

impl Provenance {
    /// The answer as text, for the clipboard.
    pub fn text(&self) -> String {
        let mut out = format!("{}\t{}\n", self.title, self.value);
        for (label, text) in &self.lines {
            let _ = writeln!(out, "{label}\t{text}");
        }
        out
    }
}

/// Where a figure of an occupation, or of a row of a source, comes from.
pub fn of(
    context: &Context<'_>,
    occupation: Option<&Occupation>,
    figure: &Published,
    origin: Option<(usize, u32)>,
) -> Provenance {
    let catalog = context.catalog;
    let language = catalog.language();
    let id = figure.indicator();
    let name = |part: &str| catalog.text(&format!("indicator-{id}-{part}"));
    let mut lines = vec![(catalog.text("column-definition"), name("definition"))];
    let indicator = ALL.iter().find(|indicator| indicator.id == id);
    let unit = catalog.text(&format!("unit-{}", figure.unit().id()));
    lines.push((catalog.text("provenance-unit"), unit));
    let territory = figure.territory();
    let place = context.reference.label(territory).map(str::to_owned).unwrap_or_default();
    let here = &context.results.territory;
    let compared = context.results.comparisons.found.iter();
    let place = if territory == here.territory {
        here.label.clone()
    } else {
        // A benchmark may be of the user's own making: the lists do not name it.
        let mut compared = compared.filter(|compared| compared.territory == territory);
        compared.next().map_or(place, |compared| context.benchmark_name(compared))
    };
    let year = before(context, occupation, figure).map_or(context.results.year, |one| one.year);
    lines.push((catalog.text("provenance-territory"), format!("{place} ({territory}), {year}")));
    if let Some(indicator) = indicator {
        lines.push((catalog.text("provenance-formula"), indicator.formula.to_owned()));
    }
    if let Some(computed) = occupation.and_then(|found| computation(context, found, id)) {
        lines.push((catalog.text("provenance-computed"), computed));
    }
    let own = id.starts_with("survey-");
    if let Some(n) = figure.n() {
        let n = format::integer(f64::from(n), language);
        let masked = format::integer(f64::from(figure.masked_cells()), language);
        let base = if own {
            catalog.with("provenance-n-answers", &[("n", (&n).into())])
        } else {
            catalog.with("provenance-n", &[("n", (&n).into()), ("masked", (&masked).into())])
        };
        lines.push((catalog.text("provenance-base"), base));
    }
    if figure.is_below_bounds() {
        lines.push((catalog.text("provenance-masked"), catalog.text("figure-published-why")));
    }
    if let Some(grade) = figure.grade() {
        let key = match grade {
            Grade::A => "grade-a",
            Grade::B => "grade-b",
            Grade::C => "grade-c",
        };
        lines.push((catalog.text("provenance-confidence"), catalog.text(key)));
    }
    for file in files(context, occupation, figure, origin) {
        lines.push((catalog.text("provenance-files"), file));
    }
    if let Some(indicator) = indicator {
        lines.push((catalog.text("provenance-source"), indicator.source.to_owned()));
    }
    lines.push((catalog.text("column-nulls"), name("nulls")));
    let value = match figure.hidden() {
        Some(hidden) => catalog.text(&format!("hidden-{}", hidden.id())),
        None => whole(figure, catalog),
    };
    let of_respondents = is_of_respondents(id);
    Provenance { title: name("name"), value, lines, of_respondents }
}

/// The formula with its numbers, for the figures that are computed.
fn computation(context: &Context<'_>, occupation: &Occupation, id: &str) -> Option<String> {
    let language = context.catalog.language();
    let posterior = &occupation.pressure.posterior;
    let number = |value: f64| format::decimal(value, 3, language);
    match id {
        "difficult-share-posterior" => Some(format!(
            "p₃ = {}, p₂ = {}, p₁ = {}, α = {}, β = {}",
            number(posterior.p3),
            number(posterior.p2),
            number(posterior.p1),
            number(posterior.alpha),
            number(posterior.beta),
        )),
        "flag-probability" => Some(format!(
            "α = {}, β = {}, c = {}, P = {}, P ∈ [{}, {}]",
            number(posterior.alpha),
            number(posterior.beta),
            number(context.results.cut),
            number(posterior.probability),
            number(posterior.probability_low),
            number(posterior.probability_high),
        )),
        "pressure-rank" => {
            let of = format::integer(f64::from(occupation.rank.of), language);
            let (draws, seed) = context.parameters.rank_draws();
            let draws = format::integer(f64::from(draws), language);
            Some(context.catalog.with(
                "provenance-rank",
                &[
                    ("of", (&of).into()),
                    ("draws", (&draws).into()),
                    ("seed", (&seed.to_string()).into()),
                ],
            ))
        }
        "pressure-class" | "pressure-score" => {
            let score = occupation.pressure.score?;
            let components = occupation.pressure.components;
            let named = [
                ("D", components.difficulty),
                ("R", components.offers_per_seeker),
                ("E", components.exit_rate),
            ];
            let parts = named.into_iter().filter_map(|(name, part)| {
                let part = part?;
                let (value, z, weight) = (number(part.value), number(part.z), number(part.weight));
                Some(format!("{name} = {value}, z = {z}, w = {weight}"))
            });
            let parts = parts.collect::<Vec<_>>().join("\n");
            Some(format!("{parts}\nscore = {}", number(score)))
        }
        "places-order" => {
            let mut found = context.results.programmes.iter();
            let programme = found.find(|programme| programme.occupation == occupation.code)?;
            let programme = context.told(programme);
            let places = &programme.training.as_ref()?.places;
            Some(format!(
                "{} × {} × {}",
                format::integer(occupation.benchmarks.territory.projects.value, language),
                number(posterior.mean),
                number(places.trained_share),
            ))
        }
        _ => None,
    }
}

/// The reading of a past year that a figure tells: of an occupation, or of the family or group
/// whose last reading but one says exactly this.
fn before(
    context: &Context<'_>,
    occupation: Option<&Occupation>,
    figure: &Published,
) -> Option<Reading> {
    if figure.indicator() != "difficult-share-before" {
        return None;
    }
    if let Some(occupation) = occupation {
        return occupation.change.before;
    }
    let tracks = context.results.series.tracks.iter();
    let mut readings = tracks.filter_map(|track| track.readings.iter().rev().nth(1));
    readings.find(|reading| figure.value() == reading.posterior.shown()).copied()
}

/// Rows of a figure listed at most; the rest is counted.
const MOST_ROWS: usize = 12;

fn files(
    context: &Context<'_>,
    occupation: Option<&Occupation>,
    figure: &Published,
    origin: Option<(usize, u32)>,
) -> Vec<String> {
    if let Some((source, row)) = origin {
        return vec![place(context, source, &[row])];
    }
    // Figures of the own survey, of sectors and of past years stand on files of their own kind.
    let kinds: &[Kind] = match figure.indicator() {
        "survey-perception" | "perception-gap" => &[Kind::ActorOpinions],
        "sector-projects" | "sector-share" => &[Kind::Bmo, Kind::RomeNafHirings],
        "flag-precision" | "flag-recall" | "flag-kappa" => &[Kind::Bmo],
        id if id.starts_with("need-") || matches!(id, "survey-answer" | "survey-coverage") => &[
            Kind::SurveyEstablishments,
            Kind::SurveyOccupations,
            Kind::SurveyAnswers,
            Kind::EstablishmentRegister,
        ],
        _ => &[],
    };
    if !kinds.is_empty() {
        let sources = context.results.sources.iter().enumerate();
        let of_kind = sources.filter(|(_, source)| kinds.contains(&source.kind));
        return of_kind.map(|(source, _)| whole_file(context, source)).collect();
    }
    if let Some(reading) = before(context, occupation, figure) {
        return vec![
            whole_file(context, reading.source),
            context.catalog.text("provenance-around"),
        ];
    }
    let Some(occupation) = occupation else {
        let used = context.results.sources.iter().filter(|source| source.used);
        let bmo = used.filter(|s| s.vintage == Some(context.results.year));
        return bmo
            .filter(|source| source.kind == Kind::Bmo)
            .map(|source| source.file.clone())
            .collect();
    };
    let survey = || {
        let source = occupation.rows.first().map(|(source, _)| *source);
        let rows: Vec<u32> = occupation.rows.iter().map(|(_, row)| *row).collect();
        source.map(|source| place(context, source, &rows)).into_iter().collect::<Vec<_>>()
    };
    let around = || context.catalog.text("provenance-around");
    let anchor = || {
        let anchor = occupation.anchor.as_ref();
        anchor.map(|anchor| place(context, anchor.source, &[anchor.row]))
    };
    match figure.indicator() {
        "official-tension-class" | "official-cause-class" => anchor().into_iter().collect(),
        "difficult-share-posterior"
        | "flag-probability"
        | "pressure-rank"
        | "location-quotient" => {
            let mut found = survey();
            found.push(around());
            found
        }
        "pressure-class" | "pressure-score" => {
            let mut found = survey();
            found.push(around());
            let components = &occupation.pressure.components;
            if components.offers_per_seeker.is_some() {
                found.extend(registrations(context));
            }
            if components.exit_rate.is_some() {
                found.extend(exits(context));
            }
            found
        }
        "exit-rate" => exits(context).into_iter().collect(),
        "offers-per-seeker" => registrations(context).into_iter().collect(),
        "places-order" => {
            let mut found = survey();
            found.extend(anchor());
            found
        }
        id if id.starts_with("survey-") => {
            let own = occupation.survey.as_ref();
            own.map(|own| whole_file(context, own.source)).into_iter().collect()
        }
        "local-posts" => {
            let own = occupation.local_offers.as_ref();
            own.map(|own| whole_file(context, own.source)).into_iter().collect()
        }
        "course-hours" | "training-offers" => {
            let mut sources: Vec<usize> =
                occupation.supply.offers.iter().map(|offer| offer.source).collect();
            sources.sort_unstable();
            sources.dedup();
            sources.into_iter().map(|source| whole_file(context, source)).collect()
        }
        _ if figure.territory() == context.results.territory.territory => survey(),
        _ => vec![around()],
    }
}

/// The file of the exit rates, with its period.
fn exits(context: &Context<'_>) -> Option<String> {
    let (source, period) = context.results.exits.as_ref()?;
    Some(format!("{} ({period})", whole_file(context, *source)))
}

/// The file of the registrations, with its period, and those of the offers.
fn registrations(context: &Context<'_>) -> Vec<String> {
    let Some((source, period)) = context.results.registrations.as_ref() else {
        return Vec::new();
    };
    let sources = context.results.sources.iter().enumerate();
    let offers = sources.filter(|(_, view)| view.used && view.kind == Kind::JobOffers);
    let mut found = vec![format!("{} ({period})", whole_file(context, *source))];
    found.extend(offers.map(|(source, _)| whole_file(context, source)));
    found
}

fn sheet(context: &Context<'_>, source: usize) -> (String, String) {
    let view = context.results.sources.get(source);
    let file = view.map(|view| view.file.clone()).unwrap_or_default();
    let sheet = view.and_then(|view| view.sheet.clone());
    let sheet = sheet.unwrap_or_else(|| "—".to_owned());
    (file, sheet)
}

fn whole_file(context: &Context<'_>, source: usize) -> String {
    let (file, sheet) = sheet(context, source);
    context.catalog.with("provenance-file", &[("file", (&file).into()), ("sheet", (&sheet).into())])
}

fn place(context: &Context<'_>, source: usize, rows: &[u32]) -> String {
    let (file, sheet) = sheet(context, source);
    let mut text: Vec<String> = rows.iter().take(MOST_ROWS).map(u32::to_string).collect();
    if rows.len() > MOST_ROWS {
        let count = (rows.len() - MOST_ROWS).to_string();
        text.push(context.catalog.with("provenance-and-more", &[("count", (&count).into())]));
    }
    let rows = text.join(", ");
    context.catalog.with(
        "provenance-rows",
        &[("file", (&file).into()), ("sheet", (&sheet).into()), ("rows", (&rows).into())],
    )
}
