//! `bassin survey estimate`: the register of needs, as far as the answers and secrecy allow.

use crate::analysis::employers::answers::{Answers, answers};
use crate::analysis::employers::causes::causes;
use crate::analysis::employers::dominant::dominant;
use crate::analysis::employers::needs::{Form, LEVEL, Need, needs};
use crate::analysis::employers::replicated;
use crate::analysis::employers::weigh::Weighing;
use crate::cli::memory::Memory;
use crate::cli::survey::Setting;
use crate::cli::survey::stated::{self, StatedView};
use crate::cli::survey::surveyed::{self, Surveyed};
use crate::cli::survey::weights;
use crate::cli::{Failure, json};
use crate::format::{integer, percent_range, range};
use crate::i18n::Catalog;
use crate::inquiry;
use crate::jobs::side_by_side;
use crate::matching::label::BULK_SCORE;
use crate::matching::label::dictionary::Dictionary;
use crate::model::{Groups, Language, Rome, Scope, Unit, Value};
use crate::reference::Reference;
use crate::report::build::survey::scope_name;
use crate::report::document::shape;
use crate::report::survey::drawn::{DRAWN_LEVEL, drawn};
use crate::report::survey::{
    Material, PublishedMeasure, PublishedNeed, PublishedSurvey, published,
};
use crate::secrecy::Published;
use crate::survey::bootstrap::{Replicates, replicate};
use crate::words::survey as words;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Replicates of the bootstrap, at most.
const MOST_REPLICATES: u64 = 100_000;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    survey: surveyed::Asked,
    /// Seed of the bootstrap: the same gives the same figures; that of the project, else 1.
    #[arg(long)]
    seed: Option<u64>,
    /// Bootstrap replicates; 0 for none.
    #[arg(long, default_value_t = 1_000)]
    replicates: u64,
    /// Labels without a code count for the ROME card they resemble from this score on, 0–1; 0.9 by
    /// default. A project decides on its labels itself, and takes none.
    #[arg(long)]
    min_score: Option<f64>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, setting: Setting<'_>) -> Result<String, Failure> {
    let catalog = setting.catalog;
    let could_not = |error: &dyn std::fmt::Display| Failure::could_not(error.to_string());
    if args.replicates > MOST_REPLICATES {
        let most = MOST_REPLICATES.to_string();
        let text = catalog.with("error-replicates", &[("most", (&most).into())]);
        return Err(Failure::usage(text));
    }
    let surveyed = args.survey.weighed(setting)?;
    if args.min_score.is_some() && !surveyed.sources.projects.is_empty() {
        return Err(Failure::usage(catalog.text("error-min-score-project")));
    }
    let (answers, understood) = understood(&surveyed, args.min_score.unwrap_or(BULK_SCORE))?;
    let seed = args.seed.unwrap_or(surveyed.seed);
    if !answers.told.contains(&true) {
        return Err(Failure::could_not(catalog.text("error-no-occupations")));
    }
    let none = Groups::new();
    let project = surveyed.sources.projects.first();
    let groups = project.map_or(&none, |given| &given.decisions.groups);
    let needs = needs(&surveyed.weighing, &answers, groups);
    let wave = inquiry::wave(&surveyed.inputs);
    let memory = Memory::of(&surveyed.sources, catalog)?;
    let causes = causes(&surveyed.weighing, &answers, groups);
    let Weighing { respondents, weights, .. } = &surveyed.weighing;
    let material = Material {
        causes: &causes,
        weights: (respondents, weights),
        ..Material::needs(&surveyed.list, &needs)
    };
    let thresholds = surveyed.thresholds;
    let shown = published(&material, surveyed.territory, &wave, thresholds, &memory.log)
        .map_err(|error| could_not(&error))?;
    let replicates = replicates(&surveyed, args.replicates, seed);
    let view = View {
        weighting: weights::View::new(&surveyed, catalog),
        wave: (!wave.is_empty()).then_some(wave),
        seed,
        replicates: replicates.len(),
        failed_replicates: replicates.failed(),
        dominated: shown.hangs_on_few(&dominant(&needs)),
        labels_understood: understood,
        labels_without_code: answers.uncoded.iter().map(|one| one.rows).sum(),
        codes_of_several: answers.uncoded.iter().map(|one| one.several).sum(),
        needs: need_views(&needs, &shown, &answers, &replicates, &surveyed.reference, catalog),
        causes: stated::views(&shown, catalog, &|scope| name(scope, &surveyed.reference, catalog)),
    };
    // What is printed is published.
    memory.release(&[(&shown).into()], catalog)?;
    if args.json { json::text(&view) } else { Ok(view.text(&shown, catalog)) }
}

/// The answers, labels without a code read by the matcher; rows that it read.
///
/// Of a project, labels count as it decided them, in the window and in documents as here: its memory
/// is of one reading. Files alone have nobody who decided.
fn understood(surveyed: &Surveyed, least: f64) -> Result<(Answers, u32), Failure> {
    let read = |by: &dyn Fn(&str) -> Option<Rome>| {
        answers(
            &surveyed.inputs,
            &surveyed.list,
            &surveyed.weighing.respondents,
            crate::inquiry::version(&surveyed.inputs, None),
            &surveyed.reference,
            by,
        )
    };
    let plain = read(&|_| None);
    if plain.uncoded.is_empty() {
        return Ok((plain, 0));
    }
    let index = inquiry::index().ok_or_else(|| Failure::could_not("job titles"))?;
    let none = Dictionary::default();
    let project = surveyed.sources.projects.first();
    let labels = project.map_or(&none, |given| &given.decisions.labels);
    let known: BTreeMap<&str, Rome> = plain
        .uncoded
        .iter()
        .filter_map(|one| {
            if project.is_some() {
                let rome = inquiry::understood(index, labels, &one.label)?;
                return Some((one.label.as_str(), rome));
            }
            let best = index.propose(&one.label).candidates.into_iter().next()?;
            (best.score >= least).then_some((one.label.as_str(), best.rome))
        })
        .collect();
    let matched = read(&|label| known.get(label.trim()).copied());
    let rows = |answers: &Answers| answers.uncoded.iter().map(|one| one.rows).sum::<u32>();
    let gained = rows(&plain) - rows(&matched);
    Ok((matched, gained))
}

fn replicates(surveyed: &Surveyed, replicates: u64, seed: u64) -> Replicates {
    let plan = replicated::plan(&surveyed.weighing);
    let numbers: Vec<u64> = (0..replicates).collect();
    Replicates::gather(side_by_side(&numbers, |number| replicate(&plan, seed, *number)))
}

/// The whole of `survey estimate --json`.
#[derive(Serialize)]
struct View {
    weighting: weights::View,
    wave: Option<String>,
    seed: u64,
    replicates: usize,
    failed_replicates: usize,
    /// A figure shown tells another story without one or two of its respondents.
    dominated: bool,
    /// Rows whose label, without a code, the matcher read.
    labels_understood: u32,
    labels_without_code: u32,
    /// Those of them whose code is right and leads to several occupations.
    codes_of_several: u32,
    needs: Vec<NeedView>,
    causes: Vec<StatedView>,
}

#[derive(Serialize)]
struct NeedView {
    /// Null for several occupations together.
    occupation: Option<String>,
    /// Codes of a group of the project's own; null for an occupation and for all together.
    group: Option<Vec<String>>,
    /// Section of NAF, `?` for the establishments whose activity is not known; null for a row of
    /// all sectors. With an occupation, that occupation in the sector.
    sector: Option<char>,
    label: String,
    establishments: Option<u32>,
    measures: Vec<MeasureView>,
}

#[derive(Serialize)]
struct MeasureView {
    indicator: &'static str,
    unit: &'static str,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    level: f64,
    unweighted: Option<f64>,
    /// Of a share: drawn towards that of all occupations, with an interval of 80 %.
    drawn: Option<DrawnView>,
    n: Option<u32>,
    base: Option<u32>,
    standard_error: Option<f64>,
    /// Over the replicates.
    bootstrap_standard_error: Option<f64>,
    /// Why it is hidden.
    hidden: Option<&'static str>,
    /// Why the unweighted figure alone is.
    unweighted_hidden: Option<&'static str>,
    /// Why no point value is given.
    refusal: Option<&'static str>,
    message: Option<String>,
}

/// A share drawn towards that of all occupations.
#[derive(Serialize)]
struct DrawnView {
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    level: f64,
}

impl DrawnView {
    fn of(drawn: &Published) -> Self {
        let bounds = drawn.bounds();
        Self {
            value: drawn.point(),
            low: bounds.map(|(low, _)| low),
            high: bounds.map(|(_, high)| high),
            level: DRAWN_LEVEL,
        }
    }
}

fn need_views(
    needs: &[Need],
    shown: &PublishedSurvey,
    answers: &Answers,
    replicates: &Replicates,
    reference: &Reference,
    catalog: &Catalog,
) -> Vec<NeedView> {
    let of = |need: &Need, (shown, drawn): (&PublishedNeed, Vec<Option<Published>>)| {
        let (occupation, group, sector) = stated::keys(&need.scope);
        let measure = |(measure, drawn): (&PublishedMeasure, Option<Published>)| {
            let spread = measure.behind.filter(|behind| behind.standard_error.is_some());
            let spread = spread.and_then(|behind| {
                let form = measure.wanted.form;
                let error = replicated::standard_error(answers, &need.scope, form, replicates)?;
                // To the unit of the figure: its digits would tell of the answers.
                Some(behind.rounded_up(error))
            });
            let drawn = drawn.as_ref().map(DrawnView::of);
            MeasureView { drawn, ..measure_view(measure, spread, catalog) }
        };
        NeedView {
            occupation,
            group,
            sector,
            label: name(&need.scope, reference, catalog),
            establishments: shown.establishments,
            measures: shown.measures.iter().zip(drawn).map(measure).collect(),
        }
    };
    let shown = shown.needs.iter().zip(drawn(&shown.needs));
    needs.iter().zip(shown).map(|(need, shown)| of(need, shown)).collect()
}

/// What a row is called; an occupation in a sector by both.
fn name(scope: &Scope, reference: &Reference, catalog: &Catalog) -> String {
    let label = |fap| reference.fap_label(fap).unwrap_or_default().to_owned();
    match scope {
        Scope::All => catalog.text("survey-all-occupations"),
        Scope::Within(section, fap) => {
            let sector = scope_name(&Scope::Sector(*section), catalog, &label);
            [label(*fap), sector].join(" — ")
        }
        Scope::Sector(_) | Scope::Group(_) | Scope::Occupation(_) => {
            scope_name(scope, catalog, &label)
        }
    }
}

fn measure_view(
    measure: &PublishedMeasure,
    bootstrap: Option<f64>,
    catalog: &Catalog,
) -> MeasureView {
    let weighted = &measure.weighted;
    let bounds = weighted.bounds();
    let behind = measure.behind;
    let refusal = behind.and_then(|behind| behind.refusal);
    let message = match (weighted.hidden(), &refusal) {
        (Some(hidden), _) => Some(catalog.text(&format!("hidden-{}", hidden.id()))),
        (None, Some(refusal)) => Some(words::refusal(refusal, catalog)),
        (None, None) => None,
    };
    MeasureView {
        indicator: measure.wanted.indicator,
        unit: measure.wanted.unit.id(),
        value: weighted.point(),
        low: bounds.map(|(low, _)| low),
        high: bounds.map(|(_, high)| high),
        level: LEVEL,
        unweighted: measure.unweighted.point(),
        drawn: None,
        n: behind.and_then(|behind| behind.n),
        base: behind.and_then(|behind| behind.base),
        standard_error: behind.and_then(|behind| behind.standard_error),
        bootstrap_standard_error: bootstrap,
        hidden: weighted.hidden().map(crate::secrecy::Hidden::id),
        unweighted_hidden: alone(measure).map(crate::secrecy::Hidden::id),
        refusal: refusal.as_ref().map(words::refusal_id),
        message,
    }
}

/// Why the unweighted figure is hidden beside one that is shown.
fn alone(measure: &PublishedMeasure) -> Option<crate::secrecy::Hidden> {
    measure.unweighted.hidden().filter(|_| measure.weighted.hidden().is_none())
}

impl View {
    fn text(&self, shown: &PublishedSurvey, catalog: &Catalog) -> String {
        let language = catalog.language();
        let mut out = self.weighting.heading(catalog);
        let count = |n: usize| integer(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), language);
        let mut line = |text: String| {
            let _ = writeln!(out, "{text}");
        };
        self.weighting.given_up(catalog).into_iter().for_each(&mut line);
        let beware = |text| [catalog.text("survey-beware"), text].join(" ");
        let told = [self.weighting.nowhere(catalog), self.weighting.beyond(catalog)];
        told.into_iter().flatten().map(beware).for_each(&mut line);
        line(catalog.with(
            "survey-bootstrap",
            &[
                ("replicates", (&count(self.replicates)).into()),
                ("failed", (&count(self.failed_replicates)).into()),
                ("seed", (&self.seed.to_string()).into()),
            ],
        ));
        if self.labels_understood + self.labels_without_code > self.codes_of_several {
            let rows = |n: u32| integer(f64::from(n), language);
            line(catalog.with(
                "survey-labels",
                &[
                    ("understood", (&rows(self.labels_understood)).into()),
                    ("without", (&rows(self.labels_without_code - self.codes_of_several)).into()),
                ],
            ));
        }
        if self.codes_of_several > 0 {
            let shown = integer(f64::from(self.codes_of_several), language);
            let count = ("count", self.codes_of_several.into());
            line(catalog.with("survey-codes-several", &[count, ("shown", (&shown).into())]));
        }
        if self.dominated {
            line(catalog.text("survey-dominated"));
        }
        // Of an occupation in a sector, what is hidden is most: JSON has it.
        let all = self.needs.iter().zip(&shown.needs).filter(|(_, need)| {
            let told = |measure: &PublishedMeasure| measure.weighted.bounds().is_some();
            !matches!(need.scope, Scope::Within(..)) || need.measures.iter().any(told)
        });
        for (need, published) in all {
            let code = need.occupation.as_deref().unwrap_or_default();
            let n = published.establishments.map_or_else(
                || {
                    let why = published.uncounted.map_or("too-few", crate::secrecy::Hidden::id);
                    let why = catalog.text(&format!("hidden-{why}"));
                    catalog.with("survey-uncounted", &[("why", (&why).into())])
                },
                |n| {
                    let n = integer(f64::from(n), language);
                    catalog.with("survey-establishments", &[("shown", (&n).into())])
                },
            );
            let name = [code, need.label.as_str()].join(" ");
            line(format!("\n{} ({n})", name.trim()));
            for (view, measure) in need.measures.iter().zip(&published.measures) {
                let name = catalog.text(&format!("indicator-{}-name", view.indicator));
                line(format!("  {name}{}{}", catalog.text("colon"), said(view, measure, catalog)));
            }
        }
        if !self.causes.is_empty() {
            line(format!("\n{}", catalog.text("survey-stated")));
            stated::lines(&self.causes, shown, catalog).into_iter().for_each(&mut line);
        }
        line(format!("\n{}", catalog.text("survey-no-bias")));
        out
    }
}

/// The figure in a line: value and interval, what stands beside, or why there is none.
fn said(view: &MeasureView, measure: &PublishedMeasure, catalog: &Catalog) -> String {
    let language = catalog.language();
    let number = |value: f64| shape(value, measure.wanted.unit, language);
    let of =
        |published: &Published| match published.value() {
            Value::Unknown | Value::Masked { .. } => None,
            Value::Exact(value) => Some(number(value)),
            Value::Interval { value, low, high } => {
                let bounds = bounds(low, high, measure.wanted.unit, language);
                let value = number(value);
                Some(catalog.with(
                    "survey-value",
                    &[("value", (&value).into()), ("range", (&bounds).into())],
                ))
            }
            Value::RangeOnly { low, high } => {
                let (low, high) = (number(low), number(high));
                let args = [("low", (&low).into()), ("high", (&high).into())];
                Some(catalog.with("survey-range", &args))
            }
        };
    let mut parts: Vec<String> = of(&measure.weighted).into_iter().collect();
    parts.extend(view.message.clone());
    if let Some(behind) = measure.behind {
        let count = |n: u32| integer(f64::from(n), language);
        if let Some(error) = view.bootstrap_standard_error {
            let shown = number(error);
            let args = [("error", (&shown).into())];
            let mut told = catalog.with("survey-bootstrap-error", &args);
            if words::is_far_below(error, measure.weighted.bounds()) {
                told = format!("{told} ({})", catalog.text("survey-error-below"));
            }
            parts.push(told);
        }
        if let Some(raw) = of(&measure.unweighted) {
            parts.push(catalog.with("survey-unweighted", &[("value", (&raw).into())]));
        }
        if let Some(DrawnView { value: Some(value), low: Some(low), high: Some(high), .. }) =
            view.drawn
        {
            let (value, unit) = (number(value), measure.wanted.unit);
            let range = bounds(low, high, unit, language);
            let args = [("value", (&value).into()), ("range", (&range).into())];
            let drawn = catalog.with("survey-value", &args);
            parts.push(catalog.with("survey-drawn", &[("value", (&drawn).into())]));
        }
        if alone(measure).is_some() {
            parts.push(catalog.text("survey-unweighted-hidden"));
        }
        let key = match measure.wanted.form {
            Form::Total(_) => "survey-n-total",
            Form::Ratio(..) => "survey-n",
        };
        if let Some((n, base)) = behind.n.zip(behind.base) {
            let (n, base) = (count(n), count(base));
            let args = [("n", (&n).into()), ("base", (&base).into())];
            parts.push(catalog.with(key, &args));
        }
    }
    if parts.is_empty() {
        parts.push(catalog.text("survey-no-answer"));
    }
    parts.join(&catalog.text("list-separator"))
}

fn bounds(low: f64, high: f64, unit: Unit, language: Language) -> String {
    if unit.is_share() {
        percent_range(low, high, 0, language)
    } else if unit == Unit::CandidatesPerPost {
        range(low, high, 1, language)
    } else {
        range(low, high, 0, language)
    }
}
