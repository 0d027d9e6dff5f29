//! The user's own dictionary of labels: what was decided in any project is proposed in all of
//! them. It decides nothing by itself, so that the results of a project stand on the project
//! alone.

use crate::files;
use crate::matching::label::dictionary::{Dictionary, Entry};
use crate::project::own::{parse, to_text};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bytes of the file, at most.
const MOST: u64 = 16 << 20;

/// A decision that was learnt, and what it replaced.
#[derive(Clone, Debug)]
struct Lesson {
    key: String,
    learnt: Entry,
    before: Option<Entry>,
}

/// Kept beside the settings, for this user alone.
#[derive(Clone, Debug, Default)]
pub struct Own {
    pub dictionary: Arc<Dictionary>,
    /// Of the project that is open, in their order: undone there, they are taken back here.
    lessons: Vec<Lesson>,
    /// `None` without a folder, and when the file there could not be read: it is left alone.
    file: Option<PathBuf>,
}

impl Own {
    /// What is kept in a folder; a file that cannot be read is told with its path.
    pub fn load(folder: Option<&Path>, message: &mut Option<String>) -> Self {
        let Some(path) = folder.map(|folder| folder.join("labels.ron")) else {
            return Self::default();
        };
        if !files::exists(&path) {
            return Self { file: Some(path), ..Self::default() };
        }
        let bytes = files::read(&path, MOST).map_err(|error| error.to_string());
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).map_err(|e| e.to_string()));
        match text.and_then(|text| parse(&text).map_err(|error| error.to_string())) {
            Ok(dictionary) => {
                Self { dictionary: Arc::new(dictionary), file: Some(path), ..Self::default() }
            }
            Err(error) => {
                *message = Some(format!("{}: {error}", path.display()));
                Self::default()
            }
        }
    }

    /// Takes the decisions that are in `after` and were not in `before`; what could not be written
    /// is told.
    pub fn learn(&mut self, before: &Dictionary, after: &Dictionary, message: &mut Option<String>) {
        let fresh = after.entries.iter().filter(|(key, entry)| {
            entry.verdict.is_some() && before.entries.get(*key) != Some(*entry)
        });
        let mut dictionary = Dictionary::clone(&self.dictionary);
        for (key, entry) in fresh {
            let (key, learnt) = (key.clone(), entry.clone());
            let before = dictionary.entries.insert(key.clone(), learnt.clone());
            self.lessons.push(Lesson { key, learnt, before });
        }
        self.keep(dictionary, message);
    }

    /// Takes back what was learnt of decisions that are in `undone` and no longer in `left`, unless
    /// something else was decided of them since; what could not be written is told.
    pub fn unlearn(
        &mut self,
        undone: &Dictionary,
        left: &Dictionary,
        message: &mut Option<String>,
    ) {
        let mut dictionary = Dictionary::clone(&self.dictionary);
        let gone = undone.entries.iter();
        for (key, entry) in gone.filter(|(key, entry)| left.entries.get(*key) != Some(*entry)) {
            let is_of = |lesson: &Lesson| lesson.key == *key && lesson.learnt == *entry;
            let Some(place) = self.lessons.iter().rposition(is_of) else { continue };
            let before = self.lessons.remove(place).before;
            if dictionary.entries.get(key) != Some(entry) {
                continue;
            }
            match before {
                Some(before) => dictionary.entries.insert(key.clone(), before),
                None => dictionary.entries.remove(key),
            };
        }
        self.keep(dictionary, message);
    }

    /// What was learnt of a project that is closed stays.
    pub fn close(&mut self) {
        self.lessons.clear();
    }

    /// Takes a decision out; what could not be written is told.
    pub fn forget(&mut self, key: &str, message: &mut Option<String>) {
        let mut dictionary = Dictionary::clone(&self.dictionary);
        dictionary.entries.remove(key);
        self.keep(dictionary, message);
    }

    fn keep(&mut self, dictionary: Dictionary, message: &mut Option<String>) {
        if dictionary == *self.dictionary {
            return;
        }
        self.dictionary = Arc::new(dictionary);
        let Some(path) = &self.file else { return };
        let text = to_text(&self.dictionary).map_err(|error| error.to_string());
        let written = text.and_then(|text| {
            files::write_private(path, text.as_bytes()).map_err(|error| error.to_string())
        });
        if let Err(error) = written {
            *message = Some(error);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::label::dictionary::{Entry, Verdict};

    fn of(keys: &[&str]) -> Dictionary {
        let entry = Entry { verdict: Some(Verdict::NoOccupation), ..Entry::default() };
        let entries = keys.iter().map(|key| ((*key).to_owned(), entry.clone()));
        Dictionary { entries: entries.collect() }
    }

    #[test]
    fn what_is_new_is_learnt_and_kept() {
        let folder = tempfile::tempdir().unwrap();
        let mut told = None;
        let mut own = Own::load(Some(folder.path()), &mut told);
        // What a project brings along was decided elsewhere.
        own.learn(&of(&["a"]), &of(&["a", "b", "c"]), &mut told);
        own.forget("c", &mut told);
        let again = Own::load(Some(folder.path()), &mut told);
        assert_eq!((told, again.dictionary.as_ref()), (None, &of(&["b"])));
    }

    #[test]
    fn what_is_undone_is_taken_back_with_what_it_replaced() {
        let mut told = None;
        let mut own = Own::default();
        let accepted = Entry { verdict: Some(Verdict::Accepted(rome())), ..Entry::default() };
        let other = Dictionary { entries: [("a".to_owned(), accepted)].into() };
        own.learn(&of(&[]), &of(&["a"]), &mut told);
        own.learn(&of(&["a"]), &other, &mut told);
        own.unlearn(&other, &of(&["a"]), &mut told);
        assert_eq!(own.dictionary.as_ref(), &of(&["a"]));
        own.unlearn(&of(&["a"]), &of(&[]), &mut told);
        assert_eq!(own.dictionary.as_ref(), &of(&[]));
        // Known from elsewhere, it stays; decided otherwise since, it stays as decided.
        own.learn(&of(&[]), &of(&["b"]), &mut told);
        own.close();
        own.learn(&of(&[]), &of(&["b", "c"]), &mut told);
        own.forget("c", &mut told);
        own.unlearn(&of(&["b", "c"]), &of(&[]), &mut told);
        assert_eq!((own.dictionary.as_ref(), told), (&of(&["b"]), None));
    }

    fn rome() -> crate::model::Rome {
        crate::model::Rome::new("J1501").unwrap()
    }

    #[test]
    fn a_file_that_cannot_be_read_is_told_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("labels.ron");
        let (bad, mut told) = (b"(version: 1, labels: [", None);
        files::write_private(&path, bad).unwrap();
        let mut own = Own::load(Some(folder.path()), &mut told);
        assert!(told.as_ref().unwrap().contains("labels.ron"));
        own.learn(&of(&[]), &of(&["a"]), &mut told);
        assert_eq!(files::read(&path, 100).unwrap(), bad);
    }
}
