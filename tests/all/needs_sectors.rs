//! The register of needs by sector of activity.

use crate::leaks::export;
use crate::window::{click, opening, said, settle, window};
use bassin::analysis::employers::needs::Need;
use bassin::i18n::Catalog;
use bassin::model::{Groups, Language, Scope};
use bassin::project::Project;

#[test]
fn sectors_add_up_to_all_and_are_a_table_of_their_own() {
    let respondents: Vec<usize> = (0..21).collect();
    let (found, document) = export(&respondents, &Groups::new(), &Project::default().log());
    let survey = found.survey;
    let needs = survey.weighing.unwrap().needs;
    let sectors: Vec<&Need> = needs.iter().filter(|need| need.scope.is_sector()).collect();
    let letters: Vec<&Scope> = sectors.iter().map(|need| &need.scope).collect();
    // 1051C, 5610A, 8810A.
    let expect = ['C', 'I', 'Q'].map(|letter| Scope::Sector(Some(letter)));
    assert_eq!(letters, expect.each_ref());
    let sum = |need: &Need, place: usize| -> (f64, f64) {
        let made = need.measures[place].contributions.iter();
        made.fold((0.0, 0.0), |(own, weighted), one| (own + one.own, weighted + one.weighted))
    };
    for place in 0..needs[0].measures.len() {
        let (own, weighted) = sum(&needs[0], place);
        let parts: Vec<(f64, f64)> = sectors.iter().map(|need| sum(need, place)).collect();
        assert!(own > 0.0, "{place}");
        assert!((parts.iter().map(|part| part.0).sum::<f64>() - own).abs() < 1e-9 * (1.0 + own));
        assert!(
            (parts.iter().map(|part| part.1).sum::<f64>() - weighted).abs()
                < 1e-9 * (1.0 + weighted)
        );
    }
    // Everyone counts in the sector of its establishment, and in no other.
    for need in &sectors {
        let Scope::Sector(section) = need.scope else { continue };
        assert_eq!(need.having.len(), 21 / 3);
        assert!(need.having.iter().all(|who| survey.list[*who].section == section));
    }
    let catalog = Catalog::new(Language::French).unwrap();
    let table = document.table("besoins_secteurs").unwrap();
    let text = |row: &bassin::report::document::Row, id: &str| {
        row.cells[table.column(id).unwrap()].shown(&catalog)
    };
    let named = table.rows.iter().filter(|row| text(row, "code") == "Q");
    assert!(named.clone().count() >= 8);
    assert!(named.clone().all(|row| text(row, "label").contains("Santé")));
    // The large one makes most of its sector: what it employs is hidden, and another covers it.
    let value = table.column("need-value").unwrap();
    let headcount = catalog.text("need-headcount-all");
    let of_headcount = table.rows.iter().filter(|row| text(row, "need-figure") == headcount);
    let told: Vec<bool> = of_headcount.map(|row| row.cells[value].number().is_some()).collect();
    assert_eq!(told.len(), 4);
    assert!(told.iter().skip(1).any(|told| *told) || !told[0], "{told:?}");
    let occupations = document.table("besoins").unwrap();
    let labels = occupations.column("label").unwrap();
    assert!(
        occupations.rows.iter().all(|row| !row.cells[labels].shown(&catalog).contains("Santé"))
    );
}

#[test]
fn the_window_shows_them() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "2  Enquête");
    click(&mut harness, "Besoins");
    click(&mut harness, "Par secteur");
    let text = said(&harness);
    assert!(text.contains("tous métiers ensemble"), "{text}");
    assert!(text.contains("Santé humaine"), "{text}");
    harness.run();
}
