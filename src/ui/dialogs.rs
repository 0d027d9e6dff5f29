//! File dialogs, off the window's thread: the window goes on drawing behind them.

use crate::jobs::Job;
use crate::ui::command::{Command, Dialog};
use std::path::PathBuf;

/// Words of the dialogs, taken before the thread starts.
pub struct Words {
    pub title: String,
    pub data: String,
    pub project: String,
    pub archive: String,
    pub all: String,
    pub file_name: String,
    pub folder: Option<PathBuf>,
}

/// Opens a dialog; its answer is a command, or nothing when it was closed.
///
/// # Errors
/// When the system refuses a thread.
pub fn ask(
    dialog: Dialog,
    words: Words,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Option<Command>>> {
    Job::spawn("dialog", wake, move |_| answer(dialog, &words))
}

fn answer(dialog: Dialog, words: &Words) -> Option<Command> {
    let mut open = rfd::FileDialog::new().set_title(&words.title);
    if let Some(folder) = &words.folder {
        open = open.set_directory(folder);
    }
    match dialog {
        Dialog::AddFiles => {
            let files = open
                .add_filter(
                    &words.data,
                    &[
                        "xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "zip", "json",
                        "geojson", "xml", "parquet",
                    ],
                )
                .add_filter(&words.all, &["*"])
                .pick_files()?;
            Some(Command::Add(files))
        }
        Dialog::AddFolder => Some(Command::Add(vec![open.pick_folder()?])),
        Dialog::OpenProject => {
            Some(Command::Open(open.add_filter(&words.project, &["bassin", "zip"]).pick_file()?))
        }
        Dialog::Archive(with) => {
            let open = open.add_filter(&words.archive, &["zip"]);
            let path = open.set_file_name(&words.file_name).save_file()?;
            Some(Command::ArchiveTo(with, path))
        }
        Dialog::RestoreFolder => Some(Command::RestoreInto(open.pick_folder()?)),
        Dialog::SaveProject => {
            let path = open
                .add_filter(&words.project, &["bassin"])
                .set_file_name(&words.file_name)
                .save_file()?;
            let named = path.extension().is_some_and(|extension| extension == "bassin");
            Some(Command::SaveAs(if named { path } else { path.with_added_extension("bassin") }))
        }
        Dialog::ExportFolder => Some(Command::ExportTo(open.pick_folder()?)),
        Dialog::KitFolder => Some(Command::KitTo(open.pick_folder()?)),
        Dialog::Perimeter => {
            let open = open.add_filter(&words.data, &["csv", "txt", "tsv"]);
            Some(Command::Perimeter(open.add_filter(&words.all, &["*"]).pick_file()?))
        }
        Dialog::Devices => {
            let open = open.add_filter("RON", &["ron"]);
            Some(Command::Devices(open.add_filter(&words.all, &["*"]).pick_file()?))
        }
        Dialog::Headcount => {
            let open = open.add_filter(&words.data, &["csv", "tsv", "txt", "xlsx", "ods", "xls"]);
            Some(Command::Headcount(open.add_filter(&words.all, &["*"]).pick_file()?))
        }
        Dialog::Logo => Some(Command::Logo(open.add_filter("PNG", &["png"]).pick_file()?)),
        Dialog::MapPicture => Some(Command::MapTo(picture(open, words)?)),
        Dialog::ChartPicture(kind, code) => {
            Some(Command::ChartTo(kind, code, picture(open, words)?))
        }
        Dialog::CollectFolder => Some(Command::CollectFrom(open.pick_folder()?)),
    }
}

/// Where a picture goes, and in which form.
fn picture(open: rfd::FileDialog, words: &Words) -> Option<PathBuf> {
    let path = open
        .add_filter("SVG", &["svg"])
        .add_filter("PNG", &["png"])
        .set_file_name(&words.file_name)
        .save_file()?;
    let known = path.extension().is_some_and(|extension| {
        extension.eq_ignore_ascii_case("svg") || extension.eq_ignore_ascii_case("png")
    });
    Some(if known { path } else { path.with_added_extension("svg") })
}
