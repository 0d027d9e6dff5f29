//! Waves of one form and forms that look alike: a column is never taken for another's, and what
//! is not read is said.

use crate::window::{click, opening, settle, shows, window};
use bassin::model::{Issue, IssueKind, Kind, Reason};
use bassin::project::{Edit, Project};
use bassin::readers::mapping::{Field, From, Manner, Mapping, Question, Recode};
use bassin::readers::{Control, Knowing, ReadTable, read_with};
use bassin::reference::Reference;
use bassin::tables::Table;
use egui_kittest::kittest::Queryable as _;
use std::time::{Duration, Instant};

fn column(header: &str) -> From {
    From::Column(header.to_owned())
}

fn question(label: &str, from: From, manner: Manner) -> Question {
    Question { label: label.to_owned(), from, manner, recodes: Vec::new() }
}

/// A mapping of a survey confirmed on a file of this header.
fn mapping(header: &str, fields: &[(&str, &str)], questions: Vec<Question>) -> Mapping {
    let field = |name: &str, from: From| Field {
        name: name.to_owned(),
        from,
        manner: Manner::Plain,
        recodes: Vec::new(),
    };
    let mut all = vec![
        field("id", From::RowNumber),
        field("status", From::Constant("répondant".to_owned())),
        field("commune", column("Code Insee")),
        field("naf", column("Code APE")),
    ];
    all.extend(fields.iter().map(|(name, header)| field(name, column(header))));
    Mapping {
        confirmed_on: format!("{header}.csv"),
        kind: Kind::SurveyEstablishments,
        two_rows: false,
        fields: all,
        questions,
        seen: header.split(';').map(str::to_owned).collect(),
        none: Vec::new(),
    }
}

fn read(text: &str, mappings: &[Mapping]) -> Vec<ReadTable> {
    let reference = Reference::embedded().unwrap();
    let knowing = Knowing { reference: &reference, mappings };
    read_with("formulaire.csv", text.as_bytes(), knowing, Control::none()).unwrap()
}

fn figures(table: &ReadTable) -> Vec<(Option<f64>, Option<f64>)> {
    let Table::SurveyEstablishments(table) = &table.table else { panic!("{:?}", table.issues) };
    table.rows().map(|row| (row.hires, row.headcount)).collect()
}

/// Row, words and number of each answer to a question.
fn answers(tables: &[ReadTable], question: &str) -> Vec<(u32, String, Option<f64>)> {
    let Some(Table::SurveyAnswers(table)) = tables.get(1).map(|table| &table.table) else {
        panic!("{:?}", tables.first().map(|table| &table.issues))
    };
    let rows = table.rows().filter(|row| row.question == question);
    rows.map(|row| (row.row, row.text.to_owned(), row.number)).collect()
}

fn ignored(table: &ReadTable) -> Vec<&str> {
    let names = table.reasons.iter().filter_map(|reason| match reason {
        Reason::IgnoredColumns(names) => Some(names.iter().map(String::as_str)),
        _ => None,
    });
    names.flatten().collect()
}

fn told(table: &ReadTable) -> Vec<(Option<u32>, Option<&str>, &str)> {
    let told = |issue: &'_ Issue| (issue.place.row, issue.kind.id());
    let issues = table.issues.as_slice().iter();
    issues.map(|i| (told(i).0, i.place.column.as_deref(), told(i).1)).collect()
}

const TWO_YEARS: &str = "Code Insee;Code APE;Effectif 2024;Effectif 2025";

#[test]
fn two_years_in_a_header_move_together() {
    let both = [("hires", "Effectif 2024"), ("headcount", "Effectif 2025")];
    let mapping = mapping(TWO_YEARS, &both, Vec::new());
    let same = format!("{TWO_YEARS}\n15014;10.51C;100;110\n");
    let tables = read(&same, std::slice::from_ref(&mapping));
    assert_eq!(figures(&tables[0]), [(Some(100.0), Some(110.0))]);
    // In any order of the columns.
    for (header, row) in [
        ("Code Insee;Code APE;Effectif 2025;Effectif 2026", "15014;10.51C;120;140"),
        ("Effectif 2026;Code APE;Effectif 2025;Code Insee", "140;10.51C;120;15014"),
    ] {
        let tables = read(&format!("{header}\n{row}\n"), std::slice::from_ref(&mapping));
        assert_eq!(figures(&tables[0]), [(Some(120.0), Some(140.0))], "{header}");
        assert!(ignored(&tables[0]).is_empty());
    }
}

#[test]
fn the_year_left_aside_is_not_read_in_place_of_the_next() {
    let mapping = mapping(TWO_YEARS, &[("headcount", "Effectif 2025")], Vec::new());
    let next = "Code Insee;Code APE;Effectif 2025;Effectif 2026\n15014;10.51C;120;140\n";
    let tables = read(next, std::slice::from_ref(&mapping));
    assert_eq!(figures(&tables[0]), [(None, Some(140.0))]);
    assert_eq!(ignored(&tables[0]), ["Effectif 2025"]);
    // Which of three years the two are now cannot be known.
    let three =
        "Code Insee;Code APE;Effectif 2025;Effectif 2026;Effectif 2027\n15014;10.51C;1;2;3\n";
    assert_eq!(read(three, &[mapping])[0].kind, Kind::Unknown);
}

#[test]
fn two_files_without_identifiers_do_not_share_any() {
    let mapping = mapping(TWO_YEARS, &[("headcount", "Effectif 2025")], Vec::new());
    let text = format!("{TWO_YEARS}\n15014;10.51C;100;110\n15014;10.51C;7;8\n");
    let reference = Reference::embedded().unwrap();
    let knowing = Knowing { reference: &reference, mappings: &[mapping] };
    let identifiers = |name: &str, text: &str| -> Vec<String> {
        let tables = read_with(name, text.as_bytes(), knowing, Control::none()).unwrap();
        let Table::SurveyEstablishments(table) = &tables[0].table else { panic!() };
        table.rows().map(|row| row.id.to_owned()).collect()
    };
    let first = identifiers("mai.csv", &text);
    assert_eq!(first, ["mai.csv 2", "mai.csv 3"]);
    assert_eq!(identifiers("juin.csv", &text), ["juin.csv 2", "juin.csv 3"]);
    // A file that grows keeps those it had.
    let grown = identifiers("mai.csv", &format!("{text}15014;10.51C;1;2\n"));
    assert_eq!(grown[..2], first);
}

#[test]
fn two_years_within_one_name_move_together() {
    let header = "Code Insee;Code APE;Effectif 2025;Écart 2023-2024;Écart 2024-2025";
    let last = question("Écart", column("Écart 2024-2025"), Manner::Number);
    let mapping = mapping(header, &[("headcount", "Effectif 2025")], vec![last]);
    let next =
        "Code Insee;Code APE;Effectif 2026;Écart 2024-2025;Écart 2025-2026\n15014;10.51C;9;1;2\n";
    let tables = read(next, &[mapping]);
    assert_eq!(answers(&tables, "Écart"), [(2, "2".to_owned(), Some(2.0))]);
    assert_eq!(ignored(&tables[0]), ["Écart 2024-2025"]);
}

#[test]
fn a_question_taken_away_is_said_and_the_rest_is_read() {
    let header = "Code Insee;Code APE;Effectif;Embauches;Avis;Remarques;Coût;Temps";
    let fields = [("headcount", "Effectif"), ("hires", "Embauches")];
    let ticked = From::Ticked(vec!["Coût".to_owned(), "Temps".to_owned()]);
    let questions = vec![
        question("Avis", column("Avis"), Manner::Plain),
        question("Remarques", column("Remarques"), Manner::Plain),
        question("Freins", ticked, Manner::Plain),
    ];
    let mapping = mapping(header, &fields, questions);
    let wave = "Code Insee;Code APE;Effectif;Avis;Temps\n15014;10.51C;12;Bon;x\n";
    let tables = read(wave, std::slice::from_ref(&mapping));
    assert_eq!(figures(&tables[0]), [(None, Some(12.0))]);
    assert_eq!(answers(&tables, "Avis")[0].1, "Bon");
    assert_eq!(answers(&tables, "Freins")[0].1, "Temps");
    let missing = |table: &ReadTable| -> Vec<String> {
        let kinds = table.issues.as_slice().iter().filter_map(|issue| match &issue.kind {
            IssueKind::MissingColumn { column } => Some(column.clone()),
            _ => None,
        });
        kinds.collect()
    };
    assert_eq!(missing(&tables[0]), ["Embauches", "Coût"]);
    let unasked = IssueKind::MissingQuestion { question: "Remarques".to_owned() };
    assert!(tables[0].issues.as_slice().iter().any(|issue| issue.kind == unasked));
    // Without what a table needs, it is no wave of this form.
    let bare = "Code Insee;Code APE;Embauches;Avis;Remarques\n15014;10.51C;12;Bon;\n";
    assert_eq!(read(bare, std::slice::from_ref(&mapping))[0].kind, Kind::Unknown);
    // Nor with little else in common than what any form asks.
    let other = "Code Insee;Code APE;Effectif;Autre chose;Encore\n15014;10.51C;12;a;b\n";
    assert_eq!(read(other, &[mapping])[0].kind, Kind::Unknown);
}

#[test]
fn two_forms_with_the_same_fields_keep_each_its_mapping() {
    let fields = [("headcount", "Effectif")];
    let form = |own: &str| {
        let header = format!("Code Insee;Code APE;Effectif;{own}");
        let asked = vec![question(own, column(own), Manner::Plain)];
        (format!("{header}\n15014;10.51C;12;Oui\n"), mapping(&header, &fields, asked))
    };
    let ((first, a), (second, b)) = (form("Avez-vous un tuteur ?"), form("Cherchez-vous ?"));
    let mut project = Project::default();
    project.apply(Edit::Map(a.clone()));
    project.apply(Edit::Map(b.clone()));
    let mappings = &project.decisions().mappings;
    assert_eq!(mappings, &[a.clone(), b]);
    assert_eq!(answers(&read(&first, mappings), "Avez-vous un tuteur ?").len(), 1);
    assert_eq!(answers(&read(&second, mappings), "Cherchez-vous ?").len(), 1);
    // The same form looked at again, a question left aside: the later choice stands alone.
    let mut again = a.clone();
    again.questions.clear();
    project.apply(Edit::Map(again.clone()));
    assert!(!project.decisions().mappings.contains(&a));
    let tables = read(&first, &project.decisions().mappings);
    assert_eq!((tables.len(), ignored(&tables[0])), (1, vec!["Avez-vous un tuteur ?"]));
}

#[test]
fn an_answer_beside_blank_fields_is_refused_never_empty() {
    let header = "N°;Code Insee;Code APE;Effectif;Avis";
    let asked = vec![question("Avis", column("Avis"), Manner::Plain)];
    let mut mapping = mapping(header, &[("headcount", "Effectif")], asked);
    // Nothing but columns: each may be blank.
    mapping.fields.retain(|field| field.name != "id" && field.name != "status");
    for (name, header) in [("id", "N°"), ("status", "Statut")] {
        let (name, from, manner) = (name.to_owned(), column(header), Manner::Plain);
        mapping.fields.push(Field { name, from, manner, recodes: Vec::new() });
    }
    let text =
        format!("{header};Statut\n1;15014;10.51C;12;Bon;répondant\n;;;;Mauvais;\n;;;;;\n;;;;;\n");
    let tables = read(&text, &[mapping]);
    let rows = tables[0].rows;
    assert_eq!((rows.read, rows.kept, rows.refused), (rows.empty + 2, 1, 1), "{rows:?}");
    assert!(rows.adds_up());
    assert_eq!(told(&tables[0]), [(Some(3), Some("N°"), "required")]);
}

#[test]
fn ticks_are_read_as_people_and_exports_write_them() {
    let header = "Code Insee;Code APE;Effectif;Coût;Temps";
    let ticked = From::Ticked(vec!["Coût".to_owned(), "Temps".to_owned()]);
    let asked = vec![question("Freins", ticked, Manner::Plain)];
    let mapping = mapping(header, &[("headcount", "Effectif")], asked);
    let of = |cell: &str| {
        let text = format!("{header}\n15014;10.51C;12;{cell};x\n");
        let tables = read(&text, std::slice::from_ref(&mapping));
        let parts: Vec<String> =
            answers(&tables, "Freins").into_iter().map(|(_, text, _)| text).collect();
        (
            parts,
            told(&tables[1]).iter().map(|(row, at, id)| format!("{row:?} {at:?} {id}")).collect(),
        )
    };
    for yes in ["x", "X", "✓", "✔", "1", "Oui", "VRAI", "TRUE", "coût", "Coût"] {
        assert_eq!(of(yes), (vec!["Coût".to_owned(), "Temps".to_owned()], vec![]), "{yes}");
    }
    for no in ["", "0", "Non", "N", "n", "FAUX", "FALSE", "False", "no", "off"] {
        assert_eq!(of(no), (vec!["Temps".to_owned()], vec![]), "{no}");
    }
    let refused = vec!["Some(2) Some(\"Coût\") not-an-option".to_owned()];
    for other in ["peut-être", "2", "Temps"] {
        assert_eq!(of(other), (Vec::new(), refused.clone()), "{other}");
    }
}

#[test]
fn columns_of_one_name_are_each_read_or_said() {
    let header = "Code Insee;Code APE;Effectif;Formez-vous ?;Précisez;Recrutez-vous ?;Précisez";
    let asked = vec![
        question("Précisez", column("Précisez"), Manner::Plain),
        question("Précisez (2)", column("Précisez (2)"), Manner::Plain),
    ];
    let mut mapping = mapping(header, &[("headcount", "Effectif")], asked);
    let text = format!("{header}\n15014;10.51C;12;Oui;le gaz;Oui;un soudeur\n{header}\n");
    let tables = read(&text, std::slice::from_ref(&mapping));
    assert_eq!(answers(&tables, "Précisez")[0].1, "le gaz");
    assert_eq!(answers(&tables, "Précisez (2)")[0].1, "un soudeur");
    assert_eq!((tables[0].rows.kept, tables[0].rows.empty), (1, 1), "the header, repeated");
    mapping.questions.pop();
    // As it was named where it was left aside.
    mapping.seen.push("Précisez (2)".to_owned());
    let left = read(&text, &[mapping]);
    assert_eq!(ignored(&left[0]), ["Formez-vous ?", "Recrutez-vous ?", "Précisez (2)"]);
}

#[test]
fn a_column_fills_one_field() {
    let header = "Code Insee;Code APE;Effectif";
    let fields = [("headcount", "Effectif"), ("hires", "Effectif")];
    let mapping = mapping(header, &fields, Vec::new());
    let tables = read(&format!("{header}\n15014;10.51C;12\n"), &[mapping]);
    assert_eq!(figures(&tables[0]), [(None, Some(12.0))]);
    assert_eq!(told(&tables[0]), [(None, None, "shared-column")]);
}

#[test]
fn percent_keep_their_number_and_a_bar_is_no_separator() {
    let header = "Code Insee;Code APE;Effectif;Taux;Thèmes";
    let asked = vec![
        question("Taux", column("Taux"), Manner::Percent),
        question("Thèmes", column("Thèmes"), Manner::Several(',')),
    ];
    let mapping = mapping(header, &[("headcount", "Effectif")], asked);
    let rows = "15014;10.51C;12;86,2;\"CAP | BEP, vente\"\n15014;10.51C;12;NC;-\n";
    let tables = read(&format!("{header}\n{rows}"), &[mapping]);
    // Shares are 0–1 in the tables.
    assert_eq!(answers(&tables, "Taux"), [(2, "86,2 %".to_owned(), Some(86.2 / 100.0))]);
    let themes: Vec<_> = answers(&tables, "Thèmes").into_iter().map(|(_, text, _)| text).collect();
    assert_eq!(themes, ["CAP | BEP", "vente"]);
    let counted = [(None, Some("Taux"), "missing-marks"), (None, Some("Thèmes"), "missing-marks")];
    assert_eq!(told(&tables[1]), counted);
}

#[test]
fn what_a_mapping_makes_of_cells_is_counted() {
    let header = "Code Insee;Code APE;Effectif;Embauches;Avis";
    let mut asked = question("Avis", column("Avis"), Manner::Scale);
    asked.recodes.push(Recode { written: "Plutôt".into(), means: "3".into() });
    let fields = [("headcount", "Effectif"), ("hires", "Embauches")];
    let mut mapping = mapping(header, &fields, vec![asked]);
    for (name, manner) in [("commune", Manner::Code(5)), ("headcount", Manner::Number)] {
        let field = mapping.fields.iter_mut().find(|field| field.name == name).unwrap();
        field.manner = manner;
    }
    let hires = mapping.fields.last_mut().unwrap();
    hires.recodes.push(Recode { written: "aucune".into(), means: "0".into() });
    let rows = "1001;10.51C;NC;aucune;plutôt\n1002;10.51C;4;aucune;?\nAurillac;10.51C;n.d.;1;\n";
    let tables = read(&format!("{header}\n{rows}"), &[mapping]);
    assert_eq!(figures(&tables[0]), [(Some(0.0), None), (Some(0.0), Some(4.0))]);
    let counts = |table: &ReadTable| -> Vec<(String, IssueKind)> {
        let notices = table.issues.as_slice().iter().filter(|issue| issue.place.row.is_none());
        notices.map(|i| (i.place.column.clone().unwrap_or_default(), i.kind.clone())).collect()
    };
    let expect = [
        // Of the rows kept alone.
        ("Code Insee".to_owned(), IssueKind::LeadingZeros { count: 2 }),
        ("Effectif".to_owned(), IssueKind::MissingMarks { count: 1 }),
        ("Embauches".to_owned(), IssueKind::Recoded { count: 2 }),
    ];
    assert_eq!(counts(&tables[0]), expect);
    let expect = [
        ("Avis".to_owned(), IssueKind::MissingMarks { count: 1 }),
        ("Avis".to_owned(), IssueKind::Recoded { count: 1 }),
    ];
    assert_eq!(counts(&tables[1]), expect);
}

/// A survey of 300 questions and 400 answers.
fn wide_form() -> String {
    let mut header: Vec<String> =
        ["Code Insee", "Code APE", "Effectif"].map(str::to_owned).to_vec();
    header.extend((3..300).map(|n| format!("Question {n} : quel est votre avis ?")));
    let mut text = header.join(";");
    for row in 0..400 {
        let mut cells = vec!["15014".to_owned(), "10.51C".to_owned(), row.to_string()];
        cells.extend((3..300).map(|column| format!("réponse {}", row * 7 % column)));
        text.push('\n');
        text.push_str(&cells.join(";"));
    }
    text
}

#[test]
fn a_wide_form_is_mapped_without_holding_the_window() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("large.csv");
    std::fs::write(&path, wide_form()).unwrap();
    let mut harness = window(opening(vec![path], false), None);
    settle(&mut harness);
    // Steps until the work is done; how long in all, and the longest frame.
    let mut follow = |name: &str, label: &str, shown: &str| {
        harness.get_by_label(label).click();
        let begun = Instant::now();
        let mut longest = Duration::ZERO;
        for step in 0.. {
            let frame = Instant::now();
            harness.step();
            longest = longest.max(frame.elapsed());
            if step > 2 && !harness.state().is_busy() {
                break;
            }
            assert!(begun.elapsed() < Duration::from_mins(1), "{name}");
        }
        println!("{name}: {:?}, longest frame {longest:?}", begun.elapsed());
        assert!(shows(&harness, shown), "{name}");
        // Unoptimised, on a busy machine; the work itself takes seconds.
        assert!(longest < Duration::from_millis(800), "{name}: {longest:?}");
    };
    follow("opened", "Faire correspondre les colonnes…", "399 lues, aucune refusée");
    follow("header on two rows", "sur deux lignes", "Correspondance des colonnes");
    follow("header on one row", "sur deux lignes", "399 lues, aucune refusée");
}

#[test]
fn hidden_sheets_are_left_out_with_a_word() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    for (name, hidden) in [("Réponses", false), ("Brouillon", true), ("Autre", false)] {
        let sheet = workbook.add_worksheet().set_name(name).unwrap();
        sheet.set_hidden(hidden);
        for (column, text) in ["Nom", "Commune", "Effectif"].into_iter().enumerate() {
            sheet.write(0, u16::try_from(column).unwrap(), text).unwrap();
            sheet.write(1, u16::try_from(column).unwrap(), "12").unwrap();
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("classeur.xlsx");
    workbook.save(&path).unwrap();
    let mut harness = window(opening(vec![path], false), None);
    settle(&mut harness);
    click(&mut harness, "Faire correspondre les colonnes…");
    assert!(shows(&harness, "Feuilles masquées, laissées de côté\u{a0}: Brouillon"));
    click(&mut harness, "Feuille");
    assert!(shows(&harness, "Autre"));
    assert!(harness.query_by_label("Brouillon").is_none());
}
