//! What the survey says of an occupation beside its official reading, in an export: answers as
//! given, without weights.
//!
//! Projects are those of the register of needs, or a part of them: the register also counts labels
//! without a code that were understood. Two versions of a figure in one export give their
//! difference, which is a cell like another.

use crate::analysis::employers::answers::Asked;
use crate::analysis::employers::needs::{Form, Need};
use crate::analysis::results::{Stated, SurveyView};
use crate::model::{Fap, Scope};
use crate::report::survey::draft::{Decided, Draft, Part, Weighting};
use crate::report::survey::jointly::Settlement;
use crate::report::survey::{PublishedView, needs};
use crate::secrecy::journal::{Answer, Rule};
use crate::secrecy::publish_decided;
use crate::secrecy::rounding::Precision;
use std::collections::BTreeMap;

/// Where the figures of an occupation stand in the export.
pub struct Places {
    occupation: Fap,
    /// Each with the figure of the register that it is, or is a part of: one that is hidden there
    /// because of what is shown beside is hidden here.
    projects: Stands,
    difficult: Stands,
    /// Part and base.
    training_need: (usize, usize),
}

/// Where a total stands.
struct Stands {
    own: usize,
    /// The need of the register that it is a part of, and the unweighted figure of it, where it is
    /// not the same.
    register: Option<(usize, usize)>,
}

impl Stands {
    fn places(&self) -> [Option<usize>; 2] {
        [Some(self.own), self.register.map(|(_, at)| at)]
    }
}

/// Puts the views into the export, after the register.
pub fn put(
    draft: &mut Draft<'_>,
    views: &BTreeMap<Fap, SurveyView>,
    needs: &[Need],
    register: &needs::Places,
) -> Vec<Places> {
    let one = |(fap, view): (&Fap, &SurveyView)| {
        let of = needs.iter().position(|need| need.scope == Scope::Occupation(*fap));
        let at = |asked| of.and_then(|need| register.get(need, asked, Weighting::Unweighted));
        let projects = total(draft, *fap, Asked::projects, &view.projects, at(Asked::projects));
        let difficult = total(draft, *fap, Asked::difficult, &view.difficult, at(Asked::difficult));
        // What is not difficult of projects is a cell too.
        let easy = less(&draft.export.candidates, projects, difficult);
        if let Some(easy) = easy.filter(|_| at(Asked::projects) != Some(projects)) {
            let key = Weighting::Unweighted.of("projects-without-difficult");
            let easy = draft.add(key, coded(*fap), &parts(&easy), Rule::Total, false);
            draft.total(projects, vec![difficult, easy]);
        }
        let training_need = share(draft, *fap, "training-need", &view.training_need);
        let with =
            |own: usize, asked| Stands { own, register: of.zip(at(asked).filter(|at| *at != own)) };
        let projects = with(projects, Asked::projects);
        let difficult = with(difficult, Asked::difficult);
        Places { occupation: *fap, projects, difficult, training_need }
    };
    views.iter().map(one).collect()
}

/// Hides a total that is a part of a weighted one which is shown: what it tells of the answers in
/// it is not in the decision on weights. Weights that are all the same tell nothing.
pub fn settled(places: &[Places], needs: &[Need], settlement: &Settlement, decided: &mut Decided) {
    let is_shown = |need: usize, number: Asked| {
        let measures =
            needs.get(need).into_iter().flat_map(|need| need.measures.iter().enumerate());
        let mut of_number = measures.filter(|(_, measure)| match measure.wanted.form {
            Form::Total(asked) => asked == number,
            Form::Ratio(part, base) => part == number || base == number,
        });
        of_number.any(|(of, _)| {
            let settled = settlement.get(&(need, of));
            settled.is_some_and(|settled| settled.weighted != Precision::Hidden)
        })
    };
    let differ = |need: usize, number: Asked| {
        let made = needs.get(need).and_then(|need| needs::made_of(need, number));
        let weights = made.into_iter().flatten().filter(|one| one.own > 0.0);
        let weights: Vec<f64> = weights.map(|one| one.weighted / one.own).collect();
        let first = weights.first().copied().unwrap_or(1.0);
        weights.iter().any(|weight| (weight - first).abs() > 1e-9 * first)
    };
    for places in places {
        let both = [(&places.projects, Asked::projects), (&places.difficult, Asked::difficult)];
        for (stands, number) in both {
            let tells = |need| is_shown(need, number) && differ(need, number);
            if stands.register.is_some_and(|(need, _)| tells(need)) {
                decided.hide(Some(stands.own));
            }
        }
    }
}

/// The views as decided.
pub fn shown(
    views: &BTreeMap<Fap, SurveyView>,
    places: &[Places],
    decided: &Decided,
) -> BTreeMap<Fap, PublishedView> {
    let one = |places: &Places| {
        let view = views.get(&places.occupation)?;
        let of = |said: &Stated, places: [Option<usize>; 2]| {
            let known: Vec<_> = places.into_iter().flatten().map(Some).collect();
            publish_decided(&said.figure, &decided.fate(&known))
        };
        let pair = |said: &Stated, (part, base): (usize, usize)| {
            let fate = decided.fate(&[Some(part), Some(base)]);
            publish_decided(&said.figure, &fate)
        };
        let view = PublishedView {
            projects: of(&view.projects, places.projects.places()),
            difficult: of(&view.difficult, places.difficult.places()),
            training_need: pair(&view.training_need, places.training_need),
        };
        Some((places.occupation, view))
    };
    places.iter().filter_map(one).collect()
}

/// Breakdown of what coded rows alone say of an occupation.
fn coded(fap: Fap) -> String {
    format!("{fap}/coded")
}

/// Those with something in it, or all where nobody has: as the register counts them.
fn answers(said: &Stated) -> Vec<Answer> {
    let all = said.by.iter().map(|(unit, own)| Answer {
        unit: unit.clone(),
        unweighted: *own,
        weighted: *own,
    });
    let all: Vec<Answer> = all.collect();
    let some: Vec<Answer> = all.iter().filter(|answer| answer.unweighted > 0.0).cloned().collect();
    if some.is_empty() { all } else { some }
}

fn parts(answers: &[Answer]) -> Vec<Part<'_>> {
    answers
        .iter()
        .map(|answer| Part {
            unit: answer.unit.as_str(),
            own: answer.unweighted,
            weighted: answer.weighted,
        })
        .collect()
}

fn by_unit(answers: &[Answer]) -> BTreeMap<&str, f64> {
    let mut sums = BTreeMap::new();
    for answer in answers {
        *sums.entry(answer.unit.as_str()).or_insert(0.0) += answer.unweighted;
    }
    sums
}

/// The figure of the register where it is the same, else one of its own within it.
fn total(
    draft: &mut Draft<'_>,
    fap: Fap,
    asked: Asked,
    said: &Stated,
    register: Option<usize>,
) -> usize {
    let given = answers(said);
    let same = register.filter(|place| {
        let known = draft.export.candidates.get(*place);
        known.is_some_and(|known| by_unit(&known.answers) == by_unit(&given))
    });
    if let Some(place) = same {
        return place;
    }
    let key = Weighting::Unweighted.of(asked.id());
    let own = draft.add(key, coded(fap), &parts(&given), Rule::Total, true);
    if let Some(whole) = register
        && let Some(rest) = less(&draft.export.candidates, whole, own)
    {
        let key = Weighting::Unweighted.of(&format!("{}-not-coded", asked.id()));
        let rest = draft.add(key, fap.to_string(), &parts(&rest), Rule::Total, false);
        draft.total(whole, vec![own, rest]);
    }
    own
}

/// What one figure leaves of another, by unit; `None` where it is above it for one.
fn less(
    candidates: &[crate::secrecy::journal::Candidate],
    whole: usize,
    part: usize,
) -> Option<Vec<Answer>> {
    let (whole, part) = (candidates.get(whole)?, candidates.get(part)?);
    let (whole, part) = (by_unit(&whole.answers), by_unit(&part.answers));
    if part.iter().any(|(unit, own)| *own > whole.get(unit).copied().unwrap_or(0.0)) {
        return None;
    }
    let rest = whole.iter().map(|(unit, own)| {
        let left = own - part.get(unit).copied().unwrap_or(0.0);
        Answer { unit: (*unit).to_owned(), unweighted: left, weighted: left }
    });
    let rest: Vec<Answer> = rest.collect();
    let some: Vec<Answer> = rest.iter().filter(|one| one.unweighted > 0.0).cloned().collect();
    Some(if some.is_empty() { rest } else { some })
}

/// Those who said so, among those who answered.
fn share(draft: &mut Draft<'_>, fap: Fap, key: &str, said: &Stated) -> (usize, usize) {
    let one = |unit: &String| Answer { unit: unit.clone(), unweighted: 1.0, weighted: 1.0 };
    let base: Vec<Answer> = said.of.iter().map(one).collect();
    let part: Vec<Answer> = said.by.iter().map(|(unit, _)| one(unit)).collect();
    let base_key = Weighting::Unweighted.of(&format!("{key}/asked"));
    let base = draft.add(base_key, fap.to_string(), &parts(&base), Rule::Total, true);
    let key = Weighting::Unweighted.of(key);
    let part = draft.add(key, fap.to_string(), &parts(&part), Rule::PartOf(base), true);
    (part, base)
}
