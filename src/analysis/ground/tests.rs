//! One kind of file alone, without the survey of hiring projects: what it says is there, with its
//! source, and nothing that it does not say.

use super::*;
use crate::analysis::missing::{Missing, missing};
use crate::analysis::results::{Note, Occupation, Results, Usage};
use crate::analysis::{Request, analyse, territories};
use crate::indicators::anchor::Rung;
use crate::indicators::pressure::Status;
use crate::model::Value;
use crate::readers::{Control, read};
use crate::recommend::programme::Basis;
use crate::reference::params::Parameters;
use std::fmt::Write as _;

const DEPARTMENTS: [&str; 3] = ["15", "63", "43"];
const CODES: [&str; 12] = [
    "V0X60", "J3X43", "S1X20", "T2A60", "S2X60", "G0B41", "V1X80", "R1X61", "A0X40", "S1X40",
    "T4X60", "L0X60",
];

fn tensions() -> String {
    let head = "fap,Emploi moyen,Tension ,Catégorie Tension,Intensité d'embauches,\
                Lien formation-emploi,Manque de main-d'œuvre disponible,Non-durabilité de l'emploi,\
                Conditions de travail contraignantes,Inadéquation géographique,Année,niveau_geo,\
                niveau_fap,reg,dep\n";
    // Care assistants published for the département; cooks for France alone.
    format!(
        "{head}V0Z60,100,0.2,4.0,3.0,5.0,3.0,3.0,3.0,3.0,2019,nat,fap 225,,\n\
         V0Z60,100,0.9,5.0,3.0,5.0,3.0,3.0,3.0,3.0,2019,dep,fap 225,,15\n\
         S1Z40,100,0.3,4.0,4.0,2.0,3.0,5.0,5.0,3.0,2019,nat,fap 225,,\n\
         A0Z40,100,-0.6,1.0,4.0,2.0,3.0,5.0,5.0,3.0,2019,nat,fap 225,,\n"
    )
}

fn basin_tensions() -> String {
    "annee;ROME;cbassin;oee;defm_abc;ind_tension_d;ind_int_emb_d;ind_main_oeuvre_d;\
     ind_dur_empl_d;ind_cond_travail_d;ind_mismatch_geo_d;ind_specif_form_empl_d\n\
     2021;K2104;8450;16,6;28,25;5;5;1;2;3;4;5\n2021;K2104;8451;16,6;28,25;2;5;1;2;3;4;5\n"
        .to_owned()
}

fn own_survey() -> [(&'static str, String); 2] {
    let mut who = "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;\
                   effectif_total\n"
        .to_owned();
    let mut what = "id_etablissement;libelle_metier;code_rome;effectif_metier;projets_12m;\
                    projets_difficiles\n"
        .to_owned();
    for one in 1..=8 {
        writeln!(who, "E{one};15014;8710A;10/11/2025;répondant;12").unwrap();
        writeln!(what, "E{one};Coiffeur;D1202;3;4;3").unwrap();
    }
    [("etablissements.csv", who), ("metiers.csv", what)]
}

/// New offers of the quarter, as many as the rank of the card in its département.
fn offers(places: &[(&str, &str)]) -> String {
    let mut text = "id_offre;source;intitule;code_fap;version_fap;code_commune;date_creation;\
                    nb_postes;type_contrat;statut;nature\n"
        .to_owned();
    for (department, commune) in places {
        for (rank, code) in CODES.into_iter().enumerate() {
            let posts = 3 + rank;
            let id = format!("{department}-{rank}");
            let rest = format!("01/02/2026;{posts};CDI;ouverte;flux");
            writeln!(text, "{id};FT;poste {id};{code};2021;{commune};{rest}").unwrap();
        }
    }
    text
}

fn seekers(zones: &[(&str, &str)]) -> String {
    let mut text = "periode;type_zone;code_zone;code_fap;version_fap;defm_a;defm_abc;entrees_a;\
                    entrees_abc;sorties_abc\n"
        .to_owned();
    for (place, (kind, zone)) in zones.iter().enumerate() {
        for (rank, code) in CODES.into_iter().enumerate() {
            let exits = 20 + 5 * rank + place;
            writeln!(text, "2026-T1;{kind};{zone};{code};2021;80;100;10;60;{exits}").unwrap();
        }
    }
    text
}

fn asked(files: &[(&str, String)], place: &str) -> Result<Results, AnalysisError> {
    let (reference, parameters) = (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
    let request = Request {
        territory: place.parse().unwrap(),
        year: None,
        as_of: "2026-11-30".parse().unwrap(),
    };
    analyse(&loaded(files), &reference, &parameters, &request)
}

fn loaded(files: &[(&str, String)]) -> Vec<Arc<ReadTable>> {
    let reference = Reference::embedded().unwrap();
    let one = |(name, text): &(&str, String)| {
        let found = read(name, text.as_bytes(), &reference, Control::none()).unwrap();
        let refused: Vec<_> = found.iter().map(|table| table.rows.refused).collect();
        assert!(refused.iter().all(|refused| *refused == 0), "{name}: {:?}", found[0].issues);
        found
    };
    files.iter().flat_map(one).map(Arc::new).collect()
}

/// What no file without the survey of projects may say, whatever it says.
fn here(files: &[(&str, String)]) -> Results {
    let results = asked(files, "be:8450").unwrap();
    assert_eq!((results.bmo, results.cut), (None, None));
    assert!(results.notes.contains(&Note::NoProjects));
    assert_eq!(missing(&results).first(), Some(&Missing::Projects));
    assert!(results.years.is_empty() && results.groups.is_empty() && results.absent.is_empty());
    assert_eq!(results.totals.france.projects.shown(), Value::Unknown);
    assert!(!results.occupations.is_empty());
    for one in &results.occupations {
        let pressure = &one.pressure;
        assert_eq!((pressure.status, pressure.posterior), (Status::Unread, None), "{}", one.code);
        assert_eq!((pressure.raw.difficulty, one.rank.of), (None, 0));
        assert!(!pressure.flagged() && !pressure.evidence() && !pressure.presumed());
        let tally = &one.benchmarks.territory;
        let counts = [tally.projects, tally.difficult, tally.seasonal].map(|count| count.shown());
        assert_eq!(counts, [Value::Unknown; 3]);
        assert_eq!(tally.share_shown(), Value::Unknown);
        assert!(!one.label.is_empty(), "{}", one.code);
    }
    for programme in &results.programmes {
        assert_eq!(programme.basis, Basis::Official);
        assert!(programme.training.as_ref().is_none_or(|plan| plan.places.is_none()));
    }
    assert!(results.sources.iter().all(|one| one.usage == Usage::Results), "{:?}", results.sources);
    results
}

fn of<'a>(results: &'a Results, code: &str) -> &'a Occupation {
    let code: Fap = code.parse().unwrap();
    results.occupations.iter().find(|one| one.code == code).unwrap()
}

#[test]
fn official_tensions_alone() {
    let results = here(&[("tensions.csv", tensions())]);
    assert_eq!((results.year, results.fap_version), (2019, FapVersion::Fap2009));
    assert_eq!(results.occupations.len(), 3);
    let care = of(&results, "fap2009:V0Z60").anchor.unwrap();
    assert_eq!((care.class, care.tension, care.rung), (5, Some(0.9), Rung::DepartmentOccupation));
    assert_eq!(care.causes.training_link, Some(5));
    let cooks = of(&results, "fap2009:S1Z40").anchor.unwrap();
    assert_eq!(
        (cooks.class, cooks.rung, cooks.territory),
        (4, Rung::FranceOccupation, Territory::France)
    );
    // The two tense ones, the highest class first, training where it is the lever and no places.
    let listed: Vec<&str> = results.programmes.iter().map(|one| one.occupation.code()).collect();
    assert_eq!(listed, ["V0Z60", "S1Z40"]);
    assert!(results.programmes[0].training.is_some());
    assert!(results.programmes[1].training.is_none());
    assert_eq!(results.scale, None);
    assert_eq!(
        (results.territory.label.is_empty(), results.territory.departments.len()),
        (false, 1)
    );
}

#[test]
fn classes_of_the_basin_alone() {
    let results = here(&[("classes.csv", basin_tensions())]);
    assert_eq!((results.year, results.fap_version), (2021, FapVersion::Fap2021));
    let [one] = results.occupations.as_slice() else { panic!("{:?}", results.occupations.len()) };
    assert_eq!(one.rome_readings.len(), 1);
    let anchor = one.anchor.unwrap();
    assert_eq!((anchor.class, anchor.rung, anchor.year), (5, Rung::Basin, 2021));
    let error = asked(&[("classes.csv", basin_tensions())], "be:8456").unwrap_err();
    assert_eq!(error.id(), "nothing-told");
}

#[test]
fn an_own_survey_alone() {
    let results = here(&own_survey());
    assert_eq!(results.year, 2025);
    let [one] = results.occupations.as_slice() else { panic!("{:?}", results.occupations.len()) };
    let said = one.survey.as_ref().unwrap();
    assert_eq!(said.establishments, 8);
    assert_eq!(said.projects.figure.value, Value::Exact(4.0 * 8.0));
    assert_eq!((one.anchor, one.pressure.class), (None, None));
    assert!(results.programmes.is_empty());
}

#[test]
fn offers_alone_are_posts_and_no_rate() {
    let results = here(&[("offres.csv", offers(&[("15", "15014")]))]);
    assert_eq!(results.year, 2026);
    let posts = results.occupations.iter().filter_map(|one| one.local_offers.as_ref());
    let posts: f64 = posts
        .map(|offers| match offers.posts.value {
            Value::Exact(posts) => posts,
            other => panic!("{other:?}"),
        })
        .sum();
    let told: f64 = (3_u32..).take(CODES.len()).map(f64::from).sum();
    assert!((posts - told).abs() < 1e-9, "{posts}");
    assert!(results.occupations.iter().all(|one| one.pressure.raw.offers_per_seeker.is_none()));
    assert!(missing(&results).contains(&Missing::Offers));
}

#[test]
fn job_seekers_alone_are_a_stock_and_an_exit_rate_without_a_class() {
    let results = here(&[("de.csv", seekers(&[("bmo", "8450")]))]);
    let one = of(&results, "fap2021:J3X43");
    assert_eq!(one.seekers.as_ref().unwrap().stock.shown(), Value::Exact(80.0));
    let exits = 20.0 + 5.0;
    assert!((one.pressure.raw.exit_rate.unwrap() - exits / (100.0 + exits)).abs() < 1e-12);
    assert!(results.occupations.iter().all(|one| one.pressure.class.is_none()));
}

/// Posts per registration of the territory alone are told; with those of enough départements they
/// make a class, and D is missing from it.
#[test]
fn offers_and_job_seekers_make_posts_per_registration() {
    let alone = here(&[
        ("offres.csv", offers(&[("15", "15014")])),
        ("de.csv", seekers(&[("bmo", "8450")])),
    ]);
    let told = |results: &Results| -> Vec<(String, f64)> {
        let all = results.occupations.iter();
        all.filter_map(|one| Some((one.code.to_string(), one.pressure.raw.offers_per_seeker?)))
            .collect()
    };
    let ratios = told(&alone);
    assert_eq!(ratios.len(), CODES.len());
    assert!(ratios.iter().any(|(_, ratio)| (ratio - (3.0 + 1.0) / 10.0).abs() < 1e-12));
    assert!(alone.occupations.iter().all(|one| one.pressure.class.is_none()));
    let communes = [("15", "15014"), ("63", "63113"), ("43", "43157")];
    let mut zones = vec![("bmo", "8450")];
    zones.extend(DEPARTMENTS.map(|department| ("departement", department)));
    let around = here(&[("offres.csv", offers(&communes)), ("de.csv", seekers(&zones))]);
    assert_eq!(told(&around), ratios, "the same of the territory");
    assert!(around.reference_cells >= 30, "{}", around.reference_cells);
    let placed: Vec<&Occupation> =
        around.occupations.iter().filter(|one| one.pressure.class.is_some()).collect();
    assert_eq!(placed.len(), ratios.len());
    for one in placed {
        let parts = one.pressure.components;
        assert!(parts.difficulty.is_none() && parts.offers_per_seeker.is_some());
        assert_eq!(one.pressure.confidence, crate::model::Grade::C);
    }
    assert!(!missing(&around).contains(&Missing::Offers));
}

/// Two roads: what each kind says alone is what it says beside the others.
#[test]
fn together_each_says_what_it_says_alone() {
    let mut files = vec![("tensions.csv", tensions()), ("classes.csv", basin_tensions())];
    files.extend(own_survey());
    let results = here(&files);
    // The edition of the ladder, the year of the latest.
    assert_eq!((results.year, results.fap_version), (2025, FapVersion::Fap2009));
    let alone = here(&[("tensions.csv", tensions())]);
    for one in &alone.occupations {
        let same = of(&results, &one.code.to_string());
        let tension = |of: &Occupation| of.anchor.map(|anchor| (anchor.class, anchor.tension));
        assert_eq!(tension(same), tension(one), "{}", one.code);
    }
    let asked: Vec<&Occupation> =
        results.occupations.iter().filter(|one| one.survey.is_some()).collect();
    assert_eq!(asked.len(), 1);
}

/// A survey of projects that is loaded is read, or why it is not is said.
#[test]
fn a_survey_that_is_there_is_never_done_without() {
    let bmo = "annee;code métier;BE26;Dept;REG;met;xmet;smet\n2026;V0X60;8450;15;84;80;40;*\n";
    let files = [("bmo.csv", bmo.to_owned()), ("tensions.csv", tensions())];
    let results = asked(&files, "be:8450").unwrap();
    assert_eq!((results.bmo, results.occupations.len()), (Some(0), 1));
    assert_eq!(asked(&files, "be:8451").unwrap_err().id(), "territory-absent");
}

#[test]
fn what_no_file_tells_is_said() {
    for (place, id) in [
        ("be:8450", "nothing-told"),
        ("be:0001", "unknown-territory"),
        ("epci:241500230", "communes-unknown"),
    ] {
        assert_eq!(asked(&[], place).unwrap_err().id(), id, "{place}");
    }
}

#[test]
fn every_kind_of_territory_is_read_up_the_ladder() {
    for place in ["be:8450", "dep:15", "reg:84", "fr", "ze:8403", "clpe:15001"] {
        let results = asked(&[("tensions.csv", tensions())], place).unwrap();
        assert_eq!(results.occupations.len(), 3, "{place}");
        let care = of(&results, "fap2009:V0Z60").anchor.unwrap();
        let expect = if matches!(place, "reg:84" | "fr") { 4 } else { 5 };
        assert_eq!(care.class, expect, "{place}");
    }
}

#[test]
fn territories_to_choose_are_those_that_files_speak_of() {
    let reference = Reference::embedded().unwrap();
    let of = |files: &[(&str, String)]| -> Vec<String> {
        let found = territories(&loaded(files), &reference);
        found.into_iter().map(|(place, _)| place.to_string()).collect()
    };
    assert!(of(&[("tensions.csv", tensions())]).len() > 400);
    let basins = of(&[("classes.csv", basin_tensions())]);
    assert_eq!(basins.iter().filter(|one| one.starts_with("be:")).count(), 2);
    let survey = of(&own_survey());
    for place in ["be:8450", "dep:15", "reg:84", "fr"] {
        assert!(survey.iter().any(|one| one == place), "{place}");
    }
    assert_eq!(of(&[]), Vec::<String>::new());
}

/// A map of what is published for each place itself, and of nothing above it.
#[test]
fn official_classes_are_mapped_without_a_survey() {
    use crate::analysis::mapped::{MapError, Question, mapped};
    let (reference, parameters) = (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
    let ask = |files: &[(&str, String)], indicator: &str, division, code: &str| {
        let question = Question {
            indicator: indicator.to_owned(),
            division,
            occupation: Some(code.parse().unwrap()),
            year: None,
        };
        mapped(&loaded(files), &reference, &parameters, &question, Control::none())
    };
    let dares = [("tensions.csv", tensions())];
    let found = ask(&dares, "official-tension-class", "dep", "fap2009:V0Z60").unwrap();
    let cantal = found.get("dep:15".parse().unwrap()).unwrap();
    assert_eq!((cantal.figure.value, found.year), (Value::Exact(5.0), 2019));
    let other = found.get("dep:63".parse().unwrap()).unwrap();
    assert_eq!((other.figure.value, found.france), (Value::Unknown, Value::Exact(4.0)));
    let basins = [("classes.csv", basin_tensions())];
    // A file there is; a class of it at that level there is not.
    let level = |files: &[(&str, String)], division, code: &str| match ask(
        files,
        "official-tension-class",
        division,
        code,
    ) {
        Err(MapError::ClassAbsent { level, levels, .. }) => (level, levels),
        other => panic!("{other:?}"),
    };
    assert_eq!(level(&dares, "be", "fap2009:V0Z60"), ("be", vec!["dep", "fr"]));
    assert_eq!(level(&basins, "dep", "fap2021:V5X84"), ("dep", vec!["be"]));
    let none = ask(&[], "official-tension-class", "dep", "fap2009:V0Z60");
    assert!(matches!(none, Err(MapError::Analysis(AnalysisError::NoTension))), "{none:?}");
    let found = ask(&basins, "official-tension-class", "be", "fap2021:V5X84").unwrap();
    let other = ask(&basins, "projects", "be", "fap2021:V5X84");
    assert!(matches!(other, Err(MapError::Analysis(AnalysisError::NoSurvey))));
    let classes: Vec<Value> = found.places.iter().map(|one| one.figure.value).collect();
    assert_eq!(classes, [Value::Exact(5.0), Value::Exact(2.0)]);
}
