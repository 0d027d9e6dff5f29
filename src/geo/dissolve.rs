//! Shapes that touch become one: borders that they share cancel out.
//!
//! Exact on integers. A border that two shapes draw with other points does not cancel and stays
//! as an inner line: the area is right all the same.

use crate::geo::Ring;
use crate::tables::shape::{Point, double_area};
use std::f64::consts::TAU;

/// The rings around the union of the given rings (outlines counter-clockwise, holes clockwise),
/// in an order that does not depend on theirs.
pub fn dissolve(rings: &[Ring]) -> Vec<Ring> {
    let edges = remaining(rings);
    let mut used = vec![false; edges.len()];
    let mut found = Vec::new();
    for first in 0..edges.len() {
        if used.get(first).copied().unwrap_or(true) {
            continue;
        }
        let ring = walk(&edges, &mut used, first);
        if ring.len() >= 3 && double_area(&ring) != 0 {
            found.push(ring);
        }
    }
    found
}

/// Directed edges whose reverse is in no ring, sorted.
fn remaining(rings: &[Ring]) -> Vec<(Point, Point)> {
    let mut edges: Vec<(Point, Point, i32)> = Vec::with_capacity(rings.iter().map(Vec::len).sum());
    for ring in rings {
        for (from, to) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            match from.cmp(to) {
                std::cmp::Ordering::Less => edges.push((*from, *to, 1)),
                std::cmp::Ordering::Greater => edges.push((*to, *from, -1)),
                std::cmp::Ordering::Equal => {}
            }
        }
    }
    edges.sort_unstable();
    let mut kept = Vec::new();
    for same in edges.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some((low, high, _)) = same.first() else { continue };
        let net: i32 = same.iter().map(|(.., turn)| turn).sum();
        let edge = if net > 0 { (*low, *high) } else { (*high, *low) };
        kept.extend(std::iter::repeat_n(edge, net.unsigned_abs() as usize));
    }
    kept.sort_unstable();
    kept
}

/// Follows edges from one of them until the ring closes. Where several leave a point, the one that
/// keeps to the same inside: the first clockwise from where we come.
fn walk(edges: &[(Point, Point)], used: &mut [bool], first: usize) -> Ring {
    let mut ring = Vec::new();
    let mut place = first;
    while let (Some((from, to)), Some(mark)) = (edges.get(place), used.get_mut(place)) {
        *mark = true;
        ring.push(*from);
        let begin = edges.partition_point(|(start, _)| start < to);
        let leaving =
            edges.iter().enumerate().skip(begin).take_while(|(_, (start, _))| start == to);
        let open =
            leaving.filter(|(next, _)| *next == first || !used.get(*next).copied().unwrap_or(true));
        let turn = |next: &Point| clockwise(*to, *from, *next);
        let next = open.min_by(|(_, (_, a)), (_, (_, b))| turn(a).total_cmp(&turn(b)));
        match next {
            Some((next, _)) if next != first => place = next,
            _ => break,
        }
    }
    ring
}

/// Angle from `at → back` to `at → to`, clockwise, in ]0, 2π].
fn clockwise(at: Point, back: Point, to: Point) -> f64 {
    let angle = |[x, y]: Point| {
        let [x0, y0] = at.map(f64::from);
        (f64::from(y) - y0).atan2(f64::from(x) - x0)
    };
    let turn = (angle(back) - angle(to)).rem_euclid(TAU);
    if turn == 0.0 { TAU } else { turn }
}
