//! Who does what: actions × actors with their letters, and what is to be settled.

use super::desk::{Desk, named, shown};
use super::filters::Filters;
use super::{To, told};
use crate::actions::matrix;
use crate::format;
use crate::model::action::edit::step;
use crate::model::action::sheet::{Partner, Role};
use crate::model::action::{ActionPlan, Id};
use crate::reference::actions::usual_capacity;
use crate::ui::screens::View;
use crate::ui::screens::action::inputs::{Changed, in_sight};
use crate::ui::theme::palette;
use crate::ui::widgets::{section, weak};
use egui::{Button, Key, Label, Modifiers, RichText, ScrollArea, Ui, WidgetInfo, vec2};

/// Width of an actor, and of the names of actions.
const ACTOR: f32 = 92.0;
const ACTION: f32 = 260.0;

/// What is asked of a cell.
struct Asked {
    action: Id,
    actor: Id,
    /// `None`: nothing any more.
    role: Option<Role>,
}

pub fn show(ui: &mut Ui, view: &View<'_>, desk: &mut Desk<'_>, filters: &Filters) -> Option<To> {
    let plan = desk.plan();
    if plan.actions.is_empty() {
        super::empty(ui, view, "acts-matrix-empty");
        return None;
    }
    let mut to = None;
    let mut asked = None;
    egui::Panel::bottom("plan-findings")
        .resizable(true)
        .default_size((ui.available_height() * 0.34).max(110.0))
        .show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                to = findings(ui, view, plan);
            });
        });
    egui::CentralPanel::default().frame(egui::Frame::NONE).show(ui, |ui| {
        weak(ui, &view.text("acts-matrix-help"));
        let (opened, set) = table(ui, view, plan, filters);
        to = opened.or(to.take());
        asked = set;
    });
    if let Some(asked) = asked {
        set(desk, &asked);
    }
    to
}

/// What is to be settled, each leading to where it is.
fn findings(ui: &mut Ui, view: &View<'_>, plan: &ActionPlan) -> Option<To> {
    let all = matrix::findings(plan, usual_capacity());
    let count = all.len().to_string();
    section(ui, &view.session.catalog.with("acts-findings", &[("count", (&count).into())]));
    if all.is_empty() {
        weak(ui, &view.text("acts-findings-none"));
    }
    let mut to = None;
    for one in &all {
        if told::link(ui, &told::finding(view, plan, one), true) {
            to = Some(told::to_of_finding(one));
        }
    }
    to
}

/// R, A, C, I, as the field writes them.
pub fn letter(view: &View<'_>, role: Role) -> String {
    view.text(&format!("acts-letter-{}", role.id()))
}

fn table(
    ui: &mut Ui,
    view: &View<'_>,
    plan: &ActionPlan,
    filters: &Filters,
) -> (Option<To>, Option<Asked>) {
    let matrix = matrix::matrix(plan);
    let (mut to, mut asked) = (None, None);
    if matrix.actors.is_empty() {
        weak(ui, &view.text("acts-matrix-no-actor"));
    }
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        egui::Grid::new("plan-matrix").striped(true).spacing([4.0, 4.0]).show(ui, |ui| {
            ui.label(RichText::new(view.text("acts-column-action")).strong());
            for actor in &matrix.actors {
                let name = named(view, plan, actor);
                ui.scope(|ui| {
                    ui.set_width(ACTOR);
                    let text = RichText::new(format::prose(&name)).size(12.5);
                    let label = Label::new(text).truncate();
                    ui.add(label).on_hover_text(&name);
                });
            }
            ui.end_row();
            for row in &matrix.rows {
                let Some(action) = plan.action(&row.action) else { continue };
                if !filters.keeps(plan, action) {
                    continue;
                }
                let title = shown(view, &action.title);
                ui.scope(|ui| {
                    ui.set_width(ACTION);
                    let text = RichText::new(format::prose(&title)).color(palette(ui).accent);
                    let response = ui.add(Button::new(text).frame(false).truncate());
                    in_sight(&response);
                    if response.clicked() {
                        to = Some(To::Action(row.action.clone()));
                    }
                });
                for (actor, roles) in matrix.actors.iter().zip(&row.cells) {
                    let name = named(view, plan, actor);
                    if let Some(role) = cell(ui, view, (&title, &name), roles) {
                        let (action, actor) = (row.action.clone(), actor.clone());
                        asked = Some(Asked { action, actor, role });
                    }
                }
                ui.end_row();
            }
        });
    });
    (to, asked)
}

/// A cell: its letter typed, or chosen in its menu.
fn cell(
    ui: &mut Ui,
    view: &View<'_>,
    (title, actor): (&str, &str),
    roles: &[Role],
) -> Changed<Role> {
    let letters: Vec<String> = roles.iter().map(|role| letter(view, *role)).collect();
    let words: Vec<String> =
        roles.iter().map(|role| view.text(&format!("action-role-{}", role.id()))).collect();
    let words = if words.is_empty() {
        view.text("acts-no-part")
    } else {
        words.join(&view.text("list-separator"))
    };
    let of = [("action", title.into()), ("actor", actor.into()), ("role", (&words).into())];
    let said = view.session.catalog.with("acts-cell", &of);
    let text = RichText::new(letters.join(" ")).strong();
    let mut asked = None;
    let (menu, _) = egui::containers::menu::MenuButton::from_button(
        Button::new(text).min_size(vec2(ACTOR, 24.0)),
    )
    .ui(ui, |ui| {
        for role in Role::ALL {
            let name = view.text(&format!("action-role-{}", role.id()));
            let text = format!("{}  {name}", letter(view, role));
            if ui.selectable_label(roles.contains(&role), text).clicked() {
                asked = Some(Some(role));
                ui.close();
            }
        }
        if ui.button(view.text("acts-no-part")).clicked() {
            asked = Some(None);
            ui.close();
        }
    });
    menu.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &said));
    in_sight(&menu);
    if menu.has_focus() {
        let pressed = |key: Key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        for (role, key) in [
            (Role::Responsible, Key::R),
            (Role::Accountable, Key::A),
            (Role::Consulted, Key::C),
            (Role::Informed, Key::I),
        ] {
            if pressed(key) {
                asked = Some(Some(role));
            }
        }
        if pressed(Key::Delete) || pressed(Key::Backspace) {
            asked = Some(None);
        }
        let stroke = egui::Stroke::new(2.0, palette(ui).accent);
        ui.painter().rect_stroke(menu.rect, 3.0, stroke, egui::StrokeKind::Outside);
    }
    menu.on_hover_text(said);
    asked
}

/// The part of an actor in an action: A is the lead's, beside those who lead already; the others
/// are those of partners, whose words stay.
fn set(desk: &mut Desk<'_>, asked: &Asked) {
    let Some(action) = desk.plan().action(&asked.action).cloned() else { return };
    let actor = &asked.actor;
    let mut lead = action.lead.clone();
    let leads = lead.contains(actor);
    if asked.role == Some(Role::Accountable) && !leads {
        lead.push(actor.clone());
    } else if asked.role != Some(Role::Accountable) {
        lead.retain(|id| id != actor);
    }
    let mut partners = action.partners.clone();
    match asked.role {
        Some(Role::Accountable) | None => partners.retain(|one| one.actor != *actor),
        Some(role) => match partners.iter_mut().find(|one| one.actor == *actor) {
            Some(known) => known.role = role,
            None => partners.push(Partner { actor: actor.clone(), role, does: String::new() }),
        },
    }
    desk.change(step::LEAD, |plan, by| {
        plan.set_lead(&asked.action, lead, by);
        if let Some(mut action) = plan.action(&asked.action).cloned() {
            action.partners = partners;
            plan.put_action(action);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::action::edit::By;
    use crate::model::action::journal::Event;
    use crate::model::action::sheet::Action;

    #[test]
    fn a_letter_gives_a_part_and_takes_another_back() {
        let by = By { date: "2026-11-24".parse().unwrap(), who: String::new() };
        let mut plan = ActionPlan::default();
        let id = plan.add_action(Action::default(), Event::Added, &by);
        let mut check = |actor: &str, role: Option<Role>, expect: &str| {
            let before = plan.clone();
            let mut desk = Desk::new(&before, by.clone());
            set(&mut desk, &Asked { action: id.clone(), actor: actor.to_owned(), role });
            plan = desk.plan().clone();
            let action = plan.action(&id).unwrap();
            let partners: Vec<String> = action
                .partners
                .iter()
                .map(|one| format!("{}:{}", one.actor, one.role.id()))
                .collect();
            assert_eq!(format!("{} {}", action.lead.join(","), partners.join(",")), expect);
        };
        check("P1", Some(Role::Accountable), "P1 ");
        check("P2", Some(Role::Responsible), "P1 P2:responsible");
        check("P2", Some(Role::Informed), "P1 P2:informed");
        check("P2", Some(Role::Accountable), "P1,P2 ");
        check("P1", Some(Role::Consulted), "P2 P1:consulted");
        check("P1", None, "P2 ");
        check("P2", None, " ");
    }
}
