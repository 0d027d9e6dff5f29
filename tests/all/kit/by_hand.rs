//! The kit as written by `bassin survey kit`, filled by hand in `LibreOffice` 7.4: five establishments,
//! one of them saved as ods, and four others with one deliberate error each. Each cell was gone to and
//! typed in; the errors, which the checks of the sheet would not let in, were pasted.

use crate::kit::filling::collected;
use bassin::readers::kit::Fault;

const FILES: [(&str, &[u8]); 9] = [
    ("01", include_bytes!("../../data/libreoffice_kit/01_boulangerie.xlsx")),
    ("02", include_bytes!("../../data/libreoffice_kit/02_garage.xlsx")),
    ("03", include_bytes!("../../data/libreoffice_kit/03_ehpad.ods")),
    ("04", include_bytes!("../../data/libreoffice_kit/04_restaurant.xlsx")),
    ("05", include_bytes!("../../data/libreoffice_kit/05_macon.xlsx")),
    ("06", include_bytes!("../../data/libreoffice_kit/06_effectif_en_lettres.xlsx")),
    ("07", include_bytes!("../../data/libreoffice_kit/07_commune_inconnue.xlsx")),
    ("08", include_bytes!("../../data/libreoffice_kit/08_parties_trop_grandes.xlsx")),
    ("09", include_bytes!("../../data/libreoffice_kit/09_oui_non.ods")),
];

#[test]
fn five_kits_filled_by_hand_and_four_with_an_error_each() {
    let files = FILES.map(|(name, bytes)| (name, bytes.to_vec()));
    let found = collected(&files);
    let told: Vec<_> = found
        .rejects
        .iter()
        .map(|r| (r.file.as_str(), r.sheet.as_str(), r.cell.as_str(), r.found.as_str(), &r.what))
        .collect();
    let more = Fault::MoreThan { total: "projets_12m".to_owned(), sum: 7, most: 3 };
    let expect = [
        ("06", "Établissement", "C21", "env. 15", &Fault::NotANumber),
        ("07", "Établissement", "C12", "15999", &Fault::NotInList),
        ("08", "Métiers", "AC8", "7", &more),
        ("09", "Établissement", "C28", "cela dépend", &Fault::NotYesOrNo),
    ];
    assert_eq!(told, expect);
    assert_eq!((found.n_answers, found.occupations.rows.len()), (9, 15));
    assert_eq!(found.uncounted, ["07"], "its commune is not known");
    let row = |file: &str| (0..9).find(|row| found.contacts.get(*row, "fichier") == file).unwrap();
    let cell = |file: &str, column: &str| found.establishments.get(row(file), column);
    // As typed: 12/03/2026, 3/4/26, 2026-03-20, 15 mars 2026, 16/03/2026.
    let dates = ["01", "02", "03", "04", "05"].map(|file| cell(file, "date_reponse"));
    assert_eq!(dates, ["2026-03-12", "2026-04-03", "2026-03-20", "2026-03-15", "2026-03-16"]);
    let totals = ["01", "02", "03", "04", "05"].map(|file| cell(file, "effectif_total"));
    assert_eq!(totals, ["12", "8", "64", "6", "15"]);
    assert_eq!(cell("05", "id_etablissement"), "C-042");
    assert_eq!(cell("05", "freins_formation"), "temps");
    assert_eq!(cell("05", "commentaire"), "=on cherche des apprentis");
    // Typed with its spaces.
    assert_eq!(found.contacts.get(row("02"), "siret"), "35600000000048");
    let labels: Vec<&str> =
        (0..15).map(|row| found.occupations.get(row, "libelle_metier")).collect();
    for label in ["mécanicien PL", "aide soig. de nuit", "chef de rang H/F", "conducteur d’engins"]
    {
        assert!(labels.contains(&label), "{labels:?}");
    }
    assert_eq!(found.wishes.get(0, "competence_visee"), "Pâtes levées");
}
