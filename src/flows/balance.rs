//! What an occupation lacks, and what of it is known: need, entrants, pool and gap together.

use crate::flows::entrants::Gap as FlowGap;
use crate::flows::gap::{Gap, Sign};
use crate::flows::spread::{Span, Spread};

/// What a need stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// What employers said of their staff and departures, as far as it may be shown.
    Survey,
    /// A public count of those in employment, by age where it tells them, at official rates.
    Employment,
    /// Hiring projects alone: they bound a need from above, since openings are not training needs.
    Hires,
}

impl Basis {
    pub const ALL: [Self; 3] = [Self::Survey, Self::Employment, Self::Hires];

    /// In `--json` and in the catalogs (`need-basis-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Employment => "employment",
            Self::Hires => "hires",
        }
    }
}

/// Where net creations come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Creating {
    /// Employers announce them for the next twelve months.
    Announced,
    /// Those, then the regional rate of growth of the headcount.
    AnnouncedThenRate,
    /// The regional rate of growth of the headcount.
    Rate,
    /// Nothing tells them.
    Unknown,
}

impl Creating {
    pub const ALL: [Self; 4] =
        [Self::Announced, Self::AnnouncedThenRate, Self::Rate, Self::Unknown];

    /// In `--json` and in the catalogs (`creating-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::AnnouncedThenRate => "announced-then-rate",
            Self::Rate => "rate",
            Self::Unknown => "unknown",
        }
    }
}

/// Where end-of-career departures come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Leaving {
    /// Employers announce them for these months.
    Announced,
    /// Those that they announce for thirty-six months, at the same pace.
    Pace,
    /// Those, then by the ages of who is left.
    AnnouncedThenAges,
    /// By the ages of the employees.
    Ages,
    /// The regional rate of the headcount.
    Rate,
    /// Nothing tells them.
    Unknown,
}

impl Leaving {
    pub const ALL: [Self; 6] = [
        Self::Announced,
        Self::Pace,
        Self::AnnouncedThenAges,
        Self::Ages,
        Self::Rate,
        Self::Unknown,
    ];

    /// In `--json` and in the catalogs (`leaving-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Pace => "pace",
            Self::AnnouncedThenAges => "announced-then-ages",
            Self::Ages => "ages",
            Self::Rate => "rate",
            Self::Unknown => "unknown",
        }
    }
}

/// What the two parts of a need stand on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grounds {
    pub creation: Creating,
    pub departures: Leaving,
}

/// What is missing for a balance; said beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Missing {
    /// No answer of employers on this occupation.
    Survey,
    /// Neither answers nor a public count of those in employment: hiring projects alone.
    Employment,
    /// The ages are those of a wider territory.
    WiderAges,
    /// Answers that may not be shown count for nothing here.
    Hidden,
    /// Nobody said how many leave otherwise than by retirement: at most as many as are hired.
    Turnover,
    /// No job seekers of this occupation in the files: the gap is the one before the pool.
    Pool,
    /// Offers within reach that say neither entries nor places: offers, not flows.
    Places,
    /// Rates of employment or of continuation that no source says, or of too few people.
    Rates,
    /// What stays on the territory is the interval of the method.
    Retention,
    /// Offers farther off: not counted, whatever they say of who stays where they are.
    Beyond,
    /// Links that are only proposed: not counted.
    Proposals,
    /// No catalogue nor list of offers is loaded: entrants are not known, and counted as none.
    Offers,
}

impl Missing {
    pub const ALL: [Self; 12] = [
        Self::Survey,
        Self::Employment,
        Self::WiderAges,
        Self::Hidden,
        Self::Turnover,
        Self::Pool,
        Self::Places,
        Self::Rates,
        Self::Retention,
        Self::Beyond,
        Self::Proposals,
        Self::Offers,
    ];

    /// In `--json` and in the catalogs (`balance-missing-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Survey => "survey",
            Self::Employment => "employment",
            Self::WiderAges => "wider-ages",
            Self::Hidden => "hidden",
            Self::Turnover => "turnover",
            Self::Pool => "pool",
            Self::Places => "places",
            Self::Rates => "rates",
            Self::Retention => "retention",
            Self::Beyond => "beyond",
            Self::Proposals => "proposals",
            Self::Offers => "offers",
        }
    }
}

/// A programme that counts for the occupation.
#[derive(Clone, Debug, PartialEq)]
pub struct Counted {
    /// Source and row of its offer.
    pub at: (usize, u32),
    pub initial: bool,
    /// People entering work on the territory per year, for all its occupations; without a value
    /// where a factor is not known, with the bounds that it leaves.
    pub people: Span,
    /// Share that this occupation receives, under the rule that is shown, 0–1.
    pub share: Option<f64>,
    pub missing: Vec<FlowGap>,
}

/// The balance of an occupation.
#[derive(Clone, Debug, PartialEq)]
pub struct Balance {
    pub basis: Basis,
    /// Of each horizon; `None` where hiring projects alone bound the need.
    pub grounds: Option<[Grounds; 3]>,
    /// Posts that need trained entrants, by horizon.
    pub needs: Option<[Span; 3]>,
    /// By horizon.
    pub gaps: Vec<Gap>,
    /// Per year.
    pub initial: Span,
    pub continuing: Span,
    /// People, once.
    pub pool: Option<Span>,
    pub programmes: Vec<Counted>,
    /// In order, each once.
    pub missing: Vec<Missing>,
    /// Rates of insertion leave out the self-employed, private households and part of farming:
    /// for this occupation they are too low.
    pub biased_down: bool,
}

impl Balance {
    /// The indicative gap over three years: under that a small territory shows noise.
    pub fn gap(&self) -> Option<&Gap> {
        self.gaps.get(1)
    }

    /// Initial and continuing together, people per year.
    pub fn entrants(&self) -> Span {
        let both = |end: fn(Span) -> Option<f64>| {
            end(self.initial).zip(end(self.continuing)).map(|(a, b)| a + b)
        };
        Span { value: both(|s| s.value), low: both(|s| s.low), high: both(|s| s.high) }
    }

    pub fn sign(&self) -> Sign {
        self.gap().map_or(Sign::Undetermined, |gap| gap.sign)
    }
}

/// Bounds of a product of positive numbers, with its middle: no draw.
pub fn bounds(factors: &[Spread]) -> Span {
    let (mut low, mut high) = (1.0, 1.0);
    for factor in factors {
        let (least, most) = match *factor {
            Spread::Known(value) | Spread::Poisson(value) => (value, value),
            Spread::Uniform { low, high }
            | Spread::Around { low, high, .. }
            | Spread::Bounds { low, high } => (low, high),
            Spread::Events { low, high, rate, .. } => (low * rate, high * rate),
        };
        low *= least;
        // Nothing of an endless number is nothing.
        high = if high == 0.0 || most == 0.0 { 0.0 } else { high * most };
    }
    let finite = |bound: f64| bound.is_finite().then_some(bound);
    Span { value: crate::flows::spread::point(factors), low: finite(low), high: finite(high) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_of_a_flow() {
        let factors = [Spread::Known(20.0), Spread::Uniform { low: 0.4, high: 0.8 }];
        let found = bounds(&factors);
        assert_eq!((found.low, found.high), (Some(20.0 * 0.4), Some(20.0 * 0.8)));
        assert!((found.value.unwrap() - 20.0 * 0.6).abs() < 1e-12);
        let open = Spread::Bounds { low: 0.0, high: f64::INFINITY };
        assert_eq!(bounds(&[open, Spread::ONE]), Span { value: None, low: Some(0.0), high: None });
        assert_eq!(bounds(&[open, Spread::NOUGHT]).high, Some(0.0));
    }
}
