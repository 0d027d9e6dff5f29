//! The charts of a document, ready made: what the command line and the window write.

use crate::indicators::anchor::Cause;
use crate::indicators::pressure::Status;
use crate::model::Grade;
use crate::model::{Fap, FapLevel};
use crate::report::build::references::{CUT, MEDIAN};
use crate::report::chart::{
    Balance, Causes, Datum, Drawn, Intervals, Item, Line, Point, Quadrant, Series, Sheet, Sign,
    Spanned, Spot, Step, Trend, balance, causes, columns, intervals, quadrant, trend,
};
use crate::report::document::{Row, Table};
use crate::report::paper::Look;
use crate::report::paper::cite::Citing;

/// A chart by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Occupations by their share, with intervals.
    Intervals,
    /// Volume against pressure.
    Quadrant,
    /// Years, of an occupation or of families.
    Trend,
    /// Causes of an occupation.
    Causes,
    /// An occupation here and elsewhere, or sectors.
    Columns,
    /// Need, entrants, pool and gap of an occupation.
    Balance,
}

impl Kind {
    pub const ALL: [Self; 6] =
        [Self::Intervals, Self::Quadrant, Self::Trend, Self::Causes, Self::Columns, Self::Balance];

    /// As on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Intervals => "intervals",
            Self::Quadrant => "quadrant",
            Self::Trend => "trend",
            Self::Causes => "causes",
            Self::Columns => "columns",
            Self::Balance => "balance",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Made of one occupation, and of nothing without.
    pub const fn is_of_occupation(self) -> bool {
        matches!(self, Self::Causes | Self::Balance)
    }
}

/// Why a chart cannot be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Nothing {
    #[error("an occupation is to be chosen")]
    NoOccupation,
    #[error("the occupation has no row")]
    Absent(Fap),
    #[error("the document has none of its figures")]
    NoFigure,
}

/// Draws a chart of the document; occupations are those chosen, the first where one is drawn.
///
/// # Errors
/// When the chart is of an occupation and none is chosen or has a row, and where the document has
/// none of its figures.
pub fn ready(
    kind: Kind,
    citing: Citing<'_>,
    look: &Look,
    occupations: &[Fap],
) -> Result<Drawn, Nothing> {
    let of = |code: &Fap| {
        let rows = citing.document.table("diagnostic").map(|table| table.rows.as_slice());
        rows.unwrap_or_default().iter().any(|row| row.occupation == Some(*code))
    };
    if let Some(absent) = occupations.iter().find(|code| !of(code)) {
        return Err(Nothing::Absent(*absent));
    }
    if kind.is_of_occupation() && occupations.is_empty() {
        return Err(Nothing::NoOccupation);
    }
    let made = Made { citing, look };
    let first = occupations.first().copied();
    // Shares of projects are drawn beside what they are set against: without it there are none.
    let of_shares = matches!(kind, Kind::Intervals | Kind::Quadrant | Kind::Trend)
        || (kind == Kind::Columns && first.is_some());
    if of_shares && citing.cell("reperes", CUT, "level-value").is_none() {
        return Err(Nothing::NoFigure);
    }
    let drawn = match (kind, first) {
        (Kind::Intervals, _) => made.intervals(),
        (Kind::Quadrant, _) => made.quadrant(),
        (Kind::Trend, Some(_)) => made.trend(occupations),
        (Kind::Trend, None) => made.families_over_years(),
        (Kind::Columns, Some(code)) => made.places(code),
        (Kind::Columns, None) => made.sectors().or_else(|| made.families()),
        (Kind::Causes, Some(code)) => made.causes(code),
        (Kind::Balance, Some(code)) => made.balance(code),
        (Kind::Causes | Kind::Balance, None) => None,
    };
    drawn.ok_or(Nothing::NoFigure)
}

struct Made<'a> {
    citing: Citing<'a>,
    look: &'a Look,
}

impl<'a> Made<'a> {
    fn text(&self, key: &str) -> String {
        self.citing.catalog.text(key)
    }

    fn with(&self, key: &str, name: &str, value: &str) -> String {
        self.citing.catalog.with(key, &[(name, value.into())])
    }

    fn sheet(&self, title: String, subtitle: &str, notes: Vec<String>) -> Sheet<'a> {
        let subtitle = self.text(subtitle);
        let indicators = &["projects"];
        Sheet { citing: self.citing, look: self.look, title, subtitle, notes, indicators }
    }

    /// How a cell reads; empty where it is not there.
    fn shown(&self, table: &str, key: &str, column: &str) -> String {
        let cell = self.citing.cell(table, key, column);
        cell.map(|cell| cell.shown(self.citing.catalog)).unwrap_or_default()
    }

    fn column(table: &Table, id: &str) -> String {
        let column = table.columns.iter().find(|column| column.id == id);
        column.map_or_else(String::new, |column| column.title.clone())
    }

    fn of(&self, table: &str, code: Fap) -> Option<(&'a Table, &'a Row)> {
        let table = self.citing.document.table(table)?;
        let row = table.rows.iter().find(|row| row.occupation == Some(code))?;
        Some((table, row))
    }

    fn level(&self, key: &'static str) -> Line<'a> {
        let label = self.shown("reperes", key, "reference");
        Line { figure: Spot::new("reperes", key, "level-value"), label }
    }

    fn intervals(&self) -> Option<Drawn> {
        let table = self.citing.document.table("diagnostic")?;
        let keys: Vec<&str> = table.rows.iter().map(|row| row.key.as_str()).collect();
        let columns = ["label", "posterior-shown"];
        let base = Some("projects-shown");
        let items = Item::rows(&self.citing, (table.id, &keys), columns, base);
        let asked = Intervals {
            items: &items,
            heads: [Self::column(table, "posterior-shown"), Self::column(table, "projects-shown")],
            line: Some(self.level(CUT)),
        };
        let title = self.text("chart-intervals-title");
        let notes = self.reading(&items).into_iter().collect();
        intervals(&self.sheet(title, "chart-intervals-subtitle", notes), &asked)
    }

    /// How the first row that has a figure of its own reads.
    fn reading(&self, items: &[Item<'_>]) -> Option<String> {
        items.iter().find_map(|item| {
            let datum = Datum::of(&self.citing, item.figure).filter(|datum| !datum.is_presumed)?;
            datum.value()?;
            let args = [("label", (&item.label).into()), ("shown", (&datum.shown).into())];
            Some(self.citing.catalog.with("chart-reading", &args))
        })
    }

    fn quadrant(&self) -> Option<Drawn> {
        let table = self.citing.document.table("diagnostic")?;
        let points = table.rows.iter().map(|row| {
            let key = row.key.as_str();
            let figure = Spot::new(table.id, key, "posterior-shown");
            let item = Item::new(figure, self.shown(table.id, key, "label"));
            let volume = Spot::new(table.id, key, "projects-shown");
            Point { item, volume, sign: self.sign(&self.shown(table.id, key, "status"), figure) }
        });
        let levels = [self.level(CUT), self.level(MEDIAN)];
        let [cut, median] = levels.each_ref().map(|line| {
            let shown = Datum::of(&self.citing, line.figure).map(|datum| datum.shown);
            format!("{}{}{}", line.label, self.text("colon"), shown.unwrap_or_default())
        });
        let of = [("cut", (&cut).into()), ("median", (&median).into())];
        let asked = Quadrant {
            points: points.collect(),
            axes: [self.text("plot-x"), self.text("plot-y")],
            relative: self.citing.catalog.with("chart-relative", &of),
            levels,
        };
        let title = self.text("chart-quadrant-title");
        quadrant(&self.sheet(title, "chart-quadrant-subtitle", Vec::new()), &asked)
    }

    /// From the sign as the document says it, and whether its figure is presumed.
    fn sign(&self, status: &str, figure: Spot<'_>) -> Sign {
        let is = |word: &str| status == self.text(&format!("status-{word}"));
        let presumed = Datum::of(&self.citing, figure).is_some_and(|datum| datum.is_presumed);
        match (is(Status::Flagged.id()), is(Status::Flagged.word(Grade::C))) {
            (true, _) if presumed => Sign::Presumed,
            (true, _) => Sign::Evidence,
            (_, true) => Sign::Presumed,
            _ if is(Status::ToCheck.id()) => Sign::ToCheck,
            _ => Sign::Quiet,
        }
    }

    fn series(&self, rows: &[&'a Row]) -> Option<Series<'a>> {
        let table = self.citing.document.table("series")?;
        let first = rows.first()?;
        let steps = rows.iter().filter_map(|row| {
            let key = row.key.as_str();
            let year = self.shown(table.id, key, "year").parse().ok()?;
            let edition = self.shown(table.id, key, "fap-edition");
            let borders = self.shown(table.id, key, "borders-of");
            let figure = Spot::new(table.id, key, "posterior-shown");
            Some(Step { year, figure, edition, borders })
        });
        Some(Series { label: self.shown(table.id, &first.key, "label"), steps: steps.collect() })
    }

    fn trend(&self, occupations: &[Fap]) -> Option<Drawn> {
        let table = self.citing.document.table("series")?;
        let series: Vec<Series<'_>> = occupations
            .iter()
            .filter_map(|code| {
                let rows = table.rows.iter().filter(|row| row.occupation == Some(*code));
                self.series(&rows.collect::<Vec<_>>())
            })
            .collect();
        if let ([code], []) = (occupations, series.as_slice()) {
            return self.years_around(table, *code);
        }
        let title = match series.as_slice() {
            [one] => self.with("chart-trend-of", "label", &one.label),
            _ => self.text("chart-trend-title"),
        };
        let sheet = self.sheet(title, "chart-trend-subtitle", Vec::new());
        trend(&sheet, &Trend { series, axis: self.text("plot-y"), keeps_names: false })
    }

    /// The group of an occupation that has one year in its nomenclature, else its family: which of
    /// them it is is said.
    fn years_around(&self, table: &Table, code: Fap) -> Option<Drawn> {
        let group = code.ancestor(FapLevel::Group).map(|group| format!("group/{}/", group.code()));
        let of_group = table
            .rows
            .iter()
            .filter(|row| group.as_ref().is_some_and(|group| row.key.starts_with(group.as_str())));
        let family = self.shown("diagnostic", code.code(), "family");
        let of_family = table.rows.iter().filter(|row| {
            row.key.starts_with("family/") && self.shown(table.id, &row.key, "label") == family
        });
        let found = [("group", of_group.collect::<Vec<_>>()), ("family", of_family.collect())];
        let (level, series) =
            found.into_iter().find_map(|(level, rows)| Some((level, self.series(&rows)?)))?;
        let title = self.with("chart-trend-of", "label", &series.label);
        let notes = vec![self.text(&format!("chart-trend-of-{level}"))];
        let sheet = self.sheet(title, "chart-trend-subtitle", notes);
        let keeps_names = level == "family";
        trend(&sheet, &Trend { series: vec![series], axis: self.text("plot-y"), keeps_names })
    }

    /// The families with most projects in their last year.
    fn families_over_years(&self) -> Option<Drawn> {
        let table = self.citing.document.table("series")?;
        let family = self.text("level-family");
        let rows = table.rows.iter().filter(|row| {
            row.occupation.is_none() && self.shown(table.id, &row.key, "level") == family
        });
        let mut groups: Vec<(String, Vec<&Row>)> = Vec::new();
        for row in rows {
            let code = self.shown(table.id, &row.key, "code");
            match groups.last_mut() {
                Some((last, rows)) if *last == code => rows.push(row),
                _ => groups.push((code, vec![row])),
            }
        }
        let size = |rows: &[&Row]| {
            let projects = rows.last().map(|row| Spot::new(table.id, &row.key, "projects-shown"));
            let datum = projects.and_then(|spot| Datum::of(&self.citing, spot));
            datum.and_then(|datum| datum.value()).unwrap_or_default()
        };
        groups.sort_by(|a, b| size(&b.1).total_cmp(&size(&a.1)).then(a.0.cmp(&b.0)));
        let series = groups.iter().take(4).filter_map(|(_, rows)| self.series(rows)).collect();
        let notes = vec![self.text("chart-trend-families")];
        let sheet = self.sheet(self.text("chart-trend-title"), "chart-trend-subtitle", notes);
        trend(&sheet, &Trend { series, axis: self.text("plot-y"), keeps_names: true })
    }

    fn causes(&self, code: Fap) -> Option<Drawn> {
        let (table, row) = self.of("causes", code)?;
        let key = row.key.as_str();
        let items = Cause::ALL.into_iter().filter_map(|cause| {
            let column = format!("cause-{}", cause.id());
            let column = table.columns.iter().find(|known| known.id == column)?.id;
            let name = self.text(&format!("cause-{}", cause.id()));
            Some(Item::new(Spot::new(table.id, key, column), sentence(&name)))
        });
        let mut notes = Vec::new();
        for (message, name, column) in [
            ("chart-causes-diagnosis", "diagnosis", "diagnosis"),
            ("chart-causes-rung", "rung", "causes-rung"),
        ] {
            let said = self.shown(table.id, key, column);
            if !said.is_empty() {
                notes.push(self.with(message, name, &said));
            }
        }
        notes.push(self.text("chart-causes-constant"));
        // Of an occupation without any sign, causes are read, and nothing is hard.
        let (status, figure) = ("status", Spot::new("diagnostic", key, "posterior-shown"));
        let quiet = self.sign(&self.shown("diagnostic", key, status), figure) == Sign::Quiet;
        let message = if quiet { "chart-causes-quiet" } else { "chart-causes-title" };
        let title = self.with(message, "label", &self.shown(table.id, key, "label"));
        let sheet = Sheet { indicators: &[], ..self.sheet(title, "chart-causes-subtitle", notes) };
        causes(&sheet, &Causes { items: items.collect() })
    }

    /// The occupation here, in the département, the région and France.
    fn places(&self, code: Fap) -> Option<Drawn> {
        let (table, row) = self.of("diagnostic", code)?;
        let key = row.key.as_str();
        let base = Spot::new(table.id, key, "projects-shown");
        let here = Item::new(Spot::new(table.id, key, "share"), self.text("chart-place-here"));
        let mut items = vec![here.on(base).studied(true)];
        items.extend(["department", "region", "france"].into_iter().filter_map(|place| {
            let column = format!("share-{place}");
            let column = table.columns.iter().find(|known| known.id == column)?.id;
            let name = self.text(&format!("chart-place-{place}"));
            Some(Item::new(Spot::new(table.id, key, column), name))
        }));
        let label = self.shown(table.id, key, "label");
        let title = self.with("chart-columns-title", "label", &label);
        let heads = [Self::column(table, "share"), Self::column(table, "projects-shown")];
        columns(&self.sheet(title, "chart-columns-subtitle", Vec::new()), &items, &heads)
    }

    /// Whole sectors, as the local survey says them where it does, else as they are estimated.
    fn sectors(&self) -> Option<Drawn> {
        let table = self.citing.document.table("sectors")?;
        let keys: Vec<&str> = table
            .rows
            .iter()
            .filter(|row| row.occupation.is_none())
            .map(|row| row.key.as_str())
            .collect();
        let told = |column: &str| {
            keys.iter().any(|key| {
                let datum = Datum::of(&self.citing, Spot::new(table.id, key, column));
                datum.is_some_and(|datum| datum.span().is_some())
            })
        };
        let surveyed = ("sector-survey-share-shown", "sector-survey-n", "chart-sectors-surveyed");
        let estimated = ("sector-share-shown", "sector-projects-shown", "chart-sectors-estimated");
        let (figure, base, subtitle) =
            [surveyed, estimated].into_iter().find(|(figure, ..)| told(figure))?;
        let items = Item::rows(&self.citing, (table.id, &keys), ["sector", figure], Some(base));
        let heads = [Self::column(table, figure), Self::column(table, base)];
        let title = self.text("chart-sectors-title");
        columns(&self.sheet(title, subtitle, Vec::new()), &items, &heads)
    }

    fn families(&self) -> Option<Drawn> {
        let table = self.citing.document.table("levels")?;
        let family = self.text("level-families");
        let keys: Vec<&str> = table
            .rows
            .iter()
            .map(|row| row.key.as_str())
            .filter(|key| self.shown(table.id, key, "level") == family)
            .collect();
        let figure = ["label", "posterior-shown"];
        let base = Some("projects-shown");
        let items = Item::rows(&self.citing, (table.id, &keys), figure, base);
        let heads = [Self::column(table, "posterior-shown"), Self::column(table, "projects-shown")];
        let title = self.text("chart-families-title");
        columns(&self.sheet(title, "chart-intervals-subtitle", Vec::new()), &items, &heads)
    }

    fn balance(&self, code: Fap) -> Option<Drawn> {
        let (table, row) = self.of("balances", code)?;
        let key = row.key.as_str();
        let spans = [
            ("balances-need", "need-3y", ["need-3y-value", "need-3y-low", "need-3y-high"]),
            (
                "balances-entrants",
                "entrants-3y",
                ["entrants-3y-value", "entrants-3y-low", "entrants-3y-high"],
            ),
            ("balances-pool", "pool", ["pool-value", "pool-low", "pool-high"]),
            ("balances-gap", "gap-3y-span", ["gap-3y-value", "gap-3y-low", "gap-3y-high"]),
        ]
        .map(|(label, whole, ends)| Spanned {
            label: self.text(label),
            whole: Spot::new(table.id, key, whole),
            ends,
        });
        let said = self.shown(table.id, key, "gap-sign");
        let signs = ["lack", "surplus", "undetermined"];
        let sign = signs.into_iter().find(|sign| self.text(&format!("gap-{sign}")) == said)?;
        let basis = self.shown(table.id, key, "need-basis");
        let notes = ["chart-balance-basis", "chart-balance-source"]
            .map(|message| self.with(message, "basis", &basis))
            .to_vec();
        let label = self.shown(table.id, key, "label");
        let title = self.with("chart-balance-title", "label", &label);
        let sheet = Sheet { indicators: &[], ..self.sheet(title, "chart-balance-subtitle", notes) };
        let asked = Balance {
            spans: spans.into(),
            head: self.text("chart-balance-head"),
            sign: self.text(&format!("chart-balance-{sign}")),
        };
        balance(&sheet, &asked)
    }
}

/// With its first letter as at the beginning of a sentence.
pub fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
