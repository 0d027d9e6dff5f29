//! Shares of a few answers drawn towards those of all occupations: beside the own value, never instead
//! of it.
//!
//! p̃ = (x + m p₀) / (n + m), with its Beta posterior (`method.md` §4.3): `n` the respondents that the
//! share rests on, `x` their share of it, `p₀` the share of all occupations, worth `m` answers. Made
//! of shown figures alone, as they are rounded, it tells nothing that they do not.

use crate::model::{Figure, Origin, Scope, Value};
use crate::report::survey::{PublishedMeasure, PublishedNeed};
use crate::secrecy::journal::Fate;
use crate::secrecy::rounding::Step;
use crate::secrecy::{Published, publish_decided};
use crate::survey::interval::Posterior;

/// Answers that the share of all occupations is worth: the default of `method.md` §4.3.
pub const WORTH: f64 = 10.0;
/// Level of the interval drawn.
pub const DRAWN_LEVEL: f64 = 0.8;

/// The shares of occupations and of their groups drawn towards those of all, by need and measure;
/// `None` for what is no share, for the whole and sectors of it, and where one of the two is not shown.
pub fn drawn(needs: &[PublishedNeed]) -> Vec<Vec<Option<Published>>> {
    let whole = needs.iter().find(|need| need.scope == Scope::All);
    let towards = |measure: &PublishedMeasure| {
        let mut all = whole?.measures.iter();
        all.find(|one| one.wanted.indicator == measure.wanted.indicator)?.weighted.point()
    };
    let of = |need: &PublishedNeed| {
        let is_part = matches!(need.scope, Scope::Occupation(_) | Scope::Group(_));
        let each = need.measures.iter();
        each.map(|measure| towards(measure).filter(|_| is_part).and_then(|p| one(measure, p)))
            .collect()
    };
    needs.iter().map(of).collect()
}

fn one(measure: &PublishedMeasure, towards: f64) -> Option<Published> {
    let n = measure.behind.and_then(|behind| behind.n)?;
    let share = measure.weighted.point().filter(|_| measure.wanted.unit.is_share())?;
    let answers = f64::from(n);
    let posterior = Posterior::new(share * answers, answers, towards, WORTH)?;
    let interval = posterior.interval(DRAWN_LEVEL);
    let step = Step::TENTH_OF_POINT;
    let figure = Figure {
        indicator: measure.wanted.indicator,
        territory: measure.weighted.territory(),
        value: step.round(
            Value::Interval { value: posterior.mean(), low: interval.low, high: interval.high },
            1.0,
        ),
        unit: measure.wanted.unit,
        n,
        masked_cells: 0,
        grade: None,
        origin: Origin::Respondents { n, largest_share: 0.0 },
    };
    Some(publish_decided(&figure, &Fate::Shown))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::employers::needs::WANTED;
    use crate::model::{Fap, FapVersion, Territory};
    use crate::report::survey::Behind;

    fn need(scope: Scope, share: Option<f64>, n: Option<u32>) -> PublishedNeed {
        let wanted = WANTED[2];
        let value = share.map_or(Value::Unknown, |value| Value::Interval {
            value,
            low: value / 2.0,
            high: 1.0,
        });
        let figure = Figure {
            indicator: wanted.indicator,
            territory: Territory::France,
            value,
            unit: wanted.unit,
            n: 0,
            masked_cells: 0,
            grade: None,
            origin: Origin::Public,
        };
        let weighted = publish_decided(&figure, &Fate::Shown);
        let behind = n.map(|n| Behind {
            n: Some(n),
            base: Some(n),
            standard_error: None,
            step: 0.01,
            refusal: None,
        });
        let measure = PublishedMeasure { wanted, weighted, unweighted: weighted, behind };
        PublishedNeed { scope, establishments: n, uncounted: None, measures: vec![measure] }
    }

    /// The worked example of `method.md` §4.3: x = 7, n = 12, p₀ = 0.45, m = 10.
    #[test]
    fn the_worked_example() {
        let fap = Scope::Occupation(Fap::new(FapVersion::Fap2021, "A0X41").unwrap());
        let all = need(Scope::All, Some(0.45), Some(40));
        let of = |share, n| {
            let found = drawn(&[all.clone(), need(fap.clone(), share, n)]);
            assert_eq!(found[0], [None], "the whole is drawn towards nothing");
            found[1][0].map(|found| (found.point().unwrap(), found.bounds().unwrap()))
        };
        let found = of(Some(7.0 / 12.0), Some(12)).unwrap();
        assert!((found.0 - 0.523).abs() < 1e-9, "{found:?}");
        // 0.387 and 0.658, outwards to a tenth of a point.
        assert!((found.1.0 - 0.386).abs() < 0.0011 && (found.1.1 - 0.659).abs() < 0.0011);
        // What is not shown is drawn towards nothing, and gives nothing away.
        assert_eq!(of(None, Some(12)), None);
        assert_eq!(of(Some(0.5), None), None);
        let alone = drawn(&[need(Scope::All, None, None), need(fap.clone(), Some(0.5), Some(9))]);
        assert_eq!(alone[1], [None]);
    }
}
