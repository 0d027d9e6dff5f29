//! The files of `tests/abuse`, made by `examples/make_abuse.rs`: each is told for what it is,
//! and none costs more than itself.

use bassin::readers::{Control, mapping, read};
use bassin::reference::Reference;
use std::path::Path;

#[test]
fn each_hostile_file_is_told_for_what_it_is() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/abuse");
    let reference = Reference::embedded().unwrap();
    let expect = std::fs::read_to_string(folder.join("expect.csv")).unwrap();
    let (mut seen, mut wrong) = (0, Vec::new());
    for line in expect.lines().skip(1) {
        let [name, kind, issue] = line.split(';').collect::<Vec<_>>().try_into().unwrap();
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let tables = read(name, &bytes, &reference, Control::none()).unwrap();
        let [table, others @ ..] = tables.as_slice() else { panic!("{name}: nothing is told") };
        assert!(others.is_empty() || name == "mille_membres.zip", "{name}");
        let told = tables.iter().flat_map(|table| table.issues.as_slice());
        let issues: Vec<&str> = told.map(|issue| issue.kind.id()).collect();
        assert!(table.rows.adds_up(), "{name}: {:?}", table.rows);
        let kept = u32::from(kind == "bmo" && !issues.contains(&"no-usable-row"));
        let lone = ["not-a-code", "cell-error"].contains(&issue) && table.rows.kept == 0;
        assert!(lone || table.rows.kept >= kept, "{name}: {:?} {issues:?}", table.rows);
        let told = issue.is_empty() || issues.contains(&issue);
        let panicked = issues.contains(&"read-panicked");
        if table.kind.id() != kind || !told || panicked {
            wrong.push(format!("{name}: {} {issues:?} {:?}", table.kind, table.rows));
        }
        let shown = table.issues.as_slice().iter().all(|i| format!("{:?}", i.kind).len() < 400);
        assert!(shown, "{name}: a message holds a whole cell");
        // Choosing its columns does not cost more.
        for sheet in mapping::peek(&bytes) {
            let heading = mapping::guess(&sheet.rows);
            let names = heading.names(&sheet.rows);
            let below = heading.below(&sheet.rows);
            mapping::propose(&names, below, mapping::KINDS[0], &[]);
        }
        seen += 1;
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(seen > 40, "{seen}");
}
