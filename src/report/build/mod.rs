//! Results → document: the same tables for the window, the workbook and the text files.

pub mod actions;
pub mod adopt;
mod beside;
pub mod body;
pub mod budget;
pub mod causes;
mod charts;
mod classes;
pub mod company;
pub mod comparison;
mod cover;
mod decision;
pub mod devices;
pub mod diagnosis;
mod errors;
pub mod evolution;
pub mod exposed;
pub mod facts;
pub mod flows;
pub mod frozen;
mod inquiry;
mod levels;
mod levers;
pub mod links;
mod merged;
pub mod notes;
pub mod perception;
pub mod planned;
mod portrait;
pub mod programmes;
pub mod quadrant;
pub mod readings;
pub mod references;
mod reliability;
pub mod resampled;
pub mod returned;
pub mod sectors;
mod series;
pub mod side;
mod sources;
pub mod stated;
pub mod store;
pub mod survey;
pub mod terms;
mod training;
pub mod verdicts;
mod weights;

pub use errors::{error_sentence, not_here};
pub use inquiry::secrecy;
pub use reliability::sentence as validation_sentence;

use crate::analysis::Results;
use crate::analysis::results::{Benchmarks, Occupation};
use crate::i18n::Catalog;
use crate::indicators::hiring::Tally;
use crate::indicators::pressure::Pressure;
use crate::indicators::rank::Rank;
use crate::model::action::ActionPlan;
use crate::model::{Count, Figure, Grade, Origin, Territory, Unit, Value};
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::document::{Cell, Column, Document, Part, Shown, Table};
use crate::report::masked;
use crate::report::survey::Inquiry;
use crate::report::survey::perceived::Perceived;
use crate::secrecy::{Published, Rules, publish};
use std::borrow::Cow;

/// The territory that the share of the studied one is set against.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Comparison {
    #[default]
    Department,
    Region,
    France,
}

impl Comparison {
    pub const ALL: [Self; 3] = [Self::Department, Self::Region, Self::France];

    pub const fn id(self) -> &'static str {
        match self {
            Self::Department => "department",
            Self::Region => "region",
            Self::France => "france",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|comparison| comparison.id() == id)
    }

    pub const fn of(self, benchmarks: &Benchmarks) -> &Tally {
        match self {
            Self::Department => &benchmarks.department,
            Self::Region => &benchmarks.region,
            Self::France => &benchmarks.france,
        }
    }
}

/// What the builders read.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    pub results: &'a Results,
    pub catalog: &'a Catalog,
    pub reference: &'a Reference,
    pub parameters: &'a Parameters,
    pub comparison: Comparison,
    /// The own survey, where one is loaded.
    pub inquiry: Option<&'a Inquiry>,
    /// What colleges of actors say, where two of them were asked.
    pub perceived: Option<&'a Perceived>,
    /// The plan of action of the project, where there is one.
    pub actions: Option<&'a ActionPlan>,
}

/// The rules of secrecy of the parameters.
pub fn rules(parameters: &Parameters) -> Rules {
    Rules {
        least_respondents: parameters.minimum_respondents(),
        dominance: parameters.dominance(),
        least_persons: parameters.minimum_persons(),
        least_base: parameters.minimum_base(),
    }
}

/// The document of one analysis.
pub fn document(context: &Context<'_>) -> Document {
    made(context, Vec::new())
}

/// The same, with tables of the plan after those of programmes.
fn made(context: &Context<'_>, of_plan: Vec<Table>) -> Document {
    let results = context.results;
    let mut tables = vec![diagnosis::table(context), causes::table(context)];
    tables.extend(readings::table(context));
    tables.extend(flows::table(context));
    tables.extend(inquiry::tables(context));
    let perceived = context.perceived;
    tables.extend(perceived.map(|perceived| perception::perceptions(perceived, context.catalog)));
    tables.extend([training::table(context), programmes::table(context)]);
    tables.extend(of_plan);
    tables.push(evolution::table(context));
    tables.extend(series::table(context));
    tables.extend([reliability::table(context), levels::table(context)]);
    tables.extend(sectors::table(context));
    tables.extend(merged::table(context));
    tables.extend([beside::absent(context), beside::surveyed(context)].into_iter().flatten());
    tables.extend(comparison::table(context));
    tables.extend(comparison::benchmarks(context));
    tables.push(facts::table(context));
    tables.extend(notes::table(context));
    let hidden = masked::reasons_of(&tables);
    facts::count_hidden(&mut tables, &hidden);
    charts::draw(&mut tables, context.catalog);
    let [sources, method] = [sources::sources(context), sources::method(context)];
    tables.extend([references::table(context), sources, method]);
    Document {
        title: context.catalog.text("report-title"),
        subtitle: format!(
            "{} ({}), {}",
            results.territory.label, results.territory.territory, results.year
        ),
        as_of: results.as_of,
        cover: cover::lines(context, &tables, &hidden),
        tables: tables.into_iter().map(Table::told_apart).collect(),
    }
}

impl Context<'_> {
    /// The rules of secrecy that every figure of this document passes.
    pub fn rules(&self) -> Rules {
        rules(self.parameters)
    }

    pub fn publish(&self, figure: &Figure) -> Published {
        publish(figure, self.rules())
    }

    fn here(&self) -> Territory {
        self.results.territory.territory
    }

    /// A sum over published cells, with the bounds of the masked ones.
    pub fn count(&self, indicator: &'static str, count: &Count) -> Published {
        self.count_of(indicator, self.here(), count)
    }

    /// The same, of another territory.
    pub fn count_of(
        &self,
        indicator: &'static str,
        territory: Territory,
        count: &Count,
    ) -> Published {
        let base = (count.cells, count.masked_cells);
        self.public(indicator, territory, count.shown(), Unit::Projects, base, None)
    }

    /// Share of difficult projects as published, of a territory.
    pub fn share(&self, territory: Territory, tally: &Tally) -> Published {
        let (value, confidence) = (tally.share_shown(), tally.difficult_share.confidence);
        let base = (tally.projects.cells, tally.projects.masked_cells);
        let unit = Unit::ShareOfProjects;
        self.public("difficult-share", territory, value, unit, base, Some(confidence))
    }

    /// The shrunk share, with its 80 % interval.
    pub fn posterior(&self, pressure: &Pressure, base: &Count) -> Published {
        let value = pressure.share_shown();
        let (indicator, unit) = ("difficult-share-posterior", Unit::ShareOfProjects);
        let base = (base.cells, base.masked_cells);
        self.public(indicator, self.here(), value, unit, base, Some(pressure.grade))
    }

    /// The probability that the share exceeds the cut, over what masked cells allow.
    pub fn probability(&self, pressure: &Pressure, base: &Count) -> Published {
        let value = pressure.probability_shown();
        let base = (base.cells, base.masked_cells);
        let (indicator, unit) = ("flag-probability", Unit::Probability);
        self.public(indicator, self.here(), value, unit, base, Some(pressure.grade))
    }

    /// The key of some words: without a survey of projects, that of the words that the catalogs have
    /// for it (`…-unsurveyed`), where they have any.
    pub fn key_of<'k>(&self, key: &'k str) -> Cow<'k, str> {
        let without = || format!("{key}-unsurveyed");
        let own = self.results.bmo.is_none().then(without).filter(|own| self.catalog.has(own));
        own.map_or(Cow::Borrowed(key), Cow::Owned)
    }

    /// The words of a key, or those for an analysis without a survey of projects.
    pub fn said(&self, key: &str) -> String {
        self.catalog.text(&self.key_of(key))
    }

    /// The grade of the sign; none where there is no sign to grade.
    fn grade(pressure: &Pressure) -> Cell {
        pressure.posterior.map_or(Cell::Blank, |_| Cell::text(pressure.grade.to_string()))
    }

    /// Whether its share changed; blank without a survey of projects.
    fn trend(&self, occupation: &Occupation) -> Cell {
        match self.results.bmo {
            Some(_) => self.words("trend", occupation.change.trend.id()),
            None => Cell::Blank,
        }
    }

    /// The rank among the territory's occupations, with its 80 % interval.
    pub fn rank(&self, occupation: &Occupation) -> Published {
        let Rank { rank, low, high, .. } = occupation.rank;
        let [value, low, high] = [rank, low, high].map(f64::from);
        // Nothing to rank it by.
        let known = occupation.pressure.posterior.is_some();
        let cells = &occupation.benchmarks.territory.projects;
        let base = (cells.cells, cells.masked_cells);
        let value = if known { Value::Interval { value, low, high } } else { Value::Unknown };
        let grade = occupation.pressure.grade;
        self.public("pressure-rank", self.here(), value, Unit::Rank, base, Some(grade))
    }

    /// Exits from the lists over the last period, where a file gives them.
    pub fn exit_rate(&self, pressure: &Pressure) -> Published {
        self.exact("exit-rate", Unit::ShareOfSeekers, pressure.raw.exit_rate)
    }

    /// Posts offered per registration over the last period, where the files give them.
    pub fn offers_per_seeker(&self, pressure: &Pressure) -> Published {
        self.exact("offers-per-seeker", Unit::PostsPerSeeker, pressure.raw.offers_per_seeker)
    }

    fn exact(&self, indicator: &'static str, unit: Unit, value: Option<f64>) -> Published {
        let value = value.filter(|value| value.is_finite()).map_or(Value::Unknown, Value::Exact);
        self.public(indicator, self.here(), value, unit, (1, 0), None)
    }

    fn public(
        &self,
        indicator: &'static str,
        territory: Territory,
        value: Value,
        unit: Unit,
        (n, masked_cells): (u32, u32),
        grade: Option<Grade>,
    ) -> Published {
        let origin = Origin::Public;
        let figure = Figure { indicator, territory, value, unit, n, masked_cells, grade, origin };
        self.publish(&figure)
    }

    /// The territory that a comparison names, the one used where there are several.
    pub fn compared(&self, comparison: Comparison) -> Territory {
        let view = &self.results.territory;
        let first = |places: &[(Territory, String)]| places.first().map(|(place, _)| *place);
        match comparison {
            Comparison::Department => first(&view.departments),
            Comparison::Region => first(&view.regions),
            Comparison::France => None,
        }
        .unwrap_or(Territory::France)
    }

    fn columns(&self, columns: &[(&'static str, u16, Shown)]) -> Vec<Column> {
        columns
            .iter()
            .map(|(id, width, shown)| Column {
                id,
                title: self.catalog.text(&format!("column-{id}")),
                width: *width,
                shown: *shown,
            })
            .collect()
    }

    fn words(&self, prefix: &str, id: &str) -> Cell {
        Cell::text(self.catalog.text(&format!("{prefix}-{id}")))
    }

    fn yes_no(&self, value: Option<bool>) -> Cell {
        match value {
            Some(true) => self.words("answer", "yes"),
            Some(false) => self.words("answer", "no"),
            None => Cell::Blank,
        }
    }

    fn file(&self, source: usize) -> &str {
        self.results.sources.get(source).map_or("", |source| source.file.as_str())
    }

    /// A source in no language, whatever its file is called: the first of its content, its sheet.
    pub fn source_key(&self, source: usize) -> String {
        let Some(source) = self.results.sources.get(source) else { return String::new() };
        let content = source.fingerprint.get(..12).unwrap_or(&source.fingerprint);
        match &source.sheet {
            Some(sheet) => format!("{content}/{sheet}"),
            None => content.to_owned(),
        }
    }

    /// A row of a source.
    fn row_key(&self, source: usize, row: u32) -> String {
        format!("{}/{row}", self.source_key(source))
    }
}

/// Value, low and high, one number per cell.
fn three(figure: Published) -> [Cell; 3] {
    [Part::Point, Part::Low, Part::High].map(|part| Cell::figure(figure, part))
}
