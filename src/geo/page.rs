//! A page of a thousand units across with the main frame and the others as insets, y downwards.
//!
//! Each frame has its own projection and its own scale: areas compare inside one frame only.

use crate::geo::frame::Projection;
use crate::geo::{Division, Frame, Group, Groups, Ring, simplify};
use crate::model::Territory;
use crate::tables::shape::double_area;
use std::collections::BTreeMap;

/// Width of the page in units.
const WIDTH: f64 = 1_000.0;
/// Height of the main frame, at most and at least.
const HEIGHT: (f64, f64) = (320.0, 1_050.0);
/// Width of the column of insets, height of one at most, and room between frames.
const INSET: (f64, f64) = (150.0, 150.0);
const GAP: f64 = 16.0;
/// Units that a border may move when it is simplified.
const TOLERANCE: f64 = 0.25;

/// An outline and its holes, in page units.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Polygon {
    pub outline: Vec<[f32; 2]>,
    pub holes: Vec<Vec<[f32; 2]>>,
}

/// A territory on the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub territory: Territory,
    pub label: String,
    pub polygons: Vec<Polygon>,
    /// Left, top, right, bottom.
    pub bounds: [f32; 4],
    /// Where its name goes, and how wide it may be.
    pub anchor: [f32; 2],
    pub room: f32,
    /// Communes that the file has shapes for, and those of the list that it has not.
    pub communes: u32,
    pub missing: Vec<String>,
}

/// A frame on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inset {
    pub frame: Frame,
    /// Left, top, right, bottom.
    pub rect: [f32; 4],
    /// Metres in one unit.
    pub metres: f64,
}

/// Everything that is drawn of one division.
#[derive(Clone, Debug, PartialEq)]
pub struct Atlas {
    pub division: Division,
    /// Width and height of the page.
    pub size: [f32; 2],
    /// The main frame first.
    pub frames: Vec<Inset>,
    /// By code of territory.
    pub shapes: Vec<Drawn>,
    /// Codes of the file's shapes that are in no territory of the lists.
    pub without: Vec<String>,
}

impl Atlas {
    /// The territory at a place of the page.
    pub fn at(&self, place: [f32; 2]) -> Option<usize> {
        self.shapes.iter().position(|shape| shape.contains(place))
    }
}

impl Drawn {
    pub fn contains(&self, [x, y]: [f32; 2]) -> bool {
        let [left, top, right, bottom] = self.bounds;
        (left..=right).contains(&x)
            && (top..=bottom).contains(&y)
            && self.polygons.iter().any(|polygon| polygon.contains([x, y]))
    }
}

impl Polygon {
    fn rings(&self) -> impl Iterator<Item = &Vec<[f32; 2]>> {
        std::iter::once(&self.outline).chain(&self.holes)
    }

    fn contains(&self, [x, y]: [f32; 2]) -> bool {
        let left = self.rings().flat_map(|ring| crossings(ring, y)).filter(|at| *at < x);
        left.count() % 2 == 1
    }
}

/// Where a ring crosses a height.
fn crossings(ring: &[[f32; 2]], y: f32) -> impl Iterator<Item = f32> {
    let sides = ring.iter().zip(ring.iter().cycle().skip(1));
    sides.filter(move |(a, b)| (a[1] > y) != (b[1] > y)).map(move |(a, b)| {
        let along = (y - a[1]) / (b[1] - a[1]);
        a[0] + along * (b[0] - a[0])
    })
}

/// Rings of one frame, each with the group it is of.
struct Part<'a> {
    rings: Vec<(usize, &'a Ring)>,
    projection: Projection,
    /// West, south, east, north in metres.
    extent: [f64; 4],
}

/// Places groups on a page; `None` when there is nothing of them.
pub fn atlas(groups: &Groups, division: Division) -> Option<Atlas> {
    let mut found: BTreeMap<Frame, Vec<(usize, &Ring)>> = BTreeMap::new();
    for (place, group) in groups.list.iter().enumerate() {
        for ring in &group.rings {
            if let Some(point) = ring.first() {
                found.entry(Frame::of(*point)).or_default().push((place, ring));
            }
        }
    }
    let parts: BTreeMap<Frame, Part<'_>> =
        found.into_iter().map(|(frame, rings)| (frame, part(frame, rings))).collect();
    // Metropolitan France where it is there, else the frame with most shapes.
    let main = parts
        .iter()
        .max_by_key(|(frame, part)| (**frame == Frame::Metropolitan, part.rings.len()))
        .map(|(frame, _)| *frame)?;
    let (frames, size) = layout(&parts, main);
    let mut shapes: Vec<Drawn> = groups.list.iter().map(blank).collect();
    for inset in &frames {
        if let Some(part) = parts.get(&inset.frame) {
            place(inset, part, &mut shapes);
        }
    }
    shapes.retain(|shape| !shape.polygons.is_empty());
    for shape in &mut shapes {
        finish(shape);
    }
    Some(Atlas { division, size, frames, shapes, without: groups.without.clone() })
}

fn blank(group: &Group) -> Drawn {
    Drawn {
        territory: group.territory,
        label: group.label.clone(),
        polygons: Vec::new(),
        bounds: [f32::MAX, f32::MAX, f32::MIN, f32::MIN],
        anchor: [0.0; 2],
        room: 0.0,
        communes: group.communes,
        missing: group.missing.clone(),
    }
}

fn part(frame: Frame, rings: Vec<(usize, &Ring)>) -> Part<'_> {
    let points = || rings.iter().flat_map(|(_, ring)| ring.iter());
    let projection = frame.projection(points());
    let mut extent = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for point in points() {
        let [x, y] = projection.project(*point);
        let [west, south, east, north] = extent;
        extent = [west.min(x), south.min(y), east.max(x), north.max(y)];
    }
    Part { rings, projection, extent }
}

#[allow(clippy::cast_possible_truncation, reason = "page units need no more")]
fn single(number: f64) -> f32 {
    number as f32
}

/// Frames on the page, the main one first, and the size of the page.
fn layout(parts: &BTreeMap<Frame, Part<'_>>, main: Frame) -> (Vec<Inset>, [f32; 2]) {
    let size = |frame: Frame| {
        let [west, south, east, north] =
            parts.get(&frame).map(|part| part.extent).unwrap_or_default();
        [(east - west).max(1.0), (north - south).max(1.0)]
    };
    let others: Vec<Frame> = parts.keys().copied().filter(|frame| *frame != main).collect();
    let left = if others.is_empty() { 0.0 } else { INSET.0 + GAP };
    let [wide, high] = size(main);
    let (least, most) = HEIGHT;
    let count: f64 = others.iter().map(|_| 1.0).sum();
    // Room for the column of insets, each at least two thirds of its full height.
    let column = count * (INSET.1 * 0.66 + GAP);
    let height = ((WIDTH - left) * high / wide).clamp(least, most).max(column);
    let metres = (wide / (WIDTH - left)).max(high / height);
    let rect = |[x, y, w, h]: [f64; 4]| [x, y, x + w, y + h].map(single);
    let mut frames =
        vec![Inset { frame: main, rect: rect([left, 0.0, WIDTH - left, height]), metres }];
    let each = (height / count.max(1.0) - GAP).min(INSET.1);
    let mut bottom = height;
    for frame in others.into_iter().rev() {
        let [wide, high] = size(frame);
        // Some sea around an island; its name is written under it.
        let metres = (wide / (INSET.0 * 0.9)).max(high / ((each - 18.0) * 0.9));
        frames.push(Inset { frame, rect: rect([0.0, bottom - each, INSET.0, each]), metres });
        bottom -= each + GAP;
    }
    (frames, [single(WIDTH), single(height)])
}

/// Puts the rings of a frame on the page, as polygons of their shapes.
fn place(inset: &Inset, part: &Part<'_>, shapes: &mut [Drawn]) {
    let rings: Vec<&Ring> = part.rings.iter().map(|(_, ring)| *ring).collect();
    let simple = simplify(&rings, TOLERANCE * inset.metres);
    let [west, south, east, north] = part.extent;
    let [left, top, right, bottom] = inset.rect.map(f64::from);
    let (x0, y0) = (f64::midpoint(left, right), f64::midpoint(top, bottom));
    let (east_0, north_0) = (f64::midpoint(west, east), f64::midpoint(south, north));
    let flat = |ring: &Ring| -> Vec<[f32; 2]> {
        let points = ring.iter().map(|point| {
            let [east, north] = part.projection.project(*point);
            [x0 + (east - east_0) / inset.metres, y0 - (north - north_0) / inset.metres].map(single)
        });
        points.collect()
    };
    // Outlines of each shape, the smallest first: a hole belongs to the first that surrounds it.
    let mut outlines: Vec<(usize, i128, &Ring, Polygon)> = Vec::new();
    for ((shape, ring), simple) in part.rings.iter().zip(&simple) {
        let area = double_area(ring);
        if area > 0 {
            outlines.push((
                *shape,
                area,
                ring,
                Polygon { outline: flat(simple), holes: Vec::new() },
            ));
        }
    }
    outlines.sort_by_key(|(shape, area, ..)| (*shape, *area));
    for ((shape, ring), simple) in part.rings.iter().zip(&simple) {
        if double_area(ring) > 0 {
            continue;
        }
        let mut around = outlines.iter_mut().filter(|(owner, ..)| owner == shape);
        if let Some((.., polygon)) = around.find(|(_, _, outline, _)| surrounds(outline, ring)) {
            polygon.holes.push(flat(simple));
        }
    }
    for (shape, _, _, polygon) in outlines {
        if let Some(drawn) = shapes.get_mut(shape) {
            drawn.polygons.push(polygon);
        }
    }
}

/// Whether most points of a hole are inside an outline: it may touch it.
fn surrounds(outline: &Ring, hole: &Ring) -> bool {
    let inside = hole.iter().filter(|[x, y]| {
        let sides = outline.iter().zip(outline.iter().cycle().skip(1));
        let crossed = sides.filter(|(a, b)| (a[1] > *y) != (b[1] > *y)).filter(|(a, b)| {
            let [x, y] = [x, y].map(|number| f64::from(*number));
            let ([x0, y0], [x1, y1]) = (a.map(f64::from), b.map(f64::from));
            x0 + (y - y0) / (y1 - y0) * (x1 - x0) < x
        });
        crossed.count() % 2 == 1
    });
    inside.count() * 2 > hole.len()
}

/// Bounds, and the place of the name: the widest line inside the largest polygon.
fn finish(shape: &mut Drawn) {
    let around = |points: &[[f32; 2]]| {
        let none = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
        points.iter().fold(none, |[left, top, right, bottom], [x, y]| {
            [left.min(*x), top.min(*y), right.max(*x), bottom.max(*y)]
        })
    };
    let mut widest = 0.0;
    for polygon in &shape.polygons {
        let [left, top, right, bottom] = around(&polygon.outline);
        let [west, north, east, south] = shape.bounds;
        shape.bounds = [west.min(left), north.min(top), east.max(right), south.max(bottom)];
        for step in 1..16_u8 {
            let y = top + (bottom - top) * f32::from(step) / 16.0;
            let mut at: Vec<f32> = polygon.rings().flat_map(|ring| crossings(ring, y)).collect();
            at.sort_by(f32::total_cmp);
            // The middle is liked better than an edge as wide.
            let liked = 1.0 - 0.5 * (f32::from(step) - 8.0).abs() / 8.0;
            for span in at.chunks_exact(2) {
                let &[from, to] = span else { continue };
                if (to - from) * liked > widest {
                    widest = (to - from) * liked;
                    shape.anchor = [f32::midpoint(from, to), y];
                    shape.room = to - from;
                }
            }
        }
    }
}
