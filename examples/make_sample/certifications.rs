//! Fictional diplomas in the layout of Certif Info: 37 columns, quotes are ordinary characters.

use crate::rng::Rng;
use crate::sheet::Sheet;

const HEADER: &str = "Code_Diplome;Libelle_Diplome;Libelle_Type_Diplome;Code_Niveau_Europeen;\
Date_MaJ;Code_FormaCode;Libelle_FormaCode;Code_Rome_1;Code_Rome_2;Code_Rome_3;Code_Rome_4;\
Code_Rome_5;Code_Nsf;Code_RNCP;Code_RS;Code_Scolarité;valideur;certificateur;\
Annee_Premiere_Session;Annee_Derniere_Session;Code_Ancien_Diplome;Intitulé_Ancien_Diplome;\
Code_Ancien_RNCP;Code_Ancien_Scolarité;`Options`;Etat;Etat_Libelle;Etat_Ancien_Diplome;\
Etat_Ancien_Diplome_Libelle;accessibilite_fi;accessibilite_ca;accessibilite_fc;\
accessibilite_cp;accessibilite_vae;accessibilite_ind;code_type_diplome;codeIdeo2";

/// Trade, Formacode with its label, NSF, ROME cards.
type Trade = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str]);

#[rustfmt::skip]
const TRADES: [Trade; 30] = [
    ("mécanique automobile", "23637", "Mécanique automobile", "252", &["I1604"]),
    ("maintenance des véhicules lourds", "23637", "Mécanique automobile", "252", &["I1603", "I1604"]),
    ("carrosserie", "23617", "Carrosserie", "254", &["I1606"]),
    ("aide-soignant", "43436", "Aide-soignant", "331", &["J1501"]),
    ("soins infirmiers", "43448", "Infirmier", "331", &["J1506", "J1502"]),
    ("accompagnement à domicile", "44028", "Auxiliaire vie sociale", "330", &["K1302", "K1304"]),
    ("accompagnement éducatif et social", "44022", "Aide médico-sociale", "332", &["K1301"]),
    ("conduite routière de marchandises", "31827", "Transport marchandise", "311", &["N4101", "N4105"]),
    ("conduite de voyageurs", "31805", "Transport en commun routier", "311", &["N4103"]),
    ("cuisine", "42752", "Cuisine", "221", &["G1602"]),
    ("polyvalence en restauration", "42746", "Restauration", "334", &["G1603", "G1803"]),
    ("service en salle", "42757", "Service salle", "334", &["G1803"]),
    ("boulangerie", "21538", "Boulangerie", "221", &["D1102", "D1104"]),
    ("boucherie", "21599", "Boucherie", "221", &["D1101"]),
    ("plomberie et chauffage", "22685", "Installation thermique sanitaire", "227", &["F1603", "I1308"]),
    ("électricité du bâtiment", "24066", "Installation électrique", "255", &["F1602"]),
    ("couverture", "22437", "Couverture", "232", &["F1610"]),
    ("charpente en bois", "22404", "Menuiserie agencement", "234", &["F1503", "F1501"]),
    ("maçonnerie", "22303", "Maçonnerie pierre", "232", &["F1703"]),
    ("menuiserie de pose", "22478", "Métallerie serrurerie", "254", &["F1607"]),
    ("soudage", "23026", "Soudage", "254", &["H2913"]),
    ("chaudronnerie", "23083", "Chaudronnerie", "254", &["H2902"]),
    ("usinage à commande numérique", "24404", "Commande numérique fraisage", "251", &["H2903"]),
    ("maintenance industrielle", "31624", "Maintenance industrielle", "250", &["I1304", "I1310"]),
    ("comptabilité et paie", "32663", "Comptabilité", "314", &["M1202", "M1203"]),
    ("vente de solutions techniques", "34566", "Vente distribution", "312", &["D1407", "D1402"]),
    ("animation socioculturelle", "44067", "Animation socioculturelle", "335", &["G1203", "G1202"]),
    ("développement informatique", "31088", "Programmation", "326", &["M1805"]),
    ("élevage", "21040", "Polyculture", "212", &["A1407", "A1416"]),
    ("préparation en pharmacie", "43006", "Préparation pharmacie", "331", &["J1307"]),
];

/// Type, European level, code of the type.
const TYPES: [(&str, &str, &str); 4] = [
    ("Titre professionnel", "3", "901"),
    ("Certificat professionnel", "3", "902"),
    ("Brevet de technicien", "4", "903"),
    ("Brevet supérieur", "5", "904"),
];

/// Register number of the `variant`-th diploma of a trade, by the trade's place in the table.
fn register(trade: usize, variant: usize) -> String {
    (90_001 + 2 * trade + variant).to_string()
}

/// Register number of the first diploma of a trade; the catalogue points to it.
pub fn register_of(trade: &str) -> Option<String> {
    TRADES.iter().position(|t| t.0 == trade).map(|index| register(index, 0))
}

pub fn file(rng: &mut Rng) -> Vec<u8> {
    let mut sheet = Sheet::new("", HEADER, ';', "\n", false);
    for (index, trade) in TRADES.iter().enumerate() {
        for variant in 0..2 {
            let row = diploma(index, variant, trade, rng);
            sheet.row(&row);
            // The same diploma twice, as published when it has two Onisep codes.
            if index == 9 && variant == 0 {
                let mut twin = row;
                if let Some(cell) = twin.last_mut() {
                    "FOR.F010".clone_into(cell);
                }
                sheet.row(&twin);
            }
        }
    }
    sheet.bytes()
}

fn diploma(index: usize, variant: usize, trade: &Trade, rng: &mut Rng) -> Vec<String> {
    let (name, formacode, formacode_label, nsf, romes) = trade;
    let kind = TYPES.get((index + 2 * variant) % TYPES.len());
    let (type_label, level, type_code) = kind.copied().unwrap_or_default();
    // An odd number of quotes: they are not delimiters in this file.
    let quote = if index == 11 && variant == 1 { " mention \"bar" } else { "" };
    let mut cards: Vec<String> = romes.iter().map(|rome| (*rome).to_owned()).collect();
    if index == 28 && variant == 1 {
        // A domaine and not a card: to be expanded with the lowest priority.
        cards = vec!["A1400".to_owned()];
    }
    cards.resize(5, String::new());
    // The second one of three trades has had its last session.
    let ended = variant == 1 && index % 10 == 2;
    let continuing = if variant == 1 && index % 7 == 3 { "2" } else { "1" };
    let mut row = vec![
        (900_001 + 2 * index + variant).to_string(),
        format!("{type_label} {name}{quote} (fictif)"),
        type_label.to_owned(),
        level.to_owned(),
        format!("{:02}/0{}/2025", rng.int(1, 28), rng.int(1, 9)),
        (*formacode).to_owned(),
        (*formacode_label).to_owned(),
    ];
    row.extend(cards);
    row.extend([(*nsf).to_owned(), register(index, variant)]);
    let first = rng.int(2016, 2022).to_string();
    let last = if ended { "2023" } else { "" };
    row.extend(
        ["", "", "Ministère fictif", "Certificateur fictif", &first, last, "", "", "", "", "  "]
            .map(str::to_owned),
    );
    row.extend(
        ["0", "Publié", "", "inconnu", "1", "1", continuing, "1", "1", "2"].map(str::to_owned),
    );
    row.extend([type_code.to_owned(), String::new()]);
    row
}
