//! A small fictional company on the sample territory, read line by line.

use super::*;
use crate::cli::tests::file_of;
use crate::model::Language;
use crate::sample;
use serde_json::Value;

const HEADCOUNT: &str = "metier_entreprise;code_rome;code_fap;version_fap;effectif;age_moins_30;\
age_30_49;age_50_54;age_55_59;age_60_plus;departs_connus_12m;departs_connus_36m;\
embauches_prevues_12m;date_source\n\
Plombiers d'usine;F1603;;;40;4;20;6;6;4;1;;3;01/10/2026\n\
Mécanique;I1604;;;20;;;;;;;;;\n\
Métier maison;;;;5;;;;;;;;;\n";

/// The headcount, and the files of the sample that stand beside it.
fn asked(folder: &std::path::Path, json: bool) -> Asked {
    let put = |name: &str, bytes: &[u8]| file_of(folder, name, bytes);
    let names = [
        "BMO_2025_territoire_fictif.xlsx",
        "dares_tensions_2023_fictif.csv",
        "certif_info_fictif.csv",
        "catalogue_formation_fictif.csv",
        "communes_bassins_fictif.csv",
        "demande_emploi_fictif.csv",
    ];
    Asked {
        headcount: put("effectif.csv", HEADCOUNT.as_bytes()),
        files: names.map(|name| put(name, sample::file(name).unwrap())).into(),
        territory: sample::TERRITORY.to_owned(),
        json,
    }
}

fn told(asked: &Asked, language: Language) -> String {
    let today = "2026-11-24".parse().unwrap();
    let catalog = Catalog::new(language).unwrap();
    run(asked, &Kept::default(), &catalog, today).map_err(|failure| failure.text).unwrap()
}

#[test]
fn a_company_beside_its_basin() {
    let folder = tempfile::tempdir().unwrap();
    let found = told(&asked(folder.path(), false), Language::French);
    let expected = include_str!("sample.txt");
    assert_eq!(found, expected, "\n{found}");
    let english = told(&asked(folder.path(), false), Language::English);
    assert!(!english.contains("company-") && english.contains("headcount: 40"), "{english}");
    let json: Value =
        serde_json::from_str(&told(&asked(folder.path(), true), Language::French)).unwrap();
    let posts = json["posts"].as_array().unwrap();
    assert_eq!(posts.len(), 3);
    assert_eq!(posts[0]["occupation"], "fap2021:B2X33");
    assert_eq!(posts[0]["departures"][0]["low"], 1.0, "one is known");
    assert_eq!((&posts[2]["occupation"], &posts[2]["basin"]), (&Value::Null, &Value::Null));
}

#[test]
fn another_file_is_no_headcount() {
    let folder = tempfile::tempdir().unwrap();
    let mut wrong = asked(folder.path(), false);
    wrong.headcount = wrong.files[1].clone();
    let today = "2026-11-24".parse().unwrap();
    let catalog = Catalog::new(Language::French).unwrap();
    let failure = run(&wrong, &Kept::default(), &catalog, today).unwrap_err();
    assert!(failure.text.contains("effectif d’entreprise"), "{}", failure.text);
}

/// A card that leads to several occupations names them; none is chosen in silence.
#[test]
fn a_card_of_several_occupations_names_them() {
    let reference = Reference::embedded().unwrap();
    let codes = ["H2903", "N1103", "H2901", "F1603", "J1501"];
    let several = codes.iter().find(|code| {
        let rome = crate::model::Rome::new(code).unwrap();
        reference.fap_from_rome(crate::model::FapVersion::Fap2021, rome, None).len() > 1
    });
    let several = several.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let mut asked = asked(folder.path(), true);
    let text = HEADCOUNT.replace("F1603", several);
    asked.headcount = file_of(folder.path(), "autre.csv", text.as_bytes());
    let json: Value = serde_json::from_str(&told(&asked, Language::French)).unwrap();
    let post = &json["posts"][0];
    let others = post["could_be"].as_array().unwrap();
    assert!(!others.is_empty() && !others.contains(&post["occupation"]), "{post}");
    asked.json = false;
    let page = told(&asked, Language::French);
    assert!(page.contains("le code ROME mène"), "{page}");
}
