//! Charts for print, as SVG text: title, unit, source, base, territory and date inside the picture,
//! read without colour, and said in words for those who do not see them.
//!
//! They are made of cells of the [`Document`](crate::report::document::Document): what is hidden
//! or masked there has no shape here, and every number in a picture is the one of a cell.

mod balance;
mod causes;
mod columns;
mod datum;
mod intervals;
mod legend;
mod placing;
mod quadrant;
mod ready;
mod rows;
mod sheet;
mod trend;

pub use balance::{Balance, Spanned, balance};
pub use causes::{Causes, causes};
pub use columns::columns;
pub use datum::{Datum, Reading, Spot};
pub use intervals::{Intervals, intervals};
pub use quadrant::{Point, Quadrant, Sign, quadrant};
pub use ready::{Kind, Nothing, ready, sentence};
pub use sheet::Sheet;
pub use trend::{Series, Step, Trend, trend};

use crate::report::paper::Picture;
use crate::report::paper::cite::Citing;

/// Width on paper, in centimetres: that of the text of a page.
pub const CENTIMETRES: f32 = 17.0;

/// A chart that is done.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawn {
    pub svg: String,
    /// Width over height.
    pub ratio: f32,
    /// What it shows, for those who do not see it.
    pub alt: String,
    pub title: String,
    /// The figures in it, in the order of drawing.
    pub data: Vec<Datum>,
}

impl Drawn {
    /// For a paper; `width`: part of the width of the text, 0–1.
    pub fn picture(self, width: f32) -> Picture {
        let Self { svg, ratio, alt, title, .. } = self;
        Picture { svg, ratio, width, alt, caption: title }
    }
}

/// A figure with its name, as several charts take them.
#[derive(Clone, Debug, PartialEq)]
pub struct Item<'a> {
    pub figure: Spot<'a>,
    pub label: String,
    /// What the figure stands on, written beside it.
    pub base: Option<Spot<'a>>,
    /// The one that the others are set beside.
    pub is_studied: bool,
}

impl<'a> Item<'a> {
    pub fn new(figure: Spot<'a>, label: impl Into<String>) -> Self {
        Self { figure, label: label.into(), base: None, is_studied: false }
    }

    #[must_use]
    pub fn on(self, base: Spot<'a>) -> Self {
        Self { base: Some(base), ..self }
    }

    #[must_use]
    pub fn studied(self, is_studied: bool) -> Self {
        Self { is_studied, ..self }
    }

    /// Rows of a table, in this order: their label, a figure, and what it stands on.
    pub fn rows(
        citing: &Citing<'a>,
        (table, keys): (&'a str, &[&'a str]),
        [label, figure]: [&'a str; 2],
        base: Option<&'a str>,
    ) -> Vec<Self> {
        let items = keys.iter().filter_map(|key| {
            let name = citing.cell(table, key, label)?.shown(citing.catalog);
            let item = Self::new(Spot::new(table, key, figure), name);
            Some(Self { base: base.map(|column| Spot::new(table, key, column)), ..item })
        });
        items.collect()
    }
}

/// A level that figures are set against, drawn as a line with its name.
#[derive(Clone, Debug, PartialEq)]
pub struct Line<'a> {
    pub figure: Spot<'a>,
    /// Before its figure: « ensemble des métiers, France ».
    pub label: String,
}
