//! Settings of the method: decided, or under the user's hand.

use super::Session;
use crate::analysis::shift::Shift;
use crate::model::adjust::Adjustments;
use crate::project::Edit;
use crate::reference::financing::DeviceError;
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

    /// The method with these settings, and with the financing devices of the project. Those of a
    /// faulty file are left out, as [`Session::devices_fault`] tells.
    pub(super) fn adjusted_to(&self, method: &Adjustments) -> Parameters {
        let adjusted = self.parameters.adjusted(method);
        let own = self.project.decisions().planning.devices.as_ref();
        own.and_then(|own| adjusted.with_own(own).ok()).unwrap_or(adjusted)
    }

    /// Why the financing devices of the project are not taken.
    pub fn devices_fault(&self) -> Option<DeviceError> {
        let own = self.project.decisions().planning.devices.as_ref()?;
        self.parameters.with_own(own).err()
    }

    /// Settings under the hand that are not decided yet.
    pub fn trial(&self) -> Option<&Adjustments> {
        self.trial.as_ref().filter(|trial| **trial != self.project.decisions().method)
    }

    /// Results follow the hand; nothing is decided.
    pub fn try_method(&mut self, method: Adjustments) {
        self.adjusted = Arc::new(self.adjusted_to(&method));
        self.trial = Some(method);
    }
}
