//! Figures that hang on one or two large respondents: with and without them, where the figure may
//! be shown at all.

use crate::analysis::employers::asked::Status;
use crate::analysis::employers::dominant::Dominant;
use crate::model::Fap;
use crate::report::build::survey::scope_name;
use crate::report::document::shape;
use crate::ui::sampling::Said;
use crate::ui::screens::View;
use crate::ui::survey::SurveyView;
use crate::ui::theme::palette;
use crate::ui::widgets::{prose, weak};
use egui::{RichText, ScrollArea, Ui};

/// How many figures are hidden, and how many hang on a few: above the figures themselves.
pub fn warning(ui: &mut Ui, view: &View<'_>, survey: &SurveyView) {
    let catalog = &view.session.catalog;
    // Sectors have a table of their own.
    let figures = survey.register.iter().filter(|((scope, _), _)| scope.section().is_none());
    let all = super::counted(figures.clone().count());
    let hidden = figures.filter(|(_, said)| **said == Said::Hidden).count();
    if hidden > 0 {
        let args = [("hidden", super::counted(hidden).into()), ("all", all.into())];
        prose(ui, &catalog.with("needs-hidden", &args));
    }
    let Ok(told) = &survey.survey.weighing else { return };
    let dominated = told.dominant.iter().filter(|one| one.scope.section().is_none());
    let dominated =
        dominated.filter(|one| said(survey, one).is_some_and(|said| said != Said::Hidden));
    let changing = super::counted(dominated.clone().filter(|one| one.another_story).count());
    let count = super::counted(dominated.count());
    if count > 0 {
        let text = catalog
            .with("needs-dominated", &[("count", count.into()), ("changing", changing.into())]);
        let text = format!("! {}", crate::format::prose(&text));
        ui.label(RichText::new(text).color(palette(ui).flagged).strong());
    }
}

pub fn show(ui: &mut Ui, view: &mut View<'_>, survey: &SurveyView) {
    let catalog = &view.session.catalog;
    prose(ui, &view.text("survey-dominance-about"));
    if view.sharing {
        prose(ui, &view.text("sharing-hidden"));
        return;
    }
    let Ok(told) = &survey.survey.weighing else { return };
    if told.dominant.is_empty() {
        prose(ui, &view.text("survey-dominance-none"));
        return;
    }
    let language = catalog.language();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for one in &told.dominant {
            let reference = &view.session.reference;
            let label = |fap: Fap| reference.fap_label(fap).unwrap_or(fap.code()).to_owned();
            let occupation = scope_name(&one.scope, catalog, &label);
            let indicator = view.text(&format!("indicator-{}-name", one.indicator));
            ui.add_space(6.0);
            ui.label(RichText::new(format!("{occupation} — {indicator}")).strong());
            let share = crate::format::percent(one.largest_share, 0, language);
            let whom = catalog.with(
                "survey-dominance-share",
                &[("count", super::counted(one.who.len()).into()), ("share", (&share).into())],
            );
            prose(ui, &whom);
            let without_value = match said(survey, one) {
                Some(Said::Value) => None,
                Some(Said::WithoutValue) => Some("survey-dominance-uncertain"),
                // With and without it would be the figure that is hidden.
                Some(Said::Hidden) | None => Some("survey-dominance-secret"),
            };
            if let Some(key) = without_value {
                prose(ui, &view.text(key));
                named(ui, survey, one);
                continue;
            }
            let story = if one.another_story { "changes" } else { "stands" };
            let number = |value: f64| shape(value, one.unit, language);
            let without = one.without.map_or_else(|| "—".to_owned(), number);
            prose(
                ui,
                &catalog.with(
                    &format!("survey-dominance-{story}"),
                    &[("with", (&number(one.with)).into()), ("without", (&without).into())],
                ),
            );
            named(ui, survey, one);
        }
        ui.add_space(8.0);
        weak(ui, &view.text("survey-dominance-private"));
    });
}

fn said(survey: &SurveyView, one: &Dominant) -> Option<Said> {
    survey.register.get(&(one.scope.clone(), one.indicator)).copied()
}

/// Who they are, for the surveyor alone.
fn named(ui: &mut Ui, survey: &SurveyView, one: &Dominant) {
    let who: Vec<&str> = one
        .who
        .iter()
        .filter_map(|place| survey.survey.list.get(*place))
        .filter(|found| found.status == Status::Answered)
        .map(|found| found.id.as_str())
        .collect();
    ui.add(egui::Label::new(RichText::new(who.join(", ")).weak()).selectable(false));
}
