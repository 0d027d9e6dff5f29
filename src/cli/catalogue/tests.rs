//! The catalogue of the sample as that of one body, read line by line.

use super::*;
use crate::cli::tests::file_of;
use crate::model::Language;
use crate::sample;
use serde_json::Value;

const OTHER: &str = "id_formation;intitule;organisme;code_commune;voie;codes_rome;\
capacite_annuelle;entrees_annuelles;abandons_annuels;annee_effectifs;source;date_source\n\
A1;Plomberie;Autre organisme (fictif);96001;continue;F1603;10;9;1;2025;x;2025-10-01\n";

fn asked(folder: &std::path::Path, catalogue: &str, json: bool) -> Asked {
    let put = |name: &str, bytes: &[u8]| file_of(folder, name, bytes);
    let names = [
        "BMO_2025_territoire_fictif.xlsx",
        "dares_tensions_2023_fictif.csv",
        "certif_info_fictif.csv",
        "catalogue_formation_fictif.csv",
        "communes_bassins_fictif.csv",
        "demande_emploi_fictif.csv",
        "enquete_etablissements_fictif.csv",
        "enquete_metiers_fictif.csv",
        "population_etablissements_fictif.csv",
    ];
    let mut files: Vec<PathBuf> =
        names.iter().map(|name| put(name, sample::file(name).unwrap())).collect();
    files.push(put("autre.csv", OTHER.as_bytes()));
    Asked {
        catalogue: folder.join(catalogue),
        files,
        territory: vec![sample::TERRITORY.to_owned()],
        within: None,
        json,
    }
}

fn told(asked: &Asked, language: Language) -> Result<String, Failure> {
    let catalog = Catalog::new(language).unwrap();
    run(asked, &Kept::default(), &catalog, "2026-11-24".parse().unwrap())
}

#[test]
fn a_body_on_its_basin() {
    let folder = tempfile::tempdir().unwrap();
    let own = "catalogue_formation_fictif.csv";
    let found = told(&asked(folder.path(), own, false), Language::French);
    let found = found.map_err(|failure| failure.text).unwrap();
    let expected = include_str!("sample.txt");
    assert_eq!(found, expected, "\n{found}");
    let json = told(&asked(folder.path(), own, true), Language::French);
    let json: Value = serde_json::from_str(&json.map_err(|failure| failure.text).unwrap()).unwrap();
    // The catalogue is given twice, of its own and among the files: it counts once.
    let sheets = json["territories"].as_array().unwrap();
    assert_eq!(sheets.len(), 1);
    let occupations = sheets[0]["occupations"].as_array().unwrap();
    let plumbers = occupations.iter().find(|one| one["code"] == "fap2021:B2X33").unwrap();
    assert_eq!(
        (&plumbers["to_do"], &plumbers["own"], &plumbers["others"]),
        (&"join".into(), &0.into(), &1.into())
    );
    let other = told(&asked(folder.path(), "autre.csv", false), Language::English);
    let other = other.map_err(|failure| failure.text).unwrap();
    assert!(other.contains("to be extended: more places in your offer"), "{other}");
}

#[test]
fn a_file_without_offers_is_no_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = asked(folder.path(), "dares_tensions_2023_fictif.csv", false);
    let failure = told(&wrong, Language::French).unwrap_err();
    assert!(failure.text.contains("aucune offre de formation"), "{}", failure.text);
}
