//! What a decision was taken on, then and now: the difference, and whether it is larger than the
//! noise. It never says why.

use crate::actions::decisions::decisions;
use crate::indicators::trend::apart;
use crate::model::action::ActionPlan;
use crate::model::action::decided::{Decided, FigureKey, Fingerprint, FrozenFigure, Spread};
use crate::model::action::indicator::{Basis, Indicator, Measure};
use crate::model::decimal::Decimal;
use crate::model::{Date, Grade, Language, Unit};
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Figures of today, by their places in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Present {
    /// Those of the places asked for that the document has.
    pub figures: BTreeMap<FigureKey, FrozenFigure>,
    /// Year of the survey.
    pub year: Option<u16>,
    /// Edition of the codes of occupations, as [`Decided::edition`].
    pub edition: String,
    /// Changes of the method, as [`Decided::method`].
    pub method: String,
    /// The files that they come from, with their content.
    pub files: Vec<Fingerprint>,
}

/// Why nothing can be said of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// No files are loaded, or none that make an analysis.
    NotLoaded,
    /// The files are of the year that the decision was taken on.
    SameYear,
    /// They are of that year, and hold something else than on that day.
    OtherContent,
    /// They are of an earlier one.
    Earlier,
    /// Of another territory.
    Territory,
    /// The method was changed in between.
    Method,
    /// Codes of occupations changed: the series stops.
    Broken,
    /// The document has no such figure.
    Missing,
    /// No file gives it: the document says that it is not known.
    NotGiven,
    /// Then or now, it is not shown.
    Hidden,
    /// Computed of respondents, and not out of the project yet.
    Withheld,
    /// Computed of respondents, and not out of the project on the day of the decision: it keeps
    /// nothing of it.
    NotKept,
    /// Presumed, then or now: a presumption makes no trend.
    Weak,
    /// Its bounds are those that masked cells leave open, which are no margin of error.
    Masking,
    /// Its error is not known, then or now, or not in the same way.
    NoInterval,
}

impl Why {
    pub const ALL: [Self; 15] = [
        Self::NotLoaded,
        Self::SameYear,
        Self::OtherContent,
        Self::Earlier,
        Self::Territory,
        Self::Method,
        Self::Broken,
        Self::Missing,
        Self::NotGiven,
        Self::Hidden,
        Self::Withheld,
        Self::NotKept,
        Self::Weak,
        Self::Masking,
        Self::NoInterval,
    ];

    /// In `--json`, and in the catalogs (`plan-why-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotLoaded => "not-loaded",
            Self::SameYear => "same-year",
            Self::OtherContent => "other-content",
            Self::Earlier => "earlier",
            Self::Territory => "territory",
            Self::Method => "method",
            Self::Broken => "broken",
            Self::Missing => "missing",
            Self::NotGiven => "not-given",
            Self::Hidden => "hidden",
            Self::Withheld => "withheld",
            Self::NotKept => "not-kept",
            Self::Weak => "weak",
            Self::Masking => "masking",
            Self::NoInterval => "no-interval",
        }
    }
}

/// What two readings of a figure say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The intervals lie apart, and the later is higher.
    Up,
    /// They lie apart, and the later is lower.
    Down,
    /// The same value and the same interval, as they are read.
    Unchanged,
    /// They overlap: the difference is no larger than the noise.
    WithinNoise,
    /// Words, the same then and now.
    SameWords,
    /// Words that are others now.
    OtherWords,
    CannotSay(Why),
}

impl Change {
    /// In `--json`, and in the catalogs (`plan-change-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::Unchanged => "unchanged",
            Self::WithinNoise => "within-noise",
            Self::SameWords => "same-words",
            Self::OtherWords => "other-words",
            Self::CannotSay(_) => "cannot-say",
        }
    }

    pub const IDS: [&str; 7] =
        ["up", "down", "unchanged", "within-noise", "same-words", "other-words", "cannot-say"];
}

/// A figure of a decision, then and now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    pub then: FrozenFigure,
    /// `None` where there is none to set against it.
    pub now: Option<FrozenFigure>,
    /// Now less then, of the point values, where both are comparable: noise or not.
    pub difference: Option<Decimal>,
    pub change: Change,
}

/// Each figure of a decision against the present ones; `None`: nothing is loaded.
pub fn follow(decided: &Decided, present: Option<&Present>) -> Vec<Followed> {
    decided.figures.iter().map(|then| one(then, decided, present)).collect()
}

fn one(then: &FrozenFigure, decided: &Decided, present: Option<&Present>) -> Followed {
    let cannot = |why, now: Option<&FrozenFigure>| Followed {
        then: then.clone(),
        now: now.cloned(),
        difference: None,
        change: Change::CannotSay(why),
    };
    let Some(present) = present else { return cannot(Why::NotLoaded, None) };
    if present.edition != decided.edition {
        return cannot(Why::Broken, None);
    }
    let Some(now) = present.figures.get(&then.key) else { return cannot(Why::Missing, None) };
    if then.is_withheld() {
        return cannot(Why::NotKept, Some(now));
    }
    if now.territory != then.territory {
        return cannot(Why::Territory, Some(now));
    }
    let is_blank = |one: &FrozenFigure| {
        one.value.is_none()
            && one.low.is_none()
            && one.high.is_none()
            && one.words.is_empty()
            && one.hidden.is_none()
    };
    if is_blank(now) {
        return cannot(Why::NotGiven, Some(now));
    }
    match now.year.cmp(&then.year) {
        Ordering::Equal if other_content(then, decided, present) => {
            return cannot(Why::OtherContent, Some(now));
        }
        Ordering::Equal => return cannot(Why::SameYear, Some(now)),
        Ordering::Less => return cannot(Why::Earlier, Some(now)),
        Ordering::Greater => {}
    }
    if present.method != decided.method {
        return cannot(Why::Method, Some(now));
    }
    if then.unit != now.unit || then.indicator != now.indicator {
        return cannot(Why::Broken, Some(now));
    }
    if then.hidden.is_some() || now.hidden.is_some() {
        return cannot(if now.is_withheld() { Why::Withheld } else { Why::Hidden }, Some(now));
    }
    if !then.words.is_empty() && then.value.is_none() && then.interval().is_none() {
        let same = then.words == now.words;
        let change = if same { Change::SameWords } else { Change::OtherWords };
        return Followed { then: then.clone(), now: Some(now.clone()), difference: None, change };
    }
    let difference = match (then.value, now.value) {
        (Some(then), Some(now)) => now.less(then),
        _ => None,
    };
    Followed { then: then.clone(), now: Some(now.clone()), difference, change: change(then, now) }
}

/// Whether a file that a figure came from is loaded again under its name with something else in it.
fn other_content(then: &FrozenFigure, decided: &Decided, present: &Present) -> bool {
    let of_figure = decided.fingerprints.iter().filter(|one| comes_from(then, &one.file));
    of_figure.into_iter().any(|one| content(one, &present.files) == Content::Other)
}

/// Whether a figure names a file among its sources.
pub fn comes_from(figure: &FrozenFigure, file: &str) -> bool {
    figure.source.split(", ").any(|one| one == file)
}

/// What became of a file that a decision was taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Content {
    Same,
    /// A file of that name holds something else.
    Other,
    /// Its content is there under another name.
    Renamed,
    /// No file of that name or content is loaded.
    Gone,
}

impl Content {
    pub const ALL: [Self; 4] = [Self::Same, Self::Other, Self::Renamed, Self::Gone];

    /// In `--json`, and in the catalogs (`plan-file-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Other => "other",
            Self::Renamed => "renamed",
            Self::Gone => "gone",
        }
    }
}

/// What became of a file of a decision among those that are loaded.
pub fn content(then: &Fingerprint, files: &[Fingerprint]) -> Content {
    let named = || files.iter().filter(|one| one.file == then.file);
    if named().any(|one| one.sha256 == then.sha256) {
        Content::Same
    } else if files.iter().any(|one| one.sha256 == then.sha256) {
        Content::Renamed
    } else if named().next().is_some() {
        Content::Other
    } else {
        Content::Gone
    }
}

/// Figures that a decision could not keep, being of respondents, and whether they have left since:
/// taken again, it keeps them.
pub fn withheld<'a>(
    decided: &'a Decided,
    present: Option<&Present>,
) -> (Vec<&'a FrozenFigure>, bool) {
    let all: Vec<&FrozenFigure> =
        decided.figures.iter().filter(|figure| figure.is_withheld()).collect();
    let out = |figure: &&FrozenFigure| {
        let now = present.and_then(|present| present.figures.get(&figure.key));
        now.is_some_and(|now| !now.is_withheld())
    };
    let has_left = all.iter().any(out);
    (all, has_left)
}

/// The rule of the trends of the document: intervals apart, and no presumption.
fn change(then: &FrozenFigure, now: &FrozenFigure) -> Change {
    if then.grade == Some(Grade::C) || now.grade == Some(Grade::C) {
        return Change::CannotSay(Why::Weak);
    }
    match (then.interval(), now.interval()) {
        (Some((low, high, level)), Some((now_low, now_high, now_level))) if level == now_level => {
            let before = (low.value(), high.value());
            if as_read(then) == as_read(now) {
                return Change::Unchanged;
            }
            match apart(before, (now_low.value(), now_high.value())) {
                Some(Ordering::Greater) => Change::Up,
                Some(Ordering::Less) => Change::Down,
                _ => Change::WithinNoise,
            }
        }
        _ if [then.spread, now.spread].contains(&Spread::Masking) => {
            Change::CannotSay(Why::Masking)
        }
        _ => Change::CannotSay(Why::NoInterval),
    }
}

/// Value and ends of a figure as they are read once published: what nobody can see of a change is
/// none.
fn as_read(figure: &FrozenFigure) -> [Option<String>; 3] {
    let read = |end: Option<Decimal>| {
        let value = end?.value();
        Some(figure.unit.map_or_else(
            || value.to_string(),
            |unit| crate::format::shape(value, unit, Language::French),
        ))
    };
    [read(figure.value), read(figure.low), read(figure.high)]
}

/// Every figure that decisions and indicators of a plan stand on, each once: what is to be looked
/// up in the present document.
pub fn keys(plan: &ActionPlan) -> Vec<FigureKey> {
    let decided = decisions(plan).into_iter();
    let wanted = plan.actions.iter().flat_map(|action| action.wanted.iter().cloned());
    let mut keys: Vec<FigureKey> = decided
        .flat_map(|one| one.on.figures.into_iter().map(|figure| figure.key))
        .chain(plan.recomputed().map(|(_, key)| key.clone()))
        .chain(wanted)
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

/// The measure that the present figures give an indicator; `None` where they give none that is
/// new, or none of the same figure: of another territory, edition of codes, method or unit, or of a
/// year that is no later than what is known. A share is measured in whole per cent, as it is
/// published.
pub fn measure_again(
    plan: &ActionPlan,
    indicator: &Indicator,
    present: &Present,
    today: Date,
) -> Option<Measure> {
    let now = present.figures.get(indicator.from.as_ref()?)?;
    let value = now.value.filter(|_| now.hidden.is_none())?;
    let basis = basis(plan, indicator);
    if basis.as_ref().is_some_and(|basis| !is_comparable(basis, now, present)) {
        return None;
    }
    // Measures that were noted before surveys were told apart name their year in their source.
    let year_of = |one: &Measure| one.year.or_else(|| of_source(&one.source));
    let known = indicator.measures.iter().filter_map(year_of).max();
    let start = basis.and_then(|basis| basis.year).filter(|_| indicator.baseline.is_some());
    if let (Some(last), Some(year)) = (known.max(start), now.year)
        && year <= last
    {
        return None;
    }
    let in_unit = |value: Decimal| {
        if now.unit.is_some_and(Unit::is_share) { value.per_cent() } else { Some(value) }
    };
    let interval = now.interval();
    let source = match now.year {
        Some(year) => format!("{} ({year})", now.source),
        None => now.source.clone(),
    };
    let value = in_unit(value)?;
    let is_known = indicator.measures.iter().any(|one| one.value == value && one.source == source);
    // Of a survey, the first day of its year: an edition that is read late measures no later.
    let first = now.year.and_then(|year| Date::new(i32::from(year), 1, 1).ok());
    (!is_known).then(|| Measure {
        date: first.filter(|first| *first <= today).unwrap_or(today),
        value,
        source,
        note: now.mark.clone(),
        year: now.year,
        low: interval.and_then(|(low, _, _)| in_unit(low)),
        high: interval.and_then(|(_, high, _)| in_unit(high)),
        level: interval.map(|(_, _, level)| level),
    })
}

/// `BMO.xlsx (2025)`.
fn of_source(source: &str) -> Option<u16> {
    source.strip_suffix(')')?.rsplit_once('(')?.1.parse().ok()
}

/// What an indicator is measured again by: as it was tied; else, of those tied before that was
/// kept, the figure of a decision of its actions.
fn basis(plan: &ActionPlan, indicator: &Indicator) -> Option<Basis> {
    if let Some(basis) = &indicator.basis {
        return Some(basis.clone());
    }
    let key = indicator.from.as_ref()?;
    let mut of_actions = decisions(plan)
        .into_iter()
        .filter(|one| one.action.indicators.contains(&indicator.id))
        .filter_map(|one| {
            let figure = one.on.figures.iter().find(|figure| figure.key == *key)?;
            Some((one.on.date, Basis::of(figure, &one.on)))
        })
        .collect::<Vec<_>>();
    of_actions.sort_by_key(|(date, _)| *date);
    of_actions.into_iter().next().map(|(_, basis)| basis)
}

fn is_comparable(basis: &Basis, now: &FrozenFigure, present: &Present) -> bool {
    basis.territory == now.territory
        && basis.indicator == now.indicator
        && basis.unit == now.unit
        && basis.edition == present.edition
        && basis.method == present.method
}

#[cfg(test)]
mod tests;
