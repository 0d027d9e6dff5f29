//! How far training lies from the territory: rings, minutes of a travel-time file, kilometres.

use crate::matching::supply::Ring;
use crate::model::Territory;
use crate::reference::Reference;
use crate::tables::Table;
use crate::tables::shape::{PER_DEGREE, Point, decode, double_area};
use std::collections::{BTreeMap, BTreeSet};

/// Mean radius of the Earth, in kilometres.
const EARTH: f64 = 6_371.0;

/// How far is near: our choices, in the parameters of the method. `None`: this measure is not
/// looked at.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    pub minutes: Option<f64>,
    pub kilometres: Option<f64>,
}

/// Where the analysed territory lies.
#[derive(Clone, Debug, PartialEq)]
pub struct Reach {
    pub territory: Territory,
    pub departments: Vec<Territory>,
    pub regions: Vec<Territory>,
    pub limits: Limits,
    /// Least minutes, and least kilometres as the crow flies, from a commune of the territory to
    /// others, where files tell.
    minutes: BTreeMap<String, f64>,
    kilometres: BTreeMap<String, f64>,
    /// The files that tell.
    sources: BTreeSet<usize>,
}

/// A place, and how far it is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    pub ring: Ring,
    pub minutes: Option<f64>,
    pub kilometres: Option<f64>,
}

impl Reach {
    pub fn new(
        territory: Territory,
        departments: Vec<Territory>,
        regions: Vec<Territory>,
        limits: Limits,
    ) -> Self {
        let (minutes, kilometres) = (BTreeMap::new(), BTreeMap::new());
        let sources = BTreeSet::new();
        Self { territory, departments, regions, limits, minutes, kilometres, sources }
    }

    /// With what the files tell of distances.
    #[must_use]
    pub fn measured(mut self, tables: &[(usize, &Table)], reference: &Reference) -> Self {
        let home: BTreeSet<String> =
            reference.communes_of(self.territory).into_iter().map(str::to_owned).collect();
        if home.is_empty() {
            return self;
        }
        let shorter = |known: &mut BTreeMap<String, f64>, commune: &str, distance: f64| {
            let kept = known.entry(commune.to_owned()).or_insert(distance);
            *kept = kept.min(distance);
        };
        let mut centres: BTreeMap<String, (f64, [f64; 2], usize)> = BTreeMap::new();
        for (source, table) in tables {
            match table {
                Table::TravelTimes(table) => {
                    for row in table.rows() {
                        let Some(minutes) = row.minutes else { continue };
                        // A way there is a way back.
                        for (from, to) in [(row.from, row.to), (row.to, row.from)] {
                            if home.contains(from) {
                                self.sources.insert(*source);
                                shorter(&mut self.minutes, to, minutes);
                            }
                        }
                    }
                }
                Table::Shapes(table) => {
                    for row in table.rows() {
                        let Some(commune) = row.code.strip_prefix("com:") else { continue };
                        let Some((area, centre)) = centre(&decode(row.points)) else { continue };
                        // The largest piece tells where a commune of several lies.
                        let found = (area, centre, *source);
                        let kept = centres.entry(commune.to_owned()).or_insert(found);
                        if area > kept.0 {
                            *kept = found;
                        }
                    }
                }
                _ => {}
            }
        }
        let homes: Vec<[f64; 2]> =
            centres.iter().filter(|(code, _)| home.contains(*code)).map(|(_, c)| c.1).collect();
        for (commune, (_, centre, source)) in &centres {
            let nearest = homes.iter().map(|home| kilometres(*home, *centre)).reduce(f64::min);
            if let Some(nearest) = nearest {
                self.kilometres.insert(commune.clone(), nearest);
                self.sources.insert(*source);
            }
        }
        self
    }

    /// Sources of distances.
    pub const fn sources(&self) -> &BTreeSet<usize> {
        &self.sources
    }

    /// Whether any file tells a distance.
    pub fn is_measured(&self) -> bool {
        !self.minutes.is_empty() || !self.kilometres.is_empty()
    }

    /// The ring of a place; a place that is not given is remote, never local.
    pub fn place(
        &self,
        commune: Option<&str>,
        department: Option<Territory>,
        region: Option<Territory>,
        reference: &Reference,
    ) -> Placed {
        let of = |known: &BTreeMap<String, f64>| commune.and_then(|c| known.get(c).copied());
        let (minutes, kilometres) = (of(&self.minutes), of(&self.kilometres));
        let placed = |ring| Placed { ring, minutes, kilometres };
        // A place known by its département or région alone lies in these.
        let inside = [department, region].contains(&Some(self.territory))
            || commune.is_some_and(|commune| reference.holds(self.territory, commune));
        if inside {
            return placed(Ring::Basin);
        }
        if department.is_none() && region.is_none() && commune.is_none() {
            return placed(Ring::Remote);
        }
        // Minutes say more than kilometres: these count only without them.
        let Limits { minutes: most, kilometres: farthest } = self.limits;
        let within = |distance: Option<f64>, limit: Option<f64>| {
            distance.zip(limit).map(|(distance, limit)| distance <= limit)
        };
        let near = within(minutes, most).or_else(|| within(kilometres, farthest)) == Some(true);
        if near {
            return placed(Ring::Near);
        }
        if department.is_some_and(|place| self.departments.contains(&place)) {
            return placed(Ring::Department);
        }
        if region.is_some_and(|place| self.regions.contains(&place)) {
            return placed(Ring::Region);
        }
        placed(Ring::Elsewhere)
    }
}

/// Area, and centre of gravity in degrees, of a ring; `None` of a hole or of no surface.
fn centre(points: &[Point]) -> Option<(f64, [f64; 2])> {
    #[expect(clippy::cast_precision_loss, reason = "an area to choose by, not to show")]
    let area = double_area(points) as f64;
    if area <= 0.0 {
        return None;
    }
    // From the first point on, so that differences stay exact.
    let [x, y] = points.first()?.map(f64::from);
    let near = points.iter().map(|point| [f64::from(point[0]) - x, f64::from(point[1]) - y]);
    let next = near.clone().cycle().skip(1);
    let sum = near.zip(next).fold([0.0, 0.0], |[sx, sy], ([ax, ay], [bx, by])| {
        let cross = ax * by - bx * ay;
        [sx + (ax + bx) * cross, sy + (ay + by) * cross]
    });
    Some((
        area,
        [(x + sum[0] / (3.0 * area)) / PER_DEGREE, (y + sum[1] / (3.0 * area)) / PER_DEGREE],
    ))
}

/// Along a great circle, between longitudes and latitudes in degrees.
fn kilometres(a: [f64; 2], b: [f64; 2]) -> f64 {
    let [[x0, y0], [x1, y1]] = [a, b].map(|point| point.map(f64::to_radians));
    let half = |angle: f64| (angle / 2.0).sin().powi(2);
    let chord = half(y1 - y0) + y0.cos() * y1.cos() * half(x1 - x0);
    2.0 * EARTH * chord.sqrt().min(1.0).asin()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_is_not_given_is_remote() {
        let reference = Reference::embedded().unwrap();
        let reach = Reach::new(
            "be:8450".parse().unwrap(),
            vec!["dep:15".parse().unwrap()],
            vec!["reg:84".parse().unwrap()],
            Limits { minutes: Some(45.0), kilometres: Some(30.0) },
        );
        let ring = |commune: Option<&str>, department: Option<&str>, region: Option<&str>| {
            let parse = |text: Option<&str>| text.and_then(|text| text.parse().ok());
            reach.place(commune, parse(department), parse(region), &reference).ring
        };
        assert_eq!(ring(Some("15014"), Some("dep:15"), Some("reg:84")), Ring::Basin);
        assert_eq!(ring(Some("15187"), Some("dep:15"), Some("reg:84")), Ring::Department);
        assert_eq!(ring(None, Some("dep:63"), Some("reg:84")), Ring::Region);
        assert_eq!(ring(None, Some("dep:46"), Some("reg:76")), Ring::Elsewhere);
        assert_eq!(ring(None, None, None), Ring::Remote);
    }

    /// A commune of the territory is inside it, whatever the division.
    #[test]
    fn a_commune_of_the_territory_is_within_reach() {
        let perimeter = crate::model::Perimeter {
            name: "Essai".to_owned(),
            communes: ["15014".to_owned()].into(),
        };
        let reference =
            Reference::embedded().unwrap().with_perimeters(std::slice::from_ref(&perimeter));
        let home = |prefix: &str| reference.home(prefix, "15014").unwrap();
        let places = ["fr", "dep", "reg", "be", "ze", "epci"]
            .into_iter()
            .filter_map(|prefix| reference.home(prefix, "15014"));
        let places: Vec<Territory> = places.chain([perimeter.territory()]).collect();
        assert_eq!(home("dep"), "dep:15".parse().unwrap());
        assert_eq!(home("reg"), "reg:84".parse().unwrap());
        for place in places {
            let limits = Limits { minutes: None, kilometres: None };
            let reach = Reach::new(place, Vec::new(), Vec::new(), limits);
            let ring = |commune: &str| reach.place(Some(commune), None, None, &reference).ring;
            assert_eq!(ring("15014"), Ring::Basin, "{place}");
            let far = if place == Territory::France { Ring::Basin } else { Ring::Elsewhere };
            assert_eq!(ring("13055"), far, "{place}");
        }
        // Known by its département alone, it is inside this one, and inside the région.
        for (place, inside) in [("dep:15", true), ("reg:84", true), ("be:8450", false)] {
            let place = place.parse().unwrap();
            let reach = Reach::new(
                place,
                Vec::new(),
                Vec::new(),
                Limits { minutes: None, kilometres: None },
            );
            let parse = |text: &str| text.parse().ok();
            let ring = reach.place(None, parse("dep:15"), parse("reg:84"), &reference).ring;
            assert_eq!(ring == Ring::Basin, inside, "{place}");
        }
    }

    #[test]
    fn distances_on_the_globe() {
        // A degree of a meridian; a degree of the parallel 60 is half of one of the equator.
        let degree = EARTH.mul_add(std::f64::consts::PI / 180.0, 0.0);
        assert!((kilometres([2.0, 44.0], [2.0, 45.0]) - degree).abs() < 1e-9);
        assert!((kilometres([0.0, 60.0], [1.0, 60.0]) - degree / 2.0).abs() < 0.01);
        assert!(kilometres([2.5, 44.9], [2.5, 44.9]).abs() < 1e-9);
    }

    #[test]
    fn the_centre_of_a_shape() {
        let (area, centre) = centre(&[[0, 0], [20, 0], [20, 40], [0, 40]]).unwrap();
        assert!((area - 2.0 * 20.0 * 40.0).abs() < 1e-9);
        assert!((centre[0] * PER_DEGREE - 10.0).abs() < 1e-6);
        assert!((centre[1] * PER_DEGREE - 20.0).abs() < 1e-6);
        assert_eq!(super::centre(&[[0, 0], [0, 40], [20, 40], [20, 0]]), None);
    }
}
