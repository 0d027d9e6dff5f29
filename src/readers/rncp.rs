//! The daily export of the national registers RNCP and RS: ten tables in an archive, joined on
//! the number of the certification.

use crate::model::{IssueKind, Issues, Place, Rome, RowCount};
use crate::readers::cells::{Buffer, Cells};
use crate::readers::coerce::{self, code, is_missing};
use crate::readers::fill::{Line, Refusal, Seen};
use crate::readers::header::normalise;
use crate::readers::sheet::Sheet;
use crate::readers::text::Delimited;
use crate::readers::training::{level, register, romes};
use crate::readers::watch::Flag;
use crate::tables::certification;
use std::collections::{BTreeMap, BTreeSet};

/// Part of the name of the member that lists the certifications; others carry their links.
const STANDARD: &str = "_standard_";
/// Members joined: part of their name (the rest may hold undecodable accents), column taken.
const LINKED: [(&str, &str); 6] = [
    ("_rome_", "Codes_Rome_Code"),
    ("_nsf_", "Nsf_Code"),
    ("_formacode_", "Formacode_Code"),
    ("_certificateurs_", "Nom_Certificateur"),
    ("_voixdacc", "Si_Jury"),
    (BLOCKS, "Bloc_Competences_Libelle"),
];
/// Blocks of skills: only what is registered in blocks has any, and an export may be without.
const BLOCKS: &str = "_blocs_";
/// A column that is looked at beside the one taken: the establishment of a certifier.
const SIRET: &str = "Siret_Certificateur";
const KEY: &str = "Numero_Fiche";

/// Whether the name of a member holds a part, whatever its case.
fn holds(name: &str, part: &str) -> bool {
    name.to_ascii_lowercase().contains(part)
}

/// Whether an archive with these members is an export, by the parts of its names.
pub fn is_export(mut names: impl Iterator<Item = impl AsRef<str>>) -> bool {
    names.any(|name| holds(name.as_ref(), STANDARD) && holds(name.as_ref(), "fiches"))
}

/// Whether a member takes part in the join.
pub fn is_joined(name: &str) -> bool {
    holds(name, STANDARD) || LINKED.iter().any(|(part, _)| holds(name, part))
}

/// Members that the export should have and that are not there, by the part of their name.
pub fn missing(names: &[String]) -> Vec<&'static str> {
    let there = |part: &str| names.iter().any(|name| holds(name, part));
    let parts = LINKED.iter().map(|(part, _)| *part);
    let parts = parts.filter(|part| *part != BLOCKS && !there(part));
    parts.map(|part| part.trim_matches('_')).collect()
}

/// Members that say the same as one before them, which is the one read.
pub fn again(names: &[String]) -> Vec<&String> {
    let parts = LINKED.iter().map(|(part, _)| *part).chain([STANDARD]);
    parts.flat_map(|part| names.iter().filter(move |name| holds(name, part)).skip(1)).collect()
}

/// The certifications with their links, one row each; row numbers are lines of the list.
pub struct Fiches<'a> {
    standard: &'a str,
    links: [BTreeMap<String, Vec<String>>; 6],
    cancelled: Flag<'a>,
    /// Rows of the other members, and what is told of them.
    pub rows: RowCount,
    pub issues: Issues,
}

/// The numbers of the certifications of the list.
fn numbers(text: &str, cancelled: Flag<'_>) -> Result<BTreeSet<String>, String> {
    let (mut place, mut found) = (None, BTreeSet::new());
    Delimited::new(text, ';').watched(cancelled).for_each_row(&mut |_, cells| {
        let Some(place) = place else {
            place = cells.iter().position(|cell| normalise(cell) == normalise(KEY));
            return place.is_some();
        };
        found.extend(cells.get(place).map(|key| key.trim().to_owned()));
        true
    })?;
    Ok(found)
}

/// Why a value of a member is refused, and at which of its columns.
fn refused(
    (key, value, siret): (&str, &str, Option<&str>),
    column: &'static str,
    known: &BTreeSet<String>,
) -> Option<(&'static str, IssueKind)> {
    if key.is_empty() {
        return Some((KEY, IssueKind::Required));
    }
    if !known.contains(key) {
        return Some((KEY, IssueKind::Orphan { key: key.to_owned() }));
    }
    if column == "Codes_Rome_Code" && Rome::new(value).is_err() {
        return Some((column, code("ROME", value)));
    }
    let text = siret.map(str::trim).filter(|text| !is_missing(text))?;
    coerce::siret(text).err().map(|kind| (SIRET, kind))
}

impl<'a> Fiches<'a> {
    /// From the members of the archive, by name; `None` when the list itself is missing.
    ///
    /// # Errors
    /// When a member is not a readable table.
    pub fn new(
        members: &'a [(String, String)],
        cancelled: Flag<'a>,
    ) -> Result<Option<Self>, String> {
        let member = |part: &str| members.iter().find(|(name, _)| holds(name, part));
        let Some((_, standard)) = member(STANDARD) else { return Ok(None) };
        let known = numbers(standard, cancelled)?;
        let links = Default::default();
        let (rows, issues) = (RowCount::default(), Issues::default());
        let mut fiches = Self { standard, links, cancelled, rows, issues };
        for (place, (part, column)) in LINKED.into_iter().enumerate() {
            if let Some((name, text)) = member(part) {
                let found = fiches.linked((name.as_str(), text.as_str()), column, &known)?;
                if let Some(slot) = fiches.links.get_mut(place) {
                    *slot = found;
                }
            }
        }
        Ok(Some(fiches))
    }

    /// The values of a column by certification; each row of the member is kept, refused at its
    /// place, or empty.
    fn linked(
        &mut self,
        (name, text): (&str, &str),
        column: &'static str,
        known: &BTreeSet<String>,
    ) -> Result<BTreeMap<String, Vec<String>>, String> {
        let mut places: Option<(usize, usize, Option<usize>)> = None;
        let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let (rows, issues) = (&mut self.rows, &mut self.issues);
        Delimited::new(text, ';').watched(self.cancelled).for_each_row(&mut |row, cells| {
            let Some((key, value, siret)) = places else {
                let place =
                    |name: &str| cells.iter().position(|cell| normalise(cell) == normalise(name));
                places = place(KEY).zip(place(column)).map(|(key, of)| (key, of, place(SIRET)));
                return places.is_some();
            };
            rows.read += 1;
            let cell = |place: usize| cells.get(place).map_or("", str::trim);
            let (key, value) = (cell(key), cell(value));
            if cells.is_blank() || (!key.is_empty() && value.is_empty()) {
                rows.empty += 1;
                return true;
            }
            // A column that only certifiers have.
            let siret = siret.map(cell);
            match refused((key, value, siret), column, known) {
                // The name of a certifier stands without its establishment.
                Some((SIRET, kind)) => {
                    rows.kept += 1;
                    issues.warning(Place::cell(name, row, SIRET), kind);
                }
                Some((at, kind)) => {
                    rows.refused += 1;
                    issues.error(Place::cell(name, row, at), kind);
                    return true;
                }
                None => rows.kept += 1,
            }
            let values = found.entry(key.to_owned()).or_default();
            if !values.iter().any(|known| known == value) {
                values.push(value.to_owned());
            }
            true
        })?;
        if places.is_none() {
            let kind = IssueKind::MissingColumn { column: column.to_owned() };
            self.issues.error(Place::sheet(name), kind);
        }
        Ok(found)
    }
}

impl Sheet for Fiches<'_> {
    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        let mut key: Option<usize> = None;
        let mut first = true;
        let mut joined = Buffer::default();
        let links = &self.links;
        let sheet = Delimited::new(self.standard, ';').watched(self.cancelled);
        { sheet }.for_each_row(&mut |line, cells| {
            joined.clear();
            joined.extend(cells.iter());
            if first {
                first = false;
                key = cells.iter().position(|cell| normalise(cell) == normalise(KEY));
                joined.extend(LINKED.iter().map(|(_, column)| *column));
                return visit(line, joined.cells());
            }
            let number = key.and_then(|key| cells.get(key)).map(str::trim);
            for values in links {
                let found = number.and_then(|number| values.get(number));
                joined.push(&found.map(|values| values.join("|")).unwrap_or_default());
            }
            visit(line, joined.cells())
        })
    }
}

/// What stands for a level that older certifications were registered without.
const TAKEN_OVER: &str = "REPRISE";

/// `NIV4`; empty for what has no level.
fn known_level(text: &str) -> Result<Option<f64>, IssueKind> {
    match level(text) {
        None if !is_missing(text) && text != TAKEN_OVER => {
            Err(IssueKind::NotAnOption { text: text.to_owned() })
        }
        found => Ok(found),
    }
}

pub fn fiche(
    builder: &mut certification::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let number = line.required("register")?;
    let (rncp, rs) = if number.starts_with("RS") { ("", number) } else { (number, "") };
    let register = register(rncp, rs);
    if register.is_empty() {
        let kind = crate::readers::coerce::code("RNCP", number);
        return Err(Refusal { column: "register".into(), kind });
    }
    let active = match line.required("active")? {
        "ACTIVE" => true,
        "INACTIVE" => false,
        other => {
            let kind = IssueKind::NotAnOption { text: other.to_owned() };
            return Err(Refusal { column: "active".into(), kind });
        }
    };
    let routes = normalise(get("access"));
    let open = |route: &str| routes.contains(route).then_some(true);
    let entry = certification::Row {
        row: line.row,
        diploma: "",
        label: line.required("label")?,
        type_label: get("type_label"),
        level: line.or_unknown("level", known_level(get("level")))?,
        formacode: get("formacode"),
        romes: &romes(get("romes").split('|')),
        nsf: get("nsf"),
        register: &register,
        certifier: &get("certifier").replace('|', ", "),
        first_session: None,
        last_session: None,
        state: None,
        continuing: open("formationcontinue"),
        apprenticeship: open("apprentissage"),
        registered_until: &line.date("ends")?,
        active: Some(active),
        blocks: get("blocks"),
    };
    state.unique("register", &[&register])?;
    builder.push(entry);
    Ok(())
}
