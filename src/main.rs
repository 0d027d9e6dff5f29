//! Parse, call, exit code; the one place that reads the clock.

use bassin::cli::{Cli, Start};
use bassin::model::Date;
use bassin::{cli, ui};
use std::process::ExitCode;

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "the clock is read here and passed down")]
    let today = chrono::Local::now().format("%Y-%m-%d").to_string().parse::<Date>();
    let Ok(today) = today else { return ExitCode::from(1) };
    let asked = match Cli::of_process() {
        Ok(asked) => asked,
        Err(status) => return status,
    };
    let display = cli::Display { renderer: ui::RENDERER, present: ui::has_display() };
    match asked.start() {
        Err(status) => status,
        Ok(Start::Command) => cli::run(&asked, today, display),
        Ok(Start::Window { files, demo, language }) => {
            match ui::run(ui::Opening { files, demo, language, today }) {
                Ok(()) => ExitCode::SUCCESS,
                // Without a display, the demonstration writes what it would have shown.
                Err(_) if demo => cli::demo(&asked, today),
                Err(ui::WindowError::NoDisplay) => cli::run(&asked, today, display),
                Err(error) => cli::no_window(&asked, &error),
            }
        }
    }
}
