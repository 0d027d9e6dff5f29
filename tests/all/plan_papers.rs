//! The documents of the plan of action, as they read: the plan, its evaluation, the workshop.

use crate::documents::of_bmo;
use crate::papers::MADE;
use crate::seminar::SEMINAR;
use crate::window::{click, said, settle, shows};
use bassin::i18n::Catalog;
use bassin::model::Language;
use bassin::model::action::ActionPlan;
use bassin::model::papers::Papers;
use bassin::outputs::{Format, of_papers};
use bassin::project::Edit;
use bassin::report::citation::FigureId;
use bassin::report::paper::make::{Asked, paper};
use bassin::report::paper::{Block, Grid, Paper, text};
use bassin::ui::App;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use std::fmt::Write as _;

pub fn made(asked: &Asked<'_>, language: Language) -> Paper {
    MADE.with(language, &Papers::default(), |matter, _| paper(matter, asked).unwrap())
}

/// A paper as text, no-break spaces as `~` so that they are seen.
pub fn shown(paper: &Paper) -> String {
    let mut out = format!("{}\n{}\n", paper.title, paper.subtitle);
    for block in &paper.blocks {
        let _ = match block {
            Block::Heading { level, text } => {
                writeln!(out, "\n{} {text}", "#".repeat(usize::from(*level)))
            }
            Block::Text(words) => writeln!(out, "{}", text(words)),
            Block::Lead(words) => writeln!(out, "> {}", text(words)),
            Block::Small(words) => writeln!(out, "({})", text(words)),
            Block::List(items) => {
                items.iter().try_for_each(|item| writeln!(out, "- {}", text(item)))
            }
            Block::Facts(facts) => facts.iter().try_for_each(|fact| {
                let beneath = text(&fact.beneath);
                writeln!(out, "[{}] {} ({beneath})", fact.figure.shown(), fact.label)
            }),
            Block::Callout { title, words, .. } => writeln!(out, "! {title}: {}", text(words)),
            Block::Table(grid) => table(&mut out, grid),
            Block::Picture(picture) => writeln!(out, "<{}>", picture.caption),
            Block::PageBreak => writeln!(out, "----"),
        };
    }
    out.replace(['\u{a0}', '\u{202f}'], "~")
}

fn table(out: &mut String, grid: &Grid) -> std::fmt::Result {
    writeln!(out, "= {}", grid.caption)?;
    let titles: Vec<&str> = grid.columns.iter().map(|column| column.title.as_str()).collect();
    writeln!(out, "  {}", titles.join(" | "))?;
    for row in &grid.rows {
        let cells: Vec<String> = row.cells.iter().map(|cell| text(cell)).collect();
        writeln!(out, "  {}", cells.join(" | "))?;
    }
    if grid.note.is_empty() { Ok(()) } else { writeln!(out, "  ({})", text(&grid.note)) }
}

fn check(asked: &Asked<'_>, language: Language, expect: &str) {
    let found = shown(&made(asked, language));
    assert!(found == expect, "{found}");
}

#[test]
fn the_plan_reads_as_it_is_handed_in() {
    let (french, english) =
        (include_str!("plan_papers/plan_fr.txt"), include_str!("plan_papers/plan_en.txt"));
    check(&Asked::Plan, Language::French, french);
    check(&Asked::Plan, Language::English, english);
}

#[test]
fn the_evaluation_says_what_was_done_and_not_why_figures_changed() {
    let (french, english) = (
        include_str!("plan_papers/evaluation_fr.txt"),
        include_str!("plan_papers/evaluation_en.txt"),
    );
    check(&Asked::Evaluation, Language::French, french);
    check(&Asked::Evaluation, Language::English, english);
}

#[test]
fn the_workshop_counts_occurrences_and_no_shares() {
    let (french, english) =
        (include_str!("plan_papers/workshop_fr.txt"), include_str!("plan_papers/workshop_en.txt"));
    check(&Asked::Workshop, Language::French, french);
    check(&Asked::Workshop, Language::English, english);
    for language in Language::ALL {
        let said = shown(&made(&Asked::Workshop, language));
        assert!(!said.contains('%'), "{said}");
    }
}

/// Every action has its page, with who signs; every actor, milestone and line of money is in it.
#[test]
fn nothing_of_the_sheets_is_left_out() {
    let said = shown(&made(&Asked::Plan, Language::French));
    let bare = |text: &str| text.replace(['\u{a0}', '\u{202f}'], "~");
    for action in &SEMINAR.actions {
        assert!(said.contains(&bare(&format!("## {}", action.title))), "{}", action.title);
        for milestone in &action.milestones {
            assert!(said.contains(&bare(&milestone.name)), "{}", milestone.name);
        }
        for money in &action.budget {
            assert!(said.contains(&bare(&money.funder)), "{}", money.funder);
        }
        for person in &action.group {
            assert!(said.contains(&bare(person)), "{person}");
        }
    }
    for actor in &SEMINAR.actors {
        assert!(said.contains(&bare(&actor.name)), "{}", actor.name);
    }
    let pages = said.matches("= Accord\n").count();
    assert_eq!(pages, SEMINAR.actions.len());
}

#[test]
fn the_bulletin_tells_what_was_done_since() {
    let bulletin = |since: Option<&str>, language: Language| {
        MADE.with(language, &Papers::default(), |matter, _| {
            let since = since.map(|text| text.parse().unwrap());
            let matter = bassin::report::paper::matter::Matter { since, ..*matter };
            shown(&paper(&matter, &Asked::Bulletin).unwrap())
        })
    };
    let french = bulletin(None, Language::French);
    // The analysis is of 24 November 2026.
    assert!(
        french.contains("# Ce qui a été fait\nDu plan d’actions, depuis le 24/11/2025~:"),
        "{french}"
    );
    assert!(
        french.contains("02/04/2026 | jalon atteint | Ouvrir une session certifiante"),
        "{french}"
    );
    assert!(!french.contains("20/01/2025"), "{french}");
    let since = bulletin(Some("2026-09-01"), Language::French);
    assert!(since.contains("05/10/2026 | changement d’état | Référencer les offres"), "{since}");
    assert!(!since.contains("jalon atteint"), "{since}");
    let nothing = bulletin(Some("2026-11-01"), Language::French);
    assert!(
        nothing.contains("Rien n’a été noté au plan d’actions depuis le 01/11/2026."),
        "{nothing}"
    );
    let english = bulletin(None, Language::English);
    assert!(
        english.contains("# What was done\nOf the plan of action, since 2025-11-24:"),
        "{english}"
    );
    // Without a plan, nothing of it.
    let without = MADE.without_actions(Language::French, |matter, document| {
        assert!(document.table("actions").is_none());
        shown(&paper(matter, &Asked::Bulletin).unwrap())
    });
    assert!(!without.contains("Ce qui a été fait"), "{without}");
}

#[test]
fn the_same_bytes_twice() {
    let catalog = Catalog::new(Language::French).unwrap();
    let formats = Format::ALL.into_iter().filter(|format| format.is_built_in());
    let formats: Vec<Format> = formats.filter(|format| format.is_of_papers()).collect();
    let bytes = || {
        let papers = [Asked::Plan, Asked::Evaluation, Asked::Workshop]
            .map(|asked| made(&asked, Language::French));
        of_papers(&papers, &formats, &catalog).unwrap()
    };
    let first = bytes();
    assert_eq!(first.len(), 3 * formats.len());
    assert!(first == bytes());
}

/// The documents are among those of the window, drawn from the plan as it is now.
#[test]
fn the_window_shows_the_plan_as_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    let (mut harness, path) = of_bmo(folder.path());
    let kind = |harness: &mut Harness<'static, App>, option: &str| {
        harness.get_by_role_and_label(Role::ComboBox, "Document").click();
        settle(harness);
        click(harness, option);
    };
    kind(&mut harness, "plan d’actions");
    assert!(said(&harness).contains("Aucun plan d’actions n’est écrit dans ce projet."));
    let edit = |plan: ActionPlan| Edit::Actions {
        step: bassin::model::action::edit::step::SHEET,
        plan: Box::new(plan),
    };
    harness.state_mut().session.project.apply(edit(SEMINAR.clone()));
    settle(&mut harness);
    let told = said(&harness);
    assert!(told.contains("Plan d’actions 2026"), "{told}");
    assert!(told.contains("Guichet unique des nouveaux arrivants"), "{told}");
    let mut plan = SEMINAR.clone();
    plan.actions[1].title = "Une maison de l’accueil".to_owned();
    harness.state_mut().session.project.apply(edit(plan));
    settle(&mut harness);
    let told = said(&harness);
    assert!(
        told.contains("Une maison de l’accueil") && !told.contains("Guichet unique des"),
        "{told}"
    );
    // A number says where it comes from.
    let id = FigureId::of("plan_actions", "actions", "fact").to_string();
    let is_it = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Link && node.label().is_some_and(|label| label.ends_with(&id))
    };
    harness.query_all_by(is_it).next().unwrap().click_accesskit();
    settle(&mut harness);
    let told = said(&harness);
    assert!(told.contains("saisi dans le projet, au plan d’actions"), "{told}");
    harness.key_press(egui::Key::Escape);
    settle(&mut harness);
    kind(&mut harness, "évaluation du plan");
    assert!(said(&harness).contains("Ce que cette évaluation ne dit pas"));
    kind(&mut harness, "restitution de l’atelier");
    let told = said(&harness);
    assert!(told.contains("Une occurrence n’est pas un pourcentage"), "{told}");
    // What leaves is what the command writes, to the byte.
    harness.state_mut().save(&path);
    click(&mut harness, "Exporter");
    assert!(shows(&harness, "workshop_be_9601.docx"), "{}", said(&harness));
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_bassin"))
        .current_dir(folder.path())
        .args(["report", "projet.bassin", "--document", "workshop", "--date", "2026-11-24"])
        .args(["--format", "docx,xlsx", "--out", "commande", "--lang", "fr"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for name in ["workshop_be_9601.docx", "tables_be_9601.xlsx"] {
        let read = |place: &str| std::fs::read(folder.path().join(place).join(name)).unwrap();
        assert!(read("sortie") == read("commande"), "{name}");
    }
}
