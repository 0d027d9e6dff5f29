//! What the user owns: which files, which territory, which year, set against what.
//!
//! Only [`Project::apply`] changes it; [`Project::complete`] adds what a step began. Everything
//! computed is derived elsewhere and never saved.

mod actions;
mod amend;
mod dated;
pub mod file;
pub mod own;
mod papers;
mod planned;
mod saved;
pub mod views;

use crate::matching::corrections::Links;
use crate::matching::label::dictionary::Dictionary;
use crate::model::action::ActionPlan;
use crate::model::adjust::Adjustments;
use crate::model::papers::Papers;
use crate::model::planning::Planning;
use crate::model::{Benchmark, Groups, Kind, OccupationGroup, Perimeter, Territory};
pub use crate::project::dated::{dated, is_undated, survey_key};
use crate::project::views::SavedView;
use crate::readers::ReadTable;
use crate::readers::mapping::Mapping;
use crate::secrecy::journal::{Log, Release};
use crate::secrecy::siphash::Salt;
/// As in project files and catalogs (`weighting-…`).
pub use crate::survey::calibrate::Family as WeightMethod;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

/// Where a source comes from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A file of the user: read, never written.
    File(PathBuf),
    /// A file of the built-in sample territory.
    Sample(String),
}

impl Origin {
    /// File name without folders.
    pub fn name(&self) -> String {
        match self {
            Self::File(path) => {
                path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
            }
            Self::Sample(name) => name.clone(),
        }
    }
}

/// A source, and its content when the project was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    pub origin: Origin,
    /// SHA-256 of the content when the project was saved; `None` for a source just added.
    pub fingerprint: Option<String>,
    /// The archive that the project comes from was made without it, on purpose: that it is not there
    /// is told, and the rest is done.
    pub left_out: bool,
}

/// What is undone and redone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions {
    pub sources: Vec<Source>,
    pub territory: Option<Territory>,
    /// `None`: the latest loaded.
    pub year: Option<u16>,
    /// Identifier of the comparison; `None`: the default.
    pub comparison: Option<String>,
    /// Territories that the user drew.
    pub perimeters: Vec<Perimeter>,
    /// Against what the territory is set, in the order chosen.
    pub benchmarks: Vec<Benchmark>,
    /// How spreadsheets of no known layout are read.
    pub mappings: Vec<Mapping>,
    /// Contents that are used where two files disagree, the last chosen first.
    pub preferred: Vec<String>,
    /// Years of surveys that do not say theirs, by [`survey_key`].
    pub survey_years: BTreeMap<String, u16>,
    /// What labels of occupations mean.
    pub labels: Dictionary,
    pub weighting: Weighting,
    /// Groups of occupations, rows of the register of needs.
    pub groups: Groups,
    /// What is changed of the method.
    pub method: Adjustments,
    /// Links between training and occupations, accepted, refused or set.
    pub links: Links,
    /// Money, limits, changes by hand and scenarios of programmes.
    pub planning: Planning,
    /// Views of the diagnosis, in the order of their making.
    pub views: Vec<SavedView>,
    /// Dress, sections and own words of documents.
    pub papers: Papers,
    /// Exports of the project that this one is a copy of, whose memory was not handed over with
    /// it. No edit changes it.
    pub forgotten: u32,
    /// The territory's plan of action, its follow-up and its journal.
    pub actions: ActionPlan,
}

/// How the answers of the own survey are weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weighting {
    pub method: WeightMethod,
    /// Least and greatest ratio of final to initial weights, in hundredths.
    pub low: u16,
    pub high: u16,
    /// Employees from which an establishment stands for itself alone.
    pub take_all: u16,
    pub seed: u64,
}

impl Default for Weighting {
    fn default() -> Self {
        Self { method: WeightMethod::Raking, low: 30, high: 300, take_all: 50, seed: 1 }
    }
}

/// Puts the tables of preferred contents first, the last chosen before the others; the rest by
/// the names of their files, so that results do not depend on the order they were given in.
/// Where files disagree, the first is used: in the window as on the command line.
/// Headcounts of companies come last: an analysis of a territory then begins without them.
pub fn preferred_first(inputs: &mut [Arc<ReadTable>], preferred: &[String]) {
    let place = |table: &ReadTable| {
        let place = preferred.iter().position(|content| *content == table.fingerprint);
        (table.kind == Kind::CompanyHeadcount, place.unwrap_or(preferred.len()))
    };
    // The sheets of a workbook stay in their order.
    inputs.sort_by(|a, b| {
        let names = || a.file.cmp(&b.file).then_with(|| a.fingerprint.cmp(&b.fingerprint));
        place(a).cmp(&place(b)).then_with(names)
    });
}

/// A change that the user asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Those already there are left out.
    AddSources(Vec<Origin>),
    RemoveSource(Origin),
    Territory(Territory),
    Year(Option<u16>),
    Comparison(String),
    /// Replaces the one with the same communes, and becomes a benchmark.
    AddPerimeter(Perimeter),
    /// With the benchmark it may be.
    RemovePerimeter(Territory),
    Benchmarks(Vec<Benchmark>),
    /// Replaces the mapping of the same form.
    Map(Mapping),
    Unmap(Mapping),
    /// Where files disagree, the one of this content is used.
    Prefer(String),
    /// The year of a survey that does not say it, by [`survey_key`]; `None`: not known again.
    SurveyYear {
        survey: String,
        year: Option<u16>,
    },
    /// What labels of occupations mean, all of them.
    Labels(Dictionary),
    Weighting(Weighting),
    /// Replaces the one of the same name.
    Group(OccupationGroup),
    RemoveGroup(String),
    /// From one name to another that no group has.
    RenameGroup {
        from: String,
        to: String,
    },
    /// What is changed of the method, all of it.
    Method(Adjustments),
    /// Links between training and occupations, all that was decided of them.
    Links(Links),
    /// What is decided on programmes, all of it.
    Planning(Box<Planning>),
    /// Replaces the one of the same name.
    SaveView(Box<SavedView>),
    /// A name that another view has is refused: nothing changes.
    RenameView {
        from: String,
        to: String,
    },
    RemoveView(String),
    /// What is decided of documents, all of it.
    Papers(Papers),
    /// The plan of action, all of it; `step` says what was done, of `model::action::edit::step`.
    Actions {
        step: &'static str,
        plan: Box<ActionPlan>,
    },
}

impl Edit {
    /// Key of its name in the catalogs (`edit-…`), for "Undo …".
    pub const fn id(&self) -> &'static str {
        match self {
            Self::AddSources(_) => "add-sources",
            Self::RemoveSource(_) => "remove-source",
            Self::Territory(_) => "territory",
            Self::Year(_) => "year",
            Self::Comparison(_) => "comparison",
            Self::AddPerimeter(_) => "add-perimeter",
            Self::RemovePerimeter(_) => "remove-perimeter",
            Self::Benchmarks(_) => "benchmarks",
            Self::Map(_) => "map",
            Self::Unmap(_) => "unmap",
            Self::Prefer(_) => "prefer",
            Self::SurveyYear { .. } => "survey-year",
            Self::Labels(_) => "labels",
            Self::Weighting(_) => "weighting",
            Self::Group(_) => "group",
            Self::RemoveGroup(_) => "remove-group",
            Self::RenameGroup { .. } => "rename-group",
            Self::Method(_) => "method",
            Self::Links(_) => "links",
            Self::Planning(_) => "planning",
            Self::SaveView(_) => "save-view",
            Self::RenameView { .. } => "rename-view",
            Self::RemoveView(_) => "remove-view",
            Self::Papers(_) => "papers",
            Self::Actions { step, .. } => step,
        }
    }
}

/// Steps remembered.
const MOST_STEPS: usize = 200;

/// The open project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    decisions: Decisions,
    /// Grows with every change; derived values are keyed by it.
    revision: u64,
    saved: Decisions,
    undo: Vec<(&'static str, Decisions)>,
    redo: Vec<(&'static str, Decisions)>,
    /// Where it was opened or saved.
    pub path: Option<PathBuf>,
    /// What has left it: never undone, since what is outside stays there.
    log: Option<Log>,
    unsaved_log: bool,
}

/// Sixteen bytes that nobody knows: those that the standard library keys its maps with.
fn salt() -> Salt {
    use std::hash::{BuildHasher as _, Hasher as _};
    let word = || std::collections::hash_map::RandomState::new().build_hasher().finish();
    let mut bytes = [0; 16];
    for (slot, byte) in
        bytes.iter_mut().zip(word().to_le_bytes().into_iter().chain(word().to_le_bytes()))
    {
        *slot = byte;
    }
    Salt(bytes)
}

impl Project {
    /// A project as a file describes it, without unsaved changes.
    pub fn opened(decisions: Decisions, path: Option<PathBuf>) -> Self {
        Self { saved: decisions.clone(), decisions, path, ..Self::default() }
    }

    /// A project recovered after a crash: everything in it is unsaved.
    pub fn recovered(decisions: Decisions, path: Option<PathBuf>) -> Self {
        Self { decisions, path, ..Self::default() }
    }

    /// With what has left it.
    #[must_use]
    pub fn with_log(mut self, log: Option<Log>) -> Self {
        self.log = log;
        self
    }

    /// What has left it; an empty log before the first export.
    pub fn log(&self) -> Log {
        self.log.clone().unwrap_or_else(|| Log::new(salt()))
    }

    /// As it is saved: nothing before the first export.
    pub const fn saved_log(&self) -> Option<&Log> {
        self.log.as_ref()
    }

    /// Remembers an export that was decided on with [`Project::log`] as it is now.
    pub fn released(&mut self, salt: Salt, release: Release) {
        let log = self.log.get_or_insert_with(|| Log::new(salt));
        log.releases.push(release);
        self.revision += 1;
        self.unsaved_log = true;
    }

    pub const fn decisions(&self) -> &Decisions {
        &self.decisions
    }

    pub const fn revision(&self) -> u64 {
        self.revision
    }

    pub fn is_changed(&self) -> bool {
        self.decisions != self.saved || self.unsaved_log
    }

    /// The decisions that are on disk.
    pub const fn saved(&self) -> &Decisions {
        &self.saved
    }

    /// Something has left that the file does not know.
    pub const fn has_unsaved_log(&self) -> bool {
        self.unsaved_log
    }

    /// What has left is on disk; decisions may not be.
    pub const fn mark_log_saved(&mut self) {
        self.unsaved_log = false;
    }

    /// The present decisions are on disk.
    pub fn mark_saved(&mut self) {
        self.saved = self.decisions.clone();
        self.unsaved_log = false;
    }

    /// Applies a change; one that changes nothing leaves no step to undo.
    pub fn apply(&mut self, edit: Edit) {
        let before = self.decisions.clone();
        let name = edit.id();
        let decisions = &mut self.decisions;
        match edit {
            Edit::AddSources(origins) => {
                for origin in origins {
                    if decisions.sources.iter().all(|source| source.origin != origin) {
                        decisions.sources.push(Source {
                            origin,
                            fingerprint: None,
                            left_out: false,
                        });
                    }
                }
            }
            Edit::RemoveSource(origin) => {
                decisions.sources.retain(|source| source.origin != origin);
            }
            Edit::Territory(territory) => decisions.territory = Some(territory),
            Edit::Year(year) => decisions.year = year,
            Edit::Comparison(id) => decisions.comparison = Some(id),
            Edit::AddPerimeter(perimeter) => {
                let territory = perimeter.territory();
                decisions.perimeters.retain(|known| known.territory() != territory);
                decisions.perimeters.push(perimeter);
                let benchmark = Benchmark::Place(territory);
                if !decisions.benchmarks.contains(&benchmark) {
                    decisions.benchmarks.push(benchmark);
                }
            }
            Edit::RemovePerimeter(territory) => {
                decisions.perimeters.retain(|known| known.territory() != territory);
                decisions.benchmarks.retain(|known| *known != Benchmark::Place(territory));
                decisions.territory = decisions.territory.filter(|chosen| *chosen != territory);
            }
            Edit::Benchmarks(benchmarks) => decisions.benchmarks = benchmarks,
            Edit::Map(mapping) => {
                decisions.mappings.retain(|known| !known.same_form(&mapping));
                decisions.mappings.push(mapping);
            }
            Edit::Prefer(content) => {
                decisions.preferred.retain(|known| *known != content);
                decisions.preferred.insert(0, content);
            }
            Edit::SurveyYear { survey, year: Some(year) } => {
                decisions.survey_years.insert(survey, year);
            }
            Edit::SurveyYear { survey, year: None } => {
                decisions.survey_years.remove(&survey);
            }
            Edit::Labels(labels) => decisions.labels = labels,
            Edit::Weighting(weighting) => decisions.weighting = weighting,
            Edit::Group(OccupationGroup { name, members }) => {
                decisions.groups.insert(name, members);
            }
            Edit::RemoveGroup(name) => {
                decisions.groups.remove(&name);
            }
            // Never over another: two groups would become one.
            Edit::RenameGroup { from, to } => {
                if !decisions.groups.contains_key(&to)
                    && let Some(members) = decisions.groups.remove(&from)
                {
                    decisions.groups.insert(to, members);
                }
            }
            Edit::Method(method) => decisions.method = method,
            Edit::Links(links) => decisions.links = links,
            Edit::Planning(planning) => decisions.planning = *planning,
            Edit::SaveView(view) => {
                match decisions.views.iter_mut().find(|known| known.name == view.name) {
                    Some(known) => *known = *view,
                    None => decisions.views.push(*view),
                }
            }
            Edit::RenameView { from, to } => {
                let taken = to.is_empty() || decisions.views.iter().any(|known| known.name == to);
                let known = decisions.views.iter_mut().find(|known| known.name == from);
                if let Some(known) = known.filter(|_| !taken) {
                    known.name = to;
                }
            }
            Edit::Papers(papers) => decisions.papers = papers,
            Edit::Actions { plan, .. } => decisions.actions = *plan,
            Edit::RemoveView(name) => decisions.views.retain(|known| known.name != name),
            Edit::Unmap(mapping) => decisions.mappings.retain(|known| *known != mapping),
        }
        if self.decisions != before {
            self.revision += 1;
            self.redo.clear();
            self.undo.push((name, before));
            if self.undo.len() > MOST_STEPS {
                self.undo.remove(0);
            }
        }
    }

    /// What the last steps began is completed, and undone with them: no step of its own. What may
    /// be redone stays.
    pub fn complete(&mut self, actions: ActionPlan) {
        if self.decisions.actions != actions {
            self.decisions.actions = actions;
            self.revision += 1;
        }
    }

    /// Name of what would be undone.
    pub fn undoable(&self) -> Option<&'static str> {
        self.undo.last().map(|(name, _)| *name)
    }

    pub fn redoable(&self) -> Option<&'static str> {
        self.redo.last().map(|(name, _)| *name)
    }

    pub fn undo(&mut self) {
        if let Some((name, before)) = self.undo.pop() {
            self.redo.push((name, std::mem::replace(&mut self.decisions, before)));
            self.revision += 1;
        }
    }

    pub fn redo(&mut self) {
        if let Some((name, after)) = self.redo.pop() {
            self.undo.push((name, std::mem::replace(&mut self.decisions, after)));
            self.revision += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Fap, FapVersion};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn edit(number: u8) -> Edit {
        let origin = Origin::File(PathBuf::from(format!("{}.csv", number % 4)));
        let perimeter =
            || Perimeter { name: "p".to_owned(), communes: [format!("1501{}", number % 3)].into() };
        let group = || OccupationGroup {
            name: format!("g{}", number % 3),
            members: [Fap::new(FapVersion::Fap2021, "G0B41").unwrap()].into(),
        };
        let view = || SavedView { name: format!("v{}", number % 3), ..SavedView::default() };
        match number % 16 {
            13 => {
                let mut papers = Papers::default();
                papers.dress.organisation = format!("o{}", number % 3);
                Edit::Papers(papers)
            }
            14 => {
                let year = Some(2020 + u16::from(number % 3));
                let plan = Box::new(ActionPlan { year, ..ActionPlan::default() });
                Edit::Actions { step: crate::model::action::edit::step::YEAR, plan }
            }
            10 => Edit::SaveView(Box::new(view())),
            11 => Edit::RenameView { from: view().name, to: "v9".to_owned() },
            12 => Edit::RemoveView(view().name),
            0 => Edit::AddSources(vec![origin]),
            1 => Edit::RemoveSource(origin),
            2 => Edit::Year(Some(2020 + u16::from(number % 3))),
            3 => Edit::Comparison(format!("c{}", number % 2)),
            4 => Edit::AddPerimeter(perimeter()),
            5 => Edit::RemovePerimeter(perimeter().territory()),
            6 => Edit::Benchmarks(vec![Benchmark::Similar]),
            7 => Edit::Group(group()),
            8 => Edit::RemoveGroup(group().name),
            9 => Edit::RenameGroup { from: group().name, to: format!("g{}", number % 5) },
            _ => Edit::Territory(Territory::France),
        }
    }

    #[test]
    fn a_group_never_takes_the_name_of_another() {
        let mut project = Project::default();
        let members = |code| BTreeSet::from([Fap::new(FapVersion::Fap2021, code).unwrap()]);
        for (name, code) in [("a", "G0B41"), ("b", "V0X60")] {
            let (name, members) = (name.to_owned(), members(code));
            project.apply(Edit::Group(OccupationGroup { name, members }));
        }
        let check = |project: &mut Project, from: &str, to: &str, expect: [&str; 2]| {
            let (from, to) = (from.to_owned(), to.to_owned());
            project.apply(Edit::RenameGroup { from, to });
            let names: Vec<&str> = project.decisions().groups.keys().map(String::as_str).collect();
            assert_eq!(names, expect);
        };
        check(&mut project, "a", "b", ["a", "b"]);
        check(&mut project, "none", "c", ["a", "b"]);
        check(&mut project, "a", "c", ["b", "c"]);
        assert_eq!(project.decisions().groups["c"], members("G0B41"));
        project.undo();
        assert_eq!(project.decisions().groups["a"], members("G0B41"));
    }

    proptest! {
        #[test]
        fn undoing_everything_gives_the_beginning_and_redoing_the_end(
            numbers in prop::collection::vec(any::<u8>(), 0..40),
        ) {
            let mut project = Project::default();
            for number in numbers {
                project.apply(edit(number));
            }
            let end = project.decisions().clone();
            let mut steps = 0;
            while project.undoable().is_some() {
                project.undo();
                steps += 1;
            }
            prop_assert_eq!(project.decisions(), &Decisions::default());
            for _ in 0..steps {
                project.redo();
            }
            prop_assert_eq!(project.decisions(), &end);
        }
    }

    #[test]
    fn a_view_is_replaced_renamed_and_removed() {
        let view = |name: &str, text: &str| SavedView {
            name: name.to_owned(),
            text: text.to_owned(),
            ..SavedView::default()
        };
        let mut project = Project::default();
        let mut check = |edit: Edit, expect: &[(&str, &str)]| {
            project.apply(edit);
            let views = &project.decisions().views;
            let found: Vec<_> =
                views.iter().map(|view| (view.name.as_str(), view.text.as_str())).collect();
            assert_eq!(found, expect);
        };
        let rename = |from: &str, to: &str| Edit::RenameView { from: from.into(), to: to.into() };
        check(Edit::SaveView(Box::new(view("Soin", "a"))), &[("Soin", "a")]);
        check(Edit::SaveView(Box::new(view("Bois", "b"))), &[("Soin", "a"), ("Bois", "b")]);
        check(Edit::SaveView(Box::new(view("Soin", "c"))), &[("Soin", "c"), ("Bois", "b")]);
        check(rename("Soin", "Bois"), &[("Soin", "c"), ("Bois", "b")]);
        check(rename("Soin", ""), &[("Soin", "c"), ("Bois", "b")]);
        check(rename("Soin", "Santé"), &[("Santé", "c"), ("Bois", "b")]);
        check(Edit::RemoveView("Bois".into()), &[("Santé", "c")]);
    }

    #[test]
    fn the_same_change_twice_is_one_step() {
        let mut project = Project::default();
        project.apply(Edit::Year(Some(2024)));
        let revision = project.revision();
        project.apply(Edit::Year(Some(2024)));
        assert_eq!(project.revision(), revision);
        assert!(project.is_changed());
        project.undo();
        assert!(!project.is_changed());
    }
}
