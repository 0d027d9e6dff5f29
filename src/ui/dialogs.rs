//! File dialogs, off the window's thread: the window goes on drawing behind them. A system without
//! any (no desktop portal, no `zenity`) is told by how soon it answers.

use crate::jobs::Job;
use crate::ui::command::{Command, Dialog};
use std::path::PathBuf;
use std::time::{Duration, Instant};

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

/// What became of a dialog.
#[derive(Debug, PartialEq)]
pub enum Answer {
    Chosen(Box<Command>),
    Closed,
    /// The system has no dialog.
    None(Dialog),
}

/// Nobody sees a dialog and closes it in less: it never opened. The library tells both alike.
const AT_ONCE: Duration = Duration::from_millis(300);

/// Opens a dialog; its answer is a command, or that it was closed, or that there is none.
///
/// # Errors
/// When the system refuses a thread.
pub fn ask(
    dialog: Dialog,
    words: Words,
    wake: impl Fn() + Send + 'static,
) -> std::io::Result<Job<Answer>> {
    Job::spawn("dialog", wake, move |_| {
        let begun = Instant::now();
        let paths = pick(dialog, &words);
        answered(dialog, paths, begun.elapsed())
    })
}

fn answered(dialog: Dialog, paths: Option<Vec<PathBuf>>, after: Duration) -> Answer {
    match paths.and_then(|paths| chosen(dialog, paths)) {
        Some(command) => Answer::Chosen(Box::new(command)),
        None if after < AT_ONCE => Answer::None(dialog),
        None => Answer::Closed,
    }
}

/// What a dialog asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    Folder,
    /// A file that is there.
    File,
    /// A file that will be written.
    NewFile,
}

pub const fn wanted(dialog: Dialog) -> Wanted {
    match dialog {
        Dialog::AddFolder
        | Dialog::RestoreFolder
        | Dialog::ExportFolder
        | Dialog::KitFolder
        | Dialog::CollectFolder => Wanted::Folder,
        Dialog::SaveProject
        | Dialog::Archive(_)
        | Dialog::MapPicture
        | Dialog::ChartPicture(..) => Wanted::NewFile,
        Dialog::AddFiles
        | Dialog::OpenProject
        | Dialog::Perimeter
        | Dialog::Devices
        | Dialog::Headcount
        | Dialog::Logo => Wanted::File,
    }
}

/// Endings of the files that hold data.
const DATA: &[&str] = &[
    "xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "tsv", "txt", "zip", "json", "geojson", "xml",
    "parquet",
];

/// The files that a dialog may choose: a name for them, and their endings.
fn filters(dialog: Dialog, words: &Words) -> Vec<(&str, &'static [&'static str])> {
    let (data, project, all) = (words.data.as_str(), words.project.as_str(), words.all.as_str());
    let endings: [(&str, &'static [&'static str]); 2] = match dialog {
        Dialog::AddFiles => [(data, DATA), (all, &["*"])],
        Dialog::OpenProject => [(project, &["bassin", "zip"]), ("", &[])],
        Dialog::Archive(_) => [(words.archive.as_str(), &["zip"]), ("", &[])],
        Dialog::SaveProject => [(project, &["bassin"]), ("", &[])],
        Dialog::Perimeter => [(data, &["csv", "txt", "tsv"]), (all, &["*"])],
        Dialog::Devices => [("RON", &["ron"]), (all, &["*"])],
        Dialog::Headcount => [(data, &["csv", "tsv", "txt", "xlsx", "ods", "xls"]), (all, &["*"])],
        Dialog::Logo => [("PNG", &["png"]), ("", &[])],
        Dialog::MapPicture | Dialog::ChartPicture(..) => [("SVG", &["svg"]), ("PNG", &["png"])],
        _ => [("", &[]), ("", &[])],
    };
    endings.into_iter().filter(|(_, endings)| !endings.is_empty()).collect()
}

fn pick(dialog: Dialog, words: &Words) -> Option<Vec<PathBuf>> {
    let mut open = rfd::FileDialog::new().set_title(&words.title);
    if let Some(folder) = &words.folder {
        open = open.set_directory(folder);
    }
    for (name, endings) in filters(dialog, words) {
        open = open.add_filter(name, endings);
    }
    match wanted(dialog) {
        Wanted::Folder => Some(vec![open.pick_folder()?]),
        Wanted::NewFile => Some(vec![open.set_file_name(&words.file_name).save_file()?]),
        Wanted::File if dialog == Dialog::AddFiles => open.pick_files(),
        Wanted::File => Some(vec![open.pick_file()?]),
    }
}

/// What is done with the files of a dialog, chosen there or typed in the window.
pub fn chosen(dialog: Dialog, paths: Vec<PathBuf>) -> Option<Command> {
    let several = matches!(dialog, Dialog::AddFiles | Dialog::AddFolder);
    if several {
        return Some(Command::Add(paths));
    }
    let path = named(dialog, paths.into_iter().next()?);
    Some(match dialog {
        Dialog::AddFiles | Dialog::AddFolder => Command::Add(vec![path]),
        Dialog::OpenProject => Command::Open(path),
        Dialog::Archive(with) => Command::ArchiveTo(with, path),
        Dialog::RestoreFolder => Command::RestoreInto(path),
        Dialog::SaveProject => Command::SaveAs(path),
        Dialog::ExportFolder => Command::ExportTo(path),
        Dialog::KitFolder => Command::KitTo(path),
        Dialog::Perimeter => Command::Perimeter(path),
        Dialog::Devices => Command::Devices(path),
        Dialog::Headcount => Command::Headcount(path),
        Dialog::Logo => Command::Logo(path),
        Dialog::MapPicture => Command::MapTo(path),
        Dialog::ChartPicture(kind, code) => Command::ChartTo(kind, code, path),
        Dialog::CollectFolder => Command::CollectFrom(path),
    })
}

/// A file to be written, under the ending of its kind.
pub fn named(dialog: Dialog, path: PathBuf) -> PathBuf {
    let ends = |wanted: &[&str]| {
        let ending = path.extension();
        ending.is_some_and(|ending| wanted.iter().any(|one| ending.eq_ignore_ascii_case(one)))
    };
    let missing = match dialog {
        Dialog::SaveProject if !ends(&["bassin"]) => "bassin",
        Dialog::MapPicture | Dialog::ChartPicture(..) if !ends(&["svg", "png"]) => "svg",
        _ => return path,
    };
    path.with_added_extension(missing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dialog_that_never_opened_is_told_from_one_that_was_closed() {
        let save = Dialog::SaveProject;
        let soon = Duration::from_millis(5);
        assert_eq!(answered(save, None, soon), Answer::None(save));
        assert_eq!(answered(save, None, Duration::from_secs(2)), Answer::Closed);
        let path = Some(vec![PathBuf::from("/a/étude")]);
        let command = Command::SaveAs("/a/étude.bassin".into());
        assert_eq!(answered(save, path, soon), Answer::Chosen(Box::new(command)));
    }

    #[test]
    fn files_are_written_under_the_ending_of_their_kind() {
        let check = |dialog: Dialog, path: &str, expect: &str| {
            assert_eq!(named(dialog, path.into()), PathBuf::from(expect));
        };
        check(Dialog::SaveProject, "a.bassin", "a.bassin");
        check(Dialog::SaveProject, "étude.v2", "étude.v2.bassin");
        check(Dialog::MapPicture, "a.PNG", "a.PNG");
        check(Dialog::MapPicture, "a", "a.svg");
        check(Dialog::ExportFolder, "a", "a");
    }
}
