#![expect(clippy::cast_possible_truncation, reason = "degrees of tests are small")]

use super::*;
use crate::geo::frame::{cone, isometric};
use crate::model::Territory;
use crate::reference::Reference;
use crate::tables::shape::{Builder, Point, Row, Shapes, double_area, encode};
use proptest::prelude::*;

fn square(x: i32, y: i32, side: i32) -> Ring {
    vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
}

fn reversed(mut ring: Ring) -> Ring {
    ring.reverse();
    ring
}

/// Signed areas of the rings of a union, sorted, and numbers of their points.
fn check(rings: &[Ring], expected: &[(i128, usize)]) {
    let mut found: Vec<(i128, usize)> =
        dissolve(rings).iter().map(|ring| (double_area(ring) / 2, ring.len())).collect();
    found.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn shared_borders_cancel() {
    check(&[square(0, 0, 10)], &[(10 * 10, 4)]);
    // Two squares side by side: the two ends of their border stay as points.
    check(&[square(0, 0, 10), square(10, 0, 10)], &[(20 * 10, 6)]);
    // An island stays apart.
    check(&[square(0, 0, 10), square(30, 0, 10)], &[(10 * 10, 4), (10 * 10, 4)]);
    // A hole filled by its neighbour vanishes; another one stays.
    let around = [square(0, 0, 30), reversed(square(10, 10, 10))];
    check(&around, &[(-10 * 10, 4), (30 * 30, 4)]);
    check(&[around.as_slice(), &[square(10, 10, 10)]].concat(), &[(30 * 30, 4)]);
    // A ring of eight around a ninth that is missing is a hole.
    let ring: Vec<Ring> = (0..9)
        .filter(|place| *place != 4)
        .map(|place| square(place % 3 * 10, place / 3 * 10, 10))
        .collect();
    check(&ring, &[(-10 * 10, 4), (30 * 30, 12)]);
    // Two squares that touch at a corner are two.
    check(&[square(0, 0, 10), square(10, 10, 10)], &[(10 * 10, 4), (10 * 10, 4)]);
    check(&[], &[]);
}

proptest! {
    /// Any cells of a grid: the areas add up, whatever the order of the rings, and dissolving
    /// again changes nothing.
    #[test]
    fn areas_add_up(cells in proptest::collection::btree_set((0..6_i32, 0..6_i32), 1..30)) {
        let rings: Vec<Ring> = cells.iter().map(|(x, y)| square(x * 7, y * 7, 7)).collect();
        let union = dissolve(&rings);
        let area: i128 = union.iter().map(|ring| double_area(ring)).sum();
        prop_assert_eq!(area, 2 * 49 * rings.len() as i128);
        let backwards: Vec<Ring> = rings.into_iter().rev().collect();
        prop_assert_eq!(&dissolve(&backwards), &union);
        let mut again = dissolve(&union);
        let mut union = union;
        again.sort_unstable();
        union.sort_unstable();
        let areas = |rings: &[Ring]| { let mut all: Vec<i128> = rings.iter().map(|ring| double_area(ring)).collect(); all.sort_unstable(); all };
        prop_assert_eq!(areas(&again), areas(&union));
    }

    /// Neighbours keep one border between them: simplified apart in one call, they dissolve into
    /// what their union simplifies to.
    #[test]
    fn borders_stay_shared(heights in proptest::collection::vec(-400..400_i32, 3..40)) {
        // A border of many points between a left and a right neighbour.
        let border: Vec<Point> = heights.iter().zip(1..).map(|(x, y)| [*x, y * 300]).collect();
        let top = (i32::try_from(heights.len()).unwrap() + 1) * 300;
        let (low, high): (Point, Point) = ([0, 0], [0, top]);
        let mut left: Ring = vec![[-9_000, 0], low];
        left.extend(&border);
        left.extend([high, [-9_000, top]]);
        let mut right: Ring = vec![low, [9_000, 0], [9_000, top], high];
        right.extend(border.iter().rev());
        let simple = simplify(&[&left, &right], 3.0);
        let union = dissolve(&simple);
        prop_assert_eq!(union.len(), 1);
        let whole: i128 = [&left, &right].iter().map(|ring| double_area(ring)).sum();
        prop_assert_eq!(double_area(&union[0]), whole);
        prop_assert!(simple[0].len() <= left.len());
    }
}

#[test]
fn simplification_keeps_what_stands_out() {
    // 1,000 units are about eleven metres.
    let spike: Ring = vec![
        [0, 0],
        [50_000, 10],
        [100_000, 0],
        [100_000, 100_000],
        [50_000, 160_000],
        [0, 100_000],
    ];
    let simple = simplify(&[&spike], 10.0);
    assert!(!simple[0].contains(&[50_000, 10]));
    assert!(simple[0].contains(&[50_000, 160_000]));
    // What would vanish stays whole.
    let islet = square(0, 0, 100);
    assert_eq!(simplify(&[&islet], 1e6), std::slice::from_ref(&islet));
    // An enclave and the hole it fills keep the same points.
    let enclave: Ring = (0..90_i32)
        .map(|step| {
            let angle = f64::from(step) * std::f64::consts::TAU / 90.0;
            [(angle.cos() * 50_000.0) as i32, (angle.sin() * 50_000.0) as i32]
        })
        .collect();
    let hole = reversed(enclave.clone());
    let pair = simplify(&[&enclave, &hole], 100.0);
    assert!(pair[0].len() < 90);
    assert_eq!(dissolve(&pair), Vec::<Ring>::new());
}

/// IGN, NT/G 71, worked examples of ALG0001 and ALG0003.
#[test]
fn published_examples_of_the_projection() {
    for (latitude, e, expected) in [
        (0.872_664_626_00, 0.081_991_889_98, 1.005_526_536_49),
        (-0.3, 0.081_991_889_98, -0.302_616_900_63),
        (0.199_989_033_70, 0.081_991_889_98, 0.200_000_000_009),
    ] {
        assert!((isometric(latitude, e) - expected).abs() < 1e-10, "{latitude}");
    }
    let constants = (0.760_405_966_00, 11_603_796.976_7, 0.040_792_344_33);
    let found = cone(
        [0.145_512_099_00, 0.872_664_626_00],
        0.082_483_256_76,
        constants,
        [600_000.0, 5_657_616.674_0],
    );
    assert!((found[0] - 1_029_705.081_8).abs() < 1e-2, "{found:?}");
    assert!((found[1] - 272_723.851_0).abs() < 1e-2, "{found:?}");
}

/// The constants of Lambert-93 by a second road: from its two standard parallels (ALG0054).
#[test]
fn lambert_93_from_its_parallels() {
    let e = 0.081_819_191_042_816_f64;
    let a = 6_378_137.0;
    let [one, two, zero] = [44.0_f64, 49.0, 46.5].map(f64::to_radians);
    let normal = |latitude: f64| a / (1.0 - (e * latitude.sin()).powi(2)).sqrt();
    let parallel = |latitude: f64| normal(latitude) * latitude.cos();
    let n = (parallel(two) / parallel(one)).ln() / (isometric(one, e) - isometric(two, e));
    let c = parallel(one) / n * (n * isometric(one, e)).exp();
    let ys = 6_600_000.0 + c * (-n * isometric(zero, e)).exp();
    let lambert_93 = Frame::Metropolitan.projection(std::iter::empty());
    let from_parallels = |[longitude, latitude]: [f64; 2]| {
        let radians = [longitude.to_radians(), latitude.to_radians()];
        cone(radians, e, (n, c, 3.0_f64.to_radians()), [700_000.0, ys])
    };
    for place in [[2.44, 44.93], [-4.5, 48.4], [9.45, 42.7], [3.0, 46.5]] {
        let found = lambert_93.project(place.map(|degrees| (degrees * 1e7) as i32));
        let expected = from_parallels(place);
        assert!((found[0] - expected[0]).abs() < 0.05, "{found:?} {expected:?}");
        assert!((found[1] - expected[1]).abs() < 0.05, "{found:?} {expected:?}");
    }
    let origin = lambert_93.project([30_000_000, 465_000_000]);
    assert!((origin[0] - 700_000.0).abs() < 1e-3 && (origin[1] - 6_600_000.0).abs() < 1e-2);
}

#[test]
fn places_lie_in_their_frames() {
    let frame = |longitude: f64, latitude: f64| {
        Frame::of([longitude, latitude].map(|degrees| (degrees * 1e7) as i32))
    };
    assert_eq!(frame(2.44, 44.93), Frame::Metropolitan);
    assert_eq!(frame(9.2, 41.4), Frame::Metropolitan);
    assert_eq!(frame(-61.5, 16.2), Frame::Guadeloupe);
    assert_eq!(frame(-63.05, 18.07), Frame::NorthernIslands);
    assert_eq!(frame(-61.0, 14.6), Frame::Martinique);
    assert_eq!(frame(-53.0, 4.0), Frame::Guyane);
    assert_eq!(frame(55.5, -21.1), Frame::Reunion);
    assert_eq!(frame(45.2, -12.8), Frame::Mayotte);
    assert_eq!(frame(-56.2, 46.8), Frame::Miquelon);
    assert_eq!(frame(-149.5, -17.6), Frame::Elsewhere);
    assert_eq!(frame(-20.0, 46.0), Frame::Elsewhere);
}

/// Square shapes: (code, west, south, side) in degrees.
fn shapes(places: &[(&str, f64, f64, f64)]) -> Shapes {
    let mut builder = Builder::default();
    for ((code, x, y, side), row) in places.iter().zip(1..) {
        let [x, y, side] = [x, y, side].map(|degrees| (degrees * 1e7) as i32);
        let points = encode(&square(x, y, side));
        builder.push(Row { row, code, label: "", polygon: 1, points: &points });
    }
    builder.finish().unwrap()
}

#[test]
fn communes_make_basins_and_say_what_is_missing() {
    let reference = Reference::embedded().unwrap();
    // Aurillac and Arpajon-sur-Cère side by side; Saint-Flour apart.
    let shapes = shapes(&[
        ("com:15014", 2.0, 45.0, 0.5),
        ("com:15012", 2.5, 45.0, 0.5),
        ("com:15187", 4.0, 45.0, 0.5),
    ]);
    let basins = groups(&shapes, Division::Basin, &reference).list;
    let told: Vec<(String, usize, u32, usize)> = basins
        .iter()
        .map(|group| {
            (group.territory.to_string(), group.rings.len(), group.communes, group.missing.len())
        })
        .collect();
    // 93 communes of 2020 in the basin of Aurillac, 98 in that of Saint-Flour.
    assert_eq!(told, [("be:8450".to_owned(), 1, 2, 93 - 2), ("be:8451".to_owned(), 1, 1, 98 - 1)]);
    let departments = groups(&shapes, Division::Department, &reference).list;
    assert_eq!(departments.len(), 1);
    assert_eq!(departments[0].label, "Cantal");
    assert_eq!(departments[0].rings.len(), 2);
    let regions = groups(&shapes, Division::Region, &reference).list;
    assert_eq!(regions[0].territory, "reg:84".parse::<Territory>().unwrap());
}

#[test]
fn a_file_of_another_division_makes_no_basin() {
    let reference = Reference::embedded().unwrap();
    let shapes = shapes(&[("dep:15", 2.0, 45.0, 0.5), ("dep:2A", 8.8, 41.6, 0.2)]);
    let none = groups(&shapes, Division::Basin, &reference);
    assert_eq!(
        (none.list.len(), none.without),
        (0, vec!["dep:15".to_owned(), "dep:2A".to_owned()])
    );
    assert_eq!(groups(&shapes, Division::Department, &reference).list.len(), 2);
    assert!(groups(&shapes, Division::Department, &reference).list[0].missing.is_empty());
}

#[test]
fn overseas_are_insets_of_their_own() {
    let reference = Reference::embedded().unwrap();
    let shapes = shapes(&[
        ("dep:15", 2.0, 44.5, 0.8),
        ("dep:63", 2.8, 44.5, 0.8),
        ("dep:971", -61.6, 16.0, 0.3),
        ("dep:974", 55.3, -21.2, 0.3),
        ("dep:973", -54.0, 3.0, 2.0),
    ]);
    let groups = groups(&shapes, Division::Department, &reference);
    let atlas = atlas(&groups, Division::Department).unwrap();
    let frames: Vec<Frame> = atlas.frames.iter().map(|inset| inset.frame).collect();
    assert_eq!(frames[0], Frame::Metropolitan);
    assert_eq!(frames.len(), 4);
    // Frames do not overlap, shapes lie inside theirs and inside the page.
    for (place, a) in atlas.frames.iter().enumerate() {
        for b in atlas.frames.iter().skip(place + 1) {
            let apart = a.rect[2] <= b.rect[0]
                || b.rect[2] <= a.rect[0]
                || a.rect[3] <= b.rect[1]
                || b.rect[3] <= a.rect[1];
            assert!(apart, "{a:?} {b:?}");
        }
    }
    for shape in &atlas.shapes {
        let [left, top, right, bottom] = shape.bounds;
        let inside = atlas.frames.iter().any(|inset| {
            left >= inset.rect[0] - 0.01
                && top >= inset.rect[1] - 0.01
                && right <= inset.rect[2] + 0.01
                && bottom <= inset.rect[3] + 0.01
        });
        assert!(inside, "{:?}", shape.territory);
        assert!(shape.contains(shape.anchor) && shape.room > 0.0);
        let found = atlas.at(shape.anchor).map(|place| atlas.shapes[place].territory);
        assert_eq!(found, Some(shape.territory));
    }
    assert_eq!(atlas.at([-5.0, -5.0]), None);
}

#[test]
fn a_hole_is_not_of_its_shape() {
    let outline = square(20_000_000, 450_000_000, 10_000_000);
    let hole = reversed(square(24_000_000, 454_000_000, 2_000_000));
    let group = Group {
        territory: "dep:15".parse().unwrap(),
        label: String::new(),
        rings: vec![outline, hole],
        communes: 0,
        missing: Vec::new(),
    };
    let atlas =
        atlas(&Groups { list: vec![group], without: Vec::new() }, Division::Department).unwrap();
    let shape = &atlas.shapes[0];
    assert_eq!((shape.polygons.len(), shape.polygons[0].holes.len()), (1, 1));
    let [left, top, right, bottom] = shape.bounds;
    let middle = [f32::midpoint(left, right), f32::midpoint(top, bottom)];
    assert!(!shape.contains(middle));
    assert!(shape.contains([left + 40.0, middle[1]]));
}
