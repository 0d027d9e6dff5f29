//! The user's library of programmes that worked.

use crate::model::{Audience, Fap, IssueKind, Rome, fold};
use crate::readers::fill::{Line, Refusal, Seen};
use crate::readers::own::{codes, option};
use crate::tables::experience;

/// How a programme is followed.
pub const MODALITIES: [&str; 3] = ["présentiel", "mixte", "distance"];

/// Publics in words, each with its identifier.
const PUBLICS: [(&str, Audience); 8] = [
    ("demandeurs d'emploi", Audience::JobSeekers),
    ("demandeurs d'emploi eloignes de l'emploi", Audience::JobSeekersFarFromWork),
    ("salaries", Audience::Employees),
    ("personnes de l'exterieur", Audience::OutsideBasin),
    ("conjoints", Audience::Spouses),
    ("jeunes", Audience::Young),
    ("travailleurs handicapes", Audience::Disabled),
    ("insertion", Audience::Insertion),
];

/// A public in words, or by its identifier.
fn audience(text: &str) -> Option<Audience> {
    let folded = fold(text);
    let words = PUBLICS.iter().find(|(words, _)| *words == folded.trim());
    words.map(|(_, audience)| *audience).or_else(|| text.parse().ok())
}

pub fn experience(
    builder: &mut experience::Builder,
    line: Line<'_>,
    state: &mut Seen,
) -> Result<(), Refusal> {
    let get = |name| line.get(name);
    let id = line.needed_text("id")?;
    let (rome, fap, fap_year) = codes(line)?;
    let people = |name: &'static str| line.whole(name);
    let steps = [
        ("entered", Some(line.needed_whole("entered")?)),
        ("completed", Some(line.needed_whole("completed")?)),
        ("employed_6m", people("employed_6m")?),
        ("present_12m", people("present_12m")?),
    ];
    // Each step holds people of every step before that is known.
    let mut most = f64::INFINITY;
    for (column, count) in steps {
        let Some(count) = count else { continue };
        if count > most {
            let kind = IssueKind::Impossible { rule: "more-than-before".to_owned() };
            return Err(Refusal { column: column.into(), kind });
        }
        most = count;
    }
    let [(_, entered), (_, completed), (_, employed_6m), (_, present_12m)] = steps;
    if entered == Some(0.0) {
        let kind = IssueKind::Impossible { rule: "nobody-entered".to_owned() };
        return Err(Refusal { column: "entered".into(), kind });
    }
    let audience = match get("audience") {
        "" => "",
        text => {
            let unknown = || IssueKind::NotAnOption { text: text.to_owned() };
            let refused = || Refusal { column: "audience".into(), kind: unknown() };
            audience(text).ok_or_else(refused)?.id()
        }
    };
    let modality = match get("modality") {
        "" => "",
        text => option(text, &MODALITIES, "modality")?,
    };
    let entry = experience::Row {
        row: line.row,
        id,
        title: line.needed_text("title")?,
        context: line.text("context")?,
        rome: rome.as_ref().map_or("", Rome::as_str),
        fap: fap.as_ref().map_or("", Fap::code),
        fap_year,
        level: line.number("level")?,
        audience,
        hours: line.known_amount("hours")?,
        modality,
        group_size: line.known_whole("group_size")?,
        commune: &line.commune("commune")?,
        year: line.number("year")?,
        cost_per_place: line.known_amount("cost_per_place")?,
        cost_total: line.known_amount("cost_total")?,
        entered,
        completed,
        employed_6m,
        present_12m,
        source: get("source"),
        source_date: &line.date("source_date")?,
    };
    state.unique("id", &[id])?;
    builder.push(entry);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publics_in_words_and_by_identifier() {
        let check = |text: &str, expect: Option<Audience>| {
            assert_eq!(audience(text), expect, "{text}");
        };
        check("Demandeurs d’emploi", Some(Audience::JobSeekers));
        check("Salariés", Some(Audience::Employees));
        check("job-seekers-far", Some(Audience::JobSeekersFarFromWork));
        check("retraités", None);
        // Every public has its words.
        assert_eq!(PUBLICS.map(|(_, audience)| audience), Audience::ALL);
    }
}
