//! The page: A4, its margins, and what the columns of a table take of its width.
//!
//! Lengths are twentieths of a point, as the format has them.

use crate::report::paper::Kind;

/// Width and height of A4.
pub const PAPER: [u32; 2] = [11_906, 16_838];
/// Left, right, above and below the text: 22 millimetres.
pub const MARGIN: u32 = 1_247;
/// Above and below the text of a sheet: 18 millimetres.
pub const SHEET_MARGIN: u32 = 1_020;
/// Header and footer, from the edge: 9 and 11 millimetres.
pub const EDGES: [u32; 2] = [510, 624];
/// Width and height of the text of a page.
pub fn text_of(kind: Kind) -> (f64, f64) {
    let over = if kind.is_sheet() { SHEET_MARGIN } else { MARGIN };
    (f64::from(WIDTH), f64::from(PAPER[1] - 2 * over))
}

/// Width of the text: 166 millimetres.
pub const WIDTH: u32 = PAPER[0] - 2 * MARGIN;
/// The highest picture: a page less its heading and its caption.
pub const HIGHEST: u32 = PAPER[1] - 2 * MARGIN - 2_200;

/// What the format counts pictures in.
const EMU: u32 = 635;

/// A length of a picture.
pub fn emu(length: u32) -> String {
    length.saturating_mul(EMU).to_string()
}

/// Centimetres on paper.
pub fn centimetres(length: u32) -> f32 {
    f32::from(u16::try_from(length).unwrap_or(u16::MAX)) / 1_440.0 * 2.54
}

/// A part of the width of the text, 0–1; the whole of it for what is no part.
pub fn part(share: f32) -> u32 {
    let weights = [share.max(0.1), 1.0 - share];
    let split = share > 0.0 && share < 1.0;
    if split {
        columns(WIDTH, weights.into_iter()).first().copied().unwrap_or(WIDTH)
    } else {
        WIDTH
    }
}

/// Columns that take a width whole, by weight. A weight that is not a positive number counts for
/// one.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "parts of a width, 0–1, of a few thousands"
)]
pub fn columns(width: u32, weights: impl Iterator<Item = f32>) -> Vec<u32> {
    let sound = |weight: f32| match f64::from(weight) {
        weight if weight.is_finite() && weight > 0.0 => weight,
        _ => 1.0,
    };
    let weights: Vec<f64> = weights.map(sound).collect();
    let all: f64 = weights.iter().sum();
    let (mut passed, mut edge) = (0.0, 0);
    let mut widths = Vec::with_capacity(weights.len());
    for weight in weights {
        passed += weight;
        let next = ((f64::from(width) * passed / all).round() as u32).min(width);
        widths.push(next.saturating_sub(edge));
        edge = next;
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_fill_the_width() {
        let check = |weights: &[f32], expect: &[u32]| {
            assert_eq!(columns(1_000, weights.iter().copied()), expect, "{weights:?}");
        };
        check(&[], &[]);
        check(&[3.0], &[1_000]);
        check(&[1.0, 1.0, 1.0], &[333, 334, 333]);
        check(&[3.0, 1.0], &[750, 250]);
        check(&[f32::NAN, 0.0, -2.0, f32::INFINITY], &[250, 250, 250, 250]);
    }

    #[test]
    fn parts_of_the_width() {
        for (share, expect) in [(1.0, WIDTH), (0.5, WIDTH / 2), (0.0, WIDTH), (7.0, WIDTH)] {
            assert_eq!(part(share), expect, "{share}");
        }
        assert_eq!(part(f32::NAN), WIDTH);
        assert!(part(0.001) > WIDTH / 12);
    }

    #[test]
    fn lengths_of_pictures() {
        assert_eq!(emu(1_440), "914400");
    }
}
