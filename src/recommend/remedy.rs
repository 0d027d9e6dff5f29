//! What to act on, and who could lead: chosen from the causes that weigh on an occupation, never one
//! sentence for all occupations of a row of the decision table.

use crate::indicators::anchor::Cause;
use crate::recommend::diagnosis::Lever;
use crate::recommend::local::LocalCause;
use crate::reference::decision::Remedy;

/// What published causes call for under a lever, the heaviest cause first; each once.
///
/// `weighing`: causes of class 4 or 5, strongest first.
pub fn under<'a>(remedies: &'a [Remedy], lever: Lever, weighing: &[Cause]) -> Vec<&'a Remedy> {
    let mut found: Vec<&Remedy> = Vec::new();
    for cause in weighing {
        let of = remedies.iter().filter(|remedy| {
            remedy.published.contains(&cause.letter())
                && remedy.under.iter().any(|known| known == lever.id())
        });
        for remedy in of {
            if !found.iter().any(|known| known.id == remedy.id) {
                found.push(remedy);
            }
        }
    }
    found
}

/// What causes named by employers call for, in their order; each once, and none of those `told`
/// already.
pub fn named<'a>(
    remedies: &'a [Remedy],
    named: &[LocalCause],
    told: &[&Remedy],
) -> Vec<&'a Remedy> {
    let mut found: Vec<&Remedy> = Vec::new();
    for cause in named {
        let of = remedies.iter().filter(|remedy| remedy.named.iter().any(|id| id == cause.id()));
        for remedy in of {
            if !found.iter().chain(told).any(|known| known.id == remedy.id) {
                found.push(remedy);
            }
        }
    }
    found
}

/// Who could lead them, in their order; each once.
pub fn leads<'a>(remedies: &[&'a Remedy]) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for remedy in remedies {
        if !found.contains(&remedy.lead.as_str()) {
            found.push(&remedy.lead);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recommend::diagnosis::Diagnosis;
    use crate::reference::params::Parameters;

    fn check(lever: Lever, weighing: &[Cause], said: &[LocalCause], expected: (&[&str], &[&str])) {
        let parameters = Parameters::embedded().unwrap();
        let all = parameters.remedies();
        let official = under(all, lever, weighing);
        let told = named(all, said, &official);
        let ids = |list: &[&Remedy]| list.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&official), expected.0);
        assert_eq!(ids(&told), expected.1);
    }

    #[test]
    fn two_occupations_of_one_row_are_not_told_the_same() {
        use Cause::{GeographicMismatch, Precariousness, UnattractivePay, WorkingConditions};
        check(Lever::JobQuality, &[WorkingConditions], &[], (&["conditions"], &[]));
        check(
            Lever::JobQuality,
            &[Precariousness, UnattractivePay],
            &[],
            (&["contracts", "pay"], &[]),
        );
        check(Lever::Mobility, &[GeographicMismatch], &[], (&["housing"], &[]));
        check(
            Lever::JobQuality,
            &[GeographicMismatch, WorkingConditions],
            &[],
            (&["housing", "conditions"], &[]),
        );
        // A published cause is acted on under the levers that it belongs to.
        check(Lever::Training, &[GeographicMismatch, WorkingConditions], &[], (&[], &[]));
    }

    #[test]
    fn what_employers_name_comes_beside_and_once() {
        use LocalCause::{Conditions, Housing, Spouse};
        check(
            Lever::JobQuality,
            &[Cause::WorkingConditions],
            &[Housing, Spouse, Conditions],
            (&["conditions"], &["housing", "spouse"]),
        );
        check(Lever::Training, &[], &[Spouse], (&[], &["spouse"]));
    }

    #[test]
    fn who_leads_several_is_named_once() {
        let parameters = Parameters::embedded().unwrap();
        let of = |ids: [&str; 3]| {
            let found: Vec<&Remedy> = ids
                .iter()
                .filter_map(|id| parameters.remedies().iter().find(|one| one.id == *id))
                .collect();
            leads(&found).join(" ")
        };
        assert_eq!(of(["conditions", "contracts", "pay"]), "employers-branches employers-group");
        assert_eq!(of(["housing", "spouse", "housing"]), "agglomeration");
    }

    /// What the list names exists: levers, causes; every named cause has something to act on.
    #[test]
    fn the_list_speaks_of_what_there_is() {
        let parameters = Parameters::embedded().unwrap();
        let levers: Vec<&str> = Diagnosis::ALL.iter().map(|one| one.lever().id()).collect();
        for remedy in parameters.remedies() {
            assert!(remedy.under.iter().all(|id| levers.contains(&id.as_str())), "{}", remedy.id);
            let known = |id: &String| LocalCause::ALL.iter().any(|cause| cause.id() == id);
            assert!(remedy.named.iter().all(known), "{}", remedy.id);
        }
        for cause in LocalCause::ALL {
            assert_eq!(named(parameters.remedies(), &[cause], &[]).len(), 1, "{cause:?}");
        }
    }
}
