//! How far a rank can be trusted: an occupation's rank is a range, by parametric bootstrap.
//!
//! Each draw takes every occupation's share from its own posterior (`method.md` §1.11) and ranks
//! them all. What masked cells could add is not in it: the flag's probability says that.

use crate::jobs::side_by_side;
use crate::survey::gamma::beta_draw;
use crate::survey::random::Random;

/// Place among the occupations of a territory by their shrunk share; 1 is the most difficult.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rank {
    /// By the posterior mean; of equal means, the same rank.
    pub rank: u32,
    /// 80 % interval over the draws; it always holds `rank`.
    pub low: u32,
    pub high: u32,
    /// Occupations ranked.
    pub of: u32,
}

/// One occupation: its posterior, and what makes its draws its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawn {
    pub alpha: f64,
    pub beta: f64,
    /// Number of the sequence of draws: the same for an occupation whatever stands beside it.
    pub stream: u64,
}

/// Draws and their seed; defaults and sources in `assets/params/method.ron`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draws {
    pub number: u32,
    pub seed: u64,
}

/// Part of the draws outside the interval, on each side.
const TAIL: f64 = 0.1;

/// The rank of each, in the order given. Same draws, same ranks.
pub fn ranks(occupations: &[Drawn], draws: Draws) -> Vec<Rank> {
    let size = occupations.len();
    let count = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    let means: Vec<f64> =
        occupations.iter().map(|one| one.alpha / (one.alpha + one.beta)).collect();
    let shares = side_by_side(occupations, |one| {
        let mut random = Random::new(draws.seed, one.stream);
        (0..draws.number).map(|_| beta_draw(one.alpha, one.beta, &mut random)).collect::<Vec<f64>>()
    });
    let tallies = tallies(&shares, draws.number);
    let mut sorted = means.clone();
    sorted.sort_unstable_by(|a, b| b.total_cmp(a));
    means
        .iter()
        .zip(&tallies)
        .map(|(mean, tally)| {
            let above = sorted.partition_point(|other| other.total_cmp(mean).is_gt());
            let rank = count(above) + 1;
            let (low, high) = interval(tally, draws.number).unwrap_or((rank, rank));
            Rank { rank, low: low.min(rank), high: high.max(rank), of: count(size) }
        })
        .collect()
}

/// Per occupation, how often each rank came; the shares are those of each, by draw.
fn tallies(shares: &[Vec<f64>], number: u32) -> Vec<Vec<u32>> {
    let half = number / 2;
    let halves = side_by_side(&[0..half, half..number], |draws| {
        let size = shares.len();
        let mut tallies: Vec<Vec<u32>> = vec![vec![0; size]; size];
        let mut drawn: Vec<(f64, usize)> = Vec::with_capacity(size);
        for draw in draws.start as usize..draws.end as usize {
            drawn.clear();
            let of = shares.iter().map(|shares| shares.get(draw).copied().unwrap_or_default());
            drawn.extend(of.zip(0..));
            drawn.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            let mut rank = 0;
            let mut previous = f64::NAN;
            for (position, (share, place)) in drawn.iter().enumerate() {
                if share.total_cmp(&previous).is_ne() {
                    rank = position;
                    previous = *share;
                }
                if let Some(times) = tallies.get_mut(*place).and_then(|tally| tally.get_mut(rank)) {
                    *times += 1;
                }
            }
        }
        tallies
    });
    let mut halves = halves.into_iter();
    let mut total = halves.next().unwrap_or_default();
    for other in halves {
        for (times, more) in total.iter_mut().flatten().zip(other.iter().flatten()) {
            *times += more;
        }
    }
    total
}

/// The ranks that leave at most a tenth of the draws below, and above.
fn interval(tally: &[u32], number: u32) -> Option<(u32, u32)> {
    let ranks = (1..).zip(tally);
    let low = beyond_tail(ranks, number)?;
    let last = u32::try_from(tally.len()).ok()?;
    let high = beyond_tail((1..=last).rev().zip(tally.iter().rev()), number)?;
    Some((low, high))
}

/// The first rank at which more than the tail has come.
fn beyond_tail<'a>(ranks: impl Iterator<Item = (u32, &'a u32)>, number: u32) -> Option<u32> {
    let tail = TAIL * f64::from(number);
    let mut so_far = 0.0;
    for (rank, times) in ranks {
        so_far += f64::from(*times);
        if so_far > tail {
            return Some(rank);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::beta::exceeding;
    use proptest::prelude::*;

    const DRAWS: Draws = Draws { number: 400, seed: 2026 };

    fn drawn(posteriors: &[(f64, f64)]) -> Vec<Drawn> {
        let one = |(stream, (alpha, beta)): (u64, &(f64, f64))| Drawn {
            alpha: *alpha,
            beta: *beta,
            stream,
        };
        (0..).zip(posteriors).map(one).collect()
    }

    fn check(posteriors: &[(f64, f64)], expected: &[(u32, u32, u32)]) {
        let found: Vec<_> = ranks(&drawn(posteriors), DRAWS)
            .into_iter()
            .map(|rank| (rank.rank, rank.low, rank.high))
            .collect();
        assert_eq!(found, expected, "{posteriors:?}");
    }

    #[test]
    fn far_apart_ranks_are_sure_and_equal_ones_are_not() {
        check(&[(10.0, 990.0), (500.0, 500.0), (990.0, 10.0)], &[(3, 3, 3), (2, 2, 2), (1, 1, 1)]);
        check(&[(5.0, 5.0), (5.0, 5.0)], &[(1, 1, 2), (1, 1, 2)]);
        check(&[(3.0, 0.0), (0.0, 3.0)], &[(1, 1, 1), (2, 2, 2)]);
        check(&[(3.0, 0.0), (7.0, 0.0)], &[(1, 1, 1), (1, 1, 1)]);
        check(&[], &[]);
    }

    /// Two occupations, a second road: the first is first with the probability that the
    /// incomplete beta function, integrated over the other's density, gives.
    #[test]
    fn two_occupations_swap_as_often_as_their_posteriors_say() {
        let (one, other) = ((12.0, 8.0), (9.0, 9.0));
        let many = Draws { number: 40_000, seed: 5 };
        let steps = 4_000;
        let mut first = 0.0;
        for step in 0..steps {
            let (x, next) =
                (f64::from(step) / f64::from(steps), f64::from(step + 1) / f64::from(steps));
            let mass = exceeding(x, other.0, other.1) - exceeding(next, other.0, other.1);
            first += mass * exceeding(f64::midpoint(x, next), one.0, one.1);
        }
        let list = drawn(&[one, other]);
        let mut sequences: Vec<Random> =
            list.iter().map(|one| Random::new(many.seed, one.stream)).collect();
        let mut ahead = 0;
        for _ in 0..many.number {
            let [a, b] = [0, 1].map(|place: usize| {
                beta_draw(list[place].alpha, list[place].beta, &mut sequences[place])
            });
            ahead += u32::from(a > b);
        }
        let found = f64::from(ahead) / f64::from(many.number);
        assert!((found - first).abs() < 5.0 * 0.5 / 200.0, "{found} is not {first}");
        // More than a tenth of the draws each way: both ranks are possible.
        assert!((0.1..0.9).contains(&first));
        assert!(ranks(&list, many).iter().all(|rank| (rank.low, rank.high) == (1, 2)));
    }

    proptest! {
        #[test]
        fn order_is_indifferent_and_ranges_hold_their_rank(
            posteriors in proptest::collection::vec((0.2..60.0_f64, 0.2..60.0_f64), 1..20),
        ) {
            let list = drawn(&posteriors);
            let found = ranks(&list, DRAWS);
            for rank in &found {
                prop_assert!(1 <= rank.low && rank.low <= rank.rank);
                prop_assert!(rank.rank <= rank.high && rank.high <= rank.of);
            }
            let mut turned = list.clone();
            turned.reverse();
            let mut again = ranks(&turned, DRAWS);
            again.reverse();
            prop_assert_eq!(&found, &again);
            prop_assert_eq!(ranks(&list, DRAWS), found);
        }
    }
}
