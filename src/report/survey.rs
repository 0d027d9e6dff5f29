//! The survey as it may leave: every figure of the respondents goes through one decision
//! (`crate::secrecy::journal`), with all the tables it stands in and all that left before.

mod apart;
mod causes;
mod draft;
pub mod drawn;
mod jointly;
mod lines;
mod means;
mod needs;
mod out;
mod own;
pub mod perceived;
pub mod questions;
mod shares;

use crate::analysis::balance::{Announced, Told};
use crate::analysis::employers::asked::Establishment;
use crate::analysis::employers::causes::Stated;
use crate::analysis::employers::dominant::Dominant;
use crate::analysis::employers::needs::{Need, Wanted};
use crate::analysis::employers::questions::{QuestionKind, QuestionView};
use crate::analysis::employers::weigh::Choices;
use crate::analysis::employers::{Survey, Told as ToldSurvey};
use crate::analysis::results::SurveyView;
use crate::flows::spread::Spread;
use crate::model::{Fap, Scope, Territory, Value};
use crate::report::survey::draft::Draft;
use crate::secrecy::journal::{JournalError, Key, Log, Release};
use crate::secrecy::primary::Thresholds;
use crate::secrecy::{Hidden, Published};
use crate::survey::interval::Refusal;
use std::collections::{BTreeMap, BTreeSet};

/// A figure that may leave, with what stands beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedMeasure {
    pub wanted: Wanted,
    /// The weighted figure with its interval, or why it is hidden.
    pub weighted: Published,
    /// Among respondents alone.
    pub unweighted: Published,
    /// `None` when the figure is hidden or nobody answered.
    pub behind: Option<Behind>,
}

/// What a shown figure rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Behind {
    /// Answers; `None` when they may not be counted aloud.
    pub n: Option<u32>,
    /// Respondents concerned, answered or not; `None` when they may not be counted aloud.
    pub base: Option<u32>,
    /// Of the linearised estimate, rounded up to `step`; `None` when no point value is given.
    pub standard_error: Option<f64>,
    /// The unit that the figure and its bounds are rounded to.
    pub step: f64,
    /// Why no point value is given.
    pub refusal: Option<Refusal>,
}

impl Behind {
    /// Another error of the figure, to the unit it is rounded to.
    pub fn rounded_up(&self, error: f64) -> f64 {
        // Whole numbers of the unit, and no digit more than it has.
        let steps = (error / self.step - 1e-9).ceil();
        let inverse = (1.0 / self.step).round();
        if self.step < 1.0 { steps / inverse } else { steps * self.step }
    }
}

/// A row of the register.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedNeed {
    pub scope: Scope,
    /// Respondents that have it; `None` when they may not be counted aloud.
    pub establishments: Option<u32>,
    /// Why they may not.
    pub uncounted: Option<Hidden>,
    /// In the order of [`crate::analysis::employers::needs::WANTED`].
    pub measures: Vec<PublishedMeasure>,
}

/// One answer to a question: shares of the establishments that answered it, 0–1.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedOption {
    /// `None`: the rarest answers in one line, none of which may be counted alone.
    pub label: Option<String>,
    pub weighted: Published,
    /// Among respondents alone.
    pub unweighted: Published,
}

/// A question: of one answer each with all its lines or none, of several with each by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedQuestion {
    /// As written, or the key of a field of the layout (`field-…`).
    pub label: String,
    pub kind: QuestionKind,
    /// Respondents that answered it; `None` when they may not be counted aloud.
    pub answered: Option<u32>,
    /// Respondents of the survey.
    pub base: u32,
    /// None for a question whose answers are no list of options.
    pub options: Vec<PublishedOption>,
    /// Why the options are not shown.
    pub hidden: Option<Published>,
    /// Of a question that asks for a number.
    pub mean: Option<PublishedMean>,
}

/// The mean of what establishments told, each once.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedMean {
    pub weighted: Published,
    /// Among respondents alone, to the same unit.
    pub unweighted: Published,
    /// Why the value is to be read as no more than its interval, or is not given.
    pub refusal: Option<Refusal>,
}

/// A cause of difficulty: shares of the establishments that name one, 0–1.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedCause {
    /// As the layout writes it.
    pub cause: String,
    pub weighted: Published,
    /// Among respondents alone.
    pub unweighted: Published,
    /// Why the value is to be read as no more than its interval, or is not given.
    pub refusal: Option<Refusal>,
}

/// The causes stated in a scope.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedCauses {
    pub scope: Scope,
    /// Respondents that declare difficulties; `None` when they may not be counted aloud.
    pub declaring: Option<u32>,
    /// Those of them that name a cause; `None` when they may not be counted aloud.
    pub answered: Option<u32>,
    pub causes: Vec<PublishedCause>,
}

/// What the survey says of an occupation, beside its official reading.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedView {
    pub projects: Published,
    pub difficult: Published,
    pub training_need: Published,
}

/// The survey as it may leave. Showing it and appending `release` to the log go together.
#[derive(Clone, Debug, PartialEq)]
pub struct PublishedSurvey {
    /// In the order of the needs.
    pub needs: Vec<PublishedNeed>,
    /// In the order of what was stated.
    pub causes: Vec<PublishedCauses>,
    /// In the order of the questions.
    pub questions: Vec<PublishedQuestion>,
    pub occupations: BTreeMap<Fap, PublishedView>,
    pub release: Release,
    /// Figures that earlier exports have given away, or will whatever is hidden now.
    pub exposed: usize,
    /// Those of them that have a key, in its order: a difference of two figures has none.
    pub given_away: Vec<Key>,
    /// Identifiers mean other respondents than when figures left: all is hidden.
    pub is_of_others: bool,
}

impl PublishedSurvey {
    /// The causes stated in a scope.
    pub fn causes_of(&self, scope: &Scope) -> Option<&PublishedCauses> {
        self.causes.iter().find(|stated| stated.scope == *scope)
    }

    /// How many figures are hidden, by reason; a question counts for one.
    pub fn hidden(&self) -> BTreeMap<Hidden, u32> {
        // Of a figure and the unweighted one beside it, one at most is counted.
        fn one<'a>(weighted: &'a Published, beside: &'a Published) -> &'a Published {
            if weighted.hidden().is_some() { weighted } else { beside }
        }
        let measures = self.needs.iter().flat_map(|need| &need.measures);
        let measures = measures.map(|measure| one(&measure.weighted, &measure.unweighted));
        let questions = self.questions.iter();
        let questions = questions.flat_map(|question| {
            let options = question.options.iter();
            let mean = question.mean.as_ref().map(|mean| &mean.weighted);
            options.map(|option| &option.weighted).chain(question.hidden.as_ref()).chain(mean)
        });
        let causes = self.causes.iter().flat_map(|stated| &stated.causes);
        let causes = causes.map(|cause| &cause.weighted);
        let views = self.occupations.values();
        let views = views.flat_map(|view| [&view.projects, &view.difficult, &view.training_need]);
        let mut counts = BTreeMap::new();
        let all = measures.chain(causes).chain(questions).chain(views);
        for hidden in all.filter_map(Published::hidden) {
            *counts.entry(hidden).or_insert(0) += 1;
        }
        counts
    }

    /// What it says of each occupation, for need against supply: shown figures alone, in whole
    /// numbers as they are shown, so that nothing derived of them tells more.
    pub fn announced(&self) -> BTreeMap<Fap, Announced> {
        let occupations = self.needs.iter().filter_map(|need| match &need.scope {
            Scope::Occupation(code) => Some((*code, need)),
            Scope::All | Scope::Sector(_) | Scope::Group(_) | Scope::Within(..) => None,
        });
        occupations
            .map(|(code, need)| {
                let told = |indicator: &str| {
                    let mut measures = need.measures.iter();
                    let measure = measures.find(|one| one.wanted.indicator == indicator);
                    measure.map_or(Told::Unknown, |measure| as_shown(&measure.weighted))
                };
                let announced = Announced {
                    headcount: told("need-headcount"),
                    retirements_12: told("need-retirements-12"),
                    retirements_36: told("need-retirements-36"),
                    departures_36: told("need-departures-36"),
                    creations_12: told("need-creations"),
                    aged_50_54: told("need-aged-50-54"),
                    aged_55_59: told("need-aged-55-59"),
                    aged_60_plus: told("need-aged-60-plus"),
                };
                (code, announced)
            })
            .collect()
    }
}

/// Figures shown among which one that hangs on few respondents may be told of, unnamed.
const LEAST_SHOWN: usize = 3;
/// Respondents without whom the story changes, at most: three leave any narrow interval.
const FEW: usize = 2;

impl PublishedSurvey {
    /// Whether a figure shown with its value tells another story without one or two of its
    /// respondents.
    ///
    /// Which one is not said, nor by how much: with and without are the answers of a few, and even the
    /// name of the figure would bound what they have of it from below.
    pub fn hangs_on_few(&self, dominant: &[Dominant]) -> bool {
        let all = self.needs.iter().filter(|need| !matches!(need.scope, Scope::Within(..)));
        let valued: BTreeSet<(&Scope, &str)> = all
            .flat_map(|need| need.measures.iter().map(move |measure| (&need.scope, measure)))
            .filter(|(_, measure)| measure.weighted.point().is_some())
            .map(|(scope, measure)| (scope, measure.wanted.indicator))
            .collect();
        let changes =
            |one: &Dominant| one.who.len() <= FEW && valued.contains(&(&one.scope, one.indicator));
        valued.len() >= LEAST_SHOWN && dominant.iter().filter(|one| one.another_story).any(changes)
    }
}

/// A figure as its reader sees it.
fn as_shown(figure: &Published) -> Told {
    if figure.hidden().is_some() {
        return Told::Hidden;
    }
    match figure.value() {
        Value::Unknown => Told::Unknown,
        Value::Exact(value) => Told::Known(Spread::Known(value.round())),
        Value::Interval { value, low, high } => Told::Known(Spread::Around {
            value: value.round(),
            low: low.round(),
            high: high.round(),
        }),
        Value::RangeOnly { low, high } | Value::Masked { low, high } => {
            Told::Known(Spread::Bounds { low: low.round(), high: high.round() })
        }
    }
}

/// The survey of a territory, and what of it may leave.
#[derive(Clone, Debug)]
pub struct Inquiry {
    pub survey: Survey,
    pub territory: Territory,
    /// Its year, or nothing.
    pub wave: String,
    /// How respondents were to be weighted.
    pub choices: Choices,
    /// `None`: no decision could be taken, so that no answer leaves.
    pub published: Option<PublishedSurvey>,
}

impl Inquiry {
    /// Whether a figure shown hangs on one or two respondents.
    pub fn hangs_on_few(&self) -> bool {
        let told = self.survey.weighing.as_ref().ok();
        let both = self.published.as_ref().zip(told);
        both.is_some_and(|(published, told)| published.hangs_on_few(&told.dominant))
    }
}

/// What an export may be made of.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// The establishments that needs and questions point into.
    pub list: &'a [Establishment],
    pub needs: &'a [Need],
    pub causes: &'a [Stated],
    pub questions: &'a [QuestionView],
    /// Places of the respondents among the establishments, and their weights.
    pub weights: (&'a [usize], &'a [f64]),
    pub views: &'a BTreeMap<Fap, SurveyView>,
}

impl<'a> Material<'a> {
    /// The needs alone.
    pub const fn needs(list: &'a [Establishment], needs: &'a [Need]) -> Self {
        static NO_VIEW: BTreeMap<Fap, SurveyView> = BTreeMap::new();
        let weights: (&[usize], &[f64]) = (&[], &[]);
        Self { list, needs, causes: &[], questions: &[], weights, views: &NO_VIEW }
    }

    /// All that a survey tells.
    pub fn all(
        list: &'a [Establishment],
        told: Option<&'a ToldSurvey>,
        views: &'a BTreeMap<Fap, SurveyView>,
    ) -> Self {
        let none = Self { views, ..Self::needs(list, &[]) };
        told.map_or(none, |told| Self {
            needs: &told.needs,
            causes: &told.causes,
            questions: &told.questions,
            weights: (&told.weighing.respondents, &told.weighing.weights),
            ..none
        })
    }
}

/// Decides on what a survey tells of a territory in a wave, given what has left before.
///
/// # Errors
/// When the tables do not add up: needs that are not of this list, or not of one survey.
pub fn published(
    material: &Material<'_>,
    territory: Territory,
    wave: &str,
    thresholds: Thresholds,
    log: &Log,
) -> Result<PublishedSurvey, JournalError> {
    let Material { list, needs, causes, questions, weights: (who, weights), views } = *material;
    let mut draft = Draft::new(list, territory.to_string(), wave);
    let of_needs = needs::put(&mut draft, needs);
    let weights: BTreeMap<usize, f64> = who.iter().copied().zip(weights.iter().copied()).collect();
    let of_causes = causes::put(&mut draft, causes, &weights);
    let mut of_questions = questions::put(&mut draft, questions, &weights, thresholds);
    let of_views = own::put(&mut draft, views, needs, &of_needs);
    let log = log.of(|key| perceived::is_of_survey(&key.indicator));
    let is_of_others = draft.is_of_others(&log);
    let mut decided =
        if is_of_others { draft.withheld() } else { draft.decide(&log, thresholds)? };
    let settlement = needs::settled(needs, &of_needs, &mut decided, &log);
    own::settled(&of_views, needs, &settlement, &mut decided);
    causes::settled(causes, &of_causes, &mut decided, thresholds);
    questions::settled(questions, &mut of_questions, &mut decided, (&weights, thresholds), &log);
    Ok(PublishedSurvey {
        needs: needs::shown(needs, &of_needs, &decided, &settlement, (territory, thresholds)),
        causes: causes::shown(causes, &of_causes, &decided, (&weights, territory, thresholds)),
        questions: questions::shown(
            questions,
            &of_questions,
            &decided,
            (&weights, territory, thresholds),
        ),
        occupations: own::shown(views, &of_views, &decided),
        exposed: decided.exposed,
        given_away: decided.given_away,
        is_of_others,
        release: decided.release,
    })
}

#[cfg(test)]
mod tests;
