//! The shares of the loaded years, small: a point and its interval a year, a line where the
//! nomenclature changes, nothing joined over it. The table beside says the same.

use crate::analysis::results::Occupation;
use crate::analysis::series::{Reading, Subject, Track};
use crate::format;
use crate::model::FapLevel;
use crate::report::build::Context;
use crate::report::document::whole;
use crate::ui::theme::palette;
use crate::ui::widgets::weak;
use egui::{Align2, Rect, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

const HIGH: f32 = 96.0;
/// Room of the shares at the left, and of the years below.
const LEFT: f32 = 44.0;
const BELOW: f32 = 18.0;

/// The series of what the occupation is part of, where it has years that the occupation has not:
/// its group first, else its family.
pub fn around<'a>(context: &Context<'a>, occupation: &Occupation) -> Option<&'a Track> {
    let series = &context.results.series;
    let own = series.occupations.get(&occupation.code).map_or(1, Vec::len);
    let longer = |track: &&Track| track.readings.len() > own;
    let group = occupation.code.ancestor(FapLevel::Group);
    let of_group = |track: &&Track| match &track.subject {
        Subject::Group(code) => Some(*code) == group,
        Subject::Family(_) => false,
    };
    let family = occupation.family.as_ref().map(|(letter, _)| letter);
    let of_family = |track: &&Track| match &track.subject {
        Subject::Family(letter) => Some(letter) == family,
        Subject::Group(_) => false,
    };
    let tracks = || series.tracks.iter().filter(longer);
    tracks().find(of_group).or_else(|| tracks().find(of_family))
}

/// Where the years of a series fall, and the years before which the nomenclature changes.
fn places(readings: &[Reading], (left, right): (f32, f32)) -> (Vec<f32>, Vec<usize>) {
    let first = readings.first().map_or(0.0, |one| f32::from(one.year));
    let last = readings.last().map_or(1.0, |one| f32::from(one.year));
    let span = (last - first).max(1.0);
    let at = |one: &Reading| left + (right - left) * (f32::from(one.year) - first) / span;
    let changes = readings.windows(2).enumerate().filter_map(|(place, pair)| match pair {
        [before, after] if before.fap_version != after.fap_version => Some(place + 1),
        _ => None,
    });
    (readings.iter().map(at).collect(), changes.collect())
}

/// Draws a series and writes its table; `id` tells it from others of the page.
pub fn series_ui(ui: &mut Ui, context: &Context<'_>, id: &str, label: &str, readings: &[Reading]) {
    let catalog = context.catalog;
    let size = vec2(ui.available_width().min(420.0), HIGH);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said: Vec<String> = readings
        .iter()
        .map(|one| format!("{} {}", one.year, whole(&context.before(one), catalog)))
        .collect();
    let spoken = format!("{label} {}", said.join(", "));
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, &spoken));
    draw(ui, context, rect, readings);
    table(ui, context, id, readings);
}

fn draw(ui: &Ui, context: &Context<'_>, rect: Rect, readings: &[Reading]) {
    let colours = palette(ui);
    let painter = ui.painter_at(rect);
    let font = egui::TextStyle::Small.resolve(ui.style());
    let (top, bottom) = (rect.top() + 8.0, rect.bottom() - BELOW);
    let (left, right) = (rect.left() + LEFT, rect.right() - 24.0);
    let height = |share: f64| bottom - (bottom - top) * share.clamp(0.0, 1.0) as f32;
    let language = context.catalog.language();
    for share in [0.0, 0.5, 1.0] {
        let stroke = Stroke::new(1.0, colours.quiet.gamma_multiply(0.3));
        painter.hline(left..=rect.right(), height(share), stroke);
        let text = format::percent(share, 0, language);
        let at = pos2(left - 6.0, height(share));
        painter.text(at, Align2::RIGHT_CENTER, text, font.clone(), colours.quiet);
    }
    let (places, changes) = places(readings, (left + 18.0, right));
    let points: Vec<_> =
        places.iter().zip(readings).map(|(x, one)| pos2(*x, height(one.posterior.mean))).collect();
    for (place, pair) in points.windows(2).enumerate() {
        let [from, to] = pair else { continue };
        if changes.contains(&(place + 1)) {
            let middle = f32::midpoint(from.x, to.x);
            let mut y = top;
            while y < bottom {
                let dash = [pos2(middle, y), pos2(middle, (y + 4.0).min(bottom))];
                painter.line_segment(dash, Stroke::new(1.0, colours.quiet));
                y += 8.0;
            }
        } else {
            painter.line_segment([*from, *to], Stroke::new(1.5, colours.accent));
        }
    }
    for ((point, x), one) in points.iter().zip(&places).zip(readings) {
        let ends = height(one.posterior.high)..=height(one.posterior.low);
        painter.vline(*x, ends, Stroke::new(3.0, colours.accent.gamma_multiply(0.5)));
        painter.circle_filled(*point, 4.0, colours.flagged);
        let year = one.year.to_string();
        let at = pos2(*x, rect.bottom());
        painter.text(at, Align2::CENTER_BOTTOM, year, font.clone(), colours.quiet);
    }
}

fn table(ui: &mut Ui, context: &Context<'_>, id: &str, readings: &[Reading]) {
    let catalog = context.catalog;
    let (_, changes) = places(readings, (0.0, 1.0));
    let grid = egui::Grid::new(id).num_columns(4).spacing([14.0, 4.0]).striped(true);
    grid.show(ui, |ui| {
        for title in ["cover-year", "column-projects-shown", "sheet-series-share", "column-status"]
        {
            ui.label(RichText::new(catalog.text(title)).color(palette(ui).quiet));
        }
        ui.end_row();
        for (place, one) in readings.iter().enumerate() {
            if changes.contains(&place) {
                let edition = one.fap_version.year().to_string();
                let args = [("edition", (&edition).into())];
                ui.label("—");
                weak(ui, &catalog.with("sheet-series-break", &args));
                ui.end_row();
            }
            ui.label(one.year.to_string());
            let projects = context.count("projects", &one.tally.projects);
            ui.label(whole(&projects, catalog));
            ui.label(format::prose(&whole(&context.before(one), catalog)));
            ui.label(catalog.text(&format!("status-{}", one.status.word(one.grade))));
            ui.end_row();
        }
    });
}
