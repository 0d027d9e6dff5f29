//! A choropleth map as a picture: SVG, and PNG at the quality of print.
//!
//! Shades are those of an order that colour-blind readers see; what has no value is hatched or
//! dotted, and every shade is named in the legend: never by colour alone.

pub mod cells;
mod classes;
mod svg;

pub use classes::{Class, Classing, MOST, Shade, Shading, shading, tone};
pub use svg::svg;

use crate::analysis::extent::Coverage;
use crate::analysis::mapped::{Mapped, Placed};
use crate::format;
use crate::geo::{Atlas, Frame};
use crate::i18n::Catalog;
use crate::model::{Date, Territory};
use crate::report::document::{shape, whole};
use crate::secrecy::Rules;

/// Five shades from low to high, red, green and blue: `YlGnBu`, `ColorBrewer` 2.0 (C. Brewer,
/// Penn State), told apart by colour-blind readers and in grey.
pub const SHADES: [[u8; 3]; MOST] = [
    [0xFF, 0xFF, 0xCC],
    [0xA1, 0xDA, 0xB4],
    [0x41, 0xB6, 0xC4],
    [0x2C, 0x7F, 0xB8],
    [0x25, 0x34, 0x94],
];

/// Width on paper, in centimetres.
pub const CENTIMETRES: f32 = 20.0;

/// Everything that a map says.
#[derive(Clone, Copy)]
pub struct Picture<'a> {
    pub atlas: &'a Atlas,
    pub mapped: &'a Mapped,
    pub classing: &'a Classing,
    /// A territory whose border is drawn thicker.
    pub marked: Option<Territory>,
    /// Name of the file of shapes.
    pub geography: &'a str,
    pub as_of: Date,
    pub rules: Rules,
    /// Its figures are in the store of the document that it stands in: their short names are drawn.
    pub is_cited: bool,
    pub catalog: &'a Catalog,
}

/// Codes given as examples of each side.
const EXAMPLES: usize = 2;

/// That none of these territories is in the survey, with examples of both; `None` as soon as one
/// is. A map of them would say that nothing is declared, where nothing was found.
pub fn mismatch(
    shapes: impl Iterator<Item = Territory> + Clone,
    mapped: &Mapped,
    catalog: &Catalog,
) -> Option<String> {
    if shapes.clone().any(|territory| mapped.get(territory).is_some()) {
        return None;
    }
    let list = |codes: &mut dyn Iterator<Item = Territory>| {
        let codes: Vec<String> = codes.take(EXAMPLES).map(|code| code.to_string()).collect();
        if codes.is_empty() { "—".to_owned() } else { codes.join(", ") }
    };
    let drawn = list(&mut shapes.into_iter());
    let surveyed = list(&mut mapped.places.iter().map(|placed| placed.territory));
    let args = [
        ("file", (&mapped.file).into()),
        ("shapes", (&drawn).into()),
        ("survey", (&surveyed).into()),
    ];
    Some(catalog.with("map-mismatch", &args))
}

impl Picture<'_> {
    /// As [`mismatch`], of the shapes of the picture.
    pub fn mismatch(&self) -> Option<String> {
        let shapes = self.atlas.shapes.iter().map(|shape| shape.territory);
        mismatch(shapes, self.mapped, self.catalog)
    }

    /// « Part des projets jugés difficiles : Aides-soignants ».
    pub fn title(&self) -> String {
        let name = self.catalog.text(&format!("indicator-{}-name", self.mapped.indicator.id));
        match &self.mapped.occupation {
            Some((_, label)) => format!("{name}{}{label}", self.catalog.text("colon")),
            None => name,
        }
    }

    /// Division and year.
    pub fn subtitle(&self) -> String {
        let level = self.catalog.text(&format!("level-{}", self.mapped.division));
        let mut letters = level.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        let level: String = first.chain(letters).collect();
        let year = self.mapped.year.to_string();
        self.catalog.with("map-subtitle", &[("level", (&level).into()), ("year", (&year).into())])
    }

    pub fn shading(&self) -> Shading {
        shading(self.atlas, self.mapped, self.classing, self.rules)
    }

    /// Name of a shape: the survey's, else the file's.
    pub fn name(&self, place: usize) -> String {
        let Some(drawn) = self.atlas.shapes.get(place) else { return String::new() };
        let placed = self.mapped.get(drawn.territory);
        let label = placed.map_or(drawn.label.as_str(), |placed| placed.label.as_str());
        if label.is_empty() { drawn.territory.to_string() } else { label.to_owned() }
    }

    /// The territories drawn that the survey has.
    fn drawn(&self) -> impl Iterator<Item = &Placed> {
        self.atlas.shapes.iter().filter_map(|shape| self.mapped.get(shape.territory))
    }

    /// How much of the basins that a territory made of communes is read at lies in it; `None`
    /// where they are the territory.
    pub fn part(&self, place: usize) -> Option<String> {
        let drawn = self.atlas.shapes.get(place)?;
        let coverage = self.mapped.get(drawn.territory)?.coverage.as_ref()?;
        let number = |count: u32| format::integer(f64::from(count), self.catalog.language());
        let (inside, of) = coverage.inside_of();
        let (inside, of) = (number(inside), number(of));
        let args = [("inside", (&inside).into()), ("of", (&of).into())];
        (!coverage.is_exact()).then(|| self.catalog.with("map-part", &args))
    }

    /// Value and bounds of a shape, or why it has none.
    pub fn told(&self, shading: &Shading, place: usize) -> String {
        match shading.figures.get(place).copied().flatten() {
            Some(figure) if shading.shades.get(place) != Some(&Shade::Without) => {
                whole(&figure, self.catalog)
            }
            _ => self.catalog.text("map-without"),
        }
    }

    /// « 42–51 % », « moins de 40 % », « 70 % et plus ».
    pub fn class_words(&self, class: &Class) -> String {
        let (unit, language) = (self.mapped.indicator.unit, self.catalog.language());
        let one = |value: f64| shape(value, unit, language);
        match (class.low, class.high) {
            (Some(low), Some(high)) if one(low) == one(high) => one(low),
            (Some(low), Some(high)) if unit.is_share() => {
                format::percent_range(low, high, 0, language)
            }
            (Some(low), Some(high)) => format::range(low, high, 0, language),
            (None, Some(high)) => self.catalog.with("map-below", &[("bound", (&one(high)).into())]),
            (Some(low), None) => self.catalog.with("map-above", &[("bound", (&one(low)).into())]),
            (None, None) => self.catalog.text("map-all"),
        }
    }

    /// Every line of the legend with its shade: words, then the number of territories.
    pub fn legend(&self, shading: &Shading) -> Vec<(Shade, String)> {
        let language = self.catalog.language();
        let line = |words: String, count: usize| {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            let shown = format::integer(f64::from(count), language);
            let args =
                [("words", (&words).into()), ("count", count.into()), ("shown", (&shown).into())];
            self.catalog.with("map-legend-line", &args)
        };
        let classes = shading.classes.iter().enumerate();
        let mut lines: Vec<(Shade, String)> = classes
            .map(|(place, class)| (Shade::Class(place), line(self.class_words(class), class.count)))
            .collect();
        lines.reverse();
        for (shade, key, count) in [
            (Shade::Masked, "map-masked", shading.masked),
            (Shade::Without, "map-without", shading.without),
        ] {
            if count > 0 {
                lines.push((shade, line(self.catalog.text(key), count)));
            }
        }
        lines
    }

    /// Unit, base, source, completeness, projection and date, one sentence each.
    pub fn notes(&self, shading: &Shading) -> Vec<String> {
        let catalog = self.catalog;
        let language = catalog.language();
        let id = self.mapped.indicator.id;
        let mut notes = vec![
            catalog.text(&format!("indicator-{id}-definition")),
            catalog.with(
                "map-source",
                &[
                    ("source", self.mapped.indicator.source.into()),
                    ("year", (&self.mapped.year.to_string()).into()),
                    ("file", (&self.mapped.file).into()),
                ],
            ),
            catalog.with("map-geography", &[("file", self.geography.into())]),
        ];
        if id == "official-tension-class" {
            notes.push(catalog.text("map-official"));
        }
        let missing: usize = self.atlas.shapes.iter().map(|shape| shape.missing.len()).sum();
        for (key, count) in [
            ("map-unsettled", shading.unsettled),
            ("map-missing", missing),
            ("map-homeless", self.atlas.without.len()),
        ] {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            if count > 0 {
                let shown = format::integer(f64::from(count), language);
                notes.push(
                    catalog.with(key, &[("count", count.into()), ("shown", (&shown).into())]),
                );
            }
        }
        let coverages: Vec<&Coverage> =
            self.drawn().filter_map(|placed| placed.coverage.as_ref()).collect();
        if !coverages.is_empty() {
            let number = |count: usize| {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                format::integer(f64::from(count), language)
            };
            let exact = coverages.iter().filter(|coverage| coverage.is_exact()).count();
            let (exact, all) = (number(exact), number(coverages.len()));
            let args = [("exact", (&exact).into()), ("all", (&all).into())];
            notes.push(catalog.with("map-read-at-basins", &args));
        }
        if self.mapped.places.iter().any(|placed| placed.figure.value.is_below_bounds()) {
            notes.push(catalog.text("figure-published-why"));
        }
        let conic = self.atlas.frames.iter().any(|inset| inset.frame == Frame::Metropolitan);
        notes.push(catalog.text(match (conic, self.atlas.frames.len()) {
            (true, 1) => "map-conic",
            (true, _) => "map-conic-and-insets",
            (false, _) => "map-plain",
        }));
        let date = format::date(self.as_of, language);
        notes.push(catalog.with("map-made", &[("date", (&date).into())]));
        notes
    }

    /// The map in sentences, for screen readers and the command line.
    pub fn summary(&self, shading: &Shading) -> String {
        let mut ranked: Vec<(f64, usize)> = shading
            .figures
            .iter()
            .enumerate()
            .filter_map(|(place, figure)| Some((figure.as_ref()?.point()?, place)))
            .collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let words = |entry: Option<&(f64, usize)>| {
            entry.map_or_else(String::new, |(_, place)| {
                format!("{} {}", self.name(*place), self.told(shading, *place))
            })
        };
        let number = |count: usize| {
            format::integer(
                f64::from(u32::try_from(count).unwrap_or(u32::MAX)),
                self.catalog.language(),
            )
        };
        if ranked.is_empty() {
            return self.catalog.with("map-nothing", &[("title", (&self.title()).into())]);
        }
        self.catalog.with(
            "map-summary",
            &[
                ("title", (&self.title()).into()),
                ("known", (&number(ranked.len())).into()),
                ("all", (&number(self.atlas.shapes.len())).into()),
                ("first", (&words(ranked.first())).into()),
                ("last", (&words(ranked.last())).into()),
                ("masked", (&number(shading.masked)).into()),
                ("without", (&number(shading.without)).into()),
            ],
        )
    }
}
