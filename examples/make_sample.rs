//! Rewrites `sample-data`: a fictional territory in the published layouts, same bytes each run.
//!
//! `cargo run --example make_sample -- sample-data`

#![expect(clippy::disallowed_methods, reason = "a tool of ours, run by hand on files of ours")]

use bassin::model::{Fap, FapLevel, FapVersion};
use bassin::reference::Reference;
use std::error::Error;
use std::fmt::Write as _;
use std::path::Path;

/// The `SplitMix64` generator: small, seeded, the same everywhere.
struct Dice(u64);

impl Dice {
    /// A number below `n`.
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % n.max(1)
    }
}

/// (basin, label, département, label, région, label, weight of its figures)
const BASINS: [(&str, &str, &str, &str, &str, &str, u64); 6] = [
    ("9601", "VALMONT (FICTIF)", "96", "Valmontagne (fictif)", "98", "Hautes-Combes (fictif)", 4),
    ("9602", "BELLERIVE (FICTIF)", "96", "Valmontagne (fictif)", "98", "Hautes-Combes (fictif)", 2),
    ("9901", "GRANDPRE (FICTIF)", "99", "Basse-Combe (fictif)", "98", "Hautes-Combes (fictif)", 8),
    ("9902", "LE PONT (FICTIF)", "99", "Basse-Combe (fictif)", "98", "Hautes-Combes (fictif)", 5),
    ("2091", "PORTNEUF (FICTIF)", "20", "Rivages (fictif)", "99", "Autres contrées (fictif)", 20),
    ("2092", "LA LANDE (FICTIF)", "20", "Rivages (fictif)", "99", "Autres contrées (fictif)", 12),
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: make_sample <folder>")?;
    let folder = Path::new(&folder);
    std::fs::create_dir_all(folder)?;
    let reference = Reference::embedded()?;
    let occupations: Vec<Fap> =
        reference.faps(FapVersion::Fap2021, FapLevel::Occupation).into_iter().step_by(3).collect();
    for (name, text) in [
        ("bmo_2024_fictif.csv", bmo(2024, &occupations, &reference)?),
        ("bmo_2025_fictif.csv", bmo(2025, &occupations, &reference)?),
        ("tensions_2023_fictif.csv", tensions(&occupations)?),
        ("catalogue_formation_fictif.csv", catalogue(&occupations, &reference)?),
        ("communes_bassins_fictif.csv", communes()?),
    ] {
        println!("{name}: {} bytes", text.len());
        std::fs::write(folder.join(name), text)?;
    }
    Ok(())
}

/// A count as published: small ones are masked.
fn cell(count: u64) -> String {
    if count < 5 { "*".to_owned() } else { count.to_string() }
}

fn bmo(year: u32, occupations: &[Fap], reference: &Reference) -> Result<String, Box<dyn Error>> {
    let mut dice = Dice(2026);
    let mut out = format!(
        "\u{feff}annee;Code métier BMO;Nom métier BMO;Famille_met;Lbl_fam_met;REG;NOM_REG;Dept;\
         NomDept;BE{0};NOMBE{0};met;xmet;smet\n",
        year % 100
    );
    for occupation in occupations {
        let size = 2 + dice.below(24);
        let difficulty = 25 + dice.below(70);
        let label = reference.fap_label(*occupation).unwrap_or_default();
        for (basin, basin_label, department, dep_label, region, region_label, weight) in BASINS {
            if dice.below(8) == 0 {
                continue;
            }
            let drift = if year == 2025 { dice.below(4) } else { 1 };
            let projects = 1 + size * weight / 2 + drift;
            let local = (difficulty + dice.below(40)).saturating_sub(20).min(100);
            let (difficult, seasonal) = (projects * local / 100, projects * dice.below(40) / 100);
            let [met, xmet, smet] = if projects < 5 {
                ["*".to_owned(), "*".to_owned(), "*".to_owned()]
            } else {
                [projects.to_string(), cell(difficult), cell(seasonal)]
            };
            writeln!(
                out,
                "{year};{};{label};Z;Autres métiers;{region};{region_label};{department};\
                 {dep_label};{basin};{basin_label};{met};{xmet};{smet}",
                occupation.code()
            )?;
        }
    }
    // Two realistic flaws: a text where a number stands, and a row given twice.
    if year == 2025
        && let Some(first) = occupations.first()
    {
        for met in ["environ 12", "12"] {
            let row = format!(
                "{year};{};Ligne fautive;Z;Autres métiers;98;Hautes-Combes (fictif);96;\
                 Valmontagne (fictif);9603;SAINT-JEAN (FICTIF);{met};*;*",
                first.code()
            );
            writeln!(out, "{row}")?;
            if met == "12" {
                writeln!(out, "{row}")?;
            }
        }
    }
    Ok(out)
}

/// The layout of the published extract: trailing blank in `Tension `, floats where codes were.
fn tensions(occupations: &[Fap]) -> Result<String, Box<dyn Error>> {
    let mut dice = Dice(2019);
    let mut out = "fap,Emploi moyen,Tension ,Catégorie Tension,Intensité d'embauches,\
                   Lien formation-emploi,Manque de main-d'œuvre disponible,\
                   Non-durabilité de l'emploi,Conditions de travail contraignantes,\
                   Inadéquation géographique,Année,niveau_geo,niveau_fap,reg,dep\n"
        .to_owned();
    for occupation in occupations {
        let code = occupation.code();
        let causes: Vec<String> = (0..6).map(|_| format!("{}.0", 1 + dice.below(5))).collect();
        for (level, region, department, published) in [
            ("nat", "", "", true),
            ("reg ", "98.0", "", dice.below(3) > 0),
            ("dep", "", "96", dice.below(4) == 0),
        ] {
            let class = 1 + dice.below(5);
            // Inside the brackets of the five classes.
            let tensions = ["-0.9", "-0.4", "0.0", "0.3", "0.9"];
            let tension = tensions.get(usize::try_from(class - 1)?).ok_or("a class is 1–5")?;
            let causes = if published { causes.join(",") } else { ",,,,,".to_owned() };
            let class = if published { format!("{class}.0") } else { String::new() };
            writeln!(
                out,
                "{code},300,{tension},{class},{causes},2023,{level},fap 228,{region},{department}"
            )?;
        }
    }
    Ok(out)
}

fn catalogue(occupations: &[Fap], reference: &Reference) -> Result<String, Box<dyn Error>> {
    let mut dice = Dice(7);
    let mut out = "\u{feff}id_formation;intitule;organisme;code_commune;voie;codes_rome;niveau;\
                   duree_heures;capacite_annuelle;annee_effectifs;cout_total_eur;source;date_source\n"
        .to_owned();
    let places = ["96001", "96014", "99002", "20003", ""];
    for (index, occupation) in occupations.iter().enumerate().filter(|(index, _)| index % 2 == 0) {
        let Some((rome, _)) =
            reference.romes_from_fap(*occupation).into_iter().max_by(|a, b| a.1.total_cmp(&b.1))
        else {
            continue;
        };
        let place = places.get(usize::try_from(dice.below(5))?).ok_or("five places")?;
        let (hours, seats) = (70 + 35 * dice.below(20), 6 + dice.below(12));
        writeln!(
            out,
            "F{index:03};Formation fictive {};Centre fictif {};{place};continue;{rome};4;{hours};\
             {seats};2025;{},50;catalogue fictif;01/09/2025",
            rome,
            1 + dice.below(6),
            hours * 12
        )?;
    }
    Ok(out)
}

fn communes() -> Result<String, Box<dyn Error>> {
    let mut out = "\u{feff}reg,dep,codgeo,codbe,libbe\n".to_owned();
    for (basin, label, department, _, region, ..) in BASINS {
        let first = if basin.ends_with('2') { 11 } else { 1 };
        for commune in first..first + 8 {
            writeln!(out, "{region},{department},{department}{commune:03},{basin},{label}")?;
        }
    }
    Ok(out)
}
