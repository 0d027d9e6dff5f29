//! What a layout asks for: columns without which a row is none, what a header lacks to be one.

use crate::model::Kind;
use crate::readers::header::{self, Columns};
use crate::readers::layout::{LAYOUTS, Layout};

/// Who answers a survey has answered, whatever else cannot be read: the cells without which a row
/// of these tables is none, of the columns that their headers ask for.
const VITAL: [(Kind, &[&str]); 3] = [
    (Kind::SurveyEstablishments, &["id", "commune", "status"]),
    (Kind::SurveyOccupations, &["establishment", "label"]),
    (Kind::ActorOpinions, &["respondent", "college", "question"]),
];

/// Cells without which a row is none, where they are fewer than the columns of its header.
pub fn vital(kind: Kind) -> Option<&'static [&'static str]> {
    VITAL.iter().find(|(known, _)| *known == kind).map(|(_, names)| *names)
}

/// Columns without which a row of a kind is none: those that its layout asks for, which is known
/// by its columns; fewer for a survey.
pub fn needed(kind: Kind, columns: &Columns) -> &'static [&'static str] {
    if let Some(vital) = vital(kind) {
        return vital;
    }
    let of_kind = || LAYOUTS.iter().filter(|layout| layout.kind == kind);
    let whole = of_kind().find(|layout| layout.required.iter().all(|name| columns.has(name)));
    whole.or_else(|| of_kind().next()).map_or(&[], |layout| layout.required)
}

/// Required columns beyond which a header that has all but one is told from any table.
const TELLING: usize = 3;

/// Columns as their files write them, where that is not their normalised name: to be shown. A year
/// within stands as an example.
#[rustfmt::skip]
const WRITTEN: [(&str, &str); 46] = [
    ("be#", "BE24"), ("codemetierbmo", "code métier BMO"), ("dept", "Dept"), ("reg", "REG"),
    ("categorietension", "Catégorie Tension"), ("niveaugeo", "niveau_geo"),
    ("communeid", "commune_id"), ("territoireid", "territoire_id"),
    ("departementid", "departement_id"), ("regionid", "region_id"),
    ("codefap22", "Code FAP 22"), ("codefap86", "Code FAP 86"),
    ("codefap228", "Code FAP 228"), ("codefap341", "Code FAP 341"),
    ("idformation", "id_formation"), ("idetablissement", "id_etablissement"),
    ("codecommune", "code_commune"), ("codenaf", "code_naf"),
    ("statutreponse", "statut_reponse"), ("effectiftotal", "effectif_total"),
    ("libellemetier", "libelle_metier"), ("effectifmetier", "effectif_metier"),
    ("projets12m", "projets_12m"), ("idrepondant", "id_repondant"),
    ("sectionnaf", "section_naf"), ("trancheeffectif", "tranche_effectif"),
    ("nbetablissements", "nb_etablissements"), ("idoffre", "id_offre"),
    ("datecreation", "date_creation"), ("typecontrat", "type_contrat"),
    ("typezone", "type_zone"), ("codezone", "code_zone"),
    ("competencevisee", "competence_visee"), ("nbpersonnes", "nb_personnes"),
    ("idexperience", "id_experience"), ("metierentreprise", "metier_entreprise"),
    ("age60plus", "age_60_plus"), ("embauchesprevues12m", "embauches_prevues_12m"),
    ("codediplome", "Code_Diplome"), ("libellediplome", "Libelle_Diplome"),
    ("coderome1", "Code_Rome_1"), ("coderncp", "Code_RNCP"), ("etat", "Etat"),
    ("nomof", "nom_of"), ("intitulecertification", "intitule_certification"),
    ("codecertifinfo", "code_certifinfo"),
];

/// A column by the name that its files give it.
fn as_written(alias: &'static str) -> &'static str {
    WRITTEN.iter().find(|(name, _)| *name == alias).map_or(alias, |(_, written)| *written)
}

/// The kind of table of which a row of cells is the header but for one column, and that column as
/// it is published; the one with the most columns found.
pub fn lacking(cells: &[String]) -> Option<(Kind, &'static str)> {
    let names = header::names(cells);
    let near = |layout: &'static Layout| {
        let columns = header::columns(cells, &names, layout.fields, layout.wide);
        let mut absent = layout.required.iter().filter(|name| !columns.has(name));
        let (missing, more) = (absent.next()?, absent.next());
        let (_, aliases) = layout.fields.iter().find(|(name, _)| name == missing)?;
        let found = layout.required.len() - 1;
        (more.is_none() && found >= TELLING)
            .then_some((columns.names().len(), (layout.kind, as_written(aliases.first()?))))
    };
    LAYOUTS.iter().filter_map(near).max_by_key(|(found, _)| *found).map(|(_, lacking)| lacking)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_column_that_a_header_lacks_is_named() {
        let check = |header: &str, expect: Option<(Kind, &str)>| {
            let cells: Vec<String> = header.split(';').map(str::to_owned).collect();
            assert_eq!(lacking(&cells), expect, "{header}");
        };
        let bmo = "annee;code métier;BE26;Dept;REG;met;xmet;smet";
        check(&bmo.replace(";xmet", ""), Some((Kind::Bmo, "xmet")));
        check(&bmo.replace(";xmet;smet", ""), None);
        check(bmo, None);
        check(&bmo.replace(";BE26", ""), Some((Kind::Bmo, "BE24")));
        check(&bmo.replace("code métier", "métiers"), Some((Kind::Bmo, "code métier BMO")));
        check(
            "strate;section_naf;tranche_effectif;source",
            Some((Kind::EstablishmentRegister, "nb_etablissements")),
        );
        check("nom;prénom;adresse", None);
    }

    #[test]
    fn columns_are_shown_as_their_files_write_them() {
        for (name, written) in WRITTEN {
            assert_eq!(header::normalise(written), name.replace('#', "24"), "{written}");
        }
        let telling = LAYOUTS.iter().filter(|layout| layout.required.len() > TELLING);
        for layout in telling {
            let asked = layout.fields.iter().filter(|(name, _)| layout.required.contains(name));
            for alias in asked.filter_map(|(_, aliases)| aliases.first()) {
                assert!(!as_written(alias).contains('#'), "{} {alias}", layout.kind);
            }
        }
    }
}
