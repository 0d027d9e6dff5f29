//! What the published survey lets out of what training is judged from.

use crate::analysis::balanced::LetOut;
use crate::analysis::own::official;
use crate::indicators::anchor::Cause;
use crate::model::{Fap, Scope};
use crate::report::survey::PublishedSurvey;

impl PublishedSurvey {
    /// Whether the share of establishments of an occupation that name an official cause is shown.
    pub fn tells(&self, occupation: Fap, cause: Cause) -> bool {
        let stated = self.causes_of(&Scope::Occupation(occupation));
        let mut causes = stated.into_iter().flat_map(|stated| &stated.causes);
        causes
            .any(|cited| cited.weighted.point().is_some() && official(&cited.cause) == Some(cause))
    }

    pub fn let_out(&self) -> LetOut {
        let occupations = self.causes.iter().filter_map(|stated| match &stated.scope {
            Scope::Occupation(code) => Some(*code),
            Scope::All | Scope::Sector(_) | Scope::Group(_) | Scope::Within(..) => None,
        });
        let told = occupations.filter(|code| self.tells(*code, Cause::TrainingLink));
        LetOut { announced: self.announced(), skill_gaps: told.collect() }
    }
}
