//! A command that is not understood, in the language of the user.

use crate::cli::complain;
use crate::i18n::Catalog;
use crate::model::Language;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::ffi::OsString;
use std::process::ExitCode;

/// Says what is wrong with a command; status 2. What was asked to be shown is shown.
pub fn tell(error: &clap::Error, arguments: &[OsString]) -> ExitCode {
    let catalog = Catalog::new(language(arguments));
    match catalog.ok().and_then(|catalog| sentence(error, &catalog)) {
        Some(text) => complain(&text),
        // When even that cannot be written, nobody listens.
        None => drop(error.print()),
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// That of `--lang`, wherever it stands: the command could not be read.
pub fn language(arguments: &[OsString]) -> Language {
    let mut asked = None;
    let mut before = String::new();
    for argument in arguments.iter().map(|argument| argument.to_string_lossy()) {
        let value = argument.strip_prefix("--lang=");
        let value = value.or_else(|| (before == "--lang").then_some(argument.as_ref()));
        asked = value.and_then(|value| value.parse().ok()).or(asked);
        before = argument.into_owned();
    }
    asked.unwrap_or(Language::French)
}

/// `None` for help and version, and for what has no sentence.
fn sentence(error: &clap::Error, catalog: &Catalog) -> Option<String> {
    let of = |kind: ContextKind| match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()).filter(|text| !text.is_empty()),
        ContextValue::Strings(texts) => Some(texts.join(", ")).filter(|text| !text.is_empty()),
        _ => None,
    };
    let (argument, value) = (of(ContextKind::InvalidArg), of(ContextKind::InvalidValue));
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-verb",
        ErrorKind::InvalidValue if value.is_none() => "usage-no-value",
        ErrorKind::InvalidValue => "usage-invalid-value",
        ErrorKind::ValueValidation => "usage-unreadable-value",
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => "usage-missing",
        ErrorKind::ArgumentConflict => "usage-conflict",
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            "usage-number-of-values"
        }
        _ => return None,
    };
    let argument = argument.or_else(|| of(ContextKind::InvalidSubcommand)).unwrap_or_default();
    let (value, prior) = (value.unwrap_or_default(), of(ContextKind::PriorArg).unwrap_or_default());
    let args =
        [("argument", (&argument).into()), ("value", (&value).into()), ("prior", (&prior).into())];
    let mut lines = vec![catalog.with(key, &args)];
    if let Some(values) = of(ContextKind::ValidValue) {
        lines.push(catalog.with("usage-valid-values", &[("values", (&values).into())]));
    }
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
    let near = near.into_iter().chain([ContextKind::SuggestedValue]).find_map(of);
    if let Some(near) = near {
        lines.push(catalog.with("usage-suggestion", &[("near", (&near).into())]));
    }
    lines.push(catalog.text("usage-help"));
    Some(lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use clap::Parser as _;

    #[test]
    fn mistakes_are_told_in_the_language_of_the_user() {
        let check = |command: &str, expect: &[&str]| {
            let words: Vec<&str> = command.split(' ').collect();
            let error = Cli::try_parse_from(&words).unwrap_err();
            let given: Vec<OsString> = words.iter().map(Into::into).collect();
            let language = language(&given);
            let text = sentence(&error, &Catalog::new(language).unwrap()).unwrap();
            for part in expect {
                assert!(text.contains(part), "{command}: {text}");
            }
            assert!(!text.contains("error:"), "{text}");
        };
        check("bassin check", &["il manque", "<FILES>"]);
        check("bassin --lang en check", &["missing", "<FILES>"]);
        check("bassin analyse a --territory", &["--territory <TERRITORY>", "attend une valeur"]);
        check("bassin analyse a --territoire be:8450", &["--territoire", "n’est pas une option"]);
        check(
            "bassin analyse a --territory fr --format docx",
            &["docx", "n’est pas accepté", "xlsx, csv, json"],
        );
        check("bassin analyse a --territory fr --year 20x4", &["20x4", "--year <YEAR>"]);
        check("bassin analyse a --territory fr --sector --level fap87", &["ne va pas avec"]);
        check("bassin survey colect", &["colect", "n’est pas une commande", "collect"]);
        check("bassin check a --json=en --lang=en", &["--json", "value"]);
    }

    #[test]
    fn help_and_version_are_shown_as_they_are() {
        for flag in ["--help", "--version"] {
            let error = Cli::try_parse_from(["bassin", flag]).unwrap_err();
            assert!(sentence(&error, &Catalog::new(Language::French).unwrap()).is_none());
        }
    }
}
