//! Which property of the shapes holds their codes, and codes of what: by content.
//!
//! 217 codes are both a basin of BMO and a *zone d'emploi*, and a région's code may be that of a
//! département: where labels and names of properties do not decide, nothing is guessed.

use crate::model::{Territory, fold};
use crate::readers::map::feature::Features;
use crate::reference::Reference;
use std::collections::BTreeSet;

/// A division of the country that shapes may have, from the finest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    Commune,
    Basin,
    Zone,
    Department,
    Region,
}

impl Level {
    const ALL: [Self; 5] = [Self::Commune, Self::Basin, Self::Zone, Self::Department, Self::Region];

    /// Prefix of a typed code, and key of its words: `level-…`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Commune => "com",
            Self::Basin => "be",
            Self::Zone => "ze",
            Self::Department => "dep",
            Self::Region => "reg",
        }
    }

    /// The system of its codes, in a sentence.
    pub const fn system(self) -> &'static str {
        match self {
            Self::Commune => "Insee",
            Self::Basin => "be:",
            Self::Zone => "ze:",
            Self::Department => "dep:",
            Self::Region => "reg:",
        }
    }

    /// Pieces of names that say of what the codes are.
    const fn hints(self) -> &'static [&'static str] {
        match self {
            Self::Commune => &["com", "insee", "codgeo"],
            Self::Basin => &["bassin", "bmo", "codbe"],
            Self::Zone => &["ze20", "zone", "codze"],
            Self::Department => &["dep"],
            Self::Region => &["reg"],
        }
    }

    /// The typed code of a text. A commune needs only the form of one: the list of the user may
    /// hold communes that ours has not.
    pub fn code(self, text: &str, reference: &Reference) -> Option<String> {
        let territory = match self {
            Self::Commune => {
                let code = text.to_ascii_uppercase();
                let rest = code.strip_prefix("2A").or(code.strip_prefix("2B")).unwrap_or(&code);
                let sound = code.len() == 5 && rest.bytes().all(|byte| byte.is_ascii_digit());
                return sound.then(|| format!("com:{code}"));
            }
            Self::Basin => Territory::basin(text),
            Self::Zone => Territory::employment_zone(text),
            Self::Department => Territory::department(text),
            Self::Region => Territory::region(text),
        };
        territory.ok().filter(|found| reference.exists(*found)).map(|found| found.to_string())
    }

    fn label(self, code: &str, reference: &Reference) -> Option<String> {
        let territory: Territory = code.parse().ok().filter(|_| self != Self::Commune)?;
        reference.label(territory).map(fold)
    }
}

/// The property that holds the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Codes {
    pub property: usize,
    pub level: Level,
    /// Codes of communes that lost their first zero.
    pub padded: bool,
}

/// Why the codes are not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    None,
    /// Name of the property, and the two divisions it may be of.
    Two(String, Level, Level),
}

impl Codes {
    /// The typed code of a text of the property.
    pub fn code(self, text: &str, reference: &Reference) -> Option<String> {
        if self.padded && text.len() == 4 {
            return self.level.code(&format!("0{text}"), reference);
        }
        self.level.code(text, reference)
    }
}

/// Whether a typed code is in our lists.
fn is_listed(code: &str, reference: &Reference) -> bool {
    let commune = code.strip_prefix("com:");
    commune.is_none_or(|commune| reference.basin_from_commune(commune).is_some())
}

/// How well a property fits a division: codes of the lists told apart, labels that agree, hints in
/// its name, codes told apart.
type Fit = (usize, usize, bool, usize);

/// `None` unless half of the shapes have a code of the lists; or, for communes, one of their own.
fn fit(features: &Features, codes: Codes, reference: &Reference) -> Option<Fit> {
    let level = codes.level;
    let (mut all, mut listed) = (BTreeSet::new(), BTreeSet::new());
    let (mut agreeing, mut known) = (0, 0);
    for feature in &features.list {
        let own = feature.properties.iter().find(|(place, _)| *place == codes.property);
        let Some(code) = own.and_then(|(_, text)| codes.code(text, reference)) else { continue };
        if let Some(label) = level.label(&code, reference) {
            let same = |(_, text): &(usize, String)| fold(text) == label;
            agreeing += usize::from(feature.properties.iter().any(same));
        }
        if is_listed(&code, reference) {
            known += 1;
            listed.insert(code.clone());
        }
        all.insert(code);
    }
    let name = features.names.get(codes.property).map(|name| fold(name)).unwrap_or_default();
    let hinted = level.hints().iter().any(|hint| name.contains(hint));
    let half = |count: usize| count > 0 && count * 2 >= features.list.len();
    (half(known) || half(all.len())).then_some((listed.len(), agreeing, hinted, all.len()))
}

/// The property with most codes told apart.
///
/// # Errors
/// When no property has codes, or they may be of two divisions.
pub fn find(features: &Features, reference: &Reference) -> Result<Codes, Unclear> {
    let mut fits: Vec<(Fit, Codes)> = Vec::new();
    for (property, _) in features.names.iter().enumerate() {
        // A code of four digits is that of a commune only beside some of five.
        let padded = features
            .list
            .iter()
            .flat_map(|feature| &feature.properties)
            .any(|(place, text)| *place == property && text.len() == 5);
        for level in Level::ALL {
            let codes = Codes { property, level, padded: padded && level == Level::Commune };
            fits.extend(fit(features, codes, reference).map(|fit| (fit, codes)));
        }
    }
    let Some(best) = fits.iter().map(|(fit, _)| *fit).max() else { return Err(Unclear::None) };
    // Of several properties that fit as well, the finest division, then the first.
    let tied = || fits.iter().filter(|(fit, _)| *fit == best).map(|(_, codes)| *codes);
    let Some(first) = tied().min_by_key(|codes| (codes.level, codes.property)) else {
        return Err(Unclear::None);
    };
    match tied().find(|codes| codes.property == first.property && codes.level != first.level) {
        None => Ok(first),
        Some(other) => {
            let name = features.names.get(first.property).cloned().unwrap_or_default();
            Err(Unclear::Two(name, first.level, other.level))
        }
    }
}
