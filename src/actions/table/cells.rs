//! One cell: what users write for a number, a day, a yes, a word of a list, a name.

use crate::actions::table::Fault;
use crate::model::action::ActionPlan;
use crate::model::action::ActorKind;
use crate::model::action::Id;
use crate::model::action::indicator::{Direction, IndicatorKind};
use crate::model::action::sheet::{Milestone, Places, Practice, ProgrammeLink, Role, Status};
use crate::model::{Date, Fap, fold};

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

/// An occupation by its typed code, or by the label that one alone has.
pub fn occupation(text: &str, known: &[(String, String)]) -> Result<String, Fault> {
    let folded = fold(text);
    let mut named = known.iter().filter(|(_, label)| fold(label) == folded);
    code(text).or_else(|why| match (named.next(), named.next()) {
        (Some((code, _)), None) => Ok(code.clone()),
        _ => Err(why),
    })
}

/// A whole number, 0 too, with or without spaces between thousands.
pub fn whole(text: &str) -> Result<u32, Fault> {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    bare.parse().map_err(|_| Fault::NotANumber)
}

/// The same below 256.
pub fn small(text: &str) -> Result<u8, Fault> {
    whole(text).and_then(|number| u8::try_from(number).map_err(|_| Fault::NotANumber))
}

/// `12 / 12 / 10 / 8 / -`: the steps of the way.
pub fn way(text: &str) -> Result<Places, Fault> {
    let mut steps = [None; 5];
    if text.is_empty() {
        return Ok(Places::default());
    }
    let mut parts = text.split('/').map(str::trim);
    for step in &mut steps {
        *step = match parts.next().unwrap_or_default() {
            "" | "-" | "—" => None,
            count => Some(whole(count)?),
        };
    }
    if parts.next().is_some() { Err(Fault::NotANumber) } else { Ok(Places::from_steps(steps)) }
}

/// Without what parts a cell into several.
pub fn in_a_list(name: &str) -> String {
    name.replace([';', '\n', '\r'], ",").trim().to_owned()
}

/// `Cahier des charges : 2027-03-15 (fait 2027-03-10) [M12]`: what stands in brackets and the day may
/// be left out. A milestone that is known by its identifier keeps its name as it was written.
pub fn milestone(text: &str, before: &[Milestone]) -> Result<Milestone, Fault> {
    let (text, id) = match text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        Some((text, id)) => (text.trim_end(), id),
        None => (text, ""),
    };
    let known = before.iter().find(|one| !id.is_empty() && one.id == id);
    let text =
        if known.is_none() && !id.is_empty() { format!("{text} [{id}]") } else { text.to_owned() };
    let day = |text: &str| text.trim().parse::<Date>().map_err(|_| Fault::NotADate);
    let done_of = |text: &str| {
        let (before, inside) = text.strip_suffix(')')?.rsplit_once('(')?;
        let inside = inside.trim();
        let date = inside.strip_prefix("fait").or_else(|| inside.strip_prefix("done"))?;
        Some((before.trim_end().to_owned(), date.to_owned()))
    };
    let (text, done) = match done_of(&text) {
        Some((text, date)) => (text, Some(day(&date)?)),
        None => (text, None),
    };
    let (name, due) = match text.rsplit_once(':') {
        Some((name, date)) if date.trim().parse::<Date>().is_ok() => {
            (name.trim().to_owned(), Some(day(date)?))
        }
        _ => (text.trim().to_owned(), None),
    };
    let name =
        known.filter(|one| in_a_list(&one.name) == name).map_or(name, |one| one.name.clone());
    let id = known.map(|one| one.id.clone()).unwrap_or_default();
    Ok(Milestone { id, name, due, done })
}

/// A programme by its name and its key in brackets; by its name alone where an action runs it
/// already.
pub fn programme(plan: &ActionPlan, text: &str) -> Result<Option<ProgrammeLink>, Fault> {
    if text.is_empty() {
        return Ok(None);
    }
    if let Some((name, key)) = text.strip_suffix(']').and_then(|text| text.rsplit_once('[')) {
        let link = ProgrammeLink { key: key.trim().to_owned(), name: name.trim().to_owned() };
        return Ok(Some(link));
    }
    let folded = fold(text);
    let mut links = plan.actions.iter().filter_map(|action| action.programme.as_ref());
    let known = links.find(|link| fold(&link.name) == folded);
    known.cloned().map(Some).ok_or(Fault::NoSuchName)
}

pub fn is_planned(text: &str) -> Result<bool, Fault> {
    let planned = ["planned", "prevu"].as_slice();
    let realised = ["realised", "realise"].as_slice();
    if text.is_empty() { Ok(false) } else { word(text, &[(true, planned), (false, realised)]) }
}

pub fn actor_kind(text: &str) -> Result<ActorKind, Fault> {
    word(
        text,
        &[
            (
                ActorKind::Local,
                &[
                    "local",
                    "commune ou agglomeration",
                    "commune or agglomeration",
                    "commune",
                    "agglomeration",
                ],
            ),
            (ActorKind::Chamber, &["chamber", "chambre consulaire", "consular chamber"]),
            (ActorKind::State, &["state", "service de l'etat", "state service", "etat"]),
            (ActorKind::FranceTravail, &["france-travail", "france travail"]),
            (ActorKind::Region, &["region", "conseil regional"]),
            (ActorKind::Opco, &["opco"]),
            (
                ActorKind::TrainingBody,
                &["training-body", "organisme de formation", "training body"],
            ),
            (ActorKind::Company, &["company", "entreprise", "employer"]),
            (ActorKind::Association, &["association"]),
            (ActorKind::Other, &["other", "autre"]),
        ],
    )
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

pub fn indicator(plan: &ActionPlan, text: &str) -> Result<Id, Fault> {
    let known = plan.indicators.iter().map(|one| (&one.id, &one.name));
    named(plan, text, known).ok_or(Fault::NoSuchName)
}

pub fn contribution(plan: &ActionPlan, text: &str) -> Result<Id, Fault> {
    let known = plan.contributions.iter().map(|one| (&one.id, &one.text));
    named(plan, text, known).ok_or(Fault::NoSuchName)
}

/// An action of the plan, or one that ended.
pub fn any_action(plan: &ActionPlan, text: &str) -> Result<Id, Fault> {
    let here = plan.actions.iter().map(|one| (&one.id, &one.title));
    let ended = plan.ended().map(|(_, one)| (&one.id, &one.title));
    named(plan, text, here.chain(ended)).ok_or(Fault::NoSuchName)
}

/// An actor that is in the register.
pub fn actor_here(plan: &ActionPlan, name: &str) -> Option<Id> {
    let folded = fold(name);
    plan.actors.iter().find(|one| fold(&one.name) == folded).map(|one| one.id.clone())
}

pub fn question(plan: &ActionPlan, text: &str) -> Option<Id> {
    named(plan, text, plan.questions.iter().map(|one| (&one.id, &one.text)))
}

pub fn actor(plan: &ActionPlan, text: &str) -> Option<Id> {
    named(plan, text, plan.actors.iter().map(|one| (&one.id, &one.name)))
}
