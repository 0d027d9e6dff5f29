//! Pressure × volume: how many projects, and how likely to be difficult.

use crate::analysis::results::Occupation;
use crate::format;
use crate::i18n::Catalog;
use crate::indicators::pressure::Status;
use crate::model::Fap;
use crate::report::build::{Context, quadrant};
use crate::ui::theme::palette;
use egui::{Color32, Ui, WidgetInfo};
use egui_plot::{HLine, HoverPosition, MarkerShape, Plot, PlotPoints, Points, VLine};

/// One mark for each kind of sign: shape and colour together; its name begins with the shape.
const KINDS: [(&str, MarkerShape, bool, char); 4] = [
    ("plot-evidence", MarkerShape::Circle, true, '●'),
    ("plot-presumed", MarkerShape::Diamond, false, '◇'),
    ("plot-check", MarkerShape::Square, false, '□'),
    ("plot-quiet", MarkerShape::Cross, true, '×'),
];

fn name(key: &str, mark: char, catalog: &Catalog) -> String {
    format!("{mark} {}", catalog.text(key))
}

/// Height below which nothing can be read: the screen scrolls instead.
const LEAST: f32 = 280.0;
/// Room that the name of the axis takes beyond the height of a plot.
const AXIS: f32 = 14.0;

/// Part of the axis, at its end, in which no label fits.
const EDGE: f64 = 0.025;

/// Whether a mark of the logarithmic axis has its number: it is whole, and not at the very edge,
/// where half of it would be cut.
fn is_told(mark: f64, range: &std::ops::RangeInclusive<f64>) -> bool {
    let value = 10_f64.powf(mark);
    let edge = (range.end() - range.start()) * EDGE;
    (value - value.round()).abs() < 1e-6 && mark <= range.end() - edge
}

fn kind(occupation: &Occupation) -> usize {
    let pressure = &occupation.pressure;
    if pressure.evidence() {
        0
    } else if pressure.presumed() {
        1
    } else if pressure.status == Status::ToCheck {
        2
    } else {
        3
    }
}

/// Projects on the logarithmic axis, and the share; `None` where the projects are masked.
fn place(occupation: &Occupation) -> Option<[f64; 2]> {
    Some([quadrant::volume(occupation)?.log10(), occupation.pressure.mean()?])
}

/// A ring around the occupation looked at.
fn ring(plot: &mut egui_plot::PlotUi<'_>, found: &Occupation) {
    let at: Vec<[f64; 2]> = place(found).into_iter().collect();
    let dark = plot.ctx().global_style().visuals.dark_mode;
    plot.points(
        Points::new("", PlotPoints::from(at))
            .shape(MarkerShape::Circle)
            .filled(false)
            .radius(9.0)
            .color(if dark { Color32::WHITE } else { Color32::BLACK })
            .allow_hover(false),
    );
}

/// Marks of a logarithmic paper: 1, 2, 5, 10, 20, 50…
#[allow(clippy::needless_pass_by_value, reason = "the signature that the plot asks for")]
fn decades(input: egui_plot::GridInput) -> Vec<egui_plot::GridMark> {
    let decades = input.bounds.0.floor() as i32..=input.bounds.1.ceil() as i32;
    let steps = |decade: i32| {
        [(1.0_f64, 1.0), (2.0, 0.3), (5.0, 0.3)].map(|(step, step_size)| egui_plot::GridMark {
            value: f64::from(decade) + step.log10(),
            step_size,
        })
    };
    decades.flat_map(steps).collect()
}

/// Name of each kind of sign, and what each of its marks says.
fn named(sets: &[Vec<&Occupation>; 4], catalog: &Catalog) -> Vec<(String, Vec<String>)> {
    let language = catalog.language();
    KINDS
        .iter()
        .zip(sets)
        .map(|((key, .., mark), set)| {
            let texts = set.iter().map(|occupation| {
                let projects = &occupation.benchmarks.territory.projects;
                let number = format::integer(projects.value, language);
                let share = occupation.pressure.mean().unwrap_or_default();
                let share = format::percent(share, 0, language);
                format!("{}\n{number} · {share}", occupation.label)
            });
            (name(key, *mark, catalog), texts.collect())
        })
        .collect()
}

/// Draws the quadrant; a click chooses the nearest occupation. `summary`: the same in words, said
/// by screen readers.
pub fn quadrant(
    ui: &mut Ui,
    context: &Context<'_>,
    summary: &str,
    selected: Option<Fap>,
    keep: &dyn Fn(&Occupation) -> bool,
) -> Option<(Fap, bool)> {
    let Context { results, catalog, .. } = *context;
    let language = catalog.language();
    let colours = palette(ui);
    let colour = |kind: usize| match kind {
        0 => colours.flagged,
        1 => colours.presumed,
        2 => colours.check,
        _ => colours.quiet,
    };
    let mut sets: [Vec<&Occupation>; 4] = Default::default();
    let drawn = |one: &&Occupation| keep(one) && place(one).is_some();
    for occupation in results.occupations.iter().filter(drawn) {
        if let Some(set) = sets.get_mut(kind(occupation)) {
            set.push(occupation);
        }
    }
    // Above, where it covers no point; each mark in words as well as in colour.
    ui.horizontal_wrapped(|ui| {
        for (place, (key, .., mark)) in KINDS.iter().enumerate() {
            let text = egui::RichText::new(name(key, *mark, catalog)).color(colour(place));
            ui.label(text);
        }
        let lines = [
            ("┄", context.cut_words(), colours.accent),
            ("┆", catalog.text("plot-median"), colours.quiet),
        ];
        for (mark, words, ink) in lines {
            ui.label(egui::RichText::new(format!("{mark} {words}")).color(ink));
        }
    });
    let named = named(&sets, catalog);
    let decade = |value: f64| format::integer(10_f64.powf(value), language);
    let response = Plot::new("quadrant")
        // The name of the axis is written under it.
        .height((ui.available_height() - AXIS).max(LEAST))
        .x_axis_label(catalog.text("plot-x"))
        .y_axis_label(catalog.text("plot-y"))
        .x_axis_formatter(move |mark, range| {
            if is_told(mark.value, range) { decade(mark.value) } else { String::new() }
        })
        .x_grid_spacer(decades)
        .y_grid_spacer(egui_plot::uniform_grid_spacer(|_| [0.1, 0.2, 0.2]))
        .grid_color(colours.quiet.gamma_multiply(0.45))
        .y_axis_formatter(move |mark, _| format::percent(mark.value, 0, language))
        .label_formatter(move |position| match position {
            HoverPosition::NearDataPoint { plot_name, index, .. } => {
                let (_, texts) = named.iter().find(|(name, _)| name == plot_name)?;
                texts.get(*index).cloned()
            }
            HoverPosition::Elsewhere { .. } => None,
        })
        .include_y(0.0)
        .include_y(1.0)
        .allow_scroll(false)
        .show(ui, |plot| {
            if let Some(cut) = results.cut {
                plot.hline(
                    HLine::new(context.cut_words(), cut)
                        .color(colours.accent)
                        .style(egui_plot::LineStyle::dashed_dense()),
                );
            }
            if let Some(median) = context.median_volume() {
                plot.vline(
                    VLine::new(catalog.text("plot-median"), median.log10())
                        .color(colours.quiet)
                        .style(egui_plot::LineStyle::dashed_loose()),
                );
            }
            for (kind, set) in sets.iter().enumerate() {
                let Some((key, shape, filled, mark)) = KINDS.get(kind) else { continue };
                let points: Vec<[f64; 2]> = set.iter().filter_map(|found| place(found)).collect();
                plot.points(
                    Points::new(name(key, *mark, catalog), PlotPoints::from(points))
                        .shape(*shape)
                        .filled(*filled)
                        .radius(4.5)
                        .color(colour(kind)),
                );
            }
            let chosen = results.occupations.iter().find(|found| Some(found.code) == selected);
            if let Some(found) = chosen {
                ring(plot, found);
            }
        });
    response.response.widget_info(|| WidgetInfo::labeled(egui::Role::Image, true, summary));
    // The other button asks where the figure comes from.
    let asked = response.response.secondary_clicked();
    let clicked = asked || response.response.clicked();
    let pointer = response.response.interact_pointer_pos().filter(|_| clicked)?;
    let distance = |found: &&Occupation| {
        let [x, y] = place(found)?;
        let at = response.transform.position_from_point(&egui_plot::PlotPoint::new(x, y));
        Some((at.distance(pointer), found.code))
    };
    let near =
        results.occupations.iter().filter(|found| keep(found)).filter_map(|one| distance(&one));
    let (away, code) = near.min_by(|a, b| a.0.total_cmp(&b.0))?;
    (away < 24.0).then_some((code, asked))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_whole_and_never_at_the_edge() {
        let range = 0.6..=2.7;
        let check = |value: f64, expect| assert_eq!(is_told(value.log10(), &range), expect);
        check(200.0, true);
        check(500.0, false);
        check(0.5, false);
    }
}
