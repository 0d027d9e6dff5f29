//! Letters and words of a label: case, accents, ligatures, inclusive endings, contractions.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// A piece of a folded label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// Small ASCII letters and digits; `cut` when a full stop follows, « tech. ».
    Word { text: String, cut: bool },
    /// « / »; `tight` without a blank on either side, « boucherie/charcuterie ».
    Slash { tight: bool },
    /// A comma, a plus or a long dash: what stands on its sides may be two occupations.
    Break,
}

/// Endings written after a mark of inclusion, « serveur·euse », « boulanger(ère) ».
const ENDINGS: [&str; 26] = [
    "e", "es", "s", "ne", "nes", "se", "ses", "euse", "euses", "rice", "rices", "trice", "trices",
    "ere", "eres", "iere", "ieres", "ve", "ves", "ive", "le", "elle", "enne", "ienne", "esse",
    "te",
];

/// Endings too short or too usual to be taken off after a hyphen or a slash.
const NOT_AFTER_HYPHEN: [&str; 4] = ["s", "le", "te", "es"];

/// Small letters without accents; œ → oe, æ → ae, typographic apostrophes → '.
pub fn letters(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfd() {
        match c {
            c if c.is_ascii_alphanumeric() || c == ' ' => out.push(c.to_ascii_lowercase()),
            c if is_combining_mark(c) => {}
            'œ' | 'Œ' => out.push_str("oe"),
            'æ' | 'Æ' => out.push_str("ae"),
            '’' | '‘' | '`' | '´' | 'ʼ' => out.push('\''),
            '–' | '—' => out.push_str(" , "),
            '\u{a0}' | '\u{202f}' | '\t' | '\n' | '\r' => out.push(' '),
            '‐' | '‑' => out.push('-'),
            c => out.extend(c.to_lowercase()),
        }
    }
    out
}

const fn is_mark(c: char) -> bool {
    matches!(c, '(' | '.' | '·' | '•' | '∙' | '⋅' | '-' | '/')
}

/// Takes inclusive endings off letters: « charge(e)s » → « charge », « agent.e » → « agent ».
fn without_endings(text: String) -> String {
    if !text.contains(is_mark) {
        return text;
    }
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let rest = chars.get(at + 1..).unwrap_or_default();
        if out.ends_with(char::is_alphabetic)
            && let Some(skipped) = ending(c, rest)
        {
            at += 1 + skipped;
        } else {
            out.push(c);
            at += 1;
        }
    }
    out
}

/// Number of characters after the mark `c` that an inclusive ending takes.
fn ending(c: char, rest: &[char]) -> Option<usize> {
    if !is_mark(c) {
        return None;
    }
    let word: String = rest.iter().take_while(|c| c.is_alphabetic()).collect();
    let n = word.chars().count();
    let refused = matches!(c, '-' | '/' | '.') && NOT_AFTER_HYPHEN.contains(&word.as_str());
    let second_mark = c == '.' && rest.get(n).is_none_or(|c| !c.is_alphanumeric()) && word == "s";
    if !ENDINGS.contains(&word.as_str()) || (refused && !second_mark) {
        return None;
    }
    match (c, rest.get(n)) {
        ('(', Some(')')) => {
            let plural = rest.get(n + 1) == Some(&'s')
                && rest.get(n + 2).is_none_or(|c| !c.is_alphanumeric());
            Some(n + 1 + usize::from(plural))
        }
        ('(', _) => None,
        (_, next) => next.is_none_or(|c| !c.is_alphanumeric() && *c != '\'').then_some(n),
    }
}

/// Words and marks of a label.
///
/// « du », « au » and « aux » are opened (« de le »…), so that « du directeur / de la
/// directrice » lines up word by word; elided « d' » and « l' » become « de » and « le ».
pub fn tokens(text: &str) -> Vec<Token> {
    let folded = without_endings(letters(text));
    let chars: Vec<char> = folded.chars().collect();
    let mut tokens = Vec::new();
    let mut word = String::new();
    let blank = |c: Option<&char>| c.is_none_or(|c| c.is_whitespace());
    for (at, &c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|i| chars.get(i));
        if c.is_alphanumeric() {
            word.push(c);
            continue;
        }
        let joins =
            c == '&' && word.len() == 1 && chars.get(at + 1).is_some_and(|c| c.is_alphabetic());
        if joins {
            word.push('&');
            continue;
        }
        push_word(&mut tokens, &mut word, c);
        match c {
            '/' => {
                let tight = !blank(before) && !blank(chars.get(at + 1));
                tokens.push(Token::Slash { tight });
            }
            ',' | '+' | '|' => tokens.push(Token::Break),
            '&' => tokens.push(Token::Word { text: "et".to_owned(), cut: false }),
            _ => {}
        }
    }
    push_word(&mut tokens, &mut word, ' ');
    tokens
}

fn push_word(tokens: &mut Vec<Token>, word: &mut String, after: char) {
    let cut = after == '.';
    let mut push = |text: &str| tokens.push(Token::Word { text: text.to_owned(), cut });
    match (word.as_str(), after) {
        ("", _) => {}
        ("du", _) => ["de", "le"].into_iter().for_each(push),
        ("au", _) => ["a", "le"].into_iter().for_each(push),
        ("aux", ' ') => ["a", "les"].into_iter().for_each(push),
        ("d", '\'') => push("de"),
        ("l", '\'') => push("le"),
        (text, _) => push(text),
    }
    word.clear();
}

/// Words that carry no meaning in a job title.
pub fn is_small(word: &str) -> bool {
    matches!(
        word,
        "de" | "des"
            | "d"
            | "la"
            | "le"
            | "les"
            | "l"
            | "en"
            | "et"
            | "a"
            | "ou"
            | "pour"
            | "sur"
            | "dans"
            | "par"
            | "avec"
            | "chez"
            | "un"
            | "une"
            | "notre"
            | "nos"
            | "que"
            | "qu"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let shown: Vec<String> = tokens(text)
            .into_iter()
            .map(|token| match token {
                Token::Word { text, cut: true } => text + ".",
                Token::Word { text, cut: false } => text,
                Token::Slash { tight: true } => "/".to_owned(),
                Token::Slash { tight: false } => "//".to_owned(),
                Token::Break => ",".to_owned(),
            })
            .collect();
        assert_eq!(shown.join(" "), expected, "{text}");
    }

    #[test]
    fn letters_and_words() {
        check("CONDUCTRICE DE BUS", "conductrice de bus");
        check("Maître d’hôtel", "maitre de hotel");
        check("Œnologue", "oenologue");
        check("aide-soignant", "aide soignant");
        check("tech. maint.", "tech. maint.");
        check("adjoint au directeur", "adjoint a le directeur");
        check("boucherie/charcuterie", "boucherie / charcuterie");
        check("Cuisinier / Cuisinière", "cuisinier // cuisiniere");
        check("plombier, chauffagiste", "plombier , chauffagiste");
        check("R&D", "r&d");
        check("vente & conseil", "vente et conseil");
    }

    #[test]
    fn inclusive_endings() {
        check("boulanger(ère)", "boulanger");
        check("chargé(e)s d'études", "charge de etudes");
        check("infirmier·ère·s", "infirmier");
        check("agent.e d'accueil", "agent de accueil");
        check("vendeur-se", "vendeur");
        check("technicien/ne", "technicien");
        check("serveur/euse", "serveur");
        check("agent.e.s", "agent");
        check("assistant-e de direction", "assistant de direction");
        // A hyphen before a whole word stays a boundary.
        check("porte-à-porte", "porte a porte");
        check("libre-service", "libre service");
    }
}
