//! Documents and window without the survey of hiring projects: what the other files say, that nobody
//! tells projects, and never a nought in their place.

use crate::gathered::run;
use crate::papers::{UNSURVEYED, prose};
use crate::window::{click, opening, said, settle, window};
use bassin::model::Language;
use bassin::model::papers::Papers;
use bassin::report::paper::make::{Asked, paper};
use bassin::report::paper::{Block, Paper, text};
use bassin::sample;
use std::path::Path;

fn words(paper: &Paper) -> String {
    let all: Vec<String> = prose(paper).into_iter().map(text).collect();
    all.join("\n").replace(['\u{202f}', '\u{a0}'], " ")
}

/// What no document may say then.
fn check(paper: &Paper) {
    let said = words(paper);
    let title = format!("{} {:?}", paper.title, paper.subtitle);
    for (name, told) in [("words", &said), ("title", &title)] {
        assert!(!told.contains("enquête BMO 2"), "{}, {name}: {told}", paper.name);
    }
    for untrue in
        [" 0 métier", " 0 projet", "métiers signalés", "métier signalé", "part difficile est"]
    {
        assert!(!said.contains(untrue), "{}: « {untrue} » in {said}", paper.name);
    }
}

#[test]
fn documents_say_that_there_is_no_survey_and_what_there_is() {
    UNSURVEYED.with(Language::French, &Papers::default(), |matter, _| {
        let results = matter.context().results;
        assert_eq!((results.bmo, results.cut), (None, None));
        let note = paper(matter, &Asked::Note).unwrap();
        let said = words(&note);
        assert!(said.contains("Pas d’enquête BMO chargée"), "{said}");
        assert!(said.contains("sont en tension d’après la classe officielle"), "{said}");
        let tables = note.blocks.iter().filter(|block| matches!(block, Block::Table(_))).count();
        assert!(tables >= 3, "{tables}");
        for asked in [Asked::Note, Asked::Bulletin, Asked::Method] {
            check(&paper(matter, &asked).unwrap());
        }
        let tense =
            results.occupations.iter().find(|one| one.anchor.is_some_and(|it| it.class == 5));
        let tense = tense.unwrap();
        let sheet = words(&paper(matter, &Asked::Occupation(tense)).unwrap());
        assert!(sheet.contains("Pas d’enquête BMO chargée"), "{sheet}");
        assert!(sheet.contains("lasse officielle"), "{sheet}");
        let occupations = results.occupations.iter().map(Asked::Occupation);
        for asked in occupations.chain([Asked::Programmes]) {
            check(&paper(matter, &asked).unwrap());
        }
    });
}

/// Offers and job seekers of the sample: posts per registration are told, each under its name.
#[test]
fn offers_and_job_seekers_are_told_without_a_survey() {
    UNSURVEYED.with(Language::French, &Papers::default(), |matter, document| {
        let table = document.table("offres_et_demandeurs").unwrap();
        assert!(!table.rows.is_empty());
        let results = matter.context().results;
        let mut with = results.occupations.iter();
        let one = with.find(|one| one.pressure.raw.offers_per_seeker.is_some()).unwrap();
        let sheet = words(&paper(matter, &Asked::Occupation(one)).unwrap());
        assert!(sheet.contains("Postes offerts par inscrit"), "{sheet}");
    });
}

fn write(folder: &Path, wanted: &dyn Fn(&str) -> bool) -> Vec<String> {
    let files = sample::FILES.iter().filter(|(name, _)| wanted(name));
    files
        .map(|(name, bytes)| {
            let path = folder.join(name);
            std::fs::write(&path, bytes).unwrap();
            path.display().to_string()
        })
        .collect()
}

/// On the command line, each kind of file alone beside the list of communes.
#[test]
fn each_kind_alone_on_the_command_line() {
    for kind in ["dares", "enquete", "offres", "demande", "offres demande"] {
        let folder = tempfile::tempdir().unwrap();
        let files = write(folder.path(), &|name| {
            name.starts_with("communes") || kind.split(' ').any(|kind| name.starts_with(kind))
        });
        let names = files.iter().map(String::as_str);
        let here = ["--territory", sample::TERRITORY];
        let arguments: Vec<&str> =
            ["analyse"].into_iter().chain(names.clone()).chain(here).collect();
        let (out, err) = run(&arguments, folder.path());
        assert!(out.contains("Pas d’enquête BMO chargée"), "{kind}: {out}{err}");
        assert!(!out.contains("P 0") && !out.contains("0 projets"), "{kind}: {out}");
        let json: Vec<&str> = arguments.iter().copied().chain(["--json"]).collect();
        let (out, err) = run(&json, folder.path());
        let told: serde_json::Value =
            serde_json::from_str(&out).unwrap_or_else(|error| panic!("{kind}: {error}{out}{err}"));
        let null = serde_json::Value::Null;
        assert_eq!((&told["bmo"], &told["totals"], &told["method"]["cut"]), (&null, &null, &null));
        let occupations = told["occupations"].as_array().unwrap();
        assert!(!occupations.is_empty(), "{kind}");
        for one in occupations {
            for key in ["projects", "difficult", "seasonal", "difficult_share"] {
                assert_eq!(one[key], null, "{kind}: {one}");
            }
            for key in ["probability", "posterior_mean", "effective_n", "rank"] {
                assert_eq!(one["pressure"][key], null, "{kind}: {one}");
            }
            assert_eq!(one["pressure"]["status"], "unread");
        }
        let out = folder.path().join("papiers");
        let out = out.to_str().unwrap();
        let report = ["--document", "note,occupation", "--out", out, "--top", "1"];
        let arguments: Vec<&str> =
            ["report"].into_iter().chain(names).chain(here).chain(report).collect();
        let (out, err) = run(&arguments, folder.path());
        assert!(out.contains("note_"), "{kind}: {out}{err}");
    }
}

#[test]
fn the_window_shows_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let files = write(folder.path(), &|name| {
        name.starts_with("communes") || name.starts_with("dares") || name.starts_with("carte")
    });
    let mut harness = window(opening(files.iter().map(Into::into).collect(), false), None);
    settle(&mut harness);
    let place = sample::TERRITORY.parse().unwrap();
    let project = &mut harness.state_mut().session.project;
    project.apply(bassin::project::Edit::Territory(place));
    settle(&mut harness);
    click(&mut harness, "3  Diagnostic");
    let told = said(&harness);
    assert!(told.contains("métiers sur"), "{told}");
    assert!(!told.contains("non signalé"), "{told}");
    // The sheet of the first occupation.
    harness.key_press(egui::Key::ArrowDown);
    settle(&mut harness);
    let told = said(&harness);
    assert!(told.contains("Pas d’enquête BMO chargée"), "{told}");
    for (tab, says) in [
        ("Pression et volume", "rien n’est à placer ici"),
        ("Tous les bassins", "il n’y en a pas"),
        ("Carte", "aucune enquête BMO"),
    ] {
        click(&mut harness, tab);
        let told = said(&harness);
        assert!(told.contains(says), "{tab}: {told}");
    }
}
