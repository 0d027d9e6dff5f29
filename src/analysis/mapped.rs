//! One indicator for every territory of a division: what a map shows.
//!
//! The sums, bounds and chains are those of a territory's own analysis: a map never says another
//! number than its sheet.

use crate::analysis::AnalysisError;
use crate::analysis::inputs::{Prepared, prepare};
use crate::analysis::rings::{self, Wave, tidy};
use crate::indicators::hiring::{Sums, Tally};
use crate::indicators::posterior::{self, Rings, Settings};
use crate::indicators::{ALL, Indicator};
use crate::model::adjust::Cut;
use crate::model::{Fap, Figure, Grade, Origin, Share, Territory, Value};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::tables::bmo::Row;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Indicators that have a value for every territory of a survey.
pub const MAPPABLE: [&str; 6] = [
    "projects",
    "difficult-projects",
    "seasonal-projects",
    "difficult-share",
    "difficult-share-posterior",
    "flag-probability",
];

/// Shrinkage goes from an occupation to the same occupation above: all together have none.
pub fn is_of_one_occupation(indicator: &str) -> bool {
    matches!(indicator, "difficult-share-posterior" | "flag-probability")
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Identifier in [`ALL`].
    pub indicator: String,
    /// Prefix of the territories: `be`, `dep` or `reg`.
    pub division: &'static str,
    /// `None`: all occupations together.
    pub occupation: Option<Fap>,
    /// `None`: the latest loaded.
    pub year: Option<u16>,
}

/// One territory of the survey.
#[derive(Clone, Debug, PartialEq)]
pub struct Placed {
    pub territory: Territory,
    pub label: String,
    /// Départements and régions that it lies in, itself included.
    pub inside: BTreeSet<Territory>,
    pub figure: Figure,
}

/// The indicator, territory by territory, by code.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapped {
    pub indicator: &'static Indicator,
    pub division: &'static str,
    pub year: u16,
    /// Index of the survey among the inputs, and the name of its file.
    pub source: usize,
    pub file: String,
    pub occupation: Option<(Fap, String)>,
    pub places: Vec<Placed>,
    /// The same on the whole of France; unknown for what is only said of a territory.
    pub france: Value,
}

impl Mapped {
    pub fn get(&self, territory: Territory) -> Option<&Placed> {
        let place = self.places.binary_search_by_key(&territory, |placed| placed.territory).ok()?;
        self.places.get(place)
    }
}

/// Why there is nothing to map. Each has a sentence in the catalogs (`error-map-…`).
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MapError {
    #[error(transparent)]
    Analysis(#[from] AnalysisError),
    #[error("{indicator} has no value by territory")]
    NotMappable { indicator: String },
    #[error("{indicator} is said of one occupation")]
    NeedsOccupation { indicator: String },
    #[error("{occupation} is not in the survey of {year}")]
    OccupationAbsent { occupation: String, year: u16 },
}

/// # Errors
/// When no survey of the year is loaded, or the indicator has no value by territory.
pub fn mapped(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    question: &Question,
) -> Result<Mapped, MapError> {
    let indicator = ALL
        .iter()
        .find(|found| found.id == question.indicator && MAPPABLE.contains(&found.id))
        .ok_or_else(|| MapError::NotMappable { indicator: question.indicator.clone() })?;
    let shrunk = is_of_one_occupation(indicator.id);
    if shrunk && question.occupation.is_none() {
        return Err(MapError::NeedsOccupation { indicator: indicator.id.to_owned() });
    }
    let Prepared { inputs, .. } = prepare(inputs);
    let (waves, _) = rings::waves(&inputs, parameters.star_max());
    let latest = waves.keys().next_back().copied().ok_or(AnalysisError::NoSurvey)?;
    let year = question.year.unwrap_or(latest);
    let wave = waves.get(&year).ok_or_else(|| AnalysisError::YearNotLoaded {
        year,
        loaded: waves.keys().copied().collect(),
    })?;
    let settings = crate::analysis::settings(parameters);
    let folded = fold(wave, question);
    if folded.country.cells == 0
        && let Some(occupation) = question.occupation
    {
        return Err(MapError::OccupationAbsent { occupation: occupation.to_string(), year });
    }
    let share = |sums: &Sums| {
        if sums.projects > 0.0 { sums.difficult / sums.projects } else { 0.5 }
    };
    let cut = |place: &Place<'_>| match parameters.cut() {
        Cut::France => share(&folded.all),
        Cut::Region => share(&folded.around(place)),
        Cut::Fixed(thousandths) => f64::from(thousandths) / 1_000.0,
    };
    let places = folded.places.iter().map(|(territory, place)| {
        let value = if shrunk {
            chained(indicator.id, &folded.rings(place), cut(place), wave, settings)
        } else {
            plain(indicator.id, &place.own.tally(wave.mask, settings.effective_share))
        };
        let (value, grade) = value;
        let figure = Figure {
            indicator: indicator.id,
            territory: *territory,
            value,
            unit: indicator.unit,
            n: place.own.cells,
            masked_cells: place.own.masked_projects,
            grade,
            origin: Origin::Public,
        };
        let mut inside = place.inside.clone();
        inside.insert(*territory);
        Placed { territory: *territory, label: tidy(place.label), inside, figure }
    });
    let france = if shrunk {
        Value::Unknown
    } else {
        plain(indicator.id, &folded.country.tally(wave.mask, settings.effective_share)).0
    };
    let name = |code: Fap| {
        let label = reference.fap_label(code).map_or_else(|| tidy(folded.name), str::to_owned);
        (code, label)
    };
    Ok(Mapped {
        indicator,
        division: question.division,
        year,
        source: wave.source,
        file: inputs.get(wave.source).map(|input| input.file.clone()).unwrap_or_default(),
        occupation: question.occupation.map(name),
        places: places.collect(),
        france,
    })
}

/// Sums of one territory and where it lies.
#[derive(Default)]
struct Place<'a> {
    label: &'a str,
    own: Sums,
    inside: BTreeSet<Territory>,
}

#[derive(Default)]
struct Folded<'a> {
    places: BTreeMap<Territory, Place<'a>>,
    /// Of the occupation asked for, by département and région.
    above: BTreeMap<Territory, Sums>,
    country: Sums,
    /// Of all occupations: France, and by région.
    all: Sums,
    regions: BTreeMap<Territory, Sums>,
    name: &'a str,
}

fn of_division(row: &Row<'_>, division: &str) -> Option<Territory> {
    match division {
        "be" => Territory::basin(row.basin).ok(),
        "dep" => Territory::department(row.department).ok(),
        "reg" => Territory::region(row.region).ok(),
        _ => None,
    }
}

fn fold<'a>(wave: &Wave<'a>, question: &Question) -> Folded<'a> {
    let mut folded = Folded::default();
    for row in wave.table.rows() {
        folded.all.add(&row, wave.mask);
        let around =
            [Territory::department(row.department).ok(), Territory::region(row.region).ok()];
        if let [_, Some(region)] = around {
            folded.regions.entry(region).or_default().add(&row, wave.mask);
        }
        // A territory without the occupation is there, with nothing declared.
        if let Some(territory) = of_division(&row, question.division) {
            let place = folded.places.entry(territory).or_default();
            place.inside.extend(around.into_iter().flatten());
            place.label = match question.division {
                "be" => row.basin_label,
                "dep" => row.department_label,
                _ => row.region_label,
            };
            let wanted = |code| Fap::new(wave.version, row.occupation).is_ok_and(|own| own == code);
            if question.occupation.is_some_and(|code| !wanted(code)) {
                continue;
            }
            place.own.add(&row, wave.mask);
            folded.name = row.label;
            folded.country.add(&row, wave.mask);
            for territory in around.into_iter().flatten() {
                folded.above.entry(territory).or_default().add(&row, wave.mask);
            }
        }
    }
    folded
}

impl Folded<'_> {
    /// All occupations of the région(s) of a place.
    fn around(&self, place: &Place<'_>) -> Sums {
        let regions = place.inside.iter().filter_map(|territory| self.regions.get(territory));
        regions.fold(Sums::default(), |sum, one| sum.plus(one))
    }

    /// Four disjoint rings, from the territory outwards.
    fn rings(&self, place: &Place<'_>) -> Rings {
        let upto = |prefix: &str| {
            let above = place.inside.iter().filter(|territory| territory.prefix() == prefix);
            above
                .filter_map(|territory| self.above.get(territory))
                .fold(Sums::default(), |sum, one| sum.plus(one))
        };
        let (department, region) = (upto("dep"), upto("reg"));
        [
            place.own,
            department.minus(&place.own),
            region.minus(&department),
            self.country.minus(&region),
        ]
    }
}

fn plain(indicator: &str, tally: &Tally) -> (Value, Option<Grade>) {
    let Share { value, low, high, confidence } = tally.difficult_share;
    match indicator {
        "projects" => (tally.projects.shown(), None),
        "difficult-projects" => (tally.difficult.shown(), None),
        "seasonal-projects" => (tally.seasonal.shown(), None),
        _ if tally.projects.cells == 0 => (Value::Unknown, None),
        _ => match value {
            Some(value) => (Value::Interval { value, low, high }, Some(confidence)),
            None => (Value::Masked { low, high }, Some(confidence)),
        },
    }
}

fn chained(
    indicator: &str,
    rings: &Rings,
    cut: f64,
    wave: &Wave<'_>,
    settings: Settings,
) -> (Value, Option<Grade>) {
    let [own, ..] = rings;
    if own.cells == 0 {
        return (Value::Unknown, None);
    }
    let found = posterior::posterior(rings, wave.mask, cut, settings);
    let grade = Some(posterior::grade(own, &found, wave.mask, settings));
    let value = if indicator == "flag-probability" {
        Value::Interval {
            value: found.probability,
            low: found.probability_low,
            high: found.probability_high,
        }
    } else {
        Value::Interval { value: found.mean, low: found.low, high: found.high }
    };
    (value, grade)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Request, analyse};
    use crate::model::Date;
    use crate::readers::{Control, read};

    fn survey() -> Vec<Arc<ReadTable>> {
        let reference = Reference::embedded().unwrap();
        let text = "annee;Code métier BMO;Nom métier BMO;BE24;NOMBE24;Dept;NomDept;REG;NOM_REG;met;xmet;smet\n\
            2024;V0X60;Aides-soignants;8450;AURILLAC;15;CANTAL;84;AURA;100;80;10\n\
            2024;S1X40;Serveurs;8450;AURILLAC;15;CANTAL;84;AURA;60;20;40\n\
            2024;V0X60;Aides-soignants;8451;SAINT FLOUR;15;CANTAL;84;AURA;*;*;*\n\
            2024;V0X60;Aides-soignants;8457;CLERMONT FERRAND;63;PUY DE DOME;84;AURA;300;150;*\n\
            2024;S1X40;Serveurs;1109;PARIS;75;PARIS;11;IDF;900;300;30\n";
        let read = read("bmo_2024.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        assert_eq!(read[0].kind, crate::model::Kind::Bmo, "{:?}", read[0].issues);
        read.into_iter().map(Arc::new).collect()
    }

    fn ask(
        indicator: &str,
        division: &'static str,
        occupation: Option<&str>,
    ) -> Result<Mapped, MapError> {
        let question = Question {
            indicator: indicator.to_owned(),
            division,
            occupation: occupation.map(|code| code.parse().unwrap()),
            year: None,
        };
        let (reference, parameters) =
            (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
        mapped(&survey(), &reference, &parameters, &question)
    }

    fn check(
        indicator: &str,
        division: &'static str,
        occupation: Option<&str>,
        expected: &[(&str, Value)],
    ) {
        let found = ask(indicator, division, occupation).unwrap();
        let found: Vec<(String, Value)> = found
            .places
            .iter()
            .map(|place| (place.territory.to_string(), place.figure.value))
            .collect();
        let expected: Vec<(String, Value)> =
            expected.iter().map(|(code, value)| ((*code).to_owned(), *value)).collect();
        assert_eq!(found, expected, "{indicator} {division}");
    }

    #[test]
    fn masked_absent_and_known_are_three_things() {
        let exact = Value::Exact;
        check(
            "projects",
            "be",
            None,
            &[
                ("be:1109", exact(900.0)),
                ("be:8450", exact(100.0 + 60.0)),
                ("be:8451", Value::Masked { low: 1.0, high: 4.0 }),
                ("be:8457", exact(300.0)),
            ],
        );
        // Paris has no row for the occupation: nothing was declared, which is not zero.
        check(
            "projects",
            "be",
            Some("fap2021:V0X60"),
            &[
                ("be:1109", Value::Unknown),
                ("be:8450", exact(100.0)),
                ("be:8451", Value::Masked { low: 1.0, high: 4.0 }),
                ("be:8457", exact(300.0)),
            ],
        );
        check(
            "difficult-share",
            "reg",
            None,
            &[
                (
                    "reg:11",
                    Value::Interval {
                        value: 300.0 / 900.0,
                        low: 300.0 / 900.0,
                        high: 300.0 / 900.0,
                    },
                ),
                (
                    "reg:84",
                    Value::Interval {
                        value: (80.0 + 20.0 + 150.0) / 460.0,
                        low: 250.0 / 464.0,
                        high: 254.0 / 464.0,
                    },
                ),
            ],
        );
    }

    /// By a second road: the analysis of each territory on its own.
    #[test]
    fn a_map_says_what_the_sheets_say() {
        let (reference, parameters) =
            (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
        let code: Fap = "fap2021:V0X60".parse().unwrap();
        for division in ["be", "dep", "reg"] {
            let means = ask("difficult-share-posterior", division, Some("fap2021:V0X60")).unwrap();
            let chances = ask("flag-probability", division, Some("fap2021:V0X60")).unwrap();
            let mut compared = 0;
            for (mean, chance) in means.places.iter().zip(&chances.places) {
                let request = Request {
                    territory: mean.territory,
                    year: None,
                    as_of: Date::new(2026, 1, 1).unwrap(),
                };
                let results = analyse(&survey(), &reference, &parameters, &request).unwrap();
                let Some(own) = results.occupations.iter().find(|found| found.code == code) else {
                    assert_eq!(
                        (mean.figure.value, chance.figure.value),
                        (Value::Unknown, Value::Unknown)
                    );
                    continue;
                };
                let posterior = own.pressure.posterior;
                let (Value::Interval { value, low, high }, Value::Interval { value: p, .. }) =
                    (mean.figure.value, chance.figure.value)
                else {
                    panic!("{:?}", mean.figure)
                };
                for (found, expected) in [
                    (value, posterior.mean),
                    (low, posterior.low),
                    (high, posterior.high),
                    (p, posterior.probability),
                ] {
                    assert!(
                        (found - expected).abs() < 1e-12,
                        "{} {found} {expected}",
                        mean.territory
                    );
                }
                assert_eq!(mean.figure.grade, Some(own.pressure.grade));
                compared += 1;
            }
            assert!(compared > 0);
        }
    }

    #[test]
    fn what_cannot_be_mapped_says_so() {
        let error = |indicator, occupation| ask(indicator, "be", occupation).unwrap_err();
        assert_eq!(
            error("course-hours", None),
            MapError::NotMappable { indicator: "course-hours".to_owned() }
        );
        assert_eq!(error("x", None), MapError::NotMappable { indicator: "x".to_owned() });
        assert_eq!(
            error("flag-probability", None),
            MapError::NeedsOccupation { indicator: "flag-probability".to_owned() }
        );
        assert_eq!(
            error("projects", Some("fap2021:A0X40")),
            MapError::OccupationAbsent { occupation: "fap2021:A0X40".to_owned(), year: 2024 }
        );
    }

    #[test]
    fn every_mappable_indicator_is_in_the_registry() {
        for id in MAPPABLE {
            assert!(ALL.iter().any(|indicator| indicator.id == id), "{id}");
        }
    }
}
