//! A territory against others: the command line, the window, and the published files.

use crate::published_folder;
use crate::window::{click, opening, settle, shows, window};
use bassin::analysis::compare::{Compared, compare};
use bassin::analysis::levels::{Level, read_at};
use bassin::analysis::results::Note;
use bassin::analysis::{Request, Results, analyse};
use bassin::model::{Benchmark, Fap, Grade, Perimeter};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use egui_kittest::kittest::Queryable as _;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// The survey of 2024 and the list of CLPE, when the folder is there.
fn published() -> Option<Vec<Arc<ReadTable>>> {
    static TABLES: OnceLock<Option<Vec<Arc<ReadTable>>>> = OnceLock::new();
    let load = |path: &str| {
        let bytes = std::fs::read(published_folder()?.join(path)).unwrap();
        let reference = Reference::embedded().unwrap();
        let name = Path::new(path).file_name().unwrap().to_string_lossy().into_owned();
        let mut tables = read(&name, &bytes, &reference, Control::none()).unwrap();
        Some(Arc::new(tables.remove(0)))
    };
    let all =
        || Some(vec![load("bmo/Base_open_data_BMO_2024.xlsx")?, load("geo/ref_clpe_ft.csv")?]);
    TABLES.get_or_init(all).clone()
}

fn against(
    inputs: &[Arc<ReadTable>],
    territory: &str,
    benchmarks: &[&str],
    perimeters: &[Perimeter],
) -> (Results, Vec<Compared>) {
    let reference = Reference::embedded().unwrap().with_perimeters(perimeters);
    let parameters = Parameters::embedded().unwrap();
    let request = Request {
        territory: territory.parse().unwrap(),
        year: None,
        as_of: "2026-11-24".parse().unwrap(),
    };
    let results = analyse(inputs, &reference, &parameters, &request).unwrap();
    let benchmarks: Vec<Benchmark> = benchmarks.iter().map(|code| code.parse().unwrap()).collect();
    let found = compare(inputs, &reference, &parameters, &results, &benchmarks);
    assert_eq!(found.missing, []);
    (results, found.found)
}

/// Counted by hand: 391 of 3 314 projects in Aurillac, 111 236 of 2 751 069 in France.
#[test]
fn a_quotient_of_the_published_survey() {
    let Some(inputs) = published() else { return };
    let (results, found) = against(&inputs, "be:8450", &["fr", "dep:15"], &[]);
    let code: Fap = "fap2021:S1X20".parse().unwrap();
    let quotient = found[0].occupations[&code].quotient.unwrap();
    let expected = (391.0 / 3314.0) / (111_236.0 / 2_751_069.0);
    assert!((quotient.value.unwrap() - expected).abs() < 1e-12);
    assert!(quotient.ranked && quotient.low > 2.0 && quotient.high < 4.0);
    assert!(found.iter().all(|compared| compared.nested && !compared.same));
    assert!((found[1].total.projects.value - 5589.0).abs() < 1e-9);
    // The benchmark that the results already have around the territory, by another road.
    let own = results.occupations.iter().find(|own| own.code == code).unwrap();
    assert_eq!(found[1].occupations[&code].tally, own.benchmarks.department);
    assert_eq!(found[0].total, results.totals.france);
}

/// The area of the CLPE of Aurillac is the basin without its former communes.
#[test]
fn territories_made_of_communes_are_read_at_basins() {
    let Some(inputs) = published() else { return };
    let (results, found) = against(&inputs, "clpe:15001", &["be:8450", "ze:8403", "dep:15"], &[]);
    assert!(results.territory.coverage.as_ref().unwrap().is_exact());
    assert_eq!(results.territory.label, "Aurillac");
    assert!((results.totals.territory.projects.value - 3314.0).abs() < 1e-9);
    assert!(found[0].same, "the basin itself: nothing to compare");
    assert!(found[0].occupations.values().all(|there| there.quotient.is_none()));
    let zone = found[1].coverage.as_ref().unwrap();
    assert_eq!((zone.communes, zone.inside_of()), (102, (102, 93 + 55 + 98)));
    assert_eq!(found[1].total, found[2].total, "its basins are those of the Cantal");
}

#[test]
fn the_likes_of_aurillac_are_named_with_why() {
    let Some(inputs) = published() else { return };
    let (results, found) = against(&inputs, "be:8450", &["similar"], &[]);
    let likes = &found[0].similar;
    assert_eq!(likes.len(), 5);
    assert!(likes.iter().all(|one| one.territory != results.territory.territory));
    // The sum of the neighbours is the benchmark, by another road: each alone.
    let codes: Vec<String> = likes.iter().map(|one| one.territory.to_string()).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    let (_, alone) = against(&inputs, "be:8450", &codes, &[]);
    let sum: f64 = alone.iter().map(|compared| compared.total.projects.value).sum();
    assert!((found[0].total.projects.value - sum).abs() < 1e-9);
    for (one, compared) in likes.iter().zip(&alone) {
        assert!((one.projects - compared.total.projects.value).abs() < 1e-9);
        assert!((one.distance - one.structure - 0.25 * one.volume_ratio.ln().abs()).abs() < 1e-12);
    }
}

/// Two basins, the second of which only half lies in the perimeter.
#[test]
fn a_perimeter_says_which_part_of_each_basin_it_has() {
    let header = "annee;code métier;BE26;NOMBE26;Dept;NomDept;REG;NOM_REG;met;xmet;smet\n";
    let row = |basin: &str, met: &str| {
        format!("2026;V0X60;{basin};X;15;Cantal;84;Auvergne-Rhône-Alpes;{met};*;*\n")
    };
    let text = format!("{header}{}{}{}", row("8450", "60"), row("8456", "20"), row("8451", "*"));
    let reference = Reference::embedded().unwrap();
    let table = read("bmo.csv", text.as_bytes(), &reference, Control::none()).unwrap().remove(0);
    let communes = |basin: &str| -> Vec<String> {
        let all = reference.communes_of(basin.parse().unwrap()).into_iter();
        all.filter(|commune| reference.is_current(commune)).map(str::to_owned).collect()
    };
    let (aurillac, mauriac) = (communes("be:8450"), communes("be:8456"));
    let half = mauriac.iter().take(mauriac.len() / 2).cloned();
    let communes: BTreeSet<String> = aurillac.iter().cloned().chain(half).collect();
    let perimeter = Perimeter { name: "Pays".to_owned(), communes };
    let code = perimeter.territory().to_string();
    let (_, found) = against(&[Arc::new(table)], "be:8451", &[&code], &[perimeter]);
    let compared = &found[0];
    assert_eq!(compared.label, "Pays");
    assert!((compared.total.projects.value - (60.0 + 20.0)).abs() < 1e-9, "basins count whole");
    let parts: Vec<(u32, u32)> =
        compared.coverage.as_ref().unwrap().basins.iter().map(|p| (p.inside, p.of)).collect();
    let whole = u32::try_from(aurillac.len()).unwrap();
    let part = u32::try_from(mauriac.len()).unwrap();
    assert_eq!(parts, [(whole, whole), (part / 2, part)]);
}

/// The families of Aurillac, counted independently.
#[test]
fn the_families_of_aurillac_are_those_counted() {
    let Some(inputs) = published() else { return };
    let (results, _) = against(&inputs, "be:8450", &[], &[]);
    let families: Vec<(&str, f64, u32, f64, u32)> = results
        .groups
        .iter()
        .filter(|group| group.level == Level::Family)
        .map(|group| {
            let (met, xmet) = (&group.tally.projects, &group.tally.difficult);
            (group.code.as_str(), met.value, met.masked_cells, xmet.value, xmet.masked_cells)
        })
        .collect();
    let expected = [
        ("A", 175.0, 2, 85.0, 3),
        ("C", 210.0, 8, 84.0, 11),
        ("I", 364.0, 9, 263.0, 13),
        ("O", 188.0, 3, 179.0, 4),
        ("S", 497.0, 1, 259.0, 2),
        ("T", 59.0, 7, 45.0, 8),
        ("V", 1450.0, 9, 835.0, 13),
        ("Z", 371.0, 3, 175.0, 8),
    ];
    assert_eq!(families, expected);
    // A thin occupation is read where its group stands on the territory's own data.
    let thin = results.occupations.iter().filter(|one| one.pressure.grade == Grade::C);
    let read: Vec<_> = thin.filter_map(|one| read_at(one, &results.groups)).collect();
    assert!(!read.is_empty() && read.iter().all(|group| group.grade != Grade::C));
}

/// The estimate spreads what is there, no more: sections and what has no link add up to the
/// projects of the territory, and the occupations of a section to the section.
#[test]
fn estimated_sectors_add_up_to_the_territory() {
    let Some(mut inputs) = published() else { return };
    let path = published_folder().unwrap().join("nomenclatures/rome_naf_mapping_2021.csv");
    let bytes = std::fs::read(path).unwrap();
    let reference = Reference::embedded().unwrap();
    let hires = read("rome_naf.csv", &bytes, &reference, Control::none()).unwrap().remove(0);
    inputs.push(Arc::new(hires));
    let (results, _) = against(&inputs, "be:8450", &[], &[]);
    let found = &results.sectors;
    assert_eq!(found.estimate, Some(2));
    let sum = |keep: &dyn Fn(char, bool) -> bool| -> f64 {
        let cells =
            found.cells.iter().filter(|((section, code), _)| keep(*section, code.is_none()));
        cells.map(|(_, cell)| cell.estimate.unwrap().projects).sum()
    };
    let sections = sum(&|_, whole| whole);
    assert!((sections + found.unlinked_projects - 3314.0).abs() < 1e-6, "{sections}");
    let (health, parts) = (sum(&|s, whole| s == 'Q' && whole), sum(&|s, whole| s == 'Q' && !whole));
    assert!(health > 100.0 && (health - parts).abs() < 1e-6);
    let (value, low, high) = found.cells[&('Q', None)].estimate.unwrap().difficult_share().unwrap();
    assert!(0.0 < low && low < value && value < high && high < 1.0);
}

#[test]
fn offers_and_estimates_of_a_sector_are_shown_apart() {
    let folder = tempfile::tempdir().unwrap();
    let hires = folder.path().join("embauches.csv");
    let rows = "rome_id,rome_label,naf_id,naf_label,hirings\n\
                J1501,Soins,8610Z,Hôpital,30\nJ1501,Soins,7820Z,Intérim,10\n";
    std::fs::write(&hires, rows).unwrap();
    let mut harness = window(opening(vec![hires], true), None);
    settle(&mut harness);
    let sectors = &harness.state().session.results().unwrap().sectors;
    // 88 projects of the sample are for aides-soignants.
    let health = sectors.cells[&('Q', None)].estimate.unwrap();
    assert!((health.projects - 88.0 * 30.0 / 40.0).abs() < 1e-9, "{health:?}");
    click(&mut harness, "3  Diagnostic");
    click(&mut harness, "Secteurs");
    assert!(shows(&harness, "Deux lectures à ne pas additionner"));
    assert!(shows(&harness, "Santé humaine et action sociale"));
    assert!(!shows(&harness, "Aides-soignants"), "sectors only");
    harness.get_by_role_and_label(egui::Role::ComboBox, "Secteur").click();
    settle(&mut harness);
    harness.get_by_role_and_label(egui::Role::Button, "Santé humaine et action sociale").click();
    settle(&mut harness);
    assert!(shows(&harness, "Aides-soignants"));
}

/// With a code, by the title alone, with a code that leads nowhere, with a title that tells nothing.
#[test]
fn offers_without_a_code_are_placed_by_their_title_and_counted() {
    let reference = Reference::embedded().unwrap();
    let table = |name: &str, text: &str| {
        Arc::new(read(name, text.as_bytes(), &reference, Control::none()).unwrap().remove(0))
    };
    let survey = "annee;code métier;BE26;Dept;REG;met;xmet;smet\n2026;V0X60;8450;15;84;60;30;*\n";
    let header = "id_offre;source;intitule;code_rome;code_commune;date_creation;nb_postes;\
                  type_contrat;statut\n";
    let row = |id: &str, title: &str, rome: &str| {
        format!("{id};Presse;{title};{rome};15014;01/02/2026;2;CDI;ouverte\n")
    };
    let offers = [
        row("1", "Aide-soignant", "J1501"),
        row("2", "AIDE SOIGNANTE (H/F)", ""),
        row("3", "Aide-soignant", "Z9999"),
        row("4", "Venez nous rejoindre", ""),
    ];
    let offers = format!("{header}{}", offers.concat());
    let inputs = [table("bmo.csv", survey), table("offres_locales.csv", &offers)];
    let (results, _) = against(&inputs, "be:8450", &[], &[]);
    let placed = results.occupations[0].local_offers.as_ref().unwrap();
    assert_eq!(placed.offers, 2);
    let told = |count| Note::OccupationByTitle { source: 1, count };
    assert!(results.notes.contains(&told(1)), "{:?}", results.notes);
    assert!(results.notes.contains(&Note::WithoutOccupation { source: 1, count: 2 }));
}

#[test]
fn groups_and_the_reading_of_thin_occupations_are_shown() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    let results = harness.state().session.results().unwrap();
    let thin = results.occupations.iter().find(|one| read_at(one, &results.groups).is_some());
    let thin = thin.map(|one| (one.label.clone(), read_at(one, &results.groups).unwrap()));
    let (label, group) = thin.map(|(label, group)| (label, group.label.clone())).unwrap();
    click(&mut harness, "3  Diagnostic");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    settle(&mut harness);
    harness.event(egui::Event::Text(label.clone()));
    settle(&mut harness);
    click(&mut harness, &label);
    assert!(shows(&harness, &format!("«\u{a0}{group}\u{a0}»")), "{label}: {group}");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.key_press(egui::Key::Backspace);
    settle(&mut harness);
    click(&mut harness, "Groupes");
    assert!(shows(&harness, "Groupe FAP (87)"));
    click(&mut harness, "Famille BMO");
    let families = results_labels(&harness, Level::Family);
    assert!(families.iter().any(|family| shows(&harness, family)), "{families:?}");
}

fn results_labels(
    harness: &egui_kittest::Harness<'_, bassin::ui::App>,
    level: Level,
) -> Vec<String> {
    let results = harness.state().session.results().unwrap();
    let groups = results.groups.iter().filter(|group| group.level == level);
    groups.map(|group| group.label.clone()).collect()
}

#[test]
fn benchmarks_are_chosen_in_the_window_and_undone() {
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "3  Diagnostic");
    click(&mut harness, "Comparaison");
    assert!(shows(&harness, "Choisir un repère"));
    click(&mut harness, "Ajouter un repère");
    harness.event(egui::Event::Text("france".to_owned()));
    settle(&mut harness);
    harness.key_press(egui::Key::Enter);
    settle(&mut harness);
    let chosen = |harness: &egui_kittest::Harness<'_, bassin::ui::App>| {
        harness.state().session.project.decisions().benchmarks.clone()
    };
    assert_eq!(chosen(&harness), ["fr".parse().unwrap()]);
    assert!(shows(&harness, "Quotient de localisation"));
    let results = harness.state().session.results().unwrap();
    assert_eq!(results.comparisons.found.len(), 1);
    click(&mut harness, "Comment les repères sont lus");
    assert!(shows(&harness, "Le repère contient le territoire"));
    harness.get_by_label("Retirer France (fr)").click();
    settle(&mut harness);
    assert!(chosen(&harness).is_empty());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert_eq!(chosen(&harness), ["fr".parse().unwrap()], "undone");
}

#[test]
fn a_list_of_communes_becomes_a_territory_of_the_project() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("Pays de Valmont.csv");
    let communes = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/communes_bassins_fictif.csv"),
    )
    .unwrap();
    let codes: Vec<&str> = communes
        .lines()
        .filter(|line| line.contains(",9601,"))
        .flat_map(|line| line.split([';', ',']))
        .filter(|cell| cell.len() == 5 && cell.bytes().all(|byte| byte.is_ascii_digit()))
        .collect();
    std::fs::write(&list, format!("code\n{}\nailleurs\n", codes.join("\n"))).unwrap();
    let mut harness = window(opening(Vec::new(), true), None);
    settle(&mut harness);
    click(&mut harness, "3  Diagnostic");
    click(&mut harness, "Comparaison");
    harness.state_mut().add_perimeter(&list);
    settle(&mut harness);
    assert!(shows(&harness, "1 ligne sans commune connue"));
    click(&mut harness, "Fermer");
    let session = &harness.state().session;
    let decisions = session.project.decisions();
    assert_eq!(decisions.perimeters[0].name, "Pays de Valmont");
    assert_eq!(decisions.perimeters[0].communes.len(), codes.len());
    assert_eq!(session.project.undoable(), Some("add-perimeter"));
    let compared = &session.results().unwrap().comparisons.found[0];
    assert!(compared.same, "the whole basin, drawn by hand");
    assert!(compared.coverage.as_ref().unwrap().is_exact());
}
