//! Indicators: one row of `ALL` each, and one file per family.
//!
//! Names and definitions are in the catalogs, under `indicator-<id>-…`.

pub mod agreement;
pub mod anchor;
pub mod atlas;
pub mod fold;
pub mod hiring;
pub mod posterior;
pub mod pressure;
pub mod quotient;
pub mod rank;
pub mod trend;

use crate::model::Unit;

/// What a figure is, once for screens, exports, help and tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicator {
    pub id: &'static str,
    pub unit: Unit,
    /// In symbols, the same in every language.
    pub formula: &'static str,
    pub source: &'static str,
}

const BMO: &str = "France Travail, enquête «\u{a0}Besoins en main-d’œuvre\u{a0}»";
/// Classes of tension and of its causes.
const CLASSES: &str = "Dares, «\u{a0}Les tensions sur le marché du travail\u{a0}»\u{202f}; au bassin, \
                       France Travail, classes par ROME de 2021";
const OWN: &str = "Bassin, méthode de l’outil";

const OWN_SEEKERS: &str = "Fichier des demandeurs d’emploi chargé";
const OWN_FLOWS: &str = "Listes d’offres et fichier des demandeurs d’emploi chargés";

const HIRES: &str = "BMO et embauches par ROME × NAF chargées, nationales\u{a0}: estimation";

/// Per cent of the interval that a figure is given with, where its bounds are those of one: bounds
/// that masked cells leave open say nothing of the error of a survey.
pub fn level(indicator: &str) -> Option<u8> {
    match indicator {
        "difficult-share-posterior"
        | "difficult-share-before"
        | "location-quotient"
        | "pressure-rank"
        | "survey-posterior"
        | "sector-share" => Some(80),
        "perception-gap" => Some(95),
        // Counts of who answered have no error of sampling.
        "survey-coverage"
        | "survey-coverage-headcount"
        | "survey-projects"
        | "survey-flag-probability"
        | "survey-class"
        | "survey-difficult" => None,
        other => (other.starts_with("need-") || other.starts_with("survey-")).then_some(95),
    }
}

/// The registry.
pub const ALL: &[Indicator] = &[
    Indicator { id: "projects", unit: Unit::Projects, formula: "Σ met", source: BMO },
    Indicator { id: "difficult-projects", unit: Unit::Projects, formula: "Σ xmet", source: BMO },
    Indicator { id: "seasonal-projects", unit: Unit::Projects, formula: "Σ smet", source: BMO },
    Indicator {
        id: "difficult-share",
        unit: Unit::ShareOfProjects,
        formula: "Σ xmet / (Σ met + B n*) ≤ Σ xmet / Σ met ≤ (Σ xmet + Σ min(B, met)) / (Σ met + B n*), B = star_max",
        source: BMO,
    },
    Indicator {
        id: "difficult-share-posterior",
        unit: Unit::ShareOfProjects,
        formula: "α / (α + β), α = s·xmet + m·p₁, β = s·(met − xmet) + m·(1 − p₁)",
        source: OWN,
    },
    Indicator {
        id: "difficult-share-before",
        unit: Unit::ShareOfProjects,
        formula: "α / (α + β) sur les données de l’année précédente",
        source: OWN,
    },
    Indicator {
        id: "share-cut",
        unit: Unit::ShareOfProjects,
        formula: "Σ xmet / Σ met de tous les métiers, cellules publiées, ou seuil choisi",
        source: BMO,
    },
    Indicator {
        id: "projects-median",
        unit: Unit::Projects,
        formula: "médiane basse de Σ met par métier",
        source: BMO,
    },
    Indicator {
        id: "flag-probability",
        unit: Unit::Probability,
        formula: "P(part > seuil) = 1 − I(α, β)",
        source: OWN,
    },
    Indicator {
        id: "location-quotient",
        unit: Unit::Ratio,
        formula: "(met métier / Σ met) du territoire / (met métier / Σ met) du repère ; intervalle : loi de Poisson sur s·met",
        source: OWN,
    },
    Indicator {
        id: "sector-projects",
        unit: Unit::Projects,
        formula: "Σ métiers met × (embauches du métier dans le secteur / embauches du métier)",
        source: HIRES,
    },
    Indicator {
        id: "sector-share",
        unit: Unit::ShareOfProjects,
        formula: "Σ métiers p × part lissée du métier / Σ métiers p, p = projets estimés du secteur",
        source: HIRES,
    },
    Indicator {
        id: "exit-rate",
        unit: Unit::ShareOfSeekers,
        formula: "E = sorties A, B, C / (stock de fin + sorties)",
        source: OWN_SEEKERS,
    },
    Indicator {
        id: "offers-per-seeker",
        unit: Unit::PostsPerSeeker,
        formula: "R = postes des offres créées dans la période / inscriptions en catégorie A de la période",
        source: OWN_FLOWS,
    },
    Indicator {
        id: "pressure-score",
        unit: Unit::StandardScore,
        formula: "Σ w z / Σ w sur les composantes connues ; z = (x − moyenne) / écart type ; D = α / (α + β), w = weight_difficulty ; R, w = weight_offers ; E, w = weight_exits",
        source: OWN,
    },
    Indicator {
        id: "pressure-class",
        unit: Unit::Class,
        formula: "1 + nombre de quintiles dépassés",
        source: OWN,
    },
    Indicator {
        id: "pressure-rank",
        unit: Unit::Rank,
        formula: "1 + nombre de métiers de part lissée plus grande ; quantiles 0,1 et 0,9 du rang sur des tirages de Beta(α, β) de chaque métier",
        source: OWN,
    },
    Indicator {
        id: "flag-precision",
        unit: Unit::ShareOfOccupations,
        formula: "annoncés et difficiles / annoncés",
        source: OWN,
    },
    Indicator {
        id: "flag-recall",
        unit: Unit::ShareOfOccupations,
        formula: "annoncés et difficiles / difficiles",
        source: OWN,
    },
    Indicator {
        id: "flag-kappa",
        unit: Unit::Kappa,
        formula: "κ = (p_o − p_e) / (1 − p_e)",
        source: OWN,
    },
    Indicator {
        id: "survey-posterior",
        unit: Unit::ShareOfProjects,
        formula: "α / (α + β), α = n·p + m·p₁, β = n·(1 − p) + m·(1 − p₁), n = p(1 − p) / SE²",
        source: OWN,
    },
    Indicator {
        id: "survey-flag-probability",
        unit: Unit::Probability,
        formula: "P(part > seuil) = 1 − I(α, β)",
        source: OWN,
    },
    Indicator {
        id: "survey-class",
        unit: Unit::Class,
        formula: "1 + nombre de quintiles dépassés, D = part lissée de l’enquête",
        source: OWN,
    },
    Indicator {
        id: "official-tension",
        unit: Unit::StandardScore,
        formula: "0,5 z(D) + 0,3 z(R) + 0,2 z(E), publié",
        source: CLASSES,
    },
    Indicator {
        id: "official-tension-class",
        unit: Unit::Class,
        formula: "classe publiée : département, puis région, puis France",
        source: CLASSES,
    },
    Indicator {
        id: "training-offers",
        unit: Unit::Offers,
        formula: "nombre d’offres liées par le code ROME",
        source: "catalogues chargés",
    },
    Indicator {
        id: "official-cause-class",
        unit: Unit::Class,
        formula: "classe publiée de la cause, 5 = aggrave la tension",
        source: CLASSES,
    },
    Indicator {
        id: "link-share",
        unit: Unit::ShareOfCard,
        formula: "qualifications de la fiche ROME menant au métier / qualifications de la fiche",
        source: "Dares, table de passage ROME × qualification vers FAP",
    },
    Indicator {
        id: "offer-hours",
        unit: Unit::Hours,
        formula: "durée publiée de l’offre",
        source: "catalogues chargés",
    },
    Indicator {
        id: "offer-places",
        unit: Unit::Places,
        formula: "places publiées de l’offre, par an",
        source: "catalogues chargés",
    },
    Indicator {
        id: "offer-price",
        unit: Unit::Euros,
        formula: "prix publié de l’offre, par personne",
        source: "catalogues chargés",
    },
    Indicator {
        id: "course-hours",
        unit: Unit::Hours,
        formula: "minimum, médiane et maximum des durées des offres liées",
        source: "catalogues chargés",
    },
    Indicator { id: "places-order", unit: Unit::Places, formula: "met × D × κ", source: OWN },
    Indicator {
        id: "survey-projects",
        unit: Unit::Projects,
        formula: "Σ projets_12m des répondants",
        source: "enquête locale",
    },
    Indicator {
        id: "survey-difficult",
        unit: Unit::Projects,
        formula: "Σ projets_difficiles des répondants",
        source: "enquête locale",
    },
    Indicator {
        id: "survey-causes",
        unit: Unit::ShareOfEstablishments,
        formula: "établissements citant la cause / établissements citant une cause",
        source: "enquête locale",
    },
    Indicator {
        id: "survey-training-need",
        unit: Unit::ShareOfEstablishments,
        formula: "établissements avec un besoin / établissements ayant répondu",
        source: "enquête locale",
    },
    Indicator {
        id: "need-headcount",
        unit: Unit::Employees,
        formula: "Σ w effectif_metier",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-projects",
        unit: Unit::Projects,
        formula: "Σ w projets_12m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-difficult-share",
        unit: Unit::ShareOfProjects,
        formula: "Σ w projets_difficiles / Σ w projets_12m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-retirements-12",
        unit: Unit::Departures,
        formula: "Σ w departs_retraite_12m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-retirements-36",
        unit: Unit::Departures,
        formula: "Σ w departs_retraite_36m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-departures-36",
        unit: Unit::Departures,
        formula: "Σ w autres_departs_36m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-fill-rate",
        unit: Unit::ShareOfPosts,
        formula: "Σ w postes_pourvus_12m / Σ w offres_12m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-applicants-per-post",
        unit: Unit::CandidatesPerPost,
        formula: "Σ w candidatures_12m / Σ w offres_12m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-qualified-per-post",
        unit: Unit::CandidatesPerPost,
        formula: "Σ w candidats_qualifies_12m / Σ w offres_12m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-suitable-share",
        unit: Unit::ShareOfCandidates,
        formula: "Σ w candidats_convenables_12m / Σ w candidats_qualifies_12m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-retention",
        unit: Unit::ShareOfHires,
        formula: "Σ w presents_a_12_mois / Σ w postes_pourvus_12m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-delay",
        unit: Unit::DaysPerPost,
        formula: "Σ w delai_pourvoi_jours × postes_pourvus_12m / Σ w postes_pourvus_12m",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-creations",
        unit: Unit::Projects,
        formula: "Σ w projets_creation",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-aged-50-54",
        unit: Unit::Employees,
        formula: "Σ w age_50_54",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-aged-55-59",
        unit: Unit::Employees,
        formula: "Σ w age_55_59",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "need-aged-60-plus",
        unit: Unit::Employees,
        formula: "Σ w age_60_plus",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "survey-mean",
        unit: Unit::PerEstablishment,
        formula: "Σ w réponse / Σ w",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "survey-answer",
        unit: Unit::ShareOfEstablishments,
        formula: "Σ w des établissements donnant la réponse / Σ w des établissements ayant répondu à la question",
        source: "enquête locale, redressée",
    },
    Indicator {
        id: "survey-perception",
        unit: Unit::ShareOfRespondents,
        formula: "répondants du collège donnant la réponse / répondants du collège ayant répondu à la question",
        source: "enquête auprès des collèges d’acteurs",
    },
    Indicator {
        id: "perception-gap",
        unit: Unit::DifferenceOfShares,
        formula: "part dans le premier collège − part dans l’autre",
        source: "enquête auprès des collèges d’acteurs",
    },
    Indicator {
        id: "survey-coverage",
        unit: Unit::ShareOfEstablishments,
        formula: "établissements ayant répondu / établissements du répertoire",
        source: "enquête locale et répertoire d’établissements",
    },
    Indicator {
        id: "survey-coverage-headcount",
        unit: Unit::ShareOfEmployees,
        formula: "Σ établissements ayant répondu × effectif moyen du répertoire dans leur secteur et leur taille / Σ effectif du répertoire",
        source: "répertoire d’établissements ; de l’enquête, qui a répondu",
    },
    Indicator {
        id: "local-posts",
        unit: Unit::Posts,
        formula: "Σ nb_postes",
        source: "offres locales",
    },
    Indicator {
        id: "job-seekers",
        unit: Unit::Seekers,
        formula: "Σ defm_a en fin de période",
        source: OWN_FLOWS,
    },
];
