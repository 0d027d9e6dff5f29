//! A document to be read, drawn in the window: the same blocks as in Word and PDF, each figure a
//! link to where it comes from.

use crate::format::prose;
use crate::i18n::Catalog;
use crate::report::citation::FigureId;
use crate::report::drawing::Points;
use crate::report::paper::{Block, Fact, Grid, Inline, Paper, Picture, Tone};
use crate::ui::theme::palette;
use egui::{
    Align, Color32, ColorImage, Frame, Image, Label, Layout, Link, Margin, Response, RichText,
    Stroke, TextureHandle, TextureOptions, Ui, WidgetInfo, vec2,
};

/// Width of a page, at most.
const PAGE: f32 = 760.0;
const BODY: f32 = 14.0;
const SMALL: f32 = 12.0;
const MARK: f32 = 10.5;
/// Room of the short name of a row.
const MARKS: f32 = 56.0;

/// A figure that was clicked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clicked {
    pub id: FigureId,
    pub shown: String,
}

/// The pictures of the document last shown.
#[derive(Default)]
pub struct Pictures {
    revision: Option<u64>,
    list: Vec<Option<TextureHandle>>,
}

impl Pictures {
    /// Those of a document, put where the window draws from once for each revision.
    pub fn refresh(&mut self, ui: &Ui, revision: u64, points: &[Option<Points>]) {
        if self.revision == Some(revision) {
            return;
        }
        self.revision = Some(revision);
        let load = |points: &Points| {
            let size = [points.width as usize, points.height as usize];
            let image = ColorImage::from_rgba_premultiplied(size, &points.bytes);
            ui.ctx().load_texture("paper-picture", image, TextureOptions::LINEAR)
        };
        self.list = points.iter().map(|points| points.as_ref().map(load)).collect();
    }
}

/// How words are set.
#[derive(Clone, Copy)]
struct Set {
    size: f32,
    colour: Option<Color32>,
    /// Short names are printed after figures.
    names: bool,
}

impl Set {
    const fn of(size: f32) -> Self {
        Self { size, colour: None, names: true }
    }

    fn text(self, text: &str) -> RichText {
        let text = RichText::new(prose(text)).size(self.size);
        match self.colour {
            Some(colour) => text.color(colour),
            None => text,
        }
    }
}

/// Draws a document; the figure that was clicked.
pub fn paper(
    ui: &mut Ui,
    paper: &Paper,
    pictures: &Pictures,
    catalog: &Catalog,
) -> Option<Clicked> {
    let mut clicked = None;
    let ground = ui.visuals().extreme_bg_color;
    let edge = Stroke::new(1.0, ui.visuals().widgets.noninteractive.bg_stroke.color);
    let page = Frame::NONE.fill(ground).stroke(edge).inner_margin(Margin::symmetric(28, 22));
    page.show(ui, |ui| {
        let width = ui.available_width().min(PAGE);
        ui.set_width(width);
        // Lines of text stand as close as letters ask, not as buttons do.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.y = 5.0;
        let accent = palette(ui).accent;
        if !paper.look.organisation.trim().is_empty() {
            let text = RichText::new(prose(&paper.look.organisation)).size(SMALL);
            ui.label(text.color(palette(ui).quiet));
        }
        heading(ui, RichText::new(prose(&paper.title)).size(23.0).color(accent).strong());
        let date = crate::format::date(paper.as_of, catalog.language());
        let beneath = format!("{} · {date}", paper.subtitle);
        ui.label(RichText::new(prose(&beneath)).color(palette(ui).quiet));
        ui.add_space(4.0);
        let mut drawn = pictures.list.iter();
        for block in &paper.blocks {
            one(ui, block, &mut drawn, &mut clicked);
        }
    });
    clicked
}

fn one<'a>(
    ui: &mut Ui,
    block: &Block,
    pictures: &mut impl Iterator<Item = &'a Option<TextureHandle>>,
    clicked: &mut Option<Clicked>,
) {
    let quiet = palette(ui).quiet;
    match block {
        Block::Heading { level, text } => {
            let (size, above) = match level {
                1 => (18.0, 14.0),
                2 => (15.5, 9.0),
                _ => (14.0, 6.0),
            };
            ui.add_space(above);
            let text = RichText::new(prose(text)).size(size).strong();
            heading(ui, text.color(palette(ui).accent));
        }
        Block::Text(text) => words(ui, text, Set::of(BODY), clicked),
        Block::Lead(text) => words(ui, text, Set::of(15.5), clicked),
        Block::Small(text) => {
            words(ui, text, Set { colour: Some(quiet), ..Set::of(SMALL) }, clicked);
        }
        Block::List(items) => items.iter().for_each(|item| {
            ui.horizontal_top(|ui| {
                ui.add_space(8.0);
                ui.label(RichText::new("•").size(BODY));
                ui.vertical(|ui| words(ui, item, Set::of(BODY), clicked));
            });
        }),
        Block::Facts(found) => facts(ui, found, clicked),
        Block::Callout { tone, title, words: text } => callout(ui, *tone, title, text, clicked),
        Block::Table(table) => grid(ui, table, clicked),
        Block::Picture(found) => picture(ui, found, pictures.next().and_then(Option::as_ref)),
        Block::PageBreak => {
            ui.add_space(8.0);
            ui.separator();
        }
    }
}

/// A title, read aloud as one.
fn heading(ui: &mut Ui, text: RichText) {
    let response = ui.label(text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
    });
}

/// Words that wrap, figures among them.
fn words(ui: &mut Ui, inlines: &[Inline], set: Set, clicked: &mut Option<Clicked>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 3.0);
        for inline in inlines {
            piece(ui, inline, set, clicked);
        }
    });
}

fn piece(ui: &mut Ui, inline: &Inline, set: Set, clicked: &mut Option<Clicked>) {
    match inline {
        Inline::Words(text) => {
            ui.label(set.text(text));
        }
        Inline::Strong(text) => {
            let colour = ui.visuals().strong_text_color();
            ui.label(set.text(text).strong().color(colour));
        }
        Inline::Figure { shown, id } => {
            if figure(ui, set.text(shown), shown, *id).clicked() {
                *clicked = Some(Clicked { id: *id, shown: shown.clone() });
            }
            if set.names {
                let name = format!("\u{a0}{id}");
                ui.add(Label::new(RichText::new(name).size(MARK).color(palette(ui).quiet)));
            }
        }
    }
}

/// A figure that tells where it comes from; aloud, with its short name.
fn figure(ui: &mut Ui, text: RichText, shown: &str, id: FigureId) -> Response {
    let response = ui.add(Link::new(text.color(palette(ui).accent)));
    let aloud = format!("{shown} {id}");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &aloud));
    response.on_hover_text(id.to_string())
}

fn facts(ui: &mut Ui, found: &[Fact], clicked: &mut Option<Clicked>) {
    let quiet = palette(ui).quiet;
    ui.add_space(6.0);
    ui.columns(found.len().max(1), |columns| {
        for (ui, fact) in columns.iter_mut().zip(found) {
            let large = Set { names: false, ..Set::of(26.0) };
            words(ui, std::slice::from_ref(&fact.figure), large, clicked);
            ui.label(RichText::new(prose(&fact.label)).size(BODY).strong());
            words(ui, &fact.beneath, Set { colour: Some(quiet), ..Set::of(SMALL) }, clicked);
            if let Inline::Figure { id, .. } = &fact.figure {
                ui.label(RichText::new(id.to_string()).size(MARK).color(quiet));
            }
        }
    });
    ui.add_space(6.0);
}

fn callout(ui: &mut Ui, tone: Tone, title: &str, text: &[Inline], clicked: &mut Option<Clicked>) {
    let colours = palette(ui);
    let colour = match tone {
        Tone::Advice => colours.accent,
        Tone::Limit => colours.presumed,
    };
    let set_apart = Frame::NONE
        .fill(colours.stripe)
        .stroke(Stroke::new(1.0, colour))
        .corner_radius(3.0)
        .inner_margin(Margin::symmetric(10, 7))
        .outer_margin(Margin::symmetric(0, 4));
    set_apart.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.label(RichText::new(prose(title)).size(BODY).strong().color(colour));
        words(ui, text, Set::of(BODY), clicked);
    });
}

fn picture(ui: &mut Ui, picture: &Picture, texture: Option<&TextureHandle>) {
    ui.add_space(6.0);
    ui.label(RichText::new(prose(&picture.caption)).size(13.0).strong());
    match texture {
        Some(texture) => {
            let width = ui.available_width() * picture.width.clamp(0.2, 1.0);
            let size = vec2(width, width / picture.ratio.max(0.05));
            let image = Image::from_texture((texture.id(), size)).fit_to_exact_size(size);
            ui.add(image.alt_text(&picture.alt));
        }
        None => {
            ui.label(RichText::new(prose(&picture.alt)).size(BODY).italics());
        }
    }
    ui.add_space(4.0);
}

/// A table: columns as wide as on paper, the short name of each row at its end.
fn grid(ui: &mut Ui, grid: &Grid, clicked: &mut Option<Clicked>) {
    const GAP: f32 = 8.0;
    let quiet = palette(ui).quiet;
    ui.add_space(6.0);
    ui.label(RichText::new(prose(&grid.caption)).size(13.0).strong());
    let marked = grid.rows.iter().any(|row| row.mark.is_some());
    let gaps = GAP * (grid.columns.len() as f32 + 1.0);
    let room = ui.available_width() - gaps - if marked { MARKS } else { 0.0 };
    let all: f32 = grid.columns.iter().map(|column| column.weight).sum();
    let width = |weight: f32| (room * weight / all.max(f32::EPSILON)).max(24.0);
    ui.spacing_mut().item_spacing.y = 0.0;
    let line = |ui: &mut Ui, fill: Color32, add: &mut dyn FnMut(&mut Ui)| {
        let row = Frame::NONE.fill(fill).inner_margin(Margin::symmetric(0, 3));
        row.show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                ui.add_space(GAP / 2.0);
                add(ui);
            });
        });
    };
    line(ui, Color32::TRANSPARENT, &mut |ui| {
        for column in &grid.columns {
            cell(ui, width(column.weight), column.number, |ui| {
                let text = RichText::new(prose(&column.title)).size(SMALL).strong();
                ui.add(Label::new(text).wrap());
            });
        }
    });
    ui.add(egui::Separator::default().spacing(2.0));
    for (place, row) in grid.rows.iter().enumerate() {
        let odd = place % 2 == 1;
        let fill = if odd { palette(ui).stripe } else { Color32::TRANSPARENT };
        line(ui, fill, &mut |ui| {
            for (column, inlines) in grid.columns.iter().zip(&row.cells) {
                cell(ui, width(column.weight), column.number, |ui| {
                    inside(ui, inlines, row.strong, clicked);
                });
            }
            if let Some(mark) = &row.mark {
                ui.label(RichText::new(mark.to_string()).size(MARK).color(quiet));
            }
        });
    }
    ui.spacing_mut().item_spacing.y = 5.0;
    words(ui, &grid.note, Set { colour: Some(quiet), ..Set::of(SMALL) }, clicked);
    ui.add_space(6.0);
}

fn cell(ui: &mut Ui, width: f32, number: bool, add: impl FnOnce(&mut Ui)) {
    let align = if number { Align::Max } else { Align::Min };
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(align), |ui| {
        ui.set_width(width);
        add(ui);
    });
}

/// What a cell holds: most often one thing, set as its column is.
fn inside(ui: &mut Ui, inlines: &[Inline], strong: bool, clicked: &mut Option<Clicked>) {
    let set = Set { names: false, ..Set::of(12.5) };
    match inlines {
        [Inline::Words(text)] if strong => {
            ui.add(Label::new(set.text(text).strong()).wrap());
        }
        [one] => piece(ui, one, set, clicked),
        [] => {}
        several => words(ui, several, set, clicked),
    }
}
