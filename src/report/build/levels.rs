//! The survey read at groups, domains and families of occupations.

use crate::analysis::levels::{Group, read_at};
use crate::analysis::results::Occupation;
use crate::format;
use crate::model::Unit;
use crate::report::build::{Comparison, Context, three};
use crate::report::document::{Cell, Part, Row, Shown, Table, whole};
use crate::secrecy::Published;

use Shown::{Everywhere, File, Screen};

const COLUMNS: &[(&str, u16, Shown)] = &[
    ("level", 16, Everywhere),
    ("code", 8, Everywhere),
    ("label", 40, Everywhere),
    ("status", 13, Everywhere),
    ("grade", 10, Everywhere),
    ("level-occupations", 12, Everywhere),
    ("projects-shown", 26, Screen),
    ("projects", 12, File),
    ("projects-low", 10, File),
    ("projects-high", 10, File),
    ("masked", 10, File),
    ("difficult", 12, File),
    ("difficult-low", 10, File),
    ("difficult-high", 10, File),
    ("seasonal", 12, File),
    ("seasonal-low", 10, File),
    ("seasonal-high", 10, File),
    ("share", 10, File),
    ("share-low", 10, File),
    ("share-high", 10, File),
    ("posterior-shown", 17, Screen),
    ("posterior", 10, File),
    ("posterior-low", 10, File),
    ("posterior-high", 10, File),
    ("share-department", 12, File),
    ("share-france", 10, Everywhere),
    ("probability", 12, Everywhere),
];

/// One row per group, the finest level first; within a level, the largest first.
pub fn table(context: &Context<'_>) -> Table {
    let mut groups: Vec<&Group> = context.results.groups.iter().collect();
    groups.sort_by(|a, b| {
        let size = |group: &Group| group.tally.projects.value;
        a.level.cmp(&b.level).then(size(b).total_cmp(&size(a))).then(a.code.cmp(&b.code))
    });
    Table {
        id: "levels",
        title: context.catalog.text("table-levels"),
        about: context.catalog.text("table-levels-about"),
        columns: context.columns(COLUMNS),
        rows: groups.into_iter().map(|group| row(context, group)).collect(),
        chart: None,
    }
}

fn row(context: &Context<'_>, group: &Group) -> Row {
    let tally = &group.tally;
    let here = context.results.territory.territory;
    let projects = context.count("projects", &tally.projects);
    let posterior = context.group_posterior(group);
    let mut cells = vec![
        context.words("level", group.level.id()),
        Cell::text(&group.code),
        Cell::text(&group.label),
        context.words("status", group.status.word(group.grade)),
        Cell::text(group.grade.to_string()),
        Cell::Whole(u32::try_from(group.occupations.len()).unwrap_or(u32::MAX)),
        Cell::figure(projects, Part::Whole),
    ];
    cells.extend(three(projects));
    cells.push(Cell::Whole(tally.projects.masked_cells));
    cells.extend(three(context.count("difficult-projects", &tally.difficult)));
    cells.extend(three(context.count("seasonal-projects", &tally.seasonal)));
    cells.extend(three(context.share(here, tally)));
    cells.push(Cell::figure(posterior, Part::Whole));
    cells.extend(three(posterior));
    let department = context.compared(Comparison::Department);
    let france = context.compared(Comparison::France);
    cells.push(Cell::figure(context.share(department, &group.department), Part::Point));
    cells.push(Cell::figure(context.share(france, &group.france), Part::Point));
    cells.push(Cell::figure(context.group_probability(group), Part::Point));
    Row::new(format!("{}/{}", group.level.id(), group.code), None, cells)
}

impl Context<'_> {
    /// « Lu à son groupe » : the reading of the group of a thin occupation; empty for another.
    pub fn group_reading(&self, occupation: &Occupation) -> String {
        let Some(group) = read_at(occupation, &self.results.groups) else { return String::new() };
        let count = u32::try_from(group.occupations.len()).unwrap_or(u32::MAX);
        let shown = format::integer(f64::from(count), self.catalog.language());
        let level = self.catalog.text(&format!("level-one-{}", group.level.id()));
        let projects = whole(&self.count("projects", &group.tally.projects), self.catalog);
        let share = whole(&self.group_posterior(group), self.catalog);
        let status = self.catalog.text(&format!("status-{}", group.status.word(group.grade)));
        self.catalog.with(
            "group-reading",
            &[
                ("level", (&level).into()),
                ("code", (&group.code).into()),
                ("label", (&group.label).into()),
                ("count", (&shown).into()),
                ("projects", (&projects).into()),
                ("share", (&share).into()),
                ("status", (&status).into()),
                ("grade", (&group.grade.to_string()).into()),
            ],
        )
    }

    fn group_posterior(&self, group: &Group) -> Published {
        let value = group.posterior.shown();
        let base = (group.tally.projects.cells, group.tally.projects.masked_cells);
        let (indicator, unit) = ("difficult-share-posterior", Unit::ShareOfProjects);
        self.public(indicator, self.here(), value, unit, base, Some(group.grade))
    }

    fn group_probability(&self, group: &Group) -> Published {
        let value = group.posterior.probability_shown();
        let base = (group.tally.projects.cells, group.tally.projects.masked_cells);
        let (indicator, unit) = ("flag-probability", Unit::Probability);
        self.public(indicator, self.here(), value, unit, base, Some(group.grade))
    }
}
