//! Formats of SAS, as Dares publishes FAP 2009: `"J1501"= "V0Z60"`, several keys on a line.

use crate::readers::cells::{Buffer, Cells};
use crate::readers::sheet::Sheet;
use crate::readers::watch::Flag;

/// Bytes in which the first format begins.
const BEGINNING: usize = 16 * 1024;

/// Lines between two looks at the flag.
const BETWEEN: u32 = 1_024;

/// The links of the formats of one file: codes and labels, or ROME and FAP.
pub struct Formats {
    header: [&'static str; 2],
    links: Vec<(u32, [String; 2])>,
}

/// The formats of a file; `None` when the text is something else, or the read given up.
pub fn parse(text: &str, cancelled: Flag<'_>) -> Option<Formats> {
    // Its first format stands below a comment of a page at most.
    let first = text.get(..text.floor_char_boundary(BEGINNING)).unwrap_or(text);
    if !first.to_lowercase().contains("$fap9") {
        return None;
    }
    let mut links = Vec::new();
    let mut passage = false;
    let mut known = false;
    for (line, number) in text.lines().zip(1_u32..) {
        if number.is_multiple_of(BETWEEN) && cancelled() {
            return None;
        }
        let lower = line.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        if let Some(name) = lower.strip_prefix("value $fap9") {
            known = true;
            passage |= name.starts_with('r');
        }
        if !known {
            continue;
        }
        let Some((keys, value)) = line.split_once('=') else { continue };
        let quoted = |part: &str| -> Vec<String> {
            part.split('"').skip(1).step_by(2).map(|text| text.trim().to_owned()).collect()
        };
        let Some(value) = quoted(value).into_iter().next() else { continue };
        links.extend(quoted(keys).into_iter().map(|key| (number, [key, value.clone()])));
    }
    let header =
        if passage { ["rome_qualification", "fap_2009"] } else { ["code_fap_2009", "intitule"] };
    known.then_some(Formats { header, links })
}

impl Sheet for Formats {
    fn for_each_row(
        &mut self,
        visit: &mut dyn FnMut(u32, Cells<'_>) -> bool,
    ) -> Result<(), String> {
        if !visit(0, Buffer::of(&self.header).cells()) {
            return Ok(());
        }
        for (line, link) in &self.links {
            if !visit(*line, Buffer::of(link).cells()) {
                return Ok(());
            }
        }
        Ok(())
    }
}
