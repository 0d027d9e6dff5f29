//! What is wrong with a margin or a figure of the survey, in sentences.

use crate::analysis::employers::asked::Board;
use crate::analysis::employers::frame::CellKey;
use crate::analysis::employers::weigh::{Dropped, MarginKind, WeighError};
use crate::format::{decimal, integer, percent};
use crate::i18n::Catalog;
use crate::model::SizeClass;
use crate::survey::calibrate::CalibrationError;
use crate::survey::interval::Refusal;
use crate::survey::strata::StrataError;

fn whole(n: usize, catalog: &Catalog) -> String {
    integer(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), catalog.language())
}

/// A cell of the register: « C, 10-19 ».
pub fn cell((section, size): CellKey) -> String {
    format!("{section}, {}", size.id())
}

/// Name of a kind of margin, as it stands in catalogs and in JSON.
pub const fn kind(kind: MarginKind) -> &'static str {
    match kind {
        MarginKind::Size => "size",
        MarginKind::Sector => "sector",
        MarginKind::Headcount => "headcount",
    }
}

/// End of the name of a margin of employees.
const EMPLOYEES: &str = " (employees)";

pub fn is_headcount(margin: &str) -> bool {
    margin.ends_with(EMPLOYEES)
}

/// A margin as the weighing names it: « tranche 10-19 + 20-49 », « section C », « effectif, C ».
pub fn margin(name: &str, catalog: &Catalog) -> String {
    let (parts, key) = match name.strip_suffix(EMPLOYEES) {
        Some(parts) => (parts, "survey-margin-headcount"),
        None if name.starts_with(|c: char| c.is_ascii_alphabetic()) => {
            (name, "survey-margin-sector")
        }
        None => (name, "survey-margin-size"),
    };
    catalog.with(key, &[("list", parts.into())])
}

fn margins(names: &[String], catalog: &Catalog) -> String {
    let names: Vec<String> = names.iter().map(|name| margin(name, catalog)).collect();
    names.join(&catalog.text("list-separator"))
}

/// Stable identifier of what stopped a calibration.
pub const fn calibration_id(error: &CalibrationError) -> &'static str {
    match error {
        CalibrationError::Weights { .. } => "weights",
        CalibrationError::InitialWeight { .. } => "initial-weight",
        CalibrationError::Bounds { .. } => "bounds",
        CalibrationError::EmptyMargin { .. } => "empty-margin",
        CalibrationError::Inconsistent { .. } => "inconsistent",
        CalibrationError::NotConverged { .. } => "not-converged",
        CalibrationError::NegativeWeights { .. } => "negative-weights",
        CalibrationError::RatioOutOfBounds { .. } => "ratio-out-of-bounds",
    }
}

/// The margins at fault, as the weighing names them.
pub fn at_fault(error: &CalibrationError) -> Vec<String> {
    match error {
        CalibrationError::EmptyMargin { names, .. } => names.clone(),
        CalibrationError::Inconsistent { margin, suspects, .. } if suspects.is_empty() => {
            vec![margin.clone()]
        }
        CalibrationError::Inconsistent { suspects, .. } => suspects.clone(),
        CalibrationError::NotConverged { name, .. } => vec![name.clone()],
        CalibrationError::RatioOutOfBounds { pulls, .. }
        | CalibrationError::NegativeWeights { pulls, .. } => {
            pulls.first().map(|pull| pull.name.clone()).into_iter().collect()
        }
        CalibrationError::Weights { .. }
        | CalibrationError::InitialWeight { .. }
        | CalibrationError::Bounds { .. } => Vec::new(),
    }
}

/// Why margins were given up, and which of them is at fault.
pub fn dropped(dropped: &Dropped, catalog: &Catalog) -> String {
    let language = catalog.language();
    let key = format!("survey-calibration-{}", calibration_id(&dropped.error));
    let list = margins(&at_fault(&dropped.error), catalog);
    let list = ("list", (&list).into());
    let number = |value: f64| decimal(value, 2, language);
    match &dropped.error {
        CalibrationError::EmptyMargin { .. } | CalibrationError::NotConverged { .. } => {
            catalog.with(&key, &[list])
        }
        // Of employees, what is asked for is made of the answers of large respondents.
        CalibrationError::Inconsistent { margin: name, involved, .. }
            if involved.iter().chain([name]).any(|name| is_headcount(name)) =>
        {
            let margin = margin(name, catalog);
            let key = "survey-calibration-inconsistent-untold";
            catalog.with(key, &[("margin", (&margin).into()), list])
        }
        CalibrationError::Inconsistent { margin: name, stated, implied, .. } => {
            let (stated, implied) = (integer(*stated, language), integer(*implied, language));
            catalog.with(
                &key,
                &[
                    ("margin", (&margin(name, catalog)).into()),
                    ("stated", (&stated).into()),
                    ("implied", (&implied).into()),
                    list,
                ],
            )
        }
        CalibrationError::NegativeWeights { units, .. } => {
            catalog.with(&key, &[("count", (&whole(units.len(), catalog)).into()), list])
        }
        CalibrationError::RatioOutOfBounds { low, high, units, pulls } => {
            let pull = pulls.first();
            let (count, low, high) = (whole(units.len(), catalog), number(*low), number(*high));
            let mut told = vec![
                ("count", (&count).into()),
                ("low", (&low).into()),
                ("high", (&high).into()),
                list,
            ];
            if pull.is_some_and(|pull| is_headcount(&pull.name)) {
                return catalog.with("survey-calibration-ratio-untold", &told);
            }
            let ratio = number(pull.map_or(1.0, |pull| pull.ratio));
            told.push(("ratio", (&ratio).into()));
            catalog.with(&key, &told)
        }
        CalibrationError::Bounds { low, high } => catalog
            .with(&key, &[("low", (&number(*low)).into()), ("high", (&number(*high)).into())]),
        CalibrationError::Weights { .. } | CalibrationError::InitialWeight { .. } => {
            catalog.text(&key)
        }
    }
}

/// Why nothing can be weighted.
pub fn weigh_error(error: &WeighError, catalog: &Catalog) -> String {
    match error {
        WeighError::NoAnswer => catalog.text("error-no-answer"),
        WeighError::Register { register, answers } => catalog.with(
            "error-register-too-small",
            &[
                ("answers", (&whole(*answers, catalog)).into()),
                ("register", (&integer(*register, catalog.language())).into()),
            ],
        ),
        WeighError::Strata(StrataError::TooMany { respondents, establishments, .. }) => catalog
            .with(
                "error-more-answers",
                &[
                    ("answers", (&whole(*respondents, catalog)).into()),
                    ("register", (&integer(*establishments, catalog.language())).into()),
                ],
            ),
        WeighError::Strata(_) | WeighError::Design(_) => {
            catalog.with("error-weighing", &[("detail", (&error.to_string()).into())])
        }
    }
}

/// Under this response rate, 0–1, those who did not answer outnumber the others by far.
const LOW_RATE: f64 = 0.2;
/// From this one on, most answered.
const HIGH_RATE: f64 = 0.5;
/// Asked of a sector or a size, from which its own rate is read.
const ENOUGH_ASKED: u32 = 5;
/// How far below the rate of all a sector or a size is told.
const FAR_BELOW: f64 = 0.15;
/// Sectors and sizes that are named, at most.
const MOST_NAMED: usize = 3;

/// What the response rate says, and who is missing: sentences, none where nobody was asked.
pub fn reading_of_rate(board: &Board, catalog: &Catalog) -> Vec<String> {
    let total = &board.total;
    let Some(rate) = total.response_rate() else { return Vec::new() };
    if total.answered == total.asked && board.out_of_scope == 0 {
        return vec![catalog.text("survey-rate-all")];
    }
    let key = if rate < LOW_RATE {
        "survey-rate-low"
    } else if rate < HIGH_RATE {
        "survey-rate-middle"
    } else {
        "survey-rate-high"
    };
    let language = catalog.language();
    let mut told = vec![catalog.text(key)];
    let sectors = board.margin(|(section, _)| section).into_iter().map(|(section, of)| {
        (catalog.text(&format!("section-{}", section.to_ascii_lowercase())), of)
    });
    let sizes = board.margin(|(_, size)| size).into_iter();
    let sizes = sizes
        .map(|(size, of)| (catalog.with("survey-margin-size", &[("list", size.id().into())]), of));
    let mut below: Vec<(f64, String)> = sectors
        .chain(sizes)
        .filter(|(_, of)| of.asked >= ENOUGH_ASKED)
        .filter_map(|(name, of)| Some((of.response_rate()?, name)))
        .filter(|(own, _)| *own <= rate - FAR_BELOW)
        .collect();
    below.sort_by(|a, b| a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1)));
    below.truncate(MOST_NAMED);
    if below.is_empty() {
        told.push(catalog.text("survey-rate-even"));
    } else {
        let named =
            below.iter().map(|(own, name)| format!("{name} ({})", percent(*own, 0, language)));
        let list = named.collect::<Vec<_>>().join(&catalog.text("list-separator"));
        told.push(catalog.with("survey-rate-missing", &[("list", (&list).into())]));
    }
    let large = board.margin(|(_, size)| size >= SizeClass::From50);
    let large = large.get(&true).map_or(0, |of| of.not_reached + of.refused);
    if large > 0 {
        told.push(catalog.with("survey-rate-large", &[("count", large.into())]));
    }
    told
}

/// Why a figure has no point value.
pub fn refusal(refusal: &Refusal, catalog: &Catalog) -> String {
    let key = format!("survey-refusal-{}", refusal_id(refusal));
    match refusal {
        Refusal::TooFew { n, least } => catalog.with(
            &key,
            &[("n", (&whole(*n, catalog)).into()), ("least", (&whole(*least, catalog)).into())],
        ),
        Refusal::NoInterval => catalog.text(&key),
        // By how much it departs would give the value back.
        Refusal::TooWide { relative, widest, .. } if relative.is_finite() => {
            let widest = percent(*widest, 0, catalog.language());
            catalog.with(&key, &[("widest", (&widest).into())])
        }
        Refusal::TooWide { .. } => catalog.text("survey-refusal-no-interval"),
    }
}

/// Why a share is to be read as no more than its interval, or why there is none: a share cannot
/// leave 0–1, so that it is shown beside its interval however wide.
pub fn refusal_of_share(refused: &Refusal, catalog: &Catalog) -> String {
    match refused {
        Refusal::TooWide { .. } => catalog.text("survey-share-too-wide"),
        Refusal::TooFew { .. } | Refusal::NoInterval => refusal(refused, catalog),
    }
}

/// Times that an interval may be wider than a bootstrap error makes it before a word is due.
const FAR_WIDER: f64 = 2.0;
/// Normal quantile of an interval of 95 %.
const NORMAL_95: f64 = 1.96;

/// Whether a bootstrap standard error is far below what the interval beside it says. Replicates are
/// made of the answers at hand: a few, or all alike, and they hardly differ, while the interval
/// counts how few they are.
pub fn is_far_below(error: f64, bounds: Option<(f64, f64)>) -> bool {
    bounds.is_some_and(|(low, high)| (high - low) / 2.0 > FAR_WIDER * NORMAL_95 * error)
}

/// A cause of difficulty as the layout writes it, in words; another as it was written.
pub fn stated_cause(cause: &str, catalog: &Catalog) -> String {
    let id = match cause {
        "pénurie de candidats" => "shortage",
        "compétences" => "skills",
        "conditions ou horaires" => "conditions",
        "salaire" => "pay",
        "mobilité ou logement" => "mobility",
        "image" => "image",
        "concurrence" => "competition",
        "saisonnalité" => "season",
        "emploi du conjoint" => "spouse",
        "autre" => "other",
        _ => return cause.to_owned(),
    };
    catalog.text(&format!("stated-cause-{id}"))
}

pub const fn refusal_id(refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::TooFew { .. } => "too-few",
        Refusal::NoInterval => "no-interval",
        Refusal::TooWide { .. } => "too-wide",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::employers::causes::OFFERED;
    use crate::model::Language;
    use crate::survey::interval::Interval;

    /// What is said depends on the rate and on who did not answer.
    #[test]
    fn a_rate_is_read_with_who_is_missing() {
        use crate::analysis::employers::asked::tests::one;
        use crate::analysis::employers::asked::{Establishment, Status};
        let catalog = Catalog::new(Language::French).unwrap();
        let (small, mill) = (('G', SizeClass::From1), ('C', SizeClass::From50));
        let told = |answered: [usize; 2], asked: [usize; 2]| {
            let of = |key, answered: usize, asked: usize| {
                (0..asked).map(move |n| {
                    let status = if n < answered { Status::Answered } else { Status::NotReached };
                    one(&format!("{key:?}{n}"), Some(key), 4.0, status)
                })
            };
            let list: Vec<Establishment> =
                of(small, answered[0], asked[0]).chain(of(mill, answered[1], asked[1])).collect();
            reading_of_rate(&Board::new(&list, None), &catalog)
        };
        let check = |found: Vec<String>, keys: &[&str], said: &str| {
            assert_eq!(found.len(), keys.len(), "{found:?}");
            for (sentence, key) in found.iter().zip(keys) {
                // With its variables, a sentence ends otherwise.
                let begins: String = catalog.text(key).chars().take(20).collect();
                let begins = begins.split(['{', '1']).next().unwrap_or_default();
                assert!(sentence.contains(begins.trim()), "{sentence} / {key}");
            }
            assert!(found.join(" ").contains(said), "{found:?}");
        };
        check(told([6, 0], [6, 0]), &["survey-rate-all"], "invités");
        check(
            told([3, 1], [30, 10]),
            &["survey-rate-low", "survey-rate-even", "survey-rate-large"],
            "9",
        );
        let keys = ["survey-rate-middle", "survey-rate-missing", "survey-rate-large"];
        check(told([15, 0], [30, 8]), &keys, "50-99");
        check(told([20, 6], [30, 6]), &["survey-rate-high", "survey-rate-even"], "");
        assert!(told([0, 0], [0, 0]).is_empty());
    }

    #[test]
    fn an_error_far_below_its_interval_is_told() {
        let check = |error, bounds, expect| assert_eq!(is_far_below(error, bounds), expect);
        // ± 30 points against ± 2.
        check(0.01, Some((0.34, 0.95)), true);
        check(0.16, Some((0.34, 0.95)), false);
        check(0.0, Some((0.5, 0.5)), false);
        check(0.01, None, false);
    }

    /// What a margin of employees asks for is made of answers: no sentence tells it.
    #[test]
    fn margins_of_employees_tell_no_number() {
        let employees = || "C (employees)".to_owned();
        let pull = |name: &str| crate::survey::calibrate::Pull {
            margin: 0,
            name: name.to_owned(),
            ratio: 7.25,
        };
        let inconsistent = |margin: String, involved: Vec<String>| CalibrationError::Inconsistent {
            margin,
            stated: 1437.0,
            implied: 1911.0,
            suspects: involved.clone(),
            involved,
        };
        let out = |name: &str| CalibrationError::RatioOutOfBounds {
            low: 0.3,
            high: 3.0,
            units: vec![(0, 4.0)],
            pulls: vec![pull(name)],
        };
        for language in Language::ALL {
            let catalog = Catalog::new(language).unwrap();
            let check = |error: CalibrationError, tells: bool, named: &str| {
                let told = dropped(&Dropped { kind: MarginKind::Headcount, error }, &catalog);
                let digits: String = told.chars().filter(char::is_ascii_digit).collect();
                let numbers = ["1437", "1911", "725"].iter().any(|one| digits.contains(one));
                assert_eq!(numbers, tells, "{told}");
                assert!(told.contains(named), "{told}");
            };
            let employees_named = margin(&employees(), &catalog);
            check(
                inconsistent("C".to_owned(), vec!["C".to_owned(), "10-19".to_owned()]),
                true,
                "C",
            );
            check(inconsistent(employees(), vec!["C".to_owned()]), false, &employees_named);
            check(inconsistent("C".to_owned(), vec![employees()]), false, &employees_named);
            check(out("10-19"), true, "10-19");
            check(out("C (employees)"), false, &employees_named);
            let negative =
                CalibrationError::NegativeWeights { units: vec![0], pulls: vec![pull("10-19")] };
            check(negative, false, "10-19");
        }
    }

    /// Every sentence exists in both languages, with all its variables.
    #[test]
    fn faults_of_weights_and_figures_have_their_sentences() {
        let text = || "10-19".to_owned();
        let pull = crate::survey::calibrate::Pull { margin: 0, name: text(), ratio: 5.0 };
        let errors = [
            CalibrationError::Weights { units: 2, found: 1 },
            CalibrationError::InitialWeight { unit: 0, weight: -1.0 },
            CalibrationError::Bounds { low: 2.0, high: 3.0 },
            CalibrationError::EmptyMargin { margins: vec![0], names: vec![text()] },
            CalibrationError::Inconsistent {
                margin: text(),
                stated: 4.0,
                implied: 5.0,
                involved: vec![text()],
                suspects: vec!["C (employees)".to_owned()],
            },
            CalibrationError::NotConverged {
                margin: 0,
                name: text(),
                residual: 1.0,
                iterations: 9,
            },
            CalibrationError::NegativeWeights { units: vec![0], pulls: vec![pull.clone()] },
            CalibrationError::RatioOutOfBounds {
                low: 0.3,
                high: 3.0,
                units: vec![(0, 4.0)],
                pulls: vec![pull],
            },
        ];
        let interval = Interval { low: 1.0, high: 9.0, level: 0.8 };
        let refusals = [
            Refusal::TooFew { n: 2, least: 3 },
            Refusal::NoInterval,
            Refusal::TooWide { relative: 0.9, widest: 0.5, interval },
            Refusal::TooWide { relative: f64::INFINITY, widest: 0.5, interval },
        ];
        for language in Language::ALL {
            let catalog = Catalog::new(language).unwrap();
            let check = |sentence: String| {
                let told = sentence.contains(' ') && !sentence.contains("survey-");
                assert!(told && !sentence.contains('$'), "{sentence}");
            };
            for error in &errors {
                let dropped_one = Dropped { kind: MarginKind::Sector, error: error.clone() };
                check(dropped(&dropped_one, &catalog));
            }
            for one in &refusals {
                check(refusal(one, &catalog));
            }
            for one in &refusals {
                check(refusal_of_share(one, &catalog));
            }
            check(weigh_error(&WeighError::NoAnswer, &catalog));
            check(weigh_error(&WeighError::Register { register: 0.0, answers: 6 }, &catalog));
            for cause in OFFERED {
                let said = stated_cause(cause, &catalog);
                assert!(!said.is_empty() && !said.contains("stated-"), "{said}");
            }
        }
    }
}
