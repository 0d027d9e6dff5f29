//! Lists: territories, occupations, activities, and the passages between them.

use crate::model::{Kind, Naf};
use crate::readers::layout::{Layout, PLAIN};

pub const COMMUNE_BASINS: Layout = Layout {
    kind: Kind::CommuneBasins,
    required: &["commune", "division", "division_label"],
    fields: &[
        ("region", &["reg", "region"]),
        ("department", &["dep"]),
        ("commune", &["codgeo", "codecommune"]),
        ("label", &["libgeo", "libcommune"]),
        ("division", &["codbe", "codebassin#"]),
        ("division_label", &["libbe", "libbassin#"]),
    ],
    ..PLAIN
};

pub const COMMUNE_ZONES: Layout = Layout {
    kind: Kind::CommuneZones,
    required: &["commune", "division_label"],
    fields: &[
        ("commune", &["codgeo"]),
        ("label", &["libgeo"]),
        ("division", &["codze#"]),
        ("division_named", &["ze#"]),
        ("division_label", &["libze#"]),
    ],
    ..PLAIN
};

pub const COMMUNE_COMMITTEES: Layout = Layout {
    kind: Kind::CommuneCommittees,
    required: &["commune", "division", "department", "region"],
    fields: same![
        "commune" => "communeid", "label" => "nomcommune", "division" => "territoireid",
        "division_label" => "territoirelibelle", "department" => "departementid",
        "department_label" => "nomdepartement", "region" => "regionid",
        "region_label" => "nomregion",
    ],
    ..PLAIN
};

pub const FAP2021_TREE: Layout = Layout {
    kind: Kind::Fap2021Tree,
    required: &["domain", "group", "occupation", "fine"],
    fields: &[
        ("domain", &["codefap22"]),
        ("domain_label", &["intitulefap22"]),
        ("group", &["codefap86", "codefap87"]),
        ("group_label", &["intitulefap86", "intitulefap87"]),
        ("occupation", &["codefap228"]),
        ("occupation_label", &["intitulefap228"]),
        ("fine", &["codefap341"]),
        ("fine_label", &["intitulefap341"]),
    ],
    ..PLAIN
};

pub const ROME_TO_FAP2021: Layout = Layout {
    kind: Kind::RomeToFap2021,
    required: &["rome", "qualification", "target"],
    // For programs, and the workbook for readers.
    fields: &[
        ("rome", &["rome"]),
        ("label", &["intitulerome"]),
        ("qualification", &["qualif", "qualification"]),
        ("target", &["fap341", "fap2021"]),
        ("target_label", &["intitulefap341", "intitulefap"]),
    ],
    ..PLAIN
};

pub const ROME_CARDS: Layout = Layout {
    kind: Kind::RomeCards,
    required: &["code", "label", "parent"],
    fields: same![
        "code" => "coderome", "label" => "libellerome", "parent" => "coderomeparent",
    ],
    ..PLAIN
};

pub const ROME_TREE: Layout = Layout {
    kind: Kind::RomeTree,
    required: &["part_1", "part_2", "part_3", "label", "ogr"],
    fields: same![
        "part_1" => "rome1", "part_2" => "rome2", "part_3" => "rome3",
        "label" => "intitule", "ogr" => "ogr",
    ],
    ..PLAIN
};

pub const NAF_LABELS: Layout = Layout {
    kind: Kind::NafLabels,
    required: &["code", "label"],
    fields: &[("code", &["nafid", "codenaf"]), ("label", &["naflabel", "libellenaf"])],
    ..PLAIN
};

/// Insee publishes NAF rév. 2 under a header that any list may have.
pub const INSEE_NAF_LABELS: Layout = Layout {
    kind: Kind::NafLabels,
    required: &["code", "label"],
    fields: same!["code" => "code", "label" => "libelle"],
    proof: Some(("code", is_naf)),
    ..PLAIN
};

pub const FAP2009_LABELS: Layout = Layout {
    kind: Kind::Fap2009Labels,
    required: &["code", "label"],
    fields: same!["code" => "codefap2009", "label" => "intitule"],
    ..PLAIN
};

pub const ROME_TO_FAP2009: Layout = Layout {
    kind: Kind::RomeToFap2009,
    required: &["rome", "target"],
    fields: same!["rome" => "romequalification", "target" => "fap2009"],
    ..PLAIN
};

pub const COMMUNE_GROUPINGS: Layout = Layout {
    kind: Kind::CommuneGroupings,
    required: &["commune", "division", "division_label"],
    fields: &[
        ("commune", &["codgeo", "codecommune", "codeinsee", "insee"]),
        ("label", &["libgeo", "libcommune", "nomcommune"]),
        ("division", &["epci", "codeepci", "sirenepci"]),
        ("division_label", &["libepci", "libelleepci", "nomepci"]),
        ("department", &["dep", "codedepartement"]),
        ("region", &["reg", "coderegion"]),
    ],
    ..PLAIN
};

fn is_naf(text: &str) -> bool {
    text.len() >= 5 && Naf::new(text).is_ok()
}
