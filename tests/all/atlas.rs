//! Every basin read at once says what each says when it is analysed alone.

use crate::published::bmo;
use bassin::analysis::{Request, analyse, settings};
use bassin::indicators::atlas::{Atlas, Reading};
use bassin::indicators::fold::Fold;
use bassin::indicators::hiring::Mask;
use bassin::model::Territory;
use bassin::model::adjust::{Adjustments, Cut};
use bassin::readers::{Control, ReadTable, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::tables::Table;
use std::path::Path;
use std::sync::Arc;

/// Compares the basins wanted; gives their number.
fn check(input: &Arc<ReadTable>, wanted: impl Fn(&Atlas, Territory) -> bool) -> usize {
    compare(input, Cut::Region, &wanted);
    compare(input, Cut::France, &wanted)
}

fn compare(input: &Arc<ReadTable>, cut: Cut, wanted: &impl Fn(&Atlas, Territory) -> bool) -> usize {
    let reference = Reference::embedded().unwrap();
    let mut adjustments = Adjustments::default();
    adjustments.cut = cut;
    let parameters = Parameters::embedded().unwrap().adjusted(&adjustments);
    let Table::Bmo(table) = &input.table else { panic!("{} is no survey", input.file) };
    let (year, version) = (input.vintage.unwrap(), input.fap_version.unwrap());
    let mask = Mask::integer(parameters.star_max());
    let atlas = Atlas::of_basins(&Fold::new(table, year, version, mask));
    let settings = settings(&parameters);
    let readings = atlas.readings(cut, settings, 2);
    assert_eq!(readings, atlas.readings(cut, settings, 1));
    assert_eq!(readings.len(), atlas.cells.len());
    let mut compared = 0;
    for (place, basin) in atlas.territories.iter().enumerate() {
        if !wanted(&atlas, basin.territory) {
            continue;
        }
        let request = Request {
            territory: basin.territory,
            year: None,
            as_of: "2026-11-24".parse().unwrap(),
        };
        let results =
            analyse(std::slice::from_ref(input), &reference, &parameters, &request).unwrap();
        assert!((results.cut.unwrap() - atlas.cuts(cut).get(place).unwrap()).abs() < 1e-12);
        assert_eq!(results.territory.label, basin.label);
        let found: Vec<(_, Reading)> = (atlas.cells.iter().zip(&readings))
            .filter(|(cell, _)| cell.territory == place)
            .map(|(cell, reading)| (atlas.occupations.get(cell.occupation).unwrap().0, *reading))
            .collect();
        assert_eq!(found.len(), results.occupations.len(), "{}", basin.territory);
        for ((code, reading), occupation) in found.iter().zip(&results.occupations) {
            let pressure = &occupation.pressure;
            assert_eq!(*code, occupation.code);
            let said = (reading.status, reading.grade);
            assert_eq!(said, (pressure.status, pressure.grade), "{} {code}", basin.territory);
            assert!((reading.mean - pressure.mean().unwrap()).abs() < 1e-9);
            assert!((reading.probability - pressure.probability().unwrap()).abs() < 1e-9);
        }
        compared += 1;
    }
    compared
}

#[test]
fn the_sample_basins() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let name = std::fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = name.map(|name| name.to_string_lossy().into_owned()).collect();
    names.retain(|name| name.to_lowercase().contains("bmo"));
    names.sort();
    let name = names.last().unwrap();
    let bytes = std::fs::read(path.join(name)).unwrap();
    let reference = Reference::embedded().unwrap();
    let tables = read(name, &bytes, &reference, Control::none()).unwrap();
    let table = tables.into_iter().find(|table| matches!(table.table, Table::Bmo(_))).unwrap();
    assert!(check(&Arc::new(table), |_, _| true) > 1);
}

/// The pilot, its neighbours, and every fourth basin that lies in several départements.
#[test]
fn the_published_basins() {
    let Some(input) = bmo(2024) else { return };
    let wanted = |atlas: &Atlas, territory: Territory| {
        let straddling = atlas.straddling();
        let some = straddling.iter().step_by(straddling.len().div_ceil(3)).any(|t| *t == territory);
        some || ["8450", "8451"].contains(&territory.code())
    };
    assert!(check(&input, wanted) >= 4);
}

mod window {
    use crate::window::{click, opening, settle, shows, window};
    use egui_kittest::kittest::Queryable as _;

    #[test]
    fn all_basins_are_sorted_searched_and_one_is_chosen() {
        let mut harness = window(opening(Vec::new(), true), None);
        settle(&mut harness);
        click(&mut harness, "3  Diagnostic");
        click(&mut harness, "Tous les bassins");
        settle(&mut harness);
        let (sheet, _) = harness.state().session.atlas_sheet().unwrap();
        let basins = sheet.atlas.territories.len();
        assert!(basins > 1 && sheet.len() > 95);
        let other = sheet.atlas.territories.iter().find(|basin| basin.territory.code() != "9601");
        let other = other.unwrap().clone();
        // The largest probability first: nobody stands above the first row.
        click(&mut harness, "Trier par Probabilité de dépasser le seuil");
        assert!(shows(&harness, "signalé"));
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
        settle(&mut harness);
        harness.event(egui::Event::Text(format!("{} aides-soignants", other.label)));
        settle(&mut harness);
        harness.get_by_label("Aides-soignants").click();
        settle(&mut harness);
        click(&mut harness, &format!("Analyser {}", other.label));
        let session = &harness.state().session;
        assert_eq!(session.project.decisions().territory, Some(other.territory));
        assert_eq!(session.results().unwrap().territory.territory, other.territory);
    }
}
