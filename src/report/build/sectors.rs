//! Pressure by sector of activity: offers as they state it, and an estimate labelled so.

use crate::analysis::sectors;
use crate::model::{Fap, Figure, Origin, Unit, Value};
use crate::report::build::{Context, three};
use crate::report::document::{Cell, Part, Row, Shown, Table, whole};
use crate::report::survey::{PublishedMeasure, PublishedNeed};
use crate::secrecy::Published;
use std::collections::{BTreeMap, BTreeSet};

use Shown::{Everywhere, File, Screen};

/// Identifier of the table, for those who cite it.
pub const ID: &str = "sectors";

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("sector", 34, Everywhere),
    ("code", 8, Everywhere),
    ("label", 36, Everywhere),
    ("sector-offers", 10, Everywhere),
    ("sector-posts", 10, Everywhere),
    ("sector-projects-shown", 24, Screen),
    ("sector-projects", 14, File),
    ("sector-projects-low", 12, File),
    ("sector-projects-high", 12, File),
    ("sector-share-shown", 24, Screen),
    ("sector-share", 14, File),
    ("sector-share-low", 12, File),
    ("sector-share-high", 12, File),
];

/// What the own survey says, where it has sectors.
const SURVEY: &[(&str, u16, Shown)] = &[
    ("sector-survey-projects-shown", 26, Screen),
    ("sector-survey-projects", 14, File),
    ("sector-survey-projects-low", 12, File),
    ("sector-survey-projects-high", 12, File),
    ("sector-survey-share-shown", 26, Screen),
    ("sector-survey-share", 14, File),
    ("sector-survey-share-low", 12, File),
    ("sector-survey-share-high", 12, File),
    ("sector-survey-n", 12, Everywhere),
    ("sector-survey-grade", 10, Everywhere),
];

/// Each section, then its occupations, those with most estimated projects first. `None` without
/// offers that state an activity, a file of hires nor a survey of several sectors.
pub fn table(context: &Context<'_>) -> Option<Table> {
    let surveyed = context.surveyed_sectors();
    let found = context.sector_cells();
    if found.is_empty() {
        return None;
    }
    let size = |cell: &sectors::Cell| {
        cell.estimate.map_or(0.0, |estimate| estimate.projects).max(cell.posts)
    };
    let mut cells: Vec<(char, Option<Fap>, &sectors::Cell)> =
        found.iter().map(|((section, code), cell)| (*section, *code, cell)).collect();
    cells.sort_by(|a, b| {
        let of_all = (a.1.is_some(), b.1.is_some());
        a.0.cmp(&b.0)
            .then(of_all.0.cmp(&of_all.1))
            .then(size(b.2).total_cmp(&size(a.2)))
            .then(a.1.cmp(&b.1))
    });
    let mut about = context.catalog.text("table-sectors-about");
    let mut columns = context.columns(COLUMNS);
    if !surveyed.is_empty() {
        about = format!("{about} {}", context.catalog.text("sector-survey-about"));
        columns.extend(context.columns(SURVEY));
    }
    let rows = cells.into_iter().map(|(section, code, cell)| {
        let mut row = row(context, section, code, cell);
        if !surveyed.is_empty() {
            row.cells.extend(of_survey(surveyed.get(&(section, code)).copied()));
        }
        row
    });
    Some(Table {
        id: ID,
        title: context.catalog.text("table-sectors"),
        about,
        rows: rows.collect(),
        columns,
        chart: None,
    })
}

/// Projects and difficult share as employers of the sector declare them.
fn of_survey(need: Option<&PublishedNeed>) -> Vec<Cell> {
    let of = |indicator: &str| {
        let mut measures = need?.measures.iter();
        measures.find(|measure| measure.wanted.indicator == indicator)
    };
    let share = of("need-difficult-share");
    let mut cells = Vec::new();
    for measure in [of("need-projects"), share] {
        let Some(PublishedMeasure { weighted, .. }) = measure else {
            cells.extend([const { Cell::Blank }; 4]);
            continue;
        };
        cells.push(Cell::figure(*weighted, Part::Whole));
        cells.extend(three(*weighted));
    }
    let behind = share.and_then(|share| share.behind);
    cells.push(behind.and_then(|behind| behind.n).map_or(Cell::Blank, Cell::Whole));
    let grade = share
        .and_then(|share| share.weighted.grade().filter(|_| share.weighted.bounds().is_some()));
    cells.push(grade.map_or(Cell::Blank, |grade| Cell::text(grade.to_string())));
    cells
}

fn row(context: &Context<'_>, section: char, code: Option<Fap>, cell: &sectors::Cell) -> Row {
    let label = match code {
        None => context.catalog.text("sector-all"),
        Some(code) => context.occupation_label(code).to_owned(),
    };
    let mut cells = vec![
        Cell::text(context.section(section)),
        code.map_or(Cell::Blank, |code| Cell::text(code.code())),
        Cell::text(label),
        if cell.offers == 0 { Cell::Blank } else { Cell::Whole(cell.offers) },
        if cell.offers == 0 {
            Cell::Blank
        } else {
            Cell::figure(context.sector_posts(cell), Part::Point)
        },
    ];
    for figure in [context.sector_projects(cell), context.sector_share(cell)] {
        cells.push(Cell::figure(figure, Part::Whole));
        cells.extend(three(figure));
    }
    let key = match code {
        None => section.to_string(),
        Some(code) => format!("{section}/{}", code.code()),
    };
    Row::new(key, code, cells)
}

impl Context<'_> {
    /// What the survey says of each section and of each occupation in it, as decided; nothing
    /// without two sectors among those who answered.
    pub fn surveyed_sectors(&self) -> BTreeMap<(char, Option<Fap>), &PublishedNeed> {
        let published = self.inquiry.and_then(|inquiry| inquiry.published.as_ref());
        let needs = published.map(|published| published.needs.as_slice()).unwrap_or_default();
        let of_sector = |need: &PublishedNeed| {
            let section = need.scope.section()??;
            Some((section, need.scope.occupation()))
        };
        needs.iter().filter_map(|need| Some((of_sector(need)?, need))).collect()
    }

    /// The cells of offers and of the estimate, with an empty one where the survey alone speaks.
    pub fn sector_cells(&self) -> BTreeMap<(char, Option<Fap>), sectors::Cell> {
        let surveyed = self.surveyed_sectors().into_keys();
        let mut found: BTreeMap<(char, Option<Fap>), sectors::Cell> =
            surveyed.map(|key| (key, sectors::Cell::default())).collect();
        let known = self.results.sectors.cells.iter();
        found.extend(known.map(|(key, cell)| (*key, *cell)));
        found
    }

    /// What the survey shows of a section, or of an occupation in it: projects and difficult share;
    /// empty where it shows neither.
    pub fn sector_of_survey(&self, section: char, code: Option<Fap>) -> String {
        let surveyed = self.surveyed_sectors();
        let Some(need) = surveyed.get(&(section, code)) else { return String::new() };
        let shown = |indicator: &str| {
            let mut measures = need.measures.iter();
            let figure = measures.find(|one| one.wanted.indicator == indicator)?.weighted;
            figure.bounds().map(|_| whole(&figure, self.catalog))
        };
        let (projects, share) = (shown("need-projects"), shown("need-difficult-share"));
        if projects.is_none() && share.is_none() {
            return String::new();
        }
        let or_none = |text: Option<String>| text.unwrap_or_else(|| "—".to_owned());
        let (projects, share) = (or_none(projects), or_none(share));
        let of = [("projects", (&projects).into()), ("share", (&share).into())];
        self.catalog.with("sector-line-survey", &of)
    }

    /// Sections and occupations in them of which the survey shows projects.
    pub fn sectors_told(&self) -> BTreeSet<(char, Fap)> {
        let told = |((section, code), need): ((char, Option<Fap>), &PublishedNeed)| {
            let mut figures = need.measures.iter().map(|measure| &measure.weighted);
            let some = figures.any(|one| {
                let projects = one.point().is_some_and(|projects| projects > 0.0);
                one.indicator() == "need-projects" && projects
            });
            code.filter(|_| some).map(|code| (section, code))
        };
        self.surveyed_sectors().into_iter().filter_map(told).collect()
    }

    /// The sections that something is said of.
    pub fn sections(&self) -> BTreeSet<char> {
        let cells = self.results.sectors.cells.keys();
        let surveyed = self.surveyed_sectors();
        cells.chain(surveyed.keys()).map(|(section, _)| *section).collect()
    }

    /// The label of an occupation, also of one without a row on the territory.
    pub fn occupation_label(&self, code: Fap) -> &str {
        let mut known = self.results.occupations.iter();
        let known = known.find(|one| one.code == code).map(|one| one.label.as_str());
        known.or_else(|| self.reference.fap_label(code)).unwrap_or_default()
    }

    /// The name of a section of NAF.
    pub fn section(&self, section: char) -> String {
        self.catalog.text(&format!("section-{}", section.to_ascii_lowercase()))
    }

    fn sector_posts(&self, cell: &sectors::Cell) -> Published {
        self.publish(&Figure {
            indicator: "local-posts",
            territory: self.results.territory.territory,
            value: Value::Exact(cell.posts),
            unit: Unit::Posts,
            n: cell.offers,
            masked_cells: 0,
            grade: None,
            origin: Origin::Public,
        })
    }

    /// An estimate, never a count: it has bounds even where no cell is masked.
    pub fn sector_projects(&self, cell: &sectors::Cell) -> Published {
        let value = match cell.estimate {
            None => Value::Unknown,
            Some(one) if one.projects <= 0.0 => Value::Masked { low: one.low, high: one.high },
            Some(one) => {
                // The published part is the least that is sure, masked cells or not.
                let low = one.low.min(one.projects);
                Value::Interval { value: one.projects, low, high: one.high }
            }
        };
        self.estimated("sector-projects", Unit::Projects, value)
    }

    pub fn sector_share(&self, cell: &sectors::Cell) -> Published {
        let share = cell.estimate.and_then(|estimate| estimate.difficult_share());
        let value =
            share.map_or(Value::Unknown, |(value, low, high)| Value::Interval { value, low, high });
        self.estimated("sector-share", Unit::ShareOfProjects, value)
    }

    fn estimated(&self, indicator: &'static str, unit: Unit, value: Value) -> Published {
        let territory = self.results.territory.territory;
        self.publish(&Figure {
            indicator,
            territory,
            value,
            unit,
            n: 0,
            masked_cells: 0,
            grade: None,
            origin: Origin::Public,
        })
    }
}
