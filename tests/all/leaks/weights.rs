//! An attacker who knows every weight: the register is public, and everyone knows who answered.
//!
//! Read back from the files: what an interval is even around, and the answers as unknowns of all
//! weighted and unweighted figures together.

use crate::leaks::outputs::run;
use crate::leaks::respondents::files;
use bassin::analysis::employers::answers::Asked as Number;
use bassin::analysis::employers::needs::Need;
use bassin::model::{Groups, Scope};
use bassin::report::survey::Inquiry;
use bassin::sample;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Totals that are printed, and what they count.
const TOTALS: [(&str, Number); 5] = [
    ("need-headcount", Number::headcount),
    ("need-projects", Number::projects),
    ("need-retirements-12", Number::retirements_12m),
    ("need-retirements-36", Number::retirements_36m),
    ("need-departures-36", Number::other_departures_36m),
];

/// A total as it is printed, with who is in it.
#[derive(Clone)]
struct Printed {
    value: Option<f64>,
    bounds: Option<(f64, f64)>,
    unweighted: Option<f64>,
    scope: Scope,
    observed: Vec<usize>,
}

/// The unit that printed numbers are rounded to, as far as one can see; 0 for none.
fn unit(numbers: &[f64]) -> f64 {
    let series = (0..8).rev().flat_map(|power| [5.0, 2.0, 1.0].map(|d| d * 10.0_f64.powi(power)));
    let whole = |unit: f64| numbers.iter().all(|n| (n / unit - (n / unit).round()).abs() < 1e-9);
    let found: Vec<f64> = series.filter(|unit| whole(*unit)).collect();
    found.first().copied().unwrap_or(0.0)
}

/// The totals of `survey estimate --json`, by indicator.
fn totals(json: &Value, needs: &[Need]) -> BTreeMap<&'static str, Vec<Printed>> {
    let rows = json["needs"].as_array().unwrap();
    assert_eq!(rows.len(), needs.len());
    let mut found: BTreeMap<&str, Vec<Printed>> = BTreeMap::new();
    for (row, need) in rows.iter().zip(needs) {
        if let Some(code) = row["occupation"].as_str() {
            assert_eq!(need.scope.occupation().map(|fap| fap.to_string()).as_deref(), Some(code));
        }
        for (indicator, _) in TOTALS {
            let mut measures = row["measures"].as_array().unwrap().iter();
            let Some(measure) = measures.find(|one| one["indicator"] == indicator) else {
                continue;
            };
            let number = |key: &str| measure[key].as_f64();
            found.entry(indicator).or_default().push(Printed {
                value: number("value"),
                bounds: number("low").zip(number("high")),
                unweighted: number("unweighted"),
                scope: need.scope.clone(),
                observed: need.observed.clone(),
            });
        }
    }
    found
}

/// Answers of each respondent on each occupation, with their weights.
fn answers(needs: &[Need], number: Number) -> BTreeMap<(usize, String), (f64, f64)> {
    let mut found = BTreeMap::new();
    for need in needs {
        let Scope::Occupation(fap) = &need.scope else { continue };
        for one in super::contributions(need, number).into_iter().flatten() {
            if one.own > 0.0 {
                found.insert((one.who, fap.to_string()), (one.own, one.weighted / one.own));
            }
        }
    }
    found
}

fn is_in(printed: &Printed, sector: &BTreeMap<usize, Scope>, (who, fap): &(usize, String)) -> bool {
    match &printed.scope {
        Scope::All => true,
        Scope::Sector(_) => sector.get(who) == Some(&printed.scope),
        Scope::Occupation(of) => of.to_string() == *fap,
        Scope::Within(section, of) => {
            sector.get(who) == Some(&Scope::Sector(*section)) && of.to_string() == *fap
        }
        Scope::Group(_) => false,
    }
}

/// What the interval lets one conclude of those who stand for themselves.
fn around(printed: &Printed) -> Option<(f64, f64)> {
    let (value, (low, high)) = printed.value.zip(printed.bounds)?;
    if high - low <= 0.0 {
        return None;
    }
    let unit = unit(&[value, low, high]);
    // Under what respondents hold the interval never goes: there its low end tells nothing.
    let clipped = printed.unweighted.is_none_or(|own| low <= own && own <= low + unit);
    let inside = |c: f64| {
        let part = |of: f64| (of - c).max(0.0);
        let lows = (if clipped { 0.0 } else { part(low - 1e-7) }, part(low + unit + 1e-7));
        let highs = (part(high - unit - 1e-7), part(high + 1e-7));
        let values = (part(value - unit / 2.0 - 1e-7), part(value + unit / 2.0 + 1e-7));
        lows.0 * highs.0 <= values.1.powi(2) && values.0.powi(2) <= lows.1 * highs.1
    };
    let exact = (low * high - value * value) / (low + high - 2.0 * value);
    let steps = (0..=2_000_u32).map(|step| value * f64::from(step) / 2_000.0);
    let fitting: Vec<f64> = steps.chain([exact]).filter(|c| *c >= 0.0 && inside(*c)).collect();
    let least = fitting.iter().copied().fold(f64::INFINITY, f64::min);
    let most = fitting.iter().copied().fold(0.0, f64::max);
    (least <= most).then_some((least, most))
}

/// Sums of answers of one respondent that are found within 15 %, and how many sums there were.
fn attacked(
    printed: &[Printed],
    needs: &[Need],
    number: Number,
    observed_alone: bool,
) -> (Vec<String>, usize) {
    let answers = answers(needs, number);
    let places: Vec<&(usize, String)> = answers.keys().collect();
    let mut sector = BTreeMap::new();
    for need in needs.iter().filter(|need| need.scope.is_sector()) {
        sector.extend(need.having.iter().map(|who| (*who, need.scope.clone())));
    }
    let mut secrets: BTreeSet<(usize, Vec<usize>)> = BTreeSet::new();
    for (place, (who, _)) in places.iter().enumerate() {
        secrets.insert((*who, vec![place]));
        let all = places.iter().enumerate().filter(|(_, (one, _))| one == who);
        secrets.insert((*who, all.map(|(place, _)| place).collect()));
    }
    if observed_alone {
        let observed: BTreeSet<usize> =
            needs.iter().flat_map(|need| need.observed.iter().copied()).collect();
        secrets.retain(|(who, _)| observed.contains(who));
    }
    let value = |place: usize| answers[places[place]].0;
    let weight = |place: usize| answers[places[place]].1;
    let mut names = Vec::new();
    for (who, secret) in &secrets {
        let end = |direction| {
            let sign = |place: usize| f64::from(u8::from(secret.contains(&place)));
            let mut problem = Problem::new(direction);
            let variables: Vec<Variable> = (0..places.len())
                .map(|place| problem.add_var(sign(place), (0.0, f64::INFINITY)))
                .collect();
            for one in printed {
                let within: Vec<usize> =
                    (0..places.len()).filter(|at| is_in(one, &sector, places[*at])).collect();
                let mut put = |of: &[usize], by: &dyn Fn(usize) -> f64, (low, high): (f64, f64)| {
                    let terms =
                        || of.iter().map(|at| (variables[*at], by(*at))).collect::<Vec<_>>();
                    if !of.is_empty() {
                        problem.add_constraint(terms(), ComparisonOp::Ge, low - 1e-6);
                        problem.add_constraint(terms(), ComparisonOp::Le, high + 1e-6);
                    }
                };
                if let Some(own) = one.unweighted {
                    put(&within, &|_| 1.0, (own, own));
                }
                let (Some(shown), Some((low, high))) = (one.value, one.bounds) else { continue };
                let half = unit(&[shown, low, high]) / 2.0;
                put(&within, &weight, (shown - half, shown + half));
                let alone = |at: &usize| one.observed.contains(&places[*at].0);
                let alone: Vec<usize> = within.iter().copied().filter(alone).collect();
                if let Some(found) = around(one) {
                    put(&alone, &weight, found);
                }
            }
            let solved = problem.solve();
            solved.ok().and_then(|solved| solved.into_solution().ok()).map(|solution| {
                secret.iter().map(|place| solution.var_value(variables[*place])).sum::<f64>()
            })
        };
        let truth: f64 = secret.iter().map(|place| value(*place)).sum();
        let distance = (0.15 * truth).max(1.0);
        // An end that is not found is open.
        let low = end(OptimizationDirection::Minimize).unwrap_or(0.0);
        let high = end(OptimizationDirection::Maximize).unwrap_or(f64::INFINITY);
        let (below, above) = (truth - low, high - truth);
        if below < distance.min(truth) - 1e-3 || above < distance - 1e-3 {
            let whose: Vec<&str> = secret.iter().map(|place| places[*place].1.as_str()).collect();
            names.push(format!("{number:?} of {who} in {whose:?}: {truth} in {low}..{high}"));
        }
    }
    (names, secrets.len())
}

/// Everything that a survey prints in a folder, attacked; and that text tables say the same.
fn found(
    folder: &std::path::Path,
    survey: &[&str],
    needs: &[Need],
    observed_alone: bool,
) -> (Vec<String>, usize) {
    let estimate = [&["survey", "estimate"], survey, &["--json", "--replicates", "20"]].concat();
    let json: Value = serde_json::from_str(&run(folder, &estimate).0).unwrap();
    let printed = totals(&json, needs);
    let (mut names, mut secrets) = (Vec::new(), 0);
    for (indicator, number) in TOTALS {
        let printed = &printed[indicator];
        for one in printed {
            // One who stands alone for itself, from one interval.
            let Some((low, high)) = around(one) else { continue };
            let own = answers(needs, number);
            let mut held: BTreeMap<usize, f64> = BTreeMap::new();
            for ((who, fap), (answer, _)) in own {
                if one.observed.contains(&who)
                    && one.scope.occupation().is_none_or(|of| of.to_string() == fap)
                {
                    *held.entry(who).or_default() += answer;
                }
            }
            if let [truth] = held.values().copied().collect::<Vec<_>>()[..]
                && high - truth < (0.15 * truth).max(1.0) - 1e-3
                && truth - low < (0.15 * truth).max(1.0) - 1e-3
            {
                names.push(format!("{indicator} {:?}: {truth} in {low}..{high}", one.scope));
            }
        }
        let (more, sums) = attacked(printed, needs, number, observed_alone);
        names.extend(more);
        secrets += sums;
    }
    (names, secrets)
}

fn tables_say_the_same(folder: &std::path::Path, all: &[&str], json: &[&str]) {
    run(folder, &[&["analyse"], all, &["--territory", sample::TERRITORY, "--out", "out"]].concat());
    let printed: Value = serde_json::from_str(&run(folder, json).0).unwrap();
    let rows = printed["needs"].as_array().unwrap().iter();
    let number = |value: &Value| value.as_f64().map_or(String::new(), |n| n.to_string());
    let known: BTreeSet<[String; 4]> = rows
        .flat_map(|row| row["measures"].as_array().unwrap())
        .map(|one| ["value", "low", "high", "unweighted"].map(|key| number(&one[key])))
        .collect();
    let text = std::fs::read_to_string(folder.join("out/besoins.csv")).unwrap();
    let mut shown = 0;
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split(';').collect();
        let cells = [4, 5, 6, 7].map(|at| cells[at].replace(',', "."));
        // Beside numbers, what is hidden says why.
        let cells = cells.map(|cell| cell.parse::<f64>().map_or(String::new(), |n| n.to_string()));
        shown += usize::from(!cells[0].is_empty());
        assert!(known.contains(&cells), "{line}");
    }
    assert!(shown > 5, "{shown}");
}

const SURVEY: [&str; 2] = ["enquete_etablissements_2025.csv", "enquete_metiers_2025.csv"];

#[test]
fn with_all_weights_known_nothing_is_found_of_21_respondents() {
    let folder = tempfile::tempdir().unwrap();
    let respondents: Vec<usize> = (0..21).collect();
    let files = files(&respondents);
    for (name, bytes) in &files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let (found_of, _) =
        super::export(&respondents, &Groups::new(), &bassin::project::Project::default().log());
    check(&folder, &found_of, (&SURVEY, false), &files);
}

#[test]
fn with_all_weights_known_nothing_is_found_of_the_sample() {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<(String, Vec<u8>)> =
        sample::FILES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
    for (name, bytes) in &files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let log = bassin::project::Project::default().log();
    let (found_of, _) = super::document_of(&files, &Groups::new(), &log);
    let survey = ["enquete_etablissements_fictif.csv", "enquete_metiers_fictif.csv"];
    // The largest alone are attacked here, each in two programs for every total.
    check(&folder, &found_of, (&survey, true), &files);
}

fn check(
    folder: &tempfile::TempDir,
    inquiry: &Inquiry,
    (survey, observed_alone): (&[&str], bool),
    files: &[(String, Vec<u8>)],
) {
    let needs = &inquiry.survey.weighing.as_ref().unwrap().needs;
    let register = "population_etablissements_fictif.csv";
    let survey = [survey, &["--frame", register]].concat();
    let (names, secrets) = found(folder.path(), &survey, needs, observed_alone);
    assert!(secrets > 40, "{secrets}");
    assert_eq!(names, Vec::<String>::new());
    let all: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let json = [&["survey", "estimate"], &survey[..], &["--json", "--replicates", "0"]].concat();
    tables_say_the_same(folder.path(), &all, &json);
}
