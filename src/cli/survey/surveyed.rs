//! The files of a survey and of its register, weighed: what `weights` and `estimate` share.

use crate::analysis::employers::asked::{Board, Establishment, asked};
use crate::analysis::employers::frame::{Frame, frame};
use crate::analysis::employers::prepare;
use crate::analysis::employers::weigh::{Choices, Weighing, weigh};
use crate::cli::survey::{Setting, territory, words};
use crate::cli::{Failure, complain, load, reference};
use crate::model::Territory;
use crate::readers::ReadTable;
use crate::reference::Reference;
use crate::survey::calibrate::Method;
use clap::ValueEnum;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Calibration {
    Raking,
    Linear,
    Logit,
}

#[derive(Debug, clap::Args)]
pub struct Asked {
    /// Tables of the survey: establishments, and occupations for estimates.
    #[arg(required = true)]
    responses: Vec<PathBuf>,
    /// Register of establishments, or a table of counts by sector and size. Without it every
    /// answer counts for one.
    #[arg(long, num_args = 1.., value_name = "FRAME")]
    frame: Vec<PathBuf>,
    /// Typed code: be:8450, dep:15, reg:84; everything by default.
    #[arg(long, default_value = "fr")]
    territory: String,
    /// How weights meet the margins.
    #[arg(long, value_enum, default_value = "raking")]
    method: Calibration,
    /// Accepted ratios of final to initial weights: low,high around 1.
    #[arg(long, value_name = "L,U", default_value = "0.3,3")]
    bounds: String,
    /// Employees from which an establishment stands for itself alone.
    #[arg(long, default_value_t = 50.0)]
    take_all: f64,
}

/// A survey with its weights.
pub struct Surveyed {
    pub reference: Reference,
    /// Tables of the survey, one wave, each content once.
    pub inputs: Vec<Arc<ReadTable>>,
    pub territory: Territory,
    pub list: Vec<Establishment>,
    pub frame: Option<Frame>,
    pub board: Board,
    pub weighing: Weighing,
}

impl Asked {
    pub fn weighed(&self, setting: Setting<'_>) -> Result<Surveyed, Failure> {
        let catalog = setting.catalog;
        let territory = territory(&self.territory, catalog)?;
        let choices = self.choices(setting)?;
        let reference = reference()?;
        let given = load(&self.responses, &reference, setting.kept, catalog)?;
        let prepared = prepare(&given);
        for (left, wave) in &prepared.former {
            let file = given.get(*left).map_or("", |table| table.file.as_str());
            let wave = wave.map(|year| year.to_string()).unwrap_or_default();
            let args = [("left", file.into()), ("year", (&wave).into())];
            complain(&catalog.with("note-former-wave", &args));
        }
        let inputs = prepared.inputs;
        let list = asked(&inputs, territory, &reference)
            .ok_or_else(|| Failure::could_not(catalog.text("error-no-establishments")))?;
        let registers = load(&self.frame, &reference, setting.kept, catalog)?;
        let frame = frame(&registers, territory, &reference);
        if frame.is_none() && !self.frame.is_empty() {
            return Err(Failure::could_not(catalog.text("error-no-register")));
        }
        let weighing = weigh(&list, frame.as_ref(), &choices)
            .map_err(|error| Failure::could_not(words::weigh_error(&error, catalog)))?;
        let board = Board::new(&list, frame.as_ref());
        Ok(Surveyed { reference, inputs, territory, list, frame, board, weighing })
    }

    fn choices(&self, setting: Setting<'_>) -> Result<Choices, Failure> {
        let parsed = self.bounds.split_once(',').and_then(|(low, high)| {
            Some((low.trim().parse::<f64>().ok()?, high.trim().parse::<f64>().ok()?))
        });
        let sound = |(low, high): &(f64, f64)| 0.0 < *low && *low < 1.0 && *high > 1.0;
        let bounds = parsed.filter(sound).ok_or_else(|| {
            let text = setting.catalog.with("error-bounds", &[("text", (&self.bounds).into())]);
            Failure::usage(text)
        })?;
        if !(self.take_all.is_finite() && self.take_all > 0.0) {
            return Err(Failure::usage(setting.catalog.text("error-take-all")));
        }
        let (low, high) = bounds;
        let method = match self.method {
            Calibration::Raking => Method::RakingRatio,
            Calibration::Linear => Method::Linear,
            Calibration::Logit => Method::Logit { low, high },
        };
        Ok(Choices { method, bounds, take_all: self.take_all, ..Choices::default() })
    }
}
