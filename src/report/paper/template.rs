//! The documents as data: which sections, in which order, under which title; and what the user
//! decided of them.

use crate::model::papers::{Choices, Papers};
use crate::report::paper::Kind;
use serde::Deserialize;
use std::sync::LazyLock;

/// Read once.
static TEMPLATES: LazyLock<Result<Vec<Template>, TemplateError>> = LazyLock::new(|| {
    ron::from_str(include_str!("../../../assets/papers.ron"))
        .map_err(|error| TemplateError::Malformed(error.to_string()))
});

/// A document as it comes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Template {
    kind: String,
    /// Key of its title in the catalogs.
    pub title: String,
    /// In the order of reading, each shown or left out.
    pub sections: Vec<(String, bool)>,
}

/// The built-in templates do not read, or one is missing; a test refuses both.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    #[error("assets/papers.ron: {0}")]
    Malformed(String),
    #[error("assets/papers.ron: no document {0}")]
    Missing(&'static str),
}

impl Template {
    /// The document of a kind.
    ///
    /// # Errors
    /// When the built-in templates are faulty.
    pub fn of(kind: Kind) -> Result<&'static Self, TemplateError> {
        let all = TEMPLATES.as_ref().map_err(Clone::clone)?;
        let found = all.iter().find(|template| template.kind == kind.id());
        found.ok_or(TemplateError::Missing(kind.id()))
    }

    /// The sections shown, in the order that the user wishes: those that are named first, among
    /// themselves; each of the others stays behind the one that it follows in the template.
    pub fn shown<'t>(&'t self, choices: Option<&Choices>) -> Vec<&'t str> {
        let nothing = Choices::default();
        let choices = choices.unwrap_or(&nothing);
        let known = |id: &String| {
            let found = self.sections.iter().find(|(section, _)| section == id);
            found.map(|(section, _)| section.as_str())
        };
        let mut order: Vec<&str> = choices.order.iter().filter_map(known).collect();
        let mut seen = std::collections::BTreeSet::new();
        order.retain(|id| seen.insert(*id));
        let mut before: Option<&str> = None;
        for (section, _) in &self.sections {
            let section = section.as_str();
            if !order.contains(&section) {
                let place = before
                    .and_then(|before| order.iter().position(|id| *id == before))
                    .map_or(0, |place| place + 1);
                order.insert(place, section);
            }
            before = Some(section);
        }
        let shown = |id: &&str| {
            let as_it_comes = self.sections.iter().any(|(section, on)| section == id && *on);
            (as_it_comes || choices.on.contains(*id)) && !choices.off.contains(*id)
        };
        order.into_iter().filter(shown).collect()
    }
}

/// The user's own title of a kind of document, where there is one.
pub fn own_title(papers: &Papers, kind: Kind) -> Option<&str> {
    papers.of(kind.id()).map(|choices| choices.title.trim()).filter(|title| !title.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_its_template() {
        for kind in Kind::ALL {
            let template = Template::of(kind).unwrap();
            let ids: BTreeSet<&String> = template.sections.iter().map(|(id, _)| id).collect();
            assert_eq!(ids.len(), template.sections.len(), "{kind:?}");
            assert!(ids.contains(&"introduction".to_owned()), "{kind:?}");
        }
    }

    #[test]
    fn sections_are_moved_shown_and_left_out() {
        let template = Template {
            kind: "x".to_owned(),
            title: String::new(),
            sections: ["a", "b", "c", "d"].map(|id| (id.to_owned(), id != "c")).to_vec(),
        };
        let check = |order: &[&str], off: &[&str], on: &[&str], expect: &[&str]| {
            let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
            let choices = Choices {
                order: owned(order),
                off: owned(off).into_iter().collect(),
                on: owned(on).into_iter().collect(),
                ..Choices::default()
            };
            assert_eq!(template.shown(Some(&choices)), expect, "{order:?} {off:?} {on:?}");
        };
        assert_eq!(template.shown(None), ["a", "b", "d"]);
        check(&[], &[], &["c"], &["a", "b", "c", "d"]);
        check(&[], &["a"], &["c"], &["b", "c", "d"]);
        check(&["d", "a"], &[], &["c"], &["d", "a", "b", "c"]);
        check(&["b", "a", "b"], &[], &[], &["b", "d", "a"]);
        check(&["nothing"], &["nothing"], &["nothing"], &["a", "b", "d"]);
        check(&[], &["a", "b", "d"], &[], &[]);
    }
}
