//! The employer survey: who was asked, who answered, what it weighs, what it tells of needs.
//!
//! ```text
//! survey + register ─ asked, frame ▸ weigh ▸ answers ─ needs | questions | dominance
//! ```
//!
//! Nothing here decides what may be shown: figures carry who is behind them, `secrecy` decides.

pub mod answers;
pub mod asked;
pub mod causes;
pub mod communes;
pub mod dominant;
pub mod frame;
pub mod needs;
pub mod perception;
pub mod questions;
pub mod replicated;
pub mod weigh;
pub mod wishes;

use crate::analysis::employers::answers::{Answers, Understood};
use crate::analysis::employers::asked::{Board, Establishment, Status};
use crate::analysis::employers::causes::Stated;
use crate::analysis::employers::dominant::Dominant;
use crate::analysis::employers::frame::Frame;
use crate::analysis::employers::needs::Need;
use crate::analysis::employers::questions::QuestionView;
use crate::analysis::employers::weigh::{Choices, WeighError, Weighing};
use crate::analysis::employers::wishes::Coding;
/// The files of a survey: one wave, each content once.
pub use crate::analysis::inputs::{Prepared, prepare, with_lists};
use crate::analysis::own;
use crate::analysis::results::SurveyView;
use crate::model::{Fap, FapVersion, Groups, Territory};
use crate::readers::ReadTable;
use crate::reference::Reference;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How a survey is read: its weights, and its labels without a code.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    pub choices: Choices,
    pub understood: Understood<'a>,
}

impl Default for Reading<'_> {
    fn default() -> Self {
        Self { choices: Choices::default(), understood: &|_| None }
    }
}

/// What the survey of a territory tells.
#[derive(Clone, Debug)]
pub struct Survey {
    /// Index of the table of establishments.
    pub source: usize,
    /// Everyone asked. Identifiers never leave the program.
    pub list: Vec<Establishment>,
    /// Others who answered and whose commune is not known: nobody can say whether they are of it.
    pub nowhere: u32,
    pub frame: Option<Frame>,
    pub board: Board,
    pub choices: Choices,
    pub weighing: Result<Told, WeighError>,
    /// By occupation, as answered: what stands beside the official reading.
    pub views: BTreeMap<Fap, SurveyView>,
}

/// What the respondents tell, once weighed.
#[derive(Clone, Debug)]
pub struct Told {
    pub weighing: Weighing,
    pub answers: Answers,
    pub needs: Vec<Need>,
    pub causes: Vec<Stated>,
    pub questions: Vec<QuestionView>,
    pub dominant: Vec<Dominant>,
}

/// Looks at the survey of a territory; `None` without one. Copies and former waves count for
/// nothing. Labels without a code are read as `understood`, and `groups` are rows of the register.
pub fn survey(
    inputs: &[Arc<ReadTable>],
    territory: Territory,
    version: FapVersion,
    reference: &Reference,
    choices: Choices,
    (understood, groups): (Understood<'_>, &Groups),
) -> Option<Survey> {
    let inputs = prepare(inputs).inputs;
    let inputs = inputs.as_slice();
    let reference = &with_lists(inputs, reference);
    let list = asked::asked(inputs, territory, reference)?;
    // That of the answers, beside a list of the invited.
    let answered = list.iter().find(|one| one.status == Status::Answered);
    let source = answered.or(list.first()).map_or(0, |one| one.origin.0);
    let nowhere = asked::nowhere(inputs, territory, reference);
    let frame = frame::frame(inputs, territory, reference);
    let board = Board::new(&list, frame.as_ref());
    let weighing = weigh::weigh(&list, frame.as_ref(), &choices).map(|weighing| {
        let answers =
            answers::answers(inputs, &list, &weighing.respondents, version, reference, understood);
        let needs = needs::needs(&weighing, &answers, groups);
        let causes = causes::causes(&weighing, &answers, groups);
        let coding = Coding { version, reference, understood };
        let questions = questions::questions(inputs, &list, &weighing, coding);
        let dominant = dominant::dominant(&needs);
        Told { weighing, answers, needs, causes, questions, dominant }
    });
    let views = own::survey(inputs, territory, version, reference);
    let views = views.map(|views| views.views).unwrap_or_default();
    Some(Survey { source, list, nowhere, frame, board, choices, weighing, views })
}
