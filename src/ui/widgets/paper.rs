//! A document to be read, drawn in the window: the same blocks as in Word and PDF, each figure a
//! link to where it comes from.

use crate::format::prose;
use crate::i18n::Catalog;
use crate::report::citation::FigureId;
use crate::report::drawing::Points;
use crate::report::paper::{Block, Fact, Grid, Inline, Paper, Picture, Tone};
use crate::ui::theme::{on_ground, palette};
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, Color32, ColorImage, FontId, Frame, Image, Label, Layout, Link, Margin, Response,
    RichText, Stroke, TextureHandle, TextureOptions, Ui, UiBuilder, WidgetInfo, vec2,
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

/// What is kept of the document last shown, from one frame to the next.
#[derive(Default)]
pub struct Kept {
    revision: Option<u64>,
    pictures: Vec<Option<TextureHandle>>,
    logo: Option<TextureHandle>,
    /// Heights of its blocks, at the width that they were drawn in.
    heights: Vec<f32>,
    width: f32,
}

impl Kept {
    /// Those of a document, put where the window draws from once for each revision.
    pub fn refresh(
        &mut self,
        ui: &Ui,
        revision: u64,
        points: &[Option<Points>],
        logo: Option<&Points>,
    ) {
        if self.revision == Some(revision) {
            return;
        }
        self.revision = Some(revision);
        let load = |points: &Points| {
            let size = [points.width as usize, points.height as usize];
            let image = ColorImage::from_rgba_premultiplied(size, &points.bytes);
            ui.ctx().load_texture("paper-picture", image, TextureOptions::LINEAR)
        };
        self.pictures = points.iter().map(|points| points.as_ref().map(load)).collect();
        self.logo = logo.map(load);
        self.heights.clear();
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
pub fn paper(ui: &mut Ui, paper: &Paper, kept: &mut Kept, catalog: &Catalog) -> Option<Clicked> {
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
        // Headings are in the colour of the document, which the user chose.
        let accent = on_ground(paper.look.accent, ground);
        ui.visuals_mut().hyperlink_color = accent;
        publisher(ui, paper, kept);
        heading(ui, RichText::new(prose(&paper.title)).size(23.0).color(accent).strong());
        let date = crate::format::date(paper.as_of, catalog.language());
        let beneath = format!("{} · {date}", paper.subtitle);
        ui.label(RichText::new(prose(&beneath)).color(palette(ui).quiet));
        ui.add_space(4.0);
        blocks(ui, &paper.blocks, kept, &mut clicked);
    });
    clicked
}

/// Who publishes, and its logo at the other end of the line, as above the title of a page.
fn publisher(ui: &mut Ui, paper: &Paper, kept: &Kept) {
    let organisation = paper.look.organisation.trim();
    if organisation.is_empty() && kept.logo.is_none() {
        return;
    }
    ui.horizontal(|ui| {
        let text = RichText::new(prose(organisation)).size(SMALL);
        ui.label(text.color(palette(ui).quiet));
        let (Some(logo), Some((_, shows))) = (&kept.logo, &paper.look.logo) else { return };
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let image = Image::new(logo).fit_to_exact_size(vec2(150.0, 44.0));
            let image = ui.add(image.alt_text(shows));
            image.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, shows));
        });
    });
}

/// Draws blocks, those out of sight as their height alone: a note has hundreds. A screen reader is
/// told all of them. Gives how many were drawn.
fn blocks(ui: &mut Ui, all: &[Block], kept: &mut Kept, clicked: &mut Option<Clicked>) -> usize {
    /// What is near is drawn too: a link that the next press of Tab goes to.
    const NEAR: f32 = 400.0;
    let width = ui.available_width();
    if (kept.width - width).abs() > 0.5 || kept.heights.len() != all.len() {
        kept.width = width;
        kept.heights = vec![f32::NAN; all.len()];
    }
    let is_read_aloud = ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some();
    let sight = ui.clip_rect().expand(NEAR).y_range();
    let (mut pictures, mut drawn) = (kept.pictures.iter(), 0);
    for (place, (block, height)) in all.iter().zip(&mut kept.heights).enumerate() {
        let texture = match block {
            Block::Picture(_) => pictures.next().and_then(Option::as_ref),
            _ => None,
        };
        let top = ui.cursor().top();
        // Nothing stands below the last one: the room that is kept there is not of the page.
        let is_last = place + 1 == all.len();
        let is_seen = is_last || sight.intersects(egui::Rangef::new(top, top + *height));
        if height.is_finite() && !is_seen && !is_read_aloud {
            ui.add_space(*height);
            continue;
        }
        // Names of widgets are those of their block, whatever is drawn before it.
        let named = UiBuilder::new().scope_id(ui.scope_id().with(place));
        ui.scope_builder(named, |ui| one(ui, block, texture, clicked));
        *height = ui.cursor().top() - top;
        drawn += 1;
    }
    drawn
}

fn one(ui: &mut Ui, block: &Block, texture: Option<&TextureHandle>, clicked: &mut Option<Clicked>) {
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
            let accent = ui.visuals().hyperlink_color;
            heading(ui, text.color(accent));
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
        Block::Picture(found) => picture(ui, found, texture),
        Block::PageBreak => {
            ui.add_space(8.0);
            ui.separator();
        }
    }
}

/// A title, read aloud as one.
fn heading(ui: &mut Ui, text: RichText) {
    let aloud = text.text().to_owned();
    let response = ui.label(text);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.clear_value();
        node.set_label(aloud);
    });
}

/// Words that wrap, figures among them. What follows a figure without a space stays with it.
fn words(ui: &mut Ui, inlines: &[Inline], set: Set, clicked: &mut Option<Clicked>) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 3.0);
        let mut drawn = 0;
        for (place, inline) in inlines.iter().enumerate() {
            let next = inlines.get(place + 1).map(Inline::shown).unwrap_or_default();
            let after = match inline {
                Inline::Figure { .. } => next.get(..bound(next)).unwrap_or_default(),
                _ => "",
            };
            piece(ui, inline, (drawn, after), set, clicked);
            drawn = after.len();
        }
    });
}

/// Bytes up to the first place where a line may end.
fn bound(text: &str) -> usize {
    text.find(' ').map_or(text.len(), |place| place + 1)
}

/// One run of words or one figure; `begins`: bytes that are drawn already, `after`: what stays with
/// a figure.
fn piece(
    ui: &mut Ui,
    inline: &Inline,
    (begins, after): (usize, &str),
    set: Set,
    clicked: &mut Option<Clicked>,
) {
    let rest = inline.shown().get(begins..).unwrap_or_default();
    match inline {
        Inline::Words(_) if rest.is_empty() => {}
        Inline::Words(_) => {
            ui.label(set.text(rest));
        }
        Inline::Strong(_) => {
            let colour = ui.visuals().strong_text_color();
            ui.label(set.text(rest).strong().color(colour));
        }
        Inline::Figure { shown, id } => {
            if figure(ui, (shown, *id), after, set).clicked() {
                *clicked = Some(Clicked { id: *id, shown: shown.clone() });
            }
        }
    }
}

/// A figure that tells where it comes from; aloud, with its short name.
fn figure(ui: &mut Ui, (shown, id): (&str, FigureId), after: &str, set: Set) -> Response {
    let colours = palette(ui);
    let mut job = LayoutJob::default();
    let mut add = |text: &str, size: f32, colour: Color32| {
        let format = TextFormat::simple(FontId::proportional(size), colour);
        job.append(&prose(text), 0.0, format);
    };
    add(shown, set.size, colours.accent);
    if set.names {
        add(&format!("\u{a0}{id}"), MARK, colours.quiet);
    }
    add(after, set.size, set.colour.unwrap_or(ui.visuals().text_color()));
    let response = ui.add(Link::new(job));
    let aloud = format!("{shown} {id}");
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &aloud));
    response.on_hover_text(id.to_string())
}

fn facts(ui: &mut Ui, found: &[Fact], clicked: &mut Option<Clicked>) {
    let quiet = palette(ui).quiet;
    ui.add_space(6.0);
    ui.columns(found.len().max(1), |columns| {
        for (column, fact) in columns.iter_mut().zip(found) {
            // Columns of egui spread words over the whole line.
            let ui = &mut column.new_child(UiBuilder::new().layout(Layout::top_down(Align::Min)));
            let large = Set { names: false, ..Set::of(26.0) };
            words(ui, std::slice::from_ref(&fact.figure), large, clicked);
            ui.label(RichText::new(prose(&fact.label)).size(BODY).strong());
            words(ui, &fact.beneath, Set { colour: Some(quiet), ..Set::of(SMALL) }, clicked);
            if let Inline::Figure { id, .. } = &fact.figure {
                ui.label(RichText::new(id.to_string()).size(MARK).color(quiet));
            }
            let drawn = ui.min_rect();
            column.advance_cursor_after_rect(drawn);
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
    /// Of a row that is written in by hand.
    const TALL: f32 = 40.0;
    let quiet = palette(ui).quiet;
    ui.add_space(6.0);
    ui.label(RichText::new(prose(&grid.caption)).size(13.0).strong());
    let marked = grid.rows.iter().any(|row| row.mark.is_some());
    let gaps = GAP * (grid.columns.len() as f32 + 1.0);
    let room = ui.available_width() - gaps - if marked { MARKS } else { 0.0 };
    let widths = widths(grid, room);
    ui.spacing_mut().item_spacing.y = 0.0;
    let line = |ui: &mut Ui, fill: Color32, add: &mut dyn FnMut(&mut Ui)| {
        let row = Frame::NONE.fill(fill).inner_margin(Margin::symmetric(0, 3));
        row.show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = GAP;
                ui.add_space(GAP / 2.0);
                add(ui);
            });
        });
    };
    line(ui, Color32::TRANSPARENT, &mut |ui| {
        for (column, width) in grid.columns.iter().zip(&widths) {
            cell(ui, *width, column.number, |ui| {
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
            let (first, all) = (row.cells.first(), widths.iter().sum::<f32>());
            if let Some(inlines) = first.filter(|_| row.is_group()) {
                cell(ui, all, false, |ui| inside(ui, inlines, true, clicked));
            }
            let cells = if row.is_group() { &[] } else { row.cells.as_slice() };
            for ((column, width), inlines) in grid.columns.iter().zip(&widths).zip(cells) {
                cell(ui, *width, column.number, |ui| {
                    inside(ui, inlines, row.strong, clicked);
                });
            }
            if row.tall {
                ui.allocate_space(vec2(0.0, TALL));
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

/// Widths of columns by their weights, none narrower than the longest word of its title.
fn widths(grid: &Grid, room: f32) -> Vec<f32> {
    const LETTER: f32 = 7.0;
    let all: f32 = grid.columns.iter().map(|column| column.weight).sum();
    let wished = |weight: f32| room * weight / all.max(f32::EPSILON);
    let least = |title: &str| {
        let words = title.split_whitespace().map(|word| word.chars().count());
        LETTER * words.max().unwrap_or(0) as f32
    };
    let columns = grid.columns.iter();
    let (wished, least): (Vec<f32>, Vec<f32>) =
        columns.map(|column| (wished(column.weight), least(&column.title))).unzip();
    let pairs = || wished.iter().zip(&least);
    let lacking: f32 = pairs().map(|(wished, least)| (least - wished).max(0.0)).sum();
    let spare: f32 = pairs().map(|(wished, least)| (wished - least).max(0.0)).sum();
    let given = (lacking / spare.max(f32::EPSILON)).min(1.0);
    let one = |(wished, least): (&f32, &f32)| {
        if wished > least { wished - (wished - least) * given } else { *least }
    };
    pairs().map(one).collect()
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
        [one] => piece(ui, one, (0, ""), set, clicked),
        [] => {}
        several => words(ui, several, set, clicked),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::paper::GridColumn;

    #[test]
    fn a_narrow_column_holds_the_words_of_its_title() {
        let column =
            |title: &str, weight| GridColumn { title: title.into(), weight, number: false };
        let columns = vec![column("Métier", 6.0), column("Confiance (A, B, C)", 1.0)];
        let grid = Grid { caption: String::new(), columns, rows: Vec::new(), note: Vec::new() };
        let found = widths(&grid, 350.0);
        assert!((found.iter().sum::<f32>() - 350.0).abs() < 1e-3, "{found:?}");
        assert!(found.iter().all(|width| *width >= 42.0) && found[1] >= 62.9, "{found:?}");
    }

    /// Only what is in sight is laid out again, and the page stays as high as it is.
    #[test]
    fn blocks_out_of_sight_are_their_height() {
        let text =
            |n: usize| Block::Text(vec![Inline::Words(format!("Paragraphe {n}. ").repeat(9))]);
        let all: Vec<Block> = (0..200).map(text).collect();
        let (ctx, mut kept) = (egui::Context::default(), Kept::default());
        let mut frame = |offset: f32| {
            let (mut drawn, mut height) = (0, 0.0);
            let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
                let scroll = egui::ScrollArea::vertical().max_height(300.0).auto_shrink(false);
                let shown = scroll.vertical_scroll_offset(offset).show(ui, |ui| {
                    drawn = blocks(ui, &all, &mut kept, &mut None);
                });
                height = shown.content_size.y;
            });
            output.textures_delta.clear();
            (drawn, height)
        };
        let first = frame(0.0);
        assert_eq!(first.0, 200);
        for offset in [0.0, 1_500.0, 0.0] {
            let (drawn, height) = frame(offset);
            assert!((5..120).contains(&drawn), "{drawn} at {offset}");
            assert!((height - first.1).abs() < 1.0, "{height} {first:?}");
        }
    }

    #[test]
    fn what_ends_a_figure_stays_with_it() {
        assert_eq!(["\u{a0}; France", ").", " de plus", ""].map(bound), [4, 2, 1, 0]);
    }
}
