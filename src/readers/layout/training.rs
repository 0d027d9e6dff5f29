//! Certifications and training, as published.

use crate::model::Kind;
use crate::readers::layout::{Layout, PLAIN};

pub const CERTIF_INFO: Layout = Layout {
    kind: Kind::CertifInfo,
    required: &["diploma", "label", "rome_1", "rncp", "state"],
    fields: same![
        "diploma" => "codediplome", "label" => "libellediplome",
        "type_label" => "libelletypediplome", "level" => "codeniveaueuropeen",
        "formacode" => "codeformacode", "rome_1" => "coderome1", "rome_2" => "coderome2",
        "rome_3" => "coderome3", "rome_4" => "coderome4", "rome_5" => "coderome5",
        "nsf" => "codensf", "rncp" => "coderncp", "rs" => "coders",
        "certifier" => "certificateur", "first" => "anneepremieresession",
        "last" => "anneedernieresession", "state" => "etat",
        "continuing" => "accessibilitefc", "apprenticeship" => "accessibiliteca",
    ],
    ..PLAIN
};

pub const NATIONAL_REGISTER: Layout = Layout {
    kind: Kind::NationalRegister,
    required: &["register", "label", "active"],
    fields: same![
        "register" => "numerofiche", "label" => "intitule", "type_label" => "abregelibelle",
        "level" => "nomenclatureeuropeniveau", "ends" => "datefinenregistrement",
        "active" => "actif", "romes" => "codesromecode", "nsf" => "nsfcode",
        "formacode" => "formacodecode", "certifier" => "nomcertificateur",
        "access" => "sijury", "blocks" => "bloccompetenceslibelle",
    ],
    ..PLAIN
};

pub const COURSE_OFFERS: Layout = Layout {
    kind: Kind::CourseOffers,
    required: &["provider", "certification_label", "department", "diploma"],
    fields: same![
        "id" => "numeroformation", "title" => "intituleformation", "provider" => "nomof",
        "extracted" => "dateextract",
        "siret" => "siret", "register_type" => "typereferentiel", "rs" => "codeinventaire",
        "rncp" => "coderncp", "register" => "idcertif",
        "certification_label" => "intitulecertification", "diploma" => "codecertifinfo",
        "level" => "libelleniveausortieformation",
        "formacode_1" => "codeformacode1", "formacode_2" => "codeformacode2",
        "formacode_3" => "codeformacode3", "nsf" => "codensf1",
        "department" => "codedepartement", "region" => "coderegion",
        "sessions" => "nbsessionactive", "remote_sessions" => "nbsessionadistance",
        "hours_min" => "nombreheurestotalmin", "hours_max" => "nombreheurestotalmax",
        "hours_mean" => "nombreheurestotalmean", "price_min" => "fraisttctotmin",
        "price_max" => "fraisttctotmax", "price_mean" => "fraisttctotmean",
    ],
    ..PLAIN
};

pub const CARIF_OFFERS: Layout = Layout {
    kind: Kind::CarifOffers,
    required: &["id", "title", "provider", "romes"],
    fields: same![
        "id" => "numero", "title" => "intituleformation", "provider" => "nomorganisme",
        "commune" => "codeinseecommune", "modality" => "modalitesenseignement",
        "romes" => "coderome", "formacodes" => "codeformacode", "nsf" => "codensf",
        "rncp" => "coderncp", "diploma" => "codecertifinfo", "hours" => "nombreheurestotal",
        "starts" => "debut", "ends" => "fin",
    ],
    ..PLAIN
};

pub const APPRENTICESHIP_PRICES: Layout = Layout {
    kind: Kind::ApprenticeshipPrices,
    required: &["register", "label", "committee", "price"],
    fields: same![
        "register" => "rncp", "label" => "libelledelaformation",
        "diploma" => "typedediplome", "committee" => "codecpne",
        "committee_label" => "cpne", "price" => "npecfinal", "status" => "statut",
    ],
    ..PLAIN
};

pub const ONISEP_TRAINING: Layout = Layout {
    kind: Kind::OnisepTraining,
    required: &["label", "register", "level"],
    fields: &[
        ("nsf", &["codensf"]),
        ("school", &["codescolarite"]),
        ("type_short", &["sigletypeformation"]),
        ("type_label", &["libelletypeformation"]),
        ("label", &["libelleformationprincipal"]),
        ("short", &["sigleformation"]),
        ("months", &["duree"]),
        ("exit_level", &["niveaudesortieindicatif"]),
        ("register", &["codercnp", "coderncp"]),
        ("level", &["niveaudecertification"]),
        ("level_label", &["libelleniveaudecertification"]),
        ("authority", &["tutelle"]),
        ("address", &["urletidonisep"]),
        ("domain", &["domainesousdomaine"]),
    ],
    ..PLAIN
};

pub const ONISEP_BRIDGE: Layout = Layout {
    kind: Kind::OnisepBridge,
    required: &["diploma", "training"],
    fields: &[
        ("diploma", &["certifinfociidentifiant"]),
        ("level", &["ciniveaueuropeen"]),
        ("type_label", &["ciintituletypediplome"]),
        ("label", &["ciintitule"]),
        ("certifier", &["cicertifiant"]),
        ("register", &["cicoderncp"]),
        ("school", &["cicodescolarite"]),
        ("register_label", &["rncpintitule"]),
        ("training", &["ideoidentifiantformation"]),
        ("training_label", &["ideolibellecompletformation"]),
        ("status", &["statut"]),
    ],
    ..PLAIN
};

pub const APPRENTICESHIP_CATALOGUE: Layout = Layout {
    kind: Kind::ApprenticeshipCatalogue,
    required: &["id", "commune", "rncp"],
    fields: &[
        ("id", &["cleministereeducatif"]),
        ("title", &["onisepintitule", "rncpintitule", "intitulelong", "intitulecourt"]),
        ("education", &["cfd"]),
        ("commune", &["codecommuneinsee"]),
        ("rncp", &["rncpcode"]),
        ("capacity", &["capacite"]),
        ("years", &["duree"]),
        ("year", &["annee"]),
        ("provider", &["etablissementformateurentrepriseraisonsociale"]),
        ("provider_siret", &["etablissementformateursiret"]),
        ("remote", &["entierementadistance"]),
        ("starts", &["datedebut"]),
        ("ends", &["datefin"]),
    ],
    ..PLAIN
};
