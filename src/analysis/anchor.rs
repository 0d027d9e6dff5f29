//! The official ladder of a territory, for every occupation and group (`method.md` §1.4).
//!
//! Only what producers published: nothing here is computed from a survey of employers.

use crate::analysis::extent::Extent;
use crate::analysis::ground::by_communes;
use crate::analysis::official::Anchors;
use crate::analysis::results::{SourceView, TerritoryView, Usage};
use crate::analysis::rings::{self, Geography};
use crate::analysis::{AnalysisError, inputs, view};
use crate::indicators::anchor::{Anchor, Cause, CellOf, Ladder, Rung, class_by_cuts};
use crate::model::{Fap, FapLevel, FapVersion, Kind, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What chose the département of a basin that may lie in several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DepartmentBy {
    /// Most hiring projects in the loaded survey.
    Survey,
    /// Most communes, no survey being loaded.
    Communes,
}

/// The ladder of one territory.
#[derive(Clone, Debug, PartialEq)]
pub struct Official {
    pub territory: TerritoryView,
    pub department_by: DepartmentBy,
    /// Year of the tensions; `None` when only classes by ROME and basin are loaded.
    pub year: Option<u16>,
    /// Year of the classes by ROME and basin; `None` when none is loaded for the territory.
    pub basin_year: Option<u16>,
    pub version: FapVersion,
    pub sources: Vec<SourceView>,
    /// Occupations by code, then groups by code.
    pub lines: Vec<Line>,
    pub agreement: Agreement,
}

/// One occupation or group.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    pub code: Fap,
    pub label: Option<String>,
    /// The territory's own cell; published when it has a class.
    pub own: Option<CellOf>,
    /// `None`: published at no rung.
    pub anchor: Option<Anchor>,
    /// Published causes, each with the place it was read at.
    pub causes: Vec<CauseAt>,
}

/// A class of a cause, and its rung.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CauseAt {
    pub cause: Cause,
    /// 1–5.
    pub class: u8,
    pub rung: Rung,
    pub territory: Territory,
}

/// Whether the loaded file follows the rules recovered on the file of 2019.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Agreement {
    /// Published classes that the cut points give back from their values.
    pub classes: Checked,
    /// Values of unpublished cells that the ladder gives back, to 1e-9.
    pub imputed: Checked,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    pub found: u32,
    pub of: u32,
}

impl Checked {
    fn add(&mut self, found: bool) {
        self.of += 1;
        self.found += u32::from(found);
    }
}

/// Tolerance on an imputed value.
const EXACT: f64 = 1e-9;

/// The rules of the ladder and the cut points, tried on every cell of the file.
pub fn agreement(ladder: &Ladder, cuts: [f64; 4], reference: &Reference) -> Agreement {
    let mut agreement = Agreement::default();
    for (territory, code, cell) in ladder.cells() {
        let Some(tension) = cell.tension else { continue };
        if let Some(class) = cell.class {
            agreement.classes.add(class_by_cuts(tension, cuts) == class);
            continue;
        }
        let (department, region) = match territory {
            Territory::Department(_) => {
                (Some(territory), reference.region_from_department(territory))
            }
            Territory::Region(_) => (None, Some(territory)),
            _ => (None, None),
        };
        let value = ladder.anchor(department, region, code).and_then(|anchor| anchor.tension);
        agreement.imputed.add(value.is_some_and(|value| (value - tension).abs() <= EXACT));
    }
    agreement
}

/// # Errors
/// When no official file is loaded, or the territory is not one that can be anchored.
pub fn official(
    given: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    territory: Territory,
) -> Result<Official, AnalysisError> {
    let prepared = inputs::prepare(given);
    let inputs = prepared.inputs.as_slice();
    let reference = &inputs::with_lists(inputs, reference);
    let tensions = inputs.iter().filter(|input| input.kind == Kind::DaresTension);
    let latest = tensions.max_by_key(|input| (input.vintage, input.fap_version));
    let version = latest.and_then(|input| input.fap_version).unwrap_or(FapVersion::Fap2021);
    if latest.is_none() && !inputs.iter().any(|input| input.kind == Kind::BasinTension) {
        return Err(AnalysisError::NoTension);
    }
    let (geography, department_by) = place(inputs, reference, parameters, territory)?;
    let anchors = Anchors::new(inputs, version, None, &geography);
    let ladder = anchors.ladder();
    let spoken_of: BTreeSet<Fap> =
        ladder.into_iter().flat_map(Ladder::cells).map(|(_, code, _)| code).collect();
    let mut codes = reference.faps(version, FapLevel::Occupation);
    codes.extend(&spoken_of);
    codes.sort_by_key(|code| (code.level() == FapLevel::Group, *code));
    codes.dedup();
    // An occupation that the producer leaves out has no line, be its group published.
    let told = |line: &Line| {
        spoken_of.contains(&line.code)
            || line.anchor.is_some_and(|anchor| anchor.rung == Rung::Basin)
    };
    let lines = codes
        .into_iter()
        .map(|code| line(code, territory, &anchors, reference))
        .filter(told)
        .collect();
    let read = anchors.sources();
    Ok(Official {
        territory: view(&geography, reference),
        department_by,
        year: ladder.map(|ladder| ladder.year),
        basin_year: anchors.basin_year(),
        version,
        sources: given
            .iter()
            .enumerate()
            .map(|(place, given)| {
                SourceView::new(given, Usage::of(read.contains(&place), given.kind))
            })
            .collect(),
        lines,
        agreement: ladder
            .map(|ladder| agreement(ladder, parameters.tension_cuts(), reference))
            .unwrap_or_default(),
    })
}

fn line(code: Fap, territory: Territory, anchors: &Anchors, reference: &Reference) -> Line {
    let ladder = anchors.ladder();
    let anchor = anchors.anchor(code, reference);
    let at = |anchor: &Anchor, cause: Cause| {
        let (rung, territory) = anchor.cause_place(cause)?;
        Some(CauseAt { cause, class: anchor.causes.get(cause)?, rung, territory })
    };
    Line {
        code,
        label: reference.fap_label(code).map(str::to_owned),
        own: ladder.and_then(|ladder| ladder.cell(territory, code)).copied(),
        causes: anchor
            .iter()
            .flat_map(|anchor| Cause::ALL.into_iter().filter_map(|cause| at(anchor, cause)))
            .collect(),
        anchor,
    }
}

/// Where the territory lies: by the loaded survey, else by its communes.
fn place(
    inputs: &[Arc<ReadTable>],
    reference: &Reference,
    parameters: &Parameters,
    territory: Territory,
) -> Result<(Geography, DepartmentBy), AnalysisError> {
    let (waves, _) = rings::waves(inputs, parameters.star_max());
    let surveyed = waves.values().rev().find_map(|wave| {
        rings::geography(&wave.fold(), Extent::new(territory, reference), reference).ok()
    });
    if let Some(geography) = surveyed {
        return Ok((geography, DepartmentBy::Survey));
    }
    Ok((by_communes(territory, reference)?, DepartmentBy::Communes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};
    use crate::survey::random::Random;
    use std::collections::BTreeMap;
    use std::fmt::Write as _;

    fn load(text: &str) -> Arc<ReadTable> {
        let reference = Reference::embedded().unwrap();
        let mut read = read("tensions.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        Arc::new(read.remove(0))
    }

    const HEADER: &str = "fap,Emploi moyen,Tension ,Catégorie Tension,Intensité d'embauches,\
                          Lien formation-emploi,Manque de main-d'œuvre disponible,\
                          Non-durabilité de l'emploi,Conditions de travail contraignantes,\
                          Inadéquation géographique,Année,niveau_geo,niveau_fap,reg,dep\n";

    /// A file in the layout of the extract, for three occupations of two groups: values from a
    /// generator, classes by a table of intervals written here, imputed values by the rule
    /// written as the method writes it, not as the program does.
    fn generated(seed: u64) -> (String, u32, u32) {
        let mut random = Random::new(seed, 0);
        let codes = ["A0Z40", "A0Z41", "V0Z60", "A0Z", "V0Z"];
        let places = ["nat", "reg", "dep"];
        let mut own = BTreeMap::new();
        for place in places {
            for code in codes {
                let value = (random.uniform() * 4.0 - 2.0) * 1e6;
                let value = value.round() / 1e6;
                let shown = place == "nat" || random.uniform() < 0.4;
                own.insert((place, code), (value, shown));
            }
        }
        let value = |place: &'static str, code: &'static str| own[&(place, code)];
        let region = |code: &'static str| -> f64 {
            let (own, shown) = value("reg", code);
            let group = codes.into_iter().find(|c| c.len() == 3 && code.starts_with(c)).unwrap();
            match (shown, value("reg", group)) {
                (true, _) => own,
                (false, (group_value, true)) if code.len() == 5 => group_value,
                _ => value("nat", code).0,
            }
        };
        let department = |code: &'static str| -> f64 {
            let (own, shown) = value("dep", code);
            let group = codes.into_iter().find(|c| c.len() == 3 && code.starts_with(c)).unwrap();
            match (shown, value("dep", group)) {
                (true, _) => own,
                (false, (group_value, true)) if code.len() == 5 => group_value,
                _ => region(code),
            }
        };
        let (mut text, mut published, mut imputed) = (HEADER.to_owned(), 0, 0);
        for place in places {
            for code in codes {
                let (own, shown) = value(place, code);
                let (tension, reg, dep) = match place {
                    "nat" => (own, "", ""),
                    "reg" => (region(code), "84.0", ""),
                    _ => (department(code), "", "15"),
                };
                let class = match own {
                    t if t < -0.5644 => "1.0",
                    t if t < -0.2597 => "2.0",
                    t if t < 0.1305 => "3.0",
                    t if t < 0.50968 => "4.0",
                    _ => "5.0",
                };
                let class = if shown { class } else { "" };
                let level = if code.len() == 5 { "fap 225" } else { "fap 87" };
                if shown {
                    published += 1;
                } else {
                    imputed += 1;
                }
                let cause = if shown { "3.0" } else { "" };
                writeln!(
                    text,
                    "{code},100,{tension},{class},{cause},,,,,,2019,{place},{level},{reg},{dep}"
                )
                .unwrap();
            }
        }
        (text, published, imputed)
    }

    #[test]
    fn a_generated_file_follows_the_rules() {
        let reference = Reference::embedded().unwrap();
        let parameters = Parameters::embedded().unwrap();
        for seed in 0..40 {
            let (text, published, imputed) = generated(seed);
            let found =
                official(&[load(&text)], &reference, &parameters, "dep:15".parse().unwrap())
                    .unwrap();
            let expected = Agreement {
                classes: Checked { found: published, of: published },
                imputed: Checked { found: imputed, of: imputed },
            };
            assert_eq!(found.agreement, expected, "{seed}");
            for line in &found.lines {
                let own = line.own.unwrap();
                let anchor = line.anchor.unwrap();
                assert!((anchor.tension.unwrap() - own.tension.unwrap()).abs() < EXACT);
                assert_eq!(
                    own.class.is_some(),
                    anchor.territory == "dep:15".parse().unwrap()
                        && anchor.rung
                            == match line.code.level() {
                                FapLevel::Group => Rung::DepartmentGroup,
                                _ => Rung::DepartmentOccupation,
                            }
                );
            }
        }
    }

    /// One wrong class and one wrong value are seen: the check can fail.
    #[test]
    fn a_file_that_breaks_the_rules_is_told() {
        let text = format!(
            "{HEADER}A0Z40,1,0.2,5.0,,,,,,,2019,nat,fap 225,,\n\
             A0Z40,1,0.3,,,,,,,,2019,reg,fap 225,84.0,\n\
             A0Z40,1,0.2,,,,,,,,2019,dep,fap 225,,15\n"
        );
        let found = official(
            &[load(&text)],
            &Reference::embedded().unwrap(),
            &Parameters::embedded().unwrap(),
            "dep:15".parse().unwrap(),
        )
        .unwrap();
        assert_eq!(found.agreement.classes, Checked { found: 0, of: 1 });
        assert_eq!(found.agreement.imputed, Checked { found: 1, of: 2 });
    }

    #[test]
    fn places_without_a_survey_and_what_cannot_be_anchored() {
        let reference = Reference::embedded().unwrap();
        let parameters = Parameters::embedded().unwrap();
        let inputs = [load(&generated(1).0)];
        let ask = |code: &str, inputs: &[Arc<ReadTable>]| {
            official(inputs, &reference, &parameters, code.parse().unwrap())
        };
        let basin = ask("be:8450", &inputs).unwrap();
        assert_eq!(basin.department_by, DepartmentBy::Communes);
        assert_eq!(basin.territory.departments[0].0, "dep:15".parse().unwrap());
        assert_eq!(basin.territory.regions[0].0, "reg:84".parse().unwrap());
        let of = |official: &Official| {
            let anchors = official.lines.iter().map(|line| line.anchor.unwrap().territory);
            anchors.collect::<Vec<_>>()
        };
        assert_eq!(of(&basin), of(&ask("dep:15", &inputs).unwrap()));
        assert!(basin.lines.iter().all(|line| line.own.is_none()));
        assert!(of(&ask("fr", &inputs).unwrap()).iter().all(|at| *at == Territory::France));
        let id = |code: &str, inputs: &[Arc<ReadTable>]| ask(code, inputs).unwrap_err().id();
        assert_eq!(id("dep:15", &[]), "no-tension");
        assert_eq!(id("be:0001", &inputs), "unknown-territory");
        // A zone d'emploi is read at the ladder of the département with most of its communes.
        let zone = ask("ze:8403", &inputs).unwrap();
        assert_eq!(zone.territory.departments[0].0, "dep:15".parse().unwrap());
    }
}
