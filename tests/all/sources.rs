//! The sources themselves: layers, file length, no forbidden crate in a layer.

use std::path::{Path, PathBuf};

/// Who may use whom, by module.
const LAYERS: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("survey", &[]),
    ("files", &[]),
    ("jobs", &[]),
    ("sample", &[]),
    ("format", &["model"]),
    ("settings", &["model"]),
    ("secrecy", &["model"]),
    ("reference", &["model", "tables"]),
    ("tables", &["model"]),
    ("i18n", &["model", "format"]),
    ("readers", &["model", "reference", "tables", "jobs"]),
    (
        "words",
        &[
            "actions",
            "files",
            "flows",
            "matching",
            "model",
            "format",
            "i18n",
            "readers",
            "reference",
            "recommend",
            "analysis",
            "survey",
            "tables",
        ],
    ),
    ("cache", &["model", "readers", "tables", "reference", "sample"]),
    ("loading", &["cache", "files", "model", "readers", "reference", "tables"]),
    ("project", &["model", "readers", "matching", "secrecy", "survey"]),
    // Its tests read the sample.
    (
        "archive",
        &[
            "format",
            "i18n",
            "matching",
            "model",
            "project",
            "readers",
            "reference",
            "sample",
            "secrecy",
        ],
    ),
    ("handover", &["archive", "files", "i18n", "model", "project", "readers", "secrecy", "words"]),
    ("indicators", &["model", "reference", "tables", "survey", "jobs"]),
    ("geo", &["model", "reference", "tables"]),
    ("flows", &["model", "survey"]),
    ("matching", &["model", "reference", "tables", "indicators"]),
    ("actions", &["model", "format", "i18n", "indicators", "matching"]),
    ("recommend", &["model", "reference", "indicators", "matching", "survey", "flows"]),
    (
        "analysis",
        &[
            "jobs",
            "model",
            "reference",
            "tables",
            "readers",
            "survey",
            "flows",
            "indicators",
            "matching",
            "recommend",
            "secrecy",
        ],
    ),
    (
        "report",
        &[
            "actions",
            "flows",
            "model",
            "format",
            "i18n",
            "reference",
            "indicators",
            "matching",
            "recommend",
            "analysis",
            "secrecy",
            "survey",
            "words",
            "jobs",
            "geo",
        ],
    ),
    (
        "inquiry",
        &["analysis", "matching", "model", "project", "readers", "reference", "report", "secrecy"],
    ),
    (
        "outputs",
        &[
            "actions",
            "analysis",
            "geo",
            "i18n",
            "matching",
            "model",
            "readers",
            "recommend",
            "reference",
            "report",
            "tables",
        ],
    ),
    (
        "cli",
        &[
            "archive",
            "handover",
            "actions",
            "flows",
            "inquiry",
            "outputs",
            "words",
            "model",
            "format",
            "i18n",
            "reference",
            "tables",
            "readers",
            "indicators",
            "matching",
            "recommend",
            "analysis",
            "report",
            "secrecy",
            "survey",
            "files",
            "loading",
            "project",
            "sample",
            "jobs",
            "geo",
        ],
    ),
    (
        "ui",
        &[
            "archive",
            "handover",
            "actions",
            "flows",
            "inquiry",
            "outputs",
            "model",
            "format",
            "i18n",
            "reference",
            "tables",
            "readers",
            "indicators",
            "matching",
            "recommend",
            "analysis",
            "secrecy",
            "report",
            "files",
            "loading",
            "sample",
            "jobs",
            "settings",
            "project",
            "survey",
            "words",
            "geo",
        ],
    ),
];

/// Crates and the only modules that may name them.
const CRATES: &[(&str, &[&str])] = &[
    ("calamine::", &["readers"]),
    ("csv::", &["readers", "report"]),
    ("csv_core::", &["readers"]),
    ("encoding_rs::", &["readers"]),
    ("zip::", &["archive", "readers", "report"]),
    ("fluent_bundle::", &["i18n"]),
    ("directories::", &["files"]),
    ("polars::", &["tables", "report"]),
    ("polars_io::", &["tables", "report"]),
    // The tests of readers make workbooks.
    ("rust_xlsxwriter::", &["report", "readers"]),
    ("resvg::", &["report"]),
    ("typst::", &["report"]),
    ("typst_layout::", &["report"]),
    ("typst_pdf::", &["report"]),
    ("epaint_default_fonts::", &["report"]),
    ("skrifa::", &["report"]),
    ("earcut::", &["ui"]),
    ("egui::", &["ui"]),
    ("eframe::", &["ui"]),
    ("egui_plot::", &["ui"]),
    ("egui_table::", &["ui"]),
    ("rfd::", &["ui"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// (module, file, text) of every source file.
fn all() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    files.sort();
    files
        .into_iter()
        .map(|path| {
            let relative = path.strip_prefix(&root).unwrap();
            let first = relative.components().next().unwrap().as_os_str().to_string_lossy();
            let module = first.trim_end_matches(".rs").to_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            // Comments may speak of any module.
            let code: Vec<&str> =
                text.lines().map(|line| line.split("//").next().unwrap()).collect();
            (module, relative.to_owned(), code.join("\n"))
        })
        .collect()
}

#[test]
fn a_module_uses_only_the_layers_below_it() {
    for (module, file, text) in all() {
        if module == "lib" || module == "main" {
            continue;
        }
        let allowed = LAYERS.iter().find(|(name, _)| *name == module);
        let (_, allowed) = allowed.unwrap_or_else(|| panic!("{module} is in no layer"));
        for used in text.split("crate::").skip(1) {
            let name: String =
                used.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            let fine = name.is_empty() || name == module || allowed.contains(&name.as_str());
            assert!(fine, "{}: {module} may not use {name}", file.display());
        }
        assert!(!text.contains("super::super::"), "{}", file.display());
    }
}

#[test]
fn a_crate_stays_in_its_layer() {
    for (module, file, text) in all() {
        for (name, allowed) in CRATES {
            let used = text.match_indices(name).any(|(at, _)| {
                !text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
            });
            let fine = !used || allowed.contains(&module.as_str());
            assert!(fine, "{}: {name} is for {allowed:?}", file.display());
        }
    }
}

#[test]
fn files_stay_short() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches", "examples"] {
        sources(&root.join(folder), &mut files);
    }
    assert!(files.len() > 400, "{}", files.len());
    for file in files {
        let lines = std::fs::read_to_string(&file).unwrap().lines().count();
        assert!(lines < 600, "{} has {lines} lines", file.display());
    }
}

/// What comments say of the method can be read: the sections that they cite are in the repository,
/// and none cites a document that is not.
#[test]
fn sections_that_are_cited_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let method = std::fs::read_to_string(root.join("docs/method.md")).unwrap();
    let number = |text: &str| -> String {
        let number: String = text.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
        number.trim_end_matches('.').to_owned()
    };
    let headings: Vec<String> = method
        .lines()
        .filter(|line| line.starts_with('#'))
        .filter_map(|line| {
            let line = line.trim_start_matches('#').trim_start();
            let found = number(line.trim_start_matches('§'));
            (!found.is_empty()).then_some(found)
        })
        .collect();
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches", "examples"] {
        sources(&root.join(folder), &mut files);
    }
    files.extend(["docs/survey.md", "docs/method.md"].map(|name| root.join(name)));
    let (section, missing) = ("\u{a7}", ["da", "ta.md"].concat());
    let mut cited = 0;
    for file in &files {
        let text = std::fs::read_to_string(file).unwrap();
        assert!(!text.contains(&missing), "{}: {missing} is not in docs", file.display());
        for part in text.split(section).skip(1) {
            let found = number(part);
            if found.is_empty() {
                continue;
            }
            assert!(headings.contains(&found), "{}: {section}{found}", file.display());
            cited += 1;
        }
    }
    assert!(cited > 90, "{cited}");
}
