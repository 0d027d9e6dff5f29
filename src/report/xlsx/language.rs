//! The language of charts, which the library writes as English whatever the workbook is.

use crate::model::Language;
use std::io::{Cursor, Read as _, Write as _};
use zip::write::{SimpleFileOptions, ZipWriter};

/// What the library writes, and what is written in its place.
const WRITTEN: [&str; 2] = ["lang=\"en-US\"", "lang val=\"en-US\""];

/// The workbook with its charts in its language; as it was where it cannot be read again.
pub fn charts(bytes: Vec<u8>, language: Language) -> Vec<u8> {
    let tag = match language {
        Language::French => "fr-FR",
        Language::English => return bytes,
    };
    again(&bytes, tag).unwrap_or(bytes)
}

fn again(bytes: &[u8], tag: &str) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::DEFAULT);
    for index in 0..archive.len() {
        let mut member = archive.by_index(index).ok()?;
        let name = member.name().ok()?.into_owned();
        if !name.starts_with("xl/charts/") {
            writer.raw_copy_file(member).ok()?;
            continue;
        }
        let mut text = String::new();
        member.read_to_string(&mut text).ok()?;
        for written in WRITTEN {
            text = text.replace(written, &written.replace("en-US", tag));
        }
        writer.start_file(name, options).ok()?;
        writer.write_all(text.as_bytes()).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}
