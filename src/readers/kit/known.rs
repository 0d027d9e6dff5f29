//! Who was collected before, so that a respondent keeps its identifier: the memory of what has left a
//! project knows respondents by it, and would take one for another.
//!
//! The list of contacts of the folder collected into tells it. Without one an identifier is made of
//! what names the establishment, so that one answer more changes no other. That hides nobody from who
//! holds a list of SIRETs: the tables are to be kept as the answers they hold.

use crate::model::fold;
use crate::readers::kit::filled::Filled;
use crate::readers::kit::table::Table;
use sha2::{Digest as _, Sha256};

const ID: &str = "id_etablissement";
const SIRET: &str = "siret";
const NAME: &str = "raison_sociale";
const NAF: &str = "code_naf";
const COMMUNE: &str = "code_commune";
/// As typed; lists of contacts once had no code of it.
const WRITTEN: &str = "commune_ecrite";
/// Signs of an identifier that is made, after the first.
const MADE: usize = 8;
/// Digits of one that is counted, at most: the two kinds are never the same text.
const COUNTED: usize = 6;

/// The contacts of a former collection.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    table: Table,
}

/// What tells an establishment from another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    siret: Option<String>,
    /// Folded, as what follows; empty where unknown.
    name: String,
    commune: String,
    written: String,
    naf: String,
}

impl Known {
    /// A list of contacts as [`crate::readers::kit::to_csv`] writes it, or as a spreadsheet saves it
    /// again; `None` for what is none.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let text = std::str::from_utf8(bytes).ok()?;
        let text = text.trim_start_matches('\u{feff}');
        let comma = !text.lines().next()?.contains(';');
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.delimiter(if comma { b',' } else { b';' }).flexible(true);
        let mut reader = reader.from_reader(text.as_bytes());
        let cells = |record: &csv::StringRecord| -> Vec<String> {
            // The apostrophe before what could begin a formula.
            record.iter().map(|cell| cell.trim().trim_start_matches('\'').to_owned()).collect()
        };
        let header = cells(reader.headers().ok()?);
        header.iter().any(|name| name == ID).then_some(())?;
        let rows: Result<Vec<_>, _> =
            reader.records().map(|record| record.map(|record| cells(&record))).collect();
        Some(Self { table: Table { header, rows: rows.ok()? } })
    }

    fn rows(&self) -> impl Iterator<Item = (usize, &str)> {
        let rows = (0..self.table.rows.len()).map(|row| (row, self.table.get(row, ID)));
        rows.filter(|(_, id)| !id.is_empty())
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.rows().map(|(_, id)| id)
    }

    fn identity(&self, row: usize) -> Identity {
        let get = |column: &str| self.table.get(row, column);
        // A spreadsheet may have saved it as a number, without its first zeros.
        let siret: String = get(SIRET).chars().filter(char::is_ascii_digit).collect();
        let siret = (!siret.is_empty()).then(|| format!("{siret:0>14}"));
        let name = fold(get(NAME));
        let (commune, written) = (fold(get(COMMUNE)), fold(get(WRITTEN)));
        Identity { siret, name, commune, written, naf: fold(get(NAF)) }
    }

    /// Identifiers that an establishment had, the surest first.
    pub fn of(&self, identity: &Identity) -> Vec<&str> {
        let same_siret =
            |row: usize| identity.siret.is_some() && self.identity(row).siret == identity.siret;
        let sure = self.rows().filter(|(row, _)| same_siret(*row));
        let alike = self.rows().filter(|(row, _)| self.identity(*row).is_alike(identity));
        sure.chain(alike).map(|(_, id)| id).collect()
    }

    /// The last number of identifiers that were counted, if any were.
    pub fn last_number(&self) -> Option<u32> {
        let number = |id: &str| {
            let digits = id.strip_prefix('E')?;
            (digits.len() <= COUNTED).then(|| digits.parse::<u32>().ok())?
        };
        self.ids().filter_map(number).max()
    }

    /// Contacts that are not among those of a new list, under its headers: what was given once is
    /// given to nobody else.
    pub fn left(&self, list: &Table) -> Vec<Vec<String>> {
        let now = |id: &str| (0..list.rows.len()).any(|row| list.get(row, ID) == id);
        let gone = self.rows().filter(|(_, id)| !now(id));
        let cell = |row: usize, column: &String| self.table.get(row, column).to_owned();
        gone.map(|(row, _)| list.header.iter().map(|column| cell(row, column)).collect()).collect()
    }
}

impl Identity {
    pub fn of(filled: &Filled) -> Self {
        let text = |id: &str| fold(filled.text(id).unwrap_or_default());
        let siret = filled.text(SIRET).map(str::to_owned);
        let written = fold(&filled.commune);
        Self { siret, name: text(NAME), commune: text(COMMUNE), written, naf: text(NAF) }
    }

    pub fn with_siret(self, siret: Option<&str>) -> Self {
        Self { siret: siret.map(str::to_owned).or(self.siret), ..self }
    }

    /// Of one name, commune and activity as far as both tell them, and not of two SIRET.
    pub fn is_alike(&self, other: &Self) -> bool {
        let apart = matches!((&self.siret, &other.siret), (Some(one), Some(two)) if one != two);
        let agree = |one: &str, other: &str| one.is_empty() || other.is_empty() || one == other;
        let commune = if self.commune.is_empty() || other.commune.is_empty() {
            agree(&self.written, &other.written)
        } else {
            self.commune == other.commune
        };
        let named = !self.name.is_empty() && self.name == other.name;
        named && !apart && commune && agree(&self.naf, &other.naf)
    }

    /// An identifier made of what names the establishment, of its answers where nothing does.
    pub fn made(&self, filled: &Filled) -> String {
        const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        let text = match &self.siret {
            Some(siret) => format!("siret/{siret}"),
            None if self.name.is_empty() => {
                let Filled { form, occupations, wishes, .. } = filled;
                format!("answers/{form:?}/{occupations:?}/{wishes:?}")
            }
            None => format!("name/{}/{}/{}", self.name, self.commune, self.naf),
        };
        let digest = Sha256::digest(text.as_bytes());
        let sign = |byte: &u8| SIGNS.get(usize::from(byte % 32)).copied().map(char::from);
        std::iter::once('E').chain(digest.iter().take(MADE).filter_map(sign)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        let text = "\u{feff}id_etablissement;raison_sociale;siret;commune_ecrite\r\n\
                    E001;Alpha;73282932000074;15014\r\nE007;Ferme Êta;;Aurillac\r\nC-9;'=x;;\r\n";
        Known::read(text.as_bytes()).unwrap()
    }

    fn identity(siret: &str, name: &str, written: &str) -> Identity {
        let siret = (!siret.is_empty()).then(|| siret.to_owned());
        Identity { siret, name: fold(name), written: fold(written), ..Identity::default() }
    }

    #[test]
    fn a_siret_tells_first_then_a_name_in_its_commune() {
        let known = known();
        let check = |siret: &str, name: &str, written: &str, expect: &[&str]| {
            let found = known.of(&identity(siret, name, written));
            assert_eq!(found, expect, "{siret} {name}");
        };
        check("73282932000074", "Autre nom", "x", &["E001"]);
        check("", "ALPHA", "15014", &["E001"]);
        check("35600000000048", "Alpha", "15014", &[]);
        check("35600000000048", "ferme eta", "AURILLAC", &["E007"]);
        check("", "Ferme Êta", "Arpajon", &[]);
        check("", "", "Aurillac", &[]);
        assert_eq!(known.last_number(), Some(7));
        assert_eq!(Known::read(b"a;b\r\n1;2\r\n"), None);
    }

    #[test]
    fn nobody_is_forgotten() {
        let known = known();
        let header = [ID, SIRET, "neuf"].map(str::to_owned).to_vec();
        let now =
            Table { header, rows: vec![vec!["E007".to_owned(), String::new(), "x".to_owned()]] };
        let left = known.left(&now);
        assert_eq!(left, [["E001", "73282932000074", ""], ["C-9", "", ""]]);
    }

    #[test]
    fn a_made_identifier_depends_on_its_respondent_alone() {
        let made = |siret: &str, name: &str| {
            identity(siret, name, "").made(&Filled { file: name.to_owned(), ..Filled::default() })
        };
        assert_eq!(made("73282932000074", "a"), made("73282932000074", "b"));
        assert_ne!(made("73282932000074", "a"), made("35600000000048", "a"));
        assert_ne!(made("", "a"), made("", "b"));
        assert_eq!(made("", "a").len(), 1 + MADE);
    }
}
