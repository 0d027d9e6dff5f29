//! The sample territory, built in: the demonstration works wherever the program lies.
//!
//! Fictional from end to end; made by `examples/make_sample`, tested in `tests/all/sample.rs`.

/// Code of the fictional territory.
pub const TERRITORY: &str = "be:9601";

/// Name and content of every file of the sample.
pub const FILES: &[(&str, &[u8])] = &[
    (
        "BMO_2024_territoire_fictif.xlsx",
        include_bytes!("../sample-data/BMO_2024_territoire_fictif.xlsx"),
    ),
    (
        "BMO_2025_territoire_fictif.xlsx",
        include_bytes!("../sample-data/BMO_2025_territoire_fictif.xlsx"),
    ),
    (
        "carte_communes_fictive.geojson",
        include_bytes!("../sample-data/carte_communes_fictive.geojson"),
    ),
    (
        "catalogue_formation_fictif.csv",
        include_bytes!("../sample-data/catalogue_formation_fictif.csv"),
    ),
    ("certif_info_fictif.csv", include_bytes!("../sample-data/certif_info_fictif.csv")),
    ("communes_bassins_fictif.csv", include_bytes!("../sample-data/communes_bassins_fictif.csv")),
    (
        "dares_tensions_2023_fictif.csv",
        include_bytes!("../sample-data/dares_tensions_2023_fictif.csv"),
    ),
    ("demande_emploi_fictif.csv", include_bytes!("../sample-data/demande_emploi_fictif.csv")),
    ("emploi_metiers_fictif.csv", include_bytes!("../sample-data/emploi_metiers_fictif.csv")),
    (
        "enquete_etablissements_fictif.csv",
        include_bytes!("../sample-data/enquete_etablissements_fictif.csv"),
    ),
    ("enquete_metiers_fictif.csv", include_bytes!("../sample-data/enquete_metiers_fictif.csv")),
    (
        "formations_reussies_fictif.csv",
        include_bytes!("../sample-data/formations_reussies_fictif.csv"),
    ),
    ("offres_locales_fictif.csv", include_bytes!("../sample-data/offres_locales_fictif.csv")),
    (
        "population_etablissements_fictif.csv",
        include_bytes!("../sample-data/population_etablissements_fictif.csv"),
    ),
];

/// The content of one file of the sample.
pub fn file(name: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(known, _)| *known == name).map(|(_, bytes)| *bytes)
}
