//! Whether quotes enclose cells in a text, and which separators it may have: detection only.

/// Lines looked at for separators.
const LINES: usize = 30;
pub const SEPARATORS: [char; 4] = [';', ',', '\t', '|'];

/// Whether the quotes of a text enclose cells. One that opens at the beginning of a cell must
/// close before the end of the text, and where its cell ends if that is on another line: else
/// they are quotes of the words (Certif Info, inches), and enclosing would swallow rows.
pub fn enclose(text: &str, separator: u8) -> bool {
    let bytes = text.as_bytes();
    let ends = |byte: Option<&u8>| {
        byte.is_none_or(|byte| *byte == separator || matches!(byte, b'\n' | b'\r'))
    };
    let before = |at: usize| at.checked_sub(1).and_then(|before| bytes.get(before));
    let mut any = false;
    let mut opened: Option<usize> = None;
    // The second of two within an enclosed cell, which stand for one.
    let mut doubled = None;
    for at in memchr::memchr_iter(b'"', bytes) {
        match opened {
            None if ends(before(at)) => {
                any = true;
                opened = Some(at);
            }
            // Within a cell that is not enclosed.
            None => {}
            Some(_) if doubled == Some(at) => {}
            Some(_) if bytes.get(at + 1) == Some(&b'"') => doubled = Some(at + 1),
            Some(start) => {
                let inside = bytes.get(start..at).unwrap_or_default();
                if !ends(bytes.get(at + 1)) && memchr::memchr(b'\n', inside).is_some() {
                    return false;
                }
                opened = None;
            }
        }
    }
    any && opened.is_none()
}

/// The separators `;` `,` tab `|`, most likely first: the one that most of the first lines have,
/// then the one that occurs most. What prose writes does not count: followed by a blank, or within
/// quotes.
pub fn separators(lines: &[&str]) -> [char; 4] {
    let score = |candidate: char| {
        let counts = lines.iter().take(LINES).map(|line| count(line, candidate));
        let (mut lines, mut all, mut plain) = (0, 0, 0);
        for (bare, of_line) in counts {
            lines += usize::from(bare > 0);
            all += bare;
            plain += of_line;
        }
        (lines, all, plain)
    };
    let mut ranked = SEPARATORS;
    ranked.sort_by_key(|candidate| std::cmp::Reverse(score(*candidate)));
    ranked
}

/// Occurrences in a line: as no prose writes them, and all.
fn count(line: &str, candidate: char) -> (usize, usize) {
    let (mut bare, mut all, mut enclosed) = (0, 0, false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        enclosed ^= letter == '"';
        if letter == candidate {
            all += 1;
            let prose = candidate != '\t'
                && letters.peek().is_some_and(|next| *next != '\t' && next.is_whitespace());
            bare += usize::from(!prose && !enclosed);
        }
    }
    (bare, all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_cells_and_quotes_of_words() {
        let check = |text: &str, expect: bool| assert_eq!(enclose(text, b';'), expect, "{text}");
        check("a;b\n1;2\n", false);
        check("a;b\n\"x;y\";2\n", true);
        check("\"a\";\"b\"\r\n\"x\r\ny\";\"dit \"\"oui\"\"\"\r\n", true);
        // A quote within a cell that is not enclosed says nothing of the others.
        check("a;b\n\"x;y\";écran 15\" plat\n\"z;t\";2\n", true);
        check("a;b\nécran 15\" plat;2\n", false);
        // A word in quotes at the beginning of a cell, on one line.
        check("\"Bac pro\" cuisine;2\n\"x;y\";1\n", true);
        // One that never closes, and one that would close within the words of another line.
        check("a;b\n\"Titre;2\nautre;3\n", false);
        check("a;b\n\"Titre;2\nautre;3\n\"Fin;4\n", false);
        check("a;b\n\"\"\"\";2\n", true);
        check("\"", false);
    }

    #[test]
    fn the_separator_is_not_that_of_the_prose() {
        let check = |text: &str, expect: char| {
            let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).collect();
            assert_eq!(separators(&lines)[0], expect, "{text}");
        };
        check("a;b;c\n1,5;2;3", ';');
        check("a,b\n1,2", ',');
        check("a\tb\n1\t2", '\t');
        check("naf_id|naf_label", '|');
        // Title lines with commas and semicolons of sentences.
        let title = "Source : enquête, relevé, saisie, contrôle, correction, diffusion\n\
                     Champ : le Cantal ; le Lot ; l’Aveyron ; la Corrèze ; hors Paris\n\
                     Note : établissements de 10 salariés, ou plus, hors intérim, hors État\n";
        check(&format!("{title}Nom;Effectif\nA;1\nB;2\n"), ';');
        check(&format!("{title}Nom,Effectif\nA,1\nB,2\n"), ',');
        check(&format!("{title}Nom\tEffectif\nA\t1\nB\t2\n"), '\t');
        // Decimal commas in every cell but those of the header.
        check("x;y\n1,5;2,5\n3,5;4,5\n5,5;6,5\n", ';');
        // Free text within quotes, rows of several lengths.
        check("a,b,c\n\"x;y;z;t;u\",1\n\"v;w;x\",2,3\n", ',');
        check("a; b; c\n1; 2; 3\n", ';');
    }
}
