//! The one tree that screens, workbook and text files read, so that they cannot disagree.
//!
//! Numbers in it are `Published` figures, or plain counts of rows and ranks.

use crate::format;
pub use crate::format::shape;
use crate::i18n::Catalog;
use crate::indicators::anchor::{Cause, Causes};
use crate::model::{Date, Fap, Unit, Value, fold};
use crate::secrecy::Published;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Everything that is said of one analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    pub title: String,
    pub subtitle: String,
    /// Date of the analysis, given by the caller.
    pub as_of: Date,
    pub cover: Vec<Line>,
    pub tables: Vec<Table>,
}

impl Document {
    pub fn table(&self, id: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.id == id)
    }
}

/// One line of the read-me sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    Heading(String),
    Text(String),
    Fact { label: String, text: String },
}

/// A table of the document: one sheet, one text file, one grid of the window.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Stable identifier: file name of the text form, salt of the grid.
    pub id: &'static str,
    /// Sheet name, at most 31 characters.
    pub title: String,
    /// What the table says and how to read it, in a sentence or two.
    pub about: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub chart: Option<Chart>,
}

impl Table {
    pub fn column(&self, id: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.id == id)
    }

    /// Numbers keys that come again, in the order of the rows: what users write may be alike.
    #[must_use]
    pub fn told_apart(mut self) -> Self {
        let mut times: BTreeMap<String, u32> = BTreeMap::new();
        for row in &mut self.rows {
            let time = times.entry(row.key.clone()).or_insert(0);
            *time += 1;
            if *time > 1 {
                row.key = format!("{}#{time}", row.key);
            }
        }
        self
    }
}

/// Where a column is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    Everywhere,
    /// In the window: value and bounds in one cell.
    Screen,
    /// In files: one number per cell.
    File,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub id: &'static str,
    pub title: String,
    /// In characters.
    pub width: u16,
    pub shown: Shown,
}

/// One row, with what it is about: the window opens it, the provenance starts from it.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row is about, in no language, once in its table: what its short name is made of.
    pub key: String,
    pub occupation: Option<Fap>,
    /// Source index and row in it, for rows that stand on one row of one file.
    pub origin: Option<(usize, u32)>,
    pub cells: Vec<Cell>,
}

impl Row {
    /// A row that stands on no row of a file.
    pub fn new(key: impl Into<String>, occupation: Option<Fap>, cells: Vec<Cell>) -> Self {
        Self { key: key.into(), occupation, origin: None, cells }
    }

    /// The same, on a row of a source.
    #[must_use]
    pub fn on(mut self, source: usize, row: u32) -> Self {
        self.origin = Some((source, row));
        self
    }
}

/// How files write the number of an amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Whole ones: places, people, posts.
    Count,
    /// People, with one decimal.
    People,
    Euros,
    /// 0–1.
    Share,
    /// Any other number, as it is.
    Number,
    /// Of a calendar: no figure, and never set in thousands.
    Year,
}

impl Form {
    pub const ALL: [Self; 6] =
        [Self::Count, Self::People, Self::Euros, Self::Share, Self::Number, Self::Year];

    /// In no language: what files for machines call it.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::People => "people",
            Self::Euros => "euros",
            Self::Share => "share",
            Self::Number => "number",
            Self::Year => "year",
        }
    }
}

/// Which part of a figure a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Point,
    Low,
    High,
    /// Value and bounds together, as text.
    Whole,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    Blank,
    Text(String),
    /// A rank, a number of rows: not a figure.
    Whole(u32),
    Date(Date),
    /// A sentence on numbers, sorted by one of them; `None`: where nothing is known, last.
    Said {
        text: String,
        order: Option<f64>,
    },
    /// A number that is no figure of an indicator: euros, people, a parameter. Papers and the window
    /// show the text, with its unit and its bounds; files hold the number alone.
    Amount {
        text: String,
        /// `None`: none is known, or only what bounds it.
        value: Option<f64>,
        /// What it is sorted by; `None`: last.
        order: Option<f64>,
        form: Form,
    },
    /// Published classes of causes, all of them.
    Causes(Causes),
    Figure {
        figure: Published,
        part: Part,
    },
}

impl Cell {
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// A number that is known.
    pub fn amount(text: impl Into<String>, value: f64, form: Form) -> Self {
        let value = Some(value).filter(|value| value.is_finite());
        Self::Amount { text: text.into(), value, order: value, form }
    }

    pub fn year(year: u16) -> Self {
        Self::amount(year.to_string(), f64::from(year), Form::Year)
    }

    /// A number that may not be known: what is shown then, and what it is sorted by.
    pub fn bounded(
        text: impl Into<String>,
        (value, order): (Option<f64>, Option<f64>),
        form: Form,
    ) -> Self {
        Self::Amount { text: text.into(), value, order, form }
    }

    /// One end of a number that another cell shows whole; blank where nothing bounds it.
    pub fn end(text: impl FnOnce(f64) -> String, end: Option<f64>, form: Form) -> Self {
        end.map_or(Self::Blank, |end| Self::amount(text(end), end, form))
    }

    pub const fn figure(figure: Published, part: Part) -> Self {
        Self::Figure { figure, part }
    }

    /// The number of the cell as a file holds it: raw, shares 0–1.
    pub fn number(&self) -> Option<f64> {
        match self {
            Self::Whole(number) => Some(f64::from(*number)),
            Self::Amount { value, .. } => *value,
            Self::Figure { figure, part } => match (part, figure.bounds()) {
                (Part::Point, _) => figure.point(),
                (Part::Low, Some((low, _))) => Some(low),
                (Part::High, Some((_, high))) => Some(high),
                _ => None,
            },
            Self::Blank | Self::Text(_) | Self::Date(_) | Self::Causes(_) | Self::Said { .. } => {
                None
            }
        }
    }

    /// The cell for eyes.
    pub fn shown(&self, catalog: &Catalog) -> String {
        let language = catalog.language();
        match self {
            Self::Blank => String::new(),
            Self::Text(text) | Self::Said { text, .. } | Self::Amount { text, .. } => text.clone(),
            Self::Whole(number) => format::integer(f64::from(*number), language),
            Self::Date(date) => format::date(*date, language),
            Self::Causes(causes) => aggravating(causes, catalog),
            Self::Figure { figure, part } => {
                if let Some(hidden) = figure.hidden() {
                    return catalog.text(&format!("hidden-{}", hidden.id()));
                }
                match part {
                    Part::Whole => whole(figure, catalog),
                    _ => self
                        .number()
                        .map(|value| shape(value, figure.unit(), language))
                        .unwrap_or_default(),
                }
            }
        }
    }

    /// Order of sorting: numbers by value, texts by letter, blanks last whatever the direction.
    pub fn compare(&self, other: &Self, descending: bool) -> Ordering {
        let turn = |order: Ordering| if descending { order.reverse() } else { order };
        match (self.key(), other.key()) {
            (Key::None, Key::None) => Ordering::Equal,
            (Key::Number(a), Key::Number(b)) => turn(a.total_cmp(&b)),
            (Key::Text(a), Key::Text(b)) => turn(fold(a).cmp(&fold(b))),
            (_, Key::None) | (Key::Number(_), Key::Text(_)) => Ordering::Less,
            (Key::None, _) | (Key::Text(_), Key::Number(_)) => Ordering::Greater,
        }
    }

    fn key(&self) -> Key<'_> {
        match self {
            Self::Blank => Key::None,
            Self::Text(text) => Key::Text(text),
            Self::Said { order, .. } | Self::Amount { order, .. } => {
                order.map_or(Key::None, Key::Number)
            }
            // The heavier they weigh together, the further up.
            Self::Causes(causes) if causes.is_empty() => Key::None,
            Self::Causes(causes) => {
                Key::Number(causes.aggravating().map(|(_, class)| f64::from(class)).sum())
            }
            Self::Date(date) => {
                Key::Number(i32::try_from(date.ordinal()).map_or(f64::NAN, f64::from))
            }
            Self::Figure { figure, part: Part::Whole } => figure
                .point()
                .or_else(|| figure.bounds().map(|(low, high)| f64::midpoint(low, high)))
                .map_or(Key::None, Key::Number),
            Self::Whole(_) | Self::Figure { .. } => self.number().map_or(Key::None, Key::Number),
        }
    }
}

enum Key<'a> {
    None,
    Number(f64),
    Text(&'a str),
}

/// « conditions de travail contraignantes (5), non-durabilité de l’emploi (4) », or that none is.
pub fn aggravating(causes: &Causes, catalog: &Catalog) -> String {
    if causes.is_empty() {
        return catalog.text("causes-unpublished");
    }
    let named = |(cause, class): (Cause, u8)| {
        format!("{} ({class})", catalog.text(&format!("cause-{}", cause.id())))
    };
    let list: Vec<String> = causes.aggravating().map(named).collect();
    if list.is_empty() { catalog.text("causes-none-aggravates") } else { list.join(", ") }
}

/// `58 % (41–73 %)`, `120 publiés (121–124)`, `1–4`, `—`. Bounds that read the same are left out;
/// a figure of the own survey says on how many answers it stands.
pub fn whole(figure: &Published, catalog: &Catalog) -> String {
    let text = value_and_bounds(figure, catalog);
    match figure.n() {
        Some(n) if figure.indicator().starts_with("survey-") && n > 0 => {
            let n = format::integer(f64::from(n), catalog.language());
            catalog.with("figure-with-n", &[("value", (&text).into()), ("n", (&n).into())])
        }
        _ => text,
    }
}

/// An end of an interval beyond it is none: a ratio to a share that may be next to nothing.
const MOST_RATIO: f64 = 100.0;

fn value_and_bounds(figure: &Published, catalog: &Catalog) -> String {
    let (unit, language) = (figure.unit(), catalog.language());
    if unit == Unit::DifferenceOfShares {
        return points(figure, catalog);
    }
    let bounds = |low: f64, high: f64| {
        if unit == Unit::Ratio && high > MOST_RATIO {
            let low = shape(low, unit, language);
            let most = format::integer(MOST_RATIO, language);
            let of = [("low", (&low).into()), ("most", (&most).into())];
            catalog.with("figure-open-range", &of)
        } else if unit.is_share() {
            format::percent_range(low, high, 0, language)
        } else {
            let digits = match unit {
                Unit::Kappa | Unit::Ratio => 2,
                Unit::CandidatesPerPost => 1,
                Unit::PerEstablishment if high < 100.0 => 1,
                _ => 0,
            };
            format::range(low, high, digits, language)
        }
    };
    match figure.value() {
        // Answers there are, and they bear no figure.
        Value::Unknown if figure.indicator().starts_with("need-") && figure.n() > Some(0) => {
            catalog.text("needs-too-uncertain")
        }
        Value::Unknown => "—".to_owned(),
        Value::Exact(value) => shape(value, unit, language),
        Value::Masked { low, high } | Value::RangeOnly { low, high } => bounds(low, high),
        Value::Interval { value, low, high } => {
            let point = shape(value, unit, language);
            if shape(low, unit, language) == shape(high, unit, language) && low <= value {
                return point;
            }
            let bounds = bounds(low, high);
            if value < low {
                // Masked cells hold at least one each: the published sum lies below the bounds.
                return catalog.with(
                    "figure-published",
                    &[("value", (&point).into()), ("bounds", (&bounds).into())],
                );
            }
            format!("{point} ({bounds})")
        }
    }
}

/// `−20 points (de −38 à +1)`.
fn points(figure: &Published, catalog: &Catalog) -> String {
    let (Some(value), Some((low, high))) = (figure.point(), figure.bounds()) else {
        return "—".to_owned();
    };
    let [value, low, high] = [value, low, high].map(|v| format::points(v, catalog.language()));
    catalog.with(
        "figure-points",
        &[("value", (&value).into()), ("low", (&low).into()), ("high", (&high).into())],
    )
}

/// A native chart of a workbook: every number in it is a cell of its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    pub kind: ChartKind,
    pub title: String,
    /// Said aloud by screen readers.
    pub description: String,
    /// What the numbers are.
    pub axis: String,
    /// What each bar or point is about.
    pub categories: Vec<String>,
    /// One at least.
    pub series: Vec<Series>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// One under the other, the first on top.
    Bars,
    /// From left to right, in the order of time.
    Lines,
}

/// Numbers of a chart that go together.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    pub name: String,
    /// Row of the table and column, one for each category; `None`: nothing is known there.
    pub cells: Vec<Option<(usize, &'static str)>>,
}

impl Chart {
    /// Bars of some rows of a table: one series for each column, which name what they hold.
    pub fn bars(
        (title, description, axis): (String, String, String),
        rows: &[(usize, String)],
        columns: &[(&'static str, String)],
    ) -> Option<Self> {
        let series = columns.iter().map(|(id, name)| Series {
            name: name.clone(),
            cells: rows.iter().map(|(row, _)| Some((*row, *id))).collect(),
        });
        let categories: Vec<String> = rows.iter().map(|(_, name)| name.clone()).collect();
        let (kind, series) = (ChartKind::Bars, series.collect());
        (!categories.is_empty()).then_some(Self {
            kind,
            title,
            description,
            axis,
            categories,
            series,
        })
    }
}
