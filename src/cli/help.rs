//! `--help` in the language of the user: the texts of commands and options come from the catalogs
//! (`help-…`, `help-arg-…`). Those beside the fields in the sources are the English ones.

use crate::cli::{Cli, usage};
use crate::i18n::Catalog;
use clap::builder::Resettable;
use clap::{Arg, Command, CommandFactory as _, FromArgMatches as _};
use std::ffi::OsString;
use std::process::ExitCode;

/// Arguments that say the same wherever they stand.
const EVERYWHERE: [&str; 6] = ["help", "version", "subcommand", "json", "lang", "no-cache"];
/// The command itself, which names none of those under it.
const ROOT: &str = "bassin";
/// The command that shows the help of the others.
const HELP: &str = "help";

/// The command that these words are.
///
/// # Errors
/// The exit status, after what was wrong with it or was asked to be shown.
pub fn parsed(arguments: &[OsString]) -> Result<Cli, ExitCode> {
    // Help is told in the language of the command, which is not read yet.
    let mut command = match Catalog::new(usage::language(arguments)) {
        Ok(catalog) => told(Cli::command(), &catalog),
        Err(_) => Cli::command(),
    };
    command
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches))
        .map_err(|error| usage::tell(&error.format(&mut command), arguments))
}

/// A command with everything under it, told in the language of a catalog. A text that no catalog
/// has stays as it is in the sources: a test holds that none is missing.
pub fn told(mut command: Command, catalog: &Catalog) -> Command {
    // What clap adds of its own is there from now on.
    command.build();
    one(command, &[ROOT], catalog)
}

fn one(command: Command, path: &[&str], catalog: &Catalog) -> Command {
    let command = match text(&key(path), catalog) {
        Some(about) => command.about(about).long_about(Resettable::Reset),
        None => command,
    };
    let command = command.mut_args(|arg| argument(arg, path, catalog));
    let template = template(&command, catalog);
    let command = command.help_template(template);
    command.mut_subcommands(|child| {
        let name = child.get_name().to_owned();
        // Under `help` stand copies of the other commands.
        let above = if path == [ROOT] || path == [HELP] { &[] } else { path };
        let path: Vec<&str> = above.iter().copied().chain([name.as_str()]).collect();
        one(child, &path, catalog)
    })
}

fn argument(arg: Arg, path: &[&str], catalog: &Catalog) -> Arg {
    let Some(said) = text(&argument_key(&arg, path), catalog) else { return arg };
    let mut parts = vec![said];
    let values = arg.get_possible_values();
    let takes = arg.get_action().takes_values();
    if takes && !values.is_empty() && !arg.is_hide_possible_values_set() {
        let list: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
        let list = list.join(", ");
        parts.push(catalog.with("help-values", &[("list", (&list).into())]));
    }
    let defaults = arg.get_default_values();
    if takes && !defaults.is_empty() && !arg.is_hide_default_value_set() {
        let value: Vec<String> =
            defaults.iter().map(|value| value.to_string_lossy().into_owned()).collect();
        let value = value.join(",");
        parts.push(catalog.with("help-default", &[("value", (&value).into())]));
    }
    let arg = arg.hide_possible_values(true).hide_default_value(true);
    arg.help(parts.join(" ")).long_help(Resettable::Reset)
}

/// `help-survey-kit`; the help of a command is told as that of all.
fn key(path: &[&str]) -> String {
    match path.last() {
        Some(&HELP) => format!("help-{HELP}"),
        _ => format!("help-{}", path.join("-")),
    }
}

/// `help-arg-survey-kit-out`; `help-arg-any-json`.
fn argument_key(arg: &Arg, path: &[&str]) -> String {
    let id = arg.get_id().as_str().replace('_', "-");
    if EVERYWHERE.contains(&id.as_str()) {
        return format!("help-arg-any-{id}");
    }
    // Estimates are made of weights: they share what those ask.
    let own = format!("help-arg-{}-{id}", path.join("-"));
    match path {
        ["survey", "estimate"] if !SURVEY_ESTIMATE.contains(&id.as_str()) => {
            format!("help-arg-survey-weights-{id}")
        }
        _ => own,
    }
}

/// Arguments of `survey estimate` beside those that it shares with `survey weights`.
const SURVEY_ESTIMATE: [&str; 3] = ["seed", "replicates", "min-score"];

fn text(key: &str, catalog: &Catalog) -> Option<String> {
    catalog.has(key).then(|| catalog.text(key))
}

/// What it is, how it is written, its commands, arguments and options, each under its heading.
fn template(command: &Command, catalog: &Catalog) -> String {
    let colon = catalog.text("colon");
    let colon = colon.trim_end();
    let heading = |key: &str| format!("{}{colon}", catalog.text(&format!("help-heading-{key}")));
    let mut template = format!("{{about-with-newline}}\n{} {{usage}}", heading("usage"));
    let mut part = |there: bool, key: &str, tag: &str| {
        if there {
            template.extend(["\n\n", &heading(key), "\n{", tag, "}"]);
        }
    };
    let commands = command.get_subcommands().any(|child| !child.is_hide_set());
    part(commands, "commands", "subcommands");
    part(command.get_positionals().next().is_some(), "arguments", "positionals");
    // That of `--help` is always there.
    part(true, "options", "options");
    template
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    /// The key of a command, the keys and texts of its arguments, its own text.
    type Told = (String, Vec<(String, String)>, String);

    /// Every command with its path, `help` and its copies left out.
    fn walk(command: &Command, path: &[&str], found: &mut Vec<Told>) {
        let said = |text: Option<&clap::builder::StyledStr>| {
            text.map(std::string::ToString::to_string).unwrap_or_default()
        };
        let arguments = command.get_arguments().map(|arg| {
            let long = arg.get_long_help().or_else(|| arg.get_help());
            (argument_key(arg, path), said(long))
        });
        let about = command.get_long_about().or_else(|| command.get_about());
        found.push((key(path), arguments.collect(), said(about)));
        for child in command.get_subcommands().filter(|child| child.get_name() != HELP) {
            let above = if path == [ROOT] { &[] } else { path };
            let path: Vec<&str> = above.iter().copied().chain([child.get_name()]).collect();
            walk(child, &path, found);
        }
    }

    fn all() -> Vec<Told> {
        let mut command = Cli::command();
        command.build();
        let mut found = Vec::new();
        walk(&command, &[ROOT], &mut found);
        found
    }

    #[test]
    fn every_command_and_option_has_its_text_in_both_languages() {
        let catalogs = Language::ALL.map(|language| Catalog::new(language).unwrap());
        let all = all();
        assert!(all.len() > 15, "{}", all.len());
        for (command, arguments, _) in &all {
            for key in arguments.iter().map(|(key, _)| key).chain([command]) {
                for catalog in &catalogs {
                    assert!(catalog.has(key), "{}: {key}", catalog.language());
                }
            }
        }
    }

    /// The English catalog says what stands beside the fields: the two cannot drift apart.
    #[test]
    fn english_help_is_that_of_the_sources() {
        let catalog = Catalog::new(Language::English).unwrap();
        let clap_s_own = ["help-arg-any-help", "help-arg-any-version", "help-arg-any-json"];
        for (command, arguments, about) in all() {
            for (key, text) in arguments.into_iter().chain([(command, about)]) {
                if clap_s_own.contains(&key.as_str()) {
                    continue;
                }
                let text = text.replace('\'', "’");
                assert_eq!(catalog.text(&key), text.trim_end_matches('.'), "{key}");
            }
        }
    }

    #[test]
    fn help_is_told_in_the_language_of_the_user() {
        let shown = |words: &str, language: Language| {
            let command = told(Cli::command(), &Catalog::new(language).unwrap());
            let error = command.try_get_matches_from(words.split(' ')).unwrap_err();
            error.to_string()
        };
        let text = shown("bassin --help", Language::French);
        for part in
            ["Utilisation", "Commandes", "Les résultats pour un territoire", "Montre l’aide"]
        {
            assert!(text.contains(part), "{text}");
        }
        let text = shown("bassin analyse --help", Language::French);
        for part in ["Formats à écrire", "au choix", "xlsx, csv, json", "par défaut", "Arguments"]
        {
            assert!(text.contains(part), "{text}");
        }
        let english =
            ["Usage:", "Options:", "Commands:", "Print", "default", "possible", "Machine"];
        for words in
            ["bassin -h", "bassin survey --help", "bassin survey kit --help", "bassin help plan"]
        {
            let text = shown(words, Language::French);
            assert!(english.iter().all(|part| !text.contains(part)), "{words}: {text}");
        }
        let text = shown("bassin plan --help", Language::English);
        assert!(
            text.contains("Usage:") && text.contains("The best use of a training budget"),
            "{text}"
        );
    }
}
