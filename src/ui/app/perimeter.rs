//! A perimeter of communes enters the project.

use crate::analysis::with_lists;
use crate::files;
use crate::project::Edit;
use crate::reference::perimeter::parse;
use crate::ui::app::App;
use crate::words;
use std::path::Path;

/// Bytes of a list of communes, at most.
const MAX_LIST: u64 = 16 * 1024 * 1024;

impl App {
    /// Reads a list of communes; what could not be read is told.
    pub fn add_perimeter(&mut self, path: &Path) {
        let catalog = &self.session.catalog;
        let bytes = match files::read(path, MAX_LIST) {
            Ok(bytes) => bytes,
            Err(error) => {
                self.message = Some(error.to_string());
                return;
            }
        };
        let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
        let text = String::from_utf8_lossy(&bytes);
        let shown = path.display().to_string();
        let lists = with_lists(&self.session.inputs(), &self.session.reference);
        let Some((perimeter, unread)) = parse(&name, &text, &lists) else {
            let args = [("path", (&shown).into())];
            self.message = Some(catalog.with("error-perimeter-empty", &args));
            return;
        };
        self.message = words::unread_perimeter(&shown, &unread, catalog);
        self.session.project.apply(Edit::AddPerimeter(perimeter));
    }
}
