//! Fewer points for the eye, with the borders that shapes share still shared.
//!
//! Rings are cut where borders meet; each piece is simplified once in a direction of its own
//! (Douglas and Peucker, 1973), so that two neighbours get the same points.

use crate::geo::Ring;
use crate::tables::shape::{PER_DEGREE, Point, double_area};

/// Metres in one unit of latitude.
const METRES: f64 = 6_371_008.8 * std::f64::consts::PI / 180.0 / PER_DEGREE;

/// The rings with no point farther than `tolerance` metres from where it was; a ring that would
/// vanish keeps all its points.
pub fn simplify(rings: &[&Ring], tolerance: f64) -> Vec<Ring> {
    let nodes = nodes(rings);
    let is_node = |point: &Point| nodes.binary_search(point).is_ok();
    rings
        .iter()
        .map(|ring| {
            let simple = simple_ring(ring, &is_node, tolerance);
            let sound =
                simple.len() >= 3 && double_area(&simple).signum() == double_area(ring).signum();
            if sound { simple } else { (*ring).clone() }
        })
        .collect()
}

/// Points where borders meet: those with other than two neighbours over all rings.
fn nodes(rings: &[&Ring]) -> Vec<Point> {
    let mut pairs: Vec<(Point, Point)> = Vec::new();
    for ring in rings {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            pairs.extend([(*a, *b), (*b, *a)]);
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    let met = pairs.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() != 2);
    met.filter_map(|same| same.first().map(|(point, _)| *point)).collect()
}

fn simple_ring(ring: &Ring, is_node: &dyn Fn(&Point) -> bool, tolerance: f64) -> Ring {
    let least = || ring.iter().enumerate().min_by_key(|(_, point)| **point).map(|(at, _)| at);
    let Some(first) = ring.iter().position(is_node).or_else(least) else { return Vec::new() };
    let mut turned = ring.clone();
    turned.rotate_left(first);
    // Closed, so that the last piece ends where the first begins.
    turned.extend(turned.first().copied());
    let mut simple = Vec::new();
    let mut begin = 0;
    for end in 1..turned.len() {
        let is_end = end + 1 == turned.len();
        if is_end || turned.get(end).is_some_and(is_node) {
            let mut piece = turned.get(begin..=end).unwrap_or_default().to_vec();
            let back = piece.iter().gt(piece.iter().rev());
            if back {
                piece.reverse();
            }
            let mut short = simple_piece(&piece, tolerance);
            if back {
                short.reverse();
            }
            // Its end is the beginning of the next.
            short.pop();
            simple.extend(short);
            begin = end;
        }
    }
    simple
}

/// Douglas–Peucker on an open piece; one that comes back to its start is split at its far point.
fn simple_piece(piece: &[Point], tolerance: f64) -> Vec<Point> {
    let Some(first) = piece.first() else { return Vec::new() };
    let narrow = (f64::from(first[1]) / PER_DEGREE).to_radians().cos();
    let metres: Vec<[f64; 2]> = piece
        .iter()
        .map(|[x, y]| {
            let east = f64::from(*x) - f64::from(first[0]);
            [east * narrow * METRES, (f64::from(*y) - f64::from(first[1])) * METRES]
        })
        .collect();
    let mut kept = vec![false; piece.len()];
    let mut keep = |at: usize| {
        if let Some(mark) = kept.get_mut(at) {
            *mark = true;
        }
    };
    let end = piece.len() - 1;
    keep(0);
    keep(end);
    let mut spans = vec![(0, end)];
    while let Some((from, to)) = spans.pop() {
        let (Some(a), Some(b)) = (metres.get(from), metres.get(to)) else { continue };
        let between = metres.iter().enumerate().take(to).skip(from + 1);
        let far = between
            .map(|(at, point)| (at, distance(*point, *a, *b)))
            .max_by(|(_, one), (_, other)| one.total_cmp(other));
        // A piece that closes is a line of no length: it keeps its far point whatever happens.
        if let Some((at, away)) = far
            && (away > tolerance || closes(*a, *b))
        {
            keep(at);
            spans.extend([(from, at), (at, to)]);
        }
    }
    piece.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(point, _)| *point).collect()
}

fn closes(a: [f64; 2], b: [f64; 2]) -> bool {
    distance(a, b, b) <= 0.0
}

/// Distance of a point to a segment.
fn distance([x, y]: [f64; 2], [x0, y0]: [f64; 2], [x1, y1]: [f64; 2]) -> f64 {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let length = dx * dx + dy * dy;
    let along = if length > 0.0 { ((x - x0) * dx + (y - y0) * dy) / length } else { 0.0 };
    let along = along.clamp(0.0, 1.0);
    (x - x0 - along * dx).hypot(y - y0 - along * dy)
}
