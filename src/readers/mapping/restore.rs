//! What was decided on a form, in the header of another of its files: nothing is proposed over it.

use crate::readers::mapping::align::align;
use crate::readers::mapping::{Field, From, Header, Mapping, Question};
use std::collections::BTreeSet;

/// The decisions of a mapping in another header.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// Under the names of this header; fields and questions without a column here are not in it.
    pub mapping: Mapping,
    /// Fields whose column is not here.
    pub open: BTreeSet<String>,
    /// What this header lacks: columns of fields, questions.
    pub gone: Vec<String>,
    /// Columns that the form did not have; empty where it is not told which it had.
    pub new: BTreeSet<String>,
}

pub fn restore(mapping: &Mapping, header: &Header) -> Restored {
    let aligned = align(mapping, header);
    let here = |name: &String| aligned.place(name).map(|place| header.name(place).to_owned());
    let moved = |from: &From| match from {
        From::Column(name) => here(name).map(From::Column),
        From::Ticked(names) => {
            let found: Vec<String> = names.iter().filter_map(here).collect();
            (!found.is_empty()).then_some(From::Ticked(found))
        }
        other => Some(other.clone()),
    };
    let (mut open, mut gone) = (BTreeSet::new(), Vec::new());
    let mut fields = Vec::with_capacity(mapping.fields.len());
    for field in &mapping.fields {
        if let Some(from) = moved(&field.from) {
            fields.push(Field { from, ..field.clone() });
        } else {
            open.insert(field.name.clone());
            gone.extend(field.from.headers().iter().cloned());
        }
    }
    let mut questions = Vec::with_capacity(mapping.questions.len());
    for question in &mapping.questions {
        match moved(&question.from) {
            Some(from) => questions.push(Question { from, ..question.clone() }),
            None => gone.push(question.label.clone()),
        }
    }
    let new = if mapping.seen.is_empty() { Vec::new() } else { aligned.new_places(header) };
    let new = new.into_iter().map(|place| header.name(place).to_owned()).collect();
    let seen = header.names.iter().filter(|name| !name.is_empty()).cloned().collect();
    let mapping = Mapping { fields, questions, seen, ..mapping.clone() };
    Restored { mapping, open, gone, new }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;
    use crate::readers::mapping::Manner;

    #[test]
    fn decisions_are_those_of_before_and_what_is_new_or_gone_is_told() {
        let column = |name: &str| From::Column(name.to_owned());
        let field = |name: &str, from: From| Field {
            name: name.to_owned(),
            from,
            manner: Manner::Number,
            recodes: Vec::new(),
        };
        let question = |label: &str| Question {
            label: label.to_owned(),
            from: column(label),
            manner: Manner::Scale,
            recodes: Vec::new(),
        };
        let list = |text: &str| text.split(';').map(str::to_owned).collect::<Vec<_>>();
        let before = Mapping {
            confirmed_on: "a.csv".to_owned(),
            kind: Kind::SurveyEstablishments,
            two_rows: false,
            fields: vec![
                field("headcount", column("Effectif 2025")),
                field("naf", column("Code APE")),
                field("id", From::RowNumber),
            ],
            questions: vec![question("Avis"), question("Remarques")],
            seen: list("Effectif 2025;Code APE;Avis;Remarques;Recrutements"),
            none: vec!["hires".to_owned()],
        };
        let header = Header::new(list("Recrutements;AVIS;Effectif 2026;Activité"));
        let found = restore(&before, &header);
        assert_eq!(
            found.mapping.field("headcount").map(|f| &f.from),
            Some(&column("Effectif 2026"))
        );
        assert_eq!(found.mapping.field("headcount").map(|f| f.manner), Some(Manner::Number));
        assert!(found.mapping.field("naf").is_none() && found.mapping.field("id").is_some());
        let [avis] = found.mapping.questions.as_slice() else { panic!() };
        assert_eq!((avis.label.as_str(), &avis.from), ("Avis", &column("AVIS")));
        assert_eq!(found.open, BTreeSet::from(["naf".to_owned()]));
        assert_eq!(found.gone, ["Code APE", "Remarques"]);
        assert_eq!(found.new, BTreeSet::from(["Activité".to_owned()]));
        assert_eq!(found.mapping.none, ["hires"]);
        // Which columns it had is not told: none is said to be new.
        let older = Mapping { seen: Vec::new(), ..before };
        assert!(restore(&older, &header).new.is_empty());
    }
}
