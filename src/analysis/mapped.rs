//! One indicator for every territory of a division: what a map shows.
//!
//! The sums, bounds and chains are those of a territory's own analysis: a map never says another
//! number than its sheet.

use crate::analysis::extent::{Coverage, coverages};
use crate::analysis::inputs::{Prepared, prepare_for};
use crate::analysis::rings::{self, tidy};
use crate::analysis::{AnalysisError, ground, official};
use crate::indicators::atlas::{Atlas, Cell};
use crate::indicators::fold::Fold;
use crate::indicators::hiring::{Mask, Tally};
use crate::indicators::posterior::{self, Rings, Settings};
use crate::indicators::{ALL, Indicator};
use crate::model::{Fap, Figure, Grade, Kind, Origin, Territory, Value};
use crate::readers::{Control, ReadTable};
use crate::reference::Reference;
use crate::reference::params::Parameters;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Indicators that have a value for every territory of a survey, and the official class, which its
/// producers publish for some.
pub const MAPPABLE: [&str; 7] = [
    "projects",
    "difficult-projects",
    "seasonal-projects",
    "difficult-share",
    "difficult-share-posterior",
    "flag-probability",
    OFFICIAL,
];

/// Published by its producers: it needs no survey of projects.
const OFFICIAL: &str = "official-tension-class";

/// Shrinkage goes from an occupation to the same occupation above: all together have none.
pub fn is_of_one_occupation(indicator: &str) -> bool {
    matches!(indicator, "difficult-share-posterior" | "flag-probability" | OFFICIAL)
}

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Identifier in [`ALL`].
    pub indicator: String,
    /// Prefix of the territories: `be`, `dep`, `reg`, or `ze`, `clpe`, `epci`, which are read at
    /// the basins that hold their communes.
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
    /// For one made of communes: the basins it is read at.
    pub coverage: Option<Coverage>,
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
    #[error("no official class of {occupation} is published by {level}")]
    ClassAbsent {
        occupation: Fap,
        /// As divisions are called.
        level: &'static str,
        /// Where one is published, `fr` among them.
        levels: Vec<&'static str>,
    },
    #[error("given up")]
    Cancelled,
}

/// # Errors
/// When no survey of the year is loaded, the indicator has no value by territory, or nobody waits
/// any more.
pub fn mapped(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    question: &Question,
    control: Control<'_>,
) -> Result<Mapped, MapError> {
    let go_on = || if (control.cancelled)() { Err(MapError::Cancelled) } else { Ok(()) };
    let indicator = ALL
        .iter()
        .find(|found| found.id == question.indicator && MAPPABLE.contains(&found.id))
        .ok_or_else(|| MapError::NotMappable { indicator: question.indicator.clone() })?;
    let shrunk = is_of_one_occupation(indicator.id);
    if shrunk && question.occupation.is_none() {
        return Err(MapError::NeedsOccupation { indicator: indicator.id.to_owned() });
    }
    let Prepared { inputs, .. } = prepare_for(inputs, question.year);
    let (waves, _) = rings::waves(&inputs, parameters.star_max());
    if let (OFFICIAL, Some(occupation)) = (indicator.id, question.occupation) {
        // Of the year that the sheet reads: that of the survey, where there is one.
        let wave = rings::wave_if_any(&waves, &inputs, question.year)?;
        let year = wave.map(|wave| wave.year).or(question.year);
        return official(&inputs, reference, (question, indicator, occupation), year);
    }
    let wave = rings::wave(&waves, &inputs, question.year)?;
    let year = wave.year;
    go_on()?;
    let fold = wave.fold();
    go_on()?;
    let occupation = question.occupation.map(|code| fold.occupation(code).ok_or(code));
    let occupation = occupation
        .transpose()
        .map_err(|code| MapError::OccupationAbsent { occupation: code.to_string(), year })?;
    let atlas = atlas(&fold, question.division, reference);
    go_on()?;
    let coverages = match question.division {
        "be" | "dep" | "reg" => BTreeMap::new(),
        of_communes => coverages(of_communes, reference),
    };
    let settings = crate::analysis::settings(parameters);
    let mask = wave.mask;
    let cuts = atlas.cuts(parameters.cut());
    let mut places = Vec::with_capacity(atlas.territories.len());
    for (at, (place, cut)) in atlas.territories.iter().zip(cuts).enumerate() {
        go_on()?;
        let own = atlas.own(at, occupation);
        let (value, grade) = match occupation.filter(|_| shrunk) {
            Some(occupation) => {
                let cell = Cell { territory: at, occupation, own };
                chained(indicator.id, &atlas.rings(&cell), cut, mask, settings)
            }
            None => plain(indicator.id, &own.tally(mask, settings.effective_share)),
        };
        let territory = place.territory;
        let figure = Figure {
            indicator: indicator.id,
            territory,
            value,
            unit: indicator.unit,
            n: own.cells,
            masked_cells: own.masked_projects,
            grade,
            origin: Origin::Public,
        };
        let mut inside = atlas.around(place);
        inside.insert(territory);
        let label = match place.label.as_str() {
            "" => reference.label(territory).map(tidy).unwrap_or_default(),
            label => label.to_owned(),
        };
        let coverage = coverages.get(&territory).cloned();
        places.push(Placed { territory, label, inside, figure, coverage });
    }
    let france = if shrunk {
        Value::Unknown
    } else {
        plain(indicator.id, &atlas.country(occupation).tally(mask, settings.effective_share)).0
    };
    let name = |place: usize| {
        let named = fold.occupations.get(place)?;
        let label = reference.fap_label(named.code).unwrap_or(&named.label);
        Some((named.code, label.to_owned()))
    };
    Ok(Mapped {
        indicator,
        division: question.division,
        year,
        source: wave.source,
        file: inputs.get(wave.source).map(|input| input.file.clone()).unwrap_or_default(),
        occupation: occupation.and_then(name),
        places,
        france,
    })
}

/// The class that is published for each territory itself, never that of a rung above it: a place
/// that has none is without a value.
fn official(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    (question, indicator, occupation): (&Question, &'static Indicator, Fap),
    year: Option<u16>,
) -> Result<Mapped, MapError> {
    let division = question.division;
    let Some(found) = official::everywhere(inputs, reference, (occupation, division, year)) else {
        let has = |kind: Kind| inputs.iter().any(|input| input.kind == kind);
        if !has(Kind::DaresTension) && !has(Kind::BasinTension) {
            return Err(AnalysisError::NoTension.into());
        }
        let levels = official::levels(inputs, reference, (occupation, year));
        return Err(MapError::ClassAbsent { occupation, level: division, levels });
    };
    let place = |territory: Territory| {
        let class = found.classes.get(&territory).map(|class| f64::from(*class));
        let figure = Figure {
            indicator: indicator.id,
            territory,
            value: class.map_or(Value::Unknown, Value::Exact),
            unit: indicator.unit,
            n: 1,
            masked_cells: 0,
            grade: None,
            origin: Origin::Public,
        };
        let (departments, regions) = ground::by_communes(territory, reference)
            .map(|found| (found.departments, found.regions))
            .unwrap_or_default();
        let around = departments.into_iter().chain(regions).map(|(place, _)| place);
        let inside = around.chain([territory]).collect();
        let label = reference.label(territory).map(tidy).unwrap_or_default();
        Placed { territory, label, inside, figure, coverage: None }
    };
    let mut territories: Vec<Territory> = match division {
        // Only those of the file: the communes of all basins are long to walk.
        "be" => found.classes.keys().copied().collect(),
        division => reference.territories(division),
    };
    territories.sort_unstable();
    let label = reference.fap_label(occupation).unwrap_or_default();
    Ok(Mapped {
        indicator,
        division,
        year: found.year,
        source: found.source,
        file: inputs.get(found.source).map(|input| input.file.clone()).unwrap_or_default(),
        occupation: Some((occupation, label.to_owned())),
        places: territories.into_iter().map(place).collect(),
        france: found.france.map_or(Value::Unknown, |class| Value::Exact(f64::from(class))),
    })
}

/// Every territory of a division; one made of communes counts the basins that hold them, whole.
fn atlas(fold: &Fold, division: &str, reference: &Reference) -> Atlas {
    let listed = |place: Option<Territory>| place.into_iter().collect();
    match division {
        "be" => Atlas::of_basins(fold),
        "dep" => Atlas::new(fold, &|site| listed(site.department())),
        "reg" => Atlas::new(fold, &|site| listed(site.region())),
        of_communes => {
            let homes = reference.homes(of_communes);
            Atlas::new(fold, &|site| {
                let found = site.basin().and_then(|basin| homes.get(&basin));
                found.into_iter().flatten().copied().collect()
            })
        }
    }
}

fn plain(indicator: &str, tally: &Tally) -> (Value, Option<Grade>) {
    match indicator {
        "projects" => (tally.projects.shown(), None),
        "difficult-projects" => (tally.difficult.shown(), None),
        "seasonal-projects" => (tally.seasonal.shown(), None),
        _ => {
            let known = tally.projects.cells > 0;
            (tally.share_shown(), known.then_some(tally.difficult_share.confidence))
        }
    }
}

fn chained(
    indicator: &str,
    rings: &Rings,
    cut: f64,
    mask: Mask,
    settings: Settings,
) -> (Value, Option<Grade>) {
    let [own, ..] = rings;
    if own.cells == 0 {
        return (Value::Unknown, None);
    }
    let found = posterior::posterior(rings, mask, cut, settings);
    let grade = Some(posterior::grade(own, &found, mask, settings));
    let probability = indicator == "flag-probability";
    (if probability { found.probability_shown() } else { found.shown() }, grade)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{Request, analyse};
    use crate::model::Date;
    use crate::readers::read;

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
        mapped(&survey(), &reference, &parameters, &question, Control::none())
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
        for division in ["be", "dep", "reg", "ze", "clpe"] {
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
                let posterior = own.pressure.posterior.unwrap();
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
                assert_eq!(mean.coverage, results.territory.coverage, "{}", mean.territory);
                assert_eq!(mean.label, results.territory.label);
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

    /// Given up after any number of looks; looked at for every territory.
    #[test]
    fn a_map_that_nobody_waits_for_is_given_up() {
        use std::sync::atomic::{AtomicU32, Ordering};
        let question = Question {
            indicator: "flag-probability".to_owned(),
            division: "be",
            occupation: Some("fap2021:V0X60".parse().unwrap()),
            year: None,
        };
        let (reference, parameters) =
            (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
        let looked = |before: u32| {
            let looks = AtomicU32::new(0);
            let flag = || looks.fetch_add(1, Ordering::Relaxed) >= before;
            let control = Control { cancelled: &flag, progress: &|_| {} };
            let found = mapped(&survey(), &reference, &parameters, &question, control);
            (found.map(|mapped| mapped.places.len()), looks.load(Ordering::Relaxed))
        };
        let (found, looks) = looked(u32::MAX);
        assert_eq!(found, Ok(4));
        assert!(looks >= 4 + 3);
        for before in 0..looks {
            assert_eq!(looked(before), (Err(MapError::Cancelled), before + 1));
        }
    }

    #[test]
    fn every_mappable_indicator_is_in_the_registry() {
        for id in MAPPABLE {
            assert!(ALL.iter().any(|indicator| indicator.id == id), "{id}");
        }
    }
}
