//! The job titles of ROME and the labels of its cards, with the forms each is known under.

use crate::matching::label::abbreviation::Abbreviations;
use crate::matching::label::double::{self, Double};
use crate::matching::label::fold::{Token, tokens};
use crate::matching::label::normalise::{content, parts};
use crate::matching::label::{LabelError, rows};
use crate::model::Rome;

/// A published title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Title {
    /// OGR code; `None` for the label of a card.
    pub ogr: Option<u32>,
    /// The card of ROME v3 it belongs to.
    pub rome: Rome,
    pub label: String,
}

/// One written form of a title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Folded text with small words, abbreviations as published.
    pub surface: String,
    /// Content words, abbreviations expanded.
    pub words: Vec<String>,
}

/// Reads `ogr;rome;label` rows, then `code;parent;label` rows of cards of any release.
///
/// # Errors
/// When a row has not three fields, or a code is not one.
pub fn read(appellations: &str, cards: &str) -> Result<Vec<Title>, LabelError> {
    let code = |list, line, text: &str| {
        Rome::new(text).map_err(|_| LabelError::Code { list, line, text: text.to_owned() })
    };
    let mut titles = Vec::new();
    for (line, [ogr, rome, label]) in rows::<3>("appellation.csv", appellations)? {
        let list = "appellation.csv";
        let number =
            ogr.parse().map_err(|_| LabelError::Code { list, line, text: ogr.to_owned() })?;
        let rome = code(list, line, rome)?;
        titles.push(Title { ogr: Some(number), rome, label: label.to_owned() });
    }
    for (line, [_, parent, label]) in rows::<3>("rome.csv", cards)? {
        let rome = code("rome.csv", line, parent)?;
        titles.push(Title { ogr: None, rome, label: label.to_owned() });
    }
    Ok(titles)
}

/// A title without what it says between brackets, when it says something there.
fn without_brackets(label: &str) -> Option<String> {
    let (before, rest) = label.split_once(" (")?;
    let (_, after) = rest.split_once(')')?;
    Some(format!("{before} {after}"))
}

fn read_double(tokens: &[Token]) -> Double {
    double::read(&parts(tokens, false))
}

/// The pairs of words in two genders that the tokens of a title teach.
pub fn pairs(typed: &[Token]) -> Vec<(String, String)> {
    read_double(typed).pairs
}

/// The forms of a title: masculine, feminine, alternatives, and the same without brackets.
///
/// `typed` are the tokens of its label, which the caller has.
pub fn forms(title: &Title, typed: &[Token], abbreviations: &Abbreviations) -> Vec<Form> {
    let mut forms = Vec::new();
    let bare = without_brackets(&title.label).map(|label| tokens(&label));
    for typed in std::iter::once(typed).chain(bare.as_deref()) {
        let surfaces = written(typed);
        let expanded = abbreviations.expand(typed);
        let words = match expanded.first() {
            Some(first) if first.changed => written(&first.tokens),
            _ => surfaces.clone(),
        };
        // An expansion never holds a slash: both lists have the same length.
        for (surface, words) in surfaces.iter().zip(&words) {
            let form = Form { surface: bare_text(surface), words: content(words) };
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

fn bare_text(words: &[String]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.trim_end_matches('.')).collect();
    words.join(" ")
}

fn written(tokens: &[Token]) -> Vec<Vec<String>> {
    let double = read_double(tokens);
    let mut forms = vec![double.masculine];
    forms.push(double.feminine);
    forms.extend(double.alternatives);
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(label: &str, expected: &[&str]) {
        let title =
            Title { ogr: Some(1), rome: Rome::new("A1101").unwrap(), label: label.to_owned() };
        let list = "short;long;comment\nBTP;bâtiment et travaux publics;\n";
        let forms = forms(&title, &tokens(label), &Abbreviations::new(list).unwrap());
        let found: Vec<String> = forms.iter().map(|form| form.words.join(" ")).collect();
        assert_eq!(found, expected, "{label}");
    }

    #[test]
    fn forms_of_titles() {
        check("Conducteur / Conductrice de bus", &["conducteur bus", "conductrice bus"]);
        check("Équilibriste", &["equilibriste"]);
        check(
            "Algoculteur / Algocultrice (algues)",
            &["algoculteur algues", "algocultrice algues", "algoculteur", "algocultrice"],
        );
        check("Valet / Femme de chambre", &["valet chambre", "femme chambre"]);
        check(
            "Métreur / Métreuse du BTP",
            &["metreur batiment travaux publics", "metreuse batiment travaux publics"],
        );
        check("Journaliste TV / Radio", &["journaliste tv radio", "journaliste radio"]);
    }

    #[test]
    fn a_wrong_code_is_named() {
        let found = read("ogr;rome;label\n12;A110;Berger\n", "code;parent;label\n").unwrap_err();
        let text = "A110".to_owned();
        assert_eq!(found, LabelError::Code { list: "appellation.csv", line: 2, text });
    }
}
