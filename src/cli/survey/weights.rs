//! `bassin survey weights`: what the weights of the respondents rest on, and what they cost.

use crate::analysis::employers::asked::{Board, Coverage};
use crate::analysis::employers::frame::CellKey;
use crate::analysis::employers::weigh::{Basis, MarginKind, Weighing};
use crate::cli::survey::Setting;
use crate::cli::survey::surveyed::{self, Surveyed};
use crate::cli::{Failure, json};
use crate::format::{decimal, integer, percent};
use crate::i18n::Catalog;
use crate::model::{SizeClass, Territory};
use crate::survey::calibrate::Method;
use crate::survey::strata::Step;
use crate::words::survey as words;
use serde::Serialize;
use std::fmt::Write as _;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(flatten)]
    survey: surveyed::Asked,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, setting: Setting<'_>) -> Result<String, Failure> {
    let surveyed = args.survey.weighed(setting)?;
    let view = View::new(&surveyed, setting.catalog);
    if args.json { json::text(&view) } else { Ok(view.text(setting.catalog)) }
}

/// The whole of `survey weights --json`, and what the text is made of.
#[derive(Serialize)]
pub struct View {
    territory: String,
    /// Name and code, for eyes.
    #[serde(skip)]
    place: String,
    asked: u32,
    answered: u32,
    refused: u32,
    not_reached: u32,
    out_of_scope: u32,
    unplaced: u32,
    /// Answered, of a commune that is not known: counted nowhere.
    nowhere: u32,
    response_rate: Option<f64>,
    /// Establishments of the register; null without one.
    register: Option<f64>,
    represented: f64,
    share_of_establishments: Option<f64>,
    /// After the register alone, to the point.
    share_of_headcount: Option<f64>,
    /// What the response rate says, and who is missing.
    reading: Vec<String>,
    /// By sector, by size, then by both.
    coverage: Vec<CoverageView>,
    basis: &'static str,
    method: Option<&'static str>,
    groups: Vec<GroupView>,
    merges: Vec<MergeView>,
    thin: Vec<GroupView>,
    margins: Vec<MarginView>,
    given_up: Vec<GivenUp>,
    weights: Option<SpreadView>,
    ratios: Option<RatioView>,
    /// Large establishments that did not answer: nobody stands for them.
    large_missing: u32,
    /// Large establishments of the register that were not asked.
    large_not_asked: f64,
    /// Cells with more establishments asked than the register holds.
    beyond_register: Vec<String>,
}

#[derive(Serialize)]
struct CoverageView {
    /// Section of NAF; null for all of them.
    sector: Option<char>,
    /// Size class; null for all of them.
    size: Option<&'static str>,
    establishments: Option<f64>,
    asked: u32,
    answered: u32,
    response_rate: Option<f64>,
    share_of_establishments: Option<f64>,
    share_of_headcount: Option<f64>,
}

#[derive(Serialize)]
struct GroupView {
    cells: Vec<String>,
    establishments: f64,
    respondents: usize,
    /// Each stands for itself alone.
    take_all: bool,
    /// Before calibration; null without a respondent.
    base_weight: Option<f64>,
}

#[derive(Serialize)]
struct MergeView {
    cells: Vec<String>,
    respondents: usize,
    into: Vec<String>,
    step: &'static str,
}

#[derive(Serialize)]
struct MarginView {
    name: String,
    /// Of the register; the final weights meet it. Null for employees: those that large respondents
    /// have are answers, and the register less that total would tell them.
    total: Option<f64>,
    /// Of the weights before calibration; null for employees, who are answers.
    before: Option<f64>,
}

#[derive(Serialize)]
struct GivenUp {
    margin: &'static str,
    reason: &'static str,
    /// Margins at fault.
    at_fault: Vec<String>,
    message: String,
}

#[derive(Serialize)]
struct SpreadView {
    n: usize,
    least: f64,
    most: f64,
    /// Coefficient of variation.
    variation: f64,
    /// Of unequal weights, after Kish.
    design_effect: f64,
    n_effective: f64,
}

#[derive(Serialize)]
struct RatioView {
    least: f64,
    most: f64,
    at_low: usize,
    at_high: usize,
}

const fn basis(basis: &Basis) -> &'static str {
    match basis {
        Basis::Unweighted => "unweighted",
        Basis::Given => "given",
        Basis::Groups => "groups",
        Basis::Calibrated(_) => "calibrated",
    }
}

const fn method(method: Method) -> &'static str {
    match method {
        Method::Linear => "linear",
        Method::RakingRatio => "raking",
        Method::Logit { .. } => "logit",
    }
}

impl View {
    pub fn new(surveyed: &Surveyed, catalog: &Catalog) -> Self {
        let Surveyed { weighing, board, frame, territory, reference, .. } = surveyed;
        let Coverage { asked, answered, refused, not_reached, .. } = board.total;
        let keys = |strata: &[usize]| -> Vec<CellKey> {
            strata.iter().filter_map(|cell| weighing.strata.get(*cell).copied()).collect()
        };
        // Weights that meet margins of employees are made of answers: to the hundredth, as the text
        // tells them.
        let of_answers = matches!(&weighing.basis, Basis::Calibrated(kinds)
            if kinds.contains(&MarginKind::Headcount));
        let told = |value: f64| if of_answers { (value * 100.0).round() / 100.0 } else { value };
        let names = |strata: &[usize]| keys(strata).into_iter().map(words::cell).collect();
        let group = |strata: &[usize], establishments: f64, respondents: usize, take_all: bool| {
            let n = f64::from(u32::try_from(respondents).unwrap_or(u32::MAX));
            GroupView {
                cells: names(strata),
                establishments,
                respondents,
                take_all,
                base_weight: (respondents > 0).then(|| establishments / n),
            }
        };
        Self {
            territory: territory.to_string(),
            place: match (reference.label(*territory), *territory) {
                (_, Territory::France) => catalog.text("survey-everywhere"),
                (Some(name), _) => format!("{name} ({territory})"),
                (None, _) => territory.to_string(),
            },
            asked,
            answered,
            refused,
            not_reached,
            out_of_scope: board.out_of_scope,
            unplaced: board.unplaced,
            nowhere: surveyed.nowhere,
            response_rate: board.total.response_rate(),
            register: frame.as_ref().map(|frame| frame.establishments() + frame.unplaced),
            represented: weighing.represented(),
            share_of_establishments: board.total.share_of_establishments(),
            share_of_headcount: board.total.share_of_headcount(),
            reading: words::reading_of_rate(board, catalog),
            coverage: coverage(board),
            basis: basis(&weighing.basis),
            method: weighing.margins.as_ref().map(|(_, of, _)| method(*of)),
            groups: weighing
                .groups
                .iter()
                .map(|g| group(&g.strata, g.establishments, g.respondents, g.take_all))
                .collect(),
            merges: weighing
                .merges
                .iter()
                .map(|merge| MergeView {
                    cells: names(&merge.strata),
                    respondents: merge.respondents,
                    into: names(&merge.into),
                    step: match merge.step {
                        Step::AdjacentSize => "adjacent-size",
                        Step::AdjacentSector => "adjacent-sector",
                    },
                })
                .collect(),
            thin: weighing
                .thin
                .iter()
                .map(|thin| group(&thin.strata, thin.establishments, thin.respondents, false))
                .collect(),
            margins: margins(weighing),
            given_up: weighing
                .dropped
                .iter()
                .map(|dropped| GivenUp {
                    margin: words::kind(dropped.kind),
                    reason: words::calibration_id(&dropped.error),
                    at_fault: words::at_fault(&dropped.error),
                    message: words::dropped(dropped, catalog),
                })
                .collect(),
            weights: weighing.spread.as_ref().map(|spread| SpreadView {
                n: spread.n,
                least: told(spread.least),
                most: told(spread.most),
                variation: told(spread.variation),
                design_effect: told(spread.design_effect),
                n_effective: told(spread.n_effective),
            }),
            ratios: weighing.ratios.as_ref().map(|ratios| RatioView {
                least: told(ratios.least),
                most: told(ratios.most),
                at_low: ratios.at_low.len(),
                at_high: ratios.at_high.len(),
            }),
            large_missing: weighing.large_missing,
            large_not_asked: weighing.large_unlisted,
            beyond_register: weighing.beyond_register.iter().map(|key| words::cell(*key)).collect(),
        }
    }

    /// What the weights rest on, in a few lines; also above the estimates.
    pub fn heading(&self, catalog: &Catalog) -> String {
        let language = catalog.language();
        let number = |value: f64| integer(value, language);
        let count = |value: u32| number(f64::from(value));
        let share =
            |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |v| percent(v, 0, language));
        let mut out = String::new();
        let _ = writeln!(
            out,
            "{}",
            catalog.with(
                "survey-answers",
                &[
                    ("territory", (&self.place).into()),
                    ("asked", (&count(self.asked)).into()),
                    ("answered", (&count(self.answered)).into()),
                    ("refused", (&count(self.refused)).into()),
                    ("notreached", (&count(self.not_reached)).into()),
                    ("outofscope", (&count(self.out_of_scope)).into()),
                    ("rate", (&share(self.response_rate)).into()),
                ],
            )
        );
        if let Some(register) = self.register {
            let _ = writeln!(
                out,
                "{}",
                catalog.with(
                    "survey-register",
                    &[
                        ("register", (&number(register)).into()),
                        ("share", (&share(self.share_of_establishments)).into()),
                        ("represented", (&number(self.represented)).into()),
                    ],
                )
            );
        }
        if self.share_of_headcount.is_some() {
            let covered = share(self.share_of_headcount);
            let args = [("share", (&covered).into())];
            let _ = writeln!(out, "{}", catalog.with("survey-headcount-covered", &args));
        }
        let _ = writeln!(out, "{}", catalog.text(&format!("survey-basis-{}", self.basis)));
        out
    }

    /// Margins given up, each with its reason.
    pub fn given_up(&self, catalog: &Catalog) -> Vec<String> {
        let sentence = |one: &GivenUp| {
            let kind = catalog.text(&format!("survey-kind-{}", one.margin));
            format!("{kind}{}{}", catalog.text("colon"), one.message)
        };
        self.given_up.iter().map(sentence).collect()
    }

    /// Where the register counts too few: those who were asked stand for themselves alone.
    pub fn beyond(&self, catalog: &Catalog) -> Option<String> {
        let list = self.beyond_register.join(&catalog.text("list-separator"));
        let told = || catalog.with("survey-beyond-register", &[("list", (&list).into())]);
        (!list.is_empty()).then(told)
    }

    fn text(&self, catalog: &Catalog) -> String {
        let language = catalog.language();
        let number = |value: f64| decimal(value, 2, language);
        let mut out = self.heading(catalog);
        for sentence in &self.reading {
            let _ = writeln!(out, "{sentence}");
        }
        let mut section = |key: &str, lines: Vec<String>| {
            if lines.is_empty() {
                return;
            }
            let _ = writeln!(out, "\n{}", catalog.text(key));
            for line in lines {
                let _ = writeln!(out, "  {line}");
            }
        };
        let lines = self.coverage.iter().map(|one| one.text(catalog)).collect();
        section("survey-coverage-lines", lines);
        section("survey-groups", self.groups.iter().map(|g| g.text(catalog)).collect());
        section("survey-merges", self.merges.iter().map(|m| m.text(catalog)).collect());
        section("survey-thin", self.thin.iter().map(|g| g.text(catalog)).collect());
        section("survey-margins-met", self.margins.iter().map(|m| m.text(catalog)).collect());
        section("survey-margins-given-up", self.given_up(catalog));
        let mut cost = Vec::new();
        if let Some(spread) = &self.weights {
            cost.push(catalog.with(
                "survey-spread",
                &[
                    ("least", (&number(spread.least)).into()),
                    ("most", (&number(spread.most)).into()),
                    ("variation", (&percent(spread.variation, 0, language)).into()),
                ],
            ));
            let n = f64::from(u32::try_from(spread.n).unwrap_or(u32::MAX));
            cost.push(catalog.with(
                "survey-effect",
                &[
                    ("effect", (&number(spread.design_effect)).into()),
                    ("n", (&integer(n, language)).into()),
                    ("effective", (&decimal(spread.n_effective, 1, language)).into()),
                ],
            ));
        }
        if let Some(ratios) = &self.ratios {
            let bounded = u32::try_from(ratios.at_low + ratios.at_high).unwrap_or(u32::MAX);
            cost.push(catalog.with(
                "survey-ratios",
                &[
                    ("least", (&number(ratios.least)).into()),
                    ("most", (&number(ratios.most)).into()),
                    ("bounded", (&integer(f64::from(bounded), language)).into()),
                ],
            ));
        }
        section("survey-cost", cost);
        section("survey-beware", self.warnings(catalog));
        out
    }

    /// Answers that are of no territory.
    pub fn nowhere(&self, catalog: &Catalog) -> Option<String> {
        let shown = integer(f64::from(self.nowhere), catalog.language());
        (self.nowhere > 0).then(|| catalog.with("survey-nowhere", &[("shown", (&shown).into())]))
    }

    fn warnings(&self, catalog: &Catalog) -> Vec<String> {
        let language = catalog.language();
        let counted =
            |key: &str, n: f64| catalog.with(key, &[("shown", (&integer(n, language)).into())]);
        let mut lines = Vec::new();
        if self.large_missing > 0 {
            lines.push(counted("survey-large-missing", f64::from(self.large_missing)));
        }
        if self.large_not_asked > 0.0 {
            lines.push(counted("survey-large-not-asked", self.large_not_asked));
        }
        if self.unplaced > 0 {
            lines.push(counted("survey-unplaced", f64::from(self.unplaced)));
        }
        lines.extend(self.nowhere(catalog));
        lines.extend(self.beyond(catalog));
        lines.push(catalog.text("survey-no-bias"));
        lines
    }
}

fn coverage(board: &Board) -> Vec<CoverageView> {
    let view = |sector: Option<char>, size: Option<SizeClass>, of: &Coverage| CoverageView {
        sector,
        size: size.map(SizeClass::id),
        establishments: of.establishments,
        asked: of.asked,
        answered: of.answered,
        response_rate: of.response_rate(),
        share_of_establishments: of.share_of_establishments(),
        share_of_headcount: of.share_of_headcount(),
    };
    let sectors = board.margin(|(section, _)| section);
    let sizes = board.margin(|(_, size)| size);
    let sectors = sectors.iter().map(|(section, of)| view(Some(*section), None, of));
    let sizes = sizes.iter().map(|(size, of)| view(None, Some(*size), of));
    let cells = board.cells.iter();
    let cells = cells.map(|((section, size), of)| view(Some(*section), Some(*size), of));
    sectors.chain(sizes).chain(cells).collect()
}

impl CoverageView {
    fn text(&self, catalog: &Catalog) -> String {
        let language = catalog.language();
        let count = |n: u32| integer(f64::from(n), language);
        let share =
            |value: Option<f64>| value.map_or_else(|| "—".to_owned(), |v| percent(v, 0, language));
        let sector = self.sector.map(|section| section.to_string());
        let name = [sector, self.size.map(str::to_owned)].into_iter().flatten();
        let name = name.collect::<Vec<_>>().join(", ");
        let line = catalog.with(
            "survey-coverage-line",
            &[
                ("cell", (&name).into()),
                ("answered", (&count(self.answered)).into()),
                ("asked", (&count(self.asked)).into()),
                ("share", (&share(self.share_of_establishments)).into()),
            ],
        );
        if self.share_of_headcount.is_none() {
            return line;
        }
        let covered = share(self.share_of_headcount);
        let args = [("line", (&line).into()), ("share", (&covered).into())];
        catalog.with("survey-coverage-line-headcount", &args)
    }
}

fn margins(weighing: &Weighing) -> Vec<MarginView> {
    let Some((margins, ..)) = &weighing.margins else { return Vec::new() };
    let before = margins.sums(&weighing.base);
    let totals = margins.totals().iter().zip(before).enumerate();
    totals
        .map(|(place, (total, before))| {
            let name = margins.name(place);
            let is_public = !words::is_headcount(&name);
            let public = |number: f64| is_public.then_some(number);
            MarginView { name, total: public(*total), before: public(before) }
        })
        .collect()
}

impl GroupView {
    fn text(&self, catalog: &Catalog) -> String {
        let language = catalog.language();
        let n = u32::try_from(self.respondents).unwrap_or(u32::MAX);
        let weight = self.base_weight.map_or_else(|| "—".to_owned(), |w| decimal(w, 2, language));
        let key = if self.take_all { "survey-group-alone" } else { "survey-group" };
        catalog.with(
            key,
            &[
                ("cells", (&self.cells.join(" + ")).into()),
                ("establishments", (&integer(self.establishments, language)).into()),
                ("respondents", (&integer(f64::from(n), language)).into()),
                ("weight", (&weight).into()),
            ],
        )
    }
}

impl MergeView {
    fn text(&self, catalog: &Catalog) -> String {
        let n = u32::try_from(self.respondents).unwrap_or(u32::MAX);
        catalog.with(
            &format!("survey-merge-{}", self.step),
            &[
                ("cells", (&self.cells.join(" + ")).into()),
                ("into", (&self.into.join(" + ")).into()),
                ("respondents", (&integer(f64::from(n), catalog.language())).into()),
            ],
        )
    }
}

impl MarginView {
    fn text(&self, catalog: &Catalog) -> String {
        let number = |value: f64| integer(value, catalog.language());
        let name = words::margin(&self.name, catalog);
        let name = ("name", (&name).into());
        let Some((total, before)) = self.total.zip(self.before) else {
            return catalog.with("survey-margin-untold", &[name]);
        };
        let (total, before) = (number(total), number(before));
        let numbers = [name, ("total", (&total).into()), ("before", (&before).into())];
        catalog.with("survey-margin", &numbers)
    }
}
