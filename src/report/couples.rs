//! Words on two occupations side by side, for the command line and the window.

use crate::analysis::couples::{Basin, Couple, Sector};
use crate::format::{integer, percent, range};
use crate::i18n::Catalog;
use crate::indicators::hiring::Tally;
use crate::model::Count;

/// `85 (48 difficiles)`, `1–4`: never one number for a masked cell.
pub fn projects(tally: &Tally, catalog: &Catalog) -> String {
    let language = catalog.language();
    let Count { value, low, high, masked_cells, .. } = tally.projects;
    if masked_cells > 0 {
        return range(low, high, 0, language);
    }
    let difficult = &tally.difficult;
    let difficult = if difficult.masked_cells > 0 {
        range(difficult.low, difficult.high, 0, language)
    } else {
        integer(difficult.value, language)
    };
    let projects = integer(value, language);
    let args = [("projects", (&projects).into()), ("difficult", (&difficult).into())];
    catalog.with("couples-projects", &args)
}

/// How many basins recruit both, and one alone.
pub fn counts(found: &Couple, catalog: &Catalog) -> String {
    let number = |n: u32| integer(f64::from(n), catalog.language());
    let both = number(u32::try_from(found.basins.len()).unwrap_or(u32::MAX));
    let [first, second] = found.alone.map(number);
    let args = [("both", (&both).into()), ("first", (&first).into()), ("second", (&second).into())];
    catalog.with("couples-counts", &args)
}

/// `même département`, or nothing.
pub fn nearness(basin: &Basin, catalog: &Catalog) -> String {
    let words = |nearness: crate::analysis::couples::Nearness| {
        catalog.text(&format!("nearness-{}", nearness.id()))
    };
    basin.nearness.map_or_else(String::new, words)
}

/// Name of the section, and the two shares.
pub fn sector(sector: &Sector, catalog: &Catalog) -> (String, [String; 2]) {
    let name = catalog.text(&format!("section-{}", sector.section.to_ascii_lowercase()));
    (name, sector.shares.map(|share| percent(share, 1, catalog.language())))
}
