//! How many answered what: counts of respondents behind the shares of questions, and of causes of
//! difficulty with their twin by sector, bounded by linear programming from all that is printed.

use crate::leaks::outputs::cell;
use crate::leaks::{document_of, export};
use bassin::analysis::employers::causes::Stated;
use bassin::analysis::employers::questions::{QuestionKind, QuestionView};
use bassin::model::{Groups, Scope};
use bassin::project::Project;
use bassin::report::build::survey::scope_key;
use bassin::report::document::Document;
use bassin::report::survey::Inquiry;
use bassin::report::survey::questions::OTHERS;
use bassin::sample;
use bassin::secrecy::attack::{ShownShare, View, attack, worst};
use bassin::secrecy::key;
use bassin::secrecy::table::{CellId, State, System};
use std::collections::BTreeMap;

/// Counts as cells, what is shown of them, and those that must not be found.
#[derive(Default)]
struct Counts {
    /// Shares are told as they were before few answers were counted: eleven answers, and any share
    /// of them leaves.
    tells_few: bool,
    system: System,
    shown: Vec<Option<(f64, f64)>>,
    shares: Vec<ShownShare>,
    secret: Vec<(CellId, f64, String)>,
    /// By export and name.
    cells: BTreeMap<(usize, String), CellId>,
}

fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap())
}

/// Who is fewer than three is told by a count of them.
const FEW: f64 = 3.0;

impl Counts {
    fn add(&mut self, value: f64, name: &str) -> CellId {
        self.shown.push(None);
        let cell = self.system.add(value, State::Withheld).unwrap();
        if value > 0.0 && value < FEW {
            self.secret.push((cell, value, name.to_owned()));
        }
        cell
    }

    fn value(&self, cell: CellId) -> f64 {
        self.system.cell(cell).unwrap().value.unwrap()
    }

    /// Those who gave an answer and those who did not, out of those who answered.
    fn part(&mut self, export: usize, base: CellId, value: f64, name: &str) -> CellId {
        let part = self.add(value, name);
        let rest = self.add(self.value(base) - value, &format!("{name}, the others"));
        self.system.total(base, &[part, rest]).unwrap();
        self.cells.insert((export, name.to_owned()), part);
        part
    }

    /// A share printed to a tenth of a point, and its base where that is printed.
    fn read(&mut self, part: CellId, base: CellId, share: Option<f64>, n: Option<f64>) {
        if let Some(n) = n {
            self.shown[base.index()] = Some((n, n));
        }
        let Some(share) = share else { return };
        let (low, high) = ((share - 6e-4).max(0.0), share + 6e-4);
        match n {
            Some(n) => self.shown[part.index()] = Some((low * n, high * n)),
            None => self.shares.push(ShownShare { part, base, low, high }),
        }
    }

    fn causes(&mut self, export: usize, causes: &[Stated], document: &Document) {
        let mut sums: BTreeMap<String, (Option<CellId>, Vec<CellId>)> = BTreeMap::new();
        let mut sum = |scope: &Scope, name: &str, cell: CellId| match scope {
            Scope::All => sums.entry(name.to_owned()).or_default().0 = Some(cell),
            Scope::Sector(_) => sums.entry(name.to_owned()).or_default().1.push(cell),
            _ => {}
        };
        let tables = ["causes_citees", "causes_citees_secteurs"];
        let tables = tables.map(|id| document.table(id).unwrap());
        for stated in causes {
            let scope = scope_key(&stated.scope);
            let declaring = self.add(count(stated.declaring.len()), &format!("{scope} declaring"));
            let answered = count(stated.answered.len());
            let base = self.part(export, declaring, answered, &format!("{scope} answered"));
            // Who names no cause may have left it blank: that is no answer.
            self.secret.retain(|(.., name)| *name != format!("{scope} answered, the others"));
            sum(&stated.scope, "declaring", declaring);
            sum(&stated.scope, "answered", base);
            for cited in &stated.cited {
                let name = format!("{scope}/{}", cited.cause);
                let part = self.part(export, base, count(cited.who.len()), &name);
                sum(&stated.scope, &cited.cause, part);
                for (table, row) in
                    tables.iter().flat_map(|table| table.rows.iter().map(move |row| (table, row)))
                {
                    if row.key != name {
                        continue;
                    }
                    let number = |id: &str| cell(table, row, id).number();
                    if let Some(n) = number("stated-base") {
                        self.shown[declaring.index()] = Some((n, n));
                    }
                    let n = number("stated-answers");
                    let told = self.told(n, cited.unweighted);
                    self.read(part, base, told.or(number("unweighted")), n);
                }
            }
        }
        for (whole, parts) in sums.into_values() {
            if let Some(whole) = whole.filter(|_| !parts.is_empty()) {
                let left =
                    self.value(whole) - parts.iter().map(|one| self.value(*one)).sum::<f64>();
                assert!(left.abs() < 1e-9, "sectors make the whole");
                self.system.total(whole, &parts).unwrap();
            }
        }
    }

    /// A share as it left before few answers were counted.
    fn told(&self, n: Option<f64>, share: Option<f64>) -> Option<f64> {
        let told = share.filter(|_| self.tells_few && n.is_some_and(|n| n >= 11.0));
        told.map(|share| (share * 1000.0).round() / 1000.0)
    }

    fn questions(&mut self, export: usize, questions: &[QuestionView], document: &Document) {
        let table = document.table("questions").unwrap();
        for question in questions {
            let name = key::part(&question.label);
            let base = self.add(count(question.answered.len()), &format!("{name} answered"));
            let rows = |key: String| table.rows.iter().filter(move |row| row.key == key);
            let within = format!("{name}/");
            let of =
                table.rows.iter().filter(|row| row.key == name || row.key.starts_with(&within));
            let answers = of.clone().find_map(|row| cell(table, row, "answers").number());
            // Who answered was told with the shares.
            let all = count(question.answered.len());
            let answers = answers.or(self.tells_few.then_some(all));
            if let Some(n) = answers {
                self.shown[base.index()] = Some((n, n));
            }
            let (mut parts, mut joined) = (Vec::new(), Vec::new());
            for option in &question.options {
                let name = format!("{name}/{}", key::part(&option.label));
                let part = self.part(export, base, count(option.who.len()), &name);
                parts.push(part);
                let mut is_alone = false;
                for row in rows(name.clone()) {
                    is_alone = true;
                    let share = cell(table, row, "unweighted").number();
                    self.read(part, base, share, answers);
                }
                if let Some(told) = self.told(answers, Some(option.unweighted)) {
                    self.read(part, base, Some(told), answers);
                }
                if !is_alone {
                    joined.push(part);
                }
            }
            let sum: f64 = parts.iter().map(|part| self.value(*part)).sum();
            let is_single = !matches!(question.kind, QuestionKind::Several);
            if parts.is_empty() {
                continue;
            }
            if is_single && (sum - self.value(base)).abs() < 1e-9 {
                // Of one answer each, the answers make those who answered.
                self.system.total(base, &parts).unwrap();
                for row in rows(format!("{name}/{OTHERS}")) {
                    let value = joined.iter().map(|part| self.value(*part)).sum();
                    let others = self.add(value, &format!("{name}, joined"));
                    self.system.total(others, &joined).unwrap();
                    self.read(others, base, cell(table, row, "unweighted").number(), answers);
                }
            } else if sum >= self.value(base) {
                // Of several, who answered gave one at least.
                let ticks = self.add(sum, &format!("{name}, ticks"));
                let more = self.add(sum - self.value(base), "");
                self.secret.retain(|(cell, ..)| *cell != more && *cell != ticks);
                self.system.total(ticks, &parts).unwrap();
                self.system.total(ticks, &[base, more]).unwrap();
            }
        }
    }

    /// What one export adds to another: the answers of who came in between.
    fn between(&mut self, [before, after]: [usize; 2]) {
        let of = |export: usize| {
            let all = self.cells.iter().filter(move |((of, _), _)| *of == export);
            all.map(|((_, name), cell)| (name.clone(), *cell)).collect::<BTreeMap<_, _>>()
        };
        let (earlier, later) = (of(before), of(after));
        for (name, after) in later {
            let Some(before) = earlier.get(&name) else { continue };
            let added = self.value(after) - self.value(*before);
            if added > 0.0 {
                let came = self.add(added, &format!("{name}, who came"));
                self.system.total(after, &[*before, came]).unwrap();
            }
        }
    }

    /// Names of the secrets that are found within 15 %, and how many were searched.
    fn find(&self) -> (Vec<String>, usize) {
        let view = View { shown: self.shown.clone(), shares: self.shares.clone() };
        let found = attack(&self.system, &view);
        let mut names = Vec::new();
        let searched = self.secret.len();
        for (cell, truth, name) in &self.secret {
            let bounds = found.iter().find(|bounds| bounds.cell == *cell);
            let distance = bounds.map(|bounds| worst(bounds, *truth));
            if !distance.is_some_and(|d| d.below >= 0.15 && d.above >= 0.15) {
                names.push(format!("{name}: {truth} in {bounds:?}"));
            }
        }
        (names, searched)
    }
}

/// All that an export tells of counts.
fn read(counts: &mut Counts, place: usize, found: &Inquiry, document: &Document) {
    let told = found.survey.weighing.as_ref().unwrap();
    counts.causes(place, &told.causes, document);
    counts.questions(place, &told.questions, document);
}

/// Two exports of the project of 21 respondents, one more between them; `remembers` what left first.
fn attacked(remembers: bool, tells_few: bool) -> (Vec<String>, usize, usize) {
    let mut log = Project::default().log();
    let mut counts = Counts { tells_few, ..Counts::default() };
    for (place, respondents) in [21, 22].into_iter().enumerate() {
        let respondents: Vec<usize> = (0..respondents).collect();
        let (found, document) = export(&respondents, &Groups::new(), &log);
        read(&mut counts, place, &found, &document);
        if remembers {
            log.releases.push(found.published.unwrap().release);
        }
    }
    counts.between([0, 1]);
    let (names, secrets) = counts.find();
    (names, secrets, counts.shown.iter().flatten().count())
}

/// One export of the sample.
fn sampled() -> (Vec<String>, usize, usize) {
    let files = sample::FILES.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
    let files: Vec<_> = files.collect();
    let (found, document) = document_of(&files, &Groups::new(), &Project::default().log());
    let mut counts = Counts::default();
    read(&mut counts, 0, &found, &document);
    let (names, secrets) = counts.find();
    (names, secrets, counts.shown.iter().flatten().count())
}

#[test]
fn no_count_of_few_is_found_in_shares_of_questions_and_causes() {
    let (found, secrets, shown) = attacked(true, false);
    assert!(secrets >= 20 && shown > 60, "{secrets} secrets, {shown} shown");
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn no_count_of_few_is_found_in_the_sample() {
    let (found, secrets, shown) = sampled();
    assert!(secrets >= 20 && shown > 60, "{secrets} secrets, {shown} shown");
    assert_eq!(found, Vec::<String>::new());
}

/// The same attack finds who came in between where the second export forgets the first.
#[test]
fn without_memory_counts_of_who_came_are_found() {
    let (found, ..) = attacked(false, false);
    assert!(found.iter().any(|name| name.contains("who came")), "{found:?}");
}

/// Were a share of eleven answers shown whatever it is of, the same attack would find few.
#[test]
fn shown_as_they_are_counts_of_few_are_found() {
    let (found, ..) = attacked(true, true);
    let few = found.iter().filter(|name| !name.contains("who came"));
    assert!(few.count() >= 4, "{found:?}");
}
