//! A choropleth map: shapes triangulated once, coloured and moved at each frame.
//!
//! Colour is never alone: what has no value is hatched or dotted, and the caller shows the table
//! that says the same.

use crate::geo::{Atlas, Drawn, Polygon};
use crate::report::map::{SHADES, Shade, Shading, tone};
use crate::ui::theme::{MapColours, map_colours};
use earcut::Earcut;
use egui::{Color32, Mesh, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo};
use std::sync::Arc;

/// How far one may look closer.
const ZOOM: std::ops::RangeInclusive<f32> = 1.0..=40.0;

/// Vertices in page units and the triangles between them.
#[derive(Debug, Default)]
struct Triangles {
    vertices: Vec<[f32; 2]>,
    indices: Vec<u32>,
}

/// Passing state: triangles of the atlas drawn last, zoom and place.
#[derive(Debug)]
pub struct Map {
    triangles: Option<(Arc<Atlas>, Vec<Triangles>)>,
    zoom: f32,
    /// Middle of the view, in page units.
    middle: Option<Pos2>,
}

impl Default for Map {
    fn default() -> Self {
        Self { triangles: None, zoom: 1.0, middle: None }
    }
}

/// What is drawn.
pub struct Wanted<'a> {
    pub atlas: &'a Arc<Atlas>,
    pub shading: &'a Shading,
    /// The territory studied, and the one pointed at elsewhere.
    pub marked: Option<usize>,
    pub pointed: Option<usize>,
    /// Said by screen readers.
    pub summary: &'a str,
    /// What the tooltip of a shape says.
    pub told: &'a dyn Fn(usize) -> String,
    /// Short name of a shape, written where there is room.
    pub name: &'a dyn Fn(usize) -> String,
}

/// What happened on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Events {
    pub hovered: Option<usize>,
    pub clicked: Option<usize>,
    /// Where its figure comes from is asked.
    pub asked: Option<usize>,
}

fn triangles(drawn: &Drawn) -> Triangles {
    let mut found = Triangles::default();
    let mut earcut = Earcut::new();
    for polygon in &drawn.polygons {
        let mut holes: Vec<u32> = Vec::new();
        let mut points = polygon.outline.clone();
        for hole in &polygon.holes {
            holes.push(u32::try_from(points.len()).unwrap_or(u32::MAX));
            points.extend(hole);
        }
        let mut indices: Vec<u32> = Vec::new();
        earcut.earcut(points.iter().copied(), &holes, &mut indices);
        let base = u32::try_from(found.vertices.len()).unwrap_or(u32::MAX);
        found.indices.extend(indices.into_iter().map(|index| base.saturating_add(index)));
        found.vertices.extend(points);
    }
    found
}

/// Page to screen.
#[derive(Clone, Copy)]
struct View {
    rect: Rect,
    scale: f32,
    middle: Pos2,
}

impl View {
    fn screen(&self, [x, y]: [f32; 2]) -> Pos2 {
        self.rect.center() + (Pos2::new(x, y) - self.middle) * self.scale
    }

    fn page(&self, at: Pos2) -> [f32; 2] {
        let place = self.middle + (at - self.rect.center()) / self.scale;
        [place.x, place.y]
    }
}

impl Map {
    /// Back to the whole page.
    pub fn reset(&mut self) {
        (self.zoom, self.middle) = (1.0, None);
    }

    /// Draws the map in what room there is.
    pub fn show(&mut self, ui: &mut Ui, wanted: &Wanted<'_>) -> Events {
        let same = |(atlas, _): &(Arc<Atlas>, _)| Arc::ptr_eq(atlas, wanted.atlas);
        if !self.triangles.as_ref().is_some_and(same) {
            let made = wanted.atlas.shapes.iter().map(triangles).collect();
            self.triangles = Some((Arc::clone(wanted.atlas), made));
            self.reset();
        }
        let size = ui.available_size().max(Vec2::splat(120.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
        let summary = wanted.summary;
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, summary));
        let view = self.moved(ui, rect, &response, wanted.atlas.size);
        let hovered = response
            .hover_pos()
            .filter(|_| !response.dragged())
            .and_then(|at| wanted.atlas.at(view.page(at)));
        if ui.is_rect_visible(rect) {
            self.paint(ui, view, wanted, hovered);
        }
        if let Some(place) = hovered {
            let text = crate::format::prose(&(wanted.told)(place));
            response.clone().on_hover_ui_at_pointer(|ui| {
                ui.label(text);
            });
        }
        let clicked = hovered.filter(|_| response.clicked());
        let asked = hovered.filter(|_| response.secondary_clicked());
        Events { hovered, clicked, asked }
    }

    /// Follows the wheel and the hand.
    fn moved(
        &mut self,
        ui: &Ui,
        rect: Rect,
        response: &Response,
        [width, height]: [f32; 2],
    ) -> View {
        let whole = (rect.width() / width).min(rect.height() / height) * 0.98;
        let page = Pos2::new(width / 2.0, height / 2.0);
        let mut view = View { rect, scale: whole * self.zoom, middle: self.middle.unwrap_or(page) };
        if let Some(at) = response.hover_pos() {
            let (wheel, pinch) =
                ui.input(|input| (input.smooth_scroll_delta().y, input.zoom_delta()));
            let factor = pinch * (wheel / 240.0).exp();
            if (factor - 1.0).abs() > 1e-4 {
                let [x, y] = view.page(at);
                self.zoom = (self.zoom * factor).clamp(*ZOOM.start(), *ZOOM.end());
                view.scale = whole * self.zoom;
                // What is under the pointer stays there.
                view.middle = Pos2::new(x, y) - (at - rect.center()) / view.scale;
            }
        }
        if response.dragged() {
            view.middle -= response.drag_delta() / view.scale;
        }
        if self.zoom <= *ZOOM.start() {
            view.middle = page;
        }
        view.middle = view.middle.clamp(Pos2::ZERO, Pos2::new(width, height));
        self.middle = Some(view.middle);
        view
    }

    fn paint(&self, ui: &Ui, view: View, wanted: &Wanted<'_>, hovered: Option<usize>) {
        let Some((atlas, triangles)) = &self.triangles else { return };
        let painter = ui.painter_at(view.rect);
        let colours = map_colours(ui);
        let classes = wanted.shading.classes.len();
        for ((drawn, made), shade) in atlas.shapes.iter().zip(triangles).zip(&wanted.shading.shades)
        {
            let mut mesh = Mesh::default();
            let fill = fill(*shade, classes, colours);
            for vertex in &made.vertices {
                mesh.colored_vertex(view.screen(*vertex), fill);
            }
            mesh.indices.clone_from(&made.indices);
            painter.add(Shape::mesh(mesh));
            for polygon in &drawn.polygons {
                marks(polygon, *shade, view, colours, &mut |shape| {
                    painter.add(shape);
                });
            }
        }
        for drawn in &atlas.shapes {
            outline(&painter, view, drawn, Stroke::new(0.8, colours.border));
        }
        for inset in atlas.frames.iter().skip(1) {
            let [left, top, right, bottom] = inset.rect;
            let rect = Rect::from_two_pos(view.screen([left, top]), view.screen([right, bottom]));
            let stroke = Stroke::new(0.8, colours.quiet);
            painter.rect_stroke(rect, 0.0, stroke, egui::StrokeKind::Inside);
        }
        names(ui, &painter, view, wanted, colours);
        for (place, width) in [(wanted.marked, 3.0), (wanted.pointed, 2.0), (hovered, 2.0)] {
            if let Some(drawn) = place.and_then(|place| atlas.shapes.get(place)) {
                outline(&painter, view, drawn, Stroke::new(width, colours.marked));
            }
        }
    }
}

fn outline(painter: &egui::Painter, view: View, drawn: &Drawn, stroke: Stroke) {
    for polygon in &drawn.polygons {
        for ring in std::iter::once(&polygon.outline).chain(&polygon.holes) {
            let points: Vec<Pos2> = ring.iter().map(|point| view.screen(*point)).collect();
            // Apart: the joins of one line stand out as spikes where it turns sharply.
            for (from, to) in points.iter().zip(points.iter().cycle().skip(1)) {
                painter.add(Shape::line_segment([*from, *to], stroke));
            }
        }
    }
}

/// Names where the shape is wide enough for them, dark on a light ground or the reverse.
fn names(ui: &Ui, painter: &egui::Painter, view: View, wanted: &Wanted<'_>, colours: MapColours) {
    let font = egui::TextStyle::Small.resolve(ui.style());
    for (place, drawn) in wanted.atlas.shapes.iter().enumerate() {
        let room = drawn.room * view.scale;
        if room < 34.0 {
            continue;
        }
        let name = (wanted.name)(place);
        let galley = painter.layout_no_wrap(name, font.clone(), colours.ink);
        let at = Rect::from_center_size(view.screen(drawn.anchor), galley.size());
        let corners = [at.left_top(), at.right_top(), at.left_bottom(), at.right_bottom()];
        if !corners.iter().all(|corner| drawn.contains(view.page(*corner))) {
            continue;
        }
        painter.rect_filled(at.expand2(Vec2::new(3.0, 0.0)), 3.0, colours.paper);
        painter.galley(at.min, galley, colours.ink);
    }
}

fn fill(shade: Shade, classes: usize, colours: MapColours) -> Color32 {
    match shade {
        Shade::Class(class) => {
            // The same on a dark ground: what is printed and what is seen are one map.
            let tone = tone(class, classes);
            let [red, green, blue] = SHADES.get(tone).copied().unwrap_or_default();
            Color32::from_rgb(red, green, blue)
        }
        Shade::Masked | Shade::Without => colours.empty,
    }
}

/// Other axes for a place.
type Turn = fn([f32; 2]) -> [f32; 2];

/// Where a ring of lines `u = level` is inside a polygon, as pairs of `v`.
fn spans(polygon: &Polygon, turn: Turn, level: f32) -> Vec<[f32; 2]> {
    let mut at: Vec<f32> = Vec::new();
    for ring in std::iter::once(&polygon.outline).chain(&polygon.holes) {
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let ([u0, v0], [u1, v1]) = (turn(*a), turn(*b));
            if (u0 > level) != (u1 > level) {
                at.push(v0 + (level - u0) / (u1 - u0) * (v1 - v0));
            }
        }
    }
    at.sort_by(f32::total_cmp);
    at.chunks_exact(2).filter_map(|pair| <[f32; 2]>::try_from(pair).ok()).collect()
}

/// Diagonals on what is masked, dots on what has no value.
fn marks(
    polygon: &Polygon,
    shade: Shade,
    view: View,
    colours: MapColours,
    add: &mut dyn FnMut(Shape),
) {
    let (turn, back, step): (Turn, Turn, f32) = match shade {
        Shade::Class(_) => return,
        Shade::Masked => {
            (|[x, y]| [x + y, x - y], |[u, v]| [f32::midpoint(u, v), (u - v) / 2.0], 9.0)
        }
        Shade::Without => (|[x, y]| [y, x], |[u, v]| [v, u], 9.0),
    };
    let step = step / view.scale;
    let levels = polygon.outline.iter().map(|point| turn(*point)[0]);
    let (low, high) = levels.fold((f32::MAX, f32::MIN), |(low, high), u| (low.min(u), high.max(u)));
    // A line more than once a pixel says nothing: small shapes only get a few.
    let mut level = (low / step).ceil() * step;
    while level < high {
        for [from, to] in spans(polygon, turn, level) {
            if shade == Shade::Masked {
                let line = [view.screen(back([level, from])), view.screen(back([level, to]))];
                add(Shape::line_segment(line, Stroke::new(1.0, colours.quiet)));
                continue;
            }
            let mut dot = (from / step).ceil() * step;
            while dot < to {
                add(Shape::circle_filled(view.screen(back([level, dot])), 1.0, colours.quiet));
                dot += step;
            }
        }
        level += step;
    }
}

/// A piece of the legend, filled as the map is.
pub fn swatch(ui: &mut Ui, shade: Shade, classes: usize) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(26.0, 16.0), Sense::hover());
    let colours = map_colours(ui);
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, fill(shade, classes, colours));
    let [width, height] = [rect.width(), rect.height()];
    let polygon = Polygon {
        outline: vec![[0.0, 0.0], [width, 0.0], [width, height], [0.0, height]],
        holes: Vec::new(),
    };
    let view = View { rect, scale: 1.0, middle: Pos2::new(width / 2.0, height / 2.0) };
    marks(&polygon, shade, view, colours, &mut |shape| {
        painter.add(shape);
    });
    painter.rect_stroke(rect, 0.0, Stroke::new(0.8, colours.quiet), egui::StrokeKind::Inside);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(points: &[[f32; 2]]) -> f32 {
        let next = points.iter().cycle().skip(1);
        points.iter().zip(next).map(|(a, b)| a[0] * b[1] - b[0] * a[1]).sum::<f32>().abs() / 2.0
    }

    fn drawn(polygons: Vec<Polygon>) -> Drawn {
        Drawn {
            territory: "dep:15".parse().unwrap(),
            label: String::new(),
            polygons,
            bounds: [0.0; 4],
            anchor: [0.0; 2],
            room: 0.0,
            communes: 0,
            missing: Vec::new(),
        }
    }

    fn square(x: f32, y: f32, side: f32) -> Vec<[f32; 2]> {
        vec![[x, y], [x + side, y], [x + side, y + side], [x, y + side]]
    }

    /// The triangles cover the shape and no more: holes are left out, islands are in.
    #[test]
    fn triangles_have_the_area_of_the_shape() {
        let with_hole =
            Polygon { outline: square(0.0, 0.0, 30.0), holes: vec![square(10.0, 10.0, 5.0)] };
        let island = Polygon { outline: square(50.0, 0.0, 4.0), holes: Vec::new() };
        let made = triangles(&drawn(vec![with_hole, island]));
        let covered: f32 = made
            .indices
            .chunks_exact(3)
            .map(|corner| {
                let points: Vec<[f32; 2]> =
                    corner.iter().map(|index| made.vertices[*index as usize]).collect();
                area(&points)
            })
            .sum();
        assert!((covered - (30.0 * 30.0 - 5.0 * 5.0 + 4.0 * 4.0)).abs() < 1e-3, "{covered}");
    }

    /// Hatches stay out of holes.
    #[test]
    fn spans_leave_holes_out() {
        let polygon =
            Polygon { outline: square(0.0, 0.0, 30.0), holes: vec![square(10.0, 10.0, 5.0)] };
        assert_eq!(spans(&polygon, |[x, y]| [y, x], 12.0), [[0.0, 10.0], [15.0, 30.0]]);
        assert_eq!(spans(&polygon, |[x, y]| [y, x], 5.0), [[0.0, 30.0]]);
        assert_eq!(spans(&polygon, |[x, y]| [y, x], 31.0), Vec::<[f32; 2]>::new());
    }
}
