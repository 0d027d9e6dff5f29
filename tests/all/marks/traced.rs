//! Every number of a document is found by its short name, with what it stands on.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::whole::{WHOLE, Whole};
use bassin::i18n::Catalog;
use bassin::indicators::ALL;
use bassin::model::Language;
use bassin::report::build::actions::id as actions;
use bassin::report::citation::{Index, Mark, Place, RowMark};
use bassin::report::document::{Cell, Document, Form, Table};
use bassin::report::provenance::{Asked, Extent, is_told, of};
use bassin::report::trace::{Traced, trace, trace_in};
use std::collections::{BTreeMap, BTreeSet};

fn all(whole: &Whole, catalog: &Catalog, document: &Document) -> Vec<(&'static str, Traced)> {
    let context = whole.context(catalog);
    let index = Index::new(document);
    let mut found = Vec::new();
    for table in &document.tables {
        for row in &table.rows {
            let mark = Mark::Row(RowMark::of(table.id, &row.key));
            let traced = trace_in(&context, Some(&whole.plan), &index, mark);
            found.extend(traced.into_iter().map(|one| (table.id, one)));
        }
    }
    found
}

fn numbers(table: &Table) -> usize {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let number = |cell: &&Cell| {
        matches!(cell, Cell::Figure { .. } | Cell::Whole(_) | Cell::Said { .. })
            || matches!(cell, Cell::Amount { form, .. } if *form != Form::Year)
            || matches!(cell, Cell::Causes(causes) if !causes.is_empty())
    };
    cells.filter(number).count()
}

#[test]
fn every_number_is_traced() {
    let whole = &*WHOLE;
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let document = whole.document(&catalog);
        let mut traced: BTreeMap<&str, Vec<Traced>> = BTreeMap::new();
        for (table, one) in all(whole, &catalog, &document) {
            traced.entry(table).or_default().push(one);
        }
        for table in &document.tables {
            let found = traced.remove(table.id).unwrap_or_default();
            assert_eq!(found.len(), numbers(table), "{}", table.id);
            for one in found {
                complete(&one, table, &catalog);
            }
        }
    }
}

/// What is answered of a number, whatever it is.
fn complete(one: &Traced, table: &Table, catalog: &Catalog) {
    let place = format!("{} {}/{}", table.id, one.row.0, one.column.0);
    let row = table.rows.iter().find(|row| row.key == one.row.0).unwrap();
    let cell = &row.cells[table.column(one.column.0).unwrap()];
    assert_eq!(one.cell.as_ref(), Some(cell), "{place}");
    let told = &one.provenance;
    // A part of a figure is told with the whole of it.
    match cell {
        Cell::Figure { figure, .. } if figure.hidden().is_none() => {
            assert_eq!(told.value, bassin::report::document::whole(figure, catalog), "{place}");
        }
        _ => assert_eq!(told.value, cell.shown(catalog), "{place}"),
    }
    assert!(!told.title.is_empty() && !one.row.1.is_empty(), "{place}");
    assert!(told.definition.len() > 10 && !told.definition.starts_with("number-"), "{place}");
    let unknown = match cell {
        Cell::Figure { figure, .. } => figure.bounds().is_none() && figure.hidden().is_none(),
        Cell::Said { order, .. } => order.is_none(),
        _ => false,
    };
    let kept = catalog.text("provenance-company-file");
    let entered = catalog.text("provenance-plan");
    let says = |text: &str| told.lines.iter().any(|(_, said)| said == text);
    let stands = !told.files.is_empty()
        || !told.parameters.is_empty()
        // What the user gave, of which no file says anything.
        || one.row.0.contains("given-")
        || (table.id == "entreprise" && says(&kept))
        || (actions::ALL.contains(&table.id) && says(&entered));
    assert!(stands || unknown, "{place}: {told:?}");
    for file in &told.files {
        assert_eq!(file.fingerprint.len(), 64, "{place}");
        assert!(file.count.adds_up() && file.count.read > 0, "{place}: {file:?}");
        assert_eq!(file.extent == Extent::Rows, !file.rows.is_empty(), "{place}: {file:?}");
    }
    if told.of_respondents {
        assert!(told.secrecy.len() == 1 || told.secrecy.len() == 2, "{place}");
        assert!(told.secrecy.iter().any(|rule| rule.contains("11")), "{place}: {told:?}");
    }
    // No key of the catalogs without its words, and no figure without its own name.
    let id = one.id.to_string();
    assert!(told.lines.iter().any(|(_, text)| *text == id), "{place}");
    for (label, text) in &told.lines {
        let keys = ["provenance-", "number-", "parameter-", "indicator-", "column-"];
        for key in keys {
            assert!(!label.starts_with(key) && !text.starts_with(key), "{place}: {label} {text}");
        }
    }
}

/// The indicators of the document are those of the registry, with its formula and source.
#[test]
fn an_indicator_is_told_as_the_registry_says() {
    let whole = &*WHOLE;
    let catalog = Catalog::new(Language::French).unwrap();
    let document = whole.document(&catalog);
    let mut seen = BTreeSet::new();
    for (_, one) in all(whole, &catalog, &document) {
        let Some(Cell::Figure { figure, .. }) = &one.cell else { continue };
        let known = ALL.iter().find(|known| known.id == figure.indicator()).unwrap();
        assert_eq!(one.provenance.formula.as_deref(), Some(known.formula));
        assert_eq!(one.provenance.source.as_deref(), Some(known.source));
        seen.insert(known.id);
    }
    assert!(seen.len() > 30, "{seen:?}");
}

/// What a number stands on, where it is known by hand.
#[test]
fn what_numbers_stand_on() {
    let whole = &*WHOLE;
    let catalog = Catalog::new(Language::French).unwrap();
    let document = whole.document(&catalog);
    let traced = |table: &str, key: &str, column: &str| -> Traced {
        let table = document.table(table).unwrap();
        let row = table.rows.iter().position(|row| row.key == key);
        let row = row.unwrap_or_else(|| panic!("{} {key}", table.id));
        let place = Place { table, row, column: table.column(column).unwrap() };
        let mark = Mark::Figure(place.id().unwrap());
        let found = trace(&whole.context(&catalog), Some(&whole.plan), &document, mark);
        assert_eq!(found.len(), 1, "{mark:?}");
        found.into_iter().next().unwrap()
    };
    let check = |place: (&str, &str, &str), files: &[&str], parameters: &[&str]| {
        let one = traced(place.0, place.1, place.2).provenance;
        let found: Vec<&str> = one.files.iter().map(|file| file.file.as_str()).collect();
        assert_eq!(found, files, "{place:?}");
        for wanted in parameters {
            assert!(one.parameters.iter().any(|used| used.id == *wanted), "{place:?} {wanted}");
        }
    };
    let bmo = "BMO_2025_territoire_fictif.xlsx";
    let answers = [
        "enquete_etablissements_fictif.csv",
        "enquete_metiers_fictif.csv",
        "population_etablissements_fictif.csv",
    ];
    check(("diagnostic", "G0B41", "projects"), &[bmo], &["star_max"]);
    check(("diagnostic", "G0B41", "posterior"), &[bmo, bmo], &["prior_strength"]);
    check(("causes", "G0B41", "cause-training-link"), &["dares_tensions_2023_fictif.csv"], &[]);
    check(("besoins", "all/need-projects", "need-value"), &answers, &["dominance"]);
    check(("couverture", "all", "establishments"), &answers[2..], &[]);
    check(("methode", "parameter/star_max", "formula"), &[], &["star_max"]);
    check(("comparison", "dep:96/G0B41", "benchmark-projects"), &[bmo], &["star_max"]);
    let gap = traced("balances", "G0B41", "gap-3y").provenance;
    for file in [bmo, answers[0], "catalogue_formation_fictif.csv"] {
        assert!(gap.files.iter().any(|one| one.file == file), "{file}: {:?}", gap.files);
    }
    assert!(gap.of_respondents && gap.parameters.iter().any(|one| one.id == "gap_seed"));
    // The rows of the occupation, as its sheet holds them.
    let projects = traced("diagnostic", "G0B41", "projects").provenance;
    let occupation = whole.results.occupations.iter().find(|one| one.code.code() == "G0B41");
    let rows: Vec<u32> = occupation.unwrap().rows.iter().map(|(_, row)| *row).collect();
    assert_eq!(projects.files[0].rows, rows);
    assert!(!projects.of_respondents && projects.questions.is_empty());
    // What was asked, and how answers are weighted.
    let need = traced("besoins", "all/need-projects", "need-value").provenance;
    assert!(need.questions.iter().any(|text| text.contains("projets_12m")), "{need:?}");
    assert!(need.weights.iter().any(|(_, text)| text.contains("graine 1")), "{:?}", need.weights);
    let plain = traced("besoins", "all/need-projects", "unweighted").provenance;
    assert_eq!(plain.weights.len(), 1, "{:?}", plain.weights);
}

/// A number drawn by itself in the window has the name that the document gives it.
#[test]
fn the_window_names_figures_as_the_document_does() {
    let whole = &*WHOLE;
    let catalog = Catalog::new(Language::French).unwrap();
    let context = whole.context(&catalog);
    let document = whole.document(&catalog);
    let index = Index::new(&document);
    let mut named = BTreeSet::new();
    for occupation in &whole.results.occupations {
        let tally = &occupation.benchmarks.territory;
        let figures = [
            context.count("projects", &tally.projects),
            context.count("difficult-projects", &tally.difficult),
            context.count("seasonal-projects", &tally.seasonal),
            context.share(whole.results.territory.territory, tally),
            context.posterior(&occupation.pressure, &tally.projects),
            context.probability(&occupation.pressure, &tally.projects),
            context.rank(occupation),
        ];
        for figure in figures {
            let asked = Asked::of_occupation(&context, figure, occupation.code);
            let asked = asked.cited_in(&document);
            let id = asked.id().unwrap();
            let found = trace_in(&context, None, &index, Mark::Figure(id));
            let Some(Cell::Figure { figure: there, .. }) = &found[0].cell else { panic!("{id}") };
            assert_eq!(*there, figure, "{id}");
            named.insert(figure.indicator());
        }
    }
    assert_eq!(named.len(), 7);
    // The register of the screen has a row for each scope.
    let published = whole.inquiry.as_ref().unwrap().published.as_ref().unwrap();
    let mut told = 0;
    for need in &published.needs {
        for measure in need.measures.iter().filter(|one| one.behind.is_some()) {
            let indicator = measure.wanted.indicator;
            let key = bassin::report::build::survey::scope_key(&need.scope);
            let asked = Asked::of(measure.weighted, None, None);
            let asked = asked.named("besoins", key, indicator).cited_in(&document);
            if need.scope.section().is_none() {
                let id = asked.id().unwrap();
                let found = trace_in(&context, None, &index, Mark::Figure(id));
                let cell = found[0].cell.as_ref().unwrap();
                assert!(matches!(cell, Cell::Figure { figure, .. } if *figure == measure.weighted));
                told += 1;
            }
        }
    }
    assert!(told > 20, "{told}");
    // What no table holds has no name.
    let apart =
        Asked::of(context.count("projects", &whole.results.totals.territory.projects), None, None);
    assert_eq!(apart.cited_in(&document).id(), None);
}

/// Whole numbers of a text, without what parts their digits; codes and fingerprints are none.
fn numbers_of(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let is_between = |at: usize| {
        matches!(letters[at], '\u{a0}' | '\u{202f}')
            && at > 0
            && is_digit(at - 1)
            && is_digit(at + 1)
    };
    let joined: String =
        (0..letters.len()).filter(|at| !is_between(*at)).map(|at| letters[at]).collect();
    joined
        .split(|c: char| !(c.is_alphanumeric() || c == '_'))
        .filter(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit()))
        .map(str::to_owned)
        .collect()
}

/// Numbers that are told of files and of the method.
fn public(one: &Traced) -> Vec<String> {
    let told = &one.provenance;
    let mut all: Vec<String> = Vec::new();
    for file in &told.files {
        let count = &file.count;
        all.extend([count.read, count.kept, count.refused, count.empty].map(|n| n.to_string()));
        all.extend(file.rows.iter().map(ToString::to_string));
        all.extend(numbers_of(&format!("{} {:?} {:?}", file.file, file.sheet, file.period)));
    }
    for used in &told.parameters {
        let value = used.value.to_string().replace('.', ",");
        all.extend(numbers_of(&format!("{} {value} {} {}", used.name, used.since, used.source)));
    }
    all
}

/// What is withheld tells neither value nor answers.
#[test]
fn a_withheld_number_tells_nothing_of_respondents() {
    let whole = &*WHOLE;
    let catalog = Catalog::new(Language::French).unwrap();
    let document = whole.document(&catalog);
    let mut told = 0;
    for (table, one) in all(whole, &catalog, &document) {
        if !one.provenance.of_respondents || table == "balances" {
            continue;
        }
        let before = one.clone();
        let after = one.withheld(&catalog);
        let text = format!("{}\n{:?} {:?}", after.provenance.text(), after.row, after.cell);
        let value = numbers_of(&before.provenance.value);
        let digits: usize = value.iter().map(String::len).sum();
        if digits > 2 {
            // Numbers of rows, of lines and of the method are told whatever it is: one of these may
            // be the same, each as often as it is told and no more.
            let mut found = numbers_of(&text);
            for public in public(&after) {
                if let Some(at) = found.iter().position(|one| *one == public) {
                    found.swap_remove(at);
                }
            }
            if let [value] = value.as_slice() {
                assert!(!found.contains(value), "{table}: {value} in {text}");
            } else {
                assert!(!text.contains(&before.provenance.value), "{table}: {text}");
            }
            told += 1;
        }
        assert!(!after.provenance.files.is_empty());
    }
    assert!(told > 50, "{told}");
}

/// Where a cell is words there is nothing to trace.
#[test]
fn words_are_not_numbers() {
    let check = |cell: Cell, expect: bool| {
        assert_eq!(is_told("diagnostic", "masked", &cell), expect, "{cell:?}");
    };
    check(Cell::Blank, false);
    check(Cell::text("mot"), false);
    check(Cell::Whole(3), true);
    assert!(!is_told("worlds", "label", &Cell::Whole(3)));
    let whole = &*WHOLE;
    let catalog = Catalog::new(Language::French).unwrap();
    let document = whole.document(&catalog);
    let table = document.table("diagnostic").unwrap();
    let place = Place { table, row: 0, column: table.column("label").unwrap() };
    let context = whole.context(&catalog);
    let mark = Mark::Figure(place.id().unwrap());
    assert!(trace(&context, None, &document, mark).is_empty());
    let asked = Asked::at(Place { table, row: 0, column: table.column("projects").unwrap() });
    let told = of(&context, None, &asked.unwrap());
    assert!(told.text().contains("Identifiant\t"), "{}", told.text());
}
