//! A chart or a map as a file: SVG or PNG, as its name ends.

use crate::cli::{Failure, file_failure};
use crate::files;
use crate::i18n::Catalog;
use crate::report::drawing::png;
use std::path::{Path, PathBuf};

/// What a picture is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Svg,
    Png,
}

impl Form {
    /// As the name of the file ends; told before anything is read.
    ///
    /// # Errors
    /// When it ends otherwise.
    pub fn of(out: &Path, catalog: &Catalog) -> Result<Self, Failure> {
        let ending = out.extension().map(|found| found.to_string_lossy().to_lowercase());
        match ending.as_deref() {
            Some("svg") => Ok(Self::Svg),
            Some("png") => Ok(Self::Png),
            _ => {
                let path = out.display().to_string();
                let args = [("path", (&path).into())];
                Err(Failure::usage(catalog.with("error-picture-out", &args)))
            }
        }
    }

    /// Writes a drawing of ours, so many centimetres wide where it is made of points, and never over
    /// a source. The path as it was written.
    ///
    /// # Errors
    /// When it cannot be drawn or written.
    pub fn write(
        self,
        drawing: &str,
        centimetres: f32,
        (out, sources): (&Path, &[PathBuf]),
        catalog: &Catalog,
    ) -> Result<PathBuf, Failure> {
        let bytes = match self {
            Self::Svg => drawing.as_bytes().to_vec(),
            Self::Png => png(drawing, centimetres).map_err(|error| {
                let detail = error.to_string();
                let args = [("detail", (&detail).into())];
                Failure::could_not(catalog.with("error-picture", &args))
            })?,
        };
        let (folder, name) = place(out);
        let written = files::write_results(folder, &[(name, bytes)], sources)
            .map_err(|error| file_failure(&error, catalog))?;
        Ok(written.into_iter().next().unwrap_or_else(|| out.to_owned()))
    }
}

/// Folder and name of a picture.
fn place(out: &Path) -> (&Path, String) {
    let folder = out.parent().unwrap_or(Path::new(""));
    (folder, out.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

/// Whether a picture may be written there, told before anything is remembered as having left.
///
/// # Errors
/// When it would be written over a source, or nowhere.
pub fn may_write(out: &Path, sources: &[PathBuf], catalog: &Catalog) -> Result<(), Failure> {
    let (folder, name) = place(out);
    files::may_write(folder, [name.as_str()], sources)
        .map_err(|error| file_failure(&error, catalog))
}

/// Commands that write a picture, run on the sample.
#[cfg(test)]
pub mod testing {
    use crate::cli::Failure;
    use crate::files;
    use crate::i18n::Catalog;
    use crate::loading::Kept;
    use crate::model::{Date, Language};
    use clap::Parser as _;
    use std::path::Path;
    use tempfile::TempDir;

    #[derive(clap::Parser)]
    struct Line<A: clap::Args> {
        #[command(flatten)]
        asked: A,
    }

    /// What a command says, or its status and message.
    pub type Told = Result<String, (u8, String)>;

    /// The files of the sample.
    pub fn folder() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, bytes) in crate::sample::FILES {
            files::write_atomic(&folder.path().join(name), bytes, false).unwrap();
        }
        folder
    }

    /// What came of the words of a command, where `@` is the folder, and the picture in its place.
    pub fn came<A: clap::Args>(
        folder: &Path,
        words: &str,
        out: impl Fn(&A) -> &Path,
        run: impl Fn(&A, &Kept, &Catalog, Date) -> Result<String, Failure>,
    ) -> (Told, Option<Vec<u8>>) {
        let words = words.replace('@', &folder.display().to_string());
        let Line { asked } =
            Line::<A>::try_parse_from(std::iter::once("bassin").chain(words.split(' '))).unwrap();
        let catalog = Catalog::new(Language::French).unwrap();
        let today = Date::new(2026, 11, 25).unwrap();
        let said = run(&asked, &Kept::default(), &catalog, today);
        let written = files::read(out(&asked), 1 << 26).ok();
        (said.map_err(|failure| (failure.status, failure.text)), written)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn a_picture_is_what_its_name_ends_with() {
        let catalog = Catalog::new(Language::French).unwrap();
        let check = |name: &str, expect: Result<Form, u8>| {
            let found = Form::of(Path::new(name), &catalog).map_err(|failure| failure.status);
            assert_eq!(found, expect, "{name}");
        };
        check("a/b.svg", Ok(Form::Svg));
        check("b.PNG", Ok(Form::Png));
        check("b.pdf", Err(2));
        check("svg", Err(2));
        check("", Err(2));
    }

    #[test]
    fn what_cannot_be_drawn_is_not_written() {
        let catalog = Catalog::new(Language::French).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let out = folder.path().join("a.png");
        let refused = Form::Png.write("<svg", 17.0, (&out, &[]), &catalog).unwrap_err();
        assert_eq!(refused.status, 1);
        assert!(!out.exists());
    }
}
