//! The columns that fill no field, kept as questions of their own.

use crate::model::fold;
use crate::readers::coerce::number;
use crate::readers::mapping::held::{Held, Seen};
use crate::readers::mapping::propose::separator_of;
use crate::readers::mapping::{From, Manner, Question, Recode};
use crate::readers::sheet::Row;
use std::collections::BTreeSet;

/// Answers that a closed question has at most.
const FEW: usize = 12;

/// The columns that fill no field, as questions of their own.
pub fn questions(names: &[String], rows: &[Row], used: &BTreeSet<String>) -> Vec<Question> {
    Held::of(names, rows).questions(used)
}

impl Held {
    /// The columns that are not used, as questions of their own.
    pub fn questions(&self, used: &BTreeSet<String>) -> Vec<Question> {
        let groups: Vec<_> = self
            .groups
            .iter()
            .filter(|(_, columns)| columns.iter().all(|column| !used.contains(column)))
            .collect();
        let grouped: BTreeSet<&String> = groups.iter().flat_map(|(_, columns)| columns).collect();
        let of_group = |(common, columns): &&(String, Vec<String>)| Question {
            label: common.clone(),
            from: From::Ticked(columns.clone()),
            manner: Manner::Plain,
            recodes: Vec::new(),
        };
        let mut found: Vec<Question> = groups.iter().map(of_group).collect();
        for column in &self.columns {
            let name = &column.header;
            if used.contains(name) || grouped.contains(name) {
                continue;
            }
            let (manner, recodes) = match stated(name, &column.values) {
                Some(manner) => (manner, Vec::new()),
                None => closed(&column.values),
            };
            let from = From::Column(name.clone());
            found.push(Question { label: name.clone(), from, manner, recodes });
        }
        found
    }
}

/// Whether an answer is a degree in figures: a whole number of one or two digits.
fn is_degree(text: &str) -> bool {
    text.len() <= 2 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl Held {
    /// The columns that are not used and are closed questions: degrees, yes or no, a few choices
    /// that come back. Dates, amounts and words of one's own are none.
    pub fn closed_questions(&self, used: &BTreeSet<String>) -> Vec<Question> {
        let closed = |question: Question| {
            let From::Column(header) = &question.from else { return Some(question) };
            let values = self.column(header).map(|column| column.values.as_slice())?;
            let few = !values.is_empty() && values.len() <= FEW;
            let come_back = values.iter().any(|(_, count)| *count > 1);
            match question.manner {
                Manner::Number => (few && values.iter().all(|(value, _)| is_degree(value)))
                    .then_some(Question { manner: Manner::Scale, ..question }),
                Manner::Scale | Manner::Likert { .. } => Some(question),
                Manner::Several(separator) => {
                    let parts = values.iter().flat_map(|(value, _)| value.split(separator));
                    let different: BTreeSet<String> = parts.map(|part| fold(part.trim())).collect();
                    (different.len() <= FEW).then_some(question)
                }
                Manner::Plain => (few && come_back).then_some(question),
                _ => None,
            }
        };
        self.questions(used).into_iter().filter_map(closed).collect()
    }
}

/// The degrees of scales of opinion and of frequency, from the lowest, by how they begin.
const SCALES: [&[&str]; 5] = [
    &["pas du tout", "plutot pas", "ni ", "plutot", "tout a fait"],
    &["jamais", "rarement", "parfois", "souvent", "toujours"],
    &["tres insatisf", "insatisf", "neutre", "satisf", "tres satisf"],
    &["tres faible", "faible", "moyen", "fort", "tres fort"],
    &["tres difficile", "difficile", "moyen", "facile", "tres facile"],
];

/// Answers that stand beside a scale and are none of its degrees, without case or accents.
const BESIDE: [&str; 12] = [
    "sans opinion",
    "sans avis",
    "sans objet",
    "sans reponse",
    "pas d'opinion",
    "ne sait pas",
    "ne sais pas",
    "je ne sais pas",
    "nsp",
    "ne se prononce pas",
    "non concerne",
    "non concernee",
];

/// Whether an answer to a question on a scale is no degree: « Sans opinion ».
pub fn is_beside(answer: &str) -> bool {
    let answer = fold(answer.trim());
    BESIDE.contains(&answer.trim_end_matches(['.', '(', ')']))
}

/// The degrees of answers on a scale in words; `None` unless all are of one scale.
fn worded(written: &[&str]) -> Option<Vec<usize>> {
    if written.len() < 2 {
        return None;
    }
    SCALES.iter().find_map(|scale| {
        let degree = |cell: &&str| {
            let cell = fold(cell);
            // « plutôt pas » begins as « plutôt » does: the longest beginning decides.
            let begins = scale.iter().enumerate().filter(|(_, word)| cell.starts_with(**word));
            begins.max_by_key(|(_, word)| word.len()).map(|(place, _)| place + 1)
        };
        written.iter().map(degree).collect()
    })
}

/// Answers placed on a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Degrees {
    /// One for each answer, from the lowest.
    pub degrees: Vec<usize>,
    /// The highest degree of the scale, where its words tell it; numbers do not.
    pub highest: Option<usize>,
}

/// The place of each answer on the scale that they are of: words of agreement or of frequency, or
/// whole numbers; `None` when they are of none.
pub fn degrees(answers: &[&str]) -> Option<Degrees> {
    if let Some(degrees) = worded(answers) {
        return Some(Degrees { degrees, highest: SCALES.first().map(|scale| scale.len()) });
    }
    let whole = answers.iter().map(|answer| answer.trim().parse().ok());
    let degrees: Vec<usize> = whole.collect::<Option<_>>()?;
    (!degrees.is_empty()).then_some(Degrees { degrees, highest: None })
}

/// How headers of scales speak, folded.
const OF_A_SCALE: [&str; 9] = [
    "accord",
    "satisf",
    "echelle",
    "de 0 a ",
    "de 1 a ",
    "importan",
    "jamais",
    "pas du tout",
    "agree",
];

/// A scale whose header tells its two ends, « 1 pas du tout d’accord, 5 tout à fait » or « de 0 à
/// 10 », where every answer is a whole number between them.
fn stated(header: &str, values: &[Seen]) -> Option<Manner> {
    let header = fold(header);
    if !OF_A_SCALE.iter().any(|word| header.contains(word)) {
        return None;
    }
    let numbers = header.split(|c: char| !c.is_ascii_digit()).filter(|text| !text.is_empty());
    let numbers: Vec<u8> = numbers.map(|text| text.parse().ok()).collect::<Option<_>>()?;
    let (low, high) = (*numbers.iter().min()?, *numbers.iter().max()?);
    let again = numbers.iter().filter(|number| **number == high).nth(1);
    if low > 1 || !(3..=10).contains(&high) || again.is_some() {
        return None;
    }
    let mut answers = values.iter().map(|(value, _)| value.trim()).filter(|one| !is_beside(one));
    let inside = |text: &str| text.parse().is_ok_and(|degree: u8| (low..=high).contains(&degree));
    (!values.is_empty() && answers.all(inside)).then_some(Manner::Likert { low, high })
}

/// How a question without a field is read: several answers, a scale, a number, or words.
fn closed(values: &[Seen]) -> (Manner, Vec<Recode>) {
    let is_number = |text: &str| matches!(number(text), Ok(Some(_)));
    if !values.is_empty() && values.iter().all(|(value, _)| is_number(value)) {
        return (Manner::Number, Vec::new());
    }
    let is_percent = |text: &str| text.strip_suffix('%').is_some_and(|bare| is_number(bare.trim()));
    if !values.is_empty() && values.iter().all(|(value, _)| is_percent(value)) {
        return (Manner::Percent, Vec::new());
    }
    if values.len() <= FEW {
        let written = values.iter().map(|(value, _)| value.as_str());
        let mut written: Vec<&str> = written.filter(|answer| !is_beside(answer)).collect();
        written.sort_unstable();
        if let Some(degrees) = worded(&written) {
            let written = written.iter().zip(degrees);
            let recode = |(cell, degree): (&&str, usize)| Recode {
                written: (*cell).to_owned(),
                means: degree.to_string(),
            };
            return (Manner::Scale, written.map(recode).collect());
        }
    }
    let manner = separator_of(values).map_or(Manner::Plain, Manner::Several);
    (manner, Vec::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_columns_become_questions_of_their_kind() {
        let list = |line: &str| line.split('|').map(str::to_owned).collect::<Vec<_>>();
        let names = list("Avis|Thèmes|Note|Part|Freins › Coût|Freins › Temps|Remarque");
        let rows: Vec<Row> = (2..)
            .zip([
                list("Plutôt d'accord|vente; gestion|4|80 %|x||Rien, sinon la route"),
                list("Plutôt pas d'accord|gestion|5|5 %||x|La météo, le logement"),
                list("Tout à fait d'accord|vente|3|0,5 %|x|x|"),
            ])
            .collect();
        let found = questions(&names, &rows, &BTreeSet::new());
        let manner = |label: &str| found.iter().find(|q| q.label == label).map(|q| q.manner);
        assert_eq!(manner("Avis"), Some(Manner::Scale));
        assert_eq!(manner("Thèmes"), Some(Manner::Several(';')));
        assert_eq!(manner("Note"), Some(Manner::Number));
        assert_eq!(manner("Part"), Some(Manner::Percent));
        assert_eq!(manner("Remarque"), Some(Manner::Plain));
        let freins = found.iter().find(|question| question.label == "Freins").unwrap();
        assert!(matches!(&freins.from, From::Ticked(columns) if columns.len() == 2));
        let avis = found.iter().find(|question| question.label == "Avis").unwrap();
        let degree =
            |word: &str| avis.recodes.iter().find(|r| r.written == word).unwrap().means.clone();
        assert_eq!(degree("Plutôt pas d'accord"), "2");
        assert_eq!(degree("Plutôt d'accord"), "4");
    }

    #[test]
    fn a_scale_in_figures_is_known_by_the_ends_that_its_header_tells() {
        let check = |header: &str, answers: &[&str], expect: Manner| {
            let rows: Vec<Row> =
                (2..).zip(answers.iter().map(|answer| vec![(*answer).to_owned()])).collect();
            let found = questions(&[header.to_owned()], &rows, &BTreeSet::new());
            assert_eq!(found[0].manner, expect, "{header}");
        };
        let five = Manner::Likert { low: 1, high: 5 };
        let stated = "Votre avis (1 pas du tout d’accord, 5 tout à fait) › Le logement";
        check(stated, &["1", "5", "3", "Sans opinion"], five);
        check("Satisfaction de 0 à 10", &["0", "7"], Manner::Likert { low: 0, high: 10 });
        // Beyond its ends, without ends, or without a word of a scale, a number is a number.
        check(stated, &["1", "6"], Manner::Number);
        check("Satisfaction", &["1", "5"], Manner::Number);
        check("Postes de 1 jour à 5", &["1", "5"], Manner::Number);
        check("Accord signé en 2025", &["1", "2"], Manner::Number);
    }

    #[test]
    fn an_answer_beside_a_scale_is_none_of_its_degrees() {
        let names = ["Avis".to_owned()];
        let answers = ["Plutôt d'accord", "Sans opinion", "Plutôt pas d'accord", "NSP"];
        let rows: Vec<Row> = (2..).zip(answers.map(|answer| vec![answer.to_owned()])).collect();
        let found = questions(&names, &rows, &BTreeSet::new());
        assert_eq!(found[0].manner, Manner::Scale);
        let written: Vec<_> = found[0].recodes.iter().map(|r| r.written.as_str()).collect();
        assert_eq!(written, ["Plutôt d'accord", "Plutôt pas d'accord"]);
        assert!(is_beside(" Ne se prononce pas ") && !is_beside("Plutôt d'accord"));
    }
}
