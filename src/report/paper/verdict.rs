//! What training can do for an occupation, with the figures that the reasoning stands on.

use crate::model::Fap;
use crate::recommend::verdict::Conclusion;
use crate::report::build::verdicts;
use crate::report::paper::Inline;
use crate::report::paper::cite::Fill;
use crate::report::paper::matter::Matter;

/// The reasoning behind a verdict: the sentence of the table of decision, its figures those of the
/// balances.
pub fn why(matter: &Matter<'_>, code: Fap, conclusion: &Conclusion) -> Vec<Inline> {
    let figure = |column: &str| Fill::from(matter.figure(verdicts::ID, code.code(), column));
    let lever = matter.text(&format!("lever-{}", conclusion.facts.lever.id()));
    let fills = [
        ("lever", lever.into()),
        ("gap", figure("gap-told")),
        ("local", figure("offers-local")),
        ("beyond", figure("offers-beyond")),
        ("remote", figure("offers-remote")),
        ("taken", figure("places-taken")),
    ];
    matter.say(&format!("verdict-why-{}", conclusion.why), &fills)
}
