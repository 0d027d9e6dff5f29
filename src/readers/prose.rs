//! Texts to be read that stand beside tables, as a read-me does: left aside, and no fault.

/// Lines looked at.
const LOOKED_AT: usize = 40;

/// Whether a text that no layout knows is prose: by its name, and for `.txt` by its lines too, since
/// tables are saved so as well.
pub fn is_prose(file: &str, text: &str) -> bool {
    let extension = file.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    match extension.as_deref() {
        Some("md" | "markdown") => true,
        Some("txt" | "text") => !is_table(text),
        _ => false,
    }
}

/// Two lines in three are cut alike by one separator. Prose has commas: they must be several.
fn is_table(text: &str) -> bool {
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let alike = |(separator, least): (char, usize)| {
        let counts: Vec<usize> = lines.iter().map(|line| line.matches(separator).count()).collect();
        let same = |count: &usize| counts.iter().filter(|other| *other == count).count();
        counts.iter().any(|count| *count >= least && same(count) * 3 >= lines.len() * 2)
    };
    lines.len() >= 2 && [(';', 1), ('\t', 1), ('|', 1), (',', 2)].into_iter().any(alike)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_read_me_is_told_from_a_table() {
        let check = |file: &str, text: &str, expect: bool| {
            assert_eq!(is_prose(file, text), expect, "{file} {text}");
        };
        check("LISEZMOI.md", "# Titre\n\nUn texte ; deux ; trois.\n", true);
        check("lisezmoi.txt", "Bonjour.\n\nCes fichiers, ceux de 2025, sont fictifs.\n", true);
        check("notes.TXT", "une ligne\n", true);
        check("export.txt", "a;b\n1;2\n3;4\n", false);
        check("export.txt", "a\tb\tc\n1\t2\t3\n", false);
        check("export.txt", "a,b,c\n1,2,3\n", false);
        check("LISEZMOI.csv", "# Titre\n", false);
        check("LISEZMOI", "texte\n", false);
    }
}
