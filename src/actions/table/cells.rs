//! One cell: what users write for a number, a day, a yes, a word of a list, a name.

use crate::actions::table::Fault;
use crate::model::action::ActionPlan;
use crate::model::action::Id;
use crate::model::action::indicator::{Direction, IndicatorKind};
use crate::model::action::sheet::{Practice, Role, Status};
use crate::model::{Fap, fold};

/// Several in one cell.
pub fn list(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

pub fn yes(text: &str) -> Result<bool, Fault> {
    match fold(text).as_str() {
        "" | "non" | "no" | "n" | "0" | "faux" | "false" => Ok(false),
        "oui" | "yes" | "o" | "y" | "x" | "1" | "vrai" | "true" | "★" | "*" | "✓" => Ok(true),
        _ => Err(Fault::NotYesNo),
    }
}

/// `3`, and the strokes of minutes: `[III]`.
pub fn count(text: &str) -> Result<u32, Fault> {
    let bare = text.trim_matches(['[', ']', '(', ')', ' ']);
    if !bare.is_empty() && bare.chars().all(|c| matches!(c, 'I' | 'l' | '|')) {
        return u32::try_from(bare.chars().count()).map_err(|_| Fault::NotANumber);
    }
    bare.parse().ok().filter(|count| *count > 0).ok_or(Fault::NotANumber)
}

/// Typed codes alone: a bare one is never guessed.
pub fn code(text: &str) -> Result<String, Fault> {
    text.parse::<Fap>().map(|code| code.to_string()).map_err(|_| Fault::NotACode)
}

/// A section of NAF, a letter.
pub fn section(text: &str) -> Result<String, Fault> {
    let mut letters = text.chars();
    match (letters.next().map(|c| c.to_ascii_uppercase()), letters.next()) {
        (Some(letter @ 'A'..='U'), None) => Ok(letter.to_string()),
        _ => Err(Fault::NotACode),
    }
}

/// The one of these whose identifier or words it is.
fn word<T: Copy>(text: &str, known: &[(T, &[&str])]) -> Result<T, Fault> {
    let folded = fold(text);
    let found = known.iter().find(|(_, words)| words.contains(&folded.as_str()));
    found.map(|(one, _)| *one).ok_or(Fault::NotAWord)
}

pub fn status(text: &str) -> Result<Status, Fault> {
    word(
        text,
        &[
            (Status::Idea, &["idea", "idee", "a l'etude"]),
            (Status::Decided, &["decided", "decidee", "decide"]),
            (Status::Running, &["running", "en cours", "engagee", "under way"]),
            (Status::Done, &["done", "terminee", "realisee", "faite", "fait"]),
            (Status::Stopped, &["stopped", "arretee", "abandonnee", "arrete"]),
        ],
    )
}

pub fn practice(text: &str) -> Result<Practice, Fault> {
    word(
        text,
        &[
            (Practice::Existing, &["existing", "existante", "a diffuser", "to be spread"]),
            (Practice::New, &["new", "nouvelle", "a demarrer", "to be started"]),
        ],
    )
}

pub fn kind(text: &str) -> Result<IndicatorKind, Fault> {
    word(
        text,
        &[
            (IndicatorKind::Achievement, &["achievement", "realisation", "de realisation"]),
            (IndicatorKind::Result, &["result", "resultat", "de resultat"]),
        ],
    )
}

pub fn direction(text: &str) -> Result<Direction, Fault> {
    word(
        text,
        &[
            (Direction::Up, &["up", "hausse", "a la hausse", "higher is better"]),
            (Direction::Down, &["down", "baisse", "a la baisse", "lower is better"]),
        ],
    )
}

pub fn role(text: &str) -> Result<Role, Fault> {
    word(
        text,
        &[
            (Role::Accountable, &["accountable", "a", "repond de l'action", "answers for it"]),
            (Role::Responsible, &["responsible", "r", "realise", "does it"]),
            (Role::Consulted, &["consulted", "c", "consulte", "est consulte", "is consulted"]),
            (Role::Informed, &["informed", "i", "informe", "est informe", "is informed"]),
        ],
    )
}

/// The identifier of a name among those of a list, whatever its case and accents; an identifier is
/// its own. A name of what was removed stays a reference to it.
fn named<'a>(
    plan: &'a ActionPlan,
    text: &str,
    known: impl Iterator<Item = (&'a Id, &'a String)>,
) -> Option<Id> {
    let folded = fold(text);
    let mut known = known.chain(&plan.gone);
    let found = known.find(|(id, name)| *id == text || fold(name) == folded);
    found.map(|(id, _)| id.clone())
}

pub fn lever(plan: &ActionPlan, text: &str) -> Result<Id, Fault> {
    let known = plan.levers.iter().map(|one| (&one.id, &one.name));
    named(plan, text, known).ok_or(Fault::NoSuchName)
}

pub fn target(plan: &ActionPlan, text: &str) -> Result<Id, Fault> {
    let known = plan.targets.iter().map(|one| (&one.id, &one.name));
    named(plan, text, known).ok_or(Fault::NoSuchName)
}

pub fn wave(plan: &ActionPlan, text: &str) -> Result<Id, Fault> {
    let known = plan.waves.iter().map(|one| (&one.id, &one.name));
    named(plan, text, known).ok_or(Fault::NoSuchName)
}

pub fn action(plan: &ActionPlan, text: &str) -> Result<Id, Fault> {
    let known = plan.actions.iter().map(|one| (&one.id, &one.title));
    named(plan, text, known).ok_or(Fault::NoSuchName)
}

pub fn question(plan: &ActionPlan, text: &str) -> Option<Id> {
    named(plan, text, plan.questions.iter().map(|one| (&one.id, &one.text)))
}

pub fn actor(plan: &ActionPlan, text: &str) -> Option<Id> {
    named(plan, text, plan.actors.iter().map(|one| (&one.id, &one.name)))
}
