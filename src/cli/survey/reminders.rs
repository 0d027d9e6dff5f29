//! `bassin survey reminders`: who is to be asked again, the largest first. It names establishments to
//! whoever holds their list.

use crate::analysis::employers::asked::{Establishment, asked, only_basin, reminders};
use crate::analysis::employers::{prepare, with_lists};
use crate::cli::survey::{Setting, territory};
use crate::cli::{Failure, file_failure, json, read_all, reference, sources};
use crate::files;
use crate::format::integer;
use crate::i18n::Catalog;
use crate::model::{SizeClass, Territory};
use crate::readers::kit::Known;
use crate::report::build::survey::size_key;
use serde::Serialize;
use std::path::PathBuf;

/// Bytes of a list of contacts, at most.
const MAX_FILE: u64 = 64 * 1024 * 1024;

#[derive(Debug, clap::Args)]
pub struct Args {
    /// Tables of the survey, with those who were invited; or a project.
    #[arg(required = true)]
    responses: Vec<PathBuf>,
    /// Contacts of the collection: adds names and addresses.
    #[arg(long, value_name = "FILE")]
    contacts: Option<PathBuf>,
    /// Typed code: be:8450, dep:15, reg:84; by default the basin, if all are of one, else everything.
    #[arg(long)]
    territory: Option<String>,
    /// Machine-readable output (docs/json.md).
    #[arg(long)]
    json: bool,
}

/// One establishment to be asked again.
#[derive(Serialize)]
struct View {
    id: String,
    sector: Option<char>,
    size: Option<&'static str>,
    name: String,
    contact: String,
    email: String,
    telephone: String,
}

pub fn run(args: &Args, setting: Setting<'_>) -> Result<String, Failure> {
    let catalog = setting.catalog;
    let sources = sources(&args.responses, catalog)?;
    let chosen = match &args.territory {
        Some(code) => Some(territory(code, catalog)?),
        None => sources.projects.first().and_then(|given| given.decisions.territory),
    };
    let reference = reference()?;
    let given = read_all(&sources, &reference, setting.kept, catalog)?;
    let inputs = prepare(&given).inputs;
    let reference = with_lists(&inputs, &reference).with_perimeters(&sources.perimeters);
    let territory = chosen.or_else(|| only_basin(&inputs, &reference)).unwrap_or(Territory::France);
    let list = asked(&inputs, territory, &reference)
        .ok_or_else(|| Failure::could_not(catalog.text("error-no-establishments")))?;
    let known = match &args.contacts {
        None => Known::default(),
        Some(path) => {
            let bytes =
                files::read(path, MAX_FILE).map_err(|error| file_failure(&error, catalog))?;
            let file = path.display().to_string();
            let no_list = || catalog.with("survey-collect-no-list", &[("file", (&file).into())]);
            Known::read(&bytes).ok_or_else(|| Failure::could_not(no_list()))?
        }
    };
    let views: Vec<View> = reminders(&list).into_iter().map(|one| view(one, &known)).collect();
    if args.json { json::text(&views) } else { Ok(text(&views, list.len(), catalog)) }
}

fn view(one: &Establishment, known: &Known) -> View {
    let header = ["raison_sociale", "contact_nom", "contact_courriel", "contact_telephone"];
    let cells = known.contact(&one.id, &header.map(str::to_owned)).unwrap_or_default();
    let mut cells = cells.into_iter();
    let mut next = || cells.next().unwrap_or_default();
    View {
        id: one.id.clone(),
        sector: one.section,
        size: one.size.map(SizeClass::id),
        name: next(),
        contact: next(),
        email: next(),
        telephone: next(),
    }
}

fn text(views: &[View], asked: usize, catalog: &Catalog) -> String {
    let number =
        |n: usize| integer(f64::from(u32::try_from(n).unwrap_or(u32::MAX)), catalog.language());
    if views.is_empty() {
        return format!("{}\n", catalog.text("survey-reminders-none"));
    }
    let (again, asked) = (number(views.len()), number(asked));
    let args = [("again", (&again).into()), ("asked", (&asked).into())];
    let mut out = format!("{}\n", catalog.with("survey-reminders-list", &args));
    for view in views {
        let size = view.size.and_then(SizeClass::parse);
        let size = size.map(|size| catalog.text(&format!("size-{}", size_key(size))));
        let sector = view.sector.map(String::from);
        let parts = [
            Some(view.id.clone()),
            Some(view.name.clone()),
            sector,
            size,
            Some(view.contact.clone()),
            Some(view.email.clone()),
            Some(view.telephone.clone()),
        ];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        out.push_str("  ");
        out.push_str(&parts.collect::<Vec<_>>().join(" · "));
        out.push('\n');
    }
    out
}
