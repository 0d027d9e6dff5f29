//! Links of one occupation drawn in layers, from left to right. A box says in words what its lines
//! stand on; lines of what is to be confirmed are dashed.

use crate::format;
use crate::i18n::Catalog;
use crate::report::build::links::{Graph, Layer};
use crate::ui::theme::palette;
use egui::{
    Align2, FontId, Galley, Painter, Pos2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Boxes of a layer that are drawn: the table has all of them.
pub const MOST: usize = 12;

const HEAD: f32 = 24.0;
const HEIGHT: f32 = 46.0;
const GAP: f32 = 8.0;
/// Room of the lines between two layers.
const LINES: f32 = 34.0;
/// Letters are smaller than elsewhere: five columns stand beside each other.
const SIZE: f32 = 12.0;

/// What is drawn of a graph: places of nodes by layer, and how many of a layer are left out.
fn layers(graph: &Graph) -> Vec<(Layer, Vec<usize>, usize)> {
    let of = |layer: Layer| {
        let all = graph.nodes.iter().enumerate().filter(|(_, node)| node.layer == layer);
        let mut all: Vec<usize> = all.map(|(place, _)| place).collect();
        // What leads to something first, so that lines are not lost with what is left out.
        all.sort_by_key(|place| !graph.edges.iter().any(|edge| edge.from == *place));
        let left = all.len().saturating_sub(MOST);
        all.truncate(MOST);
        (layer, all, left)
    };
    Layer::ALL.map(of).into()
}

/// What the lines that come to a node stand on, in words, each once.
fn stands(graph: &Graph, place: usize, catalog: &Catalog) -> String {
    let mut said: Vec<String> = Vec::new();
    for edge in graph.edges.iter().filter(|edge| edge.to == place) {
        let kind = catalog.text(&format!("link-kind-{}", edge.stands.id()));
        let one = match edge.stands.share() {
            Some(share) => {
                let share = format::percent(share, 0, catalog.language());
                catalog.with("links-share", &[("kind", (&kind).into()), ("share", (&share).into())])
            }
            None => kind,
        };
        if !said.contains(&one) {
            said.push(one);
        }
    }
    said.join(&catalog.text("list-separator"))
}

/// Draws a graph.
pub fn links_ui(ui: &mut Ui, graph: &Graph, catalog: &Catalog) {
    let layers = layers(graph);
    let count = layers.len() as f32;
    let width = ((ui.available_width() - LINES * (count - 1.0)) / count).clamp(120.0, 260.0);
    let most = layers.iter().map(|(_, all, left)| all.len() + usize::from(*left > 0)).max();
    let height = HEAD + most.unwrap_or(0) as f32 * (HEIGHT + GAP);
    let size = vec2(width * count + LINES * (count - 1.0), height);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let mut boxes: BTreeMap<usize, Rect> = BTreeMap::new();
    let ink = ui.visuals().text_color();
    for (column, (layer, places, left)) in (0_u8..).zip(&layers) {
        let x = rect.left() + f32::from(column) * (width + LINES);
        let name = catalog.text(&format!("layer-{}", layer.id()));
        let font = FontId::proportional(SIZE + 1.0);
        let quiet = palette(ui).quiet;
        ui.painter().text(pos2(x, rect.top()), Align2::LEFT_TOP, name, font, quiet);
        let mut top = rect.top() + HEAD;
        for place in places {
            boxes.insert(*place, Rect::from_min_size(pos2(x, top), vec2(width, HEIGHT)));
            top += HEIGHT + GAP;
        }
        if *left > 0 {
            let count = u32::try_from(*left).unwrap_or(u32::MAX);
            let shown = format::integer(f64::from(count), catalog.language());
            let args = [("count", count.into()), ("shown", (&shown).into())];
            let font = FontId::proportional(SIZE);
            let text = catalog.with("links-left", &args);
            let place = Rect::from_min_size(pos2(x, top), vec2(width, HEIGHT));
            let response = ui.interact(place, ui.scope_id().with(("left", column)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &text));
            ui.painter().text(place.left_top(), Align2::LEFT_TOP, text, font, ink);
        }
    }
    let hovered = ui.input(|input| input.pointer.hover_pos());
    let hovered = hovered.and_then(|at| boxes.iter().find(|(_, one)| one.contains(at)));
    let hovered = hovered.map(|(place, _)| *place);
    for edge in &graph.edges {
        let (Some(from), Some(to)) = (boxes.get(&edge.from), boxes.get(&edge.to)) else { continue };
        let near = hovered.is_some_and(|place| place == edge.from || place == edge.to);
        let colours = palette(ui);
        let stroke = Stroke::new(
            if near { 2.5 } else { 1.2 },
            if near { colours.accent } else { colours.quiet },
        );
        line(
            ui.painter(),
            from.right_center(),
            to.left_center(),
            stroke,
            edge.stands.is_proposal(),
        );
    }
    for (place, at) in &boxes {
        node(ui, graph, *place, *at, catalog);
    }
}

/// A line that leaves and comes level, so that those of a box do not lie on each other. One that
/// passes a layer goes above its boxes, not behind them: it would seem to come from there.
fn line(painter: &Painter, from: Pos2, to: Pos2, stroke: Stroke, dashed: bool) {
    let mut points = vec![from];
    if to.x - from.x > LINES * 1.5 {
        // In the middle of the gap above the box.
        let above = to.y - f32::midpoint(HEIGHT, GAP);
        points.extend([pos2(from.x + LINES, above), pos2(to.x - LINES, above)]);
    }
    points.push(to);
    let mut path: Vec<Pos2> = Vec::new();
    for (start, end) in points.iter().zip(points.iter().skip(1)) {
        path.extend(curve(*start, *end));
    }
    if dashed {
        painter.extend(Shape::dashed_line(&path, stroke, 5.0, 4.0));
    } else {
        painter.add(Shape::line(path, stroke));
    }
}

/// From one point to the next, level at both.
fn curve(from: Pos2, to: Pos2) -> Vec<Pos2> {
    let bend = ((to.x - from.x) / 2.0).min(LINES);
    let points = [from, from + vec2(bend, 0.0), to - vec2(bend, 0.0), to];
    let fill = egui::Color32::TRANSPARENT;
    let stroke = egui::epaint::PathStroke::NONE;
    egui::epaint::CubicBezierShape { points, closed: false, fill, stroke }.flatten(Some(0.3))
}

/// A box: its title, and beneath what its lines stand on.
fn node(ui: &Ui, graph: &Graph, place: usize, at: Rect, catalog: &Catalog) {
    let Some(node) = graph.nodes.get(place) else { return };
    let said = stands(graph, place, catalog);
    let aloud = if said.is_empty() {
        node.title.clone()
    } else {
        catalog.with("links-node", &[("title", (&node.title).into()), ("stands", (&said).into())])
    };
    let response = ui.interact(at, ui.scope_id().with(("node", place)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, &aloud));
    let visuals = ui.visuals();
    let edge = Stroke::new(1.0, visuals.widgets.noninteractive.bg_stroke.color);
    let painter = ui.painter();
    painter.rect(at, 3.0, visuals.extreme_bg_color, edge, egui::StrokeKind::Inside);
    let inside = at.shrink2(vec2(6.0, 4.0));
    let title = one_line(ui, &node.title, SIZE, visuals.text_color(), inside.width());
    painter.galley(inside.left_top(), title, visuals.text_color());
    let quiet = palette(ui).quiet;
    let beneath = one_line(ui, &said, SIZE - 1.0, quiet, inside.width());
    painter.galley(inside.left_top() + vec2(0.0, 20.0), beneath, quiet);
    response.on_hover_text(format::prose(&aloud));
}

/// A text of one line, cut with … where it has no room.
fn one_line(ui: &Ui, text: &str, size: f32, colour: egui::Color32, width: f32) -> Arc<Galley> {
    let font = FontId::proportional(size);
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width);
    ui.fonts_mut(|fonts| fonts.layout_job(job))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::build::links::{Edge, Node, Stands};

    #[test]
    fn what_leads_to_something_is_drawn_before_what_is_left_out() {
        let node = |layer, key: usize| Node { layer, key: key.to_string(), title: String::new() };
        let mut nodes: Vec<Node> = (0..MOST + 3).map(|key| node(Layer::Rome, key)).collect();
        nodes.push(node(Layer::Offer, 0));
        let last = MOST + 2;
        let edge = Edge { from: last, to: MOST + 3, stands: Stands::Said, found_in: None };
        let found = layers(&Graph { nodes, edges: vec![edge] });
        let (_, cards, left) = &found[1];
        assert_eq!((cards.len(), *left, cards[0]), (MOST, 3, last));
        assert_eq!(found.last().unwrap().1, [MOST + 3]);
    }
}
