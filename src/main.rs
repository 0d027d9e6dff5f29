//! Parse, call, exit code; the one place that reads the clock.

use bassin::cli::{Cli, run};
use bassin::model::Date;
use clap::Parser as _;
use std::process::ExitCode;

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "the clock is read here and passed down")]
    let today = chrono::Local::now().format("%Y-%m-%d").to_string().parse::<Date>();
    match today {
        Ok(today) => run(&Cli::parse(), today),
        Err(_) => ExitCode::from(1),
    }
}
