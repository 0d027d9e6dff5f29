//! How many answered what: counts of respondents behind the shares of questions, and of causes of
//! difficulty with their twin by sector, bounded by linear programming from all that is printed.

use crate::leaks::export;
use crate::leaks::outputs::cell;
use bassin::analysis::employers::causes::Stated;
use bassin::analysis::employers::questions::{QuestionKind, QuestionView};
use bassin::model::{Groups, Scope};
use bassin::project::Project;
use bassin::report::build::survey::scope_key;
use bassin::report::document::Document;
use bassin::secrecy::attack::{ShownShare, View, attack, worst};
use bassin::secrecy::key;
use bassin::secrecy::table::{CellId, State, System};
use std::collections::BTreeMap;

/// Counts as cells, what is shown of them, and those that must not be found.
#[derive(Default)]
struct Counts {
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
                    self.read(part, base, number("unweighted"), number("stated-answers"));
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

    fn questions(&mut self, export: usize, questions: &[QuestionView], document: &Document) {
        let table = document.table("questions").unwrap();
        for question in questions {
            let name = key::part(&question.label);
            let base = self.add(count(question.answered.len()), &format!("{name} answered"));
            let mut parts = Vec::new();
            for option in &question.options {
                let name = format!("{name}/{}", key::part(&option.label));
                let part = self.part(export, base, count(option.who.len()), &name);
                parts.push(part);
                for row in table.rows.iter().filter(|row| row.key == name) {
                    let number = |id: &str| cell(table, row, id).number();
                    self.read(part, base, number("unweighted"), number("answers"));
                }
            }
            // Of one answer each, the answers make those who answered.
            let sum: f64 = parts.iter().map(|part| self.value(*part)).sum();
            let single = matches!(question.kind, QuestionKind::YesNo | QuestionKind::Choice);
            if single && !parts.is_empty() && (sum - self.value(base)).abs() < 1e-9 {
                self.system.total(base, &parts).unwrap();
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
        // What docs/survey.md promises of a question: not what each answered, nor what those who
        // came in between did. How many of those who answered said so, be it one, is what its
        // share and its base tell.
        let is_told = |name: &str| name.starts_with("field-") && !name.contains("who came");
        let secret = self.secret.iter().filter(|(.., name)| !is_told(name));
        let searched = secret.clone().count();
        for (cell, truth, name) in secret {
            let bounds = found.iter().find(|bounds| bounds.cell == *cell);
            let distance = bounds.map(|bounds| worst(bounds, *truth));
            if !distance.is_some_and(|d| d.below >= 0.15 && d.above >= 0.15) {
                names.push(format!("{name}: {truth} in {bounds:?}"));
            }
        }
        (names, searched)
    }
}

/// Two exports of the project of 21 respondents, one more between them; `remembers` what left first.
fn attacked(remembers: bool) -> (Vec<String>, usize, usize) {
    let mut log = Project::default().log();
    let mut counts = Counts::default();
    for (place, respondents) in [21, 22].into_iter().enumerate() {
        let respondents: Vec<usize> = (0..respondents).collect();
        let (found, document) = export(&respondents, &Groups::new(), &log);
        let told = found.survey.weighing.as_ref().unwrap();
        counts.causes(place, &told.causes, &document);
        counts.questions(place, &told.questions, &document);
        if remembers {
            log.releases.push(found.published.unwrap().release);
        }
    }
    counts.between([0, 1]);
    let (names, secrets) = counts.find();
    (names, secrets, counts.shown.iter().flatten().count())
}

#[test]
fn no_count_of_few_is_found_in_shares_of_questions_and_causes() {
    let (found, secrets, shown) = attacked(true);
    assert!(secrets >= 20 && shown > 100, "{secrets} secrets, {shown} shown");
    assert_eq!(found, Vec::<String>::new());
}

/// The same attack finds who came in between where the second export forgets the first.
#[test]
fn without_memory_counts_of_who_came_are_found() {
    let (found, ..) = attacked(false);
    assert!(found.iter().any(|name| name.contains("who came")), "{found:?}");
}
