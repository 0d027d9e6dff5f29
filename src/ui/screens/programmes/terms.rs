//! The terms of a candidate that can be changed by hand: what was computed, where from, what was
//! written over it, and the way back.

use crate::format::{date, integer};
use crate::i18n::Catalog;
use crate::model::Language;
use crate::model::planning::Changes;
use crate::recommend::proposal::{Known, Proposal, Terms};
use crate::ui::widgets::field::whole;
use crate::words::plan as words;

/// A term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    Need,
    LeastGroup,
    MostGroup,
    Sessions,
    Hours,
    PlaceCost,
    SessionCost,
    Lead,
    NeededBy,
    Stays,
    Provider,
}

impl Term {
    pub const ALL: [Self; 11] = [
        Self::Need,
        Self::LeastGroup,
        Self::MostGroup,
        Self::Sessions,
        Self::Hours,
        Self::PlaceCost,
        Self::SessionCost,
        Self::Stays,
        Self::Lead,
        Self::NeededBy,
        Self::Provider,
    ];

    /// Key of its name: `planned-term-` and this.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::LeastGroup => "least-group",
            Self::MostGroup => "most-group",
            Self::Sessions => "sessions",
            Self::Hours => "hours",
            Self::PlaceCost => "place-cost",
            Self::SessionCost => "session-cost",
            Self::Lead => "lead",
            Self::NeededBy => "needed-by",
            Self::Stays => "stays",
            Self::Provider => "provider",
        }
    }

    pub const fn is_long(self) -> bool {
        matches!(self, Self::Provider)
    }

    pub fn is_changed(self, changes: &Changes) -> bool {
        match self {
            Self::Need => changes.least_need.is_some(),
            Self::LeastGroup => changes.least_group.is_some(),
            Self::MostGroup => changes.most_group.is_some(),
            Self::Sessions => changes.most_sessions.is_some(),
            Self::Hours => changes.hours.is_some(),
            Self::PlaceCost => changes.place_cost.is_some(),
            Self::SessionCost => changes.session_cost.is_some(),
            Self::Lead => changes.lead_weeks.is_some(),
            Self::NeededBy => changes.needed_by.is_some(),
            Self::Stays => changes.stay_percent.is_some(),
            Self::Provider => changes.provider.is_some(),
        }
    }

    /// As computed again.
    pub fn back(self, changes: &mut Changes) {
        match self {
            Self::Need => changes.least_need = None,
            Self::LeastGroup => changes.least_group = None,
            Self::MostGroup => changes.most_group = None,
            Self::Sessions => changes.most_sessions = None,
            Self::Hours => changes.hours = None,
            Self::PlaceCost => changes.place_cost = None,
            Self::SessionCost => changes.session_cost = None,
            Self::Lead => changes.lead_weeks = None,
            Self::NeededBy => changes.needed_by = None,
            Self::Stays => changes.stay_percent = None,
            Self::Provider => changes.provider = None,
        }
    }

    /// Writes what was typed; nothing typed is the way back. False where it cannot be read.
    pub fn write(self, text: &str, changes: &mut Changes, language: Language) -> bool {
        if text.trim().is_empty() {
            self.back(changes);
            return true;
        }
        let number = whole(text, language);
        let place = match self {
            Self::Need => &mut changes.least_need,
            Self::LeastGroup => &mut changes.least_group,
            Self::MostGroup => &mut changes.most_group,
            Self::Sessions => &mut changes.most_sessions,
            Self::Hours => &mut changes.hours,
            Self::PlaceCost => &mut changes.place_cost,
            Self::SessionCost => &mut changes.session_cost,
            Self::Lead => &mut changes.lead_weeks,
            Self::NeededBy => {
                let day = text.parse().ok();
                changes.needed_by = day.or(changes.needed_by);
                return day.is_some();
            }
            Self::Stays => {
                let percent = number.and_then(|n| u8::try_from(n).ok()).filter(|n| *n <= 100);
                changes.stay_percent = percent.or(changes.stay_percent);
                return percent.is_some();
            }
            Self::Provider => {
                changes.provider = Some(text.trim().to_owned());
                return true;
            }
        };
        let Some(number) = number.filter(|number| *number >= self.least()) else { return false };
        *place = Some(number);
        true
    }

    /// Whether the least places of a session are then above the most.
    pub fn is_out_of_order(self, changes: &Changes, computed: &Terms) -> bool {
        let least = changes.least_group.unwrap_or(computed.least_group);
        let most = changes.most_group.unwrap_or(computed.most_group);
        matches!(self, Self::LeastGroup | Self::MostGroup) && least > most
    }

    /// Below that, nothing could be run.
    const fn least(self) -> u32 {
        match self {
            Self::LeastGroup | Self::MostGroup | Self::Sessions | Self::Hours => 1,
            _ => 0,
        }
    }

    /// What the field holds: the change, before a newer plan knows it, else the standing term.
    pub fn shown(self, proposal: &Proposal, changes: &Changes, catalog: &Catalog) -> String {
        let terms = if self.is_changed(changes) { &proposal.terms } else { &proposal.computed };
        let number = |value: u32| integer(f64::from(value), catalog.language());
        let known = |value: Option<Known>| {
            value.map_or_else(String::new, |known| integer(known.value, catalog.language()))
        };
        let either = |change: Option<u32>, term: u32| number(change.unwrap_or(term));
        match self {
            // Whatever the files say, no need is written until the user writes one.
            Self::Need => changes.least_need.map_or_else(String::new, number),
            Self::LeastGroup => either(changes.least_group, terms.least_group),
            Self::MostGroup => either(changes.most_group, terms.most_group),
            Self::Sessions => either(changes.most_sessions, terms.most_sessions),
            Self::Hours => changes.hours.map_or_else(|| known(terms.hours), number),
            // Other hours make another cost, which is computed too.
            Self::PlaceCost => {
                changes.place_cost.map_or_else(|| known(proposal.terms.place_cost), number)
            }
            Self::SessionCost => changes
                .session_cost
                .map_or_else(|| integer(terms.session_cost, catalog.language()), number),
            Self::Lead => either(changes.lead_weeks, terms.lead_weeks),
            Self::NeededBy => {
                let day = changes.needed_by.or(terms.needed_by);
                day.map_or_else(String::new, |day| date(day, catalog.language()))
            }
            Self::Stays => changes.stay_percent.map_or_else(
                || integer(terms.brings.value * 100.0, catalog.language()),
                |percent| number(u32::from(percent)),
            ),
            Self::Provider => {
                changes.provider.clone().or_else(|| terms.provider.clone()).unwrap_or_default()
            }
        }
    }

    /// What was computed, with its bounds and where it comes from.
    pub fn computed(self, proposal: &Proposal, catalog: &Catalog) -> String {
        let Terms { hours, brings, .. } = proposal.computed;
        let computed = &proposal.computed;
        let of_method = |key: &str, value: u32| {
            let value = integer(f64::from(value), catalog.language());
            let from = catalog.text("proposal-from-method");
            let value = catalog.with(key, &[("count", (&value).into())]);
            catalog.with("plan-known", &[("value", (&value).into()), ("from", (&from).into())])
        };
        match self {
            Self::Need => words::need(&proposal.computed_need, catalog),
            Self::LeastGroup => of_method("planned-places", computed.least_group),
            Self::MostGroup => of_method("planned-places", computed.most_group),
            Self::Sessions => {
                let number = integer(f64::from(computed.most_sessions), catalog.language());
                catalog.with("planned-sessions-from-need", &[("count", (&number).into())])
            }
            Self::Hours => words::hours(hours, catalog),
            Self::PlaceCost => words::place_cost(computed, catalog),
            Self::SessionCost => catalog.text("planned-session-cost-none"),
            Self::Lead => of_method("planned-weeks", computed.lead_weeks),
            Self::NeededBy => catalog.text("planned-no-date"),
            Self::Stays => words::stays(brings, catalog),
            Self::Provider => computed.provider.as_ref().map_or_else(
                || catalog.text("planned-no-provider"),
                |name| catalog.with("planned-provider-nearest", &[("name", name.into())]),
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_written_and_taken_back() {
        for (term, text, held) in [
            (Term::PlaceCost, "2 500 €", true),
            (Term::PlaceCost, "cher", false),
            (Term::Hours, "0", false),
            (Term::Stays, "62 %", true),
            (Term::Stays, "101", false),
            (Term::NeededBy, "01/09/2027", true),
            (Term::NeededBy, "2027-09-01", true),
            (Term::NeededBy, "bientôt", false),
            (Term::Provider, "GRETA", true),
            (Term::Lead, "0", true),
            (Term::Need, "12", true),
            (Term::Need, "quelques-uns", false),
        ] {
            let mut changes = Changes::default();
            assert_eq!(term.write(text, &mut changes, Language::French), held, "{term:?} {text}");
            assert_eq!(term.is_changed(&changes), held, "{term:?} {text}");
            term.back(&mut changes);
            assert!(changes.is_empty(), "{term:?}");
        }
    }

    #[test]
    fn a_least_group_above_the_most_is_out_of_order() {
        let known = Known::exactly(0.5, crate::recommend::proposal::Origin::Method);
        let computed = Terms {
            least_group: 8,
            most_group: 12,
            most_sessions: 1,
            hours: None,
            place_cost: None,
            assumption: None,
            session_cost: 0.0,
            lead_weeks: 0,
            needed_by: None,
            brings: known,
            provider: None,
            way: crate::model::planning::Way::OnSite,
        };
        let least = |places| Changes { least_group: Some(places), ..Changes::default() };
        assert!(Term::LeastGroup.is_out_of_order(&least(13), &computed));
        assert!(!Term::LeastGroup.is_out_of_order(&least(12), &computed));
        let most = Changes { most_group: Some(7), ..Changes::default() };
        assert!(Term::MostGroup.is_out_of_order(&most, &computed));
        assert!(!Term::Hours.is_out_of_order(&most, &computed));
    }

    #[test]
    fn an_unreadable_text_keeps_the_former_change() {
        let mut changes = Changes { stay_percent: Some(40), ..Changes::default() };
        assert!(!Term::Stays.write("beaucoup", &mut changes, Language::French));
        assert_eq!(changes.stay_percent, Some(40));
        assert!(Term::Stays.write("  ", &mut changes, Language::French));
        assert_eq!(changes.stay_percent, None);
    }
}
