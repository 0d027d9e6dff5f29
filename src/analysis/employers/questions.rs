//! Questions of the survey, each with the statistics that its kind allows and no other
//! (`survey::kinds`): a multiple choice has no mean, a scale is not a share.

use crate::analysis::employers::asked::Establishment;
use crate::analysis::employers::needs::{LEVEL, REFUSAL_LEVEL, borne};
use crate::analysis::employers::weigh::Weighing;
use crate::analysis::employers::wishes::{Coding, wishes};
use crate::model::Value;
use crate::readers::ReadTable;
use crate::survey::estimate::{Estimate, Sample};
use crate::survey::interval::{Interval, Refusal, positive, publish};
use crate::survey::kinds::choices::Multiple;
use crate::survey::kinds::counts::Amount;
use crate::survey::kinds::{Context, Figure, Things};
use crate::tables::Table;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Options shown of a question; a free list may have hundreds.
const MOST_OPTIONS: usize = 40;

/// What the answers of a question are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuestionKind {
    YesNo,
    /// Several answers: shares add up to more than one.
    Several,
    /// One answer of a few.
    Choice,
    /// An order: how many put each answer first.
    Rank,
    /// Degrees of a scale: how many at each, and none of their mean.
    Scale,
    Number,
    /// Words: only how many wrote is a figure.
    Text,
}

impl QuestionKind {
    const fn is_number(self) -> bool {
        matches!(self, Self::Number)
    }

    /// Key of its words in the catalogs (`question-…`).
    pub const fn id(self) -> &'static str {
        match self {
            Self::YesNo => "yes-no",
            Self::Several => "several",
            Self::Choice => "choice",
            Self::Rank => "rank",
            Self::Scale => "scale",
            Self::Number => "number",
            Self::Text => "text",
        }
    }
}

/// One answer and the share of establishments that give it.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionView {
    pub label: String,
    pub value: Value,
    pub unweighted: f64,
    /// Respondents that gave it, by their place among the establishments asked.
    pub who: Vec<usize>,
}

/// The mean of a number, by establishment that told it.
#[derive(Clone, Debug, PartialEq)]
pub struct MeanView {
    /// Weighted, with its interval; the interval alone, or nothing, where the answers bear no more.
    pub value: Value,
    /// The estimate, whether the answers bear it or not.
    pub point: f64,
    pub unweighted: f64,
    pub standard_error: f64,
    pub refusal: Option<Refusal>,
    /// What each said, by its place among the establishments asked.
    pub said: Vec<(usize, f64)>,
}

/// A question and its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionView {
    pub label: String,
    pub kind: QuestionKind,
    /// Respondents that answered it.
    pub answered: Vec<usize>,
    /// Respondents of the survey.
    pub base: u32,
    pub options: Vec<OptionView>,
    /// Of a question of one answer each: by how many of the rarest options are joined, those who
    /// gave one of them or an answer beyond the list. Empty where someone gave several answers.
    pub joined: Vec<OptionView>,
    /// Of a question that asks for a number of at least zero, and not for a percentage, whose mean
    /// over establishments is that of nothing.
    pub mean: Option<MeanView>,
}

impl QuestionView {
    /// Places of the options, the rarest first.
    pub fn rarest(&self) -> Vec<usize> {
        let mut places: Vec<usize> = (0..self.options.len()).collect();
        let order = |place: &usize| {
            self.options.get(*place).map(|option| (option.who.len(), option.label.as_str()))
        };
        places.sort_by(|a, b| order(a).cmp(&order(b)));
        places
    }
}

/// A question as read: by respondent, the answers given; `None` for none.
struct Raw {
    kind: QuestionKind,
    answers: Vec<Option<BTreeSet<String>>>,
    /// Numbers of a question that asks for one; else empty.
    numbers: Vec<Option<f64>>,
}

impl Raw {
    const fn new(kind: QuestionKind, answers: Vec<Option<BTreeSet<String>>>) -> Self {
        Self { kind, answers, numbers: Vec::new() }
    }
}

/// The questions of the establishments' table, courses wished for and the questions kept by a mapping,
/// in a steady order.
pub fn questions(
    inputs: &[Arc<ReadTable>],
    list: &[Establishment],
    weighing: &Weighing,
    coding: Coding<'_>,
) -> Vec<QuestionView> {
    let places: BTreeMap<&str, usize> = weighing
        .respondents
        .iter()
        .enumerate()
        .filter_map(|(place, of)| list.get(*of).map(|one| (one.id.as_str(), place)))
        .collect();
    let mut raw: Vec<(String, Raw)> = own(list, &weighing.respondents);
    // An establishment may wish for several courses.
    raw.extend(
        wishes(inputs, &places, weighing.respondents.len(), coding)
            .map(|(label, answers)| (label.to_owned(), Raw::new(QuestionKind::Several, answers))),
    );
    raw.extend(kept(inputs, &places, weighing.respondents.len()));
    raw.into_iter()
        .filter(|(_, raw)| raw.answers.iter().any(Option::is_some))
        .map(|(label, raw)| view(label, &raw, weighing))
        .collect()
}

/// Fields of the layout that are questions; their labels are keys of the catalogs (`field-…`).
fn own(list: &[Establishment], respondents: &[usize]) -> Vec<(String, Raw)> {
    let of = |label: &str, kind, answer: &dyn Fn(&Establishment) -> Option<BTreeSet<String>>| {
        let answers = respondents.iter().map(|place| list.get(*place).and_then(answer));
        (label.to_owned(), Raw::new(kind, answers.collect()))
    };
    let yes_no = |value: Option<bool>| {
        value.map(|yes| BTreeSet::from([if yes { "oui" } else { "non" }.to_owned()]))
    };
    vec![
        of("field-obstacles", QuestionKind::Several, &|one| {
            let named: BTreeSet<String> = one.obstacles.iter().cloned().collect();
            // The layout cannot tell who ticked nothing from who did not answer: unknown.
            (!named.is_empty()).then_some(named)
        }),
        of("field-hosts", QuestionKind::YesNo, &|one| yes_no(one.hosts)),
        of("field-tutors", QuestionKind::YesNo, &|one| yes_no(one.tutors)),
        of("field-on-the-job", QuestionKind::YesNo, &|one| yes_no(one.on_the_job)),
    ]
}

/// Columns that a mapping kept as questions.
fn kept(
    inputs: &[Arc<ReadTable>],
    places: &BTreeMap<&str, usize>,
    respondents: usize,
) -> Vec<(String, Raw)> {
    let mut found: Vec<(String, Raw)> = Vec::new();
    for input in inputs {
        let Table::SurveyAnswers(table) = &input.table else { continue };
        for row in table.rows() {
            let Some(place) = places.get(row.establishment).copied() else { continue };
            // What comes second is no answer to what comes first.
            if row.kind == "rank" && row.number != Some(1.0) {
                continue;
            }
            let known = found.iter().position(|(label, _)| label == row.question);
            let at = known.unwrap_or(found.len());
            if known.is_none() {
                let kind = match row.kind {
                    "several" => QuestionKind::Several,
                    "choice" => QuestionKind::Choice,
                    "rank" => QuestionKind::Rank,
                    "scale" => QuestionKind::Scale,
                    "number" => QuestionKind::Number,
                    _ => QuestionKind::Text,
                };
                let raw = Raw::new(kind, vec![None; respondents]);
                found.push((row.question.to_owned(), raw));
            }
            if let Some((_, raw)) = found.get_mut(at).filter(|(_, raw)| raw.kind.is_number()) {
                raw.numbers.resize(respondents, None);
                let number = row.number.filter(|_| !row.text.ends_with('%'));
                if let Some(slot) = raw.numbers.get_mut(place) {
                    *slot = number;
                }
            }
            let slot = found.get_mut(at).and_then(|(_, raw)| raw.answers.get_mut(place));
            if let Some(slot) = slot {
                // Free text never leaves the program, not even as the label of an option.
                let text = if row.kind == "text" { "" } else { row.text };
                slot.get_or_insert_with(BTreeSet::new).insert(text.to_owned());
            }
        }
    }
    found
}

fn view(label: String, raw: &Raw, weighing: &Weighing) -> QuestionView {
    let who = |holds: &dyn Fn(&BTreeSet<String>) -> bool| -> Vec<usize> {
        raw.answers
            .iter()
            .zip(&weighing.respondents)
            .filter(|(answer, _)| answer.as_ref().is_some_and(holds))
            .map(|(_, who)| *who)
            .collect()
    };
    let (options, joined) = match raw.kind {
        // A list of numbers or of texts is no list of options.
        QuestionKind::Number | QuestionKind::Text => (Vec::new(), Vec::new()),
        _ => options(raw, weighing, &who),
    };
    QuestionView {
        label,
        kind: raw.kind,
        answered: who(&|_| true),
        base: u32::try_from(weighing.respondents.len()).unwrap_or(u32::MAX),
        options,
        joined,
        mean: mean(raw, weighing),
    }
}

/// The mean of the numbers of a question; `None` where one that answered told none, or one below
/// zero.
fn mean(raw: &Raw, weighing: &Weighing) -> Option<MeanView> {
    let mut both = raw.answers.iter().zip(&raw.numbers);
    if raw.numbers.is_empty() || both.any(|(said, number)| said.is_some() != number.is_some()) {
        return None;
    }
    let margins = weighing.margins.as_ref().map(|(margins, ..)| margins);
    let sample = Sample { design: &weighing.design, weights: &weighing.weights, margins };
    let context = Context { sample, domain: None, level: LEVEL };
    let asked = Amount::<Things>::new(raw.numbers.clone()).ok()?;
    let figure = asked.mean_per_employer(&context)?;
    // Even around the whole of it: around what large establishments hold, its ends would tell that.
    let estimate = Estimate { certain: 0.0, ..figure.estimate };
    let outcome = publish(&estimate, positive(&estimate, 0.0, REFUSAL_LEVEL));
    let value = borne(&outcome, positive(&estimate, 0.0, LEVEL));
    let said = weighing.respondents.iter().zip(&raw.numbers);
    Some(MeanView {
        value,
        point: estimate.value,
        unweighted: estimate.unweighted,
        standard_error: estimate.standard_error,
        refusal: outcome.err(),
        said: said.filter_map(|(who, number)| Some((*who, (*number)?))).collect(),
    })
}

type Who<'a> = dyn Fn(&dyn Fn(&BTreeSet<String>) -> bool) -> Vec<usize> + 'a;

/// Everyone gives one answer of them, as the question asks.
fn one_each(raw: &Raw) -> bool {
    let single = matches!(
        raw.kind,
        QuestionKind::YesNo | QuestionKind::Scale | QuestionKind::Choice | QuestionKind::Rank
    );
    single && raw.answers.iter().flatten().all(|given| given.len() == 1)
}

/// The options, and what stands for the rarest of them together ([`QuestionView::joined`]).
fn options(raw: &Raw, weighing: &Weighing, who: &Who<'_>) -> (Vec<OptionView>, Vec<OptionView>) {
    let mut labels: BTreeMap<&str, usize> = BTreeMap::new();
    for answer in raw.answers.iter().flatten().flatten() {
        *labels.entry(answer).or_default() += 1;
    }
    let mut labels: Vec<(&str, usize)> = labels.into_iter().collect();
    if raw.kind == QuestionKind::Scale {
        // By degree and not by letter: 10 is above 2.
        let degree = |text: &str| text.replace(',', ".").parse::<f64>().unwrap_or(f64::MAX);
        labels.sort_by(|a, b| degree(a.0).total_cmp(&degree(b.0)).then(a.0.cmp(b.0)));
    } else {
        labels.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    }
    labels.truncate(MOST_OPTIONS);
    let place = |text: &String| labels.iter().position(|(label, _)| label == text);
    // How rare an option is among them; the rarest is joined to others first.
    let mut rarest: Vec<(usize, &str)> = labels.iter().map(|(label, n)| (*n, *label)).collect();
    rarest.sort_unstable();
    let rank = |text: &String| rarest.iter().position(|(_, label)| label == text);
    let joins = if one_each(raw) { labels.len() } else { 0 };
    let is_joined = |set: &BTreeSet<String>, rarest: usize| {
        set.iter().all(|text| rank(text).is_none_or(|rank| rank < rarest))
    };
    let chosen = |set: &BTreeSet<String>| -> BTreeSet<usize> {
        let together = (0..joins).filter(|rarest| is_joined(set, *rarest));
        set.iter().filter_map(place).chain(together.map(|join| labels.len() + join)).collect()
    };
    let answers = raw.answers.iter().map(|answer| answer.as_ref().map(chosen)).collect();
    let Ok(multiple) = Multiple::new(labels.len() + joins, answers) else {
        return (Vec::new(), Vec::new());
    };
    let margins = weighing.margins.as_ref().map(|(margins, ..)| margins);
    let sample = Sample { design: &weighing.design, weights: &weighing.weights, margins };
    let context = Context { sample, domain: None, level: LEVEL };
    let made = |option: usize, label: &str, who: Vec<usize>| {
        let figure = multiple.share_citing(option, &context)?;
        let (value, unweighted) = (shown(&figure), figure.estimate.unweighted);
        Some(OptionView { label: label.to_owned(), value, unweighted, who })
    };
    let each = labels.iter().enumerate();
    let mut options: Vec<OptionView> = each
        .filter_map(|(option, (label, _))| {
            made(option, label, who(&|answer| answer.contains(*label)))
        })
        .collect();
    let joined = (0..joins)
        .map(|join| made(labels.len() + join, "", who(&|answer| is_joined(answer, join))));
    let joined: Option<Vec<OptionView>> = joined.collect();
    let joined = joined.filter(|_| options.len() == labels.len()).unwrap_or_default();
    if raw.kind != QuestionKind::Scale {
        // The largest share first, as it is shown: weighted.
        options.sort_by(|a, b| share(b).total_cmp(&share(a)));
    }
    (options, joined)
}

/// The share shown; below all of them where none is.
const fn share(option: &OptionView) -> f64 {
    match option.value {
        Value::Interval { value, .. } | Value::Exact(value) => value,
        _ => -1.0,
    }
}

fn shown<K>(figure: &Figure<K>) -> Value {
    let Estimate { value, .. } = figure.estimate;
    match (figure.published(), figure.interval) {
        // A share is always shown with its interval, however wide: it cannot leave 0–1.
        (Ok(_) | Err(Refusal::TooWide { .. }), Some(Interval { low, high, .. })) => {
            Value::Interval { value, low, high }
        }
        _ => Value::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::employers::asked::Status;
    use crate::analysis::employers::asked::tests::one;
    use crate::analysis::employers::weigh::{Choices, weigh};
    use crate::model::{Fap, FapVersion, Kind};
    use crate::reference::Reference;
    use crate::tables::survey::answer;

    /// Of each question its kind and its answers, each with how many gave it.
    type Shown = Vec<(QuestionKind, Vec<(String, usize)>)>;

    fn shown_of(answers: &[(u32, &str, &str, Option<f64>)]) -> Shown {
        let counted = |option: OptionView| (option.label, option.who.len());
        let of = |view: QuestionView| (view.kind, view.options.into_iter().map(counted).collect());
        found(answers).into_iter().map(of).collect()
    }

    fn found(answers: &[(u32, &str, &str, Option<f64>)]) -> Vec<QuestionView> {
        let list: Vec<Establishment> =
            (0..4).map(|n| one(&n.to_string(), None, 4.0, Status::Answered)).collect();
        let mut builder = answer::Builder::default();
        for (who, kind, text, number) in answers {
            builder.push(answer::Row {
                row: *who,
                establishment: &who.to_string(),
                question: kind,
                kind,
                text,
                number: *number,
            });
        }
        let mut table = ReadTable::blank("form.csv");
        table.table = Table::SurveyAnswers(builder.finish().unwrap());
        let weighing = weigh(&list, None, &Choices::default()).unwrap();
        let reference = Reference::embedded().unwrap();
        let version = FapVersion::Fap2021;
        let coding = Coding { version, reference: &reference, understood: &|_| None };
        questions(&[Arc::new(table)], &list, &weighing, coding)
    }

    /// Courses wished for, each for a label of an occupation with or without a code.
    #[test]
    fn wishes_are_questions_without_their_free_words() {
        let list: Vec<Establishment> =
            (0..5).map(|n| one(&n.to_string(), None, 4.0, Status::Answered)).collect();
        let mut occupations = read(
            "metiers.csv",
            "id_etablissement;libelle_metier;code_fap;version_fap;effectif_metier;projets_12m\n\
             0;Boulanger;S0X40;2021;2;1\n1;boulangère;S0X40;2021;2;1\n2;Boulanger;S0X40;2021;2;1\n\
             2;Vendeur;R1X60;2021;2;1\n",
        );
        let mut wishes = read(
            "souhaits_formation.csv",
            "id_etablissement;libelle_metier;competence_visee;public_formation;nb_personnes;\
             duree_souhaitee_h;modalite;periode\n\
             0;boulanger;Four de Jean;salariés|alternants;2;35;mixte;hiver\n\
             1;Boulangère;Levain;salariés;1;;;\n\
             2;Boulanger;Levain;salariés;1;;mixte;\n2;Vendeur;Caisse;;;;présentiel;\n\
             3;Tourier;Feuilletage;;1;;;\n",
        );
        assert_eq!((wishes[0].kind, wishes[0].rows.kept), (Kind::SurveyWishes, 5));
        let inputs: Vec<_> = occupations.drain(..).chain(wishes.drain(..)).map(Arc::new).collect();
        let weighing = weigh(&list, None, &Choices::default()).unwrap();
        let reference = Reference::embedded().unwrap();
        let version = FapVersion::Fap2021;
        let baker = Fap::new(version, "S0X40").unwrap();
        let label = reference.fap_label(baker).unwrap();
        let coding = Coding { version, reference: &reference, understood: &|_| None };
        let found = questions(&inputs, &list, &weighing, coding);
        let told = |at: usize| {
            let QuestionView { label, answered, options, .. } = &found[at];
            let options = options.iter().map(|one| (one.label.as_str(), one.who.len()));
            (label.as_str(), answered.len(), options.collect::<Vec<_>>())
        };
        // Four wish for a course; of the occupations one alone is named by enough of them.
        assert_eq!(told(0), ("field-wish-occupation", 4, vec![(label, 3)]));
        // What one or two wrote is theirs.
        assert_eq!(told(1), ("field-wish-audience", 3, vec![("salariés", 3)]));
        assert_eq!(told(2), ("field-wish-modality", 2, Vec::new()));
        assert_eq!(found.len(), 3, "neither the skill nor the period");
    }

    fn read(name: &str, text: &str) -> Vec<ReadTable> {
        let reference = Reference::embedded().unwrap();
        let control = crate::readers::Control::none();
        crate::readers::read(name, text.as_bytes(), &reference, control).unwrap()
    }

    #[test]
    fn each_kind_has_its_own_answers() {
        let check = |answers: &[(u32, &str, &str, Option<f64>)], kind, expect: &[(&str, usize)]| {
            let expect = expect.iter().map(|(label, n)| ((*label).to_owned(), *n)).collect();
            assert_eq!(shown_of(answers), [(kind, expect)], "{answers:?}");
        };
        let choice = [(0, "choice", "a", None), (1, "choice", "b", None), (2, "choice", "a", None)];
        check(&choice, QuestionKind::Choice, &[("a", 2), ("b", 1)]);
        // Whoever put `b` second did not put it first.
        let ranks = [(0, "rank", "a", Some(1.0)), (0, "rank", "b", Some(2.0))];
        check(&ranks, QuestionKind::Rank, &[("a", 1)]);
        let degrees = ["10", "2", "9"].map(|degree| (degree, degree.parse().ok()));
        let degrees = (0..).zip(degrees).map(|(who, (text, number))| (who, "scale", text, number));
        let degrees: Vec<_> = degrees.collect();
        check(&degrees, QuestionKind::Scale, &[("2", 1), ("9", 1), ("10", 1)]);
        check(&[(0, "text", "Rien", None)], QuestionKind::Text, &[]);
    }

    /// A mean of amounts, none of percentages nor of words, and none where one is below zero.
    #[test]
    fn a_number_has_a_mean() {
        let mean = |answers: &[(&str, f64)]| {
            let rows = (0_u32..).zip(answers);
            let rows = rows.map(|(who, (text, number))| (who, "number", *text, Some(*number)));
            let found = found(&rows.collect::<Vec<_>>());
            found.into_iter().next().unwrap().mean
        };
        let amounts = [("1 500", 1500.0), ("0", 0.0), ("300", 300.0), ("600", 600.0)];
        let found = mean(&amounts).unwrap();
        assert_eq!((found.point, found.unweighted), (600.0, 600.0));
        assert_eq!(found.said, [(0, 1500.0), (1, 0.0), (2, 300.0), (3, 600.0)]);
        assert_eq!(mean(&[("80 %", 0.8), ("20 %", 0.2), ("5 %", 0.05)]), None);
        assert_eq!(mean(&[("-3", -3.0), ("2", 2.0), ("5", 5.0)]), None);
        // Two answers bear no figure.
        let few = mean(&[("3", 3.0), ("2", 2.0)]).unwrap();
        assert_eq!(few.value, Value::Unknown);
    }
}
