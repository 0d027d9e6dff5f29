//! A survey of employers of the pilot basin: establishments, their occupations, the margins.

use crate::geography::{PILOT, communes_of};
use crate::occupations::Occupation;
use crate::rng::{Rng, part};
use crate::sheet::{Sheet, opt};

const ESTABLISHMENTS: &str = "id_etablissement;siret;raison_sociale;code_commune;code_bassin;\
code_naf;strate;date_reponse;statut_reponse;mode_reponse;effectif_total;effectif_cdi;\
effectif_cdd;effectif_interim;effectif_saisonnier;tranche_effectif;poids_initial;embauches_12m;\
departs_12m;accueil_pmsmp;tuteur_disponible;afest_possible;freins_formation;accord_citation;\
commentaire";

const OCCUPATIONS: &str = "id_etablissement;libelle_metier;code_rome;code_fap;version_fap;\
qualification;effectif_metier;age_moins_30;age_30_49;age_50_54;age_55_59;age_60_plus;\
departs_retraite_12m;departs_retraite_36m;autres_departs_12m;autres_departs_36m;offres_12m;\
candidatures_12m;candidats_qualifies_12m;candidats_convenables_12m;postes_pourvus_12m;\
postes_abandonnes_12m;delai_pourvoi_jours;presents_a_12_mois;departs_avant_12_mois;projets_12m;\
projets_creation;projets_remplacement;projets_saisonniers;projets_cdi;projets_temps_complet;\
projets_difficiles;causes_difficulte;besoin_formation;public_formation;competence_visee;\
duree_souhaitee_h;modalite;periode;promesse_embauche";

const REGISTER: &str =
    "strate;section_naf;tranche_effectif;nb_etablissements;effectif_total;source;date_source";

/// Section, NAF, number of small and of large establishments in the basin, FAP of the posts.
type Sector = (char, &'static str, u32, u32, [&'static str; 4]);

#[rustfmt::skip]
const SECTORS: [Sector; 6] = [
    ('C', "1051C", 42, 14, ["G1X72", "E3X20", "D1X33", "E3X40"]),
    ('F', "4322B", 118, 9, ["B2X33", "B1X31", "B2X32", "B1X34"]),
    ('G', "4520A", 164, 12, ["G0B41", "R1X60", "S0X42", "R4X91"]),
    ('H', "4941A", 31, 8, ["J3X43", "J3X41", "G0B41", "J0X33"]),
    ('I', "5610A", 97, 6, ["S1X20", "S1X40", "S2X61", "S2X60"]),
    ('Q', "8810A", 58, 19, ["T2A60", "V0X60", "V1X80", "V4X84"]),
];

/// Size classes: label, bounds, whether it is a large one.
const SIZES: [(&str, u32, u32, bool); 5] = [
    ("1-9", 2, 9, false),
    ("10-19", 10, 19, false),
    ("20-49", 20, 49, true),
    ("50-99", 50, 99, true),
    ("100-249", 100, 180, true),
];

fn stratum(section: char, large: bool) -> String {
    format!("{section} {}", if large { "20 et plus" } else { "moins de 20" })
}

/// Establishments, occupations.
pub fn files(occupations: &[Occupation], rng: &mut Rng) -> (Vec<u8>, Vec<u8>) {
    let mut establishments = Sheet::own(ESTABLISHMENTS);
    let mut posts = Sheet::own(OCCUPATIONS);
    let mut number = 0;
    for sector in SECTORS {
        // Ten asked per sector: six small, four large.
        for place in 0..10_u32 {
            number += 1;
            let id = format!("E{number:03}");
            let large = place >= 6;
            let size = match (place, large) {
                (0..=3, _) => SIZES.first(),
                (_, false) => SIZES.get(1),
                (6..=7, _) => SIZES.get(2),
                (8, _) => SIZES.get(3),
                _ => SIZES.get(4),
            };
            let Some((class, low, high, _)) = size.copied() else { continue };
            let headcount = rng.int(low, high);
            let status = match number % 20 {
                3 | 11 => "non joint",
                7 | 16 => "refus",
                19 => "hors champ",
                _ => "répondant",
            };
            let row = establishment(&id, &sector, class, headcount, status, large, rng);
            establishments.row(&row);
            if status == "répondant" {
                let count = if large { 3 } else { 2 };
                // The second trade of the sector is not asked everywhere.
                for index in (0..4_u32).filter(|i| *i == 0 || (i + number) % 4 < count) {
                    let code = usize::try_from(index).ok().and_then(|i| sector.4.get(i));
                    let found = occupations.iter().find(|o| code == Some(&o.fap));
                    if let Some(occupation) = found {
                        posts.row(&post(&id, occupation, headcount / (count + 1), rng));
                    }
                }
            }
        }
    }
    flaws(&mut posts);
    (establishments.bytes(), posts.bytes())
}

fn establishment(
    id: &str,
    sector: &Sector,
    class: &str,
    headcount: u32,
    status: &str,
    large: bool,
    rng: &mut Rng,
) -> Vec<String> {
    let commune = rng.pick(&communes_of(PILOT));
    let mode = rng.pick(&["face à face", "téléphone", "web", "papier"]);
    let yes_no = |probability: f64, rng: &mut Rng| {
        if rng.chance(probability) { "oui".to_owned() } else { "non".to_owned() }
    };
    let mut row = vec![
        id.to_owned(),
        String::new(),
        format!("Établissement {id} (fictif)"),
        commune.to_owned(),
        String::new(),
        sector.1.to_owned(),
        stratum(sector.0, large),
        format!("{:02}/{:02}/2025", rng.int(1, 28), rng.int(9, 11)),
        status.to_owned(),
        mode.to_owned(),
        headcount.to_string(),
    ];
    if status != "répondant" {
        row.resize(15, String::new());
        row.push(class.to_owned());
        row.resize(25, String::new());
        return row;
    }
    let (fixed, seasonal, agency) =
        (part(headcount, rng.real(0.06, 0.18)), part(headcount, 0.08), part(headcount, 0.03));
    let permanent = headcount.saturating_sub(fixed + seasonal + agency);
    row.extend([permanent, fixed, agency, seasonal].map(|v| v.to_string()));
    row.extend([class.to_owned(), String::new()]);
    row.push(part(headcount, rng.real(0.08, 0.3)).to_string());
    row.push(part(headcount, rng.real(0.05, 0.25)).to_string());
    row.extend([yes_no(0.6, rng), yes_no(0.5, rng), yes_no(0.35, rng)]);
    let brakes =
        ["coût|temps", "éloignement", "remplacement du salarié|temps", "offre absente", ""];
    row.push(rng.pick(&brakes).to_owned());
    let quoted = rng.chance(0.3);
    row.push(if quoted { "oui" } else { "non" }.to_owned());
    row.push(
        if quoted { "Témoignage fictif : « nous formons, puis ils partent »." } else { "" }
            .to_owned(),
    );
    row
}

/// Every number of a line respects the checks of the layout: parts never exceed the whole.
fn post(id: &str, occupation: &Occupation, headcount: u32, rng: &mut Rng) -> Vec<String> {
    let staff = headcount.max(1);
    let ages = [0.18, 0.44, 0.14, 0.12, 0.08].map(|share| part(staff, share * rng.real(0.6, 1.0)));
    let [.., near, past] = ages;
    let offers = part(staff, rng.real(0.05, 0.35)).max(1);
    let rare = f64::from(6 - occupation.causes.shortage.min(5));
    let applicants = offers * rng.int(1, 4) + part(offers, rare);
    let skilled = part(applicants, 1.0 - f64::from(occupation.causes.training) * 0.16);
    let suitable = part(skilled, rng.real(0.5, 1.0));
    let filled = offers.min(suitable);
    let dropped = part(offers - filled, rng.real(0.2, 0.8));
    let leak = f64::from(occupation.causes.conditions) * 0.09;
    let stayed = part(filled, 1.0 - leak);
    // A small employer plans one hire more often than none.
    let projects = part(staff, rng.real(0.04, 0.4)).max(u32::from(rng.chance(0.65)));
    let created = part(projects, rng.real(0.1, 0.5));
    let difficult = part(projects, (occupation.difficulty + rng.normal() * 0.12).clamp(0.0, 1.0));
    let seasonal = part(projects, occupation.seasonal);
    let permanent = part(projects - seasonal, rng.real(0.5, 0.9));
    let full_time = part(projects, rng.real(0.5, 1.0));
    let c = &occupation.causes;
    let mut causes = Vec::new();
    for (named, cause) in [
        (c.shortage >= 4, "pénurie de candidats"),
        (c.training >= 4, "compétences"),
        (c.conditions >= 4, "conditions ou horaires"),
        (c.precarious >= 4, "salaire"),
        (c.geography >= 4, "mobilité ou logement"),
        (occupation.seasonal > 0.3, "saisonnalité"),
    ] {
        if named && rng.chance(0.75) {
            causes.push(cause);
        }
    }
    let trains = c.training >= 4 && rng.chance(0.7);
    let mut row = vec![
        id.to_owned(),
        occupation.label.to_owned(),
        occupation.rome.to_owned(),
        occupation.fap.to_owned(),
        "2021".to_owned(),
        String::new(),
        staff.to_string(),
    ];
    row.extend(ages.map(|age| age.to_string()));
    let retired = part(past, rng.real(0.3, 0.8));
    row.extend([retired, retired + part(near, 0.5)].map(|v| v.to_string()));
    let left = part(staff, rng.real(0.0, 0.12));
    row.extend([left, left + part(staff, rng.real(0.0, 0.2))].map(|v| v.to_string()));
    row.extend([offers, applicants, skilled, suitable, filled, dropped].map(|v| v.to_string()));
    row.push(opt((filled > 0).then(|| rng.int(12, 90))));
    row.extend([stayed, filled - stayed].map(|v| v.to_string()));
    row.extend(
        [projects, created, projects - created, seasonal, permanent, full_time, difficult]
            .map(|v| v.to_string()),
    );
    row.push(if difficult > 0 { causes.join("|") } else { String::new() });
    row.push(if trains { "oui" } else { "non" }.to_owned());
    let wish = |text: &str| if trains { text.to_owned() } else { String::new() };
    row.push(wish(rng.pick(&["salariés", "demandeurs d'emploi", "salariés|alternants"])));
    row.push(wish("Gestes du métier"));
    row.push(if trains {
        rng.pick(&["70", "140", "300", "400"]).to_owned()
    } else {
        String::new()
    });
    row.push(wish(rng.pick(&["présentiel", "mixte", "en situation de travail"])));
    row.push(wish("novembre-mars"));
    let promise = ["aucune", "CDI", "CDD 6 mois et plus", "alternance", "saisonnier"];
    row.push(rng.pick(&promise).to_owned());
    row
}

/// One occupation to be coded, one line of an unknown establishment.
fn flaws(posts: &mut Sheet) {
    let line = |id: &str, label: &str, rome: &str| {
        let mut row = [id, label, rome, "", "", "", "3"].map(str::to_owned).to_vec();
        row.resize(40, String::new());
        row
    };
    posts.row(&line("E001", "Affineur en cave (à coder)", ""));
    posts.row(&line("E999", "Cuisiniers", "G1602"));
}

/// The margins: one row per section and size class.
pub fn register(rng: &mut Rng) -> Vec<u8> {
    let mut sheet = Sheet::own(REGISTER);
    for (section, _, small, large, _) in SECTORS {
        let shares = [0.86, 0.14, 0.6, 0.25, 0.15];
        for ((class, low, high, is_large), share) in SIZES.into_iter().zip(shares) {
            let count = part(if is_large { large } else { small }, share).max(2);
            let mean = f64::from(low) + (f64::from(high) - f64::from(low)) * rng.real(0.3, 0.6);
            sheet.row(&[
                stratum(section, is_large),
                section.to_string(),
                class.to_owned(),
                count.to_string(),
                part(count, mean).to_string(),
                "Répertoire fictif".to_owned(),
                "2025-12-31".to_owned(),
            ]);
        }
    }
    sheet.bytes()
}
