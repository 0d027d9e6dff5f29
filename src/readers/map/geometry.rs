//! Coordinates of a GeoJSON geometry, flattened as they are parsed: nothing nested is kept.
//!
//! Source of the form: RFC 7946. Older files turn their rings either way and carry more than two
//! coordinates: both are read.

use crate::tables::shape::{PER_DEGREE, Point, double_area};
use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, SeqAccess, Visitor};
use std::cell::Cell;
use std::fmt;

/// Degrees: beyond, no projection of a territory is finite.
const MOST_LATITUDE: f64 = 89.0;

/// Points of one file, at most.
pub const MAX_POINTS: u32 = 12_000_000;
/// Lists inside lists of a `MultiPolygon`: polygons, rings, positions, numbers.
const DEEPEST: u8 = 4;

/// 180 degrees.
const HALF_TURN: i64 = 1_800_000_000;

/// Rings of one geometry, and what is wrong with it.
#[derive(Debug, Default)]
pub struct Flat {
    /// (polygon from 1, ring): the first of a polygon is its outline, the others its holes.
    pub rings: Vec<(u32, Vec<Point>)>,
    /// Lists inside lists, the position included: 3 for a polygon, 4 for several.
    pub depth: u8,
    pub closed: u32,
    pub without_area: u32,
    pub fault: Option<&'static str>,
    ring: Vec<Point>,
    polygon: u32,
    /// The outline of the polygon under way had no area: its holes are holes of nothing.
    void: bool,
    begun: bool,
}

impl Flat {
    fn blame(&mut self, fault: &'static str) {
        self.fault.get_or_insert(fault);
    }

    #[allow(clippy::cast_possible_truncation, reason = "both fit: ±180 and ±90 degrees")]
    fn position(&mut self, longitude: f64, latitude: f64) {
        // Also false for what is no number.
        let inside = longitude.abs() <= 180.0 && latitude.abs() <= MOST_LATITUDE;
        if inside {
            self.ring
                .push([longitude, latitude].map(|degrees| (degrees * PER_DEGREE).round() as i32));
        } else {
            self.blame("not-degrees");
        }
    }

    fn end_ring(&mut self) {
        let mut ring = std::mem::take(&mut self.ring);
        let outline = !self.begun;
        self.begun = true;
        ring.dedup();
        if ring.len() > 1 && ring.first() == ring.last() {
            ring.pop();
        } else {
            self.closed += u32::from(ring.len() > 2);
        }
        let longitudes = || ring.iter().map(|[longitude, _]| i64::from(*longitude));
        let (west, east) = (longitudes().min().unwrap_or(0), longitudes().max().unwrap_or(0));
        if east - west > HALF_TURN {
            return self.blame("antimeridian");
        }
        let area = double_area(&ring);
        if area == 0 || (!outline && self.void) {
            self.without_area += 1;
            self.void |= outline;
            return;
        }
        if (area > 0) != outline {
            ring.reverse();
        }
        self.rings.push((self.polygon + 1, ring));
    }

    fn end_polygon(&mut self) {
        self.polygon += 1;
        (self.begun, self.void) = (false, false);
    }

    /// What is wrong with it as an area of the given GeoJSON type.
    pub fn fault_as(&self, kind: &str) -> Option<&'static str> {
        let depth = match kind {
            "Polygon" => 3,
            "MultiPolygon" => 4,
            "" => return Some("no-geometry"),
            _ => return Some("not-an-area"),
        };
        self.fault.or(match self {
            Self { depth: 0, .. } => Some("no-geometry"),
            Self { depth: found, .. } if *found != depth => Some("other-depth"),
            Self { rings, .. } if rings.is_empty() => Some("without-area"),
            _ => None,
        })
    }
}

/// What is left of the budget of points; exhausted, the parse ends.
#[derive(Debug)]
pub struct Budget(Cell<u32>);

impl Budget {
    pub const fn new(points: u32) -> Self {
        Self(Cell::new(points))
    }

    pub const fn is_exhausted(&self) -> bool {
        self.0.get() == 0
    }

    fn take(&self) -> bool {
        self.0.set(self.0.get().saturating_sub(1));
        !self.is_exhausted()
    }
}

/// A `coordinates` member, into `flat`.
pub struct Coordinates<'a> {
    pub flat: &'a mut Flat,
    pub budget: &'a Budget,
    pub level: u8,
}

/// What a member of a list was: a number, or a list of so many levels.
#[derive(Clone, Copy, PartialEq)]
pub enum Member {
    Number(f64),
    List(u8),
    Other,
}

impl<'de> DeserializeSeed<'de> for Coordinates<'_> {
    type Value = Member;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Member, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Coordinates<'_> {
    type Value = Member;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("coordinates")
    }

    fn visit_f64<E>(self, number: f64) -> Result<Member, E> {
        Ok(Member::Number(number))
    }

    #[allow(clippy::cast_precision_loss, reason = "degrees are small")]
    fn visit_i64<E>(self, number: i64) -> Result<Member, E> {
        Ok(Member::Number(number as f64))
    }

    #[allow(clippy::cast_precision_loss, reason = "degrees are small")]
    fn visit_u64<E>(self, number: u64) -> Result<Member, E> {
        Ok(Member::Number(number as f64))
    }

    fn visit_str<E>(self, _: &str) -> Result<Member, E> {
        Ok(Member::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Member, E> {
        Ok(Member::Other)
    }

    fn visit_unit<E>(self) -> Result<Member, E> {
        Ok(Member::Other)
    }

    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<Member, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Member::Other)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Member, A::Error> {
        let Self { flat, budget, level } = self;
        if level >= DEEPEST {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            flat.blame("other-depth");
            return Ok(Member::Other);
        }
        let mut members: Option<Member> = None;
        let mut numbers = [f64::NAN; 2];
        let mut seen = 0_usize;
        while let Some(member) =
            list.next_element_seed(Coordinates { flat: &mut *flat, budget, level: level + 1 })?
        {
            if let (Member::Number(number), Some(place)) = (member, numbers.get_mut(seen)) {
                *place = number;
            }
            let same = match (members, member) {
                (None, Member::Number(_) | Member::List(_))
                | (Some(Member::Number(_)), Member::Number(_)) => true,
                (Some(before), now) => before == now && now != Member::Other,
                (None, Member::Other) => false,
            };
            if !same {
                flat.blame("other-depth");
            }
            members.get_or_insert(member);
            seen += 1;
        }
        let depth = match members {
            Some(Member::Number(_)) => {
                if !budget.take() {
                    return Err(A::Error::custom("too many points"));
                }
                let [longitude, latitude] = numbers;
                flat.position(longitude, latitude);
                1
            }
            Some(Member::List(1)) => {
                flat.end_ring();
                2
            }
            Some(Member::List(2)) => {
                flat.end_polygon();
                3
            }
            Some(Member::List(depth)) => depth + 1,
            Some(Member::Other) | None => return Ok(Member::Other),
        };
        if level == 0 {
            flat.depth = depth;
        }
        Ok(Member::List(depth))
    }
}
