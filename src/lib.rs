//! Bassin: territorial workforce planning, from employer surveys and published files to a
//! defended list of continuing-education programmes.
//!
//! ```text
//! file ─ files::read ─▶ bytes ─ readers | cache ─▶ recognised tables + issues
//! tables + reference + parameters ─ indicators ▸ matching ▸ recommend ─▶ analysis::Results
//! Results ─ report | cli::json ─▶ bytes ─ files
//! ```

pub mod model;

pub mod format;
pub mod i18n;

pub mod reference;
pub mod tables;

pub mod cache;
pub mod readers;

pub mod geo;

pub mod flows;
pub mod indicators;
pub mod matching;
pub mod recommend;
pub mod survey;

pub mod actions;

pub mod analysis;

pub mod report;
pub mod secrecy;

pub mod inquiry;
pub mod jobs;
pub mod outputs;

pub mod files;
pub mod loading;
pub mod sample;
pub mod settings;
pub mod words;

pub mod project;

pub mod cli;
pub mod ui;
