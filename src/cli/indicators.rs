//! `bassin indicators`: the registry, in words.

use crate::cli::{Failure, json};
use crate::i18n::Catalog;
use crate::indicators::ALL;
use std::fmt::Write as _;

pub fn run(as_json: bool, catalog: &Catalog) -> Result<String, Failure> {
    let part = |id: &str, part: &str| catalog.text(&format!("indicator-{id}-{part}"));
    if as_json {
        let views: Vec<json::IndicatorView> = ALL
            .iter()
            .map(|indicator| json::IndicatorView {
                id: indicator.id,
                unit: indicator.unit.id(),
                name: part(indicator.id, "name"),
                definition: part(indicator.id, "definition"),
                formula: indicator.formula,
                nulls: part(indicator.id, "nulls"),
                source: indicator.source,
            })
            .collect();
        return json::text(&views);
    }
    let mut out = String::new();
    for indicator in ALL {
        let _ = writeln!(
            out,
            "{} ({})\n  {}\n  {}\n  {}\n  {}\n",
            part(indicator.id, "name"),
            indicator.id,
            part(indicator.id, "definition"),
            indicator.formula,
            part(indicator.id, "nulls"),
            indicator.source,
        );
    }
    Ok(out)
}
