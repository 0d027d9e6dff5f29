//! The register of needs in an export: each number that was asked is a one-way table, occupations
//! and their total, once weighted and once as answered. A figure is shown weighted and unweighted,
//! or not at all: one beside a hidden other would tell of it, since a large establishment weighs
//! one. A ratio is shown when its part and its base could be; what a share leaves of its base (the
//! posts not filled) is a cell too, and so are departures after the first twelve months. A group of
//! occupations is the sum of them, and what it leaves of the total a cell as well: neither a member
//! nor the others are to be found by subtraction.

use crate::analysis::employers::answers::Asked;
use crate::analysis::employers::needs::{Contribution, Form, Measure, Need, WANTED};
use crate::model::{Fap, Figure, OccupationGroup, Origin, Scope, Territory, Value};
use crate::report::survey::draft::{Decided, Draft, Part, Weighting};
use crate::report::survey::jointly::{Before, Settled, Settlement, precise, settle};
use crate::report::survey::{Behind, PublishedMeasure, PublishedNeed};
use crate::secrecy::journal::{Answer, AsShown, Fate, Key, Log, Outcome, Rule};
use crate::secrecy::primary::{Thresholds, Verdict, of_share};
use crate::secrecy::rounding::{Precision, Step};
use crate::secrecy::{Hidden, key, publish_decided};
use std::collections::BTreeMap;

/// Numbers that count natural persons by age, and why: `method.md` §4.4 asks for 11 persons in
/// cells on natural persons (Insee, « Manuel de protection des tableaux », rule of tax sources) and
/// in age pyramids (regulation EU 2016/679). Retirements are read off the ages of employees. The
/// other numbers are answers on establishments (posts, projects, employees of an occupation), for
/// which the rule on units and the one on dominance hold, as for any business statistic.
const PERSONS_BY_AGE: [Asked; 5] = [
    Asked::aged_50_54,
    Asked::aged_55_59,
    Asked::aged_60_plus,
    Asked::retirements_12m,
    Asked::retirements_36m,
];

/// Pairs of numbers of which the first is part of the second, beside those of the shares: who
/// retires within twelve months retires within thirty-six, a post that is created is a project.
const WITHIN: [(Asked, Asked); 2] =
    [(Asked::retirements_12m, Asked::retirements_36m), (Asked::creations, Asked::projects)];

/// Numbers of employees by age: with the younger ones, they are all employees of the occupation.
const AGES: [Asked; 3] = [Asked::aged_50_54, Asked::aged_55_59, Asked::aged_60_plus];

/// Where the figures of the register stand in the export.
pub struct Places {
    of: BTreeMap<(usize, Asked, Weighting), usize>,
    establishments: Vec<usize>,
}

impl Places {
    pub fn get(&self, need: usize, asked: Asked, weighting: Weighting) -> Option<usize> {
        self.of.get(&(need, asked, weighting)).copied()
    }
}

/// Puts the register into the export.
pub fn put(draft: &mut Draft<'_>, needs: &[Need]) -> Places {
    let mut places = Places { of: BTreeMap::new(), establishments: Vec::new() };
    for asked in used() {
        for weighting in Weighting::BOTH {
            one_way(draft, &mut places, needs, asked, weighting);
        }
        for need in 0..needs.len() {
            let twins = Weighting::BOTH.map(|weighting| places.get(need, asked, weighting));
            draft.together(twins.into_iter().flatten().collect());
        }
    }
    for (part, base) in shares().into_iter().chain(WITHIN) {
        for weighting in Weighting::BOTH {
            rests(draft, &places, needs, (&[part], base), weighting);
        }
    }
    for weighting in Weighting::BOTH {
        rests(draft, &places, needs, (&AGES, Asked::headcount), weighting);
    }
    for need in needs {
        let counted =
            need.having.iter().map(|who| Contribution { who: *who, own: 1.0, weighted: 1.0 });
        let counted: Vec<Contribution> = counted.collect();
        let parts = named(draft.list, &counted, Weighting::Unweighted);
        let key = Weighting::Unweighted.of("establishments");
        places.establishments.push(draft.add(
            key,
            breakdown(&need.scope),
            &parts,
            Rule::Total,
            true,
        ));
    }
    places
}

/// The fate of a measure as its numbers were decided on; twins have one.
fn fate(measure: &Measure, need: usize, places: &Places, decided: &Decided) -> Fate {
    let of = |asked: Asked| places.get(need, asked, Weighting::Weighted);
    match measure.wanted.form {
        Form::Total(asked) => decided.fate(&[of(asked)]),
        Form::Ratio(part, base) => decided.fate(&[of(part), of(base)]),
    }
}

/// The fate of the unweighted figure beside a measure.
fn plain(measure: &Measure, need: usize, places: &Places, decided: &Decided) -> Fate {
    let of = |asked: Asked| places.get(need, asked, Weighting::Unweighted);
    match measure.wanted.form {
        Form::Total(asked) => decided.fate(&[of(asked)]),
        Form::Ratio(part, base) => decided.fate(&[of(part), of(base)]),
    }
}

/// What a measure is in the log, weighted or not: its key, and the answers and weights behind it.
fn version(
    measure: &Measure,
    need: usize,
    (places, weighting): (&Places, Weighting),
    decided: &Decided,
) -> Option<(Key, u64)> {
    let entry = |asked: Asked| decided.release.entries.get(places.get(need, asked, weighting)?);
    let (of, fingerprint) = match measure.wanted.form {
        Form::Total(asked) => entry(asked).map(|entry| (entry, entry.fingerprint))?,
        Form::Ratio(part, base) => {
            let (part, base) = (entry(part)?, entry(base)?);
            (base, part.fingerprint.rotate_left(1) ^ base.fingerprint)
        }
    };
    // A blank that becomes a zero changes the figure, and nothing of what it is the sum of.
    let point = measure.point.unwrap_or_default().to_bits();
    let counts = u64::from(measure.n) << 32 | u64::from(measure.base);
    let fingerprint = fingerprint ^ point.rotate_left(17) ^ counts.rotate_left(7);
    let indicator = weighting.of(measure.wanted.indicator);
    Some((Key { indicator, ..of.key.clone() }, fingerprint))
}

/// Sets the figures against who knows the weights, given how the same left before. The decision
/// then holds what is shown: rounded, or hidden. What is hidden of the unweighted ones is hidden
/// wherever it stands.
pub fn settled(needs: &[Need], places: &Places, decided: &mut Decided, log: &Log) -> Settlement {
    let before = |place: usize, of: usize| {
        let measure = needs.get(place).and_then(|need| need.measures.get(of));
        let Some(measure) = measure else { return Before::default() };
        let left = |weighting| {
            let (key, fingerprint) = version(measure, place, (places, weighting), decided)?;
            log.precision(&key, fingerprint)
        };
        let is_shown = fate(measure, place, places, decided) == Fate::Shown;
        let is_beside = is_shown && plain(measure, place, places, decided) == Fate::Shown;
        Before {
            may_leave: (is_shown, is_beside),
            left: (left(Weighting::Weighted), left(Weighting::Unweighted)),
        }
    };
    let found = settle(needs, &before);
    let measures = || {
        found.iter().filter_map(|((place, of), settled)| {
            Some((*place, needs.get(*place)?.measures.get(*of)?, settled))
        })
    };
    for (place, measure, settled) in measures() {
        if again(fate(measure, place, places, decided), settled.left.0) != Fate::Shown {
            continue;
        }
        let (Form::Total(number) | Form::Ratio(number, _)) = measure.wanted.form;
        if !settled.beside {
            decided.hide(places.get(place, number, Weighting::Unweighted));
        }
        if let (Form::Total(_), Some(outcome)) = (measure.wanted.form, leaving(measure, settled)) {
            decided.leaves(places.get(place, number, Weighting::Weighted), outcome);
        }
    }
    let mut left = Vec::new();
    for (place, measure, settled) in measures() {
        let is_shown = again(fate(measure, place, places, decided), settled.left.0) == Fate::Shown;
        if measure.point.is_none() || !is_shown {
            continue;
        }
        let plain = again(plain(measure, place, places, decided), settled.left.1);
        let is_beside = settled.beside && plain == Fate::Shown;
        let beside = if is_beside { Precision::Point(Step::ONE) } else { Precision::Hidden };
        let both = Weighting::BOTH.into_iter().zip([settled.weighted, beside]);
        left.extend(both.filter_map(|(weighting, precision)| {
            let (key, fingerprint) = version(measure, place, (places, weighting), decided)?;
            Some(AsShown { key, fingerprint, precision })
        }));
    }
    decided.release.precisions = left;
    found
}

/// What left before is shown again: hidden as a cover, it would cover nothing.
fn again(fate: Fate, left: bool) -> Fate {
    if left && fate == Fate::Secondary { Fate::Shown } else { fate }
}

/// What is outside of a weighted total; `None` where nobody answered.
fn leaving(measure: &Measure, settled: &Settled) -> Option<Outcome> {
    measure.point?;
    Some(match (settled.weighted, settled.room) {
        (Precision::Hidden, _) => Outcome::Hidden,
        (_, Some((low, high))) => {
            Outcome::Shown { value: f64::midpoint(low, high), half_step: (high - low) / 2.0 }
        }
        // A figure that is refused tells nothing, and is refused again.
        (_, None) => Outcome::Shown { value: 0.0, half_step: f64::INFINITY },
    })
}

/// The register as decided.
pub fn shown(
    needs: &[Need],
    places: &Places,
    decided: &Decided,
    settlement: &Settlement,
    (territory, thresholds): (Territory, Thresholds),
) -> Vec<PublishedNeed> {
    let each = needs.iter().enumerate();
    each.map(|(place, need)| {
        let counted = decided.fate(&[places.establishments.get(place).copied()]);
        let measures = need.measures.iter().enumerate();
        let measures = measures.map(|(of, measure)| {
            let settled = settlement.get(&(place, of)).copied();
            let settled = settled.unwrap_or(Settled::HIDDEN);
            let fate = again(fate(measure, place, places, decided), settled.left.0);
            // A total is asked of all, that of a sector of its employers alone.
            let of_all =
                matches!(measure.wanted.form, Form::Total(_)) && need.scope.section().is_none();
            let is_counted = (counted == Fate::Shown || of_all)
                && tells_no_one(measure, need.establishments, thresholds);
            // What is hidden of its numbers, now or before, is not shown beside either.
            let plain = again(plain(measure, place, places, decided), settled.left.1);
            let beside = settled.beside && plain == Fate::Shown;
            let settled = Settled { beside, ..settled };
            self::of(measure, &fate, settled, is_counted, territory)
        });
        PublishedNeed {
            scope: need.scope.clone(),
            establishments: (counted == Fate::Shown).then_some(need.establishments),
            uncounted: Hidden::from_fate(&counted),
            measures: measures.collect(),
        }
    })
    .collect()
}

/// Whether those that a ratio counts may be told beside those that have the occupation: who is not
/// among them filled no post, or hired nobody. Who is not in a total left it blank.
fn tells_no_one(measure: &Measure, establishments: u32, thresholds: Thresholds) -> bool {
    let is_ratio = matches!(measure.wanted.form, Form::Ratio(..));
    let told = of_share(measure.base.min(establishments), establishments, thresholds);
    !is_ratio || matches!(told, Verdict::Publishable | Verdict::Empty)
}

fn of(
    measure: &Measure,
    fate: &Fate,
    settled: Settled,
    is_counted: bool,
    territory: Territory,
) -> PublishedMeasure {
    let no_answer = measure.point.is_none();
    let (fate, beside) = match (fate, settled) {
        // Nobody answered: there is nothing to settle.
        (Fate::Shown, _) if no_answer => (Fate::Shown, Fate::Shown),
        (Fate::Shown, Settled { weighted: Precision::Hidden, .. }) => {
            (Fate::Secondary, Fate::Secondary)
        }
        (Fate::Shown, Settled { beside: false, .. }) => (Fate::Shown, Fate::Secondary),
        (fate, _) => (fate.clone(), fate.clone()),
    };
    let fate = &fate;
    let sum: f64 = measure.contributions.iter().map(|one| one.own).sum();
    let largest = measure.contributions.iter().map(|one| one.own).fold(0.0, f64::max);
    let n = u32::try_from(measure.contributions.len()).unwrap_or(u32::MAX);
    let figure = Figure {
        indicator: measure.wanted.indicator,
        territory,
        value: precise(measure, settled.weighted),
        unit: measure.wanted.unit,
        n: if is_counted { measure.n } else { 0 },
        masked_cells: 0,
        grade: measure.grade,
        origin: Origin::Respondents {
            n,
            largest_share: if sum > 0.0 { largest / sum } else { 0.0 },
        },
    };
    let step = settled.step(measure);
    let unweighted = measure.unweighted.map_or(Value::Unknown, |value| {
        let own = if matches!(measure.wanted.form, Form::Total(_)) { Step::ONE } else { step };
        Value::Exact(own.nearest(value))
    });
    let is_point = matches!(settled.weighted, Precision::Point(_)) && measure.refusal.is_none();
    let behind = (*fate == Fate::Shown).then_some(Behind {
        n: is_counted.then_some(measure.n),
        base: is_counted.then_some(measure.base),
        standard_error: measure.standard_error.filter(|_| is_point).map(|error| step.above(error)),
        step: step.size(),
        refusal: measure.refusal,
    });
    PublishedMeasure {
        wanted: measure.wanted,
        weighted: publish_decided(&figure, fate),
        unweighted: publish_decided(&Figure { value: unweighted, ..figure }, &beside),
        behind,
    }
}

/// What a row speaks of, as the log knows it.
pub fn breakdown(scope: &Scope) -> String {
    match scope {
        Scope::All => "all".to_owned(),
        Scope::Sector(section) => format!("sector/{}", section.unwrap_or('?')),
        Scope::Group(group) => of_group(group),
        Scope::Occupation(fap) => fap.to_string(),
        Scope::Within(section, fap) => format!("sector/{}/{fap}", section.unwrap_or('?')),
    }
}

/// A group of the same name and other occupations is another version of the figure.
fn of_group(group: &OccupationGroup) -> String {
    format!("group/{}", key::part(&group.name))
}

/// Every number that a figure of the register stands on, once.
pub fn used() -> Vec<Asked> {
    let forms = WANTED.iter().map(|wanted| wanted.form);
    let mut all: Vec<Asked> = forms
        .flat_map(|form| match form {
            Form::Total(asked) => vec![asked],
            Form::Ratio(part, base) => vec![part, base],
        })
        .collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Part and base of the ratios that are shares.
fn shares() -> Vec<(Asked, Asked)> {
    let wanted = WANTED.iter();
    let shares = wanted.filter(|wanted| wanted.unit.is_share());
    let pairs = shares.filter_map(|wanted| match wanted.form {
        Form::Ratio(part, base) => Some((part, base)),
        Form::Total(_) => None,
    });
    pairs.collect()
}

fn rule(asked: Asked) -> Rule {
    if PERSONS_BY_AGE.contains(&asked) { Rule::Persons } else { Rule::Total }
}

/// What a number is made of in a need: that of a total, the base or the part of a ratio.
pub fn made_of(need: &Need, asked: Asked) -> Option<&[Contribution]> {
    need.measures.iter().find_map(|measure| match measure.wanted.form {
        Form::Total(of) if of == asked => Some(measure.contributions.as_slice()),
        Form::Ratio(_, base) if base == asked => Some(measure.contributions.as_slice()),
        Form::Ratio(part, _) if part == asked => Some(measure.part.as_slice()),
        Form::Total(_) | Form::Ratio(..) => None,
    })
}

/// What the parts leave of the base, by respondent; `None` where they are above it for one.
fn rest(parts: &[&[Contribution]], base: &[Contribution]) -> Option<Vec<Contribution>> {
    let all: Option<Vec<Contribution>> = base
        .iter()
        .map(|of| {
            let within = parts.iter().filter_map(|part| part.iter().find(|one| one.who == of.who));
            let (own, weighted) = within
                .fold((0.0, 0.0), |(own, weighted), one| (own + one.own, weighted + one.weighted));
            let left = of.own - own;
            (left >= 0.0).then_some(Contribution {
                who: of.who,
                own: left,
                weighted: if left > 0.0 { of.weighted - weighted } else { 0.0 },
            })
        })
        .collect();
    let all = all?;
    let mut each = parts.iter().copied().flatten();
    let outside = each.any(|one| one.own > 0.0 && base.iter().all(|of| of.who != one.who));
    if outside {
        return None;
    }
    Some(some_or_all(all))
}

/// Contributions with the identifiers of their establishments.
fn named<'a>(
    list: &'a [crate::analysis::employers::asked::Establishment],
    contributions: &[Contribution],
    weighting: Weighting,
) -> Vec<Part<'a>> {
    let named = contributions.iter().filter_map(|one| {
        Some(Part {
            unit: list.get(one.who)?.id.as_str(),
            own: one.own,
            weighted: match weighting {
                Weighting::Weighted => one.weighted,
                Weighting::Unweighted => one.own,
            },
        })
    });
    named.collect()
}

/// Occupations and sectors with their total, and the groups with their members and with what they leave of it.
fn one_way(
    draft: &mut Draft<'_>,
    places: &mut Places,
    needs: &[Need],
    asked: Asked,
    weighting: Weighting,
) {
    let mut total = None;
    let mut each: Vec<(Fap, usize)> = Vec::new();
    let (mut groups, mut sectors) = (Vec::new(), Vec::new());
    // Occupations in sectors, cells of a table whose margins are both.
    let mut within: Vec<(Option<char>, Fap, usize)> = Vec::new();
    for (place, need) in needs.iter().enumerate() {
        let Some(contributions) = made_of(need, asked) else { continue };
        let parts = named(draft.list, contributions, weighting);
        let key = weighting.of(asked.id());
        let at = draft.add(key, breakdown(&need.scope), &parts, rule(asked), true);
        places.of.insert((place, asked, weighting), at);
        match &need.scope {
            Scope::All => total = Some(at),
            Scope::Sector(section) => sectors.push((*section, at)),
            Scope::Group(group) => groups.push((group, at)),
            Scope::Occupation(fap) => each.push((*fap, at)),
            Scope::Within(section, fap) => within.push((*section, *fap, at)),
        }
    }
    let positions = |keep: &dyn Fn(Fap) -> bool| -> Vec<usize> {
        each.iter().filter(|(fap, _)| keep(*fap)).map(|(_, at)| *at).collect()
    };
    // What no code tells the occupation of is in the total alone.
    let untold = total
        .filter(|_| !each.is_empty())
        .and_then(|total| with_remainder(draft, total, positions(&|_| true), rule(asked)));
    let sums = sectors.iter().map(|(section, at)| {
        (*at, within.iter().filter(|(of, ..)| of == section).map(|(.., at)| *at).collect())
    });
    let sums: Vec<(usize, Vec<usize>)> = sums
        .chain(each.iter().map(|(fap, at)| {
            (*at, within.iter().filter(|(_, of, _)| of == fap).map(|(.., at)| *at).collect())
        }))
        .collect();
    for (total, parts) in sums {
        if !parts.is_empty() {
            with_remainder(draft, total, parts, rule(asked));
        }
    }
    if let Some(total) = total.filter(|_| !sectors.is_empty()) {
        draft.total(total, sectors.iter().map(|(_, at)| *at).collect());
    }
    for (group, at) in groups {
        draft.total(at, positions(&|fap| group.members.contains(&fap)));
        let others = positions(&|fap| !group.members.contains(&fap));
        if let Some(total) = total.filter(|_| !others.is_empty()) {
            let left = outside(needs, group, asked);
            let parts = named(draft.list, &left, weighting);
            let key = weighting.of(asked.id());
            let breakdown = format!("{}/others", of_group(group));
            let rest = draft.add(key, breakdown, &parts, rule(asked), false);
            draft.total(rest, others);
            draft.total(total, [at, rest].into_iter().chain(untold).collect());
        }
    }
}

/// Cells of a sector or of an occupation with what they leave of it: that of the many cells which
/// too few respondents have, or that no code tells the occupation of. It is found by subtraction,
/// hence a figure like another; where it stands, if there is one.
fn with_remainder(
    draft: &mut Draft<'_>,
    total: usize,
    mut parts: Vec<usize>,
    rule: Rule,
) -> Option<usize> {
    let mut left: BTreeMap<String, Answer> = BTreeMap::new();
    let whole = draft.export.candidates.get(total)?;
    let key = whole.key.clone();
    for answer in &whole.answers {
        left.insert(answer.unit.clone(), answer.clone());
    }
    let within = parts.iter().filter_map(|part| draft.export.candidates.get(*part));
    for answer in within.flat_map(|part| &part.answers) {
        if let Some(rest) = left.get_mut(&answer.unit) {
            rest.unweighted -= answer.unweighted;
            rest.weighted -= answer.weighted;
        }
    }
    left.retain(|_, rest| rest.unweighted > NOTHING);
    let rest = (!left.is_empty()).then(|| {
        let left: Vec<Part<'_>> = left
            .values()
            .map(|rest| Part {
                unit: rest.unit.as_str(),
                own: rest.unweighted,
                weighted: rest.weighted.max(0.0),
            })
            .collect();
        let breakdown = format!("{}/others", key.breakdown);
        draft.add(key.indicator, breakdown, &left, rule, false)
    });
    parts.extend(rest);
    draft.total(total, parts);
    rest
}

/// What a difference of sums may leave by rounding.
const NOTHING: f64 = 1e-9;

/// What a group leaves of the total, by respondent.
fn outside(needs: &[Need], group: &OccupationGroup, asked: Asked) -> Vec<Contribution> {
    let others = needs.iter().filter(
        |need| matches!(&need.scope, Scope::Occupation(fap) if !group.members.contains(fap)),
    );
    let mut sums: BTreeMap<usize, Contribution> = BTreeMap::new();
    for one in others.filter_map(|need| made_of(need, asked)).flatten() {
        let nothing = Contribution { who: one.who, own: 0.0, weighted: 0.0 };
        let sum = sums.entry(one.who).or_insert(nothing);
        sum.own += one.own;
        sum.weighted += one.weighted;
    }
    some_or_all(sums.into_values().collect())
}

/// Those with something, or all where nobody has: a zero is told by all of them.
fn some_or_all(all: Vec<Contribution>) -> Vec<Contribution> {
    let some: Vec<Contribution> = all.iter().copied().filter(|one| one.own > 0.0).collect();
    if some.is_empty() { all } else { some }
}

/// In each need, the base as the sum of the parts and of what they leave.
fn rests(
    draft: &mut Draft<'_>,
    places: &Places,
    needs: &[Need],
    (parts, base): (&[Asked], Asked),
    weighting: Weighting,
) {
    for (place, need) in needs.iter().enumerate() {
        let at = |asked: Asked| places.get(place, asked, weighting);
        let of_parts: Option<Vec<usize>> = parts.iter().map(|part| at(*part)).collect();
        let (Some(mut of_parts), Some(base_at)) = (of_parts, at(base)) else { continue };
        let made = |asked| made_of(need, asked).unwrap_or_default();
        let made_parts: Vec<&[Contribution]> = parts.iter().map(|part| made(*part)).collect();
        let Some(rest) = rest(&made_parts, made(base)) else { continue };
        let named = named(draft.list, &rest, weighting);
        let without: Vec<&str> = parts.iter().map(|part| part.id()).collect();
        let key = weighting.of(&format!("{}-without-{}", base.id(), without.join("-")));
        // What is left of persons counts persons; what is left of ages is an age too.
        let by_age = parts.len() > 1;
        let rule = if by_age { Rule::Persons } else { rule(base) };
        of_parts.push(draft.add(key, breakdown(&need.scope), &named, rule, false));
        draft.total(base_at, of_parts);
    }
}
