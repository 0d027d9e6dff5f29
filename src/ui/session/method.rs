//! Settings of the method: decided, or under the user's hand.

use super::Session;
use crate::analysis::shift::Shift;
use crate::model::adjust::Adjustments;
use crate::project::Edit;
use crate::reference::params::Parameters;
use crate::ui::command::Command;
use std::sync::Arc;

impl Session {
    /// Settings under the hand are decided once something else is done.
    pub fn settle_unless(&mut self, command: &Command) {
        let goes_on = matches!(
            command,
            Command::Try(_)
                | Command::Do(Edit::Method(_))
                | Command::WantAtlas
                | Command::AskMap(_)
                | Command::StopMap
                | Command::ResumeMap
        );
        if let (false, Some(trial)) = (goes_on, self.trial()) {
            let trial = trial.clone();
            self.project.apply(Edit::Method(trial));
        }
    }

    /// What the user's settings of the method change in the list.
    pub fn shifts(&self) -> &[Shift] {
        match self.results.value() {
            Some(Ok(analysis)) => &analysis.shifts,
            _ => &[],
        }
    }

    /// Settings of the method: those under the hand, else those decided.
    pub fn method(&self) -> &Adjustments {
        self.trial.as_ref().unwrap_or(&self.project.decisions().method)
    }

    /// The method with the user's settings.
    pub const fn adjusted(&self) -> &Arc<Parameters> {
        &self.adjusted
    }

    /// Settings under the hand that are not decided yet.
    pub fn trial(&self) -> Option<&Adjustments> {
        self.trial.as_ref().filter(|trial| **trial != self.project.decisions().method)
    }

    /// Results follow the hand; nothing is decided.
    pub fn try_method(&mut self, method: Adjustments) {
        self.adjusted = Arc::new(self.parameters.adjusted(&method));
        self.trial = Some(method);
    }
}
