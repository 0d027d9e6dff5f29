//! Who was collected before or invited. A respondent keeps its identifier: the memory of what has left
//! a project knows respondents by it, and would take one for another. Who was invited and sent nothing
//! is counted as asked.
//!
//! The list of contacts of the folder collected into tells it. Without one an identifier is made of
//! what names the establishment, so that one answer more changes no other. That hides nobody from who
//! holds a list of SIRETs: the tables are to be kept as the answers they hold.

use crate::model::fold;
use crate::readers::kit::filled::Filled;
use crate::readers::kit::list::{self, COMMUNE, ID, NAF, NAME, SIRET, WAVE, WRITTEN};
use crate::readers::kit::table::Table;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};

/// Signs of an identifier that is made, after the first.
const MADE: usize = 8;
/// Digits of one that is counted, at most: the two kinds are never the same text.
const COUNTED: usize = 6;

/// The contacts of a former collection, and those of lists of the invited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    table: Table,
    index: Index,
    /// The round that each answered, by identifier; empty where it is not said.
    answered: BTreeMap<String, String>,
}

/// Rows by what tells them apart, so that a list of thousands is matched in one walk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Index {
    /// By row.
    identities: Vec<Identity>,
    /// The first row of an identifier.
    of_id: BTreeMap<String, usize>,
    of_siret: BTreeMap<String, BTreeSet<usize>>,
    of_name: BTreeMap<String, BTreeSet<usize>>,
}

impl Index {
    fn new(table: &Table) -> Self {
        let mut index = Self::default();
        for row in 0..table.rows.len() {
            index.put(table, row);
        }
        index
    }

    /// Puts a row at its place, whatever it was before.
    fn put(&mut self, table: &Table, row: usize) {
        let now = identity(table, row);
        if let Some(before) = self.identities.get(row).filter(|before| **before != now) {
            let same_siret = before.siret.as_ref().and_then(|siret| self.of_siret.get_mut(siret));
            for rows in same_siret.into_iter().chain(self.of_name.get_mut(&before.name)) {
                rows.remove(&row);
            }
        }
        if let Some(siret) = &now.siret {
            self.of_siret.entry(siret.clone()).or_default().insert(row);
        }
        self.of_name.entry(now.name.clone()).or_default().insert(row);
        let id = table.get(row, ID);
        if !id.is_empty() {
            self.of_id.entry(id.to_owned()).or_insert(row);
        }
        match self.identities.get_mut(row) {
            Some(known) => *known = now,
            None => self.identities.push(now),
        }
    }
}

/// Of a list of contacts, who answered, and in which round.
fn answered(table: &Table) -> BTreeMap<String, String> {
    let rows = (0..table.rows.len()).filter(|row| {
        let status = fold(table.get(*row, list::STATUS));
        let is_said = ["repond", "answered"].iter().any(|word| status.trim().starts_with(word));
        is_said && !table.get(*row, ID).is_empty()
    });
    rows.map(|row| (table.get(row, ID).to_owned(), table.get(row, WAVE).to_owned())).collect()
}

/// An establishment that is known, as its lists tell it; empty where they do not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Invited {
    pub naf: String,
    pub commune: String,
    /// The class it was drawn in.
    pub size: String,
    pub status: &'static str,
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
        let table = list::read(bytes)?;
        let is_list = table.header.iter().any(|name| name == ID);
        let (index, answered) = (Index::new(&table), answered(&table));
        is_list.then_some(Self { table, index, answered })
    }

    /// These and those of a list of the invited, as [`list::read`] gives it. An establishment that is
    /// known keeps its identifier; what the list tells of it is the latest.
    #[must_use]
    pub fn with(mut self, list: &Table) -> Self {
        for name in [ID, SIRET].into_iter().map(str::to_owned).chain(list.header.iter().cloned()) {
            if !self.table.header.contains(&name) {
                self.table.header.push(name);
            }
        }
        let header = self.table.header.clone();
        for row in 0..list.rows.len() {
            let identity = identity(list, row);
            let given = list::number(list.get(row, ID));
            let before = self.of(&identity).first().map(|id| (*id).to_owned());
            let made = || if given.is_empty() { identity.named() } else { Some(given.clone()) };
            // A line that tells nothing of anyone is none.
            let Some(id) = before.or_else(made) else { continue };
            let place = self.place(&id).unwrap_or_else(|| {
                self.table.rows.push(Vec::new());
                self.table.rows.len() - 1
            });
            for name in header.iter().map(String::as_str) {
                let told = match name {
                    ID => id.as_str(),
                    // Listed, it is invited to the round that is collected.
                    WAVE => list.get(row, WAVE),
                    _ if list.get(row, name).is_empty() => self.table.get(place, name),
                    _ => list.get(row, name),
                };
                let told = told.to_owned();
                self.table.set(place, name, told);
            }
            self.index.put(&self.table, place);
        }
        self
    }

    fn place(&self, id: &str) -> Option<usize> {
        self.index.of_id.get(id).copied()
    }

    /// What the lists tell of an establishment.
    pub fn told(&self, id: &str) -> Option<Invited> {
        self.place(id).map(|row| Invited {
            naf: list::activity(&self.table, row),
            commune: list::commune(&self.table, row),
            size: list::size(&self.table, row),
            status: list::status(self.table.get(row, list::STATUS)),
        })
    }

    /// Identifiers of those that were invited to a round and sent nothing: not in a list of contacts,
    /// neither by their identifier nor by their SIRET, nor in an earlier collection of the round.
    /// Contacts of another round were not invited.
    pub fn missing(&self, wave: &str, list: &Table) -> Vec<String> {
        let mut ids = self.absent(wave, list);
        ids.retain(|id| !self.has_answered(id, wave));
        ids
    }

    /// How many answered in an earlier collection of a round and are not in a list of contacts.
    pub fn earlier(&self, wave: &str, list: &Table) -> usize {
        self.absent(wave, list).iter().filter(|id| self.has_answered(id, wave)).count()
    }

    fn has_answered(&self, id: &str, wave: &str) -> bool {
        self.answered.get(id).is_some_and(|of| of.is_empty() || of == wave)
    }

    fn absent(&self, wave: &str, list: &Table) -> Vec<String> {
        let now: BTreeSet<&str> = (0..list.rows.len()).map(|row| list.get(row, ID)).collect();
        let sirets: BTreeSet<String> =
            (0..list.rows.len()).filter_map(|row| identity(list, row).siret).collect();
        let is_asked = |row: usize| {
            let of = self.table.get(row, WAVE);
            of.is_empty() || of == wave
        };
        let is_new = |row: usize| {
            let siret = self.index.identities.get(row).and_then(|known| known.siret.as_ref());
            siret.is_none_or(|siret| !sirets.contains(siret))
        };
        let rows = self.rows().filter(|(row, id)| !now.contains(id) && is_asked(*row));
        rows.filter(|(row, _)| is_new(*row)).map(|(_, id)| id.to_owned()).collect()
    }

    fn rows(&self) -> impl Iterator<Item = (usize, &str)> {
        let rows = (0..self.table.rows.len()).map(|row| (row, self.table.get(row, ID)));
        rows.filter(|(_, id)| !id.is_empty())
    }

    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.rows().map(|(_, id)| id)
    }

    /// Identifiers that an establishment had, the surest first.
    pub fn of(&self, identity: &Identity) -> Vec<&str> {
        let Index { identities, of_siret, of_name, .. } = &self.index;
        let sure = identity.siret.as_ref().and_then(|siret| of_siret.get(siret));
        let is_alike =
            |row: &&usize| identities.get(**row).is_some_and(|known| known.is_alike(identity));
        let named = of_name.get(&identity.name).filter(|_| !identity.name.is_empty());
        let alike = named.into_iter().flatten().filter(is_alike);
        let rows = sure.into_iter().flatten().chain(alike);
        rows.map(|row| self.table.get(*row, ID)).filter(|id| !id.is_empty()).collect()
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
        let now: BTreeSet<&str> = (0..list.rows.len()).map(|row| list.get(row, ID)).collect();
        let gone = self.rows().filter(|(_, id)| !now.contains(id));
        gone.map(|(row, _)| list.header.iter().map(|name| self.cell(row, name)).collect()).collect()
    }

    /// The cell of a contact; codes and classes as the tables write them.
    fn cell(&self, row: usize, column: &str) -> String {
        let told = match column {
            NAF => list::activity(&self.table, row),
            COMMUNE => list::commune(&self.table, row),
            list::SIZE => list::size(&self.table, row),
            SIRET => identity(&self.table, row).siret.unwrap_or_default(),
            // Listed anew, it answered the round that it answered.
            WAVE if self.table.get(row, WAVE).is_empty() => {
                self.answered.get(self.table.get(row, ID)).cloned().unwrap_or_default()
            }
            _ => String::new(),
        };
        if told.is_empty() { self.table.get(row, column).to_owned() } else { told }
    }

    /// A contact under the headers of a list; `None` for one that is not known.
    pub fn contact(&self, id: &str, header: &[String]) -> Option<Vec<String>> {
        let row = self.place(id)?;
        Some(header.iter().map(|column| self.cell(row, column)).collect())
    }
}

/// What tells the establishment of a row from another.
fn identity(table: &Table, row: usize) -> Identity {
    let get = |column: &str| table.get(row, column);
    // A spreadsheet may have saved it as a number, without its first zeros.
    let siret: String = get(SIRET).chars().filter(char::is_ascii_digit).collect();
    let siret = (!siret.is_empty()).then(|| format!("{siret:0>14}"));
    let (commune, written) = (fold(&list::commune(table, row)), fold(get(WRITTEN)));
    let naf = list::activity(table, row);
    let naf = if naf.is_empty() { fold(get(NAF)) } else { fold(&naf) };
    Identity { siret, name: fold(get(NAME)), commune, written, naf }
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

    /// An identifier made of what names the establishment; `None` where nothing does.
    pub fn named(&self) -> Option<String> {
        match &self.siret {
            Some(siret) => Some(signs(&format!("siret/{siret}"))),
            None if self.name.is_empty() => None,
            None => Some(signs(&format!("name/{}/{}/{}", self.name, self.commune, self.naf))),
        }
    }

    /// An identifier made of what names the establishment, of its answers where nothing does.
    pub fn made(&self, filled: &Filled) -> String {
        self.named().unwrap_or_else(|| {
            let Filled { form, occupations, wishes, .. } = filled;
            signs(&format!("answers/{form:?}/{occupations:?}/{wishes:?}"))
        })
    }
}

/// A short text that another one does not have, but by chance.
fn signs(text: &str) -> String {
    const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let digest = Sha256::digest(text.as_bytes());
    let sign = |byte: &u8| SIGNS.get(usize::from(byte % 32)).copied().map(char::from);
    std::iter::once('E').chain(digest.iter().take(MADE).filter_map(sign)).collect()
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
    fn a_list_of_the_invited_adds_to_those_that_are_known() {
        let list = list::read(
            "N° SIRET;Nom;APE;Commune;Tranche\n\
             73282932000074;Alpha SAS;1071C;Aurillac (15014);10-19\n\
             35600000000048;Beta;4711D;Aurillac (15014);1-9\n;;;;\n"
                .as_bytes(),
        );
        let known = known().with(&list.unwrap());
        // Known before: its identifier stays; new: one made of its SIRET; an empty line is none.
        let made = identity("35600000000048", "", "").named().unwrap();
        assert_eq!(known.ids().collect::<Vec<_>>(), ["E001", "E007", "C-9", &made]);
        let told = known.told("E001").unwrap();
        assert_eq!((told.naf.as_str(), told.size.as_str()), ("1071C", "10-19"));
        assert_eq!(told.commune, "15014");
        // Answered under another identifier, with the SIRET of the second.
        let header = [ID, SIRET].map(str::to_owned).to_vec();
        let row = ["C-1", "35600000000048"].map(str::to_owned).to_vec();
        let contacts = Table { header, rows: vec![row] };
        assert_eq!(known.missing("2026", &contacts), ["E001", "E007", "C-9"]);
        // Of a former round and not listed: not invited to this one.
        let former = Known::read(b"id_etablissement;vague\nE1;2025\nE2;2026\nE3;\n").unwrap();
        assert_eq!(former.missing("2026", &Table::default()), ["E2", "E3"]);
    }

    /// A list of thousands is matched by what tells its lines apart, not by looking at all of them.
    #[test]
    fn a_long_list_is_matched_with_its_former_self() {
        let lines = (0..20_000).map(|n| format!("{:014};Établissement {};15014;1071C\n", n, n / 2));
        let text = format!("SIRET;Nom;Commune;APE\n{}", lines.collect::<String>());
        let list = list::read(text.as_bytes()).unwrap();
        let first = Known::default().with(&list);
        assert_eq!(first.ids().count(), 20_000);
        let again = first.clone().with(&list);
        assert_eq!(again.ids().collect::<Vec<_>>(), first.ids().collect::<Vec<_>>());
        // Without SIRET two of one name are one to whoever reads the list.
        let found = again.of(&identity("", "Établissement 7", ""));
        assert_eq!(found.len(), 2);
    }

    /// A SIRET that a list adds is found, and the name of before no more.
    #[test]
    fn what_a_list_changes_is_found_under_what_it_is_now() {
        let list = list::read(b"id_etablissement;raison_sociale;siret\nE007;Gaec;35600000000048\n");
        let known = known().with(&list.unwrap());
        assert_eq!(known.of(&identity("35600000000048", "", "")), ["E007"]);
        assert_eq!(known.of(&identity("", "gaec", "Aurillac")), ["E007"]);
        assert_eq!(known.of(&identity("", "Ferme Êta", "Aurillac")), Vec::<&str>::new());
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
