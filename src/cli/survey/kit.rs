//! `bassin survey kit`: a questionnaire ready to be sent, its codebook, a cover note.

use crate::analysis::employers;
use crate::cli::survey::{Setting, folder, territory, write, written};
use crate::cli::{Failure, complain, load, reference};
use crate::model::{Date, Language, Territory};
use crate::reference::questionnaire::Questionnaire;
use crate::report::kit::{Commune, KitSettings, codebook_xlsx, cover_note, questionnaire_xlsx};
use std::path::PathBuf;

/// Days left to answer when no deadline is given.
const DELAY: i64 = 30;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Folder where the files are written.
    #[arg(long)]
    out: PathBuf,
    /// Tells one round from the next; the present year by default.
    #[arg(long)]
    wave: Option<String>,
    /// Who asks, and who promises secrecy.
    #[arg(long)]
    collector: Option<String>,
    /// Where answers are sent: an address, a name.
    #[arg(long)]
    contact: Option<String>,
    /// Last day to answer, as 2026-06-30; thirty days from now by default.
    #[arg(long)]
    deadline: Option<Date>,
    /// Title of the survey.
    #[arg(long)]
    title: Option<String>,
    /// Fills the drop-down list of communes with those of a territory: be:8450.
    #[arg(long, value_name = "TERRITORY")]
    communes: Option<String>,
    /// Tables of communes that give their names; the built-in list holds codes alone.
    #[arg(long, value_name = "FILES", num_args = 1..)]
    commune_names: Vec<PathBuf>,
    /// Replaces files of the same names.
    #[arg(long)]
    force: bool,
}

pub fn run(args: &Args, setting: Setting<'_>) -> Result<String, Failure> {
    let Setting { catalog, today, .. } = setting;
    let out = folder(&args.out, catalog)?;
    let could_not = |error: &dyn std::fmt::Display| Failure::could_not(error.to_string());
    let communes = match &args.communes {
        Some(code) => communes(args, territory(code, catalog)?, setting)?,
        None => Vec::new(),
    };
    // A list of codes alone is one that nobody reads.
    if communes.iter().any(|commune| commune.label == commune.code) {
        complain(&catalog.text("survey-kit-codes-alone"));
    }
    let missing: Vec<&str> = [("--collector", &args.collector), ("--contact", &args.contact)]
        .into_iter()
        .filter(|(_, given)| given.is_none())
        .map(|(name, _)| name)
        .collect();
    if !missing.is_empty() {
        let list = missing.join(", ");
        complain(&catalog.with("survey-kit-blank", &[("list", (&list).into())]));
    }
    let given =
        |text: &Option<String>, key: &str| text.clone().unwrap_or_else(|| catalog.text(key));
    let settings = KitSettings {
        title: given(&args.title, "survey-kit-title"),
        collector: given(&args.collector, "survey-kit-collector"),
        contact: given(&args.contact, "survey-kit-contact"),
        deadline: args
            .deadline
            .or_else(|| Date::from_ordinal(today.ordinal() + DELAY))
            .unwrap_or(today),
        language: catalog.language(),
        wave: args.wave.clone().unwrap_or_else(|| today.year().to_string()),
        as_of: today,
        communes,
    };
    let questionnaire = Questionnaire::shipped().map_err(|error| could_not(&error))?;
    let workbook =
        questionnaire_xlsx(&questionnaire, &settings).map_err(|error| could_not(&error))?;
    let codebook = codebook_xlsx(&questionnaire, &settings).map_err(|error| could_not(&error))?;
    let note = cover_note(&questionnaire, &settings).into_bytes();
    let made = names(catalog.language()).map(str::to_owned);
    let made: Vec<(String, Vec<u8>)> = made.into_iter().zip([workbook, codebook, note]).collect();
    let paths = write(out, &made, &args.commune_names, args.force, catalog)?;
    Ok(written(&paths, catalog))
}

/// File names, without accents: they travel by mail.
const fn names(language: Language) -> [&'static str; 3] {
    match language {
        Language::French => ["questionnaire.xlsx", "codebook.xlsx", "note_accompagnement.txt"],
        Language::English => ["questionnaire.xlsx", "codebook.xlsx", "cover_note.txt"],
    }
}

/// The communes of a territory, by name then by code.
fn communes(
    args: &Args,
    territory: Territory,
    setting: Setting<'_>,
) -> Result<Vec<Commune>, Failure> {
    let reference = reference()?;
    let tables = if args.commune_names.is_empty() {
        Vec::new()
    } else {
        load(&args.commune_names, &reference, setting.kept, setting.catalog)?
    };
    let tables = tables.iter().map(|table| &**table);
    let found = employers::communes::communes(tables, &reference, territory);
    let found: Vec<Commune> =
        found.into_iter().map(|(code, label)| Commune { code, label }).collect();
    let (code, most) = (territory.to_string(), employers::communes::MOST.to_string());
    let args = [("code", (&code).into()), ("most", (&most).into())];
    if found.is_empty() {
        return Err(Failure::could_not(setting.catalog.with("error-no-commune", &args)));
    }
    if found.len() > employers::communes::MOST {
        return Err(Failure::could_not(setting.catalog.with("error-many-communes", &args)));
    }
    Ok(found)
}
