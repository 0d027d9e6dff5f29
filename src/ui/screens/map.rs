//! Part « Carte » of the diagnosis: one indicator by territory, the map and the table linked.

use crate::analysis::mapped::{MAPPABLE, MapError, Mapped, Question, is_of_one_occupation};
use crate::geo::Division;
use crate::model::{Territory, Unit};
use crate::project::Edit;
use crate::report::build::{error_sentence, rules};
use crate::report::map::{Classing, Picture, Shading};
use crate::report::provenance::Asked;
use crate::ui::command::{Command, Dialog};
use crate::ui::maps::{Placed, Shot};
use crate::ui::screens::View;
use crate::ui::session::Session;
use crate::ui::widgets::map::{Map, Wanted, swatch};
use crate::ui::widgets::{empty, field_label, prose, section, weak};
use crate::words::class_absent;
use egui::{ScrollArea, Ui};
use std::sync::Arc;

/// Passing state.
#[derive(Debug)]
pub struct Part {
    map: Map,
    indicator: &'static str,
    /// Of the occupation looked at, rather than of all.
    of_occupation: bool,
    division: Option<Division>,
    fixed: bool,
    /// Row of the table under the pointer.
    pointed: Option<usize>,
    /// Territory of the map under the pointer.
    hovered: Option<usize>,
}

impl Default for Part {
    fn default() -> Self {
        Self {
            map: Map::default(),
            indicator: "difficult-share",
            of_occupation: false,
            division: None,
            fixed: false,
            pointed: None,
            hovered: None,
        }
    }
}

/// Bounds that stay the same from one map to the next, so that two of them compare.
fn fixed(unit: Unit) -> Vec<f64> {
    match unit {
        Unit::Class => vec![2.0, 3.0, 4.0, 5.0],
        unit if unit.is_share() => vec![0.4, 0.5, 0.6, 0.7],
        _ => vec![100.0, 500.0, 1_000.0, 5_000.0],
    }
}

impl Part {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let session = view.session;
        let Some(shapes) = session.maps.shapes() else {
            if !under_way(ui, view) {
                empty(ui, &session.catalog, "map-no-shape");
            }
            return;
        };
        let Some(placed) = self.placed(shapes) else {
            return empty(ui, &session.catalog, "map-no-shape");
        };
        self.choices(ui, view, shapes, placed);
        let occupation = view.selected.filter(|_| self.of_occupation);
        let question = Question {
            indicator: self.indicator.to_owned(),
            division: placed.atlas.division.id(),
            occupation,
            year: session.project.decisions().year,
        };
        if session.maps.question() != Some(&question) {
            view.send(Command::AskMap(question));
        }
        if !self.is_answered(view, placed) {
            under_way(ui, view);
        }
        let mapped = match session.maps.values() {
            None => return,
            Some(Err(MapError::NeedsOccupation { .. })) => {
                return empty(ui, &session.catalog, "map-choose-occupation");
            }
            Some(Err(MapError::Analysis(error))) => {
                prose(ui, &error_sentence(error, &session.catalog));
                return;
            }
            Some(Err(error @ MapError::ClassAbsent { .. })) => {
                let why = session
                    .context()
                    .and_then(|context| class_absent(error, context.reference, &session.catalog));
                prose(ui, &why.unwrap_or_default());
                return;
            }
            Some(Err(_)) => return empty(ui, &session.catalog, "map-without"),
            Some(Ok(mapped)) => mapped,
        };
        // Values of the former division stay until those of this one are there.
        if mapped.division != placed.atlas.division.id() {
            return;
        }
        let Some(context) = session.context() else { return };
        let classing = self.classing(mapped);
        let picture = Picture {
            is_cited: false,
            atlas: &placed.atlas,
            mapped,
            classing: &classing,
            marked: session.project.decisions().territory,
            geography: &placed.file,
            as_of: session.today,
            rules: context.rules(),
            catalog: &session.catalog,
        };
        if let Some(why) = picture.mismatch() {
            prose(ui, &why);
            return;
        }
        let shading = picture.shading();
        let (chosen, asked) = self.drawn(ui, &picture, &shading, placed);
        if let Some(territory) = chosen {
            view.send(Command::Do(Edit::Territory(territory)));
        }
        let figure = asked.and_then(|place| shading.figures.get(place).copied().flatten());
        if let Some(figure) = figure {
            let occupation = mapped.occupation.as_ref().map(|(code, _)| *code);
            view.send(Command::Explain(Box::new(Asked::of(figure, occupation, None))));
        }
    }

    fn placed<'a>(&self, shapes: &'a [Placed]) -> Option<&'a Placed> {
        let chosen = shapes.iter().find(|placed| Some(placed.atlas.division) == self.division);
        chosen.or_else(|| shapes.first())
    }

    fn classing(&self, mapped: &Mapped) -> Classing {
        if self.fixed { Classing::Fixed(fixed(mapped.indicator.unit)) } else { Classing::Quantiles }
    }

    /// The values at hand are those asked for.
    fn is_answered(&self, view: &View<'_>, placed: &Placed) -> bool {
        let occupation = view.selected.filter(|_| self.of_occupation);
        match view.session.maps.values() {
            Some(Ok(mapped)) => {
                mapped.indicator.id == self.indicator
                    && mapped.division == placed.atlas.division.id()
                    && mapped.occupation.as_ref().map(|(code, _)| *code) == occupation
            }
            Some(Err(_)) => true,
            None => false,
        }
    }

    /// The map as it is drawn, to be written; `None` while it is made.
    pub fn shot(&self, session: &Session) -> Option<Shot> {
        let placed = self.placed(session.maps.shapes()?)?.clone();
        let Some(Ok(mapped)) = session.maps.values() else { return None };
        (mapped.division == placed.atlas.division.id()).then(|| Shot {
            classing: self.classing(mapped),
            mapped: Arc::clone(mapped),
            placed,
            marked: session.project.decisions().territory,
            as_of: session.today,
            rules: rules(session.adjusted()),
        })
    }

    fn choices(&mut self, ui: &mut Ui, view: &mut View<'_>, shapes: &[Placed], placed: &Placed) {
        ui.horizontal_wrapped(|ui| {
            let label = field_label(ui, &view.text("map-indicator"), 290.0);
            let name = |id: &str| view.text(&format!("indicator-{id}-name"));
            egui::ComboBox::from_id_salt("map-indicator")
                .selected_text(name(self.indicator))
                .width(210.0)
                .show_ui(ui, |ui| {
                    for id in MAPPABLE {
                        ui.selectable_value(&mut self.indicator, id, name(id));
                    }
                })
                .response
                .labelled_by(label.id);
            ui.add_enabled_ui(view.selected.is_some(), |ui| {
                ui.checkbox(&mut self.of_occupation, view.text("map-occupation-chosen"));
            });
            if is_of_one_occupation(self.indicator) && view.selected.is_some() {
                self.of_occupation = true;
            }
            if shapes.len() > 1 {
                let label = field_label(ui, &view.text("map-level"), 160.0);
                let division = placed.atlas.division;
                let name = |one: Division| view.text(&format!("level-{}", one.id()));
                egui::ComboBox::from_id_salt("map-level")
                    .selected_text(name(division))
                    .show_ui(ui, |ui| {
                        for other in shapes.iter().map(|placed| placed.atlas.division) {
                            ui.selectable_value(&mut self.division, Some(other), name(other));
                        }
                    })
                    .response
                    .labelled_by(label.id);
            }
            let label = field_label(ui, &view.text("map-classes"), 110.0);
            let name = |fixed: bool| view.text(if fixed { "map-fixed" } else { "map-quantiles" });
            egui::ComboBox::from_id_salt("map-classes")
                .selected_text(name(self.fixed))
                .show_ui(ui, |ui| {
                    for fixed in [false, true] {
                        ui.selectable_value(&mut self.fixed, fixed, name(fixed));
                    }
                })
                .response
                .labelled_by(label.id);
            if ui.button(view.text("map-whole")).clicked() {
                self.map.reset();
            }
            let ready = self.is_answered(view, placed);
            let save = egui::Button::new(view.text("map-save"));
            if ui.add_enabled(ready, save).clicked() {
                view.send(Command::Ask(Dialog::MapPicture));
            }
        });
    }

    /// The legend and the table beside the map; the territory that was chosen.
    fn drawn(
        &mut self,
        ui: &mut Ui,
        picture: &Picture<'_>,
        shading: &Shading,
        placed: &Placed,
    ) -> (Option<Territory>, Option<usize>) {
        let marked =
            placed.atlas.shapes.iter().position(|one| Some(one.territory) == picture.marked);
        let mut row = Row::default();
        egui::Panel::right("map-table")
            .resizable(true)
            .default_size((ui.available_width() * 0.36).clamp(240.0, 380.0))
            .size_range(220.0..=560.0)
            .show(ui, |ui| {
                section(ui, &picture.title());
                weak(ui, &picture.subtitle());
                for (shade, words) in picture.legend(shading) {
                    ui.horizontal(|ui| {
                        swatch(ui, shade, shading.classes.len());
                        ui.add(egui::Label::new(crate::format::prose(&words)).wrap());
                    });
                }
                ui.separator();
                let seen = (marked, self.hovered);
                row = table(ui, picture, shading, seen);
            });
        let summary = picture.summary(shading);
        let told =
            |place: usize| format!("{}\n{}", picture.name(place), picture.told(shading, place));
        let name = |place: usize| picture.name(place);
        let wanted = Wanted {
            atlas: &placed.atlas,
            shading,
            marked,
            pointed: self.pointed,
            summary: &summary,
            told: &told,
            name: &name,
        };
        egui::Panel::bottom("map-notes").show(ui, |ui| {
            weak(ui, &picture.catalog.text("map-how"));
            ScrollArea::vertical().max_height(64.0).show(ui, |ui| {
                for note in picture.notes(shading) {
                    weak(ui, &note);
                }
            });
        });
        let events = egui::CentralPanel::default()
            .frame(egui::Frame::NONE)
            .show(ui, |ui| self.map.show(ui, &wanted))
            .inner;
        self.pointed = row.pointed;
        self.hovered = events.hovered;
        let shape = |place: usize| placed.atlas.shapes.get(place);
        let chosen = row.chosen.or(events.clicked).and_then(shape);
        (chosen.map(|shape| shape.territory), row.asked.or(events.asked))
    }
}

/// What is under way can be given up, and begun again; false when nothing is.
fn under_way(ui: &mut Ui, view: &mut View<'_>) -> bool {
    let maps = &view.session.maps;
    let (key, button, command) = if maps.is_running() {
        ("map-working", "window-cancel", Command::StopMap)
    } else if maps.is_stopped() {
        ("map-stopped", "map-resume", Command::ResumeMap)
    } else {
        return false;
    };
    ui.horizontal(|ui| {
        prose(ui, &view.text(key));
        if ui.button(view.text(button)).clicked() {
            view.send(command);
        }
    });
    true
}

/// What happened in the rows: which was chosen, pointed at, asked where it comes from.
#[derive(Clone, Copy, Debug, Default)]
struct Row {
    chosen: Option<usize>,
    pointed: Option<usize>,
    asked: Option<usize>,
}

/// The same in rows, the highest first. The row of the territory under the pointer is marked, and brought into sight.
fn table(
    ui: &mut Ui,
    picture: &Picture<'_>,
    shading: &Shading,
    (marked, hovered): (Option<usize>, Option<usize>),
) -> Row {
    let point = |place: usize| {
        shading.figures.get(place).copied().flatten().and_then(|figure| figure.point())
    };
    let mut order: Vec<usize> = (0..picture.atlas.shapes.len()).collect();
    order.sort_by(|a, b| {
        let [a_value, b_value] = [*a, *b].map(|place| point(place).unwrap_or(f64::NEG_INFINITY));
        b_value.total_cmp(&a_value).then(a.cmp(b))
    });
    let mut seen = Row::default();
    let height = ui.spacing().interact_size.y;
    let mut area = ScrollArea::vertical().auto_shrink(false);
    if let Some(row) = hovered.and_then(|place| order.iter().position(|found| *found == place)) {
        let above = row as f32 * (height + ui.spacing().item_spacing.y);
        area = area.vertical_scroll_offset((above - ui.available_height() / 2.0).max(0.0));
    }
    area.show_rows(ui, height, order.len(), |ui, rows| {
        for place in order.get(rows).unwrap_or_default() {
            let colon = picture.catalog.text("colon");
            let told = picture.told(shading, *place);
            let text = format!("{}{colon}{told}", picture.name(*place));
            let row = ui.add(
                egui::Button::selectable(marked == Some(*place), crate::format::prose(&text))
                    .truncate()
                    .min_size(egui::vec2(ui.available_width(), height)),
            );
            if hovered == Some(*place) {
                let stroke = ui.visuals().selection.stroke;
                ui.painter().rect_stroke(row.rect, 2.0, stroke, egui::StrokeKind::Inside);
            }
            if row.hovered() || row.has_focus() {
                seen.pointed = Some(*place);
            }
            if row.clicked() {
                seen.chosen = Some(*place);
            }
            row.context_menu(|ui| {
                if ui.button(picture.catalog.text("provenance-title")).clicked() {
                    seen.asked = Some(*place);
                    ui.close();
                }
            });
        }
    });
    seen
}
