use crate::cli::survey::{Verb, run};
use crate::i18n::Catalog;
use crate::loading::Kept;
use crate::model::Language;
use clap::Parser;
use serde_json::Value;
use std::fmt::Write as _;

#[derive(Parser)]
struct Line {
    #[command(subcommand)]
    verb: Verb,
}

fn asked(args: &[&str]) -> Result<String, String> {
    let line = Line::try_parse_from(["survey"].iter().chain(args)).unwrap();
    let catalog = Catalog::new(Language::French).unwrap();
    let today = "2026-11-25".parse().unwrap();
    run(&line.verb, &Kept::default(), &catalog, today).map_err(|failure| failure.text)
}

fn json(args: &[&str]) -> Value {
    let args: Vec<&str> = args.iter().copied().chain(["--json"]).collect();
    serde_json::from_str(&asked(&args).unwrap()).unwrap()
}

fn sample(name: &str) -> String {
    format!("{}/sample-data/{name}", env!("CARGO_MANIFEST_DIR"))
}

const ESTABLISHMENTS: &str = "enquete_etablissements_fictif.csv";
const OCCUPATIONS: &str = "enquete_metiers_fictif.csv";
const REGISTER: &str = "population_etablissements_fictif.csv";

/// No identifier of the sample (`E001`) stands in a text.
fn names_nobody(text: &str) {
    let bytes = text.as_bytes();
    let named = bytes
        .windows(4)
        .any(|four| four[0] == b'E' && four[1..].iter().all(u8::is_ascii_digit) && four[1] == b'0');
    assert!(!named, "{text}");
}

#[test]
fn a_kit_is_written_once() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().display().to_string();
    let args = ["kit", "--out", &out, "--communes", "be:8450", "--deadline", "2026-12-31"];
    let told = asked(&args).unwrap();
    for name in ["questionnaire.xlsx", "codebook.xlsx", "note_accompagnement.txt"] {
        assert!(told.contains(name) && folder.path().join(name).exists(), "{told}");
    }
    let refused = asked(&args).unwrap_err();
    assert!(refused.contains("existe déjà"), "{refused}");
    let forced: Vec<&str> = args.into_iter().chain(["--force"]).collect();
    asked(&forced).unwrap();
    let country = asked(&["kit", "--out", &out, "--communes", "fr", "--force"]).unwrap_err();
    assert!(country.contains("communes"), "{country}");
}

#[test]
fn a_kit_that_nobody_filled_is_refused_with_its_reason() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().display().to_string();
    asked(&["kit", "--out", &out]).unwrap();
    let tables = folder.path().join("tables").display().to_string();
    let refused = asked(&["collect", &out, "--out", &tables]).unwrap_err();
    for (file, why) in
        [("questionnaire.xlsx", "aucune réponse"), ("codebook.xlsx", "ce classeur n’est pas")]
    {
        let told = refused.lines().any(|line| line.contains(file) && line.contains(why));
        assert!(told, "{refused}");
    }
    assert!(refused.ends_with("rien n’est écrit"), "{refused}");
    assert!(!folder.path().join("tables").exists());
}

#[test]
fn a_folder_is_not_called_like_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("x.XLSX");
    let path = out.display().to_string();
    for args in [["collect", &path, "--out", &path].as_slice(), &["kit", "--out", &path]] {
        let refused = asked(args).unwrap_err();
        assert!(refused.contains(&format!("--out {}", folder.path().join("x").display())));
        assert!(!out.exists(), "{refused}");
    }
}

#[test]
fn weights_are_told_without_naming_anyone() {
    let (responses, frame) = (sample(ESTABLISHMENTS), sample(REGISTER));
    let args = ["weights", &responses, "--frame", &frame];
    let found = json(&args);
    names_nobody(&found.to_string());
    names_nobody(&asked(&args).unwrap());
    let sum = |part: &str| -> f64 {
        let groups = found["groups"].as_array().unwrap().iter();
        groups.map(|group| group[part].as_f64().unwrap()).sum()
    };
    assert!((sum("respondents") - found["answered"].as_f64().unwrap()).abs() < 1e-9);
    assert!((sum("establishments") - found["represented"].as_f64().unwrap()).abs() < 1e-6);
    assert!(found["weights"]["design_effect"].as_f64().unwrap() >= 1.0);
    // Without a register there is nothing to weight on.
    assert_eq!(json(&["weights", &responses])["basis"], "unweighted");
}

#[test]
fn what_is_no_register_is_refused() {
    let responses = sample(ESTABLISHMENTS);
    let refused = asked(&["weights", &responses, "--frame", &responses]).unwrap_err();
    assert!(refused.contains("répertoire"), "{refused}");
    let refused = asked(&["weights", &responses, "--bounds", "2,3"]).unwrap_err();
    assert!(refused.contains("2,3"), "{refused}");
}

#[test]
fn needs_are_shown_hidden_or_refused_and_name_nobody() {
    let files = [sample(ESTABLISHMENTS), sample(OCCUPATIONS), sample(REGISTER)];
    let [establishments, occupations, register] = &files;
    let args = ["estimate", establishments, occupations, "--frame", register, "--replicates", "60"];
    let found = json(&args);
    assert_eq!(found, json(&args), "same seed, same figures");
    names_nobody(&found.to_string());
    names_nobody(&asked(&args).unwrap());
    let needs = found["needs"].as_array().unwrap();
    assert!(needs[0]["occupation"].is_null() && needs.len() > 5);
    let (mut shown, mut hidden) = (0, 0);
    for measure in needs.iter().flat_map(|need| need["measures"].as_array().unwrap()) {
        if !measure["hidden"].is_null() {
            hidden += 1;
            for part in ["value", "low", "high", "unweighted", "n", "base", "standard_error"] {
                assert!(measure[part].is_null(), "{measure}");
            }
            continue;
        }
        let value = measure["value"].as_f64();
        shown += usize::from(value.is_some());
        let (low, high) = (measure["low"].as_f64(), measure["high"].as_f64());
        if let (Some(value), Some(low), Some(high)) = (value, low, high) {
            assert!(low <= value && value <= high, "{measure}");
            let beside = !measure["unweighted"].is_null();
            assert_eq!(beside, measure["unweighted_hidden"].is_null(), "{measure}");
        }
    }
    assert!(shown > 10 && hidden > 10, "{shown} {hidden}");
}

/// Four large establishments with these projects among forty; the register counts some more.
fn survey_with(folder: &std::path::Path, projects: [u32; 4]) -> Vec<String> {
    let mut establishments = "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;\
                              effectif_total\n"
        .to_owned();
    let mut occupations = "id_etablissement;libelle_metier;code_rome;effectif_metier;\
                           projets_12m;projets_difficiles\n"
        .to_owned();
    let large = projects.map(|n| (60, n));
    let small = (0..36).map(|n| (12, 1 + n % 5));
    for (n, (headcount, projects)) in large.into_iter().chain(small).enumerate() {
        writeln!(establishments, "E{n};15014;1051C;10/10/2025;répondant;{headcount}").unwrap();
        writeln!(occupations, "E{n};Aide-soignant;J1501;5;{projects};1").unwrap();
    }
    let register = "strate;section_naf;tranche_effectif;nb_etablissements\n\
                    C10;C;10-19;50\nC50;C;50-99;4\n"
        .to_owned();
    let files = [("e_2025.csv", establishments), ("m_2025.csv", occupations), ("r.csv", register)];
    let written = files.map(|(name, text)| {
        let path = folder.join(name);
        crate::files::write_atomic(&path, text.as_bytes(), false).unwrap();
        path.display().to_string()
    });
    written.to_vec()
}

#[test]
fn a_figure_that_hangs_on_a_few_is_told_without_saying_which() {
    let check = |projects: [u32; 4], with_register: bool, expect: bool| {
        let folder = tempfile::tempdir().unwrap();
        let files = survey_with(folder.path(), projects);
        let mut args = vec!["estimate", &files[0], &files[1], "--replicates", "0"];
        if with_register {
            args.extend(["--frame", &files[2]]);
        }
        let found = json(&args);
        let said: Vec<_> = found["needs"]
            .as_array()
            .unwrap()
            .iter()
            .map(|need| {
                let measures = need["measures"].as_array().unwrap().iter();
                measures.map(|one| one["value"].clone()).collect::<Vec<_>>()
            })
            .collect();
        assert_eq!(found["dominated"], expect, "{said:?}");
        let told = asked(&args).unwrap();
        assert_eq!(told.contains("une autre histoire"), expect, "{told}");
    };
    check([40, 11, 13, 12], true, true);
    check([3, 2, 2, 3], false, false);
}

#[test]
fn labels_are_matched() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("labels.csv").display().to_string();
    let text = "id;libelle_metier\n1;aide soig.\n2;\"chef de rang H/F\"\n";
    crate::files::write_atomic(std::path::Path::new(&list), text.as_bytes(), false).unwrap();
    let found = json(&["match", "conducteur PL", &list]);
    let romes: Vec<&str> =
        found.as_array().unwrap().iter().map(|one| one["best"]["rome"].as_str().unwrap()).collect();
    assert_eq!(romes, ["N4101", "J1501", "G1803"]);
    let shares = found[0]["best"]["fap"].as_array().unwrap();
    let sum: f64 = shares.iter().map(|fap| fap["share"].as_f64().unwrap()).sum();
    assert!((sum - 1.0).abs() < 1e-6, "{shares:?}");
    assert!(json(&["match", "divers", "--min-score", "0.9"])[0]["best"].is_null());
    assert!(asked(&["match", "conducteur PL"]).unwrap().contains("N4101"));
    // What resembles no title is given none, and it is said; one that is too far otherwise.
    assert!(asked(&["match", "xyz"]).unwrap().contains("aucune proposition"));
    assert!(json(&["match", "xyz"])[0]["best"].is_null());
    let far = asked(&["match", "divers", "--min-score", "0.9"]).unwrap();
    assert!(far.contains("au-dessus du score demandé"), "{far}");
}

/// Rows whose code leads to several occupations count in totals and in none of these; a sector counts
/// its own employers; a cause beside the list is another one.
#[test]
fn rows_of_no_one_occupation_count_in_totals() {
    let folder = tempfile::tempdir().unwrap();
    let (mut establishments, mut occupations) = (
        "id_etablissement;code_commune;code_naf;statut_reponse;effectif_total\n".to_owned(),
        "id_etablissement;libelle_metier;code_rome;effectif_metier;projets_12m;projets_difficiles;\
         causes_difficulte\n"
            .to_owned(),
    );
    for place in 0..26 {
        let (naf, label, rome) = if place < 13 {
            ("4711D", "employé", "D1507")
        } else {
            ("5610A", "cuisinier", "G1602")
        };
        let commune = if place == 25 { "99123" } else { "15014" };
        let _ = writeln!(establishments, "S{place};{commune};{naf};répondant;20");
        let cause = if place % 2 == 0 { "conditions de travail" } else { "salaire" };
        let _ = writeln!(occupations, "S{place};{label};{rome};5;2;1;{cause}");
    }
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        crate::files::write_atomic(&path, text.as_bytes(), false).unwrap();
        path.display().to_string()
    };
    let files = [write("etablissements.csv", &establishments), write("metiers.csv", &occupations)];
    let [first, second] = &files;
    let args = ["estimate", first, second, "--territory", "be:8450", "--replicates", "0"];
    let found = json(&args);
    assert_eq!(found["codes_of_several"], 12);
    assert_eq!(found["weighting"]["nowhere"], 1);
    let measure = |sector: Option<&str>| -> Value {
        let needs = found["needs"].as_array().unwrap();
        let mut needs = needs.iter().filter(|need| need["occupation"].is_null());
        let need = needs.find(|need| need["sector"].as_str() == sector).unwrap();
        let measures = need["measures"].as_array().unwrap();
        let mut measures = measures.iter();
        measures.find(|one| one["indicator"] == "need-headcount").unwrap().clone()
    };
    assert_eq!(measure(None)["unweighted"], f64::from((13 + 12) * 5));
    assert_eq!((&measure(None)["n"], &measure(Some("I"))["n"]), (&(13 + 12).into(), &12.into()));
    assert_eq!(measure(Some("I"))["unweighted"], f64::from(12 * 5));
    let all = &found["causes"].as_array().unwrap()[0];
    let other = all["causes"].as_array().unwrap().iter().find(|one| one["cause"] == "autre");
    assert!(other.unwrap()["unweighted"].as_f64().unwrap() > 0.4, "{all}");
    let text = asked(&args).unwrap();
    for told in ["Code ROME qui mène à plusieurs métiers", "commune est inconnue", "autre cause"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
    names_nobody(&text);
}

/// A hundred small respondents and a large one, on a register that tells employees: what the margins
/// of employees ask for is the small ones' of the register and the large one's own answer.
#[test]
fn margins_of_employees_do_not_tell_a_large_respondent() {
    const LARGE: u32 = 413;
    const SMALL: u32 = 480;
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        crate::files::write_atomic(&path, text.as_bytes(), false).unwrap();
        path.display().to_string()
    };
    let mut establishments = "id_etablissement;code_commune;code_naf;statut_reponse;\
                              effectif_total;tranche_effectif\n"
        .to_owned();
    let mut occupations =
        "id_etablissement;libelle_metier;code_rome;effectif_metier;projets_12m\n".to_owned();
    for place in 0..104 {
        let naf = if place < 52 { "1071C" } else { "4711D" };
        let headcount = 3 + place % 3;
        let _ = writeln!(establishments, "S{place};15014;{naf};répondant;{headcount};1-9");
        let _ = writeln!(occupations, "S{place};boulanger;D1102;1;1");
    }
    let _ = writeln!(establishments, "L;15014;1071C;répondant;{LARGE};250-499");
    let _ = writeln!(occupations, "L;boulanger;D1102;9;4");
    let register = format!(
        "strate;section_naf;tranche_effectif;nb_etablissements;effectif_total;date_source\n\
         a;C;1-9;120;{SMALL};31/12/2025\nb;C;250-499;1;300;31/12/2025\n\
         c;G;1-9;150;620;31/12/2025\n"
    );
    let files = [
        write("etablissements.csv", &establishments),
        write("metiers.csv", &occupations),
        write("repertoire.csv", &register),
    ];
    let [first, second, frame] = &files;
    let weights = ["weights", first, "--frame", frame, "--territory", "be:8450"];
    let estimate = [
        "estimate",
        first,
        second,
        "--frame",
        frame,
        "--territory",
        "be:8450",
        "--replicates",
        "0",
    ];
    let found = json(&weights);
    let embedded = json(&estimate)["weighting"].clone();
    for found in [&found, &embedded] {
        let margins = found["margins"].as_array().unwrap();
        let is_headcount = |one: &&Value| one["name"].as_str().unwrap().ends_with("(employees)");
        let headcounts: Vec<&Value> = margins.iter().filter(is_headcount).collect();
        assert_eq!(headcounts.len(), 2, "employees are margins: {margins:?}");
        assert!(headcounts.iter().all(|one| one["total"].is_null() && one["before"].is_null()));
        let others = margins.iter().filter(|one| !is_headcount(one));
        assert!(others.clone().count() > 2 && others.clone().all(|one| one["total"].is_number()));
        let told = |number: f64| {
            let mut all = Vec::new();
            numbers(found, &mut all);
            all.iter().any(|one| (one - number).abs() < 0.5)
        };
        assert!(told(271.0), "the establishments of the register are told");
        assert!(!told(f64::from(LARGE)) && !told(f64::from(LARGE + SMALL)), "{found}");
    }
    let text = asked(&weights).unwrap();
    assert!(text.contains("salariés, section C"), "{text}");
    assert!(!text.contains("893") && !text.contains("413"), "{text}");
}

fn numbers(value: &Value, into: &mut Vec<f64>) {
    match value {
        Value::Number(number) => into.extend(number.as_f64()),
        Value::Array(list) => list.iter().for_each(|one| numbers(one, into)),
        Value::Object(map) => map.values().for_each(|one| numbers(one, into)),
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

mod project;
