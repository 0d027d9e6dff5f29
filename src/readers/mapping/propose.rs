//! Which column fills which field: proposed with a score and a reason, from the names, from the
//! content, from what was confirmed before.

use crate::model::{Kind, fold};
use crate::readers::coerce::{is_missing, number};
use crate::readers::fields::{self, Content, Spec};
use crate::readers::mapping::heading::common_part;
use crate::readers::mapping::{Field, From, Manner, Mapping, Question, Recode, key};
use crate::readers::normalise;
use crate::readers::sheet::Row;
use std::collections::{BTreeMap, BTreeSet};

/// Score below which nothing is proposed.
const LEAST: f64 = 0.5;
/// Answers that a closed question has at most.
const FEW: usize = 12;

/// Why a column is proposed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Why {
    ConfirmedBefore,
    /// The header says it.
    Name,
    /// The header is close to a name of the field.
    LikeName,
    /// The cells are of the field's content, in this share.
    Content {
        share: f64,
    },
}

impl Why {
    /// Key of its words in the catalogs (`mapping-why-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::ConfirmedBefore => "before",
            Self::Name => "name",
            Self::LikeName => "like",
            Self::Content { .. } => "content",
        }
    }
}

/// A column proposed for a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    pub field: Field,
    /// 0–1.
    pub score: f64,
    pub why: Why,
}

/// The filled cells of a column.
fn filled(rows: &[Row], place: usize) -> Vec<&str> {
    let cells = rows.iter().filter_map(|(_, cells)| cells.get(place));
    cells.map(|cell| cell.trim()).filter(|cell| !is_missing(cell)).collect()
}

/// How far a header says a field: 1 for the same name.
fn name_score(header: &str, kind: Kind, spec: &Spec) -> (f64, Why) {
    let name = key(header);
    let own = header.rsplit(" › ").next().map(key).unwrap_or_default();
    let known = fields::aliases(kind, spec.name).iter().chain(spec.words);
    let mut best = (0.0_f64, Why::LikeName);
    for word in known {
        let word = word.trim_end_matches('#');
        let score = if name == word || own == word {
            (1.0, Why::Name)
        } else if word.len() >= 6 && name.contains(word) {
            (0.85, Why::Name)
        } else {
            (
                strsim::sorensen_dice(&name, word).max(strsim::sorensen_dice(&own, word)) * 0.9,
                Why::LikeName,
            )
        };
        if score.0 > best.0 {
            best = score;
        }
    }
    best
}

/// The score of a column for a field.
fn score(header: &str, cells: &[&str], kind: Kind, spec: &Spec) -> (f64, Why) {
    let (name, why) = name_score(header, kind, spec);
    let held = cells.iter().filter(|cell| spec.content.fits(cell)).count();
    #[expect(clippy::cast_precision_loss, reason = "rows looked at: a few hundred")]
    let share = if cells.is_empty() { 1.0 } else { held as f64 / cells.len() as f64 };
    let different = cells.iter().collect::<BTreeSet<_>>().len() == cells.len();
    let share = if spec.content == Content::Identifier && !different { 0.0 } else { share };
    let free = matches!(spec.content, Content::Text | Content::Several | Content::Identifier);
    let by_name = if free && share > 0.0 { name } else { name * (0.4 + 0.6 * share) };
    if spec.content.is_telling() && share > 0.9 && !cells.is_empty() && by_name < 0.75 {
        return (0.75_f64.max(by_name), Why::Content { share });
    }
    (by_name, why)
}

/// The manner in which the cells of a column are best read for a content.
pub fn reading_of(content: Content, cells: &[&str]) -> Manner {
    let all = |fits: &dyn Fn(&str) -> bool| !cells.is_empty() && cells.iter().all(|c| fits(c));
    let above_one = |cell: &str| matches!(number(cell.trim_end_matches('%').trim()), Ok(Some(value)) if value > 1.0);
    match content {
        Content::Several => separator_of(cells).map_or(Manner::Plain, Manner::Several),
        Content::Rate if cells.iter().any(|cell| above_one(cell)) => Manner::Percent,
        // Only months first can read them all.
        Content::Date
            if all(&|cell| month_first(cell)) && !all(&|cell| Content::Date.fits(cell)) =>
        {
            Manner::MonthFirst
        }
        _ => Manner::Plain,
    }
}

fn month_first(cell: &str) -> bool {
    let parts: Vec<&str> = cell.split([' ', '/', '-']).collect();
    let [month, day, year, ..] = parts.as_slice() else { return false };
    let within = |text: &str, most: u32| text.parse::<u32>().is_ok_and(|n| (1..=most).contains(&n));
    within(month, 12) && within(day, 31) && year.len() == 4
}

/// The character that sets several answers of one cell apart: one that makes short answers which
/// come back.
fn separator_of(cells: &[&str]) -> Option<char> {
    // A sentence has commas too.
    let short = |part: &str| {
        let part = part.trim();
        part.chars().count() <= 40 && part.split(' ').count() <= 6 && !part.ends_with('.')
    };
    let score = |separator: &char| {
        if !cells.iter().all(|cell| cell.split(*separator).all(short)) {
            return None;
        }
        let several = cells.iter().filter(|cell| cell.contains(*separator)).count();
        let parts: Vec<&str> = cells.iter().flat_map(|cell| cell.split(*separator)).collect();
        let different: BTreeSet<String> = parts.iter().map(|part| fold(part.trim())).collect();
        (several > 0 && different.len() * 2 <= parts.len().max(2) + 2).then_some(several)
    };
    [';', '|', ','].into_iter().filter(|separator| score(separator).is_some()).max_by_key(score)
}

/// The best columns for the fields of a kind, each column once; fields of former mappings first.
pub fn propose(names: &[String], rows: &[Row], kind: Kind, former: &[Mapping]) -> Vec<Proposal> {
    let specs = fields::of(kind);
    let mut taken: BTreeSet<String> = BTreeSet::new();
    let mut found: BTreeMap<&str, Proposal> = BTreeMap::new();
    for spec in &specs {
        let before = former.iter().rev().filter(|mapping| mapping.kind == kind);
        let confirmed = before.filter_map(|mapping| mapping.field(spec.name)).find_map(|field| {
            let from = present(&field.from, names)?;
            Some(Field { from, ..field.clone() })
        });
        if let Some(field) = confirmed
            && field.from.headers().iter().all(|header| !taken.contains(header))
        {
            taken.extend(field.from.headers().iter().cloned());
            found.insert(spec.name, Proposal { field, score: 1.0, why: Why::ConfirmedBefore });
        }
    }
    let mut pairs = Vec::new();
    for (place, header) in names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
        let cells = filled(rows, place);
        for spec in &specs {
            let (score, why) = score(header, &cells, kind, spec);
            if score >= LEAST {
                pairs.push((score, header, place, spec, why));
            }
        }
    }
    // The best first; the leftmost column of equals.
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.2.cmp(&b.2)));
    for (score, header, place, spec, why) in pairs {
        if found.contains_key(spec.name) || taken.contains(header) {
            continue;
        }
        let cells = filled(rows, place);
        taken.insert(header.clone());
        let from = From::Column(header.clone());
        let field = Field {
            name: spec.name.to_owned(),
            from,
            manner: reading_of(spec.content, &cells),
            recodes: obvious(spec.content, &cells),
        };
        found.insert(spec.name, Proposal { field, score, why });
    }
    // A field of several answers may be a group of ticked columns.
    for spec in specs.iter().filter(|spec| spec.content == Content::Several) {
        if found.contains_key(spec.name) {
            continue;
        }
        let group = groups(names, rows).into_iter().find(|(common, columns)| {
            let (score, _) = name_score(common, kind, spec);
            score >= LEAST && columns.iter().all(|column| !taken.contains(column))
        });
        if let Some((_, columns)) = group {
            taken.extend(columns.iter().cloned());
            let name = spec.name.to_owned();
            let from = From::Ticked(columns);
            let field = Field { name, from, manner: Manner::Plain, recodes: Vec::new() };
            found.insert(spec.name, Proposal { field, score: 0.8, why: Why::LikeName });
        }
    }
    specs.iter().filter_map(|spec| found.remove(spec.name)).collect()
}

/// The same source in this header, under the names it has here.
fn present(from: &From, names: &[String]) -> Option<From> {
    let here = |header: &String| {
        let found = names.iter().find(|name| *name == header);
        found.or_else(|| names.iter().find(|name| key(name) == key(header))).cloned()
    };
    Some(match from {
        From::Column(header) => From::Column(here(header)?),
        From::Ticked(headers) => From::Ticked(headers.iter().map(here).collect::<Option<_>>()?),
        other => other.clone(),
    })
}

/// Words of a list written otherwise: « Répondant.e » is « répondant ».
fn obvious(content: Content, cells: &[&str]) -> Vec<Recode> {
    let Content::OneOf(words) = content else { return Vec::new() };
    let different: BTreeSet<&str> = cells.iter().copied().collect();
    different
        .into_iter()
        .filter(|cell| !content.fits(cell))
        .filter_map(|cell| {
            let near = |word: &&&str| strsim::sorensen_dice(&normalise(cell), &normalise(word));
            let best = words.iter().max_by(|a, b| near(a).total_cmp(&near(b)))?;
            let recode = Recode { written: cell.to_owned(), means: (*best).to_owned() };
            (near(&best) >= 0.75).then_some(recode)
        })
        .collect()
}

/// Columns under the same words, each ticked or empty: one question with several answers.
fn groups(names: &[String], rows: &[Row]) -> Vec<(String, Vec<String>)> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for (place, name) in names.iter().enumerate() {
        let Some(common) = common_part(name) else { continue };
        let cells = filled(rows, place);
        let different: BTreeSet<String> = cells.iter().map(|cell| fold(cell)).collect();
        let tick = |cell: &String| {
            matches!(cell.as_str(), "x" | "oui" | "non" | "1" | "0" | "vrai" | "faux" | "✓" | "yes")
                || *cell == fold(name.rsplit(" › ").next().unwrap_or_default())
        };
        if !different.iter().all(tick) {
            continue;
        }
        match groups.last_mut() {
            Some((last, columns)) if last == common => columns.push(name.clone()),
            _ => groups.push((common.to_owned(), vec![name.clone()])),
        }
    }
    groups.retain(|(_, columns)| columns.len() > 1);
    groups
}

/// The columns that fill no field, as questions of their own.
pub fn questions(names: &[String], rows: &[Row], used: &BTreeSet<String>) -> Vec<Question> {
    let free = |name: &&String| !name.is_empty() && !used.contains(*name);
    let groups: Vec<_> = groups(names, rows)
        .into_iter()
        .filter(|(_, columns)| columns.iter().all(|column| free(&column)))
        .collect();
    let grouped: BTreeSet<&String> = groups.iter().flat_map(|(_, columns)| columns).collect();
    let mut found: Vec<Question> = groups
        .iter()
        .map(|(common, columns)| Question {
            label: common.clone(),
            from: From::Ticked(columns.clone()),
            manner: Manner::Plain,
            recodes: Vec::new(),
        })
        .collect();
    for (place, name) in names.iter().enumerate() {
        if !free(&name) || grouped.contains(name) {
            continue;
        }
        let cells = filled(rows, place);
        let (manner, recodes) = closed(&cells);
        let from = From::Column(name.clone());
        found.push(Question { label: name.clone(), from, manner, recodes });
    }
    found
}

/// The degrees of scales of opinion and of frequency, from the lowest, by how they begin.
const SCALES: [&[&str]; 5] = [
    &["pas du tout", "plutot pas", "ni ", "plutot", "tout a fait"],
    &["jamais", "rarement", "parfois", "souvent", "toujours"],
    &["tres insatisf", "insatisf", "neutre", "satisf", "tres satisf"],
    &["tres faible", "faible", "moyen", "fort", "tres fort"],
    &["tres difficile", "difficile", "moyen", "facile", "tres facile"],
];

/// How a question without a field is read: several answers, a scale, a number, or words.
fn closed(cells: &[&str]) -> (Manner, Vec<Recode>) {
    let different: BTreeSet<&str> = cells.iter().copied().collect();
    if !cells.is_empty() && cells.iter().all(|cell| matches!(number(cell), Ok(Some(_)))) {
        return (Manner::Number, Vec::new());
    }
    if different.len() <= FEW {
        for scale in SCALES {
            let degree = |cell: &str| {
                let cell = fold(cell);
                // « plutôt pas » begins as « plutôt » does: the longest beginning decides.
                let begins = scale.iter().enumerate().filter(|(_, word)| cell.starts_with(**word));
                begins.max_by_key(|(_, word)| word.len()).map(|(place, _)| place + 1)
            };
            let degrees: Option<Vec<Recode>> = different
                .iter()
                .map(|cell| {
                    let means = degree(cell)?.to_string();
                    Some(Recode { written: (*cell).to_owned(), means })
                })
                .collect();
            if let Some(degrees) = degrees.filter(|degrees| degrees.len() >= 2) {
                return (Manner::Scale, degrees);
            }
        }
    }
    let manner = separator_of(cells).map_or(Manner::Plain, Manner::Several);
    (manner, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(lines: &[&str]) -> Vec<Row> {
        let cells = |line: &str| line.split('|').map(str::to_owned).collect();
        (2..).zip(lines).map(|(number, line)| (number, cells(line))).collect()
    }

    fn names(line: &str) -> Vec<String> {
        line.split('|').map(str::to_owned).collect()
    }

    #[test]
    fn columns_are_proposed_by_name_and_by_content() {
        let names = names("Horodateur|N° de réponse|Où êtes-vous ?|Code APE|Nombre de salariés");
        let rows =
            rows(&["01/03/2026 10:12|a1|15014|10.51C|12", "02/03/2026 11:00|a2|15120|47.11F|3"]);
        let found = propose(&names, &rows, Kind::SurveyEstablishments, &[]);
        let from = |field: &str| {
            let found = found.iter().find(|proposal| proposal.field.name == field);
            found.map(|proposal| (proposal.field.from.headers()[0].clone(), proposal.why.id()))
        };
        assert_eq!(from("answered_on"), Some(("Horodateur".into(), "name")));
        assert_eq!(from("commune"), Some(("Où êtes-vous ?".into(), "content")));
        assert_eq!(from("naf"), Some(("Code APE".into(), "name")));
        assert_eq!(from("headcount"), Some(("Nombre de salariés".into(), "name")));
    }

    #[test]
    fn what_was_confirmed_comes_first_with_its_manner() {
        let before = Mapping {
            confirmed_on: "2025.xlsx".into(),
            kind: Kind::SurveyEstablishments,
            two_rows: false,
            fields: vec![Field {
                name: "headcount".into(),
                from: From::Column("Votre effectif 2025".into()),
                manner: Manner::Number,
                recodes: Vec::new(),
            }],
            questions: Vec::new(),
        };
        let names = names("Effectif|Votre effectif 2026");
        let found = propose(&names, &rows(&["3|4"]), Kind::SurveyEstablishments, &[before]);
        assert_eq!(found[0].field.from, From::Column("Votre effectif 2026".into()));
        assert_eq!((found[0].why, found[0].field.manner), (Why::ConfirmedBefore, Manner::Number));
    }

    #[test]
    fn other_columns_become_questions_of_their_kind() {
        let names = names("Avis|Thèmes|Note|Freins › Coût|Freins › Temps|Remarque");
        let rows = rows(&[
            "Plutôt d'accord|vente; gestion|4|x||Rien, sinon la route",
            "Plutôt pas d'accord|gestion|5||x|La météo, le logement",
            "Tout à fait d'accord|vente|3|x|x|",
        ]);
        let found = questions(&names, &rows, &BTreeSet::new());
        let manner = |label: &str| found.iter().find(|q| q.label == label).map(|q| q.manner);
        assert_eq!(manner("Avis"), Some(Manner::Scale));
        assert_eq!(manner("Thèmes"), Some(Manner::Several(';')));
        assert_eq!(manner("Note"), Some(Manner::Number));
        assert_eq!(manner("Remarque"), Some(Manner::Plain));
        let freins = found.iter().find(|question| question.label == "Freins").unwrap();
        assert!(matches!(&freins.from, From::Ticked(columns) if columns.len() == 2));
        let avis = found.iter().find(|question| question.label == "Avis").unwrap();
        let degree =
            |word: &str| avis.recodes.iter().find(|r| r.written == word).unwrap().means.clone();
        assert_eq!(degree("Plutôt pas d'accord"), "2");
        assert_eq!(degree("Plutôt d'accord"), "4");
    }
}
