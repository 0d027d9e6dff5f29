use super::*;
use crate::cli::analyse;
use crate::files;
use crate::model::Language;
use crate::project::{Decisions, Origin, Source, file};
use crate::report::citation::{FigureId, RowMark};
use crate::sample;
use serde_json::Value;
use std::path::Path;

fn catalog() -> Catalog {
    Catalog::new(Language::French).unwrap()
}

fn today() -> Date {
    "2026-11-24".parse().unwrap()
}

/// A project on the sample territory, which nothing has left.
fn project(folder: &Path) -> PathBuf {
    let source = |(name, _): &(&str, &[u8])| Source {
        origin: Origin::Sample((*name).to_owned()),
        fingerprint: None,
        left_out: false,
    };
    let decisions = Decisions {
        sources: sample::FILES.iter().map(source).collect(),
        territory: sample::TERRITORY.parse().ok(),
        ..Decisions::default()
    };
    let path = folder.join("essai.bassin");
    let text = file::to_text(&decisions, None, folder).unwrap();
    files::write_atomic(&path, text.as_bytes(), false).unwrap();
    path
}

fn asked(id: &str, inputs: &[PathBuf]) -> Asked {
    Asked {
        id: id.to_owned(),
        inputs: inputs.to_vec(),
        territory: None,
        perimeter: Vec::new(),
        benchmark: Vec::new(),
        year: None,
        params: None,
        catalogue: None,
        headcount: None,
        respondent: None,
        money: Money::default(),
        date: None,
        json: true,
    }
}

fn traced(id: &str, inputs: &[PathBuf]) -> Value {
    let text = run(&asked(id, inputs), &Kept::default(), &catalog(), today());
    serde_json::from_str(&text.map_err(|failure| failure.text).unwrap()).unwrap()
}

#[test]
fn what_names_nothing_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let inputs = [project(folder.path())];
    let run = |id: &str| run(&asked(id, &inputs), &Kept::default(), &catalog(), today());
    for wrong in ["", "K7Q2X", "K7Q2XA-9", "K7Q2XÉ", "projets"] {
        let failure = run(wrong).unwrap_err();
        assert_eq!(failure.status, 2, "{wrong}");
        assert!(failure.text.contains("K7Q2XA-9F"), "{}", failure.text);
    }
    let failure = run("zzzzzz-zz").unwrap_err();
    assert_eq!(failure.status, 1);
    assert!(failure.text.contains("ZZZZZZ-ZZ"), "{}", failure.text);
}

/// Without a territory that of the project, else nothing.
#[test]
fn a_territory_is_needed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    files::write_atomic(&path, b"annee;BE26;met\n2026;8450;12\n", false).unwrap();
    let failure = run(&asked("K7Q2XA", &[path]), &Kept::default(), &catalog(), today());
    assert_eq!(failure.unwrap_err().status, 2);
}

/// An experience is too old to be compared with one day: the figure is the one of its date.
#[test]
fn a_figure_is_told_as_of_the_date_of_its_document() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in sample::FILES {
        files::write_atomic(&folder.path().join(name), bytes, false).unwrap();
    }
    let inputs = [folder.path().to_owned()];
    let row = "fap2021:B2X33/certifying/job-seekers";
    let id = FigureId::of("fiches", row, "stays-told").to_string();
    let told = |date: &str| {
        let territory = Some(sample::TERRITORY.to_owned());
        let asked = Asked { territory, date: Some(date.to_owned()), ..asked(&id, &inputs) };
        let answer = found(&asked, &Kept::default(), &catalog(), today());
        answer.map(|(_, told)| told[0].traced.provenance.value.clone())
    };
    let value = |date: &str| told(date).map_err(|failure| failure.text).unwrap();
    assert_eq!(value("2026-11-24"), value("2026-11-25"));
    assert_ne!(value("2026-11-24"), value("2046-11-24"));
    assert_eq!(told("demain").unwrap_err().status, 2);
}

/// A name printed under a budget of the command line is found under that budget, and says what it
/// is; without it the answer says what to give.
#[test]
fn names_printed_under_a_budget_are_found_under_it() {
    let folder = tempfile::tempdir().unwrap();
    // Without a project nothing waits to have left.
    for (name, bytes) in sample::FILES {
        files::write_atomic(&folder.path().join(name), bytes, false).unwrap();
    }
    let inputs = [folder.path().to_owned()];
    let territory = Some(sample::TERRITORY);
    let money =
        Money { budget: vec!["150000".to_owned()], max_occupations: Some(3), ..Money::default() };
    let kept = Kept::default();
    let question = analyse::Asked { territory, ..analyse::Asked::of(&inputs, &kept) };
    let printed = gather(&question, &money, (&catalog(), today()));
    let printed = printed.map_err(|failure| failure.text).unwrap();
    let catalog = catalog();
    let document = store(&printed.ground.planned(printed.context(&catalog)));
    let choice = document.table("choice").unwrap();
    let plan = document.table("plan").unwrap();
    let all = choice.rows.iter().take(2).map(|row| (choice, row, "cost"));
    let all = all.chain(plan.rows.iter().map(|row| (plan, row, "fact")));
    let here = territory.map(str::to_owned);
    let without = |id: &str| Asked { territory: here.clone(), ..asked(id, &inputs) };
    let mut answered = 0;
    let mut first = None;
    for (table, row, column) in all {
        let cell = &row.cells[table.column(column).unwrap()];
        let id = FigureId::of(table.id, &row.key, column).to_string();
        let under = Asked { money: money.clone(), ..without(&id) };
        let answer = told(&under, &printed, id.parse().unwrap(), (&kept, &catalog));
        let answer = answer.map_err(|failure| failure.text).unwrap();
        assert_eq!(answer[0].traced.provenance.value, cell.shown(&catalog), "{}", row.key);
        answered += 1;
        first.get_or_insert(id);
    }
    assert!(answered > 8, "{answered}");
    let id = first.unwrap();
    let under = Asked { money: money.clone(), ..without(&id) };
    let (_, same) = found(&under, &kept, &catalog, today()).map_err(|one| one.text).unwrap();
    assert_eq!(same.len(), 1);
    let without = found(&without(&id), &kept, &catalog, today());
    let Err(failure) = without else { panic!("{id} is of no choice") };
    assert!(failure.text.contains("--budget"), "{}", failure.text);
}

#[test]
fn a_row_answers_with_all_its_figures() {
    let folder = tempfile::tempdir().unwrap();
    let inputs = [project(folder.path())];
    let row = RowMark::of("diagnostic", "G0B41").to_string();
    let asked = asked(&row.to_lowercase(), &inputs);
    let answer = found(&asked, &Kept::default(), &catalog(), today());
    let (mark, told) = answer.map_err(|failure| failure.text).unwrap();
    let view = serde_json::to_value(view::view(mark, &told)).unwrap();
    assert_eq!(view["id"], row.as_str());
    let figures = view["figures"].as_array().unwrap();
    assert!(figures.len() > 20, "{}", figures.len());
    let mut of = figures.iter().filter(|one| one["column"]["id"] == "projects");
    let projects = of.next().unwrap();
    let told_as = (&projects["indicator"], &projects["secrecy"], &projects["part"]);
    assert_eq!(told_as, (&"projects".into(), &"public".into(), &"point".into()));
    assert!(projects["value"].as_f64().unwrap() > 0.0);
    assert_eq!(projects["formula"], "Σ met");
    let file = &projects["files"][0];
    assert_eq!((&file["kind"], &file["extent"]), (&"bmo".into(), &"rows".into()));
    assert_eq!(file["file"], "BMO_2025_territoire_fictif.xlsx");
    assert_eq!(file["fingerprint"].as_str().unwrap().len(), 64);
    assert_eq!(file["fingerprint_short"].as_str().unwrap().len(), 12);
    assert!(!file["rows"].as_array().unwrap().is_empty());
    // Parts of one figure are one paragraph of the page, under all their names.
    let page = page::page(&told, &catalog());
    for figure in figures {
        assert!(page.contains(figure["id"].as_str().unwrap()), "{figure}");
    }
    assert!(page.contains("Empreinte") && page.contains("star_max"), "{page}");
    assert_eq!(page.matches("Projets de recrutement\u{a0}:").count(), 1, "{page}");
}

/// Nothing is written, and a figure of respondents is told once it has left.
#[test]
fn a_figure_of_respondents_is_told_once_it_has_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = project(folder.path());
    let inputs = [path.clone()];
    let row = RowMark::of("besoins", "all/need-projects").to_string();
    let before = files::read(&path, file::MOST_BYTES).unwrap();
    let found = traced(&row, &inputs);
    assert_eq!(files::read(&path, file::MOST_BYTES).unwrap(), before);
    for one in found["figures"].as_array().unwrap() {
        assert_eq!(one["secrecy"], "not-left", "{one}");
        let held = ["value", "low", "high", "n"].iter().all(|key| one[*key].is_null());
        assert!(held && one["row"]["title"] == "", "{one}");
    }
    let out = folder.path().join("resultats");
    analyse::run(
        &analyse::Asked {
            territory: Some(sample::TERRITORY),
            out: Some(&out),
            ..analyse::Asked::of(&inputs, &Kept::default())
        },
        &catalog(),
        today(),
    )
    .map_err(|failure| failure.text)
    .unwrap();
    let left = files::read(&path, file::MOST_BYTES).unwrap();
    assert_ne!(left, before);
    let found = traced(&row, &inputs);
    assert_eq!(files::read(&path, file::MOST_BYTES).unwrap(), left);
    let value = &found["figures"][0];
    assert_eq!(value["secrecy"], "shown", "{value}");
    assert!(value["value"].as_f64().is_some() && !value["weights"].as_array().unwrap().is_empty());
}

/// The sample's files in a folder, with the headcount of a company.
fn folder_with_headcount(folder: &Path) -> (PathBuf, PathBuf) {
    let data = folder.join("données");
    for (name, bytes) in sample::FILES {
        files::write_atomic(&data.join(name), bytes, false).unwrap();
    }
    let headcount = folder.join("effectif.csv");
    let text = "metier_entreprise;code_rome;code_fap;version_fap;effectif;age_moins_30;age_30_49;\
                age_50_54;age_55_59;age_60_plus;embauches_prevues_12m\n\
                Aide-soignant;;V0X60;2021;12;2;5;2;2;1;3\n";
    files::write_atomic(&headcount, text.as_bytes(), false).unwrap();
    (data, headcount)
}

/// Names of figures that stand on the sheet of one reader alone are found with what it is made of,
/// and with nothing else.
#[test]
fn a_figure_of_one_reader_is_found_with_the_files_of_its_document() {
    let folder = tempfile::tempdir().unwrap();
    let (data, headcount) = folder_with_headcount(folder.path());
    let catalogue = data.join("catalogue_formation_fictif.csv");
    let check = |table: &str, key: &str, reader: &dyn Fn(Asked) -> Asked| {
        let mark = RowMark::of(table, key).to_string();
        let plain = || {
            let territory = Some(sample::TERRITORY.to_owned());
            Asked { territory, ..asked(&mark, std::slice::from_ref(&data)) }
        };
        let run = |asked: &Asked| run(asked, &Kept::default(), &catalog(), today());
        // Once is enough: each time, all is analysed anew.
        if table == "entreprise" {
            assert_eq!(run(&plain()).unwrap_err().status, 1);
        }
        let text = run(&reader(plain())).map_err(|failure| failure.text).unwrap();
        let found: Value = serde_json::from_str(&text).unwrap();
        let figures = found["figures"].as_array().unwrap().clone();
        assert!(!figures.is_empty());
        for one in &figures {
            assert_eq!((&one["table"]["id"], &one["row"]["id"]), (&table.into(), &key.into()));
        }
        figures
    };
    let of_company = |asked| Asked { headcount: Some(headcount.clone()), ..asked };
    let figures = check("entreprise", "post/2", &of_company);
    assert!(figures.iter().any(|one| one["shown"] == "12"), "{figures:?}");
    let of_body = |asked| Asked { catalogue: Some(catalogue.clone()), ..asked };
    check("catalogue", "B1X31", &of_body);
    let of_respondent = |asked| Asked { respondent: Some("E001".to_owned()), ..asked };
    check("retour", "measure/need-projects", &of_respondent);
}

#[test]
fn files_of_one_reader_that_do_not_serve_are_told() {
    let folder = tempfile::tempdir().unwrap();
    let (data, headcount) = folder_with_headcount(folder.path());
    let check = |reader: &dyn Fn(Asked) -> Asked, expect: &str| {
        let territory = Some(sample::TERRITORY.to_owned());
        let asked = reader(Asked { territory, ..asked("K7Q2XA", std::slice::from_ref(&data)) });
        let failure = run(&asked, &Kept::default(), &catalog(), today()).unwrap_err();
        assert_eq!(failure.status, 1);
        assert!(failure.text.contains(expect), "{}", failure.text);
    };
    let catalogue = data.join("catalogue_formation_fictif.csv");
    let not_one = |asked| Asked { headcount: Some(catalogue.clone()), ..asked };
    check(&not_one, "catalogue_formation_fictif.csv");
    let not_among = |asked| Asked { catalogue: Some(headcount.clone()), ..asked };
    check(&not_among, "effectif.csv");
    let nobody = |asked| Asked { respondent: Some("personne".to_owned()), ..asked };
    check(&nobody, &catalog().text("error-returned-unknown"));
}
