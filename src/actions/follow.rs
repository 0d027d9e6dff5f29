//! What a decision was taken on, then and now: the difference, and whether it is larger than the
//! noise. It never says why.

use crate::indicators::trend::apart;
use crate::model::action::ActionPlan;
use crate::model::action::decided::{Decided, FigureKey, FrozenFigure, Spread};
use crate::model::action::indicator::{Indicator, Measure};
use crate::model::decimal::Decimal;
use crate::model::{Date, Grade, Unit};
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
}

/// Why nothing can be said of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// No files are loaded, or none that make an analysis.
    NotLoaded,
    /// The files are of the year that the decision was taken on.
    SameYear,
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
    /// Then or now, it is not shown.
    Hidden,
    /// Computed of respondents, and not out of the project yet.
    Withheld,
    /// Presumed, then or now: a presumption makes no trend.
    Weak,
    /// Its bounds are those that masked cells leave open, which are no margin of error.
    Masking,
    /// Its error is not known, then or now, or not in the same way.
    NoInterval,
}

impl Why {
    pub const ALL: [Self; 12] = [
        Self::NotLoaded,
        Self::SameYear,
        Self::Earlier,
        Self::Territory,
        Self::Method,
        Self::Broken,
        Self::Missing,
        Self::Hidden,
        Self::Withheld,
        Self::Weak,
        Self::Masking,
        Self::NoInterval,
    ];

    /// In `--json`, and in the catalogs (`plan-why-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotLoaded => "not-loaded",
            Self::SameYear => "same-year",
            Self::Earlier => "earlier",
            Self::Territory => "territory",
            Self::Method => "method",
            Self::Broken => "broken",
            Self::Missing => "missing",
            Self::Hidden => "hidden",
            Self::Withheld => "withheld",
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
    /// They overlap: the difference is no larger than the noise.
    WithinNoise,
    CannotSay(Why),
}

impl Change {
    /// In `--json`, and in the catalogs (`plan-change-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
            Self::WithinNoise => "within-noise",
            Self::CannotSay(_) => "cannot-say",
        }
    }

    pub const IDS: [&str; 4] = ["up", "down", "within-noise", "cannot-say"];
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
    if now.territory != then.territory {
        return cannot(Why::Territory, Some(now));
    }
    match now.year.cmp(&then.year) {
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
        let withheld = now.hidden.as_deref() == Some(WITHHELD);
        return cannot(if withheld { Why::Withheld } else { Why::Hidden }, Some(now));
    }
    let difference = match (then.value, now.value) {
        (Some(then), Some(now)) => now.less(then),
        _ => None,
    };
    Followed { then: then.clone(), now: Some(now.clone()), difference, change: change(then, now) }
}

/// [`FrozenFigure::hidden`] of a figure of respondents that has not left the project.
pub const WITHHELD: &str = "withheld";

/// The rule of the trends of the document: intervals apart, and no presumption.
fn change(then: &FrozenFigure, now: &FrozenFigure) -> Change {
    if then.grade == Some(Grade::C) || now.grade == Some(Grade::C) {
        return Change::CannotSay(Why::Weak);
    }
    match (then.interval(), now.interval()) {
        (Some((low, high, level)), Some((now_low, now_high, now_level))) if level == now_level => {
            let before = (low.value(), high.value());
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

/// Every figure that decisions and indicators of a plan stand on, each once: what is to be looked
/// up in the present document.
pub fn keys(plan: &ActionPlan) -> Vec<FigureKey> {
    let decided = plan.actions.iter().filter_map(|action| action.decided_on.as_ref());
    let mut keys: Vec<FigureKey> = decided
        .flat_map(|on| on.figures.iter().map(|figure| figure.key.clone()))
        .chain(plan.recomputed().map(|(_, key)| key.clone()))
        .collect();
    keys.sort();
    keys.dedup();
    keys
}

/// The measure that the present figures give an indicator; `None` where they give none that is
/// new. A share is measured in per cent.
pub fn measure_again(indicator: &Indicator, present: &Present, today: Date) -> Option<Measure> {
    let now = present.figures.get(indicator.from.as_ref()?)?;
    let value = now.value.filter(|_| now.hidden.is_none())?;
    let value = if now.unit.is_some_and(Unit::is_share) { value.hundredfold()? } else { value };
    let source = match now.year {
        Some(year) => format!("{} ({year})", now.source),
        None => now.source.clone(),
    };
    let known = indicator.measures.iter().any(|one| one.value == value && one.source == source);
    (!known).then(|| Measure { date: today, value, source, note: now.mark.clone() })
}

#[cfg(test)]
mod tests;
