//! Short names of figures: the same in both languages, once in a document.

mod traced;
pub mod whole;

use bassin::i18n::Catalog;
use bassin::model::Language;
use bassin::report::citation::{FigureId, Index, Mark, Place, RowMark, places};
use bassin::report::document::{Cell, Document};
use bassin::report::paper::cite::{Citing, Fill};
use bassin::report::paper::{Inline, text};
use std::collections::{BTreeMap, BTreeSet};
use whole::{WHOLE, Whole};

fn documents(whole: &Whole) -> [Document; 2] {
    Language::ALL.map(|language| whole.document(&Catalog::new(language).unwrap()))
}

/// Everything that a document may hold is in the one looked at.
#[test]
fn the_document_looked_at_holds_every_table() {
    let whole = &*WHOLE;
    for document in documents(whole) {
        let ids: Vec<&str> = document.tables.iter().map(|table| table.id).collect();
        let expect = [
            "diagnostic",
            "causes",
            "offres_et_demandeurs",
            "couverture",
            "besoins",
            "besoins_secteurs",
            "causes_citees",
            "causes_citees_secteurs",
            "questions",
            "poids",
            "perceptions",
            "formation",
            "programmes",
            "plan",
            "candidates",
            "choice",
            "fiches",
            "dispositifs",
            "levers",
            "balances",
            "verdicts",
            "evolution",
            "series",
            "fiabilite",
            "levels",
            "sectors",
            "merged-offers",
            "sans_bmo",
            "comparison",
            "benchmarks",
            "chiffres",
            "a_savoir",
            "reperes",
            "sources",
            "methode",
            "plan_actions",
            "cadre_plan",
            "actions",
            "acteurs_actions",
            "acteurs",
            "a_regler",
            "jalons",
            "echeances",
            "budget_actions",
            "indicateurs",
            "mesures",
            "suivi",
            "suivi_programmes",
            "chiffres_decision",
            "questions_atelier",
            "restitution",
            "propositions",
            "rapprochements",
            "journal_decisions",
            "bilans_annuels",
            "annees_closes",
            "catalogue",
            "retour",
            "entreprise",
        ];
        // The sample has no supply that feeds nothing, and its survey shows no difficult share.
        assert_eq!(ids, expect);
        for table in &document.tables {
            assert!(!table.rows.is_empty(), "{}", table.id);
            assert!(table.title.chars().count() <= 31, "{}", table.title);
        }
    }
}

/// A key is of what the row is about: neither of the language nor of its neighbours.
#[test]
fn keys_are_the_same_in_both_languages_and_once_in_a_table() {
    let whole = &*WHOLE;
    let [french, english] = documents(whole);
    let mut seen = 0;
    for (one, other) in french.tables.iter().zip(&english.tables) {
        assert_eq!(one.id, other.id);
        let keys = |of: &bassin::report::document::Table| -> Vec<String> {
            of.rows.iter().map(|row| row.key.clone()).collect()
        };
        assert_eq!(keys(one), keys(other), "{}", one.id);
        let mut once = BTreeSet::new();
        for key in keys(one) {
            assert!(!key.is_empty() && !key.contains('#'), "{}: {key}", one.id);
            assert!(once.insert(key.clone()), "{}: {key}", one.id);
            seen += 1;
        }
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn a_column_has_its_own_letters_in_its_table() {
    let whole = &*WHOLE;
    let [document, _] = documents(whole);
    for table in &document.tables {
        let mut known = BTreeMap::new();
        for column in &table.columns {
            let id = FigureId::of(table.id, "", column.id).to_string();
            let letters = id.split_once('-').unwrap().1.to_owned();
            let other = known.insert(letters, column.id);
            assert_eq!(other, None, "{}: {}", table.id, column.id);
        }
    }
}

/// Thirty bits a row: two rows of a thousand share their letters once in two thousand documents;
/// both are answered then.
#[test]
fn a_row_has_its_own_letters_in_the_document() {
    let whole = &*WHOLE;
    let [document, _] = documents(whole);
    let mut known = BTreeMap::new();
    for table in &document.tables {
        for row in &table.rows {
            let mark = RowMark::of(table.id, &row.key);
            let other = known.insert(mark, (table.id, &row.key));
            assert_eq!(other, None, "{mark} {}/{}", table.id, row.key);
        }
    }
}

#[test]
fn every_cell_is_found_by_its_name() {
    let whole = &*WHOLE;
    let [document, _] = documents(whole);
    let index = Index::new(&document);
    for table in &document.tables {
        for (row, record) in table.rows.iter().enumerate() {
            assert_eq!(record.cells.len(), table.columns.len(), "{}/{}", table.id, record.key);
            let mark = RowMark::of(table.id, &record.key);
            let found = index.places(Mark::Row(mark));
            assert_eq!(found.len(), table.columns.len(), "{}/{}", table.id, record.key);
            let column = row % table.columns.len();
            let place = Place { table, row, column };
            let id = place.id().unwrap();
            let found = index.places(Mark::Figure(id));
            let is_place =
                |one: &Place<'_>| (one.table.id, one.row, one.column) == (table.id, row, column);
            assert!(found.len() == 1 && found.iter().all(is_place), "{id}");
        }
    }
    let unknown = "ZZZZZZ".parse().unwrap();
    assert!(places(&document, unknown).is_empty());
}

/// A sentence holds the figures of the tables as they read there.
#[test]
fn a_sentence_cites_the_document() {
    let whole = &*WHOLE;
    for language in Language::ALL {
        let catalog = Catalog::new(language).unwrap();
        let document = whole.document(&catalog);
        let citing = Citing { document: &document, catalog: &catalog };
        let table = document.table("diagnostic").unwrap();
        let key = &table.rows.first().unwrap().key;
        let figure = citing.figure("diagnostic", key, "projects-shown").unwrap();
        let cell = citing.cell("diagnostic", key, "projects-shown").unwrap();
        assert_eq!(figure.shown(), cell.shown(&catalog));
        let Inline::Figure { id, .. } = &figure else { panic!("{figure:?}") };
        assert_eq!(*id, FigureId::of("diagnostic", key, "projects-shown"));
        assert_eq!(id.row, Citing::mark("diagnostic", key));
        let label = citing.figure("diagnostic", key, "label").unwrap();
        assert!(matches!(&label, Inline::Words(words) if !words.is_empty()), "{label:?}");
        for absent in [("nothing", "projects"), ("diagnostic", "nothing")] {
            assert_eq!(citing.figure(absent.0, key, absent.1), None, "{absent:?}");
        }
        assert_eq!(citing.figure("diagnostic", "nothing", "projects"), None);
        // Of a count that chooses the form nothing is shown but what stands for it.
        let said = citing
            .say("secrecy-hidden", &[("count", Fill::Count(3)), ("shown", figure.clone().into())]);
        assert_eq!(said.iter().filter(|one| **one == figure).count(), 1, "{said:?}");
        let shown = cell.shown(&catalog);
        let plain = [("count", 3.into()), ("shown", (&shown).into())];
        assert_eq!(text(&said), catalog.with("secrecy-hidden", &plain));
    }
}

/// What is hidden in the table is hidden in the sentence.
#[test]
fn a_hidden_figure_is_cited_as_its_reason() {
    let whole = &*WHOLE;
    let catalog = Catalog::new(Language::French).unwrap();
    let document = whole.document(&catalog);
    let citing = Citing { document: &document, catalog: &catalog };
    let mut told = 0;
    for table in &document.tables {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let Cell::Figure { figure, .. } = cell else { continue };
                let Some(hidden) = figure.hidden() else { continue };
                let cited = citing.figure(table.id, &row.key, column.id).unwrap();
                assert_eq!(cited.shown(), catalog.text(&format!("hidden-{}", hidden.id())));
                told += 1;
            }
        }
    }
    assert!(told > 20, "{told}");
}
