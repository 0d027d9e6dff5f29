//! Nobody is named in a file, whatever its form: in no part of a Word document or workbook, no page or
//! string of a PDF, no column of Parquet, no picture, no name of a file.

use super::{parts, pdf};
use crate::leaks::outputs::{identity, written};
use crate::leaks::respondents::files;
use crate::leaks::run;
use bassin::sample;
use polars_io::SerReader as _;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Cursor;
use std::path::Path;

/// Everything that a file says, whatever packs it.
fn said(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    let mut text = format!("{}\n{}", path.display(), String::from_utf8_lossy(&bytes));
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("docx" | "xlsx") => {
            for (name, part) in parts(&bytes) {
                let _ = write!(text, "\n{name}\n{}", String::from_utf8_lossy(&part));
            }
        }
        Some("pdf") => {
            let pdf::Read { pages, rest } = pdf::read(&bytes);
            let _ = write!(text, "\n{pages}\n{rest}");
        }
        Some("parquet") => {
            let frame =
                polars_io::prelude::ParquetReader::new(Cursor::new(bytes)).finish().unwrap();
            for series in frame.columns() {
                let _ = write!(text, "\n{}", series.name());
                if let Ok(texts) = series.str() {
                    for one in texts.iter().flatten() {
                        let _ = write!(text, "\n{one}");
                    }
                }
            }
        }
        _ => {}
    }
    text
}

#[test]
fn nobody_is_named_in_any_form() {
    let folder = tempfile::tempdir().unwrap();
    let respondents: Vec<usize> = (0..21).collect();
    let given = files(&respondents);
    for (name, bytes) in &given {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let names: Vec<&str> = given.iter().map(|(name, _)| name.as_str()).collect();
    let here = ["--territory", sample::TERRITORY];
    let paged = if bassin::report::pdf::IS_BUILT_IN { "docx,pdf" } else { "docx" };
    let formats = format!("{paged},xlsx,csv,json,parquet");
    let documents = "note,occupation,sector,programmes,bulletin,method";
    let more = ["--document", documents, "--top", "3", "--format", &formats, "--out", "out"];
    run(folder.path(), &[&["report"], &names[..], &here, &more].concat());
    for (kind, name) in [("intervals", "a.svg"), ("intervals", "a.png"), ("quadrant", "b.svg")] {
        let out = format!("out/{name}");
        let more = ["--kind", kind, "--out", &out];
        run(folder.path(), &[&["chart"], &names[..], &here, &more].concat());
    }
    let mut seen = BTreeSet::new();
    for path in written(&[folder.path().join("out")]) {
        let text = said(&path);
        seen.extend(path.extension().map(|ending| ending.to_string_lossy().into_owned()));
        for number in &respondents {
            let (siret, called) = identity(*number);
            for word in [siret.as_str(), &called, &format!("ID-{number:04}-X"), "Mot à mot"] {
                assert!(!text.contains(word), "{} holds {word}", path.display());
            }
        }
    }
    let formats = formats.split(',').chain(["svg", "png", "txt"]).map(str::to_owned);
    assert_eq!(seen, formats.collect::<BTreeSet<String>>(), "every form is looked at");
}
