//! A country of two régions, four départements, eight basins and some forty communes.
//!
//! The codes have the right shape and do not exist in France.

use crate::rng::Rng;
use crate::sheet::Sheet;

/// The part of a basin that lies in one département.
pub struct Zone {
    pub basin: &'static str,
    pub label: &'static str,
    pub department: &'static str,
    pub department_label: &'static str,
    pub region: &'static str,
    pub region_label: &'static str,
    /// Size relative to the pilot basin.
    pub scale: f64,
}

const HIGH: (&str, &str) = ("98", "Hautes-Combes (fictif)");
const OTHER: (&str, &str) = ("99", "Autres contrées (fictif)");
const D96: (&str, &str) = ("96", "Valmontagne (fictif)");
const D99: (&str, &str) = ("99", "Combe-et-Lande (fictif)");
const D20: (&str, &str) = ("20", "Plaine-Basse (fictif)");
const D98: (&str, &str) = ("98", "Côte-Grise (fictif)");

pub const PILOT: &str = "9601";

/// Départements with their région, for the tension ladder.
pub const DEPARTMENTS: [(&str, &str); 4] = [("20", "99"), ("96", "98"), ("98", "99"), ("99", "98")];

/// Basin 2092 lies in two départements: (code, basin) is then no key.
pub const fn zones() -> [Zone; 9] {
    [
        zone("9601", "VALMONT (FICTIF)", D96, HIGH, 1.0),
        zone("9602", "BELLERIVE (FICTIF)\u{a0}", D96, HIGH, 0.7),
        zone("9603", "HAUTE-SOURCE (FICTIF)", D96, HIGH, 0.35),
        zone("9901", "GRANDPRE (FICTIF)", D99, HIGH, 1.8),
        zone("9902", "LES AUBRAIES (FICTIF)", D99, HIGH, 0.6),
        zone("2091", "PORT-NEUF (FICTIF)", D20, OTHER, 2.4),
        zone("2092", "MARCHE-DES-EAUX (FICTIF)", D20, OTHER, 0.5),
        zone("2092", "MARCHE-DES-EAUX (FICTIF)", D98, OTHER, 0.25),
        zone("9801", "ROCHEGRISE (FICTIF)", D98, OTHER, 1.5),
    ]
}

const fn zone(
    basin: &'static str,
    label: &'static str,
    (department, department_label): (&'static str, &'static str),
    (region, region_label): (&'static str, &'static str),
    scale: f64,
) -> Zone {
    Zone { basin, label, department, department_label, region, region_label, scale }
}

/// Code, name, basin, in the order of the map.
#[rustfmt::skip]
pub const COMMUNES: [(&str, &str, &str); 42] = [
    ("96001", "Valmont", "9601"), ("96002", "Arbrefeuille", "9601"),
    ("96003", "Bois-Clair", "9601"), ("96004", "Chanteperdrix-le-Haut", "9601"),
    ("96005", "Combelaine", "9601"), ("96006", "Fontbrune", "9601"),
    ("96007", "La Grangeotte", "9601"), ("96008", "Lavernoise", "9601"),
    ("96009", "Montaubert-sur-Orve", "9601"), ("96010", "Orvecombe", "9601"),
    ("96011", "Pierre-Levade", "9601"), ("96012", "Saint-Aubier", "9601"),
    ("96013", "Saint-Fiel-des-Monts", "9601"), ("96014", "Vieillecour", "9601"),
    ("96015", "Bellerive", "9602"), ("96016", "Ancelles-le-Pont", "9602"),
    ("96017", "Brézolette", "9602"), ("96018", "Champ-Rond", "9602"),
    ("96019", "Le Mas-d'Orve", "9602"), ("96020", "Lieutadre", "9602"),
    ("96021", "Noirfont", "9602"), ("96022", "Sainte-Orse", "9602"),
    ("96023", "Haute-Source", "9603"), ("96024", "Clavièrette", "9603"),
    ("96025", "Col-Blanc", "9603"), ("96026", "Les Estives", "9603"),
    ("96027", "Trois-Burons", "9603"), ("96028", "Vents-Vieux", "9603"),
    ("99001", "Grandpré", "9901"), ("99002", "Aigueperlée", "9901"),
    ("99003", "Courtelande", "9901"), ("99004", "Fourvoie", "9901"),
    ("99005", "Les Aubraies", "9902"), ("99006", "Lande-Belle", "9902"),
    ("99007", "Sablonnette", "9902"), ("20901", "Port-Neuf", "2091"),
    ("20902", "Digue-Haute", "2091"), ("20903", "Marché-des-Eaux", "2092"),
    ("98001", "L'Étier", "2092"), ("98002", "Rochegrise", "9801"),
    ("98003", "Anse-Pâle", "9801"), ("98004", "Cap-Gris", "9801"),
];

/// Communes of a basin.
pub fn communes_of(basin: &str) -> Vec<&'static str> {
    COMMUNES.iter().filter(|(_, _, be)| *be == basin).map(|(code, ..)| *code).collect()
}

/// `communes_bassins_fictif.csv`, in the layout of the published commune table.
pub fn commune_table() -> Vec<u8> {
    let mut sheet = Sheet::new("\u{feff}", "reg,dep,codgeo,codbe,libbe", ',', "\r\n", true);
    for (code, _, basin) in COMMUNES {
        let department = code.get(..2).unwrap_or_default();
        let found = zones().into_iter().find(|z| z.basin == basin && z.department == department);
        if let Some(zone) = found {
            // One cell is padded with blanks: a real table has such cells.
            let shown = if code == "96013" { " 96 " } else { department };
            sheet.row(&[zone.region, shown, code, basin, zone.label]);
        }
    }
    sheet.bytes()
}

const COLUMNS: usize = 7;
/// Degrees; the grid lies in the ocean, so that no real place is covered.
const CELL: (f64, f64) = (0.16, 0.11);
const CORNER: (f64, f64) = (-20.0, 46.0);

/// `carte_communes_fictive.geojson`: neighbours share their corners.
pub fn map(rng: &mut Rng) -> Vec<u8> {
    let rows = COMMUNES.len().div_ceil(COLUMNS);
    let width = COLUMNS + 1;
    let mut corners = Vec::new();
    for y in 0..=rows {
        for x in 0..width {
            let shift = (rng.real(-0.03, 0.03), rng.real(-0.02, 0.02));
            corners.push((
                CORNER.0 + CELL.0 * real(x) + shift.0,
                CORNER.1 - CELL.1 * real(y) + shift.1,
            ));
        }
    }
    let mut features = Vec::new();
    for (index, (code, name, _)) in COMMUNES.iter().enumerate() {
        let (x, y) = (index % COLUMNS, index / COLUMNS);
        let first = y * width + x;
        // Counter-clockwise from the north-west, closed.
        let outline: Vec<String> = [first, first + width, first + width + 1, first + 1, first]
            .iter()
            .filter_map(|corner| corners.get(*corner))
            .map(|(lon, lat)| format!("[{lon:.5},{lat:.5}]"))
            .collect();
        features.push(format!(
            "{{\"type\":\"Feature\",\"geometry\":{{\"type\":\"Polygon\",\"coordinates\":[[{}]]}},\
             \"properties\":{{\"code\":\"{code}\",\"nom\":\"{name}\"}}}}",
            outline.join(",")
        ));
    }
    format!("{{\"type\":\"FeatureCollection\",\"features\":[\n{}\n]}}\n", features.join(",\n"))
        .into_bytes()
}

fn real(index: usize) -> f64 {
    f64::from(u32::try_from(index).unwrap_or_default())
}
