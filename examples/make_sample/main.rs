//! Writes a complete fictional territory, in exactly the layouts that the publishers use.
//!
//! ```text
//! cargo run --example make_sample -- sample-data
//! ```
//!
//! Nothing is drawn from a real file: codes and labels of nomenclatures are real, every figure is
//! invented. The seed is fixed, so that a second run writes the same bytes.

mod bmo;
mod catalogue;
mod certifications;
mod employment;
mod experiences;
mod geography;
mod market;
mod occupations;
mod rng;
mod sheet;
mod survey;
mod tensions;

use std::error::Error;
use std::path::PathBuf;

use rng::Rng;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: make_sample FOLDER")?;
    let folder = PathBuf::from(folder);
    for (name, bytes) in files()? {
        bassin::files::write_atomic(&folder.join(name), &bytes, false)?;
    }
    Ok(())
}

/// Name and content.
type File = (&'static str, Vec<u8>);

/// Each file has its own generator: changing one leaves the others as they are.
fn files() -> Result<Vec<File>, Box<dyn Error>> {
    let occupations = occupations::all();
    let (establishments, posts) = survey::files(&occupations, &mut Rng::new(9_605));
    Ok(vec![
        (
            "BMO_2024_territoire_fictif.xlsx",
            bmo::workbook(2024, &occupations, &mut Rng::new(9_601))?,
        ),
        (
            "BMO_2025_territoire_fictif.xlsx",
            bmo::workbook(2025, &occupations, &mut Rng::new(9_602))?,
        ),
        ("dares_tensions_2023_fictif.csv", tensions::file(&occupations, &mut Rng::new(9_603))),
        ("certif_info_fictif.csv", certifications::file(&mut Rng::new(9_604))),
        ("catalogue_formation_fictif.csv", catalogue::file(&mut Rng::new(9_609))),
        ("formations_reussies_fictif.csv", experiences::file()),
        ("emploi_metiers_fictif.csv", employment::file()),
        ("enquete_etablissements_fictif.csv", establishments),
        ("enquete_metiers_fictif.csv", posts),
        ("population_etablissements_fictif.csv", survey::register(&mut Rng::new(9_606))),
        ("offres_locales_fictif.csv", market::offers(&occupations, &mut Rng::new(9_607))),
        ("demande_emploi_fictif.csv", market::seekers(&occupations, &mut Rng::new(9_608))),
        ("communes_bassins_fictif.csv", geography::commune_table()),
        ("carte_communes_fictive.geojson", geography::map(&mut Rng::new(9_610))),
        ("LISEZMOI.md", include_str!("LISEZMOI.md").as_bytes().to_vec()),
    ])
}
