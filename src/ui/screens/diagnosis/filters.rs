//! Which occupations of the diagnosis are listed: by words, sign, sector, family, lever and grade.

use crate::analysis::Results;
use crate::analysis::levels::{Group, Level};
use crate::analysis::results::Occupation;
use crate::indicators::pressure::{Pressure, Status};
use crate::model::{Fap, FapLevel, Grade, fold};
use crate::project::views::SavedView;
use crate::recommend::diagnosis::{Diagnosis, Lever};
use crate::report::build::Context;
use crate::ui::screens::{View, search};
use crate::ui::widgets::field_label;
use egui::{ComboBox, Ui};
use std::collections::{BTreeMap, BTreeSet};

/// By the sign of tension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keep {
    #[default]
    All,
    Evidence,
    Flagged,
    ToCheck,
}

impl Keep {
    fn keeps(self, pressure: &Pressure) -> bool {
        match self {
            Self::All => true,
            Self::Evidence => pressure.evidence(),
            Self::Flagged => pressure.flagged(),
            Self::ToCheck => pressure.status == Status::ToCheck,
        }
    }

    const ALL: [Self; 4] = [Self::All, Self::Evidence, Self::Flagged, Self::ToCheck];

    pub const fn id(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Evidence => "evidence",
            Self::Flagged => "flagged",
            Self::ToCheck => "to-check",
        }
    }
}

const GRADES: [Grade; 3] = [Grade::A, Grade::B, Grade::C];

/// Passing state, and what a saved view remembers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    pub text: String,
    pub keep: Keep,
    pub sector: Option<char>,
    pub family: Option<String>,
    /// Level and code of a group of occupations, as the rows of the table of groups are called.
    pub group: Option<String>,
    pub lever: Option<Lever>,
    pub grade: Option<Grade>,
}

/// Sections and occupations of which the survey shows projects.
pub type Told = BTreeSet<(char, Fap)>;

/// An occupation belongs to a sector when an offer there states it, when the estimate gives the
/// sector a whole project of it, or when the survey shows projects of it there.
fn is_in((results, told): (&Results, &Told), section: char, code: Fap) -> bool {
    let cell = results.sectors.cells.get(&(section, Some(code)));
    let of_files = cell.is_some_and(|cell| {
        cell.offers > 0 || cell.estimate.is_some_and(|estimate| estimate.projects.round() >= 1.0)
    });
    of_files || told.contains(&(section, code))
}

/// The occupations of a group of the results; `None`: they have no such group.
fn members<'a>(results: &'a Results, key: &str) -> Option<&'a [Fap]> {
    let of = |group: &&Group| key_of(group) == key;
    results.groups.iter().find(of).map(|group| group.occupations.as_slice())
}

/// Names a group as its row in the table of groups.
fn key_of(group: &Group) -> String {
    format!("{}/{}", group.level.id(), group.code)
}

impl Filters {
    /// Whether anything but words is asked for.
    fn is_plain(&self) -> bool {
        *self == Self { text: self.text.clone(), ..Self::default() }
    }

    /// Names the choice, the words apart.
    pub fn tag(&self) -> String {
        if self.is_plain() {
            return "all".to_owned();
        }
        let Self { keep, sector, family, group, lever, grade, .. } = self;
        let family = family.as_deref().unwrap_or_default();
        let group = group.as_deref().unwrap_or_default();
        format!("{} {sector:?} {family} {group} {lever:?} {grade:?}", keep.id())
    }

    fn keeps(&self, results: &Results, told: &Told, one: &Occupation) -> bool {
        let family = one.family.as_ref().map(|(letter, _)| letter);
        self.keep.keeps(&one.pressure)
            && self.sector.is_none_or(|section| is_in((results, told), section, one.code))
            && self.family.as_ref().is_none_or(|letter| Some(letter) == family)
            && self
                .group
                .as_ref()
                .is_none_or(|key| members(results, key).is_some_and(|all| all.contains(&one.code)))
            && self.lever.is_none_or(|lever| one.finding.lever == lever)
            && self.grade.is_none_or(|grade| one.pressure.grade == grade)
    }

    /// The same, with what the survey of the context shows of sectors.
    pub fn kept_of(&self, context: &Context<'_>) -> BTreeSet<Fap> {
        let told = if self.sector.is_some() { context.sectors_told() } else { Told::new() };
        self.kept(context.results, &told)
    }

    /// The occupations that pass, the words apart.
    pub fn kept(&self, results: &Results, told: &Told) -> BTreeSet<Fap> {
        let occupations = results.occupations.iter();
        occupations.filter(|one| self.keeps(results, told, one)).map(|one| one.code).collect()
    }

    /// As a view remembers them.
    pub fn saved(&self, view: SavedView) -> SavedView {
        SavedView {
            text: self.text.clone(),
            sign: self.keep.id().to_owned(),
            sector: self.sector,
            family: self.family.clone(),
            group: self.group.clone(),
            lever: self.lever.map(|lever| lever.id().to_owned()),
            grade: self.grade.map(|grade| grade.to_string()),
            ..view
        }
    }

    /// As a view remembers them; what it names that is not known is left out.
    pub fn of(view: &SavedView) -> Self {
        let lever = |id: &str| levers().find(|lever| lever.id() == id);
        let grade = |name: &str| GRADES.into_iter().find(|grade| grade.to_string() == name);
        Self {
            text: view.text.clone(),
            keep: Keep::ALL.into_iter().find(|keep| keep.id() == view.sign).unwrap_or_default(),
            sector: view.sector,
            family: view.family.clone(),
            group: view.group.clone(),
            lever: view.lever.as_deref().and_then(lever),
            grade: view.grade.as_deref().and_then(grade),
        }
    }

    /// The fields, on the row begun; `more`: those that this part of the diagnosis obeys.
    pub fn fields(&mut self, ui: &mut Ui, view: &View<'_>, more: More) {
        search(ui, view, &mut self.text);
        let label = field_label(ui, &view.text("window-show"), 210.0);
        ComboBox::from_id_salt("keep")
            .selected_text(view.text(&format!("keep-{}", self.keep.id())))
            .width(180.0)
            .show_ui(ui, |ui| {
                for keep in Keep::ALL {
                    let text = view.text(&format!("keep-{}", keep.id()));
                    ui.selectable_value(&mut self.keep, keep, text);
                }
            })
            .response
            .labelled_by(label.id);
        let Some(context) = view.session.context().filter(|_| more != More::None) else { return };
        let results = context.results;
        if more == More::All {
            let sections = sections(results, &context.sectors_told());
            // A sector of another territory's files keeps nothing here: it stays in sight.
            if !sections.is_empty() || self.sector.is_some() {
                let every = view.text("sector-every");
                let name = |one: &char| context.section(*one);
                choice(ui, &view.text("column-sector"), &every, &mut self.sector, &sections, &name);
            }
        }
        let families = families(results);
        let every = view.text("filter-every");
        let name = |letter: &String| {
            families.get(letter).map_or_else(|| letter.clone(), |label| (*label).to_owned())
        };
        let letters: Vec<String> = families.keys().cloned().collect();
        choice(ui, &view.text("column-family"), &every, &mut self.family, &letters, &name);
        let groups = results.groups.iter().filter(|group| group.level != Level::Family);
        let groups: BTreeMap<String, &Group> = groups.map(|group| (key_of(group), group)).collect();
        let named = |key: &String| {
            groups.get(key).map_or_else(|| key.clone(), |one| format!("{} {}", one.code, one.label))
        };
        let keys: Vec<String> = groups.keys().cloned().collect();
        choice(ui, &view.text("filter-group"), &every, &mut self.group, &keys, &named);
        let named = |lever: &Lever| view.text(&format!("lever-{}", lever.id()));
        let present = present(results);
        choice(ui, &view.text("column-lever"), &every, &mut self.lever, &present, &named);
        let named = |grade: &Grade| grade.to_string();
        choice(ui, &view.text("filter-grade"), &every, &mut self.grade, &GRADES, &named);
        if !self.is_plain() && ui.button(view.text("filter-reset")).clicked() {
            *self = Self { text: std::mem::take(&mut self.text), ..Self::default() };
        }
    }
}

/// « 12 métiers sur 130 », of those that pass everything.
pub fn count(context: &Context<'_>, shown: usize) -> String {
    let all = context.results.occupations.len();
    let number = |count: usize| {
        let count = u32::try_from(count).map_or(f64::NAN, f64::from);
        crate::format::integer(count, context.catalog.language())
    };
    context
        .catalog
        .with("filter-count", &[("shown", (&number(shown)).into()), ("all", (&number(all)).into())])
}

/// Why a search finds no row: an occupation of the nomenclature that the survey has no row of here,
/// or none at all.
pub fn nothing(context: &Context<'_>, text: &str) -> Vec<String> {
    /// Named, at most.
    const MOST: usize = 3;
    let results = context.results;
    let needles = fold(text);
    let here: BTreeSet<Fap> = results.occupations.iter().map(|one| one.code).collect();
    let year = results.year.to_string();
    let absent = |code: Fap| {
        let label = context.reference.fap_label(code).filter(|_| !here.contains(&code))?;
        let words = fold(&format!("{label} {}", code.code()));
        let holds = needles.split_whitespace().all(|needle| words.contains(needle));
        let of = [("label", label.into()), ("code", code.code().into()), ("year", (&year).into())];
        holds.then(|| context.catalog.with("search-without-row", &of))
    };
    let all = context.reference.faps(results.fap_version, FapLevel::Occupation);
    let found: Vec<String> = all.into_iter().filter_map(absent).take(MOST).collect();
    if found.is_empty() { vec![context.catalog.text("search-nothing")] } else { found }
}

/// Which filters a part of the diagnosis obeys, besides words and sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum More {
    All,
    /// It has its own choice of a sector.
    ButSector,
    None,
}

fn levers() -> impl Iterator<Item = Lever> {
    Diagnosis::ALL.into_iter().map(Diagnosis::lever)
}

/// Levers that some occupation of the territory has, in the order of the decision table.
fn present(results: &Results) -> Vec<Lever> {
    let found: BTreeSet<Lever> = results.occupations.iter().map(|one| one.finding.lever).collect();
    levers().filter(|lever| found.contains(lever)).collect()
}

fn families(results: &Results) -> BTreeMap<String, &str> {
    let found = results.occupations.iter().filter_map(|one| one.family.as_ref());
    found.map(|(letter, label)| (letter.clone(), label.as_str())).collect()
}

fn sections(results: &Results, told: &Told) -> Vec<char> {
    let of = |(section, code): &(char, Option<Fap>)| code.map(|_| *section);
    let known = results.sectors.cells.keys().filter_map(of);
    let found: BTreeSet<char> = known.chain(told.iter().map(|(section, _)| *section)).collect();
    found.into_iter().collect()
}

/// One choice among those there are, or every one.
fn choice<T: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    every: &str,
    chosen: &mut Option<T>,
    among: &[T],
    name: &dyn Fn(&T) -> String,
) {
    let title = field_label(ui, label, 150.0);
    let shown = chosen.as_ref().map_or_else(|| every.to_owned(), name);
    ComboBox::from_id_salt(label)
        .selected_text(shown)
        .width(120.0)
        .truncate()
        .show_ui(ui, |ui| {
            ui.selectable_value(chosen, None, every);
            for one in among {
                ui.selectable_value(chosen, Some(one.clone()), name(one));
            }
        })
        .response
        .labelled_by(title.id);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sectors::{Cell, Estimate};
    use crate::analysis::{Request, analyse};
    use crate::readers::{Control, read};
    use crate::reference::Reference;
    use crate::reference::params::Parameters;
    use crate::sample;
    use std::sync::Arc;

    fn results() -> Results {
        let (reference, parameters) =
            (Reference::embedded().unwrap(), Parameters::embedded().unwrap());
        let bmo = sample::FILES.iter().filter(|(name, _)| name.starts_with("BMO_2025"));
        let inputs: Vec<_> = bmo
            .flat_map(|(name, bytes)| read(name, bytes, &reference, Control::none()).unwrap())
            .map(Arc::new)
            .collect();
        let territory = sample::TERRITORY.parse().unwrap();
        let request = Request { territory, year: None, as_of: "2026-11-24".parse().unwrap() };
        analyse(&inputs, &reference, &parameters, &request).unwrap()
    }

    /// Offers put an occupation in a sector, and so does a whole project of the estimate; half of
    /// one does not. Filters add up, and a view brings them back.
    #[test]
    fn filters_keep_what_they_say() {
        let mut results = results();
        let codes: Vec<Fap> = results.occupations.iter().take(4).map(|one| one.code).collect();
        let estimate = |projects| {
            let mut one = Estimate::default();
            one.projects = projects;
            Some(one)
        };
        let cells = [
            Cell { offers: 2, posts: 3.0, estimate: None },
            Cell { offers: 0, posts: 0.0, estimate: estimate(1.2) },
            Cell { offers: 0, posts: 0.0, estimate: estimate(0.4) },
        ];
        for (code, cell) in codes.iter().zip(cells) {
            results.sectors.cells.insert(('Q', Some(*code)), cell);
        }
        assert_eq!(sections(&results, &Told::new()), ['Q']);
        let by_sector = Filters { sector: Some('Q'), ..Filters::default() };
        let first_two = codes.iter().take(2).copied();
        assert_eq!(by_sector.kept(&results, &Told::new()), first_two.clone().collect());
        // The survey shows projects of the fourth in the sector, and of the first in another.
        let told: Told = [('Q', codes[3]), ('R', codes[0])].into_iter().collect();
        assert_eq!(by_sector.kept(&results, &told), first_two.chain([codes[3]]).collect());
        assert_eq!(sections(&results, &told), ['Q', 'R']);
        for group in &results.groups {
            let filters = Filters { group: Some(key_of(group)), ..Filters::default() };
            let kept = filters.kept(&results, &Told::new());
            assert_eq!(kept, group.occupations.iter().copied().collect(), "{}", group.label);
        }
        let nothing = Filters { group: Some("fap87/XXX".to_owned()), ..Filters::default() };
        assert!(nothing.kept(&results, &Told::new()).is_empty());
        for one in &results.occupations {
            let filters = Filters {
                text: "mot".to_owned(),
                keep: Keep::All,
                sector: None,
                family: one.family.as_ref().map(|(letter, _)| letter.clone()),
                group: results
                    .groups
                    .iter()
                    .find(|group| group.occupations.contains(&one.code))
                    .map(key_of),
                lever: Some(one.finding.lever),
                grade: Some(one.pressure.grade),
            };
            let kept = filters.kept(&results, &Told::new());
            assert!(kept.contains(&one.code));
            let other = results.occupations.iter().find(|other| {
                other.pressure.grade != one.pressure.grade
                    || other.finding.lever != one.finding.lever
                    || other.family != one.family
            });
            assert!(other.is_none_or(|other| !kept.contains(&other.code)));
            assert_eq!(Filters::of(&filters.saved(SavedView::default())), filters);
            assert_ne!(filters.tag(), Filters::default().tag());
        }
        let unknown = SavedView { lever: Some("later".to_owned()), ..SavedView::default() };
        assert_eq!(Filters::of(&unknown), Filters::default());
    }
}
