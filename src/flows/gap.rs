//! The indicative gap: posts that need trained entrants, less those who come in, less the usable
//! pool (`method.md` §3.2), under every rule of allocation, by seeded draws.

use crate::flows::Horizon;
use crate::flows::allocation::Rule;
use crate::flows::need::Parts;
use crate::flows::spread::{End, Product, Span, Spread, point};
use crate::survey::random::Random;

/// What a gap says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// More posts than people, under every rule and over the whole interval.
    Lack,
    /// More people than posts, in the same way.
    Surplus,
    /// The sign changes between rules or within the interval.
    Undetermined,
}

impl Sign {
    /// In `--json` and in the catalogs (`gap-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::Lack => "lack",
            Self::Surplus => "surplus",
            Self::Undetermined => "undetermined",
        }
    }
}

/// A programme seen from an occupation.
#[derive(Clone, Debug, PartialEq)]
pub struct Flow {
    /// People entering work in the territory per year, as a product.
    pub factors: Vec<Spread>,
    pub initial: bool,
    /// Share that this occupation receives, by rule in the order of [`Rule::ALL`].
    pub shares: [Option<f64>; 4],
}

/// What an occupation is set against.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The need of each horizon, where something tells it.
    pub need: Option<[Parts; 3]>,
    pub flows: Vec<Flow>,
    /// `None`: not known, and the gap is the one before it.
    pub pool: Option<[Spread; 3]>,
    /// Makes draws of this occupation unrelated to those of others.
    pub stream: u64,
}

/// How draws are made and read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    pub draws: u32,
    pub seed: u64,
    /// Half-width of an interval, as a share of its value, above which no point is given.
    pub refusal: f64,
}

/// Entrants and gap under one rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnderRule {
    pub rule: Rule,
    /// Over the horizon.
    pub entrants: Span,
    /// `None` without a need.
    pub gap: Option<Span>,
}

/// The gap of an occupation over a horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    pub horizon: Horizon,
    /// Only the rules that can tell.
    pub by_rule: Vec<UnderRule>,
    /// Under observed destinations, else in proportion to openings, else equal; its ends are the
    /// lowest and the highest over all rules. `None` without a need.
    pub span: Option<Span>,
    pub sign: Sign,
    /// Entrants over need, of the same rule; `None` when the need may be nought.
    pub coverage: Option<f64>,
}

impl Gap {
    /// The rule behind its value: where people were seen to go, else in proportion to openings,
    /// else equally; `None` without a need.
    pub fn rule(&self) -> Option<Rule> {
        let told =
            |rule: &Rule| self.by_rule.iter().any(|one| one.rule == *rule && one.gap.is_some());
        [Rule::Observed, Rule::Demand, Rule::Equal].into_iter().find(told)
    }
}

/// The need of each horizon, the gap of each, and the pool, from the same draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub needs: Option<[Span; 3]>,
    pub gaps: Vec<Gap>,
    /// People; counted once, whatever the horizon: it is a stock.
    pub pool: Option<Span>,
    /// Per year, initial then continuing, all rules together.
    pub entrants: [Span; 2],
}

/// Whether a rule tells where the people of every programme go. Without a programme, nobody
/// comes in under any rule but that of observation, which then saw nothing.
fn tells(case: &Case, rule: usize) -> bool {
    case.flows.iter().all(|flow| flow.shares.get(rule).is_some_and(Option::is_some))
        && !(case.flows.is_empty() && rule == 3)
}

/// The draws of one end.
struct Sample {
    needs: [Vec<f64>; 3],
    pool: Vec<f64>,
    /// By rule, per year.
    entrants: [Vec<f64>; 4],
    /// Initial and continuing, per year, under the first rule that tells.
    kinds: [Vec<f64>; 2],
}

fn sample(case: &Case, settings: Settings, (need_end, other): (End, End), first: usize) -> Sample {
    let needs = case.need.as_ref().map(|parts| parts.map(|parts| parts.drawn()));
    let flows: Vec<Product> = case.flows.iter().map(|flow| Product::new(&flow.factors)).collect();
    let pool = case.pool.as_ref().map(|pool| Product::new(pool));
    let mut random = Random::new(settings.seed, case.stream);
    let mut made = Sample {
        needs: Default::default(),
        pool: Vec::new(),
        entrants: Default::default(),
        kinds: Default::default(),
    };
    for _ in 0..settings.draws.max(1) {
        for (drawn, into) in needs.iter().flatten().zip(&mut made.needs) {
            into.push(drawn.draw(need_end, &mut random));
        }
        made.pool.push(pool.as_ref().map_or(0.0, |pool| pool.draw(other, &mut random)));
        let (mut sums, mut kinds) = ([0.0; 4], [0.0; 2]);
        for (flow, product) in case.flows.iter().zip(&flows) {
            let people = product.draw(other, &mut random);
            for (sum, share) in sums.iter_mut().zip(flow.shares) {
                *sum += part(people, share.unwrap_or_default());
            }
            let share = flow.shares.get(first).copied().flatten().unwrap_or_default();
            let [initial, continuing] = &mut kinds;
            *(if flow.initial { initial } else { continuing }) += part(people, share);
        }
        for (into, sum) in made.entrants.iter_mut().zip(sums) {
            into.push(sum);
        }
        for (into, kind) in made.kinds.iter_mut().zip(kinds) {
            into.push(kind);
        }
    }
    made
}

/// A share of people; none of an endless number is none.
fn part(people: f64, share: f64) -> f64 {
    if share == 0.0 { 0.0 } else { people * share }
}

/// The draws of a case: bit-stable for a seed.
pub fn draw(case: &Case, settings: Settings) -> Drawn {
    // Observed destinations first, then demand, then equal: the rule whose value is shown.
    let order = [3, 1, 0, 2];
    let told: Vec<usize> = order.into_iter().filter(|rule| tells(case, *rule)).collect();
    let first = told.first().copied().unwrap_or_default();
    // The least gap has the least need and most people; the greatest the other way round.
    let mut few = sample(case, settings, (End::Low, End::High), first);
    let mut many = sample(case, settings, (End::High, End::Low), first);
    let value = |factors: &[Spread]| point(factors);
    let needs = case.need.as_ref().map(|parts| {
        std::array::from_fn(|horizon| {
            let middle = parts.get(horizon).and_then(Parts::point);
            span(middle, few.needs.get(horizon), many.needs.get(horizon)).refused(settings.refusal)
        })
    });
    let pool_value = case.pool.as_ref().map_or(Some(0.0), |pool| value(pool));
    let mut gaps = Vec::new();
    for (place, horizon) in Horizon::ALL.into_iter().enumerate() {
        let mut by_rule = Vec::new();
        for (index, rule) in Rule::ALL.into_iter().enumerate().filter(|(i, _)| told.contains(i)) {
            let years = horizon.years();
            let middle = received(case, index).map(|people| people * years);
            let scaled = |sample: &Sample| {
                let draws = sample.entrants.get(index).into_iter().flatten();
                draws.map(|people| people * years).collect::<Vec<f64>>()
            };
            let (most, least) = (scaled(&few), scaled(&many));
            let gap = case.need.as_ref().and_then(|parts| {
                let need = parts.get(place)?;
                let gaps = |sample: &Sample, people: &[f64]| {
                    let needs = sample.needs.get(place).into_iter().flatten();
                    let all = needs.zip(people).zip(&sample.pool);
                    all.map(|((need, people), pool)| need - people - pool).collect::<Vec<f64>>()
                };
                let middle = need.point().zip(middle).zip(pool_value);
                let middle = middle.map(|((need, people), pool)| need - people - pool);
                let (low, high) = (gaps(&few, &most), gaps(&many, &least));
                Some(span(middle, Some(&low), Some(&high)))
            });
            let entrants = span(middle, Some(&most), Some(&least));
            by_rule.push(UnderRule { rule, entrants, gap });
        }
        gaps.push(gap(case, (place, horizon), by_rule, first, settings));
    }
    let kinds = |kind: usize| {
        let draws = (few.kinds.get(kind), many.kinds.get(kind));
        let of_kind = case.flows.iter().filter(|flow| flow.initial == (kind == 0));
        let middle = of_kind.map(|flow| {
            let share = flow.shares.get(first).copied().flatten()?;
            value(&flow.factors).map(|people| people * share)
        });
        span(middle.sum(), draws.0, draws.1)
    };
    let entrants = [kinds(0), kinds(1)];
    let pool = case.pool.as_ref().map(|_| Span::of(pool_value, [&mut few.pool, &mut many.pool]));
    Drawn { needs, gaps, pool, entrants }
}

/// People that the occupation receives per year under a rule, in the middle of what is known.
fn received(case: &Case, rule: usize) -> Option<f64> {
    case.flows
        .iter()
        .map(|flow| {
            let share = flow.shares.get(rule).copied().flatten()?;
            Some(point(&flow.factors)? * share)
        })
        .sum()
}

fn span(value: Option<f64>, low: Option<&Vec<f64>>, high: Option<&Vec<f64>>) -> Span {
    let [mut low, mut high] = [low, high].map(|draws| draws.cloned().unwrap_or_default());
    Span::of(value, [&mut low, &mut high])
}

fn gap(
    case: &Case,
    (place, horizon): (usize, Horizon),
    by_rule: Vec<UnderRule>,
    first: usize,
    settings: Settings,
) -> Gap {
    let shown = by_rule.iter().find(|one| Rule::ALL.get(first) == Some(&one.rule)).copied();
    let spans: Vec<Span> = by_rule.iter().filter_map(|one| one.gap).collect();
    let all = |end: fn(&Span) -> Option<f64>, pick: fn(f64, f64) -> f64| {
        let ends: Option<Vec<f64>> = spans.iter().map(end).collect();
        ends.and_then(|ends| ends.into_iter().reduce(pick))
    };
    let whole = shown.and_then(|shown| shown.gap).map(|shown| Span {
        value: shown.value,
        low: all(|span| span.low, f64::min),
        high: all(|span| span.high, f64::max),
    });
    let sign = match whole {
        Some(span) if span.is_above(0.0) => Sign::Lack,
        Some(span) if span.is_below(0.0) => Sign::Surplus,
        _ => Sign::Undetermined,
    };
    let coverage = || {
        let need = case.need.as_ref()?.get(place)?.point().filter(|need| *need > 0.0)?;
        Some(shown?.entrants.value? / need)
    };
    Gap {
        horizon,
        coverage: coverage(),
        // No point where the sign is not known, or the interval is too wide for one.
        span: whole.map(|span| match sign {
            Sign::Undetermined => Span { value: None, ..span },
            _ => span.refused(settings.refusal),
        }),
        sign,
        by_rule,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flows::need::alone;
    use proptest::prelude::*;

    const SETTINGS: Settings = Settings { draws: 400, seed: 7, refusal: 0.5 };

    fn need(posts: f64) -> [Parts; 3] {
        Horizon::ALL.map(|horizon| Parts {
            creation: alone([Spread::NOUGHT; 2]),
            departures: alone([Spread::Known(posts * horizon.years()), Spread::ONE]),
            turnover: [Spread::NOUGHT; 2],
            supposed: 0.0,
        })
    }

    fn flow(people: f64, shares: [Option<f64>; 4]) -> Flow {
        Flow { factors: vec![Spread::Known(people)], initial: false, shares }
    }

    fn case(posts: f64, flows: Vec<Flow>, pool: f64) -> Case {
        let pool = Some([Spread::Known(pool), Spread::Known(1.0), Spread::Known(1.0)]);
        Case { need: Some(need(posts)), flows, pool, stream: 1 }
    }

    const WHOLE: [Option<f64>; 4] = [Some(1.0), Some(1.0), Some(1.0), None];

    #[test]
    fn need_less_entrants_less_pool() {
        let found = draw(&case(10.0, vec![flow(3.0, WHOLE), flow(1.0, WHOLE)], 2.0), SETTINGS);
        for (gap, years) in found.gaps.iter().zip([1.0, 3.0, 5.0]) {
            let expect = 10.0 * years - 4.0 * years - 2.0;
            let span = gap.span.unwrap();
            assert_eq!(
                (span.value, span.low, span.high),
                (Some(expect), Some(expect), Some(expect))
            );
            assert_eq!((gap.sign, gap.by_rule.len()), (Sign::Lack, 3));
            assert!((gap.coverage.unwrap() - 0.4).abs() < 1e-12);
        }
        assert_eq!(found.pool.unwrap().value, Some(2.0));
        assert_eq!(found.entrants.map(|span| span.value), [Some(0.0), Some(4.0)]);
    }

    #[test]
    fn a_sign_that_changes_between_rules_is_undetermined() {
        let shares = [Some(1.0), Some(0.25), Some(0.25), None];
        let found = draw(&case(5.0, vec![flow(8.0, shares)], 0.0), SETTINGS);
        let gap = &found.gaps[0];
        assert_eq!(gap.sign, Sign::Undetermined);
        let span = gap.span.unwrap();
        assert_eq!((span.value, span.low, span.high), (None, Some(5.0 - 8.0), Some(5.0 - 2.0)));
    }

    #[test]
    fn observed_destinations_are_preferred() {
        let shares = [Some(0.5), Some(0.4), Some(0.4), Some(0.3)];
        let found = draw(&case(9.0, vec![flow(10.0, shares)], 0.0), SETTINGS);
        assert_eq!(found.gaps[0].span.unwrap().value, Some(9.0 - 3.0));
        assert_eq!(found.gaps[0].rule(), Some(Rule::Observed));
        assert_eq!(found.gaps[0].by_rule.len(), 4);
    }

    #[test]
    fn without_a_need_there_is_no_gap_and_coverage_of_nothing_is_undefined() {
        let without = Case { need: None, ..case(0.0, vec![flow(3.0, WHOLE)], 0.0) };
        let found = draw(&without, SETTINGS);
        assert_eq!((found.gaps[0].span, found.gaps[0].sign), (None, Sign::Undetermined));
        assert_eq!(found.needs, None);
        let found = draw(&case(0.0, vec![flow(3.0, WHOLE)], 0.0), SETTINGS);
        assert_eq!((found.gaps[0].coverage, found.gaps[0].sign), (None, Sign::Surplus));
    }

    /// A programme of which no number is known may always fill the gap.
    #[test]
    fn an_endless_supply_never_makes_a_lack() {
        let unknown = Flow {
            factors: vec![Spread::Bounds { low: 0.0, high: f64::INFINITY }],
            initial: true,
            shares: WHOLE,
        };
        let found = draw(&case(50.0, vec![unknown.clone()], 0.0), SETTINGS);
        let span = found.gaps[0].span.unwrap();
        assert_eq!(
            (found.gaps[0].sign, span.low, span.high),
            (Sign::Undetermined, None, Some(50.0))
        );
        // But what is known beside it may already be too much.
        let found = draw(&case(2.0, vec![unknown, flow(9.0, WHOLE)], 0.0), SETTINGS);
        assert_eq!(found.gaps[0].sign, Sign::Surplus);
    }

    #[test]
    fn a_value_of_a_wide_interval_is_not_given() {
        let mut wide = case(0.0, Vec::new(), 0.0);
        wide.need = Some(need(0.0).map(|parts| Parts {
            departures: alone([Spread::Poisson(0.8), Spread::ONE]),
            ..parts
        }));
        assert_eq!(draw(&wide, SETTINGS).needs.unwrap()[0].value, None);
        let mut sure = wide.clone();
        sure.need = Some(need(0.0).map(|parts| Parts {
            departures: alone([Spread::Poisson(90.0), Spread::ONE]),
            ..parts
        }));
        assert_eq!(draw(&sure, SETTINGS).needs.unwrap()[0].value, Some(90.0));
    }

    proptest! {
        /// Same seed, same bits; another stream, other draws; a wider ρ, a wider gap; more
        /// programmes, a smaller one.
        #[test]
        fn draws_are_stable_and_monotone(posts in 1.0_f64..60.0, people in 1.0_f64..40.0) {
            let uncertain = |low: f64, high: f64| Flow {
                factors: vec![Spread::Known(people), Spread::Uniform { low, high }],
                initial: true,
                shares: WHOLE,
            };
            let one = case(posts, vec![uncertain(0.4, 0.8)], 0.0);
            let found = draw(&one, SETTINGS);
            prop_assert_eq!(&found, &draw(&one, SETTINGS));
            let other = draw(&Case { stream: 2, ..one.clone() }, SETTINGS);
            prop_assert_ne!(found.gaps[0].by_rule[0].gap, other.gaps[0].by_rule[0].gap);
            let width = |drawn: &Drawn| {
                let span = drawn.gaps[0].span.unwrap();
                span.high.unwrap() - span.low.unwrap()
            };
            let wider = draw(&case(posts, vec![uncertain(0.2, 1.0)], 0.0), SETTINGS);
            prop_assert!(width(&wider) > width(&found));
            let more = draw(&case(posts, vec![uncertain(0.4, 0.8), flow(3.0, WHOLE)], 0.0), SETTINGS);
            let low = |drawn: &Drawn| drawn.gaps[0].span.unwrap().low.unwrap();
            prop_assert!((low(&found) - low(&more) - 3.0).abs() < 1e-9);
        }
    }
}
