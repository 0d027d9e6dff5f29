//! `bassin diagnostic`: what helps to help, without personal data.

use crate::cli::Display;
use crate::files;
use crate::i18n::Catalog;
use std::fmt::Write as _;
use std::path::Path;

pub fn run(catalog: &Catalog, display: Display) -> String {
    let mut out = format!(
        "bassin {}\n{} {}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let mut line = |key: &str, text: &str| {
        let colon = catalog.text("colon");
        let _ = writeln!(out, "{}{colon}{text}", catalog.text(key));
    };
    let seen = if display.present { "cli-display-present" } else { "cli-display-absent" };
    line("cli-renderer", &format!("{}, {}", display.renderer, catalog.text(seen)));
    let folder = files::user_folder();
    let folder = folder.map_or_else(|| catalog.text("cli-no-folder"), |path| homeless(&path));
    line("cli-folder", &folder);
    if let Ok(reference) = crate::reference::Reference::embedded() {
        for list in reference.lists() {
            line(
                "cli-reference-list",
                &format!("{} ({}, {})", list.title, list.publisher, list.date),
            );
        }
    }
    out
}

/// A path without the name of its user.
fn homeless(path: &Path) -> String {
    let home = files::home().filter(|home| !home.as_os_str().is_empty());
    match home.and_then(|home| path.strip_prefix(home).map(Path::to_owned).ok()) {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => path.display().to_string(),
    }
}
