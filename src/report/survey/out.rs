//! What the published survey lets out of what training is judged from.

use crate::analysis::balanced::LetOut;
use crate::model::{Fap, Scope};
use crate::recommend::local::LocalCause;
use crate::report::survey::PublishedSurvey;

impl PublishedSurvey {
    /// Whether the share of establishments of an occupation that name a cause is shown.
    pub fn tells(&self, occupation: Fap, cause: LocalCause) -> bool {
        let stated = self.causes_of(&Scope::Occupation(occupation));
        let mut causes = stated.into_iter().flat_map(|stated| &stated.causes);
        causes.any(|cited| {
            cited.weighted.point().is_some() && LocalCause::of(&cited.cause) == Some(cause)
        })
    }

    pub fn let_out(&self) -> LetOut {
        let occupations = self.causes.iter().filter_map(|stated| match &stated.scope {
            Scope::Occupation(code) => Some(*code),
            Scope::All | Scope::Sector(_) | Scope::Group(_) | Scope::Within(..) => None,
        });
        let named = occupations.flat_map(|code| {
            let told = LocalCause::ALL.into_iter().filter(move |cause| self.tells(code, *cause));
            told.map(move |cause| (code, cause))
        });
        LetOut { announced: self.announced(), named: named.collect() }
    }
}
