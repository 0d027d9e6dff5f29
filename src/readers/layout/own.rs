//! The layouts of the user’s own tables (docs/layouts.md).

use crate::model::Kind;
use crate::readers::layout::{Layout, PLAIN};

pub const TRAINING_CATALOGUE: Layout = Layout {
    kind: Kind::TrainingCatalogue,
    required: &["id", "title", "provider", "route"],
    fields: same![
        "id" => "idformation", "title" => "intitule", "provider" => "organisme",
        "commune" => "codecommune", "route" => "voie", "rncp" => "coderncp", "rs" => "coders",
        "diploma" => "codecertifinfo", "nsf" => "codensf", "formacodes" => "codesformacode",
        "romes" => "codesrome", "level" => "niveau", "hours" => "dureeheures",
        "months" => "dureemois", "capacity" => "capaciteannuelle",
        "enrolled" => "inscritsderniereannee", "entries" => "entreesannuelles",
        "dropouts" => "abandonsannuels", "figures_year" => "anneeeffectifs",
        "continuation_rate" => "tauxpoursuite", "employment_rate" => "tauxemploi6m",
        "rate_denominator" => "denominateurtaux", "retention" => "partrestantbassin",
        "cost_per_hour" => "coutheureeur", "cost_total" => "couttotaleur",
        "funders" => "financeurs", "starts" => "datedebut", "ends" => "datefin",
        "source" => "source", "source_date" => "datesource",
    ],
    ..PLAIN
};

pub const SURVEY_ESTABLISHMENTS: Layout = Layout {
    kind: Kind::SurveyEstablishments,
    required: &["id", "commune", "naf", "status", "headcount"],
    fields: same![
        "id" => "idetablissement", "commune" => "codecommune", "basin" => "codebassin",
        "naf" => "codenaf", "stratum" => "strate", "answered_on" => "datereponse",
        "status" => "statutreponse", "headcount" => "effectiftotal",
        "size_class" => "trancheeffectif", "weight" => "poidsinitial",
        "hires" => "embauches12m", "departures" => "departs12m",
        "permanent" => "effectifcdi", "fixed_term" => "effectifcdd",
        "temporary" => "effectifinterim", "seasonal" => "effectifsaisonnier",
        "hosts" => "accueilpmsmp", "tutors" => "tuteurdisponible",
        "on_the_job" => "afestpossible", "obstacles" => "freinsformation",
        "consent" => "accordcitation",
    ],
    ..PLAIN
};

pub const SURVEY_OCCUPATIONS: Layout = Layout {
    kind: Kind::SurveyOccupations,
    required: &["establishment", "label", "headcount", "projects"],
    fields: same![
        "establishment" => "idetablissement", "label" => "libellemetier",
        "rome" => "coderome", "fap" => "codefap", "fap_year" => "versionfap",
        "qualification" => "qualification", "headcount" => "effectifmetier",
        "aged_under_30" => "agemoins30", "aged_30_49" => "age3049", "aged_50_54" => "age5054",
        "aged_55_59" => "age5559", "aged_60_plus" => "age60plus",
        "retirements_12m" => "departsretraite12m", "retirements_36m" => "departsretraite36m",
        "other_departures_12m" => "autresdeparts12m",
        "other_departures_36m" => "autresdeparts36m",
        "abandoned" => "postesabandonnes12m", "days_to_fill" => "delaipourvoijours",
        "left_before_12m" => "departsavant12mois", "creations" => "projetscreation",
        "replacements" => "projetsremplacement", "permanent" => "projetscdi",
        "full_time" => "projetstempscomplet",
        "offers" => "offres12m", "applicants" => "candidatures12m",
        "qualified" => "candidatsqualifies12m", "suitable" => "candidatsconvenables12m",
        "filled" => "postespourvus12m", "present_after_12m" => "presentsa12mois",
        "projects" => "projets12m", "seasonal" => "projetssaisonniers",
        "difficult" => "projetsdifficiles", "causes" => "causesdifficulte",
        "training_need" => "besoinformation", "training_public" => "publicformation",
        "skill" => "competencevisee", "training_hours" => "dureesouhaiteeh",
        "modality" => "modalite", "promise" => "promesseembauche",
    ],
    ..PLAIN
};

pub const ACTOR_OPINIONS: Layout = Layout {
    kind: Kind::ActorOpinions,
    required: &["respondent", "college", "question", "answer"],
    fields: same![
        "respondent" => "idrepondant", "college" => "college", "question" => "question",
        "answer" => "reponse",
    ],
    ..PLAIN
};

pub const ESTABLISHMENT_REGISTER: Layout = Layout {
    kind: Kind::EstablishmentRegister,
    required: &["stratum", "naf_section", "size_class", "establishments"],
    fields: same![
        "stratum" => "strate", "naf_section" => "sectionnaf",
        "size_class" => "trancheeffectif", "establishments" => "nbetablissements",
        "headcount" => "effectiftotal", "source" => "source", "source_date" => "datesource",
    ],
    ..PLAIN
};

pub const JOB_OFFERS: Layout = Layout {
    kind: Kind::JobOffers,
    required: &["id", "source", "commune", "created", "contract", "status"],
    fields: same![
        "id" => "idoffre", "source" => "source", "title" => "intitule", "rome" => "coderome",
        "fap" => "codefap", "fap_year" => "versionfap", "qualification" => "qualification",
        "commune" => "codecommune", "naf" => "codenaf", "created" => "datecreation",
        "closed" => "datecloture", "posts" => "nbpostes", "contract" => "typecontrat",
        "months" => "dureemois", "full_time" => "tempscomplet", "status" => "statut",
        "siret" => "siret", "employer" => "employeur", "nature" => "nature",
        "postal" => "codepostal",
    ],
    ..PLAIN
};

pub const JOB_SEEKERS: Layout = Layout {
    kind: Kind::JobSeekers,
    required: &["period", "zone_type", "zone"],
    fields: same![
        "period" => "periode", "zone_type" => "typezone", "zone" => "codezone",
        "rome" => "coderome", "fap" => "codefap", "fap_year" => "versionfap",
        "stock_a" => "defma", "stock_abc" => "defmabc", "entries_a" => "entreesa",
        "entries_abc" => "entreesabc", "exits_abc" => "sortiesabc", "source" => "source",
        "source_date" => "datesource",
    ],
    ..PLAIN
};

pub const EMPLOYMENT: Layout = Layout {
    kind: Kind::EmploymentByAge,
    required: &["year", "zone_type", "zone", "employed"],
    fields: same![
        "year" => "annee", "zone_type" => "typezone", "zone" => "codezone",
        "rome" => "coderome", "fap" => "codefap", "fap_year" => "versionfap",
        "employed" => "emploi", "from_50" => "part50plus", "from_55" => "part55plus",
        "from_60" => "part60plus", "leavers" => "autresdepartsannuels",
        "sampled" => "partenquetee", "source" => "source", "source_date" => "datesource",
    ],
    ..PLAIN
};

pub const TRAVEL_TIMES: Layout = Layout {
    kind: Kind::TravelTimes,
    required: &["from", "to", "minutes"],
    fields: &[
        ("from", &["communedepart", "codecommunedepart"]),
        ("to", &["communearrivee", "codecommunearrivee"]),
        ("minutes", &["minutes", "dureeminutes", "tempsminutes"]),
    ],
    ..PLAIN
};
