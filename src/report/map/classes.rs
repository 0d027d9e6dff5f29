//! Classes of a map: by quantiles of what is drawn, or at bounds of the user.

use crate::analysis::mapped::Mapped;
use crate::geo::Atlas;
use crate::model::Value;
use crate::secrecy::{Published, Rules, publish};

/// Classes at most: more shades are not told apart.
pub const MOST: usize = 5;

/// How the values are cut.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Classing {
    /// As many territories in each class as the values allow.
    #[default]
    Quantiles,
    /// Bounds between classes, ascending, in the unit of the indicator (shares 0–1).
    Fixed(Vec<f64>),
}

/// What a territory is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shade {
    /// From 0, the lowest.
    Class(usize),
    /// Every cell is masked: bounds, no value.
    Masked,
    /// Nothing declared, or not in the survey: not zero.
    Without,
}

/// One class: what its territories have.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Class {
    /// Of the values in it, or the bounds asked for; open below or above.
    pub low: Option<f64>,
    pub high: Option<f64>,
    pub count: usize,
}

/// What is shown of each shape of an atlas, and the classes.
#[derive(Clone, Debug, PartialEq)]
pub struct Shading {
    /// By place in `Atlas::shapes`.
    pub shades: Vec<Shade>,
    /// The figure of a territory that is in the survey.
    pub figures: Vec<Option<Published>>,
    pub classes: Vec<Class>,
    pub masked: usize,
    pub without: usize,
    /// Territories whose bounds lie in more than one class: their shade is not settled.
    pub unsettled: usize,
}

/// Fills the shapes of an atlas.
pub fn shading(atlas: &Atlas, mapped: &Mapped, classing: &Classing, rules: Rules) -> Shading {
    let figures: Vec<Option<Published>> = atlas
        .shapes
        .iter()
        .map(|shape| mapped.get(shape.territory).map(|placed| publish(&placed.figure, rules)))
        .collect();
    let point = |figure: &Option<Published>| figure.as_ref().and_then(Published::point);
    let mut values: Vec<f64> = figures.iter().filter_map(point).collect();
    values.sort_by(f64::total_cmp);
    let breaks = match classing {
        Classing::Quantiles => quantiles(&values),
        Classing::Fixed(breaks) => breaks.clone(),
    };
    let class = |value: f64| breaks.iter().filter(|bound| **bound <= value).count();
    let shades: Vec<Shade> = figures
        .iter()
        .map(|figure| match (point(figure), figure.as_ref().map(Published::value)) {
            (Some(value), _) => Shade::Class(class(value)),
            (None, Some(Value::Masked { .. } | Value::RangeOnly { .. })) => Shade::Masked,
            _ => Shade::Without,
        })
        .collect();
    let classes = (0..=breaks.len())
        .map(|place| {
            let inside = || values.iter().copied().filter(|value| class(*value) == place);
            let bound = |at: Option<usize>| at.and_then(|at| breaks.get(at)).copied();
            let (low, high) = match classing {
                Classing::Quantiles => (inside().next(), inside().next_back()),
                Classing::Fixed(_) => (bound(place.checked_sub(1)), bound(Some(place))),
            };
            Class { low, high, count: inside().count() }
        })
        .collect();
    let spans = |figure: &&Published| {
        figure.point().is_some()
            && figure.bounds().is_some_and(|(low, high)| class(low) != class(high))
    };
    let unsettled = figures.iter().flatten().filter(spans).count();
    let count = |wanted: Shade| shades.iter().filter(|shade| **shade == wanted).count();
    Shading {
        classes,
        masked: count(Shade::Masked),
        without: count(Shade::Without),
        unsettled,
        shades,
        figures,
    }
}

/// Bounds between classes of as many values each, or nearly: equal values stay together, and each
/// bound is a value, so that no class is empty.
fn quantiles(sorted: &[f64]) -> Vec<f64> {
    let mut breaks: Vec<f64> = (1..MOST)
        .filter_map(|place| {
            let mut above = sorted.iter().enumerate().filter(|(at, value)| {
                // Values strictly below: equal ones begin at the first of them.
                let below = sorted.partition_point(|other| other < value);
                *at == below && below > 0 && below * MOST >= place * sorted.len()
            });
            above.next().map(|(_, value)| *value)
        })
        .collect();
    breaks.dedup();
    breaks
}

/// Which of the five shades a class has: few classes take shades that are far apart.
pub const fn tone(class: usize, classes: usize) -> usize {
    let tones: [usize; MOST] = match classes {
        0 | 1 => [2, 2, 2, 2, 2],
        2 => [1, 3, 3, 3, 3],
        3 => [0, 2, 4, 4, 4],
        4 => [0, 1, 3, 4, 4],
        _ => [0, 1, 2, 3, 4],
    };
    match class {
        0 => tones[0],
        1 => tones[1],
        2 => tones[2],
        3 => tones[3],
        _ => tones[4],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn as_many_in_each_class() {
        let values: Vec<f64> = (0..10).map(f64::from).collect();
        let breaks = quantiles(&values);
        assert_eq!(breaks, [2.0, 4.0, 6.0, 8.0]);
        let class = |value: f64| breaks.iter().filter(|bound| **bound <= value).count();
        for place in 0..5 {
            assert_eq!(values.iter().filter(|value| class(**value) == place).count(), 2);
        }
    }

    #[test]
    fn few_or_equal_values_make_fewer_classes() {
        assert!(quantiles(&[]).is_empty());
        assert!(quantiles(&[0.4]).is_empty());
        assert!(quantiles(&[0.4, 0.4, 0.4]).is_empty());
        assert_eq!(quantiles(&[0.2, 0.6]), [0.6]);
        assert_eq!(quantiles(&[0.2, 0.2, 0.2, 0.2, 0.9]), [0.9]);
        assert_eq!(quantiles(&[1.0, 1.0, 1.0, 1.0, 2.0, 3.0, 4.0]), [2.0, 3.0, 4.0]);
    }

    proptest! {
        /// Classes never decrease with the value, and the breaks ascend.
        #[test]
        fn classes_follow_values(mut values in proptest::collection::vec(0.0..1.0_f64, 0..60)) {
            values.sort_by(f64::total_cmp);
            let breaks = quantiles(&values);
            prop_assert!(breaks.len() < MOST && breaks.windows(2).all(|pair| pair[0] < pair[1]));
            let class = |value: f64| breaks.iter().filter(|bound| **bound <= value).count();
            for place in 0..=breaks.len() {
                prop_assert!(values.is_empty() || values.iter().any(|value| class(*value) == place));
            }
        }
    }

    #[test]
    fn shades_of_few_classes_are_far_apart() {
        for classes in 1..=MOST {
            let tones: Vec<usize> = (0..classes).map(|class| tone(class, classes)).collect();
            assert!(tones.windows(2).all(|pair| pair[0] < pair[1]), "{tones:?}");
            assert!(tones.iter().all(|tone| *tone < MOST));
        }
    }
}
