//! The other two ways in: a training body with its catalogue, a company with its headcount. Which one
//! it is, for the table and for the document alike.

use crate::format::integer;
use crate::outputs::Subject;
use crate::ui::command::{Command, Dialog};
use crate::ui::desk::{About, Desk};
use crate::ui::employed::Employed;
use crate::ui::screens::View;
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, weak};
use egui::{CollapsingHeader, ComboBox, RichText, Ui};
use std::sync::Arc;

/// The catalogue of a training body, among those loaded; the first one until one is chosen.
pub fn catalogue_ui(
    ui: &mut Ui,
    view: &View<'_>,
    desk: &Desk,
    chosen: &mut Option<String>,
) -> Option<Subject> {
    let known = |name: &String| desk.bodies.iter().find(|(one, _)| one == name);
    let found = chosen.as_ref().and_then(known).or_else(|| desk.bodies.first());
    let (mut name, _) = found?.clone();
    let label = ui.label(view.text("documents-catalogue"));
    ComboBox::from_id_salt("body-catalogue")
        .selected_text(name.clone())
        .width((ui.available_width() - 12.0).min(360.0))
        .truncate()
        .show_ui(ui, |ui| {
            for (one, _) in &desk.bodies {
                ui.selectable_value(&mut name, one.clone(), one);
            }
        })
        .response
        .labelled_by(label.id);
    let (_, contents) = known(&name)?.clone();
    *chosen = Some(name.clone());
    Some(Subject::Body { name, contents })
}

/// The headcount of a company: chosen, forgotten, and what was refused of it. Not on a shared screen.
pub fn employed_ui(ui: &mut Ui, view: &mut View<'_>) -> Option<About> {
    if view.sharing {
        prose(ui, &view.text("sharing-hidden"));
        return None;
    }
    let employed = view.employed.clone();
    ui.horizontal_wrapped(|ui| {
        if ui.button(view.text("employed-choose")).clicked() {
            view.send(Command::Ask(Dialog::Headcount));
        }
        if employed.is_some() && ui.button(view.text("employed-forget")).clicked() {
            view.send(Command::ForgetHeadcount);
        }
    });
    let Some(employed) = employed else {
        weak(ui, &view.text("employed-about"));
        return None;
    };
    read_ui(ui, view, &employed);
    Some(About::Company(employed))
}

/// What was read of it, and what was refused with its place.
fn read_ui(ui: &mut Ui, view: &View<'_>, employed: &Arc<Employed>) {
    let catalog = &view.session.catalog;
    let count = |rows: u32| integer(f64::from(rows), catalog.language());
    let (kept, refused) = (count(employed.kept), count(employed.refused));
    let args = [
        ("file", (&employed.name).into()),
        ("count", employed.kept.into()),
        ("kept", (&kept).into()),
        ("none", employed.refused.into()),
        ("refused", (&refused).into()),
    ];
    weak(ui, &catalog.with("employed-read", &args));
    if employed.issues.is_empty() {
        return;
    }
    let count = u32::try_from(employed.issues.len()).unwrap_or(u32::MAX);
    let title = catalog.with("employed-issues", &[("count", count.into())]);
    let title = RichText::new(title).color(palette(ui).flagged);
    CollapsingHeader::new(title).id_salt("employed-issues").show(ui, |ui| {
        for issue in &employed.issues {
            prose(ui, &catalog.issue(issue));
        }
    });
}
