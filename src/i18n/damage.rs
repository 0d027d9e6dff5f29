//! What libraries say of a damaged file, as what the user can do about it.

/// Words of libraries and of our readers, in small letters, with the end of the key (`damage-…`) of
/// the sentence that stands for them; the first that is found.
const SAID: &[(&str, &str)] = &[
    ("checksum", "checksum"),
    ("crc", "checksum"),
    ("compression method", "method"),
    ("encrypt", "method"),
    ("unsupported zip", "method"),
    ("eocd", "archive"),
    ("central directory", "archive"),
    ("invalid zip", "archive"),
    ("parquet", "parquet"),
    ("thrift", "parquet"),
    ("compound file", "old-workbook"),
    ("workbook stream", "old-workbook"),
    ("shared strings", "old-workbook"),
    ("truncated", "cut"),
    ("unexpected end", "cut"),
    ("unexpected eof", "cut"),
    ("eof while", "cut"),
    ("cut short", "cut"),
    ("fill whole buffer", "cut"),
    ("deflate", "cut"),
    ("ill-formed", "xml"),
    ("syntax error", "xml"),
    ("xml", "xml"),
];

/// The key of a sentence, for what a library says.
pub fn key(detail: &str) -> String {
    let small = detail.to_lowercase();
    let found = SAID.iter().find(|(said, _)| small.contains(said));
    format!("damage-{}", found.map_or("other", |(_, key)| key))
}

/// Line and character of `JSON 3:14`, as our readers write it.
pub fn place_in_json(detail: &str) -> Option<(&str, &str)> {
    let (line, column) = detail.strip_prefix("JSON ")?.split_once(':')?;
    let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (number(line) && number(column)).then_some((line, column))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Catalog;
    use crate::model::Language;

    #[test]
    fn libraries_are_understood() {
        let check = |detail: &str, expect: &str| {
            assert_eq!(key(detail), format!("damage-{expect}"), "{detail}");
            for language in [Language::French, Language::English] {
                let text = Catalog::new(language).unwrap().damage(detail);
                assert!(!text.contains("EOCD") && !text.contains("damage-"), "{text}");
            }
        };
        check("invalid Zip archive: Could not find EOCD", "archive");
        check("Zip error: invalid Zip archive: Invalid central directory", "archive");
        check("unsupported Zip archive: Compression method not supported", "method");
        check("Invalid checksum", "checksum");
        check("corrupt deflate stream", "cut");
        check("Unexpected end of xml, expecting '</sheetData>'", "cut");
        check("syntax error: tag not closed", "xml");
        check("parquet: File out of specification: The file must end with PAR1", "parquet");
        check("truncated stream", "cut");
        check("a word of nobody", "other");
        assert_eq!(place_in_json("JSON 3:14"), Some(("3", "14")));
        assert_eq!(place_in_json("JSON a:14"), None);
        let french = Catalog::new(Language::French).unwrap();
        assert!(french.damage("JSON 3:14").contains("ligne 3, caractère 14"));
        assert!(french.damage("a word of nobody").contains("a word of nobody"));
    }
}
