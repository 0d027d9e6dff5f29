//! What is said before a file is written from the command line.

use crate::leaks::run;
use bassin::project::{Edit, Origin, Project, file::to_text};
use bassin::sample;

/// A project saved on other contents than those that are there: every command that writes says so.
#[test]
fn a_changed_source_is_told_before_anything_is_written() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in sample::FILES {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let origins = sample::FILES.iter().map(|(name, _)| Origin::File(folder.path().join(name)));
    let mut project = Project::default();
    project.apply(Edit::AddSources(origins.collect()));
    project.apply(Edit::Territory(sample::TERRITORY.parse().unwrap()));
    let mut decisions = project.decisions().clone();
    for source in &mut decisions.sources {
        if source.origin.name() == "offres_locales_fictif.csv" {
            source.fingerprint = Some("0".repeat(64));
        }
    }
    let text = to_text(&decisions, None, folder.path()).unwrap();
    std::fs::write(folder.path().join("essai.bassin"), text).unwrap();
    let here = ["--territory", sample::TERRITORY];
    let map = "carte_communes_fictive.geojson";
    let commands: [&[&str]; 4] = [
        &["analyse", "essai.bassin", here[0], here[1], "--out", "a", "--format", "csv"],
        &["chart", "essai.bassin", here[0], here[1], "--kind", "intervals", "--out", "b.svg"],
        &["map", "essai.bassin", "--geo", map, "--indicator", "difficult-share", "--out", "c.svg"],
        &["report", "essai.bassin", "--document", "bulletin", "--format", "json", "--out", "d"],
    ];
    for command in commands {
        let (_, error) = run(folder.path(), command);
        assert!(error.contains("offres_locales_fictif.csv a changé"), "{command:?}: {error}");
    }
    for written in ["a/diagnostic.csv", "b.svg", "c.svg", "d/tables_be_9601.json"] {
        assert!(folder.path().join(written).exists(), "{written}");
    }
    // A file of tables is read by a tool of any country.
    let international = ["report", "essai.bassin", "--document", "bulletin", "--format", "csv"];
    run(folder.path(), &[&international[..], &["--csv", "international", "--out", "e"]].concat());
    let text =
        std::fs::read_to_string(folder.path().join("e/tables_be_9601/diagnostic.csv")).unwrap();
    assert!(text.lines().next().unwrap().matches(',').count() > 20, "{text}");
    assert!(text.lines().nth(1).unwrap().contains("0."), "a decimal point");
}
