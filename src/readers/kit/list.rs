//! A list of the establishments that were invited, as a spreadsheet or a delimited file: who has
//! which number, in which size class it was drawn, and what became of it.
//!
//! Headers are those of the table of contacts, or the words that people use for them.

use crate::model::{SizeClass, fold};
use crate::readers::kit::book;
use crate::readers::kit::codes;
use crate::readers::kit::table::Table;
use std::collections::BTreeMap;

pub const ID: &str = "id_etablissement";
pub const SIRET: &str = "siret";
pub const NAME: &str = "raison_sociale";
pub const NAF: &str = "code_naf";
pub const COMMUNE: &str = "code_commune";
/// As typed; lists of contacts once had no code of it.
pub const WRITTEN: &str = "commune_ecrite";
pub const WAVE: &str = "vague";
pub const SIZE: &str = "tranche_effectif";
pub const STATUS: &str = "statut_reponse";
const HEADCOUNT: &str = "effectif_total";
const ANSWERED_ON: &str = "date_reponse";

/// Statuses of the layout, but for the one of who answered.
pub const REFUSED: &str = "refus";
pub const NOT_REACHED: &str = "non joint";
pub const OUT_OF_SCOPE: &str = "hors champ";

/// Words that people have for the headers, folded and joined by `_`.
const WORDS: [(&str, &[&str]); 14] = [
    (
        ID,
        &[
            "id",
            "identifiant",
            "numero",
            "numero_enquete",
            "numero_d_enquete",
            "n_enquete",
            "survey_number",
        ],
    ),
    (NAME, &["nom", "enseigne", "denomination", "etablissement", "nom_etablissement", "name"]),
    (SIRET, &["numero_siret", "n_siret"]),
    (NAF, &["naf", "ape", "code_ape", "activiteprincipaleetablissement", "activity"]),
    (COMMUNE, &["insee", "code_insee", "codecommuneetablissement"]),
    (WRITTEN, &["commune", "ville"]),
    (SIZE, &["tranche", "taille", "tranche_d_effectif", "trancheeffectifsetablissement", "size"]),
    (HEADCOUNT, &["effectif", "salaries", "nb_salaries", "headcount"]),
    (STATUS, &["statut", "status"]),
    (WAVE, &["wave"]),
    ("contact_nom", &["contact", "interlocuteur"]),
    ("contact_fonction", &["fonction"]),
    ("contact_courriel", &["courriel", "email", "e_mail", "mail"]),
    ("contact_telephone", &["telephone", "tel", "phone"]),
];

/// Words and figures, without the rest.
fn header(written: &str) -> String {
    let folded = fold(written);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = words.collect::<Vec<_>>().join("_");
    let known = WORDS.iter().find(|(_, words)| words.contains(&plain.as_str()));
    known.map_or(plain, |(name, _)| (*name).to_owned())
}

/// The rows of a list; `None` for what is none: neither workbook nor text, or without a header that
/// tells one establishment from another.
pub fn read(bytes: &[u8]) -> Option<Table> {
    let table = match book::read(bytes) {
        Ok(sheets) => sheets.iter().find_map(of_sheet)?,
        Err(_) => delimited(bytes)?,
    };
    Some(table)
}

/// Whether the headers are those of a list: names or SIRET, and not answers.
fn is_list(header: &[String]) -> bool {
    let has = |name: &str| header.iter().any(|one| one == name);
    has(ID) || has(SIRET) || (has(NAME) && (has(COMMUNE) || has(WRITTEN)))
}

/// Whether a file put beside the questionnaires is a list of the invited, and not a table of
/// answers: it names them, and does not say when they answered.
pub fn names(table: &Table) -> bool {
    let has = |wanted: &str| table.header.iter().any(|name| name == wanted);
    (has(NAME) || has(SIRET)) && !has(ANSWERED_ON)
}

fn of_sheet(sheet: &book::Cells) -> Option<Table> {
    let mut rows: BTreeMap<u32, BTreeMap<u32, String>> = BTreeMap::new();
    for ((row, column), cell) in &sheet.cells {
        rows.entry(*row).or_default().insert(*column, cell.shown());
    }
    // A title may stand above the headers.
    let (top, columns) = rows.iter().take(TITLE_ROWS).find_map(|(row, cells)| {
        let columns: Vec<(u32, String)> =
            cells.iter().map(|(column, text)| (*column, header(text))).collect();
        let names: Vec<String> = columns.iter().map(|(_, name)| name.clone()).collect();
        is_list(&names).then_some((*row, columns))
    })?;
    let cell = |cells: &BTreeMap<u32, String>, column: u32| {
        cells.get(&column).cloned().unwrap_or_default()
    };
    let below = rows.range(top + 1..).map(|(_, cells)| cells);
    let rows = below.map(|cells| columns.iter().map(|(column, _)| cell(cells, *column)).collect());
    let rows = rows.collect();
    Some(Table { header: columns.into_iter().map(|(_, name)| name).collect(), rows })
}

/// Rows among which the headers are looked for.
const TITLE_ROWS: usize = 10;

fn delimited(bytes: &[u8]) -> Option<Table> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.into(),
        // As old spreadsheets save French.
        Err(_) => encoding_rs::WINDOWS_1252.decode(bytes).0,
    };
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next()?;
    let count = |separator: char| first.matches(separator).count();
    let separator = [';', '\t', ','].into_iter().max_by_key(|one| (count(*one), *one == ';'))?;
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.delimiter(u8::try_from(separator).ok()?).flexible(true);
    let mut reader = reader.from_reader(text.as_bytes());
    let cells = |record: &csv::StringRecord| -> Vec<String> {
        // The apostrophe before what could begin a formula.
        record.iter().map(|cell| cell.trim().trim_start_matches('\'').to_owned()).collect()
    };
    let names: Vec<String> =
        cells(reader.headers().ok()?).iter().map(|name| header(name)).collect();
    is_list(&names).then_some(())?;
    let rows: Result<Vec<_>, _> =
        reader.records().map(|record| record.map(|record| cells(&record))).collect();
    Some(Table { header: names, rows: rows.ok()? })
}

/// A survey number as the tables hold it; empty for one that would name the establishment.
pub fn number(text: &str) -> String {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let names = digits >= MANY_DIGITS || text.contains('@');
    if names { String::new() } else { text.trim().to_uppercase() }
}

/// Digits of a SIREN: a number with so many names somebody.
const MANY_DIGITS: usize = 9;

/// The size class that an establishment was drawn in, in its column or by its headcount; empty where
/// neither tells.
pub fn size(table: &Table, row: usize) -> String {
    let written = table.get(row, SIZE);
    let number = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
    let bare = written.to_lowercase().replace("salariés", "").replace("et plus", "+");
    let class = SizeClass::parse(&bare)
        .or_else(|| number(table.get(row, HEADCOUNT)).filter(|n| *n >= 0.0).map(SizeClass::of));
    class.map_or_else(String::new, |class| class.id().to_owned())
}

/// Code of the activity, without points; empty for what is none.
pub fn activity(table: &Table, row: usize) -> String {
    codes::activity(table.get(row, NAF)).unwrap_or_default()
}

/// Code of the commune; empty for what is none.
pub fn commune(table: &Table, row: usize) -> String {
    let candidates = [table.get(row, COMMUNE), table.get(row, WRITTEN)];
    candidates.into_iter().find_map(code_of_commune).unwrap_or_default()
}

/// `15014`, `1004` whose first zero a spreadsheet removed, `Aurillac (15014)`.
fn code_of_commune(text: &str) -> Option<String> {
    let inner = text.rsplit_once('(').map_or(text, |(_, code)| code.trim_end_matches(')'));
    let bare: String = inner.chars().filter(|c| !c.is_whitespace()).collect();
    let bare = bare.to_uppercase();
    let digits = bare.bytes().filter(u8::is_ascii_digit).count();
    let is_code = (4..=5).contains(&bare.len()) && digits >= 4 && bare.is_ascii();
    is_code.then(|| format!("{bare:0>5}"))
}

/// What became of who sent nothing.
pub fn status(text: &str) -> &'static str {
    let folded = fold(text);
    let begins = |words: &[&str]| words.iter().any(|word| folded.trim().starts_with(word));
    if begins(&["refus", "decline"]) {
        REFUSED
    } else if begins(&["hors", "ferme", "cesse", "out of", "closed"]) {
        OUT_OF_SCOPE
    } else {
        NOT_REACHED
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(table: &Table, names: &[&str]) -> Vec<Vec<String>> {
        let row = |row| names.iter().map(|name| table.get(row, name).to_owned()).collect();
        (0..table.rows.len()).map(row).collect()
    }

    #[test]
    fn headers_as_people_write_them() {
        let text = "N° SIRET;Raison sociale;Code APE;Commune;Tranche d’effectif;E-mail;Statut\n\
                    73282932000074;Alpha;10.71C;Aurillac (15014);10 à 19 salariés;a@x.fr;Refus\n";
        let expect = [["73282932000074", "Alpha", "a@x.fr"].map(str::to_owned).to_vec()];
        let (latin, ..) = encoding_rs::WINDOWS_1252.encode(text);
        for bytes in [text.as_bytes(), latin.as_ref(), text.replace(';', "\t").as_bytes()] {
            let table = read(bytes).unwrap();
            assert_eq!(cells(&table, &[SIRET, NAME, "contact_courriel"]), expect);
            assert_eq!(
                (activity(&table, 0).as_str(), commune(&table, 0).as_str()),
                ("1071C", "15014")
            );
            assert_eq!(
                (size(&table, 0).as_str(), status(table.get(0, STATUS))),
                ("10-19", REFUSED)
            );
            assert!(names(&table));
        }
        // Answers are no list of the invited, though each row has its number.
        let answers = read(b"id_etablissement;libelle_metier\nE1;x\n").unwrap();
        assert!(!names(&answers));
        assert_eq!(read(b"a;b\n1;2\n"), None);
        assert_eq!(read(b"\x00\x01"), None);
    }

    #[test]
    fn cells_as_people_write_them() {
        let sized = |written: &str, headcount: &str| {
            let header = [SIZE, HEADCOUNT].map(str::to_owned).to_vec();
            size(&Table { header, rows: vec![vec![written.to_owned(), headcount.to_owned()]] }, 0)
        };
        for (written, headcount, expect) in [
            ("1-9", "", "1-9"),
            ("20 – 49", "", "20-49"),
            ("500+", "", "500+"),
            ("500 et plus", "", "500+"),
            ("inconnue", "62", "50-99"),
            ("", "", ""),
        ] {
            assert_eq!(sized(written, headcount), expect, "{written} {headcount}");
        }
        for (text, expect) in [
            ("15014", Some("15014")),
            ("1004", Some("01004")),
            ("2A004", Some("2A004")),
            ("Aurillac (15014)", Some("15014")),
            ("Aurillac", None),
            ("", None),
        ] {
            assert_eq!(code_of_commune(text).as_deref(), expect, "{text}");
        }
        for (text, expect) in [
            ("Refusé par téléphone", REFUSED),
            ("fermé", OUT_OF_SCOPE),
            ("Hors champ", OUT_OF_SCOPE),
            ("répondant", NOT_REACHED),
            ("", NOT_REACHED),
        ] {
            assert_eq!(status(text), expect, "{text}");
        }
        assert_eq!((number(" c-042 ").as_str(), number("732829320").as_str()), ("C-042", ""));
    }
}
