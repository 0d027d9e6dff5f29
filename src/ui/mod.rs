//! The window.
use crate::model::{Date, Language};
use std::path::PathBuf;
pub struct Opening {
    pub files: Vec<PathBuf>,
    pub demo: bool,
    pub language: Option<Language>,
    pub today: Date,
}
pub fn run(_opening: Opening) -> Result<(), String> {
    Err("none".to_owned())
}
