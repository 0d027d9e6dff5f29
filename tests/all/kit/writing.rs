//! The workbook, the codebook and the note as written.

use crate::kit::filling::{kit, questionnaire, settings};
use bassin::model::Language;
use bassin::reference::questionnaire::{Kind, Questionnaire, SheetId};
use bassin::report::kit::{codebook, codebook_xlsx, cover_note, questionnaire_xlsx};
use calamine::{Reader as _, SheetVisible, Xlsx};
use std::io::{Cursor, Read as _};

/// A part of the workbook as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn sheets_are_named_and_the_last_is_very_hidden() {
    let check = |language, expect: [&str; 5]| {
        let bytes = questionnaire_xlsx(&questionnaire(), &settings(language)).unwrap();
        let book = Xlsx::new(Cursor::new(bytes.as_slice())).unwrap();
        assert_eq!(book.sheet_names(), expect);
        let hidden = book.sheets_metadata().iter().map(|sheet| sheet.visible).collect::<Vec<_>>();
        assert_eq!(hidden[4], SheetVisible::VeryHidden);
        assert!(hidden[..4].iter().all(|visible| *visible == SheetVisible::Visible));
    };
    check(Language::French, ["Lisez-moi", "Établissement", "Métiers", "Formations", "_bassin"]);
    check(Language::English, ["Read me", "Establishment", "Occupations", "Training", "_bassin"]);
}

#[test]
fn same_settings_same_bytes() {
    assert!(kit() == kit());
}

#[test]
fn every_input_cell_is_checked_and_unlocked() {
    let bytes = kit();
    for (sheet, id) in [("sheet2", SheetId::Establishment), ("sheet3", SheetId::Occupations)] {
        let xml = part(&bytes, &format!("xl/worksheets/{sheet}.xml"));
        let questionnaire = questionnaire();
        let n_fields = questionnaire.sheet(id).unwrap().fields().count();
        assert_eq!(xml.matches("<dataValidation ").count(), n_fields);
        // Protected without a password.
        assert!(xml.contains("<sheetProtection sheet=\"1\""), "{sheet}");
        assert!(!xml.contains("hashValue") && !xml.contains(" password="));
    }
    assert!(part(&bytes, "xl/styles.xml").contains("locked=\"0\""));
}

#[test]
fn cross_checks_are_formulas_of_the_workbook() {
    let xml = part(&kit(), "xl/worksheets/sheet3.xml");
    // Difficult projects are in column AC, projects in W.
    let difficult = "AND(ISNUMBER($AC8),$AC8&gt;=0,$AC8&lt;=20000,$AC8=INT($AC8),\
                     OR($W8=\"\",SUM($AC8)&lt;=$W8))";
    assert!(xml.contains(&format!("<formula1>{difficult}</formula1>")), "{xml}");
    assert!(xml.contains("Il ne peut pas dépasser «\u{202f}Embauches prévues\u{202f}»."));
    let ages = "SUM($E8,$F8,$G8,$H8,$I8)&lt;=$D8";
    assert_eq!(xml.matches(ages).count(), 5);
}

#[test]
fn the_cover_promises_what_the_secrecy_rule_does() {
    let note = cover_note(&questionnaire(), &settings(Language::French));
    for expect in [
        "moins de trois établissements",
        "plus de 85\u{202f}%",
        "moins de 11 salariés",
        "loi n°\u{a0}51-711",
        "30\u{a0}juin\u{a0}2026",
        "enquete@exemple.fr",
        "«\u{202f}environ\u{202f}»",
    ] {
        assert!(note.replace("\r\n  ", " ").contains(expect), "{expect}: {note}");
    }
    assert!(note.split("\r\n").all(|line| line.chars().count() <= 78), "{note}");
}

/// No ordinary space before a high punctuation mark, no placeholder left, in any French text.
#[test]
fn french_is_set_as_french() {
    let kit = kit();
    let note = cover_note(&questionnaire(), &settings(Language::French));
    for text in [part(&kit, "xl/sharedStrings.xml"), note] {
        for wrong in [" ;", " ?", " !", " %", " :", "« ", " »", "'", "{", "}"] {
            assert!(!text.contains(wrong), "{wrong}");
        }
    }
}

#[test]
fn the_codebook_tells_every_question() {
    let questionnaire = questionnaire();
    let rows = codebook(&questionnaire, Language::French);
    let n_questions: usize = questionnaire.sheets.iter().map(|s| s.questions().count()).sum();
    assert_eq!(rows.len(), 1 + n_questions);
    for row in &rows {
        assert_eq!(row.len(), rows[0].len());
        assert!(!row[2].is_empty() && !row[8].is_empty() && !row[9].is_empty(), "{row:?}");
    }
    let row = rows.iter().find(|row| row[2] == "projets_difficiles").unwrap();
    assert_eq!(row[7], "de 0 à 20\u{202f}000 ; projets_difficiles ≤ projets_12m");
    assert_eq!(row[8], "enquete_metiers");
    for language in Language::ALL {
        let bytes = codebook_xlsx(&questionnaire, &settings(language)).unwrap();
        assert_eq!(Xlsx::new(Cursor::new(bytes.as_slice())).unwrap().sheet_names().len(), 1);
    }
}

#[test]
fn a_questionnaire_that_would_not_work_is_refused() {
    let source = include_str!("../../../assets/survey/questionnaire.ron");
    let check = |from: &str, to: &str, expect: &str| {
        assert!(source.contains(from), "{from}");
        let error = Questionnaire::parse(&source.replacen(from, to, 1)).unwrap_err().to_string();
        assert!(error.contains(expect), "{error}");
    };
    check("id: \"siret\"", "id: \"code_naf\"", "used twice");
    check("id: Wishes", "id: Occupations", "must be there once");
    check("total: \"effectif_cdd\"", "total: \"siret\"", "must be counts");
    check("max: 20000), required", "max: 0), required", "bounds");
    check("(fr: \"cadre\"", "(fr: \"cadre, ingénieur\"", "options");
    check("\"code_commune\", \"code_bassin\"", "\"siret\", \"code_bassin\"", "private");
    check("yes: (fr", "oops: (fr", "not readable");
    let long = "Combien ".repeat(40);
    check("text: (fr: \"Quel est le métier ?\"", &format!("text: (fr: \"{long}\""), "too long");
}

#[test]
fn all_kinds_of_questions_are_asked() {
    let questionnaire = questionnaire();
    let kinds =
        questionnaire.sheets.iter().flat_map(bassin::reference::questionnaire::Sheet::questions);
    let mut seen = [false; 7];
    for question in kinds {
        let place = match question.kind {
            Kind::Text { .. } => 0,
            Kind::Code(_) => 1,
            Kind::Count { .. } => 2,
            Kind::Date { .. } => 3,
            Kind::YesNo => 4,
            Kind::Choice(_) => 5,
            Kind::Several(_) => 6,
        };
        seen[place] = true;
    }
    assert_eq!(seen, [true; 7]);
}
