//! Which mapping knows a header: the one of its form, or of a form that it nearly is.

use crate::model::Kind;
use crate::readers::mapping::align::align;
use crate::readers::mapping::{Bound, From, Header, Heading, Mapping};
use crate::readers::sheet::{HEADER_ROWS, Row};
use std::collections::BTreeSet;

/// Columns of a form that tell it from any other, at least.
const TELLING: usize = 3;

/// A mapping that reads a sheet, and the header that it reads there.
pub struct Found<'a> {
    pub mapping: &'a Mapping,
    pub heading: Heading,
    pub bound: Bound,
}

/// A mapping that would read a sheet but for columns that a table needs.
pub struct Near<'a> {
    pub mapping: &'a Mapping,
    pub heading: Heading,
    /// As the form wrote them.
    pub lacks: Vec<String>,
    /// Columns that only one of the two has.
    apart: usize,
}

/// Each header that the first rows of a sheet may be, with a mapping of as many rows.
fn each<'a>(
    mappings: &'a [Mapping],
    head: &[Row],
    mut visit: impl FnMut(usize, &'a Mapping, Heading, &Header),
) {
    for two_rows in [false, true] {
        let knowing = || mappings.iter().enumerate().filter(|(_, m)| m.two_rows == two_rows);
        if knowing().next().is_none() {
            continue;
        }
        for last in usize::from(two_rows)..head.len().min(HEADER_ROWS) {
            let heading = Heading { last, two_rows };
            let header = Header::new(heading.names(head));
            for (place, mapping) in knowing() {
                visit(place, mapping, heading, &header);
            }
        }
    }
}

/// The mapping that reads a sheet, by its first rows: of several the one whose form is nearest,
/// the latest of equals.
pub fn nearest<'a>(mappings: &'a [Mapping], head: &[Row]) -> Option<Found<'a>> {
    let mut best: Option<(usize, Found<'a>)> = None;
    each(mappings, head, |place, mapping, heading, header| {
        let Some(bound) = Bound::new(mapping, header) else { return };
        let nearer = best.as_ref().is_none_or(|(known, before)| {
            bound.apart < before.bound.apart
                || (bound.apart == before.bound.apart && place > *known)
        });
        if nearer {
            best = Some((place, Found { mapping, heading, bound }));
        }
    });
    best.map(|(_, found)| found)
}

/// The mapping whose form a sheet nearly is, by its first rows: the one that lacks the least.
pub fn nearly<'a>(mappings: &'a [Mapping], head: &[Row]) -> Option<Near<'a>> {
    let mut best: Option<Near<'a>> = None;
    each(mappings, head, |_, mapping, heading, header| {
        let Some((lacks, apart)) = lacking(mapping, header) else { return };
        let is_less = |known: &Near<'_>| (lacks.len(), apart) <= (known.lacks.len(), known.apart);
        if !lacks.is_empty() && best.as_ref().is_none_or(is_less) {
            best = Some(Near { mapping, heading, lacks, apart });
        }
    });
    best
}

/// The mapping of a kind whose form a header is, or nearly is.
pub fn of_header<'a>(mappings: &'a [Mapping], header: &Header, kind: Kind) -> Option<&'a Mapping> {
    let of_kind = mappings.iter().enumerate().filter(|(_, mapping)| mapping.kind == kind);
    let near = of_kind.filter_map(|(place, mapping)| {
        let (lacks, apart) = lacking(mapping, header)?;
        Some(((lacks.len(), apart, std::cmp::Reverse(place)), mapping))
    });
    near.min_by_key(|(key, _)| *key).map(|(_, mapping)| mapping)
}

/// What a header lacks of the columns that a table needs, and how far it is from the form; `None`
/// when it has little of the form.
fn lacking(mapping: &Mapping, header: &Header) -> Option<(Vec<String>, usize)> {
    let asked: BTreeSet<&str> = mapping.headers().collect();
    let aligned = align(mapping, header);
    let is_there = |name: &&&str| aligned.place(name).is_some();
    let there = asked.iter().filter(is_there).count();
    if there * 2 < asked.len() || there < TELLING.min(asked.len()).max(1) {
        return None;
    }
    let absent = |from: &From| -> Vec<String> {
        let headers = from.headers();
        let found = headers.iter().any(|name| aligned.place(name).is_some());
        if found { Vec::new() } else { headers.to_vec() }
    };
    let needed = mapping.fields.iter().filter(|field| mapping.needs(&field.name));
    Some((needed.flat_map(|field| absent(&field.from)).collect(), aligned.apart))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::mapping::{Field, Manner};

    fn rows(header: &str) -> Vec<Row> {
        vec![(1, header.split(';').map(str::to_owned).collect())]
    }

    fn mapping(header: &str, fields: &[(&str, &str)]) -> Mapping {
        let field = |(name, column): &(&str, &str)| Field {
            name: (*name).to_owned(),
            from: From::Column((*column).to_owned()),
            manner: Manner::Plain,
            recodes: Vec::new(),
        };
        Mapping {
            confirmed_on: "a.csv".to_owned(),
            kind: Kind::SurveyEstablishments,
            two_rows: false,
            fields: fields.iter().map(field).collect(),
            questions: Vec::new(),
            seen: header.split(';').map(str::to_owned).collect(),
            none: Vec::new(),
        }
    }

    #[test]
    fn a_form_but_for_a_needed_column_is_nearly_known() {
        let fields =
            [("commune", "Insee"), ("naf", "APE"), ("headcount", "Effectif"), ("hires", "E")];
        let known = [mapping("Insee;APE;Effectif;E", &fields)];
        let check = |header: &str, expect: Option<&[&str]>| {
            assert!(nearest(&known, &rows(header)).is_none(), "{header}");
            let near = nearly(&known, &rows(header));
            assert_eq!(near.map(|near| near.lacks), expect.map(owned), "{header}");
        };
        check("Insee;APE;Salariés;E", Some(&["Effectif"]));
        // Two of four tell no form from another.
        check("Insee;APE;Salariés;F", None);
        check("Nom;Adresse", None);
        // What can be done without is told by the reading.
        assert!(nearest(&known, &rows("Insee;APE;Effectif")).is_some());
        assert!(nearly(&known, &rows("Insee;APE;Effectif")).is_none());
    }

    fn owned(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }
}
