//! What the verbs on training say of an occupation whose employers' share is hidden.

use super::*;
use crate::cli::{catalogue, company, plan, supply};
use crate::files;
use crate::model::Language;
use crate::sample;
use clap::Parser;
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// Job quality is its first cause, and seven employers name one.
const OCCUPATION: &str = "T2A60";
const ASKED: &str = "enquete_metiers_fictif.csv";
const HEADCOUNT: &str = "metier_entreprise;code_rome;code_fap;version_fap;effectif;age_moins_30;\
age_30_49;age_50_54;age_55_59;age_60_plus;departs_connus_12m;departs_connus_36m;\
embauches_prevues_12m;date_source\n\
Aide à domicile;;T2A60;2021;40;4;20;6;6;4;1;;3;01/10/2026\n";

#[derive(Parser)]
struct Line<A: clap::Args> {
    #[command(flatten)]
    asked: A,
}

fn parsed<A: clap::Args>(words: &str, folder: &Path) -> A {
    let words = format!("verb {words}").replace('@', &folder.display().to_string());
    Line::try_parse_from(words.split(' ')).unwrap_or_else(|error| panic!("{error}")).asked
}

/// The sample, where those of the employers of the occupation name skills, by their place, and the
/// others pay; with those who looked for plumbers, they are fourteen.
fn folder(naming: fn(usize) -> bool) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        files::write_atomic(&folder.path().join(name), bytes, false).unwrap();
    };
    for (name, bytes) in sample::FILES {
        if *name != ASKED {
            write(name, bytes);
        }
    }
    let text = String::from_utf8(sample::file(ASKED).unwrap().to_vec()).unwrap();
    let mut lines = text.lines();
    let header = lines.next().unwrap();
    let place = header.split(';').position(|column| column == "causes_difficulte").unwrap();
    let lines: Vec<Vec<&str>> = lines.map(|line| line.split(';').collect()).collect();
    let own: Vec<Vec<&str>> =
        lines.iter().filter(|cells| cells.contains(&OCCUPATION)).cloned().collect();
    let mut found = 0;
    let mut out = format!("{header}\n");
    for mut cells in lines {
        if cells[3] == "B2X33" && own.iter().all(|one| one[0] != cells[0]) {
            cells[1..5].copy_from_slice(&own[0][1..5]);
        }
        if cells.contains(&OCCUPATION) {
            cells[place] = if naming(found) { "compétences" } else { "salaire" };
            found += 1;
        }
        writeln!(out, "{}", cells.join(";")).unwrap();
    }
    assert_eq!(found, 14);
    write(ASKED, out.as_bytes());
    write("effectif.csv", HEADCOUNT.as_bytes());
    folder
}

/// Whether each verb on training, and a scenario, propose a short adaptation.
fn proposed(naming: fn(usize) -> bool) -> Vec<(&'static str, bool)> {
    let folder = folder(naming);
    let catalog = Catalog::new(Language::French).unwrap();
    let given = (&Kept::default(), &catalog, "2026-11-24".parse().unwrap());
    let (kept, catalog, today) = given;
    let said = |text: Result<String, Failure>| -> Value {
        serde_json::from_str(&text.map_err(|failure| failure.text).unwrap()).unwrap()
    };
    let why = |one: &Value| one["verdict"]["why"] == "short-adaptation";
    let of = |list: &Value, key: &str| -> Vec<Value> {
        let all = list[key].as_array().unwrap().iter();
        let code = format!("fap2021:{OCCUPATION}");
        all.filter(|one| one.to_string().contains(&code)).cloned().collect()
    };
    let path = folder.path();
    let words = "@ --territory be:9601 --json";
    let planned = said(plan::run(&parsed(words, path), kept, catalog, today));
    let supplied = said(supply::run(&parsed(words, path), kept, catalog, today));
    let words = "@/catalogue_formation_fictif.csv @ --territory be:9601 --json";
    let body = said(catalogue::run(&parsed(words, path), kept, catalog, today));
    let words = "@/effectif.csv @ --territory be:9601 --json";
    let alone = said(company::run(&parsed(words, path), kept, catalog, today));
    let place = ([path.to_path_buf()], "be:9601");
    let (found, _) = trained((&place.0, place.1), (None, None), |_| Ok(None), given)
        .unwrap_or_else(|failure| panic!("{}", failure.text));
    let (_, verdicts) = found.under(&Supposed::default());
    let code: Fap = format!("fap2021:{OCCUPATION}").parse().unwrap();
    let any = |list: Vec<Value>| {
        assert!(!list.is_empty());
        list.iter().any(why)
    };
    vec![
        ("plan", !of(&planned, "candidates").is_empty()),
        ("supply", any(of(&supplied, "occupations"))),
        ("catalogue", any(of(&body["territories"][0], "occupations"))),
        ("company", alone["posts"].as_array().unwrap().iter().any(|one| why(&one["basin"]))),
        ("scenario", verdicts[&code].why == "short-adaptation"),
    ]
}

/// That all employers but one name skills is hidden, and so is what follows from it.
#[test]
fn an_adaptation_goes_with_the_share_that_allows_it() {
    let some: fn(usize) -> bool = |place| place % 2 == 0;
    let all_but_one: fn(usize) -> bool = |place| place != 5;
    for (naming, expect) in [(some, true), (all_but_one, false)] {
        for (road, found) in proposed(naming) {
            // A company is told what public figures say, no answer of another employer.
            let expect = expect && road != "company";
            assert_eq!(found, expect, "{road}");
        }
    }
}
