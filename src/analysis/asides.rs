//! What is said beside results of the files as they stand together, and of the method as changed.

use crate::analysis::results::Note;
use crate::analysis::stacking::{Link, Pair, series_of};
use crate::model::Kind;
use crate::model::adjust::Cut;
use crate::reference::adjust::Changed;
use crate::reference::params::Parameters;

/// Sources that count for nothing, each with the one that counts instead.
pub(super) fn left_aside(
    doubles: &[(usize, usize)],
    copies: &[(usize, usize)],
    former: &[(usize, Option<u16>)],
) -> Vec<Note> {
    let doubles =
        doubles.iter().map(|(kept, left)| Note::DuplicateYear { kept: *kept, left: *left });
    let copies = copies.iter().map(|(kept, left)| Note::SameContent { kept: *kept, left: *left });
    let former = former.iter().map(|(left, year)| Note::FormerWave { left: *left, year: *year });
    doubles.chain(copies).chain(former).collect()
}

/// What files make together, beside what the other notes tell of copies, of former waves, and of
/// surveys of one year or of two nomenclatures.
/// A pair that `is_cut` makes no series of this territory.
pub(super) fn side_by_side(pairs: &[Pair], is_cut: impl Fn(&Pair) -> bool) -> Vec<Note> {
    let told = |pair: &&Pair| match &pair.link {
        Link::Stacked { .. } | Link::Copy | Link::FormerWave { .. } | Link::SameYear => false,
        Link::OtherEdition => pair.kind != Kind::Bmo,
        _ => true,
    };
    let pairs_told = pairs.iter().filter(told).cloned().map(Note::Together);
    let joined: Vec<Pair> = pairs.iter().filter(|pair| !is_cut(pair)).cloned().collect();
    series_of(&joined).into_iter().map(Note::Series).chain(pairs_told).collect()
}

/// What the user changed of the method, said with every result.
pub(super) fn user_changes(parameters: &Parameters) -> Vec<Note> {
    let changed = parameters
        .changed()
        .into_iter()
        .map(|Changed { id, value, default }| Note::ParameterChanged { id, value, default });
    let cut = Some(parameters.cut()).filter(|cut| *cut != Cut::France);
    changed.chain(cut.map(|cut| Note::CutChanged { cut })).collect()
}
