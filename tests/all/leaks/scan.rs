//! Everything that leaves the project of 21 respondents, in every form, read for their names and for
//! the numbers of the large one.

use crate::leaks::outputs::{
    identity, numbers, parquet, pdf, run, supply, try_run, word, workbook, written,
};
use crate::leaks::respondents::{BIG, OCCUPATIONS, files};
use crate::leaks::{acted, export};
use bassin::i18n::Catalog;
use bassin::model::{Groups, Language};
use bassin::project::Project;
use bassin::report::{csv, xlsx};
use bassin::sample;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

#[test]
fn nothing_that_leaves_names_anyone_or_tells_of_the_large_one() {
    let folder = tempfile::tempdir().unwrap();
    let respondents: Vec<usize> = (0..21).collect();
    let mut paths: Vec<PathBuf> = Vec::new();
    for (name, bytes) in files(&respondents) {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        paths.push(path);
    }
    let (_, document) = export(&respondents, &Groups::new(), &Project::default().log());
    let catalog = Catalog::new(Language::French).unwrap();
    let mut outputs: Vec<Output> = Vec::new();
    let (text, found) = workbook(&xlsx::workbook(&document, &catalog).unwrap());
    outputs.push(("workbook".to_owned(), text, found));
    for table in &document.tables {
        let text = String::from_utf8(csv::table(table, &catalog, csv::Marks::OfLanguage).unwrap())
            .unwrap();
        let found = numbers(&text);
        outputs.push((table.id.to_owned(), text, found));
    }
    let survey = ["enquete_etablissements_2025.csv", "enquete_metiers_2025.csv"];
    for form in [&["--json"][..], &[]] {
        let arguments = [&["survey", "estimate"], &survey[..], form].concat();
        let (text, error) = run(folder.path(), &arguments);
        assert!(error.contains("Sans projet"), "{error}");
        let found = numbers(&text);
        outputs.push((arguments.join(" "), text, found));
        let frame = ["--frame", "population_etablissements_fictif.csv"];
        let arguments = [&["survey", "weights"], &survey[..1], &frame, form].concat();
        let (text, _) = run(folder.path(), &arguments);
        let found = numbers(&text);
        outputs.push((arguments.join(" "), text, found));
    }
    let names: Vec<&str> = paths.iter().map(|path| path.to_str().unwrap()).collect();
    let arguments =
        [&["analyse"], &names[..], &["--territory", sample::TERRITORY, "--out", "out"]].concat();
    run(folder.path(), &arguments);
    outputs.extend(supply(folder.path(), &names));
    let documents = [
        "--document",
        "note,occupation,sector,programmes,method,bulletin,body,respondent",
        "--catalogue",
        "catalogue_formation_fictif.csv",
        // Its own sheet names neither it nor another, and tells nothing of the large one.
        "--respondent",
        "ID-0003-X",
    ];
    let formats = ["--format", "docx,xlsx,csv,json,parquet", "--out", "documents"];
    let territory = ["--territory", sample::TERRITORY];
    let arguments = [&["report"], &names[..], &territory, &documents, &formats].concat();
    run(folder.path(), &arguments);
    if bassin::outputs::Format::Pdf.is_built_in() {
        let pages = ["--document", "note,bulletin", "--format", "pdf", "--out", "pages"];
        run(folder.path(), &[&["report"], &names[..], &territory, &pages].concat());
    }
    pictures(folder.path(), &names);
    let told = acted::documents(folder.path(), &names, &respondents);
    assert!(told > 20, "{told} figures of respondents in the plan");
    let folders = ["out", "documents", "pages", "pictures", "plan"];
    let folders = folders.map(|name| folder.path().join(name));
    let folders: Vec<PathBuf> = folders.into_iter().filter(|folder| folder.is_dir()).collect();
    let mut forms: BTreeMap<String, usize> = BTreeMap::new();
    for path in written(&folders) {
        let bytes = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let ending = path.extension().map(|ending| ending.to_string_lossy().into_owned());
        let of = |text: String| {
            let found = numbers(&text);
            (text, found)
        };
        let (text, found) = match ending.as_deref() {
            Some("xlsx") => workbook(&bytes),
            Some("docx") => of(word(&bytes)),
            Some("parquet") => of(parquet(bytes)),
            Some("pdf") => pdf(&bytes),
            Some("svg") => drawing(bytes),
            Some("json") => of(without_keys(&String::from_utf8(bytes).unwrap())),
            _ => of(String::from_utf8(bytes).unwrap()),
        };
        *forms.entry(ending.unwrap_or_default()).or_default() += 1;
        outputs.push((name, text, found));
    }
    assert!(outputs.len() > 100, "{}", outputs.len());
    for form in ["xlsx", "docx", "csv", "json", "parquet", "svg"] {
        assert!(forms.contains_key(form), "{form}: {forms:?}");
    }
    the_plan_is_read(&outputs);
    // Read as it is seen: each form says what every reader finds there.
    for (name, text, _) in &outputs {
        let is_page = std::path::Path::new(name).extension().is_some_and(|form| form == "pdf");
        assert!(!is_page || text.contains("VALMONT"), "{name}: {text}");
    }
    nothing_is_told(&outputs, &respondents);
}

/// An output: its name, its words, its numbers.
type Output = (String, String, Vec<f64>);

/// The plan is among them, and its action decided on what employers say.
fn the_plan_is_read(outputs: &[Output]) {
    for document in ["plan", "evaluation", "workshop", "bulletin"] {
        let is_it = |name: &str| {
            name.strip_suffix(".docx").is_some_and(|name| name.starts_with(&format!("{document}_")))
        };
        assert!(outputs.iter().any(|(name, ..)| is_it(name)), "{document} was read");
    }
    let kept = outputs.iter().filter(|(_, text, _)| text.contains("Répondre aux besoins dits"));
    assert!(kept.count() >= 5, "the action is in documents and tables");
}

fn nothing_is_told(outputs: &[Output], respondents: &[usize]) {
    let secret = [BIG.0, BIG.1[0], BIG.1[1]].map(f64::from);
    for (name, text, found) in outputs {
        for number in respondents {
            let (siret, called) = identity(*number);
            let told = [siret.as_str(), &called, &format!("ID-{number:04}-X"), "Mot à mot"];
            for word in told {
                assert!(!text.contains(word), "{name} holds {word}");
            }
        }
        for value in secret {
            let seen = found.iter().position(|seen| (seen - value).abs() < 0.5);
            let around = seen.map(|at| &found[at.saturating_sub(6)..(at + 6).min(found.len())]);
            let written = [format!(" {value:.1}"), format!("{value}")];
            let words = written.iter().find_map(|written| text.find(written)).map(|at| {
                let from = text.floor_char_boundary(at.saturating_sub(300));
                &text[from..text.ceil_char_boundary(at + 100)]
            });
            assert!(seen.is_none(), "{name} holds {value}: {around:?}\n{words:?}");
        }
    }
}

/// A contract without the keys of its rows: the 669th figure that an action keeps is no 669.
fn without_keys(text: &str) -> String {
    let lines = text.lines().filter(|line| !line.trim_start().starts_with("\"key\":"));
    lines.collect::<Vec<_>>().join("\n")
}

/// A drawing and the numbers of its words: places on the sheet are no figures.
fn drawing(bytes: Vec<u8>) -> (String, Vec<f64>) {
    let all = String::from_utf8(bytes).unwrap();
    let words = all.split('>').map(|piece| piece.split('<').next().unwrap_or_default());
    let found = numbers(&words.collect::<Vec<_>>().join(" "));
    (all, found)
}

/// Pictures, those of balances among them, which stand on the survey.
fn pictures(folder: &Path, names: &[&str]) {
    std::fs::create_dir(folder.join("pictures")).unwrap();
    let public = [("quadrant", None), ("intervals", None), ("columns", None)];
    let balances = OCCUPATIONS.iter().map(|(code, _)| ("balance", Some(*code)));
    let mut made = std::collections::BTreeMap::<&str, usize>::new();
    for (kind, code) in public.into_iter().chain(balances) {
        let out = format!("pictures/{kind}{}.svg", code.unwrap_or_default());
        let of = code.map_or(vec![], |code| vec!["--occupation", code]);
        let picture = ["--territory", sample::TERRITORY, "--kind", kind, "--out", &out];
        let drawn = try_run(folder, &[&["chart"], names, &picture, &of[..]].concat());
        *made.entry(kind).or_default() += usize::from(drawn);
    }
    assert_eq!(made.values().filter(|drawn| **drawn > 0).count(), 4, "{made:?}");
}
