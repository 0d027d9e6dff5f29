//! Who decided what, when, on which figures.

use crate::model::Date;
use crate::model::action::Id;
use crate::model::action::decided::{Decided, Fingerprint, FrozenFigure};
use crate::model::action::sheet::Places;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub date: Date,
    pub who: String,
    pub event: Event,
    /// What it is about, and its name that day: it may be removed later.
    pub subject: Option<Id>,
    pub name: String,
    /// Words of the user, or what changed: `idea → decided` by its identifiers.
    pub words: String,
    /// What it was decided on, with what makes those figures comparable later.
    pub figures: Vec<FrozenFigure>,
    pub fingerprints: Vec<Fingerprint>,
    pub method: String,
    pub edition: String,
}

/// What was said to be realised as a line of the journal keeps it, `12:12/9:12/-:-/-:-/-:- why`: of
/// each step what is realised and what was planned, then the reason.
pub fn of_realised(realised: &Places, planned: &Places, reason: &str) -> String {
    let side = |count: Option<u32>| count.map_or_else(|| "-".to_owned(), |n| n.to_string());
    let steps = realised.steps().into_iter().zip(planned.steps());
    let steps: Vec<String> = steps.map(|(r, p)| format!("{}:{}", side(r), side(p))).collect();
    format!("{} {reason}", steps.join("/")).trim_end().to_owned()
}

/// The same read back, realised then planned; `None` of lines that hold the reason alone.
pub fn realised_of(words: &str) -> Option<(Places, Places, &str)> {
    let (steps, reason) = words.split_once(' ').unwrap_or((words, ""));
    let side = |text: &str| match text {
        "-" => Some(None),
        count => count.parse::<u32>().ok().map(Some),
    };
    let (mut realised, mut planned) = ([None; 5], [None; 5]);
    let mut parts = steps.split('/');
    for (r, p) in realised.iter_mut().zip(planned.iter_mut()) {
        let (first, second) = parts.next()?.split_once(':')?;
        (*r, *p) = (side(first)?, side(second)?);
    }
    let whole = parts.next().is_none();
    whole.then(|| (Places::from_steps(realised), Places::from_steps(planned), reason))
}

/// Parts of what came of an action or of a year, as a line of the journal names them.
pub const PARTS: [&str; 5] = ["done", "hindered", "follows", "reached", "year"];

/// What a part of a closed evaluation said before it was changed, `done Deux sessions`; of a year
/// with its number, `year 2025 Une année utile`.
pub fn of_former(part: &str, former: &str) -> String {
    format!("{part} {former}").trim_end().to_owned()
}

/// The same read back: the part and what it said; `None` of other words.
pub fn former_of(words: &str) -> Option<(&'static str, &str)> {
    let (part, former) = words.split_once(' ').unwrap_or((words, ""));
    let part = PARTS.into_iter().find(|known| *known == part)?;
    Some((part, former))
}

impl Entry {
    /// The decision that it tells of; `None` where it holds no figure.
    pub fn decision(&self) -> Option<Decided> {
        let tells = matches!(self.event, Event::Adopted | Event::Decided | Event::Added);
        (tells && !self.figures.is_empty()).then(|| Decided {
            date: self.date,
            who: self.who.clone(),
            figures: self.figures.clone(),
            fingerprints: self.fingerprints.clone(),
            method: self.method.clone(),
            edition: self.edition.clone(),
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Event {
    /// An action is written.
    Added,
    /// An action is made of a recommendation.
    Adopted,
    /// Figures are kept with an action: it is decided on them.
    Decided,
    SignedOff,
    /// `words` holds the two statuses, `idea decided`.
    Status,
    Lead,
    Milestone,
    Measured,
    /// `words` holds what was realised and planned, then why: [`of_realised`].
    Realised,
    /// What came of something closed is written otherwise: `words` holds what it said, [`of_former`].
    Evaluated,
    Removed,
    YearStarted,
    Note,
}

impl Event {
    pub const ALL: [Self; 13] = [
        Self::Added,
        Self::Adopted,
        Self::Decided,
        Self::SignedOff,
        Self::Status,
        Self::Lead,
        Self::Milestone,
        Self::Measured,
        Self::Realised,
        Self::Evaluated,
        Self::Removed,
        Self::YearStarted,
        Self::Note,
    ];

    /// In files, and in the catalogs (`plan-event-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Adopted => "adopted",
            Self::Decided => "decided",
            Self::SignedOff => "signed-off",
            Self::Status => "status",
            Self::Lead => "lead",
            Self::Milestone => "milestone",
            Self::Measured => "measured",
            Self::Realised => "realised",
            Self::Evaluated => "evaluated",
            Self::Removed => "removed",
            Self::YearStarted => "year-started",
            Self::Note => "note",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_evaluation_said_is_read_back_from_its_line() {
        let check = |part: &'static str, former: &str, line: &str| {
            assert_eq!(of_former(part, former), line);
            assert_eq!(former_of(line), Some((part, former)));
        };
        check("done", "Deux sessions, une en été", "done Deux sessions, une en été");
        check("reached", "", "reached");
        check("year", "2025 Une année utile", "year 2025 Une année utile");
        assert_eq!(former_of("fait Deux sessions"), None);
    }

    #[test]
    fn what_was_realised_is_read_back_from_its_line() {
        let of = |steps| Places::from_steps(steps);
        let check = |realised: Places, planned: Places, reason: &str, line: &str| {
            assert_eq!(of_realised(&realised, &planned, reason), line);
            assert_eq!(realised_of(line), Some((realised, planned, reason)));
        };
        let (some, none) = (of([Some(12), Some(9), None, None, None]), of([None; 5]));
        check(
            some,
            of([Some(12), Some(12), Some(10), None, None]),
            "trois abandons, 2 : santé",
            "12:12/9:12/-:10/-:-/-:- trois abandons, 2 : santé",
        );
        check(some, none, "", "12:-/9:-/-:-/-:-/-:-");
        // Lines of before hold the reason alone, whatever it says.
        for words in ["", "trois abandons", "9/12 entrés", "12:12/9:12 et plus"] {
            assert_eq!(realised_of(words), None, "{words}");
        }
    }
}
