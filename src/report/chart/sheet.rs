//! What is around every chart: place and year, title, what is measured; how it reads, source, date.

use crate::format;
use crate::report::chart::datum::source;
use crate::report::chart::{Datum, Drawn};
use crate::report::drawing::{Anchor, Colour, FAINT, Fill, Page, Pen, QUIET, Stroke, lines};
use crate::report::paper::Look;
use crate::report::paper::cite::Citing;

/// In units of the page; about four of them are a millimetre of print.
pub(super) const WIDTH: f32 = 720.0;
pub(super) const MARGIN: f32 = 20.0;
/// Between the margins.
pub(super) const ROOM: f32 = WIDTH - 2.0 * MARGIN;

/// What a chart is called, what it is made from and how it is dressed.
#[derive(Clone)]
pub struct Sheet<'a> {
    pub citing: Citing<'a>,
    pub look: &'a Look,
    pub title: String,
    /// What is measured, and its unit.
    pub subtitle: String,
    /// How it reads, its base and its limits, a sentence or two each.
    pub notes: Vec<String>,
    /// Indicators whose sources its figures stand on, besides their own.
    pub indicators: &'a [&'a str],
}

/// A sheet under way.
pub(super) struct Draft<'a> {
    pub sheet: &'a Sheet<'a>,
    pub page: Page,
    /// Where the next thing begins.
    pub y: f32,
    data: Vec<Datum>,
}

impl Sheet<'_> {
    pub(super) fn accent(&self) -> Colour {
        self.look.ink()
    }

    pub(super) fn text(&self, key: &str) -> String {
        self.citing.catalog.text(key)
    }

    pub(super) fn count(&self, count: usize) -> (u32, String) {
        let count = u32::try_from(count).unwrap_or(u32::MAX);
        (count, format::integer(f64::from(count), self.citing.catalog.language()))
    }

    /// The page with its head.
    pub(super) fn open(&self) -> Draft<'_> {
        let mut page = Page::new(WIDTH);
        page.hatch("hatched", self.accent());
        page.rect([MARGIN, 20.0, MARGIN + 26.0, 25.0], Fill::Plain(self.accent()), Stroke::NONE);
        let pen = Pen::new("place", 11.5).of(self.accent()).heavy(true);
        let place = lines(&self.citing.document.subtitle, pen.size, ROOM);
        let y = page.lines([MARGIN, 42.0], &place, &pen);
        let pen = Pen::new("title", 18.0).heavy(true);
        let y = page.lines([MARGIN, y + 9.0], &lines(&self.title, pen.size, ROOM), &pen);
        let pen = Pen::new("subtitle", 12.5).of(QUIET);
        let y = page.lines([MARGIN, y - 2.0], &lines(&self.subtitle, pen.size, ROOM), &pen);
        Draft { sheet: self, page, y: y + 4.0, data: Vec::new() }
    }
}

impl Draft<'_> {
    /// Writes a figure, and keeps that it is in the picture.
    pub fn says(&mut self, at: [f32; 2], datum: &Datum, pen: &Pen) -> [f32; 4] {
        self.keep(datum);
        self.page.text(at, datum.said(), &pen.says(datum.id))
    }

    /// Keeps that a figure is drawn.
    pub fn keep(&mut self, datum: &Datum) {
        if self.data.iter().all(|known| known.id != datum.id) {
            self.data.push(datum.clone());
        }
    }

    /// The foot of the page, and the whole.
    pub fn close(mut self, notes: &[String], seen: &str) -> Drawn {
        let catalog = self.sheet.citing.catalog;
        let mut sources: Vec<&str> = Vec::new();
        let beside = self.sheet.indicators.iter().filter_map(|indicator| source(indicator));
        for source in beside.chain(self.data.iter().filter_map(|datum| datum.source)) {
            if !sources.contains(&source) {
                sources.push(source);
            }
        }
        let mut foot: Vec<String> = self.sheet.notes.iter().chain(notes).cloned().collect();
        if !sources.is_empty() {
            let list = sources.join(&catalog.text("list-separator"));
            foot.push(catalog.with("chart-source", &[("list", (&list).into())]));
        }
        let date = format::date(self.sheet.citing.document.as_of, catalog.language());
        let made = catalog.with("chart-made", &[("date", (&date).into())]);
        let organisation = &self.sheet.look.organisation;
        foot.push(if organisation.is_empty() { made } else { format!("{organisation}. {made}") });
        let mut y = self.y + 8.0;
        self.page.line([MARGIN, y], [MARGIN + ROOM, y], Stroke::new(FAINT, 0.8));
        y += 16.0;
        let pen = Pen::new("note", 10.5).of(QUIET).at(Anchor::Start);
        for note in &foot {
            y = self.page.lines([MARGIN, y], &lines(note, pen.size, ROOM), &pen) + 1.5;
        }
        let height = (y - pen.leading() + 16.0).round();
        let title = self.sheet.title.clone();
        let place = &self.sheet.citing.document.subtitle;
        let args = [("title", (&title).into()), ("place", place.into()), ("seen", seen.into())];
        let alt = catalog.with("chart-alt", &args);
        let svg = self.page.svg(height, &title, &alt);
        Drawn { svg, ratio: WIDTH / height, alt, title, data: self.data }
    }
}
