//! Where words go so that they cover neither each other nor a mark.

/// What is taken of a surface.
#[derive(Clone, Debug, Default)]
pub(super) struct Placing {
    within: [f32; 4],
    taken: Vec<[f32; 4]>,
}

/// Room between two things.
const AIR: f32 = 1.5;

impl Placing {
    /// A surface: left, top, right, bottom.
    pub const fn within(within: [f32; 4]) -> Self {
        Self { within, taken: Vec::new() }
    }

    pub fn take(&mut self, space: [f32; 4]) {
        self.taken.push(space);
    }

    pub fn is_free(&self, [left, top, right, bottom]: [f32; 4]) -> bool {
        let [first, above, last, below] = self.within;
        let inside = left >= first && top >= above && right <= last && bottom <= below;
        inside
            && self.taken.iter().all(|[from, upper, to, lower]| {
                left - AIR >= *to
                    || right + AIR <= *from
                    || top - AIR >= *lower
                    || bottom + AIR <= *upper
            })
    }

    /// Takes the first free one of some spaces; which one it is.
    pub fn first_free(&mut self, spaces: &[[f32; 4]]) -> Option<usize> {
        let found = spaces.iter().position(|space| self.is_free(*space))?;
        self.taken.extend(spaces.get(found).copied());
        Some(found)
    }
}

/// Spaces of a width and a height beside a mark of a radius, the easiest to read first.
pub(super) fn beside([x, y]: [f32; 2], radius: f32, [wide, high]: [f32; 2]) -> [[f32; 4]; 8] {
    let (near, half) = (radius + 3.0, high / 2.0);
    let slant = radius * 0.7 + 2.0;
    let at = |left: f32, top: f32| [left, top, left + wide, top + high];
    [
        at(x + near, y - half),
        at(x - near - wide, y - half),
        at(x - wide / 2.0, y - near - high),
        at(x - wide / 2.0, y + near),
        at(x + slant, y - slant - high),
        at(x + slant, y + slant),
        at(x - slant - wide, y - slant - high),
        at(x - slant - wide, y + slant),
    ]
}

/// Heights as near as they can be to those that are wanted, in their order, no two nearer than
/// `apart`, between the ends.
pub(super) fn spread(wanted: &[f32], apart: f32, (least, most): (f32, f32)) -> Vec<f32> {
    let mut order: Vec<(usize, f32)> = wanted.iter().copied().enumerate().collect();
    order.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
    let mut places: Vec<f32> = Vec::new();
    for (_, height) in &order {
        let after = places.last().map_or(least, |last| last + apart);
        places.push(height.max(after));
    }
    let mut limit = most;
    for place in places.iter_mut().rev() {
        *place = place.min(limit);
        limit = *place - apart;
    }
    let mut found: Vec<(usize, f32)> = order.iter().map(|(at, _)| *at).zip(places).collect();
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_taken_is_not_free() {
        let mut placing = Placing::within([0.0, 0.0, 100.0, 50.0]);
        let spaces = beside([50.0, 25.0], 4.0, [30.0, 10.0]);
        assert_eq!(placing.first_free(&spaces), Some(0));
        assert_eq!(placing.first_free(&spaces), Some(1));
        placing.take([0.0, 0.0, 100.0, 22.0]);
        assert_eq!(placing.first_free(&spaces), Some(3));
        assert_eq!(placing.first_free(&spaces), None);
        assert!(!placing.is_free([90.0, 30.0, 110.0, 40.0]), "beyond the surface");
    }

    proptest! {
        /// Never nearer than asked where there is room, and as wanted where nothing is in the way.
        #[test]
        fn heights_are_apart(wanted in proptest::collection::vec(0.0..200.0_f32, 0..12)) {
            let found = spread(&wanted, 14.0, (0.0, 200.0));
            let mut sorted = found.clone();
            sorted.sort_by(f32::total_cmp);
            prop_assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= 13.99));
            prop_assert!(found.iter().all(|place| (-0.01..=200.01).contains(place)));
            if wanted.len() == 1 {
                prop_assert_eq!(found, wanted);
            }
        }
    }
}
