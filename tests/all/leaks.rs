//! Everything that leaves a project, read by an attacker: 21 respondents, one of whom holds half of
//! the headcount, and one more who answers between two exports.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

mod acted;
mod counts;
pub mod outputs;
pub mod respondents;
mod scan;
mod sectors;
mod weights;

pub use crate::leaks::outputs::run;
use crate::leaks::outputs::{cell, shown, workbook};
use crate::leaks::respondents::files;
use bassin::analysis::employers::answers::Asked as Number;
use bassin::analysis::employers::needs::{Contribution, Form, Need, WANTED};
use bassin::analysis::{Request, analyse};
use bassin::i18n::Catalog;
use bassin::inquiry::{Asked, inquiry};
use bassin::matching::label::dictionary::Dictionary;
use bassin::model::{Fap, Groups, Language, Scope};
use bassin::project::{Project, Weighting};
use bassin::readers::{Control, read};
use bassin::reference::Reference;
use bassin::reference::params::Parameters;
use bassin::report::build::{Comparison, Context, document};
use bassin::report::document::{Document, Row};
use bassin::report::survey::Inquiry;
use bassin::sample;
use bassin::secrecy::attack::{Bounds, ShownShare, View, attack, worst};
use bassin::secrecy::journal::Log;
use bassin::secrecy::primary::{self, Thresholds, Verdict};
use bassin::secrecy::table::{CellId, State, System};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The document of a project, as it leaves with what has left before.
pub fn export(respondents: &[usize], groups: &Groups, log: &Log) -> (Inquiry, Document) {
    let (found, document) = document_of(&files(respondents), groups, log);
    assert_eq!(found.survey.board.total.answered as usize, respondents.len());
    (found, document)
}

/// The same of any files.
pub fn document_of(files: &[(String, Vec<u8>)], groups: &Groups, log: &Log) -> (Inquiry, Document) {
    let reference = Reference::embedded().unwrap();
    let parameters = Parameters::embedded().unwrap();
    let inputs: Vec<_> = files
        .iter()
        .flat_map(|(name, bytes)| read(name, bytes, &reference, Control::none()).unwrap())
        .map(Arc::new)
        .collect();
    let territory = sample::TERRITORY.parse().unwrap();
    let request = Request { territory, year: None, as_of: "2026-11-24".parse().unwrap() };
    let results = analyse(&inputs, &reference, &parameters, &request).unwrap();
    let labels = Dictionary::default();
    let weighting = Weighting::default();
    let version = results.fap_version;
    let asked = Asked { territory, version, labels: &labels, weighting, groups, log };
    let found = inquiry(&inputs, &reference, &parameters, &asked).unwrap();
    let catalog = Catalog::new(Language::French).unwrap();
    let context = Context {
        results: &results,
        catalog: &catalog,
        reference: &reference,
        parameters: &parameters,
        comparison: Comparison::default(),
        inquiry: Some(&found),
        perceived: None,
        actions: None,
    };
    let document = document(&context);
    (found, document)
}

fn contributions(need: &Need, asked: Number) -> Option<&[Contribution]> {
    need.measures.iter().find_map(|measure| match measure.wanted.form {
        Form::Total(of) if of == asked => Some(measure.contributions.as_slice()),
        Form::Ratio(_, base) if base == asked => Some(measure.contributions.as_slice()),
        Form::Ratio(part, _) if part == asked => Some(measure.part.as_slice()),
        Form::Total(_) | Form::Ratio(..) => None,
    })
}

/// What an attacker knows: every relation, whatever any export shows, and who answered.
#[derive(Default)]
pub struct Attacker {
    pub system: System,
    shown: Vec<Option<(f64, f64)>>,
    shares: Vec<ShownShare>,
    /// Of an export, a need, a number and a weighting.
    pub cells: BTreeMap<(usize, usize, Number, bool), CellId>,
    /// Cells that must not be found, with a name.
    secret: Vec<(CellId, f64, String)>,
    /// The large employer, in the weighted and unweighted cells it is in.
    of_big: BTreeMap<(Number, usize), Vec<(CellId, bool)>>,
}

impl Attacker {
    fn add(&mut self, value: f64) -> CellId {
        self.shown.push(None);
        self.system.add(value, State::Withheld).unwrap()
    }

    pub fn know(&mut self, cell: CellId, room: (f64, f64)) {
        self.shown[cell.index()] = Some(room);
    }

    /// Everything that is additive in an export.
    pub fn relations(&mut self, export: usize, needs: &[Need]) {
        for asked in Number::ALL {
            for weighted in [true, false] {
                let (mut parts, mut groups, mut sectors) = (Vec::new(), Vec::new(), Vec::new());
                let mut total = None;
                for (place, need) in needs.iter().enumerate() {
                    let Some(made) = contributions(need, *asked) else { continue };
                    let value = |one: &Contribution| if weighted { one.weighted } else { one.own };
                    let cell = self.add(made.iter().map(value).sum());
                    self.cells.insert((export, place, *asked, weighted), cell);
                    match &need.scope {
                        Scope::All => total = Some(cell),
                        Scope::Sector(_) => sectors.push(cell),
                        Scope::Group(group) => groups.push((group, cell)),
                        Scope::Occupation(fap) => parts.push((*fap, cell)),
                        Scope::Within(..) => {}
                    }
                    let name = format!("{export} {asked:?} {:?} {weighted}", need.scope);
                    self.judge(cell, made, weighted, name);
                    if made.iter().any(|one| one.who == 0 && one.own > 0.0) {
                        let alone = made.iter().filter(|one| one.own > 0.0).count() == 1;
                        self.of_big.entry((*asked, place)).or_default().push((cell, alone));
                    }
                }
                let cells = |keep: &dyn Fn(Fap) -> bool| -> Vec<CellId> {
                    parts.iter().filter(|(fap, _)| keep(*fap)).map(|(_, cell)| *cell).collect()
                };
                if let Some(total) = total.filter(|_| !parts.is_empty()) {
                    self.system.total(total, &cells(&|_| true)).unwrap();
                }
                if let Some(total) = total.filter(|_| !sectors.is_empty()) {
                    self.system.total(total, &sectors).unwrap();
                }
                self.cross(export, needs, *asked, weighted);
                for (group, cell) in groups {
                    let members = cells(&|fap| group.members.contains(&fap));
                    self.system.total(cell, &members).unwrap();
                }
            }
        }
        let within = WANTED.iter().filter(|wanted| wanted.unit.is_share());
        let within = within.filter_map(|wanted| match wanted.form {
            Form::Ratio(part, base) => Some((part, base)),
            Form::Total(_) => None,
        });
        // What everyone knows: who retires sooner retires later, a post created is a project, and
        // employees of an age are employees.
        let parts = [
            (Number::retirements_12m, Number::retirements_36m),
            (Number::creations, Number::projects),
        ];
        let ages = [Number::aged_50_54, Number::aged_55_59, Number::aged_60_plus];
        for place in 0..needs.len() {
            for weighted in [true, false] {
                let at = |asked| self.cells.get(&(export, place, asked, weighted)).copied();
                let older: Option<Vec<CellId>> = ages.iter().map(|age| at(*age)).collect();
                let (Some(mut older), Some(all)) = (older, at(Number::headcount)) else { continue };
                let value = |cell| self.system.cell(cell).unwrap().value.unwrap();
                let left = value(all) - older.iter().map(|cell| value(*cell)).sum::<f64>();
                // Where some did not tell the ages of all, nothing adds up.
                if left < 0.0 {
                    continue;
                }
                older.push(self.add(left));
                self.system.total(all, &older).unwrap();
            }
        }
        for (part, base) in within.chain(parts) {
            for place in 0..needs.len() {
                for weighted in [true, false] {
                    let at = |asked| self.cells.get(&(export, place, asked, weighted)).copied();
                    let (Some(part), Some(base)) = (at(part), at(base)) else { continue };
                    let value = |cell| self.system.cell(cell).unwrap().value.unwrap();
                    let left = value(base) - value(part);
                    let rest = self.add(left.max(0.0));
                    self.system.total(base, &[part, rest]).unwrap();
                }
            }
        }
    }

    /// A cell that the primary rules call sensitive is secret.
    fn judge(&mut self, cell: CellId, made: &[Contribution], weighted: bool, name: String) {
        let of = |one: &Contribution| primary::Contribution {
            unweighted: one.own,
            weighted: if weighted { one.weighted } else { one.own },
        };
        let units: Vec<primary::Contribution> = made.iter().map(of).collect();
        if matches!(primary::of_total(&units, Thresholds::default()), Verdict::Sensitive(_)) {
            let value = self.system.cell(cell).unwrap().value.unwrap();
            self.secret.push((cell, value, name));
        }
    }

    /// What who answered in between adds to each cell is secret, unless it is nothing. `exports` are
    /// the one without and the one with that answer, in whichever order they left.
    fn newcomer(&mut self, exports: [usize; 2], needs: [&[Need]; 2]) {
        for (later, need) in needs[1].iter().enumerate() {
            let same = |of: &Need| of.scope == need.scope;
            let Some(earlier) = needs[0].iter().position(same) else { continue };
            for asked in Number::ALL {
                for weighted in [true, false] {
                    let key = |export, place| (export, place, *asked, weighted);
                    let before = self.cells.get(&key(exports[0], earlier)).copied();
                    let after = self.cells.get(&key(exports[1], later)).copied();
                    let (Some(before), Some(after)) = (before, after) else { continue };
                    let value = |cell| self.system.cell(cell).unwrap().value.unwrap();
                    let added = value(after) - value(before);
                    // Weights change with who answers; as answered, the difference is the answer.
                    if weighted || added <= 0.0 {
                        continue;
                    }
                    let rest = self.add(added);
                    self.system.total(after, &[before, rest]).unwrap();
                    let name = format!("newcomer {exports:?} {asked:?} {:?}", need.scope);
                    self.secret.push((rest, added, name));
                }
            }
        }
    }

    /// Reads the register and the causes of a document.
    pub fn read(&mut self, export: usize, document: &Document, needs: &[Need], catalog: &Catalog) {
        let tables = ["besoins", "besoins_secteurs"].map(|id| document.table(id).unwrap());
        for (table, row) in
            tables.iter().flat_map(|table| table.rows.iter().map(move |r| (table, r)))
        {
            let text = |id: &str| cell(table, row, id).shown(catalog);
            let (code, figure) = (text("code"), text("need-figure"));
            let place = needs.iter().position(|need| match &need.scope {
                Scope::All => code.is_empty(),
                Scope::Sector(section) => section.is_some_and(|one| code == one.to_string()),
                Scope::Group(group) => text("label").contains(&group.name),
                Scope::Occupation(fap) => fap.code() == code,
                Scope::Within(..) => false,
            });
            let wanted = WANTED.iter().find(|wanted| {
                let name = catalog.text(&format!("indicator-{}-name", wanted.indicator));
                // Of all occupations together, headcounts are of no occupation.
                let of_all = wanted.indicator == "need-headcount"
                    && catalog.text("need-headcount-all") == figure;
                name == figure || of_all
            });
            let (place, wanted) = (place.unwrap(), wanted.unwrap());
            for (id, weighted) in [("need-value", true), ("unweighted", false)] {
                let Some(value) = cell(table, row, id).number() else { continue };
                let at = |asked| self.cells[&(export, place, asked, weighted)];
                let bounds = ["need-low", "need-high"].map(|id| cell(table, row, id).number());
                let rounded: Vec<f64> = bounds.into_iter().flatten().chain([value]).collect();
                let is_total = matches!(wanted.form, Form::Total(_));
                let exact = is_total && !weighted;
                let half = if exact { 0.0 } else { weights::unit(&rounded) / 2.0 };
                let room = (value - half, value + half);
                match wanted.form {
                    Form::Total(asked) => self.know(at(asked), room),
                    Form::Ratio(part, base) => self.know_share(at(part), at(base), room),
                }
            }
        }
        self.read_sectors(export, document, needs, catalog);
        let table = document.table("causes").unwrap();
        for row in &table.rows {
            let code = cell(table, row, "code").shown(catalog);
            let is_it = |need: &Need| need.scope.occupation().is_some_and(|fap| fap.code() == code);
            let place = needs.iter().position(is_it);
            let Some(place) = place else { continue };
            let told =
                [("survey-projects", Number::projects), ("survey-difficult", Number::difficult)];
            for (id, asked) in told {
                if let Some(value) = cell(table, row, id).number() {
                    self.know(self.cells[&(export, place, asked, false)], (value, value));
                }
            }
        }
    }

    /// What is found of every cell that is not shown.
    pub fn bounds(&self) -> Vec<Bounds> {
        let view = View { shown: self.shown.clone(), shares: self.shares.clone() };
        attack(&self.system, &view)
    }

    /// Names of the secrets that are found within 15 %, and how many secrets there were.
    pub fn find(&self) -> (Vec<String>, usize) {
        let found = self.bounds();
        let mut names = Vec::new();
        for (cell, truth, name) in &self.secret {
            let bounds = found.iter().find(|bounds| bounds.cell == *cell);
            let distance = bounds.map(|bounds| worst(bounds, *truth));
            if !distance.is_some_and(|d| d.below >= 0.15 && d.above >= 0.15) {
                names.push(format!("{name}: {truth} in {bounds:?}"));
            }
        }
        (names, self.secret.len())
    }

    /// The large employer's own answers as unknowns: at most the cells they are in.
    fn look_for_big(&mut self, needs: &[Need]) {
        for ((asked, place), cells) in std::mem::take(&mut self.of_big) {
            let made = contributions(&needs[place], asked).unwrap();
            let own = made.iter().find(|one| one.who == 0).unwrap().own;
            let big = self.add(own);
            for (cell, alone) in cells {
                if alone {
                    self.system.total(cell, &[big]).unwrap();
                } else {
                    self.system.share(big, cell).unwrap();
                }
            }
            self.secret.push((big, own, format!("the large one: {asked:?} {place}")));
        }
    }
}

#[test]
fn two_exports_of_a_project_give_no_hidden_figure_away() {
    let catalog = Catalog::new(Language::French).unwrap();
    let mut log = Project::default().log();
    let mut attacker = Attacker::default();
    let first: Vec<usize> = (0..21).collect();
    let second: Vec<usize> = (0..22).collect();
    let mut told = Vec::new();
    for (place, respondents) in [first, second].iter().enumerate() {
        let (found, document) = export(respondents, &Groups::new(), &log);
        let needs = found.survey.weighing.as_ref().unwrap().needs.clone();
        attacker.relations(place, &needs);
        attacker.read(place, &document, &needs, &catalog);
        let published = found.published.unwrap();
        assert_eq!(published.exposed, 0);
        log.releases.push(published.release);
        assert!(place == 1 || shown(&document) >= 10, "{}", shown(&document));
        told.push((needs, document));
    }
    attacker.newcomer([0, 1], [&told[0].0, &told[1].0]);
    attacker.look_for_big(&told[0].0);
    let (found, secrets) = attacker.find();
    assert!(secrets > 60, "{secrets}");
    assert_eq!(found, Vec::<String>::new());
    // Shares of questions: none is shown twice with one answer between.
    let answers = |document: &Document| -> BTreeMap<String, Option<f64>> {
        let table = document.table("questions").unwrap();
        let name = |row: &Row, id: &str| cell(table, row, id).shown(&catalog);
        let rows = table.rows.iter().map(|row| {
            let key = format!("{} {}", name(row, "question"), name(row, "answer"));
            (key, cell(table, row, "unweighted").number())
        });
        rows.collect()
    };
    let (before, after) = (answers(&told[0].1), answers(&told[1].1));
    assert!(before.values().flatten().count() > 3, "{before:?}");
    for (question, share) in before {
        let later = after.get(&question).copied().flatten();
        assert!(share.is_none() || later.is_none() || share == later, "{question}");
    }
}

/// One who answers between the first export and the second, another who withdraws before the third:
/// whatever the three tell together, no hidden figure, neither of the two, nor the large one is
/// bounded within 15 %.
#[test]
fn three_exports_of_a_project_give_no_hidden_figure_away() {
    let catalog = Catalog::new(Language::French).unwrap();
    let mut log = Project::default().log();
    let mut attacker = Attacker::default();
    let all: Vec<usize> = (0..22).collect();
    let first: Vec<usize> = (0..21).collect();
    let third: Vec<usize> = all.iter().copied().filter(|number| *number != 6).collect();
    let mut told = Vec::new();
    for (place, respondents) in [first, all, third].iter().enumerate() {
        let (found, document) = export(respondents, &Groups::new(), &log);
        let needs = found.survey.weighing.as_ref().unwrap().needs.clone();
        attacker.relations(place, &needs);
        attacker.read(place, &document, &needs, &catalog);
        let published = found.published.unwrap();
        assert_eq!((published.exposed, published.given_away), (0, Vec::new()), "{place}");
        log.releases.push(published.release);
        told.push(needs);
    }
    attacker.newcomer([0, 1], [&told[0], &told[1]]);
    attacker.newcomer([2, 1], [&told[2], &told[1]]);
    attacker.look_for_big(&told[0]);
    let (found, secrets) = attacker.find();
    assert!(secrets > 90, "{secrets}");
    assert_eq!(found, Vec::<String>::new());
}

/// The same attacker finds the newcomer where the second export forgets the first.
#[test]
fn without_memory_the_newcomer_is_found() {
    let catalog = Catalog::new(Language::French).unwrap();
    let mut attacker = Attacker::default();
    let mut told = Vec::new();
    for (place, count) in [21, 22].into_iter().enumerate() {
        let respondents: Vec<usize> = (0..count).collect();
        let (found, document) = export(&respondents, &Groups::new(), &Project::default().log());
        let needs = found.survey.weighing.unwrap().needs;
        attacker.relations(place, &needs);
        attacker.read(place, &document, &needs, &catalog);
        told.push(needs);
    }
    attacker.newcomer([0, 1], [&told[0], &told[1]]);
    let (found, _) = attacker.find();
    assert!(found.iter().any(|name| name.starts_with("newcomer")), "{found:?}");
}

/// A project given to the command line remembers what was printed and written.
#[test]
fn a_project_on_the_command_line_remembers() {
    let folder = tempfile::tempdir().unwrap();
    let put = |respondents: &[usize]| {
        for (name, bytes) in files(respondents) {
            std::fs::write(folder.path().join(name), bytes).unwrap();
        }
    };
    put(&(0..21).collect::<Vec<_>>());
    let origins = files(&[0])
        .into_iter()
        .map(|(name, _)| bassin::project::Origin::File(folder.path().join(name)));
    let mut project = Project::default();
    project.apply(bassin::project::Edit::AddSources(origins.collect()));
    project.apply(bassin::project::Edit::Territory(sample::TERRITORY.parse().unwrap()));
    let path = folder.path().join("essai.bassin");
    let text = bassin::project::file::to_text(project.decisions(), None, folder.path()).unwrap();
    std::fs::write(&path, text).unwrap();
    let log = || {
        let text = std::fs::read_to_string(&path).unwrap();
        let (decisions, log) = bassin::project::file::parse_whole(&text, folder.path()).unwrap();
        assert_eq!(decisions.sources.len(), sample::FILES.len());
        log
    };
    let shown = |text: &str| {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let needs = value["needs"].as_array().unwrap();
        let all = needs[0]["measures"].as_array().unwrap();
        let read = |measure: &&serde_json::Value| {
            ["value", "unweighted"].iter().any(|key| !measure[key].is_null())
        };
        all.iter().filter(read).count()
    };
    let estimate = ["survey", "estimate", "essai.bassin", "--json", "--replicates", "0"];
    let (first, error) = run(folder.path(), &estimate);
    assert!(error.contains("essai.bassin"), "{error}");
    assert!(shown(&first) > 0);
    assert_eq!(log().unwrap().releases.len(), 1);
    // The same again shows the same, and adds nothing to the memory.
    let (again, _) = run(folder.path(), &estimate);
    for (place, (one, other)) in first.lines().zip(again.lines()).enumerate() {
        let above: Vec<&str> = first.lines().take(place).skip(place.saturating_sub(12)).collect();
        assert_eq!(one, other, "{above:#?}");
    }
    assert_eq!(first.len(), again.len());
    assert_eq!(log().unwrap().releases.len(), 1);
    // The whole document tells more than the register: the questions are new.
    let out = ["analyse", "essai.bassin", "--territory", sample::TERRITORY, "--out", "out"];
    run(folder.path(), &out);
    assert_eq!(log().unwrap().releases.len(), 2);
    put(&(0..22).collect::<Vec<_>>());
    let (later, _) = run(folder.path(), &estimate);
    assert!(shown(&later) < shown(&first), "one answer more is not told by the difference");
}

/// The window says what it keeps back, and the project what has left, in its file at once.
#[test]
fn an_export_of_the_window_is_remembered() {
    use crate::window::{click, opening, settle, shows, window};
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("sortie");
    std::fs::create_dir(&out).unwrap();
    let settings = bassin::settings::Settings {
        export_folder: Some(out.clone()),
        ..bassin::settings::Settings::default()
    };
    std::fs::write(folder.path().join("settings.ron"), settings.to_text().unwrap()).unwrap();
    let mut harness = window(opening(Vec::new(), true), Some(folder.path()));
    settle(&mut harness);
    let path = folder.path().join("projet.bassin");
    harness.state_mut().save(&path);
    click(&mut harness, "6  Documents");
    click(&mut harness, "Ce qui est masqué");
    assert!(shows(&harness, "Secret statistique"));
    assert!(shows(&harness, "trop peu de répondants"));
    let saved = || {
        let text = std::fs::read_to_string(&path).unwrap();
        let (decisions, log) = bassin::project::file::parse_whole(&text, folder.path()).unwrap();
        (decisions.year, log.map_or(0, |log| log.releases.len()))
    };
    assert_eq!(saved(), (None, 0));
    // A decision that is not saved stays so.
    let edit = bassin::project::Edit::Year(Some(2024));
    harness.state_mut().session.project.apply(edit);
    settle(&mut harness);
    for _ in 0..2 {
        let _ = std::fs::remove_file(out.join("tables_be_9601.xlsx"));
        click(&mut harness, "Exporter");
        let begun = std::time::Instant::now();
        while !shows(&harness, "Fichiers écrits") {
            assert!(begun.elapsed().as_secs() < 60);
            std::thread::sleep(std::time::Duration::from_millis(10));
            harness.run_steps(1);
        }
        settle(&mut harness);
        assert!(out.join("tables_be_9601.xlsx").is_file());
        // The same again adds nothing to the memory.
        assert_eq!(saved(), (None, 1));
    }
    assert!(harness.state().session.project.is_changed());
    let (text, _) = workbook(&std::fs::read(out.join("tables_be_9601.xlsx")).unwrap());
    assert!(text.contains("Redressement") || text.contains("Répondants utiles"), "{text}");
}
