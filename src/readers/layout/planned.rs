//! Layouts of our own for planning: courses wished for, programmes that worked, the headcount of one
//! company.

use crate::model::Kind;
use crate::readers::layout::{Layout, PLAIN};

pub const SURVEY_WISHES: Layout = Layout {
    kind: Kind::SurveyWishes,
    required: &["establishment", "label", "skill", "people"],
    fields: same![
        "establishment" => "idetablissement", "label" => "libellemetier",
        "skill" => "competencevisee", "audiences" => "publicformation",
        "people" => "nbpersonnes", "hours" => "dureesouhaiteeh", "modality" => "modalite",
        "period" => "periode",
    ],
    ..PLAIN
};

pub const PROVEN_PROGRAMMES: Layout = Layout {
    kind: Kind::ProvenProgrammes,
    required: &["id", "title", "entered", "completed"],
    fields: same![
        "id" => "idexperience", "title" => "intitule", "context" => "contexte",
        "rome" => "coderome", "fap" => "codefap", "fap_year" => "versionfap",
        "level" => "niveau", "audience" => "public", "hours" => "dureeheures",
        "modality" => "modalite", "group_size" => "taillegroupe",
        "commune" => "codecommune", "year" => "annee", "cost_per_place" => "coutplaceeur",
        "cost_total" => "couttotaleur", "entered" => "entres", "completed" => "termines",
        "employed_6m" => "enemploi6m", "present_12m" => "presents12m",
        "source" => "source", "source_date" => "datesource",
    ],
    ..PLAIN
};

pub const COMPANY_HEADCOUNT: Layout = Layout {
    kind: Kind::CompanyHeadcount,
    required: &["label", "headcount", "aged_60_plus", "hires_12m"],
    fields: same![
        "label" => "metierentreprise", "rome" => "coderome", "fap" => "codefap",
        "fap_year" => "versionfap", "headcount" => "effectif",
        "aged_under_30" => "agemoins30", "aged_30_49" => "age3049",
        "aged_50_54" => "age5054", "aged_55_59" => "age5559",
        "aged_60_plus" => "age60plus", "departures_12m" => "departsconnus12m",
        "departures_36m" => "departsconnus36m", "hires_12m" => "embauchesprevues12m",
        "source_date" => "datesource",
    ],
    ..PLAIN
};
