//! Groups of occupations that the user makes: rows of the register of needs, under the same secrecy.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use crate::leaks::{Attacker, export, run};
use crate::window::{click, opening, said, settle, window};
use bassin::analysis::employers::answers::Asked;
use bassin::analysis::employers::needs::{Form, Need};
use bassin::i18n::Catalog;
use bassin::model::{Fap, Groups, Language, OccupationGroup, Scope, Value};
use bassin::project::file::to_text;
use bassin::project::{Edit, Origin, Project};
use bassin::report::document::Document;
use bassin::report::survey::PublishedSurvey;
use bassin::secrecy::Published;
use bassin::secrecy::journal::Key;
use bassin::secrecy::table::CellId;
use egui_kittest::kittest::Queryable as _;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

fn group(codes: &[&str]) -> (String, std::collections::BTreeSet<Fap>) {
    let members = codes.iter().map(|code| format!("fap2021:{code}").parse().unwrap());
    (format!("Ensemble {}", codes.join(" ")), members.collect())
}

fn row<'a>(needs: &'a [Need], name: &str) -> &'a Need {
    let is_it = |need: &&Need| need.scope.group().is_some_and(|group| group.name == name);
    needs.iter().find(is_it).unwrap()
}

#[test]
fn a_group_is_the_sum_of_its_occupations() {
    let respondents: Vec<usize> = (0..21).collect();
    let (name, members) = group(&["G0B41", "S1X20"]);
    let nobody = ("Personne".to_owned(), ["fap2021:V0X60".parse().unwrap()].into());
    let groups: Groups = [(name.clone(), members.clone()), nobody].into();
    let (found, document) = export(&respondents, &groups, &Project::default().log());
    let told = found.survey.weighing.unwrap();
    let of_group = row(&told.needs, &name);
    let parts: Vec<&Need> = told
        .needs
        .iter()
        .filter(|need| matches!(need.scope, Scope::Occupation(fap) if members.contains(&fap)))
        .collect();
    assert_eq!(parts.len(), 2);
    for (place, measure) in of_group.measures.iter().enumerate() {
        let each = parts.iter().flat_map(|need| &need.measures[place].contributions);
        let (own, weighted) =
            each.fold((0.0, 0.0), |(own, weighted), one| (own + one.own, weighted + one.weighted));
        assert!(own > 0.0, "{place}");
        let made = &measure.contributions;
        let sum: f64 = made.iter().map(|one| one.weighted).sum();
        assert!((sum - weighted).abs() < 1e-9 * (1.0 + weighted), "{:?}", measure.wanted);
        if let Form::Total(_) = measure.wanted.form {
            assert!((measure.unweighted.unwrap() - own).abs() < 1e-9);
        }
    }
    // Whoever has both counts once.
    let both = parts[0].having.iter().filter(|who| parts[1].having.contains(who)).count();
    assert!(both > 0);
    assert_eq!(of_group.having.len() + both, parts[0].having.len() + parts[1].having.len());
    // A group that nobody has is no row.
    assert!(told.needs.iter().all(|need| need.scope.group().is_none_or(|one| one.name == name)));
    let catalog = Catalog::new(Language::French).unwrap();
    let table = document.table("besoins").unwrap();
    let label = table.column("label").unwrap();
    let rows = table.rows.iter().filter(|row| row.cells[label].shown(&catalog).contains(&name));
    assert!(rows.count() >= 5);
}

/// Numbers of a register in a document, weighted, by what the row is called.
fn shown(document: &Document, catalog: &Catalog, name: &str) -> usize {
    let table = document.table("besoins").unwrap();
    let (label, value) = (table.column("label").unwrap(), table.column("need-value").unwrap());
    let of_name = table.rows.iter().filter(|row| row.cells[label].shown(catalog).contains(name));
    of_name.filter(|row| row.cells[value].number().is_some()).count()
}

/// The same figure stands in both exports.
fn same(attacker: &mut Attacker, needs: [&[Need]; 2]) {
    for (first, need) in needs[0].iter().enumerate() {
        let later = needs[1].iter().position(|later| later.scope == need.scope).unwrap();
        for asked in Asked::ALL {
            for weighted in [true, false] {
                let at = |export, place| -> Option<CellId> {
                    attacker.cells.get(&(export, place, *asked, weighted)).copied()
                };
                if let (Some(before), Some(after)) = (at(0, first), at(1, later)) {
                    attacker.system.total(after, &[before]).unwrap();
                }
            }
        }
    }
}

/// All pairs of the five occupations.
fn pairs() -> Groups {
    let codes = ["G0B41", "G1X72", "S1X20", "T2A60", "J3X43"];
    let pairs = codes.iter().enumerate();
    let pairs = pairs.flat_map(|(at, one)| codes[at + 1..].iter().map(move |two| [*one, *two]));
    pairs.map(|pair| group(&pair)).collect()
}

/// The figures of groups as they are, were they shown whatever they tell.
fn careless(attacker: &mut Attacker, export: usize, needs: &[Need]) {
    for (place, need) in needs.iter().enumerate() {
        let is_group = matches!(need.scope, Scope::Group(_));
        for asked in Asked::ALL.iter().filter(|_| is_group) {
            if let Some(cell) = attacker.cells.get(&(export, place, *asked, false)).copied() {
                let value = attacker.system.cell(cell).unwrap().value.unwrap();
                attacker.know(cell, (value, value));
            }
        }
    }
}

#[test]
fn groups_of_one_export_give_nobody_away() {
    let catalog = Catalog::new(Language::French).unwrap();
    let pairs = pairs();
    assert_eq!(pairs.len(), 5 * 4 / 2);
    let respondents: Vec<usize> = (0..21).collect();
    let (found, document) = export(&respondents, &pairs, &Project::default().log());
    let needs = found.survey.weighing.unwrap().needs;
    let published = found.published.unwrap();
    assert_eq!(published.exposed, 0, "{:?}", published.given_away);
    let mut attacker = Attacker::default();
    attacker.relations(0, &needs);
    attacker.read(0, &document, &needs, &catalog);
    let (found, secrets) = attacker.find();
    assert!(secrets > 10, "{secrets}");
    assert_eq!(found, Vec::<String>::new());
    assert!(shown(&document, &catalog, "Ensemble") > 0, "some group is told");
    careless(&mut attacker, 0, &needs);
    assert!(attacker.find().0.iter().any(|name| !name.contains("Group")));
}

/// An export without groups, then one with all pairs: hidden occupations stay so.
#[test]
fn a_group_shown_later_gives_no_hidden_occupation_away() {
    let catalog = Catalog::new(Language::French).unwrap();
    let respondents: Vec<usize> = (0..21).collect();
    let mut log = Project::default().log();
    let mut attacker = Attacker::default();
    let mut told = Vec::new();
    let mut given_away = Vec::new();
    for (place, groups) in [Groups::new(), pairs()].iter().enumerate() {
        let (found, document) = export(&respondents, groups, &log);
        let needs = found.survey.weighing.as_ref().unwrap().needs.clone();
        attacker.relations(place, &needs);
        if place == 0 {
            attacker.read(place, &document, &needs, &catalog);
        }
        let published = found.published.unwrap();
        given_away.push((published.exposed, published.given_away));
        log.releases.push(published.release);
        told.push((needs, document));
    }
    same(&mut attacker, [&told[0].0, &told[1].0]);
    // Groups alone count as given away by the second: sums that the first had told.
    assert_eq!(given_away[0].0, 0);
    let is_group = |key: &&Key| key.breakdown.starts_with("group/");
    assert!(given_away[1].1.iter().all(|key| is_group(&key)), "{:?}", given_away[1].1);
    attacker.read(1, &told[1].1, &told[1].0, &catalog);
    // Two occupations that covered each other make a sum that the first export told already: what
    // is new is that the second must not tell them apart.
    let of_occupations = |attacker: &Attacker| -> Vec<String> {
        attacker.find().0.into_iter().filter(|name| !name.contains("Group")).collect()
    };
    assert_eq!(of_occupations(&attacker), Vec::<String>::new());
    assert!(shown(&told[1].1, &catalog, "Ensemble") > 0, "some group is told");
    careless(&mut attacker, 1, &told[1].0);
    assert!(!of_occupations(&attacker).is_empty());
}

const ESTABLISHMENTS: &str =
    "id_etablissement;code_commune;code_bassin;code_naf;date_reponse;statut_reponse;effectif_total";

/// Eight establishments, each with three occupations.
fn survey(folder: &Path) -> Vec<std::path::PathBuf> {
    let (mut units, mut jobs) = (
        ESTABLISHMENTS.to_owned(),
        "id_etablissement;libelle_metier;code_fap;version_fap;effectif_metier;projets_12m"
            .to_owned(),
    );
    for n in 0..8 {
        let _ = write!(units, "\nE{n};15014;8450;8610Z;10/11/2025;répondant;30");
        let _ = write!(jobs, "\nE{n};Aide-soignant;V0X60;2021;9;3");
        let _ = write!(jobs, "\nE{n};Aide à domicile;T2A60;2021;6;2");
        let _ = write!(jobs, "\nE{n};Cuisinier;S1X40;2021;2;1");
    }
    let files = [("etablissements_2025.csv", units), ("metiers_2025.csv", jobs)];
    let written = files.map(|(name, text)| {
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        path
    });
    written.to_vec()
}

/// Gives the open group another name.
fn rename(harness: &mut egui_kittest::Harness<'static, bassin::ui::App>, name: &str) {
    let label = "Nouveau nom du groupe «\u{a0}Soin\u{a0}»";
    let role = egui::accesskit::Role::TextInput;
    harness.get_by_role_and_label(role, label).focus();
    settle(harness);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.get_by_role_and_label(role, label).type_text(name);
    settle(harness);
    click(harness, "Renommer");
}

#[test]
fn a_group_is_made_ticked_shown_undone_and_removed_in_the_window() {
    let files = tempfile::tempdir().unwrap();
    let mut harness = window(opening(survey(files.path()), false), None);
    settle(&mut harness);
    click(&mut harness, "2  Enquête");
    click(&mut harness, "Besoins");
    click(&mut harness, "Groupes de métiers");
    assert!(said(&harness).contains("Aucun groupe encore."));
    let field = harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Nom du groupe");
    field.focus();
    settle(&mut harness);
    let field = harness.get_by_role_and_label(egui::accesskit::Role::TextInput, "Nom du groupe");
    field.type_text("Soin");
    settle(&mut harness);
    click(&mut harness, "Créer le groupe");
    let ticked = |harness: &egui_kittest::Harness<'static, bassin::ui::App>| {
        let groups = &harness.state().session.project.decisions().groups;
        groups
            .get("Soin")
            .map(|members| members.iter().map(Fap::code).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(ticked(&harness).as_deref(), Some(""));
    for code in ["V0X60", "T2A60"] {
        harness
            .get_by(|node| {
                let is_box = node.role() == egui::accesskit::Role::CheckBox;
                is_box && node.label().is_some_and(|label| label.starts_with(code))
            })
            .click();
        settle(&mut harness);
    }
    assert_eq!(ticked(&harness).as_deref(), Some("T2A60 V0X60"));
    click(&mut harness, "Chiffres");
    let text = said(&harness);
    assert!(text.contains("Groupe « Soin »"), "{text}");
    // 8 × 9 and 8 × 6 employees.
    assert!(text.contains("120"), "{text}");
    click(&mut harness, "Groupes de métiers");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert_eq!(ticked(&harness).as_deref(), Some("V0X60"), "undone");
    rename(&mut harness, "Santé");
    let names = |harness: &egui_kittest::Harness<'static, bassin::ui::App>| {
        let groups = &harness.state().session.project.decisions().groups;
        groups.keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(names(&harness), ["Santé"]);
    click(&mut harness, "Chiffres");
    let text = said(&harness);
    assert!(text.contains("Groupe « Santé »") && !text.contains("Groupe « Soin »"), "{text}");
    click(&mut harness, "Groupes de métiers");
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::Z);
    settle(&mut harness);
    assert_eq!(names(&harness), ["Soin"], "one step");
    assert_eq!(ticked(&harness).as_deref(), Some("V0X60"), "with its occupations");
    let label = "Retirer le groupe";
    harness.get_by_label_contains(label).click();
    settle(&mut harness);
    assert_eq!(ticked(&harness), None);
    assert!(said(&harness).contains("Aucun groupe encore."));
    harness.run();
}

#[test]
fn the_groups_of_a_project_are_told_by_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let origins = survey(folder.path()).into_iter().map(Origin::File);
    let mut project = Project::default();
    project.apply(Edit::AddSources(origins.collect()));
    let (name, members) = group(&["V0X60", "T2A60"]);
    project.apply(Edit::Group(OccupationGroup { name, members }));
    let text = to_text(project.decisions(), None, folder.path()).unwrap();
    std::fs::write(folder.path().join("essai.bassin"), text).unwrap();
    let estimate = ["survey", "estimate", "essai.bassin", "--json", "--replicates", "0"];
    let (text, _) = run(folder.path(), &estimate);
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let needs = value["needs"].as_array().unwrap();
    let codes = serde_json::json!(["fap2021:T2A60", "fap2021:V0X60"]);
    let row = needs.iter().find(|need| need["group"] == codes).unwrap();
    assert!(row["occupation"].is_null() && row["label"].as_str().unwrap().contains("Ensemble"));
    let projects = |need: &serde_json::Value| {
        let measures = need["measures"].as_array().unwrap();
        let of = measures.iter().find(|measure| measure["indicator"] == "need-projects").unwrap();
        of["unweighted"].as_f64().unwrap()
    };
    assert!((projects(row) - f64::from(8 * 3 + 8 * 2)).abs() < 1e-9);
    let of_group = |code: &serde_json::Value| codes.as_array().unwrap().contains(code);
    let each = needs.iter().filter(|need| of_group(&need["occupation"]));
    assert!((each.map(projects).sum::<f64>() - projects(row)).abs() < 1e-9);
}

/// Two roundings of one figure tell more than each: what left before is shown the same again, or
/// not at all, whatever groups are added.
#[test]
fn groups_made_later_change_no_rounding() {
    let respondents: Vec<usize> = (0..21).collect();
    let mut log = Project::default().log();
    let (first, _) = export(&respondents, &Groups::new(), &log);
    let first = first.published.unwrap();
    let figures = |published: &PublishedSurvey| -> BTreeMap<(String, &str), Figures> {
        let rows = published.needs.iter().filter(|need| need.scope.group().is_none());
        rows.flat_map(|need| {
            need.measures.iter().map(|measure| {
                let shown = |figure: &Published| {
                    figure
                        .hidden()
                        .is_none()
                        .then(|| figure.value())
                        .filter(|value| *value != Value::Unknown)
                };
                let key = (format!("{:?}", need.scope), measure.wanted.indicator);
                (key, (shown(&measure.weighted), shown(&measure.unweighted)))
            })
        })
        .collect()
    };
    let before = figures(&first);
    let (alone, _) = export(&respondents, &pairs(), &log);
    log.releases.push(first.release.clone());
    let (after, _) = export(&respondents, &pairs(), &log);
    let (alone, after) = (figures(&alone.published.unwrap()), figures(&after.published.unwrap()));
    let mut same = 0;
    for (key, (weighted, beside)) in &before {
        for (old, new) in [(weighted, &after[key].0), (beside, &after[key].1)] {
            assert!(new.is_none() || old == new, "{key:?}: {old:?} {new:?}");
            same += usize::from(new.is_some());
        }
    }
    assert!(same > 10, "{same}");
    // Without the memory some would be shown otherwise.
    assert!(alone.iter().any(|(key, figures)| {
        let old = &before[key];
        figures.0.is_some() && figures.0 != old.0 || figures.1.is_some() && figures.1 != old.1
    }));
}

/// The weighted and the unweighted one, where they are shown.
type Figures = (Option<Value>, Option<Value>);
