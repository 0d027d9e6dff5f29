//! The survey of 21 respondents, one of whom holds half of the headcount, and of those who follow.

use crate::leaks::outputs::identity;
use bassin::sample;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// Code and ROME.
pub const OCCUPATIONS: [(&str, &str); 5] = [
    ("G0B41", "I1604"),
    ("G1X72", "I1304"),
    ("S1X20", "G1603"),
    ("T2A60", "K1302"),
    ("J3X43", "N4101"),
];
const OTHERS: [u32; 20] =
    [12, 18, 31, 55, 9, 8, 22, 40, 62, 14, 11, 19, 35, 71, 16, 7, 25, 28, 90, 67];
/// The employees of the large one, in all and in its two occupations.
pub const BIG: (u32, [u32; 2]) = (669, [461, 208]);
const ACTIVITIES: [&str; 3] = ["1051C", "5610A", "8810A"];

/// The tables of the survey, with the respondents of these numbers; the large one is 0.
fn survey(respondents: &[usize]) -> [(&'static str, String); 2] {
    let own = |name: &str| {
        let bytes = sample::file(name).unwrap();
        let text = std::str::from_utf8(bytes).unwrap().trim_start_matches('\u{feff}');
        text.lines().next().unwrap().split(';').map(str::to_owned).collect::<Vec<_>>()
    };
    let line = |header: &[String], values: &BTreeMap<&str, String>| {
        for name in values.keys() {
            assert!(header.iter().any(|column| column == name), "{name}");
        }
        let cells = header.iter().map(|column| values.get(column.as_str()).cloned());
        cells.map(Option::unwrap_or_default).collect::<Vec<_>>().join(";")
    };
    let (of_units, of_jobs) =
        (own("enquete_etablissements_fictif.csv"), own("enquete_metiers_fictif.csv"));
    let (mut units, mut jobs) = (of_units.join(";"), of_jobs.join(";"));
    for &number in respondents {
        let (siret, name) = identity(number);
        let id = format!("ID-{number:04}-X");
        let headcount = number.checked_sub(1).map_or(BIG.0, |place| OTHERS[place % 20]);
        let yes_no = |yes: bool| if yes { "oui" } else { "non" }.to_owned();
        let values = BTreeMap::from([
            ("id_etablissement", id.clone()),
            ("siret", siret),
            ("raison_sociale", name),
            ("code_commune", "96010".to_owned()),
            ("code_naf", ACTIVITIES[number % 3].to_owned()),
            ("date_reponse", "10/11/2025".to_owned()),
            ("statut_reponse", "répondant".to_owned()),
            ("effectif_total", headcount.to_string()),
            ("accueil_pmsmp", yes_no(number % 3 != 0)),
            ("tuteur_disponible", yes_no(number % 4 == 0)),
            ("afest_possible", yes_no(number == 0)),
            ("freins_formation", ["coût", "temps|coût", "offre absente"][number % 3].to_owned()),
            ("accord_citation", "non".to_owned()),
            ("commentaire", format!("Mot à mot {number:04}")),
        ]);
        let _ = write!(units, "\n{}", line(&of_units, &values));
        let chosen: BTreeSet<usize> = if number == 0 {
            BTreeSet::from([0, 1])
        } else {
            BTreeSet::from([number % 5, (2 * number + 1) % 5])
        };
        for (place, occupation) in chosen.iter().enumerate() {
            let employees = match (number, chosen.len()) {
                (0, _) => BIG.1[place],
                (_, 1) => headcount,
                _ => [headcount - headcount / 3, headcount / 3][place],
            };
            let (fap, rome) = OCCUPATIONS[*occupation];
            let some = |divisor: u32| (employees / divisor).to_string();
            let offers = employees / 4 + 2;
            let values = BTreeMap::from([
                ("id_etablissement", id.clone()),
                ("libelle_metier", format!("Intitulé maison {number:04}")),
                ("code_rome", rome.to_owned()),
                ("code_fap", fap.to_owned()),
                ("version_fap", "2021".to_owned()),
                ("effectif_metier", employees.to_string()),
                ("age_50_54", some(8)),
                ("age_55_59", some(9)),
                ("age_60_plus", some(11)),
                ("departs_retraite_12m", some(12)),
                ("departs_retraite_36m", some(5)),
                ("autres_departs_36m", some(7)),
                ("offres_12m", offers.to_string()),
                ("candidatures_12m", (2 * offers + 5).to_string()),
                ("delai_pourvoi_jours", (20 + 7 * (number % 9)).to_string()),
                ("candidats_qualifies_12m", (offers + 3).to_string()),
                ("candidats_convenables_12m", (offers / 2 + 1).to_string()),
                ("postes_pourvus_12m", (offers / 2 + 1).to_string()),
                ("presents_a_12_mois", (offers / 3).to_string()),
                ("projets_12m", (employees / 6 + 1).to_string()),
                ("projets_creation", some(13)),
                ("projets_difficiles", some(9)),
                ("causes_difficulte", ["salaire", "compétences|salaire"][number % 2].to_owned()),
                ("besoin_formation", yes_no(number % 2 == 0)),
            ]);
            let _ = write!(jobs, "\n{}", line(&of_jobs, &values));
        }
    }
    [("enquete_etablissements_2025.csv", units), ("enquete_metiers_2025.csv", jobs)]
}

/// The published files of the sample, with a survey of our own.
pub fn files(respondents: &[usize]) -> Vec<(String, Vec<u8>)> {
    let public = sample::FILES.iter().filter(|(name, _)| !name.starts_with("enquete_"));
    let public = public.map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
    let own = survey(respondents).map(|(name, text)| (name.to_owned(), text.into_bytes()));
    public.chain(own).collect()
}
