//! Maps: published shapes against what is known of them, the picture, and the window.

use crate::published_folder;
use crate::window::{click, opening, settle, shows, window};
use bassin::analysis::extent::Coverage;
use bassin::analysis::mapped::{Mapped, Question, mapped};
use bassin::analysis::with_lists;
use bassin::geo::{Atlas, Division, Groups, atlas, groups};
use bassin::i18n::Catalog;
use bassin::model::{Kind, Language};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::drawing::png;
use bassin::report::map::{CENTIMETRES, Classing, Picture, Shade, svg};
use bassin::sample;
use bassin::secrecy::Rules;
use bassin::tables::Table;
use bassin::tables::shape::{Shapes, decode, double_area};
use egui_kittest::kittest::Queryable as _;
use std::sync::Arc;

const RULES: Rules = Rules { least_respondents: 5, dominance: 0.8, ..Rules::PUBLISHED };

fn load(name: &str, bytes: &[u8]) -> Vec<Arc<ReadTable>> {
    let reference = Reference::embedded().unwrap();
    let tables = read(name, bytes, &reference, Control::none()).unwrap();
    tables.into_iter().map(Arc::new).collect()
}

fn published(path: &str) -> Option<Arc<ReadTable>> {
    let bytes = std::fs::read(published_folder()?.join(path)).unwrap();
    load(path, &bytes).into_iter().next()
}

fn shapes(table: &ReadTable) -> &Shapes {
    match &table.table {
        Table::Shapes(shapes) => shapes,
        _ => panic!("{:?}", table.issues),
    }
}

fn area(groups: &Groups) -> i128 {
    groups.list.iter().flat_map(|group| &group.rings).map(|ring| double_area(ring)).sum()
}

/// 247 communes of Cantal, all in the list of basins.
#[test]
fn communes_of_cantal_become_three_basins() {
    let Some(table) = published("geo/communes-15-cantal.geojson") else { return };
    assert_eq!((table.kind, table.rows.read, table.rows.kept), (Kind::Map, 247, 247));
    assert!(table.issues.is_empty(), "{:?}", table.issues);
    let reference = Reference::embedded().unwrap();
    let whole: i128 = shapes(&table).rows().map(|row| double_area(&decode(row.points))).sum();
    let basins = groups(shapes(&table), Division::Basin, &reference);
    assert_eq!(basins.without, Vec::<String>::new());
    let told: Vec<(String, u32)> =
        basins.list.iter().map(|group| (group.territory.to_string(), group.communes)).collect();
    assert_eq!(told.iter().map(|(_, communes)| communes).sum::<u32>(), 247);
    let codes: Vec<&str> = told.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(codes, ["be:8450", "be:8451", "be:8456"]);
    // Nothing is lost nor counted twice, and inner borders are gone: few rings are left.
    assert_eq!(area(&basins), whole);
    let rings: usize = basins.list.iter().map(|group| group.rings.len()).sum();
    assert!(rings <= 12, "{rings} rings");
    let department = groups(shapes(&table), Division::Department, &reference);
    assert_eq!((department.list.len(), area(&department)), (1, whole));
    assert!(department.list[0].rings.len() <= rings);
}

/// About 5,726 km² for Cantal (Insee), by the projected page.
#[test]
fn the_page_is_to_scale() {
    let Some(table) = published("geo/departements-auvergne-rhone-alpes.geojson") else { return };
    let reference = Reference::embedded().unwrap();
    let made = groups(shapes(&table), Division::Department, &reference);
    assert_eq!(made.list.len(), 12);
    let atlas = atlas(&made, Division::Department).unwrap();
    let metres = atlas.frames[0].metres;
    let surface = |code: &str| -> f64 {
        let shape = atlas.shapes.iter().find(|shape| shape.territory.to_string() == code).unwrap();
        let ring = |points: &[[f32; 2]]| {
            let next = points.iter().cycle().skip(1);
            let cross = |(a, b): (&[f32; 2], &[f32; 2])| {
                let ([x0, y0], [x1, y1]) = (a.map(f64::from), b.map(f64::from));
                x0 * y1 - x1 * y0
            };
            points.iter().zip(next).map(cross).sum::<f64>().abs() / 2.0
        };
        let units: f64 = shape
            .polygons
            .iter()
            .map(|polygon| {
                ring(&polygon.outline) - polygon.holes.iter().map(|hole| ring(hole)).sum::<f64>()
            })
            .sum();
        units * metres * metres / 1e6
    };
    for (code, published) in [("dep:15", 5_726.0), ("dep:63", 7_970.0), ("dep:69", 3_249.0)] {
        let found = surface(code);
        assert!((found / published - 1.0).abs() < 0.01, "{code}: {found}");
    }
    let region = groups(shapes(&table), Division::Region, &reference);
    assert_eq!((region.list.len(), area(&region)), (1, area(&made)));
}

/// The sample territory, its communes dissolved by its own list.
/// By zone d'emploi and by committee: communes dissolved, nothing lost, what is read told.
#[test]
fn communes_of_cantal_become_zones_and_committees() {
    let Some(table) = published("geo/communes-15-cantal.geojson") else { return };
    let Some(survey) = published("bmo/Base_open_data_BMO_2024.xlsx") else { return };
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let basins = groups(shapes(&table), Division::Basin, &reference);
    for (division, exact) in [(Division::Zone, false), (Division::Committee, true)] {
        let made = groups(shapes(&table), division, &reference);
        assert!(made.list.iter().all(|group| !group.label.is_empty()));
        if made.without.is_empty() {
            assert_eq!(area(&made), area(&basins), "{division:?}");
        }
        let question = Question {
            indicator: "projects".to_owned(),
            division: division.id(),
            occupation: None,
            year: None,
        };
        let inputs = std::slice::from_ref(&survey);
        let found = mapped(inputs, &reference, &parameters, &question, Control::none()).unwrap();
        let aurillac = if exact { "clpe:15001" } else { "ze:8403" };
        let placed = found.get(aurillac.parse().unwrap()).unwrap();
        assert_eq!(placed.coverage.as_ref().map(Coverage::is_exact), Some(exact));
        let picture = Picture {
            is_cited: false,
            atlas: &atlas(&made, division).unwrap(),
            mapped: &found,
            classing: &Classing::Quantiles,
            marked: None,
            geography: "communes",
            as_of: "2026-11-30".parse().unwrap(),
            rules: RULES,
            catalog: &Catalog::new(Language::French).unwrap(),
        };
        let told = picture.notes(&picture.shading()).concat();
        assert!(told.contains("lu aux bassins qui contiennent ses communes"), "{told}");
    }
}

fn sample_map(indicator: &str) -> (Atlas, Mapped) {
    let inputs: Vec<Arc<ReadTable>> =
        sample::FILES.iter().flat_map(|(name, bytes)| load(name, bytes)).collect();
    let reference = with_lists(&inputs, &Reference::embedded().unwrap());
    let table = inputs.iter().find(|input| input.kind == Kind::Map).unwrap();
    let made = groups(shapes(table), Division::Basin, &reference);
    let question =
        Question { indicator: indicator.to_owned(), division: "be", occupation: None, year: None };
    let mapped =
        mapped(&inputs, &reference, &Parameters::embedded().unwrap(), &question, Control::none())
            .unwrap();
    (atlas(&made, Division::Basin).unwrap(), mapped)
}

fn picture<'a>(
    (atlas, mapped): &'a (Atlas, Mapped),
    classing: &'a Classing,
    catalog: &'a Catalog,
) -> Picture<'a> {
    Picture {
        is_cited: false,
        atlas,
        mapped,
        classing,
        marked: "be:9601".parse().ok(),
        geography: "carte <1> & \"2\".geojson",
        as_of: "2026-11-25".parse().unwrap(),
        rules: RULES,
        catalog,
    }
}

#[test]
fn a_picture_says_everything_and_is_sound() {
    let made = sample_map("difficult-share");
    assert_eq!(made.0.shapes.len(), 8);
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let picture = picture(&made, &Classing::Quantiles, &catalog);
        let drawing = svg(&picture);
        // Every element closes, every text is text.
        let mut reader = quick_xml::Reader::from_str(&drawing);
        let mut words = String::new();
        let mut paths = 0;
        loop {
            match reader.read_event().unwrap() {
                quick_xml::events::Event::Eof => break,
                quick_xml::events::Event::Text(text) => {
                    words.push_str(&text);
                    words.push('\n');
                }
                quick_xml::events::Event::Start(start) => {
                    paths += usize::from(start.name().as_ref() == "path");
                }
                _ => {}
            }
        }
        assert_eq!(paths, 8);
        let picture_words = [picture.title(), picture.subtitle()];
        for said in picture_words.iter().map(String::as_str).chain([
            "VALMONT (FICTIF)",
            "BMO_2025_territoire_fictif.xlsx",
            "2025",
            "France Travail",
        ]) {
            assert!(words.contains(said), "{language}: {said}");
        }
        let shading = picture.shading();
        for (_, line) in picture.legend(&shading) {
            assert!(words.contains(&line), "{line}");
        }
        for key in ["map-", "frame-", "level-", "indicator-"] {
            assert!(!words.contains(key), "{language}: a key without words: {key}");
        }
        // No share is written as a bare number, and the French has a comma or none.
        assert!(words.contains(if language == Language::French { "\u{202f}%" } else { "%" }));
    }
}

#[test]
fn the_same_picture_as_points() {
    let made = sample_map("projects");
    let catalog = Catalog::new(Language::French).unwrap();
    let drawing = svg(&picture(&made, &Classing::Fixed(vec![100.0, 1_000.0]), &catalog));
    let bytes = png(&drawing, CENTIMETRES).unwrap();
    assert_eq!(&bytes[1..4], b"PNG");
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    assert_eq!(side(16), 2_362);
    assert!(side(20) > 1_000, "{}", side(20));
    assert!(png("<svg", CENTIMETRES).is_err());
}

/// Legend and shapes count the same territories, and each class holds what it says.
#[test]
fn the_legend_counts_every_territory() {
    let made = sample_map("difficult-share");
    let catalog = Catalog::new(Language::French).unwrap();
    for classing in [Classing::Quantiles, Classing::Fixed(vec![0.4, 0.5, 0.6, 0.7])] {
        let picture = picture(&made, &classing, &catalog);
        let shading = picture.shading();
        let counted: usize = shading.classes.iter().map(|class| class.count).sum();
        assert_eq!(counted + shading.masked + shading.without, made.0.shapes.len());
        for (shade, figure) in shading.shades.iter().zip(&shading.figures) {
            let Shade::Class(class) = shade else { continue };
            let value = figure.unwrap().point().unwrap();
            let class = shading.classes[*class];
            assert!(class.low.is_none_or(|low| low <= value), "{class:?} {value}");
            assert!(class.high.is_none_or(|high| value <= high), "{class:?} {value}");
        }
    }
}

#[test]
fn the_map_and_its_table_are_linked() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "3  Diagnostic");
    click(&mut harness, "Carte");
    assert!(shows(&harness, "Part des projets jugés difficiles"));
    assert!(shows(&harness, "territoires avec une valeur"), "the summary for screen readers");
    assert!(shows(&harness, "Source"));
    // A row of the table chooses the territory, as a click on the map does.
    harness.get_by_label_contains("BELLERIVE (FICTIF)\u{a0}:").click();
    settle(&mut harness);
    let chosen = "BELLERIVE (FICTIF) (be:9602)";
    assert!(harness.query_all_by_value(chosen).next().is_some(), "the territory of the window");
    harness.run();
}
