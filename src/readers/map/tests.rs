use super::*;
use crate::readers::{Control, read};
use crate::tables::shape::decode;
use proptest::prelude::*;

const SQUARE: &str = "[[2,45],[3,45],[3,46],[2,46],[2,45]]";

fn feature(code: &str, kind: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{{"code":"{code}","nom":"N"}},"geometry":{{"type":"{kind}","coordinates":{coordinates}}}}}"#
    )
}

fn collection(features: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","features":[{}]}}"#, features.join(","))
}

fn load(text: &str) -> ReadTable {
    let reference = Reference::embedded().unwrap();
    let tables = read("carte.geojson", text.as_bytes(), &reference, Control::none()).unwrap();
    assert_eq!(tables.len(), 1);
    let table = tables.into_iter().next().unwrap();
    assert!(table.rows.adds_up(), "{:?}", table.rows);
    table
}

/// (code, polygon, number of points, outline) of every ring.
fn rings(table: &ReadTable) -> Vec<(String, u32, usize, bool)> {
    let Table::Shapes(shapes) = &table.table else { return Vec::new() };
    let rings = shapes.rows().map(|row| {
        let points = decode(row.points);
        let outline = crate::tables::shape::double_area(&points) > 0;
        (row.code.to_owned(), row.polygon, points.len(), outline)
    });
    rings.collect()
}

fn issues(table: &ReadTable) -> Vec<String> {
    let told = table.issues.as_slice().iter().map(|issue| match &issue.kind {
        IssueKind::ShapeRefused { why } => why.clone(),
        kind => kind.id().to_owned(),
    });
    told.collect()
}

/// One feature of a commune: rings kept, and what is told.
fn check(kind: &str, coordinates: &str, kept: &[(u32, usize, bool)], told: &[&str]) {
    let table = load(&collection(&[feature("15014", kind, coordinates)]));
    let found =
        rings(&table).into_iter().map(|(_, polygon, points, outline)| (polygon, points, outline));
    assert_eq!(found.collect::<Vec<_>>(), kept, "{coordinates}");
    assert_eq!(issues(&table), told, "{coordinates}");
}

#[test]
fn polygons_holes_and_islands() {
    check("Polygon", &format!("[{SQUARE}]"), &[(1, 4, true)], &[]);
    let hole = "[[2.2,45.2],[2.2,45.4],[2.4,45.4],[2.4,45.2],[2.2,45.2]]";
    check("Polygon", &format!("[{SQUARE},{hole}]"), &[(1, 4, true), (1, 4, false)], &[]);
    // Rings turned the other way are turned back; a third coordinate is passed over.
    let turned = "[[[2,45,9],[2,46,9],[3,46,9],[3,45,9],[2,45,9]]]";
    check("Polygon", turned, &[(1, 4, true)], &[]);
    let island = "[[[5,45],[6,45],[6,46],[5,45]]]";
    let both = format!("[[{SQUARE},{hole}],{island}]");
    check("MultiPolygon", &both, &[(1, 4, true), (1, 4, false), (2, 3, true)], &[]);
}

#[test]
fn faults_are_told_and_cost_their_shape() {
    check("Polygon", "[[[2,45],[3,45],[3,46]]]", &[(1, 3, true)], &["rings-closed"]);
    check("Polygon", "[[[2,45]]]", &[], &["without-area"]);
    check("Polygon", "[[[2,45],[3,45],[2,45]]]", &[], &["without-area"]);
    check("Polygon", "[]", &[], &["no-geometry"]);
    check("Polygon", "null", &[], &["no-geometry"]);
    check("Polygon", &format!("[[{SQUARE}]]"), &[], &["other-depth"]);
    check("MultiPolygon", &format!("[{SQUARE}]"), &[], &["other-depth"]);
    check("Polygon", "[[[2,45],[3,[45]],[3,46]]]", &[], &["not-degrees"]);
    check("Polygon", "[[[2,45],[3],[3,46],[2,45]]]", &[], &["not-degrees"]);
    check("Polygon", "[[[2,\"45\"],[3,45],[3,46],[2,45]]]", &[], &["other-depth"]);
    check("LineString", "[[2,45],[3,45]]", &[], &["not-an-area"]);
    check(
        "Polygon",
        "[[[651000,6450000],[652000,6450000],[652000,6451000],[651000,6450000]]]",
        &[],
        &["not-degrees"],
    );
    check("Polygon", "[[[-179,-18],[179,-18],[179,-17],[-179,-18]]]", &[], &["antimeridian"]);
    // A hole of nothing is nothing.
    let void = format!("[[[2,45],[3,45],[2,45]],{SQUARE}]");
    check("Polygon", &void, &[], &["without-area"]);
    let part = format!("[[[[2,45],[3,45],[2,45]]],[{SQUARE}]]");
    check("MultiPolygon", &part, &[(2, 4, true)], &["rings-without-area"]);
}

#[test]
fn hostile_documents_cost_one_issue() {
    let told = |text: &str| (load(text).kind, issues(&load(text)));
    let square = feature("15014", "Polygon", &format!("[{SQUARE}]"));
    let whole = collection(&[square]);
    assert_eq!(told(&whole[..whole.len() - 9]), (Kind::Unknown, vec!["damaged".to_owned()]));
    let nan = whole.replacen("[2,45]", "[NaN,45]", 1);
    assert_eq!(told(&nan), (Kind::Unknown, vec!["damaged".to_owned()]));
    let huge = whole.replacen("[2,45]", "[1e999,45]", 1);
    assert_eq!(told(&huge), (Kind::Map, vec!["damaged".to_owned()]));
    let deep =
        whole.replacen(SQUARE, &format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), 1);
    assert_eq!(told(&deep), (Kind::Map, vec!["other-depth".to_owned()]));
    let less_deep = whole.replacen(SQUARE, &format!("{}{}", "[".repeat(90), "]".repeat(90)), 1);
    assert_eq!(told(&less_deep).1, ["other-depth"]);
    assert_eq!(told(r#"{"type":"FeatureCollection","features":[]}"#).1, ["no-usable-row"]);
    assert_eq!(
        told(r#"{"type":"FeatureCollection","features":[1,null,[],"x"]}"#).1,
        ["shapes-without-code"]
    );
    assert_eq!(told(r#"{"type":"FeatureCollection","features":{"a":1}}"#).1, ["damaged"]);
    assert_eq!(told(r#"{"type":"FeatureCollection"}"#).1, ["no-usable-row"]);
}

/// The level found for features with the given properties.
fn level(properties: &[&str]) -> String {
    let features: Vec<String> = properties
        .iter()
        .map(|one| {
            format!(
                r#"{{"type":"Feature","properties":{one},"geometry":{{"type":"Polygon","coordinates":[{SQUARE}]}}}}"#
            )
        })
        .collect();
    let table = load(&collection(&features));
    let codes: Vec<String> = rings(&table).into_iter().map(|(code, ..)| code).collect();
    if codes.is_empty() { issues(&table).join(" ") } else { codes.join(" ") }
}

#[test]
fn codes_are_found_by_content() {
    assert_eq!(level(&[r#"{"x":"15014"}"#]), "com:15014");
    assert_eq!(level(&[r#"{"dep":"15","reg":84,"insee":"15014"}"#]), "com:15014");
    assert_eq!(level(&[r#"{"x":"01004"}"#, r#"{"x":1005}"#]), "com:01004 com:01005");
    assert_eq!(level(&[r#"{"code":"15"}"#, r#"{"code":"2A"}"#]), "dep:15 dep:2A");
    // 8450 is a basin alone; 8403 is a basin and a zone d'emploi.
    assert_eq!(level(&[r#"{"code":"8450"}"#]), "be:8450");
    assert_eq!(level(&[r#"{"code":"8403"}"#]), "shape-codes-unclear");
    assert_eq!(level(&[r#"{"code_bassin":"8403"}"#]), "be:8403");
    assert_eq!(level(&[r#"{"code":"8403","nom":"Aurillac"}"#]), "ze:8403");
    assert_eq!(level(&[r#"{"code":"84"}"#]), "shape-codes-unclear");
    assert_eq!(level(&[r#"{"code":"84","nom":"Vaucluse"}"#]), "dep:84");
    assert_eq!(level(&[r#"{"code":"84","nom":"Auvergne-Rhône-Alpes"}"#]), "reg:84");
    assert_eq!(level(&[r#"{"code_reg":"84"}"#]), "reg:84");
    assert_eq!(level(&[r#"{"x":"Aurillac"}"#, r#"{"x":null}"#]), "shapes-without-code");
    // A commune that our list has not may be in the user's.
    assert_eq!(level(&[r#"{"x":"15014"}"#, r#"{"x":"96001"}"#]), "com:15014 com:96001");
    assert_eq!(level(&[r#"{"x":"96001"}"#, r#"{"x":"96002"}"#]), "com:96001 com:96002");
    // Without a code, a shape is refused, the others are read.
    assert_eq!(level(&[r#"{"x":"15014"}"#, r#"{"x":"?"}"#]), "com:15014");
}

#[test]
fn a_feature_may_bear_its_code_as_its_identifier() {
    let text = format!(
        r#"{{"features":[{{"geometry":{{"coordinates":[{SQUARE}],"type":"Polygon"}},"id":"15014","properties":null}}],"type":"FeatureCollection"}}"#
    );
    assert_eq!(rings(&load(&text)), [("com:15014".to_owned(), 1, 4, true)]);
}

proptest! {
    /// Whatever the coordinates: no panic, rows add up, and what is kept is a ring with an area
    /// whose outline comes first.
    #[test]
    fn any_rings(rings_in in proptest::collection::vec(proptest::collection::vec((-200.0..200.0_f64, -100.0..100.0_f64), 0..7), 0..4)) {
        let list = |ring: &Vec<(f64, f64)>| {
            let points: Vec<String> = ring.iter().map(|(x, y)| format!("[{x},{y}]")).collect();
            format!("[{}]", points.join(","))
        };
        let coordinates: Vec<String> = rings_in.iter().map(list).collect();
        let table = load(&collection(&[feature("15014", "Polygon", &format!("[{}]", coordinates.join(",")))]));
        let found = rings(&table);
        prop_assert!(found.iter().enumerate().all(|(place, (.., points, outline))| *points >= 3 && *outline == (place == 0)));
    }
}
