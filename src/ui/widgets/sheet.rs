//! The sheet of one occupation: figures, benchmarks, causes, trend, supply, what employers say.

use crate::analysis::results::Occupation;
use crate::analysis::series::Subject;
use crate::format;
use crate::indicators::anchor::Cause;
use crate::indicators::pressure::Status;
use crate::matching::supply::Ring;
use crate::report::build::{Comparison, Context, readings as shown};
use crate::report::document::whole;
use crate::report::provenance::Asked;
use crate::secrecy::Published;
use crate::ui::command::{Begun, Command, Step};
use crate::ui::screens::action::begin_ui;
use crate::ui::theme::{Palette, palette};
use crate::ui::widgets::{prose, section, weak, years};
use crate::words::survey::stated_cause;
use crate::words::together;
use egui::{Align, Layout, Rect, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Draws the sheet and collects what was asked.
pub fn show(
    ui: &mut Ui,
    context: &Context<'_>,
    occupation: &Occupation,
    commands: &mut Vec<Command>,
) {
    let catalog = context.catalog;
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        if ui.button(catalog.text("sheet-close")).clicked() {
            commands.push(Command::CloseSheet);
        }
        ui.with_layout(Layout::top_down(Align::Min), |ui| {
            ui.label(RichText::new(&occupation.label).size(18.0).strong());
        });
    });
    let family = occupation.family.as_ref().map(|(_, name)| name.as_str()).unwrap_or_default();
    let dot = if family.is_empty() { "" } else { " · " };
    weak(ui, &format!("{}{dot}{family}", occupation.code));
    status(ui, context, occupation);
    let portrait = context.portrait(occupation);
    prose(ui, &portrait);
    if ui.button(catalog.text("sheet-copy")).clicked() {
        let text = format!("{}\n{portrait}", occupation.label);
        commands.push(match context.view(occupation) {
            Some(_) => Command::CopySurvey(text),
            None => Command::Copy(text),
        });
    }
    begin_ui(ui, catalog, Begun::Occupation(occupation.code), commands);
    section(ui, &catalog.text("column-reason"));
    prose(ui, &context.reason(occupation));
    let lever = context.lever(occupation);
    prose(ui, &catalog.with("sheet-lever", &[("lever", (&lever).into())]));
    let contradictions = context.contradictions(occupation);
    if !contradictions.is_empty() {
        prose(ui, &contradictions);
    }
    let group = context.group_reading(occupation);
    if !group.is_empty() {
        prose(ui, &group);
    }
    if let Some(listed) = &occupation.regulatory {
        prose(ui, &context.regulatory(listed));
    }
    figures(ui, context, occupation, commands);
    class(ui, context, occupation, commands);
    benchmarks(ui, context, occupation, commands);
    causes(ui, context, occupation, commands);
    readings(ui, context, occupation, commands);
    trend(ui, context, occupation);
    supply(ui, context, occupation, commands);
    survey(ui, context, occupation, commands);
}

fn status(ui: &mut Ui, context: &Context<'_>, occupation: &Occupation) {
    let catalog = context.catalog;
    let pressure = &occupation.pressure;
    let colours = palette(ui);
    let colour = match pressure.status {
        Status::Flagged if pressure.presumed() => colours.presumed,
        Status::Flagged => colours.flagged,
        Status::ToCheck => colours.check,
        Status::NotFlagged | Status::NoProject | Status::Unread => colours.quiet,
    };
    let word = catalog.text(&format!("status-{}", pressure.status_word()));
    let grade = pressure.grade.to_string();
    let key = format!("grade-{}", grade.to_lowercase());
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(word).strong().color(colour));
        if pressure.posterior.is_some() {
            let text = catalog.with("sheet-grade", &[("grade", (&grade).into())]);
            ui.label(text).on_hover_text(catalog.text(&key));
        }
        if let Some(class) = pressure.class {
            let (class, sure) = (class.to_string(), pressure.confidence.to_string());
            let args = [("class", (&class).into()), ("grade", (&sure).into())];
            let help = format::prose(&context.class_help());
            ui.label(catalog.with("sheet-class", &args)).on_hover_text(help);
        }
    });
    if let Some(anchor) = &occupation.anchor {
        weak(ui, &context.anchor_line(anchor));
    }
}

/// The question where a figure of an occupation comes from, under its name in the document.
fn asked(context: &Context<'_>, figure: Published, occupation: &Occupation) -> Asked {
    Asked::of_occupation(context, figure, occupation.code)
}

/// A figure as a link: a click tells where it comes from.
fn figure(
    ui: &mut Ui,
    context: &Context<'_>,
    label: &str,
    (published, asked): (Published, Asked),
    commands: &mut Vec<Command>,
) {
    ui.label(RichText::new(format::prose(label)).color(palette(ui).quiet));
    let text = match published.hidden() {
        Some(hidden) => context.catalog.text(&format!("hidden-{}", hidden.id())),
        None => whole(&published, context.catalog),
    };
    let mut told = context.catalog.text("provenance-title");
    if published.is_below_bounds() {
        told = format!("{}\n{told}", context.catalog.text("figure-published-why"));
    }
    let link = ui.link(format::prose(&text)).on_hover_text(told);
    let name = format!("{label} {text}");
    link.widget_info(|| WidgetInfo::labeled(egui::Role::Link, true, &name));
    if link.clicked() {
        commands.push(Command::Explain(Box::new(asked)));
    }
    ui.end_row();
}

fn figures(
    ui: &mut Ui,
    context: &Context<'_>,
    occupation: &Occupation,
    commands: &mut Vec<Command>,
) {
    let tally = &occupation.benchmarks.territory;
    let name = |id: &str| context.catalog.text(&format!("indicator-{id}-name"));
    section(ui, &context.catalog.text("sheet-figures"));
    egui::Grid::new("sheet-figures")
        .max_col_width(ui.available_width() * 0.55)
        .num_columns(2)
        .spacing([12.0, 4.0])
        .show(ui, |ui| {
            let mut row = |ui: &mut Ui, published: Published| {
                let label = name(published.indicator());
                let asked = asked(context, published, occupation);
                figure(ui, context, &label, (published, asked), commands);
            };
            if context.results.bmo.is_some() {
                row(ui, context.count("projects", &tally.projects));
                row(ui, context.count("difficult-projects", &tally.difficult));
                row(ui, context.count("seasonal-projects", &tally.seasonal));
                row(ui, context.share(context.results.territory.territory, tally));
                row(ui, context.posterior(&occupation.pressure, &tally.projects));
                row(ui, context.probability(&occupation.pressure, &tally.projects));
                row(ui, context.rank(occupation));
            }
            if occupation.anchor.is_some() {
                row(ui, context.anchor_class(occupation));
            }
            if context.results.registrations.is_some() {
                row(ui, context.offers_per_seeker(&occupation.pressure));
            }
            if context.results.exits.is_some() {
                row(ui, context.exit_rate(&occupation.pressure));
            }
            if let Some(offers) = &occupation.local_offers {
                row(ui, context.publish(&offers.posts));
            }
            if occupation.seekers.is_some() {
                row(ui, context.seekers(occupation));
            }
        });
    let effective = context.effective_words(occupation);
    weak(ui, &effective);
}

/// How the class is made: D, R and E with their weights, the score, the reference set.
fn class(ui: &mut Ui, context: &Context<'_>, occupation: &Occupation, commands: &mut Vec<Command>) {
    let catalog = context.catalog;
    section(ui, &catalog.text("sheet-class-made"));
    if occupation.pressure.class.is_none() {
        prose(ui, &catalog.text("class-none"));
        weak(ui, &context.reference_words());
        return;
    }
    egui::Grid::new("sheet-class")
        .max_col_width(ui.available_width() * 0.55)
        .num_columns(2)
        .spacing([12.0, 4.0])
        .show(ui, |ui| {
            for (name, said) in context.class_parts(occupation) {
                ui.label(RichText::new(format::prose(&name)).color(palette(ui).quiet));
                ui.label(format::prose(&said));
                ui.end_row();
            }
            let score = context.score(occupation);
            let label = catalog.text("indicator-pressure-score-name");
            let asked = asked(context, score, occupation);
            figure(ui, context, &label, (score, asked), commands);
            ui.label(RichText::new(catalog.text("column-class-grade")).color(palette(ui).quiet));
            ui.label(occupation.pressure.confidence.to_string());
            ui.end_row();
        });
    weak(ui, &context.class_help());
}

/// Shares around, each with its interval, on one axis from 0 to 100 %.
fn benchmarks(
    ui: &mut Ui,
    context: &Context<'_>,
    occupation: &Occupation,
    commands: &mut Vec<Command>,
) {
    let catalog = context.catalog;
    // Shares of projects: without a survey of them there are none to set side by side.
    let Some(cut) = context.results.cut.filter(|_| context.results.bmo.is_some()) else { return };
    section(ui, &catalog.text("sheet-benchmarks"));
    let tally = &occupation.benchmarks.territory;
    let mut lines = vec![(
        catalog.text("sheet-here"),
        context.posterior(&occupation.pressure, &tally.projects),
    )];
    for comparison in Comparison::ALL {
        let share =
            context.share(context.compared(comparison), comparison.of(&occupation.benchmarks));
        lines.push((catalog.text(&format!("place-{}", comparison.id())), share));
    }
    let colours = palette(ui);
    for (label, published) in lines {
        let text = whole(&published, catalog);
        let (rect, response) =
            ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::click());
        let name = format!("{label} {text}");
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        interval(ui, rect, &label, &text, &published, cut, colours);
        if response.on_hover_text(catalog.text("provenance-title")).clicked() {
            let asked = asked(context, published, occupation);
            commands.push(Command::Explain(Box::new(asked)));
        }
    }
    weak(ui, &catalog.with("sheet-cut", &[("cut", (&context.cut_words()).into())]));
}

fn interval(
    ui: &Ui,
    rect: Rect,
    label: &str,
    text: &str,
    published: &Published,
    cut: f64,
    colours: Palette,
) {
    let font = egui::TextStyle::Small.resolve(ui.style());
    let ink = ui.visuals().text_color();
    let painter = ui.painter_at(rect);
    let middle = rect.center().y;
    painter.text(pos2(rect.left(), middle), egui::Align2::LEFT_CENTER, label, font.clone(), ink);
    painter.text(pos2(rect.right(), middle), egui::Align2::RIGHT_CENTER, text, font, ink);
    let (left, right) = (rect.left() + 92.0, rect.right() - 104.0);
    if right - left < 40.0 {
        return;
    }
    let at = |share: f64| left + (right - left) * share.clamp(0.0, 1.0) as f32;
    painter.hline(left..=right, middle, Stroke::new(1.0, colours.quiet.gamma_multiply(0.4)));
    let line = [pos2(at(cut), rect.top() + 2.0), pos2(at(cut), rect.bottom() - 2.0)];
    painter.line_segment(line, Stroke::new(1.0, colours.accent));
    if let Some((low, high)) = published.bounds() {
        painter.hline(
            at(low)..=at(high),
            middle,
            Stroke::new(4.0, colours.accent.gamma_multiply(0.6)),
        );
    }
    if let Some(point) = published.point() {
        painter.circle_filled(pos2(at(point), middle), 4.5, colours.flagged);
    }
}

fn causes(
    ui: &mut Ui,
    context: &Context<'_>,
    occupation: &Occupation,
    commands: &mut Vec<Command>,
) {
    let catalog = context.catalog;
    section(ui, &catalog.text("table-causes"));
    let Some(anchor) = occupation.anchor.filter(|anchor| !anchor.causes.is_empty()) else {
        weak(ui, &catalog.text("reason-no-cause"));
        return;
    };
    let colours = palette(ui);
    egui::Grid::new("sheet-causes")
        .max_col_width(ui.available_width() * 0.55)
        .num_columns(2)
        .spacing([12.0, 4.0])
        .show(ui, |ui| {
            for cause in Cause::ALL {
                let class = anchor.causes.get(cause);
                let name = context.cause_words(&anchor, cause);
                ui.label(&name);
                let word = class.map_or_else(|| "—".to_owned(), |class| format!("{class}/5"));
                let (rect, response) = ui.allocate_exact_size(vec2(120.0, 18.0), Sense::click());
                let spoken = format!("{name} {word}");
                response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &spoken));
                for step in 0..5_u8 {
                    let corner = pos2(rect.left() + f32::from(step) * 16.0, rect.center().y - 5.0);
                    let square = Rect::from_min_size(corner, vec2(12.0, 10.0));
                    let reached = class.is_some_and(|class| step < class);
                    let colour = match class {
                        Some(4..=5) => colours.flagged,
                        _ => colours.check,
                    };
                    let fill = if reached { colour } else { colours.quiet.gamma_multiply(0.25) };
                    ui.painter().rect_filled(square, 1.0, fill);
                }
                let font = egui::TextStyle::Small.resolve(ui.style());
                let at = pos2(rect.left() + 84.0, rect.center().y);
                ui.painter().text(
                    at,
                    egui::Align2::LEFT_CENTER,
                    &word,
                    font,
                    ui.visuals().text_color(),
                );
                if response.on_hover_text(catalog.text("provenance-title")).clicked() {
                    let asked = Asked::of_cause(context.cause(class), occupation.code, cause);
                    commands.push(Command::Explain(Box::new(asked)));
                }
                ui.end_row();
            }
        });
    let told = context.constants_told(&anchor);
    if !told.is_empty() {
        weak(ui, &told);
    }
}

/// What other official files say, each with its class and the causes that aggravate.
fn readings(
    ui: &mut Ui,
    context: &Context<'_>,
    occupation: &Occupation,
    commands: &mut Vec<Command>,
) {
    if occupation.other_readings.is_empty() {
        return;
    }
    let catalog = context.catalog;
    section(ui, &catalog.text("sheet-readings"));
    weak(ui, &catalog.text("sheet-readings-about"));
    for one in &occupation.other_readings {
        prose(ui, &context.reading_words(one));
        ui.horizontal_wrapped(|ui| {
            let class = one.class().to_string();
            let text = catalog.with("sheet-reading-class", &[("class", (&class).into())]);
            let link = ui.link(&text).on_hover_text(catalog.text("provenance-title"));
            if link.clicked() {
                let key = shown::key(occupation, one);
                let asked =
                    Asked::of(context.reading_class(one), Some(occupation.code), Some(one.place()));
                commands.push(Command::Explain(Box::new(asked.named(
                    shown::ID,
                    key,
                    shown::CLASS,
                ))));
            }
            let causes: Vec<String> = one
                .causes()
                .aggravating()
                .map(|(cause, class)| {
                    format!("{} {class}", catalog.text(&format!("cause-{}", cause.id())))
                })
                .collect();
            let said = if one.causes().is_empty() {
                catalog.text("reason-no-cause")
            } else if causes.is_empty() {
                catalog.text("portrait-causes-none")
            } else {
                let list = causes.join(&catalog.text("list-separator"));
                catalog.with("portrait-causes", &[("list", (&list).into())])
            };
            weak(ui, &said);
        });
    }
}

fn trend(ui: &mut Ui, context: &Context<'_>, occupation: &Occupation) {
    let catalog = context.catalog;
    section(ui, &catalog.text("sheet-trend"));
    if context.results.bmo.is_none() {
        weak(ui, &catalog.text("unsurveyed-evolution"));
        return;
    }
    let word = catalog.text(&format!("trend-{}", occupation.change.trend.id()));
    prose(ui, &catalog.with("sheet-trend-word", &[("trend", (&word).into())]));
    for one in &context.results.series.borders {
        weak(ui, &together::borders(one, catalog));
    }
    let own = context.results.series.occupations.get(&occupation.code);
    match own {
        Some(readings) => {
            years::series_ui(ui, context, "sheet-trend", &occupation.label, readings);
        }
        None => {
            weak(ui, &catalog.text("sheet-no-trend"));
        }
    }
    if let Some(track) = years::around(context, occupation) {
        let level = match track.subject {
            Subject::Group(_) => "group",
            Subject::Family(_) => "family",
        };
        let key = format!("sheet-series-{level}");
        weak(ui, &catalog.with(&key, &[("label", (&track.label).into())]));
        years::series_ui(ui, context, "sheet-trend-around", &track.label, &track.readings);
    }
    weak(ui, &catalog.text("sheet-series-about"));
}

fn supply(
    ui: &mut Ui,
    context: &Context<'_>,
    occupation: &Occupation,
    commands: &mut Vec<Command>,
) {
    let catalog = context.catalog;
    let supply = &occupation.supply;
    section(ui, &catalog.text("table-training"));
    if !supply.offers_known && !supply.certifications_known {
        weak(ui, &catalog.text("supply-not-loaded"));
        return;
    }
    let count = |count: usize, known: bool| {
        if known { count.to_string() } else { catalog.text("supply-not-loaded") }
    };
    egui::Grid::new("sheet-supply")
        .max_col_width(ui.available_width() * 0.55)
        .num_columns(2)
        .spacing([12.0, 4.0])
        .show(ui, |ui| {
            ui.label(catalog.text("sheet-certifications"));
            ui.label(count(supply.certifications.len(), supply.certifications_known));
            ui.end_row();
            for ring in Ring::ALL {
                ui.label(catalog.with(
                    "sheet-offers",
                    &[("ring", (&catalog.text(&format!("ring-{}", ring.id()))).into())],
                ));
                ui.label(count(supply.count(ring), supply.offers_known));
                ui.end_row();
            }
        });
    if ui.button(catalog.text("sheet-see-training")).clicked() {
        commands.push(Command::Go(Step::Training));
    }
}

fn survey(
    ui: &mut Ui,
    context: &Context<'_>,
    occupation: &Occupation,
    commands: &mut Vec<Command>,
) {
    let Some(survey) = context.view(occupation) else { return };
    let catalog = context.catalog;
    section(ui, &catalog.text("sheet-survey"));
    let name = |id: &str| catalog.text(&format!("indicator-{id}-name"));
    egui::Grid::new("sheet-survey")
        .max_col_width(ui.available_width() * 0.55)
        .num_columns(2)
        .spacing([12.0, 4.0])
        .show(ui, |ui| {
            for published in [survey.projects, survey.difficult, survey.training_need] {
                let label = name(published.indicator());
                let asked = asked(context, published, occupation);
                figure(ui, context, &label, (published, asked), commands);
            }
            for cited in context.told_causes(occupation) {
                let cause = stated_cause(&cited.cause, catalog);
                let key = format!("{}/{}", occupation.code.code(), cited.cause);
                let asked = Asked::of(cited.weighted, Some(occupation.code), None);
                let asked = asked.named("causes_citees", key, "share-point");
                figure(ui, context, &cause, (cited.weighted, asked), commands);
            }
        });
    let stated = context.stated(occupation).iter();
    let hidden = stated.filter(|cited| cited.weighted.hidden().is_some()).count();
    if hidden > 0 {
        let count = u32::try_from(hidden).unwrap_or(u32::MAX);
        weak(ui, &catalog.with("sheet-causes-hidden", &[("count", count.into())]));
    }
}
