//! What is wrong with what the user gave, in sentences: for the command line, the window and the
//! documents.

pub mod actions;
pub mod choice;
pub mod collection;
pub mod costs;
pub mod funding;
pub mod parts;
pub mod plan;
pub mod supply;
pub mod survey;
pub mod together;

use crate::analysis::mapped::MapError;
use crate::files::{FileError, Skipped};
use crate::format::{date, integer};
use crate::i18n::Catalog;
use crate::model::Language;
use crate::readers::kit::{Alike, Fault};
use crate::reference::Reference;
use crate::reference::perimeter::Unread;
use crate::reference::questionnaire::Questionnaire;

/// Sources that are of the tool, or of files of the user, and the keys of their words. All others
/// are publications, named as they are published.
pub const OWN_SOURCES: [(&str, &str); 10] = [
    ("choix de l’outil", "source-choice"),
    ("Bassin, méthode de l’outil", "source-tool"),
    ("enquête locale et répertoire d’établissements", "source-survey-register"),
    ("enquête locale, redressée", "source-survey-weighted"),
    ("enquête locale", "source-survey"),
    ("enquête auprès des collèges d’acteurs", "source-colleges"),
    ("catalogues chargés", "source-catalogues"),
    ("offres locales", "source-offers"),
    ("Fichier des demandeurs d’emploi chargé", "source-seekers"),
    ("Listes d’offres et fichier des demandeurs d’emploi chargés", "source-offers-seekers"),
];

/// Where a number is from, in the language of the reader; what a choice rests on is quoted as it was
/// written.
pub fn source(written: &str, catalog: &Catalog) -> String {
    if catalog.language() == Language::French {
        return written.to_owned();
    }
    let own = OWN_SOURCES
        .iter()
        .find_map(|(french, key)| Some((catalog.text(key), written.strip_prefix(*french)?)));
    let Some((own, rest)) = own else { return written.to_owned() };
    let between = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | ':' | ';' | ',');
    let rest = rest.trim_start_matches(between);
    if rest.is_empty() {
        return own;
    }
    catalog.with("source-quoted", &[("source", (&own).into()), ("words", rest.into())])
}

/// A file that could not be read or written.
pub fn file(error: &FileError, catalog: &Catalog) -> String {
    let path = error.path.display().to_string();
    catalog.file(error.id(), &error.source.to_string(), &path)
}

/// Two answers that may be of one establishment.
pub fn alike(one: &Alike, catalog: &Catalog) -> String {
    let args = [("file", (&one.file).into()), ("other", (&one.other).into())];
    catalog.with("survey-alike", &args)
}

/// Why an answer or a file is not taken.
pub fn fault(
    fault: &Fault,
    found: &str,
    questionnaire: &Questionnaire,
    catalog: &Catalog,
) -> String {
    let language = catalog.language();
    let key = format!("kit-fault-{}", fault.id());
    let number = |n: u32| integer(f64::from(n), language);
    match fault {
        Fault::Unreadable { detail } => {
            catalog.with(&key, &[("detail", (&catalog.damage(detail)).into())])
        }
        Fault::OtherWave { wave } => catalog.with(&key, &[("wave", wave.into())]),
        Fault::OutOfBounds { min, max } => catalog.with(
            &key,
            &[
                ("found", found.into()),
                ("min", (&number(*min)).into()),
                ("max", (&number(*max)).into()),
            ],
        ),
        Fault::DateOutOfBounds { from, to } => catalog.with(
            &key,
            &[
                ("found", found.into()),
                ("from", (&date(*from, language)).into()),
                ("to", (&date(*to, language)).into()),
            ],
        ),
        Fault::NotACode { system } | Fault::UnknownCode { system } => {
            let system = catalog.text(&format!("code-system-{system}"));
            catalog.with(&key, &[("found", found.into()), ("system", (&system).into())])
        }
        Fault::TooLong { max } => catalog.with(&key, &[("max", (&number(*max)).into())]),
        Fault::MoreThan { total, sum, most } => {
            let question = questionnaire.sheets.iter().find_map(|sheet| sheet.question(total));
            let name = question.map_or(total.as_str(), |question| question.short.of(language));
            let most = most.to_string();
            catalog.with(
                &key,
                &[
                    ("total", name.into()),
                    ("sum", (&sum.to_string()).into()),
                    ("most", (&most).into()),
                ],
            )
        }
        _ => catalog.with(&key, &[("found", found.into())]),
    }
}

/// Unread lines of a perimeter that are quoted; the others are counted.
const MOST_LINES: usize = 5;

/// Lines of a perimeter that name no known commune; `None` when every line does.
pub fn unread_perimeter(path: &str, unread: &[Unread], catalog: &Catalog) -> Option<String> {
    if unread.is_empty() {
        return None;
    }
    let quoted = |one: &Unread| {
        let line = one.line.to_string();
        let args = [("line", (&line).into()), ("text", (&one.text).into())];
        catalog.with("perimeter-line", &args)
    };
    let lines: Vec<String> = unread.iter().take(MOST_LINES).map(quoted).collect();
    let list = lines.join(&catalog.text("list-separator"));
    let count = u32::try_from(unread.len()).unwrap_or(u32::MAX);
    let shown = integer(f64::from(count), catalog.language());
    let args = [
        ("path", path.into()),
        ("count", count.into()),
        ("shown", (&shown).into()),
        ("list", (&list).into()),
    ];
    Some(catalog.with("perimeter-unread", &args))
}

/// That no official class of an occupation is published at the level of a map, and at which there is
/// one; `None` of another error.
pub fn class_absent(error: &MapError, reference: &Reference, catalog: &Catalog) -> Option<String> {
    let MapError::ClassAbsent { occupation, level, levels } = error else { return None };
    let label = reference.fap_label(*occupation).unwrap_or_default();
    let named = |level: &str| catalog.text(&format!("level-{level}"));
    let elsewhere = if levels.is_empty() {
        catalog.text("error-map-class-nowhere")
    } else {
        let list = levels.iter().map(|level| named(level)).collect::<Vec<_>>();
        let list = list.join(&catalog.text("list-separator"));
        catalog.with("error-map-class-elsewhere", &[("list", (&list).into())])
    };
    let asked = named(level);
    let args = [
        ("code", occupation.code().into()),
        ("label", label.into()),
        ("level", (&asked).into()),
        ("elsewhere", (&elsewhere).into()),
    ];
    // A card of ROME may be several occupations: the class of a basin then is of none of them.
    let key = if *level == "be" { "error-map-class-basin" } else { "error-map-class-absent" };
    Some(catalog.with(key, &args))
}

/// What is left out of folders, in one sentence.
pub fn left_out(skipped: &Skipped, catalog: &Catalog) -> Option<String> {
    let Skipped { hidden, locks, links, deep, closed } = *skipped;
    let counts = [
        ("cli-skipped-hidden", hidden),
        ("cli-skipped-locks", locks),
        ("cli-skipped-links", links),
        ("cli-skipped-deep", deep),
        ("cli-skipped-closed", closed),
    ];
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| {
            let shown = integer(f64::from(count), catalog.language());
            catalog.with(key, &[("count", count.into()), ("shown", (&shown).into())])
        })
        .collect();
    let list = told.join(&catalog.text("list-separator"));
    (!told.is_empty()).then(|| catalog.with("cli-skipped", &[("list", (&list).into())]))
}
