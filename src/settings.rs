//! Preferences of the user, in readable RON. Older and newer files load: what is unknown is
//! left, what is missing has its default.

use crate::model::Language;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Light or dark, or as the system says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    pub const fn id(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Recent projects remembered.
const MOST_RECENT: usize = 10;

/// What the user prefers; never anything of a territory or of respondents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// `fr` or `en`.
    pub language: String,
    pub theme: Theme,
    /// Size of everything, 1 = as the system says.
    pub zoom: f32,
    /// Last first.
    pub recent: Vec<PathBuf>,
    pub export_folder: Option<PathBuf>,
    /// Who decides in the plan of action, as the journal writes it; empty: not said.
    pub who: String,
    /// CSV with comma and point, whatever the language.
    pub csv_international: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: "fr".to_owned(),
            theme: Theme::default(),
            zoom: 1.0,
            recent: Vec::new(),
            export_folder: None,
            who: String::new(),
            csv_international: false,
        }
    }
}

impl Settings {
    /// # Errors
    /// When the text is not a settings file.
    pub fn parse(text: &str) -> Result<Self, ron::error::SpannedError> {
        let mut settings: Self = ron::from_str(text)?;
        settings.zoom = if settings.zoom.is_finite() { settings.zoom.clamp(0.5, 3.0) } else { 1.0 };
        settings.recent.truncate(MOST_RECENT);
        Ok(settings)
    }

    /// # Errors
    /// When a path cannot be written as text.
    pub fn to_text(&self) -> Result<String, ron::Error> {
        ron::ser::to_string_pretty(self, ron::ser::PrettyConfig::default())
    }

    pub fn language(&self) -> Language {
        self.language.parse().unwrap_or(Language::French)
    }

    /// Puts a project first among the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|known| known != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(MOST_RECENT);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_and_newer_files_load() {
        let check = |text: &str, expect: Settings| {
            assert_eq!(Settings::parse(text).unwrap(), expect, "{text}");
        };
        check("()", Settings::default());
        check("(theme: Dark)", Settings { theme: Theme::Dark, ..Settings::default() });
        check("(zoom: 90.0, added_later: 3)", Settings { zoom: 3.0, ..Settings::default() });
        assert!(Settings::parse("not ron").is_err());
    }

    #[test]
    fn what_is_written_is_read() {
        let mut settings = Settings { zoom: 1.5, ..Settings::default() };
        settings.remember(Path::new("a.bassin"));
        settings.remember(Path::new("b.bassin"));
        settings.remember(Path::new("a.bassin"));
        assert_eq!(settings.recent, [PathBuf::from("a.bassin"), PathBuf::from("b.bassin")]);
        assert_eq!(Settings::parse(&settings.to_text().unwrap()).unwrap(), settings);
    }
}
