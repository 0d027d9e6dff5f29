//! Rebuilds `assets/reference/appellation.csv` from the published tree of ROME v3:
//!
//! `cargo run --example build_appellations -- <arbo_rome_ogr_202107.csv> <appellation.csv>`
//!
//! Of the published rows only the job titles (those with an OGR code) are kept. The publisher
//! replaced the commas of labels by `;` inside quotes: they become commas again, so that no
//! field of the asset holds its separator.

#![expect(clippy::disallowed_methods, reason = "a tool of ours, run by hand on files of ours")]

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let (Some(from), Some(to)) = (args.next(), args.next()) else {
        return Err("usage: build_appellations <published tree> <target file>".into());
    };
    let text = appellations(&std::fs::read_to_string(from)?)?;
    println!("{} job titles, {} bytes", text.lines().count() - 1, text.len());
    std::fs::write(to, text)?;
    Ok(())
}

/// `ogr;rome;label` rows in the order of cards, then of OGR codes.
fn appellations(published: &str) -> Result<String, Box<dyn Error>> {
    let mut rows = BTreeMap::new();
    for (index, line) in published.trim_start_matches('\u{feff}').lines().enumerate().skip(1) {
        let fields = split(line);
        let [domain, group, card, label, ogr] = fields.as_slice() else {
            return Err(format!("line {}: {} fields", index + 1, fields.len()).into());
        };
        if ogr.is_empty() {
            continue;
        }
        let ogr: u32 = ogr.parse()?;
        rows.insert((format!("{domain}{group}{card}"), ogr), label.replace(';', ","));
    }
    let mut out = "ogr;rome;label\n".to_owned();
    for ((rome, ogr), label) in &rows {
        writeln!(out, "{ogr};{rome};{label}")?;
    }
    Ok(out)
}

/// Fields of a `;` line with optional quotes, their blanks made single.
fn split(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ';' if !quoted => fields.push(String::new()),
            c => {
                if let Some(field) = fields.last_mut() {
                    field.push(c);
                }
            }
        }
    }
    fields.iter().map(|f| f.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}
