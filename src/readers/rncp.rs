//! The daily export of the national registers RNCP and RS: ten tables in an archive, joined on
//! the number of the certification.

use crate::model::IssueKind;
use crate::readers::cells::{Buffer, Cells};
use crate::readers::fill::{Line, Refusal, Seen};
use crate::readers::header::normalise;
use crate::readers::sheet::Sheet;
use crate::readers::text::Delimited;
use crate::readers::training::{level, register, romes};
use crate::readers::watch::Flag;
use crate::tables::certification;
use std::collections::BTreeMap;

/// Part of the name of the member that lists the certifications; others carry their links.
const STANDARD: &str = "_Standard_";
/// Members joined: part of their name (the rest may hold undecodable accents), column taken.
const LINKED: [(&str, &str); 5] = [
    ("_Rome_", "Codes_Rome_Code"),
    ("_Nsf_", "Nsf_Code"),
    ("_Formacode_", "Formacode_Code"),
    ("_Certificateurs_", "Nom_Certificateur"),
    ("_VoixdAcc", "Si_Jury"),
];
const KEY: &str = "Numero_Fiche";

/// Whether an archive with these members is an export, by the parts of its names.
pub fn is_export(mut names: impl Iterator<Item = impl AsRef<str>>) -> bool {
    names.any(|name| name.as_ref().contains(STANDARD) && name.as_ref().contains("fiches"))
}

/// Whether a member takes part in the join.
pub fn is_joined(name: &str) -> bool {
    name.contains(STANDARD) || LINKED.iter().any(|(part, _)| name.contains(part))
}

/// The certifications with their links, one row each; row numbers are lines of the list.
pub struct Fiches<'a> {
    standard: &'a str,
    links: [BTreeMap<String, Vec<String>>; 5],
    cancelled: Flag<'a>,
}

/// The values of a column by certification.
fn linked(
    text: &str,
    column: &str,
    cancelled: Flag<'_>,
) -> Result<BTreeMap<String, Vec<String>>, String> {
    let mut places: Option<(usize, usize)> = None;
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    Delimited::new(text, ';').watched(cancelled).for_each_row(&mut |_, cells| {
        let Some((key, value)) = places else {
            let place =
                |name: &str| cells.iter().position(|cell| normalise(cell) == normalise(name));
            places = place(KEY).zip(place(column));
            return places.is_some();
        };
        if let (Some(key), Some(value)) = (cells.get(key), cells.get(value)) {
            let values = found.entry(key.trim().to_owned()).or_default();
            let value = value.trim().to_owned();
            if !value.is_empty() && !values.contains(&value) {
                values.push(value);
            }
        }
        true
    })?;
    Ok(found)
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
        let member = |part: &str| {
            members.iter().find(|(name, _)| name.contains(part)).map(|(_, text)| text.as_str())
        };
        let Some(standard) = member(STANDARD) else { return Ok(None) };
        let mut links: [BTreeMap<String, Vec<String>>; 5] = Default::default();
        for (slot, (part, column)) in links.iter_mut().zip(LINKED) {
            if let Some(text) = member(part) {
                *slot = linked(text, column, cancelled)?;
            }
        }
        Ok(Some(Self { standard, links, cancelled }))
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
        level: level(get("level")),
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
    };
    state.unique("register", &[&register])?;
    builder.push(entry);
    Ok(())
}
