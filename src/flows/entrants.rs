//! People who come in from training (`method.md` §3.2), with the denominators of the official
//! indicators: initial training counts from the enrolment of the final year, never from
//! graduates, and employment among those who leave, never among all.

use crate::flows::spread::Spread;

/// A published rate, 0–1, and the count it is a rate of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    pub value: f64,
    /// `None`: the source does not say.
    pub denominator: Option<f64>,
}

/// Why a factor of a flow is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Gap {
    /// No number of people entering or enrolled; the places bound it where they are known.
    Intake,
    /// No rate of those who go on studying, or who drop out.
    Leaving,
    /// No rate of access to employment.
    Employment,
    /// Rates whose denominator is under the least one, or is not said.
    SmallDenominator,
    /// No part that works in the territory: the interval of the method is used.
    Retention,
}

impl Gap {
    pub const ALL: [Self; 5] =
        [Self::Intake, Self::Leaving, Self::Employment, Self::SmallDenominator, Self::Retention];

    /// In `--json`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Intake => "intake",
            Self::Leaving => "leaving",
            Self::Employment => "employment",
            Self::SmallDenominator => "small-denominator",
            Self::Retention => "retention",
        }
    }
}

/// How a programme makes people enter work.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Route {
    Initial {
        /// Enrolled in the final year.
        enrolled: Option<f64>,
        /// tp: of them, those who go on studying.
        continuing: Option<Rate>,
        /// te: employed at six months, of those who leave.
        employed: Option<Rate>,
    },
    Continuing {
        /// Per year.
        entries: Option<f64>,
        dropouts: Option<f64>,
        /// acc6: a job of a month or more within six months.
        access: Option<Rate>,
    },
}

impl Route {
    pub const fn is_initial(&self) -> bool {
        matches!(self, Self::Initial { .. })
    }
}

/// What decides on a flow, beside the programme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// A rate of fewer people is not used.
    pub least_denominator: f64,
    /// ρ where nothing is said: between these, never 1.
    pub retention: (f64, f64),
}

/// People entering work in the territory per year, as a product, and what of it is not known.
#[derive(Clone, Debug, PartialEq)]
pub struct Entrants {
    pub factors: Vec<Spread>,
    pub missing: Vec<Gap>,
}

/// What is unknown of a share is between nothing and all.
const ANY_SHARE: Spread = Spread::Bounds { low: 0.0, high: 1.0 };

/// The flow of a programme. `places` bounds an intake that is not said; `retention` is ρ, 0–1.
pub fn entrants(
    route: &Route,
    places: Option<f64>,
    retention: Option<f64>,
    rules: &Rules,
) -> Entrants {
    let mut missing = Vec::new();
    let (intake, stay, work) = match *route {
        Route::Initial { enrolled, continuing, employed } => {
            let stay = usable(continuing, rules, Gap::Leaving, &mut missing)
                .map(|continuing| Spread::Known(1.0 - continuing));
            (enrolled, stay, employed)
        }
        Route::Continuing { entries, dropouts, access } => {
            let share = |entries: f64, dropouts: f64| {
                let stay = if entries > 0.0 { (1.0 - dropouts / entries).max(0.0) } else { 0.0 };
                Spread::Known(stay)
            };
            let stay = entries.zip(dropouts).map(|(entries, dropouts)| share(entries, dropouts));
            if stay.is_none() {
                missing.push(Gap::Leaving);
            }
            (entries, stay, access)
        }
    };
    let work = usable(work, rules, Gap::Employment, &mut missing).map(Spread::Known);
    let intake = intake.map_or_else(
        || {
            missing.push(Gap::Intake);
            Spread::Bounds { low: 0.0, high: places.unwrap_or(f64::INFINITY) }
        },
        Spread::Known,
    );
    let retention = retention.map_or_else(
        || {
            missing.push(Gap::Retention);
            Spread::Uniform { low: rules.retention.0, high: rules.retention.1 }
        },
        Spread::Known,
    );
    missing.sort_unstable();
    missing.dedup();
    let factors = vec![intake, stay.unwrap_or(ANY_SHARE), work.unwrap_or(ANY_SHARE), retention];
    Entrants { factors, missing }
}

/// A rate whose denominator is large enough; what is wrong with it otherwise.
fn usable(rate: Option<Rate>, rules: &Rules, none: Gap, missing: &mut Vec<Gap>) -> Option<f64> {
    let Some(rate) = rate else {
        missing.push(none);
        return None;
    };
    let large = rate.denominator.is_some_and(|count| count >= rules.least_denominator);
    if !large {
        missing.push(Gap::SmallDenominator);
    }
    large.then_some(rate.value)
}

/// *Taux de devenir favorable*: those who go on studying and those employed, of all enrolled in
/// the final year; `None` under the least denominator.
pub fn favourable(continuing: f64, employed: f64, enrolled: f64, least: f64) -> Option<f64> {
    ratio(continuing + employed, enrolled, least)
}

/// A rate of the official indicators; `None` under the least denominator.
pub fn ratio(part: f64, of: f64, least: f64) -> Option<f64> {
    (of >= least && of > 0.0).then(|| part / of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::spread::point;

    const RULES: Rules = Rules { least_denominator: 20.0, retention: (0.4, 0.8) };

    fn rate(value: f64, denominator: f64) -> Rate {
        Rate { value, denominator: Some(denominator) }
    }

    /// `method.md` §7.8: 24·(1 − .4)·.55·.6, of which an occupation receives .7.
    #[test]
    fn the_published_supply() {
        let route = Route::Initial {
            enrolled: Some(24.0),
            continuing: Some(rate(0.4, 24.0)),
            employed: Some(rate(0.55, 30.0)),
        };
        let found = entrants(&route, None, Some(0.6), &RULES);
        let received = point(&found.factors).unwrap() * 0.7;
        assert!((received - 24.0 * (1.0 - 0.4) * 0.55 * 0.6 * 0.7).abs() < 1e-12);
        assert!((received - 3.3264).abs() < 1e-12);
        assert_eq!(found.missing, []);
    }

    /// `method.md` §7.6, Orion / `InserJeunes`.
    #[test]
    fn rates_of_few_are_not_computed() {
        let close = |found: Option<f64>, expect: f64| {
            assert!((found.unwrap() - expect).abs() < 5e-5, "{found:?}");
        };
        close(ratio(20.0, 30.0, 20.0), 0.6667);
        assert_eq!(ratio(3.0, 10.0, 20.0), None);
        close(favourable(20.0, 3.0, 30.0, 20.0), 0.7667);
        assert_eq!(ratio(0.0, 0.0, 0.0), None);
    }

    #[test]
    fn a_rate_of_few_leaves_a_share_between_nothing_and_all() {
        let route = |denominator| Route::Continuing {
            entries: Some(16.0),
            dropouts: Some(4.0),
            access: Some(Rate { value: 0.9, denominator }),
        };
        for denominator in [Some(19.0), None] {
            let found = entrants(&route(denominator), None, None, &RULES);
            assert_eq!(found.missing, [Gap::SmallDenominator, Gap::Retention]);
            assert_eq!(point(&found.factors), None);
            assert!(found.factors.contains(&ANY_SHARE));
        }
        let found = entrants(&route(Some(20.0)), None, None, &RULES);
        assert_eq!(found.missing, [Gap::Retention]);
        assert!((point(&found.factors).unwrap() - 16.0 * 0.75 * 0.9 * 0.6).abs() < 1e-12);
    }

    /// A catalogue without places gives offers, not flows.
    #[test]
    fn an_intake_that_is_not_said_is_bounded_by_places_or_by_nothing() {
        let route = Route::Continuing { entries: None, dropouts: None, access: None };
        let first = |places| entrants(&route, places, Some(0.5), &RULES).factors[0];
        assert_eq!(first(Some(12.0)), Spread::Bounds { low: 0.0, high: 12.0 });
        assert_eq!(first(None), Spread::Bounds { low: 0.0, high: f64::INFINITY });
        let found = entrants(&route, None, Some(0.5), &RULES);
        assert_eq!(found.missing, [Gap::Intake, Gap::Leaving, Gap::Employment]);
    }

    /// ρ is never 1 by default.
    #[test]
    fn retention_is_an_interval_unless_it_is_said() {
        let route = Route::Continuing { entries: Some(10.0), dropouts: None, access: None };
        let last = |retention| *entrants(&route, None, retention, &RULES).factors.last().unwrap();
        assert_eq!(last(None), Spread::Uniform { low: 0.4, high: 0.8 });
        assert_eq!(last(Some(0.65)), Spread::Known(0.65));
    }
}
