//! Where a shape lies, and how it is laid flat there: one projection for each part of the country.
//!
//! Metropolitan France: Lambert-93 (conformal conic, GRS 80), formulas and constants of IGN, NT/G
//! 71 « Projection cartographique conique conforme de Lambert », algorithms ALG0001 and ALG0003.
//! Overseas: equirectangular around the middle of the frame, on a sphere of the mean radius of the
//! Earth (IUGG); over the four degrees of Guyane, the widest, lengths are wrong by 0.3 % at most.

use crate::tables::shape::{PER_DEGREE, Point};

/// A part of the country that is drawn on its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frame {
    Metropolitan,
    Guadeloupe,
    Martinique,
    Guyane,
    Reunion,
    Mayotte,
    Miquelon,
    NorthernIslands,
    /// Another part of the world, or a fictional place.
    Elsewhere,
}

/// First eccentricity of GRS 80.
const E: f64 = 0.081_819_191_042_816;
/// Exponent and constant of the projection, in metres.
const N: f64 = 0.725_607_765_053_267_4;
const C: f64 = 11_754_255.426_096_17;
/// False origin, in metres, and longitude of the middle, in degrees.
const XS: f64 = 700_000.0;
const YS: f64 = 12_655_612.049_876;
const LONGITUDE_0: f64 = 3.0;
/// Mean radius of the Earth in metres (IUGG).
const RADIUS: f64 = 6_371_008.8;

/// Isometric latitude, in radians (ALG0001).
pub(super) fn isometric(latitude: f64, e: f64) -> f64 {
    let sine = e * latitude.sin();
    let turned = (latitude / 2.0 + std::f64::consts::FRAC_PI_4).tan();
    (turned * ((1.0 - sine) / (1.0 + sine)).powf(e / 2.0)).ln()
}

/// Longitude and latitude in radians to metres on a conformal cone (ALG0003).
pub(super) fn cone(
    [longitude, latitude]: [f64; 2],
    e: f64,
    (n, c, longitude_0): (f64, f64, f64),
    [xs, ys]: [f64; 2],
) -> [f64; 2] {
    let radius = c * (-n * isometric(latitude, e)).exp();
    let angle = n * (longitude - longitude_0);
    [xs + radius * angle.sin(), ys - radius * angle.cos()]
}

impl Frame {
    pub const ALL: [Self; 9] = [
        Self::Metropolitan,
        Self::Guadeloupe,
        Self::Martinique,
        Self::Guyane,
        Self::Reunion,
        Self::Mayotte,
        Self::Miquelon,
        Self::NorthernIslands,
        Self::Elsewhere,
    ];

    /// Key of its name: `frame-…`.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Metropolitan => "metropolitan",
            Self::Guadeloupe => "guadeloupe",
            Self::Martinique => "martinique",
            Self::Guyane => "guyane",
            Self::Reunion => "reunion",
            Self::Mayotte => "mayotte",
            Self::Miquelon => "miquelon",
            Self::NorthernIslands => "northern-islands",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// West, south, east and north, in degrees, with some sea around.
    const fn bounds(self) -> [f64; 4] {
        match self {
            Self::Metropolitan => [-6.5, 41.0, 10.5, 51.5],
            Self::Guadeloupe => [-62.2, 15.6, -60.8, 16.8],
            Self::Martinique => [-61.6, 14.2, -60.6, 15.1],
            Self::Guyane => [-55.0, 2.0, -51.0, 6.2],
            Self::Reunion => [55.0, -21.6, 56.0, -20.7],
            Self::Mayotte => [44.8, -13.2, 45.5, -12.4],
            Self::Miquelon => [-56.7, 46.6, -56.0, 47.3],
            Self::NorthernIslands => [-63.4, 17.6, -62.6, 18.3],
            Self::Elsewhere => [-180.0, -90.0, 180.0, 90.0],
        }
    }

    /// The frame of a place: the first that holds it.
    pub fn of(point: Point) -> Self {
        let [longitude, latitude] = degrees(point);
        let found = Self::ALL.into_iter().find(|frame| {
            let [west, south, east, north] = frame.bounds();
            (west..=east).contains(&longitude) && (south..=north).contains(&latitude)
        });
        found.unwrap_or(Self::Elsewhere)
    }

    /// The projection of the frame; around the middle of what it holds where its own place says
    /// nothing.
    pub fn projection<'a>(self, points: impl Iterator<Item = &'a Point>) -> Projection {
        let mut bounds = self.bounds();
        if self == Self::Elsewhere {
            bounds = points.map(|point| degrees(*point)).fold(
                [f64::MAX, f64::MAX, f64::MIN, f64::MIN],
                |[west, south, east, north], [x, y]| {
                    [west.min(x), south.min(y), east.max(x), north.max(y)]
                },
            );
        }
        let [west, south, east, north] = bounds;
        let middle = [f64::midpoint(west, east), f64::midpoint(south, north)];
        Projection { conic: self == Self::Metropolitan, middle: middle.map(f64::to_radians) }
    }
}

fn degrees(point: Point) -> [f64; 2] {
    point.map(|coordinate| f64::from(coordinate) / PER_DEGREE)
}

/// How a frame is laid flat.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Projection {
    conic: bool,
    /// Longitude and latitude of the middle, in radians.
    middle: [f64; 2],
}

impl Projection {
    /// Metres eastwards and northwards.
    pub fn project(&self, point: Point) -> [f64; 2] {
        let [longitude, latitude] = degrees(point).map(f64::to_radians);
        if self.conic {
            let lambert_93 = (N, C, LONGITUDE_0.to_radians());
            return cone([longitude, latitude], E, lambert_93, [XS, YS]);
        }
        let [longitude_0, latitude_0] = self.middle;
        [RADIUS * latitude_0.cos() * (longitude - longitude_0), RADIUS * (latitude - latitude_0)]
    }
}
