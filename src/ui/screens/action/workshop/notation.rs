//! How minutes write a proposal: `Arrêter le « c’est pas nous » [III] *` was said three times and
//! bears the sticker.

use crate::model::action::sheet::Practice;
use crate::model::action::workshop::Contribution;

/// Times that one line can stand for: more is a slip of the keyboard.
const MOST: u32 = 999;

/// A line as it was typed: its text, what it stands for.
pub fn read(typed: &str, practice: Practice) -> Option<Contribution> {
    let mut text = typed.trim();
    let mut found = Contribution { practice, ..Contribution::default() };
    // In any order, at the end.
    loop {
        if let Some(rest) = text.strip_suffix('*') {
            found.priority = true;
            text = rest.trim_end();
        } else if let Some((rest, times)) = times(text) {
            found.occurrences = times;
            text = rest.trim_end();
        } else {
            break;
        }
    }
    text.clone_into(&mut found.text);
    (!text.is_empty()).then_some(found)
}

/// `[III]`, `[3]`, `×3` or `x3` at the end of a text, and what comes before.
fn times(text: &str) -> Option<(&str, u32)> {
    if let Some(inner) = text.strip_suffix(']') {
        let (rest, inner) = inner.rsplit_once('[')?;
        let inner = inner.trim();
        let strokes = inner.chars().all(|c| matches!(c, 'I' | '|')) && !inner.is_empty();
        let count = if strokes {
            u32::try_from(inner.chars().count()).ok()?
        } else {
            inner.parse().ok()?
        };
        return (1..=MOST).contains(&count).then_some((rest, count));
    }
    let (rest, digits) = text.rsplit_once(['×', 'x'])?;
    // Apart from the word before: `prix3` is one.
    let apart = rest.is_empty() || rest.ends_with(char::is_whitespace);
    let count: u32 = digits.trim().parse().ok()?;
    (apart && (1..=MOST).contains(&count)).then_some((rest, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_often_and_whether_it_bears_the_sticker() {
        let check = |typed: &str, text: &str, occurrences: u32, priority: bool| {
            let found = read(typed, Practice::Existing).unwrap();
            assert_eq!(
                (found.text.as_str(), found.occurrences, found.priority),
                (text, occurrences, priority),
                "{typed:?}"
            );
            assert_eq!(found.practice, Practice::Existing);
        };
        check("Visites d’entreprises", "Visites d’entreprises", 1, false);
        check("Work to be [IIII]", "Work to be", 4, false);
        check("Work to be [IIII] *", "Work to be", 4, true);
        check("Work to be* [2]", "Work to be", 2, true);
        check("Bourse d’emplois ×3", "Bourse d’emplois", 3, false);
        check("Bourse d’emplois x 12", "Bourse d’emplois", 12, false);
        check("Parler du prix3", "Parler du prix3", 1, false);
        check("Le c’est pas nous !", "Le c’est pas nous !", 1, false);
        check("Une liste [à voir]", "Une liste [à voir]", 1, false);
        check("Rien [0]", "Rien [0]", 1, false);
        check("[I] deux fois", "[I] deux fois", 1, false);
    }

    #[test]
    fn nothing_is_no_proposal() {
        for typed in ["", "   ", "*", "[III]", "× 3 *"] {
            assert_eq!(read(typed, Practice::New), None, "{typed:?}");
        }
    }
}
