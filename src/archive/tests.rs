use super::*;
use crate::matching::label::dictionary::{Entry, Verdict};
use crate::model::action::decided::{Decided, Fingerprint, FrozenFigure, Spread};
use crate::model::action::edit::By;
use crate::model::action::journal::Event;
use crate::model::action::sheet::Action;
use crate::model::action::{ActionPlan, Closed};
use crate::model::{Kind, Rome};
use crate::project::{Decisions, Origin, Source, file};
use crate::readers::mapping::Mapping;
use crate::readers::{Control, Knowing, fingerprint, read_with};
use crate::reference::Reference;
use crate::sample;
use crate::secrecy::journal::{Log, Release};
use crate::secrecy::siphash::Salt;
use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

/// The name of a file of the user, which may be that of who answered.
fn named(name: &str) -> String {
    name.replace("enquete", "enquête Dupont SA")
}

/// The files of the sample as a user has them.
pub fn files_of_sample() -> Vec<(String, &'static [u8])> {
    sample::FILES.iter().map(|(name, bytes)| (named(name), *bytes)).collect()
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    if name == "armes.png" {
        return Ok(b"png".to_vec());
    }
    let found = files_of_sample().into_iter().find(|(known, _)| *known == name);
    found.map(|(_, bytes)| bytes.to_vec()).ok_or(name)
}

fn described(folder: &str) -> Vec<Described> {
    let reference = Reference::embedded().unwrap();
    let knowing = Knowing { reference: &reference, mappings: &[] };
    let one = |(name, bytes): (String, &'static [u8])| {
        let tables = read_with(&name, bytes, knowing, Control::none()).unwrap();
        let origin = Origin::File(Path::new(folder).join(name));
        Described { origin, content: Content::of(&tables) }
    };
    files_of_sample().into_iter().map(one).collect()
}

fn mapping(kind: Kind) -> Mapping {
    use crate::readers::mapping::{From, Manner, Question, Recode};
    let recodes = vec![Recode { written: "Parce que Martine part".into(), means: "oui".into() }];
    let question = Question {
        label: "Freins".into(),
        from: From::Ticked(vec![format!("Freins › {}", kind.id())]),
        manner: Manner::Several(';'),
        recodes,
    };
    Mapping {
        confirmed_on: "réponses Dupont SA.xlsx".into(),
        kind,
        two_rows: false,
        fields: Vec::new(),
        questions: vec![question],
        seen: vec!["Nom de qui répond".into()],
        none: Vec::new(),
    }
}

fn decisions(sources: &[Described]) -> Decisions {
    let mut made = Decisions {
        sources: sources
            .iter()
            .map(|one| Source { origin: one.origin.clone(), fingerprint: None, left_out: false })
            .collect(),
        territory: sample::TERRITORY.parse().ok(),
        mappings: vec![
            mapping(Kind::SurveyEstablishments),
            Mapping {
                confirmed_on: "offres.xlsx".into(),
                questions: Vec::new(),
                seen: vec!["Intitulé".into()],
                none: Vec::new(),
                ..mapping(Kind::JobOffers)
            },
        ],
        preferred: sources
            .iter()
            .filter_map(|one| one.content.as_ref())
            .map(|content| content.fingerprint.clone())
            .chain(["ef".repeat(32)])
            .collect(),
        ..Decisions::default()
    };
    made.method.set("flag_probability", 900).unwrap();
    made.papers.dress.logo = Some(PathBuf::from("/x/armes.png"));
    let verdict = Some(Verdict::Accepted(Rome::new("J1501").unwrap()));
    let entry = Entry { verdict, ..Entry::default() };
    made.actions = acted(sources);
    made.labels.entries.insert("aide soigner de chez dupont".to_owned(), entry);
    made
}

/// A plan decided on figures of every file, with last year's answers among them; a note names one.
fn acted(sources: &[Described]) -> ActionPlan {
    let name = |one: &Described| one.origin.name();
    let files: Vec<String> = sources.iter().map(name).collect();
    let content = |one: &Described| {
        let sha256 = one.content.as_ref()?.fingerprint.clone();
        Some(Fingerprint { file: name(one), sha256 })
    };
    let former = Fingerprint { file: "réponses Dupont, 2024.csv".into(), sha256: "ef".repeat(32) };
    let blank = FrozenFigure::blank(Spread::None);
    let source = format!("{}, {}", files.join(", "), former.file);
    let figures = vec![FrozenFigure { source, ..blank }];
    let fingerprints: Vec<Fingerprint> =
        sources.iter().filter_map(content).chain([former]).collect();
    let date = "2026-01-15".parse().unwrap();
    let on = Decided { figures, fingerprints, ..Decided::nothing(date) };
    let mut plan = ActionPlan::default();
    let by = By { date, who: "J. M.".into() };
    let practical = format!("Voir ({}).", named("enquete_metiers_fictif.csv"));
    let action = Action { title: practical, decided_on: Some(on.clone()), ..Action::default() };
    let id = plan.add_action(action.clone(), Event::Adopted, &by);
    assert!(plan.decide(&id, on));
    plan.archive.push(Closed { year: 2025, actions: vec![action], ..Closed::default() });
    plan
}

fn log() -> Log {
    Log { salt: Salt([0xA7; 16]), releases: vec![Release::default(), Release::default()] }
}

fn packed_in(folder: &str, with: With) -> Packed {
    let (sources, log) = (described(folder), log());
    let decisions = decisions(&sources);
    let given = Given {
        name: "Valmont 2026",
        decisions: &decisions,
        log: Some(&log),
        sources: &sources,
        with,
    };
    pack(&given, read).unwrap()
}

fn packed(with: With) -> Packed {
    packed_in("/x", with)
}

const NONE: With = With { public: false, own: false, respondents: false };
const WITHOUT: With = With { public: true, own: true, respondents: false };

/// Name and content of every member.
fn members(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let all = 0..archive.len();
    all.map(|index| {
        let mut member = archive.by_index(index).unwrap();
        let mut content = Vec::new();
        member.read_to_end(&mut content).unwrap();
        (member.name().unwrap().into_owned(), content)
    })
    .collect()
}

#[test]
fn what_is_packed_is_opened() {
    for with in [NONE, WITHOUT, With::ALL] {
        let Packed { bytes, manifest } = packed(with);
        assert!(is_archive(&bytes));
        let mut opened = open(&bytes, Control::none()).unwrap();
        assert_eq!(opened.manifest, manifest);
        assert!(opened.spoilt.is_empty());
        let folder = Path::new("/elsewhere");
        let text = String::from_utf8(opened.project.clone()).unwrap();
        let (project, kept) = file::parse_whole(&text, folder).unwrap();
        assert_eq!(kept, with.respondents.then(log));
        assert_eq!(project.method, decisions(&[]).method);
        assert_eq!(project.papers.dress.logo, Some(folder.join("logo.png")));
        assert_eq!(project.forgotten, if with.respondents { 0 } else { 2 });
        // Every source that is inside has its content, under the name that the project gives it.
        let mut inside = 0;
        for (source, (name, content)) in project.sources.iter().zip(files_of_sample()) {
            let theirs = name.contains("Dupont") || name.starts_with("population");
            let told = with.respondents || !theirs;
            assert_eq!(source.fingerprint, told.then(|| fingerprint(content)), "{name}");
            let Origin::File(path) = &source.origin else { panic!("{name}") };
            let place = path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            let found = opened.read(&place, Control::none()).unwrap();
            assert_eq!(source.left_out, found.is_none(), "{name}");
            if let Some(found) = found {
                assert!(found == content, "{name}");
                inside += 1;
            }
        }
        let expect = match with.chosen().len() {
            0 => 0,
            2 => 11,
            _ => 14,
        };
        assert_eq!(inside, expect, "{with:?}");
        // The logo beside the sources.
        assert_eq!(opened.sound.len(), expect + 1);
    }
}

#[test]
fn the_same_inputs_give_the_same_bytes() {
    for with in [NONE, WITHOUT, With::ALL] {
        let first = packed(with);
        assert!(first.bytes == packed(with).bytes);
        // Nothing of where they lie is in it.
        assert!(first.bytes == packed_in("/home/jeanne/études", with).bytes);
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(packed(NONE).bytes)).unwrap();
    for index in 0..archive.len() {
        let member = archive.by_index(index).unwrap();
        assert_eq!(member.last_modified(), Some(zip::DateTime::DEFAULT));
    }
}

/// Everything that respondents gave, as it may be written in another file: rows, and cells that no
/// published file holds.
fn answers() -> BTreeSet<Vec<u8>> {
    let theirs = |name: &str| name.contains("Dupont") || name.starts_with("population");
    let files = files_of_sample();
    let others: Vec<&[u8]> =
        files.iter().filter(|(name, _)| !theirs(name)).map(|(_, bytes)| *bytes).collect();
    let mut found = BTreeSet::new();
    for (_, bytes) in files.iter().filter(|(name, _)| theirs(name)) {
        for row in bytes.split(|byte| *byte == b'\n').skip(1) {
            let row = row.strip_suffix(b"\r").unwrap_or(row);
            let cells = row.split(|byte| *byte == b';').filter(|cell| cell.len() >= 4);
            let own = cells.filter(|cell| others.iter().all(|other| !holds(other, cell)));
            found.extend(own.map(<[u8]>::to_vec));
            if row.len() > 8 {
                found.insert(row.to_vec());
            }
        }
    }
    found
}

fn holds(all: &[u8], part: &[u8]) -> bool {
    memchr::memmem::find(all, part).is_some()
}

#[test]
fn nothing_of_a_respondent_goes_without_the_choice() {
    let answers = answers();
    assert!(answers.len() > 200, "{}", answers.len());
    let told = ["Dupont", "Martine", "aide soigner", "a7a7a7a7", "salt: ", "Nom de qui répond"];
    // Names and contents of their files, in whatever mode; those of others are kept.
    let (theirs, others): (Vec<Described>, Vec<Described>) =
        described("/x").into_iter().partition(|one| {
            one.content.as_ref().is_some_and(|content| content.custody == Custody::Respondents)
        });
    assert_eq!((theirs.len(), others.len()), (3, 11));
    let of =
        |one: &Described| [one.origin.name(), one.content.as_ref().unwrap().fingerprint.clone()];
    let their_files: Vec<String> =
        theirs.iter().flat_map(of).chain(["réponses Dupont".into(), "ef".repeat(32)]).collect();
    for with in [NONE, WITHOUT, With { public: true, ..NONE }, With { own: true, ..NONE }] {
        let Packed { bytes, manifest } = packed(with);
        let members = members(&bytes);
        for told in &their_files {
            assert!(!members.iter().any(|(_, content)| holds(content, told.as_bytes())), "{told}");
            assert!(!holds(&bytes, told.as_bytes()), "{told}");
        }
        assert_eq!(manifest.left_out.traces, 2);
        for told in others.iter().flat_map(of) {
            let (_, text) = members.iter().find(|(name, _)| name.ends_with(".bassin")).unwrap();
            assert!(memchr::memmem::find_iter(text, &told).count() > 3, "{told}");
        }
        for (name, content) in &members {
            assert!(!name.contains("Dupont"), "{name}");
            for answer in &answers {
                let shown = String::from_utf8_lossy(answer);
                assert!(!holds(content, answer), "{name}: {shown}");
            }
            for words in told {
                assert!(!holds(content, words.as_bytes()), "{name}: {words}");
            }
        }
        let project = members.iter().find(|(name, _)| name.ends_with(".bassin")).unwrap();
        // What is of the user's own is not taken for theirs.
        assert!(holds(&project.1, "Intitulé".as_bytes()));
        assert_eq!((manifest.left_out.labels, manifest.left_out.mappings), (1, 1));
        assert_eq!((manifest.memory.exports, manifest.memory.inside), (2, false));
        let apart: Vec<&manifest::Source> = manifest
            .sources
            .iter()
            .filter(|one| one.custody == Some(Custody::Respondents))
            .collect();
        let names: Vec<&str> = apart.iter().map(|one| one.name.as_str()).collect();
        let expect = [
            "sources/survey-establishments.csv",
            "sources/survey-occupations.csv",
            "sources/establishment-register.csv",
        ];
        assert_eq!(names, expect);
        assert!(apart.iter().all(|one| one.why == manifest::Why::NotChosen));
    }
    // The same attack succeeds once they are chosen.
    let members = members(&packed(With::ALL).bytes);
    for answer in &answers {
        assert!(members.iter().any(|(_, content)| holds(content, answer)));
    }
    for words in told {
        assert!(members.iter().any(|(_, content)| holds(content, words.as_bytes())), "{words}");
    }
}

#[test]
fn each_custody_goes_with_its_own_choice() {
    let inside = |with: With| {
        let manifest = packed(with).manifest;
        let found = manifest.sources.iter().filter(|one| one.inside).map(|one| one.custody);
        found.flatten().collect::<BTreeSet<Custody>>()
    };
    for custody in Custody::ALL {
        let mut with = With::default();
        with.set(custody, true);
        assert_eq!(with.chosen(), [custody]);
        assert_eq!(inside(with), [custody].into());
    }
    assert_eq!(inside(With::ALL), Custody::ALL.into());
}

fn content(name: &str, bytes: &[u8]) -> Content {
    let reference = Reference::embedded().unwrap();
    let knowing = Knowing { reference: &reference, mappings: &[] };
    Content::of(&read_with(name, bytes, knowing, Control::none()).unwrap()).unwrap()
}

/// What was not recognised may be anything, in whole or in part.
#[test]
fn what_is_not_read_is_kept_as_answers_are() {
    let unknown = content("x.csv", b"a;b\nDupont SA;embauche 3\n");
    assert_eq!((unknown.custody, unknown.unread), (Custody::Respondents, true));
    let mut book = workbook(&[("BMO", false), ("Notes", true)]);
    let hidden = content("x.xlsx", &book);
    assert_eq!((hidden.custody, hidden.unread), (Custody::Respondents, true));
    book = workbook(&[("BMO", false)]);
    let plain = content("x.xlsx", &book);
    assert_eq!((plain.custody, plain.unread), (Custody::Public, false));
    let survey = sample::file("enquete_metiers_fictif.csv").unwrap();
    let zipped = zip_of(&[
        ("a.csv", sample::file("dares_tensions_2023_fictif.csv").unwrap()),
        ("b.csv", survey),
    ]);
    assert_eq!(content("x.zip", &zipped).custody, Custody::Respondents);
}

/// The sample's own workbook; with a second sheet, a hidden one is added by its parts.
fn workbook(sheets: &[(&str, bool)]) -> Vec<u8> {
    let bytes = sample::file("BMO_2025_territoire_fictif.xlsx").unwrap();
    if sheets.len() == 1 {
        return bytes.to_vec();
    }
    let mut parts = members(bytes);
    for (name, content) in &mut parts {
        let text = String::from_utf8_lossy(content).into_owned();
        let more = match name.as_str() {
            "xl/workbook.xml" => text.replace(
                "</sheets>",
                "<sheet name=\"Notes\" sheetId=\"99\" state=\"hidden\" r:id=\"rId99\"/></sheets>",
            ),
            "xl/_rels/workbook.xml.rels" => text.replace(
                "</Relationships>",
                "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument\
                 /2006/relationships/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
            ),
            _ => continue,
        };
        assert_ne!(more, text, "{name}");
        *content = more.into_bytes();
    }
    let parts: Vec<(&str, &[u8])> =
        parts.iter().map(|(name, content)| (name.as_str(), content.as_slice())).collect();
    zip_of(&parts)
}

pub fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    use std::io::Write as _;
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn a_source_that_changed_since_it_was_read_stops_the_archive() {
    let sources = described("/x");
    let decisions = decisions(&sources);
    let given =
        Given { name: "a", decisions: &decisions, log: None, sources: &sources, with: WITHOUT };
    let other = |path: &Path| {
        let mut bytes = read(path)?;
        if path.ends_with("certif_info_fictif.csv") {
            bytes.push(b'\n');
        }
        Ok::<_, String>(bytes)
    };
    assert!(
        matches!(pack(&given, other), Err(PackError::Changed(path)) if path.ends_with("certif_info_fictif.csv"))
    );
    let gone =
        |path: &Path| if path.ends_with("armes.png") { read(path) } else { Err("gone".to_owned()) };
    assert!(matches!(pack(&given, gone), Err(PackError::Source(_))));
    // The logo is no source: without it there is an archive all the same.
    let bare =
        |path: &Path| if path.ends_with("armes.png") { Err(String::new()) } else { read(path) };
    assert_eq!(pack(&given, bare).unwrap().manifest.logo, None);
}

#[test]
fn absent_and_built_in_sources_are_told_and_neither_goes() {
    let absent = Described { origin: Origin::File("/x/enquête Dupont.csv".into()), content: None };
    let name = "BMO_2025_territoire_fictif.xlsx".to_owned();
    let built_in = Described { origin: Origin::Sample(name.clone()), content: None };
    let sources = [absent, built_in];
    let mut decisions = decisions(&sources);
    decisions.sources[0].fingerprint = Some("ab".repeat(32));
    let given =
        Given { name: "a", decisions: &decisions, log: None, sources: &sources, with: WITHOUT };
    let Packed { bytes, manifest } = pack(&given, read).unwrap();
    let told: Vec<_> =
        manifest.sources.iter().map(|one| (one.name.as_str(), one.why, one.inside)).collect();
    let expect = [
        ("sources/absent.csv", manifest::Why::Absent, false),
        (name.as_str(), manifest::Why::BuiltIn, false),
    ];
    assert_eq!(told, expect);
    let opened = open(&bytes, Control::none()).unwrap();
    let text = String::from_utf8(opened.project).unwrap();
    let project = file::parse(&text, Path::new("/e")).unwrap();
    assert_eq!(project.sources[0].fingerprint, None);
    assert!(!project.sources[0].left_out);
    assert_eq!(project.sources[1].origin, Origin::Sample(name));
}

/// What shrinks as a bomb does is stored as it is, and opened.
#[test]
fn a_source_of_one_letter_goes_and_comes_back() {
    let bytes = vec![b'0'; usize::try_from(ANY_MAY).unwrap() + 1_000_000];
    let path = PathBuf::from("/x/a.csv");
    let content = Content {
        fingerprint: fingerprint(&bytes),
        bytes: bytes.len() as u64,
        tables: vec![(Kind::Bmo, None)],
        custody: Custody::Public,
        unread: false,
    };
    let sources = [Described { origin: Origin::File(path), content: Some(content) }];
    let decisions =
        Decisions { papers: crate::model::papers::Papers::default(), ..decisions(&sources) };
    let given =
        Given { name: "a", decisions: &decisions, log: None, sources: &sources, with: WITHOUT };
    let packed = pack(&given, |_| Ok::<_, String>(bytes.clone())).unwrap();
    assert!(packed.bytes.len() > bytes.len());
    let opened = open(&packed.bytes, Control::none()).unwrap();
    assert_eq!((opened.sound.len(), opened.spoilt.len()), (1, 0));
}

#[test]
fn opening_is_given_up_when_it_is_asked_for() {
    let Packed { bytes, .. } = packed(WITHOUT);
    let given_up = Control { cancelled: &|| true, progress: &|_| {} };
    assert_eq!(open(&bytes, given_up).err(), Some(Refusal::Cancelled));
}
