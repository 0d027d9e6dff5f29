//! The window as its users see it: by the names that a screen reader says.

use bassin::model::Language;
use bassin::report::citation::FigureId;
use bassin::ui::{App, Opening};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub fn opening(files: Vec<PathBuf>, demo: bool) -> Opening {
    let today = "2026-11-24".parse().unwrap();
    Opening { files, demo, language: Some(Language::French), today }
}

pub fn window(opening: Opening, folder: Option<&Path>) -> Harness<'static, App> {
    let mut app = App::with_folder(opening, folder.map(Path::to_owned)).unwrap();
    Harness::builder().with_size([1280.0, 720.0]).with_max_steps(60).build_eframe(move |creation| {
        app.attach(&creation.egui_ctx);
        app
    })
}

/// Steps until the work in the background is done; minutes are far more than it takes.
pub fn settle(harness: &mut Harness<'static, App>) {
    let begun = Instant::now();
    harness.run_steps(3);
    while harness.state().is_busy() {
        assert!(begun.elapsed() < Duration::from_mins(5), "the window never settles");
        std::thread::sleep(Duration::from_millis(10));
        harness.run_steps(1);
    }
    harness.run_steps(3);
}

fn demo() -> Harness<'static, App> {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    harness
}

pub fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    settle(harness);
}

pub fn shows(harness: &Harness<'static, App>, text: &str) -> bool {
    harness.query_all_by_label_contains(text).next().is_some()
}

/// Everything that a screen reader would say, a line each, all spaces alike.
pub fn said(harness: &Harness<'static, App>) -> String {
    let nodes = harness.query_all_by(|node| node.label().is_some() || node.value().is_some());
    let words = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().collect::<Vec<_>>().join(" = ")
    };
    nodes.map(words).collect::<Vec<_>>().join("\n").replace(['\u{202f}', '\u{a0}'], " ")
}

#[test]
fn each_step_shows_its_work() {
    let mut harness = demo();
    for (step, seen) in [
        ("1  Sources", "BMO_2025_territoire_fictif.xlsx"),
        ("2  Enquête", "réponses sur"),
        ("3  Diagnostic", "Aides à domicile et auxiliaires de vie"),
        ("4  Formation", "dans le bassin"),
        ("5  Programmes", "Formation à monter"),
        ("6  Documents", "Métiers en tension et formation"),
        ("7  Plan d’actions", "Aucune action encore"),
    ] {
        click(&mut harness, step);
        assert!(shows(&harness, seen), "{step}: {seen}");
        // Settled: every node that can be acted upon has a name.
        harness.run();
    }
}

#[test]
fn a_figure_says_where_it_comes_from() {
    let mut harness = demo();
    harness.get_by_label("Aides-soignants").click();
    settle(&mut harness);
    harness.get_by_label("Projets de recrutement 88").click_accesskit();
    settle(&mut harness);
    assert!(shows(&harness, "BMO_2025_territoire_fictif.xlsx"), "{}", said(&harness));
    // Under the name that the document gives it, in the window and in what is copied.
    let id = FigureId::of("diagnostic", "V0X60", "projects-shown").to_string();
    assert!(shows(&harness, &id) && shows(&harness, "Empreinte"), "{}", said(&harness));
    harness.get_by_label("Copier").click();
    let text = copied(&mut harness).expect("the answer is copied");
    assert!(text.contains(&format!("Identifiant\t{id}")), "{text}");
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    assert!(!shows(&harness, "BMO_2025_territoire_fictif.xlsx"));
}

/// What the next steps put into the clipboard.
pub fn copied(harness: &mut Harness<'static, App>) -> Option<String> {
    let mut copied = None;
    for _ in 0..4 {
        harness.step();
        copied = copied.or(harness.output().platform_output.commands.iter().find_map(|command| {
            match command {
                egui::OutputCommand::CopyText(text) => Some(text.clone()),
                _ => None,
            }
        }));
    }
    copied
}

#[test]
fn a_block_is_copied_for_a_spreadsheet() {
    let mut harness = demo();
    harness.get_by_label("Aides-soignants").click();
    settle(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(2);
    harness.event(egui::Event::Copy);
    let copied = copied(&mut harness).expect("something is copied");
    let lines: Vec<Vec<&str>> = copied.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 1 + 95, "one title line and every occupation");
    assert!(lines.iter().all(|cells| cells.len() == lines[0].len()));
    assert_eq!(lines[0][..3], ["Code", "Métier", "Signalement"]);
    assert!(lines.iter().any(|cells| cells[0] == "V0X60" && cells.contains(&"88")));
    assert!(!lines.iter().flatten().any(|cell| cell.starts_with(['=', '+', '@'])));
}

#[test]
fn searching_ignores_accents_and_case() {
    let mut harness = demo();
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    settle(&mut harness);
    harness.event(egui::Event::Text("MACONS".to_owned()));
    settle(&mut harness);
    assert!(shows(&harness, "Maçons qualifiés"));
    assert!(!shows(&harness, "Aides-soignants"));
}

#[test]
fn a_territory_is_found_by_typing_and_undone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let files = vec![folder.join("BMO_2025_territoire_fictif.xlsx")];
    let mut harness = window(opening(files, false), None);
    settle(&mut harness);
    click(&mut harness, "Continuer\u{a0}: choisir le territoire");
    harness.event(egui::Event::Text("valmont".to_owned()));
    settle(&mut harness);
    harness.key_press(egui::Key::Enter);
    settle(&mut harness);
    assert!(harness.state().session.document().is_some());
    let chosen = harness.state().session.project.decisions().territory;
    assert_eq!(chosen, Some("be:9601".parse().unwrap()));
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert_eq!(harness.state().session.project.decisions().territory, None);
}

#[test]
fn a_bad_file_is_told_and_the_rest_stands() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("pas-un-classeur.xlsx");
    let content = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n";
    std::fs::write(&bad, content).unwrap();
    let empty = folder.path().join("vide.csv");
    std::fs::write(&empty, b"").unwrap();
    let mut harness = window(opening(vec![bad.clone(), empty], true), None);
    settle(&mut harness);
    assert!(harness.state().session.document().is_some(), "the sample is still analysed");
    click(&mut harness, "1  Sources");
    click(&mut harness, "pas-un-classeur.xlsx");
    assert!(shows(&harness, "ni un classeur ni un texte lisible"));
    assert_eq!(std::fs::read(&bad).unwrap(), content, "the source is untouched");
}

#[test]
fn work_is_found_again_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window(opening(Vec::new(), true), Some(folder.path()));
    settle(&mut harness);
    drop(harness);
    let mut harness = window(opening(Vec::new(), false), Some(folder.path()));
    settle(&mut harness);
    click(&mut harness, "Reprendre ce travail");
    assert_eq!(
        harness.state().session.project.decisions().sources.len(),
        bassin::sample::FILES.len()
    );
    click(&mut harness, "3  Diagnostic");
    assert!(shows(&harness, "Aides-soignants"));
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_file_is_read() {
    let mut harness = window(opening(Vec::new(), false), None);
    settle(&mut harness);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let file = Dropped(folder.join("certif_info_fictif.csv"));
    harness.input_mut().dropped_files.push(std::sync::Arc::new(file));
    settle(&mut harness);
    assert!(shows(&harness, "certif_info_fictif.csv"));
    assert!(shows(&harness, "Certif Info"));
}

#[test]
fn of_three_files_that_disagree_one_alone_is_said_to_be_used() {
    let folder = tempfile::tempdir().unwrap();
    let header = "annee;code métier;BE26;NOMBE26;Dept;NomDept;REG;NOM_REG;met;xmet;smet\n";
    let files = ["a", "b", "c"].iter().zip(7..).map(|(name, xmet)| {
        let path = folder.path().join(format!("{name}.csv"));
        let row = "2026;V0X60;8450;AURILLAC;15;Cantal;84;Auvergne-Rhône-Alpes;12";
        std::fs::write(&path, format!("{header}{row};{xmet};*\n")).unwrap();
        path
    });
    let mut harness = window(opening(files.collect(), false), None);
    settle(&mut harness);
    let told = said(&harness);
    assert_eq!(told.matches("« a.csv » est retenu").count(), 3, "{told}");
    assert!(!told.contains("« b.csv » est retenu"), "{told}");
}

#[test]
fn two_files_that_disagree_are_compared_and_one_is_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let header = "annee;code métier;BE26;NOMBE26;Dept;NomDept;REG;NOM_REG;met;xmet;smet\n";
    let row = |xmet: &str| {
        format!("2026;V0X60;8450;AURILLAC;15;Cantal;84;Auvergne-Rhône-Alpes;12;{xmet};*\n")
    };
    let (first, second) = (folder.path().join("a.csv"), folder.path().join("b.csv"));
    std::fs::write(&first, format!("{header}{}", row("8"))).unwrap();
    std::fs::write(&second, format!("{header}{}", row("9"))).unwrap();
    let mut harness = window(opening(vec![first, second], false), None);
    settle(&mut harness);
    assert!(shows(&harness, "donnent 1 chiffre différent (1 ligne commune)"));
    assert!(shows(&harness, "« a.csv » est retenu"));
    click(&mut harness, "Comparer…");
    assert!(shows(&harness, "V0X60 Aides-soignants"));
    click(&mut harness, "Retenir b.csv");
    assert!(shows(&harness, "« b.csv » est retenu"));
    let used = harness.state().session.inputs();
    assert_eq!(used.first().map(|table| table.file.as_str()), Some("b.csv"));
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert!(shows(&harness, "« a.csv » est retenu"), "undone");
}

/// The years side by side, what past flags were worth, and the spouse's job: each has its place.
#[test]
fn files_together_are_told_in_the_sources() {
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, year: u16| {
        let text = format!(
            "annee;code métier;BE26;Dept;REG;met;xmet;smet\n{year};V0X60;8450;15;84;12;8;*\n"
        );
        std::fs::write(folder.path().join(name), text).unwrap();
        folder.path().join(name)
    };
    let files = vec![put("a.csv", 2025), put("b.csv", 2026), put("c.csv", 2026)];
    let mut harness = window(opening(files, false), None);
    settle(&mut harness);
    click(&mut harness, "1  Sources");
    let told = said(&harness);
    assert!(told.contains("« a.csv » et « b.csv »") && told.contains("s’empilent"), "{told}");
    assert!(told.contains("copie"), "{told}");
    click(&mut harness, "c.csv");
    assert!(said(&harness).contains("« c.csv » a le même contenu que « b.csv »"));
}

#[test]
fn the_diagnosis_tells_change_reliability_and_couples() {
    let mut harness = demo();
    click(&mut harness, "Évolution");
    assert!(shows(&harness, "Ce qui a changé depuis l’année chargée précédente"));
    assert!(shows(&harness, "non concluant"));
    click(&mut harness, "Fiabilité");
    assert!(shows(&harness, "De 2024 à 2025"));
    click(&mut harness, "Couples");
    assert!(shows(&harness, "Choisissez un métier dans le tableau"));
    click(&mut harness, "Tableau");
    click(&mut harness, "Aides-soignants");
    assert!(shows(&harness, "Rang (80"));
    click(&mut harness, "Couples");
    let begun = Instant::now();
    let combo = harness.get_by_role_and_label(egui::accesskit::Role::ComboBox, "avec");
    combo.click();
    settle(&mut harness);
    click(&mut harness, "A0X41 Eleveurs");
    while !shows(&harness, "Bassins qui recrutent les deux") {
        assert!(begun.elapsed() < Duration::from_mins(1), "the couple never comes");
        std::thread::sleep(Duration::from_millis(10));
        harness.run_steps(1);
    }
    assert!(shows(&harness, "sur le territoire"));
}
