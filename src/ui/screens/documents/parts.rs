//! Parts of a document: on, off, in which order.

use super::{Screen, decide};
use crate::i18n::Catalog;
use crate::report::paper::Kind;
use crate::report::paper::template::Template;
use crate::ui::screens::View;
use crate::ui::widgets::weak;
use egui::{CollapsingHeader, Ui, WidgetInfo};

/// The name of a part: its heading, else words of its own.
fn name(catalog: &Catalog, kind: Kind, part: &str) -> String {
    let keys = [
        format!("paper-heading-{}-{part}", kind.id()),
        format!("paper-heading-{part}"),
        format!("documents-part-{part}"),
    ];
    keys.iter()
        .find(|key| catalog.has(key))
        .map_or_else(|| part.to_owned(), |key| catalog.text(key))
}

/// The order wished when a part goes before the one above it.
fn raised(order: &[&str], part: &str) -> Vec<String> {
    let mut order: Vec<String> = order.iter().map(|one| (*one).to_owned()).collect();
    let place = order.iter().position(|one| one == part);
    if let Some(before) = place.and_then(|place| place.checked_sub(1)) {
        order.swap(before, before + 1);
    }
    order
}

impl Screen {
    pub(super) fn parts_ui(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let kind = self.kind;
        let Ok(template) = Template::of(kind) else { return };
        let choices = view.session.project.decisions().papers.of(kind.id()).cloned();
        let shown = template.shown(choices.as_ref());
        let off = template.sections.iter().map(|(part, _)| part.as_str());
        let off: Vec<&str> = off.filter(|part| !shown.contains(part)).collect();
        let (on, all) = (shown.len().to_string(), template.sections.len().to_string());
        let args = [("on", (&on).into()), ("all", (&all).into())];
        let title = view.session.catalog.with("documents-parts", &args);
        CollapsingHeader::new(title).id_salt("documents-parts").show(ui, |ui| {
            weak(ui, &view.text("documents-parts-help"));
            for (place, part) in shown.iter().chain(&off).enumerate() {
                let is_on = place < shown.len();
                let as_it_comes = template.sections.iter().any(|(id, on)| id == part && *on);
                let named = name(&view.session.catalog, kind, part);
                ui.horizontal(|ui| {
                    let mut wanted = is_on;
                    if ui.checkbox(&mut wanted, &named).changed() {
                        decide(view, kind, |choices| {
                            choices.off.remove(*part);
                            choices.on.remove(*part);
                            let set = if wanted { &mut choices.on } else { &mut choices.off };
                            if wanted != as_it_comes {
                                set.insert((*part).to_owned());
                            }
                        });
                    }
                    if is_on && place > 0 {
                        let args = [("part", (&named).into())];
                        let aloud = view.session.catalog.with("documents-raise", &args);
                        let button = ui.small_button("▲");
                        button
                            .widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &aloud));
                        if button.on_hover_text(&aloud).clicked() {
                            let order = raised(&shown, part);
                            decide(view, kind, |choices| choices.order = order);
                        }
                    }
                });
            }
            let moved = choices.as_ref().is_some_and(|choices| {
                !(choices.order.is_empty() && choices.on.is_empty() && choices.off.is_empty())
            });
            if moved && ui.button(view.text("documents-parts-back")).clicked() {
                decide(view, kind, |choices| {
                    choices.order.clear();
                    choices.on.clear();
                    choices.off.clear();
                });
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn a_part_goes_before_the_one_above() {
        assert_eq!(raised(&["a", "b", "c"], "c"), ["a", "c", "b"]);
        assert_eq!(raised(&["a", "b"], "a"), ["a", "b"]);
        assert_eq!(raised(&["a", "b"], "x"), ["a", "b"]);
    }

    #[test]
    fn every_part_has_a_name() {
        for language in Language::ALL {
            let catalog = Catalog::new(language).unwrap();
            for kind in Kind::ALL {
                for (part, _) in &Template::of(kind).unwrap().sections {
                    assert_ne!(&name(&catalog, kind, part), part, "{language} {kind:?}");
                }
            }
        }
    }
}
