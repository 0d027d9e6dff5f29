//! An attacker who knows every weight: the register is public, and everyone knows who answered.
//!
//! Read back from the files: what an interval is even around, and the answers as unknowns of all
//! weighted and unweighted figures together.

use crate::leaks::outputs::run;
use crate::leaks::respondents::files;
use bassin::analysis::employers::answers::Asked as Number;
use bassin::analysis::employers::needs::{Form, Need, WANTED, Wanted};
use bassin::model::{Groups, Scope};
use bassin::report::survey::Inquiry;
use bassin::sample;
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Numbers that figures are printed of, alone or as a part with its base: attacked together.
fn together() -> Vec<Vec<Number>> {
    let mut all: Vec<Vec<Number>> = WANTED
        .iter()
        .map(|wanted| match wanted.form {
            Form::Total(number) => vec![number],
            Form::Ratio(part, base) => vec![part, base],
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A figure as it is printed, with who is in it.
#[derive(Clone)]
struct Printed {
    wanted: Wanted,
    value: Option<f64>,
    bounds: Option<(f64, f64)>,
    unweighted: Option<f64>,
    scope: Scope,
    observed: Vec<usize>,
    /// Blanks are given the mean of the others: what the sum of answers is taken times.
    blow: f64,
}

impl Printed {
    /// Half of the unit that its numbers are rounded to.
    fn half(&self) -> f64 {
        let bounds = self.bounds.into_iter().flat_map(|(low, high)| [low, high]);
        unit(&self.value.into_iter().chain(bounds).collect::<Vec<_>>()) / 2.0
    }

    /// Where the figure is: by itself, and by the middle of its interval.
    fn room(&self) -> Option<(f64, f64)> {
        let half = self.half();
        let itself = self.value.map(|value| (value - half, value + half));
        let is_share = self.wanted.unit.is_share();
        let is_total = matches!(self.wanted.form, Form::Total(_));
        let between = self.bounds.filter(|(low, high)| high > low).map(|(low, high)| {
            let (l, h) = ((low, low + 2.0 * half), ((high - 2.0 * half).max(0.0), high));
            // Under what respondents hold no interval goes.
            let clipped = is_total && self.unweighted.is_none_or(|own| low <= own + 1e-9);
            let least = if clipped { 0.0 } else { l.0 };
            if is_share {
                let of = |low: f64, high: f64| {
                    let odds = |share: f64| share / (1.0 - share).max(1e-12);
                    let even = (odds(low) * odds(high)).sqrt();
                    even / (1.0 + even)
                };
                (of(l.0, h.0), of(l.1.min(1.0), h.1.min(1.0)))
            } else if self.observed.is_empty() || !is_total {
                ((least * h.0).sqrt(), (l.1 * h.1).sqrt())
            } else {
                // Around what some hold for certain, whatever that is.
                (least, (l.1 * h.1).sqrt())
            }
        });
        match (itself, between) {
            (Some(one), Some(other)) => Some((one.0.max(other.0), one.1.min(other.1))),
            (one, other) => one.or(other),
        }
    }
}

/// The unit that printed numbers are rounded to, as far as one can see; 0 for none.
pub fn unit(numbers: &[f64]) -> f64 {
    let largest = numbers.iter().fold(0.0_f64, |most, number| most.max(number.abs()));
    let powers = (-3_i32..8).rev();
    let series = powers.flat_map(|power| [5.0, 2.0, 1.0].map(|d| d * 10.0_f64.powi(power)));
    let whole = |unit: f64| numbers.iter().all(|n| (n / unit - (n / unit).round()).abs() < 1e-9);
    let found: Vec<f64> =
        series.filter(|unit| *unit <= largest * 1.000_001 && whole(*unit)).collect();
    found.first().copied().unwrap_or(0.0)
}

/// The figures of `survey estimate --json`.
fn printed(json: &Value, needs: &[Need]) -> Vec<Printed> {
    let rows = json["needs"].as_array().unwrap();
    assert_eq!(rows.len(), needs.len());
    let mut found = Vec::new();
    for (row, need) in rows.iter().zip(needs) {
        if let Some(code) = row["occupation"].as_str() {
            assert_eq!(need.scope.occupation().map(|fap| fap.to_string()).as_deref(), Some(code));
        }
        for own in &need.measures {
            let mut measures = row["measures"].as_array().unwrap().iter();
            let measure = measures.find(|one| one["indicator"] == own.wanted.indicator).unwrap();
            let number = |key: &str| measure[key].as_f64();
            let sum: f64 = own.contributions.iter().map(|one| one.weighted).sum();
            let blow = own.point.filter(|_| sum > 0.0).map_or(1.0, |point| point / sum);
            found.push(Printed {
                wanted: own.wanted,
                value: number("value"),
                bounds: number("low").zip(number("high")),
                unweighted: number("unweighted"),
                scope: need.scope.clone(),
                observed: need.observed.clone(),
                blow,
            });
        }
    }
    found
}

/// An answer: number, respondent, occupation.
type Place = (Number, usize, String);

/// Where an answer stands that is of no one occupation: its code leads to several.
const REST: &str = "reste";

/// Answers of each respondent on each occupation, and on none that is known, with their weights.
fn answers(needs: &[Need], numbers: &[Number]) -> BTreeMap<Place, (f64, f64)> {
    let mut found: BTreeMap<Place, (f64, f64)> = BTreeMap::new();
    for need in needs {
        let Scope::Occupation(fap) = &need.scope else { continue };
        for number in numbers {
            for one in super::contributions(need, *number).into_iter().flatten() {
                if one.own > 0.0 {
                    let place = (*number, one.who, fap.to_string());
                    found.insert(place, (one.own, one.weighted / one.own));
                }
            }
        }
    }
    for need in needs.iter().filter(|need| need.scope == Scope::All) {
        for number in numbers {
            let mut whole: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
            for one in super::contributions(need, *number).into_iter().flatten() {
                let (own, weighted) = whole.entry(one.who).or_default();
                (*own, *weighted) = (*own + one.own, *weighted + one.weighted);
            }
            for (who, (own, weighted)) in whole {
                let told = found.iter().filter(|((of, one, _), _)| (of, *one) == (number, who));
                let rest = own - told.map(|(_, (own, _))| own).sum::<f64>();
                if rest > 1e-9 {
                    found.insert((*number, who, REST.to_owned()), (rest, weighted / own));
                }
            }
        }
    }
    found
}

fn is_in(scope: &Scope, sector: &BTreeMap<usize, Scope>, (_, who, fap): &Place) -> bool {
    match scope {
        Scope::All => true,
        Scope::Sector(_) => sector.get(who) == Some(scope),
        Scope::Occupation(of) => of.to_string() == *fap,
        Scope::Within(section, of) => {
            sector.get(who) == Some(&Scope::Sector(*section)) && of.to_string() == *fap
        }
        Scope::Group(_) => false,
    }
}

/// What the interval of a total lets one conclude of those who stand for themselves.
fn around(printed: &Printed) -> Option<(f64, f64)> {
    let (value, (low, high)) = printed.value.zip(printed.bounds)?;
    if high - low <= 0.0 || !matches!(printed.wanted.form, Form::Total(_)) {
        return None;
    }
    let unit = 2.0 * printed.half();
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

/// Whether a number that is in `low..high` is found within 15 %, or within one, on a side.
fn is_found(truth: f64, (low, high): (f64, f64)) -> bool {
    let distance = (0.15 * truth).max(1.0);
    truth - low < distance.min(truth) - 1e-3 || high - truth < distance - 1e-3
}

/// A row of the attack: places with their factors, and what their sum is within.
type Known = (Vec<(usize, f64)>, (f64, f64));

/// Everything that is printed of some numbers, as rows on their answers.
fn known(
    printed: &[Printed],
    needs: &[Need],
    answers: &BTreeMap<Place, (f64, f64)>,
    numbers: &[Number],
) -> Vec<Known> {
    let places: Vec<&Place> = answers.keys().collect();
    let mut sector = BTreeMap::new();
    for need in needs.iter().filter(|need| need.scope.is_sector()) {
        sector.extend(need.having.iter().map(|who| (*who, need.scope.clone())));
    }
    let (value, weight) = (|at: usize| answers[places[at]].0, |at: usize| answers[places[at]].1);
    let mut rows = Vec::new();
    for one in printed {
        let within = |number: Number| -> Vec<usize> {
            let all = 0..places.len();
            all.filter(|at| places[*at].0 == number && is_in(&one.scope, &sector, places[*at]))
                .collect()
        };
        match one.wanted.form {
            Form::Total(number) if numbers.contains(&number) => {
                let within = within(number);
                let terms = |by: &dyn Fn(usize) -> f64| -> Vec<(usize, f64)> {
                    within.iter().map(|at| (*at, by(*at))).collect()
                };
                if let Some(own) = one.unweighted {
                    rows.push((terms(&|_| 1.0), (own, own)));
                }
                if let Some(room) = one.room() {
                    rows.push((terms(&|at| weight(at) * one.blow), room));
                }
                if let Some(found) = around(one) {
                    let mut alone = terms(&weight);
                    alone.retain(|(at, _)| one.observed.contains(&places[*at].1));
                    rows.push((alone, found));
                }
            }
            Form::Ratio(part, base) if numbers.contains(&part) && numbers.contains(&base) => {
                let (of_part, of_base) = (within(part), within(base));
                let mut put = |(low, high): (f64, f64), by: &dyn Fn(usize) -> f64| {
                    let terms = |share: f64| -> Vec<(usize, f64)> {
                        let part = of_part.iter().map(|at| (*at, by(*at)));
                        part.chain(of_base.iter().map(|at| (*at, -share * by(*at)))).collect()
                    };
                    let told = [(low, (0.0, f64::INFINITY)), (high, (f64::NEG_INFINITY, 0.0))];
                    for (share, room) in told {
                        let terms = terms(share);
                        let sum: f64 = terms.iter().map(|(at, by)| by * value(*at)).sum();
                        // Blanks put others into a ratio than into its part and its base.
                        if room.0 <= sum + 1e-9 && sum - 1e-9 <= room.1 {
                            rows.push((terms, room));
                        }
                    }
                };
                let half = one.half();
                if let Some(own) = one.unweighted {
                    put((own - half, own + half), &|_| 1.0);
                }
                if let Some(room) = one.room() {
                    put(room, &weight);
                }
            }
            Form::Total(_) | Form::Ratio(..) => {}
        }
    }
    rows.retain(|(terms, _)| !terms.is_empty());
    // What is printed holds for what was answered.
    for (terms, (low, high)) in &rows {
        let sum: f64 = terms.iter().map(|(at, by)| by * answers[places[*at]].0).sum();
        let spare = 1e-6 * (1.0 + sum.abs());
        assert!(*low <= sum + spare && sum <= *high + spare, "{low}..{high}: {sum}");
    }
    rows
}

/// Sums of answers of one respondent that are found within 15 %, and how many sums there were.
fn attacked(
    printed: &[Printed],
    needs: &[Need],
    numbers: &[Number],
    observed_alone: bool,
) -> (Vec<String>, usize) {
    let answers = answers(needs, numbers);
    let places: Vec<&Place> = answers.keys().collect();
    let rows = known(printed, needs, &answers, numbers);
    let mut secrets: BTreeSet<(usize, Vec<usize>)> = BTreeSet::new();
    for (place, (number, who, _)) in places.iter().enumerate() {
        secrets.insert((*who, vec![place]));
        let all = places.iter().enumerate();
        let all = all.filter(|(_, (of, one, _))| (of, one) == (number, who));
        secrets.insert((*who, all.map(|(place, _)| place).collect()));
    }
    if observed_alone {
        let observed: BTreeSet<usize> =
            needs.iter().flat_map(|need| need.observed.iter().copied()).collect();
        secrets.retain(|(who, _)| observed.contains(who));
    }
    let mut names = Vec::new();
    for (who, secret) in &secrets {
        let end = |direction| {
            let sign = |place: usize| f64::from(u8::from(secret.contains(&place)));
            let mut problem = Problem::new(direction);
            let variables: Vec<Variable> = (0..places.len())
                .map(|place| problem.add_var(sign(place), (0.0, f64::INFINITY)))
                .collect();
            for (terms, (low, high)) in &rows {
                let terms = || terms.iter().map(|(at, by)| (variables[*at], *by));
                if low.is_finite() {
                    problem.add_constraint(terms(), ComparisonOp::Ge, low - 1e-6);
                }
                if high.is_finite() {
                    problem.add_constraint(terms(), ComparisonOp::Le, high + 1e-6);
                }
            }
            match problem.solve().map(microlp::SolveOutcome::into_solution) {
                Ok(Ok(solution)) => {
                    secret.iter().map(|place| solution.var_value(variables[*place])).sum::<f64>()
                }
                Err(microlp::Error::Unbounded) => f64::INFINITY,
                Ok(Err(_)) => panic!("{numbers:?} of {who}: not solved"),
                Err(error) => panic!("{numbers:?} of {who}: {error}"),
            }
        };
        let truth: f64 = secret.iter().map(|place| answers[places[*place]].0).sum();
        let room = (end(OptimizationDirection::Minimize), end(OptimizationDirection::Maximize));
        if is_found(truth, room) {
            let whose: Vec<_> = secret.iter().map(|at| (places[*at].0, &places[*at].2)).collect();
            names.push(format!("{who} in {whose:?}: {truth} in {room:?}"));
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
    let printed = printed(&json, needs);
    let (mut names, mut secrets) = (Vec::new(), 0);
    for one in &printed {
        // One who stands alone for itself, from one interval.
        let (Form::Total(number), Some(room)) = (one.wanted.form, around(one)) else { continue };
        let mut held: BTreeMap<usize, f64> = BTreeMap::new();
        for ((_, who, fap), (answer, _)) in answers(needs, &[number]) {
            if one.observed.contains(&who)
                && one.scope.occupation().is_none_or(|of| of.to_string() == fap)
            {
                *held.entry(who).or_default() += answer;
            }
        }
        if let [truth] = held.values().copied().collect::<Vec<_>>()[..]
            && is_found(truth, room)
        {
            names.push(format!("{number:?} {:?}: {truth} in {room:?}", one.scope));
        }
    }
    for numbers in together() {
        let (more, sums) = attacked(&printed, needs, &numbers, observed_alone);
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
