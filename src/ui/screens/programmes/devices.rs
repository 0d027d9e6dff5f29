//! Financing devices for a candidate: what is worth checking and why, clause by clause, and what is
//! refused. Never a promise.

use crate::recommend::funding::{Request, Ruling, rulings};
use crate::ui::screens::View;
use crate::ui::widgets::{prose, section, weak};
use crate::words::funding as words;
use egui::{CollapsingHeader, RichText, Ui};

pub fn devices_ui(ui: &mut Ui, view: &View<'_>, request: &Request) {
    let session = view.session;
    let parameters = session.adjusted();
    let found = rulings(parameters.devices(), request);
    let (open, refused): (Vec<&Ruling<'_>>, Vec<&Ruling<'_>>) =
        found.iter().partition(|ruling| ruling.eligible());
    section(ui, &view.text("funding-title"));
    weak(ui, &view.text("funding-never-a-promise"));
    if open.is_empty() {
        prose(ui, &view.text("funding-none"));
    }
    for ruling in open {
        let name = words::heading(ruling.device, &session.catalog);
        CollapsingHeader::new(RichText::new(name).strong()).id_salt(&ruling.device.id).show(
            ui,
            |ui| {
                for line in lines(ruling, view) {
                    prose(ui, &line);
                }
            },
        );
        // Whom to ask stands beside the name, opened or not.
        let ask = [("ask", (&ruling.device.confirm_with).into())];
        weak(ui, &session.catalog.with("funding-confirm", &ask));
    }
    if refused.is_empty() {
        return;
    }
    let count = u32::try_from(refused.len()).unwrap_or(u32::MAX);
    let title = session.catalog.with("planned-refused", &[("count", count.into())]);
    CollapsingHeader::new(title).id_salt("planned-refused").show(ui, |ui| {
        let name_of = |id: &str| {
            let known = parameters.devices().iter().find(|device| device.id == id);
            known.map_or_else(|| id.to_owned(), |device| device.name.clone())
        };
        for ruling in refused {
            ui.add(
                egui::Label::new(
                    RichText::new(words::heading(ruling.device, &session.catalog)).strong(),
                )
                .wrap(),
            );
            for one in &ruling.refusals {
                prose(ui, &words::refusal(one, &name_of, &session.reference, &session.catalog));
            }
            weak(ui, &words::sourced(ruling, &session.catalog));
        }
    });
}

fn lines(ruling: &Ruling<'_>, view: &View<'_>) -> Vec<String> {
    let (reference, catalog) = (&view.session.reference, &view.session.catalog);
    let all = |key: &str, list: Vec<String>| {
        let list = (!list.is_empty()).then(|| list.join(&catalog.text("list-separator")))?;
        Some(catalog.with(key, &[("list", (&list).into())]))
    };
    let because = ruling.clauses.iter().map(|one| words::clause(one, reference, catalog));
    let payers = ruling.payers.iter().map(|one| words::payer(one, catalog));
    let amounts = ruling.amounts.iter().map(|one| words::estimate(one, catalog));
    let open = ruling.open.iter().map(|one| words::open(one, reference, catalog));
    [
        all("funding-because", because.collect()),
        all("funding-payers", payers.collect()),
        all("funding-amounts", amounts.collect()),
        all("funding-open", open.collect()),
        Some(words::sourced(ruling, catalog)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
