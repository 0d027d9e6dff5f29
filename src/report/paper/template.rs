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

    /// The sections shown, in the order that the user wishes. A section that must move to come in
    /// that order moves alone; each of the others stays where the template has it.
    pub fn shown<'t>(&'t self, choices: Option<&Choices>) -> Vec<&'t str> {
        let nothing = Choices::default();
        let choices = choices.unwrap_or(&nothing);
        let shown = |id: &&str| {
            let as_it_comes = self.sections.iter().any(|(section, on)| section == id && *on);
            (as_it_comes || choices.on.contains(*id)) && !choices.off.contains(*id)
        };
        self.ordered(&choices.order).into_iter().filter(shown).collect()
    }

    fn ordered<'t>(&'t self, wished: &[String]) -> Vec<&'t str> {
        let mut named: Vec<(usize, &'t str)> = Vec::new();
        for id in wished {
            let mut ids = self.sections.iter().map(|(section, _)| section.as_str()).enumerate();
            let found = ids.find(|(_, section)| section == id);
            named.extend(found.filter(|found| !named.contains(found)));
        }
        let places: Vec<usize> = named.iter().map(|(place, _)| *place).collect();
        let stay = longest_rising(&places);
        let moves = |place: usize| places.contains(&place) && !stay.contains(&place);
        let ids = self.sections.iter().map(|(section, _)| section.as_str()).enumerate();
        let mut order: Vec<&str> =
            ids.filter(|(place, _)| !moves(*place)).map(|(_, section)| section).collect();
        let mut before: Option<&str> = None;
        for (place, section) in &named {
            if moves(*place) {
                // Behind the one wished before it; the first, in front of the first that stays.
                let after = before.and_then(|before| order.iter().position(|id| *id == before));
                let first = || {
                    let staying = named.iter().find(|(place, _)| stay.contains(place));
                    staying.and_then(|(_, stays)| order.iter().position(|id| id == stays))
                };
                let at = after.map_or_else(|| first().unwrap_or(0), |place| place + 1);
                order.insert(at, section);
            }
            before = Some(section);
        }
        order
    }
}

/// The most numbers of a list that already rise, the last ones where several lists are as long.
fn longest_rising(numbers: &[usize]) -> Vec<usize> {
    let mut rising: Vec<Vec<usize>> = Vec::new();
    for number in numbers.iter().rev() {
        let mut best: Vec<usize> = Vec::new();
        for list in &rising {
            let follows = list.first().is_some_and(|first| first > number);
            if follows && list.len() > best.len() {
                best.clone_from(list);
            }
        }
        best.insert(0, *number);
        rising.push(best);
    }
    rising.into_iter().rev().max_by_key(Vec::len).unwrap_or_default()
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
    fn the_longest_list_that_rises() {
        let check = |numbers: &[usize], expect: &[usize]| {
            assert_eq!(longest_rising(numbers), expect, "{numbers:?}");
        };
        check(&[], &[]);
        check(&[1, 2, 3], &[1, 2, 3]);
        check(&[3, 1, 2], &[1, 2]);
        check(&[3, 0], &[0]);
        check(&[0, 4, 1, 5, 2, 3], &[0, 1, 2, 3]);
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
        check(&["b", "a", "b"], &[], &[], &["b", "a", "d"]);
        // One that moves drags nothing with it, shown or left out.
        check(&["c", "a"], &[], &["c"], &["c", "a", "b", "d"]);
        check(&["b", "c", "a"], &[], &["c"], &["b", "c", "a", "d"]);
        check(&["b", "a", "d"], &[], &["c"], &["b", "a", "c", "d"]);
        check(&["d", "c"], &[], &["c"], &["a", "b", "d", "c"]);
        check(&["d", "c", "b", "a"], &[], &["c"], &["d", "c", "b", "a"]);
        check(&["d"], &[], &["c"], &["a", "b", "c", "d"]);
        check(&["nothing"], &["nothing"], &["nothing"], &["a", "b", "d"]);
        check(&[], &["a", "b", "d"], &[], &[]);
    }
}
