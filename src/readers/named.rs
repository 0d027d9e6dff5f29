//! What the name of a file tells of a table that does not say its year itself.
//!
//! A copy in the cache is of a content, whatever its name: this is told after it.

use crate::model::{Issue, IssueKind, Kind, Reason};
use crate::readers::ReadTable;

/// Years of a name, each written with four digits, alone or before a month (`202107`).
pub fn years_in(name: &str) -> impl Iterator<Item = u16> {
    let parts = name.split(|c: char| !c.is_ascii_digit());
    parts.filter_map(|part| {
        let (year, month) = part.split_at_checked(4)?;
        let of_month = month.len() == 2 && ("01"..="12").contains(&month);
        let year = year.parse().ok().filter(|year| (2000..2100).contains(year))?;
        (month.is_empty() || of_month).then_some(year)
    })
}

/// The year that a name tells: the only one it holds, at several places or not.
pub fn year_in(name: &str) -> Option<u16> {
    let mut years = years_in(name);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

/// An edition without a year: the `v460` of `unix_referentiel_code_rome_v460_utf8.csv`.
fn edition_in(name: &str) -> Option<&str> {
    let mut parts = name.split(|c: char| !c.is_ascii_alphanumeric());
    parts.find(|part| {
        part.strip_prefix(['v', 'V'])
            .is_some_and(|number| number.len() >= 2 && number.bytes().all(|b| b.is_ascii_digit()))
    })
}

/// Kinds whose files are published once a year or at a date, and that the name of a file may date.
const fn is_published(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Bmo
            | Kind::BasinTension
            | Kind::RegulatoryList
            | Kind::BasinSectors
            | Kind::CommuneBasins
            | Kind::CommuneZones
            | Kind::CommuneCommittees
            | Kind::CommuneGroupings
            | Kind::RomeCards
            | Kind::RomeTree
            | Kind::RomeNafHirings
            | Kind::ApprenticeshipPrices
            | Kind::ApprenticeshipCatalogue
            | Kind::NationalRegister
            | Kind::CertifInfo
            | Kind::CourseOffers
            | Kind::CarifOffers
            | Kind::OnisepTraining
            | Kind::OnisepBridge
    )
}

/// Dates a table by the name of its file, where it does not say its year.
pub fn date(table: &mut ReadTable) {
    if table.vintage.is_some() || !is_published(table.kind) {
        return;
    }
    let member = table.reasons.iter().find_map(|reason| match reason {
        Reason::Member(name) => Some(name.as_str()),
        _ => None,
    });
    let name = member.filter(|name| year_in(name).is_some()).unwrap_or(&table.file);
    if let Some(year) = year_in(name) {
        table.vintage = Some(year);
        table.reasons.push(Reason::YearOfName(year));
        table.issues.remove(&IssueKind::YearUnknown);
        settle_edition(table);
    } else if let Some(edition) = edition_in(name) {
        let edition = edition.to_owned();
        table.reasons.push(Reason::EditionOfName(edition));
    }
}

/// Gives a survey that does not say its year the one that the user knows.
pub fn date_as(table: &mut ReadTable, year: u16) {
    table.vintage = Some(year);
    table.reasons.push(Reason::YearOfUser(year));
    table.issues.remove(&IssueKind::YearUnknown);
    settle_edition(table);
}

/// The edition of codes that both editions have, by a year that was not known when they were read.
pub fn settle_edition(table: &mut ReadTable) {
    let of_year = table.vintage.and_then(|year| Some((table.kind.edition_of(year)?, year)));
    let (None, Some((version, year))) = (table.fap_version, of_year) else { return };
    let both = |issue: &Issue| match issue.kind {
        IssueKind::FapVersionUnclear { fap2009, fap2021, .. } => fap2009 == fap2021 && fap2021 > 0,
        _ => false,
    };
    if table.issues.as_slice().iter().any(both) {
        table.issues.retain(|issue| !both(issue));
        table.fap_version = Some(version);
        table.reasons.push(Reason::EditionOfYear { version, year });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_name() {
        let check = |name: &str, expect: Option<u16>| assert_eq!(year_in(name), expect, "{name}");
        check("bmo_2016.csv", Some(2016));
        check("France_Travail_Bassin_Emploi_2021.csv", Some(2021));
        check("Referentiel-des-NPEC-15.07.2024.xlsx", Some(2024));
        check("export-fiches-csv-2024-02-22.zip", Some(2024));
        check("arbo_rome_ogr_202107.csv", Some(2021));
        check("bmo_2014-2018.csv", None);
        check("15014.csv", None);
        check("offres_201399.csv", None);
        assert_eq!(edition_in("unix_referentiel_code_rome_v460_utf8.csv"), Some("v460"));
        assert_eq!(edition_in("passage_fap2009_romev3.txt"), None);
    }
}
