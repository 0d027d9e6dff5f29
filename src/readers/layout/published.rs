//! What producers publish of the labour market.

use crate::model::Kind;
use crate::readers::layout::{Layout, PLAIN};

pub const BMO: Layout = Layout {
    kind: Kind::Bmo,
    required: &["occupation", "basin", "department", "region", "met", "xmet", "smet"],
    fields: &[
        ("year", &["annee"]),
        (
            "occupation",
            &["codemetierbmo", "codemetier", "metier", "fapcode", "romeprofessioncardcode"],
        ),
        ("label", &["nommetierbmo", "nommetier", "fapname", "romeprofessioncardname"]),
        ("family", &["famillemet", "famillemetier", "professionfamilycode"]),
        ("family_label", &["lblfammet", "libelledefamilledemetier", "professionfamilyname"]),
        ("basin", &["be#", "catchmentareacode"]),
        ("basin_label", &["nombe#", "catchmentareaname"]),
        ("department", &["dept", "departementcode"]),
        ("department_label", &["nomdept", "departementname"]),
        ("region", &["reg", "regioncode"]),
        ("region_label", &["nomreg", "nomreg#", "regionlib"]),
        ("clpe", &["clpe"]),
        ("met", &["met", "nbrecrutprojects"]),
        ("xmet", &["xmet", "nbdiffrecrutprojects"]),
        ("smet", &["smet", "nbseasonrecrutprojects"]),
    ],
    ..PLAIN
};

pub const DARES_TENSION: Layout = Layout {
    kind: Kind::DaresTension,
    required: &["occupation", "tension", "class", "year", "level"],
    fields: same![
        "occupation" => "fap", "employment" => "emploimoyen", "tension" => "tension",
        "class" => "categorietension", "hiring_intensity" => "intensitedembauches",
        "training_link" => "lienformationemploi",
        "labour_shortage" => "manquedemainduvredisponible",
        "precariousness" => "nondurabilitedelemploi",
        "working_conditions" => "conditionsdetravailcontraignantes",
        "geographic_mismatch" => "inadequationgeographique",
        "unattractive_pay" => "nonattractivitesalariale",
        "year" => "annee", "level" => "niveaugeo", "fap_level" => "niveaufap",
        "region" => "reg", "department" => "dep",
    ],
    ..PLAIN
};

/// The workbooks of Dares: one sheet per level of occupation and of territory.
pub const DARES_WORKBOOK: Layout = Layout {
    kind: Kind::DaresTension,
    required: &["year", "occupation", "class"],
    fields: &[
        ("year", &["annee"]),
        ("occupation", &["codefap225", "codefap228", "codefap87", "codefap86", "codefap22"]),
        (
            "label",
            &["libellefap225", "libellefap228", "libellefap87", "libellefap86", "libellefap22"],
        ),
        ("region", &["coderegion"]),
        ("region_label", &["libelleregion"]),
        ("department", &["codedepartement"]),
        ("department_label", &["libelledepartement"]),
        ("employment", &["emploimoyen"]),
        ("tension", &["tension"]),
        (
            "tension_imputed",
            &[
                "tensionvaleursimputeesvolumetrieinsuffisantes",
                "tensionvaleursimputeesvolumetrieinsuffisante",
            ],
        ),
        ("class", &["tensiondiscret"]),
        ("hiring_intensity", &["intensitedembauchesdiscret"]),
        ("hiring_intensity_value", &["intensitedembauches"]),
        ("training_link", &["lienformationemploidiscret"]),
        ("training_link_value", &["lienformationemploi"]),
        ("labour_shortage", &["manquedemainduvredisponiblediscret"]),
        ("labour_shortage_value", &["manquedemainduvredisponible"]),
        ("precariousness", &["nondurabilitedelemploidiscret"]),
        ("precariousness_value", &["nondurabilitedelemploi"]),
        ("working_conditions", &["conditionsdetravailcontraignantesdiscret"]),
        ("working_conditions_value", &["conditionsdetravailcontraignantes"]),
        ("geographic_mismatch", &["inadequationgeographiquediscret"]),
        ("geographic_mismatch_value", &["inadequationgeographique"]),
        ("unattractive_pay", &["nonattractivitesalarialediscret"]),
        ("unattractive_pay_value", &["nonattractivitesalariale"]),
        ("sufficient", &["croisementouvolumetriesuffisante"]),
    ],
    ..PLAIN
};

pub const REGULATORY_LIST: Layout = Layout {
    kind: Kind::RegulatoryList,
    required: &["region", "label", "code"],
    fields: same![
        "region" => "region", "label" => "familleprofessionnelle", "code" => "codefap",
    ],
    ..PLAIN
};

pub const BASIN_TENSION: Layout = Layout {
    kind: Kind::BasinTension,
    required: &["rome", "basin", "class"],
    fields: same![
        "year" => "annee", "rome" => "rome", "basin" => "cbassin", "offers" => "oee",
        "job_seekers" => "defmabc", "class" => "indtensiond",
        "hiring_intensity" => "indintembd", "labour_shortage" => "indmainoeuvred",
        "precariousness" => "inddurempld", "working_conditions" => "indcondtravaild",
        "geographic_mismatch" => "indmismatchgeod",
        "training_link" => "indspecifformempld",
    ],
    ..PLAIN
};

pub const ROME_NAF_HIRINGS: Layout = Layout {
    kind: Kind::RomeNafHirings,
    required: &["rome", "naf", "hirings"],
    fields: same![
        "rome" => "romeid", "label" => "romelabel", "naf" => "nafid",
        "naf_label" => "naflabel", "hirings" => "hirings",
    ],
    ..PLAIN
};

pub const BASIN_SECTORS: Layout = Layout {
    kind: Kind::BasinSectors,
    required: &["basin", "job_seekers", "label"],
    fields: same![
        "basin" => "codebassin", "job_seekers" => "demandeursemploi",
        "label" => "secteurlibelle",
    ],
    ..PLAIN
};

/// An older extract of offers: no commune, no number of posts.
pub const OFFERS_EXTRACT: Layout = Layout {
    kind: Kind::JobOffers,
    required: &["rome", "created", "department"],
    fields: same![
        "rome" => "romeprofessioncardcode", "title" => "romeprofessionname",
        "appellation" => "romeprofessioncode", "label" => "romeprofessioncardname",
        "created" => "creationdate", "department" => "departementcode",
    ],
    ..PLAIN
};

pub const JOB_SEEKER_SERIES: Layout = Layout {
    kind: Kind::JobSeekerSeries,
    required: &["place"],
    fields: same!["place" => "mois"],
    wide: true,
    ..PLAIN
};

pub const HIRING_DECLARATIONS: Layout = Layout {
    kind: Kind::HiringDeclarations,
    required: &["contract", "raw"],
    fields: &[
        ("region", &["region"]),
        ("former_region", &["ancienneregion"]),
        ("department", &["departement"]),
        ("sector", &["grandsecteurdactivite"]),
        ("sector_fine", &["secteurna38"]),
        ("length", &["dureedecontrat"]),
        ("contract", &["naturedecontrat"]),
        ("year", &["annee"]),
        ("quarter", &["trimestre"]),
        ("last_day", &["dernierjourdutrimestre", "dernierjourdumois"]),
        ("region_code", &["coderegion"]),
        ("former_region_code", &["codeancienneregion"]),
        ("department_code", &["codedepartement"]),
        ("raw", &["dpaebrut"]),
        ("adjusted", &["dpaecvs"]),
    ],
    ..PLAIN
};

pub const MARKET_INDICATORS: Layout = Layout {
    kind: Kind::MarketIndicators,
    required: &["zone_type", "zone", "activity", "measure", "value"],
    fields: same![
        "updated" => "datmaj", "zone_type" => "codetypeterritoire",
        "zone" => "codeterritoire", "zone_label" => "libterritoire",
        "activity_type" => "codetypeactivite", "activity" => "codeactivite",
        "activity_label" => "libactivite", "measure" => "codenomenclature",
        "measure_label" => "libnomenclature", "period_type" => "codetypeperiode",
        "period" => "codeperiode", "period_label" => "libperiode",
        "value" => "valeurprincipalenom",
    ],
    ..PLAIN
};

pub const ESTABLISHMENT_STOCK: Layout = Layout {
    kind: Kind::EstablishmentStock,
    required: &["siret", "commune", "naf", "size_class", "state"],
    fields: same![
        "siret" => "siret", "commune" => "codecommuneetablissement",
        "naf" => "activiteprincipaleetablissement",
        "size_class" => "trancheeffectifsetablissement",
        "state" => "etatadministratifetablissement",
        "employer" => "caractereemployeuretablissement",
        "created" => "datecreationetablissement",
    ],
    ..PLAIN
};
