//! Charts for print: nothing but cells of the document, in words that cover nothing.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

mod made;
pub mod picture;

use bassin::analysis::balanced::{Balanced, LetOut};
use bassin::analysis::planning::{candidates, plan};
use bassin::analysis::verdicts::verdicts;
use bassin::analysis::{Request, Stage};
use bassin::i18n::Catalog;
use bassin::model::planning::{Planning, Supposed};
use bassin::model::{Fap, Language};
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::build;
use bassin::report::build::planned::Planned;
use bassin::report::chart::{
    CENTIMETRES, Drawn, Intervals, Item, Kind, Nothing, Sheet, Spot, intervals, ready,
};
use bassin::report::citation::{Mark, places};
use bassin::report::document::{Cell, Document};
use bassin::report::drawing::png;
use bassin::report::paper::Look;
use bassin::report::paper::cite::Citing;
use bassin::sample;
use made::{CODES, document};
use picture::{numbers, seen};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The document of the sample territory, with its plan.
fn of_sample(catalog: &Catalog) -> Document {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let mut inputs = Vec::new();
    for (name, bytes) in sample::FILES {
        let tables = read(name, bytes, &reference, Control::none()).unwrap();
        inputs.extend(tables.into_iter().map(Arc::new));
    }
    let request = Request {
        territory: "be:9601".parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let stage = Stage::new(&inputs, &reference, &parameters, &request).unwrap();
    let results = stage.results(&parameters);
    let (out, nothing) = (LetOut::default(), Supposed::default());
    let results = Balanced::new(results, &out, &nothing, &parameters);
    let verdicts = verdicts(&results, &parameters);
    let planning = Planning::default();
    let proposals = candidates(&results, &verdicts, &parameters, &planning);
    let plan = plan(proposals, &planning, &parameters, &results);
    let context = build::Context {
        results: &results,
        catalog,
        reference: &reference,
        parameters: &parameters,
        comparison: build::Comparison::default(),
        inquiry: None,
        perceived: None,
        actions: None,
    };
    let planned = Planned { context, verdicts: &verdicts, unfed: &[], plan: &plan };
    build::store::store(&planned)
}

fn drawn(kind: Kind, citing: Citing<'_>, codes: &[&str]) -> Result<Drawn, Nothing> {
    let codes: Vec<Fap> = codes.iter().map(|code| code.parse().unwrap()).collect();
    ready(kind, citing, &Look::default(), &codes)
}

/// What stands for every picture: laid out, dated, sourced, told, and made of cells alone.
fn is_sound(drawn: &Drawn, citing: Citing<'_>) {
    let Citing { document, catalog } = citing;
    let picture = seen(&drawn.svg);
    picture.is_laid_out();
    assert!((drawn.ratio - picture.size[0] / picture.size[1]).abs() < 0.01);
    assert_eq!(picture.title, drawn.title);
    assert_eq!(picture.description, drawn.alt);
    assert!(drawn.alt.contains(&drawn.title) && drawn.alt.contains(&document.subtitle));
    let words = picture.words();
    let of = |class: &str| -> Vec<&str> {
        let texts = picture.texts.iter().filter(|text| text.class == class);
        texts.map(|text| text.words.as_str()).collect()
    };
    assert_eq!(of("title").join(" "), drawn.title);
    assert_eq!(of("place").join(" "), document.subtitle);
    assert!(!of("subtitle").is_empty());
    let date = bassin::format::date(document.as_of, catalog.language());
    assert!(words.contains(&date), "{words}");
    assert!(words.contains("Source"), "{words}");
    // Every figure in it is a cell, and reads as the cell does.
    assert!(!drawn.data.is_empty());
    for datum in &drawn.data {
        let found = places(document, Mark::Figure(datum.id));
        let cells: Vec<&Cell> =
            found.iter().map(|place| &place.table.rows[place.row].cells[place.column]).collect();
        let [cell] = cells.as_slice() else { panic!("{}", datum.id) };
        let shown = cell.shown(catalog);
        assert!(shown == datum.shown || shown.is_empty(), "{shown} {datum:?}");
    }
    let by_name: BTreeMap<String, &str> =
        drawn.data.iter().map(|datum| (datum.id.to_string(), datum.said())).collect();
    for text in &picture.texts {
        let Some(said) = text.figure.as_ref().map(|figure| by_name[figure]) else { continue };
        // One line of it, or the whole with what it is.
        let is_said = said.contains(text.words.trim()) || text.words.contains(said);
        assert!(is_said || text.class != "figure", "{text:?} {said}");
    }
    // No other number is in it than those of figures, of names, of years and of axes.
    let mut known: Vec<String> =
        drawn.data.iter().flat_map(|datum| numbers(datum.said())).collect();
    known.extend(numbers(&date));
    for table in &document.tables {
        for row in &table.rows {
            let texts = row.cells.iter().filter(|cell| matches!(cell, Cell::Text(_)));
            known.extend(texts.flat_map(|cell| numbers(&cell.shown(catalog))));
        }
    }
    known.extend(numbers(&drawn.title));
    known.extend(numbers(&document.subtitle));
    for text in &picture.texts {
        let free = ["scale", "number", "mark", "subtitle", "legend", "note", "head"];
        if free.contains(&text.class.as_str()) {
            continue;
        }
        for number in numbers(&text.words) {
            assert!(known.contains(&number), "{number} of {text:?} is no figure {:?}", drawn.title);
        }
    }
}

fn every_chart(document: &Document, catalog: &Catalog, code: &str) -> Vec<Drawn> {
    let citing = Citing { document, catalog };
    let mut all = Vec::new();
    for kind in Kind::ALL {
        if !kind.is_of_occupation() {
            all.push(drawn(kind, citing, &[]));
        }
        all.push(drawn(kind, citing, &[code]));
    }
    all.into_iter().filter(|made| *made != Err(Nothing::NoFigure)).map(Result::unwrap).collect()
}

#[test]
fn every_chart_of_the_sample_is_sound() {
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let document = of_sample(&catalog);
        let all = every_chart(&document, &catalog, "fap2021:V0X60");
        assert_eq!(all.len(), 10, "one of them is not drawn");
        for drawn in all {
            is_sound(&drawn, Citing { document: &document, catalog: &catalog });
        }
    }
}

#[test]
fn every_chart_of_hard_cases_is_sound() {
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let document = document(&catalog);
        let citing = Citing { document: &document, catalog: &catalog };
        let all = every_chart(&document, &catalog, CODES[0]);
        // No families over years: the series are of occupations alone.
        assert_eq!(all.len(), 9);
        for drawn in all {
            is_sound(&drawn, citing);
        }
        is_sound(&drawn(Kind::Trend, citing, &CODES[..3]).unwrap(), citing);
    }
}

/// A row without figure has the shapes of its rule alone, and says why.
#[test]
fn what_is_hidden_is_words() {
    let catalog = Catalog::new(Language::French).unwrap();
    let document = document(&catalog);
    let citing = Citing { document: &document, catalog: &catalog };
    let look = Look::default();
    let sheet = Sheet {
        citing,
        look: &look,
        title: "Titre".into(),
        subtitle: "Part".into(),
        notes: Vec::new(),
        indicators: &[],
    };
    let shapes = |places: &[usize]| {
        let items: Vec<Item<'_>> = places
            .iter()
            .map(|place| {
                let spot = Spot::new("diagnostic", &CODES[*place][8..], "posterior-shown");
                Item::new(spot, format!("Métier {place}"))
            })
            .collect();
        let asked = Intervals { items: &items, heads: Default::default(), line: None };
        let drawn = intervals(&sheet, &asked).unwrap();
        (seen(&drawn.svg), drawn)
    };
    let (one, _) = shapes(&[0]);
    // Bar and mark of the first; the rule below each row.
    for place in [4, 5, 6] {
        let (two, drawn) = shapes(&[0, place]);
        assert_eq!(two.shapes, one.shapes + 1, "{place}");
        let words = drawn.data.last().unwrap().said().to_owned();
        assert!(two.words().contains(&words), "{words}");
        assert!(drawn.alt.contains(&words), "{words}");
    }
    let (two, _) = shapes(&[0, 7]);
    assert_eq!(two.shapes, one.shapes + 1 + 2, "one that is shown has its bar and its mark");
    for kind in [Kind::Intervals, Kind::Quadrant, Kind::Columns] {
        let svg = self::drawn(kind, citing, &[]).unwrap().svg;
        let picture = seen(&svg);
        for text in [picture.words(), picture.title, picture.description] {
            assert!(
                !text.contains("99") && !text.contains("0,98"),
                "{kind:?} tells what is hidden"
            );
        }
    }
}

#[test]
fn nothing_is_joined_over_a_break() {
    let catalog = Catalog::new(Language::French).unwrap();
    let document = document(&catalog);
    let citing = Citing { document: &document, catalog: &catalog };
    let drawn = drawn(Kind::Trend, citing, &[CODES[0]]).unwrap();
    // Lines of the series alone are as wide as this.
    let lines: Vec<&str> = drawn
        .svg
        .split("<path ")
        .filter(|path| path.contains(r#"stroke-width="1.8""#))
        .filter_map(|path| path.split('"').nth(1))
        .collect();
    // 2020–2021, then 2022 is masked and 2023 stands alone, then 2024–2025.
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert!(lines.iter().all(|line| line.matches('L').count() == 1), "{lines:?}");
    assert!(drawn.svg.contains("FAP 2009 | FAP 2021"));
    assert!(drawn.alt.contains("FAP 2009") && drawn.alt.contains("masqué"), "{}", drawn.alt);
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let catalog = Catalog::new(Language::French).unwrap();
    let document = document(&catalog);
    let citing = Citing { document: &document, catalog: &catalog };
    let check = |kind, codes: &[&str], expect: Nothing| {
        assert_eq!(drawn(kind, citing, codes), Err(expect));
    };
    check(Kind::Causes, &[], Nothing::NoOccupation);
    check(Kind::Balance, &[], Nothing::NoOccupation);
    let absent = "fap2021:B1X31";
    check(Kind::Trend, &[absent], Nothing::Absent(absent.parse().unwrap()));
    check(Kind::Causes, &[CODES[1]], Nothing::NoFigure);
    check(Kind::Trend, &[CODES[6]], Nothing::NoFigure);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let catalog = Catalog::new(Language::French).unwrap();
    let (first, second) = (of_sample(&catalog), of_sample(&catalog));
    let of = |document: &Document| every_chart(document, &catalog, "fap2021:V0X60");
    assert_eq!(of(&first), of(&second));
    let drawn = &of(&first)[0];
    let points = || png(&drawn.svg, CENTIMETRES).unwrap();
    let (one, two) = (points(), points());
    assert!(one == two && one.starts_with(b"\x89PNG"));
    // 17 centimetres at 300 points an inch.
    assert_eq!(u32::from_be_bytes(one[16..20].try_into().unwrap()), 2_008);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]
    /// Whatever names and values, no text covers another.
    #[test]
    fn names_cover_nothing(
        rows in proptest::collection::vec(
            ("[A-Za-zéèœ’& -]{1,120}", 0.0..1.0_f64, 1.0..3_000.0_f64, 0..4_u8),
            1..40,
        ),
    ) {
        let catalog = Catalog::new(Language::French).unwrap();
        let mut document = document(&catalog);
        let table = &mut document.tables[0];
        let template = table.rows[0].clone();
        table.rows = rows
            .iter()
            .enumerate()
            .map(|(place, (name, share, projects, grade))| {
                let mut row = template.clone();
                let grade = if *grade == 0 { bassin::model::Grade::C } else { bassin::model::Grade::A };
                row.key = place.to_string();
                row.occupation = None;
                row.cells[0] = Cell::text(name.trim());
                let bounds = made::around(*share, share * 0.8, share + (1.0 - share) * 0.3);
                row.cells[2] = made::whole(made::projects(bassin::model::Value::Exact(projects.round())));
                row.cells[3] = made::whole(made::share(bounds, grade));
                row
            })
            .collect();
        let citing = Citing { document: &document, catalog: &catalog };
        for kind in [Kind::Intervals, Kind::Quadrant] {
            seen(&drawn(kind, citing, &[]).unwrap().svg).is_laid_out();
        }
    }
}
