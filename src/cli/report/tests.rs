use super::*;
use crate::model::Language;
use crate::model::action::edit::By;
use crate::model::action::journal::Event;
use crate::model::action::sheet::{Action, Milestone, Money, Status};
use crate::model::action::workshop::Contribution;
use crate::model::action::{ActionPlan, Lever};
use crate::model::papers::{Choices, Papers};
use crate::project::{Decisions, Origin, Source, file};
use clap::Parser as _;
use std::collections::BTreeMap;
use std::path::Path;

#[derive(clap::Parser)]
struct Line {
    #[command(flatten)]
    asked: Asked,
}

/// The sample's files in a folder.
fn sample(folder: &Path) {
    for (name, bytes) in crate::sample::FILES {
        files::write_atomic(&folder.join(name), bytes, false).unwrap();
    }
}

fn line(words: &str, folder: &Path) -> Line {
    let words = words.replace('@', &folder.display().to_string());
    Line::try_parse_from(std::iter::once("report").chain(words.split(' '))).unwrap()
}

/// What a command says, and the files in its folder.
fn report(words: &str, folder: &Path) -> (Result<String, (u8, String, String)>, Files) {
    let line = line(&format!("{words} --out @/out"), folder);
    let catalog = Catalog::new(Language::French).unwrap();
    let today = Date::new(2026, 11, 30).unwrap();
    let said = run(&line.asked, &Kept::default(), &catalog, today);
    let out = folder.join("out");
    let found = if files::exists(&out) { files::expand(&[out]).unwrap() } else { Vec::new() };
    let read = |path: &PathBuf| files::read(path, 1 << 28).unwrap();
    let name =
        |path: &PathBuf| path.strip_prefix(folder.join("out")).unwrap().display().to_string();
    let written = found.iter().map(|path| (name(path), read(path))).collect();
    (said.map_err(|failure| (failure.status, failure.text, failure.done)), written)
}

type Files = BTreeMap<String, Vec<u8>>;

const SAMPLE: &str = "@/BMO_2024_territoire_fictif.xlsx @/BMO_2025_territoire_fictif.xlsx \
                      @/communes_bassins_fictif.csv @/catalogue_formation_fictif.csv \
                      @/certif_info_fictif.csv @/dares_tensions_2023_fictif.csv \
                      @/demande_emploi_fictif.csv @/enquete_etablissements_fictif.csv \
                      @/enquete_metiers_fictif.csv @/offres_locales_fictif.csv \
                      @/population_etablissements_fictif.csv --territory be:9601";

fn words(more: &str) -> String {
    let files: Vec<&str> = SAMPLE.split_whitespace().collect();
    format!("{} {more}", files.join(" "))
}

#[test]
fn documents_and_figures_are_written_and_listed() {
    let folder = tempfile::tempdir().unwrap();
    sample(folder.path());
    let asked = words(
        "--document note,occupation,programmes,bulletin,method,sector --top 2 --sector Q \
         --format docx,xlsx,csv,json,parquet --date 2026-11-01",
    );
    let asked = asked.split_whitespace().collect::<Vec<_>>().join(" ");
    let (said, first) = report(&asked, folder.path());
    let listed = said.unwrap();
    assert_eq!(listed.lines().count(), first.len(), "{listed}");
    for name in [
        "note_be_9601.docx",
        "programmes_be_9601.docx",
        "bulletin_be_9601.docx",
        "method_be_9601.docx",
        "sector_be_9601_Q.docx",
        "tables_be_9601.xlsx",
        "tables_be_9601.json",
        "tables_be_9601/diagnostic.csv",
        "tables_be_9601/groupes_de_metiers.csv",
        "tables_be_9601/diagnostic.parquet",
        "chiffres_masques_be_9601.csv",
    ] {
        assert!(first.contains_key(name), "{name} is not in {:?}", first.keys());
    }
    // What is hidden is counted once for all: in the list and in the read-me.
    let list = String::from_utf8_lossy(&first["chiffres_masques_be_9601.csv"]);
    let hidden = list.lines().count() - 1;
    let text = |name: &str| String::from_utf8_lossy(&first[name]).into_owned();
    let told = text("tables_be_9601/BASSIN_LISEZMOI.txt");
    assert!(hidden > 100 && told.contains(&format!("{hidden} chiffres de l’enquête sont cachés")));
    // The read-me names files by the names that they have.
    let read_me = String::from_utf8_lossy(&first["tables_be_9601/BASSIN_LISEZMOI.txt"]);
    let named: Vec<&str> = read_me
        .lines()
        .filter_map(|line| line.split_once(".csv — "))
        .map(|(name, _)| name)
        .collect();
    assert!(named.len() > 20 && named.contains(&"fiches_des_programmes"), "{named:?}");
    for name in named {
        assert!(first.contains_key(&format!("tables_be_9601/{name}.csv")), "{name}");
    }
    let sheets = first.keys().filter(|name| name.starts_with("occupation_be_9601_")).count();
    assert_eq!(sheets, 2);
    // The same bytes again, over the same files.
    let (_, again) = report(&asked, folder.path());
    for (name, bytes) in &first {
        assert!(again.get(name) == Some(bytes), "{name} differs on a second run");
    }
}

#[test]
fn what_is_asked_wrongly_is_told_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    sample(folder.path());
    let check = |more: &str, status: u8| {
        let (said, written) = report(&words(more), folder.path());
        let (found, text, _) = said.unwrap_err();
        assert_eq!(found, status, "{more}: {text}");
        assert!(written.is_empty() && !text.contains('{'), "{text}");
    };
    check("--document poster", 2);
    check("--document respondent", 2);
    check("--document body", 2);
    check("--document company", 2);
    check("--document note --date demain", 2);
    check("--document sector --sector Z", 2);
    check("--document occupation --occupation Z9Z99", 1);
}

#[test]
fn a_document_that_cannot_be_made_leaves_the_others_be() {
    let folder = tempfile::tempdir().unwrap();
    sample(folder.path());
    let (said, written) = report(&words("--document workshop,bulletin"), folder.path());
    let (status, text, done) = said.unwrap_err();
    // With the list of what is hidden.
    assert_eq!((status, written.len()), (1, 2), "{text}");
    assert!(done.contains("bulletin_be_9601.docx") && text.contains("plan d’actions"), "{text}");
    // Without a file on sectors there is no sheet of one: it is said, and nothing is written.
    let (said, written) = report(
        "@/BMO_2025_territoire_fictif.xlsx --territory be:9601 --document sector",
        &folder.path().join("."),
    );
    let (status, text, done) = said.unwrap_err();
    assert_eq!((status, done.as_str()), (1, ""));
    assert!(text.contains("fiche secteur") && written.len() == 2, "{text}");
}

#[test]
fn a_return_that_cannot_be_made_is_told_and_the_others_are_written() {
    let folder = tempfile::tempdir().unwrap();
    sample(folder.path());
    let id = {
        let table = folder.path().join("enquete_etablissements_fictif.csv");
        let text = files::read(&table, 1 << 20).unwrap();
        let text = String::from_utf8_lossy(&text).into_owned();
        let answered = text.lines().find(|line| line.contains(";répondant;")).unwrap().to_owned();
        answered.split(';').next().unwrap().trim_start_matches('\u{feff}').to_owned()
    };
    let more = format!("--document respondent --respondent {id},personne --number 12");
    let (said, written) = report(&words(&more), folder.path());
    let (status, text, done) = said.unwrap_err();
    assert_eq!(status, 1);
    assert!(text.contains("13") && !text.contains("personne"), "{text}");
    assert!(done.contains("respondent_be_9601_012.docx"), "{done}");
    assert!(written.keys().all(|name| !name.contains(&id)), "{:?}", written.keys());
}

/// A project saved on other contents, with words of its own.
fn project(folder: &Path, papers: Papers) -> PathBuf {
    sample(folder);
    let source = |(name, bytes): &(&str, &[u8])| Source {
        origin: Origin::File(folder.join(name)),
        left_out: false,
        fingerprint: Some(if name.starts_with("offres") {
            "00".repeat(32)
        } else {
            crate::readers::fingerprint(bytes)
        }),
    };
    let decisions = Decisions {
        sources: crate::sample::FILES.iter().map(source).collect(),
        territory: crate::sample::TERRITORY.parse().ok(),
        papers,
        ..Decisions::default()
    };
    let path = folder.join("étude.bassin");
    let text = file::to_text(&decisions, None, folder).unwrap();
    files::write_atomic(&path, text.as_bytes(), false).unwrap();
    path
}

#[test]
fn a_project_gives_territory_words_and_memory() {
    let folder = tempfile::tempdir().unwrap();
    let mut papers = Papers::default();
    let introduction = "Voir {ZZZZZZ-ZZ}.".to_owned();
    papers.decide("note", Choices { introduction, ..Choices::default() });
    let path = project(folder.path(), papers);
    let asked = line("@/étude.bassin --document note --out @/out", folder.path()).asked;
    let catalog = Catalog::new(Language::French).unwrap();
    let today = Date::new(2026, 11, 30).unwrap();
    let kept = Kept::default();
    let question = analyse::Asked::of(&asked.inputs, &kept);
    let gathered = gather(&question, &crate::cli::plan::Money::default(), (&catalog, today));
    let gathered = gathered.unwrap_or_else(|failure| panic!("{}", failure.text));
    assert_eq!(gathered.sources.changed(&gathered.inputs), ["offres_locales_fictif.csv"]);
    assert!(gathered.protected(&asked.inputs).contains(&path));
    let before = files::read(&path, 1 << 20).unwrap();
    let (said, written) = report("@/étude.bassin --document note", folder.path());
    assert_eq!(said.unwrap().lines().count(), written.len());
    // What left is remembered in the project's own file.
    let after = files::read(&path, 1 << 26).unwrap();
    assert!(after.len() > before.len());
    let (_, again) = report("@/étude.bassin --document note", folder.path());
    assert_eq!(written, again);
}

#[test]
fn nothing_is_written_over_a_source() {
    let folder = tempfile::tempdir().unwrap();
    let mut papers = Papers::default();
    papers.dress.logo = Some(folder.path().join("out").join("note_be_9601.docx"));
    let logo = folder.path().join("out").join("note_be_9601.docx");
    files::write_atomic(&logo, b"a logo", false).unwrap();
    let path = project(folder.path(), papers);
    let before = files::read(&path, 1 << 20).unwrap();
    let (said, written) = report("@/étude.bassin --document note", folder.path());
    assert_eq!(said.unwrap_err().0, 1);
    assert_eq!(files::read(&path, 1 << 20).unwrap(), before, "nothing has left");
    assert_eq!(written["note_be_9601.docx"], b"a logo");
}

/// A plan of a lever and an action under it, with money, a milestone and a contribution.
fn plan() -> ActionPlan {
    let by = By { date: Date::new(2026, 1, 12).unwrap(), who: "Comité".to_owned() };
    let mut plan = ActionPlan { year: Some(2026), ..ActionPlan::default() };
    let lever = plan.add_lever(Lever { name: "Accueil".to_owned(), ..Lever::default() });
    let milestone = Milestone {
        name: "Ouverture".to_owned(),
        due: Some(Date::new(2026, 9, 1).unwrap()),
        ..Milestone::default()
    };
    let action = Action {
        title: "Guichet unique".to_owned(),
        lever: Some(lever),
        milestones: vec![milestone],
        budget: vec![Money { funder: "Région".to_owned(), euros: 18_500, secured: true }],
        ..Action::default()
    };
    let action = plan.add_action(action, Event::Added, &by);
    plan.set_status(&action, Status::Running, &by);
    let text = "Un seul lieu pour tout".to_owned();
    plan.add_contribution(Contribution { text, occurrences: 3, ..Contribution::default() });
    plan
}

#[test]
fn the_plan_of_a_project_is_a_document() {
    let folder = tempfile::tempdir().unwrap();
    sample(folder.path());
    let source = |(name, _): &(&str, &[u8])| Source {
        origin: Origin::File(folder.path().join(name)),
        fingerprint: None,
        left_out: false,
    };
    let mut decisions = Decisions {
        sources: crate::sample::FILES.iter().map(source).collect(),
        territory: crate::sample::TERRITORY.parse().ok(),
        ..Decisions::default()
    };
    let path = folder.path().join("étude.bassin");
    let asked = "@/étude.bassin --document plan,evaluation,workshop \
                 --format docx,xlsx,csv,json,parquet --date 2026-11-01";
    let asked = asked.split_whitespace().collect::<Vec<_>>().join(" ");
    let save = |decisions: &Decisions| {
        let text = file::to_text(decisions, None, folder.path()).unwrap();
        files::write_atomic(&path, text.as_bytes(), false).unwrap();
    };
    // Without a plan there is nothing to write, and nothing is.
    save(&decisions);
    let (said, written) = report(&asked, folder.path());
    let (status, text, _) = said.unwrap_err();
    assert_eq!((status, text.as_str()), (1, "Aucun plan d’actions n’est écrit dans ce projet."));
    assert!(written.is_empty());
    decisions.actions = plan();
    save(&decisions);
    let (said, written) = report(&asked, folder.path());
    assert_eq!(said.unwrap().lines().count(), written.len());
    for name in [
        "plan_be_9601.docx",
        "evaluation_be_9601.docx",
        "workshop_be_9601.docx",
        "tables_be_9601/actions.csv",
        "tables_be_9601/actions.parquet",
        "tables_be_9601/restitution_de_l_atelier.csv",
        "tables_be_9601/journal_des_decisions.csv",
    ] {
        assert!(written.contains_key(name), "{name} is not in {:?}", written.keys());
    }
    assert!(!written.contains_key("tables_be_9601/qui_fait_quoi.csv"), "nobody does anything");
    let money = String::from_utf8_lossy(&written["tables_be_9601/budget_des_actions.csv"]);
    assert!(money.contains("Guichet unique;Région;18500;acquis;"), "{money}");
    // The same again, what was let out of the survey remembered.
    let (_, again) = report(&asked, folder.path());
    assert!(written == again);
    // What is done is told since a day.
    let bulletin = |since: &str| {
        let asked = format!("@/étude.bassin --document bulletin --date 2026-11-01{since}");
        report(&asked, folder.path()).0.unwrap();
    };
    bulletin("");
    bulletin(" --since 2026-01-01");
    let (said, _) = report("@/étude.bassin --document bulletin --since hier", folder.path());
    assert_eq!(said.unwrap_err().0, 2);
}
