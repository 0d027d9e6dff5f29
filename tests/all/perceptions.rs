//! What colleges of actors say: a form with a column for each question, mapped in the window, then
//! seen as intervals and as a table; who gave an answer is never told.

use crate::window::{click, opening, said, settle, shows, window};
use bassin::model::{IssueKind, Kind};
use bassin::project::Origin;
use bassin::readers::mapping::{Field, From, Manner, Mapping, Question};
use bassin::readers::{Control, Knowing, ReadTable, read_with};
use bassin::reference::Reference;
use bassin::tables::Table;
use bassin::ui::App;
use egui_kittest::Harness;
use std::fmt::Write as _;
use std::path::Path;

/// Twenty companies, twelve training bodies, two unions; the unions alone say « Ni l'un ni
/// l'autre ».
fn form() -> String {
    let mut text =
        "Horodateur;Vous êtes;L'offre locale suffit;Les jeunes sont informés;Remarque\n".to_owned();
    let mut line = |college: &str, n: u32, suffices: &str, informed: &str| {
        let day = n % 27 + 1;
        writeln!(text, "{day:02}/03/2026 10:12;{college};{suffices};{informed};Notre cas, le {n}")
            .unwrap();
    };
    for n in 0..20 {
        let suffices = if n < 17 { "Plutôt pas d'accord" } else { "Tout à fait d'accord" };
        line("Entreprise", n, suffices, if n < 10 { "Oui" } else { "Non" });
    }
    for n in 0..12 {
        let suffices = if n < 9 { "Plutôt d'accord" } else { "Plutôt pas d'accord" };
        line("Organisme de formation", 20 + n, suffices, if n < 6 { "oui" } else { "non" });
    }
    for n in 0..2 {
        line("Syndicat", 32 + n, "Ni l'un ni l'autre", "Oui");
    }
    text
}

fn tables(harness: &Harness<'static, App>, path: &Path) -> Vec<ReadTable> {
    let origin = Origin::File(bassin::files::canonical(path));
    match harness.state().session.loaded(&origin) {
        Some(bassin::ui::Loaded::Read(tables)) => {
            tables.iter().map(|table| ReadTable::clone(table)).collect()
        }
        other => panic!("{other:?}"),
    }
}

fn column(name: &str) -> From {
    From::Column(name.to_owned())
}

pub fn mapping(questions: &[(&str, Manner)]) -> Mapping {
    let field = |name: &str, from| Field {
        name: name.to_owned(),
        from,
        manner: Manner::Plain,
        recodes: Vec::new(),
    };
    Mapping {
        confirmed_on: "avis.csv".to_owned(),
        kind: Kind::ActorOpinions,
        two_rows: false,
        fields: vec![field("respondent", column("Qui")), field("college", column("Collège"))],
        questions: questions
            .iter()
            .map(|(name, manner)| Question {
                label: (*name).to_owned(),
                from: column(name),
                manner: *manner,
                recodes: Vec::new(),
            })
            .collect(),
        seen: Vec::new(),
        none: Vec::new(),
    }
}

#[test]
fn each_question_of_a_row_is_a_row() {
    let text = "Qui;Collège;Suffit;Note\na;Entreprises;oui;4\nb;;non;3\nc;Syndicats;;env. 2\n";
    let reference = Reference::embedded().unwrap();
    let mappings = [mapping(&[("Suffit", Manner::Plain), ("Note", Manner::Scale)])];
    let knowing = Knowing { reference: &reference, mappings: &mappings };
    let read = read_with("avis.csv", text.as_bytes(), knowing, Control::none()).unwrap();
    let [table] = read.as_slice() else { panic!("{read:?}") };
    assert_eq!((table.rows.read, table.rows.kept, table.rows.refused), (3, 2, 1));
    let Table::Opinions(opinions) = &table.table else { panic!("{:?}", table.table) };
    let found: Vec<_> =
        opinions.rows().map(|o| (o.row, o.respondent, o.college, o.question, o.answer)).collect();
    assert_eq!(
        found,
        [
            (2, "a", "Entreprises", "Suffit", "oui"),
            (2, "a", "Entreprises", "Note", "4"),
            (4, "c", "Syndicats", "Suffit", ""),
        ]
    );
    let at = |row: u32, column: &str| {
        let found = table.issues.as_slice().iter().find(|issue| issue.place.row == Some(row));
        let found = found.unwrap();
        assert_eq!(found.place.column.as_deref(), Some(column));
        found.kind.clone()
    };
    assert_eq!(at(3, "Collège"), IssueKind::Required);
    assert!(matches!(at(4, "Note"), IssueKind::NotAnOption { .. }));
}

#[test]
fn mapped_once_and_seen_without_telling_of_anyone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("avis.csv");
    std::fs::write(&path, form()).unwrap();
    let mut harness = window(opening(vec![path.clone()], false), None);
    settle(&mut harness);
    click(&mut harness, "Faire correspondre les colonnes…");
    // What it is was found, and which columns are questions: neither the day nor the remarks.
    assert!(shows(&harness, "34 lues, aucune refusée."));
    assert!(said(&harness).contains("Nature = Avis de collèges d’acteurs"));
    assert!(shows(&harness, "Horodateur, Remarque"));
    click(&mut harness, "Confirmer la correspondance");
    let read = tables(&harness, &path);
    assert_eq!((read.len(), read[0].kind), (1, Kind::ActorOpinions));

    click(&mut harness, "2  Enquête");
    // 3 in 20 against 9 in 12 agree.
    let text = said(&harness);
    for seen in [
        "Plutôt d'accord ou Tout à fait d'accord",
        "Entreprise : 15 % (5–36 %) (n = 20) collège de référence",
        "Organisme de formation : 75 % (47–91 %) (n = 12) −60 points (de −79 à −25) — écart",
        "secret : trop peu de répondants",
    ] {
        assert!(text.contains(seen), "{seen}: {text}");
    }
    assert!(!text.contains("Ni l'un ni l'autre"), "two unions alone said so: {text}");
    click(&mut harness, "Les jeunes sont informés");
    assert!(said(&harness).contains("0 point (de −32 à +32) — indéterminé"), "{}", said(&harness));
    click(&mut harness, "Tableau");
    let text = said(&harness);
    assert!(text.contains("Organisme de formation") && text.contains("angle mort"), "{text}");
    assert!(!text.contains("Notre cas") && !text.contains("Ni l'un ni l'autre"), "{text}");
    harness.run();
}
