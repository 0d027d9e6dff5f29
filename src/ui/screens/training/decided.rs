//! What the user decided on links: all of it, in a list, each taken back by a button and undone as
//! any decision. A refused row leaves the table of offers: it is found again here.

use crate::matching::corrections::{Decision, LinkKey, Links};
use crate::model::Fap;
use crate::project::Edit;
use crate::ui::command::Command;
use crate::ui::screens::{View, search};
use crate::ui::widgets::{prose, weak};
use egui::{ScrollArea, Ui};

/// Passing state.
#[derive(Debug, Default)]
pub struct Panel {
    text: String,
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    key: LinkKey,
    occupation: Option<Fap>,
    /// Of its sentence in the catalogs (`links-decided-…`).
    id: &'static str,
}

impl Panel {
    pub fn show(&mut self, ui: &mut Ui, view: &mut View<'_>) {
        let links = &view.session.project.decisions().links;
        prose(ui, &view.text("links-decided-about"));
        if links.is_empty() {
            weak(ui, &view.text("links-decided-none"));
            return;
        }
        ui.horizontal_wrapped(|ui| search(ui, view, &mut self.text));
        let wanted = crate::model::fold(&self.text);
        let mut back = None;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for (at, line) in lines(links).into_iter().enumerate() {
                let told = told(view, &line);
                if !crate::model::fold(&told).contains(&wanted) {
                    continue;
                }
                ui.horizontal_wrapped(|ui| {
                    ui.label(crate::format::prose(&told));
                    let button = ui.push_id(at, |ui| ui.button(view.text("links-forget"))).inner;
                    if button.clicked() {
                        back = Some(line);
                    }
                });
            }
        });
        if let Some(line) = back {
            let after = without(links, &line);
            view.send(Command::Do(Edit::Links(after)));
        }
    }
}

/// In the order of the words of what was decided on.
fn lines(links: &Links) -> Vec<Line> {
    let of = |(key, decision): (&LinkKey, &Decision)| {
        let line =
            |occupation: Option<Fap>, id: &'static str| Line { key: key.clone(), occupation, id };
        let set = decision.set.as_ref();
        let only = set.into_iter().flatten().map(|code| line(Some(*code), "only"));
        let nowhere = set.filter(|set| set.is_empty()).map(|_| line(None, "nowhere"));
        let accepted = decision.accepted.iter().map(|code| line(Some(*code), "linked"));
        let refused = decision.refused.iter().map(|code| line(Some(*code), "refused"));
        only.chain(nowhere).chain(accepted).chain(refused).collect::<Vec<_>>()
    };
    links.decisions.iter().flat_map(of).collect()
}

/// The decisions without that of a line. A list of occupations is taken back as a whole.
fn without(links: &Links, line: &Line) -> Links {
    let mut after = links.clone();
    match line.occupation.filter(|_| !matches!(line.id, "only" | "nowhere")) {
        Some(code) => after.forget(line.key.clone(), code),
        None => {
            after.decisions.remove(&line.key);
        }
    }
    after
}

/// « Greta, aide-soignant : relié à Aides-soignants ».
fn told(view: &View<'_>, line: &Line) -> String {
    let catalog = &view.session.catalog;
    let mut words = line.key.as_str().split('|');
    let kind = words.next().unwrap_or_default();
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    let what = words.join(&catalog.text("list-separator"));
    let what = match kind {
        "certification" => catalog.with("links-certification", &[("words", (&what).into())]),
        _ => what,
    };
    let label = line.occupation.map(|code| match view.session.occupation(code) {
        Some(found) => found.label.clone(),
        None => code.to_string(),
    });
    let label = label.unwrap_or_default();
    let of = [("words", (&what).into()), ("label", (&label).into())];
    catalog.with(&format!("links-decided-{}", line.id), &of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_decision_has_its_line_and_is_taken_back_alone() {
        let fap = |code: &str| code.parse::<Fap>().unwrap();
        let (care, home) = (fap("fap2021:V0X60"), fap("fap2021:T2A60"));
        let key = |title: &str| LinkKey::saved(format!("offer|greta|{title}|"));
        let mut links = Links::default();
        links.accept(key("a"), care);
        links.refuse(key("a"), home);
        links.set(key("b"), BTreeSet::new());
        links.set(key("c"), [care, home].into());
        let all = lines(&links);
        let ids: Vec<&str> = all.iter().map(|line| line.id).collect();
        assert_eq!(ids, ["linked", "refused", "nowhere", "only", "only"]);
        let after = without(&links, &all[1]);
        assert_eq!(lines(&after).len(), 4);
        assert!(after.decisions[&key("a")].refused.is_empty());
        assert_eq!(lines(&without(&links, &all[2])).len(), 4);
        assert_eq!(lines(&without(&links, &all[3])).len(), 3, "a list is one decision");
    }
}
