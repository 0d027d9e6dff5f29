//! The saved form of the user's own dictionary of labels, which serves all projects.

use crate::matching::label::dictionary::Dictionary;
use crate::project::file::ProjectError;
use crate::project::saved;
use serde::{Deserialize, Serialize};

const VERSION: u32 = 1;

#[derive(Serialize, Deserialize)]
struct V1 {
    version: u32,
    labels: Vec<saved::LabelV1>,
}

/// # Errors
/// When the form cannot be written as text.
pub fn to_text(dictionary: &Dictionary) -> Result<String, ron::Error> {
    let form = V1 { version: VERSION, labels: saved::labels(dictionary) };
    ron::ser::to_string_pretty(&form, ron::ser::PrettyConfig::default())
}

/// # Errors
/// When the text is not a dictionary, or one of a newer version.
pub fn parse(text: &str) -> Result<Dictionary, ProjectError> {
    let form: V1 =
        ron::from_str(text).map_err(|error| ProjectError::Malformed(error.to_string()))?;
    if form.version > VERSION {
        return Err(ProjectError::Newer(form.version));
    }
    saved::dictionary(form.labels).map_err(ProjectError::Malformed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::label::dictionary::{Entry, Verdict};
    use crate::model::Rome;

    #[test]
    fn what_is_written_is_read() {
        let mut made = Dictionary::default();
        let verdict = Verdict::Corrected(Rome::new("J1501").unwrap());
        let entry = Entry { verdict: Some(verdict), ..Entry::default() };
        made.entries.insert("aide soigner".to_owned(), entry);
        let none = Entry { verdict: Some(Verdict::NoOccupation), ..Entry::default() };
        made.entries.insert("diver".to_owned(), none);
        let text = to_text(&made).unwrap();
        assert_eq!(parse(&text).unwrap(), made);
        let newer = text.replace("version: 1", "version: 9");
        assert!(matches!(parse(&newer), Err(ProjectError::Newer(9))));
        assert!(matches!(parse("rien"), Err(ProjectError::Malformed(_))));
    }
}
