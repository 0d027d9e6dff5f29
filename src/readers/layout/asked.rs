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
            .then_some((columns.names().len(), (layout.kind, *aliases.first()?)))
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
        check(
            "strate;section_naf;tranche_effectif;source",
            Some((Kind::EstablishmentRegister, "nbetablissements")),
        );
        check("nom;prénom;adresse", None);
    }
}
