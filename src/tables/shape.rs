//! Shapes of territories: one row per ring of a polygon.
//!
//! Longitudes and latitudes (WGS 84) are whole numbers of 1e-7 degree, about a centimetre: two
//! neighbours share their border exactly, or not at all.

use crate::tables::kind::table;

/// Longitude, latitude, in 1e-7 degree.
pub type Point = [i32; 2];

/// Units of a coordinate in one degree.
pub const PER_DEGREE: f64 = 1e7;

table! {
    /// Rings of the shapes of a file, in file order. The first point is not repeated at the end.
    Shapes {
        /// Rank of the shape in its file, from 1.
        row: RowNumber,
        /// `com:15014`, `be:8450`, `ze:8403`, `dep:15`, `reg:84`.
        code: Text,
        label: Text,
        /// Rank of the polygon in its shape, from 1; its first ring runs counter-clockwise, those
        /// of its holes clockwise.
        polygon: RowNumber,
        points: Bytes,
    }
}

/// Points as they are stored: longitude then latitude, four little-endian bytes each.
pub fn encode(points: &[Point]) -> Vec<u8> {
    points.iter().flatten().flat_map(|coordinate| coordinate.to_le_bytes()).collect()
}

/// The points of stored bytes; what is left over at the end is no point.
pub fn decode(bytes: &[u8]) -> Vec<Point> {
    let (points, _) = bytes.as_chunks::<8>();
    let number = |four: &[u8]| i32::from_le_bytes(four.try_into().unwrap_or_default());
    points
        .iter()
        .map(|point| {
            let (longitude, latitude) = point.split_at(4);
            [number(longitude), number(latitude)]
        })
        .collect()
}

/// Twice the signed area of a closed ring in squared units; positive counter-clockwise.
pub fn double_area(points: &[Point]) -> i128 {
    let next = points.iter().cycle().skip(1);
    let cross = |(a, b): (&Point, &Point)| {
        let ([x0, y0], [x1, y1]) = (a.map(i128::from), b.map(i128::from));
        x0 * y1 - x1 * y0
    };
    points.iter().zip(next).map(cross).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_kept_exactly() {
        let points = [[i32::MIN, 0], [24_500_000, 449_000_001], [-1, i32::MAX]];
        assert_eq!(decode(&encode(&points)), points);
        assert_eq!(decode(&encode(&points)[..15]), points[..1]);
    }

    #[test]
    fn areas_are_signed() {
        let square = [[0, 0], [2, 0], [2, 2], [0, 2]];
        assert_eq!(double_area(&square), 2 * 4);
        let turned: Vec<Point> = square.into_iter().rev().collect();
        assert_eq!(double_area(&turned), -2 * 4);
        assert_eq!(double_area(&[]), 0);
    }
}
