//! Job offers and job-seekers of the territory, in the app's own layouts.

use crate::geography::{PILOT, communes_of};
use crate::occupations::Occupation;
use crate::rng::{Rng, whole};
use crate::sheet::{Sheet, masked};

const OFFERS: &str = "id_offre;source;intitule;code_rome;code_fap;version_fap;qualification;\
code_commune;code_naf;date_creation;date_cloture;nb_postes;type_contrat;duree_mois;\
temps_complet;statut;experience_exigee_mois;salaire_min_mensuel_brut;salaire_max_mensuel_brut";

const SEEKERS: &str = "periode;type_zone;code_zone;code_rome;code_fap;version_fap;defm_a;\
defm_abc;entrees_a;entrees_abc;sorties_abc;source;date_source";

const OFFER_COUNT: u32 = 120;

/// Windows-1252, as a spreadsheet of an office would save it: œ, ’ and € are then single bytes.
pub fn offers(occupations: &[Occupation], rng: &mut Rng) -> Vec<u8> {
    let mut sheet = Sheet::new("", OFFERS, ';', "\r\n", true);
    // An occupation is drawn in proportion to its projects.
    let total: u32 = occupations.iter().map(|o| o.size).sum();
    for number in 1..=OFFER_COUNT {
        let mut left = rng.int(0, total.saturating_sub(1));
        let mut drawn = None;
        for occupation in occupations {
            drawn = Some(occupation);
            if left < occupation.size {
                break;
            }
            left -= occupation.size;
        }
        if let Some(occupation) = drawn {
            let row = offer(number, occupation, rng);
            sheet.row(&row);
            if number == 40 {
                // The same offer twice.
                sheet.row(&row);
            }
        }
    }
    let text = sheet.text();
    encoding_rs::WINDOWS_1252.encode(&text).0.into_owned()
}

fn offer(number: u32, occupation: &Occupation, rng: &mut Rng) -> Vec<String> {
    let basin = if rng.chance(0.85) { PILOT } else { "9602" };
    let commune = if rng.chance(0.4) {
        communes_of(basin).first().copied().unwrap_or_default()
    } else {
        rng.pick(&communes_of(basin))
    };
    let contract = rng.pick(&["CDI", "CDI", "CDI", "CDD", "CDD", "intérim", "saisonnier"]);
    let months = if contract == "CDI" { String::new() } else { format!("{},5", rng.int(2, 9)) };
    let created = (rng.int(1, 28), rng.int(1, 12));
    let status = rng.pick(&[
        "pourvue",
        "pourvue",
        "pourvue",
        "pourvue",
        "pourvue",
        "pourvue",
        "ouverte",
        "annulée",
        "abandonnée",
        "inconnue",
    ]);
    let pay = 1_802 + rng.int(0, 60) * 10;
    let source = rng.pick(&["France Travail (fictif)", "intérim (fictif)", "presse (fictif)"]);
    let full_time = if rng.chance(0.8) { "oui" } else { "non" };
    vec![
        format!("OF{number:04}"),
        source.to_owned(),
        match number {
            12 => "Chargé d’accueil – cœur de ville, prime 100 €".to_owned(),
            _ => format!("{} (offre fictive)", occupation.label),
        },
        // One card does not exist in any edition of ROME.
        if number == 77 { "Z9999".to_owned() } else { occupation.rome.to_owned() },
        String::new(),
        String::new(),
        rng.pick(&["", "1", "3", "6", "6"]).to_owned(),
        if number == 25 { String::new() } else { commune.to_owned() },
        String::new(),
        format!("{:02}/{:02}/2025", created.0, created.1),
        String::new(),
        rng.pick(&["1", "1", "1", "1", "2", "3"]).to_owned(),
        contract.to_owned(),
        months,
        full_time.to_owned(),
        status.to_owned(),
        rng.pick(&["", "", "6", "12", "24"]).to_owned(),
        format!("{pay},50"),
        String::new(),
    ]
}

/// Four quarters for the basin, the last one also for the département.
pub fn seekers(occupations: &[Occupation], rng: &mut Rng) -> Vec<u8> {
    let mut sheet = Sheet::own(SEEKERS);
    let zones = [
        ("2025-T1", "bmo", PILOT, 1.0),
        ("2025-T2", "bmo", PILOT, 0.95),
        ("2025-T3", "bmo", PILOT, 0.97),
        ("2025-T4", "bmo", PILOT, 1.05),
        ("2025-T4", "departement", "96", 2.1),
    ];
    for occupation in occupations {
        // Scarce labour: few job-seekers for the size of the occupation.
        let plenty = 6.0 - f64::from(occupation.causes.shortage);
        let base = f64::from(occupation.size) * plenty * 0.55;
        for (period, kind, code, scale) in zones {
            let stock_a = base * scale * rng.real(0.9, 1.1);
            let stock = stock_a * rng.real(1.5, 1.9);
            let entries_a = stock_a * rng.real(0.25, 0.4);
            let entries = entries_a * rng.real(1.3, 1.6);
            let exits = entries * rng.real(0.8, 1.2);
            let mut row =
                [period, kind, code, "", occupation.fap, "2021"].map(str::to_owned).to_vec();
            row.extend([stock_a, stock, entries_a, entries, exits].map(|v| masked(whole(v))));
            row.extend(["Extraction fictive", "2026-01-20"].map(str::to_owned));
            sheet.row(&row);
        }
    }
    sheet.bytes()
}
