//! Twenty-one respondents, one of whom holds half of the employees: the window says what can be
//! said and what cannot, and never that employer's own figures.

use crate::window::{click, opening, said, settle, window};
use bassin::ui::App;
use egui_kittest::Harness;
use std::fmt::Write as _;
use std::path::Path;

/// What the large employer alone wrote: its employees, its aides, their projects, of which
/// difficult, as many retirements; and its sums over its two occupations.
const OWN: [&str; 7] = ["1 017", "1017", "613", "624", "137", "139", "71"];

fn write(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut establishments =
        "id_etablissement;code_commune;code_bassin;code_naf;date_reponse;statut_reponse;\
         effectif_total;accueil_pmsmp;tuteur_disponible;afest_possible\n"
            .to_owned();
    let mut occupations = "id_etablissement;libelle_metier;code_rome;code_fap;version_fap;\
                           effectif_metier;projets_12m;projets_difficiles;departs_retraite_36m;\
                           causes_difficulte\n"
        .to_owned();
    establishments.push_str("HOPITAL;15014;8450;8610Z;10/11/2025;répondant;1017;oui;oui;oui\n");
    occupations.push_str("HOPITAL;Aide-soignant;J1501;V0X60;2021;613;137;71;71;compétences\n");
    occupations.push_str("HOPITAL;Cuisinier;G1602;S1X40;2021;11;2;1;1;horaires\n");
    for n in 1..=20 {
        // 21 × 20 + 583 employees: half of them all are at the hospital.
        let headcount = if n == 20 { 609 } else { 12 + n };
        let hosts = if n == 1 { "non" } else { "oui" };
        writeln!(
            establishments,
            "E{n};15014;8450;8710A;{:02}/10/2025;répondant;{headcount};{hosts};{};{}",
            n + 1,
            if n % 2 == 0 { "oui" } else { "non" },
            if n <= 5 { "non" } else { "" },
        )
        .unwrap();
        // Cooks everywhere, nurses' aides in two places beside the hospital.
        writeln!(
            occupations,
            "E{n};Cuisinier;G1602;S1X40;2021;{};{};1;1;horaires",
            4 + n % 3,
            1 + n % 2
        )
        .unwrap();
        if n <= 2 {
            writeln!(occupations, "E{n};Aide-soignant;J1501;V0X60;2021;3;1;0;0;").unwrap();
        }
    }
    let files = [("etablissements_2025.csv", establishments), ("metiers_2025.csv", occupations)];
    let written = files.map(|(name, text)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    });
    written.to_vec()
}

fn parts(harness: &mut Harness<'static, App>) -> Vec<(&'static str, String)> {
    let parts = [
        "Questionnaire",
        "Couverture",
        "Redressement",
        "Métiers à reconnaître",
        "Besoins",
        "Questions",
        "Répondants dominants",
        "Perceptions",
    ];
    let mut all = Vec::new();
    for part in parts {
        click(harness, part);
        all.push((part, said(harness)));
        if part == "Questions" {
            for question in
                ["Tuteur disponible", "Formation en situation de travail possible (AFEST)"]
            {
                click(harness, question);
                all.push((question, said(harness)));
            }
        }
        harness.run();
    }
    all
}

/// Whether a number stands in a text, not within another.
fn holds(text: &str, number: &str) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(number).any(|(at, _)| {
        !digit(text[..at].chars().next_back()) && !digit(text[at + number.len()..].chars().next())
    })
}

#[test]
fn a_number_is_found_as_it_is_shown() {
    let check = |text: &str, expect: bool| assert_eq!(holds(text, "1 017"), expect, "{text}");
    check("1 017 salariés", true);
    check("21 017", false);
    check("1 0170", false);
}

#[test]
fn what_can_be_said_and_what_cannot() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(opening(write(folder.path()), false), None);
    settle(&mut harness);
    click(&mut harness, "2  Enquête");
    let shown = parts(&mut harness);
    let of = |part: &str| shown.iter().find(|(name, _)| *name == part).unwrap().1.clone();
    for (part, text) in &shown {
        for number in OWN {
            assert!(!holds(text, number), "{part}: {number}\n{text}");
        }
        // Named to the surveyor alone, where the figures that hang on it are told.
        assert_eq!(text.contains("HOPITAL"), *part == "Répondants dominants", "{part}");
    }
    // What can be said: how many answered, shares of establishments, a total that it does not own.
    assert!(of("Couverture").contains("21 réponses sur 21 établissements interrogés"));
    let needs = of("Besoins");
    assert!(holds(&needs, "171"), "all projects: {needs}");
    // What cannot, and why.
    for reason in [
        "secret : un répondant domine",
        "secret : ce chiffre, seul ou rapproché de ceux qui sont montrés ou déjà sortis",
        "secret : trop peu de répondants",
        "trop incertain pour un chiffre redressé",
        "chiffres sur 12 sont cachés, et disent pourquoi.",
    ] {
        assert!(needs.contains(reason), "{reason}: {needs}");
    }
    // The warning, beside the figures and on its own screen.
    assert!(
        needs.contains("! 2 chiffres montrés tiennent à quelques grands répondants"),
        "{needs}"
    );
    let dominant = of("Répondants dominants");
    assert!(dominant.contains("Ensemble — Projets de recrutement à 12 mois"), "{dominant}");
    assert!(dominant.contains("Aides-soignants — Effectif du métier"), "{dominant}");
    assert!(dominant.contains("Ce chiffre est secret : ni avec, ni sans"), "{dominant}");
    // A question that one of six answered otherwise: no share, and none of its answers.
    let question = of("Formation en situation de travail possible (AFEST)");
    let reason = "secret : ce chiffre, seul ou rapproché de ceux qui sont montrés";
    assert!(
        question.contains(reason) && question.contains("21 répondants à l’enquête"),
        "{question}"
    );
    assert!(!question.contains("oui :") && !question.contains("non :"), "{question}");
    assert!(!question.contains("réponses sur"), "nor how many answered: {question}");
    let tutors = of("Tuteur disponible");
    assert!(tutors.contains("oui : 50 % (30–75 %)"), "{tutors}");

    click(&mut harness, "Affichage");
    click(&mut harness, "Écran partagé\u{a0}: ne désigner aucun répondant");
    for (part, text) in parts(&mut harness) {
        assert!(!text.contains("HOPITAL"), "{part}: {text}");
        for number in OWN {
            assert!(!holds(&text, number), "{part}: {number}\n{text}");
        }
        if part == "Répondants dominants" {
            assert!(text.contains("l’écran est partagé"), "{text}");
            assert!(!text.contains("Avec"), "{text}");
        }
    }
}

/// A refused cell is told with what it holds, but not to those who look at a shared screen.
#[test]
fn a_shared_screen_shows_no_refused_cell_of_a_survey() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("etablissements.csv");
    let rows = "id_etablissement;code_commune;code_naf;date_reponse;statut_reponse;effectif_total\n\
                e1;15014;86.10Z;2026-01-05;répondant;six cents à HOPITAL\n";
    std::fs::write(&path, rows).unwrap();
    let mut harness = window(opening(vec![path], false), None);
    settle(&mut harness);
    let before = said(&harness);
    assert!(before.contains("six cents à HOPITAL"), "{before}");
    click(&mut harness, "Affichage");
    click(&mut harness, "Écran partagé\u{a0}: ne désigner aucun répondant");
    let after = said(&harness);
    assert!(!after.contains("HOPITAL") && after.contains("l’écran est partagé"), "{after}");
}
