//! Job offers of France Travail (answer of its public interface, JSON), as rows of our own table
//! of offers. Contacts and descriptions are not read, employers become marks: what is not there
//! cannot leak.

use crate::model::Naf;
use crate::readers::cells::{Buffer, Cells};
use crate::readers::own::{mark_of_name, mark_of_siret};
use crate::readers::sheet::Sheet;
use crate::readers::watch::{Flag, Watched};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::io::BufReader;

/// Bytes that are parsed in a moment.
const LONG: usize = 4 * 1024 * 1024;

type Record = serde_json::Map<String, serde_json::Value>;

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Offer {
    id: String,
    intitule: String,
    rome_code: String,
    qualification_code: String,
    lieu_travail: Place,
    secteur_activite: String,
    date_creation: String,
    entreprise: Employer,
    nombre_postes: serde_json::Value,
    type_contrat: String,
    type_contrat_libelle: String,
    alternance: bool,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Place {
    commune: String,
    #[serde(rename = "codePostal")]
    postal: String,
}

/// Read for its mark: see [`crate::readers::own`].
#[derive(Default, Deserialize)]
#[serde(default)]
struct Employer {
    nom: String,
    siret: String,
}

/// The columns of our own layout that an offer fills.
const HEADER: [&str; 15] = [
    "id_offre",
    "source",
    "intitule",
    "code_rome",
    "qualification",
    "code_commune",
    "code_naf",
    "date_creation",
    "nb_postes",
    "type_contrat",
    "duree_mois",
    "statut",
    "siret",
    "employeur",
    "code_postal",
];

/// A document; one that takes long to parse is given up once the flag is set.
///
/// # Errors
/// When it is not what is wanted, or the read was given up.
pub fn json<T: DeserializeOwned>(text: &str, cancelled: Flag<'_>) -> serde_json::Result<T> {
    // A reader sees byte after byte what a text shows at once: slower.
    if text.len() < LONG {
        return serde_json::from_str(text);
    }
    serde_json::from_reader(BufReader::new(Watched::new(text.as_bytes(), cancelled)))
}

/// One row per offer; row numbers are ranks in the list.
pub struct Offers {
    found: Vec<Record>,
}

impl Offers {
    /// The offers of an answer; its records given back when they are something else.
    pub fn new(found: Vec<Record>) -> Result<Self, Vec<Record>> {
        let known = |one: &Record| one.contains_key("romeCode") || one.contains_key("lieuTravail");
        if found.first().is_some_and(known) { Ok(Self { found }) } else { Err(found) }
    }
}

/// « Contrat à durée déterminée - 12 Mois » → `12`.
fn months(label: &str) -> String {
    let lower = label.to_lowercase();
    let before = lower.split("mois").next().filter(|before| before.len() < lower.len());
    let number = before.map(str::trim_end).and_then(|before| before.rsplit(' ').next());
    number
        .filter(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        .map(str::to_owned)
        .unwrap_or_default()
}

fn cells(offer: &Offer) -> [String; 15] {
    let contract = if offer.alternance { "alternance" } else { offer.type_contrat.as_str() };
    // A division of two digits names no activity of ours.
    let activity = Naf::new(&offer.secteur_activite).map(|naf| naf.to_string()).unwrap_or_default();
    [
        offer.id.clone(),
        "France Travail".to_owned(),
        offer.intitule.split_whitespace().collect::<Vec<_>>().join(" "),
        offer.rome_code.clone(),
        offer.qualification_code.clone(),
        offer.lieu_travail.commune.clone(),
        activity,
        offer.date_creation.chars().take(10).collect(),
        match &offer.nombre_postes {
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Number(number) => number.to_string(),
            _ => String::new(),
        },
        contract.to_owned(),
        months(&offer.type_contrat_libelle),
        "inconnue".to_owned(),
        mark_of_siret(&offer.entreprise.siret),
        mark_of_name(&offer.entreprise.nom),
        offer.lieu_travail.postal.clone(),
    ]
}

impl Sheet for Offers {
    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        if !visit(0, Buffer::of(&HEADER).cells()) {
            return Ok(());
        }
        for (row, value) in (1_u32..).zip(&self.found) {
            // What is not an offer becomes a row without identifier, refused at its rank.
            let offer: Offer = serde_json::from_value(serde_json::Value::Object(value.clone()))
                .unwrap_or_else(|_| Offer { intitule: "?".to_owned(), ..Offer::default() });
            if !visit(row, Buffer::of(&cells(&offer)).cells()) {
                return Ok(());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::watch::NEVER;

    const ANSWER: &str = r#"{"filtresPossibles": [], "resultats": [
        {"id": "1", "intitule": "aide-soignant (H/F)", "romeCode": "J1501",
         "lieuTravail": {"commune": "15014", "codePostal": "15000"}, "dateCreation": "2025-01-23T13:32:22+01:00",
         "nombrePostes": "2", "typeContrat": "CDD", "qualificationCode": "6",
         "typeContratLibelle": "Contrat à durée déterminée - 12 Mois",
         "contact": {"nom": "secret"}, "entreprise": {"nom": "secret"}},
        {"id": 3}, {"id": "4", "romeCode": "J1501"}]}"#;

    #[test]
    fn an_offer_is_a_row_of_our_own_table() {
        let mut rows = Vec::new();
        let records = crate::readers::document::records(ANSWER, NEVER).unwrap();
        let mut offers = Offers::new(records).unwrap_or_else(|_| panic!());
        offers
            .for_each_row(&mut |row, cells| {
                rows.push((row, cells.to_vec()));
                true
            })
            .unwrap();
        assert_eq!(rows.len(), 4);
        let expected = [
            "1",
            "France Travail",
            "aide-soignant (H/F)",
            "J1501",
            "6",
            "15014",
            "",
            "2025-01-23",
            "2",
            "CDD",
            "12",
            "inconnue",
            "",
            &mark_of_name("Secret"),
            "15000",
        ];
        assert_eq!(rows[1], (1, expected.map(str::to_owned).to_vec()));
        assert_eq!(rows[2].1[0], "", "what cannot be read has no identifier");
        assert!(!rows.iter().flat_map(|(_, cells)| cells).any(|cell| cell.contains("secret")));
    }

    #[test]
    fn months_of_a_contract() {
        assert_eq!(months("Contrat à durée déterminée - 12 Mois"), "12");
        assert_eq!(months("Mission intérimaire - 10 Jour(s)"), "");
        assert_eq!(months("Contrat à durée indéterminée"), "");
    }
}
