//! Primary rules: is a cell sensitive by itself, given the contributions of its respondents?
//!
//! Source: Insee, « Manuel de protection des tableaux », annexe Règles (`method.md` §4.4): fewer
//! than 3 units, one unit above 85 %, fewer than 11 natural persons. Two choices are stricter than
//! the source, since on a basin everyone knows who answered: dominance is tested on the weighted
//! and on the unweighted values, and a group that is all of a kind is hidden (see [`of_share`]).

use thiserror::Error;

/// Thresholds that can be made stricter than the published ones, never looser.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Thresholds {
    least_units: u32,
    dominance: f64,
    least_persons: u32,
    least_base: u32,
}

/// The thresholds a caller asks for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// Fewer units than this: hidden. Published value 3.
    pub least_units: u32,
    /// One unit above this share of the total, 0–1: hidden. Published value 0.85.
    pub dominance: f64,
    /// Cells on natural persons with fewer of them than this: hidden. Published value 11.
    pub least_persons: u32,
    /// A share of 0 % or 100 %, or a zero, tells what every unit answered: shown only on a base of
    /// at least so many units. Our choice, 11: the threshold that protects persons.
    pub least_base: u32,
}

/// Why thresholds are refused.
#[derive(Clone, Copy, Debug, PartialEq, Error)]
pub enum TooLoose {
    #[error("least units {asked} below {least}")]
    Units { asked: u32, least: u32 },
    #[error("dominance {asked} not within 0 and {most}")]
    Dominance { asked: f64, most: f64 },
    #[error("least persons {asked} below {least}")]
    Persons { asked: u32, least: u32 },
    #[error("least base {asked} below {least}")]
    Base { asked: u32, least: u32 },
}

impl Asked {
    /// The published values.
    pub const PUBLISHED: Self =
        Self { least_units: 3, dominance: 0.85, least_persons: 11, least_base: 11 };
}

impl Default for Thresholds {
    fn default() -> Self {
        let Asked { least_units, dominance, least_persons, least_base } = Asked::PUBLISHED;
        Self { least_units, dominance, least_persons, least_base }
    }
}

impl Thresholds {
    /// Thresholds at least as strict as the published ones.
    ///
    /// # Errors
    /// Anything looser than the published values, and a dominance that is no share.
    pub fn new(asked: Asked) -> Result<Self, TooLoose> {
        let floor = Asked::PUBLISHED;
        let Asked { least_units, dominance, least_persons, least_base } = asked;
        if least_units < floor.least_units {
            return Err(TooLoose::Units { asked: least_units, least: floor.least_units });
        }
        // Written so that a NaN is refused too.
        if !(dominance > 0.0 && dominance <= floor.dominance) {
            return Err(TooLoose::Dominance { asked: dominance, most: floor.dominance });
        }
        if least_persons < floor.least_persons {
            return Err(TooLoose::Persons { asked: least_persons, least: floor.least_persons });
        }
        if least_base < floor.least_base {
            return Err(TooLoose::Base { asked: least_base, least: floor.least_base });
        }
        Ok(Self { least_units, dominance, least_persons, least_base })
    }

    pub const fn least_units(self) -> u32 {
        self.least_units
    }

    pub const fn dominance(self) -> f64 {
        self.dominance
    }

    pub const fn least_persons(self) -> u32 {
        self.least_persons
    }

    pub const fn least_base(self) -> u32 {
        self.least_base
    }
}

/// What one respondent puts into a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contribution {
    /// Its own answer, in the unit of the cell.
    pub unweighted: f64,
    /// Its answer times its weight.
    pub weighted: f64,
}

/// What the primary rules say of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// May be shown, as far as this cell alone goes.
    Publishable,
    /// No respondent: it tells nothing of anyone, and everyone may know that it is empty, so it
    /// never serves to cover another cell.
    Empty,
    /// Must be hidden.
    Sensitive(Reason),
}

/// Why a cell is sensitive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    TooFewUnits {
        units: u32,
        least: u32,
    },
    OneDominates,
    TooFewPersons {
        persons: u32,
        least: u32,
    },
    /// All answered the same (0 % or 100 %, or a zero), and they are few.
    AllOfAKind {
        units: u32,
        least: u32,
    },
    /// On one side of a share, some units but fewer than the least.
    FewOnOneSide {
        units: u32,
        least: u32,
    },
    /// A contribution is not a number or is negative: the rules do not apply, so it is not shown.
    Unusable,
}

fn count<T>(items: &[T]) -> u32 {
    u32::try_from(items.len()).unwrap_or(u32::MAX)
}

/// A total of contributions of units: establishments, employers.
///
/// A zero is a total like another and, the answers being at least zero, it gives every answer:
/// it is shown on a base of [`Thresholds::least_base`] units only.
pub fn of_total(contributions: &[Contribution], thresholds: Thresholds) -> Verdict {
    let units = count(contributions);
    if units == 0 {
        return Verdict::Empty;
    }
    let usable = |v: f64| v.is_finite() && v >= 0.0;
    if !contributions.iter().all(|c| usable(c.unweighted) && usable(c.weighted)) {
        return Verdict::Sensitive(Reason::Unusable);
    }
    if units < thresholds.least_units {
        let least = thresholds.least_units;
        return Verdict::Sensitive(Reason::TooFewUnits { units, least });
    }
    let unweighted: f64 = contributions.iter().map(|c| c.unweighted).sum();
    let weighted: f64 = contributions.iter().map(|c| c.weighted).sum();
    let largest = contributions.iter().map(|c| c.unweighted).fold(0.0, f64::max);
    if unweighted <= 0.0 {
        let least = thresholds.least_base;
        return if units < least {
            Verdict::Sensitive(Reason::AllOfAKind { units, least })
        } else {
            Verdict::Publishable
        };
    }
    let share = thresholds.dominance;
    if largest > share * weighted || largest > share * unweighted {
        return Verdict::Sensitive(Reason::OneDominates);
    }
    Verdict::Publishable
}

/// A count of natural persons: employees by age and sex, sole traders.
///
/// `contributions` are the persons each unit declares; the rules on units apply as well.
pub fn of_persons(contributions: &[Contribution], thresholds: Thresholds) -> Verdict {
    let on_units = of_total(contributions, thresholds);
    if on_units != Verdict::Publishable {
        return on_units;
    }
    // Persons are counted, not weighted: a weight adds nobody to hide among.
    let persons: f64 = contributions.iter().map(|c| c.unweighted).sum();
    let least = thresholds.least_persons;
    if persons > 0.0 && persons < f64::from(least) {
        let persons = (0..least).rev().find(|&n| f64::from(n) <= persons).unwrap_or(0);
        return Verdict::Sensitive(Reason::TooFewPersons { persons, least });
    }
    Verdict::Publishable
}

/// A share of units: `part` of `base` units answered yes.
///
/// On a base of fewer than `least_units` nothing is shown. A share with its base is a count of units
/// on each side of it (those who answered yes, those who answered no): the rule of fewer than
/// `least_units` units holds for both, whatever the base, as for any cell of a table of counts.
/// None or all is no count of few, and tells what each unit answered: our choice, for want of a
/// published rule, is to show it on a base of `least_base` units.
pub fn of_share(part: u32, base: u32, thresholds: Thresholds) -> Verdict {
    if base == 0 {
        return Verdict::Empty;
    }
    let Some(complement) = base.checked_sub(part) else {
        return Verdict::Sensitive(Reason::Unusable);
    };
    let units = base;
    if units < thresholds.least_units {
        let least = thresholds.least_units;
        return Verdict::Sensitive(Reason::TooFewUnits { units, least });
    }
    match part.min(complement) {
        0 if base >= thresholds.least_base => Verdict::Publishable,
        0 => Verdict::Sensitive(Reason::AllOfAKind { units, least: thresholds.least_base }),
        few if few < thresholds.least_units => {
            Verdict::Sensitive(Reason::FewOnOneSide { units: few, least: thresholds.least_units })
        }
        _ => Verdict::Publishable,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(values: &[f64], weight: f64) -> Vec<Contribution> {
        values.iter().map(|&v| Contribution { unweighted: v, weighted: v * weight }).collect()
    }

    fn check(values: &[f64], expect: Verdict) {
        assert_eq!(of_total(&cells(values, 1.0), Thresholds::default()), expect, "{values:?}");
    }

    fn check_share(part: u32, base: u32, shown: bool) {
        let verdict = of_share(part, base, Thresholds::default());
        assert_eq!(verdict == Verdict::Publishable, shown, "{part}/{base}: {verdict:?}");
    }

    /// `method.md` §7.8.
    #[test]
    fn the_published_example() {
        check(&[90.0, 5.0, 5.0], Verdict::Sensitive(Reason::OneDominates));
        check(&[84.0, 10.0, 6.0], Verdict::Publishable);
        let two = Reason::TooFewUnits { units: 2, least: 3 };
        check(&[50.0, 50.0], Verdict::Sensitive(two));
    }

    #[test]
    fn limits_are_strict() {
        check(&[85.0, 10.0, 5.0], Verdict::Publishable);
        check(&[85.1, 10.0, 4.9], Verdict::Sensitive(Reason::OneDominates));
        check(&[], Verdict::Empty);
        check(&[0.0; 3], Verdict::Sensitive(Reason::AllOfAKind { units: 3, least: 11 }));
        check(&[0.0; 11], Verdict::Publishable);
        check(&[1.0, 2.0, f64::NAN], Verdict::Sensitive(Reason::Unusable));
        check(&[1.0, 2.0, -3.0], Verdict::Sensitive(Reason::Unusable));
    }

    /// Weights hide nobody where everyone knows who answered, and the weighted rule stands too.
    #[test]
    fn dominance_is_tested_on_both_values() {
        let thresholds = Thresholds::default();
        let dominated = Verdict::Sensitive(Reason::OneDominates);
        assert_eq!(of_total(&cells(&[90.0, 5.0, 5.0], 4.0), thresholds), dominated);
        let mut light = cells(&[80.0, 10.0, 10.0], 1.0);
        assert_eq!(of_total(&light, thresholds), Verdict::Publishable);
        for contribution in &mut light {
            contribution.weighted = contribution.unweighted * 0.5;
        }
        assert_eq!(of_total(&light, thresholds), dominated);
    }

    #[test]
    fn persons_are_counted_apart_from_units() {
        let check = |values: &[f64], expect: Verdict| {
            assert_eq!(of_persons(&cells(values, 3.0), Thresholds::default()), expect);
        };
        let few = Reason::TooFewPersons { persons: 10, least: 11 };
        check(&[4.0, 3.0, 3.0], Verdict::Sensitive(few));
        check(&[4.0, 4.0, 3.0], Verdict::Publishable);
        check(&[60.0, 40.0], Verdict::Sensitive(Reason::TooFewUnits { units: 2, least: 3 }));
    }

    #[test]
    fn shares_of_few_answers() {
        check_share(5, 5, false);
        check_share(0, 5, false);
        check_share(1, 10, false);
        check_share(8, 10, false);
        check_share(7, 10, true);
        check_share(11, 11, true);
        check_share(0, 11, true);
        // However many answer, one of them is one, and the two who did not are two.
        check_share(1, 11, false);
        check_share(2, 400, false);
        check_share(398, 400, false);
        check_share(3, 400, true);
        check_share(397, 400, true);
        check_share(1, 2, false);
        check_share(6, 5, false);
    }

    #[test]
    fn thresholds_only_become_stricter() {
        let check = |asked: Asked, expect: Option<TooLoose>| {
            assert_eq!(Thresholds::new(asked).err(), expect, "{asked:?}");
        };
        let floor = Asked::PUBLISHED;
        check(floor, None);
        check(Asked { least_units: 5, dominance: 0.75, ..floor }, None);
        check(Asked { least_units: 2, ..floor }, Some(TooLoose::Units { asked: 2, least: 3 }));
        let loose = TooLoose::Dominance { asked: 0.9, most: 0.85 };
        check(Asked { dominance: 0.9, ..floor }, Some(loose));
        let persons = TooLoose::Persons { asked: 10, least: 11 };
        check(Asked { least_persons: 10, ..floor }, Some(persons));
        check(Asked { least_base: 3, ..floor }, Some(TooLoose::Base { asked: 3, least: 11 }));
        assert!(Thresholds::new(Asked { dominance: f64::NAN, ..floor }).is_err());
    }
}
