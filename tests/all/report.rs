//! The document of the sample territory, and the files made of it.

use bassin::analysis::{Request, Results, analyse};
use bassin::i18n::Catalog;
use bassin::inquiry::{Asked, inquiry};
use bassin::matching::label::dictionary::Dictionary;
use bassin::model::{Groups, Language};
use bassin::project::{Project, Weighting};
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::build::{Comparison, Context, document, survey as screen};
use bassin::report::document::{Cell, Document, Line, Shown, Table};
use bassin::report::provenance::{Asked as Number, of};
use bassin::report::survey::Inquiry;
use bassin::report::{csv, xlsx};
use bassin::sample;
use calamine::{Data, Reader as _};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub struct Fixture {
    pub reference: Reference,
    pub parameters: Parameters,
    pub results: Results,
    pub inquiry: Option<Inquiry>,
}

impl Fixture {
    pub fn new() -> Self {
        Self::of(&|_| true)
    }

    /// Of the files of the sample whose names are wanted.
    pub fn of(wanted: &dyn Fn(&str) -> bool) -> Self {
        let reference = Reference::embedded().unwrap();
        let parameters = Parameters::embedded().unwrap();
        let inputs: Vec<_> = sample::FILES
            .iter()
            .filter(|(name, _)| wanted(name))
            .flat_map(|(name, bytes)| read(name, bytes, &reference, Control::none()).unwrap())
            .map(Arc::new)
            .collect();
        let territory = sample::TERRITORY.parse().unwrap();
        let request = Request { territory, year: None, as_of: "2026-11-24".parse().unwrap() };
        let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
        let (labels, log) = (Dictionary::default(), Project::default().log());
        let asked = Asked {
            territory,
            version: results.fap_version,
            labels: &labels,
            weighting: Weighting::default(),
            groups: &Groups::new(),
            log: &log,
        };
        let inquiry = inquiry(&inputs, &reference, &parameters, &asked);
        assert!(inquiry.as_ref().is_some_and(|inquiry| inquiry.published.is_some()));
        Self { reference, parameters, results, inquiry }
    }

    pub fn context<'a>(&'a self, catalog: &'a Catalog) -> Context<'a> {
        Context {
            results: &self.results,
            catalog,
            reference: &self.reference,
            parameters: &self.parameters,
            comparison: Comparison::default(),
            inquiry: self.inquiry.as_ref(),
            perceived: None,
            actions: None,
        }
    }

    fn document(&self, catalog: &Catalog) -> Document {
        document(&self.context(catalog))
    }
}

/// « The surest first », as the table says: groups in their order, the probability inside them.
#[test]
fn the_diagnosis_is_in_the_order_that_it_says() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let document = fixture.document(&catalog);
    let rows = &document.table("diagnostic").unwrap().rows;
    let order: Vec<(u8, f64, f64)> = rows
        .iter()
        .map(|row| {
            let found =
                fixture.results.occupations.iter().find(|one| Some(one.code) == row.occupation);
            let one = found.unwrap();
            let pressure = &one.pressure;
            let group = match (pressure.evidence(), pressure.presumed(), pressure.status.id()) {
                (true, ..) => 0,
                (_, true, _) => 1,
                (.., "to-check") => 2,
                _ => 3,
            };
            let posterior = pressure.posterior.unwrap();
            let volume = one.benchmarks.territory.projects.value * posterior.mean;
            (group, -posterior.probability, -volume)
        })
        .collect();
    assert!(order.is_sorted(), "{order:?}");
    // Each group is there, and in one of them a smaller volume goes before a larger one.
    assert_eq!(order.iter().map(|one| one.0).collect::<BTreeSet<_>>(), [0, 1, 2, 3].into());
    assert!(order.windows(2).any(|two| two[0].0 == two[1].0 && two[0].2 > two[1].2));
}

/// A figure is said to come from the files that it is made of, not from the BMO beside them.
#[test]
fn figures_of_the_survey_come_from_its_files() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let document = fixture.document(&catalog);
    let mut told = 0;
    for id in ["besoins", "questions", "couverture"] {
        let rows = document.table(id).unwrap().rows.iter();
        for row in rows {
            let figure = row.cells.iter().find_map(|cell| match cell {
                Cell::Figure { figure, .. } => Some(figure),
                _ => None,
            });
            let Some(figure) = figure else { continue };
            let asked = Number::of(*figure, row.occupation, row.origin);
            let said = of(&context, None, &asked);
            let text = format!("{:?}", said.lines);
            assert!(text.contains("enquete_"), "{id} {}: {text}", figure.indicator());
            assert!(!text.contains("BMO_"), "{id} {}: {text}", figure.indicator());
            told += 1;
        }
    }
    assert!(told > 50, "{told}");
}

/// The share of a family or group a year before is said of that year and of its file.
#[test]
fn a_past_share_comes_from_the_survey_of_its_year() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let mut told = 0;
    for track in &fixture.results.series.tracks {
        let Some(before) = track.readings.iter().rev().nth(1) else { continue };
        let asked = Number::of(context.before(before), None, None);
        let text = format!("{:?}", of(&context, None, &asked).lines);
        assert!(text.contains(", 2024\""), "{text}");
        assert!(text.contains("BMO_2024") && !text.contains("BMO_2025"), "{text}");
        told += 1;
    }
    assert!(told > 5, "{told}");
}

/// Looks like an identifier whose words are missing.
fn is_key(text: &str) -> bool {
    let lower = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.contains('-') && text.chars().all(lower) && text.starts_with(|c: char| c.is_alphabetic())
}

#[test]
fn nothing_in_the_document_lacks_its_words() {
    let fixture = Fixture::new();
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let document = fixture.document(&catalog);
        let mut texts: Vec<String> = vec![document.title.clone(), document.subtitle.clone()];
        for line in &document.cover {
            match line {
                Line::Heading(text) | Line::Text(text) => texts.push(text.clone()),
                Line::Fact { label, text } => texts.extend([label.clone(), text.clone()]),
            }
        }
        for table in &document.tables {
            texts.extend([table.title.clone(), table.about.clone()]);
            texts.extend(table.columns.iter().map(|column| column.title.clone()));
            for row in &table.rows {
                assert_eq!(row.cells.len(), table.columns.len(), "{}", table.id);
                texts.extend(row.cells.iter().filter_map(|cell| match cell {
                    Cell::Text(text) => Some(text.clone()),
                    _ => None,
                }));
            }
        }
        assert!(texts.len() > 1_000);
        for text in texts {
            assert!(!is_key(&text) && !text.contains("{$"), "{language}: {text}");
        }
    }
}

#[test]
fn the_workbook_holds_the_document_in_typed_cells() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let document = fixture.document(&catalog);
    let bytes = xlsx::workbook(&document, &catalog).unwrap();
    assert_eq!(bytes, xlsx::workbook(&document, &catalog).unwrap(), "same results, same bytes");
    let mut book: calamine::Xlsx<_> =
        calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let sheets = book.sheet_names();
    let first = ["Lisez-moi", "Sommaire", "Graphiques"];
    assert_eq!(sheets[..3], first, "a read-me, contents, charts, then one sheet per table");
    assert_eq!(sheets.len(), document.tables.len() + 3);
    for table in &document.tables {
        let sheet = &table.title;
        assert!(book.worksheet_formula(sheet).unwrap().is_empty(), "{sheet} has a formula");
        let range = book.worksheet_range(sheet).unwrap();
        let columns: Vec<usize> = (0..table.columns.len())
            .filter(|index| table.columns[*index].shown != Shown::Screen)
            .collect();
        let titles: Vec<String> =
            columns.iter().map(|index| table.columns[*index].title.clone()).collect();
        let header = range
            .rows()
            .position(|row| row.iter().zip(&titles).all(|(cell, title)| *cell == title.as_str()))
            .unwrap_or_else(|| panic!("{sheet}: no header row"));
        for (row, found) in table.rows.iter().zip(range.rows().skip(header + 1)) {
            for (place, index) in columns.iter().enumerate() {
                match (&row.cells[*index], &found[place]) {
                    (Cell::Blank, Data::Empty) | (Cell::Date(_), Data::DateTime(_)) => {}
                    (Cell::Text(text), Data::String(shown)) => {
                        assert_eq!(text.trim_start_matches('\''), shown.trim_start_matches('\''));
                    }
                    (cell, Data::Float(value)) => assert_eq!(cell.number(), Some(*value)),
                    // A figure without a value is blank or a word, never a zero.
                    (cell, Data::Empty | Data::String(_)) => assert_eq!(cell.number(), None),
                    (cell, other) => panic!("{sheet}: {cell:?} became {other:?}"),
                }
            }
        }
    }
}

#[test]
fn the_text_tables_hold_the_same_rows() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    for table in &fixture.document(&catalog).tables {
        let bytes = csv::table(table, &catalog, csv::Marks::OfLanguage).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let text = text.strip_prefix('\u{feff}').expect("Excel needs the mark");
        let mut reader = csv_reader(text);
        let width = reader.headers().unwrap().len();
        let rows: Vec<_> = reader.records().map(|record| record.unwrap()).collect();
        assert_eq!(rows.len(), table.rows.len(), "{}", table.id);
        for field in rows.iter().flatten() {
            assert!(!field.starts_with(['=', '+', '@', '\t']), "{}: {field}", table.id);
        }
        assert!(rows.iter().all(|record| record.len() == width));
    }
}

/// A folder of tables is of one language: each file is named after its table, as the read-me says.
#[test]
fn files_of_tables_are_named_in_one_language() {
    let fixture = Fixture::new();
    let [french, english] = [Language::French, Language::English].map(|language| {
        let catalog = Catalog::new(language).unwrap();
        let document = fixture.document(&catalog);
        let names: Vec<String> = document.tables.iter().map(csv::file_name).collect();
        let distinct: BTreeSet<&String> = names.iter().collect();
        assert_eq!(distinct.len(), names.len(), "{names:?}");
        let read_me = String::from_utf8(csv::read_me(&document, &catalog).1).unwrap();
        for name in &names {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            assert!(name.strip_suffix(".csv").unwrap().chars().all(plain), "{name}");
            assert!(read_me.contains(&format!("\n{name} — ")), "{name} is not in the read-me");
        }
        let titles: Vec<String> = document.tables.iter().map(|one| one.title.clone()).collect();
        names.into_iter().zip(titles).collect::<Vec<_>>()
    });
    for ((name, title), (other, other_title)) in french.iter().zip(&english) {
        assert_eq!(name == other, title == other_title, "{name} {other}");
    }
    assert!(french.iter().any(|(name, _)| name == "groupes_de_metiers.csv"));
    assert!(english.iter().any(|(name, _)| name == "groups_of_occupations.csv"));
}

fn csv_reader(text: &str) -> ::csv::Reader<&[u8]> {
    ::csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes())
}

/// The sheets of the survey hold the figures of its screen.
#[test]
fn the_sheets_of_the_survey_are_its_screen() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let document = fixture.document(&catalog);
    let inquiry = fixture.inquiry.as_ref().unwrap();
    let published = inquiry.published.as_ref().unwrap();
    let rules = bassin::report::build::rules(&fixture.parameters);
    let territory = inquiry.territory;
    let context =
        screen::SurveyContext { survey: &inquiry.survey, catalog: &catalog, territory, rules };
    let label = |fap| fixture.reference.fap_label(fap).unwrap_or_default().to_owned();
    let figures = |table: &Table| {
        let mut found: Vec<String> = table
            .rows
            .iter()
            .flat_map(|row| table.columns.iter().zip(&row.cells))
            // Shares drawn towards all occupations are in files alone.
            .filter(|(column, _)| !column.id.starts_with("need-drawn"))
            .filter_map(|(_, cell)| match cell {
                Cell::Figure { figure, .. } if figure.indicator().starts_with("need-") => {
                    let told = figure.hidden().is_some() || figure.n() > Some(0);
                    told.then(|| format!("{figure:?}"))
                }
                _ => None,
            })
            .collect();
        found.sort();
        found.dedup();
        found
    };
    let screen_of_needs = figures(&screen::needs(&context, published, &label));
    let sheet = document.table("besoins").unwrap();
    assert!(screen_of_needs.len() > 100);
    assert_eq!(figures(sheet), screen_of_needs);
    let questions = screen::questions(&context, &published.questions);
    assert_eq!(document.table("questions"), Some(&questions));
    let lines: Vec<(String, String)> = document
        .table("poids")
        .unwrap()
        .rows
        .iter()
        .map(|row| (row.cells[0].shown(&catalog), row.cells[1].shown(&catalog)))
        .collect();
    let told = screen::weights(&context).into_iter().map(|one| (one.label, one.text));
    // The screen says beside its figures what hangs on few respondents.
    let dominated = catalog.text("weights-dominated");
    let lines: Vec<_> = lines.into_iter().filter(|(label, _)| *label != dominated).collect();
    assert_eq!(lines, told.collect::<Vec<_>>());
    // The margins add up to the total, sector by sector and size by size.
    let coverage = document.table("couverture").unwrap();
    let asked = coverage.column("asked").unwrap();
    let counts: Vec<f64> =
        coverage.rows.iter().map(|row| row.cells[asked].number().unwrap()).collect();
    let placed = counts[0] - f64::from(inquiry.survey.board.unplaced);
    assert!((counts[1..].iter().sum::<f64>() - 2.0 * placed).abs() < 1e-9, "{counts:?}");
    let hidden: u32 = bassin::report::masked::reasons(&document).values().sum();
    assert!(hidden > 0 && cover_tells(&document, hidden));
}

fn cover_tells(document: &Document, hidden: u32) -> bool {
    let told = |line: &Line| matches!(line, Line::Text(text) if text.contains(&format!(" {hidden} chiffres")));
    document.cover.iter().any(told)
}

/// The parts of a workbook, by name.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    use std::io::Read as _;
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let all = 0..archive.len();
    all.map(|index| {
        let mut part = archive.by_index(index).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    })
    .collect()
}

/// The values of an attribute wherever it stands in elements of a name.
fn attributes<'a>(text: &'a str, element: &str, name: &str) -> Vec<&'a str> {
    let (open, named) = (format!("<{element} "), format!(" {name}=\""));
    let found = text.split(&open).skip(1).filter_map(|rest| {
        let inside = rest.split('>').next()?;
        let at = format!(" {inside}").find(&named)? + named.len() - 1;
        inside.get(at..)?.split('"').next()
    });
    found.collect()
}

/// One page across, in letters that are read; the columns left for the screen are told, and never
/// part a figure from its bounds.
#[test]
fn the_workbook_is_printed_on_pages_that_are_read() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let document = fixture.document(&catalog);
    let parts = parts(&xlsx::workbook(&document, &catalog).unwrap());
    // By place of the sheet: they are sorted by its name.
    let order: Vec<&str> = attributes(&parts["xl/workbook.xml"], "sheet", "name");
    let areas: BTreeMap<usize, &str> = parts["xl/workbook.xml"]
        .split("<definedName name=\"_xlnm.Print_Area\" localSheetId=\"")
        .skip(1)
        .map(|rest| {
            let place = rest.split('"').next().unwrap().parse().unwrap();
            (place, rest.split("$A$1:$").nth(1).unwrap().split('$').next().unwrap())
        })
        .collect();
    assert_eq!(areas.len(), document.tables.len());
    let mut left = 0;
    for table in &document.tables {
        let place = order.iter().position(|name| *name == table.title).unwrap();
        let sheet = &parts[&format!("xl/worksheets/sheet{}.xml", place + 1)];
        let of = |element: &str, name: &str| attributes(sheet, element, name);
        assert_eq!(of("pageSetup", "orientation"), ["landscape"], "{}", table.id);
        assert_eq!(of("pageSetup", "fitToWidth"), Vec::<&str>::new(), "one, unless it is said");
        assert_eq!(of("pageMargins", "left"), ["0.4"]);
        let widths: Vec<f64> = of("col", "min")
            .iter()
            .zip(of("col", "max"))
            .zip(of("col", "width"))
            .flat_map(|((from, to), width)| {
                let count = to.parse::<usize>().unwrap() - from.parse::<usize>().unwrap() + 1;
                vec![width.parse::<f64>().unwrap(); count]
            })
            .collect();
        // Letters of the column, to a number.
        let printed = areas[&place].bytes().fold(0, |n, b| n * 26 + usize::from(b - b'A') + 1);
        let across: f64 = widths.iter().take(printed).sum();
        assert!(across <= 320.0 + 20.0, "{}: {across}", table.id);
        let filed: Vec<_> =
            table.columns.iter().filter(|column| column.shown != Shown::Screen).collect();
        let footer = sheet.split("<oddFooter>").nth(1).unwrap().split('<').next().unwrap();
        assert!(footer.len() < 255);
        if printed > filed.len() {
            assert!(!footer.contains("la suite à l’écran"), "{}", table.id);
            continue;
        }
        left += 1;
        assert!(
            footer.contains(&format!("colonnes 1 à {printed} sur {}", filed.len())),
            "{footer}"
        );
        let next = filed[printed].id;
        assert!(!next.ends_with("-low") && !next.ends_with("-high"), "{}: {next}", table.id);
    }
    assert!(left > 2, "{left}");
}
