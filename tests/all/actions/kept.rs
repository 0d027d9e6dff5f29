//! What a decision keeps is what the document shows, and nothing that it hides.

use crate::actions::{day, first_year};
use crate::report::Fixture;
use bassin::actions::follow::{Change, Why, follow};
use bassin::i18n::Catalog;
use bassin::indicators::trend::Trend;
use bassin::model::Language;
use bassin::model::action::decided::WITHHELD;
use bassin::model::action::decided::{FigureKey, FrozenFigure, Spread};
use bassin::model::decimal::Decimal;
use bassin::model::planning::Planning;
use bassin::outputs::Ground;
use bassin::report::build::Context;
use bassin::report::build::frozen::Freezer;
use bassin::report::build::store::store;
use bassin::report::citation::Place;
use bassin::report::document::{Cell, Document};
use bassin::secrecy::{Hidden, Published};

/// The figures of a table under their columns, each with its cell.
fn kept(
    document: &Document,
    freezer: &Freezer<'_>,
    (table, rows): (&str, usize),
) -> Vec<(FrozenFigure, Published)> {
    let table = document.table(table).unwrap();
    let mut all = Vec::new();
    for (row, record) in table.rows.iter().enumerate().take(rows) {
        for (column, cell) in record.cells.iter().enumerate() {
            let frozen = freezer.at(Place { table, row, column });
            match cell {
                Cell::Figure { figure, .. } => all.push((frozen.unwrap(), *figure)),
                Cell::Whole(_) => assert!(frozen.is_some()),
                Cell::Text(text) => {
                    let number = frozen.as_ref().and_then(|one| one.value);
                    assert_eq!(number, None, "words are no figure");
                    // A word is kept as it reads, or it is withheld.
                    if let Some(frozen) = frozen.filter(|one| one.hidden.is_none()) {
                        assert_eq!(frozen.words, *text);
                    }
                }
                Cell::Said { .. } => {}
                _ => assert_eq!(frozen, None, "neither figure nor word"),
            }
        }
    }
    all
}

#[test]
fn a_decision_keeps_what_the_document_shows_and_nothing_of_what_it_hides() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let ground = Ground::new(&context, &Planning::default(), &|| true);
    let context = Context { results: &ground.results, ..context };
    let document = store(&ground.planned(context));
    let freezer = |let_out| Freezer { context, document: &document, plan: None, let_out };
    let mut hidden = 0;
    let mut respondents = 0;
    for table in [("besoins", usize::MAX), ("diagnostic", 2)] {
        let all = kept(&document, &freezer(true), table);
        assert!(all.len() > 40, "{table:?}: {}", all.len());
        for (frozen, shown) in all {
            hidden += u32::from(shown.hidden().is_some());
            respondents += u32::from(frozen.is_of_respondents());
            assert_eq!(frozen.hidden.as_deref(), shown.hidden().map(Hidden::id));
            assert_eq!(frozen.value, shown.point().and_then(Decimal::new), "{frozen:?}");
            assert_eq!(frozen.n, shown.n());
            if shown.hidden().is_some() {
                let bare = (frozen.low, frozen.high, frozen.grade, frozen.spread);
                assert_eq!(bare, (None, None, None, Spread::None), "{frozen:?}");
            }
            if frozen.spread != Spread::None {
                let bounds =
                    shown.bounds().map(|(low, high)| (Decimal::new(low), Decimal::new(high)));
                assert_eq!(bounds, Some((frozen.low, frozen.high)));
            }
        }
        // What has not left the project is told to nobody.
        for (frozen, _) in kept(&document, &freezer(false), table) {
            if frozen.is_of_respondents() {
                assert!(frozen.hidden.is_some(), "{frozen:?}");
                assert_eq!(
                    (frozen.value, frozen.low, frozen.high, frozen.n),
                    (None, None, None, None)
                );
            }
        }
    }
    assert!(hidden > 0 && respondents > 40, "{hidden} {respondents}");
}

#[test]
fn a_figure_that_is_withheld_says_so_of_its_change() {
    let fixture = Fixture::new();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = fixture.context(&catalog);
    let ground = Ground::new(&context, &Planning::default(), &|| true);
    let context = Context { results: &ground.results, ..context };
    let document = store(&ground.planned(context));
    let freezer = |let_out| Freezer { context, document: &document, plan: None, let_out };
    let all = kept(&document, &freezer(true), ("besoins", usize::MAX));
    let (mut then, _) = all.into_iter().find(|(frozen, _)| frozen.hidden.is_none()).unwrap();
    then.year = then.year.map(|year| year - 1);
    let key: FigureKey = then.key.clone();
    let mut decided = freezer(true).decided(std::slice::from_ref(&key), day("2024-06-01"), "");
    decided.figures = vec![then];
    let present = freezer(false).present(std::slice::from_ref(&key));
    assert_eq!(present.figures[&key].hidden.as_deref(), Some(WITHHELD));
    let found = follow(&decided, Some(&present));
    assert_eq!(found[0].change, Change::CannotSay(Why::Withheld));
}

/// Two roads to one answer: kept figures set against those of the next year, and the trends of the
/// document of that year.
#[test]
fn a_change_is_told_as_the_document_tells_its_trend() {
    let catalog = Catalog::new(Language::French).unwrap();
    let key = |row: &str| FigureKey {
        table: "diagnostic".to_owned(),
        row: row.to_owned(),
        column: "posterior".to_owned(),
    };
    let fixture = Fixture::new();
    let context = fixture.context(&catalog);
    let keys: Vec<FigureKey> =
        context.results.occupations.iter().map(|one| key(one.code.code())).collect();
    let decided = first_year(&catalog, &|freezer| freezer.decided(&keys, day("2024-06-01"), ""));
    let document = bassin::report::build::document(&context);
    let freezer = Freezer { context, document: &document, plan: None, let_out: true };
    let present = freezer.present(&keys);
    let mut told = 0;
    for followed in follow(&decided, Some(&present)) {
        let row = &followed.then.key.row;
        let found = context.results.occupations.iter().find(|one| one.code.code() == row);
        let expect = match found.unwrap().change.trend {
            Trend::Up => vec![Change::Up],
            Trend::Down => vec![Change::Down],
            Trend::Stable => vec![Change::WithinNoise, Change::Unchanged],
            _ => vec![Change::WithinNoise, Change::CannotSay(Why::Weak)],
        };
        assert!(expect.contains(&followed.change), "{row}: {:?}", followed.change);
        told += u32::from(followed.change == Change::WithinNoise);
    }
    assert!(told > 20, "{told}");
}
