//! The levels that occupations are set against: what charts draw as lines, and sentences call
//! « relatif à ».

use crate::model::adjust::Cut;
use crate::model::{Figure, Origin, Territory, Unit, Value};
use crate::report::build::{Comparison, Context};
use crate::report::document::{Cell, Part, Row, Shown, Table};
use crate::secrecy::Published;

use Shown::Everywhere;

/// Keys of the rows.
pub const CUT: &str = "cut";
pub const MEDIAN: &str = "median";

/// The share above which an occupation is flagged, and the median of projects by occupation.
pub fn table(context: &Context<'_>) -> Table {
    let cut = match context.parameters.cut() {
        Cut::France => "france",
        Cut::Region => "region",
        Cut::Fixed(_) => "fixed",
    };
    let share = context.cut().filter(|_| context.results.bmo.is_some());
    let mut rows: Vec<Row> = Vec::new();
    rows.extend(share.map(|share| row(CUT, context.words("level-cut", cut), share)));
    rows.extend(context.median().map(|median| row(MEDIAN, context.words("level", MEDIAN), median)));
    Table {
        id: "reperes",
        title: context.catalog.text("table-references"),
        about: context.catalog.text("table-references-about"),
        columns: context.columns(&[("reference", 40, Everywhere), ("level-value", 14, Everywhere)]),
        rows,
        chart: None,
    }
}

fn row(key: &str, name: Cell, figure: Published) -> Row {
    let cells = vec![name, Cell::figure(figure, Part::Point)];
    Row::new(key, None, cells)
}

impl Context<'_> {
    /// What the territory's shares are set against; `None` without a survey of projects.
    pub fn cut(&self) -> Option<Published> {
        let share = self.results.cut?;
        let territory = match self.parameters.cut() {
            Cut::France => Territory::France,
            Cut::Region => self.compared(Comparison::Region),
            Cut::Fixed(_) => self.here(),
        };
        Some(self.level("share-cut", territory, (share, Unit::ShareOfProjects), 0))
    }

    /// The median of the projects of the territory's occupations, masked ones at their middle.
    fn median(&self) -> Option<Published> {
        let median = self.median_volume()?;
        let n = u32::try_from(self.results.occupations.len()).unwrap_or(u32::MAX);
        Some(self.level("projects-median", self.here(), (median, Unit::Projects), n))
    }

    fn level(
        &self,
        indicator: &'static str,
        territory: Territory,
        (value, unit): (f64, Unit),
        n: u32,
    ) -> Published {
        self.publish(&Figure {
            indicator,
            territory,
            value: Value::Exact(value),
            unit,
            n,
            masked_cells: 0,
            grade: None,
            origin: Origin::Public,
        })
    }
}
