//! A project without what respondents gave.

use crate::archive::manifest::LeftOut;
use crate::model::Custody;
use crate::project::Decisions;
use std::collections::BTreeSet;

/// Takes out of decisions what tells of respondents: labels as they wrote them, what their forms
/// were read with (it quotes what was written), contents preferred other than those that may go.
pub fn without(decisions: &mut Decisions, may_go: &BTreeSet<&str>) -> LeftOut {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let labels = std::mem::take(&mut decisions.labels);
    let before = decisions.mappings.len();
    decisions.mappings.retain(|mapping| mapping.kind.custody() != Custody::Respondents);
    decisions.preferred.retain(|content| may_go.contains(content.as_str()));
    LeftOut {
        labels: count(labels.entries.len()),
        mappings: count(before - decisions.mappings.len()),
    }
}
