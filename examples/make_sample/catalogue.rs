//! The training catalogue of the territory, in the app's own layout.

use crate::certifications::register_of;
use crate::rng::{Rng, part};
use crate::sheet::Sheet;

const HEADER: &str = "id_formation;intitule;organisme;siret_organisme;code_commune;voie;\
code_rncp;code_rs;code_certifinfo;code_nsf;codes_formacode;codes_rome;niveau;duree_heures;\
duree_mois;capacite_annuelle;inscrits_derniere_annee;entrees_annuelles;abandons_annuels;\
annee_effectifs;taux_poursuite;taux_emploi_6m;denominateur_taux;part_restant_bassin;\
cout_heure_eur;cout_total_eur;financeurs;date_debut;date_fin;source;date_source";

/// Title, commune (empty: at a distance), route, trade of the certification, ROME cards, hours,
/// places. No ROME: to be derived from the certification.
type Course = (&'static str, &'static str, &'static str, &'static str, &'static str, u32, u32);

#[rustfmt::skip]
const COURSES: [Course; 26] = [
    ("Technicien de maintenance automobile", "96001", "continue", "mécanique automobile", "", 700, 10),
    ("Maintenance automobile en alternance", "96015", "apprentissage", "mécanique automobile", "I1604", 1350, 12),
    ("Mécanicien de véhicules lourds", "99001", "continue", "maintenance des véhicules lourds", "", 840, 8),
    ("Aide-soignant, parcours complet", "96001", "continue", "aide-soignant", "J1501", 1540, 24),
    ("Aide-soignant, passerelle", "96023", "continue", "aide-soignant", "", 770, 12),
    ("Soins infirmiers", "99001", "scolaire", "soins infirmiers", "J1506|J1502", 4200, 40),
    ("Assistant de vie aux familles", "96010", "continue", "accompagnement à domicile", "", 560, 14),
    ("Accompagnement éducatif et social", "96015", "apprentissage", "accompagnement éducatif et social", "", 1400, 15),
    ("Conducteur routier de marchandises", "96001", "continue", "conduite routière de marchandises", "", 400, 20),
    ("Conducteur de voyageurs", "99005", "continue", "conduite de voyageurs", "N4103", 420, 12),
    ("Commis de cuisine", "96001", "apprentissage", "cuisine", "G1602", 1200, 16),
    ("Employé polyvalent de restauration", "96009", "continue", "polyvalence en restauration", "", 300, 12),
    ("Service en salle", "96015", "scolaire", "service en salle", "", 1700, 18),
    ("Boulangerie artisanale", "96001", "apprentissage", "boulangerie", "D1102", 1200, 10),
    ("Plombier chauffagiste", "96015", "continue", "plomberie et chauffage", "", 910, 10),
    ("Électricien du bâtiment", "96001", "mixte", "électricité du bâtiment", "F1602", 800, 12),
    ("Couvreur", "99001", "apprentissage", "couverture", "", 1300, 8),
    ("Soudeur", "99001", "continue", "soudage", "H2913", 560, 10),
    ("Maintenance industrielle", "99002", "mixte", "maintenance industrielle", "", 980, 14),
    ("Gestionnaire comptable et paie", "96001", "continue", "comptabilité et paie", "", 640, 12),
    ("Comptabilité, cours en ligne", "", "continue", "comptabilité et paie", "M1202|M1203", 420, 0),
    ("Vente de solutions techniques, en ligne", "", "continue", "vente de solutions techniques", "", 350, 0),
    ("Animateur socioculturel", "96012", "continue", "animation socioculturelle", "G1203", 600, 14),
    ("Développeur informatique, en ligne", "", "continue", "développement informatique", "", 750, 0),
    ("Responsable d'élevage", "98002", "scolaire", "élevage", "A1407|A1416", 1800, 20),
    ("Préparateur en pharmacie", "20901", "apprentissage", "préparation en pharmacie", "", 1600, 15),
];

const PROVIDERS: [&str; 5] = [
    "Centre de formation de Valmont (fictif)",
    "Institut des Métiers de l'Orve (fictif)",
    "Campus rural des Combes (fictif)",
    "Atelier-école de Bellerive (fictif)",
    "Coopérative Horizon (fictif)",
];

pub fn file(rng: &mut Rng) -> Vec<u8> {
    let mut sheet = Sheet::own(HEADER);
    for (index, course) in COURSES.iter().enumerate() {
        let (title, commune, route, trade, romes, hours, places) = *course;
        let initial = matches!(route, "scolaire" | "apprentissage");
        let filled = part(places, rng.real(0.6, 1.0));
        let known = |value: u32, shown: bool| {
            if shown && places > 0 { value.to_string() } else { String::new() }
        };
        let mut row = vec![
            format!("F{:03}", index + 1),
            format!("{title} (fictif)"),
            if commune.is_empty() {
                "Organisme à distance (fictif)"
            } else {
                rng.pick(&PROVIDERS)
            }
            .to_owned(),
            String::new(),
            commune.to_owned(),
            route.to_owned(),
            // With or without prefix: both are met.
            register_of(trade).map_or_else(String::new, |number| {
                if index % 2 == 0 { format!("RNCP{number}") } else { number }
            }),
        ];
        row.extend(["", "", "", "", romes].map(str::to_owned));
        row.push(String::new());
        row.push(hours.to_string());
        row.push(String::new());
        row.extend([
            known(places, true),
            known(filled, initial),
            known(filled, !initial),
            known(part(filled, rng.real(0.0, 0.25)), !initial),
            "2025".to_owned(),
        ]);
        let rates = initial && places > 0;
        let rate = |value: f64| {
            if rates { format!("{value:.2}").replace('.', ",") } else { String::new() }
        };
        row.extend([
            rate(rng.real(0.2, 0.5)),
            // A rate may also be written as a percentage.
            if rates { format!("{} %", rng.int(48, 78)) } else { String::new() },
            known(rng.int(14, 60), rates),
            if index % 5 == 0 { "0,65".to_owned() } else { String::new() },
        ]);
        let cents = rng.int(780, 1490);
        row.push(format!("{},{:02}", cents / 100, cents % 100));
        row.push((cents * hours / 100).to_string());
        row.push(rng.pick(&["Région|France Travail", "OPCO", "CPF|OPCO", "Région"]).to_owned());
        let month = rng.int(1, 9);
        row.extend([
            format!("{:02}/0{month}/2026", rng.int(1, 28)),
            String::new(),
            "Recensement fictif".to_owned(),
            "15/10/2025".to_owned(),
        ]);
        sheet.row(&row);
    }
    sheet.bytes()
}
