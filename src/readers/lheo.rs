//! Offers of the Carif-Oref in LHEO, the French exchange format for training offers.
//!
//! The summary of offers (`lheo-index`) becomes rows under the names of its own elements, so that
//! recognition, refusals and counts are those of every other file. Entities other than the five
//! of XML are never expanded.

use crate::readers::cells::{Buffer, Cells};
use crate::readers::fill::{Line, Refusal, Seen};
use crate::readers::sheet::Sheet;
use crate::readers::training::{register, romes};
use crate::readers::watch::Flag;
use crate::tables::catalogue;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;
use std::borrow::Cow;

/// Elements read, and the column each becomes.
const ELEMENTS: [&str; 13] = [
    "numero",
    "intitule-formation",
    "nom-organisme",
    "code-INSEE-commune",
    "modalites-enseignement",
    "code-ROME",
    "code-FORMACODE",
    "code-NSF",
    "code-RNCP",
    "code-CERTIFINFO",
    "nombre-heures-total",
    "debut",
    "fin",
];

/// Characters of one element, at most: an offer is not a novel.
const MOST_TEXT: usize = 16_384;

/// Events between two looks at the flag.
const BETWEEN: u64 = 4_096;

/// Whether a text is an LHEO document, by its root element.
pub fn is_lheo(text: &str) -> bool {
    let mut reader = quick_xml::Reader::from_str(text);
    loop {
        match reader.read_event() {
            Ok(Event::Start(root)) => return root.local_name().as_ref().starts_with("lheo"),
            Ok(Event::Eof) | Err(_) => return false,
            Ok(_) => {}
        }
    }
}

/// An element that is an offer: in the index of a document, or in a whole one.
fn is_offer(name: &str) -> bool {
    matches!(name, "resume-offre" | "formation")
}

/// The offers of a document, one row each; row numbers are line numbers.
pub struct Offers<'a> {
    pub text: &'a str,
    pub cancelled: Flag<'a>,
}

/// Adds a value to a column: repeated codes are listed, dates keep the first and the last.
fn keep(cell: &mut String, element: &str, value: &str) {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    match element {
        _ if value.is_empty() => {}
        _ if cell.is_empty() => *cell = value,
        "code-ROME" | "code-FORMACODE" => {
            cell.push(' ');
            cell.push_str(&value);
        }
        "debut" if value < *cell => *cell = value,
        "fin" if value > *cell => *cell = value,
        _ => {}
    }
}

impl Sheet for Offers<'_> {
    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        let mut cells: Vec<String> = ELEMENTS.map(str::to_owned).to_vec();
        if !visit(1, Buffer::of(&cells).cells()) {
            return Ok(());
        }
        let mut reader = quick_xml::Reader::from_str(self.text);
        let (mut line, mut counted) = (1_u32, 0_usize);
        let mut begun: Option<(u32, String)> = None;
        let mut column: Option<usize> = None;
        let mut value = String::new();
        // A document may hold anything but offers.
        for count in 1_u64.. {
            if count.is_multiple_of(BETWEEN) && (self.cancelled)() {
                return Err("cancelled".to_owned());
            }
            let event = reader.read_event().map_err(|error| error.to_string())?;
            match event {
                Event::Start(start) if begun.is_none() && is_offer(start.local_name().as_ref()) => {
                    let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
                    let passed = self.text.as_bytes().get(counted..at).unwrap_or_default();
                    let breaks = passed.split(|byte| *byte == b'\n').count().saturating_sub(1);
                    line = line.saturating_add(u32::try_from(breaks).unwrap_or(u32::MAX));
                    counted = at;
                    begun = Some((line, start.local_name().as_ref().to_owned()));
                    cells.iter_mut().for_each(String::clear);
                    let number = start.try_get_attribute("numero").ok().flatten();
                    if let (Some(number), Some(cell)) = (number, cells.first_mut()) {
                        number.value.as_ref().clone_into(cell);
                    }
                }
                Event::Start(start) if begun.is_some() => {
                    let name = start.local_name();
                    column = ELEMENTS.iter().skip(1).position(|known| *known == name.as_ref());
                    value.clear();
                }
                Event::Text(text) if column.is_some() && value.len() < MOST_TEXT => {
                    value.push_str(&text.xml10_content());
                }
                Event::CData(text) if column.is_some() && value.len() < MOST_TEXT => {
                    value.push_str(&text.xml10_content());
                }
                Event::GeneralRef(entity) if column.is_some() => {
                    if let Ok(Some(c)) = entity.resolve_char_ref() {
                        value.push(c);
                    } else {
                        let name = entity.xml10_content();
                        match resolve_predefined_entity(&name) {
                            Some(known) => value.push_str(known),
                            // Not expanded, whatever the document says it is; and not lost.
                            None => value.extend(["&", name.as_ref(), ";"]),
                        }
                    }
                }
                Event::End(end) if is_offer(end.local_name().as_ref()) => {
                    let name = end.local_name();
                    // What is of the same name as the offer that holds it ends it.
                    if let Some((line, _)) = begun.take_if(|(_, of)| *of == name.as_ref())
                        && !visit(line, Buffer::of(&cells).cells())
                    {
                        return Ok(());
                    }
                }
                Event::End(_) => {
                    let place = column.take().map(|place| place + 1);
                    if let Some(place) = place
                        && let (Some(cell), Some(element)) =
                            (cells.get_mut(place), ELEMENTS.get(place))
                    {
                        keep(cell, element, &value);
                    }
                }
                Event::Eof if begun.is_some() => return Err("truncated document".to_owned()),
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
        Ok(())
    }
}

/// LHEO's word for an offer that is wholly at a distance.
const REMOTE: &str = "2";

pub fn offer(
    builder: &mut catalogue::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let id = line.required("id")?;
    // What is wholly at a distance has no place, whatever is written of it.
    let remote = get("modality") == REMOTE;
    let commune = if remote { Cow::Borrowed("") } else { line.commune("commune")? };
    let hours = line.known_amount("hours")?;
    let (starts, ends) = (line.date("starts")?, line.date("ends")?);
    let entry = catalogue::Row {
        row: line.row,
        id,
        title: line.required("title")?,
        provider: line.required("provider")?,
        commune: &commune,
        route: "",
        register: &register(get("rncp"), ""),
        diploma: get("diploma"),
        nsf: get("nsf"),
        formacodes: get("formacodes"),
        romes: &romes(get("romes").split(' ')),
        level: None,
        hours,
        months: None,
        capacity: None,
        enrolled: None,
        entries: None,
        dropouts: None,
        figures_year: None,
        continuation_rate: None,
        employment_rate: None,
        rate_denominator: None,
        retention: None,
        cost_per_hour: None,
        cost_total: None,
        funders: "",
        starts: &starts,
        ends: &ends,
        source: "",
        source_date: "",
    };
    state.unique("id", &[id])?;
    builder.push(entry);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<(u32, Vec<String>)>, String> {
        let mut rows = Vec::new();
        Offers { text, cancelled: crate::readers::watch::NEVER }
            .for_each_row(&mut |line, cells| {
                rows.push((line, cells.to_vec()));
                true
            })
            .map(|()| rows)
    }

    const OFFER: &str = "<lheo-index xmlns='http://www.lheo.org/2.2'><resumes-offres>\n\
        <resume-offre numero='1'>\n<domaine-formation><code-ROME>J1501</code-ROME>\
        <code-ROME>K1302</code-ROME></domaine-formation>\
        <intitule-formation>\n Soins &amp; aide\n à la personne </intitule-formation>\
        <session><periode><debut>20260900</debut><fin>20270630</fin></periode></session>\
        <session><periode><debut>20260115</debut><fin>20261215</fin></periode></session>\
        </resume-offre>\n</resumes-offres></lheo-index>";

    #[test]
    fn an_offer_is_a_row_under_the_names_of_its_elements() {
        assert!(is_lheo(OFFER));
        let rows = rows(OFFER).unwrap();
        let (line, cells) = &rows[1];
        assert_eq!(*line, 2);
        let cell = |name: &str| cells[ELEMENTS.iter().position(|e| *e == name).unwrap()].as_str();
        assert_eq!(cell("numero"), "1");
        assert_eq!(cell("code-ROME"), "J1501 K1302");
        assert_eq!(cell("intitule-formation"), "Soins & aide à la personne");
        assert_eq!((cell("debut"), cell("fin")), ("20260115", "20270630"));
    }

    #[test]
    fn entities_are_not_expanded_and_broken_documents_are_told() {
        let bomb = format!(
            "<!DOCTYPE lheo [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>{}",
            OFFER.replace("Soins", "&b;&b;&b;Soins")
        );
        let found = rows(&bomb).unwrap();
        assert!(found[1].1[1].starts_with("&b;&b;&b;Soins"), "{}", found[1].1[1]);
        let undeclared = rows(&OFFER.replace("Soins", "Ma&ccedil;on")).unwrap();
        assert!(undeclared[1].1[1].starts_with("Ma&ccedil;on"), "{}", undeclared[1].1[1]);
        assert!(rows(&OFFER[..OFFER.len() - 60]).is_err());
        assert!(!is_lheo("<html><body>lheo</body></html>"));
        assert!(!is_lheo("not xml at all"));
    }
}
