//! What the fields of the mappable tables hold, and the words analysts use for them in forms.

use crate::model::{Fap, FapVersion, IssueKind, Kind, Naf, Rome, Territory};
use crate::readers::coerce::{
    self, code, commune, date, is_missing, number, positive, rate, yes_no,
};
use crate::readers::layout::{LAYOUTS, Layout};
use crate::readers::own::{NATURES, STATUSES, SURVEY_STATUSES, ZONES, option_of};
use crate::readers::training::ROUTES;
use std::borrow::Cow;

/// What the cells of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    Text,
    /// Different on every row.
    Identifier,
    Number,
    /// 0–1, or with `%`.
    Rate,
    Date,
    YesNo,
    Commune,
    Basin,
    Naf,
    Rome,
    Fap,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// Several words, apart by `|`.
    Several,
}

impl Content {
    /// Whether a filled cell is of this content.
    pub fn fits(self, text: &str) -> bool {
        match self {
            Self::Text | Self::Identifier | Self::Several => true,
            Self::Number => matches!(number(text), Ok(Some(_))),
            Self::Rate => matches!(rate(text), Ok(Some(_))),
            Self::Date => date(text).is_ok_and(|date| date.len() >= 7),
            Self::YesNo => matches!(yes_no(text), Ok(Some(_))),
            Self::Commune => text.len() >= 4 && commune(text).is_ok(),
            Self::Basin => text.len() >= 3 && Territory::basin(text).is_ok(),
            Self::Naf => text.len() >= 5 && Naf::new(text).is_ok(),
            Self::Rome => Rome::new(text).is_ok(),
            Self::Fap => text.len() == 5 && Fap::new(FapVersion::Fap2021, text).is_ok(),
            Self::OneOf(words) => option_of(text, words).is_ok(),
        }
    }

    /// Why a cell cannot be read; nothing for marks of a missing or of a masked value, nor for words.
    pub fn fault(self, text: &str) -> Option<IssueKind> {
        let text = text.trim();
        if is_missing(text) || text == "*" {
            return None;
        }
        match self {
            Self::Number => positive(text).err(),
            Self::Rate => rate(text).err(),
            Self::Date => date(text).err(),
            Self::YesNo => yes_no(text).err(),
            Self::Commune => commune(text).err(),
            Self::Basin => Territory::basin(text).err().map(|_| code("be", text)),
            Self::Naf => coerce::naf(text).err(),
            Self::Rome => Rome::new(text).err().map(|_| code("ROME", text)),
            Self::Fap => coerce::fap(text).err(),
            Self::Text | Self::Identifier | Self::OneOf(_) | Self::Several => None,
        }
    }

    /// A cell as it will be read, for the eye; as it stands when it cannot be.
    pub fn canonical(self, text: &str) -> String {
        let read = match self {
            Self::Number => number(text).ok().flatten().map(|value| value.to_string()),
            Self::Rate => rate(text).ok().flatten().map(|value| value.to_string()),
            Self::Date => date(text).ok().map(Cow::into_owned),
            Self::Commune => commune(text).ok().map(Cow::into_owned),
            Self::Basin => Territory::basin(text).ok().map(|basin| basin.code().to_owned()),
            Self::Naf => Naf::new(text).ok().map(|naf| naf.to_string()),
            Self::OneOf(words) => option_of(text, words).ok().map(str::to_owned),
            _ => None,
        };
        read.unwrap_or_else(|| text.to_owned())
    }

    /// Whether any cell is of this content.
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Text | Self::Identifier | Self::Several)
    }

    /// Whether cells of this content are seldom anything else: worth proposing without a name.
    pub const fn is_telling(self) -> bool {
        matches!(self, Self::Commune | Self::Naf | Self::Rome | Self::Fap | Self::OneOf(_))
    }
}

/// A field of a mappable table.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    pub name: &'static str,
    pub content: Content,
    /// Words seen in the headers of forms, normalised.
    pub words: &'static [&'static str],
}

/// The layout of our own for a kind.
fn layout(kind: Kind) -> Option<&'static Layout> {
    LAYOUTS.iter().find(|layout| layout.kind == kind)
}

/// The fields of a kind in the order of its layout.
pub fn of(kind: Kind) -> Vec<Spec> {
    let Some(layout) = layout(kind) else { return Vec::new() };
    let spec = |(name, _): &(&'static str, _)| {
        let (content, words) = told(kind, name);
        Spec { name, content, words }
    };
    layout.fields.iter().map(spec).collect()
}

pub fn is_required(kind: Kind, name: &str) -> bool {
    layout(kind).is_some_and(|layout| layout.required.contains(&name))
}

/// Whether a row of a kind is none without a field: a required column may be empty in a survey.
pub fn is_vital(kind: Kind, name: &str) -> bool {
    crate::readers::layout::vital(kind)
        .map_or_else(|| is_required(kind, name), |vital| vital.contains(&name))
}

/// The normalised headers of our own layout for a field.
pub fn aliases(kind: Kind, name: &str) -> &'static [&'static str] {
    let found = layout(kind).and_then(|layout| layout.fields.iter().find(|(n, _)| *n == name));
    found.map_or(&[], |(_, aliases)| aliases)
}

#[rustfmt::skip]
fn told(kind: Kind, name: &str) -> (Content, &'static [&'static str]) {
    use Content as C;
    if let Some(found) = counted(kind, name) {
        return found;
    }
    #[expect(clippy::match_same_arms, reason = "one paragraph for each kind of table")]
    match (kind, name) {
        (Kind::SurveyEstablishments | Kind::JobOffers | Kind::TrainingCatalogue, "id") =>
            (C::Identifier, &["identifiant", "numero", "reference", "idreponse", "responseid", "iddelareponse", "siret", "numerosiret"]),
        (Kind::SurveyOccupations, "establishment") =>
            (C::Text, &["identifiant", "etablissement", "idreponse", "responseid", "iddelareponse", "siret", "numerosiret"]),
        (Kind::SurveyEstablishments, "status") => (C::OneOf(&SURVEY_STATUSES), &["statut", "reponse"]),
        (Kind::SurveyEstablishments, "headcount") =>
            (C::Number, &["effectif", "nombredesalaries", "salaries", "effectiftotal"]),
        (Kind::SurveyEstablishments, "answered_on") =>
            (C::Date, &["horodateur", "datedereponse", "datedesoumission", "submitdate"]),
        (Kind::SurveyEstablishments, "size_class") => (C::Text, &["tranchedeffectif", "tailledeletablissement"]),
        (Kind::SurveyEstablishments, "hires") => (C::Number, &["embauches", "recrutementsrealises"]),
        (Kind::SurveyEstablishments, "departures") => (C::Number, &["departs"]),
        (Kind::SurveyEstablishments, "permanent") => (C::Number, &["cdi", "salariesencdi"]),
        (Kind::SurveyEstablishments, "fixed_term") => (C::Number, &["cdd", "salariesencdd"]),
        (Kind::SurveyEstablishments, "temporary") => (C::Number, &["interimaires", "interim"]),
        (Kind::SurveyEstablishments, "seasonal") => (C::Number, &["saisonniers"]),
        (Kind::SurveyEstablishments, "hosts") => (C::YesNo, &["accueildestagiaires", "pmsmp"]),
        (Kind::SurveyEstablishments, "tutors") => (C::YesNo, &["tuteur", "avezvousuntuteur"]),
        (Kind::SurveyEstablishments, "on_the_job") => (C::YesNo, &["afest"]),
        (Kind::SurveyEstablishments, "obstacles") => (C::Several, &["freins", "freinsalaformation"]),
        (Kind::SurveyEstablishments, "consent") => (C::YesNo, &["accord", "acceptezvousdetrecite"]),
        (Kind::SurveyEstablishments, "weight") => (C::Number, &["poids", "ponderation"]),
        (Kind::SurveyOccupations, "label") => (C::Text, &["metier", "intituledumetier", "poste", "emploi"]),
        (Kind::SurveyOccupations, "headcount") => (C::Number, &["effectif", "nombredesalaries", "salaries"]),
        (Kind::SurveyOccupations, "projects") =>
            (C::Number, &["projetsderecrutement", "recrutementsprevus", "embauchesprevues", "projets"]),
        (Kind::SurveyOccupations, "difficult") =>
            (C::Number, &["dontdifficiles", "projetsdifficiles", "recrutementsdifficiles"]),
        (Kind::SurveyOccupations, "seasonal") => (C::Number, &["dontsaisonniers", "projetssaisonniers"]),
        (Kind::SurveyOccupations, "causes") => (C::Several, &["causes", "raisonsdesdifficultes", "difficultes"]),
        (Kind::SurveyOccupations, "training_need") => (C::YesNo, &["besoindeformation"]),
        (Kind::SurveyOccupations, "training_public") => (C::Several, &["publicaformer", "public"]),
        (Kind::SurveyOccupations, "skill") => (C::Text, &["competence", "competences"]),
        (Kind::SurveyOccupations, "offers") => (C::Number, &["offres", "postesouverts"]),
        (Kind::SurveyOccupations, "applicants") => (C::Number, &["candidatures", "candidats"]),
        (Kind::SurveyOccupations, "filled") => (C::Number, &["postespourvus"]),
        (Kind::SurveyOccupations,
            "qualified" | "suitable" | "present_after_12m" | "training_hours" | "aged_under_30"
            | "aged_30_49" | "aged_50_54" | "aged_55_59" | "aged_60_plus" | "retirements_12m"
            | "retirements_36m" | "other_departures_12m" | "other_departures_36m" | "abandoned"
            | "days_to_fill" | "left_before_12m" | "creations" | "replacements" | "permanent"
            | "full_time") => (C::Number, &[]),
        (Kind::ActorOpinions, "respondent") => (C::Text, &["identifiant", "idreponse", "responseid", "iddelareponse"]),
        (Kind::ActorOpinions, "college") => (C::Text,
            &["collegedacteurs", "typedacteur", "vousrepondezentantque", "vousetes", "votrestructure", "categoriedacteur"]),
        (Kind::ActorOpinions, "question") => (C::Text, &["enonce", "libelledelaquestion"]),
        (Kind::ActorOpinions, "answer") => (C::Text, &["avis", "opinion"]),
        (Kind::JobOffers, "title") => (C::Text, &["intituleduposte", "poste", "metier", "titre"]),
        (Kind::JobOffers, "source") => (C::Text, &["origine", "site"]),
        (Kind::JobOffers, "status") => (C::OneOf(&STATUSES), &["statut", "etat", "etatdeloffre"]),
        (Kind::JobOffers, "siret") => (C::Text, &["siretemployeur", "numerosiret"]),
        (Kind::JobOffers, "employer") => (C::Text, &["raisonsociale", "entreprise", "nomdelentreprise"]),
        (Kind::JobOffers, "nature") => (C::OneOf(&NATURES), &["fluxoustock", "naturedelaliste"]),
        (Kind::JobOffers, "created") =>
            (C::Date, &["datedecreation", "datedepublication", "publieele", "dateoffre", "date"]),
        (Kind::JobOffers, "closed") => (C::Date, &["datedecloture", "datefin"]),
        (Kind::JobOffers, "posts") => (C::Number, &["nombredepostes", "postes"]),
        (Kind::JobOffers, "months") => (C::Number, &["duree", "dureeenmois"]),
        (Kind::JobOffers, "contract") => (C::Text, &["typedecontrat", "contrat"]),
        (Kind::JobOffers, "full_time") => (C::YesNo, &["tempscomplet", "tempsplein"]),
        (Kind::TrainingCatalogue, "title") => (C::Text, &["intituledelaformation", "formation", "titre"]),
        (Kind::TrainingCatalogue, "provider") =>
            (C::Text, &["organismedeformation", "etablissement", "centredeformation", "cfa"]),
        (Kind::TrainingCatalogue, "route") => (C::OneOf(&ROUTES), &["voiedeformation", "modalite"]),
        (Kind::TrainingCatalogue, "starts") => (C::Date, &["datededebut", "debut"]),
        (Kind::TrainingCatalogue, "ends") => (C::Date, &["datedefin", "fin"]),
        (Kind::TrainingCatalogue, "hours") => (C::Number, &["nombredheures", "dureeenheures", "heures"]),
        (Kind::TrainingCatalogue, "months") => (C::Number, &["dureeenmois"]),
        (Kind::TrainingCatalogue, "capacity") => (C::Number, &["nombredeplaces", "places", "capacite"]),
        (Kind::TrainingCatalogue, "enrolled") => (C::Number, &["inscrits", "effectifs", "apprenants"]),
        (Kind::TrainingCatalogue, "entries") => (C::Number, &["entrees"]),
        (Kind::TrainingCatalogue, "dropouts") => (C::Number, &["abandons", "ruptures"]),
        (Kind::TrainingCatalogue, "level" | "figures_year" | "rate_denominator" | "cost_per_hour" | "cost_total") =>
            (C::Number, &[]),
        (Kind::TrainingCatalogue, "continuation_rate" | "employment_rate" | "retention") => (C::Rate, &[]),
        (Kind::TrainingCatalogue, "romes" | "formacodes" | "funders") => (C::Several, &[]),
        (Kind::JobSeekers, "zone_type") => (C::OneOf(&ZONES), &["typedezone", "typedeterritoire"]),
        (Kind::JobSeekers, "zone") => (C::Text, &["territoire", "codeterritoire", "bassin", "codebassin"]),
        (Kind::JobSeekers, "period") => (C::Text, &["mois", "trimestre", "date"]),
        (Kind::JobSeekers, "stock_a" | "stock_abc" | "entries_a" | "entries_abc" | "exits_abc") => (C::Number, &[]),
        (_, "commune") => (C::Commune, &["codeinsee", "insee", "commune", "codecommuneinsee", "codepostalcommune"]),
        (_, "basin") => (C::Basin, &["bassin"]),
        (_, "naf") => (C::Naf, &["codeape", "ape", "naf", "activite"]),
        (_, "rome") => (C::Rome, &["rome", "codemetierrome"]),
        (_, "fap") => (C::Fap, &["fap"]),
        (_, "fap_year") => (C::Number, &[]),
        (_, "source_date") => (C::Date, &[]),
        _ => (C::Text, &[]),
    }
}

/// Those of counts of people and of establishments that no other kind shares.
#[rustfmt::skip]
fn counted(kind: Kind, name: &str) -> Option<(Content, &'static [&'static str])> {
    use Content as C;
    Some(match (kind, name) {
        (Kind::EstablishmentRegister, "establishments") => (C::Number, &["nombredetablissements", "etablissements"]),
        (Kind::EstablishmentRegister, "headcount") => (C::Number, &["effectif", "salaries"]),
        (Kind::EstablishmentRegister, "naf_section") => (C::Text, &["section", "secteur"]),
        (Kind::EstablishmentRegister, "size_class") => (C::Text, &["tranchedeffectif", "taille"]),
        (Kind::EmploymentByAge, "zone_type") => (C::OneOf(&ZONES), &["typedezone", "typedeterritoire"]),
        (Kind::EmploymentByAge, "zone") => (C::Text, &["territoire", "codeterritoire", "zonedemploi", "codebassin"]),
        (Kind::EmploymentByAge, "year") => (C::Number, &["anneedurecensement", "millesime"]),
        (Kind::EmploymentByAge, "employed") => (C::Number, &["effectif", "emplois", "actifsoccupes", "personnesenemploi"]),
        (Kind::EmploymentByAge, "from_50") => (C::Rate, &["50ansetplus", "partdes50ansetplus"]),
        (Kind::EmploymentByAge, "from_55") => (C::Rate, &["55ansetplus", "partdes55ansetplus"]),
        (Kind::EmploymentByAge, "from_60") => (C::Rate, &["60ansetplus", "partdes60ansetplus"]),
        (Kind::EmploymentByAge, "leavers") => (C::Number, &["autresdeparts", "sortiesannuelles"]),
        (Kind::EmploymentByAge, "sampled") => (C::Rate, &["tauxdesondage"]),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::mapping::KINDS;

    #[test]
    fn every_mappable_kind_has_its_fields() {
        for kind in KINDS {
            let fields = of(kind);
            // Opinions: who, of which college, on what, what.
            let least = if kind == Kind::ActorOpinions { 4 } else { 5 };
            assert!(fields.len() >= least, "{kind}: {}", fields.len());
            assert!(fields.iter().any(|spec| is_required(kind, spec.name)), "{kind}");
            for spec in fields {
                assert!(!aliases(kind, spec.name).is_empty(), "{kind} {}", spec.name);
            }
        }
    }

    #[test]
    fn contents_are_told_apart() {
        let check = |content: Content, text: &str, expect: bool| {
            assert_eq!(content.fits(text), expect, "{content:?} {text}");
        };
        check(Content::Commune, "15014", true);
        check(Content::Commune, "12", false);
        check(Content::Naf, "10.51C", true);
        check(Content::Naf, "15014", false);
        check(Content::Rome, "J1501", true);
        check(Content::Date, "01/03/2026", true);
        check(Content::Date, "?", false);
        check(Content::YesNo, "Oui", true);
        check(Content::OneOf(&ROUTES), "Apprentissage", true);
    }
}
