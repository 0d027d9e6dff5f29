//! Programmes that worked, or not, in the app's own layout.

use crate::sheet::Sheet;

const HEADER: &str = "id_experience;intitule;contexte;code_rome;code_fap;version_fap;niveau;\
public;duree_heures;modalite;taille_groupe;code_commune;annee;cout_place_eur;cout_total_eur;\
entres;termines;en_emploi_6m;presents_12m;source;date_source";

/// One that worked on the territory, one of employees whose last step nobody counted, one from
/// elsewhere that did not work.
const EXPERIENCES: [[&str; 21]; 3] = [
    [
        "X01",
        "Plombier chauffagiste, parcours avec promesse d'embauche (fictif)",
        "Sept entreprises du bâtiment engagées avant l'ouverture",
        "F1603",
        "",
        "",
        "3",
        "demandeurs d'emploi",
        "640",
        "présentiel",
        "11",
        "96015",
        "2024",
        "6800",
        "",
        "11",
        "10",
        "8",
        "7",
        "Bilan fictif",
        "15/01/2026",
    ],
    [
        "X02",
        "Soudeurs, montée en compétence (fictif)",
        "Une usine et ses sous-traitants",
        "H2913",
        "",
        "",
        "3",
        "salariés",
        "210",
        "mixte",
        "6",
        "99001",
        "2022",
        "",
        "21000",
        "6",
        "5",
        "5",
        "",
        "Bilan fictif",
        "10/06/2023",
    ],
    [
        "X03",
        "Technicien fibre optique (fictif)",
        "Déploiement achevé avant la fin du parcours",
        "F1605",
        "",
        "",
        "4",
        "jeunes",
        "420",
        "présentiel",
        "14",
        "",
        "2021",
        "5200",
        "",
        "14",
        "7",
        "4",
        "2",
        "Bilan fictif",
        "02/02/2023",
    ],
];

pub fn file() -> Vec<u8> {
    let mut sheet = Sheet::own(HEADER);
    for row in &EXPERIENCES {
        sheet.row(row);
    }
    sheet.bytes()
}
