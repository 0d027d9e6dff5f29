//! The files of a survey and of its register, weighed: what `weights` and `estimate` share.

use crate::analysis::employers::asked::{Board, Establishment, asked, nowhere, only_basin};
use crate::analysis::employers::frame::{Frame, frame};
use crate::analysis::employers::weigh::{Choices, Weighing, weigh};
use crate::analysis::employers::{prepare, with_lists};
use crate::analysis::stacking::pairs;
use crate::cli::analyse::adjustments;
use crate::cli::paths::named;
use crate::cli::survey::{Setting, territory};
use crate::cli::{Failure, Sources, complain, load, read_all, reference, sources};
use crate::format::integer;
use crate::i18n::Catalog;
use crate::inquiry;
use crate::model::{Kind, Territory};
use crate::project::Weighting;
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::reference::params::Parameters;
use crate::report::build::rules;
use crate::secrecy::primary::Thresholds;
use crate::survey::calibrate::Family;
use crate::words::{survey as words, together};
use clap::builder::{PossibleValuesParser, TypedValueParser as _};
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Tables of the survey: establishments, and occupations for estimates; or a project, whose
    /// territory, register and weights are then used where no option says otherwise.
    #[arg(required = true)]
    responses: Vec<PathBuf>,
    /// Register of establishments, or a table of counts by sector and size. Without it every
    /// answer counts for one.
    #[arg(long, num_args = 1.., value_name = "FRAME")]
    frame: Vec<PathBuf>,
    /// Typed code: be:8450, dep:15, reg:84; by default the basin, if all are of one, else everything.
    #[arg(long)]
    territory: Option<String>,
    /// How weights meet the margins; raking by default.
    #[arg(long, value_parser = family())]
    method: Option<Family>,
    /// Accepted ratios of final to initial weights: low,high around 1; 0.3,3 by default.
    #[arg(long, value_name = "L,U")]
    bounds: Option<String>,
    /// Employees from which an establishment stands for itself alone; 50 by default.
    #[arg(long)]
    take_all: Option<f64>,
    /// Changes of the method, as readable data; those of the project by default.
    #[arg(long, value_name = "FILE")]
    params: Option<PathBuf>,
}

/// Says how many rows of a table of the survey or of the register count for nothing.
fn refused(table: &ReadTable, catalog: &Catalog) {
    let ours = [
        Kind::SurveyEstablishments,
        Kind::SurveyOccupations,
        Kind::EstablishmentRegister,
        Kind::EstablishmentStock,
    ];
    if ours.contains(&table.kind) && table.rows.refused > 0 {
        let shown = integer(f64::from(table.rows.refused), catalog.language());
        let count = ("count", table.rows.refused.into());
        let args = [("file", (&table.file).into()), count, ("shown", (&shown).into())];
        complain(&catalog.with("survey-rows-refused", &args));
    }
}

/// The names of the distances.
fn family() -> impl clap::builder::TypedValueParser<Value = Family> {
    let names = PossibleValuesParser::new(Family::ALL.map(Family::id));
    names.map(|name| Family::from_id(&name).unwrap_or_default())
}

/// A survey with its weights.
pub struct Surveyed {
    pub reference: Reference,
    pub sources: Sources,
    /// Tables of the survey, one wave, each content once.
    pub inputs: Vec<Arc<ReadTable>>,
    pub territory: Territory,
    pub list: Vec<Establishment>,
    /// Others who answered and whose commune is not known.
    pub nowhere: u32,
    pub frame: Option<Frame>,
    pub board: Board,
    pub weighing: Weighing,
    /// Seed of the bootstrap, as the project says.
    pub seed: u64,
    /// Rules of secrecy, as the project or the file of parameters makes them stricter.
    pub thresholds: Thresholds,
}

impl Asked {
    pub fn weighed(&self, setting: Setting<'_>) -> Result<Surveyed, Failure> {
        let catalog = setting.catalog;
        let sources = sources(&self.responses, catalog)?;
        let decisions = sources.projects.first().map(|given| &given.decisions);
        let chosen_territory = match &self.territory {
            Some(code) => Some(territory(code, catalog)?),
            None => decisions.and_then(|known| known.territory),
        };
        let chosen = decisions.map(|known| known.weighting).unwrap_or_default();
        let choices = self.choices(chosen, setting)?;
        let method = match &self.params {
            Some(path) => adjustments(path, catalog)?,
            None => decisions.map(|known| known.method.clone()).unwrap_or_default(),
        };
        let parameters =
            Parameters::embedded().map_err(|error| Failure::could_not(error.to_string()))?;
        let thresholds = rules(&parameters.adjusted(&method)).thresholds();
        let reference = reference()?;
        let given = read_all(&sources, &reference, setting.kept, catalog)?;
        let prepared = prepare(&given);
        for (left, wave) in &prepared.former {
            let file = given.get(*left).map_or("", |table| table.file.as_str());
            let wave = wave.map(|year| year.to_string()).unwrap_or_default();
            let args = [("left", file.into()), ("year", (&wave).into())];
            complain(&catalog.with("note-former-wave", &args));
        }
        for pair in pairs(&given).iter().filter(|pair| pair.is_of_respondents()) {
            complain(&together::stacking(pair, &named(&given), catalog));
        }
        let inputs = prepared.inputs;
        let reference = with_lists(&inputs, &reference).with_perimeters(&sources.perimeters);
        // A survey of one basin is said to be of it.
        let territory = chosen_territory
            .or_else(|| only_basin(&inputs, &reference))
            .unwrap_or(Territory::France);
        let list = asked(&inputs, territory, &reference)
            .ok_or_else(|| Failure::could_not(catalog.text("error-no-establishments")))?;
        let nowhere = nowhere(&inputs, territory, &reference);
        let mut registers = load(&self.frame, &reference, setting.kept, catalog)?;
        if self.frame.is_empty() && !sources.projects.is_empty() {
            registers.clone_from(&inputs);
        }
        let frame = frame(&registers, territory, &reference);
        if frame.is_none() && !self.frame.is_empty() {
            return Err(Failure::could_not(catalog.text("error-no-register")));
        }
        let weighing = weigh(&list, frame.as_ref(), &choices)
            .map_err(|error| Failure::could_not(words::weigh_error(&error, catalog)))?;
        let board = Board::new(&list, frame.as_ref());
        for table in inputs.iter().chain(&registers) {
            refused(table, catalog);
        }
        let weighed = Surveyed {
            reference,
            sources,
            inputs,
            territory,
            list,
            nowhere,
            frame,
            board,
            weighing,
            seed: choices.seed,
            thresholds,
        };
        Ok(weighed)
    }

    fn choices(&self, weighting: Weighting, setting: Setting<'_>) -> Result<Choices, Failure> {
        let known = inquiry::choices(weighting);
        let text = self.bounds.as_deref().unwrap_or_default();
        let parsed = match &self.bounds {
            None => Some(known.bounds),
            Some(text) => text.split_once(',').and_then(|(low, high)| {
                Some((low.trim().parse::<f64>().ok()?, high.trim().parse::<f64>().ok()?))
            }),
        };
        let sound = |(low, high): &(f64, f64)| 0.0 < *low && *low < 1.0 && *high > 1.0;
        let bounds = parsed.filter(sound).ok_or_else(|| {
            let text = setting.catalog.with("error-bounds", &[("text", text.into())]);
            Failure::usage(text)
        })?;
        let take_all = self.take_all.unwrap_or(known.take_all);
        if !(take_all.is_finite() && take_all > 0.0) {
            return Err(Failure::usage(setting.catalog.text("error-take-all")));
        }
        let method = self.method.unwrap_or(weighting.method);
        Ok(Choices::new(method, bounds, take_all, weighting.seed))
    }
}
