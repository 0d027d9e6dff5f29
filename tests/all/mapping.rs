//! A form export of our own making: mapped once in the window, its next wave maps itself.

use crate::window::{click, opening, said, settle, shows, window};
use bassin::model::{IssueKind, Kind, Reason, Severity};
use bassin::project::Origin;
use bassin::readers::mapping::{From, Manner, Mapping, guess, peek, preview, propose, questions};
use bassin::readers::{Control, Knowing, ReadTable, read, read_with};
use bassin::reference::Reference;
use bassin::tables::Table;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use rust_xlsxwriter::{Format, Workbook};
use std::collections::BTreeSet;
use std::path::Path;

/// Answers to a form, exported: a title, a header on two rows merged as forms do, ticks, degrees
/// of agreement, several answers in a cell, sentences.
fn form(year: u16, with_new_column: bool) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet().set_name("Réponses").unwrap();
    let plain = Format::new();
    sheet.write(0, 0, format!("Enquête emploi-formation {year}")).unwrap();
    let upper = [
        (0, 0, "Horodateur"),
        (1, 2, "Votre établissement"),
        (3, 3, &format!("Effectif au 31/12/{year}")),
        (4, 6, "Freins à la formation"),
        (7, 8, "Votre avis sur l'offre locale"),
        (9, 9, "Thèmes souhaités"),
        (10, 10, "Remarques"),
    ];
    for (first, last, text) in upper {
        if first == last {
            sheet.merge_range(2, first, 3, last, text, &plain).unwrap();
        } else {
            sheet.merge_range(2, first, 2, last, text, &plain).unwrap();
        }
    }
    for (column, text) in
        [(1, "Code Insee"), (2, "Code APE"), (4, "Coût"), (5, "Temps"), (6, "Éloignement")]
    {
        sheet.write(3, column, text).unwrap();
    }
    sheet.write(3, 7, "Elle suffit").unwrap();
    sheet.write(3, 8, "Elle est connue").unwrap();
    if with_new_column {
        sheet.merge_range(2, 11, 3, 11, "Avez-vous un tuteur ?", &plain).unwrap();
    }
    let rows = [
        ["01/03", "15014", "10.51C", "12", "x", "", "x", "Plutôt d'accord", "Tout à fait d'accord"],
        ["02/03", "1001", "4711F", "1 204", "", "", "", "Plutôt pas d'accord", "Plutôt d'accord"],
        ["03/03", "15120", "88.10A", "env. 20", "x", "x", "", "Plutôt d'accord", ""],
        ["04/03", "15187", "43.22A", "", "", "x", "", "Pas du tout d'accord", "Plutôt d'accord"],
    ];
    let last = [
        ["Vente; Gestion", "L'hiver, la route est longue."],
        ["Gestion", ""],
        ["Vente; Autre : sécurité", "RAS"],
        ["", "Autre : le logement des saisonniers, d'abord."],
    ];
    for ((line, cells), tail) in (4_u32..).zip(rows).zip(last) {
        for (column, cell) in (0_u16..).zip(cells.iter().chain(&tail)) {
            let text =
                if column == 0 { format!("{cell}/{year} 10:12") } else { (*cell).to_owned() };
            sheet.write(line, column, text).unwrap();
        }
        if with_new_column {
            sheet.write(line, 11, "Oui").unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// As the window proposes it.
fn proposed(bytes: &[u8], name: &str) -> Mapping {
    let sheets = peek(bytes);
    let rows = &sheets.first().unwrap().rows;
    let heading = guess(rows);
    assert!(heading.two_rows, "{heading:?}");
    let names = heading.names(rows);
    let kind = Kind::SurveyEstablishments;
    let found = propose(&names, heading.below(rows), kind, &[]);
    let mut mapping = Mapping {
        confirmed_on: name.to_owned(),
        kind,
        two_rows: true,
        fields: found.into_iter().map(|proposal| proposal.field).collect(),
        questions: Vec::new(),
        seen: names.clone(),
        none: Vec::new(),
    };
    for (field, from) in
        [("id", From::RowNumber), ("status", From::Constant("répondant".to_owned()))]
    {
        mapping.fields.push(bassin::readers::mapping::Field {
            name: field.to_owned(),
            from,
            manner: Manner::Plain,
            recodes: Vec::new(),
        });
    }
    let used: BTreeSet<String> = mapping.headers().map(str::to_owned).collect();
    mapping.questions = questions(&names, heading.below(rows), &used);
    mapping
}

fn read_by(bytes: &[u8], mappings: &[Mapping]) -> Vec<ReadTable> {
    let reference = Reference::embedded().unwrap();
    let knowing = Knowing { reference: &reference, mappings };
    read_with("formulaire.xlsx", bytes, knowing, Control::none()).unwrap()
}

#[test]
fn a_form_is_read_with_its_questions_and_its_refusals_at_their_place() {
    let bytes = form(2025, false);
    let reference = Reference::embedded().unwrap();
    let alone = read("formulaire.xlsx", &bytes, &reference, Control::none()).unwrap();
    assert_eq!(alone[0].kind, Kind::Unknown, "no layout of its own");

    let mapping = proposed(&bytes, "formulaire.xlsx");
    let [survey, answers] = read_by(&bytes, &[mapping]).try_into().unwrap();
    assert_eq!((survey.kind, survey.vintage), (Kind::SurveyEstablishments, Some(2025)));
    let rows = survey.rows;
    assert_eq!((rows.read, rows.kept, rows.refused, rows.empty), (4, 4, 0, 0));
    // « env. 20 »: the cell is refused at its place, who answered has answered.
    let issue = &survey.issues.as_slice()[0];
    assert_eq!((issue.place.row, issue.severity), (Some(7), Severity::Warning));
    assert_eq!(issue.place.column.as_deref(), Some("Effectif au 31/12/2025"));
    let counted = IssueKind::CellsRefused { count: 1 };
    assert!(survey.issues.as_slice().iter().any(|issue| issue.kind == counted));
    let Table::SurveyEstablishments(table) = &survey.table else { panic!() };
    let found: Vec<_> = table.rows().map(|row| (row.commune, row.naf, row.headcount)).collect();
    assert_eq!(found[1], ("01001", "4711F", Some(1204.0)), "leading zero, thousands");
    assert_eq!((found[2].2, found[3].2), (None, None), "unknown is not zero");
    let ticked: Vec<_> = table.rows().map(|row| row.obstacles).collect();
    assert_eq!(ticked, ["coût|éloignement", "", "coût|temps", "temps"]);

    assert_eq!(answers.kind, Kind::SurveyAnswers);
    let Table::SurveyAnswers(table) = &answers.table else { panic!() };
    let of = |question: &str| -> Vec<(u32, String, Option<f64>)> {
        let rows = table.rows().filter(|row| row.question == question);
        rows.map(|row| (row.row, row.text.to_owned(), row.number)).collect()
    };
    let degrees: Vec<_> = of("Votre avis sur l'offre locale › Elle suffit")
        .into_iter()
        .map(|(row, _, degree)| (row, degree))
        .collect();
    assert_eq!(degrees, [(5, Some(4.0)), (6, Some(2.0)), (7, Some(4.0)), (8, Some(1.0))]);
    assert_eq!(of("Thèmes souhaités").len(), 5, "two, one and two");
    assert_eq!(of("Remarques")[2].1, "Autre : le logement des saisonniers, d'abord.");
}

#[test]
fn another_wave_maps_itself_and_another_form_does_not() {
    let mapping = proposed(&form(2025, false), "formulaire_2025.xlsx");
    let wave = read_by(&form(2026, true), std::slice::from_ref(&mapping));
    assert_eq!((wave[0].kind, wave[0].vintage), (Kind::SurveyEstablishments, Some(2026)));
    let column = "Avez-vous un tuteur ?".to_owned();
    let said = IssueKind::NewQuestion { column: column.clone() };
    let issues = wave[0].issues.as_slice();
    assert!(issues.iter().any(|issue| issue.kind == said), "what is new is said: {issues:?}");
    let ignored = |reason: &Reason| matches!(reason, Reason::IgnoredColumns(_));
    assert!(!wave[0].reasons.iter().any(ignored), "nor is it left aside");
    // It is kept as a question, and the table of answers tells its questions.
    let Table::SurveyAnswers(table) = &wave[1].table else { panic!() };
    assert_eq!(table.rows().filter(|row| row.question == column && row.text == "Oui").count(), 4);
    let asked = wave[1].reasons.iter().find_map(|reason| match reason {
        Reason::Questions(names) => Some(names.clone()),
        _ => None,
    });
    assert!(asked.unwrap().contains(&column), "{:?}", wave[1].reasons);
    assert!(!wave[1].reasons.iter().any(|reason| matches!(reason, Reason::Columns(_))));
    let other = b"Nom;Commune;Effectif\nA;15014;12\n";
    assert_eq!(read_by(other, &[mapping])[0].kind, Kind::Unknown);
}

#[test]
fn the_preview_tells_what_the_reading_does() {
    let bytes = form(2025, false);
    let mapping = proposed(&bytes, "x");
    let sheets = peek(&bytes);
    let heading = guess(&sheets[0].rows);
    let names = heading.names(&sheets[0].rows);
    let rows = preview(&mapping, &names, heading.below(&sheets[0].rows)).unwrap();
    let refused = rows.iter().filter(|row| !row.kept).count();
    assert_eq!(rows[2].refused.len(), 1, "« env. 20 » is marked: {:?}", rows[2].refused);
    let read = &read_by(&bytes, std::slice::from_ref(&mapping))[0];
    assert_eq!((rows.len(), refused), (read.rows.read as usize, read.rows.refused as usize));
    // Questions too: several answers apart, degrees as numbers, words as they stand.
    let of = |label: &str, row: usize| {
        let place = mapping.questions.iter().position(|q| q.label == label).unwrap();
        rows[row].answers[place].parts.clone()
    };
    assert_eq!(of("Thèmes souhaités", 0), ["Vente", "Gestion"]);
    assert_eq!(of("Votre avis sur l'offre locale › Elle suffit", 1), ["2"]);
    assert_eq!(of("Remarques", 3), ["Autre : le logement des saisonniers, d'abord."]);
    assert_eq!(of("Remarques", 1), Vec::<String>::new());
}

#[test]
fn what_a_question_cannot_read_is_marked_at_its_place() {
    let bytes = form(2025, false);
    let mut mapping = proposed(&bytes, "x");
    let label = "Votre avis sur l'offre locale › Elle suffit";
    let place = mapping.questions.iter().position(|q| q.label == label).unwrap();
    mapping.questions[place].recodes.clear();
    mapping.questions[place].manner = Manner::Scale;
    let sheets = peek(&bytes);
    let heading = guess(&sheets[0].rows);
    let names = heading.names(&sheets[0].rows);
    let rows = preview(&mapping, &names, heading.below(&sheets[0].rows)).unwrap();
    let answer = &rows[0].answers[place];
    assert!(answer.refused, "words are no degree");
    assert_eq!(answer.parts, ["Plutôt d'accord"], "as it stands");
    assert!(rows[0].refused.iter().any(|(field, _)| field == label));
}

/// Refused cells beyond those that are listed are counted, and questions are drawn as read.
#[test]
fn in_the_window_the_preview_shows_questions_and_counts_what_it_does_not_list() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("formulaire.csv");
    let mut text = "Code Insee;Code APE;Effectif;Vos besoins;Remarques\n".to_owned();
    for row in 0..70 {
        // The first ones tell what the column is.
        let many = if row < 25 { row.to_string() } else { format!("beaucoup {row}") };
        let line = format!("15014;10.51C;{many};Vente, Gestion;Remarque {row}\n");
        text.push_str(&line);
    }
    std::fs::write(&file, text).unwrap();
    let mut harness = window(opening(vec![file], false), None);
    settle(&mut harness);
    click(&mut harness, "Faire correspondre les colonnes…");
    settle(&mut harness);
    let told = said(&harness);
    assert!(told.contains("et 15 autres cellules refusées dans les lignes regardées"), "{told}");
    assert!(shows(&harness, "Remarque 3"), "a question as it will be read");
}

fn kinds(harness: &egui_kittest::Harness<'static, bassin::ui::App>, path: &Path) -> Vec<Kind> {
    let origin = Origin::File(bassin::files::canonical(path));
    match harness.state().session.loaded(&origin) {
        Some(bassin::ui::Loaded::Read(tables)) => tables.iter().map(|table| table.kind).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn in_the_window_confirmed_once_undone_saved_and_applied_to_the_next_wave() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("2025.xlsx"), folder.path().join("2026.xlsx"));
    std::fs::write(&first, form(2025, false)).unwrap();
    let mut harness = window(opening(vec![first.clone()], false), None);
    settle(&mut harness);
    assert_eq!(kinds(&harness, &first), [Kind::Unknown]);
    click(&mut harness, "Faire correspondre les colonnes…");
    assert!(shows(&harness, "Correspondance des colonnes"));
    assert!(shows(&harness, "4 lues, aucune refusée."));
    assert!(shows(&harness, "Vente · Gestion"), "several answers, apart");
    assert!(shows(&harness, "L'hiver, la route est lon…"), "words, as they will be kept");
    harness.run();
    // Escape closes the list that is open, and leaves the field that is typed in: nothing else.
    harness.get_by_role_and_label(Role::ComboBox, "Ligne d’en-tête").click();
    settle(&mut harness);
    assert!(shows(&harness, "3 — Horodateur"));
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    assert!(!shows(&harness, "3 — Horodateur"));
    assert!(shows(&harness, "Correspondance des colonnes"));
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    assert!(!shows(&harness, "Correspondance des colonnes"), "then the mapping");
    click(&mut harness, "Faire correspondre les colonnes…");
    click(&mut harness, "Confirmer la correspondance");
    assert_eq!(kinds(&harness, &first), [Kind::SurveyEstablishments, Kind::SurveyAnswers]);

    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert_eq!(kinds(&harness, &first), [Kind::Unknown], "undone");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Y);
    settle(&mut harness);

    let saved = folder.path().join("étude.bassin");
    let app = harness.state_mut();
    app.save(&saved);
    let text = std::fs::read_to_string(&saved).unwrap();
    assert!(text.contains("Code Insee") && text.contains("survey-establishments"), "{text}");

    std::fs::write(&second, form(2026, true)).unwrap();
    let mut again = window(opening(vec![saved, second.clone()], false), None);
    settle(&mut again);
    assert_eq!(kinds(&again, &second), [Kind::SurveyEstablishments, Kind::SurveyAnswers]);
    assert!(again.query_by_label("Faire correspondre les colonnes…").is_none());
}
