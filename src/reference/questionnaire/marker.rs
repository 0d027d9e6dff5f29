//! The hidden mark by which a kit is known again, whatever its sheets are called.
//!
//! Each sheet of answers carries it in a hidden cell. In a form its column holds the ids of the
//! lines and its row says which column holds the answers; in a table its row holds the ids of the
//! columns and its column says which rows are not answers. Inserted rows and columns move both.

use crate::reference::questionnaire::SheetId;

/// First word of every mark.
pub const BEGINS: &str = "bassin-kit|";
/// In the row of a form's mark: the column of the answers.
pub const ANSWER: &str = "answer";
/// In the column of a table's mark: a row of headings or the example.
pub const SKIP: &str = "skip";
/// Key of the hidden sheet's mark.
pub const CONTROL: &str = "control";
/// In the row of the hidden sheet's mark: codes of communes, and what the drop-down shows.
pub const COMMUNE_CODE: &str = "commune-code";
pub const COMMUNE_LABEL: &str = "commune-label";

/// `bassin-kit|establishment|1|fr|2026`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marker {
    /// [`SheetId::key`] or [`CONTROL`].
    pub sheet: String,
    pub version: u32,
    pub language: String,
    pub wave: String,
}

impl Marker {
    pub fn id(&self) -> Option<SheetId> {
        SheetId::ALL.into_iter().find(|id| id.key() == self.sheet)
    }

    pub fn write(&self) -> String {
        let Self { sheet, version, language, wave } = self;
        format!("{BEGINS}{sheet}|{version}|{language}|{wave}")
    }

    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().strip_prefix(BEGINS)?.splitn(4, '|');
        let (sheet, version) = (parts.next()?, parts.next()?.parse().ok()?);
        let (language, wave) = (parts.next()?, parts.next()?);
        let own = |text: &str| text.to_owned();
        Some(Self { sheet: own(sheet), version, language: own(language), wave: own(wave) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_written() {
        for wave in ["2026", "printemps | été", ""] {
            let (sheet, language) = ("wishes".to_owned(), "fr".to_owned());
            let marker = Marker { sheet, version: 3, language, wave: wave.to_owned() };
            assert_eq!(Marker::read(&marker.write()), Some(marker));
        }
        for text in ["", "bassin-kit", "bassin-kit|wishes|x|fr|2026", "kit|wishes|1|fr|2026"] {
            assert_eq!(Marker::read(text), None, "{text}");
        }
    }
}
