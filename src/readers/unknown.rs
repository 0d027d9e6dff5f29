//! Codes of a table that the lists do not know: their shape is right, and what they name is of
//! another year, or is a typing error. Said with examples; the rows stay.

use crate::model::text::Ends;
use crate::model::{IssueKind, Kind, Place, Rome, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::tables::{DataFrame, Table};
use std::collections::{BTreeSet, HashSet};

/// Codes given as examples.
const EXAMPLES: usize = 5;
/// Codes of a column kept at hand.
const SEEN: usize = 1 << 12;

/// Whether the lists have a code.
type Exists = fn(&str, &Reference) -> bool;

fn basin(text: &str, reference: &Reference) -> bool {
    Territory::basin(text).is_ok_and(|place| reference.exists(place))
}

fn department(text: &str, reference: &Reference) -> bool {
    Territory::department(text).is_ok_and(|place| reference.exists(place))
}

fn typed(text: &str, reference: &Reference) -> bool {
    match text.parse() {
        Ok(Territory::France) | Err(_) => true,
        Ok(place) => reference.exists(place),
    }
}

fn rome(text: &str, reference: &Reference) -> bool {
    // Old tables use a domain as a card.
    let known = |rome: Rome| rome.is_domain() || reference.rome_label(rome).is_some();
    Rome::new(text).is_ok_and(known)
}

fn commune(text: &str, reference: &Reference) -> bool {
    reference.basin_from_commune(text).is_some()
        || reference.zone_from_commune(text).is_some()
        || reference.is_current(text)
}

/// The columns of codes of a table: the field of the table, the column of the layout, the system.
fn columns(kind: Kind) -> &'static [(&'static str, &'static str, &'static str, Exists)] {
    match kind {
        Kind::Bmo => {
            &[("basin", "basin", "be", basin), ("department", "department", "dep", department)]
        }
        Kind::BasinTension => &[("basin", "basin", "be", basin), ("rome", "rome", "ROME", rome)],
        Kind::JobSeekers | Kind::EmploymentByAge => {
            &[("territory", "zone", "place", typed), ("rome", "rome", "ROME", rome)]
        }
        Kind::JobOffers | Kind::SurveyEstablishments => {
            &[("commune", "commune", "Insee", commune), ("rome", "rome", "ROME", rome)]
        }
        Kind::SurveyOccupations | Kind::CompanyHeadcount | Kind::ProvenProgrammes => {
            &[("rome", "rome", "ROME", rome)]
        }
        Kind::TrainingCatalogue | Kind::CarifOffers => {
            &[("commune", "commune", "Insee", commune), ("romes", "romes", "ROME", rome)]
        }
        Kind::CertifInfo | Kind::NationalRegister => &[("romes", "romes", "ROME", rome)],
        Kind::HiringDeclarations => &[("territory", "department_code", "place", typed)],
        _ => &[],
    }
}

fn frame(table: &Table) -> Option<&DataFrame> {
    Some(match table {
        Table::Bmo(table) => table.frame(),
        Table::BasinTension(table) => table.frame(),
        Table::JobSeekers(table) => table.frame(),
        Table::Employment(table) => table.frame(),
        Table::JobOffers(table) => table.frame(),
        Table::SurveyEstablishments(table) => table.frame(),
        Table::SurveyOccupations(table) => table.frame(),
        Table::Headcounts(table) => table.frame(),
        Table::Experiences(table) => table.frame(),
        Table::Catalogue(table) => table.frame(),
        Table::Certifications(table) => table.frame(),
        Table::Series(table) => table.frame(),
        _ => return None,
    })
}

/// The codes of a column, in order: a cell may list several.
fn codes<'a>(frame: &'a DataFrame, column: &str) -> BTreeSet<&'a str> {
    let Ok(texts) = frame.column(column).and_then(|column| column.str()) else {
        return BTreeSet::new();
    };
    // Few among a million cells: most were seen a moment ago, and are told by their ends.
    let (mut found, mut seen) = (HashSet::new(), vec![""; SEEN]);
    for text in texts.iter().flatten() {
        let Ends { ends: [first, last], length } = Ends::of(text);
        let mixed = (first ^ last.rotate_left(23)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let place = ((mixed >> 48) as usize ^ length) % SEEN;
        let Some(slot) = seen.get_mut(place) else { continue };
        if *slot != text {
            found.insert(text);
            *slot = text;
        }
    }
    let codes = found.into_iter().flat_map(|text| text.split(' '));
    codes.filter(|code| !code.is_empty()).collect()
}

/// Tells the codes that the lists do not know, by column as written.
pub fn tell(
    table: &mut ReadTable,
    written: &dyn Fn(&str) -> String,
    sheet: &str,
    reference: &Reference,
) {
    let mut told = Vec::new();
    if let Some(frame) = frame(&table.table) {
        for (field, column, system, exists) in columns(table.kind) {
            let codes = codes(frame, field);
            let unknown: Vec<&str> =
                codes.into_iter().filter(|code| !exists(code, reference)).collect();
            if unknown.is_empty() {
                continue;
            }
            let examples: Vec<&str> = unknown.iter().take(EXAMPLES).copied().collect();
            let kind = IssueKind::CodesUnknown {
                system: (*system).to_owned(),
                count: u32::try_from(unknown.len()).unwrap_or(u32::MAX),
                examples: examples.join(", "),
            };
            let column = Some(written(column)).filter(|column| !column.is_empty());
            told.push((Place { column, ..Place::sheet(sheet) }, kind));
        }
    }
    for (place, kind) in told {
        table.issues.warning(place, kind);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::{Control, read};

    fn check(text: &str, expect: &[(&str, &str)]) {
        let reference = Reference::embedded().unwrap();
        let tables = read("a.csv", text.as_bytes(), &reference, Control::none()).unwrap();
        let told: Vec<_> = tables[0]
            .issues
            .as_slice()
            .iter()
            .filter_map(|issue| match &issue.kind {
                IssueKind::CodesUnknown { system, examples, .. } => {
                    Some((system.as_str(), examples.as_str()))
                }
                _ => None,
            })
            .collect();
        assert_eq!(told, expect, "{text}");
        assert!(tables[0].rows.kept > 0, "rows with an unknown code stay");
    }

    #[test]
    fn codes_that_no_list_knows_are_told() {
        let header = "annee;code métier;BE26;Dept;REG;met;xmet;smet";
        check(&format!("{header}\n2026;V0X60;8450;15;84;12;8;*\n"), &[]);
        let rows = "2026;V0X60;9999;96;84;12;8;*\n2026;V0X60;8450;15;84;12;8;*\n";
        check(&format!("{header}\n{rows}"), &[("be", "9999"), ("dep", "96")]);
        let header = "periode;type_zone;code_zone;code_rome;defm_a;source;date_source";
        check(
            &format!("{header}\n2025-03;bmo;9999;J9999;12;FT;\n"),
            &[("place", "be:9999"), ("ROME", "J9999")],
        );
        let header =
            "id_offre;source;intitule;code_rome;code_commune;date_creation;type_contrat;statut";
        check(
            &format!("{header}\n1;FT;Chef;G1602;99999;2025-03-01;CDI;ouverte\n"),
            &[("Insee", "99999")],
        );
    }
}
