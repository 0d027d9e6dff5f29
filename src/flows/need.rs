//! Posts that need trained entrants (`method.md` §3.1): net creation, departures, and the part of
//! turnover that asks for training. Openings are not training needs.

use crate::flows::spread::{End, Product, Spread, point};
use crate::survey::random::Random;

/// A sum of two products: what is known of the first years, and of those after them.
pub type Terms = [[Spread; 2]; 2];

/// One product alone.
pub const fn alone(product: [Spread; 2]) -> Terms {
    [product, [Spread::NOUGHT, Spread::ONE]]
}

/// The middle of a sum of products; `None` where one has only bounds.
fn middle(terms: &Terms) -> Option<f64> {
    terms.iter().map(|term| point(term)).sum()
}

/// What a need is made of over a horizon.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parts {
    /// Posts created less posts lost; negative where employment shrinks.
    pub creation: Terms,
    /// End-of-career departures.
    pub departures: Terms,
    /// Recruitments after other definitive exits, and κ: the part of them that needs trained
    /// entrants, 0–1.
    pub turnover: [Spread; 2],
    /// Posts that a scenario opens, or closes below 0; 0 without one.
    pub supposed: f64,
}

/// Posts over the horizon. Where employment shrinks, posts lost are first those of who leaves.
pub fn posts(creation: f64, departures: f64, trained_turnover: f64) -> f64 {
    if creation < 0.0 {
        (departures + creation + trained_turnover).max(0.0)
    } else {
        creation + departures + trained_turnover
    }
}

/// The parts, ready to be drawn.
pub struct Drawn {
    creation: [Product; 2],
    departures: [Product; 2],
    turnover: Product,
    supposed: f64,
}

impl Parts {
    /// The middle of the need; `None` where a part has only bounds.
    pub fn point(&self) -> Option<f64> {
        let creation = middle(&self.creation)? + self.supposed;
        Some(posts(creation, middle(&self.departures)?, point(&self.turnover)?))
    }

    pub fn drawn(&self) -> Drawn {
        Drawn {
            creation: self.creation.map(|term| Product::new(&term)),
            departures: self.departures.map(|term| Product::new(&term)),
            turnover: Product::new(&self.turnover),
            supposed: self.supposed,
        }
    }
}

impl Drawn {
    pub fn draw(&self, end: End, random: &mut Random) -> f64 {
        let mut sum =
            |terms: &[Product; 2]| -> f64 { terms.iter().map(|term| term.draw(end, random)).sum() };
        let creation = sum(&self.creation) + self.supposed;
        let departures = sum(&self.departures);
        posts(creation, departures, self.turnover.draw(end, random))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contraction_takes_posts_from_departures_first() {
        assert!((posts(6.0, 4.0, 2.0) - 12.0).abs() < 1e-12);
        assert!((posts(0.0, 4.0, 2.0) - 6.0).abs() < 1e-12);
        assert!((posts(-5.0, 4.0, 2.0) - (4.0 - 5.0 + 2.0)).abs() < 1e-12);
        assert!(posts(-9.0, 4.0, 2.0).abs() < 1e-12);
    }

    /// Métiers en 2030, aides-soignants (`method.md` §7.7).
    #[test]
    fn the_published_identity() {
        let need = posts(20_000.0, 23_000.0, 0.0);
        let gap = need - 24_000.0;
        assert!((gap - 19_000.0).abs() < 1e-9);
        assert!((gap / 0.18 - 105_556.0).abs() < 1.0);
    }

    #[test]
    fn the_middle_of_the_need_is_that_of_its_parts() {
        let parts = Parts {
            creation: alone([Spread::Known(2.0), Spread::ONE]),
            departures: alone([Spread::Poisson(3.0), Spread::ONE]),
            turnover: [Spread::Known(10.0), Spread::Uniform { low: 0.2, high: 0.8 }],
            supposed: 0.0,
        };
        assert!((parts.point().unwrap() - (2.0 + 3.0 + 10.0 * 0.5)).abs() < 1e-12);
        // A plant that opens adds its posts, one that closes takes them from who leaves.
        let opened = Parts { supposed: 7.0, ..parts };
        assert!((opened.point().unwrap() - (2.0 + 7.0 + 3.0 + 5.0)).abs() < 1e-12);
        let closed = Parts { supposed: -6.0, ..parts };
        assert!((closed.point().unwrap() - (2.0 - 6.0 + 3.0 + 5.0)).abs() < 1e-12);
        let more = [[Spread::Known(2.0), Spread::ONE], [Spread::Known(10.0), Spread::Known(0.1)]];
        let longer = Parts { creation: more, ..parts };
        assert!((longer.point().unwrap() - (2.0 + 10.0 * 0.1 + 3.0 + 5.0)).abs() < 1e-12);
        let open = alone([Spread::Bounds { low: 0.0, high: 4.0 }, Spread::ONE]);
        let parts = Parts { creation: open, ..parts };
        assert_eq!(parts.point(), None);
        let mut random = Random::new(1, 0);
        let drawn = parts.drawn();
        let ends = [End::Low, End::High].map(|end| drawn.draw(end, &mut random));
        assert!(ends[0] >= 0.2 * 10.0 && ends[1] >= 4.0 + 0.2 * 10.0);
    }
}
