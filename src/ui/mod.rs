//! The window: draws what the session holds, and sends commands. Decides nothing.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "pixels are f32 and small"
)]

mod app;
mod bar;
mod command;
mod dating;
mod desk;
mod dialogs;
mod employed;
mod export;
mod kit;
mod maps;
mod own;
mod perceptions;
mod pictures;
mod reading;
mod sampling;
mod screens;
mod session;
mod survey;
mod theme;
mod widgets;

pub use app::App;
pub use command::Step;
pub use reading::Loaded;
pub use session::Session;

use crate::model::{Date, Language};
use std::path::PathBuf;

/// How the window begins.
#[derive(Clone, Debug)]
pub struct Opening {
    /// A project, or data files.
    pub files: Vec<PathBuf>,
    /// On the sample territory.
    pub demo: bool,
    /// Over the user's setting.
    pub language: Option<Language>,
    pub today: Date,
}

/// The window could not open.
#[derive(Debug, thiserror::Error)]
pub enum WindowError {
    #[error("no display")]
    NoDisplay,
    #[error("{0}")]
    Window(#[from] eframe::Error),
    #[error("{0}")]
    Start(String),
}

/// Name of the renderer, for `diagnostic`.
pub const RENDERER: &str = "glow (OpenGL)";

/// Whether a window can be tried at all.
pub fn has_display() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY") || set("WAYLAND_SOCKET")
}

/// Opens the window, and comes back when it is closed.
///
/// # Errors
/// When there is no display, or none that can be drawn on.
pub fn run(opening: Opening) -> Result<(), WindowError> {
    if !has_display() {
        return Err(WindowError::NoDisplay);
    }
    let viewport = egui::ViewportBuilder::default()
        .with_title("Bassin")
        .with_app_id("bassin")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([880.0, 560.0])
        .with_drag_and_drop(true);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let mut app = App::new(opening).map_err(WindowError::Start)?;
    let creator: eframe::AppCreator<'_> = Box::new(move |creation| {
        app.attach(&creation.egui_ctx);
        Ok(Box::new(app))
    });
    Ok(eframe::run_native("bassin", options, creator)?)
}
